"""Sentence by sentence: what it says, where it comes from, what made it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from seo_fr.model import Draft, Heading, Origin, Piece, Source
from seo_fr.rendering.layout import one_line

ORIGIN_NAMES: Final[dict[Origin, str]] = {
    "source": "source",
    "restated": "reprise",
    "background": "contexte",
    "framing": "liaison",
}


def explain(draft: Draft, source: Source) -> str:
    """A plain text account of a draft: each heading, then each sentence with its origin, operation and sources.

    A sentence that stands in the output as it stood in the source is not repeated: « identique » says so. Ids are those
    of ``source.sentences``.
    """
    return "\n".join(_lines(draft, source)) + "\n"


def _lines(draft: Draft, source: Source) -> Iterator[str]:
    by_id = {sentence.id: one_line(sentence.text) for sentence in source.sentences}
    rank = 0
    for section in draft.sections:
        if rank:
            yield ""
        yield _title(section.heading)
        for piece in section.pieces:
            rank += 1
            yield ""
            yield f"{rank}. {one_line(piece.text)}"
            yield f"   {_account(piece)}"
            for number in piece.sources:
                if number in by_id:
                    same = by_id[number] == one_line(piece.text)
                    yield f"   [{number}] {'identique' if same else by_id[number]}"


def _title(heading: Heading) -> str:
    made = f" ({heading.operation}{_numbers(heading.sources)})" if heading.operation else ""
    return f"{'#' * heading.level} {one_line(heading.text)}{made}"


def _account(piece: Piece) -> str:
    return f"{ORIGIN_NAMES[piece.origin]} · {piece.operation}{_numbers(piece.sources)}"


def _numbers(sources: tuple[int, ...]) -> str:
    return f" · {'phrases' if len(sources) > 1 else 'phrase'} {', '.join(map(str, sources))}" if sources else ""
