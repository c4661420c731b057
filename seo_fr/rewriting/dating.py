"""A relative date becomes the date it stands for, where the publication date makes that certain."""

from __future__ import annotations

from seo_fr.rewriting.context import Context


def dated(ctx: Context, sid: int) -> tuple[str, bool]:
    """The sentence with its certain relative dates resolved, and whether any was.

    Dates inside quotations stay as they were said.
    """
    sentence = ctx.sentence(sid)
    text, changed = sentence.text, False
    quotes = ctx.quotations(sid)
    for date in sorted(ctx.dates(sid), key=lambda d: -d.start):
        if not date.resolved or any(q.start <= date.start < q.end for q in quotes):
            continue
        start, end = date.start - sentence.start, date.end - sentence.start
        wording = date.resolved
        if start == 0:
            wording = wording[:1].upper() + wording[1:]
        text, changed = text[:start] + wording + text[end:], True
    return text, changed
