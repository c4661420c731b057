"""A quotation is set off after a sentence that introduces its speaker.

« « Nous sommes prêts », a déclaré la maire au journal. » becomes « La maire a déclaré au journal : » and the quotation
in a block of its own, unaltered.
"""

from __future__ import annotations

import re

from seo_fr.model import Piece, Quotation, Token
from seo_fr.rewriting.base import Part, Rendering, capitalised, sentence
from seo_fr.rewriting.context import Context

CONFIDENCE = 0.95
LEAST_WORDS = 12
"""A shorter quotation reads better inside its sentence."""
INCISE_RE = re.compile(r"^\s*[»”\"]\s*,?\s*")
TRAILING_RE = re.compile(r",\s(?:en|à|au|aux|dans|sur|par|lors|avec|devant|pour|avant|après)\s[^,]*$", re.I)
"""A circumstance that the parser takes for a part of who speaks."""
INVERTED = {"il": "il", "elle": "elle", "ils": "ils", "elles": "elles", "on": "on"}


def set_off(ctx: Context, sid: int) -> Rendering | None:
    """The quotation that opens at this sentence, introduced by its speaker and set off; or None."""
    quotes = [q for q in ctx.quotations(sid) if q.sentences and q.sentences[0] == sid]
    if len(quotes) != 1 or ctx.block(sid).kind != "paragraph":
        return None
    quote = quotes[0]
    if not quote.whole or len(quote.text.split()) < LEAST_WORDS or len(ctx.quotations(quote.sentences[-1])) != 1:
        return None
    blocks = {ctx.sentence(s).block for s in quote.sentences}
    if len(blocks) != 1 or quote.text.count("«") != quote.text.count("»") or "[" in quote.text:
        return None
    return opened(ctx, quote) or closed(ctx, quote)


def opened(ctx: Context, quote: Quotation) -> Rendering | None:
    """« « Q », a déclaré X à Y. »"""
    first, last = ctx.sentence(quote.sentences[0]), ctx.sentence(quote.sentences[-1])
    if ctx.text[first.start : quote.start].strip(' «"“'):
        return None
    incise = ctx.text[quote.end : last.end]
    match = INCISE_RE.match(incise)
    if not match:
        return None
    at = quote.end + match.end()
    tokens = [t for t in ctx.tokens(last.id) if t.start >= at]
    intro = introduction(ctx, tokens)
    if intro is None:
        return None
    return rendering(quote, intro)


def closed(ctx: Context, quote: Quotation) -> Rendering | None:
    """« X a déclaré : « Q » »: the introduction stands already."""
    first, last = ctx.sentence(quote.sentences[0]), ctx.sentence(quote.sentences[-1])
    before = ctx.text[first.start : quote.start].rstrip(' «"“')
    after = ctx.text[quote.end : last.end].strip(' »”".!?…')
    if not before.endswith(":") or after or len(before.split()) < 3 or ";" in before:
        return None
    intro = before[:-1].rstrip()
    if ctx.text[first.start : quote.start].count("«") > 1:
        return None
    return rendering(quote, intro)


def introduction(ctx: Context, tokens: list[Token]) -> str | None:
    """« a déclaré la maire au journal » → « La maire a déclaré au journal »."""
    words = [t for t in tokens if t.pos != "PUNCT" or t.text in {"-", ","}]
    while words and words[-1].pos == "PUNCT":
        words.pop()
    if not words or words[0].pos not in {"VERB", "AUX", "PRON"}:
        return None
    inside = {t.i for t in words}
    verb = next((t for t in words if t.pos == "VERB"), None)
    if verb is None:
        return None
    subject = next((t for t in words if t.dep in {"nsubj", "nsubj:pass"} and t.i > words[0].i), None)
    if subject is not None and subject.pos in {"NOUN", "PROPN"}:
        span = [t for t in ctx.subtree(subject) if t.i in inside]
    else:
        # an inverted subject, which the parser often takes for an object: the attribution knows it
        span = [
            t
            for a in ctx.attributions(words[0].sentence)
            for t in words
            if verb.end <= a.speaker_start <= t.start and t.end <= a.speaker_end
        ]
        subject = next((t for t in span if t.pos in {"NOUN", "PROPN"}), None)
        if subject is None:
            return None
    if not span or span[0].i > subject.i or [t.i for t in span] != list(range(span[0].i, span[-1].i + 1)):
        return None
    group = [t for t in words if t.i < span[0].i]
    rest = [t for t in words if t.i > span[-1].i]
    if not group or (group[-1].i != verb.i and not group[-1].dep.startswith("aux")) or len(group) > 4:
        return None
    if any(t.text.startswith("-t") or t.dep == "nsubj" for t in group):
        return None
    subject_text = ctx.span(span).rstrip(" ,")
    aside = [t for t in rest if t.text != ","]
    if aside and aside[0].text.lower() in {"dont", "qui", "où"}:
        # « a indiqué X, dont la fille… »: the relative goes with its noun
        text = f"{subject_text}, {ctx.span(aside)}, {ctx.span(group)}"
        return None if "«" in text or len(text.split()) > 32 else text
    if rest and rest[0].text == ",":
        return None
    if TRAILING_RE.search(subject_text):
        return None  # « Nadia Brunel, en référence | au chantier »
    if "," in subject_text:
        subject_text += ","  # the mark that closes « Sa déléguée, Nadia Brunel, explique »
    text = f"{subject_text} {ctx.span(group)}"
    if rest:
        text += f" {ctx.span(rest)}"
    return None if "«" in text or len(text.split()) > 32 else text


def rendering(quote: Quotation, intro: str) -> Rendering:
    """The introduction, which names the speaker, then the quotation."""
    operation = "quote.set_off"
    text = quote.text.strip(" ,;")
    text = f"« {text}{'' if text.endswith(('.', '!', '?', '…')) else '.'} »"
    return Rendering(
        quote.sentences,
        (
            sentence(f"{capitalised(intro)} :", quote.sentences, operation, CONFIDENCE),
            Part(
                "quote",
                Piece(text, "source", quote.sentences, operation, CONFIDENCE),
            ),
        ),
        operation,
        CONFIDENCE,
    )
