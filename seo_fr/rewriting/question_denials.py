"""Yes-or-no questions that the source denies, each with the reason or the reserve that it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import conjugate, elide, noun_gender
from seo_fr.french.conjugation import infinitive
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_shapes import INFINITIVE, lighter
from seo_fr.rewriting.question_surface import SUBJECT, Opened, affirmed, flat, named, opened, question
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

REASON = (
    r"(?:,? (?P<mainly>principalement |surtout |notamment )?(?P<why>pour des raisons (?:de |d’)?[^,;:.()«»]+|"
    r"en raison (?:de |du |des |d’)[^,;:.()«»]+|faute (?:de |d’)[^,;:.()«»]+))"
)
DENIED_RE = re.compile(
    rf"^{SUBJECT} n(?:e |’)(?P<v>[^\W\d_]+) (?P<pas>pas|plus) (?P<rest>[^,;:.()«»]+?){REASON}?"
    r"(?:, même si (?P<evenif>elle|il) (?P<even>[^,;:.()«»]+)|,? comme l[ea] précise (?P<said>[^:;.()«»]+?))?"
    r"(?:$| ?[:;(«]|, (?:que|qui|dont|et|mais|ce qui) )"
)


GRANTED_RE = re.compile(r"^(?:Cependant, |Toutefois, |Mais )?[Ss]i [^,;:.()«»]+, (?P<rest>.+ comme l[ea] précise .+)$")


def denied(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Malgré la demande, le train ne desservira pas la gare » → « Le train desservira-t-il la gare ? »

    Only with what the source says of it: against whose wish, for what reason, by whose word.
    """
    text = flat(ctx, sid)
    granted = GRANTED_RE.match(text)  # « si la province est confiée à X, Y ne va pas partir »: a concession
    for view in (*opened(text), *((Opened(granted["rest"]),) if granted is not None else ())):
        match = DENIED_RE.match(view.text)
        if match is None or view.front:
            continue
        told = bool(match["said"])
        if not told and not affirmed(ctx, sid, denied=True):
            continue
        who = named(ctx, sid, match["s"])
        if re.search(r" (?:sur|dans|à) (?:ces?|cette|cet) ", match["rest"]):
            continue  # « pas de paquets sur ces disques »: without « these », nothing less than a denial of all
        rest = affirmative(ctx, sid, match["rest"])
        if who is None or not rest or match["pas"] == "plus" or loose_words(re.sub(r"\b(?:ses|sa|son)\b", "", rest)):
            continue
        if not ctx_verb(ctx, sid, match["v"]):
            continue
        if told:
            how = f", précise {name_first(match['said'].strip(' ,'))}"
        elif view.against:
            some = who.pronoun and re.match(r"(?:de |d’)(?!\w+(?:er|ir|re|oir)\b)", match["rest"])
            again = f" : {who.pronoun.lower()} n’en {match['v']} pas" if some else ""
            how = f"{again}, {view.against}"
        elif match["why"]:
            some = re.match(r"(?:de |d’)(?!\w+(?:er|ir|re|oir)\b)", match["rest"])
            it = who.pronoun.lower() or who.text
            again = f" : {it} n’en {match['v']} pas" if some else ""
            how = f"{again}, {match['mainly'] or ''}{lighter(match['why'])}"
        else:
            continue
        yield Draft("whether", question("", who, match["v"], rest), (f"non{how}",), 0.85, who.also)
        return


def name_first(speaker: str) -> str:
    """« l’ambassadeur en Inde, Paul Brun » → « Paul Brun, ambassadeur en Inde »; anybody else as they are.

    >>> name_first("le maire de Brest, Paul Brun"), name_first("le maire")
    ('Paul Brun, maire de Brest', 'le maire')
    """
    match = re.match(r"(?:l[ea] |l’)(?P<role>[^,]+), (?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+)+)$", speaker)
    return f"{match['name']}, {match['role']}" if match is not None else speaker


def ctx_verb(ctx: Context, sid: int, word: str) -> bool:
    """Whether a word of a sentence is a finite verb in the third person, of the present or to come."""
    token = next((t for t in ctx.tokens(sid) if t.text == word), None)
    lemma = infinitive(word.lower()) if token is not None else None
    if lemma is None:
        return False
    return any(conjugate(lemma, t, number=n) == word.lower() for t in ("present", "future") for n in ("s", "p"))


def affirmative(ctx: Context, sid: int, rest: str) -> str:
    """What a denial bears on, without it: « de second guichet ».

    Asked: « un second guichet »; "" where that is not certain.
    """
    match = re.match(r"(?:de |d’)(?P<n>[^\W\d_][\w-]*)(?P<more>.*)$", rest)
    if match is None or re.match(rf"(?:de |d’){INFINITIVE}\b", rest):
        return rest
    words = re.findall(r"[^\W\d_][\w-]*", f"{match['n']}{match['more']}")
    noun = next((t for t in ctx.tokens(sid) if t.pos == "NOUN" and t.text in words), None)
    if noun is None:
        return ""
    if noun.text.endswith(("s", "x")) and noun.number != "s":
        return f"des {match['n']}{match['more']}"
    gender = noun_gender(noun.text.lower()) or noun.gender
    if not gender or noun.text.lower() in MASS:
        return ""
    return f"{'une' if gender == 'f' else 'un'} {match['n']}{match['more']}"


MASS = frozenset({"vie", "eau", "argent", "temps", "travail", "électricité", "air", "sang", "lumière", "bruit"})
"""Nouns that « un » would make another thing of."""
PLAN_RE = re.compile(
    rf"^(?:(?:À l’heure actuelle|Pour l’instant), )?il n’est pas prévu (?:de |d’)(?P<inf>{INFINITIVE}) "
    r"(?P<what>(?:l[ea]s? |l’)[^,;:.()«»]+?),? "
    r"(?:car|puisque) (?P<n>\d[\d,]* ?%) (?P<of>des) (?P<who>[^,;:.()«»]+?) (?P<state>restent|sont|demeurent) "
    r"(?P<how>[^\W\d_]+)$",
    re.IGNORECASE,
)


def unplanned(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Il n’est pas prévu de fermer le pont car 90 % des voies restent ouvertes ».

    Asked: « Est-il prévu de fermer le pont ? »
    """
    match = PLAN_RE.match(flat(ctx, sid))
    if match is None or not affirmed(ctx, sid, denied=True) or loose_words(match["what"]):
        return
    # « les voies restent ouvertes à 90 % » would say of each what is said of most
    text = f"non, rien de tel n’est prévu : {match['n']} des {match['who']} {match['state']} {match['how']}"
    yield Draft("whether", f"Est-il prévu {elide('de', match['inf'])} {match['what']} ?", (text,), 0.9)


ABROAD_RE = re.compile(
    rf"^(?:[^,]+, )?{SUBJECT} (?P<v>(?:a|ont) réussi) à (?P<inf>{INFINITIVE}) (?P<here>(?:en|au|aux|à) [^,;:.()«»]+), "
    r"mais pas (?P<there>(?:en|au|aux|à) [^,;:.()«»]+?)(?: (?P<against>malgré [^,;:.()«»]+))?$"
)


def not_there(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Il a réussi à se vendre ici, mais pas là malgré P ».

    Asked: « … a-t-il réussi à se vendre là ? » « Non, ici seulement … »
    """
    match = ABROAD_RE.match(re.sub(r"\s*\([^()]*\)", "", flat(ctx, sid)))
    if match is None or ctx.attributions(sid) or ctx.quotations(sid):
        return
    who = named(ctx, sid, re.split(r" (?:destinée?s?|conçue?s?|créée?s?|située?s?) ", match["s"])[0])
    if who is None or loose_words(match["there"]) or loose_words(match["here"]):
        return
    have, done = match["v"].split()
    against = f", {match['against']}" if match["against"] else ""
    text = f"non, {match['here']} seulement{against}"
    yield Draft("whether", question("", who, have, f"{done} à {match['inf']} {match['there']}"), (text,), 0.8, who.also)


SENTENCE_DENIALS = (denied, unplanned, not_there)
