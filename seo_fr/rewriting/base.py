"""What an operation gives back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from seo_fr.model import Piece

PartKind = Literal["sentence", "quote", "item"]


@dataclass(frozen=True, slots=True)
class Part:
    """One displayed unit of a rendering: running prose, a set-off quotation or a list item."""

    kind: PartKind
    piece: Piece
    cite: str = ""
    """Speaker of a set-off quotation."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """Another way to say one or more source sentences, whole: what it replaces, it says."""

    sources: tuple[int, ...]
    """Ids of the source sentences that it stands for, consecutive."""
    parts: tuple[Part, ...]
    """In reading order."""
    operation: str
    """Name of the operation."""
    confidence: float
    """Share of outputs judged right in French and in meaning on the open articles."""


def sentence(text: str, sources: tuple[int, ...], operation: str, confidence: float = 1.0) -> Part:
    """A part of running prose taken from the source."""
    return Part("sentence", Piece(text, "source", sources, operation, confidence))


def kept(text: str, sid: int) -> Rendering:
    """A source sentence as it stands."""
    return Rendering((sid,), (sentence(text, (sid,), "kept"),), "kept", 1.0)


def capitalised(text: str) -> str:
    """The text with its first letter as a capital, opening marks passed over."""
    for i, char in enumerate(text):
        if char.isalpha():
            return text[:i] + char.upper() + text[i + 1 :]
        if char.isdigit():
            return text
    return text


def stopped(text: str) -> str:
    """The text with a final stop where it has no closing mark of its own."""
    text = text.rstrip(" ,;:")
    return (
        text if text.endswith((".", "!", "?", "…")) or text.endswith((".»", ". »", "!»", "! »", "? »")) else text + "."
    )


def with_text(part: Part, text: str) -> Part:
    """The same part, worded otherwise."""
    return replace(part, piece=replace(part.piece, text=text))
