"""Sentences by rule: exact slices of their paragraph."""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    "m mm mme mmes mlle mlles dr pr me mgr st ste p pp art al ch chap éd ed fig vol no n cf ex av bd hab env approx "
    "tél tel réf j-c jr sr".split()
)
END_RE = re.compile(r"(?:[.!?…]+|\.\.\.)(?:\s?[»”\"’')\]])*(?=\s+|$)")


def split_sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, each an exact slice of it, without the white space between.

    >>> split_sentences("M. Roy part. Où ? « À Lyon. Puis à Metz », dit-il.")
    ['M. Roy part.', 'Où ?', '« À Lyon.', 'Puis à Metz », dit-il.']
    """
    out: list[str] = []
    start = 0
    for match in END_RE.finditer(paragraph):
        rest = paragraph[match.end() :].lstrip()
        if rest and not starts_sentence(rest):
            continue
        if match[0][0] == "." and not match[0].startswith("..") and is_abbreviation(paragraph[start : match.start()]):
            continue
        out.append(paragraph[start : match.end()].strip())
        start = match.end()
    if tail := paragraph[start:].strip():
        out.append(tail)
    return out


def starts_sentence(rest: str) -> bool:
    """Whether what follows may open a sentence: a capital, a digit, or an opening mark before one."""
    head = re.sub(r"^[«“\"‘'(\[–—•-]+\s*", "", rest)
    return bool(head) and (head[0].isupper() or head[0].isdigit())


def is_abbreviation(before: str) -> bool:
    """Whether the full stop after *before* belongs to an abbreviation or an initial."""
    words = before.split()
    if not words:
        return False
    last = re.sub(r"^[«“\"(\[]+|^[ldLD][’']", "", words[-1])
    return (
        last.lower() in ABBREVIATIONS
        and not (last == "m" or (last.lower() == "art" and len(words) > 1 and words[-1] != last))
    ) or (len(last) == 1 and last.isupper())
