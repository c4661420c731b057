"""Which facts are told as key points."""

from __future__ import annotations

import pytest

from seo_fr.composition.essentials import POINTING_RE, long_words


@pytest.mark.parametrize(
    ("text", "pointing"),
    [
        ("La fermeture de ces lignes est due à une baisse du trafic", True),
        ("Les autres couleurs correspondent à des associations de symboles", True),
        ("Le groupe ferme l’usine avec d’autres acteurs", False),
        ("La ville ouvre une crèche de trente places", False),
    ],
)
def test_what_calls_for_something_said_before(text, pointing) -> None:
    assert bool(POINTING_RE.search(text)) is pointing


def test_words_that_tell_something() -> None:
    assert long_words("Le groupe ferme 3 usines") == {"groupe", "ferme", "3", "usines"}
