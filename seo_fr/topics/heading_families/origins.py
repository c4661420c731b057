"""« Une panne à l’origine du retard »: a cause and its effect, where the source says that one is due to the other."""

from __future__ import annotations

from typing import Final

from seo_fr.french import capitalize_first, de
from seo_fr.model import Token
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, owned
from seo_fr.topics.heading_families.extended import definite
from seo_fr.topics.heading_families.phrases import (
    NounPhrase,
    agreed,
    balanced,
    content,
    lower_article,
    noun_phrase,
    self_sufficient,
    whole,
)
from seo_fr.understanding.view import low

CAUSAL: Final = {"dû": "à", "due": "à", "dus": "à", "dues": "à", "explique": "par", "expliquent": "par"}
"""The words that tie an effect to its cause, and the preposition that opens the cause; « s’ » stands before a verb."""
OPENING: Final = frozenset({"un", "une", "des", "le", "la", "les", "l'", "l’"})


def origins(stage: Stage, sid: int) -> list[Candidate]:
    """One candidate, or none: « X est dû à Y », « X s’explique par Y », both whole and short."""
    for tie in stage.view.of_sentence(sid):
        preposition = CAUSAL.get(low(tie.text))
        subjects = [k for k in stage.view.dependants(tie) if k.dep in {"nsubj", "nsubj:pass"} and k.i < tie.i]
        following = stage.view.next(tie)
        if preposition is None or len(subjects) != 1 or following is None or low(following.text) != preposition:
            continue
        if tie.dep != "ROOT" or any(low(t.text) in {"ne", "n'", "n’", "pas"} for t in stage.view.dependants(tie)):
            continue
        effect, cause = effect_of(stage, subjects[0]), cause_of(stage, tie, following)
        if not effect or cause is None or owned(stage, sid, subjects[0].start, cause.tokens[-1].end) != "":
            continue
        text = f"{capitalize_first(cause.text)} à l’origine {de(effect)}"
        if len(text) <= lengths()["most"] and balanced(text):
            return [candidate(text, (sid,), "origin", low(cause.head.lemma))]
    return []


def effect_of(stage: Stage, head: Token) -> str:
    """The effect as it follows « à l’origine de »; "" where it cannot."""
    phrase = noun_phrase(stage, head)
    if phrase is None or head.pos != "NOUN" or not agreed(phrase):
        return ""
    if self_sufficient(phrase.tokens) and whole(stage, phrase.tokens) and low(phrase.tokens[0].text) in OPENING:
        return lower_article(phrase)
    for text, _, _ in definite(stage, phrase):
        return text[:1].lower() + text[1:]
    return ""


def cause_of(stage: Stage, tie: Token, preposition: Token) -> NounPhrase | None:
    """The cause right after its preposition, whole; None where it is cut or says too little."""
    heads = [k for k in stage.view.dependants(tie) if k.i > preposition.i and k.pos == "NOUN"]
    phrase = noun_phrase(stage, heads[0]) if heads else None
    if phrase is None or phrase.article or phrase.cut or not agreed(phrase) or len(content(phrase.tokens)) < 2:
        return None
    if phrase.tokens[0].i != preposition.i + 1 or low(phrase.tokens[0].text) not in OPENING:
        return None
    return phrase if self_sufficient(phrase.tokens) and whole(stage, phrase.tokens) else None
