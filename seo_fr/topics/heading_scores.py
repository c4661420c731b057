"""What a candidate heading is worth in its section."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seo_fr.model import Keyphrase
from seo_fr.resources import load_toml
from seo_fr.topics.heading_families.base import Candidate, Stage, lengths, words_of
from seo_fr.topics.matching import stem, stems
from seo_fr.topics.sections import PlannedSection

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

LONG_SECTION = 4
"""Sentences from which on the last is seldom what a section is about."""
COUNTS = frozenset("un deux trois quatre cinq six sept huit neuf dix".split())
WEEKDAY_RE = re.compile(r"\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\bdimanche\b", re.IGNORECASE)
YEAR_RE = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
NARROWING_RE = re.compile(
    r"(.*\S)\s(?:à|au|aux|dans|en|sur|chez|pour|par|via|lors)\s(?!quotidien|moins|plus|total)(.+)$"
)
"""A heading, up to its last place or aim, and this."""
HALF = 0.5
SHARED = 0.7
"""Weight, in what a heading covers of its section, of the words that the whole page is about."""
HELD = 0.5
"""Share of the words of the keyphrase over which a heading speaks of it: two of three, both of two."""
IN_PASSING = 0.6
"""Share of the words of a heading that stand once in its section, as a rule."""
CONTRARY_RE = re.compile(
    r"(?:malgré tout|malgré cela|cependant|toutefois|pourtant|néanmoins|mais|en revanche|à l['’]inverse|au contraire|"
    r"par contre|reste que|or)\b",
    re.IGNORECASE,
)
"""How a sentence opens that takes back what stands before it."""
LONG_AGO = 15
"""Years after which a present tense, without its year, is read of today."""
SAID_AGAIN = 0.7
"""Share of the words of a fact, told in order by the first sentence below it, above which it is read twice."""
FACTS = frozenset({"clause", "attributed_clause", "sentence"})
INDEFINITE = ("Un ", "Une ", "Des ", "Certains ", "Certaines ", "Plusieurs ")
GIVEN = ("source", "source_subject")


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate and what it is worth in its section."""

    candidate: Candidate
    score: float
    keyed: bool
    """Whether it holds the focus keyphrase."""
    own: frozenset[str] = frozenset()
    """Stems of its words that are not the keyphrase's, nor numbers: what another heading should not say again."""


def distinctive(stage: Stage, groups: Sequence[Sequence[int]]) -> list[Mapping[str, float]]:
    """For each section, how much each stem tells it from the others: share of its uses, times its rarity elsewhere."""
    counts = []
    for ids in groups:
        counts.append(Counter(key for keys in told_by(stage, ids) for key in keys))
    held = Counter(key for counter in counts for key in counter)
    n = len(groups)
    out: list[Mapping[str, float]] = []
    for counter in counts:
        raw = {key: c**0.8 * math.log(1 + n / held[key]) for key, c in counter.items()}
        best = sum(sorted(raw.values(), reverse=True)[:6]) or 1.0
        out.append({key: value / best for key, value in raw.items()})
    return out


def stems_of(stage: Stage, sid: int) -> list[str]:
    """Stems of the content words of a sentence."""
    return list(stems(stage.analysis.source.sentences[sid].text))


def told_by(stage: Stage, ids: Sequence[int]) -> list[list[str]]:
    """Stems of each sentence of a section; an item of a list tells of what announces the list, too."""
    source = stage.analysis.source
    announced: list[str] = []
    out = []
    for sid in ids:
        keys = stems_of(stage, sid)
        in_list = source.block_of(source.sentences[sid]).kind == "item"
        announced = announced if in_list else []
        out.append(keys + [key for key in announced if key not in keys])
        if not in_list and len(keys) > 1 and source.sentences[sid].text.rstrip().endswith(":"):
            announced = keys
    return out


@dataclass(frozen=True, slots=True)
class Meaning:
    """Vectors of the words of a text, less their mean; empty without vectors."""

    by_stem: Mapping[str, Vector]

    @classmethod
    def of(cls, stage: Stage) -> Meaning:
        """Average the vectors of the uses of each stem."""
        import numpy as np

        rows = stage.analysis.vectors
        if rows is None or not len(rows):
            return cls({})
        gathered: dict[str, list[Vector]] = {}
        for token, row in zip(stage.analysis.tokens, rows, strict=True):
            length = float(np.linalg.norm(row))
            if token.pos in {"NOUN", "PROPN", "ADJ", "VERB"} and length > 0:
                gathered.setdefault(stem(token.text), []).append(row.astype(float) / length)
        if not gathered:
            return cls({})
        means = {key: np.mean(found, axis=0) for key, found in gathered.items()}
        centre = np.mean([row for found in gathered.values() for row in found], axis=0)
        return cls({key: value - centre for key, value in means.items()})

    def sum(self, keys: Sequence[str]) -> Vector | None:
        """Sum of the vectors of some stems, of length 1; None if none is known."""
        import numpy as np

        known = [self.by_stem[key] for key in keys if key in self.by_stem]
        if not known:
            return None
        total = np.sum(known, axis=0)
        length = float(np.linalg.norm(total))
        return total / length if length > 0 else None


def words_in(text: str) -> str:
    """The words of a text, in small letters, one space between them."""
    return " ".join(re.findall(r"\w+", text.lower()))


def once(keys: frozenset[str], sentences: Sequence[frozenset[str]]) -> float:
    """Share of some stems that no two sentences hold: what a section says in passing.

    >>> once(frozenset({"code", "ecol"}), [frozenset({"code", "ecol"}), frozenset({"code"}), frozenset({"train"})])
    0.5
    """
    return sum(sum(key in words for words in sentences) < 2 for key in keys) / len(keys) if keys else 0.0


def narrowed(text: str, sentences: Sequence[frozenset[str]]) -> bool:
    """Whether what comes back in a section is narrowed to a place or an aim that one sentence names.

    >>> told = [frozenset(stems(t)) for t in ("Le code aide à l’école.", "Le code aide les aveugles.")]
    >>> narrowed("L’aide du code à l’école", told), narrowed("L’aide du code", told)
    (True, False)
    """
    found = NARROWING_RE.match(text.rsplit(" : ", maxsplit=1)[-1])
    if found is None:
        return False
    whole, part = (frozenset(stems(found[k])) for k in (1, 2))
    return len(whole) > 1 and bool(part) and once(whole, sentences) < HALF and once(part, sentences) == 1.0


def told_in(text: str, sentence: str) -> float:
    """Share of the words of a heading that stand, in the same order, in a sentence given as by :func:`words_in`.

    >>> told_in("La traque du voleur démarre en mai", "la traque du voleur a démarré en mai à lille")
    0.8571428571428571
    """
    words, others = words_in(text.rpartition(", selon ")[0] or text).split(), sentence.split()
    best = [0] * (len(others) + 1)
    for word in words:  # length of the longest common subsequence
        row = [0]
        for k, other in enumerate(others):
            row.append(best[k] + 1 if word == other else max(best[k + 1], row[k]))
        best = row
    return best[-1] / len(words) if words else 0.0


def centralities(
    found: Sequence[Sequence[str]], weights: Mapping[str, float], meaning: Meaning, centre: Vector | None
) -> tuple[float, ...]:
    """For each sentence, its share of the section's distinctive words and its likeness to the whole, scaled to 1."""
    raw = []
    for keys in found:
        vector = meaning.sum(keys)
        near = float(vector @ centre) if vector is not None and centre is not None else 0.0
        raw.append(sum(weights.get(key, 0.0) for key in set(keys)) * (0.5 + max(0.0, near) / 2))
    best = max(raw, default=0.0) or 1.0
    return tuple(value / best for value in raw)


def long_gone(stage: Stage, section: PlannedSection) -> bool:
    """Whether the latest year that a section tells of is long before the article's latest."""
    sentences = stage.analysis.source.sentences
    here = [int(y) for sid in section.sentences for y in YEAR_RE.findall(sentences[sid].text)]
    everywhere = [int(y) for y in YEAR_RE.findall(stage.text)]
    return bool(here) and max(here) < max(everywhere) - LONG_AGO


@dataclass(frozen=True, slots=True)
class Judge:
    """All that candidates of one section are measured by."""

    section: PlannedSection
    weights: Mapping[str, float]
    focus: Keyphrase
    titled: frozenset[str]
    sentences: tuple[frozenset[str], ...]
    """Stems of each sentence of the section."""
    meaning: Meaning
    centre: Vector | None
    central: tuple[float, ...]
    """How much of what the section says each sentence holds, from 0 to 1 for the one that holds most."""
    opening: str
    """Words of its first sentence, in small letters."""
    contrary: frozenset[int]
    """Ranks of the sentences that open on « malgré tout », « cependant »: they answer what stands before."""
    old: bool
    """Whether it tells of years long gone."""

    @classmethod
    def of(
        cls,
        stage: Stage,
        section: PlannedSection,
        weights: Mapping[str, float],
        focus: Keyphrase,
        titled: frozenset[str],
        meaning: Meaning,
    ) -> Judge:
        """Measure a section once for all its candidates."""
        found = told_by(stage, section.sentences)
        everything = [key for keys in found for key in keys]
        centre = meaning.sum(everything)
        return cls(
            section,
            weights,
            focus,
            titled,
            tuple(frozenset(f) for f in found),
            meaning,
            centre,
            centralities(found, weights, meaning, centre),
            words_in(stage.analysis.source.sentences[section.sentences[0]].text) if section.sentences else "",
            frozenset(
                k
                for k, sid in enumerate(section.sentences)
                if k > 0 and CONTRARY_RE.match(stage.analysis.source.sentences[sid].text)
            ),
            long_gone(stage, section),
        )

    def score(self, item: Candidate) -> Scored:
        """What a candidate is worth: centrality, precision, form, family."""
        data = load_toml("headings.toml")
        points, prior, length = data["score"], data["prior"], lengths()
        own = item.stems - frozenset(self.focus.stems) if item.family == "subject_fact" else item.stems
        total = prior[item.family] + item.bonus
        focus = frozenset(self.focus.stems)
        told = sum(self.weights.get(key, 0.0) * (SHARED if key in focus else 1.0) for key in own)
        total += points["coverage"] * min(1.0, told)
        if self.sentences:
            total += points["spread"] * sum(bool(own & words) for words in self.sentences) / len(self.sentences)
        if len(self.sentences) >= LONG_SECTION and item.family not in GIVEN:
            rest = own - frozenset(self.focus.stems)
            spread = sum(bool(rest & words) for words in self.sentences)
            total += points["in_passing"] * (once(rest, self.sentences) - IN_PASSING)
            total += points["one_sentence"] * (spread < 2)
            numbered = item.text[:1].isdigit() and item.family in {"noun_phrase", "figure", "clause", "sentence"}
            total += points["detail_figure"] * numbered
            total += points["narrowed"] * narrowed(item.text, self.sentences)
        total += points["meaning"] * self.closeness(own)
        indefinite = item.text.startswith(INDEFINITE) and item.family in FACTS
        if item.family not in GIVEN and item.sources and item.sources[0] in self.section.sentences:
            place = self.section.sentences.index(item.sources[0])
            indefinite &= place > 0
            total += {0: points["first_sentence"], 1: points["second_sentence"]}.get(place, 0.0)
            total += points["contrary"] * (place in self.contrary)
            total += points["late"] * place / max(LONG_SECTION, len(self.sentences) - 1)
            total += points["central"] * self.central[place]
            total += points["echo"] * (len(own) > 1 and self.opening.startswith(words_in(item.text)))
        if item.family in FACTS and told_in(item.text, self.opening) > SAID_AGAIN:
            total += points["said_again"]
        total += points["undated"] * (self.old and item.family in FACTS and not YEAR_RE.search(item.text))
        total += points["indefinite_fact"] * indefinite
        total += points["weekday"] * bool(WEEKDAY_RE.search(item.text))
        total += points["colourless"] * (item.head in words_of("colourless"))
        total += points["figure"] * any(c.isdigit() for c in item.text)
        total += points["name"] * any(w[:1].isupper() for w in item.text.split()[1:])
        total += points["short"] * (len(own) < 3) * (2 if item.family == "subject_fact" else 1)
        total += points["long"] * (len(item.text) > length["good_to"])
        total += points["attributed"] * item.attributed
        if own and self.titled and item.family not in GIVEN:
            total += points["title_overlap"] * max(0.0, len(own & self.titled) / len(own) - 0.34)
        if item.head and item.family in ("noun_phrase", "subject_fact"):
            uses = sum(stem(item.head) in words for words in self.sentences)
            total += points["recurring"] * (uses > 1)
        held = sum(key in item.stems for key in set(self.focus.stems))
        keyed = held > HELD * len(set(self.focus.stems)) and item.family != "words"
        total += points["keyphrase"] * keyed
        if item.family not in GIVEN and item.stems <= frozenset(self.focus.stems):
            total += points["only_keyphrase"]
        return Scored(item, total, keyed, item.stems - frozenset(self.focus.stems) - COUNTS)

    def closeness(self, keys: frozenset[str]) -> float:
        """Cosine of a candidate with its section."""
        own = self.meaning.sum(sorted(keys))
        if own is None or self.centre is None:
            return 0.0
        return float(own @ self.centre)
