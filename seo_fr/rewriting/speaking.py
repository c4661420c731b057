"""A claim, and the number of the verb that its speaker takes."""

from __future__ import annotations

from dataclasses import dataclass

from seo_fr.model import Number

LEXICON = "rewriting/claims.toml"
LONGEST = 24
SHORTEST = 3
PLURAL_OPENINGS = (
    "les ",
    "des ",
    "plusieurs ",
    "certains ",
    "certaines ",
    "deux ",
    "trois ",
    "quelques ",
    "de nombreu",
)
SINGULAR_OPENINGS = ("le ", "la ", "l’", "l'", "un ", "une ")
QUOTES = frozenset({"«", "»", '"', "“", "”"})


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that somebody says."""

    speaker: str
    """As it can be named anywhere."""
    entity: int
    """Index in ``Analysis.entities``, or -1."""
    texts: tuple[str, ...]
    """Predicates, the fullest first: « annonce le retour de plusieurs joueurs pour 2013 »."""
    sid: int
    at: int
    """First character of what is said."""


def speaker_number(name: str) -> Number:
    """Number of the verb that a speaker takes.

    >>> speaker_number("des analystes"), speaker_number("Anne Roche"), speaker_number("Anne Roche et Paul Brun")
    ('p', 's', 'p')
    """
    low = name.lower()
    if low.startswith(SINGULAR_OPENINGS):
        return "s"
    return "p" if low.startswith(PLURAL_OPENINGS) or " et " in name else "s"
