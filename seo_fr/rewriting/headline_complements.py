"""What a fact told as a heading says of its subject: complements that are whole and clean, and where they may end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seo_fr.french import a, de, elide
from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import Clause, Complement, contiguous, coordinate
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.predicates import adjoining, predicate_text
from seo_fr.rewriting.subjects import points_back, without_asides

LEXICON = "rewriting/headline.toml"
REQUIRED = frozenset({"obj", "xcomp", "obl:arg", "iobj", "obl:agent"})
ADJUNCTS = frozenset({"obl", "obl:mod"})
CUT_BEFORE = frozenset({"en", "pour", "avec", "sur", "dans", "chez", "depuis", "contre"})
APPOSED_RE = re.compile(r",\s(?:une?|le|la|les|l['’]|des)\s?[^,]*$")
"""What a comma and a noun add to what is said of a subject."""
WHICH_RE = re.compile(r"(?<=\w)\s(?:que|qu['’]|dont|où)\s?(?:je|j['’]|nous|vous|on|ils?|elles?)\b.*$")
"""A clause of one's own that an attribute goes on with."""
GRANTING = (
    "même si",
    "bien que",
    "bien qu’",
    "alors que",
    "alors qu’",
    "car ",
    "puisque",
    "puisqu’",
    ", même si",
    ", bien qu",
    ", car",
)
AFTER = ("après", "avoir")
LINKS = frozenset({"de", "des", "du", "à", "au", "aux", "par"})
ARTICLES = {"ce": "le", "cet": "le", "cette": "la", "ces": "les"}
WEEKDAY_RE = re.compile(
    r"(?:ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"(?: (?:matin|midi|soir|après-midi|dernier|prochain))?|"
    r"(?:avant-)?hier(?: (?:matin|midi|soir|après-midi))?|demain|midi|minuit|(?:le )?(?:matin|soir)"
)


def complement_texts(ctx: Context, clause: Clause) -> tuple[int, list[str]] | None:
    """How many of the first complements the verb needs, and the complements; None where a needed one is not clean."""
    manner, idle = load_toml(LEXICON)["manner"], [*load_toml(LEXICON)["adverbs"], *load_toml(LEXICON)["asides"]]
    if clause.copula is not None:
        said = predicate_text(ctx, clause)
        first = said.split()[0].lower() if said else ""
        idle_first = first in idle and first != "aussi"  # « aussi vieilles que »
        said = WHICH_RE.sub("", APPOSED_RE.sub("", said)) if said else said
        return None if not said else (1, [said.partition(" ")[2] if idle_first else said])
    transitive = clause.verb.lemma.lower() == "avoir" or any(c.dep == "ccomp" for c in clause.after)
    if transitive and not any(c.dep == "obj" for c in clause.after):
        return None
    texts: list[str] = []
    closed = False
    needed = 0
    stop = len(ctx.analysis.tokens)
    last = max(clause.verb.i, clause.group[-1].i if clause.negated else 0)
    for complement in clause.after:
        required = complement.dep in REQUIRED
        if clause.passive and complement.dep == "obl:arg" and texts:
            required = False  # « mis en place par la police | sur la scène »
        if complement.dep == "xcomp" and clause.verb.lemma.lower() in load_toml(LEXICON)["complete_without_infinitive"]:
            required = not texts
        low = ctx.span(complement.tokens).lower().replace("'", "’")
        if complement.dep in {"advmod", "obl:mod", "obl"} and (
            low in idle or (clause.negated and low in {"ne", "pas", "plus"})
        ):
            last = max(last, complement.tokens[-1].i)
            continue
        if complement.dep == "obl:mod" and WEEKDAY_RE.fullmatch(low):
            last = complement.tokens[-1].i
            continue
        clean = contiguous(complement.tokens) and complement.start > last and adjoining(ctx, last, complement.start)
        aside = ctx.analysis.tokens[complement.start - 1].text == "," or complement.tokens[0].text == ","
        aside = aside and not closed
        closed = False
        tokens = cleaned(ctx, clause, complement) if clean and not aside else None
        kind = required or complement.dep in ADJUNCTS or (complement.dep == "advmod" and low in manner)
        purpose = complement.dep == "advcl" and low.startswith(("pour ", "afin de ", "afin d’"))
        if tokens is None or not (kind or purpose):
            if required or any(c.dep in {"obj", "iobj"} and c.start > complement.start for c in clause.after):
                return None
            granted = aside and low.startswith(GRANTING)
            stop = complement.start if granted else stop
            if (clause.negated and not granted) or (complement.dep in {"ccomp", "conj", "parataxis"} and not texts):
                return None
            break
        texts.append(named_again(ctx, tokens))
        required |= clause.tense == "present" and low.startswith("depuis ")  # a state, as old as it is
        last = complement.tokens[-1].i
        if required:
            needed = len(texts)
        if len(tokens) < sum(t.pos != "PUNCT" or t is not complement.tokens[-1] for t in complement.tokens):
            if clause.negated:
                return None
            closed = closed_aside(ctx, complement, tokens)
            if not closed:
                break
    rest = " ".join(t.text.lower() for t in ctx.tokens(clause.sid) if clause.verb.i < t.i < stop)
    if clause.negated and re.search(r"\bqu(?:e|['’])", rest):
        return None  # « ne… que »: what follows restricts
    return needed, texts


def closed_aside(ctx: Context, complement: Complement, told: Sequence[Token]) -> bool:
    """Whether what a complement has lost stood between two commas: what follows still belongs to the verb."""
    end = complement.tokens[-1].i
    after = ctx.analysis.tokens[end + 1 : end + 2]
    comma = complement.tokens[-1].text == "," or (bool(after) and after[0].text == ",")
    return comma and ctx.analysis.tokens[told[-1].i + 1].text == ","


def cleaned(ctx: Context, clause: Clause, complement: Complement) -> tuple[Token, ...] | None:
    """A complement without its asides; None where it points back, says another thing or would lose a half."""
    stated = complement.tokens
    while stated and stated[-1].text in {",", ";", "–", "."}:
        stated = stated[:-1]
    whole = tuple(as_article(ctx, t) for t in without_addition(stated))
    seen = next((k for k, t in enumerate(whole) if k and t.text.lower() == "y" and gerund(ctx, t)), len(whole))
    tokens = without_asides(ctx, whole[:seen])
    if tokens is None or points_back(ctx, clause, tuple(t for t in tokens if not taken_up(ctx, t))):
        return None
    relative = next((k for k, t in enumerate(tokens) if k and t.text.lower() in {"qui", "dont", "où", "lequel"}), None)
    if relative is not None:
        # a relative clause is too much for a heading; after « le », it tells which one
        definite = {"le", "la", "les", "l'", "l’", "ce"}
        inner = [k for k in range(1, relative) if tokens[k].text.lower() in definite]
        if tokens[0].text.lower() in definite or (inner and inner[-1] >= relative - 3):
            return None
        if tokens[relative].text.lower() == "dont" and any(t.pos == "NUM" for t in tokens[relative + 1 : relative + 2]):
            return None  # « cinq ans de prison, dont deux avec sursis »
        tokens = tokens[:relative]
        while tokens and tokens[-1].pos in {"ADP", "PUNCT"}:
            tokens = tokens[:-1]  # « un passager | à qui… »
    after = next((k for k in range(1, len(tokens) - 1) if tuple(t.text.lower() for t in tokens[k : k + 2]) == AFTER), 0)
    tokens = tokens[:after] if after else tokens
    aside = next((k for k, t in enumerate(tokens) if k > 1 and participial(ctx, tokens[0], t)), None)
    tokens = agreeing(tokens if aside is None else tokens[:aside])
    while tokens and tokens[-1].text in {",", ";", "–"}:
        tokens = tokens[:-1]
    if not tokens or any(t.morph.get("VerbForm") == "Fin" for t in tokens):
        return None
    inside = {t.i for t in tokens}
    added = without_addition(stated) != stated
    others = [t for t in ctx.tokens(clause.sid) if t.dep == "conj" and t.i not in inside and t.head in inside]
    if not added and any(not coordinate(ctx, t) for t in others):
        return None  # « A, B et C » without B and C
    following = ctx.analysis.tokens[tokens[-1].i + 1] if tokens[-1].i + 1 < len(ctx.analysis.tokens) else None
    if following is not None and following.sentence == clause.sid:
        while following.pos in {"PROPN", "NUM"} and following.sentence == clause.sid and tokens[-1].pos == "PROPN":
            tokens = (*tokens, following)
            following = ctx.analysis.tokens[following.i + 1]
        goes_on = following.sentence == clause.sid and following.i not in {c.start for c in clause.after}
        if goes_on and following.pos in {"NOUN", "PROPN", "ADJ", "NUM", "X"}:
            return None
        if following.text.lower() in {"que", "qu'", "qu’", "dont"} and restricted(tokens):
            return None  # « 1,3 fois l’énergie | que reçoit la Terre »
        nearest = ctx.analysis.tokens[following.i + 1].pos if following.pos == "CCONJ" else "VERB"
        if nearest not in {"VERB", "AUX", "PRON", "ADV"} and not opens_clause(ctx, following):
            return None
    text = ctx.span(tokens)
    return None if re.search(r"[«»\"();:]|\b(?:son|leur) nom\b", text) else tokens


def restricted(tokens: Sequence[Token]) -> bool:
    """Whether the last noun of a complement has a definite article: a relative clause tells which one it is."""
    return any(t.text.lower() in {"le", "la", "les", "l'", "l’"} for t in tokens[-3:])


def opens_clause(ctx: Context, link: Token) -> bool:
    """Whether « et », « mais » open another main clause."""
    return any(
        coordinate(ctx, t) and ctx.subtree(t)[0].i in {link.i, link.i + 1}
        for t in ctx.tokens(link.sentence)
        if t.i > link.i
    )


def gerund(ctx: Context, token: Token) -> bool:
    """Whether « y » stands before « voyant »: an aside on what is told."""
    following = ctx.analysis.tokens[token.i + 1 : token.i + 2]
    return bool(following) and following[0].text.lower().endswith("ant") and following[0].pos == "VERB"


def participial(ctx: Context, first: Token, token: Token) -> bool:
    """Whether « justifiant ainsi… » after « une faute » adds to the clause; after « les », it tells which ones."""
    present = token.pos == "VERB" and token.morph.get("VerbForm") == "Part" and token.text.lower().endswith("ant")
    following = ctx.analysis.tokens[token.i + 1 : token.i + 2]
    adds = bool(following) and following[0].text.lower() in {"ainsi", "alors", "donc", "aussi"}
    return present and adds and first.text.lower() in {"un", "une", "des"}


def taken_up(ctx: Context, token: Token) -> bool:
    """Whether a word is the « cette » of « cette porte », where a sentence above speaks of a « porte »."""
    if token.dep != "det" or token.text.lower() not in ARTICLES:
        return False
    noun = ctx.head(token)
    lemma = noun.lemma.lower()
    if noun.pos != "NOUN" or lemma in load_toml("rewriting/headline.toml")["times"]:
        return False
    before = ctx.analysis.tokens[: ctx.tokens(token.sentence)[0].i]
    return any(t.pos == "NOUN" and t.lemma.lower() == lemma for t in before)


def named_again(ctx: Context, tokens: Sequence[Token]) -> str:
    """The words of a complement, « de cette porte » told as « de la porte »: its reader has not read what precedes."""
    text = ctx.span(tokens).strip()
    for token in tokens:
        if not taken_up(ctx, token):
            continue
        rest = ctx.text[token.end : tokens[-1].end].strip()
        noun = elide(ARTICLES[token.text.lower()], " ".join(rest.split()))
        before = ctx.text[tokens[0].start : token.start].strip()
        words = before.split()
        link = words[-1].lower() if words else ""
        if link in {"de", "à"}:
            noun = de(noun) if link == "de" else a(noun)
            before = " ".join(words[:-1])
        text = f"{before} {noun}".strip()
    return text


def agreeing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A complement without its last « de … » where an adjective there does not agree: a fault of the source."""
    for k, token in enumerate(tokens):
        noun = tokens[k - 1] if k else token
        clash = token.dep == "amod" and token.head == noun.i and noun.gender and token.gender != noun.gender
        if clash and token.gender and noun.pos == "NOUN":
            start = max((j for j in range(k) if tokens[j].pos == "ADP"), default=0)
            return tokens[:start] if start > 1 else tokens
    return tokens


def as_article(ctx: Context, token: Token) -> Token:
    """« l’ » before a noun is its article, whatever the parser took it for."""
    nearby = ctx.analysis.tokens[token.i + 1 : token.i + 2]
    if token.pos == "PRON" and token.text.lower() in {"l'", "l’"} and nearby and nearby[0].pos in {"NOUN", "ADJ"}:
        return replace(token, pos="DET", dep="det")
    return token


def without_addition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A complement without the second one that a comma and « ainsi que », « et en particulier » add to it."""
    comma = next((k for k, t in enumerate(tokens) if t.text == ","), None)
    if comma is None or comma + 1 >= len(tokens) or any(t.dep == "conj" for t in tokens[:comma]):
        return tokens
    return tokens[:comma] if tokens[comma + 1].text.lower() in {"ainsi", "et", "mais"} else tokens


def divisible(ctx: Context, clause: Clause) -> bool:
    """Whether the last complement may lose its end: not an infinitive that would lose what it needs."""
    infinitives = [c for c in clause.after if c.dep == "xcomp"]
    if not infinitives:
        return True
    verb = next((t for t in infinitives[-1].tokens if t.head == clause.verb.i), infinitives[-1].tokens[0])
    return any(t.dep == "obj" for t in ctx.children(verb))


def abridged_last(texts: Sequence[str]) -> Iterator[list[str]]:
    """The same complements with the last one cut before a prepositional phrase of its own."""
    if not texts:
        return
    words = texts[-1].split()
    for k in range(3, len(words) - 1):  # « des chercheurs en biologie | de la société Brume »
        link = next((w.lower() for w in reversed(words[: k - 1]) if w.lower() in CUT_BEFORE | LINKS), "")
        if words[k].lower() == "de" and words[k + 1][:1].isupper() and words[k - 1][:1].islower() and link == "en":
            yield [*texts[:-1], " ".join(words[:k])]
            break
    for k in range(len(words) - 1, 1, -1):
        if words[k].lower() in CUT_BEFORE and words[k - 1].lower() not in CUT_BEFORE:
            if words[0].lower() in {"en", "pour", "afin", "sans"} and k < 4:
                return
            yield [*texts[:-1], " ".join(words[:k])]
