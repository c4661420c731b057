"""Concepts explained: the technical terms of the article, told from the knowledge base."""

from __future__ import annotations

import re

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.french import enumerate_fr
from seo_fr.model import Concept, Piece
from seo_fr.reading.sentences import split_sentences

NAME = "background"
LEAST = 1
MOST = 6
MOST_NAMED = 3
SUBJECT_RE = re.compile(
    r"^(?P<subject>(?:Un|Une|Le|La|Les|L’|Des|D’)\s?.+?) (?:est|sont|désigne|désignent|consiste|regroupe|correspond|"
    r"réunit|rassemble|mesure|permet|constitue)\b"
)


def background(brief: Brief) -> BlockDraft | None:
    """One paragraph a concept: its definition, then its explanation."""
    options = []
    for rank, match in enumerate(brief.concepts):
        pieces = explained(match.concept)
        options.append(Option(pieces, max(0.1, 1.0 - 0.08 * rank), match.start))
    if not options:
        return None
    return BlockDraft(NAME, (), "paragraph", tuple(options), LEAST, MOST, ordered=False)


def explained(concept: Concept) -> tuple[Piece, ...]:
    """The sentences that explain a concept, the definition first."""
    sentences = [concept.definition, *split_sentences(concept.explanation)]
    return tuple(
        Piece(text, "background", (), f"knowledge.{concept.domain}", 0.98, cells=(concept.term,) if k == 0 else ())
        for k, text in enumerate(sentences)
    )


def heading(brief: Brief, concepts: list[Concept]) -> str:
    """A heading that names what is explained."""
    if len(concepts) == 1:
        name = shown(brief, concepts[0])
        said = subject(concepts[0]) if name == concepts[0].term else name
        return brief.templates.pick("background_heading_one", subject=said, term=name)
    terms = named([shown(brief, c) for c in concepts])
    text = brief.templates.pick("background_heading_many", terms=enumerate_fr(terms), count=len(concepts))
    return text[:1].upper() + text[1:]


def named(terms: list[str]) -> list[str]:
    """The terms that a heading names: no term inside another, one that holds an « et » first, where it is clear.

    >>> named(["boson", "boson de Higgs", "directoire", "recherche et développement"])
    ['recherche et développement', 'boson de Higgs', 'directoire']
    """
    kept = [t for t in terms if not any(t != other and t.lower() in other.lower() for other in terms)]
    return sorted(kept[:MOST_NAMED], key=lambda t: " et " not in t)


def shown(brief: Brief, concept: Concept) -> str:
    """The term; as the source writes it when the term holds a number that the source does not (« Covid-19 »)."""
    numbers = re.findall(r"\d+", concept.term)
    if all(number in brief.ctx.text for number in numbers):
        return concept.term
    return next((match.surface for match in brief.concepts if match.concept.term == concept.term), concept.term)


def subject(concept: Concept) -> str:
    """The subject of the definition with its article, lower case at its head: « un plan social », « la subduction »."""
    match = SUBJECT_RE.match(concept.definition)
    found = match["subject"] if match else concept.term
    return found[:1].lower() + found[1:]


def question(concept: Concept) -> str:
    """« Qu’est-ce qu’un plan social ? », or "" when the definition does not open on its own term."""
    match = SUBJECT_RE.match(concept.definition)
    if match is None or len(match["subject"].split()) > 7:
        return ""
    name = subject(concept)
    if name.startswith(("les ", "des ")):
        return f"Que sont {name if name.startswith('les ') else 'les ' + name[4:]} ?"
    joint = "qu’" if name[0] in "aeiouéèêàâîôûh" and name.startswith(("un", "une")) else "que "
    return f"Qu’est-ce {joint}{name} ?"
