"""Plain text into drafts of blocks: one paragraph a line, or blank lines between; bullets; sub-heading lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from seo_fr.french.phrases import people_nouns
from seo_fr.model import BlockKind
from seo_fr.reading.sentences import split_sentences

BULLET_RE = re.compile(
    r"^(?P<indent>\s*)(?:(?P<mark>[•·▪◦‣∙●○■□➢➤►*–—-])|(?P<number>\d{1,2}|[a-z](?=\)))[.)])\s+(?=\S)"
)
TERMINAL = (".", "!", "?", "…", ":", ";", "»", "”", '"', ")")
LONGEST_HEADING = 90
"""Most characters of a line taken for a sub-heading."""
LONGEST_TITLE = 30
"""Most words of a first line taken for the headline."""
VERBISH_RE = re.compile(r"\b(?:est|sont|était|a été|ont été|sera|seront)\b.*\b(?:qui|que|parce|dont)\b")


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before it has offsets."""

    kind: BlockKind
    text: str
    level: int = 0
    ordered: bool = False
    group: int = -1
    cells: tuple[str, ...] = ()


def drafts_of_text(text: str) -> list[Draft]:
    """Drafts of a cleaned plain text."""
    chunks = chunks_of(text)
    out: list[Draft] = []
    group = -1
    open_list = False
    for rank, chunk in enumerate(chunks):
        following = chunks[rank + 1] if rank + 1 < len(chunks) else None
        for k, line in enumerate(chunk):
            match = BULLET_RE.match(line)
            if match and not is_dash_speech(match, line, chunk):
                if heads_a_part(chunk, k, match, following):
                    number = f"{match['number']}. " if match["number"] else ""
                    out.append(Draft("heading", number + line[match.end() :].strip(), 3 if match["mark"] else 2))
                    open_list = False
                    continue
                group += not open_list
                depth = len(match["indent"]) // 2
                out.append(Draft("item", line[match.end() :].strip(), depth, bool(match["number"]), group))
                open_list = True
                continue
            if open_list and line[:1] == " " and k > 0 and out[-1].kind == "item":
                out[-1] = replace(out[-1], text=f"{out[-1].text} {line.strip()}")  # a wrapped item
                continue
            open_list = False
            alone = len(chunk) == 1 or (k == 0 and len(chunk) > 1 and bool(BULLET_RE.match(chunk[1])))
            if alone and following is not None and is_heading(line):
                out.append(Draft("heading", line.strip(), 2))
            else:
                out.append(Draft("paragraph", line.strip()))
    return nested(levelled([signed(draft) for draft in unbulleted(out)]))


def unbulleted(drafts: list[Draft]) -> list[Draft]:
    """The drafts, with the lists that lost their bullets: what a colon announces, in paragraphs that end on « ; ».

    Two at least, each opening on a small letter; the last may be followed by another sentence, which is no part of it.
    """
    out: list[Draft] = []
    group = max((draft.group for draft in drafts), default=-1)
    k = 0
    while k < len(drafts):
        out.append(drafts[k])
        k += 1
        if out[-1].kind != "paragraph" or not out[-1].text.rstrip().endswith(":"):
            continue
        end = k
        while end < len(drafts) and drafts[end].kind == "paragraph" and drafts[end].text[:1].islower():
            end += 1
            if not drafts[end - 1].text.rstrip().endswith((";", ",")):
                break
        run = drafts[k:end]
        if len(run) < 2 or not all(draft.text.rstrip().endswith((";", ",")) for draft in run[:-1]):
            continue
        group += 1
        first, *rest = split_sentences(run[-1].text)
        out += [Draft("item", draft.text, 0, False, group) for draft in run[:-1]]
        out.append(Draft("item", first, 0, False, group))
        if rest:
            out.append(Draft("paragraph", run[-1].text[len(first) :].strip()))
        k = end
    return out


SIGNED_RE = re.compile(
    r"^(?P<said>.{40,}[.!?…\]»)])\s+[—–]\s?(?P<who>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’.-]*)+(?:, [^.,;:]{3,50})?)$",
    re.DOTALL,
)


def signed(draft: Draft) -> Draft:
    """A paragraph that ends on a dash and a name is a quotation set off by its author.

    >>> signed(Draft("paragraph", "Nous avons tout perdu en une seule nuit, dit-on. — Anne Roy, gardienne")).kind
    'quote'
    """
    if draft.kind not in {"paragraph", "heading"} or (match := SIGNED_RE.match(draft.text)) is None:
        return draft
    return Draft("quote", f"{match['said']} — {match['who']}")


def chunks_of(text: str) -> list[list[str]]:
    """Paragraphs as lists of logical lines: stretches between blank lines, wrapped lines joined again."""
    lines = text.split("\n")
    spaced = any(not line.strip() for line in lines)
    width = wrap_width(lines)
    raw: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            raw.append([])
        elif spaced or width:
            raw[-1].append(line)
        else:
            raw.append([line])
    return [rejoined(chunk, width) for chunk in raw if chunk]


def wrap_width(lines: list[str]) -> int:
    """The width at which a text was wrapped; 0 when its lines are whole paragraphs.

    A wrapped text has many lines of nearly one length that stop in the middle of a sentence.
    """
    full = [line for line in lines if line.strip() and not BULLET_RE.match(line)]
    if len(full) < 4:
        return 0
    longest = max(map(len, full))
    broken = [line for line in full[:-1] if not line.rstrip().endswith(TERMINAL)]
    near = [line for line in broken if len(line) >= 0.7 * longest]
    return longest if 40 <= longest <= 120 and len(near) >= 0.3 * len(full) and len(near) >= 3 else 0


def rejoined(chunk: list[str], width: int) -> list[str]:
    """The logical lines of a chunk: a line that goes on in the next one is joined with it."""
    out: list[str] = []
    for line in chunk:
        previous = out[-1] if out else ""
        last = previous.rsplit("\n", 1)[-1]
        goes_on = bool(
            previous
            and not BULLET_RE.match(line)
            and (
                (
                    width
                    and len(last) >= 0.6 * width
                    and not (last.rstrip().endswith(TERMINAL[:4]) and len(last) < 0.75 * width)
                )
                or (
                    line.strip()[:1].islower() and not last.rstrip().endswith(TERMINAL[:4]) and not line.startswith(" ")
                )
            )
        )
        if goes_on:
            out[-1] = f"{previous}\n{line.strip()}"
        else:
            out.append(line)
    return [line.replace("-\n", "-").replace("\n", " ") for line in out]


def is_dash_speech(match: re.Match[str], line: str, chunk: list[str]) -> bool:
    """Whether a dash opens a line of dialogue, not a list item: a long dash before a whole sentence, alone."""
    if match["mark"] not in {"—", "–"}:
        return False
    return len(chunk) == 1 and line.rstrip().endswith((".", "!", "?", "…"))


SIGNATURE_RE = re.compile(
    r"(?:Pour (?:les? |la |l['’])\s?[\w’' -]+, )?(?:[A-ZÀ-Ý][\w-]+ ){1,2}"
    r"(?:(?:de la|de|du|des|le|la|van|von|da|di|El|Le|La|De La|De|Du|de La|de Le) |d['’]|D['’]|O['’])?"
    r"[A-ZÀ-Ý][\w-]+, (?P<role>[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*)(?: [\w’' -]+)?$"
)
"""« Pour le bureau, Anne Roy, secrétaire »: who signs a page."""


NO_TRADES = frozenset(
    {"numéro", "milieu", "victime", "homme", "femme", "leader", "champion", "championne", "vainqueur"}
)
"""Of the roles, those that are no trade and are said of a place or a club as well."""
PLACE_ARTICLES = ("Le ", "La ", "Les ")


def signs(line: str) -> bool:
    """Whether a line is a person's name and trade: « Rochebelle Plage, station familiale » is neither.

    >>> signs("Jean de La Tour, notaire"), signs("Rochebelle Plage, station familiale")
    (True, False)
    """
    match = SIGNATURE_RE.match(line)
    if match is None or line.startswith(PLACE_ARTICLES):
        return False
    return match["role"].removeprefix("ex-") in people_nouns() - NO_TRADES


def is_heading(line: str) -> bool:
    """Whether a line standing alone looks like a sub-heading: short, and no stop at its end.

    >>> [is_heading(x) for x in ("Avant la naissance", "Pourquoi ?", "Le pont ferme.", "et puis voilà", "x = 3")]
    [True, True, False, False, False]
    """
    line = line.strip()
    if not line or len(line) > LONGEST_HEADING or len(line.split()) > 14 or re.search(r"[.!…:;,»”]$", line):
        return False
    if line.endswith("?") and len(line.split()) > 12:
        return False
    if signs(line):
        return False
    opener = line.lstrip('«“"( ')[:1]
    if not (opener.isupper() or opener.isdigit()) or not re.search(r"[^\W\d_]{2}", line):
        return False
    return "=" not in line and not line.startswith(("http", "www.", "Modèle:", "©")) and not VERBISH_RE.search(line)


def heads_a_part(chunk: list[str], k: int, match: re.Match[str], following: list[str] | None) -> bool:
    """Whether a bullet is the title of what follows: alone or last, unpunctuated, with a paragraph after it."""
    body = chunk[k][match.end() :].strip()
    if following is None or k != len(chunk) - 1 or not is_heading(body):
        return False
    if BULLET_RE.match(following[0]):
        return False
    if len(chunk) == 1:
        return True
    earlier = [m for line in chunk[:k] if (m := BULLET_RE.match(line))]
    bodies = [line[m.end() :] for line, m in zip(chunk[:k], earlier, strict=False)]
    return bool(bodies) and all(b[:1].islower() for b in bodies) and bodies[-1].rstrip().endswith((".", ";"))


def levelled(drafts: list[Draft]) -> list[Draft]:
    """A heading right under another is one level down."""
    out: list[Draft] = []
    for draft in drafts:
        if draft.kind == "heading" and draft.level == 2 and out and out[-1].kind == "heading" and out[-1].level == 2:
            draft = replace(draft, level=3)
        out.append(draft)
    return out


def nested(drafts: list[Draft]) -> list[Draft]:
    """An item that ends with a colon opens a deeper level, up to a full stop or the return of the opener's shape."""
    out: list[Draft] = []
    opener: Draft | None = None
    inner: str | None = None
    for draft in drafts:
        if draft.kind != "item" or (opener is not None and draft.group != opener.group):
            opener = inner = None
        if draft.kind != "item" or draft.level > 0:
            out.append(draft)
            continue
        upper = draft.text[:1].isupper()
        if opener is not None:
            same_case = upper == opener.text[:1].isupper()
            other_case_inside = inner is not None and inner[:1].isupper() != opener.text[:1].isupper()
            closed = inner is not None and inner.rstrip().endswith((".", "!", "?"))
            returns = inner is not None and (
                (same_case and other_case_inside)
                or (same_case and closed)
                or (draft.text.rstrip().endswith(":") and same_case)
            )
            if returns:
                opener = inner = None
            else:
                draft = replace(draft, level=1)
                inner = draft.text
        if opener is None and draft.text.rstrip().endswith(":"):
            opener, inner = draft, None
        out.append(draft)
    return out
