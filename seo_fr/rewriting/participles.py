"""A fact as a heading without its auxiliary: « Six ans ferme requis par le procureur ».

Of a passive, the participle is left as it stands: « L’usine a été reprise en 2006 par Brume » → « L’usine reprise en
2006 par Brume ». Of an active clause, what was done comes first and who did it last: « Le procureur avait requis six
ans ferme » → « Six ans ferme requis par le procureur ». Headlines are told so in any tense, and the first sentence of a
section is not said twice in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import capitalize_first, lower_first, noun_gender
from seo_fr.french.conjugation import auxiliary, past_participle
from seo_fr.model import Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.asking import taken_up
from seo_fr.rewriting.clauses import Clause, Complement
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.headline_complements import cleaned, complement_texts, named_again
from seo_fr.rewriting.headline_subjects import named_subject
from seo_fr.rewriting.predicates import contiguous_but_adverbs
from seo_fr.rewriting.speakers import lower_article
from seo_fr.rewriting.subjects import DEMONSTRATIVES, POSSESSIVES, gender_of
from seo_fr.topics.headings import Headline

LONGEST = 70
"""Characters."""
LEXICON = "rewriting/headline.toml"
TOLD = frozenset({"past", "pluperfect"})
MARKED = frozenset({"conditional", "hedged", "negated", "question", "modal"})
AMOUNT_RE = re.compile(r"^(?:\d|(?:quelque|environ|près|plus|moins|au moins) )", re.IGNORECASE)
RECEIVER_RE = re.compile(r"\s(?:à|au|aux)\s")
QUANTITY_RE = re.compile(
    r"(?:Plus|Moins|Près|Environ|Quelque|Plusieurs|Certaine?s|Quelques|Beaucoup|Aucune?|Chaque|Une? (?:autre|seule?)|"
    r"Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze|Vingt|Trente|Cent|Mille)\b"
)
ENOUGH = 4
"""Words of a subject that tells which one it is: « l’ancienne secrétaire de l’étude relaxée »."""
DEFINITE = frozenset({"le", "la", "les", "l'", "l’"})
WORTHY = 0.3
"""What a fact is worth more whose object counts something."""


def participial_facts(ctx: Context, clause: Clause, tail: str) -> Iterator[Headline]:
    """One clause told by its participle; *tail* is « , selon X » where somebody says it."""
    if clause.negated or clause.modal or clause.reflexive or clause.copula is not None or clause.dependent:
        return
    if any(s.start <= clause.verb.start < s.end and s.kind in MARKED for s in ctx.scopes(clause.sid)):
        return
    yield from (passive(ctx, clause, tail) if clause.passive else turned(ctx, clause, tail))


def subject_of(ctx: Context, clause: Clause) -> tuple[str, tuple[int, ...]] | None:
    """The subject as it can be named: a pronoun by what it certainly takes up."""
    found = named_subject(ctx, clause)
    if found is None and (again := taken_up(ctx, clause)) is not None:
        found = again[0], (clause.sid, *again[1])
    return found


def passive(ctx: Context, clause: Clause, tail: str) -> Iterator[Headline]:
    """« L’usine a été reprise en 2006 » → « L’usine reprise en 2006 »; only with what completes it."""
    if clause.tense not in TOLD or [t.text.lower() for t in clause.group[-2:-1]] != ["été"]:
        return
    named, found = subject_of(ctx, clause), complement_texts(ctx, clause)
    if named is None or found is None or not contiguous_but_adverbs(ctx, list(clause.group)):
        return
    needed, texts = found
    if not agrees(clause):
        return
    alone = len(named[0].split()) >= ENOUGH and clause.subject[0].text.lower() in DEFINITE
    for k in range(len(texts), max(0 if alone else 1, needed) - 1, -1):
        text = capitalize_first(f"{named[0]} {clause.verb.text} {' '.join(texts[:k])}".strip() + tail)
        if len(text) <= LONGEST:
            kind = "attributed_clause" if tail else "clause"
            yield Headline(text, named[1], kind, 0.0, clause.verb.lemma.lower())
            return


def agrees(clause: Clause) -> bool:
    """Whether the participle has the number, and where it shows the gender, of the article of its subject."""
    article, ending = clause.subject[0].text.lower(), clause.verb.text.lower()
    if clause.subject[0].pos not in {"DET", "NUM", "PROPN", "NOUN", "PRON"}:
        return False
    if article in {"la", "une", "cette"}:
        return ending.endswith("e")
    if article in {"le", "un", "ce", "cet"}:
        return not ending.endswith(("e", "es"))
    return not (article in {"les", "des", "ces"} and not ending.endswith("s"))


def turned(ctx: Context, clause: Clause, tail: str) -> Iterator[Headline]:
    """« X a fait Y » → « Y fait par X », where the verb has a passive and both can be named."""
    data = load_toml(LEXICON)
    lemma = clause.verb.lemma.lower()
    thing = clause.object
    if clause.tense not in TOLD or thing is None or lemma in data["no_passive"] or auxiliary(lemma) != "avoir":
        return
    first = [c for c in clause.after if c.dep in {"obj", "ccomp", "xcomp", "obl:arg", "iobj"}]
    if first[:1] != [thing] or len([c for c in first if c.dep != "obl:arg"]) > 1 or thing.start < clause.verb.i:
        return
    if any(t.pos == "PRON" for t in clause.group) or not contiguous_but_adverbs(ctx, list(clause.group)):
        return
    if any(clause.verb.i < c.start < thing.start for c in clause.complements):
        return  # « revoit à la baisse les prévisions »
    said = object_text(ctx, clause, thing)
    named = subject_of(ctx, clause) if said else None
    head = next((t for t in thing.tokens if t.head == clause.verb.i), None)
    if named is None or head is None or not agent(named[0]):
        return
    gender = gender_of(ctx, head) or noun_gender(head.text.lower()) or noun_gender(head.lemma.lower())
    if any(t.dep == "conj" and t.head == head.i and gender_of(ctx, t) == "m" for t in thing.tokens):
        gender = "m"  # « la poutre et le toit examinés »
    if lemma in data["giving"] and RECEIVER_RE.search(said):
        return  # « le prix du livre à Luce Ferrand décerné par »
    participle = past_participle(lemma, gender=gender, number=number_of(thing, head)) if gender else None
    if not participle:
        return
    needed = [c for c in first if c.dep == "obl:arg"]
    if any(c.tokens[0].text.lower() in {"à", "au", "aux"} and not somebody(c) for c in needed):
        return  # « le passage | annoncé | à une organisation », whose complement may be the noun’s
    more = [cleaned(ctx, clause, c) for c in needed]
    if any(tokens is None for tokens in more):
        return
    ends = " ".join(ctx.span(tokens) for tokens in more if tokens)
    text = capitalize_first(" ".join(f"{said} {participle} {ends} par {lowered(named[0])}{tail}".split()))
    if len(text) <= LONGEST:
        kind = "attributed_clause" if tail else "clause"
        yield Headline(text, named[1], kind, WORTHY * bool(AMOUNT_RE.match(said)), lemma)


def somebody(complement: Complement) -> bool:
    """Whether a complement names a person or a body: « confié à Luce Ferrand »."""
    return any(t.ent in {"PER", "ORG"} for t in complement.tokens)


def object_text(ctx: Context, clause: Clause, thing: Complement) -> str:
    """The object with its article or its number; "" where it is a mass (« du retard »), points elsewhere or is cut."""
    tokens = cleaned(ctx, clause, thing)
    if tokens is None or tokens[0].pos not in {"DET", "NUM"}:
        return ""
    low = tokens[0].text.lower()
    pointing = low in DEMONSTRATIVES or any(t.text.lower() in POSSESSIVES for t in tokens)
    mass = low in {"du", "de", "d'", "d’"} or (low == "des" and len(tokens) < 3)
    lost = len(tokens) < sum(t.pos != "PUNCT" for t in thing.tokens)
    return "" if pointing or mass or lost or len(tokens) < 2 else named_again(ctx, tokens)


def number_of(thing: Complement, head: Token) -> Number:
    """Number of an object, by its article or its count."""
    first = thing.tokens[0]
    if any(t.dep == "conj" and t.head == head.i for t in thing.tokens):
        return "p"
    if first.text.lower() in {"un", "une", "le", "la", "l'", "l’"}:
        return "s"
    return "p" if first.pos == "NUM" or first.text.lower() in {"les", "des"} or head.number == "p" else "s"


def lowered(name: str) -> str:
    """A subject as it stands after « par »: « plus de la moitié des habitants »."""
    return lower_first(name) if QUANTITY_RE.match(name) else lower_article(name)


def agent(name: str) -> bool:
    """Whether a subject can stand after « par »: « par le procureur », « par trois ingénieurs »; not « par des »."""
    return re.match(r"(?:je|nous|on|tout|ce|chacun|personne|rien)\b|j[’']", name, re.IGNORECASE) is None
