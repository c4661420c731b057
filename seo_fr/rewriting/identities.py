"""Who the people and bodies of the source are, in its own words: a role, a full name, a mission, a relation.

Nothing is guessed: somebody whom the source only shows acting has no identity here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seo_fr.french import de, enumerate_fr
from seo_fr.model import Entity, Role, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import tail, told
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
    person: bool


def identities(ctx: Context) -> tuple[Identity, ...]:
    """Identities in the order in which the source first names their bearers."""
    found: list[Identity] = []
    grouped = list(groups(ctx))
    taken = {e for identity in grouped for e in identity.entities}
    found += grouped
    for entity in ctx.analysis.entities:
        if entity.id in taken or entity.label not in {"PER", "ORG"}:
            continue
        texts: list[tuple[str, int]] = [*stated(ctx, entity), *full_name(ctx, entity), *mission(ctx, entity)]
        texts += [*relation(ctx, entity), *beside(ctx, entity)]
        if not texts:
            continue
        whole = best(texts)
        name = titled(ctx, entity) if entity.label == "PER" else shown_name(entity, whole[0][0])
        sids = tuple(sorted({sid for _, sid in whole}))
        words = tuple(variants(", ".join(text for text, _ in whole)))
        found.append(Identity(name, words, sids, (entity.id,), entity.label == "PER"))
    return tuple(sorted(found, key=lambda identity: identity.entities[0]))


def best(texts: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """At most two descriptions, none held in the other."""
    kept: list[tuple[str, int]] = []
    for text, sid in sorted(texts, key=lambda pair: -len(pair[0])):
        if not any(text.lower() in other.lower() for other, _ in kept):
            kept.append((text, sid))
    order = [text for text, _ in texts]
    ordered = sorted(kept[:2], key=lambda pair: order.index(pair[0]))
    return ordered if sum(len(text.split()) for text, _ in ordered) <= LONGEST else ordered[:1]


def variants(text: str) -> Iterator[str]:
    """The description, then with the body in brackets: « directeur général (Centre d’essais britannique) ».

    >>> list(variants("directeur du Centre Roche"))
    ['directeur du Centre Roche', 'directeur (Centre Roche)']
    """
    yield text
    match = re.match(r"l['’]une? des (deux|trois|quatre|cinq) ([a-zà-ÿ-]+) (.*)$", text)
    if match is not None:
        one = text.split(" ", maxsplit=1)[0]
        noun = match[2] if match[2] == "porte-parole" else match[2].removesuffix("s")
        yield f"{noun} ({one} des {match[1]}) {match[3]}"
        return
    match = re.match(r"(\w[\w’' -]*?) (?:du |de la |des |de l['’]|de |d['’]|à |au |chez )(\w[^,]*)$", text)
    if match is not None:
        yield f"{match[1]} ({match[2]})"


def shown_name(entity: Entity, text: str) -> str:
    """The name, or the acronym where the text is the full name."""
    if text == entity.name:
        return next((a for a in entity.aliases if a.isupper()), entity.name)
    return entity.name


def telling(role: Role, entity: Entity) -> bool:
    """Whether a role says something by itself: « PDG de Meta », « gardien » do, « président » or « société » do not."""
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
    if len(words) == 1:
        return entity.label == "PER" and words[0].lower() not in hollow and len(words[0]) > 3
    return not (entity.label == "ORG" and len(words) < 3)


def stated(ctx: Context, entity: Entity) -> Iterator[tuple[str, int]]:
    """The roles that stand beside a name."""
    for role in ctx.analysis.roles:
        if role.entity == entity.id and telling(role, entity) and role.text.lower() not in entity.name.lower():
            yield lower(role.text.strip(" ,")), role.sentence
    for said in ctx.analysis.attributions:
        if said.entity != entity.id or entity.label != "PER":
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


def full_name(ctx: Context, entity: Entity) -> Iterator[tuple[str, int]]:
    """« le CNSP », « le Centre national de surveillance des pêches (CNSP) »: what the acronym stands for."""
    acronyms = [n for n in (entity.name, *entity.aliases) if n.isupper() and 2 <= len(n) <= 7]
    if not acronyms:
        return
    for long in sorted({entity.name, *entity.aliases}, key=len, reverse=True):
        if len(long.split()) > 2 and not long.isupper() and not any(a in long for a in acronyms):
            sid = next((m.sentence for m in ctx.analysis.mentions if m.entity == entity.id and m.text == long), -1)
            if sid >= 0:
                yield long, sid
                return
    for acronym in acronyms:
        article = r"(?:le |la |l['’])"
        found = re.search(rf"\b{acronym}, {article}((?:[A-ZÉ])[^,.;()]{{10,80}}),", ctx.text)
        if found is not None and initials(found[1]).startswith(acronym[0]):
            sid = next(s.id for s in ctx.sentences if s.start <= found.start() < s.end)
            yield found[1], sid
            return


def initials(text: str) -> str:
    """First letters of the long words.

    >>> initials("Bureau d’enquêtes et d’analyses")
    'BEA'
    """
    words = re.findall(r"[\w-]+", re.sub(r"\b[dl]['’]", "", text))
    return "".join(w[0].upper() for w in words if len(w) > 3)


def mission(ctx: Context, entity: Entity) -> Iterator[tuple[str, int]]:
    """« La mission de X est de… », « X est chargé de… », « X est une agence qui… »."""
    if entity.label != "ORG":
        return
    kind = next((r.text for r in ctx.analysis.roles if r.entity == entity.id and len(r.text.split()) == 1), "")
    for name in (entity.name, *entity.aliases):
        match = re.search(rf"\b[Ll]a mission (?:de la |de l['’]|du |de |d['’]){re.escape(name)} (est d[e'’])", ctx.text)
        if match is not None and kind:
            start = next((t for t in ctx.analysis.tokens if t.start >= match.start(1)), None)
            text = told(ctx, rest_of(ctx, match.end(1)), own=True) if start is not None else None
            if text:
                sid = next(s.id for s in ctx.sentences if s.start <= match.start() < s.end)
                yield f"{kind} dont la mission {match[1]}{'' if match[1][-1] in chr(39) + '’' else ' '}{text}", sid
                return
    for m in ctx.analysis.mentions:
        if m.entity != entity.id:
            continue
        match = re.compile(r"(?: \([^()]*\))? est (chargée? de|l['’]unique|un|une) ").match(ctx.text, m.end)
        if match is None:
            continue
        if any(s.start <= m.start < s.end for s in ctx.scopes(m.sentence)):
            continue
        text = told(ctx, rest_of(ctx, match.end()), own=False)
        if not text or len(text.split()) > LONGEST + 4 or len(text.split()) < 2:
            continue
        opening = match[1]
        if opening in {"un", "une"}:
            yield text, m.sentence
        else:
            yield (f"{opening} {text}" if opening.startswith("chargé") else f"unique {text}"), m.sentence
        return


def rest_of(ctx: Context, position: int) -> tuple[Token, ...]:
    """The words from a place to the first mark or relative."""
    first = next((t for t in ctx.analysis.tokens if t.start >= position), None)
    if first is None:
        return ()
    head, _ = tail(ctx, first.i + 1)
    return (first, *head)


def relation(ctx: Context, entity: Entity) -> Iterator[tuple[str, int]]:
    """« Verdelis veut dépasser ses concurrents, comme Montbrac » → « concurrent de Verdelis »."""
    nouns = "|".join(load_toml(LEXICON)["relations"])
    for mention in ctx.analysis.mentions:
        if mention.entity != entity.id:
            continue
        sentence = ctx.sentence(mention.sentence)
        before = sentence.text[: mention.start - sentence.start]
        match = re.search(rf"\b(ses|leurs) ({nouns})s(?: [a-zà-ÿ]+)?, (?:comme|tels? que|notamment|dont) $", before)
        if match is None:
            continue
        owner = next(
            (
                e
                for t in ctx.tokens(mention.sentence)
                if t.dep in {"nsubj", "nsubj:pass"} and (e := ctx.entity_at(t.start, t.end)) is not None
            ),
            None,
        )
        if owner is not None and owner.id != entity.id and match[1] == "ses":
            yield f"{match[2]} {de(owner.name)}", mention.sentence
            return


def beside(ctx: Context, entity: Entity) -> Iterator[tuple[str, int]]:
    """« le cabinet Roche et son associé, M. Brun » → « associé du cabinet Roche »."""
    for mention in ctx.analysis.mentions:
        if mention.entity != entity.id or entity.label != "PER":
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
            yield Identity(enumerate_fr(names), (lower(text),), (roles[0].sentence,), entities, True)
