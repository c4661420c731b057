"""What is measured of each candidate: how often, where, inside what, of what kind.

Every function takes one candidate and the counts of the whole text, and returns named numbers: those that the weights
of ``resources/keyphrases.toml`` multiply. Measures that brought nothing in cross-validation are not here: graph ranks,
vectors, word-frequency lists, background document frequency, grammatical roles other than the root.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from seo_fr.topics.candidates import Candidate, Place, Unit, Word, lexicon

Key = tuple[str, ...]
Features = dict[str, float]
LABELS = ("PER", "LOC", "ORG", "MISC")
CONTENT = "NAVU"
"""Letters of content words."""
UNWEIGHTED = ("ent_PER", "completed")
"""Measured for those who choose among the phrases, of no use to rank them."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over the whole text that the measures of one candidate are compared with."""

    sentences: int
    """Sentences of the body."""
    words: int
    """Tokens of the body."""
    offsets: Mapping[int, int]
    """Rank of each sentence's first token, by sentence id."""
    stems: Counter[str]
    """Occurrences of each stem among content words, headline included."""
    times: Mapping[Key, int]
    """Occurrences of each candidate."""
    free: Mapping[Key, int]
    """Occurrences of each candidate as a whole noun group."""
    longer: Mapping[Key, Sequence[Key]]
    """The candidates that hold each candidate."""


def features_of(candidates: Mapping[Key, Candidate], units: Sequence[Unit]) -> dict[Key, Features]:
    """The measures of every candidate, by name."""
    tally = tally_of(candidates, units)
    return {
        key: frequency(key, candidate, tally)
        | position(candidate, tally)
        | nesting(key, candidate, tally)
        | shape(candidate)
        | naming(candidate, tally)
        for key, candidate in candidates.items()
    }


def tally_of(candidates: Mapping[Key, Candidate], units: Sequence[Unit]) -> Tally:
    """Count once what all candidates are compared with."""
    body = [unit for unit in units if not unit.title]
    offsets, at = {}, 0
    for unit in body:
        offsets[unit.rank] = at
        at += len(unit.words)
    return Tally(
        sentences=max(1, len(body)),
        words=max(1, at),
        offsets=offsets,
        stems=Counter(s for unit in units for word in unit.words if word.tag in CONTENT for s in word.stems),
        times={key: len(c.places) for key, c in candidates.items()},
        free={key: sum(place.free for place in c.places) for key, c in candidates.items()},
        longer=containers_of(candidates),
    )


def containers_of(candidates: Mapping[Key, Candidate]) -> dict[Key, list[Key]]:
    """For each candidate, the longer ones that hold it."""
    out: dict[Key, list[Key]] = {key: [] for key in candidates}
    for key in candidates:
        n = len(key)
        for part in {key[i:j] for i in range(n) for j in range(i + 1, n + 1) if j - i < n}:
            if part in out:
                out[part].append(key)
    return out


def frequency(key: Key, candidate: Candidate, tally: Tally) -> Features:
    """How often, in how many sentences; how often *free*: as a whole noun group, not inside a longer one."""
    n = len(candidate.places)
    free = tally.free[key]
    alone = len(content(candidate.places[0])) == 1
    return {
        "density": log1p(100 * n / tally.words),
        "once": float(n == 1),
        "free": log1p(free),
        "free_ratio": free / n,
        "free_n1": log1p(free) * alone,
        "whole": log1p(sum(place.whole for place in candidate.places)),
        "sentences": len({p.unit.rank for p in candidate.places if not p.unit.title}) / tally.sentences,
    }


def position(candidate: Candidate, tally: Tally) -> Features:
    """Headline, and first occurrence in the body (0 for what stands in the headline only)."""
    title = [place for place in candidate.places if place.unit.title]
    first = next((tally.offsets[p.unit.rank] + p.first for p in candidate.places if not p.unit.title), 0)
    return {
        "title_free": float(any(place.free for place in title)),
        "title_label": float(any(is_label(place) for place in title)),
        "first_log": log1p(first),
    }


def nesting(key: Key, candidate: Candidate, tally: Tally) -> Features:
    """How much of its use lies inside longer candidates, and how it stands to its own words."""
    n = len(candidate.places)
    longer = tally.longer[key]
    words = content(candidate.places[0])
    parts = [tally.stems[s] for word in words for s in word.stems if tally.stems[s]] or [1]
    head = max((tally.stems[s] for s in head_of(candidate.places[0]).stems), default=1)
    return {
        "inside_max": max((tally.times[k] for k in longer), default=0) / n,
        "inside_free": max((tally.free[k] for k in longer), default=0) / n,
        "part_max": log1p(max(parts)),
        "part_min": log1p(min(parts)),
        "head_share": n / max(head, 1) if len(words) > 1 else 0.0,
    }


def shape(candidate: Candidate) -> Features:
    """Length, pattern, and heads that say little."""
    place = candidate.places[0]
    words = content(place)
    tags = "".join(word.tag for word in place.words)
    light = head_of(place).low in lexicon()["light"]
    return {
        "n2": float(len(words) == 2),
        "n4": float(len(words) >= 4),
        "chars": log1p(len(place.text)),
        "short": float(len(place.text) <= 4),
        "has_de": float("P" in tags),
        "has_other_prep": float("Q" in tags),
        "participle": float("V" in tags),
        "number": float("U" in tags),
        "light_head": float(light),
        "light_single": float(light and len(words) == 1),
        "root": sum(head_of(p).dep == "ROOT" for p in candidate.places) / len(candidate.places),
    }


def naming(candidate: Candidate, tally: Tally) -> Features:
    """Proper nouns and the labels of the model's entities; a person is counted by surname too."""
    n = len(candidate.places)
    words = content(candidate.places[0]) or list(candidate.places[0].words)
    labels = Counter(label_of(place) for place in candidate.places)
    surname = max((tally.stems[s] for s in words[-1].stems), default=0) if labels["PER"] and len(words) > 1 else 0
    return {f"ent_{label}": labels[label] / n for label in LABELS} | {
        "ent_part": labels["part"] / n,
        "ent_in": sum(any(word.ent for word in place.words) for place in candidate.places) / n,
        "proper_single": float(len(words) == 1 and head_of(candidate.places[0]).proper),
        "completed": sum(is_completed(place) for place in candidate.places) / n,
        "cut_name": sum(cuts_name(place) for place in candidate.places) / n,
        "surname_tf": log1p(surname),
    }


def content(place: Place) -> list[Word]:
    """Content words of a place."""
    return [word for word in place.words if word.tag in CONTENT]


def head_of(place: Place) -> Word:
    """Its first noun, or its first word."""
    return next((word for word in place.words if word.tag == "N"), place.words[0])


def is_label(place: Place) -> bool:
    """Whether it stands alone before the colon of a headline: « Libye : »."""
    after = place.unit.words[place.last : place.last + 1]
    return place.first == 0 and bool(after) and after[0].low == ":"


def label_of(place: Place) -> str:
    """Entity label of a whole name; ``"part"`` of a piece of a longer name; ``""`` of any other phrase."""
    labels = {word.ent for word in place.words if word.tag in CONTENT}
    if len(labels) != 1 or "" in labels:
        return ""
    label = labels.pop()
    words = place.unit.words
    around = (*words[max(0, place.first - 1) : place.first], *words[place.last : place.last + 1])
    return "part" if any(word.ent == label and word.tag in "NAVUPQH" for word in around) else label


def is_completed(place: Place) -> bool:
    """Whether a complement in « de » follows, so that the phrase is the start of a longer one."""
    after = place.unit.words[place.last : place.last + 2]
    return len(after) == 2 and after[0].tag == "P" and after[1].tag in "NDUA"


def cuts_name(place: Place) -> bool:
    """Whether it stops, or starts, between two words of a name: « journaliste Jean » of « journaliste Jean Roy »."""
    words = place.unit.words
    after = place.last < len(words) and words[place.last].proper and words[place.last - 1].proper
    return after or (place.first > 0 and words[place.first - 1].proper and words[place.first].proper)
