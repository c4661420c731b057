"""The figure, read back from its own parts."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest

from seo_fr.french import count_words
from seo_fr.model import Draft
from seo_fr.rendering.plots import plot, positions, samples

pytest.importorskip("matplotlib", reason="the notebook extra is not installed")


def test_samples_follow_one_another(draft: Draft) -> None:
    found = samples(draft)
    assert len(found) == len(draft.pieces)
    assert [b.at - a.at for a, b in pairwise(found)] == [sample.words for sample in found[:-1]]
    assert sum(sample.words for sample in found) == sum(count_words(piece.text) for piece in draft.pieces)


def test_positions_count_the_words_before(draft: Draft) -> None:
    # « La ville de Belmont-sur-Orne ouvrira douze composteurs collectifs »: six words stand before it.
    found = positions(draft, draft.keyphrase)
    assert found[0] == 6
    assert len(found) == 2


def test_the_figure_shows_phrases_lengths_and_ledger(draft: Draft) -> None:
    figure = plot(draft)
    phrases, lengths, ledger = figure.axes
    assert [label.get_text() for label in phrases.get_yticklabels()] == [
        "composteurs collectifs",
        "restes de repas",
        "Terre d’ici",
    ]
    assert len(lengths.patches) == len(draft.pieces)
    total = sum(count_words(piece.text) for piece in draft.pieces)
    assert sum(bar.get_width() for bar in ledger.patches) == total
    assert ledger.get_xlim() == (0, total)


def test_the_figure_leaves_no_global_state(draft: Draft) -> None:
    import matplotlib.pyplot as plt

    before = plt.get_fignums()
    plot(draft).savefig(io.BytesIO(), format="png")
    assert plt.get_fignums() == before


def test_a_notebook_shows_the_figure(draft: Draft) -> None:
    from IPython.core.formatters import DisplayFormatter

    shown, _ = DisplayFormatter().format(plot(draft))
    assert shown["image/png"].startswith(b"\x89PNG")


def test_a_hostile_text_can_be_plotted(hostile: Draft) -> None:
    plot(hostile).savefig(io.BytesIO(), format="svg")
