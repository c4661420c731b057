"""Dated facts in order, when three or more dates stand on their own."""

from __future__ import annotations

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.fresh import first_fresh, source_words
from seo_fr.model import Piece
from seo_fr.rewriting.events import Event, events
from seo_fr.topics.matching import stems

NAME = "dates"
LEAST = 3
LEAST_DAYS = 2
"""Rows of one single date make no chronology."""
MOST = 9
CONFIDENCE = 0.9


def timeline(brief: Brief) -> BlockDraft | None:
    """« {Date} : {fact} », in order of time; None under three facts."""
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "legal"}:
        return None
    seen = source_words(ctx)
    rows: list[tuple[Event, Piece]] = []
    told: set[str] = set()
    for event in events(ctx):
        text = first_fresh(seen, (f"{event.date} : {text}" for text in event.texts))
        fact = text.partition(" : ")[2]
        if not text or fact.lower() in told:
            continue
        told.add(fact.lower())
        seen.add(text)
        cells = (event.date, fact)
        rows.append((event, Piece(text, "restated", (event.sid,), "dates.row", CONFIDENCE, cells=cells)))
    if len(rows) < LEAST or len({event.iso for event, _ in rows}) < LEAST_DAYS:
        return None
    ordered = sorted(rows, key=lambda row: (row[0].iso, row[0].at))
    subject = set(brief.keyphrase.stems)
    options = tuple(
        Option((piece,), 0.7 if subject & set(stems(piece.text)) else 0.5, rank)
        for rank, (_, piece) in enumerate(ordered)
    )
    return BlockDraft(NAME, brief.templates.all("dates_heading"), "terms", options, LEAST, MOST)
