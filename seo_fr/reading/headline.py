"""The headline, brought to what its own article writes: « Space X » where the text has « SpaceX » throughout."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import pairwise

from seo_fr.model import Note
from seo_fr.reading.repair import repaired

WORD_RE = re.compile(r"\w+(?:-\w+)*")
LEAST = 2
"""Times that the article writes a name its way, for the headline to follow."""
SHORTEST = 4
"""Letters under which two words of the same letters may be two things."""


def mended(headline: str, text: str) -> tuple[str, list[Note]]:
    """A headline without its certain faults, its names and nouns written as *text* writes them, and what was changed.

    >>> mended("Lancement réussi pour Nova Sat", "NovaSat a décollé. NovaSat est en orbite.")[0]
    'Lancement réussi pour NovaSat'
    >>> mended("La découverte du Quark", "Le quark est étrange. On cherchait ce quark depuis dix ans.")[0]
    'La découverte du quark'
    """
    out, notes = repaired(headline)
    for change in (respelt, lowered):
        better = change(out, text)
        if better != out:
            notes.append(Note("source.headline", f"Titre corrigé d’après le texte : « {out} » devient « {better} »."))
            out = better
    return out, notes


def key(word: str) -> str:
    """The letters of a word, small, without accents, hyphens or spaces."""
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in plain if c.isalnum())


def spellings(text: str) -> Mapping[str, Counter[str]]:
    """The ways in which a text writes each of its words and pairs of names, with their number."""
    out: dict[str, Counter[str]] = defaultdict(Counter)
    words = list(WORD_RE.finditer(text))
    for word in words:
        out[key(word[0])][word[0]] += 1
    for one, two in pairwise(words):
        if text[one.end() : two.start()] == " " and one[0][0].isupper() and two[0][0].isupper():
            out[key(one[0] + two[0])][f"{one[0]} {two[0]}"] += 1
    return out


def respelt(headline: str, text: str) -> str:
    """The headline with its names as the text writes them, where the text never writes them as the headline does."""
    known = spellings(text)
    words = list(WORD_RE.finditer(headline))
    pairs = [(one.start(), two.end()) for one, two in pairwise(words) if headline[one.end() : two.start()] == " "]
    for start, end in sorted([*pairs, *((w.start(), w.end()) for w in words)], reverse=True):
        written = headline[start:end]
        if not written[0].isupper() or len(key(written)) < SHORTEST:
            continue
        ways = known.get(key(written), Counter())
        if written in ways or not ways:
            continue
        best, count = ways.most_common(1)[0]
        name = not best.islower() and best[0].isupper()
        if name and count >= LEAST and not written.isupper() and best.casefold() != written.casefold():
            return respelt(headline[:start] + best + headline[end:], text)
    return headline


def lowered(headline: str, text: str) -> str:
    """The headline with the common nouns in small letters that the text never writes with a capital."""
    known = spellings(text)
    out = headline
    for word in WORD_RE.finditer(headline):
        before = headline[: word.start()].rstrip(' «“"')
        if not before or before[-1] in ":.!?–—-" or word[0] != word[0].capitalize() or len(word[0]) < SHORTEST:
            continue
        ways = known.get(key(word[0]), Counter())
        if ways[word[0].lower()] >= LEAST and not inside(word[0], text):
            out = out[: word.start()] + word[0].lower() + out[word.end() :]
    return out


def inside(word: str, text: str) -> bool:
    """Whether a text has a capitalised word inside a sentence."""
    return bool(re.search(rf"(?<=[\w,’'] ){re.escape(word)}\b|(?<=[’']){re.escape(word)}\b", text))
