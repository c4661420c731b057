"""The article in Markdown: CommonMark with tables, and a front matter for Hugo and Jekyll on request."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from seo_fr.model import Draft, Heading, Passage, Piece, Section
from seo_fr.rendering import layout
from seo_fr.rendering.layout import Item, one_line, safe_url
from seo_fr.settings import DEFAULTS, Settings

# « { » and « | » mean nothing in CommonMark, but start Liquid and Hugo calls, attributes and kramdown tables; « $ »
# starts mathematics in notebooks.
_SPECIAL_RE: Final = re.compile(r"[\\`*_\[\]{}|~$]")
_CUT_RE: Final = re.compile(r"(?<=\S )\\\[(…|\.\.\.|[a-zà-ÿ’' \u00a0]{2,24})\\\](?![(\[:])")
"""« […] », « [de l’] » inside a quotation: brackets that can be no link, and read better without their backslashes."""
_REFERENCE_RE: Final = re.compile(r"&(?=#?\w+;)")
_FIRST_RE: Final = re.compile(r"^(?:[#>+=:-]|\d{1,9}(?=[.)]))")
_CLOSING_RE: Final = re.compile(r"#(?=#*$)")


def to_markdown(draft: Draft, settings: Settings = DEFAULTS, *, front_matter: bool = False) -> str:
    """The article in Markdown; whatever the source holds is shown as text.

    With *front_matter*, a YAML head carries title, description, slug, date, author, image and keyphrases, headings
    carry their anchors (``{#ancre}``, which Hugo and Jekyll read), and the H1 is left to the site's own layout, which
    prints the title.
    """
    out = [_front_matter(draft, settings)] if front_matter else [f"# {escape(draft.title)}"]
    lead = layout.lead(draft)
    if lead is not None:
        out.extend(_passages(lead))
    if image := safe_url(settings.image):
        out.append(f"![{escape(settings.image_alt)}](<{image.replace('<', '%3C').replace('>', '%3E')}>)")
    for section in draft.sections[1 if lead is not None else 0 :]:
        out.append(_heading(section.heading, anchored=front_matter))
        out.extend(_passages(section))
    return "\n\n".join(out) + "\n"


def escape(text: str) -> str:
    r"""Text as Markdown that reads as that very text.

    >>> print(escape("2024. Le *coût* : {{7*7}} <b>"))
    2024\. Le \*coût\* : \{\{7\*7\}\} &lt;b>
    """
    safe = _REFERENCE_RE.sub("&amp;", one_line(text)).replace("<", "&lt;")
    # A backslash alone would leave « {% » whole, and not every reader lets it escape « % ».
    safe = _SPECIAL_RE.sub(r"\\\g<0>", safe).replace("{%", "{&#37;")
    safe = _CLOSING_RE.sub(r"\\#", safe)
    safe = _CUT_RE.sub(r"[\1]", safe)
    return _FIRST_RE.sub(_shield, safe)


def _shield(match: re.Match[str]) -> str:
    opening = match.group()
    return f"{opening}\\" if opening[0].isdigit() else f"\\{opening}"


def _front_matter(draft: Draft, settings: Settings) -> str:
    phrases = dict.fromkeys(phrase.text for phrase in (draft.keyphrase, *draft.keyphrases) if phrase.text)
    known: dict[str, Any] = {
        "title": draft.title,
        "meta_title": draft.meta.title,
        "description": draft.meta.description,
        "slug": draft.meta.slug,
        "date": layout.iso_date(settings),
        "author": settings.author,
        "image": safe_url(settings.image),
        "image_alt": settings.image_alt,
        "canonical_url": safe_url(settings.url),
        "lang": settings.locale,
        "keywords": list(phrases),
    }
    lines = [f"{key}: {_yaml(value)}" for key, value in known.items() if value]
    # A bare date, which both generators read as a date.
    lines = [line.replace('"', "") if line.startswith("date: ") else line for line in lines]
    return "\n".join(["---", *lines, "---"])


def _yaml(value: str | list[str]) -> str:
    """A JSON string or array, which YAML reads as its own; the line breaks that only YAML knows are escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found.group()):04x}", text)


def _heading(heading: Heading, *, anchored: bool) -> str:
    anchor = f" {{#{heading.anchor}}}" if anchored and heading.anchor else ""
    return f"{'#' * heading.level} {escape(heading.text)}{anchor}"


def _passages(section: Section) -> Iterator[str]:
    previous, bullet = "", "-"
    for passage in section.passages:
        if not passage.pieces:
            continue
        kind = _kind(passage)
        # Another bullet opens another list: with the same one, two lists in a row would be read as one.
        bullet = {"-": "*", "*": "-"}[bullet] if kind == previous == "list" else "-"
        yield _passage(passage, bullet)
        previous = kind


def _kind(passage: Passage) -> str:
    return "list" if passage.kind in ("list", "ordered", "terms") else passage.kind


def _passage(passage: Passage, bullet: str) -> str:
    if passage.kind == "paragraph":
        return _sentences(passage.pieces)
    if passage.kind == "quote":
        cite = f"\n>\n> —\u00a0{escape(passage.cite)}" if passage.cite else ""
        return f"> {_sentences(passage.pieces)}{cite}"
    if passage.kind == "table":
        return _table(passage)
    if passage.kind == "terms" and (found := layout.terms(passage)):
        return "\n".join(
            f"{bullet} **{escape(term.label)}** {' '.join(_inner(text) for text, _ in term.said)}" for term in found
        )
    mark = {"-": ".", "*": ")"}[bullet] if passage.kind == "ordered" else bullet
    return "\n".join(_list(layout.items(passage), mark))


def _sentences(pieces: Sequence[Piece]) -> str:
    return escape(" ".join(one_line(piece.text) for piece in pieces))


def _inner(text: str) -> str:
    """Escaped text that does not open its line."""
    return escape(f"\ue000{text}").removeprefix("\ue000")


def _list(items: Sequence[Item], mark: str, *, indent: str = "") -> Iterator[str]:
    """The items, each with its children; numbered where the *mark* is what follows a number."""
    for rank, item in enumerate(items, start=1):
        opening = f"{rank}{mark} " if mark in ".)" else f"{mark} "
        yield f"{indent}{opening}{escape(item.piece.text)}"
        yield from _list(item.children, mark, indent=indent + " " * len(opening))


def _table(passage: Passage) -> str:
    head, rows = layout.table(passage)
    width = len((head or rows[0]).cells)
    lines = [_row(head.cells if head else ("",) * width), f"|{' --- |' * width}"]
    return "\n".join([*lines, *(_row(row.cells) for row in rows)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(_inner(cell) for cell in cells)} |"
