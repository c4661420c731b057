"""A figure of an article: where its keyphrases stand, how long its sentences are, where its words come from."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from seo_fr.french import count_words
from seo_fr.model import ORIGINS, Draft, Keyphrase, Origin
from seo_fr.rendering.explain import ORIGIN_NAMES
from seo_fr.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_PHRASES: Final = 6
LONG_SENTENCE: Final = 20
"""Words from which Yoast's check calls a sentence long."""
COLOURS: Final[dict[Origin, str]] = {
    "source": "#2563c9",
    "restated": "#0f7b6c",
    "background": "#8a3fc0",
    "framing": "#c48a00",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence on the word axis."""

    at: int
    """Words of the body that stand before it."""
    words: int
    """Its own words."""
    origin: Origin
    prose: bool
    """Whether it stands in a paragraph or a quotation: only there is its length a matter of style."""


def plot(draft: Draft, settings: Settings = DEFAULTS) -> Figure:
    """Keyphrase positions along the text, sentence lengths and ledger, on one axis of body words.

    The figure belongs to no window and to no global state (``pyplot`` is not imported): save it with ``savefig``, or
    leave it as the last value of a notebook cell, which shows it.

    :raises ImportError: when matplotlib is missing; the ``notebook`` extra brings it.
    """
    del settings  # Every renderer is called alike; a figure has nothing to set yet.
    data = samples(draft)
    total = sum(sample.words for sample in data)
    phrases = (draft.keyphrase, *draft.keyphrases)[:MOST_PHRASES]
    figure = _figure()
    axes = figure.subplots(3, 1, height_ratios=[0.45 * len(phrases) + 0.6, 3, 0.9])
    _phrases(axes[0], draft, phrases, total)
    _lengths(axes[1], draft, data, total)
    _ledger(axes[2], data)
    return figure


def samples(draft: Draft) -> tuple[Sample, ...]:
    """Every piece with its place and length, in words of the body."""
    out, at = [], 0
    for section in draft.sections:
        for passage in section.passages:
            for piece in passage.pieces:
                words = count_words(piece.text)
                out.append(Sample(at, words, piece.origin, passage.kind in ("paragraph", "quote")))
                at += words
    return tuple(out)


def positions(draft: Draft, phrase: Keyphrase) -> tuple[int, ...]:
    """Words of the body that stand before each hit of a keyphrase, whatever its inflection."""
    from seo_fr.topics.matching import find_phrase, stems

    wanted = stems(phrase.text)
    out: list[int] = []
    at = 0
    for piece in draft.pieces:
        out.extend(at + count_words(piece.text[:start]) for start, _ in find_phrase(piece.text, wanted))
        at += count_words(piece.text)
    return tuple(out)


def _figure() -> Figure:
    """An empty figure that a notebook shows by itself, whether or not ``pyplot`` has been set up."""
    from matplotlib.figure import Figure

    class Shown(Figure):
        def _repr_png_(self) -> bytes:
            held = io.BytesIO()
            self.savefig(held, format="png", dpi=110)
            return held.getvalue()

    return Shown(figsize=(9, 6.5), layout="constrained")


def _phrases(axes: Any, draft: Draft, phrases: tuple[Keyphrase, ...], total: int) -> None:
    for row, phrase in enumerate(phrases):
        hits = positions(draft, phrase)
        axes.scatter(
            hits, [row] * len(hits), marker="|", s=160, linewidths=2.5, color="#b3261e" if row == 0 else "#444"
        )
    labels = [_plain(phrase.text) for phrase in phrases]
    axes.set_yticks(range(len(phrases)), labels)
    axes.set_ylim(len(phrases) - 0.4, -0.6)
    axes.set_title("Expressions clés au fil du texte", loc="left")
    _frame(axes, total)


def _lengths(axes: Any, draft: Draft, data: tuple[Sample, ...], total: int) -> None:
    for sample in data:
        colour = COLOURS[sample.origin]
        alpha = 0.9 if sample.prose else 0.35
        # The white edge parts neighbours of the same origin.
        axes.bar(sample.at, sample.words, sample.words, align="edge", color=colour, alpha=alpha, ec="white", lw=0.6)
    axes.axhline(LONG_SENTENCE, color="#777", linewidth=1, linestyle="--")
    at = 0
    for section in draft.sections:
        if section.heading.level == 2:
            axes.axvline(at, color="#999", linewidth=0.8, linestyle=":")
        at += sum(count_words(piece.text) for piece in section.pieces)
    axes.set_ylabel("mots")
    axes.set_xlabel("mots depuis le début du texte")
    axes.set_title("Longueur des phrases (pâle : listes et tableaux ; pointillés : intertitres)", loc="left")
    _frame(axes, total)


def _ledger(axes: Any, data: tuple[Sample, ...]) -> None:
    left = 0
    for origin in ORIGINS:
        words = sum(sample.words for sample in data if sample.origin == origin)
        if words:
            axes.barh(0, words, left=left, color=COLOURS[origin], label=f"{ORIGIN_NAMES[origin]} : {words}")
        left += words
    axes.set_yticks([])
    axes.set_title("Origine des mots", loc="left")
    _frame(axes, left)
    if left:
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.45), ncols=len(ORIGINS), frameon=False)


def _frame(axes: Any, total: int) -> None:
    axes.set_xlim(0, max(total, 1))
    axes.spines[["top", "right"]].set_visible(False)


def _plain(text: str) -> str:
    """Text in which no dollar sign starts a formula."""
    return text.replace("$", r"\$")
