"""Slugs and anchors."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_fr.french.slug import MAX_SLUG, slugify, unique_anchor

SLUGS = (
    ("L’IA à l'hôpital", "ia-hopital", "elided articles go, with either apostrophe"),
    ("Jusqu’où ira la hausse ?", "ira-hausse", "elided prepositions go"),
    ("Aujourd’hui, la grève continue", "aujourdhui-greve-continue", "an apostrophe inside a word is no elision"),
    ("Le cœur de l’Œuvre", "coeur-oeuvre", "ligatures are spelled out"),
    ("ÉLECTIONS LÉGISLATIVES : LES RÉSULTATS", "elections-legislatives-resultats", "capitals are no acronyms here"),
    ("La course aux US", "course-us", "an acronym that folds to no function word stays"),
    ("Plus de 340\u00a0000 foyers privés d’électricité", "plus-340000-foyers-prives-electricite", "one number"),
    ("Un budget de 3,5 millions", "budget-3-5-millions", "a decimal comma parts"),
    ("Les prix bondissent de 12\u202f%", "prix-bondissent-12-pourcent", "signs are read"),
    ("Le maire ne démissionnera pas", "maire-ne-demissionnera-pas", "the negation stays"),
    ("Vivre sans voiture", "vivre-sans-voiture", "« sans » stays, for the same reason"),
    ("Rendez-vous à Saint-Étienne", "rendez-saint-etienne", "« vous » goes even after a hyphen"),
    ("R&D : le plan de l’O.N.U.", "rd-plan-onu", "initials join"),
    ("Une île : Noirmoutier-en-l’Île", "ile-noirmoutier-en-ile", "a compound name is whole"),
    ("Naufrage au large d’Aulnay-sous-Bois", "naufrage-large-aulnay-sous-bois", "so is this one"),
    ("Voile : Anne de Kermor gagne", "voile-anne-de-kermor-gagne", "a name with « de »"),
    ("Incendie de Lorient", "incendie-lorient", "the first word is no name"),
    ("Un skieur heurté par un chamois", "skieur-heurte-par-un-chamois", "who does it"),
    ("La publication par la ville", "publication-ville", "« par » after a noun goes"),
    ("Je vis avec un chat", "je-vis-avec-chat", "« vis » alone says nothing"),
    ("Une analyse d’εcho", "analyse-echo", "a Greek letter is read"),
    ("Où et quand ?", "ou-et-quand", "nothing but function words: they stay"),
    ("", "", "empty"),
    ("Привет", "", "no ASCII letter"),
    ("<script>alert(1)</script> {{7*7}}", "script-alert-1-script-7-7", "signs part words and vanish"),
)


@pytest.mark.parametrize(("text", "expected", "why"), SLUGS)
def test_slug(text: str, expected: str, why: str) -> None:
    assert slugify(text) == expected, why


def test_slug_is_cut_between_words() -> None:
    text = "Pourquoi la rénovation énergétique des copropriétés anciennes progresse lentement en Bourgogne"
    slug = slugify(text)
    assert len(slug) <= MAX_SLUG
    whole = slugify(text, max_length=500)
    assert whole.startswith(slug + "-")


def test_anchors_stay_unique_and_short() -> None:
    taken: list[str] = []
    for _ in range(12):
        taken.append(unique_anchor("Une question de méthode", taken, max_length=18))
    assert len(set(taken)) == 12
    assert all(len(anchor) <= 18 for anchor in taken)


def test_a_heading_without_ascii_has_an_anchor() -> None:
    assert unique_anchor("Привет", ["section"]) == "section-2"


@given(st.text(), st.integers(1, 90), st.booleans())
def test_slugs_are_ascii_whatever_the_text(text: str, max_length: int, drop: bool) -> None:
    slug = slugify(text, max_length=max_length, drop_function_words=drop)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= max_length
    assert slugify(slug, max_length=max_length, drop_function_words=False) == slug


@given(st.lists(st.sampled_from(["Les prix", "le prix", "Prix", "2024", "?", "Prix 2"]), max_size=9))
def test_anchors_never_collide(headings: list[str]) -> None:
    taken: list[str] = []
    for heading in headings:
        taken.append(unique_anchor(heading, taken))
    assert len(set(taken)) == len(taken)
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", anchor) for anchor in taken)
