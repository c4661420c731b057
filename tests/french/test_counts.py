"""Words, sentences, syllables."""

from __future__ import annotations

import pytest

from seo_fr.french import count_sentences, count_syllables, count_words

WORDS = (
    ("l’IA", 1, "an elided word and its noun are one run"),
    ("340\u202f000", 1, "narrow no-break space inside a number"),
    ("340\u00a0000 GPU", 2, "no-break space inside a number"),
    ("340 000", 2, "a plain space separates"),
    ("50\u00a0%", 1, "a sign is no word"),
    ("M.\u00a0Blum", 2, "a no-break space elsewhere separates"),
    ("« Oui » – non !", 2, "marks are no words"),
    ("porte-parole", 1, "hyphen"),
    ("", 0, "empty"),
    (" \n\t", 0, "blank"),
    ("_ * …", 0, "marks only"),
)


@pytest.mark.parametrize(("text", "expected", "why"), WORDS)
def test_words(text: str, expected: int, why: str) -> None:
    assert count_words(text) == expected, why


SENTENCES = (
    ("Il part. Elle reste.", 2, "two stops"),
    ("M. Blum part. Mme Curie reste.", 2, "titles"),
    ("J. K. Rowling écrit.", 1, "initials"),
    ("Il dit : « Je pars. » Elle reste.", 2, "stop inside a quotation"),
    ("« Quoi ? » dit-il.", 1, "question inside a sentence"),
    ("Il part… et revient.", 1, "ellipsis inside a sentence"),
    ("Des avions, des trains, etc. Et puis rien.", 2, "this abbreviation may end a sentence"),
    ("Titre sans stop", 1, "no mark at all"),
    ("3,5 % en 2012. Fin", 2, "no final mark"),
    ("", 0, "empty"),
    ("…", 0, "no word"),
)


@pytest.mark.parametrize(("text", "expected", "why"), SENTENCES)
def test_sentences(text: str, expected: int, why: str) -> None:
    assert count_sentences(text) == expected, why


SYLLABLES = (
    "2 Meta|3 entreprise|1 que|1 qu’il|2 jusqu’à|1 parlent|2 moment|2 agents|1 aiment|2 créer|2 client|3 février|"
    "1 lion|"
    "2 pays|3 paysage|1 œil|2 aiguë|2 naïf|2 Noël|2 théâtre|2 soleil|2 travail|3 travailler|2 famille|1 ville|3 aéro|"
    "2 géant|2 FIFA|4 SNCF|2 ONU|3 aujourd’hui|1 l’an|5 électricité|3 quatre-vingt|2 média|2 yaourt|2 royaume|1 fuir|"
    "3 ouvrier|3 essuyer|3 coopté|5 coopération|2 souhaite"
).split("|")


@pytest.mark.parametrize("case", SYLLABLES)
def test_syllables(case: str) -> None:
    expected, word = case.split()
    assert count_syllables(word) == int(expected)


def test_syllables_of_odd_input() -> None:
    assert count_syllables("") == 0
    assert count_syllables("…") == 0
    assert count_syllables("«\u00a0Oui\u00a0»") == 1
    assert count_syllables("zyx", exceptions={"zyx": 7}) == 7


@pytest.mark.xfail(reason="English oa is taken for two vowels")
def test_syllables_of_english_words() -> None:
    assert count_syllables("coach") == 1
