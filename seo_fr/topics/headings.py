"""Headings that tell the article when read alone: many candidates a section, one set chosen for the whole article."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from seo_fr.model import Analysis, Keyphrase, Topic
from seo_fr.resources import load_toml
from seo_fr.topics.heading_checks import weighed
from seo_fr.topics.heading_families.announced import colons, existing, listed
from seo_fr.topics.heading_families.asked import how, orders, what_is
from seo_fr.topics.heading_families.assertions import (
    definitions,
    nominalisations,
    planned_actions,
    present_clauses,
    sentences,
)
from seo_fr.topics.heading_families.attributes import made as made_of
from seo_fr.topics.heading_families.attributes import possessions, qualities, supplied
from seo_fr.topics.heading_families.base import Candidate, Headline, Stage, from_elsewhere, lengths
from seo_fr.topics.heading_families.clefts import clefts
from seo_fr.topics.heading_families.enumerated import counts, names, things, tour
from seo_fr.topics.heading_families.extended import extended_phrases
from seo_fr.topics.heading_families.figures import figures
from seo_fr.topics.heading_families.fragments import fragments
from seo_fr.topics.heading_families.given import (
    HIGHEST,
    after_subject,
    generic,
    keyphrases,
    last_resorts,
    source_headings,
)
from seo_fr.topics.heading_families.infinitives import duties, infinitives, subjects_of_talk, topics_of_talk
from seo_fr.topics.heading_families.nominals import noun_phrases
from seo_fr.topics.heading_families.origins import origins
from seo_fr.topics.heading_families.pairs import pairs
from seo_fr.topics.heading_families.quotations import quotations
from seo_fr.topics.heading_families.reasons import reasons
from seo_fr.topics.heading_families.restyled import restyled
from seo_fr.topics.heading_families.stretches import stretches
from seo_fr.topics.heading_families.voices import trades, voices
from seo_fr.topics.heading_scores import Judge, Meaning, Scored, distinctive
from seo_fr.topics.heads import Heads, article_heads
from seo_fr.topics.matching import stems
from seo_fr.topics.sections import PlannedSection, halved, plan_sections, words_of

__all__ = ["Headline", "Heads", "article_heads", "outline", "section_headings"]

KEPT: Final = 8
"""Candidates a section that enter the joint choice."""
BEAM: Final = 60
FEWEST: Final = 2
"""Sections that an outline keeps, whatever their headings, unless one has none but a bare phrase."""
BARE: Final = frozenset({"keyphrase", "words"})
WELL: Final = 3.0
"""What the heading of a body in one section is worth, at least."""
SENTENCE_FAMILIES: Final = (
    noun_phrases,
    extended_phrases,
    nominalisations,
    planned_actions,
    present_clauses,
    definitions,
    figures,
    infinitives,
    sentences,
    stretches,
    origins,
    topics_of_talk,
    subjects_of_talk,
    duties,
    qualities,
    supplied,
    made_of,
    fragments,
    clefts,
    possessions,
    existing,
    colons,
    listed,
    orders,
    how,
)
SECTION_FAMILIES: Final = (quotations, voices, trades, reasons, counts, what_is)
"""Families that look at a whole section."""
ROWS: Final = (things, tour, names)
"""The same, for the phrase that the page is to rank for."""


Made: TypeAlias = dict[PlannedSection, list[Candidate]]
"""Candidates by section."""


@dataclass(frozen=True, slots=True)
class Task:
    """What headings are made for: an article, what it is to be found by, what is already said above them."""

    stage: Stage
    """The analysed article, indexed."""
    focus: Keyphrase
    """The phrase that the page is to rank for."""
    secondary: tuple[Keyphrase, ...] = ()
    """The other keyphrases, best first."""
    title: str = ""
    """The H1, which headings should not say again."""
    more: tuple[Headline, ...] = ()
    """Candidates made elsewhere; each competes in the section that holds its first source sentence."""


def section_headings(
    analysis: Analysis,
    sections: Sequence[PlannedSection | Topic | tuple[int, int]],
    focus: Keyphrase,
    secondary: Sequence[Keyphrase] = (),
    *,
    title: str = "",
    more: Sequence[Headline] = (),
) -> list[Headline]:
    """One heading for each section, in order, chosen together.

    *sections* are planned sections, topics, or (first, one past the last) sentence ids. Between a third and half of the
    headings hold the focus keyphrase where the text allows it. A section for which nothing fit is found gets the focus
    keyphrase and a noun, or the keyphrase alone. *more* are candidates made elsewhere; each competes in the section
    that holds its first source sentence, as a clause unless its operation is a family of « headings.toml ».
    """
    plan = [planned(analysis, section) for section in sections]
    task = Task(Stage.of(analysis), focus, tuple(secondary), title, tuple(more))
    return [headline_of(scored) for scored in chosen_headings(task, plan, {})]


def outline(
    analysis: Analysis,
    focus: Keyphrase,
    secondary: Sequence[Keyphrase] = (),
    *,
    exclude: Collection[int] = (),
    title: str = "",
    more: Sequence[Headline] = (),
) -> tuple[tuple[PlannedSection, Headline], ...]:
    """Sections of the body with their headings, planned together: the plan of :func:`plan_sections`, mended.

    A section that offers no heading worth printing is joined to a neighbour, so long as the article keeps two sections
    and the joined one stays under 300 words; a heading of the source is never lost.
    """
    sizes = load_toml("segmentation.toml")["sizes"]
    least = load_toml("headings.toml")["article"]["least_worth"]
    task = Task(Stage.of(analysis), focus, tuple(secondary), title, tuple(more))
    plan = list(plan_sections(analysis, exclude=exclude))
    made: Made = {}
    while True:
        chosen = chosen_headings(task, plan, made)
        weak = sorted((s.score, k) for k, s in enumerate(chosen) if s.score < least and not plan[k].heading)
        joined = next((found for _, k in weak if (found := joined_at(task.stage, plan, k, sizes["most"]))), None)
        if joined is not None and len(joined) < FEWEST:
            bare = any(chosen[k].candidate.family in BARE for _, k in weak)
            alone = bare and chosen_headings(task, joined, made)[0].score >= WELL
            joined = joined if alone else None
        if joined is None:
            plan = parted(task, plan, made)
            chosen = chosen_headings(task, plan, made)
            return tuple(row for k in range(len(plan)) for row in with_parts(task, plan, chosen, k, made))
        plan = joined


def with_parts(
    task: Task, plan: Sequence[PlannedSection], chosen: Sequence[Scored], k: int, made: Made
) -> list[tuple[PlannedSection, Headline]]:
    """Section *k* with its heading, and below it two parts with their own where it is long and has two clear ones.

    Both parts must offer a heading of their own as good as a section's, that says what neither the other nor the
    section's heading says.
    """
    section, heading = plan[k], headline_of(chosen[k])
    whole = [(section, heading)]
    below = k + 1 < len(plan) and plan[k + 1].level > section.level
    if section.level != 2 or below:
        return whole
    halves = halved(task.stage.analysis, section)
    if not halves:
        return whole
    rows = ranked(task, halves, made)
    if picked := apart(rows, chosen[k].own):
        parts = [(half, headline_of(scored)) for half, scored in zip(halves, picked, strict=True)]
        return [(replace(section, sentences=()), heading), *parts]
    return whole


def parted(task: Task, plan: Sequence[PlannedSection], made: Made) -> list[PlannedSection]:
    """The plan with each long section made two where each half has a heading as good as the whole's, of its own."""
    least = load_toml("headings.toml")["article"]["least_part"]
    out = list(plan)
    for section in plan:
        halves = [replace(half, level=2) for half in halved(task.stage.analysis, section)]
        if section.heading or not halves:
            continue
        at = out.index(section)
        trial = [*out[:at], *halves, *out[at + 1 :]]
        chosen = chosen_headings(task, trial, made)[at : at + len(halves)]
        one, other = (frozenset(s.candidate.text.lower().split()) for s in chosen)
        alike = len(one & other) > len(min(one, other, key=len)) / 2
        strong = all(s.score >= least and s.candidate.family not in LABELLED for s in chosen)
        if strong and not alike:
            out = trial
    return out


def apart(rows: Sequence[Sequence[Scored]], taken: frozenset[str]) -> list[Scored]:
    """One heading for each part, that says none of the words of *taken* nor of the others; [] where a part has none."""
    least = load_toml("headings.toml")["article"]["least_part"]
    picked: list[Scored] = []
    for row in rows:
        fresh = [s for s in row if not s.own & taken and s.candidate.family not in LABELLED]
        if not fresh or fresh[0].score < least:
            return []
        picked.append(fresh[0])
        taken |= fresh[0].own
    return picked


def joined_at(stage: Stage, plan: Sequence[PlannedSection], k: int, most: int) -> list[PlannedSection] | None:
    """The plan with section *k* joined to the smaller of its neighbours; None if neither may take it."""
    sentences = stage.analysis.source.sentences
    size = [sum(words_of(sentences[sid]) for sid in section.sentences) for section in plan]
    options = []
    if k > 0 and plan[k - 1].sentences and size[k - 1] + size[k] <= most:
        options.append((size[k - 1], k - 1))
    if k + 1 < len(plan) and not plan[k + 1].heading and size[k + 1] + size[k] <= most:
        options.append((size[k + 1], k))
    if not options:
        return None
    first = min(options)[1]
    one, other = plan[first], plan[first + 1]
    return [*plan[:first], replace(one, sentences=one.sentences + other.sentences), *plan[first + 2 :]]


def headline_of(scored: Scored) -> Headline:
    """What the caller needs of a chosen candidate."""
    return Headline(scored.candidate.text, scored.candidate.sources, scored.candidate.family)


def chosen_headings(task: Task, plan: Sequence[PlannedSection], made: Made) -> list[Scored]:
    """The candidates chosen for the sections of a plan; *made* spares the work on sections seen before."""
    if not plan:
        return []
    return choose([shortlist(row) for row in ranked(task, plan, made)])


def ranked(task: Task, plan: Sequence[PlannedSection], made: Made) -> list[list[Scored]]:
    """For each section of a plan, all its candidates, best first; *made* is filled with those that are new."""
    stage = task.stage
    meaning = Meaning.of(stage)
    weights = distinctive(stage, [section.sentences for section in plan])
    titled = frozenset(stems(task.title)) if task.title else frozenset()
    choices: list[list[Scored]] = []
    for rank, section in enumerate(plan):
        judge = Judge.of(stage, section, weights[rank], task.focus, titled, meaning)
        if section not in made:
            made[section] = candidates(stage, section, task.focus, task.secondary)
        found = list(made[section])
        if not section.heading:
            made_of = [restyled(stage, h) for h in task.more if h.sources and h.sources[0] in section.sentences]
            made_of = [h for h in made_of if len(h.text.strip()) <= lengths()["most"]]
            found += [fit for h in made_of if (fit := weighed(stage, from_elsewhere(h))) is not None]
            found += pairs(stage, found, lambda item, judge=judge: judge.score(item).score)  # type: ignore[misc]
        seen: dict[str, Scored] = {}
        for item in found:
            scored = judge.score(item)
            if item.text not in seen or seen[item.text].score < scored.score:
                seen[item.text] = scored
        ordered = sorted(seen.values(), key=lambda s: (-round(s.score, 6), s.candidate.sources, s.candidate.text))
        choices.append(ordered)
    return choices


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
        out += source_headings(section.heading, section.heading_id, focus, level=section.level)
        if len(out) == 1 and not (generic(out[0].text) and section.level == HIGHEST):
            return out
    for sid in section.sentences:
        for family in SENTENCE_FAMILIES:
            out += family(stage, sid)
    if about(stage, section.sentences, focus):
        out += [labelled for item in out if (labelled := after_subject(stage, item, focus)) is not None]
    for whole in SECTION_FAMILIES:
        out += whole(stage, section.sentences)
    for row in ROWS:
        out += row(stage, section.sentences, focus)
    out += keyphrases(stage, section.sentences, secondary)
    out = [fit for item in out if (fit := weighed(stage, item)) is not None]
    if section.heading:  # the author's own, though it would suit any article, tells what is meant
        less = load_toml("headings.toml")["score"]["not_the_author_s"]
        out = [item if item.family.startswith("source") else replace(item, bonus=item.bonus + less) for item in out]
    if not out:
        out += last_resorts(stage, section.sentences, focus)
    if not out:
        text = focus.text[:1].upper() + focus.text[1:]
        out.append(Candidate(text, section.sentences[:1], "words", frozenset(focus.stems)))
    return out


def about(stage: Stage, sids: Sequence[int], focus: Keyphrase) -> bool:
    """Whether a section holds more than half of the words of a keyphrase."""
    wanted = frozenset(focus.stems)
    held = {key for sid in sids for key in stems(stage.analysis.source.sentences[sid].text)}
    return len(wanted & held) > len(wanted) / 2


LABELLED: Final = frozenset({"subject_fact", "source_subject", "words"})
"""Families that put the subject before a colon."""


def choose(choices: Sequence[Sequence[Scored]]) -> list[Scored]:
    """The set of headings of greatest worth: each for itself, less what they repeat, within the keyphrase quota."""
    points = load_toml("headings.toml")["article"]
    n = len(choices)
    least, most, labels = math.ceil(n / 3), (n + 1) // 2, max(1, n // 3)
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
            pair[0]
            + points["under_quota"] * max(0, least - keyed)
            + points["over_quota"] * max(0, keyed - most)
            + points["over_labels"] * max(0, sum(s.candidate.family in LABELLED for s in pair[1]) - labels)
        )
        return worth

    best = max(beam, key=lambda pair: round(settled(pair), 6))
    return list(best[1])


def clash(option: Scored, chosen: Sequence[Scored], points: Mapping[str, float]) -> float:
    """What a heading loses by what it repeats of those before."""
    total = 0.0
    for other in chosen:
        both = option.candidate.family, other.candidate.family
        if all(family.startswith("source") for family in both):
            total += points["label_again"] * (both[0] == both[1] == "source_subject")
            total += points["label_late"] * (both == ("source_subject", "source"))
            continue
        total += points["shared_word"] * len(option.own & other.own)
        same_head = option.candidate.head and option.candidate.head == other.candidate.head
        total += points["same_head"] * bool(same_head)
        if option.candidate.text == other.candidate.text:
            total -= 5.0
    if chosen and chosen[-1].candidate.family == option.candidate.family != "source":
        total += points["same_family"]
    return total
