"""Figures that make sense by themselves, as a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.gate import Gate
from seo_fr.composition.lead import lead_sentences
from seo_fr.composition.overlap import Repetition
from seo_fr.composition.sums import doubtful
from seo_fr.model import Piece
from seo_fr.resources import load_toml
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.measures import Measure, measures
from seo_fr.topics.matching import stems

NAME = "figures"
LEAST = 3
FULL = 4
"""Rows that make a table wherever they come from; three do unless the chapô has them all in one sentence."""
MOST = 8
CONFIDENCE = 0.93
WORDINGS = 3
"""Most wordings of one row."""
UNFIT = frozenset({"instructions", "narrative", "legal", "first_person"})
"""Registers in which a table would be out of place."""
NUMBER_RE = re.compile(r"(?<![\w.,-])\d+(?:[\s.]\d{3})*(?:,\d+)?(?![\w.-])")
DATED_RE = re.compile(r"\s(?:\w+\s)?(?:19|20)\d\d\b|\s(?:janv|févr|mars|avri|mai|juin|juil|août|sept|octo|nove|déce)")
"""What follows the day of a date."""


def figures(brief: Brief) -> BlockDraft | None:
    """One row a figure, with what it stands for: None under three, or when the title’s own figure cannot be told.

    What is counted or measured stands on the left and its figure on the right: a reader looks for the thing, and wants
    its value; a bare number names no row. Rows drawn from one sentence are parallel amounts: they come together or not
    at all, and they are no table by themselves. A figure of the past gives way to a later one.
    """
    ctx = brief.ctx
    if out_of_place(brief):
        return None
    rows, central = rows_of(brief, row)
    firsts = [pieces[0] for group in rows.values() for pieces in group]
    needed = least_rows(ctx, rows)
    if len(firsts) < needed or len(rows) < LEAST_SENTENCES or not announced(brief, (p.cells[1] for p in firsts)):
        return None
    options = tuple(options_of(rows, central))
    least = max(LEAST_SENTENCES, enough(sorted(map(len, rows.values())), needed))
    toll = any(m.construction == "harm" for m in measures(ctx))
    headings = brief.templates.all("toll_heading" if toll else "figures_heading")
    return BlockDraft(NAME, headings, "table", options, least, MOST, head=("Donnée", "Chiffre"))


def out_of_place(brief: Brief) -> bool:
    """Whether a table would jar: in a recipe, a tale, a law, a diary, and where one death is told.

    Of an accident with several victims the toll is the news, and is set out soberly.
    """
    if brief.ctx.analysis.register & UNFIT:
        return True
    return brief.mourning and not any(m.construction == "harm" for m in measures(brief.ctx))


Rows = Mapping[int, Sequence[Sequence[Piece]]]
"""By sentence, its figures; for each, its wordings."""
Maker = Callable[[Measure, str], Iterator[Piece]]
"""Makes rows of a figure and a label, the fullest first."""


def rows_of(brief: Brief, make: Maker, without: Collection[tuple[int, str]] = ()) -> tuple[Rows, dict[int, int]]:
    """The figures that can be told, by sentence, and how many of each sentence are what the article is about.

    *without*: (sentence, number) pairs that are told elsewhere.
    """
    ctx = brief.ctx
    seen = Repetition()
    for sentence in ctx.sentences:
        seen.add(whole_numbers(sentence.text))
    gate = Gate.of(ctx.analysis)
    rows: dict[int, list[tuple[Piece, ...]]] = {}
    central: dict[int, int] = {}
    held: set[tuple[str, str]] = set()
    found = measures(ctx)
    doubted = doubtful(ctx)
    for measure in found:
        if stale(ctx, measure, found) or small(measure) or (measure.sid, measure.figure.number) in {*without, *doubted}:
            continue
        drafted = (piece for label in measure.labels for piece in make(measure, label))
        made = [piece for piece in drafted if not seen.repeats(whole_numbers(piece.text))]
        pieces = tuple(piece for piece in made[:WORDINGS] if not gate.faults(piece))
        if not pieces or (measure.value, measure.labels[0]) in held:
            continue
        held.add((measure.value, measure.labels[0]))
        seen.add(whole_numbers(pieces[0].text))
        central[measure.sid] = central.get(measure.sid, 0) + is_central(brief, measure)
        rows.setdefault(measure.sid, []).append(pieces)
    return {sid: group for sid, group in rows.items() if not partial(ctx, sid, group)}, central


def whole_numbers(text: str) -> str:
    """The text with each number as one word, so that its runs are counted as a reader hears them.

    >>> whole_numbers("8 000 postes en 2012")
    '8000 postes en 2012'
    """
    return re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)", "", text)


def small(measure: Measure) -> bool:
    """« trois objectifs », « neuf moteurs »: a count in letters is read where it stands, but for people and victims."""
    figure = measure.figure
    if figure.unit or re.search(r"\d", measure.value) or (figure.value or 0) >= LARGE:
        return False
    lexicon = load_toml(MEASURES)["words"]
    people = {*lexicon["people"], *lexicon["victims"]}
    return measure.construction != "harm" and not people.intersection(figure.counted.lower().split())


def options_of(rows: Rows, central: Mapping[int, int], after: int = 0) -> Iterator[Option]:
    """A sentence’s rows together, in each of their wordings; *after*: how many rows stand before the first."""
    for sid, group in rows.items():
        worth = 0.4 + 0.1 * min(3, len(group)) + 0.3 * bool(central[sid])
        for rank in range(max(map(len, group))):
            chosen = tuple(wordings[min(rank, len(wordings) - 1)] for wordings in group)
            yield Option(chosen, worth - 0.01 * rank, after + sid, group=after + sid)


LEAST_SENTENCES = 2
"""Sentences that the rows come from, at least: one sentence says better by itself what a table would cut up."""
AGAINST_RE = re.compile(r",? (?:contre \d[^()]*?|\((?:contre|au lieu de) \d[^()]*\))(?=, selon |$)")
LARGE = 20
MEASURES = "rewriting/measures.toml"
YEAR_RE = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
SHARE_RE = re.compile(r"\d[\d,]*(?=\s?%)")
MANY = 3
"""Shares that make an enumeration."""


def stale(ctx: Context, measure: Measure, told: Sequence[Measure]) -> bool:
    """Whether a figure of a year loses to a later one of the same thing, told nearby, that makes no row.

    « 4 000 habitants en 1982 » says little where the next sentence counts 5 000 in 2009.
    """
    years = [int(y) for y in YEAR_RE.findall(measure.labels[0])]
    noun = measure.figure.counted.lower()
    if not years or not noun or measure.figure.unit:
        return False
    block = ctx.sentence(measure.sid).block
    rows = {(m.sid, m.figure.start) for m in told}
    for sentence in ctx.sentences:
        if sentence.block != block:
            continue
        for figure in ctx.figures(sentence.id):
            if figure.counted.lower() != noun or (sentence.id, figure.start) in rows or figure == measure.figure:
                continue
            before = [int(y) for y in YEAR_RE.findall(ctx.text[sentence.start : sentence.end])]
            if before and max(before) > max(years):
                return True
    return False


def partial(ctx: Context, sid: int, group: Sequence[Sequence[Piece]]) -> bool:
    """Whether a sentence enumerates shares of which its rows tell a part: all amounts of one enumeration, or none."""
    shares = Counter(SHARE_RE.findall(ctx.sentence(sid).text))
    told = Counter(n for pieces in group for n in SHARE_RE.findall(pieces[0].text))
    return bool(told) and shares.total() >= MANY and not shares <= told


def least_rows(ctx: Context, rows: Mapping[int, Sequence[object]]) -> int:
    """Rows that a table needs: three, or four when the chapô has several of them."""
    lead = set(lead_sentences(ctx))
    return FULL if sum(len(group) for sid, group in rows.items() if sid in lead) > 1 else LEAST


def announced(brief: Brief, cells: Iterable[str]) -> bool:
    """Whether the figures of the title, years and days apart, are in some cells: a table without them misleads."""
    wanted = amounts(brief.ctx.analysis.source.title)
    shown = [compact(n) for cell in cells for n in NUMBER_RE.findall(cell)]
    whole = [int(n) for n in shown if n.isdigit()]
    sums = {str(a + b) for k, a in enumerate(whole) for b in whole[k + 1 :]}  # 147 passengers and 6 crew for 153 aboard
    return wanted <= {*shown, *sums}


def amounts(title: str) -> frozenset[str]:
    """The numbers of a title that are no year, day or version.

    >>> sorted(amounts("8 000 emplois supprimés en 2012")), sorted(amounts("Ubuntu 12.10, le 19 août"))
    (['8000'], [])
    """
    found = (m for m in NUMBER_RE.finditer(title) if not DATED_RE.match(title, m.end()))
    return frozenset(compact(m[0]) for m in found if not re.fullmatch(r"(?:19|20)\d\d", m[0]))


def compact(number: str) -> str:
    """A number without its thousands spaces.

    >>> compact("8 000"), compact("7,2")
    ('8000', '7,2')
    """
    return re.sub(r"[\s.]", "", number)


def row(measure: Measure, label: str) -> Iterator[Piece]:
    """« Coût du pont | 3 millions d’euros »; « contre 45 000 en mai » goes with the figure, or is left out."""
    against = AGAINST_RE.search(label)
    for more in (against[0], "") if against is not None else ("",):
        cells = (AGAINST_RE.sub("", label), f"{measure.value}{more}")
        yield Piece(" | ".join(cells), "restated", measure.sids, "figures.row", CONFIDENCE, cells=cells)


def enough(sizes: list[int], needed: int) -> int:
    """How many groups make enough rows, whichever they are.

    >>> enough([1, 1, 4], 3), enough([4], 3), enough([3, 4], 3)
    (3, 1, 1)
    """
    total = 0
    for count, size in enumerate(sizes, start=1):
        total += size
        if total >= needed:
            return count
    return len(sizes)


def is_central(brief: Brief, measure: Measure) -> bool:
    """Whether a figure is what the article is about: it stands in the title, counts victims, or names the subject."""
    source = brief.ctx.analysis.source
    if measure.construction == "harm" or (measure.figure.number and measure.figure.number in source.title):
        return True
    subject = set(brief.keyphrase.stems) | set(stems(source.title))
    return bool(set(stems(measure.labels[0])) & subject)
