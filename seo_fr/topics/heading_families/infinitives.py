"""« Planifier des missions de contrôle »: what something is for, as an infinitive; it asserts nothing."""

from __future__ import annotations

import re

from seo_fr.french import capitalize_first
from seo_fr.model import Token
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, phrases_of, words_of
from seo_fr.topics.heading_families.clauses import Complement, printed
from seo_fr.topics.heading_families.phrases import content
from seo_fr.understanding.view import low

TALK_RE = re.compile(r"^(?P<said>(?P<verb>[A-ZÀ-Ý][a-zà-ÿ]+) [^,;:«»()]+?)(?:, (?:[^;:«»()]{0,60}, )?| )c’est\b")
LEAST_TALK = 3
"""Words of an infinitive that a sentence speaks about, for it to head a section."""
ARGUMENTS = frozenset({"obj", "obl", "obl:arg", "obl:mod", "iobj", "xcomp", "ccomp", "advcl", "conj", "advmod"})


def infinitives(stage: Stage, sid: int) -> list[Candidate]:
    """Candidates among the infinitives of purpose, use, duty and mission."""
    out = []
    most = lengths()["most"]
    for verb in stage.view.of_sentence(sid):
        if verb.pos != "VERB" or verb.morph.get("VerbForm") != "Inf" or not led_in(stage, verb):
            continue
        if low(verb.lemma) in words_of("telling") or stage.in_quotation(verb.start, verb.end):
            continue
        kids = [k for k in stage.view.dependants(verb) if k.i > verb.i and k.dep in ARGUMENTS]
        if not any(k.dep == "obj" for k in kids):
            continue
        text, at, whole = verb.text, verb.i + 1, True
        kept: list[Token] = []
        for kid in sorted(kids, key=lambda t: t.i):
            branch = stage.view.subtree(kid)
            extra = printed(stage, Complement(kid.dep, kid, branch), at)
            needed = kid.dep in {"obj", "obl:arg", "iobj", "xcomp"}
            if not extra or len(text) + 1 + len(extra) > most:
                whole = not needed and len(kept) > 0
                break
            if any(low(t.text) in words_of("third_possessives") for t in branch):
                whole = bool(kept)
                break
            text, at = f"{text} {extra}", branch[-1].i + 1
            kept += branch
        if whole and kept and len(content(tuple(kept))) >= 2:
            out.append(candidate(capitalize_first(text), (sid,), "infinitive", low(verb.lemma)))
    return out


def topics_of_talk(stage: Stage, sid: int) -> list[Candidate]:
    """« Trier ses déchets, c’est… »: the infinitive that a sentence opens on, to say something of it."""
    sentence = stage.analysis.source.sentences[sid]
    match = TALK_RE.match(" ".join(sentence.text.split()).replace("'", "’"))
    first = next(iter(stage.view.of_sentence(sid)), None)
    if match is None or first is None or not match["verb"].lower().endswith(("er", "ir", "re")):
        return []
    if first.morph.get("VerbForm") != "Inf" and first.pos not in {"VERB", "NOUN"}:
        return []
    text = match["said"]
    words = text.lower().split()
    outside = words_of("third_possessives") | words_of("pointing")
    if not len(words) >= LEAST_TALK or len(text) > lengths()["most"] or outside & set(words):
        return []
    return [candidate(text, (sid,), "infinitive", match["verb"].lower(), bonus=0.6)]


def led_in(stage: Stage, verb: Token) -> bool:
    """Whether an infinitive follows words that make it a purpose, a use, a duty or a mission."""
    before = stage.view.previous(verb)
    if before is None:
        return False
    words = [low(before.text)]
    second = stage.view.previous(before)
    if second is not None:
        words.insert(0, low(second.text))
        third = stage.view.previous(second)
        if third is not None:
            words.insert(0, low(third.text))
    tail = " ".join(words)
    return any(tail == lead or tail.endswith(f" {lead}") for lead in phrases_of("infinitive_leads"))
