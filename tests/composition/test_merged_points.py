"""Two facts about one subject in one key point."""

from __future__ import annotations

import pytest

from seo_fr.composition.essentials import POINTING_RE, long_words
from seo_fr.composition.merged_points import joinable
from seo_fr.rewriting.keypoint import Predicate

FIRST = Predicate("le groupe", "fermera l’usine de Brenac d’ici à 2014", "future", False, (0,))

PAIRS = (  # (subject, predicate, tense, may be joined to the first, why)
    ("le groupe", "supprimera 1 600 postes à Rennes", "future", True, "one subject, one tense"),
    ("Le groupe", "supprimera 1 600 postes à Rennes", "future", True, "a capital is no other subject"),
    ("la ville", "supprimera 1 600 postes à Rennes", "future", False, "another subject"),
    ("le groupe", "supprime 1 600 postes à Rennes", "present", False, "another tense"),
    ("le groupe", "vendra ses ateliers de Rennes", "future", False, "a possessive would hang on what is nearer"),
    ("le groupe", "vendra les ateliers et les stocks", "future", False, "a second « et » would read on"),
    ("le groupe", "partira demain", "future", False, "too short to tell anything"),
)


@pytest.mark.parametrize(("subject", "text", "tense", "expected", "why"), PAIRS, ids=[p[4] for p in PAIRS])
def test_facts_that_may_share_a_subject(subject, text, tense, expected, why) -> None:
    assert joinable(FIRST, Predicate(subject, text, tense, False, (3,))) is expected, why


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
