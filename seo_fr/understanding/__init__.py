"""Floor 2: mentions and aliases, roles, attribution and hedges, quotations, figures, dates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from seo_fr.model import Analysis, Note, Source, Token
from seo_fr.settings import DEFAULTS, Settings
from seo_fr.understanding.attribution import find_attributions
from seo_fr.understanding.certainty import find_scopes
from seo_fr.understanding.dates import find_dates
from seo_fr.understanding.figures import find_figures
from seo_fr.understanding.mentions import link, with_genders
from seo_fr.understanding.names import spans
from seo_fr.understanding.quotations import find_quotations, with_speakers
from seo_fr.understanding.register import registers
from seo_fr.understanding.roles import find_roles
from seo_fr.understanding.view import View

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["analyse"]


def analyse(
    source: Source,
    tokens: Sequence[Token],
    vectors: NDArray[np.float32] | None = None,
    *,
    settings: Settings = DEFAULTS,  # noqa: ARG001 (part of the floor's contract)
) -> Analysis:
    """All that is known of a source: names, roles, who says what, how surely, quotations, figures and dates."""
    view = View.of(source, tokens)
    entities, mentions = link(view, spans(view))
    roles = find_roles(view, entities, mentions)
    entities = with_genders(entities, roles)
    quotations, notes = find_quotations(view)

    def entity_of(start: int, end: int) -> int:
        """The entity that a speaker's span names or, through a role, stands for; -1 when neither is certain."""
        inside = [m.entity for m in mentions if start <= m.start and m.end <= end]
        if inside:
            return inside[-1] if len(set(inside)) == 1 else last_person(inside)
        held = {r.entity for r in roles if r.text.lower() in source.text[start:end].lower()}
        return next(iter(held)) if len(held) == 1 else -1

    def last_person(ids: Sequence[int]) -> int:
        people = [i for i in ids if entities[i].label == "PER"]
        return people[-1] if people else -1

    attributions = find_attributions(view, quotations, entity_of)
    quotations = with_speakers(view, quotations, attributions)
    dates = find_dates(view, quotations)
    return Analysis(
        source=source,
        tokens=tuple(tokens),
        entities=entities,
        mentions=mentions,
        roles=roles,
        attributions=attributions,
        scopes=find_scopes(view),
        quotations=quotations,
        figures=find_figures(view, dates, mentions),
        dates=dates,
        register=registers(source, quotations),
        notes=undated(source, dates, notes),
        vectors=vectors,
    )


def undated(source: Source, dates: Sequence[object], notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """The notes, with a warning when relative dates stand in an article without a date."""
    from seo_fr.model import DateMention

    loose = [d.text for d in dates if isinstance(d, DateMention) and not d.absolute and not d.resolved]
    if not loose or source.published is not None:
        return notes
    listed = ", ".join(f"« {text} »" for text in dict.fromkeys(loose[:4]))
    message = (
        f"L’article n’est pas daté : {listed} ne peuvent être situés. Donnez Settings.published ou précisez les dates."
    )
    return (*notes, Note("source.undated", message))
