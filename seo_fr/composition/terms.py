"""How a concept is named in a heading: with its article, as a question, as the source writes it."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.french import capitalize_first, le, que
from seo_fr.model import Concept, ConceptMatch
from seo_fr.resources import load_toml
from seo_fr.topics.concept_places import ACRONYM_RE
from seo_fr.topics.matching import fold, stems

OPENING_RE = re.compile(r"^(?:En [^,]{1,60}, )?(?P<article>Les |La |Le |L’|Une |Un |Des )?")
"""What a definition opens with; the term follows."""
WORD_RE = re.compile(r"\w+")
COMPLEMENT_RE = re.compile(r" d(?:’une? |e |u |es |’)(?:[^\s,]+ ){0,3}[^\s,]+(?= (?:est|sont) )")
"""What narrows a short term in its own definition: « le noyau d’un système d’exploitation est… »."""
PEOPLE_RE = re.compile(
    r"^ (?:sont|étaient|furent) (?:un peuple\b|une? (?:population|communauté)\b|(?:des|les) (?:personnes|habitants|"
    r"Français|Européens|combattants|soldats|hommes|supplétifs|membres|descendants)\b)"
)
"""Plural of persons: one asks who they are."""
OF_GENDER = {
    "m": re.compile(r"\b(?:le|un|du|au|ce|cet|aucun|mon|son)\s$", re.IGNORECASE),
    "f": re.compile(r"\b(?:la|une|cette|aucune|ma|sa)\s$", re.IGNORECASE),
}
"""Determiners that show a gender; those that elide show none."""


def subject(concept: Concept, name: str = "") -> str:
    """The subject of the definition with its article, lower case at its head; *name* takes the place of the term.

    >>> plan = Concept("plan social", "Un plan social est un ensemble de mesures.", "…", "travail", "m")
    >>> subject(plan), subject(plan, "PSE")
    ('un plan social', 'un PSE')
    """
    article, term, _ = parts(concept)
    noun = name or term
    if not article:
        return noun
    if article in {"le", "la", "l’", "les"}:
        return le(noun, concept.gender, concept.number) or f"{article} {noun}"
    return f"{article} {noun}"


def noun_heading(concept: Concept, name: str = "") -> str:
    """« Le plan social », « L’ISF », « Wikipédia »: the term as a heading by itself.

    >>> noun_heading(Concept("plan social", "Un plan social est un ensemble de mesures.", "…", "travail", "m"))
    'Le plan social'
    """
    article, term, _ = parts(concept)
    noun = name or term or concept.term
    said = le(noun, concept.gender, "p" if article in {"les", "des"} else "s") if article else None
    return capitalize_first(said or noun)


def question(concept: Concept, name: str = "") -> str:
    """« Qu’est-ce qu’un plan social ? »; "" when the definition does not open on its own term.

    >>> question(Concept("plan social", "Un plan social est un ensemble de mesures.", "…", "travail", "m"))
    'Qu’est-ce qu’un plan social ?'
    >>> question(Concept("play-offs", "Les play-offs sont la fin d’un championnat.", "…", "sport", "m", "p"))
    'Que sont les play-offs ?'
    """
    article, term, rest = parts(concept)
    if not term:
        return ""
    if article in {"les", "des"}:
        return f"{'Qui' if PEOPLE_RE.match(rest) else 'Que'} sont les {name or term} ?"
    return f"Qu’est-ce {que(subject(concept, name))} ?"


def parts(concept: Concept) -> tuple[str, str, str]:
    """The article of the definition, lower case, the term as it stands there, and what follows; all "" without it."""
    text = concept.definition
    opening = OPENING_RE.match(text)
    start = opening.end() if opening else 0
    wanted = [word.lower() for word in WORD_RE.findall(concept.term)]
    found = list(WORD_RE.finditer(text, start))[: len(wanted)]
    if len(found) < len(wanted) or not found or not alike(found[0][0].lower(), wanted[0]):
        return "", "", ""
    article = (opening["article"] or "").strip().lower() if opening else ""
    end = found[-1].end()
    if more := COMPLEMENT_RE.match(text, end):
        end = more.end()
    term = text[start:end]
    return article, term if article else lower_as(term, concept.term), text[end:]


def lower_as(text: str, term: str) -> str:
    """A term that opens a sentence, with the first letter it has elsewhere: « rsync »."""
    return term[:1] + text[1:] if text[:1].lower() == term[:1] else text


def alike(one: str, other: str) -> bool:
    """Whether two words may be inflections of one.

    >>> alike("sociaux", "social"), alike("plan", "mesure")
    (True, False)
    """
    least = min(len(one), len(other), 4)
    return one[: least - 1 or 1] == other[: least - 1 or 1]


LONG = 3
"""Content words of an alias that a reader would not know again under the term."""


def shown(match: ConceptMatch, text: str) -> str:
    """The name that a heading gives to a concept, "" for its own term.

    An acronym that the source uses alone names the concept, in its capitals; a number that it leaves out is left out.
    """
    concept = match.concept
    if match.surface.isupper() and match.surface != concept.term and match.surface.lower() == concept.term.lower():
        return match.surface
    if any(number not in text for number in re.findall(r"\d+", concept.term)):
        return match.surface
    if acronym(match):
        return match.surface
    synonym = beside(match)
    return f"{parts(concept)[1] or concept.term} ({synonym})" if synonym else ""


def beside(match: ConceptMatch) -> str:
    """The alias that the source uses, when it is known as well as the term, « low-cost », or has no word of it."""
    shown_too = frozenset(load_toml("concepts.toml")["beside"].split("; "))
    used = stems(match.surface)
    own = frozenset(stems(match.concept.term))
    if used == stems(match.concept.term):
        return ""
    found = next((a for a in match.concept.aliases if stems(a) == used), "")
    long = len(used) >= LONG or (len(used) > 1 and any(c.isupper() for c in found))
    strange = long and not own & frozenset(used)  # the reader looks for the words that he has read
    return found if found in shown_too or strange else ""


def acronym(match: ConceptMatch) -> bool:
    """Whether the source writes an acronym where the entry has a full name."""
    concept, surface = match.concept, match.surface
    if surface in WORD_RE.findall(concept.term) or surface.casefold() not in map(str.casefold, concept.aliases):
        return False
    return bool(ACRONYM_RE.fullmatch(surface)) or initials(surface, concept.term)


def initials(short: str, name: str) -> bool:
    """Whether an acronym that is read as a word, « Dinum », shortens a name: its letters stand there in their order.

    >>> initials("Dinum", "direction interministérielle du numérique"), initials("Etalab", "direction du numérique")
    (True, False)
    """
    letters = iter(fold(name))
    words = WORD_RE.findall(name)
    return (
        short.isalpha()
        and short[0].isupper()
        and len(words) > 2
        and fold(short[0]) == fold(name[0])
        and all(letter in letters for letter in fold(short))
    )


def in_gender(match: ConceptMatch, text: str) -> Concept:
    """The concept with the definition of the gender that the source gives to the word, where usage knows both."""
    concept = match.concept
    if not concept.other:
        return concept
    names = {match.surface, concept.term, *concept.aliases}
    found = [m.start() for name in sorted(names) for m in re.finditer(re.escape(name), text)]
    before = [text[max(0, at - 8) : at] for at in found]
    own = sum(bool(OF_GENDER[concept.gender].search(b)) for b in before) if concept.gender else 0
    twin = "f" if concept.gender == "m" else "m"
    theirs = sum(bool(OF_GENDER[twin].search(b)) for b in before)
    if theirs <= own:
        return concept
    return replace(concept, definition=concept.other, gender=twin)  # type: ignore[arg-type]
