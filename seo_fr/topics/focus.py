"""The phrase to rank a page for, its variants, and the phrases that cover its semantic field."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from math import log

from seo_fr.errors import InvalidKeyphrase
from seo_fr.model import Analysis, Keyphrase, Note
from seo_fr.resources import load_toml
from seo_fr.topics.candidates import lexicon
from seo_fr.topics.keyphrases import rank
from seo_fr.topics.matching import find_phrase, find_words, stem, stems, words

POOL = 60
"""Ranked phrases among which the focus keyphrase is looked for."""
SECONDARY = 8
LONGEST = 4
"""Most content words in a focus keyphrase that the library chooses."""
NEAREST = 3


def focus_keyphrase(
    analysis: Analysis, phrases: Sequence[Keyphrase], given: str | None = None
) -> tuple[Keyphrase, tuple[Keyphrase, ...], tuple[Note, ...]]:
    """The phrase to rank for, five to eight secondary ones where the text has them, and notes for the editor.

    *phrases* are ranked keyphrases, best first. Without *given*, the choice falls on two to four content words, unless
    the text has none worth it; a text without any noun yields its longest word. With *given*, the phrase is taken as it
    is; if the text does not hold it, a note ``keyphrase.absent`` offers the nearest phrases.

    :raises InvalidKeyphrase: if *given* holds no word.
    """
    pool = pool_of(analysis, phrases)
    if given is not None:
        chosen, notes = given_keyphrase(analysis, given, pool)
    else:
        chosen, notes = choose(analysis, pool), ()
    return chosen, secondary(chosen, pool), notes


def pool_of(analysis: Analysis, phrases: Sequence[Keyphrase]) -> tuple[Keyphrase, ...]:
    """*phrases*, and behind them what the shipped extractor finds, so that there is a choice."""
    if len(phrases) >= POOL:
        return tuple(phrases)
    seen = {phrase.text for phrase in phrases}
    floor = phrases[-1].weight if phrases else 1.0
    more = (p for p in rank(analysis, n=POOL) if p.text not in seen)
    return (*phrases, *(p if p.weight <= floor else _with_weight(p, floor) for p in more))


def _with_weight(phrase: Keyphrase, weight: float) -> Keyphrase:
    return Keyphrase(phrase.text, phrase.lemma, phrase.stems, weight, phrase.kind, phrase.spans, phrase.features)


def choose(analysis: Analysis, pool: Sequence[Keyphrase]) -> Keyphrase:
    """The best phrase to rank for."""
    fit = [phrase for phrase in pool if 2 <= len(phrase.stems) <= LONGEST and content_edges(phrase.text)]
    if fit:
        view = View(analysis, pool)
        return max(fit, key=lambda phrase: (round(view.points(phrase), 9), -pool.index(phrase)))
    if pool:
        return pool[0]
    return longest_word(analysis)


def content_edges(text: str) -> bool:
    """Whether a phrase begins and ends with a content word."""
    found = list(words(text))
    return bool(found) and found[0].content and found[-1].content


def longest_word(analysis: Analysis) -> Keyphrase:
    """A keyphrase for a text without any noun: its longest content word, the first among equals."""
    found = [w for w in words(analysis.source.text) if w.content] or list(words(analysis.source.text))
    if not found:
        return Keyphrase("", "", (), 0.0, "noun")
    best = max(found, key=lambda w: (len(w.text), -w.start))
    return Keyphrase(best.text, best.text.lower(), (stem(best.text),), 0.0, "noun", ((best.start, best.end),))


class View:
    """What the choice looks at, computed once a text."""

    def __init__(self, analysis: Analysis, pool: Sequence[Keyphrase]) -> None:
        table = load_toml("focus.toml")
        self.table = table["points"]
        self.weak = frozenset(table["lists"]["weak"].split())
        self.pool = pool
        self.top = max((p.weight for p in pool), default=1.0) or 1.0
        self.single: dict[str, float] = {}
        for phrase in pool:
            if len(phrase.stems) == 1:
                self.single.setdefault(phrase.stems[0], phrase.weight)
        source = analysis.source
        title = source.title or (source.text[: source.blocks[0].end] if source.blocks else "")
        self.title_stems = frozenset(stem(w.text) for w in words(title))
        self.title = tuple(words(title))
        self.body = tuple(words(source.text))
        first = [s.text for s in source.sentences[:2]]
        self.lead = tuple(words(" ".join(first)))
        self.longer = [frozenset(p.stems) for p in pool]

    def points(self, phrase: Keyphrase) -> float:
        """The sum of points of one phrase."""
        t = self.table
        own = [w for w in words(phrase.text) if w.content] or list(words(phrase.text))
        lists = lexicon()
        head = own[0].text.lower()
        count = len(find_words(self.body, phrase.stems))
        alone = [self.single.get(s, 0.0) for s in phrase.stems]
        score: float = t["own"] * phrase.weight / self.top
        score += t["words"] * sum(alone) / len(alone) / self.top
        score += t["found"] * log(1 + count)
        if set(phrase.stems) <= self.title_stems:
            score += t["title"]
            if find_words(self.title, phrase.stems, gap=0):
                score += t["title_verbatim"]
        if find_words(self.lead, phrase.stems):
            score += t["lead"]
        features = phrase.features
        score += t["name"] * features.get("ent_PER", 0.0) + t["place"] * features.get("ent_LOC", 0.0)
        if head in lists["light"]:
            score += t["light"]
        if head in self.weak:
            score += t["weak"]
        if phrase.kind != "entity" and any(w.text[0].isdigit() for w in own):
            score += t["number"]
        if any(w.text.lower() in lists["time"] for w in own):
            score += t["time"]
        score += t["cut"] * min(1.0, features.get("inside_max", 0.0)) * (1 - features.get("free_ratio", 1.0) / 2)
        score += t["long"] * max(0, len(phrase.stems) - 3)
        if features.get("has_de") or features.get("has_other_prep"):
            score += t["relation"]
        if features.get("participle"):
            score += t["participle"]
        return score


def secondary(chosen: Keyphrase, pool: Sequence[Keyphrase], n: int = SECONDARY) -> tuple[Keyphrase, ...]:
    """The best other phrases, none a mere part or a mere extension of one already kept."""
    kept: list[Keyphrase] = []
    taken = [frozenset(chosen.stems)]
    for phrase in pool:
        own = frozenset(phrase.stems)
        if any(own <= other or other <= own for other in taken):
            continue
        kept.append(phrase)
        taken.append(own)
        if len(kept) == n:
            break
    return tuple(kept)


def given_keyphrase(analysis: Analysis, given: str, pool: Sequence[Keyphrase]) -> tuple[Keyphrase, tuple[Note, ...]]:
    """The editor's phrase, and a note if the text does not hold it."""
    text = " ".join(given.split())
    keys = stems(text)
    if not keys:
        raise InvalidKeyphrase(f"keyphrase vaut {given!r}, qui ne contient aucun mot ; donnez un ou plusieurs mots.")
    spans = find_phrase(analysis.source.text, keys)
    chosen = Keyphrase(text, text.lower(), keys, 1.0, "given", spans)
    if spans or find_phrase(analysis.source.title, keys):
        return chosen, ()
    near = nearest(keys, pool)
    offer = (" Expressions voisines du texte : " + ", ".join(f"« {p.text} »" for p in near) + ".") if near else ""
    message = f"L’expression « {text} » ne figure pas dans le texte : elle ne pourra y être bien placée.{offer}"
    return chosen, (Note("keyphrase.absent", message, before=text, after=near[0].text if near else ""),)


def nearest(keys: Sequence[str], pool: Sequence[Keyphrase], n: int = NEAREST) -> tuple[Keyphrase, ...]:
    """The phrases nearest to some stems: by shared stems, then by spelling, then by rank."""

    def closeness(phrase: Keyphrase) -> tuple[float, float]:
        shared = len(set(keys) & set(phrase.stems)) / max(len(keys), len(phrase.stems), 1)
        spelling = SequenceMatcher(None, " ".join(keys), " ".join(phrase.stems)).ratio()
        return shared, spelling if spelling > 0.6 else 0.0

    order = sorted(range(len(pool)), key=lambda i: (*(-x for x in closeness(pool[i])), i))
    return tuple(pool[i] for i in order[:n])
