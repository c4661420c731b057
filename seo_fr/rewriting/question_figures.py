"""Questions on how many, how much and how long, answered by a figure with its unit and its qualifier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import de, noun_gender, past_participle
from seo_fr.french.conjugation import Tense, conjugate
from seo_fr.model import DateMention, Figure, Gender, Token
from seo_fr.rewriting.asking import Fact, ask
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint import keypoints
from seo_fr.rewriting.question_saying import said_count
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words, stretch, told
from seo_fr.rewriting.synonyms import verb_synonym

TENSES: tuple[Tense, ...] = ("present", "future", "imperfect")
QUANTITIES = frozenset({"", "kg", "tonne", "tonnes", "litre", "litres", "g", "t", "kilos", "kilogrammes", "m3"})
TIME_UNITS = frozenset(
    {"jour", "jours", "an", "ans", "mois", "semaine", "semaines", "heure", "heures", "minute", "minutes"}
)
BETWEEN_RE = re.compile(r"\s*(?:(?:également|aussi|ainsi|environ|chaque (?:année|mois|jour))\s*)*$")


def retold(ctx: Context, fact: Fact, must: str) -> list[str]:
    """The fact as a sentence of its own, in other orders, where it still holds a given stretch."""
    return [k.text for k in keypoints(ctx, fact.clause) if must.lower() in k.text.lower()]


def figure_after(ctx: Context, fact: Fact) -> Figure | None:
    """The figure that follows the verb at once."""
    start = fact.clause.verb.end
    for figure in ctx.figures(fact.sid):
        if figure.start >= start and figure.value is not None:
            return figure if BETWEEN_RE.match(ctx.text[start : figure.start]) else None
    return None


def tail_of(ctx: Context, fact: Fact, figure: Figure) -> str | None:
    """What follows a figure up to the next clause; None when it cannot be shown, though the figure needs it."""
    text = stretch(ctx, figure.end, fact.sid)
    if loose_words(re.sub(r"\b(?:son|sa|ses)\b", "", text)) or len(text.split()) > 14:
        return None
    return text


def counted_gender(ctx: Context, figure: Figure) -> tuple[Token | None, Gender]:
    """The noun that is counted, and its gender by our lexicon."""
    at = figure.start + figure.text.rfind(figure.counted) if figure.counted in figure.text else -1
    noun = next((t for t in ctx.tokens(figure.sentence) if t.start == at), None)
    if noun is None:
        return None, ""
    return noun, noun_gender(noun.lemma.lower())


def count_of_object(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X a émis 41 recommandations » → « Combien de recommandations X a-t-il émises ? »"""
    figure = figure_after(ctx, fact)
    clause = fact.clause
    if figure is None or not figure.counted or figure.unit not in QUANTITIES:
        return
    if clause.negated or clause.copula is not None or clause.passive:
        return
    if not fact.certain and not (fact.whose and clause.tense == "conditional"):
        return
    if clause.verb.lemma.lower() in {"avoir", "être", "dire"}:
        return
    first = figure.counted.split()[0]
    if first.lower() in TIME_UNITS or figure.counted.lower().startswith("%"):
        return
    if re.search(r"\b(?:un|une|deux)\b", figure.number.lower()) and "premi" in figure.text.lower():
        return
    after = agreed(ctx, fact, figure)
    if after is None:
        return
    told_fact = Fact(**{**{f: getattr(fact, f) for f in fact.__slots__}, "after": after})
    tail = tail_of(ctx, fact, figure)
    if tail is None:
        return
    rest = read(tail)
    day = next((w for d in ctx.dates(fact.sid) if d.start > figure.end and (w := full_date(d))), "")
    if tail and not rest and tail != day:
        return
    count = f"Combien {de(figure.counted)}" if not figure.unit else f"Quelle quantité {de(figure.counted)}"
    lead = re.sub(re.escape(figure.counted) + "$", "", figure.text).strip()
    front = ctx.text[clause.verb.end : figure.start].strip()
    period = front if front.startswith("chaque") else ""
    answers: list[str] = [
        told(r, fact) if fact.whose and fact.whose.lower() not in r.lower() else r
        for r in retold(ctx, fact, figure.number)
    ]
    verb = fact.verb.removesuffix(" plus")
    if day and day in tail:
        answers.append(told(f"{day}, {fact.subject} {verb} {figure.text}", fact))
    if who := bracketed(ctx, fact, figure):
        answers.insert(0, told(f"{figure.text} : {who}", fact))
    part = part_of(ctx, fact, figure)
    some = re.sub(rf"\s+d(?:e |['’]){re.escape(figure.counted)}$", "", figure.text) if figure.unit else lead
    if not fact.before and clause.verb.lemma.lower() != "faire" and not tail:
        answers.append(told(f"{fact.subject} en {verb} {some}{', ' + part if part else ''}", fact))
    elif part and not fact.before and not figure.unit:
        answers.append(told(f"{fact.subject} en {verb} {lead}, {part}", fact))
    if part:
        answers.append(told(f"{figure.text}, {part}", fact))
    answers += [told(t, fact) for t in reverb(fact, figure.text, rest)]
    if then := and_then(ctx, fact, figure):
        answers.insert(0, told(f"{figure.text} ; {then}", fact))
    answers.append(told(figure.text, fact))
    answers += said_count(ctx, fact, figure.text, tail)
    question = ask(count, told_fact, [period, rest, fact.front], object_first=True)
    if clause.verb.lemma.lower() == "faire" and first.lower().rstrip("es") in VICTIMS:
        question = f"Quel est le bilan {de(fact.subject)} ?"
        who_ = f" : {who}" if who else f", {day}" if day and day in tail else ""
        answers.insert(0, told(f"Le bilan est {de(figure.text)}{who_}", fact))
    yield Draft("count", question, tuple(answers), 0.8 if tail or figure.qualifier else 0.7)


THEN_RE = re.compile(
    r"[^,;:.()]*? et (?P<then>(?:doit|devra|va|peut|pourra) en [^\W\d_]+(?:er|ir|re|oir) \d[^,;:.()]*)"
)


def and_then(ctx: Context, fact: Fact, figure: Figure) -> str:
    """« elle doit en ramener 660 kg », the second verb of the same subject, with what it does to the same thing."""
    match = THEN_RE.match(ctx.text[figure.end : ctx.sentence(fact.sid).end].replace("'", "’"))
    if match is None or not fact.gender or fact.number == "p" or fact.whose:
        return ""
    return f"{'elle' if fact.gender == 'f' else 'il'} {match['then'].strip()}"


VICTIMS = frozenset({"mort", "bless", "blessé", "victim", "disparu", "tué"})
"""Nouns of a toll, without their endings."""
BRACKET_RE = re.compile(r"\s*\((?P<a>(?:une?|l[ea]|les|des) [^(),;]+?) et (?P<b>(?:une?|l[ea]|les|des) [^(),;]+?)\)")


def bracketed(ctx: Context, fact: Fact, figure: Figure) -> str:
    """« (un pompier et le conducteur) » after a figure of two; or ""."""
    match = BRACKET_RE.match(ctx.text[figure.end : ctx.sentence(fact.sid).end].replace("'", "’"))
    if match is None or figure.value != 2 or loose_words(match[0]):
        return ""
    return f"il s’agit {de(match['a'])} et {de(match['b'])}"


PART_RE = re.compile(r"[^;:.!?]*?,\s+(?P<part>dont (?:[^\W_]|[’' ])+?)(?= par | pour | en | dans | à |[,;:.]|$)")


def part_of(ctx: Context, fact: Fact, figure: Figure) -> str:
    """« dont 21 nouvelles », said of the figure a little further on; or ""."""
    match = PART_RE.match(ctx.text[figure.end : ctx.sentence(fact.sid).end])
    if match is None or not re.match(r"dont \d", match["part"]) or not 3 <= len(match["part"].split()) <= 6:
        return ""
    return match["part"].replace("'", "’")


def reverb(fact: Fact, amount: str, rest: str) -> list[str]:
    """The fact with another verb: « La capsule emporte 521 kg de matériel »."""
    lemma = fact.clause.verb.lemma.lower()
    other = verb_synonym(lemma)
    tense = next((t for t in TENSES if conjugate(lemma, t, number=fact.number) == fact.finite.lower()), None)
    form = conjugate(other, tense, number=fact.number) if other and tense else None
    return [f"{fact.subject} {form} {amount} {rest}"] if form else []


def full_date(date: DateMention) -> str:
    """« le 1er juin 2009 », or ""."""
    return date.text if date.absolute and not date.preposition and re.match(r"le \d", date.text) else ""


def read(tail: str) -> str:
    """The tail as a question may hold it: a place, a time or an aim."""
    return (
        tail
        if re.match(r"(?:en|d[’']ici|dans|à|au|aux|chez|depuis|pour|lors|pendant) ", tail) and len(tail.split()) <= 8
        else ""
    )


def agreed(ctx: Context, fact: Fact, figure: Figure) -> str | None:
    """What follows the finite verb, its participle agreed with an object that now comes first; None when unknown."""
    after = fact.after.removesuffix("plus").strip() if figure.qualifier.startswith("plus") else fact.after
    if fact.finite.lower() not in {"a", "ont", "avait", "avaient", "aura", "auront"} or not after:
        return after
    noun, found = counted_gender(ctx, figure)
    if noun is None or not found or " " in after:
        return None
    if fact.clause.verb.lemma.lower() == "faire":
        return after
    return past_participle(fact.clause.verb.lemma.lower(), gender=found, number="p")


def count_of_subject(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« Plus de 25 millions d’utilisateurs emploient X » → « Combien d’utilisateurs emploient X ? »"""
    clause = fact.clause
    start = clause.subject[0].start
    figure = next((f for f in ctx.figures(clause.sid) if f.start == start and f.value is not None), None)
    if figure is None or not fact.certain or clause.negated or not fact.rest:
        return
    share = figure.unit == "%"
    noun = ctx.text[figure.start : clause.subject[-1].end].replace("'", "’")
    if share:
        match = re.match(r".*?%\s+(?P<what>d(?:es|e la|e l’|u) .+)$", noun)
        if match is None or loose_words(match["what"]):
            return
        lemma = clause.verb.lemma.lower()
        tense = next((t for t in TENSES if conjugate(lemma, t, number="p") == clause.finite.text.lower()), None)
        form = conjugate(lemma, tense) if tense else None
        if form is None or clause.passive or clause.copula is not None or clause.reflexive:
            return
        tail = stretch(ctx, clause.verb.end, clause.sid)
        tail, _, other = tail.partition(" et ")
        question = f"Quelle part {match['what']} {form} {tail} ?"
        amount = ctx.text[figure.start : figure.start + figure.text.find("%") + 1]
        if others := the_rest(figure, other, clause.finite.text):
            yield Draft("count", question, (f"{amount} ; {others}",), 0.8)
        return
    if not figure.counted or figure.unit in TIME_UNITS:
        return
    counted = ctx.text[figure.start + figure.text.rfind(figure.counted) : clause.subject[-1].end].replace("'", "’")
    if loose_words(counted) or re.search(r"[,(:;]|\bet\b", counted) or len(counted.split()) > 7:
        return
    rest = [said.text for said in fact.rest]
    plain = [r for r in rest if len(r.split()) <= 8]
    question = f"Combien {de(counted)} {fact.verb} {' '.join([*plain[:2], fact.front])} ?"
    users = used_by(ctx, fact, figure, counted)
    if users is not None:
        yield users
        return
    again = [t for t in retold(ctx, fact, figure.number) if not clause.passive or fact.verb in t]
    amount = figure.text[:1].lower() + figure.text[1:]
    answers = [*again, *otherwise(ctx, fact, figure, counted), f"C’est le cas {de(amount)}", figure.text]
    yield Draft("count", question, tuple(told(x, fact) if x == figure.text else x for x in answers if x), 0.8)


REST_RE = re.compile(r"(?P<n>\d[\d,]*)\s?% (?P<on>(?:sur|pour|chez|dans|en|à|aux?) [^,;:.]+)$")


def the_rest(figure: Figure, other: str, verb: str) -> str:
    """« les 47 % restants porteront sur Y », where both shares make a hundred; else ""."""
    match = REST_RE.match(other)
    if match is None or len(other.split()) > 7 or figure.value is None:
        return ""
    if abs(figure.value + float(match["n"].replace(",", ".")) - 100) > 0.01:
        return ""
    return f"les {match['n']} % restants {verb} {match['on']}"


def used_by(ctx: Context, fact: Fact, figure: Figure, counted: str) -> Draft | None:
    """« 25 millions d’utilisateurs utilisent X » → « Combien d’utilisateurs compte X ? »"""
    obj = fact.clause.object
    if fact.clause.verb.lemma.lower() not in {"utiliser", "employer"} or not counted.startswith("utilisateurs"):
        return None
    if obj is None or fact.clause.tense != "present" or fact.whose:
        return None
    entity = ctx.entity_at(obj.tokens[0].start, obj.tokens[-1].end)
    name = ctx.span(obj.tokens)
    if entity is None or entity.label == "PER" or name != entity.name:
        return None
    amount = ctx.text[figure.start : figure.start + figure.text.rfind(figure.counted)] + counted
    amount = amount[:1].lower() + amount[1:].replace("'", "’")
    rest = [said.text for said in fact.rest or () if said.text != name]
    where = " ".join(rest)
    if re.match(r"(?:au quotidien|chaque jour)\b", where):
        where = re.sub(r"^(?:au quotidien|chaque jour)\s*", "", where)
        amount = f"{amount} quotidiens"
    return Draft(
        "count",
        f"Combien d’utilisateurs compte {name} ?",
        (f"{name} compte {amount} {where}", f"{where}, {name} compte {amount}" if where else ""),
        0.85,
    )


def otherwise(ctx: Context, fact: Fact, figure: Figure, counted: str) -> list[str]:
    """The fact with another verb, its last adjunct first."""
    assert fact.rest is not None
    verb = verb_synonym(fact.clause.verb.lemma.lower())
    tense = next(
        (t for t in TENSES if conjugate(fact.clause.verb.lemma.lower(), t, number="p") == fact.finite.lower()), None
    )
    form = conjugate(verb, tense, number="p") if verb and tense else None
    if form is None or len(fact.rest) < 1:
        return []
    amount = ctx.text[figure.start : figure.start + figure.text.rfind(figure.counted)] + counted
    rest = [said.text for said in fact.rest]
    return [f"{amount} {form} {' '.join(rest)}"]


FIGURES = (count_of_object, count_of_subject)
