"""Phrases that may tell what a text is about: noun groups and names, with every place where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from seo_fr.model import Analysis, Source, Token
from seo_fr.resources import load_toml
from seo_fr.topics.matching import function_words, stem

PIECE_RE = re.compile(r"[^\W_]+|%")
LONGEST = 12
"""Most tokens in a candidate."""
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "AUX", "NUM"})
LONGEST_TITLE = 25
"""Most words in a first line taken for a headline."""

# Letters: N noun, A adjective, V participle, U number, P « de », Q other preposition, D determiner, H hyphen, X the rest.
CORE = r"(?:AH?){0,2}N(?:H?[NAVU]){0,5}"
GROUP_RE = re.compile(rf"{CORE}(?:PD?{CORE}){{0,2}}|{CORE}QD?{CORE}|U{{1,2}}{CORE}(?:P{CORE})?")
CORE_RE = re.compile(CORE)
FULL_RE = re.compile(rf"{CORE}(?:[PQ]D?{CORE})*")


@dataclass(frozen=True, slots=True)
class Word:
    """A token as the extractor sees it."""

    text: str
    low: str
    """Lower case, straight apostrophe."""
    tag: str
    """One letter, see above."""
    stems: tuple[str, ...]
    """Stems of its pieces, function words included."""
    start: int
    """First character in the text of its unit."""
    end: int
    proper: bool
    ent: str
    dep: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or the title, as words."""

    words: tuple[Word, ...]
    rank: int
    """Sentence id; -1 for a headline that is not part of the text."""
    block: int
    """Block index; -1 for the same."""
    text: str
    """What the words' offsets point into: ``Source.text``, or the headline."""
    title: bool = False
    """Whether it is the headline."""

    @property
    def tags(self) -> str:
        """One letter a word."""
        return "".join(word.tag for word in self.words)


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence of a candidate: words *first* to *last* (excluded) of a unit."""

    unit: Unit
    first: int
    last: int
    free: bool
    """Whether it is a whole noun group, complements aside."""
    whole: bool
    """Whether it is a whole noun group, complements included."""

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words."""
        return self.unit.words[self.first : self.last]

    @property
    def text(self) -> str:
        """Its surface, as written."""
        return self.unit.text[self.unit.words[self.first].start : self.unit.words[self.last - 1].end]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase, whatever its inflection, with all its places in reading order."""

    key: tuple[str, ...]
    """Stems of all its pieces."""
    places: list[Place] = field(default_factory=list)


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Word lists of the extractor, as sets."""
    return {name: frozenset(words.split()) for name, words in load_toml("keyphrase_words.toml").items()}


@lru_cache(maxsize=1 << 15)
def piece_stems(word: str) -> tuple[str, ...]:
    """Stems of the pieces of a token, function words included.

    >>> piece_stems("porte-parole")
    ('port', 'parol')
    """
    return tuple(stem(piece) for piece in PIECE_RE.findall(word))


def tag_of(pos: str, low: str, morph: str) -> str:
    """The letter of a token."""
    words = lexicon()
    if low in words["never"] or (pos in CONTENT and low in function_words()):
        return "X"
    if low in words["de"]:
        return "P"
    if pos == "ADP" and low in words["prepositions"]:
        return "Q"
    if pos == "DET" and low in words["determiners"]:
        return "D"
    if pos in ("NOUN", "PROPN"):
        return "N"
    if pos == "ADJ":
        return "E" if low in words["empty"] else "A"
    if pos in ("VERB", "AUX"):
        return "V" if morph == "Part" else "W"
    if pos == "NUM":
        return "U"
    if low == "-":
        return "H"
    return "X"


def words_of(tokens: Sequence[Token], text: str, base: int = 0) -> tuple[Word, ...]:
    """Tokens of one unit as words, with the tagger's commonest slips mended."""
    out: list[Word] = []
    tags: list[str] = []
    for token in tokens:
        low = token.text.lower().replace("’", "'")
        tag = tag_of(token.pos, low, token.morph.get("VerbForm", ""))
        if tag in "NAVWUE" and not PIECE_RE.search(low):
            tag = "X"
        if tag == "H" and not (
            token.start > base
            and text[token.start - 1 : token.start].isalnum()
            and text[token.end : token.end + 1].isalnum()
        ):
            tag = "X"
        tags.append(tag)
    for i, token in enumerate(tokens):
        low = token.text.lower().replace("’", "'")
        after_det = i > 0 and tags[i - 1] == "D"
        # after a determiner, what is not followed by a noun is one itself: « les islamistes », « le dit »
        if tags[i] in "AVW" and after_det and not (i + 1 < len(tokens) and tags[i + 1] in "NAVHE"):
            tags[i] = "N"
        if tags[i] in "W" and i > 0 and token.text[:1].isupper():
            tags[i] = "N"
    for token, tag in zip(tokens, tags, strict=True):
        low = token.text.lower().replace("’", "'")
        out.append(
            Word(
                text=token.text,
                low=low,
                tag="X" if tag in "WE" else tag,
                stems=piece_stems(low),
                start=token.start,
                end=token.end,
                proper=token.pos == "PROPN" or (tag == "N" and token.text[:1].isupper() and token.start > base),
                ent=token.ent,
                dep=token.dep,
                lemma=token.lemma,
            )
        )
    return tuple(out)


def units_of(analysis: Analysis) -> tuple[Unit, ...]:
    """The headline if there is one, then the sentences, as words."""
    source = analysis.source
    groups: dict[int, list[Token]] = {sentence.id: [] for sentence in source.sentences}
    for token in analysis.tokens:
        groups[token.sentence].append(token)
    head = -1 if source.title else opening_title(source)
    body = tuple(
        Unit(words_of(groups[s.id], source.text, s.start), s.id, s.block, source.text, s.block == head)
        for s in source.sentences
    )
    if not source.title:
        return body
    return (Unit(title_words(source.title, body), -1, -1, source.title, True), *body)


def opening_title(source: Source) -> int:
    """Index of the first block if it may be a headline left in the text: one short sentence above longer ones; or -1."""
    if len(source.blocks) < 2:
        return -1
    first, second = source.blocks[:2]
    alone = sum(s.block == 0 for s in source.sentences) == 1
    short = len(source.text[first.start : first.end].split()) <= LONGEST_TITLE
    return 0 if alone and short and second.end - second.start > first.end - first.start else -1


def candidates_of(units: Sequence[Unit]) -> dict[tuple[str, ...], Candidate]:
    """Every phrase that has the shape of a noun group, or is a name."""
    found: dict[tuple[str, ...], Candidate] = {}
    for unit in units:
        tags = unit.tags
        n = len(tags)
        cores = {m.span() for m in CORE_RE.finditer(tags)}
        fulls = {m.span() for m in FULL_RE.finditer(tags)}
        spans = set()
        for i in range(n):
            if tags[i] not in "NAU" or (i and tags[i - 1] == "H"):
                continue
            for j in range(i + 1, min(n, i + LONGEST) + 1):
                if tags[j - 1] not in "NAVU" or (j < n and tags[j] == "H"):
                    continue
                if GROUP_RE.fullmatch(tags, i, j):
                    spans.add((i, j))
        for i, j in entity_spans(unit):
            spans.add((i, j))
        for i, j in sorted(spans):
            key = tuple(s for word in unit.words[i:j] for s in word.stems)
            if not key:
                continue
            candidate = found.setdefault(key, Candidate(key))
            candidate.places.append(Place(unit, i, j, (i, j) in cores, (i, j) in fulls))
    return found


def entity_spans(unit: Unit) -> list[tuple[int, int]]:
    """Runs of words under one entity label, determiners and prepositions at the edges apart."""
    spans = []
    i = 0
    words = unit.words
    while i < len(words):
        j = i
        while j < len(words) and words[j].ent and words[j].ent == words[i].ent:
            j += 1
        if j > i:
            a, b = i, j
            while a < b and words[a].tag in "DPQXH":
                a += 1
            while b > a and words[b - 1].tag in "DPQXH":
                b -= 1
            if a < b and b - a <= LONGEST:
                spans.append((a, b))
        i = max(j, i + 1)
    return spans


TITLE_RE = re.compile(r"(?:[^\W\d_]{1,7}['’])(?=\w)|\d+(?:[.,]\d+)*|\w+(?:-\w+)*\.?(?<!\.)|[^\w\s]")


def title_words(title: str, body: Sequence[Unit]) -> tuple[Word, ...]:
    """The headline as words, tagged as the body tags the same words; a parse-free fallback."""
    known: dict[str, dict[tuple[str, bool, str], int]] = {}
    for unit in body:
        for i, word in enumerate(unit.words):
            slot = known.setdefault(word.low, {})
            trait = (word.tag, word.proper and i > 0, word.ent)
            slot[trait] = slot.get(trait, 0) + 1
    lists = lexicon()
    out: list[Word] = []
    for match in TITLE_RE.finditer(title):
        text = match[0]
        low = text.lower().replace("’", "'")
        ent, proper = "", False
        if low in known:
            (tag, proper, ent), _ = max(known[low].items(), key=lambda item: (item[1], item[0]))
        elif low in lists["never"] or not PIECE_RE.search(low):
            tag = "X"
        elif low in lists["de"]:
            tag = "P"
        elif low in lists["prepositions"]:
            tag = "Q"
        elif low in lists["determiners"]:
            tag = "D"
        elif low in lists["empty"] or low in lists["function"]:
            tag = "X"
        elif low[0].isdigit():
            tag = "U"
        else:
            tag = "A" if out and out[-1].tag == "N" and text[0].islower() else "N"
            proper = text[0].isupper() and bool(out)
        out.append(Word(text, low, tag, piece_stems(low), match.start(), match.end(), proper, ent, "", low))
    return tuple(out)
