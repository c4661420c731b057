"""The verb of a fact told as a heading: in the present for what has happened, as written where that is unsure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.french.conjugation import conjugate, past_participle
from seo_fr.model import Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import Clause, attribution_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.predicates import adjoining, joined, plural

LEXICON = "rewriting/headline.toml"
YEAR_RE = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def verb_form(ctx: Context, clause: Clause, *, dated: bool) -> str:
    """The verb group, in the present for what has happened; as written where that is unsure; "" if it cannot stand.

    *dated*: the heading holds its year, so that the present is read as a story's.
    """
    group = [t for t in clause.group if clause.copula is None or t.i != clause.verb.i]
    if not group:
        return ""
    reflexive = {"se", "s"}
    if any(t.pos == "PRON" and t.text.lower().rstrip("'’") not in reflexive for t in group):
        return ""
    held = {t.i for t in group} | asides(ctx, group)
    manner, idle = load_toml(LEXICON)["manner"], load_toml(LEXICON)["adverbs"]
    words: list[Token] = []
    for i in range(group[0].i, group[-1].i + 1):
        token = ctx.analysis.tokens[i]
        low = token.text.lower().replace("'", "’")
        if i in held and token not in group:
            continue
        if i in held or (token.pos == "ADV" and low in manner):
            words.append(token)
        elif low not in idle:
            return ""
    if clause.tense == "past" and clause.copula is None and unlike_participle(clause.verb):
        return ""  # « est élève », where the parser saw a verb
    shared = all(t.dep not in {"nsubj", "nsubj:pass"} for t in ctx.children(clause.verb))
    if not shared and not adjoining(ctx, clause.subject[-1].i, group[0].i):
        return ""
    written = joined(words)
    doubtful = any(s.start <= clause.verb.start < s.end for s in ctx.scopes(clause.sid))
    imperfect = clause.tense == "imperfect" and clause.verb.lemma.lower() in load_toml(LEXICON)["told_in_imperfect"]
    narrated = clause.subject_head.text.lower().rstrip("'’") in {"je", "j", "nous"}
    if clause.tense == "imperfect" and reported_in_the_past(ctx, clause):
        form = conjugate(clause.verb.lemma.lower(), "present", number="p" if plural(clause) else "s")
        return written.replace(clause.verb.text, form) if form and clause.finite is clause.verb else ""
    if clause.tense == "imperfect" and not imperfect:
        return written if narrated and len(clause.group) == 1 else ""
    if narrated and not clause.finite.text.lower().endswith(("e", "s", "x", "ai", "ns")):
        return ""  # « je tag »
    if clause.verb.lemma.lower() == "aller" and clause.tense == "near_future":
        return written
    if clause.tense not in {"past", "imperfect"} or clause.negated or doubtful or clause.copula is not None or narrated:
        return written
    if any(t.i not in held for t in words):
        return written
    if YEAR_RE.search(ctx.sentence(clause.sid).text[:40]) and not dated:
        return written
    return present(clause, group) or written


def asides(ctx: Context, group: Sequence[Token]) -> frozenset[int]:
    """Ranks of the words of « pour sa part » inside a verb group: they only tie it to what precedes."""
    start, end = group[0].i, group[-1].i + 1
    out: set[int] = set()
    for aside in load_toml(LEXICON)["asides"]:
        size = len(aside.split())
        for i in range(start, end - size + 1):
            words = [t.text.lower().replace("'", "’") for t in ctx.analysis.tokens[i : i + size]]
            if " ".join(words) == aside:
                out |= set(range(i, i + size))
    return frozenset(out)


def reported_in_the_past(ctx: Context, clause: Clause) -> bool:
    """Whether an imperfect only follows from the past of « a déclaré que »: it says a present."""
    attribution = attribution_of(ctx, clause)
    return attribution is not None and attribution.kind == "que" and not clause.reflexive and not clause.passive


def present(clause: Clause, group: Sequence[Token]) -> str:
    """The present of a past verb group; "" where it is not known."""
    number: Number = "p" if plural(clause) else "s"
    aux = [t for t in group if t.dep.startswith("aux")]
    if clause.passive:
        if len(aux) != 2 or aux[0].lemma != "avoir":
            return ""
        return f"{'sont' if number == 'p' else 'est'} {clause.verb.text}"
    form = conjugate(clause.verb.lemma.lower(), "present", number=number)
    if form is None or len(aux) != (clause.tense == "past"):
        return ""
    if clause.reflexive:
        elided = form[0].lower() in "aeiouéèêâîôûh" and not form.startswith(("haï", "hais", "hurl", "heurt"))
        return f"{'s’' if elided else 'se '}{form}"
    return form


def unlike_participle(verb: Token) -> bool:
    """Whether a word is no past participle, in any gender and number, of its verb, which the tables know."""
    low = verb.text.lower()
    return past_participle(verb.lemma.lower()) is not None and not any(
        past_participle(verb.lemma.lower(), gender=gender, number=number) == low
        for gender in ("m", "f")
        for number in ("s", "p")
    )
