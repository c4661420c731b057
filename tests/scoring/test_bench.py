"""On other people's texts: spoilt articles score lower, and Yoast's own papers get Yoast's colours."""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from seo_fr.scoring.report import analyze_page

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "bench"
sys.path.insert(0, str(ROOT / "data" / "bench"))
CLEARLY = 10
SPOILT_ALREADY = {("pasted", "service-reconnaissance-enfant")}
"""A leaflet that gives the same steps for each case, word for word: red for repetition as it stands."""

pytestmark = [pytest.mark.bench]


def paper(name: str) -> dict[str, Any]:
    path = SHARED / "yoast" / f"{name}.json"
    if not path.exists():
        pytest.skip(f"the shared bench is not at {path}")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", ["paper1", "paper3"])
def test_colours_of_yoast_s_papers(name: str) -> None:
    import yoast_agreement as agreement

    given = paper(name)
    page = {"text": given["html"], **{key: given[key] for key in ("keyword", "title", "description", "slug")}}
    report = analyze_page(
        page["text"], page["keyword"], title=page["title"], description=page["description"], slug=page["slug"]
    )
    agree, explained, total = 0, 0, 0
    for told in given["referee"]["assessments"]:
        code, theirs = agreement.SHARED.get(told["identifier"]), agreement.COLOURS.get(told["colour"])
        if code and theirs:
            total += 1
            agree += report.finding(code).status == theirs
            explained += report.finding(code).status != theirs and bool(agreement.named(code, page, theirs))
    assert total == 23
    assert (agree + explained) / total >= 0.9


@pytest.mark.parametrize("how", ["shuffled", "pasted", "plastered", "stuffed"])
def test_a_spoilt_article_scores_clearly_lower(how: str, open_articles: dict[str, dict[str, Any]]) -> None:
    from yoast_agreement import page_of

    for name, item in sorted(open_articles.items()):
        page = page_of(item, raw=True)
        blocks = re.findall(r"<(p|h2)>(.*?)</\1>", page["text"])
        before, after = score(page, blocks), score(page, spoil(how, blocks, page["keyword"]))
        assert after <= before - CLEARLY or (how, name) in SPOILT_ALREADY, f"{name}: {before} → {after}"


def score(page: dict[str, Any], blocks: list[tuple[str, str]]) -> int:
    markup = "".join(f"<{tag}>{text}</{tag}>" for tag, text in blocks)
    return analyze_page(
        markup, page["keyword"], title=page["title"], description=page["description"], slug=page["slug"]
    ).score


def spoil(how: str, blocks: list[tuple[str, str]], phrase: str) -> list[tuple[str, str]]:
    if how == "pasted":
        return blocks + blocks[: max(1, len(blocks) // 3)] * 3
    draw = random.Random(1)
    bodies = [i for i, (tag, _) in enumerate(blocks) if tag == "p"]
    out = list(blocks)
    for rank in range(26 if how == "stuffed" else len(bodies)):
        i = bodies[rank % len(bodies)]
        text = out[i][1]
        if how == "stuffed":
            text += f" Le sujet {phrase} intéresse beaucoup."
        elif how == "plastered":
            text = f"Ainsi donc, {text}"
        else:
            text = " ".join(shuffle(sentence, draw) for sentence in re.split(r"(?<=[.?!»]) ", text))
        out[i] = ("p", text)
    return out


def shuffle(sentence: str, draw: random.Random) -> str:
    words = sentence.split()
    draw.shuffle(words)
    return " ".join(words)
