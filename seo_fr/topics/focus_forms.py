"""Forms that a keyphrase may take beside those that were ranked: with a number of version, with a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from seo_fr.french.elision import vowel_onset
from seo_fr.french.phrases import in_place
from seo_fr.model import Analysis, Keyphrase
from seo_fr.topics.candidates import GROUP_RE
from seo_fr.topics.focus_points import View
from seo_fr.topics.focus_title import LONGEST, Title, lists_of, standing, title_of
from seo_fr.topics.matching import find_phrase, fold, stems, words

VERSION_RE = re.compile(r"(?<![\d.,])\d{1,2}\.\d{1,2}(?![\d.,]| (?:%|million|milliard|euro))")
"""« 12.10 »: in French, a number with a point is a version."""
SCOPE_RE = re.compile(r" du pays$")
DEMONYM = 4
"""Letters that an adjective has in common with the place that it comes from: « espagnol », « Espagne »."""


def of_headline(analysis: Analysis, ranked: Sequence[Keyphrase], known: frozenset[str]) -> tuple[Keyphrase, ...]:
    """Phrases of the headline that rank too low to be looked at, best first.

    *ranked* is the whole ranking, *known* the phrases that are looked at anyhow.
    """
    title = title_of(analysis)
    if not title.words:
        return ()
    out: dict[str, Keyphrase] = {}
    for phrase in ranked:
        if phrase.text not in known and len(phrase.stems) > 1 and standing(title, phrase).places:
            out.setdefault(phrase.text, phrase)
    for text in (*mended(title), *labels(title), *happenings(analysis, title)):
        if text not in known:
            keys = stems(text)
            weight = max((p.weight for p in ranked if p.stems and set(p.stems) <= set(keys)), default=0.0)
            spans = find_phrase(analysis.source.text, keys, gap=0)
            out.setdefault(text, Keyphrase(text, text.lower(), keys, weight / 2, "noun", spans))
    return tuple(out.values())


def labels(title: Title) -> Iterator[str]:
    """The subject that the headline opens on, before a colon, neither theme nor place: « Crampes nocturnes : … »."""
    found = title.words[: title.label]
    if not found or title.filed or any(word.tag in "PQ" for word in found[-1:]):
        return
    text = " ".join(word.text for word in found)
    text = text if found[0].proper else text[0].lower() + text[1:]
    if 2 <= len(stems(text)) <= LONGEST and all(word.tag != "D" for word in found):
        yield text


def happenings(analysis: Analysis, title: Title) -> Iterator[str]:
    """What the headline says happened, with the country where it did: « séisme en Turquie »."""
    found = title.words
    first = found[0] if found else None
    known = lists_of()["happenings"]
    if first is None or first.low not in known or title.filed:
        return
    for entity in analysis.entities:
        where = in_place(entity.name) if entity.label == "LOC" else None
        if where and any(word.text == entity.name.split()[0] for word in found[1:]):
            yield f"{first.low} {where}"


def mended(title: Title) -> Iterator[str]:
    """Noun groups of the headline that hold a word whose letter was mended: « vigilance orange »."""
    tags = "".join(word.tag for word in title.words)
    for at in title.mended:
        spans = [
            (i, j)
            for i in range(max(0, at - LONGEST), at + 1)
            for j in range(at + 1, min(len(tags), at + 2 * LONGEST) + 1)
            if GROUP_RE.fullmatch(tags, i, j) and tags[j - 1] in "NA" and tags[i] == "N"
        ]
        for i, j in spans:
            text = " ".join(word.text for word in title.words[i:j])
            text = text if title.words[i].proper else text[0].lower() + text[1:]
            if 2 <= len(stems(text)) <= LONGEST:
                yield text


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


def located(analysis: Analysis, chosen: Keyphrase, view: View) -> Keyphrase:
    """A keyphrase with the place that the headline is filed under, where it names nothing: « grève au Mali ».

    The place stands in the text too. « nord du pays » names the country. France goes without saying, but after one
    word alone.
    """
    head = view.head
    label = analysis.source.title.split(":")[0].strip() if head.filed and head.label else ""
    where = in_place(label) or (f"à {label}" if re.search(rf"\bà {re.escape(label)}\b", analysis.source.text) else "")
    common = label.lower() in lists_of()["themes"]
    if not label or not where or label not in analysis.source.text:
        return chosen
    if common and (len(chosen.stems) > 1 or where not in analysis.source.text):
        return chosen
    own = [word.text for word in words(chosen.text) if word.content]
    if len(own) == 1 and own[0][0].isupper() and label not in own:
        own, chosen = [], replace(chosen, text=full_name(analysis, chosen.text))
    if any(word[0].isupper() or fold(word)[:DEMONYM] == fold(label)[:DEMONYM] for word in own):
        return chosen
    scoped = SCOPE_RE.search(chosen.text)
    text = f"{chosen.text[: scoped.start()]} {of_place(where, label)}" if scoped else f"{chosen.text} {where}"
    keys = stems(text)
    if len(keys) > LONGEST or not (chosen.spans or any(head.places(chosen.text))):
        return chosen
    return Keyphrase(text, text.lower(), keys, chosen.weight, "noun", find_phrase(analysis.source.text, keys))


def full_name(analysis: Analysis, text: str) -> str:
    """A name with the article that is part of it, « L’Oréal »; as it was where it has none."""
    names = [name for entity in analysis.entities for name in (entity.name, *entity.aliases)]
    return next(
        (name for name in names if re.fullmatch(rf"L['’]{re.escape(text)}|L[ae]s? {re.escape(text)}", name)), text
    )


def of_place(where: str, place: str) -> str:
    """« du Mali », « de la Libye », « des Pays-Bas » after « au », « en », « aux ».

    >>> of_place("au Mali", "Mali"), of_place("en Libye", "Libye"), of_place("en Égypte", "Égypte")
    ('du Mali', 'de la Libye', 'de l’Égypte')
    """
    word = where.split(maxsplit=1)[0]
    if word == "en":
        return f"de l’{place}" if vowel_onset(place) else f"de la {place}"
    return f"{ {'au': 'du', 'aux': 'des'}.get(word, 'de') } {place}"
