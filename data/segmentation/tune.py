"""Tune the costs of « segmentation.toml » on the open bench, and cross-validate them.

    python data/segmentation/tune.py [--mode paragraphs|sentences] [--restarts 3] [--folds 5] [--bench FOLDER]

Coordinate descent over a coarse grid, from the shipped costs and from random points (fixed seed). What is minimised is
the mean over both sets of Pk less a share of F1±1, REAL counting most. The shipped file is not touched: the best costs
are printed, with the figures on what they were tuned on and those of the folds held out, which are the ones to report.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nltk.metrics.segmentation import pk

from seo_fr.model import Analysis
from seo_fr.nlp import parse
from seo_fr.resources import load_toml
from seo_fr.topics import cohesion
from seo_fr.topics.segmentation import FEWEST_PARAGRAPHS, source_of
from seo_fr.topics.units import units_of

BENCH = Path(__file__).parents[3] / "shared" / "bench" / "segmentation"
GRID: dict[str, tuple[float, ...]] = {
    "reach": (3, 4, 5),
    "chain_gap": (5, 8, 12),
    "section": (0.3, 0.4, 0.5, 0.6, 0.8, 1.1, 1.4, 1.8, 2.2),
    "lexical": (0.2, 0.3, 0.4, 0.5, 0.7, 1.0),
    "cohesion": (0.0, 0.3, 0.6, 0.8, 1.0, 1.5, 2.0, 3.0),
    "spanning": (0.0, 0.1, 0.2, 0.3, 0.4),
    "opening": (0.0, 0.1, 0.2, 0.3, 0.4),
    "closing": (0.0, 0.05, 0.1, 0.2),
    "echo": (0.0, 3.0, 6.0, 7.5, 9.0, 10.5, 12.0, 16.0),
    "likeness": (0.0, 1.0, 2.0, 3.0, 5.0),
    "leaning": (0.0, 0.3, 0.6, 1.0),
}
SHARES = {"real": 1.0, "concat": 0.7}
"""Weight of each set: REAL is the need, CONCAT the classic."""
F1_SHARE = {"paragraphs": 0.6, "sentences": 0.2}
"""Worth of F1±1 against Pk; low over sentences, where an exact cut is luck and needless cuts are the danger."""


@dataclass
class Item:
    """A document of the bench, ready to be cut again and again."""

    name: str
    units: cohesion.Units
    gold: list[int]
    tables: dict[Any, Any]


def load(name: str, mode: str, folder: Path) -> list[Item]:
    """The documents of one set, parsed once."""
    items = []
    for doc in json.loads((folder / f"{name}_open.json").read_text(encoding="utf-8")):
        count = len(doc["sentences"])
        pairs = [tuple(p) for p in doc["paragraphs"]] if mode == "paragraphs" else [(0, count)]
        source = source_of(doc["sentences"], pairs)
        tokens, vectors = parse(source)
        analysis = Analysis(source, tokens, vectors=vectors)
        starts = [a for a, _ in pairs] if len(pairs) >= FEWEST_PARAGRAPHS else list(range(count))
        items.append(Item(name, units_of(analysis, source.sentences, starts), doc["boundaries"], {}))
    return items


def cut(item: Item, weights: cohesion.Weights) -> list[int]:
    """As ``cohesion.divide``, with the tables that the costs do not change kept from one call to the next."""
    if len(item.units.starts) < 2:
        return []
    if not item.tables:
        item.tables["lexical"] = cohesion.code_lengths(item.units)
        item.tables["cohesion"] = cohesion.cohesions(item.units)
        item.tables["words"] = sum(len(bag) for bag in item.units.bags)
    key = (weights.reach, weights.chain_gap)
    if key not in item.tables:
        zero = dict.fromkeys(cohesion.Weights.__slots__, 0.0)
        zero |= {"reach": weights.reach, "chain_gap": weights.chain_gap}
        signs = ("spanning", "opening", "closing", "echo", "likeness", "leaning")
        base = cohesion.cut_costs(item.units, cohesion.Weights.of(zero))
        item.tables[key] = (
            base,
            {s: cohesion.cut_costs(item.units, cohesion.Weights.of(zero | {s: 1.0})) - base for s in signs},
        )
    base, signs_of = item.tables[key]
    import math

    segments = (
        weights.lexical * item.tables["lexical"]
        - weights.cohesion * item.tables["cohesion"]
        + weights.section * math.log(max(item.tables["words"], 2))
    )
    costs = base + sum(getattr(weights, sign) * table for sign, table in signs_of.items())
    return cohesion.cheapest(item.units.starts, segments, costs)


def f1(gold: Sequence[int], found: Sequence[int], tolerance: int = 1) -> float:
    """F1 of cuts matched one to one within a tolerance in sentences."""
    if not gold and not found:
        return 1.0
    i = j = matched = 0
    while i < len(gold) and j < len(found):
        if abs(gold[i] - found[j]) <= tolerance:
            matched, i, j = matched + 1, i + 1, j + 1
        elif found[j] < gold[i]:
            j += 1
        else:
            i += 1
    return 2 * matched / (len(gold) + len(found)) if gold and found else 0.0


def figures(item: Item, weights: cohesion.Weights) -> tuple[float, float]:
    """Pk and F1±1 of one document."""
    found, n = cut(item, weights), len(item.units.bags)
    window = min(max(2, int(n / (2 * (len(item.gold) + 1)) + 0.5)), n - 1)
    marks = ["".join("1" if i in set(cuts) else "0" for i in range(1, n)) for cuts in (item.gold, found)]
    return float(pk(marks[0], marks[1], k=window, boundary="1")), f1(sorted(item.gold), found)


def means(items: Sequence[Item], weights: cohesion.Weights) -> dict[str, tuple[float, float]]:
    """Mean Pk and F1±1 of each set."""
    rows: dict[str, list[tuple[float, float]]] = {}
    for item in items:
        rows.setdefault(item.name, []).append(figures(item, weights))
    return {k: (statistics.fmean(a for a, _ in v), statistics.fmean(b for _, b in v)) for k, v in rows.items()}


def loss(items: Sequence[Item], weights: cohesion.Weights) -> float:
    """What is minimised."""
    found = means(items, weights)
    return sum(SHARES[name] * (value[0] - F1_SHARE[item_mode(items)] * value[1]) for name, value in found.items())


def item_mode(items: Sequence[Item]) -> str:
    """Whether most documents are cut at paragraph starts."""
    whole = sum(len(item.units.starts) == len(item.units.bags) for item in items)
    return "sentences" if 2 * whole > len(items) else "paragraphs"


def descend(items: Sequence[Item], weights: cohesion.Weights, rng: random.Random) -> tuple[float, cohesion.Weights]:
    """The best point reached by changing one cost at a time."""
    best, moved = loss(items, weights), True
    while moved:
        moved = False
        for name in rng.sample(sorted(GRID), len(GRID)):
            for value in GRID[name]:
                trial = replace(weights, **{name: int(value) if name in ("reach", "chain_gap") else value})
                if trial != weights and (reached := loss(items, trial)) < best - 2e-4:
                    best, weights, moved = reached, trial, True
    return best, weights


def search(items: Sequence[Item], shipped: cohesion.Weights, restarts: int) -> cohesion.Weights:
    """The best of several descents."""
    rng = random.Random(7)
    found = [descend(items, shipped, rng)]
    for _ in range(restarts):
        start = cohesion.Weights.of(
            {n: rng.choice(GRID[n]) if rng.random() < 0.5 else getattr(shipped, n) for n in GRID}
        )
        found.append(descend(items, start, rng))
    return min(found, key=lambda pair: pair[0])[1]


def main() -> None:
    """Tune, cross-validate, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mode", choices=("paragraphs", "sentences"), default="paragraphs")
    parser.add_argument("--restarts", type=int, default=3)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--bench", type=Path, default=BENCH)
    options = parser.parse_args()
    items = [item for name in ("real", "concat") for item in load(name, options.mode, options.bench)]
    shipped = cohesion.Weights.of(load_toml("segmentation.toml")[options.mode])
    print("shipped", means(items, shipped), flush=True)
    tuned = search(items, shipped, options.restarts)
    print("tuned  ", means(items, tuned), tuned, flush=True)
    held: dict[str, list[tuple[float, float]]] = {}
    for fold in range(options.folds):
        train = [item for k, item in enumerate(items) if k % options.folds != fold]
        weights = search(train, shipped, options.restarts)
        for k, item in enumerate(items):
            if k % options.folds == fold:
                held.setdefault(item.name, []).append(figures(item, weights))
    for name, rows in held.items():
        print(f"{options.folds}-fold {name}: Pk {statistics.fmean(a for a, _ in rows):.4f}", end=" ")
        print(f"F1±1 {statistics.fmean(b for _, b in rows):.4f}")


if __name__ == "__main__":
    main()
