"""Whether a stretch of words is a clause that can stand by itself.

The words are asked before the tree, which is often wrong past a colon, a semicolon or « mais ».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.french.conjugation import infinitive
from seo_fr.model import Token
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.seams import clitic, finite, outside

CUTS = frozenset({"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "si", "lorsque", "quand"})
UNDER = frozenset({"lorsqu'", "puisque", "puisqu'", "quoique", "quoiqu'"})
SUBJECT_WORDS = frozenset(
    "il elle ils elles on nous vous je j' tu c' ce cela ça ceci celui-ci celle-ci ceux-ci celles-ci certains certaines "
    "plusieurs beaucoup tous toutes d'autres chacun chacune aucun aucune personne rien l'un l'une seul seuls seule "
    "seules".split()
)
ARTICLES = frozenset({"l'", "la", "le", "les", "des", "un", "une"})
CONTRASTS = frozenset({"cependant", "toutefois", "pourtant", "néanmoins"})
STOPS = frozenset({",", ":", ";", "(", "«", "“", '"', "—", "–"})
"""Marks that part a subject from its verb: what comes after may be anything."""
REACH = 12
"""Tokens among which a clause shows its subject and its verb."""
DEPENDENT_RE = re.compile(
    r"^(?:tandis|alors|pendant|bien|afin|pour|sans|dont|qui|que|qu|où|soit|ni|ou|y compris|sauf|notamment|puis|non|pas|"
    r"aussi|surtout|enfin|ce (?=malgré|depuis|dès|pour|dans|jusqu|à|sans|même|en|\d))\b",
    re.IGNORECASE,
)


def any_finite(tokens: Sequence[Token]) -> bool:
    """Whether a stretch holds a finite verb at all."""
    return any(finite(t) for t in outside(tokens))


def affirms(tokens: Sequence[Token]) -> bool:
    """Whether a stretch holds a main clause: more finite verbs than clauses under another.

    What is quoted or in brackets does not count, nor what stands before a semicolon; « ne… que », « plus que » open no
    clause.
    """
    shown, opened, waiting, comparing, depth = 0, 0, False, False, 0
    for token in outside(tokens):
        low = token.text.lower().replace("’", "'")
        if token.text == ";":
            shown, opened, waiting = 0, 0, False
        depth += (token.text == "«") - (token.text == "»")
        if depth:
            continue
        if finite(token):
            shown, opened, waiting = shown + 1, opened + waiting, False
        elif low in CUTS or low in UNDER:
            waiting, comparing = True, low in {"que", "qu'"}
        elif token.text == "," and comparing:
            waiting = False  # « mieux que rien, … »
    return shown > opened


def opens_with_verb(tokens: Sequence[Token]) -> bool:
    """Whether a stretch opens on a finite verb, its clitics and negation passed over."""
    for token in tokens[:4]:
        if finite(token):
            return True
        if not (clitic(token) or token.text.lower() in {"ne", "n'", "n’"}):
            return False
    return False


def main_finite(ctx: Context, tokens: Sequence[Token]) -> bool:
    """Whether a stretch holds a finite verb that no relative or subordinate clause owns."""
    for t in outside(tokens):
        if not finite(t):
            continue
        verb = ctx.head(t) if t.dep.startswith("aux") or t.dep == "cop" else t
        loose = {"ROOT", "conj", "parataxis", "advcl", "ccomp"}  # the parser is no judge of what « ; » parts
        if verb.dep in loose and not any(c.dep == "mark" for c in ctx.children(verb)):
            return True
    return False


def opens_with_subject(tokens: Sequence[Token]) -> bool:
    """Whether a stretch is a clause: a short complement perhaps, a subject, and a finite verb, no relative between.

    The words are asked rather than the tree, which is often wrong past a colon or a semicolon.
    """
    rest = unfronted(tokens)
    if not rest or not subject_opens(rest):
        return False
    named = False
    for k, token in enumerate(rest[:REACH]):
        low = token.text.lower().replace("’", "'")
        if k and named and (finite(token) or verb_form(rest, k)):
            return not (token.i + 1 < rest[-1].i and inverted(rest, k))
        named = named or low in SUBJECT_WORDS or token.pos in {"NOUN", "PROPN", "NUM", "ADJ", "VERB"} or bool(token.ent)
        if token.text == "," and named and (closing := apposed(rest, k)):
            following = rest[closing + 1 :]
            return bool(following) and (finite(following[0]) or clitic(following[0]))
        if low in CUTS or token.text in STOPS or token.pos == "SCONJ":
            return False
        if token.morph.get("VerbForm") == "Inf" and rest[0].pos == "PRON":
            return False  # « et vous mettre à sa place vous aidera »
    return False


def apposed(tokens: Sequence[Token], k: int) -> int:
    """Rank of the comma that closes what stands beside a subject: « le ministre, Paul Roux, »; 0 when none does."""
    for n, token in enumerate(tokens[k + 1 : k + 8], k + 1):
        if token.text == ",":
            return n
        if finite(token) or token.text.lower() in CUTS:
            return 0
    return 0


def unfronted(tokens: Sequence[Token]) -> Sequence[Token]:
    """A stretch without the complement of time or place that opens it before a comma."""
    if not tokens or (tokens[0].pos not in {"ADP", "ADV", "NUM"} and tokens[0].text.lower() not in {"à", "de", "deux"}):
        return tokens
    for k, token in enumerate(tokens[:REACH]):
        if token.text == "," and k > 0:
            return tokens[k + 1 :]
        if finite(token) or token.text.lower() in CUTS:
            break
    return tokens


def subject_opens(tokens: Sequence[Token]) -> bool:
    """Whether a stretch opens on what may be a subject."""
    first = tokens[0]
    low = first.text.lower().replace("’", "'")
    if first.pos == "PRON" or low in SUBJECT_WORDS:
        return low in SUBJECT_WORDS
    if low == "tout" and len(tokens) > 1 and tokens[1].text.lower() == "en":
        return False
    if low.startswith(("quel", "combien")):
        return False
    if first.pos == "ADJ":
        return len(tokens) > 1 and tokens[1].pos == "NOUN"
    amount = low in {"au", "plus", "près"} and len(tokens) > 1 and tokens[1].text.lower() in {"moins", "de", "d'"}
    return amount or first.pos in {"DET", "PROPN", "NUM"} or low in ARTICLES or first.ent == "PER"


def verb_form(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word that the parser took for something else is a verb in the present, after a noun."""
    token = tokens[k]
    low = token.text.lower()
    if token.pos not in {"ADJ", "NOUN", "VERB"} or not low.endswith(("ent", "ront")):
        return False
    return bool(infinitive(low)) and tokens[k - 1].pos in {"NOUN", "PROPN", "ADJ"}


def inverted(tokens: Sequence[Token], k: int) -> bool:
    """Whether a subject follows its verb after a hyphen: « dit-il », « a-t-il »."""
    return tokens[k + 1].text.startswith("-")


def conditional(tokens: Sequence[Token]) -> bool:
    """Whether a stretch is « si A, B » or « lorsque A, B », whole."""
    if not tokens or tokens[0].text.lower().replace("’", "'") not in {"si", "lorsque", "lorsqu'", "quand"}:
        return False
    comma = next((k for k, t in enumerate(tokens) if t.text == ","), 0)
    return comma > 3 and any_finite(tokens[:comma]) and opens_with_subject(tokens[comma + 1 :])


def denies(token: Token) -> bool:
    """Whether a word denies what a « car » may explain: « il ne le fait pas car il pleut » is no sure cut."""
    return token.text.lower() in {"ne", "n'", "n’"}


def after_of(ctx: Context, sid: int, start: int) -> list[Token]:
    """The tokens of a sentence from an offset on."""
    return [t for t in ctx.tokens(sid) if t.start >= start]
