"""The outside referees of ``../shared/referees``, each run as its own program on what ``quality.py`` wrote."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SEO_FR_SHARED", ROOT.parent / "shared"))
WORKERS = os.cpu_count() or 1
LOCAL_HABITS = {"fr-CA": ("gl:nbsp_ajout_avant_double_ponctuation",)}
"""Alarms that know the habits of France only: in Canada no space stands before « ? », « ! » and « ; »."""
Row = dict[str, Any]


def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def complain(name: str, done: subprocess.CompletedProcess[str]) -> None:
    print(f"the {name} referee did not answer: {done.stderr.strip()[-400:]}")


def fidelity(rows: list[Row], folder: Path) -> None:
    """Hard breaks and soft figures of the fidelity referee."""
    script = SHARED / "referees" / "fidelity" / "check.py"
    with ThreadPoolExecutor(WORKERS) as pool:
        every = pool.map(lambda row: run([sys.executable, "-B", str(script), str(folder / f"{row['id']}.json")]), rows)
        for row, done in zip(rows, every, strict=True):
            if not done.stdout.strip():
                complain("fidelity", done)
                continue
            verdict = json.loads(done.stdout.splitlines()[0])
            soft = verdict["soft"]
            row["hard"], row["hard_list"] = len(verdict["hard"]), verdict["hard"]
            row["pairs"] = soft.get("pairs_over_half", [])
            row |= {"coverage": soft.get("coverage", 0), "over_half": len(row["pairs"])}
            row |= {"copied": soft.get("source_8gram_share", 0), "fillers": len(soft.get("fillers", []))}
            row["duplicates"] = len(soft.get("duplicate_sentences", []))


def french(rows: list[Row], folder: Path) -> None:
    """Alarms of the French referee that are not the source's own.

    The referee itself passes over an alarm in a sentence that stands in the source as it is; an alarm of the same rule
    on the same words of the source is the source's own too, in a sentence that we joined, cut or mended elsewhere.
    """
    script = [sys.executable, "-B", str(SHARED / "referees" / "french" / "check.py")]
    sources = run([*script, *(str(folder / f"{row['id']}.src.txt") for row in rows)])
    if not sources.stdout.strip():
        return complain("French", sources)
    own = [Counter(alarm(e) for e in file["errors"]) for file in json.loads(sources.stdout)["files"]]
    jobs = [[str(folder / f"{row['id']}.md"), "--source", str(folder / f"{row['id']}.src.txt")] for row in rows]
    with ThreadPoolExecutor(WORKERS) as pool:
        for row, known, done in zip(rows, own, pool.map(lambda job: run([*script, *job]), jobs), strict=True):
            if not done.stdout.strip():
                complain("French", done)
                continue
            verdict = json.loads(done.stdout)["files"][0]
            ignored = LOCAL_HABITS.get(row["locale"], ())
            errors = []
            for error in verdict["errors"]:
                if known[alarm(error)] > 0:
                    known[alarm(error)] -= 1
                elif error["rule"] not in ignored:
                    errors.append(error)
            kinds = Counter(error["type"] for error in errors)
            row["grammar"] = kinds["grammar"] + kinds["conjugation"]
            row["spelling"], row["typography"] = kinds["spelling"], kinds["typography"]
            row["french_words"], row["french_list"] = verdict["words"], errors
    return None


def alarm(error: dict[str, Any]) -> tuple[str, str]:
    """What makes two alarms the same: the rule and the words."""
    return error["rule"], " ".join(error["excerpt"].replace("’", "'").split())


def yoast(rows: list[Row], folder: Path) -> None:
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
    try:
        done = run(["node", str(script)], input=json.dumps(papers))
    except FileNotFoundError:
        print("Yoast's referee did not answer: node is not installed")
        return
    if done.returncode or not done.stdout.strip():
        complain("Yoast", done)
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


REFEREES: dict[str, Callable[[list[Row], Path], None]] = {"fidelity": fidelity, "french": french, "yoast": yoast}


def scorer(name: str) -> Any:
    """A referee's ``score.py`` as a module."""
    path = SHARED / "referees" / name / "score.py"
    spec = importlib.util.spec_from_file_location(f"{name}_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def keyphrase_figures(_: Path) -> dict[str, float]:
    """F1 and MAP on the open half of the keyphrase bench (the weights were fitted on it: an upper bound)."""
    import seo_fr

    bench = SHARED / "bench" / "keyphrases" / "wikinews_open.json"
    documents = json.loads(bench.read_text(encoding="utf-8"))["documents"]
    found = {d["id"]: [p.text for p in seo_fr.extract_keyphrases(d["body"], title=d["title"], n=50)] for d in documents}
    score = scorer("keyphrases")
    mean, _rows = score.score(found, *score.load_gold([bench]))
    names = {
        "F1@5": "keyphrase_f1_5",
        "F1@10": "keyphrase_f1_10",
        "MAP": "keyphrase_map",
        "multi F1@5": "keyphrase_multi",
    }
    return {ours: round(100 * mean[theirs], 1) for theirs, ours in names.items()}


def segmentation_figures(_: Path) -> dict[str, float]:
    """Pk (the lower the better) and F1 of cuts within one sentence, on real and on joined texts."""
    import seo_fr

    score = scorer("segmentation")
    out = {}
    for name in ("real", "concat"):
        bench = SHARED / "bench" / "segmentation" / f"{name}_open.json"
        gold = json.loads(bench.read_text(encoding="utf-8"))
        cuts = {
            d["doc_id"]: seo_fr.segment_sentences(d["sentences"], [(a, b) for a, b in d["paragraphs"]]) for d in gold
        }
        mean = score.evaluate(gold, cuts)["mean"]
        out |= {f"max_pk_{name}": round(mean["pk"], 3), f"cut_f1_{name}": round(mean["f1"], 3)}
    return out
