"""An enumeration announced by a colon becomes a list.

« Le plan prévoit trois mesures : une taxe, un prêt et un gel des loyers. » keeps its announcement, and its members
become items. Nothing is added or dropped but the commas and the last « et ».
"""

from __future__ import annotations

import re

from seo_fr.model import Piece
from seo_fr.rewriting.base import Part, Rendering, sentence
from seo_fr.rewriting.context import Context

CONFIDENCE = 0.96
LEAST_ITEMS = 3
LONGEST_ITEM = 22
CLOSERS_RE = re.compile(r"\s*(?:,\s*etc\.?|\.\.\.|…)?\s*[.]?$")
LAST_RE = re.compile(r",? (?:et|ou|ainsi que|mais aussi|et enfin|puis) ")
OPENING_POS = {"NOUN", "DET", "PROPN", "ADJ", "NUM", "VERB", "ADP"}


def enumeration(ctx: Context, sid: int) -> Rendering | None:
    """The sentence as an announcement and a list, or None where that is not certain."""
    text = ctx.sentence(sid).text
    if ctx.block(sid).kind != "paragraph" or ctx.quotations(sid) or ctx.attributions(sid):
        return None
    if "«" in text or '"' in text or "“" in text or text.count(" : ") + text.count(": ") < 1:
        return None
    head, _, tail = text.partition(":")
    if ":" in tail or len(head.split()) < 4 or text.rstrip()[-1] in "?!":
        return None
    items = split_items(CLOSERS_RE.sub("", tail.strip()))
    if items is None or not parallel(ctx, sid, items, len(head)):
        return None
    has_etc = bool(re.search(r"(etc\.?|\.\.\.|…)\s*\.?\s*\)?$", text.strip()))
    if has_etc:
        items = [*items[:-1], f"{items[-1]}, etc"]
    if not any(
        t.pos in {"VERB", "AUX"} and t.morph.get("VerbForm") == "Fin"
        for t in ctx.tokens(sid)
        if t.end <= ctx.sentence(sid).start + len(head)
    ):
        return None
    operation = "list.colon"
    parts = [sentence(f"{head.rstrip()} :", (sid,), operation, CONFIDENCE)]
    for k, item in enumerate(items):
        closing = "." if k == len(items) - 1 else " ;"
        parts.append(Part("item", Piece(item + closing, "source", (sid,), operation, CONFIDENCE)))
    return Rendering((sid,), tuple(parts), operation, CONFIDENCE)


def split_items(tail: str) -> list[str] | None:
    """Members of an enumeration, parted by « ; » or by « , » and a last « et »; None when they are not clear.

    >>> split_items("une taxe, un prêt et un gel des loyers")
    ['une taxe', 'un prêt', 'un gel des loyers']
    >>> split_items("une taxe et un prêt") is None
    True
    """
    if depth_of(tail) != 0:
        return None
    if ";" in tail:
        items = [re.sub(r"^(?:et|enfin|puis) ", "", part.strip()) for part in outer_split(tail, ";")]
    else:
        items = [part.strip() for part in outer_split(tail, ",")]
        if len(items) < LEAST_ITEMS - 1:
            return None
        last = [m for m in LAST_RE.finditer(items[-1]) if depth_of(items[-1][: m.start()]) == 0]
        if len(last) != 1:
            opened = re.match(r"(?:et|ou|ainsi que|mais aussi|et enfin|puis) ", items[-1])
            if not opened or last:
                return None
            items[-1] = items[-1][opened.end() :]
        else:
            items[-1:] = [items[-1][: last[0].start()].strip(), items[-1][last[0].end() :].strip()]
        if any(re.search(r"\b(?:et|ou)\b", item) for item in items):
            return None  # an inner « et » leaves the cut in doubt
    if len(items) < LEAST_ITEMS or any(not item or len(item.split()) > LONGEST_ITEM for item in items):
        return None
    return items


def outer_split(text: str, mark: str) -> list[str]:
    """Cut at a mark, but not inside brackets nor inside a number."""
    parts, depth, start = [], 0, 0
    for i, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        inside_number = mark == "," and text[i - 1 : i].isdigit() and text[i + 1 : i + 2].isdigit()
        if char == mark and depth == 0 and not inside_number:
            parts.append(text[start:i])
            start = i + 1
    return [*parts, text[start:]]


def depth_of(text: str) -> int:
    """Brackets left open."""
    return text.count("(") - text.count(")")


def parallel(ctx: Context, sid: int, items: list[str], after: int) -> bool:
    """Whether the members have one syntax: all infinitives, or all noun phrases, and no clause of their own."""
    base = ctx.sentence(sid).start
    text = ctx.sentence(sid).text
    kinds = set()
    at = after
    for item in items:
        found = text.find(item, at)
        if found < 0:
            return False
        at = found + len(item)
        tokens = [t for t in ctx.tokens(sid) if base + found <= t.start < base + at]
        if not tokens or tokens[0].pos not in OPENING_POS:
            return False
        finite = [
            t
            for t in tokens
            if t.morph.get("VerbForm") == "Fin" and t.dep not in {"acl:relcl", "aux:tense", "aux:pass"}
        ]
        relative = any(t.dep == "acl:relcl" for t in tokens)
        if finite and not relative:
            return False
        infinitive = tokens[0].morph.get("VerbForm") == "Inf"
        kinds.add("verb" if infinitive else "name" if tokens[0].pos == "ADP" else "noun")
    return len(kinds) == 1 and "name" not in kinds
