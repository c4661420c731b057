"""Who says what: every stretch of the source that holds only on somebody's word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from seo_fr.model import Attribution, Quotation
from seo_fr.resources import load_toml
from seo_fr.understanding.incises import as_comme, as_incise
from seo_fr.understanding.lexicon import verbs, words
from seo_fr.understanding.reported import (
    as_colon,
    as_de_infinitive,
    as_infinitive,
    as_marked,
    as_que,
    of_announced,
    of_bare_colon,
)
from seo_fr.understanding.selon import attributed_by_selon
from seo_fr.understanding.speech import Saying, sayings
from seo_fr.understanding.view import View, low

Link = Callable[[int, int], int]
"""Gives the entity that a speaker's span stands for, or -1."""


def find_attributions(view: View, quotations: Sequence[Quotation], link: Link) -> tuple[Attribution, ...]:
    """All attributions, in order; a quotation over several sentences gives one for each sentence that it touches."""
    out: list[Attribution] = []
    for sentence in view.source.sentences:
        if view.source.block_of(sentence).kind in {"heading", "row"}:
            continue
        out.extend(attributed_by_selon(view, sentence.id, quotations))
        for saying in sayings(view, sentence.id):
            out.extend(of_saying(view, saying, quotations))
        out.extend(of_bare_colon(view, sentence.id, quotations))
        if not any(a.kind == "quote" and a.sentence == sentence.id for a in out):
            out.extend(of_announced(view, sentence.id, quotations))
    out = [finished(a, link) for a in without_doubles(out)]
    return tuple(sorted(out, key=lambda a: (a.sentence, a.start, -a.end, a.kind)))


def of_saying(view: View, saying: Saying, quotations: Sequence[Quotation]) -> list[Attribution]:
    """What a verb of saying attributes, by whichever frame it stands in."""
    lexicon = verbs()
    if saying.lemma in lexicon.que | lexicon.incise and (found := as_comme(view, saying, quotations)):
        return found
    if (saying.lemma in lexicon.incise or " " in saying.lemma) and (found := as_incise(view, saying, quotations)):
        return found
    if found := as_colon(view, saying, quotations):
        return found
    if (saying.lemma in lexicon.que or " " in saying.lemma) and (found := as_que(view, saying, quotations)):
        return found
    if saying.lemma in lexicon.infinitive and (found := as_infinitive(view, saying)):
        return found
    if saying.lemma in lexicon.de_infinitive and (found := as_de_infinitive(view, saying)):
        return found
    if saying.lemma in lexicon.marking:
        return as_marked(view, saying, quotations)
    return []


def without_doubles(found: Iterable[Attribution]) -> list[Attribution]:
    """The first of several attributions of one stretch."""
    seen: set[tuple[int, int, str]] = set()
    out = []
    for item in found:
        key = (item.start, item.end, item.verb if item.speaker_start < 0 else str(item.speaker_start))
        if key not in seen:
            seen.add(key)
            out.append(item)
    return out


def finished(item: Attribution, link: Link) -> Attribution:
    """The attribution with its speaker linked to an entity and judged anonymous or not."""
    entity = link(item.speaker_start, item.speaker_end) if item.speaker_start >= 0 else -1
    return replace(item, entity=entity, anonymous=entity < 0 and is_anonymous(item))


def is_anonymous(item: Attribution) -> bool:
    """Whether a speaker without a known name is unnamed or collective."""
    data = load_toml("understanding/attribution.toml")
    spoken = low(item.speaker).split()
    if not spoken or spoken[0] == "on":
        return True
    if spoken[0] in {"il", "elle", "ils", "elles", "qui"}:
        return False
    if words(data["anonymous"]) & set(spoken):
        return True
    first = re.sub(r"^(?:l'|d')", "", spoken[0]) if spoken[0].startswith(("l'un", "d'autres")) else spoken[0]
    if first in words(data["indefinite"]) or first in {"une", "un", "autres"}:
        return True
    return first in {"les", "ces", "ses", "leurs"}
