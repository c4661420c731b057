"""Questions on stands: who backs whom, what is ready but waits, what the polls say, how it is free to use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import conjugate, de, noun_gender, que
from seo_fr.french.conjugation import infinitive
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_surface import SUBJECT, flat, named, question
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

BACKS_RE = re.compile(
    r"^(?P<s>(?:L[ea] |L’)[^,;:]+?, [A-Z][\w’-]+(?: [A-Z][\w’-]+)+|[A-Z][\w’-]+(?: [A-Z][\w’-]+)+),? "
    r"(?:apport(?:e|ait)|a apporté) son soutient? à (?P<to>[A-Z][\w.’-]*(?: [A-Z][\w’-]+)*)(?: ce matin| hier| "
    r"dimanche)?(?P<on> sur [A-Z][^,;:.]*)?"
)


def backs(ctx: Context, sid: int) -> Iterator[Draft]:
    """« La ministre, Anne Dupré, apportait son soutien à X sur Radio 5 » → « Qui soutient X ? »"""
    match = BACKS_RE.match(flat(ctx, sid))
    if match is None:
        return
    last = match["to"].split()[-1]
    people = [e for e in ctx.analysis.entities if e.label == "PER" and "." not in e.name]
    to = next((e.name for e in people if match["to"] in {e.name, *e.aliases} or e.name.endswith(f" {last}")), "")
    if not to:
        return
    role, _, name = match["s"].partition(", ")
    who = f"{name}, {re.sub(r'^(?:L[ea] |L’)', '', role)}{',' if match['on'] else ''}" if name else match["s"]
    text = f"le soutien est venu {de(who)}{match['on'] or ''}"
    yield Draft("backing", f"Qui soutient {to} ?", (text,), 0.75)


IS_RE = re.compile(
    rf"(?:^|; ){SUBJECT} (?:pense|estime|juge|considère)(?:nt)? qu(?:’il s’agit (?:de |d’)|e (?P<x>[^«»,;:]+?) est "
    rf"(?:une? )?)(?P<q>« [^«»]{{3,45}} »)$"
)


def calls(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X pense qu’il s’agit de « propos isolés » » → « Comment X réagit-il ? » « Il parle de « propos isolés ». »"""
    match = IS_RE.search(flat(ctx, sid))
    who = named(ctx, sid, match["s"][:1].upper() + match["s"][1:]) if match is not None else None
    if match is None or who is None or not who.pronoun:
        return
    if match["x"]:
        verb = "qualifient" if who.number == "p" else "qualifie"
        asked = question("Comment", who, verb, match["x"])
        told = f"{who.pronoun} parle{'nt' if who.number == 'p' else ''} d’une {match['q']}"
    else:
        asked = question("Comment", who, "réagissent" if who.number == "p" else "réagit")
        judge = "jugent" if who.number == "p" else "estime"
        told = f"il s’agit de {match['q']}, {judge} {who.text}"
    yield Draft("view", asked, (told,), 0.75, who.also)


READY_RE = re.compile(
    rf"^{SUBJECT} est prête? à (?P<inf>[^\W\d_]+(?:er|ir|re) [^,;:.()«»]+?), mais attend (?P<what>le feu vert"
    rf"|l’accord|l’aval|l’autorisation) "
    r"(?P<of>du |de la |de l’|des )(?P<a>[^,;:.()«»]+?)(?: et (?P<b>(?:du |de la |de l’|des |de )[^,;:.()«»]+))?$"
)


def ready(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X est prête à agir, mais attend le feu vert de A et de B ».

    Asked: « X est-elle prête à agir ? » « Oui, une fois … »
    """
    match = READY_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or loose_words(match["inf"]):
        return
    other = f" comme {match['b']}" if match["b"] else ""
    text = f"oui, une fois obtenu {match['what']} {match['of']}{match['a']}{other}"
    yield Draft(
        "whether",
        question("", who, "est", f"{'prête' if who.gender == 'f' else 'prêt'} à {match['inf']}"),
        (text,),
        0.85,
        who.also,
    )


POLLS_RE = re.compile(
    r"^Sur les (?P<n>[^\W\d_]+|\d+) (?:dernières |derniers )?(?P<what>enquêtes|sondages)(?: publiée?s)? sur "
    r"(?P<x>[^,]+), (?P<m>[^\W\d_]+|\d+) donnent "
    r"une avance à (?P<who>[A-Z][^,;:]+?)(?=,|$)"
)


def polls(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Sur les neuf enquêtes publiées sur X, huit donnent une avance à Y » → « Que disent les enquêtes sur X ? »"""
    match = POLLS_RE.match(flat(ctx, sid))
    if match is None or ctx.quotations(sid):
        return
    name = next((e.name for e in ctx.analysis.entities if match["who"] in {e.name, *e.aliases}), match["who"])
    text = f"{name} est en tête dans {match['m']} {match['what']} sur {match['n']}"
    yield Draft("view", f"Que disent les {match['what']} sur {match['x']} ?", (text,), 0.85)


LICENCE_RE = re.compile(
    rf"^{SUBJECT} (?P<v>seront|sont) (?:disponibles|publiée?s|diffusée?s) sous (?P<l>licences? libres?), tout le "
    rf"monde (?:pourra|peut) (?:donc )?les (?P<do>réutiliser|modifier|copier)$"
)


def free(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Ces cartes seront publiées sous licence libre, tout le monde pourra donc les copier ».

    Asked: « Qui pourra … ? »
    """
    match = LICENCE_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not who.pronoun:
        return
    can = "pourra" if match["v"] == "seront" else "peut"
    text = (
        f"tout le monde, puisque leur diffusion {'se fera' if match['v'] == 'seront' else 'se fait'} sous {match['l']}"
    )
    yield Draft("view", f"Qui {can} {match['do']} {who.text} ?", (text,), 0.8, who.also)


AGAIN_RE = re.compile(
    rf"^(?:Cette année,? )?{SUBJECT} (?P<v>est|sont) mise?s? à l’honneur, comme (?:cela|ce) (?:avait|a) déjà été "
    rf"le cas (?P<when>en \d{{4}})$"
)


def again(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X est mise à l’honneur, comme cela a déjà été le cas en 1998 ».

    Asked: « Est-ce la première fois … ? »
    """
    match = AGAIN_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None:
        return
    text = f"non, {who.text} avait reçu le même honneur {match['when']}"
    yield Draft("whether", f"Est-ce la première fois que {who.text} est à l’honneur ?", (text,), 0.75, who.also)


REDUCED_RE = re.compile(
    r"(?P<s>[A-ZÉ][\w’-]+(?: [A-ZÉ][\w’-]+)+) avait promis d’engager « la (?P<n>réduction|hausse|baisse) de "
    r"(?P<what>la part (?:du |de la |de l’|des )[^«»]+?) "
    r"(?P<in>dans [^«»]+?) de (?P<a>\d[\d,]*) ?% à (?P<b>\d[\d,]*) ?% (?P<when>à l’horizon \d{4}|d’ici \d{4}|en "
    r"\d{4}) »"
)


def reduced(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X avait promis d’engager « la réduction de la part de A dans B de 75 % à 50 % à l’horizon 2025 » ».

    Asked: « Que … ? »
    """
    match = REDUCED_RE.search(flat(ctx, sid))
    if match is None:
        return
    change = f"de {match['a']} à {match['b']} % {match['in']}"
    text = f"sa promesse était de faire passer {match['what']}, {match['when']}, {change}"
    yield Draft("asked", f"Qu’avait promis {match['s']} sur {match['what']} ?", (text,), 0.8)


FOR_RE = re.compile(
    r"^(?:Selon|Pour|D’après) (?P<who>(?:plusieurs|des|les|certains|certaines) [^\W\d_]+s(?: [^\W\d_]+s)?), "
    r"(?P<s>cet(?:te)? [^\W\d_]+|ce [^\W\d_]+) (?P<v>[^\W\d_]+) (?P<rest>[^,;:.()«»]+)$"
)


def say(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Selon plusieurs associations, cette loi V Z » → « Que disent plusieurs associations de la loi ? »"""
    match = FOR_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not who.pronoun or loose_words(match["rest"]) or len(match["rest"].split()) > 7:
        return
    head = match["who"].split()[1].removesuffix("s")
    gender = noun_gender(head)
    known = infinitive(match["v"]) or conjugate(f"{match['v']}r") == match["v"]
    if not gender or not known:
        return
    them = "Elles" if gender == "f" else "Ils"
    told = f"{them} estiment {que(who.text)} {match['v']} {match['rest']}"
    yield Draft("view", f"Que disent {match['who']} {de(who.text)} ?", (told,), 0.75, who.also)


MANY_RE = re.compile(
    rf"^{SUBJECT} (?P<v>pourrait|risque|devrait) (?:de surcroît |d’ailleurs |aussi )?(?:de )?s’avérer (?P<adj>inutile"
    rf"|impossible|difficile|insuffisante?|coûteux|coûteuse) "
    r"car (?P<many>bon nombre|beaucoup|la plupart|une partie) des (?P<x>[^\W\d_]+) (?:présente?s|inscrite?s|citée?s"
    r"|figurant) (?:dans|sur) (?:cette|la) (?P<y>[^\W\d_]+) "
    r"(?P<done>(?:ont|sont) [^,;:.()«»]+)$"
)


def in_vain(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Cette liste pourrait s’avérer inutile car bon nombre des X présents dans cette Y ont Z » → « Pourquoi … ? »"""
    match = MANY_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or loose_words(match["done"]):
        return
    many = {"bon nombre": "beaucoup", "beaucoup": "bon nombre"}.get(match["many"], match["many"])
    told = f"{many} des {match['x']} de la {match['y']} {match['done']}"
    asked = question("Pourquoi", who, match["v"], f"s’avérer {match['adj']}")
    yield Draft("reason", asked, (told,), 0.85, who.also)


SENTENCE_VIEWS = (say, in_vain, backs, calls, ready, polls, free, again, reduced)
