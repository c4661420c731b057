"""Figures of votes, fines, prices and estimates, and of what a noun of action does to the things counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.french import de, que
from seo_fr.french.conjugation import past_participle
from seo_fr.model import Gender, Token
from seo_fr.rewriting.clauses import Clause, clause_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import STOPS, bare, noun_phrase, tail, told
from seo_fr.rewriting.nominal import action_nouns
from seo_fr.rewriting.places import (
    Found,
    Place,
    governor,
    left_phrase,
    lemma_of,
    named,
    previous,
    tense_of,
    with_tail,
    words,
)

DEFINITE = frozenset({"le", "la", "les", "l'", "l’"})
PLAIN = frozenset({"present", "past", "imperfect", "future"})


def in_votes(ctx: Context, place: Place) -> Found | None:
    """« X est élu avec 13 millions de voix contre 12 millions pour Y » → « voix obtenues par X »."""
    kind = place.counted.split(" ", maxsplit=1)[0] if place.counted else ""
    if kind not in words("ballots"):
        return None
    before = previous(ctx, place.first.i)
    if before is None:
        return None
    done = "obtenus" if kind == "suffrages" else "obtenues"
    share = "%" in place.figure.unit
    label = f"part des {kind} {done}" if share else f"{kind} {done}"
    low = before.text.lower()
    if low in {"contre", "à"} and place.tail and place.tail[0].text.lower() in {"pour", "à"}:
        rival = told(ctx, place.tail[1:]) or person_in(ctx, place.tail[1:])
        end = place.tail[-1].i + 1
        return Found("votes", lambda _c, _t: f"{label} par {rival}", own=True, end=end) if rival else None
    if low not in {"avec", "par"}:
        return None
    verb = next((t for t in reversed(ctx.tokens(before.sentence)) if t.i < before.i and t.pos == "VERB"), None)
    clause = clause_of(ctx, verb) if verb is not None else None
    if clause is None or clause.negated or tense_of(clause) not in PLAIN or lemma_of(clause.verb) not in words("won"):
        return None
    subject = named(ctx, clause, lone=clause.passive)
    if subject is None:
        return None
    if not clause.passive and lemma_of(clause.verb) in words("voted"):
        return None  # « le conseil a adopté le budget par 20 voix »: they went to the budget
    if clause.passive and lemma_of(clause.verb) != "élire":
        return Found("votes", lambda _c, _t: f"{kind} pour {subject}")  # « le texte a été adopté par »
    return Found("votes", lambda _c, _t: f"{label} par {subject}")


def person_in(ctx: Context, tokens: Sequence[Token]) -> str:
    """The one person named in a phrase; "" when there is none, or several."""
    if not tokens:
        return ""
    found = {m.entity for m in ctx.mentions(tokens[0].sentence) if tokens[0].start <= m.start <= tokens[-1].start}
    people = [ctx.analysis.entities[e] for e in sorted(found) if ctx.analysis.entities[e].label == "PER"]
    return people[0].name if len(people) == 1 else ""


def estimated(ctx: Context, place: Place) -> Found | None:
    """« Le syndicat estime à 75 000 le nombre d’emplois menacés » → « nombre d’emplois menacés »."""
    link = previous(ctx, place.first.i)
    verb = previous(ctx, link.i) if link is not None and link.text.lower() == "à" else None
    if verb is None or lemma_of(verb) not in words("estimates"):
        return None
    clause = clause_of(ctx, verb)
    at = next(
        (t for t in ctx.tokens(verb.sentence) if t.i > place.first.i and t.text.lower() in DEFINITE and t.pos == "DET"),
        None,
    )
    gap = ctx.analysis.tokens[place.tokens[0].i + 1 : at.i] if at is not None else ()
    if at is None or any(t.text in STOPS or t.pos == "VERB" for t in gap) or (clause is not None and clause.negated):
        return None
    noun = next((t for t in ctx.tokens(verb.sentence) if t.i > at.i and t.pos == "NOUN"), None)
    if noun is None or noun.i > at.i + 2 or (clause is not None and tense_of(clause) not in PLAIN):
        return None
    label = bare(ctx, noun_phrase(ctx, noun))
    subject = named(ctx, clause, lone=True) if clause is not None else noun_before(ctx, verb)
    if not label or not subject or subject.startswith("et "):
        return None
    return Found("estimate", lambda _c, _t: f"{label}, selon {subject}")


def noun_before(ctx: Context, verb: Token) -> str:
    """The noun phrase right before a verb without a parsed subject: « , et la moyenne du site estime »; or ""."""
    last = previous(ctx, verb.i)
    phrase = left_phrase(ctx, last) if last is not None and last.pos in {"NOUN", "PROPN"} else None
    if phrase is None or phrase[0].text.lower() not in DEFINITE:
        return ""
    before = previous(ctx, phrase[0].i)
    return (told(ctx, phrase) or "") if before is None or before.text in {",", "et", ";", ":"} else ""


def condemned(ctx: Context, place: Place) -> Found | None:
    """« La société a été condamnée à verser 3 millions à X » → « montant de la condamnation de la société »."""
    verb = previous(ctx, place.first.i)
    link = previous(ctx, verb.i) if verb is not None else None
    done = previous(ctx, link.i) if link is not None else None
    if verb is None or done is None or lemma_of(verb) not in {"verser", "payer", "rembourser"} or place.counted:
        return None
    clause = clause_of(ctx, done)
    if lemma_of(done) != "condamner" or clause is None or not clause.passive or clause.negated:
        return None
    subject = named(ctx, clause)
    if subject is None or tense_of(clause) not in PLAIN or place.figure.unit in words("time_units"):
        return None
    return Found("fine", lambda _c, _t: f"montant de la condamnation {de(subject)}", own=True)


def priced(ctx: Context, place: Place) -> Found | None:
    """« La console sera vendue 199 euros » → « prix prévu de la console »."""
    if place.counted or place.figure.unit.split(" ")[-1].removeprefix("d’") not in words("money"):
        return None
    verb = previous(ctx, place.first.i)
    while verb is not None and verb.text.lower() in {"à", "pour", "de", "prix", "au"}:
        verb = previous(ctx, verb.i)
    if verb is None or lemma_of(verb) not in words("sales") or (clause := clause_of(ctx, verb)) is None:
        return None
    subject = named(ctx, clause, lone=True)
    if not clause.passive or clause.negated or subject is None or tense_of(clause) not in PLAIN:
        return None
    price = "prix prévu" if tense_of(clause) == "future" else "prix"
    return Found("price", lambda _c, t: with_tail(f"{price} {de(subject)}", t))


def undergone(ctx: Context, place: Place, phrase: Sequence[Token]) -> Found | None:
    """« la suppression de 300 postes à Rennes » → « suppressions de postes à Rennes »; else « prévues par X »."""
    head = next(t for t in phrase if t.pos in {"NOUN", "PROPN"})
    before = previous(ctx, phrase[0].i)
    singular = phrase[0].text.lower() in {"le", "la", "l'", "l’", "un", "une"} or phrase[0].i == head.i
    if before is not None and before.text.lower() == "représentant":
        return represented(ctx, place, before, head)
    if not real(ctx, phrase) or not singular or head.text[-1] in "sxz" or phrase[-1].i != head.i:
        return None
    if not place.counted.split(" ", maxsplit=1)[0].endswith(("s", "x")):
        return None
    row = next((row for row in action_nouns().values() if row["noun"] == head.lemma.lower()), None)
    verb = ctx.head(head)
    clause = clause_of(ctx, verb) if verb.pos == "VERB" else None
    by = maker(ctx, clause, "f" if row is not None and row.get("gender") == "f" else "m") if clause is not None else ""
    by = by or (brought(ctx, clause) if clause is not None else "")
    if not by and not place.tail:
        return None
    several = f"{head.text.lower()}s {de(place.counted)}"
    return Found("undergone", lambda _c, t: with_tail(several if t else f"{several} {by}", t), counted="")


def brought(ctx: Context, clause: Clause) -> str:
    """« qu’entraînera la fermeture du site »: what brings about what is counted; "" when that is not said plainly."""
    if clause.negated or clause.passive or clause.before or tense_of(clause) not in PLAIN:
        return ""
    if lemma_of(clause.verb) not in words("bringing") or len(clause.group) > 2:
        return ""
    subject = named(ctx, clause, lone=True)
    return que(f"{ctx.span(clause.group)} {subject}") if subject else ""


def represented(ctx: Context, place: Place, link: Token, head: Token) -> Found | None:
    """« la fermeture, représentant la suppression de 3 000 emplois » → « suppressions d’emplois que représente la…"""
    comma = previous(ctx, link.i)
    before = [t for t in ctx.tokens(link.sentence) if t.i < link.i - 1]
    noun = next((t for t in reversed(before) if t.text == "," or t.dep in {"obj", "nsubj", "nsubj:pass"}), None)
    if comma is None or comma.text != "," or noun is None or noun.pos != "NOUN" or not place.counted:
        return None
    phrase = noun_phrase(ctx, noun)
    until = next(
        (k for k, t in enumerate(phrase) if t.text.lower() in {"d'", "d’"} and ends_in_date(ctx, phrase[k:])), 0
    )
    kept = phrase[:until] if until else phrase
    cause = told(ctx, kept)
    if not cause or kept[0].text.lower() not in DEFINITE - {"les"} or kept[-1].i >= link.i:
        return None
    label = f"{head.text.lower()}s {de(place.counted)} que représente {cause}"
    return Found("undergone", lambda _c, _t: label, own=True, shorter=(lambda _c, _t: f"nombre {de(label)}",))


def ends_in_date(ctx: Context, tokens: Sequence[Token]) -> bool:
    """Whether a phrase is « d’ici à 2014 »."""
    return tokens[1:2] != () and tokens[1].text.lower() == "ici" and bool(ctx.dates(tokens[0].sentence))


def maker(ctx: Context, clause: Clause, gender: Gender) -> str:
    """« prévues par PSA »: who plans or announces what happens; "" when that is not said plainly."""
    if (
        clause.negated
        or clause.passive
        or tense_of(clause) not in PLAIN
        or lemma_of(clause.verb) not in words("planning")
    ):
        return ""
    subject, done = named(ctx, clause), past_participle(lemma_of(clause.verb), gender=gender, number="p")
    return f"{done} par {subject}" if subject and done else ""


def whose(ctx: Context, place: Place) -> Found | None:
    """« L’agence a abaissé les notes de 28 banques » → « banques dont l’agence a abaissé les notes »."""
    link = previous(ctx, place.first.i)
    if link is None or link.text.lower() not in {"de", "d'", "d’", "des"} or not place.counted or place.figure.unit:
        return None
    noun = previous(ctx, link.i)
    phrase = left_phrase(ctx, noun) if noun is not None and noun.pos == "NOUN" else None
    if phrase is None or len(phrase) != 2 or phrase[0].text.lower() not in DEFINITE or noun is None:
        return None
    verb = ctx.head(noun)
    clause = clause_of(ctx, verb) if noun.dep == "obj" and verb.pos == "VERB" else None
    if (
        clause is None
        or clause.negated
        or clause.passive
        or tense_of(clause) not in PLAIN
        or clause.group[-1].i != verb.i
    ):
        return None
    if phrase[0].i != verb.i + 1 or not place.counted.split(" ", maxsplit=1)[0].endswith(("s", "x")):
        return None
    if lemma_of(verb) in words("unreal") or any(t.pos == "PRON" for t in clause.group):
        return None
    if noun.text.lower() in {"mort", "vie", "décès"}:
        return None
    subject, object_ = named(ctx, clause), told(ctx, phrase)
    if subject is None or not object_:
        return None
    group = re.sub(r"\s+", " ", ctx.span(clause.group))
    return Found("whose", lambda c, _t: f"{c} dont {subject} {group} {object_}", own=True)


def where(ctx: Context, place: Place) -> Found | None:
    """« Le groupe est implanté dans 12 pays » → « pays où le groupe est implanté »."""
    link = previous(ctx, place.first.i)
    if link is None or link.text.lower() != "dans" or not place.counted or place.figure.unit:
        return None
    said = clause_before(ctx, place, link)
    return Found("where", lambda c, t: with_tail(c, t) + f" où {said}", own=True) if said else None


def during(ctx: Context, place: Place) -> Found | None:
    """« La capsule restera 18 jours à quai » → « durée pendant laquelle la capsule restera à quai »."""
    link = previous(ctx, place.first.i)
    if link is None or place.figure.unit not in words("time_units") or place.counted:
        return None
    if link.text.lower() in {"pendant", "durant"}:
        said = clause_before(ctx, place, link)
        return Found("during", lambda _c, _t: f"durée pendant laquelle {said}", own=True) if said else None
    clause = clause_of(ctx, link)
    if clause is None or lemma_of(link) != "rester" or clause.negated or clause.before or tense_of(clause) not in PLAIN:
        return None
    subject, rest = named(ctx, clause, lone=True), told(ctx, place.tail or tail(ctx, place.after)[0])
    if not subject or not rest:
        return None
    return Found("during", lambda _c, _t: f"durée pendant laquelle {subject} {ctx.span(clause.group)} {rest}", own=True)


def clause_before(ctx: Context, place: Place, link: Token) -> str:
    """« le groupe est implanté »: the clause whose last complement a figure is, up to its preposition; else ""."""
    verb = governor(ctx, place)
    clause = clause_of(ctx, verb) if verb is not None else None
    if verb is None or clause is None or clause.negated or clause.before or tense_of(clause) not in PLAIN:
        return ""
    if any(t.pos == "PRON" for t in clause.group if not clause.reflexive) or clause.group[-1].i >= link.i:
        return ""
    between = ctx.analysis.tokens[clause.group[-1].i + 1 : link.i]
    inner = told(ctx, between) if between else ""
    subject = named(ctx, clause, lone=True)
    if subject is None or inner is None or any(t.text in STOPS or t.pos == "VERB" for t in between):
        return ""
    return " ".join(part for part in (subject, ctx.span(clause.group), inner) if part)


def real(ctx: Context, phrase: Sequence[Token]) -> bool:
    """Whether the noun phrase tells something that is, or is decided: not the object of « demander », « espérer »."""
    head = next(t for t in phrase if t.pos in {"NOUN", "PROPN"})
    return lemma_of(ctx.head(head)) not in words("unreal") - {"prévoir"}


def summed_up(ctx: Context, place: Place) -> Found | None:
    """« une amende de 75 000 euros » → « amende »: a sum that its noun names, where the text gives one such sum."""
    link = previous(ctx, place.first.i)
    last = previous(ctx, link.i) if link is not None and link.text.lower() in {"de", "d'", "d’"} else None
    if last is None or last.pos not in {"NOUN", "ADJ"} or place.figure.unit.split(" ")[-1] not in words("money"):
        return None
    phrase = left_phrase(ctx, last)
    head = next((t for t in phrase if t.pos == "NOUN"), None) if phrase else None
    if phrase is None or head is None or head.lemma.lower() not in words("sums"):
        return None
    if sum(t.lemma.lower() == head.lemma.lower() for t in ctx.analysis.tokens) > 1 or phrase[0].pos != "DET":
        return None
    label = bare(ctx, phrase)
    return Found("sum", lambda _c, t: with_tail(label, t), whole=True) if label else None
