"""From analysed tokens to the units that are weighed when a text is cut."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from seo_fr.model import Analysis, Sentence
from seo_fr.resources import load_toml
from seo_fr.topics.cohesion import Units
from seo_fr.topics.matching import stem

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
FIRST_WORD_RE = re.compile(r"[^\W\d_]+(?:['’](?=[aeéêi]\w*\b))?[^\W\d_]*")


@cache
def empty_verbs() -> frozenset[str]:
    """Lemmas that say nothing of the subject."""
    return frozenset(load_toml("segmentation.toml")["empty_verbs"].split())


@cache
def leaning_words() -> frozenset[str]:
    """First words that lean on what stands before."""
    return frozenset(load_toml("segmentation.toml")["leaning"].split())


@cache
def announcing_marks() -> tuple[str, ...]:
    """Marks at the end of a sentence that announce the next."""
    return tuple(load_toml("segmentation.toml")["announcing"].split())


def leans(text: str) -> bool:
    """Whether a sentence opens with a word that needs what stands before.

    >>> [leans(t) for t in ("Il part.", "C'est ainsi.", "Ces puces manquent.", "Celle-ci part.", "Le groupe part.")]
    [True, True, True, True, False]
    """
    match = FIRST_WORD_RE.search(text.replace("'", "’"))
    return match is not None and match[0].lower() in leaning_words()


@cache
def depending_res() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What opens a sentence that needs the one before, and what ties it there when it stands near its head."""
    data = load_toml("segmentation.toml")["depending"]
    near = rf"(?:\S+ ){{1,{data['reach']}}}(?:{data['near']})\b"
    return re.compile(rf"(?:{data['opening']})\b"), re.compile(near)


def depends(text: str) -> bool:
    """Whether a sentence follows from the one before, so that no heading may part them.

    >>> [depends(t) for t in ("Malgré tout, elle part.", "Le groupe vend également un site.", "D’où un total de 12.")]
    [True, True, True]
    >>> [depends(t) for t in ("Parmi ces sites, un ferme.", "Malgré la pluie, elle part.", "Le groupe vend un site.")]
    [True, False, False]
    """
    low = " ".join(text.replace("'", "’").lower().split()).lstrip('«“"( ')
    opening, near = depending_res()
    return bool(opening.match(low) or near.match(low))


def announces(text: str) -> bool:
    """Whether a sentence must be followed by the next: it ends with a colon, a semicolon or a comma."""
    return text.rstrip().rstrip('»"”* ').endswith(announcing_marks())


def units_of(
    analysis: Analysis, sentences: Sequence[Sentence], starts: Sequence[int], together: Collection[int] = ()
) -> Units:
    """The units of some sentences of a text.

    *starts* are ranks in *sentences* at which a segment may start; *together* those that must not be parted from the
    one before, besides what punctuation tells.
    """
    import numpy as np

    rank_of = {sentence.id: rank for rank, sentence in enumerate(sentences)}
    bags: list[list[str]] = [[] for _ in sentences]
    width = 1 if analysis.vectors is None else analysis.vectors.shape[1]
    vectors = np.zeros((len(sentences), width))
    for row, token in enumerate(analysis.tokens):
        rank = rank_of.get(token.sentence)
        lemma = token.lemma.lower()
        if rank is None or token.pos not in CONTENT or len(lemma) < 2 or lemma in empty_verbs():
            continue
        if not any(c.isalpha() for c in lemma):
            continue
        bags[rank].append(stem(lemma))
        if analysis.vectors is not None:
            vector = analysis.vectors[row]
            length = float(np.linalg.norm(vector))
            if length > 0:
                vectors[rank] += vector / length
    texts = [sentence.text for sentence in sentences]
    return Units(
        bags=tuple(tuple(bag) for bag in bags),
        vectors=vectors,
        starts=tuple(starts),
        leaning=tuple(leans(text) for text in texts),
        announced=tuple(rank > 0 and (announces(texts[rank - 1]) or rank in together) for rank in range(len(texts))),
    )
