"""The orders in which the parts of a fact may be told: date, place or purpose first, role beside the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seo_fr.model import Token
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.predicates import Said


@dataclass(frozen=True, slots=True)
class Parts:
    """A fact in parts, each as it will be shown."""

    subject: str
    """In lower case where it opens on an article."""
    verb: str
    rest: tuple[Said, ...]
    front: str
    """A place that opened the sentence and stays first."""
    date: str
    whose: str
    """« selon X », « a déclaré X », or ""."""
    role: str
    """What the subject is, as the source says elsewhere; or ""."""


def orders(ctx: Context, p: Parts) -> Iterator[str]:
    """The ways to put the parts of a fact in order, the plainest first."""
    texts = [said.text for said in p.rest]
    core = " ".join([p.verb, *texts])
    plain = f"{p.front}, {p.subject} {core}" if p.front else f"{p.subject} {core}"
    date = f" {p.date}" if p.date else ""
    whose = f", {p.whose}" if p.whose else ""
    yield plain + date + whose
    if p.role and not p.front:
        yield f"{p.subject}, {p.role}, {core}{date}{whose}"
    if p.date and not p.front:
        yield f"{p.date}, {p.subject} {core}{whose}"
    if p.whose and p.whose.startswith("selon"):
        if p.role and p.rest and not p.front:
            yield f"{p.subject}, {p.role}, {p.verb}, {p.whose}, {' '.join(texts)}{date}"
        if p.rest:
            lead = f"{p.front}, {p.subject}" if p.front else p.subject
            yield f"{lead} {p.verb}, {p.whose}, {' '.join(texts)}{date}"
        if not p.front:
            yield f"{p.whose}, {p.subject} {core}{date}"
    if p.front or p.date:
        return
    for kept, moved in fronted(ctx, p.rest):
        yield f"{moved}, {p.subject} {' '.join([p.verb, *kept])}{whose}"
        if p.role:
            yield f"{moved}, {p.subject}, {p.role}, {' '.join([p.verb, *kept])}{whose}"


PURPOSES = frozenset({"pour", "afin", "sans"})
TIMES = frozenset({"depuis", "lors", "pendant", "durant", "après", "avant", "dès", "d’ici", "d'ici"})
PLACES = frozenset({"en", "à", "au", "aux", "dans", "sur", "chez"})
LONGEST_FRONTED = 9


def fronted(ctx: Context, rest: Sequence[Said]) -> Iterator[tuple[list[str], str]]:
    """What is left, and the place, time or purpose that ended the fact and may open it instead."""
    if not rest:
        return
    last = rest[-1]
    texts = [said.text for said in rest]
    tokens = last.tokens
    if len(rest) > 1 and movable(ctx, last):
        yield texts[:-1], last.text
    elif last.dep == "obj" and len(tokens) > 4 and ends_on_place(tokens) and not any(t.dep == "cc" for t in tokens):
        yield [*texts[:-1], ctx.span(tokens[:-2])], ctx.span(tokens[-2:])


def ends_on_place(tokens: Sequence[Token]) -> bool:
    """Whether a phrase ends on « en France », « à Rouen »."""
    last = tokens[-1]
    return last.ent == "LOC" and last.pos == "PROPN" and tokens[-2].text.lower() in {"en", "à", "au", "aux"}


def movable(ctx: Context, said: Said) -> bool:
    """Whether a complement is a short place, time or purpose of the whole fact."""
    tokens = said.tokens
    if len(tokens) < 2 or len(tokens) > LONGEST_FRONTED or said.dep not in {"obl:mod", "advcl", "obl:arg"}:
        return False
    first = tokens[0].text.lower()
    second = tokens[2] if first == "afin" and len(tokens) > 2 else tokens[1]
    if first in PURPOSES:
        return second.morph.get("VerbForm") == "Inf"
    if said.dep != "obl:mod":
        return False
    dated = any(tokens[0].start <= d.start < tokens[-1].end for d in ctx.dates(tokens[0].sentence))
    return first in TIMES or dated or (first in PLACES and any(t.ent == "LOC" for t in tokens))
