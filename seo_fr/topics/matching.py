"""Keyphrases found in a text whatever their inflection, accents, apostrophes, hyphens and word order.

« taxes foncières » holds « taxe foncière », « une inondation » holds « l’inondation », « Élections » holds
« election ». Words are compared by their Snowball stems, function words left out; no regular expression is ever made
out of a phrase, so any sign may stand in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from seo_fr.resources import load_toml

WORD_RE = re.compile(r"aujourd[’']hui|[^\W_]+", re.IGNORECASE)
"""Apostrophes and hyphens part words: « porte-parole » is two, and so matches « porte parole »."""
BREAK_RE = re.compile(r"[.!?…](?=\s|$|[»”\")])|\n")
SPECIAL = str.maketrans({"’": "'", "œ": "oe", "æ": "ae", "ß": "ss", "Œ": "OE", "Æ": "AE"})
TITLES = frozenset("m mm mme mmes mlle mlles dr pr me st ste art".split())
"""Abbreviations whose full stop ends no sentence."""
PARTICIPLE_RE = re.compile(r"(?<=.{2}[^eé])é(?:e?s?)$")
DEFAULT_GAP = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, apostrophes and hyphens apart."""

    text: str
    """As written."""
    start: int
    """First character in the text."""
    end: int
    """One past the last character."""
    content: bool
    """Whether it is not a function word."""
    sentence: int
    """Rank of the sentence-like stretch it stands in."""


@cache
def function_words() -> frozenset[str]:
    """Lower-case function words, with their accents."""
    return frozenset(word for words in load_toml("stopwords.toml")["function_words"].values() for word in words.split())


@cache
def elided_words() -> frozenset[str]:
    """What stands before an apostrophe: « l », « qu », « jusqu »."""
    return frozenset(load_toml("stopwords.toml")["elided"].split())


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Lower case without accents or ligatures; « Œuvres à Nîmes » → « oeuvres a nimes ».

    >>> fold("Œuvres à Nîmes")
    'oeuvres a nimes'
    """
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFD", text.translate(SPECIAL))
    return "".join(c for c in bare if not unicodedata.combining(c)).lower()


@cache
def _stemmer() -> Any:
    from nltk.stem.snowball import FrenchStemmer

    return FrenchStemmer()


@cache
def irregular_plurals() -> dict[str, str]:
    """Unaccented plurals in « -aux » of nouns in « -ail »."""
    return {fold(plural): fold(singular) for plural, singular in load_toml("stopwords.toml")["plurals"].items()}


def _join_endings(key: str) -> str:
    """Join feminine and masculine that the stemmer keeps apart: chercheur/chercheuse, directeur/directrice."""
    if len(key) < 6:
        return key
    for ending, joined in (("tric", "teu"), ("eux", "eu"), ("eur", "eu"), ("oy", "oi"), ("ay", "ai"), ("uy", "ui")):
        if key.endswith(ending):
            return key[: -len(ending)] + joined
    return key


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The unaccented Snowball stem of one word.

    Accents are folded before stemming, save a final « é » (which the stemmer needs to see a participle), so that a
    phrase typed without accents has the same stem as the accented word.

    >>> stem("foncières") == stem("Foncier"), stem("sécurité") == stem("SECURITE")
    (True, True)
    >>> stem("chercheuses") == stem("chercheur"), stem("travaux") == stem("travail"), stem("faillite") == stem("faille")
    (True, True, False)
    """
    lower = word.lower()
    bare = fold(lower)
    if not bare.isalpha():
        return bare
    ending = PARTICIPLE_RE.search(unicodedata.normalize("NFC", lower))
    if ending:
        bare = bare[: len(bare) - len(ending[0])] + ending[0]
    elif bare.endswith(("ee", "ees")) and len(bare) > 4:
        cut = len(bare) - (3 if bare.endswith("s") else 2)
        bare = f"{bare[:cut]}é{bare[cut + 1 :]}"
    elif len(bare) > 5 and bare.endswith(("ere", "eres")):
        bare = re.sub(r"e(s?)$", r"\1", bare)  # foncière like foncier, étrangère like étranger
    elif len(bare) > 6 and (match := re.search(r"(?<!l)(?:l?i)te(s?)$", bare)):
        bare = bare[: match.end() - 1 - len(match[1])] + "é" + match[1]
    return _join_endings(fold(_stemmer().stem(irregular_plurals().get(bare, bare))))


def words(text: str) -> Iterator[Word]:
    """The words of a text, in order, with the sentence-like stretch each stands in."""
    functional, elided = function_words(), elided_words()
    sentence, cursor, previous = 0, 0, ""
    for match in WORD_RE.finditer(text):
        token, start, end = match[0], match.start(), match.end()
        between = text[cursor:start]
        if (
            previous
            and between != " "
            and not (between == "." and previous[-1].isdigit() and token[0].isdigit())  # « 12.10 »
            and (stop := BREAK_RE.search(between))
            and not (stop[0] == "." and (previous in TITLES or len(previous) == 1))
        ):
            sentence += 1
        lower = token.lower()
        before_apostrophe = text[end : end + 1] in ("’", "'", "ʼ")
        content = not (lower in elided if before_apostrophe else lower in functional)
        yield Word(token, start, end, content, sentence)
        cursor, previous = end, lower


def stems(phrase: str) -> tuple[str, ...]:
    """The stems of the content words of a phrase, in order; of all its words when it has none but function words.

    >>> stems("l’impôt sur les taxes foncières") == stems("impot, taxe fonciere")
    True
    >>> stems("les uns et les autres") != ()
    True
    """
    found = list(words(phrase))
    kept = [word for word in found if word.content] or found
    return tuple(stem(word.text) for word in kept)


@cache
def _function_stems() -> frozenset[str]:
    return frozenset(map(stem, function_words() | elided_words()))


def find_phrase(text: str, stems: Sequence[str], *, gap: int | None = DEFAULT_GAP) -> tuple[tuple[int, int], ...]:
    """Where all of *stems* stand together in *text*, in any order, as (start, end) offsets that never overlap.

    *gap* is how many content words, in all, may come between those of the phrase; ``None`` sets no limit but the end of
    the sentence. Function words never count.

    >>> text = "Les taxes, dites foncières, montent. La taxe foncière aussi."
    >>> [text[a:b] for a, b in find_phrase(text, ("tax", "fonci"))]
    ['taxes, dites foncières', 'taxe foncière']
    >>> [text[a:b] for a, b in find_phrase(text, ("tax", "fonci"), gap=0)]
    ['taxe foncière']
    """
    return find_words(tuple(words(text)), stems, gap=gap)


def find_words(
    found: Sequence[Word], stems: Sequence[str], *, gap: int | None = DEFAULT_GAP
) -> tuple[tuple[int, int], ...]:
    """As :func:`find_phrase`, over the words of a text already cut up."""
    if not stems:
        return ()
    need = Counter(stems)
    functional = all(s in _function_stems() for s in stems)
    # Snowball changes the ends of words only: the first letters tell whether a word is worth stemming.
    heads = tuple({s[: max(1, min(3, len(s) - 1))] for s in stems})
    spans: list[tuple[int, int]] = []
    window: deque[tuple[int, Word, str]] = deque()
    have: Counter[str] = Counter()
    rank, sentence = 0, -1
    for word in found:
        if word.sentence != sentence:
            window.clear()
            have.clear()
            sentence = word.sentence
        hit = (word.content or functional) and fold(word.text).startswith(heads) and (key := stem(word.text)) in need
        rank += word.content or hit
        if not hit:
            continue
        window.append((rank, word, key))
        have[key] += 1
        while have[window[0][2]] > need[window[0][2]]:
            have[window.popleft()[2]] -= 1
        if all(have[s] >= n for s, n in need.items()):
            first, last = window[0], window[-1]
            if gap is None or last[0] - first[0] + 1 - len(stems) <= gap:
                spans.append((first[1].start, last[1].end))
                window.clear()
                have.clear()
    return tuple(spans)


def count_phrase(text: str, stems: Sequence[str], *, gap: int | None = DEFAULT_GAP) -> int:
    """How often a phrase, given by its stems, stands in *text*; see :func:`find_phrase`.

    >>> count_phrase("Une inondation. L’inondation recule.", stems("les inondations"))
    2
    """
    return len(find_phrase(text, stems, gap=gap))
