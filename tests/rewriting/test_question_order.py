"""Answers in the order in which one would say them."""

from __future__ import annotations

import pytest

from seo_fr.rewriting.question_order import natural, permuted


@pytest.mark.parametrize(
    ("text", "source", "good", "why"),
    [
        ("C’est en mai 2019 que sort le livre.", "Le livre sort en mai 2019.", False, "an emphatic turn"),
        ("En 2019, c’est à Lyon qu’il a joué.", "Il a joué à Lyon en 2019.", False, "the same after a date"),
        ("C’est le cas de 12 villes.", "12 villes ont une gare.", True, "« c’est le cas » stresses nothing"),
        ("Pour le port, la grue porte 5 kg.", "La grue porte 5 kg pour le port.", False, "an aim pulled to the front"),
        ("Pour le port, la grue porte 5 kg.", "Pour le port, la grue porte 5 kg.", True, "as in the source"),
        ("Dans la cave, une pompe a cédé.", "Une pompe a cédé dans la cave.", False, "a place pulled to the front"),
        ("Le 3 mai 2019, le conseil vote.", "Le conseil vote le 3 mai 2019.", True, "a date may open"),
        ("En 2011, le taux était de 12 %.", "Le taux était de 12 % en 2011.", True, "a year may open"),
        ("Non, pas en l’état, a déclaré le maire.", "Le maire refuse.", True, "an answer that denies"),
        ("Pour fraude fiscale.", "Il a été condamné pour fraude fiscale.", True, "a short answer, nothing fronted"),
    ],
)
def test_natural(text: str, source: str, good: bool, why: str) -> None:
    assert natural(text, source) is good, why


@pytest.mark.parametrize(
    ("text", "source", "turned", "why"),
    [
        ("Des facteurs humains et techniques.", "Des facteurs techniques et humains.", True, "adjectives"),
        ("Anna Weber, Lina Forest et Paul Brun.", "Paul Brun, Anna Weber et Lina Forest.", True, "names"),
        ("Des trains à grande vitesse ou low-cost.", "Des trains low-cost ou à grande vitesse.", True, "with « ou »"),
        ("Paul Brun, Anna Weber et Lina Forest.", "Paul Brun, Anna Weber et Lina Forest.", False, "the same order"),
        ("La chute des ventes et la chute du titre.", "La chute des ventes et la chute du titre.", False, "said twice"),
        ("Le maire et le préfet ont voté.", "Le vote du préfet a suivi le discours du maire.", False, "no list there"),
    ],
)
def test_permuted(text: str, source: str, turned: bool, why: str) -> None:
    assert permuted(text, source) is turned, why
