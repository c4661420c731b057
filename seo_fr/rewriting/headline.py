"""A clause short enough to head a section: subject, verb in the present, and as many complements as fit."""

from __future__ import annotations

import re

from seo_fr.french import capitalize_first
from seo_fr.rewriting.clauses import Clause, attribution_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint import (
    KeyPoint,
    attributed,
    complements_text,
    dangling,
    front_text,
    is_reporting,
    kept_cues,
    subject_text,
    subordinate,
    verb_text,
)

LONGEST = 70
"""Characters."""
SHORTEST = 4
"""Words."""


def headlines(ctx: Context, clause: Clause) -> tuple[KeyPoint, ...]:
    """The clause as headings, the fullest first; none where it is not certain, or says too little."""
    if clause.tense in {"other", "imperfect", "pluperfect"} or is_reporting(clause) or subordinate(ctx, clause):
        return ()
    if any(q.start <= clause.verb.start < q.end for q in ctx.quotations(clause.sid)):
        return ()
    if ctx.sentence(clause.sid).text.rstrip().endswith("?"):
        return ()
    front = front_text(ctx, clause)
    subject = subject_text(ctx, clause, in_context=True)
    verb, present = verb_text(ctx, clause)
    rest = complements_text(ctx, clause)
    if front is None or subject is None or not verb or rest is None:
        return ()
    attribution = attribution_of(ctx, clause)
    whose = attributed(ctx, clause, attribution) if attribution is not None else ""
    if attribution is not None and not whose:
        return ()
    needed = sum(c.dep in {"obj", "xcomp", "obl:arg", "iobj"} for c in clause.after)
    found = []
    for k in range(len(rest), max(0, min(needed, len(rest))) - 1, -1):
        text = " ".join([subject, verb, *rest[:k]])
        text = re.sub(r"\s+(,|\.(?!\w))", r"\1", text).strip(" ,;")
        full = f"{text}, {whose}" if whose else text
        enough = len(text.split()) >= SHORTEST and (k or clause.passive)
        if enough and len(full) <= LONGEST and not dangling(text) and kept_cues(ctx, clause, text):
            found.append(KeyPoint(capitalize_first(full), clause.sid, clause, present, bool(whose)))
    return tuple(found)
