"""Measures of headings, anchors, links and images."""

from __future__ import annotations

import re
from collections import Counter

from seo_fr.model import Location
from seo_fr.scoring.context import NOT_APPLICABLE, Context, Measured, lexicon, place_unit, share_in
from seo_fr.topics.matching import fold, stems, words

ECHO_WORDS = 3
"""Content words from which on a heading says something that can be said twice."""
ECHO_HEADING, ECHO_SENTENCE = 0.75, 0.65
"""Shares of the content words of a heading and of the sentence below it that make the one an echo of the other."""


def text_length(ctx: Context) -> Measured:
    """Words of the page, headings included."""
    return Measured(sum(unit.words for unit in ctx.page.units))


def main_headings(ctx: Context) -> Measured:
    """Number of H1."""
    found = [(i, h) for i, h in ctx.headings if h.level == 1]
    return Measured(len(found), tuple(place_unit(i, h) for i, h in found[1:]))


def heading_order(ctx: Context) -> Measured:
    """Headings that skip a level on the way down (an H4 right under an H2)."""
    if not ctx.headings:
        return NOT_APPLICABLE
    skips, before = [], 1
    for i, heading in ctx.headings:
        if heading.level > before + 1:
            skips.append(place_unit(i, heading))
        before = heading.level
    return Measured(len(skips), tuple(skips))


def empty_headings(ctx: Context) -> Measured:
    """Headings said twice, whatever their case."""
    if not ctx.headings:
        return NOT_APPLICABLE
    counts = Counter(fold(h.text) for _, h in ctx.headings)
    twice = [place_unit(i, h) for i, h in ctx.headings if counts[fold(h.text)] > 1]
    return Measured(len(twice), tuple(twice))


def generic_headings(ctx: Context) -> Measured:
    """Share of H2 and H3 that would suit any article, in per cent: « Introduction », « En conclusion »."""
    heads = [(i, h) for i, h in ctx.headings if h.level in (2, 3)]
    if not heads:
        return NOT_APPLICABLE
    generic = {fold(text) for text in lexicon("headings", "generic")}
    vague = [(i, h) for i, h in heads if fold(h.text).strip(" .:!?…") in generic]
    return Measured(100 * len(vague) / len(heads), tuple(place_unit(i, h) for i, h in vague))


def heading_length(ctx: Context) -> Measured:
    """Characters of the longest H2 or H3."""
    heads = [(i, h) for i, h in ctx.headings if h.level in (2, 3)]
    if not heads:
        return NOT_APPLICABLE
    return Measured(max(len(h.text) for _, h in heads), tuple(place_unit(i, h) for i, h in heads if len(h.text) > 90))


def echoes(ctx: Context) -> Measured:
    """H2 and H3 that the sentence below says again and hardly more: most of the words of either are the other's."""
    found, told = [], 0
    for (i, heading), below in zip(ctx.headings, [*ctx.headings[1:], None], strict=False):
        end = below[0] if below else len(ctx.page.units)
        first = next((s for unit in ctx.page.units[i + 1 : end] for s in unit.sentences), None)
        if heading.level not in (2, 3) or first is None:
            continue
        told += 1
        mine, theirs = set(stems(heading.text)), set(stems(first.text))
        shared = len(mine & theirs)
        if len(mine) >= ECHO_WORDS and shared >= ECHO_HEADING * len(mine) and shared >= ECHO_SENTENCE * len(theirs):
            found.append(place_unit(i, heading))
    return Measured(len(found), tuple(found)) if told else NOT_APPLICABLE


def sections(ctx: Context) -> Measured:
    """Words of the longest stretch without a subheading.

    A text of 300 words or less needs none.
    """
    if not ctx.page.units:
        return NOT_APPLICABLE
    lengths: list[tuple[int, int]] = [(0, 0)]
    for i, unit in enumerate(ctx.page.units):
        if unit.kind == "heading" and unit.level > 1:
            lengths.append((0, i))
        elif unit.kind != "heading":
            lengths[-1] = (lengths[-1][0] + unit.words, lengths[-1][1])
    long = [i for n, i in lengths if n > 300]
    none = len(lengths) == 1 and lengths[0][0] > 300
    value = max(lengths)[0]
    return Measured(
        max(value, 400) if none else value, tuple(place_unit(i, ctx.page.units[i]) for i in long), shown=str(value)
    )


def anchors(ctx: Context) -> Measured:
    """Anchors given twice, and links to an anchor that is not there."""
    counts = Counter(ctx.page.anchors)
    twice = [Location(f"#{name}") for name, n in sorted(counts.items()) if n > 1]
    known = set(counts) | {"", "top"}
    links = [link for link in ctx.page.links if link.kind == "anchor"]
    lost = [Location(link.text or link.href, link.block) for link in links if link.href[1:] not in known]
    if not counts and not links:
        return NOT_APPLICABLE
    return Measured(len(twice) + len(lost), (*twice, *lost))


def images(ctx: Context) -> Measured:
    """Number of images."""
    return Measured(len(ctx.page.images)) if ctx.page.units else NOT_APPLICABLE


def missing_alts(ctx: Context) -> Measured:
    """Images without an ``alt`` attribute; an empty one is right for a decoration."""
    if not ctx.page.images:
        return NOT_APPLICABLE
    missing = [image for image in ctx.page.images if image.alt is None]
    return Measured(len(missing), tuple(Location(image.src, image.block) for image in missing))


def keyphrase_alts(ctx: Context) -> Measured:
    """2 when enough alternative texts hold at least half of the keyphrase's content words, 1 when none does.

    From five images on, between 30 and 75 % of them should, so that no image is described for the machine.
    """
    pictures = ctx.page.images
    if not ctx.stems or not pictures:
        return NOT_APPLICABLE
    n = len(pictures)
    found = sum(share_in(image.alt or "", ctx.stems) >= 0.5 for image in pictures)
    low, high = (1, n) if n < 5 else (2, 4) if n == 5 else (-(-3 * n // 10), 3 * n // 4)
    right = low <= found <= high
    return Measured(
        2 if right else 1, () if right else tuple(Location(image.alt or image.src, image.block) for image in pictures)
    )


def internal_links(ctx: Context) -> Measured:
    """Links to other pages of the site; 0.5 when none of them is followed."""
    return _followed(ctx, "internal")


def outbound_links(ctx: Context) -> Measured:
    """Links to other sites; 0.5 when none of them is followed."""
    return _followed(ctx, "external")


def _followed(ctx: Context, kind: str) -> Measured:
    if not ctx.page.units:
        return NOT_APPLICABLE
    links = [link for link in ctx.page.links if link.kind == kind]
    return Measured(len(links) if any(link.followed for link in links) else 0.5 * bool(links))


def competing_links(ctx: Context) -> Measured:
    """Links whose text is the keyphrase: they send the reader, and the ranking, to another page."""
    if not ctx.stems or not ctx.page.units:
        return NOT_APPLICABLE
    links = [link for link in ctx.page.links if link.kind in ("internal", "external")]
    rivals = [link for link in links if share_in(link.text, ctx.stems) == 1 and set(stems(link.text)) == set(ctx.stems)]
    return Measured(len(rivals), tuple(Location(link.text, link.block) for link in rivals))


def vague_links(ctx: Context) -> Measured:
    """Links whose text says nothing of where they lead: empty, « cliquez ici », a bare address."""
    links = [link for link in ctx.page.links if link.kind != "anchor"]
    if not links:
        return NOT_APPLICABLE
    vague = {" ".join(stems_of(text)) for text in lexicon("headings", "vague_links")}
    bad = [link for link in links if not link.text or " ".join(stems_of(link.text)) in vague or _is_address(link.text)]
    return Measured(len(bad), tuple(Location(link.text or link.href, link.block) for link in bad))


def dead_links(ctx: Context) -> Measured:
    """Links that no search engine can follow: an empty address, or a script."""
    if not ctx.page.links:
        return NOT_APPLICABLE
    dead = [link for link in ctx.page.links if not link.href or link.href.lower().startswith("javascript:")]
    return Measured(len(dead), tuple(Location(link.text, link.block) for link in dead))


def stems_of(text: str) -> tuple[str, ...]:
    """Folded words of a short text."""
    return tuple(fold(word.text) for word in words(text))


def _is_address(text: str) -> bool:
    return re.fullmatch(r"(?:https?://|www\.)\S+", text) is not None
