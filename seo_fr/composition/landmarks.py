"""Dates and figures together, where neither fill a block of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.figures import (
    LEAST_SENTENCES,
    announced,
    compact,
    enough,
    least_rows,
    options_of,
    out_of_place,
    rows_of,
)
from seo_fr.composition.timeline import Row, event_options, event_rows
from seo_fr.french import capitalize_first
from seo_fr.model import Piece
from seo_fr.rewriting.measures import Measure

NAME = "landmarks"
MOST = 8
MOST_DATES = 6
CONFIDENCE = 0.92


def landmarks(brief: Brief) -> BlockDraft | None:
    """« 1er juin 2009 | Accident du vol », then « 41 | Recommandations émises par le bureau »: None under four rows.

    The mark stands on the left, unlike in a table of figures: dates open the table, they are read downwards in order
    of time, and one table has one orientation. Three rows do where the chapô holds none of them. A date and a figure
    at least: without one of them it is no such block.
    """
    ctx = brief.ctx
    if out_of_place(brief):
        return None
    dates = event_rows(ctx, mixed=True)[:MOST_DATES]
    told = {(event.sid, number) for event, texts in dates for number in figures_in(brief, event.sid, texts[0])}
    rows, central = rows_of(brief, row, told)
    firsts = [pieces[0] for group in rows.values() for pieces in group]
    sids = {event.sid for event, _ in dates} | set(rows)
    each = {sid: [*rows.get(sid, ()), *(e for e, _ in dates if e.sid == sid)] for sid in sorted(sids)}
    needed = least_rows(ctx, each)
    if not dates or not rows or len(dates) + len(firsts) < needed or len(sids) < LEAST_SENTENCES:
        return None
    cells = [cell for piece in firsts for cell in piece.cells[:1]] + [text for _, texts in dates for text in texts[:1]]
    if not announced(brief, cells):
        return None
    options = (*event_options(brief, dates, made), *options_of(rows, central, after=len(dates)))
    least = max(LEAST_SENTENCES, enough(sorted([1] * len(dates) + [len(group) for group in rows.values()]), needed))
    headings = brief.templates.all("landmarks_heading")
    return BlockDraft(NAME, headings, "table", options, least, MOST, head=("Repère", "Ce qu’il désigne"))


def row(measure: Measure, label: str) -> Iterator[Piece]:
    """« 41 | Recommandations émises par le bureau »."""
    cells = (measure.value, label)
    yield Piece(" | ".join(cells), "restated", measure.sids, "figures.row", CONFIDENCE, cells=cells)


def made(option: Option) -> Option:
    """A dated fact as a row of the table, in which every cell opens on a capital."""
    pieces = tuple(
        Piece(f"{date} | {capitalize_first(fact)}", "restated", piece.sources, piece.operation, CONFIDENCE,
              cells=(date, capitalize_first(fact)))
        for piece in option.pieces
        for date, fact in (piece.cells,)
    )  # fmt: skip
    return Option(pieces, option.worth, option.at, group=option.group)


def figures_in(brief: Brief, sid: int, text: str) -> Sequence[str]:
    """The figures of a sentence that a dated fact already tells: « 228 morts dans l’accident »."""
    flat = compact(text)
    return [f.number for f in brief.ctx.figures(sid) if f.number and compact(f.number) in flat]


__all__ = ["Row", "landmarks"]
