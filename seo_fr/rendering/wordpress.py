"""The article in WordPress block markup, to paste into the code editor or to send to the REST API."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from seo_fr.model import Draft, Heading, Piece
from seo_fr.rendering import layout
from seo_fr.rendering.engine import render
from seo_fr.settings import DEFAULTS, Settings

_SHORTCODE_RE: Final = re.compile(r"\[(?=[\w/\[])")


def to_wordpress(draft: Draft, settings: Settings = DEFAULTS) -> str:
    """The article as blocks of the core editor: paragraph, heading, list, quote, table, image.

    The H1 is left out: WordPress prints the post's title. Brackets that could open a shortcode are written as a
    character reference, so that ``[gallery]`` in a source stays a word.

    :raises InvalidTemplate: when a template of the user's own cannot be filled in.
    """
    return render(
        "wordpress.html.j2",
        settings,
        lead=layout.lead(draft),
        contents=layout.contents(draft),
        sections=draft.sections[1 if layout.lead(draft) is not None else 0 :],
        say=say,
        words=words,
        attributes=attributes,
        heading_attributes=heading_attributes,
    )


def say(text: str, _: Piece | None = None) -> Any:
    """Words of a piece, escaped for HTML and for WordPress's shortcodes."""
    from markupsafe import Markup, escape

    return Markup(_SHORTCODE_RE.sub("&#91;", str(escape(text))))


def words(text: str) -> Any:
    """Words that belong to no piece: headings, speakers, alternative texts."""
    return say(text)


def heading_attributes(heading: Heading) -> Any:
    """Level and anchor of a heading block, where they are not the default.

    Current editors keep the anchor there, older ones read it from the element: it is given in both places.
    """
    level = {"level": heading.level} if heading.level != 2 else {}
    anchor = {"anchor": heading.anchor} if heading.anchor else {}
    return attributes(**level, **anchor)


def attributes(**values: Any) -> Any:
    """Block attributes as WordPress writes them inside a comment: a space and JSON, or nothing.

    >>> str(attributes(level=3)), str(attributes())
    (' {"level":3}', '')
    """
    from markupsafe import Markup

    if not values:
        return Markup("")
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    # The same escapes as serialize_block_attributes(): nothing in there may close the comment.
    for char, code in (("--", "\\u002d\\u002d"), ("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(char, code)
    return Markup(f" {text}")
