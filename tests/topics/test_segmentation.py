"""Cuts: the tables against brute force, given units, bad input, and floors on the shared bench."""

from __future__ import annotations

import itertools
import json
import math
import os
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics.segmentation import pk

from seo_fr.errors import InvalidInput
from seo_fr.model import Analysis, Token
from seo_fr.resources import load_toml
from seo_fr.topics import cohesion
from seo_fr.topics.segmentation import cuts, segment_sentences, source_of
from seo_fr.topics.units import announces, leans, units_of

SHARED = Path(os.environ.get("SEO_FR_SHARED", Path(__file__).resolve().parents[3] / "shared"))
NOTHING = cohesion.Weights.of(dict.fromkeys(cohesion.Weights.__slots__, 0.0) | {"reach": 4, "chain_gap": 5})
BAGS = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=5), min_size=2, max_size=7)


def units(bags: Sequence[Sequence[str]], starts: Sequence[int] | None = None, **more: object) -> cohesion.Units:
    """Units by hand: one sentence a bag, with vectors that point where the words do."""
    rows = np.zeros((len(bags), 8))
    for k, bag in enumerate(bags):
        for word in bag:
            rows[k, ord(word[0]) % 8] += 1
    n = len(bags)
    made = cohesion.Units(
        tuple(tuple(bag) for bag in bags), rows, tuple(starts or range(n)), (False,) * n, (False,) * n
    )
    return replace(made, **more)  # type: ignore[arg-type]


@given(BAGS)
@settings(max_examples=40, deadline=None)
def test_code_lengths_are_those_of_the_formula(bags: list[list[str]]) -> None:
    made = units(bags)
    table = cohesion.code_lengths(made)
    size = max(1, len({word for bag in bags for word in bag}))
    for first in range(len(bags)):
        for last in range(first, len(bags)):
            counts = Counter(word for bag in bags[first : last + 1] for word in bag)
            total = sum(counts.values())
            expected = total * math.log(total + size) - sum(c * math.log(c + 1) for c in counts.values())
            assert table[first, last - first] == pytest.approx(expected)


@given(BAGS)
@settings(max_examples=40, deadline=None)
def test_cohesion_is_the_tempered_length_of_the_sum(bags: list[list[str]]) -> None:
    made = units(bags)
    rows, table = cohesion.centred(made), cohesion.cohesions(made)
    for first in range(len(bags)):
        for last in range(first, len(bags)):
            squared = float((rows[first : last + 1].sum(axis=0) ** 2).sum())
            assert table[first, last - first] == pytest.approx(squared**cohesion.TEMPER, abs=1e-6)


@given(st.integers(2, 7), st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_the_division_found_is_the_cheapest(m: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    segments, gaps = rng.random((m, m)), rng.random(m)
    gaps[0] = 0.0

    def cost(bounds: Sequence[int]) -> float:
        inner = sum(segments[a, b - a - 1] for a, b in itertools.pairwise((0, *bounds, m)))
        return float(inner + sum(gaps[b] for b in bounds))

    every = [c for k in range(m) for c in itertools.combinations(range(1, m), k)]
    found = cohesion.cheapest(tuple(range(m)), segments, gaps)
    assert cost(found) == pytest.approx(min(cost(c) for c in every))


def test_two_subjects_are_parted_where_they_meet() -> None:
    bags = [["ours", "miel"], ["miel", "ours"], ["ours", "ruche"], ["train", "gare"], ["gare", "train"], ["train"]]
    shipped = cohesion.Weights.of(load_toml("segmentation.toml")["paragraphs"])
    assert cohesion.divide(units(bags), shipped) == [3]


def test_one_subject_is_left_whole() -> None:
    shipped = cohesion.Weights.of(load_toml("segmentation.toml")["paragraphs"])
    assert cohesion.divide(units([["ours", "miel"]] * 5), shipped) == []


def test_what_is_announced_stays_with_what_announces_it() -> None:
    bags = [["ours"], ["ours"], ["train"], ["train"]]
    free = replace(NOTHING, lexical=5.0)
    assert cohesion.divide(units(bags), free) == [2]
    tied = units(bags, announced=(False, False, True, False))
    assert 2 not in cohesion.divide(tied, free)


def test_cuts_fall_on_the_starts_given() -> None:
    free = replace(NOTHING, lexical=5.0)
    bags = [["ours"], ["ours"], ["train"], ["train"], ["train"]]
    assert set(cohesion.divide(units(bags, starts=(0, 1, 3)), free)) <= {1, 3}


@pytest.mark.parametrize(
    ("sentence", "leaning"),
    [
        ("Il pleut sur la côte.", True),
        ("C’est la première fois.", True),
        ("« Cette route ferme », dit le maire.", True),
        ("La route ferme.", False),
        ("Cesson accueille le tournoi.", False),
        ("", False),
    ],
)
def test_leaning_sentences(sentence: str, leaning: bool) -> None:
    assert leans(sentence) is leaning


@pytest.mark.parametrize(
    ("sentence", "announcing"),
    [("Trois raisons :", True), ("un toit ;", True), ("Voici « la liste » :", True), ("Fin.", False), ("", False)],
)
def test_announcing_sentences(sentence: str, announcing: bool) -> None:
    assert announces(sentence) is announcing


@pytest.mark.parametrize(
    "paragraphs", [[(0, 1)], [(0, 2), (3, 4)], [(1, 4)], [(0, 4), (4, 4)], [(0, 5)], [(0, 3), (2, 4)]]
)
def test_paragraphs_that_do_not_cover_the_sentences_are_refused(paragraphs: list[tuple[int, int]]) -> None:
    with pytest.raises(InvalidInput, match="paragraphs"):
        segment_sentences(["Un.", "Deux.", "Trois.", "Quatre."], paragraphs)


@pytest.mark.parametrize("sentences", [[], ["Une seule phrase."]])
def test_too_few_sentences_have_no_cut(sentences: list[str]) -> None:
    assert segment_sentences(sentences) == []


def long_text(sentences: int, words: int) -> tuple[Analysis, list[tuple[int, int]]]:
    """A text of made-up tokens, no model needed."""
    rng = np.random.default_rng(3)
    source = source_of(["x" * words] * sentences, [(k, k + 1) for k in range(sentences)])
    tokens = tuple(
        Token(
            k,
            "mot",
            f"mot{'abcdefghij'[int(d) % 10]}{'klmnopqrst'[int(d) // 10 % 10]}",
            "NOUN",
            "obj",
            k,
            0,
            1,
            k // words,
        )
        for k, d in enumerate(rng.integers(0, 300, sentences * words))
    )
    vectors = rng.standard_normal((len(tokens), 300)).astype(np.float32)
    return Analysis(source, tokens, vectors=vectors), [(k, k + 1) for k in range(sentences)]


def test_fifteen_hundred_words_take_thirty_milliseconds() -> None:
    analysis, paragraphs = long_text(70, 21)
    cuts(analysis, paragraphs)
    spent = []
    for _ in range(5):
        before = time.process_time()
        cuts(analysis, paragraphs)
        spent.append(time.process_time() - before)
    assert min(spent) < 0.03


def test_time_grows_linearly_once_segments_are_bounded() -> None:
    spent = []
    for sentences in (500, 1500):
        analysis, paragraphs = long_text(sentences, 6)
        before = time.process_time()
        cuts(analysis, paragraphs)
        spent.append(time.process_time() - before)
    assert spent[1] < 8 * spent[0]


def test_words_without_letters_and_empty_verbs_are_not_subjects() -> None:
    source = source_of(["Il y a 12 ours."], [(0, 1)])
    tokens = (
        Token(0, "a", "avoir", "VERB", "ROOT", 0, 5, 6, 0),
        Token(1, "12", "12", "NUM", "nummod", 2, 7, 9, 0),
        Token(2, "ours", "ours", "NOUN", "obj", 0, 10, 14, 0),
    )
    assert units_of(Analysis(source, tokens), source.sentences, [0]).bags == (("our",),)


FLOORS = (  # set, paragraphs hidden, most Pk, least F1±1
    ("real", False, 0.345, 0.48),
    ("concat", False, 0.09, 0.90),
    ("real", True, 0.376, 0.40),
    ("concat", True, 0.13, 0.88),
)


@pytest.mark.model
@pytest.mark.bench
@pytest.mark.parametrize(("name", "hidden", "most", "least"), FLOORS)
def test_floor_on_the_bench(name: str, hidden: bool, most: float, least: float) -> None:
    path = SHARED / "bench" / "segmentation" / f"{name}_open.json"
    if not path.exists():
        pytest.skip(f"no shared bench at {path}; set SEO_FR_SHARED to its folder")
    rows = []
    for doc in json.loads(path.read_text(encoding="utf-8")):
        n, gold = len(doc["sentences"]), doc["boundaries"]
        found = segment_sentences(doc["sentences"], None if hidden else [(a, b) for a, b in doc["paragraphs"]])
        window = min(max(2, int(n / (2 * (len(gold) + 1)) + 0.5)), n - 1)
        reference, guess = ("".join("1" if i in set(c) else "0" for i in range(1, n)) for c in (gold, found))
        near = matched(sorted(gold), found)
        rows.append((pk(reference, guess, k=window, boundary="1"), 2 * near / max(1, len(gold) + len(found))))
    assert sum(r[0] for r in rows) / len(rows) <= most
    assert sum(r[1] for r in rows) / len(rows) >= least


def matched(gold: Sequence[int], found: Sequence[int]) -> int:
    """Cuts matched one to one within one sentence."""
    i = j = count = 0
    while i < len(gold) and j < len(found):
        if abs(gold[i] - found[j]) <= 1:
            count, i, j = count + 1, i + 1, j + 1
        elif found[j] < gold[i]:
            j += 1
        else:
            i += 1
    return count
