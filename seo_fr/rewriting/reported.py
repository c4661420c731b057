"""What is reported with « que », « selon » or « indique X », told as a predicate in the present.

Under a verb of saying in the past, « n’acceptait pas » becomes « n’accepte pas », and « détiendrait » « devrait
détenir », as direct speech would have it. What points back to other sentences is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seo_fr.french import de, le, que
from seo_fr.french.conjugation import conjugate, known_verb
from seo_fr.model import Attribution, Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import Clause, clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.cuts import cuts
from seo_fr.rewriting.detached import STOPS, lowered, told
from seo_fr.rewriting.nominal import nominal
from seo_fr.rewriting.participial import participial
from seo_fr.rewriting.places import lemma_of
from seo_fr.rewriting.speakers import speaker_name
from seo_fr.rewriting.speaking import LEXICON, LONGEST, QUOTES, SHORTEST, Claim, speaker_number

OPINIONS = frozenset({"juger", "estimer", "penser", "considérer", "croire", "trouver"})
BACK = {"avait": "a", "avaient": "ont", "était": "est", "étaient": "sont"}
REPORTS = frozenset({"dire", "indiquer", "rapporter", "révéler", "préciser", "expliquer", ""})


def reported_claims(ctx: Context) -> Iterator[Claim]:
    """« X a dit que P », « selon X, P », « P, indique X », « X s’est dit satisfait de »."""
    for said in ctx.analysis.attributions:
        name = speaker_name(ctx, said)
        if (
            not name
            or said.kind in {"quote", "noun"}
            or nested(ctx, said)
            or ctx.source_kind(said.sentence) != "paragraph"
        ):
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
    return any(
        a is not said and a.start <= said.speaker_start < a.end and a.kind != "quote"
        for a in ctx.attributions(said.sentence)
    )


def saying_verb(said: Attribution, name: str) -> str:
    """The verb of saying in the present, one that may stand alone."""
    lemma = said.verb or "indiquer"
    lemma = load_toml(LEXICON)["plain"].get(lemma, lemma)
    if lemma == "faire savoir":
        return "font savoir" if speaker_number(name) == "p" else "fait savoir"
    return conjugate(lemma, "present", number=speaker_number(name)) or ""


def infinitive_claims(ctx: Context, said: Attribution, verb: str, tokens: Sequence[Token]) -> Iterator[str]:
    """« s’est dit satisfait des résultats » → « se déclare satisfait des résultats »."""
    first = tokens[0]
    if first.morph.get("VerbForm") == "Inf":
        opening = f"{verb} "
    elif first.pos in {"ADJ", "VERB"} and said.verb == "dire":
        opening = f"se {conjugate('déclarer', 'present', number=speaker_number(speaker_name(ctx, said)))} "
    else:
        return
    for end in cuts(ctx, tokens, first.i):
        text = told(ctx, [t for t in tokens if t.i < end], own=True)
        if text and SHORTEST <= len(text.split()) <= LONGEST:
            yield opening + text


def clause_claims(ctx: Context, said: Attribution, verb: str, tokens: Sequence[Token], name: str) -> Iterator[str]:
    """« a déclaré que l’État n’acceptait pas le plan » → « déclare que l’État n’accepte pas le plan »."""
    inside = [c for c in clauses(ctx, said.sentence) if said.start <= c.subject[0].start and c.finite.end <= said.end]
    main = min(inside, key=lambda c: c.subject[0].i, default=None)
    if main is not None and main.subject[0].i - tokens[0].i > 8:
        main = None
    verb_at = main.verb.i if main is not None else finite_at(tokens)
    shift = shifted(main, said) if main is not None else ()
    if shift is None or verb_at < 0:
        return
    for group in (tokens, shortened(ctx, tokens, main), reduced(tokens, verb_at)):
        for end in cuts(ctx, group, verb_at):
            kept = [t for t in group if t.i < end]
            moved = any(backward(t) and not (shift and main is not None and t.i == main.finite.i) for t in kept)
            if moved and said.kind == "que" and not modal_only(kept):
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
        text = (
            re.sub(r", (?:selon|d['’]après|[a-zé]+) [^,]*$", "", told_so.text) if told_so.attributed else told_so.text
        )
        yield f"{signals} {text[:1].lower() + text[1:]}"


def recast(ctx: Context, main: Clause, said: Attribution, name: str) -> Iterator[str]:
    """An opinion or a cause in a frame of its own.

    « juge que X pourrait être une chance » → « voit dans X une chance possible »; « pense que X est vieux » → « juge X
    vieux »; « conclut que X a été provoqué par Y » → « conclut que Y est à l’origine de X ».
    """
    if main.negated or main.before:
        return
    number = speaker_number(name)
    subject = told(ctx, main.subject, own=True)
    head = main.subject_head
    if subject is None or head.pos not in {"NOUN", "PROPN"}:
        return
    subject = lowered(subject, main.subject[0]) if main.subject[0].pos == "DET" else subject
    if (
        main.passive
        and lemma_of(main.verb) in load_toml(LEXICON)["causes"]["verbs"]
        and main.tense in {"past", "present"}
    ):
        agent = next((c for c in main.complements if c.dep == "obl:agent"), None)
        by = told(ctx, agent.tokens[1:]) if agent is not None else None
        core = shortened(ctx, main.subject, main)
        short = told(ctx, core, own=True) if core else subject
        if by and short:
            are = "sont" if speaker_number(by) == "p" else "est"
            yield f"{saying_verb(said, name)} {que(by)} {are} à l’origine {de(lowered(short, main.subject[0]))}"
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

    >>> parted("Des chercheurs recrutés par Anne Roche en chimie"), parted("Des emplois proposés par Meta sans délai")
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


def reduced(tokens: Sequence[Token], verb_at: int) -> list[Token]:
    """« le gardien qui était de garde cette nuit-là a appelé » → « le gardien de garde a appelé »."""
    at = next((k for k, t in enumerate(tokens) if t.text.lower() == "qui" and t.i < verb_at), -1)
    if at < 1 or at + 3 >= len(tokens) or tokens[at + 1].text.lower() not in {"est", "était", "sont", "étaient"}:
        return []
    rest = tokens[at + 2 :]
    if rest[0].pos != "ADP":
        return []
    end = next((k for k, t in enumerate(rest) if k and (t.pos in {"ADP", "AUX", "VERB"} or t.text in STOPS)), 0)
    if not end or rest[end - 1].pos not in {"NOUN", "PROPN", "ADJ"}:
        return []
    first = next((k for k, t in enumerate(rest) if t.pos == "AUX" or t.i == verb_at), 0)
    return [*tokens[:at], *rest[:end], *rest[first:]] if first >= end else []


def content(ctx: Context, tokens: Sequence[Token], main: Clause | None, said: Attribution) -> str | None:
    """The reported words; a subject « il » that takes up the speaker may stay."""
    group = list(tokens)
    opening = ""
    first = group[0]
    if said.kind == "que" and first.text.lower() in {"il", "elle", "ils", "elles"}:
        if main is None or first.i != main.subject[0].i or first.dep.startswith("expl"):
            return None
        opening, group = f"{first.text.lower()} ", group[1:]
    runs: list[list[Token]] = []
    for token in group:
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
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


def reflexive_of(main: Clause) -> str:
    """« se », « s’ » before a reflexive verb, with its space."""
    if not main.reflexive:
        return ""
    word = main.group[0].text
    return word if word[-1] in "'’" else f"{word} "


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
    if main.tense == "pluperfect" and finite.text.lower() in BACK:
        return ((finite.text, BACK[finite.text.lower()]),)
    plain = len(main.group) == 1 or (main.reflexive and len(main.group) == 2)
    if main.tense == "conditional" and finite.i == main.verb.i and plain:
        modal = "devraient" if number == "p" else "devrait"
        lemma = lemma_of(finite)
        clitic = reflexive_of(main)
        return ((f"{clitic}{finite.text}", f"{modal} {clitic}{lemma}"),) if known_verb(lemma) else None
    return None
