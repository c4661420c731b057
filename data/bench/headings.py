"""List every heading made for the open articles, with the first line of its section: to be read, not committed.

python data/bench/headings.py [--articles FILE] [--only ID ...]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from seo_fr.composition.lead import lead_sentences
from seo_fr.nlp import parse
from seo_fr.reading import read
from seo_fr.rewriting.context import Context
from seo_fr.settings import DEFAULTS
from seo_fr.topics.focus import focus_keyphrase
from seo_fr.topics.headings import article_heads, outline
from seo_fr.topics.heads import pixels
from seo_fr.topics.keyphrases import rank
from seo_fr.understanding import analyse

ARTICLES = Path(__file__).parents[3] / "shared" / "bench" / "articles" / "open.jsonl"


def main() -> None:
    """Print the heads and headings of each article."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=Path, default=ARTICLES)
    parser.add_argument("--only", nargs="*", default=())
    options = parser.parse_args()
    total = 0
    for line in options.articles.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if options.only and article["id"] not in options.only:
            continue
        source = read(article["text"], title=article["title"])
        tokens, vectors = parse(source)
        analysis = analyse(source, tokens, vectors, settings=DEFAULTS)
        focus, secondary, _ = focus_keyphrase(analysis, rank(analysis, n=60))
        lead = lead_sentences(Context.of(analysis))
        heads = article_heads(analysis, focus, secondary, lead=lead)
        print(f"\n## {article['id']} ({article['words']} mots) — {focus.text} | {', '.join(p.text for p in secondary)}")
        print(f"  H1 [{heads.operation}] {heads.title}")
        print(f"  meta ({pixels(heads.meta_title):.0f} px) {heads.meta_title}")
        print(f"  description ({len(heads.description)}) {heads.description}")
        print(f"  slug {heads.slug}")
        for section, head in outline(analysis, focus, secondary, exclude=lead, title=heads.title):
            total += 1
            first = source.sentences[section.sentences[0]].text[:110] if section.sentences else ""
            print(f"  H{section.level} [{head.operation}] {head.text}\n       {head.sources} {first}")
    print(f"\n{total} intertitres")


if __name__ == "__main__":
    main()
