"""A long sentence of the body as two or three plain ones, by whatever parts it most surely.

Read on the 31 open articles and 50 Wikinews texts: see :mod:`tests.rewriting.test_cuts` for what fires and what stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from seo_fr.rewriting import appositions, asides, openings, splitting, tails
from seo_fr.rewriting.base import Rendering
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.cutting import Finder, cut_at
from seo_fr.rewriting.seams import Edit

FINDERS: tuple[Finder, ...] = (
    *splitting.FINDERS,
    *tails.FINDERS,
    *asides.FINDERS,
    *appositions.FINDERS,
    *openings.FINDERS,
)


def shortened(ctx: Context, sid: int, *, edits: Sequence[Edit] = ()) -> Rendering | None:
    """The sentence in two or three; None where no cut is certain. *edits*: other words to change, such as dates."""
    return cut_at(ctx, sid, FINDERS, edits=edits)
