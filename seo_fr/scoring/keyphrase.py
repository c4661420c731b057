"""Measures of where and how often the keyphrase stands."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, pairwise

from seo_fr.model import Location
from seo_fr.scoring.context import NOT_APPLICABLE, Context, Measured, place, place_unit, share_in, share_of
from seo_fr.scoring.page import Unit
from seo_fr.topics.matching import find_phrase, fold, stems, words

FIRST_WORDS = 100


def length(ctx: Context) -> Measured:
    """Content words of the keyphrase; 0 when it has none but function words."""
    if not ctx.keyphrase:
        return NOT_APPLICABLE
    return Measured(sum(word.content for word in words(ctx.keyphrase)))


def density(ctx: Context) -> Measured:
    """Hits per hundred words, weighted by 0.7 + k/3 for k content words, so that long phrases may be rarer.

    The weighting is the one in common use (Yoast). A single hit in a hundred words or more is too few: value 0.
    """
    total = sum(unit.words for unit in ctx.page.units)
    if not ctx.stems or not total:
        return NOT_APPLICABLE
    count = sum(ctx.hits)
    value = 100 * count / total * (0.7 + len(ctx.stems) / 3)
    if total < 100:  # too short for a rate: one hit is right, two at most above fifty words
        value = max(3.1, value) if count > 1 + (total > 50) else min(3.0, value)
    else:
        value *= count != 1
        least = 0.5 * total / (100 * (0.7 + len(ctx.stems) / 3))
        if count == 2 and least <= 2:
            value = min(3.0, max(0.5, value))
    crowded = tuple(place(line) for line, hits in zip(ctx.lines, ctx.hits, strict=True) if hits) if value > 3 else ()
    return Measured(value, crowded, {"hits": count, "words": total})


def introduction(ctx: Context) -> Measured:
    """2 when one sentence of the first paragraph holds the whole keyphrase, 1 when the paragraph does, else 0."""
    first = next(((i, u) for i, u in enumerate(ctx.page.units) if u.kind in ("paragraph", "quote")), None)
    if not ctx.stems or first is None:
        return NOT_APPLICABLE
    rank, unit = first
    if any(share_of(s.tokens, ctx.stems) == 1 for s in unit.sentences):
        return Measured(2)
    whole = share_of([token for s in unit.sentences for token in s.tokens], ctx.stems) == 1
    return Measured(int(whole), (place_unit(rank, unit),))


def first_words(ctx: Context) -> Measured:
    """Words of body text read before the keyphrase is first met whole in a sentence."""
    body = [(line, hits) for line, hits in zip(ctx.lines, ctx.hits, strict=True) if line.kind != "heading"]
    if not ctx.stems or not body:
        return NOT_APPLICABLE
    read = 0
    for line, hits in body:
        if hits:
            return Measured(read, (place(line),) if read > FIRST_WORDS else ())
        read += line.words
    return Measured(read, (place(body[0][0]),))


def main_heading(ctx: Context) -> Measured:
    """Share of the keyphrase's content words in the H1."""
    first = next(((i, h) for i, h in ctx.headings if h.level == 1), None)
    if not ctx.stems or first is None:
        return NOT_APPLICABLE
    value = share_in(first[1].text, ctx.stems)
    return Measured(value, (place_unit(*first),) if value < 1 else ())


def subheadings(ctx: Context) -> Measured:
    """How far the number of H2 and H3 that reflect the keyphrase is from 30–75 % of them; 0 is right.

    A heading reflects it with more than half of its content words, all of them for one or two words. A text under 300
    words needs no heading.
    """
    heads = [(i, h) for i, h in ctx.headings if h.level in (2, 3)]
    if not ctx.stems or not ctx.page.units:
        return NOT_APPLICABLE
    if not heads:
        lacking = ctx.page.words >= 300
        return Measured(int(lacking), (), {"found": 0, "of": 0, "low": int(lacking), "high": 1}, "0/0")
    matching = [(i, h) for i, h in heads if reflects(h.text, ctx.stems)]
    n = len(heads)
    low, high = -(-3 * n // 10), 3 * n // 4
    if n == 1:
        low = high = 1
    found = len(matching)
    distance = max(0, low - found) or -max(0, found - high)
    places = (
        tuple(place_unit(i, h) for i, h in (matching if distance < 0 else nameless(ctx, heads))) if distance else ()
    )
    return Measured(distance, places, {"found": found, "of": n, "low": low, "high": high}, f"{found}/{n}")


def nameless(ctx: Context, heads: list[tuple[int, Unit]]) -> list[tuple[int, Unit]]:
    """The headings that do not reflect the keyphrase, of sections that name it if there are any.

    Those of sections that only explain other terms are left out.
    """
    own = {line.block for line in ctx.own}
    named = {line.block for line, hits in zip(ctx.lines, ctx.hits, strict=True) if hits}
    starts = [i for i, _ in ctx.headings]
    spans = {i: range(i + 1, end) for i, end in pairwise([*starts, len(ctx.page.units)])}
    without = [(i, h) for i, h in heads if not reflects(h.text, ctx.stems)]
    told = [(i, h) for i, h in without if any(block in own for block in spans[i])] or without
    return [(i, h) for i, h in told if any(block in named for block in spans[i])] or told


def reflects(text: str, key: tuple[str, ...]) -> bool:
    """Whether a short text holds enough of a phrase: all of two words, over half of more."""
    share = share_in(text, key)
    return share == 1 if len(key) < 3 else share > 0.5


def title(ctx: Context) -> Measured:
    """2 when the title opens with the keyphrase (function words aside), 1 when it holds its words, else 0."""
    if not ctx.stems or not ctx.title:
        return NOT_APPLICABLE
    if share_in(ctx.title, ctx.stems) < 1:
        return Measured(0, (Location(ctx.title),))
    first = opens_with(ctx.title, ctx.keyphrase)
    return Measured(1 + first, () if first else (Location(ctx.title),))


def opens_with(text: str, phrase: str) -> bool:
    """Whether a text opens with a phrase, word for word but for inflection, accents and leading function words."""
    told, wanted = list(words(text)), list(words(phrase))
    while told and not told[0].content:
        told.pop(0)
    while wanted and not wanted[0].content:
        wanted.pop(0)
    if len(told) < len(wanted) or not wanted:
        return False
    return all(
        stems(a.text) == stems(b.text) if b.content else fold(a.text) == fold(b.text)
        for a, b in zip(told, wanted, strict=False)
    )


def description(ctx: Context) -> Measured:
    """Whole occurrences of the keyphrase in the description."""
    if not ctx.stems or not ctx.description:
        return NOT_APPLICABLE
    count = len(find_phrase(ctx.description, ctx.stems, gap=None))
    return Measured(count, (Location(ctx.description),) if not 1 <= count <= 2 else ())


def slug(ctx: Context) -> Measured:
    """1 when the slug holds the phrase (all of two content words, over half of more), else 0."""
    if not ctx.stems or not ctx.slug:
        return NOT_APPLICABLE
    found = reflects(re.sub(r"[-_/+]", " ", ctx.slug), ctx.stems)
    return Measured(int(found), () if found else (Location(ctx.slug),))


def distribution(ctx: Context) -> Measured:
    """Longest run of sentences and headings without the keyphrase, in per cent of them all.

    A sentence counts when it holds all content words of a phrase of up to three, half of them beyond. Under fifteen
    sentences one hit is enough: there the length of a run says nothing. What explains other terms is not counted.
    """
    lines = [line for line in ctx.own if line.words]
    if not ctx.stems or not lines:
        return NOT_APPLICABLE
    need = 1.0 if len(ctx.stems) < 4 else 0.5
    marked = [share_of(line.tokens, ctx.stems) >= need for line in lines]
    if not any(marked):
        return Measured(100, (place(lines[0]),), {"run": len(lines), "of": len(lines)})
    longest: list[int] = []
    for hit, run in groupby(range(len(lines)), key=marked.__getitem__):
        ranks = list(run)
        if not hit and len(ranks) > len(longest):
            longest = ranks
    value = 100 * len(longest) / len(lines) if len(lines) >= 15 else 10.0
    gap = [lines[i] for i in longest] if value > 30 else []
    # where a word of the phrase stands already, the rest of it is missed most
    near = [line for line in gap if line.kind != "heading" and share_of(line.tokens, ctx.stems) > 0]
    shown = near or [line for line in gap if line.running] or gap
    return Measured(value, tuple(map(place, shown[:3])), {"run": len(longest), "of": len(lines)})


def stuffing(ctx: Context) -> Measured:
    """Hits of the keyphrase against the most frequent other content word, or half its weighted density: the greater.

    A subject named more than twice as often as anything else the text speaks of was put there for the machine. The
    other words are counted in sentences without the keyphrase, lest stuffed sentences vouch for themselves; five uses,
    and one in 120 words, are taken as the least.
    """
    total = sum(unit.words for unit in ctx.page.units)
    if not ctx.stems or not total:
        return NOT_APPLICABLE
    hits = sum(ctx.hits)
    counts: Counter[str] = Counter()
    for line, found in zip(ctx.lines, ctx.hits, strict=True):
        if not found:
            counts.update(fold(t.text)[:6] for t in line.tokens if t.content and len(t.text) > 2)
    own = tuple(key[:6] for key in ctx.stems)
    other = max((n for word, n in counts.items() if not word.startswith(own)), default=0)
    weighted = 100 * hits / total * (0.7 + len(ctx.stems) / 3) if total >= 100 else 0.0
    value = max(hits / max(other, 5, total / 120), weighted / 2)
    crowded = [line for line, n in zip(ctx.lines, ctx.hits, strict=True) if n]
    return Measured(value, tuple(map(place, crowded)) if value > 2 else (), {"hits": hits, "other": other})


def secondary(ctx: Context) -> Measured:
    """Share of the secondary keyphrases that the page holds, in per cent."""
    wanted = [phrase for phrase in ctx.secondary if phrase.strip()]
    if not wanted:
        return NOT_APPLICABLE
    missing = [p for p in wanted if not any(share_of(line.tokens, stems(p)) == 1 for line in ctx.lines)]
    value = 100 * (1 - len(missing) / len(wanted))
    return Measured(value, tuple(Location(p) for p in missing), {"missing": len(missing), "of": len(wanted)})
