"""Media whose name was translated word for word, in an article that also gives it as it is: « L’information ».

An article that cites « The Information » and, elsewhere, « un rapport de L’information » speaks of one medium; a reader
would look for two. The rules are data (``resources/understanding/trouble.toml``); without the name in full somewhere,
nothing is mended, and the wording is only reported.
"""

from __future__ import annotations

import re

from seo_fr.model import Note
from seo_fr.reading.repair import QUOTED_RE
from seo_fr.resources import load_toml


def media_named(body: str, whole: str) -> tuple[str, list[Note]]:
    """A paragraph with its media named as *whole*, the article, names them in full; and what was changed.

    >>> whole = "Un rapport de L’information le dit. Il l’a déclaré à The Information."
    >>> media_named("Un rapport de L’information le dit.", whole)[0]
    'Un rapport de The Information le dit.'
    >>> media_named("Un rapport de L’information le dit.", "Un rapport de L’information le dit.")
    ('Un rapport de L’information le dit.', [])
    """
    notes: list[Note] = []
    for row in load_toml("understanding/trouble.toml")["translated"]:
        name = str(row["name"])
        if name not in whole:
            continue
        for pattern, put in row.get("mend", ()):
            for match in reversed(list(re.finditer(pattern, body))):
                if any(q.start() <= match.start() < q.end() for q in QUOTED_RE.finditer(body)):
                    continue
                after = match.expand(put)
                message = f"« {match[0]} » corrigé en « {after} » (nom d’un média traduit à tort ; l’article le nomme)."
                notes.append(Note("source.repaired", message, match[0], after))
                body = body[: match.start()] + after + body[match.end() :]
    return body, notes[::-1]
