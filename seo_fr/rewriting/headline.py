"""A fact as a heading: subject named, verb in the present, and as many complements as fit in 70 characters.

« Ce matin, l’entreprise a présenté, à Lyon, sa nouvelle gamme de vélos pliants, dont… » → « Veltis présente sa nouvelle
gamme de vélos pliants ». What is left out is never what the verb needs, a negation, a hedge or a condition; what stands
on somebody’s word keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from seo_fr.french import capitalize_first
from seo_fr.model import Attribution
from seo_fr.resources import load_toml
from seo_fr.rewriting.antecedents import OPENING
from seo_fr.rewriting.clauses import Clause, Complement, attribution_of, clauses, tense_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.headline_complements import abridged_last, complement_texts, divisible
from seo_fr.rewriting.headline_subjects import named_subject, shorter_name
from seo_fr.rewriting.headline_verbs import LEXICON, YEAR_RE, verb_form
from seo_fr.rewriting.keypoint import dangling, is_reporting, subordinate
from seo_fr.rewriting.participles import participial_facts
from seo_fr.rewriting.speakers import speaker_phrase
from seo_fr.topics.headings import Headline

LONGEST = 70
"""Characters."""
SHORTEST = 3
"""Words."""
COMFORTABLE = 58
"""Characters above which a shorter form of the same clause is tried as well."""
VARIANTS = 2
LESS = 1.0
"""What a fact is worth less without any of its complements."""
HALVED = 2.0
"""What a fact is worth less that is the second of two told of the same subject: the first is lost."""
ARTICLES = frozenset({"le", "la", "les"})
BARE_RE = re.compile(r"(?:une?|le|la|des?|l['’]) ?[\w-]+")
AMOUNT_RE = re.compile(
    r"de (?:(?:plus|près|moins) (?:de |d['’])|environ |quelque )?\d[\d\s.,]*"
    r"(?:%|points?\b|euros?\b|degrés?\b|mill(?:ions?|iards?) d['’]euros)"
)
SHORT = r"\1"
SHORT_TAIL_RE = re.compile(
    r"^(, selon (?:le ministère|la direction|le syndicat|la préfecture|la police|l['’]étude|"
    r"un rapport|une étude|une enquête)) d.*$"
)
"""Who says so, without what they belong to, for want of room."""
INITIALS_RE = re.compile(r"[A-ZÉÈ]{2,5}")
PERIODS = frozenset({"pendant", "durant", "sous", "jusqu’en", "jusqu’à", "jusqu’au", "autrefois", "jadis", "entre"})
HOUR_RE = re.compile(r"(?:vers|à|dès|peu après|peu avant) \d{1,2}\s?h")
IDLE_RE = re.compile(r"\b(?:entre autres|notamment)\s", re.IGNORECASE)
AGO_RE = re.compile(
    r"(?:l’an(?:née)?|la saison|le mois|l’été|l’hiver) (?:derni|pass|précéd)|il y a (?:\d|quelques|deux|trois)"
)
PLACE_RE = re.compile(
    r"(?:À|Au|Aux|En|Dans l[ae]s?|Dans l['’]|Chez) ?[A-ZÀ-Ý][\w’' -]+$|(?:À|Au|Dans) l[ae] [a-zà-ÿ]+ de [A-ZÀ-Ý][\w-]+$"
)
LASTED_RE = re.compile(
    r"(?:pendant|durant) (?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|plusieurs|des) "
    r"(?:ans|années|mois|semaines|jours|heures|minutes)$|"
    r"(?:\w+|quelques) (?:ans|années|mois|semaines|jours|heures|minutes) plus tard$"
)
"""How long something took, or when it came: what happened is as true without."""


def fact_headings(ctx: Context, sids: Iterable[int]) -> tuple[Headline, ...]:
    """The facts of some sentences as headings, in order; none that stops inside a word."""
    out: list[Headline] = []
    for sid in sids:
        found = clauses(ctx, sid)
        for clause in found:
            if runs_on(ctx, clause):
                continue
            out += headlines(ctx, clause)
            out += by_participle(ctx, clause)
            for later in with_same_subject(ctx, clause):
                halves = clause.object is not None and later.object is not None
                out += [replace(h, worth=h.worth - HALVED * halves) for h in headlines(ctx, later)]
    # « accueille les chefs - »: the parser cut a compound, « chefs-d’œuvre », in two
    return tuple(fact for fact in out if not fact.text.rstrip().endswith(("-", "–")))


def runs_on(ctx: Context, clause: Clause) -> bool:
    """Whether a complement has swallowed the subject of the next clause: « visitent la scie et les ouvriers | ont »."""
    tokens = ctx.analysis.tokens
    for complement in clause.after:
        at = complement.tokens[-1].i + 1
        while at < len(tokens) and tokens[at].pos == "PRON" and tokens[at].text.lower().rstrip("'’") in {"se", "s"}:
            at += 1
        follows = tokens[at : at + 1]
        here = follows and follows[0].sentence == clause.sid and follows[0].i not in {t.i for t in clause.group}
        if here and follows[0].pos in {"VERB", "AUX"} and follows[0].morph.get("VerbForm") == "Fin":
            return True
    return False


def by_participle(ctx: Context, clause: Clause) -> Iterator[Headline]:
    """The same clause without its auxiliary, where it is certain and may be told so."""
    quoted = any(q.start <= clause.verb.start < q.end for q in ctx.quotations(clause.sid))
    asked = ctx.sentence(clause.sid).text.rstrip().endswith(("?", ":"))
    if quoted or asked or subordinate(ctx, clause) or is_reporting(clause):
        return
    clause = undetached(clause)
    tail = whose(ctx, clause)
    if tail is not None and droppable_fronts(ctx, clause):
        yield from participial_facts(ctx, clause, tail)


def with_same_subject(ctx: Context, first: Clause) -> Iterator[Clause]:
    """« … et a endommagé le tablier »: the later verbs of a clause, which share its subject."""
    for token in ctx.children(first.verb):
        kids = ctx.children(token)
        aux = [k for k in kids if k.dep.startswith("aux")]
        verbs = sorted([*aux, token], key=lambda t: t.i)
        own = any(k.dep in {"nsubj", "nsubj:pass", "mark", "cop", "expl:subj"} for k in kids)
        if token.dep != "conj" or token.pos != "VERB" or own or verbs[0].morph.get("VerbForm") != "Fin":
            continue
        if any(k.i < token.i and k.dep not in {"cc", "punct", "aux:tense", "aux:pass"} for k in kids):
            continue
        skip = {token.i, *(t.i for t in aux)}
        parts = tuple(
            Complement(k.dep, ctx.subtree(k)) for k in kids if k.i not in skip and k.dep not in {"punct", "cc"}
        )
        yield replace(
            first,
            verb=token,
            copula=None,
            group=tuple(verbs),
            finite=verbs[0],
            complements=parts,
            tense=tense_of(token, aux, verbs[0]),
            passive=any(a.dep == "aux:pass" for a in aux),
            reflexive=False,
            negated=False,
            modal=False,
        )


def headlines(ctx: Context, clause: Clause) -> tuple[Headline, ...]:
    """One clause as headings, the fullest first; none where it is not certain, or says too little."""
    clause = reported_before(ctx, clause)
    if clause.tense in {"other", "pluperfect"} or subordinate(ctx, clause) or is_reporting(clause):
        return ()
    quoted = any(q.start <= clause.verb.start < q.end for q in ctx.quotations(clause.sid))
    if quoted or ctx.sentence(clause.sid).text.rstrip().endswith(("?", ":")):
        return ()
    clause = undetached(clause)
    named = named_subject(ctx, clause)
    if named is None or not droppable_fronts(ctx, clause):
        return ()
    found = complement_texts(ctx, clause)
    tail = whose(ctx, clause)
    if found is None or tail is None:
        return ()
    out: tuple[Headline, ...] = trends(ctx, clause, named, found[1], tail)
    for subject in dict.fromkeys((named[0], shorter_name(ctx, clause, named[0]))):
        if out and len(next((h for h in out if h.operation != "figure"), out[0]).text) <= COMFORTABLE:
            break
        out += told(ctx, clause, subject, named[1], found, tail)
    return out


def trends(
    ctx: Context, clause: Clause, named: tuple[str, tuple[int, ...]], texts: Sequence[str], tail: str
) -> tuple[Headline, ...]:
    """« Les ventes en recul de 15 % », for « les ventes ont reculé de 15 % »: a number is shown, its way as a noun."""
    table = load_toml(LEXICON)["trends"]
    noun = table.get(clause.verb.lemma.lower())
    amount = AMOUNT_RE.match(texts[0]) if texts else None
    if noun is None or amount is None or clause.negated or clause.passive:
        return ()
    if clause.tense not in {"past", "present"} or not marks_kept(ctx, clause, " ".join(texts)):
        return ()
    for much in (" ".join(texts[:2]), texts[0], amount[0].strip()):
        for said in (tail, SHORT_TAIL_RE.sub(SHORT, tail)):
            text = capitalize_first(f"{named[0]} en {noun} {much}{said}")
            if len(text) <= LONGEST:
                return (Headline(text, named[1], "figure", 0.8, noun),)
    return ()


def reported_before(ctx: Context, clause: Clause) -> Clause:
    """What somebody said « avait eu lieu », as the past it is."""
    attribution = attribution_of(ctx, clause) if clause.tense == "pluperfect" else None
    return replace(clause, tense="past") if attribution is not None and attribution.kind == "que" else clause


def told(
    ctx: Context, clause: Clause, subject: str, sources: tuple[int, ...], found: tuple[int, list[str]], tail: str
) -> tuple[Headline, ...]:
    """The clause with as many complements as fit, then with fewer."""
    needed, texts = found
    out: list[Headline] = []
    if clause.negated:
        needed = len(texts)  # what is denied is denied as a whole: « n’accepte pas le plan en l’état »
    for k in range(len(texts), max(0, needed) - 1, -1):
        closed = clause.negated or (k > 0 and not divisible(ctx, clause))
        forms = ([*texts[:k]], *(abridged_last(texts[:k]) if not closed else ()))
        for said in (*forms, *(short for form in forms if (short := in_letters(ctx, form)) != form)):
            heading = put_together(ctx, clause, subject, said)
            full = capitalize_first(f"{heading}{tail}")
            if len(full) > LONGEST:
                full = capitalize_first(f"{heading}{SHORT_TAIL_RE.sub(SHORT, tail)}")
            past_event = clause.passive and len(heading.split()) > SHORTEST + (clause.tense != "past")
            bare = clause.copula is not None and BARE_RE.fullmatch(" ".join(said)) is not None  # « est un concept »
            telling = (len(said) > 0 and not bare) or intransitive(clause) or past_event
            sure = heading and telling and not dangling(heading) and marks_kept(ctx, clause, heading)
            if sure and len(heading.split()) >= SHORTEST and len(full) <= LONGEST:
                kind = "attributed_clause" if tail else "clause"
                left = 1 - len(" ".join(said).split()) / max(1, len(" ".join(texts).split()))
                value = worth(ctx, clause, subject, left=left)
                out.append(Headline(full, sources, kind, value, clause.verb.lemma.lower()))
                if len(out) == VARIANTS or len(full) <= COMFORTABLE:
                    return tuple(out)
    return tuple(out)


def in_letters(ctx: Context, texts: Sequence[str]) -> list[str]:
    """Complements with each name that the text also writes by its initials so written: « en IA »."""
    out = list(texts)
    for letters in dict.fromkeys(t.text for t in ctx.analysis.tokens if INITIALS_RE.fullmatch(t.text)):
        gap = r"(?:\s+(?:de|du|des|et|la|le|les|pour|sur)\b|\s+[dl]['’])*[\s'’]+"
        words = gap.join(rf"{letter}[\w-]+" for letter in letters)
        out = [re.sub(rf"\b{words}", letters, text, flags=re.IGNORECASE) for text in out]
    return out


def undetached(clause: Clause) -> Clause:
    """The clause whose subject has lost what was set before it: « heurté par un chalutier, le skipper va bien »."""
    head = clause.subject_head.i
    comma = max((k for k, t in enumerate(clause.subject) if t.text == "," and t.i < head), default=-1)
    return clause if comma < 0 else replace(clause, subject=clause.subject[comma + 1 :])


def marks_kept(ctx: Context, clause: Clause, text: str) -> bool:
    """Whether every mark of doubt or denial over the verb is still there: « ne… pas » in its two words."""
    words = re.findall(r"[\w-]+", text.lower().replace("n’", "ne ").replace("n'", "ne "))
    for scope in ctx.scopes(clause.sid):
        if scope.start <= clause.verb.start < scope.end:
            cue = re.findall(r"[\w-]+", scope.cue.lower().replace("n’", "ne ").replace("n'", "ne "))
            if scope.kind == "question" or not set(cue) <= set(words):
                return False
    return True


def worth(ctx: Context, clause: Clause, subject: str, *, left: float) -> float:
    """How far a fact is above or below others: a detail is less than what the article is about.

    *left* is the share of the words of its complements that is left out.
    """
    title = (ctx.analysis.source.title or ctx.analysis.source.given_title).lower()
    bare = (
        len(clause.subject) == 2
        and clause.subject_head.pos == "NOUN"
        and subject.split(maxsplit=1)[0].lower() in ARTICLES
    )
    known = clause.subject_head.text.lower() in title or any(
        t.lemma == clause.subject_head.lemma and t.sentence < OPENING for t in ctx.analysis.tokens
    )
    narrated = clause.subject_head.text.lower().rstrip("'’") in {"je", "j"}
    recalled = narrated and clause.finite.text.lower().endswith("ais")
    things = [t for c in clause.after if c.dep == "obj" for t in c.tokens if t.dep == "obj" and t.head == clause.verb.i]
    empty = any(t.lemma.lower() in {"façon", "manière", "chose", "moyen"} for t in things)
    return -2.0 * empty - 0.5 * (bare and not known) - LESS * left - 1.5 * recalled


def put_together(ctx: Context, clause: Clause, subject: str, said: Sequence[str]) -> str:
    """Subject, verb and complements as one clause; "" where the verb cannot stand."""
    body = IDLE_RE.sub("", " ".join(said))
    verb = verb_form(ctx, clause, dated=bool(YEAR_RE.search(body)))
    if not verb:
        return ""
    gap = "" if subject.endswith("’") else " "
    return re.sub(r"\s+(,|\.(?!\w))", r"\1", f"{subject}{gap}{verb} {body}").strip(" ,;")


def whose(ctx: Context, clause: Clause) -> str | None:
    """« , selon X » for what stands on somebody’s word, "" for the source’s own; None where it cannot be said so."""
    attribution = attribution_of(ctx, clause)
    if attribution is None:
        return ""
    modal = clause.finite.lemma.lower() in {"pouvoir", "devoir"}
    if attribution.kind == "que" and clause.tense == "conditional" and not modal and told_in_the_past(ctx, attribution):
        return None  # a future seen from the past would read as a rumour
    speaker = speaker_phrase(ctx, attribution)
    words = speaker.lower().split()
    if not words or {"tel", "telle", "ce", "cette"} & set(words):
        return None
    return f", {speaker}"


def told_in_the_past(ctx: Context, attribution: Attribution) -> bool:
    """Whether the verb that reports is in the past: after « assure que », a conditional is a rumour, no future."""
    verbs = [
        t
        for t in ctx.tokens(attribution.sentence)
        if t.lemma.lower() == attribution.verb and t.end <= attribution.start
    ]
    if not verbs:
        return True
    verb = verbs[-1]
    shown = [verb, *(k for k in ctx.children(verb) if k.dep.startswith("aux"))]
    return not (len(shown) == 1 and verb.morph.get("Tense") == "Pres" and verb.morph.get("VerbForm") == "Fin")


def intransitive(clause: Clause) -> bool:
    """Whether the verb says something with nothing after it: « le pont rouvre »."""
    return clause.verb.lemma.lower() in load_toml(LEXICON)["intransitive"]


def droppable_fronts(ctx: Context, clause: Clause) -> bool:
    """Whether what stands before the subject may be left out: a date, an opening, who says it; no condition."""
    data = load_toml(LEXICON)
    for complement in clause.before:
        low = ctx.span(complement.tokens).strip(" ,").lower().replace("'", "’")
        words = low.split()
        if not words:
            continue
        dated = any(
            complement.tokens[0].start <= d.start and d.end <= complement.tokens[-1].end for d in ctx.dates(clause.sid)
        )
        opening = any(low.startswith(start) for start in data["fronts"])
        participle = complement.tokens[0].morph.get("VerbForm") in {"Part", "Inf"} and complement.dep in {
            "advcl",
            "acl",
        }
        says = attribution_of(ctx, clause) is not None and low.startswith(("selon", "d’après", "pour "))
        if AGO_RE.search(low):
            return False  # « l’année dernière »: not now
        if LASTED_RE.match(low) and clause.tense == "past":
            continue  # « pendant huit ans »: it happened, however long
        if words[0] in PERIODS and not any(low.startswith(start) for start in data["fronts"]):
            return False  # « pendant la guerre »: true then only
        dated = dated or HOUR_RE.match(low) is not None
        placed = (
            clause.tense == "past" and not clause.negated and PLACE_RE.match(ctx.span(complement.tokens).strip(" ,"))
        )
        if placed and complement.dep.startswith("obl"):
            continue  # it happened, wherever it did
        if low in data["adverbs"] or dated or opening or participle or says:
            continue
        return False
    return True
