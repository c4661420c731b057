"""The plain text account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from seo_fr.model import Draft, Heading, Piece, Section, Source
from seo_fr.rendering.explain import explain, operation_name
from seo_fr.result import Rewrite


def test_every_sentence_is_accounted_for(draft: Draft, source: Source) -> None:
    text = explain(draft, source)
    for rank, piece in enumerate(draft.pieces, start=1):
        assert f"\n{rank}. {piece.text}\n" in text
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        f"{'#' * h.level} {h.text}" for h in draft.headings
    ]


def test_origin_operation_and_source_are_told(draft: Draft, source: Source) -> None:
    text = explain(draft, source)
    assert "   source · dans le chapô · phrase 0, identique\n" in text
    assert "   reprise · restated · phrase 1\n   [1] Le coût du programme est estimé à 340\u202f000 euros.\n" in text
    assert "    contexte · kb\n" in text


def test_it_opens_with_the_words_by_origin(draft: Draft, source: Source) -> None:
    first = explain(draft, source).splitlines()[0]
    counts = [int(word.strip(",.")) for word in first.split() if word.strip(",.").isdigit()]
    assert counts[0] == sum(counts[1:])
    assert first.index("source") < first.index("reprise") < first.index("contexte") < first.index("liaison")


def test_the_sources_of_a_split_sentence_are_told_once(draft: Draft, source: Source) -> None:
    halves = tuple(Piece(text, "source", (0,), "split.mark") for text in ("Une moitié.", "L’autre moitié."))
    passage = replace(draft.sections[0].passages[0], pieces=halves)
    text = explain(replace(draft, sections=(replace(draft.sections[0], passages=(passage,)),)), source)
    assert text.count(source.sentences[0].text) == 1
    assert "2. L’autre moitié.\n   source · phrase longue coupée · phrase 0\n   (même phrase que ci-dessus)\n" in text


@pytest.mark.parametrize(
    ("operation", "table", "expected"),
    [
        ("kept", "pieces", "gardée"),
        ("knowledge.sante", "pieces", "base de connaissances"),  # the stem serves
        ("lead.dated", "pieces", "dans le chapô, date fixée d’après le jour de parution"),  # the whole first
        ("kept", "headings", "kept"),  # each table has its own names
        ("keptx.item", "pieces", "keptx.item"),  # a stem ends at a dot
        ("", "headings", ""),
    ],
)
def test_operations_have_french_names(operation: str, table: str, expected: str) -> None:
    assert operation_name(operation, table) == expected


@pytest.mark.model
def test_no_operation_is_without_a_name(rewritten: Callable[[str], Rewrite], samples: dict[str, str]) -> None:
    for name in samples:
        result = rewritten(name)
        for piece in result.sentences:
            assert operation_name(piece.operation) != piece.operation, "name it in resources/operations.toml"
        for heading in result.headings:
            assert operation_name(heading.operation, "headings") != heading.operation or heading.operation == "question"


def test_a_heading_tells_what_it_draws_on(draft: Draft, source: Source) -> None:
    section = Section(Heading(2, "Le coût", "cout", (1, 4), "noun_phrase"), (), "body")
    text = explain(replace(draft, sections=(section,)), source)
    assert text.endswith("\n## Le coût (groupe nominal de la source · phrases 1, 4)\n")


def test_an_unknown_source_id_is_no_error(draft: Draft, source: Source) -> None:
    passage = replace(draft.sections[0].passages[0], pieces=(Piece("Une phrase.", "source", (999,), "kept"),))
    section = replace(draft.sections[0], passages=(passage,))
    assert "phrase 999" in explain(replace(draft, sections=(section,)), source)


def test_hostile_text_is_left_as_it_is(hostile: Draft, hostile_source: Source, attack: str) -> None:
    text = explain(hostile, hostile_source)
    assert text.count(f" {attack}\n") > 4
    assert "identique" in text
