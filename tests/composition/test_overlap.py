"""Repetition is counted on runs of four words, typography aside."""

import pytest

from seo_fr.composition.overlap import Repetition

CASES = (  # (said, said again, repeats, why)
    ("Le port ouvrira lundi à huit heures.", "Le port ouvrira lundi à huit heures.", True, "the same"),
    ("Le port ouvrira lundi à huit heures.", "Le port ouvrira lundi à huit heures et demie.", True, "nearly the same"),
    ("Le port ouvrira lundi à huit heures.", "Ouverture du port lundi, dès huit heures.", False, "another cut"),
    ("Le port ouvrira lundi.", "Le port ouvrira lundi !", True, "short, but the same words"),
    ("Le port ouvrira lundi.", "Lundi, le port.", False, "too short to tell"),
)


@pytest.mark.parametrize(("said", "again", "repeats", "why"), CASES, ids=[c[3] for c in CASES])
def test_repetition(said: str, again: str, repeats: bool, why: str) -> None:
    seen = Repetition()
    seen.add(said)
    assert seen.repeats(again) is repeats, why


def test_what_is_taken_back_no_longer_counts() -> None:
    seen = Repetition()
    mark = seen.mark()
    seen.add("Le port ouvrira lundi à huit heures.")
    seen.back_to(mark)
    assert not seen.repeats("Le port ouvrira lundi à huit heures.")
