"""What an answer tells beyond its question and beyond what the page has said already."""

from __future__ import annotations

import re
from collections.abc import Iterable

from seo_fr.composition.overlap import flat

STEM = 6
"""Letters by which words are compared."""
FIGURES = frozenset({"count", "measure", "sum", "when", "basis"})
"""Kinds of questions that a bare figure, date or phrase answers."""
LEAST_NEW = 2
"""Words that such an answer must have besides its figure and the words of its question."""
FRAMES = (
    "durée prévue prévu attendu attendue capacité environ moins près presque montant total somme entraîné origine "
    "explique expliquent cherche cherchent ainsi tient tiennent vise visent date lieu est sont sera être avoir "
    "jour jours mois année années heure heures minute minutes semaine semaines euros dollars francs millions milliards "
    "kilomètres mètres tonnes degrés janvier février mars avril juin juillet août septembre octobre novembre décembre "
    "assure assurent assuré assurait oeuvre "
    "soit pour contre dans avec plus deux trois quatre cinq neuf douze demi étend élève selon"
)
KNOWN = frozenset(word[:STEM] for word in flat(FRAMES))
NUMBER_RE = re.compile(r"\d+(?:[\s.]\d{3})*(?:,\d+)?")
SHORT_SENTENCE = 14
"""Words up to which a sentence may be a heading as it stands."""
SAME = 0.85
"""Share of the words of an answer that such a sentence may have."""


def new_words(question: str, answer: str) -> list[str]:
    """The words that an answer adds to its question, cut to their first letters; numbers among them.

    >>> new_words("Quelle est la masse de la sonde ?", "La masse de la sonde est de 20 kg, soit 3 fois celle du mât.")
    ['20', '3', 'fois', 'celle']
    """
    asked = {w[:STEM] for w in flat(question)}
    found = [w[:STEM] for w in flat(answer) if len(w) > 3 or w.isdigit()]
    return [w for w in found if w not in asked and w not in KNOWN]


def mirrors(kind: str, question: str, answer: str) -> bool:
    """Whether an answer says its question again, with nothing but one figure or date.

    >>> mirrors("measure", "Quelle est la masse de la sonde ?", "La masse de la sonde est de 20 kg.")
    True
    >>> mirrors("measure", "Quelle est la masse de la sonde ?", "20 kg, soit 3 fois celle du mât.")
    False
    """
    if kind not in FIGURES:
        return False
    if kind not in {"when", "basis"} and len(NUMBER_RE.findall(answer)) > 1:
        return False
    return sum(not w.isdigit() for w in new_words(question, answer)) < LEAST_NEW


def given(question: str, answer: str, told: Iterable[str]) -> bool:
    """Whether one of the texts told has all that an answer adds to its question.

    >>> given("Quand rouvre le parc ?", "Le parc doit rouvrir le 3 mai.", ["Fermé, le parc doit rouvrir le 3 mai."])
    True
    >>> given("Quand rouvre le parc ?", "Le parc doit rouvrir le 3 mai.", ["Le parc est fermé."])
    False
    """
    mine = new_words(question, answer)
    return bool(mine) and any(set(mine) <= {w[:STEM] for w in flat(text)} for text in told)


def same_as_heading(kind: str, answer: str, sentence: str) -> bool:
    """Whether the answer to a question of number says a short sentence again, in any order.

    >>> same_as_heading("count", "Kelvo compte 300 usagers en ville.", "300 usagers utilisent Kelvo en ville.")
    True
    """
    words = [w[:STEM] for w in flat(answer) if w[:STEM] not in KNOWN and w != "compte"]
    theirs = {w[:STEM] for w in flat(sentence)}
    if kind not in FIGURES or not words or len(sentence.split()) > SHORT_SENTENCE:
        return False
    return sum(w in theirs for w in words) / len(words) >= SAME
