"""How well the units of a text hold together, and where they part: plain numbers in, cuts out.

A segment costs its code length under a Laplace-smoothed unigram model of its own (Utiyama and Isahara, « A statistical
model for domain-independent text segmentation », ACL 2001), less what its sentence vectors have in common once the
document's mean is taken off them. A cut costs what it severs: lexical chains, words echoed from just before, likeness
of both sides. The cheapest division is found by dynamic programming, in time proportional to units × longest segment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FORBIDDEN: Final = 1e6
"""Cost of a cut that must not be."""
LONGEST: Final = 240
"""Most units in one segment: what keeps the time linear on very long texts."""
TEMPER: Final = 0.75
"""Exponent on the squared length of a segment's summed vectors: between the spread-out 0.5 and the greedy 1."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign is worth; the table of the same name in « segmentation.toml » explains each."""

    reach: int
    chain_gap: int
    section: float
    lexical: float
    cohesion: float
    spanning: float
    opening: float
    closing: float
    echo: float
    likeness: float
    leaning: float

    @classmethod
    def of(cls, table: Mapping[str, float]) -> Weights:
        """Read a table of « segmentation.toml »."""
        return cls(int(table["reach"]), int(table["chain_gap"]), *(float(table[n]) for n in cls.__slots__[2:]))


@dataclass(frozen=True, slots=True)
class Units:
    """Sentences as the engine sees them, and where a segment may start."""

    bags: tuple[tuple[str, ...], ...]
    """Stems of the content words of each sentence."""
    vectors: Floats
    """One row a sentence: sum of the unit vectors of its content words."""
    starts: tuple[int, ...]
    """Ranks of the sentences at which a segment may start; 0 is the first of them."""
    leaning: tuple[bool, ...]
    """Whether each sentence opens with a word that leans on what stands before."""
    announced: tuple[bool, ...]
    """Whether each sentence must stay with the one before."""

    @property
    def ends(self) -> tuple[int, ...]:
        """One past the last sentence of each unit."""
        return (*self.starts[1:], len(self.bags))


def divide(units: Units, weights: Weights) -> list[int]:
    """Ranks of the sentences at which a new segment starts; the first sentence is not among them."""
    if len(units.starts) < 2:
        return []
    return cheapest(units.starts, segment_costs(units, weights), cut_costs(units, weights))


def cheapest(starts: Sequence[int], segments: Floats, cuts: Floats) -> list[int]:
    """The division of least cost.

    ``segments[i, k]`` is the cost of a segment of ``k + 1`` units from unit *i* on; ``cuts[i]`` that of a cut before
    unit *i*. Of two divisions that cost the same, the one with the later cuts is taken.
    """
    import numpy as np

    m, longest = segments.shape
    best = np.zeros(m + 1)
    back = [0] * (m + 1)
    for j in range(1, m + 1):
        first = max(0, j - longest)
        origins = np.arange(first, j)
        costs = best[first:j] + segments[origins, j - 1 - origins] + cuts[first:j]
        k = len(costs) - 1 - int(np.argmin(costs[::-1]))
        best[j], back[j] = costs[k], first + k
    out: list[int] = []
    j = back[m]
    while j > 0:
        out.append(starts[j])
        j = back[j]
    return out[::-1]


def segment_costs(units: Units, weights: Weights) -> Floats:
    """Cost of every segment: code length, less cohesion, plus the price of being a segment at all."""
    import numpy as np

    words = sum(len(bag) for bag in units.bags)
    price = weights.section * np.log(max(words, 2))
    costs: Floats = weights.lexical * code_lengths(units) - weights.cohesion * cohesions(units) + price
    return costs


def code_lengths(units: Units) -> Floats:
    """Code length in nats of every segment: ``n log(n + V) - Σ c log(c + 1)``, *c* the count of each of its words."""
    import numpy as np

    ranks: dict[str, int] = {}
    for bag in units.bags:
        for word in bag:
            ranks.setdefault(word, len(ranks))
    m, size = len(units.starts), max(1, len(ranks))
    counts = np.zeros((m + 1, size), dtype=np.int32)
    for u, (start, end) in enumerate(zip(units.starts, units.ends, strict=True)):
        counts[u + 1] = counts[u]
        for bag in units.bags[start:end]:
            for word in bag:
                counts[u + 1, ranks[word]] += 1
    totals = counts.sum(axis=1)
    steps = np.arange(int(totals[-1]) + 1)
    gains = steps * np.log1p(steps)
    longest = min(m, LONGEST)
    out = np.zeros((m, longest))
    gained = np.zeros(m)  # by first unit, of the segment that ends with the current one
    for j in range(m):
        first = max(0, j + 1 - longest)
        new = np.flatnonzero(counts[j + 1] - counts[j])
        after = counts[j + 1, new] - counts[first : j + 1, new]
        before = counts[j, new] - counts[first : j + 1, new]
        gained[first : j + 1] += (gains[after] - gains[before]).sum(axis=1)
        length = totals[j + 1] - totals[first : j + 1]
        origins = np.arange(first, j + 1)
        out[origins, j - origins] = length * np.log(length + size) - gained[first : j + 1]
    return out


def centred(units: Units) -> Floats:
    """Sentence vectors less the document's mean, each of length 1 (or 0)."""
    import numpy as np

    counts = np.array([max(1, len(bag)) for bag in units.bags], dtype=float)[:, None]
    mean = units.vectors.sum(axis=0) / counts.sum()
    known = np.abs(units.vectors).sum(axis=1, keepdims=True) > 0
    rows = np.where(known, units.vectors / counts - mean, 0.0)
    out: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return out


def cohesions(units: Units) -> Floats:
    """How far the vectors of every segment point the same way: the length of their sum, tempered."""
    import numpy as np

    rows = centred(units)
    m = len(units.starts)
    sums = np.zeros((m + 1, rows.shape[1]))
    for u, (start, end) in enumerate(zip(units.starts, units.ends, strict=True)):
        sums[u + 1] = sums[u] + rows[start:end].sum(axis=0)
    longest = min(m, LONGEST)
    out = np.zeros((m, longest))
    for j in range(m):
        origins = np.arange(max(0, j + 1 - longest), j + 1)
        gap = sums[j + 1] - sums[origins]
        out[origins, j - origins] = np.einsum("ij,ij->i", gap, gap) ** TEMPER
    return out


def cut_costs(units: Units, weights: Weights) -> Floats:
    """Cost of a cut before each unit; 0 for the first, which needs none."""
    import numpy as np

    spanning, opening, closing = chains(units.bags, weights.chain_gap)
    rows = centred(units)
    words = [frozenset(bag) for bag in units.bags]
    reach = weights.reach
    out = np.zeros(len(units.starts))
    for u, (start, end) in enumerate(zip(units.starts, units.ends, strict=True)):
        if u == 0:
            continue
        before: frozenset[str] = frozenset().union(*words[max(0, start - reach) : start])
        if units.starts == tuple(range(len(units.bags))):
            end = min(len(units.bags), start + 2)
        after = [word for bag in units.bags[start : min(end, start + reach)] for word in bag]
        echoed = sum(word in before for word in after) / max(3, len(after))
        left, right = rows[max(0, start - reach) : start].sum(axis=0), rows[start : start + reach].sum(axis=0)
        likeness = float(left @ right) / (float(np.linalg.norm(left) * np.linalg.norm(right)) + 1e-9)
        out[u] = (
            weights.spanning * spanning[start]
            - weights.opening * opening[start]
            - weights.closing * closing[start]
            + weights.echo * echoed
            + weights.likeness * likeness
            + weights.leaning * units.leaning[start]
            + FORBIDDEN * units.announced[start]
        )
    return out


def chains(bags: Sequence[Sequence[str]], gap: int) -> tuple[list[int], list[int], list[int]]:
    """Lexical chains (runs of one word, no two uses more than *gap* sentences apart) at each sentence start.

    Gives how many span it, how many start with that sentence, and how many ended with the one before.

    >>> chains([("loup",), ("bois",), ("loup",), ("ville",), ("ville",)], gap=2)
    ([0, 1, 1, 0, 1], [1, 0, 0, 1, 0], [0, 0, 0, 1, 0])
    """
    places: dict[str, list[int]] = {}
    for rank, bag in enumerate(bags):
        for word in sorted(set(bag)):
            places.setdefault(word, []).append(rank)
    n = len(bags)
    spanning, opening, closing = [0] * (n + 1), [0] * (n + 1), [0] * (n + 1)
    for found in places.values():
        first = 0
        for k in range(1, len(found) + 1):
            if k < len(found) and found[k] - found[k - 1] <= gap:
                continue
            if k - 1 > first:
                opening[found[first]] += 1
                closing[found[k - 1] + 1] += 1
                for rank in range(found[first] + 1, found[k - 1] + 1):
                    spanning[rank] += 1
            first = k
    return spanning[:n], opening[:n], closing[:n]
