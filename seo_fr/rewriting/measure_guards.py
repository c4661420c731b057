"""When the label of a figure may stand: doubts kept, no verb taken in, nothing told of each one as if of all."""

from __future__ import annotations

import re
from itertools import pairwise

from seo_fr.model import Figure, Scope
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.measures_of_things import ABLE
from seo_fr.rewriting.places import Place, words
from seo_fr.rewriting.seams import finite, finite_form

LONGEST = 22
SHORTEST = 2


def echoes(figure: Figure, label: str) -> bool:
    """Whether a label holds its own figure: « durée d’un trajet en 3 heures »."""
    number = figure.number.strip()
    return number[:1].isdigit() and bool(re.search(rf"(?<![\d,.]){re.escape(number)}(?![\d,])", label))


EACH_RE = re.compile(r" ?(?:chacune?\b|(?:à )?l['’]unité\b|(?:la )?pièce\b|(?P<per>par [\w-]+))", re.IGNORECASE)
"""What after a figure makes it that of each one."""


def shares_lost(ctx: Context, place: Place, label: str) -> bool:
    """Whether a figure is that of each one, and a label does not say so: « chaque agent touchera une prime de »."""
    before = [t for t in ctx.tokens(place.figure.sentence) if t.i < place.first.i]
    opening = max((k for k, t in enumerate(before) if t.text in {";", ":"}), default=-1)
    if "chaque" not in label.lower() and any(t.text.lower() == "chaque" for t in before[opening + 1 :]):
        return True
    match = EACH_RE.match(ctx.text, place.tokens[-1].end)
    return match is not None and not (match["per"] and match["per"] in label)


def verb_taken(ctx: Context, place: Place, label: str) -> bool:
    """Whether a label holds the verb of its clause, which the parser took for a noun or an adjective.

    « La baisse de 8 % des loyers touche Rochebelle »: no word between two stops is a finite verb, and one of those
    that follow a noun has the form of a verb.
    """
    tokens = ctx.tokens(place.figure.sentence)
    marks = {",", ";", ":", "(", ")"}
    start = max((t.i for t in tokens if t.i < place.first.i and t.text in marks), default=tokens[0].i - 1)
    stop = min((t.i for t in tokens if t.i > place.first.i and t.text in marks), default=tokens[-1].i + 1)
    inside = [t for t in tokens if start < t.i < stop]
    if any(finite(t) for t in inside):
        return False
    said = set(re.findall(r"[\w-]+", label.lower()))
    return any(
        one.pos in {"NOUN", "PROPN", "ADJ"} and token.text.lower() in said and finite_form(token.text)
        for one, token in pairwise(inside)
    )


UNFIT_RE = re.compile(
    r"\b(?:où|que|qui|dont|et|ou|de|à)$|\bqui et\b|^(?:objet|fait|cas|sujet) d|(?<!\()\bau lieu d|"
    r"^(?:hausse|baisse|recul|progression|repli|chute) (?!(?:d[eu]s?|de|d['’]|prévu))|"
    r" et (?:une?|plusieurs|\d+) [\w ]*\d|\w en (?:baisse|hausse|recul|progression|repli)\b",
    re.IGNORECASE,
)
"""A label that stops on a link, tells two amounts, names nothing, or holds the way of a figure apart from its noun."""


def fits(label: str, least: int = SHORTEST) -> bool:
    """Whether a label has a fair length, no broken number and no half of « entre… et »."""
    if re.search(r"\bentre (?!.* et )", label):
        return False
    if re.search(r"\bdepuis (?:sur|dans|par|à|en|pour)\b|\bdepuis$", label):
        return False  # since when?
    if UNFIT_RE.search(label):
        return False
    return least <= len(label.split()) <= LONGEST and not re.search(r"\d{3} \d{3}", label)


def certain(ctx: Context, figure: Figure, label: str, name: str) -> bool:
    """Whether the label keeps every mark of doubt that bears on the figure; a capacity is what can be held."""
    low = label.lower()
    for scope in ctx.scopes(figure.sentence):
        if not scope.start <= figure.start < scope.end:
            continue
        if scope.kind in {"negated", "question"}:
            return False
        if scope.kind == "modal" and (noting(ctx, scope) or (name == "capacity" and scope.cue.lower() in ABLE)):
            continue
        if scope.kind == "modal" and name in {"distance", "side"}:
            continue  # what one must or may do there changes no distance
        future = re.sub(r"rai(t|ent)$", lambda m: "ra" if m[1] == "t" else "ront", scope.cue.lower())
        if scope.kind == "conditional" and future in low.split():
            continue  # « a dit que l’usine ouvrirait » is « ouvrira, selon… »
        if scope.cue.lower() not in low and not any(kept in low for kept in ("devrai", "devoir", "prévu")):
            return False
    return True


def noting(ctx: Context, scope: Scope) -> bool:
    """« on peut noter une taxe de 3 % »: what may be is the noting."""
    said = ctx.text[scope.start : scope.end]
    return any(
        f"{scope.cue} {aside}{verb} " in said for verb in words("noting") for aside in ("", "aussi ", "également ")
    )
