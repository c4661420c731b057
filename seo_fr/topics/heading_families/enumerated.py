"""« La côte, les roches et le climat », « Du métro à l’école »: for a section that goes from one thing to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from seo_fr.french import a, capitalize_first, de, elide, enumerate_fr
from seo_fr.french.phrases import people_nouns
from seo_fr.model import Keyphrase, Mention, Token
from seo_fr.topics.focus import with_article
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, words_of
from seo_fr.topics.heading_families.phrases import light
from seo_fr.topics.matching import stems
from seo_fr.understanding.view import low

LEAST_SENTENCES: Final = 6
LEAST_THINGS: Final = 3
MOST_THINGS: Final = 4
LEAST_SHARE: Final = 0.4
"""Share of the sentences of a section whose subject is one of the things named."""
STATES: Final = frozenset("mesure abrite compose forme couvre domine compte reste culmine".split())
"""Forms, third person less its plural ending: parsers take « mesure » for a noun."""
PLACED: Final = frozenset(
    "installer mettre utiliser utilisation implanter déployer équiper employer adopter vendre diffuser proposer".split()
)
"""Verbs, and their nouns, of which the places make a tour."""
LEAST_PLACES: Final = 3
LEAST_NAMES: Final = 4
AT_RE: Final = re.compile(r"\b(?:chez|à|au)(?: (?:le |la |l['’])?(?:groupe|société|constructeur)?)? ?$", re.I)
ARTICLE_RE: Final = re.compile(r"(?:^|\s)(le|la|l’|du|au) ?$")
COUNTED_RE: Final = re.compile(
    r"^(?P<number>\d[\d\s\u202f\u00a0.,]*\d|\d)\s(?P<what>[a-zà-ÿ][^,;:()]*?)"
    r"(?P<idle>\s(?:aujourd['’]hui|le (?:matin|soir|jour)\b|l['’]après-midi|dans)"
    r"\b.*|\s\w+ant\s.*)?\s*[;.,]?$"
)
LONGEST_ITEM: Final = 44


def things(stage: Stage, sids: Sequence[int], focus: Keyphrase) -> list[Candidate]:
    """Candidates of a section that describes: its subjects in a row, after the place that the article is about."""
    if len(sids) < LEAST_SENTENCES:
        return []
    found: dict[str, tuple[str, int]] = {}
    held = 0
    for sid in sids:
        noun = described(stage, sid)
        if noun is None:
            continue
        held += 1
        article = "les" if noun.number == "p" else "la" if noun.gender == "f" else "le"
        found.setdefault(low(noun.lemma), (elide(article, low(noun.text)), sid))
    if len(found) < LEAST_THINGS or held < LEAST_SHARE * len(sids):
        return []
    rows = list(found.values())[:MOST_THINGS]
    out = []
    for size in range(len(rows), LEAST_THINGS - 1, -1):
        text = capitalize_first(enumerate_fr([row[0] for row in rows[:size]]))
        sources = tuple(row[1] for row in rows[:size])
        place = with_article(stage.analysis, focus) or focus.text
        longer = f"{text} {de(place)}" if focus.kind == "entity" else ""
        for form in (longer, text):
            if form and len(form) <= lengths()["most"]:
                out.append(candidate(form, sources, "things", focus.lemma, bonus=0.3 * (form == longer)))
    return out


def described(stage: Stage, sid: int) -> Token | None:
    """The subject of a sentence that says what a thing is like: « les roches » of « les roches sont des schistes »."""
    root = next((t for t in stage.view.of_sentence(sid) if t.dep == "ROOT"), None)
    if root is None:
        return None
    kids = stage.view.dependants(root)
    being = [k for k in kids if k.dep in {"cop", "aux:pass"} and k.morph.get("Tense") == "Pres"]
    state = bool(being) or low(root.text).removesuffix("nt") in STATES
    subjects = [k for k in kids if k.dep in {"nsubj", "nsubj:pass"} and k.i < root.i and k.pos == "NOUN"]
    if not state or len(subjects) != 1 or subjects[0].gender == "":
        return None
    head = subjects[0]
    first = stage.view.previous(head)
    definite = first is not None and first.pos == "DET" and low(first.text) in {"le", "la", "les", "l'", "l’"}
    if not definite or light(head) or head.text[:1].isupper():
        return None
    named = {low(head.lemma), low(head.text)}
    return None if named & (people_nouns() | words_of("crowd") | words_of("standing_for")) else head


def tour(stage: Stage, sids: Sequence[int], focus: Keyphrase) -> list[Candidate]:
    """« Tel code : du métro à l’école »: the first and the last of three places or more where a thing is used."""
    places: list[Token] = []
    subject = frozenset(focus.stems)
    for sid in sids:
        for token in stage.view.of_sentence(sid):
            where = place_of(stage, token)
            if where and low(token.lemma) not in {low(p.lemma) for p in places} and governed(stage, token):
                places.append(token)
    if len(places) < LEAST_PLACES or not subject or len({p.sentence for p in places}) < 2:
        return []
    first, last = places[0], places[-1]
    start, end = de(definite_of(first)), a(definite_of(last))
    text = f"{capitalize_first(focus.text)} : {start} {end}"
    found = candidate(text, (first.sentence, last.sentence), "tour", low(first.lemma))
    return [found] if len(text) <= lengths()["most"] else []


def names(stage: Stage, sids: Sequence[int], focus: Keyphrase) -> list[Candidate]:
    """« Emplois menacés : de Veltis à Navalis »: the first and the last of four bodies that a section goes through.

    Three of them or more are places where something happens, « chez Veltis »; none speaks, and none is what the whole
    page is about.
    """
    entities = stage.analysis.entities
    within = frozenset(sids)
    speakers = {a.entity for a in stage.analysis.attributions}
    known = frozenset(focus.stems)
    found: dict[int, Mention] = {}
    for mention in stage.analysis.mentions:
        entity = entities[mention.entity]
        if mention.sentence not in within or entity.label != "ORG" or entity.medium or mention.entity in speakers:
            continue
        if not known & frozenset(stems(entity.name)):
            found.setdefault(mention.entity, mention)
    rows = list(found.values())
    where = sum(AT_RE.search(stage.text[max(0, m.start - 16) : m.start]) is not None for m in rows)
    if (
        where < LEAST_NAMES - 1
        or len(rows) < LEAST_NAMES
        or len(sids) > LEAST_SENTENCES
        or len({m.sentence for m in rows}) < 2
    ):
        return []
    first, last = with_article_of(stage, rows[0]), with_article_of(stage, rows[-1])
    text = f"{capitalize_first(focus.text)} : {de(first)} {a(last)}"
    made = candidate(text, (rows[0].sentence, rows[-1].sentence), "tour", rows[0].text.lower(), bonus=0.5)
    return [made] if len(text) <= lengths()["most"] else []


def with_article_of(stage: Stage, mention: Mention) -> str:
    """A name with the article that the text gives it there."""
    before = stage.text[max(0, mention.start - 4) : mention.start].lower().replace("'", "’")
    match = ARTICLE_RE.search(before)
    name = stage.analysis.entities[mention.entity].name
    return elide({"du": "le", "au": "le"}.get(match[1], match[1]), name) if match else name


def definite_of(noun: Token) -> str:
    """A noun after its definite article."""
    return elide("les" if noun.number == "p" else "la" if noun.gender == "f" else "le", low(noun.text))


def place_of(stage: Stage, noun: Token) -> bool:
    """Whether a noun stands as « dans le métro », « à l’école »: a place, definite, by itself."""
    if noun.pos != "NOUN" or light(noun) or not noun.gender or noun.text[:1].isupper() or noun.number == "p":
        return False
    det = stage.view.previous(noun)
    lead = stage.view.previous(det) if det is not None else None
    melted = det is not None and low(det.text) == "au"
    definite = det is not None and det.pos == "DET" and low(det.text) in {"le", "la", "l'", "l’"}
    placed = melted or (definite and lead is not None and low(lead.text) in {"dans", "à", "sur", "chez"})
    following = stage.view.next(noun)
    alone = following is None or low(following.text) not in {"de", "d'", "des", "du"}
    return placed and alone and low(noun.lemma) in words_of("premises")


def governed(stage: Stage, noun: Token) -> bool:
    """Whether a place hangs on a verb, or a noun, of setting up or of use."""
    token = noun
    for _ in range(4):
        if token.head == token.i:
            break
        token = stage.view.tokens[token.head]
        if low(token.lemma) in PLACED:
            return True
    return False


def counts(stage: Stage, sids: Sequence[int]) -> list[Candidate]:
    """« 59 membres initiaux et 551 certifications »: two of the amounts that a list gives, as they stand in it."""
    source = stage.analysis.source
    items = []
    opened = {sid for sid in sids if source.sentences[sid].text[:1].isdigit()}
    numbered = [sid for sid in sids if sid in opened and {sid - 1, sid + 1} & opened]
    if len(numbered) < LEAST_THINGS:
        return []
    for sid in numbered:
        match = COUNTED_RE.match(" ".join(source.sentences[sid].text.split()))
        verbal = any(t.morph.get("VerbForm") == "Fin" for t in stage.view.of_sentence(sid))
        if match is None or match["number"] in {"1", "0"} or verbal:
            continue
        what = match["what"].strip()
        if len(what) + len(match["number"]) < LONGEST_ITEM and not re.search(r"\b(?:et|ou)\b", what):
            items.append((f"{match['number'].strip()} {what}", sid))
    out = []
    for (one, first), (other, second) in pairwise(items):
        text = f"{one} et {other}"
        if len(text) <= lengths()["most"]:
            out.append(candidate(text, (first, second), "counts", one.split()[1], bonus=1.5))
    return out
