"""Concepts keep headings of their own unless too few headings hold the keyphrase."""

from __future__ import annotations

import pytest

from seo_fr.composition.compose import unheaded
from seo_fr.model import Heading, Keyphrase, Passage, Piece, Section

FOCUS = Keyphrase("piste cyclable", "piste cyclable", ("pist", "cyclabl"), 1.0, "noun")
HOLDING, OTHER = "La piste cyclable rouvre", "Le chantier"


def section(level: int, text: str, block: str = "body") -> Section:
    passages = (Passage("paragraph", (Piece(f"{text} est un terme.", "background", (), "test", 1.0),)),)
    return Section(Heading(level, text, "", (), "test"), passages, block)


@pytest.mark.parametrize(
    ("body", "concepts", "own"),
    [
        ((HOLDING, HOLDING, OTHER, OTHER), 0, 0),  # nothing to do
        ((HOLDING, HOLDING, OTHER), 2, 2),  # two of six are enough
        ((HOLDING, HOLDING, OTHER), 3, 0),  # two of seven are not, two of four are
        ((OTHER, OTHER, OTHER), 3, 3),  # none holds it: nothing would be won
    ],
    ids=["no concept", "enough as it is", "mended", "in vain"],
)
def test_concepts_lose_their_headings(body: tuple[str, ...], concepts: int, own: int) -> None:
    sections = [section(1, "Titre", "lead"), *(section(2, text) for text in body)]
    if concepts:
        sections += [section(2, "Quelques mots", "background")]
        sections += [section(3, f"Mot {k}", "background") for k in range(concepts)]
    out = unheaded(sections, FOCUS)
    assert sum(s.heading.level == 3 for s in out) == own
    assert [p.text for s in out for p in s.pieces] == [p.text for s in sections for p in s.pieces], "nothing is lost"


def test_a_concept_that_holds_the_keyphrase_keeps_its_heading() -> None:
    sections = [section(1, "Titre", "lead"), section(2, OTHER), section(2, OTHER), section(2, "Mots", "background")]
    sections += [section(3, "La piste cyclable", "background"), section(3, "Le mot", "background")]
    assert unheaded(sections, FOCUS) == sections
