"""Figures by the noun, the bracket or the adjective next to them: « une taxe de 3 % », « un recul (8 %) »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.french import de, le
from seo_fr.french.conjugation import past_participle
from seo_fr.model import Gender, Number, Token
from seo_fr.rewriting.clauses import clause_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import STOPS, bare, tail, told
from seo_fr.rewriting.nominal import action_nouns
from seo_fr.rewriting.places import (
    Found,
    Frame,
    Place,
    agreed,
    compared,
    governor,
    joint,
    left_phrase,
    lemma_of,
    named,
    previous,
    with_tail,
    words,
)


def in_brackets(ctx: Context, place: Place) -> Found | None:
    """« un recul des récoltes (8 % de moins dans le Sud) », « en 1970 (900 élèves) »."""
    mark = previous(ctx, place.first.i)
    if mark is None or mark.text != "(" or (place.stop is not None and place.stop.text not in {")", "et", ",", ";"}):
        return None
    noun = previous(ctx, mark.i)
    if noun is None:
        return None
    date = next((d for d in ctx.dates(noun.sentence) if d.start <= noun.start < d.end), None)
    if date is not None:
        if not place.counted or not date.absolute:
            return None
        when = f"en {date.iso}" if re.fullmatch(r"\d{4}", date.text) else ""
        return Found("bracket.date", lambda c, _t: f"{c} {when}") if when else None
    phrase = left_phrase(ctx, noun)
    if phrase is None:
        return None
    label = bare(ctx, phrase)
    if not label or len(label.split()) < 2 or place.counted or not place.figure.unit:
        return None
    if place.figure.unit in words("area_units"):
        return area(ctx, noun)
    if not any(t.pos == "NOUN" and len(t.text) > 2 for t in phrase):
        return None
    return Found("bracket", lambda _c, t: with_tail(label, t))


def area(ctx: Context, last: Token) -> Found | None:
    """« X est la troisième île du pays (85 km2) » → « superficie de X »."""
    name = described(ctx, last)
    return Found("area", lambda _c, _t: f"superficie {de(name)}") if name else None


def described(ctx: Context, last: Token) -> str:
    """The subject of the « est » whose predicate ends on a word; "" when it cannot be named."""
    current = last
    for _ in range(4):
        clause = clause_of(ctx, current)
        if clause is not None and clause.copula is not None and not clause.negated:
            return named(ctx, clause) or ""
        current = ctx.head(current)
    tokens = ctx.tokens(last.sentence)
    mention = next((m for m in ctx.mentions(last.sentence) if m.start == tokens[0].start), None)
    verb = next((t for t in tokens if mention is not None and t.start >= mention.end), None)
    if mention is None or verb is None or verb.text.lower() != "est" or verb.i > last.i:
        return ""
    return ctx.analysis.entities[mention.entity].name


def of_noun(ctx: Context, place: Place) -> Found | None:
    """« une taxe de 3 % sur les dividendes », « la suppression de 300 postes », « un relèvement à 40 % des droits »."""
    link = previous(ctx, place.first.i)
    if link is None or link.text.lower() not in {"de", "d'", "d’", "à"}:
        return None
    last = previous(ctx, link.i)
    if last is None or last.pos not in {"NOUN", "ADJ", "PROPN"} or last.text.lower() in STOPS:
        return None
    phrase = left_phrase(ctx, last)
    if phrase is None:
        return None
    head = next(t for t in phrase if t.pos in {"NOUN", "PROPN"})
    if link.text.lower() == "à":
        return changing(ctx, place, phrase)
    lemma = head.lemma.lower()
    if lemma in words("hollow") or head.text.lower() in words("hollow") or phrase[-1].ent in {"PER"}:
        return None
    label = bare(ctx, phrase)
    if not label or (place.figure.unit.split(" ")[-1] in words("time_units") and lemma not in words("spans")):
        return None
    if any(row["noun"] == lemma for row in action_nouns().values()) and place.counted and "%" not in place.figure.unit:
        return undergone(ctx, place, phrase, label)
    if place.counted and "%" not in place.figure.unit and not place.figure.unit:
        return None
    qualified = len(phrase) > 2 or (len(phrase) == 2 and phrase[0].pos != "DET")
    owner = owner_of(ctx, phrase) if lemma in words("amounts") else ""
    if owner:
        return Found("amount", lambda _c, t: with_tail(f"{label} {owner}", t))
    following = place.tail
    share = "%" in place.figure.unit and bool(place.counted)
    done = participle_of(ctx, place, head, phrase)
    if done is None or not (qualified or following or share or done or compared(ctx, place)):
        return None
    described = any(t.pos == "ADJ" for t in phrase)
    if lemma in words("amounts") and not described and not following:
        return None
    part = f"{joint(ctx, place)}{place.counted}" if share else ""

    def frame(name: str) -> Frame:
        return lambda _c, t: with_tail(" ".join(p for p in (name, part, done) if p), t)

    match = re.match(r"(?:création|instauration|mise en place|versement|octroi) d['’]une? (\w.*)$", label)
    return Found("noun", frame(label), shorter=(frame(match[1]),) if match else ())


def participle_of(ctx: Context, place: Place, head: Token, phrase: Sequence[Token]) -> str | None:
    """« prévue par le gouvernement », « infligée au club »: what is done with it; "" if nothing, None if unclear."""
    verb = ctx.head(head)
    if verb.pos != "VERB" or (clause := clause_of(ctx, verb)) is None:
        return ""
    unreal = lemma_of(verb) in words("unreal")
    if head.dep == "nsubj:pass" and clause.passive and verb.i > place.first.i:
        after, _ = tail(ctx, verb.i + 1)
        text = told(ctx, after)
        plain = clause.tense in {"present", "past", "imperfect"} and not clause.negated and not clause.before
        return f"{verb.text} {text}".strip() if plain and text is not None else None
    if head.dep != "obj":
        return ""
    if lemma_of(verb) in words("states") or any(c.dep.startswith("expl") for c in ctx.children(verb)):
        return ""
    number: Number = "s" if phrase[0].text.lower() in {"un", "une", "le", "la", "l'", "l’"} else ""
    done = agreed(ctx, verb, head, number)
    subject = named(ctx, clause, lone=True)
    if clause.tense in {"present", "past", "imperfect", "pluperfect"} and subject and done:
        return f"{done} par {subject}"
    return None if unreal or clause.tense not in {"present", "past", "imperfect"} else ""


def owner_of(ctx: Context, phrase: Sequence[Token]) -> str:
    """« une particule possédant une masse de », « une taxe d’un montant de »: « de la particule », « de la taxe »."""
    opener = phrase[0]
    if opener.text.lower() not in {"un", "une"} or (link := previous(ctx, opener.i)) is None:
        return ""
    if link.text.lower() not in {"d'", "d’", "possédant", "ayant"} or (noun := previous(ctx, link.i)) is None:
        return ""
    whole = left_phrase(ctx, noun)
    if whole is None or whole[0].text.lower() not in {"un", "une", "le", "la"}:
        return ""
    gender: Gender = "f" if whole[0].text.lower() in {"une", "la"} else "m"
    text = bare(ctx, whole)
    article = le(text, gender) if text else None
    return de(article) if article else ""


def changing(ctx: Context, place: Place, phrase: Sequence[Token]) -> Found | None:
    """« le relèvement à 40 % des cotisations », « l’engagement de retour du déficit à 4,5 % du PIB »."""
    at = next((k for k, t in enumerate(phrase) if t.lemma.lower() in words("changes")), None)
    if at is None or "%" not in place.figure.unit:
        return None
    if any(t.pos == "NOUN" for t in phrase[:at]) and not any(t.lemma.lower() in words("intents") for t in phrase[:at]):
        return None
    label = bare(ctx, phrase, own=False)
    if label is None and any(t.lemma.lower() in words("intents") for t in phrase[:at]):
        start = next(k for k, t in enumerate(phrase) if t.lemma.lower() in words("intents"))
        label = bare(ctx, phrase[start:])
    if not label:
        return None
    if len(phrase) - at > 1:  # « le retour du déficit à 4,5 % du PIB »: the unit is « % du PIB »
        return Found("change", lambda _c, t: with_tail(label, t), whole=True)
    part = f" {joint(ctx, place)}{place.counted}" if place.counted else ""
    return Found("change", lambda _c, t: with_tail(f"{label}{part}", t))


def undergone(ctx: Context, place: Place, phrase: Sequence[Token], label: str) -> Found | None:
    """« après la suppression de 3 000 emplois en France »: « suppression », and where."""
    before = previous(ctx, phrase[0].i)
    if before is not None and before.text.lower() == "représentant":
        return None  # by what, no label can say briefly
    if not place.tail or not real(ctx, phrase):
        return None
    return Found("undergone", lambda _c, t: with_tail(label, t), whole=True)


def participle_last(text: str) -> str:
    """« la fermeture annoncée de l’usine d’ici à 2014 » → « la fermeture de l’usine annoncée d’ici à 2014 ».

    >>> participle_last("la fermeture annoncée de l’usine de Rennes d’ici à 2014")
    'la fermeture de l’usine de Rennes annoncée d’ici à 2014'
    """
    match = re.match(r"(\w+ \w+) (\w+[éiu]e?s?) (d(?:e|u|es|['’]).*?)(?= d['’]ici| en \d| pour \d|$)(.*)$", text)
    return f"{match[1]} {match[3]} {match[2]}{match[4]}" if match else text


def gender_shown(phrase: Sequence[Token]) -> Gender:
    """Gender that the article shows."""
    shown: dict[str, Gender] = {"la": "f", "une": "f", "le": "m", "un": "m"}
    return shown.get(phrase[0].text.lower(), "")


def real(ctx: Context, phrase: Sequence[Token]) -> bool:
    """Whether the noun phrase tells something that is, or is decided: not the object of « demander », « espérer »."""
    head = next(t for t in phrase if t.pos in {"NOUN", "PROPN"})
    verb = ctx.head(head)
    return lemma_of(verb) not in words("unreal")


def in_count(ctx: Context, place: Place) -> Found | None:
    """« quatorze fortins construits par l’armée », « les neuf moteurs du premier étage »: a count that is complete."""
    if not place.counted or place.figure.unit.startswith("%"):
        return None
    verb = governor(ctx, place)
    if verb is not None and (lemma_of(verb) in words("unreal") or verb.morph.get("VerbForm") == "Inf"):
        return None
    first = place.tail[0] if place.tail else None
    if first is not None and first.morph.get("VerbForm") == "Part" and first.morph.get("Tense") != "Pres":
        return Found("count", lambda c, t: f"{c} {t}")
    before = previous(ctx, place.first.i)
    whole = before is not None and before.text.lower() in {"des", "les"}
    if whole and len(place.counted.split()) >= 4 and re.search(r"\b(?:de|du|des|d['’])\b", place.counted):
        return Found("count", lambda c, _t: c)
    return None


def part_of(ctx: Context, place: Place, last: tuple[Place, Found] | None) -> Found | None:
    """« …, dont 40 % de subvention », « dont 21 nouvelles »: a part of the figure before."""
    link = previous(ctx, place.first.i)
    if link is None or link.text.lower() != "dont" or last is None:
        return None
    before, found = last
    every = ctx.analysis.tokens
    done = every[place.after] if place.after < len(every) else None
    if not place.counted and done is not None and done.morph.get("VerbForm") == "Part" and found.base:
        brought = past_participle(lemma_of(done), gender="f", number="s")
        by, _ = tail(ctx, done.i + 1)
        text = told(ctx, by)
        if brought and text and text.startswith("par "):
            unit = re.search(r" d['’](?:euros|dollars)$| de francs$", before.figure.unit)
            suffix = unit[0] if unit is not None and place.figure.unit.startswith("milli") else ""
            return Found(
                "share",
                lambda _c, t: f"part {brought} {t if t.startswith('par ') else text}",
                end=by[-1].i + 1,
                suffix=suffix,
            )
    if "%" in place.figure.unit and place.counted and found.base:
        return Found("part", lambda c, t: with_tail(c, t) + f" (part {de(found.base)})")
    counted = before.counted or found.counted
    following = place.tail
    if not place.counted and counted and following and following[0].pos == "ADJ" and following[0].number != "s":
        kind = following[0].text
        short = f"{counted} {kind} (sur {before.figure.number})"
        return Found("part", lambda _c, t: f"{counted} {t}", shorter=(lambda _c, _t: short,))
    return None
