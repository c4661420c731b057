"""« La société Brume restaure la halle », of « c’est la société Brume qui a restauré la halle »."""

from __future__ import annotations

import re
from typing import Final

from seo_fr.french import capitalize_first
from seo_fr.french.conjugation import conjugate
from seo_fr.model import Token
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, owned, words_of
from seo_fr.topics.heading_families.phrases import balanced, self_sufficient
from seo_fr.understanding.view import low

SEAM_RE: Final = re.compile(
    r"[,;:(«]|\s(?:qui|que|qu['’]|dont|où|lorsqu\w*|quand|mais|et (?:a|ont|est|sont|l)|(?:au début|à la fin|en|depuis) "
    r"(?:de )?(?:19|20)\d\d)\b",
    re.I,
)
"""Where what is told ends; a date goes."""
LONGEST: Final = 44


def clefts(stage: Stage, sid: int) -> list[Candidate]:
    """Candidates of a sentence that puts its subject first: « c’est … qui », « ce sont … qui »."""
    words = stage.view.of_sentence(sid)
    for k, token in enumerate(words[:-4]):
        if low(token.text).rstrip("'’") not in {"c", "ce"} or low(words[k + 1].text) not in {"est", "sont"}:
            continue
        who = next((j for j, t in enumerate(words) if j > k + 2 and low(t.text) == "qui"), 0)
        subject = words[k + 2 : who]
        if not subject or subject[0].pos not in {"DET", "NUM", "PROPN"} or not self_sufficient(tuple(subject)):
            continue
        told = told_by(stage, words[who + 1 :], "p" if low(words[k + 1].text) == "sont" else "s")
        name = stage.span(subject)
        plain = len(name) <= LONGEST and not any(t.text in ",;:()«»" for t in subject)
        if not told or not plain or any(low(t.text) in {"ne", "n'", "n’"} for t in words[: who + 4]):
            continue
        suffix = owned(stage, sid, subject[0].start, subject[-1].end)
        text = f"{capitalize_first(name)} {told}{suffix or ''}"
        if suffix is not None and len(text) <= lengths()["most"] and balanced(text):
            return [candidate(text, (sid,), "attributed_clause" if suffix else "clause", low(words[who + 1].lemma))]
    return []


def told_by(stage: Stage, rest: tuple[Token, ...] | list[Token], number: str) -> str:
    """What follows « qui », its verb in the present, up to a seam; "" where it is not plain."""
    if len(rest) < 2:
        return ""
    verb, at = rest[0], 1
    if low(verb.text) in {"a", "ont"} and rest[1].morph.get("VerbForm") == "Part":
        form = conjugate(low(rest[1].lemma), number="p" if number == "p" else "s")
        verb, at = rest[1], 2
    else:
        present = verb.morph.get("VerbForm") == "Fin" and verb.morph.get("Tense") in {"Pres", "Fut"}
        form = verb.text if present and verb.pos == "VERB" else None
    if not form or low(verb.lemma) in words_of("telling") or at >= len(rest):
        return ""
    text = " ".join(stage.text[rest[at].start : rest[-1].end].split())
    seam = SEAM_RE.search(text)
    said = (text[: seam.start()] if seam else text).rstrip(" .")
    inside = [t for t in rest[at:] if t.end <= rest[at].start + len(said) + 1 and t.pos != "PUNCT"]
    outside = words_of("pointing") | words_of("third_possessives")
    clean = bool(inside) and not any(
        t.morph.get("VerbForm") == "Fin" or t.pos in {"PRON", "SCONJ"} or low(t.text).rstrip("'’") in outside
        for t in inside
        if t.pos != "ADP"
    )
    return f"{form} {said}" if clean and inside[-1].pos in {"NOUN", "PROPN", "ADJ", "NUM"} else ""
