"""Questions on votes, equipment, capacity, time spent, distances, tolls and on causes that open a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seo_fr.french import conjugate, de, elide
from seo_fr.model import Figure
from seo_fr.rewriting.asking import Fact, ask
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_causes import ARTICLES, CAUSE_RE, LONGEST, effect_of, middle
from seo_fr.rewriting.question_figures import TIME_UNITS, figure_after
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words, several, stretch, told

VOTES_RE = re.compile(
    r"\bavec (?P<n>[^,;:.()]*?\b(?:voix|suffrages|% des (?:voix|suffrages|votes))\b)(?P<against> contre [^,;:.()]+)?"
)


def votes(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X a été élu maire avec 900 voix contre 800 pour Y » → « Avec combien de voix X a-t-il été élu ? »"""
    clause = fact.clause
    if not clause.passive or clause.verb.lemma.lower() not in {"élire", "réélire"}:
        return
    if clause.negated or not fact.certain:
        return
    text = ctx.text[clause.verb.end : ctx.sentence(fact.sid).end].replace("'", "’")
    match = VOTES_RE.search(text)
    if match is None or re.search(r"\b(?:qui|que|et)\b", text[: match.start()]) or clause.tense != "past":
        return
    against = re.split(r" (?:qui|que|dont|où) ", match["against"] or "")[0]
    if loose_words(re.sub(r"\bson (?:rival|adversaire|concurrent)\b", "", f"{match['n']}{against}")):
        return
    have = "ont" if fact.number == "p" else "a"
    other = re.match(r" contre (?P<m>.+?)(?: de voix| de suffrages)? pour (?P<who>.+)$", against)
    against = f" et {other['who']} {other['m']}" if other else f",{against}" if against else ""
    share = "%" in match["n"]
    word = "Avec quel score" if share else "Avec combien de voix"
    answers = (f"{fact.subject} {have} {verb} {match['n']}{against}" for verb in ("recueilli", "obtenu"))
    yield Draft("count", ask(word, fact, [], plain=False), tuple(told(x, fact) for x in answers), 0.85)


EQUIPPED = {"doter": "disposer de", "équiper": "disposer de", "munir": "disposer de", "composer": "se composer de"}


def equipped(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« La salle sera dotée de 300 sièges » → « De quoi la salle sera-t-elle dotée ? »"""
    clause = fact.clause
    frame = EQUIPPED.get(clause.verb.lemma.lower())
    if frame is None or clause.negated or not fact.certain or clause.tense not in {"present", "future"}:
        return
    text = stretch(ctx, clause.verb.end, fact.sid)
    match = re.match(r"(?:de |d’|du |des )(?P<what>.+)$", text)
    if match is None or loose_words(text) or not 3 <= len(text.split()) <= 18 or re.search(r" comme\b", text):
        return
    verb, _, _ = frame.rpartition(" ")
    form = conjugate(verb.removeprefix("se "), clause.tense, number=fact.number)
    if form is None:
        return
    form = f"se {form}" if verb.startswith("se ") else form
    answers = (told(f"{fact.subject} {form} {text}", fact),)
    yield Draft("equipment", ask("De quoi", fact, [], plain=False), answers, 0.7)


ROOM_RE = re.compile(r"\b(?P<verb>contenir|accueillir|recevoir|héberger|abriter)\s+(?P<upto>jusqu[’']à\s+)?$")


def capacity(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« Le stade peut accueillir 12 000 personnes » → « Combien de personnes le stade peut-il accueillir ? »"""
    clause = fact.clause
    figure = next((f for f in ctx.figures(fact.sid) if f.start > clause.verb.start and f.value is not None), None)
    if figure is None or not figure.counted or clause.negated or not fact.certain:
        return
    match = ROOM_RE.search(ctx.text[clause.finite.start : figure.start])
    between = ctx.text[clause.finite.end : figure.start].split()
    if match is None or clause.finite.lemma.lower() != "pouvoir" or len(between) > 3:
        return
    if clause.tense not in {"present", "future"}:
        return
    amount = figure.text[:1].lower() + figure.text[1:]
    bare = re.sub(r"^jusqu[’']à ", "", amount)
    most = " maximale" if match["upto"] or bare != amount else ""
    be = "sera" if clause.tense == "future" else "est"
    answer = told(f"La capacité{most} {de(fact.subject)} {be} {de(bare)}", fact)
    question = ask(f"Combien {de(figure.counted)}", replace_after(fact), [match["verb"]], plain=False)
    yield Draft("count", question, (answer,), 0.8)


def replace_after(fact: Fact) -> Fact:
    """The fact with its finite verb alone."""
    return replace(fact, after="")


def time_needed(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« L’exposition a nécessité cinq ans de préparation » → « Combien de temps la préparation a-t-elle pris ? »"""
    clause = fact.clause
    figure = figure_after(ctx, fact)
    if figure is None or clause.verb.lemma.lower() not in {"nécessiter", "demander", "exiger"} or clause.negated:
        return
    match = TIMED_RE.match(timed(ctx, figure, fact))
    if match is None or not fact.certain or clause.tense != "past" or fact.subject.startswith(("des ", "un ", "une ")):
        return
    noun = match["noun"]
    gender = {"préparation": "f", "construction": "f", "recherche": "f", "réflexion": "f", "négociation": "f"}.get(
        noun, "m" if noun in {"travail", "développement", "tournage", "chantier", "montage"} else ""
    )
    if not gender:
        return
    the = elide("la" if gender == "f" else "le", noun)
    pronoun = "elle" if gender == "f" else "il"
    question = f"Combien de temps {the} {de(fact.subject)} a-t-{pronoun} duré ?"
    answers = (told(f"{the} {de(fact.subject)} a duré {match['time']}", fact),)
    yield Draft("measure", question, answers, 0.8)


TIMED_RE = re.compile(r"(?P<time>.+?) de (?P<noun>[^\W\d_]+)\b")


def timed(ctx: Context, figure: Figure, fact: Fact) -> str:
    """« cinq années de préparation », or "" where the figure is no time."""
    unit = (figure.unit or figure.counted).split(" ")[0].lower()
    if unit.rstrip("s") not in {u.rstrip("s") for u in TIME_UNITS} | {"année"}:
        return ""
    return ctx.text[figure.start : ctx.sentence(fact.sid).end].replace("'", "’")


AWAY_RE = re.compile(
    r"\bà (?P<how>(?:environ |près de |quelque |plus de |moins de )?\d[\d,\s]* ?(?:km|kilomètres|mètres|milles)) "
    r"(?P<of>d(?:e |es |u |’)[^,;:.()]+?)(?= et |[,;:.(])"
)


def away(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« Le village se trouve à 30 km de la ville » → « À quelle distance de la ville se trouve le village ? »"""
    clause = fact.clause
    located = clause.passive or clause.reflexive or clause.copula is not None
    if clause.verb.lemma.lower() not in {"situer", "trouver"} or not located:
        return
    if clause.negated or not fact.certain or clause.tense != "present":
        return
    match = AWAY_RE.search(ctx.text[clause.verb.end : ctx.sentence(fact.sid).end].replace("'", "’"))
    if match is None or loose_words(match["of"]) or len(match["of"].split()) > 6:
        return
    verb = "se trouvent" if fact.number == "p" else "se trouve"
    answer = told(f"{match['how'][:1]}{match['how'][1:].strip()} séparent {fact.subject} {match['of']}", fact)
    yield Draft("measure", f"À quelle distance {match['of']} {verb} {fact.subject} ?", (answer,), 0.7)


RAISONS_RE = re.compile(r"^pour (?P<cause>des raisons (?!de )[^\W\d_]+(?: et [^\W\d_]+)?)\b", re.IGNORECASE)


def opening_cause(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« En raison de la grève, la visite a été annulée » → « Pourquoi la visite a-t-elle été annulée ? »"""
    clause = fact.clause
    if not fact.certain or clause.negated or clause.tense in {"other", "conditional"} or clause.dependent:
        return
    sentence = ctx.sentence(fact.sid)
    text = sentence.text.replace("'", "’")
    low = text[:1].lower() + text[1:]
    reasons, match = RAISONS_RE.match(low), CAUSE_RE.match(low)
    comma = text.find(",")
    if comma < 0 or (not 0 <= clause.subject[0].start - sentence.start - comma <= 2 and not reasons):
        return
    if reasons:
        cause = reasons["cause"]
    elif match is not None and not match["prep"].startswith("grâce"):
        prep = match["prep"]
        cause = ARTICLES.get(prep.rsplit(" ", 1)[-1], "") + text[match.end() : comma]
    else:
        return
    if loose_words(cause) or len(cause.split()) > LONGEST or not re.match(r"(?:une?|des|les?|la|l’|du)\b", cause):
        return
    rest = middle(ctx, fact, end_of_clause(ctx, fact))
    if rest is None or len(" ".join(rest).split()) > 10:
        return
    effect = effect_of(fact, rest)
    plural = several(cause)
    free = replace(fact, front="")
    answers = []
    if effect:
        answers.append(told(f"{cause} {'expliquent' if plural else 'explique'} {effect}", fact))
        answers.append(told(f"{cause} {'sont' if plural else 'est'} à l’origine {de(effect)}", fact))
    if answers:
        yield Draft("cause", ask("Pourquoi", free, rest, plain=False), tuple(answers), 0.9)


def end_of_clause(ctx: Context, fact: Fact) -> int:
    """Where the stretch after the verb ends."""
    text = stretch(ctx, fact.clause.verb.end, fact.sid)
    raw = ctx.text[fact.clause.verb.end : ctx.sentence(fact.sid).end].replace("'", "’")
    at = raw.find(text) if text else -1
    return fact.clause.verb.end + at + len(text) if at >= 0 else fact.clause.verb.end


KILLED_RE = re.compile(
    r"(?:^|[,;] )(?P<n>(?:[Aa]u moins |[Pp]rès de |[Pp]lus de |[Ee]nviron |[Qq]uelque )?"
    r"(?:\d[\d\s]*|[^\W\d_]+|une [^\W\d_]+aine de)) personnes?(?P<where> au sol| à bord)? "
    r"(?:sont mortes|sont décédées|ont (?:également |aussi )?été tuées|ont perdu la vie|ont trouvé la mort)"
)


def toll(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Douze personnes ont été tuées » → « Combien de personnes ont été tuées ? »"""
    text = ctx.sentence(sid).text.replace("'", "’")
    match = KILLED_RE.search(text)
    figures = ctx.figures(sid)
    if match is None or ctx.attributions(sid) or ctx.scopes(sid) or not figures:
        return
    start = ctx.sentence(sid).start + match.start("n")
    if not any(f.start <= start + 12 and f.end >= start for f in figures):
        return
    amount = match["n"][:1].lower() + match["n"][1:]
    count = amount.removesuffix(" de") if amount.endswith("aine de") else amount
    where = match["where"] or ""
    answers = [f"Le bilan{where} est {de(count)} {'de ' if amount.endswith('aine de') else ''}morts"]
    if where:
        answers.insert(0, f"{where.strip()}, {amount} personnes sont mortes")
    yield Draft("count", f"Combien de personnes{where} sont mortes ?", tuple(answers), 0.85)


ABOARD_RE = re.compile(
    r"\b(?:transportait|transportaient) (?P<a>\d+ (?:passagers|voyageurs|personnes)) et "
    r"(?P<b>\d+ (?:membres d’équipage|marins|accompagnateurs|conducteurs))(?=[.,;])"
)


def aboard(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Il transportait 147 passagers et 6 marins » → « Combien de personnes se trouvaient à bord ? »"""
    match = ABOARD_RE.search(ctx.sentence(sid).text.replace("'", "’"))
    if match is None or ctx.scopes(sid) or ctx.attributions(sid):
        return
    answer = f"À bord se trouvaient {match['a']} et {match['b']}"
    yield Draft("count", "Combien de personnes se trouvaient à bord ?", (answer,), 0.55)


FORMS = (votes, equipped, capacity, time_needed, away, opening_cause)
SENTENCE_FORMS = (toll, aboard)
