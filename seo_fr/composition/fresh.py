"""Which of several wordings does not repeat the source: at most half of its runs in common with any sentence."""

from __future__ import annotations

from collections.abc import Iterable

from seo_fr.composition.overlap import Repetition
from seo_fr.rewriting.context import Context


def source_words(ctx: Context) -> Repetition:
    """The sentences of the source, which the body keeps, as something already written."""
    seen = Repetition()
    for sentence in ctx.sentences:
        seen.add(sentence.text)
    return seen


def first_fresh(seen: Repetition, wordings: Iterable[str]) -> str:
    """The first wording that does not repeat a sentence; "" when all do.

    >>> seen = Repetition(); seen.add("Le maire a ouvert le nouveau stade de la ville.")
    >>> first_fresh(seen, ("Le maire a ouvert le nouveau stade", "Ouverture du stade par le maire"))
    'Ouverture du stade par le maire'
    """
    return next((wording for wording in wordings if not seen.repeats(wording)), "")
