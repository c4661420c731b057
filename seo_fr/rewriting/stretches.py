"""Stretches of the source as questions hold them: one clause, no aside, lists whole, nothing that points away."""

from __future__ import annotations

import re

from seo_fr.rewriting.asking import Fact
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.subjects import POSSESSIVES

BRACKET_RE = re.compile(r"\s*\([^()]*\)")
END_RE = re.compile(
    r"\s*(?:[;:.!?…]|,(?!\d)|\s[–—-]\s|"
    r"\b(?:qui|que|qu[’']\w+|dont|où|ce qui|alors que|tandis que|mais|car|lorsque?|quand)\b|"
    r"\bet (?:a|ont|est|sont|en|elle|il|se|s[’'])\b)"
)
ADDED_RE = re.compile(r"\s*,?\s+(?:ajoutée?s?|combinée?s?|conjuguée?s?)\s+à\s+|\s*,?\s+ainsi que\s+")


SAYING_RE = re.compile(r"\s(?:affirm|estim|ajout|déclar|précis|jug|indiqu|expliqu|assur|soulign|pens)ant\b")
NAMES_RE = re.compile(r"(?:, [A-ZÉÈÀ][\w’-]*(?: [A-ZÉÈÀ][\w’-]*)*)+ et [A-ZÉÈÀ][\w’-]*(?: [A-ZÉÈÀ][\w’-]*)*")


def stretch(ctx: Context, start: int, sid: int) -> str:
    """What follows a place of the source up to the next clause, asides in brackets left out.

    A list of names is kept whole.
    """
    text = BRACKET_RE.sub("", ctx.text[start : ctx.sentence(sid).end].replace("'", "’"))
    text = ADDED_RE.sub(" et ", text)
    if saying := SAYING_RE.search(text):
        text = text[: saying.start()]
    text = one_clause(ctx, text, sid)
    at = 0
    while cut := END_RE.search(text, at):
        more = NAMES_RE.match(text, cut.start()) or listed(ctx, text, cut.start(), sid)
        if more is None:
            return re.sub(r"\s(?:et|ou|mais)$", "", text[: cut.start()].strip(" ,"))
        at = more.end()
    return text.strip(" ,")


def one_clause(ctx: Context, text: str, sid: int) -> str:
    """A text cut before « et » and a second finite verb."""
    finite = {t.text.lower() for t in ctx.tokens(sid) if t.morph.get("VerbForm") == "Fin" and t.pos in {"VERB", "AUX"}}
    for match in re.finditer(r"\bet ([^\W\d_]+)", text):
        if match[1].lower() in finite:
            return text[: match.start()]
    return text


LIST_RE = re.compile(
    r"(?:, (?:l[ea]s? |l’|une? |des? |du |d’|\d)[^,;:.!?()]{2,60})+?,? (?:et|ou|ainsi que) "
    r"(?:l[ea]s? |l’|une? |des? |du |d’|\d)?[^,;:.!?()]+"
)


def listed(ctx: Context, text: str, at: int, sid: int) -> re.Match[str] | None:
    """The rest of an enumeration « …, la B et le C » that starts at a comma, if no clause hides in it."""
    match = LIST_RE.match(text, at)
    if match is None:
        return None
    finite = {t.text.lower().replace("'", "’") for t in ctx.tokens(sid) if t.morph.get("VerbForm") == "Fin"}
    return None if finite & set(re.findall(r"[^\W\d_]+", match[0].lower())) else match


def loose_words(text: str) -> bool:
    """Whether a stretch holds a pronoun, a demonstrative or a possessive."""
    words = {w.lower() for w in re.findall(r"[^\W\d_]+", text)}
    banned = POSSESSIVES | {
        "ce",
        "cet",
        "cette",
        "ces",
        "celui",
        "celle",
        "ceux",
        "celles",
        "il",
        "elle",
        "ils",
        "elles",
        "y",
    }
    return bool(words & banned)


def several(text: str) -> bool:
    """Whether a cause is plural: joined nouns or a plural article.

    >>> several("une crue"), several("une crue et un gel"), several("des pluies")
    (False, True, True)
    """
    return bool(re.match(r"(?:des|les|plusieurs|deux|trois|de nombreu\w+)\b", text.lower())) or bool(
        re.search(r"\bet (?:une?|la|le|les|des|l[’'])\b", text)
    )


def told(text: str, fact: Fact) -> str:
    """A text with the one on whose word it stands."""
    return f"{text}, {fact.whose}" if fact.whose else text
