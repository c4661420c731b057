"""Stands taken without « que »: « X a réfuté l’idée d’un prêt », « la gauche dénonce… »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seo_fr.french.conjugation import conjugate, known_verb
from seo_fr.model import Entity, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import Clause, Complement, clause_of, tense_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.cuts import cuts
from seo_fr.rewriting.detached import STOPS, told
from seo_fr.rewriting.places import lemma_of, named
from seo_fr.rewriting.speakers import titled
from seo_fr.rewriting.speaking import LEXICON, LONGEST, QUOTES, Claim, speaker_number


def acts(ctx: Context) -> Iterator[Claim]:
    """« X a réfuté l’idée d’un prêt », « la gauche dénonce… »: a stand taken, without « que »."""
    table: dict[str, str] = load_toml(LEXICON)["acts"]
    for token in ctx.analysis.tokens:
        if token.pos != "VERB" or ctx.source_kind(token.sentence) != "paragraph":
            continue
        clause = clause_of(ctx, token) or joined_clause(ctx, token)
        if clause is None or clause.negated or clause.passive or clause.modal:
            continue
        lemma = lemma_of(token)
        if clause.reflexive:
            lemma = f"s'{lemma}" if lemma[0] in "aeéèiouh" else f"se {lemma}"
        preposition = table.get(lemma)
        if preposition is None or clause.tense not in {"present", "past", "imperfect"}:
            continue
        if any(s.start <= token.start < s.end and s.kind != "modal" for s in ctx.scopes(token.sentence)):
            continue
        if any(q.start <= token.start < q.end for q in ctx.quotations(token.sentence)) or conditioned(ctx, token):
            continue
        if any(a.start <= token.start < a.end for a in ctx.attributions(token.sentence)):
            continue
        who = entity_of(ctx, clause)
        about = as_for(ctx, clause)
        person = who is not None and who.label == "PER"
        name = about or (titled(ctx, who) if who is not None and person else named(ctx, clause, lone=True))
        if not name or not (who is not None or speaks(name)):
            continue
        number = speaker_number(name)
        form = conjugate(lemma, "present", number=number)
        if form is None:
            continue
        texts = tuple(f"{form} {text}" for text in borne_on(ctx, clause, preposition))
        if texts:
            yield Claim(name, who.id if who is not None else -1, texts, token.sentence, token.start)


def joined_clause(ctx: Context, verb: Token) -> Clause | None:
    """« salue la reprise mais demande des garanties »: the second verb, with the subject of the first."""
    first = ctx.head(verb)
    if verb.dep != "conj" or verb.morph.get("VerbForm") != "Fin" or first.i > verb.i or first.dep != "ROOT":
        return None
    clause = clause_of(ctx, first)
    kids = ctx.children(verb)
    if clause is None or clause.passive or any(k.text.lower() in {"ne", "n'", "n’"} or k.pos == "PRON" for k in kids):
        return None
    complements = tuple(Complement(k.dep, ctx.subtree(k)) for k in kids if k.dep not in {"punct", "cc", "mark"})
    return replace(
        clause,
        verb=verb,
        copula=None,
        group=(verb,),
        finite=verb,
        complements=tuple(sorted(complements, key=lambda c: c.start)),
        tense=tense_of(verb, (), verb),
        negated=False,
        modal=False,
        reflexive=False,
    )


def conditioned(ctx: Context, verb: Token) -> bool:
    """Whether the clause hangs on « si », « quand », « pour que »; « tandis que » leaves it affirmed."""
    marks = [c.text.lower() for c in ctx.children(verb) if c.dep == "mark"]
    if not marks:
        return False
    first = ctx.subtree(verb)[0]
    opening = ctx.text[first.start : first.start + 12].lower()
    return not opening.startswith(("tandis que", "alors que"))


def entity_of(ctx: Context, clause: Clause) -> Entity | None:
    """The one person named in the subject, or the body that it is."""
    first, last = clause.subject[0].start, clause.subject[-1].end
    found = {m.entity for m in ctx.mentions(clause.sid) if first <= m.start and m.end <= last}
    people = [e for e in sorted(found) if ctx.analysis.entities[e].label == "PER"]
    if len(people) == 1:
        return ctx.analysis.entities[people[0]]
    entity = ctx.entity_at(clause.subject_head.start, clause.subject_head.end)
    return entity if entity is not None and entity.label == "ORG" and not people else None


def as_for(ctx: Context, clause: Clause) -> str:
    """« Quant au préfet, il apprécie »: « le préfet »; "" elsewhere."""
    text = ctx.sentence(clause.sid).text
    match = re.match(r"Quant (?:(au|aux|à la|à l['’]|à) ?)([^,]{3,40}), (?:il|elle|ils|elles) ", text)
    if match is None or clause.subject[0].text.lower() not in {"il", "elle", "ils", "elles"}:
        return ""
    if clause.subject[0].start - ctx.sentence(clause.sid).start > match.end():
        return ""
    article = {"au": "le ", "aux": "les ", "à la": "la ", "à l'": "l’", "à l’": "l’", "à": ""}[match[1]]
    return article + match[2]


def speaks(name: str) -> bool:
    """Whether a subject is somebody, or a body that speaks."""
    words = re.findall(r"[\w-]+", name.lower())
    return any(word in load_toml(LEXICON)["speakers"]["nouns"] for word in words[:3])


def borne_on(ctx: Context, clause: Clause, preposition: str) -> Iterator[str]:
    """What the stand bears on: the object, or the complement with its preposition, then shorter cuts of it."""
    wanted = {"de": {"de", "d'", "d’", "du", "des"}, "à": {"à", "au", "aux"}}.get(preposition, {preposition})
    part = None
    for complement in clause.after:
        first = complement.tokens[0].text.lower()
        infinitive = complement.dep == "xcomp" and first in {"de", "d'", "d’"}
        if (first in wanted) if preposition else (complement.dep == "obj" or infinitive):
            part = complement
        if part is not None:
            break
    if part is None:
        return
    between = ctx.analysis.tokens[clause.verb.i + 1 : part.start]
    if any(t.pos not in {"ADV", "PRON"} for t in between):
        return
    rest = [t for t in ctx.tokens(clause.sid) if t.i >= part.start]
    stop = next((k for k, t in enumerate(rest) if ends_object(ctx, t)), len(rest))
    group = rest[:stop]
    if stop < len(rest) and rest[stop].text.lower() in {"dont", "qui", "que", "qu'", "qu’", "où"}:
        return  # what a relative restricts is not told without it
    for end in cuts(ctx, group, part.start, acting=part.dep == "obj") if group else ():
        whole = [t for t in group if t.i < end]
        for kept in (whole, plainer(ctx, whole)):
            text = told(ctx, kept, own=True) if kept else ""
            if text and 2 <= len(text.split()) <= LONGEST and kept[-1].i >= part_head(part.tokens, clause).i:
                yield text


def plainer(ctx: Context, tokens: Sequence[Token]) -> list[Token]:
    """« une nouvelle particule subatomique » → « une nouvelle particule »: without the adjective that ends it."""
    if len(tokens) < 4 or tokens[-1].pos != "ADJ" or tokens[-2].pos != "NOUN":
        return []
    articles = {c.text.lower() for c in ctx.children(tokens[-2]) if c.dep == "det"}
    return list(tokens[:-1]) if articles & {"un", "une"} else []


def ends_object(ctx: Context, token: Token) -> bool:
    """Whether a word ends what a stand bears on: a mark but a quotation's, a relative, a participle of saying."""
    low = token.text.lower()
    if (token.text in STOPS and token.text not in QUOTES) or low in {"qui", "que", "dont", "et", "mais"}:
        return True
    before = ctx.analysis.tokens[token.i - 1]
    return low.endswith("ant") and known_verb(f"{low[:-3]}er") and before.pos not in {"DET", "ADJ", "ADP"}


def part_head(tokens: Sequence[Token], clause: Clause) -> Token:
    """The word by which a complement depends on the verb."""
    return next((t for t in tokens if t.head == clause.verb.i), tokens[-1])
