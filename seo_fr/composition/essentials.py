"""Key points: three to five bullets in one syntax, each a fact with its actor, figure or date."""

from __future__ import annotations

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.overlap import grams, share
from seo_fr.model import Piece
from seo_fr.rewriting.clauses import clauses, dependents
from seo_fr.rewriting.keypoint import CONFIDENCE, KeyPoint, keypoints
from seo_fr.topics.matching import find_phrase

NAME = "essentials"
LEAST = 3
MOST = 5
MOST_ALIKE = 0.5


def essentials(brief: Brief) -> BlockDraft | None:
    """The best facts of the article, told on their own; None under three."""
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "first_person", "legal"}:
        return None
    options = []
    for s in ctx.sentences:
        if ctx.source_kind(s.id) != "paragraph":
            continue
        for clause in (*clauses(ctx, s.id), *dependents(ctx, s.id)):
            for rank, found in enumerate(keypoints(ctx, clause)):
                if share(grams(found.text), grams(s.text)) > MOST_ALIKE:
                    continue
                piece = Piece(f"{found.text}.", "restated", (s.id,), "essentials.keypoint", CONFIDENCE)
                # the plainest order first, among the orders that do not echo the body
                options.append(Option((piece,), worth(brief, found) - 0.001 * rank, s.id, group=s.id))
    if len({option.group for option in options}) < LEAST:
        return None
    return BlockDraft(NAME, brief.templates.all("essentials_heading"), "list", tuple(options), LEAST, MOST)


def worth(brief: Brief, found: KeyPoint) -> float:
    """How much a key point tells: figures, names, the keyphrase, an early place."""
    ctx, sid = brief.ctx, found.sid
    score = 0.3 * any(f.number in found.text for f in ctx.figures(sid))
    score += 0.2 * any(m.text in found.text for m in ctx.mentions(sid))
    score += 0.2 * bool(find_phrase(found.text, brief.keyphrase.stems))
    score += 0.1 * sum(bool(find_phrase(found.text, k.stems)) for k in brief.keyphrases[:5])
    return min(1.0, score + 0.4 * (1 - sid / max(1, len(ctx.sentences))))
