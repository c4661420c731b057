"""Who's who: the persons of the source, with the role that it gives them."""

from __future__ import annotations

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.fresh import fresh_ones, source_words
from seo_fr.model import Piece
from seo_fr.rewriting.identities import Identity, identities

NAME = "people"
LEAST = 3
ENOUGH = 4
"""So many persons are worth a list wherever they stand; three only when they stand far apart."""
MOST = 8
CONFIDENCE = 0.93


def people(brief: Brief) -> BlockDraft | None:
    """One line a person, with the role that the source gives; None under three, or for three read side by side."""
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative"}:
        return None
    seen = source_words(ctx)
    options = []
    found: list[Identity] = []
    for number, identity in enumerate(identities(ctx)):
        texts = fresh_ones(seen, (f"{identity.name} : {words}" for words in identity.texts))
        if not texts:
            continue
        found.append(identity)
        mentions = sum(m.entity in identity.entities for m in ctx.analysis.mentions)
        for turn, text in enumerate(texts):
            cells = (identity.name, text.removeprefix(f"{identity.name} : "))
            piece = Piece(text, "restated", identity.sids, "people.role", CONFIDENCE, cells=cells)
            worth = min(1.0, 0.5 + 0.1 * mentions) - 0.01 * turn
            options.append(Option((piece,), worth, identity.entities[0], group=number))
        seen.add(texts[0])
    persons = sum(len(identity.entities) for identity in found)
    if len(found) < LEAST or (persons < ENOUGH and not apart(brief, found)):
        return None
    headings = brief.templates.all("people_heading", topic=brief.keyphrase.text)
    return BlockDraft(NAME, headings, "terms", tuple(options), LEAST, MOST)


def apart(brief: Brief, found: list[Identity]) -> bool:
    """Whether the persons are first met in different sections."""
    home = {sid: k for k, section in enumerate(brief.sections) for sid in section}
    return len({home.get(identity.sids[0], -1) for identity in found}) > 1
