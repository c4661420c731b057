"""Who speaks, and on what: claims grouped by their source."""

from __future__ import annotations

from collections import defaultdict

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.french import capitalize_first, enumerate_fr
from seo_fr.model import Piece
from seo_fr.rewriting.speakers import speaker_name
from seo_fr.topics.matching import stems

NAME = "sources"
LEAST = 2
MOST = 6
SUBJECTS = 3


def sources(brief: Brief) -> BlockDraft | None:
    """One row a speaker, with the matters on which the source lets them speak; None under two speakers."""
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "first_person", "opinion"}:
        return None
    said: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for attribution in ctx.analysis.attributions:
        name = speaker_name(ctx, attribution)
        if name and not attribution.anonymous:
            said[name].append((attribution.start, attribution.end, attribution.sentence))
    options = []
    for name, extents in said.items():
        own = set(stems(name))
        matters: list[str] = []
        held: set[str] = set()
        ranked = sorted(brief.phrases, key=lambda p: (-len(p.stems), -p.weight)) + [brief.keyphrase, *brief.keyphrases]
        for phrase in ranked:
            inside = any(a <= start < b for start, _ in phrase.spans for a, b, _ in extents)
            stems_ = set(phrase.stems)
            if inside and not own & stems_ and not held & stems_ and len(matters) < SUBJECTS:
                matters.append(phrase.text)
                held |= stems_
        if not matters or (len(matters) == 1 and len(matters[0].split()) < 2):
            continue
        ids = tuple(sorted({sid for _, _, sid in extents}))
        label = capitalize_first(enumerate_fr(matters))
        who = capitalize_first(name)
        piece = Piece(f"{who} | {label}", "restated", ids, "sources.row", 0.93, cells=(who, label))
        options.append(Option((piece,), 0.4 + 0.1 * len(matters), ids[0]))
    if len(options) < LEAST:
        return None
    return BlockDraft(
        NAME,
        brief.templates.all("sources_heading"),
        "table",
        tuple(options),
        LEAST,
        MOST,
        head=("Qui s’exprime", "Sur quoi"),
    )
