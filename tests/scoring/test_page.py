"""Blocks, links and images of a page, whatever its format and however broken."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_fr.scoring.page import Page, detect_format, read_page
from seo_fr.scoring.report import analyze_page
from seo_fr.settings import Settings


def blocks(page: Page) -> list[tuple[str, str]]:
    return [(unit.kind, unit.text) for unit in page.units]


@pytest.mark.parametrize(
    ("markup", "expected", "why"),
    [
        ("<p>Un.</p><p>Deux.</p>", [("paragraph", "Un."), ("paragraph", "Deux.")], "two paragraphs"),
        ("<p>Un.<p>Deux.", [("paragraph", "Un."), ("paragraph", "Deux.")], "unclosed paragraphs"),
        ("<h2>Titre<p>Texte.", [("heading", "Titre"), ("paragraph", "Texte.")], "unclosed heading"),
        ("<ul><li>a<li>b</ul>", [("item", "a"), ("item", "b")], "list items are no sentences"),
        ("<ul><li><p>a</p></li></ul>", [("item", "a")], "a paragraph in an item is an item"),
        ("<blockquote><p>Dit.</p></blockquote>", [("quote", "Dit.")], "a quotation"),
        ("<table><tr><th>a</th><td>b</td></tr></table>", [("row", "a · b")], "a table row"),
        ("<script>var x</script><style>p{}</style><p>Un.</p>", [("paragraph", "Un.")], "code is no text"),
        ("<nav><a href='#a'>a</a></nav><p>Un.</p>", [("paragraph", "Un.")], "navigation is no text"),
        ("<p>L&rsquo;eau&nbsp;!</p>", [("paragraph", "L’eau\u00a0!")], "entities"),
        ("Un.<br><br>Deux.", [("paragraph", "Un."), ("paragraph", "Deux.")], "two line breaks part paragraphs"),
        ("<p>Un <b>mot</b> gras.</p>", [("paragraph", "Un mot gras.")], "inline markup"),
        ("<p>a<!-- b -->c</p>", [("paragraph", "ac")], "comments are not read"),
        ("# Titre\n\nTexte **gras**.", [("heading", "Titre"), ("paragraph", "Texte gras.")], "Markdown"),
        ("---\ntitle: T\n---\n\n# H\n\nCorps.", [("heading", "H"), ("paragraph", "Corps.")], "front matter is no text"),
        ("Un paragraphe.\n\nUn autre.", [("paragraph", "Un paragraphe."), ("paragraph", "Un autre.")], "plain text"),
        ("", [], "nothing"),
        ("<p></p>", [], "an empty paragraph"),
        ("<?xml version='1.0' encoding='latin-1'?><p>é</p>", [("paragraph", "é")], "a lying declaration"),
    ],
)
def test_blocks(markup: str, expected: list[tuple[str, str]], why: str) -> None:
    assert blocks(read_page(markup)) == expected, why


def test_links_and_images() -> None:
    page = read_page(
        "<p><a href='/x' rel='nofollow'>Un</a> <a href='https://b.fr/'><img src='i.png' alt='Logo'></a> "
        "<a href='https://a.fr/y'>Deux</a> <a href='mailto:a@b.fr'>Écrire</a> <a>rien</a><img src='j.png'></p>",
        settings=Settings(url="https://www.a.fr/page"),
    )
    assert [(link.text, link.kind, link.followed) for link in page.links] == [
        ("Un", "internal", False),
        ("Logo", "external", True),
        ("Deux", "internal", True),
        ("Écrire", "other", True),
    ]
    assert [image.alt for image in page.images] == ["Logo", None]


def test_head_of_a_whole_page() -> None:
    page = read_page(
        "<!doctype html><html><head><title>T</title><meta name='description' content='D'>"
        "<link rel='canonical' href='https://a.fr/p'><meta name='author' content='A'></head>"
        "<body><p>Un.</p></body></html>"
    )
    assert (page.title, page.description, page.canonical, page.author) == ("T", "D", "https://a.fr/p", "A")
    assert blocks(page) == [("paragraph", "Un.")]


def test_front_matter_gives_metadata() -> None:
    page = read_page('---\ntitle: "Un titre"\ndescription: Une description\nslug: un-titre\n---\n\n# H\n\nCorps.')
    assert (page.title, page.description, page.slug) == ("Un titre", "Une description", "un-titre")


def test_a_number_with_no_break_spaces_is_one_word() -> None:
    assert read_page("<p>340\u202f000 puces</p>").words == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a < b et c > d", "text"), ("* non", "text"), ("**oui**", "markdown"), ("[x](/y)", "markdown"), ("<p>", "html")],
)
def test_format(text: str, expected: str) -> None:
    assert detect_format(text) == expected


@given(st.text(max_size=300))
def test_any_text_is_analysed(text: str) -> None:
    assert 0 <= analyze_page(text, text[:10]).score <= 100


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<h2>", "</div>", "<li>", "<a href='[::1'>", "é", "<", "&#0;", "\x00", " "])
    )
)
def test_any_broken_markup_is_analysed(parts: list[str]) -> None:
    assert 0 <= analyze_page("<p>" + "".join(parts), "é").score <= 100


def test_deep_nesting() -> None:
    assert blocks(read_page("<div>" * 3000 + "Fond." + "</div>" * 3000)) in ([("paragraph", "Fond.")], [])


@pytest.mark.parametrize("keyphrase", ["C++ (cours)", "[a-z]+", "$100 \\ d'euros?", "*", "(", "taxe|impôt"])
def test_a_keyphrase_is_never_a_pattern(keyphrase: str) -> None:
    text = f"<h1>{keyphrase}</h1><p>Un texte sur {keyphrase} et rien d’autre, pour voir.</p>"
    report = analyze_page(text, keyphrase, title=keyphrase, description=keyphrase, slug="x")
    if report.finding("K101").value:
        assert report.finding("K105").status == "good"


def test_without_keyphrase_its_checks_do_not_apply() -> None:
    report = analyze_page("<h1>Titre</h1><p>Un texte.</p>", "", title="Titre", description="Texte.", slug="titre")
    assert {f.status for f in report.findings if f.code.startswith("K")} == {"na"}


def test_a_megabyte_of_text() -> None:
    markup = "<h2>Le canal</h2>" + "<p>Le canal de la vallée relie deux ports. Il sert aux péniches.</p>" * 15_000
    assert len(markup) > 1_000_000
    start = time.perf_counter()
    report = analyze_page(markup, "canal de la vallée")
    assert time.perf_counter() - start < 30  # seconds: linear, whatever the machine
    assert report.finding("Q603").status == "bad"
