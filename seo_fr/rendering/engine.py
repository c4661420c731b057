"""Jinja for pages: every value escaped, a missing one refused, the user's own templates first."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seo_fr.errors import InvalidTemplate
from seo_fr.model import Piece
from seo_fr.rendering import layout
from seo_fr.settings import Settings

if TYPE_CHECKING:
    from jinja2 import Environment, TemplateError
    from markupsafe import Markup

Say = Callable[[str, Piece], "Markup"]
"""How the visible words of a piece, or of one of its cells, are written out: already escaped."""


def render(name: str, settings: Settings, /, **values: Any) -> str:
    """Fill in a page template. ``<settings.templates>/pages/<name>`` stands in for the shipped one if it exists.

    :raises InvalidTemplate: when the template does not parse or asks for a value that does not exist.
    """
    from jinja2 import TemplateError

    folder = str(Path(settings.templates) / "pages") if settings.templates else ""
    try:
        text = _environment(folder).get_template(name).render(settings=settings, **values)
    except TemplateError as error:
        raise InvalidTemplate(f"Le modèle de page {_place(error, name)} ne peut être rempli : {error}.") from error
    return text.strip("\n") + "\n"


def plain(text: str, _: Piece) -> Markup:
    """Write words out as they are, escaped."""
    from markupsafe import escape

    return escape(text)


def _place(error: TemplateError, name: str) -> str:
    """The template at fault and its line: the one asked for may only have included it."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return f"« {error.name or name} » (ligne {error.lineno})"
    # Jinja puts the lines of templates into the traceback, the innermost last.
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    return f"« {Path(frames[-1].filename).name} » (ligne {frames[-1].lineno})" if frames else f"« {name} »"


@cache
def _environment(folder: str) -> Environment:
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined

    own = [FileSystemLoader(folder, encoding="utf-8")] if folder else []
    env = Environment(
        loader=ChoiceLoader([*own, PackageLoader("seo_fr.resources", "pages", encoding="utf-8")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(
        items=layout.items, table=layout.table, terms=layout.terms, safe_url=layout.safe_url, wide=layout.wide
    )
    return env
