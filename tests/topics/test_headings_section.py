"""Headings weighed against their section: what it says first, what it comes back to, what it sets against what."""

from __future__ import annotations

from functools import cache

import pytest

from seo_fr.model import Keyphrase
from seo_fr.pipeline import understand
from seo_fr.topics.heading_families.base import Stage, candidate
from seo_fr.topics.heading_scores import Judge, Meaning, told_in, words_in
from seo_fr.topics.sections import PlannedSection

pytestmark = pytest.mark.model


@cache
def stage(text: str) -> Stage:
    """A text understood once."""
    return Stage.of(understand(text))


def worth(text: str, heading: str, source: int, family: str, head: str = "") -> float:
    """What a heading drawn from one sentence of a text is worth, the text being one section."""
    made = stage(text)
    section = PlannedSection(tuple(s.id for s in made.analysis.source.sentences))
    focus = Keyphrase("rien", "rien", ("rien",), 1.0, "given")
    judge = Judge.of(made, section, {}, focus, frozenset(), Meaning({}))
    return judge.score(candidate(heading, (source,), family, head)).score


CANAL = "La mairie a ouvert une passerelle sur le canal. Les riverains réclament aussi une piste pour les vélos."
BELOW = (  # section, better heading, its sentence and family, worse one, its sentence and family, why
    (CANAL, "Les riverains réclament une piste pour les vélos", 1, "clause",
     "La mairie ouvre une passerelle sur le canal", 0, "clause", "the first sentence would be read twice"),
    (CANAL, "L’ouverture d’une passerelle sur le canal", 0, "nominalisation",
     "La mairie ouvre une passerelle sur le canal", 0, "clause", "a name for it is no repetition"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "good", "gs", "gf", "bad", "bs", "bf", "why"), BELOW)
def test_a_heading_is_not_read_again_below(
    text: str, good: str, gs: int, gf: str, bad: str, bs: int, bf: str, why: str
) -> None:
    assert worth(text, good, gs, gf) > worth(text, bad, bs, bf), why


@pytest.mark.parametrize(
    ("heading", "sentence", "again", "why"),
    [
        ("La mairie ferme le pont", "La mairie ferme le pont aux camions.", True, "its words, then others"),
        ("La mairie ferme le pont, selon Marie Lopez", "La mairie, a-t-elle dit, ferme le pont.", True, "who says so"),
        ("La piste ouvre le lundi au public", "La piste a ouvert le lundi au public.", True, "but for the tense"),
        ("La piste ouvre au public", "Le public ouvre la piste au maire.", False, "in another order"),
        ("La piste cyclable ouvre", "Le pont ferme et la piste attend.", False, "other words"),
    ],
)
def test_words_told_in_order(heading: str, sentence: str, again: bool, why: str) -> None:
    assert (told_in(heading, words_in(sentence)) > 0.7) is again, why
