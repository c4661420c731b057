"""« À fournir »: what a page lacks and only its editor can give. Nothing of it is ever invented."""

from __future__ import annotations

from collections.abc import Sequence

from seo_fr.model import Placeholder
from seo_fr.scoring.context import Context
from seo_fr.topics.matching import find_words, fold, stems

SUGGESTIONS = 5

MESSAGES = {
    "fr": {
        "author": "Nommez l’auteur (réglage `author`) : nom et, si possible, page de présentation (`author_url`).",
        "date": "Donnez la date de publication (réglage `published`).",
        "image": "Ajoutez une image (réglages `image` et `image_alt`) avec un texte de remplacement qui la décrit.",
        "image_alt": "Décrivez l’image en une phrase (réglage `image_alt`).",
        "canonical": "Donnez l’adresse canonique de la page (réglage `url`).",
        "outbound_link": "Citez la source par un lien.",
        "internal_link": "Donnez les pages du site (réglage `pages`) : des liens internes seront proposés.",
        "suggestion": "Lien interne possible : « {anchor} » vers « {page} » ({url}).",
    },
    "en": {
        "author": "Name the author (setting `author`): a name and, if possible, a page about them (`author_url`).",
        "date": "Give the publication date (setting `published`).",
        "image": "Add an image (settings `image` and `image_alt`) with an alternative text that describes it.",
        "image_alt": "Describe the image in a sentence (setting `image_alt`).",
        "canonical": "Give the canonical URL of the page (setting `url`).",
        "outbound_link": "Cite the source with a link.",
        "internal_link": "Give the site’s pages (setting `pages`) so that internal links can be suggested.",
        "suggestion": "Possible internal link: “{anchor}” to “{page}” ({url}).",
    },
}


def to_supply(ctx: Context) -> tuple[Placeholder, ...]:
    """What is missing from a page, settings included, with anchors suggested among the pages of the site."""
    page, settings = ctx.page, ctx.settings
    has_image = bool(page.images or page.image or settings.image)
    lacking = {
        "author": not (page.author or settings.author),
        "date": not (page.date or settings.published),
        "image": not has_image,
        "image_alt": bool(settings.image) and not settings.image_alt and not page.images,
        "canonical": not (page.canonical or settings.url),
        "outbound_link": not any(link.kind == "external" for link in page.links),
        "internal_link": not settings.pages and not any(link.kind == "internal" for link in page.links),
    }
    texts = MESSAGES[settings.message_language]
    found = [Placeholder(name, texts[name]) for name, lacks in lacking.items() if lacks]
    linked = {link.href for link in page.links}
    for anchor, title, url in suggest_links(ctx, [p for p in settings.pages if p[1] not in linked]):
        found.append(Placeholder("internal_link", texts["suggestion"].format(anchor=anchor, page=title, url=url)))
    return tuple(found)


def suggest_links(ctx: Context, pages: Sequence[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """(anchor, title, url): stretches of the text that could carry a link to a page of the site, best first.

    A page is proposed when two content words of its title stand together in a sentence of the text, or all of a shorter
    title; the longest stretch wins. The keyphrase itself is never an anchor: it belongs to this page.
    """
    found: list[tuple[int, int, str, str, str]] = []
    own = set(ctx.stems)
    for rank, (title, url) in enumerate(pages):
        key = stems(title)
        best: tuple[int, str] | None = None
        runs = [key[i:j] for i in range(len(key)) for j in range(len(key), i, -1) if j - i >= min(2, len(key))]
        for run in sorted(runs, key=len, reverse=True):
            if set(run) == own or (best and best[0] >= len(run)):
                continue
            for sentence in ctx.sentences:
                if spans := find_words(sentence.tokens, run, gap=0):
                    best = (len(run), sentence.text[spans[0][0] : spans[0][1]])
                    break
        if best and fold(best[1]) != fold(ctx.keyphrase):
            found.append((-best[0], rank, best[1], title, url))
    return [(anchor, title, url) for _, _, anchor, title, url in sorted(found)[:SUGGESTIONS]]
