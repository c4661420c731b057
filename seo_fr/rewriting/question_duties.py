"""Questions on what somebody is charged with, aims at, is known for, or has to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import conjugate, de
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_requests import fits
from seo_fr.rewriting.question_shapes import INFINITIVE, cut, each_with, lighter, relatived, verbal
from seo_fr.rewriting.question_surface import SUBJECT, affirmed, flat, named, opened
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

CHARGED_RE = re.compile(
    r"^(?P<s>(?:[Ll]es? |[Ll]a |[Ll]’)[^,;:.()«»]{2,70}?) (?P<v>est|sont|sera|seront|était|étaient) chargée?s? (?:de "
    r"|d’)"
    rf"(?P<inf>{INFINITIVE}\b.*)$"
)
TENSES = {
    "est": "present",
    "sont": "present",
    "sera": "future",
    "seront": "future",
    "était": "imperfect",
    "étaient": "imperfect",
}


def charged(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Les agents seront chargés de V et de W » → « Quelle sera la mission des agents ? » « Ils devront V et W. »"""
    for view in opened(flat(ctx, sid)):
        match = CHARGED_RE.match(view.text)
        if match is None or view.against or not affirmed(ctx, sid):
            continue
        who = named(ctx, sid, re.split(r" qui ", match["s"])[0])
        inf = cut(match["inf"])
        if who is None or not who.pronoun or loose_words(inf) or not 4 <= len(inf.split()) <= 30:
            continue
        listed = re.sub(
            r"(?<=, )(?:de |d’)(?=[^\W\d_]+(?:er|ir|re|oir)\b)|(?<= et )(?:de |d’)(?=[^\W\d_]+(?:er|ir|re|oir)\b)",
            "",
            inf,
        )
        must = conjugate("devoir", TENSES[match["v"]], number=who.number)  # type: ignore[arg-type]
        be = {"present": "est", "future": "sera", "imperfect": "était"}[TENSES[match["v"]]]
        text = f"{who.pronoun} {must} {lighter(listed)}"
        yield Draft("duty", f"Quelle {be} la mission {de(who.text)} ?", (text,), 0.8, who.also)
        return


GOAL_RE = re.compile(
    rf"^{SUBJECT} (?:a|ont) pour (?P<noun>objectif|but|mission|vocation|ambition) (?:de |d’)(?P<inf>{INFINITIVE}\b.*)$"
)
OF_RE = re.compile(
    r"^(?P<the>La mission|L’objectif|Le but|L’ambition|Le rôle|La première étape) (?P<of>(?:des |du |de la |de l’|de "
    r"|d’)[^,;:.()«»]{2,50}?) (?P<be>est|était) "
    rf"(?:de |d’)(?P<inf>{INFINITIVE}\b.*)$"
)


def aimed(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Ce colloque a pour but de réunir A » → « À quoi doit servir le colloque ? » « Il vise à réunir A. »"""
    for view in opened(flat(ctx, sid)):
        match = GOAL_RE.match(view.text)
        if match is None or view.against or not affirmed(ctx, sid):
            continue
        who, inf = named(ctx, sid, match["s"]), cut(match["inf"])
        if who is None or not who.pronoun or not fits(re.sub(r"\bs(?:on|a|es)\b", "", inf)):
            continue
        duty = match["noun"] == "mission"
        inf = re.split(r" (?:au moyen|par le biais) (?:de |d’|du |des )", inf)[0]
        must = "doivent" if who.number == "p" else "doit"
        aims = must if duty else "visent" if who.number == "p" else "vise"
        plainer = relatived(lighter(verbal(inf)))
        what = plainer if duty else each_with("à", plainer)
        noun = match["noun"]
        the = {"objectif": "Quel est l’objectif", "but": "Quel est le but"}.get(
            noun, f"Quelle est {'l’' if noun[0] == 'a' else 'la '}{noun}"
        )
        text = f"{who.pronoun} {aims} {what}"
        other = re.sub(rf" pour (?={INFINITIVE}\b)", " afin de ", text)
        other = re.sub(r"\bafin de (?=[aeiouyéèêh])", "afin d’", other)
        yield Draft("duty", f"{the} {de(who.text)} ?", tuple(dict.fromkeys((text, other))), 0.8, who.also)
        return


def mission_of(ctx: Context, sid: int) -> Iterator[Draft]:
    """« La mission des agents est de guider A vers B, et ce jour et nuit » → « Quelle est la mission des agents ? »"""
    match = OF_RE.match(flat(ctx, sid))
    if match is None or not affirmed(ctx, sid):
        return
    owner = re.sub(r"^(?:des )", "les ", re.sub(r"^du ", "le ", re.sub(r"^(?:de (?=la |l’)|de |d’)", "", match["of"])))
    who = named(ctx, sid, owner[:1].upper() + owner[1:] if owner.startswith(("les ", "le ", "la ", "l’")) else owner)
    always = re.search(r", et ce (?P<w>\d[^,;.]*(?:, \d[^,;.]*)?)$", match["inf"])
    inf = cut(match["inf"][: always.start()] if always else match["inf"])
    if who is None or not fits(inf) or not who.pronoun:
        return
    first = inf.split()[0]
    now = conjugate(first, "present", number=who.number)
    if now is None:
        return
    rest = inf[len(first) :].strip()
    aside = re.match(r"(?P<obj>l[ea]s? [^,]+?) (?:sur le terrain )?(?P<to>vers [^,]+)$", rest)
    if always and aside is not None:
        rest = f"{always['w']}, {aside['obj']} {aside['to']}"
    when = f", {always['w']}" if always and aside is None else ""
    the = match["the"][:1].lower() + match["the"][1:]
    which = "Quelle" if the.startswith(("la ", "l’amb")) else "Quel"
    if "étape" in the or match["be"] == "était":
        need = "il faut" if match["be"] == "est" else "il fallait"
        yield Draft("duty", f"{which} {match['be']} {the} {match['of']} ?", (f"{need} {lighter(inf)}",), 0.8, who.also)
        return
    yield Draft("duty", f"{which} est {the} {match['of']} ?", (f"{who.pronoun} {now} {rest}{when}",), 0.8, who.also)


KNOWN_RE = re.compile(
    rf"^(?:(?P<front>Pendant [^,]+|Durant [^,]+|Au cours [^,]+), )?{SUBJECT} (?:est|sont) (?:aussi |également "
    rf"|surtout )?connue?s? pour "
    r"(?P<a>avoir [^,;:.()]+?)(?: et pour (?P<b>avoir [^,;:.()]+))?$"
)


NAMED_FOR_RE = re.compile(
    rf"^{SUBJECT} sont (?:aussi |également |surtout )?connus pour (?:la fabrication|la production) (?P<of>de |d’|des "
    rf")(?P<x>[^,;:.()]+)$"
)


def famed_for(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Ils sont aussi connus pour la fabrication de poteries » → « Pour quoi les X sont-ils connus ? »"""
    match = NAMED_FOR_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or who.gender != "m" or not affirmed(ctx, sid):
        return
    yield Draft(
        "duty", f"Pour quoi {who.text} sont-ils connus ?", (f"ils sont réputés pour leurs {match['x']}",), 0.7, who.also
    )


def known_for(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Pendant la guerre, X est connu pour avoir A et pour avoir B ».

    Asked: « Qu’a fait X pendant la guerre ? » « Il a A et B. »
    """
    match = KNOWN_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not who.pronoun or not affirmed(ctx, sid):
        return
    have = "ont" if who.number == "p" else "a"
    first = match["a"].removeprefix("avoir ")
    second = f" et {have} {match['b'].removeprefix('avoir ')}" if match["b"] else ""
    if loose_words(f"{first}{second}"):
        return
    front = f" {match['front'][:1].lower()}{match['front'][1:]}" if match["front"] else ""
    asked = (
        f"Qu’{have} fait {who.text}{front} ?"
        if front
        else f"Pour quoi {'sont' if have == 'ont' else 'est'} connu {who.text} ?"
    )
    if not front and who.gender != "m":
        return
    yield Draft("duty", asked, (lighter(f"{who.pronoun} {have} {first}{second}"),), 0.8, who.also)


FORCED_RE = re.compile(
    r"(?:^|[;,.] )(?P<s>[A-ZÉ][\w’-]+(?: (?:de |d’|du )?[A-ZÉ][\w’-]+)+),? (?:est (?:lui |elle )?)?(?P<how>obligée?"
    r"|contrainte?|forcée?) "
    rf"(?:de |d’)(?P<inf>{INFINITIVE} [^,;:.()]+?)(?: pour (?P<aim>{INFINITIVE} [^,;:.()]+))?, après avoir "
    rf"(?P<done>[^,;:.()]+)"
)


def forced(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X, obligé de rentrer au port pour réparer Y, après avoir heurté Z ».

    Asked: « Pourquoi X a-t-il dû rentrer au port ? »
    """
    match = FORCED_RE.search(flat(ctx, sid))
    if match is None or ctx.attributions(sid) or ctx.quotations(sid):
        return
    feminine = match["how"].endswith("e") and match["how"] not in {"obligé", "forcé"}
    pronoun = "elle" if feminine else "il"
    leak = re.search(r" en raison d’(?P<why>une? [^,;:.()]+)$", match["inf"])
    inf = re.sub(r" (?:avant même|en raison d’) ?.*$", "", match["inf"])
    if loose_words(f"{inf} {match['done']} {match['aim'] or ''}"):
        return
    aim = f" et devait {match['aim']}" if match["aim"] else ""
    text = f"{pronoun} avait {match['done']}{aim}"
    if leak:
        text = f"{leak['why']} l’y a contraint{'e' if feminine else ''} : {text}"
    yield Draft("reason", f"Pourquoi {match['s']} a-t-{pronoun} dû {inf} ?", (text,), 0.9)


MUST_RE = re.compile(
    r"^(?P<who>Les (?P<n>[^\W\d_]+)) (?P<part>ayant|disposant d[e’]|possédant|souhaitant|voulant) "
    r"(?P<what>[^,;:.()]+?) "
    r"(?P<v>devront|doivent|pourront|peuvent) (?P<do>[^,;:.()]+?)(?:, qui (?P<more>portera [^,;:.()]+))?$"
)
PARTS = {"ayant": "ont", "possédant": "possèdent", "souhaitant": "souhaitent", "voulant": "veulent"}


def who_must(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Les élèves ayant moins de 8 devront repasser X ».

    Asked: « Qui devra repasser X ? » « Les élèves qui ont moins de 8 … »
    """
    match = MUST_RE.match(flat(ctx, sid))
    if match is None or match["part"] not in PARTS or not affirmed(ctx, sid):
        return
    if loose_words(f"{match['what']} {match['do']}"):
        return
    what = re.search(r"(?P<the>l’|l[ea] |au |aux |les )(?P<n>[^\W\d_]+(?: (?:de |d’)[^\W\d_]+)?)$", match["do"])
    if what is None:
        return
    thing = {"au ": "le ", "aux ": "les "}.get(what["the"], what["the"]) + what["n"]
    text = f"ce sont {match['who'][:1].lower()}{match['who'][1:]} qui {PARTS[match['part']]} {match['what']}"
    yield Draft("duty", f"Qui est concerné par {thing} ?", (text,), 0.85)


THREAT_RE = re.compile(
    r"^(?P<s>(?:L[ea] |L’|[A-ZÉ])[^,;:.()«»]{2,50}?)(?:, [^,]+,)? (?:a|ont) (?:[^;:.()]* (?:a|ont) )?menacé "
    r"(?P<whom>les [^,;:.()«»]+?) de (?P<what>(?:poursuites|sanctions|représailles|amendes?)\b[^,;:.()«»]*)$"
)


def threatened(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X a menacé les auteurs de ces vols de poursuites » → « Que risquent les auteurs des vols ? »"""
    match = THREAT_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None:
        return
    whom = re.sub(r"\bde ces\b", "des", match["whom"])
    what = re.sub(r" et (?=dans |en |à )", " comme ", match["what"])
    if loose_words(f"{whom} {what}"):
        return
    yield Draft("duty", f"Que risquent {whom} ?", (f"{who.text} les menace de {what}",), 0.8, who.also)


SENTENCE_DUTIES = (famed_for, charged, aimed, mission_of, known_for, forced, who_must, threatened)
