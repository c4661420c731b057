"""How the room for definitions is shared between the concepts of an article."""

from __future__ import annotations

import pytest

from seo_fr.composition.background import lighter, spread
from seo_fr.composition.brief import Option
from seo_fr.model import Piece


def option(*lengths: int) -> Option:
    """A concept told in sentences of so many words."""
    return Option(tuple(Piece("mot " * n, "background", (), "knowledge.d") for n in lengths), 0.5)


LONG = (20, 15, 15, 15)


@pytest.mark.parametrize(
    ("concepts", "wanted", "room", "expected", "why"),
    [
        ([LONG, LONG], 2, 140, [65, 65], "room for both"),
        ([LONG, LONG], 2, 100, [50, 50], "each gives its last sentence"),
        ([LONG, LONG], 2, 85, [65, 65], "too little for two: the first is told whole, the other if it fits"),
        ([LONG, LONG, LONG], 2, 100, [50, 50, 65], "a third on which the article does not turn takes what is left"),
        ([LONG] * 4, 4, 204, [50, 50, 50, 50], "four share"),
        ([(20, 15), LONG], 2, 100, [35, 65], "a short one leaves its room to the next"),
        ([LONG], 1, 60, [50], "one alone fits its room too"),
        ([LONG], 0, 60, [65], "nothing to share"),
        ([(40, 40)], 1, 60, [80], "a definition and one sentence is the least"),
    ],
)
def test_spread(concepts: list[tuple[int, ...]], wanted: int, room: float, expected: list[int], why: str) -> None:
    told = spread([option(*lengths) for lengths in concepts], wanted, room)
    assert [one.words for one in told] == expected, why


def test_lighter_never_cuts_the_definition() -> None:
    assert [one.words for one in lighter(option(*LONG))] == [50, 35]
    assert lighter(option(12, 10)) == ()
