"""A clause told on its own: full name for subject, present tense for fresh news, asides left out.

« En juillet, Zuckerberg, qui dirige Meta, a également publié Llama 2, un modèle ouvert. » →
« Mark Zuckerberg publie Llama 2 en juillet ». What is left out is never a negation, a restriction, a number's
qualifier or a defining relative; what stands on somebody's word keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from seo_fr.french import capitalize_first
from seo_fr.french.conjugation import conjugate
from seo_fr.model import Attribution
from seo_fr.resources import load_toml
from seo_fr.rewriting.antecedents import antecedent, definite, main_clause
from seo_fr.rewriting.clauses import Clause, attribution_of, contiguous
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint_orders import Parts, movable, orders
from seo_fr.rewriting.predicates import (
    LONGEST,
    Said,
    activated,
    complements,
    complements_text,
    loose,
    plural,
    verb_text,
)
from seo_fr.rewriting.relatives import relativised
from seo_fr.rewriting.speakers import speaker_name, speaker_phrase
from seo_fr.rewriting.subjects import gender_of, points_back, role_of, subject_text, without_asides
from seo_fr.rewriting.synonyms import reworded, verb_synonym

CONFIDENCE = 0.9
SHORTEST = 6


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A clause as a sentence of its own, without final stop."""

    text: str
    sid: int
    clause: Clause
    present: bool
    """Whether its tense was brought to the present."""
    attributed: bool
    sources: tuple[int, ...] = ()
    """Ids of the sentences it says: its own, and the one that names what « il » stands for."""


def keypoints(ctx: Context, clause: Clause) -> tuple[KeyPoint, ...]:
    """The clause as sentences that need nothing around them, in several orders; none where that is not certain."""
    if clause.tense in {"other", "imperfect"} or (clause.tense == "pluperfect" and attribution_of(ctx, clause)):
        return ()
    if any(q.start <= clause.verb.start < q.end for q in ctx.quotations(clause.sid)):
        return ()
    if clause.verb.lemma.lower() in load_toml("rewriting/keypoint.toml")["telling_nothing"]:
        return ()
    if is_reporting(clause) or subordinate(ctx, clause) or ctx.sentence(clause.sid).text.rstrip().endswith("?"):
        return ()
    front = front_text(ctx, clause)
    attribution = attribution_of(ctx, clause)
    whose = whose_words(ctx, clause, attribution) if attribution is not None else ()
    if front is None or (attribution is not None and not whose):
        return ()
    frames = [*plain_frames(ctx, clause), *active_frames(ctx, clause)]
    texts: list[str] = []
    who = named_subject(ctx, clause)
    for subject, verb, rest in frames:
        for word in whose or ("",):
            role = role_of(ctx, clause, subject)
            parts = Parts(subject, verb, tuple(rest), front, front_date(ctx, clause), word, role)
            texts += orders(ctx, parts)
    found = []
    relatives = dict.fromkeys(r for t in texts if (r := relativised(ctx, clause, t)) != t)
    for text in [*texts, *dict.fromkeys(r for t in texts if (r := reworded(t)) != t), *relatives]:
        text = re.sub(r"\s+(,|\.(?!\w))", r"\1", text).strip(" ,;")
        if SHORTEST <= len(text.split()) <= LONGEST and not dangling(text) and kept_cues(ctx, clause, text):
            present = not verb_kept(clause, text)
            sources = who[1] if who is not None else (clause.sid,)
            found.append(KeyPoint(capitalize_first(text), clause.sid, clause, present, bool(whose), sources))
    return tuple(found)


def verb_kept(clause: Clause, text: str) -> bool:
    """Whether the finite verb of the source is still in a text."""
    return clause.finite.text.lower() in text.lower().split()


Frame = tuple[str, str, list[Said]]
"""Subject, verb, complements."""


def named_subject(ctx: Context, clause: Clause) -> tuple[str, tuple[int, ...]] | None:
    """The subject by a name that is clear anywhere, with the sentences that give it; None where there is none.

    « Il », « elle » by what they certainly stand for; « cette découverte » as « la découverte » when the article opens
    on it.
    """
    text = subject_text(ctx, clause)
    if text is not None:
        return text, (clause.sid,)
    if clause.dependent:
        return None
    if clause.subject_head.text.lower() in {"il", "elle", "ils", "elles"}:
        found = antecedent(ctx, clause)
        if found is None or found[0] in {entity.name for entity in ctx.analysis.entities}:
            return found
        main = main_clause(ctx, found[1][-1])
        return found if main is not None and subject_text(ctx, main) is not None else None
    pointed = definite(ctx, clause)
    return (pointed, (clause.sid,)) if pointed is not None else None


def plain_frames(ctx: Context, clause: Clause) -> Iterator[Frame]:
    """Subject, verb and complements as they are, then with a synonym for the verb."""
    who = named_subject(ctx, clause)
    verb, present = verb_text(ctx, clause)
    rest = complements(ctx, clause)
    if who is None or not verb or rest is None:
        return
    subject = who[0]
    attribution = attribution_of(ctx, clause)
    if clause.tense == "conditional" and attribution is not None and attribution.kind == "que":
        verb = future_in_past(ctx, clause, attribution)
        if not verb:
            return
    if clause.subject[0].pos == "DET" and subject.startswith(clause.subject[0].text):
        subject = subject[:1].lower() + subject[1:]
    yield subject, verb, rest
    if len(rest) > 1 and rest[-1].dep in {"obl:mod", "advcl"} and episodic(ctx, clause):
        yield subject, verb, rest[:-1]
    other = verb_synonym(clause.verb.lemma.lower()) if present else ""
    if other and (form := conjugate(other, "present", number="p" if plural(clause) else "s")):
        yield subject, form, rest


def episodic(ctx: Context, clause: Clause) -> bool:
    """Whether the clause tells one event, without a figure: it then happened, wherever and whenever it did."""
    return clause.tense == "past" and not clause.negated and not clause.modal and not ctx.figures(clause.sid)


def active_frames(ctx: Context, clause: Clause) -> Iterator[Frame]:
    """A passive told actively."""
    found = activated(ctx, clause)
    named = subject_text(ctx, clause)
    if found is None or named is None:
        return
    agent, verb, rest = found
    patient = named[:1].lower() + named[1:] if clause.subject[0].pos == "DET" else named
    yield agent, verb, [replace(rest[0], text=patient), *rest[1:]]


def keypoint(ctx: Context, clause: Clause) -> KeyPoint | None:
    """The clause as a sentence that needs nothing around it, in its plainest order."""
    found = keypoints(ctx, clause)
    return found[0] if found else None


def kept_cues(ctx: Context, clause: Clause, text: str) -> bool:
    """Whether every mark of doubt or denial over the verb is still there, word for word."""
    low = f" {text.lower()} ".replace("'", "’")
    for scope in ctx.scopes(clause.sid):
        if not scope.start <= clause.verb.start < scope.end:
            continue
        attribution = attribution_of(ctx, clause)
        if scope.kind == "conditional" and attribution is not None and future_in_past(ctx, clause, attribution):
            continue  # no doubt: a future
        if scope.kind == "question" or scope.cue.lower().replace("'", "’") not in low:
            return False
    return True


def is_reporting(clause: Clause) -> bool:
    """Whether the clause only says that somebody says."""
    verbs = load_toml("rewriting/keypoint.toml")["reporting"]
    return clause.verb.lemma.lower() in verbs and not any(
        c.dep == "obj" and c.tokens[0].text not in {"«"} for c in clause.complements
    )


def subordinate(ctx: Context, clause: Clause) -> bool:
    """Whether the clause depends on another by « alors que », « quand », « si »."""
    if clause.dependent:
        return False
    marks = [c for c in ctx.children(clause.verb) if c.dep == "mark"]
    if any(m.text.lower().rstrip("'’") not in {"que", "qu"} for m in marks):
        return True
    return bool(marks) and clause.verb.dep != "ccomp"


CONDITIONS_RE = re.compile(
    r"\b(?:si|s['’]il|quand|lorsque?|dès que|dès lors|tant que|alors que|à condition|en cas|sauf|sans|faute|selon|"
    r"d['’]après)\b",
    re.IGNORECASE,
)
FRONTS = frozenset({"obl", "obl:mod", "obl:arg"})
LONGEST_FRONT = 9


def front_text(ctx: Context, clause: Clause) -> str | None:
    """What opens the sentence and must stay there, as a place; None when it cannot stay, but may not be dropped."""
    kept = ""
    for complement in clause.before:
        text = ctx.span(complement.tokens).strip(" ,")
        low = text.lower()
        if front_date(ctx, clause) and any(
            d.start >= complement.tokens[0].start and d.end <= complement.tokens[-1].end for d in ctx.dates(clause.sid)
        ):
            if len(complement.tokens) > 6:
                return None
            continue
        if low in load_toml("rewriting/keypoint.toml")["droppable_adverbs"]:
            continue
        if any(low.startswith(opening) for opening in load_toml("rewriting/keypoint.toml")["droppable_fronts"]):
            continue
        if CONDITIONS_RE.match(low) and attribution_of(ctx, clause) is None:
            return None
        if loose(complement.tokens) and not clause.negated and complement.dep in {"obl", "obl:mod", "obl:arg", "advcl"}:
            continue
        if CONDITIONS_RE.search(low) and attribution_of(ctx, clause) is None:
            return None
        if (
            complement.dep in FRONTS
            and not kept
            and len(complement.tokens) <= LONGEST_FRONT
            and contiguous(complement.tokens)
        ):
            if attribution_of(ctx, clause) is not None and CONDITIONS_RE.match(low):
                continue  # « Selon X » is put back at the end
            if points_back(ctx, clause, complement.tokens) or "," in text or "«" in text:
                return None
            kept = text[:1].upper() + text[1:]
            continue
        participle = (
            complement.tokens[0].morph.get("VerbForm") == "Part" or complement.tokens[0].morph.get("VerbForm") == "Inf"
        )
        if complement.dep == "advcl" and (participle or low.startswith(("pour ", "afin ", "après ", "avant ", "en "))):
            continue
        return None
    return kept


def attributed(ctx: Context, clause: Clause, attribution: Attribution) -> str:
    """« selon X » for what stands on somebody's word; "" when it cannot be said so."""
    if attribution.kind == "que" and clause.tense not in {"present", "past", "future", "near_future"}:
        return ""
    return speaker_phrase(ctx, attribution)


def whose_words(ctx: Context, clause: Clause, attribution: Attribution) -> tuple[str, ...]:
    """« selon X », « indique X »; nothing when it cannot be said so."""
    selon = speaker_phrase(ctx, attribution)
    if not selon:
        return ()
    if attribution.kind != "que":
        return (selon,)
    said = incise(ctx, clause, attribution)
    if clause.tense == "conditional":
        # under « a déclaré que », the conditional is a future seen from the past, and is told so
        return (selon,) if future_in_past(ctx, clause, attribution) else ()
    if clause.tense not in {"present", "past", "future", "near_future"}:
        return ()
    return (selon, said) if said else (selon,)


def future_in_past(ctx: Context, clause: Clause, attribution: Attribution) -> str:
    """« détiendra » for « a déclaré que X détiendrait »; "" for a doubt, a condition or a modal verb."""
    verb = next(
        (t for t in ctx.tokens(clause.sid) if t.lemma.lower() == attribution.verb and t.end <= attribution.start), None
    )
    past = verb is not None and any(
        t.text.lower() in {"a", "ont", "avait"} for t in ctx.children(verb) if t.pos == "AUX"
    )
    lemma = clause.verb.lemma.lower()
    if not past or clause.modal or clause.negated or len(clause.group) != 1 or attribution.kind != "que":
        return ""
    said = ctx.text[attribution.start : attribution.end].lower()
    if re.search(r"\b(?:si|s['’]ils?|à condition|pourvu)\b", said):
        return ""
    return conjugate(lemma, "future", number="p" if plural(clause) else "s") or ""


def incise(ctx: Context, clause: Clause, attribution: Attribution) -> str:
    """« a déclaré Mark Zuckerberg », « indique le rapport »: the verb of saying in its own tense; "" if unknown."""
    who = speaker_name(ctx, attribution)
    verb = next(
        (t for t in ctx.tokens(clause.sid) if t.lemma.lower() == attribution.verb and t.end <= attribution.start), None
    )
    if verb is None or not who or " et " in who:
        return ""
    auxiliaries = [t for t in ctx.children(verb) if t.dep.startswith("aux")]
    if not auxiliaries and verb.morph.get("VerbForm") == "Fin":
        return f"{verb.text} {who}" if verb.morph.get("Mood") == "Ind" else ""
    if len(auxiliaries) == 1 and auxiliaries[0].text.lower() in {"a", "ont"}:
        return f"{auxiliaries[0].text.lower()} {verb.text} {who}"
    return ""


DEICTIC_RE = re.compile(
    r"\b(?:ce|cet|cette|hier|demain|aujourd|dernier|dernière|prochain|prochaine|même|suivant)\b", re.IGNORECASE
)


def front_date(ctx: Context, clause: Clause) -> str:
    """The date that opened the sentence, to be put last; "" if there is none or it cannot stand alone."""
    for complement in clause.before:
        for date in ctx.dates(clause.sid):
            if complement.tokens[0].start <= date.start and date.end <= complement.tokens[-1].end:
                deictic = DEICTIC_RE.search(date.text)
                wording = date.text if not deictic else ""
                if not wording:
                    return ""
                placed = f"{date.preposition} {wording}".strip()
                return placed[:1].lower() + placed[1:]
    return ""


COMPARISON_RE = re.compile(
    r"\b(?:plus|moins|aussi|autant|davantage) (?!de |d['’]|tard|tôt|en |que |qu['’])[a-zà-ÿ]+s?$"
)


def dangling(text: str) -> bool:
    """Whether the text ends on a word that announces something, or lost half of a pair or of a comparison."""
    if COMPARISON_RE.search(text) and " que " not in text and " qu" not in text:
        return True
    if re.search(r"\bavoir \w+(?:é|i|u|t)$", text):
        return True  # « après avoir entendu »: what?
    last = text.rsplit(maxsplit=1)[-1].lower().strip(",.")
    if last in {
        "de",
        "du",
        "des",
        "à",
        "au",
        "aux",
        "que",
        "et",
        "ou",
        "un",
        "une",
        "le",
        "la",
        "les",
        "pour",
        "par",
        "dont",
        "qui",
    }:
        return True
    return text.count("(") != text.count(")") or text.count("«") != text.count("»") or '"' in text


__all__ = [
    "LONGEST",
    "KeyPoint",
    "attributed",
    "complements_text",
    "dangling",
    "front_date",
    "front_text",
    "gender_of",
    "is_reporting",
    "kept_cues",
    "keypoint",
    "keypoints",
    "movable",
    "points_back",
    "subject_text",
    "subordinate",
    "verb_text",
    "without_asides",
]
