"""Roles: « le PDG de Meta, Mark Zuckerberg », « Anne Roche, maire de Brest », « la société SpaceX »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from seo_fr.model import Entity, Gender, Mention, Number, Role, Token
from seo_fr.resources import load_toml
from seo_fr.understanding.apposition import noun_before, role_nouns
from seo_fr.understanding.lexicon import words
from seo_fr.understanding.names import is_acronym
from seo_fr.understanding.phrases import past_brackets, phrase_end, speaks_on
from seo_fr.understanding.view import View, is_name, low

ARTICLES: dict[str, tuple[Gender, Number]] = {
    "le": ("m", "s"),
    "la": ("f", "s"),
    "l'": ("", "s"),
    "un": ("m", "s"),
    "une": ("f", "s"),
    "les": ("", "p"),
    "des": ("", "p"),
    "du": ("m", "s"),
    "au": ("m", "s"),
    "aux": ("", "p"),
}
POSSESSIVES = frozenset("son sa leur mon ma notre votre".split())
TITLES = frozenset("M Mme Mlle Me Dr Pr Mgr Sir Lady".split())
KIND_RE = re.compile(r" (?:de|d[’']|du) (?:type|marque|modèle|nom)$")
"""« l’appareil de type X »: what stands between a noun and the name, and says nothing."""
KINDS = {"PER": ("people",), "ORG": ("bodies",), "LOC": ("places",), "WORK": ("works",), "MISC": ("works", "bodies")}


@cache
def gender_of_noun() -> dict[str, Gender]:
    """Gender of role nouns whose form shows it: « directrice » f, « directeur » m; epicene ones are left out."""
    out: dict[str, Gender] = {}
    for entry in load_toml("understanding/roles.toml")["people"].split():
        forms = entry.split("/")
        if len(forms) == 2:
            out[low(forms[0])], out[low(forms[1])] = "m", "f"
            out[low(forms[0]) + "s"], out[low(forms[1]) + "s"] = "m", "f"
    return out | {f"ex-{form}": gender for form, gender in out.items()}


def find_roles(view: View, entities: Sequence[Entity], mentions: Sequence[Mention]) -> tuple[Role, ...]:
    """All roles that the source states of its entities, in order."""
    out: list[Role] = []
    by_start = {m.start: m for m in mentions}
    for mention in mentions:
        entity = entities[mention.entity]
        first, last = view.token_at(mention.start), view.token_at(mention.end - 1)
        if first is None or last is None:
            continue
        for role in (
            before_name(view, entity, first, last),
            before_title(view, entity, first, last),
            apposed_before(view, entity, first, last),
            apposed_after(view, entity, mention, last, by_start),
            copula(view, entity, first, last),
        ):
            if role is None or any(
                r.entity == role.entity and (r.start == role.start or low(r.text) == low(role.text)) for r in out
            ):
                continue
            others = shared(view, role, mention, mentions, entities)
            if role.number == "p" and role.end <= mention.start and not others:
                continue  # « les projets Wikimédia » are not Wikimédia
            out.extend((role, *others))
    return tuple(sorted(set(out), key=lambda r: (r.start, r.entity)))


def nouns_for(entity: Entity) -> frozenset[str]:
    """Role nouns that suit an entity's label."""
    return frozenset().union(*(role_nouns(kind) for kind in KINDS[entity.label]))


def made(view: View, entity: Entity, noun: Token, first: Token, end: int, article: Token | None) -> Role | None:
    """A role from its noun, its first word, its end and its article."""
    text = KIND_RE.sub("", view.text[first.start : end].rstrip(" ,"))
    if not text or low(noun.text) in words(load_toml("understanding/roles.toml")["kin"]):
        return None
    gender, number = ARTICLES.get(low(article.text), ("", "")) if article is not None else ("", "")
    bare = low(noun.text)
    if not number:
        number = "p" if bare.endswith("s") and not bare.endswith(("is", "us", "ès")) else "s"
    if bare in words(load_toml("understanding/roles.toml")["epicene_fixed"]) and entity.label == "PER":
        gender = ""
    elif entity.label == "PER" and not gender:
        gender = gender_of_noun().get(bare, "")
    elif entity.label != "PER" and not gender:
        gender = noun.gender
    written = view.text[article.start : article.end] if article is not None else ""
    written = {"du": "le", "au": "le", "des": "les", "aux": "les"}.get(written.lower(), written)
    return Role(
        entity.id, text, noun.text, written, gender, number, first.start, first.start + len(text), noun.sentence
    )


def before_name(view: View, entity: Entity, first: Token, last: Token) -> Role | None:
    """« le graphiste portugais Miguel Neiva », « la société SpaceX »: noun, adjectives, name."""
    noun = noun_before(view, first, nouns_for(entity), crossing=entity.label in {"PER", "WORK"})
    if entity.label == "PER" and is_acronym(entity.name):
        return None  # « le président du groupe UNP »: a body that was taken for somebody
    if noun is None or low(noun.text) in words(load_toml("understanding/roles.toml")["part_of_name"]):
        return None
    before = view.previous(first)
    # « un code baptisé Norva »
    named = before is not None and low(before.text) in words(load_toml("understanding/roles.toml")["naming"])
    after = view.next(last)
    if low(after.text if after is not None else "") in {"au", "aux", "à", "en", "du"} and entity.label != "PER":
        further = view.next(after) if after is not None else None
        if first is last and first.pos == "NOUN" and further is not None and further.pos == "NOUN":
            return None  # « la firme Idées au cube »: half a name
    if named and after is not None and after.pos in {"NOUN", "ADJ", "X"} and after.text[:1].islower():
        return None  # « une émission intitulée Los desayunos »: half a title
    role = _with_article(view, entity, noun, before.start if named and before is not None else first.start)
    if role is not None and low(role.article) in {"un", "une", "des"} and entity.label != "PER" and not named:
        return None  # « une application Android » is not Android
    return role


def _with_article(view: View, entity: Entity, noun: Token, end: int) -> Role | None:
    """The role whose noun is given, with what adjective and article stand before the noun."""
    opener = noun
    before = view.previous(opener)
    while (
        before is not None
        and (
            before.pos == "ADJ"
            or low(before.text) in {"premier", "première", "ancien", "ancienne", "ex", "vice", "-", "futur", "future"}
        )
        and low(before.text) not in ARTICLES
        and not is_name(before)
    ):
        opener = before
        before = view.previous(opener)
    if opener.text == "-":
        return None  # « basilique-cathédrale »: half a word
    article = before if before is not None and low(before.text) in ARTICLES else None
    if (
        article is None
        and before is not None
        and low(before.text) in POSSESSIVES
        and (entity.label == "PER" or low(before.text) in {"son", "sa", "leur"})
    ):
        # « son entraîneur Luc Farge »: whose, the role does not say; what is nothing without it is left out
        relational = words(load_toml("understanding/roles.toml")["relational"])
        return None if low(noun.text) in relational else made(view, entity, noun, opener, end, None)
    if article is None and before is not None and (before.pos == "DET" or before.text in {"-"}):
        return None
    return made(view, entity, noun, opener, end, article)


def before_title(view: View, entity: Entity, first: Token, last: Token) -> Role | None:
    """« le guide du pays, l’ayatollah X, parle »: the phrase before the comma before the title and the name."""
    title = before_name(view, entity, first, last) if entity.label == "PER" else None
    opener = view.token_at(title.start) if title is not None else None
    if title is None or opener is None or not title.article:
        return None
    article = view.previous(opener)
    return apposed_before(view, entity, article, last) if article is not None else None


def apposed_before(view: View, entity: Entity, first: Token, last: Token) -> Role | None:
    """« Le PDG de Meta, Mark Zuckerberg, semble »: a role phrase, a comma, the name, then a comma or the verb."""
    comma = view.previous(first)
    if comma is not None and entity.label == "PER" and comma.text.rstrip(".") in TITLES:
        comma = view.previous(comma)  # « la procureure de la Cour, Mme Roche »
    if comma is not None and low(comma.text) in {"l'", "le", "la"} and entity.label == "ORG":
        comma = view.previous(comma)  # « la principale association du pays, l’April »
    if comma is None or comma.text != "," or entity.label not in {"PER", "ORG"}:
        return None
    closing = view.next(last)
    if (
        closing is not None
        and closing.text not in {",", ".", ";", ":", ")", "»", "«", "("}
        and closing.pos not in {"VERB", "AUX", "PRON", "CCONJ", "ADP"}
    ):
        return None
    if closing is not None and entity.label == "ORG" and low(closing.text) in {"et", "ou"}:
        return None  # « la DRN, le ministère des ports, l’ANP et l’IRP »: a list
    # walk back to the noun that opens the phrase
    current = view.previous(comma)
    steps = 0
    noun: Token | None = None
    while current is not None and steps < 16 and current.text not in {",", ";", ":", "(", ")", "«", "»"}:
        if current.pos in {"VERB", "AUX"} and current.morph.get("VerbForm") in {"Fin", "Inf"}:
            break
        if low(current.text) in nouns_for(entity) and opens_phrase(view, current):
            noun = current
            break
        current, steps = view.previous(current), steps + 1
    if noun is None or (entity.label == "ORG" and is_name(noun) and not noun.text.isupper()):
        return None  # « la Banque de Norva, la Fondation Roche et »: names of a list
    beside = view.next(noun)
    while beside is not None and beside.pos == "ADJ" and not is_name(beside):
        beside = view.next(beside)
    if beside is not None and beside.i < comma.i and is_name(beside):
        return None  # « au conservateur Luc Farge, Anne Roche reçoit »: the role is the other's
    if view.np_end(noun.i) < comma.i and not complements_only(view, noun, comma):
        return None
    return _with_article(view, entity, noun, comma.start)


def opens_phrase(view: View, noun: Token) -> bool:
    """Whether an article, an adjective or nothing stands before a noun, so that it heads its phrase."""
    before = view.previous(noun)
    if before is None:
        return True
    if low(before.text) in POSSESSIVES:
        return True
    if low(before.text) in ARTICLES:
        earlier = view.previous(before)
        return not (low(before.text) in {"du", "des"} and earlier is not None and earlier.pos in {"NOUN", "PROPN"})
    earlier = view.previous(before)
    if before.pos == "NUM" and earlier is not None and low(earlier.text) in {"des", "les"}:
        return True  # « l’un des deux porte-parole »
    return before.pos == "ADJ" or low(before.text) in {"premier", "vice", "-", "ancien", "ex"} or before.text == ","


def complements_only(view: View, noun: Token, comma: Token) -> bool:
    """Whether only complements stand between a role noun and the comma: no verb, no relative."""
    between = view.tokens[noun.i + 1 : comma.i]
    return not any(t.morph.get("VerbForm") == "Fin" or low(t.text) in {"qui", "que", "dont"} for t in between)


def apposed_after(
    view: View, entity: Entity, mention: Mention, last: Token, by_start: dict[int, Mention]
) -> Role | None:
    """« M. Dumez, président du conseil général, a parlé »; « Nick De Santis le directeur sportif »."""
    nxt = view.next(last)
    if nxt is None:
        return None
    bare = low(nxt.text) in {"le", "la", "l'"}
    if nxt.text not in {",", "("} and not bare:
        return None
    opener = nxt if bare else view.next(nxt)
    if opener is None:
        return None
    article = opener if low(opener.text) in ARTICLES and low(opener.text) not in {"du", "au", "aux", "des"} else None
    noun = view.next(opener) if article is not None else opener
    whose = low(opener.text) in {"son", "sa", "leur"} and entity.label == "PER"
    if whose and noun is not None:  # « X, son secrétaire général »
        noun = view.next(opener)
        if noun is not None and low(noun.text) in words(load_toml("understanding/roles.toml")["relational"]):
            return None
    lead: Token | None = None
    if noun is not None and low(noun.text) in {"un", "une"} and article is not None and low(article.text) == "l'":
        joint = view.next(noun)  # « X, l’un des responsables de Y »: said so, for « responsables » alone is plural
        if joint is None or low(joint.text) != "des":
            return None
        lead, noun = noun, view.next(joint)
        if noun is not None and noun.pos == "NUM":
            noun = view.next(noun)
    lead = lead or noun
    steps = 0
    while noun is not None and steps < 3 and low(noun.text) not in nouns_for(entity):
        if noun.pos != "ADJ" and low(noun.text) not in words(load_toml("understanding/roles.toml")["modifiers"]):
            return None
        noun, steps = view.next(noun), steps + 1
    if noun is None or lead is None or low(noun.text) not in nouns_for(entity) or noun.start in by_start:
        return None
    end = phrase_end(view, noun, stop={")"} if nxt.text == "(" else {","})
    if end is None:
        return None
    stop = view.tokens[end] if end < len(view.tokens) else None
    if entity.label == "ORG" and is_name(noun) and not noun.text.isupper():
        return None  # « selon l’ANP, le Conseil des ports paie »: another body
    going_on = past_brackets(view, stop)
    if nxt.text == "," and article is not None and going_on is not None and speaks_on(going_on):
        # « X, l’ONG (de Metz) a demandé »: a subject; « Barroso, le président de la Commission se dit » lacks its comma
        first = view.token_at(mention.start)
        if first is None or entity.label != "PER" or view.previous(first) is not None:
            return None
    # « X, président de Y, Z » would be a list of names; « le président de Y, Z » belongs to Z
    if stop is not None and stop.text == "," and article is not None:
        after = view.next(stop)
        if after is not None and low(after.text) in {"l'", "le", "la"}:
            after = view.next(after)
        if after is not None and after.start in by_start and by_start[after.start].entity != mention.entity:
            return None
    return made(view, entity, noun, lead, view.tokens[end - 1].end, article)


def copula(view: View, entity: Entity, first: Token, last: Token) -> Role | None:
    """« Kylian Mbappé est un footballeur », « Ubuntu est un système d’exploitation »."""
    verb = past_brackets(view, view.next(last))
    before = view.previous(first)
    if verb is None or low(verb.text) not in {"est", "était", "sont", "reste", "devient"}:
        return None
    if before is not None and low(before.text) in {"de", "d'", "du", "par", "et"}:
        return None
    article = view.next(verb)
    if article is None or low(article.text) not in {"un", "une", "le", "la", "l'"}:
        return None
    noun = view.next(article)
    lead = noun
    while noun is not None and noun.pos in {"ADJ", "ADV", "NUM"} and low(noun.text) not in nouns_for(entity):
        noun = view.next(noun)
    if noun is None or lead is None or low(noun.text) not in nouns_for(entity):
        return None
    end = phrase_end(view, noun, stop=set())
    if end is None:
        return None
    while end - 1 > noun.i and view.tokens[end - 1].pos in {"ADP", "CCONJ", "PUNCT", "DET"}:
        end -= 1
        cut = view.tokens[end - 1]
        if cut.i > noun.i and cut.morph.get("VerbForm") == "Part" and cut.pos == "VERB":
            end -= 1  # « destinée à… »: without its complement the participle hangs
    return made(view, entity, noun, lead, view.tokens[end - 1].end, article)


def shared(
    view: View, role: Role, mention: Mention, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> list[Role]:
    """« les physiciens A, B et C »: a plural role bears on every name of the list."""
    if role.number != "p" or role.start > mention.start:
        return []
    out = []
    end = mention.end
    for other in mentions:
        if other.start < end or other.sentence != mention.sentence:
            continue
        gap = view.text[end : other.start].strip()
        if gap not in {",", "et", ", et"}:
            break
        if entities[other.entity].label == entities[mention.entity].label:
            out.append(
                Role(
                    other.entity,
                    role.text,
                    role.head,
                    role.article,
                    role.gender,
                    role.number,
                    role.start,
                    role.end,
                    role.sentence,
                )
            )
        end = other.end
    return out
