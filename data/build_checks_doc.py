"""Write docs/checks.md from the table of checks: run it after any change to seo_fr/resources/scoring.

python data/build_checks_doc.py            # writes
python data/build_checks_doc.py --check    # exit status 1 if the page is out of date
"""

from __future__ import annotations

import sys
from pathlib import Path

from seo_fr.scoring.checks import FAMILIES, Check, checks

TEMPLATE = Path(__file__).with_name("checks_page.md")
PAGE = Path(__file__).resolve().parents[1] / "docs" / "checks.md"


CODED = frozenset(("K103", "K106", "K107", "K109", "L403", "T205"))
"""Checks whose measure is a rank or a distance: its bounds tell a reader nothing that the target does not."""


def row(check: Check) -> str:
    """One line of the table."""
    texts = check.texts["en"]
    green, orange = ("", "") if check.code in CODED else (bounds(check.good), bounds(check.ok))
    factor = "" if check.factor == 1 else f"× {check.factor:g}"
    orange = "" if orange == green else orange
    cells = (check.code, texts["name"], texts["target"], green, orange, f"{check.weight:g}", factor)
    return f"| {' | '.join(cells)} |"


def bounds(interval: tuple[float, float]) -> str:
    """An interval in words."""
    low, high = (f"{bound:g}" for bound in interval)
    if interval[1] >= 300:
        return f"≥ {low}" if interval[0] or interval[1] >= 1e9 else f"≤ {high}"
    return low if low == high else f"{low}–{high}"


def render() -> str:
    """The whole page."""
    parts: list[str] = []
    for family in FAMILIES:
        parts.append(f"## {family}\n")
        parts.append("| code | check | target | green | orange | weight | if red |\n|---|---|---|---|---|---|---|")
        parts += [row(check) for check in checks() if check.family == family]
        parts.append("")
    template = TEMPLATE.read_text(encoding="utf-8")
    return template.replace("{n}", str(len(checks()))).replace("{tables}\n", "\n".join(parts))


def main() -> int:
    page = render()
    if "--check" in sys.argv[1:]:
        return int(PAGE.read_text(encoding="utf-8") != page)
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
