"""The quality gate: rewrite every open article, ask the outside referees, compare with the pinned floors.

    python data/bench/quality.py                      print the table
    python data/bench/quality.py --floors FILE        exit 1 when a figure falls below its floor
    python data/bench/quality.py --out FOLDER         keep the rewritten articles (.md, .html, .json)

Reads the shared bench beside the repository (``../shared``, or ``SEO_FR_SHARED``); where it is absent, says so and
stops without failing, since there is then nothing to measure. Needs ``GRAMMALECTE_HOME`` for the French referee and
``YOAST_HOME`` (and node) for Yoast's; a referee that is absent is reported as such, and fails the gate under --floors.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SEO_FR_SHARED", ROOT.parent / "shared"))
LONG_ENOUGH = 250


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--floors", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--only", default="", help="comma-separated article ids")
    parser.add_argument("--skip", default="", help="referees to leave out: french, yoast, fidelity")
    args = parser.parse_args()
    bench = SHARED / "bench" / "articles" / "open.jsonl"
    if not bench.exists():
        print(f"No bench at {bench}: nothing measured (set SEO_FR_SHARED to its folder).")
        return 0
    articles = [json.loads(line) for line in bench.read_text(encoding="utf-8").splitlines()]
    if args.only:
        articles = [a for a in articles if a["id"] in args.only.split(",")]
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.out or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        rows = [rewritten(article, folder) for article in articles]
        skip = set(args.skip.split(","))
        for name, referee in (("fidelity", fidelity), ("french", french), ("yoast", yoast)):
            if name not in skip:
                referee(rows, folder)
    show(rows)
    figures = summary(rows)
    for name, value in figures.items():
        print(f"{name} = {value}")
    return compare(figures, args.floors) if args.floors else 0


def rewritten(article: dict[str, Any], folder: Path) -> dict[str, Any]:
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
    return {
        "id": name,
        "source": article["words"],
        "words": record["word_count"],
        "h2": sum(h["level"] == 2 for h in record["headings"]),
        "ledger": record["ledger"],
        "score": record["report"]["score"],
        "keyphrase": record["keyphrase"],
        "record": record,
    }


def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def fidelity(rows: list[dict[str, Any]], folder: Path) -> None:
    """Hard breaks and soft figures of the fidelity referee."""
    script = SHARED / "referees" / "fidelity" / "check.py"
    for row in rows:
        done = run([sys.executable, "-B", str(script), str(folder / f"{row['id']}.json")])
        if not done.stdout.strip():
            print(done.stderr)
            continue
        verdict = json.loads(done.stdout.splitlines()[0])
        row["hard"] = len(verdict["hard"])
        row["hard_list"] = verdict["hard"]
        soft = verdict["soft"]
        row |= {"coverage": soft.get("coverage", 0), "over_half": len(soft.get("pairs_over_half", []))}
        row |= {"copied": soft.get("source_8gram_share", 0), "fillers": len(soft.get("fillers", []))}
        row["pairs"] = soft.get("pairs_over_half", [])


def french(rows: list[dict[str, Any]], folder: Path) -> None:
    """Errors per 1000 words that are not the source's own."""
    script = SHARED / "referees" / "french" / "check.py"
    for row in rows:
        done = run(
            [
                sys.executable,
                "-B",
                str(script),
                str(folder / f"{row['id']}.md"),
                "--source",
                str(folder / f"{row['id']}.src.txt"),
            ]
        )
        if not done.stdout.strip():
            print(done.stderr[-400:])
            continue
        verdict = json.loads(done.stdout)["files"][0]
        kinds = {name: kind["n"] for name, kind in verdict["by_type"].items()}
        row["grammar"] = kinds.get("grammar", 0) + kinds.get("conjugation", 0)
        row["spelling"] = kinds.get("spelling", 0)
        row["typography"] = kinds.get("typography", 0)
        row["french_words"] = verdict["words"]
        row["french_list"] = verdict["errors"]


def yoast(rows: list[dict[str, Any]], folder: Path) -> None:
    """Yoast's SEO and readability scores."""
    script = SHARED / "referees" / "yoast" / "check.cjs"
    papers = [
        {
            "text": (folder / f"{row['id']}.html").read_text(encoding="utf-8"),
            "keyword": row["keyphrase"],
            "title": row["record"]["meta"]["title"],
            "description": row["record"]["meta"]["description"],
            "slug": row["record"]["meta"]["slug"],
            "locale": "fr_FR",
        }
        for row in rows
    ]
    done = run(["node", str(script)], input=json.dumps(papers))
    if done.returncode or not done.stdout.strip():
        print(done.stderr[-400:])
        return
    found = json.loads(done.stdout)
    for row, verdict in zip(rows, found if isinstance(found, list) else [found], strict=True):
        row["yoast_seo"] = verdict["overall"]["seo"]["score"]
        row["yoast_read"] = verdict["overall"]["readability"]["score"]
        row["yoast_list"] = [
            (x["identifier"], x["colour"])
            for x in verdict["assessments"]
            if x["colour"] in {"red", "orange"} and x["counted"]
        ]


def show(rows: list[dict[str, Any]]) -> None:
    """A line an article."""
    print(
        f"{'article':30} {'src':>4} {'out':>5} H2  s/r/b/f            hard >½  cov  8g   gram typ spel  seo read ours"
    )
    for r in rows:
        w = r["ledger"]
        print(
            f"{r['id'][:30]:30} {r['source']:4} {r['words']:5} {r['h2']:2}  "
            f"{w['source']:4}/{w['restated']:3}/{w['background']:3}/{w['framing']:3}  {r.get('hard', '-'):>4} {r.get('over_half', '-'):>2} "
            f"{r.get('coverage', 0):5.2f} {r.get('copied', 0):4.2f} {r.get('grammar', '-'):>4} {r.get('typography', '-'):>3} "
            f"{r.get('spelling', '-'):>4}  {r.get('yoast_seo', '-'):>3} {r.get('yoast_read', '-'):>3} {r['score']:>4}"
        )


def summary(rows: list[dict[str, Any]]) -> dict[str, float]:
    """The figures that floors are set on; higher is better but for those named ``max_``."""
    long = [r for r in rows if r["source"] >= LONG_ENOUGH]
    out = {
        "reach_700_of_long": sum(r["words"] >= 700 for r in long) / max(1, len(long)),
        "median_words": statistics.median(r["words"] for r in rows),
    }
    if all("hard" in r for r in rows):
        out |= {
            "max_hard_breaks": sum(r["hard"] for r in rows),
            "max_pairs_over_half": sum(r["over_half"] for r in rows),
            "coverage_mean": round(statistics.mean(r["coverage"] for r in rows), 3),
            "max_copied_mean": round(statistics.mean(r["copied"] for r in rows), 3),
            "max_fillers": sum(r["fillers"] for r in rows),
        }
    if all("grammar" in r for r in rows):
        words = sum(r["french_words"] for r in rows)
        out |= {
            "max_grammar_per_1000": round(1000 * sum(r["grammar"] for r in rows) / words, 2),
            "max_typography": sum(r["typography"] for r in rows),
        }
    if all("yoast_seo" in r for r in rows):
        out |= {
            "yoast_seo_mean": round(statistics.mean(r["yoast_seo"] for r in rows), 1),
            "yoast_seo_min": min(r["yoast_seo"] for r in rows),
            "yoast_readability_mean": round(statistics.mean(r["yoast_read"] for r in rows), 1),
        }
    return out


def compare(figures: dict[str, float], path: Path) -> int:
    """Compare with the pinned floors; a floor that could not be measured fails too."""
    floors = tomllib.loads(path.read_text(encoding="utf-8"))["floors"]
    failed = 0
    for name, floor in floors.items():
        value = figures.get(name)
        good = value is not None and (value <= floor if name.startswith("max_") else value >= floor)
        print(f"{'ok  ' if good else 'FAIL'} {name}: {value} (floor {floor})")
        failed += not good
    print(f"{len(floors) - failed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
