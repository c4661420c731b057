"""Floor 1: elision, contraction, agreement, conjugation, typography, syllables. Pure functions over data."""

from seo_fr.french.elision import aspirated, elide, elides, first_word, vowel_onset
from seo_fr.french.finish import finish, keep
from seo_fr.french.phrases import (
    a,
    capitalize_first,
    de,
    enumerate_fr,
    in_place,
    lower_first,
    ne,
    que,
    si,
    strip_final,
)
from seo_fr.french.syllables import count_sentences, count_syllables, count_words
from seo_fr.french.typography import NBSP, NNBSP, accent_capitals, typeset, typography

__all__ = [
    "NBSP",
    "NNBSP",
    "a",
    "accent_capitals",
    "aspirated",
    "capitalize_first",
    "count_sentences",
    "count_syllables",
    "count_words",
    "de",
    "elide",
    "elides",
    "enumerate_fr",
    "finish",
    "first_word",
    "in_place",
    "keep",
    "lower_first",
    "ne",
    "que",
    "si",
    "strip_final",
    "typeset",
    "typography",
    "vowel_onset",
]
