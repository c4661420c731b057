"""What is reported with « que », « selon » or « indique X », told as a predicate in the present.

Under a verb of saying in the past, « n’acceptait pas » becomes « n’accepte pas », and « détiendrait » « détiendra », as
direct speech would have it. What points back to other sentences is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seo_fr.french import de, que
from seo_fr.french.conjugation import conjugate
from seo_fr.model import Attribution, Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import Clause, clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.cuts import cuts
from seo_fr.rewriting.detached import STOPS, lowered, told
from seo_fr.rewriting.keypoint import future_in_past
from seo_fr.rewriting.places import lemma_of
from seo_fr.rewriting.speakers import speaker_name
from seo_fr.rewriting.speaking import LEXICON, LONGEST, QUOTES, SHORTEST, Claim, speaker_number

OPINIONS = frozenset({"juger", "estimer", "penser", "considérer", "croire", "trouver"})
BACK = {"avait": "a", "avaient": "ont", "était": "est", "étaient": "sont"}
LONGEST_QUOTED = 28


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
        if not verb or lone_medium(name):
            continue
        if len(tokens) < SHORTEST:
            texts = tuple(quoted_claims(ctx, said, verb))
        elif said.kind == "infinitive":
            texts = tuple(infinitive_claims(ctx, said, verb, tokens))
        else:
            texts = tuple(clause_claims(ctx, said, verb, tokens, name))
        texts = tuple(text for text in texts if not coloured(text))
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


def quoted_claims(ctx: Context, said: Attribution, verb: str) -> Iterator[str]:
    """« a affirmé que « le barrage est sûr » » → « affirme que « le barrage est sûr » »: words of nobody’s « nous »."""
    if said.kind != "que":
        return
    tokens = [t for t in ctx.tokens(said.sentence) if said.start <= t.start and t.end <= said.end]
    if not tokens or not SHORTEST <= len(tokens) <= LONGEST_QUOTED or finite_at(tokens) < 0:
        return
    inside = [q for q in ctx.quotations(said.sentence) if q.start >= said.start and q.end <= said.end + 1]
    if not inside or any("[" in q.text or "(" in q.text for q in inside):
        return
    free = [t for t in tokens if not any(q.start <= t.start < q.end for q in inside)]
    if any(backward(t) or t.text == ":" for t in free):
        return
    text = told(ctx, tokens, own=False)
    if text and text.count("«") == text.count("»"):
        yield f"{verb} que {text}" if text.startswith(("«", '"', "“")) else f"{verb} {que(text)}"


def coloured(text: str) -> bool:
    """Whether a word of the journalist’s own feeling would be put into the speaker’s mouth.

    >>> coloured("conclut que le terrible accident a une cause humaine"), coloured("annonce une hausse")
    (True, False)
    """
    words = set(re.findall(r"[\w-]+", re.sub(r"«[^»]*»", "", text.lower())))
    return not words.isdisjoint(load_toml(LEXICON)["coloured"]["words"])


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
    shift = shifted(ctx, main, said) if main is not None else ()
    if shift is None or verb_at < 0:
        return
    for end in cuts(ctx, tokens, verb_at):
        kept = [t for t in tokens if t.i < end]
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
        if by:
            are = "sont" if speaker_number(by) == "p" else "est"
            yield f"{saying_verb(said, name)} {que(by)} {are} à l’origine {de(subject)}"
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


def shifted(ctx: Context, main: Clause, said: Attribution) -> tuple[tuple[str, str], ...] | None:
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
    if main.tense == "conditional" and main.reflexive and len(main.group) == 2:
        main = replace(main, group=main.group[1:])  # « se tiendrait »: « se » stays where it is
    if main.tense == "conditional" and finite.i == main.verb.i and (future := future_in_past(ctx, main, said)):
        return ((finite.text, future),)
    return None
