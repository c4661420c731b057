"""Each operation on sentences: what it makes where it fires, and where it must stay silent.

The first sentence of each text only gives the parser and the analysis some company; the operation is asked of the
sentence that the row gives.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.rewriting.attribution import to_selon
from seo_fr.rewriting.base import Rendering
from seo_fr.rewriting.clauses import clauses
from seo_fr.rewriting.enumeration import enumeration
from seo_fr.rewriting.keypoint import keypoint
from seo_fr.rewriting.quoting import set_off
from seo_fr.rewriting.splitting import split

COMPANY = "Le conseil municipal s’est réuni jeudi soir dans la salle des fêtes."

FIRING: tuple[tuple[Callable[..., Rendering | None], str, tuple[str, ...], str], ...] = (
    (
        enumeration,
        "Le plan prévoit trois mesures : une taxe sur les bureaux vides, un prêt aux commerçants et un gel des loyers.",
        (
            "Le plan prévoit trois mesures :",
            "une taxe sur les bureaux vides ;",
            "un prêt aux commerçants ;",
            "un gel des loyers.",
        ),
        "members of one syntax after a colon",
    ),
    (
        split,
        "La mairie a fermé la piscine pour tout l’hiver afin de réparer la toiture ; les nageurs du club iront "
        "s’entraîner dans la commune voisine.",
        (
            "La mairie a fermé la piscine pour tout l’hiver afin de réparer la toiture.",
            "Les nageurs du club iront s’entraîner dans la commune voisine.",
        ),
        "two clauses at a semicolon",
    ),
    (
        split,
        "Le camion roulait trop vite sur la route mouillée du port et a heurté la glissière de sécurité avant de se "
        "coucher dans le fossé.",
        (
            "Le camion roulait trop vite sur la route mouillée du port.",
            "Il a heurté la glissière de sécurité avant de se coucher dans le fossé.",
        ),
        "a second verb of the same subject",
    ),
    (
        set_off,
        "« Nous attendons cette passerelle depuis vingt ans et les élèves font un long détour chaque matin », a rappelé "
        "la maire aux journalistes.",
        (
            "La maire a rappelé aux journalistes :",
            "« Nous attendons cette passerelle depuis vingt ans et les élèves font un long détour chaque matin »",
        ),
        "a whole quotation before its speaker",
    ),
    (
        to_selon,
        "La direction indique que le four redémarre en octobre avec une équipe réduite.",
        ("Selon la direction, le four redémarre en octobre avec une équipe réduite.",),
        "a reporting verb in the present",
    ),
)

SILENT: tuple[tuple[Callable[..., Rendering | None], str, str], ...] = (
    (enumeration, "Le plan prévoit deux mesures : une taxe et un prêt.", "two members are no list"),
    (enumeration, "La maire est claire : le pont ferme, les bus partent et la route attend.", "members are clauses"),
    (
        enumeration,
        "Le jury a retenu trois noms : Ana et Luc, Zoé et Max ainsi que Lou.",
        "an inner « et » leaves the cut in doubt",
    ),
    (split, "Le pont ferme ; les bus passent ailleurs.", "short enough as it is"),
    (
        split,
        "La mairie a fermé la piscine pour tout l’hiver, et ce malgré les protestations répétées des nageurs du club "
        "et de leurs familles réunies.",
        "no second clause",
    ),
    (set_off, "La maire parle d’un « long détour » pour les élèves.", "quoted words, not an utterance"),
    (
        to_selon,
        "La direction a déclaré que le four redémarrerait en octobre.",
        "the tense agrees with the past verb and would read as a rumour",
    ),
    (to_selon, "Elle indique que le four redémarre en octobre.", "a pronoun is nobody out of context"),
)


def asked(context: Callable[[str], Any], operation: Callable[..., Rendering | None], text: str) -> Rendering | None:
    ctx = context(f"{COMPANY} {text} La séance a duré deux heures.")
    sid = next(s.id for s in ctx.sentences if s.text[:25] == text[:25])
    return operation(ctx, sid)


@pytest.mark.parametrize(("operation", "text", "expected", "why"), FIRING, ids=[f[3] for f in FIRING])
def test_fires(context, operation, text, expected, why) -> None:
    rendering = asked(context, operation, text)
    assert rendering is not None, why
    assert tuple(part.piece.text for part in rendering.parts) == expected


@pytest.mark.parametrize(("operation", "text", "why"), SILENT, ids=[s[2] for s in SILENT])
def test_stays_silent(context, operation, text, why) -> None:
    assert asked(context, operation, text) is None, why


def test_every_operation_is_seen_to_fire_and_to_stay_silent() -> None:
    assert {row[0] for row in FIRING} == {row[0] for row in SILENT}


POINTS = (  # (sentence, key point or None, why)
    (
        "Claire Martin, qui dirige le port, a également présenté un nouveau plan de dragage.",
        "Claire Martin présente un nouveau plan de dragage",
        "aside and adverb dropped, fresh news in the present",
    ),
    (
        "La région a financé la passerelle en 2011.",
        "La région a financé la passerelle en 2011",
        "a fact told as past by its year keeps its tense",
    ),
    ("La mairie ne dispose plus que d’une seule salle.", None, "« ne … que » is not cut"),
    ("Il a présenté un nouveau plan de dragage.", None, "a pronoun is nobody out of context"),
    ("Si la crue dure, la préfecture fermera le pont de pierre.", None, "a condition is not dropped"),
    ("La préfecture pourrait fermer le vieux pont de pierre.", None, "« pourrait » is no plain fact"),
    (
        "Le pont a été dessiné par les architectes Paul Roux, Jean Viel et Marie Sand.",
        None,
        "an enumeration is not cut after its first name",
    ),
)


@pytest.mark.parametrize(("text", "expected", "why"), POINTS, ids=[p[2] for p in POINTS])
def test_key_point(context, text, expected, why) -> None:
    ctx = context(f"{COMPANY} {text} La séance a duré deux heures.")
    sid = next(s.id for s in ctx.sentences if s.text == text)
    found = [k.text for c in clauses(ctx, sid) if (k := keypoint(ctx, c)) is not None]
    assert found == ([] if expected is None else [expected]), why
