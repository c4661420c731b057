"""Questions on what changes or differs: « contre », « au lieu de », two dates, two groups."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import de
from seo_fr.french.conjugation import infinitive
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_shapes import lighter
from seo_fr.rewriting.question_surface import SUBJECT, affirmed, flat, named
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

SHARE_RE = re.compile(
    r"(?:^|[:;,] )(?P<n>\d[\d,]*) ?% des (?P<who>[^\W\d_]+(?: [^\W\d_]+)?) (?P<v>seront|sont|ont été) "
    r"(?P<done>[^\W\d_]+s), contre (?P<m>\d[\d,]*) ?% (?P<when>actuellement|auparavant|aujourd’hui|jusqu’ici|avant|"
    r"l’an dernier|l’année dernière|en \d{4})"
)
PASSES = {"seront": "passera", "sont": "passe", "ont été": "est passée"}


def share_changed(ctx: Context, sid: int) -> Iterator[Draft]:
    """« 88 % des repas seront facturés, contre 95 % actuellement » → « Qu’est-ce qui change pour les repas ? »"""
    match = SHARE_RE.search(flat(ctx, sid))
    if match is None or not affirmed(ctx, sid):
        return
    text = f"la part des {match['who']} {match['done']} {PASSES[match['v']]} de {match['m']} à {match['n']} %"
    before = f" en {match['when'][3:]}" if match["when"].startswith("en ") else ""
    change = {"seront": "va changer", "sont": "change", "ont été": "a changé"}[match["v"]]
    yield Draft("change", f"Qu’est-ce qui {change} pour les {match['who']} ?", (f"{text}{before}",), 0.85)


ESTIMATE_RE = re.compile(
    r"^(?P<who>(?:L[ea]s? |L’|[A-ZÉ])[^,;:«»]{2,70}?) (?:estime|évalue|chiffre)(?:nt)? à (?P<n>\d[\d ]*) "
    r"(?P<what>le nombre (?:de |d’)[^,;:.()]+?|le coût (?:de |du |des |d’)[^,;:.()]+?), contre (?P<m>\d[\d ]*) "
    r"(?P<when>(?:en|au mois d[e’]|à la fin|début|fin) ?[^,;:.()]+)$"
)


def estimate_changed(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X estime à 75 le nombre de Y, contre 45 en mai » → « Comment a évolué le nombre de Y ? »"""
    match = ESTIMATE_RE.match(flat(ctx, sid))
    if match is None or ctx.quotations(sid):
        return
    short = re.search(r"\((?P<a>[A-ZÉ]{2,})\)", match["who"])
    who = f"la {short['a']}" if short and match["who"].startswith("La ") else re.sub(r" \([^()]*\)", "", match["who"])
    who = who[:1].lower() + who[1:] if re.match(r"L[ea’]", who) else who
    n, m = match["n"].strip(), match["m"].strip()
    text = f"il est passé de {m} {match['when']} à {n}, selon les estimations {de(who)}"
    yield Draft("change", f"Comment a évolué {match['what']} ?", (text,), 0.85)


TWO_DATES_RE = re.compile(
    rf"^{SUBJECT} (?P<v>sortira|sortiront|paraîtra|paraîtront|ouvrira|ouvriront|débutera|arrivera) "
    r"(?P<p>(?:en|au|aux|à) [^,;:.()«»\d]+?),? (?P<d>le \d{1,2}(?:er)? [^\W\d_]+),? et,? (?P<q>(?:en|au|aux|à) "
    r"[^,;:.()«»\d]+?),? "
    r"(?P<e>le \d{1,2}(?:er)? [^\W\d_]+)$"
)


def two_dates(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X sortira en A le 28 juin et en B le 8 août ».

    Asked: « Quand sortira X ? » « Le 28 juin en A, puis le 8 août en B. »
    """
    match = TWO_DATES_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not affirmed(ctx, sid):
        return
    known = {"sortira": "est attendu", "sortiront": "sont attendu"}.get(match["v"], "")
    dates = f"{match['d']} {match['p']}, {match['e']} {match['q']}"
    be = f"{known}{'e' if who.gender == 'f' else ''}{'s' if who.number == 'p' else ''}" if known and who.gender else ""
    answers = (f"{who.pronoun} {be} {dates}",) if be else (dates,)
    yield Draft("calendar", f"Quand {match['v']} {who.text} ?", answers, 0.9, who.also)


GROUPS_RE = re.compile(
    r"^(?P<a>\d+) (?P<noun>[^\W\d_]+s) ont été (?P<done>[^\W\d_]+s) de (?P<x>[^\W\d_]+ [^\W\d_]+), (?P<b>\d+) autres "
    r"ont vu (?:leur|leurs) [^\W\d_]+ [^\W\d_]+ de (?P<y>\w+ [^\W\d_]+) et les (?P<c>\d+) dernières de (?P<z>[\w ]+)$"
)


def groups(ctx: Context, sid: int) -> Iterator[Draft]:
    """« 4 hôtels ont été déclassés de deux rangs, 9 autres … et les 3 derniers de 1 » → one answer."""
    match = GROUPS_RE.match(flat(ctx, sid))
    if match is None or not affirmed(ctx, sid):
        return
    text = (
        f"la baisse est de {match['x']} pour {match['a']} {match['noun']}, de {match['y']} pour {match['b']} autres, "
        f"de {match['z']} pour les {match['c']} restantes"
    )
    yield Draft("shares", f"De combien les {match['noun']} ont-elles été {match['done']} ?", (text,), 0.85)


def unlike(ctx: Context, sid: int) -> Iterator[Draft]:
    """« contrairement à X qui se brise, Y amortisse sa chute … » → « Quelle est la différence entre Y et X ? »"""
    text = flat(ctx, sid)
    match = re.search(
        r"\bcontrairement (?P<to>à l’|à la |au |à )(?P<other>[^,;:.()]{2,40}?) qui (?P<does>[^,;:.()]+), "
        r"(?P<one>(?:la |le |l’)[^,;:.()]{2,40}?) (?=[^\W\d_]+ (?:sa|son|ses|l[ea]s?|un|une|en|dans|sur) )",
        text,
    )
    if match is None or ctx.attributions(sid) or ctx.quotations(sid):
        return
    other = {"au ": "le ", "à la ": "la ", "à l’": "l’", "à ": ""}[match["to"]] + match["other"]
    after = text[match.end() :]
    landing = re.match(
        r"(?P<v>[^\W\d_]+) (?P<obj>(?:sa|son) [^\W\d_]+) avec (?P<means>[^,;:.()]+?) avant de (?P<inf>(?:se "
        r")?[^\W\d_]+er) "
        r"(?P<where>[^,;.()]+)",
        after,
    )
    if landing is None or loose_words(match["one"]):
        return
    verb = infinitive(landing["v"]) or (f"{landing['v'].removesuffix('e')}ir" if landing["v"].endswith("sse") else "")
    verb = re.sub(r"ss?ir$", "ir", verb) if landing["v"].endswith("isse") else verb
    if not verb:
        return
    does = lighter(re.sub(r"\bse (\w+)", r"se \1", match["does"])).replace("lors de son retour", "à son retour")
    said = (
        f"{other} {does}",
        f"{match['one']} doit, avec {landing['means']}, {verb} {landing['obj']}, puis {landing['inf']} "
        f"{landing['where']}",
    )
    yield Draft(
        "change",
        f"Quelle est la différence entre {match['one']} et {other} ?",
        (said[0],),
        0.85,
        (),
        ((said[1], (sid,)),),
    )


SENTENCE_CHANGES = (share_changed, estimate_changed, two_dates, groups, unlike)
