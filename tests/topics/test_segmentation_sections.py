"""Topics and the plan of the body, on sources made by hand: no model needed."""

from __future__ import annotations

import pytest

from seo_fr.model import Analysis, Quotation
from seo_fr.reading import read
from seo_fr.topics.sections import PlannedSection, parts, plan_sections, words_of
from seo_fr.topics.segmentation import segment

PARAGRAPH = " ".join(["La commune répare la digue avant les grandes marées."] * 5)
LIST = "Il faut apporter :\n• une lampe\n• un manteau\n• une gourde"


def analysed(text: str) -> Analysis:
    """A source without tokens."""
    return Analysis(read(text))


def covered(plan: tuple[PlannedSection, ...]) -> list[int]:
    """All sentences of a plan."""
    return [sid for section in plan for sid in section.sentences]


def test_the_source_s_headings_are_cuts_and_head_their_topics() -> None:
    analysis = analysed(f"Un mot avant.\n\nLes travaux\n\n{PARAGRAPH}\n\nLe calendrier\n\n{PARAGRAPH}")
    found = segment(analysis)
    assert [topic.heading for topic in found] == ["", "Les travaux", "Le calendrier"]
    heads = {s.id for s in analysis.source.sentences if analysis.source.block_of(s).kind == "heading"}
    assert not heads & {sid for topic in found for sid in range(topic.start, topic.end)}


def test_levels_of_the_source_become_two_and_three() -> None:
    text = f"# Guide\n\n{PARAGRAPH}\n\n## Avant\n\n{PARAGRAPH}\n\n## Après\n\n### Cas rare\n\n{PARAGRAPH}"
    plan = plan_sections(analysed(text))
    found = [(section.heading, section.level) for section in plan if section.heading]
    assert found == [("Avant", 2), ("Après", 2), ("Cas rare", 3)]
    assert next(section for section in plan if section.heading == "Après").sentences == ()


def test_a_list_stays_with_the_sentence_that_announces_it() -> None:
    analysis = analysed("\n\n".join([PARAGRAPH, LIST, PARAGRAPH, LIST, PARAGRAPH]))
    blocks = analysis.source.blocks
    for section in plan_sections(analysis):
        first = analysis.source.block_of(analysis.source.sentences[section.sentences[0]])
        assert first.kind != "item"
    for topic in segment(analysis):
        assert blocks[analysis.source.sentences[topic.start].block].kind != "item"


def test_a_quotation_of_several_sentences_is_not_cut() -> None:
    text = " ".join(f"« Phrase {k} sur la digue qui protège le port et les maisons du quai." for k in range(12)) + " »"
    analysis = analysed(text)
    ids = tuple(s.id for s in analysis.source.sentences)
    whole = Analysis(analysis.source, quotations=(Quotation(text, 0, len(text), ids),))
    assert len(plan_sections(whole)) == 1
    assert len(plan_sections(analysis)) > 1


def test_excluded_sentences_are_in_no_section() -> None:
    analysis = analysed("\n\n".join([PARAGRAPH] * 4))
    plan = plan_sections(analysis, exclude=(0, 7))
    assert covered(plan) == [s.id for s in analysis.source.sentences if s.id not in (0, 7)]


@pytest.mark.parametrize(("paragraphs", "least", "most"), [(5, 2, 6), (6, 3, 6), (12, 4, 9)])
def test_sections_are_of_a_size_fit_for_the_web(paragraphs: int, least: int, most: int) -> None:
    analysis = analysed("\n\n".join([PARAGRAPH] * paragraphs))
    plan = plan_sections(analysis)
    assert least <= len(plan) <= most
    sizes = [sum(words_of(analysis.source.sentences[sid]) for sid in section.sentences) for section in plan]
    assert all(40 <= size <= 300 for size in sizes)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("one paragraph", PARAGRAPH),
        ("one sentence", "La digue tient."),
        ("one long paragraph", " ".join([PARAGRAPH] * 8)),
        ("five hundred lines", "\n".join(f"Ligne {k} du registre des marées." for k in range(500))),
        ("lists only", "\n".join(f"• point {k}" for k in range(40))),
        ("headings only", "Un titre\n\nUn autre titre\n\nUn troisième titre"),
        ("a heading last", f"{PARAGRAPH}\n\nPour aller plus loin"),
        ("heading first", f"Les travaux\n\n{PARAGRAPH}"),
    ],
)
def test_odd_texts_are_planned_without_loss(name: str, text: str) -> None:
    analysis = analysed(text)
    body = [s.id for _, sentences in parts(analysis.source) for s in sentences]
    assert covered(plan_sections(analysis)) == body
    assert [sid for topic in segment(analysis) for sid in range(topic.start, topic.end)] == body


def test_a_long_headed_part_is_cut_and_keeps_its_heading_once() -> None:
    plan = plan_sections(analysed(f"{PARAGRAPH}\n\nLes travaux\n\n" + "\n\n".join([PARAGRAPH] * 10)))
    assert len(plan) > 1
    assert [section.heading for section in plan].count("Les travaux") == 1
