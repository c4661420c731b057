"""Concepts explained: the technical terms of the article, told from the knowledge base."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seo_fr.composition import terms
from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.choose import MOST_BACKGROUND
from seo_fr.french import capitalize_first, count_in_words, count_words, lower_first
from seo_fr.model import Concept, ConceptMatch, Heading, Passage, Piece, Section
from seo_fr.reading.sentences import split_sentences

NAME = "background"
LEAST = 1
MOST = 6
SHORTEST = 30
"""Words under which a concept is not explained any more."""
SPREAD = 5
"""Concepts among which the room is shared, at most."""
BRIEF = 45
"""Words of a definition and of what makes it clear: with so many each, more concepts are better than longer ones."""
SAID_AGAIN = 1.15
"""Words of an article without its definitions, to those of its source: blocks tell some of it twice."""
TURNED_ON = 1.0
"""Weight from which an article turns on a concept: those below take what room is left."""
ENOUGH = 4
"""Concepts on which an article turns that leave no place for the others, which are short at best."""


def background(brief: Brief) -> BlockDraft | None:
    """One option a concept: its definition, then its explanation, as long as the room of the article allows."""
    turned_on = sum(match.weight >= TURNED_ON for match in brief.concepts)
    options = [
        Option(labelled(brief, match), max(0.1, 1.0 - 0.15 * rank), match.start)
        for rank, match in enumerate(brief.concepts)
        if turned_on < ENOUGH or match.weight >= TURNED_ON
    ]
    if not options:
        return None
    written = SAID_AGAIN * count_words(brief.ctx.analysis.source.text)
    share = MOST_BACKGROUND / (1 - MOST_BACKGROUND)  # of what is written without them
    room = min(share * written, brief.settings.background_share * brief.min_words)
    return BlockDraft(NAME, (), "paragraph", spread(options, turned_on, room), LEAST, MOST, ordered=False)


def spread(options: Sequence[Option], wanted: int, room: float) -> tuple[Option, ...]:
    """The options, the first *wanted* shortened where that gives each a place in *room* words."""
    sharing = min(wanted, SPREAD, int(room // BRIEF))
    out = []
    for rank, option in enumerate(options):
        if rank < sharing:
            most = room / (sharing - rank)
            shorter = (option, *lighter(option))
            option = next((one for one in shorter if one.words <= most), shorter[-1])
            room -= option.words
        out.append(option)
    return tuple(out)


def explained(concept: Concept) -> tuple[Piece, ...]:
    """The sentences that explain a concept, the definition first."""
    sentences = [concept.definition, *split_sentences(concept.explanation)]
    return tuple(
        Piece(text, "background", (), f"knowledge.{concept.domain}", 0.98, cells=(concept.term,) if k == 0 else ())
        for k, text in enumerate(sentences)
    )


def labelled(brief: Brief, match: ConceptMatch) -> tuple[Piece, ...]:
    """The explanation with its term before it, « Tablier : un tablier de pont est… », as in a list of terms."""
    first, *others = explained(written(brief, match))
    label = capitalize_first(terms.shown(match, brief.ctx.text) or match.concept.term)
    articled = re.match(r"(?:Les? |La |L’|Une? |Des )", first.text)  # a name keeps its capital
    text = f"{label} : {lower_first(first.text) if articled else first.text}"
    return (replace(first, text=text, cells=(match.concept.term, label, first.text)), *others)


def lighter(option: Option) -> tuple[Option, ...]:
    """The same concept in less and less words: its last sentences, which only add to the others, go one by one."""
    out = []
    for end in range(len(option.pieces) - 1, 1, -1):
        less = replace(option, pieces=option.pieces[:end])
        if less.words < SHORTEST:
            break
        out.append(less)
    return tuple(out)


def written(brief: Brief, match: ConceptMatch) -> Concept:
    """The concept as this article writes it: its gender, its number (« Covid »), its acronym beside the full name."""
    concept = terms.in_gender(match, brief.ctx.text)
    name = terms.shown(match, brief.ctx.text)
    article, term, rest = terms.parts(concept)
    if not name or not article or terms.beside(match):
        return concept
    head = concept.definition[: len(concept.definition) - len(rest)]
    if terms.acronym(match):
        told = name in concept.definition
        return concept if told else replace(concept, definition=f"{head} ({name}){rest}")
    return replace(concept, definition=f"{head[: -len(term)]}{name}{rest}")


def sections(brief: Brief, told: Sequence[Option]) -> tuple[Section, ...]:
    """The concepts explained, as a list of terms under one heading; one alone stands under its question."""
    matches = {match.concept.term: match for match in brief.concepts}
    found = [matches[option.pieces[0].cells[0]] for option in told]
    if len(told) == 1:
        text = heading(brief, found[0], "background_heading_one")
        return (Section(Heading(2, text, "", (), "concepts"), (Passage("paragraph", alone(told[0])),), NAME),)
    text = brief.templates.pick("background_heading_many", count=count_in_words(len(told), gender="f"))
    listed = tuple(piece for option in told for piece in in_list(option))
    return (Section(Heading(2, capitalize_first(text), "", (), "concepts"), (Passage("terms", listed),), NAME),)


def in_list(option: Option) -> tuple[Piece, ...]:
    """The pieces of a concept in a list of terms."""
    first, *others = option.pieces
    return (replace(first, cells=first.cells[1:2]), *others)


def alone(option: Option) -> tuple[Piece, ...]:
    """The pieces of a concept under a heading that names it."""
    first, *others = option.pieces
    return (replace(first, text=first.cells[2], cells=first.cells[:1]), *others)


def heading(brief: Brief, match: ConceptMatch, family: str) -> str:
    """A heading for one concept; within an article, headings of one family have the same form."""
    concept = terms.in_gender(match, brief.ctx.text)
    name = terms.shown(match, brief.ctx.text)
    found = brief.templates.all(family, question=terms.question(concept, name), noun=terms.noun_heading(concept, name))
    return found[0] if found else capitalize_first(concept.term)


def question(concept: Concept) -> str:
    """« Qu’est-ce qu’un plan social ? », or "" when the definition does not open on its own term."""
    return terms.question(concept)
