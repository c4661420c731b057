"""Connecting words by relation, and what only looks like one."""

from __future__ import annotations

import pytest

from seo_fr.scoring.transitions import opener_of, transition_in
from seo_fr.topics.matching import words


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        ("Par ailleurs, le tarif baisse.", "Par ailleurs", "addition"),
        ("Le tarif, en revanche, baisse.", "en revanche", "opposition, inside the clause"),
        ("Il reste parce qu’il pleut.", "parce qu’", "elided"),
        ("Il reste parce qu'il pleut.", "parce qu'", "straight apostrophe"),
        ("Elle part afin d’arriver tôt.", "afin d’", "elided preposition"),
        ("La fête est annulée à cause du vent.", "à cause du", "contracted"),
        ("Le pont ferme à la suite des crues.", "à la suite des", "contracted plural"),
        ("Lorsqu’il gèle, la route ferme.", "Lorsqu’", "one elided word"),
        ("Soit il vient, soit il écrit.", "soit … soit", "pair"),
        ("Selon la mairie, tout va bien.", "Selon", "source"),
        ("C’est-à-dire demain.", "C’est-à-dire", "hyphens"),
        ("De plus, il neige.", "De plus", "at the head"),
        ("Il neige ; de plus, il vente.", "de plus", "after a sign"),
        ("Il faut deux jours de plus.", "", "a quantity, not a link"),
        ("Il demande que la salle soit prête.", "", "« soit » is a verb"),
        ("Plus de mille personnes pensent que oui.", "", "« plus de … que » is no pair"),
        ("Une femme comme elle.", "", "comparison of two nouns"),
        ("Le prix de moins de trois articles.", "", "not « du moins »"),
        ("Tout ce que je sais.", "", "« tout … que » is no pair"),
        ("Le maire a signé.", "", "nothing"),
        ("", "", "empty"),
    ],
)
def test_transition(sentence: str, expected: str, why: str) -> None:
    assert transition_in(tuple(words(sentence)), sentence) == expected, why


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ainsi donc, le maire a signé.", "ainsi donc"),
        ("En effet, la salle est prête.", "en effet"),
        ("Le maire, en effet, a signé.", ""),
        ("Selon la mairie, tout va bien.", ""),
    ],
)
def test_opener(sentence: str, expected: str) -> None:
    assert opener_of(tuple(words(sentence))) == expected
