"""Figures with all that makes them mean something; labels, hours and articles that are none."""

import time

import pytest

from seo_fr.understanding.figures import value_of

pytestmark = pytest.mark.model

FIGURES = (  # (text, [(whole, value, number, unit, counted, qualifier)], why)
    ("Elle a vendu 340 000 billets.", [("340 000 billets", 340000, "340 000", "", "billets", "")], "thousands"),
    ("Il pèse 2,5 kg.", [("2,5 kg", 2.5, "2,5", "kg", "", "")], "decimal and unit"),
    (
        "La ville paie plus de 7,2 milliards d’euros.",
        [("plus de 7,2 milliards d’euros", 7.2, "7,2", "milliards d’euros", "", "plus de")],
        "qualifier, multiple, currency",
    ),
    ("Le prix baisse de 4,5 %.", [("4,5 %", 4.5, "4,5", "%", "", "")], "percentage"),
    (
        "Ils représentent 12 % des élèves.",
        [("12 % des élèves", 12, "12", "%", "élèves", "")],
        "percentage of something",
    ),
    (
        "Près d’un millier de vélos.",
        [("Près d’un millier de vélos", 1000, "un millier", "", "vélos", "Près d’")],
        "a collective",
    ),
    ("Il reste une dizaine de vélos.", [("une dizaine de vélos", 10, "une dizaine", "", "vélos", "")], "« dizaine »"),
    ("Vingt-deux élèves partent.", [("Vingt-deux élèves", 22, "Vingt-deux", "", "élèves", "")], "in words"),
    ("Il roule 450 km environ.", [("450 km environ", 450, "450", "km", "", "environ")], "qualifier after"),
    (
        "Entre 5 et 10 ans passent.",
        [("Entre 5 et 10 ans", 5, "5 et 10", "ans", "", "entre")],
        "a range with « entre »",
    ),
    ("Comptez 10 à 15 minutes.", [("10 à 15 minutes", 10, "10 à 15", "minutes", "", "")], "a range with « à »"),
    ("Il gèle à -12 °C.", [("-12 °C", -12, "-12", "°C", "", "")], "below zero"),
    ("Le bail dure un an.", [("un an", 1, "un", "an", "", "")], "« un » before a measure"),
    ("Ajoutez un litre de lait.", [("un litre de lait", 1, "un", "litre", "lait", "")], "« un litre »"),
    ("Il a plu quatre fois de suite.", [("quatre fois", 4, "quatre", "fois", "", "")], "« de suite » counts nothing"),
    ("Ils sont au moins 30.", [("au moins 30", 30, "30", "", "", "au moins")], "nothing counted"),
    (
        "Deux bus et trois trams roulent.",
        [("Deux bus", 2, "Deux", "", "bus", ""), ("trois trams", 3, "trois", "", "trams", "")],
        "two figures",
    ),
    ("Il est à 3 km de la côte.", [("3 km", 3, "3", "km", "", "")], "a distance from something"),
    ("Il passe à 4,3 UA de son étoile.", [("4,3 UA", 4.3, "4,3", "UA", "", "")], "astronomical units"),
    (
        "Il cite quatre de ces ponts.",
        [("quatre de ces ponts", 4, "quatre", "", "ponts", "")],
        "some of a known group",
    ),
    (
        "Elle a fourni cinq années de travaux de la part du port.",
        [("cinq années de travaux", 5, "cinq", "années", "travaux", "")],
        "« de la part de » is not counted",
    ),
    ("Il fait 31 à 32°C.", [("31 à 32 °C", 31, "31 à 32", "°C", "", "")], "a range whose unit got its space"),
    ("On estime à 75 000 le nombre de ponts.", [("75 000", 75000, "75 000", "", "", "")], "a number before « le »"),
    ("Hier, 9 civils ont fui.", [("9 civils", 9, "9", "", "civils", "")], "an adjective that stands for people"),
    (
        "Il tient pendant 12 heures des otages.",
        [("12 heures", 12, "12", "heures", "", "")],
        "« des » after a length of time",
    ),
    (
        "Il a une autonomie de 3 h, et jusqu’à 10 h en ville.",
        [("3 h", 3, "3", "h", "", ""), ("jusqu’à 10 h", 10, "10", "h", "", "jusqu’à")],
        "« jusqu’à » and a length of time",
    ),
    (
        "L’un des deux porte-parole parle.",
        [("deux porte-parole", 2, "deux", "", "porte-parole", "")],
        "a noun in two words",
    ),
    (
        "Trois femmes âgées de 18 ans partent.",
        [("Trois femmes", 3, "Trois", "", "femmes", ""), ("18 ans", 18, "18", "ans", "", "")],
        "« âgées de » is not counted",
    ),
    (
        "Sur neuf ponts, huit tiennent.",
        [("neuf ponts", 9, "neuf", "", "ponts", ""), ("huit", 8, "huit", "", "", "")],
        "a number that is the subject",
    ),
    (
        "Il a vendu deux « ponts flottants » en mai.",
        [("deux « ponts flottants »", 2, "deux", "", "ponts flottants", "")],
        "what is counted stands between marks",
    ),
    (
        "Il cite 10 % de la population.",
        [("10 % de la population", 10, "10", "%", "population", "")],
        "« de la » is no part of what is counted",
    ),
    (
        "Le bail dure trois ans au lieu de quatre.",
        [("trois ans", 3, "trois", "ans", "", ""), ("quatre", 4, "quatre", "", "", "")],
        "« au lieu de » and a number",
    ),
    (
        "Le port vend quelques 20 bateaux.",
        [("quelque 20 bateaux", 20, "20", "", "bateaux", "quelque")],
        "« quelque » and a number",
    ),
    (
        "Il inscrit quatre des 25 buts du club, dont deux à Metz.",
        [
            ("quatre", 4, "quatre", "", "", ""),
            ("25 buts du club", 25, "25", "", "buts du club", ""),
            ("deux", 2, "deux", "", "", ""),
        ],
        "some of a number, and « dont deux »",
    ),
    (
        "Le pont s’abaisse de plusieurs dizaines de centimètres.",
        [("plusieurs dizaines de centimètres", None, "plusieurs dizaines", "de centimètres", "", "")],
        "dozens of a measure",
    ),
    ("La chaleur est supérieure à 1000°.", [("1000°", 1000, "1000", "°", "", "")], "a measure that looks like a year"),
    (
        "Il bat deux records de précocité de Luc Farge.",
        [("deux records de précocité de Luc Farge", 2, "deux", "", "records de précocité de Luc Farge", "")],
        "a noun that the parser takes for an adjective",
    ),
    ("Il porte une poche de 3L et court.", [("3L", 3, "3", "L", "", "")], "a measure joined to its number"),
)


@pytest.mark.parametrize(("text", "expected", "why"), FIGURES, ids=[f[2] for f in FIGURES])
def test_figures(analysed, text, expected, why) -> None:
    found = [(f.text, f.value, f.number, f.unit, f.counted, f.qualifier) for f in analysed(text).figures]
    assert found == expected, why


NONE = (
    ("Le bus part à 17 h.", "an hour"),
    ("Le bus part à 10h45.", "an hour and minutes"),
    ("Voir l’article 12 et la page 3.", "references"),
    ("Le canton 40 est vide.", "a label after a noun"),
    ("Le lanceur Orix 9 décolle.", "a part of a name"),
    ("Le pont date de 1890.", "a year"),
    ("Le pont a fermé le 3 mai 2012.", "a date"),
    ("Un pont ferme.", "the article"),
    ("Pas un litre ne reste.", "« pas un »"),
    ("L’un part, l’autre reste.", "a pronoun"),
    ("Le club gagne 3-1.", "a score"),
    ("Elle arrive 3e.", "a rank"),
    ("La classe # 0 est vide.", "a number sign"),
    ("Le port ouvre jusqu’à 10 h.", "« jusqu’à » and an hour of the day"),
    ("Il rouvre du 6 au 15 mai.", "the first of some days"),
    ("Il a cabré[1] en vol.", "a note"),
    ("La saison 2 du feuilleton sort.", "a thing among its likes"),
    ("Deux autres partent.", "« autres » alone"),
    ("Il fait chaud pour un mois d’août.", "« un » before a month"),
    ("Après 2002, 2003, 2009 et 2010, elle rejoue.", "years among years"),
    ("Le port se tient au 6 rue Monge, 75019 Paris.", "an address"),
    ("Il part à 19 heures, soit 14 heures à Québec.", "the same hour elsewhere"),
    ("On danse les soirs des 4, 5, 6, 7 et 9 août.", "days in a row"),
)


@pytest.mark.parametrize(("text", "why"), NONE, ids=[n[1] for n in NONE])
def test_no_figure(analysed, text, why) -> None:
    assert analysed(text).figures == (), why


VALUES = (
    ("quatre-vingt-dix-sept", 97),
    ("soixante et onze", 71),
    ("deux cents", 200),
    ("trois mille deux cents", 3200),
    ("septante", 70),
    ("mille", 1000),
    ("1 234,5", 1234.5),
    ("2.700.000", 2700000),
    ("3.5", 3.5),
    ("des milliers", None),
    ("quelques dizaines", None),
    ("poireau", None),
)


@pytest.mark.parametrize(("written", "value"), VALUES)
def test_values(written, value) -> None:
    assert value_of(written) == value


def test_every_search_goes_on_from_where_the_last_ended(analysed) -> None:
    """Ranges and qualifiers move the search on, never back: time grows with the length, no faster."""
    pieces = (
        "Entre 5 et 10 ans, plus de 3 km et au moins deux bus. ",
        "entre 1 et entre 2 et entre 3 et ",
        "plus de plus de près de 4 ",
        "un peu plus d’un million, environ un an, ",
        "12 à 13 à 14 ou 15 - 16 – 17 % ",
    )
    for piece in pieces:
        spent = []
        for times in (40, 160):
            text = (piece * times).strip()
            analysed("Rien ne presse.")  # the model is loaded before the clock starts
            from seo_fr.model import Block, Sentence, Source, Token
            from seo_fr.understanding.dates import find_dates
            from seo_fr.understanding.figures import find_figures
            from seo_fr.understanding.view import View

            sentence = Sentence(0, text, 0, len(text), 0)
            source = Source(text, text, "", (Block("paragraph", 0, len(text)),), (sentence,))
            tokens, at = [], 0
            for k, word in enumerate(text.split()):
                at = text.index(word, at)
                tokens.append(Token(k, word, word, "NOUN", "dep", 0, at, at + len(word), 0))
                at += len(word)
            view = View.of(source, tokens)
            began = time.perf_counter()
            find_figures(view, find_dates(view), ())
            spent.append(time.perf_counter() - began)
        assert spent[1] < 0.2 + 12 * spent[0], piece
        assert spent[1] < 5, piece
