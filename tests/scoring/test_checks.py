"""Every check is seen to be green and to be red or orange, and says where when it is not green."""

from __future__ import annotations

import re
from typing import Any

import honest_page as honest
import pytest

from seo_fr.scoring.checks import FAMILIES, Check, checks
from seo_fr.scoring.report import analyze_page

BY_CODE = {check.code: check for check in checks()}
PAGE = honest.page()
LONG = (
    "Le conseil municipal a longuement examiné hier soir la demande que plusieurs riverains du quai avaient déposée au "
    "mois de mars. "
)
VERY_LONG = LONG.strip().rstrip(".") + (
    ", puis il a renvoyé sa décision au printemps parce que les études promises manquaient encore et que nul ne "
    "voulait trancher sans elles. "
)
SAME = "Elle part tôt. Elle court vite. Elle revient tard. Elle dort peu. Elle mange bien. Elle lit trop. "
HARD = "L’institutionnalisation administrative interministérielle nécessite une réorganisation systématique. "
WORDS = "Une phrase brève et simple ouvre ce texte sans rien dire de plus. "


def article(*paragraphs: str) -> str:
    return "".join(f"<p>{text}</p>" for text in paragraphs)


def links(*tags: str) -> str:
    return PAGE + "<p>" + " ".join(tags) + "</p>"


# code, what is analysed, whether it is green
CASES: tuple[tuple[str, dict[str, Any], bool], ...] = (
    ("K101", {"keyphrase": "four communal"}, True),
    ("K101", {"keyphrase": "four communal rallumé par un groupe local de bénévoles passionnés"}, False),
    ("K102", {}, True),
    ("K102", {"keyphrase": "chaux sèche"}, False),
    ("K102", {"markup": article("Le four communal. " * 8 + WORDS * 4)}, False),
    ("K103", {}, True),
    ("K103", {"keyphrase": "briques anciennes"}, False),
    ("K104", {}, True),
    ("K104", {"markup": article(WORDS * 9, "Le four communal.")}, False),
    ("K105", {}, True),
    ("K105", {"keyphrase": "briques anciennes"}, False),
    ("K106", {"markup": PAGE.replace("Une fournée par mois", "Le four communal ouvre")}, True),
    ("K106", {"keyphrase": "briques anciennes"}, False),
    ("K106", {"markup": PAGE.replace("<h2 id", "<h2>Four communal</h2><h2 id")}, True),
    ("K106", {"markup": re.sub(r"<h2[^>]*>", "<h2>Four communal : ", PAGE)}, False),
    ("K107", {}, True),
    ("K107", {"title": "Saint-Lubin rallume son four communal"}, False),
    ("K108", {}, True),
    ("K108", {"description": "Du pain samedi."}, False),
    ("K109", {}, True),
    ("K109", {"slug": "pain-samedi"}, False),
    ("K110", {"markup": article(*["Le four communal cuit. " + WORDS] * 9)}, True),
    ("K110", {"markup": article("Le four communal cuit. " + WORDS * 20)}, False),
    ("K111", {}, True),
    ("K111", {"markup": honest.stuffed()}, False),
    ("K112", {"secondary": ("stages d’une journée", "briques")}, True),
    ("K112", {"secondary": ("centrale nucléaire", "briques")}, False),
    ("T201", {}, True),
    ("T201", {"title": honest.TITLE * 2}, False),
    ("T201", {"title": ""}, False),
    ("T202", {}, True),
    ("T202", {"title": "Four communal"}, False),
    ("T203", {}, True),
    ("T203", {"description": "Du pain samedi."}, False),
    ("T204", {}, True),
    ("T204", {"description": honest.DESCRIPTION * 2}, False),
    ("T205", {}, True),
    ("T205", {"slug": "Le-Four-communal-rallumé"}, False),
    ("T206", {}, True),
    ("T206", {"title": "Four communal, four à pain, four banal : les fours"}, False),
    ("T207", {}, True),
    ("T207", {"title": ""}, False),
    ("S301", {}, True),
    ("S301", {"markup": "<h1>Un</h1><h1>Deux</h1>"}, False),
    ("S302", {}, True),
    ("S302", {"markup": "<h1>Un</h1><h2>Deux</h2><h4>Quatre</h4><p>x</p><h2>Trois</h2><h5>Cinq</h5>"}, False),
    ("S303", {}, True),
    ("S303", {"markup": article(*[WORDS] * 26)}, False),
    ("S304", {}, True),
    ("S304", {"markup": "<h2>Introduction</h2><p>x</p>"}, False),
    ("S305", {}, True),
    ("S305", {"markup": "<h2>Le prix</h2><p>x</p><h2>Le prix</h2><p>y</p>"}, False),
    ("S306", {"markup": '<h2 id="a">Un</h2><p><a href="#a">Un</a></p>'}, True),
    ("S306", {"markup": '<h2 id="a">Un</h2><h2 id="a">Deux</h2>'}, False),
    ("S306", {"markup": '<h2 id="a">Un</h2><p><a href="#b">Un</a></p>'}, False),
    ("S307", {}, True),
    ("S307", {"markup": article(WORDS)}, False),
    ("S308", {}, True),
    ("S308", {"markup": f"<h2>{'Un très long intertitre ' * 6}</h2>"}, False),
    ("S309", {}, True),
    ("S309", {"markup": "<h2>La ville rouvre le four banal</h2><p>La ville a rouvert le four banal.</p>"}, False),
    ("L401", {"markup": PAGE + '<img src="four.jpg" alt="Le four communal">'}, True),
    ("L401", {}, False),
    ("L402", {"markup": PAGE + '<img src="filet.png" alt="">'}, True),
    ("L402", {"markup": PAGE + '<img src="four.jpg">'}, False),
    ("L403", {"markup": PAGE + '<img src="four.jpg" alt="Le four communal en 1920">'}, True),
    ("L403", {"markup": PAGE + '<img src="four.jpg" alt="Une foule">'}, False),
    ("L404", {"markup": links('<a href="/agenda">Agenda du village</a>')}, True),
    ("L404", {"markup": links('<a href="#s1">Travaux</a>')}, False),
    ("L405", {"markup": links('<a href="https://example.org/">Le département</a>')}, True),
    ("L405", {"markup": links('<a rel="nofollow" href="https://example.org/">Le département</a>')}, False),
    ("L406", {"markup": links('<a href="/agenda">Agenda du village</a>')}, True),
    ("L406", {"markup": links('<a href="/agenda">Cliquez ici</a>')}, False),
    ("L406", {"markup": links('<a href="/agenda"></a>')}, False),
    ("L406", {"markup": links('<a href="https://example.org/x">https://example.org/x</a>')}, False),
    ("L407", {}, True),
    ("L407", {"markup": links('<a href="/four">le four communal</a>')}, False),
    ("L408", {"markup": links('<a href="/agenda">Agenda du village</a>')}, True),
    ("L408", {"markup": links('<a href="javascript:void(0)">Agenda du village</a>')}, False),
    ("R501", {}, True),
    ("R501", {"markup": article(LONG)}, False),
    ("R502", {}, True),
    ("R502", {"markup": article(VERY_LONG)}, False),
    ("R503", {}, True),
    ("R503", {"markup": article(WORDS * 13)}, False),
    ("R504", {}, True),
    ("R504", {"markup": article("Le pont sera fermé. Il pleut.")}, False),
    ("R505", {}, True),
    ("R505", {"markup": article(WORDS * 20)}, False),
    ("R506", {}, True),
    ("R506", {"markup": article(SAME)}, False),
    ("R507", {"markup": article("Non. " + LONG + WORDS + "Il pleut. " + LONG + "Rien.")}, True),
    ("R507", {"markup": article(SAME)}, False),
    ("R508", {}, True),
    ("R508", {"markup": article(HARD)}, False),
    ("R509", {}, True),
    ("R509", {"markup": article(HARD)}, False),
    ("R510", {}, True),
    ("R510", {"markup": article(HARD)}, False),
    ("Q601", {}, True),
    ("Q601", {"markup": article("Rien.")}, False),
    ("Q602", {}, True),
    ("Q602", {"markup": article(*[WORDS + LONG] * 4)}, False),
    ("Q603", {}, True),
    ("Q603", {"markup": honest.pasted()}, False),
    ("Q604", {}, True),
    ("Q604", {"markup": honest.shuffled()}, False),
    ("Q605", {}, True),
    ("Q605", {"markup": honest.plastered()}, False),
    ("F701", {"markup": article("Elle paie 18 400 euros."), "source": "Une facture de 18\u202f400 euros."}, True),
    ("F701", {"markup": article("La facture atteint 19 400 euros."), "source": "Une facture de 18 400 euros."}, False),
    ("F702", {"markup": article("Le bourg de Saint-Lubin."), "source": "Saint-Lubin est un bourg."}, True),
    ("F702", {"markup": article("Le bourg de Saint-Cloud."), "source": "Saint-Lubin est un bourg."}, False),
    ("F703", {"markup": article("« Nous voulions du clair »"), "source": "Mot : « Nous voulions du clair. »"}, True),
    ("F703", {"markup": article("« Nous voulions du noir »"), "source": "« Nous voulions du clair. »"}, False),
)  # fmt: skip
INFORMATIVE = {"F704"}
PLACELESS = {
    "K101",
    "K102",
    "K106",
    "T201",
    "T207",
    "S307",
    "L401",
    "L404",
    "L405",
    "R507",
    "R508",
    "R509",
    "R510",
    "Q601",
}
"""Checks of the page as a whole: there is no one sentence to show."""


def run(code: str, given: dict[str, Any]) -> Any:
    base: dict[str, Any] = {
        "markup": PAGE,
        "keyphrase": honest.KEYPHRASE,
        "title": honest.TITLE,
        "description": honest.DESCRIPTION,
        "slug": honest.SLUG,
    }
    return analyze_page(**{**base, **given}).finding(code)


@pytest.mark.parametrize(("code", "given", "green"), CASES)
def test_check(code: str, given: dict[str, Any], green: bool) -> None:
    finding = run(code, given)
    assert finding.status in (("good",) if green else ("ok", "bad"))
    assert finding.message
    if green:
        assert not finding.fix
        assert not finding.locations
    else:
        assert finding.fix
        assert finding.locations or code in PLACELESS


def test_every_check_is_seen_green_and_not_green() -> None:
    seen = {(code, green) for code, _, green in CASES}
    assert seen == {(code, green) for code in BY_CODE if code not in INFORMATIVE for green in (True, False)}


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.code)
def test_the_table_is_whole(check: Check) -> None:
    assert check.family in FAMILIES
    assert check.ok[0] <= check.good[0] <= check.good[1] <= check.ok[1]
    assert check.weight >= 0
    for language in ("fr", "en"):
        assert {"name", "target", "good", "bad", "fix"} <= set(check.texts[language])
    french = " ".join(check.texts["fr"].values())
    assert "'" not in french, "right apostrophes in messages to editors"


@pytest.mark.parametrize(
    ("code", "value", "status"),
    [
        ("R501", 25, "good"), ("R501", 25.1, "ok"), ("R501", 30, "ok"), ("R501", 30.1, "bad"),
        ("R504", 10, "good"), ("R504", 15, "ok"), ("R504", 15.1, "bad"),
        ("R505", 30, "good"), ("R505", 29.9, "ok"), ("R505", 19.9, "bad"),
        ("R503", 150, "good"), ("R503", 200, "ok"), ("R503", 201, "bad"),
        ("S303", 300, "good"), ("S303", 350, "ok"), ("S303", 351, "bad"),
        ("K110", 30, "good"), ("K110", 50, "ok"), ("K110", 50.1, "bad"),
        ("K102", 0.49, "bad"), ("K102", 0.5, "good"), ("K102", 3, "good"), ("K102", 3.1, "bad"),
        ("K101", 4, "good"), ("K101", 8, "ok"), ("K101", 9, "bad"),
        ("T203", 120, "ok"), ("T203", 121, "good"), ("T203", 156, "good"), ("T203", 157, "ok"), ("T203", 0, "bad"),
        ("T201", 600, "good"), ("T201", 601, "bad"), ("T201", 0, "bad"),
    ],
)  # fmt: skip
def test_bands(code: str, value: float, status: str) -> None:
    assert BY_CODE[code].status(value) == status


def test_locations_are_what_is_to_be_mended() -> None:
    page = article("Le pont sera fermé lundi. Les cars passent par la côte. Rien ne change ailleurs.")
    finding = run("R504", {"markup": page})
    assert [place.text for place in finding.locations] == ["Le pont sera fermé lundi."]


def test_a_heading_ends_a_run_of_equal_openings() -> None:
    same = article("Elle part tôt. Elle court vite.") + "{}" + article("Elle dort peu.")
    assert run("R506", {"markup": same.format("")}).status == "bad"
    assert run("R506", {"markup": same.format("<h2>Le soir</h2>")}).status == "good"


def texts(code: str, markup: str, keyphrase: str, **given: Any) -> list[str]:
    return [place.text for place in analyze_page(markup, keyphrase, **given).finding(code).locations]


def test_a_quotation_is_not_shown_as_to_be_mended() -> None:
    quoted = "Le maire promet : « Personne ne sera oublié. Le quai sera refait. »"
    page = article(f"{quoted} La halle est fermée. Les cars passent par la côte.")
    assert texts("R504", page, "pont") == ["La halle est fermée."]
    long = "mot " * 22
    page = article(f"« Nous avons {long}hier. » Elle a pris {long}hier. Il dort.")
    assert [text[:7] for text in texts("R501", page, "pont")] == ["Elle a "]


def test_where_everything_is_quoted_the_quotations_are_shown() -> None:
    assert texts("R504", article("Il dit : « Le pont sera fermé. »"), "pont") == ["Il dit : « Le pont sera fermé. »"]


def test_headings_to_mend_are_those_of_sections_about_the_subject() -> None:
    page = (
        "<h1>Le pont Vieux</h1><h2>Les dates</h2><p>Le pont Vieux ferme lundi.</p><h2>Le pont Vieux rouvre</h2><p>Oui."
        "</p><h2>Le bac</h2><p>Un bac est un bateau plat.</p><h2>Ailleurs</h2><p>Rien ne change.</p>"
    )
    assert texts("K106", page, "pont Vieux") == ["Les dates"]
    nowhere = page.replace("Le pont Vieux ferme", "Il ferme")
    assert texts("K106", nowhere, "pont Vieux", background=["Un bac est un bateau plat."]) == ["Les dates", "Ailleurs"]


def test_the_gap_shows_where_the_subject_is_half_named() -> None:
    calm = "".join(f"<p>La ville numéro {n} attend.</p>" for n in "abcdefghijklmno")
    page = f"<h1>Le pont Vieux</h1><p>Le pont Vieux ferme.</p>{calm}<p>Le pont reste fermé.</p>"
    assert texts("K110", page, "pont Vieux") == ["Le pont reste fermé."]
    finding = analyze_page(page, "pont Vieux").finding("K110")
    assert finding.message.startswith("16 phrases et intertitres sur 18")
    assert len(texts("K110", page.replace("Le pont reste", "Il reste"), "pont Vieux")) == 3


def test_sentences_to_tie_follow_another_in_their_paragraph() -> None:
    page = "".join(f"<p>La ville {'attend toujours ' * 8}{n}. Le bac {'part encore ' * 9}.</p>" for n in "abcdef")
    assert {text[:6] for text in texts("R505", page, "pont")} == {"Le bac"}


SLUGS = [
    ("belle-ile-en-mer", "Belle-Île-en-Mer", "good", "inside a name"),
    ("foret-de-soignes", "Que voir en forêt", "ok", "an idle word"),
    ("creche-non-chauffee", "Une crèche non chauffée", "good", "a negation says something"),
    ("pont-Vieux", "Le pont Vieux", "ok", "a capital"),
]


@pytest.mark.parametrize(("slug", "title", "status", "why"), SLUGS, ids=[row[3] for row in SLUGS])
def test_words_of_a_slug_have_their_reason(slug: str, title: str, status: str, why: str) -> None:
    assert run("T205", {"slug": slug, "title": title, "keyphrase": "", "markup": ""}).status == status, why


def test_the_faults_of_a_slug_are_named_and_no_other() -> None:
    message = run("T205", {"slug": "le-pont-de-la-ville", "title": "", "keyphrase": "", "markup": ""}).message
    assert message == "L’adresse est à revoir. Elle garde des mots outils : le, de, la."
    message = run("T205", {"slug": "Pont", "title": "", "keyphrase": "", "markup": ""}).message
    assert message == "L’adresse est à revoir. Elle porte des majuscules, des accents ou d’autres signes."


def test_background_is_not_held_against_the_source() -> None:
    page = article("Le bac part de Rennes.") + "<dl><dt>Bac :</dt><dd>le bac date de 1582. Grégoire l’a vu.</dd></dl>"
    given = {"source": "Le bac part de Rennes.", "background": ["Bac : le bac date de 1582.", "Grégoire l’a vu."]}
    for code in ("F701", "F702"):
        assert analyze_page(page, "bac", **given).finding(code).status == "good"  # type: ignore[arg-type]
    assert analyze_page(page, "bac", source=str(given["source"])).finding("F701").status == "bad"
    wrong = page.replace("Le bac part de Rennes", "Le bac part en 1583")
    assert analyze_page(wrong, "bac", **given).finding("F701").status == "bad"  # type: ignore[arg-type]


def test_passives_that_name_who_acts_come_first() -> None:
    page = article("Le quai est fermé. La halle est gérée par la ville. Le bac est vendu par lots.")
    shown = ["La halle est gérée par la ville.", "Le quai est fermé.", "Le bac est vendu par lots."]
    assert texts("R504", page, "pont") == shown


ECHOES = [
    ("La ville rouvre le four banal", "Le four banal est rouvert par la ville.", 1, "the same in other order"),
    ("La ville rouvre le four banal", "La ville rouvre le four banal en mai, après neuf mois de travaux.", 0, "more"),
    ("Le four banal", "Le four banal a rouvert.", 0, "too short a heading to tell anything twice"),
    ("Pourquoi la ville rouvre le four", "Les boulangers manquaient de place.", 0, "another thing"),
]


@pytest.mark.parametrize(("heading", "sentence", "value", "why"), ECHOES, ids=[row[3] for row in ECHOES])
def test_a_heading_said_again(heading: str, sentence: str, value: int, why: str) -> None:
    assert run("S309", {"markup": f"<h2>{heading}</h2><p>{sentence}</p>"}).value == value, why
