"""The article as a whole HTML document that stands alone: no script, nothing loaded from elsewhere."""

from __future__ import annotations

from seo_fr.model import Draft
from seo_fr.rendering import layout
from seo_fr.rendering.engine import render
from seo_fr.rendering.html import article_values
from seo_fr.rendering.jsonld import json_ld, script_text
from seo_fr.settings import DEFAULTS, Settings


def to_page(draft: Draft, settings: Settings = DEFAULTS) -> str:
    """An HTML document: title, description, Open Graph, Twitter card, JSON-LD, landmarks, light and dark colours.

    Author, date, canonical address, image, site name and breadcrumbs appear only if the settings give them; the image
    is then the one thing that a browser fetches. Addresses that are neither http(s) nor relative are left out.

    :raises InvalidTemplate: when a template of the user's own cannot be filled in.
    """
    from markupsafe import Markup

    return render(
        "page.html.j2",
        settings,
        signed=True,
        meta_title=draft.meta.title or draft.title,
        trail=layout.trail(draft, settings),
        # Already escaped for a script element, in a way that HTML escaping would undo.
        json_ld=Markup(script_text(json_ld(draft, settings))),
        **article_values(draft),
    )
