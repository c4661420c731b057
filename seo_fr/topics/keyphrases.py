"""Keyphrases: the noun groups and names that tell best what a text is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import exp

from seo_fr.model import Analysis, Keyphrase
from seo_fr.resources import load_toml
from seo_fr.topics.candidates import Candidate, Place, Unit, candidates_of, units_of
from seo_fr.topics.keyphrase_features import features_of, label_of
from seo_fr.topics.matching import stems


def rank(analysis: Analysis, *, n: int = 10) -> tuple[Keyphrase, ...]:
    """The *n* best keyphrases of an analysed text, best first; fewer if it has fewer, none if it has no noun.

    The weight is the estimated probability that a reader asked for keyphrases would write this one down: a logistic
    of a weighted sum of what is measured of the phrase (``features``), with the weights of
    ``resources/keyphrases.toml``, fitted on news. Ties break by first occurrence. Phrases made of the same words in
    another inflection count as one.
    """
    units = units_of(analysis)
    found = candidates_of(units)
    features = features_of(found, units)
    scored = sorted(
        ((weight_of(features[key]), rank_, key) for rank_, key in enumerate(found)),
        key=lambda item: (-item[0], item[1]),
    )
    capitals = capitals_of(units)
    return tuple(keyphrase_of(found[key], weight, features[key], capitals) for weight, _, key in scored[: max(0, n)])


def weight_of(features: Mapping[str, float]) -> float:
    """The logistic of the weighted sum of *features*."""
    table = load_toml("keyphrases.toml")
    total: float = table["intercept"]
    for name, coefficient in table["weights"].items():
        total += coefficient * features[name]
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def capitals_of(units: tuple[Unit, ...]) -> frozenset[str]:
    """Lower-case forms of the words that bear a capital elsewhere than at the start of a sentence."""
    return frozenset(word.low for unit in units for word in unit.words[1:] if word.text[:1].isupper())


def surface_of(candidate: Candidate, capitals: frozenset[str]) -> str:
    """The commonest written form, the first one among equals; a capital due to the sentence's start is dropped."""
    forms = Counter(written(place, capitals) for place in candidate.places)
    return max(forms, key=lambda form: forms[form])


def written(place: Place, capitals: frozenset[str]) -> str:
    """A phrase as written at one place, without the capital that it owes to standing first."""
    first = place.words[0]
    text = " ".join(place.text.split())
    if place.first == 0 and not (first.proper or first.ent) and first.low not in capitals and first.text[1:].islower():
        return text[0].lower() + text[1:]
    return text


def keyphrase_of(
    candidate: Candidate,
    weight: float,
    features: Mapping[str, float],
    capitals: frozenset[str],
) -> Keyphrase:
    """A candidate as a value that leaves the extractor."""
    text = surface_of(candidate, capitals)
    named = sum(label_of(place) not in ("", "part") for place in candidate.places)
    chosen = next(place for place in candidate.places if written(place, capitals) == text)
    return Keyphrase(
        text=text,
        lemma=" ".join(word.lemma.lower() if not word.proper else word.lemma for word in chosen.words),
        stems=stems(text),
        weight=round(weight, 6),
        kind="entity" if 2 * named > len(candidate.places) else "noun",
        spans=tuple((place.words[0].start, place.words[-1].end) for place in candidate.places if place.unit.rank >= 0),
        features={name: round(value, 4) for name, value in features.items() if value},
    )
