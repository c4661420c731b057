"""Dated facts: how a fact is told without its date, which dates are left out, and their order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.composition.brief import Brief
from seo_fr.composition.templates import Templates, environment
from seo_fr.composition.timeline import timeline
from seo_fr.model import Keyphrase
from seo_fr.pipeline import understand
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.events import events
from seo_fr.settings import DEFAULTS

OPENING = "La commune prépare son avenir. "

FIRE = [
    ("En 1987, la commune achète le château.", "1987", "achat du château par la commune"),
    ("La loi entrera en vigueur le 1er janvier 2025.", "1er janvier 2025", "entrée en vigueur de la loi"),
    ("Les travaux commenceront en mai 2024.", "Mai 2024", "début des travaux"),
    ("La création de la société en 1999 a surpris la concurrence.", "1999", "création de la société"),
    ("Le centre de soins créé en 1848 attire du monde.", "1848", "création du centre de soins"),
    (
        "La gare fut bombardée le 27 mai 1944 par l’aviation alliée.",
        "27 mai 1944",
        "bombardement de la gare par l’aviation alliée",
    ),
    (
        "Le pont, construit entre 1902 et 1905 par l’ingénieur Roux, est solide.",
        "Entre 1902 et 1905",
        "construction du pont par l’ingénieur Roux",
    ),
    ("L’exposition a été ouverte le 4 avril 2023.", "4 avril 2023", "ouverture de l’exposition"),
    ("Le procès de l’ancien notaire aura lieu en juin 2025.", "Juin 2025", "procès de l’ancien notaire"),
    ("Anne Roche, née le 3 mai 1950 à Lyon, a dirigé l’orchestre.", "3 mai 1950", "naissance d’Anne Roche"),
    (
        "En 1996, la mairie étudie la possibilité d’une salle neuve.",
        "1996",
        "étude par la mairie de la possibilité d’une salle neuve",
    ),
    (
        "Le maire se réjouit de la création, en 1998, d’une cinquième classe.",
        "1998",
        "création d’une cinquième classe",
    ),
    (
        "La halle est achetée par deux familles, puis rachetée en 2005 par un brasseur.",
        "2005",
        "rachat de la halle par un brasseur",
    ),
]


@pytest.mark.parametrize(("text", "date", "fact"), FIRE)
def test_a_fact_and_its_date(context: Callable[[str], Any], text: str, date: str, fact: str) -> None:
    found = {
        event.date.replace("'", "’"): (*event.texts, "")[0].replace("'", "’")
        for event in events(context(OPENING + text))
    }
    assert found.get(date) == fact


def test_a_fact_as_a_clause(context: Callable[[str], Any]) -> None:
    (event,) = events(context(OPENING + "Le premier tramway a circulé en 1888 entre la gare et le port."))
    assert event.texts == ()
    assert event.clauses[0] == "le premier tramway a circulé entre la gare et le port"


SILENT = [
    ("En juillet, la commune achète le château.", "a month of an unknown year"),
    ("La mairie n’ouvrira pas la piscine en 2024.", "denied"),
    ("« En 1987, nous avons acheté le château », a raconté le maire.", "quoted"),
    ("Né en 1950 à Lyon, il a dirigé l’orchestre.", "a birth that belongs to a pronoun"),
    ("Prévu en 2019, le concert a été reporté.", "the date is not that of the verb"),
    ("L’école existe depuis 1972.", "a date since when, not at which"),
    ("La population baisse jusqu’en 1982.", "a date until when"),
    ("Paul Roux a été abattu le 3 mai 2012.", "no noun of action for that"),
    ("L’existence de la particule a été émise en 1964 par le physicien Paul Brun.", "what is, is not done"),
    ("L’exposition attire plus de monde que celle de 2012.", "no event"),
    ("La baisse des prix (3 % en 2011) se poursuit.", "the date of a figure in brackets"),
]


@pytest.mark.parametrize(("text", "why"), SILENT)
def test_silent(context: Callable[[str], Any], text: str, why: str) -> None:
    assert [event.texts for event in events(context(OPENING + text)) if event.texts] == [], why


@pytest.mark.parametrize("size", ["", "de magnitude 6 "])
def test_the_object_is_never_lost(context: Callable[[str], Any], size: str) -> None:
    text = f"Un séisme {size}a frappé vendredi 14 février 2014 l’île de Luzon, faisant 12 morts."
    assert all("l’île" in text for event in events(context(OPENING + text)) for text in (*event.texts, *event.clauses))


def brief_of(text: str) -> Brief:
    """A brief without concepts."""
    phrase = Keyphrase("château", "château", ("château",), 1.0, "noun")
    return Brief(Context.of(understand(text)), phrase, (), (), (), Templates(environment(None), 0), DEFAULTS, 700)


ARTICLE = (
    "Le château de Brévance a été restauré en 2003 par la région. En 1987, la commune achète le domaine. "
    "Le parc, dessiné en 1754 par le jardinier Roux, est ouvert à tous."
)


def test_in_order_of_time() -> None:
    block = timeline(brief_of(ARTICLE))
    assert block is not None
    ranked = sorted(block.options, key=lambda option: (option.at, -option.worth))
    assert [option.pieces[0].cells[0] for option in ranked if option.group == option.at][:1] == ["1754"]
    firsts = {option.group: option.pieces[0] for option in reversed(block.options)}
    assert [firsts[key].cells[0] for key in sorted(firsts)] == ["1754", "1987", "2003"]
    assert all(piece.text.startswith(f"{piece.cells[0]} : ") for piece in firsts.values())


def test_one_syntax() -> None:
    tram = " Le premier tramway a circulé en 1888 entre la gare et le parc."
    block = timeline(brief_of(ARTICLE + tram))
    assert block is not None
    assert not any("circulé" in option.pieces[0].text for option in block.options)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("En 1987, la commune achète le domaine. La région a restauré le château en 2003.", "two dates"),
        ("Le châtelain est mort samedi. Ses obsèques auront lieu mardi. " + ARTICLE, "mourning"),
    ],
)
def test_when_the_block_keeps_quiet(text: str, why: str) -> None:
    assert timeline(brief_of(text)) is None, why
