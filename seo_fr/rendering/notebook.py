"""What a notebook shows of a result: search snippet, scores, ledger, article with its provenance, what to mend."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import urlsplit

from seo_fr.french import count_words
from seo_fr.model import ORIGINS, Draft, Finding, Note, Piece, Source
from seo_fr.rendering import layout
from seo_fr.rendering.engine import Say, render
from seo_fr.rendering.explain import operation_name
from seo_fr.rendering.html import article_values
from seo_fr.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from markupsafe import Markup

TITLE_PX: Final = (20.0, 600.0)
"""Font size and width of a title in search results on a desktop, in CSS pixels."""
DESCRIPTION_PX: Final = (14.0, 920.0)
SHOWN_FINDINGS: Final = 6
"""Faults shown at once, worst first; the others unfold."""
SHOWN_LOCATIONS: Final = 3
_CODE_RE: Final = re.compile(r"`([\w.=]+)`")
_ORDER: Final = {"bad": 0, "ok": 1, "good": 2, "na": 3}


class ReportLike(Protocol):
    """What the view reads of a report."""

    @property
    def score(self) -> float:
        """Overall, 0 to 100."""
        ...

    @property
    def families(self) -> Mapping[str, float | None]:
        """Score of each family, 0 to 100, or None where nothing applied."""
        ...

    @property
    def findings(self) -> Sequence[Finding]:
        """Outcomes of all checks."""
        ...


def to_notebook(
    draft: Draft,
    source: Source,
    report: ReportLike,
    settings: Settings = DEFAULTS,
    warnings: Sequence[Note] = (),
) -> str:
    """An HTML fragment for ``_repr_html_``: styled, without script, nothing fetched, light and dark.

    Each sentence shows its origin by colour and line, and the source sentence behind it on hover or focus. The snippet
    is drawn at the widths of search results: 600 pixels for a title on a desktop, about 360 for a telephone.

    :raises InvalidTemplate: when a template of the user's own cannot be filled in.
    """
    from seo_fr.scoring.metadata import pixels

    title = draft.meta.title or draft.title
    findings = sorted(report.findings, key=lambda found: (_ORDER[found.status], -found.weight * (1 - found.points)))
    values = article_values(draft) | {"say": annotated(source)}
    return render(
        "notebook.html.j2",
        settings,
        signed=False,
        snippet={
            "site": settings.site_name,
            "path": address(draft, settings),
            "title": title,
            "description": draft.meta.description,
            "title_px": round(pixels(title, TITLE_PX[0])),
            "description_px": round(pixels(draft.meta.description, DESCRIPTION_PX[0])),
            "title_most": round(TITLE_PX[1]),
            "description_most": round(DESCRIPTION_PX[1]),
        },
        score=report.score,
        families=[(name, score) for name, score in report.families.items() if score is not None],
        shares=shares(draft),
        words=sum(count_words(piece.text) for piece in draft.pieces),
        warnings=tuple(warnings),
        to_mend=[found for found in findings if found.status in ("bad", "ok")],
        coded=coded,
        passed=[found for found in findings if found.status == "good"],
        shown_findings=SHOWN_FINDINGS,
        shown_locations=SHOWN_LOCATIONS,
        **values,
    )


def annotated(source: Source) -> Say:
    """Writes words with where they come from: a class for the origin, the source sentences in an attribute."""
    from markupsafe import Markup

    by_id = {sentence.id: sentence.text for sentence in source.sentences}

    def say(text: str, piece: Piece) -> Markup:
        lines = [f"[{number}] {_unless_same(by_id[number], piece.text)}" for number in piece.sources if number in by_id]
        return Markup('<span class="o o-{}" tabindex="0" data-op="{}" data-s="{}">{}</span>').format(
            piece.origin, operation_name(piece.operation), "\n".join(lines), text
        )

    return say


def _unless_same(sentence: str, said: str) -> str:
    return "identique" if layout.same_words(sentence, said) else layout.one_line(sentence)


def coded(text: str) -> Markup:
    """A message whose option names, between backticks, are set as code."""
    from markupsafe import Markup, escape

    return Markup(_CODE_RE.sub(r"<code>\1</code>", str(escape(text))))


def shares(draft: Draft) -> list[tuple[str, int, float]]:
    """Origin, words, percentage of all words; origins without words are left out."""
    counts = dict.fromkeys(ORIGINS, 0)
    for piece in draft.pieces:
        counts[piece.origin] += count_words(piece.text)
    total = sum(counts.values())
    return [(origin, words, 100 * words / total) for origin, words in counts.items() if words]


def address(draft: Draft, settings: Settings) -> str:
    """Host and path as search results write them: « exemple.fr › rubrique › article »."""
    parts = urlsplit(layout.safe_url(settings.url))
    steps = [parts.netloc, *(step for step in parts.path.split("/") if step)] if parts.netloc else [draft.meta.slug]
    return " › ".join(step for step in steps if step)
