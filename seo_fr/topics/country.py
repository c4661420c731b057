"""Which country an article tells of, and which concepts hold in one country only."""

from __future__ import annotations

import re

from seo_fr.french.phrases import in_place
from seo_fr.model import Analysis, Concept
from seo_fr.resources import load_toml

FRENCH_RE = re.compile(
    r"\b(?:France|français(?:e?s?)?|Paris|Code (?:pénal|civil|du travail)|préfet|Assemblée nationale)\b"
)
"""What a definition says that holds in France."""
LAW = frozenset({"justice"})
PUBLIC = frozenset({"politique", "institutions", "travail", "sante", "education"})
OPENING = 2
"""Sentences that tell where the news is."""


def abroad(analysis: Analysis) -> bool:
    """Whether an article tells of another country, and nowhere of France."""
    source = analysis.source
    if re.search(r"\bFrance\b|\bfrançais", source.text):
        return False
    opening = " ".join([source.title, source.dateline, *(s.text for s in source.sentences[:OPENING])])
    home = frozenset(load_toml("concepts.toml")["home"].split())
    return any(in_place(name) for name in re.findall(r"[A-ZÀ-Ý][\w’'-]+", opening) if name not in home)


def of_french_law(concept: Concept) -> bool:
    """Whether a concept is of French law or offices, which another country does not have."""
    told = concept.domain in PUBLIC and FRENCH_RE.search(f"{concept.definition} {concept.explanation}") is not None
    return concept.domain in LAW or told
