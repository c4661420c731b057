"""Openings that only wave at the reader go: « Rappelons que P » says P."""

from __future__ import annotations

import re

from seo_fr.resources import load_toml
from seo_fr.rewriting.base import Rendering, capitalised, sentence
from seo_fr.rewriting.context import Context

CONFIDENCE = 0.99


def without_wave(ctx: Context, sid: int) -> Rendering | None:
    """The sentence without its « Rappelons que », « Notons que », « À noter que »."""
    if ctx.block(sid).kind != "paragraph" or ctx.quotations(sid):
        return None
    text = plain_opening(ctx.sentence(sid).text)
    if text is None:
        return None
    return Rendering((sid,), (sentence(text, (sid,), "opener", CONFIDENCE),), "opener", CONFIDENCE)


def plain_opening(text: str) -> str | None:
    """The text without its waving opening; None when it has none.

    >>> plain_opening("Rappelons que l’accident avait fait deux morts.")
    'L’accident avait fait deux morts.'
    >>> plain_opening("Rappelons-le, l’accident a fait deux morts.") is None
    True
    """
    for opening in load_toml("rewriting/cohesion.toml")["waves"]:
        match = re.match(rf"{opening}\s+qu(?:e\s+|[’'])", text, re.IGNORECASE)
        if match:
            return capitalised(text[match.end() :])
    return None
