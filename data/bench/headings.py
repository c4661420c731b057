"""List every heading made for the open articles, with the first line of its section: to be read, not committed.

    python data/bench/headings.py [--articles FILE] [--only ID ...] [--candidates N]

What is listed is what ``rewrite`` prints; ``--candidates`` adds, under each heading, the N best others and their worth.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import seo_fr
from seo_fr.model import Section
from seo_fr.result import Rewrite
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.headline import fact_headings
from seo_fr.topics.heading_families.base import Stage
from seo_fr.topics.headings import Task, ranked
from seo_fr.topics.heads import pixels
from seo_fr.topics.sections import PlannedSection

ARTICLES = Path(__file__).parents[3] / "shared" / "bench" / "articles" / "open.jsonl"


def main() -> None:
    """Print the heads and headings of each article."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=Path, default=ARTICLES)
    parser.add_argument("--only", nargs="*", default=())
    parser.add_argument("--candidates", type=int, default=0)
    options = parser.parse_args()
    families: Counter[str] = Counter()
    for line in options.articles.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if options.only and article["id"] not in options.only:
            continue
        result = seo_fr.rewrite(article["text"], title=article["title"] or None)
        body = [section for section in result.sections if section.block == "body"]
        others = candidates(result, body, options.candidates) if options.candidates else [[] for _ in body]
        show(article["id"], result)
        for section, found in zip(body, others, strict=True):
            heading, pieces = section.heading, section.pieces
            families[heading.operation] += 1
            words = sum(len(piece.text.split()) for piece in pieces)
            print(f"  H{heading.level} [{heading.operation}] {heading.text}")
            print(f"       {heading.sources} {words} mots : {pieces[0].text[:90] if pieces else ''}")
            for line_ in found:
                print(f"           {line_}")
    print(f"\n{sum(families.values())} intertitres : {dict(families.most_common())}")


def show(name: str, result: Rewrite) -> None:
    """The head of the page."""
    meta = result.meta
    print(f"\n## {name} — {result.keyphrase}")
    print(f"  H1 [{result.headings[0].operation}] ({len(result.title)}) {result.title}")
    print(f"  meta ({pixels(meta.title):.0f} px) {meta.title}")
    print(f"  description ({len(meta.description)}) {meta.description}")
    print(f"  slug {meta.slug}")


def candidates(result: Rewrite, body: list[Section], most: int) -> list[list[str]]:
    """The best candidates of each section."""
    analysis = result.analysis
    assert analysis is not None
    plan = [
        PlannedSection(
            tuple(dict.fromkeys(sid for piece in section.pieces for sid in piece.sources)),
            section.heading.level,
            section.heading.text if section.heading.operation.startswith("source") else "",
        )
        for section in body
    ]
    focus, secondary = result.draft.keyphrase, result.keyphrases
    facts = fact_headings(Context.of(analysis), range(len(analysis.source.sentences)))
    found = ranked(Task(Stage.of(analysis), focus, secondary, result.title, facts), plan, {})
    return [[f"{s.score:5.2f} {s.candidate.family:15s} {s.candidate.text}" for s in row[:most]] for row in found]


if __name__ == "__main__":
    main()
