"""The report: what it says, in which forms, and how two of them compare."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable

import honest_page as honest
import pytest

import seo_fr
from seo_fr.errors import InvalidInput, SeoFrError
from seo_fr.scoring.checks import checks
from seo_fr.scoring.report import FAMILIES, Report, analyze_page, compare
from seo_fr.settings import Settings


def report(markup: str | None = None, **given: object) -> Report:
    base = {"title": honest.TITLE, "description": honest.DESCRIPTION, "slug": honest.SLUG}
    return analyze_page(markup if markup is not None else honest.page(), honest.KEYPHRASE, **{**base, **given})  # type: ignore[arg-type]


def test_the_score_is_the_published_mean() -> None:
    found = report()
    applied = [f for f in found.findings if f.status != "na"]
    mean = 100 * sum(f.points * f.weight for f in applied) / sum(f.weight for f in applied)
    assert found.score == round(mean)
    assert set(found.families) == set(FAMILIES)


def test_a_red_check_with_a_factor_multiplies_the_score() -> None:
    found = report(honest.plastered())
    applied = [f for f in found.findings if f.status != "na"]
    mean = round(100 * sum(f.points * f.weight for f in applied) / sum(f.weight for f in applied))
    assert [f.code for f in found.findings if f.status == "bad" and f.code[0] in "QK"] == ["Q605"]
    assert found.score == round(mean * {check.code: check.factor for check in checks()}["Q605"])


def test_to_dict_is_plain() -> None:
    told = report().to_dict()
    assert told == json.loads(json.dumps(told))
    assert {"score", "families", "checks", "placeholders", "facts"} <= set(told)
    assert {"code", "family", "status", "value", "target", "message", "fix", "locations"} <= set(told["checks"][0])


def test_forms_for_people() -> None:
    found = report(honest.page().replace("Le travail n’avançait pas vite.", "Le travail <b>&lt;</b> sera mené vite."))
    markdown, html = found.to_markdown(), found._repr_html_()
    assert "## À corriger" in markdown
    for wording in ("À fournir", "La page n’a pas d’image."):
        assert wording in markdown
        assert wording in html
    assert "<script" not in html
    assert found.finding("R504").status in ("good", "ok")


def test_html_escapes_the_page_s_own_text() -> None:
    found = report("<h1>x</h1><p>Le &lt;script&gt;alert(1)&lt;/script&gt; sera fermé.</p>")
    assert "<script" not in found._repr_html_()
    assert "&lt;script&gt;" in found._repr_html_()


def test_terminal_table() -> None:
    from rich.console import Console

    console = Console(width=140, record=True, file=io.StringIO())
    console.print(report("<p>[bold]Un [/texte] bref.</p>"))
    text = console.export_text()
    assert "Présence d’un texte" in text


def test_frame() -> None:
    pytest.importorskip("pandas")
    frame = report().to_frame()
    assert len(frame) == len(checks())
    assert frame.loc["K101", "status"] == "good"


def test_frame_without_pandas_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(SeoFrError, match="notebook"):
        report().to_frame()


def test_english_messages() -> None:
    found = report(settings=Settings(message_language="en"))
    assert found.finding("L401").message == "The page has no image."
    assert "To supply" in found.to_markdown()


def test_figures_are_written_as_the_language_wants() -> None:
    page = "<p>Le pont sera fermé. Il pleut. Il vente.</p>"
    assert "33,3 %" in report(page).finding("R504").message
    assert "33.3%" in report(page, settings=Settings(message_language="en")).finding("R504").message


def test_compare() -> None:
    rows = {row[0]: row for row in compare(report(honest.plastered()), report())}
    assert rows["Q605"][1:3] == ("bad", "good")
    assert not compare(report(), report())


def test_secondary_keyphrases_and_source() -> None:
    found = report(secondary=("chantier", "raton laveur"), source="Samedi matin, le four a recuit du pain.")
    assert [place.text for place in found.finding("K112").locations] == ["raton laveur"]
    assert found.finding("F701").status == "bad"
    assert found.finding("F704").value is not None


def test_what_only_the_editor_can_supply() -> None:
    names = [item.name for item in report().placeholders]
    assert names == ["author", "date", "image", "canonical", "outbound_link", "internal_link"]
    settings = Settings(
        author="A. B.",
        url="https://example.org/four",
        pages=(
            ("Les bénévoles en chiffres", "/benevoles"),
            ("Le bois de chauffe moins cher", "/bois"),
            ("La piscine", "/p"),
        ),
    )
    told = report(settings=settings).placeholders
    assert [item.name for item in told] == ["date", "image", "outbound_link", "internal_link"]
    assert "« bois de chauffe » vers « Le bois de chauffe moins cher » (/bois)" in told[3].message


def test_other_indices_leave_textstat_s_language_alone() -> None:
    import textstat

    before = dict(vars(textstat.textstat))
    assert report().indices()["lix"] > 0
    assert dict(vars(textstat.textstat)) == before


def test_unknown_code() -> None:
    with pytest.raises(InvalidInput, match="X999"):
        report().finding("X999")


def test_markup_must_be_text() -> None:
    with pytest.raises(InvalidInput, match="bytes"):
        analyze_page(b"<p>x</p>", "x")  # type: ignore[arg-type]


def test_same_report_under_another_hash_seed() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests/scoring'); import honest_page as h, json;"
        "from seo_fr.scoring.report import analyze_page;"
        "print(json.dumps(analyze_page(h.page() + h.pasted(), h.KEYPHRASE, title=h.TITLE).to_dict(), sort_keys=True))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_nothing_heavy_is_imported() -> None:
    code = (
        "import sys; from seo_fr.scoring.report import analyze_page; analyze_page('<p>Un pont.</p>', 'pont');"
        "sys.exit(any(name in sys.modules for name in ('spacy', 'pandas', 'rich', 'textstat')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<p>Le pont sera fermé. Il pleut. Il vente.</p>", "1 phrase sur 3 est au passif (33,3 %)."),
        ("<p>Le pont sera fermé. Le bac est supprimé. Il vente.</p>", "2 phrases sur 3 sont au passif (66,7 %)."),
    ],
)
def test_messages_agree_with_their_figures(page: str, message: str) -> None:
    assert report(page).finding("R504").message == message


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_message_can_be_filled(language: str) -> None:
    for markup in (honest.page(), honest.stuffed(), honest.pasted(), "", "<p>x</p><a href=''></a><img src=x>"):
        for finding in report(markup, source="Un pont.", settings=Settings(message_language=language)).findings:  # type: ignore[arg-type]
            assert "{" not in finding.message + finding.fix


def test_a_rewrite_is_scored_as_the_page_that_it_is(rewritten: Callable[..., seo_fr.Rewrite]) -> None:
    """Whatever form its source was said to have."""
    text = rewritten("composteur-balcon").source.raw
    found = [seo_fr.rewrite(text, settings=Settings(input_format=form)).report for form in ("auto", "text")]
    assert not [where for finding in found[1].findings for where in finding.locations if where.text.startswith("<")]
    assert found[0].finding("S301").status == found[1].finding("S301").status == "good"


@pytest.mark.parametrize(("words", "told"), [(300, "1,3 minute de lecture"), (600, "2,5 minutes de lecture")])
def test_minutes_agree(words: int, told: str) -> None:
    assert told in analyze_page(f"<p>{'mot ' * words}</p>", "").to_markdown()


def test_what_is_to_be_supplied_is_told_once() -> None:
    found = analyze_page("<h1>Le bac</h1><p>Le bac part.</p>", "bac", source="Le bac part.")
    mend, _, supply = found.to_markdown().partition("## À fournir")
    assert "L401" not in mend
    assert supply.count("La page n’a pas d’image.") == supply.count("(L401)") == 1
    assert "huit mots de la source" in mend.partition("## À corriger")[0], "the rights are recalled at the head"
    given = analyze_page("<p>Le bac part.</p>", "bac", settings=Settings(image="/bac.jpg", image_alt="Le bac"))
    assert "(L401)" in given.to_markdown().partition("## À corriger")[2], "given elsewhere, lacking on the page"


@pytest.mark.parametrize("keyphrase", [None, ""])
def test_without_a_keyphrase_its_checks_do_not_apply(keyphrase: str | None) -> None:
    found = seo_fr.analyze("<h1>Le bac</h1><p>Le bac part à huit heures.</p>", keyphrase)
    assert {found.finding(code).status for code in ("K101", "K103", "K106", "K110")} == {"na"}


def test_what_is_missing_is_said_to_be_missing() -> None:
    found = seo_fr.analyze("<h1>Le bac</h1><p>Le bac part à huit heures.</p>", "bac")
    assert found.finding("T201").message == "Le titre SEO manque : 0 pixel."
    assert found.finding("T203").message == "La page n’a pas de méta-description."
    assert "6 mots, 1 phrase, 1 titre" in found.to_markdown()


def test_what_is_aimed_at_is_said_with_what_is_to_be_mended() -> None:
    told = analyze_page("<h1>Le bac</h1><p>Le bac part.</p>", "bac", description="Un court texte.").to_markdown()
    assert "La méta-description fait 15 signes. Écrivez" in told
    assert "(visé : 121 à 156 signes)" in told
    assert "La méta-description ne contient pas l’expression clé." in told
