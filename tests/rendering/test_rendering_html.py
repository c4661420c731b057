"""Fragment, page and structured data."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from seo_fr.errors import InvalidTemplate
from seo_fr.model import Draft, Heading, Meta, Passage, Piece, Section
from seo_fr.rendering.html import to_html
from seo_fr.rendering.jsonld import json_ld, script_text
from seo_fr.rendering.page import to_page
from seo_fr.settings import Settings


def parse(markup: str) -> Any:
    return html.document_fromstring(markup.encode(), html.HTMLParser(encoding="utf-8"))


def seen(text: str) -> str:
    """As a browser lays text out: runs of breakable spaces are one."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def bare(draft: Draft, count: int) -> Draft:
    """A draft of *count* H2 sections."""
    one = Passage("paragraph", (Piece("Une phrase.", "source", (0,), "kept"),))
    sections = [Section(Heading(1, "Titre", ""), (one,), "lead")]
    sections += [Section(Heading(2, f"Partie {k}", f"partie-{k}"), (one,), "body") for k in range(count)]
    return Draft("Titre", Meta("", "", ""), tuple(sections), draft.keyphrase, ())


def test_every_piece_is_seen_once_and_in_order(draft: Draft) -> None:
    root = parse(to_html(draft))
    for nav in root.xpath("//nav | //h1 | //h2 | //h3 | //figcaption"):
        nav.drop_tree()
    parts = [part for piece in draft.pieces for part in (piece.cells if " | " in piece.text else (piece.text,))]
    assert "".join(root.text_content().split()) == "".join("".join(parts).split())


def test_no_space_is_lost_between_sentences(draft: Draft) -> None:
    answers = [seen(dd.text_content()) for dd in parse(to_html(draft)).iter("dd")]
    assert answers[-1].endswith("calendrier précis.")
    assert "volontaires. Son président" in answers[-1]


def test_outline(draft: Draft) -> None:
    root = parse(to_html(draft))
    found = [(int(h.tag[1]), h.text_content(), h.get("id", "")) for h in root.iter("h1", "h2", "h3")]
    assert found == [(h.level, h.text, h.anchor) for h in draft.headings]
    assert len(root.xpath("//article/h1")) == 1
    assert [len(root.xpath(path)) for path in ("//article/section", "//section/section")] == [6, 1]


def test_shapes(draft: Draft) -> None:
    root = parse(to_html(draft))
    assert len(root.xpath("//article/p[@class='chapo']")) == 1
    assert [len(li) for li in root.xpath("//section/ul/li/ul")] == [3]
    assert [th.text for th in root.xpath("//thead//th[@scope='col']")] == ["Chiffre", "Ce qu’il mesure"]
    assert [th.text for th in root.xpath("//tbody//th[@scope='row']")][:2] == ["Douze", "340\u202f000 euros"]
    assert {len(row) for row in root.xpath("//table[2]//tr")} == {3}, "short rows are padded"
    assert root.xpath("//table/@aria-labelledby")[0] == "chiffres-programme"
    assert root.xpath("//figure/figcaption/cite/text()") == ["Solène Tavernier"]
    assert [seen(dt.text_content()) for dt in root.iter("dt")] == [
        "Solène Tavernier\u00a0:",
        "Karim Lefort :",
        "Combien coûte le programme\u202f?",
        "Qui formera les habitants\u202f?",
    ]
    assert all(seen(dd.text_content()) and dd.text == dd.text.lstrip() for dd in root.iter("dd"))


@pytest.mark.parametrize(("count", "listed"), [(3, 0), (4, 4)])
def test_a_contents_list_comes_from_four_headings_on(draft: Draft, count: int, listed: int) -> None:
    assert len(parse(to_html(bare(draft, count))).xpath("//nav//a")) == listed


def test_every_contents_link_lands(draft: Draft) -> None:
    root = parse(to_page(draft))
    ids = root.xpath("//@id")
    targets = [href[1:] for href in root.xpath("//nav//a/@href")]
    assert len(targets) == 6
    assert set(targets) <= set(ids)
    assert len(ids) == len(set(ids))
    assert all(target.isascii() for target in targets)


def test_a_page_says_only_what_it_was_given(draft: Draft) -> None:
    page = to_page(draft)
    root = parse(page)
    names = [meta.get("name") or meta.get("property") for meta in root.iter("meta")]
    for absent in ("author", "og:url", "og:image", "og:site_name", "article:published_time", "twitter:image"):
        assert absent not in names
    assert not root.xpath("//link | //img | //time | //header | //*[@class='signature']")
    assert root.get("lang") == "fr-FR"
    assert root.xpath("//title/text()") == [draft.meta.title]


def test_a_page_says_all_that_it_was_given(draft: Draft, full_settings: Settings) -> None:
    root = parse(to_page(draft, full_settings))
    meta = {m.get("name") or m.get("property"): m.get("content") for m in root.iter("meta")}
    assert meta["description"] == meta["og:description"] == draft.meta.description
    assert (meta["author"], meta["og:locale"], meta["og:type"]) == ("Jeanne Morel", "fr_FR", "article")
    assert meta["article:published_time"] == "2026-09-01"
    assert root.xpath("//link[@rel='canonical']/@href") == [full_settings.url]
    assert root.xpath("//*[@class='signature']")[0].text_content() == "Par Jeanne Morel, le 1er septembre 2026"
    assert root.xpath("//img/@alt") == [full_settings.image_alt]
    assert root.xpath("//nav[@class='fil']//li//text()") == ["Accueil", "Environnement", draft.title]


def test_nothing_comes_from_elsewhere(draft: Draft) -> None:
    page = to_page(draft)
    assert not re.findall(r"""(?:src|href)=(?!"#)|url\(|@import""", page)
    assert not parse(page).xpath("//script[not(@type='application/ld+json')] | //iframe | //link")


def test_an_empty_meta_title_gives_way_to_the_h1(draft: Draft) -> None:
    assert parse(to_page(bare(draft, 1))).xpath("//title/text()") == ["Titre"]


# ------------------------------------------------------------------------------------------------- structured data


def test_json_ld_of_a_bare_article(draft: Draft) -> None:
    (article,) = json_ld(draft)["@graph"]
    assert sorted(article) == ["@type", "description", "headline", "inLanguage", "keywords", "wordCount"]


def test_json_ld_of_a_full_article(draft: Draft, full_settings: Settings) -> None:
    article, crumbs, questions = json_ld(draft, full_settings, article_type="NewsArticle")["@graph"]
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == draft.title
    assert article["author"] == [{"@type": "Person", "name": "Jeanne Morel"}]
    assert article["publisher"] == {"@type": "Organization", "name": "Le Courrier du bocage"}
    assert (article["datePublished"], article["image"]) == ("2026-09-01", [full_settings.image])
    steps = crumbs["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert ["item" in step for step in steps] == [True, True, False], "the page itself needs no address"
    assert [q["name"] for q in questions["mainEntity"]] == [
        "Combien coûte le programme\u202f?",
        "Qui formera les habitants\u202f?",
    ]
    assert questions["mainEntity"][0]["acceptedAnswer"]["text"].endswith("340\u202f000 euros.")


@pytest.mark.parametrize(("markup", "types"), [(False, ["Article"]), (True, ["Article", "FAQPage"])])
def test_questions_are_declared_on_request_only(draft: Draft, markup: bool, types: list[str]) -> None:
    assert [node["@type"] for node in json_ld(draft, Settings(faq_markup=markup))["@graph"]] == types


def test_a_site_that_signs_is_no_person(draft: Draft) -> None:
    node = json_ld(draft, Settings(author="La Gazette", site_name="La Gazette"))["@graph"][0]
    assert node["author"][0]["@type"] == "Organization"


def test_the_page_holds_its_structured_data(draft: Draft, full_settings: Settings) -> None:
    (text,) = parse(to_page(draft, full_settings)).xpath("//script/text()")
    assert json.loads(text) == json_ld(draft, full_settings)


# ------------------------------------------------------------------------------------------------- hostile text


def test_a_hostile_fragment_is_shown_as_text(hostile: Draft, hostile_settings: Settings, attack: str) -> None:
    root = parse(to_html(hostile, hostile_settings))
    check_harmless(root)
    want = seen(attack)
    assert [seen(h.text_content()) for h in root.iter("h1", "h2")] == [want] * 5
    assert {seen(c.text_content()) for c in root.iter("td", "th", "cite")} == {want}
    assert sum(want in seen(p.text_content()) for p in root.iter("p")) == 10
    assert "49" not in root.text_content()


def test_a_hostile_page_is_shown_as_text(hostile: Draft, hostile_settings: Settings, attack: str) -> None:
    root = parse(to_page(hostile, hostile_settings))
    check_harmless(root)
    assert root.xpath("//title/text()") == [attack]
    assert root.xpath("//meta[@name='description']/@content") == [attack]
    assert root.xpath("//img/@alt") == [attack]
    assert seen(root.xpath("//h1")[0].text_content()) == seen(attack)
    (text,) = root.xpath("//script/text()")
    assert json.loads(text)["@graph"][0]["headline"] == attack


def check_harmless(root: Any) -> None:
    allowed = {"html", "body", "head", "article", "section", "h1", "h2", "h3", "p", "ul", "ol", "li", "table", "thead"}
    allowed |= {"tbody", "tr", "th", "td", "figure", "blockquote", "figcaption", "cite", "dl", "dt", "dd", "nav", "a"}
    allowed |= {"img", "title", "meta", "script", "style", "link", "header", "main", "time", "span"}
    for element in root.iter():
        assert element.tag in allowed
        assert not [name for name in element.attrib if name.startswith("on")]
        for name in ("href", "src"):
            assert not element.get(name, "").lower().startswith(("javascript", "data"))
    assert len(root.xpath("//script")) <= 1
    assert not root.xpath("//script[not(@type='application/ld+json')]")


def test_script_text_reads_back(attack: str) -> None:
    text = script_text({"headline": attack})
    assert not re.search("[<>&\u2028]", text)
    assert json.loads(text) == {"headline": attack}


# ------------------------------------------------------------------------------------------------- own templates


def test_a_template_of_the_user_stands_in(draft: Draft, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "signature.html.j2").write_text("<p>Signé {{ settings.author }}</p>", encoding="utf-8")
    page = to_page(draft, Settings(author="<b>", templates=tmp_path))
    assert "<p>Signé &lt;b&gt;</p>" in page


@pytest.mark.parametrize("text", ["{{ inconnu }}", "{% if %}"])
def test_a_faulty_template_is_named(draft: Draft, tmp_path: Path, text: str) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "article.html.j2").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidTemplate, match=r"article\.html\.j2"):
        to_html(draft, Settings(templates=tmp_path))


@pytest.mark.parametrize(
    ("text", "line"), [("<p>\n{{ settings.phone }}</p>", 2), ("{% if %}", 1)], ids=["missing value", "does not parse"]
)
def test_a_faulty_included_template_is_named_with_its_line(draft: Draft, tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "signature.html.j2").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidTemplate, match=rf"« signature\.html\.j2 » \(ligne {line}\)"):
        to_page(draft, Settings(templates=tmp_path, author="Claire Martin"))
