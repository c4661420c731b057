"""What a page or a template leaves in a copied text: dropped, each with a note.

The patterns are data (``resources/reading/leftovers.toml``), with examples that they drop and that they keep.
"""

from __future__ import annotations

import re
from functools import cache

from seo_fr.model import Note
from seo_fr.resources import load_toml

LONGEST = 200
"""Most characters of a block that may be a leftover: a longer one is prose."""


@cache
def patterns(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """(pattern, what it is) of the rows of a kind: ``"line"`` or ``"label"``."""
    return tuple((re.compile(row["pattern"]), row["why"]) for row in load_toml("reading/leftovers.toml")[kind])


def without_leftovers(text: str) -> tuple[str, list[Note]]:
    """A block less what is no prose: "" when a leftover covers it all, else without the mark that opens it.

    >>> text, notes = without_leftovers("TL;DR : le pont ferme.")
    >>> text, notes[0].code
    ('Le pont ferme.', 'source.leftover')
    >>> without_leftovers("Partager sur Facebook")[0], without_leftovers("Partager le repas")[0]
    ('', 'Partager le repas')
    """
    for pattern, why in patterns("line"):
        if len(text) <= LONGEST and pattern.fullmatch(text):
            return "", [note(text, "", why)]
    for pattern, why in patterns("label"):
        if (match := pattern.match(text)) and match.end() < len(text):
            rest = text[match.end() :]
            rest = rest[:1].upper() + rest[1:]
            return rest, [note(match[0].strip(), "", why)]
    return text, []


def note(before: str, after: str, why: str) -> Note:
    """The note of what was dropped."""
    return Note("source.leftover", f"« {before} » écarté : {why}.", before, after)
