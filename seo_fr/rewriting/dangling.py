"""An announcement whose list, code or figure the source lost: it ends on a stop, not on a colon before other words."""

from __future__ import annotations

import re

from seo_fr.rewriting.base import stopped
from seo_fr.rewriting.context import Context

ANNOUNCED_RE = re.compile(
    r"(?:,? (?:similaire|semblable|identique|analogue|équivalente?)s? (?:à (?:la|le)|au|aux) suivant(?:e|s|es)?"
    r"|,? comme suit|,? comme (?:ceci|cela)|,? ci-dessous|,? ci-après)\s*:\s*$"
)
OPEN_RE = re.compile(r"(?:suivant(?:e|s|es)?|\b(?:à|de|d['’]|est|sont|par|pour|que|avec|voici|dans|sur|comme))\s*:\s*$")
LEAST_WORDS = 5
"""Words of a sentence of prose: less may be a command or a title."""
FORMULA_RE = re.compile(r"[=→]|^[^A-ZÀ-Ý«\"]")


def settled(ctx: Context, sid: int, text: str) -> str:
    """The text, its last colon a stop where nothing that it announces comes after it."""
    if not text.rstrip().endswith(":") or ctx.block(sid).kind != "paragraph":
        return text
    following = ctx.sentences[sid + 1] if sid + 1 < len(ctx.sentences) else None
    kind = ctx.block(following.id).kind if following is not None else "heading"
    if following is not None and kind != "heading":
        prose = following.text.rstrip().endswith(".") and len(following.text.split()) >= LEAST_WORDS
        if kind != "paragraph" or FORMULA_RE.search(following.text) or not prose or following.text.endswith("?"):
            return text  # the list, the quotation or the formula is there
    if ANNOUNCED_RE.search(text):
        return stopped(ANNOUNCED_RE.sub("", text))
    if OPEN_RE.search(text) and kind != "heading":
        return text
    return stopped(text.rstrip().rstrip(":"))
