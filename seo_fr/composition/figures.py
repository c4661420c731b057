"""Figures that make sense by themselves, as a table."""

from __future__ import annotations

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.french import capitalize_first
from seo_fr.model import Figure, Piece, Token
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
    """What is done with what is counted, and where or when: « suppression, usine de Rennes »; "" where not certain."""
    if not figure.counted and not figure.unit:
        return ""
    if any(q.start <= figure.start < q.end for q in ctx.quotations(figure.sentence)):
        return ""
    tokens = [t for t in ctx.tokens(figure.sentence) if figure.start <= t.start < figure.end]
    if not tokens:
        return ""
    verb, top = governor(ctx, tokens)
    if verb is None or any(s.start <= verb.start < s.end and s.kind != "modal" for s in ctx.scopes(figure.sentence)):
        return ""
    said = next((a for a in ctx.attributions(figure.sentence) if a.start <= figure.start < a.end), None)
    whose = speaker_phrase(ctx, said) if said is not None else ""
    if said is not None and not whose:
        return ""
    done = action(verb, top)
    label = ", ".join(part for part in (done, following(ctx, figure, tokens)) if part)
    if not done or len(label.split()) > LONGEST_LABEL:
        return ""
    return capitalize_first(label + (f" ({whose})" if whose else ""))


def governor(ctx: Context, tokens: list[Token]) -> tuple[Token | None, Token]:
    """The verb that a figure depends on, and the token of the figure's phrase right under it."""
    inside = {t.i for t in tokens}
    top = next((t for t in tokens if t.head not in inside), tokens[0])
    current, under = top, top
    for _ in range(6):
        head = ctx.head(current)
        if head.i == current.i:
            return (current if current.pos == "VERB" else None), under
        under, current = current, head
        if current.pos in {"VERB", "AUX"}:
            return current, under
    return None, under


def action(verb: Token, top: Token) -> str:
    """The action noun, when the figure is what the verb bears on."""
    row = action_nouns().get(verb.lemma.lower())
    return str(row["noun"]) if row is not None and top.dep in {"obj", "nsubj:pass"} and row["bears"] == "object" else ""


def following(ctx: Context, figure: Figure, tokens: list[Token]) -> str:
    """The place, time or domain that follows a figure at once, as a bare noun phrase."""
    rest = [t for t in ctx.tokens(figure.sentence) if t.i > tokens[-1].i]
    phrase: list[Token] = []
    for token in rest[:9]:
        if token.pos in {"PUNCT", "VERB", "AUX", "PRON", "CCONJ", "SCONJ", "ADV"}:
            break
        phrase.append(token)
    if len(phrase) < 2 or phrase[0].pos != "ADP" or phrase[0].text.lower() not in PLACING:
        return ""
    if phrase[-1].pos not in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return ""
    stop = ctx.analysis.tokens[phrase[-1].i + 1] if phrase[-1].i + 1 < len(ctx.analysis.tokens) else None
    if stop is not None and stop.text.lower() in {"et", "ou", "que", "-"}:
        return ""
    if phrase[0].text.lower() in {"en", "depuis", "à", "au", "aux", "dès"}:
        return ctx.span(phrase)
    start = 2 if len(phrase) > 2 and phrase[1].pos == "DET" else 1
    return ctx.span(phrase[start:])


PLACING = frozenset({"dans", "pour", "sur", "chez", "en", "depuis", "à", "au", "aux", "dès", "contre", "vers"})
