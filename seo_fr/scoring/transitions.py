"""Connecting words of a sentence, and connectors plastered on paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from seo_fr.resources import load_toml
from seo_fr.topics.matching import Word, words

Table = Mapping[str, tuple[tuple[str, ...], ...]]


def _pieces(phrase: str) -> tuple[str, ...]:
    return tuple(_plain(word.text) for word in words(phrase))


def _plain(word: str) -> str:
    """Elided and contracted heads as in the lists: « qu’ » is « que », « du » is « de »."""
    lower = word.lower()
    return {
        "qu": "que",
        "d": "de",
        "du": "de",
        "des": "de",
        "au": "à",
        "aux": "à",
        "lorsqu": "lorsque",
        "puisqu": "puisque",
    }.get(lower, lower.replace("quoiqu", "quoique") if lower == "quoiqu" else lower)


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
def _openers() -> Table:
    return _table(_split(load_toml("scoring/transitions.toml")["openers"]["words"]))


@cache
def _pairs() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    listed = load_toml("scoring/transitions.toml")["pairs"]["list"]
    return tuple((_pieces(first), _pieces(second)) for first, second in listed)


def transition_in(tokens: Sequence[Word]) -> str:
    """The first connecting phrase among the words of a sentence, or "".

    >>> transition_in(tuple(words("La ville, en revanche, refuse.")))
    'en revanche'
    """
    plain = [_plain(token.text) for token in tokens]
    table = _connectors()
    for i, word in enumerate(plain):
        for phrase in table.get(word, ()):
            if tuple(plain[i : i + len(phrase)]) == phrase:
                return " ".join(token.text for token in tokens[i : i + len(phrase)])
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
        if tuple(plain[: len(phrase)]) == phrase:
            return " ".join(phrase)
    return ""
