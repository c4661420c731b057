"""The knowledge base itself: every entry well formed, well written, unlike the others and written for this project."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from seo_fr.model import LEVELS, Concept
from seo_fr.resources import knowledge
from seo_fr.topics.concept_places import forms
from seo_fr.topics.matching import stems

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SEO_FR_SHARED", ROOT.parent / "shared"))
ENTRIES = knowledge.read_sources()
DOMAINS = tuple(sorted({entry.domain for entry in ENTRIES}))

DEFINITION_WORDS = range(12, 36)
EXPLANATION_WORDS = range(12, 91)
TOTAL_WORDS = range(33, 121)
"""Of definition and explanation: enough to understand a word, not so much that one entry takes the room of two."""
EXPLANATION_SENTENCES = range(1, 5)
ARTICLE_RE = re.compile(r"^(?:(?:Les?|La|Une?|Des|En [^,]+,)\s|L’)?")
SENTENCE_RE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-ÝŒ«])")
WORD_RE = re.compile(r"\w+")
DIGIT_RE = re.compile(r"\d")
UNSPELT = frozenset({"CAC 40", "PRISM", "archive ZIP", "format RAW"})
"""Names that merely look like acronyms, or whose letters nobody spells out."""
MISREAD = ("Le Vendée Globe",)
"""What the referee takes for a fault: the race is masculine, the department in its name is not."""
SETTLED_RE = re.compile(r"\b(?:365|366|1[0-9]{3})\b")
"""Numbers that no year falsifies: the days of a year, and a year of before this century."""
POINTING_RE = re.compile(
    r"(?:[.;]|^)\W+(?:cel(?:ui|le|les)|ceux)-ci\b|[;,] (?:et )?cel(?:ui|le|les)-ci\b|à la différence,", re.IGNORECASE
)
"""A pronoun that opens a clause and points at whatever noun is nearest, and a phrase left without its complement."""


def of(domain: str) -> tuple[Concept, ...]:
    return tuple(entry for entry in ENTRIES if entry.domain == domain)


def texts(entry: Concept) -> tuple[str, str]:
    return entry.definition, entry.explanation


def count_words(text: str) -> int:
    return sum(any(c.isalnum() for c in word) for word in re.split(r"[ \u00a0\u202f]+", text))


def grams(text: str, n: int) -> Iterator[tuple[str, ...]]:
    tokens = WORD_RE.findall(text.lower())
    return zip(*(tokens[i:] for i in range(n)), strict=False)


def test_breadth() -> None:
    assert len(ENTRIES) >= 3_200
    assert len(DOMAINS) >= 25
    assert {domain: len(of(domain)) for domain in DOMAINS if len(of(domain)) < 20} == {}


@pytest.mark.parametrize("domain", DOMAINS)
def test_lengths(domain: str) -> None:
    wrong = []
    for entry in of(domain):
        sentences = SENTENCE_RE.split(entry.explanation)
        if count_words(entry.definition) not in DEFINITION_WORDS:
            wrong.append((entry.term, "definition", count_words(entry.definition)))
        if count_words(entry.explanation) not in EXPLANATION_WORDS:
            wrong.append((entry.term, "explanation", count_words(entry.explanation)))
        if count_words(entry.definition) + count_words(entry.explanation) not in TOTAL_WORDS:
            wrong.append((entry.term, "total", count_words(entry.definition) + count_words(entry.explanation)))
        if len(SENTENCE_RE.split(entry.definition)) != 1 or len(sentences) not in EXPLANATION_SENTENCES:
            wrong.append((entry.term, "sentences", len(sentences)))
    assert not wrong


def test_levels_are_graded() -> None:
    """Neither everything common, which explains nothing, nor everything specialised, which explains anything."""
    share = {level: sum(entry.level == level for entry in ENTRIES) / len(ENTRIES) for level in LEVELS}
    assert all(0.05 < part < 0.5 for part in share.values()), share


@pytest.mark.parametrize("domain", DOMAINS)
def test_it_explains_and_does_not_comment(domain: str) -> None:
    """No question to the reader, no cry, no moral."""
    comment = re.compile(
        r"[?!]|\b(?:hélas|malheureusement|heureusement|bien sûr|scandaleu\w+|évidemment|tout l’enjeu)\b"
    )
    assert not [(entry.term, m[0]) for entry in of(domain) for t in texts(entry) if (m := comment.search(t))]


def test_the_other_gender_differs_by_its_gender_alone() -> None:
    """A second definition says the same, so that the explanation fits both."""
    wrong = [e.term for e in ENTRIES if e.other and len(e.other.split()) != len(e.definition.split())]
    assert wrong == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_grammar_fields(domain: str) -> None:
    """Gender and number are what templates agree with."""
    assert not [entry.term for entry in of(domain) if entry.gender not in ("m", "f") or entry.number not in ("s", "p")]


@pytest.mark.parametrize("domain", DOMAINS)
def test_definition_opens_with_its_term(domain: str) -> None:
    """The block that shows a definition puts the term in bold where it opens the sentence."""
    wrong = []
    for entry in of(domain):
        opening = ARTICLE_RE.sub("", entry.definition)
        wanted, got = WORD_RE.findall(entry.term), WORD_RE.findall(opening)
        if len(got) < len(wanted) or any(forms(w).isdisjoint(forms(g)) for w, g in zip(wanted, got, strict=False)):
            wrong.append((entry.term, entry.definition[:60]))
    assert not wrong


@pytest.mark.parametrize("domain", DOMAINS)
def test_typography(domain: str) -> None:
    """Right apostrophes; no-break spaces inside « » and before high punctuation; no stray space."""
    bad = re.compile(r"'|\"|\.\.\.|  | $|« |(?<![\u00a0\u202f])»|(?<![\u00a0\u202f])[;:!?]|«(?!\u00a0)")
    assert not [(e.term, m[0]) for e in of(domain) for t in (*texts(e), e.term, *e.aliases) if (m := bad.search(t))]


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_that_a_year_would_falsify(domain: str) -> None:
    """A digit is allowed in a name (« CAC 40 ») or a settled number only; no word that dates the text."""
    dated = re.compile(r"\b(?:aujourd’hui|actuellement|cette année(?!-)|récemment|de nos jours|à ce jour|pour cent)\b")
    wrong = []
    for entry in of(domain):
        names = sorted((entry.term, *entry.aliases), key=len, reverse=True)
        for text in texts(entry):
            bare = SETTLED_RE.sub("", text)
            for name in names:
                bare = bare.replace(name, "")
            if match := DIGIT_RE.search(bare) or dated.search(bare):
                wrong.append((entry.term, bare[max(0, match.start() - 20) : match.end() + 10]))
    assert not wrong


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_pronoun_at_a_loss(domain: str) -> None:
    wrong = [(e.term, m[0]) for e in of(domain) for t in texts(e) if (m := POINTING_RE.search(t))]
    assert not wrong


def test_acronyms_are_spelt_out() -> None:
    """The first words of a definition say what its acronym stands for, unless nobody spells it out."""
    acronym = re.compile(r"\b[A-Z]{3,}\b")
    wrong = [
        e.term
        for e in ENTRIES
        if acronym.search(e.term) and e.term not in UNSPELT and "(" not in e.definition and "ou " not in e.definition
    ]
    assert wrong == []


def test_names_are_unique() -> None:
    """Two entries may not answer to the same words, whatever their inflection."""
    owners: dict[object, set[str]] = defaultdict(set)
    for entry in ENTRIES:
        for name in (entry.term, *entry.aliases):
            words = WORD_RE.findall(name)
            owners[name if name.isupper() else tuple(min(forms(word), key=len) for word in words)].add(entry.term)
    assert not {str(name): terms for name, terms in owners.items() if len(terms) > 1}


def test_see_leads_somewhere() -> None:
    terms = {entry.term for entry in ENTRIES}
    assert not [(entry.domain, entry.term, name) for entry in ENTRIES for name in entry.see if name not in terms]
    assert not [entry.term for entry in ENTRIES if entry.term in entry.see]


def test_context_is_lower_case_and_not_the_term() -> None:
    """A context word that is the term itself would always be there, and guard nothing."""
    assert not [
        (entry.term, word)
        for entry in ENTRIES
        for word in entry.context
        if word != word.lower() or stems(word) == stems(entry.term)
    ]


def test_no_phrase_of_six_words_twice() -> None:
    """Two explanations in one article must not read as a form filled in twice."""
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in ENTRIES:
        for text in texts(entry):
            for gram in grams(text, 6):
                owners[gram].add(f"{entry.domain}/{entry.term}")
    assert not {" ".join(gram): terms for gram, terms in owners.items() if len(terms) > 1}


@pytest.mark.bench
def test_nothing_copied_from_the_benches() -> None:
    bench = SHARED / "bench"
    if not bench.exists():
        pytest.skip(f"no shared bench at {bench}; set SEO_FR_SHARED to its folder")
    files = sorted([*bench.rglob("*.jsonl"), *bench.rglob("*.json")])
    copied = {gram for path in files for gram in grams(_strings(path), 10)}
    assert not [
        (entry.term, " ".join(g)) for entry in ENTRIES for t in texts(entry) for g in grams(t, 10) if g in copied
    ]


def _strings(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    documents = [json.loads(line) for line in text.splitlines()] if path.suffix == ".jsonl" else [json.loads(text)]
    found: list[str] = []
    while documents:
        item = documents.pop()
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, dict | list):
            documents += item.values() if isinstance(item, dict) else item
    return "\n".join(found)


def test_french_referee(tmp_path: Path) -> None:
    """No alarm of grammar, conjugation, spelling or typography over the whole base."""
    referee = SHARED / "referees" / "french" / "check.py"
    home = os.environ.get("GRAMMALECTE_HOME", "/usr/lib/python3/dist-packages")
    if not referee.exists() or not (Path(home) / "grammalecte").exists():
        pytest.skip("needs the French referee and Grammalecte; set SEO_FR_SHARED and GRAMMALECTE_HOME")
    page = tmp_path / "base.txt"
    page.write_text("\n\n".join(text for entry in ENTRIES for text in texts(entry)), encoding="utf-8")
    names = sorted({word for e in ENTRIES for name in (e.term, *e.aliases) for word in re.findall(r"[^\s’]+", name)})
    known = tmp_path / "known.txt"
    known.write_text("\n".join(names), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(referee), "--known", str(known), str(page)],
        env={**os.environ, "GRAMMALECTE_HOME": home},
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(done.stdout)["files"][0]
    alarms = [(error["rule"], error["context"]) for error in report["errors"]]
    assert [alarm for alarm in alarms if not any(name in alarm[1] for name in MISREAD)] == []


def test_cache_is_what_the_toml_files_say() -> None:
    cached = Path(knowledge.__file__).with_name(knowledge.CACHE).read_text(encoding="utf-8")
    assert cached == knowledge.serialise(ENTRIES), "run: python data/build_knowledge.py"
    assert knowledge.concepts() == ENTRIES


def test_loading_is_quick() -> None:
    """Under 30 ms; the best of many, since the machine may be busy."""
    best = float("inf")
    for _ in range(25):
        knowledge.concepts.cache_clear()
        started = time.perf_counter()
        knowledge.concepts()
        best = min(best, time.perf_counter() - started)
    assert best < 0.030


def test_files_are_sorted_by_domain() -> None:
    """The order of the base is that of its files, so that ties break the same way everywhere."""
    domains = [entry.domain for entry in ENTRIES]
    assert all(a <= b for a, b in pairwise(domains))
