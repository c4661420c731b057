"""The report for people: Markdown, HTML for notebooks, a rich table for terminals."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from seo_fr.scoring.checks import checks

if TYPE_CHECKING:
    from rich.table import Table

    from seo_fr.model import Finding
    from seo_fr.scoring.report import Report

MARKS = {"good": "🟢", "ok": "🟠", "bad": "🔴", "na": "⚪"}
COLOURS = {"good": "green", "ok": "dark_orange", "bad": "red", "na": "bright_black"}
SHOWN = 3
"""Sentences quoted for one finding."""
WORDS = {
    "fr": {
        "report": "Rapport",
        "facts": "{words} mots, {sentences} phrases, {headings} titres ; {reading_minutes} {minutes} de lecture.",
        "family": "Famille",
        "score": "Note",
        "mend": "À corriger",
        "fine": "En ordre",
        "supply": "À fournir",
        "check": "Contrôle",
        "message": "Constat",
        "fix": "Que faire",
        "more": "… et {n} de plus",
        "google": "Google (documenté)",
        "accessibility": "Accessibilité",
        "convention": "Usages du métier",
        "readability": "Lisibilité",
        "fidelity": "Fidélité à la source",
    },
    "en": {
        "report": "Report",
        "facts": "{words} words, {sentences} sentences, {headings} headings; {reading_minutes} {minutes} to read.",
        "family": "Family",
        "score": "Score",
        "mend": "To mend",
        "fine": "Fine",
        "supply": "To supply",
        "check": "Check",
        "message": "Finding",
        "fix": "What to do",
        "more": "… and {n} more",
        "google": "Google (documented)",
        "accessibility": "Accessibility",
        "convention": "Trade practice",
        "readability": "Readability",
        "fidelity": "Fidelity to the source",
    },
}


def _names(language: str) -> dict[str, str]:
    return {check.code: check.texts[language]["name"] for check in checks()}


def _figure(value: float, language: str) -> str:
    text = f"{value:g}"
    return text.replace(".", ",") if language == "fr" else text


def _facts(report: Report) -> str:
    """« 363 mots, 17 phrases, 4 titres ; 1,5 minute de lecture. »"""
    figures = {name: _figure(value, report.language) for name, value in report.facts.items()}
    several = report.facts["reading_minutes"] >= 2 or report.language == "en"  # French is singular below two
    return WORDS[report.language]["facts"].format(**figures, minutes="minutes" if several else "minute")


def _shown(finding: Finding, more: str) -> list[str]:
    texts = [
        place.text if len(place.text) <= 160 else f"{place.text[:157]}…" for place in finding.locations if place.text
    ]
    return texts[:SHOWN] + ([more.format(n=len(texts) - SHOWN)] if len(texts) > SHOWN else [])


def markdown(report: Report) -> str:
    """The report as Markdown."""
    words, names = WORDS[report.language], _names(report.language)
    lines = [
        f"# {words['report']} : {report.score}/100" if report.language == "fr" else f"# Report: {report.score}/100",
        "",
    ]
    lines += [f"| {words['family']} | {words['score']} |", "|---|---|"]
    lines += [f"| {words[name]} | {'–' if score is None else score} |" for name, score in report.families.items()]
    lines += ["", _facts(report)]
    colon = " :" if report.language == "fr" else ":"
    if report.to_mend:
        lines += ["", f"## {words['mend']}", ""]
        for finding in report.to_mend:
            head = f"- {MARKS[finding.status]} **{names[finding.code]}** ({finding.code})"
            lines.append(f"{head}{colon} {finding.message} {finding.fix}")
            lines += [f"  - {text}" for text in _shown(finding, words["more"])]
    fine = [finding for finding in report.findings if finding.status == "good"]
    if fine:
        lines += ["", f"## {words['fine']}", ""]
        lines += [f"- {MARKS['good']} {names[finding.code]}{colon} {finding.message}" for finding in fine]
    if report.placeholders:
        lines += ["", f"## {words['supply']}", "", *(f"- {item.message}" for item in report.placeholders)]
    return "\n".join(lines) + "\n"


def html(report: Report) -> str:
    """The report as an HTML fragment, for notebooks."""
    words, names = WORDS[report.language], _names(report.language)
    rows = []
    for finding in (*report.to_mend, *(f for f in report.findings if f.status == "good")):
        places = "".join(f"<li>{escape(text)}</li>" for text in _shown(finding, words["more"]))
        rows.append(
            f"<tr><td>{MARKS[finding.status]}</td><td>{escape(names[finding.code])}</td>"
            f"<td style='text-align:left'>{escape(finding.message)} {escape(finding.fix)}"
            f"{f'<ul>{places}</ul>' if places else ''}</td></tr>"
        )
    families = " · ".join(f"{escape(words[k])} {v}" for k, v in report.families.items() if v is not None)
    items = "".join(f"<li>{escape(item.message)}</li>" for item in report.placeholders)
    supply = f"<p>{words['supply']}</p><ul>{items}</ul>" if items else ""
    return (
        f"<div lang='{report.language}'><p><strong>{words['report']} : {report.score}/100</strong> ({families})</p>"
        f"<table><thead><tr><th></th><th>{words['check']}</th><th>{words['message']}</th></tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
        f"{supply}</div>"
    )


def rich_table(report: Report) -> Table:
    """The report as a table for the terminal."""
    from rich.table import Table
    from rich.text import Text

    words, names = WORDS[report.language], _names(report.language)
    table = Table(title=f"{words['report']} : {report.score}/100", show_lines=False)
    for column in ("", words["check"], words["message"], words["fix"]):
        table.add_column(column)
    for finding in (*report.to_mend, *(f for f in report.findings if f.status == "good")):
        places = _shown(finding, words["more"])
        message = Text("\n".join([finding.message, *(f"› {text}" for text in places)]))
        table.add_row(Text("●", COLOURS[finding.status]), Text(names[finding.code]), message, Text(finding.fix))
    for item in report.placeholders:
        table.add_row("○", words["supply"], Text(item.message), "")
    return table
