"""The plain text account."""

from __future__ import annotations

from dataclasses import replace

from seo_fr.model import Draft, Heading, Piece, Section, Source
from seo_fr.rendering.explain import explain


def test_every_sentence_is_accounted_for(draft: Draft, source: Source) -> None:
    text = explain(draft, source)
    for rank, piece in enumerate(draft.pieces, start=1):
        assert f"\n{rank}. {piece.text}\n" in text
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        f"{'#' * h.level} {h.text}" for h in draft.headings
    ]


def test_origin_operation_and_source_are_told(draft: Draft, source: Source) -> None:
    text = explain(draft, source)
    assert "   source · lead.moved · phrase 0\n   [0] identique\n" in text
    assert "   reprise · restated · phrase 1\n   [1] Le coût du programme est estimé à 340\u202f000 euros.\n" in text
    assert "   contexte · kb\n" in text


def test_a_heading_tells_what_it_draws_on(draft: Draft, source: Source) -> None:
    section = Section(Heading(2, "Le coût", "cout", (1, 4), "noun_phrase"), (), "body")
    text = explain(replace(draft, sections=(section,)), source)
    assert text == "## Le coût (noun_phrase · phrases 1, 4)\n"


def test_an_unknown_source_id_is_no_error(draft: Draft, source: Source) -> None:
    passage = replace(draft.sections[0].passages[0], pieces=(Piece("Une phrase.", "source", (999,), "kept"),))
    section = replace(draft.sections[0], passages=(passage,))
    assert "phrase 999" in explain(replace(draft, sections=(section,)), source)


def test_hostile_text_is_left_as_it_is(hostile: Draft, hostile_source: Source, attack: str) -> None:
    text = explain(hostile, hostile_source)
    assert text.count(f" {attack}\n") > 4
    assert "identique" in text
