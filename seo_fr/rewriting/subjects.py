"""How the subject of a clause is named when the clause is told on its own."""

from __future__ import annotations

import re
from collections import Counter

from seo_fr.model import Gender, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import PRONOUNS, RELATIVES, Clause, contiguous
from seo_fr.rewriting.context import Context

APOSTROPHES = ("'", "’")
DEMONSTRATIVES = frozenset({"ce", "cet", "cette", "ces"})
POSSESSIVES = frozenset({"son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "votre", "vos"})


def subject_text(ctx: Context, clause: Clause, *, in_context: bool = False) -> str | None:
    """The subject as it can be named out of context; None for pronouns and for what points back.

    *in_context*: what is shown stands right above its section, so that « l’entreprise » is clear.
    """
    head = clause.subject_head
    named = ctx.entity_at(head.start, head.end)
    if head.pos == "PRON" or head.text.lower() in PRONOUNS:
        return None
    if clause.subject[0].pos in {"CCONJ", "ADP"} or disagrees(clause):
        return None  # « et la voiture », « pendant l’été les lecteurs »: no subject alone
    counted = head.pos == "NUM" and any(c.dep == "nmod" and c.i > head.i for c in ctx.children(head))
    if head.pos not in {"NOUN", "PROPN"} and named is None and not counted:  # « Cinq des victimes »
        return None
    before = ctx.analysis.tokens[clause.subject[0].i - 1] if clause.subject[0].i else None
    joined = before is not None and before.sentence == clause.sid and before.text.lower() in {"et", "ou", "ni"}
    if joined and clause.finite.morph.get("Number") != "Sing" and not opens_again(ctx, clause):
        return None  # half of « A et B »
    if clause.subject[0].text.lower() in {"quel", "quelle", "quels", "quelles", "aucun", "aucune"}:
        return None
    shown = clause.finite.morph.get("Number", "")
    joint = any(t.dep == "conj" for t in ctx.children(head))
    if shown == "Plur" and head.pos == "PROPN" and not joint and not head.text.lower().startswith("les"):
        return None  # the parser lost the other half of « A et B »
    dets = {t.text.lower() for t in ctx.children(head) if t.dep == "det"}
    if dets & (DEMONSTRATIVES | POSSESSIVES) or clause.subject[0].text.lower() in RELATIVES:
        return None
    if any(t.text.lower() in {"tel", "telle", "tels", "telles"} for t in clause.subject):
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
        and not all(clear(ctx, t) for t in (head, *(c for c in ctx.children(head) if c.dep == "conj")))
    ):
        # « le lanceur »: which one?
        longer = fuller(ctx, head) if len(tokens) == 2 else ""
        return f"{tokens[0].text}{' ' if tokens[0].text[-1] not in APOSTROPHES else ''}{longer}" if longer else None
    return ctx.span(tokens)


COLLECTIVE_RE = re.compile(
    r"^(?:une? \w+aine|la (?:plupart|majorité|moitié)|le (?:tiers|quart)|un (?:tiers|quart)|\w* ?nombre)\b", re.I
)


def disagrees(clause: Clause) -> bool:
    """Whether a noun with its article is not of the number of its verb: the verb is another's.

    « La plupart », « une dizaine de » may take the plural; so may « A et B ».
    """
    first = clause.subject[0]
    shown = clause.finite.morph.get("Number", "")
    sure = (shown == "Plur") == clause.finite.text.lower().endswith("nt")  # form and parser tell the same
    if first.pos != "DET" or not shown or not sure or clause.copula is not None:
        return False
    words = " ".join(t.text for t in clause.subject[:4])
    joint = any(t.dep in {"conj", "cc"} or t.text == "et" for t in clause.subject)
    if joint or COLLECTIVE_RE.match(words):
        return False
    single = first.text.lower() in {"le", "la", "l'", "l’", "un", "une", "ce", "cet", "cette"}
    many = first.text.lower() in {"les", "des", "ces"}
    return (single and shown == "Plur") or (many and shown == "Sing")


def opens_again(ctx: Context, clause: Clause) -> bool:
    """Whether « , et » opens a clause after another with its own verb: what precedes is no half of the subject."""
    first = clause.subject[0].i
    comma = ctx.analysis.tokens[first - 2] if first > 1 else None
    told = any(
        t.i < first and t.morph.get("VerbForm") == "Fin" and t.pos in {"VERB", "AUX"} for t in ctx.tokens(clause.sid)
    )
    return comma is not None and comma.text == "," and comma.sentence == clause.sid and told


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
    """The body that « l’entreprise », « le groupe » stands for; "" when that is not certain.

    It is the last body to be a subject, and the article names it more than any other.
    """
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
        entity = ctx.entity_at(token.start, token.end) if token.dep in {"nsubj", "nsubj:pass"} else None
        if entity is not None and entity.label == "ORG" and not entity.medium:
            return entity.name if entity.id == main else ""
    return ""


OPENING = 2
"""Sentences of the source that a reader has seen in the chapô before anything is told again."""


def clear(ctx: Context, head: Token) -> bool:
    """Whether a definite noun says by itself which one it is.

    It has a complement, is one of a kind (« le gouvernement »), names a whole class of people (« les médecins »), or is
    what the article speaks of from its first sentences.
    """
    lemma = head.lemma.lower()
    if not alone(ctx, head) or lemma in load_toml("rewriting/keypoint.toml")["one_of_a_kind"]:
        return True
    if head.sentence == 0:
        return True  # the source itself opens on it
    same = same_noun(ctx, head)
    return any(t.sentence < OPENING for t in same) and len(kinds(ctx, same)) <= 1


def same_noun(ctx: Context, head: Token) -> list[Token]:
    """Earlier tokens with the same noun in the same number."""
    lemma, form = head.lemma.lower(), head.text.lower()
    return [
        t
        for t in ctx.analysis.tokens[: head.i]
        if t.pos == "NOUN" and t.lemma.lower() == lemma and t.text.lower() == form and t.sentence < head.sentence
    ]


def kinds(ctx: Context, nouns: list[Token]) -> set[str]:
    """The complements that tell one such thing from another."""
    return {
        " ".join(c.text.lower() for c in ctx.subtree(k))
        for t in nouns
        for k in ctx.children(t)
        if k.dep in {"nmod", "amod", "appos", "flat:name"} and k.i > t.i
    }


def fuller(ctx: Context, head: Token) -> str:
    """« La capsule » → « la capsule Dragon », when that is the only capsule told of so far; "" otherwise."""
    same = same_noun(ctx, head)
    found = kinds(ctx, same)
    if len(found) != 1:
        return ""
    noun = next(t for t in same if kinds(ctx, [t]))
    kid = next(k for k in ctx.children(noun) if k.dep in {"nmod", "amod", "appos", "flat:name"} and k.i > noun.i)
    extent = ctx.subtree(kid)
    if (
        extent[0].i != noun.i + 1
        or len(extent) > 4
        or not contiguous(extent)
        or kid.pos not in {"PROPN", "NOUN", "ADJ"}
    ):
        return ""
    if any(t.dep == "det" and t.text.lower() in DEMONSTRATIVES | POSSESSIVES for t in extent) or "(" in ctx.span(
        extent
    ):
        return ""
    return ctx.text[noun.start : extent[-1].end]


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
            if token.text == "," and any(t.dep == "cc" and member(ctx, ctx.head(t), token.i) for t in after):
                return tokens if enumerated(tokens) else None  # « A, B et C » is kept whole or not at all
            first = after[0]
            if token.text == "," and re.match(r"\d+ ans\b", ctx.span(after)):
                return tokens[:k]  # somebody's age
            head = ctx.head(first)
            kinds = {t.dep for t in after if t.head < tokens[k].i} - {"punct"}
            if (
                token.text == "("
                or kinds <= {"appos", "acl:relcl", "acl", "advcl"}
                or (
                    after[-1].text == ","
                    and first.pos in {"ADJ", "VERB"}
                    and kinds <= {"appos", "acl:relcl", "acl", "advcl", "amod"}
                )
                or head.dep in {"appos", "acl:relcl"}
            ):
                return tokens[:k]
            return tokens if token.text == "," and "conj" in kinds else None
    return tokens


def member(ctx: Context, token: Token, before: int) -> bool:
    """Whether a word is joined, directly or by others, to one that stands before some rank."""
    while token.dep == "conj" and token.i > before:
        token = ctx.head(token)
    return token.i < before


def enumerated(tokens: tuple[Token, ...]) -> bool:
    """Whether a phrase with commas is « A, B et C »: members of one kind, no clause and no aside among them."""
    commas = sum(t.text == "," for t in tokens)
    members = [t for t in tokens if t.dep == "conj"]
    clean = not any(t.text in "();:«»" or t.dep in {"appos", "acl:relcl", "advcl", "parataxis"} for t in tokens)
    return clean and commas < len(members) <= commas + 1 and all(t.pos in {"NOUN", "PROPN"} for t in members)


def role_of(ctx: Context, clause: Clause, subject: str) -> str:
    """The role that another sentence gives to the person or body that is the subject; "" when there is none."""
    entity = ctx.entity_at(clause.subject_head.start, clause.subject_head.end)
    if entity is None or subject != entity.name or entity.label not in {"PER", "ORG"}:
        return ""
    for role in ctx.analysis.roles:
        if role.entity == entity.id and role.sentence != clause.sid and len(role.text.split()) <= 6:
            return role.text[:1].lower() + role.text[1:] if role.text[1:2].islower() else role.text
    return ""


def gender_of(ctx: Context, noun: Token) -> Gender:
    """Gender of a noun, where its determiner shows it."""
    for det in (t for t in ctx.children(noun) if t.dep == "det"):
        shown: dict[str, Gender] = {"le": "m", "un": "m", "ce": "m", "cet": "m", "la": "f", "une": "f", "cette": "f"}
        if gender := shown.get(det.text.lower(), ""):
            return gender
    return ""


def points_back(ctx: Context, clause: Clause, tokens: tuple[Token, ...]) -> bool:
    """Whether a phrase needs something said before the sentence."""
    named = clause.subject_head.pos == "PROPN" or ctx.entity_at(clause.subject_head.start, clause.subject_head.end)
    for token in tokens:
        low = token.text.lower()
        if token.dep in {"nsubj", "nsubj:pass"} and ctx.head(token).dep in {"conj", "parataxis"}:
            return True  # another clause has slipped in
        if (token.dep == "det" and low in DEMONSTRATIVES) or low in {"tel", "telle", "tels", "telles"}:
            return True
        if token.dep == "det" and low in POSSESSIVES and not named and clause.subject_head.pos not in {"NOUN", "PRON"}:
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
