"""How long the analysis of an 800-word page takes; with --check, beside Yoast's engine on the same page and machine.

    python data/bench/analyze_speed.py
    YOAST_HOME=/folder/with/node_modules python data/bench/analyze_speed.py --check check.cjs

Times are medians after a warm-up: both engines keep what they have compiled and stemmed from one page to the next.
The first analysis of a process, imports included, is given apart.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from html import escape
from pathlib import Path
from statistics import median
from typing import Any

from seo_fr.french import count_words

ARTICLES = Path(__file__).resolve().parents[1] / "articles"
WORDS = 800


def page(words: int) -> dict[str, Any]:
    """An HTML page of that many words, made of the sample articles, an H2 before every third paragraph."""
    parts: list[str] = []
    total = 0
    for path in sorted(ARTICLES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.strip() or total >= words:
                continue
            kept = line.split()[: words - total]
            if len(parts) % 4 == 0:
                parts.append(f"<h2>{escape(' '.join(kept[:6]))}</h2>")
            parts.append(f"<p>{escape(' '.join(kept))}</p>")
            total += count_words(" ".join(kept))
    return {
        "text": "\n".join(parts),
        "keyword": "carte de stationnement",
        "title": "Carte de stationnement : ce qui change pour les résidents",
        "description": "La carte de stationnement change : " + "durée, prix, démarches. " * 4,
        "slug": "carte-stationnement",
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", type=Path, help="script that runs Yoast's engine")
    parser.add_argument("--runs", type=int, default=50)
    options = parser.parse_args()
    item = page(WORDS)
    start = time.perf_counter()
    from seo_fr.scoring.report import analyze_page

    def analyse() -> None:
        analyze_page(
            item["text"], item["keyword"], title=item["title"], description=item["description"], slug=item["slug"]
        )

    analyse()
    cold = 1000 * (time.perf_counter() - start)
    times = []
    for _ in range(options.runs):
        start = time.perf_counter()
        analyse()
        times.append(1000 * (time.perf_counter() - start))
    print(f"seo_fr: median {median(times):.1f} ms, worst {max(times):.1f} ms; first call with imports {cold:.0f} ms")
    if options.check:
        done = subprocess.run(
            ["node", str(options.check), "--bench", str(min(options.runs, 20))],
            input=json.dumps(item),
            capture_output=True,
            text=True,
            check=True,
        )
        told = json.loads(done.stdout)
        told = told[0] if isinstance(told, list) else told
        print(f"yoastseo: {json.dumps(told.get('bench') or told.get('timing') or told.get('time'))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
