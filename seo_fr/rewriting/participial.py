"""What is done, before who does it: « Meta a recruté des chercheurs de DeepMind » → « Des chercheurs de DeepMind
recrutés par Meta ».

The participle agrees with the object, so its gender and number must be certain; a future is not told so, since a
participle reads as done.
"""

from __future__ import annotations

from seo_fr.french import capitalize_first
from seo_fr.french.conjugation import past_participle
from seo_fr.model import Gender, Number, Token
from seo_fr.rewriting.clauses import Clause, attribution_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint import (
    LONGEST,
    KeyPoint,
    attributed,
    complements_text,
    dangling,
    front_date,
    front_text,
    gender_of,
    is_reporting,
    points_back,
    subject_text,
    subordinate,
    without_asides,
)

CONFIDENCE = 0.9
SHORTEST = 5
LONGEST_AGENT = 7
PLURALS = frozenset(
    {"les", "des", "ces", "plusieurs", "certains", "certaines", "quelques", "de", "d’", "d'", "deux", "trois"}
)
STATIVE = frozenset(
    "avoir être vouloir pouvoir devoir savoir connaître comporter contenir représenter constituer comprendre posséder "
    "mériter concerner nécessiter subir permettre attendre espérer craindre aimer détester compter regretter "
    "viser".split()
)


def participial(ctx: Context, clause: Clause) -> KeyPoint | None:
    """The object with its participle, its complements and its agent; None where that is not certain."""
    if clause.tense not in {"present", "past"} or clause.negated or clause.copula is not None or clause.reflexive:
        return None
    if clause.passive or clause.verb.lemma.lower() in STATIVE or is_reporting(clause) or subordinate(ctx, clause):
        return None
    if any(s.start <= clause.verb.start < s.end for s in ctx.scopes(clause.sid)):
        return None
    if any(q.start <= clause.verb.start < q.end for q in ctx.quotations(clause.sid)):
        return None
    obj = clause.object
    agent = subject_text(ctx, clause)
    rest = complements_text(ctx, clause)
    front = front_text(ctx, clause)
    if obj is None or obj.start < clause.verb.i or not agent or not rest or front is None or front:
        return None
    if any(t.pos == "PRON" and t.text.lower().rstrip("'’") not in {"se", "s"} for t in clause.group):
        return None
    tokens = without_asides(ctx, obj.tokens)
    head = next((t for t in obj.tokens if t.head == clause.verb.i), None)
    if tokens is None or head is None or head.pos not in {"NOUN", "PROPN"} or ctx.span(tokens) not in rest:
        return None
    first = tokens[0].text.lower()
    if first in {"son", "sa", "ses", "leur", "leurs"} or points_back(ctx, clause, tokens):
        return None
    participle = agreed(ctx, clause, head, tokens)
    if not participle or len(agent.split()) > LONGEST_AGENT or any(t.dep == "acl:relcl" for t in tokens):
        return None
    said = ctx.span(tokens)
    others = [part for part in rest if part != said]
    if any(word in f" {' '.join(others)} " for word in (" son ", " sa ", " ses ", " leur ", " leurs ")):
        return None
    who = (
        agent[:1].lower() + agent[1:]
        if clause.subject[0].pos == "DET" and agent[:2].lower() in {"le", "la", "l’", "l'", "un"}
        else agent
    )
    by = f"par {who}"
    attribution = attribution_of(ctx, clause)
    whose = attributed(ctx, clause, attribution) if attribution is not None else ""
    if attribution is not None and not whose:
        return None
    date = front_date(ctx, clause)
    text = " ".join(part for part in (said, participle, by, *others, date) if part)
    if whose:
        text += f", {whose}"
    if not SHORTEST <= len(text.split()) <= LONGEST or dangling(text):
        return None
    return KeyPoint(capitalize_first(text), clause.sid, clause, False, bool(whose))


def agreed(ctx: Context, clause: Clause, head: Token, tokens: tuple[Token, ...]) -> str:
    """The participle, in the gender and number that the object shows; "" where they are not certain."""
    dets = {t.text.lower() for t in ctx.children(head) if t.dep in {"det", "nummod"}}
    gender: Gender = gender_of(ctx, head) or head.gender
    number: Number = "p" if dets & PLURALS or head.number == "p" else "s"
    if head.number and head.number != number:
        return ""
    if not gender or any(t.dep == "conj" for t in tokens):
        return ""
    return past_participle(clause.verb.lemma.lower(), gender=gender, number=number) or ""
