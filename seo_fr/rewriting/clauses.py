"""A clause taken apart: subject, verb group, complements; the ground of nominalisations, key points and questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from seo_fr.french.conjugation import conjugate
from seo_fr.model import Attribution, Number, Token
from seo_fr.rewriting.context import Context
from seo_fr.understanding.certainty import is_conditional
from seo_fr.understanding.resolving import DAYS

Tense = Literal["present", "past", "imperfect", "pluperfect", "future", "near_future", "conditional", "other"]
RELATIVES = frozenset({"qui", "que", "qu'", "qu’", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles"})
PRONOUNS = frozenset(
    {"il", "elle", "ils", "elles", "on", "je", "j'", "j’", "nous", "vous", "tu", "ce", "c'", "c’", "cela", "ça", "ceci"}
)


IMPERFECT_RE = re.compile(r"(?:ais|ait|aient|ions|iez)$")


@dataclass(frozen=True, slots=True)
class Complement:
    """What depends on the verb, other than its subject and its auxiliaries."""

    dep: str
    """Universal dependency."""
    tokens: tuple[Token, ...]
    """Its whole subtree, in order."""

    @property
    def start(self) -> int:
        """Rank of its first token."""
        return self.tokens[0].i


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite clause of a source sentence."""

    sid: int
    verb: Token
    """The lexical verb, or the predicate of a copula."""
    copula: Token | None
    subject: tuple[Token, ...]
    """The whole subject; never empty."""
    subject_head: Token
    group: tuple[Token, ...]
    """Clitics, negation, auxiliaries and verb, in order."""
    finite: Token
    """The finite word of the group."""
    complements: tuple[Complement, ...]
    """In reading order; those before the subject too."""
    tense: Tense
    passive: bool
    reflexive: bool
    negated: bool
    modal: bool
    """Governs an infinitive as « pouvoir », « devoir », « vouloir », « sembler » do."""
    dependent: bool = False
    """A relative clause or an apposed participle: its subject is the noun it hangs on, and stands apart from it."""

    @property
    def object(self) -> Complement | None:
        """The direct object."""
        return next((c for c in self.complements if c.dep == "obj"), None)

    @property
    def after(self) -> tuple[Complement, ...]:
        """Complements that stand after the verb."""
        return tuple(c for c in self.complements if c.start > self.verb.i)

    @property
    def before(self) -> tuple[Complement, ...]:
        """Complements that stand before the subject."""
        return tuple(c for c in self.complements if c.start < self.subject[0].i)


def contiguous(tokens: Sequence[Token]) -> bool:
    """Whether no token is missing between the first and the last."""
    return all(b.i - a.i == 1 for a, b in pairwise(tokens))


def clauses(ctx: Context, sid: int) -> tuple[Clause, ...]:
    """The independent clauses of a sentence, and the contents of its reported clauses, in order."""
    found = []
    for token in ctx.tokens(sid):
        juxtaposed = token.dep == "advcl" and not any(c.dep == "mark" for c in ctx.children(token))
        independent = juxtaposed or token.dep in {"ROOT", "ccomp", "conj", "parataxis"}
        if independent or reported(ctx, token):
            clause = clause_of(ctx, token)
            if clause is not None:
                found.append(clause)
    return tuple(found)


def dependents(ctx: Context, sid: int) -> tuple[Clause, ...]:
    """What a sentence says by the way: « X, qui a conçu le code, … », « le code, conçu par X, … », as clauses.

    Only after a comma, where the noun is already known without them.
    """
    found = []
    for token in ctx.tokens(sid):
        noun = ctx.head(token)
        if token.dep not in {"acl", "acl:relcl"} or noun.pos not in {"NOUN", "PROPN"} or noun.i > token.i:
            continue
        extent = ctx.subtree(token)
        before = ctx.analysis.tokens[extent[0].i - 1]
        if extent[0].text == ",":
            extent, before = extent[1:], extent[0]
        if before.text != "," or not extent:
            continue
        phrase = tuple(t for t in ctx.subtree(noun) if t.i < before.i)
        if phrase and phrase[0].dep == "case" and phrase[0].text.lower() not in {"du", "des", "au", "aux"}:
            phrase = phrase[1:]
        if not phrase or phrase[0].pos not in {"DET", "PROPN", "NUM"} or phrase[0].text.lower() in {"du", "au", "aux"}:
            continue
        if not phrase or phrase[-1].i != before.i - 1 or not contiguous(phrase):
            continue
        if token.dep == "acl:relcl" and extent[0].text.lower() == "qui":
            clause = clause_of(ctx, token, subject=phrase, noun=noun)
        elif token.dep == "acl" and extent[0].i == token.i and token.morph.get("Tense") == "Past":
            clause = participle_of(ctx, token, phrase, noun)
        else:
            clause = None
        if clause is not None:
            found.append(clause)
    return tuple(found)


def participle_of(ctx: Context, verb: Token, subject: tuple[Token, ...], noun: Token) -> Clause | None:
    """« conçu par X » after its noun, as the passive it is; only with its agent, which shows that it is one."""
    complements = sorted(
        (Complement(k.dep, ctx.subtree(k)) for k in ctx.children(verb) if k.dep != "punct"), key=lambda c: c.start
    )
    if not any(c.dep == "obl:agent" for c in complements) or any(c.start < verb.i for c in complements):
        return None
    return Clause(
        verb.sentence,
        verb,
        None,
        subject,
        noun,
        (verb,),
        verb,
        tuple(complements),
        "past",
        True,
        False,
        False,
        False,
        True,
    )


def reported(ctx: Context, token: Token) -> bool:
    """Whether a verb that the parser took for a relative clause's is what somebody is said to say.

    « a déclaré dans un entretien que Meta détiendrait… »: the « que » is the verb's, not the noun's.
    """
    if token.dep != "acl:relcl":
        return False
    return any(
        a.kind == "que"
        and a.start <= token.start < a.end
        and ctx.subtree(token)[0].start in range(a.start - 4, a.start + 1)
        for a in ctx.attributions(token.sentence)
    )


def clause_of(
    ctx: Context, head: Token, *, subject: tuple[Token, ...] = (), noun: Token | None = None
) -> Clause | None:
    """The clause that a word heads; None when it has no finite verb or no subject of its own.

    *subject* and its head *noun* take the place of the « qui » of a relative clause.
    """
    kids = ctx.children(head)
    copula = next((k for k in kids if k.dep == "cop"), None)
    aux = [k for k in kids if k.dep.startswith("aux")]
    if head.pos not in {"VERB", "AUX"} and copula is None:
        return None
    subject_head = next((k for k in kids if k.dep in {"nsubj", "nsubj:pass"}), None)
    if subject_head is None or (subject_head.text.lower() in RELATIVES) != bool(subject):
        return None
    dependent = bool(subject)
    pronoun = subject_head
    if dependent and noun is not None:
        if subject_head.text.lower() != "qui":
            return None
        subject_head = noun
    else:
        subject = ctx.subtree(subject_head)
    if not contiguous(subject) or subject[-1].i > head.i:
        return None
    if not dependent:
        subject = with_qualifier(ctx, subject)
    negation = [
        k
        for k in kids
        if k.dep == "advmod" and k.lemma.lower() in {"ne", "n'", "pas", "plus", "jamais", "point", "guère"}
    ]
    if not any(t.text.lower() in {"ne", "n'", "n’"} for t in negation):
        negation = []  # « plus de 300 »: no denial
    clitics = [
        k
        for k in kids
        if k.pos == "PRON" and subject_head.i < k.i < head.i and k is not pronoun and len(ctx.subtree(k)) == 1
    ]
    words = {t.i: t for t in [*clitics, *negation, *aux, *([copula] if copula else []), head]}
    negated = any(t.text.lower() in {"ne", "n'", "n’"} for t in negation)
    verbs = [*aux, *([copula] if copula else []), head]
    finite = next((t for t in sorted(verbs, key=lambda t: t.i) if t.morph.get("VerbForm") == "Fin"), None)
    if finite is None:
        return None
    skip = {*words, subject_head.i, pronoun.i}
    complements = []
    for kid in kids:
        if kid.i in skip or kid.dep in {"punct", "cc", "mark"} or kid.i in {t.i for t in subject}:
            continue
        if head.dep == "acl:relcl" and kid.text.lower().rstrip("'’") in {"que", "qu"} and kid.i < subject[0].i:
            continue
        if coordinate(ctx, kid):
            continue
        complements += apart_from_day(kid.dep, before_clause(ctx, kid))
    passive = any(a.dep == "aux:pass" for a in aux) or pronoun.dep == "nsubj:pass"
    reflexive = any(c.text.lower().rstrip("'’") in {"se", "s"} for c in clitics)
    return Clause(
        head.sentence,
        head,
        copula,
        subject,
        subject_head,
        tuple(words[i] for i in sorted(words)),
        finite,
        joined(ctx, head.sentence, sorted(complements, key=lambda c: c.start)),
        tense_of(head, aux, finite),
        passive,
        reflexive,
        negated,
        head.lemma.lower()
        in {"pouvoir", "devoir", "vouloir", "sembler", "paraître", "espérer", "souhaiter", "compter"},
        dependent,
    )


def with_qualifier(ctx: Context, subject: tuple[Token, ...]) -> tuple[Token, ...]:
    """A subject with the « au moins », « plus de » that its number goes with, where the parser left it to the verb."""
    for figure in ctx.figures(subject[0].sentence):
        if figure.start < subject[0].start < figure.end:
            more = tuple(t for t in ctx.tokens(subject[0].sentence) if figure.start <= t.start < subject[0].start)
            return (*more, *subject) if contiguous((*more, *subject)) else subject
    return subject


DAY_WORDS = frozenset({*DAYS, "hier"})
PARTS_OF_DAY = frozenset({"matin", "midi", "soir", "après-midi", "dernier"})


def apart_from_day(dep: str, tokens: tuple[Token, ...]) -> list[Complement]:
    """« a remis | mercredi | sa démission »: a day that the parser took for the head of the object, and the object."""
    if not dep.startswith("obl") or tokens[0].text.lower() not in DAY_WORDS:
        return [Complement(dep, tokens)]
    at = 2 if len(tokens) > 1 and tokens[1].text.lower() in PARTS_OF_DAY else 1
    rest = tokens[at:]
    if not rest or rest[0].pos not in {"DET", "NUM"} or not contiguous(tokens):
        return [Complement(dep, tokens)]
    return [Complement("obl:mod", tokens[:at]), Complement("obj", rest)]


LINKS = frozenset({"et", "mais", ",", ";", "or", "puis", "donc", "car"})


def coordinate(ctx: Context, kid: Token) -> bool:
    """Whether what hangs on a verb is another main clause, after « et », « mais » or a comma: it completes nothing."""
    if kid.dep not in {"conj", "parataxis", "advcl"} or kid.pos not in {"VERB", "AUX", "NOUN", "ADJ"}:
        return False
    kids = ctx.children(kid)
    subject = next((k for k in kids if k.dep in {"nsubj", "nsubj:pass", "expl:subj"} and k.i < kid.i), None)
    verbs = [k for k in (kid, *kids) if k.i == kid.i or k.dep.startswith("aux") or k.dep == "cop"]
    finite = next((v for v in sorted(verbs, key=lambda v: v.i) if v.morph.get("VerbForm") == "Fin"), None)
    if finite is None or any(k.dep == "mark" for k in kids):
        return False
    part = ctx.subtree(kid)
    if subject is None:  # « et un peu moins de la moitié était… », of which the parser saw no subject
        opening = [t for t in part if t.i < finite.i and t.pos not in {"CCONJ", "PUNCT"}]
        nominal = bool(opening) and opening[0].pos in {"DET", "NUM", "PROPN"}
        if (
            not nominal
            or any(t.text.lower() in RELATIVES for t in opening)
            or not any(t.pos in {"NOUN", "NUM", "PROPN"} for t in opening)
        ):
            return False
    elif subject.text.lower() in RELATIVES:
        return False
    before = ctx.analysis.tokens[part[0].i - 1].text.lower() if part[0].i else ""
    return bool({part[0].text.lower(), before} & LINKS)


def before_clause(ctx: Context, kid: Token) -> tuple[Token, ...]:
    """The subtree of a complement, without the main clause that the parser hung inside it.

    « devrait ouvrir dans l’écurie | mais le bail n’est pas signé »: a reported clause keeps what it is told with.
    """
    part = ctx.subtree(kid)
    if kid.dep in {"ccomp", "advcl", "acl:relcl"}:
        return part
    inside = {t.i for t in part}
    for token in part:
        if token.i != kid.i and token.head in inside and coordinate(ctx, token):
            cut = ctx.subtree(token)[0].i
            kept = tuple(t for t in part if t.i < cut)
            while kept and (kept[-1].pos == "PUNCT" or kept[-1].text.lower() in LINKS):
                kept = kept[:-1]
            return kept if kept and kept[-1].i >= kid.i else part
    return part


def joined(ctx: Context, sid: int, complements: Sequence[Complement]) -> tuple[Complement, ...]:
    """The complements, with those joined that the parser cut out of one figure (« plus de | 300 puces ») or one date
    (« d’ici | fin 2024 »).
    """
    spans = [(f.start, f.end) for f in ctx.figures(sid)]
    spans += [(d.start - len(d.preposition) - 1 if d.preposition else d.start, d.end) for d in ctx.dates(sid)]
    found = list(complements)
    for start, end in spans:
        touched = [c for c in found if any(start <= t.start < end for t in c.tokens)]
        if len(touched) < 2 or any(c.tokens[0].start < start for c in touched):
            continue
        tokens = tuple(sorted((t for c in touched for t in c.tokens), key=lambda t: t.i))
        if contiguous(tokens):
            kind = next((c.dep for c in touched if c.dep in {"obj", "obl:arg"}), touched[-1].dep)
            found = [c for c in found if c not in touched] + [Complement(kind, tokens)]
    return tuple(sorted(found, key=lambda c: c.start))


def tense_of(head: Token, aux: Sequence[Token], finite: Token) -> Tense:
    """The tense of a verb group, by its finite word and what follows it."""
    mood, tense = finite.morph.get("Mood", ""), finite.morph.get("Tense", "")
    if mood == "Cnd" or is_conditional(finite.text.lower()):
        return "conditional"
    if mood not in {"Ind", ""}:
        return "other"
    tensed = [a for a in aux if a.dep in {"aux:tense", "aux"}]
    if tensed and finite in tensed:
        if finite.lemma in {"avoir", "être"}:
            return {"Pres": "past", "Imp": "pluperfect", "Fut": "other"}.get(tense, "other")  # type: ignore[return-value]
        return "other"
    if finite.lemma == "aller" and finite is head and tense == "Pres":
        return "near_future"
    if tense == "Imp" and not IMPERFECT_RE.search(finite.text.lower()):
        tense = ""  # « procède », which the parser took for a past
    shown: dict[str, Tense] = {"Pres": "present", "Imp": "imperfect", "Fut": "future", "Past": "past"}
    if tense in shown:
        return shown[tense]
    number: Number = "p" if finite.text.lower().endswith("nt") else "s"
    for name in ("future", "present"):
        # the parser knows the word for a verb, not its tense: the form itself tells
        if conjugate(finite.lemma.lower(), name, number=number) == finite.text.lower():
            return name
    return "other"


def attribution_of(ctx: Context, clause: Clause) -> Attribution | None:
    """The innermost attribution under which a clause stands."""
    over = [a for a in ctx.attributions(clause.sid) if a.start <= clause.verb.start < a.end]
    return min(over, key=lambda a: a.end - a.start) if over else None


def bound(ctx: Context, clause: Clause) -> bool:
    """Whether a clause is conditional, hedged or a question: it is then not restated as plain fact."""
    return any(
        s.kind in {"conditional", "hedged", "question"} and s.start <= clause.verb.start < s.end
        for s in ctx.scopes(clause.sid)
    )
