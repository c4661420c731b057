"""Acronyms given beside the full name where the article first has it, and where nothing is to be added."""

from __future__ import annotations

import pytest

from seo_fr.composition.acronyms import beside_names, end_of_name
from seo_fr.model import Heading, Origin, Passage, PassageKind, Piece, Section

NAMES = [
    ("La Ligue des Quartiers Verts ouvre.", "LQV", "La Ligue des Quartiers Verts", "small words aside"),
    ("Il joue à l’Étoile Mont-Rond depuis hier.", "EMR", "Il joue à l’Étoile Mont-Rond", "accents, hyphens"),
    ("Il vit de la Ligue des Quartiers Verts.", "LQV", "Il vit de la Ligue des Quartiers Verts", "inside a sentence"),
    ("Une Caisse nationale des Arts ferme.", "CNA", "Une Caisse nationale des Arts", "an adjective in small letters"),
    ("Les quais verts longent la ville.", "LQV", "", "no name"),
    ("La Ligue des Quartiers Verts (LQV) ouvre.", "LQV", "", "it is there"),
    ("La Ligue des Quartiers (Verts) ouvre.", "LQV", "", "cut by a sign"),
    ("La Grande Ligue des Quartiers Verts ouvre.", "LQV", "", "the middle of a longer name"),
    ("La Ligue des Quartiers Verts Unis ouvre.", "LQV", "", "the head of a longer name"),
    ("Il dit : « La Ligue des Quartiers Verts ouvre. »", "LQV", "", "in a quotation"),
]


@pytest.mark.parametrize(("text", "acronym", "upto", "why"), NAMES, ids=[row[3] for row in NAMES])
def test_where_the_full_name_ends(text: str, acronym: str, upto: str, why: str) -> None:
    assert text[: end_of_name(text, acronym)] == upto, why


def section(
    *texts: str, heading: str = "Le bourg", kind: PassageKind = "paragraph", origin: Origin = "source"
) -> Section:
    pieces = tuple(Piece(text, origin, (0,), "kept") for text in texts)
    return Section(Heading(2, heading, ""), (Passage(kind, pieces),), "body")


FULL = "La Ligue des Quartiers Verts ouvre un jardin."
TWICE = ("La LQV y croit.", "La LQV recrute.")
GIVEN = "La Ligue des Quartiers Verts (LQV) ouvre un jardin."
ARTICLES = [
    ([section(FULL), section(*TWICE)], GIVEN, "used twice after it"),
    ([section(FULL, kind="list"), section(*TWICE)], GIVEN, "in a list"),
    ([section(FULL), section(TWICE[0])], FULL, "one use is not worth it"),
    ([section(TWICE[0], FULL), section(TWICE[1])], TWICE[0], "the reader has met it"),
    ([section(FULL, heading="La LQV ouvre"), section(*TWICE)], FULL, "the heading has it"),
    ([section(FULL, origin="restated"), section(*TWICE)], FULL, "not where it is said again"),
    ([section(FULL, kind="table"), section(*TWICE)], FULL, "not in a table"),
    ([section("La Ligue ouvre.", "Le LQV-3 part."), section("Le LQV-4 part.")], "La Ligue ouvre.", "a model's number"),
]


@pytest.mark.parametrize(("sections", "first", "why"), ARTICLES, ids=[row[2] for row in ARTICLES])
def test_an_acronym_is_given_once_where_it_helps(sections: list[Section], first: str, why: str) -> None:
    told = [piece.text for s in beside_names(sections) for piece in s.pieces]
    assert told[0] == first, why
    assert told[1:] == [piece.text for s in sections for piece in s.pieces][1:], why
