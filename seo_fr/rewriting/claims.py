"""What each speaker of the source says or asks for, as a short predicate in the present: « réfute l’idée d’un prêt ».

Reported clauses keep their « que »; under a verb of saying in the past, « n’acceptait pas » becomes « n’accepte pas » and
« détiendrait » « devrait détenir », as direct speech would have it. What points back to other sentences is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seo_fr.french import a as to
from seo_fr.french import le, que
from seo_fr.french.conjugation import conjugate, known_verb
from seo_fr.model import Attribution, Entity, Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import Clause, clause_of, clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import STOPS, TRIMMED, lowered, told
from seo_fr.rewriting.nominal import nominal
from seo_fr.rewriting.participial import participial
from seo_fr.rewriting.places import lemma_of, named
from seo_fr.rewriting.speakers import speaker_name, titled

LEXICON = "rewriting/claims.toml"
LONGEST = 24
SHORTEST = 3
PLURAL_OPENINGS = ("les ", "des ", "plusieurs ", "certains ", "certaines ", "deux ", "trois ", "quelques ", "de nombreu")
OPINIONS = frozenset({"juger", "estimer", "penser", "considérer", "croire", "trouver"})
QUOTES = frozenset({"«", "»", '"', "“", "”"})
SINGULAR_OPENINGS = ("le ", "la ", "l’", "l'", "un ", "une ")
REPORTS = frozenset({"dire", "indiquer", "rapporter", "révéler", "préciser", "expliquer", ""})


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that somebody says."""

    speaker: str
    """As it can be named anywhere."""
    entity: int
    """Index in ``Analysis.entities``, or -1."""
    texts: tuple[str, ...]
    """Predicates, the fullest first: « annonce le retour de plusieurs joueurs pour 2013 »."""
    sid: int
    at: int
    """First character of what is said."""


def claims(ctx: Context) -> tuple[Claim, ...]:
    """All claims of the source that can be told by themselves, in order."""
    found = [*reported_claims(ctx), *acts(ctx)]
    out: list[Claim] = []
    for claim in sorted(found, key=lambda c: (c.sid, c.at)):
        if not any(c.sid == claim.sid and abs(c.at - claim.at) < 12 for c in out):
            out.append(claim)
    return tuple(out)


def speaker_number(name: str) -> Number:
    """Number of the verb that a speaker takes.

    >>> speaker_number("des analystes"), speaker_number("Anne Roche"), speaker_number("Anne Roche et Paul Brun")
    ('p', 's', 'p')
    """
    low = name.lower()
    if low.startswith(SINGULAR_OPENINGS):
        return "s"
    return "p" if low.startswith(PLURAL_OPENINGS) or " et " in name else "s"


# ---------------------------------------------------------------------------------------------------- reported clauses


def reported_claims(ctx: Context) -> Iterator[Claim]:
    """« X a dit que P », « selon X, P », « P, indique X », « X s’est dit satisfait de »."""
    for said in ctx.analysis.attributions:
        name = speaker_name(ctx, said)
        if not name or said.kind in {"quote", "noun"} or nested(ctx, said) or ctx.source_kind(said.sentence) != "paragraph":
            continue
        verb = saying_verb(said, name)
        tokens = unquoted(ctx, said)
        if not verb or len(tokens) < SHORTEST or lone_medium(name):
            continue
        if said.kind == "infinitive":
            texts = tuple(infinitive_claims(ctx, said, verb, tokens))
        else:
            texts = tuple(clause_claims(ctx, said, verb, tokens, name))
        if texts:
            yield Claim(name, said.entity, texts, said.sentence, said.start)


def unquoted(ctx: Context, said: Attribution) -> list[Token]:
    """The words said, up to the first colon or quotation."""
    quotes = [q.start for q in ctx.quotations(said.sentence) if q.end > said.start]
    out = []
    for token in ctx.tokens(said.sentence):
        if token.start < said.start or token.end > said.end:
            continue
        if token.text == ":":
            break
        if token.text in QUOTES or any(start <= token.start for start in quotes):
            return []  # cut there, the words would be left hanging
        out.append(token)
    return out


def lone_medium(name: str) -> bool:
    """« le média », « le journal »: which one?"""
    return bool(re.fullmatch(r"(?:le |la |l['’])(?:média|journal|quotidien|site|magazine|chaîne|agence|presse)", name))


def nested(ctx: Context, said: Attribution) -> bool:
    """Whether somebody else reports that this was said."""
    return any(a is not said and a.start <= said.speaker_start < a.end and a.kind != "quote" for a in ctx.attributions(said.sentence))  # fmt: skip


def saying_verb(said: Attribution, name: str) -> str:
    """The verb of saying in the present, one that may stand alone."""
    lemma = said.verb or "indiquer"
    lemma = load_toml(LEXICON)["plain"].get(lemma, lemma)
    if lemma == "faire savoir":
        return "font savoir" if speaker_number(name) == "p" else "fait savoir"
    return conjugate(lemma, "present", number=speaker_number(name)) or ""


def infinitive_claims(ctx: Context, said: Attribution, verb: str, tokens: Sequence[Token]) -> Iterator[str]:
    """« s’est dit satisfait des résultats » → « se dit satisfait des résultats »."""
    first = tokens[0]
    if first.morph.get("VerbForm") == "Inf":
        opening = f"{verb} "
    elif first.pos in {"ADJ", "VERB"} and said.verb == "dire":
        opening = f"se {verb} "
    else:
        return
    for end in cuts(ctx, tokens, first.i):
        text = told(ctx, [t for t in tokens if t.i < end], own=True)
        if text and SHORTEST <= len(text.split()) <= LONGEST:
            yield opening + text


def clause_claims(
    ctx: Context, said: Attribution, verb: str, tokens: Sequence[Token], name: str
) -> Iterator[str]:
    """« a déclaré que le gouvernement n’acceptait pas le plan » → « déclare que le gouvernement n’accepte pas le plan »."""
    inside = [c for c in clauses(ctx, said.sentence) if said.start <= c.subject[0].start and c.finite.end <= said.end]
    main = min(inside, key=lambda c: c.subject[0].i, default=None)
    if main is not None and main.subject[0].i - tokens[0].i > 8:
        main = None
    verb_at = main.verb.i if main is not None else finite_at(tokens)
    shift = shifted(main, said) if main is not None else ()
    if shift is None or verb_at < 0:
        return
    for group in (tokens, shortened(ctx, tokens, main)):
        for end in cuts(ctx, group, verb_at):
            kept = [t for t in group if t.i < end]
            if any(backward(t) and not (shift and main is not None and t.i == main.finite.i) for t in kept):
                if said.kind == "que" and not modal_only(kept):
                    continue
            text = content(ctx, kept, main, said)
            if text is None or not SHORTEST <= len(text.split()) <= LONGEST:
                continue
            for old, new in shift:
                text = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text, count=1)
            yield f"{verb} {que(text)}"
    if main is not None:
        yield from recast(ctx, main, said, name)
    if main is None or said.verb not in REPORTS:
        return
    signals = "signalent" if speaker_number(name) == "p" else "signale"
    if (noun := nominal(ctx, main)) is not None and (article := le(noun.text, noun.gender)) is not None:
        yield f"{signals} {article}"
    if (told_so := participial(ctx, main)) is not None and not parted(told_so.text):
        text = re.sub(r", (?:selon|d['’]après|[a-zé]+) [^,]*$", "", told_so.text) if told_so.attributed else told_so.text
        yield f"{signals} {text[:1].lower() + text[1:]}"


def recast(ctx: Context, main: Clause, said: Attribution, name: str) -> Iterator[str]:
    """An opinion or a cause in a frame of its own.

    « juge que X pourrait être une chance » → « voit dans X une chance possible »; « pense que X est vieux » → « juge X
    vieux »; « conclut que X a été provoqué par Y » → « attribue X à Y ».
    """
    if main.negated or main.before:
        return
    number = speaker_number(name)
    subject = told(ctx, main.subject, own=True)
    head = main.subject_head
    if subject is None or head.pos not in {"NOUN", "PROPN"}:
        return
    subject = lowered(subject, main.subject[0]) if main.subject[0].pos == "DET" else subject
    if main.passive and lemma_of(main.verb) in load_toml(LEXICON)["causes"]["verbs"] and main.tense in {"past", "present"}:
        agent = next((c for c in main.complements if c.dep == "obl:agent"), None)
        by = told(ctx, agent.tokens[1:]) if agent is not None else None
        form = conjugate("attribuer", "present", number=number)
        core = shortened(ctx, main.subject, main)
        short = told(ctx, core, own=True) if core else subject
        if by and form and short:
            yield f"{form} {lowered(short, main.subject[0])} {to(by)}"
    if said.verb not in OPINIONS:
        return
    possible = main.finite.text.lower().startswith(("peut", "peuvent", "pourrai"))
    after = ctx.analysis.tokens[main.finite.i + 1] if possible else main.finite
    being = main.copula if main.copula is not None else after
    if lemma_of(being) != "être" or not (possible or main.finite.i == being.i) or main.passive:
        return
    if main.tense == "conditional" and not possible:
        return
    predicate = [t for t in ctx.tokens(said.sentence) if t.i > being.i and t.end <= said.end]
    stop = next((k for k, t in enumerate(predicate) if t.text in STOPS or t.text.lower() == "qui"), len(predicate))
    predicate = predicate[:stop]
    text = told(ctx, predicate, own=True)
    noun = next((t for t in predicate if t.pos == "NOUN"), None)
    if not text or len(predicate) > 12:
        return
    if predicate[0].text.lower() in {"un", "une", "le", "la"} and noun is not None:
        form = conjugate("voir", "present", number=number)
        if possible:
            text = re.sub(rf"\b{re.escape(noun.text)}\b", f"{noun.text} possible", text, count=1)
        yield f"{form} dans {subject} {text}"
    elif predicate[0].pos in {"ADJ", "ADV"} and not possible and main.verb.pos == "ADJ":
        yield f"{conjugate('juger', 'present', number=number)} {subject} {text}"


def parted(text: str) -> bool:
    """Whether the agent stands between a noun and its complement: « des chercheurs recrutés par X en chimie ».

    >>> parted("Des chercheurs recrutés par Anne Roche en chimie"), parted("Des emplois proposés par Meta sans entretien")
    (True, False)
    """
    return bool(re.search(r" par (?:[A-ZÉ][\w’'-]*|le|la|l['’]\w+|\w+)(?: \w+)? (?:en|de|d['’]\w+|du|des) ", text))


def finite_at(tokens: Sequence[Token]) -> int:
    """Rank of the first finite verb that is no relative's; -1 if there is none."""
    for before, token in zip([None, *tokens], tokens, strict=False):
        relative = before is not None and before.text.lower() in {"qui", "que", "qu'", "dont", "où", "s'", "se"}
        if token.pos in {"VERB", "AUX"} and token.morph.get("VerbForm") == "Fin" and not relative:
            return token.i
    return -1


def modal_only(tokens: Sequence[Token]) -> bool:
    """Whether the only shifted form is « pourrait » or « devrait », which direct speech may have too."""
    return all(t.text.lower().startswith(("pourrai", "devrai", "faudrai")) for t in tokens if backward(t))


def shortened(ctx: Context, tokens: Sequence[Token], main: Clause | None) -> list[Token]:
    """What is said, the subject cut before its participle: « l’accident survenu sur… a été provoqué »."""
    if main is None or len(main.subject) < 6:
        return []
    aside = next((c for c in ctx.children(main.subject_head) if c.dep == "acl" and c.i > main.subject_head.i), None)
    if aside is None or main.subject[-1].i + 1 != main.group[0].i:
        return []
    start = min(t.i for t in ctx.subtree(aside))
    return [t for t in tokens if t.i < start or t.i > main.subject[-1].i]


def content(ctx: Context, tokens: Sequence[Token], main: Clause | None, said: Attribution) -> str | None:
    """The reported words; a subject « il » that takes up the speaker may stay."""
    group = list(tokens)
    opening = ""
    first = group[0]
    if said.kind == "que" and first.text.lower() in {"il", "elle", "ils", "elles"}:
        if main is None or first.i != main.subject[0].i or first.dep.startswith("expl"):
            return None
        opening, group = f"{first.text.lower()} ", group[1:]
    runs = [list(group)]
    for k in range(1, len(group)):
        if group[k].i != group[k - 1].i + 1:
            runs = [list(group[:k]), list(group[k:])]
            break
    parts = [told(ctx, run, own=True) for run in runs]
    if not all(parts):
        return None
    text = " ".join(part for part in parts if part)
    if not opening and first.pos in {"DET", "ADP"}:
        text = text[:1].lower() + text[1:]
    return opening + text


def backward(token: Token) -> bool:
    """Whether a finite verb stands in a tense that reported speech may have shifted."""
    if token.pos not in {"VERB", "AUX"} or token.morph.get("VerbForm") != "Fin":
        return False
    return token.morph.get("Tense") == "Imp" or token.morph.get("Mood") == "Cnd"


def shifted(main: Clause, said: Attribution) -> tuple[tuple[str, str], ...] | None:
    """(verb as written, verb as direct speech has it); empty when nothing changes, None when it is not certain."""
    finite = main.finite
    number: Number = "p" if finite.morph.get("Number") == "Plur" else "s"
    if main.tense == "present":
        form = conjugate(lemma_of(finite), "present", number=number)
        wrong = form is not None and form != finite.text.lower() and finite.text.lower()[-3:] in {"oie", "ait"}
        return ((finite.text, form),) if wrong and form else ()
    if main.tense in {"past", "future", "near_future"}:
        return ()
    if said.kind != "que":
        return () if main.tense in {"imperfect", "pluperfect"} else None
    if lemma_of(finite) in {"pouvoir", "devoir", "falloir"} and main.tense == "conditional":
        return ()
    if main.tense == "imperfect":
        form = conjugate(lemma_of(finite), "present", number=number)
        return ((finite.text, form),) if form else None
    if main.tense == "conditional" and finite.i == main.verb.i and len(main.group) == 1:
        modal = "devraient" if number == "p" else "devrait"
        lemma = lemma_of(finite)
        return ((finite.text, f"{modal} {lemma}"),) if known_verb(lemma) else None
    return None


CUT_WORDS = frozenset({"malgré", "suite", "afin", "lors", "après", "avant", "lorsque", "lorsqu'", "tandis", "alors"})


def cuts(ctx: Context, tokens: Sequence[Token], verb: int, *, acting: bool = False) -> list[int]:
    """Ranks before which what is said may stop: its end, then its last adjuncts, its commas.

    *acting*: what follows a person thanked or accused, « d’avoir… », may be cut too.
    A « sans », a date or place right after a figure, and half of a pair of brackets are never cut off.
    """
    if not tokens:
        return []
    found = [tokens[-1].i + 1]
    inside = 0
    for before, token in zip([None, *tokens], tokens, strict=False):
        inside += (token.text == "(") - (token.text == ")")
        low = token.text.lower().replace("’", "'")
        if token.i <= verb + 1 or inside and token.text != "(" or before is None:
            continue
        head = ctx.head(token)
        adjunct = (
            token.dep in {"case", "mark"}
            and head.i > token.i
            and head.dep in {"obl:mod", "advcl"}
            and ctx.subtree(head)[0].i == token.i
        )
        joined = low == "et" and any(t.text.lower() in {"que", "qu'", "qu’"} for t in tokens if token.i < t.i < token.i + 4)
        if low == "sans" or (low in {"pour", "en", "au", "d'", "dès", "depuis", "par"} and figure_ends(ctx, before)):
            continue
        following = ctx.analysis.tokens[token.i + 1] if token.i + 1 < len(ctx.analysis.tokens) else token
        infinitive = low in {"de", "d'"} and following.text.lower() in {"avoir", "être"}
        participle = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Pres"
        if token.text in STOPS - {")"} or adjunct or joined or low in CUT_WORDS or participle or (infinitive and acting):
            found.append(token.i)
    out = []
    for stop in sorted(set(found), reverse=True):
        kept = [t for t in tokens if t.i < stop]
        whole = len(kept) == len(tokens)
        while kept and kept[-1].i > verb and (kept[-1].text in STOPS or (not whole and kept[-1].pos in TRIMMED)):
            kept.pop()
        if kept and kept[-1].i > verb and kept[-1].i + 1 not in out:
            out.append(kept[-1].i + 1)
    return out


def figure_ends(ctx: Context, token: Token) -> bool:
    """Whether a figure ends on a word."""
    return any(f.start <= token.start < f.end for f in ctx.figures(token.sentence))


# --------------------------------------------------------------------------------------------------------- speech acts


def acts(ctx: Context) -> Iterator[Claim]:
    """« X a réfuté l’idée d’un prêt », « la gauche dénonce… »: a stand taken, without « que »."""
    table: dict[str, str] = load_toml(LEXICON)["acts"]
    for token in ctx.analysis.tokens:
        if token.pos != "VERB" or ctx.source_kind(token.sentence) != "paragraph":
            continue
        clause = clause_of(ctx, token)
        if clause is None or clause.negated or clause.passive or clause.modal:
            continue
        lemma = lemma_of(token)
        if clause.reflexive:
            lemma = f"s'{lemma}" if lemma[0] in "aeéèiouh" else f"se {lemma}"
        preposition = table.get(lemma)
        if preposition is None or clause.tense not in {"present", "past", "imperfect"}:
            continue
        if any(s.start <= token.start < s.end and s.kind != "modal" for s in ctx.scopes(token.sentence)):
            continue
        if any(q.start <= token.start < q.end for q in ctx.quotations(token.sentence)) or conditioned(ctx, token):
            continue
        if any(a.start <= token.start < a.end for a in ctx.attributions(token.sentence)):
            continue
        who = entity_of(ctx, clause)
        about = as_for(ctx, clause)
        person = who is not None and who.label == "PER"
        name = about or (titled(ctx, who) if who is not None and person else named(ctx, clause))
        if not name or not (who is not None or speaks(name)):
            continue
        number = speaker_number(name)
        form = conjugate(lemma, "present", number=number)
        if form is None:
            continue
        texts = tuple(f"{form} {text}" for text in borne_on(ctx, clause, preposition))
        if texts:
            yield Claim(name, who.id if who is not None else -1, texts, token.sentence, token.start)


def conditioned(ctx: Context, verb: Token) -> bool:
    """Whether the clause hangs on « si », « quand », « pour que »; « tandis que » leaves it affirmed."""
    marks = [c.text.lower() for c in ctx.children(verb) if c.dep == "mark"]
    if not marks:
        return False
    first = ctx.subtree(verb)[0]
    opening = ctx.text[first.start : first.start + 12].lower()
    return not opening.startswith(("tandis que", "alors que"))


def entity_of(ctx: Context, clause: Clause) -> Entity | None:
    """The one person named in the subject, or the body that it is."""
    first, last = clause.subject[0].start, clause.subject[-1].end
    found = {m.entity for m in ctx.mentions(clause.sid) if first <= m.start and m.end <= last}
    people = [e for e in sorted(found) if ctx.analysis.entities[e].label == "PER"]
    if len(people) == 1:
        return ctx.analysis.entities[people[0]]
    entity = ctx.entity_at(clause.subject_head.start, clause.subject_head.end)
    return entity if entity is not None and entity.label == "ORG" and not people else None


def as_for(ctx: Context, clause: Clause) -> str:
    """« Quant au préfet, il apprécie »: « le préfet »; "" elsewhere."""
    text = ctx.sentence(clause.sid).text
    match = re.match(r"Quant (?:(au|aux|à la|à l['’]|à) ?)([^,]{3,40}), (?:il|elle|ils|elles) ", text)
    if match is None or clause.subject[0].text.lower() not in {"il", "elle", "ils", "elles"}:
        return ""
    if clause.subject[0].start - ctx.sentence(clause.sid).start > match.end():
        return ""
    article = {"au": "le ", "aux": "les ", "à la": "la ", "à l'": "l’", "à l’": "l’", "à": ""}[match[1]]
    return article + match[2]


def speaks(name: str) -> bool:
    """Whether a subject is somebody, or a body that speaks."""
    words = re.findall(r"[\w-]+", name.lower())
    return any(word in load_toml(LEXICON)["speakers"]["nouns"] for word in words[:3])


def borne_on(ctx: Context, clause: Clause, preposition: str) -> Iterator[str]:
    """What the stand bears on: the object, or the complement with its preposition, then shorter cuts of it."""
    wanted = {"de": {"de", "d'", "d’", "du", "des"}, "à": {"à", "au", "aux"}}.get(preposition, {preposition})
    part = None
    for complement in clause.after:
        first = complement.tokens[0].text.lower()
        if not preposition and complement.dep == "obj":
            part = complement
        elif not preposition and complement.dep == "xcomp" and first in {"de", "d'", "d’"}:
            part = complement
        elif preposition and first in wanted:
            part = complement
        if part is not None:
            break
    if part is None:
        return
    between = ctx.analysis.tokens[clause.verb.i + 1 : part.start]
    if any(t.pos not in {"ADV", "PRON"} for t in between):
        return
    rest = [t for t in ctx.tokens(clause.sid) if t.i >= part.start]
    stop = next((k for k, t in enumerate(rest) if ends_object(ctx, t)), len(rest))
    group = rest[:stop]
    for end in cuts(ctx, group, part.start, acting=part.dep == "obj") if group else ():
        kept = [t for t in group if t.i < end]
        text = told(ctx, kept, own=True)
        if text and 2 <= len(text.split()) <= LONGEST and kept[-1].i >= part_head(part.tokens, clause).i:
            yield text


def ends_object(ctx: Context, token: Token) -> bool:
    """Whether a word ends what a stand bears on: a mark but a quotation's, a relative, a participle of saying."""
    low = token.text.lower()
    if (token.text in STOPS and token.text not in QUOTES) or low in {"qui", "que", "dont", "et", "mais"}:
        return True
    before = ctx.analysis.tokens[token.i - 1]
    return low.endswith("ant") and known_verb(f"{low[:-3]}er") and before.pos not in {"DET", "ADJ", "ADP"}


def part_head(tokens: Sequence[Token], clause: Clause) -> Token:
    """The word by which a complement depends on the verb."""
    return next((t for t in tokens if t.head == clause.verb.i), tokens[-1])
