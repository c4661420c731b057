"""HTML into drafts of blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from seo_fr.model import BlockKind
from seo_fr.reading.plain import Draft

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DROPPED = frozenset(
    """script style noscript template head nav footer aside form button select textarea input iframe svg canvas object
    video audio code pre figcaption picture img label menu dialog""".split()
)
LEAVES = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd caption tr".split())
CONTAINERS = frozenset(
    "html body div section article main header ul ol dl table thead tbody tfoot blockquote "
    "figure details summary center".split()
)


def drafts_of_html(text: str) -> list[Draft]:
    """Drafts of an HTML fragment or page: scripts, navigation, forms and code dropped.

    >>> page = "<h2>Un</h2><p>Deux <b>mots</b>.</p><script>x</script><ul><li>a</li></ul>"
    >>> [(d.kind, d.text) for d in drafts_of_html(page)]
    [('heading', 'Un'), ('paragraph', 'Deux mots.'), ('item', 'a')]
    """
    from lxml import etree, html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", no_network=True)
    try:
        root = html.fromstring(
            f"<div>{text}</div>" if not re.search(r"<(?:html|body|!doctype)", text, re.IGNORECASE) else text.encode(),
            parser=parser,
        )
    except (etree.ParserError, ValueError):
        return []
    main = next(iter(root.xpath("//article") if len(root.xpath("//article")) == 1 else root.xpath("//main")), root)
    walker = _Walker()
    walker.visit(main, lists=(), quote=False)
    walker.flush()
    return walker.out


class _Walker:
    """Depth-first reading of the tree, with a buffer for text that stands outside any block element."""

    def __init__(self) -> None:
        self.out: list[Draft] = []
        self.group = -1
        self.loose: list[str] = []
        self.quote = False

    def flush(self) -> None:
        """End the loose paragraph."""
        for part in "".join(self.loose).split("\x1e"):
            if body := squeezed(part):
                self.out.append(Draft("quote" if self.quote else "paragraph", body))
        self.loose = []

    def visit(self, element: HtmlElement, *, lists: tuple[bool, ...], quote: bool) -> None:
        """Read an element: a container is entered, a leaf becomes a draft, anything else is loose text."""
        self.loose.append(element.text or "")
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag in DROPPED or not tag or child.get("hidden") is not None or child.get("aria-hidden") == "true":
                pass
            elif tag in LEAVES:
                self.flush()
                self.leaf(child, tag, lists, quote)
            elif tag in CONTAINERS:
                self.flush()
                inside = lists
                if tag in {"ul", "ol"}:
                    self.group += not lists
                    inside = (*lists, tag == "ol")
                elif tag == "table":
                    self.group += 1
                before, self.quote = self.quote, quote or tag == "blockquote"
                self.visit(child, lists=inside, quote=self.quote)
                self.flush()
                self.quote = before
            elif tag == "br":
                self.loose.append("\x1e" if element.tag not in LEAVES else " ")
            elif any(isinstance(d.tag, str) and d.tag in LEAVES | CONTAINERS for d in child.iterdescendants()):
                self.visit(child, lists=lists, quote=quote)
            else:
                self.loose.append(inline_text(child))
            self.loose.append(child.tail or "")

    def leaf(self, element: HtmlElement, tag: str, lists: tuple[bool, ...], quote: bool) -> None:
        """Turn a paragraph, heading, item or row into a draft; lists inside an item come after it."""
        if tag == "tr":
            cells = tuple(squeezed(inline_text(c)) for c in element if isinstance(c.tag, str) and c.tag in {"td", "th"})
            if any(cells):
                self.out.append(Draft("row", " | ".join(c for c in cells if c), group=self.group, cells=cells))
            return
        body = squeezed(inline_text(element, outer=True))
        if body:
            kind: BlockKind = (
                "heading"
                if tag[0] == "h"
                else "item"
                if tag in {"li", "dd"} and lists
                else "quote"
                if quote
                else "paragraph"
            )
            level = int(tag[1]) if kind == "heading" else max(0, len(lists) - 1) if kind == "item" else 0
            self.out.append(Draft(kind, body, level, bool(lists and lists[-1]), self.group if kind == "item" else -1))
        for inner in element.iterchildren("ul", "ol"):
            saved, self.loose = self.loose, []
            holder = (*lists, inner.tag == "ol")
            self.visit(inner, lists=holder, quote=quote)
            self.flush()
            self.loose = saved


def inline_text(element: HtmlElement, *, outer: bool = False) -> str:
    """What a reader sees of an element; lists inside it left out when *outer*."""
    parts = [element.text or ""]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "br":
            parts.append(" ")
        elif tag and tag not in DROPPED - {"code"} and not (outer and tag in {"ul", "ol", "table"}):
            parts.append(inline_text(child, outer=outer))
            if tag in {"p", "div", "td", "th", "li"}:
                parts.append(" ")
        parts.append(child.tail or "")
    return "".join(parts)


def squeezed(text: str) -> str:
    """White space as a browser shows it."""
    return re.sub(r"\s+", " ", text).strip()
