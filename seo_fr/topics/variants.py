"""Other ways in which the same keyphrase is written and searched for: number, gender, article, order, accents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french.elision import vowel_onset
from seo_fr.french.inflection import feminine_noun
from seo_fr.french.inflection import plural as plural_of
from seo_fr.model import Analysis, Keyphrase
from seo_fr.resources import load_toml
from seo_fr.topics.matching import find_phrase, fold, stems, words

LINK_RE = re.compile(r"^(?:d['’]|(?:de|du|des|à|au|aux|en|pour|sur|contre|par|dans|sans|sous|avec|et)$)", re.IGNORECASE)


def variants(keyphrase: Keyphrase, analysis: Analysis | None = None) -> tuple[str, ...]:
    """Forms that a reader would take for the same keyphrase, each once, its own form left out.

    First those that the source holds, where *analysis* is given, commonest first; then the other number, the feminine
    of a trade, the form with « l’ », the bare content words as typed in a search box, in both orders, and the
    phrase without accents. All have the stems of the keyphrase, so that whatever matches by stems matches them all.

    >>> from seo_fr.topics.matching import stems
    >>> phrase = Keyphrase("inondation de cave", "inondation de cave", stems("inondation de cave"), 1.0, "noun")
    >>> variants(phrase)
    ('inondations de cave', 'l’inondation de cave', 'inondation cave', 'cave inondation')
    """
    wanted = sorted(keyphrase.stems)
    seen = {keyphrase.text.lower()}
    out: list[str] = []
    for form in candidates_for(keyphrase, analysis):
        low = form.lower()
        if low not in seen and sorted(stems(form)) == wanted:
            seen.add(low)
            out.append(form)
    return tuple(out)


def candidates_for(keyphrase: Keyphrase, analysis: Analysis | None) -> Iterator[str]:
    """Forms to try, likeliest first."""
    text = keyphrase.text
    if analysis is not None:
        source = analysis.source.text
        attested = [" ".join(source[a:b].split()) for a, b in find_phrase(source, keyphrase.stems, gap=0)]
        yield from sorted(dict.fromkeys(attested), key=lambda form: -attested.count(form))
    # a weight of 0 is that of a word taken for want of a noun: it has no plural
    if keyphrase.kind != "entity" and keyphrase.weight:
        yield in_number(text, plural=True)
        yield in_number(text, plural=False)
        yield in_feminine(text)
    if vowel_onset(text) and text[0].islower() and in_number(text, plural=False) == text:
        yield f"l’{text}"
    bare = [word.text for word in words(text) if word.content]
    yield " ".join(bare)
    if len(bare) == 2 and text.islower():
        yield " ".join(reversed(bare))
    yield fold(text)


def in_number(text: str, *, plural: bool) -> str:
    """A noun group in the plural or the singular: the words before its first preposition change, capitals stay.

    >>> in_number("taxe foncière", plural=True), in_number("journaux locaux", plural=False)
    ('taxes foncières', 'journal local')
    >>> in_number("acte de naissance", plural=True)
    'actes de naissance'
    """
    parts = text.split()
    stop = next((i for i, part in enumerate(parts) if LINK_RE.match(part)), len(parts))
    changed = [part if not part.islower() else inflected(part, plural=plural) for part in parts[:stop]]
    return " ".join([*changed, *parts[stop:]])


def inflected(word: str, *, plural: bool) -> str:
    """One word in the plural or the singular; the word itself where no rule tells.

    >>> [inflected(w, plural=False) for w in ("travaux", "bateaux", "festivals", "prix", "recours")]
    ['travail', 'bateau', 'festival', 'prix', 'recours']
    """
    if not word.replace("-", "").isalpha():
        return word
    if plural:
        return plural_of(word) or word
    trials = [] if word.endswith("eaux") else [word[:-3] + ending for ending in ("ail", "al") if word.endswith("aux")]
    trials += (
        [word[:-1]] if word.endswith(("s", "x")) and word not in load_toml("focus.toml")["lists"]["s"].split() else []
    )
    return next((trial for trial in trials if plural_of(trial) == word), word)


def in_feminine(text: str) -> str:
    """A person's name of office or trade in the feminine, when it is the only word before the complement.

    >>> in_feminine("chercheur en chimie"), in_feminine("chercheurs en chimie"), in_feminine("taxe")
    ('chercheuse en chimie', 'chercheuses en chimie', 'taxe')
    """
    parts = text.split()
    if not parts[0].islower() or (len(parts) > 1 and not LINK_RE.match(parts[1])):
        return text
    single = inflected(parts[0], plural=False)
    form = feminine_noun(single)
    if form is None or form == single or not single.endswith(("eur", "ien")):
        return text
    return " ".join([form if single == parts[0] else inflected(form, plural=True), *parts[1:]])
