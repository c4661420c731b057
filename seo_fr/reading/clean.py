"""Character-level cleaning: what a reader never sees goes, what a reader sees stays."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE_RE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
SPACE_RE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
NEWLINE_RE = re.compile("\r\n?|[\u000b\u000c\u0085\u2028\u2029]")


def clean(text: str) -> str:
    r"""Normalise to NFC, plain spaces and ``\n``; drop control, zero-width, bidi and surrogate code points.

    >>> clean("Le\u00a0co\u00adût\x00 :\r\n12\u202f%")
    'Le coût :\n12 %'
    """
    text = NEWLINE_RE.sub("\n", unicodedata.normalize("NFC", text))
    text = INVISIBLE_RE.sub("", SPACE_RE.sub(" ", text))
    kept = (c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs", "Cn"})
    text = re.sub(" +", " ", "".join(kept))
    return re.sub(" ?\n ?", "\n", text).strip()
