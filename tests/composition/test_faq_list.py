"""Questions as a list: each in bold, its answer after it, its words counted as text about the text."""

from __future__ import annotations

import pytest

from seo_fr.composition.brief import BlockDraft, Option, laid_out
from seo_fr.composition.faq import in_list, unheaded
from seo_fr.model import Piece
from seo_fr.rendering.layout import terms

ANSWERED = (
    Option((Piece("Trois maires l’ont signée.", "restated", (4, 2), "faq.who"),), 1.0, 4, "Qui a signé la pétition ?"),
    Option(
        (
            Piece("Une pétition est une demande écrite.", "background", (), "knowledge.droit", cells=("pétition",)),
            Piece("Elle porte des signatures.", "background", (), "knowledge.droit"),
        ),
        0.2,
        9,
        "Qu’est-ce qu’une pétition ?",
    ),
)
BLOCK = BlockDraft("faq", ("Questions",), "paragraph", ANSWERED, 2, 5, ordered=False)


def test_each_question_stands_in_bold_before_its_answer() -> None:
    listed = in_list(BLOCK)
    (passage,) = laid_out(listed, listed.options)
    assert [(t.label, [text for text, _ in t.said]) for t in terms(passage)] == [
        ("Qui a signé la pétition ?", ["Trois maires l’ont signée."]),
        ("Qu’est-ce qu’une pétition ?", ["Une pétition est une demande écrite.", "Elle porte des signatures."]),
    ]


def test_a_question_says_where_its_answer_comes_from() -> None:
    first, second = (option.pieces[0] for option in in_list(BLOCK).options)
    assert (first.origin, first.operation, first.sources) == ("framing", "question", (4, 2))
    assert (second.origin, second.sources) == ("framing", ())


def test_worth_and_order_are_kept() -> None:
    assert [(o.worth, o.at, o.heading) for o in in_list(BLOCK).options] == [
        (o.worth, o.at, o.heading) for o in ANSWERED
    ]


@pytest.mark.parametrize(
    ("heading", "kept", "why"),
    [
        ("Trois maires ont signé la pétition", 1, "the heading has answered"),
        ("La pétition circule", 2, "another thing is said of it"),
        ("Trois maires ont dit ce qu’ils en pensent", 2, "a part of the answer"),
    ],
)
def test_what_a_heading_answers_is_not_asked(heading: str, kept: int, why: str) -> None:
    assert len(unheaded(BLOCK, ["Le bourg", heading]).options) == kept, why
