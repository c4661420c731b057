"""What a checker that only counts does not see: each spoilt page scores clearly lower than the honest one."""

from __future__ import annotations

from collections.abc import Callable

import honest_page as honest
import pytest

from seo_fr.scoring.report import Report, analyze_page

CLEARLY = 12


def score(markup: str) -> Report:
    return analyze_page(markup, honest.KEYPHRASE, title=honest.TITLE, description=honest.DESCRIPTION, slug=honest.SLUG)


def test_the_honest_page_is_judged_good() -> None:
    report = score(honest.page())
    assert report.score >= 85
    assert [f.code for f in report.findings if f.status == "bad"] == ["L401", "L404", "L405"]  # no image, no link


@pytest.mark.parametrize(
    ("spoil", "code", "why"),
    [
        (honest.shuffled, "Q604", "every sentence's words are shuffled"),
        (honest.pasted, "Q603", "a part of the page is pasted three times"),
        (honest.plastered, "Q605", "« Ainsi donc » opens every paragraph"),
        (honest.stuffed, "K111", "the keyphrase is said twenty-six times more"),
        (lambda: "", "Q601", "there is no text"),
        (lambda: honest.page(()), "Q601", "there is nothing but a title"),
    ],
)
def test_a_spoilt_page_scores_clearly_lower_and_says_why(spoil: Callable[[], str], code: str, why: str) -> None:
    honest_report, report = score(honest.page()), score(spoil())
    assert report.score <= honest_report.score - CLEARLY, why
    assert report.finding(code).status == "bad", why
    assert honest_report.finding(code).status == "good", why


def test_an_empty_page_is_not_readable() -> None:
    assert score("").families["readability"] == 0
