"""The report for people: Markdown, HTML for notebooks, a rich table for terminals."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from seo_fr.scoring.checks import checks

if TYPE_CHECKING:
    from rich.table import Table

    from seo_fr.model import Finding
    from seo_fr.scoring.report import Report

MARKS = {"good": "🟢", "ok": "🟠", "bad": "🔴", "na": "⚪"}
COLOURS = {"good": "green", "ok": "dark_orange", "bad": "red", "na": "bright_black"}
SUPPLIED = {"image": "L401", "internal_link": "L404", "outbound_link": "L405"}
"""Checks whose fault only the editor can mend, by the name of what is to be supplied: they are told there, once."""
SHOWN = 3
"""Sentences quoted for one finding."""
FACTS = ("words", "sentences", "headings", "reading_minutes")
WORDS: dict[str, dict[str, Any]] = {
    "fr": {
        "report": "Rapport",
        "facts": ("mot|mots", "phrase|phrases", "titre|titres", "minute de lecture|minutes de lecture"),
        "family": "Famille",
        "score": "Note",
        "mend": "À corriger",
        "fine": "En ordre",
        "supply": "À fournir",
        "check": "Contrôle",
        "message": "Constat",
        "fix": "Que faire",
        "more": "… et {n} de plus",
        "aim": "visé",
        "google": "Google (documenté)",
        "accessibility": "Accessibilité",
        "convention": "Usages du métier",
        "readability": "Lisibilité",
        "fidelity": "Fidélité à la source",
    },
    "en": {
        "report": "Report",
        "facts": ("word|words", "sentence|sentences", "heading|headings", "minute to read|minutes to read"),
        "family": "Family",
        "score": "Score",
        "mend": "To mend",
        "fine": "Fine",
        "supply": "To supply",
        "check": "Check",
        "message": "Finding",
        "fix": "What to do",
        "more": "… and {n} more",
        "aim": "aim",
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
    """« 363 mots, 17 phrases, 1 titre, 1,5 minute de lecture. »"""
    told = []
    for name, forms in zip(FACTS, WORDS[report.language]["facts"], strict=True):
        value = report.facts[name]
        one, several = forms.split("|")
        # French is singular below two, English at one alone
        single = value < 2 if report.language == "fr" else value == 1
        told.append(f"{_figure(value, report.language)} {one if single else several}")
    return f"{', '.join(told)}."


def _shown(finding: Finding, more: str) -> list[str]:
    texts = [
        place.text if len(place.text) <= 160 else f"{place.text[:157]}…" for place in finding.locations if place.text
    ]
    return texts[:SHOWN] + ([more.format(n=len(texts) - SHOWN)] if len(texts) > SHOWN else [])


def _to_mend(report: Report) -> list[Finding]:
    """What is to be mended, less what is told among the things to supply."""
    told = {SUPPLIED.get(item.name) for item in report.placeholders}
    return [finding for finding in report.to_mend if finding.code not in told]


def _to_supply(report: Report) -> list[tuple[str, str]]:
    """(mark, message) of what is to be supplied, with the finding of the check that misses it, once."""
    missed = {finding.code: finding for finding in report.to_mend}
    out = []
    for item in report.placeholders:
        finding = missed.pop(SUPPLIED.get(item.name, ""), None)
        head, tail = (f"{finding.message} ", f" ({finding.code})") if finding else ("", "")
        out.append((MARKS[finding.status if finding else "na"], f"{head}{item.message}{tail}"))
    return out


def _fine(report: Report) -> list[Finding]:
    """What is in order; what is for information only stands with the facts."""
    return [finding for finding in report.findings if finding.status == "good" and finding.weight]


def _for_information(report: Report) -> list[str]:
    return [finding.message for finding in report.findings if finding.status == "good" and not finding.weight]


def markdown(report: Report) -> str:
    """The report as Markdown."""
    words, names = WORDS[report.language], _names(report.language)
    lines = [
        f"# {words['report']} : {report.score}/100" if report.language == "fr" else f"# Report: {report.score}/100",
        "",
    ]
    lines += [f"| {words['family']} | {words['score']} |", "|---|---|"]
    lines += [f"| {words[name]} | {'–' if score is None else score} |" for name, score in report.families.items()]
    lines += ["", " ".join([_facts(report), *_for_information(report)])]
    colon = " :" if report.language == "fr" else ":"
    if mend := _to_mend(report):
        lines += ["", f"## {words['mend']}", ""]
        for finding in mend:
            head = f"- {MARKS[finding.status]} **{names[finding.code]}** ({finding.code})"
            lines.append(f"{head}{colon} {finding.message} {finding.fix} ({words['aim']}{colon} {finding.target})")
            lines += [f"  - {text}" for text in _shown(finding, words["more"])]
    if report.placeholders:
        lines += ["", f"## {words['supply']}", "", *(f"- {mark} {message}" for mark, message in _to_supply(report))]
    if fine := _fine(report):
        lines += ["", f"## {words['fine']}", ""]
        lines += [f"- {MARKS['good']} {names[finding.code]}{colon} {finding.message}" for finding in fine]
    return "\n".join(lines) + "\n"


def html(report: Report) -> str:
    """The report as an HTML fragment, for notebooks."""
    words, names = WORDS[report.language], _names(report.language)
    rows = []
    for finding in (*_to_mend(report), *_fine(report)):
        places = "".join(f"<li>{escape(text)}</li>" for text in _shown(finding, words["more"]))
        rows.append(
            f"<tr><td>{MARKS[finding.status]}</td><td>{escape(names[finding.code])}</td>"
            f"<td style='text-align:left' title='{escape(finding.target)}'>"
            f"{escape(finding.message)} {escape(finding.fix)}"
            f"{f'<ul>{places}</ul>' if places else ''}</td></tr>"
        )
    families = " · ".join(f"{escape(words[k])} {v}" for k, v in report.families.items() if v is not None)
    items = "".join(f"<li>{mark} {escape(message)}</li>" for mark, message in _to_supply(report))
    supply = f"<p>{words['supply']}</p><ul>{items}</ul>" if items else ""
    about = "".join(f"<p>{escape(text)}</p>" for text in _for_information(report))
    return (
        f"<div lang='{report.language}'><p><strong>{words['report']} : {report.score}/100</strong> ({families})</p>"
        f"<table><thead><tr><th></th><th>{words['check']}</th><th>{words['message']}</th></tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
        f"{supply}{about}</div>"
    )


def rich_table(report: Report) -> Table:
    """The report as a table for the terminal."""
    from rich.table import Table
    from rich.text import Text

    words, names = WORDS[report.language], _names(report.language)
    table = Table(title=f"{words['report']} : {report.score}/100", show_lines=False)
    for column in ("", words["check"], words["message"], words["fix"]):
        table.add_column(column)
    for finding in (*_to_mend(report), *_fine(report)):
        places = _shown(finding, words["more"])
        message = Text("\n".join([finding.message, *(f"› {text}" for text in places)]))
        table.add_row(Text("●", COLOURS[finding.status]), Text(names[finding.code]), message, Text(finding.fix))
    for _, wanted in _to_supply(report):
        table.add_row("○", words["supply"], Text(wanted), "")
    for note in _for_information(report):
        table.add_row("", "", Text(note), "")
    return table
