"""Questions that an enumeration of the source answers, its members kept whole and in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from seo_fr.french import de, elide, enumerate_fr
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_shapes import INFINITIVE
from seo_fr.rewriting.question_surface import SUBJECT, affirmed, flat, named, question
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.speakers import lower_article
from seo_fr.rewriting.stretches import loose_words

NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8}
COUNTED_RE = re.compile(
    rf"^{SUBJECT} (?:comporte|compte|comprend|réunit|regroupe) (?P<n>{'|'.join(NUMBERS)}) (?P<noun>[^\W\d_]+[sx]) : "
    r"(?P<first>[^,;:()]+) \((?P<most>l[ea] plus [^\W\d_]+)\), (?P<rest>[^;:()]+ et [^,;:()]+)$"
)


def members(ctx: Context, sid: int) -> Iterator[Draft]:
    """« L’île compte trois villes : A (la plus peuplée), B et C » → « Quelles sont les trois villes de l’île ? »"""
    match = COUNTED_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not affirmed(ctx, sid):
        return
    count = NUMBERS[match["n"]]
    if len(re.split(r", | et ", match["rest"])) != count - 1:
        return
    which = "Quelles" if "la plus" in match["most"] else "Quels"
    # never « les trois autres »: a number that the source does not hold
    text = f"{match['first']} est {match['most']} ; les autres sont {match['rest']}"
    yield Draft("kinds", f"{which} sont les {match['n']} {match['noun']} {de(who.text)} ?", (text,), 0.75)


AT_RE = re.compile(r"(?P<n>\d+) (?P<at>à|en|au|aux) (?P<x>[A-ZÉ][\w’-]+(?: [A-ZÉ][\w’-]+)*)")
PLACES_RE = re.compile(
    r"(?P<what>(?:l’existence (?:de |d’)|un total (?:de |d’)|)(?P<n>\d+) (?P<noun>[^\W\d_]+s(?: de [^\W\d_]+)?)) : "
    r"(?P<list>\d+ (?:à|en|au|aux) [A-Z][^;:()]+)$"
)


COUNTER_RE = re.compile(r"^(?P<by>[A-Z][\w’-]*(?: [A-Z][\w’-]*)*) a (?:relevé|recensé|compté|dénombré|identifié)e?s?\b")


def per_place(ctx: Context, sid: int) -> Iterator[Draft]:
    """« 9 écoles : 5 à A, 2 à B et 2 à C » → « Où se trouvent les 9 écoles ? » « A en compte 5, B et C 2 chacune. »"""
    match = PLACES_RE.search(flat(ctx, sid))
    if match is None or ctx.quotations(sid):
        return
    found = [(m["x"], int(m["n"])) for m in AT_RE.finditer(match["list"])]
    if len(found) < 3 or sum(n for _, n in found) != int(match["n"]) or match["list"].count(" et ") != 1:
        return
    parts: list[str] = []
    for n, group in groupby(found, key=lambda pair: pair[1]):
        names = [name for name, _ in group]
        each = " chacune" if len(names) > 1 else ""
        have = " en comptent" if len(names) > 1 else " en compte"
        parts.append(f"{enumerate_fr(names)}{have if not parts else ','} {n}{each}")
    by = COUNTER_RE.match(flat(ctx, sid))
    told = f"selon {lower_article(by['by'])}, " if by is not None else ""
    yield Draft("shares", f"Où se trouvent les {match['n']} {match['noun']} ?", (f"{told}{' ; '.join(parts)}",), 0.8)


SEEN_RE = re.compile(
    rf"^{SUBJECT} (?P<v>a|ont) déjà été (?P<done>vue?s?|montrée?s?|présentée?s?|jouée?s?|exposée?s?) dans les villes "
    rf"de "
    r"(?P<list>[A-Z][^;:()«»]+?) avant (?P<last>son|leur) (?:arrêt|passage|arrivée|étape) à (?P<at>[A-Z][\w’-]+)"
)


def seen_in(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le ballet a déjà été montré dans les villes de A, B et C avant son passage à D ».

    Asked: « Où … a-t-elle déjà été vue ? »
    """
    match = SEEN_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not affirmed(ctx, sid):
        return
    them = "les" if who.number == "p" else "l’"
    ending = ("e" if who.gender == "f" else "") + ("s" if who.number == "p" else "")
    have = f"{them} ont" if them == "les" else f"{them}ont"
    text = f"{match['list']} {have} accueilli{ending}, avant {match['at']}"
    asked = question("Où", who, match["v"], f"déjà été {match['done']}")
    yield Draft("where", asked, (text,), 0.75, who.also)


THEMES_RE = re.compile(
    r"\b(?P<n>\d|deux|trois|quatre|cinq|six) (?P<noun>thématiques|thèmes|axes|volets|domaines|priorités|étapes"
    r"|catégories)$"
)
IT_IS_RE = re.compile(
    r"^Il s’agit (?P<list>(?:de |du |des |de la |de l’|d’)[^;:()«»]+ et (?:de |du |des |de la |de l’|d’)[^,;:()«»]+)$"
)


def themes(ctx: Context, sid: int) -> Iterator[Draft]:
    """« … quatre axes. Il s’agit de l’eau, de l’air et du bruit. » → « Quels sont les quatre axes ? »"""
    match = IT_IS_RE.match(flat(ctx, sid))
    told = THEMES_RE.search(flat(ctx, sid - 1)) if sid > 0 and match is not None else None
    if match is None or told is None or not affirmed(ctx, sid):
        return
    items = [bare(x) for x in re.split(r", | et ", match["list"])]
    digits = {"2": "deux", "3": "trois", "4": "quatre", "5": "cinq", "6": "six"}
    word = digits.get(told["n"], told["n"])
    if len(items) != NUMBERS.get(word) or any(loose_words(x) for x in items):
        return
    which = "Quelles" if told["noun"] in {"thématiques", "priorités", "étapes", "catégories"} else "Quels"
    asked = f"{which} sont les {word} {told['noun']} ?"
    yield Draft("kinds", asked, (f"ce sont {enumerate_fr(items)}",), 0.8, (sid - 1,))


def bare(phrase: str) -> str:
    """« des règles » → « les règles », « de l’eau » → « l’eau ».

    >>> bare("du bruit"), bare("des règles"), bare("de l’eau"), bare("d’un pont")
    ('le bruit', 'les règles', 'l’eau', 'un pont')
    """
    for old, new in (("des ", "les "), ("du ", "le "), ("de ", ""), ("d’", "")):
        if phrase.startswith(old):
            return new + phrase[len(old) :]
    return phrase


BEARS_RE = re.compile(
    rf"^{SUBJECT} (?P<v>porteront|portent|porte|portera) (?:essentiellement |surtout |principalement |notamment "
    rf")?sur (?:ces|les) "
    r"(?:points|sujets|axes|chantiers)(?: suivants)? :$"
)
ENGAGED_RE = re.compile(
    rf"^(?:(?P<front>Pour [^,]+|En [^\W\d_]+ant [^,]+), )?{SUBJECT} "
    r"(?P<v>s’engagent|s’engage|travailleront ensemble|travaillent ensemble) à :$"
)


def items_of(ctx: Context, sid: int) -> list[tuple[int, str]]:
    """The items of the list that a sentence announces, with their ids; none where one of them goes on."""
    out: list[tuple[int, str]] = []
    for sentence in ctx.sentences[sid + 1 :]:
        if ctx.source_kind(sentence.id) != "item":
            break
        text = sentence.text.replace("'", "’")
        if out and ctx.sentence(out[-1][0]).block == sentence.block:
            continue  # a second sentence of an item
        out.append((sentence.id, re.sub(r"\s*[;.,]\s*$", "", " ".join(text.split()))))
    return out


TAIL_RE = re.compile(
    r",? (?:et permettre |pour |afin d|au cours d|dans le cadre d|à destination d|sur des sujets qu|comme l|avec "
    r"|dans le domaine )"
)
"""What an item says beyond its fact."""


LONG_ITEM = 9
"""Words over which an item is told without its last complement."""


def infinitives(items: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The items that are infinitives, without what they add; the verb of the one before is not said again."""
    out: list[tuple[int, str]] = []
    for sid, item in items:
        text = TAIL_RE.split(item)[0]
        if len(text.split()) > LONG_ITEM:
            text = re.split(r" (?:sur|dans|entre|selon) (?:l[ea]s? |l’)", text)[0]
        if re.match(rf"{INFINITIVE}\b", text) and not loose_words(re.sub(r"\bleurs?\b", "", text)):
            out.append((sid, text))
    return out


def bears_on(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Les travaux porteront sur ces points : » and its items → « Sur quoi porteront les travaux ? »"""
    match = BEARS_RE.match(ctx.sentence(sid).text.replace("'", "’").strip())
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None:
        return
    told = infinitives(items_of(ctx, sid))
    if len(told) < 2 or len(told) < len(items_of(ctx, sid)):
        return
    be = {"porteront": "il s’agira", "portera": "il s’agira"}.get(match["v"], "il s’agit")
    told_, then = in_two(be, told)
    yield Draft("kinds", f"Sur quoi {match['v']} {who.text} ?", (told_,), 0.8, tuple(i for i, _ in told), then)


LONG = 26
"""Words of one sentence."""


def in_two(be: str, items: list[tuple[int, str]]) -> tuple[str, tuple[tuple[str, tuple[int, ...]], ...]]:
    """« Il s’agit de A et de B », in two sentences where the list is long; one verb that all share is said once."""
    first = items[0][1].split()[0]
    if all(x.startswith(f"{first} ") for _, x in items):
        return f"{be} {elide('de', first)} {enumerate_fr([x.split(maxsplit=1)[1] for _, x in items])}", ()
    whole = [elide("de", x) for _, x in items]
    if len(f"{be} {enumerate_fr(whole)}".split()) <= LONG or len(items) < 4:
        return f"{be} {enumerate_fr(whole)}", ()
    half = len(whole) // 2
    again = {"il s’agira": "il faudra aussi", "il s’agit": "il faut aussi"}[be]
    rest = f"{again} {enumerate_fr([x for _, x in items[half:]])}"
    return f"{be} {enumerate_fr(whole[:half])}", ((rest, tuple(i for i, _ in items[half:])),)


def engaged(ctx: Context, sid: int) -> Iterator[Draft]:
    """« A et B s’engagent à : » and its items → « À quoi s’engagent A et B ? »"""
    match = ENGAGED_RE.match(ctx.sentence(sid).text.replace("'", "’").strip())
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None:
        return
    told = infinitives(items_of(ctx, sid))
    if len(told) < 2 or len(told) < len(items_of(ctx, sid)):
        return
    be = "il s’agira" if "ront" in match["v"] else "il s’agit"
    text, then = in_two(be, told)
    yield Draft("kinds", f"À quoi {match['v']} {who.text} ?", (text,), 0.8, (*who.also, *(i for i, _ in told)), then)


SENTENCE_LISTS = (members, per_place, seen_in, themes, bears_on, engaged)
