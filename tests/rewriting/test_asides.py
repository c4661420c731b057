"""An aside that ends a long sentence: told on its own where nothing is left in doubt, left alone elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.rewriting.asides import aside

COMPANY = "Le conseil municipal s’est réuni jeudi soir dans la salle des fêtes."

FIRING = (
    (
        "Le maire de Vernay a refusé le projet de passerelle sur la Lène lundi, estimant que le budget ne suffit pas.",
        (
            "Le maire de Vernay a refusé le projet de passerelle sur la Lène lundi.",
            "Il estime que le budget ne suffit pas.",
        ),
        "what the subject says",
    ),
    (
        "L’entreprise a signé une convention de location avec la commune pour les trois années à venir, représentant "
        "un loyer de 300 euros.",
        (
            "L’entreprise a signé une convention de location avec la commune pour les trois années à venir.",
            "Cette convention représente un loyer de 300 euros.",
        ),
        "what the object amounts to",
    ),
    (
        "Le 15 juillet, elle gagne le titre mondial avec son équipe de relais, battant au passage de "
        "nouveaux records du club.",
        (
            "Le 15 juillet, elle gagne le titre mondial avec son équipe de relais.",
            "Elle bat au passage de nouveaux records du club.",
        ),
        "what the subject does at once",
    ),
    (
        "Les deux navettes du port ont été construites par la société Verdelis, qui réalise ainsi sa première "
        "livraison sur la côte atlantique.",
        (
            "Les deux navettes du port ont été construites par la société Verdelis.",
            "Celle-ci réalise ainsi sa première livraison sur la côte atlantique.",
        ),
        "a relative clause whose noun is alone before the comma",
    ),
)

SILENT = (
    (
        "La tempête a couché les pylônes de la vallée pendant la nuit de samedi, privant de courant les villages qui "
        "bordent la rivière et rendant la route impraticable.",
        "the subject of « rendant » may be the whole fact",
    ),
    (
        "Selon la préfecture, le maire a refusé le projet de passerelle lundi, estimant que le budget ne suffit pas.",
        "under « selon », the second half would lose its source",
    ),
    (
        "Le train a quitté la gare de Nantes pour la base de maintenance des rames du littoral, qui accueillait "
        "autrefois des locomotives à vapeur.",
        "two nouns of one number before the comma",
    ),
    (
        "La directrice raconte avoir été suivie dans la rue par plusieurs hommes, qui ont commencé à crier devant la "
        "porte du magasin.",
        "the aside is part of the tale",
    ),
    ("Le maire a refusé le projet, estimant que le budget ne suffit pas.", "short enough as it is"),
    (
        "Le maire a refusé le projet de passerelle sur la Lène hier soir, estimant que le budget ne suffirait pas.",
        "after a past verb, « suffirait » would read as a rumour in the present",
    ),
)


@pytest.mark.parametrize(("text", "expected", "why"), FIRING, ids=[row[2] for row in FIRING])
def test_fires(context: Callable[[str], Any], text: str, expected: tuple[str, ...], why: str) -> None:
    ctx = context(f"{COMPANY} {text} La séance a duré deux heures.")
    rendering = aside(ctx, 1)
    assert rendering is not None, why
    assert tuple(part.piece.text for part in rendering.parts) == expected, why


@pytest.mark.parametrize(("text", "why"), SILENT, ids=[row[1] for row in SILENT])
def test_stays_silent(context: Callable[[str], Any], text: str, why: str) -> None:
    assert aside(context(f"{COMPANY} {text} La séance a duré deux heures."), 1) is None, why
