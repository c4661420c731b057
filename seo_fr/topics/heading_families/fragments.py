"""« Le maire dénonce « un coup de force » »: who speaks, the verb, and a few of the words between quotation marks."""

from __future__ import annotations

import re
from typing import Final

from seo_fr.french import capitalize_first
from seo_fr.french.conjugation import conjugate
from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, words_of
from seo_fr.topics.heading_families.clauses import named_in_apposition, subject_of
from seo_fr.topics.heading_families.phrases import NounPhrase
from seo_fr.understanding.view import low

FEWEST: Final = 2
MOST: Final = 7
"""Words between the quotation marks."""
OWN_RE: Final = re.compile(
    r"\b(?:je|j['’]|nous|on|il|elle|ils|elles|ce|cela|ça|mes?|mon|ma|nos|notre|vos|votre|leurs?)\b", re.I
)
ENDING_RE: Final = re.compile(
    r"\b(?:de|du|des|à|au|aux|et|ou|en|par|pour|que|qui|le|la|les|un|une|d['’]|l['’]|avec)$", re.I
)
LINK_RE: Final = re.compile(
    r"\s(?:dans|pour|par|sur|qui|que|dont|et|envers|contre|(?:\w+ble|propre|égal|contraire|conforme)e?s? (?:à|aux?))\s",
    re.I,
)
"""What a quotation is cut before; an adjective goes with what it needs."""


def fragments(stage: Stage, sid: int) -> list[Candidate]:
    """Candidates of a sentence: verbs of judging whose object, or attribute, opens between quotation marks."""
    words = stage.view.of_sentence(sid)
    judging = load_toml("headings.toml")["quoting"].split()
    out = []
    for mark in words:
        if mark.text != "«":
            continue
        verb = stage.view.previous(mark)
        if (
            verb is None
            or verb.sentence != sid
            or (low(verb.lemma) not in judging and low(verb.text) not in {"dit", "dite"})
        ):
            continue
        close = next((t for t in words if t.i > mark.i and t.text == "»"), None)
        if close is None:
            continue
        said = fragment(stage.text[mark.end : close.start])
        spoken = speaking(stage, verb) or attributed(stage, verb, mark)
        if not said or spoken is None:
            continue
        who, form = spoken
        text = f"{capitalize_first(who)} {form} « {said} »"
        if len(text) <= lengths()["most"]:
            out.append(candidate(text, (sid,), "fragment", low(verb.lemma), attributed=True))
    return out


def fragment(text: str) -> str:
    """The words of a quotation, or its first ones up to a preposition, where they say something alone; or ""."""
    said = " ".join(text.split()).strip(" .,;")
    if not said or any(c in said for c in "[]…«»:;!?") or OWN_RE.search(said):
        return ""
    if len(said.split()) > MOST:
        cuts = [m.start() for m in LINK_RE.finditer(said) if FEWEST <= len(said[: m.start()].split()) <= MOST]
        said = said[: cuts[-1]] if cuts else ""
    words = said.split()
    return said if FEWEST <= len(words) <= MOST and not ENDING_RE.search(said) else ""


def speaking(stage: Stage, verb: Token) -> tuple[str, str] | None:
    """The subject of a verb and the verb in the present, « se dit » included; None where either is not clear."""
    kids = stage.view.dependants(verb)
    subjects = [k for k in kids if k.dep == "nsubj" and k.i < verb.i and k.pos in {"NOUN", "PROPN"}]
    aux = [k for k in kids if k.dep.startswith(("aux", "expl")) and k.i < verb.i]
    if len(subjects) != 1 or any(low(k.text) in {"ne", "n'", "n’"} for k in kids) or any(k.dep == "mark" for k in kids):
        return None
    own = [t for t in (*aux, verb) if t.morph.get("VerbForm") == "Fin"]
    if not own or own[0].morph.get("Mood") != "Ind" or low(verb.lemma) in words_of("colourless"):
        return None
    subject = subject_of(stage, subjects[0])
    if subject is None or stage.in_quotation(subject.tokens[0].start, subject.tokens[-1].end):
        return None
    subject = named_in_apposition(stage, subject) or subject
    reflexive = any(low(t.text) in {"se", "s'", "s’"} for t in aux)
    number = own[0].number or subject.head.number
    told = conjugate(low(verb.lemma), number=number) if number else None
    if low(verb.text) in {"dit", "dite"} and not reflexive:
        return None
    if told is None:
        return None
    return lower(subject), f"se {told}" if reflexive else told


def attributed(stage: Stage, verb: Token, mark: Token) -> tuple[str, str] | None:
    """The same from whom the quotation is known to be of, where the parse is lost."""
    over = (
        a for a in stage.attributions.get(verb.sentence, ()) if a.kind == "quote" and a.start <= mark.end + 2 < a.end
    )
    found = next((a for a in over if a.speaker_end <= verb.start), None)
    if found is None:
        return None
    who = found.speaker.split(",")[0].strip()
    first = who.split(maxsplit=1)[0].lower()
    common = first in {"le", "la", "les"} or first.startswith(("l'", "l’"))
    if not (common and len(who.split()) > FEWEST) and found.entity < 0:
        return None
    named = stage.analysis.entities[found.entity].name if found.entity >= 0 and not common else who
    told = conjugate(low(verb.lemma), number="p" if first == "les" else "s")
    return (named[:1].lower() + named[1:] if common else named, told) if told else None


def lower(subject: NounPhrase) -> str:
    """A subject with its article in small letters."""
    text = subject.text
    return text[:1].lower() + text[1:] if subject.tokens[0].pos == "DET" else text
