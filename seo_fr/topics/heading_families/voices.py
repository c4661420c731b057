"""« Ce que dit Robert Soulas »: for a section that is mostly what named people say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from seo_fr.french import enumerate_fr
from seo_fr.french.phrases import people_nouns
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths

LEAST_SHARE = 0.34
"""Share of the sentences of a section that must be somebody's words."""
MOST_NAMES = 2


OF_PEOPLE_RE: Final = re.compile(r"^(?:les|des|plusieurs|certains|de nombreux) (?P<who>[a-zà-ÿ-]+s)$", re.IGNORECASE)
CROWD_SHARE: Final = 0.6


def trades(stage: Stage, sids: Sequence[int]) -> list[Candidate]:
    """« Ce que disent les analystes »: for a section made of what people of one trade say."""
    within = frozenset(sids)
    spoken = [a for a in stage.analysis.attributions if a.sentence in within]
    held = {a.sentence for a in spoken}
    if len(held) < CROWD_SHARE * len(within) or len(held) < MOST_NAMES:
        return []
    for attribution in spoken:
        match = OF_PEOPLE_RE.match(" ".join(attribution.speaker.split()))
        if match is None:
            continue
        who = match["who"].lower()
        others = [a for a in spoken if a.sentence != attribution.sentence]
        nearby = " ".join(stage.analysis.source.sentences[a.sentence].text.lower() for a in others)
        if who in people_forms() and re.search(rf"\b{re.escape(who.removesuffix('s'))}s?\b", nearby):
            return [candidate(f"Ce que disent les {who}", (attribution.sentence,), "voices", "dire", bonus=2.0)]
    return []


@cache
def people_forms() -> frozenset[str]:
    """Nouns for what people do, in both numbers."""
    return frozenset(form for noun in people_nouns() for form in (noun, f"{noun}s"))


def voices(stage: Stage, sids: Sequence[int]) -> list[Candidate]:
    """One candidate, or none: the one or two people whose words make the section."""
    within = frozenset(sids)
    spoken = [a for a in stage.analysis.attributions if a.sentence in within and a.entity >= 0]
    people: dict[int, int] = {}
    for attribution in spoken:
        if stage.analysis.entities[attribution.entity].label == "PER":
            people.setdefault(attribution.entity, attribution.sentence)
    share = len({a.sentence for a in spoken if a.entity in people}) / max(1, len(within))
    if not people or len(people) > MOST_NAMES or share < LEAST_SHARE:
        return []
    names = enumerate_fr([stage.analysis.entities[k].name for k in people])
    text = f"Ce que {'disent' if len(people) > 1 else 'dit'} {names}"
    if len(text) > lengths()["most"]:
        return []
    return [candidate(text, tuple(sorted(people.values())), "voices", "dire")]
