"""What happens next: facts still to come, told as what is planned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import infinitive, known_verb
from seo_fr.rewriting.asking import Fact, date_wording
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_causes import agentive
from seo_fr.rewriting.questions import Draft, settings
from seo_fr.rewriting.stretches import loose_words, stretch

UNFIT_RE = re.compile(r"^les? \d|\b(?:si|sauf|à condition|en cas)\b")
LONGEST_NEXT = 18
"""Words of what follows the verb."""


def following(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« Le comité rendra son avis le 3 mai 2019 » → « Quelle est la suite prévue ? » « Le comité doit rendre … »

    Only plain announcements, of somebody's acts or with their date; a forecast is not a plan.
    """
    clause = fact.clause
    if clause.tense not in {"future", "near_future"} or clause.negated or not fact.certain or fact.whose:
        return
    lemma = clause.verb.lemma.lower()
    if clause.copula is not None or clause.modal or lemma not in settings()["next"] or ctx.attributions(fact.sid):
        return
    if not clause.passive and not agentive(ctx, fact):
        return
    if not known_verb(lemma) and infinitive(clause.verb.text.lower()) != lemma:
        return
    text = stretch(ctx, clause.verb.end, fact.sid)
    if loose_words(text) or len(text.split()) > LONGEST_NEXT or UNFIT_RE.search(text):
        return
    must = "doivent" if fact.number == "p" else "doit"
    if clause.passive:
        verb = f"être {clause.verb.text.lower()}"
    elif clause.reflexive:
        verb = f"s’{lemma}" if lemma[0] in "aeiouyéèêh" else f"se {lemma}"
    else:
        verb = lemma
    resolved = ""
    for date in ctx.dates(fact.sid):
        wording = date_wording(date)
        raw = f"{date.preposition} {date.text}".strip().replace("'", "’")
        if wording and date.start > clause.verb.end and raw in text and not fact.front:
            text, resolved = text.replace(raw, "").strip(" ,"), wording
            break
    if any(date.text.replace("'", "’") in text for date in ctx.dates(fact.sid) if not date_wording(date)):
        return  # « mardi » of a week that is not known
    text = " ".join(text.split())
    if re.search(r"\b(?:et|ou|de|à|en|,)$", text):
        return
    front = f"{fact.front or resolved}, " if fact.front or resolved else ""
    answers = [f"{front}{fact.subject} {must} {verb} {text}".strip()]
    if resolved:
        answers.append(f"{fact.subject} {must} {verb} {text}, {resolved}")
    yield Draft("next", settings()["what_next"], tuple(answers), 0.85 if front else 0.75)


NEXT = (following,)
