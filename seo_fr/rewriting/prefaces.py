"""What an author puts before a fact without adding to it: « Rappelons que la digue date de 1912 » is the digue’s date.

The fact is affirmed by the author either way; only the wave of the hand goes. In the body and the chapô.
"""

from __future__ import annotations

import re

from seo_fr.rewriting.base import Rendering, capitalised, sentence

CONFIDENCE = 0.98
PREFACE_RE = re.compile(
    r"^(?:(?:Rappelons|Notons|Précisons|Soulignons|Signalons|Ajoutons)(?: (?:aussi|également|enfin|toutefois))?|"
    r"(?:Il est )?[àÀ] noter(?: également| aussi)?|On (?:notera|rappellera)(?: aussi| également)?|"
    r"Il (?:faut|convient de|est (?:important|utile|bon|intéressant|nécessaire) de) "
    r"(?:noter|rappeler|préciser|souligner))"
    r",? qu(?:e,? |['’])(?=\w)"
)
LEAST = 5
"""Words that the fact has, at least."""


def unprefaced(text: str) -> str:
    """A sentence without the preface of its author; the same where it has none, or asks something of the reader.

    >>> unprefaced("Rappelons que la digue date de 1912 et protège le port.")
    'La digue date de 1912 et protège le port.'
    >>> unprefaced("Notons qu’elle protège le port et la vieille ville.")
    'Elle protège le port et la vieille ville.'
    >>> unprefaced("Notons le retour de deux joueurs.")
    'Notons le retour de deux joueurs.'
    """
    match = PREFACE_RE.match(text)
    if match is None or text.rstrip().endswith(("?", ":")) or len(text[match.end() :].split()) < LEAST:
        return text
    return capitalised(text[match.end() :])


def stated(text: str, sid: int) -> Rendering | None:
    """A sentence whose preface goes; None where it has none."""
    plain = unprefaced(text)
    if plain == text:
        return None
    return Rendering((sid,), (sentence(plain, (sid,), "unprefaced", CONFIDENCE),), "unprefaced", CONFIDENCE)
