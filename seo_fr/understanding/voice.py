"""A speaker, and the attributions made in its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seo_fr.model import Attribution, AttributionKind, Quotation
from seo_fr.understanding.view import View

FIRST_PERSON = frozenset({"je", "j'", "nous", "tu", "vous"})
"""Subjects that speak for the author or to the reader: nothing is attributed to them."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, where that is written, and by which verb."""

    start: int
    """First character of the speaker; -1 when none is written."""
    end: int
    """One past its last character; -1 when none is written."""
    verb: str
    """Lemma of the verb; "" for none."""


def clause_start(view: View, start: int, position: int, quotations: Sequence[Quotation]) -> int:
    """Where the clause before a position begins: after the last semicolon outside quotation marks."""
    for k in range(position - 1, start, -1):
        if view.text[k] == ";" and not any(q.start <= k < q.end for q in quotations):
            return k + 1
    return start


def opens_clause(view: View, quotation: Quotation) -> bool:
    """Whether a quotation stands by itself: nothing, a semicolon, a colon or a full stop before it."""
    sentence = view.source.sentences[quotation.sentences[0]]
    before = view.text[sentence.start : quotation.start].rstrip(' «“"\u00a0\u202f')
    return not before or before[-1] in ";:.–—"


def spread(view: View, quotation: Quotation, voice: Voice) -> list[Attribution]:
    """One attribution for each sentence that a quotation touches."""
    out = []
    for touched in quotation.sentences:
        sentence = view.source.sentences[touched]
        start, end = max(sentence.start, quotation.start), min(sentence.end, quotation.end)
        if end > start:
            out.append(made(view, "quote", touched, start, end, voice))
    return out


def made(view: View, kind: AttributionKind, sid: int, start: int, end: int, voice: Voice) -> Attribution:
    """An attribution whose speaker is not yet linked."""
    speaker = view.text[voice.start : voice.end] if voice.start >= 0 else ""
    return Attribution(kind, sid, speaker, voice.start, voice.end, -1, voice.verb, start, end)
