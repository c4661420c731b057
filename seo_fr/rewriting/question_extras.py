"""What else an article tells, each as a sentence of its own that can follow an answer.

On the open articles and fifty more, the sentences offered were read; what was not right prompted a guard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seo_fr.french import a, capitalize_first, elide, noun_gender
from seo_fr.resources import load_toml
from seo_fr.rewriting.asking import Fact, date_wording, facts
from seo_fr.rewriting.clauses import clauses, dependents
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.events import Event, events
from seo_fr.rewriting.keypoint import keypoints
from seo_fr.rewriting.measures import Measure, measures
from seo_fr.rewriting.question_wording import SO_RE
from seo_fr.rewriting.questions import Draft, settings, sound
from seo_fr.rewriting.stretches import loose_words

SHORTEST = 5
LONGEST = 30
"""Words."""


@dataclass(frozen=True, slots=True)
class Extra:
    """A sentence told beside an answer."""

    text: str
    """With its final stop."""
    sources: tuple[int, ...]
    kind: str


def extras(ctx: Context) -> tuple[Extra, ...]:
    """The sentences that may follow an answer, the surest kind first; none that points to what is not said."""
    found = [*opened(ctx), *dated(ctx), *amounts(ctx), *points(ctx)]
    kept: dict[str, Extra] = {}
    for extra in found:
        if sound(extra.text) and SHORTEST <= len(extra.text.split()) <= LONGEST:
            kept.setdefault(extra.text, extra)
    return tuple(kept.values())


NAMING = frozenset({"baptiser", "intituler", "nommer", "surnommer", "situer", "équiper", "doter", "composer", "baser"})
OPENED_RE = re.compile(r"^(?P<part>[^,;:()]+?), (?=(?:l[ea]s? |l’|[A-ZÉ]))")


def opened(ctx: Context) -> Iterator[Extra]:
    """« Prévu initialement samedi, le départ a été reporté » → « Le départ était prévu initialement le samedi … »"""
    for sentence in ctx.sentences:
        if ctx.source_kind(sentence.id) != "paragraph" or ctx.attributions(sentence.id):
            continue
        for fact in facts(ctx, sentence.id):
            text = participle_of(ctx, fact)
            if text and not ctx.scopes(sentence.id):
                yield Extra(f"{capitalize_first(text)}.", (sentence.id, *fact.named_in), "opened")
                break


def participle_of(ctx: Context, fact: Fact) -> str:
    """The participle that opens a sentence, told of its subject; or ""."""
    sentence = ctx.sentence(fact.sid)
    tokens = ctx.tokens(fact.sid)
    first = next((t for t in tokens[:2] if t.morph.get("VerbForm") == "Part" and t.pos in {"VERB", "ADJ"}), None)
    match = OPENED_RE.match(sentence.text.replace("'", "’"))
    if first is None or match is None or first.text.endswith("ant") or fact.clause.subject[0].start < sentence.start:
        return ""
    between = sentence.start + match.end("part")
    if not between < fact.clause.subject[0].start <= between + 2 or fact.clause.dependent:
        return ""
    said = match["part"]
    for date in ctx.dates(fact.sid):
        raw = f"{date.preposition} {date.text}".strip().replace("'", "’")
        if date.end <= between and not date.absolute:
            wording = date_wording(date) or (date.resolved if date.preposition in {"pour", "dès"} else "")
            if not wording:
                return ""
            with_ = f"{date.preposition} {wording}" if date.preposition in {"pour", "dès"} else wording
            said = said.replace(raw, with_)
    if loose_words(said) or len(said.split()) > 18 or re.search(r"\b(?:il y a|que|qui)\b", said):
        return ""
    said = said[:1].lower() + said[1:]
    plural = fact.number == "p"
    if re.search(r"\b(?:initialement|d’abord)\b", said):
        be = "étaient" if plural else "était"
    elif first.lemma.lower() in NAMING:
        be = "sont" if plural else "est"
    else:
        be = "ont été" if plural else "a été"
    return f"{fact.subject} {be} {said}"


DAY_RE = re.compile(r"^(?:[^\W\d_]+ )?\d{1,2}(?:er)? [^\W\d_]+ \d{4}(?: au (?:matin|soir)| dans l’après-midi)?$")


def dated(ctx: Context) -> Iterator[Extra]:
    """« Signature de l’accord », 3 mai 2012 → « La signature de l’accord date du 3 mai 2012. »"""
    for event in events(ctx):
        text = event.texts[0] if event.texts else ""
        noun = re.split(r"[ ’']", text)[0].lower()
        gender = noun_gender(noun)
        if noun not in settings()["events"] or not gender or coming(ctx, event):
            continue
        the = elide("la" if gender == "f" else "le", text[:1].lower() + text[1:])
        if re.fullmatch(r"\d{4}", event.date) and past(ctx, event):
            when = f"date de {event.date}"
        elif DAY_RE.match(event.date):
            when = f"a eu lieu le {event.date[:1].lower()}{event.date[1:]}"
        else:
            continue
        yield Extra(f"{capitalize_first(the)} {when}.", (event.sid,), "dated")


def past(ctx: Context, event: Event) -> bool:
    """Whether a year is over: one before the dates of the day of publication, where the article has one."""
    published = ctx.analysis.source.published
    return int(event.iso[:4]) < (published.year if published is not None else 2000)


def coming(ctx: Context, event: Event) -> bool:
    """Whether the sentence of an event looks ahead."""
    return any(c.tense in {"future", "near_future", "conditional", "other"} for c in clauses(ctx, event.sid))


RISING = frozenset({"coût", "montant", "budget", "total", "dette", "facture", "subvention", "amende", "perte"})
"""Nouns of what « s’élève à »."""


def amounts(ctx: Context) -> Iterator[Extra]:
    """« Chute des ventes en Europe », 15 % → « La chute des ventes en Europe est de 15 %. »"""
    for measure in measures(ctx):
        if text := amount_of(measure):
            yield Extra(text, measure.sids, "amount")


def amount_of(measure: Measure) -> str:
    """A measure as a sentence; "" where its label does not open on a noun that is measured."""
    label = measure.labels[0]
    noun = re.split(r"[ ’']", label)[0].lower()
    words = settings()["measured"]
    gender = "f" if noun in words["nouns_f"] else "m" if noun in words["nouns_m"] else ""
    if not gender and noun in settings()["trends"]:
        gender = noun_gender(noun)
    if not gender or measure.construction not in {"noun", "bracket", "amount", "reach"}:
        return ""
    head, _, aside = label.partition(" (")
    head, _, whose = head.partition(", selon ")
    aside, _, after = aside.partition("), selon ")
    value = measure.value[:1].lower() + measure.value[1:].strip()
    value = re.sub(r"^[−-]\s?", "", value) if noun in {"chute", "baisse", "recul", "repli", "diminution"} else value
    if re.search(r"[−]", value) or "," in head:
        return ""
    the = elide("la" if gender == "f" else "le", head[:1].lower() + head[1:])
    more = f" ({aside.removesuffix(')')})" if aside else ""
    told = f", selon {whose or after}" if whose or after else ""
    be = f"s’élève {a(value)}" if noun in RISING else f"est {elide('de', value)}"
    return f"{capitalize_first(the)} {be}{more}{told}."


def asked_amounts(ctx: Context) -> Iterator[tuple[int, Draft]]:
    """« Masse de la sonde », 20 kg → « Quelle est la masse de la sonde ? », for nouns that are measured."""
    words = settings()["measured"]
    for measure in measures(ctx):
        text = amount_of(measure)
        if measure.construction == "trend":
            continue
        match = re.match(r"(?P<s>.+?) (?:est d(?:e |’)|s’élève à)", text)
        noun = re.split(r"[ ’']", measure.labels[0])[0].lower()
        which = "Quel" if noun in words["nouns_m"] else "Quelle" if noun in words["nouns_f"] else ""
        if match is None or not which or len(match["s"].replace("’", " ").split()) < 4:
            continue
        subject = match["s"][:1].lower() + match["s"][1:]
        also = tuple(sid for sid in measure.sids if sid != measure.sid)
        tail = ctx.text[measure.figure.end : ctx.sentence(measure.sid).end].replace("'", "’")
        so = SO_RE.match(tail)
        answers = (*((f"{measure.value}, soit {so['so']}",) if so else ()), text)
        yield measure.sid, Draft("measure", f"{which} est {subject} ?", answers, 0.75, also)


def asked_dates(ctx: Context) -> Iterator[tuple[int, Draft]]:
    """« La signature de l’accord a eu lieu le 3 mai 2012 » → « Quand a eu lieu la signature de l’accord ? »"""
    for extra in dated(ctx):
        match = re.match(r"(?P<s>.+?) (?:a eu lieu|date)\b", extra.text)
        if match is None or not 5 <= len(match["s"].replace("’", " ").split()) <= 9:
            continue
        subject = match["s"][:1].lower() + match["s"][1:]
        yield extra.sources[0], Draft("when", f"De quand date {subject} ?", (extra.text,), 0.6)


def points(ctx: Context) -> Iterator[Extra]:
    """Facts told on their own, of one sentence that names all that it speaks of."""
    stative = load_toml("rewriting/keypoint.toml")["telling_nothing"]
    for sentence in ctx.sentences:
        if ctx.source_kind(sentence.id) != "paragraph":
            continue
        for clause in (*clauses(ctx, sentence.id), *dependents(ctx, sentence.id)):
            if clause.verb.lemma.lower() in {"attendre", *stative} or not (clause.object or clause.passive):
                continue
            for point in keypoints(ctx, clause):
                if point.sources == (sentence.id,) and not point.text.startswith(("Les autres", "D’autres")):
                    yield Extra(f"{point.text}.", point.sources, "aside" if clause.dependent else "point")


ARTICLE_EXTRAS = (asked_amounts, asked_dates)
