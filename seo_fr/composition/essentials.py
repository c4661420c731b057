"""Key points: three to five bullets in one syntax, each a fact with its actor, figure or date."""

from __future__ import annotations

from collections.abc import Iterator

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.overlap import grams, share
from seo_fr.model import Piece
from seo_fr.rewriting.clauses import clauses, dependents
from seo_fr.rewriting.keypoint import CONFIDENCE, keypoints
from seo_fr.topics.matching import find_phrase

NAME = "essentials"
LEAST = 3
MOST = 5
MOST_ALIKE = 0.5


def essentials(brief: Brief) -> BlockDraft | None:
    """The best facts of the article, told on their own; None under three.

    As sentences only: told as noun phrases (« Fixation d’une condition par la préfecture »), they read as a file.
    """
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "first_person", "legal"}:
        return None
    options = tuple(option for s in ctx.sentences for option in options_of(brief, s.id))
    if len({option.group for option in options}) < LEAST:
        return None
    return BlockDraft(NAME, brief.templates.all("essentials_heading"), "list", options, LEAST, MOST)


def options_of(brief: Brief, sid: int) -> Iterator[Option]:
    """The ways to tell what a sentence says, the plainest first, that do not echo it."""
    ctx = brief.ctx
    if ctx.source_kind(sid) != "paragraph":
        return
    own = grams(ctx.sentence(sid).text)
    for clause in (*clauses(ctx, sid), *dependents(ctx, sid)):
        for rank, found in enumerate(keypoints(ctx, clause)):
            if share(grams(found.text), own) > MOST_ALIKE:
                continue
            piece = Piece(f"{found.text}.", "restated", found.sources, "essentials.keypoint", CONFIDENCE)
            yield Option((piece,), worth(brief, sid, found.text) - 0.001 * rank, sid, group=sid)


def worth(brief: Brief, sid: int, text: str) -> float:
    """How much a key point tells: figures, names, the keyphrase, an early place."""
    ctx = brief.ctx
    score = 0.3 * any(f.number in text for f in ctx.figures(sid))
    score += 0.2 * any(m.text in text for m in ctx.mentions(sid))
    score += 0.2 * bool(find_phrase(text, brief.keyphrase.stems))
    score += 0.1 * sum(bool(find_phrase(text, k.stems)) for k in brief.keyphrases[:5])
    return min(1.0, score + 0.4 * (1 - sid / max(1, len(ctx.sentences))))
