"""Terms that an article only passes by: in the name of a body or of an office, or in words unlike those of the term."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from seo_fr.resources import load_toml
from seo_fr.topics.matching import fold, stems, words


def passed_by(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the only mention of a term, (start, end) in *text*, completes the name of a body, or names one.

    >>> text = "Il parlait devant le congrès de la Mutualité française."
    >>> passed_by(text, [(35, 54)]), passed_by("La Mutualité française proteste.", [(3, 22)])
    (True, False)
    >>> passed_by("Le ministre du Redressement productif proteste.", [(3, 37)])
    True
    """
    if len(spans) != 1:
        return False
    start, end = spans[0]
    before, office = _cues()
    return bool(before.search(text[max(0, start - 80) : start]) or office.match(text[start:end]))


def names_a_body(term: str) -> bool:
    """Whether a term is the name of a body: « Direction générale de l’aviation civile ».

    >>> names_a_body("Direction générale de l’aviation civile"), names_a_body("système d’identification")
    (True, False)
    """
    return bool(_body().match(term))


def under_another_name(surface: str, term: str) -> bool:
    """Whether an article says a thing in words that its term does not recall: « milices », « groupe paramilitaire ».

    Acronyms recall nothing, but are explained for that very reason; so are the names known as well as the term.

    >>> under_another_name("milices", "groupe paramilitaire"), under_another_name("daltoniens", "daltonisme")
    (True, False)
    >>> under_another_name("GPU", "processeur graphique"), under_another_name("Flight Director", "directeur de vol")
    (False, False)
    """
    if surface.isupper() or term.isupper() or stems(surface) in _known_too():
        return False
    heads = {fold(word.text.lower())[:4] for word in words(term)}
    return not any(fold(word.text.lower())[:4] in heads for word in words(surface))


@cache
def _known_too() -> frozenset[tuple[str, ...]]:
    return frozenset(stems(name) for name in load_toml("concepts.toml")["beside"].split("; "))


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    scenery = load_toml("concepts.toml")["scenery"]
    heads, offices = ("|".join(map(re.escape, scenery[kind].split("; "))) for kind in ("heads", "offices"))
    between, link = r"(?: (?:d[’']|l[’'])?[^\W\d][\w-]*){0,6}?", r" (?:de la |du |des |de l[’']|d[’']|de )"
    before = rf"\b(?:{heads}|{offices})\b{between}{link}$"
    return re.compile(before, re.IGNORECASE), re.compile(rf"(?:{offices})\b", re.IGNORECASE)


@cache
def _body() -> re.Pattern[str]:
    heads = "|".join(map(re.escape, load_toml("concepts.toml")["scenery"]["heads"].split("; ")))
    return re.compile(rf"(?:{heads})\b", re.IGNORECASE)
