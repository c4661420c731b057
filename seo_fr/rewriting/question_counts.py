"""Questions on figures that the source sets beside another: a part, a limit, a former record, a share of a group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import de, le, noun_gender
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_surface import SUBJECT, affirmed, affirmed_at, flat, named, question
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

BRACKET_RE = re.compile(r"\s*\([^()]*\)")
RECORDED_RE = re.compile(
    r"^(?P<front>En (?:[^\W\d_]+ )?\d{4}|Au \d[^,]+|Fin \d{4}), (?:selon (?P<by>[^,]+), )?(?P<s>l[ea] [^,;:()]+?"
    r"|l’[^,;:()]+?) "
    r"(?P<v>enregistrait|comptait|recensait|totalisait|accueillait|employait) (?:encore |déjà )?(?P<n>\d[\d "
    r",]*(?:millions?|milliards?)?) "
    r"(?:de |d’)?(?P<what>[^\W\d_]+s) (?P<per>mensuelles?|quotidiennes?|annuelles?|mensuels?|quotidiens?"
    r"|annuels?)?[^,;:()]*, "
    r"dont (?P<part>\d[\d ,]*(?:millions?|milliards?)? (?:sur|en|à|au|aux|pour|dans) [^,;:]+)$"
)
PER = {"mensuel": "par mois", "quotidien": "par jour", "annuel": "par an"}


def recorded(ctx: Context, sid: int) -> Iterator[Draft]:
    """« En 2009, selon X, Y enregistrait N appels mensuels, dont M sur Z ».

    Asked: « Combien d’appels Y enregistrait-il … ? »
    """
    match = RECORDED_RE.match(BRACKET_RE.sub("", flat(ctx, sid)))
    who = named(ctx, sid, match["s"][:1].upper() + match["s"][1:]) if match is not None else None
    if match is None or who is None or loose_words(match["part"]):
        return
    kind = re.sub(r"(?:le|les|s|ne|nes)$", "", match["per"] or "")
    per = next((v for k, v in PER.items() if k.startswith(kind) and kind), "")
    by = (
        f", selon {match['by'][:1].lower() + match['by'][1:] if re.match(r'L[ea’]', match['by']) else match['by']}"
        if match["by"]
        else ""
    )
    n = match["n"].strip()
    text = f"{n}{' ' + per if per else ''}, dont {match['part']}{by}"
    front = match["front"][:1].lower() + match["front"][1:]
    asked = question(f"Combien {de(match['what'])}", who, match["v"], front)
    yield Draft("part", asked, (text,), 0.85, who.also)


OF_ALL_RE = re.compile(
    r"\bl[ea] (?P<noun>retrait|départ|suppression|fermeture|libération|licenciement) de (?P<n>\d[\d ]*) des "
    r"(?P<m>\d[\d ]*) (?P<who>[^\W\d_]+s) "
    r"(?P<still>(?:encore )?[^\W\d_]+s) (?P<when>avant [^,;:.()]+|d’ici [^,;:.()]+|en \d{4})$"
)
GONE = {
    "retrait": "seront retirés",
    "départ": "partiront",
    "suppression": "seront supprimés",
    "fermeture": "seront fermés",
    "libération": "seront libérés",
    "licenciement": "seront licenciés",
}


def of_all(ctx: Context, sid: int) -> Iterator[Draft]:
    """« … en ordonnant le retrait de 20 des 35 soldats encore présents avant mai ».

    Asked: « Combien de soldats seront retirés … ? »
    """
    text = flat(ctx, sid)
    match = OF_ALL_RE.search(text)
    if match is None or noun_gender(match["who"].removesuffix("s")) not in {"m", ""} or ctx.quotations(sid):
        return
    by = re.search(
        r"\b(?P<by>l[ea] [^,;:.()]*?[A-Z][\w’-]+ [A-Z][\w’-]+) (?:vient d[e’] ?|a )[^;:.]*, en ordonnant "
        + re.escape(match[0])
        + "$",
        text,
    )
    asked = f"Combien {de(match['who'])} {GONE[match['noun']]} {match['when']} ?"
    n, m = match["n"].strip(), match["m"].strip()
    order = f", sur ordre {de(by['by'])}" if by is not None else ""
    yield Draft("part", asked, (f"{n} sur les {m} {match['still']}{order}",), 0.85)


VOTERS_RE = re.compile(
    r"^(?:Quelques? |Près de |Environ )?(?P<n>\d[\d ]*(?:millions?)?) (?:de |d’)?(?P<who>[A-ZÉ]?[^\W\d_]+s) sont "
    r"appelés "
    r"(?:aux urnes|à voter) (?:afin de |afin d’|pour )(?P<do>choisir|élire|désigner|renouveler) (?P<what>[^;:.()]+)$"
)


def voters(ctx: Context, sid: int) -> Iterator[Draft]:
    """« 40 000 habitants sont appelés aux urnes pour élire un maire » → « Combien d’habitants … ? »"""
    text = flat(ctx, sid)
    match = VOTERS_RE.match(text)
    if match is None or ctx.attributions(sid) or loose_words(match["what"]):
        return
    about = "environ " if re.match(r"Quelques? |Environ ", text) else "près de " if text.startswith("Près") else ""
    verb = {"choisir": "élire", "élire": "choisir", "désigner": "élire", "renouveler": "renouveler"}[match["do"]]
    count = f"ils sont {about}{match['n'].strip()}"
    told: tuple[str, ...] = (
        f"{count}, qui doivent {verb} {match['what']}",
        f"{count} : le vote désignera {match['what']}",
    )
    if seats := re.match(
        r"(?P<a>une?) (?P<x>« [^«»]+ »|[^,;:]+?) de (?P<n>\d+ membres|\d+ députés|\d+ sièges)$", match["what"]
    ):
        told = (f"{count}, qui doivent {verb} les {seats['n']} d’{seats['a']} {seats['x']}", *told)
    yield Draft("part", f"Combien {de(match['who'])} peuvent voter ?", told, 0.8)


RECORD_RE = re.compile(
    r"^[ÀA] (?P<at>[A-Z][\w’-]+), le record (?P<what>[^,;:()]+?) a été battu,?(?: avec)? ?(?P<n>\d[\d,]* ?[^\d\W]*°? "
    r"?C?), "
    r"le précédent record était de (?P<m>\d[\d,]* ?°? ?C?) et datait (?P<day>du [^,;:.()]+)$"
)


def record(ctx: Context, sid: int) -> Iterator[Draft]:
    """« À X, le record de mai a été battu 39°C, le précédent record était de 38°C et datait du 3 mai 1950 ».

    Asked: the old one.
    """
    match = RECORD_RE.match(flat(ctx, sid))
    if match is None or ctx.attributions(sid):
        return
    day = re.sub(r"^du ", "le ", match["day"])
    text = f"avec {match['n'].strip()}, {match['at']} dépasse les {match['m'].strip()} relevés {day}"
    yield Draft("part", f"Quel record a été battu à {match['at']} ?", (text,), 0.8)


SCREEN_RE = re.compile(
    r"\bd’une? (?P<noun>[^\W\d_]+) de (?P<n>\d[\d,]*) (?P<unit>[^\W\d_]+),? contre (?P<m>\d[\d,]*)(?: (?P=unit))? pour "
    r"(?P<the>la |le |l’)?(?P<old>[^,;:.()]+?)(?= et |$|,)"
)


def beside(ctx: Context, sid: int) -> Iterator[Draft]:
    """« muni d’un clavier de 60 touches contre 48 pour la Kelvo 2 ».

    Asked: « Qu’est-ce qui change par rapport à la Kelvo 2 ? »
    """
    match = SCREEN_RE.search(flat(ctx, sid))
    if match is None or not affirmed_at(ctx, sid, match[0]) or loose_words(match["old"]):
        return
    thing = le(match["noun"], noun_gender(match["noun"]))
    if thing is None:
        return
    to = {"la ": "à la ", "le ": "au ", "l’": "à l’", None: "à "}[match["the"]]
    text = f"{thing} passe de {match['m']} à {match['n']} {match['unit']}"
    yield Draft("change", f"Qu’est-ce qui change par rapport {to}{match['old']} ?", (text,), 0.85)


LOST_RE = re.compile(
    r"^(?P<who>Les [^,;:()]+?) ont vu leurs? (?P<n>[^,;:()]+?) (?P<v>reculer|baisser|chuter|augmenter|progresser"
    r"|diminuer) de "
    r"(?P<x>\d[\d,]* ?%)(?P<when> entre \d{4} et \d{4}| en \d{4})?(?=[,;]|$)"
)
PARTS = {
    "reculer": "reculé",
    "baisser": "baissé",
    "chuter": "chuté",
    "augmenter": "augmenté",
    "progresser": "progressé",
    "diminuer": "diminué",
}


def lost(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Les A ont vu leur revenu reculer de 2 % entre 2008 et 2009 » → « De combien a reculé le revenu des A ? »"""
    match = LOST_RE.match(flat(ctx, sid))
    if match is None:
        return
    thing = le(match["n"], noun_gender(match["n"].split()[0]))
    if thing is None or loose_words(match["who"]):
        return
    when = match["when"].strip() if match["when"] else ""
    who = match["who"][:1].lower() + match["who"][1:]
    fall = {"reculer": "perdu", "baisser": "perdu", "chuter": "perdu", "diminuer": "perdu"}.get(match["v"], "gagné")
    by = next((a.speaker.replace("'", "’") for a in ctx.attributions(sid) if a.speaker), "")
    text = f"{thing} {de(who)} a {fall} {match['x']} {when}".strip() + (f", selon {by}" if by else "")
    yield Draft("part", f"De combien a {PARTS[match['v']]} {thing} {de(who)} ?", (text,), 0.7)


POOR_RE = re.compile(
    r"^(?:Ainsi, )?(?P<s>une? [^,;:.()]+?)(?P<aside>, [^,;:.()]+,)? (?P<v>est|était) considérée? comme "
    r"(?P<adj>[^\W\d_]+) s(?:i |’)(?:il|elle) "
    r"dispos(?:e|ait) d’un (?P<what>[^,;:.()]+?) inférieur ou égal à (?P<n>\d[\d ,]* ?[^\W\d_€$]*[€$]?)$",
    re.IGNORECASE,
)


def poor(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Une famille est considérée comme pauvre si elle dispose d’un budget inférieur ou égal à 900 € » → the limit."""
    match = POOR_RE.match(flat(ctx, sid))
    if match is None:
        return
    low = match["s"][:1].lower() + match["s"][1:]
    gender = "elle" if low.startswith("une ") else "il"
    kids = match["aside"].strip(", ") if match["aside"] else ""
    text = f"son {match['what']} ne devait pas dépasser {match['n'].strip()}"
    if match["v"] == "est":
        text = text.replace("devait", "doit")
    if kids:
        text = f"{text}, {kids}"
    yield Draft(
        "part",
        f"Quand {low} {match['v']}-{gender} considéré{'e' if gender == 'elle' else ''} comme {match['adj']} ?",
        (text,),
        0.8,
    )


DREW_RE = re.compile(
    r"^(?P<s>L’[^\W\d_]+|L[ea] [^\W\d_]+)[^;:.()]* a (?:déjà )?attiré (?P<n>(?:plus d[e’] ?|près d[e’] ?)?(?:une? "
    r"|\d[\d ]*)(?:millions?|milliers?)?) ?(?:de |d’)?"
    r"(?P<who>visiteurs|spectateurs|touristes|curieux)(?: avant d’arriver (?P<at>à [A-Z][\w’-]+))?$"
)


def drew(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le spectacle a attiré plus de 5 000 curieux avant d’arriver à X ».

    Asked: « Combien de visiteurs … ? »
    """
    match = DREW_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not who.pronoun or not affirmed(ctx, sid):
        return
    at = f"avant son arrivée {match['at']}, " if match["at"] else ""
    text = f"{at}{who.text} en a attiré {match['n'].strip()}"
    yield Draft("part", question(f"Combien {de(match['who'])}", who, "a", "déjà attirés"), (text,), 0.75, who.also)


TOUR_RE = re.compile(
    r"^(?P<front>Entre [^,]+), (?P<s>[A-Z][^,;:()]{2,40}?) (?:a prévu|prévoit) de (?P<do>visiter|traverser"
    r"|parcourir) (?P<n>\d+) (?P<what>[^\W\d_]+s) "
    r"(?P<in>dans [^,;:.()]+?)(?:, .*)?$"
)


def tour(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Entre A et B, X a prévu de visiter 14 villes dans huit États ».

    Asked: « Combien de villes X a-t-il prévu de visiter ? »
    """
    match = TOUR_RE.match(flat(ctx, sid))
    if match is None or ctx.attributions(sid):
        return
    entity = next((e for e in ctx.analysis.entities if match["s"] in {e.name, *e.aliases}), None)
    if entity is None:
        return
    front = match["front"][:1].lower() + match["front"][1:]
    asked = f"Combien {de(match['what'])} doit {match['do']} {entity.name} ?"
    yield Draft("part", asked, (f"son programme en prévoit {match['n']}, {match['in']}, {front}",), 0.8)


HOLDS_RE = re.compile(
    rf"^{SUBJECT} (?P<v>produira|fabriquera|accueillera|livrera) (?P<n>\d[\d ]*(?:millions|milliards)?) (?:de |d’)?"
    rf"(?P<what>[^,;:.()«»]+?) "
    r"(?:sur l’année |en )(?P<y>\d{4}), avec une capacité qui pourra être portée à (?P<m>\d[\d ]*(?:millions"
    r"|milliards)?)"
)


def grows(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le moulin produira 20 millions de X en 2031, avec une capacité qui pourra être portée à 30 ».

    Asked: both.
    """
    match = HOLDS_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None:
        return
    said = next((a for a in ctx.attributions(sid) if a.entity >= 0), None)
    by = f", selon {ctx.analysis.entities[said.entity].name}" if said is not None else ""
    text = f"{match['n'].strip()} en {match['y']} ; {who.text} pourra ensuite monter à {match['m'].strip()}{by}"
    yield Draft("part", question(f"Combien {de(match['what'])}", who, match["v"]), (text,), 0.85, who.also)


COSTS_RE = re.compile(
    r"^(?P<by>Il|Elle) (?:précise|indique|ajoute|explique) que (?P<s>l[ea] [^,;:.()]+?|l’[^,;:.()]+?) a nécessité "
    r"(?P<n>« [^«»]+ »|\d[^,;:.()]*?) d’investissements?$"
)


def invested(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Il précise que la construction a nécessité « 5 millions d’euros » d’investissement ».

    Asked: « Combien a coûté … ? »
    """
    match = COSTS_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"][:1].upper() + match["s"][1:]) if match is not None else None
    said = next((a for a in ctx.attributions(sid - 1) if a.entity >= 0), None) if sid else None
    if match is None or who is None or said is None or not who.pronoun:
        return
    by = ctx.analysis.entities[said.entity].name
    told = f"l’investissement a été de {match['n']}, selon {by}"
    yield Draft("part", f"Combien a coûté {who.text} ?", (told,), 0.85, who.also)


TURNOUT_RE = re.compile(
    r"^La participation (?P<at>(?:au|à la|à l’|aux) [^,;:()]+), (?P<d>(?:les|le) \d[^,;:()]+), (?P<v>a été|est|était) "
    r"de (?P<n>\d[\d,]* ?%)$"
)


def turnout(ctx: Context, sid: int) -> Iterator[Draft]:
    """« La participation au scrutin, les 3 et 4 mai, a été de 51 % » → « Quelle a été la participation ? »"""
    match = TURNOUT_RE.match(flat(ctx, sid))
    if match is None or not affirmed(ctx, sid):
        return
    of = re.sub(r"^les ", "des ", re.sub(r"^le ", "du ", match["d"]))
    rose = {"a été": "s’est élevée", "est": "s’élève", "était": "s’élevait"}[match["v"]]
    text = f"elle {rose} à {match['n']}, lors du vote {of}"
    at = re.split(r" (?:de |d’)", match["at"])[0]
    yield Draft("part", f"Quelle {match['v']} la participation {at} ?", (text,), 0.8)


SENTENCE_COUNTS = (turnout, invested, recorded, of_all, voters, record, beside, lost, poor, drew, tour, grows)
