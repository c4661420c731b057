"""Plain text into blocks: one paragraph a line, or blank lines between; bullets; sub-heading lines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from seo_fr.model import Block, BlockKind, Sentence, Source
from seo_fr.reading.sentences import split_sentences
from seo_fr.settings import Settings

BULLET_RE = re.compile(r"^\s*(?:([•·▪◦‣*–—-])|(\d{1,2})[.)])\s+(?=\S)")
MONTHS = {
    name: i + 1
    for i, name in enumerate(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    )
}
DATELINE_RE = re.compile(
    r"^((?:[A-ZÉÈÎ][\w’'-]+(?: [\w’'-]+){0,3}, )?(?:le )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?"
    rf"(\d{{1,2}}|1er) ({'|'.join(MONTHS)}) (\d{{4}}))\s*[.,]?\s*[–—-]\s+",
)

Draft = tuple[BlockKind, str, int, bool, int]


def blocks_of_text(text: str) -> list[Draft]:
    """Blocks of a cleaned plain text: (kind, text, level, ordered, group)."""
    lines = text.split("\n")
    chunks: list[list[str]] = [[]]
    spaced = "" in (line.strip() for line in lines)
    for line in lines:
        if not line.strip():
            chunks.append([])
        elif not spaced:
            chunks.append([line])
        else:
            chunks[-1].append(line)
    out: list[Draft] = []
    group = -1
    in_list = False
    for chunk in chunks:
        for line in chunk:
            if match := BULLET_RE.match(line):
                group += not in_list
                out.append(("item", line[match.end() :].strip(), 0, bool(match[2]), group))
                in_list = True
            else:
                in_list = False
                kind: BlockKind = "heading" if len(chunk) == 1 and is_heading(line) else "paragraph"
                out.append((kind, line.strip(), 2 if kind == "heading" else 0, False, -1))
    return out


def is_heading(line: str) -> bool:
    """Whether a line standing alone looks like a sub-heading: short, and no mark at its end."""
    line = line.strip()
    return len(line) <= 80 and len(line.split()) <= 12 and not re.search(r"[.!…:;,»)]$", line) and line[:1].isupper()


def dateline_of(text: str) -> tuple[str, int, dt.date | None]:
    """The dateline that opens a paragraph, the length it takes, and its date."""
    match = DATELINE_RE.match(text)
    if not match:
        return "", 0, None
    day = 1 if match[2] == "1er" else int(match[2])
    try:
        return match[1], match.end(), dt.date(int(match[4]), MONTHS[match[3]], day)
    except ValueError:
        return match[1], match.end(), None


def assemble(drafts: Iterable[Draft], *, raw: str, title: str, settings: Settings) -> Source:
    """Lay blocks out in one text, cut them into sentences and fix every offset."""
    pieces: list[str] = []
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    at = 0
    dateline, published = "", settings.published
    for kind, body, level, ordered, group in drafts:
        if kind == "paragraph" and not dateline and len(blocks) < 2:
            dateline, cut, date = dateline_of(body)
            body, published = body[cut:], published or date
        if not body:
            continue
        start = at
        parts = [body] if kind == "heading" else split_sentences(body)
        cursor = 0
        for part in parts:
            offset = body.index(part, cursor)
            cursor = offset + len(part)
            sentences.append(Sentence(len(sentences), part, start + offset, start + cursor, len(blocks)))
        blocks.append(Block(kind, start, start + len(body), level, ordered, group))
        pieces.append(body)
        at += len(body) + 2
    return Source(
        text="\n\n".join(pieces),
        raw=raw,
        title=title,
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        dateline=dateline,
        published=published,
        given_title=title,
    )
