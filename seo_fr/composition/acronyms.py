"""An acronym beside the full name where the article first gives it, when the source uses both and ties them nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from seo_fr.french.typography import unaccented
from seo_fr.model import Section

ACRONYM_RE: Final = re.compile(r"(?<![\w.-])[A-ZÉ]{2,6}(?![\w-])")
WORD_RE: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
GAP_RE: Final = re.compile(r"[ \u00a0]|[’']|-")
SMALL: Final = frozenset("à au aux d de des du en et l la le les pour sur".split())
"""Words whose initials acronyms leave out."""
ARTICLES: Final = frozenset({"un", "une", "ce", "cette", "son", "sa"})
LEAST_USES: Final = 2
"""Uses from which an acronym is worth learning."""


def beside_names(sections: Sequence[Section]) -> list[Section]:
    """The sections with « (EIG) » after the first « Entrepreneurs d’Intérêt Général », where nothing before says so.

    The full name stands before the acronym's first use, in a paragraph or a list, outside quotation marks; its initials
    are those of the acronym, one by one.
    """
    out = list(sections)
    for acronym, place in wanted(out):
        out = [change(section, acronym, place) if k == place[0] else section for k, section in enumerate(out)]
    return out


def wanted(sections: Sequence[Section]) -> list[tuple[str, tuple[int, int, int, int]]]:
    """The acronyms to give, each with its place: section, passage, piece, end of the full name in the piece."""
    texts = [piece.text for section in sections for piece in section.pieces]
    uses: dict[str, int] = {}
    for text in texts:
        for acronym in ACRONYM_RE.findall(text):
            uses[acronym] = uses.get(acronym, 0) + 1
    found: dict[str, tuple[int, int, int, int]] = {}
    closed: set[str] = set()
    for s, section in enumerate(sections):
        # a heading that uses it has the reader meet it there
        closed |= set(ACRONYM_RE.findall(section.heading.text)) - found.keys() if section.heading.level > 1 else set()
        for p, passage in enumerate(section.passages):
            for k, piece in enumerate(passage.pieces):
                mine = set(ACRONYM_RE.findall(piece.text))
                if passage.kind in ("paragraph", "list") and piece.origin == "source":
                    for acronym in sorted(a for a, n in uses.items() if n >= LEAST_USES):
                        end = end_of_name(piece.text, acronym)
                        if acronym not in closed | mine | found.keys() and end:
                            found[acronym] = (s, p, k, end)
                closed |= mine
    return list(found.items())


def end_of_name(text: str, acronym: str) -> int:
    """Where the full name of an acronym ends in a text; 0 where it does not stand, or stands in a quotation.

    >>> end_of_name("Le programme Entrepreneurs d’Intérêt Général recrute.", "EIG")
    44
    >>> end_of_name("Entrez, il gronde.", "EIG"), end_of_name("Au stade de Reims", "SR")
    (0, 0)
    """
    words = WORD_RE.finditer(text)
    parts = [(m.start() + part.start(), m.start() + part.end()) for m in words for part in re.finditer(r"[^-]+", m[0])]
    heads = [text[start:stop] for start, stop in parts]
    for at, (start, _) in enumerate(parts):
        before = heads[at - 1] if at and joined(text, parts, at) else ""
        if not heads[at][0].isupper() or (before[:1].isupper() and before.lower() not in SMALL | ARTICLES):
            continue  # it opens in the middle of a longer name
        end = spelled(text, parts[at:], acronym)
        after = text[end:].lstrip()
        if end and not after.startswith("(") and text[:start].count("«") == text[:start].count("»"):
            follows = WORD_RE.match(after)
            return 0 if follows and follows[0][0].isupper() else end
    return 0


def joined(text: str, parts: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether nothing but a space or a hyphen parts a word from the one before."""
    return GAP_RE.fullmatch(text[parts[at - 1][1] : parts[at][0]]) is not None


def spelled(text: str, parts: Sequence[tuple[int, int]], acronym: str) -> int:
    """Where the words end whose initials spell an acronym, small words aside; 0 when they do not."""
    left, capitals, end = list(unaccented(acronym)), 0, 0
    for k, (start, stop) in enumerate(parts):
        if k and not joined(text, parts, k):
            return 0
        word = text[start:stop]
        if word.lower() in SMALL and (not k or word[0].islower()):
            if not k:
                return 0
            continue
        if unaccented(word[0]).upper() != left.pop(0):
            return 0
        capitals += word[0].isupper()
        end = stop
        if not left:
            return end if capitals >= min(2, len(acronym)) and len(word) > 1 else 0
    return 0


def change(section: Section, acronym: str, place: tuple[int, int, int, int]) -> Section:
    """A section with an acronym put in."""
    _, p, k, end = place
    passage = section.passages[p]
    piece = passage.pieces[k]
    told = replace(piece, text=f"{piece.text[:end]} ({acronym}){piece.text[end:]}")
    pieces = (*passage.pieces[:k], told, *passage.pieces[k + 1 :])
    changed = replace(passage, pieces=pieces)
    return replace(section, passages=(*section.passages[:p], changed, *section.passages[p + 1 :]))
