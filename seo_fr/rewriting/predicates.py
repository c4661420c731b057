"""What a clause says of its subject: the verb group, brought to the present where that is sure, and its complements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from seo_fr.french.conjugation import auxiliary, conjugate, past_participle
from seo_fr.model import Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import Clause, contiguous
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.subjects import gender_of, points_back, without_asides

KEPT = frozenset({"obj", "obl", "obl:mod", "obl:arg", "obl:agent", "xcomp", "iobj"})
LONGEST = 26


def verb_text(ctx: Context, clause: Clause) -> tuple[str, bool]:
    """The verb group, brought from passé composé to present for undated facts; "" when it holds an object pronoun."""
    group = [t for t in clause.group if clause.copula is None or t.i != clause.verb.i]
    for token in group:
        low = token.text.lower().rstrip("'’")
        if token.pos == "PRON" and low not in {"se", "s"}:
            return "", False
    if not clause.dependent and not reaches(ctx, clause, group[0].i):
        return "", False
    if clause.dependent and len(group) == 1 and clause.passive:
        return f"{'ont' if clause.subject_head.number == 'p' else 'a'} été {clause.verb.text}", False
    if not contiguous_but_adverbs(ctx, group):
        # « sera probablement utilisé »: an adverb that says something stays where it is
        inner = [ctx.analysis.tokens[i] for i in range(group[0].i, group[-1].i + 1)]
        kept = all(t in group or t.pos == "ADV" for t in inner)
        return (ctx.span(inner) if kept and clause.tense != "pluperfect" else ""), False
    as_written = joined(group)
    if clause.tense == "pluperfect":
        return told_as_past(group), False
    if clause.tense == "near_future" and not clause.negated:
        return simple_future(clause) or as_written, False
    doubtful = any(s.start <= clause.verb.start < s.end for s in ctx.scopes(clause.sid))
    if clause.tense != "past" or clause.negated or doubtful or clause.copula is not None or old(ctx, clause):
        return as_written, False
    number: Number = "p" if plural(clause) else "s"
    aux = [t for t in group if t.dep.startswith("aux")]
    if clause.passive:
        if len(aux) != 2 or aux[0].lemma != "avoir":
            return as_written, False
        gender = gender_of(ctx, clause.subject_head)
        agreed = past_participle(clause.verb.lemma.lower(), gender=gender, number=number) if gender else None
        return f"{'sont' if number == 'p' else 'est'} {agreed or clause.verb.text}", True
    form = conjugate(clause.verb.lemma.lower(), "present", number=number)
    if len(aux) != 1 or form is None:
        return as_written, False
    if aux[0].lemma == "être" and not clause.reflexive and auxiliary(clause.verb.lemma.lower()) == "avoir":
        return as_written, False  # « est attendu à Metz »: a passive, whatever the parser calls it
    if clause.reflexive:
        elided = form[0].lower() in "aeiouéèêâîôûh" and not form.startswith(("haï", "hais", "hurl", "heurt"))
        return f"{'s’' if elided else 'se '}{form}", True
    return form, True


def told_as_past(group: list[Token]) -> str:
    """« avait émis » as « a émis »: told on its own, the fact is no longer before another."""
    first = {"avait": "a", "avaient": "ont", "était": "est", "étaient": "sont"}.get(group[0].text.lower(), "")
    return f"{first} {joined(group[1:])}" if first and len(group) > 1 else ""


def reaches(ctx: Context, clause: Clause, start: int) -> bool:
    """Whether the verb follows its subject at once, or after an aside between commas that may go."""
    last = clause.subject[-1].i
    if adjoining(ctx, last, start):
        return True
    between = [ctx.analysis.tokens[i] for i in range(last + 1, start)]
    if len(between) < 3 or between[0].text != "," or between[-1].text != ",":
        return False
    told = {t.i for c in clause.complements if c.dep in {"advcl", "acl", "appos"} for t in c.tokens}
    condition = between[1].text.lower() in {"si", "s'", "s’", "quand", "lorsque", "lorsqu'", "lorsqu’", "sauf", "sans"}
    return not condition and all(t.i in told or t.pos == "PUNCT" for t in between)


def simple_future(clause: Clause) -> str:
    """« va supprimer » as « supprimera »; "" when the infinitive does not follow at once."""
    infinitive = next((c for c in clause.after if c.dep == "xcomp"), None)
    if infinitive is None or infinitive.start != clause.verb.i + 1:
        return ""
    verb = infinitive.tokens[0]
    if verb.morph.get("VerbForm") != "Inf":
        return ""
    number: Number = "p" if plural(clause) else "s"
    return conjugate(verb.lemma.lower(), "future", number=number) or ""


def adjoining(ctx: Context, before: int, after: int) -> bool:
    """Whether nothing but commas and droppable adverbs stands between two words."""
    droppable = load_toml("rewriting/keypoint.toml")["droppable_adverbs"]
    between = [ctx.analysis.tokens[i] for i in range(before + 1, after)]
    if all(t.text in {",", ")"} or t.text.lower() in droppable for t in between):
        return True
    aside = len(between) > 2 and between[0].text == between[-1].text == ","
    return aside and not any(t.morph.get("VerbForm") == "Fin" or t.text in {"«", "»", "(", ")"} for t in between)


def old(ctx: Context, clause: Clause) -> bool:
    """Whether the fact is told as past by a date of its own, a year or a distance in time."""
    return any(
        d.start >= clause.subject[0].start - 60 and (re.search(r"\b(?:1[5-9]|20)\d\d\b", d.text) or "dernier" in d.text)
        for d in ctx.dates(clause.sid)
    )


def plural(clause: Clause) -> bool:
    """The number of the subject, as the finite verb shows it."""
    shown = clause.finite.morph.get("Number", "")
    return shown == "Plur" if shown else clause.subject_head.number == "p"


def contiguous_but_adverbs(ctx: Context, group: list[Token]) -> bool:
    """Whether only droppable adverbs stand between the words of a verb group."""
    droppable = load_toml("rewriting/keypoint.toml")["droppable_adverbs"]
    inside = range(group[0].i, group[-1].i + 1)
    held = {t.i for t in group}
    return all(i in held or ctx.analysis.tokens[i].text.lower() in droppable for i in inside)


def joined(tokens: list[Token]) -> str:
    """Some tokens with the spaces the source has between them."""
    out = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        if before is not None and (before.end < token.start or before.i + 1 < token.i):
            out += " "
        out += token.text
    return out


@dataclass(frozen=True, slots=True)
class Said:
    """One complement of a fact, as it will be shown."""

    text: str
    dep: str
    tokens: tuple[Token, ...]


def complements_text(ctx: Context, clause: Clause) -> list[str] | None:
    """The complements that belong to the fact, in order; None where they cannot be told from the rest."""
    found = complements(ctx, clause)
    return None if found is None else [said.text for said in found]


def complements(ctx: Context, clause: Clause) -> list[Said] | None:
    """The complements that belong to the fact, in order; None where they cannot be told from the rest."""
    droppable = load_toml("rewriting/keypoint.toml")["droppable_adverbs"]
    kept: list[Said] = []
    words = 0
    last = clause.verb.i
    if clause.copula is not None:
        predicate = predicate_text(ctx, clause)
        return None if predicate is None else [Said(predicate, "predicate", ())]
    near = clause.tense == "near_future" and not clause.negated and bool(simple_future(clause))
    for complement in clause.after:
        tokens: tuple[Token, ...] | None
        if near and complement.dep == "xcomp" and complement.start == clause.verb.i + 1:
            tokens = without_asides(ctx, complement.tokens[1:]) if len(complement.tokens) > 1 else ()
            if tokens is None or points_back(ctx, clause, tokens):
                return None
            kept.append(Said(ctx.span(tokens), "obj", tokens))
            words += len(tokens)
            last = complement.tokens[-1].i
            if len(tokens) < len(complement.tokens) - 1:
                break
            continue
        low = ctx.span(complement.tokens).lower()
        if complement.dep == "advmod" and (low in droppable or (clause.negated and low in {"ne", "pas", "plus"})):
            last = max(last, complement.tokens[-1].i)
            continue
        if not contiguous(complement.tokens) or complement.start < last:
            return None
        if complement.dep == "advmod" and len(complement.tokens) == 1 and adjoining(ctx, last, complement.start):
            kept.append(Said(ctx.span(complement.tokens), "advmod", complement.tokens))
            last = complement.start
            continue
        gap = ctx.analysis.tokens[complement.start - 1]
        if gap.text == "," or complement.tokens[0].text == ",":
            break
        if not adjoining(ctx, last, complement.start):
            return None
        if complement.dep == "conj" and kept:
            break
        if kept and participle(complement.tokens[0]) and complement.dep in {"parataxis", "advcl", "acl"}:
            break  # « …, affirmant : »
        if complement.dep in {"conj", "parataxis", "cc", "ccomp"}:
            return None
        if complement.dep == "advcl":
            opening = complement.tokens[0].text.lower()
            kept_whole = opening in {"pour", "afin", "sans", "en"} and len(complement.tokens) <= 14
            if not kept_whole:
                if loose(complement.tokens) and not clause.negated and (kept or clause.passive):
                    break
                return None
        elif complement.dep not in KEPT:
            return None
        tokens = without_asides(ctx, complement.tokens)
        if tokens is None or points_back(ctx, clause, tokens) or quoted_rest(complement.tokens, tokens):
            if complement.dep in {"obl:mod", "advcl"}:
                break
            return None
        if words + len(tokens) > LONGEST and complement.dep in {"obl:mod", "advcl", "obl:arg"} and words > 3:
            break
        kept.append(Said(ctx.span(tokens), complement.dep, tokens))
        words += len(tokens)
        last = complement.tokens[-1].i
        if len(tokens) < len(complement.tokens):
            break
    if not kept and not clause.passive:
        return None
    return kept


def quoted_rest(whole: Sequence[Token], kept: Sequence[Token]) -> bool:
    """Whether what was cut off is a quotation, without which the rest says nothing: « après avoir entendu « … » »."""
    return len(kept) < len(whole) and whole[len(kept)].text == "«"


def loose(tokens: Sequence[Token]) -> bool:
    """Whether an adjunct only adds a circumstance, so that the fact without it is still true.

    A cause, an aim, a contrast, what came before or after; never a condition, a restriction or a place.
    """
    words = [t.text.lower().replace("'", "’") for t in tokens[:3]]
    data = load_toml("rewriting/keypoint.toml")
    return words[0] in data["loose_openings"] or " ".join(words[:2]) in data["loose_openings"]


def participle(token: Token) -> bool:
    """Whether a word is a present participle."""
    return token.text.lower().endswith("ant") and token.pos in {"VERB", "AUX"}


def predicate_text(ctx: Context, clause: Clause) -> str | None:
    """What « est » says of the subject, cut before its first aside."""
    assert clause.copula is not None
    gone = {t.i for t in clause.subject} | {t.i for t in clause.group if t.i != clause.verb.i}
    loose = {t.i for c in clause.complements if c.dep in {"advcl", "parataxis"} for t in c.tokens}
    words = tuple(t for t in ctx.subtree(clause.verb) if t.i not in gone and t.i > clause.copula.i and t.i not in loose)
    while words and (words[-1].pos == "PUNCT" or words[-1].dep == "cc"):
        words = words[:-1]
    if not words or words[0].i - 1 not in {clause.copula.i, *(t.i for t in clause.group)} or not contiguous(words):
        return None
    tokens = without_asides(ctx, words)
    if (
        tokens is None
        or points_back(ctx, clause, tokens)
        or any(t.dep == "conj" and t.pos in {"VERB", "AUX"} and t.morph.get("VerbForm") == "Fin" for t in tokens)
    ):
        return None
    return ctx.span(tokens)


def dated_apart(ctx: Context, doer: Sequence[Token]) -> bool:
    """Whether an agent holds a date that is the verb's: « par des élèves en 2030 », not « par le décret du 9 mars »."""
    for date in ctx.dates(doer[0].sentence):
        if doer[0].end < date.end <= doer[-1].end:
            before = [t for t in doer if t.start < date.start]
            opening = next((t for t in doer if t.start >= date.start), doer[0])
            link = {"du", "de", "d'", "d’", "des"}
            if opening.text.lower() not in link and not (before and before[-1].text.lower() in link):
                return True
    return False


def activated(ctx: Context, clause: Clause, *, keep_tense: bool = False) -> tuple[str, str, list[Said]] | None:
    """A passive with its agent told actively: (agent, verb, complements); None without a certain agent.

    « L’incendie a été maîtrisé par 80 pompiers vers midi » → « 80 pompiers », « maîtrisent », [« l’incendie », « vers
    midi »]. Past facts without a date of their own come to the present, as in `verb_text`.
    """
    if not clause.passive or clause.negated or clause.reflexive or clause.subject_head.pos not in {"NOUN", "PROPN"}:
        return None
    if any(clause.subject[-1].i < c.start < clause.verb.i for c in clause.complements):
        return None  # an adverb inside the verb would be lost
    agent = next((c for c in clause.after if c.dep == "obl:agent"), None)
    if agent is None or agent.tokens[0].text.lower() not in {"par", "d’", "de"} or len(agent.tokens) < 2:
        return None
    if agent.tokens[0].text.lower() != "par" or not contiguous(agent.tokens):
        return None
    doer = without_asides(ctx, agent.tokens[1:])
    head = next((t for t in agent.tokens if t.head == clause.verb.i), None)
    if doer is None or len(doer) < len(agent.tokens) - 1 or head is None or points_back(ctx, clause, doer):
        return None
    if dated_apart(ctx, doer):
        return None
    if ctx.text[doer[-1].end : doer[-1].end + 1] in {"-", "–", "/", "("}:
        return None  # « la délibération 2023-118 », which the parser cut
    if head.pos not in {"NOUN", "PROPN"} or doer[0].pos not in {"DET", "NUM", "PROPN", "ADV"}:
        return None
    if any(t.dep in {"acl:relcl", "acl", "conj"} for t in doer) or any(
        t.text.lower() in {"son", "sa", "ses", "leur", "leurs"} for t in doer
    ):
        return None
    if any(s.start <= clause.verb.start < s.end for s in ctx.scopes(clause.sid)):
        return None
    number: Number = "p" if head.number == "p" or doer[0].text.lower() in {"les", "des", "plus", "plusieurs"} else "s"
    lemma = clause.verb.lemma.lower()
    auxiliaries = [t for t in clause.group if t.dep.startswith("aux")]
    participle_alone = clause.dependent and not auxiliaries
    if participle_alone or (len(auxiliaries) == 2 and clause.tense == "past" and auxiliaries[0].lemma == "avoir"):
        if participle_alone or keep_tense or old(ctx, clause):
            avoir = conjugate("avoir", "present", number=number)
            participle_ = past_participle(lemma)
            verb = f"{avoir} {participle_}" if participle_ else None
        else:
            verb = conjugate(lemma, "present", number=number)
    elif len(auxiliaries) == 1 and clause.tense in {"present", "past"} and auxiliaries[0].morph.get("Tense") == "Pres":
        verb = conjugate(lemma, "present", number=number)
    elif len(auxiliaries) == 1 and clause.tense == "future":
        verb = conjugate(lemma, "future", number=number)
    else:
        verb = None
    patient = without_asides(ctx, clause.subject)
    if verb is None or patient is None or len(patient) < len(clause.subject):
        return None
    said = ctx.span(patient)
    if clause.subject[0].pos == "DET":
        said = said[:1].lower() + said[1:]
    rest = [Said(said, "obj", patient)]
    for complement in clause.after:
        if complement is agent:
            continue
        tokens = without_asides(ctx, complement.tokens)
        if (
            complement.dep not in {"obl:mod", "obl:arg"}
            or tokens is None
            or len(tokens) < len(complement.tokens)
            or not contiguous(tokens)
            or points_back(ctx, clause, tokens)
        ):
            return None
        rest.append(Said(ctx.span(tokens), complement.dep, tokens))
    return ctx.span(doer), verb, rest
