"""Who's who: the people and bodies to which the source gives a role."""

from __future__ import annotations

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.model import Entity, Piece, Role

NAME = "people"
LEAST = 2
MOST = 7


def people(brief: Brief) -> BlockDraft | None:
    """One line a person or body, with the role in the source's own words; None under two."""
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative"}:
        return None
    options = []
    for entity in ctx.analysis.entities:
        if entity.label not in {"PER", "ORG"}:
            continue
        roles = [r for r in ctx.analysis.roles if r.entity == entity.id and telling(r, entity)]
        text = line(entity, roles)
        if not text:
            continue
        ids = tuple(sorted({r.sentence for r in roles}))
        mentions = sum(m.entity == entity.id for m in ctx.analysis.mentions)
        worth = min(1.0, 0.5 + 0.1 * mentions + 0.2 * (entity.label == "PER"))
        piece = Piece(text, "restated", ids, "people.role", 0.93, cells=(entity.name, text.partition(" : ")[2]))
        options.append(Option((piece,), worth, ids[0]))
    if len(options) < LEAST:
        return None
    headings = brief.templates.all("people_heading", topic=brief.keyphrase.text)
    return BlockDraft(NAME, headings, "terms", tuple(options), LEAST, MOST)


def telling(role: Role, entity: Entity) -> bool:
    """Whether a role says something: « PDG de Meta » does, « compagnie » or « président » alone does not."""
    words = role.text.split()
    return len(words) > 1 and not (entity.label == "ORG" and len(words) < 3)


def line(entity: Entity, roles: list[Role]) -> str:
    """« Mark Zuckerberg : PDG de Meta »; "" when no role is worth saying."""
    said: list[str] = []
    for role in roles:
        text = role.text.strip(" ,")
        low = text.lower()
        if len(text) < 3 or low in entity.name.lower() or any(low in other.lower() for other in said):
            continue
        said = [other for other in said if other.lower() not in low]
        said.append(text)
    return f"{entity.name} : {', '.join(said[:2])}" if said else ""
