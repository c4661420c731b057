"""Whether a source says by itself what a term means, next to one of its mentions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from seo_fr.resources import load_toml


@dataclass(frozen=True, slots=True)
class _Explaining:
    """Signs that the source explains a term, looked for next to it."""

    after: tuple[re.Pattern[str], ...]
    copula: tuple[re.Pattern[str], ...]
    """Signs of a definition when the term is the subject of the clause."""
    before: tuple[re.Pattern[str], ...]
    oblique: re.Pattern[str]
    """What stands before a term that is no subject, or that only points back."""
    synonym: re.Pattern[str]
    """What only gives another name."""


@cache
def _explaining() -> _Explaining:
    cues = load_toml("concepts.toml")["explained"]
    after, copula, before = (tuple(map(re.compile, cues[kind])) for kind in ("after", "copula", "before"))
    return _Explaining(after, copula, before, re.compile(cues["oblique"]), re.compile(cues["synonym"]))


def glossed(before: str, after: str) -> bool:
    """Whether what stands *before* or *after* a term, in its sentence, says what it is.

    >>> glossed("Le ", " est un tribunal."), glossed("Le ", " siège demain.")
    (True, False)
    """
    cues = _explaining()
    return (
        any(cue.search(after) for cue in cues.after)
        or (not cues.oblique.search(before) and any(cue.search(after) for cue in cues.copula))
        or (not cues.synonym.search(before) and any(cue.search(before) for cue in cues.before))
    )
