"""Dated facts told by themselves: « 1848 : création d’un centre de détention ».

The date is taken off the fact and put before it. A fact is a noun of action with its complements, or a noun with its
participle; or else a short clause in the present. « Depuis », « jusqu’en » date no fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seo_fr.french import capitalize_first
from seo_fr.model import DateMention, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import Clause, clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.event_facts import (
    action,
    birth,
    counted,
    finite,
    held,
    place_first,
    spoken,
    undated,
    undergone,
    with_participle,
)
from seo_fr.rewriting.nominal import nominal
from seo_fr.rewriting.speakers import speaker_name

LONGEST = 22
SHORTEST = 3
DROPPED = frozenset({"", "en", "au", "à", "de", "du", "pour", "courant", "pendant", "durant", "dans"})
"""Prepositions that a date may do without when it stands first."""


LASTING = frozenset({"depuis", "jusqu", "jusque", "ici", "avant", "après", "partir", "dès"})
"""Prepositions of a date at which nothing happened."""


@dataclass(frozen=True, slots=True)
class Event:
    """A fact and its date."""

    date: str
    """« 4 juillet 2012 », « Entre 1803 et 1814 »."""
    iso: str
    texts: tuple[str, ...]
    """The fact without its date as a noun phrase, the fullest first; may be empty."""
    clauses: tuple[str, ...]
    """The same as short clauses; may be empty."""
    sid: int
    at: int
    """First character of the date in the source."""


def events(ctx: Context) -> tuple[Event, ...]:
    """The dated facts of the source, in its own order."""
    out: list[Event] = []
    taken: set[int] = set()
    for date in ctx.analysis.dates:
        if date.start in taken or not usable(ctx, date):
            continue
        until = closing(ctx, date)
        if until is not None:
            taken.add(until.start)
        whose = word_of(ctx, date)
        if whose is None:
            continue
        texts = told_so(ctx, date, noun_facts(ctx, date, until), whose)
        finite_ones = told_so(ctx, date, clause_facts(ctx, date, until), whose)
        if texts or finite_ones:
            out.append(Event(label_of(date, until), date.iso, texts, finite_ones, date.sentence, date.start))
    return tuple(out)


def told_so(ctx: Context, date: DateMention, found: Iterator[str], whose: str) -> tuple[str, ...]:
    """The facts that may be told by themselves, with the word that they stand on."""
    texts = tuple(dict.fromkeys(clear(t) for t in found if fits(ctx, t, date)))
    if not texts or not plain(ctx, date, texts[0]):
        return ()
    return tuple(text if not whose or whose in text else f"{text}, {whose}" for text in texts)


def clear(text: str) -> str:
    """The agent right after the noun of action, where its complements are long: who does what stays clear.

    >>> clear("étude de la possibilité d’une extension par la ville")
    'étude par la ville de la possibilité d’une extension'
    """
    match = re.match(r"^(\w+) ((?:de |du |des |d['’]).*) (par (?:le |la |les |l['’])[\w-]+(?: [\w-]+)?)$", text)
    return f"{match[1]} {match[3]} {match[2]}" if match and len(re.findall(LINK, match[2])) > 1 else text


LINK = r"\b(?:de|du|des)\b|\bd['’]"


def usable(ctx: Context, date: DateMention) -> bool:
    """Whether a date is whole by itself, or becomes so in the month of publication; outside quotations and lists."""
    if not date.iso or ctx.source_kind(date.sentence) != "paragraph":
        return False
    if any(word in LASTING for word in re.findall(r"\w+", date.preposition.lower())):
        return False
    if any(q.start <= date.start < q.end for q in ctx.quotations(date.sentence)):
        return False
    if date.absolute:
        return len(date.iso) > 4 or bool(re.search(r"\b\d{4}\b", date.text))
    published = ctx.analysis.source.published
    if not date.resolved or published is None:
        return False
    # any other day than that of publication must stand in the source, but for its year: « mardi 3 juillet »
    spelled = bool(re.search(r"\b\d{1,2} [a-zû]+", date.text)) and date.iso[:7] == published.isoformat()[:7]
    return date.iso == published.isoformat() or spelled


def closing(ctx: Context, date: DateMention) -> DateMention | None:
    """The second date of « entre 1803 et 1814 »."""
    if date.preposition.lower() != "entre":
        return None
    return next((d for d in ctx.dates(date.sentence) if d.start > date.end and d.preposition.lower() == "et"), None)


def label_of(date: DateMention, until: DateMention | None) -> str:
    """The date as it stands first: « Mars 1942 », « Entre 1803 et 1814 ».

    >>> label_of(DateMention("le 5 mai 2012", 0, 13, 0, True, "2012-05-05"), None)
    '5 mai 2012'
    >>> label_of(DateMention("1972", 0, 4, 0, True, "1972", preposition="vers"), None)
    'Vers 1972'
    """
    words = date.resolved or date.text
    preposition = date.preposition.strip()
    if until is not None:
        return f"Entre {words} et {until.text}"
    if preposition.lower() in DROPPED:
        return capitalize_first(re.sub(r"^(?:les? |la |l['’]|en |l['’]année )+", "", words, flags=re.IGNORECASE))
    return capitalize_first(f"{preposition} {words}")


POINTING_RE = re.compile(
    r"\b(?:ce|cet|cette|ces|celui|celle|précédente?s?|derni(?:er|ère)s?|prochaine?s?)\b|\b[lL]ors? de (?:son|sa)\b"
)


def fits(ctx: Context, text: str, date: DateMention) -> bool:
    """Whether a fact has a fair length, points to nothing, and holds neither its date nor another."""
    if not SHORTEST <= len(text.split()) <= LONGEST or text[-1] in ",;:(" or POINTING_RE.search(text):
        return False
    if text.rsplit(maxsplit=1)[-1].lower() in {"en", "de", "du", "le", "la", "au", "pour", "par", "saison", "année"}:
        return False
    noun, _, bearer = text.partition(" ")
    if noun in load_toml("rewriting/events.toml")["inhuman"]:
        people = (e for e in ctx.analysis.entities if e.label == "PER")
        if any(name in bearer for e in people for name in (e.name, *e.aliases)):
            return False
    return not any(d.text in text for d in ctx.dates(date.sentence))


def word_of(ctx: Context, date: DateMention) -> str | None:
    """« selon X » for what stands on somebody's word; None when that cannot be said."""
    names = [
        "" if a.kind == "quote" else speaker_name(ctx, a)
        for a in ctx.attributions(date.sentence)
        if a.start <= date.start < a.end
    ]
    if any(not name for name in names) or len(set(names)) > 1:
        return None
    return f"selon {names[0]}" if names else ""


def plain(ctx: Context, date: DateMention, text: str) -> bool:
    """Whether nothing about the date is doubted or denied, but for what the text keeps."""
    return all(
        scope.kind != "question" and scope.cue.lower() in text.lower()
        for scope in ctx.scopes(date.sentence)
        if scope.start <= date.start < scope.end
    )


def noun_facts(ctx: Context, date: DateMention, until: DateMention | None) -> Iterator[str]:
    """What happened at a date, as a noun phrase."""
    tokens = dated_tokens(ctx, date, until)
    if not tokens:
        return
    yield from counted(ctx, date)
    yield from action(ctx, tokens)
    yield from with_participle(ctx, tokens)
    yield from birth(ctx, tokens)
    span = ctx.span(tokens)
    for clause in dated_clauses(ctx, tokens):
        if (noun := nominal(ctx, clause)) is not None and (text := undated(noun.text, span)) is not None:
            if noun.by and undated(noun.tail, span) == "":
                text = f"{noun.noun} {noun.said} {noun.by}"
            yield text
            if (moved := place_first(text)) != text:
                yield moved
        yield from held(ctx, clause)
        yield from undergone(ctx, clause)


def clause_facts(ctx: Context, date: DateMention, until: DateMention | None) -> Iterator[str]:
    """What happened at a date, as a short clause."""
    tokens = dated_tokens(ctx, date, until)
    if not tokens:
        return
    yield from spoken(ctx, date)
    for clause in dated_clauses(ctx, tokens):
        yield from finite(ctx, clause, ctx.span(tokens))


def dated_clauses(ctx: Context, tokens: Sequence[Token]) -> Iterator[Clause]:
    """The clauses whose verb the date completes."""
    if bracketed(ctx, tokens) or tokens[0].text.lower() == "pour":
        return
    for clause in clauses(ctx, tokens[0].sentence):
        if holds(clause, tokens) and not other_clause(ctx, clause, tokens) and clause.tense != "conditional":
            yield clause


def bracketed(ctx: Context, tokens: Sequence[Token]) -> bool:
    """Whether the date stands in brackets."""
    before = ctx.text[ctx.sentence(tokens[0].sentence).start : tokens[0].start]
    return before.count("(") > before.count(")")


def holds(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether the date is, or stands in, a complement of the verb that has no verb of its own."""
    for complement in clause.complements:
        if not complement.tokens[0].i <= tokens[0].i <= complement.tokens[-1].i or complement.dep in {"advcl", "acl"}:
            continue
        before = [t for t in complement.tokens if t.i < tokens[0].i]
        return not any(t.pos in {"VERB", "AUX"} for t in before)
    return False


def dated_tokens(ctx: Context, date: DateMention, until: DateMention | None) -> list[Token]:
    """The tokens of a date with its preposition, « la rentrée » or « l’année » included."""
    end = until.end if until is not None else date.end
    found = [t for t in ctx.tokens(date.sentence) if date.start <= t.start < end]
    if not found:
        return []
    k = found[0].i
    every = ctx.analysis.tokens
    while k > 0 and every[k - 1].sentence == date.sentence:
        before = every[k - 1]
        low = before.text.lower()
        held = before.pos in {"ADP", "DET"} or low in {
            "d'",
            "d’",
            "ici",
            "jusqu'",
            "jusqu’",
            "partir",
            "rentrée",
            "année",
            "saison",
        }
        if not held or before.text in {"(", ","}:
            break
        k -= 1
    return list(every[k : found[-1].i + 1])


def other_clause(ctx: Context, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether the date belongs to a relative or to another finite verb that stands between."""
    low, high = sorted((clause.verb.i, tokens[0].i))
    between = ctx.analysis.tokens[low + 1 : high]
    return any(
        (t.pos in {"VERB", "AUX"} and t.morph.get("VerbForm") in {"Fin", "Part", "Inf"} and t not in clause.group)
        or t.text.lower() in {"qui", "que", "dont", "où", ";"}
        for t in between
    )
