"""Which of several wordings does not repeat the source: at most half of its runs in common with any sentence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from seo_fr.composition.overlap import Repetition
from seo_fr.rewriting.context import Context


def source_words(ctx: Context) -> Repetition:
    """The sentences of the source, which the body keeps, as something already written."""
    seen = Repetition()
    for sentence in ctx.sentences:
        seen.add(sentence.text)
    return seen


def fresh_ones(seen: Repetition, wordings: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The first few wordings that do not repeat a sentence, in order; none when all do.

    >>> seen = Repetition(); seen.add("Le maire a ouvert le nouveau stade de la ville.")
    >>> fresh_ones(seen, ("Le maire a ouvert le nouveau stade", "Ouverture du stade par le maire"))
    ('Ouverture du stade par le maire',)
    """
    return tuple(islice((wording for wording in wordings if not seen.repeats(wording)), most))
