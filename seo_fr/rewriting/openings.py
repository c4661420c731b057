"""What a long sentence says before its main verb becomes a sentence of its own, put first.

« Créé en 1990, le club compte… » → « Le club a été créé en 1990. Il compte… »; « Après avoir coupé le ruban, le maire a
visité… » → « Le maire a coupé le ruban. Il a ensuite visité… ». Not « Les élus, qui ont voté le projet, se
réjouissent… »: told first, what is said by the way passes for the news; nor « Faisant partie du mur, le fort… », which
may give a cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seo_fr.model import Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.base import capitalised
from seo_fr.rewriting.clauses import contiguous, tense_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.seams import (
    LEXICON,
    Seam,
    balanced,
    clear,
    clitic,
    finite,
    finite_of,
    main_verb,
    number_shown,
    resumed,
    subject_of,
)
from seo_fr.rewriting.tails import acting, infinitive_form

AFTER_RE = re.compile(r"^Après (?P<aux>avoir|être|s['’]être) (?P<done>[^,]+),\s+")
LEAST_OPENING = 4
LEAST_AIM = 6


def plain_subject(ctx: Context, sid: int) -> tuple[Token, Token, Sequence[Token]] | None:
    """The main verb, its subject and the whole subject phrase, which has no comma; None when it is not so plain."""
    root = main_verb(ctx, sid)
    subject = subject_of(ctx, root) if root is not None else None
    if root is None or subject is None or subject.pos not in {"NOUN", "PROPN"}:
        return None
    phrase = [t for t in ctx.subtree(subject) if t.i <= root.i]
    if not phrase or not contiguous(phrase) or any(t.text in {",", "(", "«"} for t in phrase) or phrase[-1].i >= root.i:
        return None
    if not opens_verb(ctx.analysis.tokens[phrase[-1].i + 1]):
        return None  # « Ubuntu | 12.10 sort »
    return (root, subject, phrase)


def at_participles(ctx: Context, sid: int) -> Iterator[Seam]:
    """« Créé en 1990, le club compte… »: what was done, then what is."""
    found = plain_subject(ctx, sid)
    tokens = ctx.tokens(sid)
    if found is None or tokens[0].text == "«":
        return
    root, subject, phrase = found
    comma = ctx.analysis.tokens[phrase[0].i - 1]
    first = tokens[1] if tokens[0].pos == "ADV" and len(tokens) > 1 else tokens[0]
    verb = lemma_of(first)
    frames = load_toml(LEXICON)["participles"]
    if comma.text != "," or verb not in frames or first.i != tokens[0].i:
        return
    opening = [t for t in tokens if t.i < comma.i]
    if len(opening) < LEAST_OPENING or any(t.text in {",", ":", ";"} or finite(t) for t in opening):
        return
    number = number_shown(ctx, subject, finite_of(ctx, root))
    taken = resumed(ctx, subject, finite_of(ctx, root), phrase[-1].i)
    shown = frame(ctx, root, frames[verb], number)
    start = phrase[-1].end
    if not taken or taken.startswith("Ces ") or not shown or not whole(ctx, sid, comma.start, start):
        return
    done = ctx.span(opening)
    head = f"{ctx.span(phrase)} {shown} {done[:1].lower()}{done[1:]}"
    yield Seam(comma.start, start, f"{taken} ", "split.opening", head=head)


def lemma_of(token: Token) -> str:
    """The masculine singular of a participle."""
    low = token.text.lower()
    for ending in ("ées", "ée", "és"):
        if low.endswith(ending):
            return low.removesuffix(ending) + "é"
    return low.removesuffix("s").removesuffix("e") if low.endswith(("ie", "ies", "ite", "ites", "uite")) else low


def frame(ctx: Context, root: Token, kind: str, number: Number) -> str:
    """The verb « être » as a kind of participle takes it beside the main verb; "" where the tense leaves a doubt."""
    plural = number == "p"
    if kind == "deed":
        return "ont été" if plural else "a été"
    if kind == "birth":
        return "sont" if plural else "est"
    aux = [c for c in ctx.children(root) if c.dep.startswith("aux") or c.dep == "cop"]
    shown = finite_of(ctx, root)
    tense = tense_of(root, aux, shown) if shown is not None else ""
    if kind == "state":
        return ("sont" if plural else "est") if tense in {"present", "future", "past"} else ""
    if kind == "plan":
        past = "étaient" if plural else "était"
        return past if tense in {"past", "imperfect", "pluperfect"} else ""
    return ""


def at_after(ctx: Context, sid: int) -> Iterator[Seam]:
    """« Après avoir coupé le ruban, le maire a visité… »: « Le maire a coupé le ruban. Il a ensuite visité… »"""
    base, text = ctx.sentence(sid).start, ctx.sentence(sid).text
    match = AFTER_RE.match(text)
    found = plain_subject(ctx, sid)
    if match is None or found is None or len(match["done"].split()) < 3:
        return
    root, subject, phrase = found
    aux = [c for c in ctx.children(root) if c.dep.startswith("aux")]
    shown = finite_of(ctx, root)
    if shown is None or tense_of(root, aux, shown) != "past" or any(c.dep == "aux:pass" for c in aux):
        return
    number = number_shown(ctx, subject, shown)
    taken = resumed(ctx, subject, shown, phrase[-1].i)
    if any(t.text.lower().rstrip("'’") in {"m", "me", "nous", "vous"} for t in ctx.tokens(sid) if t.i < root.i):
        return  # « Après avoir essayé, la place m’a fait changer »: somebody else tried
    if phrase[0].start != base + match.end() or not taken or taken.startswith("Ces "):
        return
    if not whole(ctx, sid, base + match.end(), phrase[-1].end) or not balanced(match["done"]):
        return
    if any(finite(t) and t.end <= shown.start and t.i > phrase[-1].i for t in ctx.tokens(sid)):
        return
    have = {("avoir", "s"): "a", ("avoir", "p"): "ont", ("être", "s"): "est", ("être", "p"): "sont"}
    word = match["aux"].replace("’", "'")
    first = f"s’{have['être', number]}" if word == "s'être" and number == "s" else have.get((word, number), "")
    if word == "s'être" and number == "p":
        first = "se sont"
    if not first or re.search(r"\b(?:et|puis) (?:avoir|être)\b", match["done"]):
        return
    head = f"{ctx.span(phrase)} {first} {match['done']}"
    edits = () if "ensuite" in text or "puis" in text else ((shown.end, shown.end, " ensuite"),)
    yield Seam(base + match.end() - 1, phrase[-1].end, f"{taken} ", "split.after", head=head, edits=edits)


def opens_verb(token: Token) -> bool:
    """Whether a word opens a verb group: a finite verb, a clitic or « ne »."""
    return finite(token) or clitic(token) or token.text.lower() in {"ne", "n'", "n’"}


def whole(ctx: Context, sid: int, end: int, start: int) -> bool:
    """Whether nothing quoted, said or doubted lies across a cut, nor any « selon » over the sentence."""
    selon = any(a.kind == "selon" for a in ctx.attributions(sid))
    return not selon and clear(ctx, sid, end, start, taken_up=True)


def at_insertions(ctx: Context, sid: int) -> Iterator[Seam]:
    """« Le code, conçu par X après huit ans, est basé… »: « Le code a été conçu par X après huit ans. Il est… »."""
    base = ctx.sentence(sid).start
    root = main_verb(ctx, sid)
    subject = subject_of(ctx, root) if root is not None else None
    if root is None or subject is None or subject.pos not in {"NOUN", "PROPN"}:
        return
    tokens = ctx.tokens(sid)
    comma = next((t for t in tokens if subject.i < t.i < root.i and t.text == ","), None)
    closing = next((t for t in tokens if comma is not None and comma.i < t.i < root.i and t.text == ","), None)
    if comma is None or closing is None or tokens[0].start != ctx.subtree(subject)[0].start:
        return
    inside = [t for t in tokens if comma.i < t.i < closing.i]
    after = ctx.analysis.tokens[closing.i + 1]
    kind = load_toml(LEXICON)["participles"].get(lemma_of(inside[0]), "") if inside else ""
    agent = any(t.text.lower() in {"par", "en"} for t in inside[1:4])
    name = [t for t in tokens if t.i < comma.i]
    if not kind or (kind == "deed" and not agent) or len(inside) < LEAST_OPENING or not opens_verb(after):
        return
    owned = after.i == root.i or ctx.head(after).i == root.i
    if any(finite(t) for t in inside) or len(name) > 10 or any(finite(t) for t in name) or not owned:
        return
    number = number_shown(ctx, subject, finite_of(ctx, root))
    shown = frame(ctx, root, kind, number)
    taken = resumed(ctx, subject, finite_of(ctx, root), name[-1].i)
    if shown and taken and whole(ctx, sid, closing.start, after.start):
        head = f"{ctx.text[base : comma.start]} {shown} {ctx.span(inside)}"
        yield Seam(closing.start, after.start, f"{taken} ", "split.inserted", head=head)


def at_aims(ctx: Context, sid: int) -> Iterator[Seam]:
    """« Afin de tenir ses engagements, le gouvernement annonce P » : « Le gouvernement annonce P. Objectif : … »."""
    base, text = ctx.sentence(sid).start, ctx.sentence(sid).text
    match = re.match(r"(?:Afin de |Afin d[’'])(?P<aim>(?:[^,;:«»()]|(?<=\d),(?=\d))+),\s+", text)
    root = main_verb(ctx, sid)
    subject = subject_of(ctx, root) if root is not None else None
    if match is None or root is None or subject is None or subject.dep == "expl:subj" or not text.endswith("."):
        return
    inside = [t for t in ctx.tokens(sid) if match.start("aim") <= t.start - base < match.end("aim")]
    rest = text[match.end() :]
    if not inside or not infinitive_form(inside[0]) or len(inside) < LEAST_AIM or any(finite(t) for t in inside):
        return
    first = next((t for t in ctx.tokens(sid) if t.start == base + match.end()), None)
    named = first is not None and first.i in {t.i for t in ctx.subtree(subject)}
    plain = subject.pos in {"NOUN", "PROPN"} and not re.search(r"[;:«]|\b(?:ne|n[’']|objectif|but)\b", rest)
    if not named or not plain or any(a.kind == "selon" for a in ctx.attributions(sid)):
        return
    if not acting(ctx, subject) or re.search(r"\bet (?:de |d['’])\w+(?:er|ir|re|oir)\b", match["aim"]):
        return
    start = base + match.start("aim")
    drop = (base + match.end("aim"), ctx.sentence(sid).end, "")
    yield Seam(base, start, "Objectif : ", "split.aim", head=capitalised(rest.rstrip(". ")), edits=(drop,))


FINDERS = (at_participles, at_after, at_insertions, at_aims)
