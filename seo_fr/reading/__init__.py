"""Floor 1: formats in; paragraphs, sentences."""

from __future__ import annotations

from seo_fr.model import Source
from seo_fr.reading.clean import clean
from seo_fr.reading.plain import assemble, blocks_of_text
from seo_fr.reading.sentences import split_sentences
from seo_fr.settings import DEFAULTS, Settings

__all__ = ["read", "split_sentences"]


def read(text: str, *, title: str | None = None, settings: Settings = DEFAULTS) -> Source:
    """Read plain text, Markdown or HTML into a cleaned source with blocks and sentences."""
    cleaned = clean(text)
    return assemble(blocks_of_text(cleaned), raw=text, title=title or "", settings=settings)
