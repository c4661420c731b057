"""Whole blocks, on texts written for them."""

from __future__ import annotations

import re

import seo_fr

QUARREL = (
    "La ville de Brenac veut déplacer son marché. Le maire, Paul Armand, défend le projet depuis des mois devant les "
    "commerçants du centre. « Nous ne voulons plus de camions sous les fenêtres de l’école », a déclaré Paul Armand. "
    "La présidente des commerçants, Lise Vidal, ne cache pas sa colère. « Ce marché fait vivre quarante familles et "
    "personne ne nous a demandé notre avis », a répondu Lise Vidal. Une réunion publique est prévue en mars. "
    "Le préfet, Jean Maurel, reste prudent. « Le dossier sera jugé sur pièces et sans précipitation », a indiqué Jean "
    "Maurel. La ville a commandé une étude à un cabinet de Toulouse en 2023."
)


def test_key_points_hold_one_syntax_and_stand_alone() -> None:
    result = seo_fr.rewrite(QUARREL, title="Brenac veut déplacer son marché")
    for section in result.sections:
        if section.block != "essentials":
            continue
        points = [piece.text for piece in section.pieces]
        assert 3 <= len(points) <= 5
        assert len({piece.operation for piece in section.pieces}) == 1
        assert not any(re.match(r"(?:Il|Elle|Ils|Elles|Ce|Cela|Cette|Ces)\b", point) for point in points)


def test_quotations_are_verbatim_and_named() -> None:
    result = seo_fr.rewrite(QUARREL, title="Brenac veut déplacer son marché", min_words=700)
    shown = [p for s in result.sections for p in s.passages if p.kind == "quote"]
    for passage in shown:
        words = passage.pieces[0].text.strip("« »\u202f\u00a0.").replace("’", "'").lower()
        assert words in QUARREL.replace("’", "'").lower()


def test_no_line_above_a_block_says_what_its_heading_says() -> None:
    result = seo_fr.rewrite(QUARREL, title="Brenac veut déplacer son marché")
    assert not any(piece.operation.endswith(".intro") for section in result.sections for piece in section.pieces)


def test_mourning_keeps_to_the_body() -> None:
    text = (
        "Un adolescent de quinze ans est mort samedi dans un accident de la route près de Brenac. Le conducteur est "
        "décédé à l’hôpital dans la nuit. Les obsèques auront lieu mercredi en l’église du village. La famille demande "
        "que l’on respecte son deuil. Le lycée a ouvert une cellule d’écoute pour les élèves."
    )
    result = seo_fr.rewrite(text)
    assert {s.block for s in result.sections} <= {"lead", "body", "background", "unknowns"}
