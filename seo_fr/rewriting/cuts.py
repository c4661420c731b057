"""Where what somebody says may be cut short, without a condition, a denial or a figure's date being lost."""

from __future__ import annotations

from collections.abc import Sequence

from seo_fr.model import Token
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import STOPS, TRIMMED

ASIDES = frozenset({"qui", "dont", "où", "notamment"})
"""After a comma, these open what may be left out."""


def cuts(ctx: Context, tokens: Sequence[Token], verb: int, *, acting: bool = False) -> list[int]:
    """Ranks before which what is said may stop: its end, then a second « que », an aside, a purpose.

    *acting*: what follows a person thanked or accused, « d’avoir… », may be cut too.
    A cause, a time, a place, a condition or a « malgré » is never cut off: without it, more would be said than was.
    """
    if not tokens:
        return []
    found = [tokens[-1].i + 1]
    for before, token in zip([None, *tokens], tokens, strict=False):
        low = token.text.lower().replace("’", "'")
        if token.i <= verb + 1 or before is None or token.i + 2 >= len(ctx.analysis.tokens):
            continue
        following = ctx.analysis.tokens[token.i + 1]
        next_low = following.text.lower().replace("’", "'")
        infinitive = following.morph.get("VerbForm") == "Inf" or next_low == "de"
        near = [t.text.lower() for t in tokens if token.i < t.i < token.i + 4]
        if (
            (low == "et" and not {"que", "qu'", "qu’"}.isdisjoint(near))
            or (token.text == "," and next_low in ASIDES)
            or (low in {"pour", "afin"} and infinitive and not figure_ends(ctx, before))
            or (acting and low in {"de", "d'"} and next_low in {"avoir", "être"})
        ):
            found.append(token.i)
    out = []
    for stop in sorted(set(found), reverse=True):
        kept = [t for t in tokens if t.i < stop]
        whole = len(kept) == len(tokens)
        while kept and kept[-1].i > verb and (kept[-1].text in STOPS or (not whole and kept[-1].pos in TRIMMED)):
            kept.pop()
        if kept and kept[-1].i > verb and kept[-1].i + 1 not in out:
            out.append(kept[-1].i + 1)
    return out


def figure_ends(ctx: Context, token: Token) -> bool:
    """Whether a figure ends on a word."""
    return any(f.start <= token.start < f.end for f in ctx.figures(token.sentence))
