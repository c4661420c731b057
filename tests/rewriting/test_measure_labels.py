"""Labels of figures: which are fit to be read alone, and where none is given rather than a doubtful one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.rewriting.measure_guards import fits
from seo_fr.rewriting.measures import measures

OPENING = "La ville prépare la saison prochaine. "

FIT = (  # (label, fit, why)
    ("Prix du billet", True, "a plain label"),
    ("Bancs et tables", True, "two nouns, no amount"),
    ("Prix du billet de", False, "stops on « de »"),
    ("Places où", False, "stops on « où »"),
    ("Terrains dont", False, "stops on « dont »"),
    ("Places debout ou", False, "stops on « ou »"),
    ("Agents qui et", False, "a relative without its verb"),
    ("Objet du litige", False, "names nothing"),
    ("Fait de guerre", False, "names nothing either"),
    ("Prix du billet au lieu de 3 euros", False, "tells another amount"),
    ("Prix du billet (au lieu de 3 euros)", True, "the other amount is in brackets"),
    ("Agents et une navette de 8 places", False, "tells a second amount"),
    ("Agents et 3 véhicules de 12 tonnes", False, "tells two more"),
    ("Âge compris entre 3 ans", False, "half of « entre… et »"),
    ("Âge compris entre 3 et 5 ans", True, "both halves"),
    ("Chats recueillis depuis", False, "since when?"),
    ("Ventes en hausse", False, "the way stands apart from its noun"),
    ("Ventes en Norvège", True, "a place is no way"),
    ("Baisse des loyers", True, "a trend and its noun"),
    ("Baisse prévue des loyers", True, "a trend to come"),
    ("Hausse d’impôt", True, "a trend before a vowel"),
    ("Coût 120 000 euros", False, "holds a number"),
)


@pytest.mark.parametrize(("label", "fit", "why"), FIT, ids=[row[0] for row in FIT])
def test_fit(label: str, fit: bool, why: str) -> None:
    assert fits(label) is fit, why


TOLD = (  # (sentence, value, label, why)
    (
        "Le règlement a été adopté par 24 voix contre 7.",
        "24",
        "Voix pour le règlement, contre 7",
        "votes for what is adopted",
    ),
    (
        "Le traité a été ratifié par 312 voix contre 84.",
        "312",
        "Voix pour le traité, contre 84",
        "votes for what is ratified",
    ),
    (
        "Lucie Ferrand a remporté le scrutin avec 812 voix.",
        "812",
        "Voix obtenues par Lucie Ferrand",
        "votes for who wins",
    ),
    (
        "Le port de Kerazan compte 340 bateaux de plaisance.",
        "340",
        "Bateaux de plaisance du port de Kerazan",
        "« compter » in the present",
    ),
    (
        "Le club de Rochebelle comptait 85 licenciés en 2029.",
        "85",
        "Licenciés du club de Rochebelle en 2029",
        "« compter » in the imperfect",
    ),
    (
        "Le groupe Tervel a publié un bénéfice net en baisse de 31 %.",
        "31 %",
        "Baisse du bénéfice net",
        "the trend of an object",
    ),
    (
        "Le groupe Tervel a publié des ventes en hausse de 7 % en 2031.",
        "7 %",
        "Hausse des ventes en 2031",
        "of several things",
    ),
    (
        "Le musée annonce une fréquentation en baisse de 14 %.",
        "14 %",
        "Baisse de la fréquentation",
        "of a feminine noun",
    ),
    (
        "La coopérative a publié des recettes en repli de 5 % en 2031.",
        "5 %",
        "Repli des recettes en 2031",
        "another word for it",
    ),
    ("Le trafic du port est en recul de 12 %.", "12 %", "Recul du trafic du port", "of the subject"),
    ("Le loueur a écopé d’une amende de 75 000 euros.", "75 000 euros", "Amende", "a sum that its noun names"),
    (
        "Le cirque vit d’une subvention annuelle de 90 000 euros.",
        "90 000 euros",
        "Subvention annuelle",
        "with its adjective",
    ),
    ("Les sinistrés ont droit à une indemnité de 3 000 euros.", "3 000 euros", "Indemnité", "after a verb with « à »"),
    (
        "La commune a creusé un puits de 40 mètres.",
        "40 mètres",
        "Puits creusé par la commune",
        "the length of one thing",
    ),
    ("La ville a restauré une façade de 28 mètres.", "28 mètres", "Façade restaurée par la ville", "of another"),
    ("Le ticket coûte 3 euros au lieu de 5 euros.", "3 euros", "Coût du ticket", "« au lieu de » is left out"),
    (
        "Le trajet durera 20 minutes au lieu de 45.",
        "20 minutes",
        "Durée prévue du trajet",
        "« au lieu de » and a bare number too",
    ),
    (
        "Le refuge a recueilli 310 chats depuis janvier 2031.",
        "310",
        "Chats recueillis depuis janvier 2031",
        "« depuis » with its date",
    ),
    (
        "Le recul de 4 % de la natalité surprend les médecins.",
        "4 %",
        "Recul de la natalité",
        "a trend and its complement, without the verb",
    ),
    ("La liste Ferrand a recueilli 812 voix.", "812", "Voix recueillies par la liste Ferrand", "a plural in -x"),
    (
        "La liste Ferrand a recueilli 3 millions de voix.",
        "3 millions",
        "Voix recueillies par la liste Ferrand",
        "the same, by the million",
    ),
    (
        "La commune a planté 40 tilleuls et 12 chênes à Rochebelle.",
        "40",
        "Tilleuls plantés par la commune",
        "the second kind is not taken for the first",
    ),
    (
        "La commune a planté 40 tilleuls et 12 érables à Rochebelle.",
        "40",
        "Tilleuls plantés par la commune",
        "nor another, which the parser took for an adjective",
    ),
    (
        "Le musée présente un budget en hausse de 9 %.",
        "9 %",
        "Hausse du budget",
        "an amount rises",
    ),
    (
        "Le groupe Tervel publie un chiffre d’affaires en hausse de 4 %.",
        "4 %",
        "Hausse du chiffre d’affaires",
        "so does an amount of two nouns",
    ),
    (
        "La commune a creusé le puits de 40 mètres.",
        "40 mètres",
        "Puits creusé par la commune",
        "the length of one thing that is known",
    ),
    (
        "Les agents toucheront une prime de 450 euros par personne.",
        "450 euros",
        "Prime par personne",
        "« par personne » is kept",
    ),
    ("La hausse de 3 % des loyers a surpris Rochebelle.", "3 %", "Hausse des loyers", "the verb is well read"),
)


@pytest.mark.model
@pytest.mark.parametrize(("text", "value", "label", "why"), TOLD, ids=[row[3] for row in TOLD])
def test_told(context: Callable[[str], Any], text: str, value: str, label: str, why: str) -> None:
    found = {m.value: m.labels[0].replace("'", "’") for m in measures(context(OPENING + text))}
    assert found == {value: label}, why


SILENT = (
    ("Le conseil de Malvoisin a adopté le règlement par 24 voix contre 7.", "the votes went to the text"),
    ("Le conseil de Malvoisin a rejeté le projet par 24 voix.", "against the text"),
    ("La mairie a voté la motion avec 24 voix.", "who votes wins no votes"),
    ("L’huissier a compté 85 bulletins nuls à Rochebelle.", "who has counted owns nothing of it"),
    ("Le village de Malvoisin avait compté 1 250 habitants en 1931.", "« compter » in a past that is over"),
    ("Le groupe Tervel a publié les résultats d’une filiale en baisse de 12 %.", "the results, or the branch?"),
    ("Le maire présente le budget d’une régie en hausse de 9 %.", "the budget, or the board?"),
    ("Le loueur a écopé d’une amende de 75 000 euros. Cette amende est lourde.", "the noun comes twice"),
    ("Le cirque part avec une remorque de 90 000 euros.", "no noun of a sum"),
    ("La régie doit composer avec sa dette de 2 millions d’euros.", "whose debt?"),
    ("Les voisins suivent le tracé d’une tranchée de 40 mètres.", "the line, or the trench?"),
    ("La ville a restauré la façade d’un immeuble de 28 mètres.", "the front, or the building?"),
    ("La plongeuse a réussi la remontée d’une épave de 60 mètres.", "the way up, or the wreck?"),
    ("La régie a commandé 14 bus et une navette de 8 places.", "a second amount"),
    ("Le bac assure 14 traversées et plusieurs rotations de 20 minutes.", "a second amount after « plusieurs »"),
    ("L’usine a livré 600 vélos que la ville attendait.", "what the relative restricts"),
    ("Le festival a attiré 8 000 personnes dont la moitié venait de Malvoisin.", "« dont » waits for its clause"),
    ("Le cas de 12 malades inquiète l’hôpital de Rochebelle.", "« cas » names nothing"),
    ("La hausse de 3 % surprend les élus de Rochebelle.", "the rise of what?"),
    ("La progression de 5 % observée à Malvoisin surprend.", "the growth of what?"),
    ("Le festival a attiré 8 000 visiteurs depuis sa création.", "« sa » points elsewhere"),
    ("La baisse de 8 % des subventions inquiète le club.", "a verb taken for an adjective"),
    ("La hausse de 3 % des loyers touche Rochebelle.", "a verb taken for a noun"),
    ("La société Tervel écope d’une facture de 40 000 euros.", "a verb taken for a noun, before the figure"),
    ("La ferme vend un lait en hausse de 9 %.", "milk does not rise"),
    ("Le port a vu passer des cargaisons en hausse de 9 %.", "nor do loads"),
    ("Les voisins suivent le tracé de la tranchée de 40 mètres.", "the line, or the trench that is known?"),
    ("Chaque agent touchera une prime de 450 euros.", "of each one"),
    ("Le club verse à chaque joueur une prime de 450 euros.", "of each one, after « à »"),
    ("Les agents toucheront une prime de 450 euros chacun.", "of each one, after the figure"),
    ("Le musée vend des billets de 12 euros pièce.", "of one piece"),
)


@pytest.mark.model
@pytest.mark.parametrize(("text", "why"), SILENT, ids=[row[1] for row in SILENT])
def test_silent(context: Callable[[str], Any], text: str, why: str) -> None:
    assert measures(context(OPENING + text)) == (), why
