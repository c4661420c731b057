"""A past participle that ends a long sentence becomes a sentence of its own: « Celle-ci est située… ».

« …, située près du port. » speaks of the one noun that it agrees with; where two agree, or none is sure, it stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seo_fr.model import Gender, Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.asides import CONTRACTED, LATTER, LEAST_ASIDE, VAGUE, ended, ends_here, loose, number_of, whole
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.openings import lemma_of
from seo_fr.rewriting.seams import Seam, gender_shown, scoped


def at_past_participles(ctx: Context, sid: int) -> Iterator[Seam]:
    """« …, située près du port. » ends a sentence: « Celle-ci est située… », of the one noun that it agrees with."""
    if not ended(ctx, sid) or scoped(ctx, sid):
        return
    tokens, base = ctx.tokens(sid), ctx.sentence(sid).start
    frames = load_toml("rewriting/seams.toml")["participles"]
    for k in range(len(tokens) - 1, 2, -1):
        token, comma = tokens[k], tokens[k - 1]
        if comma.text != "," or token.pos not in {"VERB", "ADJ"} or lemma_of(token) not in frames:
            continue
        head = ctx.text[base : comma.start]
        key = shown_by(token)
        noun = agreeing(ctx, tokens[: k - 1], key)
        if noun is None or not ends_here(tokens, k) or not whole(ctx, sid, comma.start, token.start) or loose(head):
            return
        if any(t.text in {",", ";", ":"} for t in tokens[k:-1]) or len(tokens) - k < LEAST_ASIDE + 1:
            return
        kind = frames[lemma_of(token)]
        verb = {"deed": ("a été", "ont été"), "state": ("est", "sont")}.get(kind)
        if verb is not None:
            opening = f"{LATTER[key]} {verb[key[1] == 'p']} "
            yield Seam(comma.start, token.start, opening, "split.participle")
        return


def shown_by(token: Token) -> tuple[Gender, Number]:
    """Gender and number that the form of a participle shows."""
    low = token.text.lower()
    number: Number = "p" if low.endswith("s") else "s"
    return ("f" if low.rstrip("s").endswith("e") else "m"), number


def above(ctx: Context, noun: Token) -> list[Token]:
    """The nouns that a noun hangs on, the nearest first."""
    out, at = [], ctx.head(noun)
    while at.pos == "NOUN" and at not in out:
        out.append(at)
        at = ctx.head(at)
    return out


def agreeing(ctx: Context, before: Sequence[Token], key: tuple[Gender, Number]) -> Token | None:
    """The only noun of the last phrase that a participle agrees with; None when there are two, or a verb between."""
    found = []
    for token in reversed(before):
        if token.text in {",", ";", ":", "("} or token.morph.get("VerbForm") == "Fin":
            break
        if token.pos == "PROPN" and any(c.dep in {"case", "det"} for c in ctx.children(token)) and key[1] == "s":
            return None
        if token.pos == "NOUN":
            gender = gender_shown(ctx, token)
            if not gender and number_of(token) == key[1]:
                return None
            opening = {c.text.lower() for c in ctx.children(token) if c.i < token.i}
            bound = bool(opening & {"de", "d'", "d’", "du", "des"}) and any(
                number_of(n) == key[1] for n in above(ctx, token)
            )
            if bound and (gender, number_of(token)) == key:
                return None  # the participle may be the first noun's, whatever its ending
            articled = any(c.dep in {"det", "nummod"} or c.text.lower() in CONTRACTED for c in ctx.children(token))
            if (gender, number_of(token)) == key and articled:
                found.append(token)
    return found[0] if len(found) == 1 and found[0].lemma.lower() not in VAGUE else None


FINDERS = (at_past_participles,)
