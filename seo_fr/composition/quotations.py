"""Quotations worth showing on their own: complete sentences of a named speaker, in their very words."""

from __future__ import annotations

from collections.abc import Collection

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.overlap import flat
from seo_fr.model import Piece, Quotation
from seo_fr.rewriting.speakers import speaker_name
from seo_fr.topics.matching import find_phrase

NAME = "quotations"
OPERATION = "quotations.blockquote"
LEAST = 3
"""Two quotations are read in the body; three or more are worth a place of their own."""
MOST = 3
LEAST_SPEAKERS = 2
SHORTEST = 7
LONGEST = 45
FINITE = frozenset({"ROOT", "ccomp", "conj", "aux:tense", "aux:pass", "cop"})
DEPENDENT = frozenset({"que", "qu'", "qu’", "qui", "et", "mais", "ou", "donc", "car", "de", "d’", "d'"})


def quotations(brief: Brief, shown: Collection[str]) -> BlockDraft | None:
    """The quotations that the body does not set off already (*shown* holds its texts); None under three.

    A displayed quotation may repeat words of the body: that is what it is for.
    """
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "first_person", "legal"}:
        return None
    displayed = [" ".join(flat(text)) for text in shown]
    options = []
    for quotation in ctx.analysis.quotations:
        text = quotation.text.strip(" ,;")
        plain = " ".join(flat(text))
        if not worth_showing(brief, quotation, text) or any(plain in other for other in displayed):
            continue
        name = speaker(brief, quotation)
        if not name:
            continue
        stop = "" if text.endswith((".", "!", "?", "…")) else "."
        worth = 0.5 + 0.3 * bool(find_phrase(text, brief.keyphrase.stems)) + 0.01 * min(20, len(text.split()))
        piece = Piece(f"« {text[:1].upper()}{text[1:]}{stop} »", "restated", quotation.sentences, OPERATION, 1.0)
        options.append(Option((piece,), worth, quotation.start, name))
    if len(options) < LEAST or len({option.heading for option in options}) < LEAST_SPEAKERS:
        return None
    return BlockDraft(NAME, brief.templates.all("quotations_heading"), "quote", tuple(options), LEAST, MOST)


def worth_showing(brief: Brief, quotation: Quotation, text: str) -> bool:
    """Whether a quotation is a whole statement: some length, a finite verb, both its marks, nothing cut out."""
    ctx = brief.ctx
    if not quotation.whole or not SHORTEST <= len(text.split()) <= LONGEST or "[" in text or "(" in text:
        return False
    inside = [t for t in ctx.analysis.tokens if quotation.start <= t.start and t.end <= quotation.end]
    words = [t for t in inside if t.pos not in {"PUNCT", "SPACE"}]
    if not words or words[0].text.lower() in DEPENDENT:
        return False
    return any(t.morph.get("VerbForm") == "Fin" and t.dep in FINITE for t in inside)


def speaker(brief: Brief, quotation: Quotation) -> str:
    """Who says it, by name; "" for the unnamed."""
    for sid in quotation.sentences:
        for attribution in brief.ctx.attributions(sid):
            if attribution.anonymous or not attribution.start <= quotation.start < attribution.end:
                continue
            name = speaker_name(brief.ctx, attribution)
            if name:
                return name[:1].upper() + name[1:]
    return ""
