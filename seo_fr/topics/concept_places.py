"""Where the terms of the knowledge base stand in a text, whatever their number and gender."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from seo_fr.model import Concept
from seo_fr.resources import load_toml
from seo_fr.topics.matching import Word, fold, words

ACRONYM_RE = re.compile(r"[A-ZÀ-Ý0-9][A-ZÀ-Ý0-9&./-]*[A-ZÀ-Ý0-9]")
"""Acronyms are matched as written: « PME », never « pme »."""
NUMBER_RE = re.compile(r"\b\d+\b")
"""So are names with a number: elsewhere, numbers are passed over (« suppression de 300 postes »)."""
INNER_BREAK_RE = re.compile(r"[,;:()«»\"“”\n]")
"""What may not stand inside a term."""


@dataclass(frozen=True, slots=True)
class Place:
    """An occurrence of a concept in the text."""

    concept: int
    """Rank of the concept."""
    first: int
    """Rank of its first word in the text."""
    last: int
    """Rank of its last word."""
    start: int
    end: int


@cache
def _light() -> frozenset[str]:
    return frozenset(load_toml("concepts.toml")["light"].split())


@cache
def _feminine(kind: str) -> tuple[tuple[str, str], ...]:
    return tuple(load_toml("concepts.toml")["feminine"][kind].items())


@lru_cache(maxsize=1 << 15)
def forms(word: str, *, noun: bool = False) -> frozenset[str]:
    """What a word may be an inflection of: its singular and masculine forms, accents kept.

    With *noun*, only the feminines of nouns count: « partie » is no « parti », « législatif » no « législatives ». The
    accent of the first letter is dropped, since « Etat » is often written so.

    >>> bool(forms("sociaux") & forms("social")), bool(forms("directrices") & forms("directeur"))
    (True, True)
    >>> bool(forms("infox") & forms("info")), bool(forms("bijoux") & forms("bijou"))
    (False, True)
    >>> bool(forms("jure") & forms("juré")), bool(forms("médiatique") & forms("médiation"))
    (False, False)
    """
    word = word.lower().replace("œ", "oe")
    word = fold(word[0]) + word[1:]
    found = {word}
    if word.endswith("aux"):
        found |= {f"{word[:-3]}al", f"{word[:-3]}ail", word[:-1]}
    elif len(word) > 3 and word.endswith(("s", "eux", "oux")):
        found.add(word[:-1])
    for form in tuple(found):
        for ending, masculine in _feminine("noun") if noun else (*_feminine("noun"), *_feminine("adjective")):
            if len(form) > len(ending) + 2 and form.endswith(ending):
                found.add(form[: -len(ending)] + masculine)
        if len(form) > 3 and form.endswith("e") and (not noun or form.endswith("ée")):
            found.add(form[:-1])
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def _wanted(name: str) -> tuple[frozenset[str], ...]:
    """Forms of the words of a name that must be met, in order: all but articles, « de » and « à ».

    Empty for a name that is matched as written.
    """
    if ACRONYM_RE.fullmatch(name) or NUMBER_RE.search(name):
        return ()
    kept = [word.text for word in words(name) if word.text.lower() not in _light()]
    return tuple(forms(word, noun=len(kept) == 1) for word in kept)


@dataclass(frozen=True, slots=True)
class Index:
    """A text, its words, and those that are not light by the forms they may inflect."""

    text: str
    words: tuple[Word, ...]
    kept: tuple[tuple[int, Word], ...]
    """(rank in ``words``, word)."""
    by_form: dict[str, list[int]]
    """Form → positions in ``kept``."""

    @classmethod
    def of(cls, text: str) -> Index:
        """The index of a text."""
        found = tuple(words(text))
        kept = tuple((r, w) for r, w in enumerate(found) if w.text.lower() not in _light() and not w.text.isdecimal())
        by_form: dict[str, list[int]] = defaultdict(list)
        for position, (_, word) in enumerate(kept):
            for form in forms(word.text):
                by_form[form].append(position)
        return cls(text, found, kept, dict(by_form))


def places_of(rank: int, concept: Concept, index: Index) -> Iterator[Place]:
    """Every place where a concept, the *rank*-th of its base, stands under one of its names."""
    for name in (concept.term, *concept.aliases):
        wanted = _wanted(name)
        if not wanted:
            yield from _verbatim(rank, name, index)
        elif any(form in index.by_form for form in wanted[0]):
            yield from _phrases(rank, name, wanted, index)


def _verbatim(rank: int, name: str, index: Index) -> Iterator[Place]:
    text = index.text
    cursor = text.find(name)
    while cursor >= 0:
        end = cursor + len(name)
        if not (text[cursor - 1 : cursor].isalnum() or text[end : end + 1].isalnum()):
            first = bisect_right(index.words, cursor, key=lambda word: word.start) - 1
            last = bisect_right(index.words, end - 1, key=lambda word: word.start) - 1
            yield Place(rank, first, last, cursor, end)
        cursor = text.find(name, end)


def _phrases(rank: int, name: str, wanted: tuple[frozenset[str], ...], index: Index) -> Iterator[Place]:
    noun = len(wanted) == 1
    for position in sorted({p for form in wanted[0] for p in index.by_form.get(form, ())}):
        run = index.kept[position : position + len(wanted)]
        if len(run) < len(wanted):
            continue
        first, last = run[0][1], run[-1][1]
        if (
            all(not need.isdisjoint(forms(word.text, noun=noun)) for need, (_, word) in zip(wanted, run, strict=True))
            and first.sentence == last.sentence
            and not (INNER_BREAK_RE.search(index.text[first.start : last.end]) and "," not in name)
            and (not noun or not name[0].isupper() or first.text[0].isupper())
        ):
            yield Place(rank, run[0][0], run[-1][0], first.start, last.end)
