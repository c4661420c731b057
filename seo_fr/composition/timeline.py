"""Dated facts in order, when three or more dates stand on their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.fresh import fresh_ones, source_words
from seo_fr.model import Piece
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.events import Event, events
from seo_fr.topics.matching import stems

NAME = "dates"
LEAST = 3
LEAST_DAYS = 2
"""Rows of one single date make no chronology."""
MOST = 9
CONFIDENCE = 0.9
Row = tuple[Event, tuple[str, ...]]


def timeline(brief: Brief) -> BlockDraft | None:
    """« {Date} : {fact} », in order of time and in one syntax, noun phrases or clauses; None under three facts."""
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "legal"}:
        return None
    rows = event_rows(ctx)
    if len(rows) < LEAST or len({event.iso for event, _ in rows}) < LEAST_DAYS:
        return None
    options = tuple(event_options(brief, rows))
    return BlockDraft(NAME, brief.templates.all("dates_heading"), "terms", options, LEAST, MOST)


def event_rows(ctx: Context, *, mixed: bool = False) -> list[Row]:
    """The dated facts in order of time, in the syntax, noun phrases or clauses, that tells more of them.

    *mixed*: noun phrases, and clauses for the facts that have none.
    """
    found = events(ctx)
    if mixed:
        most = rows_of(ctx, found, lambda event: (*event.texts, *event.clauses, *shorter(event.clauses)))
    else:
        nouns, full = rows_of(ctx, found, lambda e: e.texts), rows_of(ctx, found, lambda e: e.clauses)
        most = nouns if len(nouns) >= len(full) else full
    return sorted(most, key=lambda row: (row[0].iso, row[0].at))


def shorter(texts: Sequence[str]) -> tuple[str, ...]:
    """Clauses without the participle that describes their object: « … une particule ayant une masse ».

    >>> shorter(("le centre annonce la découverte d’une particule ayant une masse", "la mairie ferme"))
    ('le centre annonce la découverte d’une particule',)
    """
    cut = (re.sub(r" (?:ayant|étant|visant|permettant|représentant) .*$", "", text) for text in texts)
    return tuple(short for text, short in zip(texts, cut, strict=True) if short != text and len(short.split()) > LEAST)


def event_options(
    brief: Brief, rows: Sequence[Row], make: Callable[[Option], Option] = lambda o: o
) -> Iterator[Option]:
    """One dated fact in each of its wordings, worth more where it names the subject."""
    subject = set(brief.keyphrase.stems)
    for rank, (event, texts) in enumerate(rows):
        for turn, text in enumerate(texts):
            cells = (event.date, text.removeprefix(f"{event.date} : "))
            piece = Piece(text, "restated", (event.sid,), "dates.row", CONFIDENCE, cells=cells)
            worth = 0.7 if subject & set(stems(text)) else 0.5
            yield make(Option((piece,), worth - 0.01 * turn, rank, group=rank))


def rows_of(ctx: Context, found: Sequence[Event], texts_of: Callable[[Event], tuple[str, ...]]) -> list[Row]:
    """The events with the wordings that repeat no sentence, each fact once."""
    seen = source_words(ctx)
    rows: list[Row] = []
    told: set[str] = set()
    for event in found:
        wordings = texts_of(event)
        texts = fresh_ones(seen, (f"{event.date} : {text}" for text in wordings))
        if not texts or wordings[0].lower() in told:
            continue
        told.add(wordings[0].lower())
        seen.add(texts[0])
        rows.append((event, texts))
    return rows
