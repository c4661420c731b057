"""Measures of how easily a text is read, counted block by block: a heading never runs into the next sentence."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import groupby, pairwise
from statistics import fmean, pstdev
from typing import Any

from seo_fr.scoring.context import NOT_APPLICABLE, Context, Measured, place, place_unit
from seo_fr.scoring.page import Sentence
from seo_fr.scoring.passive import passive_in
from seo_fr.scoring.transitions import transition_in
from seo_fr.topics.matching import Word

LONG_SENTENCE = 20
VERY_LONG_SENTENCE = 40
WORDS_PER_MINUTE = 238
"""Silent reading of non-fiction by adults; Brysbaert (2019), Journal of Memory and Language 109."""
ARTICLES = frozenset("le la les l un une deux trois quatre cinq six sept huit neuf dix celui celle ceux celles".split())
TRANSITION_WORDS = 200
QUOTED = 0.3
"""Share of a sentence's words outside quotation marks up to which it is a quotation."""
AGENT_RE = re.compile(r"(?:é|i|u|s|t)e?s? par (?:l[ae]s? |l’|l'|une? |des |[A-ZÀ-Ý]|plusieurs |deux |trois )")
MARK_RE = re.compile("[«»“”]")


def _share(part: list[Sentence], whole: tuple[Sentence, ...], mendable: list[Sentence]) -> Measured:
    if not whole:
        return NOT_APPLICABLE
    places = tuple(map(place, mendable or part))
    return Measured(100 * len(part) / len(whole), places, {"count": len(part), "of": len(whole)})


def unquoted(ctx: Context, part: list[Sentence]) -> Iterator[tuple[Sentence, tuple[Word, ...]]]:
    """Some sentences, each with its words outside quotation marks, wherever in its block they open.

    Nobody rewrites a quotation.
    """
    for block, group in groupby(part, key=lambda s: s.block):
        wanted = {id(s) for s in group}
        depth = 0
        for line in ctx.page.units[block].sentences:
            marks = deque((m.start(), 1 if m[0] in "«“" else -1) for m in MARK_RE.finditer(line.text))
            out = []
            for token in line.tokens:
                while marks and marks[0][0] < token.start:
                    depth = max(0, depth + marks.popleft()[1])
                if not depth and line.kind != "quote":
                    out.append(token)
            depth = max(0, depth + sum(step for _, step in marks))
            if id(line) in wanted:
                yield line, tuple(out)


def _own(ctx: Context, part: list[Sentence]) -> list[Sentence]:
    """The sentences that are not, or nearly not, somebody's quoted words."""
    return [s for s, own in unquoted(ctx, part) if len(own) > QUOTED * len(s.tokens)]


def long_sentences(ctx: Context) -> Measured:
    """Share of sentences over 20 words, in per cent."""
    part = [s for s in ctx.sentences if s.words > LONG_SENTENCE]
    return _share(part, ctx.sentences, _own(ctx, part))


def very_long_sentences(ctx: Context) -> Measured:
    """Sentences over 40 words."""
    found = [s for s in ctx.sentences if s.words > VERY_LONG_SENTENCE]
    return Measured(len(found), tuple(map(place, _own(ctx, found) or found))) if ctx.sentences else NOT_APPLICABLE


def paragraph_length(ctx: Context) -> Measured:
    """Words of the longest paragraph."""
    texts = [(i, u) for i, u in enumerate(ctx.page.units) if u.kind in ("paragraph", "quote")]
    if not texts:
        return NOT_APPLICABLE
    return Measured(max(u.words for _, u in texts), tuple(place_unit(i, u) for i, u in texts if u.words > 150))


def passives(ctx: Context) -> Measured:
    """Share of sentences that hold a passive, in per cent.

    The places leave out those whose passive is quoted, and begin with those that say by whom.
    """
    part = [s for s in ctx.sentences if passive_in(s.tokens, s.text)]
    mendable = [s for s, own in unquoted(ctx, part) if passive_in(own, s.text)]
    return _share(part, ctx.sentences, sorted(mendable, key=lambda s: AGENT_RE.search(s.text) is None))


def transitions(ctx: Context) -> Measured:
    """Share of sentences tied by a connecting word, in per cent; no demand on a text under 200 words.

    The places are the sentences that follow another in their paragraph without such a word: the first of a paragraph
    has nothing to be tied to.
    """
    tied = [s for s in ctx.sentences if transition_in(s.tokens, s.text)]
    if not ctx.sentences or sum(s.words for s in ctx.lines) < TRANSITION_WORDS:
        return NOT_APPLICABLE
    held = {id(s) for s in tied}
    loose = tuple(place(s) for b, s in pairwise(ctx.sentences) if b.block == s.block and id(s) not in held)
    return Measured(100 * len(tied) / len(ctx.sentences), loose, {"count": len(tied), "of": len(ctx.sentences)})


def beginnings(ctx: Context) -> Measured:
    """Longest run of sentences that open with the same word; an article or a numeral counts with the next word.

    A heading, a list or a table between two sentences ends the run.
    """
    if not ctx.sentences:
        return NOT_APPLICABLE
    runs = [list(run) for key, run in groupby(ctx.lines, key=lambda s: opening(s) if s.running else "") if key]
    longest = max(map(len, runs), default=0)
    bad = [s for run in runs if len(run) > 2 for s in run]
    return Measured(longest, tuple(map(place, bad)))


def opening(sentence: Sentence) -> str:
    """What a sentence opens with, for comparison."""
    heads = [token.text.lower() for token in sentence.tokens[:2]]
    return " ".join(heads) if heads and heads[0] in ARTICLES else "".join(heads[:1])


def variety(ctx: Context) -> Measured:
    """Coefficient of variation of sentence lengths: standard deviation over mean."""
    lengths = [s.words for s in ctx.sentences if s.words]
    if len(lengths) < 6:
        return NOT_APPLICABLE
    return Measured(pstdev(lengths) / fmean(lengths))


def flesch(ctx: Context) -> Measured:
    """Reading ease for French: 207 − 1.015·(words/sentence) − 73.6·(syllables/word); Kandel & Moles (1958)."""
    counts = ctx.counts
    if not counts.words:
        return NOT_APPLICABLE
    return Measured(207 - 1.015 * counts.words / counts.sentences - 73.6 * counts.syllables / counts.words)


def lix(ctx: Context) -> Measured:
    """Words per sentence plus the percentage of words over six letters; Björnsson (1968)."""
    counts = ctx.counts
    if not counts.words:
        return NOT_APPLICABLE
    return Measured(counts.words / counts.sentences + 100 * counts.long / counts.words)


def long_words(ctx: Context) -> Measured:
    """Share of words of four syllables or more, in per cent."""
    counts = ctx.counts
    return Measured(100 * counts.polysyllables / counts.words) if counts.words else NOT_APPLICABLE


def facts(ctx: Context) -> dict[str, float]:
    """Plain figures of the page: words, sentences, paragraphs, mean sentence, reading time in minutes."""
    words = ctx.page.words
    return {
        "words": words,
        "sentences": len(ctx.sentences),
        "paragraphs": sum(unit.kind in ("paragraph", "quote") for unit in ctx.page.units),
        "headings": len(ctx.headings),
        "words_per_sentence": round(fmean([s.words for s in ctx.sentences]), 1) if ctx.sentences else 0.0,
        "reading_minutes": round(words / WORDS_PER_MINUTE, 1),
        "keyphrase_hits": sum(ctx.hits),
    }


def textstat_indices(text: str) -> dict[str, float]:
    """Other indices, by a private instance of textstat whose language is French; its global one is left alone.

    textstat counts syllables by hyphenation, too few by some 5 % in French, which lifts its Flesch score by about seven
    points: hence our own in the checks, and this one for comparison only.
    """
    stat: Any = _textstat()
    names = ("flesch_reading_ease", "lix", "rix", "mcalpine_eflaw", "coleman_liau_index", "automated_readability_index")
    return (
        {name: round(float(getattr(stat, name)(text)), 2) for name in names if hasattr(stat, name)}
        if text.strip()
        else {}
    )


def _textstat() -> Any:
    import textstat

    stat = type(textstat.textstat)()
    stat.set_lang("fr")
    return stat
