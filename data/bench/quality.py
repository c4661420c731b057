"""The quality gate: rewrite every open article, ask the outside referees, compare with the pinned floors.

    python data/bench/quality.py                      print the table and the figures
    python data/bench/quality.py --floors FILE        exit 1 when a figure falls below its floor
    python data/bench/quality.py --out FOLDER         keep the rewritten articles (.md, .html, .json)
    python data/bench/quality.py --alarms             print every French alarm that is not the source's own
    python data/bench/quality.py --skip yoast,french  leave referees out (their floors then count as not measured)

Reads the shared bench beside the repository (``../shared``, or ``SEO_FR_SHARED``); where it is absent, says so and
stops without failing, since there is then nothing to measure. Needs ``GRAMMALECTE_HOME`` for the French referee and
``YOAST_HOME`` (and node) for Yoast's; a referee that is absent is reported as such, and fails the gate under --floors.
About two minutes on two cores. The referees themselves are in ``referees.py`` beside this file.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from referees import REFEREES, SHARED, keyphrase_figures, segmentation_figures

LONG_ENOUGH = 250
"""Words of a source that can honestly give 700."""
AS_WRITTEN = {"kept", "item", "lead", "dated"}
"""Parts of the names of operations that leave a sentence of the source as it was but for a date."""
Row = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--floors", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--only", default="", help="comma-separated article ids")
    parser.add_argument("--alarms", action="store_true", help="print the French alarms")
    parser.add_argument("--skip", default="", help=f"to leave out: {', '.join(REFEREES)}, keyphrases, segmentation")
    args = parser.parse_args()
    bench = SHARED / "bench" / "articles" / "open.jsonl"
    if not bench.exists():
        print(f"No bench at {bench}: nothing measured (set SEO_FR_SHARED to its folder).")
        return 0
    articles = [json.loads(line) for line in bench.read_text(encoding="utf-8").splitlines()]
    if args.only:
        articles = [a for a in articles if a["id"] in args.only.split(",")]
    skip = set(args.skip.split(","))
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.out or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        rows = [rewritten(article, folder) for article in articles]
        for name, referee in REFEREES.items():
            if name not in skip:
                referee(rows, folder)
        figures = summary(rows)
        for name, measure in (("keyphrases", keyphrase_figures), ("segmentation", segmentation_figures)):
            if name not in skip:
                figures |= measure(folder)
    show(rows)
    if args.alarms:
        show_alarms(rows)
    for name, value in figures.items():
        print(f"{name} = {value}")
    return compare(figures, args.floors) if args.floors else 0


def rewritten(article: dict[str, Any], folder: Path) -> Row:
    """Rewrite one article and keep its outputs."""
    import seo_fr

    settings = seo_fr.Settings(locale=article.get("variant", "fr-FR"))
    result = seo_fr.rewrite(article["text"], title=article["title"] or None, settings=settings)
    name = article["id"]
    record = result.to_dict()
    (folder / f"{name}.json").write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")
    (folder / f"{name}.md").write_text(result.to_markdown(), encoding="utf-8")
    (folder / f"{name}.html").write_text(result.to_html(), encoding="utf-8")
    (folder / f"{name}.src.txt").write_text(f"{article['title']}\n\n{article['text']}", encoding="utf-8")
    body = [s for s in record["sentences"] if s["origin"] == "source"]
    return {
        "id": name,
        "locale": settings.locale,
        "source": article["words"],
        "words": record["word_count"],
        "h2": sum(h["level"] == 2 for h in record["headings"]),
        "ledger": record["ledger"],
        "score": record["report"]["score"],
        "keyphrase": record["keyphrase"],
        "record": record,
        "body": len(body),
        "recast": sum(not set(s["operation"].split(".")) <= AS_WRITTEN for s in body),
    }


def show(rows: list[Row]) -> None:
    """A line an article."""
    print(f"{'article':30}  src   out H2 source/rest/back/frame hard >½  cov   8g recast gram typ spel  seo read ours")
    for r in rows:
        ledger = "/".join(f"{n}" for n in r["ledger"].values())
        names = ("hard", "over_half", "grammar", "typography", "spelling", "yoast_seo", "yoast_read")
        hard, half, grammar, typography, spelling, seo, read = (r.get(name, "-") for name in names)
        print(
            f"{r['id'][:30]:30} {r['source']:4} {r['words']:5} {r['h2']:2} {ledger:>22} "
            f"{hard:>4} {half:>2} {r.get('coverage', 0):4.2f} {r.get('copied', 0):4.2f} {r['recast']:3}/{r['body']:2} "
            f"{grammar:>4} {typography:>3} {spelling:>4}  {seo:>3} {read:>4} {r['score']:>4}"
        )


def show_alarms(rows: list[Row]) -> None:
    """Every French alarm that is not the source's own."""
    for row in rows:
        for alarm in row.get("french_list", []):
            print(f"{row['id']} · {alarm['type']} · {alarm['rule']} · {alarm['excerpt']!r} · {alarm['context']!r}")


def summary(rows: list[Row]) -> dict[str, float]:
    """The figures that floors are set on; higher is better but for those named ``max_``."""
    long = [r for r in rows if r["source"] >= LONG_ENOUGH]
    out: dict[str, float] = {
        "reach_700_of_long": round(sum(r["words"] >= 700 for r in long) / max(1, len(long)), 3),
        "median_words": statistics.median(r["words"] for r in rows),
        "recast_share": round(sum(r["recast"] for r in rows) / max(1, sum(r["body"] for r in rows)), 3),
    }
    if all("hard" in r for r in rows):
        out |= {
            "max_hard_breaks": sum(r["hard"] for r in rows),
            "max_pairs_over_half": sum(r["over_half"] for r in rows),
            "coverage_mean": round(statistics.mean(r["coverage"] for r in rows), 3),
            "max_8gram_overlap": round(statistics.mean(r["copied"] for r in rows), 3),
            "max_fillers": sum(r["fillers"] for r in rows),
            "max_duplicates": sum(r["duplicates"] for r in rows),
        }
    if all("grammar" in r for r in rows):
        words = sum(r["french_words"] for r in rows)
        out |= {
            "max_grammar_per_1000": round(1000 * sum(r["grammar"] for r in rows) / words, 3),
            "max_typography": sum(r["typography"] for r in rows),
            "max_spelling": sum(r["spelling"] for r in rows),
        }
    if all("yoast_seo" in r for r in rows):
        seo, read = [r["yoast_seo"] for r in rows], [r["yoast_read"] for r in rows]
        out |= {
            "yoast_seo_mean": round(statistics.mean(seo), 1),
            "yoast_seo_min": min(seo),
            "yoast_seo_77_count": sum(score >= 77 for score in seo),
            "max_yoast_seo_below_70": sum(score < 70 for score in seo),
            "yoast_readability_mean": round(statistics.mean(read), 1),
            "yoast_readability_90_count": sum(score >= 90 for score in read),
            "max_yoast_readability_below_60": sum(score < 60 for score in read),
        }
    return out


def compare(figures: dict[str, float], path: Path) -> int:
    """Compare with the pinned floors; a floor that could not be measured fails too."""
    floors: dict[str, float] = tomllib.loads(path.read_text(encoding="utf-8"))["floors"]
    failed = 0
    for name, floor in floors.items():
        value = figures.get(name)
        good = value is not None and (value <= floor if name.startswith("max_") else value >= floor)
        told = "not measured" if value is None else value
        bound = "at most" if name.startswith("max_") else "at least"
        print(f"{'ok  ' if good else 'FAIL'} {name}: {told} ({bound} {floor})")
        failed += not good
    print(f"{len(floors) - failed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
