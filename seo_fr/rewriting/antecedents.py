"""What a pronoun or a demonstrative subject stands for, where that is certain enough for a heading."""

from __future__ import annotations

import re
from collections import Counter

from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import Clause, clauses, contiguous
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.subjects import gender_of, subject_text, without_asides

REACH = 6
"""Sentences that an unbroken run of « il » may span."""
LONGEST = 34
OPENING = 2
"""Sentences at the head of a text: what they speak of is known to the reader of any heading."""
NARRATED = 0.2
"""Share of the sentences of a text with « je » or « nous » for it to be told in the first person."""


def antecedent(ctx: Context, clause: Clause) -> tuple[str, tuple[int, ...]] | None:
    """The subject that « il », « elle » take up, with the ids of both sentences; None unless it is certain.

    It is the subject of the sentence before, or of the one before a run of sentences whose subject is the same pronoun,
    of the same number and, where it shows, gender.
    """
    pronoun = clause.subject_head
    low = pronoun.text.lower()
    if impersonal(ctx, clause) or not first_subject(ctx, clause):
        return None
    plural, feminine = low.endswith("s"), low.startswith("e")
    block = ctx.sentence(clause.sid).block
    for sid in range(clause.sid - 1, max(-1, clause.sid - REACH - 1), -1):
        root = ctx.root(sid)
        if ctx.source_kind(sid) != "paragraph" or root is None:
            return None
        head = next((t for t in ctx.children(root) if t.dep in {"nsubj", "nsubj:pass"}), None)
        if head is None:
            return None
        main = main_clause(ctx, sid)
        if head.pos == "PRON":
            if head.text.lower() == low and (main is None or not impersonal(ctx, main)):
                continue
            return None
        entity = ctx.entity_at(head.start, head.end)
        person = entity is not None and entity.label == "PER"
        shown = main.finite.morph.get("Number", "") if main is not None else root.morph.get("Number", "")
        if shown and (shown == "Plur") != plural:
            if person or ctx.sentence(sid).block == block:
                continue
            return None
        if entity is not None and person:
            return None if others(ctx, entity.id, range(sid, clause.sid)) else (entity.name, (clause.sid, sid))
        gender = gender_of(ctx, head) or head.gender
        if not gender or (gender == "f") != feminine or main is None or ctx.sentence(sid).block != block:
            return None
        if not plural and portrayed(ctx, feminine=feminine):
            return None
        named = subject_text(ctx, main, in_context=True)
        return (named, (clause.sid, sid)) if named is not None and len(named) <= LONGEST else None
    return None


def portrayed(ctx: Context, *, feminine: bool) -> bool:
    """Whether the article tells of one person above all, whom « il » or « elle » may mean in any sentence.

    That person is named in the title, or more often than anything else.
    """
    people = [e for e in ctx.analysis.entities if e.label == "PER"]
    title = ctx.analysis.source.title or ctx.analysis.source.given_title
    counts = Counter(m.entity for m in ctx.analysis.mentions)
    most = max(counts.values(), default=0)
    return any(
        (e.name in title or (counts[e.id] == most > 1)) and (not e.gender or (e.gender == "f") == feminine)
        for e in people
    )


def others(ctx: Context, entity: int, sids: range) -> bool:
    """Whether some sentences name another person, whom a pronoun might mean."""
    named = {m.entity for sid in sids for m in ctx.mentions(sid)}
    return any(ctx.analysis.entities[e].label == "PER" for e in named - {entity})


def main_clause(ctx: Context, sid: int) -> Clause | None:
    """The clause of the root of a sentence."""
    root = ctx.root(sid)
    return next((c for c in clauses(ctx, sid) if root is not None and c.verb.i == root.i), None)


def first_subject(ctx: Context, clause: Clause) -> bool:
    """Whether no other subject stands before the pronoun in its sentence."""
    return not any(
        t.dep in {"nsubj", "nsubj:pass"}
        and t.i < clause.subject_head.i
        and t.text.lower() != clause.subject_head.text.lower()
        for t in ctx.tokens(clause.sid)
    )


WEATHER_RE = re.compile(
    r"^(?:\S+ ){0,2}?(?:fait|fera|ferait|faire|faisait|fasse) (?:(?:très|plus|moins|trop|aussi|assez) )?"
    r"(?:[\d,]+\s?(?:°|degr)|chaud|froid|beau|nuit|jour|frais|bon\b|mauvais|doux|sec|humide|soleil)"
)


def impersonal(ctx: Context, clause: Clause) -> bool:
    """Whether « il » stands for nothing: « il faut », « il est prévu que »."""
    if clause.subject_head.text.lower() != "il":
        return False
    verbs = load_toml("rewriting/headline.toml")["impersonal"]
    if clause.verb.lemma.lower() in verbs or clause.subject_head.dep.startswith("expl"):
        return True
    if WEATHER_RE.search(ctx.text[clause.finite.start : ctx.sentence(clause.sid).end]):
        return True
    return any(
        t.dep in {"ccomp", "csubj", "xcomp"} and (clause.passive or clause.copula is not None)
        for t in ctx.children(clause.verb)
    )


def definite(ctx: Context, clause: Clause) -> str | None:
    """« Cette découverte » as « la découverte », when the text speaks of one in its title or its first sentences."""
    first = clause.subject[0]
    article = {"ce": "le", "cet": "l’", "cette": "la", "ces": "les"}.get(first.text.lower())
    head = clause.subject_head
    if article is None or first.pos != "DET" or head.pos != "NOUN":
        return None
    tokens = without_asides(ctx, clause.subject)
    if tokens is None or not contiguous(tokens) or len(tokens) < 2:
        return None
    lemma = head.lemma.lower()
    opening = [t for t in ctx.analysis.tokens if t.pos == "NOUN" and t.sentence < min(OPENING, clause.sid)]
    seen = any(t.lemma.lower() == lemma for t in opening)
    title = ctx.analysis.source.title or ctx.analysis.source.given_title
    if not seen and head.text.lower() not in title.lower():
        return None
    rest = ctx.span(tokens[1:])
    if article == "la" and rest[:1].lower() in "aeiouéèêâîôû":
        article = "l’"
    return f"{article}{rest}" if article == "l’" else f"{article} {rest}"


def narrator(ctx: Context, clause: Clause) -> tuple[str, tuple[int, ...]] | None:
    """« je », « j’ », in a text told in the first person; None elsewhere."""
    low = clause.subject_head.text.lower().rstrip("'’")
    if low == "nous" or not narrated(ctx):
        return None
    return ("j’" if low == "j" else "je"), (clause.sid,)


def narrated(ctx: Context) -> bool:
    """Whether the text is told in the first person singular."""
    prose = [s for s in ctx.sentences if ctx.source_kind(s.id) != "heading"]
    if not prose:
        return False
    told = sum(any(speaks(t) for t in ctx.tokens(s.id)) for s in prose)
    return told / len(prose) >= NARRATED


def speaks(token: Token) -> bool:
    """Whether a word is « je », « me », « mon »."""
    return token.text.lower().rstrip("'’") in {"je", "j", "me", "m", "mon", "ma", "mes"}
