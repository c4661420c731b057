"""Frames that announce a statement without adding to it are taken off: « Rappelons que P. » → « P. »."""

from __future__ import annotations

import re
from functools import cache

from seo_fr.resources import load_toml
from seo_fr.rewriting.base import Rendering, capitalised, sentence
from seo_fr.rewriting.context import Context

CONFIDENCE = 0.99
OPERATION = "frame.dropped"


@cache
def frame_re() -> re.Pattern[str]:
    """The frames of the lexicon, at the head of a sentence."""
    frames = "|".join(re.escape(f).replace("’", "['’]") for f in load_toml("rewriting/frames.toml")["empty"])
    return re.compile(rf"^(?:{frames}) qu(?:e |['’])(?P<said>\S.+)$", re.IGNORECASE | re.DOTALL)


def unframed(text: str) -> str:
    """The statement without its empty frame; the same text where it has none.

    >>> unframed("Rappelons que le pont est fermé.")
    'Le pont est fermé.'
    >>> unframed("La mairie rappelle que le pont est fermé.")
    'La mairie rappelle que le pont est fermé.'
    """
    found = frame_re().match(text)
    return capitalised(found["said"]) if found and len(found["said"].split()) > 3 else text


def dropped(ctx: Context, sid: int) -> Rendering | None:
    """The sentence without its empty frame; None where it has none."""
    text = ctx.sentence(sid).text
    start = ctx.sentence(sid).start
    if ctx.block(sid).kind != "paragraph" or any(q.start <= start for q in ctx.quotations(sid)):
        return None  # the frame is somebody's own
    bare = unframed(text)
    if bare == text:
        return None
    return Rendering((sid,), (sentence(bare, (sid,), OPERATION, CONFIDENCE),), OPERATION, CONFIDENCE)
