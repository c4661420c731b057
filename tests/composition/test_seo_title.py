"""Titles turned so as to open on the keyphrase, and those that French leaves as they are."""

from __future__ import annotations

import pytest

from seo_fr.composition.seo_title import keyphrase_first, opening_words
from seo_fr.model import Keyphrase
from seo_fr.pipeline import understand
from seo_fr.rewriting.context import Context
from seo_fr.topics.headings import Headline
from seo_fr.topics.matching import stems


def phrase(text: str) -> Keyphrase:
    return Keyphrase(text, text.lower(), stems(text), 1.0, "noun")


TURNED = [
    # those who act for a body
    (
        "Les salariés de la scierie Bonnal votent la reprise",
        "scierie Bonnal",
        "Scierie Bonnal : les salariés votent la reprise",
    ),
    (
        "Rugby : le président du club de Serres démissionne",
        "club de Serres",
        "Club de Serres : le président démissionne",
    ),
    (
        "La direction de l’usine Valmet dépose un recours",
        "usine Valmet",
        "Usine Valmet : la direction dépose un recours",
    ),
    (
        "Le débat sur la vidange du lac Bérot relancé par une crue",
        "vidange du lac Bérot",
        "Vidange du lac Bérot : le débat relancé par une crue",
    ),
    (
        "Économie : fin de service en juin pour le bac de Tréville",
        "bac de Tréville",
        "Bac de Tréville : fin de service en juin",
    ),
    (
        "Première journée du Forum mondial de la langue picarde",
        "Forum mondial de la langue picarde",
        "Forum mondial de la langue picarde : première journée",
    ),
    # the place that is a label
    ("Serres : fermeture des halles", "fermeture des halles à Serres", "Fermeture des halles à Serres"),
    (
        "Serres : accident d’un car avec 53 enfants à bord",
        "accident d’un car à Serres",
        "Accident d’un car à Serres avec 53 enfants à bord",
    ),
    # a place after a participle
    (
        "Retour sur le tournoi d’échecs organisé au stade Bel-Air",
        "stade Bel-Air",
        "Stade Bel-Air : retour sur le tournoi d’échecs",
    ),
    # what an infinitive bears on
    (
        "Comment réussir à faire des confitures maison",
        "confitures maison",
        "Confitures maison : comment réussir à en faire",
    ),
    (
        "Faut-il arrêter de planter des haies fruitières ?",
        "haies fruitières",
        "Haies fruitières : faut-il arrêter d’en planter ?",
    ),
    ("La ville vote pour abolir la taxe foncière", "taxe foncière", "Taxe foncière : la ville vote pour l’abolir"),
    ("Le maire promet d’agrandir l’école Jean-Zay", "école Jean-Zay", "École Jean-Zay : le maire promet de l’agrandir"),
    # the complement of a deed, whatever the order of its words
    (
        "Informatique : sortie d’une nouvelle version 3.1 de Tramo",
        "Tramo 3.1",
        "Tramo 3.1 : sortie d’une nouvelle version",
    ),
    (
        "Les riverains demandent la fermeture immédiate du stade Bel-Air",
        "stade Bel-Air",
        "Stade Bel-Air : les riverains demandent la fermeture immédiate",
    ),
    (
        "Faut-il souhaiter la réouverture rapide de la halle Freyssac ?",
        "halle Freyssac",
        "Halle Freyssac : faut-il souhaiter la réouverture rapide ?",
    ),
]


@pytest.mark.parametrize(("title", "focus", "wanted"), TURNED, ids=[focus for _, focus, _ in TURNED])
def test_turned(title: str, focus: str, wanted: str) -> None:
    assert keyphrase_first(title, title, phrase(focus)) == wanted


LEFT = [
    ("Scierie Bonnal : le vote est reporté", "scierie Bonnal", "opens on it"),
    ("La mort de Paul Durand émeut la ville", "Paul Durand", "a death is no body: « Paul Durand : la mort émeut »"),
    ("Les élus de Serres et la préfète s’opposent", "Serres", "two subjects"),
    ("Le concert est organisé au stade Bel-Air", "stade Bel-Air", "the participle is part of a verb"),
    ("Le tournoi organisé au stade Bel-Air", "stade Bel-Air", "too little would be left"),
    ("Le maire promet de rouvrir l’école Jean-Zay", "école Jean-Zay", "« le » or « la »: the title does not say"),
    ("Trois idées pour réduire les déchets verts en ville", "déchets verts", "it is not the end of the title"),
    ("Velomap : aider à repérer les pistes cyclables", "pistes cyclables", "one colon is enough"),
    ("La fête du village", "piste cyclable", "it does not hold it"),
    ("Mali : la ville vote pour abolir la taxe foncière", "taxe foncière", "a country would be lost"),
    ("Le maire de Serres a grand besoin du pont Vieux", "pont Vieux", "the complement of a verb"),
    ("Le maire parle longuement du budget municipal", "budget municipal", "a verb and its adverb"),
    ("Ouverture du Forum mondial de la langue picarde", "langue picarde", "inside a name"),
    ("La fermeture du stade Bel-Air", "stade Bel-Air", "too little would be said of it"),
    ("La vue sur le lac Bérot séduit les promeneurs", "lac Bérot", "a view is not said of it"),
    ("Islande : Brume ouvre sa plus grande usine", "Brume en Islande", "a verb would follow the place"),
    ("Le maire vote pour le pont Vieux", "pont Vieux", "« pour » after a verb"),
    ("Annonce du pont Vieux", "pont Vieux", "a deed alone"),
    ("", "", "nothing to turn"),
]


@pytest.mark.parametrize(("title", "focus", "why"), LEFT, ids=[why for _, _, why in LEFT])
def test_left(title: str, focus: str, why: str) -> None:
    assert keyphrase_first(title, title, phrase(focus)) == title, why


def test_a_title_already_cut_is_turned_as_it_was_cut() -> None:
    cut = "La direction de la scierie Bonnal fait le bilan"
    long = f"{cut} de la première année de l’équipe en championnat régional"
    assert keyphrase_first(cut, long, phrase("scierie Bonnal")) == "Scierie Bonnal : la direction fait le bilan"


def test_who_draws_the_balance_goes_where_it_does_not_fit() -> None:
    long = "La direction du Cercle de Port-Haut fait le bilan de la première saison de l’équipe en coupe"
    cut = "La direction du Cercle de Port-Haut fait le bilan"
    made = "Cercle de Port-Haut : le bilan de la première saison en coupe"
    assert keyphrase_first(cut, long, phrase("Cercle de Port-Haut")) == made


@pytest.mark.parametrize(("source", "taken"), [(0, True), (5, False)])
def test_a_fact_of_the_opening_names_what_the_title_does_not(source: int, taken: bool) -> None:
    fact = Headline("La nouvelle école maternelle est inaugurée", (source,), "clause")
    title = "Une nouvelle école pour le bourg"
    assert keyphrase_first(title, title, phrase("école maternelle"), [fact]) == (fact.text if taken else title)


FULL = [
    ("Incendie sur le pont Vieux de Serres", "pont Vieux", "Pont Vieux de Serres : incendie de grande ampleur", "told"),
    ("Les incendies du pont Vieux", "pont Vieux", "Les incendies du pont Vieux", "another number"),
    ("Incendie sur le pont Vieux, trois blessés", "pont Vieux", "Incendie sur le pont Vieux, trois blessés", "more"),
    ("Gros incendie sur le pont Vieux", "pont Vieux", "Gros incendie sur le pont Vieux", "it tells enough"),
    ("Accident sur le pont Vieux", "pont Vieux", "Accident sur le pont Vieux", "the source does not complete it"),
]


@pytest.mark.parametrize(("title", "focus", "wanted", "why"), FULL, ids=[row[3] for row in FULL])
def test_a_bare_noun_is_completed_by_what_the_source_opens_on(title: str, focus: str, wanted: str, why: str) -> None:
    told = ["pont Vieux", "incendie sur le pont Vieux", "incendie de grande ampleur", "blessés"]
    assert keyphrase_first(title, title, phrase(focus), (), told) == wanted, why


def test_only_what_is_sure_completes_a_title() -> None:
    text = "Un incendie de forêt menace Serres. Il y aurait un incendie de maison. Le feu de broussailles avance."
    ctx = Context.of(understand(text))
    spans = {t: ((text.index(t), text.index(t) + len(t)),) for t in ("incendie de forêt", "incendie de maison")}
    late = {"feu de broussailles": ((text.index("feu"), text.index("feu") + 20),)}
    given = [Keyphrase(t, t, stems(t), 1.0, "noun", s) for t, s in (spans | late).items()]
    assert opening_words(ctx, given) == ("incendie de forêt",)


WHOLE = [
    (
        "L’action de Brume en baisse après sa défaite face à Lourmel",
        "Action Brume en baisse après sa défaite face à Lourmel",
        "Action de Brume en baisse après sa défaite face à Lourmel",
        "the keyphrase whole",
    ),
    (
        "La ville signe une convention de trois ans avec l’action de Brume",
        "La ville signe une convention de trois ans",
        "La ville signe une convention de trois ans avec l’action de Brume",
        "the end of the title has it",
    ),
    (
        "L’action de Brume en forte baisse à Paris après sa lourde défaite face à Lourmel",
        "Action Brume en forte baisse",
        "Action Brume en forte baisse",
        "too wide",
    ),
]


@pytest.mark.parametrize(("title", "cut", "wanted", "why"), WHOLE, ids=[row[3] for row in WHOLE])
def test_a_title_loses_its_article_before_a_word_of_the_keyphrase(title: str, cut: str, wanted: str, why: str) -> None:
    assert keyphrase_first(cut, title, phrase("action de Brume")) == wanted, why


def test_a_fact_cut_inside_a_word_is_no_title() -> None:
    fact = Headline("Le musée Bonnal accueille les chefs -", (0,), "clause")
    assert keyphrase_first("Les maîtres", "Les maîtres", phrase("musée Bonnal"), [fact]) == "Les maîtres"
