"""A medium’s name translated word for word is mended only where the article has the name itself."""

import pytest

from seo_fr.reading import read
from seo_fr.settings import Settings

NAMED = "Une source l’a confirmé à The Information."
ROWS = (  # (sentence, mended, why)
    ("Un rapport de L’information le dit.", "Un rapport de The Information le dit.", "« de L’ »"),
    (
        "Le rapport d’information indique que le quai ferme.",
        "Le rapport de The Information indique que le quai ferme.",
        "who",
    ),
    ("Selon l’information, le quai ferme.", "Selon The Information, le quai ferme.", "a source"),
    ("Le rapport d’information sur les ports est voté.", None, "a parliament’s report"),
    ("Il dit : « Un rapport de L’information le prouve. »", None, "what was said stays"),
    ("La mission d’information part demain.", None, "no report"),
)


@pytest.mark.parametrize(("text", "mended", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_named_elsewhere(text: str, mended: str | None, why: str) -> None:
    source = read(f"{text}\n\n{NAMED}\n\nLe port attend.")
    assert source.text.split("\n\n")[0] == (mended or text), why
    assert [n.after != "" for n in source.notes if n.code == "source.repaired"] == [True] * (mended is not None)


def test_not_named_elsewhere() -> None:
    text = "Un rapport de L’information le dit.\n\nLe port attend."
    assert read(text).text == text


def test_repairs_off() -> None:
    text = f"{ROWS[0][0]}\n\n{NAMED}"
    assert read(text, settings=Settings(repair_source=False)).text == text
