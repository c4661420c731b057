"""The French passive against 120 clauses labelled by hand before the rules were run on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from seo_fr.scoring.passive import is_participle, is_passive

TABLE = Path(__file__).with_name("passive_clauses.tsv")
CLAUSES = [
    (clause, label == "1", why)
    for clause, label, why in (
        line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    )
]


def test_precision_and_recall() -> None:
    assert len(CLAUSES) == 120
    found = [(is_passive(clause), label) for clause, label, _ in CLAUSES]
    right = sum(told and label for told, label in found)
    precision = right / sum(told for told, _ in found)
    recall = right / sum(label for _, label in found)
    assert precision >= 0.95
    assert recall >= 0.85


@pytest.mark.parametrize(
    ("word", "expected", "why"),
    [
        ("adoptées", True, "open class, feminine plural"),
        ("été", False, "too short: the season, or the auxiliary"),
        ("allés", False, "its perfect takes « être »"),
        ("reçue", True, "closed class, feminine"),
        ("joli", False, "an adjective in -i"),
        ("santé", False, "a noun"),
    ],
)
def test_participles(word: str, expected: bool, why: str) -> None:
    assert is_participle(word) is expected, why


@pytest.mark.parametrize(
    ("clause", "expected", "why"),
    [
        ("Le mois compte 29 jours, soit deux années en soixante-dix ans.", False, "« soit » is « that is »"),
        ("Le lot part, soit vendu, soit donné.", False, "« soit » offers a choice"),
        ("Il faut que le pont, coupé depuis lundi, soit rouvert.", True, "a comma closes what is between"),
        ("Le conseil veut que la halle soit en partie rénovée.", True, "light words between"),
        ("Les seuls présents sont trois employés.", False, "a noun after its number"),
        ("Les maires sont tous deux invités.", True, "« tous deux »"),
    ],
)
def test_soit_and_numerals(clause: str, expected: bool, why: str) -> None:
    assert is_passive(clause) is expected, why
