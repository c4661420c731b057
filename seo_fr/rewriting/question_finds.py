"""Questions on who found something and how, what it is for, what it makes possible, how far it is, how it ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import conjugate, de
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_shapes import INFINITIVE, cut, lighter, relatived
from seo_fr.rewriting.question_surface import SUBJECT, Named, affirmed, flat, named, opened, question
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

BY_RE = re.compile(
    rf"^{SUBJECT} (?P<v>a été|ont été|avait été|fut) (?P<done>[^\W\d_]+é(?:e?s?)|découverte?s?) par "
    rf"(?P<who>[^,;:.()«»]+?), "
    r"(?P<how>(?:grâce (?:à|aux?)|à l’aide d(?:e|es|u|’)|avec) ?[^,;:.()«»]+?)(?= installée?s?| située?s?|$|,)"
)


def found_with(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X a été repérée par A, grâce à B » → « Qui a repéré X ? » « A l’ont repérée grâce à B. »"""
    match = BY_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not affirmed(ctx, sid) or loose_words(re.sub(r"\bson\b", "", match["who"])):
        return
    plain = re.sub(r"(?<=é)(?:es?|s)$", "", match["done"])
    doers = match["who"][:1].lower() + match["who"][1:]
    have = "ont" if re.search(r"\bet (?:son|sa|ses|l[ea’])|^les |^des ", doers) else "a"
    them = "les " if who.number == "p" else "l’"
    text = f"{doers} {them}{have} {match['done']} {match['how']}"
    yield Draft("who", f"Qui a {plain} {who.text} ?", (text,), 0.85, who.also)


ENABLE_RE = re.compile(
    rf"^{SUBJECT} (?P<v>permet|permettent|permettra|permettront) (?P<maybe>probablement )?(?:également |aussi )?"
    r"(?P<to>aux? |à la |à l’|à des |à un |à une )(?P<who>[^,;:.()«»]{2,55}?) (?:de |d’)"
    rf"(?P<inf>{INFINITIVE}\b.*|mieux [^\W\d_]+(?:er|ir|re)\b.*)$"
)
WHO = {"aux ": "les ", "au ": "le ", "à la ": "la ", "à l’": "l’", "à des ": "des ", "à un ": "un ", "à une ": "une "}


AMONG_RE = re.compile(
    r"^(?P<see>voir|découvrir|admirer|essayer|lire|choisir) (?P<some>[^,;:.()«»]+?) parmi les (?P<all>[^,;:.()«»]+?)"
    r"(?: (?:présentée?s|exposée?s|proposée?s|réunie?s) [^,;:.()«»]+)?$"
)
"""« voir vingt toiles parmi les cent œuvres exposées »."""


def words_told(ctx: Context, sid: int, words: str) -> bool:
    """Whether a few words of a sentence are told on somebody's word."""
    at = ctx.text.replace("'", "’").find(words, ctx.sentence(sid).start)
    return any(x.start <= at < x.end for x in ctx.attributions(sid))


def made_possible(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X permettra aux élèves de voir Y provenant de Z ».

    Asked: « Que permettra X ? » « Les élèves pourront voir Y venu de Z. »
    """
    for view in opened(flat(ctx, sid)):
        match = ENABLE_RE.match(view.text)
        if match is None or view.against:
            continue
        told = words_told(ctx, sid, match["inf"][:12])
        if told or (not match["maybe"] and not affirmed(ctx, sid)):
            continue
        who = named(ctx, sid, match["s"])
        inf = re.split(r"[;:«]| et qui | et$| dans le cadre | en [^\W\d_]+ant ", cut(match["inf"]))[0].strip(" ,")
        if who is None or loose_words(re.sub(r"\bleurs?\b", "", inf)) or not 3 <= len(inf.split()) <= 26:
            continue
        many = match["to"] in {"aux ", "à des "}
        tense = "future" if match["v"].startswith("permettr") and match["v"].endswith(("ra", "ront")) else "present"
        can = conjugate("pouvoir", tense, number="p" if many else "s")  # type: ignore[arg-type]
        maybe = " probablement" if match["maybe"] else ""
        what = re.sub(r"\bs’engager\b", "s’engager", relatived(lighter(inf)))
        text = f"{WHO[match['to']]}{match['who']} {can}{maybe} {what}"
        if among := AMONG_RE.match(what):
            text = f"{WHO[match['to']]}{match['who']} {can}{maybe} {among['see']} {among['all']}, dont {among['some']}"
        yield Draft("enabled", f"Que {match['v']} {who.text} ?", (text,), 0.7, who.also)
        return


DESTINED_RE = re.compile(
    rf"^(?:Pour l’instant, )?{SUBJECT} est (?:destinée?|réservée?) (?P<only>uniquement |exclusivement )?(?P<to>à la "
    rf"|à l’|au |aux )"
    r"(?P<noun>mise en [^\W\d_]+|transport|lancement|stockage|traitement|collecte|production|formation|surveillance) "
    r"(?P<of>de |d’|des |du )(?P<what>[^,;:.()«»]+?)(?: mais,? (?P<later>[^;:.()«»]+))?$"
)
VERBS = {
    "transport": "transporter",
    "lancement": "lancer",
    "stockage": "stocker",
    "traitement": "traiter",
    "collecte": "collecter",
    "production": "produire",
    "formation": "former",
    "surveillance": "surveiller",
}
LATER_RE = re.compile(
    r"^(?P<when>dans un futur proche|à terme|à l’avenir|plus tard), (?P<whose>ses) (?P<n>[^\W\d_]+) (?P<v>pourraient"
    r"|devraient) "
    r"(?P<do>s’[^\W\d_]+|se [^\W\d_]+|[^\W\d_]+) (?P<rest>[^,;:.()«»]+)$"
)


def destined(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Ce lanceur est destiné à la mise en orbite de matériel ».

    Asked: « À quoi sert le lanceur ? » « À mettre en orbite … »
    """
    match = DESTINED_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not who.pronoun or ctx.attributions(sid) or ctx.quotations(sid):
        return
    noun = match["noun"]
    verb = f"mettre{noun.removeprefix('mise')}" if noun.startswith("mise ") else VERBS[noun]
    some = {"des ": "les ", "du ": "le "}.get(match["of"], "")
    if not some:
        some = "des " if match["what"].split()[0].endswith("s") else "du " if match["of"] == "de " else "de l’"
    only = f" {match['only'].strip()}" if match["only"] else ""
    text = f"{who.pronoun} sert{only} à {verb} {some}{match['what']}"
    then = []
    if match["later"] and (after := LATER_RE.match(match["later"])) and not loose_words(after["rest"]):
        then = [(f"ses {after['n']} {after['v']} {after['do']}, {after['when']}, {after['rest']}", (sid,))]
    yield Draft("use", f"À quoi sert {who.text} ?", (text,), 0.75, who.also, tuple(then))


FAR_RE = re.compile(
    rf"^{SUBJECT} se trouve .*?, à (?P<a>\d[\d,. ]*? ?(?:a\.l\.|années-lumière|km|milles|mètres)) "
    r"(?P<ofx>de notre |du |de la |de l’|de )(?P<x>[^,;:()«»]+?), soit à "
    r"(?P<b>\d[\d,. ]*(?:(?:milliards|millions|milliers) d[e’] ?)?(?:km|kilomètres|mètres|milles)) "
    r"(?P<of>de la |de l’|du |des |d’|de )(?P<y>[^,;:.()«»]+)$"
)


def far(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Elle se trouve à 4 a.l. de X, soit à 40 km de Y » → « À quelle distance de Y se trouve X ? »"""
    match = FAR_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not who.gender or not affirmed(ctx, sid):
        return
    near = {"de notre ": "du "}.get(match["ofx"], match["ofx"])
    it = "la" if who.gender == "f" else "le"
    answer = f"{match['b'].strip()} {it} séparent {match['of']}{match['y']}, et {match['a'].strip()} {near}{match['x']}"
    yield Draft(
        "measure", f"À quelle distance {match['of']}{match['y']} se trouve {who.text} ?", (answer,), 0.8, who.also
    )


RANK_RE = re.compile(
    r"^Selon (?:le|son) (?P<list>classement|palmarès)[^,]*? (?:établi|publié|réalisé) par (?P<by>[^,;:]+), "
    r"(?P<s>(?:la |le |l’)?[A-Z][^,;:]{1,40}?) (?:est|sont) classée?s? (?P<rank>\d+(?:e|er|ère|ème))"
    r"(?:, autrement dit (?P<that>parmi [^,;:.()]+?))?(?: (?P<in>en matière (?:de |d’)[^,;:.()]+))?$"
)


def ranked(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Selon le classement établi par X, Y est classé 169e … en matière de Z » → « Comment Y est-il classé … ? »"""
    match = RANK_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"][:1].upper() + match["s"][1:]) if match is not None else None
    if match is None or who is None or not match["in"]:
        return
    that = f", {match['that']}" if match["that"] else ""
    asked = f"Quel est le rang {de(who.text)} {match['in']} ?"
    yield Draft("part", asked, (f"{match['rank']}{that}, selon {match['by']}",), 0.8, who.also)


SHORT_NAME = 5
"""Words over which the name of a thing is cut to its head in a question."""
BELIEF_RE = re.compile(
    rf"^{SUBJECT} (?P<v>est|sont|était|étaient) (?P<done>[^\W\d_]+) (?:depuis [^,;:.()«»]+? )?en raison d’une "
    r"(?P<belief>(?:croyance|légende|rumeur|tradition|superstition)(?: [^\W\d_]+)?) (?:affirmant|disant|selon "
    r"laquelle) (?:que |qu’)?(?P<p>[^,;:.()«»]+)$"
)


def believed(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X est fermée en raison d’une croyance affirmant que P ».

    Asked: « Pourquoi X est-elle fermée ? » « Selon une croyance, P. »
    """
    match = BELIEF_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None:
        return
    text = f"selon une {match['belief']}, {match['p']}"
    if len(who.text.split()) > SHORT_NAME:
        who = Named(re.split(r" (?:de la|du|de l’|des|de|d’) ?", who.text)[0], who.gender, who.number, who.also)
    yield Draft("belief", question("Pourquoi", who, match["v"], match["done"]), (text,), 0.9, who.also)


LEADS_RE = re.compile(
    r"^(?:Au pointage de (?P<at>[^,]+), )?(?P<s>[A-Z][^,;:()]{2,40}?) est (?:toujours |encore )?en tête devant "
    r"(?P<a>[A-Z][^,;:()]{2,40}?) "
    r"\(à (?P<m>\d[\d,]* [^\W\d_]+)\) et (?P<b>[A-Z][^,;:()]{2,40}?) \(à (?P<n>\d[\d,]* [^\W\d_]+)\)$"
)
AHEAD_RE = re.compile(
    r"^(?:Au pointage de (?P<at>[^,]+), )?(?P<s>[A-Z][^,;:()]{2,40}?) est (?:toujours |encore )?en tête, alors "
    r"qu(?:e |’)(?P<a>[A-Z][^,;:()]{2,40}?) "
    r"a doublé (?P<b>[A-Z][^,;:()]{2,40}?) en (?P<rank>\d+e) position$"
)


def in_front(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X est en tête devant Y (à 10 milles) et Z (à 11 milles) » → « Qui est en tête ? »"""
    text = flat(ctx, sid)
    if match := LEADS_RE.match(text):
        answer = f"{match['s']} mène avec {match['m']} d’avance sur {match['a']} et {match['n']} sur {match['b']}"
    elif match := AHEAD_RE.match(text):
        answer = f"{match['s']} mène ; {match['a']}, {match['rank']}, a dépassé {match['b']}"
    else:
        return
    at = f" au pointage de {match['at']}" if match["at"] else ""
    yield Draft("who", f"Qui est en tête{at} ?", (answer,), 0.85)


SENTENCE_FINDS = (found_with, made_possible, destined, far, ranked, believed, in_front)
