"""What a headline says of the phrases in it: its subject, its doer, a quotation, a piece cut out of a longer group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from seo_fr.french.conjugation import TENSES, conjugate, infinitive, known_verb
from seo_fr.model import Analysis, Keyphrase
from seo_fr.resources import load_toml
from seo_fr.topics.candidates import Word, piece_stems, units_of
from seo_fr.topics.matching import function_words, stem


@cache
def lists_of() -> dict[str, frozenset[str]]:
    """Word lists of the choice, as sets."""
    return {name: frozenset(text.split()) for name, text in load_toml("focus.toml")["lists"].items()}


GROUP = frozenset("NAVU")
"""Letters of the words of a noun group, see ``candidates``."""
HEADS = ("light", "role", "kinds")
"""Lists of the nouns that say nothing by themselves."""
LONGEST = 4
"""Most content words in a focus keyphrase that the library chooses."""
LABEL = 6
"""Most words before the colon of a headline for them to be its label."""
BE_OR_HAVE = frozenset({"être", "avoir"})
MOST = frozenset({"plus", "moins"})
QUOTES = (frozenset('«“"'), frozenset('»”"'))


@dataclass(frozen=True, slots=True)
class Title:
    """A headline as words, cut at its label and at its verb."""

    words: tuple[Word, ...] = ()
    """Its words, tagged; none where the source has no headline of its own."""
    label: int = 0
    """Index of the colon that ends its label; 0 without one."""
    filed: bool = False
    """Whether the label is a theme or a place: « Tennis », « Mali »."""
    verb: int = 0
    """Index of its first conjugated verb, or the number of its words."""
    acts: bool = False
    """Whether that verb is an action: neither « être » nor « avoir »."""
    nouns: frozenset[str] = frozenset()
    """Stems of the action nouns of its verbs: « supprimer » tells of a « suppression »."""
    mended: tuple[int, ...] = ()
    """Indices of the words whose letter the tagger of headlines got wrong."""

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a phrase stands in it, word for word whatever the inflection: first word, and one past the last."""
        wanted = tuple(key for word in text.split() for key in piece_stems(word.lower().replace("’", "'")))
        for first in [i for i, word in enumerate(self.words) if word.stems]:
            keys: tuple[str, ...] = ()
            for last in range(first, len(self.words)):
                keys += self.words[last].stems
                if keys == wanted and self.words[last].stems:
                    yield first, last + 1
                if len(keys) >= len(wanted):
                    break

    def tag(self, i: int) -> str:
        """The letter of a word; "" outside of the headline."""
        return self.words[i].tag if 0 <= i < len(self.words) else ""

    def low(self, i: int) -> str:
        """A word in small letters; "" outside of the headline."""
        return self.words[i].low if 0 <= i < len(self.words) else ""

    @property
    def start(self) -> int:
        """First word after the label of a filed headline."""
        return self.label + 1 if self.filed else 0


def title_of(analysis: Analysis) -> Title:
    """Read the headline of a source; an empty one where it has none."""
    if not analysis.source.title:
        return Title()
    unit = units_of(analysis)[0]
    found = retagged(unit.words)
    colon = next((i for i, word in enumerate(found[: LABEL + 1]) if word.low == ":"), 0)
    label = unit.text[: found[colon].start].strip() if colon else ""
    filed = bool(colon) and (is_theme(label) or is_place(analysis, label, found[:colon]))
    start = colon + 1 if filed else 0
    verb = next((i for i in range(start + 1, len(found)) if conjugated(found, i)), len(found))
    base = infinitive(found[verb].low) if verb < len(found) else None
    table = load_toml("nominalisations.toml")["verb"]
    bases = [infinitive(w.low) for w in found if w.tag == "X" and (known_verb(w.low) or finite(w.low))]
    return Title(
        words=found,
        mended=tuple(i for i, (new, old) in enumerate(zip(found, unit.words, strict=True)) if new.tag != old.tag),
        label=colon,
        filed=filed,
        verb=verb,
        acts=base is not None and base not in BE_OR_HAVE,
        nouns=frozenset(stem(str(table[b]["noun"])) for b in bases if b in table),
    )


def is_theme(label: str) -> bool:
    """Whether a label is a theme, alone or with what narrows it.

    >>> is_theme("Football"), is_theme("Football – National"), is_theme("Football club")
    (True, True, False)
    """
    return re.split(r"\s+[-–—]\s+|\s*[/(]", label, maxsplit=1)[0].strip().lower() in lists_of()["themes"]


def is_place(analysis: Analysis, label: str, inside: Sequence[Word]) -> bool:
    """Whether a label is the name of a place, by the lexicon or by what the text says of it, or one it never names."""
    places = load_toml("understanding/names.toml")["places"]
    known = {name.strip() for name in places.replace("\n", "|").split("|")}
    unknown = label not in analysis.source.text and all(word.text[0].isupper() for word in inside)
    if re.search(rf"\b{re.escape(label[:1].lower() + label[1:])}\b", analysis.source.text):
        return False  # « la faïencerie Marchand » is a thing, whatever the parser says of its name
    return (
        label in known or unknown or any(e.label == "LOC" and label in (e.name, *e.aliases) for e in analysis.entities)
    )


def retagged(found: Sequence[Word]) -> tuple[Word, ...]:
    """The headline with the words that the tagger of headlines leaves aside taken for what they are.

    « orange » and « continu » after a noun are adjectives; between « meilleure » and « de », there is a noun.
    """
    out = list(found)
    for i, word in enumerate(found):
        before, after = found[i - 1] if i else None, found[i + 1] if i + 1 < len(found) else None
        if before is None or word.tag != "X":
            continue
        if before.tag in "NA" and (word.low in lists_of()["colours"] or is_adjective(word, after)):
            out[i] = replace(word, tag="A")
        elif before.low in lists_of()["weak"] and after is not None and after.tag == "P":
            out[i] = replace(word, tag="N")
    return tuple(out)


def is_adjective(word: Word, after: Word | None) -> bool:
    """Whether an unknown word after a noun must be an adjective: no form of a verb ends like it, and the group ends.

    Words in -e and -ent may be verbs that the lexicon does not know.
    """
    low = word.low
    if (
        not low.isalpha()
        or low in function_words() | lists_of()["weak"]
        or low.endswith(("e", "es", "ent", "er"))
        or infinitive(low)
    ):
        return False
    return after is None or not after.low[0].isalnum() or finite(after.low)


@cache
def finite(low: str) -> bool:
    """Whether a word is a third person of a verb of the lexicon.

    >>> finite("supprime"), finite("supprimée"), finite("phare")
    (True, False, False)
    """
    base = infinitive(low)
    if base is None or base == low:
        return False
    return any(conjugate(base, tense, number=number) == low for tense in TENSES for number in ("s", "p"))


def conjugated(found: Sequence[Word], i: int) -> bool:
    """Whether a word of a headline is its verb: a third person after a noun, that the text does not hold as a noun."""
    word, before = found[i], found[i - 1]
    if word.tag not in "XA" or word.text[0].isupper() or not finite(word.low):
        return False
    return before.tag in GROUP or before.low in {"ne", "se", "s'", "n'", ")", "»", ","}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a phrase stands in a headline."""

    places: tuple[tuple[int, int], ...] = ()
    """Where it stands there, word for word: first word, and one past the last."""
    named: bool = False
    """It is a common noun with a name: « action de Bonnal »."""
    opens: bool = False
    """It opens a label that is no theme or place: « Crash de l’Airbus : … »."""
    doer: bool = False
    """It is the subject of the verb of action."""
    complement: bool = False
    """It completes another noun that says something: « fin » in « chantier de fin d’année » does not."""
    cut: float = 0.0
    """1 if a complement in « de » that it leaves out follows, half if an adjective does."""
    across: bool = False
    """It holds the verb."""
    filed: bool = False
    """It is the label, a theme or a place, that the headline is filed under."""
    quoted: bool = False
    """It stands between quotation marks: somebody’s words."""
    attribute: bool = False
    """It follows « est un »: what is said of the subject."""
    torn: bool = False
    """It starts in the middle of a noun group: « français » in « départements français »."""
    superlative: bool = False
    """It is cut out of « plus grande usine au monde »."""
    verbal: bool = False
    """It ends with a participle that is a verb there: « autorisée à sortir »."""


def standing(title: Title, phrase: Keyphrase) -> Standing:
    """How a phrase stands in a headline: what holds of all its places there."""
    found = list(title.places(phrase.text))
    if not found:
        return Standing()
    return Standing(
        places=tuple(found),
        named=any(is_named(title, i, j) for i, j in found),
        opens=any(opens(title, i, j) for i, j in found),
        doer=all(title.acts and j == title.verb and i - (title.tag(i - 1) == "D") == title.start for i, j in found),
        complement=all(completes(title, i, j) for i, j in found),
        cut=min(how_cut(title, j) for _, j in found),
        across=all(i <= title.verb < j for i, j in found),
        filed=title.filed and all(j <= title.label for _, j in found),
        quoted=all(title.low(i - 1) in QUOTES[0] and title.low(j) in QUOTES[1] for i, j in found),
        attribute=all(is_attribute(title, i) for i, _ in found),
        torn=all(is_torn(title, i) for i, _ in found),
        superlative=all(title.low(i - 1) in MOST or title.low(i - 2) in MOST for i, _ in found),
        verbal=all(title.tag(j - 1) == "V" and title.tag(j) in ("Q", "P") for _, j in found),
    )


def opens(title: Title, first: int, last: int) -> bool:
    """Whether words stand at the head of a label that names a subject."""
    end = title.label or len(title.words)
    whole = last == end if not title.label else last <= end and not title.filed
    return whole and all(word.tag == "D" for word in title.words[:first])


def completes(title: Title, first: int, last: int) -> bool:
    """Whether words complete a noun of the headline that says something by itself, in a group short enough to rank for.

    « bureaux » in « ouverture des bureaux »; not « usine » in « nouvelle d’une usine ».
    """
    at = first - 1
    if title.tag(at) == "D":
        at -= 1
    if title.tag(at) not in ("P", "Q"):
        return False
    end = at
    while title.low(end - 1) in QUOTES[1]:
        end -= 1
    head = end
    while title.tag(head - 1) in GROUP:
        head -= 1
    lows = {title.low(i) for i in range(head, end)}
    whole = sum(title.tag(i) in GROUP for i in range(head, last))
    if known_verb(title.low(head)):
        return False  # « Créer des pages »
    return bool(lows) and whole < LONGEST and not lows & set().union(*(lists_of()[name] for name in HEADS))


def how_cut(title: Title, last: int) -> float:
    """1 if a complement in « de » that is no name or year follows a common noun, half if an adjective does, or 0."""
    after = title.words[last + 1 : last + 2]
    if is_name(title.words[last - 1]):
        return 0.0
    if title.tag(last) == "A" and last != title.verb:
        return 0.5 * (title.low(last) not in lists_of()["praise"])
    if title.tag(last) == "V":
        return float(title.tag(last + 1) == "X" and finite(title.low(last + 1)))
    if title.tag(last) != "P" and title.low(last) != "en":
        return 0.0
    return float(any((word.tag in "ND" and not is_name(word)) or word.low in MOST for word in after))


def is_torn(title: Title, first: int) -> bool:
    """Whether the noun that a word belongs with goes before it."""
    before = title.tag(first - 1) == "N" and title.low(first - 1) not in lists_of()["weak"]
    return before and title.words[first].text[0].islower()


def is_attribute(title: Title, first: int) -> bool:
    """Whether « est un » goes before, quotation marks aside."""
    at = first - 1
    while title.low(at) in QUOTES[0] or title.tag(at) == "D":
        at -= 1
    return infinitive(title.low(at)) in {"être", "devenir", "rester"} if title.low(at) else False


def is_name(word: Word) -> bool:
    """Whether a word is one of a name, as it is written in the headline: « Higgs », not « français »."""
    return word.proper and word.text[0].isupper()


def is_named(title: Title, first: int, last: int) -> bool:
    """Whether words of the headline are a common noun with a name: « action de Bonnal »."""
    inside = title.words[first:last]
    return inside[0].tag in "NA" and not inside[0].proper and any(map(is_name, inside[1:]))
