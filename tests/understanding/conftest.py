"""An analysis of a text, made once a session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest


@cache
def _analysed(text: str, published: Any = None) -> Any:
    from seo_fr.pipeline import understand
    from seo_fr.settings import Settings

    return understand(text, settings=Settings(published=published, input_format="text"))


@pytest.fixture(scope="session")
def analysed() -> Callable[..., Any]:
    """What floors 1 and 2 know of a text."""
    return _analysed
