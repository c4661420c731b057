"""A long sentence in two, at a mark or a conjunction that parts two clauses.

At « ; », « , mais », « , or », « , puis », « , ce qui » (« Cela… »), « car » (« En effet, … »), « , tandis que »
(« De son côté, … »), « , et » or « et » before a clause with its own subject, a comma between two clauses, « et » or
« mais » before a second verb of the same subject, and « , qui » after a person of known gender.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seo_fr.french.conjugation import infinitive
from seo_fr.model import Gender, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.base import Rendering
from seo_fr.rewriting.clauses import PRONOUNS, RELATIVES
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.cutting import cut_at
from seo_fr.rewriting.seams import (
    LEAST_HALF,
    LEXICON,
    SUBJECT_DEPS,
    Seam,
    apart,
    clear,
    clitic,
    finite,
    finite_of,
    first_rank,
    gender_shown,
    group_of,
    halves,
    main_verb,
    present_form,
    resumed,
    scoped,
    subject_of,
)

SEAM_RE = re.compile(
    r"\s*;\s+(?:et\s+)?|,?\s+(?:mais,?|car)\s+|,?\s+et\s+(?=(?:lorsqu|quand|si\s))"
    r"|,\s+(?:or|donc|et|ce qui|puis|sinon|(?:tandis|alors|parce) qu(?:e|['’]))(?:,?\s+|(?<=['’]))"
)
KEEPS = {"mais": "Mais ", "or": "Or ", "puis": "Puis ", "sinon": "Sinon, ", "donc": "Par conséquent, "}
DEPENDENT_RE = re.compile(
    r"^(?:tandis|alors|pendant|bien|afin|pour|sans|dont|qui|que|qu|où|soit|ni|ou|y compris|sauf|notamment|puis|non|pas|"
    r"aussi|surtout|enfin|ce (?=malgré|depuis|dès|pour|dans|jusqu|à|sans|même|en|\d))\b",
    re.IGNORECASE,
)
AIMS_RE = re.compile(r"(?:pour|sans|afin)\b", re.IGNORECASE)
MARK_RE = re.compile(r"[;:«»]")
CUTS = frozenset({"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "si", "lorsque", "quand"})
SUBJECT_WORDS = frozenset(
    "il elle ils elles on nous vous je j' tu c' ce cela ça ceci celui-ci celle-ci ceux-ci celles-ci certains certaines "
    "plusieurs beaucoup tous toutes d'autres chacun chacune aucun aucune personne rien l'un l'une".split()
)
ARTICLES = frozenset({"l'", "la", "le", "les", "des", "un", "une"})
CONTRASTS = frozenset({"cependant", "toutefois", "pourtant", "néanmoins"})
HEDGES = frozenset({"donc", "ainsi", "puis", "alors", "enfin"})
REACH = 12
"""Tokens among which a clause shows its subject."""


def split(ctx: Context, sid: int) -> Rendering | None:
    """The sentence in two or three, at what parts its clauses."""
    return cut_at(ctx, sid, FINDERS)


def at_marks(ctx: Context, sid: int) -> Iterator[Seam]:
    """At a mark between two clauses, each with its own subject and finite verb."""
    base, text = ctx.sentence(sid).start, ctx.sentence(sid).text
    for match in SEAM_RE.finditer(text):
        end, start = base + match.start(), base + match.end()
        left, right = text[: match.start()], text[match.end() :]
        word = " ".join(match[0].lower().replace(",", " ").strip(" ;").split()) if ";" not in match[0] else ""
        if left.rstrip().endswith(":"):
            left = left.rstrip().rstrip(":").rstrip()  # « A : mais B »
            end = base + len(left)
        elif ":" in left and not left.rstrip().endswith("»") and not colon_apart(ctx, sid, word):
            continue
        if not halves(ctx, sid, end, start, least=4 if word == "ce qui" else LEAST_HALF):
            continue
        if DEPENDENT_RE.match(right) and not (AIMS_RE.match(right) and opens_with_subject(after_of(ctx, sid, start))):
            continue
        if not clear(ctx, sid, end, start) or (word not in {"", "car", "sinon"} and scoped(ctx, sid)):
            continue
        before = [t for t in ctx.tokens(sid) if t.end <= end]
        after = [t for t in ctx.tokens(sid) if t.start >= start]
        opening = opening_of(word, before, after)
        if word == "et" and opening is None and conditional(after) and any_finite(before):
            opening = ""
        if opening is not None:
            yield Seam(end, start, opening, "split.mark")


def conditional(tokens: Sequence[Token]) -> bool:
    """Whether a stretch is « si A, B » or « lorsque A, B », whole."""
    if not tokens or tokens[0].text.lower().replace("’", "'") not in {"si", "lorsque", "lorsqu'", "quand"}:
        return False
    comma = next((k for k, t in enumerate(tokens) if t.text == ","), 0)
    return comma > 3 and any_finite(tokens[:comma]) and opens_with_subject(tokens[comma + 1 :])


def colon_apart(ctx: Context, sid: int, word: str) -> bool:
    """Whether the colon before a seam announces no series of which the seam would part the members."""
    if any(at_colons(ctx, sid)):
        return True
    text, base = ctx.sentence(sid).text, ctx.sentence(sid).start
    colon = base + text.index(":")
    before = [t for t in ctx.tokens(sid) if t.end <= colon]
    return word == "" and text.count(";") == 1 and bool(before) and not announces(before)


def after_of(ctx: Context, sid: int, start: int) -> list[Token]:
    """The tokens of a sentence from an offset on."""
    return [t for t in ctx.tokens(sid) if t.start >= start]


def opening_of(word: str, before: Sequence[Token], after: Sequence[Token]) -> str | None:
    """What opens the second half, with the link it had; None when it is no sentence."""
    if word == "ce qui":
        return "Cela " if after and any_finite(before) and opens_with_verb(after) else None
    if not opens_with_subject(after):
        return None
    if word.startswith("tandis"):
        subject = next((t for t in after[:6] if t.dep in SUBJECT_DEPS), None)
        if subject is None or subject.text.lower() in PRONOUNS or not any_finite(before) or not any_finite(after):
            return None
        side = "De leur côté" if subject.number == "p" else "De son côté"
        return f"{side}, " if subject.number else None
    if word.startswith("alors"):
        return beside(before, after)
    if word == "car" or word.startswith("parce"):
        plain = any_finite(before) and any_finite(after) and not any(denies(t) for t in before)
        return "En effet, " if plain else None
    if not any_finite(before) and word:
        return None
    contrast = any(t.text.lower() in CONTRASTS for t in after[:REACH])
    return "" if word == "mais" and contrast else KEEPS.get(word, "")


def beside(before: Sequence[Token], after: Sequence[Token]) -> str | None:
    """« , alors qu’il faut P » : « Or, il faut P »; « X mène, alors que Y recule » : « De son côté, Y recule »."""
    rest = unfronted(after)
    if len(rest) > 1 and rest[0].text.lower() == "il" and rest[1].lemma.lower() in {"falloir", "faut", "convenir"}:
        return "Or, "
    subjects = [next((t for t in part if t.dep in SUBJECT_DEPS), None) for part in (before, after)]
    if all(t is not None and t.pos == "PROPN" and t.ent in {"PER", "ORG"} and t.number != "p" for t in subjects):
        return "De son côté, "
    return None


def denies(token: Token) -> bool:
    """Whether a word denies what a « car » may explain: « il ne le fait pas car il pleut » is no sure cut."""
    return token.text.lower() in {"ne", "n'", "n’"}


def any_finite(tokens: Sequence[Token]) -> bool:
    """Whether a stretch holds a finite verb at all."""
    return any(finite(t) for t in tokens)


def opens_with_verb(tokens: Sequence[Token]) -> bool:
    """Whether a stretch opens on a finite verb, its clitics and negation passed over."""
    for token in tokens[:4]:
        if finite(token):
            return True
        if not (clitic(token) or token.text.lower() in {"ne", "n'", "n’"}):
            return False
    return False


def at_colons(ctx: Context, sid: int) -> Iterator[Seam]:
    """« A : B » as « A. B », where both are whole clauses and A announces nothing."""
    base, text = ctx.sentence(sid).start, ctx.sentence(sid).text
    if text.count(" :") + text.count("\u00a0:") != 1 or (ctx.attributions(sid) and scoped(ctx, sid)):
        return
    match = re.search(r"\s+:\s+", text)
    if match is None or "«" in text[match.end() : match.end() + 2]:
        return
    left, right = text[: match.start()], text[match.end() :]
    end, start = base + match.start(), base + match.end()
    if not halves(ctx, sid, end, start, least=4) or not clear(ctx, sid, end, start) or scoped(ctx, sid):
        return
    before = [t for t in ctx.tokens(sid) if t.end <= end]
    after = [t for t in ctx.tokens(sid) if t.start >= start]
    sides = re.match(r"d[’'](?:un côté|une part|abord)\b", right)
    if (announces(before) and not sides) or not any_finite(before) or not opens_with_subject(after):
        return
    if right[:1].isupper() or (right.count(";") > 1 and not sides) or left.endswith("»"):
        return
    yield Seam(end, start, "", "split.colon")


def announces(before: Sequence[Token]) -> bool:
    """Whether the words before a colon call for what follows: a number, « plusieurs », « le suivant », a last name."""
    closing = load_toml(LEXICON)["announcing"]
    last = [t.text.lower().replace("’", "'") for t in before[-1:]]
    if any(word in closing for word in last):
        return True
    counted = any(t.pos == "NUM" and not t.text.isdigit() for t in before[1:])
    vague = {"plusieurs", "certains", "certaines", "quelques", "divers", "diverses", "différents", "différentes"}
    return counted or any(t.text.lower() in vague for t in before)


def at_persons(ctx: Context, sid: int) -> Iterator[Seam]:
    """« …, X, qui a déclaré… » ends a sentence: « Ce dernier a déclaré… », where X is a person of known gender."""
    base, text = ctx.sentence(sid).start, ctx.sentence(sid).text
    for match in re.finditer(r",?\s+qui\s+", text):
        end, start = base + match.start(), base + match.end()
        right = text[match.end() :]
        entity = person_before(ctx, sid, end)
        after = [t for t in ctx.tokens(sid) if t.start >= start]
        if not halves(ctx, sid, end, start) or entity < 0 or not after or MARK_RE.search(right[:-1]):
            continue
        said = [(a.start, a.end) for a in ctx.attributions(sid)]
        said += [(s.start, s.end) for s in ctx.scopes(sid) if s.kind in {"conditional", "hedged"}]
        if any(a < start < b for a, b in said) or "«" in text[: match.start()]:
            continue
        who = ctx.analysis.entities[entity]
        gender = who.gender or gender_beside(ctx, sid, entity, end)
        verb = after[0] if after[0].pos in {"VERB", "AUX"} else None
        last = {"m": "Ce dernier", "f": "Cette dernière"}.get(gender, "")
        if who.label != "PER" or not last or verb is None or verb.morph.get("Number") == "Plur":
            continue
        before = [t for t in ctx.tokens(sid) if t.end <= end]
        if verb.morph.get("VerbForm") == "Fin" and main_finite(ctx, before):
            yield Seam(end, start, f"{last} ", "split.person")


def gender_beside(ctx: Context, sid: int, entity: int, end: int) -> Gender:
    """Gender of the noun that stands right before a name: « au banquier Paul Roux »."""
    mention = next((m for m in ctx.mentions(sid) if m.entity == entity and m.end == end), None)
    before = [t for t in ctx.tokens(sid) if mention is not None and t.end <= mention.start][-2:]
    noun = next((t for t in reversed(before) if t.pos == "NOUN"), None)
    return gender_shown(ctx, noun) if noun is not None else ""


def person_before(ctx: Context, sid: int, end: int) -> int:
    """The entity whose name, or whose role between commas after its name, ends at an offset; -1 when there is none."""
    for mention in ctx.mentions(sid):
        if mention.end == end:
            return mention.entity
    for role in ctx.roles(sid):
        name = next((m for m in ctx.mentions(sid) if m.entity == role.entity and m.end < role.start), None)
        between = ctx.text[name.end : role.start].strip().lower() if name is not None else ""
        if role.end == end and between in {",", ", le", ", la", ", l’", ", l'"}:
            return role.entity
    return -1


def main_finite(ctx: Context, tokens: Sequence[Token]) -> bool:
    """Whether a stretch holds a finite verb that no relative or subordinate clause owns."""
    for t in tokens:
        if not finite(t):
            continue
        verb = ctx.head(t) if t.dep.startswith("aux") or t.dep == "cop" else t
        loose = {"ROOT", "conj", "parataxis", "advcl", "ccomp"}  # the parser is no judge of what « ; » parts
        if verb.dep in loose and not any(c.dep == "mark" for c in ctx.children(verb)):
            return True
    return False


def opens_with_subject(tokens: Sequence[Token]) -> bool:
    """Whether a stretch is a clause: a short complement perhaps, a subject, and a finite verb, no relative between.

    The words are asked rather than the tree, which is often wrong past a colon or a semicolon.
    """
    rest = unfronted(tokens)
    if not rest or not subject_opens(rest):
        return False
    named = False
    for k, token in enumerate(rest[:REACH]):
        low = token.text.lower().replace("’", "'")
        if k and named and (finite(token) or verb_form(rest, k)):
            return not (token.i + 1 < rest[-1].i and inverted(rest, k))
        named = named or low in SUBJECT_WORDS or token.pos in {"NOUN", "PROPN", "NUM", "ADJ", "VERB"} or bool(token.ent)
        if token.text == "," and named and (closing := apposed(rest, k)):
            following = rest[closing + 1 :]
            return bool(following) and (finite(following[0]) or clitic(following[0]))
        if low in CUTS or token.text in {",", ":", ";", "(", "«"} or token.pos == "SCONJ":
            return False
    return False


def apposed(tokens: Sequence[Token], k: int) -> int:
    """Rank of the comma that closes what stands beside a subject: « le ministre, Paul Roux, »; 0 when none does."""
    for n, token in enumerate(tokens[k + 1 : k + 8], k + 1):
        if token.text == ",":
            return n
        if finite(token) or token.text.lower() in CUTS:
            return 0
    return 0


def unfronted(tokens: Sequence[Token]) -> Sequence[Token]:
    """A stretch without the complement of time or place that opens it before a comma."""
    if not tokens or (tokens[0].pos not in {"ADP", "ADV", "NUM"} and tokens[0].text.lower() not in {"à", "de", "deux"}):
        return tokens
    for k, token in enumerate(tokens[:REACH]):
        if token.text == "," and k > 0:
            return tokens[k + 1 :]
        if finite(token) or token.text.lower() in CUTS:
            break
    return tokens


def subject_opens(tokens: Sequence[Token]) -> bool:
    """Whether a stretch opens on what may be a subject."""
    first = tokens[0]
    low = first.text.lower().replace("’", "'")
    if first.pos == "PRON" or low in SUBJECT_WORDS:
        return low in SUBJECT_WORDS
    if low == "tout" and len(tokens) > 1 and tokens[1].text.lower() == "en":
        return False
    amount = low in {"au", "plus", "près"} and len(tokens) > 1 and tokens[1].text.lower() in {"moins", "de", "d'"}
    return amount or first.pos in {"DET", "PROPN", "NUM", "ADJ"} or low in ARTICLES or first.ent == "PER"


def verb_form(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word that the parser took for something else is a verb in the present, after a noun."""
    token = tokens[k]
    low = token.text.lower()
    if token.pos not in {"ADJ", "NOUN", "VERB"} or not low.endswith(("ent", "ront")):
        return False
    return bool(infinitive(low)) and tokens[k - 1].pos in {"NOUN", "PROPN", "ADJ"}


def inverted(tokens: Sequence[Token], k: int) -> bool:
    """Whether a subject follows its verb after a hyphen: « dit-il », « a-t-il »."""
    return tokens[k + 1].text.startswith("-")


def at_second_verbs(ctx: Context, sid: int) -> Iterator[Seam]:
    """At « et » or « mais » before a second finite verb that shares the subject, which is then taken up."""
    root = main_verb(ctx, sid)
    subject = subject_of(ctx, root) if root is not None else None
    if root is None or subject is None or scoped(ctx, sid):
        return
    if any(q.start <= t.start < q.end for q in ctx.quotations(sid) for t in (root, subject)):
        return
    tokens = ctx.tokens(sid)
    for joint in (t for t in tokens if t.text.lower() in {"et", "mais"} and t.i > root.i):
        verb = second_verb(ctx, sid, joint, root)
        if verb is None:
            continue
        first = ctx.analysis.tokens[joint.i + 1]
        comma = ctx.analysis.tokens[joint.i - 1]
        end = comma.start if comma.text == "," else joint.start
        taken = resumed(ctx, subject, finite_of(ctx, root), first.i)
        if not taken or not halves(ctx, sid, end, first.start) or not clear(ctx, sid, end, first.start, taken_up=True):
            continue
        edits = earlier_verb(ctx, root, joint)
        if edits is None:
            continue
        if taken == "Je" and first.text[:1].lower() in "aeiouéèêh":
            continue
        contrast = any(t.text.lower() in CONTRASTS for t in tokens if first.i <= t.i < first.i + 6)
        link = "Mais " if joint.text.lower() == "mais" and not contrast else ""
        opening = f"{link}{taken if not link or not taken[:1].isupper() or len(taken) > 5 else taken.lower()} "
        yield Seam(end, first.start, opening, "split.verb", edits=edits)


def second_verb(ctx: Context, sid: int, joint: Token, root: Token) -> Token | None:
    """The verb that « et » joins to the main one, without a subject of its own; None when that is not certain."""
    tokens = [t for t in ctx.tokens(sid) if t.i > joint.i]
    if not tokens:
        return None
    verb, first = None, tokens[0]
    for token in tokens[:6]:
        if finite(token) or present_form(ctx, token) or causes(ctx, token):
            verb = ctx.head(token) if token.dep.startswith(("aux", "dep")) or token.dep == "cop" else token
            break
        if not (clitic(token) or token.text.lower() in {"ne", "n'", "n’"} or token.dep == "advmod"):
            return None
    if (
        verb is None
        or tokens[0].text.lower() in HEDGES
        or any(k.dep in SUBJECT_DEPS and k.i > joint.i for k in ctx.children(verb))
    ):
        return None
    if group_of(ctx, verb)[0].i < joint.i:
        return None
    before = [t for t in ctx.tokens(sid) if t.i < joint.i and finite(t)]
    verbs = [root, *(c for c in ctx.children(root) if c.dep == "conj")]
    owners = {shown.i for v in verbs if (shown := finite_of(ctx, v)) is not None}
    alone = all(t.i in owners for t in before)
    attached = verb.dep == "conj" and verb.head == root.i
    one, other = finite_of(ctx, verb) or verb, finite_of(ctx, root) or root
    same = causes(ctx, first) or one.morph.get("Number", "") == other.morph.get("Number", "")
    if not same or not (attached or alone):
        return None
    return verb if apart(ctx, sid, joint.i, owner=verb.i) else None


def earlier_verb(ctx: Context, root: Token, joint: Token) -> tuple[tuple[int, int, str], ...] | None:
    """« A, B et C »: the comma before B becomes « et » when C leaves; None when there are more, or no comma."""
    inner = [c for c in ctx.children(root) if c.dep == "conj" and c.pos == "VERB" and root.i < c.i < joint.i]
    inner = [c for c in inner if not any(k.dep == "cc" for k in ctx.children(c))]
    if not inner:
        tokens = ctx.analysis.tokens[root.i : joint.i - 1]
        return None if any(t.text == "," and verbal(ctx, ctx.analysis.tokens[t.i + 1]) for t in tokens) else ()
    group = group_of(ctx, inner[0])
    comma = ctx.analysis.tokens[group[0].i - 1]
    if len(inner) > 1 or comma.text != "," or finite_of(ctx, inner[0]) is None:
        return None
    return ((comma.start, comma.end, " et"),)


def causes(ctx: Context, token: Token) -> bool:
    """Whether a word is « fait » before an infinitive: « et fait savoir que »."""
    following = ctx.analysis.tokens[token.i + 1] if token.i + 1 < len(ctx.analysis.tokens) else token
    return token.text.lower() in {"fait", "font", "laisse"} and following.morph.get("VerbForm") == "Inf"


def verbal(ctx: Context, token: Token) -> bool:
    """Whether a word opens a verb without a subject: « , le fait signer »."""
    following = ctx.analysis.tokens[token.i + 1]
    return (
        finite(token) or causes(ctx, following) or (token.pos in {"PRON", "DET"} and following.pos in {"VERB", "AUX"})
    )


def at_clauses(ctx: Context, sid: int) -> Iterator[Seam]:
    """At « et » without a comma, or at a comma alone, before a main clause with its own subject."""
    root = main_verb(ctx, sid)
    text = ctx.sentence(sid).text
    if ":" in text and not any(at_colons(ctx, sid)):
        return
    if root is None or scoped(ctx, sid) or any(a.kind == "selon" for a in ctx.attributions(sid)):
        return
    tokens = ctx.tokens(sid)
    for joint in (t for t in tokens if t.text.lower() in {"et", ","} and t.i > root.i):
        after = [t for t in tokens if t.i > joint.i]
        if not after or DEPENDENT_RE.match(ctx.text[after[0].start :]) or not opens_with_subject(after):
            continue
        before = [t for t in tokens if t.i < joint.i]
        between = [t for t in tokens if root.i < t.i < joint.i]
        if after[0].pos == "CCONJ" or any(t.text.lower() in {"mais", "or", "car", "donc"} for t in between):
            continue
        if joint.text == "," and any(t.pos == "VERB" for t in after[: len(after) - len(unfronted(after))]):
            continue
        commas = [t.i for t in between if t.text == ","]
        if joint.text == "," and commas and not any(finite(t) for t in between if t.i > commas[-1]):
            continue  # « On le sait, faute de pain, les grives… »: what stands between may belong to either
        plain = simple(before) and (joint.text != "," or (not commas and plain_subject(after)))
        if not plain and not parallel(ctx, sid, root, after, joint):
            continue
        comma = ctx.analysis.tokens[joint.i - 1]
        end = comma.start if comma.text == "," else joint.start
        if halves(ctx, sid, end, after[0].start) and clear(ctx, sid, end, after[0].start):
            yield Seam(end, after[0].start, "", "split.clause")


def simple(tokens: Sequence[Token]) -> bool:
    """Whether a stretch has one finite verb, and no word that opens a clause under another."""
    plain = not any(t.text.lower().replace("’", "'") in CUTS or t.pos == "SCONJ" for t in tokens)
    return plain and sum(finite(t) for t in tokens) == 1


def parallel(ctx: Context, sid: int, root: Token, after: Sequence[Token], joint: Token) -> bool:
    """Whether the tree shows what follows a joint to be as independent as the root before it."""
    subject = next((t for t in after if t.dep in SUBJECT_DEPS), None)
    verb = ctx.head(subject) if subject is not None else None
    return verb is not None and main_clause(ctx, sid, root, verb, joint) and apart(ctx, sid, joint.i, owner=verb.i)


def plain_subject(tokens: Sequence[Token]) -> bool:
    """Whether a stretch opens on a subject and its verb, nothing put before, nothing joined: « , le col reste fermé ».

    « , la ferme et part » and « , le fait signer » hold a pronoun and a verb instead.
    """
    verb = next((k for k, t in enumerate(tokens[:REACH]) if k and finite(t)), 0)
    joined = any(t.text.lower() in {"et", "ou", "fait", "laisse"} for t in tokens[: verb + 1])
    return verb > 0 and not joined and unfronted(tokens) is tokens


def main_clause(ctx: Context, sid: int, root: Token, verb: Token, joint: Token) -> bool:
    """Whether the verb of what follows a joint is as independent as the root before it."""
    plain = verb.i > joint.i and finite_of(ctx, verb) is not None and verb.pos in {"VERB", "AUX", "ADJ", "NOUN"}
    kids = ctx.children(verb)
    if not plain or any(k.dep == "mark" or k.text.lower() in RELATIVES for k in kids if k.i < verb.i):
        return False
    if any(k.dep in SUBJECT_DEPS and k.i > verb.i for k in kids):
        return False  # an inversion: « dit-il »
    if verb.dep in {"conj", "parataxis"} and verb.head == root.i:
        return True
    verbs = [root, *(c for c in ctx.children(root) if c.dep == "conj" and c.i < joint.i)]
    owners = {shown.i for v in verbs if (shown := finite_of(ctx, v)) is not None}
    alone = all(t.i in owners for t in ctx.tokens(sid) if t.i < joint.i and finite(t))
    return alone and verb.dep not in {"ccomp", "acl"}


def first_of(ctx: Context, sid: int, offset: int) -> Token:
    """The first token from an offset on."""
    return ctx.analysis.tokens[first_rank(ctx, sid, offset)]


FINDERS = (at_colons, at_marks, at_persons, at_second_verbs, at_clauses)
