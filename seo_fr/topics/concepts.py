"""Concepts of the knowledge base met in an article, the most useful to explain first.

A term is found whatever its number and gender, the longest first, so that « déficit public » hides « déficit ».
An ambiguous term needs one of its context words in the article, and a second one or a neighbour of its own domain. What
the source explains by itself is left alone, and so is what everybody knows; what most readers know is explained only
when the article is about it and holds nothing harder.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from seo_fr.model import Analysis, Concept, ConceptMatch, Keyphrase, Level
from seo_fr.resources import load_toml
from seo_fr.topics.concept_places import ACRONYM_RE, Index, Place, forms, places_of
from seo_fr.topics.country import abroad, of_french_law
from seo_fr.topics.glosses import glossed
from seo_fr.topics.matching import stem, stems, words
from seo_fr.topics.scenery import names_a_body, passed_by, under_another_name

LEADING_ARTICLE_RE = re.compile(r"^(?:l[’']|(?:les?|la|une?|des) )", re.IGNORECASE)
NAMED_AFTER_RE = re.compile(r"(?<=\w )[A-ZÀ-Ý][\w’'-]+ (?:de |d[’']|du |de la )$")
"""What stands before a name that another is made with: « la Noire de Crimée »."""
COUNTED_RE = re.compile(r"\d\s$")
"""What stands before something counted."""
TITLE_BONUS, LEAD_BONUS, KEYPHRASE_BONUS = 1.0, 0.5, 1.0
"""Set by hand against log(1 + sentences), which is 0.7 for a single mention."""
KIN_BONUS = 0.4
"""For a concept all of whose neighbours are of its domain, and again for the title’s domain: it is what the article is
about. Less than a mention."""
ACRONYM_BONUS, NAME_BONUS = 1.5, 0.5
"""For a concept that the article only names by an acronym: nothing there says what it stands for. Less for the name of
a body (« DGAC »), which one may read past, and for what is only known by its acronym (« HTML »)."""
BODY_FACTOR = 0.8
"""For the name of a body of which the headline says nothing: one reads past it more easily than past a technique."""
FACTORS: Mapping[Level, float] = {"courant": 0.0, "familier": 0.5, "spécialisé": 1.0, "expert": 1.6}
"""By how far from common knowledge a concept lies: an expert's word met once is worth a known one of the lead."""
OUTRIGHT = 3
"""Words of four letters and more from which a name needs no context to be understood."""
ECHO_FACTOR = 0.4
"""For a concept whose name is part of another that is there too, which says much the same, or that the text lacks."""
OFTEN = 3
"""Mentions that make an article be about what most readers know, though neither headline nor keyphrase names it."""
MAIN = 3
"""Keyphrases that tell what the article is about."""
HARD = frozenset[Level]({"spécialisé", "expert"})
"""Levels that a reader may need explained; the others only when the article is about them, for want of these."""


def find_concepts(
    analysis: Analysis, concepts: Sequence[Concept], keyphrases: Sequence[Keyphrase] = (), *, n: int = 12
) -> tuple[ConceptMatch, ...]:
    """The *n* concepts of the article most worth explaining, best first; at most one match a concept.

    >>> from seo_fr.model import Block, Sentence, Source
    >>> text = "Le déficit public recule. La dette aussi."
    >>> blocks = (Block("paragraph", 0, 41),)
    >>> sentences = (Sentence(0, text[:25], 0, 25, 0), Sentence(1, text[26:], 26, 41, 0))
    >>> analysis = Analysis(Source(text, text, "", blocks, sentences))
    >>> entry = Concept("déficit public", "Le déficit public est…", "Il…", "economie")
    >>> [match.surface for match in find_concepts(analysis, [entry])]
    ['déficit public']
    """
    source = analysis.source
    article, title = Index.of(source.text), Index.of(source.title)
    allowed, away = _allowed_domains(analysis), abroad(analysis)
    verbs = frozenset(token.start for token in analysis.tokens if token.pos in ("VERB", "AUX"))
    qualifiers = _qualifiers(analysis)
    places = [
        place
        for rank, concept in enumerate(concepts)
        if (allowed is None or concept.domain in allowed) and not (away and of_french_law(concept))
        for place in places_of(rank, concept, article)
        if not (place.first == place.last and place.start in verbs) and not _within_name(place, concept, analysis)
        if not _of_another(place, concept, qualifiers)
    ]
    subject = LEADING_ARTICLE_RE.sub("", source.title.strip(" .!?"))
    found: list[ConceptMatch] = []
    passed: list[ConceptMatch] = []
    about = {key for name in (source.title, *(k.text for k in keyphrases[:MAIN])) for key in stems(name)}
    tied: set[str] = set()
    by_concept = _in_sense(places, concepts, article, title)
    domains = Counter(concepts[rank].domain for rank in by_concept)
    topics = {concepts[rank].domain for rank in by_concept if next(places_of(rank, concepts[rank], title), None)}
    names = {word.text for word in title.words if word.text[0].isupper()}
    for rank, group in by_concept.items():
        concept = concepts[rank]
        titled = next(places_of(rank, concept, title), None)
        if _explained(source.text, group) or (titled and titled.end - titled.start == len(subject)):
            continue
        if concept.level not in HARD and not (titled or len(group) >= OFTEN or _keyphrase_bonus(concept, keyphrases)):
            continue
        if not FACTORS[concept.level]:
            continue
        kin = (domains[concept.domain] - 1) / max(1, len(by_concept) - 1) + (concept.domain in topics)
        kin += not titled and any(word.text in names for word in words(concept.term))
        match = _match(analysis, concept, group, titled is not None, keyphrases, kin)
        if match:
            scenery = not titled and passed_by(source.text, [(place.start, place.end) for place in group])
            (passed if scenery else found).append(match)
            if kin > 0 or match.weight > math.log(2) + 1e-9 or not about.isdisjoint(_told(concept)):
                tied.add(concept.term)
    found = _without_echoes(found or [match for match in passed if match.concept.level in HARD])
    found.sort(key=lambda match: (-match.weight, match.start, match.concept.term))
    hard = [match for match in found if match.concept.level in HARD]
    best = tuple((hard or found)[:n])
    if not any(match.concept.term in tied for match in best):
        return ()  # « hypothermie », of one man saved from a flood: no subject of the article
    return best


def _longest_first(places: Iterable[Place]) -> list[Place]:
    taken: set[int] = set()
    kept = []
    for place in sorted(places, key=lambda p: (p.start - p.end, p.start, p.concept)):
        span = range(place.first, place.last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(place)
    return sorted(kept, key=lambda p: p.start)


def _qualifiers(analysis: Analysis) -> dict[int, str]:
    """Where each adjective starts that follows the noun it qualifies, with this noun in small letters."""
    tokens = analysis.tokens
    return {
        token.start: tokens[token.head].text.lower()
        for token in tokens
        if token.pos == "ADJ" and token.dep == "amod" and token.head == token.i - 1
    }


def _of_another(place: Place, concept: Concept, qualifiers: Mapping[int, str]) -> bool:
    """Whether one word, which may stand for a longer name, only qualifies some other noun.

    « Les municipales » are elections; « une piscine municipale » is none.
    """
    noun = qualifiers.get(place.start)
    named = [word.text for word in words(concept.term)]
    return noun is not None and place.last == place.first and len(named) > 1 and forms(noun).isdisjoint(forms(named[0]))


def _within_name(place: Place, concept: Concept, analysis: Analysis) -> bool:
    """Whether a one-word common noun is but a piece of a name: « la Maison de la radio ».

    What is counted is a common noun, whatever name follows: « 300 GPU Untel ».
    """
    text = analysis.source.text
    if place.last > place.first or not text[place.start].isupper():
        return False
    if concept.term[0].isupper():
        return NAMED_AFTER_RE.search(text[max(0, place.start - 40) : place.start]) is not None
    if COUNTED_RE.search(text[max(0, place.start - 12) : place.start]):
        return False
    return any(
        mention.start <= place.start
        and place.end <= mention.end
        and mention.end - mention.start > place.end - place.start
        for mention in analysis.mentions
    )


# ------------------------------------------------------------------------------------------------------ the right sense


def _in_sense(
    places: Iterable[Place], concepts: Sequence[Concept], article: Index, title: Index
) -> dict[int, list[Place]]:
    """Places by concept, the longest first, without those of the concepts that the article takes in another sense.

    A shorter term is free again once the longer one that hid it turns out to be of another sense.
    """
    left = list(places)
    while True:
        by_concept: dict[int, list[Place]] = defaultdict(list)
        for place in _longest_first(left):
            by_concept[place.concept].append(place)
        refused = _out_of_sense(by_concept, concepts, article, title)
        if not refused:
            return by_concept
        left = [place for place in left if place.concept not in refused]


def _out_of_sense(
    by_concept: dict[int, list[Place]], concepts: Sequence[Concept], article: Index, title: Index
) -> frozenset[int]:
    """Ranks of the ambiguous concepts that the article does not take in our sense.

    Two context words are enough; one needs that another concept of the same domain be there for sure.
    """
    ranks: dict[str, set[int]] = defaultdict(set)
    for rank, word in enumerate(article.words):
        ranks[stem(word.text)].add(rank)
    titled = {stem(word.text) for word in title.words}
    witnesses: dict[int, int] = {}
    for rank, places in by_concept.items():
        concept = concepts[rank]
        if not concept.context or any(_outright(article.text[p.start : p.end]) for p in places):
            continue
        own = {i for place in places for i in range(place.first, place.last + 1)}
        terms = {stem(article.words[i].text) for i in own}
        # a word of the term is no witness, be it in the text or in the title
        cues = {
            keys
            for keys in map(stems, concept.context)
            if all(ranks[key] - own or key in titled - terms for key in keys)
        }
        witnesses[rank] = len(cues)
    votes = Counter(concepts[rank].domain for rank in by_concept if witnesses.get(rank, 2) > 1)
    return frozenset(
        rank for rank, count in witnesses.items() if not count or (count == 1 and not votes[concepts[rank].domain])
    )


def _outright(surface: str) -> bool:
    """Whether a name is long enough to have one sense: « revenu de solidarité active », unlike its acronym."""
    return sum(len(word.text) > 3 for word in words(surface)) >= OUTRIGHT


def _allowed_domains(analysis: Analysis) -> frozenset[str] | None:
    if "mourning" not in analysis.register:
        return None
    return frozenset(load_toml("concepts.toml")["mourning"]["technical"].split())


def _told(concept: Concept) -> frozenset[str]:
    """Stems of what is said of a concept."""
    return frozenset(stems(f"{concept.term} {concept.definition} {concept.explanation}"))


def _explained(text: str, places: Iterable[Place]) -> bool:
    """Whether the source says, next to one of its mentions, what the concept is."""
    return any(glossed(text[max(0, p.start - 60) : p.start], text[p.end : p.end + 120]) for p in places)


# -------------------------------------------------------------------------------------------------------------- ranking


def _match(
    analysis: Analysis,
    concept: Concept,
    places: Sequence[Place],
    titled: bool,
    keyphrases: Sequence[Keyphrase],
    kin: float,
) -> ConceptMatch | None:
    """*kin*: the share of the others that are of its domain, one more when it is the title’s, and one for its name."""
    source = analysis.source
    starts = [sentence.start for sentence in source.sentences]
    rank = bisect_right(starts, places[0].start) - 1
    if rank < 0 or places[0].end > source.sentences[rank].end:
        return None
    lead = next((block.end for block in source.blocks if block.kind == "paragraph"), 0)
    surfaces = [source.text[place.start : place.end] for place in places]
    told = len({bisect_right(starts, place.start) for place in places})
    weight = math.log1p(told) + _keyphrase_bonus(concept, keyphrases) + KIN_BONUS * kin
    weight += TITLE_BONUS * titled + LEAD_BONUS * (places[0].start < lead)
    if all(ACRONYM_RE.fullmatch(surface) for surface in surfaces):
        known = names_a_body(concept.term) or bool(ACRONYM_RE.fullmatch(concept.term.upper()))
        weight += NAME_BONUS if known else ACRONYM_BONUS
    if all(under_another_name(surface, concept.term) for surface in surfaces):
        weight *= ECHO_FACTOR
    if names_a_body(concept.term) and not titled:
        weight *= BODY_FACTOR
    return ConceptMatch(
        concept=concept,
        surface=surfaces[0],
        start=places[0].start,
        end=places[0].end,
        sentence=source.sentences[rank].id,
        count=len(places),
        weight=weight * FACTORS[concept.level],
    )


def _without_echoes(found: Sequence[ConceptMatch]) -> list[ConceptMatch]:
    """The matches, those that a longer one contains made lighter: « boson » beside « boson de Higgs »."""
    names = [set(stems(match.concept.term)) for match in found]
    return [
        replace(match, weight=match.weight * ECHO_FACTOR) if any(name < other for other in names) else match
        for match, name in zip(found, names, strict=True)
    ]


def _keyphrase_bonus(concept: Concept, keyphrases: Sequence[Keyphrase]) -> float:
    """The more, the better placed the first keyphrase that holds the concept, or the head of its name at least.

    « commune » is not « communauté de communes ».
    """
    names = [stems(name) for name in (concept.term, *concept.aliases)]
    for rank, keyphrase in enumerate(keyphrases):
        keys = set(keyphrase.stems)
        if keys and any(
            name and (keys.issuperset(name) or (name[0] in keys and keys.issubset(name))) for name in names
        ):
            return KEYPHRASE_BONUS / (1 + rank / 4)
    return 0.0
