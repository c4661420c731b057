"""Who's who: the role that the source gives a person, whole, and what is nobody's role."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.composition.brief import Brief
from seo_fr.composition.people import people
from seo_fr.composition.templates import Templates, environment
from seo_fr.model import Keyphrase
from seo_fr.pipeline import understand
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.identities import best, identities
from seo_fr.settings import DEFAULTS

OPENING = "La commune prépare son avenir. "

FIRE = [
    ("Le directeur de l’usine, Paul Brun, a parlé.", "Paul Brun", "directeur de l’usine"),
    ("Anne Roche, maire de Brest, a parlé.", "Anne Roche", "maire de Brest"),
    ("Le gardien Marc Petit a plongé.", "Marc Petit", "gardien"),
    ("M. Dumas, président du conseil général, a parlé.", "M. Dumas", "président du conseil général"),
    (
        "L’un des deux porte-parole des chercheurs, Paul Brun, a déclaré : « Nous sommes prêts ».",
        "Paul Brun",
        "l’un des deux porte-parole des chercheurs",
    ),
    (
        "Les physiciens Anne Roche, Marc Petit et Paul Brun ont publié l’idée.",
        "Anne Roche, Marc Petit et Paul Brun",
        "physiciens",
    ),
    (
        "Les travaux sont menés par le cabinet Cadelle et son associé, M. Bruand.",
        "M. Bruand",
        "associé du cabinet Cadelle",
    ),
]


@pytest.mark.parametrize(("text", "name", "what"), FIRE)
def test_who(context: Callable[[str], Any], text: str, name: str, what: str) -> None:
    found = {i.name: i.texts[0].replace("'", "’") for i in identities(context(OPENING + text))}
    assert found.get(name) == what


SILENT = [
    ("Paul Brun a marché dans la ville.", "only what he does"),
    ("Le président Paul Brun a parlé.", "president of what?"),
    ("Sa déléguée, Anne Roche, a parlé.", "whose?"),
    ("La société Dural a vendu ses parts.", "a body"),
    ("Airbus veut se distinguer de ses concurrents, comme Boeing.", "a body"),
    ("Le Centre national des ponts (CNP) a parlé.", "an acronym is nobody"),
    ("La socialiste Anne Roche a marché.", "a party is no role"),
    ("Paul Brun est le 2e skipper à abandonner.", "a rank in what is told"),
]


@pytest.mark.parametrize(("text", "why"), SILENT)
def test_silent(context: Callable[[str], Any], text: str, why: str) -> None:
    assert identities(context(OPENING + text)) == (), why


def test_no_role_within_another() -> None:
    assert best([("maire", 0), ("maire de Brest", 3)]) == [("maire de Brest", 3)]


def brief_of(text: str, sections: tuple[tuple[int, ...], ...] = ()) -> Brief:
    """A brief without concepts."""
    phrase = Keyphrase("stade", "stade", ("stade",), 1.0, "noun")
    return Brief(Context.of(understand(text)), phrase, (), (), sections, Templates(environment(None), 0), DEFAULTS, 700)


PAIR = "La maire de Brévance, Anne Leroux, a ouvert le stade. Le gardien Marc Petit a plongé devant elle."
TRIO = f"{PAIR} L’entraîneur Paul Brun a applaudi."
ARTICLE = f"{TRIO} Le président du club, Yann Le Goff, a remercié la région."


def test_the_block() -> None:
    block = people(brief_of(ARTICLE))
    assert block is not None
    assert block.kind == "terms"
    texts = {option.pieces[0].text for option in {o.group: o for o in reversed(block.options)}.values()}
    assert texts == {
        "Anne Leroux : maire de Brévance",
        "Marc Petit : gardien",
        "Paul Brun : entraîneur",
        "Yann Le Goff : président du club",
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("La maire de Brévance, Anne Leroux, a ouvert le stade.", "one name"),
        (PAIR, "two names are read where they stand"),
        (TRIO, "three names too"),
        (
            f"{TRIO} Le stade accueille le public, avec l’appui du banquier Yann Le Goff.",
            "the fourth has no part in it",
        ),
        ("Le gardien est mort samedi. Ses obsèques auront lieu mardi. " + ARTICLE, "mourning"),
    ],
)
def test_when_the_block_keeps_quiet(text: str, why: str) -> None:
    assert people(brief_of(text)) is None, why
