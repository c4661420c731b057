"""What is not known: refusals to answer, moved here; unnamed speakers, and what the source leaves open."""

from __future__ import annotations

import re
from collections import Counter

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.model import Piece
from seo_fr.resources import load_toml
from seo_fr.rewriting.absences import Absence, absences
from seo_fr.rewriting.anaphora import lean
from seo_fr.rewriting.context import Context

NAME = "unknowns"
LEAST = 2
IDENTITY = "unknowns.identity"
"""That an unnamed speaker has no name comes with other absences, never alone."""
MOST = 4
NAMELESS_RE = re.compile(r"(?:une? |l’une? |deux |trois |plusieurs |certaines? sources?|des sources?|des personnes)")
WRITTEN_RE = re.compile(r"\b(?:rapport|étude|enquête|communiqué|document|sondage|article|texte|loi)s?\b")
MANY_RE = re.compile(r"[lL]['’]une? des |[dD]eux |[tT]rois |[pP]lusieurs |[dD]es ")
OF_A_KIND = 2
"""Two counts that are missing are enough; a third tires."""


def refusals(ctx: Context) -> tuple[int, ...]:
    """Sentences in which somebody does not answer, and which stand alone: the end of the article is their place."""
    pattern = re.compile("|".join(load_toml("rewriting/unknowns.toml")["refusals"]))
    found = []
    for s in ctx.sentences:
        alone = sum(other.block == s.block for other in ctx.sentences) == 1
        if (
            ctx.source_kind(s.id) == "paragraph"
            and alone
            and pattern.search(s.text.lower().replace("'", "’"))
            and not lean(ctx, s.id)
        ):
            found.append(s.id)
    return tuple(found)


def unknowns(brief: Brief, moved: tuple[int, ...]) -> BlockDraft | None:
    """Two absences or more; fewer are not worth a heading. On the open articles, all 8 were true."""
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "first_person", "legal", "opinion"}:
        return None
    options = [
        Option((Piece(ctx.sentence(sid).text, "source", (sid,), "unknowns.refusal", 1.0),), 1.0, sid) for sid in moved
    ]
    nameless = [a for a in ctx.analysis.attributions if a.anonymous and names_nobody(a.speaker)]
    if nameless:
        many = len({a.speaker for a in nameless}) > 1 or bool(MANY_RE.match(nameless[0].speaker))
        text = brief.templates.pick("unknown_identity", many=many)
        sid = nameless[0].sentence
        options.append(Option((Piece(text, "framing", (sid,), IDENTITY, 0.97),), 0.8, sid))
    kinds: Counter[str] = Counter()
    for absence in sorted(absences(ctx), key=lambda a: (-a.worth, a.sid)):
        if kinds[absence.family] >= OF_A_KIND:
            continue
        kinds[absence.family] += 1
        piece = worded(brief, absence)
        if piece is not None:
            options.append(Option((piece,), absence.worth, absence.sid))
    if sum(o.pieces[0].operation != IDENTITY for o in options) < LEAST:
        return None
    return BlockDraft(NAME, brief.templates.all("unknowns_heading"), "list", tuple(options), LEAST, MOST, ordered=False)


def names_nobody(speaker: str) -> bool:
    """Whether an unnamed speaker is a person, and not « on » or a whole country.

    >>> names_nobody("une source proche du dossier"), names_nobody("on"), names_nobody("les médecins")
    (True, False, False)
    """
    low = speaker.lower().replace("'", "’")
    return bool(NAMELESS_RE.match(low)) and not WRITTEN_RE.search(low)


def worded(brief: Brief, absence: Absence) -> Piece | None:
    """The absence in words; None when no template fits."""
    slots = dict(absence.slots)
    if not absence.family:
        return Piece(str(slots["text"]), "restated", (absence.sid,), "unknowns.unsaid", 0.92)
    text = brief.templates.pick(absence.family, **slots)
    return Piece(text, "framing", (absence.sid,), absence.family.replace("_", "s."), 0.9) if text else None
