"""Phrases found whatever their inflection, accents, apostrophes, hyphens and word order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_fr.topics.matching import count_phrase, find_phrase, stem, stems

FOUND = (  # phrase, text, why
    ("taxe foncière", "Les taxes foncières montent.", "plural"),
    ("l’inondation", "Une inondation a coupé la route.", "another article"),
    ("élections européennes", "ELECTIONS EUROPEENNES : le calendrier", "capitals without accents"),
    ("election", "L'élection a lieu dimanche.", "phrase without accent, straight apostrophe"),
    ("porte-parole", "Les porte parole se taisent.", "hyphen missing in the text"),
    ("chercheuse", "Trois chercheurs en poste", "feminine and masculine"),
    ("travaux du pont", "Le travail sur les ponts", "irregular plural, other function words"),
    ("recrutement de chercheurs", "Des chercheurs en plein recrutement", "word order and a function word"),
    ("cœur artificiel", "Un coeur artificiel", "ligature"),
    ("aujourd’hui", "Aujourd'hui encore", "apostrophe inside a word"),
    ("vitamine C", "La vitamine C du citron", "a letter that is a word"),
    ("Llama 2", "Meta publie Llama 2.", "number"),
    ("jeunes employés", "une jeune employée", "participle in both genders"),
)
NOT_FOUND = (
    ("taxe foncière", "Une taxe sur les carburants.", "half of the phrase"),
    ("taxe foncière", "La taxe monte. Foncière ou non.", "across two sentences"),
    ("faillite", "La faille du mur", "neighbouring stems"),
    ("vitamine C", "La vitamine c’est utile", "elided letter, not a word"),
    ("ponts", "Le pontage a réussi.", "derived noun"),
    ("C++", "", "empty text"),
)


@pytest.mark.parametrize(("phrase", "text", "why"), FOUND)
def test_found(phrase: str, text: str, why: str) -> None:
    assert count_phrase(text, stems(phrase)) == 1, why


@pytest.mark.parametrize(("phrase", "text", "why"), NOT_FOUND)
def test_not_found(phrase: str, text: str, why: str) -> None:
    assert count_phrase(text, stems(phrase)) == 0, why


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("les uns et les autres", 5), ("le prix de l’eau", 2), ("", 0), ("…", 0), ("a+b (c) [d]* \\d", 4)],
)
def test_content_words(phrase: str, expected: int) -> None:
    assert len(stems(phrase)) == expected


def test_gap_is_counted_in_content_words() -> None:
    text = "Le prix très élevé, selon lui, de l’eau"
    key = stems("prix de l’eau")
    assert count_phrase(text, key, gap=0) == 0
    assert count_phrase(text, key, gap=1) == 1
    assert count_phrase(text, key, gap=None) == 1


def test_an_abbreviation_ends_no_sentence() -> None:
    assert count_phrase("Selon M. Roy, tout va bien.", stems("M. Roy")) == 1


def test_a_repeated_word_must_stand_twice() -> None:
    assert count_phrase("Pas à pas", stems("mur à mur")) == 0
    assert count_phrase("Un mur à mur épais", stems("mur à mur")) == 1
    assert count_phrase("Un mur épais", stems("mur à mur")) == 0


@given(st.text(max_size=40), st.text(max_size=200))
def test_spans_are_ordered_and_inside_the_text(phrase: str, text: str) -> None:
    spans = find_phrase(text, stems(phrase))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéèêàùçœ", min_size=1, max_size=15))
def test_case_and_canonical_form_do_not_matter(word: str) -> None:
    assert stem(word) == stem(word.upper()) or "é" in word  # capitals may lose the accent of a participle


def test_a_number_with_a_point_ends_no_sentence() -> None:
    assert find_phrase("Le système Brume 4.20 sort", stems("Brume 4.20")) == ((11, 21),)
    assert find_phrase("Le système Brume. 4.20 sort", stems("Brume 4.20")) == ()
