"""Participles told as relative clauses, in facts said again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.rewriting.clauses import clauses
from seo_fr.rewriting.relatives import relativised

COMPANY = "Le conseil municipal s’est réuni jeudi soir dans la salle des fêtes."

TABLE = (
    (
        "La mairie abandonne sa règle consistant à fermer les parcs le dimanche.",
        "La mairie abandonne sa règle qui consiste à fermer les parcs le dimanche.",
        "a participle after its noun",
    ),
    (
        "La mairie soutient les associations aidant les voisins du quai.",
        "La mairie soutient les associations qui aident les voisins du quai.",
        "the verb takes the number of the noun",
    ),
    (
        "La mairie rouvre le parc en limitant les entrées du soir.",
        "La mairie rouvre le parc en limitant les entrées du soir.",
        "a manner, with « en », is no relative",
    ),
    (
        "La mairie rouvre le parc, limitant les entrées du soir.",
        "La mairie rouvre le parc, limitant les entrées du soir.",
        "after a comma it may belong to the subject",
    ),
    (
        "La ville reçoit un représentant du club.",
        "La ville reçoit un représentant du club.",
        "a noun",
    ),
)


@pytest.mark.parametrize(("text", "expected", "why"), TABLE, ids=[row[2] for row in TABLE])
def test_relativised(context: Callable[[str], Any], text: str, expected: str, why: str) -> None:
    ctx = context(f"{COMPANY} {text} La séance a duré deux heures.")
    (clause, *_) = clauses(ctx, 1)
    assert relativised(ctx, clause, text) == expected, why
