"""« Rappelons que » goes, the fact stays; an order, a question, a noun after it stay whole."""

import pytest

from seo_fr.rewriting.prefaces import unprefaced

ROWS = (  # (sentence, plain, why)
    ("Rappelons que la digue date de 1912.", "La digue date de 1912.", "a reminder"),
    ("Notons également qu’une buvette ouvre près du quai.", "Une buvette ouvre près du quai.", "with an adverb"),
    ("À noter que la digue ferme le lundi.", "La digue ferme le lundi.", "a note"),
    ("Il convient de rappeler que la digue date de 1912.", "La digue date de 1912.", "impersonal"),
    (
        "Il est important de noter que la digue n’est pas éclairée.",
        "La digue n’est pas éclairée.",
        "a denial stays one",
    ),
    (
        "Il est bon de rappeler que, d’après la loi, le quai est public.",
        "D’après la loi, le quai est public.",
        "a comma",
    ),
    ("Il faut que la digue tienne tout l’hiver.", None, "an obligation is no preface"),
    ("Notons le retour de la navette du soir.", None, "no clause follows"),
    ("Rappelons qui a bâti la digue du port.", None, "an indirect question"),
    ("Rappelons que la digue ferme :", None, "it announces a list"),
    ("Rappelons que c’est fermé.", None, "too little is left"),
    ("Le maire rappelle que la digue date de 1912.", None, "somebody else says so"),
)


@pytest.mark.parametrize(("text", "plain", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_preface(text: str, plain: str | None, why: str) -> None:
    assert unprefaced(text) == (plain or text), why
