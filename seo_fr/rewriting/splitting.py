"""A long sentence becomes two plain ones, where the seam is certain.

The link that the seam holds is kept by a word of its own: « , car » gives « En effet, », « , tandis que la gauche »
gives « De son côté, la gauche », « , ce qui » gives « Cela ». What is said on somebody's word, or in doubt, is split
off only whole.
"""

from __future__ import annotations

import re

from seo_fr.model import Token
from seo_fr.rewriting.base import Rendering, capitalised, sentence, stopped
from seo_fr.rewriting.clauses import PRONOUNS
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.enumeration import enumeration

CONFIDENCE = 0.95
LEAST_WORDS = 18
"""A sentence shorter than this reads well as it is."""
LEAST_HALF = 6
SEAM_RE = re.compile(r"\s*;\s+|,\s+(?:mais|or|et|car|ce qui|tandis qu(?:e|['’])|puis)(?:\s+|(?<=['’]))")
KEEPS = {"mais": "Mais ", "or": "Or ", "car": "En effet, ", "ce qui": "Cela ", "puis": "Puis "}
DEPENDENT_RE = re.compile(
    r"^(?:tandis|alors|pendant|bien|afin|pour|sans|dont|qui|que|qu|où|soit|ni|ou|y compris|sauf|notamment|puis)\b",
    re.IGNORECASE,
)
MARK_RE = re.compile(r"[;:«»]")
CLITIC_SUBJECTS = {("m", "s"): "Il", ("f", "s"): "Elle", ("m", "p"): "Ils", ("f", "p"): "Elles"}


def split(ctx: Context, sid: int) -> Rendering | None:
    """The sentence in two at « ; », « , mais » or « , et », or at « et » before a second verb of the same subject."""
    text = ctx.sentence(sid).text
    if ctx.block(sid).kind != "paragraph" or len(text.split()) < LEAST_WORDS or text.rstrip()[-1] in "?!:":
        return None
    if any(len(q.sentences) > 1 for q in ctx.quotations(sid)):
        return None
    found = at_mark(ctx, sid, text) or at_person(ctx, sid, text)
    return found if found is not None or bound(ctx, sid) else at_second_verb(ctx, sid, text)


def bound(ctx: Context, sid: int) -> bool:
    """Whether part of the sentence is quoted, attributed or in doubt."""
    text = ctx.sentence(sid).text
    quoted = "«" in text or '"' in text or "“" in text or bool(ctx.quotations(sid))
    doubtful = any(s.kind in {"conditional", "hedged"} for s in ctx.scopes(sid))
    return quoted or doubtful or bool(ctx.attributions(sid))


def whole(ctx: Context, sid: int, seam: int, after: int) -> bool:
    """Whether no quotation, attribution (with its speaker) or doubt of the sentence lies across a seam."""
    extents = [(s.start, s.end) for s in ctx.scopes(sid) if s.kind in {"conditional", "hedged"}]
    extents += [(q.start, q.end) for q in ctx.quotations(sid)]
    for a in ctx.attributions(sid):
        points = [a.start, a.end] + ([a.speaker_start, a.speaker_end] if a.speaker_start >= 0 else [])
        others = any(b.start >= after or b.speaker_start >= after for b in ctx.attributions(sid))
        if a.kind == "selon" and a.speaker_start < a.start and a.end <= seam and not others:
            return False  # « Selon X, A ; B »: B may be X's too, unless somebody else says it
        extents.append((min(points), max(points)))
    return all(end <= seam + 1 or start >= after - 1 for start, end in extents)


def at_mark(ctx: Context, sid: int, text: str) -> Rendering | None:
    """Cut at a mark between two clauses, each with its own subject and finite verb."""
    base = ctx.sentence(sid).start
    for seam in SEAM_RE.finditer(text):
        left, right = text[: seam.start()], text[seam.end() :]
        if left.count("(") != left.count(")") or min(len(left.split()), len(right.split())) < LEAST_HALF:
            continue
        if DEPENDENT_RE.match(right) or left.count("«") != left.count("»"):
            continue
        if ":" in left and not left.rstrip().endswith("»"):
            continue
        if not whole(ctx, sid, base + seam.start(), base + seam.end()):
            continue
        before = [t for t in ctx.tokens(sid) if t.end <= base + seam.start()]
        after = [t for t in ctx.tokens(sid) if t.start >= base + seam.end()]
        word = " ".join(seam[0].lower().strip(" ,;").split())
        opened = joined_right(ctx, word, right, before, after)
        if not opened:
            continue
        listed = enumeration(ctx, sid, start=base + seam.end()) if word == "" else None
        parts = (
            sentence(stopped(left), (sid,), "split.mark", CONFIDENCE),
            *(listed.parts if listed else (sentence(opened, (sid,), "split.mark", CONFIDENCE),)),
        )
        return Rendering((sid,), parts, "split.mark", CONFIDENCE)
    return None


def joined_right(ctx: Context, word: str, right: str, before: list[Token], after: list[Token]) -> str:
    """The second half as a sentence of its own, with the link it had; "" when it is no such sentence."""
    if word == "ce qui":
        plain = after and after[0].pos in {"VERB", "AUX"} and after[0].morph.get("VerbForm") == "Fin"
        return f"Cela {right}" if plain and any_finite(before) else ""
    if not opens_with_subject(after):
        return ""
    if word.startswith("tandis"):
        subject = next((t for t in after[:6] if t.dep in {"nsubj", "nsubj:pass"}), None)
        if subject is None or subject.text.lower() in PRONOUNS or not any_finite(before) or not any_finite(after):
            return ""
        side = "De leur côté" if subject.number == "p" else "De son côté"
        return f"{side}, {right}" if subject.number else ""
    if word == "car":
        return f"En effet, {right}" if any_finite(before) and any_finite(after) else ""
    if not (main_finite(ctx, before) and main_finite(ctx, after)):
        return ""
    return KEEPS[word] + right if word in KEEPS else capitalised(right)


def any_finite(tokens: list[Token]) -> bool:
    """Whether a stretch holds a finite verb at all."""
    return any(t.pos in {"VERB", "AUX"} and t.morph.get("VerbForm") == "Fin" for t in tokens)


def at_person(ctx: Context, sid: int, text: str) -> Rendering | None:
    """« …, X, qui a déclaré… » ends a sentence: « Ce dernier a déclaré… », where X is a person of known gender."""
    base = ctx.sentence(sid).start
    for seam in re.finditer(r",\s+qui\s+", text):
        left, right = text[: seam.start()], text[seam.end() :]
        if min(len(left.split()), len(right.split())) < LEAST_HALF or left.count("(") != left.count(")"):
            continue
        named = person_before(ctx, sid, base + seam.start())
        after = [t for t in ctx.tokens(sid) if t.start >= base + seam.end()]
        if named < 0 or not after or MARK_RE.search(right[:-1]) or "«" in left:
            continue
        said = [(a.start, a.end) for a in ctx.attributions(sid)]
        said += [(s.start, s.end) for s in ctx.scopes(sid) if s.kind in {"conditional", "hedged"}]
        if any(start < base + seam.end() < end for start, end in said):
            continue
        entity = ctx.analysis.entities[named]
        verb = after[0] if after[0].pos in {"VERB", "AUX"} else None
        last = {"m": "Ce dernier", "f": "Cette dernière"}.get(entity.gender, "")
        if entity.label != "PER" or not last or verb is None or verb.morph.get("Number") == "Plur":
            continue
        before = [t for t in ctx.tokens(sid) if t.end <= base + seam.start()]
        if verb.morph.get("VerbForm") != "Fin" or not main_finite(ctx, before):
            continue
        parts = (
            sentence(stopped(left), (sid,), "split.person", CONFIDENCE),
            sentence(f"{last} {right}", (sid,), "split.person", CONFIDENCE),
        )
        return Rendering((sid,), parts, "split.person", CONFIDENCE)
    return None


def person_before(ctx: Context, sid: int, end: int) -> int:
    """The entity whose name, or whose role between commas after its name, ends at an offset; -1 when there is none."""
    for mention in ctx.mentions(sid):
        if mention.end == end:
            return mention.entity
    for role in ctx.roles(sid):
        name = next((m for m in ctx.mentions(sid) if m.entity == role.entity and m.end < role.start), None)
        between = ctx.text[name.end : role.start].strip().lower() if name is not None else ""
        if role.end == end and between in {",", ", le", ", la", ", l’", ", l'"}:
            return role.entity
    return -1


def main_finite(ctx: Context, tokens: list[Token]) -> bool:
    """Whether a stretch holds a finite verb that no relative or subordinate clause owns."""
    for t in tokens:
        if t.pos not in {"VERB", "AUX"} or t.morph.get("VerbForm") != "Fin":
            continue
        verb = ctx.head(t) if t.dep.startswith("aux") or t.dep == "cop" else t
        loose = {"ROOT", "conj", "parataxis", "advcl", "ccomp"}  # the parser is no judge of what « ; » parts
        if verb.dep in loose and not any(c.dep == "mark" for c in ctx.children(verb)):
            return True
    return False


def opens_with_subject(tokens: list[Token]) -> bool:
    """Whether a stretch opens with the subject of its verb."""
    for t in tokens[:6]:
        if t.dep in {"nsubj", "nsubj:pass", "expl:subj"}:
            return t.text.lower() not in {"qui", "que", "qu'", "qu’", "dont"}
        if t.pos in {"VERB", "AUX", "SCONJ"}:
            return False
    return False


def at_second_verb(ctx: Context, sid: int, text: str) -> Rendering | None:
    """Cut at « et » before a second finite verb that shares the subject, which a pronoun then takes up."""
    root = ctx.root(sid)
    if root is None or root.pos != "VERB":
        return None
    subject = next((t for t in ctx.children(root) if t.dep in {"nsubj", "nsubj:pass"}), None)
    if subject is None or subject.pos not in {"NOUN", "PROPN"}:
        return None
    base = ctx.sentence(sid).start
    for verb in (t for t in ctx.children(root) if t.dep == "conj" and t.pos == "VERB"):
        kids = ctx.children(verb)
        joint = next((k for k in kids if k.dep == "cc" and k.text.lower() == "et"), None)
        if joint is None or any(k.dep in {"nsubj", "nsubj:pass", "expl:subj"} for k in kids):
            continue
        finite = [k for k in kids if k.dep.startswith("aux") and k.morph.get("VerbForm") == "Fin"]
        if verb.morph.get("VerbForm") != "Fin" and not finite:
            continue
        first = ctx.tokens(sid)[[t.i for t in ctx.tokens(sid)].index(joint.i) + 1]
        if first.i not in {verb.i, *(k.i for k in kids if k.dep.startswith(("aux", "expl", "obj", "iobj", "advmod")))}:
            continue
        if first.text.lower() in {"ainsi", "donc", "puis"} and first.pos == "ADV":
            continue
        pronoun = pronoun_for(ctx, subject)
        left, right = text[: joint.start - base], text[first.start - base :]
        if pronoun is None or min(len(left.split()), len(right.split())) < LEAST_HALF:
            continue
        if first.text.lower().startswith(("s'", "s’", "n'", "n’", "l'", "l’", "y", "en")):
            pass  # « il s'», « il n'» elide nothing on the left
        parts = (
            sentence(stopped(left), (sid,), "split.verb", CONFIDENCE),
            sentence(f"{pronoun} {right}", (sid,), "split.verb", CONFIDENCE),
        )
        return Rendering((sid,), parts, "split.verb", CONFIDENCE)
    return None


def pronoun_for(ctx: Context, subject: Token) -> str | None:
    """Il, elle, ils or elles, where the source shows gender and number; else None."""
    entity = ctx.entity_at(subject.start, subject.end)
    if subject.pos == "PROPN":
        if entity is None or not entity.gender:
            return None
        return CLITIC_SUBJECTS.get((entity.gender, entity.number))
    det = next((t for t in ctx.children(subject) if t.dep == "det"), None)
    if det is None or any(t.dep == "conj" for t in ctx.children(subject)):
        return None
    shown = {
        "le": ("m", "s"),
        "un": ("m", "s"),
        "ce": ("m", "s"),
        "cet": ("m", "s"),
        "la": ("f", "s"),
        "une": ("f", "s"),
        "cette": ("f", "s"),
    }
    key = shown.get(det.text.lower())
    if key is None:
        gender, number = subject.gender, subject.number
        if not gender or det.text.lower() not in {"les", "des", "ces", "l'", "l’"}:
            return None
        key = (gender, "p" if det.text.lower() in {"les", "des", "ces"} else "s")
        if number and number != key[1]:
            return None
    return CLITIC_SUBJECTS[key]
