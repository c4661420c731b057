"""Where the subject turns: a text, or sentences given as units, cut into topics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from seo_fr.errors import InvalidInput
from seo_fr.model import Analysis, Block, Sentence, Source, Topic
from seo_fr.resources import load_toml
from seo_fr.topics.cohesion import Weights, divide
from seo_fr.topics.sections import PlannedSection, plan_sections
from seo_fr.topics.units import units_of

__all__ = ["PlannedSection", "cuts", "plan_sections", "segment", "segment_sentences"]

FEWEST_PARAGRAPHS = 4
"""Paragraphs from which on cuts fall on paragraph starts only."""


def segment_sentences(
    sentences: Sequence[str], paragraphs: Sequence[tuple[int, int]] | None = None, nlp: Any = None
) -> list[int]:
    """Ranks of the sentences at which a new topic starts, for a text given as sentences.

    *paragraphs* are (first, one past the last) ranks, in order and without gap; with four or more of them, topics start
    only where a paragraph does. 0 is never in the answer, which is empty when the text has a single topic. *nlp* is any
    loaded French spaCy pipeline; its type is known to :mod:`seo_fr.nlp` alone.

    :raises InvalidInput: when the paragraphs do not cover the sentences.
    :raises MissingModel: when the French pipeline is not installed.
    """
    if paragraphs is not None:
        check_paragraphs(paragraphs, len(sentences))
    if len(sentences) < 2:
        return []
    from seo_fr.nlp import parse

    pairs = list(paragraphs) if paragraphs is not None else [(0, len(sentences))]
    source = source_of(sentences, pairs)
    tokens, vectors = parse(source, nlp)
    return cuts(Analysis(source, tokens, vectors=vectors), pairs)


def check_paragraphs(paragraphs: Sequence[tuple[int, int]], count: int) -> None:
    """Refuse paragraphs that do not follow one another from the first sentence to the last."""
    at = 0
    for pair in paragraphs:
        if len(pair) != 2 or pair[0] != at or pair[1] <= pair[0]:
            raise InvalidInput(
                f"paragraphs contient {tuple(pair)} là où un paragraphe commençant à {at} est attendu ; donnez des "
                "couples (début, fin exclue) qui se suivent et couvrent toutes les phrases."
            )
        at = pair[1]
    if at != count:
        raise InvalidInput(
            f"paragraphs couvre {at} phrases sur {count} ; donnez des couples (début, fin exclue) qui couvrent tout."
        )


def source_of(sentences: Sequence[str], paragraphs: Sequence[tuple[int, int]]) -> Source:
    """A source whose sentences are given units."""
    pieces: list[str] = []
    units: list[Sentence] = []
    blocks: list[Block] = []
    at = 0
    for rank, (first, last) in enumerate(paragraphs):
        if rank:
            pieces.append("\n\n")
            at += 2
        start = at
        for k in range(first, last):
            if k > first:
                pieces.append(" ")
                at += 1
            units.append(Sentence(k, sentences[k], at, at + len(sentences[k]), rank))
            pieces.append(sentences[k])
            at += len(sentences[k])
        blocks.append(Block("paragraph", start, at))
    text = "".join(pieces)
    return Source(text, text, "", tuple(blocks), tuple(units))


def cuts(analysis: Analysis, paragraphs: Sequence[tuple[int, int]]) -> list[int]:
    """As :func:`segment_sentences`, for a text already parsed whose sentence ids are their ranks."""
    by_paragraph = len(paragraphs) >= FEWEST_PARAGRAPHS
    sentences = analysis.source.sentences
    starts = [first for first, _ in paragraphs] if by_paragraph else list(range(len(sentences)))
    weights = Weights.of(load_toml("segmentation.toml")["paragraphs" if by_paragraph else "sentences"])
    return divide(units_of(analysis, sentences, starts), weights)


def segment(analysis: Analysis) -> tuple[Topic, ...]:
    """The topics of an analysed text, in order; headings are not part of the topic that they head.

    Where the source has headings of its own, they are the cuts, with their text and their level (2 or 3). A list stays
    with the paragraph that announces it.
    """
    from seo_fr.topics.sections import levels, parts, tied

    out: list[Topic] = []
    level_of = levels(analysis.source)
    for heading, body in parts(analysis.source):
        if not body:
            continue
        text = analysis.source.text[heading.start : heading.end] if heading is not None else ""
        level = level_of[heading] if heading is not None else 2
        bounds = [0]
        if heading is None:
            starts = [k for k, s in enumerate(body) if k == 0 or s.block != body[k - 1].block]
            by_paragraph = len(starts) >= FEWEST_PARAGRAPHS
            weights = Weights.of(load_toml("segmentation.toml")["paragraphs" if by_paragraph else "sentences"])
            places = starts if by_paragraph else range(len(body))
            bounds += divide(units_of(analysis, body, list(places), tied(analysis, body)), weights)
        for first, last in zip(bounds, [*bounds[1:], len(body)], strict=True):
            out.append(Topic(body[first].id, body[last - 1].id + 1, text, level))
            text = ""
    return tuple(out)
