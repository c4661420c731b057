"""The phrase to rank a page for, its variants, and the phrases that cover its semantic field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from math import log1p, sqrt

from seo_fr.errors import InvalidKeyphrase
from seo_fr.french.elision import elide
from seo_fr.model import Analysis, Keyphrase, Note
from seo_fr.resources import load_toml
from seo_fr.topics.candidates import lexicon
from seo_fr.topics.keyphrases import rank
from seo_fr.topics.matching import Word, find_phrase, find_words, stem, stems, words

POOL = 60
"""Ranked phrases among which the focus keyphrase is looked for."""
SECONDARY = 8
"""Most secondary keyphrases."""
FEWEST = 5
"""Secondary keyphrases below which a faint one is taken for want of better."""
FAINT = 0.06
"""Share of the best weight under which a phrase is faint."""
MOST_SINGLE = 4
"""Most of them of one word."""
LONGEST = 4
"""Most content words in a focus keyphrase that the library chooses."""
VERSION_RE = re.compile(r"(?<![\d.,])\d{1,2}\.\d{1,2}(?![\d.,]| (?:%|million|milliard|euro))")
"""« 12.10 »: in French, a number with a point is a version."""
COINED_RE = re.compile(r"[a-zà-ÿ][A-Z]")
"""A capital after a small letter: a name made up for a thing."""
WORTH = 0.5
"""Share of the points of the best single word under which a longer phrase is not worth ranking for."""
NEAREST = 3


def focus_keyphrase(
    analysis: Analysis, phrases: Sequence[Keyphrase], given: str | None = None
) -> tuple[Keyphrase, tuple[Keyphrase, ...], tuple[Note, ...]]:
    """The phrase to rank for, five to eight secondary ones where the text has them, and notes for the editor.

    *phrases* are ranked keyphrases, best first, by whatever extractor. Without *given*, the choice falls on two to four
    content words, unless the text has none; a text without any noun yields its longest word. With *given*, the phrase
    is taken as it is; if the text does not hold it, a note ``keyphrase.absent`` offers the nearest phrases.

    :raises InvalidKeyphrase: if *given* holds no word.
    """
    preferred, pool = pool_of(analysis, phrases)
    view = view_of(analysis, pool)
    points = {phrase.text: round(points_of(phrase, view), 9) for phrase in pool}
    notes: tuple[Note, ...] = ()
    if given is not None:
        chosen, notes = given_keyphrase(analysis, given, pool)
    else:
        chosen = choose(preferred, points) or choose(pool, points) or (pool[0] if pool else longest_word(analysis))
        chosen = numbered(analysis, chosen, pool, points) or chosen
    return chosen, secondary(chosen, pool, points), notes


def pool_of(analysis: Analysis, phrases: Sequence[Keyphrase]) -> tuple[tuple[Keyphrase, ...], tuple[Keyphrase, ...]]:
    """The phrases to choose among, and those to fall back on: what the caller ranked, then what we would rank.

    Phrases that are the head of our own ranking are no choice of the caller's: the whole ranking is then open.
    """
    given = tuple(phrases)
    if len(given) >= POOL:
        return given, given
    ours = rank(analysis, n=POOL)
    if given == ours[: len(given)]:
        return ours, ours
    seen = {phrase.text for phrase in given}
    floor = given[-1].weight
    more = (replace(p, weight=min(p.weight, floor)) for p in ours if p.text not in seen)
    return given, (*given, *more)


def choose(phrases: Sequence[Keyphrase], points: Mapping[str, float]) -> Keyphrase | None:
    """The first of the phrases of two to four content words with the most points; None if there is none.

    A word that far outweighs it and is not in it is taken instead: better « orchidée » than « écorces de pin ».
    """
    fit = [phrase for phrase in phrases if 2 <= len(phrase.stems) <= LONGEST and content_edges(phrase.text)]
    if not fit:
        return None
    best = max(fit, key=lambda phrase: points[phrase.text])
    alone = [phrase for phrase in phrases if len(phrase.stems) == 1 and content_edges(phrase.text)]
    word = max(alone, key=lambda phrase: points[phrase.text], default=best)
    if word.stems[0] not in best.stems and points[best.text] < WORTH * points[word.text]:
        return word
    return replace(best, text=without_pointing(best.text))


def numbered(
    analysis: Analysis, chosen: Keyphrase, pool: Sequence[Keyphrase], points: Mapping[str, float]
) -> Keyphrase | None:
    """The name of a thing with the number of its version, where headline and text hold both: « Logiciel 4.2 »; or None.

    The name outweighs the phrase that was chosen, or is in it.
    """
    numbers = VERSION_RE.findall(analysis.source.title)
    title = frozenset(stems(analysis.source.title))
    for phrase in pool if numbers else ():
        heavier = points[phrase.text] > points.get(chosen.text, 0.0) or set(phrase.stems) <= set(chosen.stems)
        if phrase.kind != "entity" or not heavier or not set(phrase.stems) <= title or VERSION_RE.search(phrase.text):
            continue
        for number in numbers:
            text = f"{phrase.text} {number}"
            keys = stems(text)
            told = rf"\b{re.escape(text)}(?![\w.,]\d)"
            spans = tuple(found.span() for found in re.finditer(told, analysis.source.text))
            if spans and len(keys) <= LONGEST:
                return Keyphrase(text, text.lower(), keys, phrase.weight, "entity", spans)
    return None


def without_pointing(text: str) -> str:
    """A phrase without the possessive or demonstrative that follows « de » in it: nobody searches for « ma ».

    >>> without_pointing("gestion de ma cave"), without_pointing("usage de ces impôts")
    ('gestion de cave', 'usage d’impôts')
    """
    parts = text.split()
    for i in range(1, len(parts) - 1):
        if parts[i].lower() in lists_of()["pointing"] and parts[i - 1].lower() == "de":
            parts[i - 1 : i + 2] = [elide(parts[i - 1], parts[i + 1])]
            return " ".join(parts)
    return text


ARTICLES = {
    "le": "le", "la": "la", "les": "les", "l’": "l’", "du": "le", "au": "le", "des": "les", "aux": "les",
    "un": "le", "une": "la", "ce": "le", "cet": "le", "cette": "la", "ces": "les",
}  # fmt: skip
"""The definite article that a determiner bears witness to."""


def with_article(analysis: Analysis, phrase: Keyphrase) -> str:
    """A keyphrase as a sentence holds it, « la fermeture des gares », « l’usine »; "" where its article is not known.

    The article is the one that the text gives it most often; failing that, that of its noun. A name that has none in
    the text takes none.
    """
    tokens = {token.start: token for token in analysis.tokens}
    seen: Counter[str] = Counter()
    of_noun = ""
    for start, end in phrase.spans:
        head = tokens.get(start)
        if head is None or analysis.source.text[start:end].lower() != phrase.text.lower():
            continue
        before = analysis.tokens[head.i - 1] if head.i else None
        low = before.text.lower().replace("'", "’") if before is not None and before.sentence == head.sentence else ""
        if low in ARTICLES:
            seen[ARTICLES[low]] += 1
        if head.pos == "NOUN" and head.gender and head.number:
            of_noun = "les" if head.number == "p" else "la" if head.gender == "f" else "le"
    if seen:
        return elide(max(seen, key=lambda article: seen[article]), phrase.text).replace("l’ ", "l’")
    if phrase.kind == "entity":
        return phrase.text
    return elide(of_noun, phrase.text) if of_noun else ""


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


@dataclass(frozen=True, slots=True)
class View:
    """What the choice looks at, computed once a text."""

    top: float
    """Weight of the best phrase."""
    single: Mapping[str, float]
    """Weights of the phrases of one word, by stem."""
    title: tuple[Word, ...]
    """Words of the headline, or of the first sentence."""
    title_stems: frozenset[str]
    direction: int
    """1 if the headline tells of a rise, -1 of a fall, 0 of neither or both."""
    headed: bool
    """Whether the source has a headline of its own."""
    lead: tuple[Word, ...]
    """Words of the first two sentences."""
    body: tuple[Word, ...]
    counted: Mapping[str, int]
    """How often each word stands in the text, as written."""


def view_of(analysis: Analysis, pool: Sequence[Keyphrase]) -> View:
    """Read the text once for all phrases."""
    source = analysis.source
    alone = [phrase for phrase in pool if len(phrase.stems) == 1]
    # « France : », « Tennis : » say under what theme the headline is filed, not what it says
    themes = {phrase.stems[0] for phrase in alone if phrase.features.get("title_label")}
    single: dict[str, float] = {}
    for phrase in alone:
        if phrase.stems[0] not in themes:
            single.setdefault(phrase.stems[0], phrase.weight)
    title = tuple(words(source.title or "".join(sentence.text for sentence in source.sentences[:1])))
    return View(
        top=max((phrase.weight for phrase in pool), default=0.0) or 1.0,
        single=single,
        title=title,
        direction=direction_of([stem(word.text) for word in title]),
        title_stems=frozenset(stem(word.text) for word in title) - themes,
        headed=bool(source.title),
        lead=tuple(words(" ".join(sentence.text for sentence in source.sentences[:2]))),
        body=tuple(words(source.text)),
        counted=Counter(word.text for word in words(source.text)),
    )


def direction_of(keys: Sequence[str]) -> int:
    """1 for stems of a rise, -1 of a fall, 0 of neither or both.

    >>> direction_of(["hauss", "prix"]), direction_of(["chut"]), direction_of(["prix"])
    (1, -1, 0)
    """
    rise, fall = (frozenset(stem(word) for word in lists_of()[name]) for name in ("rise", "fall"))
    return bool(rise.intersection(keys)) - bool(fall.intersection(keys))


def points_of(phrase: Keyphrase, view: View) -> float:
    """Measures of a phrase times the points of ``resources/focus.toml``, added up."""
    table: Mapping[str, float] = load_toml("focus.toml")["points"]
    return sum(table[name] * value for name, value in measures_of(phrase, view).items())


def measures_of(phrase: Keyphrase, view: View) -> dict[str, float]:
    """What counts for or against ranking a page for a phrase."""
    lists = lists_of()
    found = list(words(phrase.text))
    own = [word for word in found if word.content] or found
    lows = [word.text.lower() for word in own]
    features = phrase.features
    alone = [view.single.get(key, 0.0) for key in phrase.stems] or [0.0]
    titled = sum(key in view.title_stems for key in phrase.stems) / max(1, len(phrase.stems))
    name = phrase.kind == "entity"
    inside = min(1.0, features.get("inside_max", 0.0)) * (1 - features.get("free_ratio", 0.0) / 2)
    led = {word.text for word in view.lead}
    counted = view.counted
    vague = lexicon()["time"] | lexicon()["light"]
    capitals = sum(word.text[0].isupper() for word in own)
    return {
        "own": sqrt(max(0.0, phrase.weight) / view.top),
        "words": (max(alone) if name else sum(alone) / len(alone)) / view.top,
        "single": float(len(phrase.stems) == 1),
        "title": titled,
        "title_verbatim": float(titled == 1 and bool(find_words(view.title, phrase.stems, gap=0))),
        "lead": float(bool(find_words(view.lead, phrase.stems))),
        "found": log1p(len(find_words(view.body, phrase.stems, gap=0))),
        "named": float(not name and 0 < capitals < len(own)),
        "person": features.get("ent_PER", 0.0),
        "place": features.get("ent_LOC", 0.0),
        "label": features.get("title_label", 0.0) * (features.get("ent_LOC", 0.0) > 0 or not name),
        "coined": float(
            len(own) > 1
            and any(COINED_RE.search(w.text) and w.text in led and counted[w.text] > 1 for w in own if len(w.text) > 4)
        ),
        "role": float(lows[0] in lists["role"] and not (titled == 1 and len(own) > 1 and view.headed and not capitals)),
        "light": float(lows[0] in lists["light"] or lows[0] in lexicon()["light"])
        * (not view.headed or titled < 1)
        * (features.get("has_de", 0.0) if features else 1.0),
        "vague": float(all(low[0].isdigit() or low in vague for low in lows)),
        "weak": float(lows[0] in lists["weak"]),
        "praise": float(len(lows) > 1 and lows[-1] in lists["praise"]),
        "direction": direction_of(phrase.stems[:1]) * view.direction,
        "participle": features.get("participle", 0.0),
        "number": float(not name and any(low[0].isdigit() for low in lows)),
        "time": float(any(low in lexicon()["time"] for low in lows)),
        "cut": max(inside * (not name), features.get("cut_name", 0.0)),
        "completed": features.get("completed", 0.0),
        "pointing": float(any(word.text.lower() in lists["pointing"] for word in found)),
        "long": float(max(0, len(phrase.stems) - 3)),
        "relation": features.get("has_de", 0.0),
        # « Metz à Nancy » names two things, not one
        "loose": features.get("has_other_prep", 0.0)
        * (2.0 if capitals == len(own) else looseness({word.text.lower() for word in found})),
    }


def looseness(lows: Set[str]) -> float:
    """How far a complement in another preposition than « de » is from a set phrase, by the article in it.

    >>> looseness({"talents", "en", "ia"}), looseness({"chute", "au", "col"}), looseness({"avis", "sur", "la", "loi"})
    (0.2, 0.6, 1.0)
    """
    if lows & {"le", "la", "les", "l"}:
        return 1.0
    return 0.6 if lows & {"au", "aux"} else 0.2


@cache
def lists_of() -> dict[str, frozenset[str]]:
    """Word lists of the choice, as sets."""
    return {name: frozenset(text.split()) for name, text in load_toml("focus.toml")["lists"].items()}


def secondary(chosen: Keyphrase, pool: Sequence[Keyphrase], points: Mapping[str, float]) -> tuple[Keyphrase, ...]:
    """The best other phrases by the same points, none a part or an extension of one already kept, few of one word."""
    kept: list[Keyphrase] = []
    taken = [frozenset(chosen.stems)]
    singles = 0
    faint = FAINT * max((phrase.weight for phrase in pool), default=0.0)
    for phrase in sorted(pool, key=lambda phrase: -points[phrase.text]):
        own = frozenset(phrase.stems)
        single = len(own) == 1
        if any(own <= other or other <= own for other in taken) or not content_edges(phrase.text):
            continue
        weak = len(kept) >= FEWEST and phrase.weight < faint
        if weak or len(own) > LONGEST or (single and singles == MOST_SINGLE):
            continue
        singles += single
        kept.append(phrase)
        taken.append(own)
        if len(kept) == SECONDARY:
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
