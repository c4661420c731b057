"""The same text gives the same bytes: twice in one process, and in processes that hash strings differently."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import seo_fr

ARTICLES = Path(__file__).resolve().parents[1] / "data" / "articles"
NAMES = ("recrutement-ia", "composteur-balcon", "silence-bibliotheques")
FORMS = ("to_json", "to_markdown", "to_html", "to_page", "to_wordpress", "explain", "_repr_html_")


def digests(names: tuple[str, ...]) -> dict[str, str]:
    """A digest of every form of every sample, by « name form »."""
    out = {}
    for name in names:
        result = seo_fr.rewrite((ARTICLES / f"{name}.txt").read_text(encoding="utf-8"))
        for form in FORMS:
            out[f"{name} {form}"] = hashlib.sha256(getattr(result, form)().encode("utf-8")).hexdigest()
        out[f"{name} report"] = hashlib.sha256(str(result.report).encode("utf-8")).hexdigest()
    return out


@pytest.fixture(scope="module")
def here() -> dict[str, str]:
    return digests(NAMES)


def test_twice_in_one_process(here: dict[str, str]) -> None:
    assert digests(NAMES) == here


@pytest.mark.parametrize("seed", ["0", "20"])
def test_under_another_hash_seed(seed: str, here: dict[str, str], tmp_path: Path) -> None:
    """Set order follows PYTHONHASHSEED: were it to reach the output, these would differ."""
    code = (
        f"import sys, json; sys.path.insert(0, {str(Path(__file__).parent)!r}); import test_determinism as t; "
        "print(json.dumps(t.digests(t.NAMES)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    import json

    assert json.loads(done.stdout) == here


def test_order_of_calls_changes_nothing(here: dict[str, str]) -> None:
    """Nothing is kept from one text to the next."""
    backwards = digests(tuple(reversed(NAMES)))
    assert {key: backwards[key] for key in here} == here


def test_keyphrases_and_topics_are_the_same_twice() -> None:
    text = (ARTICLES / "recrutement-ia.txt").read_text(encoding="utf-8")
    assert seo_fr.extract_keyphrases(text) == seo_fr.extract_keyphrases(text)
    assert seo_fr.segment(text) == seo_fr.segment(text)
