"""Facts told elsewhere, in the dress of a heading: no auxiliary before a past participle, names in full."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from seo_fr.topics.heading_families.base import Headline, Stage, lengths

TITLED_RE: Final = re.compile(r"^(?:M\.|Mme|MM\.|Mlle) (?P<name>[A-ZÀ-Ý][\w’'-]+)\b")
PASSIVE_RE: Final = re.compile(r" (?:est|sont) (?P<participle>\w+(?:é|i|u|is|it|ts|ert)(?:e|s|es)?) (?!que\b)")


def restyled(stage: Stage, headline: Headline) -> Headline:
    """The fact as a heading would print it."""
    return replace(headline, text=in_full(stage, without_auxiliary(stage, headline)))


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
