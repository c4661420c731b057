"""Dated facts in order, when three or more dates stand on their own."""

from __future__ import annotations

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.french import capitalize_first
from seo_fr.model import DateMention, Piece
from seo_fr.rewriting.clauses import clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.nominal import CONFIDENCE, nominal

NAME = "dates"
LEAST = 3
MOST = 7


def timeline(brief: Brief) -> BlockDraft | None:
    """« {Date} : {nominal clause} »; None under three."""
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative"}:
        return None
    options = []
    for date in ctx.analysis.dates:
        wording = date.resolved or (date.text if date.absolute else "")
        if not wording or not date.iso or any(q.start <= date.start < q.end for q in ctx.quotations(date.sentence)):
            continue
        text = fact(ctx, date)
        if not text:
            continue
        preposition = f"{date.preposition} " if date.preposition and not date.resolved else ""
        line = f"{capitalize_first(preposition + wording)} : {text}"
        options.append(
            (date.iso, Option((Piece(line, "restated", (date.sentence,), "dates.row", CONFIDENCE),), 0.5, date.start))
        )
    if len({iso for iso, _ in options}) < LEAST:
        return None
    ranked = sorted(options, key=lambda pair: (pair[0], pair[1].at))
    ordered = tuple(Option(o.pieces, o.worth, k) for k, (_, o) in enumerate(ranked))
    return BlockDraft(NAME, brief.templates.all("dates_heading"), "list", ordered, LEAST, MOST)


def fact(ctx: Context, date: DateMention) -> str:
    """The nominal clause that a date belongs to, without the date itself."""
    for clause in clauses(ctx, date.sentence):
        inside = any(c.tokens[0].start <= date.start and date.end <= c.tokens[-1].end for c in clause.complements)
        if not inside:
            continue
        found = nominal(ctx, clause)
        if found is None:
            continue
        text = found.text
        for cut in (f" {date.preposition} {date.text}", f" {date.text}"):
            if text.endswith(cut):
                text = text[: -len(cut)]
        if date.text in text:
            return ""
        return text + (f", {found.attribution}" if found.attribution else "")
    return ""
