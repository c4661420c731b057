"""Places where a long sentence can be cut, and what makes a cut safe.

A seam tells where the first half ends, where the second goes on, and what opens it: « Il », « Cela », « Mais ».
What is quoted, attributed or in doubt is never cut in two, and a condition that opens a sentence holds it together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from seo_fr.french.conjugation import Tense, conjugate, infinitive
from seo_fr.french.inflection import ending_gender
from seo_fr.model import Gender, Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.anaphora import impersonal
from seo_fr.rewriting.clauses import RELATIVES
from seo_fr.rewriting.context import Context

LEXICON = "rewriting/seams.toml"
LEAST_WORDS = 21
"""A sentence shorter than this reads well as it is."""
LEAST_PERSONAL = 34
"""The same of a sentence that somebody tells in the first person: its breath is the author's."""
LEAST_HALF = 5
CONFIDENCE = 0.95
SUBJECTS = {("m", "s"): "Il", ("f", "s"): "Elle", ("m", "p"): "Ils", ("f", "p"): "Elles"}
SUBJECT_DEPS = frozenset({"nsubj", "nsubj:pass", "expl:subj"})
AGAIN = frozenset({"il", "elle", "ils", "elles", "on", "nous", "vous", "je", "tu"})
"""Subject pronouns that the second half repeats as they are."""
LINK_RE = re.compile(r"^(?:en effet|cependant|toutefois|pourtant|or|ainsi|enfin|mais|et|par ailleurs|de plus)(?:, | )")
"""Links that may stand before a condition: « En effet, alors que… »."""
BOTH_RE = re.compile(
    r"\b(?:tous (?:les )?deux|toutes (?:les )?deux|respectivement|l[’']un et l[’']autre)\b", re.IGNORECASE
)
"""Words in a second half that speak of both."""
TOGETHER_RE = re.compile(r"\b(?:à la fois|(?:non|pas) seulement|d[’']autant plus|aussi bien)\b", re.IGNORECASE)
"""Words in a first half that call for the second."""
SOURCE_RE = re.compile(r"(?:^|[\s,’'])(?:selon|d[’']après) [^,;«]{2,80},", re.IGNORECASE)
"""A source that may stand over the second half too, whatever the analysis made of it."""
Edit = tuple[int, int, str]
"""Offsets in the source, and the words that take their place."""


@dataclass(frozen=True, slots=True)
class Seam:
    """One place to cut."""

    end: int
    """Offset where the first half ends."""
    start: int
    """Offset where the second half goes on."""
    opening: str
    """Words put before it, with their space; "" where it stands by itself."""
    operation: str
    head: str = ""
    """What the first half becomes, where it is not kept as it is."""
    edits: tuple[Edit, ...] = ()
    """What else changes in the two halves."""


def cuttable(ctx: Context, sid: int) -> bool:
    """Whether a sentence is long enough prose, whole, and no question."""
    text = ctx.sentence(sid).text.rstrip()
    least = LEAST_PERSONAL if ctx.analysis.register & {"first_person", "narrative"} else LEAST_WORDS
    if ctx.block(sid).kind != "paragraph" or len(text.split()) < least or text[-1] in "?:":
        return False
    return not any(len(q.sentences) > 1 for q in ctx.quotations(sid))


def balanced(text: str) -> bool:
    """Whether no bracket or quotation mark stands open at the end of a text.

    >>> balanced("la gare (fermée)"), balanced("il a dit « non")
    (True, False)
    """
    pairs = (("(", ")"), ("«", "»"), ("“", "”"), ("[", "]"))
    return all(text.count(a) == text.count(b) for a, b in pairs) and text.count('"') % 2 == 0


def halves(ctx: Context, sid: int, end: int, start: int, *, least: int = LEAST_HALF) -> bool:
    """Whether both sides of a cut have words enough, and no mark open."""
    s = ctx.sentence(sid)
    left, right = ctx.text[s.start : end], ctx.text[start : s.end]
    if BOTH_RE.search(right) or TOGETHER_RE.search(left):
        return False  # « A revient à X et B à Y, tous deux élus »; « à la fois »
    return min(len(left.split()), len(right.split())) >= least and balanced(left) and balanced(right)


def clear(ctx: Context, sid: int, end: int, start: int, *, taken_up: bool = False) -> bool:
    """Whether no quotation, attribution (with its speaker) or doubt of the sentence lies across a cut.

    *taken_up*: the second half takes up the subject, so that what this subject says there keeps its speaker.
    """
    spoken = any(a.start >= start or a.speaker_start >= start for a in ctx.attributions(sid))
    if not spoken and SOURCE_RE.search(ctx.text[ctx.sentence(sid).start : end]):
        return False
    extents = [(s.start, s.end) for s in ctx.scopes(sid) if s.kind in {"conditional", "hedged"}]
    extents += [(q.start, q.end) for q in ctx.quotations(sid)]
    for a in ctx.attributions(sid):
        if taken_up and a.kind != "selon" and a.start >= start and a.speaker_start < end:
            continue
        points = [a.start, a.end] + ([a.speaker_start, a.speaker_end] if a.speaker_start >= 0 else [])
        others = any(b.start >= start or b.speaker_start >= start for b in ctx.attributions(sid))
        if a.kind == "selon" and a.speaker_start < a.start and a.end <= end and not others:
            return False  # « Selon X, A ; B »: B may be X's too, unless somebody else says it
        extents.append((min(points), max(points)))
    return all(b <= end + 1 or a >= start - 1 for a, b in extents)


def scoped(ctx: Context, sid: int) -> bool:
    """Whether the sentence opens on a condition, an aim, a cause or a source, under which all of it stands."""
    low = ctx.sentence(sid).text.lower().replace("'", "’").lstrip("«“( ")
    low = LINK_RE.sub("", low)
    if low.startswith(tuple(load_toml(LEXICON)["not_scoping"])):
        return False
    for word in load_toml(LEXICON)["scoping"]:
        if low.startswith(word) and (word.endswith("’") or not low[len(word) : len(word) + 1].isalnum()):
            return True
    return False


def finite(token: Token) -> bool:
    """Whether a word is a finite verb or auxiliary."""
    if token.pos not in {"VERB", "AUX"}:
        return False
    if token.text.lower().endswith(("é", "és", "ée", "ées")):
        return False
    if "-" in token.text and not infinitive(token.text.lower()):
        return False  # « le va-et-vient »
    caused = token.pos == "AUX" and token.text.lower() in {"fait", "font"}  # « fait fondre »
    return token.morph.get("VerbForm") == "Fin" or token.dep == "aux:caus" or caused


def finite_form(word: str) -> bool:
    """Whether a word is, or may be, a verb in the third person: « ferme », « touche », « inquiète ».

    >>> finite_form("ferme"), finite_form("inquiète"), finite_form("boutique"), finite_form("fermé")
    (True, True, False, False)
    """
    low = word.lower()
    verb = infinitive(low)
    tenses: tuple[Tense, ...] = ("present", "imperfect", "future")
    numbers: tuple[Number, ...] = ("s", "p")
    return verb is not None and any(conjugate(verb, tense, number=n) == low for tense in tenses for n in numbers)


def outside(tokens: Sequence[Token]) -> list[Token]:
    """Some words without what stands in brackets, and without the brackets."""
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.text == "("
        if not depth:
            kept.append(token)
        depth -= token.text == ")" and depth > 0
    return kept


def present_form(ctx: Context, token: Token) -> bool:
    """Whether a word that the parser took for a participle is a verb in the present: « il dispute… et inscrit… »."""
    if token.pos != "VERB" or token.morph.get("Tense") != "Past" or token.morph.get("VerbForm") != "Part":
        return False
    if any(c.dep.startswith("aux") for c in ctx.children(token)):
        return False
    return conjugate(token.lemma.lower()) == token.text.lower()


def finite_of(ctx: Context, verb: Token) -> Token | None:
    """The finite word of a verb's group: itself, its auxiliary or its copula."""
    if finite(verb):
        return verb
    return next((c for c in ctx.children(verb) if (c.dep.startswith("aux") or c.dep == "cop") and finite(c)), None)


def main_verb(ctx: Context, sid: int) -> Token | None:
    """The root, where it has a finite word; else the clause that hangs on it, where the parser took its opening."""
    root = ctx.root(sid)
    if root is None or finite_of(ctx, root) is not None:
        return root
    for kid in ctx.children(root):
        plain = kid.i > root.i and not any(c.dep == "mark" for c in ctx.children(kid))
        if plain and subject_of(ctx, kid) is not None and finite_of(ctx, kid) is not None:
            return kid
    return None


def subject_of(ctx: Context, verb: Token) -> Token | None:
    """The subject of a verb, that stands before it and is no relative."""
    for kid in ctx.children(verb):
        if kid.dep in SUBJECT_DEPS and kid.i < verb.i and kid.text.lower() not in RELATIVES:
            return kid
    return None


def apart(ctx: Context, sid: int, at: int, *, owner: int = -1) -> bool:
    """Whether no word from rank *at* on hangs on one before it, nor the reverse; *owner*, the verb there, may hang.

    What hangs on the first half and holds a verb of its own after a comma (« , devenant… ») may stand in the second.
    """
    tokens = ctx.tokens(sid)
    for token in tokens:
        if token.pos == "PUNCT" or token.i == owner or (token.i >= at) == (token.head >= at):
            continue
        if token.i < at and token.head == owner:
            continue  # the parser gave the object of the first verb to the second
        phrase = ctx.subtree(token)
        comma = phrase[0].text == "," or ctx.analysis.tokens[phrase[0].i - 1].text == ","
        own = any(t.pos in {"VERB", "AUX"} for t in phrase)
        if not (token.i > max(owner, at) and comma and own):
            return False
    return True


def number_shown(ctx: Context, subject: Token, verb: Token | None) -> Number:
    """Number of a subject, by its verb first, then by its own form."""
    shown = verb.morph.get("Number", "") if verb is not None else ""
    if shown:
        return "p" if shown == "Plur" else "s"
    return "p" if subject.number == "p" or any(c.dep == "conj" for c in ctx.children(subject)) else "s"


def gender_shown(ctx: Context, noun: Token) -> Gender:
    """Gender of a noun, where its determiner, another one of the same noun, or its ending shows it; "" else."""
    shown: dict[str, Gender] = {"le": "m", "un": "m", "ce": "m", "cet": "m", "du": "m", "au": "m", "aucun": "m"}
    shown |= {"la": "f", "une": "f", "cette": "f", "aucune": "f", "toutes": "f", "tous": "m", "certaines": "f"}
    shown |= {"certains": "m", "quelle": "f"}
    for other in (noun, *(t for t in ctx.analysis.tokens if t.pos == "NOUN" and same_noun(t, noun))):
        for det in ctx.children(other):
            if det.dep in {"det", "case"} and det.i == other.i - 1 and (found := shown.get(det.text.lower(), "")):
                return found
    return agreed(ctx, noun) or (ending_gender(singular(noun)) if noun.pos == "NOUN" else "")


def agreed(ctx: Context, subject: Token) -> Gender:
    """Gender that the participle of its verb shows: « les bâtiments ont été fermés », « elles se sont arrêtées »."""
    verb = ctx.head(subject)
    aux = [c for c in ctx.children(verb) if c.dep.startswith("aux")]
    low = verb.text.lower()
    if subject.dep not in SUBJECT_DEPS or not any(a.lemma.lower() == "être" for a in aux):
        return ""
    if low.endswith(("ée", "ées", "ie", "ies", "ue", "ues", "ise", "ises", "ite", "ites")):
        return "f"
    return "m" if low.endswith(("é", "és", "i", "is", "u", "us", "it", "its")) else ""


def same_noun(one: Token, other: Token) -> bool:
    """Whether two tokens are one noun, whatever their number."""
    return one.i != other.i and one.text.lower().rstrip("sx") == other.text.lower().rstrip("sx")


def singular(noun: Token) -> str:
    """A noun without the mark of its plural."""
    low = noun.text.lower()
    if noun.number != "p" and not low.endswith("s"):
        return low
    return f"{low[:-3]}al" if low.endswith("aux") and not low.endswith("eaux") else low[:-1] if low[-1] in "sx" else low


def resumed(ctx: Context, subject: Token, verb: Token | None, before: int) -> str:
    """What takes up a subject in the sentence that follows: « Il », or a short name again; "" when in doubt.

    *before*: rank of the first token of the second half; nobody else may be named until there.
    """
    low = subject.text.lower()
    if subject.pos == "PRON" or low in AGAIN:
        return subject.text.capitalize() if low in AGAIN else ""
    if subject.pos not in {"NOUN", "PROPN"}:
        return ""
    number = number_shown(ctx, subject, verb)
    if number == "s" and rival_person(ctx, subject, before):
        return ""
    if not heads_clause(ctx, subject):
        return ""
    members = [subject, *(c for c in ctx.children(subject) if c.dep == "conj")]
    if len(members) > 1:
        nouns = len(members) == 2 and all(m.pos == "NOUN" and determined(ctx, m) for m in members)
        genders = {gender_shown(ctx, m) for m in members}
        if not nouns or number != "p":
            return ""
        return "Ils" if "m" in genders else "Elles" if genders == {"f"} else ""
    if subject.number and subject.number != number:
        return ""
    gender = gender_shown(ctx, subject)
    entity = ctx.entity_at(subject.start, subject.end)
    if not gender and subject.pos == "PROPN" and entity is not None and entity.label == "PER":
        gender = entity.gender or gender_told(ctx, entity.id)
    if not gender and number == "p" and subject.pos == "NOUN":
        # « les journalistes » are « ils » where nothing says that they are women
        return "Ils" if subject.text.lower().endswith("istes") else f"Ces {subject.text}"
    return SUBJECTS.get((gender, number), "")


def heads_clause(ctx: Context, subject: Token) -> bool:
    """Whether no other noun stands between the head of the clause and its subject, which the parser may have missed."""
    before = [t for t in ctx.tokens(subject.sentence) if t.i < subject.i]
    comma = max((k for k, t in enumerate(before) if t.text in {",", ":", ";", "»"}), default=-1)
    return not any(t.pos in {"NOUN", "PROPN", "VERB"} for t in before[comma + 1 :])


def determined(ctx: Context, noun: Token) -> bool:
    """Whether a noun has a determiner of its own."""
    return any(c.dep in {"det", "nummod"} for c in ctx.children(noun))


def gender_told(ctx: Context, entity: int) -> Gender:
    """Gender of a person that « il » or « elle » takes up in the sentence after one about nobody else; "" else."""
    found: set[Gender] = set()
    for first, second in pairwise(ctx.sentences):
        people = {m.entity for m in ctx.mentions(first.id) if ctx.analysis.entities[m.entity].label == "PER"}
        tokens = [t for t in ctx.tokens(second.id) if t.dep in SUBJECT_DEPS]
        if people != {entity} or first.block != second.block or not tokens:
            continue
        root = ctx.root(first.id)
        subject = subject_of(ctx, root) if root is not None else None
        if subject is None or subject.pos != "PROPN" or ctx.entity_at(subject.start, subject.end) is None:
            continue
        verb = ctx.head(tokens[0])
        personal = tokens[0].dep != "expl:subj" and verb.dep == "ROOT" and verb.pos == "VERB"
        low = tokens[0].text.lower()
        if personal and low in {"il", "elle"} and not impersonal(ctx.text[tokens[0].start : second.end].lower(), low):
            found.add("m" if low == "il" else "f")
    return found.pop() if len(found) == 1 else ""


def rival_person(ctx: Context, subject: Token, before: int) -> bool:
    """Whether somebody else is named between a subject and the second half."""
    phrase = ctx.subtree(subject)
    start, end = phrase[0].start, phrase[-1].end
    own = {m.entity for m in ctx.mentions(subject.sentence) if m.start < end and start < m.end}
    limit = ctx.analysis.tokens[before].start
    return any(
        m.entity not in own and ctx.analysis.entities[m.entity].label == "PER" and subject.end <= m.start < limit
        for m in ctx.mentions(subject.sentence)
    )


def first_rank(ctx: Context, sid: int, offset: int) -> int:
    """Rank of the first token that starts at an offset or after it."""
    return next((t.i for t in ctx.tokens(sid) if t.start >= offset), -1)


def group_of(ctx: Context, verb: Token) -> list[Token]:
    """A verb with its auxiliaries, clitics and negation that stand before it, in order."""
    kids = [
        k
        for k in ctx.children(verb)
        if k.i < verb.i
        and (k.dep.startswith(("aux", "expl", "cop")) or clitic(k) or k.text.lower() in {"ne", "n'", "n’"})
    ]
    return sorted([*kids, verb], key=lambda t: t.i)


def clitic(token: Token) -> bool:
    """Whether a word is a pronoun that stands before its verb."""
    return (
        token.text.lower().replace("’", "'")
        in {"se", "s'", "le", "la", "les", "l'", "lui", "leur", "y", "en", "me", "m'", "nous"}
        and token.pos == "PRON"
    )
