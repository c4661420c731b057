"""Totals and their parts: which sums are found, which hold, and what the editor is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.composition.sums import doubtful, items, sum_notes, sums

OPENING = "La commune prépare son avenir. "

FIRE = [
    ("Le conseil compte 38 membres (17 élus, 14 adjoints et 8 experts).", (17, 14, 8), "brackets, 39"),
    ("La ville a ouvert 27 centres : 10 à Brest, 4 à Dole et 12 à Melle.", (10, 4, 12), "after a colon, 26"),
    ("Le lycée accueille 800 élèves, dont 500 filles et 400 garçons.", (500, 400), "more than the whole"),
    (
        "Le groupe supprime 800 postes à Dole. Parmi ces postes, 300 postes sont à Melle. Il supprime aussi 600 postes "
        "au siège.",
        (300, 600),
        "parts told in the next sentences",
    ),
    ("Les 12 joueurs sont répartis en 5 attaquants et 6 défenseurs.", (5, 6), "shared out, a verb between"),
    ("Le club a 12 joueurs répartis en 5 attaquants et 6 défenseurs.", (5, 6), "shared out, 11"),
]


@pytest.mark.parametrize(("text", "parts", "why"), FIRE)
def test_parts_that_do_not_add_up(context: Callable[[str], Any], text: str, parts: tuple[int, ...], why: str) -> None:
    ctx = context(OPENING + text)
    found = [s for s in sums(ctx) if not s.holds]
    assert [s.parts for s in found] == [parts], why
    notes = list(sum_notes(ctx))
    assert len(notes) == len(found)
    assert all(note.code == "source.sum" and " + ".join(map(str, parts)) in note.message for note in notes)


SILENT = [
    ("Le conseil compte 38 membres (17 élus, 14 adjoints et 7 experts).", "they add up"),
    ("Le lycée accueille 800 élèves, dont 500 filles.", "one part"),
    ("Le lycée accueille 800 élèves, dont 500 filles et 100 internes.", "some may be missing"),
    ("Le stade a 800 places (voir le plan).", "no parts"),
    ("Le stade a 800 places, 300 tribunes et 600 arbres.", "the text does not say that they are parts"),
    ("Le groupe supprime 800 postes. Il emploie aussi 900 ouvriers à Dole.", "no part is announced"),
    ("« Nous avons 38 membres (17 élus et 14 experts) », a dit le maire.", "quoted"),
    ("Le club a 3 à 5 joueurs (2 attaquants et 6 défenseurs).", "a range"),
]


@pytest.mark.parametrize(("text", "why"), SILENT)
def test_silent(context: Callable[[str], Any], text: str, why: str) -> None:
    assert list(sum_notes(context(OPENING + text))) == [], why


def test_figures_of_a_sum_that_does_not_hold_go_into_no_table(context: Callable[[str], Any]) -> None:
    ctx = context(OPENING + "Le conseil compte 38 membres (17 élus, 14 adjoints et 8 experts).")
    assert {number for _, number in doubtful(ctx)} >= {"38", "17", "14"}
    least = context(OPENING + "Le lycée compte plus de 800 élèves, dont 500 filles et 400 garçons.")
    assert doubtful(least) == frozenset(), "a total that is a least may be exceeded"


def test_items() -> None:
    assert items("17 élus, 14 adjoints et un porte-parole") == (17, 14, 1)
    assert items("le maire et 3 adjoints") is None
