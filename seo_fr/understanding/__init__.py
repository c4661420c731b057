"""Floor 2: names, roles, who says what, quotations, figures, dates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from seo_fr.model import Source, Token
from seo_fr.settings import DEFAULTS, Settings
from seo_fr.understanding.attribution import find_attributions
from seo_fr.understanding.certainty import find_scopes
from seo_fr.understanding.dates import find_dates
from seo_fr.understanding.explain import Understood, explain
from seo_fr.understanding.figures import find_figures
from seo_fr.understanding.linking import Linker
from seo_fr.understanding.mentions import find_mentions, with_role_gender
from seo_fr.understanding.quotations import find_quotations, with_speakers
from seo_fr.understanding.register import find_register
from seo_fr.understanding.roles import find_roles
from seo_fr.understanding.trouble import find_trouble
from seo_fr.understanding.view import View

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Understood", "analyse", "explain"]


def analyse(
    source: Source,
    tokens: Sequence[Token],
    vectors: NDArray[np.float32] | None = None,
    *,
    settings: Settings = DEFAULTS,
) -> Understood:
    """All that can be known of a parsed source, as frozen data; the same input gives the same value."""
    del settings  # nothing here depends on an option: repairs and the publication date were settled while reading
    view = View.of(source, tokens)
    quotations, notes = find_quotations(view)
    dates = find_dates(view, quotations)
    entities, mentions = find_mentions(view)
    roles = find_roles(view, entities, mentions)
    entities = with_role_gender(entities, roles)
    attributions = find_attributions(view, quotations, Linker(view, entities, mentions, roles))
    return Understood(
        source=source,
        tokens=tuple(tokens),
        entities=entities,
        mentions=mentions,
        roles=roles,
        attributions=attributions,
        scopes=find_scopes(view, attributions),
        quotations=with_speakers(view, quotations, attributions),
        figures=find_figures(view, dates, mentions),
        dates=dates,
        register=find_register(view),
        notes=(*source.notes, *notes, *find_trouble(view, entities, dates)),
        vectors=vectors,
    )
