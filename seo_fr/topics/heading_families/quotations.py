"""« Personne ne sera laissé au bord du chemin »: a short whole quotation whose speaker the section names."""

from __future__ import annotations

from collections.abc import Sequence

from seo_fr.french import capitalize_first, strip_final
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths
from seo_fr.topics.units import leans

LEAST_WORDS = 4


def quotations(stage: Stage, sids: Sequence[int]) -> list[Candidate]:
    """Candidates among the quotations of a section."""
    out = []
    within = frozenset(sids)
    for quotation in stage.analysis.quotations:
        if not quotation.whole or len(quotation.sentences) != 1 or not set(quotation.sentences) <= within:
            continue
        if quotation.entity < 0 or not any(
            m.entity == quotation.entity and m.sentence in within for m in stage.analysis.mentions
        ):
            continue
        words = quotation.text.split()
        body = strip_final(" ".join(words))
        inner = "«" in body or "»" in body or "…" in body or "[" in body or "..." in body
        if inner or leans(body) or not LEAST_WORDS <= len(words) <= lengths()["quotation_words"]:
            continue
        text = f"« {capitalize_first(body)} »"
        if len(text) <= lengths()["most"]:
            out.append(candidate(text, quotation.sentences, "quotation", body))
    return out
