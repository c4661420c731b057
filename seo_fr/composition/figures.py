"""Figures that make sense by themselves, as a table."""

from __future__ import annotations

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.french import capitalize_first
from seo_fr.model import Figure, Piece, Token
from seo_fr.rewriting.clauses import attribution_of, bound, clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.nominal import action_nouns
from seo_fr.rewriting.speakers import speaker_phrase

NAME = "figures"
LEAST = 3
MOST = 7
LONGEST_LABEL = 14


def figures(brief: Brief) -> BlockDraft | None:
    """One row a figure: the figure with what it counts, and what is done with it; None under three."""
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "legal"}:
        return None
    options = []
    for figure in ctx.analysis.figures:
        label = label_of(ctx, figure)
        if not label:
            continue
        value = capitalize_first(figure.text)
        piece = Piece(f"{value} | {label}", "restated", (figure.sentence,), "figures.row", 0.9, cells=(value, label))
        options.append(Option((piece,), 0.5, figure.start))
    if len(options) < LEAST:
        return None
    return BlockDraft(
        NAME,
        brief.templates.all("figures_heading"),
        "table",
        tuple(options),
        LEAST,
        MOST,
        head=("Chiffre", "Ce qu’il désigne"),
    )


def label_of(ctx: Context, figure: Figure) -> str:
    """What is done with what is counted: « suppression par PSA »; "" where that is not certain."""
    if not figure.counted and not figure.unit:
        return ""
    if any(q.start <= figure.start < q.end for q in ctx.quotations(figure.sentence)):
        return ""
    for clause in clauses(ctx, figure.sentence):
        holder = next((c for c in clause.after if holds(c.tokens, figure)), None)
        if holder is None or holder.dep != "obj" or bound(ctx, clause) or clause.negated:
            continue
        row = action_nouns().get(clause.verb.lemma.lower())
        if row is None or clause.subject_head.pos not in {"NOUN", "PROPN"}:
            continue
        agent = ctx.span(clause.subject)
        if len(agent.split()) > 6:
            continue
        said = attribution_of(ctx, clause)
        tail = f" ({speaker_phrase(ctx, said)})" if said is not None else ""
        if said is not None and tail == " ()":
            continue
        return capitalize_first(
            f"{row['noun']} par {agent[:1].lower() + agent[1:] if clause.subject[0].pos == 'DET' else agent}{tail}"
        )
    return ""


def holds(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """Whether the figure stands within some tokens, and opens them."""
    return tokens[0].start <= figure.start and figure.end <= tokens[-1].end and figure.start - tokens[0].start <= 4
