"""Floor 0: lexicons (TOML), templates (Jinja) and the knowledge base, and how they are read."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_toml(name: str) -> dict[str, Any]:
    """The shipped TOML file of that name, relative to this folder, parsed once per process.

    Callers must not change what they get.
    """
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def names(folder: str, suffix: str = ".toml") -> tuple[str, ...]:
    """Relative names of the shipped files in a sub-folder, sorted."""
    found = files(__package__).joinpath(folder)
    return tuple(sorted(f"{folder}/{item.name}" for item in found.iterdir() if item.name.endswith(suffix)))
