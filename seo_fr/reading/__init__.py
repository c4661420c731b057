"""Floor 1: formats in; paragraphs, sentences."""

from __future__ import annotations

from seo_fr.model import Source
from seo_fr.reading.assemble import assemble
from seo_fr.reading.clean import clean
from seo_fr.reading.formats import format_of
from seo_fr.reading.html import drafts_of_html
from seo_fr.reading.markdown import drafts_of_markdown
from seo_fr.reading.plain import drafts_of_text
from seo_fr.reading.sentences import split_sentences
from seo_fr.settings import DEFAULTS, Settings

__all__ = ["read", "split_sentences"]


def read(text: str, *, title: str | None = None, settings: Settings = DEFAULTS) -> Source:
    """Read plain text, Markdown or HTML into a cleaned source with blocks and sentences.

    Offsets point into ``Source.text``, which holds what a reader saw: no markup, scripts or navigation; certain faults
    outside quotations mended when the settings say so, each with a note.

    >>> source = read("22 mai 2012. - Le pont ferme. Les travaux commencent.")
    >>> [s.text for s in source.sentences], source.published.isoformat()
    (['Le pont ferme.', 'Les travaux commencent.'], '2012-05-22')
    """
    cleaned = clean(text)
    kind = format_of(cleaned) if settings.input_format == "auto" else settings.input_format
    if kind == "html":
        drafts = drafts_of_html(cleaned)
    elif kind == "markdown":
        drafts = drafts_of_markdown(cleaned)
    else:
        drafts = drafts_of_text(cleaned)
    return assemble(drafts, raw=text, title=clean(title or "").replace("\n", " "), settings=settings)
