"""The outline of the body: topics made into sections of a size fit for the web."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from seo_fr.model import Analysis, Block, Sentence, Source
from seo_fr.resources import load_toml
from seo_fr.topics.cohesion import Weights, cheapest, cut_costs, segment_costs
from seo_fr.topics.units import depends, units_of

if TYPE_CHECKING:
    from seo_fr.topics.cohesion import Floats


LEAST_RUN = 2
"""Headings that one sentence announces, from which on they make a list."""
OPENING = 4
"""Characters at the head of a sentence within which a quotation opens it."""


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """A section of the body, before it has its own heading."""

    sentences: tuple[int, ...]
    """Ids of its sentences, in order; empty for a heading that only heads other headings."""
    level: int = 2
    """Level of its heading, 2 or 3."""
    heading: str = ""
    """Heading that the source gave it, or ""."""
    heading_id: int = -1
    """Id of the sentence that this heading is, or -1."""


def parts(source: Source) -> list[tuple[Block | None, list[Sentence]]]:
    """The text between two headings of the source, with the heading that stands above it."""
    out: list[tuple[Block | None, list[Sentence]]] = [(None, [])]
    for sentence in source.sentences:
        block = source.block_of(sentence)
        if block.kind != "heading":
            out[-1][1].append(sentence)
        elif out[-1][0] is not block:
            out.append((block, []))
    return out


def levels(source: Source) -> dict[Block, int]:
    """Level of each heading of the source in the plan: 2 for its outermost headings, 3 for those below.

    Headings that a sentence announces, « Nous travaillerons sur trois sujets : », stand below it.
    """
    headings = [block for block in source.blocks if block.kind == "heading"]
    outermost = min((block.level for block in headings), default=2)
    below = {block for run in announced(source) for block in run}
    return {block: 2 if block.level == outermost and block not in below else 3 for block in headings}


def announced(source: Source) -> tuple[tuple[Block, ...], ...]:
    """Runs of headings that a sentence ending with a colon announces, at least two, up to the next such sentence.

    A heading whose own text ends so starts another run: it heads those that follow, and is not one of them.
    """
    found = parts(source)
    opening = [
        bool(body) and body[-1].text.rstrip().endswith(":") and source.block_of(body[-1]).kind == "paragraph"
        for _, body in found
    ]
    runs: list[tuple[Block, ...]] = []
    for k, announces in enumerate(opening):
        if not announces:
            continue
        run: list[Block] = []
        for (heading, _), again in zip(found[k + 1 :], opening[k + 1 :], strict=True):
            above = found[k][0]
            if (
                heading is None
                or again
                or (run and heading.level < run[0].level)
                or (above and heading.level < above.level)
            ):
                break
            run.append(heading)
        if len(run) >= LEAST_RUN:
            runs.append(tuple(run))
    return tuple(runs)


def past_the_list(source: Source, run: Sequence[Block]) -> int:
    """Id of the first sentence that follows an announced list of headings; -1 where the list goes on to the end.

    Each of the headings but the last heads a text that ends with a list: so does the last, and what follows is no part
    of what was announced.
    """
    bodies = {heading: body for heading, body in parts(source) if heading is not None}
    items = [[source.block_of(s).kind == "item" for s in bodies[heading]] for heading in run]
    if not all(kinds and kinds[-1] for kinds in items[:-1]) or not any(items[-1]) or items[-1][-1]:
        return -1
    last = max(k for k, item in enumerate(items[-1]) if item)
    return bodies[run[-1]][last + 1].id


def tied(analysis: Analysis, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Ranks of the sentences that must stay with the one before: inside one list, one table or one quotation."""
    source = analysis.source
    within = {sid for q in analysis.quotations for sid in q.sentences[1:]}
    out = set()
    for rank in range(1, len(sentences)):
        block, before = source.block_of(sentences[rank]), source.block_of(sentences[rank - 1])
        same_group = block.group >= 0 and block.group == before.group and block.kind == before.kind
        if sentences[rank].id in within or same_group or (block is before and block.kind == "item"):
            out.add(rank)
    return frozenset(out)


def words_of(sentence: Sentence) -> int:
    """Words of a sentence, near enough to weigh sections."""
    return len(sentence.text.split())


def plan_sections(analysis: Analysis, *, exclude: Collection[int] = ()) -> tuple[PlannedSection, ...]:
    """The sections of the body, in order, without the sentences *exclude* that go elsewhere.

    The source's own headings are cuts. Between them the text is cut where its subject turns, with a preference for
    sections of 60 to 300 words: three to six for an article of 300 words. Cuts fall on paragraph starts unless there
    are too few; never after a colon, inside a list or inside a quotation, and rarely before a sentence that leans on
    the one before.
    """
    left_out = frozenset(exclude)
    level_of = levels(analysis.source)
    kept = [(h, [s for s in body if s.id not in left_out]) for h, body in parts(analysis.source)]
    total = sum(words_of(s) for _, body in kept for s in body)
    beyond = {past_the_list(analysis.source, run) for run in announced(analysis.source)}
    out: list[PlannedSection] = []
    for rank, (heading, body) in enumerate(kept):
        text = analysis.source.text[heading.start : heading.end] if heading is not None else ""
        level = level_of[heading] if heading is not None else 2
        own = next((s.id for s in analysis.source.sentences if heading and s.start == heading.start), -1)
        if not body:
            # A heading that only heads other headings stays; one whose sentences all went elsewhere goes with them.
            deeper = rank + 1 < len(kept) and (following := kept[rank + 1][0]) and level_of[following] > level
            if heading is not None and deeper:
                out.append(PlannedSection((), level, text, own))
            continue
        end = next((k for k, s in enumerate(body) if s.id in beyond), len(body))
        for group in divided(analysis, body[:end], total, headed=heading is not None) if end else ():
            out.append(PlannedSection(tuple(s.id for s in group), level, text, own))
            text, own = "", -1
        out += [PlannedSection(tuple(s.id for s in group)) for group in divided(analysis, body[end:], total) if group]
    return promoted(out)


def promoted(plan: Sequence[PlannedSection]) -> tuple[PlannedSection, ...]:
    """The same plan, with no level 3 that has no level 2 above."""
    out: list[PlannedSection] = []
    for section in plan:
        orphan = section.level == 3 and not any(s.level == 2 for s in out)
        out.append(replace(section, level=2) if orphan else section)
    return tuple(out)


def divided(analysis: Analysis, body: Sequence[Sentence], total: int, *, headed: bool = False) -> list[list[Sentence]]:
    """One part of the source, cut into groups of sentences of a fit size."""
    data = load_toml("segmentation.toml")
    sizes = data["sizes"]
    words = [words_of(s) for s in body]
    if len(body) < 2 or (headed and sum(words) <= sizes["most"]) or sum(words) < 2 * sizes["least"]:
        return [list(body)]
    units = units_of(analysis, body, range(len(body)), tied(analysis, body))
    weights = Weights.of(data["sentences"])
    cuts = sizes["topic"] * cut_costs(units, weights)
    for rank in range(1, len(body)):
        if body[rank].block == body[rank - 1].block:
            length = sum(n for n, s in zip(words, body, strict=True) if s.block == body[rank].block)
            cuts[rank] += sizes["inside"] if length >= sizes["long_paragraph"] else sizes["inside_short"]
        if units.leaning[rank]:
            cuts[rank] += sizes["leaning"]
        if depends(body[rank].text):
            cuts[rank] += sizes["depending"]
        if any(q.sentences[0] == body[rank].id and q.start - body[rank].start < OPENING for q in analysis.quotations):
            cuts[rank] += sizes["quotation"]
    ideal = sizes["first"] + sizes["growth"] * total
    costs = sizes["topic"] * segment_costs(units, weights) + size_costs(words, ideal, segments_width(units.bags), sizes)
    bounds = [0, *cheapest(units.starts, costs, cuts), len(body)]
    return [list(body[a:b]) for a, b in pairwise(bounds)]


def halved(analysis: Analysis, section: PlannedSection) -> tuple[PlannedSection, ...]:
    """The two parts of a long section, of level 3; () where it is short, or is not clearly two.

    They part where a paragraph starts that follows from nothing before it, and where the words before and after are
    least alike; each has enough words to stand under a heading.
    """
    sizes = load_toml("segmentation.toml")["sizes"]
    body = [analysis.source.sentences[sid] for sid in section.sentences]
    words = [words_of(s) for s in body]
    if sum(words) <= sizes["undivided"]:
        return ()
    units = units_of(analysis, body, range(len(body)), tied(analysis, body))
    costs = cut_costs(units, Weights.of(load_toml("segmentation.toml")["sentences"]))
    fit = [
        rank
        for rank in range(1, len(body))
        if body[rank].block != body[rank - 1].block
        and min(sum(words[:rank]), sum(words[rank:])) >= sizes["part"]
        and not (units.leaning[rank] or units.announced[rank] or depends(body[rank].text))
    ]
    if not fit:
        return ()
    best = min(fit, key=lambda rank: (round(float(costs[rank]), 6), rank))
    first, second = section.sentences[:best], section.sentences[best:]
    return PlannedSection(first, 3), PlannedSection(second, 3)


def segments_width(bags: Sequence[object]) -> int:
    """Most sentences in one section."""
    from seo_fr.topics.cohesion import LONGEST

    return min(len(bags), LONGEST)


def size_costs(words: Sequence[int], ideal: float, longest: int, sizes: dict[str, float]) -> Floats:
    """Cost of the size of every section, by its first sentence and its length in sentences less one."""
    import numpy as np

    out = np.zeros((len(words), longest))
    for first in range(len(words)):
        size = 0
        for k in range(min(longest, len(words) - first)):
            size += words[first + k]
            cost = sizes["off_size"] * math.log(max(size, 5) / ideal) ** 2
            if size < sizes["least"]:
                cost += sizes["too_small"] * (1 - size / sizes["least"])
            if size > sizes["most"]:
                cost += sizes["too_large"] * (size / sizes["most"])
            out[first, k] = cost
    return out
