"""Where one clause ends and another begins: marks, conjunctions, subjects and verbs around them."""

from __future__ import annotations

from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.understanding.lexicon import words
from seo_fr.understanding.view import View, low

COORDINATORS = frozenset("et mais or car donc ou".split())
SUBORDINATORS = frozenset(
    "si comme lorsque lorsqu' quand puisque puisqu' quoique bien afin parce alors tandis même".split()
)
CONTRASTS = frozenset("alors tandis puisque puisqu' parce sinon".split())
"""Those whose clause, after a comma, is no condition of what stands before it."""
RELATIVES = frozenset("qui que qu' dont où lequel laquelle lesquels lesquelles".split())
VERBAL = frozenset("ne n' se s' le la les l' lui leur y en me m' te t' nous vous".split())
"""What may stand between a subject and its verb."""
SUBJECTS = frozenset("il elle ils elles on nous vous je j' tu ce c' cela ça ceci celui-ci celle-ci".split())
ASIDES = frozenset("qui que qu' dont où".split())
"""Relatives that, after a comma, say more of a thing and bear on nothing before it."""
PLURALS = frozenset("les des ces ses nos vos leurs plusieurs quelques".split())
ONLY = frozenset("seul seule seuls seules".split())
BREAKS = frozenset(", ; : ( « “ – —".split())
MARKS = COORDINATORS | SUBORDINATORS | CONTRASTS | {":", ","}
FARTHEST = 40
"""Most words looked at after a mark for the subject and the verb of a clause."""


def parts(view: View, mark: Token, before: tuple[Token, ...], after: tuple[Token, ...]) -> bool:
    """Whether a mark between finite verbs parts two clauses: « et » before an own subject or verb, « et que »."""
    if not before:
        return False
    form = low(mark.text)
    if form in CONTRASTS and before[-1].text == ",":
        return True  # « A, alors que B »
    if form == "même" and before[-1].text == "," and low(after[0].text) in {"si", "s'"}:
        return True  # « A, même si B »
    if form == "bien" and before[-1].text == "," and low(after[0].text) in {"que", "qu'"}:
        return True  # « A, bien que B »
    if form == "comme" and before[-1].text == "," and low(after[0].text) in {"le", "l'"}:
        return True  # « A, comme l’indique X »
    if mark.text == ",":
        return comma_parts(view, mark, before, after)
    if form not in COORDINATORS:
        return False
    follower = after[1] if after[0].pos == "ADV" and len(after) > 1 else after[0]
    if low(follower.text) in {"que", "qu'"}:
        return any(low(t.text) in {"que", "qu'"} for t in before)
    if low(follower.text) in SUBORDINATORS:  # « A, et si B, C »
        commas = [k for k, t in enumerate(after[:-1]) if t.text == ","]
        return any(has_subject(view, after[k], after[k + 1 :]) for k in commas)
    if low(follower.text) in RELATIVES and low(before[0].text) == low(follower.text):
        return True  # « qui A, mais qui B »
    return has_subject(view, mark, after)


def led_by_de(tokens: tuple[Token, ...]) -> bool:
    """Whether a stretch opens with « de » and an infinitive."""
    if not tokens or low(tokens[0].text) not in {"de", "d'"}:
        return False
    k = 1
    while k < len(tokens) and (low(tokens[k].text) in VERBAL or tokens[k].pos == "ADV"):
        k += 1
    return k < len(tokens) and tokens[k].morph.get("VerbForm") == "Inf"


def shares_subject(mark: Token, before: tuple[Token, ...], after: tuple[Token, ...], token: Token) -> bool:
    """Whether a second verb of one subject follows: « A ne part pas et reste », but « A ne peut et ne doit pas »."""
    if any(low(t.text) in RELATIVES | SUBORDINATORS for t in before if t.i > token.i):
        return False  # « A doit voir ceux qui B et C »: C may be theirs
    denied = bool(after) and low(after[0].text) in {"ne", "n'"}
    held = [t for t in before if t.pos != "ADV" or not denied]
    return low(mark.text) in COORDINATORS and finite(before) and not finite(tuple(held[-1:])) and opens_with_verb(after)


def coordinator_before(before: tuple[Token, ...]) -> Token | None:
    """The « mais » that opens a stretch with no verb in it at the end of some words; or None."""
    for token, earlier in zip(reversed(before), (*reversed(before[:-1]), None), strict=True):
        if token.text in BREAKS or finite((token,)):
            return None
        joins = low(token.text) in {"mais", "or", "car"}
        if joins or (low(token.text) == "et" and earlier is not None and earlier.text[-1] in ",…"):
            return token
    return None


def comma_parts(view: View, mark: Token, before: tuple[Token, ...], after: tuple[Token, ...]) -> bool:
    """Whether a comma parts two clauses: « A, ce qui B », « dont A, nous B », « A, ils B », « A, X étant B »."""
    first, second = low(after[0].text), low(after[1].text) if len(after) > 1 else ""
    if (first == "ce" and second in RELATIVES) or (first == "d'" and second == "où"):
        return True
    told = any(low(t.text) in {"que", "qu'"} for t in before)
    if first in ASIDES and not (after[0].pos == "SCONJ" and told) and finite(before) and finite(after):
        return True  # « A ne vend pas B, que C achète »
    if first in {"un", "une"} and resumes(after[1:]):
        return True  # « A serait B, une hypothèse qui C »
    relative = low(before[0].text) in RELATIVES and finite(before)
    if relative and (first == low(before[0].text) or opens_with_verb(after)):
        return True  # « dont A, dont B », « X, qui A, B »
    if relative and after[0].pos == "PRON" and has_subject(view, mark, after):
        return True  # « dont X parle, nous partons »
    subordinate = sum(low(t.text) in RELATIVES | SUBORDINATORS for t in before)
    if sum(finite((t,)) for t in before) <= subordinate:
        return False
    if view.text[before[0].start : before[0].end + 4].lower() == "il y a":
        return False  # « Il y a dix ans, on B »
    if first in SUBJECTS:
        return opens_with_verb(after[1:])
    k = view.np_end(after[0].i) if after[0].pos == "DET" or first in ONLY else after[0].i
    return after[0].i < k <= after[-1].i and (
        opens_with_verb(view.tokens[k : after[-1].i + 1]) or low(view.tokens[k].text) in {"ayant", "étant"}
    )


def resumes(after: tuple[Token, ...]) -> bool:
    """Whether words that follow « un », « une » take up a whole clause: « hypothèse qui A », « décision critiquée »."""
    nouns = words(load_toml("understanding/certainty.toml")["resuming"])
    k = 1 if after and after[0].pos == "ADJ" else 0
    return (
        k + 1 < len(after)
        and low(after[k].text) in nouns
        and (low(after[k + 1].text) in RELATIVES or after[k + 1].morph.get("VerbForm") == "Part")
    )


def opens_with_verb(tokens: tuple[Token, ...]) -> bool:
    """Whether a stretch opens with a finite verb, past the pronouns that lean on it."""
    k = 0
    while k < len(tokens) and low(tokens[k].text) in VERBAL:
        k += 1
    return finite(tokens[k : k + 1])


def has_subject(view: View, mark: Token, after: tuple[Token, ...]) -> bool:
    """Whether the clause after a mark has its own subject before its finite verb, by the surface or the parse."""
    if after[0].pos == "ADP" or low(after[0].text) in RELATIVES | COORDINATORS:
        return False
    object_too = low(after[0].text) in {"nous", "vous"}  # « et vous laisse »
    if low(after[0].text) in SUBJECTS and not object_too and opens_with_verb(after[1:]):
        return True
    k = view.np_end(after[0].i)
    if k > after[0].i:
        while k < len(view.tokens) and low(view.tokens[k].text) in VERBAL:
            k += 1
        plural = low(after[0].text) in PLURALS
        if k <= after[-1].i and finite((view.tokens[k],)):
            return not plural or low(view.tokens[k].text).endswith("nt")  # « l’avis du maire et des élus a compté »
    for token in after:
        if token.text in BREAKS or low(token.text) in RELATIVES | COORDINATORS | SUBORDINATORS:
            return False
        if token.morph.get("VerbForm") == "Fin":
            verb = view.tokens[token.head] if token.pos == "AUX" else token
            subjects = [t for t in view.dependants(verb, "nsubj", "expl") if mark.i < t.i <= token.i]
            return bool(subjects) and not any(t.dep == "nsubj" and low(t.text) in RELATIVES for t in subjects)
    return False


def finite(tokens: tuple[Token, ...]) -> bool:
    """Whether a stretch holds a finite verb."""
    return any(t.morph.get("VerbForm") == "Fin" and t.pos in {"VERB", "AUX"} for t in tokens)
