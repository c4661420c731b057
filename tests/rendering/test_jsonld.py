"""Structured data, property by property: what search engines recommend, and nothing that was not given."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from seo_fr.model import Draft
from seo_fr.rendering.jsonld import json_ld
from seo_fr.rendering.page import to_page
from seo_fr.settings import Settings

URL, HOME = "https://courrier.example/composteurs", "https://courrier.example/"


def node(draft: Draft, kind: str, **given: Any) -> dict[str, Any]:
    graph = json_ld(draft, Settings(**given))["@graph"]
    return next((one for one in graph if one["@type"] == kind), {})


# Settings that give a property, the property, its value; without them the property is absent.
RECOMMENDED = [
    ({"image": f"{HOME}a.jpg"}, "image", [f"{HOME}a.jpg"]),
    ({"published": dt.date(2026, 9, 1)}, "datePublished", "2026-09-01"),
    ({"modified": dt.date(2026, 9, 3)}, "dateModified", "2026-09-03"),
    ({"author": "Jeanne Morel"}, "author", [{"@type": "Person", "name": "Jeanne Morel"}]),
    (
        {"author": "Jeanne Morel", "author_url": f"{HOME}morel"},
        "author",
        [{"@type": "Person", "name": "Jeanne Morel", "url": f"{HOME}morel"}],
    ),
    (
        {"author": "Jeanne Morel", "author_url": "javascript:alert(1)"},
        "author",
        [{"@type": "Person", "name": "Jeanne Morel"}],
    ),
    ({"site_name": "Le Courrier"}, "publisher", {"@type": "Organization", "name": "Le Courrier"}),
    ({"url": URL}, "mainEntityOfPage", {"@type": "WebPage", "@id": URL}),
    ({"url": "javascript:alert(1)"}, "url", None),
    ({"author_url": f"{HOME}morel"}, "author", None),
]


@pytest.mark.parametrize(("given", "name", "value"), RECOMMENDED, ids=[f"{n}-{len(g)}" for g, n, _ in RECOMMENDED])
def test_a_property_is_declared_when_given_and_only_then(
    draft: Draft, given: dict[str, Any], name: str, value: Any
) -> None:
    assert name not in node(draft, "Article")
    assert node(draft, "Article", **given).get(name) == value


def test_the_headline_and_description_are_those_of_the_page(draft: Draft) -> None:
    found = node(draft, "Article")
    assert (found["headline"], found["description"]) == (draft.title, draft.meta.description)


def test_the_date_of_a_change_is_in_the_page_s_meta_too(draft: Draft) -> None:
    page = to_page(draft, Settings(modified=dt.date(2026, 9, 3)))
    assert '<meta property="article:modified_time" content="2026-09-03">' in page
    assert "modified_time" not in to_page(draft)


CRUMBS = [
    ((), []),  # none given: no list
    ((("Accueil", HOME),), [("Accueil", HOME), ("", None)]),  # the page closes the list, without an address
    ((("Accueil", "javascript:alert(1)"),), [("Accueil", None), ("", None)]),
    ((("", HOME), ("Accueil", HOME)), [("Accueil", HOME), ("", None)]),
]


@pytest.mark.parametrize(("given", "wanted"), CRUMBS, ids=["none", "home", "unsafe", "nameless"])
def test_breadcrumbs(draft: Draft, given: tuple[tuple[str, str], ...], wanted: list[tuple[str, str | None]]) -> None:
    steps = node(draft, "BreadcrumbList", breadcrumbs=given).get("itemListElement", [])
    assert [(s["name"], s.get("item")) for s in steps] == [(name or draft.title, url) for name, url in wanted]
    assert [s["position"] for s in steps] == list(range(1, len(steps) + 1))


def test_questions_are_declared_on_request_only(draft: Draft) -> None:
    assert not node(draft, "FAQPage")
    asked = node(draft, "FAQPage", faq_markup=True)["mainEntity"]
    assert [q["name"] for q in asked] == ["Combien coûte le programme\u202f?", "Qui formera les habitants\u202f?"]
    assert asked[0]["acceptedAnswer"]["text"] == "Le coût du programme est estimé à 340\u202f000 euros."
    assert asked[1]["acceptedAnswer"]["text"].endswith("calendrier précis."), "an answer is given whole"
