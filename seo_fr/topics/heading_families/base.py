"""What every family of headings works with: the analysed text, indexed, and the candidate they make."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from seo_fr.french import lower_first
from seo_fr.model import Analysis, Attribution, Entity, Quotation, Scope, Token
from seo_fr.resources import load_toml
from seo_fr.topics.matching import stems
from seo_fr.understanding.trouble import unmistaken
from seo_fr.understanding.view import View

LONGEST_SPEAKER = 32
"""Characters of a speaker that a heading can carry."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible heading."""

    text: str
    """As it would be printed, save for typography."""
    sources: tuple[int, ...]
    """Ids of the sentences it is drawn from."""
    family: str
    """Which family made it."""
    stems: frozenset[str]
    """Stems of its content words."""
    head: str = ""
    """Lemma of its main word: two neighbours should not have the same."""
    bonus: float = 0.0
    """What the family knows of its quality, beyond what every candidate is measured by."""
    attributed: bool = False
    """Drawn from what somebody says, without asserting it."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A heading chosen for a section."""

    text: str
    """Sentence case, no final stop; typography is left to the last pass."""
    sources: tuple[int, ...]
    """Ids of the sentences it is drawn from."""
    operation: str
    """Its family."""
    worth: float = 0.0
    """What its maker knows of it, above or below the others of its family."""
    head: str = ""
    """Lemma of its main word."""


def candidate(text: str, sources: Sequence[int], family: str, head: str = "", **more: Any) -> Candidate:
    """A candidate with the stems of its words."""
    said = text.rpartition(", selon ")[0] or text  # who says it is not what is said
    return Candidate(text, tuple(sources), family, frozenset(stems(said)), head, **more)


def from_elsewhere(headline: Headline) -> Candidate:
    """A candidate that another module made."""
    family = headline.operation if headline.operation in load_toml("headings.toml")["prior"] else "clause"
    return candidate(headline.text, headline.sources, family, headline.head, bonus=headline.worth)


@cache
def words_of(name: str) -> frozenset[str]:
    """A word list of « headings.toml »."""
    return frozenset(load_toml("headings.toml")[name].split())


@cache
def phrases_of(name: str) -> frozenset[str]:
    """A list of « headings.toml » whose items are parted by bars."""
    return frozenset(" ".join(item.split()) for item in load_toml("headings.toml")[name].split("|"))


@cache
def lengths() -> Mapping[str, int]:
    """Bounds on the length of a heading."""
    found: Mapping[str, int] = load_toml("headings.toml")["length"]
    return found


DATED_RE = re.compile(r"\d{1,2}\s?h|\b(?:1[5-9]|20)\d\d\b|\b\d{1,2}(?:er)? \w+\b")


def leavable(front: str) -> bool:
    """Whether a circumstance before a subject may be left out of a fact: a date, an opening; no place, no period.

    >>> [leavable(f) for f in ("Le 3 mai", "Malgré la pluie", "En Europe", "Pendant la guerre")]
    [True, True, False, False]
    """
    low = front.lower().replace("'", "’").strip(" ,")
    data = load_toml("rewriting/headline.toml")
    dated = bool(DATED_RE.search(low)) and low.startswith(("le ", "en ", "au ", "dès ", "à ", "depuis ", "vers "))
    return dated or low in data["adverbs"] or any(low.startswith(opening) for opening in data["fronts"])


@dataclass(frozen=True, slots=True)
class Stage:
    """An analysis indexed for the making of headings."""

    analysis: Analysis
    view: View
    attributions: Mapping[int, tuple[Attribution, ...]]
    scopes: Mapping[int, tuple[Scope, ...]]
    quoted: tuple[tuple[int, int], ...]
    """Stretches between quotation marks, in order."""

    @classmethod
    def of(cls, analysis: Analysis) -> Stage:
        """Index an analysis."""
        return cls(
            analysis,
            View.of(analysis.source, analysis.tokens),
            grouped(analysis.attributions),
            grouped(analysis.scopes),
            quoted_stretches(analysis.source.text, analysis.quotations),
        )

    @property
    def text(self) -> str:
        """The cleaned source text."""
        return self.analysis.source.text

    def span(self, tokens: Sequence[Token]) -> str:
        """The source from the first to the last of some tokens, on one line."""
        return " ".join(self.text[tokens[0].start : tokens[-1].end].split()) if tokens else ""

    def attribution(self, sid: int, start: int, end: int) -> Attribution | None:
        """The innermost attribution that covers a stretch of a sentence."""
        over = [a for a in self.attributions.get(sid, ()) if a.start <= start and end <= a.end + 1]
        return min(over, key=lambda a: (a.end - a.start, a.start)) if over else None

    def unsure(self, sid: int, start: int, end: int, *, kept: str = "") -> bool:
        """Whether a stretch is touched by a conditional or a hedge whose words are not in *kept*."""
        found = (s for s in self.scopes.get(sid, ()) if s.kind in ("conditional", "hedged"))
        return any(s.start < end and start < s.end and s.cue not in kept.split() for s in found)

    def in_quotation(self, start: int, end: int) -> bool:
        """Whether a stretch touches words between quotation marks."""
        k = bisect_right(self.quoted, (start, len(self.text))) - 1
        return any(a < end and start < b for a, b in self.quoted[max(0, k) : k + 2])

    def entity_of(self, start: int, end: int) -> Entity | None:
        """The entity named inside a stretch, if there is exactly one."""
        found = {m.entity for m in self.analysis.mentions if start <= m.start and m.end <= end}
        return self.analysis.entities[found.pop()] if len(found) == 1 else None


def grouped(items: Iterable[Any]) -> dict[int, tuple[Any, ...]]:
    """Facts by sentence."""
    out: dict[int, list[Any]] = {}
    for item in items:
        out.setdefault(item.sentence, []).append(item)
    return {key: tuple(value) for key, value in out.items()}


def quoted_stretches(text: str, quotations: Sequence[Quotation]) -> tuple[tuple[int, int], ...]:
    """Where the text is between quotation marks: as understood, or else as the marks tell."""
    found = {(q.start, q.end) for q in quotations}
    at = 0
    while (start := text.find("«", at)) >= 0:
        end = text.find("»", start)
        if end < 0:
            break
        found.add((start + 1, end))
        at = end
    return tuple(sorted(found))


def speaker_name(stage: Stage, attribution: Attribution) -> str:
    """What may follow « selon »: a known name, or the speaker as written where that is short and clear; else ""."""
    if plain := unmistaken(stage.analysis.notes, attribution.speaker):
        return lower_first(plain)
    if attribution.entity >= 0:
        entity = stage.analysis.entities[attribution.entity]
        spoken = attribution.speaker.replace("'", "’")
        # « la NASA » keeps its article; a person goes by name
        if entity.label != "PER" and len(spoken) <= LONGEST_SPEAKER and "," not in spoken:
            return lower_first(spoken) if spoken[:2].lower() in ("le", "la", "l’") else spoken
        return entity.name
    words = [word.lower().replace("'", "’") for word in attribution.speaker.split()]
    if not words or len(attribution.speaker) > LONGEST_SPEAKER or "," in attribution.speaker:
        return ""
    first = words[0].split("’")[0]
    barred = words_of("pointing") | words_of("third_possessives") | words_of("own_possessives")
    if first in barred or not first.startswith(("le", "la", "l", "un", "des")) or barred & set(words):
        return ""
    return lower_first(attribution.speaker)


def owned(stage: Stage, sid: int, start: int, end: int, *, kept: str = "") -> str | None:
    """What must follow an assertion drawn from a stretch: "" if it is the source's own, « , selon X », or None.

    None means that it stands on the word of somebody who cannot be named in a few words, or is not plainly affirmed;
    a hedge that the heading keeps, in *kept*, does no harm.
    """
    if stage.unsure(sid, start, end, kept=kept):
        return None
    attribution = stage.attribution(sid, start, end)
    if attribution is None:
        return None if stage.in_quotation(start, end) else ""
    name = speaker_name(stage, attribution)
    return f", selon {name}" if name else None
