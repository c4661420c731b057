"""What every measure is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from seo_fr.model import Location
from seo_fr.resources import load_toml
from seo_fr.scoring.counts import Counts, count
from seo_fr.scoring.page import SPACES_RE, Page, Sentence, Unit, read_page
from seo_fr.settings import DEFAULTS, Settings
from seo_fr.topics.matching import Word, find_words, stems, words


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure of a page."""

    value: float | None
    """In the unit of the check; None where the check does not apply."""
    places: tuple[Location, ...] = ()
    """What is to be mended, not what is fine."""
    details: Mapping[str, float | str] = field(default_factory=dict)
    """Further figures for the message."""
    shown: str | None = None
    """What the report shows as the value, when it is no plain number."""


NOT_APPLICABLE = Measured(None)


@dataclass(frozen=True, slots=True)
class Context:
    """A page with what it should be about."""

    page: Page
    keyphrase: str = ""
    stems: tuple[str, ...] = ()
    """Stems of the keyphrase's content words."""
    title: str = ""
    """What search engines show as the title."""
    description: str = ""
    slug: str = ""
    source: str | None = None
    """The text that the page was made from, where known."""
    background: str = ""
    """Sentences of general knowledge that the page explains terms with; the source need not have what they say."""
    secondary: tuple[str, ...] = ()
    settings: Settings = DEFAULTS
    sentences: tuple[Sentence, ...] = ()
    """Sentences of running text."""
    lines: tuple[Sentence, ...] = ()
    """All stretches of text: headings, items and rows too."""
    hits: tuple[int, ...] = ()
    """Occurrences of the keyphrase in each of ``lines``."""
    counts: Counts = field(default_factory=Counts)
    """Words and syllables of running text."""

    @property
    def headings(self) -> tuple[tuple[int, Unit], ...]:
        """(rank, heading) pairs."""
        return self.page.headings

    @property
    def own(self) -> tuple[Sentence, ...]:
        """All stretches of text but those of background."""
        return tuple(line for line in self.lines if not (self.background and line.text in self.background))


def make_context(
    markup: str,
    keyphrase: str,
    *,
    title: str | None,
    description: str | None,
    slug: str | None,
    settings: Settings,
    source: str | None,
    secondary: Sequence[str],
    background: Sequence[str],
) -> Context:
    """Read the page and look the keyphrase up in it once, for all checks."""
    page = read_page(markup, settings=settings)
    key = stems(keyphrase) if keyphrase.strip() else ()
    lines = page.lines
    return Context(
        page=page,
        keyphrase=keyphrase.strip(),
        stems=key,
        title=(page.title if title is None else title).strip(),
        description=(page.description if description is None else description).strip(),
        slug=(page.slug if slug is None else slug).strip(),
        source=source,
        background=" ".join(SPACES_RE.sub(" ", text).strip() for text in background),
        secondary=tuple(secondary),
        settings=settings,
        sentences=page.sentences,
        counts=count(page.sentences),
        lines=lines,
        hits=tuple(len(find_words(line.tokens, key, gap=None)) for line in lines) if key else (0,) * len(lines),
    )


def share_of(tokens: Sequence[Word], key: Sequence[str]) -> float:
    """Share of the stems of a phrase that stand among some words."""
    if not key:
        return 0.0
    return sum(bool(find_words(tokens, (one,), gap=None)) for one in dict.fromkeys(key)) / len(dict.fromkeys(key))


def share_in(text: str, key: Sequence[str]) -> float:
    """Share of the stems of a phrase that stand in a text."""
    return share_of(tuple(words(text)), key)


def place(sentence: Sentence) -> Location:
    """A sentence as a location."""
    return Location(sentence.text, sentence.block)


def place_unit(rank: int, unit: Unit) -> Location:
    """A block as a location."""
    return Location(unit.text, rank)


@cache
def lexicon(name: str, key: str) -> frozenset[str]:
    """A list of a scoring resource, as a set: words parted by white space, or an array of strings."""
    found = load_toml(f"scoring/{name}.toml")[key]
    return frozenset(found.split() if isinstance(found, str) else found)
