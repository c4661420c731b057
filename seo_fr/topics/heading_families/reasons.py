"""« Pourquoi le lancement a été reporté »: for a section that tells a fact and its cause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from seo_fr.model import Token
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, owned, words_of
from seo_fr.topics.heading_families.given import lower_known
from seo_fr.topics.heading_families.phrases import NounPhrase, agreed, balanced, noun_phrase, self_sufficient
from seo_fr.understanding.view import low

CAUSE: Final = (
    r"(?:(?:à la )?suite (?:à|aux?|de|du|des|d['’])|en raison (?:de|du|des|d['’])|à cause (?:de|du|des|d['’])|"
    r"du fait (?:de|du|des|d['’]|qu)|faute (?:de|d['’])|parce qu|puisqu|"
    r"car (?:les?|la|l['’]|ils?|elles?|on|une?|des|ce|cette|cela|nous|je|j['’]|leurs?|son|sa|ses)(?:\b|\s)|"
    r"sous l['’]effet (?:de|du|des|d['’])|"
    r"pour des raisons|pour cause de)"
)
CAUSE_RE: Final = re.compile(rf"[\s,]+{CAUSE}", re.I)
OPENING_RE: Final = re.compile(rf"^\s*{CAUSE}", re.I)
SEAM_RE: Final = re.compile(
    r"[,;:(]|\s(?:lorsqu\w*|(?:alors|tandis|pendant) qu\w*|quand|et (?:a|ont|est|sont|ce)|mais|afin|dont|qui|que|où)\b",
    re.I,
)
EXPLAINING_RE: Final = re.compile(
    r"^(?:en effet\b|c['’]est (?:pourquoi|parce qu|ainsi qu)|cette (?:décision|mesure|situation) s['’]explique)|"
    r"\b(?:explique(?:nt)? (?:pourquoi|cette|ce)|(?:est|sont) dus? à|(?:est|sont) dues? à|s['’]explique(?:nt)? par)",
    re.I,
)
"""How a sentence opens or ties that gives the cause of what stands before it."""
SMALL: Final = 4
"""Sentences of a section that one cause may head."""


def reasons(stage: Stage, sids: Sequence[int]) -> list[Candidate]:
    """Candidates of a section: facts whose cause stands in the same sentence, where causes make the section."""
    texts = {sid: stage.analysis.source.sentences[sid].text for sid in sids}
    caused = [sid for sid in sids if CAUSE_RE.search(texts[sid]) or OPENING_RE.match(texts[sid])]
    told = sum(bool(EXPLAINING_RE.search(texts[sid])) for sid in sids) + len(caused)
    if not caused or (len(sids) > SMALL and told < 2):
        return []
    out = []
    for sid in caused:
        if (subject_and_verb := past_relative(stage, sid)) is not None:
            made = told_of(stage, sid, *subject_and_verb)
            if made:
                out.append(reason(made, sid, subject_and_verb[2], told))
        for verb in stage.view.of_sentence(sid):
            copular = verb.pos == "ADJ" and any(k.dep == "cop" for k in stage.view.dependants(verb))
            if verb.dep != "ROOT" or (verb.pos != "VERB" and not copular):
                continue
            made = fact_of(stage, sid, verb)
            if made:
                out.append(reason(made, sid, verb, told))
    return out


def reason(made: tuple[str, bool], sid: int, verb: Token, told: int) -> Candidate:
    """The candidate for a fact; *told* is how many sentences of its section give causes."""
    return candidate(made[0], (sid,), "reason", low(verb.lemma), bonus=0.4 * (told > 1), attributed=made[1])


def fact_of(stage: Stage, sid: int, verb: Token) -> tuple[str, bool] | None:
    """« Pourquoi » and the fact in the source's own tense, up to its cause; whether its speaker follows."""
    sentence = stage.analysis.source.sentences[sid]
    kids = stage.view.dependants(verb)
    subjects = [k for k in kids if k.dep in {"nsubj", "nsubj:pass"} and k.i < verb.i]
    group = [k for k in kids if k.dep.startswith(("aux", "expl", "cop")) and k.i < verb.i]
    if len(subjects) != 1 or subjects[0].pos not in {"NOUN", "PROPN"} or low(verb.lemma) in words_of("telling"):
        return None
    subject = named(stage, subjects[0])
    finite = next((t for t in (*group, verb) if t.morph.get("VerbForm") == "Fin"), None)
    if subject is None or finite is None or finite.morph.get("Mood") != "Ind":
        return None
    start = min(t.i for t in (*group, verb))
    before = stage.text[sentence.start : subjects[0].start]
    return told_of(stage, sid, subject, stage.view.tokens[start], verb, before)


def past_relative(stage: Stage, sid: int) -> tuple[NounPhrase, Token, Token, str] | None:
    """Subject, first and last word of the verb of « le pilote qui tenait les commandes a cabré », whatever the parse.

    After « qui » and its verb, the next finite verb that nothing introduces is that of the noun before « qui ».
    """
    words = stage.view.of_sentence(sid)
    for k, token in enumerate(words):
        if low(token.text) != "qui" or k < 2 or words[k - 1].pos != "NOUN":  # « , qui » adds, it does not tell which
            continue
        rest = words[k + 1 :]
        finite = [t for t in rest if t.morph.get("VerbForm") == "Fin"][:2]
        if len(finite) < 2 or low(finite[1].text) not in {"a", "ont"}:
            continue
        between = [t for t in rest if finite[0].i < t.i < finite[1].i]
        parted = any(t.pos in {"PUNCT", "PRON", "SCONJ", "CCONJ"} for t in between)
        verb = stage.view.next(finite[1])
        while verb is not None and verb.pos in {"ADV", "AUX"}:
            verb = stage.view.next(verb)
        subject = named(stage, words[k - 1])
        if parted or verb is None or verb.morph.get("VerbForm") not in {"Part"} or subject is None:
            continue
        return (
            subject,
            finite[1],
            verb,
            stage.text[stage.analysis.source.sentences[sid].start : subject.tokens[0].start],
        )
    return None


def told_of(
    stage: Stage, sid: int, subject: NounPhrase, first: Token, verb: Token, before: str
) -> tuple[str, bool] | None:
    """The same, for a subject, the first word of its verb group and the verb; *before* stands before the subject."""
    sentence = stage.analysis.source.sentences[sid]
    rest = " ".join(stage.text[first.start : sentence.end].split()).rstrip(" .")
    cause, seam = CAUSE_RE.search(rest), SEAM_RE.search(rest)
    if cause is None and not OPENING_RE.match(before):
        return None
    ends = [m.start() for m in (cause, seam) if m is not None]
    said = rest[: min(ends)].strip(" ,") if ends else rest
    suffix = owned(stage, sid, first.start, verb.end)
    for told in (said, stage.span(stage.view.tokens[first.i : verb.i + 1])):
        end = first.start + len(told) + 1
        inside = [t for t in stage.view.of_sentence(sid) if first.start <= t.start and t.end <= end and t.text != ","]
        while inside and inside[-1].pos == "PUNCT":
            inside.pop()
        if not inside or inside[-1].i < verb.i or not sound(stage, inside, verb):
            continue
        text = f"Pourquoi {lower_known(stage, subject.text)} {told}{suffix or ''}"
        if suffix is not None and len(text) <= lengths()["most"] and balanced(text):
            return text, bool(suffix)
    return None


def named(stage: Stage, head: Token) -> NounPhrase | None:
    """The subject, a name or a definite noun, without the clause that tells which one where the article shows it."""
    if head.pos == "PROPN":
        from seo_fr.topics.heading_families.clauses import subject_of

        return subject_of(stage, head)
    phrase = noun_phrase(stage, head)
    if phrase is None or not agreed(phrase) or not self_sufficient(phrase.tokens):
        return None
    before = stage.view.previous(head)
    if before is not None and low(before.text) in {"ce", "cet", "cette", "ces"}:
        return taken_up(stage, head)
    first, following = low(phrase.article or phrase.tokens[0].text), stage.view.next(phrase.tokens[-1])
    cut = following is not None and following.pos in {"ADJ", "NOUN", "ADP", "X"}  # « la porte | sud »
    return phrase if not cut and first in {"le", "la", "l'", "les"} else None


def taken_up(stage: Stage, head: Token) -> NounPhrase | None:
    """« Ces informations » by what the sentences right above call them: « les informations du capteur »."""
    for sid in range(head.sentence - 1, max(-1, head.sentence - 3), -1):
        for noun in stage.view.of_sentence(sid):
            if noun.pos != "NOUN" or low(noun.text) != low(head.text):
                continue
            phrase = noun_phrase(stage, noun)
            if phrase is None or not agreed(phrase) or not self_sufficient(phrase.tokens):
                continue
            phrase = with_name(stage, phrase)
            if low(phrase.article or phrase.tokens[0].text) in {"le", "la", "l'", "les"} and len(phrase.tokens) > 2:
                return phrase
    return None


def with_name(stage: Stage, phrase: NounPhrase) -> NounPhrase:
    """A phrase with all the words of the name that ends it."""
    tokens = tuple(phrase.tokens)
    following = stage.view.next(tokens[-1])
    while following is not None and tokens[-1].text[:1].isupper() and following.text[:1].isupper():
        tokens = (*tokens, following)
        following = stage.view.next(following)
    added = stage.text[phrase.tokens[-1].end : tokens[-1].end]
    return NounPhrase(phrase.head, tokens, phrase.article, phrase.cut, f"{phrase.text}{added}")


def sound(stage: Stage, tokens: list[Token], verb: Token) -> bool:
    """Whether verb and complements stand without the rest: no pronoun, no second verb, no doubt, no bare end."""
    others = [
        t
        for t in tokens
        if t.i != verb.i and t.morph.get("VerbForm") == "Fin" and t.dep.split(":")[0] not in {"aux", "cop"}
    ]
    pronouns = [t for t in tokens if t.pos in {"PRON", "SCONJ"} and low(t.text).rstrip("'’") not in {"se", "s"}]
    outside = words_of("pointing") | words_of("third_possessives")
    if others or pronouns or any(low(t.text).rstrip("'’") in outside and t.pos != "ADP" for t in tokens):
        return False
    if any(low(t.text).rstrip("'’") in {"ne", "n", "pas"} for t in tokens):
        return False
    kids = stage.view.dependants(verb)
    wanted = {"obj", "xcomp"} if any(k.dep == "aux:pass" for k in kids) else {"obj", "xcomp", "iobj", "obl:arg"}
    needed = [k for k in kids if k.dep in wanted and k.i > verb.i]
    if any(k.i > tokens[-1].i for k in needed):
        return False
    return tokens[-1].pos in {"NOUN", "PROPN", "ADJ", "VERB", "NUM"}
