"""Questions on aims and possibilities, estimates, who was beaten, a stretch of dates, who paid which part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seo_fr.french import conjugate, de, elide, enumerate_fr
from seo_fr.french.conjugation import infinitive
from seo_fr.rewriting.asking import Fact, ask, facts
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_causes import agentive
from seo_fr.rewriting.question_wording import a_inf
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words, stretch, told

LONGEST = 20
"""Words of an aim."""
CONDITION_RE = re.compile(r"\b(?:si|sauf|sous réserve|à condition|à moins|en cas)\b")
OWN_RE = re.compile(r"\b(?:son|sa|ses|leurs?)\b")
AIMED_RE = re.compile(
    r"(?:pour|comme) (?P<noun>objectif|but|mission|ambition|priorité|tâche) (?:principale? )?(?:de |d’)"
    r"(?P<inf>[^\W\d_]+(?:er|ir|re|oir)\b.*)$"
)
WISHED_RE = re.compile(r"(?:également |aussi |donc |à long terme |à terme )?(?P<inf>[^\W\d_]+(?:er|ir|re|oir)\b.*)$")
WISHES = frozenset({"vouloir", "compter", "entendre", "souhaiter"})


def goal(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X s’est donné pour objectif de réviser Y » → « Quel est l’objectif de X ? » « X entend réviser Y. »"""
    clause = fact.clause
    lemma = clause.verb.lemma.lower()
    if clause.negated or clause.passive or not fact.certain or clause.tense in {"other", "conditional"}:
        return
    text = stretch(ctx, clause.verb.end, fact.sid)
    if lemma in {"donner", "fixer", "avoir", "assigner"} and (aimed := AIMED_RE.match(text)):
        noun, what = aimed["noun"], aimed["inf"]
    elif lemma in WISHES and clause.tense == "present" and agentive(ctx, fact):
        match = WISHED_RE.match(text)
        if match is None or infinitive(match["inf"].split()[0]) != match["inf"].split()[0]:
            return
        noun, what = "objectif", match["inf"]
    else:
        return
    if loose_words(OWN_RE.sub("", what)) or not 3 <= len(what.split()) <= LONGEST or CONDITION_RE.search(what):
        return
    feminine = noun in {"mission", "ambition", "priorité", "tâche"}
    which = "Quelle" if feminine else "Quel"
    plural = fact.number == "p"
    answers = []
    if lemma in WISHES:
        if not OWN_RE.search(what):
            answers.append(told(f"{elide('le', noun)} {de(fact.subject)} est {elide('de', what)}", fact))
    elif agentive(ctx, fact):
        answers.append(told(f"{fact.subject} {'entendent' if plural else 'entend'} {what}", fact))
    else:
        answers.append(told(f"{fact.subject} {'visent' if plural else 'vise'} {a_inf(what)}", fact))
    the = elide("la" if feminine else "le", noun)
    yield Draft("aim", f"{which} est {the} {de(fact.subject)} ?", tuple(answers), 0.75)


ENABLED_RE = re.compile(
    r"(?:également |aussi )?(?P<to>aux? |à la |à l’|à )(?P<who>[^\W\d_]+(?: [^\W\d_]+)?) (?:de |d’)"
    r"(?P<inf>[^\W\d_]+(?:er|ir|re|oir)\b.*)$"
)


def enables(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« L’exposition permettra au public de voir X » → « Que permettra l’exposition ? » « Le public pourra voir X. »"""
    clause = fact.clause
    if clause.verb.lemma.lower() != "permettre" or clause.negated or clause.passive or not fact.certain:
        return
    if clause.tense not in {"present", "future"}:
        return
    match = ENABLED_RE.match(stretch(ctx, clause.verb.end, fact.sid))
    if match is None or loose_words(match["inf"]) or not 3 <= len(match["inf"].split()) <= LONGEST:
        return
    many = match["to"] == "aux "
    the = {"aux ": "les ", "au ": "le ", "à la ": "la ", "à l’": "l’"}.get(match["to"], "")
    can = conjugate("pouvoir", clause.tense, number="p" if many else "s")
    if not the or can is None:
        return
    answer = told(f"{the}{match['who']} {can} {match['inf']}", fact)
    yield Draft("what", f"{elide('Que', fact.verb)} {fact.subject} ?", (answer,), 0.65)


ESTIMATED_RE = re.compile(
    r"^(?:également |aussi )?à (?P<n>(?:environ |près de |plus de |moins de )?\d[^,;:.()]*?) "
    r"(?P<what>(?:le nombre|le coût|le montant|la part|la valeur) (?:de |d’|des |du )[^,;:.()]+?)"
    r"(?P<against>, contre [^,;:.()]+)?(?=[,;:.(]|$)"
)


ESTIMATING_RE = re.compile(r"^(?P<who>(?:L[ea]s? |L’)[^,;:]{3,70}?) (?:estime|évalue|chiffre)(?:nt)? (?P<rest>à .+)$")


def estimate(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X estime à 900 le nombre d’emplois menacés » → « À combien est estimé le nombre d’emplois menacés ? »"""
    sentence = ctx.sentence(sid)
    text = sentence.text.replace("'", "’")
    found = ESTIMATING_RE.match(text)
    match = ESTIMATED_RE.match(found["rest"]) if found is not None else None
    if found is None or match is None or ctx.quotations(sid) or loose_words(match[0]) or loose_words(found["who"]):
        return
    who = re.sub(r" \([^()]*\)", "", found["who"])
    who = who[:1].lower() + who[1:]
    what = match["what"]
    participle = "estimée" if what.startswith("la ") else "estimé"
    answer = f"{what} est {participle} à {match['n']} par {who}{match['against'] or ''}"
    yield Draft("measure", f"À combien est {participle} {what} ?", (answer,), 0.9)


def beaten(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X a battu la Polonaise Y en trois sets » → « Face à qui X a-t-elle gagné ? »"""
    clause = fact.clause
    obj = clause.object
    if clause.verb.lemma.lower() not in {"battre", "vaincre"} or clause.passive or clause.negated or obj is None:
        return
    if clause.tense != "past" or not fact.certain or obj.start < clause.verb.i:
        return
    text = stretch(ctx, obj.tokens[0].start, fact.sid)
    text = re.sub(r" \d+-\d+$", "", text)
    named = any(
        (e := ctx.entity_at(t.start, t.end)) is not None and e.label in {"PER", "ORG", "LOC"} for t in obj.tokens
    )
    if not named or loose_words(text) or len(text.split()) > 14 or re.match(r"(?:le|un) record\b", text):
        return
    have = "ont" if fact.number == "p" else "a"
    before = re.sub(r"^le ", "au ", re.sub(r"^les ", "aux ", text))
    to = f"face {before}" if before != text else f"face à {text}"
    ahead = ask("Face à qui", won(fact, have), [], plain=False)
    yield Draft("who", ahead, (told(f"{fact.subject} {have} gagné {to}", fact),), 0.75)


def won(fact: Fact, have: str) -> Fact:
    """The fact with « a gagné » for its verb."""
    return replace(fact, finite=have, after="gagné", before="", front="")


SPAN_RE = re.compile(
    r"\b(?:entre le (?P<a>\d{1,2}(?:er)? [^\W\d_]+(?: \d{4})?) et le (?P<b>\d{1,2}(?:er)? [^\W\d_]+ \d{4})|"
    r"du (?P<c>\d{1,2}(?:er)? (?:[^\W\d_]+(?: \d{4})?)?) ?au (?P<d>\d{1,2}(?:er)? [^\W\d_]+ \d{4}))"
)


def span(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« L’exposition est ouverte entre le 3 mai et le 4 juin 2012 » → « À quelles dates l’exposition … ? »"""
    clause = fact.clause
    text = ctx.text[clause.verb.end : ctx.sentence(fact.sid).end].replace("'", "’")
    match = SPAN_RE.search(text)
    if match is None or clause.negated or not fact.certain or clause.tense in {"other", "conditional"} or fact.front:
        return
    rest = " ".join(text[: match.start()].split())
    if loose_words(rest) or len(rest.split()) > 7 or re.search(r"[,;:]|\b(?:et|qui|que)\b", rest):
        return
    if match["a"]:
        when = f"du {match['a']} au {match['b']}"
    else:
        when = f"entre le {match['c'].strip()} et le {match['d']}"
        if not re.search(r"[^\W\d_]{3,}", match["c"]):
            when = match[0]
    capital = f"{when}, {fact.subject} {fact.verb} {rest}"
    question = ask("À quelles dates", fact, [rest], plain=False)
    yield Draft("when", question, (told(capital, fact), told(f"{fact.subject} {fact.verb} {when} {rest}", fact)), 0.8)


PART_RE = re.compile(r"(?P<who>(?:l[ea] |l’|les )?[A-ZÉÈÀÎÔ][^,;()]*?|l[ea]s? [^,;()]+?) \((?P<n>\d[\d,]* ?%)\)")


def paid(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X a été financé par les dons de A (50 %), B (25 %) et C (25 %) » → « Qui a financé X ? »"""
    text = ctx.sentence(sid).text.replace("'", "’")
    at = re.search(r"\bfinancée?s? par (?P<dons>les dons (?:de |du |des ))?", text)
    found = [(m["who"].strip(), m["n"]) for m in PART_RE.finditer(text, at.end())] if at is not None else []
    if (
        at is None
        or len(found) < 2
        or len(found) != text.count("%")
        or not re.fullmatch(r"[^;:]*\)\.?", text[at.end() :])
    ):
        return
    fact = next((f for f in facts(ctx, sid) if f.clause.passive and f.clause.verb.lemma.lower() == "financer"), None)
    if fact is None or not fact.certain or fact.clause.tense not in {"past", "present"} or fact.whose:
        return
    parts = [f"{who} ({n})" for who, n in found]
    verb = "ont financé" if fact.clause.tense == "past" else "financent"
    gave = "par des dons " if at["dons"] else ""
    answer = f"{enumerate_fr(parts)} {verb} {gave}{fact.subject}"
    last = [who for who, n in found if n == found[-1][1]]
    equal = f"{found[0][0]} a donné {found[0][1]}, {enumerate_fr(last)} {found[-1][1]} chacun"
    answers = (equal, answer) if at["dons"] and len(last) == len(found) - 1 > 1 and found[0] != found[-1] else (answer,)
    has = "a financé" if fact.clause.tense == "past" else "finance"
    yield Draft("who", f"Qui {has} {fact.subject} ?", answers, 0.85, fact.named_in)


AIMS = (goal, enables, beaten, span)
SENTENCE_AIMS = (estimate, paid)
