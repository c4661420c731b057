"""Template families: one Jinja file a family, one variant a line, the user's folder first.

A variant that asks for a slot which is not given does not fit, and is passed over. Among those that fit, the chooser
takes the one whose opening was used least, then the first in the file; ``seed`` turns the file's order, nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seo_fr.errors import InvalidTemplate

if TYPE_CHECKING:
    from jinja2 import Environment, Template

SUFFIX = ".j2"
Filters = Mapping[str, Callable[..., Any]]


def environment(folder: Path | str | None, filters: Filters | None = None) -> Environment:
    """Jinja with the user's templates laid over the shipped ones; a missing slot is an error."""
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined

    own = [FileSystemLoader(str(folder), encoding="utf-8")] if folder else []
    shipped = PackageLoader("seo_fr.resources", "templates", encoding="utf-8")
    env = Environment(loader=ChoiceLoader([*own, shipped]), undefined=StrictUndefined, autoescape=False)
    env.filters.update(filters or {})
    return env


def family_lines(env: Environment, family: str) -> tuple[str, ...]:
    """The variants of a family, as written: comment lines (« # ») and blank lines left out.

    :raises InvalidTemplate: when the family's file is missing.
    """
    from jinja2 import TemplateNotFound

    assert env.loader is not None
    try:
        text, _, _ = env.loader.get_source(env, family + SUFFIX)
    except TemplateNotFound as error:
        raise InvalidTemplate(f"La famille de modèles « {family} » n’existe pas (fichier {family}{SUFFIX}).") from error
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@dataclass
class Templates:
    """The families of one rewrite, and what has been used of them."""

    env: Environment
    seed: int = 0
    _compiled: dict[str, tuple[Template, ...]] = field(default_factory=dict)
    _openings: Counter[str] = field(default_factory=Counter)

    def all(self, family: str, **slots: Any) -> tuple[str, ...]:
        """Every variant that fits the slots given, in the order of preference before variety.

        :raises InvalidTemplate: when a variant does not parse.
        """
        from jinja2 import TemplateSyntaxError, UndefinedError

        if family not in self._compiled:
            try:
                lines = family_lines(self.env, family)
                self._compiled[family] = tuple(self.env.from_string(line) for line in lines)
            except TemplateSyntaxError as error:
                raise InvalidTemplate(f"Modèle « {family} » : {error.message} (ligne {error.lineno}).") from error
        out = []
        given = {name: value for name, value in slots.items() if value not in (None, "", ())}
        for template in self._compiled[family]:
            try:
                out.append(" ".join(template.render(given).split()))
            except UndefinedError:
                continue
        found = [text for text in out if text]
        turn = self.seed % len(found) if found else 0
        return tuple(found[turn:] + found[:turn])

    def pick(self, family: str, **slots: Any) -> str:
        """The fitting variant whose first words were used least; "" when none fits."""
        found = self.all(family, **slots)
        if not found:
            return ""
        text = min(found, key=lambda t: self._openings[opening(t)])
        self._openings[opening(text)] += 1
        return text


def opening(text: str) -> str:
    """The first two words, by which a reader notices a repeated frame."""
    return " ".join(text.lower().split()[:2])


@cache
def shipped_families() -> tuple[str, ...]:
    """Names of the shipped families."""
    from importlib.resources import files

    folder = files("seo_fr.resources").joinpath("templates")
    return tuple(sorted(f.name.removesuffix(SUFFIX) for f in folder.iterdir() if f.name.endswith(SUFFIX)))
