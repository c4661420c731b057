"""Questions on what somebody asks of others, promises, or holds against somebody, answered the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import a, conjugate, noun_gender, past_participle
from seo_fr.french.conjugation import infinitive
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_shapes import INFINITIVE, cut, dated_first, each_with, lighter, open_date
from seo_fr.rewriting.question_surface import SUBJECT, Named, affirmed, affirmed_at, flat, named, opened, question
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

LONGEST = 26
"""Words of what is asked for."""
ORDER_RE = re.compile(
    rf"^{SUBJECT} (?P<v>(?:a |ont )?(?:demand|recommand|ordonn|conseill)(?:e|ent|é)) "
    r"(?P<to>aux? |à la |à l’|à )(?P<who>[^,;:.()]{2,45}?) (?:de |d’)"
    rf"(?P<inf>(?:ne (?:pas|plus) )?{INFINITIVE}\b.*)$"
)
"""« X demande aux pilotes de ne pas V »."""
CALL_RE = re.compile(
    rf"^{SUBJECT} (?:(?P<deed>(?:a|ont) [^,;:.()«]+? et) )?"
    r"(?P<v>(?:invit|exhort|encourag|incit|autoris|oblig|appell)(?:e|ent)) "
    rf"(?P<the>les? |la |l’)(?P<who>[^,;:.()]{{2,45}}?) à (?P<inf>{INFINITIVE}\b.*)$"
)
"""« X invite les passants à V et V »."""
ARTICLES = {"aux ": "les ", "au ": "le ", "à la ": "la ", "à l’": "l’", "à ": ""}


def asked_of(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X demande aux pilotes de ne pas V » → « Que demande X aux pilotes ? » « Les pilotes ne doivent pas V. »"""
    for view in opened(flat(ctx, sid)):
        match = ORDER_RE.match(view.text)
        if match is None or view.against or not affirmed_at(ctx, sid, match["s"]):
            continue
        who = named(ctx, sid, match["s"])
        inf = cut(match["inf"])
        if who is None or not fits(inf) or (ctx.quotations(sid) and "«" in inf):
            continue
        if loose_words(match["who"]) or (match["to"] == "à " and not match["who"][0].isupper()):
            continue
        many = match["to"] == "aux "
        must = conjugate("devoir", "present", number="p" if many else "s")
        denied = re.match(r"ne (?P<pas>pas|plus) (?P<inf>.+)$", inf)
        what = lighter(denied["inf"] if denied else inf)
        do = f"ne {must} {denied['pas']} {what}" if denied else f"{must} {what}"
        front = f"{view.front}, " if view.front else ""
        asked = f"Que {match['v']} {who.text} {match['to']}{match['who']} ?"
        yield Draft(
            "asked",
            re.sub(r"^Que a", "Qu’a", asked),
            (f"{front}{ARTICLES[match['to']]}{match['who']} {do}",),
            0.85,
            who.also,
        )
        return


def called_to(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X invite les passants à boire et se couvrir ».

    Asked: « À quoi X invite-t-il les passants ? » « Les passants sont … »
    """
    for view in opened(flat(ctx, sid)):
        match = CALL_RE.match(view.text)
        if match is None or view.against or not affirmed(ctx, sid):
            continue
        who, inf = named(ctx, sid, match["s"]), cut(match["inf"])
        if who is None or not fits(inf):
            continue
        many = match["the"] == "les "
        head = re.split(r"[ ’]", match["who"])[0].lower()
        gender = {"la ": "f", "le ": "m"}.get(match["the"]) or noun_gender(head.removesuffix("s") if many else head)
        if many and match["who"][0].isupper():
            gender = "m"  # « les Français »
        lemma = infinitive(match["v"]) or ""
        participle = past_participle(lemma, gender="f" if gender == "f" else "m", number="p" if many else "s")
        if not gender or participle is None:
            continue
        be, them = ("sont" if many else "est"), f"{match['the']}{match['who']}"
        text = f"{them} {be} {participle} {each_with('à', lighter(inf))}"
        yield Draft("asked", question("À quoi", who, match["v"], them), (text,), 0.8, who.also)
        return


def fits(inf: str) -> bool:
    """Whether an infinitive and what follows it can be told of somebody else.

    >>> fits("fermer la porte du parc"), fits("fermer sa porte"), fits("fermer")
    (True, False, False)
    """
    verb = re.sub(r"^(?:ne (?:pas|plus) )?(?:se |s’)?", "", inf).split()[0]
    return infinitive(verb) in {verb, None} and not loose_words(inf) and 3 <= len(inf.split()) <= LONGEST


PROMISE_RE = re.compile(
    rf"^{SUBJECT} (?:(?P<have>a|ont) (?:cependant |également |aussi )?promis|(?P<now>promet(?:tent)?)) (?:de |d’)"
    rf"(?P<inf>{INFINITIVE}\b.*)$"
)


def promised(ctx: Context, sid: int) -> Iterator[Draft]:
    """« L’armée a promis de rendre le pouvoir avant juin » → « Qu’a promis l’armée ? » « Avant juin, elle doit … »"""
    for view in opened(flat(ctx, sid)):
        match = PROMISE_RE.match(view.text)
        if match is None or view.against or any(q.start < 0 for q in ctx.quotations(sid)) or "«" in match["inf"]:
            continue
        who, inf = named(ctx, sid, match["s"]), cut(match["inf"])
        if who is None or not who.pronoun or not fits(inf):
            continue
        what, date = open_date(lighter(inf))
        must = conjugate("devoir", "present", number=who.number)
        engaged = ("se sont engagé" if who.number == "p" else "s’est engagé") + agreement(who)
        answers = [f"{who.pronoun} {engaged} {each_with('à', what)}{', ' + date if date else ''}"]
        if date:
            answers.insert(0, dated_first(date, f"{who.pronoun.lower()} {must} {what}"))
        verb = f"{match['have']} promis" if match["have"] else match["now"]
        asked = (
            f"Qu’{verb} {who.text} ?" if match["have"] == "a" or match["have"] == "ont" else f"Que {verb} {who.text} ?"
        )
        yield Draft("asked", asked, tuple(answers), 0.8, who.also)
        return


def agreement(who: Named) -> str:
    """The ending of a participle agreed with a subject.

    >>> agreement(Named("les sœurs", "f", "p")), agreement(Named("le fils", "m", "s"))
    ('es', '')
    """
    return ("e" if who.gender == "f" else "") + ("s" if who.number == "p" else "")


BLAME_RE = re.compile(
    r"^(?P<s>Il|Elle) est (?:toutefois |également |aussi )?(?P<done>[^,;:.()]+?), (?:son|sa) [^\W\d_]+ "
    r"(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+)+) lui reprochant (?:de |d’)ne pas (?P<v>[^\W\d_]+) (?P<rest>[^,;:.()]+)$"
)


def blamed(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Il est écarté, son entraîneur Paul Brun lui reprochant de ne pas V » → « Que reprochait Paul Brun à X ? »"""
    match = BLAME_RE.match(flat(ctx, sid))
    who = named(ctx, sid, match["s"]) if match is not None else None
    if match is None or who is None or loose_words(match["rest"]) or ctx.quotations(sid):
        return
    then = conjugate(match["v"], "imperfect")
    if then is None:
        return
    rest = re.sub(r"^suffisamment\b", "assez", match["rest"])
    text = f"{who.pronoun} ne {then} pas {rest}, selon {match['name']}"
    yield Draft("asked", f"Que reprochait {match['name']} {a(who.text)} ?", (text,), 0.8, who.also)


SENTENCE_REQUESTS = (asked_of, called_to, promised, blamed)
