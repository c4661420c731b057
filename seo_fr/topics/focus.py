"""The phrase to rank a page for, its variants, and the phrases that cover its semantic field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from seo_fr.errors import InvalidKeyphrase
from seo_fr.french.elision import elide
from seo_fr.model import Analysis, Keyphrase, Note
from seo_fr.topics.focus_forms import located, numbered, of_headline
from seo_fr.topics.focus_points import COINED_RE, View, points_of, view_of
from seo_fr.topics.focus_title import LONGEST, Standing, lists_of
from seo_fr.topics.keyphrases import rank
from seo_fr.topics.matching import find_phrase, stem, stems, words

__all__ = [
    "COINED_RE", "FEWEST", "LONGEST", "POOL", "SECONDARY",
    "content_edges", "focus_keyphrase", "lists_of", "with_article", "without_pointing",
]  # fmt: skip

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
WHOLE = 100_000
"""More phrases than any text has."""
HEADED = 0.6
"""Share of the points of a word of the headline that a phrase must have which says none of it."""
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
    preferred, pool, more = pool_of(analysis, phrases)
    view = view_of(analysis, (*pool, *more))
    points = {phrase.text: round(points_of(phrase, view), 9) for phrase in (*pool, *more)}
    notes: tuple[Note, ...] = ()
    if given is not None:
        chosen, notes = given_keyphrase(analysis, given, pool)
    else:
        best = choose((*preferred, *more), points, view) or choose(pool, points, view)
        chosen = best or (pool[0] if pool else longest_word(analysis))
        chosen = numbered(analysis, chosen, pool, points) or finished(analysis, chosen, view)
    return chosen, secondary(chosen, pool, points), notes


def pool_of(
    analysis: Analysis, phrases: Sequence[Keyphrase]
) -> tuple[tuple[Keyphrase, ...], tuple[Keyphrase, ...], tuple[Keyphrase, ...]]:
    """The phrases to choose among, those to fall back on, and those of the headline that rank lower.

    Phrases that are the head of our own ranking are no choice of the caller's: the whole ranking is then open. Any
    other choice is completed with what we would rank, to fall back on.
    """
    given = tuple(phrases)
    whole = rank(analysis, n=WHOLE)
    ours = whole[: max(POOL, len(given))]
    if given == ours[: len(given)]:
        return ours, ours, of_headline(analysis, whole, frozenset(phrase.text for phrase in ours))
    if len(given) >= POOL:
        return given, given, ()
    seen = {phrase.text for phrase in given}
    floor = given[-1].weight
    more = (replace(p, weight=min(p.weight, floor)) for p in ours if p.text not in seen)
    return given, (*given, *more), ()


def finished(analysis: Analysis, chosen: Keyphrase, view: View) -> Keyphrase:
    """The chosen phrase with what it lacks to be searched for, and without what nobody types."""
    placed = located(analysis, chosen, view)
    return replace(placed, text=without_pointing(placed.text))


def choose(phrases: Sequence[Keyphrase], points: Mapping[str, float], view: View) -> Keyphrase | None:
    """The first of the phrases of two to four content words with the most points; None if there is none.

    A word that far outweighs it and is not in it is taken instead: better « orchidée » than « écorces de pin ».
    """
    fit = [
        phrase
        for phrase in phrases
        if (2 <= len(phrase.stems) <= LONGEST or is_label(phrase, view)) and content_edges(phrase.text)
    ]
    if not fit:
        return None
    best = max(fit, key=lambda phrase: points[phrase.text])
    alone = [phrase for phrase in phrases if len(phrase.stems) == 1 and content_edges(phrase.text)]
    word = max(alone, key=lambda phrase: points[phrase.text], default=best)
    if word.stems[0] not in best.stems and points[best.text] < WORTH * points[word.text]:
        return word
    return word if headed(word, best, points, view) else best


def headed(word: Keyphrase, best: Keyphrase, points: Mapping[str, float], view: View) -> bool:
    """Whether a word of the headline, which the text has too, is worth more than a phrase that says none of it."""
    headline = {stem for w in view.head.words for stem in w.stems}
    foreign = word.stems[0] in headline and headline.isdisjoint(best.stems)
    told = word.kind == "noun" and bool(word.spans)
    rising = best.text.split()[0].lower() in lists_of()["rise"] | lists_of()["fall"]  # « augmenter », in other words
    return foreign and told and not rising and points[best.text] < HEADED * points[word.text]


def is_label(phrase: Keyphrase, view: View) -> bool:
    """Whether a name of one word is the subject that the headline opens on, or all of it: « Bonnal : … »."""
    end = view.head.label or len(view.head.words)
    stands = view.told.get(phrase.text, Standing())
    words_ = view.head.words
    comma = next((i for i, word in enumerate(words_[:3]) if word.low == ","), 0)
    if comma and any(j == comma and all(w.tag == "D" for w in words_[:i]) for i, j in stands.places):
        return True  # « Le fourmilion, ou l’art du piège »
    return phrase.kind == "entity" and stands.opens and (0, end) in stands.places


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
    of_noun = of_noun or article_of(analysis, phrase.text.split()[0] if phrase.text else "")
    return elide(of_noun, phrase.text) if of_noun else ""


def article_of(analysis: Analysis, word: str) -> str:
    """The definite article of a noun of the text; "" for a word that is none, or has two genders there."""
    heads = [t for t in analysis.tokens if t.text.lower() == word.lower() and t.pos == "NOUN" and t.gender and t.number]
    found = {"les" if t.number == "p" else "la" if t.gender == "f" else "le" for t in heads}
    return found.pop() if len(found) == 1 else ""


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
