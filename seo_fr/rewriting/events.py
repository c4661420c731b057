"""Dated facts told by themselves: « 1848 : création d’un centre de détention ».

The date is taken off the fact and put before it. A fact is a noun of action with its complements, a noun with its
participle, or a short clause in the present; in that order of preference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seo_fr.french import capitalize_first, de
from seo_fr.model import DateMention, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.claims import claims
from seo_fr.rewriting.clauses import Clause, clause_of, clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import STOPS, bare, lowered, tail, told
from seo_fr.rewriting.keypoint import keypoints
from seo_fr.rewriting.measures import measures
from seo_fr.rewriting.nominal import action_nouns, nominal
from seo_fr.rewriting.places import left_phrase, lemma_of, named, previous, stripped
from seo_fr.rewriting.speakers import speaker_name

LONGEST = 22
SHORTEST = 3
DROPPED = frozenset({"", "en", "au", "à", "de", "du", "pour", "courant", "pendant", "durant", "dans"})
"""Prepositions that a date may do without when it stands first."""


@dataclass(frozen=True, slots=True)
class Event:
    """A fact and its date."""

    date: str
    """« 4 juillet 2012 », « D’ici à 2014 », « Depuis 1972 »."""
    iso: str
    texts: tuple[str, ...]
    """The fact without its date, the fullest first."""
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
        texts = tuple(dict.fromkeys(t for t in facts(ctx, date, until) if fits(ctx, t, date)))
        whose = word_of(ctx, date)
        if not texts or whose is None or not plain(ctx, date, texts[0]):
            continue
        if whose:
            texts = tuple(text if whose in text else f"{text}, {whose}" for text in texts)
        out.append(Event(label_of(date, until), date.iso, texts, date.sentence, date.start))
    return tuple(out)


def usable(ctx: Context, date: DateMention) -> bool:
    """Whether a date is whole by itself, or becomes so in the month of publication; outside quotations and lists."""
    if not date.iso or ctx.source_kind(date.sentence) != "paragraph":
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
    """The date as it stands first: « Mars 1942 », « D’ici à 2014 », « Entre 1803 et 1814 ».

    >>> label_of(DateMention("le 5 mai 2012", 0, 13, 0, True, "2012-05-05"), None)
    '5 mai 2012'
    >>> label_of(DateMention("1972", 0, 4, 0, True, "1972", preposition="depuis"), None)
    'Depuis 1972'
    """
    words = date.resolved or date.text
    preposition = date.preposition.strip()
    if until is not None:
        return f"Entre {words} et {until.text}"
    if preposition.lower() in DROPPED:
        return capitalize_first(re.sub(r"^(?:les? |la |l['’]|en |l['’]année )+", "", words, flags=re.IGNORECASE))
    return capitalize_first(f"{preposition} {words}")


POINTING_RE = re.compile(r"\b(?:ce|cet|cette|ces|celui|celle|précédente?s?)\b|\b[lL]ors? de (?:son|sa)\b")


def fits(ctx: Context, text: str, date: DateMention) -> bool:
    """Whether a fact has a fair length, points to nothing, and holds neither its date nor another."""
    if not SHORTEST <= len(text.split()) <= LONGEST or text[-1] in ",;:(" or POINTING_RE.search(text):
        return False
    if text.rsplit(maxsplit=1)[-1].lower() in {"en", "de", "du", "le", "la", "au", "pour", "par", "saison", "année"}:
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


def facts(ctx: Context, date: DateMention, until: DateMention | None) -> Iterator[str]:
    """The ways to tell what happened at a date."""
    tokens = dated_tokens(ctx, date, until)
    if not tokens:
        return
    yield from counted(ctx, date)
    yield from action(ctx, tokens)
    yield from with_participle(ctx, tokens)
    yield from in_relative(ctx, tokens)
    if bracketed(ctx, tokens) or tokens[0].text.lower() == "pour":
        return
    yield from spoken(ctx, date)
    span = ctx.span(tokens)
    for clause in clauses(ctx, date.sentence):
        if not holds(clause, tokens) or other_clause(ctx, clause, tokens):
            continue
        if clause.tense == "conditional":
            continue
        if (noun := nominal(ctx, clause)) is not None and (text := undated(noun.text, span)) is not None:
            if noun.by and undated(noun.tail, span) == "":
                text = f"{noun.noun} {noun.said} {noun.by}"
            yield text
            if (moved := place_first(text)) != text:
                yield moved
        yield from held(ctx, clause)
        yield from undergone(ctx, clause)
        yield from finite(ctx, clause, span)


def held(ctx: Context, clause: Clause) -> Iterator[str]:
    """« Le procès du notaire aura lieu en mai » → « procès du notaire »."""
    lemma = lemma_of(clause.verb)
    takes_place = clause.reflexive and lemma in {"tenir", "dérouler"}
    if lemma == "avoir" and clause.object is not None and ctx.span(clause.object.tokens).lower() == "lieu":
        takes_place = True
    if takes_place and not clause.negated and (subject := named(ctx, clause)):
        yield stripped(subject)


def undergone(ctx: Context, clause: Clause) -> Iterator[str]:
    """« L’idée a été émise par les physiciens A et B » → « idée émise par les physiciens A et B », « … par A et B »."""
    verb = clause.verb
    if not clause.passive or clause.negated or clause.tense not in {"past", "present"} or clause.copula is not None:
        return
    subject = named(ctx, clause)
    agent = next((c for c in clause.complements if c.dep == "obl:agent"), None)
    if subject is None or agent is None or agent.tokens[0].text.lower() != "par":
        return
    by = told(ctx, agent.tokens)
    if not by:
        return
    yield f"{stripped(subject)} {verb.text} {by}"
    names = [m for m in ctx.mentions(clause.sid) if agent.tokens[0].start < m.start < agent.tokens[-1].end]
    if names and ctx.analysis.entities[names[0].entity].label == "PER":
        yield f"{stripped(subject)} {verb.text} par {ctx.text[names[0].start : agent.tokens[-1].end]}"


def place_first(text: str) -> str:
    """The place right after the noun of action, where the fact ends on it.

    >>> place_first("ouverture du nouveau stade de la ville à Rennes")
    'ouverture à Rennes du nouveau stade de la ville'
    """
    return re.sub(r"^(\w+) ((?:de |du |des |d['’]).*) ((?:au|à|en) [A-ZÉ][\w-]+)$", r"\1 \3 \2", text)


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


def counted(ctx: Context, date: DateMention) -> Iterator[str]:
    """« 228 morts dans l’accident », « baisse de 6,81 % de l’action »: the figure that the date places in time."""
    for measure in measures(ctx):
        label = measure.labels[0]
        placed = any(words and words in label for words in (date.text, date.resolved))
        if measure.sid != date.sentence or not placed:
            continue
        short = re.split(r", (?=le |la |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)", label)[0]
        low = short[:1].lower() + short[1:]
        value = measure.value[:1].lower() + measure.value[1:]
        if measure.construction == "harm":
            yield f"{value} {low}"
        elif measure.construction == "trend":
            noun, _, rest = low.partition(" ")
            yield f"{noun} de {value} {rest}"


def spoken(ctx: Context, date: DateMention) -> Iterator[str]:
    """« Samsung annonçait samedi qu’il allait déposer un recours »: what was said on that day."""
    for claim in claims(ctx):
        gap = ctx.text[date.end : claim.at] if date.end <= claim.at else "-"
        if claim.sid == date.sentence and re.fullmatch(r"\s*(?:que|qu['’])?\s*", gap):
            yield from (f"{claim.speaker} {text}" for text in claim.texts)


def in_relative(ctx: Context, tokens: Sequence[Token]) -> Iterator[str]:
    """« l’école maternelle, qui existe à Vignot depuis 1972 » → « l’école maternelle existe à Vignot »."""
    every = ctx.analysis.tokens
    k = tokens[0].i - 1
    while k > 0 and every[k].sentence == tokens[0].sentence and every[k].text.lower() != "qui":
        if every[k].text in STOPS:
            return
        k -= 1
    if not k or every[k].text.lower() != "qui" or every[k].sentence != tokens[0].sentence or every[k - 1].text != ",":
        return
    before = every[k - 2]
    phrase = left_phrase(ctx, before)
    said = every[k + 1 : tokens[0].i]
    verbs = [t for t in said if t.pos in {"VERB", "AUX"}]
    if phrase is None or not verbs or said[0].morph.get("VerbForm") != "Fin" or len(verbs) > 2:
        return
    inner = [j for j, t in enumerate(phrase) if t.text.lower() in {"l'", "l’", "le", "la", "les"}]
    core = phrase[inner[-1] :] if inner else phrase
    subject, rest = told(ctx, core), told(ctx, said)
    if subject and rest and core[0].pos == "DET":
        yield f"{lowered(subject, core[0])} {rest}"


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


def action(ctx: Context, tokens: Sequence[Token]) -> Iterator[str]:
    """« la création, en 1998, d’une classe »: the noun of action that the date stands by."""
    before = previous(ctx, tokens[0].i)
    if before is not None and before.text == ",":
        before = previous(ctx, before.i)
    if before is None or before.pos not in {"NOUN", "PROPN", "ADJ", "VERB"}:
        return
    every = ctx.analysis.tokens
    phrase = left_phrase(ctx, before)
    if phrase is None or phrase[0].i >= tokens[0].i:
        return
    head = next((t for t in phrase if t.pos == "NOUN"), None)
    if phrase[0].i > 1 and every[phrase[0].i - 2].text.lower() == "mise" and every[phrase[0].i - 1].pos == "ADP":
        phrase = (every[phrase[0].i - 2], every[phrase[0].i - 1], *phrase)  # « mise à disposition »
        head = phrase[0]
    if head is None or head.text.lower() not in nouns() or phrase[0].text.lower() in {"ce", "cette", "cet"}:
        return
    if any(f.start < phrase[-1].end and phrase[0].start < f.end for f in ctx.figures(head.sentence)):
        return  # its place is among the figures
    start = tokens[-1].i + 1
    if start < len(every) and every[start].text == ",":
        start += 1
    after: tuple[Token, ...] = ()
    if start < len(every) and every[start].text.lower() in {"de", "d'", "d’", "du", "des"}:
        after, _ = tail(ctx, start, joined=False)
    label, more = bare(ctx, phrase), told(ctx, after)
    if label and more is not None and (after or len(phrase) > 3):
        yield f"{label} {more}".strip()


def nouns() -> frozenset[str]:
    """Nouns that tell an event."""
    own = load_toml("rewriting/events.toml")["nouns"]
    return frozenset({str(row["noun"]) for row in action_nouns().values()} | set(own))


def with_participle(ctx: Context, tokens: Sequence[Token]) -> Iterator[str]:
    """« un centre de détention créé en 1848 » → « création d’un centre de détention »."""
    every = ctx.analysis.tokens
    sid = tokens[0].sentence
    k = tokens[0].i - 1
    while k > 0 and every[k].sentence == sid and every[k].morph.get("VerbForm") != "Part":
        if every[k].pos in {"AUX", "PRON", "SCONJ"} or every[k].text in {";", ":", "(", ")", ".", ","}:
            return
        if every[k].morph.get("VerbForm") in {"Fin", "Inf"}:
            return
        k -= 1
    verb = every[k]
    if verb.sentence != sid or verb.morph.get("Tense") == "Pres" or verb.morph.get("VerbForm") != "Part" or not k:
        return
    before = every[k - 1]
    if before.text == ",":
        before = every[k - 2]
    row = action_nouns().get(lemma_of(verb))
    agent = told(ctx, every[k + 1 : tokens[0].i])
    if agent is None:
        return
    if not agent and tokens[-1].i + 1 < len(every) and every[tokens[-1].i + 1].text.lower() == "par":
        agent = told(ctx, tail(ctx, tokens[-1].i + 1)[0]) or ""
    if before.text.lower() in {"et", "puis"}:
        patient = passive_subject(ctx, verb)
        if patient and row is not None and row["bears"] == "object":
            yield f"{row['noun']} {de(patient)} {agent}".strip()
        return
    phrase = left_phrase(ctx, before)
    if before.pos in {"AUX", "ADV"} or phrase is None or phrase[0].sentence != sid:
        return
    if phrase[0].text.lower() == "partie" and len(phrase) > 2:
        phrase = phrase[2:]  # « faisant partie du mur »
    noun = next((t for t in phrase if t.pos in {"NOUN", "PROPN"}), None)
    whole = told(ctx, phrase)
    if noun is None or not whole or (noun.number and verb.number and noun.number != verb.number):
        return
    if (
        row is not None
        and row["bears"] == "object"
        and phrase[0].pos == "DET"
        and (not agent or agent.startswith("par "))
    ):
        yield f"{row['noun']} {de(lowered(whole, phrase[0]))} {agent}".strip()
    alone = bare(ctx, phrase)
    if alone and agent.startswith("par "):
        yield f"{alone} {verb.text} {agent}".strip()


def passive_subject(ctx: Context, verb: Token) -> str:
    """« La citadelle est achetée, puis rachetée »: « la citadelle »; "" when it cannot be named."""
    current = verb
    for _ in range(3):
        if current.dep != "conj":
            return ""
        current = ctx.head(current)
        clause = clause_of(ctx, current)
        if clause is not None:
            return (named(ctx, clause, lone=True) or "") if clause.passive and not clause.negated else ""
    return ""


def undated(text: str, span: str) -> str | None:
    """The fact without its date; None when only a part of the date is there.

    >>> undated("étude d’une école en 1996 par la ville", "en 1996"), undated("bilan de la saison 2013", "pour 2013")
    ('étude d’une école par la ville', None)
    """
    found = re.search(rf",? ?{re.escape(span)}(?![\w-])", text, flags=re.IGNORECASE)
    if found is None:
        last = span.rsplit(maxsplit=1)[-1]
        return None if last in text else text
    return " ".join((text[: found.start()] + " " + text[found.end() :].lstrip(",")).split()).strip(" ,")


def finite(ctx: Context, clause: Clause, span: str) -> Iterator[str]:
    """The clause as a short sentence in the present, without its date."""
    opener = clause.subject[0]
    for point in keypoints(ctx, clause):
        text = re.sub(r", (?:selon|d['’]après|[a-zé]+ )[^,]*$", "", point.text) if point.attributed else point.text
        without = undated(text, span)
        if point.attributed and (text == point.text or text.lower().startswith(("selon", "d’après"))):
            continue
        if without:
            common = opener.pos == "DET" and without[:2].lower() == opener.text[:2].lower()
            yield without[:1].lower() + without[1:] if common else without
