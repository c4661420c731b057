"""Phrases that may tell what a text is about: noun groups and names, with every place where they stand."""

from __future__ import annotations

import itertools
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
INVERTED_RE = re.compile(r"-(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles|ce)$")
ODD_RE = re.compile(r"[()\[\]{}<>|=@\\\"«»“”:;!?…]|//")
OPENERS = frozenset(':;«»“”"-–—(?!…/|')
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "AUX", "NUM"})
LONGEST_TITLE = 25
"""Most words in a first line taken for a headline."""

# Letters: N noun, A adjective, V participle, U number, P « de », Q other preposition, D determiner, H hyphen, X other.
CORE = r"(?:AH?){0,2}N(?:H?[NAVU]){0,5}"
GROUP_RE = re.compile(rf"{CORE}(?:P[DU]{{0,2}}{CORE}){{0,2}}|{CORE}QD?{CORE}|U{{1,2}}{CORE}(?:P{CORE})?")
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


def lowered(text: str) -> str:
    """Lower case, straight apostrophes."""
    return text.lower().replace("’", "'")


def is_word(low: str) -> bool:
    """Whether a token may stand in a phrase: it opens with a letter or a digit, and holds no bracket or the like."""
    return low[:1].isalnum() and not ODD_RE.search(low)


def tag_of(token: Token, low: str, opens: bool) -> str:
    """The letter of a token; W for a finite verb or infinitive, E for an adjective that may stand at no edge."""
    words = lexicon()
    if low == "-":
        return "H"
    if not is_word(low):
        return "X"
    if low[0].isdigit():
        return "U"
    capital = token.text[:1].isupper() and not opens
    if low in words["de"]:
        return "N" if capital and token.ent == "PER" else "P"
    if low in words["never"] or INVERTED_RE.search(low) or (token.pos in CONTENT and low in function_words()):
        return "N" if capital and low not in function_words() else "X"
    if token.pos == "ADP" and low in words["prepositions"]:
        return "Q"
    if token.pos == "DET" and low in words["determiners"]:
        return "D"
    if token.ent and low in words["foreign_of"]:
        return "P"
    if token.pos in ("NOUN", "PROPN") or (token.pos == "X" and (capital or token.ent)):
        return "N"
    if token.pos == "ADJ":
        return "E" if low in words["empty"] else "A"
    if token.pos == "NUM":
        return "U"
    if token.pos in ("VERB", "AUX"):
        return "N" if capital else "V" if token.morph.get("VerbForm") == "Part" else "W"
    return "X"


def is_locution(low: str, after: Sequence[str]) -> bool:
    """Whether a noun opens a prepositional phrase: « face à », « suite au »."""
    return low in lexicon()["before_a"] and bool(after) and after[0] in ("à", "au", "aux")


def in_locution(before: Sequence[str], low: str, after: Sequence[str]) -> bool:
    """Whether a noun is part of a preposition or of a measure, *before* and *after* being the words around it.

    >>> in_locution(["en"], "tête", ["des"]), in_locution(["à", "l'"], "aune", ["du"])
    (True, True)
    >>> in_locution(["de", "la"], "taille", ["d'", "un"]), in_locution(["à", "la"], "mairie", ["de"])
    (True, False)
    """
    words = lexicon()
    if not before or not after or after[0] not in words["de"]:
        return False
    if before[-1] == "en":
        return low not in words["light"]  # which weigh little as it is
    lead = before[-2:] if before[-1] in ("l'", "la", "le") else before[-1:]
    if low in words["between"] and (lead[0] in ("à", "au", "aux") and (len(lead) == 2 or lead[0] != "à")):
        return True
    return low in words["measured"] and lead[0] in ("de", "du") and after[1:2] in (["un"], ["une"])


def words_of(tokens: Sequence[Token], text: str) -> tuple[Word, ...]:
    """Tokens of one sentence as words, with the tagger's commonest slips mended."""
    lows = [lowered(token.text) for token in tokens]
    tags = [tag_of(token, low, i == 0) for i, (token, low) in enumerate(zip(tokens, lows, strict=True))]
    out: list[Word] = []
    for i, (token, low) in enumerate(zip(tokens, lows, strict=True)):
        tag = tags[i]
        joins = text[token.start - 1 : token.start].isalnum() and text[token.end : token.end + 1].isalnum()
        tied = tag == "N" and not token.ent and in_locution(lows[max(0, i - 2) : i], low, lows[i + 1 : i + 3])
        if (tag == "H" and not joins) or is_locution(low, lows[i + 1 : i + 2]) or tied:
            tag = "X"
        elif tag in "AVW" and i and tags[i - 1] == "D" and (i + 1 == len(tags) or tags[i + 1] not in "NAVHE"):
            # after a determiner, what no noun follows is one itself: « les islamistes », « le vote »
            tag = "N"
        out.append(
            Word(
                text=token.text,
                low=low,
                tag="X" if tag in "WE" else tag,
                stems=piece_stems(low),
                start=token.start,
                end=token.end,
                proper=token.pos == "PROPN" or (tag == "N" and i > 0 and token.text[:1].isupper()),
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
        Unit(words_of(groups[s.id], source.text), s.id, s.block, source.text, s.block == head) for s in source.sentences
    )
    if not source.title:
        return body
    return (Unit(title_words(source.title, body), -1, -1, source.title, True), *body)


def opening_title(source: Source) -> int:
    """Index of the first block if it may be a headline left in the text (a short sentence above longer ones); or -1."""
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
            if tags[i] not in "NAU" or (i and (tags[i - 1] == "H" or tags[i - 1] + tags[i] == "UU")):
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
            if not key or says_nothing(unit.words[i:j]):
                continue
            candidate = found.setdefault(key, Candidate(key))
            candidate.places.append(Place(unit, i, j, (i, j) in cores, (i, j) in fulls))
    return found


def says_nothing(words: Sequence[Word]) -> bool:
    """Whether a phrase only dates or counts: « trois heures », « 2012 », a lone letter."""
    time = lexicon()["time"]
    return all(word.tag == "U" or len(word.low) < 2 or word.low in time for word in words if word.tag in "NAVU")


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


ADJECTIVE_RE = re.compile(
    r"(?:[ae]ls?|[ae]lles?|aux|ales?|iques?|istes?|ifs?|ives?|iens?|iennes?|[ai]ns?|[ai]ines?|anes?|ites?|ols?|oles?|aise?s?|oise?s?|eux|euses?|aires?|[ai]bles?"
    r"|ents?|entes?|ants?|antes?|urs?|ures?|ies?)$"
)
TITLE_RE = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)|\d+(?:[.,]\d+)+|\w+(?:[-'’]\w+)*\.?(?<!\.)|[^\w\s]", re.IGNORECASE
)


def guess(text: str, low: str, before: str) -> str:
    """The letter of a word of the headline that the body does not hold, given the letter before it."""
    lists = lexicon()
    if not is_word(low):
        return "X"
    for name, tag in (("de", "P"), ("prepositions", "Q"), ("determiners", "D")):
        if low in lists[name]:
            return tag
    if low in lists["never"] or low in lists["empty"] or low in function_words() or INVERTED_RE.search(low):
        return "X"
    if low[0].isdigit():
        return "U"
    if low[-1] == "'":
        return "X"
    infinitive = low.endswith("er") and before in ("", "P", "Q")
    if text[0].isupper() or (before in ("", "D", "P", "Q", "A", "U") and not infinitive):
        return "N"
    if before in "NV" and ADJECTIVE_RE.search(low):
        return "A"
    return "X"


def before_of(out: Sequence[Word]) -> str:
    """What a word of the headline follows: "" at the start of a part of it, a comma, or the letter of the last word."""
    if not out or (out[-1].tag == "X" and out[-1].low in OPENERS):
        return ""
    if out[-1].low == ",":
        return ","
    after_noun = len(out) > 1 and out[-1].tag in "AV" and out[-2].tag in "NAV"
    return "N" if after_noun else out[-1].tag


def title_words(title: str, body: Sequence[Unit]) -> tuple[Word, ...]:
    """The headline as words, tagged as the body tags the same words; a parse-free fallback."""
    known: dict[str, dict[tuple[str, bool, str], int]] = {}
    for unit in body:
        for word in unit.words:
            slot = known.setdefault(word.low, {})
            trait = (word.tag, word.proper, word.ent)
            slot[trait] = slot.get(trait, 0) + 1
    out: list[Word] = []
    for match in TITLE_RE.finditer(title):
        text = match[0]
        low = text.lower().replace("’", "'")
        ent, proper = "", False
        rest = TITLE_RE.match(title, match.end() + 1)
        after = [lowered(m[0]) for m in itertools.islice(TITLE_RE.finditer(title, match.end()), 2)]
        if (rest and is_locution(low, after)) or in_locution([w.low for w in out[-2:]], low, after):
            tag = "X"
        elif low in known:
            (tag, proper, ent), _ = max(known[low].items(), key=lambda item: (item[1], item[0]))
        else:
            tag = guess(text, low, before_of(out))
            proper = tag == "N" and text[0].isupper() and bool(out)
        out.append(Word(text, low, tag, piece_stems(low), match.start(), match.end(), proper, ent, "", low))
    return tuple(out)
