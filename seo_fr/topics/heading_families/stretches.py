"""« François Gabart est toujours en tête »: a clause of the source, word for word, out of a longer sentence.

For sentences that the parser cannot take apart: a stretch between two strong seams that opens on its subject, holds one
verb in the present or the future and points at nothing outside it. Nothing inside is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from seo_fr.french import capitalize_first
from seo_fr.french.conjugation import conjugate
from seo_fr.model import Token
from seo_fr.topics.heading_families.assertions import action_nouns
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, leavable, lengths, owned, words_of
from seo_fr.topics.heading_families.phrases import balanced
from seo_fr.understanding.view import low

LEAST = 24
LEAST_WORDS = 5
OPENING = frozenset({"DET", "PROPN", "NUM"})
SEAM_RE = re.compile(
    r"\s*(?: : | ; |;|,? (?:alors que|tandis que|même si|bien que|parce que|puisque|afin de|afin d’|tout en)|"
    r",? en \w+ant\b|, (?:\w+ant\b|car|mais|ce qui|ce que|dont|où|puis|qui|et|avec|après|notamment|comme|"
    r"sur la base|selon|à raison|à l’aide|grâce|malgré|lors)\b|\s\()"
)
START_RE = re.compile(r"(?: : | ; |;\s)(?=\w)|\scar (?=(?:les? |la |l’|\d))")
IDLE_RE = re.compile(r"\s(?:donc|d['’]ailleurs|également|désormais)\b")


def stretches(stage: Stage, sid: int) -> list[Candidate]:
    """Candidates among the stretches of a sentence."""
    sentence = stage.analysis.source.sentences[sid]
    if sentence.text.rstrip().endswith(("?", "!", "…", ":")):
        return []
    tokens = stage.view.of_sentence(sid)
    out = []
    for start, end in bounds(stage, sid):
        inside = [t for t in tokens if start <= t.start and t.end <= end]
        verb = verb_of(stage, inside)
        if verb is None or not stands_alone(stage, inside, verb):
            continue
        text = IDLE_RE.sub("", " ".join(stage.text[start:end].split()).rstrip(" .,;"))
        suffix = owned(stage, sid, inside[0].start, inside[-1].end)
        if suffix is None or len(text) < LEAST or len(text.split()) < LEAST_WORDS or not balanced(text):
            continue
        if len(text) + len(suffix) <= lengths()["most"] and not re.search(r"[«»\"“”();:]", text):
            out.append(candidate(capitalize_first(text + suffix), (sid,), "sentence", low(verb.lemma)))
    return out


def bounds(stage: Stage, sid: int) -> Iterator[tuple[int, int]]:
    """Start and end of the stretches of a sentence, in the source."""
    sentence = stage.analysis.source.sentences[sid]
    text = stage.text[sentence.start : sentence.end].replace("'", "’").replace("\n", " ").replace("\u00a0", " ")
    starts = [0, *(m.end() for m in START_RE.finditer(text))]
    for start in starts:
        seams = [m.start() for m in SEAM_RE.finditer(text, start + LEAST)]
        for begin in (start, after_front(text, start)):
            for end in [*[s for s in seams if s > begin][:2], len(text)]:
                if begin >= 0 and end > begin:
                    yield sentence.start + begin, sentence.start + end


def after_front(text: str, start: int) -> int:
    """Where the subject starts after a circumstance that a heading may leave out; -1 where there is none."""
    comma = text.find(", ", start)
    if comma < 0:
        return -1
    return comma + 2 if leavable(text[start:comma]) else -1


def finite(token: Token) -> bool:
    """Whether a word is a conjugated verb."""
    return token.pos in {"VERB", "AUX"} and token.morph.get("VerbForm") == "Fin"


@cache
def present_forms() -> frozenset[str]:
    """Third persons of the present of the verbs that have an action noun."""
    known = (*action_nouns(), *words_of("planning"), *words_of("doing"), *words_of("telling"))
    verbs = [verb for verb in known if " " not in verb and "’" not in verb]
    return frozenset(f for verb in verbs for number in ("s", "p") if (f := conjugate(verb, number=number)))


def misread(stage: Stage, token: Token) -> bool:
    """Whether a word taken for a noun is a verb: « le gouvernement compte sur », a noun, the form, its complement."""
    if token.pos not in {"NOUN", "ADJ"} or low(token.text) not in present_forms():
        return False
    before, following = stage.view.previous(token), stage.view.next(token)
    second = stage.view.previous(before) if before is not None else None
    subject = before is not None and before.pos in {"NOUN", "PROPN"} and second is not None
    opened = subject and second is not None and (second.pos == "DET" or second.text == ",")
    return (
        bool(opened) and following is not None and low(following.text) in {"sur", "à", "la", "le", "les", "un", "une"}
    )


def verb_of(stage: Stage, tokens: list[Token]) -> Token | None:
    """The one verb of a stretch; None where it has none, or several."""
    found = [t for t in tokens if finite(t)] or [t for t in tokens if misread(stage, t)]
    return found[0] if len(found) == 1 else None


def stands_alone(stage: Stage, tokens: list[Token], verb: Token) -> bool:
    """Whether a stretch around a verb is a clause that can be understood without the rest."""
    first = tokens[0]
    if first.pos not in OPENING:
        return False
    if low(first.text).rstrip("'’") in words_of("pointing") | words_of("third_possessives"):
        return False
    tense, mood = verb.morph.get("Tense"), verb.morph.get("Mood", "Ind")
    if not finite(verb):
        tense = "Pres"
    following = stage.view.next(verb)
    while following is not None and following.pos == "ADV":
        following = stage.view.next(following)
    participle = (
        following is not None and following.morph.get("VerbForm") == "Part" and following.pos in {"VERB", "AUX"}
    )
    past = participle and low(verb.lemma) == "avoir"
    if mood != "Ind" or tense not in {"Pres", "Fut"} or past or not nominal(tokens, verb):
        return False
    pointing = words_of("pointing") | words_of("third_possessives")
    for token in tokens:
        word = low(token.text).rstrip("'’")
        own = word in words_of("third_possessives") and token.i > verb.i
        if (word in pointing and not own and not (word == "en" and token.pos == "ADP")) or (
            token.pos in {"PRON", "SCONJ"} and word not in {"se", "s"}
        ):
            return False
    last = tokens[-1] if tokens[-1].pos != "PUNCT" else tokens[-2]
    return last.pos in {"NOUN", "PROPN", "ADJ", "NUM", "VERB", "ADV"} and last is not verb


def nominal(tokens: list[Token], verb: Token) -> bool:
    """Whether what stands before the verb is a noun phrase, and the verb its own."""
    before = [t for t in tokens if t.i < verb.i]
    plain = all(t.pos not in {"VERB", "AUX"} or t.morph.get("VerbForm") == "Part" for t in before)
    return plain and any(t.pos in {"NOUN", "PROPN"} for t in before) and not any(t.text == "," for t in before)
