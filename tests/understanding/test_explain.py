"""The view of a paragraph with its scopes."""

import datetime as dt

import pytest

from seo_fr.understanding import explain

pytestmark = pytest.mark.model


def test_a_paragraph_is_shown_with_all_that_is_known_of_it(analysed) -> None:
    text = (
        "Le pont ferme.\n\nSelon Anne Roche, maire de Brest, la digue perdrait plus de 12 % de sa hauteur. "
        "Elle a cédé ce matin. Un riverain anonyme affirme que rien ne presse."
    )
    view = explain(analysed(text, dt.date(2012, 5, 22)), [1])
    assert "Le pont ferme" not in view
    for line in (
        "    Anne Roche, maire de Brest (= Anne Roche), selon : « la digue perdrait plus de 12 % de sa hauteur »",
        "    rôle : Anne Roche, « maire de Brest »",
        "    nom : Anne Roche (personne)",
        "    chiffre : « plus de 12 % de sa hauteur » (valeur 12, unité %, compte sa hauteur, réserve plus de)",
        "    date : « ce matin » = le 22 mai 2012 au matin",
        "    Un riverain anonyme [anonyme], affirmer : « rien ne presse »",
        "    négation (rien ne) : « rien ne presse »",
    ):
        assert line in view.split("\n"), line
    assert analysed(text, dt.date(2012, 5, 22)).explain([1]) == view
    assert "« la digue perdrait plus de 12 % de sa hauteur »" in analysed(text)._repr_html_()
    assert explain(analysed(text)).startswith("§ 0\n[0] Le pont ferme.\n\n§ 1\n")
