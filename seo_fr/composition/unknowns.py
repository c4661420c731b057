"""What is not known: what the source leaves open and a reader would ask.

A refusal to answer is a fact, and stays in the body; that an unnamed speaker has no name goes without saying.
"""

from __future__ import annotations

from collections import Counter

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.model import Piece
from seo_fr.rewriting.absences import Absence, absences

NAME = "unknowns"
LEAST = 2
MOST = 4
OF_A_KIND = 2
"""Two counts that are missing are enough; a third tires."""


def unknowns(brief: Brief) -> BlockDraft | None:
    """Two absences or more; fewer are not worth a heading."""
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "first_person", "legal", "opinion"}:
        return None
    options = []
    kinds: Counter[str] = Counter()
    for absence in sorted(absences(ctx), key=lambda a: (-a.worth, a.sid)):
        if kinds[absence.family] >= OF_A_KIND:
            continue
        kinds[absence.family] += 1
        piece = worded(brief, absence)
        if piece is not None:
            options.append(Option((piece,), absence.worth, absence.sid))
    if len(options) < LEAST:
        return None
    return BlockDraft(NAME, brief.templates.all("unknowns_heading"), "list", tuple(options), LEAST, MOST, ordered=False)


def worded(brief: Brief, absence: Absence) -> Piece | None:
    """The absence in words; None when no template fits."""
    slots = dict(absence.slots)
    if not absence.family:
        return Piece(str(slots["text"]), "restated", (absence.sid,), "unknowns.unsaid", 0.92)
    text = brief.templates.pick(absence.family, **slots)
    return Piece(text, "framing", (absence.sid,), absence.family.replace("_", "s."), 0.9) if text else None
