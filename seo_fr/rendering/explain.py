"""Sentence by sentence: what it says, where it comes from, what made it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from seo_fr.french import count_words
from seo_fr.model import ORIGINS, Draft, Heading, Origin, Piece, Source
from seo_fr.rendering.layout import one_line, same_words
from seo_fr.resources import load_toml

ORIGIN_NAMES: Final[dict[Origin, str]] = {
    "source": "source",
    "restated": "reprise",
    "background": "contexte",
    "framing": "liaison",
}


def explain(draft: Draft, source: Source) -> str:
    """A plain text account of a draft: words by origin, then each heading, then each sentence with its origin, what
    made it, and the source sentences that it says.

    A sentence that stands in the output as it stood in the source is not repeated: « identique » says so. Numbers are
    the ids of ``source.sentences``.
    """
    return "\n".join(_lines(draft, source)) + "\n"


def operation_name(operation: str, table: str = "pieces") -> str:
    """What an operation is called before an editor; its own name when ``resources/operations.toml`` has none.

    >>> operation_name("knowledge.sante"), operation_name("clause", "headings"), operation_name("unheard_of")
    ('base de connaissances', 'proposition de la source', 'unheard_of')
    """
    names = load_toml("operations.toml")[table]
    stem = operation
    while stem not in names and "." in stem:
        stem = stem.rpartition(".")[0]
    return str(names.get(stem, operation))


def _lines(draft: Draft, source: Source) -> Iterator[str]:
    by_id = {sentence.id: one_line(sentence.text) for sentence in source.sentences}
    told: tuple[int, ...] = ()
    rank = 0
    yield _ledger(draft)
    for section in draft.sections:
        yield ""
        yield _title(section.heading)
        for piece in section.pieces:
            rank += 1
            indent = " " * (len(str(rank)) + 2)
            yield ""
            yield f"{rank}. {one_line(piece.text)}"
            known = tuple(number for number in piece.sources if number in by_id)
            if len(known) == 1 and same_words(by_id[known[0]], piece.text):
                yield f"{indent}{_account(piece)}, identique"
                told = ()
                continue
            yield f"{indent}{_account(piece)}"
            if known and known == told:
                yield (
                    f"{indent}(mêmes phrases que ci-dessus)"
                    if len(known) > 1
                    else f"{indent}(même phrase que ci-dessus)"
                )
            else:
                yield from (f"{indent}[{number}] {by_id[number]}" for number in known)
            told = known


def _ledger(draft: Draft) -> str:
    words = dict.fromkeys(ORIGINS, 0)
    for piece in draft.pieces:
        words[piece.origin] += count_words(piece.text)
    shares = ", ".join(f"{ORIGIN_NAMES[origin]} {count}" for origin, count in words.items() if count)
    return f"{sum(words.values())} mots\u00a0: {shares or 'aucun'}."


def _title(heading: Heading) -> str:
    made = operation_name(heading.operation, "headings")
    return f"{'#' * heading.level} {one_line(heading.text)}" + (f" ({made}{_numbers(heading.sources)})" if made else "")


def _account(piece: Piece) -> str:
    return f"{ORIGIN_NAMES[piece.origin]} · {operation_name(piece.operation)}{_numbers(piece.sources)}"


def _numbers(sources: tuple[int, ...]) -> str:
    return f" · {'phrases' if len(sources) > 1 else 'phrase'} {', '.join(map(str, sources))}" if sources else ""
