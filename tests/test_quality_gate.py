"""The quality gate compares rightly; every pinned floor is a figure that it measures."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
GATE = ROOT / "data" / "bench" / "quality.py"
FLOORS = ROOT / "data" / "floors.toml"


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quality_gate", GATE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("figures", "status", "told"),
    [
        ({"words": 700, "max_breaks": 0}, 0, "2 passed, 0 failed"),
        ({"words": 699, "max_breaks": 0}, 1, "FAIL words: 699 (at least 700)"),
        ({"words": 700, "max_breaks": 1}, 1, "FAIL max_breaks: 1 (at most 0)"),
        ({"words": 700}, 1, "FAIL max_breaks: not measured (at most 0)"),
    ],
)
def test_comparison(gate, figures, status, told, tmp_path: Path, capsys) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[floors]\nwords = 700\nmax_breaks = 0\n", encoding="utf-8")
    assert gate.compare(figures, floors) == status
    assert told in capsys.readouterr().out


def test_every_floor_is_measured() -> None:
    code = "".join((GATE.with_name(name)).read_text(encoding="utf-8") for name in ("quality.py", "referees.py"))
    measured = set(re.findall(r'"(\w+)"', code)) | {
        f"{kind}_{name}" for kind in ("max_pk", "cut_f1") for name in ("real", "concat")
    }
    assert set(tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floors"]) <= measured


def test_without_a_bench_it_says_so_and_passes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(GATE), "--floors", str(FLOORS)],
        env={**os.environ, "SEO_FR_SHARED": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "No bench" in done.stdout
