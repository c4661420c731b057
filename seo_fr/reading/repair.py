"""Faults of the source that allow one reading only: mended outside quotation marks, each with a note.

The rules are data (``resources/repairs.toml``); a rule that is not certain does not belong there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from seo_fr.model import Note
from seo_fr.resources import load_toml

QUOTED_RE = re.compile(r"«[^»]*(?:»|$)|“[^”]*(?:”|$)|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Rule:
    """One certain fault."""

    pattern: re.Pattern[str]
    put: str
    why: str
    unless_before: re.Pattern[str] | None
    unless_word: frozenset[str]
    """Words that bar the rule when one stands right before the match."""
    unless_last: frozenset[str]
    """Words that bar the rule when the match ends with one: nouns that look like participles."""
    in_quotes: bool


@cache
def rules() -> tuple[Rule, ...]:
    """The shipped rules, compiled once."""
    data = load_toml("repairs.toml")
    lists = {name: text.split() for name, text in data["words"].items()}
    alternatives = {
        name: "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"
        for name, words in lists.items()
    }

    alternatives["misspelt"] = "(?:" + "|".join(map(re.escape, sorted(data["spelling"], key=len, reverse=True))) + ")"

    def filled(pattern: str) -> str:
        for name, group in alternatives.items():
            pattern = pattern.replace("{" + name + "}", group)
        return pattern

    return tuple(
        Rule(
            re.compile(filled(row["pattern"])),
            row["put"],
            row["why"],
            re.compile(rf"\b{row['unless_before']}") if "unless_before" in row else None,
            frozenset(lists[row["unless_word"]]) if "unless_word" in row else frozenset(),
            frozenset(lists[row["unless_last"]]) if "unless_last" in row else frozenset(),
            bool(row.get("in_quotes")),
        )
        for row in data["rule"]
    )


def repaired(text: str) -> tuple[str, list[Note]]:
    """The text with its certain faults mended, and a note for each, in the order of the text.

    >>> text, notes = repaired("Les marins ont périt. « Ils ont périt », dit-il.")
    >>> text, [(n.before, n.after) for n in notes]
    ('Les marins ont péri. « Ils ont périt », dit-il.', [('ont périt', 'ont péri')])
    """
    found: list[tuple[int, Note]] = []
    for rule in rules():
        at = 0
        while (match := rule.pattern.search(text, at)) is not None:
            after = expanded(rule.put, match, text)
            if match[0] == after or barred(rule, match, text):
                at = max(match.end(), at + 1)
                continue
            left, right = whole_words(text, match.start(), match.end())
            before = text[left:right]
            mended = text[left : match.start()] + after + text[match.end() : right]
            before, mended = near_the_change(before, mended)
            note = Note(
                "source.repaired",
                f"« {before.strip()} » corrigé en « {mended.strip()} » ({rule.why}).",
                before.strip(),
                mended.strip(),
            )
            found = [(place if place < match.start() else place + len(after) - len(match[0]), n) for place, n in found]
            found.append((match.start(), note))
            text = text[: match.start()] + after + text[match.end() :]
            at = match.start() + max(1, len(after))
    return text, [note for _, note in sorted(found, key=lambda item: item[0])]


LONGEST = 60
NEAR = 24


def near_the_change(before: str, after: str) -> tuple[str, str]:
    """Two long wordings without what they share at their head, but for a few words.

    >>> said = "« Nous " + "rouvrirons " * 6
    >>> near_the_change(said + "» dit le maire", said + "», dit le maire")
    ('… rouvrirons rouvrirons » dit le maire', '… rouvrirons rouvrirons », dit le maire')
    """
    if len(before) <= LONGEST:
        return before, after
    shared = next((k for k, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(after))
    cut = before.find(" ", max(0, shared - NEAR)) + 1
    return (f"… {before[cut:]}", f"… {after[cut:]}") if 0 < cut <= shared else (before, after)


def barred(rule: Rule, match: re.Match[str], text: str) -> bool:
    """Whether a quotation or one of the rule's own exceptions keeps it quiet here."""
    if not rule.in_quotes and any(
        q.start() < match.end() and match.start() < q.end() for q in QUOTED_RE.finditer(text)
    ):
        return True
    before = text[: match.start()]
    if rule.unless_before is not None:
        # « M. Durand », « J. Roy », « MM. » and « Dr. » end no sentence
        clause = re.split(r"(?<!\b[A-ZÀ-Ý])(?<!\bMM)(?<!\bDr)(?<!\bMe)[.!?;]\s", before)[-1]
        if rule.unless_before.search(clause):
            return True
    if rule.unless_word:
        words = re.findall(r"[\w]+[’']|[\w-]+", before)[-2:]
        if not words or any(w.lower() in rule.unless_word for w in words):
            return True
    if rule.unless_last:
        last = re.findall(r"[\wà-ÿ]+", match[0].lower())[-1]
        if last in rule.unless_last or last.endswith("ité"):
            return True
    return False


def expanded(put: str, match: re.Match[str], text: str) -> str:
    """The replacement of a match: back-references and the few named transformations."""

    def helper(call: re.Match[str]) -> str:
        name, _, number = call[1].partition(":")
        word = match[int(number)] if number else ""
        if name == "drop_t":
            return word.removesuffix("t")
        if name == "plural":
            return plural(word)
        if name == "feminine":
            return feminine(word)
        if name == "imperfect":
            return word + {"g": "eait", "c": "ait"}.get(word[-1:], "ait")
        if name == "without_x":
            return word.removesuffix("x") + ("x" if match[3] else "")
        if name == "cedilla":
            return "Ç" if word == "C" else "ç"
        if name == "same":
            return word
        if name == "gap":
            return "" if word in {"l", "L"} else " "
        if name == "agreed":
            return match[4] + ("es" if match[1].lower() == "elles" else "s")
        if name == "spelling":
            fixed = str(load_toml("repairs.toml")["spelling"][word.lower()])
            return fixed[:1].upper() + fixed[1:] if word[:1].isupper() else fixed
        if name == "capital":
            return word[:1].upper() + word[1:]
        if name == "power":
            return {"2": "²", "3": "³"}[word]
        if name == "accent":
            return "É" + word[1:]
        if name == "apostrophe":
            return "'" if "'" in text and "’" not in text else "’"
        return call[0]

    return match.expand(re.sub(r"\{(\w+(?::\d+)?)\}", lambda m: helper(m).replace("\\", r"\\"), put))


def feminine(adjective: str) -> str:
    """The feminine of one of the lexicon's adjectives.

    >>> feminine("actuel"), feminine("national"), feminine("entier")
    ('actuelle', 'nationale', 'entière')
    """
    if adjective.endswith("er"):
        return adjective[:-2] + "ère"
    return adjective + ("le" if adjective.endswith("el") else "e")


def plural(noun: str) -> str:
    """The plural of one of the lexicon's nouns.

    >>> plural("mâle"), plural("animal"), plural("bateau"), plural("pays")
    ('mâles', 'animaux', 'bateaux', 'pays')
    """
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith("al"):
        return noun[:-2] + "aux"
    return noun + ("x" if noun.endswith(("eau", "eu")) else "s")


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch widened to whole words, so that a note can be read."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace() and text[end] not in ".,;:!?)":
        end += 1
    if text[start:end].strip() in {"", ",", "."} or end - start < 3:
        while start > 0 and text[start - 1].isspace():
            start -= 1
        while start > 0 and not text[start - 1].isspace():
            start -= 1
    return start, end
