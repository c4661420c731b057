"""Forms that a keyphrase takes from the headline: its label, what happened and where; no span of time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tagged import analysis_of

from seo_fr.model import Analysis, Entity
from seo_fr.topics.focus import focus_keyphrase
from seo_fr.topics.focus_forms import of_headline
from seo_fr.topics.keyphrases import rank

ALL = 100_000


def article(paragraphs: tuple[str, ...], title: str, *places: str) -> Analysis:
    """A tagged text with a headline and the places that it names."""
    entities = tuple(Entity(i, name, "LOC") for i, name in enumerate(places))
    return replace(analysis_of(*paragraphs, title=title), entities=entities)


def offered(analysis: Analysis) -> list[str]:
    """What the headline offers, however low it ranks."""
    return [phrase.text for phrase in of_headline(analysis, rank(analysis, n=ALL), frozenset())]


def chosen(analysis: Analysis) -> str:
    """The focus keyphrase."""
    return focus_keyphrase(analysis, rank(analysis, n=60))[0].text


LEG = ("Une|D contraction|N réveille|V le|D dormeur|N .|.", "La|D douleur|N passe|V avant|S l’|D aube|N .|.")
LABELS = (  # tagged text, headline, phrase, offered, why
    (LEG, "Crampes nocturnes : quand la jambe réveille", "crampes nocturnes", True, "a noun and its adjective"),
    (LEG, "Crampes du mollet : quand la jambe réveille", "crampes du mollet", True, "a noun and its complement"),
    (LEG, "Football : quand la jambe réveille", "football", False, "a theme"),
    (
        LEG,
        "Football – National : quand la jambe réveille",
        "football – National",
        False,
        "a theme with what narrows it",
    ),
    (LEG, "Crampes : quand la jambe réveille", "crampes", False, "one word is left to the ranking"),
    (
        ("Le|D bac|N relie|V Vaurie|P|LOC à|S Lorzac|P|LOC .|.",),
        "Vaurie : quand la jambe réveille",
        "Vaurie",
        False,
        "a place files the headline",
    ),
)


@pytest.mark.parametrize(("paragraphs", "title", "phrase", "wanted", "why"), LABELS)
def test_a_label_is_a_candidate(paragraphs: tuple[str, ...], title: str, phrase: str, wanted: bool, why: str) -> None:
    assert (phrase in offered(article(paragraphs, title))) is wanted, why


def test_a_label_may_be_chosen() -> None:
    assert chosen(article(LEG, "Crampes nocturnes : quand la jambe réveille")) == "crampes nocturnes"


QUAKE = ("La|D terre|N tremble|V en|S Turquie|P|LOC .|.", "Les|D secours|N fouillent|V les|D décombres|N .|.")
FIRES = ("Les|D incendies|N ravagent|V le|D Japon|P|LOC .|.", "Les|D incendies|N avancent|V .|.")
MARCH = ("La|D manifestation|N dure|V au|S Chili|P|LOC .|.", "La|D manifestation|N gêne|V la|D capitale|N .|.")
STRIKE = ("La|D grève|N dure|V à|S Vaurie|P|LOC .|.", "La|D grève|N gêne|V la|D vallée|N .|.")
HAPPENINGS = (  # tagged text, place, headline, phrase, offered, why
    (QUAKE, "Turquie", "Séisme meurtrier dans l’est de la Turquie", "séisme en Turquie", True, "« en »"),
    (FIRES, "Japon", "Incendies : des milliers d’évacués au Japon", "incendies au Japon", True, "« au », past a colon"),
    (MARCH, "Chili", "Manifestation monstre au Chili contre la hausse des loyers", "manifestation au Chili", True,
     "past an adjective"),
    (QUAKE, "Turquie", "Musée géant ouvert en Turquie", "musée en Turquie", False, "a museum does not happen"),
    (STRIKE, "Vaurie", "Grève massive à Vaurie", "grève à Vaurie", False, "no country"),
    (QUAKE, "Turquie", "Séisme meurtrier dans la nuit", "séisme en Turquie", False, "the headline names no country"),
    (QUAKE, "Turquie", "Le séisme de Turquie en photos", "séisme en Turquie", False, "it does not open the headline"),
)  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "place", "title", "phrase", "wanted", "why"), HAPPENINGS)
def test_what_happens_is_searched_with_its_country(
    paragraphs: tuple[str, ...], place: str, title: str, phrase: str, wanted: bool, why: str
) -> None:
    assert (phrase in offered(article(paragraphs, title, place))) is wanted, why


@pytest.mark.parametrize(
    ("paragraphs", "place", "title", "expected"),
    [
        (QUAKE, "Turquie", "Séisme meurtrier dans l’est de la Turquie", "séisme en Turquie"),
        (FIRES, "Japon", "Incendies : des milliers d’évacués au Japon", "incendies au Japon"),
        (MARCH, "Chili", "Manifestation monstre au Chili contre la hausse des loyers", "manifestation au Chili"),
    ],
)
def test_and_so_it_is_chosen(paragraphs: tuple[str, ...], place: str, title: str, expected: str) -> None:
    assert chosen(article(paragraphs, title, place)) == expected


TIMES = (  # tagged text, headline, expected, why
    (
        (
            "La|D semaine|N de|S grève|N commence|V .|.",
            "La|D semaine|N de|S grève|N dure|V dans|S les|D écoles|N rurales|A .|.",
            "Les|D écoles|N rurales|A ferment|V .|.",
        ),
        "Une semaine de grève dans les écoles rurales",
        "écoles rurales",
        "« semaine »",
    ),
    (
        (
            "Trois|U jours|N de|S marche|N séparent|V les|D refuges|N gardés|A .|.",
            "Les|D refuges|N gardés|A ouvrent|V .|.",
            "Les|D jours|N de|S marche|N usent|V",
        ),
        "Trois jours de marche entre les refuges gardés",
        "refuges gardés",
        "« jours », counted",
    ),
    (
        (
            "La|D durée|N du|S bail|N change|V .|.",
            "La|D durée|N du|S bail|N rural|A inquiète|V",
            "Le|D bail|N rural|A change|V",
        ),
        "La durée du bail rural va changer",
        "bail rural",
        "« durée »",
    ),
    (
        (
            "La|D fermeture|N du|S bac|N dure|V .|.",
            "La|D fermeture|N du|S bac|N inquiète|V",
            "La|D fermeture|N lasse|V",
        ),
        "La fermeture du bac va durer",
        "fermeture du bac",
        "what happens is no time",
    ),
)


@pytest.mark.parametrize(("paragraphs", "title", "expected", "why"), TIMES)
def test_no_span_of_time_is_ranked_for(paragraphs: tuple[str, ...], title: str, expected: str, why: str) -> None:
    assert chosen(article(paragraphs, title)) == expected, why


HEADED = (  # tagged text, headline, expected, why
    (("La|D queue|N s’|S allonge|V devant|S le|D comptoir|N du|S prêt|N .|.", "La|D piscine|N ferme|V lundi|N .|.",
      "La|D piscine|N rouvrira|V en|S hiver|N .|."), "La piscine ferme pour neuf mois", "piscine",
     "nothing else is of the headline"),
    (("La|D queue|N s’|S allonge|V devant|S le|D bassin|N de|S la|D piscine|N .|.", "La|D piscine|N ferme|V .|.",
      "Le|D bassin|N de|S la|D piscine|N rouvre|V .|."), "La piscine ferme pour neuf mois", "bassin de la piscine",
     "two words, one of which is of the headline"),
)  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "title", "expected", "why"), HEADED)
def test_a_word_of_the_headline_over_a_phrase_of_none(
    paragraphs: tuple[str, ...], title: str, expected: str, why: str
) -> None:
    text = analysis_of(*paragraphs, title=title)
    assert focus_keyphrase(text, rank(text, n=25))[0].text == expected, why


def test_no_phrase_starts_inside_a_preposition() -> None:
    text = analysis_of(
        "Le|D parti|N arrive|V en|S tête|N des|S élections|N municipales|A .|.",
        "Un|D chou|N de|S la|D taille|N d’|P un|D ballon|N pousse|V .|.",
    )
    found = {phrase.text for phrase in rank(text, n=25)}
    assert "élections municipales" in found
    assert not {phrase for phrase in found if phrase.startswith(("tête", "taille"))}
