"""Words, syllables and long words of running text, counted once for all readability measures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from seo_fr.french import count_syllables
from seo_fr.scoring.page import Sentence

LONG_WORD = 6
"""Letters beyond which LIX calls a word long."""
POLYSYLLABLE = 4
"""Syllables from which a French word is called long here; three is too common a length to tell anything."""
VOWELS = frozenset("aeiouyàâéèêëîïôöûùüœæ")


@dataclass(frozen=True, slots=True)
class Counts:
    """Sums over sentences."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    long: int = 0
    """Words over six letters."""
    polysyllables: int = 0
    """Words of four syllables or more."""


@lru_cache(maxsize=1 << 16)
def syllables(piece: str) -> int:
    """Syllables of a word; none for an elided one, « l » of « l’eau »."""
    if piece.isalpha() and (piece.lower() == "qu" or not any(c in VOWELS for c in piece.lower())) and len(piece) < 3:
        return 0
    return count_syllables(piece)


def count(sentences: Iterable[Sentence]) -> Counts:
    """Sum words, syllables and long words over sentences."""
    words = syllabic = long = poly = spoken = 0
    for sentence in sentences:
        words += sentence.words
        spoken += sentence.words > 0
        for token in sentence.tokens:
            n = syllables(token.text)
            syllabic += n
            long += len(token.text) > LONG_WORD
            poly += n >= POLYSYLLABLE
    return Counts(words, spoken, syllabic, long, poly)
