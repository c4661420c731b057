"""Noun phrases with what completes them.

« 300 hectares à replanter », « Un guide pour trier sans peine », « Un tri par couleur et non par taille ».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.french import capitalize_first, de, elide
from seo_fr.model import Token
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, words_of
from seo_fr.topics.heading_families.nominals import bare_actor, standing
from seo_fr.topics.heading_families.phrases import (
    NounPhrase,
    agreed,
    balanced,
    content,
    fit_word,
    light,
    nominal_end,
    noun_phrase,
    self_sufficient,
    starts_clean,
    whole,
)
from seo_fr.understanding.view import low

QUOTED_WORDS = 3
DEMONSTRATIVE_RE = re.compile(r"\bde (cet|cette|ces|ce) ", re.IGNORECASE)


def extended_phrases(stage: Stage, sid: int) -> list[Candidate]:
    """Candidates among the noun phrases of a sentence that go on past their last noun."""
    out = []
    for head in stage.view.of_sentence(sid):
        counted = low(head.lemma) in words_of("completed")
        if head.pos != "NOUN" or head.dep in {"flat:name", "flat:foreign", "fixed", "compound"}:
            continue
        if light(head) and not counted:
            continue
        phrase = noun_phrase(stage, head)
        if phrase is None or bare_actor(phrase) or not agreed(phrase) or not starts_clean(stage, phrase):
            continue
        opened = phrase.article or phrase.tokens[0].pos in {"DET", "NUM"} or phrase.tokens[0].text[0].isdigit()
        if not opened and not (phrase.tokens[0].pos == "ADV" and any(t.pos == "NUM" for t in phrase.tokens[:4])):
            continue
        if stage.in_quotation(phrase.tokens[0].start, phrase.tokens[-1].end):
            continue
        for text, tokens, bonus in (*longer(stage, phrase), *definite(stage, phrase)):
            start, end = tokens[0].start, tokens[-1].end
            attributed = stage.attribution(sid, start, end) is not None
            if len(text) > lengths()["most"] or not balanced(text) or (stage.unsure(sid, start, end) and attributed):
                continue
            if len(content(tokens)) < 2 or tokens[0].text == "1":
                continue
            bonus += standing(stage, NounPhrase(head, tokens, phrase.article, False, text))
            out.append(
                candidate(capitalize_first(text), (sid,), "noun_phrase", head.lemma, bonus=bonus, attributed=attributed)
            )
    return out


def longer(stage: Stage, phrase: NounPhrase) -> list[tuple[str, tuple[Token, ...], float]]:
    """The phrase with an infinitive, a second complement or a few words between quotation marks."""
    if not self_sufficient(phrase.tokens) or not all(fit_word(t) for t in phrase.tokens):
        return []
    tokens, end = stage.view.tokens, phrase.tokens[-1].i + 1
    last = infinitive_end(stage, phrase, end) or second_complement(stage, phrase, end) or quoted_end(tokens, end)
    if not last:
        return []
    found = tokens[phrase.tokens[0].i : last]
    text = stage.span(found)
    if any(mark in text for mark in '"“”'):
        return []
    return [(elide(phrase.article, text) if phrase.article else text, found, 0.3)]


def infinitive_end(stage: Stage, phrase: NounPhrase, end: int) -> int:
    """One past « à surveiller », « pour avancer malgré les doutes »; 0 where nothing of the kind follows."""
    tokens, head = stage.view.tokens, phrase.head
    if end + 1 >= len(tokens) or low(tokens[end].text) not in {"à", "pour"} or tokens[end].sentence != head.sentence:
        return 0
    verb = tokens[end + 1]
    hung = head.i <= verb.head < end
    indefinite = low(phrase.tokens[0].text) in {"un", "une", "des"}
    if verb.morph.get("VerbForm") != "Inf" or not (hung or (indefinite and low(tokens[end].text) == "pour")):
        return 0
    j = end + 2
    while j < len(tokens) and tokens[j].sentence == head.sentence and tokens[j].pos != "PUNCT":
        if tokens[j].pos in {"PRON", "SCONJ", "CCONJ", "AUX"} or tokens[j].morph.get("VerbForm") == "Fin":
            return 0
        if low(tokens[j].text) in words_of("pointing") | words_of("third_possessives"):
            return 0
        j += 1
    return j


def second_complement(stage: Stage, phrase: NounPhrase, end: int) -> int:
    """One past « et du projet Commons », « et non par thème »: as much as was said of the first complement."""
    tokens = stage.view.tokens
    links = [
        preposition(t) for t in phrase.tokens if t.i > phrase.head.i and t.pos in {"ADP", "DET"} and preposition(t)
    ]
    if end + 2 >= len(tokens) or low(tokens[end].text) not in {"et", "ou"} or not links:
        return 0
    k = end + 1
    if low(tokens[k].text) == "non":
        k += 1
    if preposition(tokens[k]) != links[0]:
        return 0
    k += 1
    while k < len(tokens) and tokens[k].pos in {"DET", "NUM"}:
        k += 1
    if k >= len(tokens) or tokens[k].pos not in {"NOUN", "PROPN"} or tokens[k].sentence != tokens[end].sentence:
        return 0
    if tokens[k].dep == "conj" and tokens[k].head == phrase.head.i:
        return 0  # it completes another noun
    last, cut = nominal_end(stage, k)
    found = tokens[end:last]
    return last if not cut and self_sufficient(found) and whole(stage, found) else 0


def preposition(token: Token) -> str:
    """A preposition out of its contraction: « du » is « de »; "" for another word."""
    word = low(token.text).rstrip("'’")
    word = {"d": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}.get(word, word)
    return word if word in {"de", "à", "par", "en", "sur", "pour", "avec", "dans"} else ""


def quoted_end(tokens: Sequence[Token], end: int) -> int:
    """One past two or three words between quotation marks that follow at once."""
    if end >= len(tokens) or tokens[end].text != "«":
        return 0
    close = next((j for j in range(end + 1, min(len(tokens), end + QUOTED_WORDS + 2)) if tokens[j].text == "»"), 0)
    inside = tokens[end + 1 : close] if close else ()
    fit = inside and all(t.pos in {"NOUN", "ADJ", "PROPN", "VERB", "ADP", "DET"} for t in inside)
    return close + 1 if fit and not any(t.morph.get("VerbForm") == "Fin" for t in inside) else 0


def definite(stage: Stage, phrase: NounPhrase) -> list[tuple[str, tuple[Token, ...], float]]:
    """« La fiabilité de ces modèles » as « La fiabilité des modèles »: what is pointed at has been named before."""
    pointed = [t for t in phrase.tokens if low(t.text) in {"ce", "cet", "cette", "ces"} and t.i > phrase.head.i]
    rest = tuple(t for t in phrase.tokens if t not in pointed)
    if len(pointed) != 1 or not self_sufficient(rest) or not whole(stage, phrase.tokens):
        return []
    match = DEMONSTRATIVE_RE.search(phrase.text)
    if match is None or not all(fit_word(t) for t in phrase.tokens):
        return []
    noun = phrase.text[match.end() :]
    article = {"cette": "la", "ces": "les"}.get(match[1].lower(), "le")
    return [(phrase.text[: match.start()] + de(elide(article, noun)), phrase.tokens, -1.0)]
