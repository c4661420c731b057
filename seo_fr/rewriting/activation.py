"""A passive with its agent becomes active in the body: « L’incendie a été maîtrisé par 80 pompiers » → « 80 pompiers
ont maîtrisé l’incendie ». The tense stays; a sentence that the next one continues (« Il… ») stays as it is.
"""

from __future__ import annotations

from seo_fr.rewriting.anaphora import lean
from seo_fr.rewriting.base import Rendering, capitalised, sentence, stopped
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.predicates import activated
from seo_fr.rewriting.reordering import plain_clause

CONFIDENCE = 0.95


def active(ctx: Context, sid: int) -> Rendering | None:
    """The sentence in the active voice; None where its agent, its tense or its place in the text leaves a doubt."""
    clause = plain_clause(ctx, sid)
    if clause is None or clause.before or ctx.sentence(sid).start != clause.subject[0].start:
        return None
    following = ctx.sentences[sid + 1] if sid + 1 < len(ctx.sentences) else None
    if following is not None and lean(ctx, following.id) in {"pronoun", "possessive"}:
        return None
    told = {t.i for part in (clause.subject, clause.group, *(c.tokens for c in clause.complements)) for t in part}
    if any(t.i not in told and t.pos != "PUNCT" for t in ctx.tokens(sid)):
        return None  # an adverb inside the verb would be lost
    found = activated(ctx, clause, keep_tense=True)
    if found is None or lean(ctx, sid):
        return None
    agent, verb, rest = found
    text = stopped(capitalised(" ".join([agent, verb, *(said.text for said in rest)])))
    return Rendering((sid,), (sentence(text, (sid,), "active", CONFIDENCE),), "active", CONFIDENCE)
