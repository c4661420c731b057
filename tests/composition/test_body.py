"""How the body lays its sentences down: lists apart from the source's own, no droning openings, announcements ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from seo_fr.composition.body import passages

SERIES = (
    "Enfin, le projet veut faciliter le partage des documents de la halle entre tous ses voisins : plannings des "
    "équipes, annuaires des bénévoles, plans du quartier, etc."
)


def laid(context: Callable[[str], Any], text: str) -> Any:
    ctx = context(text)
    return passages(ctx, [s.id for s in ctx.sentences if ctx.source_kind(s.id) != "heading"])


def test_series_becomes_a_list(context: Callable[[str], Any]) -> None:
    kinds = [p.kind for p in laid(context, f"Le marché rouvre lundi matin.\n\n{SERIES}\n\nLa halle sera vide en mai.")]
    assert kinds == ["paragraph", "list", "paragraph"]


def test_series_stays_prose_before_a_list_of_the_source(context: Callable[[str], Any]) -> None:
    text = (
        f"Le marché rouvre lundi matin.\n\n{SERIES}\n\n- gagner du temps\n- former les nouveaux\n- ranger les réserves"
    )
    found = laid(context, text)
    assert [p.kind for p in found] == ["paragraph", "list"]
    assert [len(p.pieces) for p in found] == [2, 3]


def test_three_sentences_in_a_row_open_on_one_word_no_more(context: Callable[[str], Any]) -> None:
    text = (
        "Il dispute son premier match de lutte en décembre sous les couleurs du bourg et remporte sa première "
        "médaille deux mois plus tard devant son cousin. Il quitte ensuite la vallée pour la ville."
    )
    (found,) = laid(context, text)
    assert [piece.operation for piece in found.pieces] == ["kept", "kept"]


def test_paragraph_does_not_run_on_after_a_lost_list(context: Callable[[str], Any]) -> None:
    text = "Nous trions ensuite les lignes du fichier :\n\nCette étape dure une minute à peine."
    (found,) = laid(context, text)
    assert [piece.text for piece in found.pieces] == [
        "Nous trions ensuite les lignes du fichier.",
        "Cette étape dure une minute à peine.",
    ]


def test_quotation_set_off_by_the_source_stays_in_one_piece(context: Callable[[str], Any]) -> None:
    text = (
        "La gardienne raconte sa nuit.\n\n> Le vent a forci. J’ai fermé les volets. La lampe a tenu.\n\nLe port rouvre."
    )
    found = laid(context, text)
    assert [(p.kind, len(p.pieces)) for p in found] == [("paragraph", 1), ("quote", 3), ("paragraph", 1)]


def test_no_paragraph_ends_within_a_quotation(context: Callable[[str], Any]) -> None:
    story = (
        "Le meunier a repris l’atelier de son oncle en 1998, au bord du canal, avec deux meules fendues et une roue "
        "qui ne tournait plus depuis la guerre. Il a refait la digue pierre par pierre, puis le toit, puis la "
        "passerelle, sans jamais fermer un seul été, et il a fini par acheter le pré voisin où paissent ses ânes. "
        "Le village a d’abord souri de ses efforts. Les enfants de l’école venaient le voir tailler le bois le jeudi. "
        "« J’y suis venu pour apprendre le métier auprès d’un vieux meunier de la vallée. Je n’en suis plus reparti. "
        "La roue a tourné un matin de mars. Mes ânes ont dressé l’oreille, le chien a couru au bief et le voisin est "
        "arrivé sans sa veste. » Il vend sa farine au marché."
    )
    for passage in laid(context, f"{story}\n\nLa halle ferme à midi."):
        text = " ".join(piece.text for piece in passage.pieces)
        assert text.count("«") == text.count("»")
