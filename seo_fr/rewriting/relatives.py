"""A present participle after its noun, told as a relative clause: « une politique consistant à » → « qui consiste à ».

A way to say a fact again in another syntax; the body keeps the participle. The verb takes the number of the noun, and
the present, which a participle after a noun leaves open only where the main verb is told in the present too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french.conjugation import auxiliary, conjugate, infinitive
from seo_fr.model import Number, Token
from seo_fr.rewriting.clauses import Clause
from seo_fr.rewriting.context import Context

NOMINAL = frozenset({"représentant", "dirigeant", "participant", "militant", "fabricant", "habitant", "étudiant"})
"""Forms that are nouns as well."""
AUXILIARIES = frozenset({"ayant", "étant"})


def relativised(ctx: Context, clause: Clause, text: str) -> str:
    """A text that tells a clause, its participles made relative clauses where that is certain; the same text else."""
    for token, form in participles(ctx, clause):
        pattern = re.compile(rf"(?<=[^\W\d_] )(?<!, )(?<!en ){re.escape(token.text)}(?!\w)")
        if len(pattern.findall(text)) == 1:
            text = pattern.sub(f"qui {form}", text)
    return text


def participles(ctx: Context, clause: Clause) -> Iterator[tuple[Token, str]]:
    """The present participles that hang on a noun of a clause, each with its verb in the third person."""
    for token in ctx.tokens(clause.sid):
        low = token.text.lower()
        if token.pos not in {"VERB", "AUX"} or not low.endswith("ant") or low in NOMINAL:
            continue
        before = ctx.analysis.tokens[token.i - 1]
        # the parser often hangs it on the verb; right after a noun, it is the noun's
        noun = before if token.dep in {"xcomp", "advcl"} else ctx.head(token) if token.dep == "acl" else token
        if noun.pos != "NOUN" or noun.i > token.i or before.pos == "PUNCT" or before.text.lower() in {"en", "se"}:
            continue
        plural = noun.number == "p"
        if not noun.number or any(c.dep == "conj" for c in ctx.children(noun)) or before.text.endswith(("'", "’")):
            continue
        if rival(ctx, noun, token):
            continue
        form = finite(low, "p" if plural else "s")
        if form:
            yield token, form


def finite(participle: str, number: Number) -> str:
    """« proposant » → « propose »; "" for an auxiliary, or an unknown verb.

    >>> finite("proposant", "s"), finite("vivant", "p"), finite("ayant", "s")
    ('propose', 'vivent', '')
    """
    if participle in AUXILIARIES:
        return ""
    verb = infinitive(participle)
    return (conjugate(verb, number=number) or "") if verb and auxiliary(verb) else ""


def rival(ctx: Context, noun: Token, token: Token) -> bool:
    """Whether a noun of the other number stands between, to which the participle may belong."""
    return any(t.pos in {"NOUN", "PROPN"} and noun.i < t.i < token.i for t in ctx.analysis.tokens[noun.i : token.i])
