"""How surely the source says things: conditional, hedged, modal, negated, asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from seo_fr.model import Attribution, Certainty, Scope, Token
from seo_fr.resources import load_toml
from seo_fr.understanding.extents import clause
from seo_fr.understanding.lexicon import words
from seo_fr.understanding.speech import CLITICS
from seo_fr.understanding.view import View, low, trimmed


@cache
def _conditional() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = load_toml("understanding/certainty.toml")["conditional"]
    endings = "|".join(data["endings"].split())
    return re.compile(rf"(.+?)(?:{endings})$"), re.compile("|".join(data["stems"])), re.compile(data["not_stems"])


def is_conditional(form: str) -> bool:
    """Whether a verb form is a conditional, told by its spelling: the parser takes it for an imparfait.

    >>> [is_conditional(f) for f in ("détiendrait", "déclarait", "seraient", "espérait", "admirait", "finirait")]
    [True, False, True, False, False, True]
    """
    shape, stems, not_stems = _conditional()
    match = shape.match(form.lower())
    return bool(match and len(form) > 4 and stems.search(match[1]) and not not_stems.search(match[1]))


DOUBT_RE = re.compile(r"(?:aucun|pas de|guère de|pas l[’']ombre d[’']un) doute\b")
"""After « ne », these affirm."""
NO_LESS_RE = re.compile(r"pas (?:moins (?!d[e’'])|seulement\b|uniquement\b)")
FARTHEST = 8
"""Most words between a modal and its infinitive."""


def find_scopes(view: View, attributions: Sequence[Attribution] = ()) -> tuple[Scope, ...]:
    """All stretches that are not plainly affirmed, in order; none leaves the words of the speaker it stands in."""
    out: set[tuple[int, int, int, str, str]] = set()
    for sentence in view.source.sentences:
        said = [(a.start, a.end) for a in attributions if a.sentence == sentence.id]
        for kind, cue, at, start, end in scopes_of(view, sentence.id):
            for first, last in said:
                if first <= at < last:
                    start, end = max(start, first), min(end, last)
            if end > start:
                out.add((sentence.id, start, end, kind, cue))
        if sentence.text.rstrip(' »”")').endswith("?"):
            start, end = trimmed(view.text, sentence.start, sentence.end)
            out.add((sentence.id, start, end, "question", "?"))
    return tuple(Scope(kind, cue, sid, start, end) for sid, start, end, kind, cue in sorted(out))  # type: ignore[arg-type]


def scopes_of(view: View, sid: int) -> Iterator[tuple[Certainty, str, int, int, int]]:
    """(kind, cue, place of the cue, start, end) for every mark of a sentence."""
    data = load_toml("understanding/certainty.toml")
    modal, hedge_verbs = words(data["modal"]["forms"]), words(data["hedged"]["verbs"])
    adverbs, adjectives = words(data["hedged"]["adverbs"]), words(data["hedged"]["adjectives"])
    tokens = view.of_sentence(sid)
    for token in tokens:
        form = low(token.text)
        verbal = token.pos in {"VERB", "AUX"}
        if form in modal and verbal and (infinitive := governed(view, token)) is not None:
            yield ("modal", token.text, token.start, *clause(view, token, reaching=infinitive))
        elif (
            is_conditional(form)
            and (verbal or token.pos in {"ADJ", "X", "PROPN", "NOUN"})
            and not after_determiner(view, token)
        ) and form not in hedge_verbs:
            yield ("conditional", token.text, token.start, *clause(view, token))
        if (
            form in hedge_verbs
            and (verbal or token.pos == "X")
            and not after_determiner(view, token)
            and is_hedge(view, token)
        ) or form in adverbs:
            bearer = view.tokens[token.head]
            whole = noun_phrase(view, bearer) if bearer.dep == "amod" and bearer.i == token.i + 1 else None
            # « un pont probablement vieux »: the doubt bears on the phrase alone
            yield ("hedged", token.text, token.start, *(whole or clause(view, token)))
        elif form in adjectives and token.pos in {"ADJ", "VERB"} and not view.dependants(token, "aux"):
            yield ("hedged", token.text, token.start, *noun_phrase(view, token))
        if form in {"ne", "n'"} and (found := negation(view, token)) is not None:
            cue, verb = found
            start, end = clause(view, verb)
            if verb.morph.get("VerbForm") == "Inf" and low(view.tokens[token.i + 1].text) in second_halves():
                opener = view.previous(token)
                led = opener is not None and low(opener.text) in {"de", "d'", "à", "pour"}
                start = max(start, opener.start if led and opener is not None else token.start)
            for contrast in (t for t in view.between(verb.end, end) if contrasts(view, t)):
                # « n’est pas A mais B », « pas A, seulement B »
                end = min(end, trimmed(view.text, start, contrast.start, " ,;:–—-\n")[1])
            yield ("negated", cue, token.start, start, end)
        elif form == "pas" and (extent := elliptical(view, token)) is not None:
            yield ("negated", token.text, token.start, *extent)
        elif (
            form == "sans"
            and not after_non(view, token)
            and (following := past_adverbs(view, view.next(token))) is not None
            and is_infinitive(following)
        ):
            head = view.tokens[following.head] if following.dep.startswith(("cop", "aux")) else following
            end = max(t.end for t in (following, *view.subtree(head)))
            before = view.previous(following)
            if before is not None and low(before.text) in CLITICS and "," in view.text[following.end : end]:
                end = view.text.index(",", following.end)  # « sans la nommer, X »: it has its object
            yield ("negated", token.text, token.start, *trimmed(view.text, token.start, end))
    sentence = view.source.sentences[sid]
    lowered = low(sentence.text)
    kinds: tuple[Certainty, ...] = ("modal", "hedged")
    for kind in kinds:
        for phrase in data[kind]["phrases"]:
            for match in re.finditer(rf"(?<![\w'-]){re.escape(phrase)}(?![\w-])", lowered):
                at = view.token_at(sentence.start + match.start())
                if at is not None:
                    cue = view.text[sentence.start + match.start() : sentence.start + match.end()]
                    after = view.token_at(sentence.start + match.end() + 1)
                    if phrase == "soi-disant" and after is not None and view.np_end(after.i) > after.i:
                        last = view.tokens[view.np_end(after.i) - 1]
                        yield (kind, cue, at.start, at.start, last.end)  # « les soi-disant fautes »
                        continue
                    yield (kind, cue, at.start, *clause(view, at))


def elliptical(view: View, token: Token) -> tuple[int, int] | None:
    """« en France, mais pas à l’étranger »: extent of a denial without « ne »; None where « pas » is no such denial."""
    before, following = view.previous(token), view.next(token)
    if before is None or following is None or low(before.text) not in {"mais", "et", ","}:
        return None
    if following.pos not in {"ADP", "DET", "PRON"} or low(following.text) in {"que", "qu'", "d'", "de"}:
        return None
    end = following.end
    current: Token | None = following
    while current is not None and current.text not in {",", ";", ":", ".", ")", "»", "(", "«"}:
        if low(current.text) in {"mais", "et", "car"} or current.morph.get("VerbForm") == "Fin":
            break
        end, current = current.end, view.next(current)
    return token.start, end


def past_adverbs(view: View, token: Token | None) -> Token | None:
    """The token itself, or the first that is no adverb nor clitic: « sans toutefois l’exécuter »."""
    while token is not None and (token.pos == "ADV" or (token.pos == "PRON" and low(token.text) in CLITICS)):
        token = view.next(token)
    return token


def after_non(view: View, token: Token) -> bool:
    """« non sans rappeler »: two negations that affirm."""
    before = view.previous(token)
    return before is not None and low(before.text) == "non"


def is_infinitive(token: Token) -> bool:
    """Whether a token is an infinitive, by the parser or by its ending."""
    ends = low(token.text).endswith(("er", "ir", "re"))
    return ends and (token.morph.get("VerbForm") == "Inf" or token.pos == "VERB")


def after_determiner(view: View, token: Token) -> bool:
    """Whether a determiner stands right before: « un souhait »."""
    before = view.previous(token)
    return before is not None and before.pos == "DET" and low(before.text) not in {"l'", "les", "le", "la"}


def governed(view: View, token: Token) -> Token | None:
    """What makes a form of pouvoir, devoir or falloir a modal: its infinitive, its « que »; itself when elliptical."""
    before = view.previous(token)
    # « il faut que », « il se peut que »
    impersonal = low(token.text).startswith(("fau", "fal")) or (before is not None and low(before.text) in {"se", "s'"})
    current = view.next(token)
    for _ in range(FARTHEST):
        if current is None:
            return token if impersonal or low(token.text).startswith(("peu", "pou")) else None
        if current.morph.get("VerbForm") == "Inf":
            return current
        only = low(current.text) in {"que", "qu'"} and (view.next(current) or current).morph.get("VerbForm") == "Inf"
        if (low(current.text) in {"que", "qu'"} and not only) or current.text in ".;:":
            break  # but « n’ont pu que partir »
        again = low(current.text) in words(load_toml("understanding/certainty.toml")["modal"]["forms"])
        if current.morph.get("VerbForm") == "Fin" and current.pos == "VERB" and not again:
            break  # but « ne peut et ne doit pas partir »
        current = view.next(current)
    return token if impersonal else None


def is_hedge(view: View, token: Token) -> bool:
    """Whether sembler, paraître, risquer tells appearance or chance: not « paraît en librairie », « risque sa vie »."""
    following = view.next(token)
    while following is not None and (following.pos == "ADV" or low(following.text) in {"pas", "-t-il", "lui", "leur"}):
        following = view.next(following)
    if following is None:
        return low(token.text).startswith("sembl")
    form = low(following.text)
    if low(token.text).startswith("risqu"):
        return form in {"de", "d'", "fort"}
    if low(token.text).startswith("par"):
        return following.morph.get("VerbForm") == "Inf" or following.pos in {"ADJ", "VERB"} or form in {"que", "qu'"}
    return True


def contrasts(view: View, token: Token) -> bool:
    """Whether a word in a denied clause opens what is affirmed instead."""
    before = view.previous(token)
    only = low(token.text) == "seulement" and before is not None and before.text == ","
    return low(token.text) == "mais" or only


def second_halves() -> frozenset[str]:
    """« pas », « plus », « rien »…"""
    return words(load_toml("understanding/certainty.toml")["negated"]["second"])


def negation(view: View, token: Token) -> tuple[str, Token] | None:
    """Cue and verb of a negation opened by « ne »; None for « ne… que » and the expletive « ne »."""
    second = second_halves()
    verb: Token | None = None
    current = view.next(token)
    steps = 0
    while current is not None and steps < 14:
        form = low(current.text)
        if current.pos in {"VERB", "AUX"} and verb is None:
            verb = current
        following = view.next(current)
        if (
            form in second
            and following is not None
            and low(following.text) in {"que", "qu'"}
            and form in {"plus", "jamais", "guère"}
        ):
            return None  # « ne… plus que »: a restriction
        if form in second and NO_LESS_RE.match(view.text, current.start):
            return None  # « il n’en est pas moins vrai », « pas seulement ici »
        if form in second and DOUBT_RE.match(view.text, current.start):
            return None  # « il ne fait aucun doute que »
        if form in second and not (form == "plus" and starts_comparison(view, current)):
            if verb is None:
                verb = first_after(view, token, current)
            if verb is None:  # « ne pas accorder »
                follower = view.next(current)
                while follower is not None and follower.pos not in {"VERB", "AUX"}:
                    follower = view.next(follower)
                verb = follower
            return (f"{token.text} {current.text}", verb) if verb is not None else None
        if form in {"que", "qu'"} or current.text in ".;:(":
            break
        current, steps = view.next(current), steps + 1
    before = view.previous(token)
    if verb is None:
        verb = first_after(view, token, None)
    if before is not None and verb is not None:
        # « Aucun juge n’a », « Ni l’un ni l’autre ne »: the second half comes first
        for earlier in view.of_sentence(token.sentence):
            if earlier.i >= token.i:
                break
            if (
                low(earlier.text) in {"aucun", "aucune", "rien", "personne", "ni", "nul", "nulle"}
                and earlier.i >= token.i - 12
            ):
                return f"{earlier.text} {token.text}", verb
    return None


def first_after(view: View, ne: Token, second: Token | None) -> Token | None:
    """The word in the verb's place, when the parser takes it for something else: « n’entre jamais »; or None."""
    current = view.next(ne)
    while current is not None and (second is None or current.i < second.i):
        if low(current.text) not in CLITICS:
            return current
        current = view.next(current)
    return None


def starts_comparison(view: View, token: Token) -> bool:
    """Whether « plus » opens « plus de 30 », « plus que », « plus grand »: then it does not deny."""
    following, before = view.next(token), view.previous(token)
    if before is not None and low(before.text) in {"autant", "non", "en"}:
        return True
    if following is None:
        return False
    if following.pos == "ADJ" or low(following.text) in {"ou"}:
        return True
    after = view.next(following)
    return (
        low(following.text) in {"de", "d'"} and after is not None and (after.pos == "NUM" or after.text[:1].isdigit())
    )


def noun_phrase(view: View, token: Token) -> tuple[int, int]:
    """Offsets of the noun phrase that an adjective qualifies."""
    head = view.tokens[token.head] if token.dep.startswith(("amod", "acl")) else token
    group = [t for t in view.subtree(head, without=("acl:relcl", "punct")) if abs(t.i - head.i) < 12]
    if len(group) > 1 and group[0].pos == "ADP" and group[0].i < head.i:
        group = group[1:]
    return group[0].start, group[-1].end
