"""Questions on works and sites: what they measure, who pays, when they start, what they consist in, what was chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import de, noun_gender, past_participle
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_shapes import INFINITIVE, PARTED_RE, each_with, verbs_of
from seo_fr.rewriting.question_surface import SUBJECT, Named, affirmed, flat, named, question
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

SIZE_RE = re.compile(
    rf"^{SUBJECT} (?P<v>mesure|mesurent|mesurera|mesureront) (?P<a>\d[\d,]* [^\W\d_]+) de (?P<x>long|haut|large) "
    r"(?:et|sur) (?P<b>\d[\d,]* [^\W\d_]+) de (?P<y>long|haut|large)$"
)


def size(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le pont mesurera 86 mètres de long et 4 mètres de large » → « Quelles seront les dimensions du pont ? »"""
    match = SIZE_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not affirmed(ctx, sid):
        return
    be = "seront" if match["v"].endswith(("ra", "ront")) else "sont"
    text = f"{match['a']} de {match['x']} pour {match['b']} de {match['y']}"
    yield Draft("part", f"Quelles {be} les dimensions {de(who.text)} ?", (text,), 0.75, who.also)


PAID_RE = re.compile(
    r"(?P<n>\d[\d, ]* ?(?:millions?|milliards?|euros)(?: d’euros)?), dont (?P<a>\d[\d, ]* ?(?:millions?|milliards?"
    r"|euros)(?: d’euros)?) "
    r"(?:apportée?s?|versée?s?|financée?s?|payée?s?) par (?P<x>l[ea] [^,;:.()]+?|l’[^,;:.()]+?) et (?P<b>\d[\d, ]* "
    r"?(?:millions?|milliards?|euros)(?: d’euros)?) "
    r"par (?P<y>l[ea] [^,;:.()]+|l’[^,;:.()]+)$"
)
REST_RE = re.compile(
    r"^(?P<z>L[ea] [^,;:.()]+?|L’[^,;:.()]+?) (?:paiera|financera|prendra en charge) le reste, soit (?P<c>\d[\d, ]* "
    r"?[^,;:.()]*?)(?=,|$)"
)


def in_euros(amount: str) -> str:
    """« 1,4 million » → « 1,4 million d’euros ».

    >>> in_euros("1,4 million "), in_euros("600 000 euros")
    ('1,4 million d’euros', '600 000 euros')
    """
    amount = amount.strip()
    return f"{amount} d’euros" if re.search(r"(?:million|milliard)s?$", amount) else amount


def payers(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Il coûtera N, dont A apporté par X et B par Y. Z paiera le reste, soit C. » → « Qui paiera l’ouvrage ? »"""
    text = flat(ctx, sid)
    match = PAID_RE.search(text)
    opening = re.match(r"(?P<s>[^,;:.()]+?) (?:coûtera|coûte|coûtent|coûteront|représente) ", text)
    who = named(ctx, sid, opening["s"]) if match is not None and opening is not None else None
    if match is None or who is None or not affirmed(ctx, sid):
        return
    rest = REST_RE.match(flat(ctx, sid + 1)) if sid + 1 < len(ctx.sentences) else None
    told = f"{match['x']} apporte {in_euros(match['a'])}, {match['y']} {in_euros(match['b'])}"
    also = who.also
    if rest is not None:
        payer = rest["z"][:1].lower() + rest["z"][1:]
        told, also = f"{told} et {payer} le solde, {rest['c'].strip()}", (*also, sid + 1)
    yield Draft("part", f"Qui finance {who.text} ?", (told,), 0.9, also)


START_RE = re.compile(
    r"^(?P<s>Les travaux|Le chantier|La saison|Le tournage|La formation|L’exposition|Le festival)(?: [^,;:.()]+?)? "
    r"(?:doi(?:ven)?t (?:commencer|débuter)|(?:commencer|débuter)(?:a|ont)) (?P<when>(?:en|le|au|début|fin) "
    r"[^,;:.()]+?) et "
    r"(?:durer|durera|dureront) (?P<time>[^,;:.()]+)$"
)


def starts(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le chantier commencera le 2 juin et durera quatre mois » → « Quand commencera le chantier ? »"""
    match = START_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not affirmed(ctx, sid):
        return
    at = re.sub(r"^le ", "au ", match["when"])
    at = f"à {at.removeprefix('en ')}" if at.startswith("en ") else at
    begin = "commenceront" if who.number == "p" else "commencera"
    text = f"le début est fixé {at}, pour une durée de {match['time']}"
    yield Draft("moment", f"Quand {begin} {who.text} ?", (text,), 0.85, who.also)


WANTS_RE = re.compile(
    r"(?P<s>[A-Z][\w’-]+(?: [A-Z][\w’-]+)+),? (?:a demandé|demande|demandait|réclame|a réclamé|souhaite) (?P<the>le "
    r"|la |l’)(?P<n>[^\W\d_]+) "
    r"(?P<of>du |de la |de l’|des |d’une |d’un )(?P<x>[^\W\d_]+(?: [^\W\d_]+)?)(?P<tail> (?:après|avant|jusqu’"
    r"|pendant|pour) [^,;:.()«»]+)?(?=, |$)"
)
THE = {"du ": "le ", "de la ": "la ", "de l’": "l’", "des ": "les ", "d’une ": "une ", "d’un ": "un "}


def wanted(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Paul Brun a demandé le report du vote après l’étude ».

    Asked: « Que demande Paul Brun ? » « Il veut que … soit reporté. »
    """
    match = WANTS_RE.search(flat(ctx, sid))
    verb = verbs_of().get(match["n"]) if match is not None else None
    if match is None or verb is None or ctx.quotations(sid) or loose_words(f"{match['x']} {match['tail'] or ''}"):
        return
    many = match["of"] == "des "
    first = match["x"].split()[0]
    shown = {"du ": "m", "d’un ": "m", "de la ": "f", "d’une ": "f"}.get(match["of"])
    gender = shown or noun_gender(first.removesuffix("s"))
    done = past_participle(verb, gender="f" if gender == "f" else "m", number="p" if many else "s") if gender else None
    if done is None:
        return
    be = "soient" if many else "soit"
    text = f"{match['s']} veut que {THE[match['of']]}{match['x']} {be} {done}{match['tail'] or ''}"
    yield Draft("asked", f"Que demande {match['s']} ?", (re.sub(r"\bque (?=une? )", "qu’", text),), 0.85)


ORDINALS = {"première": 0, "premier": 0, "deuxième": 1, "second": 1, "seconde": 1, "troisième": 2, "quatrième": 3}
PICKED_RE = re.compile(
    rf"^C’est l[ea] (?P<o>{'|'.join(ORDINALS)}) qui a été (?P<done>retenue?|choisie?|préférée?)(?P<why>, pour "
    rf"[^;:()«»]+)?$"
)
OPTIONS_RE = re.compile(
    r"\b(?P<n>deux|trois|quatre) (?P<noun>[^\W\d_]+s) (?:avaient|ont) été (?:étudiée?s|proposée?s|examinée?s) : "
    r"(?P<list>une? [^;:()«»]+)$"
)


def picked(ctx: Context, sid: int) -> Iterator[Draft]:
    """« … trois solutions ont été étudiées : A, B et C. C’est la troisième qui a été retenue, pour D. ».

    Asked: « Quelle … ? »
    """
    match = PICKED_RE.match(flat(ctx, sid))
    before = OPTIONS_RE.search(flat(ctx, sid - 1)) if match is not None and sid else None
    if match is None or before is None:
        return
    items = re.split(r", | et (?=une? )", before["list"])
    rank = ORDINALS[match["o"]]
    if rank >= len(items) or len(items) != {"deux": 2, "trois": 3, "quatre": 4}[before["n"]]:
        return
    which = "Quelle" if match["done"].endswith("e") else "Quel"
    noun = before["noun"].removesuffix("s")
    text = f"{items[rank]}{match['why'] or ''}"
    yield Draft("kinds", f"{which} {noun} a été {match['done']} ?", (text,), 0.9, (sid - 1,))


MEETING_RE = re.compile(
    r"^Une? (?P<n>réunion|visite|fête|conférence|cérémonie|exposition|séance|vente|course|concert|débat)(?P<adj> "
    r"[^\W\d_]+)? est prévue? "
    r"(?P<when>le \d{1,2}(?:er)? [^\W\d_]+(?: \d{4})?) (?P<at>(?:à la|à l’|au|dans|aux|à) ?[^,;:.()]+)$"
)


def meeting(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Une réunion publique est prévue le 12 mars à la salle des fêtes » → « Où et quand aura lieu la réunion ? »"""
    match = MEETING_RE.match(flat(ctx, sid))
    gender = noun_gender(match["n"]) if match is not None else ""
    if match is None or not gender or not affirmed(ctx, sid):
        return
    the = "l’" if match["n"][0] in "aeéèê" else "la " if gender == "f" else "le "
    asked = f"Où et quand aura lieu {the}{match['n']}{match['adj'] or ''} ?"
    yield Draft("moment", asked, (f"{match['at']}, {match['when']}",), 0.8)


STAFF_RE = re.compile(
    rf"^{SUBJECT} (?P<v>emploie|compte|accueille|loge) (?:aujourd’hui |désormais |encore )?(?P<n>\d[\d ]*) "
    rf"(?P<x>[^\W\d_]+), contre (?P<m>\d[\d ]*) "
    r"(?P<when>avant [^,;:.()]+|en \d{4})$"
)


def staff(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le site emploie aujourd’hui 214 personnes, contre 260 avant la crise » → « Combien de personnes … ? »"""
    match = STAFF_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not affirmed(ctx, sid):
        return
    text = f"il y en a {match['n'].strip()}, au lieu de {match['m'].strip()} {match['when']}"
    yield Draft("part", question(f"Combien {de(match['x'])}", who, match["v"]), (text,), 0.8, who.also)


CONSISTS_RE = re.compile(rf"^Il (?P<v>faudra|faut) (?P<inf>{INFINITIVE} [^;:.()«»]+)$")
SITE_RE = re.compile(r"^(?P<s>Le chantier|La rénovation|La restauration|La remise en état|Le programme|L’opération)\b")


def consists(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le chantier … . Il faudra démonter A, refaire B et poser C. » → « En quoi consistera le chantier ? »"""
    match = CONSISTS_RE.match(flat(ctx, sid))
    before = SITE_RE.match(flat(ctx, sid - 1)) if match is not None and sid else None
    if match is None or before is None or len(PARTED_RE.findall(match["inf"])) < 2 or loose_words(match["inf"]):
        return
    be, does = {"faudra": ("il s’agira", "consistera"), "faut": ("il s’agit", "consiste")}[match["v"]]
    thing = before["s"][:1].lower() + before["s"][1:]
    text = f"{be} {each_with('de', match['inf'])}"
    yield Draft("kinds", f"En quoi {does} {thing} ?", (text,), 0.85, (sid - 1,))


BOUND_RE = re.compile(
    r"^(?P<s>L[ea] [^,;:.()«»]+?|L’[^,;:.()«»]+?) a (?P<done>fixé|posé|imposé) une condition : (?P<x>l[ea]s? "
    r"[^,;:.()«»]+?|l’[^,;:.()«»]+?) (?P<v>devra|devront) "
    r"(?P<do>[^,;:.()«»]+?) (?P<by>avant (?:le |la |l’|les )[^,;:.()«»]+)$"
)


def bound(ctx: Context, sid: int) -> Iterator[Draft]:
    """« La préfecture a fixé une condition : X devra V avant Z » → « Quelle condition a fixée la préfecture ? »"""
    match = BOUND_RE.match(flat(ctx, sid))
    if match is None or not affirmed(ctx, sid) or loose_words(f"{match['x']} {match['do']} {match['by']}"):
        return
    must = "doivent" if match["v"] == "devront" else "doit"
    who = match["s"][:1].lower() + match["s"][1:]
    text = f"{match['by']}, {match['x']} {must} {match['do']}"
    yield Draft("duty", f"Quelle condition a {match['done']}e {who} ?", (text,), 0.9)


CALLED_RE = re.compile(
    r"\b(?:dans |par |avec |en )?(?P<x>une? [^\W\d_]+ (?:de |d’)[^,;:.()«»]{3,40}), (?:appelée?|nommée?|dite?) (?:« "
    r")?(?P<t>[^\W\d_]{5,})(?: »)?(?=$|,)"
)


def called(ctx: Context, sid: int) -> Iterator[Draft]:
    """« … un état de vie ralentie, appelé reviviscence » → « Qu’est-ce que la reviviscence ? »"""
    match = CALLED_RE.search(flat(ctx, sid))
    gender = noun_gender(match["t"]) if match is not None else ""
    if match is None or not gender or match["t"][0].isupper() or loose_words(match["x"]):
        return
    the = "l’" if match["t"][0] in "aeiouéèêh" else "la " if gender == "f" else "le "
    yield Draft("terms", f"Qu’est-ce que {the}{match['t']} ?", (f"il s’agit {de(match['x'])}",), 0.8)


CREDITS_RE = re.compile(
    rf"^{SUBJECT} attribue(?:nt)? (?P<y>(?:la |le |l’|les |ce |cette |ces )[^,;:.()«»]+?) (?P<to>à la |à l’|au |aux )"
    rf"(?P<z>[^,;:.()«»]+)(?P<more>, [^;:.()«»]+)?$"
)


def credited(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Il attribue les progrès à la préparation de l’hiver » → « Comment Paul Brun explique-t-il les progrès ? »"""
    match = CREDITS_RE.match(flat(ctx, sid))
    if match is None or loose_words(match["z"]):
        return
    pronoun = match["s"].lower() in {"il", "elle"}  # somebody, not what the clause before may be about
    who = None if pronoun else named(ctx, sid, match["s"])
    name = who.text if who is not None else ""
    if not name:
        for k in (sid - 1, sid - 2):
            named_ = [ctx.analysis.entities[m.entity] for m in ctx.mentions(k)] if k >= 0 else []
            people = [e.name for e in named_ if e.label == "PER"]
            if people:
                name = people[0] if len(set(people)) == 1 else ""
                break
    if not name:
        return
    the = {"à la ": "la ", "à l’": "l’", "au ": "le ", "aux ": "les "}[match["to"]]
    thing = re.sub(r"^ces ", "les ", re.sub(r"^cette ", "la ", re.sub(r"^ce ", "le ", match["y"])))
    be = "sont" if the == "les " else "est"
    text = f"selon {name}, {the}{match['z']} en {be} la cause"
    yield Draft("cause", f"Qu’est-ce qui explique {thing} ?", (text,), 0.9, (sid - 1,) if who is None else who.also)


SHUT_RE = re.compile(
    r"\b(?:ses|les|la|le|l’|sa|son|leurs?) ?(?P<x>[^\W\d_]+), (?P<done>fermée?s?|coupée?s?|annulée?s?|reportée?s?"
    r"|interdite?s?)(?P<since> depuis [^,;:.()«»]+?)? "
    r"(?:à cause|en raison) (?:de |d’)(?P<y>une? [^,;:.()«»]+)$"
)


def shut(ctx: Context, sid: int) -> Iterator[Draft]:
    """« … la rénovation de ses vestiaires, fermés depuis mai à cause d’une fuite » → « Pourquoi les vestiaires … ? »"""
    match = SHUT_RE.search(flat(ctx, sid))
    if match is None or loose_words(match["y"]):
        return
    many = match["x"].endswith("s")
    gender = noun_gender(match["x"].removesuffix("s"))
    if not gender:
        return
    the = "les " if many else "l’" if match["x"][0] in "aeiouéèêh" else "la " if gender == "f" else "le "
    who = Named(f"{the}{match['x']}", gender, "p" if many else "s")
    text = f"{match['y']} en est la cause{match['since'] or ''}"
    yield Draft("cause", question("Pourquoi", who, "sont" if many else "est", match["done"]), (text,), 0.85)


SERVES_RE = re.compile(
    rf"^{SUBJECT} (?:, [^,]+, )?(?P<v>sert|servent) à (?P<a>{INFINITIVE} [^,;:.()«»]+?) (?P<and>et|puis|mais aussi) "
    rf"à (?P<b>(?:l[ea]s? |l’)?{INFINITIVE}\b[^,;:.()«»]*)$"
)


def serves(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Les puces servent à entraîner X puis à Y ».

    Asked: « À quoi servent les puces ? » « Elles permettent de …, puis de … »
    """
    text = flat(ctx, sid)
    aside = re.match(r"(?P<s>[^,;:.()«»]+), que [^,]+, (?P<rest>(?:sert|servent) .+)$", text)
    match = SERVES_RE.match(f"{aside['s']} {aside['rest']}" if aside is not None else text)
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not affirmed(ctx, sid):
        return
    let = "permettent" if match["v"] == "servent" else "permet"
    they = who.pronoun or who.text
    of_b = match["b"] if not re.match(r"[aeiouéèêh]", match["b"]) else ""
    both = f"{let} {each_with('de', match['a'])} {match['and']} {'de ' + of_b if of_b else 'd’' + match['b']}"
    yield Draft("use", f"À quoi {match['v']} {who.text} ?", (f"{they} {both}",), 0.8, who.also)


FOLLOWED_RE = re.compile(
    rf"^{SUBJECT} a (?P<v>suivi|étudié|observé|analysé|compté|examiné|testé) (?P<time>pendant [^,;:.()«»]+? (?:mois"
    rf"|ans|semaines|jours|heures)) (?P<n>\d[\d ]*) (?P<x>[^\W\d_]+)"
    r"(?P<of> (?:d’|de |du |des )[^,;:.()«»]+)?$"
)


def followed(ctx: Context, sid: int) -> Iterator[Draft]:
    """« L’équipe a suivi pendant dix mois 240 plants d’une espèce rare ».

    Asked: « Combien de plants l’équipe a-t-elle suivis ? »
    """
    match = FOLLOWED_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    gender = noun_gender(match["x"].removesuffix("s")) if match is not None else ""
    if match is None or who is None or not gender or not affirmed(ctx, sid):
        return
    done = f"{match['v']}{'es' if gender == 'f' else 's'}"
    text = f"{match['n'].strip()}{match['of'] or ''}, {match['time']}"
    yield Draft("part", question(f"Combien {de(match['x'])}", who, "a", done), (text,), 0.75, who.also)


MOVED_RE = re.compile(
    r"^(?P<s>(?:Son|Sa|Le|La|L’) ?[^,;:.()«»]+?) (?:était|est) (?:alors )?passée? de (?P<a>\d[\d,]*) à "
    r"(?P<b>\d[\d,]*) (?P<u>(?:millions|milliards|euros|%)[^,;:.()«»]*)$"
)
AGAIN_RE = re.compile(
    r"^En (?P<y>\d{4}), (?P<p>il|elle) est (?P<v>remontée?|retombée?|montée?|redescendue?) à (?P<c>\d[\d,]*) ?"
    r"(?P<u>millions|milliards|%)?$"
)


def moved(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Son chiffre d’affaires était passé de 41 à 28 millions. En 2024, il est remonté à 37. ».

    Asked: « Comment … évolué ? »
    """
    match = MOVED_RE.match(flat(ctx, sid))
    after = AGAIN_RE.match(flat(ctx, sid + 1)) if match is not None and sid + 1 < len(ctx.sentences) else None
    if match is None or after is None:
        return
    noun = re.sub(r"^(?:Son|Sa|Le|La|L’) ?", "", match["s"])
    feminine = after["p"] == "elle"
    the = "l’" if noun[0] in "aeiouéèêh" else "la " if feminine else "le "
    fell = float(match["b"].replace(",", ".")) < float(match["a"].replace(",", "."))
    went = ("tombé" if fell else "monté") + ("e" if feminine else "")
    unit = f" {after['u']}" if after["u"] else ""
    then = f"{after['v']} à {after['c']}{unit} en {after['y']}"
    text = f"{after['p']} est {went} de {match['a']} à {match['b']} {match['u']}, puis {then}"
    yield Draft("change", f"Comment a évolué {the}{noun} ?", (text,), 0.85, (sid + 1,))


SENTENCE_WORKS = (
    size,
    payers,
    starts,
    wanted,
    picked,
    meeting,
    staff,
    consists,
    bound,
    called,
    credited,
    shut,
    serves,
    followed,
    moved,
)
