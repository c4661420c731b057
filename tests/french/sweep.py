"""Fill every slot of a template with every kind of French noun phrase, and have a grammar checker read the result.

Any template can be swept, whatever renders it: pass a callable that takes slots by name and gives a text, or None when
it has no candidate for them::

    for combination, text in sweep(lambda actor: template.render(actor=actor), "actor"):
        ...
    assert not alarms([text for _, text in sweep(...)])

The checker is Grammalecte, behind the referee that stands beside the repository; both are optional, and
:func:`require_referee` skips with the reason where one of them is missing.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(os.environ.get("SEO_FR_SHARED", Path(__file__).resolve().parents[3] / "shared"))
REFEREE = SHARED / "referees" / "french" / "check.py"
SERIOUS = ("grammar", "conjugation")


@dataclass(frozen=True, slots=True)
class Slot:
    """A noun phrase to put into a template."""

    np: str
    """With its own article, as a sentence would have it."""
    bare: str
    """Without it."""
    gender: str
    number: str
    onset: str
    """``vowel``, ``consonant``, ``h muet`` or ``h aspiré``: how the bare phrase begins."""
    name: bool
    """A proper name, not a common noun."""

    def __str__(self) -> str:
        return self.np


def _slots(rows: str) -> tuple[Slot, ...]:
    found = []
    for row in rows.strip().splitlines():
        np, bare, gender, number, onset, kind = (cell.strip() for cell in row.split("|"))
        found.append(Slot(np, bare or np, gender, number, onset, kind == "name"))
    return tuple(found)


SLOTS = _slots(
    """
    le groupe                | groupe                | m | s | consonant | common
    l’accord                 | accord                | m | s | vowel     | common
    l’hôpital                | hôpital               | m | s | h muet    | common
    le hameau                | hameau                | m | s | h aspiré  | common
    la mesure                | mesure                | f | s | consonant | common
    l’entreprise             | entreprise            | f | s | vowel     | common
    l’heure                  | heure                 | f | s | h muet    | common
    la hausse                | hausse                | f | s | h aspiré  | common
    les groupes              | groupes               | m | p | consonant | common
    les accords              | accords               | m | p | vowel     | common
    les hôpitaux             | hôpitaux              | m | p | h muet    | common
    les hameaux              | hameaux               | m | p | h aspiré  | common
    les mesures              | mesures               | f | p | consonant | common
    les entreprises          | entreprises           | f | p | vowel     | common
    les heures               | heures                | f | p | h muet    | common
    les hausses              | hausses               | f | p | h aspiré  | common
    Paul Martin              |                       | m | s | consonant | name
    Alain Dupont             |                       | m | s | vowel     | name
    Hervé Durand             |                       | m | s | h muet    | name
    Harold Smith             |                       | m | s | h aspiré  | name
    Marie Martin             |                       | f | s | consonant | name
    Anne Dupont              |                       | f | s | vowel     | name
    Hélène Durand            |                       | f | s | h muet    | name
    Hannah Smith             |                       | f | s | h aspiré  | name
    les Pays-Bas             | Pays-Bas              | m | p | consonant | name
    les Émirats arabes unis  | Émirats arabes unis   | m | p | vowel     | name
    les Héraultais           | Héraultais            | m | p | h muet    | name
    les Hauts-de-Seine       | Hauts-de-Seine        | m | p | h aspiré  | name
    les Nations unies        | Nations unies         | f | p | consonant | name
    les Antilles             | Antilles              | f | p | vowel     | name
    les Héraultaises         | Héraultaises          | f | p | h muet    | name
    les Hautes-Alpes         | Hautes-Alpes          | f | p | h aspiré  | name
    """
)


def sweep(
    render: Callable[..., str | None], *names: str, slots: Sequence[Slot] = SLOTS, most: int = 2000
) -> Iterator[tuple[dict[str, Slot], str]]:
    """Every combination of slots that the template has a candidate for, with its text; at most *most* of them.

    With several slots the product is thinned evenly, so that each value of each slot still comes up.
    """
    combinations = list(itertools.product(slots, repeat=len(names)))
    step = max(1, len(combinations) // most)
    # A step prime to the number of slots visits every value of every slot.
    while step > 1 and len(slots) % step == 0:
        step += 1
    for values in combinations[::step]:
        combination = dict(zip(names, values, strict=True))
        text = render(**combination)
        if text:
            yield combination, text


@cache
def _python() -> str:
    """An interpreter that can import Grammalecte, or ""."""
    for candidate in dict.fromkeys((os.environ.get("GRAMMALECTE_PYTHON", ""), sys.executable, "/usr/bin/python3")):
        if not candidate or not Path(candidate).exists():
            continue
        code = (
            "import os, sys; sys.path[:0] = [p for p in [os.environ.get('GRAMMALECTE_HOME')] if p]; import grammalecte"
        )
        if subprocess.run([candidate, "-c", code], capture_output=True, check=False).returncode == 0:
            return candidate
    return ""


def require_referee() -> None:
    """Skip the calling test, with the reason, where the referee or Grammalecte is missing."""
    if not REFEREE.exists():
        pytest.skip(f"no French referee at {REFEREE}")
    if not _python():
        pytest.skip("Grammalecte is not installed (Debian: python3-grammalecte; else set GRAMMALECTE_HOME)")


def alarms(texts: Sequence[str], *, types: Sequence[str] = SERIOUS, form: str = "text") -> list[dict[str, Any]]:
    """What the referee finds in the texts (one a paragraph), of those types. Call :func:`require_referee` first."""
    run = subprocess.run(
        [_python(), str(REFEREE), "--format", form, "--types", ",".join(types)],
        input="\n".join(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    errors: list[dict[str, Any]] = json.loads(run.stdout)["files"][0]["errors"]
    return errors
