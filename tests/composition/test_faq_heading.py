"""Whether the heading of the questions may name the subject of the article."""

from __future__ import annotations

import pytest

from seo_fr.composition.compose import asked_about
from seo_fr.model import Heading, Passage, Piece, Section
from seo_fr.topics.matching import stems

ROWS = [
    (("Qui gère la halle ?", "La ville."), ("Quand ?", "Lundi."), ("Où ?", "À Serres."), True, "one question of three"),
    (("Qui ?", "La ville gère la halle."), ("Quand ?", "Lundi."), ("Où ?", "À Serres."), True, "in an answer"),
    (("Qui ?", "La ville."), ("Quand ?", "Lundi."), ("Où ?", "À Serres."), False, "in none"),
]


@pytest.mark.parametrize(("one", "two", "three", "expected", "why"), ROWS, ids=[row[4] for row in ROWS])
def test_the_subject_is_asked_about(
    one: tuple[str, str], two: tuple[str, str], three: tuple[str, str], expected: bool, why: str
) -> None:
    pieces: list[Piece] = []
    for asked, answer in (one, two, three):
        pieces += [Piece(asked, "framing", (0,), "question"), Piece(answer, "restated", (0,), "faq.who")]
    section = Section(Heading(2, "Questions", ""), (Passage("terms", tuple(pieces)),), "faq")
    assert asked_about(section, stems("halle Freyssac")) is expected, why
