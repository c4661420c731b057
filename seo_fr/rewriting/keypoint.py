"""A clause told on its own: full name for subject, present tense for fresh news, asides left out.

« En juillet, Zuckerberg, qui dirige Meta, a également publié Llama 2, un modèle ouvert. » →
« Mark Zuckerberg publie Llama 2 en juillet ». What is left out is never a negation, a restriction, a number's
qualifier or a defining relative; what stands on somebody's word keeps it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from seo_fr.french import capitalize_first
from seo_fr.french.conjugation import conjugate, past_participle
from seo_fr.model import Attribution, Gender, Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import PRONOUNS, Clause, Complement, attribution_of, contiguous
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.speakers import speaker_phrase
from seo_fr.rewriting.synonyms import reworded, verb_synonym

CONFIDENCE = 0.9
SHORTEST = 6
LONGEST = 26
DEMONSTRATIVES = frozenset({"ce", "cet", "cette", "ces"})
POSSESSIVES = frozenset({"son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "votre", "vos"})
KEPT = frozenset({"obj", "obl", "obl:mod", "obl:arg", "obl:agent", "xcomp", "iobj"})


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A clause as a sentence of its own, without final stop."""

    text: str
    sid: int
    clause: Clause
    present: bool
    """Whether its tense was brought to the present."""
    attributed: bool


def keypoints(ctx: Context, clause: Clause) -> tuple[KeyPoint, ...]:
    """The clause as sentences that need nothing around them, in several orders; none where that is not certain."""
    if clause.tense in {"other", "imperfect", "pluperfect"}:
        return ()
    if any(q.start <= clause.verb.start < q.end for q in ctx.quotations(clause.sid)):
        return ()
    if is_reporting(clause) or subordinate(ctx, clause) or ctx.sentence(clause.sid).text.rstrip().endswith("?"):
        return ()
    front = front_text(ctx, clause)
    subject = subject_text(ctx, clause)
    if subject is None or front is None:
        return ()
    verb, present = verb_text(ctx, clause)
    rest = complements_text(ctx, clause)
    if not verb or rest is None:
        return ()
    attribution = attribution_of(ctx, clause)
    whose = attributed(ctx, clause, attribution) if attribution is not None else ""
    if attribution is not None and not whose:
        return ()
    found = []
    parts = Parts(subject, verb, tuple(rest), front, front_date(ctx, clause), whose, role_of(ctx, clause, subject))
    plain = list(orders(clause, parts))
    other = verb_synonym(clause.verb.lemma.lower()) if present else ""
    if other and (form := conjugate(other, "present", number="p" if plural(clause) else "s")):
        plain += list(orders(clause, replace(parts, verb=form)))
    for text in [*plain, *dict.fromkeys(r for t in plain if (r := reworded(t)) != t)]:
        text = re.sub(r"\s+(,|\.(?!\w))", r"\1", text).strip(" ,;")
        if SHORTEST <= len(text.split()) <= LONGEST and not dangling(text) and kept_cues(ctx, clause, text):
            found.append(KeyPoint(capitalize_first(text), clause.sid, clause, present, bool(whose)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Parts:
    """A fact in parts, each as it will be shown."""

    subject: str
    verb: str
    rest: tuple[str, ...]
    front: str
    """A place that opened the sentence and stays first."""
    date: str
    whose: str
    """« selon X », or ""."""
    role: str
    """What the subject is, as the source says elsewhere; or ""."""


def orders(clause: Clause, p: Parts) -> Iterator[str]:
    """The ways to put the parts of a fact in order, the plainest first."""
    common = clause.subject[0].pos == "DET" and p.subject.startswith(clause.subject[0].text)
    low = p.subject[:1].lower() + p.subject[1:] if common else p.subject
    core = " ".join([p.verb, *p.rest])
    plain = f"{p.front}, {low} {core}" if p.front else f"{p.subject} {core}"
    dated = f"{plain} {p.date}" if p.date else plain
    whose = f", {p.whose}" if p.whose else ""
    yield dated + whose
    if p.role and not p.front:
        yield f"{p.subject}, {p.role}, {core}{' ' + p.date if p.date else ''}{whose}"
    if p.date and not p.front:
        yield f"{capitalize_first(p.date)}, {low} {core}{whose}"
    if p.role and p.whose and p.rest and not p.front:
        yield f"{p.subject}, {p.role}, {p.verb}, {p.whose}, {' '.join(p.rest)}{' ' + p.date if p.date else ''}"
    if p.whose and p.rest:
        lead = f"{p.front}, {low}" if p.front else p.subject
        yield f"{lead} {p.verb}, {p.whose}, {' '.join(p.rest)}{' ' + p.date if p.date else ''}"
    if p.whose and not p.front:
        yield f"{capitalize_first(p.whose)}, {low} {core}{' ' + p.date if p.date else ''}"
    last = clause.after[-1] if clause.after else None
    place = (
        last is not None
        and last.dep == "obl:mod"
        and len(last.tokens) <= 5
        and any(t.ent == "LOC" for t in last.tokens)
    )
    if place and len(p.rest) > 1 and not (p.front or p.date or p.whose):
        yield f"{capitalize_first(p.rest[-1])}, {low} {' '.join([p.verb, *p.rest[:-1]])}"


def role_of(ctx: Context, clause: Clause, subject: str) -> str:
    """The role that another sentence gives to the person or body that is the subject; "" when there is none."""
    entity = ctx.entity_at(clause.subject_head.start, clause.subject_head.end)
    if entity is None or subject != entity.name or entity.label not in {"PER", "ORG"}:
        return ""
    for role in ctx.analysis.roles:
        if role.entity == entity.id and role.sentence != clause.sid and len(role.text.split()) <= 6:
            return role.text[:1].lower() + role.text[1:] if role.text[1:2].islower() else role.text
    return ""


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
    marks = [c for c in ctx.children(clause.verb) if c.dep == "mark"]
    if any(m.text.lower().rstrip("'’") not in {"que", "qu"} for m in marks):
        return True
    return bool(marks) and clause.verb.dep != "ccomp"


CONDITIONS_RE = re.compile(
    r"\b(?:si|s['’]il|quand|lorsque?|dès que|dès lors|tant que|alors que|à condition|en cas|sauf|sans|faute|selon|d['’]après)\b",
    re.IGNORECASE,
)
FRONTS = frozenset({"obl", "obl:mod", "obl:arg"})
LONGEST_FRONT = 9


def front_text(ctx: Context, clause: Clause) -> str | None:
    """What opens the sentence and must stay there, a place for instance; None when it cannot, but may not be dropped."""
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


def subject_text(ctx: Context, clause: Clause, *, in_context: bool = False) -> str | None:
    """The subject as it can be named out of context; None for pronouns and for what points back.

    *in_context*: what is shown stands right above its section, so that « l’entreprise » is clear.
    """
    head = clause.subject_head
    named = ctx.entity_at(head.start, head.end)
    if head.pos == "PRON" or head.text.lower() in PRONOUNS or (head.pos not in {"NOUN", "PROPN"} and named is None):
        return None
    shown = clause.finite.morph.get("Number", "")
    joint = any(t.dep == "conj" for t in ctx.children(head))
    if shown == "Plur" and head.pos == "PROPN" and not joint and not head.text.lower().startswith("les"):
        return None  # the parser lost the other half of « A et B »
    dets = {t.text.lower() for t in ctx.children(head) if t.dep == "det"}
    if dets & (DEMONSTRATIVES | POSSESSIVES):
        return None
    entity = named
    tokens = without_asides(ctx, clause.subject)
    if tokens is None:
        return None
    if (name := named_by_role(ctx, clause)) or (name := referred(ctx, clause)):
        return name
    if entity is not None and (entity.name != ctx.span(tokens)):
        mention = next((m for m in ctx.mentions(clause.sid) if m.start <= head.start < m.end), None)
        if mention is None:
            return None
        if head.pos == "NOUN" and entity.label in {"PER", "ORG"} and dets <= {"le", "la", "l'", "l’"}:
            return entity.name if alone(ctx, head) else ctx.span(tokens)
        if head.pos == "PROPN" and len(tokens) <= len(mention.text.split()) + 1 and not dets:
            return entity.name
    if (
        not in_context
        and head.pos == "NOUN"
        and entity is None
        and dets & {"le", "la", "les", "l'", "l’"}
        and alone(ctx, head)
    ):
        return None  # « le lanceur »: which one?
    return ctx.span(tokens)


def named_by_role(ctx: Context, clause: Clause) -> str:
    """« Le PDG de Meta, Mark Zuckerberg, » is named by its name; "" when the subject is no such phrase."""
    first, last = clause.subject[0].start, clause.subject[-1].end
    for role in ctx.roles(clause.sid):
        entity = ctx.analysis.entities[role.entity]
        inside = any(m.entity == role.entity and first <= m.start and m.end <= last for m in ctx.mentions(clause.sid))
        if entity.label == "PER" and inside and first <= role.start <= clause.subject_head.start < role.end:
            return entity.name
    return ""


def referred(ctx: Context, clause: Clause) -> str:
    """The body that « l’entreprise », « le groupe » stands for: the last body to be a subject, if the article names
    it more than any other; "" when that is not so."""
    head = clause.subject_head
    nouns = load_toml("rewriting/keypoint.toml")["bodies"]
    if head.text.lower() not in nouns or not alone(ctx, head) or len(clause.subject) != 2:
        return ""
    counts = Counter(m.entity for m in ctx.analysis.mentions if ctx.analysis.entities[m.entity].label == "ORG")
    counts = Counter({e: n for e, n in counts.items() if not ctx.analysis.entities[e].medium})
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return ""
    main = ranked[0][0]
    for token in reversed(ctx.analysis.tokens[: head.i]):
        if token.sentence < clause.sid - 2:
            return ""
        if token.dep in {"nsubj", "nsubj:pass"} and (entity := ctx.entity_at(token.start, token.end)) is not None:
            if entity.label == "ORG" and not entity.medium:
                return entity.name if entity.id == main else ""
    return ""


def alone(ctx: Context, head: Token) -> bool:
    """Whether a noun has no complement that says which one it is."""
    return not any(
        c.dep in {"nmod", "amod", "flat:name", "appos", "acl", "acl:relcl", "nummod"} for c in ctx.children(head)
    )


def without_asides(ctx: Context, tokens: tuple[Token, ...]) -> tuple[Token, ...] | None:
    """A phrase cut before its first aside between commas or brackets; None when the aside is not at its end."""
    for k, token in enumerate(tokens):
        if token.text in {",", "(", "–", "—", ":", ";", "«"}:
            after = tokens[k + 1 :]
            if not after or not k:
                return None
            if token.text == "," and any(t.dep == "cc" for t in after):
                return None  # « A, B et C » is not cut
            first = after[0]
            head = ctx.head(first)
            kinds = {t.dep for t in after if t.head < tokens[k].i}
            if (
                token.text == "("
                or kinds <= {"appos", "acl:relcl", "acl", "advcl"}
                or head.dep in {"appos", "acl:relcl"}
            ):
                return tokens[:k]
            return tokens if token.text == "," and "conj" in kinds else None
    return tokens


def verb_text(ctx: Context, clause: Clause) -> tuple[str, bool]:
    """The verb group, brought from passé composé to present for undated facts; "" when it holds an object pronoun."""
    group = [t for t in clause.group if clause.copula is None or t.i != clause.verb.i]
    for token in group:
        low = token.text.lower().rstrip("'’")
        if token.pos == "PRON" and low not in {"se", "s"}:
            return "", False
    if not contiguous_but_adverbs(ctx, group) or not adjoining(ctx, clause.subject[-1].i, group[0].i):
        return "", False
    as_written = joined(group)
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
    if clause.reflexive:
        elided = form[0].lower() in "aeiouéèêâîôûh" and not form.startswith(("haï", "hais", "hurl", "heurt"))
        return f"{'s’' if elided else 'se '}{form}", True
    return form, True


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


def gender_of(ctx: Context, noun: Token) -> Gender:
    """Gender of a noun, where its determiner shows it."""
    for det in (t for t in ctx.children(noun) if t.dep == "det"):
        shown: dict[str, Gender] = {"le": "m", "un": "m", "ce": "m", "cet": "m", "la": "f", "une": "f", "cette": "f"}
        if gender := shown.get(det.text.lower(), ""):
            return gender
    return ""


def adjoining(ctx: Context, before: int, after: int) -> bool:
    """Whether nothing but commas and droppable adverbs stands between two words."""
    droppable = load_toml("rewriting/keypoint.toml")["droppable_adverbs"]
    between = [ctx.analysis.tokens[i] for i in range(before + 1, after)]
    return all(t.text in {",", ")"} or t.text.lower() in droppable for t in between)


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


def complements_text(ctx: Context, clause: Clause) -> list[str] | None:
    """The complements that belong to the fact, in order; None where they cannot be told from the rest."""
    droppable = load_toml("rewriting/keypoint.toml")["droppable_adverbs"]
    kept: list[str] = []
    words = 0
    last = clause.verb.i
    if clause.copula is not None:
        predicate = predicate_text(ctx, clause)
        return None if predicate is None else [predicate]
    near = clause.tense == "near_future" and not clause.negated and bool(simple_future(clause))
    for complement in clause.after:
        if near and complement.dep == "xcomp" and complement.start == clause.verb.i + 1:
            tokens = without_asides(ctx, complement.tokens[1:]) if len(complement.tokens) > 1 else ()
            if tokens is None or points_back(ctx, clause, tokens):
                return None
            kept.append(ctx.span(tokens))
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
        gap = ctx.analysis.tokens[complement.start - 1]
        if gap.text == "," or complement.tokens[0].text == ",":
            break
        if not adjoining(ctx, last, complement.start):
            return None
        if complement.dep == "conj" and kept:
            break
        if (
            kept
            and complement.tokens[0].text.lower().endswith("ant")
            and complement.dep in {"parataxis", "advcl", "acl"}
        ):
            break  # « …, affirmant : »
        if complement.dep in {"conj", "parataxis", "cc", "ccomp"}:
            return None
        if complement.dep == "advcl":
            if complement.tokens[0].text.lower() not in {"pour", "afin", "sans", "en"} or len(complement.tokens) > 14:
                return None
        elif complement.dep not in KEPT:
            return None
        tokens = without_asides(ctx, complement.tokens)
        if tokens is None or points_back(ctx, clause, tokens):
            if complement.dep in {"obl:mod", "advcl"}:
                break
            return None
        if words + len(tokens) > LONGEST and complement.dep in {"obl:mod", "advcl", "obl:arg"} and words > 3:
            break
        kept.append(ctx.span(tokens))
        words += len(tokens)
        last = complement.tokens[-1].i
        if len(tokens) < len(complement.tokens):
            break
    if not kept and not clause.passive:
        return None
    return kept


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
        or any(t.dep == "conj" and t.pos in {"VERB", "AUX"} for t in tokens)
    ):
        return None
    return ctx.span(tokens)


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


def points_back(ctx: Context, clause: Clause, tokens: tuple[Token, ...]) -> bool:
    """Whether a phrase needs something said before the sentence."""
    named = clause.subject_head.pos == "PROPN" or ctx.entity_at(clause.subject_head.start, clause.subject_head.end)
    for token in tokens:
        low = token.text.lower()
        if token.dep in {"nsubj", "nsubj:pass"} and ctx.head(token).dep in {"conj", "parataxis"}:
            return True  # another clause has slipped in
        if token.dep == "det" and low in DEMONSTRATIVES:
            return True
        if token.dep == "det" and low in POSSESSIVES and not named and clause.subject_head.pos != "NOUN":
            return True
        if token.pos == "PRON" and low in {
            "il",
            "elle",
            "ils",
            "elles",
            "lui",
            "leur",
            "eux",
            "celui-ci",
            "celle-ci",
            "cela",
            "ça",
            "y",
            "en",
            "le",
            "la",
            "les",
            "l'",
            "l’",
        }:
            return True
    return False


def dangling(text: str) -> bool:
    """Whether the text ends on a word that announces something, or lost half of a pair."""
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


__all__ = ["Complement", "KeyPoint", "keypoint"]
