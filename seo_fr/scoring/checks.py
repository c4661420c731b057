"""The table of checks: each has a stable code, a family, one measure, two intervals, a weight and its messages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from seo_fr.model import Finding
from seo_fr.resources import load_toml
from seo_fr.scoring import fidelity, keyphrase, metadata, quality, readability, structure
from seo_fr.scoring.context import Context, Measured

FAMILIES = ("google", "accessibility", "convention", "readability", "fidelity")
FILES = ("keyphrase", "metadata", "structure", "readability", "quality")
POINTS = {"good": 1.0, "ok": 0.5, "bad": 0.0, "na": 0.0}
MODULES = {
    "fidelity": fidelity,
    "keyphrase": keyphrase,
    "metadata": metadata,
    "quality": quality,
    "readability": readability,
    "structure": structure,
}

Status = Literal["good", "ok", "bad", "na"]


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the table."""

    code: str
    family: str
    measure: Callable[[Context], Measured]
    good: tuple[float, float]
    """Green from … to, bounds included."""
    ok: tuple[float, float]
    """Orange from … to, where not green."""
    weight: float
    """Share in the score of its family and in the overall score."""
    factor: float
    """What the overall score is multiplied by when the check is red; 1 for most."""
    texts: Mapping[str, Mapping[str, str]]
    """By language: ``name``, ``target``, ``good``, ``ok``, ``bad``, ``fix``."""

    def status(self, value: float | None) -> Status:
        """Colour of a value."""
        if value is None:
            return "na"
        if self.good[0] <= value <= self.good[1]:
            return "good"
        return "ok" if self.ok[0] <= value <= self.ok[1] else "bad"

    def run(self, ctx: Context) -> Finding:
        """Measure a page and say what was found."""
        measured = self.measure(ctx)
        status = self.status(measured.value)
        language = ctx.settings.message_language
        texts = self.texts[language]
        message, fix = texts["na"] if "na" in texts else NOT_APPLICABLE[language], ""
        if status != "na":
            message = _fill(texts.get(status) or texts["bad"], measured, language)
            fix = texts["fix"] if status != "good" else ""
        return Finding(
            code=self.code,
            family=self.family,
            status=status,
            value=measured.shown if measured.shown is not None else _rounded(measured.value),
            target=texts["target"],
            message=message,
            fix=fix,
            weight=self.weight,
            points=POINTS[status],
            locations=measured.places if status in ("ok", "bad") else (),
        )


CHOICE_RE = re.compile(r"\{(\w+)\|([^|{}]*)\|([^|{}]*)\}")
"""« {value|phrase|phrases} »: singular or plural by a figure."""
NOT_APPLICABLE = {"fr": "Sans objet ici.", "en": "Not applicable here."}


def _rounded(value: float | None) -> float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else round(value, 2)


def _fill(template: str, measured: Measured, language: str) -> str:
    """Put figures into a message, as its language writes them."""
    value = measured.value or 0.0
    figures = {
        "value": _written(value, 1, language),
        "value2": _written(value, 2, language),
        "shown": measured.shown or "",
    }
    numbers = {"value": value, **{k: v for k, v in measured.details.items() if not isinstance(v, str)}}
    one = 2.0 if language == "fr" else 1.0 + 1e-9  # French is singular below two, English at one alone

    def choose(match: re.Match[str]) -> str:
        return match[2] if numbers[match[1]] < one and (language == "fr" or numbers[match[1]] > 0) else match[3]

    template = CHOICE_RE.sub(choose, template)
    details = {k: v if isinstance(v, str) else _written(v, 1, language) for k, v in measured.details.items()}
    return template.format(**{**figures, **details})


def _written(number: float, digits: int, language: str) -> str:
    text = f"{number:.{digits}f}".rstrip("0").rstrip(".") if number != int(number) else str(int(number))
    return text.replace(".", ",") if language == "fr" else text


def _check(code: str, row: Mapping[str, Any]) -> Check:
    module, _, function = row["measure"].partition(".")
    return Check(
        code=code,
        family=row["family"],
        measure=getattr(MODULES[module], function),
        good=(float(row["good"][0]), float(row["good"][1])),
        ok=(float(row["ok"][0]), float(row["ok"][1])),
        weight=float(row["weight"]),
        factor=float(row.get("factor", 1)),
        texts={"fr": row["fr"], "en": row["en"]},
    )


@cache
def checks() -> tuple[Check, ...]:
    """All checks, in the order of the report.

    >>> [check.code for check in checks()][:3]
    ['K101', 'K102', 'K103']
    """
    return tuple(_check(code, row) for name in FILES for code, row in load_toml(f"scoring/checks_{name}.toml").items())
