"""Telling HTML and Markdown from plain text."""

from __future__ import annotations

import re
from typing import Literal

TAG_RE = re.compile(
    r"<(?:!doctype|html|body|article|section|main|div|p|h[1-6]|ul|ol|li|table|blockquote|br|span|strong|em|a|header|figure)\b[^<>]*/?>",
    re.IGNORECASE,
)
MARKDOWN_MARKS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"^(?:=|-){3,}$", re.MULTILINE),
    re.compile(r"(?<!\*)\*\*\S[^*\n]*\S\*\*|(?<!_)__\S[^_\n]*\S__"),
    re.compile(r"!?\[[^\]\n]+\]\([^)\s]+\)"),
    re.compile(r"^> \S", re.MULTILINE),
    re.compile(r"^\|.+\|\s*$\n^\|[ :|-]+\|\s*$", re.MULTILINE),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
)


def format_of(text: str) -> Literal["text", "markdown", "html"]:
    r"""The format of a cleaned text: HTML by its tags, Markdown by a mark that plain text would not hold.

    Bullets alone do not make Markdown: they are read alike in plain text.

    >>> [format_of(t) for t in ("<p>Un.</p>", "# Titre\n\nUn.", "Un.\n\n- deux", "a < b et c > d")]
    ['html', 'markdown', 'text', 'text']
    """
    tags = TAG_RE.findall(text)
    if len(tags) >= 2 or (tags and text.lstrip().startswith("<")):
        return "html"
    if any(mark.search(text) for mark in MARKDOWN_MARKS):
        return "markdown"
    return "text"
