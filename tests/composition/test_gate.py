"""The gate refuses what the source does not say, and lets pass what it does."""

import pytest

from seo_fr.composition.gate import Gate
from seo_fr.model import Piece

SOURCE = (
    "La verrerie de Montcel va rallumer un four en octobre. Selon la direction, la consommation de gaz devrait baisser "
    "de 35 %. Le syndicat ne soutient pas le projet d’intérim. « Les commandes sont là », a déclaré Laurent Mayol. "
    "Rappelons que le four a fait deux blessés en mars."
)
CASES = (  # (text, origin, source ids, passes, why)
    ("La verrerie rallume un four.", "restated", (0,), True, "plain"),
    ("La verrerie rallume deux fours en 2026.", "restated", (0,), False, "a number from nowhere"),
    ("À Montcel, Lyon rallume un four.", "restated", (0,), False, "a name from nowhere"),
    ("La consommation de gaz baisse de 35 %.", "restated", (1,), False, "attribution and hedge lost"),
    ("Selon la direction, la consommation de gaz devrait baisser de 35 %.", "restated", (1,), True, "both kept"),
    ("Le syndicat soutient le projet d’intérim.", "restated", (2,), False, "denial lost"),
    ("Laurent Mayol : « Les commandes sont là ».", "restated", (3,), True, "verbatim"),
    ("Laurent Mayol : « Les commandes reviennent ».", "restated", (3,), False, "quotation altered"),
    ("Deux blessés en mars.", "restated", (4,), False, "« rappelons que » is the author’s word"),
    ("Un four industriel chauffe à plus de 1 500 degrés.", "background", (), True, "background is judged elsewhere"),
)


@pytest.mark.parametrize(("text", "origin", "ids", "passes", "why"), CASES, ids=[c[4] for c in CASES])
def test_gate(context, text, origin, ids, passes, why) -> None:
    gate = Gate.of(context(SOURCE).analysis)
    assert (gate.faults(Piece(text, origin, ids, "test")) == ()) is passes, why
