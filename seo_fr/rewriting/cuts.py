"""Where what somebody says may be cut short, without a condition, a denial or a figure's date being lost."""

from __future__ import annotations

from collections.abc import Sequence

from seo_fr.model import Token
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import STOPS, TRIMMED

CUT_WORDS = frozenset({"malgré", "suite", "afin", "lors", "après", "avant", "lorsque", "lorsqu'", "tandis", "alors"})


def cuts(ctx: Context, tokens: Sequence[Token], verb: int, *, acting: bool = False) -> list[int]:
    """Ranks before which what is said may stop: its end, then its last adjuncts, its commas.

    *acting*: what follows a person thanked or accused, « d’avoir… », may be cut too.
    A « sans », a date or place right after a figure, and half of a pair of brackets are never cut off.
    """
    if not tokens:
        return []
    found = [tokens[-1].i + 1]
    inside = 0
    for before, token in zip([None, *tokens], tokens, strict=False):
        inside += (token.text == "(") - (token.text == ")")
        low = token.text.lower().replace("’", "'")
        if token.i <= verb + 1 or (inside and token.text != "(") or before is None:
            continue
        head = ctx.head(token)
        adjunct = (
            token.dep in {"case", "mark"}
            and head.i > token.i
            and head.dep in {"obl:mod", "advcl"}
            and ctx.subtree(head)[0].i == token.i
        )
        joined = low == "et" and any(
            t.text.lower() in {"que", "qu'", "qu’"} for t in tokens if token.i < t.i < token.i + 4
        )
        if low == "sans" or (low in {"pour", "en", "au", "d'", "dès", "depuis", "par"} and figure_ends(ctx, before)):
            continue
        following = ctx.analysis.tokens[token.i + 1] if token.i + 1 < len(ctx.analysis.tokens) else token
        infinitive = low in {"de", "d'"} and following.text.lower() in {"avoir", "être"}
        participle = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Pres"
        if (
            token.text in STOPS - {")"}
            or adjunct
            or joined
            or low in CUT_WORDS
            or participle
            or (infinitive and acting)
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
