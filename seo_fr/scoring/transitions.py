"""Connecting words of a sentence, and connectors plastered on paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from seo_fr.resources import load_toml
from seo_fr.topics.matching import Word, words

CONTRACTED = {"de": ("du", "des"), "à": ("au", "aux")}
MARK_RE = re.compile("[^\\w\\s’']")
Table = Mapping[str, tuple[tuple[str, ...], ...]]


def _pieces(phrase: str) -> tuple[str, ...]:
    return tuple(_plain(word.text) for word in words(phrase))


def _plain(word: str) -> str:
    """A word with its elision undone: « qu » is « que », « lorsqu » is « lorsque »."""
    lower = word.lower()
    if lower == "d":
        return "de"
    return f"{lower}e" if lower.endswith("qu") else lower


def _same(told: Sequence[str], phrase: tuple[str, ...]) -> bool:
    """Whether words are those of a phrase; its last « de » or « à » may be contracted with an article."""
    *head, last = phrase
    if len(told) != len(phrase) or list(told[:-1]) != head:
        return False
    return told[-1] == last or told[-1] in CONTRACTED.get(last, ())


def _table(phrases: Sequence[str]) -> Table:
    """Phrases by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        if pieces := _pieces(phrase):
            found.setdefault(pieces[0], []).append(pieces)
    return {head: tuple(sorted(group, key=len, reverse=True)) for head, group in found.items()}


def _split(listed: str) -> list[str]:
    return [phrase.strip() for phrase in listed.split(";") if phrase.strip()]


@cache
def _connectors() -> Table:
    relations = load_toml("scoring/transitions.toml")["relations"]
    return _table([phrase for listed in relations.values() for phrase in _split(listed)])


@cache
def _initial() -> frozenset[tuple[str, ...]]:
    return frozenset(_pieces(phrase) for phrase in _split(load_toml("scoring/transitions.toml")["initial"]["words"]))


@cache
def _openers() -> Table:
    return _table(_split(load_toml("scoring/transitions.toml")["openers"]["words"]))


@cache
def _pairs() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    listed = load_toml("scoring/transitions.toml")["pairs"]["list"]
    return tuple((_pieces(first), _pieces(second)) for first, second in listed)


def transition_in(tokens: Sequence[Word], text: str) -> str:
    """The first connecting phrase in a sentence, given with its words; or "".

    >>> def of(text): return transition_in(tuple(words(text)), text)
    >>> of("La ville, en revanche, refuse."), of("Il faut deux jours de plus."), of("De plus, il pleut.")
    ('en revanche', '', 'De plus')
    """
    plain = [_plain(token.text) for token in tokens]
    table, initial = _connectors(), _initial()
    for i, word in enumerate(plain):
        for phrase in table.get(word, ()):
            if _same(plain[i : i + len(phrase)], phrase):
                if phrase in initial and i and not MARK_RE.search(text[tokens[i - 1].end : tokens[i].start]):
                    continue
                end = tokens[i + len(phrase) - 1].end
                return text[tokens[i].start : end + text.startswith(("’", "'"), end)]
    for first, second in _pairs():
        if (at := _index(plain, first, 0)) >= 0 and _index(plain, second, at + len(first)) >= 0:
            return f"{' '.join(first)} … {' '.join(second)}"
    return ""


def _index(plain: list[str], phrase: tuple[str, ...], start: int) -> int:
    n = len(phrase)
    return next((i for i in range(start, len(plain) - n + 1) if tuple(plain[i : i + n]) == phrase), -1)


def opener_of(tokens: Sequence[Word]) -> str:
    """The connector that opens a paragraph, or "".

    >>> opener_of(tuple(words("Par ailleurs, le prix monte."))), opener_of(tuple(words("Le prix monte.")))
    ('par ailleurs', '')
    """
    plain = [_plain(token.text) for token in tokens[:6]]
    for phrase in _openers().get(plain[0], ()) if plain else ():
        if _same(plain[: len(phrase)], phrase):
            return " ".join(phrase)
    return ""
