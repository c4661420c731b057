"""The first article to serve: long enough, well divided, and nothing that its source does not say."""

from __future__ import annotations

import seo_fr


def test_the_first_article(open_articles) -> None:
    article = open_articles["meta-recrutement-ia"]
    result = seo_fr.rewrite(article["text"], title=article["title"] or None)
    headings = [section.heading for section in result.sections]
    assert result.word_count >= 700
    assert not result.shortfall
    assert [h.level for h in headings].count(1) == 1
    assert 4 <= [h.level for h in headings].count(2) <= 7
    assert result.meta.title
    assert 121 <= len(result.meta.description) <= 156
    assert result.meta.slug
    assert result.report.score >= 80
    assert result.ledger.to_dict()["background"] <= 0.30 * result.word_count
