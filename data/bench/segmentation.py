"""Topic segmentation against its peers, on sectioned texts (REAL) and on joined snippets (CONCAT).

    python data/bench/segmentation.py [--peers PYTHON] [--bench FOLDER] [--hide-paragraphs]

The peers: « every k paragraphs », TextTiling (nltk), C99 (Choi, NAACL 2000, below) and textsplit (optimal division of
sentence vectors); *k*, the threshold of C99 and the penalty of textsplit are the best on each set. TextTiling
and C99 are given unaccented lemmas and cut at paragraph starts; textsplit is run by *PYTHON*, an interpreter that has
it. Prints mean Pk (the lower the better) and F1 of cuts within one sentence (the higher the better).
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from nltk.metrics.segmentation import pk
from nltk.tokenize.texttiling import TextTilingTokenizer

BENCH = Path(__file__).parents[3] / "shared" / "bench" / "segmentation"
SETS = ("real", "concat")
TEXTSPLIT = """
import json, sys
import numpy as np
from textsplit.algorithm import split_optimal
docs = json.load(open(sys.argv[1]))
out = []
for rows, penalty in docs:
    out.append(split_optimal(np.array(rows), penalty).splits if len(rows) > 1 else [])
print(json.dumps([[int(i) for i in cuts] for cuts in out]))
"""


@dataclass
class Doc:
    """A document ready for every system."""

    name: str
    gold: list[int]
    paragraphs: list[tuple[int, int]]
    bags: list[list[str]]
    vectors: np.ndarray
    ours: list[int]
    seconds: float

    @property
    def starts(self) -> list[int]:
        """Where a cut may fall."""
        return [a for a, _ in self.paragraphs] if len(self.paragraphs) > 1 else list(range(len(self.bags)))


def load(folder: Path, name: str, *, hidden: bool) -> list[Doc]:
    """Parse the documents of a set and cut them with seo_fr."""
    from seo_fr.model import Analysis
    from seo_fr.nlp import parse
    from seo_fr.topics.segmentation import cuts, source_of
    from seo_fr.topics.units import units_of

    out = []
    for doc in json.loads((folder / f"{name}_open.json").read_text(encoding="utf-8")):
        count = len(doc["sentences"])
        pairs = [(0, count)] if hidden else [(a, b) for a, b in doc["paragraphs"]]
        source = source_of(doc["sentences"], pairs)
        tokens, vectors = parse(source)
        analysis = Analysis(source, tokens, vectors=vectors)
        units = units_of(analysis, source.sentences, range(count))
        before = time.perf_counter()
        ours = cuts(analysis, pairs)
        seconds = time.perf_counter() - before
        bags = [list(bag) for bag in units.bags]
        out.append(Doc(doc["doc_id"], doc["boundaries"], pairs, bags, units.vectors, ours, seconds))
    return out


def every(doc: Doc, k: int) -> list[int]:
    """A cut every *k* paragraphs."""
    return doc.starts[k::k]


def texttiling(doc: Doc) -> list[int]:
    """nltk's TextTiling over paragraphs of stems; nothing where it fails, as it does on short texts."""
    blocks = [" ".join(" ".join(bag) for bag in doc.bags[a:b]) or "vide" for a, b in units_of_doc(doc)]
    text = "\n\n".join(blocks)
    starts, at = [], 0
    for block in blocks:
        starts.append(at)
        at += len(block) + 2
    try:
        tiles = TextTilingTokenizer(stopwords=["de"], w=20, k=6).tokenize("\n\n" + text)
    except (ValueError, IndexError):
        return []
    cuts, at = [], -2
    for tile in tiles[:-1]:
        at += len(tile)
        nearest = min(range(len(starts)), key=lambda i: abs(starts[i] - at))
        if nearest:
            cuts.append(units_of_doc(doc)[nearest][0])
    return sorted(set(cuts))


def units_of_doc(doc: Doc) -> list[tuple[int, int]]:
    """Paragraphs, or sentences when paragraphs are hidden."""
    if len(doc.paragraphs) > 1:
        return doc.paragraphs
    return [(i, i + 1) for i in range(len(doc.bags))]


def c99(doc: Doc, threshold: float, mask: int = 11) -> list[int]:
    """Choi's C99: ranks of cosines in a mask, then divisive clustering by inside density, stopped by its gradient."""
    units = units_of_doc(doc)
    n = len(units)
    if n < 3:
        return []
    counts = [Counter(w for bag in doc.bags[a:b] for w in bag) for a, b in units]
    norms = [math.sqrt(sum(v * v for v in c.values())) or 1.0 for c in counts]
    cosines = [
        [sum(x[w] * y[w] for w in x) / (norms[i] * norms[j]) for j, y in enumerate(counts)]
        for i, x in enumerate(counts)
    ]
    sims, half = np.array(cosines), mask // 2
    ranks = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            window = sims[max(0, i - half) : i + half + 1, max(0, j - half) : j + half + 1]
            ranks[i, j] = (window < sims[i, j]).sum() / max(1, window.size - 1)
    sums = np.zeros((n + 1, n + 1))
    sums[1:, 1:] = ranks.cumsum(0).cumsum(1)

    def density(bounds: list[int]) -> float:
        spans = list(pairwise(bounds))
        inside = sum(float(sums[b, b] - sums[a, b] - sums[b, a] + sums[a, a]) for a, b in spans)
        return inside / sum((b - a) ** 2 for a, b in spans)

    bounds, order, reached = [0, n], [], [density([0, n])]
    while len(bounds) <= n:
        trials = [(density(sorted([*bounds, cut])), -cut) for cut in range(1, n) if cut not in bounds]
        best, cut = max(trials)
        bounds = sorted([*bounds, -cut])
        order.append(-cut)
        reached.append(best)
    gradients = np.convolve(np.diff(reached), [1 / 4, 1 / 2, 1 / 4], mode="same")
    keep = int((gradients > gradients.mean() + threshold * gradients.std()).sum())
    return sorted(units[cut][0] for cut in order[:keep])


def textsplit(docs: Sequence[Doc], penalty: float, python: str) -> list[list[int]]:
    """The optimal division of textsplit, run by another interpreter, its cuts moved to the nearest paragraph start."""
    rows = [[doc.vectors.tolist(), penalty] for doc in docs]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(rows, file)
        file.flush()
        run = subprocess.run([python, "-c", TEXTSPLIT, file.name], capture_output=True, text=True, check=True)
    out = []
    for doc, cuts in zip(docs, json.loads(run.stdout), strict=True):
        starts = doc.starts
        out.append(sorted({near for cut in cuts if (near := min(starts, key=lambda s: (abs(s - cut), s)))}))
    return out


def f1(gold: Sequence[int], found: Sequence[int]) -> float:
    """F1 of cuts matched one to one within one sentence."""
    if not gold and not found:
        return 1.0
    i = j = matched = 0
    while i < len(gold) and j < len(found):
        if abs(gold[i] - found[j]) <= 1:
            matched, i, j = matched + 1, i + 1, j + 1
        elif found[j] < gold[i]:
            j += 1
        else:
            i += 1
    return 2 * matched / (len(gold) + len(found)) if gold and found else 0.0


def measure(docs: Sequence[Doc], found: Sequence[Sequence[int]]) -> tuple[float, float]:
    """Mean Pk and F1±1."""
    rows = []
    for doc, cuts in zip(docs, found, strict=True):
        n = len(doc.bags)
        window = min(max(2, int(n / (2 * (len(doc.gold) + 1)) + 0.5)), n - 1)
        gold, guess = ("".join("1" if i in set(c) else "0" for i in range(1, n)) for c in (doc.gold, cuts))
        rows.append((float(pk(gold, guess, k=window, boundary="1")), f1(sorted(doc.gold), sorted(cuts))))
    return statistics.fmean(a for a, _ in rows), statistics.fmean(b for _, b in rows)


def best_of(docs: Sequence[Doc], runs: Sequence[Callable[[], list[list[int]]]]) -> tuple[float, float]:
    """The run with the lowest Pk."""
    return min((measure(docs, run()) for run in runs), key=lambda pair: pair[0])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bench", type=Path, default=BENCH)
    parser.add_argument("--peers", default="", help="an interpreter that has textsplit")
    parser.add_argument("--hide-paragraphs", action="store_true")
    options = parser.parse_args()
    docs = {name: load(options.bench, name, hidden=options.hide_paragraphs) for name in SETS}
    table: dict[str, dict[str, Any]] = {}
    for name, items in docs.items():
        table[name] = {
            "no cut": measure(items, [[] for _ in items]),
            "every k paragraphs": best_of(
                items, [lambda k=k, items=items: [every(d, k) for d in items] for k in range(2, 9)]
            ),
            "TextTiling (nltk)": measure(items, [texttiling(d) for d in items]),
            "C99": best_of(items, [lambda c=c, items=items: [c99(d, c) for d in items] for c in (0.3, 0.6, 0.9, 1.2)]),
        }
        if options.peers:
            runs = [lambda p=p, items=items: textsplit(items, p, options.peers) for p in (1.0, 2.0, 4.0, 8.0, 16.0)]
            table[name]["textsplit"] = best_of(items, runs)
        table[name]["seo_fr"] = measure(items, [d.ours for d in items])
    print(f"{'system':22s} {'REAL Pk':>8s} {'F1±1':>6s} {'CONCAT Pk':>10s} {'F1±1':>6s}")
    for system in table["real"]:
        (a, b), (c, d) = table["real"][system], table["concat"][system]
        print(f"{system:22s} {a:8.3f} {b:6.3f} {c:10.3f} {d:6.3f}")
    slowest = max(doc.seconds for items in docs.values() for doc in items)
    mean = statistics.fmean(doc.seconds for items in docs.values() for doc in items)
    print(
        f"\nseo_fr: {1000 * mean:.1f} ms a document beyond the parse, {1000 * slowest:.1f} ms at most", file=sys.stdout
    )


if __name__ == "__main__":
    main()
