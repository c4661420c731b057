"""Sentence case for headings: one capital at the start, and those of names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final

from seo_fr.french.phrases import capitalize_first
from seo_fr.resources import load_toml

_WORD: Final = re.compile(r"[^\W_]+")


def sentence_case(heading: str, *, names: Iterable[str] = (), common: Collection[str] = ()) -> str:
    """A heading in sentence case, without final stop: « Les Chiffres De Meta » becomes « Les chiffres de Meta ».

    *names* are the article's names and acronyms, *common* the lower-case words of its running text. A capital goes when
    the word is a function word, or stands in *common*; when the heading is in title case or in capitals throughout,
    every capital goes that is not a name's. Without evidence a capital stays: a name must not be lost.

    >>> sentence_case("Les Chiffres Clés De L’Entreprise Meta", names=["Meta"], common={"chiffres", "clés"})
    'Les chiffres clés de l’entreprise Meta'
    >>> sentence_case("LE PLAN DE L’UE POUR L’INDUSTRIE", names=["UE"])
    'Le plan de l’UE pour l’industrie'
    >>> sentence_case("Le Monde diplomatique enquête sur La Poste", names=["Le Monde diplomatique", "La Poste"])
    'Le Monde diplomatique enquête sur La Poste'
    """
    names = tuple(name for name in names if name)
    shouted = heading.isupper() and len(heading) > 8
    guarded = _name_spans(heading, names, ignore_case=shouted)
    words = list(_WORD.finditer(heading))
    long = [w.group() for w in words[1:] if len(w.group()) >= 4 and not _inside(w.start(), guarded)]
    titled = len(long) >= 2 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)
    function = frozenset(load_toml("french/phrases.toml")["function_words"].split())
    out, at = [], 0
    for rank, match in enumerate(words):
        word = match.group()
        out.append(heading[at : match.start()])
        at = match.end()
        if name := _inside(match.start(), guarded):
            out.append(name[match.start() : match.end()])
            continue
        low = word.lower()
        inner = any(c.isupper() for c in word[1:]) or any(c.isdigit() for c in word)
        evidence = low in function or low in common or (titled and bool(names)) or shouted
        opening = bool(re.search(r"[.?!…«]\s*$", heading[: match.start()]))
        # A lone capital letter is a name (plan B), unless an apostrophe makes it an elided word.
        letter = len(word) == 1 and heading[at : at + 1] not in ("’", "'") and low not in ("a", "à", "y")
        lowered = word[0].isupper() and evidence and not (inner and not shouted) and not letter
        out.append(low if lowered and rank and not opening else word.capitalize() if shouted else word)
    out.append(heading[at:])
    return capitalize_first(re.sub(r"(?<=[^\W_])\s*[.;,]$", "", "".join(out).strip()))


def _name_spans(text: str, names: Collection[str], *, ignore_case: bool) -> list[tuple[int, int, str]]:
    """Where names stand: (start, end, the name padded so that offsets in the text fit)."""
    found = []
    for name in sorted(names, key=lambda n: (-len(n), n)):
        flags = re.IGNORECASE if ignore_case else 0
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags):
            found.append((match.start(), match.end(), " " * match.start() + name))
    return found


def _inside(position: int, spans: list[tuple[int, int, str]]) -> str:
    """The (padded) name that stands at a position, or ""."""
    return next((name for start, end, name in spans if start <= position < end), "")
