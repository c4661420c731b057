"""What is measured of a phrase to tell whether a page is worth ranking for it; the points are in ``focus.toml``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from math import log1p, sqrt

from seo_fr.french.conjugation import known_verb
from seo_fr.model import Analysis, Keyphrase
from seo_fr.resources import load_toml
from seo_fr.topics.candidates import lexicon
from seo_fr.topics.focus_title import LONGEST, Standing, Title, lists_of, standing, title_of
from seo_fr.topics.matching import Word, find_words, stem, words

COINED_RE = re.compile(r"[a-zà-ÿ][A-Z]")
"""A capital after a small letter: a name made up for a thing."""


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
    """Stems of the headline less its theme, and those of the action nouns of its verbs."""
    direction: int
    """1 if the headline tells of a rise, -1 of a fall, 0 of neither or both."""
    head: Title
    """The headline of the source, read for what it says of the phrases in it; empty if it has none."""
    told: Mapping[str, Standing]
    """How each phrase stands in the headline, by its text."""
    rival: bool
    """Whether the headline holds a phrase to rank for beside its doer."""
    names: tuple[tuple[int, int], ...]
    """Where names that the text holds too stand in the headline."""
    sources: tuple[str, ...]
    """Names, in small letters, of news media and of bodies that the text only quotes."""
    bodies: frozenset[str]
    """Names of bodies, in small letters."""
    lead: tuple[Word, ...]
    """Words of the first two sentences."""
    body: tuple[Word, ...]
    counted: Mapping[str, int]
    """How often each word stands in the text, as written."""


def view_of(analysis: Analysis, pool: Sequence[Keyphrase]) -> View:
    """Read the text once for all phrases."""
    source = analysis.source
    alone = [phrase for phrase in pool if len(phrase.stems) == 1]
    title = tuple(words(source.title or "".join(sentence.text for sentence in source.sentences[:1])))
    head = title_of(analysis)
    # « France : », « Tennis : » say under what theme the headline is filed, not what it says
    themes = {phrase.stems[0] for phrase in alone if head.filed and phrase.features.get("title_label")}
    single: dict[str, float] = {}
    for phrase in alone:
        if phrase.stems[0] not in themes:
            single.setdefault(phrase.stems[0], phrase.weight)
    told = {phrase.text: standing(head, phrase) for phrase in pool}
    fit = [p for p in pool if 2 <= len(p.stems) <= LONGEST and told[p.text].places and not told[p.text].doer]
    return View(
        top=max((phrase.weight for phrase in pool), default=0.0) or 1.0,
        single=single,
        title=title,
        title_stems=(frozenset(stem(word.text) for word in title) - themes) | head.nouns,
        direction=direction_of([stem(word.text) for word in title]),
        head=head,
        told=told,
        rival=any(not told[p.text].cut and not p.text[0].isdigit() for p in fit),
        names=tuple(
            place for p in pool if p.kind == "entity" and len(p.stems) > 1 and p.spans for place in told[p.text].places
        ),
        sources=sources_of(analysis),
        bodies=frozenset(n.lower() for e in analysis.entities if e.label == "ORG" for n in (e.name, *e.aliases)),
        lead=tuple(words(" ".join(sentence.text for sentence in source.sentences[:2]))),
        body=tuple(words(source.text)),
        counted=Counter(word.text for word in words(source.text)),
    )


def says(phrase: Keyphrase) -> bool:
    """Whether the head of a phrase says something by itself: neither « annonce » nor « président »."""
    low = phrase.text.split()[0].lower()
    return low not in lists_of()["light"] | lists_of()["role"] | lexicon()["light"]


def sources_of(analysis: Analysis) -> tuple[str, ...]:
    """Names, in small letters, of news media, and of bodies quoted at least every other time that they are named."""
    out = []
    for entity in analysis.entities:
        names = (entity.name, *entity.aliases)
        speaker = re.compile(rf"(?:[\w-]+[ '’]){{0,2}}(?:{'|'.join(map(re.escape, names))})")
        said = sum(bool(speaker.fullmatch(found.speaker)) for found in analysis.attributions)
        seen = max(1, sum(analysis.source.text.count(name) for name in names))
        if entity.medium or (entity.label in {"ORG", "MISC"} and 2 * said >= seen):
            out += [name.lower() for name in names]
    return tuple(out)


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
    found = {**measures_of(phrase, view), **measures_in_title(phrase, view)}
    return sum(table[name] * value for name, value in found.items())


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
    headed = bool(view.head.words)
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
        "role": float(lows[0] in lists["role"] and not (titled == 1 and len(own) > 1 and headed and not capitals)),
        "light": float(lows[0] in lists["light"] or lows[0] in lexicon()["light"])
        * (not headed or titled < 1)
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
        "long": float(max(0, len(phrase.stems) - 3) * (not name)),
        "relation": features.get("has_de", 0.0),
        # « Metz à Nancy » names two things, not one
        "loose": features.get("has_other_prep", 0.0)
        * (2.0 if capitals == len(own) else looseness({word.text.lower() for word in found})),
        "source": float(any(re.search(rf"\b{re.escape(source)}\b", phrase.text.lower()) for source in view.sources)),
        "absent": float(not find_words(view.body, phrase.stems)),
        "kind": float(lows[0] in lists["kinds"] or (len(lows) > 1 and lows[0] in lexicon()["time"])),
        "infinitive": float(not capitals and known_verb(lows[0])),
    }


def measures_in_title(phrase: Keyphrase, view: View) -> dict[str, float]:
    """What the way a phrase stands in the headline says for or against it."""
    stands = view.told.get(phrase.text) or standing(view.head, phrase)
    capital = any(word.text[0].isupper() for word in words(phrase.text))
    low = phrase.text.lower()
    inside = stands.places and all(
        any(a <= i and j <= b and b - a > j - i for a, b in view.names) for i, j in stands.places
    )
    return {
        "opens": float(stands.opens and low.split()[0] not in lists_of()["kinds"]),
        "torn": float(stands.torn),
        "fact": float(stands.named and not stands.doer and says(phrase)),
        "subject": float(bool(stands.places) and not stands.complement and len(phrase.stems) > 1)
        * phrase.features.get("ent_PER", 0.0),
        "doer": float(stands.doer and view.rival and (low in view.bodies or low.split()[0] in lists_of()["bodies"])),
        "complement": float(stands.complement and not capital),
        "title_cut": stands.cut,
        "across": float(stands.across),
        "filed": float(stands.filed),
        "quoted": float(stands.quoted),
        "attribute": float(stands.attribute),
        "superlative": float(stands.superlative and low.split()[-1] in {"monde", "pays"}),
        "verbal": float(stands.verbal),
        "part": float(bool(inside)),
    }


def looseness(lows: Set[str]) -> float:
    """How far a complement in another preposition than « de » is from a set phrase, by the article in it.

    >>> looseness({"talents", "en", "ia"}), looseness({"chute", "au", "col"}), looseness({"avis", "sur", "la", "loi"})
    (0.2, 0.6, 1.0)
    """
    if lows & {"le", "la", "les", "l"}:
        return 1.0
    return 0.6 if lows & {"au", "aux"} else 0.2
