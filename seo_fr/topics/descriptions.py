"""The meta description: one or two faithful sentences of the source, with the keyphrase, of a length that is shown."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from seo_fr.french import capitalize_first
from seo_fr.model import Keyphrase
from seo_fr.topics.heading_families.base import Headline, Stage
from seo_fr.topics.heading_families.given import lower_known, verbal
from seo_fr.topics.matching import find_phrase, stems
from seo_fr.topics.units import leans

DESCRIPTION: Final = (121, 156)
FURTHEST: Final = 8
"""Sentences that may part the two that make a description."""
SHORTEST_FACT: Final = 40
"""Characters under which a fact is too thin for a description."""
SHORTEST_SECOND: Final = 25
OPENINGS: Final = 16
"""Sentences among which the first is looked for."""
CLAUSE_TAIL_RE: Final = re.compile(
    r",\s+(?:dont|où|qui|ce qui|ce que|tandis que|alors que|ainsi que|notamment|et que|mais|puis|avant de|avant que|"
    r"après|lors|selon des|représentant|ce dernier)\b|\s+en \w+ant\b|\s+\([^()]*\)(?=\s*\.?$)|\s+;\s+"
)
OPENER_RE: Final = re.compile(
    r"(?:De plus|En outre|Par ailleurs|En effet|Enfin|Ensuite|Cependant|Toutefois|En revanche|Ainsi|Donc|Mais|Et|Or|"
    r"Car|Rappelons|Notons|Malheureusement|Bref|Note|TL;DR|Autre|Dans son|Lors de son|Lors de sa|À cette)\b"
)
DEICTIC_RE: Final = re.compile(
    r"\b(?:ce matin|ce soir|aujourd[’']hui|hier|demain|ci-dessous|ci-dessus|ce dernier)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence that may stand in a description."""

    text: str
    sid: int
    whole: float
    """1 for a sentence as it is, less for one without its tail, or a fact told shorter."""
    held: bool
    """Whether it holds the keyphrase."""
    themes: int
    """How many of the other keyphrases it holds."""
    leaning: bool


def description(stage: Stage, focus: Keyphrase, secondary: Sequence[Keyphrase], facts: Sequence[Headline] = ()) -> str:
    """One or two sentences of the source, whole or shortened, with the keyphrase; 121 to 156 characters.

    *facts* are sentences of the source told shorter, without final stop. Where no sentence holds the keyphrase, it is
    put first as a label. Where the source has nothing of that length, the nearest below it; where it has nothing below,
    its first sentence up to a word, with an ellipsis that says so.
    """
    source = stage.analysis.source
    prose = [s.id for s in source.sentences if source.block_of(s).kind == "paragraph"]
    if not prose:
        return ""
    units = units_for(stage, prose, focus, secondary[:5], facts)
    best: tuple[float, str] = (-math.inf, "")
    for worth, text in texts(stage, prose, units, focus):
        if worth > best[0] + 1e-9:
            best = worth, text
    if not best[1]:
        words = " ".join(source.sentences[prose[0]].text.split())[: DESCRIPTION[1] - 1].rsplit(" ", 1)[0]
        return words.rstrip(" ,;:«(") + "…"
    return best[1]


def units_for(
    stage: Stage, prose: Sequence[int], focus: Keyphrase, themes: Sequence[Keyphrase], facts: Sequence[Headline]
) -> dict[int, list[Unit]]:
    """For each sentence, the ways it may stand in a description, the fullest first."""
    spread = {sid for q in stage.analysis.quotations if len(q.sentences) > 1 for sid in q.sentences}
    told: dict[int, list[str]] = {}
    for fact in facts:
        if fact.worth < 0 or len(fact.text) < SHORTEST_FACT:
            continue
        told.setdefault(fact.sources[0], []).append(f"{fact.text}.")
    out: dict[int, list[Unit]] = {}
    for sid in prose:
        if sid in spread:
            continue
        forms = shortened(" ".join(stage.analysis.source.sentences[sid].text.split()))
        found = []
        for k, text in enumerate(dict.fromkeys([*forms, *told.get(sid, ())])):
            if sound(text) and len(text) <= DESCRIPTION[1]:
                held = bool(find_phrase(text, focus.stems)) if focus.stems else False
                other = sum(bool(find_phrase(text, p.stems)) for p in themes)
                whole = 1.0 if k == 0 else 0.9 if k < len(forms) else 0.75
                found.append(Unit(text, sid, whole, held, other, leans(text) or bool(OPENER_RE.match(text))))
        out[sid] = found
    return out


def texts(
    stage: Stage, prose: Sequence[int], units: dict[int, list[Unit]], focus: Keyphrase
) -> Iterator[tuple[float, str]]:
    """Every description that can be made, with its worth."""
    source = stage.analysis.source
    labelled = capitalize_first(focus.text) if focus.stems and not verbal(stage, focus) else ""
    for rank, sid in enumerate(prose[:OPENINGS]):
        for first in units.get(sid, ()):
            pairs: list[Unit | None] = [None]
            for other in prose[rank + 1 : rank + FURTHEST]:
                near = other == sid + 1 and source.sentences[other].block == source.sentences[sid].block
                fit = (u for u in units.get(other, ()) if len(u.text) >= SHORTEST_SECOND)
                pairs += [u for u in fit if not u.leaning or (near and not OPENER_RE.match(u.text))]
            for second in pairs:
                text = first.text if second is None else f"{first.text} {second.text}"
                held = first.held or (second is not None and second.held)
                yield from scored(stage, text, first, second, rank, held=held)
                if labelled and not held and not frozenset(focus.stems) & frozenset(stems(text)):
                    with_label = f"{labelled} : {lower_known(stage, text)}"
                    for worth, label_text in scored(stage, with_label, first, second, rank, held=True):
                        yield worth - 0.6, label_text


def scored(
    stage: Stage, text: str, first: Unit, second: Unit | None, rank: int, *, held: bool
) -> Iterator[tuple[float, str]]:
    """One description with its worth, if it is not too long."""
    least, most = DESCRIPTION
    if len(text) > most or (stage.analysis.source.text and not sound(text)):
        return
    worth = 2.0 * held - 0.12 * min(rank, 12)
    worth += 0.2 * (first.themes + (second.themes if second is not None else 0))
    worth += first.whole + (second.whole - 1.0 if second is not None else 0.0)
    worth -= 0.3 * (second is not None and second.sid > first.sid + 1) + 0.5 * (second is not None and second.leaning)
    worth -= 1.4 * first.leaning + 1.0 * bool(DEICTIC_RE.search(text)) + 0.5 * text.count("?")
    yield worth - 1.2 * (len(text) < least) - 3.0 * max(0.0, (least - len(text)) / least), text


def sound(text: str) -> bool:
    """Whether a text may stand alone in search results: whole sentences, marks in pairs, nothing announced."""
    if not text or text.rstrip()[-1] not in ".!?…»" or text.rstrip().endswith((":", ": »")):
        return False
    return text.count("«") == text.count("»") and text.count("(") == text.count(")") and text.count('"') % 2 == 0


def shortened(sentence: str) -> list[str]:
    """A sentence, then the same without one or more of its tails; each a sentence that says nothing else."""
    out = [sentence]
    cuts = [m.start() for m in CLAUSE_TAIL_RE.finditer(sentence)]
    for start in reversed(cuts):
        head = sentence[:start].rstrip(" ,;")
        if len(head) >= 60 and head.count("«") == head.count("»") and head.count("(") == head.count(")"):
            out.append(f"{head}.")
    return out
