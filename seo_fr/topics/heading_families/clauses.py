"""A clause taken apart for headings: subject, verb group, what follows, up to where it can be cut."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from seo_fr.french import a, capitalize_first, de, elide, lower_first
from seo_fr.french.conjugation import conjugate
from seo_fr.model import Number, Token
from seo_fr.resources import load_toml
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, owned, words_of
from seo_fr.topics.heading_families.phrases import (
    NounPhrase,
    balanced,
    content,
    noun_phrase,
    self_sufficient,
    whole,
)
from seo_fr.understanding.view import low

Tense = Literal["present", "past", "future", "near", "other"]
REQUIRED = frozenset({"obj", "xcomp", "ccomp", "obl:arg", "iobj", "obl:agent"})
HEADS = frozenset({"ROOT", "conj", "parataxis"})
LONGEST_SUBJECT = 40


@dataclass(frozen=True, slots=True)
class Complement:
    """What depends on the verb and follows it."""

    dep: str
    head: Token
    tokens: tuple[Token, ...]


MODALS = frozenset({"aller", "pouvoir", "devoir"})


@dataclass(frozen=True, slots=True)
class Clause:
    """An independent clause with a nominal subject."""

    verb: Token
    subject: NounPhrase
    group: tuple[Token, ...]
    """Auxiliaries, « se », negation and verb, contiguous."""
    tense: Tense
    passive: bool
    reflexive: bool
    negated: bool
    after: tuple[Complement, ...]

    @property
    def who(self) -> str:
        """The subject as it stands inside a sentence."""
        first = self.subject.tokens[0]
        return lower_first(self.subject.text) if first.pos in {"DET", "ADJ"} else self.subject.text

    @property
    def modal(self) -> bool:
        """Whether the verb stands under « pouvoir » or « devoir »."""
        return any(low(t.lemma) in {"pouvoir", "devoir"} for t in self.group[:-1])

    @property
    def lemma(self) -> str:
        """Infinitive of the verb, with « se » if it is reflexive."""
        lemma = low(self.verb.lemma).replace("'", "’")
        return f"se {lemma}" if self.reflexive else lemma

    @property
    def number(self) -> Number:
        """Number of the finite verb."""
        finite = self.group[0] if self.group[0].number else self.verb
        return next((t.number for t in self.group if t.morph.get("VerbForm") == "Fin" and t.number), finite.number)


def clauses(stage: Stage, sid: int) -> list[Clause]:
    """The independent clauses of a sentence that can be taken apart."""
    found = (clause_of(stage, token) for token in stage.view.of_sentence(sid) if token.dep in HEADS)
    return [clause for clause in found if clause is not None]


def clause_of(stage: Stage, head: Token) -> Clause | None:
    """The clause that a verb heads, or None where its parts do not stand side by side."""
    view = stage.view
    if head.pos not in {"VERB", "AUX"}:
        return None
    kids = list(view.dependants(head))
    subjects = [k for k in kids if k.dep in {"nsubj", "nsubj:pass"}]
    if len(subjects) != 1 or subjects[0].i > head.i or subjects[0].pos not in {"NOUN", "PROPN"}:
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
    inner = [k for k in kids if subjects[0].i < k.i < verb.i]
    if verb is not head:
        inner.append(head)
    clitics = [k for k in inner if k.pos == "PRON" and low(k.text).rstrip("'") not in {"se", "s"} and k.dep != "nmod"]
    subject = subject_of(stage, subjects[0])
    if subject is None or any(k.i > subject.tokens[-1].i for k in clitics):
        return None
    group = []
    for token in view.tokens[subject.tokens[-1].i + 1 : verb.i + 1]:
        if token.dep == "advmod" and low(token.text) in words_of("droppable"):
            continue
        if token is not verb and token not in inner:
            return None
        group.append(token)
    after = []
    for kid in sorted((k for k in kids if k.i > verb.i and k.dep not in {"punct"}), key=lambda t: t.i):
        branch = view.subtree(kid)
        if branch[0].i <= verb.i:
            return None
        after.append(Complement(kid.dep, kid, branch))
    plain = [low(t.text).rstrip("'") for t in group]
    aux = [t for t in group[:-1] if t.dep.startswith("aux") or t is head]
    return Clause(
        verb,
        subject,
        tuple(group),
        tense_of(verb, aux),
        passive=any(t.dep == "aux:pass" for t in group),
        reflexive=bool({"se", "s"} & set(plain)),
        negated=bool({"ne", "n"} & set(plain)),
        after=tuple(after),
    )


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
        if found is None or found.article or found.tokens[0].pos not in {"DET", "NUM"}:
            return None
        phrase = found
    if not self_sufficient(phrase.tokens) or len(phrase.text) > LONGEST_SUBJECT or not balanced(phrase.text):
        return None
    branch = stage.view.subtree(head)
    if any(t.dep == "conj" and t.head == head.i for t in branch):
        return None
    return phrase


def tense_of(verb: Token, aux: list[Token]) -> Tense:
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
        passive = finite.dep == "aux:pass"
        if passive:
            return {"Pres": "present", "Fut": "future"}.get(tense, "other")  # type: ignore[return-value]
        return "past" if tense == "Pres" else "other"  # also of a passive: « a été fermée »
    return {"Pres": "present", "Fut": "future", "Past": "past"}.get(tense, "other")  # type: ignore[return-value]


def complements(stage: Stage, clause: Clause, room: int) -> list[str] | None:
    """Texts of what follows the verb, as much as fits; None if what the verb needs does not fit, or is not clean."""
    out: list[str] = []
    at = clause.verb.i + 1
    used = 0
    stopped = False
    for part in clause.after:
        needed = part.dep in REQUIRED or part.dep == "attr"
        text = "" if stopped else printed(stage, part, at)
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
    return out


def printed(stage: Stage, part: Complement, at: int) -> str:
    """A complement as it can be printed right after token *at*; "" if it cannot."""
    tokens = part.tokens
    if tokens[0].i != at or part.dep in {"advcl", "parataxis", "conj", "dislocated", "punct", "cc", "ccomp"}:
        return ""
    lead = [t for t in tokens if t.i < part.head.i and t.pos == "ADP"]
    if part.head.pos in {"NOUN", "PROPN"} and len(lead) <= 2:
        end, _cut = nominal_close(stage, part.head)
        kept = stage.view.tokens[tokens[0].i : end]
    elif part.head.pos == "VERB" and part.dep == "xcomp":
        kept = tokens
    else:
        return ""
    if any(t.pos in {"PRON", "SCONJ", "AUX"} or t.morph.get("VerbForm") == "Fin" for t in kept):
        return ""
    if not self_sufficient(kept, possessives=True) or not whole(stage, kept):
        return ""
    text = stage.span(kept)
    return text if balanced(text) and not any(c in text for c in '«»",;:()') else ""


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


@cache
def action_nouns() -> dict[str, dict[str, Any]]:
    """Verb → action noun."""
    found: dict[str, dict[str, Any]] = load_toml("nominalisations.toml")["verb"]
    return found


def finite_form(stage: Stage, clause: Clause) -> str | None:
    """The verb group as a heading has it: the present for what has just happened; None where that is unsure."""
    if clause.tense == "other" or (clause.negated and clause.tense == "past"):
        return None
    if clause.tense != "past":
        return " ".join(stage.text[t.start : t.end] for t in clause.group).replace("’ ", "’").replace("' ", "'")
    if not clause.number:
        return None
    if clause.passive:
        return f"{conjugate('être', number=clause.number)} {stage.text[clause.verb.start : clause.verb.end]}"
    return conjugate(clause.lemma, number=clause.number)


def present_clauses(stage: Stage, sid: int) -> list[Candidate]:
    """« Meta propose des emplois sans entretien »: the clause, in the present where it told a past event."""
    out = []
    most = lengths()["most"]
    for clause in clauses(stage, sid):
        verb = low(clause.verb.lemma)
        if verb in words_of("telling") or vague(clause.subject):
            continue
        form = finite_form(stage, clause)
        if form is None:
            continue
        suffix = owned(stage, sid, clause.subject.tokens[0].start, clause.verb.end)
        if suffix is None:
            continue
        core = f"{clause.who} {form}"
        rest = complements(stage, clause, most - len(core) - len(suffix))
        if not rest:
            continue
        text = capitalize_first(f"{core} {' '.join(rest)}{suffix}")
        bonus = 0.15 * (clause.tense in {"present", "past"}) - 0.3 * (clause.verb.dep == "conj")
        out.append(candidate(text, (sid,), "clause", verb, bonus=bonus))
    return out


def vague(subject: NounPhrase) -> bool:
    """Whether a subject is a bare « l’entreprise », « le chercheur », whose name stands elsewhere."""
    bare = len(content(subject.tokens)) < 2
    return bare and low(subject.head.lemma) in words_of("standing_for")


def definitions(stage: Stage, sid: int) -> list[Candidate]:
    """« Belle-Île-en-Mer, la plus grande des îles du Ponant »: what the subject is, in apposition."""
    out = []
    for root in stage.view.of_sentence(sid):
        if root.dep != "ROOT" or root.pos != "NOUN":
            continue
        kids = stage.view.dependants(root)
        copula = next((k for k in kids if k.dep == "cop"), None)
        subjects = [k for k in kids if k.dep == "nsubj" and k.i < root.i]
        if copula is None or len(subjects) != 1 or subjects[0].pos not in {"NOUN", "PROPN"}:
            continue
        if copula.morph.get("Tense") != "Pres" or copula.morph.get("Mood") != "Ind":
            continue
        subject, attribute = subject_of(stage, subjects[0]), noun_phrase(stage, root)
        if subject is None or attribute is None or vague(subject) or attribute.tokens[0].pos != "DET":
            continue
        if subject.tokens[-1].i + 1 != copula.i or attribute.tokens[0].i != copula.i + 1:
            continue
        if (
            len(content(attribute.tokens)) < 2
            or not self_sufficient(attribute.tokens)
            or not whole(stage, attribute.tokens)
        ):
            continue
        if owned(stage, sid, subject.tokens[0].start, attribute.tokens[-1].end) != "":
            continue
        text = capitalize_first(f"{subject.text}, {attribute.text}")
        if len(text) <= lengths()["most"] and balanced(text):
            out.append(candidate(text, (sid,), "subject_fact", low(root.lemma)))
    return out


def nominalisations(stage: Stage, sid: int) -> list[Candidate]:
    """« La suppression de 8 000 postes », « Le recul des ventes »: what happens, as a noun phrase."""
    out = []
    most = lengths()["most"]
    for clause in clauses(stage, sid):
        row = action_nouns().get(clause.lemma)
        if row is None or clause.tense == "other" or clause.negated or clause.modal:
            continue
        suffix = owned(stage, sid, clause.subject.tokens[0].start, clause.verb.end)
        if suffix is None:
            continue
        borne, agent, rest = borne_of(stage, clause, row)
        if borne is None:
            continue
        noun = str(row["noun"])
        article = (
            "Vers la"
            if clause.tense in {"future", "near"} and row["gender"] == "f"
            else ("Vers le" if clause.tense in {"future", "near"} else ("La" if row["gender"] == "f" else "Le"))
        )
        head = elide(article, noun)
        text = f"{head} {joined(str(row['preposition']), borne)}"
        for piece in rest:
            if len(text) + 1 + len(piece) + len(suffix) <= most:
                text = f"{text} {piece}"
            else:
                break
        if agent and len(text) + 5 + len(agent) + len(suffix) <= most and not rest:
            text = f"{text} par {agent}"
        text += suffix
        if len(text) > most:
            continue
        out.append(candidate(capitalize_first(text), (sid,), "nominalisation", noun, bonus=-0.2 * bool(suffix)))
    return out


def joined(preposition: str, phrase: str) -> str:
    """A preposition before a noun phrase with its article."""
    return de(phrase) if preposition == "de" else a(phrase) if preposition == "à" else f"{preposition} {phrase}"


def borne_of(stage: Stage, clause: Clause, row: dict[str, Any]) -> tuple[str | None, str, list[str]]:
    """What the action noun bears on, its agent, and the complements to carry along."""
    subject = clause.subject
    objects = [c for c in clause.after if c.dep == "obj"]
    most = lengths()["most"]
    if row["bears"] == "subject":
        if objects or clause.passive or subject.cut:
            return None, "", []
        rest = complements(stage, clause, most - len(subject.text) - 20)
        return (clause.who, "", rest) if rest is not None and named_enough(subject, rest) else (None, "", [])
    if row["preposition"] == "de":
        if clause.passive:
            agents = [c for c in clause.after if c.dep == "obl:agent"]
            agent = stage.span(agents[0].tokens[1:]) if agents and len(agents[0].tokens) <= 6 else ""
            others = [c for c in clause.after if c.dep != "obl:agent"]
            if agents and others and others[0].tokens[0].i < agents[0].tokens[0].i:
                agent = ""
            return (clause.who, agent, []) if len(content(subject.tokens)) >= 2 or agent else (None, "", [])
        if len(objects) != 1 or objects[0].tokens[0].i != clause.verb.i + 1 or clause.reflexive:
            return None, "", []
        text = printed(stage, objects[0], clause.verb.i + 1)
        if not text or low(text.split()[0]) in {"son", "sa", "ses", "leur", "leurs"} or not determined(text):
            return None, "", []
        return text, agent_of(clause), []
    wanted = {"à": {"à", "au", "aux"}}.get(row["preposition"], {row["preposition"]})
    for part in clause.after:
        if low(part.tokens[0].text) in wanted and part.head.pos in {"NOUN", "PROPN"}:
            phrase = noun_phrase(stage, part.head)
            text = printed(stage, part, clause.verb.i + 1)
            if phrase is None or not text:
                return None, "", []
            return phrase.text, agent_of(clause), []
    return None, "", []


def agent_of(clause: Clause) -> str:
    """The subject as it follows « par »."""
    return clause.who if clause.subject.tokens[0].pos != "NUM" and not vague(clause.subject) else ""


def determined(text: str) -> bool:
    """Whether a noun phrase opens with an article or a number."""
    first = low(text).split()[0]
    return (
        first in {"le", "la", "les", "un", "une", "des", "du", "de"} or first[:2] in {"l'", "d'"} or first[0].isdigit()
    )


def named_enough(subject: NounPhrase, rest: list[str]) -> bool:
    """Whether a subject, with what follows, is worth a heading."""
    return len(content(subject.tokens)) >= 2 or bool(rest) or subject.head.pos == "PROPN"
