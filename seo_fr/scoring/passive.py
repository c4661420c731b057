"""The French passive, by rule: a form of « être » and the participle of a verb that takes an object.

No tagger is asked: participles in -é are an open class with lists of exceptions (verbs whose perfect takes « être »,
adjectives), the others a closed one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from seo_fr.resources import load_toml
from seo_fr.scoring.context import lexicon
from seo_fr.topics.matching import Word, words

END_RE = re.compile("[.!?;:…]")
PREPOSITIONS = ("en", "à", "de", "d", "par")
"""Right before a word in -é, these make it a noun: « à égalité », « en difficulté »."""
NUMERALS = ("deux", "trois", "quatre", "cinq", "dix")
AMOUNTS = frozenset({*NUMERALS, "un", "une", "le", "la", "les", "l", "environ", "près", "plus", "moins", "à", "en"})
"""What follows « soit » where it means « that is »."""
REACH = 4
"""Light words that may part the auxiliary from its participle."""


def is_passive(text: str) -> bool:
    """Whether a clause holds a passive.

    >>> is_passive("Le plan a été adopté par les élus."), is_passive("Elle est arrivée mardi.")
    (True, False)
    >>> is_passive("Ils se sont réunis."), is_passive("Le musée est, depuis hier, fermé au public.")
    (False, True)
    """
    return passive_in(tuple(words(text)), text)


def passive_in(tokens: Sequence[Word], text: str) -> bool:
    """Whether a sentence, given with its words, holds a passive."""
    lower = [token.text.lower() for token in tokens]
    starts = [i for i, word in enumerate(lower) if word == "été" or word in lexicon("passive", "be")]
    if not starts:
        return False
    marks = [
        0,
        *(
            text[a.end : b.start].count(",") + 2 * bool(END_RE.search(text[a.end : b.start]))
            for a, b in pairwise(tokens)
        ),
    ]
    return any(_starts_passive(lower, marks, i) for i in starts)


def _starts_passive(lower: list[str], marks: list[int], i: int) -> bool:
    word = lower[i]
    before = lower[i - 1] if i else ""
    if word == "été":
        return _have_before(lower, marks, i) and not _reflexive(lower, i) and _participle_after(lower, marks, i)
    if before in ("l", "à", "d", "vers") and word == "est":
        return False
    if word == "étant" and lower[i + 1 : i + 2] == ["donné"]:
        return False
    if word == "soit" and _joins(lower, marks, i):
        return False
    return not _reflexive(lower, i) and _participle_after(lower, marks, i)


def _joins(lower: list[str], marks: list[int], i: int) -> bool:
    """Whether « soit » is no verb: « soit vendu, soit donné », « 29 jours, soit deux années »."""
    parted = i == 0 or marks[i] > 0
    others = [j for j, word in enumerate(lower) if word == "soit" and j != i]
    if others and (parted or any(marks[j] for j in others if j > i)):
        return True
    return parted and lower[i + 1 : i + 2] != [] and (lower[i + 1] in AMOUNTS or lower[i + 1].isdigit())


def _have_before(lower: list[str], marks: list[int], i: int) -> bool:
    """Whether « été » is the participle of « être », not the season: « avoir » stands before it."""
    have, between = lexicon("passive", "have"), lexicon("passive", "between")
    commas = 0
    for j in range(i - 1, max(-1, i - 2 - REACH), -1):
        commas += marks[j + 1]
        if lower[j] in have:
            return commas in (0, 2)
        if lower[j] not in between and not lower[j].endswith("ment") and commas != 1:
            return False
    return False


def _reflexive(lower: list[str], i: int) -> bool:
    """Whether a reflexive pronoun governs the auxiliary: « s’est », « nous nous sommes »."""
    before = lower[i - 1] if i else ""
    if before in lexicon("passive", "reflexive"):
        return True
    return before in ("nous", "vous") and lower[i - 2 : i - 1] == [before]


def _participle_after(lower: list[str], marks: list[int], i: int) -> bool:
    """Whether a participle follows, light words aside; commas must go by two: « est, dit-on, prévu »."""
    between = lexicon("passive", "between")
    commas = 0
    for j in range(i + 1, min(len(lower), i + 2 + REACH)):
        word = lower[j]
        commas += marks[j]
        if lower[j - 1] in NUMERALS and lower[j - 2] not in ("tous", "toutes"):
            return False  # « trois employés » are persons
        if lower[j - 1] not in PREPOSITIONS and is_participle(word):
            adjective = word in _forms_of("adjectives") and lower[i] != "été" and lower[j + 1 : j + 2] != ["par"]
            return commas in (0, 2) and not adjective
        # Between two commas anything may stand.
        if word not in between and not (word.endswith("ment") and len(word) > 5) and commas != 1:
            return lower[j - 1 : j + 1] == ["en", "fait"] and _participle_after(lower, marks, j)
    return False


@cache
def _forms_of(key: str) -> frozenset[str]:
    return frozenset(form for word in load_toml("scoring/passive.toml")[key].split() for form in _forms(word))


def _forms(masculine: str) -> tuple[str, ...]:
    """Masculine and feminine, singular and plural, of a participle."""
    plural = masculine if masculine.endswith("s") else f"{masculine}s"
    base = {"dû": "du", "mû": "mu", "absous": "absout", "dissous": "dissout"}.get(masculine, masculine)
    return (masculine, plural, f"{base}e", f"{base}es")


def is_participle(word: str) -> bool:
    """Whether a lower-case word may be the participle of a passive.

    >>> [w for w in "adoptée vendus allée santé construites joli".split() if is_participle(w)]
    ['adoptée', 'vendus', 'construites']
    """
    if word in _forms_of("motion"):
        return False
    if word.endswith(("é", "ée", "és", "ées")):
        return len(word.rstrip("s").removesuffix("e")) > 2 and word not in ("été", "étés")
    return word in _forms_of("irregular")
