"""Why something is done or happens: aims, what came before, what somebody thinks; read by the surface of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from seo_fr.french import conjugate, noun_gender
from seo_fr.french.conjugation import infinitive
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_requests import fits
from seo_fr.rewriting.question_shapes import INFINITIVE, cut, lighter, relatived
from seo_fr.rewriting.question_surface import SUBJECT, Named, affirmed, flat, named, opened, question
from seo_fr.rewriting.questions import Draft, settings
from seo_fr.rewriting.stretches import loose_words, one_clause


@cache
def aim_pattern() -> re.Pattern[str]:
    """« X a organisé Y pour Z », « X organise Y afin de Z », for the verbs of decision or creation."""
    now = sorted({f for d in settings()["deeds"] for n in ("s", "p") if (f := conjugate(d, "present", number=n))})
    return re.compile(
        rf"^{SUBJECT} (?P<v>(?:a|ont) [^\W\d_]+|{'|'.join(now)}) (?P<rest>[^,;:.()«»]+?) (?:pour|afin de|afin d’) ?"
        rf"(?P<inf>{INFINITIVE} [^;:.()«»]+)$"
    )


ACRONYM_RE = re.compile(r"\((?P<a>[A-Z]{2,})\)")
LONG_NAME = 5
"""Words of a name over which its acronym is asked about, where the source gives it."""
LONGEST_DEED = 12
"""Words of what is done."""


def aim(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X a organisé Y pour Z » → « Pourquoi X a-t-il organisé Y ? » « Il voulait Z. », for whom the parser lost."""
    for view in opened(re.sub(r"(?<=\w) \([A-Z][\w.-]*\)", "", flat(ctx, sid))):
        match = aim_pattern().match(view.text)
        if match is None or view.against or not affirmed(ctx, sid):
            continue
        who = named(ctx, sid, match["s"])
        lemma = infinitive(match["v"].split()[-1])
        inf = one_clause(ctx, cut(match["inf"]), sid).strip()
        if who is None or not who.pronoun or lemma not in settings()["deeds"] or not fits(inf) or not acts(ctx, who):
            continue
        if len(who.text.split()) > LONG_NAME and (short := ACRONYM_RE.search(flat(ctx, sid))):
            who = Named(f"{match['s'].split()[0].lower()} {short['a']}", who.gender, who.number, who.also)
        rest = re.split(r" avec | à partir ", match["rest"])[0]
        if loose_words(rest) or len(rest.split()) > LONGEST_DEED:
            continue
        past = match["v"].startswith(("a ", "ont "))
        want = conjugate("vouloir", "imperfect" if past else "present", number=who.number)
        finite, _, done = match["v"].partition(" ")
        text = f"{who.pronoun} {want} {lighter(inf)}"
        texts = tuple(dict.fromkeys((text, text.replace(" mettre en place ", " installer "))))
        yield Draft("reason", question("Pourquoi", who, finite, f"{done} {rest}"), texts, 0.85, who.also)
        return


def acts(ctx: Context, who: Named) -> bool:
    """Whether a subject can have an aim."""
    head = re.split(r"[ ’]", re.sub(r"^(?:les? |la |l’|une? |des )", "", who.text))[0].lower()
    entity = next((e for e in ctx.analysis.entities if who.text in {e.name, *e.aliases}), None)
    return (
        head.rstrip("s") in settings()["people"]
        or head in settings()["people"]
        or (entity is not None and entity.label in {"PER", "ORG"})
    )


AFTER_RE = re.compile(
    r"^(?:(?P<front>Dans [^,]{3,30}|[^,]{3,30}\d{4}), )?(?P<s>[A-ZÉ][\w’-]+(?: (?:de |d’|du )?[A-ZÉ][\w’-]+)+)(?: "
    r"\([^()]*\))?(?:, qui [^,]+,)? "
    rf"(?:a dû|a préféré être prudent, et|a préféré|a décidé de|a choisi de) (?P<inf>{INFINITIVE}[^,;:.()]*?),? "
    rf"après avoir "
    r"(?P<done>[^\W\d_]+)(?P<when>, vers [^,]+,)?(?P<what> (?:une? |des |deux |trois |l[ea]s? |l’)[^,;:.()]+?)"
    r"(?P<day> hier[^,;.]*)?(?:, alors qu[^;:.]+)?$"
)


def after(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X a dû faire demi-tour après avoir heurté Y ».

    Asked: « Pourquoi X a-t-il fait demi-tour ? » « Il avait heurté Y. »
    """
    text = flat(ctx, sid)
    match = AFTER_RE.match(text)
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or ctx.attributions(sid):
        return
    first, _, rest = match["inf"].partition(" ")
    if first == "se" or loose_words(f"{rest} {match['what']}"):
        return
    when = match["when"].strip(", ") if match["when"] else ""
    told = [
        f"{who.pronoun or who.text} avait {match['done']}{x}{match['what']}" for x in (f", {when}," if when else "", "")
    ]
    need = "dû" if "a dû" in match[0] else "voulu"
    asked = question("Pourquoi", who, "a", f"{need} {match['inf']}")
    yield Draft("after", asked, tuple(dict.fromkeys(told)), 0.85, who.also)


LEFT_RE = re.compile(
    r"^(?:[^,]{3,40}, )?(?P<s>[Ii]l|[Ee]lle|[A-ZÉ][\w’-]+(?: [A-ZÉ][\w’-]+)+) a annoncé [^;:.()«»]*?(?P<what>son "
    r"abandon|son retrait|"
    r"sa démission|son départ|son forfait),? en raison (?P<q>« )?(?:d’|de )(?P<why>(?:une? )?[^;:.()«»]+)(?: »)?$"
)
LEFT = {
    "son abandon": "abandonne",
    "son retrait": "se retire",
    "sa démission": "démissionne",
    "son départ": "part",
    "son forfait": "déclare forfait",
}


def left(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Il a annoncé son abandon, en raison « d’une rupture de X » » → « Pourquoi X abandonne-t-il ? »"""
    match = LEFT_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not who.pronoun or loose_words(match["why"]):
        return
    verb = LEFT[match["what"]]
    finite, _, more = verb.partition(" ")
    if finite == "se":
        finite, more = more, ""
        asked = question("Pourquoi", who, finite, more, before="se ")
    else:
        asked = question("Pourquoi", who, finite, more)
    whole = match["why"].strip()
    short = re.split(r" (?:sous|dans|sur|au niveau) ", whole)[0]
    told = (f"{who.pronoun} invoque « {w} »" if match["q"] else f"{who.pronoun} invoque {w}" for w in (whole, short))
    yield Draft("left", asked, tuple(dict.fromkeys(told)), 0.9, who.also)


THINKS_RE = re.compile(
    r"^Estimant que (?P<q>« [^«»]+ »), (?P<s>il|elle|[A-Z][\w’-]+(?: [A-Z][\w’-]+)+) (?P<v>[^\W\d_]+) "
    r"(?P<rest>[^;:.()«»]+)$"
)


def thinks(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Estimant que « Q », elle vota contre » → « Pourquoi X vota-t-elle contre ? » « Elle estime que « Q ». »"""
    match = THINKS_RE.match(flat(ctx, sid))
    if match is None:
        return
    who = named(ctx, sid, match["s"])
    if who is None:
        people = [ctx.analysis.entities[m.entity] for k in (sid - 1, sid - 2) if k >= 0 for m in ctx.mentions(k)]
        found = list(dict.fromkeys(e.name for e in people if e.label == "PER"))
        if len(found) != 1 or match["s"] not in {"il", "elle"}:
            return
        who = Named(found[0], "f" if match["s"] == "elle" else "m", "s", (sid - 1,))
    rest = re.split(r" (?:avec|par|lors|pendant) ", match["rest"])[0]
    if not who.pronoun or loose_words(rest) or len(rest.split()) > 8:
        return
    told = [f"{who.pronoun} estime que {match['q']}"]
    if same := re.match(r"« (?P<a>(?:l[ea] |l’|les )[^«»]+?) est (?P<b>[^«»]+) »$", match["q"]):
        told.insert(0, f"{same['a']} est « {same['b']} », estime-t-{who.pronoun.lower()}")
    yield Draft("belief", question("Pourquoi", who, match["v"], rest), tuple(told), 0.85, who.also)


HOLDS_RE = re.compile(
    rf"^{SUBJECT} (?P<v>justifie(?:nt)?) (?:entre autres |notamment )?(?P<what>(?:ces|cette|cet|ce|les|la|le|l’) "
    rf"?[^,;:.()«»]+?) par le fait "
    r"qu(?:e |’)(?P<pro>ils?|elles?) considère(?:nt)? (?P<x>(?:l[ea]s? |l’)[^,;:.()«»]+?) (?P<adj>[^\W\d_]+)$"
)


def holds(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X justifie ces faits par le fait qu’elle considère Y impies » → « Comment X justifie-t-elle les faits ? »"""
    text = flat(ctx, sid).split(" ; ")[-1]
    match = HOLDS_RE.match(text)
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None:
        return
    what = re.sub(r"^ces ", "les ", re.sub(r"^cette ", "la ", match["what"]))
    judges = "jugent" if match["v"].endswith("nt") else "juge"
    pronoun = match["pro"][:1].upper() + match["pro"][1:]
    told = f"{pronoun} {judges} {match['adj']} {match['x']}"
    yield Draft("view", question("Comment", who, match["v"], what), (told,), 0.85, who.also)


PROVE_RE = re.compile(
    rf"^{SUBJECT} (?P<v>ont justifié|a justifié) (?P<what>la|le|l’) ?(?P<n>[^\W\d_]+) de (?:cette|la) "
    rf"(?P<x>[^\W\d_]+) pour prouver "
    r"(?P<to>(?:à|aux?) [^,;:.()«»]+?) que son (?P<act>ouverture|fermeture|passage) (?P<not>ne [^\W\d_]+ pas"
    r"|[^\W\d_]+) (?P<rest>[^,;:.()«»]+)$"
)
ACTS = {"ouverture": "l’ouvrir", "fermeture": "la fermer", "passage": "la passer"}


def proved(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X ont justifié la destruction de cette porte pour prouver que P » → « Comment X ont-ils justifié … ? »"""
    match = PROVE_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None:
        return
    have, done = match["v"].split()
    the = match["what"] + ("" if match["what"] == "l’" else " ")
    pronoun = who.pronoun or ("Ils" if have == "ont" else "")
    if not pronoun:
        return
    said = "disaient" if have == "ont" else "disait"
    told = f"{pronoun} {said} vouloir prouver {match['to']} que {ACTS[match['act']]} {match['not']} {match['rest']}"
    asked = question(
        "Comment",
        Named(who.text, "m" if have == "ont" else who.gender, who.number),
        have,
        f"{done} {the}{match['n']} de la {match['x']}",
    )
    yield Draft("view", asked, (told,), 0.85, who.also)


OWED_RE = re.compile(
    rf"^(?:Jusqu’à présent|Jusqu’alors|Jusque-là), {SUBJECT} (?P<v>avait|avaient) (?:l’)?obligation (?:de |d’)"
    rf"(?P<inf>{INFINITIVE}) "
    r"(?P<what>[^,;:.()«»]+?)(?P<before> avant [^\W\d_]+)?$"
)


def owed(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Jusqu’à présent, les journaux avaient obligation d’envoyer X avant Y » → « À quoi étaient obligés … ? »"""
    match = OWED_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or not affirmed(ctx, sid):
        return
    must = "devaient" if match["v"] == "avaient" else "devait"
    pronoun = who.pronoun or ("Ils" if who.number == "p" else "")
    if not pronoun:
        return
    before = f",{match['before']}," if match["before"] else ""
    told = f"{pronoun} {must}{before} {match['inf']} {match['what']}"
    yield Draft("duty", f"Quelle obligation {match['v']} {who.text} ?", (told,), 0.8, who.also)


SEEMS_RE = re.compile(
    rf"^Il semblerait que {SUBJECT} ait été (?P<v>provoquée?|causée?|déclenchée?) (?:« )?par (?P<a>une? )"
    rf"(?P<cause>[^,;:.()«»]+?) "
    r"(?P<done>[^\W\d_]+é)e?s? par (?P<who>[^,;:.()«»]+?) (?P<at>dans [^,;:.()«»]+?)(?: »)?(?: (?:a-t-(?:il|elle)"
    r"|selon|indique).*|, a indiqué .*)?$"
)


def seems(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Il semblerait que X ait été provoquée par un feu lancé par quelqu’un dans Y ».

    Asked: « Qu’est-ce qui aurait provoqué X ? »
    """
    match = SEEMS_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None:
        return
    told = f"{match['who']} aurait {match['done']} {match['a']}{match['cause']} {match['at']}"
    saying = next((a for a in ctx.attributions(sid) if a.speaker), None)
    by = saying.speaker.replace("'", "’") if saying is not None else ""
    if by.lower() in {"il", "elle"} or not by:
        before = [a.speaker for a in ctx.attributions(sid - 1)] if sid else []
        by = before[0].replace("'", "’") if before else ""
    if not by or by.lower() in {"il", "elle", "nous"}:
        return
    plain = re.sub(r"(?<=é)e$", "", match["v"])
    by = by[:1].lower() + by[1:] if re.match(r"(?:Une?|L[ea]s?|L’) ?", by) else by
    subject = re.sub(r" [^\W\d_]+ère$", "", who.text)
    yield Draft("cause", f"Qu’est-ce qui aurait {plain} {subject} ?", (f"selon {by}, {told}",), 0.9)


AS_RE = re.compile(
    r"(?:^|: |, |^Et )(?:[Cc]omme|[Pp]uisqu[e’]) ?il n’y a pas un nombre (?P<adj>entier|suffisant|égal) (?:de |d’)"
    r"(?P<x>[^,;:.()]+), "
    r"(?P<s>on|ces [^\W\d_]+|les [^\W\d_]+) (?P<v>(?:se |s’)?[^\W\d_]+) (?P<rest>[^,;:.()]+)"
)


def not_whole(ctx: Context, sid: int) -> Iterator[Draft]:
    """« puisqu’il n’y a pas un nombre entier de X, ces Y se décalent » → « Pourquoi les Y se décalent-ils ? »"""
    match = AS_RE.search(flat(ctx, sid))
    if match is None or ctx.attributions(sid):
        return
    told = f"le nombre {'d’' if match['x'][0] in 'aeiouéèêh' else 'de '}{match['x']} n’est pas {match['adj']}"
    if match["s"] == "on":
        need = re.search(
            rf" : il faut (?P<do>{INFINITIVE} (?:une? |des |l[ea]s? )[^,;:.()]+?) pour (?P<aim>{INFINITIVE} "
            rf"[^,;:.()]+)$",
            flat(ctx, sid),
        )
        if need is None:
            return
        text = f"{told} ; il faut {need['aim']}"
        yield Draft("reason", f"Pourquoi faut-il {need['do']} ?", (text,), 0.85)
        return
    who = named(ctx, sid, match["s"])
    rest = re.sub(r"\bpetit à petit ", "", match["rest"])
    if who is None or loose_words(rest):
        return
    before, verb = re.match(r"(?P<b>se |s’)?(?P<v>.+)$", match["v"]).groups()  # type: ignore[union-attr]
    gender = who.gender or (noun_gender(who.text.split()[-1].removesuffix("s")) if who.number == "p" else "")
    asked = question("Pourquoi", Named(who.text, gender, who.number), verb, rest, before=before or "")
    yield Draft("reason", asked, (told,), 0.85)


NOT_BEFORE_RE = re.compile(
    rf"(?:^|, )(?:Toutefois |Cependant )?vous ne pour(?:rez|riez) (?P<inf>{INFINITIVE} [^,;:.()]+?) avant "
    rf"(?P<time>\d+ [^\W\d_]+) "
    r"(?P<why>pour des raisons [^,;:.()]+?)(?: :.*)?$"
)


def not_before(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Vous ne pourrez intégrer X avant 5 jours pour des raisons techniques ».

    Asked: « Peut-on intégrer X tout de suite ? »
    """
    match = NOT_BEFORE_RE.search(flat(ctx, sid))
    if match is None or loose_words(f"{match['inf']} {match['why']}"):
        return
    text = f"non : il faut attendre {match['time']}, {relatived(match['why'])}"
    asked = f"Est-il possible {'d’' if match['inf'][0] in 'aeiouéèêh' else 'de '}{match['inf']} immédiatement ?"
    yield Draft("whether", asked, (text,), 0.8)


MADE_RE = re.compile(
    r"^(?:Par ailleurs, |De plus, |Enfin, )?(?:[Uu]ne? )(?P<x>page|plateforme|cellule|commission|unité|ligne"
    r"|application|"
    r"fonds|site|service|guichet)(?P<n> [^\W\d_]+(?: [^\W\d_]+)?)? a été (?:créée?|mise? en place|lancée?|ouverte?)"
    rf"[^;:.()«»]*? pour (?P<inf>{INFINITIVE}) (?P<obj>(?:l[ea]s? |l’)[^,;:.()«»]+?) (?P<at>dans (?:l[ea]s? "
    rf"|l’)[^,;:.()«»]+)$"
)


def made_for(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Une page Écoles a été créée pour favoriser A dans B » → « À quoi sert la page Écoles ? » « Elle doit … »"""
    match = MADE_RE.match(flat(ctx, sid))
    gender = noun_gender(match["x"]) if match is not None else ""
    if match is None or not gender or not affirmed(ctx, sid) or loose_words(f"{match['obj']} {match['at']}"):
        return
    the, pronoun = ("la ", "elle") if gender == "f" else ("le ", "il")
    the = "l’" if match["x"][0] in "au" else the
    text = f"{pronoun} doit {match['inf']}, {match['at']}, {match['obj']}"
    yield Draft("use", f"À quoi sert {the}{match['x']}{match['n'] or ''} ?", (text,), 0.8)


SENTENCE_REASONS = (made_for, aim, after, left, thinks, holds, proved, owed, seems, not_whole, not_before)
