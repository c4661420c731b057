"""Small words before a noun phrase or clause that carries its own article: what templates call to join their slots.

Every function takes text that is already right and gives text that is right, so that nothing has to be mended after:
« de » + « le groupe » is *du groupe*, « de » + « L’Équipe » is *de L’Équipe*. An empty slot gives "" (the caller then
has no candidate); nothing is ever written « le/la ».
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from seo_fr.french.elision import elide
from seo_fr.resources import load_toml

_ARTICLE: Final = re.compile(r"(le|les|Le|Les)([ \u00a0])(?=\S)")
_CONTRACTED: Final = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_ADDRESS: Final = re.compile(r"\S*(?:://|@\w|\w\.\w)")
_OTHER_CONTRACTED: Final = re.compile(r"(lequel|lesquels|lesquelles)\b")
_RELATIVE: Final = {
    "lequel": ("duquel", "auquel"),
    "lesquels": ("desquels", "auxquels"),
    "lesquelles": ("desquelles", "auxquelles"),
}


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    data = load_toml("french/phrases.toml")
    return frozenset(data["contracts"].split()), frozenset(data["persons"].split())


def _contracts(np: str, label: str) -> bool:
    """Whether the leading article of *np* melts with « de » or « à »."""
    article = np.split(maxsplit=1)[0]
    if article[0].islower():
        return True
    # A capital article belongs to a name. « Les » always contracts (des Échos), « Le » in places and media, never in
    # family names; without a label, only the names that the lexicon knows.
    if article == "Les":
        return label != "PER"
    contracting, persons = _names()
    name = re.split(r"[ \u00a0]", np, maxsplit=1)[1]
    first = re.split(r"[ \u00a0,]", name, maxsplit=1)[0]
    if label == "PER" or (first in persons and label == ""):
        return False
    return first in contracting or label in ("LOC", "ORG", "WORK")


def _preposition(word: str, np: str, label: str) -> str:
    if not np:
        return ""
    if match := _OTHER_CONTRACTED.match(np):
        return _RELATIVE[match.group()][word == "à"] + np[match.end() :]
    match = _ARTICLE.match(np)
    if match and _contracts(np, label):
        return f"{_CONTRACTED[word, match.group(1).lower()]}{match.group(2)}{np[match.end() :]}"
    return elide(word, np) if word == "de" else f"à {np}"


def de(np: str, *, label: str = "") -> str:
    """« de » before a noun phrase with its own article: du, des, de la, de l’, d’un, d’OpenAI, de Meta.

    The indefinite plural and the partitive melt away (« de » + « des experts » is *d’experts*). *label* is the entity
    label of a name that opens with a capital article: « Le Pen » (PER) stays, « Le Havre » (LOC) contracts. Not for a
    clause: before an infinitive with a pronoun use :func:`~seo_fr.french.elision.elide` (« de le faire » stays).

    >>> [de(np) for np in ("le groupe", "les agents", "l’IA", "OpenAI", "Meta", "L’Équipe", "des experts", "Le Pen")]
    ['du groupe', 'des agents', 'de l’IA', 'd’OpenAI', 'de Meta', 'de L’Équipe', 'd’experts', 'de Le Pen']
    """
    if match := re.match(r"(?:des|du)[ \u00a0]", np):
        return elide("de", np[match.end() :])
    if match := re.match(r"de (?:la |l’)", np):
        return elide("de", np[match.end() :])
    return _preposition("de", np, label)


def a(np: str, *, label: str = "") -> str:
    """« à » before a noun phrase with its own article: au, aux, à la, à l’, à Paris.

    >>> [a(np) for np in ("le groupe", "les agents", "l’IA", "Paris", "Le Havre", "La Poste", "lequel")]
    ['au groupe', 'aux agents', 'à l’IA', 'à Paris', 'au Havre', 'à La Poste', 'auquel']
    """
    return _preposition("à", np, label)


def que(clause: str) -> str:
    """« que » before a clause or noun phrase.

    >>> que("il part"), que("Apple paie"), que("le groupe paie")
    ('qu’il part', 'qu’Apple paie', 'que le groupe paie')
    """
    return elide("que", clause)


def si(clause: str) -> str:
    """« si » before a clause: elided before il and ils only.

    >>> si("il part"), si("elle part"), si("un accord est trouvé")
    ('s’il part', 'si elle part', 'si un accord est trouvé')
    """
    return elide("si", clause)


def ne(verb: str) -> str:
    """« ne » before a verb.

    >>> ne("est pas"), ne("part pas")
    ('n’est pas', 'ne part pas')
    """
    return elide("ne", verb)


@cache
def _places() -> dict[str, str]:
    data = load_toml("french/phrases.toml")["places"]
    return {name: word for word in ("en", "au", "aux") for name in data[word].split()}


def in_place(name: str, *, city: bool = False) -> str | None:
    """« en », « au », « aux », « à » before a place; None where the lexicon does not know what kind of place it is.

    *name* comes without article, or with a capital one that is part of it. *city* says that the caller knows it for a
    town.

    >>> in_place("France"), in_place("Japon"), in_place("États-Unis"), in_place("Lyon", city=True), in_place("Lyon")
    ('en France', 'au Japon', 'aux États-Unis', 'à Lyon', None)
    """
    if not name:
        return None
    if city:
        return a(name, label="LOC")
    places = _places()
    first = re.split(r"[ \u00a0]", name, maxsplit=1)[0]
    preposition = places.get(name.replace("'", "’").replace(" ", "-")) or places.get(first)
    return f"{preposition} {name}" if preposition else None


def enumerate_fr(items: Iterable[str], *, last: str = "et") -> str:
    """« A, B et C »; items that hold a comma are parted by « ; ». Empty items are left out, "" when none is left.

    *last* is « et », « ou » or « ni »; with « ni » each item takes it (« ni A ni B »).

    >>> enumerate_fr(["Meta", "Apple", "OpenAI"]), enumerate_fr(["Meta"]), enumerate_fr(["A", "B"], last="ou")
    ('Meta, Apple et OpenAI', 'Meta', 'A ou B')
    """
    parts = [item for item in items if item]
    if not parts:
        return ""
    if last == "ni" and len(parts) > 1:
        return " ".join(f"ni {part}" for part in parts)
    if len(parts) == 1:
        return parts[0]
    if any(", " in part for part in parts):
        return " ; ".join(parts[:-1]) + f" ; {last} {parts[-1]}"
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def capitalize_first(text: str) -> str:
    """Capital on the first letter, past opening marks and HTML tags; « iPhone » and the like stay as they are.

    >>> [capitalize_first(text) for text in ("« état des lieux »", "à l’IA", "iPhone", "40 ans")]
    ['« État des lieux »', 'À l’IA', 'iPhone', '40 ans']
    """
    tag = False
    for i, char in enumerate(text):
        tag = char == "<" or (tag and char != ">")
        if tag:
            continue
        if char.isdigit():
            return text
        if char.isalpha():
            word = re.match(r"[^\W_]*", text[i:])
            rest = word.group()[1:] if word else ""
            # iPhone, v1.2, https://…, nom@domaine.fr
            if char.islower() and (any(c.isupper() or c.isdigit() for c in rest) or _ADDRESS.match(text[i:])):
                return text
            upper = {"œ": "Œ", "æ": "Æ", "ß": "ß"}.get(char, char.upper())
            return text[:i] + upper + text[i + 1 :]
    return text


def lower_first(text: str, *, names: Iterable[str] = ()) -> str:
    """Small letter at the start, unless the first word is a name or an acronym.

    *names* are those of the article; a text that opens with one of them is left alone. With a word that is neither in
    *names* nor an acronym, the caller vouches that it is a common word.

    >>> lower_first("Le groupe"), lower_first("IA et emploi"), lower_first("Meta recrute", names=["Meta"])
    ('le groupe', 'IA et emploi', 'Meta recrute')
    """
    start = next((i for i, c in enumerate(text) if c.isalpha()), len(text))
    body = text[start:]
    word = re.match(r"[^\W_]*", body)
    first = word.group() if word else ""
    if any(c.isupper() for c in first[1:]) or any(c.isdigit() for c in first):
        return text
    following = body[len(first) : len(first) + 1]
    if len(first) == 1 and following not in ("’", "'") and first not in "AÀY":
        return text
    if any(name and body.startswith(name) and not body[len(name) : len(name) + 1].isalnum() for name in names):
        return text
    return text[:start] + first.lower() + body[len(first) :]


def strip_final(text: str) -> str:
    """Without final stop, comma, semicolon or colon, and the space before; « ? », « ! », « … » and « etc. » stay.

    >>> strip_final("Meta recrute. "), strip_final("Des avions, etc."), strip_final("Pourquoi ?")
    ('Meta recrute', 'Des avions, etc.', 'Pourquoi ?')
    """
    stripped = text.rstrip()
    if stripped.endswith("...") or re.search(r"(?:\betc|\bcf|\b[A-ZÀ-Ý](?:\.-?[A-ZÀ-Ý])+)\.$", stripped):
        return stripped
    return re.sub(r"[\s.,;:]+$", "", stripped)


@cache
def people_nouns() -> frozenset[str]:
    """Nouns for what people do or are, in both genders, in small letters.

    >>> {"maire", "directrice"} <= people_nouns(), "pont" in people_nouns()
    (True, False)
    """
    entries = load_toml("understanding/roles.toml")["people"].lower().split()
    return frozenset(form for entry in entries for form in entry.split("/"))
