"""Facts told elsewhere, in the dress of a heading: no auxiliary before a past participle, names in full."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from seo_fr.french.conjugation import conjugate
from seo_fr.topics.heading_families.base import Headline, Stage, lengths
from seo_fr.topics.heading_families.clauses import takes_etre
from seo_fr.understanding.view import low

TITLED_RE: Final = re.compile(r"^(?:M\.|Mme|MM\.|Mlle) (?P<name>[A-ZÀ-Ý][\w’'-]+)\b")
PASSIVE_RE: Final = re.compile(r" (?:est|sont) (?P<participle>\w+(?:é|i|u|is|it|ts|ert)(?:e|s|es)?) (?!que\b)")


def restyled(stage: Stage, headline: Headline) -> Headline:
    """The fact as a heading would print it."""
    undone = replace(headline, text=still_passive(stage, headline))
    text = in_full(stage, without_auxiliary(stage, undone))
    return replace(undone, text=rejoined(stage, undone, text))


def still_passive(stage: Stage, headline: Headline) -> str:
    """« La ministre est attendue » where the fact was told as « attend »: « est » made no past of that verb."""
    for token in stage.view.of_sentence(headline.sources[0]) if headline.sources else ():
        if low(token.lemma) != headline.head or token.morph.get("VerbForm") != "Part" or not token.number:
            continue
        aux = [k for k in stage.view.dependants(token) if k.dep.startswith(("aux", "expl"))]
        being = next((k for k in aux if low(k.lemma) == "être" and k.morph.get("Tense") == "Pres"), None)
        if being is None or len(aux) > 1 or takes_etre(token, aux):
            continue
        told = conjugate(low(token.lemma), number=token.number)
        if told and f" {told} " in headline.text:
            return headline.text.replace(f" {told} ", f" {being.text} {token.text} ", 1)
    return headline.text


def rejoined(stage: Stage, headline: Headline, text: str) -> str:
    """Words that a hyphen joins in the source, joined again."""
    sentence = stage.analysis.source.sentences[headline.sources[0]].text if headline.sources else ""
    return re.sub(r"(\w+) - (\w+)", lambda m: f"{m[1]}-{m[2]}" if f"{m[1]}-{m[2]}" in sentence else m[0], text)


def without_auxiliary(stage: Stage, headline: Headline) -> str:
    """« La halle fermée en 2009 » for what « a été fermée »: a present would be read of today."""
    match = PASSIVE_RE.search(headline.text)
    if match is None or not headline.sources or ", selon " in headline.text:
        return headline.text
    sentence = stage.analysis.source.sentences[headline.sources[0]].text
    past = re.search(rf"\b(?:a|ont) (?:\w+ )?été (?:\w+ )?{match['participle']}\b", sentence)
    if past is None or " et " in headline.text[match.end() :]:
        return headline.text
    return f"{headline.text[: match.start()]} {match['participle']} {headline.text[match.end() :]}"


def in_full(stage: Stage, text: str) -> str:
    """« Jeanne Morin annonce » for « Mme Morin annonce », where the text names one person so."""
    match = TITLED_RE.match(text)
    if match is None:
        return text
    names = {
        e.name
        for e in stage.analysis.entities
        if e.label == "PER" and e.name.split()[-1] == match["name"] and " " in e.name
    }
    names = {name for name in names if not name.startswith(("M. ", "Mme ", "MM. "))}
    full = f"{min(names)}{text[match.end() :]}" if len(names) == 1 else text
    return full if len(full) <= lengths()["most"] else text
