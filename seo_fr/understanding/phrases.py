"""Where the phrase that says who somebody is ends, and whether a verb takes it up."""

from __future__ import annotations

from seo_fr.model import Token
from seo_fr.understanding.view import View, is_name, low

LONGEST_BRACKETS = 30
"""Most words in brackets between a name and its verb."""


def speaks_on(token: Token) -> bool:
    """Whether a word opens a verb group: a finite verb or what stands before one."""
    return token.morph.get("VerbForm") == "Fin" or low(token.text) in {
        "a",
        "ont",
        "est",
        "sont",
        "se",
        "s'",
        "ne",
        "n'",
    }


def phrase_end(view: View, noun: Token, stop: set[str]) -> int | None:
    """Index one past a role phrase: up to its closing mark, verb or relative; None when it does not close cleanly."""
    j = noun.i + 1
    sid = noun.sentence
    while j < len(view.tokens) and view.tokens[j].sentence == sid and j - noun.i < 18:
        token = view.tokens[j]
        if token.text in stop or token.text in {".", ";", ":", ",", ")", "»", "«", "!", "?", "…", "("}:
            return j
        if (
            low(token.text) in {"qui", "que", "dont", "où", "lors", "dans", "depuis", "mais", "et"}
            and token.pos != "NOUN"
        ):
            follower = view.tokens[j + 1] if j + 1 < len(view.tokens) else None
            if (low(token.text) == "et" and follower is not None and follower.pos in {"NOUN", "PROPN"}) or is_name(
                follower or token
            ):
                j += 1
                continue
            return j
        verbal = token.pos in {"VERB", "AUX"} and token.morph.get("VerbForm") in {"Fin", "Inf"}
        if verbal or low(token.text) in {"a", "est", "ont", "sont", "se", "s'", "ne", "n'"}:
            return j
        if token.morph.get("Tense") == "Pres" and token.morph.get("VerbForm") == "Part":
            return j
        j += 1
    return j if j < len(view.tokens) else len(view.tokens)


def past_brackets(view: View, token: Token | None) -> Token | None:
    """The token itself, or the one after the brackets that it opens."""
    if token is None or token.text != "(":
        return token
    depth = 0
    for _ in range(LONGEST_BRACKETS):
        if token is None:
            return None
        depth += (token.text == "(") - (token.text == ")")
        token = view.next(token)
        if depth == 0:
            return token
    return None
