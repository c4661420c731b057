"""Measures of the page against the text it was made from; none applies without that text.

What explains a term from general knowledge is not held against the source.
"""

from __future__ import annotations

import re

from seo_fr.scoring.context import NOT_APPLICABLE, Context, Measured, place
from seo_fr.scoring.page import Sentence
from seo_fr.topics.matching import fold, stem, words

NUMBER_RE = re.compile(r"\d+(?:[ \u00a0\u202f.]\d{3}(?!\d))*(?:,\d+)?")
QUOTE_RE = re.compile(r"«\s*([^«»]+?)\s*»|“([^“”]+)”")
RUN = 8
"""Words in a row that make a copied stretch."""


def numbers(ctx: Context) -> Measured:
    """Numbers in digits that the source does not have."""
    if ctx.source is None:
        return NOT_APPLICABLE
    known = {_number(match) for match in NUMBER_RE.findall(ctx.source)}
    known |= {part for match in NUMBER_RE.findall(ctx.source) for part in re.findall(r"\d+", match)}
    found = [(line, {_number(m) for m in NUMBER_RE.findall(line.text)} - known) for line in ctx.own]
    return Measured(sum(len(new) for _, new in found), tuple(place(line) for line, new in found if new))


def _number(text: str) -> str:
    return re.sub(r"[ \u00a0\u202f.](?=\d{3})", "", text)


def names(ctx: Context) -> Measured:
    """Sentences with a capitalised word, not their first, that the source does not have."""
    if ctx.source is None:
        return NOT_APPLICABLE
    known = {stem(word.text) for word in words(ctx.source)}
    bad = [line for line in ctx.own if any(stem(token) not in known for token in _capitals(line))]
    return Measured(len(bad), tuple(map(place, bad)))


def _capitals(line: Sentence) -> list[str]:
    found = []
    for before, token in zip(line.tokens, line.tokens[1:], strict=False):
        between = line.text[before.end : token.start]
        if token.text[:1].isupper() and not re.search(r"[.!?…:«“»”–—·]", between):
            found.append(token.text)
    return found


def quotations(ctx: Context) -> Measured:
    """Quotations of four words or more whose words are not those of the source."""
    if ctx.source is None:
        return NOT_APPLICABLE
    known = _run(ctx.source)
    bad: list[Sentence] = []
    count = 0
    for unit in ctx.page.units:
        for match in QUOTE_RE.finditer(unit.text):
            quoted = _run(match[1] or match[2])
            if quoted.count(" ") > 4 and quoted not in known:
                count += 1
                bad.extend(s for s in unit.sentences[:1])
    return Measured(count, tuple(map(place, bad)))


def _run(text: str) -> str:
    return f" {' '.join(fold(word.text) for word in words(text))} "


def closeness(ctx: Context) -> Measured:
    """Share of the page's words inside a run of eight words of the source, in per cent."""
    body = [line for line in ctx.lines if line.kind != "heading"]
    if ctx.source is None or not body:
        return NOT_APPLICABLE
    known = [fold(word.text) for word in words(ctx.source)]
    runs = {tuple(known[i : i + RUN]) for i in range(len(known) - RUN + 1)}
    total = copied = 0
    for line in body:
        keys = [fold(token.text) for token in line.tokens]
        covered = [False] * len(keys)
        for i in range(len(keys) - RUN + 1):
            if tuple(keys[i : i + RUN]) in runs:
                covered[i : i + RUN] = [True] * RUN
        total += len(keys)
        copied += sum(covered)
    return Measured(100 * copied / total if total else 0.0)
