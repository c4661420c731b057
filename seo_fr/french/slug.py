"""Slugs and anchors: ASCII, lower case, hyphens; no elided « l », no function word, no letter lost for its accent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from typing import Final

from seo_fr.resources import load_toml

MAX_SLUG: Final = 75
"""Longest slug, in characters: what search engines show whole."""
MAX_ANCHOR: Final = 60

# Groups of « stopwords.toml » that a slug leaves out. Negation and comparison stay: without them a slug may say the
# opposite of its title (« ne fermera pas », « plus d’emplois »).
_DROPPED: Final = (
    "articles",
    "possessives",
    "demonstratives",
    "pronouns",
    "quantifiers",
    "prepositions",
    "conjunctions",
    "be",
    "have",
)
_KEPT: Final = frozenset({"sans", "contre", "hors", "après", "avant", "personne", "rien", "moi", "être", "avoir", "si"})
_LETTERS: Final = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
    | {"ẞ": "SS", "þ": "th", "Þ": "TH", "ð": "d", "Ð": "D"}
    | {"’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'", "\u00ad": "", "\u200b": "", "\u2060": "", "\ufeff": ""}
)
_GREEK: Final = str.maketrans(dict(zip("αβγδεκλμπρστω", "abgdeklmprsto", strict=True)))
# Small words without which a slug says something else, or cuts a name.
_HELD_RES: Final = (
    re.compile(r"\b[A-ZÀ-Ý][\w']*(?:-[\w']+)*-(?:en|sur|sous|lès|les|le|la|de|du|des|aux|et)(?=-[\w'-]*[A-ZÀ-Ý])"),
    re.compile(r"(?<!^)\b[A-ZÀ-Ý][\w-]+ (?:de|du|des|of|von|van|da|di|del)(?: la)?(?= [A-ZÀ-Ý])"),
    re.compile(r"\b\w{2,}(?:é|ée|és|ées|ie?|is|ise|ite?|ue?|us|erte?) par(?: une?)?(?= )"),
    re.compile(r"\b[Jj]e \w+ avec(?= )"),
)
_LOOSE_ENDS: Final = frozenset(
    {"par", "apres", "avant", "contre", "sans", "hors", "de", "du", "des", "en", "plus", "si"}
)
_SIGNS: Final = {"%": " pourcent ", "€": " euros ", "$": " dollars ", "£": " livres ", "+": " plus ", "°": " "}
_GROUP_RE: Final = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?!\d))")
_JOIN_RE: Final = re.compile(r"(?<=\b[A-Z])[.&](?=[A-Z]\b)")
_FRACTION_RE: Final = re.compile("[¼-¾⅐-⅟↉]")
_WORD_RE: Final = re.compile(r"aujourd'hui|presqu'île|[^\W_]+'?", re.IGNORECASE)


def slugify(text: str, *, max_length: int = MAX_SLUG, drop_function_words: bool = True) -> str:
    """The slug of a title: ASCII lower case letters and digits joined by hyphens, cut between two words.

    *max_length* is in characters. Elided words always go (« l’IA » → ``ia``); function words go unless nothing would
    be left. Digits grouped by thousands stay one number. "" when the text holds no letter that ASCII can write.

    >>> slugify("L’IA à l’hôpital : ce que les médecins en disent")
    'ia-hopital-medecins-disent'
    >>> slugify("L’usine ne fermera pas : 1 200 emplois sauvés, soit 80 % de l’effectif")
    'usine-ne-fermera-pas-1200-emplois-sauves-80-pourcent-effectif'
    >>> slugify("À l’œuvre", drop_function_words=False)
    'a-oeuvre'
    """
    if max_length < 1:
        raise ValueError(f"max_length vaut {max_length} ; il faut au moins 1.")
    plain = unicodedata.normalize("NFC", text).translate(_LETTERS).translate(_GREEK)
    plain = _FRACTION_RE.sub(lambda match: f" {_parted(match[0])} ", plain)
    plain = _JOIN_RE.sub("", _GROUP_RE.sub("", plain))
    for sign, reading in _SIGNS.items():
        plain = plain.replace(sign, reading)
    found = [match for match in _WORD_RE.finditer(plain) if not _is_elided(match[0])]
    held = [match.span() for held_re in _HELD_RES for match in held_re.finditer(plain)] if drop_function_words else []
    kept = [
        match
        for match in found
        if not drop_function_words
        or not _is_function_word(match[0], plain)
        or any(start <= match.start() < end for start, end in held)
    ]
    words = [folded for match in kept or found if (folded := _fold(match[0]))]
    return _join(words, max_length)


def shorten(slug: str, max_length: int) -> str:
    """A slug of *max_length* characters or less, cut between two words, and never after « par » or « après ».

    >>> shorten("skipper-heurte-par-un-chalutier", 20), shorten("phare-rouvre", 20)
    ('skipper-heurte', 'phare-rouvre')
    """
    if len(slug) <= max_length:
        return slug
    words = _join(slug.split("-"), max_length).split("-")
    while len(words) > 1 and words[-1] in _LOOSE_ENDS:
        words.pop()
    return "-".join(words)


def unique_anchor(text: str, taken: Collection[str] = (), *, max_length: int = MAX_ANCHOR) -> str:
    """An anchor for a heading, unlike any in *taken*, that opens with a letter and that any theme's script can select.

    A second heading of the same text gets ``-2``, a third ``-3``; a heading that ASCII cannot write gets ``section``.

    >>> unique_anchor("Chiffres clés")
    'chiffres-cles'
    >>> unique_anchor("Chiffres clés", {"chiffres-cles"})
    'chiffres-cles-2'
    >>> unique_anchor("2024 en bref")
    'section-2024-bref'
    """
    base = slugify(text, max_length=max_length) or "section"
    if not base[0].isalpha():
        base = _join(["section", *base.split("-")], max_length)
    anchor, rank = base, 1
    while anchor in taken:
        rank += 1
        suffix = f"-{rank}"
        anchor = _join(base.split("-"), max_length - len(suffix)) + suffix
    return anchor


@cache
def _function_words() -> frozenset[str]:
    groups = load_toml("stopwords.toml")["function_words"]
    return frozenset(word for name in _DROPPED for word in groups[name].split()) - _KEPT


@cache
def _elided() -> frozenset[str]:
    return frozenset(load_toml("stopwords.toml")["elided"].split())


def _is_elided(word: str) -> bool:
    return word.endswith("'") and word[:-1].lower() in _elided()


def _is_function_word(word: str, text: str) -> bool:
    # « US », « OR » in capitals are acronyms, unless the whole text is in capitals.
    if len(word) > 1 and word.isupper() and not text.isupper():
        return False
    return word.rstrip("'").lower() in _function_words()


def _fold(word: str) -> str:
    """ASCII lower case letters and digits of a word; "" if it has none."""
    decomposed = unicodedata.normalize("NFKD", word).lower()
    return "".join(char for char in decomposed if char.isascii() and char.isalnum())


def _parted(fraction: str) -> str:
    # « ½ » is « 1⁄2 » once decomposed: its two numbers stay apart.
    return unicodedata.normalize("NFKD", fraction).replace("\u2044", " ")


def _join(words: list[str], max_length: int) -> str:
    """As many words as fit, joined by hyphens; a first word that is too long by itself is cut."""
    slug = words[0][:max_length] if words else ""
    for word in words[1:]:
        if len(slug) + 1 + len(word) > max_length:
            break
        slug += f"-{word}"
    return slug
