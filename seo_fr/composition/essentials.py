"""Key points: three to five bullets in one syntax, each a fact with its actor, figure or date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.overlap import flat
from seo_fr.model import Piece
from seo_fr.rewriting.clauses import clauses, dependents
from seo_fr.rewriting.keypoint import CONFIDENCE, keypoints
from seo_fr.topics.matching import find_phrase

NAME = "essentials"
LEAST = 3
MOST = 5
SHORTEST = 7
"""Words of a key point that gives no figure, at least: a shorter one tells little."""
MOST_KNOWN = 0.8
"""Share of a key point's words that the headline may hold: beyond, it tells the headline again."""
POINTING_RE = re.compile(r"\b(?:cet|cette|ces)\b|^(?:les|l['’]|d['’])\s?autres?\b", re.IGNORECASE)
"""What calls for something said before."""
FIRST_OF_SECTION = 0.3
"""What the best fact of each section is worth beyond the others, so that every section is told of."""


def essentials(brief: Brief) -> BlockDraft | None:
    """The best facts of the article, told on their own; None under three.

    As sentences only: told as noun phrases (« Fixation d’une condition par la préfecture »), they read as a file.
    """
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "first_person", "legal"}:
        return None
    options = [option for s in ctx.sentences for option in options_of(brief, s.id)]
    if len({option.group for option in options}) < LEAST:
        return None
    return BlockDraft(NAME, brief.templates.all("essentials_heading"), "list", spread(brief, options), LEAST, MOST)


def options_of(brief: Brief, sid: int) -> Iterator[Option]:
    """The ways to tell what a sentence says, the plainest first; the chooser refuses those that echo the body."""
    ctx = brief.ctx
    if ctx.source_kind(sid) != "paragraph":
        return
    for clause in (*clauses(ctx, sid), *dependents(ctx, sid)):
        for rank, found in enumerate(keypoints(ctx, clause)):
            if not telling(brief, sid, found.text):
                continue
            piece = Piece(f"{found.text}.", "restated", found.sources, "essentials.keypoint", CONFIDENCE)
            yield Option((piece,), worth(brief, sid, found.text) - 0.001 * rank, sid, group=sid)


def telling(brief: Brief, sid: int, text: str) -> bool:
    """Whether a key point tells something of weight that the headline does not."""
    if len(text.split()) < SHORTEST and not any(f.number in text for f in brief.ctx.figures(sid)):
        return False
    if POINTING_RE.search(text):
        return False
    if not weighty(brief, sid, text):
        return False
    words = long_words(text)
    return not words or len(words & long_words(title_of(brief))) <= MOST_KNOWN * len(words)


def weighty(brief: Brief, sid: int, text: str) -> bool:
    """Whether a key point has a figure, a date, or somebody's name: « L’eau protège le bois » sums up nothing."""
    ctx = brief.ctx
    names = (name for e in ctx.analysis.entities for name in (e.name, *e.aliases) if len(name) > 1)
    amounts = (f.number for f in ctx.figures(sid))
    return any(word in text for word in (*names, *amounts, *(d.text for d in ctx.dates(sid))))


def long_words(text: str) -> frozenset[str]:
    """The words that tell something: of four letters or more, and numbers, without accents.

    >>> sorted(long_words("Le groupe va supprimer 8 000 postes"))
    ['000', '8', 'groupe', 'postes', 'supprimer']
    """
    return frozenset(word for word in flat(text) if len(word) > 3 or word.isdigit())


def spread(brief: Brief, options: Sequence[Option]) -> tuple[Option, ...]:
    """The options, the best fact of each section worth more than the others, in all its wordings."""
    best: dict[int, Option] = {}
    place = {sid: number for number, section in enumerate(brief.sections) for sid in section}
    for option in options:
        number = place.get(option.at, -1)
        if number >= 0 and (number not in best or option.worth > best[number].worth):
            best[number] = option
    firsts = {option.group for option in best.values()}
    return tuple(replace(o, worth=o.worth + FIRST_OF_SECTION) if o.group in firsts else o for o in options)


def worth(brief: Brief, sid: int, text: str) -> float:
    """How much a key point tells, from 0 to 1: figures with their unit, names, the keyphrase, an early place."""
    ctx = brief.ctx
    score = 0.25 * any(f.number in text for f in ctx.figures(sid))
    score += 0.15 * any(m.text in text for m in ctx.mentions(sid))
    score += 0.15 * bool(find_phrase(text, brief.keyphrase.stems))
    score += 0.05 * sum(bool(find_phrase(text, k.stems)) for k in brief.keyphrases[:5])
    return min(1.0, score + 0.3 * (1 - sid / max(1, len(ctx.sentences))))


def title_of(brief: Brief) -> str:
    """The headline of the source; "" if there is none."""
    return brief.ctx.analysis.source.title
