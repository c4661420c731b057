"""Topics and the plan of the body, on sources made by hand: no model needed."""

from __future__ import annotations

import pytest

from seo_fr.model import Analysis, Quotation
from seo_fr.reading import read
from seo_fr.topics.sections import PlannedSection, halved, parts, plan_sections, words_of
from seo_fr.topics.segmentation import segment
from seo_fr.topics.units import depends

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


ITEMS = "\n".join(f"- une tâche du lot {k}, confiée aux équipes du port et de la ville" for k in range(4))
ENDING = " ".join(["Nous espérons que la commune répare la digue avant les grandes marées."] * 5)
ANNOUNCED = f"""# Le port de Lorville

## Le projet

Les travaux portent sur deux sujets :

## Réparer la digue

La digue sera réparée. Il faudra :

{ITEMS}

## Nettoyer le port

Le port sera nettoyé. Il faudra :

{ITEMS}"""


def test_headings_that_a_sentence_announces_stand_below_it() -> None:
    plan = plan_sections(analysed(ANNOUNCED))
    found = [(section.heading, section.level) for section in plan]
    assert found == [("Le projet", 2), ("Réparer la digue", 3), ("Nettoyer le port", 3)]


def test_what_follows_an_announced_list_is_no_part_of_it() -> None:
    plan = plan_sections(analysed(f"{ANNOUNCED}\n\n{ENDING}"))
    assert [(section.heading, section.level) for section in plan][-2:] == [("Nettoyer le port", 3), ("", 2)]
    assert covered(plan) == sorted(covered(plan))


@pytest.mark.parametrize(
    ("announcing", "why"),
    [
        ("Les travaux portent sur deux sujets.", "nothing is announced"),
        ("Les travaux portent sur :\n\n- la digue\n- le port", "the list is the one that follows"),
    ],
)
def test_headings_that_nothing_announces_keep_their_level(announcing: str, why: str) -> None:
    text = ANNOUNCED.replace("Les travaux portent sur deux sujets :", announcing)
    assert {section.level for section in plan_sections(analysed(text))} == {2}, why


def test_one_heading_is_no_list() -> None:
    text = f"# Le port\n\n## Le projet\n\nVoici le plan :\n\n## Réparer la digue\n\n{PARAGRAPH}"
    assert [section.level for section in plan_sections(analysed(text))] == [2, 2]


@pytest.mark.parametrize(
    ("sentence", "follows", "why"),
    [
        ("Malgré tout, la digue tient.", True, "the other side of what precedes"),
        ("D’où une dépense de 300 euros.", True, "a consequence"),
        ("La commune prévoit également de draguer le port.", True, "a second term"),
        ("Parmi ces travaux, un seul est urgent.", True, "which works?"),
        ("Malgré la pluie, la digue tient.", False, "whole by itself"),
        ("La commune prévoit, quand la mer sera calme, de draguer aussi le port.", False, "too far from the head"),
        ("La commune répare la digue.", False, "plain"),
    ],
)
def test_some_sentences_follow_from_the_one_before(sentence: str, follows: bool, why: str) -> None:
    assert depends(sentence) is follows, why


def test_no_section_opens_on_a_consequence() -> None:
    text = "\n\n".join([PARAGRAPH, PARAGRAPH.replace("La commune", "Malgré tout, la commune", 1)] * 4)
    analysis = analysed(text)
    for section in plan_sections(analysis):
        assert not analysis.source.sentences[section.sentences[0]].text.startswith("Malgré tout")


def test_a_long_section_of_two_parts_is_halved_at_a_paragraph() -> None:
    other = " ".join(["Un musée de la pêche ouvrira dans l’ancienne criée au printemps prochain."] * 9)
    analysis = analysed(f"{' '.join([PARAGRAPH] * 3)}\n\n{other}")
    whole = PlannedSection(tuple(s.id for s in analysis.source.sentences))
    halves = halved(analysis, whole)
    assert [part.level for part in halves] == [3, 3]
    assert covered(halves) == list(whole.sentences)
    assert analysis.source.sentences[halves[1].sentences[0]].text.startswith("Un musée")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"{PARAGRAPH}\n\n{PARAGRAPH}", "short"),
        (" ".join([PARAGRAPH] * 6), "one paragraph"),
        (f"{' '.join([PARAGRAPH] * 6)}\n\nLa digue tient.", "no second part to speak of"),
    ],
)
def test_other_sections_have_no_parts(text: str, why: str) -> None:
    analysis = analysed(text)
    assert halved(analysis, PlannedSection(tuple(s.id for s in analysis.source.sentences))) == (), why
