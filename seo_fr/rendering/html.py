"""The article as an HTML fragment, to paste into any page."""

from __future__ import annotations

from typing import Any

from seo_fr.model import Draft
from seo_fr.rendering import layout
from seo_fr.rendering.engine import plain, render
from seo_fr.settings import DEFAULTS, Settings


def to_html(draft: Draft, settings: Settings = DEFAULTS) -> str:
    """The article as one ``<article>`` element: H1, chapô, contents list, nested sections.

    The contents list comes from four H2 on; its links land on ASCII anchors. A table is named by the heading that it
    stands under, so that no word is added to the text. Every value is escaped.

    :raises InvalidTemplate: when a template of the user's own cannot be filled in.
    """
    return render("article.html.j2", settings, signed=False, **article_values(draft))


def article_values(draft: Draft) -> dict[str, Any]:
    """What ``article.html.j2`` is filled in with, ``signed`` aside."""
    return {
        "draft": draft,
        "lead": layout.lead(draft),
        "contents": layout.contents(draft),
        "chapters": layout.chapters(draft),
        "say": plain,
    }
