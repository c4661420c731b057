"""Measures of what no count of keyphrases sees: an empty page, pasted text, shuffled words, plastered connectors."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise

from seo_fr.resources import load_toml
from seo_fr.scoring.context import NOT_APPLICABLE, Context, Measured, lexicon, place
from seo_fr.scoring.page import Sentence
from seo_fr.scoring.transitions import opener_of
from seo_fr.topics.matching import fold

GRAM = 4
SAME_SENTENCE = 6
"""Words from which a sentence said twice is a repetition, not a refrain."""


def presence(ctx: Context) -> Measured:
    """Words of the body."""
    return Measured(ctx.page.words)


def _keys(line: Sentence) -> tuple[str, ...]:
    return tuple(fold(token.text) for token in line.tokens)


def repeated_grams(ctx: Context) -> Measured:
    """Share of words inside a run of four that stood earlier in the text, in per cent; headings are left out."""
    lines = [line for line in ctx.lines if line.kind != "heading"]
    seen: dict[tuple[str, ...], int] = {}
    total = repeated = 0
    heavy: list[tuple[float, int, Sentence]] = []
    for rank, line in enumerate(lines):
        keys = _keys(line)
        covered = [False] * len(keys)
        for i in range(len(keys) - GRAM + 1):
            gram = keys[i : i + GRAM]
            if seen.setdefault(gram, rank) < rank:
                covered[i : i + GRAM] = [True] * GRAM
        total += len(keys)
        repeated += sum(covered)
        if covered and sum(covered) > len(covered) / 2:
            heavy.append((-sum(covered), rank, line))
    if total < 50:
        return NOT_APPLICABLE
    return Measured(
        100 * repeated / total, tuple(place(line) for _, _, line in sorted(heavy, key=lambda x: x[:2])[:10])
    )


def repeated_sentences(ctx: Context) -> Measured:
    """Share of the body's words in sentences that stood earlier word for word, in per cent."""
    body = [line for line in ctx.lines if line.kind != "heading" and line.words >= SAME_SENTENCE]
    seen: set[tuple[str, ...]] = set()
    again: list[Sentence] = []
    for line in body:
        key = _keys(line)
        if key in seen:
            again.append(line)
        seen.add(key)
    if not body:
        return NOT_APPLICABLE
    return Measured(100 * sum(s.words for s in again) / max(1, ctx.page.words), tuple(map(place, again)))


@cache
def _never_followed() -> dict[str, frozenset[str]]:
    table = load_toml("scoring/junctions.toml")["never_followed"]
    return {first: frozenset(after.split()) for firsts, after in table.items() for first in firsts.split()}


def word_order(ctx: Context) -> Measured:
    """Function words that stand where French cannot put them, in per cent of all that are watched."""
    last = lexicon("junctions", "never_last")
    rules = _never_followed()
    watched = faults = 0
    places: list[tuple[float, int, Sentence]] = []
    for rank, line in enumerate(ctx.sentences):
        text, tokens, wrong = line.text, line.tokens, 0
        for here, after in pairwise(tokens):
            if (follow := rules.get(here.text.lower())) is None:
                continue
            watched += 1
            # Only words side by side: any sign between them, or a hyphen after, may make them good French.
            joined = (
                text[here.end : after.start] in (" ", "’", "'", "\u00a0") and text[after.end : after.end + 1] != "-"
            )
            wrong += joined and after.text in follow
        if len(tokens) > 3 and not text.rstrip().endswith((":", "…", "...")):
            watched += 1
            wrong += tokens[-1].text in last and text[tokens[-1].start - 1] not in "-’'"
        faults += wrong
        if wrong:
            places.append((-wrong, rank, line))
    if watched < 15:
        return NOT_APPLICABLE
    return Measured(
        100 * faults / watched, tuple(place(line) for _, _, line in sorted(places, key=lambda x: x[:2])[:10])
    )


def plastered(ctx: Context) -> Measured:
    """Share of paragraphs that a bare connector opens, in per cent."""
    heads = [u.sentences[0] for u in ctx.page.units if u.kind == "paragraph" and u.sentences]
    if len(heads) < 2:
        return NOT_APPLICABLE
    opened = [(opener_of(s.tokens), s) for s in heads]
    found = [s for opener, s in opened if opener]
    most = Counter(opener for opener, _ in opened if opener).most_common(1)
    details: dict[str, float | str] = {"count": len(found), "of": len(heads), "opener": most[0][0] if most else ""}
    return Measured(100 * len(found) / len(heads), tuple(map(place, found)), details)
