"""Questions on what somebody said, with where and when, and on who would not answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.rewriting.questions import questions_of

COMPANY = "Le conseil municipal s’est réuni jeudi soir dans la salle des fêtes."

ASKED = (
    (
        "Les représentants de Verdelis n’ont pas encore répondu à une demande de commentaire de Ouest Info "
        "envoyée un jour férié.",
        "Les représentants de Verdelis ont-ils répondu à Ouest Info ?",
        "Non, pas encore ; la demande de commentaire a été envoyée un jour férié.",
        "when it was sent, without making it the reason",
    ),
    (
        "Les avocats du groupe n’ont pas répondu à une demande de précisions de Ouest Info.",
        "Les avocats du groupe ont-ils répondu à Ouest Info ?",
        "Non, pas à une demande de précisions.",
        "no circumstance is made up",
    ),
)

UNASKED = (
    ("Les élèves n’ont pas répondu à la question du maître.", "a question in class is no request for comment"),
    ("La direction n’a pas répondu à une demande de commentaire.", "nobody is named who asked"),
    ("Les représentants de Verdelis ont répondu à une demande de commentaire de Ouest Info.", "they did answer"),
)


def asked(context: Callable[[str], Any], text: str) -> dict[str, tuple[str, ...]]:
    ctx = context(f"{COMPANY} {text} La séance a duré deux heures.")
    return {q.text: q.answers for q in questions_of(ctx, 1)}


@pytest.mark.parametrize(("text", "question", "answer", "why"), ASKED, ids=[row[3] for row in ASKED])
def test_asks_who_would_not_answer(
    context: Callable[[str], Any], text: str, question: str, answer: str, why: str
) -> None:
    assert answer in asked(context, text).get(question, ()), why


@pytest.mark.parametrize(("text", "why"), UNASKED, ids=[row[1] for row in UNASKED])
def test_asks_nothing(context: Callable[[str], Any], text: str, why: str) -> None:
    assert not any("répondu" in question for question in asked(context, text)), why


def test_a_figure_said_in_an_interview_is_answered_with_where_and_when(context: Callable[[str], Any]) -> None:
    text = (
        "En janvier, Paul Mercier a déclaré à Ouest Info dans un entretien que la ville posséderait plus de 300 "
        "caméras."
    )
    found = [a for answers in asked(context, text).values() for a in answers]
    assert "Plus de 300 caméras, a déclaré Paul Mercier à Ouest Info dans un entretien, en janvier." in found
    assert "Plus de 300 caméras, a déclaré Paul Mercier à Ouest Info, en janvier." in found


OURS = (
    (
        "Anne Roche est la directrice de Verdelis. « Le vélo pliant sera notre premier marché en 2030 », a déclaré "
        "Anne Roche aux investisseurs dans une lettre.",
        "Quel sera le premier marché de Verdelis en 2030 ?",
        "Le vélo pliant, a déclaré Anne Roche aux investisseurs.",
        "what the head of a body calls ours is the body's",
    ),
)


@pytest.mark.parametrize(("text", "question", "answer", "why"), OURS, ids=[row[3] for row in OURS])
def test_asks_what_is_ours(context: Callable[[str], Any], text: str, question: str, answer: str, why: str) -> None:
    ctx = context(f"{COMPANY} {text} La séance a duré deux heures.")
    found = {q.text: q.answers for q in questions_of(ctx, 2)}
    assert answer in found.get(question, ()), why


def test_ours_is_nobodys_without_a_body(context: Callable[[str], Any]) -> None:
    ctx = context(
        f"{COMPANY} « Le vélo pliant sera notre premier marché en 2030 », a déclaré Anne Roche aux habitants. La "
        "séance a duré."
    )
    assert not any("marché" in q.text for q in questions_of(ctx, 1))


USES = (
    (
        "Les capteurs, que les communes utilisent pour mesurer le bruit des rues, sont fabriqués à Vernay.",
        "À quoi servent les capteurs ?",
        "Les communes s’en servent pour mesurer le bruit des rues.",
        "a use told by the way",
    ),
    ("Les capteurs que les communes utilisent pour mesurer le bruit, sont chers.", "", "", "a restrictive relative"),
)


@pytest.mark.parametrize(("text", "question", "answer", "why"), USES, ids=[row[3] for row in USES])
def test_asks_what_a_thing_is_for(
    context: Callable[[str], Any], text: str, question: str, answer: str, why: str
) -> None:
    found = asked(context, text)
    if question:
        assert answer in found.get(question, ()), why
    else:
        assert not any(q.startswith("À quoi ser") for q in found), why
