"""Parts that do not add up to their total, where the source itself says that they are its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seo_fr.model import Figure, Note
from seo_fr.resources import load_toml
from seo_fr.rewriting.context import Context

LEXICON = "rewriting/sums.toml"
LEAST_PARTS = 2
ITEM_RE = re.compile(r"(?:(?P<digits>\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+)(?![\d,]| ?%)|(?P<word>[a-zà-ÿ-]+))\s+\S")
SHARED = r"(?:sont |ont été |est |a été )?(?:réparti|divisé|partagé)e?s?"
ENUMERATIONS = (
    r"\s*\(([^()]+)\)",
    r"\s*:\s*([^:;.()«»]+)",
    rf"\s*,?\s*{SHARED}\s+(?:en|entre|ainsi :)\s*([^:;.()«»]+)",
)
SPLIT_RE = re.compile(r",\s+(?:et\s+)?|\s+et\s+|;\s+")


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and the parts that the source gives for it."""

    total: Figure
    parts: tuple[int, ...]
    """Their values, in order."""
    exhaustive: bool
    """Whether they are all the parts: after a colon, in brackets, « répartis en »; not after « dont », « parmi »."""
    figures: tuple[tuple[int, str], ...]
    """(sentence, number as written) of the total and of each part found as a figure."""

    @property
    def holds(self) -> bool:
        """Whether the parts make the total, or at most that where some may be missing."""
        value = round(self.total.value or 0)
        return sum(self.parts) == value if self.exhaustive else sum(self.parts) <= value

    @property
    def floor(self) -> bool:
        """Whether the total is a least: « pas moins de 8 000 » may well be 8 200."""
        return self.total.qualifier.lower() in load_toml(LEXICON)["floors"]


def sums(ctx: Context) -> tuple[Sum, ...]:
    """The totals of the source whose parts it gives."""
    out: list[Sum] = []
    for sentence in ctx.sentences:
        for figure in ctx.figures(sentence.id):
            if not plain(figure) or any(q.start <= figure.start < q.end for q in ctx.quotations(sentence.id)):
                continue
            found = next((s for s in (listed(ctx, figure), included(ctx, figure), among(ctx, figure)) if s), None)
            if found is not None and len(found.parts) >= LEAST_PARTS:
                out.append(found)
    return tuple(out)


def sum_notes(ctx: Context) -> Iterator[Note]:
    """A warning for each total that its parts do not make."""
    for found in sums(ctx):
        if found.holds:
            continue
        parts = " + ".join(spaced(n) for n in found.parts)
        verdict = "ne font pas le total annoncé" if found.exhaustive else "dépassent le total annoncé"
        yield Note(
            "source.sum",
            f"Les parts données ({parts} = {spaced(sum(found.parts))}) {verdict} (« {found.total.text} »). "
            "Vérifiez ces chiffres.",
            before=found.total.text,
        )


def doubtful(ctx: Context) -> frozenset[tuple[int, str]]:
    """(sentence, number) of the figures of a sum that does not hold: no table repeats them."""
    return frozenset(pair for found in sums(ctx) if not found.holds and not found.floor for pair in found.figures)


def spaced(value: int) -> str:
    """A number with a no-break space between its thousands.

    >>> spaced(8200) == "8\u202f200", spaced(17)
    (True, '17')
    """
    return f"{value:,}".replace(",", "\u202f")


def plain(figure: Figure) -> bool:
    """Whether a figure is one whole count of things: no share, no range, no unit of measure."""
    value = figure.value or 0
    return bool(figure.counted) and not figure.unit and value >= LEAST_PARTS and value == round(value) and (
        not re.search(r"\d\s*(?:à|ou|-)\s*\d", figure.number)
    )  # fmt: skip


def listed(ctx: Context, figure: Figure) -> Sum | None:
    """« 38 membres (17 ministres, 14 secrétaires et 7 adjoints) », « 27 centres : 10 à Damas et 17 à Homs »."""
    sentence = ctx.sentence(figure.sentence)
    rest = ctx.text[figure.end : sentence.end]
    match = next((m for pattern in ENUMERATIONS if (m := re.match(pattern, rest))), None)
    values = items(match[1]) if match is not None else None
    if match is None or values is None:
        return None
    inside = range(figure.end + match.start(1), figure.end + match.end(1))
    figures = [f for f in ctx.figures(figure.sentence) if f.start in inside]
    return Sum(figure, values, True, pairs(figure, figures))


def items(text: str) -> tuple[int, ...] | None:
    """The counts of an enumeration of which every item opens on one; None otherwise.

    >>> items("17 ministres, 14 secrétaires d’État et un porte-parole"), items("10 à Damas, dont une femme")
    ((17, 14, 1), None)
    """
    words = load_toml(LEXICON)["numbers"]
    out = []
    for item in SPLIT_RE.split(text.strip()):
        match = ITEM_RE.match(item)
        if match is None or (match["word"] and match["word"] not in words):
            return None
        out.append(int(re.sub(r"\D", "", match["digits"])) if match["digits"] else int(words[match["word"]]))
    return tuple(out)


def included(ctx: Context, figure: Figure) -> Sum | None:
    """« 800 élèves, dont 500 filles et 400 garçons »: parts that may not exceed their total."""
    sentence = ctx.sentence(figure.sentence)
    match = re.match(r"[^,;.:()]{0,60}?,? dont ([^:;.()«»]+)", ctx.text[figure.end : sentence.end])
    values = items(match[1]) if match is not None else None
    if match is None or values is None:
        return None
    inside = range(figure.end + match.start(1), figure.end + match.end(1))
    figures = [f for f in ctx.figures(figure.sentence) if f.start in inside]
    return Sum(figure, values, False, pairs(figure, figures))


def among(ctx: Context, figure: Figure) -> Sum | None:
    """« Parmi ces postes, 300 à Lyon. Le groupe en supprime aussi 500 à Brest »: parts told in the next sentences."""
    lexicon = load_toml(LEXICON)
    block = ctx.sentence(figure.sentence).block
    following = [s for s in ctx.sentences if s.id > figure.sentence and s.block == block]
    if not following or not re.match(rf"(?:{'|'.join(lexicon['openings'])})\b", following[0].text, re.IGNORECASE):
        return None
    first = [f for f in ctx.figures(following[0].id) if plain(f)]
    nouns = {f.counted.split(maxsplit=1)[0].lower() for f in first} | {figure.counted.split(maxsplit=1)[0].lower()}
    parts = list(first)
    for sentence in following[1:]:
        carried = re.search(rf"\b(?:{'|'.join(lexicon['also'])})\b", sentence.text, re.IGNORECASE)
        more = [f for f in ctx.figures(sentence.id) if plain(f) and f.counted.split(maxsplit=1)[0].lower() in nouns]
        if not carried or not more:
            break
        parts += more
    values = tuple(round(f.value or 0) for f in parts)
    return Sum(figure, values, False, pairs(figure, parts)) if parts else None


def pairs(total: Figure, parts: list[Figure]) -> tuple[tuple[int, str], ...]:
    """(sentence, number) of a total and its parts."""
    return tuple((f.sentence, f.number) for f in (total, *parts))
