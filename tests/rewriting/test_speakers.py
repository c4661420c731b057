"""How a speaker is named away from its sentence."""

import pytest

from seo_fr.rewriting.speakers import speaker_phrase

ROWS = (  # (text, phrase of the last attribution, why)
    ("Le Monde a publié un plan du port. La ville vend le quai, indique le journal.", "selon Le Monde", "named before"),
    (
        "Le Monde et Libération publient un plan du port. La ville vend le quai, indique le journal.",
        "selon le journal",
        "which of the two?",
    ),
    ("Un plan du port circule. La ville vend le quai, indique le journal.", "selon le journal", "not named"),
)


@pytest.mark.model
@pytest.mark.parametrize(("text", "phrase", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_the_medium_is_named(context, text: str, phrase: str, why: str) -> None:
    ctx = context(text)
    assert speaker_phrase(ctx, ctx.analysis.attributions[-1]) == phrase, why
