"""Glossaries that users lay over the knowledge base: two shapes, and errors that name file, entry and field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from seo_fr.errors import InputNotFound, InvalidGlossary
from seo_fr.resources.knowledge import concepts, key, load_concepts, read_glossary

FIELDS = {"definition": "La gabelle est un impôt sur le sel.", "explanation": "Elle a disparu. Le nom est resté."}


def with_(**changes: Any) -> dict[str, dict[str, Any]]:
    return {"gabelle": {**FIELDS, **changes}}


def test_nothing_given() -> None:
    assert load_concepts() is concepts()


def test_mapping_and_file_agree(tmp_path: Path) -> None:
    text = "\n".join(f'{name} = "{value}"' for name, value in FIELDS.items())
    listed, named = tmp_path / "listed.toml", tmp_path / "named.toml"
    listed.write_text(f'[[concept]]\nterm = "gabelle"\n{text}\n', encoding="utf-8")
    named.write_text(f"[gabelle]\n{text}\n", encoding="utf-8")
    expected = read_glossary(with_())
    assert [concept.term for concept in expected] == ["gabelle"]
    assert read_glossary(listed) == read_glossary(str(named)) == expected
    assert load_concepts(listed)[: len(expected)] == expected


def test_defaults() -> None:
    (concept,) = read_glossary(with_())
    assert (concept.domain, concept.gender, concept.number, concept.level) == ("glossaire", "", "s", "spécialisé")
    assert concept.aliases == concept.context == concept.see == ()


def test_all_fields() -> None:
    (concept,) = read_glossary(
        with_(domain="histoire", gender="f", number="s", aliases=["impôt du sel"], context=["roi"], see=["taille"])
    )
    assert (concept.domain, concept.gender, concept.aliases) == ("histoire", "f", ("impôt du sel",))
    assert (concept.context, concept.see) == (("roi",), ("taille",))


def test_takes_the_place_of_ours() -> None:
    ours = next(concept for concept in concepts() if concept.aliases)
    mine = load_concepts({ours.term.upper(): FIELDS})
    assert mine[0].term == ours.term.upper()
    assert len(mine) == len(concepts())
    assert ours not in mine


def test_takes_our_alias() -> None:
    ours = next(concept for concept in concepts() if len(concept.aliases) > 1)
    mine = load_concepts({ours.aliases[0]: FIELDS})
    theirs = next(concept for concept in mine if concept.term == ours.term)
    assert theirs.aliases == ours.aliases[1:]
    assert ours.aliases[0] not in [alias for concept in mine for alias in concept.aliases]
    assert len(mine) == len(concepts()) + 1


def test_an_alias_of_the_user_takes_the_place_of_our_term() -> None:
    ours = concepts()[0]
    mine = load_concepts(with_(aliases=[ours.term]))
    assert ours.term not in [concept.term for concept in mine]


@pytest.mark.parametrize(
    ("glossary", "parts"),
    [
        ({"gabelle": "un impôt"}, ("glossaire", "« gabelle »", "table")),
        ({"gabelle": {"definition": FIELDS["definition"]}}, ("« gabelle »", "explanation", "manque")),
        (with_(definition=""), ("« gabelle »", "definition", "vide")),
        (with_(definition=3), ("« gabelle »", "definition", "texte")),
        (with_(definition="Impôt sur le sel"), ("« gabelle »", "definition", "point")),
        (with_(explication="Oui."), ("« gabelle »", "« explication »", "« explanation »")),
        (with_(couleur="bleu"), ("« gabelle »", "« couleur »", "Champs admis")),
        (with_(gender="féminin"), ("« gabelle »", "gender", "'féminin'")),
        (with_(number=2), ("« gabelle »", "number", "2")),
        (with_(gender=["f"]), ("« gabelle »", "gender")),
        (with_(aliases="impôt du sel"), ("« gabelle »", "aliases", "liste")),
        (with_(context=[1]), ("« gabelle »", "context", "liste")),
        (with_(level="facile"), ("« gabelle »", "level", "courant", "expert")),
        (with_(other=""), ("« gabelle »", "other")),
        (with_(aliases=["Gabelle"]), ("« gabelle »", "aliases", "« Gabelle »")),
        ({"a": FIELDS, "b": {**FIELDS, "aliases": ["A"]}}, ("« b »", "aliases", "désigne déjà « a »")),
        ({"concept": [FIELDS]}, ("nº 1", "term", "manque")),
        ({"concept": [{**FIELDS, "term": "a"}], "autre": 1}, ("« autre »",)),
    ],
)
def test_errors_name_file_entry_and_field(glossary: dict[str, Any], parts: tuple[str, ...]) -> None:
    with pytest.raises(InvalidGlossary) as caught:
        read_glossary(glossary)
    assert [part for part in parts if part not in str(caught.value)] == []
    assert str(caught.value).startswith("glossaire")


def test_errors_of_files(tmp_path: Path) -> None:
    with pytest.raises(InputNotFound, match=r"absent\.toml"):
        read_glossary(tmp_path / "absent.toml")
    with pytest.raises(InputNotFound):
        read_glossary(tmp_path)
    broken, latin, wrong = tmp_path / "broken.toml", tmp_path / "latin.toml", tmp_path / "wrong.toml"
    broken.write_text("[gabelle\n", encoding="utf-8")
    latin.write_bytes("[impôt]\n".encode("latin-1"))
    wrong.write_text('[gabelle]\ndefinition = "Oui."\n', encoding="utf-8")
    with pytest.raises(InvalidGlossary, match=r"broken\.toml.*TOML"):
        read_glossary(broken)
    with pytest.raises(InvalidGlossary, match=r"latin\.toml.*UTF-8"):
        read_glossary(latin)
    with pytest.raises(InvalidGlossary, match=r"wrong\.toml, entrée « gabelle », champ explanation"):
        load_concepts(wrong)


def test_key() -> None:
    assert key("Droit d'asile") == key("droit  d’asile")
    assert key("droit d’asile") != key("droit d’auteur")
