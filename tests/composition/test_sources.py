"""Claims by speaker: their wording in the present, what is left out, and how they are grouped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.composition.brief import Brief
from seo_fr.composition.sources import joined, sources
from seo_fr.composition.templates import Templates, environment
from seo_fr.model import Keyphrase
from seo_fr.pipeline import understand
from seo_fr.rewriting.claims import claims
from seo_fr.rewriting.context import Context
from seo_fr.settings import DEFAULTS

OPENING = "La commune prépare son avenir. "

FIRE = [
    (
        "La présidente de la région, Anne Leroux, a indiqué qu’elle souhaitait une enquête.",
        "Anne Leroux",
        "indique qu’elle souhaite une enquête",
    ),
    (
        "La ministre de la Santé, Jeanne Morel, a annoncé que les urgences de Dole rouvriraient en septembre 2024.",
        "Jeanne Morel",
        "annonce que les urgences de Dole devraient rouvrir en septembre 2024",
    ),
    (
        "La maire a rappelé que le marché se tiendrait le 3 mai 2024.",
        "la maire",
        "rappelle que le marché devrait se tenir le 3 mai 2024",
    ),
    (
        "Selon l’ONG Terre bleue, la pêche illégale a doublé depuis 2015.",
        "l’ONG Terre bleue",
        "indique que la pêche illégale a doublé depuis 2015",
    ),
    (
        "Le rapport conclut que l’accident a été causé par une erreur humaine.",
        "le rapport",
        "conclut qu’une erreur humaine est à l’origine de l’accident",
    ),
    ("L’agence Fitch juge que la dette du pays est soutenable.", "l’agence Fitch", "juge la dette du pays soutenable"),
    (
        "Des experts jugent que la crise pourrait être une chance pour la région.",
        "des experts",
        "voient dans la crise une chance possible pour la région",
    ),
    (
        "D’après le procureur de Nantes, le suspect a reconnu les faits.",
        "le procureur de Nantes",
        "signale la reconnaissance des faits par le suspect",
    ),
    (
        "Le patron de Dural, Marc Petit, s’est dit confiant pour l’avenir du groupe.",
        "Marc Petit",
        "se déclare confiant pour l’avenir du groupe",
    ),
    (
        "L’entreprise Dural conteste les chiffres de l’association.",
        "l’entreprise Dural",
        "conteste les chiffres de l’association",
    ),
    ("L’opposition refuse de voter le budget.", "l’opposition", "refuse de voter le budget"),
    ("Les riverains s’opposent au projet de carrière.", "les riverains", "s’opposent au projet de carrière"),
    ("Quant au préfet, il apprécie l’effort de la ville.", "le préfet", "apprécie l’effort de la ville"),
]


@pytest.mark.parametrize(("text", "speaker", "claim"), FIRE)
def test_a_claim(context: Callable[[str], Any], text: str, speaker: str, claim: str) -> None:
    found = {
        c.speaker.replace("'", "’"): [t.replace("'", "’") for t in c.texts] for c in claims(context(OPENING + text))
    }
    assert claim in found.get(speaker, [])


SILENT = [
    ("La direction n’a pas confirmé la vente du site.", "nothing is said"),
    ("Il a ajouté que les travaux étaient finis.", "a speaker whom nothing names"),
    ("Le maire a affirmé que ces travaux lui plaisaient.", "points back"),
    ("Si le maire dénonce le projet, la ville reculera.", "hangs on a condition"),
    ("La voiture dénonce un manque de moyens.", "no speaker"),
    ("Le journal indique que la gare fermera.", "which journal?"),
    ("Le maire dénonce un plan dont l’État paie la moitié.", "a relative restricts what is denounced"),
    ("Le syndicat aurait réclamé des embauches.", "conditional"),
]


@pytest.mark.parametrize(("text", "why"), SILENT)
def test_silent(context: Callable[[str], Any], text: str, why: str) -> None:
    assert claims(context(OPENING + text)) == (), why


def test_a_condition_or_a_denial_is_never_cut_off(context: Callable[[str], Any]) -> None:
    text = "Le rapport indique que la société propose des emplois aux candidats sans mener d’entretien."
    (found,) = claims(context(OPENING + text))
    assert all("sans mener d’entretien" in t.replace("'", "’") for t in found.texts)


def brief_of(text: str) -> Brief:
    """A brief without concepts."""
    phrase = Keyphrase("stade", "stade", ("stade",), 1.0, "noun")
    return Brief(Context.of(understand(text)), phrase, (), (), (), Templates(environment(None), 0), DEFAULTS, 700)


ARTICLE = (
    "Le conseil de Brévance a voté la rénovation du stade. La maire de Brévance, Anne Leroux, a indiqué qu’elle "
    "souhaitait une enquête sur le chantier. Le chef de l’opposition, Paul Brun, a dénoncé une dépense inutile."
)


def test_the_block() -> None:
    block = sources(brief_of(ARTICLE))
    assert block is not None
    rows = {option.group: option.pieces[0] for option in reversed(block.options)}
    assert {piece.cells[0] for piece in rows.values()} == {
        "Anne Leroux, maire de Brévance",
        "Paul Brun, chef de l’opposition",
    }
    assert all(piece.text == " : ".join(piece.cells) for piece in rows.values())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Le conseil a voté. Le maire, Paul Brun, a dénoncé la dépense.", "one speaker"),
        ("Le maire est mort samedi. Ses obsèques auront lieu mardi. " + ARTICLE, "mourning"),
    ],
)
def test_when_the_block_keeps_quiet(text: str, why: str) -> None:
    assert sources(brief_of(text)) is None, why


def test_a_verb_said_once() -> None:
    assert joined(("signale le rachat", "signale la vente")) == ["signale le rachat", "la vente"]
    assert joined(("salue le rachat", "signale la vente")) == ["salue le rachat", "signale la vente"]
