"""What a sentence announces: « Deux types de plaques », « La dernière étape : le vernis »."""

from __future__ import annotations

import re
from typing import Final

from seo_fr.french import capitalize_first, de, elide, strip_final
from seo_fr.model import Token
from seo_fr.topics.heading_families.assertions import action_nouns
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, owned
from seo_fr.topics.heading_families.phrases import (
    agreed,
    balanced,
    content,
    light,
    noun_phrase,
    self_sufficient,
    whole,
)
from seo_fr.understanding.view import low

THERE_RE: Final = re.compile(
    r"\b(?:il (?:en )?existe|il y a|on (?:distingue|compte|dénombre|recense|trouve|observe)|se distinguent)\s+$", re.I
)
COUNTS: Final = frozenset("deux trois quatre cinq six sept huit neuf dix plusieurs".split())
LEAST_PHRASE: Final = 2
LONGEST_SIDE: Final = 40


def existing(stage: Stage, sid: int) -> list[Candidate]:
    """« Deux types de plaques », of « il existe deux types de plaques »: a number in letters announces what follows."""
    out = []
    for number in stage.view.of_sentence(sid):
        if low(number.text) not in COUNTS:
            continue
        before = stage.text[stage.analysis.source.sentences[sid].start : number.start].replace("'", "’")
        noun = stage.view.next(number)
        while noun is not None and noun.pos == "ADJ":
            noun = stage.view.next(noun)
        if THERE_RE.search(before.replace("’", "'")) is None or noun is None or noun.pos != "NOUN":
            continue
        phrase = noun_phrase(stage, noun)
        if phrase is None or phrase.tokens[0].i != number.i or not agreed(phrase) or not whole(stage, phrase.tokens):
            continue
        fit = self_sufficient(phrase.tokens) and balanced(phrase.text) and len(content(phrase.tokens)) > LEAST_PHRASE
        if not fit or owned(stage, sid, phrase.tokens[0].start, phrase.tokens[-1].end) != "":
            continue
        if len(phrase.text) <= lengths()["most"]:
            out.append(candidate(capitalize_first(phrase.text), (sid,), "announced", low(noun.lemma), bonus=0.3))
    return out


def colons(stage: Stage, sid: int) -> list[Candidate]:
    """« La dernière étape : le vernis », of « j’étais à la dernière étape : le vernis »: a thing, then which it is."""
    words = [t for t in stage.view.of_sentence(sid) if not t.text.isspace()]
    marks = [k for k, t in enumerate(words) if t.text == ":"]
    if len(marks) != 1 or not 0 < marks[0] < len(words) - 1:
        return []
    colon = marks[0]
    left = phrase_before(stage, words[:colon])
    right = words[colon + 1 :]
    if right[-1].text in {".", "!"}:
        right = right[:-1]
    if not left or not right or right[0].pos not in {"DET", "NUM"} or low(right[0].text) in {"ce", "cette", "ces"}:
        return []
    clean = all(t.pos not in {"VERB", "AUX", "PRON", "SCONJ"} or participle(t) for t in right)
    if not clean or any(t.text in "«»();:" for t in right) or not self_sufficient(tuple(right)):
        return []
    said, told = stage.span(left), strip_final(stage.span(right))
    text = f"{capitalize_first(said)} : {told[:1].lower() + told[1:]}"
    if max(len(said), len(told)) > LONGEST_SIDE or len(text) > lengths()["most"]:
        return []
    if owned(stage, sid, left[0].start, right[-1].end) != "":
        return []
    return [candidate(text, (sid,), "announced", low(left[-1].lemma), bonus=0.2)]


def participle(token: Token) -> bool:
    """Whether a verb form is a past participle."""
    return token.morph.get("VerbForm") == "Part" and not low(token.text).endswith("ant")


def phrase_before(stage: Stage, words: list[Token]) -> tuple[Token, ...]:
    """The definite noun phrase that ends a stretch; () where it ends otherwise, or speaks of two."""
    for noun in reversed(words):
        if noun.pos != "NOUN":
            continue
        phrase = noun_phrase(stage, noun)
        if phrase is None or phrase.tokens[-1].i != words[-1].i or phrase.article or not agreed(phrase):
            continue
        first = low(phrase.tokens[0].text)
        if not (first in {"la", "le", "l'", "les"} or first in COUNTS) or not self_sufficient(phrase.tokens):
            return ()
        telling = len(content(phrase.tokens)) >= LEAST_PHRASE
        return tuple(phrase.tokens) if telling else ()
    return ()


def listed(stage: Stage, sid: int) -> list[Candidate]:
    """« La visite des ateliers », of « ils visiteront tous ces ateliers : » above the list of them."""
    sentence = stage.analysis.source.sentences[sid]
    if ":" not in sentence.text:
        return []
    out = []
    for verb in stage.view.of_sentence(sid):
        row = action_nouns().get(low(verb.lemma))
        if row is None or row["bears"] != "object" or row["preposition"] != "de" or verb.dep != "ROOT":
            continue
        things = [k for k in stage.view.dependants(verb) if k.dep == "obj" and k.i > verb.i and k.pos == "NOUN"]
        if len(things) != 1 or things[0].number != "p" or light(things[0]):
            continue
        tail = stage.text[things[0].end : sentence.end].strip()
        dets = [low(k.text) for k in stage.view.dependants(things[0]) if k.dep == "det"]
        if not tail.startswith(":") or not {"ces", "les", "ses", "leurs"} & set(dets):
            continue
        noun = str(row["noun"])
        article = elide("la" if row["gender"] == "f" else "le", noun)
        text = f"{article} {de(f'les {things[0].text}')}"
        out.append(candidate(capitalize_first(text), (sid,), "announced", noun, bonus=min(3.2, 0.45 * tail.count(","))))
    return out
