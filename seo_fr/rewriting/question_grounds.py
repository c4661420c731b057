"""Questions on what something rests on, makes possible, depends on, and on how long it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import de, elide
from seo_fr.rewriting.asking import Fact, ask
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_causes import agentive
from seo_fr.rewriting.question_figures import TIME_UNITS
from seo_fr.rewriting.question_names import relative
from seo_fr.rewriting.questions import Draft, settings
from seo_fr.rewriting.stretches import loose_words, stretch, told

BASES = frozenset({"baser", "fonder", "reposer", "appuyer"})


def basis(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« Le code est basé sur X » → « Sur quoi est basé le code ? » « Sur X. »"""
    clause = fact.clause
    if clause.verb.lemma.lower() not in BASES or clause.negated or not fact.certain or clause.tense == "other":
        return
    if agentive(ctx, fact):
        return
    text = stretch(ctx, clause.verb.end, clause.sid)
    match = re.match(r"sur (?P<what>(?:l[ea]s? |l’|une? |des |plus de |de nombreu\w+ |\d).+)$", text)
    if match is None or loose_words(match["what"]) or len(match["what"].split()) > 14:
        return
    what = match["what"]
    answers = (told(f"sur {what}", fact),)
    question = ask("Sur quoi", fact, [fact.front])
    if clause.tense == "present":
        rests = "reposent" if fact.number == "p" else "repose"
        question = f"Sur quoi {rests} {fact.subject} {fact.front} ?"
    yield Draft("basis", question, answers, 0.7)


def permits(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« Les mesures ont permis de découvrir X » → « Qu’ont permis de découvrir les mesures ? »"""
    clause = fact.clause
    if clause.verb.lemma.lower() != "permettre" or clause.negated or clause.passive or not fact.certain:
        return
    if clause.tense in {"other", "conditional"}:
        return
    text = stretch(ctx, clause.verb.end, clause.sid)
    match = re.match(r"(?P<inf>(?:de |d’)[^\W\d_]+(?:er|ir|re|oir)) (?P<what>(?:l[ea]s? |l’|une? |des |\d).+)$", text)
    if match is None or loose_words(match["what"]) or " et " in match["what"] or len(match["what"].split()) > 14:
        return
    what = match["what"]
    question = f"{elide('Que', fact.verb)} {match['inf']} {fact.subject} {fact.front} ?"
    yield Draft("what", question, tuple(told(x, fact) for x in dict.fromkeys((relative(what), what))), 0.65)


def under_what(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X se produit lorsque Y » → « Quand se produit X ? » « Lorsque Y. »"""
    clause = fact.clause
    lemma = clause.verb.lemma.lower()
    if lemma not in settings()["happenings"] or clause.negated or not fact.certain or clause.tense != "present":
        return
    text = ctx.text[clause.verb.end : ctx.sentence(clause.sid).end].replace("'", "’").strip()
    match = re.match(r"(?:souvent |surtout |généralement )?(?P<when>(?:lorsqu[e’]|quand) ?[^,;:.()]+)\.?$", text)
    if match is None or loose_words(match["when"]) or fact.front or len(match["when"].split()) > 14:
        return
    if re.match(r"(?:souvent|surtout|généralement)", text):
        return
    yield Draft("when", ask("Quand", fact), (told(match["when"], fact),), 0.7)


def lasting(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« Les mises à jour seront assurées durant un an » → « Pendant combien de temps … ? »"""
    clause = fact.clause
    if clause.negated or not fact.certain or clause.tense == "other":
        return
    text = stretch(ctx, clause.verb.end, clause.sid)
    match = re.match(r"(?P<what>(?:[^\W\d_’]+ ){0,4}?)(?P<prep>durant|pendant) (?P<time>[^,;:.()]+)$", text)
    if match is None or not any(re.search(rf"\b{unit}\b", match["time"]) for unit in sorted(TIME_UNITS)):
        return
    if loose_words(text) or len(match["time"].split()) > 5 or re.search(r"\b(?:le|la|les|l’|cette?)\b", match["time"]):
        return
    other = {"durant": "pendant", "pendant": "durant"}[match["prep"]]
    rest = [match["what"].strip(), fact.front]
    planned = " prévue" if clause.tense in {"future", "near_future"} else ""
    answers = (told(f"La durée{planned} est {de(match['time'])}", fact), told(f"{other} {match['time']}", fact))
    yield Draft("measure", ask("Pendant combien de temps", fact, rest, plain=False), answers, 0.65)


GROUNDS = (basis, permits, under_what, lasting)
