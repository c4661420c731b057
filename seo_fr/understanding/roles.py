"""What the source says that somebody is: appositions and « X est le … », for people and bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seo_fr.model import Entity, Gender, Mention, Role, Token
from seo_fr.resources import load_toml
from seo_fr.understanding.lexicon import words
from seo_fr.understanding.mentions import people_nouns
from seo_fr.understanding.view import View, low

ARTICLES: dict[str, tuple[str, Gender]] = {
    "le": ("le", "m"), "la": ("la", "f"), "l'": ("l’", ""), "un": ("un", "m"), "une": ("une", "f"), "les": ("les", ""),
}  # fmt: skip
LONGEST = 14
"""Words of a role; a longer one is a clause in disguise."""


def find_roles(view: View, entities: Sequence[Entity], mentions: Sequence[Mention]) -> tuple[Role, ...]:
    """Every role that the source states, in order, each once for one entity and wording."""
    out: list[Role] = []
    seen: set[tuple[int, str]] = set()
    for mention in mentions:
        entity = entities[mention.entity]
        if entity.label not in {"PER", "ORG"}:
            continue
        for role in (*before(view, mention, entity), *after(view, mention, entity)):
            key = (role.entity, low(role.text))
            if key not in seen:
                seen.add(key)
                out.append(role)
    return tuple(out)


def nouns_for(entity: Entity) -> dict[str, Gender]:
    """The nouns that may say what an entity is."""
    if entity.label == "PER":
        return people_nouns()
    return dict.fromkeys(words(load_toml("understanding/roles.toml")["bodies"]), "")


def before(view: View, mention: Mention, entity: Entity) -> Iterator[Role]:
    """« le PDG de Meta, Mark Zuckerberg »; « le premier ministre Jean-Marc Ayrault »; « la société SpaceX »."""
    tokens = view.of_sentence(mention.sentence)
    first = next((k for k, t in enumerate(tokens) if t.start >= mention.start), None)
    if first is None or first == 0:
        return
    stop = first - 1 if tokens[first - 1].text == "," else first
    parted = stop < first
    nouns = nouns_for(entity)
    for k in range(max(0, stop - LONGEST), stop):
        article = ARTICLES.get(low(tokens[k].text))
        if article is None or tokens[k].pos not in {"DET", "PRON"}:
            continue
        noun = head_noun(tokens, k + 1, stop, nouns)
        if noun is None or view.np_end(tokens[k].i, tokens[stop - 1].i + 1) != tokens[stop - 1].i + 1:
            continue
        if not parted and entity.label == "ORG" and stop - k > 3:
            continue
        if parted and not apposed(tokens, first, mention, view):
            continue
        if k > 0 and low(tokens[k - 1].text) in {"et", "ou"} and parted:
            continue
        yield made(view, entity, mention, tokens, k, stop, noun, article, nouns)
        return


def apposed(tokens: Sequence[Token], first: int, mention: Mention, view: View) -> bool:
    """Whether a name after a comma stands in apposition: closed by a comma, a mark or the verb, and not in a list."""
    following = next((t for t in tokens[first:] if t.start >= mention.end), None)
    if following is None:
        return True
    if low(following.text) in {"et", "ou"}:
        return False
    return following.text in {",", ".", ";", ":", ")", "»"} or following.pos in {"VERB", "AUX", "PRON", "ADV"}


def after(view: View, mention: Mention, entity: Entity) -> Iterator[Role]:
    """« Arnaud Montebourg, le ministre du redressement productif »; « X est le directeur de Y »."""
    tokens = view.of_sentence(mention.sentence)
    k = next((j for j, t in enumerate(tokens) if t.start >= mention.end), None)
    if k is None or k + 1 >= len(tokens):
        return
    copula = low(tokens[k].text) in {"est", "était"} and tokens[k].pos == "AUX"
    if tokens[k].text != "," and not copula and low(tokens[k].text) not in {"le", "la"}:
        return
    start = k if low(tokens[k].text) in {"le", "la"} else k + 1
    article = ARTICLES.get(low(tokens[start].text))
    nouns = nouns_for(entity)
    at = start + 1 if article else start
    noun = head_noun(tokens, at, min(len(tokens), at + 4), nouns)
    if noun is None or (copula and article is None):
        return
    end = view.np_end(tokens[start].i) - tokens[0].i
    if end <= noun or end - start > LONGEST:
        return
    closing = tokens[end] if end < len(tokens) else None
    if (
        not copula
        and closing is not None
        and closing.text not in {",", ".", ";", ")", "»", ":"}
        and closing.pos not in {"VERB", "AUX", "PRON", "ADP"}
    ):
        return
    yield made(view, entity, mention, tokens, start, end, noun, article or ("", ""), nouns, bare=article is None)


def head_noun(tokens: Sequence[Token], start: int, stop: int, nouns: dict[str, Gender]) -> int | None:
    """Rank of the role noun of a phrase, adjectives and numbers passed over."""
    for k in range(start, min(stop, start + 4)):
        form = low(tokens[k].text)
        joined = form
        if k + 2 < stop and tokens[k + 1].text == "-":
            joined = low("".join(t.text for t in tokens[k : k + 3]))
        if form in nouns or joined in nouns:
            return k
        if tokens[k].pos not in {"ADJ", "NUM", "ADV"} and form not in {
            "premier",
            "première",
            "ancien",
            "ancienne",
            "nouveau",
            "nouvelle",
        }:
            return None
    return None


def made(
    view: View,
    entity: Entity,
    mention: Mention,
    tokens: Sequence[Token],
    start: int,
    stop: int,
    noun: int,
    article: tuple[str, Gender],
    nouns: dict[str, Gender],
    *,
    bare: bool = False,
) -> Role:
    """A role value from ranks in a sentence."""
    first = start if bare else start + 1
    gender = article[1] or nouns.get(low(tokens[noun].text), "")
    begin, end = tokens[first].start, tokens[stop - 1].end
    return Role(
        entity.id,
        view.text[begin:end],
        tokens[noun].text,
        article[0],
        gender,
        "p" if article[0] == "les" else "s",
        begin,
        end,
        mention.sentence,
    )
