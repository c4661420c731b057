"""Nouns that say what a name names, right before it: « le lanceur Falcon 9 », « le système d’exploitation Ubuntu »."""

from __future__ import annotations

from functools import cache

from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.understanding.lexicon import words
from seo_fr.understanding.view import NOMINAL, View, is_name, low

FARTHEST = 8
"""Most words between a noun and the name it stands before."""


@cache
def role_nouns(kind: str) -> frozenset[str]:
    """Nouns of a kind, both genders, lower case, plurals in -s included."""
    out: set[str] = set()
    for entry in load_toml("understanding/roles.toml")[kind].split():
        for form in entry.split("/"):
            out |= {low(form), low(form) + "s"}
            if kind == "people":
                out |= {f"ex-{low(form)}", f"ex-{low(form)}s"}
            if form.endswith("al"):
                out.add(low(form)[:-2] + "aux")
            if form.endswith("eau"):
                out.add(low(form) + "x")
    return frozenset(out)


def names_of_people() -> str:
    """The first names that the lexicon knows, in a row."""
    return str(load_toml("understanding/names.toml")["first_names"])


def noun_before(view: View, first: Token, nouns: frozenset[str], *, crossing: bool = True) -> Token | None:
    """The nearest of some nouns in the phrase right before the name that opens at *first*, or None.

    Adjectives between them are passed over and, when *crossing*, complements: « l’accélérateur de particules LHC ».
    A name right after « de » is no apposition: « la capsule de SpaceX ».
    """
    current = view.previous(first)
    ahead: Token | None = None
    for step in range(FARTHEST):
        if current is None or current.text == ",":
            return None
        if is_name(current) and current.text.isupper() and low(current.text) in nouns:
            return current  # « l’ONG X »
        lead = view.previous(current)
        if (
            lead is not None
            and low(lead.text) in {"prix", "médaille"}
            and role_nouns("people") <= nouns
            and is_name(current)
        ):
            return lead  # « la prix Nobel de la paix X »
        numbered = current.text.isdigit() and lead is not None and is_name(lead)
        if step == 0 and numbered and lead is not None and first.text in words(names_of_people()):
            ahead, current = lead, view.previous(lead)  # « le journaliste de France 2 Luc Farge »
            continue
        if is_name(current):
            # « le maire de Metz Luc Farge »: the place of a role, before a first name
            lead = view.previous(current)
            placed = step == 0 and crossing and lead is not None and low(lead.text) in {"de", "d'", "du", "la", "l'"}
            if not placed or first.text not in words(load_toml("understanding/names.toml")["first_names"]):
                return None
            ahead, current = current, lead
            continue
        form = low(current.text)
        before = view.previous(current)
        if form in nouns and (current.pos in NOMINAL or current.pos == "ADJ"):
            heads = before is not None and low(before.text) in nouns and before.pos in NOMINAL and not is_name(before)
            return before if heads else current  # « le premier ministre conservateur X »
        if form in words(load_toml("understanding/roles.toml")["part_of_name"]):
            return None  # « le vainqueur rassemblés place X »
        if step == 0 and before is not None and low(before.text) in {"du", "la", "l'"} and current.pos == "NOUN":
            other = form in role_nouns("bodies") | role_nouns("works")
            if other and first.text not in words(load_toml("understanding/names.toml")["first_names"]):
                return None  # « les analystes du groupe Norva »: the group’s name, not theirs
        participle = current.pos == "VERB" and current.morph.get("VerbForm") == "Part"
        before = view.previous(current)
        bare = ahead is not None and ahead.pos == "NOUN" and form in {"de", "d'"} and before is not None
        kind = (
            bare
            and before is not None
            and low(before.text) in words(load_toml("understanding/roles.toml")["of_a_kind"])
        )
        joins = step > 0 and ((crossing and form in {"de", "d'", "du"}) or kind)
        after_de = (
            step > 0 and crossing and form in {"la", "l'", "le"} and before is not None and low(before.text) == "de"
        )
        if not (current.pos in {"ADJ", "NOUN", "PROPN"} or participle or joins or after_de):
            return None
        ahead, current = current, before
    return None
