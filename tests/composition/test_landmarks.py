"""Dates and figures in one table: what it holds, its order, when it keeps quiet."""

from __future__ import annotations

import pytest

from seo_fr.composition.brief import Brief
from seo_fr.composition.landmarks import landmarks
from seo_fr.composition.templates import Templates, environment
from seo_fr.model import Keyphrase
from seo_fr.pipeline import understand
from seo_fr.rewriting.context import Context
from seo_fr.settings import DEFAULTS

ARTICLE = (
    "Brévance rouvre son stade. Le club de la ville s’en réjouit.\n\n"
    "La tribune du stade peut accueillir 4 000 spectateurs. La rénovation du stade coûte 12 millions d’euros.\n\n"
    "La création du club, en 1998, avait lancé le projet. Le stade a été fermé en 2015 par la mairie de Brévance."
)


def brief_of(text: str, title: str = "") -> Brief:
    """A brief without concepts."""
    phrase = Keyphrase("stade", "stade", ("stade",), 1.0, "noun")
    ctx = Context.of(understand(text, title=title or None))
    return Brief(ctx, phrase, (), (), (), Templates(environment(None), 0), DEFAULTS, 700)


def rows(block_text: str) -> list[tuple[str, ...]]:
    """The first wording of each row."""
    block = landmarks(brief_of(block_text))
    assert block is not None
    shown: dict[int, tuple[str, ...]] = {}
    for option in block.options:
        shown.setdefault(option.group, option.pieces[0].cells)
    return list(shown.values())


def test_dates_in_order_of_time_then_figures() -> None:
    found = rows(ARTICLE)
    assert [cells[0] for cells in found] == ["1998", "2015", "4 000 spectateurs", "12 millions d’euros"]
    assert found[2:] == [
        ("4 000 spectateurs", "Capacité de la tribune du stade"),
        ("12 millions d’euros", "Coût de la rénovation du stade"),
    ]
    assert all(cells[1][:1].isupper() for cells in found)


@pytest.mark.parametrize(
    ("text", "title", "why"),
    [
        ("Brévance rouvre son stade. La rénovation du stade coûte 12 millions d’euros.", "", "one figure"),
        (ARTICLE.split("\n\n", 2)[2], "", "no figure"),
        (ARTICLE.rsplit("\n\n", 1)[0], "", "no date"),
        ("Le joueur est mort samedi. Ses obsèques auront lieu mardi. " + ARTICLE, "", "a death"),
        (ARTICLE, "Un stade à 90 millions d’euros", "the figure of the headline is in no row"),
    ],
)
def test_when_the_block_keeps_quiet(text: str, title: str, why: str) -> None:
    assert landmarks(brief_of(text, title)) is None, why
