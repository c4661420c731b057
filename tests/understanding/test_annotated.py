"""Precision and recall on sentences of the open articles that a person annotated (``annotated.tsv``: offsets only).

Run this file as a script to see the figures and every disagreement::

    python tests/understanding/test_annotated.py [draw]
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("SEO_FR_SHARED", HERE.parents[2] / "shared"))
ARTICLES = SHARED / "bench" / "articles" / "open.jsonl"
KEYPHRASES = SHARED / "bench" / "keyphrases" / "wikinews_open.json"
"""A second source of texts: their names in the table open with « kp- »."""
EXCERPTS = SHARED / "bench" / "segmentation" / "concat_open.json"
"""A third one: excerpts of other texts set end to end; their names open with « concat- »."""
DRAWS = tuple(str(k) for k in range(1, 17))
KINDS = ("role", "speech", "scope", "figure")
SAID = 0.8
"""Least overlap (intersection over union, in characters) of two readings of what is said."""
EXTENT = 0.7
"""The same for the extent of a doubt or a negation, whose ends are less sharp."""
PRECISION, RECALL = 0.95, 0.75


@dataclass
class Tally:
    """Counts of one kind, with what was disagreed on."""

    right: int = 0
    found: int = 0
    real: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.real)


def annotations() -> dict[tuple[str, str, str], list[tuple[str, list[str]]]]:
    """(draw, article, digest) → [(kind, fields)]."""
    out: dict[tuple[str, str, str], list[tuple[str, list[str]]]] = defaultdict(list)
    for line in (HERE / "annotated.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            draw, article, _, digest, kind, *fields = line.split("\t")
            out[draw, article, digest].append((kind, fields))
    return out


def texts() -> dict[str, tuple[str, str | None]]:
    """Name → text and title, for the open articles and the texts of the two other benches."""
    out: dict[str, tuple[str, str | None]] = {}
    for line in ARTICLES.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        out[article["id"]] = article["text"], article.get("title") or None
    for item in json.loads(KEYPHRASES.read_text(encoding="utf-8"))["documents"]:
        out[f"kp-{item['id']}"] = item["body"], item["title"]
    for item in json.loads(EXCERPTS.read_text(encoding="utf-8")):
        paragraphs = (" ".join(item["sentences"][a:b]) for a, b in item["paragraphs"])
        out[item["doc_id"]] = "\n\n".join(paragraphs), None
    return out


def measured(draws: Iterable[str] = DRAWS) -> dict[str, Tally]:
    """The system's output against the annotation, by kind; « absent » counts sentences that are no longer cut so."""
    from seo_fr.pipeline import understand

    wanted = annotations()
    tallies = {kind: Tally() for kind in (*KINDS, "absent")}
    articles = texts()
    for name in sorted({key[1] for key in wanted if key[0] in draws}):
        text, title = articles[name]
        analysis = understand(text, title=title)
        by_digest = {hashlib.sha256(s.text.encode()).hexdigest()[:12]: s for s in analysis.source.sentences}
        for (draw, owner, digest), rows in wanted.items():
            if owner != name or draw not in draws:
                continue
            sentence = by_digest.get(digest)
            if sentence is None:
                tallies["absent"].found += 1
                tallies["absent"].wrong.append(f"{name} {digest}")
                continue
            for kind in KINDS:
                compare(tallies[kind], kind, rows, system(analysis, sentence, kind), sentence, name)
    return tallies


def compare(tally: Tally, kind: str, rows: list[Any], found: list[Any], sentence: Any, name: str) -> None:
    """Match what was found with what was annotated, each at most once; debatable rows only excuse."""
    gold = [fields for k, fields in rows if k == kind]
    excuses = [fields for k, fields in rows if k == f"?{kind}"]
    left = list(gold)
    for item in found:
        hit = next((g for g in left if MATCHES[kind](item, g, sentence.text)), None)
        if hit is not None:
            left.remove(hit)
            tally.right += 1
            tally.found += 1
        elif not any(MATCHES[kind](item, g, sentence.text) for g in excuses):
            tally.found += 1
            tally.wrong.append(f"{name} {sentence.id}: {shown(item, sentence.text)}")
    tally.real += len(gold)
    tally.missed += [f"{name} {sentence.id}: {described(kind, g, sentence.text)}" for g in left]


def system(analysis: Any, sentence: Any, kind: str) -> list[dict[str, Any]]:
    """What the library found in a sentence, with offsets from its start."""
    at, sid = sentence.start, sentence.id

    def span(start: int, end: int) -> tuple[int, int]:
        return (start - at, end - at) if start >= 0 else (-1, -1)

    if kind == "role":
        names = defaultdict(list)
        for m in analysis.mentions:
            if m.sentence == sid:
                names[m.entity].append(span(m.start, m.end))
        # a role of one entity is stated once, at its first place: a later place is excused, and counts as found
        stated = {(r.entity, r.text.lower()) for r in analysis.roles if r.sentence < sid}
        found = [
            {"names": names[r.entity], "span": span(r.start, r.end)}
            for r in analysis.roles
            if r.sentence == sid and names[r.entity]
        ]
        for entity, text in sorted(stated):
            for name in names[entity]:
                near = sentence.text[: name[0]].lower()
                if near.rstrip().endswith(text):
                    begin = near.rindex(text)
                    found.append({"names": [name], "span": (begin, begin + len(text))})
        return found
    if kind == "speech":
        return [
            {"speaker": span(a.speaker_start, a.speaker_end), "span": span(a.start, a.end)}
            for a in analysis.attributions
            if a.sentence == sid
        ]
    if kind == "scope":
        return [
            {"kind": s.kind, "cue": s.cue, "span": span(s.start, s.end)}
            for s in analysis.scopes
            if s.sentence == sid and s.kind != "question"
        ]
    return [{"figure": f, "span": span(f.start, f.end)} for f in analysis.figures if f.sentence == sid]


def pair(fields: list[str], k: int) -> tuple[int, int]:
    return int(fields[k]), int(fields[k + 1])


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Intersection over union of two stretches."""
    both = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return both / max(1, max(a[1], b[1]) - min(a[0], b[0]))


def role_matches(item: dict[str, Any], gold: list[str], text: str) -> bool:
    name, inner, outer = pair(gold, 0), pair(gold, 2), pair(gold, 4)
    start, end = item["span"]
    return name in item["names"] and start == inner[0] and inner[1] <= end <= outer[1]


def speech_matches(item: dict[str, Any], gold: list[str], text: str) -> bool:
    inner, outer, said = pair(gold, 0), pair(gold, 2), pair(gold, 4)
    start, end = item["speaker"]
    if inner[0] == -2:  # the speaker stands in another sentence
        return not 0 <= start < len(text) and overlap(item["span"], said) >= SAID
    if start < 0 or inner[0] < 0:
        return start == inner[0] and overlap(item["span"], said) >= SAID
    inside = outer[0] <= start < end <= outer[1]
    covers = start == outer[0] or (start <= inner[0] and inner[1] <= end)
    return inside and covers and overlap(item["span"], said) >= SAID


def scope_matches(item: dict[str, Any], gold: list[str], text: str) -> bool:
    start, end = pair(gold, 1)
    cue = text[start:end].lower()
    return item["kind"] == gold[0] and cue in item["cue"].lower() and overlap(item["span"], pair(gold, 3)) >= EXTENT


def figure_matches(item: dict[str, Any], gold: list[str], text: str) -> bool:
    inner, outer = pair(gold, 0), pair(gold, 2)
    number, unit, counted, widest, qualifier = (
        "" if a < 0 else text[a:b] for a, b in (pair(gold, k) for k in range(4, 14, 2))
    )
    figure, (start, end) = item["figure"], item["span"]
    whole = start in {inner[0], outer[0]} and inner[1] <= end <= outer[1]
    same = figure.number == number and figure.unit == unit and figure.qualifier.lower() == qualifier.lower()
    return whole and same and (figure.counted in {counted, widest})


MATCHES = {"role": role_matches, "speech": speech_matches, "scope": scope_matches, "figure": figure_matches}


def shown(item: dict[str, Any], text: str) -> str:
    """A found item, for the reader of a failure."""
    parts = [f"[{text[slice(*item['span'])]}]"]
    if "speaker" in item:
        parts.insert(0, text[slice(*item["speaker"])] if item["speaker"][0] >= 0 else "—")
    if "names" in item:
        parts.insert(0, "/".join(text[slice(*n)] for n in item["names"]))
    if "cue" in item:
        parts.insert(0, f"{item['kind']} {item['cue']}")
    if "figure" in item:
        f = item["figure"]
        parts += [f"number={f.number} unit={f.unit} counted={f.counted} qualifier={f.qualifier}"]
    return " ".join(parts)


def described(kind: str, gold: list[str], text: str) -> str:
    """An annotated item, for the reader of a failure."""
    if kind == "scope":
        return f"{gold[0]} {text[slice(*pair(gold, 1))]} [{text[slice(*pair(gold, 3))]}]"
    return " | ".join(text[slice(*pair(gold, k))] for k in range(0, len(gold), 2) if int(gold[k]) >= 0)


@pytest.mark.bench
@pytest.mark.model
@pytest.mark.parametrize("kind", KINDS)
def test_floor_on_annotated_sentences(kind: str) -> None:
    if not all(path.exists() for path in (ARTICLES, KEYPHRASES, EXCERPTS)):
        pytest.skip(f"no shared bench at {ARTICLES}; set SEO_FR_SHARED to its folder")
    tally = all_measured()[kind]
    assert tally.precision >= PRECISION, tally.wrong
    assert tally.recall >= RECALL, tally.missed


@pytest.mark.bench
@pytest.mark.model
def test_annotated_sentences_are_still_cut_as_they_were() -> None:
    if not all(path.exists() for path in (ARTICLES, KEYPHRASES, EXCERPTS)):
        pytest.skip(f"no shared bench at {ARTICLES}; set SEO_FR_SHARED to its folder")
    assert all_measured()["absent"].wrong == []


@cache
def all_measured() -> dict[str, Tally]:
    """The figures over all draws, measured once."""
    return measured()


if __name__ == "__main__":
    for kind, tally in measured(sys.argv[1:] or DRAWS).items():
        figures = f"precision {tally.precision:.3f} ({tally.right}/{tally.found})"
        sys.stdout.write(f"{kind:7} {figures} recall {tally.recall:.3f} ({tally.right}/{tally.real})\n")
        for title, lines in (("wrong", tally.wrong), ("missed", tally.missed)):
            sys.stdout.writelines(f"   {title}: {line}\n" for line in lines)
