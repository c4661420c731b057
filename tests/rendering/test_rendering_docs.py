"""The documentation says what is so: every option, every page, every link, code that runs."""

from __future__ import annotations

import ast
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from seo_fr.composition.templates import shipped_families
from seo_fr.settings import DEFAULTS, Settings

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
READ = [*PAGES, ROOT / "README.md", ROOT / "README.fr.md", ROOT / "CONTRIBUTING.md"]
FENCE_RE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK_RE = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")


def code(page: Path) -> list[str]:
    return FENCE_RE.findall(page.read_text(encoding="utf-8"))


def test_every_page_is_in_the_contents() -> None:
    listed = set(re.findall(r"^([\w-]+)$", (DOCS / "index.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert {page.stem for page in PAGES} - {"index"} <= listed


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_every_setting_is_told(name: str) -> None:
    text = (DOCS / "settings.md").read_text(encoding="utf-8")
    row = next((line for line in text.splitlines() if re.match(rf"\| .*`{name}`.* \|", line)), "")
    assert row, f"docs/settings.md does not tell {name}"
    default = getattr(DEFAULTS, name)
    if isinstance(default, float) or (isinstance(default, str) and default):
        assert str(default) in row.split("|")[2]


def test_templates_named_in_the_docs_exist() -> None:
    text = (DOCS / "own-templates.md").read_text(encoding="utf-8")
    pages = {path.name for path in (ROOT / "seo_fr" / "resources" / "pages").glob("*.j2")}
    named = set(re.findall(r"`([\w.]+\.j2)`", text))
    assert named
    assert named <= pages
    assert all(name in shipped_families() for name in re.findall(r"# folder/(\w+)\.j2", text))


def test_every_dependency_is_told_with_its_licence() -> None:
    text = (DOCS / "dependencies.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    names = {re.split(r"[\[<>=~ ;]", one)[0] for one in needed} - {"seo-fr"}
    assert sorted(name for name in names if name not in text) == []


@pytest.mark.parametrize("page", READ, ids=lambda page: page.name)
def test_links_between_files_land(page: Path) -> None:
    links = [link for link in LINK_RE.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    for link in links:
        target, _, anchor = link.partition("#")
        file = (page.parent / target) if target else page
        assert file.exists(), f"{page.name} links to {link}"
        if anchor:
            titles = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            slugs = {re.sub(r"[^\w\- ]", "", title).lower().replace(" ", "-") for title in titles}
            assert anchor in slugs, f"{page.name} links to {link}"


@pytest.mark.parametrize("page", READ, ids=lambda page: page.name)
def test_code_parses(page: Path) -> None:
    for block in code(page):
        ast.parse(block)


@pytest.mark.model
@pytest.mark.parametrize("name", ["quick-start", "settings", "own-templates", "faithfulness"])
def test_code_runs(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import seo_fr

    monkeypatch.chdir(ROOT)
    text = (ROOT / "data" / "articles" / "passerelle-quais.txt").read_text(encoding="utf-8")
    names = {"text": text, "result": seo_fr.rewrite(text)}
    for block in code(DOCS / f"{name}.md"):
        exec(block, names)
    capsys.readouterr()
