"""A headline follows the spelling of its own article, and keeps its own where the article is of two minds."""

import pytest

from seo_fr.reading import read
from seo_fr.reading.headline import mended
from seo_fr.settings import Settings

ROWS = (  # (headline, text, mended, why)
    ("Neufs marins morts", "Neuf marins sont morts.", "Neuf marins morts", "a certain fault"),
    ("Succès de Nova Sat", "NovaSat vole. NovaSat est en orbite.", "Succès de NovaSat", "the text joins the name"),
    ("Succès de Nova Sat", "NovaSat vole haut.", "Succès de Nova Sat", "one occurrence proves nothing"),
    ("Succès de Nova Sat", "Nova Sat vole. NovaSat est là. NovaSat dort.", "Succès de Nova Sat", "both are written"),
    (
        "Le Port rouvre : Le Port, vu d’ici",
        "Le port rouvre. Ce port vit.",
        "Le port rouvre : Le port, vu d’ici",
        "noun",
    ),
    ("Le Havre rouvre", "Le Havre est un port. Un havre, oui, un havre de paix au Havre.", "Le Havre rouvre", "a name"),
    ("Port fermé", "Le port ferme. Ce port dort.", "Port fermé", "the first word keeps its capital"),
    ("Les élus du PARC", "Le parc ferme. Ce parc dort.", "Les élus du PARC", "capitals may be letters"),
    ("Wikimedia ouvre", "Wikimédia ouvre. Wikimédia dort.", "Wikimédia ouvre", "the accent of the text"),
)


@pytest.mark.parametrize(("headline", "text", "expected", "why"), ROWS, ids=[row[3] for row in ROWS])
def test_headline(headline: str, text: str, expected: str, why: str) -> None:
    assert mended(headline, text)[0] == expected, why
    assert mended(expected, text) == (expected, []), "nothing more to mend"


def test_what_was_mended_is_told() -> None:
    source = read("NovaSat vole haut. NovaSat est en orbite.\n\nOn attend la suite.", title="Succès de Nova Sat")
    assert source.title == "Succès de NovaSat"
    assert source.given_title == "Succès de Nova Sat"
    assert [n.code for n in source.notes] == ["source.headline"]


def test_repairs_may_be_turned_off() -> None:
    kept = read("NovaSat vole. NovaSat dort.", title="Neufs Nova Sat", settings=Settings(repair_source=False))
    assert kept.title == "Neufs Nova Sat"
