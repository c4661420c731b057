"""A page as the checks see it: blocks, sentences, links, images, read by a parser, whatever the format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal
from urllib.parse import urlsplit

from seo_fr.errors import InvalidInput
from seo_fr.french import count_words
from seo_fr.reading import read, split_sentences
from seo_fr.settings import DEFAULTS, Settings
from seo_fr.topics.matching import Word, words

UnitKind = Literal["heading", "paragraph", "item", "quote", "row"]
LinkKind = Literal["internal", "external", "anchor", "other"]

HEADINGS = {f"h{n}": n for n in range(1, 7)}
BLOCKS = frozenset(
    "address article aside body caption center dd details div dl dt fieldset figcaption figure footer form header hr"
    " html li main ol p pre section summary table tbody tfoot thead tr ul blockquote".split()
)
SKIPPED = frozenset("script style template noscript nav head svg math iframe object select button textarea".split())
"""Elements whose text is no part of the article; links of a ``nav`` still count as uses of anchors."""
HTML_RE = re.compile(
    r"<(?:!doctype|/?(?:p|h[1-6]|div|ul|ol|li|html|body|article|section|a|br|table|strong|em|img)\b)", re.I
)
MARKDOWN_RE = re.compile(r"^(?:#{1,6} \S|---\n|```|> \S)|\]\([^)\s]+\)|\*\*\S", re.MULTILINE)
FRONT_RE = re.compile(r"\A---\n(.*?)\n---\s*(?:\n|\Z)", re.DOTALL)
CONTROL_RE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
SPACES_RE = re.compile("[ \t\n\r\f]+")
"""No-break spaces stay: inside a number they do not part words."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A block of the page with its sentences, cut into words."""

    kind: UnitKind
    text: str
    """What the reader sees, white space made plain."""
    level: int = 0
    """Heading level, 1 to 6."""
    words: int = 0
    """Words, by the one counter of the library."""
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the page."""

    text: str
    words: int
    tokens: tuple[Word, ...]
    """Its words with apostrophes and hyphens apart, for matching."""
    block: int
    """Rank of its block in the page."""
    kind: UnitKind

    @property
    def running(self) -> bool:
        """Whether it belongs to running text: headings, list items and table rows do not."""
        return self.kind in ("paragraph", "quote")


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the page."""

    text: str
    href: str
    kind: LinkKind
    followed: bool
    block: int


@dataclass(frozen=True, slots=True)
class Image:
    """An image of the page; ``alt`` is None where the attribute is missing."""

    src: str
    alt: str | None
    block: int


@dataclass(frozen=True, slots=True)
class Page:
    """All that the checks need of a page."""

    units: tuple[Unit, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    anchors: tuple[str, ...] = ()
    """Values of ``id`` and of ``a name``, in order, duplicates included."""
    title: str = ""
    description: str = ""
    slug: str = ""
    canonical: str = ""
    author: str = ""
    date: str = ""
    image: str = ""
    """Image declared for sharing (Open Graph)."""

    @property
    def headings(self) -> tuple[tuple[int, Unit], ...]:
        """(rank, heading) pairs, in order."""
        return tuple((i, unit) for i, unit in enumerate(self.units) if unit.kind == "heading")

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences of running text: headings, list items and table rows are none."""
        return tuple(s for unit in self.units if unit.kind in ("paragraph", "quote") for s in unit.sentences)

    @property
    def lines(self) -> tuple[Sentence, ...]:
        """All stretches of text, headings, items and rows included."""
        return tuple(s for unit in self.units for s in unit.sentences)

    @property
    def words(self) -> int:
        """Words of the body, headings excluded."""
        return sum(unit.words for unit in self.units if unit.kind != "heading")


@dataclass(slots=True)
class _Walk:
    """What is being gathered while the tree is walked."""

    host: str
    blocks: list[tuple[UnitKind, str, int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    kinds: list[tuple[UnitKind, int]] = field(default_factory=lambda: [("paragraph", 0)])
    link: list[str] | None = None
    skipped: int = 0

    def flush(self) -> None:
        """Close the block under way."""
        text = "".join(self.buffer)
        self.buffer.clear()
        kind, level = self.kinds[-1]
        parts = re.split(r"\n[ \t]*\n", text) if kind == "paragraph" else [text]
        for part in parts:
            if plain := SPACES_RE.sub(" ", part).strip():
                self.blocks.append((kind, plain, level))

    def add(self, text: str | None) -> None:
        """Add text to the block under way."""
        if text and not self.skipped:
            self.buffer.append(text)
        if text and self.link is not None:
            self.link.append(text)


def detect_format(markup: str) -> Literal["html", "markdown", "text"]:
    """What a string looks like.

    >>> detect_format("<p>Bonjour</p>"), detect_format("# Bonjour"), detect_format("Bonjour, 3 < 4.")
    ('html', 'markdown', 'text')
    """
    head = markup[:20_000]
    if HTML_RE.search(head) and not head.startswith("---\n"):
        return "html"
    return "markdown" if MARKDOWN_RE.search(head) else "text"


def read_page(markup: str, *, settings: Settings = DEFAULTS) -> Page:
    """Read HTML, Markdown or plain text into a page. Never raises for odd markup: what cannot be read is left out.

    >>> page = read_page("<h1>Titre</h1><p>Un. Deux.<p>Trois <a href='https://example.org'>liens</a>.")
    >>> [(unit.kind, unit.text) for unit in page.units], page.links[0].kind
    ([('heading', 'Titre'), ('paragraph', 'Un. Deux.'), ('paragraph', 'Trois liens.')], 'external')
    """
    markup = CONTROL_RE.sub("", markup.replace("\r\n", "\n"))
    form = settings.input_format if settings.input_format != "auto" else detect_format(markup)
    if not markup.strip():
        return Page()
    if form == "text":
        return _from_text(markup, settings)
    front: dict[str, str] = {}
    if form == "markdown":
        if match := FRONT_RE.match(markup):
            front = dict(_front_matter(match[1]))
            markup = markup[match.end() :]
        markup = _markdown().render(markup)
    page = _from_html(markup, settings)
    return _with_front(page, front) if front else page


def _from_text(markup: str, settings: Settings) -> Page:
    try:
        source = read(markup, settings=settings.with_(input_format="text"))
    except InvalidInput:
        return Page()
    blocks = [
        (block.kind, SPACES_RE.sub(" ", source.text[block.start : block.end]), block.level) for block in source.blocks
    ]
    return Page(units=_units(blocks))


def _front_matter(head: str) -> Iterator[tuple[str, str]]:
    for line in head.split("\n"):
        key, mark, value = line.partition(":")
        if mark and key.strip().isidentifier():
            yield key.strip().lower(), value.strip().strip("\"'")


def _with_front(page: Page, front: dict[str, str]) -> Page:
    from dataclasses import replace

    return replace(
        page,
        title=front.get("title", ""),
        description=front.get("description", ""),
        slug=front.get("slug", ""),
        author=front.get("author", ""),
        date=front.get("date", ""),
        canonical=front.get("canonical", ""),
    )


@cache
def _markdown() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable("table")


def _from_html(markup: str, settings: Settings) -> Page:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.ParserError, ValueError):
        return Page()
    walk = _Walk(host=_host(settings))
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            if event == "end":
                walk.add(element.tail)
        elif event == "start":
            _open(walk, element)
        else:
            _close(walk, element)
    walk.flush()
    meta = {(m.get("name") or m.get("property") or "").lower(): m.get("content") or "" for m in root.iter("meta")}
    titles = [t.text_content() for t in root.iter("title")]
    canonical = [link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    times = [t.get("datetime") or "" for t in root.iter("time")]
    return Page(
        units=_units(walk.blocks),
        links=tuple(walk.links),
        images=tuple(walk.images),
        anchors=tuple(walk.anchors),
        title=SPACES_RE.sub(" ", titles[0]).strip() if titles else "",
        description=SPACES_RE.sub(" ", meta.get("description", "")).strip(),
        canonical=canonical[0] if canonical else "",
        author=meta.get("author", ""),
        date=meta.get("article:published_time", "") or (times[0] if times else ""),
        image=meta.get("og:image", ""),
    )


def _open(walk: _Walk, element: Any) -> None:
    tag = element.tag
    if tag in SKIPPED:
        walk.skipped += 1
    if anchor := element.get("id") or (tag == "a" and element.get("name")):
        walk.anchors.append(anchor)
    kind, level = walk.kinds[-1]
    if tag in HEADINGS:
        walk.flush()
        walk.kinds.append(("heading", HEADINGS[tag]))
    elif tag in BLOCKS:
        walk.flush()
        inherited: tuple[UnitKind, int] = (kind, level) if kind in ("quote", "item", "row") else ("paragraph", 0)
        own: dict[str, tuple[UnitKind, int]] = {"li": ("item", 0), "dt": ("item", 0), "tr": ("row", 0)}
        own |= {"blockquote": ("quote", 0), "figcaption": ("item", 0), "caption": ("item", 0)}
        walk.kinds.append(own.get(tag, inherited))
    elif tag == "br":
        walk.buffer.append("\n")
    elif tag in ("td", "th"):
        walk.buffer.append(" · " if "".join(walk.buffer).strip() else "")
    elif tag == "img":
        walk.images.append(Image(element.get("src") or "", element.get("alt"), len(walk.blocks)))
    elif tag == "a" and element.get("href") is not None:
        walk.link = []
    if tag == "img" and walk.link is not None:
        walk.link.append(element.get("alt") or "")
    walk.add(element.text)


def _close(walk: _Walk, element: Any) -> None:
    tag = element.tag
    if tag == "a" and walk.link is not None and element.get("href") is not None:
        href = element.get("href").strip()
        text = SPACES_RE.sub(" ", "".join(walk.link)).strip() or (element.get("aria-label") or "").strip()
        rel = (element.get("rel") or "").lower().split()
        followed = not {"nofollow", "ugc", "sponsored"} & set(rel)
        walk.links.append(Link(text, href, link_kind(href, walk.host), followed, len(walk.blocks)))
        walk.link = None
    if tag in HEADINGS or tag in BLOCKS:
        walk.flush()
        walk.kinds.pop()
    if tag in SKIPPED:
        walk.skipped -= 1
    walk.add(element.tail)


def _host(settings: Settings) -> str:
    given = [settings.url, *(url for _, url in settings.breadcrumbs), *(url for _, url in settings.pages)]
    return next((urlsplit(url).netloc for url in given if urlsplit(url).netloc), "")


def link_kind(href: str, host: str = "") -> LinkKind:
    """Whether a link stays on the site.

    >>> [link_kind(h, "a.fr") for h in ("/x", "https://a.fr/y", "https://b.fr", "#fin", "mailto:x@a.fr")]
    ['internal', 'internal', 'external', 'anchor', 'other']
    """
    if href.startswith("#"):
        return "anchor"
    try:
        parts = urlsplit(href)
    except ValueError:
        return "other"
    if parts.scheme not in ("", "http", "https"):
        return "other"
    if not parts.netloc:
        return "internal" if href else "other"
    return "internal" if host and parts.netloc.removeprefix("www.") == host.removeprefix("www.") else "external"


def _units(blocks: Sequence[tuple[UnitKind, str, int]]) -> tuple[Unit, ...]:
    out: list[Unit] = []
    for rank, (kind, text, level) in enumerate(blocks):
        parts = split_sentences(text) if kind in ("paragraph", "quote", "item") else [text]
        sentences = tuple(Sentence(part, count_words(part), tuple(words(part)), rank, kind) for part in parts)
        out.append(Unit(kind, text, level, sum(s.words for s in sentences), sentences))
    return tuple(out)
