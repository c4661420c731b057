"""A second verb of the same subject, or a second clause, after « et », « mais » or a comma.

« Le camion roulait trop vite et a heurté la glissière » → « Il a heurté la glissière »; « … et la place sera fermée » →
« La place sera fermée. » Only where the verb before is the only one that can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seo_fr.model import Token
from seo_fr.rewriting.clause_shapes import (
    CONTRASTS,
    CUTS,
    DEPENDENT_RE,
    REACH,
    affirms,
    opens_with_subject,
    unfronted,
)
from seo_fr.rewriting.clauses import RELATIVES
from seo_fr.rewriting.colons import at_colons
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.seams import (
    SUBJECT_DEPS,
    Seam,
    apart,
    clear,
    clitic,
    finite,
    finite_form,
    finite_of,
    group_of,
    halves,
    main_verb,
    outside,
    present_form,
    resumed,
    scoped,
    subject_of,
)

HEDGES = frozenset({"donc", "ainsi", "puis", "alors", "enfin"})


def at_second_verbs(ctx: Context, sid: int) -> Iterator[Seam]:
    """At « et » or « mais » before a second finite verb that shares the subject, which is then taken up."""
    root = main_verb(ctx, sid)
    subject = subject_of(ctx, root) if root is not None else None
    if root is None or subject is None or scoped(ctx, sid):
        return
    if any(q.start <= t.start < q.end for q in ctx.quotations(sid) for t in (root, subject)):
        return
    tokens = ctx.tokens(sid)
    if any(t.text.lower() == "seulement" for t in tokens):
        return
    for joint in (t for t in tokens if t.text.lower() in {"et", "mais"} and t.i > root.i):
        verb = second_verb(ctx, sid, joint, root)
        if verb is None:
            continue
        first = ctx.analysis.tokens[joint.i + 1]
        comma = ctx.analysis.tokens[joint.i - 1]
        end = comma.start if comma.text == "," else joint.start
        taken = resumed(ctx, subject, finite_of(ctx, root), first.i)
        if not taken or not halves(ctx, sid, end, first.start) or not clear(ctx, sid, end, first.start, taken_up=True):
            continue
        if root.i >= joint.i - 1 or (comma.text == "," and root.i >= joint.i - 2):
            continue  # « sont restés et restent séparés »: the first verb waits for what follows the second
        edits = earlier_verb(ctx, root, joint)
        if edits is None:
            continue
        if taken == "Je" and first.text[:1].lower() in "aeiouéèêh":
            continue
        contrast = any(t.text.lower() in CONTRASTS for t in tokens if first.i <= t.i < first.i + 6)
        link = "Mais " if joint.text.lower() == "mais" and not contrast else ""
        opening = f"{link}{taken[:1].lower() if link else taken[:1]}{taken[1:]} "
        yield Seam(end, first.start, opening, "split.verb", edits=edits)


def second_verb(ctx: Context, sid: int, joint: Token, root: Token) -> Token | None:
    """The verb that « et » joins to the main one, without a subject of its own; None when that is not certain."""
    tokens = [t for t in ctx.tokens(sid) if t.i > joint.i]
    if not tokens:
        return None
    verb, first = None, tokens[0]
    for token in tokens[:6]:
        if finite(token) or present_form(ctx, token) or causes(ctx, token):
            verb = ctx.head(token) if token.dep.startswith(("aux", "dep")) or token.dep == "cop" else token
            break
        if not (clitic(token) or token.text.lower() in {"ne", "n'", "n’"} or token.dep == "advmod"):
            return None
    if (
        verb is None
        or tokens[0].text.lower() in HEDGES
        or any(k.dep in SUBJECT_DEPS and k.i > joint.i for k in ctx.children(verb))
    ):
        return None
    if group_of(ctx, verb)[0].i < joint.i:
        return None
    before = [t for t in ctx.tokens(sid) if t.i < joint.i and finite(t)]
    verbs = [root, *(c for c in ctx.children(root) if c.dep == "conj")]
    owners = {shown.i for v in verbs if (shown := finite_of(ctx, v)) is not None}
    alone = all(t.i in owners for t in before)
    attached = verb.dep == "conj" and verb.head == root.i
    one, other = finite_of(ctx, verb) or verb, finite_of(ctx, root) or root
    same = causes(ctx, first) or one.morph.get("Number", "") == other.morph.get("Number", "")
    if not same or not (attached or alone) or nearer(ctx, before, owners, joint, one):
        return None
    return verb if apart(ctx, sid, joint.i, owner=verb.i) else None


def nearer(ctx: Context, before: Sequence[Token], owners: set[int], joint: Token, verb: Token) -> bool:
    """Whether the last verb before a joint is another clause's, of the same number, with no comma between.

    « un champ qui est invisible mais sera rempli »: the second verb may be the relative's.
    """
    if not before or before[-1].i in owners:
        return False
    last = before[-1]
    comma = any(t.text in {",", "»", ")"} for t in ctx.analysis.tokens[last.i : joint.i + 1])
    return not comma and last.morph.get("Number", "") == verb.morph.get("Number", "")


def earlier_verb(ctx: Context, root: Token, joint: Token) -> tuple[tuple[int, int, str], ...] | None:
    """« A, B et C »: the comma before B becomes « et » when C leaves; None when there are more, or no comma."""
    inner = [c for c in ctx.children(root) if c.dep == "conj" and c.pos == "VERB" and root.i < c.i < joint.i]
    inner = [c for c in inner if not any(k.dep == "cc" for k in ctx.children(c))]
    if not inner:
        tokens = ctx.analysis.tokens[root.i : joint.i - 1]
        return None if any(t.text == "," and verbal(ctx, ctx.analysis.tokens[t.i + 1]) for t in tokens) else ()
    group = group_of(ctx, inner[0])
    comma = ctx.analysis.tokens[group[0].i - 1]
    if len(inner) > 1 or comma.text != "," or finite_of(ctx, inner[0]) is None:
        return None
    return ((comma.start, comma.end, " et"),)


def causes(ctx: Context, token: Token) -> bool:
    """Whether a word is « fait » before an infinitive: « et fait savoir que »."""
    following = ctx.analysis.tokens[token.i + 1] if token.i + 1 < len(ctx.analysis.tokens) else token
    return token.text.lower() in {"fait", "font", "laisse"} and following.morph.get("VerbForm") == "Inf"


def verbal(ctx: Context, token: Token) -> bool:
    """Whether a word opens a verb without a subject: « , le fait signer »."""
    following = ctx.analysis.tokens[token.i + 1]
    return (
        finite(token)
        or present_form(ctx, token)
        or causes(ctx, following)
        or (token.pos in {"PRON", "DET"} and following.pos in {"VERB", "AUX"})
    )


def at_clauses(ctx: Context, sid: int) -> Iterator[Seam]:
    """At « et » without a comma, or at a comma alone, before a main clause with its own subject."""
    root = main_verb(ctx, sid)
    text = ctx.sentence(sid).text
    if ":" in text and not any(at_colons(ctx, sid)):
        return
    if root is None or scoped(ctx, sid) or any(a.kind == "selon" for a in ctx.attributions(sid)):
        return
    tokens = ctx.tokens(sid)
    for joint in (t for t in tokens if t.text.lower() in {"et", ","} and t.i > root.i):
        after = [t for t in tokens if t.i > joint.i]
        if not after or DEPENDENT_RE.match(ctx.text[after[0].start :]) or not opens_with_subject(after):
            continue
        before = [t for t in tokens if t.i < joint.i]
        if joint.text.lower() == "et" and row_before(before):
            continue
        if not before or before[-1].text.lower() in {"et", "ou", "mais", "—", "–", "-"} or not affirms(before):
            continue
        if not joined_apart(after):
            continue
        between = [t for t in tokens if root.i < t.i < joint.i]
        if after[0].pos == "CCONJ" or any(t.text.lower() in {"mais", "or", "car", "donc"} for t in between):
            continue
        if joint.text == "," and any(t.pos == "VERB" for t in after[: len(after) - len(unfronted(after))]):
            continue
        commas = [t.i for t in between if t.text == ","]
        if joint.text == "," and commas and not any(finite(t) for t in between if t.i > commas[-1]):
            continue  # « On le sait, faute de pain, les grives… »: what stands between may belong to either
        if joint.text == "," and (hanging(between) or row_of_clauses(after)):
            continue
        plain = simple(before) and (joint.text != "," or (not commas and plain_subject(after)))
        if not plain and not parallel(ctx, sid, root, after, joint):
            continue
        comma = ctx.analysis.tokens[joint.i - 1]
        end = comma.start if comma.text == "," else joint.start
        if halves(ctx, sid, end, after[0].start) and clear(ctx, sid, end, after[0].start):
            yield Seam(end, after[0].start, "", "split.clause")


def row_of_clauses(after: Sequence[Token]) -> bool:
    """Whether one more clause follows: « A part, B reste, C revient » and « … et C revient » are rows, left whole."""
    return any(
        t.text.lower() in {",", "et"} and plain_subject(rest) and opens_with_subject(rest)
        for k, t in enumerate(after)
        if (rest := after[k + 1 :])
    )


def row_before(before: Sequence[Token]) -> bool:
    """Whether what stands before « et » is « A part, B reste »: « et C revient » closes the row, and is not cut off."""
    if before and before[-1].text == ",":
        before = before[:-1]  # « A part, B reste, et C revient »
    for k, token in enumerate(before):
        told = affirms(before[:k]) and any(finite(t) for t in before[:k])
        if token.text != "," or not (told or hidden_verb(before[:k])):
            continue
        rest = before[k + 1 :]
        if rest and opens_with_subject(rest) and not any(t.text == "," for t in rest):
            return True
        second = rest[:3]
        if second and any(finite(t) for t in second) and all(finite(t) or clitic(t) for t in second[:1]):
            return True  # « a deux balles, les gâche, et perd »
    return False


def hidden_verb(tokens: Sequence[Token]) -> bool:
    """Whether a word that the parser took for an adjective or a noun is the verb: « le boulanger ferme sa boutique ».

    It has the form of a verb, a noun stands right before it and a determiner right after.
    """
    return any(
        one.pos in {"NOUN", "PROPN", "ADJ"}
        and token.pos in {"NOUN", "ADJ"}
        and other.pos == "DET"
        and finite_form(token.text)
        for one, token, other in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def hanging(tokens: Sequence[Token]) -> bool:
    """Whether what stands before a comma may open the clause after it: « et plus tard, B »."""
    last = max((k for k, t in enumerate(tokens) if t.text.lower() in {"et", "mais", "—", "–"}), default=-1)
    opens = any(t.text.lower().replace("’", "'") in CUTS or t.pos == "SCONJ" for t in tokens)
    return opens or (last >= 0 and (tokens[last].text in {"—", "–"} or not affirms(tokens[last:])))


def simple(tokens: Sequence[Token]) -> bool:
    """Whether a stretch has one finite verb, and no word that opens a clause under another."""
    plain = not any(t.text.lower().replace("’", "'") in CUTS or t.pos == "SCONJ" for t in tokens)
    return plain and sum(finite(t) for t in outside(tokens)) == 1 == sum(finite(t) for t in tokens)


def parallel(ctx: Context, sid: int, root: Token, after: Sequence[Token], joint: Token) -> bool:
    """Whether the tree shows what follows a joint to be as independent as the root before it."""
    subject = next((t for t in after if t.dep in SUBJECT_DEPS), None)
    verb = ctx.head(subject) if subject is not None else None
    return verb is not None and main_clause(ctx, sid, root, verb, joint) and apart(ctx, sid, joint.i, owner=verb.i)


def joined_apart(tokens: Sequence[Token]) -> bool:
    """Whether no « et » stands between the head of a clause and its verb: which one parts two clauses is then sure."""
    verb = next((k for k, t in enumerate(tokens[:REACH]) if k and finite(t)), 0)
    return not any(t.text.lower() in {"et", "ou"} for t in tokens[: verb + 1])


def plain_subject(tokens: Sequence[Token]) -> bool:
    """Whether a stretch opens on a subject and its verb, nothing put before, nothing joined: « , le col reste fermé ».

    « , la ferme et part » and « , le fait signer » hold a pronoun and a verb instead.
    """
    verb = next((k for k, t in enumerate(tokens[:REACH]) if k and finite(t)), 0)
    owned = {t.head for t in tokens[:verb] if t.dep in SUBJECT_DEPS}
    if not owned & {tokens[verb].i, tokens[verb].head}:
        return False  # « l’intégration continue après deux jours » holds no verb
    joined = any(t.text.lower() in {"et", "ou", "fait", "laisse"} for t in tokens[: verb + 1])
    return verb > 0 and not joined and unfronted(tokens) is tokens


def main_clause(ctx: Context, sid: int, root: Token, verb: Token, joint: Token) -> bool:
    """Whether the verb of what follows a joint is as independent as the root before it."""
    plain = verb.i > joint.i and finite_of(ctx, verb) is not None and verb.pos in {"VERB", "AUX", "ADJ", "NOUN"}
    kids = ctx.children(verb)
    if not plain or any(k.dep == "mark" or k.text.lower() in RELATIVES for k in kids if k.i < verb.i):
        return False
    if any(k.dep in SUBJECT_DEPS and k.i > verb.i for k in kids):
        return False  # an inversion: « dit-il »
    if verb.dep in {"conj", "parataxis"} and verb.head == root.i:
        return True
    verbs = [root, *(c for c in ctx.children(root) if c.dep == "conj" and c.i < joint.i)]
    owners = {shown.i for v in verbs if (shown := finite_of(ctx, v)) is not None}
    alone = all(t.i in owners for t in ctx.tokens(sid) if t.i < joint.i and finite(t))
    return alone and verb.dep not in {"ccomp", "acl"}


FINDERS = (at_second_verbs, at_clauses)
