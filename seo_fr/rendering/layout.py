"""What every format needs to know of a draft's shape: nested chapters, nested lists, square tables, explained terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from seo_fr.model import Draft, Heading, Passage, Piece, Section
from seo_fr.settings import Settings

CONTENTS_FROM: Final = 4
"""A contents list is given from this many H2 on: under it, the reader sees the whole article at a glance."""
MOST_COLUMNS: Final = 3
LONG_WORD: Final = 24
"""Characters: beyond, a word fits no column of a telephone."""
_TYPOGRAPHY: Final = {0x00A0: " ", 0x202F: " ", 0x2019: "'"}
_LABEL_RE: Final = re.compile(r"[ \u00a0\u202f]?[:.](?=\s)")
_SPACE_RE: Final = re.compile(r"[ \t\r\n]+")
_URL_SIGNS: Final = "!#$%&'()*+,-./:;=?@_~"
"""RFC 3986: reserved and unreserved marks, and the sign of what is encoded already; brackets could open a shortcode."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section with the sections that its heading governs."""

    section: Section
    """Its heading and what stands right under it."""
    children: tuple[Chapter, ...] = ()
    """Sections of deeper headings, up to the next heading of its own level."""


@dataclass(frozen=True, slots=True)
class Item:
    """A list item with the list nested in it."""

    piece: Piece
    children: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, as wide as its table."""

    piece: Piece
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term and what is said of it, or a question and what answers it."""

    label: str
    """The term with the mark that follows it, « Plan social : », or the question."""
    piece: Piece
    """The piece that opens with the label."""
    text: str
    """The rest of that piece; "" for a question."""
    more: tuple[Piece, ...] = ()
    """Pieces that go on about the same term."""

    @property
    def said(self) -> tuple[tuple[str, Piece], ...]:
        """The texts that follow the label, each with its piece."""
        own = ((self.text, self.piece),) if self.text else ()
        return (*own, *((piece.text, piece) for piece in self.more))


def lead(draft: Draft) -> Section | None:
    """The section of the H1, or None when the draft opens on an H2."""
    first = draft.sections[0] if draft.sections else None
    return first if first is not None and first.heading.level == 1 else None


def chapters(draft: Draft) -> tuple[Chapter, ...]:
    """The sections under the H1, nested by level."""
    sections = draft.sections[1:] if lead(draft) is not None else draft.sections
    return _nest(sections)


def _nest(sections: Sequence[Section]) -> tuple[Chapter, ...]:
    out: list[Chapter] = []
    at = 0
    while at < len(sections):
        end = at + 1
        while end < len(sections) and sections[end].heading.level > sections[at].heading.level:
            end += 1
        out.append(Chapter(sections[at], _nest(sections[at + 1 : end])))
        at = end
    return tuple(out)


def contents(draft: Draft) -> tuple[Heading, ...]:
    """The H2 of the contents list; none when they are too few to need one."""
    found = tuple(heading for heading in draft.headings if heading.level == 2 and heading.anchor)
    return found if len(found) >= CONTENTS_FROM else ()


def items(passage: Passage) -> tuple[Item, ...]:
    """A list's items, nested by depth; a jump of two levels counts as one."""
    levels = passage.levels if len(passage.levels) == len(passage.pieces) else (0,) * len(passage.pieces)
    return _items(tuple(zip(passage.pieces, levels, strict=True)))


def _items(pairs: Sequence[tuple[Piece, int]]) -> tuple[Item, ...]:
    out: list[Item] = []
    at = 0
    while at < len(pairs):
        end = at + 1
        while end < len(pairs) and pairs[end][1] > pairs[at][1]:
            end += 1
        out.append(Item(pairs[at][0], _items(pairs[at + 1 : end])))
        at = end
    return tuple(out)


def table(passage: Passage) -> tuple[Row | None, tuple[Row, ...]]:
    """The header row, if any, and the other rows, all padded to the same width."""
    cells = [piece.cells or (piece.text,) for piece in passage.pieces]
    width = max((len(row) for row in cells), default=0)
    rows = tuple(
        Row(piece, (*row, *("",) * (width - len(row)))) for piece, row in zip(passage.pieces, cells, strict=True)
    )
    return (rows[0], rows[1:]) if passage.header and len(rows) > 1 else (None, rows)


def terms(passage: Passage) -> tuple[Term, ...]:
    """The explained terms of a passage, or its questions; none when a piece does not open with its term: the passage
    is then a list.
    """
    out: list[Term] = []
    for piece in passage.pieces:
        label = term_label(piece)
        if label:
            out.append(Term(label, piece, piece.text[len(label) :].strip()))
        elif out and not piece.cells:
            last = out[-1]
            out[-1] = Term(last.label, last.piece, last.text, (*last.more, piece))
        else:
            return ()
    return tuple(out)


def term_label(piece: Piece) -> str:
    """The term that a piece opens with, and the mark after it, or the question that it asks; "" when it does neither.

    >>> term_label(Piece("Biodéchets : restes de repas.", "background", (), "definition", cells=("Biodéchets",)))
    'Biodéchets :'
    >>> term_label(Piece("Qui trie ?", "framing", (), "question", cells=("Qui trie ?",)))
    'Qui trie ?'
    """
    term = piece.cells[0] if piece.cells else ""
    if piece.text == term and term.endswith("?"):
        return term
    if not term or not piece.text.startswith(term):
        return ""
    mark = _LABEL_RE.match(piece.text, len(term))
    return piece.text[: mark.end()] if mark else ""


def one_line(text: str) -> str:
    """Line breaks and tabs as single spaces, as a browser shows them; no-break spaces stay."""
    return _SPACE_RE.sub(" ", text).strip(" ")


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ at most by the kind of their spaces and apostrophes.

    >>> same_words("Il a dit\u00a0: « Non »", "Il a dit : «\u00a0Non\u00a0»")
    True
    """
    return one_line(one.translate(_TYPOGRAPHY)) == one_line(other.translate(_TYPOGRAPHY))


def wide(passage: Passage) -> bool:
    """Whether a table is too wide for a telephone: it then scrolls by itself, within reach of the keyboard."""
    cells = [cell for piece in passage.pieces for cell in piece.cells or (piece.text,)]
    columns = max((len(piece.cells) for piece in passage.pieces), default=0)
    return columns > MOST_COLUMNS or any(len(word) > LONG_WORD for cell in cells for word in cell.split())


def safe_url(url: str) -> str:
    """The address if it may stand in a link (http, https or relative), with what no address holds encoded; else "".

    >>> safe_url("https://exemple.fr/a?b=1&c"), safe_url("/vue d’ici.jpg"), safe_url("javascript:alert(1)")
    ('https://exemple.fr/a?b=1&c', '/vue%20d%E2%80%99ici.jpg', '')
    """
    try:
        scheme = urlsplit(url.strip()).scheme
    except ValueError:
        return ""
    return quote(url.strip(), safe=_URL_SIGNS) if scheme in ("", "http", "https") else ""


def trail(draft: Draft, settings: Settings) -> tuple[tuple[str, str], ...]:
    """The breadcrumbs from the home page down to this page; none unless some were given.

    The page itself closes the trail, with no address of its own, unless the last crumb given is the page.
    """
    given = tuple((name, safe_url(url)) for name, url in settings.breadcrumbs if name.strip())
    if not given:
        return ()
    if settings.url and given[-1][1] == safe_url(settings.url):
        return given
    return (*given, (draft.title, ""))


def iso_date(settings: Settings) -> str:
    """The publication date given, as ``YYYY-MM-DD``, or ""."""
    return settings.published.isoformat() if settings.published else ""
