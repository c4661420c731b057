"""A line above a block that says what it holds, counted; within the budget of framing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.choose import Budget
from seo_fr.french import count_words
from seo_fr.french.numbers import count_in_words
from seo_fr.model import Piece

FEMININE = frozenset({"background", "dates", "sources", "quotations"})
"""Blocks whose things counted are « notions », « dates », « voix », « déclarations »."""
SILENT = frozenset({"essentials", "faq", "background", "quotations"})
"""Blocks that their heading announces well enough."""
LEAST = 2


def introduced(brief: Brief, budget: Budget, block: BlockDraft, options: Sequence[Option]) -> BlockDraft:
    """The block with its line, when it has one, more than one thing to announce, and words left for it."""
    if block.name in SILENT or len(options) < LEAST:
        return block
    # parallel rows of a table come together in one option
    things = sum(len(option.pieces) for option in options) if block.kind == "table" else len(options)
    count = count_in_words(things, gender="f" if block.name in FEMININE else "m")
    text = brief.templates.pick(f"{block.name}_intro", count=count)
    words = Counter(framing=count_words(text))
    if not text or not budget.admits_words(words):
        return block
    budget.spent.update(words)
    return replace(block, intro=(Piece(text, "framing", (), f"{block.name}.intro"),))
