"""« Ce qu’en dit Robert Soulas »: for a section that is mostly what named people say."""

from __future__ import annotations

from collections.abc import Sequence

from seo_fr.french import enumerate_fr
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths

LEAST_SHARE = 0.34
"""Share of the sentences of a section that must be somebody's words."""
MOST_NAMES = 2


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
    text = f"Ce qu’en {'disent' if len(people) > 1 else 'dit'} {names}"
    if len(text) > lengths()["most"]:
        return []
    return [candidate(text, tuple(sorted(people.values())), "voices", "dire")]
