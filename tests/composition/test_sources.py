"""Claims by speaker: their wording in the present, what is left out, and how they are grouped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.composition.brief import Brief
from seo_fr.composition.sources import short_quotes, sources
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
        "annonce que les urgences de Dole rouvriront en septembre 2024",
    ),
    (
        "La maire a rappelé que le marché se tiendrait le 3 mai 2024.",
        "la maire",
        "rappelle que le marché se tiendra le 3 mai 2024",
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
        "indique que le suspect a reconnu les faits",
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
    ("Quant au préfet, il regrette le retard de la ville.", "le préfet", "regrette le retard de la ville"),
    (
        "Le ministre, Paul Brun, a affirmé que « le barrage de Vaucelles est sûr ».",
        "Paul Brun",
        "affirme que « le barrage de Vaucelles est sûr »",
    ),
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
    ("Le préfet a remercié la municipalité.", "thanks claim nothing"),
    ("Le maire a affirmé que « nous sommes prêts ».", "whose « nous »?"),
    ("Le rapport conclut qu’une erreur est à l’origine du terrible accident.", "the journalist’s feeling"),
    ("Le maire a dit que l’usine fermerait si la ville partait.", "a conditional that hangs on « si »"),
]


@pytest.mark.parametrize(("text", "why"), SILENT)
def test_silent(context: Callable[[str], Any], text: str, why: str) -> None:
    assert claims(context(OPENING + text)) == (), why


KEPT = [
    ("Le rapport indique que la société propose des emplois aux candidats sans mener d’entretien.", "sans mener"),
    ("Le rapport indique que le pilote a viré à la suite d’une alarme fausse.", "à la suite d’une alarme fausse"),
    ("L’entraîneur a déploré le relâchement des joueurs lors des deux derniers matchs.", "lors des deux derniers"),
    ("La direction annonce une prime malgré la baisse des ventes.", "malgré la baisse des ventes"),
]


@pytest.mark.parametrize(("text", "kept"), KEPT)
def test_what_limits_a_claim_is_never_cut_off(context: Callable[[str], Any], text: str, kept: str) -> None:
    (found,) = claims(context(OPENING + text))
    assert all(kept in t.replace("'", "’") for t in found.texts)


def brief_of(text: str) -> Brief:
    """A brief without concepts."""
    phrase = Keyphrase("stade", "stade", ("stade",), 1.0, "noun")
    return Brief(Context.of(understand(text)), phrase, (), (), (), Templates(environment(None), 0), DEFAULTS, 700)


ARTICLE = (
    "Le conseil de Brévance a voté la rénovation du stade. La maire de Brévance, Anne Leroux, a indiqué qu’elle "
    "souhaitait une enquête sur le chantier. La maire a aussi annoncé que les vestiaires ouvriraient en mai 2024. "
    "Le chef de l’opposition, Paul Brun, a dénoncé une dépense inutile."
)


def test_the_block() -> None:
    block = sources(brief_of(ARTICLE))
    assert block is not None
    assert block.kind == "list"
    assert block.least == len(block.options), "all the speakers, or none"
    assert [[piece.text.replace("'", "’") for piece in option.pieces] for option in block.options] == [
        [
            "Anne Leroux, maire de Brévance, indique qu’elle souhaite une enquête sur le chantier.",
            "Elle annonce que les vestiaires ouvriront en mai 2024.",
        ],
        ["Paul Brun, chef de l’opposition, dénonce une dépense inutile."],
    ]


def test_a_short_quotation_where_nothing_can_be_retold() -> None:
    text = ARTICLE.replace(" La maire a aussi annoncé que les vestiaires ouvriraient en mai 2024.", "")
    block = sources(brief_of(text + " « Nous irons au tribunal », a répondu le président du club, Marc Petit."))
    assert block is not None
    assert block.options[-1].pieces[0].text == "Marc Petit, président du club : « Nous irons au tribunal »."


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("C’est une honte pour la ville", "what is?"),
        ("Nous verrons cela lundi", "what?"),
        ("Non, jamais", "no statement"),
        ("une décision prise sans nous", "no verb"),
        ("Nous [la ville] irons au tribunal", "cut in"),
    ],
)
def test_quotations_that_are_not_clear_alone(context: Callable[[str], Any], quote: str, why: str) -> None:
    ctx = context(f"{OPENING}« {quote} », a répondu le voisin, Marc Petit.")
    assert list(short_quotes(ctx)) == [], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Le conseil a voté. Le maire, Paul Brun, a dénoncé la dépense.", "one speaker"),
        ("Le maire est mort samedi. Ses obsèques auront lieu mardi. " + ARTICLE, "mourning"),
        (ARTICLE + " « Nous verrons cela lundi », a répondu le voisin, Marc Petit.", "a person is left out"),
        (ARTICLE.replace(" La maire a aussi annoncé que les vestiaires ouvriraient en mai 2024.", ""), "two claims"),
    ],
)
def test_when_the_block_keeps_quiet(text: str, why: str) -> None:
    assert sources(brief_of(text)) is None, why
