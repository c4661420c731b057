"""What a sentence says its subject is, has or is given, as a noun phrase: « Une côte très exposée aux vents ».

« La côte est très exposée aux vents » above a section that opens on these very words is read twice; the phrase is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from seo_fr.french import capitalize_first, de, strip_final
from seo_fr.french.phrases import people_nouns
from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, owned, words_of
from seo_fr.topics.heading_families.clauses import subject_of
from seo_fr.topics.heading_families.nominals import bodies
from seo_fr.topics.heading_families.phrases import (
    NOMINAL,
    NounPhrase,
    agreed,
    balanced,
    content,
    light,
    lower_article,
    noun_phrase,
    self_sufficient,
    whole,
)
from seo_fr.understanding.view import low

SEAM_RE: Final = re.compile(
    r"\s*(?: : | ; |[;:(]|,)|"
    r"\s(?:mais|car|puisque|parce qu|alors qu|tandis qu|lorsqu|quand|ce qui|qui|dont|où|sans|en raison|grâce)\b|"
    r"\s+et\s+(?=(?:[\w’'-]+\s){1,4}(?:est|sont|a|ont)\b)"
)
"""Where what is said of a subject ends."""
IDLE_RE: Final = re.compile(r"\b(?:d['’]ailleurs|également|aussi|donc|ainsi|toutefois|cependant|désormais)\s+")
DEFINITE: Final = frozenset({"le", "la", "les", "l'", "l’"})
ARTICLES: Final = {("m", "s"): "un", ("f", "s"): "une"}
GIVEN: Final = frozenset({"équiper", "doter", "munir", "pourvoir"})
HOLDING: Final = frozenset(
    f"{form}{end}" for form in ("présente", "offre", "comporte", "pose", "soulève") for end in ("", "nt")
)
"""Forms rather than lemmas: parsers take « présente » for an adjective."""
MADE_WORDS: Final = 2
SHORT: Final = 34
"""Characters of a subject that a heading can carry after « pour » or « de »."""


PASSING_RE: Final = re.compile(
    r"\b(?:pour (?:l['’]instant|le moment)|actuellement|encore|déjà|désormais)\b", re.IGNORECASE
)
"""What is so for a time is no quality."""


def qualities(stage: Stage, sid: int) -> list[Candidate]:
    """« Des activités tournées vers le tourisme », for « les activités sont tournées vers le tourisme »."""
    out = []
    for root in stage.view.of_sentence(sid):
        copula, subject = being(stage, root)
        if copula is None or subject is None or not fit_subject(subject):
            continue
        end = stage.analysis.source.sentences[sid].end
        rest = " ".join(strip_final(stage.text[copula.end : end]).split())
        seam = SEAM_RE.search(f"{rest} ")
        said = IDLE_RE.sub("", rest[: seam.start()] if seam else rest).strip(" ,")
        inside = [
            t for t in stage.view.of_sentence(sid) if copula.end <= t.start and t.end <= copula.end + len(said) + 1
        ]
        if (
            PASSING_RE.search(said)
            or not clean(stage, inside)
            or len(content(tuple(inside))) < 2
            or inside[-1].pos in {"ADP", "DET", "ADV"}
        ):
            continue
        gender = subject.head.gender or root.gender
        plural = low(subject.tokens[0].text) == "les"
        article = "des" if plural else ARTICLES.get((gender, "s"), "")
        noun = stage.span(subject.tokens[1:])
        if not article or owned(stage, sid, subject.tokens[0].start, inside[-1].end) != "":
            continue
        text = capitalize_first(f"{article} {noun} {said}")
        if len(text) <= lengths()["most"] and balanced(text):
            out.append(candidate(text, (sid,), "quality", low(subject.head.lemma)))
    return out


def being(stage: Stage, root: Token) -> tuple[Token | None, NounPhrase | None]:
    """The « est » of a quality or of a state, in the present, and its subject; (None, None) for anything else."""
    kids = stage.view.dependants(root)
    if root.dep not in {"ROOT", "parataxis"} or root.pos not in {"ADJ", "VERB"} or any(k.dep == "mark" for k in kids):
        return None, None
    if any(low(k.text) in {"ne", "n'", "n’", "que", "qu'"} for k in kids):
        return None, None
    being_ = [k for k in kids if k.dep in {"cop", "aux:pass", "aux:tense", "aux"} and k.i < root.i]
    subjects = [k for k in kids if k.dep in {"nsubj", "nsubj:pass"} and k.i < root.i]
    if len(being_) != 1 or len(subjects) != 1 or subjects[0].pos != "NOUN":
        return None, None
    copula = being_[0]
    if low(copula.text) not in {"est", "sont"} or low(root.lemma) in words_of("with_etre"):
        return None, None
    if any(k.dep in {"ccomp", "xcomp", "csubj", "advcl"} and k.i > root.i for k in kids):
        return None, None
    if root.pos == "VERB" and any(k.dep == "obl:agent" for k in kids):
        return None, None  # an event rather than a state
    subject = subject_of(stage, subjects[0])
    if subject is not None:
        subject = oriented(stage, subject, copula)
    adjoining = subject is not None and subject.tokens[-1].i + 1 == copula.i
    front = subject is not None and any(k.i < subject.tokens[0].i and k.dep != "punct" for k in kids)
    return (copula, subject) if adjoining and not front else (None, None)


def oriented(stage: Stage, subject: NounPhrase, verb: Token) -> NounPhrase:
    """« La côte Sud-Ouest »: a subject with the name that follows its noun at once."""
    following = stage.view.next(subject.tokens[-1])
    near = following is not None and following.i + 1 == verb.i and following.head == subject.head.i
    if following is None or not near or following.pos not in NOMINAL or not following.text[:1].isupper():
        return subject
    tokens = (*subject.tokens, following)
    return NounPhrase(subject.head, tokens, subject.article, subject.cut, stage.span(tokens))


def fit_subject(subject: NounPhrase) -> bool:
    """Whether a subject is a definite thing, neither unique nor a person: one of its kind may be named « un »."""
    first, head = subject.tokens[0], subject.head
    if low(first.text) not in DEFINITE or head.i != first.i + 1 or head.text[:1].isupper() or light(head):
        return False
    named = {low(head.lemma), low(head.text)}
    if named & (people_nouns() | bodies() | words_of("crowd") | words_of("standing_for")):
        return False
    if named & set(load_toml("rewriting/keypoint.toml")["one_of_a_kind"]):
        return False
    return not any(t.pos == "ADP" for t in subject.tokens[1:])


def clean(stage: Stage, tokens: list[Token]) -> bool:
    """Whether nothing in a stretch points outside it, negates, or opens another clause."""
    if not tokens or any(t.morph.get("VerbForm") in {"Fin", "Inf"} or t.pos in {"PRON", "SCONJ"} for t in tokens):
        return False
    outside = words_of("pointing") | words_of("third_possessives") | {"pas", "plus", "jamais", "si", "tellement"}
    found = [low(t.text).rstrip("'’") for t in tokens if t.pos != "ADP"]
    sid = tokens[0].sentence
    return not outside & set(found) and not stage.unsure(sid, tokens[0].start, tokens[-1].end)


def supplied(stage: Stage, sid: int) -> list[Candidate]:
    """« De nouvelles fonctions pour le système », for « le système est équipé de nouvelles fonctions »."""
    out = []
    for verb in stage.view.of_sentence(sid):
        if low(verb.lemma) not in GIVEN or verb.dep != "ROOT":
            continue
        kids = stage.view.dependants(verb)
        subject = receiver(stage, verb, kids)
        thing = next(
            (k for k in kids if k.i > verb.i and k.dep in {"obl:arg", "obl", "obl:mod"} and k.pos == "NOUN"), None
        )
        if subject is None or thing is None or any(low(k.text) in {"ne", "n'", "n’"} for k in kids):
            continue
        phrase = noun_phrase(stage, thing)
        said = indefinite(stage, phrase)
        if phrase is None or not said or phrase.tokens[0].i > verb.i + 3:
            continue
        if owned(stage, sid, subject.tokens[0].start, phrase.tokens[-1].end) != "":
            continue
        text = capitalize_first(f"{said} pour {lower_article(subject)}")
        if len(text) <= lengths()["most"] and balanced(text):
            out.append(candidate(text, (sid,), "quality", low(thing.lemma), bonus=0.4))
    return out


def receiver(stage: Stage, verb: Token, kids: tuple[Token, ...] | list[Token]) -> NounPhrase | None:
    """The subject of « est équipé », « se dote », short and named."""
    subjects = [k for k in kids if k.dep in {"nsubj", "nsubj:pass"} and k.i < verb.i and k.pos in {"NOUN", "PROPN"}]
    passive = any(k.dep == "aux:pass" for k in kids) or any(low(k.text).rstrip("'’") in {"se", "s"} for k in kids)
    subject = subject_of(stage, subjects[0]) if len(subjects) == 1 and passive else None
    return subject if subject is not None and len(subject.text) <= SHORT else None


def indefinite(stage: Stage, phrase: NounPhrase | None) -> str:
    """What follows « équipé de », with the article that « de » hides, « de nouvelles fonctions »; or ""."""
    if phrase is None or not agreed(phrase) or not self_sufficient(phrase.tokens):
        return ""
    first = phrase.tokens[0]
    tokens = phrase.tokens[1:] if low(first.text) in {"de", "d'", "d’"} else phrase.tokens
    if not tokens or phrase.article or len(content(tokens)) < 2:
        return ""
    following = stage.view.next(tokens[-1])
    if not whole(stage, phrase.tokens) and (following is None or low(following.text) != "comme"):
        return ""
    text = stage.span(tokens)
    opened = low(tokens[0].text) in {"un", "une", "deux", "trois", "quatre", "cinq", "plusieurs"} or text[0].isdigit()
    if opened:
        return text
    plural = phrase.head.number == "p" and tokens[0].pos == "ADJ"
    return de(text) if plural else ""


def possessions(stage: Stage, sid: int) -> list[Candidate]:
    """« Les avantages du vélo en ville », for « le vélo présente des avantages en ville »."""
    return [
        found for verb in stage.view.of_sentence(sid) if verb.dep == "ROOT" for found in of_holder(stage, sid, verb)
    ]


MADE_RE: Final = re.compile(
    r"\b(?:fait|font|a fait|ont fait|faisant) (?P<of>de la |de l['’]|du |des |de |d['’])(?P<who>[^,;:«»()]{2,40}?) "
    r"(?P<article>le |la |l['’]|un |une )(?P<what>[^,;:«»()]+?)"
    r"(?=[,;:.(]|\s(?:qui|que|qu['’]|dont|où|et (?:a|est))\b|$)"
)
"""« Cette victoire fait de Luc Armand le premier maire de l’île »."""


def made(stage: Stage, sid: int) -> list[Candidate]:
    """« Luc Armand, premier maire de l’île », for what « fait de Luc Armand le premier maire de l’île »."""
    sentence = stage.analysis.source.sentences[sid]
    text = " ".join(sentence.text.split()).replace("'", "’")
    out = []
    for match in MADE_RE.finditer(text):
        who = {"du ": "le ", "des ": "les ", "de la ": "la ", "de l’": "l’"}.get(match["of"], "") + match["who"]
        article = match["article"] if match["article"].startswith("un") else ""
        known = article or match["who"][:1].isupper() or match["of"] in {"du ", "de la ", "de l’"}
        start = sentence.start + sentence.text.replace("'", "’").find(match["what"].split()[0])
        tokens = [
            t for t in stage.view.of_sentence(sid) if t.text in match["who"].split() or t.text in match["what"].split()
        ]
        outside = {low(t.text) for t in tokens} & (words_of("pointing") | words_of("third_possessives"))
        if (
            not known
            or outside
            or low(who) in {"lui", "elle", "eux"}
            or any(t.morph.get("VerbForm") == "Fin" for t in tokens)
        ):
            continue
        if owned(stage, sid, start, start + 1) != "" or len(match["what"].split()) < MADE_WORDS:
            continue
        told = f"{capitalize_first(who)}, {article}{match['what']}"
        if len(told) <= lengths()["most"]:
            out.append(candidate(told, (sid,), "definition", match["what"].split()[0], bonus=0.3))
    return out


def of_holder(stage: Stage, sid: int, verb: Token) -> Iterator[Candidate]:
    """The candidate that a verb of having gives, if any."""
    kids = stage.view.dependants(verb)
    things = [k for k in kids if k.dep == "obj" and k.i > verb.i]
    subjects = [k for k in kids if k.dep == "nsubj" and k.i < verb.i and k.pos in {"NOUN", "PROPN"}]
    if low(verb.text) not in HOLDING or len(things) != 1 or len(subjects) != 1 or verb.morph.get("VerbForm") != "Fin":
        return
    thing = things[0]
    subject, phrase = subject_of(stage, subjects[0]), noun_phrase(stage, thing)
    negated = any(low(k.text) in {"ne", "n'", "n’"} for k in kids)
    if low(thing.lemma) not in words_of("held") or subject is None or phrase is None or negated:
        return
    opening = low(phrase.tokens[0].text)
    if opening not in {"des", "plusieurs", "de", "d'", "d’"} or thing.number != "p" or len(subject.text) > SHORT:
        return
    after = tuple(t for t in phrase.tokens if t.i > thing.i)
    if not self_sufficient(phrase.tokens) or owned(stage, sid, subject.tokens[0].start, phrase.tokens[-1].end) != "":
        return
    text = f"Les {thing.text} {de(lower_article(subject))}"
    longer = f"{text} {stage.span(after)}" if after and whole(stage, phrase.tokens) else ""
    for form, cut in ((longer, 0.0), (text, -0.3 * bool(after))):
        if form and len(form) <= lengths()["most"]:
            yield candidate(form, (sid,), "quality", low(thing.lemma), bonus=0.4 + cut)
