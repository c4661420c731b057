"""Block markup that a block parser reads back."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from lxml import html

from seo_fr.model import Draft
from seo_fr.rendering.wordpress import attributes, say, to_wordpress
from seo_fr.settings import Settings

# The grammar of the editor's own parser: name, optional JSON, optional closing slash.
BLOCK_RE = re.compile(r"<!--\s+(?P<close>/)?wp:(?P<name>[a-z][a-z0-9-]*)\s+(?P<json>\{.*?\}\s+)?(?P<void>/)?-->")


@dataclass
class Block:
    name: str
    attributes: dict[str, Any]
    inner: list[Block] = field(default_factory=list)
    text: str = ""


def blocks(markup: str) -> list[Block]:
    """The tree of blocks; text outside any block, or a block left open, is an error."""
    root, at = Block("root", {}), 0
    open_blocks = [root]
    for match in BLOCK_RE.finditer(markup):
        open_blocks[-1].text += markup[at : match.start()]
        at = match.end()
        if match["close"]:
            assert open_blocks.pop().name == match["name"]
        else:
            block = Block(match["name"], json.loads(match["json"] or "{}"))
            open_blocks[-1].inner.append(block)
            open_blocks.append(block)
    assert open_blocks == [root]
    assert not (root.text + markup[at:]).strip()
    return root.inner


def test_blocks(draft: Draft, full_settings: Settings) -> None:
    found = blocks(to_wordpress(draft, full_settings))
    names = [block.name for block in found]
    assert names[:4] == ["paragraph", "paragraph", "image", "list"]
    assert names.count("heading") == len(draft.headings) - 1, "the site prints the title"
    assert {name: names.count(name) for name in ("table", "quote", "list")} == {"table": 2, "quote": 1, "list": 5}
    assert [b.attributes.get("level", 2) for b in found if b.name == "heading"] == [h.level for h in draft.headings[1:]]
    assert found[0].attributes == {"className": "chapo"}


def test_nested_lists_nest_as_blocks(draft: Draft) -> None:
    essentials = [block for block in blocks(to_wordpress(draft)) if block.name == "list"][1]
    assert [item.name for item in essentials.inner] == ["list-item"] * 4
    assert [len(item.inner) for item in essentials.inner] == [0, 0, 1, 0]


def test_every_piece_is_seen(draft: Draft) -> None:
    text = html.document_fromstring(to_wordpress(draft)).text_content()
    for piece in draft.pieces:
        for part in piece.cells if " | " in piece.text else (piece.text,):
            assert part in text


def test_contents_links_land(draft: Draft) -> None:
    root = html.document_fromstring(to_wordpress(draft))
    links = root.xpath("//ol[contains(@class, 'sommaire')]//a/@href")
    assert [link[1:] for link in links] == root.xpath("//h2/@id")


def test_hostile_blocks_are_shown_as_text(hostile: Draft, hostile_settings: Settings, attack: str) -> None:
    markup = to_wordpress(hostile, hostile_settings)
    found = blocks(markup)
    assert {block.name for block in found} <= {"paragraph", "heading", "list", "table", "quote", "image"}
    assert not re.search(r"\[/?\w", markup), "WordPress runs shortcodes wherever they stand"
    root = html.document_fromstring(markup)
    tags = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    assert tags <= set(
        "html body div p h2 h3 ul ol li a strong figure img table thead tbody tr th td blockquote cite".split()
    )
    assert {name for e in root.iter() for name in e.attrib} <= {"class", "id", "href", "src", "alt"}
    assert [h.text_content() for h in root.iter("h2")] == [attack] * 4
    assert {cell.text_content() for cell in root.iter("td", "th", "cite")} == {attack}


def test_brackets_of_french_quotations_stay_readable() -> None:
    assert say("Il a […] vu [ceci].") == "Il a […] vu &#91;ceci]."


def test_attributes_never_close_the_comment() -> None:
    assert "-->" not in attributes(className="--><script>")
