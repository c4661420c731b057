"""Figures of size and distance: « 86 mètres de haut », « (point culminant à 71 m) », « à 20 km de Lyon »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.french import de, le, noun_gender
from seo_fr.model import Gender, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import clause_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import BARE_ARTICLES, STOPS, bare, told
from seo_fr.rewriting.places import (
    LEXICON,
    Found,
    Place,
    governor,
    left_phrase,
    lemma_of,
    named,
    previous,
    shared_subject,
    tense_of,
    words,
)

PLAIN = frozenset({"present", "past", "imperfect", "future"})
LINKS = frozenset({"de", "d'", "d’"})


def side(word: str) -> str:
    """The magnitude that « 86 mètres de haut », « à 40 m d’altitude » give: « hauteur », « altitude »; or "".

    >>> side("haut"), side("altitude"), side("sucre")
    ('hauteur', 'altitude', '')
    """
    return str(load_toml(LEXICON)["sides"].get(word.lower(), ""))


def the(ctx: Context, phrase: Sequence[Token]) -> str:
    """A noun phrase with the definite article: « un télescope du désert » → « le télescope du désert »; "" if unclear.

    « Ce pont » is « le pont » where the article spoke of it before.
    """
    first = phrase[0]
    low = first.text.lower()
    if low in {"ce", "cet", "cette", "ces"}:
        return told(ctx, phrase, known=True) or ""
    text = bare(ctx, phrase)
    if not text:
        return ""
    if low in {"les", "des"}:
        return f"les {text}"
    gender: Gender = "m" if low in {"un", "le"} else "f" if low in {"une", "la"} else ""
    noun = next((t for t in phrase if t.pos in {"NOUN", "PROPN"}), None)
    if not gender and noun is not None:
        gender = noun_gender(noun.text.lower(), tagged=noun.gender)
    if noun is not None and noun.pos == "PROPN" and low not in BARE_ARTICLES:
        return text
    return le(text, gender) or ""


def sided(ctx: Context, place: Place) -> Found | None:
    """« un télescope de 3,6 mètres de diamètre » → « diamètre du télescope »; « (point culminant à 71 m) »."""
    link = previous(ctx, place.first.i)
    if link is None or not place.figure.unit or link.text.lower() not in LINKS | {"à"}:
        return None
    last = previous(ctx, link.i)
    if last is None or last.pos not in {"NOUN", "ADJ", "PROPN", "VERB"}:
        return None
    if link.text.lower() == "à" and (top := bracketed(ctx, link)):
        return top
    if last.text.lower() in words("lofty") and link.text.lower() in LINKS:
        return lofty(ctx, place, last)
    high = place.tail[-1].text if len(place.tail) == 2 and place.tail[0].text.lower() == "de" else ""
    what = side(place.counted or high)
    phrase = left_phrase(ctx, last) if what else None
    if phrase is None or phrase[0].pos != "DET" or phrase[0].text.lower() in {"les", "des"}:
        return None  # « les tours de plus de 50 mètres de haut »: a kind of towers
    whose = the(ctx, phrase)
    return Found("side", lambda _c, _t: f"{what} {de(whose)}") if whose else None


def dimensioned(ctx: Context, place: Place) -> Found | None:
    """« La boîte mesure 93 mm x 156 mm x 22 mm » → « dimensions de la boîte », the value being the whole product."""
    product = product_of(ctx, place)
    if not product:
        return None
    verb = governor(ctx, place)
    subject = shared_subject(ctx, verb, lone=True) if verb is not None else None
    return Found("dimensions", lambda _c, _t: f"dimensions {de(subject)}", suffix=product) if subject else None


def product_of(ctx: Context, place: Place) -> str:
    """« x 156 mm x 22 mm » after a length; "" when it is not multiplied by others."""
    end = ctx.sentence(place.figure.sentence).end
    before = ctx.text[max(0, place.figure.start - 2) : place.figure.start]
    match = re.match(r"(?: ?[x×] ?\d[\d,]* ?(?:mm|cm|m)){1,2}(?![\w])", ctx.text[place.figure.end : end])
    return match[0] if match is not None and not re.search(r"[x×]", before) else ""


def lofty(ctx: Context, place: Place, word: Token) -> Found | None:
    """« Le fleuve est long de 230 km » → « longueur du fleuve »; « la tour, haute de 40 mètres, »."""
    before = previous(ctx, word.i)
    if before is None or place.counted or place.figure.unit not in words("length_units"):
        return None
    if before.text == ",":
        noun = previous(ctx, before.i)
        phrase = left_phrase(ctx, noun) if noun is not None and noun.pos in {"NOUN", "PROPN", "ADJ"} else None
        whose = the(ctx, phrase) if phrase is not None and phrase[0].pos == "DET" else ""
    else:
        clause = clause_of(ctx, word)
        fits = clause is not None and clause.copula is not None and not clause.negated and not clause.before
        whose = (named(ctx, clause, lone=True) or "") if fits and clause is not None else ""
    return Found("side", lambda _c, _t: f"{side(word.text)} {de(whose)}") if whose else None


def bracketed(ctx: Context, link: Token) -> Found | None:
    """« (point culminant à 71 m) » → « point culminant »."""
    every = ctx.analysis.tokens
    start = link.i
    while start > 0 and every[start - 1].sentence == link.sentence and every[start - 1].text not in STOPS:
        start -= 1
    if not start or every[start - 1].text != "(" or not 1 <= link.i - start <= 5:
        return None
    words_before = every[start : link.i]
    text = told(ctx, words_before)
    top = words_before[0].text.lower() in words("tops")
    return Found("side", lambda _c, _t: text) if text and top else None


def spread(_ctx: Context, place: Place) -> Found | None:
    """« plus de 10 millions de km² à surveiller » → « superficie à surveiller »."""
    unit = re.sub(r"^(?:millions?|milliards?) (?:de |d['’])", "", place.figure.unit)
    if unit not in words("area_units") or not place.tail or place.tail[0].text.lower() != "à":
        return None
    if len(place.tail) != 2 or place.tail[1].morph.get("VerbForm") != "Inf":
        return None
    return Found("area", lambda _c, t: f"superficie {t}")


def distant(ctx: Context, place: Place) -> Found | None:
    """« Brive, distante de 100 km » → « distance jusqu’à Brive »; « X se trouve à 20 km de Y » → « … entre X et Y »."""
    if place.counted or place.figure.unit not in words("length_units"):
        return None
    link = previous(ctx, place.first.i)
    word = previous(ctx, link.i) if link is not None else None
    if link is None or word is None:
        return None
    if link.text.lower() in LINKS and word.text.lower() in {"distant", "distante"}:
        return far(ctx, place, word)
    if link.text.lower() != "à" or not place.tail or place.tail[0].text.lower() not in LINKS | {"du", "des"}:
        return None
    verb = governor(ctx, place) if word.text == "," else word
    clause = clause_of(ctx, verb) if verb is not None else None
    if verb is None or clause is None or clause.negated or clause.before or tense_of(clause) not in PLAIN:
        return None
    if lemma_of(verb) not in words("lying") or clause.group[-1].i != verb.i:
        return None
    subject, away = (
        named(ctx, clause, lone=True),
        told(ctx, place.tail, own="notre" in ctx.span(place.tail), known=True),
    )
    other = re.sub(r"^(?:de |d['’])", "", re.sub(r"^du ", "le ", re.sub(r"^des ", "les ", away or "")))
    return Found("distance", lambda _c, _t: f"distance entre {subject} et {other}") if subject and other else None


def far(ctx: Context, place: Place, word: Token) -> Found | None:
    """« Brive, distante de 100 km » → « distance jusqu’à Brive »; with « de Figeac », « … entre Brive et Figeac »."""
    comma = previous(ctx, word.i)
    last = previous(ctx, comma.i) if comma is not None and comma.text == "," else comma
    phrase = left_phrase(ctx, last) if last is not None and last.pos in {"NOUN", "PROPN"} else None
    whose = the(ctx, phrase) if phrase is not None else ""
    if not whose:
        return None
    tail = told(ctx, place.tail)
    if place.tail and tail:
        other = re.sub(r"^(?:de |d['’])", "", tail)
        return Found("distance", lambda _c, _t: f"distance entre {whose} et {other}")
    return Found("distance", lambda _c, _t: f"distance jusqu’à {whose}")
