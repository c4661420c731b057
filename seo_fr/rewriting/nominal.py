"""A clause becomes a noun phrase: « PSA va supprimer 8 000 postes » → « suppression de 8 000 postes par PSA ».

The noun comes from a table (verb → action noun); a verb that is not there gives no candidate. The agent follows
« par »; it stands right after the noun when complements follow the object, since those may belong to the object.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from seo_fr.french import de
from seo_fr.model import Gender, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import PRONOUNS, Clause, Complement, attribution_of, bound, contiguous
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.speakers import speaker_phrase

CONFIDENCE = 0.9
LONGEST_AGENT = 6
LONGEST_OBJECT = 14
LONGEST_TAIL = 12
INDEFINITE = frozenset({"des", "de", "d'", "d’", "du"})
AMBIVALENT = frozenset({"augmenter", "diminuer", "changer", "cesser", "reprendre"})
"""Verbs whose noun suits their object, and their subject when they have none: « la taxe augmente »."""
BINDING = frozenset({"sans", "sauf", "si", "s", "hormis", "excepté"})
"""A complement that opens so changes what is affirmed: it may not be left out."""
CARRIED = frozenset({"obl", "obl:mod", "obl:arg", "nmod"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A clause as a noun phrase, without article."""

    text: str
    """« suppression de 8 000 postes par PSA »."""
    noun: str
    gender: Gender
    sources: tuple[int, ...]
    attribution: str
    """« selon X », when the clause stands on somebody's word; else ""."""
    date: str
    """A date that the clause carried, already in the text; or ""."""
    clause: Clause
    said: str = ""
    """What the action bears on: « de 8 000 postes »."""
    by: str = ""
    """« par PSA », or ""."""
    tail: str = ""
    """The complements that follow."""


@cache
def action_nouns() -> Mapping[str, Mapping[str, Any]]:
    """Verb → its action noun, with gender and the preposition of its object."""
    rows: Mapping[str, Mapping[str, Any]] = load_toml("nominalisations.toml")["verb"]
    return rows


def nominal(ctx: Context, clause: Clause, *, with_agent: bool = True) -> Nominal | None:
    """The clause as a noun phrase, or None where that is not certain."""
    lemma = clause.verb.lemma.lower()
    if clause.reflexive:
        lemma = f"se {lemma}"
    if clause.tense == "near_future" or clause.modal:
        return None
    row = action_nouns().get(lemma)
    if row is None or clause.copula is not None or clause.negated or bound(ctx, clause):
        return None
    if clause.tense in {"other", "conditional"} or any(t.pos == "PRON" and not clause.reflexive for t in clause.group):
        return None
    if clause.verb.morph.get("VerbForm") not in {"Fin", "Part"}:
        return None
    of_subject = row["bears"] == "subject"
    if lemma in AMBIVALENT:
        of_subject = not clause.passive and clause.object is None
    if clause.passive and clause.tense == "present" and not ctx.dates(clause.sid):
        return None  # « est composée de » tells a state, not an event
    if of_subject == (clause.passive or clause.object is not None):
        return None
    patient, agent = patient_and_agent(ctx, clause)
    if patient is None:
        return None
    tail = carried(ctx, clause, patient)
    if tail is None:
        return None
    noun = str(row["noun"])
    preposition = str(row.get("preposition", "de"))
    said = object_phrase(ctx, patient, preposition)
    if said is None:
        return None
    by = f"par {agent}" if agent and with_agent else ""
    words = [noun, by, said, tail] if tail else [noun, said, by]
    if noun == "entrée" and tail.startswith("en "):
        words = [noun, tail, said, by]  # « l’entrée en vigueur de la loi »
    text = " ".join(w for w in words if w)
    attribution = attribution_of(ctx, clause)
    whose = ""
    if attribution is not None:
        whose = speaker_phrase(ctx, attribution)
        if not whose:
            return None
    return Nominal(text, noun, row.get("gender", ""), (clause.sid,), whose, "", clause, said, by, tail)


def patient_and_agent(ctx: Context, clause: Clause) -> tuple[tuple[Token, ...] | None, str]:
    """What undergoes the action, and who does it as « par » would take it ("" when there is nobody to name)."""
    subject_text = ctx.span(clause.subject)
    speakable = (
        clause.subject_head.text.lower() not in PRONOUNS
        and clause.subject_head.pos in {"NOUN", "PROPN"}
        and not any(t.pos in {"VERB", "PRON"} or t.text in {",", "("} for t in clause.subject)
        and not any(
            t.text.lower() in {"son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "ces"} for t in clause.subject
        )
    )
    if clause.passive and any(c.dep in {"xcomp", "ccomp"} for c in clause.after):
        return None, ""  # « est élu meilleur joueur » is not « élection »
    if clause.passive:
        agents = [c for c in clause.complements if c.dep == "obl:agent"]
        agent = ctx.span(agents[0].tokens[1:]) if agents and agents[0].tokens[0].text.lower() == "par" else ""
        if len(agent.split()) > LONGEST_AGENT:
            agent = ""
        return (clause.subject if speakable else None), agent
    obj = clause.object
    if obj is not None:
        if not contiguous(obj.tokens) or obj.start < clause.verb.i or not speakable:
            return None, ""
        agent = subject_text if len(subject_text.split()) <= LONGEST_AGENT else ""
        if not agent:
            return None, ""
        return obj.tokens, lowered(clause.subject, agent)
    bound_to = {"xcomp", "ccomp", "obl:arg", "obj"}
    if any(c.dep in bound_to and not dated(ctx, c) for c in clause.after) or not speakable:
        return None, ""
    return clause.subject, ""


def dated(ctx: Context, complement: Complement) -> bool:
    """Whether a complement is a date and nothing else, whatever the parser calls it."""
    first, last = complement.tokens[0], complement.tokens[-1]
    return any(d.end == last.end and d.start - first.start <= 8 for d in ctx.dates(first.sentence))


def lowered(tokens: tuple[Token, ...], text: str) -> str:
    """The text with its article or preposition in lower case; a name keeps its capital."""
    return text[:1].lower() + text[1:] if tokens[0].pos in {"DET", "ADP", "ADV", "NUM"} else text


def object_phrase(ctx: Context, tokens: tuple[Token, ...], preposition: str) -> str | None:
    """« de » with the object: « des talents » → « de talents », « le plan » → « du plan »."""
    if len(tokens) > LONGEST_OBJECT or any(
        t.pos == "PRON" and t.dep != "nsubj" for t in tokens if t.text.lower() in PRONOUNS
    ):
        return None
    if any(t.text in {"«", "»", "(", ")", ":", ";", ","} for t in tokens) or any(
        t.dep in {"acl:relcl", "appos", "conj"} for t in tokens
    ):
        return None
    head = tokens[0]
    if head.text.lower() in {"son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "ces", "aucun", "aucune"}:
        return None
    text = lowered(tokens, ctx.span(tokens))
    if preposition != "de":
        return None
    indefinite = head.text.lower() in INDEFINITE and head.pos in {"DET", "ADP"} and head.morph.get("Definite") != "Def"
    if indefinite and len(tokens) > 1:
        text = lowered(tokens[1:], ctx.span(tokens[1:]))
    return de(text)


def carried(ctx: Context, clause: Clause, patient: tuple[Token, ...]) -> str | None:
    """Complements that follow the object without a break, which the noun phrase keeps; None when it must not be cut."""
    last = max(patient[-1].i, clause.verb.i)
    kept: list[Complement] = []
    for complement in clause.after:
        if complement.start <= last and complement.tokens[-1].i <= last:
            continue
        if complement.dep == "obl:agent":
            last = complement.tokens[-1].i
            continue
        if complement.start != last + 1 or complement.dep not in CARRIED or not contiguous(complement.tokens):
            break
        if len(complement.tokens) > LONGEST_TAIL or any(
            t.text in {",", "(", ":", ";", "«"}
            or t.dep == "acl:relcl"
            or t.text.lower() in {"son", "sa", "ses", "leur"}
            for t in complement.tokens
        ):
            break
        kept.append(complement)
        last = complement.tokens[-1].i
    if any(c not in kept and c.tokens[0].text.lower().rstrip("'’") in BINDING for c in clause.after):
        return None  # « proposer des emplois sans entretien » is not « proposition d’emplois »
    return " ".join(ctx.span(c.tokens) for c in kept)
