"""What a headline says of the phrases in it, and the place that completes a keyphrase."""

from __future__ import annotations

import pytest
from tagged import analysis_of

from seo_fr.model import Keyphrase
from seo_fr.topics.focus import focus_keyphrase
from seo_fr.topics.focus_forms import located
from seo_fr.topics.focus_points import sources_of, view_of
from seo_fr.topics.focus_title import standing, title_of
from seo_fr.topics.keyphrases import rank
from seo_fr.topics.matching import find_phrase, stems

BODY = ("Le|D chantier|N de|S Bonnal|P|ORG dure|V .|.", "Bonnal|P|ORG attend|V au|S Mali|P|LOC .|.")


def phrase(text: str, source: str = "") -> Keyphrase:
    return Keyphrase(text, text.lower(), stems(text), 0.5, "noun", find_phrase(source, stems(text)))


STANDING = (  # headline, phrase, measure, expected, why
    ("Naufrage du Belem : publication du rapport", "naufrage du Belem", "opens", True, "a label that tells the event"),
    ("Mali : publication du rapport", "Mali", "opens", False, "a place files the headline"),
    ("Mali : publication du rapport", "Mali", "filed", True, "a place files the headline"),
    ("Les calendriers lunaires", "calendriers lunaires", "opens", True, "all of the headline"),
    ("Les calendriers lunaires du Mali", "calendriers lunaires", "opens", False, "its beginning alone"),
    ("Le parti exclut une élue", "parti", "doer", True, "subject of an action"),
    ("Le parti exclut une élue", "élue", "doer", False, "its object"),
    ("Le parti est exclu", "parti", "doer", False, "« être » is no action"),
    ("L’ouverture des bureaux de vote", "bureaux de vote", "complement", True, "completes « ouverture »"),
    ("L’annonce des élections", "élections", "complement", False, "« annonce » says nothing by itself"),
    ("Créer des pages", "pages", "complement", False, "it is the object of a verb"),
    ("Le risque du déploiement continu", "déploiement continu", "places", ((3, 5),), "an adjective without an -e"),
    ("Publication des noms des fraudeurs", "publication des noms", "cut", 1.0, "whose names?"),
    ("Découverte du boson de Higgs", "découverte du boson", "cut", 0.0, "a name may be left out"),
    ("Forum mondial de la mer", "forum", "cut", 0.5, "an adjective follows"),
    ("Des narrations visuelles réussies", "narrations visuelles", "cut", 0.0, "praise adds nothing"),
    ("Le solaire est une « filière d’avenir »", "filière d’avenir", "quoted", True, "somebody’s words"),
    ("Le solaire est une « filière d’avenir »", "filière d’avenir", "attribute", True, "said of the subject"),
    ("Le solaire est une « filière d’avenir »", "solaire", "attribute", False, "the subject"),
    ("Des départements français en vigilance", "français en vigilance", "torn", True, "its noun goes before"),
    ("Une belle usine de verre", "usine de verre", "torn", False, "an adjective may be left out"),
    ("Sa plus grande usine au monde", "usine au monde", "superlative", True, "the greatest of all"),
    ("Les islamistes poursuivent la grève", "islamistes poursuivent", "across", True, "a noun with its verb"),
    ("Incendie au chantier Bonnal", "chantier Bonnal", "named", True, "a thing with its name"),
    ("Incendie au chantier Bonnal", "Bonnal", "named", False, "a name alone"),
    ("La grève des chefs-d’orchestre", "orchestre", "places", (), "a piece of a word"),
)


@pytest.mark.parametrize(("headline", "text", "measure", "expected", "why"), STANDING)
def test_standing(headline: str, text: str, measure: str, expected: object, why: str) -> None:
    title = title_of(analysis_of(*BODY, title=headline))
    assert getattr(standing(title, phrase(text)), measure) == expected, why


def test_no_headline() -> None:
    title = title_of(analysis_of(*BODY))
    assert title.words == ()
    assert standing(title, phrase("chantier")).places == ()


LOCATED = (  # headline, body, phrase, expected, why
    (
        "Mali : grève des transports",
        "La grève dure au Mali.",
        "grève des transports",
        "grève des transports au Mali",
        "country",
    ),
    (
        "Libye : grève des transports",
        "La grève dure en Libye.",
        "grève des transports",
        "grève des transports en Libye",
        "country",
    ),
    (
        "Lyon : grève des transports",
        "La grève dure à Lyon.",
        "grève des transports",
        "grève des transports à Lyon",
        "town",
    ),
    (
        "Lyon : grève des transports",
        "La grève dure.",
        "grève des transports",
        "grève des transports",
        "not in the text",
    ),
    (
        "Mali : grève à Bamako",
        "La grève dure à Bamako, au Mali.",
        "grève à Bamako",
        "grève à Bamako",
        "a place already",
    ),
    (
        "Mali : des armées maliennes",
        "L’armée malienne est au Mali.",
        "armées maliennes",
        "armées maliennes",
        "its adjective",
    ),
    (
        "Mali : on attend dans le nord du pays",
        "Le nord du pays, au Mali.",
        "nord du pays",
        "nord du Mali",
        "which country",
    ),
    (
        "Libye : la paix dans le sud du pays",
        "Le sud du pays, en Libye.",
        "sud du pays",
        "sud de la Libye",
        "which country",
    ),
    (
        "France : grève des transports",
        "La grève dure en France.",
        "grève des transports",
        "grève des transports",
        "goes without saying",
    ),
    ("France : le solaire", "Le solaire gagne en France.", "solaire", "solaire en France", "one word is not enough"),
    ("Grève des transports", "La grève dure au Mali.", "grève des transports", "grève des transports", "no label"),
    ("Tennis : grève des arbitres", "Une grève au tennis.", "grève des arbitres", "grève des arbitres", "a theme"),
    (
        "Mali : ouverture de grands bureaux de vote",
        "Des bureaux au Mali.",
        "ouverture de grands bureaux de vote",
        "ouverture de grands bureaux de vote",
        "long enough",
    ),
)


@pytest.mark.parametrize(("headline", "body", "text", "expected", "why"), LOCATED)
def test_located(headline: str, body: str, text: str, expected: str, why: str) -> None:
    tagged = " ".join(f"{word}|N" for word in body.replace("’", "’ ").replace(",", " ,").replace(".", " .").split())
    analysis = analysis_of(tagged, title=headline)
    assert located(analysis, phrase(text, analysis.source.text), view_of(analysis, ())).text == expected, why


def test_a_name_keeps_its_article() -> None:
    from dataclasses import replace

    from seo_fr.model import Entity

    analysis = replace(
        analysis_of("L'|D Avenir|P|ORG ouvre|V au|S Mali|P|LOC .|.", title="Mali : L'Avenir ouvre une usine"),
        entities=(Entity(0, "L'Avenir", "ORG"), Entity(1, "Mali", "LOC")),
    )
    name = Keyphrase("Avenir", "Avenir", stems("Avenir"), 0.9, "entity", ((2, 8),))
    assert located(analysis, name, view_of(analysis, ())).text == "L'Avenir au Mali"


def test_sources_are_media_and_bodies_that_are_only_quoted() -> None:
    from dataclasses import replace

    from seo_fr.model import Attribution, Entity

    analysis = replace(
        analysis_of("Selon|S Sonda|P|ORG ,|. Bonnal|P|ORG recrute|V .|.", "Le|D patron|N de|S Bonnal|P|ORG parle|V"),
        entities=(Entity(0, "Sonda", "ORG"), Entity(1, "Bonnal", "ORG"), Entity(2, "Canal Bleu", "ORG", medium=True)),
        attributions=(
            Attribution("selon", 0, "Sonda", 6, 11, 0, "", 13, 30),
            Attribution("que", 1, "Le patron de Bonnal", 0, 19, -1, "dire", 20, 25),
        ),
    )
    assert sources_of(analysis) == ("sonda", "canal bleu")


def test_phrases_of_the_headline_that_rank_low_are_looked_at() -> None:
    analysis = analysis_of(
        "La|D vigilance|N orange|V dure|V .|.", "Une|D trentaine|N de|S communes|N attend|V .|.",
        title="Trente communes en vigilance orange",
    )  # fmt: skip
    assert focus_keyphrase(analysis, rank(analysis, n=25))[0].text == "vigilance orange"
