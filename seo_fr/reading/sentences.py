"""Sentences by rule: exact slices of their paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from seo_fr.resources import load_toml

PICTOGRAM = "[\u2190-\u2bff\u3030\ufe0f\u200d\U0001f000-\U0001faff\U000e0020-\U000e007f]"
CLOSERS = (
    rf"(?:[ ]?[»”’')\]]|(?P<straight>[ ]?\")|\[\d{{1,3}}\]|[¹²³⁰⁴-⁹]+|[ ]?[:;]-?[)(DP](?![^\W_])|[ ]?{PICTOGRAM}+)*"
)
END_RE = re.compile(rf"(?P<marks>[.!?…‽]+){CLOSERS}(?=\s|$)")
OPENING_RE = re.compile(r"(?:[«“\"‘'(\[–—•¿¡-]+\s*|(?:\.\.\.|…)[)\]]?\s*)*")
LAST_WORD_RE = re.compile(r"[^\s«»“”\"()\[\]]*$")
WORD_RE = re.compile(r"[^\W_]+")
INITIALS_RE = re.compile(r"(?:[A-ZÀÂÇÉÈÊÎÔÙÛ]\.?-?)+")
NUMERAL_RE = re.compile(r"\d|[IVXLC]+\b|[A-Z]\b|Ier\b")
LONGEST_WORD = 60
"""Most characters looked at before a stop: no abbreviation is longer."""


@dataclass(frozen=True, slots=True)
class _Lists:
    """The word lists of ``sentences.toml``."""

    held: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]
    unfinished: frozenset[str]
    marked_names: tuple[str, ...]


@cache
def _lists() -> _Lists:
    data = load_toml("reading/sentences.toml")
    held, before, may_end, openers, unfinished = (
        frozenset(data[name].split()) for name in ("held", "before_number", "may_end", "openers", "unfinished")
    )
    return _Lists(held, before, may_end, openers, unfinished, tuple(data["marked_names"]))


def split_sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, each an exact slice of it, without the white space between.

    A cut falls after « . ! ? … », inside quotations of several sentences too; never after « ; » or « : », after an
    abbreviation or an initial, or after a mark that the sentence goes on behind.

    >>> split_sentences("M. Roy part. Où ? « À Lyon. Puis à Metz », dit-il.")
    ['M. Roy part.', 'Où ?', '« À Lyon.', 'Puis à Metz », dit-il.']
    >>> split_sentences("« Vraiment ? » demande-t-il ; personne, p. ex. l’art. 3, ne répond.")
    ['« Vraiment ? » demande-t-il ; personne, p. ex. l’art. 3, ne répond.']
    """
    out: list[str] = []
    start = at = 0
    quotes = counted = 0  # straight marks seen, and how far they were counted: an odd one closes
    while match := END_RE.search(paragraph, at):
        end = match.end()
        quotes += paragraph.count('"', counted, match.end("marks"))
        counted = match.end("marks")
        if match["straight"] is not None and quotes % 2 == 0:
            end = match.end("marks")  # the mark opens what follows
        at = max(end, match.end("marks"))
        if _ends_sentence(paragraph, start, match, end):
            if piece := paragraph[start:end].strip():
                out.append(piece)
            start = end
    if tail := paragraph[start:].strip():
        out.append(tail)
    return out


def _ends_sentence(paragraph: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether the marks matched end a sentence that began at *start*."""
    rest = paragraph[end : end + 200].lstrip()
    if not rest:
        return True
    opener = OPENING_RE.match(rest)
    head = rest[opener.end() if opener else 0 :]
    marks, stop = match["marks"], match.start("marks")
    window = paragraph[max(start, stop - LONGEST_WORD) : stop]
    if not _may_open(head, after=marks):
        return False
    if not WORD_RE.search(paragraph, start, end):
        return False
    if marks == ".":
        return not _abbreviated(window, head, whole=stop - start <= LONGEST_WORD)
    if marks in {"...", "…", ".."}:
        return not _suspended(paragraph, stop, match.end("marks"), window)
    return not paragraph[max(start, stop - 20) : match.end("marks")].endswith(_lists().marked_names)


def _may_open(head: str, *, after: str) -> bool:
    """Whether a sentence may open so: with a capital, a digit, a foreign letter, or a name such as « iPhone »."""
    if not head:
        return False
    first = head[0]
    if first.isupper() or first.isdigit():
        return True
    if not first.isalpha():
        return bool(re.match(PICTOGRAM, first))
    if "a" <= first <= "z" or "ß" <= first <= "ÿ" or first == "œ":
        word = re.match(r"[^\W_]+", head)
        inner = word[0] if word else first
        if any(c.isupper() for c in inner[1:]):
            return True  # « iPhone », « eBay »
        return after == "." and inner in {"il", "elle", "ils", "elles"}  # a capital forgotten
    return True


def _abbreviated(before: str, head: str, *, whole: bool) -> bool:
    """Whether the full stop between *before* and *head* belongs to an abbreviation, an initial or a number of order."""
    lists = _lists()
    found = LAST_WORD_RE.search(before)
    token = found[0] if found else ""
    earlier = before[: len(before) - len(token)].split()
    word = re.sub(r"^(?:[ldLDnNsS]|qu|Qu)[’']", "", token)
    if not word:
        return False
    if whole and not earlier and re.fullmatch(r"\d{1,3}|[a-zA-Z]|[IVX]{1,4}", token):
        return True  # « 1. Le premier point »
    opens = re.match(r"[^\W_]+", head)
    opener = bool(opens and opens[0].lower() in lists.openers and opens[0] != opens[0].upper()) or bool(
        opens and len(opens[0]) == 1 and opens[0].lower() in lists.openers and head[1:2] in {"’", "'", " "}
    )
    if word in lists.held:
        return not (earlier and earlier[-1][-1:].isdigit() and word in {"M", "Me"})
    if word in lists.before_number:
        return bool(NUMERAL_RE.match(head)) and not opener
    if word in lists.may_end:
        return not opener
    if INITIALS_RE.fullmatch(word) and (len(word) == 1 or "." in word):
        return not opener
    return False


def _suspended(paragraph: str, stop: int, end: int, before: str) -> bool:
    """Whether an ellipsis is a pause or an omission in brackets rather than an end."""
    if paragraph[stop - 1 : stop] in {"(", "["} and paragraph[end : end + 1] in {")", "]"}:
        return True
    words = WORD_RE.findall(before)
    return bool(words) and words[-1].lower() in _lists().unfinished
