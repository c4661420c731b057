"""A fact ready to be asked about: its parts, the gender that a pronoun needs, and the order of words of a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from seo_fr.french import elide, invert, que
from seo_fr.french.conjugation import conjugate
from seo_fr.model import Attribution, DateMention, Gender, Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.antecedents import antecedent, main_clause
from seo_fr.rewriting.clauses import Clause, Complement, attribution_of, clauses, dependents, tense_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint import future_in_past, is_reporting, subordinate, whose_words
from seo_fr.rewriting.naming import gender, named_subject, phrase, several
from seo_fr.rewriting.predicates import Said, adjoining, complements, contiguous_but_adverbs, joined, plural
from seo_fr.rewriting.speakers import lower_article


@dataclass(frozen=True, slots=True)
class Fact:
    """A clause in the parts of which questions are made."""

    clause: Clause
    subject: str
    """As it stands inside a sentence: « le lancement », « Meta »."""
    gender: Gender
    """Of the subject; "" where no pronoun may stand for it."""
    number: Number
    before: str
    """What precedes the finite verb: « s’ », « n’ », « se »; or ""."""
    finite: str
    after: str
    """The rest of the verb group: « pas », « été reporté »; or ""."""
    rest: tuple[Said, ...] | None
    """Complements, in order; None when they could not all be read."""
    whose: str
    """« selon X », when the clause stands on somebody's word; else ""."""
    certain: bool
    """Whether nothing casts doubt on the clause."""
    front: str = ""
    """A date or place that opened the sentence, without which the fact would be too wide; in lower case."""
    named_in: tuple[int, ...] = ()
    """Ids of the sentences that name what its pronoun stands for."""

    @property
    def sid(self) -> int:
        """Id of its sentence."""
        return self.clause.sid

    @property
    def verb(self) -> str:
        """The whole verb group."""
        return glued(self.before, " ".join(w for w in (self.finite, self.after) if w))


def fact_of(ctx: Context, clause: Clause) -> Fact | None:
    """The parts of a clause that can be asked about; None for quotations, subordinates, questions, vague subjects."""
    if any(q.start <= clause.verb.start < q.end for q in ctx.quotations(clause.sid)):
        return None
    if subordinate(ctx, clause) or ctx.sentence(clause.sid).text.rstrip().endswith("?"):
        return None
    if is_reporting(clause) and not (clause.passive or clause.reflexive):
        return None
    attribution = attribution_of(ctx, clause)
    words = whose_words(ctx, clause, attribution) if attribution is not None else ("",)
    named_in: tuple[int, ...] = ()
    subject = named_subject(ctx, clause)
    if subject is None and (found := taken_up(ctx, clause)) is not None:
        subject, named_in = found
    if attribution is not None:
        words = tuple(full_speaker(ctx, attribution, w) for w in words)
    if not words or subject is None or re.search(r"\w\.\w", subject):
        return None
    front = opening(ctx, clause, told=attribution is not None)
    if front is None:
        return None
    group = [t for t in clause.group if clause.copula is None or t.i != clause.verb.i]
    if any(t.pos == "PRON" and t.text.lower().rstrip("'’") not in {"se", "s"} for t in group):
        return None
    last = clause.subject[-1]
    near = clause.dependent or next_to(ctx, last, group[0]) or tail_of_name(ctx, clause, group[0])
    if not whole(ctx, group) or not near:
        return None
    at = group.index(clause.finite) if clause.finite in group else -1
    if at < 0:
        return None
    subject = introduced(ctx, clause, shortened(ctx, clause, subject))
    if not clause.dependent:
        subject = f"{subject} {tail_of_name(ctx, clause, group[0])}".strip()
    finite = clause.finite.text
    if clause.tense == "pluperfect":  # once on its own, the fact is simply past
        finite = {"avait": "a", "avaient": "ont", "était": "est", "étaient": "sont"}.get(finite, finite)
    if clause.tense == "conditional" and attribution is not None:
        finite = future_in_past(ctx, clause, attribution) or finite  # « a déclaré que X aurait »: a future
    scopes = [s for s in ctx.scopes(clause.sid) if s.start <= clause.verb.start < s.end and s.kind != "modal"]
    return Fact(
        clause,
        subject,
        gender(ctx, clause, subject),
        "p" if plural(clause) else "s",
        joined(group[:at]),
        finite,
        joined(group[at + 1 :]),
        read_complements(ctx, clause),
        words[0],
        not scopes,
        front,
        named_in,
    )


OPENING = 2
"""Sentences at the head of a text: what they introduce is known to the reader of any question."""


def introduced(ctx: Context, clause: Clause, subject: str) -> str:
    """« un avion de ligne », introduced at the head of a text that tells of no other, as « l’avion de ligne »."""
    match = re.match(r"(une?) (.+)$", subject)
    head = clause.subject_head
    if clause.tense not in {"past", "pluperfect", "imperfect"}:
        return subject  # « une avalanche se produit quand… » is said of all
    if match is None or clause.sid >= OPENING or head.pos != "NOUN" or clause.subject[0].text.lower() != match[1]:
        return subject
    if head.lemma.lower() in load_toml("rewriting/questions.toml")["vague"]:
        return subject
    if several(ctx, head) or re.search(r"\b(?:de ses|de leurs|parmi|d’entre)\b", subject):
        return subject
    return elide("le" if match[1] == "un" else "la", match[2])


def taken_up(ctx: Context, clause: Clause) -> tuple[str, tuple[int, ...]] | None:
    """What « il », « elle » certainly stand for, in lower case at its article, with the sentences that name it."""
    head = clause.subject_head
    if head.text.lower() not in {"il", "elle", "ils", "elles"} or clause.dependent:
        return None
    found = antecedent(ctx, clause)
    if found is None or len(found[0].split()) > LONGEST_SUBJECT:
        return None
    if re.match(r"(?:une?|des|plusieurs|\d)\b", found[0], re.IGNORECASE):
        return None
    text = re.sub(r"^(?:Les? |La |L[’'])", lambda m: m[0].lower(), found[0].replace("'", "’"))
    main = main_clause(ctx, found[1][-1])
    if main is not None and (tail := tail_of_name(ctx, main, main.group[0])):
        text = f"{text} {tail}"
    return text, tuple(sid for sid in found[1] if sid != clause.sid)


def facts(ctx: Context, sid: int) -> tuple[Fact, ...]:
    """The facts of a sentence: its clauses, those told by the way, those that share a subject told once."""
    found = [*clauses(ctx, sid), *(c for c in dependents(ctx, sid) if c.finite.morph.get("VerbForm") == "Fin")]
    for clause in clauses(ctx, sid):
        found += sharing(ctx, clause)
    return tuple(fact for clause in found if (fact := fact_of(ctx, clause)) is not None)


def sharing(ctx: Context, clause: Clause) -> list[Clause]:
    """« X a heurté un mur et a perdu ses clés »: the second clause, with the subject of the first.

    Not where something before the subject may hold for one of them only.
    """
    if opening(ctx, clause, told=False) != "" or clause.tense == "other":
        return []
    found = []
    for head in ctx.children(clause.verb):
        if head.dep != "conj" or head.pos not in {"VERB", "AUX"} or head.i < clause.verb.i:
            continue
        kids = ctx.children(head)
        aux = [k for k in kids if k.dep.startswith("aux")]
        if any(k.dep in {"nsubj", "nsubj:pass", "expl", "mark", "cop"} for k in kids):
            continue
        clitics = [k for k in kids if k.pos == "PRON" and k.i < head.i]
        denials = [k for k in kids if k.text.lower() in {"ne", "n'", "n’", "pas", "plus", "jamais"}]
        finite = next((t for t in (*aux, head) if t.morph.get("VerbForm") == "Fin"), None)
        if clitics or denials or finite is None or finite.number != clause.finite.number:
            continue
        words = {t.i for t in (*aux, head)}
        rest = [Complement(k.dep, ctx.subtree(k)) for k in kids if k.i not in words and k.dep not in {"punct", "cc"}]
        found.append(
            replace(
                clause,
                verb=head,
                copula=None,
                group=tuple(sorted((*aux, head), key=lambda t: t.i)),
                finite=finite,
                complements=tuple(sorted(rest, key=lambda c: c.start)),
                tense=tense_of(head, aux, finite),
                passive=any(a.dep == "aux:pass" for a in aux),
                reflexive=False,
                negated=False,
                modal=False,
                dependent=True,
            )
        )
    return found


@cache
def opens_with(name: str) -> re.Pattern[str]:
    """A pattern for the beginnings listed under a name of the word lists."""
    words = load_toml("rewriting/questions.toml")["openings"][name]
    return re.compile(rf"(?:{'|'.join(words)})\b", re.IGNORECASE)


def opening(ctx: Context, clause: Clause, *, told: bool) -> str | None:
    """The date or place before the subject, "" for none; None when something there limits the fact.

    Causes, contrasts, aims and what came before may go: the fact stays true without them.
    """
    droppable = load_toml("rewriting/keypoint.toml")["droppable_adverbs"]
    kept = ""
    for complement in clause.before:
        text = ctx.span(complement.tokens).strip(" ,").replace("'", "’")
        low = text.lower()
        if not low or low in droppable or opens_with("loose").match(low):
            continue
        if opens_with("limits").match(low):
            if told and re.match(r"(?:selon|d’après)", low):
                continue
            return None
        first = complement.tokens[0]
        if first.morph.get("VerbForm") in {"Part", "Ger"} and complement.dep in {"advcl", "acl"}:
            continue
        if kept or len(complement.tokens) > 9 or "," in text or "«" in text or complement.dep == "advcl":
            return None
        if len(complement.tokens) <= 5 and (day := pointed(ctx, clause, complement)):
            kept = day
            continue
        shown = phrase(ctx, complement.tokens)
        if shown is None or not opens_with("kept").match(shown.lower()):
            return None
        kept = shown[:1].lower() + shown[1:]
    return kept


def pointed(ctx: Context, clause: Clause, complement: Complement) -> str:
    """« Ce samedi matin » as « le samedi 20 octobre 2012 au matin »; "" for what is no such date."""
    start, end = complement.tokens[0].start, complement.tokens[-1].end
    found = [d for d in ctx.dates(clause.sid) if start <= d.start and d.end <= end and not d.absolute]
    if len(found) != 1 or len(ctx.text[start:end].strip(" ,")) > len(found[0].text) + len(found[0].preposition) + 1:
        return ""
    return date_wording(found[0])


DATED_BY = frozenset({"", "en", "le", "à", "au", "dès", "vers"})
YEAR_RE = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def date_wording(date: DateMention) -> str:
    """A date with its preposition, when it stands on its own and has a year; "" otherwise.

    A day that the source only points to (« mardi », « ce matin ») is named in full where its date of publication tells.
    """
    if date.preposition.lower() not in DATED_BY:
        return ""
    if date.absolute and YEAR_RE.search(date.text):
        return f"{date.preposition} {date.text}".strip()
    if len(date.iso) != 10 or not date.resolved or not YEAR_RE.search(date.resolved):
        return ""
    if date.preposition.lower() not in {"", "le", "à", "au"}:
        return ""
    return date.resolved if date.resolved.startswith("le ") else f"le {date.resolved}"


def plain(ctx: Context, sid: int, start: int, end: int) -> bool:
    """Whether a stretch of a sentence is affirmed by the article itself: on nobody's word, without doubt or denial."""
    told = any(a.start < end and start < a.end for a in ctx.attributions(sid))
    return not told and not any(s.start < end and start < s.end and s.kind != "modal" for s in ctx.scopes(sid))


def full_speaker(ctx: Context, attribution: Attribution, whose: str) -> str:
    """« selon le Bureau d’enquêtes », where the analysis kept but the first word of a body's name."""
    if attribution.entity < 0 or not whose.startswith("selon "):
        return whose
    name, speaker = ctx.analysis.entities[attribution.entity].name, attribution.speaker.strip(" ,")
    cut = f"{name} d" in speaker and whose == f"selon {name}" and len(speaker.split()) <= 9
    return f"selon {lower_article(speaker)}" if cut else whose


LONGEST_SUBJECT = 9


def shortened(ctx: Context, clause: Clause, text: str) -> str:
    """A long subject without its last participles: « l’accident survenu sur le vol X assuré par Y » → « … vol X »."""
    if len(text.split()) <= LONGEST_SUBJECT:
        return text
    for token in clause.subject[3:]:
        if token.dep in {"acl", "acl:relcl", "conj"} and token.head != clause.subject_head.i:
            before = ctx.text[clause.subject[0].start : token.start].strip(" ,")
            cut = text[: len(before)].rstrip(" ,").removesuffix(" et").strip()
            return cut if len(cut.split()) >= 4 else text
    return text


HEDGES = frozenset({"probablement", "peut-être", "sans", "doute"})


def whole(ctx: Context, group: list[Token]) -> bool:
    """Whether nothing stands inside a verb group but adverbs that may go, or that cast a doubt noted elsewhere."""
    if contiguous_but_adverbs(ctx, group):
        return True
    held = {t.i for t in group}
    inside = [ctx.analysis.tokens[i] for i in range(group[0].i, group[-1].i + 1) if i not in held]
    return all(t.text.lower() in HEDGES for t in inside)


def tail_of_name(ctx: Context, clause: Clause, first: Token) -> str:
    """« XL » of « la 3DS XL », left between subject and verb by the parser; "" when there is none."""
    tokens = ctx.analysis.tokens[clause.subject[-1].i + 1 : first.i]
    named = 0 < len(tokens) <= 3 and all(t.text[0].isupper() or t.text[0].isdigit() or t.text == "-" for t in tokens)
    return ctx.span(tokens) if named else ""


def next_to(ctx: Context, last: Token, first: Token) -> bool:
    """Whether only an aside between commas or brackets, or an adverb that may go, parts subject and verb."""
    if adjoining(ctx, last.i, first.i):
        return True
    text = ctx.text[last.end : first.start].strip()
    return len(text) > 2 and (text[0], text[-1]) in {(",", ","), ("(", ")")} and " qui " not in text


def read_complements(ctx: Context, clause: Clause) -> tuple[Said, ...] | None:
    """All the complements after the verb; None when one is left out or cannot be shown."""
    found = complements(ctx, clause)
    return None if found is None else tuple(found)


def glued(before: str, after: str) -> str:
    """Two words with a space, but for an elided first."""
    return f"{before}{after}" if not before or before[-1] in "'’" else f"{before} {after}"


def ask(word: str, fact: Fact, rest: Sequence[str] = (), *, plain: bool = True, object_first: bool = False) -> str:
    """A question on a fact: « Quand sortira X ? », « Pourquoi X a-t-il fermé Y ? », « Pourquoi est-ce que … ? ».

    *plain*: the subject may follow the verb when no complement does. *object_first*: *word* holds the object, so that
    the subject may follow the verb even before an adjunct.
    """
    tail = " ".join(r for r in rest if r)
    known_ = bool(invert(fact.finite, gender=fact.gender, number=fact.number))
    if plain and len(fact.subject.split()) <= 12 and (not known_ if object_first else not tail):
        text = f"{elide(word, fact.verb) if word == 'Que' else f'{word} {fact.verb}'} {fact.subject} {tail}"
    else:
        inverted = invert(fact.finite, gender=fact.gender, number=fact.number)
        if inverted:
            group = glued(fact.before, " ".join(w for w in (inverted, fact.after) if w))
            text = f"{word} {fact.subject} {group} {tail}"
        else:
            text = f"{word} est-ce {que(fact.subject)} {fact.verb} {tail}"
    return " ".join(text.split()) + " ?"


def present(lemma: str, number: Number = "s") -> str:
    """The present of a verb in the third person; "" when it is unknown."""
    return conjugate(lemma, "present", number=number) or ""
