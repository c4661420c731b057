"""The last pass over generated text: elision → contraction → typography → capitals, at seams only.

A template says where a seam is by wrapping what it takes from elsewhere in :func:`keep`: « de » + ``keep("le groupe")``
becomes « du groupe », while « de le faire » written in the template itself, and everything inside a kept span, stays as
it is. Text assembled with the functions of :mod:`seo_fr.french.phrases` needs no seam.
"""

from __future__ import annotations

import re
from typing import Final

from seo_fr.french.elision import elides
from seo_fr.french.phrases import a, capitalize_first, de
from seo_fr.french.typography import typeset

OPEN: Final = "\ue000"
CLOSE: Final = "\ue001"
_SPAN: Final = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_SEAM: Final = re.compile(rf"(?<![^\W_’'-])([^\W\d_]+)([ \u00a0]+){OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_WORD_PAIR: Final = re.compile(r"(?<![^\W_’'.-])([^\W\d_]+)(?: |(?=[«“]))(?=[«“‹(*_ \u00a0\u202f]*[^\W\d_])")


def keep(span: str) -> str:
    """Mark a span of the source, or a noun phrase with its own article, for :func:`finish`.

    >>> finish("La stratégie de " + keep("le groupe") + " surprend.")
    'La stratégie du groupe surprend.'
    """
    return f"{OPEN}{span}{CLOSE}" if span else ""


def finish(text: str, *, locale: str = "fr-FR", capital: bool = True) -> str:
    """Finish a generated sentence, heading or paragraph; applying it twice changes nothing more.

    Elision is mended everywhere outside kept spans (it is nearly always compulsory), contraction only where « de » or
    « à » meets a kept span that opens with « le » or « les ». *capital* sets a capital on the first letter.

    >>> finish("que " + keep("il") + " parte, " + keep("de le faire"), capital=False)
    'qu’il parte, de le faire'
    >>> finish("une question de " + keep("OpenAI") + " : pourquoi ?").replace("\u00a0", "~").replace("\u202f", "^")
    'Une question d’OpenAI~: pourquoi^?'
    """
    text = _SEAM.sub(_join, text)
    pieces: list[str] = []
    at = 0
    for match in _SPAN.finditer(text):
        pieces += [_elide_inside(text[at : match.start()]), match.group(1)]
        at = match.end()
    pieces.append(_elide_inside(text[at:]))
    whole = _tidy("".join(pieces).replace(OPEN, "").replace(CLOSE, ""))
    # The capital changes nothing that typography reads, save « vème »: it comes first so that a second pass agrees.
    return typeset(capitalize_first(whole) if capital else whole, locale)


def _join(match: re.Match[str]) -> str:
    """Settle the seam between a small word of the template and a kept span."""
    word, _space, span = match.groups()
    low = word.lower()
    if low in ("de", "à"):
        joined = (de if low == "de" else a)(span)
        # The span begins after the small word, contracted or elided, so that it stays protected.
        for size in range(len(span), 0, -1):
            if joined.endswith(span[-size:]):
                head = joined[: len(joined) - size]
                head = head[:1].upper() + head[1:] if word[:1].isupper() else head
                return f"{head}{OPEN}{span[-size:]}{CLOSE}"
    if elides(word, span):
        return f"{word[:-1]}’{OPEN}{span}{CLOSE}"
    return match.group()


def _elide_inside(text: str) -> str:
    """Elision between two words of the template. An article before a capital may be a name’s: « la Isla » stays."""

    def mend(match: re.Match[str]) -> str:
        word, following = match.group(1), text[match.end() :]
        if (word[0].isupper() or word in ("le", "la")) and re.match(r"[«“‹(*_ \u00a0\u202f]*[A-ZÀ-Þ]", following):
            return match.group()
        return f"{word[:-1]}’" if elides(word, following) else match.group()

    return _WORD_PAIR.sub(mend, text)


def _tidy(text: str) -> str:
    """Marks doubled at a seam: a stop after a stop, a comma before a stop, two spaces."""
    text = re.sub(r"(?<=\S) {2,}", " ", text)
    text = re.sub(r"([^\W_]|[»”)])([.!?…])( ?[»”])?\.(?!\.)(?=\s|$)", _one_stop, text)
    text = re.sub(r",(?:\s*,)+", ",", text)
    return re.sub(r"(&#?\w+;)|(?:[,;:] ?)+(?=[.!?](?:\s|$))", lambda m: m.group(1) or "", text)


def _one_stop(match: re.Match[str]) -> str:
    """« …” ». » keeps one stop: the one inside the quotation marks."""
    return match.group()[:-1]
