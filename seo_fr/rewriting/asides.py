"""What a long sentence says by the way, after its last comma, becomes a sentence of its own.

« Le maire a refusé, estimant que le budget est trop court. » → « Le maire a refusé. Il estime que le budget est trop
court. »; « …, représentant la suppression de 300 postes » → « Cette fermeture représente… »; « …, qui réalise ainsi sa
première liaison » → « Celle-ci réalise ainsi… ». Only where what takes up the aside can be nothing else: the noun just
before the comma, or the subject of the one clause before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seo_fr.french.conjugation import auxiliary, conjugate, infinitive, past_participle
from seo_fr.model import Gender, Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.base import Rendering
from seo_fr.rewriting.clauses import PRONOUNS, tense_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.cutting import cut_at
from seo_fr.rewriting.seams import Seam, clear, finite_of, gender_shown, scoped

LEXICON = "rewriting/asides.toml"
LEAST_MAIN = 6
LEAST_ASIDE = 4
THESE = {("m", "s"): "Ce", ("f", "s"): "Cette", ("m", "p"): "Ces", ("f", "p"): "Ces"}
LATTER = {("m", "s"): "Celui-ci", ("f", "s"): "Celle-ci", ("m", "p"): "Ceux-ci", ("f", "p"): "Celles-ci"}
SUBJECTS = {("m", "s"): "Il", ("f", "s"): "Elle", ("m", "p"): "Ils", ("f", "p"): "Elles"}
VOWEL_RE = re.compile(r"[aeiouyhàâéèêëîïôûœ]", re.IGNORECASE)
OBJECTS = frozenset({"le", "la", "les", "l'", "l’", "un", "une", "près", "environ", "plus"})
CONTRACTED = frozenset({"du", "des", "au", "aux"})
PREPOSITIONS = frozenset({"devant", "avant", "pendant", "durant", "suivant", "cependant", "concernant", "moyennant"})
VAGUE = frozenset({"fait", "chose", "cas", "façon", "manière", "fois", "partie", "reste", "ensemble"})


def aside(ctx: Context, sid: int) -> Rendering | None:
    """The sentence in two, its last aside on its own; None where that is not certain."""
    return cut_at(ctx, sid, FINDERS)


def at_participles(ctx: Context, sid: int) -> Iterator[Seam]:
    """A present participle that ends the sentence, as a finite verb."""
    found = at_participle(ctx, sid, ctx.sentence(sid).text) if ended(ctx, sid) else None
    if found is not None:
        yield found


def at_relatives(ctx: Context, sid: int) -> Iterator[Seam]:
    """A relative clause that ends the sentence, as one of its own."""
    found = at_relative(ctx, sid, ctx.sentence(sid).text) if ended(ctx, sid) else None
    if found is not None:
        yield found


def ended(ctx: Context, sid: int) -> bool:
    """Whether a sentence ends on a plain stop, no bracket open."""
    text = ctx.sentence(sid).text
    return text.endswith(".") and text.count("(") == text.count(")")


def at_participle(ctx: Context, sid: int, text: str) -> Seam | None:
    """Cut at the last comma before a present participle that runs to the end of the sentence."""
    tokens = ctx.tokens(sid)
    for k in range(len(tokens) - 1, 2, -1):
        token, comma = tokens[k], tokens[k - 1]
        if comma.text != "," or not token.text.lower().endswith("ant") or token.text.lower() in PREPOSITIONS:
            continue
        verb = infinitive_of(token)
        if token.pos not in {"VERB", "AUX"} and (verb not in load_toml(LEXICON)["lasting"] or not governs(tokens, k)):
            continue
        before = tokens[: k - 1]
        if not verb or not ends_here(tokens, k) or not whole(ctx, sid, comma.start, token.start):
            return None
        head = text[: comma.start - ctx.sentence(sid).start].rstrip()
        rest = ctx.text[token.end : ctx.sentence(sid).end].strip()
        if len(head.split()) < LEAST_MAIN or len(rest.split()) + 1 < LEAST_ASIDE or loose(head):
            return None
        opened = taken_up(ctx, sid, token, verb, before, rest)
        start = token.end
        if rest.startswith("ainsi ") and opened.startswith("Cela a "):
            opened, start = f"Cela a ainsi {opened[7:]}", tokens[k + 1].end
        return Seam(comma.start, start, f"{opened} ", "split.participle") if opened else None
    return None


def governs(tokens: Sequence[Token], k: int) -> bool:
    """Whether an object follows at once: « représentant la moitié », not « représentant du groupe »."""
    return k + 1 < len(tokens) and (tokens[k + 1].pos == "NUM" or tokens[k + 1].text.lower() in OBJECTS)


def infinitive_of(token: Token) -> str:
    """The infinitive of a present participle; "" when it is not known."""
    lemma = token.lemma.lower()
    if lemma.endswith(("er", "ir", "re", "oir")) and conjugate(lemma):
        return lemma
    return infinitive(token.text.lower()) or ""


def taken_up(ctx: Context, sid: int, token: Token, verb: str, before: Sequence[Token], rest: str) -> str:
    """Subject and finite verb that stand for the participle; "" when either is in doubt."""
    lexicon = load_toml(LEXICON)
    root = ctx.root(sid)
    if root is None or all(t.i != root.i for t in before):
        return ""
    if speaker_before(ctx, sid, token) is not None:
        return of_speaker(ctx, sid, verb, token)
    if verb in lexicon["facts"]:
        return of_fact(ctx, sid, root, verb, rest)
    if verb in lexicon["whole_fact"]:
        return ""
    if verb in lexicon["saying"]:
        return said(ctx, root, verb, token, before)
    if verb in lexicon["lasting"]:
        obj = next((c for c in ctx.children(root) if c.dep == "obj"), None)
        phrase = [t for t in ctx.subtree(obj) if t.i < token.i] if obj is not None else []
        reaches = obj is not None and obj.pos == "NOUN" and root.i < phrase[0].i and one_finite(ctx, before, root)
        return of_noun(ctx, obj, verb) if reaches and obj is not None else ""
    if re.search(r"\b(?:et|ou|puis) \w+ant\b", rest):
        return ""  # a second participle would be left behind
    return of_subject(ctx, root, verb, token, before)


def of_fact(ctx: Context, sid: int, root: Token, verb: str, rest: str) -> str:
    """« …, faisant de lui le plus jeune buteur » → « Cela fait de lui… »: the whole fact before the comma."""
    aux = [c for c in ctx.children(root) if c.dep.startswith("aux") or c.dep == "cop"]
    shown = finite_of(ctx, root)
    if shown is None or scoped(ctx, sid) or re.search(r"\b(?:et|ou|puis) \w+ant\b", rest):
        return ""
    if verb == "faire" and not re.match(r"(?:de |d[’'])", rest):
        return ""
    tense = tense_of(root, aux, shown)
    if tense in {"present", "future"}:
        form = conjugate(verb, tense)
    elif tense == "past":
        form = f"a {past_participle(verb)}" if past_participle(verb) else None
    else:
        form = None
    return f"Cela {form}" if form else ""


def speaker_before(ctx: Context, sid: int, token: Token) -> Token | None:
    """The noun of the speaker that a comma parts from a participle: « estime le président, répétant »; None else."""
    end = ctx.analysis.tokens[token.i - 1].start
    for a in ctx.attributions(sid):
        if a.kind in {"incise", "quote"} and a.speaker_end == end:
            inside = (t for t in ctx.tokens(sid) if a.speaker_start <= t.start < a.speaker_end)
            return next((t for t in inside if t.pos in {"NOUN", "PROPN"}), None)
    return None


def of_speaker(ctx: Context, sid: int, verb: str, token: Token) -> str:
    """« estime le président, répétant P » → « Il répète P », in the present; "" when gender or tense is in doubt."""
    noun = speaker_before(ctx, sid, token)
    before = [t for t in ctx.tokens(sid) if noun is not None and t.i < noun.i]
    present = bool(before) and any(t.morph.get("Tense") == "Pres" and t.pos == "VERB" for t in before[-3:])
    if noun is None or not present or any(t.pos == "AUX" for t in before[-3:]):
        return ""
    pronoun = SUBJECTS.get((gender_shown(ctx, noun), number_of(noun)), "")
    form = conjugate(verb, number=number_of(noun))
    return f"{pronoun} {form}" if pronoun and form else ""


def said(ctx: Context, root: Token, verb: str, token: Token, before: Sequence[Token]) -> str:
    """« , estimant que P » → « Il estime que P », when P stands in the present or the future."""
    subject = subject_of(ctx, root)
    pronoun = pronoun_of(ctx, subject) if subject is not None else ""
    if subject is None or not pronoun or one_finite(ctx, before, root) is False:
        return ""
    following = [t for t in ctx.tokens(token.sentence) if t.i > token.i]
    finite = [t for t in following if t.morph.get("VerbForm") == "Fin"]
    if any(t.morph.get("Mood") in {"Cnd", "Sub"} or t.morph.get("Tense") in {"Imp", "Past"} for t in finite):
        return ""
    form = conjugate(verb, number=number_of(subject))
    return f"{pronoun} {form}" if form else ""


def of_noun(ctx: Context, noun: Token, verb: str) -> str:
    """« une fermeture…, représentant P » → « Cette fermeture représente P »."""
    key = (gender_shown(ctx, noun), number_of(noun))
    dets = {t.text.lower() for t in ctx.children(noun) if t.dep in {"det", "nummod"}}
    if key not in THESE or noun.lemma.lower() in VAGUE or not dets or any(c.dep == "conj" for c in ctx.children(noun)):
        return ""
    form = conjugate(verb, number=key[1])
    word = "Cet" if key == ("m", "s") and VOWEL_RE.match(noun.text) else THESE[key]
    return f"{word} {noun.text} {form}" if form else ""


def of_subject(ctx: Context, root: Token, verb: str, token: Token, before: Sequence[Token]) -> str:
    """« Elle marque dès la reprise, battant le record » → « Elle bat le record », in the tense of the main verb."""
    subject = subject_of(ctx, root)
    if subject is None or token.dep != "advcl" or token.head != root.i or one_finite(ctx, before, root) is False:
        return ""
    pronoun = pronoun_of(ctx, subject)
    aux = [c for c in ctx.children(root) if c.dep.startswith("aux")]
    finite = next((t for t in [*aux, root] if t.morph.get("VerbForm") == "Fin"), None)
    if not pronoun or finite is None or any(c.dep == "aux:pass" for c in aux):
        return ""
    number = number_of(subject)
    tense = tense_of(root, aux, finite)
    if tense == "present" or (not aux and conjugate(root.lemma.lower(), number=number) == root.text.lower()):
        form = conjugate(verb, number=number)
    elif tense == "past" and auxiliary(verb) == "avoir":
        participle = past_participle(verb)
        form = f"{'ont' if number == 'p' else 'a'} {participle}" if participle else None
    elif tense == "past" and verb == "devenir":
        participle = past_participle(verb, gender="f" if pronoun.startswith("E") else "m", number=number)
        form = f"{'sont' if number == 'p' else 'est'} {participle}"
    else:
        form = None
    return f"{pronoun} {form}" if form else ""


def at_relative(ctx: Context, sid: int, text: str) -> Seam | None:
    """« …, qui V » ends a sentence: « Celle-ci V », where only the noun before the comma can be meant."""
    tokens = ctx.tokens(sid)
    base = ctx.sentence(sid).start
    for k in range(len(tokens) - 1, 2, -1):
        token, comma = tokens[k], tokens[k - 1]
        if comma.text != "," or token.text.lower() != "qui":
            continue
        telling = load_toml(LEXICON)["telling"]
        if any({t.lemma.lower(), infinitive(t.text.lower())} & set(telling) for t in tokens[:k] if t.pos != "NOUN"):
            return None  # the aside is told too
        verb = next((t for t in tokens[k + 1 :] if t.morph.get("VerbForm") == "Fin"), None)
        if verb is None or not ends_here(tokens, k, relative=True) or not whole(ctx, sid, comma.start, token.start):
            return None
        head = text[: comma.start - base].rstrip()
        rest = ctx.text[token.end : ctx.sentence(sid).end].strip()
        if (
            len(head.split()) < LEAST_MAIN
            or len(rest.split()) < LEAST_MAIN
            or loose(head)
            or " qui " in rest
            or ":" in rest
        ):
            return None
        latter = latter_of(ctx, tokens, k, verb)
        return Seam(comma.start, token.end, f"{latter} ", "split.relative") if latter else None
    return None


def latter_of(ctx: Context, tokens: Sequence[Token], k: int, verb: Token) -> str:
    """« Celui-ci » or « celle-ci » for the noun before a comma; "" when another noun of the same number is near."""
    number: Number = "p" if verb.morph.get("Number") == "Plur" else "s"
    relative = next((t for t in tokens[k:] if t.dep == "acl:relcl" and tokens[k].i < t.i), None)
    noun = ctx.head(relative) if relative is not None else last_noun(ctx, tokens[: k - 1], number)
    if noun is None:
        return ""
    entity = ctx.entity_at(noun.start, noun.end)
    if (
        noun.pos != "NOUN"
        or noun.text[:1].isupper()
        or noun.i > tokens[k - 1].i
        or (entity is not None and entity.label == "PER")
    ):
        return ""
    phrase = [t for t in ctx.subtree(noun) if t.i < tokens[k - 1].i]
    if not phrase or phrase[-1].i != tokens[k - 2].i or number_of(noun) != number:
        return ""
    rivals = [t for t in phrase if t.i > noun.i and rival(ctx, t, number)]
    gender = gender_shown(ctx, noun)
    if rivals or any(t.dep == "conj" for t in phrase) or noun.lemma.lower() in VAGUE:
        return ""
    if completes_other(ctx, tokens, noun, number, gender):
        return ""
    return LATTER.get((gender, number), "")


def completes_other(ctx: Context, tokens: Sequence[Token], noun: Token, number: Number, gender: str) -> bool:
    """Whether a noun completes one of its number and of another gender: « la ferme du plateau, qui » is of either."""
    before = [t for t in tokens if t.i < noun.i]
    while before and before[-1].text.lower().replace("’", "'") in {"le", "la", "l'", "les"} | CONTRACTED | {"de", "d'"}:
        before.pop()
    while before and before[-1].pos in {"ADJ", "PROPN"}:
        before.pop()
    linked = any(c.dep == "case" and c.text.lower() in {"de", "d'", "d’", "du", "des"} for c in ctx.children(noun))
    other = before[-1] if before and linked else None
    if other is None or other.pos != "NOUN" or number_of(other) != number:
        return False
    return gender_shown(ctx, other) != gender


def last_noun(ctx: Context, before: Sequence[Token], number: Number) -> Token | None:
    """The one noun of a number, with its article, near the end of a stretch; None when it hangs on another noun."""
    if not before or before[-1].pos not in {"NOUN", "ADJ"}:
        return None
    found = []
    for noun in (t for t in before[-5:] if t.pos == "NOUN"):
        opening = [c for c in ctx.children(noun) if c.i < noun.i]
        articled = any(c.dep in {"det", "nummod"} or c.text.lower() in CONTRACTED for c in opening)
        if articled and number_of(noun) == number:
            found.append(noun)
    if len(found) != 1:
        return None
    cases = [c.text.lower() for c in ctx.children(found[0]) if c.dep == "case" and c.i < found[0].i]
    return None if {"de", "d'", "d’", "du", "des"} & set(cases) else found[0]


def rival(ctx: Context, token: Token, number: Number) -> bool:
    """Whether a word after a noun might be meant as well: another noun, or a name that is not the noun's own."""
    if token.pos == "NOUN":
        # « l’oral de rattrapage, qui »: a noun without an article is nobody's antecedent
        shown = any(c.dep in {"det", "nummod"} or c.text.lower() in CONTRACTED for c in ctx.children(token))
        many = any(c.text.lower() in {"les", "des", "ces", "nos", "vos", "leurs"} for c in ctx.children(token))
        return shown and (number_of(token) == number or (many and number == "p"))
    return token.pos == "PROPN" and any(c.dep in {"case", "det"} for c in ctx.children(token))


def ends_here(tokens: Sequence[Token], k: int, *, relative: bool = False) -> bool:
    """Whether nothing after a place belongs to what stands before it."""
    start = tokens[k].i
    own = {start, *(t.i for t in tokens[k:] if relative and t.dep == "acl:relcl")}
    if relative and tokens[k].head > start:
        own.add(tokens[k].head)  # the verb of « qui », whatever the parser hangs it on
    for token in tokens[k:]:
        if token.pos == "PUNCT" or token.i in own:
            continue
        if token.head < start:
            return False
    return True


def whole(ctx: Context, sid: int, seam: int, after: int) -> bool:
    """Whether no attribution, doubt or quotation of the sentence lies across a seam, and no « selon » opens it."""
    selon = any(a.kind == "selon" for a in ctx.attributions(sid))
    return not selon and clear(ctx, sid, seam, after, taken_up=True)


def loose(head: str) -> bool:
    """Whether the first half would end on something left open."""
    return head.endswith(("»", ":", ";")) or head.count("«") != head.count("»") or "!" in head or "?" in head


def one_finite(ctx: Context, before: Sequence[Token], root: Token) -> bool:
    """Whether the first half holds one finite verb, the main one, and nothing else to take the aside."""
    group = {root.i, *(c.i for c in ctx.children(root) if c.dep.startswith("aux") or c.dep == "cop")}
    for verb in (c for c in ctx.children(root) if c.dep == "conj" and c.pos == "VERB"):
        kids = ctx.children(verb)
        if not any(k.dep in {"nsubj", "nsubj:pass"} for k in kids):  # a second verb of the same subject
            group |= {verb.i, *(k.i for k in kids if k.dep.startswith("aux"))}
    return all(t.i in group for t in before if t.morph.get("VerbForm") == "Fin")


def subject_of(ctx: Context, root: Token) -> Token | None:
    """The subject of the main verb, before it."""
    found = next((c for c in ctx.children(root) if c.dep in {"nsubj", "nsubj:pass"} and c.i < root.i), None)
    return found if found is not None and not any(c.dep == "conj" for c in ctx.children(found)) else None


def pronoun_of(ctx: Context, subject: Token) -> str:
    """« Il » or « elle » for a subject, where its gender and number are shown; "" else."""
    low = subject.text.lower()
    if low in {"il", "elle", "ils", "elles"}:
        return subject.text.capitalize()
    if low in PRONOUNS:
        return ""
    entity = ctx.entity_at(subject.start, subject.end)
    gender: Gender = entity.gender if entity is not None and entity.label == "PER" else ""
    gender = gender or (gender_shown(ctx, subject) if subject.pos == "NOUN" else "")
    return SUBJECTS.get((gender, number_of(subject)), "")


def number_of(token: Token) -> Number:
    """Number of a noun or a pronoun, singular where nothing shows."""
    return "p" if token.number == "p" or token.text.lower() in {"ils", "elles"} else "s"


FINDERS = (at_participles, at_relatives)
