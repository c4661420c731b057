"""The report on a page: findings that an editor can act on, scores by family, and what only the editor can supply."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import TYPE_CHECKING, Any

from seo_fr.errors import InvalidInput, SeoFrError
from seo_fr.model import Finding, Placeholder
from seo_fr.scoring import readability
from seo_fr.scoring.checks import FAMILIES, Check, checks
from seo_fr.scoring.context import make_context
from seo_fr.scoring.placeholders import to_supply
from seo_fr.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table


@dataclass(frozen=True, slots=True)
class Report:
    """What was found on a page. ``print(report.to_markdown())``, or show it in a notebook or with rich."""

    score: int
    """0 to 100: mean of the points of the applicable checks by their weights, times the factors of the red ones."""
    families: Mapping[str, int | None]
    """Score of each family; None where none of its checks applies."""
    findings: tuple[Finding, ...]
    """One for each check, in the order of the table."""
    placeholders: tuple[Placeholder, ...] = ()
    """« À fournir »: author, date, image, links, canonical URL."""
    facts: Mapping[str, float] = field(default_factory=dict)
    """Words, sentences, reading time and other plain figures."""
    keyphrase: str = ""
    language: str = "fr"
    """Language of the messages."""
    text: str = field(default="", repr=False, compare=False)
    """Running text, for further indices."""

    @property
    def to_mend(self) -> tuple[Finding, ...]:
        """Findings that are not green, the heaviest first."""
        found = [(-(1 - f.points) * f.weight, i, f) for i, f in enumerate(self.findings) if f.status in ("ok", "bad")]
        return tuple(f for _, _, f in sorted(found, key=lambda item: item[:2]))

    def finding(self, code: str) -> Finding:
        """The outcome of one check.

        >>> analyze_page("<p>Bonjour.</p>", "").finding("K101").status
        'na'
        """
        for finding in self.findings:
            if finding.code == code:
                return finding
        raise InvalidInput(f"Le contrôle {code!r} n’existe pas ; voyez `report.findings`.")

    def indices(self) -> dict[str, float]:
        """Other readability indices, by textstat, for comparison: see :func:`readability.textstat_indices`."""
        return readability.textstat_indices(self.text)

    def to_dict(self) -> dict[str, Any]:
        """Plain mapping, for JSON."""
        return {
            "score": self.score,
            "families": dict(self.families),
            "keyphrase": self.keyphrase,
            "facts": dict(self.facts),
            "checks": [
                {
                    "code": f.code,
                    "family": f.family,
                    "status": f.status,
                    "value": f.value,
                    "target": f.target,
                    "message": f.message,
                    "fix": f.fix,
                    "weight": f.weight,
                    "locations": [{"text": place.text, "block": place.block} for place in f.locations],
                }
                for f in self.findings
            ],
            "placeholders": [{"name": p.name, "message": p.message} for p in self.placeholders],
        }

    def __str__(self) -> str:
        return self.to_markdown()

    def to_markdown(self) -> str:
        """The report as Markdown: scores, what to mend with the sentences concerned, what is fine, what to supply."""
        from seo_fr.scoring.present import markdown

        return markdown(self)

    def to_frame(self) -> pd.DataFrame:
        """One row a check, as a pandas data frame.

        :raises SeoFrError: without pandas (extra ``notebook``).
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise SeoFrError("pandas est absent ; installez-le avec : pip install seo-fr[notebook].") from error

        rows = [{**check, "locations": [p["text"] for p in check["locations"]]} for check in self.to_dict()["checks"]]
        return pd.DataFrame(rows).set_index("code")

    def _repr_html_(self) -> str:
        from seo_fr.scoring.present import html

        return html(self)

    def __rich__(self) -> Table:
        from seo_fr.scoring.present import rich_table

        return rich_table(self)


def analyze_page(
    markup: str,
    keyphrase: str | None = "",
    *,
    title: str | None = None,
    description: str | None = None,
    slug: str | None = None,
    settings: Settings = DEFAULTS,
    source: str | None = None,
    secondary: Sequence[str] = (),
    background: Sequence[str] = (),
) -> Report:
    """Check a page in HTML, Markdown or plain text for search engines and readers; no model is loaded.

    *title*, *description* and *slug* are what search engines are given; those of the page itself serve where they are
    None. Checks that need a *keyphrase* do not apply without one; those of fidelity need the *source* text, and let
    pass the sentences of *background*: general knowledge, which the source does not have.

    >>> report = analyze_page("<h1>Le pont Mathilde rouvre</h1><p>Le pont rouvre lundi.</p>", "pont Mathilde")
    >>> report.finding("K105").status, report.finding("Q601").status
    ('good', 'bad')
    """
    if not isinstance(markup, str):
        raise InvalidInput(f"La page est de type {type(markup).__name__} ; il faut une chaîne de caractères.")
    ctx = make_context(
        markup,
        keyphrase or "",
        title=title,
        description=description,
        slug=slug,
        settings=settings,
        source=source,
        secondary=secondary,
        background=background,
    )
    findings = tuple(check.run(ctx) for check in checks())
    return Report(
        score=overall(findings, checks()),
        families={family: family_score([f for f in findings if f.family == family]) for family in FAMILIES},
        findings=findings,
        placeholders=to_supply(ctx),
        facts=readability.facts(ctx),
        keyphrase=ctx.keyphrase,
        language=settings.message_language,
        text=" ".join(sentence.text for sentence in ctx.sentences),
    )


def family_score(findings: Sequence[Finding]) -> int | None:
    """Mean of points by weights over the checks that apply, times 100; None when none does."""
    applied = [f for f in findings if f.status != "na" and f.weight]
    total = sum(f.weight for f in applied)
    return round(100 * sum(f.points * f.weight for f in applied) / total) if total else None


def overall(findings: Sequence[Finding], table: Sequence[Check]) -> int:
    """The overall score: the same mean over all families, times the factor of each red check."""
    factors = [check.factor for finding, check in zip(findings, table, strict=True) if finding.status == "bad"]
    return round((family_score(findings) or 0) * prod(factors))


def compare(before: Report, after: Report) -> tuple[tuple[str, str, str, float | str | None, float | str | None], ...]:
    """What changed between two reports, as (code, status before, status after, value before, value after).

    Checks of the same status and value are left out.

    >>> empty, full = analyze_page("", "pont"), analyze_page("<h1>Le pont</h1><p>Un pont.</p>", "pont")
    >>> [row[:3] for row in compare(empty, full) if row[0] == "K105"]
    [('K105', 'na', 'good')]
    """
    return tuple(
        (old.code, old.status, new.status, old.value, new.value)
        for old, new in zip(before.findings, after.findings, strict=True)
        if (old.status, old.value) != (new.status, new.value)
    )
