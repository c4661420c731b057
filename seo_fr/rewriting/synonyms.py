"""Near-synonyms in facts said again: one or two words changed, so that a key point does not echo the body.

Only words of the same gender and construction are exchanged, and never where that would touch an elision, a
contraction or a name. The body is never reworded so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from seo_fr.french import vowel_onset
from seo_fr.resources import load_toml

HINGES = frozenset(
    "le la de que ne se je me te ce du au un une l’ d’ qu’ n’ s’ bon beau nouveau vieux bel nouvel vieil".split()
)
"""Words whose own form hangs on the sound that follows."""


@cache
def _table() -> Mapping[str, str]:
    """Surface form → surface form, singulars and plurals, phrases first."""
    data = load_toml("rewriting/synonyms.toml")
    out: dict[str, str] = dict(data["phrases"])
    for name in ("nouns_m", "nouns_f"):
        for word, other in data[name].items():
            out[word] = other
            out[plural(word)] = plural(other)
    return out


def plural(word: str) -> str:
    """The plural of the nouns of the table, all regular."""
    return {"rival": "rivaux"}.get(word, word if word.endswith(("s", "x")) else f"{word}s")


def verb_synonym(lemma: str) -> str:
    """Another verb of the same construction, or ""."""
    return str(load_toml("rewriting/synonyms.toml")["verbs"].get(lemma, ""))


def reworded(text: str, *, keep: frozenset[str] = frozenset()) -> str:
    """The text with its words exchanged where the table and the neighbours allow; the same text where none does.

    *keep* holds lower-case words that must stay, such as those of the keyphrase.

    >>> reworded("Le groupe crée des emplois afin de grandir")
    'Le groupe crée des postes pour grandir'
    >>> reworded("Le groupe parle de l’emploi")
    'Le groupe parle de l’emploi'
    """
    for word, other in _table().items():
        if word in keep:
            continue
        pattern = form_pattern(word)
        match = pattern.search(text)
        if match and fits(text, match.start(), match[0], other):
            text = text[: match.start()] + other + text[match.end() :]
    return text


def form_pattern(word: str) -> re.Pattern[str]:
    """A whole word or phrase, with either apostrophe; one that ends on an apostrophe leaves what follows alone."""
    body = re.escape(word).replace("’", "['’]")
    return re.compile(rf"(?<![\w’'-]){body}" + ("" if word.endswith("’") else r"(?![\w’'-])"))


def fits(text: str, at: int, word: str, other: str) -> bool:
    """Whether the word before would keep its form."""
    before = text[:at].split()
    if not before:
        return False
    last = before[-1].lower().replace("'", "’")
    return last not in HINGES or vowel_onset(word) == vowel_onset(other)
