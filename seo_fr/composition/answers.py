"""Answers in full: a direct sentence, then one that gathers a fact from elsewhere in the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from seo_fr.composition.brief import Brief, Option
from seo_fr.composition.overlap import flat
from seo_fr.french import capitalize_first, infinitive, noun_gender, past_participle
from seo_fr.model import Piece
from seo_fr.rewriting.claims import claims
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_extras import extras
from seo_fr.topics.matching import stems

ALIKE = 0.8
"""Share of its words that a sentence may not have in common with another."""
NEAR = 2
ASIDES = frozenset({"opened", "dated", "aside"})
"""Kinds of sentences that tell what a sentence says by the way: they may complete what it says first."""
FAR = 5
"""Sentences between two facts that are told together."""
LEAST_TIED = 1.5
"""What ties a second sentence to the first, at least."""
FULL = 12
"""Words from which an answer needs no second sentence, though it may have one."""
FRAMES = ("à l’origine", "expliqu", "cherche", " veut ", " veulent ", "L’objectif", " vise ", "C’est ", " tien")
"""What gives away a frame when it comes twice."""
LONGEST = 60
"""Words of an answer."""
FRAME_VERBS = frozenset(
    "est sont a ont vise visent tient tiennent doit doivent veut veulent explique expliquent sert servent".split()
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that could follow an answer."""

    text: str
    sources: tuple[int, ...]
    kind: str
    owner: str = ""
    """The question that it would answer, if any."""
    worth: float = 0.5


ELLIPTIC_RE = re.compile(r", soit \d|^[^,;:.]{3,40} : |^\d[^;]{0,40} ; ")
"""Short answers that are whole with their question: a figure and what it amounts to, a count and its names."""


def elliptic(text: str) -> bool:
    """Whether an answer is one of the short forms that are whole with their question.

    >>> elliptic("20 kg, soit 3 fois celle du mât."), elliptic("La sonde pèse 20 kg.")
    (True, False)
    """
    return ELLIPTIC_RE.search(text) is not None


def complete(ctx: Context, text: str, sources: Iterable[int]) -> bool:
    """Whether an answer is a sentence: it has a finite verb, by its frame or by the source; or a known short form."""
    if elliptic(text):
        return True
    words = list(re.findall(r"[^\W\d_]+", text.replace("’", " ").lower()))
    if any(w in FRAME_VERBS for w in words):
        return True
    tokens = [t for sid in sources for t in ctx.tokens(sid)]
    finite = {t.text.lower() for t in tokens if t.pos in {"VERB", "AUX"} and t.morph.get("VerbForm") == "Fin"}
    known = {w for t in tokens for w in re.findall(r"[^\W\d_]+", t.text.lower())}
    return any(w in finite or (w not in known and infinitive(w) is not None) for w in words[1:])


def statements(brief: Brief) -> Iterator[Statement]:
    """What the article says on somebody's word, each a sentence that names its speaker."""
    for claim in claims(brief.ctx):
        for text in claim.texts:
            said = capitalize_first(f"{claim.speaker} {text}")
            yield Statement(f"{said}.", (claim.sid,), "claim", worth=0.6)
            if undergone := suffered(claim.speaker, text):
                yield Statement(undergone, (claim.sid,), "claim", worth=0.6)
    for extra in extras(brief.ctx):
        yield Statement(extra.text, extra.sources, extra.kind, worth=0.3 if extra.kind in {"point", "aside"} else 0.7)


TAKEN = {
    "réfute": "réfuter",
    "rejette": "rejeter",
    "refuse": "refuser",
    "écarte": "écarter",
    "dénonce": "dénoncer",
    "condamne": "condamner",
    "conteste": "contester",
    "approuve": "approuver",
}
"""Stands that a passive tells as well: the form in the third person, the verb."""
STAND_RE = re.compile(rf"^(?P<v>{'|'.join(TAKEN)}) (?P<what>(?P<a>la |le |l’)(?P<n>[^\W\d_]+)[^,;:.()«]*)$")


def suffered(speaker: str, text: str) -> str:
    """« X » « rejette l’idée d’un prêt » → « L’idée d’un prêt est rejetée par X. »; "" where that is not certain.

    >>> suffered("Paul Mercier", "rejette l’idée d’un prêt"), suffered("Paul Mercier", "rejette tout")
    ('L’idée d’un prêt est rejetée par Paul Mercier.', '')
    """
    match = STAND_RE.match(text.replace("'", "’"))
    if match is None or re.match(r"(?:le|les) ", speaker):
        return ""
    gender = {"la ": "f", "le ": "m"}.get(match["a"]) or noun_gender(match["n"].lower())
    participle = past_participle(TAKEN[match["v"]], gender="f" if gender == "f" else "m") if gender else None
    return f"{capitalize_first(match['what'])} est {participle} par {speaker}." if participle else ""


def tied(brief: Brief, question: str, first: Piece, other: Statement) -> float:
    """How much a sentence belongs with an answer: it tells of the same thing, or shares two words that are no names."""
    asked = question.lower().replace("'", "’")
    said = f"{asked} {first.text.lower()}".replace("'", "’")
    text = other.text.replace("'", "’")
    topic = set(brief.keyphrase.stems)
    names = {s for e in brief.ctx.analysis.entities for s in stems(e.name)}
    common = (set(stems(said)) & set(stems(text))) - topic - names
    distance = min(abs(a - b) for a in first.sources for b in other.sources)
    score = float(len(common)) if len(common) > 1 else 0.0
    if (opening := PHRASE_RE.match(text)) and holds(said, opening["np"]):
        score += 2.0
    if (end := OBJECT_RE.search(text)) and holds(asked, end["np"]) and distance <= FAR:
        score += 1.5
    return score + (0.3 if distance <= NEAR else 0.0)


PHRASE_RE = re.compile(r"^(?P<np>(?:Les? |La |L’)[^\W\d_]{3,}(?: (?:[A-Z\d][\w.-]*|d(?:e|es|u|’) ?[^\W\d_]+))*)")
OBJECT_RE = re.compile(r" (?P<np>(?:les? |la |l’)[^\W\d_]{4,})\.$")


def holds(text: str, phrase: str) -> bool:
    """Whether a text in lower case holds a phrase, whole.

    >>> holds("quand sort la fusée ?", "La fusée"), holds("quand sort la fusée ?", "La fus")
    (True, False)
    """
    return re.search(rf"(?<!\w){re.escape(phrase.lower())}(?!\w)", text) is not None


def alike(one: str, other: str) -> bool:
    """Whether two sentences say much the same: the longer holds most words of the shorter.

    >>> alike("Le conseil finance le parc.", "Le conseil finance le parc à moitié."), alike("Le maire.", "En avril.")
    (True, False)
    """
    small, large = sorted((set(flat(one)), set(flat(other))), key=len)
    return len(small & large) / len(small) >= ALIKE if small else True


def seconded(
    brief: Brief,
    question: str,
    option: Option,
    pool: Sequence[Statement],
    fits: Callable[[Option], bool],
) -> tuple[Option, Statement] | None:
    """An answer with the sentence of the pool that belongs with it most; None where none belongs."""
    first = option.pieces[0]
    ranked = sorted(
        ((tied(brief, question, first, s) + 0.5 * s.worth, s) for s in pool if apart(s, first)),
        key=lambda pair: -pair[0],
    )
    for score, found in ranked:
        if score - 0.5 * found.worth < LEAST_TIED or alike(first.text, found.text):
            continue
        if not days_told(brief.ctx, found.text) or not answering(first.operation.removeprefix("faq."), found):
            continue
        if any(frame in first.text and frame in found.text for frame in FRAMES):
            continue
        text = taken_up(first.text, found.text)
        piece = Piece(text, "restated", found.sources, f"faq.{found.kind}", first.confidence)
        full = replace(option, pieces=(first, piece))
        if full.words <= LONGEST and fits(full):
            return full, found
    return None


REASONS = frozenset({"cause", "motive", "means"})
RECAST = frozenset(
    "said asked change whether kinds use enabled duty reason view part belief left after moment terms "
    "calendar backing bar".split()
)
"""Kinds whose rules recast the fact themselves: the same words in the same order are then another sentence."""
NUMBERS = frozenset({"count", "measure", "sum", "shares", "trend"})


def answering(kind: str, other: Statement) -> bool:
    """Whether a second sentence answers the question too, by the kinds of both; *kind*: that of the question.

    A reason is completed by a reason, a number by nothing else, a refusal by what is refused; who did a thing, when
    or where, by what else is said of the same thing. An aim is that of one deed.

    >>> answering("cause", Statement("La pluie explique la crue.", (3,), "cause"))
    True
    >>> answering("cause", Statement("Les pompiers ont éteint le feu.", (3,), "who"))
    False
    """
    if kind == "aim" or kind in RECAST:
        return False  # whole by construction
    if kind in REASONS:
        return other.kind == kind
    if kind in NUMBERS:
        return other.kind == "shares"
    if kind == "whether":
        return other.kind == "whether"
    return other.kind in ASIDES or other.kind == kind


def apart(other: Statement, first: Piece) -> bool:
    """Whether a sentence comes from elsewhere than the answer: from another sentence, or from an aside of the same.

    An aside must then tell more than the same figure.
    """
    if not set(other.sources) & set(first.sources):
        return True
    mine, theirs = re.findall(r"\d+", first.text), re.findall(r"\d+", other.text)
    return other.kind in ASIDES and not (theirs and set(theirs) <= set(mine))


MONTHS = tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split())
DAY_RE = re.compile(rf"\b(?P<day>\d{{1,2}})(?:er)? (?P<month>{'|'.join(MONTHS)})\b")


def days_told(ctx: Context, text: str) -> bool:
    """Whether the source or its dateline names each day of a text: none is reckoned from « samedi dernier »."""
    source = ctx.analysis.source
    named = "\n".join((source.dateline, source.title, source.raw, ctx.text))
    told = {(m["day"], m["month"]) for m in DAY_RE.finditer(named)}
    if source.published is not None:
        told.add((str(source.published.day), MONTHS[source.published.month - 1]))
    return all((m["day"], m["month"]) in told for m in DAY_RE.finditer(text))


SAID_RE = re.compile(
    r",? selon [^,]+(?:\.$|,)|"
    r", (?:(?:a|ont) )?(?:affirm|ajout|annonc|assur|déclar|estim|expliqu|indiqu|précis|rapport)(?:e|ent|é) [^,]+\.$"
)
"""« selon X », « indique X », as an answer may have it moved."""
ALLTHESAME = 0.85
"""Share of the words of an answer that may not stand in the same order in one source sentence."""


def restated(ctx: Context, text: str, sources: Iterable[int]) -> bool:
    """Whether an answer only says a sentence of the source again, its attribution aside."""
    mine = flat(SAID_RE.sub("", text))
    for sid in sources:
        theirs = flat(ctx.sentence(sid).text)
        blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
        if mine and sum(block.size for block in blocks) / len(mine) >= ALLTHESAME:
            return True
    return False


SUBJECT_RE = re.compile(r"^(?P<s>(?P<a>Les? |La |L’)[^,;:.]+?) (?P<rest>(?:s’|se )?(?P<v>[^\W\d_]+)\b.*)$")


LATE_RE = re.compile(r"^C’est .+ qu(?:e |’)(?:[^\W\d_]+ ){1,3}?(?P<s>(?:les? |la |l’).+)\.$")
"""« C’est en mai que sort le livre. »"""


def taken_up(first: str, second: str) -> str:
    """« La capsule … . La capsule emporte … » with « Elle » in the second; as it is where the subjects differ.

    >>> taken_up("La capsule restera là un an.", "La capsule transporte du sable.")
    'Elle transporte du sable.'
    >>> taken_up("La capsule restera là un an.", "La fusée transporte du sable.")
    'La fusée transporte du sable.'
    """
    if (late := LATE_RE.match(first)) and (again := SUBJECT_RE.match(second)):
        taken = again["rest"].split()
        for k in range(len(taken) - 1):
            subject = " ".join([again["s"], *taken[:k]])
            if late["s"].lower() == subject.lower() and verb(taken[k]) and (pronoun := pronoun_of(subject)):
                return f"{pronoun} {' '.join(taken[k:])}"
    if (fronted := re.match(r"^[^,]{3,60}, (?P<rest>(?:les? |la |l’).+)$", first)) is not None:
        first = capitalize_first(fronted["rest"])
    ones, others = first.split(), second.split()
    common = 0
    while common < min(len(ones), len(others)) and ones[common] == others[common]:
        common += 1
    subject = " ".join(others[:common])
    if not re.match(r"(?:Les? |La |L’)", subject) or common < 1 or common >= len(others) or common >= len(ones):
        return second
    if re.search(r" (?:de|du|des|et|en|à|au) ?$|,", subject) or not all(verb(w[common]) for w in (ones, others)):
        return second
    pronoun = pronoun_of(subject)
    return f"{pronoun} {' '.join(others[common:])}" if pronoun else second


def pronoun_of(subject: str) -> str:
    """« Elle » for « La capsule »; "" where the gender is not certain.

    >>> pronoun_of("La capsule"), pronoun_of("Le pont")
    ('Elle', 'Il')
    """
    noun = re.sub(r"^(?:Les? |La |L’)", "", subject).split()[0]
    shown = "f" if subject.startswith("La ") else "m" if subject.startswith("Le ") else ""
    gender = shown or noun_gender(noun) or noun_gender(noun.removesuffix("s"))
    if not gender:
        return ""
    return ("Elle" if gender == "f" else "Il") + ("s" if subject.startswith("Les ") else "")


def verb(word: str) -> bool:
    """Whether a word is a form of a verb, with or without its clitic."""
    plain = re.sub(r"^(?:s’|n’|l’)", "", word.lower()).strip(",.")
    return plain in {"se", "en", "ne"} | FRAME_VERBS or infinitive(plain) is not None
