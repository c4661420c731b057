"""A long sentence in two or three plain ones, at the safest of its seams."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from seo_fr.rewriting.base import Part, Rendering, capitalised, sentence, stopped
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.enumeration import enumeration, objects
from seo_fr.rewriting.seams import CONFIDENCE, LEAST_HALF, LEAST_WORDS, Edit, Seam, cuttable

Finder = Callable[[Context, int], Iterable[Seam]]
MOST_PARTS = 3
RELATIVE = "split.relative"
ILL_RE = re.compile(r"\w+[._]\w|\d+(?!\d|\s?%)")
"""What ill opens a sentence: a file or a name of code, which takes no capital; a figure other than a share."""
LONG = 50
"""Words from which a sentence may give one part more."""


def cut_at(ctx: Context, sid: int, finders: Sequence[Finder], *, edits: Sequence[Edit] = ()) -> Rendering | None:
    """The sentence cut at the seams that finders propose, the surest finder first; None where there is none.

    *edits*: other changes to make in the sentence, such as dates told in full.
    """
    if not cuttable(ctx, sid):
        return None
    chosen: list[Seam] = []
    most = MOST_PARTS + (len(ctx.sentence(sid).text.split()) > LONG)
    for seam in (s for finder in finders for s in finder(ctx, sid)):
        if seam.operation == RELATIVE and any(c.operation == RELATIVE for c in chosen):
            continue  # « Ceux-ci… Celui-ci… » would chain
        moved = seam.head and any(start < seam.start for start, _, _ in edits)
        if not moved and fits(ctx, sid, chosen, seam):
            chosen = sorted([*chosen, seam], key=lambda s: s.end)
        if len(chosen) == most - 1:
            break
    return rendered(ctx, sid, chosen, edits) if chosen else None


def fits(ctx: Context, sid: int, chosen: Sequence[Seam], seam: Seam) -> bool:
    """Whether a seam parts a stretch that is still long, and leaves words enough on both sides."""
    bounds = list(stretches(ctx, sid, chosen))
    if seam.head and any(c.start <= seam.start for c in chosen):
        return False
    for start, end in bounds:
        if not start <= seam.end <= seam.start <= end:
            continue
        if any(c.head and c.start == start for c in chosen) and seam.edits:
            return False
        if not seam.opening and ILL_RE.match(ctx.text[seam.start : end]):
            return False
        whole, left, right = ctx.text[start:end], ctx.text[start : seam.end], ctx.text[seam.start : end]
        least = 2 if seam.head else LEAST_HALF
        if seam.head and seam.edits and seam.end == start and chosen:
            return False  # it turns the sentence round
        taken = {e for c in chosen for e in c.edits}
        clash = any(a < d and c < b for a, b, _ in seam.edits for c, d, _ in taken)
        return (
            len(whole.split()) >= LEAST_WORDS
            and len((seam.head or left).split()) >= least
            and len((seam.opening + right).split()) >= LEAST_HALF
            and not clash
        )
    return False


def stretches(ctx: Context, sid: int, chosen: Sequence[Seam]) -> Iterator[tuple[int, int]]:
    """The stretches of the source between seams, in order."""
    at = ctx.sentence(sid).start
    for seam in chosen:
        yield at, seam.end
        at = seam.start
    yield at, ctx.sentence(sid).end


def rendered(ctx: Context, sid: int, chosen: Sequence[Seam], edits: Sequence[Edit]) -> Rendering:
    """The sentences that the seams make."""
    every = [*edits, *(e for seam in chosen for e in seam.edits)]
    parts: list[Part] = []
    openings = ["", *(seam.opening for seam in chosen)]
    names = [chosen[0].operation, *(seam.operation for seam in chosen)]
    spans = list(stretches(ctx, sid, chosen))
    for k, ((start, end), opening, name) in enumerate(zip(spans, openings, names, strict=True)):
        last = k == len(spans) - 1
        listed = None
        if last and not opening and not edits:
            listed = enumeration(ctx, sid, start=start) or objects(ctx, sid, start=start)
        if listed is not None:
            parts.extend(listed.parts)
            continue
        text = chosen[0].head if k == 0 and chosen[0].head else edited(ctx, start, end, every)
        told = stopped(opening + text.strip())
        told = capitalised(told) if k or chosen[0].head else told  # the source’s own opening stays as it was
        parts.append(sentence(told, (sid,), name, CONFIDENCE))
    return Rendering((sid,), tuple(parts), chosen[0].operation, CONFIDENCE)


def edited(ctx: Context, start: int, end: int, edits: Iterable[Edit]) -> str:
    """A stretch of the source with some words changed."""
    text = ctx.text[start:end]
    for a, b, words in sorted(edits, key=lambda e: -e[0]):
        if start <= a and b <= end:
            text = text[: a - start] + words + text[b - start :]
    return text
