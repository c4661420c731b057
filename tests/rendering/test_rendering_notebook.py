"""The notebook view."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from seo_fr.model import Draft, Finding, Location, Note, Source
from seo_fr.rendering.notebook import SHOWN_FINDINGS, address, coded, shares, to_notebook
from seo_fr.settings import DEFAULTS, Settings


class View:
    """A report, as the view sees it."""

    def __init__(self, score: float, families: dict[str, float | None], findings: tuple[Finding, ...]) -> None:
        self.score, self.families, self.findings = score, families, findings


def parse(markup: str) -> Any:
    return html.document_fromstring(markup)


def texts(root: Any, path: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in root.xpath(path)]


def test_every_sentence_shows_its_origin_and_its_source(draft: Draft, source: Source, report: Any) -> None:
    root = parse(to_notebook(draft, source, report))
    spans = root.xpath("//article//span[@data-op]")
    assert {span.get("class") for span in spans} == {"o o-source", "o o-restated", "o o-background", "o o-framing"}
    assert all(span.get("tabindex") == "0" for span in spans), "reached by keyboard too"
    first = spans[0]
    assert (first.text, first.get("data-op")) == (source.sentences[0].text, "dans le chapô")
    assert first.get("data-s") == "[0] identique"
    assert spans[2].get("data-s") == f"[0] {source.sentences[0].text}"


def test_the_article_is_whole(draft: Draft, source: Source, report: Any) -> None:
    article = parse(to_notebook(draft, source, report)).xpath("//article")[0]
    parts = [part for piece in draft.pieces for part in (piece.cells if " | " in piece.text else (piece.text,))]
    said = "".join(span.text_content() for span in article.xpath(".//span[@data-op]"))
    assert "".join(said.split()) == "".join("".join(parts).split())


def test_scores_by_family(draft: Draft, source: Source, report: Any) -> None:
    root = parse(to_notebook(draft, source, report))
    assert texts(root, "//section[@aria-label='Scores']/p") == ["Score : 78 sur 100"]
    assert texts(root, "//li[contains(@class, 'jauge')]") == ["Google92", "Usages62", "Lisibilité0"]


def test_the_ledger_adds_up(draft: Draft, source: Source, report: Any) -> None:
    found = shares(draft)
    assert [name for name, _, _ in found] == ["source", "restated", "background", "framing"]
    assert abs(sum(share for _, _, share in found) - 100) < 1e-9
    root = parse(to_notebook(draft, source, report))
    grown = [int(style.split(":")[1]) for style in root.xpath("//div[@class='barre']/i/@style")]
    assert grown == [words for _, words, _ in found]


def test_faults_come_worst_first_with_their_places(draft: Draft, source: Source, report: Any) -> None:
    root = parse(to_notebook(draft, source, report))
    rows = root.xpath("//section[@aria-label='À corriger']/ul/li")
    assert [row.get("class") for row in rows] == ["bad", "ok"]
    assert "Placez-la dans un intertitre." in rows[0].text_content()
    assert texts(rows[0], ".//q") == ["Qui est qui"]
    assert texts(root, "//details/summary") == ["1 contrôle réussi"]


def test_many_places_are_summed_up(draft: Draft, source: Source) -> None:
    places = tuple(Location(f"Phrase {k}.") for k in range(5))
    finding = Finding("R1", "readability", "bad", 1, "", "Trop long.", "Coupez.", locations=places)
    root = parse(to_notebook(draft, source, View(50.0, {}, (finding,))))
    assert texts(root, "//section[@aria-label='À corriger']//ul/li")[1:] == [
        "Phrase 0.",
        "Phrase 1.",
        "Phrase 2.",
        "et 2 autres",
    ]


def test_the_worst_faults_are_open_and_the_others_folded(draft: Draft, source: Source) -> None:
    findings = tuple(
        Finding(f"R{k}", "readability", "bad", 1, "", f"Faute {k}.", "", weight=k) for k in range(1, SHOWN_FINDINGS + 3)
    )
    root = parse(to_notebook(draft, source, View(10.0, {}, findings)))
    section = root.xpath("//section[@aria-label='À corriger']")[0]
    assert len(section.xpath("./ul/li")) == SHOWN_FINDINGS
    assert f"Faute {SHOWN_FINDINGS + 2}." in section.xpath("./ul/li")[0].text_content()
    assert texts(section, "./details/summary") == ["2 de plus"]


def test_nothing_to_mend_is_said(draft: Draft, source: Source) -> None:
    root = parse(to_notebook(draft, source, View(100.0, {}, ())))
    assert texts(root, "//section[@aria-label='À corriger']/p") == ["Rien à corriger"]
    assert not root.xpath("//section[@aria-label='Avertissements']")


def test_warnings_show_what_was_changed(draft: Draft, source: Source, report: Any) -> None:
    root = parse(to_notebook(draft, source, report, DEFAULTS, draft.notes))
    assert texts(root, "//section[@aria-label='Avertissements']//del | //ins") == ["Le coùt", "Le coût"]


def test_a_warning_that_changed_nothing_shows_no_arrow(draft: Draft, source: Source, report: Any) -> None:
    note = Note("source.undated", "Date relative : « hier ». Donnez `published`.", before="hier")
    box = parse(to_notebook(draft, source, report, DEFAULTS, (note,))).xpath("//section[@aria-label='Avertissements']")[
        0
    ]
    assert not box.xpath(".//del | .//ins")
    assert "→" not in box.text_content()
    assert texts(box, ".//code") == ["published"]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Donnez `url`.", "Donnez <code>url</code>."),
        ("`a`, `b`", "<code>a</code>, <code>b</code>"),
        ("`<b>`", "`&lt;b&gt;`"),  # only names of options
        ("un ` seul", "un ` seul"),
    ],
)
def test_options_named_in_a_message_are_set_as_code(message: str, expected: str) -> None:
    assert coded(message) == expected


def test_typography_alone_makes_no_difference(draft: Draft, source: Source, report: Any) -> None:
    plain = tuple(replace(s, text=s.text.replace("\u202f", " ").replace("\u00a0", " ")) for s in source.sentences)
    view = to_notebook(draft, replace(source, sentences=plain), report)
    assert view.count("identique") == to_notebook(draft, source, report).count("identique") > 0


def test_a_long_title_is_said_to_be_cut(draft: Draft, source: Source, report: Any) -> None:
    long = replace(draft, meta=replace(draft.meta, title="Composteurs " * 9))
    assert "coupé après 600 px" in to_notebook(long, source, report)
    short = replace(draft, meta=replace(draft.meta, title="Composteurs"))
    assert "coupé après" not in to_notebook(short, source, report)


def test_the_address_of_the_snippet(draft: Draft, full_settings: Settings) -> None:
    assert address(draft, full_settings) == "courrier.example › environnement › composteurs"
    assert address(draft, DEFAULTS) == draft.meta.slug


def test_the_view_stands_alone(draft: Draft, source: Source, report: Any, full_settings: Settings) -> None:
    view = to_notebook(draft, source, report, full_settings)
    assert not re.search(r"url\(|@import|<script|<link|<img|src=", view)
    assert not parse(view).xpath("//*[@id]"), "two views in one notebook would share their ids"
    styles = parse(view).xpath("//style/text()")[0]
    selectors = [
        chosen.strip() for chosen in re.findall(r"([^{}]+)\{", re.sub(r"@(?:media|container)[^{]+\{", "", styles))
    ]
    assert len(selectors) > 50
    stray = [part for chosen in selectors for part in re.split(r",(?![^(]*\))", chosen) if ".seofr" not in part]
    assert not stray, "the view styles nothing but itself"


def test_a_hostile_view_is_shown_as_text(
    hostile: Draft, hostile_source: Source, hostile_settings: Settings, attack: str
) -> None:
    finding = Finding(attack, attack, "bad", attack, attack, attack, attack, locations=(Location(attack),))
    view = to_notebook(hostile, hostile_source, View(1.0, {attack: 2.0}, (finding,)), hostile_settings, hostile.notes)
    root = parse(view)
    assert not root.xpath("//script | //img | //a | //textarea | //title")
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    span = root.xpath("//article//span[@data-op]")[0]
    assert span.text == attack
    assert span.get("data-s") == "[0] identique"
    assert f"[0] {attack}" in root.xpath("//article//td/span/@data-s")
    assert root.xpath("//q")[0].text == attack
    assert len(root.xpath("//style")) == 1
