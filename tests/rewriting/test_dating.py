"""Relative dates: what the day of publication certainly makes of them, and what stays as it was said."""

import pytest

from seo_fr.model import Analysis
from seo_fr.reading import read
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.dating import dated

ROWS = (  # (sentence under « 5 juillet 2026 », dated, why)
    ("Le quai a fermé le 19 mars dernier.", "Le quai a fermé le 19 mars 2026.", "a day of this year"),
    ("Le quai a fermé le 6 juillet dernier.", "Le quai a fermé le 6 juillet 2025.", "later than today: last year's"),
    ("Le quai a fermé en octobre dernier.", "Le quai a fermé en octobre 2025.", "a month to come: last year's"),
    ("Le quai a fermé en juillet dernier.", None, "this month, or a year ago?"),
    ("Le quai rouvre le 1er août prochain.", "Le quai rouvre le 1er août 2026.", "still to come this year"),
    ("Le quai rouvre en mars prochain.", "Le quai rouvre en mars 2027.", "next year's"),
    ("Le maire dit : « Le quai rouvre en mars prochain. »", None, "what was said stays"),
)


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_the_year_of_a_month(context, sentence: str, expected: str | None, why: str) -> None:
    ctx = context(f"5 juillet 2026. – Le port se réveille sous la pluie.\n\n{sentence}\n\nLa suite viendra.")
    sid = next(s.id for s in ctx.sentences if s.text == sentence)
    assert dated(ctx, sid) == (expected or sentence, expected is not None), why


def test_without_a_day_of_publication_nothing_is_dated() -> None:
    ctx = Context.of(Analysis(read("Le quai a fermé le 19 mars dernier. Le port se réveille.")))
    assert dated(ctx, 0) == (ctx.sentences[0].text, False)


PARTS = (  # (text under « 5 juillet 2026 », sentence as it is told below the chapô, why)
    ("Un cargo a heurté le quai ce matin.", "Un cargo a heurté le quai dans la matinée.", "the day is told above"),
    ("Un cargo a heurté le quai ce matin à 7h44.", "Un cargo a heurté le quai le 5 juillet à 7h44.",
     "an hour says it"),
    ("Le 2 juillet 2026, le port fermait. Un cargo a heurté le quai ce matin.",
     "Un cargo a heurté le quai le 5 juillet au matin.", "another day was the last one told"),
    ("Un cargo a heurté le quai ce dimanche matin.", "Un cargo a heurté le quai dimanche 5 juillet au matin.",
     "which Sunday"),
    ("Dimanche, le port rouvre. Un cargo a heurté le quai ce dimanche matin.",
     "Un cargo a heurté le quai dimanche matin.", "the Sunday told before"),
)  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("told", "expected", "why"), PARTS, ids=[row[2] for row in PARTS])
def test_parts_of_the_day(context, told: str, expected: str, why: str) -> None:
    ctx = context(f"5 juillet 2026. – Le port se réveille sous la pluie.\n\n{told}\n\nLa suite viendra.")
    sid = next(s.id for s in ctx.sentences if "cargo" in s.text)
    assert dated(ctx, sid, full=False) == (expected, True), why
