"""What an editor should look at in the source: ambiguous dates, two names for one body, probable mistranslations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from seo_fr.model import DateMention, Entity, Note
from seo_fr.resources import load_toml
from seo_fr.understanding.view import View, low

QUOTED_RE = re.compile(r"«[^»]*(?:»|$)|“[^”]*(?:”|$)|\"[^\"]*\"")
SHORTEST_NAME = 4
"""Most letters of a name too short to tell two spellings from two names."""


def find_trouble(view: View, entities: Sequence[Entity], dates: Sequence[DateMention]) -> tuple[Note, ...]:
    """Notes on the source, in the order of the text."""
    out: list[Note] = []
    out.extend(undated(view, dates))
    out.extend(two_names(entities))
    out.extend(mistranslated(view))
    out.extend(unconjugated(view))
    out.extend(unsettled(view))
    out.extend(spelled_twice(entities))
    return tuple(out)


def undated(view: View, dates: Sequence[DateMention]) -> list[Note]:
    """Relative dates that nothing anchors: one note for all of them."""
    loose = [d for d in dates if not d.absolute and not d.resolved]
    loose = [
        d for d in loose if not low(d.text).startswith(("il y a", "dans ", "les ", "ces ", "la veille", "le lendemain"))
    ]
    if not loose or view.source.published is not None:
        return []
    listed = ", ".join(f"« {text} »" for text in dict.fromkeys(d.text for d in loose))
    return [
        Note(
            "source.undated",
            f"Dates relatives sans date de publication : {listed}. Donnez `published` pour qu’elles soient fixées.",
            before=loose[0].text,
        )
    ]


def two_names(entities: Sequence[Entity]) -> list[Note]:
    """Two names that differ by a letter or two: « Miguel Neiva » and « Miguel Nerva »."""
    out = []
    people = [e for e in entities if e.label == "PER" and " " in e.name]
    for i, first in enumerate(people):
        for second in people[i + 1 :]:
            a, b = first.name.split(" "), second.name.split(" ")
            if len(a) == len(b) and a[0] == b[0] and one_letter_apart(a[-1], b[-1]):
                out.append(
                    Note(
                        "source.two_names",
                        f"« {first.name} » et « {second.name} » : est-ce la même personne ? Corrigez le nom fautif.",
                        before=second.name,
                        after=first.name,
                    )
                )
    return out


def one_letter_apart(a: str, b: str) -> bool:
    """Whether two surnames differ by one letter, and not by an accent alone.

    >>> one_letter_apart("Neiva", "Nerva"), one_letter_apart("Érignac", "Erignac")
    (True, False)
    """
    bare = [unicodedata.normalize("NFD", name)[0] + name[1:] for name in (a, b)]
    return a != b and len(a) > SHORTEST_NAME - 1 and bare[0] != bare[1] and distance(a, b) == 1


def distance(a: str, b: str) -> int:
    """Levenshtein distance.

    >>> distance("Neiva", "Nerva")
    1
    """
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


def mistranslated(view: View) -> list[Note]:
    """A medium whose name seems to have been translated word for word: « L’information » beside « The Information »."""
    out = []
    text = view.text
    lowered = low(text)
    for row in load_toml("understanding/trouble.toml")["translated"]:
        for wording in row["as"]:
            at = lowered.find(low(wording))
            if at < 0:
                continue
            named = row["name"] in text
            if named or row.get("alone", False):
                found = text[at : at + len(wording)]
                out.append(
                    Note(
                        "source.mistranslation",
                        f"« {found} » désigne sans doute « {row['name']} », traduit à tort. Rétablissez le nom.",
                        before=found,
                        after=row["name"],
                    )
                )
                break
    return out


def unsettled(view: View) -> list[Note]:
    """Certain faults that allow two readings: told, not mended. « le ponts », « j’ai apprendre », « du pour le »."""
    rows = load_toml("understanding/trouble.toml")["unsettled"]
    out = []
    for sentence in view.source.sentences:
        quoted = [m.span() for m in QUOTED_RE.finditer(sentence.text)]
        for row in rows:
            for match in re.finditer(row["pattern"], sentence.text):
                if not any(a <= match.start() < b for a, b in quoted):
                    message = f"« {match[0]} » : {row['why']}. Corrigez la phrase."
                    out.append(Note("source.fault", message, before=match[0]))
    return out


def spelled_twice(entities: Sequence[Entity]) -> list[Note]:
    """Two names that differ by accents alone: « Wikimédia France » and « Wikimedia France »."""
    first: dict[str, str] = {}
    out = []
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            bare = unicodedata.normalize("NFD", name.lower())
            key = "".join(c for c in bare if not unicodedata.combining(c))
            known = first.setdefault(key, name)
            if known.lower() != name.lower() and len(key) > SHORTEST_NAME:
                message = f"« {known} » et « {name} » : deux graphies d’un même nom ? Choisissez-en une."
                out.append(Note("source.two_spellings", message, before=name, after=known))
    return out


def unconjugated(view: View) -> list[Note]:
    """A sentence that opens with a noun and an infinitive in the place of its verb: « Le camion se diriger vers »."""
    out = []
    for sentence in view.source.sentences:
        if view.source.block_of(sentence).kind != "paragraph":
            continue
        tokens = view.of_sentence(sentence.id)
        noun = next((t for t in tokens[:4] if t.pos == "NOUN"), None)
        if noun is None or low(tokens[0].text) not in {"le", "la", "l'", "les", "un", "une", "ce", "cette", "ces"}:
            continue
        verb = view.next(noun)
        while verb is not None and low(verb.text) in {"se", "s'"}:
            verb = view.next(verb)
        if verb is None or verb.pos != "VERB" or verb.morph.get("VerbForm") != "Inf":
            continue
        found = view.text[tokens[0].start : verb.end]
        message = f"« {found} » : le verbe est à l’infinitif. Conjuguez-le au temps voulu."
        out.append(Note("source.infinitive", message, before=found))
    return out


def unmistaken(notes: Sequence[Note], text: str) -> str:
    """« un rapport de L’information » as « un rapport », where a note says the name is a wrong translation; "" else.

    The body keeps the name as it is, with its warning; what is told again does not spread it.

    >>> note = Note("source.mistranslation", "", "rapport de L’information", "The Information")
    >>> unmistaken([note], "un rapport de L’information"), unmistaken([note], "un rapport de police")
    ('un rapport', '')
    """
    for note in notes:
        words = re.findall(r"[^\W\d_]+", note.before.lower())
        if note.code != "source.mistranslation" or len(words) < 2:
            continue
        match = re.match(rf"(?P<np>(?:les? |la |l['’]|une? ){re.escape(words[0])})\b(?P<rest>.*)", text, re.IGNORECASE)
        if match is not None and words[-1] in match["rest"].lower():
            return match["np"]
    return ""
