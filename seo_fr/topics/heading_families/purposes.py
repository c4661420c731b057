"""« La mairie double les amendes pour freiner les dépôts »: a clause with its aim, for a title that has the room."""

from __future__ import annotations

import re
from typing import Final

from seo_fr.french import capitalize_first, de
from seo_fr.model import Token
from seo_fr.topics.heading_families.assertions import bound_by_front, clause_owner, finite_form
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, words_of
from seo_fr.topics.heading_families.clauses import Clause, Complement, clauses, printed
from seo_fr.topics.heading_families.phrases import balanced
from seo_fr.understanding.view import low

LONGEST: Final = 90
OWN_BODY_RE: Final = re.compile(
    r"\bde (?:son|sa) (?:entreprise|groupe|société|compagnie|club|parti|association|ministère|ville|école|université)\b"
)


def purposes(stage: Stage, sid: int) -> list[Candidate]:
    """Candidates of up to 90 characters: subject, verb, object, « pour » and an infinitive with its object."""
    out = []
    for clause in clauses(stage, sid):
        form = finite_form(stage, clause)
        if clause.subject is None or form is None or clause.copular or bound_by_front(stage, clause):
            continue
        suffix = clause_owner(stage, clause, kept=form)
        objects = [c for c in clause.after if c.dep == "obj"]
        if suffix is None or len(objects) != 1 or objects[0].tokens[0].i != clause.verb.i + 1:
            continue
        aim = aim_of(stage, clause, objects[0])
        what = object_of(stage, clause, objects[0], aim)
        if aim is None or not what:
            continue
        said = infinitive(stage, aim)
        text = capitalize_first(f"{clause.who} {form} {what} pour {said}{suffix}")
        if said and len(text) <= LONGEST and balanced(text):
            out.append(candidate(text, (sid,), "clause", low(clause.verb.lemma)))
    return out


def aim_of(stage: Stage, clause: Clause, thing: Complement) -> Token | None:
    """The infinitive after « pour » that hangs on the verb or on its object."""
    governors = [clause.verb, *thing.tokens]
    for governor in governors:
        for kid in stage.view.dependants(governor):
            before = stage.view.previous(kid)
            led = before is not None and low(before.text) == "pour"
            if led and kid.i > thing.head.i and kid.morph.get("VerbForm") == "Inf" and kid.dep in {"advcl", "acl"}:
                return kid
    return None


def object_of(stage: Stage, clause: Clause, thing: Complement, aim: Token | None) -> str:
    """The object as it can be printed before the aim: « son entreprise » by the name that the text gives it."""
    if aim is None:
        return ""
    tokens = tuple(t for t in thing.tokens if t.i < aim.i - 1)
    if not tokens or tokens[-1].i != aim.i - 2:
        return ""
    text = stage.span(tokens)
    match = OWN_BODY_RE.search(text)
    if match is None:
        whole = printed(stage, Complement("obj", thing.head, tokens), clause.verb.i + 1, LONGEST)
        own = set(low(whole).split()) & words_of("third_possessives")
        return whole if whole == text and not own else ""
    name = employer(stage, clause)
    return f"{text[: match.start()]}{de(name)}{text[match.end() :]}" if name else ""


def employer(stage: Stage, clause: Clause) -> str:
    """The body that the subject of a clause heads, by the role that the text gives; "" if it is not sure."""
    person = {m.entity for m in stage.analysis.mentions if clause.start <= m.start < clause.verb.start}
    names = {
        entity.name
        for role in stage.analysis.roles
        if role.entity in person
        for entity in stage.analysis.entities
        if entity.label == "ORG" and re.search(rf"\b{re.escape(entity.name)}$", role.text)
    }
    return min(names) if len(names) == 1 else ""


def infinitive(stage: Stage, verb: Token) -> str:
    """An infinitive with its object; of two that share one, « limiter et punir les dépôts », the last."""
    chain = [verb, *(k for k in stage.view.dependants(verb) if k.dep == "conj" and k.morph.get("VerbForm") == "Inf")]
    for token in chain:
        kids = [k for k in stage.view.dependants(token) if k.dep == "obj" and k.i == min_child(stage, token)]
        for kid in kids:
            text = printed(stage, Complement("obj", kid, stage.view.subtree(kid)), token.i + 1)
            if text:
                return f"{token.text} {text}"
    return ""


def min_child(stage: Stage, verb: Token) -> int:
    """Rank of the first word that depends on a verb from its right, coordination aside."""
    return min((k.i for k in stage.view.dependants(verb) if k.i > verb.i and k.dep not in {"conj", "cc"}), default=-1)
