"""Options of a rewrite, all in one frozen value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, Self

from seo_fr.errors import InvalidSettings

InputFormat = Literal["auto", "text", "markdown", "html"]
Locale = Literal["fr-FR", "fr-CA", "fr-CH", "fr-BE"]
LOCALES: tuple[Locale, ...] = ("fr-FR", "fr-CA", "fr-CH", "fr-BE")
BLOCKS = ("essentials", "figures", "dates", "people", "quotations", "sources", "background", "faq", "unknowns")
"""Optional blocks, in the order in which they may stand around the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to read, write and judge. Every field has a default that suits a French news desk.

    >>> Settings(locale="fr-CA").locale
    'fr-CA'
    >>> Settings(background_share=2)
    Traceback (most recent call last):
    ...
    seo_fr.errors.InvalidSettings: background_share vaut 2 ; il faut une part entre 0 et 1.
    """

    input_format: InputFormat = "auto"
    """How to read the text; ``"auto"`` recognises HTML and Markdown."""
    locale: Locale = "fr-FR"
    """Typography: spaces before high punctuation, quotation marks, numbers."""
    published: dt.date | None = None
    """Publication date, against which « ce matin » is resolved; the text's own dateline serves if absent."""
    repair_source: bool = True
    """Mend certain faults of the source outside quotations; each repair is listed as a warning."""
    blocks: tuple[str, ...] = BLOCKS
    """Optional blocks allowed; each still keeps quiet when it has not enough to say."""
    background_share: float = 0.30
    """Most of the words asked for that may come from the knowledge base; never over a third of what is written."""
    framing_share: float = 0.10
    """Most of the words asked for that may be text about the text."""
    overshoot: float = 0.08
    """How far above ``min_words`` the expansion may go."""
    on_shortfall: Literal["warn", "raise"] = "warn"
    """What to do when the honest material ends below ``min_words``."""
    glossary: Path | str | Mapping[str, Mapping[str, Any]] | None = None
    """Concepts of one's own, laid over the shipped ones: a TOML file or a mapping term → fields."""
    templates: Path | str | None = None
    """Folder of Jinja templates of one's own, looked up before the shipped ones."""
    seed: int = 0
    """Permutes the choice among renderings of equal merit; the same seed gives the same bytes."""
    message_language: Literal["fr", "en"] = "fr"
    """Language of the report's messages."""
    author: str = ""
    """Author to print and to declare; never invented."""
    author_url: str = ""
    """Page about the author."""
    modified: dt.date | None = None
    """Date of the last change, if the page has changed since it was published."""
    site_name: str = ""
    url: str = ""
    """Canonical URL of the page."""
    image: str = ""
    image_alt: str = ""
    breadcrumbs: tuple[tuple[str, str], ...] = ()
    """(name, URL) pairs from the home page down."""
    pages: tuple[tuple[str, str], ...] = ()
    """(title, URL) of pages of the site, among which internal links are suggested."""
    faq_markup: bool = False
    """Emit ``FAQPage`` JSON-LD for the questions block."""

    def __post_init__(self) -> None:
        for name in ("background_share", "framing_share", "overshoot"):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
                raise InvalidSettings(f"{name} vaut {value!r} ; il faut une part entre 0 et 1.")
        for name in ("published", "modified"):
            day = getattr(self, name)
            if day is not None and not isinstance(day, dt.date):
                raise InvalidSettings(f"{name} vaut {day!r} ; donnez une datetime.date.")
        if isinstance(self.seed, bool) or not isinstance(self.seed, int):
            raise InvalidSettings(f"seed vaut {self.seed!r} ; donnez un nombre entier.")
        if self.locale not in LOCALES:
            raise InvalidSettings(f"locale vaut {self.locale!r} ; choisissez parmi {', '.join(LOCALES)}.")
        if self.input_format not in ("auto", "text", "markdown", "html"):
            raise InvalidSettings(
                f"input_format vaut {self.input_format!r} ; choisissez parmi auto, text, markdown, html."
            )
        if self.on_shortfall not in ("warn", "raise"):
            raise InvalidSettings(f"on_shortfall vaut {self.on_shortfall!r} ; choisissez « warn » ou « raise ».")
        if self.message_language not in ("fr", "en"):
            raise InvalidSettings(f"message_language vaut {self.message_language!r} ; choisissez « fr » ou « en ».")
        if isinstance(self.blocks, str):
            raise InvalidSettings(f"blocks vaut {self.blocks!r} ; donnez un tuple, par exemple ({self.blocks!r},).")
        if unknown := [name for name in self.blocks if name not in BLOCKS]:
            raise InvalidSettings(f"blocks contient {unknown[0]!r} ; choisissez parmi {', '.join(BLOCKS)}.")

    def with_(self, **changes: Any) -> Self:
        """A copy with some fields changed."""
        return replace(self, **changes)


DEFAULTS = Settings()
