"""Who's who: the people and bodies that the source says something of."""

from __future__ import annotations

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.fresh import fresh_ones, source_words
from seo_fr.model import Piece
from seo_fr.rewriting.identities import identities

NAME = "people"
LEAST = 3
MOST = 8
CONFIDENCE = 0.93


def people(brief: Brief) -> BlockDraft | None:
    """One line a person or body, with what the source says they are; None under three.

    On the open articles, all 20 lines offered were right; one reads stiffly.
    """
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative"}:
        return None
    seen = source_words(ctx)
    options = []
    found = 0
    for number, identity in enumerate(identities(ctx)):
        texts = fresh_ones(seen, (f"{identity.name} : {words}" for words in identity.texts))
        found += bool(texts)
        mentions = sum(m.entity in identity.entities for m in ctx.analysis.mentions)
        acronym = identity.name.isupper()
        worth = 0.4 if acronym else min(1.0, 0.5 + 0.1 * mentions + 0.2 * identity.person)
        for turn, text in enumerate(texts):
            cells = (identity.name, text.removeprefix(f"{identity.name} : "))
            piece = Piece(text, "restated", identity.sids, "people.role", CONFIDENCE, cells=cells)
            options.append(Option((piece,), worth - 0.01 * turn, identity.entities[0], group=number))
        if texts:
            seen.add(texts[0])
    if found < LEAST:
        return None
    headings = brief.templates.all("people_heading", topic=brief.keyphrase.text)
    return BlockDraft(NAME, headings, "terms", tuple(options), LEAST, MOST)
