"""Feminine and plural of adjectives, participles and nouns; gender of nouns. Rules by ending, exceptions in TOML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from seo_fr.model import Gender, Number
from seo_fr.resources import load_toml

_ACRONYM: Final = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9&.]+")


def _pairs(text: str) -> dict[str, str]:
    """« a:b c:d » as a mapping."""
    return dict(item.split(":", 1) for item in text.split())


@dataclass(frozen=True, slots=True)
class _Tables:
    """The exceptions, ready to look up."""

    invariable: frozenset[str]
    feminine: Mapping[str, str]
    grave: frozenset[str]
    que: frozenset[str]
    eure: frozenset[str]
    teuse: frozenset[str]
    noun: Mapping[str, str]
    als: frozenset[str]
    aux: frozenset[str]
    oux: frozenset[str]
    s: frozenset[str]
    irregular: Mapping[str, str]
    prefixes: frozenset[str]
    masculine: frozenset[str]
    feminine_nouns: frozenset[str]
    both: frozenset[str]
    endings: tuple[tuple[str, Gender], ...]


@cache
def _tables() -> _Tables:
    data = load_toml("french/agreement.toml")
    feminine, plural, gender = data["feminine"], data["plural"], data["gender"]
    endings: list[tuple[str, Gender]] = [(ending, "f") for ending in gender["feminine_endings"].split()]
    endings += [(ending, "m") for ending in gender["masculine_endings"].split()]

    def words(text: str) -> frozenset[str]:
        return frozenset(text.split())

    return _Tables(
        invariable=words(data["adjective"]["invariable"]),
        feminine=_pairs(feminine["adjective"]),
        grave=words(feminine["grave"]),
        que=words(feminine["que"]),
        eure=words(feminine["eure"]),
        teuse=words(feminine["teur_teuse"]),
        noun=_pairs(feminine["noun"]),
        als=words(plural["als"]),
        aux=words(plural["aux"]),
        oux=words(plural["oux"]),
        s=words(plural["s"]),
        irregular=_pairs(plural["irregular"]),
        prefixes=words(plural["prefixes"]),
        masculine=words(gender["m"]),
        feminine_nouns=words(gender["f"]),
        both=words(gender["both"]),
        endings=tuple(sorted(endings, key=lambda pair: (-len(pair[0]), pair[0]))),
    )


def feminine(word: str) -> str:
    """Feminine singular of an adjective or participle given in the masculine singular.

    >>> [feminine(w) for w in ("nouveau", "public", "européen", "important", "actif", "premier", "supérieur", "élu")]
    ['nouvelle', 'publique', 'européenne', 'importante', 'active', 'première', 'supérieure', 'élue']
    """
    t = _tables()
    low = word.lower()
    if low in t.invariable or _ACRONYM.fullmatch(word):
        return word
    if low in t.feminine:
        return _cased(t.feminine[low], word)
    if "-" in word:
        # « franco-allemand », « social-démocrate »: the last word agrees, the first one when it is a whole adjective.
        head, tail = word.rsplit("-", 1)
        return f"{head}-{feminine(tail)}"
    for condition, cut, ending in (
        (low in t.grave, 2, "ète"),
        (low in t.que, 1, "que"),
        (low in t.eure, 0, "e"),
        (low in t.teuse, 1, "se"),
        (low.endswith("e"), 0, ""),
        (low.endswith(("teur",)), 3, "rice"),
        (low.endswith("eur"), 1, "se"),
        (low.endswith("eux") or low.endswith("oux"), 1, "se"),
        (low.endswith("f"), 1, "ve"),
        (low.endswith(("el", "eil")), 0, "le"),
        # Shortened and borrowed words have one form: éco, afro, sympa.
        (low.endswith(("a", "o")), 0, ""),
        (low.endswith(("en", "on")), 0, "ne"),
        (low.endswith("er") and len(low) > 2, 2, "ère"),
        (low.endswith("et"), 0, "te"),
        (low.endswith("eau"), 3, "elle"),
        (low.endswith("x"), 1, "se"),
    ):
        if condition:
            return word[: len(word) - cut] + ending
    return word + "e"


def plural(word: str) -> str | None:
    """Plural of a singular noun or adjective, of either gender; None for a compound that the lexicon lacks.

    Acronyms take no mark (des PME), nor do words in -s, -x, -z.

    >>> [plural(w) for w in ("accord", "journal", "festival", "travail", "prix", "enjeu", "ONG", "porte-parole")]
    ['accords', 'journaux', 'festivals', 'travaux', 'prix', 'enjeux', 'ONG', 'porte-parole']
    >>> plural("vice-président"), plural("pont-levis")
    ('vice-présidents', None)
    """
    t = _tables()
    low = word.lower()
    if not word:
        return None
    if _ACRONYM.fullmatch(word):
        return word
    if low in t.irregular:
        return _cased(t.irregular[low], word)
    if "-" in word:
        head, tail = word.rsplit("-", 1)
        ending = plural(tail)
        # The first part stays only where it is a prefix or a shortened word in -o (franco-).
        if ending and (head.lower() in t.prefixes or head.lower().endswith("o")):
            return f"{head}-{ending}"
        return None
    if low.endswith(("s", "x", "z")):
        return word
    if low in t.s:
        return word + "s"
    if low in t.aux:
        return word[:-2] + "ux"
    if low in t.oux or low.endswith(("au", "eu")):
        return word + "x"
    if low.endswith("al") and low not in t.als:
        return word[:-2] + "aux"
    return word + "s"


def agree(word: str, gender: Gender, number: Number) -> str | None:
    """An adjective or participle (masculine singular) in that gender and number.

    Where one of them is unknown, the form is given only if it is the same either way; else None.

    >>> agree("social", "m", "p"), agree("nouveau", "f", "p"), agree("économique", "", "s"), agree("grand", "", "s")
    ('sociaux', 'nouvelles', 'économique', None)
    """
    if not word:
        return None
    if gender == "":
        one, other = agree(word, "m", number), agree(word, "f", number)
        return one if one == other else None
    if number == "":
        one, other = agree(word, gender, "s"), agree(word, gender, "p")
        return one if one == other else None
    singular = feminine(word) if gender == "f" else word
    if number == "s" or word.lower() in _tables().invariable:
        return singular
    if "-" in singular and singular not in _tables().irregular:
        head, tail = singular.rsplit("-", 1)
        ending = plural(tail)
        return f"{head}-{ending}" if ending else None
    return {"tout": "tous"}.get(singular) or plural(singular)


def feminine_noun(noun: str) -> str | None:
    """Feminine of a noun of person (masculine singular); None where neither list nor ending tells.

    >>> [feminine_noun(w) for w in ("directeur", "ministre", "chercheur", "président", "avocat", "PDG", "vainqueur")]
    ['directrice', 'ministre', 'chercheuse', 'présidente', 'avocate', 'PDG', None]
    """
    t = _tables()
    low = noun.lower()
    if noun in t.noun:
        return t.noun[noun]
    if low in t.noun:
        return _cased(t.noun[low], noun)
    if low.endswith(
        ("iste", "aire", "ogue", "logue", "crate", "ste", "tre", "ologue", "ique", "graphe", "phile", "ecte")
    ):
        return noun
    if re.search(r"(?:teur|ien|éen|ier|ain|ais|ois|ant|ent|ard|at|é|and|ol|in)$", low) and "-" not in noun:
        return feminine(noun)
    return None


def _cased(form: str, like: str) -> str:
    return form[:1].upper() + form[1:] if like[:1].isupper() else form


def ending_gender(noun: str) -> Gender:
    """Gender of a singular noun by lexicon, then by ending; "" where neither tells or sense decides.

    >>> [ending_gender(w) for w in ("gouvernement", "stratégie", "musée", "image", "poste", "Meta")]
    ['m', 'f', 'm', 'f', '', '']
    """
    t = _tables()
    low = noun.lower()
    if low in t.both or (noun[:1].isupper() and low not in t.masculine | t.feminine_nouns):
        return ""
    if low in t.masculine:
        return "m"
    if low in t.feminine_nouns:
        return "f"
    for ending, gender in t.endings:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return gender
    return ""


_MASCULINE_DETERMINERS: Final = frozenset("le un ce cet du au mon ton son quel aucun certain tout".split()) - {
    "son",
    "mon",
    "ton",
}
_FEMININE_DETERMINERS: Final = frozenset("la une cette ma ta sa quelle aucune certaine toute".split())


def noun_gender(
    noun: str, *, determiner: str = "", tagged: Gender = "", lexicon: Mapping[str, Gender] | None = None
) -> Gender:
    """Gender of a noun: the caller's *lexicon*, the source's own *determiner*, our lexicon, what the parser *tagged*.

    The determiner comes before our lexicon since it is the source's word, and settles nouns of two genders.

    >>> noun_gender("poste", determiner="un"), noun_gender("accord", tagged="f"), noun_gender("zyxel", tagged="m")
    ('m', 'm', 'm')
    >>> noun_gender("Meta")
    ''
    """
    if lexicon and noun in lexicon:
        return lexicon[noun]
    word = determiner.lower()
    if word in _MASCULINE_DETERMINERS:
        return "m"
    if word in _FEMININE_DETERMINERS:
        return "f"
    return ending_gender(noun) or tagged
