"""How a sentence leans on the one before it: what may be moved, and what must stay together."""

from __future__ import annotations

import re
from typing import Literal

from seo_fr.resources import load_toml
from seo_fr.rewriting.base import capitalised
from seo_fr.rewriting.context import Context

Lean = Literal["", "additive", "connective", "pronoun", "demonstrative", "possessive"]
LEXICON = "rewriting/cohesion.toml"
ADDING_REACH = 7
"""Words from the head of a sentence among which « également » links it to the one before."""


def _opens(low: str, words: list[str]) -> str:
    """The longest of *words* that opens the text, or ""."""
    for word in sorted(words, key=lambda w: (-len(w), w)):
        if low.startswith(word) and (word.endswith("’") or not low[len(word) : len(word) + 1].isalpha()):
            return word
    return ""


def lean(ctx: Context, sid: int) -> Lean:
    """What at the head of a sentence needs the sentence before it; "" when it stands alone."""
    lexicon = load_toml(LEXICON)
    low = ctx.sentence(sid).text.lower().replace("'", "’").lstrip('«“"( ')
    if _opens(low, lexicon["additive"]):
        return "additive"
    if _opens(low, lexicon["binding"]):
        return "connective"
    if (word := _opens(low, lexicon["pronouns"])) and not impersonal(low, word):
        first = next((t for t in ctx.tokens(sid) if t.pos != "PUNCT"), None)
        if word in lexicon["demonstratives"] or (first is not None and first.dep == "det"):
            return "demonstrative"
        return "pronoun"
    if _opens(low, lexicon["demonstratives"]):
        return "demonstrative"
    tokens = ctx.tokens(sid)
    if any(t.text.lower() in lexicon["adding"] for t in tokens[:ADDING_REACH]):
        return "connective"
    subject = next((t for t in tokens if t.dep in {"nsubj", "nsubj:pass"}), None)
    if subject is not None and subject.i - tokens[0].i <= 12:
        if subject.text.lower() in {"il", "elle", "ils", "elles"} and not antecedent_inside(ctx, sid, subject.i):
            rest = low[low.find(subject.text.lower()) :]
            if not impersonal(rest, subject.text.lower()):
                return "pronoun"
        dets = {c.text.lower() for c in ctx.children(subject) if c.dep == "det"}
        if dets & set(lexicon["demonstratives"]):
            return "demonstrative"
        if dets & set(lexicon["possessives"]) and not antecedent_inside(ctx, sid, subject.i):
            return "possessive"
    return ""


def impersonal(low: str, word: str) -> bool:
    """Whether « il » or « c’ » stands for nothing: « il faut », « il s’agit de », « il est prévu que »."""
    if word not in {"il", "ce", "c’"}:
        return False
    following = low[len(word) :].split()
    if not following:
        return False
    head = following[0] if following[0] not in {"n’", "ne"} else (following[1] if len(following) > 1 else "")
    head = head.removeprefix("n’")
    if word == "il" and head in {"est", "semble", "reste"}:
        return bool(re.match(r"\s*(?:n’)?(?:est|semble|reste) (?:\w+ ){0,2}(?:que|de|d’|à)", low[len(word) :]))
    return word == "il" and head in load_toml(LEXICON)["impersonal"]


def antecedent_inside(ctx: Context, sid: int, before: int) -> bool:
    """Whether a name stands in the sentence before the word, which the pronoun may take up."""
    return any(t.i < before and t.pos in {"PROPN"} for t in ctx.tokens(sid))


def without_additive(text: str) -> str:
    """The sentence without the « Par ailleurs, » that opens it.

    >>> without_additive("Par ailleurs, la taxe baisse.")
    'La taxe baisse.'
    >>> without_additive("Et il ne s’agit pas que de cela.")
    'Il ne s’agit pas que de cela.'
    """
    low = text.lower().replace("'", "’")
    word = _opens(low, load_toml(LEXICON)["additive"])
    if not word:
        return text
    rest = text[len(word) :]
    if word == "et":
        return capitalised(rest.lstrip(", "))
    return capitalised(rest.lstrip(" ,")) if rest.lstrip().startswith(",") else text
