"""Questions on when something began or ends, how long it took, what came before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import de
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_surface import SUBJECT, affirmed, flat, named, question
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

BEGUN_RE = re.compile(
    r"^(?P<s>L[ea] [^,;:.()«»]{3,40}?|L’[^,;:.()«»]{3,40}?)(?: (?P<at>(?:au|à la|à l’|en) [^,;:.()«» ]+))?"
    r" a (?:démarré|commencé|débuté) "
    r"(?P<when>en (?:[^\W\d_]+ )?\d{4}) et a nécessité (?:l’utilisation (?:de |d’)|l’aide (?:de |d’))?(?P<means>(?:l’"
    r"|l[ea] |les )[^,;:.()«»]+)$"
)


def begun(ctx: Context, sid: int) -> Iterator[Draft]:
    """« La fouille de X a débuté en 1998 et a nécessité l’aide de Y » → « Quand … ? »"""
    match = BEGUN_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not affirmed(ctx, sid) or loose_words(match["means"]):
        return
    text = ", ".join(part for part in (match["when"], match["at"], f"avec {match['means']}") if part)
    yield Draft("moment", question("Quand", who, "a", "commencé"), (text,), 0.8, who.also)


EXISTS_RE = re.compile(
    r"\b(?P<s>l’[^\W\d_]+(?: [^\W\d_]+)?|l[ea] [^\W\d_]+(?: [^\W\d_]+)?), qui existe (?P<at>à [A-Z][\w’-]+) depuis "
    r"(?P<y>\d{4})$"
)
HOUSED_RE = re.compile(r"^(?P<p>Elle|Il) occupait depuis cette date,? (?P<what>une? [^,;:.()]+)$")


def exists(ctx: Context, sid: int) -> Iterator[Draft]:
    """« … l’école, qui existe à X depuis 1972. Elle occupait depuis cette date un hangar. » → « Depuis quand … ? »"""
    match = EXISTS_RE.search(flat(ctx, sid))
    who = named(ctx, sid, match["s"][:1].upper() + match["s"][1:]) if match is not None else None
    if match is None or who is None or not who.pronoun:
        return
    housed = HOUSED_RE.match(flat(ctx, sid + 1)) if sid + 1 < len(ctx.sentences) else None
    more = f" ; {who.pronoun.lower()} occupait {housed['what']}" if housed is not None else ""
    also = (*who.also, sid + 1) if housed is not None else who.also
    text = f"depuis {match['y']}, {match['at']}{more}"
    yield Draft("moment", question("Depuis quand", who, "existe"), (text,), 0.8, also)


CALLED_RE = re.compile(
    r"^(?P<s>La prochaine (?P<n>[^\W\d_]+)) (?:se produira|aura lieu) (?P<d>le \d[^,;:.()]+), celles-ci ayant été "
    r"(?P<done>[^\W\d_]+) sur "
    r"(?P<x>[^,;:.()]+?)(?: pour [^,;:.()]+)?$"
)


def set_on(ctx: Context, sid: int) -> Iterator[Draft]:
    """« La prochaine visite aura lieu le 3 mai 2031, celles-ci ayant été calées sur X » → « À quelle date … ? »"""
    match = CALLED_RE.match(flat(ctx, sid))
    if match is None or ctx.attributions(sid):
        return
    text = f"{match['d']} : les {match['n']}s sont {match['done']} sur {match['x']}"
    yield Draft("moment", f"À quelle date aura lieu la prochaine {match['n']} ?", (text,), 0.8)


BORN_RE = re.compile(
    r"^(?:En effet, )?[Uu]ne? (?P<new>nouvel|nouveau|nouvelle) (?P<n>[^\W\d_]+) a vu le jour (?P<when>en "
    r"(?:[^\W\d_]+ )?\d{4}), "
    r"(?P<gap>quelques (?:jours|semaines|mois)|peu) après (?P<the>l[ea] |l’)(?P<act>[^\W\d_]+) (?:de |d’)[^,;:.()]*?"
    r"(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+)+)$",
)


def new_born(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Un nouveau régime a vu le jour en 2011, quelques mois après la libération de X » → « De quand date … ? »"""
    match = BORN_RE.match(flat(ctx, sid))
    if match is None or not affirmed(ctx, sid) or not match["name"][0].isupper():
        return
    the = "la" if match["new"] == "nouvelle" else "le"
    be = "née" if the == "la" else "né"
    after = f"{match['the']}{match['act']} {de(match['name'])}"
    text = f"{'elle' if the == 'la' else 'il'} est {be} {match['when']}, {match['gap']} après {after}"
    yield Draft("moment", f"De quand date {the} {match['new']} {match['n']} ?", (text,), 0.75)


DELAY_RE = re.compile(
    rf"(?:^|, ){SUBJECT} (?:seront|sera) (?:ensuite |alors )?(?P<done>[^\W\d_]+) dans un délai compris entre "
    rf"(?P<a>\d+ [^\W\d_]+|une? [^\W\d_]+) et "
    r"(?P<b>\d+ [^\W\d_]+|une? [^\W\d_]+)(?P<after> après [^,;:.()]+)?(?= ?[:;,]|$)"
)


def delay(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Les colis seront livrés dans un délai compris entre 2 et 5 jours ».

    Asked: « Dans quel délai … ? »
    """
    match = DELAY_RE.search(flat(ctx, sid))
    if match is None or ctx.attributions(sid):
        return
    head = re.match(r"(?:[Cc]es|[Ll]es) (?P<n>[^\W\d_]+)", match["s"])
    who = named(ctx, sid, f"Les {head['n']}") if head is not None else None
    if who is None or who.number != "p":
        return
    gender = who.gender or ("m" if not match["done"].endswith("ées") else "f")
    after = match["after"] or ""
    text = f"au bout de {match['a']} au moins et {de(match['b'])} au plus{after}"
    them = "elles" if gender == "f" else "ils"
    yield Draft("moment", f"Dans quel délai {who.text} seront-{them} {match['done']} ?", (text,), 0.75)


FIRST_RE = re.compile(
    r"^Il devrait faire (?P<n>\d[\d,]* ?°? ?C?) à (?P<at>[A-Z][\w’-]+), une première (?P<for>pour|depuis) "
    r"(?P<x>[^,;:.()]+)$"
)


def first_time(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Il devrait faire 38°C à X, une première pour Y » → « Quelle température est attendue à X ? »"""
    match = FIRST_RE.match(flat(ctx, sid))
    if match is None:
        return
    text = f"il devrait y faire {match['n'].strip()}, du jamais-vu {match['for']} {match['x']}"
    yield Draft("moment", f"Quelle température est attendue à {match['at']} ?", (text,), 0.75)


SINCE_RE = re.compile(
    r"^Il s’agit (?:du|de la) (?P<first>premi(?:er|ère)) (?P<noun>[^\W\d_]+) [^\W\d_]+ par (?P<by>[A-Z][\w’-]*(?: "
    r"[A-Z][\w’-]*)*) depuis "
    r"la (?P<made>création|fondation|sortie|publication|ouverture) (?:de |d’)(?P<last>[A-Z][\w’-]*(?: "
    r"[A-Z][\w’-]*)*) en (?P<y>\d{4})$"
)


def since(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Il s’agit du premier projet lancé par X depuis la création de Y en 2006 ».

    Asked: « Quel était le précédent projet de X ? »
    """
    match = SINCE_RE.match(flat(ctx, sid))
    if match is None or not affirmed(ctx, sid):
        return
    feminine = match["first"] == "première"
    text = f"{match['last']}, dont la {match['made']} remonte à {match['y']}"
    one = "quelle était la précédente" if feminine else "quel était le précédent"
    asked = f"{one} {match['noun']} {de(match['by'])} ?"
    yield Draft("moment", asked, (text,), 0.75)


NEEDED_RE = re.compile(
    rf"^{SUBJECT} a nécessité (?P<time>[^\W\d_]+ (?:ans|années|mois|semaines)) de (?P<n>préparation|travail|recherche"
    rf"|construction|tournage)[^,;:.()]*? et a dû "
    r"(?P<inf>attendre) (?P<what>(?:l’|l[ea] )[^,;:.()]+?)(?: qui [^;:.]+)?$"
)


def needed(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X a nécessité cinq ans de préparation et a dû attendre Y » → « Combien de temps a demandé X ? »"""
    match = NEEDED_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not who.pronoun or not affirmed(ctx, sid) or loose_words(match["what"]):
        return
    text = f"sa {match['n']} a pris {match['time']}, et {who.text} a dû attendre {match['what']}"
    if match["n"] in {"travail", "tournage"}:
        text = text.replace("sa ", "le ", 1)
    yield Draft("moment", f"Combien de temps a demandé {who.text} ?", (text,), 0.8, who.also)


SENTENCE_MOMENTS = (begun, exists, set_on, new_born, delay, first_time, since, needed)
