"""« Selon X, P », « d'après X », « de source policière »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from seo_fr.model import Attribution, Quotation, Token
from seo_fr.resources import load_toml
from seo_fr.understanding.apposition import role_nouns
from seo_fr.understanding.lexicon import words
from seo_fr.understanding.speech import AUXILIARIES
from seo_fr.understanding.view import View, is_name, low, trimmed

PRONOUNS = frozenset({"lui", "elle", "eux", "elles"})


@cache
def opening_re() -> re.Pattern[str]:
    """What opens an attribution of this kind."""
    openings = sorted(load_toml("understanding/attribution.toml")["selon"]["openings"], key=len, reverse=True)
    fixed = "|".join(re.escape(o) for o in openings)
    return re.compile(rf"\b(?:{fixed})(?=\s|$)\s*|\bde (?=sources? [a-zà-ÿ])|\bpour ")


def attributed_by_selon(view: View, sid: int, quotations: Sequence[Quotation]) -> list[Attribution]:
    """The « selon » attributions of a sentence."""
    sentence = view.source.sentences[sid]
    out: list[Attribution] = []
    for match in opening_re().finditer(low(sentence.text)):
        at = sentence.start + match.start()
        if any(q.start <= at < q.end and q.whole for q in quotations):
            continue
        if match[0] == "de " and re.search(
            r"\b(?:confirm|vérifi|authentifi)ée?s?\b[^,;:]*$", sentence.text[: match.start()]
        ):
            continue  # « n’a pas été confirmé de source sûre »: nobody says it
        contracted = match[0].rstrip().endswith(("du", "des"))
        first = view.token_at(sentence.start + match.end())
        if (
            first is None
            or first.sentence != sid
            or low(first.text) in {"que", "qu'", "laquelle", "lequel", "lesquelles"}
        ):
            continue
        fronted = is_fronted(view.text[sentence.start : at])
        start, end = speaker_span(view, first, fronted=fronted, sid=sid)
        if end <= start or not names_a_source(view, first, start, end, fronted=fronted):
            continue
        opinion = match[0] == "pour "
        if opinion and not (fronted and own_words(view, first, end, sid, quotations)):
            continue
        if contracted:
            start = at + len(match[0].rstrip()) - (3 if match[0].rstrip().endswith("des") else 2)
        clause = extent(view, sid, at, end, quotations, fronted=fronted)
        told = next((q for q in quotations if end <= q.start < sentence.end), None)
        if opinion and told is not None and re.fullmatch(r"[^.;:«»]{0,80}:[\s«“\"]*", view.text[end : told.start]):
            clause = (told.start, min(told.end, sentence.end))  # « Pour X, son directeur : « Q » »
        if opinion and told is not None and re.fullmatch(r",[\s«“\"]*", view.text[end : told.start]):
            clause = (told.start, min(told.end, sentence.end))  # « Pour X, « Q » » gives X’s own words, no more
        if clause[1] > clause[0]:
            out.append(Attribution("selon", sid, view.text[start:end], start, end, -1, "", *clause))
            out.extend(carried_on(view, out[-1], quotations))
    return out


def own_words(view: View, first: Token, end: int, sid: int, quotations: Sequence[Quotation]) -> bool:
    """Whether « Pour X, P » gives X's opinion: a person or a body, and its own words between marks in P."""
    sentence = view.source.sentences[sid]
    noun = next((t for t in view.between(first.start, end) if t.pos in {"NOUN", "PROPN", "X"} or is_name(t)), first)
    sources = words(load_toml("understanding/attribution.toml")["selon"]["sources"])
    comma = view.text[end : end + 3].lstrip()[:1] in {",", ":"}
    return (
        comma
        and (is_name(noun) or low(noun.text) in sources or low(first.text) in PRONOUNS)
        and any(end <= q.start < sentence.end for q in quotations)
    )


def carried_on(view: View, item: Attribution, quotations: Sequence[Quotation]) -> list[Attribution]:
    """« Selon X, « P. Q. » »: the later sentences of the quotation that opens right after the speaker."""
    opened = next((q for q in quotations if item.start - 3 <= q.start <= item.start + 3), None)
    out = []
    for touched in opened.sentences[1:] if opened is not None else ():
        sentence = view.source.sentences[touched]
        start, end = max(sentence.start, opened.start), min(sentence.end, opened.end)  # type: ignore[union-attr]
        if end > start:
            out.append(replace(item, sentence=touched, start=start, end=end))
    return out


def is_fronted(before: str) -> bool:
    """Whether « selon » opens its clause: nothing before it but a mark, a link word or a short adverbial."""
    before = before.rstrip(' «“"')
    if not before or before[-1] in ";:.–—" or re.search(r"\b(?:que|qu['’]|et|mais|or|car|puisque),?$", before):
        return True  # « … rappelle que, selon X, P », « A, car selon X, P »
    return bool(
        re.fullmatch(
            r"(?i)(?:mais|or|et|car|toutefois|cependant|enfin|en effet|ainsi|par ailleurs|de plus|en outre|pourtant),?",
            before.strip(),
        )
    )


def speaker_span(view: View, first: Token, *, fronted: bool, sid: int) -> tuple[int, int]:
    """Offsets of the speaker that opens at a token."""
    if low(first.text) in PRONOUNS:
        return first.start, first.end
    sentence = view.source.sentences[sid]
    end_np = view.np_end(first.i)
    if end_np == first.i:
        return -1, -1
    end = view.tokens[end_np - 1].end
    if not fronted:
        tail = view.text[end : sentence.end]
        if match := re.match(r"(\s(?:à|au|aux|pour|sur|en|publiée?s?|citée?s?|parue?s?)\s[^,;.]{3,60})(?=[,;.])", tail):
            end += match.end(1)
        return trimmed(view.text, first.start, end)
    comma = view.text.find(",", first.start, sentence.end)
    if comma < 0 or comma - first.start > 160:
        return trimmed(view.text, first.start, end)
    inner = view.between(first.start, comma)
    if any(t.morph.get("VerbForm") == "Fin" for t in inner) and not any(
        low(t.text) in {"qui", "que", "qu'", "dont", "où"} for t in inner
    ):
        return trimmed(view.text, first.start, end)
    end = max(end, comma) if end < comma else end
    second = view.text.find(",", comma + 1, sentence.end)
    if second > 0:
        segment = view.between(comma + 1, second)
        names = bool(segment) and all(
            is_name(t) or low(t.text) in {"de", "d'", "du", "le", "la", "van", "von"} for t in segment
        )
        role = (
            bool(segment)
            and len(segment) <= 12
            and is_name(first)
            and segment[0].pos in {"NOUN", "DET"}
            and not any(t.pos in {"VERB", "AUX"} and t.morph.get("VerbForm") == "Fin" for t in segment)
            and view.np_end(segment[0].i) > segment[0].i
            and low(segment[0].text) not in {"les", "des", "ce", "cette"}
        )
        if names or (role and segment[0].pos == "NOUN"):
            end = second
    return trimmed(view.text, first.start, end)


def names_a_source(view: View, first: Token, start: int, end: int, *, fronted: bool) -> bool:
    """Whether the phrase after « selon » is somebody or something that can say."""
    data = load_toml("understanding/attribution.toml")["selon"]
    tokens = view.between(start, end)
    head = next((t for t in tokens if t.pos in {"NOUN", "PROPN", "X"} or is_name(t)), None)
    if head is None:
        return first.pos == "PRON" and low(first.text) in PRONOUNS | {"certains"}
    noun = low(head.text)
    if noun in words(data["not_sources"]) or (
        low(first.text) in {"leur", "leurs", "son", "sa", "ses", "votre", "vos", "notre", "nos", "chaque"}
        and noun not in words(data["sources"]) | role_nouns("people") | words(data["close"])
    ):
        return False
    if noun in words(data["sources"]) or is_name(head) or any(is_name(t) for t in tokens[1:]):
        return True
    return fronted


def extent(
    view: View, sid: int, at: int, speaker_end: int, quotations: Sequence[Quotation], *, fronted: bool
) -> tuple[int, int]:
    """What is said: the clause that the opening leads, closes or interrupts."""
    sentence = view.source.sentences[sid]

    marks = [
        match.start()
        for match in re.compile(";").finditer(view.text, sentence.start, sentence.end)
        if not any(q.start <= match.start() < q.end for q in quotations)
    ]
    right = next((k for k in marks if k >= speaker_end), sentence.end)
    if fronted:
        return trimmed(view.text, speaker_end, right, " ,;:.!?\n")
    left = next((k + 1 for k in reversed(marks) if sentence.start < k < at), sentence.start)
    rest = view.between(speaker_end, right)
    said = view.between(left, at)
    hanging = len(said) > 1 and said[-1].text == "," and low(said[-2].text) in AUXILIARIES and bool(rest)
    if hanging or (
        any(t.morph.get("VerbForm") == "Fin" for t in rest) and not any(t.morph.get("VerbForm") == "Fin" for t in said)
    ):
        return trimmed(view.text, left, right, " ,;:.!?\n")
    return trimmed(view.text, left, at, " ,;:.!?\n")
