"""Headings that tell the article when read alone: many candidates a section, one set chosen for the whole article."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from seo_fr.model import Analysis, Keyphrase, Topic
from seo_fr.resources import load_toml
from seo_fr.topics.heading_families.assertions import definitions, nominalisations, present_clauses, sentences
from seo_fr.topics.heading_families.base import Candidate, Stage, lengths
from seo_fr.topics.heading_families.figures import figures
from seo_fr.topics.heading_families.given import after_subject, keyphrases, last_resorts, source_headings
from seo_fr.topics.heading_families.infinitives import infinitives
from seo_fr.topics.heading_families.phrases import noun_phrases
from seo_fr.topics.heading_families.quotations import quotations
from seo_fr.topics.heads import Heads, article_heads
from seo_fr.topics.matching import stems
from seo_fr.topics.sections import PlannedSection

__all__ = ["Headline", "Heads", "article_heads", "section_headings"]

KEPT: Final = 8
"""Candidates a section that enter the joint choice."""
BEAM: Final = 60
SENTENCE_FAMILIES: Final = (
    noun_phrases,
    nominalisations,
    present_clauses,
    definitions,
    figures,
    infinitives,
    sentences,
)


@dataclass(frozen=True, slots=True)
class Headline:
    """A heading chosen for a section."""

    text: str
    """Sentence case, no final stop; typography is left to the last pass."""
    sources: tuple[int, ...]
    """Ids of the sentences it is drawn from."""
    operation: str
    """Its family."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate and what it is worth in its section."""

    candidate: Candidate
    score: float
    keyed: bool
    """Whether it holds the focus keyphrase."""


def section_headings(
    analysis: Analysis,
    sections: Sequence[PlannedSection | Topic | tuple[int, int]],
    focus: Keyphrase,
    secondary: Sequence[Keyphrase] = (),
    *,
    title: str = "",
) -> list[Headline]:
    """One heading for each section, in order, chosen together.

    *sections* are planned sections, topics, or (first, one past the last) sentence ids. Between a third and half of the
    headings hold the focus keyphrase where the text allows it. A section for which nothing fit is found gets the focus
    keyphrase and a noun, or the keyphrase alone.
    """
    plan = [planned(analysis, section) for section in sections]
    if not plan:
        return []
    stage = Stage.of(analysis)
    weights = distinctive(stage, [section.sentences for section in plan])
    titled = frozenset(stems(title)) if title else frozenset()
    choices: list[list[Scored]] = []
    for rank, section in enumerate(plan):
        found = candidates(stage, section, focus, secondary)
        seen: dict[str, Scored] = {}
        for item in found:
            scored = score(stage, section, item, weights[rank], focus, titled)
            if item.text not in seen or seen[item.text].score < scored.score:
                seen[item.text] = scored
        ordered = sorted(seen.values(), key=lambda s: (-round(s.score, 6), s.candidate.sources, s.candidate.text))
        choices.append(shortlist(ordered))
    return [Headline(s.candidate.text, s.candidate.sources, s.candidate.family) for s in choose(choices)]


def planned(analysis: Analysis, section: PlannedSection | Topic | tuple[int, int]) -> PlannedSection:
    """Any way of giving a section, as a planned one."""
    if isinstance(section, PlannedSection):
        return section
    first, last = (section.start, section.end) if isinstance(section, Topic) else section
    source = analysis.source
    ids = tuple(s.id for s in source.sentences[first:last] if source.block_of(s).kind != "heading")
    if isinstance(section, Topic):
        return PlannedSection(ids, section.level, section.heading)
    return PlannedSection(ids)


def shortlist(ordered: Sequence[Scored]) -> list[Scored]:
    """The best candidates, with the best of those that hold the keyphrase among them."""
    kept = list(ordered[:KEPT])
    keyed = [s for s in ordered if s.keyed][:2]
    return kept + [s for s in keyed if s not in kept]


def candidates(
    stage: Stage, section: PlannedSection, focus: Keyphrase, secondary: Sequence[Keyphrase]
) -> list[Candidate]:
    """All that may head a section."""
    out: list[Candidate] = []
    if section.heading:
        out += source_headings(section.heading, section.heading_id, focus)
    for sid in section.sentences:
        for family in SENTENCE_FAMILIES:
            out += family(stage, sid)
    out += [labelled for item in out if (labelled := after_subject(stage, item, focus)) is not None]
    out += quotations(stage, section.sentences)
    out += keyphrases(stage, section.sentences, [focus, *secondary])
    if not out:
        out += last_resorts(stage, section.sentences, focus)
    if not out:
        text = focus.text[:1].upper() + focus.text[1:]
        out.append(Candidate(text, section.sentences[:1], "words", frozenset(focus.stems)))
    return out


def distinctive(stage: Stage, groups: Sequence[Sequence[int]]) -> list[Mapping[str, float]]:
    """For each section, how much each stem tells it from the others: share of its uses, times its rarity elsewhere."""
    counts = []
    for ids in groups:
        counter: Counter[str] = Counter()
        for sid in ids:
            counter.update(stems_of(stage, sid))
        counts.append(counter)
    held = Counter(stem for counter in counts for stem in counter)
    n = len(groups)
    out: list[Mapping[str, float]] = []
    for counter in counts:
        raw = {stem: math.sqrt(c) * math.log(1 + n / held[stem]) for stem, c in counter.items()}
        best = sum(sorted(raw.values(), reverse=True)[:6]) or 1.0
        out.append({stem: value / best for stem, value in raw.items()})
    return out


def stems_of(stage: Stage, sid: int) -> list[str]:
    """Stems of the content words of a sentence."""
    return list(stems(stage.analysis.source.sentences[sid].text))


def score(
    stage: Stage,
    section: PlannedSection,
    item: Candidate,
    weights: Mapping[str, float],
    focus: Keyphrase,
    titled: frozenset[str],
) -> Scored:
    """What a candidate is worth in its section."""
    data = load_toml("headings.toml")
    points, prior, length = data["score"], data["prior"], lengths()
    total = prior[item.family] + item.bonus
    total += points["coverage"] * min(1.0, sum(weights.get(stem, 0.0) for stem in item.stems))
    own = [frozenset(stems_of(stage, sid)) for sid in section.sentences]
    if own:
        total += points["spread"] * sum(bool(item.stems & words) for words in own) / len(own)
    if section.sentences and item.sources and item.family not in ("source", "source_subject"):
        place = section.sentences.index(item.sources[0]) if item.sources[0] in section.sentences else 9
        total += {0: points["first_sentence"], 1: points["second_sentence"]}.get(place, 0.0)
    total += points["figure"] * any(c.isdigit() for c in item.text)
    total += points["name"] * any(w[:1].isupper() for w in item.text.split()[1:])
    total += points["short"] * (len(item.stems) < 3)
    total += points["long"] * (len(item.text) > length["good_to"])
    total += points["attributed"] * item.attributed
    if item.stems and titled and item.family not in ("source", "source_subject"):
        total += points["title_overlap"] * max(0.0, len(item.stems & titled) / len(item.stems) - 0.34)
    keyed = bool(focus.stems) and set(focus.stems) <= item.stems
    total += points["keyphrase"] * keyed
    return Scored(item, total, keyed)


def choose(choices: Sequence[Sequence[Scored]]) -> list[Scored]:
    """The set of headings of greatest worth: each for itself, less what they repeat, within the keyphrase quota."""
    points = load_toml("headings.toml")["article"]
    n = len(choices)
    least, most = math.ceil(n / 3), max(1, n // 2)
    beam: list[tuple[float, tuple[Scored, ...]]] = [(0.0, ())]
    for options in choices:
        grown = []
        for total, chosen in beam:
            for option in options:
                grown.append((total + option.score + clash(option, chosen, points), (*chosen, option)))
        grown.sort(key=lambda pair: (-round(pair[0], 6), tuple(s.candidate.text for s in pair[1])))
        beam = grown[:BEAM]

    def settled(pair: tuple[float, tuple[Scored, ...]]) -> float:
        keyed = sum(s.keyed for s in pair[1])
        worth: float = (
            pair[0] + points["under_quota"] * max(0, least - keyed) + points["over_quota"] * max(0, keyed - most)
        )
        return worth

    best = max(beam, key=lambda pair: round(settled(pair), 6))
    return list(best[1])


def clash(option: Scored, chosen: Sequence[Scored], points: Mapping[str, float]) -> float:
    """What a heading loses by what it repeats of those before."""
    total = 0.0
    for other in chosen:
        if option.candidate.family.startswith("source") and other.candidate.family.startswith("source"):
            continue
        shared = len(option.candidate.stems & other.candidate.stems)
        total += points["shared_word"] * max(0, shared - (2 if option.keyed and other.keyed else 0))
        same_head = option.candidate.head and option.candidate.head == other.candidate.head
        total += points["same_head"] * bool(same_head)
        if option.candidate.text == other.candidate.text:
            total -= 5.0
    if chosen and chosen[-1].candidate.family == option.candidate.family != "source":
        total += points["same_family"]
    return total
