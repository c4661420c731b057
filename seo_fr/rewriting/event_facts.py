"""The ways to tell a dated fact without its date: a noun of action, a noun with its participle, a short clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seo_fr.french import de
from seo_fr.model import DateMention, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.claims import claims
from seo_fr.rewriting.clauses import Clause, clause_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import bare, lowered, tail, told
from seo_fr.rewriting.keypoint import keypoints
from seo_fr.rewriting.measures import measures
from seo_fr.rewriting.nominal import action_nouns
from seo_fr.rewriting.places import left_phrase, lemma_of, named, previous, stripped


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


def birth(ctx: Context, tokens: Sequence[Token]) -> Iterator[str]:
    """« Anne Roche, née le 3 mai 1950 à Lyon » → « naissance d’Anne Roche », where only one person can be meant."""
    born = previous(ctx, tokens[0].i)
    if born is None or born.text.lower() not in {"né", "née"}:
        return
    sid = born.sentence
    named_before = [m for m in ctx.mentions(sid) if m.end <= born.start]
    people = {m.entity for m in named_before if ctx.analysis.entities[m.entity].label == "PER"}
    between = ctx.analysis.tokens[ctx.tokens(sid)[0].i : born.i]
    if len(people) == 1 and not any(t.pos == "PRON" for t in between if t.text.lower() not in {"se", "s'", "s’"}):
        yield f"naissance {de(ctx.analysis.entities[people.pop()].name)}"


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
    if not by or clause.subject_head.lemma.lower() in load_toml("rewriting/events.toml")["states"]:
        return
    yield f"{stripped(subject)} {verb.text} {by}"
    names = [m for m in ctx.mentions(clause.sid) if agent.tokens[0].start < m.start < agent.tokens[-1].end]
    if names and ctx.analysis.entities[names[0].entity].label == "PER":
        yield f"{stripped(subject)} {verb.text} par {ctx.text[names[0].start : agent.tokens[-1].end]}"


def held(ctx: Context, clause: Clause) -> Iterator[str]:
    """« Le procès du notaire aura lieu en mai » → « procès du notaire »."""
    lemma = lemma_of(clause.verb)
    takes_place = clause.reflexive and lemma in {"tenir", "dérouler"}
    if lemma == "avoir" and clause.object is not None and ctx.span(clause.object.tokens).lower() == "lieu":
        takes_place = True
    if takes_place and not clause.negated and (subject := named(ctx, clause)):
        yield stripped(subject)


def place_first(text: str) -> str:
    """The place right after the noun of action, where the fact ends on it.

    >>> place_first("ouverture du nouveau stade de la ville à Rennes")
    'ouverture à Rennes du nouveau stade de la ville'
    """
    return re.sub(r"^(\w+) ((?:de |du |des |d['’]).*) ((?:au|à|en) [A-ZÉ][\w-]+)$", r"\1 \3 \2", text)


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
        if lost_object(ctx, clause, text):
            continue
        if point.attributed and (text == point.text or text.lower().startswith(("selon", "d’après"))):
            continue
        if without:
            common = opener.pos == "DET" and without[:2].lower() == opener.text[:2].lower()
            yield without[:1].lower() + without[1:] if common else with_article(clause, without)


def lost_object(ctx: Context, clause: Clause, text: str) -> bool:
    """Whether the sentence left out what the verb bears on."""
    after = [t for t in ctx.tokens(clause.sid) if t.dep == "obj" and t.head == clause.verb.i and t.i > clause.verb.i]
    nouns = [t.text for t in after if t.pos in {"NOUN", "PROPN"}]
    if any(noun not in text for noun in nouns):
        return True
    for date in ctx.dates(clause.sid):
        following = next((t for t in ctx.tokens(clause.sid) if t.start >= date.end), None)
        if date.start > clause.verb.start and following is not None and following.pos in {"DET", "NOUN", "PROPN"}:
            phrase = ctx.text[following.start : following.end + 12].split(",")[0]
            if phrase.split()[-1] not in text:
                return True  # « a frappé vendredi l’île »: the parser gave the object to the date
    return False


def with_article(clause: Clause, text: str) -> str:
    """« Insee prévoit » → « l’Insee prévoit », as the source has it."""
    first, head = clause.subject[0], clause.subject_head
    if first.i + 1 == head.i and first.text.lower() in {"le", "la", "les", "l'", "l’"} and text.startswith(head.text):
        return f"{first.text.lower()}{'' if first.text[-1] in chr(39) + '’' else ' '}{text}"
    return text
