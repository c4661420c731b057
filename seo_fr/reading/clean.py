"""Character-level cleaning: what a reader never sees goes, what a reader sees stays."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE_RE = re.compile("[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
# a joiner holds a compound pictogram together; elsewhere nobody sees it
JOINER_RE = re.compile(
    "(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d|\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])"
)
SPACE_RE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
NEWLINE_RE = re.compile("\r\n?|[\u000b\u000c\u0085\u2028\u2029]")
LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "ﬆ": "st"})


def clean(text: str) -> str:
    r"""Normalise to NFC, plain spaces and ``\n``; drop control, zero-width, bidi and surrogate code points.

    Spaces at the head of a line are kept: they tell how deep a list item is.

    >>> clean("Le\u00a0co\u00adût\x00 :\r\n12\u202f%")
    'Le coût :\n12 %'
    """
    text = "".join(c for c in text if not "\ud800" <= c <= "\udfff")
    text = NEWLINE_RE.sub("\n", unicodedata.normalize("NFC", text)).translate(LIGATURES)
    text = JOINER_RE.sub("", INVISIBLE_RE.sub("", text.replace("\t", "    ")))
    text = SPACE_RE.sub(" ", text)
    text = "".join(c for c in text if c == "\n" or unicodedata.category(c) != "Cc")
    text = re.sub(r"(?<=[^\n ]) {2,}", " ", text)
    return re.sub(r" +(?=\n)", "", text).strip("\n ")
