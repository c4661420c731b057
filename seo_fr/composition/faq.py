"""Questions and answers: what a reader would ask, answered by the source or by the knowledge base."""

from __future__ import annotations

from collections.abc import Sequence

from seo_fr.composition import background as concepts
from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.model import Piece

NAME = "faq"
LEAST = 2
MOST = 5


def faq(brief: Brief, told: Sequence[Option]) -> BlockDraft | None:
    """The questions that are not answered elsewhere in the article; None under two."""
    if brief.mourning:
        return None
    taken = {option.pieces[0].cells[0] for option in told}
    options = [*roles(brief)]
    for rank, match in enumerate(brief.concepts):
        question = concepts.question(match.concept)
        if match.concept.term in taken or not question:
            continue
        options.append(Option(concepts.explained(match.concept), 0.6 - 0.05 * rank, 1000 + rank, question))
    if len(options) < LEAST:
        return None
    headings = brief.templates.all("faq_heading", topic=brief.keyphrase.text)
    return BlockDraft(NAME, headings, "paragraph", tuple(options), LEAST, MOST)


def roles(brief: Brief) -> list[Option]:
    """« Qui est X ? », for a person to whom the source gives a role with its article."""
    ctx = brief.ctx
    out = []
    for entity in ctx.analysis.entities:
        found = [r for r in ctx.analysis.roles if r.entity == entity.id and r.article]
        if entity.label != "PER" or not found:
            continue
        role = found[0]
        text = f"{entity.name} est {role.article}{'' if role.article.endswith('’') else ' '}{role.text}."
        if len(text.split()) < 6:
            continue
        piece = Piece(text, "restated", (role.sentence,), "faq.who", 0.95)
        out.append(Option((piece,), 0.5, role.sentence, f"Qui est {entity.name} ?"))
    return out
