"""The command line: outputs, exit statuses, errors on standard error."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "articles" / "recrutement-ia.txt"


def run(*args: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "seo_fr.cli", *args], input=stdin, capture_output=True, text=True, check=False
    )


def test_rewrite_writes_every_output_and_shows_the_report(tmp_path: Path) -> None:
    markdown, page, data = tmp_path / "a.md", tmp_path / "a.html", tmp_path / "a.json"
    done = run("rewrite", str(SAMPLE), "-o", str(markdown), "-o", str(page), "-o", str(data), "--report")
    assert done.returncode == 0, done.stderr
    assert markdown.read_text(encoding="utf-8").count("\n## ") >= 3
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert json.loads(data.read_text(encoding="utf-8"))["schema"] == "seo_fr.rewrite/1"
    assert "Expression clé" in done.stdout


def test_rewrite_reads_standard_input_and_writes_markdown() -> None:
    done = run("rewrite", "-", stdin=SAMPLE.read_text(encoding="utf-8"))
    assert done.returncode == 0
    assert done.stdout.startswith("# ")


def test_several_files_go_to_a_folder(tmp_path: Path) -> None:
    other = SAMPLE.with_name("verrerie-relance.txt")
    done = run("rewrite", str(SAMPLE), str(other), "-o", str(tmp_path / "out"), "--format", "html")
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["recrutement-ia.html", "verrerie-relance.html"]


def test_keyphrases_are_listed_best_first() -> None:
    done = run("keyphrases", str(SAMPLE), "-n", "5")
    weights = [float(line.split("\t")[0]) for line in done.stdout.splitlines()]
    assert len(weights) == 5
    assert weights == sorted(weights, reverse=True)


def test_analyze_gives_json(tmp_path: Path) -> None:
    done = run("analyze", str(SAMPLE), "-k", "recrutement", "--json")
    assert done.returncode == 0, done.stderr
    assert {"score", "checks"} <= set(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("args", "status", "word"),
    [
        (("rewrite", "absent.txt"), 2, "n’existe pas"),
        (("rewrite", str(SAMPLE), "-k", "a b c d e f g h i j k"), 2, "11 mots"),
        (("rewrite", str(SAMPLE), "--min-words", "-5"), 2, "-5"),
        (("rewrite", str(SAMPLE), "-o", "article.docx"), 2, ".docx"),
        (("rewrite", str(SAMPLE), "--min-words", "5000", "--strict"), 1, ""),
    ],
)
def test_exit_status(args: tuple[str, ...], status: int, word: str, tmp_path: Path) -> None:
    done = run(*args)
    assert done.returncode == status
    assert word in done.stderr
    if status == 2:
        assert "Traceback" not in done.stderr
