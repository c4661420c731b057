"""What holds for any text: idempotence, letters kept, no exception."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from seo_fr.french import (
    a,
    accent_capitals,
    agree,
    capitalize_first,
    count_sentences,
    count_syllables,
    count_words,
    de,
    enumerate_fr,
    finish,
    keep,
    lower_first,
    que,
    sentence_case,
    strip_final,
    typeset,
    unaccented,
)
from seo_fr.settings import LOCALES

PIECES = st.sampled_from(
    "Le la les L' l’ de d' que qu’ il Elle on Meta OpenAI IA onze héros homme l'équipe une 1er 2ème 1ère XIXème "
    "340 000 "
    "2012 12:30 "
    "3,5 50% 50 % 5€ n°3 M. Mme Dupont http://a.fr/x?y;z a.b@c.fr `x!` v1.2.3 \" « » “ ” ‹ › ' ’ ( ) [ ] ... … . "
    ", ; : ! ? ?! - -- – — * ** _ # :-) & &amp; <b> </b> A À Etat État y à et ou etc. 20°C km œuvre".split(" ")
)
GLUE = st.sampled_from(["", " ", " ", " ", "\u00a0", "\u202f", "\n"])
TEXTS = st.one_of(
    st.lists(st.tuples(PIECES, GLUE), max_size=14).map(lambda pairs: "".join(piece + glue for piece, glue in pairs)),
    st.text(max_size=40),
)
LOCALE = st.sampled_from(LOCALES)


def letters(text: str) -> str:
    """Letters and digits alone, without the endings of ordinals and the number sign, which typesetting may change."""
    text = re.sub(r"(?<=[\dIVXLC])(?:ème|ième|eme|ère|ere|ière|re|e)s?", "", text)
    return "".join(c for c in text if c.isalnum() and c not in "ºª°")


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(TEXTS, LOCALE)
def test_typeset_is_idempotent(text: str, locale: str) -> None:
    once = typeset(text, locale)
    assert typeset(once, locale) == once


@settings(max_examples=800, deadline=None, derandomize=True)
@given(TEXTS, LOCALE)
def test_typeset_keeps_letters(text: str, locale: str) -> None:
    assert letters(typeset(text, locale)) == letters(text)


@settings(max_examples=800, deadline=None, derandomize=True)
@given(TEXTS, LOCALE, st.booleans())
def test_finish_is_idempotent(text: str, locale: str, capital: bool) -> None:
    once = finish(text, locale=locale, capital=capital)
    assert finish(once, locale=locale, capital=capital) == once


@settings(max_examples=400, deadline=None, derandomize=True)
@given(TEXTS)
def test_kept_span_is_only_typeset(text: str) -> None:
    """Inside a kept span no word is changed: its letters are all there, in order."""
    span = re.sub(r"[\ue000\ue001]", "", text).strip()
    assert letters(finish("Voici : " + keep(span), capital=False)).endswith(letters(span))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS)
def test_helpers_take_any_text(text: str) -> None:
    for function in (de, a, que, capitalize_first, lower_first, strip_final, sentence_case, accent_capitals):
        assert isinstance(function(text), str)
        assert isinstance(function(""), str)
    assert count_words(text) >= 0
    assert count_sentences(text) <= max(1, count_words(text))
    assert all(count_syllables(word) >= 0 for word in text.split())
    assert "le/la" not in de(text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS)
def test_accents_change_nothing_else(text: str) -> None:
    fold = unaccented(unicodedata.normalize("NFC", text))
    assert unaccented(accent_capitals(text)) == unaccented(text) or fold == unaccented(accent_capitals(text))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(TEXTS)
def test_word_count_is_that_of_the_printed_text(text: str) -> None:
    """Typesetting twice gives the count of typesetting once, in every locale alike."""
    counts = {count_words(typeset(text, locale)) for locale in LOCALES}
    assert len(counts) == 1


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.text(alphabet="abcéè ’-", min_size=1, max_size=12), max_size=5))
def test_enumeration_holds_every_item(items: list[str]) -> None:
    assert all(item in enumerate_fr(items) for item in items)


@settings(max_examples=1000, deadline=None, derandomize=True)
@given(st.text(alphabet="abcdefghilmnoprstuvxé", min_size=2, max_size=12))
def test_agreement_of_any_word(word: str) -> None:
    assert agree(word, "m", "s") == word
    feminine, plural = agree(word, "f", "s"), agree(word, "m", "p")
    assert feminine
    assert plural
    assert feminine[0] == plural[0] == word[0]
