"""How concepts are named in headings, and how their texts follow the article."""

from __future__ import annotations

import re

import pytest

from seo_fr.composition import terms
from seo_fr.model import Concept, ConceptMatch
from seo_fr.resources import knowledge


def entry(term: str, definition: str, gender: str = "m", number: str = "s", **fields: object) -> Concept:
    return Concept(term, definition, "Explication.", "d", gender, number, **fields)  # type: ignore[arg-type]


def match(concept: Concept, surface: str) -> ConceptMatch:
    return ConceptMatch(concept, surface, 0, len(surface), 0, 1, 1.0)


@pytest.mark.parametrize(
    ("concept", "name", "question", "noun", "why"),
    [
        (
            entry("directoire", "Le directoire est un organe."),
            "",
            "Qu’est-ce que le directoire ?",
            "Le directoire",
            "le",
        ),
        (entry("drone", "Un drone est un aéronef."), "", "Qu’est-ce qu’un drone ?", "Le drone", "un becomes le"),
        (entry("hackathon", "Un hackathon est une fête."), "", "Qu’est-ce qu’un hackathon ?", "Le hackathon", "h"),
        (entry("haie", "Une haie est une clôture.", "f"), "", "Qu’est-ce qu’une haie ?", "La haie", "aspirated h"),
        (entry("isotope", "Un isotope est un atome."), "", "Qu’est-ce qu’un isotope ?", "L’isotope", "elision"),
        (entry("Otan", "L’Otan est une alliance.", "f"), "", "Qu’est-ce que l’Otan ?", "L’Otan", "a name, as it is"),
        (entry("Enigma", "Enigma est une machine.", "f"), "", "Qu’est-ce qu’Enigma ?", "Enigma", "no article"),
        (entry("Linux", "Linux est un noyau."), "", "Qu’est-ce que Linux ?", "Linux", "no article"),
        (
            entry("archives", "Les archives sont un fonds.", "f", "p"),
            "",
            "Que sont les archives ?",
            "Les archives",
            "p",
        ),
        (
            entry("harkis", "Les harkis sont des soldats.", "m", "p"),
            "",
            "Qui sont les harkis ?",
            "Les harkis",
            "people",
        ),
        (entry("puce graphique", "Une puce graphique est…", "f"), "GPU", "Qu’est-ce qu’une GPU ?", "La GPU", "acronym"),
        (entry("fortune", "La fortune est…", "f"), "ISF", "Qu’est-ce que l’ISF ?", "L’ISF", "an acronym elides"),
        (entry("test", "En droit, le mot est autre."), "", "", "Test", "a definition that opens otherwise"),
    ],
)
def test_headings(concept: Concept, name: str, question: str, noun: str, why: str) -> None:
    assert terms.question(concept, name) == question, why
    assert terms.noun_heading(concept, name) == noun, why


@pytest.mark.parametrize(
    ("surface", "text", "expected", "why"),
    [
        ("GPU", "Le GPU chauffe.", "GPU", "the article’s own acronym"),
        ("puce graphique", "La puce graphique chauffe.", "", "the term itself"),
        ("carte accélératrice", "La carte accélératrice chauffe.", "", "another name is no acronym"),
    ],
)
def test_the_name_shown(surface: str, text: str, expected: str, why: str) -> None:
    concept = entry("puce graphique", "Une puce graphique est…", "f", aliases=("GPU", "carte accélératrice"))
    assert terms.shown(match(concept, surface), text) == expected, why


@pytest.mark.parametrize(
    ("surface", "expected", "why"),
    [
        ("low-cost", "produit à bas coût (low-cost)", "a name better known than the term stands beside it"),
        ("produit à bas coût", "", "the term itself"),
        ("entrée de gamme", "", "an alias that is not listed as one to show"),
        (
            "marchandise à prix cassé",
            "produit à bas coût (marchandise à prix cassé)",
            "a long one, with no word of it",
        ),
    ],
)
def test_another_name_beside_the_term(surface: str, expected: str, why: str) -> None:
    aliases = ("low-cost", "entrée de gamme", "marchandise à prix cassé")
    concept = entry("produit à bas coût", "Un produit à bas coût est un bien simple.", aliases=aliases)
    assert terms.shown(match(concept, surface), f"Voici : {surface}.") == expected, why


def test_an_acronym_keeps_the_capitals_of_the_article() -> None:
    concept = entry("Otan", "L’Otan est une alliance.", "f")
    assert terms.shown(match(concept, "OTAN"), "L’OTAN se réunit.") == "OTAN"
    assert terms.shown(match(concept, "Otan"), "L’Otan se réunit.") == ""


@pytest.mark.parametrize(
    ("surface", "expected", "why"),
    [
        ("ANPB", "ANPB", "in capitals, whatever the entry has"),
        ("Anpb", "Anpb", "read as a word: its letters stand in the full name"),
        ("Bassinet", "", "another name, not its letters"),
        ("agence nationale des ponts et bassins", "", "the full name"),
    ],
)
def test_an_acronym_read_as_a_word(surface: str, expected: str, why: str) -> None:
    definition = "L’agence nationale des ponts et bassins est un service."
    concept = entry("agence nationale des ponts et bassins", definition, "f", aliases=("Anpb", "Bassinet"))
    assert terms.shown(match(concept, surface), f"Voici : {surface}.") == expected, why


def test_a_spelling_of_the_term_is_no_other_name() -> None:
    assert terms.shown(match(entry("low-cost", "Le low-cost est…", aliases=("low cost",)), "low-cost"), "") == ""


def test_an_acronym_that_is_part_of_the_term() -> None:
    concept = entry("données IPTC", "Les données IPTC sont un texte.", "f", "p", aliases=("IPTC",))
    assert terms.shown(match(concept, "IPTC"), "Les champs IPTC.") == ""


def test_a_short_term_takes_the_complement_of_its_definition() -> None:
    concept = entry("noyau", "Le noyau d’un système d’exploitation est un programme.")
    assert terms.question(concept) == "Qu’est-ce que le noyau d’un système d’exploitation ?"


def test_a_term_in_lower_case_keeps_it_in_a_question() -> None:
    concept = entry("rsync", "Rsync est un outil.")
    assert (terms.question(concept), terms.noun_heading(concept)) == ("Qu’est-ce que rsync ?", "Rsync")


def test_a_number_that_the_source_leaves_out() -> None:
    concept = entry("Virus-19", "Le Virus-19 est…", aliases=("Virus",))
    assert terms.shown(match(concept, "Virus"), "Le Virus circule.") == "Virus"
    assert terms.shown(match(concept, "Virus-19"), "Le Virus-19 circule.") == ""


@pytest.mark.parametrize(
    ("text", "gender"),
    [("Elle a eu la Covid.", "f"), ("Il a eu le Covid.", "m"), ("Covid oblige.", "m"), ("La Covid, le Covid.", "m")],
)
def test_the_gender_follows_the_article(text: str, gender: str) -> None:
    concept = entry("Covid", "Le Covid est une maladie.", other="La Covid est une maladie.")
    found = terms.in_gender(match(concept, "Covid"), text)
    assert found.gender == gender
    assert terms.noun_heading(found) == ("La Covid" if gender == "f" else "Le Covid")


def test_every_shipped_concept_has_a_heading() -> None:
    shape = re.compile(r"(?:Qu’est-ce (?:que |qu’)|Que sont les |Qui sont les ).+ \?")
    assert [c.term for c in knowledge.concepts() if not shape.fullmatch(terms.question(c))] == []
    assert [c.term for c in knowledge.concepts() if not terms.noun_heading(c)[0].isupper()] == []
