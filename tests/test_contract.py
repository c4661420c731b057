"""``to_dict()`` key by key: names, types and what must hold between them. Judges and users' code read it."""

from __future__ import annotations

import json
from typing import Any

import pytest

import seo_fr
from seo_fr.french import count_words

KEYS: dict[str, type] = {
    "schema": str,
    "title": str,
    "keyphrase": str,
    "keyphrases": list,
    "meta": dict,
    "word_count": int,
    "min_words": int,
    "shortfall": int,
    "ledger": dict,
    "source_text": str,
    "source_title": str,
    "source_sentences": list,
    "headings": list,
    "sentences": list,
    "warnings": list,
    "report": dict,
}
META = {"title": str, "description": str, "slug": str}
ORIGINS = ("source", "restated", "background", "framing")
SENTENCE = {"text": str, "origin": str, "sources": list, "operation": str, "section": int}
HEADING = {"level": int, "text": str, "anchor": str, "sources": list, "operation": str}
SOURCE_SENTENCE = {"id": int, "text": str, "paragraph": int}
CHECK = {"code": str, "family": str, "status": str, "message": str, "fix": str}


@pytest.fixture(params=["recrutement-ia", "composteur-balcon"])
def record(request: pytest.FixtureRequest, rewritten: Any) -> dict[str, Any]:
    return rewritten(request.param).to_dict()


def shaped(value: dict[str, Any], shape: dict[str, type]) -> bool:
    return set(shape) <= set(value) and all(isinstance(value[key], kind) for key, kind in shape.items())


def test_keys_and_types(record: dict[str, Any]) -> None:
    assert list(record) == list(KEYS)
    assert shaped(record, KEYS)
    assert record["schema"] == "seo_fr.rewrite/1"
    assert set(record["meta"]) == set(META)
    assert shaped(record["meta"], META)
    assert tuple(record["ledger"]) == ORIGINS
    assert all(isinstance(n, int) for n in record["ledger"].values())
    assert all(shaped(s, SOURCE_SENTENCE) for s in record["source_sentences"])
    assert all(shaped(s, SENTENCE) for s in record["sentences"])
    assert all(shaped(h, HEADING) for h in record["headings"])
    assert all({"code", "message"} <= set(w) for w in record["warnings"])
    assert {"score", "checks"} <= set(record["report"])
    assert 0 <= record["report"]["score"] <= 100
    assert all(shaped(c, CHECK) and {"value", "target"} <= set(c) for c in record["report"]["checks"])


def test_counts_agree(record: dict[str, Any]) -> None:
    by_origin = dict.fromkeys(ORIGINS, 0)
    for sentence in record["sentences"]:
        by_origin[sentence["origin"]] += count_words(sentence["text"])
    assert by_origin == record["ledger"]
    assert record["word_count"] == sum(by_origin.values())
    assert record["shortfall"] == max(0, record["min_words"] - record["word_count"])


def test_every_sentence_and_heading_is_traced(record: dict[str, Any]) -> None:
    known = {s["id"] for s in record["source_sentences"]}
    for sentence in record["sentences"]:
        assert set(sentence["sources"]) <= known
        assert sentence["sources"] or sentence["origin"] in {"background", "framing"}, sentence["text"]
        assert sentence["operation"]
    for heading in record["headings"]:
        assert set(heading["sources"]) <= known


def test_sections_and_headings(record: dict[str, Any]) -> None:
    sections = [s["section"] for s in record["sentences"]]
    assert sections == sorted(sections)
    headings = record["headings"]
    assert headings[0]["level"] == 1
    assert headings[0]["text"] == record["title"]
    assert [h["level"] for h in headings].count(1) == 1
    anchors = [h["anchor"] for h in headings[1:]]
    assert len(set(anchors)) == len(anchors)


def test_the_source_is_given_back_untouched(rewritten: Any, samples: dict[str, str]) -> None:
    assert rewritten("recrutement-ia").to_dict()["source_text"] == samples["recrutement-ia"]
    text = "# Le pont ferme\n\nLe pont ferme lundi. Les travaux dureront un mois. La mairie publiera un plan."
    record = seo_fr.rewrite(text, title="Un titre", min_words=0).to_dict()
    assert record["source_text"] == text
    assert record["source_title"] == "Un titre"


def test_json_is_the_same_value(rewritten: Any) -> None:
    result = rewritten("recrutement-ia")
    assert json.loads(result.to_json()) == result.to_dict()
    assert "é" in result.to_json()


def test_attributes_of_the_result(rewritten: Any) -> None:
    result = rewritten("recrutement-ia")
    for name in (
        "title keyphrase keyphrases meta sections sentences headings ledger word_count min_words shortfall report "
        "warnings source"
    ).split():
        assert hasattr(result, name), name
    with pytest.raises(AttributeError):
        result.min_words = 3
    assert result.word_count == result.ledger.total
    assert [h.text for h in result.headings] == [h["text"] for h in result.to_dict()["headings"]]


def test_what_headline_and_dateline_say_is_no_invention() -> None:
    text = (
        "3 mai 2019. - La mairie de Vernay a rouvert ce matin la passerelle du quai nord, fermée depuis deux ans.\n\n"
        "La région a payé la moitié du chantier, et le département un quart.\n\n"
        "Les cyclistes du quartier attendaient la fin des travaux depuis longtemps. Une fête aura lieu en juin."
    )
    result = seo_fr.rewrite(text, title="Vernay : 14 000 passants retrouvent la passerelle")
    assert "3 mai 2019" in result.to_markdown()
    assert [f.code for f in result.report.findings if f.code == "F701" and f.status == "bad"] == []
