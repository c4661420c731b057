"""Two facts about one subject, told in one key point: « PSA fermera Aulnay et supprimera 1 600 postes à Rennes »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seo_fr.rewriting.clauses import clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint import Predicate, predicates

LONGEST = 30
SHORTEST_PART = 4
POINTING_RE = re.compile(r"\b(?:son|sa|ses|leurs?|lui|qui|dont|que|qu['’]\w+|et|ou|puis|mais)\b", re.IGNORECASE)


def merged(ctx: Context, sids: Sequence[int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The key points that join two facts of different sentences among *sids*, with the sentences they say.

    Only facts without source, doubt or denial, in one tense, about one subject named in the same words; the second
    holds no possessive, which the first would draw to itself, and neither a coordination, which would read on.
    """
    facts = [fact for sid in sids for clause in clauses(ctx, sid) for fact in predicates(ctx, clause)]
    for k, one in enumerate(facts):
        for other in facts[k + 1 :]:
            if one.sources[-1] != other.sources[-1] and joinable(one, other):
                text = f"{one.subject} {one.text} et {other.text}"
                if len(text.split()) <= LONGEST:
                    yield text[:1].upper() + text[1:], tuple(dict.fromkeys((*one.sources, *other.sources)))


def joinable(one: Predicate, other: Predicate) -> bool:
    """Whether two facts may stand under one subject.

    >>> facts = [Predicate("PSA", text, "future", False, (n,)) for n, text in enumerate(
    ...     ["fermera Aulnay d’ici à 2014", "supprimera 1 600 postes à Rennes"])]
    >>> joinable(*facts)
    True
    """
    same = one.subject.casefold() == other.subject.casefold() and one.plural == other.plural
    long_enough = min(len(one.text.split()), len(other.text.split())) >= SHORTEST_PART
    verbs = one.text.split()[:2] != other.text.split()[:2]
    return (
        same
        and long_enough
        and verbs
        and one.tense == other.tense
        and not POINTING_RE.search(one.text)
        and not POINTING_RE.search(other.text)
    )
