"""A clause taken apart for headings: subject, verb group, what follows, up to where it can be cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from seo_fr.french import lower_first
from seo_fr.model import Number, Token
from seo_fr.topics.heading_families.base import Stage, words_of
from seo_fr.topics.heading_families.phrases import (
    NounPhrase,
    agreed,
    balanced,
    light,
    noun_phrase,
    self_sufficient,
    whole,
)
from seo_fr.understanding.view import low

Tense = Literal["present", "past", "future", "near", "other"]
REQUIRED = frozenset({"obj", "xcomp", "ccomp", "obl:arg", "iobj", "obl:agent"})
HEADS = frozenset({"ROOT", "conj", "parataxis", "advcl", "ccomp"})
LONGEST_SUBJECT = 40


@dataclass(frozen=True, slots=True)
class Complement:
    """What depends on the verb and follows it."""

    dep: str
    head: Token
    tokens: tuple[Token, ...]


MODALS = frozenset({"aller", "pouvoir", "devoir", "sembler", "paraître"})


@dataclass(frozen=True, slots=True)
class Clause:
    """An independent clause."""

    verb: Token
    """The lexical verb, or the noun or adjective after « être »."""
    subject: NounPhrase | None
    """None where it is a pronoun, or cannot be cut out whole."""
    subject_head: Token
    group: tuple[Token, ...]
    """Auxiliaries, « se », negation and verb; of a copula, what is said of the subject too."""
    tense: Tense
    passive: bool
    reflexive: bool
    negated: bool
    copular: bool
    after: tuple[Complement, ...]

    @property
    def who(self) -> str:
        """The subject as it stands inside a sentence; "" if it is not known."""
        if self.subject is None:
            return ""
        first = self.subject.tokens[0]
        return lower_first(self.subject.text) if first.pos in {"DET", "ADJ", "ADV", "NUM"} else self.subject.text

    @property
    def modal(self) -> bool:
        """Whether the verb stands under « pouvoir », « devoir » or « sembler »."""
        return any(low(t.lemma) in MODALS - {"aller"} for t in self.group[:-1])

    @property
    def lemma(self) -> str:
        """Infinitive of the verb, with « se » if it is reflexive."""
        lemma = low(self.verb.lemma).replace("'", "’")
        return f"se {lemma}" if self.reflexive else lemma

    @property
    def number(self) -> Number:
        """Number of the finite verb."""
        return next((t.number for t in self.group if t.morph.get("VerbForm") == "Fin" and t.number), "")

    @property
    def start(self) -> int:
        """First character of the clause that matters to who says it."""
        return min(self.subject_head.start, self.group[0].start)


def clauses(stage: Stage, sid: int) -> list[Clause]:
    """The independent clauses of a sentence that can be taken apart."""
    found = (clause_of(stage, token) for token in stage.view.of_sentence(sid) if token.dep in HEADS)
    return [clause for clause in found if clause is not None]


def clause_of(stage: Stage, head: Token) -> Clause | None:
    """The clause that a word heads, or None where its parts do not stand side by side."""
    view = stage.view
    kids = list(view.dependants(head))
    copula = next((k for k in kids if k.dep == "cop" and k.i < head.i), None)
    if head.pos not in {"VERB", "AUX"} and (copula is None or head.pos not in {"NOUN", "ADJ"}):
        return None
    subjects = [k for k in kids if k.dep in {"nsubj", "nsubj:pass"}]
    if len(subjects) != 1 or subjects[0].i > head.i or low(subjects[0].text) in {"qui", "que", "dont", "où"}:
        return None
    if any(k.dep == "mark" or (k.dep == "advmod" and k.i < subjects[0].i) for k in kids):
        return None
    verb = head
    infinitive = next((k for k in kids if k.dep == "xcomp" and k.i == head.i + 1 and k.pos == "VERB"), None)
    if low(head.lemma) in MODALS and infinitive is not None:
        verb = infinitive
        kids += list(view.dependants(infinitive))
    elif head.pos == "AUX":
        return None
    subject = subject_of(stage, subjects[0])
    if subject is not None and subject.tokens[-1].i + 1 < len(view.tokens):
        subject = named_in_apposition(stage, subject) or subject
    last = verb.i
    if copula is not None and head.pos == "NOUN":
        attribute = noun_phrase(stage, head)
        if attribute is None or attribute.article or not self_sufficient(attribute.tokens):
            return None
        last = attribute.tokens[-1].i
        if not whole(stage, attribute.tokens):
            return None
    group = group_of(stage, subjects[0], subject, head, verb, last)
    if group is None:
        return None
    after = []
    for kid in sorted((k for k in kids if k.i > last and k.dep != "punct"), key=lambda t: t.i):
        branch = view.subtree(kid)
        if branch[0].i <= last:
            return None
        after.append(Complement(kid.dep, kid, branch))
    plain = [low(t.text).rstrip("'") for t in group]
    aux = [t for t in group[:-1] if t.dep.startswith(("aux", "expl")) or t is head or t is copula]
    return Clause(
        verb,
        subject,
        subjects[0],
        group,
        tense_of(verb, aux),
        passive=any(t.dep == "aux:pass" for t in group),
        reflexive=bool({"se", "s"} & set(plain)),
        negated=bool({"ne", "n"} & set(plain)),
        copular=copula is not None,
        after=tuple(after),
    )


def group_of(
    stage: Stage, subject_head: Token, subject: NounPhrase | None, head: Token, verb: Token, last: int
) -> tuple[Token, ...] | None:
    """The verb group, from the subject to the verb or the end of the attribute, without idle adverbs.

    None where anything else stands in between, a pronoun object above all.
    """
    view = stage.view
    start = (subject.tokens[-1].i if subject is not None else view.subtree(subject_head)[-1].i) + 1
    if subject is not None and subject.cut and view.tokens[start].text == ",":
        start += 1
    out = []
    for token in view.tokens[start : last + 1]:
        bare = low(token.text).rstrip("'")
        if token.dep == "advmod" and low(token.text).replace("'", "’") in words_of("droppable"):
            continue
        if token.i <= verb.i and token is not verb:
            governed = token.head in {head.i, verb.i} or token is head
            part = token.dep.startswith("aux") or token.dep == "cop" or token is head or bare in {"se", "s"}
            negation = token.dep == "advmod" and bare in {"ne", "n", "pas", "plus", "jamais"}
            attribute = last > verb.i or head.pos == "NOUN"
            if not governed or not (part or negation or (attribute and token.dep in {"det", "amod", "nummod"})):
                return None
        out.append(token)
    return tuple(out) if out else None


def subject_of(stage: Stage, head: Token) -> NounPhrase | None:
    """The subject as a whole noun phrase; a bare name is one."""
    if head.pos == "PROPN":
        tokens = stage.view.tokens
        first, last = head.i, head.i
        while (
            first > 0
            and tokens[first - 1].sentence == head.sentence
            and (tokens[first - 1].pos == "PROPN" or (tokens[first - 1].pos == "DET" and tokens[first].pos == "PROPN"))
        ):
            first -= 1
            if tokens[first].pos == "DET":
                break
        while (
            last + 1 < len(tokens)
            and tokens[last + 1].sentence == head.sentence
            and (tokens[last + 1].pos == "PROPN" or tokens[last + 1].dep in {"flat:name", "flat:foreign"})
        ):
            last += 1
        phrase = NounPhrase(head, tokens[first : last + 1], "", False, stage.span(tokens[first : last + 1]))
    else:
        found = noun_phrase(stage, head)
        if found is None or found.article or not agreed(found):
            return None
        if found.tokens[0].pos not in {"DET", "NUM"} and not any(t.text[0].isdigit() for t in found.tokens[:4]):
            return None
        phrase = found
    counted = low(head.lemma) in {"million", "milliard", "millier"} and phrase.tokens[-1].i > head.i
    if (light(head) and not counted) or len(phrase.text) > LONGEST_SUBJECT:
        return None
    if not balanced(phrase.text) or not self_sufficient(phrase.tokens):
        return None
    branch = stage.view.subtree(head)
    if any(t.dep == "conj" and t.head == head.i for t in branch):
        return None
    if any(t.i < phrase.tokens[0].i and t.head == head.i and t.dep not in {"punct", "case"} for t in branch):
        return None
    return phrase


def named_in_apposition(stage: Stage, subject: NounPhrase) -> NounPhrase | None:
    """« Mark Zuckerberg » of « le PDG de Meta, Mark Zuckerberg, … »: the name serves better than the role."""
    tokens = stage.view.tokens
    comma = subject.tokens[-1].i + 1
    first = comma + 1
    if tokens[comma].text != "," or first >= len(tokens) or tokens[first].pos != "PROPN":
        return None
    last = first
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].pos == "PROPN"
        and tokens[last + 1].sentence == subject.head.sentence
    ):
        last += 1
    if last + 1 >= len(tokens) or tokens[last + 1].text != "," or tokens[first].sentence != subject.head.sentence:
        return None
    found = tokens[first : last + 1]
    return NounPhrase(tokens[first], found, "", True, stage.span(found))


def tense_of(verb: Token, aux: Sequence[Token]) -> Tense:
    """The tense of a verb group."""
    finite = next((t for t in [*aux, verb] if t.morph.get("VerbForm") == "Fin"), None)
    if finite is None or finite.morph.get("Mood") != "Ind":
        return "other"
    tense = finite.morph.get("Tense", "")
    if finite is not verb:
        if low(finite.lemma) in MODALS:
            near = low(finite.lemma) == "aller"
            return ("near" if near else "present") if tense == "Pres" else "future" if tense == "Fut" else "other"
        if low(finite.lemma) not in {"avoir", "être"}:
            return "other"
        passive = finite.dep == "aux:pass" or (low(finite.lemma) == "être" and not takes_etre(verb, aux))
        if passive:
            return {"Pres": "present", "Fut": "future"}.get(tense, "other")  # type: ignore[return-value]
        return "past" if tense == "Pres" else "other"  # also of a passive: « a été fermée »
    return {"Pres": "present", "Fut": "future", "Past": "past"}.get(tense, "other")  # type: ignore[return-value]


def takes_etre(verb: Token, aux: Sequence[Token]) -> bool:
    """Whether « est » before a participle makes a past: « est parti », « s’est levé », not « est attendu »."""
    reflexive = any(low(t.text).rstrip("'’") in {"se", "s"} for t in aux)
    return reflexive or low(verb.lemma) in words_of("with_etre")


def complements(stage: Stage, clause: Clause, room: int) -> list[str] | None:
    """Texts of what follows the verb, as much as fits; None if what the verb needs does not fit, or is not clean."""
    out: list[str] = []
    at = clause.verb.i + 1
    used = 0
    stopped = False
    for part in clause.after:
        needed = part.dep in REQUIRED or part.dep == "attr"
        text = "" if stopped else printed(stage, part, at, room - used - 1)
        if not text or used + len(text) + 1 > room:
            if needed:
                return None
            stopped = True
            continue
        out.append(text)
        used += len(text) + 1
        at = part.tokens[-1].i + 1
        phrase_end = stage.view.tokens[at - 1]
        if not text.endswith(phrase_end.text):
            stopped = True
    following = stage.view.next(stage.view.tokens[at - 1])
    if out and following is not None and following.pos == "DET":
        return None  # an object that the parser hung elsewhere comes next
    return out


def printed(stage: Stage, part: Complement, at: int, room: int = 70) -> str:
    """A complement as it can be printed right after token *at*, in *room* characters; "" if it cannot."""
    shortened = False
    tokens = part.tokens
    if tokens[0].i != at or part.dep in {"advcl", "parataxis", "conj", "dislocated", "punct", "cc", "ccomp"}:
        return ""
    lead = [t for t in tokens if t.i < part.head.i and t.pos == "ADP"]
    if part.head.pos in {"NOUN", "PROPN"} and len(lead) <= 2:
        phrase = noun_phrase(stage, part.head)
        if phrase is not None and not agreed(phrase):
            return ""
        end, _cut = nominal_close(stage, part.head)
        kept = stage.view.tokens[tokens[0].i : end]
        if len(stage.span(kept)) > room:
            kept = abridged(stage, kept, part.head, room)
            shortened = True
    elif part.head.pos == "VERB" and part.dep == "xcomp":
        kept = tokens
    else:
        return ""
    if any(t.pos in {"PRON", "SCONJ", "AUX"} or t.morph.get("VerbForm") == "Fin" for t in kept):
        return ""
    if not kept or not self_sufficient(kept, possessives=True) or not (shortened or whole(stage, kept)):
        return ""
    text = stage.span(kept)
    return text if balanced(text) and not any(c in text for c in '«»",;:()') else ""


def abridged(stage: Stage, tokens: tuple[Token, ...], head: Token, room: int) -> tuple[Token, ...]:
    """A noun phrase without its last complements: « chercheurs en intelligence artificielle | de DeepMind ».

    It is cut only after an adjective or a name that closes a complement, where nothing is left waiting.
    """
    for k in range(len(tokens) - 1, 0, -1):
        before, after = tokens[k - 1], tokens[k]
        if before.i <= head.i or after.pos != "ADP" or before.pos not in {"ADJ", "PROPN"}:
            continue
        if any(t.pos == "ADP" for t in tokens[:k] if t.i > head.i) and len(stage.span(tokens[:k])) <= room:
            return tokens[:k]
    for k in range(1, len(tokens)):
        # failing that, right after the noun: « chercheurs | en intelligence artificielle »
        if tokens[k - 1].i == head.i and low(tokens[k].text) in {"en", "pour", "avec", "sur"}:
            return tokens[:k]
    return ()


def nominal_close(stage: Stage, head: Token) -> tuple[int, bool]:
    """One past the noun phrase of a complement."""
    from seo_fr.topics.heading_families.phrases import nominal_end

    if head.pos == "PROPN":
        tokens = stage.view.tokens
        last = head.i
        while last + 1 < len(tokens) and tokens[last + 1].sentence == head.sentence and tokens[last + 1].pos == "PROPN":
            last += 1
        return last + 1, False
    phrase = noun_phrase(stage, head)
    if phrase is not None:
        return phrase.tokens[-1].i + 1, phrase.cut
    return nominal_end(stage, head.i)
