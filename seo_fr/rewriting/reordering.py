"""A date that ends a sentence of the body opens it instead.

Only in a sentence of one plain clause, where nothing else can take the date for its own. No word is added, dropped or
changed. (Tried and dropped: a purpose, a place or a cause put first, which readers felt as a machine's turn; an opening
date put last, which then seems to belong to the noun before it.)
"""

from __future__ import annotations

import re

from seo_fr.model import Token
from seo_fr.rewriting.anaphora import lean
from seo_fr.rewriting.base import Rendering, capitalised, sentence, stopped
from seo_fr.rewriting.clauses import Clause, clause_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint import movable
from seo_fr.rewriting.predicates import Said

CONFIDENCE = 0.95
LEAST_WORDS = 9
MARKS_RE = re.compile(r"[,;:«»\"“”()!?…–—]")


def plain_clause(ctx: Context, sid: int) -> Clause | None:
    """The only clause of a prose sentence without inner punctuation; None where there is more to it."""
    text = ctx.sentence(sid).text
    if ctx.block(sid).kind != "paragraph" or len(text.split()) < LEAST_WORDS or MARKS_RE.search(text[:-1]):
        return None
    root = ctx.root(sid)
    if root is None or not text.rstrip().endswith("."):
        return None
    finite = [t for t in ctx.tokens(sid) if t.morph.get("VerbForm") == "Fin"]
    clause = clause_of(ctx, root)
    if clause is None or len(finite) != 1 or finite[0].i != clause.finite.i:
        return None
    return clause


def until(token: Token) -> bool:
    """Whether a date tells an end, which belongs after what ends."""
    return token.text.lower() in {"jusque", "jusqu'", "jusqu’", "avant", "d'ici", "d’ici"}


def to_front(ctx: Context, sid: int) -> Rendering | None:
    """« S V O en 2027. » as « En 2027, S V O. »"""
    clause = plain_clause(ctx, sid)
    if clause is None or clause.before or clause.negated or len(clause.after) < 2:
        return None
    last = clause.after[-1]
    tokens = last.tokens
    end = ctx.sentence(sid).end
    if ctx.text[tokens[-1].end : end].strip() != "." or not movable(ctx, Said(ctx.span(tokens), last.dep, tokens)):
        return None
    if any(c.start > tokens[0].i for c in clause.complements if c is not last) or lean(ctx, sid) in {
        "connective",
        "additive",
    }:
        return None
    first = clause.subject[0]
    if tokens[0].text.lower() in {"du", "de", "des"}:
        return None  # « le contrat 2031-204 du 9 mars 2031 »: the date of what is named
    if not ctx.text[tokens[0].start - 1].isspace():
        return None  # « nº 2023-118 du 14 décembre », which the parser cut
    if ctx.sentence(sid).start != first.start or clause.subject_head.pos == "PRON":
        return None
    if not any(tokens[0].start <= d.start < tokens[-1].end for d in ctx.dates(sid)) or until(tokens[0]):
        return None
    body = ctx.text[first.start : tokens[0].start].strip()
    if first.pos in {"DET", "PRON", "ADV", "ADP"} and not first.text.isupper():
        body = body[:1].lower() + body[1:]
    text = stopped(f"{capitalised(ctx.span(tokens))}, {body}")
    return Rendering((sid,), (sentence(text, (sid,), "reordered.front", CONFIDENCE),), "reordered.front", CONFIDENCE)
