"""A figure among its words, and the words by which its construction is recognised."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from seo_fr.french import noun_gender
from seo_fr.french.conjugation import conjugate, infinitive, known_verb, past_participle
from seo_fr.model import Figure, Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.antecedents import antecedent
from seo_fr.rewriting.clauses import Clause, clause_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import STOPS, definite, lowered, tail, told
from seo_fr.rewriting.subjects import subject_text, without_asides

LEXICON = "rewriting/measures.toml"
SHORT_NAME = 4
"""Words of a name that may close a label: « par le musée »."""
Frame = Callable[[str, str], str]
"""Makes a label of what is counted and of the complements that follow."""


@dataclass(frozen=True, slots=True)
class Place:
    """A figure among its words."""

    figure: Figure
    tokens: tuple[Token, ...]
    """Those of the figure, what is counted included."""
    value: str
    """Qualifier, number and unit."""
    counted: str
    after: int
    """Rank of the first token after the figure."""
    tail: tuple[Token, ...]
    """Complements that follow at once."""
    stop: Token | None
    """What ends them."""

    @property
    def first(self) -> Token:
        """The first token."""
        return self.tokens[0]

    @property
    def head(self) -> Token:
        """The token by which the figure depends on the rest."""
        inside = {t.i for t in self.tokens}
        outward = [t for t in self.tokens if t.head not in inside]
        # « quelque 300 navires sont… »: the qualifier may hang on the verb, the noun says how the whole does
        return next((t for t in outward if t.pos != "ADV"), outward[0] if outward else self.tokens[-1])


@dataclass(frozen=True, slots=True)
class Found:
    """A construction, and how it names its figures."""

    name: str
    frame: Frame
    own: bool = False
    """Whether the subject stands in the label, so that « son » is clear."""
    base: str = ""
    """With its article, the whole of which « dont 40 % » is a part."""
    counted: str = ""
    """What is counted, which a figure after « et » may leave out."""
    whole: bool = False
    """Whether the value shows what is counted, and the label does not."""
    shorter: tuple[Frame, ...] = ()
    """Other ways to name the figures, each a little less full."""
    suffix: str = ""
    """« d’euros », which « 1,4 million » leaves to the figure before it."""
    end: int = 0
    """Rank of the first token after what the construction took, where that is not the figure with its tail."""


def words(name: str) -> frozenset[str]:
    """A word list of the lexicon."""
    return frozenset(load_toml(LEXICON)["words"][name])


def place_of(ctx: Context, figure: Figure) -> Place | None:
    """The figure among its words; None for one that says too little: in a quotation, vague, a label, a small count."""
    if figure.value is None or (not figure.unit and not figure.counted and not figure.number[:1].isdigit()):
        return None
    if any(q.start <= figure.start < q.end for q in ctx.quotations(figure.sentence)):
        return None
    if figure.value < 3 and not figure.unit and not figure.number[:1].isdigit():
        return None
    if figure.unit == "fois" or re.match(r"(?:\d+ )?(?:premi|derni)", figure.counted):
        return None
    tokens = tuple(t for t in ctx.tokens(figure.sentence) if figure.start <= t.start < figure.end)
    if not tokens:
        return None
    value, counted, at = figure.text, "", figure.end
    if figure.counted:
        at = ctx.text.index(figure.counted, figure.start)
        value = re.sub(r"\s*\b(?:de la|de l['’]|des|du|de|d['’])?\s*$", "", ctx.text[figure.start : at])
        head = next(t for t in tokens if t.start >= at)
        counted = lowered(figure.counted, head)
    if counted and not any(t.pos in {"NOUN", "PROPN", "VERB", "X"} for t in tokens if t.start >= at):
        tokens = tuple(t for t in tokens if t.start < at)  # « dont 21 nouvelles »: an adjective counts nothing
        counted = ""
        if not tokens:
            return None
    after = tokens[-1].i + 1
    every = ctx.analysis.tokens
    if figure.unit.startswith("degré") and after < len(every) and every[after].text.rstrip(".") in {"C", "F"}:
        value += f" {every[after].text.rstrip('.')}"
        after += 1
    for extra in (("et", "demi"), ("et", "demie"), ("et", "un", "quart"), ("de", "moins"), ("de", "plus")):
        group = tuple(t.text.lower() for t in every[after : after + len(extra)])
        if group == extra and not counted:
            value += " " + " ".join(extra)
            after += len(extra)
    following, stop = tail(ctx, after)
    end = following[-1].i + 1 if following else after
    years = "".join(t.text for t in every[end - 1 : end + 2])
    if end >= 2 and every[end - 2].text.lower() == "entre" and re.fullmatch(r"(?:19|20)\d\det(?:19|20)\d\d", years):
        following, stop = (*following, *every[end : end + 2]), every[end + 2] if end + 2 < len(every) else None
    return Place(figure, tokens, value, counted, after, following, stop)


def joint(ctx: Context, place: Place) -> str:
    """« de », « d’ » between the number and what is counted."""
    at = ctx.text.index(place.counted, place.figure.start)
    between = ctx.text[place.figure.start : at]
    return re.search(r"(?:d['’]|de |des |du |de la |de l['’])?$", between)[0]  # type: ignore[index]


def lemma_of(verb: Token) -> str:
    """The infinitive, also where the parser left the form as it stood."""
    lemma = verb.lemma.lower()
    return lemma if known_verb(lemma) else infinitive(verb.text.lower()) or lemma


def tense_of(clause: Clause) -> str:
    """The tense of a clause, set right by the form of its verb where the parser mistook it: « connaîtra » is a future.

    Regular verbs only: what « -ra » or the bare present show beyond doubt.
    """
    text, lemma = clause.finite.text.lower(), lemma_of(clause.finite)
    number: Number = "p" if text.endswith("nt") else "s"
    if clause.tense in {"present", "other"} and re.search(r"r(?:a|ont)$", text) and text not in {"ira", "iront"}:
        return "future" if conjugate(lemma, "future", number=number) == text else clause.tense
    if clause.tense == "future" and not re.search(r"r(?:ai|as|a|ons|ez|ont)$", text):
        return "present" if conjugate(lemma, "present", number=number) == text else clause.tense
    if clause.tense == "other" and conjugate(lemma, "present", number=number) == text:
        return "present"
    if clause.tense == "conditional" and re.search(r"(?:ait|aient)$", text):
        return "imperfect" if conjugate(lemma, "imperfect", number=number) == text else clause.tense
    return clause.tense


def previous(ctx: Context, i: int) -> Token | None:
    """The token before a rank, in the same sentence."""
    if i <= 0:
        return None
    token = ctx.analysis.tokens[i - 1]
    return token if token.sentence == ctx.analysis.tokens[i].sentence else None


def governor(ctx: Context, place: Place) -> Token | None:
    """The verb that the figure depends on, if nothing but nouns stands between."""
    current = place.head
    for _ in range(4):
        up = ctx.head(current)
        if up.i == current.i:
            return None
        current = up
        if current.pos in {"VERB", "AUX"}:
            return current
    return None


def by_role(ctx: Context, clause: Clause) -> str:
    """« L’entreprise », of which the article told once whose name it stands for: that name; "" otherwise."""
    if len(clause.subject) != 2 or clause.subject[0].text.lower() not in {"le", "la", "l'", "l’"}:
        return ""
    noun = clause.subject_head.text.lower()
    found = {r.entity for r in ctx.analysis.roles if r.text.lower() == noun and r.sentence < clause.sid}
    entity = ctx.analysis.entities[found.pop()] if len(found) == 1 else None
    return entity.name if entity is not None and entity.label in {"ORG", "PER"} else ""


def shared_subject(ctx: Context, verb: Token, *, lone: bool = False) -> str | None:
    """The subject of a verb, or of the verb that it is joined to by « et »."""
    current = verb
    for _ in range(3):
        clause = clause_of(ctx, current)
        if clause is not None:
            return named(ctx, clause, lone=lone)
        if current.dep != "conj":
            return None
        current = ctx.head(current)
    return None


def named(ctx: Context, clause: Clause, *, lone: bool = False) -> str | None:
    """The subject, its article in lower case; None when it cannot be named out of context.

    *lone*: « le mobilier » may stand without saying which.
    """
    text = subject_text(ctx, clause, in_context=lone) or by_role(ctx, clause)
    if not text and clause.subject_head.text.lower() in {"il", "elle", "ils", "elles"}:
        found = antecedent(ctx, clause)
        if found is None or len(found[0].split()) > 8:
            return None
        return re.sub(r"^(Les? |La |L['’]|Une? |Des )", lambda m: m[1].lower(), whole_name(ctx, *found))
    if not text and lone and definite(ctx, clause.subject[0]):
        subject = without_asides(ctx, clause.subject)
        return (told(ctx, subject, known=True) or None) if subject and len(subject) <= 8 else None
    if not text or len(text.split()) > 10:
        return None
    article = clause.subject[0]
    entity = ctx.entity_at(clause.subject_head.start, clause.subject_head.end)
    low = article.text.lower()
    named_so = entity is not None and entity.label != "PER" and text == entity.name
    if named_so and low in {"le", "la", "les", "l'", "l’"} and article.end >= clause.subject_head.start - 1:
        return f"{low}{'' if low[-1] in chr(39) + '’' else ' '}{text}"  # « L’Insee prévoit »
    gap = ctx.analysis.tokens[clause.subject[-1].i + 1 : clause.group[0].i]
    if any(t.pos in {"NOUN", "PROPN", "ADJ", "ADP", "DET"} for t in gap):
        # the parser gave the end of the subject to the verb: « la rénovation | du stade | coûte »
        if any(t.text in STOPS for t in gap) or text != ctx.span(clause.subject):
            return None
        text = told(ctx, (*clause.subject, *gap)) or ""
        if not text:
            return None
    return lowered(text, article) if article.pos == "DET" and text.startswith(article.text) else text


def whole_name(ctx: Context, name: str, sids: tuple[int, ...]) -> str:
    """A name with the capitals and figures that follow it where it stands: « la 3DS » in « La 3DS XL sortira »."""
    text = ctx.sentence(sids[-1]).text
    match = re.search(rf"(?i:{re.escape(name)})((?: [A-Z0-9][A-Za-z0-9-]*)+)", text)
    return name + match[1] if match is not None and name[-1:].isupper() else name


def familiar(ctx: Context, clause: Clause) -> str | None:
    """« le musée », of which an earlier sentence or the headline told; None for what is new, or cannot be named."""
    if any(t.dep == "case" for t in clause.subject):
        return None
    lemma = clause.subject_head.lemma.lower()
    before = any(t.lemma.lower() == lemma and t.sentence < clause.sid for t in ctx.analysis.tokens)
    headline = re.search(rf"\b{re.escape(clause.subject_head.text.lower())}\b", ctx.analysis.source.title.lower())
    name = named(ctx, clause, lone=True) if before or headline else None
    return name if name and len(name.split()) <= SHORT_NAME else None


def stripped(text: str) -> str:
    """A noun phrase without its article."""
    return re.sub(r"^(?:les? |la |l['’]|une? |des )", "", text)


def with_tail(label: str, after: str) -> str:
    """The label with its complements; a comma before those that no preposition ties to it.

    >>> with_tail("repli du titre", "en 2011"), with_tail("repli du titre", "le 3 mai 2011")
    ('repli du titre en 2011', 'repli du titre, le 3 mai 2011')
    """
    loose = re.match(r"(?:les? |la |l['’]|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)", after)
    return f"{label}{', ' if loose else ' ' if after else ''}{after}"


def left_phrase(ctx: Context, last: Token) -> tuple[Token, ...] | None:
    """The noun phrase that ends on a word, with the nouns it completes."""
    every = ctx.analysis.tokens
    start = last.i
    while start > 0 and every[start - 1].sentence == last.sentence:
        before = every[start - 1]
        if before.text in STOPS or before.pos in {"VERB", "AUX", "PRON", "SCONJ", "CCONJ", "ADV"}:
            break
        if before.pos == "ADP" and before.text.lower() not in {"de", "d'", "d’", "des", "du", "en"}:
            break
        start -= 1
        if every[start].pos == "DET" and (start == 0 or every[start - 1].pos != "ADP"):
            break
    phrase = every[start : last.i + 1]
    while phrase and phrase[0].pos == "ADP":
        phrase = phrase[1:]
    return tuple(phrase) if any(t.pos in {"NOUN", "PROPN"} for t in phrase) else None


def agreed(ctx: Context, verb: Token, noun: Token, number: Number) -> str:
    """The participle of a verb as it agrees with a noun; "" where gender or number is not certain."""
    det = next((c.text.lower() for c in ctx.children(noun) if c.dep == "det"), "")
    lemma = noun.lemma.lower() if noun.pos == "NOUN" else noun.text.lower()
    gender = noun_gender(lemma, determiner=det if det in {"un", "une", "le", "la"} else "", tagged=noun.gender)
    shown: Number = number or noun.number
    return past_participle(lemma_of(verb), gender=gender, number=shown) or "" if gender and shown else ""


def compared(ctx: Context, place: Place) -> str:
    """« (au lieu de 0,7 %) », « , contre 45 000 au mois de mai » after the figure."""
    rest = ctx.text[(place.tail[-1].end if place.tail else place.tokens[-1].end) :][:90]
    if match := re.match(r" ?(\((?:au lieu|contre) [^()]{2,30}\))", rest):
        return f" {match[1]}"
    match = re.match(r",? (contre \d[^,.;()\n]*?(?:,\d[^,.;()\n]*?)?)(?= et |[;)]|[,.](?!\d)|$)", rest)
    end = place.tokens[-1].end + (len(match[0]) if match else 0)
    if match is None or not 2 <= len(match[1].split()) <= 10:
        return ""
    inside = [t for t in ctx.tokens(place.figure.sentence) if place.tokens[-1].end <= t.start < end]
    return f", {match[1]}" if told(ctx, inside) is not None else ""
