"""Who's who: the persons of the source, with the role that it gives them."""

from __future__ import annotations

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.fresh import fresh_ones, source_words
from seo_fr.model import Piece
from seo_fr.rewriting.claims import claims
from seo_fr.rewriting.clauses import clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.identities import Identity, identities

NAME = "people"
LEAST = 4
"""Lines under which the names are read where they stand."""
MOST = 8
CONFIDENCE = 0.93


def people(brief: Brief) -> BlockDraft | None:
    """One line a person who has a part in the news, with the role that the source gives; None under four."""
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative"}:
        return None
    seen = source_words(ctx)
    options = []
    found: list[Identity] = []
    for number, identity in enumerate(identities(ctx)):
        texts = fresh_ones(seen, (f"{identity.name} : {words}" for words in identity.texts))
        if not texts or not acting(brief.ctx, identity):
            continue
        found.append(identity)
        mentions = sum(m.entity in identity.entities for m in ctx.analysis.mentions)
        for turn, text in enumerate(texts):
            cells = (identity.name, text.removeprefix(f"{identity.name} : "))
            piece = Piece(text, "restated", identity.sids, "people.role", CONFIDENCE, cells=cells)
            worth = min(1.0, 0.5 + 0.1 * mentions) - 0.01 * turn
            options.append(Option((piece,), worth, identity.entities[0], group=number))
        seen.add(texts[0])
    if len(found) < LEAST:
        return None
    headings = brief.templates.all("people_heading", topic=brief.keyphrase.text)
    return BlockDraft(NAME, headings, "terms", tuple(options), LEAST, MOST)


def acting(ctx: Context, identity: Identity) -> bool:
    """Whether somebody has a part in the news: speaks, does or undergoes something, or is named twice."""
    who = set(identity.entities)
    named = [m for m in ctx.analysis.mentions if m.entity in who]
    if len({m.sentence for m in named}) > 1 or len(who) > 1:
        return True
    if any(claim.entity in who for claim in claims(ctx)):
        return True
    for mention in named:
        if any(a.entity in who for a in ctx.attributions(mention.sentence)):
            return True
        tokens = ctx.tokens(mention.sentence)
        for clause in clauses(ctx, mention.sentence):
            inside = range(clause.subject[0].start, clause.subject[-1].end) if clause.subject else range(0)
            if mention.start in inside:
                return True
        if any(mention.start <= t.start < mention.end and t.dep.startswith("nsubj") for t in tokens):
            return True
    return False
