"""The chapô: the source's own opening, moved, not copied."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.model import Piece
from seo_fr.resources import load_toml
from seo_fr.rewriting.anaphora import lean
from seo_fr.rewriting.base import Rendering
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.dating import dated, resolutions, tells_day
from seo_fr.rewriting.shortening import shortened
from seo_fr.rewriting.subjects import alone, same_noun
from seo_fr.topics.matching import stems
from seo_fr.topics.units import depends

LEAST_WORDS = 18
ENOUGH_WORDS = 25
"""Words from which on a chapô ends with its paragraph."""
MOST_WORDS = 65
MOST_LEFT = 40
"""Words of its last paragraph that a chapô takes along."""
MOST_WHOLE = 95
"""Words of a chapô that does."""
MOST_NEWS = 70
"""Words that the news may take, with what leans on it."""
LEAST_HEADLINE = 3
"""Content words of a headline from which on it tells some news."""
TOLD = 0.5
"""Share of the headline's words from which on the opening tells its news."""
MOSTLY = 0.55
GAIN = 0.25
"""Share of the headline's words that a later sentence must tell, at least, and more than the opening."""
DEFINITE = frozenset({"le", "la", "les", "l'"})
ACRONYM_RE = re.compile(r"[A-ZÉ]{2,6}")
LABEL_RE = re.compile(r"^[^:«»?!]{2,32}?\s*:\s+(?=\S)")


def lead_sentences(ctx: Context) -> tuple[int, ...]:
    """Ids of the sentences of the chapô: those that open the source, or those that tell the news of its headline.

    A source may open on what its subject is, and come to the news later; what carries the news then goes first.
    """
    opening = opening_sentences(ctx)
    return news_sentences(ctx, opening) if opening else ()


def opening_sentences(ctx: Context) -> tuple[int, ...]:
    """Ids of the sentences that open the source and can stand above the first heading.

    They end where the next sentence does not lean on them, so that the body can open without them; at the end of a
    paragraph, where one is near.
    """
    ids: list[int] = []
    words = 0
    prose = [s for s in ctx.sentences if ctx.source_kind(s.id) == "paragraph"]
    if not prose:
        return ()
    first = prose[0].id
    if any(ctx.source_kind(s.id) == "heading" for s in ctx.sentences[:first]):
        return ()  # it stands under a heading of its own
    best: tuple[int, ...] = ()
    closed: tuple[int, ...] = ()
    for s in ctx.sentences[first:]:
        if ctx.source_kind(s.id) != "paragraph" or s.text.rstrip().endswith(":"):
            break
        if len(ctx.quotations(s.id)) and any(len(q.sentences) > 1 for q in ctx.quotations(s.id)):
            break
        ids.append(s.id)
        words += len(s.text.split())
        following = ctx.sentences[s.id + 1] if s.id + 1 < len(ctx.sentences) else None
        free = following is None or ctx.source_kind(following.id) != "paragraph" or opens(ctx, following.id)
        inside = s.block != prose[0].block and following is not None and following.block == s.block
        if words >= LEAST_WORDS and free and not inside and (words <= MOST_WORDS or not best):
            best = tuple(ids)
            if words >= ENOUGH_WORDS and (following is None or following.block != s.block):
                closed = best
        if words >= MOST_WORDS:
            break
    best = closed or best or (first,)
    best = to_the_end(ctx, best)
    if len(best) >= len(prose) - 1:
        return ()
    return best


def to_the_end(ctx: Context, ids: tuple[int, ...]) -> tuple[int, ...]:
    """A chapô with what little is left of its last paragraph, which would else stand under some other heading."""
    last = ids[-1]
    rest = [s for s in ctx.sentences[last + 1 :] if s.block == ctx.sentence(last).block]
    left = sum(len(s.text.split()) for s in rest)
    words = sum(len(ctx.sentence(sid).text.split()) for sid in ids)
    spread = any(len(q.sentences) > 1 for s in rest for q in ctx.quotations(s.id))
    announcing = bool(rest) and rest[-1].text.rstrip().endswith((":", "?"))
    whole = 0 < left <= MOST_LEFT and words + left <= MOST_WHOLE and not spread and not announcing
    return (*ids, *(s.id for s in rest)) if whole else ids


def opens(ctx: Context, sid: int) -> bool:
    """Whether a sentence can open the body, with nothing before it: neither « il » nor « parmi ces coupes »."""
    return lean(ctx, sid) == "" and not depends(ctx.sentence(sid).text)


def news_sentences(ctx: Context, opening: tuple[int, ...]) -> tuple[int, ...]:
    """The sentences that say what the headline says, where *opening* hardly does; else *opening*.

    The first of them leans on nothing; those that lean on it go with it, and the whole is of a chapô's length.
    """
    source = ctx.analysis.source
    headline = LABEL_RE.sub("", source.title or source.given_title)
    wanted = frozenset(stems(headline))
    if len(wanted) < LEAST_HEADLINE or "?" in headline:
        return opening
    told = share(ctx, opening, wanted)
    if told >= TOLD:
        return opening
    best: tuple[float, tuple[int, ...]] = (max(MOSTLY, told + GAIN), opening)
    for s in ctx.sentences:
        found = movable(ctx, s.id) if s.id not in opening else ()
        if found and (worth := share(ctx, (s.id,), wanted)) > best[0] + 1e-9:
            best = worth, found
    return best[1]


def share(ctx: Context, ids: tuple[int, ...], wanted: frozenset[str]) -> float:
    """Share of the words of a headline that stand in some sentences."""
    found = {key for sid in ids for key in stems(ctx.sentence(sid).text.replace("-", " "))}
    return len(wanted & found) / len(wanted)


def movable(ctx: Context, sid: int) -> tuple[int, ...]:
    """A sentence that can open an article, with those of its paragraph that lean on it; () where it cannot."""
    s = ctx.sentence(sid)
    text = s.text.rstrip()
    if ctx.source_kind(sid) != "paragraph" or text.endswith((":", "?", "…", ";", ",")) or lean(ctx, sid):
        return ()
    ids = [sid]
    for following in ctx.sentences[sid + 1 :]:
        if ctx.source_kind(following.id) != "paragraph" or not lean(ctx, following.id):
            break
        ids.append(following.id)
    if any(introduced(ctx, k, sid) for k in ids):
        return ()
    spread = any(len(q.sentences) > 1 for k in ids for q in ctx.quotations(k))
    words = sum(len(ctx.sentence(k).text.split()) for k in ids)
    return () if spread or not LEAST_WORDS <= words <= MOST_NEWS else tuple(ids)


def introduced(ctx: Context, sid: int, first: int) -> bool:
    """Whether a sentence speaks of « le lanceur », of « l’ISS », as of what was told before the sentence *first*.

    At the head of an article nobody knows which launcher, nor what the letters stand for.
    """
    opens = ctx.sentence(first).start
    before = ctx.text[:opens]
    for token in ctx.tokens(sid):
        if token.pos == "NOUN" and alone(ctx, token) and same_noun(ctx, token):
            definite = any(c.dep == "det" and c.text.lower().replace("’", "'") in DEFINITE for c in ctx.children(token))
            told = any(t.start < opens for t in same_noun(ctx, token))
            if definite and told and token.lemma.lower() not in load_toml("rewriting/keypoint.toml")["one_of_a_kind"]:
                return True
        if ACRONYM_RE.fullmatch(token.text) and re.search(rf"\({token.text}\)", before):
            return True
    return False


def lead_pieces(ctx: Context, ids: tuple[int, ...]) -> tuple[Piece, ...]:
    """The pieces of the chapô."""
    pieces: list[Piece] = []
    resolved = False
    for sid in ids:
        text, changed = dated(ctx, sid)
        resolved = resolved or (changed and tells_day(ctx, text))
        parted = shortened(ctx, sid, edits=resolutions(ctx, sid))
        if parted is not None and (pieces or news_first(ctx, sid, parted)):
            pieces += [part.piece for part in parted.parts]
            continue
        pieces.append(Piece(text, "source", (sid,), "lead.dated" if changed else "lead", 1.0))
    if pieces and not resolved:
        # the day of the news goes with « vient d’annoncer », unless a date of the chapô gives it
        pieces[0] = after_dateline(ctx, pieces[0])
    return tuple(pieces)


def after_dateline(ctx: Context, piece: Piece) -> Piece:
    """The piece that opens an article, after the dateline of its source where it has one."""
    dateline = ctx.analysis.source.dateline.strip(" .,–—-:")
    return replace(piece, text=f"{dateline} – {piece.text}", operation="lead.dateline") if dateline else piece


def news_first(ctx: Context, sid: int, parted: Rendering) -> bool:
    """Whether a sentence cut in parts still opens on its main verb: an article does not open on an aside."""
    root = ctx.root(sid)
    first = parted.parts[0].piece.text
    if root is None or any(part.kind != "sentence" for part in parted.parts):
        return False
    verbs = [t for t in ctx.tokens(sid) if t.i == root.i or (t.head == root.i and t.dep.startswith(("aux", "cop")))]
    return all(re.search(rf"(?<!\w){re.escape(t.text)}(?!\w)", first) for t in verbs)
