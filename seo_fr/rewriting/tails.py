"""What a long sentence adds at its end becomes a sentence of its own.

After « , où » and « dans lequel » (« … y … »), « en ajoutant » and « en
affirmant », « que A et que B » (« Il indique aussi que B »), « , puis rachetée » (« Elle est ensuite rachetée »),
and « , son entraîneur lui reprochant P ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seo_fr.french.conjugation import auxiliary, conjugate, infinitive, known_verb, past_participle
from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clause_shapes import any_finite, main_finite, opens_with_subject
from seo_fr.rewriting.clauses import tense_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.seams import (
    SUBJECT_DEPS,
    Seam,
    apart,
    clear,
    clitic,
    finite,
    finite_of,
    first_rank,
    group_of,
    halves,
    main_verb,
    number_shown,
    resumed,
    scoped,
    subject_of,
)
from seo_fr.rewriting.speakers import speaking_nouns

PLACE_RE = re.compile(r"(?P<comma>,)?\s+(?P<word>où|dans (?:lequel|laquelle|lesquels|lesquelles))\s+")
SAYING_RE = re.compile(r"\s+en (?P<verb>\w+ant)\s*(?P<mark>: ?|qu(?=e\s)|qu(?=['’]))")
NEXT_RE = re.compile(r",\s+puis\s+")
AND_THAT_RE = re.compile(r",?\s+et (?P<adverb>surtout |également |aussi )?(?=qu(?:e\s|['’]))")


def at_places(ctx: Context, sid: int) -> Iterator[Seam]:
    """« …, où S V » ends a sentence: « S y V »; « dans lequel il dévoile » : « Il y dévoile »."""
    base, text = ctx.sentence(sid).start, ctx.sentence(sid).text
    for match in PLACE_RE.finditer(text):
        if match["word"] == "où" and not match["comma"]:
            continue
        if text[: match.start()].rstrip().endswith((" et", " ou", ",")):
            continue
        end, start = base + match.start(), base + match.end()
        after = [t for t in ctx.tokens(sid) if t.start >= start]
        before = [t for t in ctx.tokens(sid) if t.end <= end]
        if not halves(ctx, sid, end, start) or not clear(ctx, sid, end, start) or not opens_with_subject(after):
            continue
        if not main_finite(ctx, before) or ";" in text[match.end() :] or not spot(ctx, before[-1], match["word"]):
            continue
        if match["word"] != "où" and not match["comma"] and not indefinite(ctx, before, after[0].i - 1):
            continue
        subject = next(t for t in after if t.dep in SUBJECT_DEPS)
        verb = ctx.head(subject)
        edit = there(ctx, verb, subject)
        hangs = apart(ctx, sid, after[0].i, owner=verb.i)
        if edit is not None and verb.i > subject.i and hangs and not scoped(ctx, sid):
            yield Seam(end, start, "", "split.place", edits=(edit,))


def indefinite(ctx: Context, before: Sequence[Token], at: int) -> bool:
    """Whether the noun that « dans lequel » takes up is new: « un rapport », not « les lieux dans lesquels »."""
    word = ctx.analysis.tokens[at]
    noun = next((t for t in reversed(before) if t.pos == "NOUN" and t.number == word.number), None)
    if noun is None:
        return False
    opening = {c.text.lower() for c in ctx.children(noun) if c.i < noun.i}
    return bool(opening & {"un", "une", "des", "plusieurs", "deux", "trois", "certains", "certaines"})


def spot(ctx: Context, token: Token, word: str) -> bool:
    """Whether what stands before « où » is a place, not a time: no date, no number."""
    if word != "où":
        return True
    times = {"moment", "jour", "époque", "année", "heure", "période", "instant", "temps", "cas", "mesure", "soir"}
    dated = any(d.start <= token.start < d.end for d in ctx.dates(token.sentence))
    return not dated and token.text.lower() not in times and not token.text.isdigit()


def there(ctx: Context, verb: Token, subject: Token) -> tuple[int, int, str] | None:
    """Where « y » goes before a verb; None where another pronoun stands there that it does not follow."""
    group = [t for t in group_of(ctx, verb) if t.i > subject.i]
    shown = finite_of(ctx, verb)
    if shown is None or not group or any(t.text.lower() in {"y", "en"} for t in group):
        return None
    at = next((t for t in group if finite(t)), None)
    if at is None or at.i == 0:
        return None
    previous = ctx.analysis.tokens[at.i - 1]
    low = previous.text.lower().replace("’", "'")
    if low in {"ne", "n'"}:
        return (previous.start, at.start, "n’y ")
    if low in {"se", "s'"}:
        return (previous.start, at.start, "s’y ")
    if clitic(previous):
        return None
    return (at.start, at.start, "y ")


def at_sayings(ctx: Context, sid: int) -> Iterator[Seam]:
    """« …, en ajoutant : « Q » » or « en affirmant que P »: « Il a ajouté : « Q » »."""
    base, text = ctx.sentence(sid).start, ctx.sentence(sid).text
    saying = load_toml("rewriting/asides.toml")["saying"]
    root = main_verb(ctx, sid)
    subject = subject_of(ctx, root) if root is not None else None
    for match in SAYING_RE.finditer(text):
        verb = infinitive(match["verb"].lower()) or ""
        comma = text[: match.start()].endswith(",")
        end, start = base + match.start() - comma, base + match.start("mark")
        if root is None or subject is None or verb not in saying or not halves(ctx, sid, end, start, least=4):
            continue
        taken = resumed(ctx, subject, finite_of(ctx, root), first_rank(ctx, sid, start))
        form = told(ctx, root, verb, plural=taken in {"Ils", "Elles"})
        if (
            taken not in {"Il", "Elle", "Ils", "Elles"}
            or not form
            or not quoted_clear(ctx, sid, end, start)
            or scoped(ctx, sid)
        ):
            continue
        told_by_others = [t for t in ctx.tokens(sid) if t.start < end and finite(t) and t.i > root.i]
        if any(not quoted(ctx, t) for t in told_by_others):
            continue
        yield Seam(end, start, f"{taken} {form} ", "split.saying")


def quoted(ctx: Context, token: Token) -> bool:
    """Whether a word stands in a quotation."""
    return any(q.start <= token.start < q.end for q in ctx.quotations(token.sentence))


def told(ctx: Context, root: Token, verb: str, *, plural: bool) -> str:
    """A verb in the tense of the main one: the present, or the passé composé; "" for another tense."""
    aux = [c for c in ctx.children(root) if c.dep.startswith("aux")]
    shown = finite_of(ctx, root)
    if shown is None or any(c.dep == "aux:pass" for c in aux):
        return ""
    tense = tense_of(root, aux, shown)
    if tense == "present":
        return conjugate(verb, number="p" if plural else "s") or ""
    if tense == "past" and auxiliary(verb) == "avoir":
        participle = past_participle(verb)
        return f"{'ont' if plural else 'a'} {participle}" if participle else ""
    return ""


def at_second_content(ctx: Context, sid: int) -> Iterator[Seam]:
    """« X indique que A et que B » : « X indique que A. Il indique aussi que B. »"""
    base, text = ctx.sentence(sid).start, ctx.sentence(sid).text
    root = main_verb(ctx, sid)
    subject = subject_of(ctx, root) if root is not None else None
    if root is None or subject is None or scoped(ctx, sid):
        return
    matches = list(AND_THAT_RE.finditer(text))
    if len(matches) != 1 or not re.search(r"\bqu[e’']", text[root.end - base : matches[0].start()]):
        return
    end, start = base + matches[0].start(), base + matches[0].end()
    following = ctx.text[root.end : root.end + 40].lower()
    if not re.match(r"(?: \w+){0,2} qu(?:e |['’])", following) or not halves(ctx, sid, end, start):
        return
    if any(finite(t) and t.text.lower() == "si" for t in ctx.tokens(sid)) or not quoted_clear(ctx, sid, end, start):
        return
    taken = resumed(ctx, subject, finite_of(ctx, root), first_rank(ctx, sid, start))
    group = [t for t in group_of(ctx, root) if t.i > subject.i]
    opened = re.match(r"qu(?:e |['’])(\w+)", ctx.text[start : start + 20])
    if opened and opened[1].lower() == taken.lower():
        return  # « Il dit aussi qu’il… » : two people perhaps
    if not taken or not group or any(t.text.lower() in {"ne", "n'", "n’"} for t in group):
        return
    shown = finite_of(ctx, root)
    if shown is None or shown not in group:
        return
    verb = f"{ctx.text[group[0].start : shown.end]} aussi{ctx.text[shown.end : group[-1].end]}"
    if number_shown(ctx, subject, shown) and group[-1].i - group[0].i == len(group) - 1:
        yield Seam(end, start, f"{taken} {verb} ", "split.content")


def infinitive_form(token: Token) -> bool:
    """Whether a word is an infinitive, or a noun that looks like one after « afin de »: « conseiller »."""
    return token.morph.get("VerbForm") == "Inf" or (token.pos == "NOUN" and known_verb(token.text.lower()))


def acting(ctx: Context, subject: Token) -> bool:
    """Whether a subject is somebody or some body, who has an aim."""
    entity = ctx.entity_at(subject.start, subject.end)
    if entity is not None and entity.label in {"PER", "ORG"}:
        return True
    words = speaking_nouns()
    low = subject.text.lower()
    return low in {"il", "elle", "ils", "elles"} or low in words or low.rstrip("s") in words


def agent(ctx: Context, subject: Token) -> bool:
    """Whether a pronoun subject is somebody: « il » of no impersonal verb, before a verb that is no copula."""
    verb = ctx.head(subject)
    return subject.text.lower() == "il" and subject.dep == "nsubj" and verb.pos == "VERB"


def at_next(ctx: Context, sid: int) -> Iterator[Seam]:
    """« est achetée par A, puis rachetée par B » : « Elle est ensuite rachetée par B. »"""
    base, text = ctx.sentence(sid).start, ctx.sentence(sid).text
    root = main_verb(ctx, sid)
    subject = subject_of(ctx, root) if root is not None else None
    if root is None or subject is None or scoped(ctx, sid):
        return
    passive = [c for c in ctx.children(root) if c.dep.startswith("aux")]
    for match in NEXT_RE.finditer(text):
        end, start = base + match.start(), base + match.end()
        after = [t for t in ctx.tokens(sid) if t.start >= start]
        if not after or not passive or after[0].morph.get("VerbForm") != "Part" or after[0].text.endswith("ant"):
            continue
        taken = resumed(ctx, subject, finite_of(ctx, root), after[0].i)
        fits = halves(ctx, sid, end, start, least=5) and clear(ctx, sid, end, start)
        if not taken or not fits or any_finite(after):
            continue
        group = [t.text for t in group_of(ctx, root) if t.dep.startswith("aux")]
        yield Seam(end, start, f"{taken} {group[0]} ensuite {' '.join([*group[1:], ''])}", "split.next")


def at_absolutes(ctx: Context, sid: int) -> Iterator[Seam]:
    """« …, son entraîneur lui reprochant P » beside a present: « Son entraîneur lui reproche P »."""
    root = main_verb(ctx, sid)
    if root is None or scoped(ctx, sid):
        return
    tokens = ctx.tokens(sid)
    for token in (t for t in tokens if t.i > root.i and t.text.lower().endswith("ant")):
        if token.pos not in {"VERB", "AUX"}:
            continue
        verb = infinitive(token.text.lower()) or ""
        owner = ctx.head(token) if token.dep in {"cop", "aux:pass", "aux:tense"} else token
        done = token.text.lower() == "ayant" and token.dep == "aux:tense"
        subject = next((c for c in ctx.children(owner) if c.dep in SUBJECT_DEPS and c.i < token.i), None)
        if not verb or subject is None or subject.pos not in {"NOUN", "PROPN", "ADJ"}:
            continue
        phrase = [t for t in ctx.subtree(subject) if t.i < token.i]
        comma = ctx.analysis.tokens[phrase[0].i - 1]
        between = [t for t in tokens if phrase[-1].i < t.i < token.i]
        if comma.text != "," or comma.i < root.i or not all(clitic(t) for t in between):
            continue
        shown = finite_of(ctx, root)
        aux = [c for c in ctx.children(root) if c.dep.startswith("aux") or c.dep == "cop"]
        if shown is None or (tense_of(root, aux, shown) != "present" and not done):
            continue
        form = conjugate(verb, number="p" if subject.number == "p" else "s")
        last = ctx.sentence(sid).end
        if (
            not form
            or not halves(ctx, sid, comma.start, phrase[0].start, least=5)
            or any_finite([t for t in tokens if t.i > token.i and t.dep == "ROOT"])
        ):
            continue
        if clear(ctx, sid, comma.start, phrase[0].start) and apart(ctx, sid, phrase[0].i, owner=owner.i) and last:
            edit = (token.start, token.end, form)
            yield Seam(comma.start, phrase[0].start, "", "split.absolute", edits=(edit,))


def quoted_clear(ctx: Context, sid: int, end: int, start: int) -> bool:
    """Whether no quotation lies across a cut."""
    return all(q.end <= end + 1 or q.start >= start - 1 for q in ctx.quotations(sid))


FINDERS = (
    at_places,
    at_sayings,
    at_second_content,
    at_next,
    at_absolutes,
)
