"""How a subject, or any phrase, is named in a question: nothing in it points to what the reader no longer sees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from seo_fr.french import a, de, le, noun_gender, past_participle
from seo_fr.model import Gender, Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import PRONOUNS, Clause, clauses, contiguous
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.predicates import plural
from seo_fr.rewriting.subjects import (
    DEMONSTRATIVES,
    POSSESSIVES,
    clear,
    fuller,
    gender_of,
    subject_text,
    without_asides,
)

CLITICS = frozenset(
    {"il", "elle", "ils", "elles", "lui", "eux", "leur", "y", "en", "l'", "l’", "le", "la", "les", "cela"}
)


def named_subject(ctx: Context, clause: Clause) -> str | None:
    """The subject as a question can name it, in lower case at its article; None when it cannot be named."""
    named = joint(ctx, clause) or subject_text(ctx, clause) or known(ctx, clause)
    if named is None:
        first = clause.subject[0]
        if clause.subject_head.text.lower() in PRONOUNS or first.text.lower() not in DEMONSTRATIVES:
            return None
        tokens = without_asides(ctx, clause.subject)
        return phrase(ctx, tokens) if tokens else None
    if (
        named in {e.name for e in ctx.analysis.entities}
        or clause.subject_head.pos == "PRON"
        or named == joint(ctx, clause)
    ):
        return named
    if named.lower() == ctx.span(clause.subject[: len(named.split()) + 6]).lower()[: len(named)]:
        tokens = without_asides(ctx, clause.subject)
        return phrase(ctx, tokens) if tokens else None
    return lowered(clause.subject[0], named)


def known(ctx: Context, clause: Clause) -> str | None:
    """« La capsule », at the end of an article that tells of one capsule only; a name in capitals that has no label."""
    head = clause.subject_head
    if len(clause.subject) == 1 and sum(c.isupper() for c in head.text) > 1:
        return head.text
    if (name := defined(ctx, clause) or followed(ctx, clause)) is not None:
        return name
    if head.pos == "PROPN" and (entity := ctx.entity_at(head.start, head.end)) is not None:
        # « …, et Anna Weber a ouvert un atelier »: a verb in the singular has no other half of a subject
        mention = next((m for m in ctx.mentions(clause.sid) if m.start <= head.start < m.end), None)
        alone = mention is not None and ctx.span(clause.subject) == mention.text
        return entity.name if alone and clause.finite.number == "s" and entity.label in {"PER", "ORG"} else None
    if head.pos != "NOUN" or head.lemma.lower() in load_toml("rewriting/questions.toml")["vague"]:
        return None
    if several(ctx, head):
        return None
    return subject_text(ctx, clause, in_context=True)


def several(ctx: Context, head: Token) -> bool:
    """Whether the article tells of two such things: « un camion » twice, « l’autre camion », two « ministre de »."""
    same = [t for t in ctx.analysis.tokens if t.pos == "NOUN" and t.lemma == head.lemma]
    introduced = sum(any(k.text.lower() in {"un", "une"} for k in ctx.children(t)) for t in same)
    others = any(
        k.text.lower() in {"autre", "autres", "second", "seconde", "deuxième"} for t in same for k in ctx.children(t)
    )
    of = {
        ctx.span(ctx.subtree(k)).lower()
        for t in same
        for k in ctx.children(t)
        if k.dep == "nmod" and k.i > t.i and any(c.lemma == "de" for c in ctx.children(k))
    }
    return introduced > 1 or others or len(of) > 1


def followed(ctx: Context, clause: Clause) -> str | None:
    """The name that « il » or « elle » takes up from the sentences just before, when nobody else could be meant.

    The pronoun opens its sentence; the subject of each sentence before, back to the name, is that pronoun again; and
    no other person, for a person, is named in between.
    """
    head = clause.subject_head
    low = head.text.lower()
    if low not in {"il", "elle"} or head.start != ctx.sentence(clause.sid).start:
        return None
    block = ctx.sentence(clause.sid).block
    for sid in range(clause.sid - 1, max(-1, clause.sid - 4), -1):
        root = ctx.root(sid)
        subject = next((k for k in ctx.children(root) if k.dep in {"nsubj", "nsubj:pass"}), None) if root else None
        if subject is None or ctx.sentence(sid).block != block:
            return None
        if subject.text.lower() == low and subject.start == ctx.sentence(sid).start:
            continue
        entity = ctx.entity_at(subject.start, subject.end)
        if entity is None and sid == clause.sid - 1:
            return parallel(ctx, clause, sid)
        if entity is None or subject.pos == "PRON" or (entity.gender and (entity.gender == "f") != (low == "elle")):
            return None
        others = {m.entity for s in range(sid, clause.sid) for m in ctx.mentions(s)} - {entity.id}
        if entity.label == "PER" and any(ctx.analysis.entities[e].label == "PER" for e in others):
            return None
        if entity.label == "PER" and not entity.gender:
            return None
        counts = Counter(m.entity for m in ctx.analysis.mentions)
        return entity.name if counts[entity.id] == max(counts.values()) else None
    return None


SHORT_SENTENCE = 14


def parallel(ctx: Context, clause: Clause, sid: int) -> str | None:
    """The common noun that « elle » takes up: subject of the short sentence just before, alike in gender."""
    found = clauses(ctx, sid)
    if len(found) != 1 or len(ctx.sentence(sid).text.split()) > SHORT_SENTENCE:
        return None
    before = found[0]
    wanted = "f" if clause.subject_head.text.lower() == "elle" else "m"
    if before.subject[0].text.lower() not in {"le", "la"} or gender_of(ctx, before.subject_head) != wanted:
        return None
    found_ = subject_text(ctx, before) or known(ctx, before)
    return None if found_ is None else lowered(before.subject[0], found_)


def defined(ctx: Context, clause: Clause) -> str | None:
    """« Cette île » → « Belle-Île », when the article has said that Belle-Île is an island."""
    head = clause.subject_head
    if clause.subject[0].text.lower() not in DEMONSTRATIVES or head.pos != "NOUN":
        return None
    for token in ctx.analysis.tokens[: clause.subject[0].i]:
        if token.lemma != head.lemma or not any(k.dep == "cop" for k in ctx.children(token)):
            continue
        subject = next((k for k in ctx.children(token) if k.dep == "nsubj"), None)
        entity = ctx.entity_at(subject.start, subject.end) if subject is not None else None
        if entity is not None and entity.label != "PER":
            return entity.name
    return None


def joint(ctx: Context, clause: Clause) -> str | None:
    """« Le programme EIG et Latitudes » with a plural verb, of which the parser kept the second half only."""
    first = clause.subject[0]
    named = ctx.entity_at(clause.subject_head.start, clause.subject_head.end) is not None
    if not plural(clause) or not (named or clause.subject_head.pos == "PROPN") or first.i < 2 or first.pos == "DET":
        return None
    tokens = ctx.analysis.tokens
    if tokens[first.i - 1].text.lower() != "et" or tokens[first.i - 1].sentence != clause.sid:
        return None
    start = first.i - 2
    while start > 0 and first.i - start < 8 and tokens[start - 1].sentence == clause.sid and tokens[start].pos != "DET":
        if tokens[start - 1].pos in {"VERB", "AUX", "PUNCT"}:
            break
        start -= 1
    if tokens[start].pos not in {"DET", "PROPN"}:
        return None
    return lowered(tokens[start], ctx.span((*tokens[start : first.i], *clause.subject)))


def lowered(first: Token, text: str) -> str:
    """A phrase without the capital that only the start of its sentence gave it."""
    if re.match(r"(?:MM?|Mmes?|Mlles?|Dr|Me)\.? ", text):
        return text
    if first.pos in {"DET", "ADP", "ADV", "NUM"} or (first.pos in {"NOUN", "ADJ"} and not first.ent):
        return text[:1].lower() + text[1:]
    return text


def phrase(ctx: Context, tokens: Sequence[Token], *, possessives: bool = False) -> str | None:
    """A stretch of the source without pronouns; « ce N » becomes « le N » where one N alone can be meant.

    None when something in it points elsewhere. *possessives*: what they stand for is named beside.
    """
    if not tokens or not contiguous(tuple(tokens)):
        return None
    out = ""
    skip = -1
    for k, token in enumerate(tokens):
        low = token.text.lower()
        if token.i <= skip:
            continue
        if token.pos == "PRON" and low in CLITICS:
            return None
        if low in POSSESSIVES and token.pos == "DET" and not possessives:
            return None
        gap = " " if k and tokens[k - 1].end < token.start else ""
        if low in DEMONSTRATIVES and token.pos in {"DET", "PRON", "ADJ"}:
            head = ctx.head(token)
            noun = definite(ctx, token, head)
            if noun is None:
                return None
            words = out.rsplit(" ", 1)
            last = words[-1].lower()
            if last in {"de", "à"}:
                joined_ = de(noun) if last == "de" else a(noun)
                out = f"{words[0]} {joined_}" if len(words) > 1 else joined_
            else:
                out = f"{out}{gap}{noun}"
            skip = head.i
            continue
        out = f"{out}{gap}{token.text}"
    return lowered(tokens[0], out) if tokens[0].text.lower() not in DEMONSTRATIVES else out


def definite(ctx: Context, det: Token, head: Token) -> str | None:
    """« cette chute » → « la chute », « ces postes » → « les postes »; None where the noun is not that clear."""
    if head.pos != "NOUN" or head.i <= det.i or head.i - det.i > 2:
        return None
    between = ctx.text[det.end : head.start]
    if head.i - det.i == 2 and ctx.analysis.tokens[det.i + 1].pos not in {"ADJ", "NUM"}:
        return None
    longer = fuller(ctx, head)
    if not longer and not seen(ctx, head):
        return None
    number: Number = "p" if det.text.lower() == "ces" else "s"
    known: dict[str, Gender] = {"ce": "m", "cet": "m", "cette": "f", "ces": ""}
    alone_ = not any(k.dep in {"nmod", "amod", "acl"} for k in ctx.children(head) if k.i > head.i)
    noun = between.strip() + (" " if between.strip() else "") + (longer if longer and alone_ else head.text)
    return le(noun, known[det.text.lower()], number)


def seen(ctx: Context, head: Token) -> bool:
    """Whether the article has told of such a thing at its start, or just before."""
    form = head.text.lower()
    before = {t.sentence for t in ctx.analysis.tokens[: head.i] if t.text.lower() == form and t.pos == "NOUN"}
    return head.sentence - 1 in before or (clear(ctx, head) and bool(before & {0, 1} - {head.sentence}))


def gender(ctx: Context, clause: Clause, shown: str) -> Gender:
    """Gender of the subject as shown, for a pronoun; "" where neither article, agreement nor lexicon tells."""
    entity = next((e for e in ctx.analysis.entities if e.name == shown), None)
    head = clause.subject_head
    if head.text.lower() in {"il", "elle", "ils", "elles"} and (entity is None or entity.label != "PER"):
        return "f" if head.text.lower().startswith("elle") else "m"
    if entity is not None:
        return entity.gender if entity.label == "PER" else ""
    if head.text.lower() not in shown.lower():
        return ""
    if shown == joint(ctx, clause):
        return "m" if re.match(r"le ", shown) or " et le " in shown else ""
    heads = [head, *(k for k in ctx.children(head) if k.dep == "conj")]
    found = [noun_gender_of(ctx, t) for t in heads]
    if "m" in found:
        return "m"
    agreed = agreement(clause)
    if agreed:
        return agreed
    return "f" if all(g == "f" for g in found) else ""


def noun_gender_of(ctx: Context, noun: Token) -> Gender:
    """Gender of a noun by its article, then by our lexicon."""
    if noun.pos == "PROPN":
        return gender_of(ctx, noun)
    return gender_of(ctx, noun) or noun_gender(noun.lemma.lower())


def agreement(clause: Clause) -> Gender:
    """The gender that a participle after « être » shows."""
    participle = clause.verb
    if not (clause.passive or clause.reflexive or any(t.lemma == "être" for t in clause.group)):
        return ""
    number: Number = "p" if plural(clause) else "s"
    text, lemma = participle.text.lower(), participle.lemma.lower()
    feminine = past_participle(lemma, gender="f", number=number)
    masculine = past_participle(lemma, gender="m", number=number)
    if feminine == masculine:
        return ""
    return "f" if text == feminine else "m" if text == masculine else ""
