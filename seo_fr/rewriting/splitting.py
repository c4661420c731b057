"""A long sentence in two, at a mark or a conjunction that parts two clauses.

At « ; », « , mais », « , or », « , puis », « car » (« En effet, … »), « , et » or « et » before a clause with its own
subject, a comma between two clauses, « et » or « mais » before a second verb of the same subject, and « , qui » after a
person of known gender. Never at « tandis que » or « alors que »: what they hold together reads worse apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from seo_fr.model import Gender, Token
from seo_fr.rewriting import coordination
from seo_fr.rewriting.base import Rendering
from seo_fr.rewriting.clause_shapes import (
    CONTRASTS,
    CUTS,
    DEPENDENT_RE,
    REACH,
    affirms,
    after_of,
    any_finite,
    conditional,
    denies,
    main_finite,
    opens_with_subject,
)
from seo_fr.rewriting.colons import at_colons, at_dashes, colon_apart
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.cutting import cut_at
from seo_fr.rewriting.seams import (
    LEAST_HALF,
    Seam,
    clear,
    gender_shown,
    halves,
    scoped,
)

SEAM_RE = re.compile(
    r"\s*;\s+(?:et\s+)?|,?\s+(?:mais,?|car)\s+|,?\s+et\s+(?=(?:lorsqu|quand|si\s))"
    r"|,\s+(?:or|donc|et|puis|sinon|parce qu(?:e|['’]))(?:,?\s+|(?<=['’]))"
)
KEEPS = {"mais": "Mais ", "or": "Or ", "puis": "Puis ", "sinon": "Sinon, ", "donc": "Par conséquent, "}
AIMS_RE = re.compile(r"(?:pour|sans|afin)\b", re.IGNORECASE)
LONG_CAUSE = 30
"""Words from which a cause is told apart."""
LONG_LEFT = 12
"""Tokens before a semicolon that are a clause even where the parser saw no verb in them."""
DASH_RE = re.compile(r"[—–-]\s*$")
MARK_RE = re.compile(r"[;:«»]")


def split(ctx: Context, sid: int) -> Rendering | None:
    """The sentence in two or three, at what parts its clauses."""
    return cut_at(ctx, sid, FINDERS)


def at_marks(ctx: Context, sid: int) -> Iterator[Seam]:
    """At a mark between two clauses, each with its own subject and finite verb."""
    base, text = ctx.sentence(sid).start, ctx.sentence(sid).text
    for match in SEAM_RE.finditer(text):
        end, start = base + match.start(), base + match.end()
        left, right = text[: match.start()], text[match.end() :]
        word = " ".join(match[0].lower().replace(",", " ").strip(" ;").split()) if ";" not in match[0] else ""
        if left.rstrip().endswith(":"):
            left = left.rstrip().rstrip(":").rstrip()  # « A : mais B »
            end = base + len(left)
        elif ":" in left and not left.rstrip().endswith("»") and not colon_apart(ctx, sid, word):
            continue
        if not halves(ctx, sid, end, start, least=LEAST_HALF):
            continue
        if DEPENDENT_RE.match(right) and not (AIMS_RE.match(right) and opens_with_subject(after_of(ctx, sid, start))):
            continue
        if not clear(ctx, sid, end, start) or (word not in {"", "car", "sinon"} and scoped(ctx, sid)):
            continue
        before = [t for t in ctx.tokens(sid) if t.end <= end]
        after = [t for t in ctx.tokens(sid) if t.start >= start]
        if word in {"et", "puis"} and coordination.row_before(before):
            continue
        if word == "car" and len(text.split()) < LONG_CAUSE:
            continue  # « En effet » weighs more than « car »
        plain = [t for t in before if not any(q.start <= t.start < q.end for q in ctx.quotations(sid))]
        unseen = word == "" and len(before) > LONG_LEFT and not CUTS & {t.text.lower() for t in plain}
        if (
            not (affirms(before) or unseen)
            or DASH_RE.search(left)
            or "pas seulement" in left
            or "non seulement" in left
        ):
            continue
        opening = opening_of(word, before, after)
        if word == "et" and opening is None and conditional(after) and any_finite(before):
            opening = ""
        if opening is not None:
            yield Seam(end, start, opening, "split.mark")


def opening_of(word: str, before: Sequence[Token], after: Sequence[Token]) -> str | None:
    """What opens the second half, with the link it had; None when it is no sentence."""
    if not opens_with_subject(after):
        return None
    if word == "car" or word.startswith("parce"):
        if any(t.text.lower() == "et" and n.text.lower() in {"que", "qu'", "qu’"} for t, n in pairwise(after)):
            return None  # « car A, et que B »
        plain = any_finite(before) and any_finite(after) and not any(denies(t) for t in before)
        return "En effet, " if plain else None
    if not any_finite(before) and word:
        return None
    contrast = any(t.text.lower() in CONTRASTS for t in after[:REACH])
    return "" if word == "mais" and contrast else KEEPS.get(word, "")


def at_persons(ctx: Context, sid: int) -> Iterator[Seam]:
    """« …, X, qui a déclaré… » ends a sentence: « Ce dernier a déclaré… », where X is a person of known gender."""
    base, text = ctx.sentence(sid).start, ctx.sentence(sid).text
    for match in re.finditer(r",?\s+qui\s+", text):
        end, start = base + match.start(), base + match.end()
        right = text[match.end() :]
        entity = person_before(ctx, sid, end)
        after = [t for t in ctx.tokens(sid) if t.start >= start]
        if not halves(ctx, sid, end, start) or entity < 0 or not after or MARK_RE.search(right[:-1]):
            continue
        said = [(a.start, a.end) for a in ctx.attributions(sid)]
        said += [(s.start, s.end) for s in ctx.scopes(sid) if s.kind in {"conditional", "hedged"}]
        if any(a < start < b for a, b in said) or "«" in text[: match.start()]:
            continue
        who = ctx.analysis.entities[entity]
        gender = who.gender or gender_beside(ctx, sid, entity, end)
        verb = after[0] if after[0].pos in {"VERB", "AUX"} else None
        cleft = re.search(r"\b[cC]['’]est\b", text[: match.start()])
        if "," not in match[0] and (cleft or bare(ctx, sid, entity, end)):
            continue
        last = {"m": "Ce dernier", "f": "Cette dernière"}.get(gender, "")
        if who.label != "PER" or not last or verb is None or verb.morph.get("Number") == "Plur":
            continue
        before = [t for t in ctx.tokens(sid) if t.end <= end]
        if verb.morph.get("VerbForm") == "Fin" and main_finite(ctx, before):
            yield Seam(end, start, f"{last} ", "split.person")


def bare(ctx: Context, sid: int, entity: int, end: int) -> bool:
    """Whether a name is only the complement of a noun: « la constante de Planck qui »."""
    mention = next((m for m in ctx.mentions(sid) if m.entity == entity and m.end == end), None)
    before = [t.text.lower() for t in ctx.tokens(sid) if mention is not None and t.end <= mention.start][-1:]
    return mention is None or bool({"de", "d'", "d’", "du", "des"} & set(before))


def gender_beside(ctx: Context, sid: int, entity: int, end: int) -> Gender:
    """Gender of the noun that stands right before a name: « au banquier Paul Roux »."""
    mention = next((m for m in ctx.mentions(sid) if m.entity == entity and m.end == end), None)
    before = [t for t in ctx.tokens(sid) if mention is not None and t.end <= mention.start][-2:]
    noun = next((t for t in reversed(before) if t.pos == "NOUN"), None)
    return gender_shown(ctx, noun) if noun is not None else ""


def person_before(ctx: Context, sid: int, end: int) -> int:
    """The entity whose name, or whose role between commas after its name, ends at an offset; -1 when there is none."""
    for mention in ctx.mentions(sid):
        if mention.end == end:
            return mention.entity
    for role in ctx.roles(sid):
        name = next((m for m in ctx.mentions(sid) if m.entity == role.entity and m.end < role.start), None)
        between = ctx.text[name.end : role.start].strip().lower() if name is not None else ""
        if role.end == end and between in {",", ", le", ", la", ", l’", ", l'"}:
            return role.entity
    return -1


FINDERS = (at_colons, at_dashes, at_marks, at_persons, *coordination.FINDERS)
