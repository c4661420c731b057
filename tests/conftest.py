"""Shared fixtures: the sample articles, the shared bench, contexts and rewrites made once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SEO_FR_SHARED", ROOT.parent / "shared"))
SAMPLES = tuple(sorted((ROOT / "data" / "articles").glob("*.txt")))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden again before comparing")


@pytest.fixture(scope="session")
def samples() -> dict[str, str]:
    """The sample articles, by name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in SAMPLES}


@pytest.fixture(scope="session")
def open_articles() -> dict[str, dict[str, Any]]:
    """The open bench articles, by id; skips where the bench is absent."""
    path = SHARED / "bench" / "articles" / "open.jsonl"
    if not path.exists():
        pytest.skip(f"no shared bench at {path}; set SEO_FR_SHARED to its folder")
    return {(a := json.loads(line))["id"]: a for line in path.read_text(encoding="utf-8").splitlines()}


@cache
def _context(text: str) -> Any:
    from seo_fr.pipeline import understand
    from seo_fr.rewriting.context import Context

    return Context.of(understand(text))


@pytest.fixture(scope="session")
def context() -> Callable[[str], Any]:
    """A rewriting context for a text, parsed once a session."""
    return _context


@cache
def _rewritten(name: str) -> Any:
    import seo_fr

    return seo_fr.rewrite((ROOT / "data" / "articles" / f"{name}.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def rewritten() -> Callable[[str], Any]:
    """The rewrite of a sample article, made once a session."""
    return _rewritten
