"""« A : B » as « A. B », where both are whole clauses and A announces nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clause_shapes import affirms, opens_with_subject
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.seams import (
    LEXICON,
    Seam,
    clear,
    halves,
    scoped,
)

LONG = 45
"""Words under which a colon that explains had better stay: it says how the second half hangs on the first."""


def at_colons(ctx: Context, sid: int) -> Iterator[Seam]:
    """« A : B » as « A. B », where both are whole clauses and A announces nothing."""
    base, text = ctx.sentence(sid).start, ctx.sentence(sid).text
    if text.count(" :") + text.count("\u00a0:") != 1 or (ctx.attributions(sid) and scoped(ctx, sid)):
        return
    match = re.search(r"\s+:\s+", text)
    if len(text.split()) < LONG or match is None or "«" in text[match.end() : match.end() + 2]:
        return
    left, right = text[: match.start()], text[match.end() :]
    end, start = base + match.start(), base + match.end()
    if not halves(ctx, sid, end, start, least=4) or not clear(ctx, sid, end, start) or scoped(ctx, sid):
        return
    before = [t for t in ctx.tokens(sid) if t.end <= end]
    after = [t for t in ctx.tokens(sid) if t.start >= start]
    sides = re.match(r"d[’'](?:un côté|une part|abord)\b", right)
    if (announces(before) and not sides) or not affirms(before) or not opens_with_subject(after):
        return
    if after[0].pos == "PRON" or after[0].text.lower().rstrip("'’") in {"il", "elle", "ils", "elles", "on", "c", "ce"}:
        return  # « …, ou presque : il s’agrippe »: whose images they are would be lost
    if right[:1].isupper() or (right.count(";") > 1 and not sides) or left.endswith("»"):
        return
    yield Seam(end, start, "", "split.colon")


def at_dashes(ctx: Context, sid: int) -> Iterator[Seam]:
    """« A — B » as « A. B », where both are whole clauses and no second dash closes an aside."""
    base, text = ctx.sentence(sid).start, ctx.sentence(sid).text
    dashes = list(re.finditer(r"\s[—–]\s", text))
    if len(dashes) != 1 or scoped(ctx, sid) or ":" in text[: dashes[0].start()]:
        return
    end, start = base + dashes[0].start(), base + dashes[0].end()
    before = [t for t in ctx.tokens(sid) if t.end <= end]
    after = [t for t in ctx.tokens(sid) if t.start >= start]
    whole = halves(ctx, sid, end, start) and clear(ctx, sid, end, start)
    if whole and affirms(before) and opens_with_subject(after):
        yield Seam(end, start, "", "split.dash")


def announces(before: Sequence[Token]) -> bool:
    """Whether the words before a colon call for what follows: a number, « plusieurs », « le suivant », a last name."""
    closing = load_toml(LEXICON)["announcing"]
    last = [t.text.lower().replace("’", "'") for t in before[-1:]]
    if any(word in closing for word in last):
        return True
    counted = any(t.pos == "NUM" and not t.text.isdigit() for t in before[1:])
    vague = {"plusieurs", "certains", "certaines", "quelques", "divers", "diverses", "différents", "différentes"}
    return counted or any(t.text.lower() in vague for t in before)


def colon_apart(ctx: Context, sid: int, word: str) -> bool:
    """Whether the colon before a seam announces no series of which the seam would part the members."""
    if any(at_colons(ctx, sid)):
        return True
    text, base = ctx.sentence(sid).text, ctx.sentence(sid).start
    colon = base + text.index(":")
    before = [t for t in ctx.tokens(sid) if t.end <= colon]
    return word == "" and text.count(";") == 1 and bool(before) and not announces(before)
