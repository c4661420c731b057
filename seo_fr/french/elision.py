"""Elision: « l’IA », « d’OpenAI », « qu’il », « s’il », but « la une », « le onze », « de Hollande », « si elle »."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Final

from seo_fr.resources import load_toml

VOWELS: Final = frozenset("aàâäeéèêëiîïoôöuùûüœæ")
APOSTROPHE: Final = "’"
_FIRST_WORD: Final = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*")
_OPENING: Final = "«»“”\"'‘‹([*_\u00a0\u202f \ue000"


@dataclass(frozen=True, slots=True)
class ElisionLexicon:
    """Exceptions of elision, in one value, so that a caller may extend them."""

    always: frozenset[str]
    """Words that elide before any vowel sound."""
    only_before: dict[str, frozenset[str]]
    """Words that elide before some words only: « si » before « il »."""
    blocked: frozenset[str]
    """Vowel-initial words before which nothing elides."""
    blocked_article: frozenset[str]
    """Words before which « le », « la » stay whole besides."""
    y_vowel: frozenset[str]
    """Words in y + vowel that do take elision."""
    aspire: tuple[str, ...]
    """Beginnings of words in h aspiré, longest first; « word. » is a whole word."""
    muet: tuple[str, ...]
    """Beginnings of words in h muet, longest first."""
    names_muet: frozenset[str]
    """Names in h muet."""
    names_blocked: frozenset[str]
    """Vowel-initial names that block elision."""
    acronyms: frozenset[str]
    """Acronyms in H that take elision."""


@cache
def lexicon() -> ElisionLexicon:
    """The shipped exceptions."""
    data = load_toml("french/elision.toml")

    def longest_first(words: str) -> tuple[str, ...]:
        return tuple(sorted(set(words.split()), key=lambda w: (-len(w), w)))

    return ElisionLexicon(
        always=frozenset(data["always"]),
        only_before={word: frozenset(before) for word, before in data["only_before"].items()},
        blocked=frozenset(data["blocked"]["words"].split()),
        blocked_article=frozenset(data["blocked"]["article"]),
        y_vowel=frozenset(data["blocked"]["y_vowel"]),
        aspire=longest_first(data["h"]["aspire"]),
        muet=longest_first(data["h"]["muet"]),
        names_muet=frozenset(data["names"]["h_muet"].split()),
        names_blocked=frozenset(data["names"]["blocked"]),
        acronyms=frozenset(data["names"]["acronyms"]),
    )


def first_word(text: str) -> str:
    """The first word of a text, past quotation marks, brackets and Markdown marks; "" if there is none.

    Letters after an apostrophe are another word: the first word of « l’an » is « l ».

    >>> first_word("« *Avatar* », le film")
    'Avatar'
    """
    match = _FIRST_WORD.match(text.lstrip(_OPENING))
    return match.group() if match else ""


def _prefix(word: str, prefixes: tuple[str, ...]) -> int:
    """Length of the longest entry that fits the word, 0 for none; a whole-word entry counts one more."""
    for entry in prefixes:
        if entry.endswith("."):
            if word in (entry[:-1], entry[:-1] + "s", entry[:-1] + "x"):
                return len(entry)
        elif word.startswith(entry):
            return len(entry)
    return 0


def aspirated(word: str, *, lexicon: ElisionLexicon | None = None) -> bool:
    """Whether a word in h has the h that blocks elision and liaison.

    >>> [aspirated(w) for w in ("haricot", "homme", "héros", "héroïne", "Hollande", "Hérault", "huit")]
    [True, False, True, False, True, False, True]
    """
    lex = lexicon or _lexicon()
    if word in lex.names_muet or word.split("-", maxsplit=1)[0] in lex.names_muet or word in lex.acronyms:
        return False
    low = word.lower()
    muet, aspire = _prefix(low, lex.muet), _prefix(low, lex.aspire)
    if word[:1].isupper() and muet < 4 and not aspire:
        return True  # a name that merely begins like a common word is still a name: Homs, Hexham
    if muet or aspire:
        return aspire >= muet
    return word[:1].isupper()


_lexicon = lexicon


def vowel_onset(text: str, *, lexicon: ElisionLexicon | None = None) -> bool:
    """Whether a word or phrase begins with a vowel sound: what decides « l’ », « cet », « bel », « mon amie ».

    Digits and single capitals do not (« le 11 », « de A à Z »); of acronyms, those in a vowel do (« l’ONU »).

    >>> [vowel_onset(w) for w in ("IA", "SNCF", "onze", "yeux", "yaourt", "« Avatar »", "A7", "11", "une")]
    [True, False, False, True, False, True, True, False, True]
    """
    lex = lexicon or _lexicon()
    word = first_word(text)
    if not word or word[0].isdigit():
        return False
    low = word.lower()
    head = low.split("-")[0]
    if low in lex.blocked or head in lex.blocked or word in lex.names_blocked:
        return False
    if word[0] in "Hh":
        return not aspirated(word, lexicon=lex)
    if low[0] == "y":
        # The pronoun « y », and y before a consonant: « qu’y a-t-il », « d’Yves ».
        return low in lex.y_vowel or word == "y" or (len(low) > 1 and low[1] not in VOWELS and word[1:].islower())
    if low[0] not in VOWELS:
        return False
    # A single capital is the name of a letter, unless an apostrophe makes it the start of a contraction.
    return not (len(word) == 1 and word.isupper() and word not in "ÀÉÔ")


def elides(word: str, following: str, *, lexicon: ElisionLexicon | None = None) -> bool:
    """Whether *word* loses its last vowel before *following*.

    >>> [elides(*p) for p in (("la", "une"), ("de", "une"), ("si", "il"), ("si", "elle"), ("que", "OpenAI"))]
    [False, True, True, False, True]
    """
    lex = lexicon or _lexicon()
    low = word.lower()
    tail = re.split(r"[ \u00a0\u202f’'-]", low)[-1]
    if low.endswith(tail) and tail in lex.only_before:
        return first_word(following).lower() in lex.only_before[tail] or (
            tail == "ce" and first_word(following).lower().split("-")[0] in lex.only_before[tail]
        )
    if tail not in lex.always or not vowel_onset(following, lexicon=lex):
        return False
    return not (tail in ("le", "la") and first_word(following).lower() in lex.blocked_article)


def elide(word: str, following: str, *, aspirate: Collection[str] = (), lexicon: ElisionLexicon | None = None) -> str:
    """Join *word* to *following*, eliding it where French requires.

    *word* may be several words, of which the last may elide (« afin de »). *aspirate* holds further lower-case words
    that block elision. An empty *following* gives "".

    >>> elide("que", "Apple"), elide("la", "une"), elide("Jusque", "au bout"), elide("de", "Meta")
    ('qu’Apple', 'la une', 'Jusqu’au bout', 'de Meta')
    """
    if not following:
        return ""
    if not word:
        return following
    if first_word(following).lower() not in aspirate and elides(word, following, lexicon=lexicon):
        return f"{word[:-1]}{APOSTROPHE}{following}"
    return f"{word} {following}"
