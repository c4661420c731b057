"""Where and when something was said, and who would not answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import capitalize_first, de, invert, le, noun_gender
from seo_fr.french.conjugation import compound
from seo_fr.model import Attribution
from seo_fr.rewriting.asking import Fact
from seo_fr.rewriting.clauses import Clause, attribution_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint import DEICTIC_RE, incise
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.speakers import speaker_name
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
    # no colon, which would give the hour for the reason
    sent = f" ; {demand} a été {match['sent']}" if match["sent"] else f" {match['to']}"
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


OURS_RE = re.compile(
    r"(?:^|[,.;:] )(?P<what>(?:l’|la |le )?[^,;:.«»]{2,40}?) (?P<v>est|reste|sera|restera) notre "
    r"(?P<n>[^,;:.«»]{3,60}?)(?: en (?P<year>\d{4}))?(?:, (?P<more>tant [^.;:«»]+))?$",
    re.IGNORECASE,
)
SUPERLATIVE_RE = re.compile(r"^(?:plus )?(?P<adj>grande?|premi(?:er|ère)|principale?|seule?|vieille?|petite?) ")
BODY_RE = re.compile(r"(?:de |d’|du groupe |de la société )(?P<org>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*)$")


def ours(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X sera notre premier marché en 2030 », says the head of Y: « Quel sera le premier marché de Y en 2030 ? »"""
    quote = next((q for q in ctx.quotations(sid) if q.sentences == (sid,) and q.whole), None)
    said = next((a for a in ctx.attributions(sid) if a.kind == "quote" and a.entity >= 0), None)
    if quote is None or said is None or len(ctx.quotations(sid)) != 1:
        return
    match = OURS_RE.search(quote.text.replace("'", "’").strip(" .,!"))
    organisation = body_of(ctx, said.entity)
    who = speaker_name(ctx, said)
    if match is None or not organisation or not who or not said.verb:
        return
    kind = SUPERLATIVE_RE.match(match["n"])
    noun = match["n"][kind.end() if kind else 0 :].split()[0]
    gender = noun_gender(noun.lower())
    if not gender or PRONOUN_RE.search(f"{match['what']} {match['n']}"):
        return
    article = le(match["n"], gender)
    spoken = compound(said.verb, number="s")
    if article is None or spoken is None:
        return
    year = f" en {match['year']}" if match["year"] else ""
    which = "Quelle" if gender == "f" else "Quel"
    question = f"{which} {match['v']} {article} {de(organisation)}{year} ?"
    more = f", « {match['more']} »" if match["more"] else ""
    setting = addressee(ctx, said, sid)
    yield Draft("said", question, (f"{capitalize_first(match['what'])}{more}, {spoken} {who}{setting}",), 0.85)


PRONOUN_RE = re.compile(r"\b(?:je|nous|ce|cela|ça|il|elle|ils|elles|on|vous|mon|ma|mes|votre|qui|que)\b", re.IGNORECASE)


def body_of(ctx: Context, entity: int) -> str:
    """The body that a person leads or speaks for, by the role that the source gives: « PDG de Verdelis »; "" else."""
    for role in ctx.analysis.roles:
        match = BODY_RE.search(role.text.replace("'", "’")) if role.entity == entity else None
        if match is not None:
            return match["org"]
    return ""


def addressee(ctx: Context, said: Attribution, sid: int) -> str:
    """« aux investisseurs », when it follows the speaker at once; "" else."""
    after = ctx.text[said.speaker_end : ctx.sentence(sid).end].replace("'", "’")
    match = re.match(
        r" (?P<to>(?:aux|au|à la|à l’) ?[^\W\d_]+)(?= (?:lors|dans|sur|pendant|ce|cette|hier)\b|[.,])", after
    )
    return f" {match['to']}" if match else ""


USED_RE = re.compile(
    r"^(?P<what>(?:Les? |La |L’)[^,;:.«»]{3,40}), qu(?:e |’)(?P<who>(?:les? |la |l’|des )[^,;:.«»]{3,40}?) "
    r"(?P<v>utilise|utilisent|emploie|emploient) pour (?P<aim>[^\W\d_]+(?:er|ir|re)\b[^,;:.«»]{3,80}),"
)


def used_for(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Les puces, que les groupes utilisent pour V, … » → « À quoi servent les puces ? »"""
    match = USED_RE.match(ctx.sentence(sid).text.replace("'", "’"))
    if match is None or ctx.attributions(sid) or re.search(r"\b(?:leurs?|son|sa|ses|ce|cette|ces)\b", match["aim"]):
        return
    what = match["what"][:1].lower() + match["what"][1:]
    serve = "servent" if what.startswith("les ") else "sert"
    themselves = "s’en servent" if match["v"].endswith("nt") else "s’en sert"
    yield Draft(
        "use", f"À quoi {serve} {what} ?", (capitalize_first(f"{match['who']} {themselves} pour {match['aim']}"),), 0.6
    )


SENTENCE_SAYING = (unanswered, ours, used_for)
