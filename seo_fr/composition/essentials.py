"""Key points: three to five bullets in one syntax, each a fact with its actor, figure or date."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.overlap import grams, share
from seo_fr.french import capitalize_first
from seo_fr.model import Piece
from seo_fr.rewriting.clauses import Clause, clauses, dependents
from seo_fr.rewriting.keypoint import CONFIDENCE, keypoints
from seo_fr.rewriting.nominal import nominal
from seo_fr.rewriting.participial import participial
from seo_fr.topics.matching import find_phrase

NAME = "essentials"
LEAST = 3
MOST = 5
MOST_ALIKE = 0.5
SHORTEST_NOUN = 5
"""Words of a key point told as a noun phrase: « accouchement de la mère » tells nothing."""


def essentials(brief: Brief) -> BlockDraft | None:
    """The best facts of the article, told on their own; None under three.

    As sentences where three can be told so; else as noun phrases (« Fermeture de la maternité en 2009 »), never mixed.
    """
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "first_person", "legal"}:
        return None
    for syntax in (finite, noun_phrases):
        options = tuple(option for s in ctx.sentences for option in options_of(brief, s.id, syntax))
        if len({option.group for option in options}) >= LEAST:
            return BlockDraft(NAME, brief.templates.all("essentials_heading"), "list", options, LEAST, MOST)
    return None


Told = Iterator[tuple[str, tuple[int, ...]]]
"""Ways to tell a clause, each with the source sentences it says."""


def options_of(brief: Brief, sid: int, syntax: Callable[[Brief, Clause], Told]) -> Iterator[Option]:
    """The ways to tell what a sentence says, the plainest first, that do not echo it."""
    ctx = brief.ctx
    if ctx.source_kind(sid) != "paragraph":
        return
    own = grams(ctx.sentence(sid).text)
    for clause in (*clauses(ctx, sid), *dependents(ctx, sid)):
        for rank, (text, sources) in enumerate(syntax(brief, clause)):
            if share(grams(text), own) > MOST_ALIKE:
                continue
            piece = Piece(f"{text}.", "restated", sources, f"essentials.{syntax.__name__}", CONFIDENCE)
            yield Option((piece,), worth(brief, sid, text) - 0.001 * rank, sid, group=sid)


def finite(brief: Brief, clause: Clause) -> Told:
    """A clause as sentences, with the source sentences they say."""
    yield from ((found.text, found.sources) for found in keypoints(brief.ctx, clause))


def noun_phrases(brief: Brief, clause: Clause) -> Told:
    """A clause as noun phrases."""
    named = nominal(brief.ctx, clause)
    if named is not None:
        text = named.text + (f", {named.attribution}" if named.attribution else "")
        if len(text.split()) >= SHORTEST_NOUN:
            yield capitalize_first(text), (clause.sid,)
    done = participial(brief.ctx, clause)
    if done is not None:
        yield done.text, (clause.sid,)


def worth(brief: Brief, sid: int, text: str) -> float:
    """How much a key point tells: figures, names, the keyphrase, an early place."""
    ctx = brief.ctx
    score = 0.3 * any(f.number in text for f in ctx.figures(sid))
    score += 0.2 * any(m.text in text for m in ctx.mentions(sid))
    score += 0.2 * bool(find_phrase(text, brief.keyphrase.stems))
    score += 0.1 * sum(bool(find_phrase(text, k.stems)) for k in brief.keyphrases[:5])
    return min(1.0, score + 0.4 * (1 - sid / max(1, len(ctx.sentences))))
