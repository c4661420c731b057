"""How a fact told as a heading names its subject: in full, by the name of the body, by the person a life is told of."""

from __future__ import annotations

import re

from seo_fr.resources import load_toml
from seo_fr.rewriting.antecedents import antecedent, definite, impersonal, narrator
from seo_fr.rewriting.clauses import Clause
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.headline_complements import ARTICLES, named_again, taken_up
from seo_fr.rewriting.subjects import points_back, subject_text, without_asides

LONGEST_SUBJECT = 46
NEAR = 3
"""Sentences above in which a thing that is called again was named."""
LONGEST_AGAIN = 4
LEXICON = "rewriting/headline.toml"
"""Characters."""
LABELS_RE = re.compile(
    r"\b(?i:la compagnie|le constructeur|la société|le groupe|l['’]entreprise|l['’]association|la start-up|le site|"
    r"le quotidien|la marque|l['’]éditeur|le club|la banque)\s+(?=[A-Z][\w-]+)"
)
"""What may go before a name, where the name alone is enough."""


def named_subject(ctx: Context, clause: Clause) -> tuple[str, tuple[int, ...]] | None:
    """The subject as it can be named alone, with the sentences that tell it; None where it cannot."""
    low = clause.subject_head.text.lower().rstrip("'’")
    if low in {"je", "j", "nous"}:
        return narrator(ctx, clause) if clause.verb.dep in {"ROOT", "conj"} else None
    if low in {"il", "elle", "ils", "elles"}:
        found = antecedent(ctx, clause) or of_a_life(ctx, clause)
        return found if found is not None and (in_title(ctx, found[0]) or just_named(ctx, clause, found[0])) else None
    if any(t.text.lower() in {"moi", "toi"} for t in clause.subject):
        return None  # « Anne et moi profitons »
    if (taken_up := definite(ctx, clause)) is not None:
        return taken_up, (clause.sid,)
    if again := called_again(ctx, clause):
        return again, (clause.sid,)
    subject = subject_text(ctx, clause, in_context=True)
    if subject is None or points_back(ctx, clause, without_asides(ctx, clause.subject) or clause.subject):
        return None
    subject = called(ctx, clause, LABELS_RE.sub("", subject))
    entity = ctx.entity_at(clause.subject_head.start, clause.subject_head.end)
    subject = in_two_names(ctx, entity.name if entity is not None and entity.label == "PER" else "", subject)
    if len(subject) > LONGEST_SUBJECT:
        return None
    return subject, (clause.sid,)


def shorter_name(ctx: Context, clause: Clause, subject: str) -> str:
    """A person as the sentence itself calls them, for want of room."""
    head = clause.subject_head
    mention = next((m for m in ctx.mentions(clause.sid) if m.start <= head.start < m.end), None)
    return mention.text if mention is not None and subject.endswith(mention.text) else subject


def called_again(ctx: Context, clause: Clause) -> str:
    """« Cette planète » as « la planète », where a sentence not far above speaks of one; "" elsewhere."""
    first, head = clause.subject[0], clause.subject_head
    if first.text.lower() not in ARTICLES or head.pos != "NOUN" or not taken_up(ctx, first):
        return ""
    near = [t for t in ctx.analysis.tokens if clause.sid - NEAR <= t.sentence < clause.sid and t.pos == "NOUN"]
    same = [t for t in near if t.lemma.lower() == head.lemma.lower() and t.number == head.number]
    light = load_toml("headings.toml")["light"].split()
    light += load_toml(LEXICON)["own_text"]
    if not same or head.lemma.lower() in light or len(clause.subject) > LONGEST_AGAIN:
        return ""
    return named_again(ctx, clause.subject)


def just_named(ctx: Context, clause: Clause, name: str) -> bool:
    """Whether the sentence right before, in the same paragraph, names that person only, and no rival of the gender.

    « Marie Lopez quitte la mairie. Elle… » may be said of the town hall.
    """
    sid = clause.sid - 1
    if sid < 0 or ctx.sentence(sid).block != ctx.sentence(clause.sid).block:
        return False
    people = {e.id for e in ctx.analysis.entities if e.label == "PER"}
    named = {m.entity for m in ctx.mentions(sid)} & people
    articles = (
        {"la", "une", "cette"} if clause.subject_head.text.lower() == "elle" else {"le", "un", "ce", "cet", "l'", "l’"}
    )
    root = ctx.root(sid)
    subject = next((t for t in ctx.children(root) if t.dep.startswith("nsubj")), None) if root is not None else None
    rivals = [
        t
        for t in ctx.tokens(sid)
        if t.pos == "NOUN"
        and (subject is None or t.i != subject.i)
        and any(c.dep == "det" and c.text.lower() in articles for c in ctx.children(t))
    ]
    return not rivals and [ctx.analysis.entities[e].name for e in named] == [name]


def in_title(ctx: Context, name: str) -> bool:
    """Whether a title names the person or the thing that a pronoun stands for: any other may be the wrong one."""
    names = {entity.name for entity in ctx.analysis.entities if entity.label == "PER"}
    title = f"{ctx.analysis.source.title} {ctx.analysis.source.given_title}".lower()
    return name in names and name.rsplit(maxsplit=1)[-1].lower() in re.findall(r"[\w-]+", title)


def of_a_life(ctx: Context, clause: Clause) -> tuple[str, tuple[int, ...]] | None:
    """The person whose name is the title, for the « il » that opens a sentence; None where it may be another.

    The sentence before must have for its subject the same pronoun, that person, or what « il » could not stand for.
    """
    title = (ctx.analysis.source.title or ctx.analysis.source.given_title).strip()
    entity = next((e for e in ctx.analysis.entities if e.label == "PER" and e.name == title), None)
    words = ctx.tokens(clause.sid)
    if entity is None or clause.subject_head.i != words[0].i or impersonal(ctx, clause) or clause.sid == 0:
        return None
    low, root = clause.subject_head.text.lower(), ctx.root(clause.sid - 1)
    head = next((t for t in ctx.children(root) if t.dep.startswith("nsubj")), None) if root is not None else None
    if low not in {"il", "elle"} or head is None:
        return None
    known = ctx.entity_at(head.start, head.end)
    own = head.text.lower() == low or (known is not None and known.id == entity.id)
    other = head.number == "p" or (head.gender and (head.gender == "f") != (low == "elle"))
    return (entity.name, (clause.sid,)) if own or (other and known is None) else None


def in_two_names(ctx: Context, name: str, subject: str) -> str:
    """« Kylian » by the full name of the one person that bears it in the text: a first name alone says little."""
    if name.startswith(f"{subject} "):
        return name
    if name != subject or " " in subject:
        return subject
    full = {e.name for e in ctx.analysis.entities if e.label == "PER" and e.name.startswith(f"{subject} ")}
    return full.pop() if len(full) == 1 else subject


def called(ctx: Context, clause: Clause, subject: str) -> str:
    """« L’entreprise » by the name that the text gives it elsewhere, « l’entreprise Veltis », if it gives only one."""
    noun = clause.subject_head.text.lower()
    if len(clause.subject) != 2 or noun not in load_toml("rewriting/keypoint.toml")["bodies"]:
        return subject
    tokens = {t.end: t for t in ctx.analysis.tokens if t.text.lower() == noun}
    names = {
        ctx.analysis.entities[m.entity].name
        for m in ctx.analysis.mentions
        if m.start - 1 in tokens or m.start in tokens
    }
    names |= {
        ctx.analysis.entities[m.entity].name
        for m in ctx.analysis.mentions
        if m.text.lower().startswith(noun) and len(m.text) > len(noun)
    }
    return min(names) if len(names) == 1 else subject
