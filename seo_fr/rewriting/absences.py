"""What the source leaves open and a reader would ask: how many, how much, when, who, and what is still to be found.

Each is a true statement of absence: the group is not counted anywhere in the source, no sum of money is given, the
sentence that announces an event has no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seo_fr.french import capitalize_first, de, le, ne, noun_gender
from seo_fr.french.conjugation import conjugate, past_participle
from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import noun_phrase, told
from seo_fr.rewriting.keypoint import keypoints
from seo_fr.rewriting.places import lemma_of
from seo_fr.rewriting.speakers import speaker_name

LEXICON = "rewriting/unknowns.toml"
LONGEST = 14
ANONYMOUS_RE = re.compile(r"\banonym(?:e|es|at|ement)\b", re.I)
MONEY_RE = re.compile(r"euro|€|dollar|\$|franc|\bF\b|livres sterling|£|yen|yuan")


@dataclass(frozen=True, slots=True)
class Absence:
    """Something that the source does not say."""

    family: str
    """Template family: ``unknown_count``, ``unknown_amount``, ``unknown_date``, ``unknown_remaining``,
    ``unknown_names``; "" for a whole sentence."""
    slots: tuple[tuple[str, object], ...]
    """What the template is given; for a whole sentence, ``("text", …)``."""
    sid: int
    worth: float


def absences(ctx: Context) -> tuple[Absence, ...]:
    """All absences, in the order of the source."""
    found = [*uncounted(ctx), *unpriced(ctx), *undated_events(ctx), *unsaid(ctx), *remaining(ctx), *unnamed(ctx)]
    return tuple(sorted(found, key=lambda absence: absence.sid))


# ------------------------------------------------------------------------------------------------------------ how many


def uncounted(ctx: Context) -> Iterator[Absence]:
    """Groups of people or things that an event concerns and that the source does not count."""
    nouns = frozenset(load_toml(LEXICON)["countable"])
    counted = {
        t.lemma.lower() for f in ctx.analysis.figures for t in ctx.tokens(f.sentence) if f.start <= t.start < f.end
    }
    seen: set[str] = set()
    for token in ctx.analysis.tokens:
        lemma = token.lemma.lower()
        if token.pos != "NOUN" or lemma not in nouns or lemma in counted or lemma in seen:
            continue
        if vague(ctx, token) and event_argument(ctx, token):
            seen.add(lemma)
            yield Absence("unknown_count", (("noun", with_verb(ctx, token)),), token.sentence, 0.7)


def vague(ctx: Context, noun: Token) -> bool:
    """« des chercheurs », « plusieurs joueurs », « de nombreux médecins »."""
    dets = [c.text.lower() for c in ctx.children(noun) if c.dep in {"det", "nummod", "amod", "case"}]
    plain = "des" in dets and not any(c.dep == "case" for c in ctx.children(noun))
    return plain or bool({"plusieurs", "nombreux", "nombreuses", "certains", "certaines"} & set(dets))


def event_argument(ctx: Context, noun: Token) -> bool:
    """Whether the noun undergoes something that has happened or is announced, plainly affirmed."""
    verb = ctx.head(noun)
    if noun.dep not in {"obj", "nsubj:pass"} or verb.pos != "VERB":
        return False
    if any(
        s.kind in {"negated", "question", "conditional"} and s.start <= verb.start < s.end
        for s in ctx.scopes(noun.sentence)
    ):
        return False
    doubted = any(
        a.start <= noun.start < a.end and a.verb in {"démentir", "nier", "contester", "réfuter", "craindre"}
        for a in ctx.attributions(noun.sentence)
    )
    kids = ctx.children(verb)
    if doubted or any(k.morph.get("Mood") in {"Sub", "Cnd"} for k in kids):
        return False
    low = ctx.sentence(noun.sentence).text.lower()
    if re.search(r"\b(?:dément\w*|nie(?:nt)?) qu", low):
        return False
    return verb.morph.get("VerbForm") == "Part" and not any(
        q.start <= noun.start < q.end for q in ctx.quotations(noun.sentence)
    )


def with_verb(ctx: Context, noun: Token) -> str:
    """« chercheurs recrutés »: the noun with what is done to it, where the agreement is certain."""
    text = ctx.text[noun.start : noun.end]
    gender = noun_gender(noun.lemma.lower(), tagged=noun.gender)
    done = past_participle(lemma_of(ctx.head(noun)), gender=gender, number="p") if gender else None
    return f"{text} {done}" if done else text


# ------------------------------------------------------------------------------------------------------------ how much


def unpriced(ctx: Context) -> Iterator[Absence]:
    """A fine, a grant, a takeover told of in an article that gives no sum of money at all."""
    if any(MONEY_RE.search(f.unit) for f in ctx.analysis.figures):
        return
    kinds: dict[str, str] = load_toml(LEXICON)["amounts"]
    seen: set[str] = set()
    for token in ctx.analysis.tokens:
        kind = kinds.get(token.lemma.lower())
        if kind is None or token.pos != "NOUN" or token.lemma in seen or ctx.source_kind(token.sentence) != "paragraph":
            continue
        if any(q.start <= token.start < q.end for q in ctx.quotations(token.sentence)):
            continue
        seen.add(token.lemma)
        if token.number == "p":
            continue  # « la politique des salaires »: no one sum is awaited
        det = next((c.text.lower() for c in ctx.children(token) if c.dep == "det"), "")
        gender = noun_gender(token.lemma.lower(), determiner=det if det in {"un", "une", "le", "la"} else "")
        article = le(token.text, gender)
        if article is not None and det in {"un", "une", "le", "la", "l'", "l’"}:
            yield Absence("unknown_amount", (("kind", kind), ("what", de(article))), token.sentence, 0.6)


# ---------------------------------------------------------------------------------------------------------------- when


def undated_events(ctx: Context) -> Iterator[Absence]:
    """Events announced in a sentence without any date: « la mairie ouvrira le stade »."""
    verbs = frozenset(load_toml(LEXICON)["events"]["verbs"])
    for sentence in ctx.sentences:
        if ctx.dates(sentence.id) or ctx.attributions(sentence.id) or ctx.source_kind(sentence.id) != "paragraph":
            continue
        for clause in clauses(ctx, sentence.id):
            infinitive = next((t for c in clause.after if c.dep == "xcomp" for t in c.tokens[:2]), None)
            near = clause.tense == "near_future" and infinitive is not None
            verb = infinitive if near and infinitive is not None else clause.verb
            if clause.negated or lemma_of(verb) not in verbs or not (near or clause.tense == "future"):
                continue
            point = next((p for p in keypoints(ctx, clause) if len(p.text.split()) <= LONGEST), None)
            if point is None or "," in point.text:
                continue
            opener = clause.subject[0]
            text = point.text[:1].lower() + point.text[1:] if opener.pos == "DET" else point.text
            yield Absence("unknown_date", (("event", text),), sentence.id, 0.75)
            break


# ------------------------------------------------------------------------------------------- what is kept, or sought


def unsaid(ctx: Context) -> Iterator[Absence]:
    """« Sans donner de noms, X affirme que » → « X ne donne pas de noms. »."""
    data = load_toml(LEXICON)["remaining"]
    verbs, matters = "|".join(data["silent"]), "|".join(data["matters"])
    for sentence in ctx.sentences:
        kept = re.search(
            r"\b([Uu]ne? [^,;.]{3,40}), dont (l['’]\w+|le \w+|la \w+) (n['’]a pas (?:encore )?été [a-zé]+)",
            sentence.text,
        )
        if kept is not None and not ctx.attributions(sentence.id):
            owner = kept[1][:1].lower() + kept[1][1:]
            text = f"{capitalize_first(kept[2])} {de(owner)} {kept[3]}."
            yield Absence("", (("text", text),), sentence.id, 0.9)
        match = re.search(rf"\b[Ss]ans ({verbs}) ((?:de |d['’]|aucune? )(?:{matters}))\b", sentence.text)
        said = next((a for a in ctx.attributions(sentence.id) if a.entity >= 0), None)
        if match is None or said is None or ctx.analysis.entities[said.entity].label != "PER":
            continue
        form = conjugate(match[1], "present")
        if form is not None:
            matter = re.sub(r"^aucune? ", "de ", match[2])
            text = f"{speaker_name(ctx, said)} {ne(form)} pas {matter}."
            yield Absence("", (("text", text),), sentence.id, 0.85)


def remaining(ctx: Context) -> Iterator[Absence]:
    """« fourniront un rapport pour évaluer l’ampleur des dégâts » → « l’ampleur des dégâts reste à évaluer »."""
    verbs = frozenset(load_toml(LEXICON)["remaining"]["verbs"])
    for token in ctx.analysis.tokens:
        if token.morph.get("VerbForm") != "Inf" or lemma_of(token) not in verbs or token.i < 1:
            continue
        before = ctx.analysis.tokens[token.i - 1].text.lower()
        if before not in {"pour", "de", "d'", "d’"}:
            continue
        if before != "pour" and ctx.analysis.tokens[token.i - 2].text.lower() != "afin":
            continue
        ahead = any(
            t.morph.get("Tense") == "Fut" or t.text.lower() in {"va", "vont", "devra", "devront", "doit", "doivent"}
            for t in ctx.tokens(token.sentence)
            if t.pos in {"VERB", "AUX"} and t.i < token.i
        )
        obj = next((c for c in ctx.children(token) if c.dep == "obj" and c.pos == "NOUN"), None)
        if not ahead or obj is None:
            continue
        phrase = noun_phrase(ctx, obj)
        text = told(ctx, phrase)
        if not text or phrase[0].text.lower() not in {"le", "la", "les", "l'", "l’"} or len(text.split()) > LONGEST:
            continue
        many = phrase[0].text.lower() == "les"
        slots = (("what", capitalize_first(text)), ("verb", token.text.lower()), ("many", many))
        yield Absence("unknown_remaining", slots, token.sentence, 0.9)


# ----------------------------------------------------------------------------------------------------------------- who


def unnamed(ctx: Context) -> Iterator[Absence]:
    """« deux personnes qui ont vu les messages »: people whom an article counts and believes, and does not name.

    Only where the source says by what they know it, and nowhere that they wish to stay anonymous: that an anonymous
    speaker has no name goes without saying.
    """
    if ANONYMOUS_RE.search(ctx.analysis.source.text):
        return
    lexicon = load_toml(LEXICON)["names"]
    pattern = re.compile(
        rf"\b(?P<who>(?:{'|'.join(lexicon['numbers'])}) (?:{'|'.join(lexicon['people'])})) "
        r"(?P<rel>qui (?:ont|avaient|connaissent|travaillent)\b[^,.;:()«»]{4,60}?)(?=[,.;]|$)"
    )
    for sentence in ctx.sentences:
        text = sentence.text.replace("'", "’")
        match = pattern.search(text)
        if match is None or ctx.source_kind(sentence.id) != "paragraph" or ctx.quotations(sentence.id):
            continue
        if re.search(r"\b(?:ce|cet|cette|ces|il|elle|ils|elles|leur|leurs|lui)\b", match["rel"]):
            continue
        if re.search(lexicon["cited"], text[: match.start()].lower()):
            yield Absence("unknown_names", (("who", f"{match['who']} {match['rel']}"),), sentence.id, 0.6)
