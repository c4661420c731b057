"""What the source leaves open: true absences only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import seo_fr
from seo_fr.composition.brief import Brief
from seo_fr.composition.templates import Templates, environment
from seo_fr.composition.unknowns import unknowns
from seo_fr.french import de
from seo_fr.model import Keyphrase
from seo_fr.pipeline import understand
from seo_fr.rewriting.absences import absences
from seo_fr.rewriting.context import Context
from seo_fr.settings import DEFAULTS

OPENING = "La commune prépare son avenir. "

FIRE = [
    ("L’usine a recruté des ingénieurs à Brest.", "unknown_count", {"noun": "ingénieurs recrutés"}),
    ("La société devra payer une amende.", "unknown_amount", {"kind": "montant", "what": "de l’amende"}),
    ("La mairie de Brest va inaugurer le stade.", "unknown_date", {"event": "la mairie de Brest inaugurera le stade"}),
    (
        "Des experts fourniront un rapport pour évaluer l’ampleur des dégâts.",
        "unknown_remaining",
        {"what": "L’ampleur des dégâts", "verb": "évaluer", "many": False},
    ),
    (
        "Sans donner de noms, Paul Brun a affirmé que des joueurs partiraient.",
        "",
        {"text": "Paul Brun ne donne pas de noms."},
    ),
    (
        "Un grand nom du parfum, dont l’identité n’a pas été communiquée, a signé.",
        "",
        {"text": "L’identité d’un grand nom du parfum n’a pas été communiquée."},
    ),
    (
        "Le maire part, écrit un journal, citant deux témoins qui ont lu la lettre.",
        "unknown_names",
        {"who": "deux témoins qui ont lu la lettre"},
    ),
]


@pytest.mark.parametrize(("text", "family", "slots"), FIRE)
def test_absences(context: Callable[[str], Any], text: str, family: str, slots: dict[str, Any]) -> None:
    found = [(a.family, {k: str(v).replace("'", "’") for k, v in a.slots}) for a in absences(context(OPENING + text))]
    assert (family, {k: str(v) for k, v in slots.items()}) in found


SILENT = [
    ("L’usine a recruté 30 ingénieurs. L’usine a recruté des ingénieurs.", "counted elsewhere"),
    ("L’usine n’a pas recruté des ingénieurs.", "denied"),
    ("L’incendie a détruit des camions.", "nobody needs that count"),
    ("La société assouplit la politique des salaires.", "no one sum is awaited"),
    ("Une source, sous couvert d’anonymat, confirme la vente.", "that the unnamed are unnamed is no news"),
    (
        "Le maire part, écrit un journal, citant deux témoins qui ont lu la lettre. L’un des témoins anonymes doute.",
        "anonymous by their own wish",
    ),
    ("La maire a reçu deux témoins qui ont lu la lettre.", "nobody leans on what they say"),
    ("Paul Brun a démenti que des soldats aient été capturés.", "it may not have been"),
    ("La société paiera une amende de 3 000 euros.", "the sum is there"),
    ("La mairie de Brest va inaugurer le stade le 3 mai 2024.", "the date is there"),
    ("La mairie de Brest n’inaugurera pas le stade.", "denied"),
    ("Une méthode sert à évaluer l’ampleur des dégâts.", "a general truth"),
]


@pytest.mark.parametrize(("text", "why"), SILENT)
def test_silent(context: Callable[[str], Any], text: str, why: str) -> None:
    assert absences(context(OPENING + text)) == (), why


def brief_of(text: str) -> Brief:
    """A brief without concepts."""
    phrase = Keyphrase("stade", "stade", ("stade",), 1.0, "noun")
    filters = {"de": de}
    return Brief(
        Context.of(understand(text)), phrase, (), (), (), Templates(environment(None, filters), 0), DEFAULTS, 700
    )


ARTICLE = (
    "La société Dural a recruté des ingénieurs à Brest. Elle devra payer une amende.\n\n"
    "Les dirigeants de Dural n’ont pas répondu à nos questions."
)


def test_the_block() -> None:
    block = unknowns(brief_of(ARTICLE))
    assert block is not None
    texts = {option.pieces[0].text for option in block.options}
    assert "Le nombre exact d’ingénieurs recrutés n’est pas précisé." in texts
    assert not any("répondu" in text for text in texts), "a refusal is a fact, told in the body"


def test_a_refusal_stays_in_the_body() -> None:
    result = seo_fr.rewrite(ARTICLE)
    told = [s.block for s in result.sections for p in s.pieces if "pas répondu à nos questions" in p.text]
    assert told
    assert set(told) <= {"lead", "body"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("La société Dural a recruté des ingénieurs à Brest.", "one absence"),
        ("Le patron est mort samedi. Ses obsèques auront lieu mardi. " + ARTICLE, "mourning"),
    ],
)
def test_when_the_block_keeps_quiet(text: str, why: str) -> None:
    assert unknowns(brief_of(text)) is None, why
