"""The value that :func:`seo_fr.rewrite` gives back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seo_fr.errors import OutputNotWritable, UnsupportedFormat
from seo_fr.model import ORIGINS, Analysis, Draft, Heading, Keyphrase, Ledger, Meta, Note, Piece, Section, Source
from seo_fr.settings import Settings

if TYPE_CHECKING:
    from seo_fr.scoring.report import Report

SCHEMA = "seo_fr.rewrite/1"
SUFFIXES = (".md", ".markdown", ".html", ".htm", ".json", ".txt")
"""What :meth:`Rewrite.save` can write; « .wp.html » is WordPress's."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A rewritten article with all that is known of it. Frozen: every method gives the same bytes every time."""

    source: Source
    """The cleaned source."""
    draft: Draft
    """The article: sections, passages, pieces."""
    report: Report
    """Scores and findings."""
    min_words: int
    """Length asked for, in words."""
    settings: Settings
    """Options it was made with."""
    warnings: tuple[Note, ...] = ()
    """What the editor should know, in French."""
    analysis: Analysis | None = None
    """All that was understood of the source."""

    @property
    def title(self) -> str:
        """The H1."""
        return self.draft.title

    @property
    def keyphrase(self) -> str:
        """The phrase to rank for."""
        return self.draft.keyphrase.text

    @property
    def keyphrases(self) -> tuple[Keyphrase, ...]:
        """Secondary keyphrases, best first."""
        return self.draft.keyphrases

    @property
    def meta(self) -> Meta:
        """Meta title, meta description, slug."""
        return self.draft.meta

    @property
    def sections(self) -> tuple[Section, ...]:
        """Headings with what stands under them."""
        return self.draft.sections

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings, the H1 first."""
        return self.draft.headings

    @property
    def sentences(self) -> tuple[Piece, ...]:
        """Every visible sentence, list item and table row, in reading order."""
        return self.draft.pieces

    @property
    def ledger(self) -> Ledger:
        """Words by origin."""
        return ledger_of(self.draft)

    @property
    def word_count(self) -> int:
        """Words of the body: headings, contents list and metadata are not counted."""
        return self.ledger.total

    @property
    def shortfall(self) -> int:
        """Words that the honest material falls short of ``min_words``; 0 when the length is reached."""
        return max(0, self.min_words - self.word_count)

    def __repr__(self) -> str:
        return f"Rewrite(title={self.title!r}, word_count={self.word_count}, score={self.report.score})"

    def to_markdown(self, *, front_matter: bool = False) -> str:
        """The article in Markdown, with a front matter for Hugo or Jekyll if asked."""
        from seo_fr.rendering.markdown import to_markdown

        return to_markdown(self.draft, self.settings, front_matter=front_matter)

    def to_html(self) -> str:
        """The article as an HTML fragment."""
        from seo_fr.rendering.html import to_html

        return to_html(self.draft, self.settings)

    def to_page(self) -> str:
        """A whole, self-contained HTML document with metadata, Open Graph and JSON-LD."""
        from seo_fr.rendering.page import to_page

        return to_page(self.draft, self.settings)

    def to_wordpress(self) -> str:
        """The article in WordPress block markup."""
        from seo_fr.rendering.wordpress import to_wordpress

        return to_wordpress(self.draft, self.settings)

    def to_dict(self) -> dict[str, Any]:
        """Plain data, JSON-able; the keys are part of the public contract."""
        index = {id(section): k for k, section in enumerate(self.sections)}
        return {
            "schema": SCHEMA,
            "title": self.title,
            "keyphrase": self.keyphrase,
            "keyphrases": [phrase.text for phrase in self.keyphrases],
            "meta": {"title": self.meta.title, "description": self.meta.description, "slug": self.meta.slug},
            "word_count": self.word_count,
            "min_words": self.min_words,
            "shortfall": self.shortfall,
            "ledger": self.ledger.to_dict(),
            "source_text": self.source.raw,
            "source_title": self.source.given_title,
            "source_sentences": [{"id": s.id, "text": s.text, "paragraph": s.block} for s in self.source.sentences],
            "headings": [
                {
                    "level": h.level,
                    "text": h.text,
                    "anchor": h.anchor,
                    "sources": list(h.sources),
                    "operation": h.operation,
                }
                for h in self.headings
            ],
            "sentences": [
                {
                    "text": piece.text,
                    "origin": piece.origin,
                    "sources": list(piece.sources),
                    "operation": piece.operation,
                    "section": index[id(section)],
                }
                for section in self.sections
                for piece in section.pieces
            ],
            "warnings": [
                {"code": note.code, "message": note.message}
                | ({"before": note.before, "after": note.after} if note.before or note.after else {})
                for note in self.warnings
            ],
            "report": self.report.to_dict(),
        }

    def to_json(self, *, indent: int | None = 2) -> str:
        """:meth:`to_dict` as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent) + "\n"

    def save(self, path: str | Path) -> Path:
        """Write the article in the format of the path's suffix: ``.md``, ``.html``, ``.json`` or ``.txt`` (WordPress
        blocks: ``.wp.html``). The file appears whole or not at all.

        :raises UnsupportedFormat: for another suffix, before anything is written.
        :raises OutputNotWritable: when the folder does not exist or refuses; nothing is left behind.
        """
        target = Path(path)
        check_suffix(target)
        writers: dict[str, Callable[[], str]] = {
            ".md": partial(self.to_markdown, front_matter=True),
            ".markdown": partial(self.to_markdown, front_matter=True),
            ".html": self.to_page,
            ".htm": self.to_page,
            ".json": self.to_json,
            ".txt": self.explain,
        }
        write = self.to_wordpress if target.name.lower().endswith(".wp.html") else writers[target.suffix.lower()]
        write_whole(target, write())
        return target

    def explain(self) -> str:
        """Sentence by sentence: where it comes from, what made it, the source sentence behind it."""
        from seo_fr.rendering.explain import explain

        return explain(self.draft, self.source)

    def plot(self) -> Any:
        """Keyphrase positions, sentence lengths and ledger, as a matplotlib figure (``notebook`` extra)."""
        from seo_fr.rendering.plots import plot

        return plot(self.draft, self.settings)

    def _repr_html_(self) -> str:
        from seo_fr.rendering.notebook import to_notebook

        return to_notebook(self.draft, self.source, self.report, self.settings, self.warnings)


def ledger_of(draft: Draft) -> Ledger:
    """Count the words of a draft by origin."""
    from seo_fr.french import count_words

    counts = dict.fromkeys(ORIGINS, 0)
    for piece in draft.pieces:
        counts[piece.origin] += count_words(piece.text)
    return Ledger(**counts)


def check_suffix(path: str | Path) -> None:
    """Refuse a file name whose format :meth:`Rewrite.save` does not know.

    :raises UnsupportedFormat: naming the formats that are known.
    """
    target = Path(path)
    if target.suffix.lower() not in SUFFIXES:
        raise UnsupportedFormat(
            f"Le suffixe « {target.suffix or target.name} » n’est pas connu ; "
            "choisissez .md, .html, .wp.html, .json ou .txt."
        )


def write_whole(target: Path, text: str) -> None:
    """Write through a temporary file beside the target, so that nothing partial is ever seen.

    :raises OutputNotWritable: saying why, with nothing left behind.
    """
    if not target.parent.is_dir():
        raise OutputNotWritable(f"Le dossier « {target.parent} » n’existe pas ; créez-le ou changez de chemin.")
    temporary = target.with_name(f".{target.name}.part")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise OutputNotWritable(f"Le fichier « {target} » ne peut être écrit : {error.strerror}.") from error
