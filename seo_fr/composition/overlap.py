"""How much two sentences repeat one another, counted on runs of four words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

WORD_RE = re.compile(r"[^\W_]+")
N = 4
LEAST = 3
"""A text with fewer runs than this is too short to repeat anything."""


def flat(text: str) -> list[str]:
    """Words in lower case without accents, as a reader's ear compares them.

    >>> flat("L’été : 340 000 puces")
    ['l', 'ete', '340', '000', 'puces']
    """
    plain = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("æ", "ae"))
    return WORD_RE.findall("".join(c for c in plain if not unicodedata.combining(c)).lower())


def grams(text: str, n: int = N) -> frozenset[tuple[str, ...]]:
    """The runs of *n* words of a text."""
    words = flat(text)
    return frozenset(tuple(words[i : i + n]) for i in range(len(words) - n + 1))


def share(one: Collection[tuple[str, ...]], other: Collection[tuple[str, ...]]) -> float:
    """Share of the shorter text's runs that the other has too; 0 when it is too short to tell.

    >>> share(grams("le chat dort sur le lit bleu"), grams("hier le chat dort sur le lit"))
    0.75
    """
    small, large = sorted((frozenset(one), frozenset(other)), key=len)
    return len(small & large) / len(small) if len(small) >= LEAST else 0.0


class Repetition:
    """What has been written so far, and whether something new would repeat it."""

    def __init__(self, limit: float = 0.5) -> None:
        self.limit = limit
        self._seen: list[frozenset[tuple[str, ...]]] = []
        self._flat: list[str] = []

    def add(self, text: str) -> None:
        """Note a sentence as written."""
        self._seen.append(grams(text))
        self._flat.append(" ".join(flat(text)))

    def worst(self, text: str) -> float:
        """The largest share of runs in common with a sentence already written."""
        mine = grams(text)
        return max((share(mine, other) for other in self._seen), default=0.0)

    def repeats(self, text: str) -> bool:
        """Whether a sentence says again, in the same words, one that is already there."""
        words = flat(text)
        return (len(words) > 3 and " ".join(words) in self._flat) or self.worst(text) > self.limit

    def mark(self) -> int:
        """A place to come back to."""
        return len(self._seen)

    def back_to(self, mark: int) -> None:
        """Forget what was written after a mark."""
        del self._seen[mark:], self._flat[mark:]
