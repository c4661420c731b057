"""What every block is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seo_fr.composition.templates import Templates
from seo_fr.french import count_words
from seo_fr.model import ConceptMatch, Keyphrase, Passage, PassageKind, Piece
from seo_fr.rewriting.context import Context
from seo_fr.settings import Settings


@dataclass(frozen=True, slots=True)
class Brief:
    """The material of one article."""

    ctx: Context
    keyphrase: Keyphrase
    keyphrases: tuple[Keyphrase, ...]
    concepts: tuple[ConceptMatch, ...]
    """Concepts worth explaining, best first."""
    sections: tuple[tuple[int, ...], ...]
    """Sentence ids of each body section."""
    templates: Templates
    settings: Settings
    min_words: int
    phrases: tuple[Keyphrase, ...] = ()
    """All ranked keyphrases."""

    @property
    def mourning(self) -> bool:
        """Whether the article tells of a death: much then is out of place."""
        return "mourning" in self.ctx.analysis.register


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a block could say, whole: a bullet, a row, a question with its answer, a concept."""

    pieces: tuple[Piece, ...]
    """In reading order; several only when they must stay together."""
    worth: float
    """What the reader gains, from 0 to 1; the chooser takes the best first."""
    at: int = 0
    """Place in the source, by which what was chosen is put in order."""
    heading: str = ""
    """The question that it answers, or the speaker of a quotation."""

    group: int = -1
    """Options of the same group (not -1) say the same thing in other words: one of them at most is taken."""

    @property
    def words(self) -> int:
        """Words of the option, its heading excluded."""
        return sum(count_words(piece.text) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class BlockDraft:
    """A block that has enough to say, with more than may be used."""

    name: str
    headings: tuple[str, ...]
    """Possible headings, best first."""
    kind: PassageKind
    options: tuple[Option, ...]
    least: int
    """Fewer options than this say too little: the block then keeps quiet."""
    most: int
    """More than this tire the reader."""
    head: tuple[str, ...] = ()
    """Header cells, for a table."""
    ordered: bool = True
    """Whether what was chosen is put back in source order."""


def laid_out(block: BlockDraft, chosen: Sequence[Option]) -> tuple[Passage, ...]:
    """The passages of a block, for the options chosen."""
    if block.kind == "paragraph":
        return tuple(Passage("paragraph", option.pieces) for option in chosen)
    if block.kind == "quote":
        return tuple(Passage("quote", option.pieces, cite=option.heading) for option in chosen)
    pieces = tuple(piece for option in chosen for piece in option.pieces)
    if block.kind == "table" and block.head:
        header = Piece(" | ".join(block.head), "framing", (), f"{block.name}.header", cells=block.head)
        return (Passage("table", (header, *pieces), header=True),)
    return (Passage(block.kind, pieces),)
