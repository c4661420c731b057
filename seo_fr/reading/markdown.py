"""Markdown into drafts of blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from seo_fr.model import BlockKind
from seo_fr.reading.plain import Draft

if TYPE_CHECKING:
    from markdown_it.token import Token as Mark

FRONT_MATTER_RE = re.compile(r"\A---\n(?:[\w-]+ ?:.*\n|[ -].*\n)+---\n")


def drafts_of_markdown(text: str) -> list[Draft]:
    r"""Drafts of a Markdown text: headings, paragraphs, items, quotations, rows; code and raw HTML dropped.

    >>> [(d.kind, d.level, d.text) for d in drafts_of_markdown("## Un **mot**\n\n- a\n  - b\n\n> c")]
    [('heading', 2, 'Un mot'), ('item', 0, 'a'), ('item', 1, 'b'), ('quote', 0, 'c')]
    """
    from markdown_it import MarkdownIt

    tokens = (
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(FRONT_MATTER_RE.sub("", text))
    )
    return _walk(tokens)


def _walk(tokens: list[Mark]) -> list[Draft]:
    out: list[Draft] = []
    lists: list[bool] = []
    group = -1
    quote = 0
    fresh_item = False
    heading = 0
    cells: list[str] | None = None
    for token in tokens:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            group += not lists
            lists.append(token.type.startswith("ordered"))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type == "list_item_open":
            fresh_item = True
        elif token.type == "table_open":
            group += 1
        elif token.type == "blockquote_open":
            quote += 1
        elif token.type == "blockquote_close":
            quote -= 1
        elif token.type == "heading_open":
            heading = int(token.tag[1])
        elif token.type == "heading_close":
            heading = 0
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            if cells and any(cells):
                out.append(Draft("row", " | ".join(c for c in cells if c), group=group, cells=tuple(cells)))
            cells = None
        elif token.type == "inline":
            body = inline_text(token)
            if cells is not None:
                cells.append(body)
            elif body:
                kind: BlockKind = "heading" if heading else "item" if lists else "quote" if quote else "paragraph"
                if kind == "item" and not fresh_item and out and out[-1].kind == "item":
                    last = out.pop()
                    out.append(Draft("item", f"{last.text} {body}", last.level, last.ordered, last.group))
                else:
                    level = heading or max(0, len(lists) - 1)
                    out.append(Draft(kind, body, level, bool(lists and lists[-1]), group if lists else -1))
                fresh_item = False
    return out


def inline_text(token: Mark) -> str:
    """What a reader sees of inline Markdown: link texts, words in bold; no image, no raw tag."""
    parts: list[str] = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
    return re.sub(r" {2,}", " ", "".join(parts)).strip()
