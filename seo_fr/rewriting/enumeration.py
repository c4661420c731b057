"""An enumeration becomes a list: one that a colon announces, or the long objects of a verb that end a sentence.

« Le plan prévoit trois mesures : une taxe, un prêt et un gel des loyers. » keeps its announcement, and its members
become items. Nothing is added or dropped but the commas and the last « et ». Read on 202 texts: 25 lists, 24 right; the
other held an example of one member only (« … et Netlify CMS par exemple »).
"""

from __future__ import annotations

import re

from seo_fr.model import Piece
from seo_fr.rewriting.base import Part, Rendering, capitalised, sentence
from seo_fr.rewriting.context import Context

CONFIDENCE = 0.96
LEAST_ITEMS = 3
LONGEST_ITEM = 22
CLOSERS_RE = re.compile(r"\s*(?:,\s*etc\.?|\.\.\.|…)?\s*[.]?$")
LAST_RE = re.compile(r",? (?:et|ou|ainsi que|mais aussi|et enfin|puis) ")
OPENING_POS = {"NOUN", "DET", "PROPN", "ADJ", "NUM", "VERB", "ADP"}


def enumeration(ctx: Context, sid: int, *, start: int = -1) -> Rendering | None:
    """The sentence as an announcement and a list, or None where that is not certain.

    *start*: offset from which the sentence is read, when what stands before has been split off.
    """
    base = ctx.sentence(sid).start if start < 0 else start
    text = ctx.text[base : ctx.sentence(sid).end]
    if ctx.block(sid).kind != "paragraph" or ctx.quotations(sid) or ctx.attributions(sid):
        return None
    if "«" in text or '"' in text or "“" in text or text.count(" : ") + text.count(": ") < 1:
        return None
    head, _, tail = text.partition(":")
    if " ; " in head:
        return None  # cut there first
    if ":" in tail or len(head.split()) < 4 or text.rstrip()[-1] in "?!":
        return None
    open_ended = re.search(r",\s*etc\.?\s*\.?$", text.strip())
    items = and_so_on(tail[: len(tail) - len(text) + open_ended.start()]) if open_ended else None
    if items is None and re.search(r"(etc\.?|\.\.\.|…)\s*\.?\s*\)?$", text.strip()):
        return None  # « etc. » closes a list only where commas alone part it
    items = items or split_items(CLOSERS_RE.sub("", tail.strip()))
    if items is None or not parallel(ctx, sid, items, len(head), base):
        return None
    if not counted(head, len(items)) or heavy_last(items):
        return None
    if open_ended:
        items = [*items[:-1], f"{items[-1]}, etc"]
    announced = [t for t in ctx.tokens(sid) if base <= t.start and t.end <= base + len(head)]
    if not any(t.pos in {"VERB", "AUX"} and t.morph.get("VerbForm") == "Fin" for t in announced):
        return None
    return listed(sid, capitalised(head.rstrip()), items, "list.colon")


ITEM_RE = re.compile(r"(?:la|le|les|l['’]|une?|des|du|de la|de l['’]|\d)", re.IGNORECASE)
LAST_OBJECT_RE = re.compile(r"(?:,? (?:et|ou encore|ainsi que|mais aussi|et enfin) )")
LEAST_ITEM_WORDS = 3
LEAST_OPEN = 8
"""Words of a series that « etc. » ends, below which it reads better in its sentence."""


COUNTS = dict(zip("deux trois quatre cinq six sept huit neuf dix".split(), range(2, 11), strict=True))


def counted(head: str, members: int) -> bool:
    """Whether an announcement that counts in words counts what follows.

    >>> counted("Le plan a deux autres avantages", 3), counted("Le plan a trois avantages", 3)
    (False, True)
    """
    said = [COUNTS[word] for word in re.findall(r"\w+", head.lower())[-6:] if word in COUNTS]
    return not said or members in said


def heavy_last(items: list[str]) -> bool:
    """Whether the last member drags along what is said of all: « PSA, Renault ou Toyota avec en conséquence… »."""
    return max(len(item.split()) for item in items[:-1]) <= 2 and len(items[-1].split()) > 7


def and_so_on(tail: str) -> list[str] | None:
    """Members parted by commas alone before « etc. »; None when there are fewer than three, or one is long.

    >>> and_so_on(" plannings des équipes, annuaires, suivi des amendes payées")
    ['plannings des équipes', 'annuaires', 'suivi des amendes payées']
    """
    items = [part.strip() for part in outer_split(tail, ",")]
    if depth_of(tail) or ";" in tail or len(items) < LEAST_ITEMS or len(tail.split()) < LEAST_OPEN:
        return None
    if any(" et " in item for item in items):
        return None  # « règles européenne et française » reads ill by itself
    return items if all(item and len(item.split()) <= LONGEST_ITEM for item in items) else None


LIGHT = frozenset({"mettre", "faire", "prendre", "avoir", "porter", "donner", "tenir"})
"""Verbs that make one phrase with their object: « mettre l’accent sur »."""
GOVERNED_RE = re.compile(
    r"\b(?:sur|pour|dans|avec|contre|par|vers|à|entre|afin) (?:de |d['’])?(?:\w+(?:er|ir|re|oir) )?"
    r"(la |le |les |l['’]|une? |des )"
)
MAIN = frozenset({"ROOT", "xcomp", "conj", "advcl", "ccomp", "parataxis"})
SERIES_RE = re.compile(r"^(?:à|de|d[’']|pour|par) ?", re.IGNORECASE)


def governed(items: list[str]) -> bool:
    """Whether a word of the first member might govern the others, which have an article of the same kind.

    >>> governed(["les besoins pour valider la solution", "les outils"])
    True
    >>> governed(["une taxe sur les bureaux", "un prêt"])
    False
    """
    vague = ("un ", "une ", "des ")
    kind = items[1].lower().startswith(vague)
    return any((m[1].lower() in vague) == kind for m in GOVERNED_RE.finditer(items[0]))


def infinitives(ctx: Context, sid: int) -> Rendering | None:
    """« S est chargé de faire A, de faire B et de faire C. » as « S est chargé : » and a list of infinitives."""
    text = ctx.sentence(sid).text
    if ctx.block(sid).kind != "paragraph" or not text.endswith(".") or ":" in text:
        return None
    if any(a.kind != "que" for a in ctx.attributions(sid)) or ctx.quotations(sid) or "«" in text:
        return None
    base = ctx.sentence(sid).start
    for seam in re.finditer(r" (?=(?:de |d['’]|à |pour ))", text):
        head, tail = text[: seam.start()], text[seam.end() : -1]
        parts = [part.strip() for part in outer_split(tail, ",")]
        last = re.search(r"(?:^|\s)et (?=(?:de |d['’]|à |pour ))", parts[-1])
        if (
            re.search(r"[«\"“;]", tail)
            or len(parts) < LEAST_ITEMS - 1
            or last is None
            or len(head.split()) < LEAST_ITEM_WORDS
        ):
            continue
        items = [*parts[:-1], parts[-1][: last.start()].strip(), parts[-1][last.end() :].strip()]
        items = [item for item in items if item]
        found = [SERIES_RE.match(item) for item in items]
        words = {m[0].strip().lower().replace("’", "'").replace("d'", "de") if m else "" for m in found}
        if len(items) < LEAST_ITEMS or len(words) != 1 or "" in words:
            continue
        if any(not LEAST_ITEM_WORDS <= len(item.split()) <= LONGEST_ITEM for item in items):
            continue
        if all(infinitive_item(ctx, sid, text, base, item) for item in items) and announced(ctx, sid, base, len(head)):
            return listed(sid, head, items, "list.infinitives")
    return None


def infinitive_item(ctx: Context, sid: int, text: str, base: int, item: str) -> bool:
    """Whether a member is a preposition and an infinitive, an adverb perhaps between, and no clause after a comma."""
    at = base + text.find(item)
    tokens = [t for t in ctx.tokens(sid) if at <= t.start < at + len(item)][1:5]
    return any(t.morph.get("VerbForm") == "Inf" for t in tokens[:3])


def announced(ctx: Context, sid: int, base: int, length: int) -> bool:
    """Whether what stands before a list holds a finite verb, and ends on a word that may stand before a colon."""
    before = [t for t in ctx.tokens(sid) if base <= t.start and t.end <= base + length]
    shown = any(t.pos in {"VERB", "AUX"} and t.morph.get("VerbForm") == "Fin" for t in before)
    return shown and before[-1].pos in {"VERB", "ADJ", "NOUN", "ADV"}


def objects(ctx: Context, sid: int, *, start: int = -1) -> Rendering | None:
    """« S V A, B et C. » as « S V : » and a list, when A, B and C are long noun phrases and nothing follows them.

    *start*: offset from which the sentence is read, when what stands before has been split off.
    """
    base = ctx.sentence(sid).start if start < 0 else start
    text = ctx.text[base : ctx.sentence(sid).end]
    if ctx.block(sid).kind != "paragraph" or ctx.quotations(sid) or ctx.attributions(sid) or not text.endswith("."):
        return None
    if re.search(r"[«\"“:;()]", text):
        return None
    for verb in (t for t in ctx.tokens(sid) if t.pos == "VERB" and t.dep in MAIN and t.start >= base):
        obj = next((c for c in ctx.children(verb) if c.dep == "obj" and c.i > verb.i), None)
        if obj is None:
            continue
        first = ctx.subtree(obj)[0]
        head = text[: first.start - base].rstrip()
        tail = text[first.start - base : -1]
        if first.i != verb.i + 1 or len(head.split()) < 3:
            continue
        items = object_items(tail)
        if items is None or governed(items) or verb.lemma.lower() in LIGHT:
            continue
        if not parallel(ctx, sid, items, len(head), base):
            continue
        return listed(sid, capitalised(head), items, "list.objects")
    return None


def listed(sid: int, head: str, items: list[str], operation: str) -> Rendering:
    """The announcement with its colon, then its members, parted by « ; » and closed by a full stop.

    >>> [part.piece.text for part in listed(3, "Il prévoit", ["une taxe", "un gel des loyers"], "list.colon").parts]
    ['Il prévoit :', 'une taxe ;', 'un gel des loyers.']
    """
    parts = [sentence(f"{head} :", (sid,), operation, CONFIDENCE)]
    for k, item in enumerate(items):
        closing = "." if k == len(items) - 1 else " ;"
        parts.append(Part("item", Piece(item + closing, "source", (sid,), operation, CONFIDENCE)))
    return Rendering((sid,), tuple(parts), operation, CONFIDENCE)


def object_items(tail: str) -> list[str] | None:
    """Long noun phrases parted by commas and a last « et »; None when a cut is in doubt.

    >>> object_items("une taxe sur les bureaux vides, un prêt aux commerçants et un gel des loyers")
    ['une taxe sur les bureaux vides', 'un prêt aux commerçants', 'un gel des loyers']
    >>> object_items("une taxe, un prêt et un gel") is None
    True
    """
    parts = [part.strip() for part in outer_split(tail, ",")]
    seams = [m for m in LAST_OBJECT_RE.finditer(parts[-1]) if ITEM_RE.match(parts[-1][m.end() :])]
    if len(seams) != 1:
        return None
    items = [*parts[:-1], parts[-1][: seams[0].start()].strip(), parts[-1][seams[0].end() :].strip()]
    if len(items) < LEAST_ITEMS or not all(ITEM_RE.match(item) for item in items):
        return None
    if any(not LEAST_ITEM_WORDS <= len(item.split()) <= LONGEST_ITEM for item in items):
        return None
    return None if any(re.search(r"\b(?:et|ou) (?:la|le|les|l['’]|une?|des|du)", item) for item in items) else items


def split_items(tail: str) -> list[str] | None:
    """Members of an enumeration, parted by « ; » or by « , » and a last « et »; None when they are not clear.

    >>> split_items("une taxe, un prêt et un gel des loyers")
    ['une taxe', 'un prêt', 'un gel des loyers']
    >>> split_items("une taxe et un prêt") is None
    True
    >>> split_items("atelier de teinture, nuancier, lustrerie, menuiserie")
    ['atelier de teinture', 'nuancier', 'lustrerie', 'menuiserie']
    """
    if depth_of(tail) != 0:
        return None
    if ";" in tail:
        items = [re.sub(r"^(?:et|enfin|puis) ", "", part.strip()) for part in outer_split(tail, ";")]
    else:
        items = [part.strip() for part in outer_split(tail, ",")]
        if len(items) < LEAST_ITEMS - 1:
            return None
        if len(items) > LEAST_ITEMS and not any(re.search(r"\b(?:et|ou)\b", item) for item in items):
            return items if all(item and len(item.split()) <= LONGEST_ITEM for item in items) else None
        last = [m for m in LAST_RE.finditer(items[-1]) if depth_of(items[-1][: m.start()]) == 0]
        if len(last) != 1:
            opened = re.match(r"(?:et|ou|ainsi que|mais aussi|et enfin|puis) ", items[-1])
            if not opened or last:
                return None
            items[-1] = items[-1][opened.end() :]
        else:
            items[-1:] = [items[-1][: last[0].start()].strip(), items[-1][last[0].end() :].strip()]
        if any(re.search(r"\b(?:et|ou)\b", item) for item in items):
            return None  # an inner « et » leaves the cut in doubt
    if len(items) < LEAST_ITEMS or any(not item or len(item.split()) > LONGEST_ITEM for item in items):
        return None
    return items


def outer_split(text: str, mark: str) -> list[str]:
    """Cut at a mark, but not inside brackets nor inside a number."""
    parts, depth, start = [], 0, 0
    for i, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        inside_number = mark == "," and text[i - 1 : i].isdigit() and text[i + 1 : i + 2].isdigit()
        if char == mark and depth == 0 and not inside_number:
            parts.append(text[start:i])
            start = i + 1
    return [*parts, text[start:]]


def depth_of(text: str) -> int:
    """Brackets left open."""
    return text.count("(") - text.count(")")


def parallel(ctx: Context, sid: int, items: list[str], after: int, base: int) -> bool:
    """Whether the members have one syntax: all infinitives, or all noun phrases, and no clause of their own."""
    text = ctx.text[base : ctx.sentence(sid).end]
    kinds = set()
    at = after
    for item in items:
        found = text.find(item, at)
        if found < 0:
            return False
        at = found + len(item)
        tokens = [t for t in ctx.tokens(sid) if base + found <= t.start < base + at]
        if not tokens or tokens[0].pos not in OPENING_POS:
            return False
        finite = [
            t
            for t in tokens
            if t.morph.get("VerbForm") == "Fin" and t.dep not in {"acl:relcl", "aux:tense", "aux:pass"}
        ]
        relative = any(t.dep == "acl:relcl" for t in tokens)
        if finite and not relative:
            return False
        infinitive = tokens[0].morph.get("VerbForm") == "Inf"
        kinds.add("verb" if infinitive else "name" if tokens[0].pos == "ADP" else "noun")
    return len(kinds) == 1 and "name" not in kinds
