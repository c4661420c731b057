"""How far our colours agree with those of Yoast's engine (npm yoastseo, a development tool, run by Node).

    YOAST_HOME=/folder/with/node_modules python data/bench/yoast_agreement.py --check check.cjs \
        --papers paper1.json paper3.json --articles open.jsonl [--raw] [--list]

``--articles`` is a JSON Lines file of {id, title, text}; each is rewritten first, and the rewritten page is checked by
both engines. With ``--raw`` the text itself is checked, set in paragraphs with an H2 every five.
``--papers`` are JSON objects {html, keyword, title, description, slug}. A disagreement is *named* when the check is one
of the deliberate differences of ``docs/checks.md`` and counting as Yoast does brings the same colour.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

from seo_fr.scoring.checks import checks
from seo_fr.scoring.page import Sentence, read_page
from seo_fr.scoring.passive import passive_in
from seo_fr.scoring.readability import opening
from seo_fr.scoring.report import analyze_page
from seo_fr.scoring.transitions import transition_in
from seo_fr.topics.matching import function_words, words

SHARED = {
    "introductionKeyword": "K103",
    "keyphraseLength": "K101",
    "keyphraseDensity": "K102",
    "metaDescriptionKeyword": "K108",
    "metaDescriptionLength": "T203",
    "subheadingsKeyword": "K106",
    "textCompetingLinks": "L407",
    "imageKeyphrase": "L403",
    "images": "L401",
    "textLength": "S307",
    "externalLinks": "L405",
    "keyphraseInSEOTitle": "K107",
    "internalLinks": "L404",
    "titleWidth": "T201",
    "slugKeyword": "K109",
    "singleH1": "S301",
    "subheadingsTooLong": "S303",
    "textParagraphTooLong": "R503",
    "textSentenceLength": "R501",
    "textTransitionWords": "R505",
    "passiveVoice": "R504",
    "sentenceBeginnings": "R506",
    "keyphraseDistribution": "K110",
}
COLOURS = {"green": "good", "orange": "ok", "red": "bad"}


def page_of(item: dict[str, Any], raw: bool) -> dict[str, Any]:
    """An article as the input that both engines take."""
    if not raw:
        import seo_fr

        result = seo_fr.rewrite(item["text"], title=item["title"] or None)
        return {
            "id": item["id"],
            "text": without_contents(result.to_html()),
            "keyword": result.keyphrase.text if hasattr(result.keyphrase, "text") else str(result.keyphrase),
            "title": result.meta.title,
            "description": result.meta.description,
            "slug": result.meta.slug,
        }
    lines = [line.strip() for line in item["text"].split("\n") if line.strip()]
    parts = []
    for i, line in enumerate(lines):
        if i and i % 5 == 0:
            parts.append(f"<h2>{escape(' '.join(line.split()[:7]).rstrip('.,;:'))}</h2>")
        parts.append(f"<p>{escape(line, quote=False)}</p>")
    keyword = frequent_pair(item["text"])
    title = item["title"] or " ".join(lines[0].split()[:9])
    return {
        "id": item["id"],
        "text": "\n".join(parts),
        "keyword": keyword,
        "title": title,
        "description": lines[0][:150],
        "slug": "-".join(word.text.lower() for word in words(title) if word.content)[:75],
    }


def without_contents(markup: str) -> str:
    """The page without its contents list, which is no text of the article: Yoast would count its lines as sentences."""
    from lxml import html

    root = html.fragment_fromstring(markup, create_parent="div")
    for contents in list(root.iter("nav")):
        contents.drop_tree()
    return "".join(html.tostring(child, encoding="unicode") for child in root)


def frequent_pair(text: str) -> str:
    """The most frequent pair of neighbouring content words, for want of a keyphrase extractor."""
    found = list(words(text))
    pairs: Counter[str] = Counter()
    for i, first in enumerate(found[:-1]):
        for second in found[i + 1 : i + 3]:
            between = [w for w in found[i + 1 : i + 3] if w.start < second.start]
            if (
                first.content
                and second.content
                and first.sentence == second.sentence
                and all(not w.content for w in between)
            ):
                pairs[text[first.start : second.end]] += 1
                break
    return max(pairs, key=lambda p: (pairs[p], -text.index(p)))


def papers(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """The two engines' own test papers."""
    for path in paths:
        data = json.loads(path.read_text(encoding="utf-8"))
        kept = {key: data.get(key) for key in ("keyword", "title", "description", "slug", "titleWidth")}
        yield {"id": path.stem, "text": data["html"], **kept}


def referee(script: Path, pages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What Yoast's engine says of each page."""
    done = subprocess.run(
        ["node", str(script), "--details"],
        input=json.dumps(pages, ensure_ascii=False),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ},
    )
    found = json.loads(done.stdout)
    return found if isinstance(found, list) else [found]


def flagged(verdict: dict[str, Any]) -> dict[str, set[str]]:
    """The sentences in which Yoast's engine finds a passive, or a connecting word, by check."""
    details = verdict["measures"]["details"]
    return {
        "R504": {squeezed(text) for text in details["passiveSentences"]},
        "R505": {squeezed(found["sentence"]) for found in details["transitionSentences"]},
    }


def squeezed(text: str) -> str:
    """A sentence by its letters and digits alone, since the two engines do not cut at the same marks."""
    return "".join(c for c in text.lower() if c.isalnum())


def apart(code: str, page: dict[str, Any], verdict: dict[str, Any]) -> list[str]:
    """The sentences of running text that one engine flags and the other does not."""

    def hits(line: Sentence) -> bool:
        return passive_in(line.tokens, line.text) if code == "R504" else bool(transition_in(line.tokens, line.text))

    known = flagged(verdict)[code]
    lines = [line for line in read_page(page["text"]).sentences if line.kind != "quote"]
    return [
        f"{'ours' if hits(line) else 'theirs'}: {line.text}"
        for line in lines
        if hits(line) != (squeezed(line.text) in known)
    ]


def named(code: str, page: dict[str, Any], theirs: str, verdict: dict[str, Any] | None = None) -> str:
    """The deliberate difference that explains a disagreement, or ""; *verdict* is the engine's, with its details."""
    ctx = read_page(page["text"])
    table = {check.code: check for check in checks()}
    if code in ("R501", "R504", "R505"):
        lines = [line for line in ctx.lines if line.words and line.kind != "quote"]
        hits = {
            "R501": lambda line: line.words > 20,
            "R504": lambda line: passive_in(line.tokens, line.text),
            "R505": lambda line: bool(transition_in(line.tokens, line.text)),
        }[code]
        share = 100 * sum(map(hits, lines)) / max(1, len(lines))
        if code == "R505" and sum(line.words for line in lines) < 200:
            return "short-text"
        if table[code].status(share) == theirs:
            return "headings-and-items"
        if code == "R501" or verdict is None:
            return ""
        # what counts as a passive or as a connecting word: by their rules, on our sentences or on all lines
        rules = {"R504": "passive-rules", "R505": "connector-lists"}[code]
        known = flagged(verdict)[code]
        for counted in ([s for s in ctx.sentences if s.kind != "quote"], lines):
            share = 100 * sum(squeezed(line.text) in known for line in counted) / max(1, len(counted))
            if table[code].status(share) == theirs:
                return rules
        return ""
    if code == "L403" and not ctx.images:
        return "no-image"
    if code == "S307":
        words_kept = sum(unit.words for unit in ctx.units if unit.kind != "quote")
        return "set-off-quotations" if table[code].status(words_kept) == theirs else ""
    if code == "R506":
        heads = [opening(line) for line in ctx.lines if line.kind not in ("item", "row")]
        longest = max((len(list(run)) for _, run in groupby(heads)), default=0)
        return "headings-and-items" if table[code].status(longest) == theirs else ""
    if code in ("K102", "K103", "K106", "K107", "K108", "K109", "K110", "L407"):
        forms = {w.text.lower() for w in words(page["keyword"]) if w.text.lower() not in function_words()}
        texts = [page["text"], page["title"] or "", page["description"] or "", (page["slug"] or "").replace("-", " ")]
        present = {w.text.lower() for text in texts for w in words(text)}
        from seo_fr.topics.matching import stem

        keys = {stem(form) for form in forms}
        if any(stem(w) in keys and w not in forms for w in present):
            return "word-forms"
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", type=Path, required=True)
    parser.add_argument("--papers", type=Path, nargs="*", default=[])
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--raw", action="store_true")
    parser.add_argument("--list", action="store_true", help="list every disagreement")
    options = parser.parse_args()
    pages = list(papers(options.papers))
    first = len(pages)
    if options.articles:
        items = [json.loads(line) for line in options.articles.read_text(encoding="utf-8").splitlines() if line.strip()]
        for item in items:
            try:
                pages.append(page_of(item, options.raw))
            except Exception as error:  # noqa: BLE001 - one article must not hide the others
                print(f"! {item['id']}: {type(error).__name__}: {error}", file=sys.stderr)
    verdicts = referee(options.check, pages)
    by_check: dict[str, Counter[str]] = {}
    for page, verdict in zip(pages, verdicts, strict=True):
        report = analyze_page(
            page["text"], page["keyword"], title=page["title"], description=page["description"], slug=page["slug"]
        )
        for told in verdict["assessments"]:
            code = SHARED.get(told["identifier"])
            theirs = COLOURS.get(told["colour"])
            if code is None or theirs is None:
                continue
            ours = report.finding(code)
            agree = ours.status == theirs
            reason = "" if agree else named(code, page, theirs, verdict)
            outcome = (
                "agree"
                if agree
                else f"named:{reason}"
                if reason
                else "not applicable"
                if ours.status == "na"
                else "differ"
            )
            by_check.setdefault(f"{code} {told['identifier']}", Counter())[outcome] += 1
            if options.list and not agree:
                verdicts_met = f"ours {ours.status}/{ours.value} theirs {theirs} {outcome}"
                print(f"{page['id']:28} {code} {verdicts_met} | {told['text'][:110]}")
                if reason in ("passive-rules", "connector-lists"):
                    print("\n".join(f"    {line}" for line in apart(code, page, verdict)))
    total: Counter[str] = Counter()
    for name, counts in sorted(by_check.items()):
        total.update(counts)
        print(f"{name:32} {counts['agree']:3}/{counts.total():3}  {dict(sorted(counts.items()))}")
    lone = sum(n for outcome, n in total.items() if outcome in ("named:no-image", "named:short-text", "not applicable"))
    explained = sum(n for outcome, n in total.items() if outcome.startswith("named"))
    both = total.total() - lone
    print(f"agreement where both judge: {100 * total['agree'] / both:.1f} % of {both}")
    print(f"agreement over all: {100 * total['agree'] / total.total():.1f} % of {total.total()}", end="; ")
    print(f"with named differences {100 * (total['agree'] + explained) / total.total():.1f} %")
    if len(pages) > first:
        seo = [v["overall"]["seo"]["score"] for v in verdicts[first:]]
        easy = [v["overall"]["readability"]["score"] for v in verdicts[first:]]
        print(f"Yoast SEO: median {median(seo)}, min {min(seo)}, at 77 or more: {sum(s >= 77 for s in seo)}/{len(seo)}")
        at_best = sum(s >= 90 for s in easy)
        print(f"Yoast readability: median {median(easy)}, min {min(easy)}, at 90: {at_best}/{len(easy)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
