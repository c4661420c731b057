"""What is worth a key point, which paragraphs are joined, and where the chapô ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.composition.body import passages
from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.essentials import options_of
from seo_fr.composition.faq import unheaded
from seo_fr.composition.lead import lead_sentences
from seo_fr.composition.templates import Templates, environment
from seo_fr.model import Analysis, Keyphrase, Piece
from seo_fr.reading import read
from seo_fr.rewriting.context import Context
from seo_fr.settings import DEFAULTS

COMPANY = "Le conseil a tenu sa réunion publique dans la salle des fêtes."
CLOSING = "Le débat a pris fin vers minuit."

WEIGHTY = (
    (
        "La mairie a planté 40 tilleuls le long du vieux canal.",
        "La mairie plante 40 tilleuls le long du vieux canal.",
        "a figure",
    ),
    (
        "La préfecture a fermé le vieux pont de pierre le 9 mars 2031.",
        "La préfecture a fermé le vieux pont de pierre le 9 mars 2031.",
        "a day",
    ),
    (
        "La préfecture a fermé le vieux pont de pierre en mars 2031.",
        "La préfecture a fermé le vieux pont de pierre en mars 2031.",
        "a month",
    ),
    (
        "La préfecture a fermé le vieux pont de Rochebelle aux camions.",
        "La préfecture ferme le vieux pont de Rochebelle aux camions.",
        "a place",
    ),
    (
        "Claire Aubin a repris la direction du vieux moulin à farine.",
        "Claire Aubin reprend la direction du vieux moulin à farine.",
        "a person",
    ),
    (
        "La résine de Tervel protège la charpente du vieux moulin.",
        "La résine de Tervel protège la charpente du vieux moulin.",
        "a firm",
    ),
    ("La mairie a planté des tilleuls le long du vieux canal.", None, "trees that nobody counted"),
    ("La préfecture a fermé le vieux pont de pierre aux camions.", None, "no day, and no name"),
    ("La résine protège la charpente du vieux moulin contre les insectes.", None, "what resin does"),
    ("Le gel abîme les joints de pierre du vieux pont.", None, "what frost does"),
)


def brief_of(ctx: Any) -> Brief:
    """A brief without concepts."""
    phrase = Keyphrase("moulin", "moulin", ("moulin",), 1.0, "noun")
    return Brief(ctx, phrase, (), (), (), Templates(environment(None), 0), DEFAULTS, 700)


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected", "why"), WEIGHTY, ids=[row[2] for row in WEIGHTY])
def test_a_key_point_has_a_figure_a_date_or_a_name(
    context: Callable[[str], Any], text: str, expected: str | None, why: str
) -> None:
    found = [o.pieces[0].text for o in options_of(brief_of(context(f"{COMPANY} {text} {CLOSING}")), 1)]
    assert found[:1] == ([] if expected is None else [expected]), why


POINTS = BlockDraft(
    "essentials",
    ("L’essentiel",),
    "list",
    tuple(
        Option((Piece(text, "restated", (k,), "essentials.keypoint", 0.95),), 1.0, k, group=k)
        for k, text in enumerate(
            (
                "La préfecture ferme le pont de Rochebelle aux camions.",
                "La mairie plante 40 tilleuls le long du canal.",
                "Claire Aubin reprend la direction du moulin.",
            )
        )
    ),
    2,
    5,
)

HEADED = (
    (("La préfecture ferme le pont de Rochebelle aux camions",), 2, "the same words"),
    (("Pont de Rochebelle : la préfecture le ferme aux camions",), 2, "the same words in another order"),
    (
        ("Claire Aubin reprend la direction du moulin", "La mairie plante 40 tilleuls le long du canal"),
        1,
        "two of them",
    ),
    (("Le pont de Rochebelle",), 3, "the subject alone"),
    (("Claire Aubin quitte la régie des eaux",), 3, "the same person, another fact"),
    ((), 3, "no heading"),
)


@pytest.mark.parametrize(("headings", "left", "why"), HEADED, ids=[row[2] for row in HEADED])
def test_a_key_point_repeats_no_heading(headings: tuple[str, ...], left: int, why: str) -> None:
    assert len(unheaded(POINTS, headings).options) == left, why


LONG = "La régie du port a remplacé une quarantaine de pieux de la digue pendant l’hiver, à la lumière des lampes."
PAID = "La région avancera la moitié de la somme, et la commune paiera le reste avant la fin de l’année prochaine."

JOINED = (  # (paragraphs of the source, number of sentences in each paragraph laid down, why)
    ((LONG, "Le bac repart lundi."), [2], "a short one after a long one"),
    (("Le bac repart lundi.", LONG), [2], "a short one before a long one"),
    ((LONG, PAID), [1, 1], "two that are long enough"),
    (("Le bac repart lundi.", f"Qui paiera ? {PAID}"), [1, 2], "a question opens a subject"),
    (("Chères voisines, chers voisins,", LONG), [1, 1], "a salutation"),
    (("Bonjour à tous,", "Le bac repart lundi.", LONG), [1, 2], "a salutation, then a short one"),
    ((LONG, "Bonjour à tous,", "Le bac repart lundi."), [1, 1, 1], "a salutation after a paragraph"),
    (
        (
            "Je suis montée à bord du bac un matin de mars, avec deux pêcheurs et un chien mouillé qui tremblait.",
            "Je n’ai rien dit.",
            "Mon père m’attendait sur l’autre rive, le col relevé, et je voyais bien que nous serions en retard.",
        ),
        [1, 1, 1],
        "the author’s own paragraphs",
    ),
    (
        (
            "Nous avons quitté le port à l’aube, avec deux pêcheurs et un chien mouillé qui tremblait sous le banc.",
            "Nous avions froid.",
            "Mon père nous attendait sur l’autre rive, le col relevé, et je voyais bien que nous serions en retard.",
        ),
        [1, 1, 1],
        "the same, of several people",
    ),
)


@pytest.mark.model
@pytest.mark.parametrize(("paragraphs", "sizes", "why"), JOINED, ids=[row[2] for row in JOINED])
def test_short_paragraphs(
    context: Callable[[str], Any], paragraphs: tuple[str, ...], sizes: list[int], why: str
) -> None:
    ctx = context("\n\n".join(paragraphs))
    laid = passages(ctx, [s.id for s in ctx.sentences])
    assert [len(passage.pieces) for passage in laid] == sizes, why


@pytest.mark.model
def test_a_question_is_not_joined_to_what_it_follows(context: Callable[[str], Any]) -> None:
    question = "Qui paiera la note, alors que la commune n’a plus un sou ?"
    ctx = context("\n\n".join([LONG, question, PAID]))
    laid = passages(ctx, [s.id for s in ctx.sentences])
    assert [[piece.text for piece in passage.pieces] for passage in laid] == [[LONG], [question, PAID]]


SHORT = "La régie du port rouvre la digue aux promeneurs samedi."
MIDDLING = "La régie du port rouvre la digue aux promeneurs samedi après cinq longs mois de travaux menés de nuit."
NEWS = (
    "La régie du port rouvre la digue aux promeneurs samedi matin après cinq mois de travaux menés de nuit par les "
    "plongeurs de la marine de Kerazan."
)
WALK = "Le public pourra de nouveau rejoindre le phare à pied par la jetée du nord."
COST = "La commune a payé la moitié des travaux avec le département voisin."
CAFE = "Le café de la criée rouvrira en juin avec une terrasse sur le bassin."
BERTHS = (
    "Les pêcheurs de Kerazan garderont deux places à quai pendant la saison des homards et des tourteaux, et les "
    "plaisanciers de passage mouilleront dans le bassin du vieux chantier jusqu’à la fin du mois de septembre."
)
REST = f"{BERTHS} {CAFE}\n\n{PAID}\n\n{LONG}"

LEADS = (  # (opening of the source, sentences of the chapô, why)
    (f"{NEWS}\n\n{BERTHS} {WALK}", 1, "long enough, it ends with its paragraph"),
    (f"{SHORT} {WALK} {COST}\n\n{LONG} {PAID}", 3, "a whole paragraph of three"),
    (f"{MIDDLING}\n\n{WALK} {COST}", 3, "a second paragraph, to its end"),
    (f"{MIDDLING}\n\n{WALK} {BERTHS}", 1, "a second paragraph that would be too long is not begun"),
    (f"{SHORT}\n\n{WALK} {CAFE} {BERTHS}", 4, "after a very short one, all of the second"),
)


@pytest.mark.parametrize(("opening", "sentences", "why"), LEADS, ids=[row[2] for row in LEADS])
def test_the_lead_ends_inside_no_later_paragraph(opening: str, sentences: int, why: str) -> None:
    ctx = Context.of(Analysis(read(f"{opening}\n\n{REST}")))
    found = lead_sentences(ctx)
    assert found == tuple(range(sentences)), why
    assert ctx.sentence(found[-1]).block != ctx.sentence(found[-1] + 1).block, why
