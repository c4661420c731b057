"""« C’est X qui fait » becomes « X fait », where « ce » points at nothing said before.

« C’est cette déformation qui crée les montagnes. » → « Cette déformation crée les montagnes. »; « C’est à l’aube du
siècle que les premiers touristes arrivent. » → « À l’aube du siècle, les premiers touristes arrivent. » Only where
what is put forward holds a name or a demonstrative, or stands after a complement of its own: « c’est la raison qui »
may take up what was said, and stays. Read on 202 texts: 18 made, 18 right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.model import Token
from seo_fr.rewriting.base import Rendering, capitalised, sentence
from seo_fr.rewriting.clause_shapes import opens_with_subject
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.seams import clear, clitic, finite

CONFIDENCE = 0.95
LEAST_WORDS = 8
LONGEST = 9
"""Words of what is put forward."""
CLEFT_RE = re.compile(r"^(?P<front>[^,;:«(]{3,60}, )?(?:c['’]est|ce sont) ", re.IGNORECASE)
PLACE_RE = re.compile(r"(?:à |au |aux |en |dans |depuis |pendant |lors |après |avant |sur |près )")
QUE_RE = re.compile(r",? qu(?:e |['’])")
DEMONSTRATIVES = frozenset({"ce", "cet", "cette", "ces"})
TURNS = frozenset({"ainsi", "pourquoi", "comme", "cause", "moins", "plus", "toujours", "souvent"})


def uncleft(ctx: Context, sid: int) -> Rendering | None:
    """The sentence without « c’est … qui » or « c’est … que »; None where « ce » may mean something."""
    text = ctx.sentence(sid).text
    match = CLEFT_RE.match(text)
    if match is None or ctx.block(sid).kind != "paragraph" or len(text.split()) < LEAST_WORDS:
        return None
    if text.rstrip()[-1] in "?!:" or any(q.whole for q in ctx.quotations(sid)):
        return None
    base = ctx.sentence(sid).start
    tokens = [t for t in ctx.tokens(sid) if t.start >= base + match.end()]
    if not tokens or tokens[0].text.lower() in TURNS:
        return None
    told = subject_first(ctx, sid, match, tokens) or place_first(ctx, sid, match, tokens)
    if not told:
        return None
    return Rendering((sid,), (sentence(capitalised(told), (sid,), "cleft", CONFIDENCE),), "cleft", CONFIDENCE)


def subject_first(ctx: Context, sid: int, match: re.Match[str], tokens: Sequence[Token]) -> str:
    """« c’est X qui V » as « X V »; "" when it is not that."""
    at = next((k for k, t in enumerate(tokens) if t.text.lower() == "qui"), 0)
    phrase = tokens[:at]
    if not 0 < at <= LONGEST or at + 1 >= len(tokens) or any(t.text == "," or finite(t) for t in phrase):
        return ""
    following = tokens[at + 1 :]
    verb = next((k for k, t in enumerate(following[:4]) if finite(t)), -1)
    if verb < 0 or not all(clitic(t) or t.text.lower() in {"ne", "n'", "n’"} for t in following[:verb]):
        return ""
    first = ctx.tokens(sid)[0]
    if match["front"] and first.pos in {"DET", "NOUN", "PROPN"} and first.text.lower() not in {"ce", "cette"}:
        return ""  # « La quotité, c’est la part qui… » tells what it is
    if match["front"] and first.pos in {"DET", "NOUN", "PROPN", "PRON"} and any(map(takes_up, following[:verb])):
        return ""  # « Cette somme, c’est la régie qui la versera »: the pronoun holds what stands in front
    opened = phrase[0].text.lower() in DEMONSTRATIVES or bool(match["front"])
    named = any(t.pos == "PROPN" for t in phrase) and phrase[0].text.lower() not in {"un", "une", "des"}
    plural = phrase[0].text.lower() in {"un", "une"}
    nominal = phrase[0].pos in {"DET", "PROPN", "NUM"} and not any(t.morph.get("VerbForm") == "Inf" for t in phrase)
    if not (opened or named) or plural or not nominal:
        return ""
    body = f"{ctx.span(phrase)} {ctx.text[following[0].start : ctx.sentence(sid).end]}"
    return f"{match['front'] or ''}{body}"


def takes_up(token: Token) -> bool:
    """Whether a clitic stands for something named: « la », « y », not « se »."""
    return clitic(token) and token.text.lower().replace("’", "'") not in {"se", "s'", "me", "m'", "nous"}


def place_first(ctx: Context, sid: int, match: re.Match[str], tokens: Sequence[Token]) -> str:
    """« c’est PP que S V » as « PP, S V », of a time or a place; "" when it is not that."""
    text, base = ctx.sentence(sid).text, ctx.sentence(sid).start
    rest = text[match.end() :]
    if match["front"] or not PLACE_RE.match(rest):
        return ""
    for que in QUE_RE.finditer(rest):
        start = base + match.end() + que.end()
        after = [t for t in tokens if t.start >= start]
        before = [t for t in tokens if t.end <= start - len(que[0])]
        if any(t.text.lower().rstrip("'’") in {"qu", "que", "dont"} for t in before):
            return ""
        if not opens_with_subject(after) or not clear(ctx, sid, base + match.end() + que.start(), start):
            continue
        if any(t.text.lower() in TURNS for t in before[:3]):
            return ""
        return f"{rest[: que.start()]}, {rest[que.end() :]}"
    return ""
