"""Measures of title, description and slug."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from seo_fr.french.slug import slugify
from seo_fr.model import Location
from seo_fr.resources import load_toml
from seo_fr.scoring.context import NOT_APPLICABLE, Context, Measured
from seo_fr.topics.matching import elided_words, stem, words

TITLE_PX = 20.0
DESCRIPTION_PX = 14.0
"""Sizes in which search results set the title and the description, in Arial."""


@cache
def _advances() -> tuple[dict[str, int], int, int]:
    table = load_toml("scoring/widths.toml")
    widths = {sign: int(width) for width, signs in table["advances"].items() for sign in signs}
    return widths, table["other"], table["units_per_em"]


def pixels(text: str, size: float = TITLE_PX) -> float:
    """Width of a text in pixels, set in Arial at *size* pixels; kerning is not applied.

    >>> round(pixels("Meta recrute des chercheurs en IA"))
    307
    """
    widths, other, em = _advances()
    return sum(widths.get(sign, other) for sign in text) * size / em


def title_width(ctx: Context) -> Measured:
    """Width of the title in pixels; 0 without a title."""
    width = pixels(ctx.title)
    given = {"px": round(width), "given": 1 + bool(ctx.title)}  # one and two stand for no and yes
    return Measured(width, (Location(ctx.title),) if width > 600 else (), given)


def title_presence(ctx: Context) -> Measured:
    """1 with a title, else 0."""
    return Measured(int(bool(ctx.title)))


def title_room(ctx: Context) -> Measured:
    """Width of the title in pixels, for its lower bound."""
    width = pixels(ctx.title)
    return Measured(width, (Location(ctx.title),), {"px": round(width)}) if ctx.title else NOT_APPLICABLE


def title_repetition(ctx: Context) -> Measured:
    """Most uses of one content word in the title."""
    if not ctx.title:
        return NOT_APPLICABLE
    counts = Counter(stem(word.text) for word in words(ctx.title) if word.content)
    most = max(counts.values(), default=0)
    return Measured(most, (Location(ctx.title),) if most > 1 else ())


def description_length(ctx: Context) -> Measured:
    """Characters of the description."""
    n = len(ctx.description)
    return Measured(n, (Location(ctx.description),) if n and not 121 <= n <= 156 else ())


def description_width(ctx: Context) -> Measured:
    """Width of the description in pixels."""
    if not ctx.description:
        return NOT_APPLICABLE
    width = pixels(ctx.description, DESCRIPTION_PX)
    return Measured(width, (Location(ctx.description),) if width > 920 else (), {"px": round(width)})


def slug_form(ctx: Context) -> Measured:
    """Faults of the slug: signs beyond a–z, 0–9 and hyphens; over 75 characters; function words."""
    if not ctx.slug:
        return NOT_APPLICABLE
    last = ctx.slug.rstrip("/").rsplit("/", 1)[-1]
    signs, size = bool(re.search(r"[^a-z0-9-]", last)), len(last) > 75
    # what our own slug of the title keeps has its reason there: part of a name, a negation
    heads = [heading.text for _, heading in ctx.headings if heading.level == 1]
    held = {w for text in (ctx.title, ctx.keyphrase, *heads) for w in slugify(text, max_length=500).split("-")}
    held |= set(slugify(ctx.keyphrase, drop_function_words=False).split("-"))
    idle = [piece for piece in re.split(r"[-_]", last) if is_function_word(piece) and piece not in held]
    value = signs + size + bool(idle)
    # one and two stand for no and yes: the message chooses by them
    details: dict[str, float | str] = {
        "words": ", ".join(dict.fromkeys(idle)),
        "signs": 1 + signs,
        "size": 1 + size,
        "idle": 1 + bool(idle),
    }
    return Measured(value, (Location(ctx.slug),) if value else (), details)


def is_function_word(piece: str) -> bool:
    """Whether a piece of a slug says nothing by itself: what our own slugs leave out.

    >>> [piece for piece in ("le", "d", "pas", "pont", "a") if is_function_word(piece)]
    ['le', 'd']
    """
    lone = len(piece) == 1 and piece in elided_words() - {"c"}
    return lone or (len(piece) > 1 and slugify(f"{piece} zz") == "zz")
