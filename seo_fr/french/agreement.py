"""Determiners, pronouns and adjectives that agree with a noun: « cet accord », « son équipe », « le bel accord ».

Unknown gender gives a form that does without it (« l’accord », « les accords », « leur accord ») or None,
never « le/la ».
"""

from __future__ import annotations

from functools import cache
from typing import Final

from seo_fr.french.elision import first_word, lexicon, vowel_onset
from seo_fr.french.inflection import agree
from seo_fr.french.phrases import a, de
from seo_fr.model import Gender, Number
from seo_fr.resources import load_toml

_GENDERS: Final[tuple[Gender, ...]] = ("m", "f")


def _choose(forms: list[str], gender: Gender, number: Number) -> str | None:
    """One of four forms (ms, fs, mp, fp); what is unknown must not matter."""
    numbers: tuple[Number, ...] = (number,) if number else ("s", "p")
    genders = (gender,) if gender else _GENDERS
    found = {forms[(g == "f") + 2 * (n == "p")] for g in genders for n in numbers}
    return found.pop() or None if len(found) == 1 else None


def determiner(kind: str, np: str, gender: Gender = "", number: Number = "s") -> str | None:
    """A determiner before a noun phrase that has none, agreed and elided; None where a needed feature is unknown.

    *kind* is the masculine singular: le, un, ce, mon, ton, son, notre, votre, leur, quel, tout, aucun, certain, chaque,
    quelque, plusieurs. An empty noun phrase gives None.

    >>> determiner("le", "accord"), determiner("ce", "accord", "m"), determiner("le", "plan")
    ('l’accord', 'cet accord', None)
    >>> determiner("le", "plan", number="p"), determiner("un", "mesure", "f"), determiner("leur", "plan")
    ('les plan', 'une mesure', 'leur plan')
    """
    row = load_toml("french/agreement.toml")["determiner"][kind]
    if not np:
        return None
    forms = list(row["forms"])
    # « le onze », « la une »: the article stays whole where elision is blocked.
    blocked = kind == "le" and first_word(np).lower() in lexicon().blocked_article
    if "vowel" in row and not blocked and vowel_onset(np):
        forms[:2] = row["vowel"]
    form = _choose(forms, gender, number)
    if form is None:
        return None
    return f"{form}{np}" if form.endswith("’") else f"{form} {np}"


def le(np: str, gender: Gender = "", number: Number = "s") -> str | None:
    """The definite article: « le groupe », « l’accord », « les agents »; None for unknown gender before a consonant.

    >>> le("groupe", "m"), le("IA"), le("agents", number="p"), le("héros", "m"), le("groupe")
    ('le groupe', 'l’IA', 'les agents', 'le héros', None)
    """
    return determiner("le", np, gender, number)


def du(np: str, gender: Gender = "", number: Number = "s") -> str | None:
    """« de » and the definite article: « du groupe », « de l’accord », « de la hausse », « des agents ».

    >>> du("groupe", "m"), du("IA"), du("agents", number="p"), du("groupe")
    ('du groupe', 'de l’IA', 'des agents', None)
    """
    return de(np_) if (np_ := le(np, gender, number)) else None


def au(np: str, gender: Gender = "", number: Number = "s") -> str | None:
    """« à » and the definite article: « au groupe », « à l’accord », « à la hausse », « aux agents ».

    >>> au("groupe", "m"), au("IA"), au("agents", number="p"), au("groupe")
    ('au groupe', 'à l’IA', 'aux agents', None)
    """
    return a(np_) if (np_ := le(np, gender, number)) else None


def un(np: str, gender: Gender = "", number: Number = "s") -> str | None:
    """The indefinite article; « de » before an adjective that stands before its plural noun is the caller's.

    >>> un("accord", "m"), un("mesures", number="p"), un("accord")
    ('un accord', 'des mesures', None)
    """
    return determiner("un", np, gender, number)


def ce(np: str, gender: Gender = "", number: Number = "s") -> str | None:
    """The demonstrative: « ce groupe », « cet accord », « cette annonce », « ces agents ».

    >>> ce("accord", "m"), ce("hausse", "f"), ce("hausse")
    ('cet accord', 'cette hausse', None)
    """
    return determiner("ce", np, gender, number)


def son(np: str, gender: Gender = "", number: Number = "s") -> str | None:
    """The possessive of one owner: « son groupe », « sa hausse », « son annonce », « ses agents ».

    >>> son("annonce", "f"), son("hausse", "f"), son("agents", number="p"), son("équipe")
    ('son annonce', 'sa hausse', 'ses agents', 'son équipe')
    """
    return determiner("son", np, gender, number)


def pronoun(kind: str, gender: Gender, number: Number = "s") -> str | None:
    """A pronoun in that gender and number: kinds il, le, lui, celui, lequel, un (l’un), tout, aucun.

    >>> pronoun("il", "f"), pronoun("celui", "m", "p"), pronoun("le", "", "p"), pronoun("il", "")
    ('elle', 'ceux', 'les', None)
    """
    return _choose(list(load_toml("french/agreement.toml")["pronoun"][kind]), gender, number)


@cache
def _position() -> tuple[frozenset[str], dict[str, str]]:
    data = load_toml("french/agreement.toml")["adjective"]
    return frozenset(data["before"].split()), dict(data["before_vowel"])


def before_noun(adjective: str) -> bool:
    """Whether an adjective (masculine singular) stands before its noun.

    >>> before_noun("nouveau"), before_noun("économique")
    (True, False)
    """
    return adjective in _position()[0]


def qualify(noun: str, adjective: str, gender: Gender, number: Number = "s") -> str | None:
    """A noun (in the right number already) with its adjective, agreed and placed; None for an unknown agreement.

    >>> qualify("accord", "nouveau", "m"), qualify("mesures", "économique", "", "p"), qualify("homme", "vieux", "m")
    ('nouvel accord', 'mesures économiques', 'vieil homme')
    >>> qualify("héros", "beau", "m"), qualify("usine", "grand", "")
    ('beau héros', None)
    """
    form = agree(adjective, gender, number)
    if not noun or form is None:
        return None
    if not before_noun(adjective):
        return f"{noun} {form}"
    before_vowel = _position()[1]
    if gender == "m" and number == "s" and adjective in before_vowel and vowel_onset(noun):
        form = before_vowel[adjective]
    return f"{form} {noun}"


def indefinite(noun: str, adjective: str, gender: Gender, number: Number = "s") -> str | None:
    """A noun and adjective with un, une, des, or « de » before an adjective in the plural.

    >>> indefinite("mesures", "nouveau", "f", "p"), indefinite("mesures", "social", "f", "p")
    ('de nouvelles mesures', 'des mesures sociales')
    """
    np = qualify(noun, adjective, gender, number)
    if np is None:
        return None
    if number == "p" and before_noun(adjective):
        return f"d’{np}" if vowel_onset(np) else f"de {np}"
    return un(np, gender, number)
