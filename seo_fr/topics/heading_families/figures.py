"""« 8 000 postes supprimés en France »: what is counted, and what happens to it."""

from __future__ import annotations

from seo_fr.french.conjugation import past_participle
from seo_fr.model import Token
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, owned
from seo_fr.topics.heading_families.clauses import Clause, clauses, printed
from seo_fr.topics.heading_families.phrases import noun_phrase, whole


def figures(stage: Stage, sid: int) -> list[Candidate]:
    """Candidates that open with a number, from a clause whose object or passive subject is counted."""
    out = []
    most = lengths()["most"]
    for clause in clauses(stage, sid):
        if clause.negated or clause.modal or clause.reflexive or clause.tense == "other":
            continue
        suffix = owned(stage, sid, clause.subject.tokens[0].start, clause.verb.end)
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


def counted(stage: Stage, clause: Clause) -> tuple[str, Token, int] | None:
    """Number, noun and participle; the noun; and the token at which what may follow starts."""
    tokens = clause.subject.tokens
    if clause.passive and tokens[0].pos == "NUM" and len(tokens) > 1 and not clause.subject.cut:
        return f"{clause.subject.text} {clause.verb.text}", clause.subject.head, clause.verb.i + 1
    objects = [c for c in clause.after if c.dep == "obj"]
    if clause.passive or len(objects) != 1 or objects[0].head.pos != "NOUN":
        return None
    head = objects[0].head
    phrase = noun_phrase(stage, head)
    if phrase is None or phrase.tokens[0].pos != "NUM" or not phrase.tokens[0].text[0].isdigit():
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
