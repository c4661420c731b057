"""Headings weighed against their section: what it says first, what it comes back to, what it sets against what."""

from __future__ import annotations

from functools import cache

import pytest

from seo_fr.model import Keyphrase
from seo_fr.pipeline import understand
from seo_fr.topics.heading_families.base import Stage, candidate
from seo_fr.topics.heading_scores import Judge, Meaning, narrowed, told_in, words_in
from seo_fr.topics.matching import stems
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


PORT = (
    "Le code des quais guide les marins. L'emploi du code est libre au port. On voit le code sur les bouées. "
    "Le club facilite l'emploi du code dans les classes. La mairie prête un canot aux élèves."
)
HELD = (  # section, better heading, its sentence, worse one, its sentence, why
    (PORT, "L’emploi du code", 3, "L’emploi du code dans les classes", 3, "four sentences of five know no class"),
    (PORT, "Le guide du code des quais", 3, "Le prêt du canot du maire", 3, "its words come back"),
    ("Malgré la grève, le port rouvre. Le verdict est le pire de tous. Malgré tout, des experts y voient une chance.",
     "Le pire verdict de tous", 1, "Une belle chance pour tous", 2, "the second term of a contrast"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "good", "gs", "bad", "bs", "why"), HELD)
def test_a_heading_holds_for_its_section(text: str, good: str, gs: int, bad: str, bs: int, why: str) -> None:
    assert worth(text, good, gs, "noun_phrase") > worth(text, bad, bs, "noun_phrase"), why


@pytest.mark.parametrize(
    ("heading", "narrow", "why"),
    [
        ("L’emploi du code dans les classes", True, "one sentence names them"),
        ("Faciliter l’emploi du code dans les classes", True, "whatever the verb"),
        ("L’emploi du code au quotidien", False, "a manner, no place"),
        ("L’emploi du code", False, "nothing narrows it"),
        ("Un canot pour les élèves", False, "nothing of it comes back"),
    ],
)
def test_what_comes_back_is_not_narrowed(heading: str, narrow: bool, why: str) -> None:
    sentences = [frozenset(stems(s.text)) for s in stage(PORT).analysis.source.sentences]
    assert narrowed(heading, sentences) is narrow, why


@pytest.mark.parametrize(
    ("text", "lost", "why"),
    [
        ("Le port rouvre. Malgré tout, la crainte de la crue reste vive.", True, "against what stands before"),
        ("Le port rouvre. Mais la crainte de la crue reste vive.", True, "likewise"),
        ("Le port rouvre. Chaque jour, la crainte de la crue reste vive.", False, "no contrast"),
        ("Malgré la pluie, le port rouvre. La crainte de la crue reste vive.", False, "the contrast is elsewhere"),
    ],
)
def test_the_second_term_of_a_contrast_does_not_head(text: str, lost: bool, why: str) -> None:
    neutral = "Le port rouvre. Ici et là, la crainte de la crue reste vive."
    plain = worth(neutral, "La crainte de la crue", 1, "noun_phrase")
    assert (worth(text, "La crainte de la crue", 1, "noun_phrase") < plain - 2.0) is lost, why
