"""What a heading must not do to its source: lose a doubt, a place, whose word it is; or copy the sentence below."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from seo_fr.french.conjugation import conjugate
from seo_fr.model import Sentence
from seo_fr.resources import load_toml
from seo_fr.topics.heading_families.base import Candidate, Stage, lengths, phrases_of, words_of
from seo_fr.topics.heading_families.nominals import event_nouns
from seo_fr.topics.heading_halves import cut_amount, half
from seo_fr.understanding.view import low

NAMING: Final = frozenset(
    {
        "noun_phrase",
        "subject_fact",
        "quality",
        "definition",
        "announced",
        "nominalisation",
        "keyphrase",
        "stretch",
        "extended",
        "origin",
    }
)
"""Families whose headings name a thing, and so take it for granted."""
TAIL_WORDS: Final = 3
"""Last words of a heading by which its place in the source is found."""
COPIED: Final = 0.85
"""Share of the words of a sentence from which on a heading is that sentence."""
WORD_RE: Final = re.compile(r"\w+")
SCOPE_RE: Final = re.compile(
    r"\s+(?:dans|en|au|aux|à(?! travers| nouveau| terme)|chez|pour|par|sur|parmi|contre|face)\b", re.I
)
"""What goes on after the last word of a heading and says where, for whom or against what it is true."""
ASKED: Final = frozenset({"noun_phrase", "nominalisation"})
"""Families that may ask what the source supposes."""
FACTS: Final = frozenset({"clause", "attributed_clause", "sentence", "figure"})
ELSEWHERE_RE: Final = re.compile(
    r"\b(?:le|la|les|du|ce|cette) mêmes?\b|"
    r"\b(?:prochaine?|dernière?|suivante?|précédente?|derniere?|dernier)s?(?:$|,)|"
    r"^(?:(?:Les? |La )derni|D['’]autres\b)",
    re.I,
)
UNENDED_RE: Final = re.compile(r"\b(?:car|puisque|parce que|mais|donc)\s+\S+$|\bd['’]ores$|\bà l['’]aide (?!d)")
"""A reason or an objection of one word: the rest of it was cut."""
UNFIT_RE: Final = re.compile(
    r"\b(?:de (?:son|leur) côté|pour (?:sa|leur) part|à (?:son|leur) tour|quant à (?:lui|elle|eux|elles))\b|"
    r"(?:\d[\s.]?){8,}|^La plupart (?!d)|^(?:Certaine?s|D['’]autres|Les (?:deux|trois|autres|uns)) \w+(?:ent|ont)\b|"
    r"\b(?:pas|rien) (?:souhaité |voulu )?(?:répond\w+|réagi\w*|commenter?)\b|"
    r"^(?:Et|Mais|Or|Puis|Car) |^\d+ [\w-]+(?: [\w-]+)?$|\b(?:et basta|et puis voilà|et tout ça|quoi)$|"
    r"\ble week-end$|^L[ae] \d\d(?: \d\d)+|\b(?:mille|cents)$"
)
"""What ties to what precedes, a telephone number, « most » of whom one does not know, a silence, a bare count."""
RELATIVE_RE: Final = re.compile(r"\s+(?:qui|que|qu['’]|dont|où)\b|,\s+(?:un|une|des)\s")
ASIDE_RE: Final = re.compile(
    r"\b(?:si vous (?:voulez|souhaitez|désirez|cherchez)|pour ceux qui|à noter que)\b[^,;:.]*$"
)
"""How an aside to the reader opens, up to what it speaks of."""
PLACES_RE: Final = re.compile(r",\s(?:en|au|aux|à|dans)\s[^,.;:]+(?:,|\set)\s(?:en|au|aux|à|dans)\s", re.I)
"""What goes on with a second and a third place."""
INFINITIVE_RE: Final = re.compile(r"\b(?:à|de) \w+(?:er|ir|re)$|\bd['’]\w+(?:er|ir|re)$")
ACTIONS_RE: Final = re.compile(r",\s(?:se |s['’]|de |d['’]|à )?\w+(?:er|ir|re)\b")
"""What goes on with a second action."""
SCENERY_RE: Final = re.compile(r"\s(?:dans|sur|à|au|aux|en|chez|avec|près|sous|entre|de|\d+)\b")
HEDGES: Final = frozenset({"conditional", "hedged"})
MAY_RE: Final = re.compile(r"\b(?:pourr|devr)ai(?:en)?t\b", re.IGNORECASE)
"""« Pourrait », « devrait »: what follows has not happened."""
INDEFINITE: Final = ("un ", "une ", "des ")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the last words of a heading stand in its source."""

    sentence: Sentence
    start: int
    """First character of these words in the source."""
    end: int
    """One past the last."""


def plain(text: str) -> str:
    """Small letters and straight apostrophes, as many characters as before."""
    return text.lower().replace("’", "'").replace("\u00a0", " ").replace("\n", " ")


def place_of(stage: Stage, item: Candidate) -> Place | None:
    """Where the end of a heading stands in the sentence it is drawn from; None if it is not there word for word."""
    if not item.sources:
        return None
    sentence = stage.analysis.source.sentences[item.sources[0]]
    said = item.text.split(" : ")[-1].rpartition(", selon ")
    words = plain(said[0] or said[2]).split()
    tail = " ".join(words[-TAIL_WORDS:])
    low = plain(stage.text[sentence.start : sentence.end])
    at = low.find(tail)
    return None if at < 0 else Place(sentence, sentence.start + at, sentence.start + at + len(tail))


def hedge_lost(stage: Stage, item: Candidate, place: Place) -> bool:
    """« Une stratégie concertée », for what « semble » to be part of one: the thing is named, its doubt is lost."""
    if item.family not in NAMING:
        return False
    words = set(plain(item.text).split())
    for scope in stage.scopes.get(place.sentence.id, ()):
        if scope.kind not in HEDGES and not MAY_RE.search(scope.cue):
            continue
        if not scope.start < place.end <= scope.end:
            continue
        cue = plain(stage.text[scope.start : scope.end]).find(plain(scope.cue))
        after = cue < 0 or scope.start + cue < place.start
        if after and not set(plain(scope.cue).split()) <= words:
            return True
    return False


def taken_for_fact(stage: Stage, item: Candidate, place: Place) -> bool:
    """Whether a heading names as a fact what somebody says, judges or fears."""
    if item.family not in NAMING or item.attributed:
        return False
    sid = place.sentence.id
    said = any(a.sentence == sid and a.start <= place.start < a.end for a in stage.analysis.attributions)
    judging = phrases_of("judging")
    return said or any(t.start < place.start and t.lemma.lower() in judging for t in stage.view.of_sentence(sid))


def figure_cut_short(stage: Stage, item: Candidate, place: Place) -> bool:
    """« 1 600 emplois supprimés », of those of one site: a number is true where and for whom the source says."""
    return any(c.isdigit() for c in item.text) and cut_short(stage, item, place)


def cut_short(stage: Stage, item: Candidate, place: Place) -> bool:
    """Whether the source goes on, after the last word of a heading, with a place or an aim."""
    return item.family != "quotation" and SCOPE_RE.match(stage.text, place.end) is not None


def relative_lost(stage: Stage, item: Candidate, place: Place) -> bool:
    """« Sauver un outil », of one « qui… », or of « un outil, un mot »: a new thing without what tells which."""
    said = plain(item.text).split()[-TAIL_WORDS:]
    new = any(f"{word} " in INDEFINITE for word in said)
    return new and RELATIVE_RE.match(stage.text, place.end) is not None


def elsewhere(_: Stage, item: Candidate, __: Place) -> bool:
    """Whether a heading points at a day or a thing that it does not name: « le même jour », « le 3 mai prochain »."""
    return item.family in FACTS and ELSEWHERE_RE.search(item.text) is not None


def disagreeing(item: Candidate) -> bool:
    """Whether a plural subject at the head of a fact has a verb in the singular: the parser lost whose verb it is."""
    if item.family not in FACTS or not item.text.startswith(("Les ", "Des ", "Plusieurs ")) or " ou " in item.text:
        return False
    one, many = (conjugate(item.head, number=number) for number in ("s", "p"))
    words = item.text.split()
    return bool(one) and one != many and one in words and many not in words


def titled(_: Stage, item: Candidate, __: Place) -> bool:
    """« M. Untel annonce »: a page gives names in full."""
    return item.text.startswith(("M. ", "Mme ", "MM. ", "Mlle "))


def same_sentence(_: Stage, item: Candidate, place: Place) -> bool:
    """Whether a heading is the sentence it is drawn from, or nearly."""
    own = WORD_RE.findall(plain(place.sentence.text))
    words = WORD_RE.findall(plain(item.text))
    common = sum(word in own for word in words)
    return common == len(words) and len(words) >= COPIED * len(own)


def doubtful_thing(stage: Stage, item: Candidate, place: Place) -> bool:
    """A hedge lost over a thing that nothing else makes sure of: « une stratégie », « des travaux »."""
    said = plain(item.text.split(" : ")[-1])
    new = said.startswith(INDEFINITE) or item.family in {"nominalisation", "origin"}
    return new and hedge_lost(stage, item, place)


def bracketed(stage: Stage, place: Place) -> bool:
    """Whether the last word of a heading stands between brackets that open in its sentence, outside the heading."""
    before = stage.text[place.sentence.start : place.start]
    inside = stage.text[place.start : place.end]
    return before.count("(") > before.count(")") and "(" not in inside


def unended(stage: Stage, place: Place) -> bool:
    """Whether a heading ends on « annonçant », whose object is lost."""
    words = [t for t in stage.view.of_sentence(place.sentence.id) if place.start <= t.start and t.end <= place.end]
    if not words:
        return False
    last = words[-1]
    return last.pos == "VERB" and last.morph.get("VerbForm") == "Part" and low(last.text).endswith("ant")


def listed(stage: Stage, item: Candidate, place: Place) -> bool:
    """Whether a fact is told of the first of some places, or up to the first of some actions."""
    if item.family not in FACTS or ", " in item.text or " et " in item.text:
        return False
    rest = stage.text[place.end : place.sentence.end]
    if PLACES_RE.match(rest) or (INFINITIVE_RE.search(item.text) and ACTIONS_RE.match(rest)):
        return True
    words = stage.view.of_sentence(place.sentence.id)
    held = {
        t.i
        for t in words
        if place.start <= t.start < place.end and t.morph.get("VerbForm") != "Fin" and low(t.lemma) != item.head
    }
    after = (t for t in words if t.start >= place.end)
    return any(t.dep == "conj" and t.head in held and t.morph.get("VerbForm") != "Fin" for t in after)


def aside(stage: Stage, item: Candidate, place: Place) -> bool:
    """Whether a heading is drawn from a conditional aside to the reader: « si vous voulez un résumé, c’est par là »."""
    before = plain(stage.text[place.sentence.start : place.start])
    return item.family not in {"quotation"} and ASIDE_RE.search(before) is not None


def apposed(stage: Stage, item: Candidate, place: Place) -> bool:
    """« Le repère, un équipement d’aide à la navigation »: a phrase that only says what the one before it is."""
    if item.family not in NAMING:
        return False
    words = stage.view.of_sentence(place.sentence.id)
    held = [t for t in words if t.lemma == item.head and t.start < place.end]
    closed = re.match(r"\s*(?:[,.;:)]|$)", stage.text[place.end : place.sentence.end])  # else the subject of a verb
    return bool(held) and held[-1].dep == "appos" and closed is not None


def scenery(_: Stage, item: Candidate, __: Place) -> bool:
    """« Un tel vit dans un appartement avec son père »: a state and its scenery, no fact that heads."""
    held = {item.head.lower(), *plain(item.text).split()}  # « vit »: the lemma may be another verb's
    return item.family in FACTS and bool(held & words_of("static")) and SCENERY_RE.search(item.text) is not None


def one_term(stage: Stage, item: Candidate, place: Place) -> bool:
    """Whether a heading keeps one term of what its source joins or sets in contrast."""
    return half(stage, item, place.sentence, place.end)


PART_RE: Final = re.compile(r",?\sdont [^.;:]{0,40}\b(?:sursis|fermes?|conditionnel(?:le)?s?)\b")


def part_lost(stage: Stage, _item: Candidate, place: Place) -> bool:
    """« Dix-huit mois de prison », where the source goes on « dont douze avec sursis »."""
    return PART_RE.match(stage.text[place.end : place.sentence.end]) is not None


MEASURED_RE: Final = re.compile(r"\b(?:de|à|d['’]) ?\d[\d\s.,\u00a0\u202f]*(?:[a-zà-ÿ²³°]+|€|%)(?: [a-zà-ÿ]+)?$")


def measured(_stage: Stage, item: Candidate, _place: Place) -> bool:
    """« La cuve de 1 000 litres »: a thing told by its size, which is a detail; not « une amende de 300 euros »."""
    if item.family != "noun_phrase" or MEASURED_RE.search(item.text) is None:
        return False
    words = re.findall(r"[a-zà-ÿ-]+", item.text.lower())[:4]
    return not (event_nouns() | words_of("sums")) & set(words)


Check = Callable[[Stage, Candidate, Place], bool]
WEIGHED: Final[Mapping[str, Check]] = {
    "hedge_lost": hedge_lost,
    "taken_for_fact": taken_for_fact,
    "figure_cut_short": figure_cut_short,
    "cut_short": cut_short,
    "elsewhere": elsewhere,
    "relative_lost": relative_lost,
    "titled": titled,
    "aside": aside,
    "apposed": apposed,
    "scenery": scenery,
    "measured": measured,
    "part_lost": part_lost,
    "one_term": one_term,
    "listed": listed,
    "same_sentence": same_sentence,
}
"""Checks that cost points, by their name in « headings.toml »."""


def weighed(stage: Stage, item: Candidate) -> Candidate | None:
    """A candidate, worth less for what it does to its source; None where it would say what the source does not.

    What the source only supposes is asked: « Une stratégie concertée ? ».
    """
    own = item.family.startswith("source")
    if not own and UNFIT_RE.search(item.text):
        return None
    if item.family in FACTS and item.text.startswith(("D’autres ", "D'autres ")):
        return None
    if not own and (len(item.text) > lengths()["most"] or UNENDED_RE.search(item.text) or disagreeing(item)):
        return None
    place = place_of(stage, item)
    if place is None or item.family.startswith("source"):
        return item
    if bracketed(stage, place) or cut_amount(stage, item, place.end) or unended(stage, place):
        return None
    if doubtful_thing(stage, item, place):
        if not event_nouns() & set(re.findall(r"[a-zà-ÿ-]+", item.text.lower())[:4]):
            return None  # « Un industriel du nord ? » asks nothing
        if item.family not in ASKED or stage.attribution(place.sentence.id, place.start, place.end) is not None:
            return None
        return replace(item, text=f"{item.text} ?", family="question", attributed=True)
    points = load_toml("headings.toml")["faults"]
    lost = sum(points[name] for name, check in WEIGHED.items() if check(stage, item, place))
    return replace(item, bonus=item.bonus + lost) if lost else item
