"""The command line: outputs, exit statuses, errors on standard error. Most runs are made in this process, for speed."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from seo_fr.cli import main

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "articles" / "recrutement-ia.txt"
OTHER = SAMPLE.with_name("verrerie-relance.txt")
ENGLISH = (
    "The mayor said that the bridge would be closed. The works are long. They will end in the autumn of this year."
)


@dataclass(frozen=True, slots=True)
class Done:
    """What a run left."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process."""

    def call(*args: str, stdin: str | bytes = "") -> Done:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "argv", ["seo-fr", *args])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        monkeypatch.setenv("COLUMNS", "200")
        monkeypatch.setenv("NO_COLOR", "1")
        capsys.readouterr()
        status = 0
        try:
            main()
        except SystemExit as error:
            status = int(error.code or 0)
        out, err = capsys.readouterr()
        return Done(status, out, err)

    return call


def test_the_module_runs_by_itself_and_reads_standard_input() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "seo_fr.cli", "rewrite", "-"],
        input=SAMPLE.read_bytes(),
        capture_output=True,
        check=False,
        env={"PATH": "", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode("utf-8").startswith("# ")
    assert not done.stderr


def test_rewrite_writes_every_output_and_shows_the_report(run: Run, tmp_path: Path) -> None:
    names = ("a.md", "a.html", "a.json", "a.wp.html", "a.txt")
    targets = [tmp_path / "neuf" / name for name in names]
    done = run("rewrite", str(SAMPLE), *(x for t in targets for x in ("-o", str(t))), "--report")
    assert done.returncode == 0, done.stderr
    markdown, page, data, blocks, explained = (t.read_text(encoding="utf-8") for t in targets)
    assert markdown.count("\n## ") >= 3
    assert page.startswith("<!DOCTYPE html>")
    assert json.loads(data)["schema"] == "seo_fr.rewrite/1"
    assert blocks.startswith("<!-- wp:")
    assert explained
    assert "Expression clé" in done.stdout
    assert "contrôles réussis" in done.stdout
    assert sorted(p.name for p in (tmp_path / "neuf").iterdir()) == sorted(names)


def test_standard_output_is_the_article_alone(run: Run) -> None:
    done = run("rewrite", "-", "--report", stdin=SAMPLE.read_text(encoding="utf-8"))
    assert done.returncode == 0
    assert done.stdout.startswith("# ")
    assert "Expression clé" not in done.stdout
    assert "Expression clé" in done.stderr


def test_explain_says_where_each_sentence_comes_from(run: Run) -> None:
    done = run("rewrite", str(SAMPLE), "--explain")
    assert done.returncode == 0
    assert "phrase 0" in done.stdout


def test_several_files_go_to_a_folder_behind_a_progress_bar(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    done = run("rewrite", str(SAMPLE), str(OTHER), "-o", str(tmp_path / "out"), "--format", "html")
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["recrutement-ia.html", "verrerie-relance.html"]
    assert not done.stdout


def test_a_progress_bar_is_shown_when_somebody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    from seo_fr.cli import progress

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen, log = Screen(), io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    assert list(progress(3)) == [0, 1, 2]
    assert "Réécriture" in screen.getvalue()
    assert "3/3" in screen.getvalue()
    monkeypatch.setattr(sys, "stderr", log)
    assert list(progress(3)) == [0, 1, 2]
    assert not log.getvalue()
    assert list(progress(1)) == [0]


def test_a_refused_file_is_named_and_the_others_are_written(run: Run, tmp_path: Path) -> None:
    english = tmp_path / "english.txt"
    english.write_text(ENGLISH, encoding="utf-8")
    done = run("rewrite", str(english), str(OTHER), "-o", str(tmp_path / "out"))
    assert done.returncode == 2
    assert "english.txt" in done.stderr
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["verrerie-relance.md"]


def test_nothing_is_written_when_one_file_is_absent(run: Run, tmp_path: Path) -> None:
    done = run("rewrite", str(SAMPLE), str(tmp_path / "absent.txt"), "-o", str(tmp_path / "out"))
    assert done.returncode == 2
    assert "n’existe pas" in done.stderr
    assert not list(tmp_path.iterdir())


def test_nothing_is_written_when_one_output_is_of_an_unknown_kind(run: Run, tmp_path: Path) -> None:
    done = run("rewrite", str(SAMPLE), "-o", str(tmp_path / "a.md"), "-o", str(tmp_path / "a.docx"))
    assert done.returncode == 2
    assert ".docx" in done.stderr
    assert not list(tmp_path.iterdir())


def test_keyphrases_are_listed_best_first(run: Run) -> None:
    done = run("keyphrases", str(SAMPLE), "-n", "5")
    weights = [float(line.split("\t")[0]) for line in done.stdout.splitlines()]
    assert len(weights) == 5
    assert weights == sorted(weights, reverse=True)


def test_analyze_gives_json_or_a_table(run: Run) -> None:
    done = run("analyze", str(SAMPLE), "-k", "recrutement", "--json")
    assert done.returncode == 0, done.stderr
    assert {"score", "checks"} <= set(json.loads(done.stdout))
    assert run("analyze", str(SAMPLE), "-k", "recrutement").stdout.strip()
    assert run("analyze", str(SAMPLE), "-k", "carburant", "--strict").returncode == 1


@pytest.mark.parametrize(
    ("args", "status", "word"),
    [
        ((), 2, ""),
        (("--version",), 0, ""),
        (("rewrite",), 2, "FILE"),
        (("rewrite", "absent.txt"), 2, "n’existe pas"),
        (("rewrite", str(SAMPLE.parent)), 2, "dossier"),
        (("rewrite", str(SAMPLE), "-k", "a b c d e f g h i j k"), 2, "11 mots"),
        (("rewrite", str(SAMPLE), "--min-words", "-5"), 2, "-5"),
        (("rewrite", str(SAMPLE), "--min-words", "beaucoup"), 2, "--min-words"),
        (("rewrite", str(SAMPLE), "--locale", "fr-XX"), 2, "fr-XX"),
        (("rewrite", str(SAMPLE), "--format", "pdf"), 2, "pdf"),
        (("rewrite", str(SAMPLE), "--glossary", "absent.toml"), 2, "absent.toml"),
        (("rewrite", str(SAMPLE), "--templates", "absent"), 2, "absent"),
        (("rewrite", str(SAMPLE), "-o", "article.docx"), 2, ".docx"),
        (("rewrite", str(SAMPLE), "-o", "/dev/null/article.md"), 2, "/dev/null"),
        (("rewrite", str(SAMPLE), str(OTHER)), 2, "dossier"),
        (("rewrite", str(SAMPLE), str(SAMPLE), "-o", "out"), 2, "recouvriraient"),
        (("rewrite", str(SAMPLE), "--min-words", "5000"), 0, ""),
        (("rewrite", str(SAMPLE), "--min-words", "5000", "--strict"), 1, ""),
        (("keyphrases", "absent.txt"), 2, "n’existe pas"),
        (("keyphrases", str(SAMPLE), "-n", "0"), 2, "-n"),
        (("analyze", str(SAMPLE)), 2, "keyphrase"),
        (("analyze", "absent.html", "-k", "pont"), 2, "n’existe pas"),
        (("inconnue",), 2, "inconnue"),
    ],
)
def test_exit_status(args: tuple[str, ...], status: int, word: str, run: Run) -> None:
    done = run(*args)
    assert done.returncode == status, done.stderr
    assert word in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("stdin", "word"),
    [("", "vide"), (" \n", "vide"), (ENGLISH, "français"), ("Un mot.", "3"), (b"caf\xe9 ferm\xe9", "UTF-8")],
)
def test_bad_standard_input(stdin: str | bytes, word: str, run: Run) -> None:
    done = run("rewrite", "-", stdin=stdin)
    assert done.returncode == 2
    assert not done.stdout
    assert done.stderr.startswith("seo-fr : ")
    assert word in done.stderr
    assert done.stderr.count("\n") == 1


HELP = {
    (): ("rewrite", "analyze", "keyphrases", "--version"),
    ("rewrite",): (
        "--keyphrase",
        "--output",
        "--min-words",
        "--locale",
        "--glossary",
        "--report",
        "--explain",
        "--strict",
    ),
    ("analyze",): ("--keyphrase", "--title", "--description", "--slug", "--json", "--strict"),
    ("keyphrases",): ("-n", "--title"),
}


@pytest.mark.parametrize("command", HELP, ids=" ".join)
def test_help_names_every_option_in_french(command: tuple[str, ...], run: Run) -> None:
    done = run(*command, "--help")
    assert done.returncode == 0
    assert all(option in done.stdout for option in HELP[command])
    assert "é" in done.stdout
