"""The frame of an attribution is changed, never what is attributed.

« X indique que P » ↔ « Selon X, P » ← « P, indique X ». The words of P stay as they are; what the frame holds besides
speaker and verb (a date, an addressee, a place) must not be lost, so a frame that holds more is left alone.
"""

from __future__ import annotations

import re

from seo_fr.model import Attribution, Token
from seo_fr.rewriting.base import Rendering, capitalised, sentence, stopped
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.speakers import lower_article

CONFIDENCE = 0.95
SHIFTED = frozenset({"Imp"})
"""Tenses of P that agree with a past reporting verb, and would read wrong without it."""
PLAIN_VERBS = frozenset(
    "indiquer affirmer déclarer annoncer préciser expliquer estimer assurer souligner ajouter rappeler confirmer "
    "révéler rapporter dire juger considérer conclure écrire noter observer constater".split()
)


def to_selon(ctx: Context, sid: int) -> Rendering | None:
    """« X indique que P » or « P, indique X » as « Selon X, P »; None where that is not certain."""
    found = ctx.attributions(sid)
    if len(found) != 1 or ctx.block(sid).kind != "paragraph" or ctx.quotations(sid):
        return None
    attribution = found[0]
    if attribution.kind == "que":
        text = from_que(ctx, attribution)
    elif attribution.kind == "incise":
        text = from_incise(ctx, attribution)
    else:
        return None
    if text is None:
        return None
    operation = f"attribution.{attribution.kind}_selon"
    return Rendering((sid,), (sentence(text, (sid,), operation, CONFIDENCE),), operation, CONFIDENCE)


def english_order(ctx: Context, sid: int) -> Rendering | None:
    """Only the incise that stands in the English order (« P, un rapport dit »), which always gains by « Selon »."""
    found = ctx.attributions(sid)
    if len(found) != 1 or found[0].kind != "incise":
        return None
    verb = verb_of(ctx, found[0])
    return to_selon(ctx, sid) if verb is not None and 0 <= found[0].speaker_start < verb.start else None


def speaker_of(a: Attribution) -> str | None:
    """The speaker as « selon » may take it: a name or a short noun phrase, no pronoun."""
    text = a.speaker.strip(" ,")
    first = text.split()[0].lower() if text else ""
    if a.speaker_start < 0 or not text or len(text.split()) > 9 or "," in text:
        return None
    if first in {
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "ce",
        "celui-ci",
        "celle-ci",
        "qui",
        "lui",
        "nous",
        "je",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "certains",
        "d’autres",
    }:
        return None
    return lower_article(text)


def verb_of(ctx: Context, a: Attribution) -> Token | None:
    """The reporting verb as a token of the sentence."""
    return next((t for t in ctx.tokens(a.sentence) if t.lemma.lower() == a.verb and t.pos in {"VERB", "AUX"}), None)


def movable(ctx: Context, a: Attribution, start: int, end: int, verb: Token) -> bool:
    """Whether what is said keeps its tenses without the reporting verb."""
    said = [t for t in ctx.tokens(a.sentence) if start <= t.start and t.end <= end]
    finite = [t for t in said if t.morph.get("VerbForm") == "Fin"]
    group = [verb, *(c for c in ctx.children(verb) if c.dep.startswith("aux"))]
    past = any(t.morph.get("Tense") in {"Past", "Imp"} for t in group) or len(group) > 1
    if past and any(t.morph.get("Tense") in SHIFTED or t.morph.get("Mood") in {"Cnd", "Sub"} for t in finite):
        return False
    if any(
        c.dep == "advmod" and c.text.lower().strip("'’") in {"ne", "n", "pas", "jamais"} for c in ctx.children(verb)
    ):
        return False
    first = next((t for t in said if t.pos != "PUNCT"), None)
    return (
        first is not None
        and (bool(finite) or a.kind == "que")
        and first.text.lower() not in {"il", "elle", "ils", "elles", "celui-ci", "celle-ci"}
    )


def from_que(ctx: Context, a: Attribution) -> str | None:
    """« X indique que P. » → « Selon X, P. »"""
    s = ctx.sentence(a.sentence)
    speaker, verb = speaker_of(a), verb_of(ctx, a)
    if speaker is None or verb is None or a.verb not in PLAIN_VERBS or a.speaker_start != s.start:
        return None
    between = ctx.text[a.speaker_end : a.start].strip().lower().replace("'", "’")
    if not re.fullmatch(
        r"(?:(?:a|ont) )?\w+ qu(?:e|’)", between + ("" if between.endswith(("que", "qu’")) else " que")
    ):
        return None
    said = re.sub(r"^(?:que |qu[’'])", "", ctx.text[a.start : s.end]).strip()
    start = s.end - len(said)
    if (
        abs(a.end - s.end) > 2
        or re.search(r"\bet qu[e’']", said)
        or ":" in said
        or not movable(ctx, a, start, s.end, verb)
    ):
        return None
    return f"Selon {speaker}, {said}"


def from_incise(ctx: Context, a: Attribution) -> str | None:
    """« P, indique X. » → « Selon X, P. »"""
    s = ctx.sentence(a.sentence)
    speaker, verb = speaker_of(a), verb_of(ctx, a)
    if speaker is None or verb is None or a.verb not in PLAIN_VERBS or a.start != s.start:
        return None
    rest = ctx.text[a.end : s.end]
    speaker_first = a.speaker_start < verb.start
    after = ctx.text[max(a.speaker_end, verb.end) : s.end].strip(" .")
    if not re.match(r"^\s*,", rest):
        return None
    if after:
        # « …, un rapport de X dit, citant deux personnes »: the English order, which French does not use
        cited = re.match(r"^,\s*citant (?P<whom>[^,;:«]+)$", after)
        if not cited or not speaker_first:
            return None
        plural = verb.morph.get("Number") == "Plur"
        speaker = f"{speaker}, qui {'citent' if plural else 'cite'} {cited['whom']}"
    between = ctx.text[a.end : max(a.speaker_start, a.end)].strip(" ,")
    if len(between.split()) > 2:
        return None
    said = ctx.text[s.start : a.end].rstrip(" ,")
    if ":" in said or "«" in said or not movable(ctx, a, s.start, a.end, verb):
        return None
    tokens = ctx.tokens(a.sentence)
    name = tokens[0].pos == "PROPN" or (len(tokens[0].text.rstrip("'’")) > 1 and tokens[0].text.isupper())
    return capitalised(stopped(f"Selon {speaker}, {said if name else said[:1].lower() + said[1:]}"))
