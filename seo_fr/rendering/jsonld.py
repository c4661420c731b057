"""Structured data for search engines, in schema.org's vocabulary: only what is known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, Literal

from seo_fr.french import count_words
from seo_fr.model import Draft, Section
from seo_fr.rendering import layout
from seo_fr.rendering.layout import safe_url
from seo_fr.settings import DEFAULTS, Settings

ArticleType = Literal["Article", "NewsArticle", "BlogPosting"]
CONTEXT: Final = "https://schema.org"
_ESCAPES: Final = str.maketrans(
    {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"},
)
"""What could close or upset the script element; JSON reads them back as they were."""


def json_ld(draft: Draft, settings: Settings = DEFAULTS, *, article_type: ArticleType = "Article") -> dict[str, Any]:
    """A graph of the article, its breadcrumbs if given, and its questions if ``settings.faq_markup``.

    Follows Google's « Article », « Breadcrumb » and « FAQ » structured data pages. Nothing is required for an article,
    and nothing is made up: author, date, image, publisher and address stay out unless the settings give them.
    """
    graph = [article(draft, settings, article_type), breadcrumbs(draft, settings), questions(draft, settings)]
    return {"@context": CONTEXT, "@graph": [node for node in graph if node]}


def article(draft: Draft, settings: Settings, article_type: ArticleType = "Article") -> dict[str, Any]:
    """The ``Article`` node."""
    url, image = safe_url(settings.url), safe_url(settings.image)
    phrases = dict.fromkeys(phrase.text for phrase in (draft.keyphrase, *draft.keyphrases) if phrase.text)
    known: dict[str, Any] = {
        "@type": article_type,
        "@id": f"{url}#article" if url else "",
        "headline": draft.title,
        "description": draft.meta.description,
        "inLanguage": settings.locale,
        "mainEntityOfPage": {"@type": "WebPage", "@id": url} if url else "",
        "url": url,
        "image": [image] if image else "",
        "datePublished": layout.iso_date(settings),
        "dateModified": settings.modified.isoformat() if settings.modified else "",
        "author": [author(settings)] if settings.author else "",
        "publisher": {"@type": "Organization", "name": settings.site_name} if settings.site_name else "",
        "keywords": list(phrases),
        "wordCount": sum(count_words(piece.text) for piece in draft.pieces),
    }
    return {key: value for key, value in known.items() if value}


def author(settings: Settings) -> dict[str, str]:
    """The author, a person unless it is the site itself that signs."""
    collective = settings.author.casefold() == settings.site_name.casefold()
    known = {"@type": "Organization" if collective else "Person", "name": settings.author}
    url = safe_url(settings.author_url)
    return known | {"url": url} if url else known


def breadcrumbs(draft: Draft, settings: Settings) -> dict[str, Any]:
    """The ``BreadcrumbList`` node, or an empty one when no crumb was given."""
    steps = []
    for position, (name, url) in enumerate(layout.trail(draft, settings), start=1):
        step: dict[str, Any] = {"@type": "ListItem", "position": position, "name": name}
        steps.append(step | {"item": url} if url else step)
    return {"@type": "BreadcrumbList", "itemListElement": steps} if steps else {}


def questions(draft: Draft, settings: Settings) -> dict[str, Any]:
    """The ``FAQPage`` node: what the questions block asks, with what answers it."""
    if not settings.faq_markup:
        return {}
    asked = [
        {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
        for section in draft.sections
        if section.block == "faq"
        for question, answer in answered(section)
    ]
    return {"@type": "FAQPage", "mainEntity": asked} if asked else {}


def answered(section: Section) -> Iterator[tuple[str, str]]:
    """The questions that a section lists, each with its whole answer."""
    for passage in section.passages:
        for term in layout.terms(passage) if passage.kind == "terms" else ():
            if term.label.endswith("?") and term.said:
                yield term.label, " ".join(text for text, _ in term.said)


def script_text(data: dict[str, Any]) -> str:
    r"""JSON that may stand inside a ``<script>`` element whatever it holds.

    >>> script_text({"headline": "</script>"})
    '{"headline":"\\u003c/script\\u003e"}'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
