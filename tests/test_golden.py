"""Two samples, rewritten, as a person read and accepted them: ``tests/golden/*.md``.

A change of rules changes them on purpose: run ``python tests/test_golden.py`` (or ``pytest --update-golden``), read
the difference, and commit it with the change that made it.
"""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"
NAMES = ("recrutement-ia", "composteur-balcon")


def printed(name: str) -> str:
    """The Markdown of a sample, followed by what the reader of the page does not see."""
    import seo_fr

    result = seo_fr.rewrite((ROOT / "data" / "articles" / f"{name}.txt").read_text(encoding="utf-8"))
    meta, ledger = result.meta, result.ledger
    facts = (
        f"expression clé : {result.keyphrase}",
        f"titre SEO : {meta.title}",
        f"description : {meta.description}",
        f"adresse : {meta.slug}",
        f"mots : {result.word_count} (source {ledger.source}, reformulé {ledger.restated}, "
        f"contexte {ledger.background}, liaison {ledger.framing})",
    )
    return result.to_markdown().rstrip("\n") + "\n\n<!--\n" + "\n".join(facts) + "\n-->\n"


def update() -> None:
    """Write the files again."""
    GOLDEN.mkdir(exist_ok=True)
    for name in NAMES:
        (GOLDEN / f"{name}.md").write_text(printed(name), encoding="utf-8", newline="\n")


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        update()
    expected = (GOLDEN / f"{name}.md").read_text(encoding="utf-8")
    found = printed(name)
    if found != expected:
        lines = difflib.unified_diff(expected.splitlines(), found.splitlines(), "accepted", "now", lineterm="", n=1)
        pytest.fail("\n".join(lines) + "\n\nIf the change is meant: pytest tests/test_golden.py --update-golden")


if __name__ == "__main__":
    update()
    sys.stdout.write(f"{len(NAMES)} files written in {GOLDEN.relative_to(ROOT)}; read the difference.\n")
