"""« 8 000 postes supprimés en France »: what is counted, and what happens to it."""

from __future__ import annotations

from seo_fr.french.conjugation import past_participle
from seo_fr.model import Token
from seo_fr.topics.heading_families.assertions import clause_owner
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths
from seo_fr.topics.heading_families.clauses import Clause, clauses, printed
from seo_fr.topics.heading_families.phrases import light, noun_phrase, whole


def figures(stage: Stage, sid: int) -> list[Candidate]:
    """Candidates that open with a number, from a clause whose object or passive subject is counted."""
    out = []
    most = lengths()["most"]
    for clause in clauses(stage, sid):
        if clause.negated or clause.modal or clause.reflexive or clause.tense == "other":
            continue
        suffix = clause_owner(stage, clause)
        if suffix is None:
            continue
        found = counted(stage, clause)
        if found is None:
            continue
        text, head, at = found
        for part in clause.after:
            if part.tokens[0].i != at or part.dep not in {"obl", "obl:mod", "obl:arg", "obl:agent"}:
                continue
            extra = printed(stage, part, at)
            if not extra or len(text) + 1 + len(extra) + len(suffix) > most:
                break
            text, at = f"{text} {extra}", part.tokens[-1].i + 1
        text += suffix
        if len(text) <= most:
            out.append(candidate(text, (sid,), "figure", head.lemma))
    return out


def numbered_first(tokens: tuple[Token, ...], head: Token) -> bool:
    """Whether a phrase opens with a number in figures, with or without « plus de »."""
    return any(t.text[0].isdigit() and t.text[-1].isdigit() for t in tokens[:4] if t.i < head.i)


def counted(stage: Stage, clause: Clause) -> tuple[str, Token, int] | None:
    """Number, noun and participle; the noun; and the token at which what may follow starts."""
    subject = clause.subject
    numbered = subject is not None and numbered_first(subject.tokens, subject.head)
    if clause.passive and subject is not None and numbered and not subject.cut:
        return f"{subject.text} {clause.verb.text}", subject.head, clause.verb.i + 1
    objects = [c for c in clause.after if c.dep == "obj"]
    if clause.passive or len(objects) != 1 or objects[0].head.pos != "NOUN":
        return None
    head = objects[0].head
    if light(head):
        return None
    phrase = noun_phrase(stage, head)
    if phrase is None or not numbered_first(phrase.tokens, head):
        return None
    if phrase.tokens[0].i != clause.verb.i + 1 or not whole(stage, phrase.tokens):
        return None
    end = phrase.tokens[-1].i + 1
    if clause.tense in {"near", "future"}:
        return f"{phrase.text} à {clause.lemma}", head, end
    gender = head.gender
    if not gender or clause.tense != "past":
        return None
    participle = past_participle(clause.lemma, gender=gender, number="p")
    return (f"{phrase.text} {participle}", head, end) if participle else None
