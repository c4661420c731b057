"""The chapô: the source's own opening, moved, not copied."""

from __future__ import annotations

from dataclasses import replace

from seo_fr.model import Piece
from seo_fr.rewriting.anaphora import lean
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.dating import dated

LEAST_WORDS = 18
MOST_WORDS = 65


def lead_sentences(ctx: Context) -> tuple[int, ...]:
    """Ids of the sentences that open the source and can stand above the first heading.

    They end where the next sentence does not lean on them, so that the body can open without them.
    """
    ids: list[int] = []
    words = 0
    prose = [s for s in ctx.sentences if ctx.source_kind(s.id) == "paragraph"]
    if not prose:
        return ()
    first = prose[0].id
    if any(ctx.source_kind(s.id) == "heading" for s in ctx.sentences[:first]):
        return ()  # it stands under a heading of its own
    best: tuple[int, ...] = ()
    for s in ctx.sentences[first:]:
        if ctx.source_kind(s.id) != "paragraph" or s.text.rstrip().endswith(":"):
            break
        if len(ctx.quotations(s.id)) and any(len(q.sentences) > 1 for q in ctx.quotations(s.id)):
            break
        ids.append(s.id)
        words += len(s.text.split())
        following = ctx.sentences[s.id + 1] if s.id + 1 < len(ctx.sentences) else None
        free = following is None or ctx.source_kind(following.id) != "paragraph" or lean(ctx, following.id) == ""
        if words >= LEAST_WORDS and free and (words <= MOST_WORDS or not best):
            best = tuple(ids)
        if words >= MOST_WORDS:
            break
    if not best:
        best = (first,)
    if len(best) >= len(prose) - 1:
        return ()
    return best


def lead_pieces(ctx: Context, ids: tuple[int, ...]) -> tuple[Piece, ...]:
    """The pieces of the chapô."""
    pieces = []
    for sid in ids:
        text, changed = dated(ctx, sid)
        pieces.append(Piece(text, "source", (sid,), "lead.dated" if changed else "lead", 1.0))
    dateline = ctx.analysis.source.dateline.strip(" .,–—-:")
    if pieces and dateline and not any(piece.operation == "lead.dated" for piece in pieces):
        # the day of the news goes with « vient d’annoncer », unless a date of the chapô gives it
        first = pieces[0]
        pieces[0] = replace(first, text=f"{dateline} – {first.text}", operation="lead.dateline")
    return tuple(pieces)
