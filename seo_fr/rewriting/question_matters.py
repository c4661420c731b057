"""Questions on stands and needs: who is content, what one wants, what a thing is or costs, why one of two acts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import a, de, elide, enumerate_fr, noun_gender, past_participle
from seo_fr.french.conjugation import infinitive
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_requests import fits
from seo_fr.rewriting.question_shapes import INFINITIVE, verbs_of
from seo_fr.rewriting.question_surface import SUBJECT, Named, affirmed, flat, named, question
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

SAID_RE = re.compile(
    r"(?P<s>[A-Z][\w’-]+ [A-Z][\w’-]+),? s’est (?P<v>dite?|déclarée?|montrée?) (?P<adj>satisfaite?|confiante?"
    r"|optimiste|déçue?) (?P<of>des |du |de la |de l’)(?P<x>[^,;:.()«»]+?) "
    r"malgré (?:l’|l[ea] )(?P<act>[^\W\d_]+) (?P<whose>de l’|de la |du )(?P<y>[^\W\d_]+)(?P<rest> [^,;:.()«»]+)?$"
)


def content(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X s’est dit satisfait de la saison malgré l’élimination de l’équipe ».

    Asked: « X est-il satisfait de la saison ? »
    """
    match = SAID_RE.search(flat(ctx, sid))
    verb = verbs_of().get(match["act"]) if match is not None else None
    if match is None or verb is None:
        return
    gender = {"de la ": "f", "du ": "m"}.get(match["whose"]) or noun_gender(match["y"])
    done = past_participle(verb, gender="f" if gender == "f" else "m") if gender else None
    if done is None or loose_words(match["rest"] or ""):
        return
    the = {"de l’": "l’", "de la ": "la ", "du ": "le "}[match["whose"]]
    pronoun = "elle" if match["v"].endswith("te") else "il"
    text = f"oui, a-t-{pronoun} dit, même si {the}{match['y']} a été {done}{match['rest'] or ''}"
    yield Draft("whether", f"{match['s']} est-{pronoun} {match['adj']} {match['of']}{match['x']} ?", (text,), 0.75)


SOME_RE = re.compile(
    r"(?P<s>[A-Z][\w’-]+(?: [A-Z][\w’-]+)+)[^;:.]*?, a (?:affirmé|indiqué|précisé|annoncé) que certains "
    r"(?P<n>[^\W\d_]+s)(?: de [^,;:.()]+?)? ne (?P<v>seront|sont) pas "
    r"(?P<rest>[^,;:.()]+?)(?: et .*)?$"
)


def not_all(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Sans citer de noms, X a affirmé que certains joueurs ne seront pas de retour ».

    Asked: « Tous les joueurs seront-ils … ? »
    """
    text = flat(ctx, sid)
    match = SOME_RE.search(text)
    if match is None or loose_words(match["rest"]):
        return
    silent = (
        ", qui ne mentionne aucun nom" if text.startswith(("Sans mentionner de noms", "Sans citer de noms")) else ""
    )
    yield Draft(
        "whether",
        f"Tous les {match['n']} {match['v']}-ils {match['rest']} ?",
        (f"non, pas tous, selon {match['s']}{silent}",),
        0.8,
    )


CHOSE_RE = re.compile(
    rf"^{SUBJECT} (?:est|fut) (?P<done>[^\W\d_]+)(?: en [^,;:]*?\d{{4}})? pour (?P<why>[^\W\d_]+)[^;:]*? et "
    rf"(?P<v>choisit|décide|accepte|préfère) (?:de |d’)(?P<inf>{INFINITIVE} [^,;:.()]+?) pour (?P<aim>{INFINITIVE} "
    rf"[^,;:.()]+)$"
)


def chose(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Il est arrêté et choisit de suivre A pour éviter B ».

    Asked: « Pourquoi X choisit-il de suivre A ? » « Il veut … B. »
    """
    match = CHOSE_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not who.pronoun or not fits(match["aim"]):
        return
    asked = question("Pourquoi", who, match["v"], f"{elide('de', match['inf'])}")
    text = f"{who.pronoun} veut {match['aim']}, après avoir été {match['done']} pour {match['why']}"
    yield Draft("reason", asked, (text,), 0.8, who.also)


WISH_RE = re.compile(
    rf"^{SUBJECT} souhaite (?P<when>à long terme |à terme |d’ici \d{{4}} )(?P<inf>{INFINITIVE}) "
    rf"(?P<rest>[^,;:.()«»]+?)(?: et que .*)?$"
)


def wishes(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le groupe souhaite à terme doubler X ».

    Asked: « Que souhaite le groupe à terme ? » « Il veut doubler, à terme, X. »
    """
    match = WISH_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not who.pronoun or infinitive(match["inf"]) not in {match["inf"], None}:
        return
    text = f"{who.pronoun} veut {match['inf']}, {match['when'].strip()}, {match['rest']}"
    yield Draft("duty", f"Que souhaite {who.text} {match['when'].strip()} ?", (text,), 0.8, who.also)


MUST_RE = re.compile(
    r"\b(?P<s>(?:M\. |Mme )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)*) doit (?P<how>presque impérativement|impérativement"
    r"|absolument) "
    rf"(?P<inf>{INFINITIVE} [^,;:.()]+?) s(?:’il|i elle) (?:souhaite|veut) (?P<aim>{INFINITIVE} [^,;:()]+?)"
    r"(?: lors de [^,;:()]+)?$"
)


def condition(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X doit impérativement remporter Y s’il souhaite Z » → « Pourquoi X doit-il impérativement remporter Y ? »"""
    match = MUST_RE.search(flat(ctx, sid))
    if match is None or loose_words(f"{match['inf']} {match['aim']}"):
        return
    pronoun = "elle" if "si elle" in match[0] else "il"
    text = f"c’est la condition pour {match['aim']}"
    yield Draft("reason", f"Pourquoi {match['s']} doit-{pronoun} {match['how']} {match['inf']} ?", (text,), 0.8)


PLAN_RE = re.compile(
    r"^Chez (?P<s>[A-Z][^,;:.()]+?), la direction a (?:confirmé|annoncé) (?:[^\W\d_]+ )?un plan de départs "
    r"volontaires de (?P<n>\d[\d ]*) postes sur (?P<m>\d[\d ]*) salariés"
)


def departures(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Chez X, la direction a confirmé un plan de départs volontaires de 50 postes sur 900 salariés ».

    Asked: the two figures.
    """
    match = PLAN_RE.match(flat(ctx, sid))
    if match is None:
        return
    text = f"la direction en a confirmé {match['n'].strip()}, pour {match['m'].strip()} salariés"
    yield Draft("part", f"Combien de départs volontaires sont prévus chez {match['s']} ?", (text,), 0.85)


COUNTRY_RE = re.compile(r"(?P<p>au|en|aux) (?P<x>[A-ZÉ][^,;:.()]*?)(?=, | et (?:au|en|aux) |$)")
SPREAD_RE = re.compile(
    rf"^{SUBJECT} est (?:désormais |déjà )?(?:une réalité|présente?|disponible|autorisée?) (?P<list>(?:au|en|aux) "
    rf"[A-ZÉ][^;:.()]+ et (?:au|en|aux) [A-ZÉ][^,;:.()]+)$"
)


LEAST_COUNTRIES = 3


def spread(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X est désormais une réalité au Niger, en Égypte et au Chili » → « Quels pays connaissent X ? »"""
    match = SPREAD_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not affirmed(ctx, sid):
        return
    names = []
    for found in COUNTRY_RE.finditer(match["list"]):
        name = found["x"]
        article = {"au": "le ", "aux": "les "}.get(found["p"]) or ("l’" if name[0] in "AEIOUÉÈ" else "la ")
        names.append(f"{article}{name}")
    if len(names) >= LEAST_COUNTRIES:
        yield Draft("kinds", f"Quels pays connaissent {who.text} ?", (enumerate_fr(names),), 0.75, who.also)


BOTH_WAYS_RE = re.compile(
    rf"^{SUBJECT} (?P<v>transporte|emporte|achemine) (?P<n>\d[\d,]* (?:kg|tonnes?|litres?)) de "
    rf"(?P<what>[^\W\d_]+)(?: (?:pour|vers|à destination de) [^,;:.()]+?)? et doit en "
    r"(?P<back>ramener|rapporter) (?P<m>\d[\d,]* (?:kg|tonnes?|litres?))$"
)


def both_ways(ctx: Context, sid: int) -> Iterator[Draft]:
    """« La capsule transporte 500 kg de matériel pour X et doit en ramener 600 kg » → « Combien de matériel … ? »"""
    match = BOTH_WAYS_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not who.pronoun or not affirmed(ctx, sid):
        return
    text = f"{match['n']} de {match['what']} à l’aller ; {who.pronoun.lower()} doit en {match['back']} {match['m']}"
    yield Draft("part", question(f"Combien de {match['what']}", who, match["v"]), (text,), 0.8)


def links(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le pacte, accord entre A et la B, la C et le D, avait été signé » → « Qu’est-ce que le pacte ? »"""
    match = LINKS_RE.match(flat(ctx, sid))
    if match is None or loose_words(match["rest"]):
        return
    parts = re.split(r", | et (?=l[ea] |l’|les )", match["rest"])
    if any(not re.match(r"l[ea] |l’|les ", p) for p in parts):
        return
    thing = match["s"][:1].lower() + match["s"][1:]
    text = f"il s’agit d’un {match['n']} qui lie {match['one']} {enumerate_fr([a(p) for p in parts])}"
    yield Draft("terms", f"Qu’est-ce que {thing} ?", (text,), 0.8)


LINKS_RE = re.compile(
    r"^(?P<s>L[ea] [^\W\d_]+), (?P<n>accord|traité|pacte|contrat) entre (?P<one>(?:la |le |l’)?[A-Z][^,;:.()]*?) et "
    r"(?P<rest>(?:la |le |l’)[^;:.()]+?), (?:avait|a|est|sera) "
)

EXPLAINED_RE = re.compile(
    r"^L’explication (?:avancée|donnée|retenue) est que (?P<s>(?:les |la |le |l’)[^\W\d_]+) (?P<v>(?:ont|a) "
    r"[^\W\d_]+) (?P<o>(?:les |la |le |l’|une? |des )[^,;:.()«»]+), "
    r"(?P<app>une (?:procédure|habitude|pratique|règle|manœuvre) [^,;:.()«»]+)$"
)
ACTED_RE = re.compile(r"explique pourquoi (?P<who>(?:le |la |l’)[^\W\d_]+) a fait cette action")


def explained(ctx: Context, sid: int) -> Iterator[Draft]:
    """« L’explication avancée est que les pilotes ont suivi X, une procédure habituelle ».

    Asked: « Comment s’explique … ? »
    """
    match = EXPLAINED_RE.match(flat(ctx, sid))
    acted = ACTED_RE.search(flat(ctx, sid - 1)) if match is not None and sid else None
    if match is None or acted is None or loose_words(match["o"]):
        return
    text = f"{match['s']} {match['v']}, selon {match['app']}, {match['o']}"
    yield Draft("reason", f"Comment s’explique l’action {de(acted['who'])} ?", (text,), 0.9, (sid - 1,))


DENSER_RE = re.compile(
    r"(?:^|, )[Cc]’est (?P<s>(?:la |le |l’)[^,;:.()«»]+?) qui (?P<v>[^\W\d_]+) (?P<rest>(?:sous|sur|dans|vers) "
    r"[^,;:.()«»]+?) car "
    r"(?:celle-là|celui-là|celle-ci|celui-ci|elle|il) est plus (?P<adj>[^\W\d_]+)$"
)


def of_two(ctx: Context, sid: int) -> Iterator[Draft]:
    """« c’est la plaque A qui plonge sous la plaque B car celle-là est plus dense » → « Pourquoi la plaque A … ? »"""
    match = DENSER_RE.search(flat(ctx, sid))
    who = named(ctx, sid, match["s"][:1].upper() + match["s"][1:]) if match is not None else None
    if match is None or who is None or not who.gender or ctx.attributions(sid):
        return
    the = "la" if who.gender == "f" else "le"
    text = f"{who.text} est {the} plus {match['adj']} des deux"
    yield Draft("reason", question("Pourquoi", who, match["v"], match["rest"]), (text,), 0.85, who.also)


THERE_RE = re.compile(
    r"(?:^|, )(?P<s>(?:ces|les|cette|la|ce|le) [^\W\d_]+) (?P<v>furent|étaient|fut|était|sont|est) "
    r"(?P<adj>[^\W\d_]+),? car il y (?:a|avait|eut) "
    r"(?P<x>(?:une?|des) [^,;:.()«»]+)$"
)


def there_was(ctx: Context, sid: int) -> Iterator[Draft]:
    """« ces mesures furent fausses car il y avait une fuite d’eau ».

    Asked: « Pourquoi … ? » « Une fuite d’eau en était la cause. »
    """
    match = THERE_RE.search(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or loose_words(match["x"]) or ctx.attributions(sid):
        return
    if re.match(r"ce", match["s"]):  # « ces informations »: those of the sentence before, in full
        noun = re.escape(match["s"].split()[-1])
        of = r" (?:du |de la |de l’|des |de |d’)[A-ZÉ][\w’-]*(?: [A-ZÉ][\w’-]*)*"
        full = re.search(rf"\b(?:les |la |le |l’){noun}{of}", flat(ctx, sid - 1)) if sid else None
        if full is None:
            return
        who = Named(full[0], who.gender, who.number, (sid - 1,))
    gender = who.gender or ("f" if match["adj"].endswith("es") and not match["adj"].endswith("les") else "")
    be = {"furent": "était", "étaient": "était", "fut": "était", "était": "était"}.get(match["v"], "est")
    asked = question("Pourquoi", Named(who.text, gender, who.number), match["v"], match["adj"])
    yield Draft("cause", asked, (f"{match['x']} en {be} la cause",), 0.85, who.also)


STAR_RE = re.compile(
    r"^(?P<s>L[ea] [^\W\d_]+|L’[^\W\d_]+) met en vedette (?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+)+), (?P<a>une?) "
    r"(?P<role>[^\W\d_]+) qui (?P<does>[^,;:.()]+)"
)


def star(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le film met en vedette X, un marin qui a survécu à Y ».

    Asked: « Qui est X ? » « Un marin, vedette du film, qui … »
    """
    match = STAR_RE.match(flat(ctx, sid))
    if match is None or loose_words(match["does"]):
        return
    thing = match["s"][:1].lower() + match["s"][1:]
    text = f"{match['a']} {match['role']}, vedette {de(thing)}, qui {match['does']}"
    yield Draft("terms", f"Qui est {match['name']} ?", (text,), 0.75)


SENTENCE_MATTERS = (
    of_two,
    there_was,
    star,
    content,
    not_all,
    chose,
    wishes,
    condition,
    departures,
    spread,
    both_ways,
    links,
    explained,
)
