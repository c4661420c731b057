"""The body: the source's own sentences, in order, under their headings, set as prose, lists and quotations."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from seo_fr.model import Passage, Piece
from seo_fr.rewriting.activation import active
from seo_fr.rewriting.anaphora import lean, without_additive
from seo_fr.rewriting.attribution import english_order, to_selon
from seo_fr.rewriting.base import Part, Rendering, kept, sentence, with_text
from seo_fr.rewriting.clefts import uncleft
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.dangling import settled
from seo_fr.rewriting.dating import dated, resolutions
from seo_fr.rewriting.enumeration import enumeration, infinitives, objects
from seo_fr.rewriting.quoting import set_off
from seo_fr.rewriting.reordering import to_front
from seo_fr.rewriting.shortening import shortened

SHORT_PARAGRAPH = 45
"""Words under which a paragraph is not cut in two."""
JOINED = 20
"""Words under which a paragraph of the source is joined to the next, where that one leans on it."""
LONG_PARAGRAPH = 95
"""Words over which a paragraph is cut, where the next sentence does not lean on the one before."""
LONGEST_PARAGRAPH = 120
"""Words that a paragraph may reach with the sentence that comes."""
LONELY = 15
"""Words under which a sentence is no paragraph by itself, even after a long one."""
MOST_QUOTES = 3
SELON_RE = re.compile(r"(?:selon|d[’']après)\b", re.IGNORECASE)


@dataclass
class _Flow:
    """Passages being laid down, with the paragraph still open."""

    passages: list[Passage]
    open: list[Piece]

    def close(self) -> None:
        if self.open:
            self.passages.append(Passage("paragraph", tuple(self.open)))
            self.open = []

    def words(self) -> int:
        return sum(len(p.text.split()) for p in self.open)


def passages(
    ctx: Context, ids: Sequence[int], *, moved: Collection[int] = (), quotes_left: int = MOST_QUOTES, full: bool = False
) -> tuple[Passage, ...]:
    """What stands under one heading: the sentences *ids*, less those *moved* elsewhere.

    *full*: whether dates keep their year, where no chapô gives it.
    """
    flow = _Flow([], [])
    wanted = [sid for sid in ids if sid not in moved]
    done: set[int] = set()
    previous_block = -1
    for position, sid in enumerate(wanted):
        if sid in done:
            continue
        block = ctx.block(sid)
        index = ctx.sentence(sid).block
        new_paragraph = index != previous_block
        previous_block = index
        if block.kind == "item":
            flow.close()
            add_item(ctx, flow, wanted, sid, done)
            continue
        if block.kind == "quote":
            flow.close()
            said = [s for s in wanted[position:] if ctx.sentence(s).block == index]
            done.update(said)
            pieces = tuple(Piece(ctx.sentence(s).text, "source", (s,), "kept.blockquote") for s in said)
            flow.passages.append(Passage("quote", pieces))
            continue
        if block.kind == "row":
            flow.close()
            add_row(ctx, flow, wanted, sid, done)
            continue
        told = flow.open[-1].text if flow.open else ""
        selon = bool(SELON_RE.match(told))
        listing = ctx.source_kind(next_of(wanted, position)) != "item"
        rendering = best(ctx, sid, wanted, quotes_left, after_selon=selon, full=full, listing=listing)
        if rendering.operation.startswith("split") and drones(ctx, flow, rendering):
            rendering = best(ctx, sid, wanted, quotes_left, after_selon=selon, full=full, listing=listing, cut=False)
        done.update(rendering.sources)
        quotes_left -= any(part.kind == "quote" for part in rendering.parts)
        within = any(q.start < ctx.sentence(sid).start < q.end for q in ctx.analysis.quotations)
        apart = new_paragraph and (flow.words() >= JOINED or not lean(ctx, sid))
        if apart or (not within and overlong(ctx, sid, flow, rendering)):
            flow.close()
        opening = position == 0
        lay(flow, rendering, opening=opening)
    flow.close()
    return tidy(flow.passages, personal=bool(ctx.analysis.register & {"first_person", "narrative"}))


def next_of(wanted: Sequence[int], position: int) -> int:
    """The sentence that comes after a place, or the one there when it is the last."""
    return wanted[min(position + 1, len(wanted) - 1)]


def drones(ctx: Context, flow: _Flow, rendering: Rendering) -> bool:
    """Whether a cut would make three sentences in a row open on one word: « Il… Il… Il… »."""
    after = ctx.sentences[rendering.sources[-1] + 1 :][:1]
    texts = [p.text for p in flow.open[-2:]] + [part.piece.text for part in rendering.parts]
    texts += [s.text for s in after]
    words = [m[0].lower() if (m := re.search(r"\w+", text)) else "" for text in texts]
    return any(a == b == c for a, b, c in zip(words, words[1:], words[2:], strict=False))


def overlong(ctx: Context, sid: int, flow: _Flow, rendering: Rendering) -> bool:
    """Whether a paragraph is long enough, or would become too long, before a sentence that may open another."""
    here = flow.words()
    coming = sum(len(part.piece.text.split()) for part in rendering.parts if part.kind == "sentence")
    full = here >= LONG_PARAGRAPH or (here >= SHORT_PARAGRAPH and here + coming > LONGEST_PARAGRAPH)
    return full and lean(ctx, sid) in {"", "additive"}


def best(
    ctx: Context,
    sid: int,
    wanted: Sequence[int],
    quotes_left: int,
    *,
    after_selon: bool = False,
    full: bool = False,
    cut: bool = True,
    listing: bool = True,
) -> Rendering:
    """The rendering to use: the first certain one in order of worth to the reader, else the sentence as it stands.

    *after_selon*: whether the sentence before opens on « Selon »; two in a row would read as a list of sources.
    *cut*: whether a long sentence may be cut. *listing*: whether an enumeration may become a list, which it may not
    just before a list of the source, of which it would seem a part.
    """
    text, changed = dated(ctx, sid, full=full)
    if changed:
        parted = shortened(ctx, sid, edits=resolutions(ctx, sid, full=full)) if cut else None
        return parted or Rendering((sid,), (sentence(text, (sid,), "dated", 0.98),), "dated", 0.98)
    operations: list[Callable[[Context, int], Rendering | None]] = [
        *((set_off,) if quotes_left > 0 else ()),
        *((enumeration, objects, infinitives) if listing else ()),
        english_order,
        *((shortened,) if cut else ()),
        uncleft,
        active,
        *(() if after_selon else (to_selon,)),
        to_front,
    ]
    for operation in operations:
        rendering = operation(ctx, sid)
        if rendering is not None and set(rendering.sources) <= set(wanted):
            return rendering
    return kept(settled(ctx, sid, text), sid)


def lay(flow: _Flow, rendering: Rendering, *, opening: bool) -> None:
    """Put a rendering on the page."""
    items: list[Part] = []
    for k, part in enumerate(rendering.parts):
        if part.kind == "item":
            items.append(part)
            continue
        if part.kind == "quote":
            flow.close()
            flow.passages.append(Passage("quote", (part.piece,), cite=part.cite))
            continue
        if opening and k == 0:
            part = with_text(part, without_additive(part.piece.text))
        flow.open.append(part.piece)
    if items:
        flow.close()
        flow.passages.append(Passage("list", tuple(item.piece for item in items)))


def add_item(ctx: Context, flow: _Flow, wanted: Sequence[int], sid: int, done: set[int]) -> None:
    """A list item of the source, whole: all its sentences in one piece, in the list it belongs to."""
    block = ctx.block(sid)
    index = ctx.sentence(sid).block
    ids = tuple(s for s in wanted if ctx.sentence(s).block == index)
    done.update(ids)
    text = ctx.text[ctx.sentence(ids[0]).start : ctx.sentence(ids[-1]).end]
    piece = Piece(text, "source", ids, "kept.item")
    kind = "ordered" if block.ordered else "list"
    last = flow.passages[-1] if flow.passages else None
    if last is not None and re.match(r"et [a-zà-ÿ]", text):
        piece = Piece(text[3:], "source", ids, "kept.item")  # « et » joins the last item of a sentence, not of a list
    same = last is not None and last.kind == kind and last.pieces[-1].operation == "kept.item"
    if same and last is not None:
        before = ctx.block(last.pieces[-1].sources[0])
        same = before.group == block.group
    if same and last is not None:
        levels = (*(last.levels or (0,) * len(last.pieces)), block.level)
        flow.passages[-1] = Passage(last.kind, (*last.pieces, piece), levels=levels if any(levels) else ())
    else:
        flow.passages.append(Passage("ordered" if block.ordered else "list", (piece,)))


def add_row(ctx: Context, flow: _Flow, wanted: Sequence[int], sid: int, done: set[int]) -> None:
    """A table row of the source."""
    block = ctx.block(sid)
    index = ctx.sentence(sid).block
    ids = tuple(s for s in wanted if ctx.sentence(s).block == index)
    done.update(ids)
    piece = Piece(" | ".join(block.cells), "source", ids, "kept.row", cells=block.cells)
    last = flow.passages[-1] if flow.passages else None
    if last is not None and last.kind == "table" and ctx.block(last.pieces[0].sources[0]).group == block.group:
        flow.passages[-1] = Passage("table", (*last.pieces, piece), header=True)
    else:
        flow.passages.append(Passage("table", (piece,), header=True))


def tidy(laid: list[Passage], *, personal: bool = False) -> tuple[Passage, ...]:
    """Join a paragraph of one short sentence to its neighbour, where both are prose.

    Not a question, which opens a subject, nor « Chers amis, »; nor anything of somebody's own voice, *personal*.
    """
    out: list[Passage] = []
    for passage in laid:
        if passage.kind == "paragraph" and out and out[-1].kind == "paragraph":
            sizes = [sum(len(p.text.split()) for p in side.pieces) for side in (out[-1], passage)]
            lonely = any(
                len(side.pieces) == 1 and size < LONELY for side, size in zip((out[-1], passage), sizes, strict=True)
            )
            ends = [side.pieces[-1].text.rstrip() for side in (out[-1], passage)]
            apart = personal or "?" in passage.pieces[0].text or ends[0].endswith((",", ":")) or ends[1].endswith(",")
            if lonely and not apart and sum(sizes) <= LONG_PARAGRAPH + LONELY:
                out[-1] = Passage("paragraph", out[-1].pieces + passage.pieces)
                continue
        out.append(passage)
    return tuple(out)
