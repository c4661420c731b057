"""Many texts: one result or one failure each, in input order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from seo_fr.errors import InvalidInput, SeoFrError
from seo_fr.pipeline import rewrite
from seo_fr.result import Rewrite

if TYPE_CHECKING:
    from concurrent.futures import Executor


@dataclass(frozen=True, slots=True)
class Failure:
    """A text that could not be rewritten."""

    index: int
    """Its place among the texts given."""
    error: SeoFrError
    """What was wrong with it."""


def rewrite_many(
    texts: Iterable[str], *, executor: Executor | None = None, progress: bool = False, **options: Any
) -> Iterator[Rewrite | Failure]:
    """Rewrite many texts, in input order; a bad text gives a :class:`Failure` and stops nothing.

    *executor* is any :class:`concurrent.futures.Executor`, a Dask client's included (``client.get_executor()``);
    *options* go to :func:`seo_fr.rewrite` as they are. Results come one by one, as they are ready in order.

    :raises InvalidInput: for one string in place of several, at the first step of the iteration.
    """
    if isinstance(texts, str | bytes):
        raise InvalidInput("texts est un seul texte ; donnez-en une liste, ou appelez seo_fr.rewrite.")
    work = partial(attempt, options=options)
    numbered = list(enumerate(texts))
    found: Iterable[Rewrite | Failure] = map(work, numbered) if executor is None else executor.map(work, numbered)
    if progress:
        from tqdm import tqdm

        found = tqdm(found, total=len(numbered), desc="Réécriture", unit="article", disable=None)
    yield from found


def attempt(numbered: tuple[int, str], options: dict[str, Any]) -> Rewrite | Failure:
    """One text, with its error as a value."""
    index, text = numbered
    try:
        return rewrite(text, **options)
    except SeoFrError as error:
        return Failure(index, error)
