"""« Ce matin » becomes the day of publication, where the dateline or the caller gives it."""

from __future__ import annotations

from seo_fr.rewriting.context import Context


def dated(ctx: Context, sid: int) -> tuple[str, bool]:
    """The sentence with its certain relative dates resolved, and whether any was.

    Dates inside quotations stay as they were said.
    """
    published = ctx.analysis.source.published
    sentence = ctx.sentence(sid)
    text, changed = sentence.text, False
    quotes = ctx.quotations(sid)
    for date in sorted(ctx.dates(sid), key=lambda d: -d.start):
        # only the day of publication itself: another day, however sure, would be a date the source never gives
        if published is None or date.iso != published.isoformat():
            continue
        if not date.resolved or any(q.start <= date.start < q.end for q in quotes):
            continue
        start, end = date.start - sentence.start, date.end - sentence.start
        wording = date.resolved
        if start == 0:
            wording = wording[:1].upper() + wording[1:]
        text, changed = text[:start] + wording + text[end:], True
    return text, changed
