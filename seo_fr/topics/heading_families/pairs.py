"""« La formation des montagnes et la dérive des continents »: two phrases for a section that has two halves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from seo_fr.topics.heading_families.base import Candidate, Stage, lengths
from seo_fr.topics.heading_families.given import lower_known
from seo_fr.topics.heading_families.nominals import event_nouns
from seo_fr.topics.matching import fold

FAMILIES = frozenset({"noun_phrase", "nominalisation"})
POOL = 7
LONGEST = 40
LEAST_STANDING = 0.4
ARTICLES = ("le ", "la ", "les ", "l’", "l'", "un ", "une ", "des ")


def pairs(stage: Stage, items: Sequence[Candidate], worth: Callable[[Candidate], float]) -> list[Candidate]:
    """Two phrases of different sentences with no word in common, joined by « et », the earlier first."""
    fit = [item for item in items if item.family in FAMILIES and joinable(item.text) and telling(item)]
    fit.sort(key=lambda item: (-round(worth(item), 6), item.sources, item.text))
    out = []
    for one, other in combinations(fit[:POOL], 2):
        first, second = sorted((one, other), key=lambda item: item.sources)
        if first.sources == second.sources or first.stems & second.stems or first.head == second.head:
            continue
        text = f"{first.text} et {lower_known(stage, second.text)}"
        if len(text) <= lengths()["most"]:
            out.append(
                Candidate(
                    text,
                    tuple(sorted({*first.sources, *second.sources})),
                    "pair",
                    first.stems | second.stems,
                    first.head,
                    (first.bonus + second.bonus) / 2,
                    first.attributed or second.attributed,
                )
            )
    return out


def telling(item: Candidate) -> bool:
    """Whether a phrase tells an event, a cause or a stake of the main clause: two bare things would say nothing."""
    if item.family == "noun_phrase" and item.bonus < LEAST_STANDING:
        return False
    return item.family == "nominalisation" or item.head in event_nouns()


def joinable(text: str) -> bool:
    """Whether a phrase can be one of two: short, with its article, and not itself two things."""
    words = fold(text).split()
    return len(text) <= LONGEST and text.lower().startswith(ARTICLES) and not {"et", "ou", "entre"} & set(words)
