"""Markdown that a parser reads back as the very text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from seo_fr.model import Draft, Passage, Piece, Section
from seo_fr.rendering.layout import one_line
from seo_fr.rendering.markdown import escape, to_markdown
from seo_fr.settings import Settings


def reader() -> Any:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def parse(markdown: str) -> Any:
    return html.document_fromstring(f"<main>{reader().render(markdown)}</main>")


def test_headings_and_shapes(draft: Draft) -> None:
    root = parse(to_markdown(draft))
    assert [(int(h.tag[1]), h.text_content()) for h in root.iter("h1", "h2", "h3")] == [
        (h.level, h.text) for h in draft.headings
    ]
    assert len(root.xpath("//ul/li/ul/li")) == 3
    assert len(root.xpath("//table")) == 2
    assert [strong.text for strong in root.iter("strong")] == [
        "Solène Tavernier\u00a0:",
        "Karim Lefort :",
        "Combien coûte le programme\u202f?",
        "Qui formera les habitants\u202f?",
    ]
    assert [len(root.xpath(path)) for path in ("//blockquote/p", "//ol/li")] == [2, 2]


def test_every_piece_is_seen(draft: Draft) -> None:
    text = parse(to_markdown(draft)).text_content()
    for piece in draft.pieces:
        for part in piece.cells if " | " in piece.text else (piece.text,):
            assert part in text


def test_french_prose_is_left_readable(draft: Draft) -> None:
    assert "\\" not in to_markdown(draft)


def test_front_matter(draft: Draft, full_settings: Settings) -> None:
    _, head, body = to_markdown(draft, full_settings, front_matter=True).split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    assert json.loads(fields["title"]) == draft.title
    assert json.loads(fields["keywords"]) == ["composteurs collectifs", "restes de repas", "Terre d’ici"]
    assert fields["date"] == "2026-09-01"
    assert not re.search(r"^# ", body, re.MULTILINE), "the site's layout prints the title"
    assert "## L’essentiel {#essentiel}" in body


def test_front_matter_holds_only_what_is_given(draft: Draft) -> None:
    head = to_markdown(draft, front_matter=True).split("---\n")[1]
    keys = [line.split(":")[0] for line in head.splitlines()]
    assert keys == ["title", "meta_title", "description", "slug", "lang", "keywords"]


def test_neighbouring_lists_stay_apart(draft: Draft) -> None:
    one = Passage("list", (Piece("Un", "source", (0,), "kept"),))
    section = Section(draft.sections[1].heading, (one, one), "body")
    lists = parse(to_markdown(Draft(draft.title, draft.meta, (section,), draft.keyphrase, ()))).xpath("//ul")
    assert len(lists) == 2


@pytest.mark.parametrize("front", [False, True])
def test_hostile_markdown_is_shown_as_text(
    hostile: Draft, hostile_settings: Settings, attack: str, front: bool
) -> None:
    markdown = to_markdown(hostile, hostile_settings, front_matter=front)
    body = markdown.split("\n---\n", 1)[1] if front else markdown
    assert not re.search(r"\{\{|\{%", body), "Liquid and Hugo read calls before Markdown does"
    root = parse(body)
    tags = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    assert tags <= set("html body main h1 h2 h3 p ul ol li table thead tbody tr th td blockquote strong img".split())
    want = one_line(attack).strip()
    titles = [re.sub(r"\s*\{#a-\d\}$", "", h.text_content()).strip() for h in root.iter("h1", "h2")]
    assert titles == [want] * (4 if front else 5)
    assert {cell.text_content().strip() for cell in root.iter("td", "th")} <= {want, ""}
    assert len(root.xpath("//table//tr")) == 4 * 4
    assert [p.text_content().strip() for p in root.xpath("//blockquote/p[1]")] == [want] * 4
    assert all(li.text_content().strip().startswith(want) for li in root.xpath("//ol/li"))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(str.strip))
def test_any_text_reads_back(text: str) -> None:
    read = "".join(texts(reader().parse(escape(text))))
    assert read.split() == text.split()


@given(st.text("&#lt;x41\\<>*_-+1.)=:|{}[]!(`~ a", min_size=1, max_size=14).filter(str.strip))
def test_any_marks_read_back(text: str) -> None:
    tokens = reader().parse(escape(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(texts(tokens)) == one_line(text)


def texts(tokens: Any) -> Iterator[str]:
    for token in tokens:
        for child in token.children or ():
            assert child.type in ("text", "text_special", "softbreak"), child
            yield child.content


@pytest.mark.parametrize(
    ("text", "written", "why"),
    [
        ("Il a dit : « Le quai […] rouvre »", "Il a dit : « Le quai […] rouvre »", "a cut"),
        ("prendre et [de l’] insulter", "prendre et [de l’] insulter", "words put in by an editor"),
        ("le [quai](http) du port", r"le \[quai\](http) du port", "a link"),
        ("le [quai]: port", r"le \[quai\]: port", "a reference"),
        ("[x] fait", r"\[x\] fait", "a box to tick"),
        ("voir [1] et [^2]", r"voir \[1\] et \[^2\]", "notes"),
    ],
)
def test_which_brackets_keep_their_backslash(text: str, written: str, why: str) -> None:
    assert escape(text) == written, why
