"""Who the persons of the source are, in its own words: their role, whole.

Nothing is guessed: somebody whom the source only shows acting has no identity here; an acronym or a company is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seo_fr.french import de, enumerate_fr
from seo_fr.model import Entity, Role
from seo_fr.resources import load_toml
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.speakers import titled

LEXICON = "rewriting/identities.toml"
LONGEST = 16
POINTING_RE = re.compile(r"\b(?:son|sa|ses|leurs?|notre|nos|ce|cet|cette|ces)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody, or several people together, are."""

    name: str
    """« Philippe Varin », or « Robert Brout, François Englert et Peter Higgs »."""
    texts: tuple[str, ...]
    """What they are, without article, the fullest first."""
    sids: tuple[int, ...]
    entities: tuple[int, ...]


def identities(ctx: Context) -> tuple[Identity, ...]:
    """Identities in the order in which the source first names their bearers."""
    found: list[Identity] = []
    grouped = list(groups(ctx))
    taken = {e for identity in grouped for e in identity.entities}
    found += grouped
    for entity in ctx.analysis.entities:
        if entity.id in taken or entity.label != "PER":
            continue
        texts = [(text, sid) for text, sid in (*stated(ctx, entity), *beside(ctx, entity)) if whole(ctx, text, entity)]
        if not texts:
            continue
        kept = best(texts)
        sids = tuple(sorted({sid for _, sid in kept}))
        words = dict.fromkeys((", ".join(text for text, _ in kept), *(text for text, _ in kept)))
        found.append(Identity(titled(ctx, entity), tuple(words), sids, (entity.id,)))
    return tuple(sorted(found, key=lambda identity: identity.entities[0]))


def whole(ctx: Context, text: str, entity: Entity) -> bool:
    """Whether a role is whole and one person's: no other person's name, no bracket, no word cut off at its end."""
    others = (
        name
        for other in ctx.analysis.entities
        if other.label == "PER" and other.id != entity.id
        for name in (other.name, *other.aliases)
    )
    last = text.rsplit(maxsplit=1)[-1].lower()
    return last not in load_toml(LEXICON)["unfinished"] and "(" not in text and not any(n in text for n in others)


def best(texts: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """At most two descriptions, none held in the other."""
    kept: list[tuple[str, int]] = []
    for text, sid in sorted(texts, key=lambda pair: -len(pair[0])):
        if not any(text.lower() in other.lower() for other, _ in kept):
            kept.append((text, sid))
    order = [text for text, _ in texts]
    ordered = sorted(kept[:2], key=lambda pair: order.index(pair[0]))
    return ordered if sum(len(text.split()) for text, _ in ordered) <= LONGEST else ordered[:1]


def telling(role: Role) -> bool:
    """Whether a role says something by itself: « PDG de Meta », « gardien » do, « président » does not."""
    words = role.text.split()
    if (
        not words
        or len(words) > LONGEST
        or POINTING_RE.search(role.text)
        or role.text.count("(") != role.text.count(")")
    ):
        return False
    hollow = load_toml(LEXICON)["hollow"]
    if words[0][:1].isdigit():
        return False  # « le 2e skipper »: a rank in what is told
    return len(words) > 1 or (words[0].lower() not in hollow and len(words[0]) > 3)


def stated(ctx: Context, entity: Entity) -> Iterator[tuple[str, int]]:
    """The roles that stand beside a name."""
    for role in ctx.analysis.roles:
        owner = ctx.text[: role.start].rsplit(maxsplit=1)[-1:]
        if owner and POINTING_RE.fullmatch(owner[0]):
            continue  # « sa déléguée »: whose?
        if role.entity == entity.id and telling(role) and role.text.lower() not in entity.name.lower():
            yield lower(role.text.strip(" ,")), role.sentence
    for said in ctx.analysis.attributions:
        if said.entity != entity.id:
            continue
        before, comma, name = said.speaker.rpartition(", ")
        if not comma or name.strip() not in {entity.name, *entity.aliases} or POINTING_RE.search(before):
            continue
        words = re.split(r" (?:ayant|qui|dont|étant|chargée?s? de) ", before)[0]
        words = re.sub(r"^(?:les? |la |l['’](?!une? des))", "", words, flags=re.IGNORECASE)
        if 2 <= len(words.split()) <= LONGEST:
            yield lower(words), said.sentence


def lower(text: str) -> str:
    """The text with a lower-case opening, unless it opens on an acronym or a name."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] in "'’" else text


def beside(ctx: Context, entity: Entity) -> Iterator[tuple[str, int]]:
    """« le cabinet Roche et son associé, M. Brun » → « associé du cabinet Roche »."""
    for mention in ctx.analysis.mentions:
        if mention.entity != entity.id:
            continue
        sentence = ctx.sentence(mention.sentence)
        before = sentence.text[: mention.start - sentence.start]
        match = re.search(
            r"((?:les? |la |l['’])[a-zà-ÿ]+ [A-ZÉ][\w'’-]+|[A-ZÉ][\w'’-]+(?: [A-ZÉ][\w'’-]+)*) et (?:son|sa) "
            r"([a-zà-ÿ-]+(?: [a-zà-ÿ-]+)?), (?:M\. |Mme )?$",
            before,
        )
        if match is not None:
            yield f"{match[2]} {de(match[1])}", mention.sentence
            return


def groups(ctx: Context) -> Iterator[Identity]:
    """« les physiciens A, B et C »: one identity for all."""
    shared: dict[tuple[str, int], list[Role]] = {}
    for role in ctx.analysis.roles:
        if role.number == "p" and ctx.analysis.entities[role.entity].label == "PER":
            shared.setdefault((role.text, role.start), []).append(role)
    for (text, _), roles in shared.items():
        entities = tuple(sorted({r.entity for r in roles}))  # in the order in which the article first names them
        names = [ctx.analysis.entities[e].name for e in entities]
        own = any(r.entity in entities and r.number != "p" for r in ctx.analysis.roles)
        if len(entities) > 1 and not own and not POINTING_RE.search(text):
            yield Identity(enumerate_fr(names), (lower(text),), (roles[0].sentence,), entities)
