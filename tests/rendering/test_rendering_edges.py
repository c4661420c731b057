"""Drafts that hold next to nothing, and the same bytes every time."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from seo_fr.model import Draft, Heading, Meta, Passage, Piece, Section, Source
from seo_fr.rendering.explain import explain
from seo_fr.rendering.html import to_html
from seo_fr.rendering.layout import chapters, items, safe_url, same_words, table, terms, wide
from seo_fr.rendering.markdown import to_markdown
from seo_fr.rendering.notebook import to_notebook
from seo_fr.rendering.page import to_page
from seo_fr.rendering.plots import plot
from seo_fr.rendering.wordpress import to_wordpress

KINDS = ("paragraph", "list", "ordered", "table", "quote", "terms")


def piece(text: str, *cells: str) -> Piece:
    return Piece(text, "source", (0,), "kept", cells=cells)


def draft_of(draft: Draft, *sections: Section) -> Draft:
    return replace(draft, sections=sections)


def every_format(draft: Draft, source: Source, report: Any) -> list[str]:
    texts = [render(draft) for render in (to_html, to_page, to_markdown, to_wordpress)]
    return [*texts, to_notebook(draft, source, report), explain(draft, source)]


def test_a_draft_without_a_section(draft: Draft, source: Source, report: Any) -> None:
    for text in every_format(draft_of(draft), source, report)[:3]:
        assert draft.title in text
    plot(draft_of(draft))


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_passage_leaves_no_trace(draft: Draft, source: Source, report: Any, kind: Any) -> None:
    heading = Heading(1, draft.title, "")
    whole = Passage("paragraph", (piece("Une phrase."),))
    empty = draft_of(draft, Section(heading, (whole, Passage(kind, ())), "lead"))
    bare = draft_of(draft, Section(heading, (whole,), "lead"))
    for got, expected in zip(every_format(empty, source, report), every_format(bare, source, report), strict=True):
        assert got.split() == expected.split()


def test_a_draft_that_opens_on_an_h2(draft: Draft) -> None:
    section = Section(Heading(2, "Seul", "seul"), (Passage("paragraph", (piece("Une phrase."),)),), "body")
    root = html.document_fromstring(to_html(draft_of(draft, section)))
    assert [h.text for h in root.iter("h1", "h2")] == [draft.title, "Seul"]
    assert not root.xpath("//p[@class]")


def test_an_h3_without_an_h2_is_kept(draft: Draft) -> None:
    sections = (Section(Heading(3, "Un", "un"), (), "body"), Section(Heading(2, "Deux", "deux"), (), "body"))
    assert [chapter.section.heading.text for chapter in chapters(draft_of(draft, *sections))] == ["Un", "Deux"]


LISTS = (
    ((0, 1, 2, 0), [(0, [(1, [(2, [])])]), (3, [])], "one inside another"),
    ((0, 2, 1), [(0, [(1, []), (2, [])])], "a jump counts as one"),
    ((1, 0), [(0, []), (1, [])], "a list may open deep"),
    ((0,), [(0, []), (1, [])], "levels that do not match the pieces are left aside"),
)


@pytest.mark.parametrize(("levels", "expected", "why"), LISTS)
def test_lists_nest(levels: tuple[int, ...], expected: list[Any], why: str) -> None:
    count = max(len(levels), 2)
    passage = Passage("list", tuple(piece(str(k)) for k in range(count)), levels=levels)

    def shape(nodes: Any) -> list[Any]:
        return [(int(node.piece.text), shape(node.children)) for node in nodes]

    assert shape(items(passage)) == expected, why


def test_a_header_alone_is_a_row() -> None:
    head, rows = table(Passage("table", (piece("a | b", "a", "b"),), header=True))
    assert head is None
    assert rows[0].cells == ("a", "b")


TERMS = (
    ("Bac : examen.", ("Bac",), ["Bac :"], "a colon after the term"),
    ("Bac\u00a0: examen.", ("Bac", "examen."), ["Bac\u00a0:"], "with its no-break space"),
    ("Bac. Examen.", ("Bac",), ["Bac."], "a full stop"),
    ("Le bac est un examen.", ("bac",), [], "the term does not open the sentence"),
    ("Baccalauréat : examen.", ("Bac",), [], "the term is a part of a word"),
    ("Bac", ("Bac",), [], "nothing is said"),
    ("Sans terme.", (), [], "no term"),
    ("Qui paie\u202f?", ("Qui paie\u202f?",), ["Qui paie\u202f?"], "a question is its own label"),
    ("Qui paie\u202f? La ville.", ("Qui paie\u202f?",), [], "an answer is a piece of its own"),
)


@pytest.mark.parametrize(("text", "cells", "labels", "why"), TERMS)
def test_terms(text: str, cells: tuple[str, ...], labels: list[str], why: str) -> None:
    found = terms(Passage("terms", (piece(text, *cells),)))
    assert [term.label for term in found] == labels, why


def test_terms_that_are_none_become_a_list(draft: Draft) -> None:
    passage = Passage("terms", (piece("Le bac est un examen.", "bac"),))
    root = html.document_fromstring(to_html(draft_of(draft, Section(Heading(2, "T", "t"), (passage,), "background"))))
    assert [li.text for li in root.iter("li")] == ["Le bac est un examen."]


URLS = (
    ("https://a.example/é?x=1#y", "https://a.example/%C3%A9?x=1#y", "letters beyond ASCII are encoded"),
    ("https://a.example/%C3%A9", "https://a.example/%C3%A9", "what is encoded stays so"),
    (" /a b ", "/a%20b", "spaces"),
    ('/"onerror="x', "/%22onerror=%22x", "quotes"),
    ("JavaScript:alert(1)", "", "another scheme"),
    ("java\nscript:alert(1)", "", "a scheme that browsers join"),
    ("\x01javascript:alert(1)", "", "a scheme behind a control character"),
    ("data:text/html,x", "", "data"),
    ("http://[", "", "no address"),
    ("", "", "nothing"),
)


@pytest.mark.parametrize(("url", "expected", "why"), URLS)
def test_addresses(url: str, expected: str, why: str) -> None:
    assert safe_url(url) == expected, why


def test_the_same_bytes_under_any_hash_seed() -> None:
    code = (
        "from seo_fr.model import *; from seo_fr.rendering.page import to_page;"
        "k = Keyphrase('a', 'a', ('a',), 1.0, 'noun');"
        "s = Section(Heading(1, 'T', ''), (Passage('paragraph', (Piece('Un.', 'source', (0,), 'kept'),)),), 'lead');"
        "print(to_page(Draft('T', Meta('T', 'd', 't'), (s,), k, (k,))))"
    )
    pages = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(pages) == 1


def test_meta_may_be_empty(draft: Draft, source: Source, report: Any) -> None:
    nothing = replace(draft, meta=Meta("", "", ""))
    assert 'name="description"' not in to_page(nothing)
    assert all(every_format(nothing, source, report))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("Chiffre", "Ce qu’il désigne"), False),
        (("a", "b", "c"), False),
        (("a", "b", "c", "d"), True),
        (("https://exemple.fr/une/adresse/longue", "b"), True),
    ],
)
def test_which_tables_scroll(cells: tuple[str, ...], expected: bool) -> None:
    assert wide(Passage("table", (piece(" | ".join(cells), *cells),))) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("l\u2019an : 3\u202f000", "l'an\u00a0: 3 000", True),
        ("Il vient.", "Il vient .", False),
        ("été", "ete", False),
    ],
)
def test_same_words_whatever_the_spaces(one: str, other: str, expected: bool) -> None:
    assert same_words(one, other) is expected
