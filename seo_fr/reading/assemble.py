"""Drafts laid out in one text, cut into sentences, with every offset fixed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.model import Block, Note, Sentence, Source
from seo_fr.reading.dateline import dateline_of
from seo_fr.reading.headline import mended
from seo_fr.reading.leftovers import without_leftovers
from seo_fr.reading.media import media_named
from seo_fr.reading.plain import LONGEST_TITLE, Draft
from seo_fr.reading.repair import repaired
from seo_fr.reading.sentences import split_sentences
from seo_fr.settings import Settings

SEPARATOR = "\n\n"


def assemble(drafts: Sequence[Draft], *, raw: str, title: str, settings: Settings) -> Source:
    """The source of some drafts: headline and dateline set apart, certain faults mended, sentences cut."""
    drafts, headline = without_headline(drafts, title.strip())
    pieces: list[str] = []
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    notes: list[Note] = []
    at = 0
    dateline, published = "", settings.published
    whole = "\n".join((title, *(draft.text for draft in drafts)))
    for draft in drafts:
        body = draft.text.strip()
        if draft.kind in {"paragraph", "heading"} and not dateline and len(blocks) < 2:
            dateline, cut, date = dateline_of(body)
            body, published = body[cut:].strip(), published or date
        if draft.kind not in {"row", "quote"}:
            body, dropped = without_leftovers(body)
            notes.extend(dropped)
        if not body:
            continue
        if settings.repair_source:
            body, found = repaired(body)
            body, named = media_named(body, whole)
            notes.extend((*found, *named))
        start = at
        parts = [body] if draft.kind in {"heading", "row"} else split_sentences(body)
        cursor = 0
        for part in parts:
            offset = body.index(part, cursor)
            cursor = offset + len(part)
            sentences.append(Sentence(len(sentences), part, start + offset, start + cursor, len(blocks)))
        blocks.append(Block(draft.kind, start, start + len(body), draft.level, draft.ordered, draft.group, draft.cells))
        pieces.append(body)
        at += len(body) + len(SEPARATOR)
    if settings.repair_source and headline:
        headline, found = mended(headline, SEPARATOR.join(pieces))
        notes.extend(found)
    return Source(
        text=SEPARATOR.join(pieces),
        raw=raw,
        title=headline,
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        dateline=dateline,
        published=published,
        notes=tuple(notes),
        given_title=title,
    )


def without_headline(drafts: Sequence[Draft], title: str) -> tuple[Sequence[Draft], str]:
    """The drafts without the headline, and the headline: as given, or the first line where it is one."""
    if not drafts:
        return drafts, title
    first = drafts[0]
    if title:
        same = bare(first.text) == bare(title)
        return (drafts[1:] if same and len(drafts) > 1 else drafts), title
    if (
        first.kind != "heading"
        or len(drafts) < 3
        or len(first.text.split()) > LONGEST_TITLE
        or dateline_of(first.text)[0]
    ):
        return drafts, title
    if first.level == 1 or (drafts[1].kind != "item" and not (first.level == 2 and is_section(drafts))):
        rest = list(drafts[1:])
        return rest, first.text.strip()
    return drafts, title


def is_section(drafts: Sequence[Draft]) -> bool:
    """Whether a first heading is one sub-heading among others of its level, so that the text has no headline.

    A headline is followed by a lead before the first sub-heading, or directly by a deeper heading.
    """
    return drafts[0].text.rstrip().endswith(("?", ":")) and any(
        d.kind == "heading" and d.level == 2 for d in drafts[2:]
    )


def bare(text: str) -> str:
    """Letters and digits only, lower case."""
    return re.sub(r"\W+", "", text.lower())
