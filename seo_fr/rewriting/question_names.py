"""Questions on what a name or a term stands for, answered by the article itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import elide, past_participle
from seo_fr.rewriting.asking import Fact
from seo_fr.rewriting.clauses import Clause, clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.naming import named_subject
from seo_fr.rewriting.predicates import joined
from seo_fr.rewriting.questions import Draft, settings
from seo_fr.rewriting.stretches import loose_words


def define(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« ETIP est une plateforme destinée à … » → « Qu’est-ce que ETIP ? », answered in other words."""
    clause = fact.clause
    if clause.copula is None or clause.tense != "present" or clause.negated or not fact.certain or fact.whose:
        return
    head = clause.subject_head
    entity = ctx.entity_at(head.start, head.end)
    named = entity is not None and entity.label != "PER"
    if not (named or sum(c.isupper() for c in fact.subject) > 1) or len(fact.subject.split()) > 5:
        return
    text = ctx.text[clause.copula.end : ctx.sentence(clause.sid).end].replace("'", "’").strip(" .")
    text = re.sub(r"\s*\([^()]*\)", "", text)
    if not re.match(r"une? ", text) or len(text.split()) > 26 or loose_words(text):
        return
    texts = [t for t in (relative(text),) if t != text]
    yield Draft("define", f"Qu’est-ce {elide('que', fact.subject)} ?", (*texts, text), 0.75)


def relative(text: str) -> str:
    """« une base destinée à former … » → « une base qui sert à former … »

    >>> relative("une base destinée à former les agents")
    'une base qui sert à former les agents'
    """
    for participle, (single, _) in settings()["relatives"].items():
        words = participle.split(" ", 1)
        stem = re.escape(words[0]) + ("" if words[0].endswith("ant") else "e?")
        tail = f" {re.escape(words[1])}" if len(words) > 1 else ""
        text, n = re.subn(rf"(?<=[^\W\d_]) {stem}{tail}\b", f" {single}", text, count=1)
        if n and single.startswith("qui") and f"et {single}" in text:
            text = text.replace(f"et {single}", f"et {single[4:]}")
    return text


def called(ctx: Context, sid: int) -> Iterator[Draft]:
    """« La limite entre deux plaques s’appelle « suture » » → « Comment s’appelle … ? »"""
    for clause in clauses(ctx, sid):
        if clause.verb.lemma.lower() not in {"appeler", "nommer"} or not clause.reflexive or clause.negated:
            continue
        subject = named_subject(ctx, clause)
        match = re.match(r"\s*(«[^«»]+»)", ctx.text[clause.verb.end : ctx.sentence(sid).end])
        if subject is None or match is None or len(subject.split()) < 3 or clause.tense != "present":
            continue
        name = match[1]
        verb = "portent" if clause.finite.number == "p" else "porte"
        yield Draft("name", f"Comment {clause_verb(clause)} {subject} ?", (f"{subject} {verb} le nom de {name}",), 0.7)


def clause_verb(clause: Clause) -> str:
    """« s’appelle »."""
    return joined(list(clause.group)).replace("'", "’")


def introduced(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« Meta a publié Llama 2, un modèle ouvert » → « Qu’est-ce que Llama 2 ? »"""
    clause = fact.clause
    lemma = clause.verb.lemma.lower()
    makes = lemma in settings()["creations"] or lemma in {"fournir", "proposer", "commercialiser", "présenter"}
    if not makes or clause.passive or clause.negated or not fact.certain or fact.whose:
        return
    text = ctx.text[clause.verb.end : ctx.sentence(clause.sid).end].replace("'", "’")
    match = re.match(
        r"\s*(?P<name>[^\W_][\w-]*(?: [A-Z0-9][\w-]*)*), (?:qui est )?"
        r"(?P<what>(?P<a>une?) [^,;:.()]+(?:\.\w+[^,;:.()]*)?)\.?$",
        text,
    )
    if match is None or loose_words(match["what"]):
        return
    name = match["name"]
    if name[0].islower() and not any(f" {name} " in f" {s.text} " and s.id != clause.sid for s in ctx.sentences):
        return
    participle = past_participle(lemma, gender="f" if match["a"] == "une" else "m")
    what = relative(match["what"])
    head, _, more = what.partition(" qui ")
    made = f"{head}{',' if len(head.split()) > 6 else ''} {participle} par {fact.subject}" + (
        f", qui {more}" if more else ""
    )
    yield Draft("define", f"Qu’est-ce {elide('que', name)} ?", (f"{name} est {made}", made), 0.75)


SAID_RE = re.compile(
    r"\b(?P<a>une?) «?\s*(?P<term>[^\W\d_]+(?: [^\W\d_]+)?)\s*»?,? c’est-à-dire "
    r"(?P<what>(?:une?|le|la|les|l’)\s?[^;:.()]+)\.?$"
)


def that_is(ctx: Context, sid: int) -> Iterator[Draft]:
    """« une obduction, c’est-à-dire le chevauchement de X » → « Qu’est-ce qu’une obduction ? »"""
    match = SAID_RE.search(ctx.sentence(sid).text.replace("'", "’").strip())
    if match is None or loose_words(match["what"]) or "," in match["what"] or ctx.attributions(sid):
        return
    term = f"{match['a']} {match['term']}"
    yield Draft(
        "define",
        f"Qu’est-ce {elide('que', term)} ?",
        (f"{term} est {match['what']}", f"Le terme désigne {match['what']}"),
        0.7,
    )


BORN_RE = re.compile(
    r"\b(?:est )?née? le (?P<day>\d{1,2}(?:er)? [^\W\d_]+ \d{4})(?: (?P<place>à [A-Z][\w-]+|dans [^,;.]+))?"
)


def born(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X est un footballeur né le 20 décembre 1998 à Paris » → « Quand est né X ? »"""
    match = BORN_RE.search(ctx.sentence(sid).text)
    if match is None or ctx.attributions(sid) or ctx.scopes(sid):
        return
    people = [e for m in ctx.mentions(sid) if (e := ctx.analysis.entities[m.entity]).label == "PER"]
    names = list(dict.fromkeys(e.name for e in people))
    if len(names) != 1:
        return
    town = re.search(r"(?:à|de) ([A-Z][\w-]+)$", match["place"] or "")
    where = f" à {town[1]}" if town else ""
    word = "née" if "née le" in match[0] else "né"
    yield Draft(
        "when",
        f"Quand est {word} {names[0]} ?",
        (f"{names[0]} est {word}{where} le {match['day']}", f"Le {match['day']}{where}"),
        0.7,
    )


NAMES = (define, introduced)
SENTENCE_NAMES = (called, that_is, born)
