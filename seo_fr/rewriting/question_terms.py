"""Questions on what a thing is, is worth or costs, on what it lacks, on what somebody is blamed for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import a, conjugate, de, elide, noun_gender
from seo_fr.rewriting.claims import claims
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_shapes import INFINITIVE, lighter
from seo_fr.rewriting.question_surface import SUBJECT, Named, affirmed, flat, named, opened, question
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

PLUS_RE = re.compile(
    rf"^L’avantage (?P<of>d(?:e |’){INFINITIVE} [^,;:.()]+?|du [^,;:.()]+?|de la [^,;:.()]+?) permet (?P<to>à chaque "
    rf"|aux? |à la |à l’)(?P<who>[^,;:.()]+?) (?:de |d’)"
    rf"(?P<inf>{INFINITIVE} [^,;:.()]+?)(?: tout en évitant (?P<no>la |le |les |l’)(?P<what>[^,;:.()]+))?$"
)


def advantage(ctx: Context, sid: int) -> Iterator[Draft]:
    """« L’avantage d’avoir deux clés permet à chacun de V tout en évitant Z ».

    Asked: « Quel est l’avantage d’avoir deux clés ? »
    """
    match = PLUS_RE.match(flat(ctx, sid))
    if match is None or loose_words(re.sub(r"\bs(?:on|a|es)\b", "", match["inf"])):
        return
    many = match["to"] == "aux "
    the = {"à chaque ": "chaque ", "aux ": "les ", "au ": "le ", "à la ": "la ", "à l’": "l’"}[match["to"]]
    can = conjugate("pouvoir", "present", number="p" if many else "s")
    without = f" et éviter {match['no']}{match['what']}" if match["no"] else ""
    asked = f"Quel est l’avantage {match['of']} ?"
    if match["of"].startswith(("de ", "d’")) and not match["of"].startswith("de la "):
        asked = f"À quoi sert {match['of']} ?"
    yield Draft("use", asked, (f"{the}{match['who']} {can} {match['inf']}{without}",), 0.8)


MINUS_RE = re.compile(
    rf"^Son (?:seul |principal |unique )?(?P<n>inconvénient|défaut) est de ne pas être capable (?:de |d’)"
    rf"(?P<inf>{INFINITIVE} [^,;:.()]+)$"
)


def drawback(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Son seul défaut est de ne pas être capable de trier X » after « Kelvo possède … ».

    Asked: « Quel est le défaut de Kelvo ? »
    """
    match = MINUS_RE.match(flat(ctx, sid))
    if match is None or sid == 0:
        return
    before = re.match(rf"^{SUBJECT} (?:possède|a|offre|propose|comporte) ", flat(ctx, sid - 1))
    who = named(ctx, sid - 1, before["s"]) if before is not None else None
    if who is None and before is not None and re.fullmatch(r"[A-Z][\w-]+", before["s"]):
        who = Named(before["s"], "", "s")
    if who is None or loose_words(match["inf"]):
        return
    the = "l’inconvénient" if match["n"] == "inconvénient" else "le défaut"
    yield Draft("use", f"Quel est {the} {de(who.text)} ?", (f"{who.text} ne sait pas {match['inf']}",), 0.8, (sid - 1,))


TOOL_RE = re.compile(
    rf"\bvous pouvez utiliser (?P<x>[\w-]+) pour (?P<inf>{INFINITIVE}) (?P<your>votre|vos) (?P<n>[^\W\d_]+)(?: "
    rf"(?P<when>avant|après) sa (?P<act>[^,;:.()]+))?$"
)


def tool(ctx: Context, sid: int) -> Iterator[Draft]:
    """« … vous pouvez utiliser X pour analyser votre site avant sa mise en ligne » → « À quoi sert X ? »"""
    match = TOOL_RE.search(flat(ctx, sid))
    if match is None:
        return
    gender = noun_gender(match["n"].removesuffix("s"))
    some = "des" if match["your"] == "vos" else {"f": "une", "m": "un"}.get(gender, "")
    if not some:
        return
    when = f" {match['when']} sa {match['act']}" if match["when"] else ""
    yield Draft(
        "use",
        f"À quoi sert {match['x']} ?",
        (f"{match['x']} permet {elide('de', match['inf'])} {some} {match['n']}{when}",),
        0.75,
    )


LASTS_RE = re.compile(
    r"^(?P<s>L[ea]s? [^,;:.()]+?) (?P<v>seront|sera|sont|est) (?P<done>[^\W\d_]+) (?:durant|pendant) (?P<a>[^\W\d_]+"
    r"|\d+) (?P<u>ans?|mois|jours|semaines|années?), "
    r"contrairement (?:à la |à l’|au |aux )(?P<x>[^;:.]+?) qui ne (?:dure(?:nt)?) que (?P<b>\d+) (?:ans?|mois|jours"
    r"|semaines|années?)$"
)


def lasts(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X sera assuré durant un an, contrairement à Y qui ne dure que 5 ans » → « Pendant combien de temps X … ? »"""
    text = flat(ctx, sid)
    match = LASTS_RE.match(text)
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not affirmed(ctx, sid, denied=True):
        return
    the = "la " if "contrairement à la " in text else "le " if "contrairement au " in text else "l’"
    told = f"{match['a']} {match['u']}, contre {match['b']} pour {the}{match['x']}"
    asked = question("Pendant combien de temps", who, match["v"], match["done"])
    if asked.startswith("Pendant combien de temps est-ce"):
        return
    yield Draft("part", asked, (f"la durée prévue est {elide('de', told)}",), 0.8, who.also)


SO_NOT_RE = re.compile(
    rf"^{SUBJECT} a (?P<done>conçu|créé|imaginé|dessiné) (?:ce|le|cette|la) (?P<x>[^\W\d_]+) (?P<how>avec "
    rf"[^,;:.()]+?) pour que (?:ce|le|cette|la) (?P=x) ne soit "
    r"ni (?P<a>[^\W\d_]+ant)e? pour (?P<b>[^,;:.()]+), ni (?P<c>[^\W\d_]+ant)e? pour (?P<d>[^,;:.()]+)$"
)


def so_as_not(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X a conçu ce code avec Y pour que ce code ne soit ni gênant pour A, ni blessant pour B » → « Pourquoi … ? »"""
    match = SO_NOT_RE.match(flat(ctx, sid))
    if match is None:
        return
    verbs = [f"{match[k].removesuffix('ant')}er" for k in ("a", "c")]
    gender = noun_gender(match["x"])
    if not gender or any(conjugate(v) is None for v in verbs):
        return
    the, pronoun = ("la", "elle") if gender == "f" else ("le", "il")
    text = f"{pronoun} ne devait ni {verbs[0]} {match['b']}, ni {verbs[1]} {match['d']}"
    thing = Named(elide(the, match["x"]), gender, "s")
    done = f"été {match['done']}{'e' if gender == 'f' else ''} {match['how']}"
    yield Draft("reason", question("Pourquoi", thing, "a", done), (text,), 0.85)


GRIEF_RE = re.compile(
    r"^(?:Son|Sa) (?P<who>parti|groupe|employeur|club|direction|syndicat) lui (?:faisait grief|fait grief|reproche"
    r"|reprochait) (?:de |d’)avoir "
    r"(?P<done>[^,;:.()]+?)(?: en ce qui concerne (?P<on>[^,;:.()]+?))?(?= modifiant|$|,)"
)


def grief(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Son parti lui faisait grief d’avoir rompu X » → « Que reproche son parti à Y ? »"""
    match = GRIEF_RE.match(flat(ctx, sid))
    if match is None or sid == 0 or loose_words(match["done"]):
        return
    people = list(
        dict.fromkeys(e.name for m in ctx.mentions(sid - 1) if (e := ctx.analysis.entities[m.entity]).label == "PER")
    )
    if len(people) != 1:
        return
    on = f" sur {match['on']}" if match["on"] else ""
    the = "la " if match["who"] == "direction" else "l’" if match["who"] == "employeur" else "le "
    told = f"{people[0]} a {match['done']}{on}, selon {the}{match['who']}"
    yield Draft("asked", f"Que reproche {the}{match['who']} {a(people[0])} ?", (told,), 0.9, (sid - 1,))


COST_RE = re.compile(
    r"^Les coûts? de (?P<act>réalisation|production|construction|fabrication) de (?:ce|cette|le|la) "
    r"(?P<x>[^,;:.()]+?) d’une durée de (?P<time>[^,;:.()]+?) "
    r"(?:sont|est) de (?P<n>[^,;:.()]+)$"
)


def cost(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Les coûts de réalisation de ce film d’une durée de 20 minutes sont de N » → « Combien a coûté le film ? »"""
    match = COST_RE.match(flat(ctx, sid))
    gender = noun_gender(match["x"].split()[0]) if match is not None else ""
    if match is None or not gender or not affirmed(ctx, sid):
        return
    the = elide("la" if gender == "f" else "le", match["x"])
    text = f"sa {match['act']} revient à {match['n']}, pour {match['time']}"
    yield Draft("part", f"Combien coûte {the} ?", (text,), 0.85)


MEASURES_RE = re.compile(
    rf"^{SUBJECT} demande (?P<to>au |à la |à l’|aux )(?P<whom>[^,;:.()]+?) des mesures pour (?P<a>{INFINITIVE} "
    rf"[^,;:.()]+?) et pour "
    rf"(?P<b>{INFINITIVE} [^,;:.()]+?)(?: à l’aide [^,;:.()]*)?$"
)


def measures_for(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X demande au gouvernement des mesures pour A et pour B » → « Que demande X au gouvernement ? »"""
    for view in opened(flat(ctx, sid)):
        match = MEASURES_RE.match(view.text)
        who = named(ctx, sid, match["s"]) if match is not None else None
        if match is None or who is None:
            continue
        text = f"des mesures devraient permettre {elide('de', match['a'])}, mais aussi {elide('de', match['b'])}"
        text = (
            f"{who.pronoun or 'Il'} réclame de quoi {match['a']}, mais aussi de quoi {match['b']}"
            if who.pronoun
            else text
        )
        yield Draft("asked", f"Que demande {who.text} {match['to']}{match['whom']} ?", (text,), 0.8, who.also)
        return


RESTS_RE = re.compile(
    r"(?:^|, )(?:[Cc]e|[Ll]e|[Cc]ette|[Ll]’) ?(?P<n>rapport|étude|enquête|dossier)(?: de \d+ pages)? (?:se base"
    r"|s’appuie"
    r"|repose|se fonde) sur "
    r"(?P<k>(?:plus de |près de |environ )?\d[\d ]* (?:témoignages|entretiens|réponses)) (?P<of>(?:de "
    r"|d’)[^,;:.()]+?)(?= effectués| recueillis| menés|,|$)"
)


def rests(ctx: Context, sid: int) -> Iterator[Draft]:
    """« l’étude s’appuie sur près de 90 entretiens d’anciens A et d’anciens B » → « Sur quoi … ? »"""
    match = RESTS_RE.search(flat(ctx, sid))
    if match is None or loose_words(match["of"]):
        return
    the = {"rapport": "le rapport", "étude": "l’étude", "enquête": "l’enquête", "dossier": "le dossier"}[match["n"]]
    from_ = re.sub(r"^(?:de |d’)", "", lighter(match["of"]))
    pronoun = "elle" if match["n"] in {"étude", "enquête"} else "il"
    text = f"{pronoun} s’appuie sur {match['k']}, recueillis auprès {elide('de', from_)}"
    yield Draft("kinds", f"Sur quoi repose {the} ?", (text,), 0.8)


MORE_RE = re.compile(
    r"^Il faut (?P<k>[^\W\d_]+ [^\W\d_]+) de plus : (?P<s>une? [^,;:.()]+?) dure (?P<n>environ [^,;:.()]+"
    r"|\d[^,;:.()]+)$"
)


def more(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Il faut deux jours de plus : un mois dure environ 29 jours » → « Combien de temps dure un mois ? »"""
    match = MORE_RE.match(flat(ctx, sid))
    if match is None or not affirmed(ctx, sid):
        return
    text = f"il faut compter {match['n']}, soit {match['k']} de plus"
    before = re.search(
        r"^(?P<s>La [^,;:.()]+?) (?P<v>tourne) (?P<r>[^,;:.()]+?) en (?P<t>[^,;:.()]+?) \((?P<x>le [^,;:.()]+)\)$",
        ctx.sentence(max(0, sid - 3)).text.replace("'", "’").rstrip("."),
    )
    if before is not None:
        text = f"{text} que {before['x']}"
    yield Draft(
        "part", f"Combien de temps dure {match['s']} ?", (text,), 0.85, (sid - 3,) if before is not None else ()
    )


UNFIT_RE = re.compile(
    r"^(?:Attention : )?(?P<a>[A-Z][\w-]+ v?\d[\d.]*) et (?P<b>versions|modèles|éditions) (?P<c>supérieure?s"
    r"|antérieure?s) ne sont pas compatibles avec (?P<d>[^,;:.()]+)$"
)


def unfit(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X v2 et versions supérieures ne sont pas compatibles avec Y » → « X v2 est-il compatible avec Y ? »"""
    match = UNFIT_RE.match(flat(ctx, sid))
    if match is None:
        return
    text = f"non : ni {match['a']} ni les {match['b']} {match['c']} n’y sont compatibles"
    yield Draft("whether", f"Est-il possible d’utiliser {match['a']} avec {match['d']} ?", (text,), 0.8)


WILL_RE = re.compile(
    rf"^{SUBJECT} (?:annonçait|annonce|a annoncé) (?:[^\W\d_]+ )?qu(?:’il|’elle) (?:allait|va) (?P<inf>{INFINITIVE} "
    rf"[^,;:.()]+?)(?: après [^,;:.()]+?)?(?: contre (?P<against>[^,;:.()]+))?$"
)


def will(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X annonçait samedi qu’il allait déposer un recours après Y contre Z » → « Que compte faire X ? »"""
    match = WILL_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or loose_words(match["inf"]):
        return
    counts = "comptent" if who.number == "p" else "compte"
    text = f"{who.text} a annoncé vouloir {match['inf']}"
    yield Draft("asked", f"Que {counts} faire {who.text} ?", (text,), 0.75, who.also)


AGAINST_RE = re.compile(r"(?:Malgré|Cependant|Toutefois|Pourtant|Néanmoins|En revanche|À l’inverse|Mais|D’autres)\b")


def seen_as(ctx: Context, sid: int) -> Iterator[Draft]:
    """« des analystes voient dans le jugement une chance possible pour X ».

    Asked: « Comment est perçu le jugement ? » Never of a sentence that sets one view against others told before.
    """
    if AGAINST_RE.match(flat(ctx, sid)):
        return
    for claim in claims(ctx):
        if claim.sid != sid:
            continue
        for text in claim.texts:
            match = re.match(r"(?P<v>voi(?:t|ent)) dans (?P<x>(?:l[ea] |l’|les )[^\W\d_]+) (?P<what>une? .+)$", text)
            if match is None or not match["x"].startswith("le "):
                continue
            judge = "jugent" if match["v"] == "voient" else "juge"
            told = f"{claim.speaker} {judge} que c’est {match['what']}"
            yield Draft("view", f"Comment est perçu {match['x']} ?", (told,), 0.8)


SENTENCE_TERMS = (
    advantage,
    drawback,
    tool,
    lasts,
    so_as_not,
    grief,
    cost,
    measures_for,
    rests,
    more,
    unfit,
    will,
    seen_as,
)
