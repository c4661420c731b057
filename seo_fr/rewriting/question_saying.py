"""Where and when something was said, and who would not answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import capitalize_first, invert
from seo_fr.rewriting.asking import Fact
from seo_fr.rewriting.clauses import Clause, attribution_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint import DEICTIC_RE, incise
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

LONGEST_SETTING = 9
"""Words of « à Y dans un entretien »."""
SETTING_RE = re.compile(r"^(?:à|au|aux|dans|lors|devant|sur|en)\b")


def said_where(ctx: Context, clause: Clause, *, short: bool = False) -> str:
    """« a déclaré X à Y dans un entretien, en janvier », for what X « a déclaré à Y … que P »; "" when unknown.

    *short*: without the entretien.
    """
    attribution = attribution_of(ctx, clause)
    if attribution is None or attribution.kind != "que":
        return ""
    said = incise(ctx, clause, attribution)
    verb = next(
        (t for t in ctx.tokens(clause.sid) if t.lemma.lower() == attribution.verb and t.end <= attribution.start), None
    )
    if not said or verb is None:
        return ""
    setting = re.sub(r"\s*\bqu(?:e|['’])$", "", ctx.text[verb.end : attribution.start].strip()).strip()
    start = ctx.sentence(clause.sid).start
    date = next((d for d in ctx.dates(clause.sid) if d.start - start < 6 and d.end < verb.start), None)
    when = f"{date.preposition} {date.text}".strip() if date is not None and not DEICTIC_RE.search(date.text) else ""
    if date is not None and not when:
        return ""
    if setting and (
        not SETTING_RE.match(setting)
        or loose_words(setting)
        or len(setting.split()) > LONGEST_SETTING
        or "," in setting
    ):
        return ""
    if not setting and not when:
        return ""
    if short:
        setting = re.sub(r" (?:dans|lors|sur|devant) .*$", "", setting)
    text = f"{said} {setting}".strip()
    return f"{text}, {when[:1].lower() + when[1:]}" if when else text


REQUEST_RE = re.compile(
    r"^(?P<who>(?:Les?|La|L['’]|[A-Z])[^,;:.]*?) (?P<no>n['’](?P<aux>a|ont)) (?P<how>pas(?: immédiatement| encore)?) "
    r"(?:immédiatement )?répondu (?P<to>à (?:une|la) demande de (?P<what>commentaires?|réaction|précisions?))"
    r"(?: d(?:e |['’])(?P<medium>[A-Z][^,;:.]*?))?(?: (?P<sent>envoyée [^,;:.]+|adressée [^,;:.]+))?\.$"
)


def unanswered(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X n’a pas répondu à une demande de commentaire » → « X a-t-il répondu … ? » « Non, … »"""
    match = REQUEST_RE.match(ctx.sentence(sid).text.strip())
    if match is None or ctx.quotations(sid) or len(match["who"].split()) > 6:
        return
    plural = match["aux"] == "ont"
    inverted = invert(match["aux"], gender="m", number="p" if plural else "s")
    masculine = re.match(r"(?:Les (?:représentants|porte-parole|avocats|dirigeants)|Le )", match["who"])
    if not inverted or not masculine:
        return
    to = f"à {match['medium']}" if match["medium"] else match["to"].replace("une", "la")
    if re.match(r"à [A-Z]", to) is None and not match["sent"]:
        return
    question = f"{match['who']} {inverted} répondu {to} ?"
    demand = f"la demande de {match['what']}"
    sent = f" : {demand} a été {match['sent']}" if match["sent"] else f" {match['to']}"
    yield Draft("whether", question, (capitalize_first(f"non, {match['how']}{sent}"),), 0.7)


def said_count(ctx: Context, fact: Fact, amount: str, tail: str) -> Iterator[str]:
    """« Plus de 300 caméras d’ici fin 2027, a déclaré X au conseil, en janvier », for a figure given in a speech.

    The question holds the *tail* as well, so that an answer may leave it out.
    """
    if not fact.whose or not (setting := said_where(ctx, fact.clause)):
        return
    yield f"{amount}{f' {tail}' if tail else ''}, {setting}"
    yield f"{amount}, {setting}"
    yield f"{amount}, {said_where(ctx, fact.clause, short=True)}"


SENTENCE_SAYING = (unanswered,)
