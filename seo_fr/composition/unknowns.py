"""What is not known: refusals to answer, moved here; unnamed speakers and uncounted groups, stated as absences."""

from __future__ import annotations

import re

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.model import Piece, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.anaphora import lean
from seo_fr.rewriting.context import Context

NAME = "unknowns"
LEAST = 2
MOST = 4


def refusals(ctx: Context) -> tuple[int, ...]:
    """Sentences in which somebody does not answer, and which stand alone: the end of the article is their place."""
    pattern = re.compile("|".join(load_toml("rewriting/unknowns.toml")["refusals"]))
    found = []
    for s in ctx.sentences:
        alone = sum(other.block == s.block for other in ctx.sentences) == 1
        if (
            ctx.source_kind(s.id) == "paragraph"
            and alone
            and pattern.search(s.text.lower().replace("'", "’"))
            and not lean(ctx, s.id)
        ):
            found.append(s.id)
    return tuple(found)


def unknowns(brief: Brief, moved: tuple[int, ...]) -> BlockDraft | None:
    """Two absences or more; fewer are not worth a heading."""
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "first_person", "legal", "opinion"}:
        return None
    options = [
        Option((Piece(ctx.sentence(sid).text, "source", (sid,), "unknowns.refusal", 1.0),), 1.0, sid) for sid in moved
    ]
    anonymous = sorted({a.sentence for a in ctx.analysis.attributions if a.anonymous})
    if anonymous:
        text = brief.templates.pick("unknown_identity", many=len(anonymous) > 1)
        options.append(
            Option((Piece(text, "framing", tuple(anonymous[:1]), "unknowns.identity", 0.97),), 0.8, anonymous[0])
        )
    for sid, phrase in uncounted(ctx):
        text = brief.templates.pick("unknown_count", noun=phrase)
        options.append(Option((Piece(text, "framing", (sid,), "unknowns.count", 0.9),), 0.6, sid))
    if len(options) < LEAST:
        return None
    return BlockDraft(NAME, brief.templates.all("unknowns_heading"), "list", tuple(options), LEAST, MOST, ordered=False)


def uncounted(ctx: Context) -> list[tuple[int, str]]:
    """Groups of people or things that an event concerns and that the source does not count: (sentence, plural noun)."""
    nouns = frozenset(load_toml("rewriting/unknowns.toml")["countable"])
    counted = {
        t.lemma.lower() for f in ctx.analysis.figures for t in ctx.tokens(f.sentence) if f.start <= t.start < f.end
    }
    found: list[tuple[int, str]] = []
    seen: set[str] = set()
    for token in ctx.analysis.tokens:
        lemma = token.lemma.lower()
        if token.pos != "NOUN" or lemma not in nouns or lemma in counted or lemma in seen:
            continue
        if vague(ctx, token) and event_argument(ctx, token):
            seen.add(lemma)
            found.append((token.sentence, ctx.text[token.start : token.end]))
    return found[:2]


def vague(ctx: Context, noun: Token) -> bool:
    """« des chercheurs », « plusieurs joueurs », « de nombreux médecins »."""
    dets = [c.text.lower() for c in ctx.children(noun) if c.dep in {"det", "nummod", "amod", "case"}]
    plain = "des" in dets and not any(c.dep == "case" for c in ctx.children(noun))
    return plain or bool({"plusieurs", "nombreux", "nombreuses", "certains", "certaines"} & set(dets))


def event_argument(ctx: Context, noun: Token) -> bool:
    """Whether the noun undergoes, or does, something that has happened or is announced, plainly affirmed."""
    verb = ctx.head(noun)
    if noun.dep not in {"obj", "nsubj:pass"} or verb.pos != "VERB":
        return False
    if any(
        s.kind in {"negated", "question", "conditional"} and s.start <= verb.start < s.end
        for s in ctx.scopes(noun.sentence)
    ):
        return False
    return verb.morph.get("VerbForm") == "Part" and not any(
        q.start <= noun.start < q.end for q in ctx.quotations(noun.sentence)
    )
