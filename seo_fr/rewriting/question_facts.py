"""Questions on when, who, what, where and what for, answered by one sentence of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import capitalize_first, conjugate, de, elide, le, noun_gender
from seo_fr.model import DateMention, Token
from seo_fr.rewriting.asking import Fact, ask, date_wording, plain
from seo_fr.rewriting.clauses import RELATIVES, contiguous
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint import is_reporting
from seo_fr.rewriting.naming import phrase
from seo_fr.rewriting.nominal import nominal
from seo_fr.rewriting.question_causes import agentive, without_adverbs
from seo_fr.rewriting.question_figures import retold
from seo_fr.rewriting.questions import Draft, settings
from seo_fr.rewriting.stretches import loose_words, stretch, told


def when(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X sortira en avril 2013 » → « Quand sortira X ? »"""
    clause = fact.clause
    if not fact.certain or clause.negated or clause.copula is not None:
        return
    if indefinite(fact.subject):
        return  # nobody asks when « un homme » did something
    for date in ctx.dates(fact.sid):
        wording = date_wording(date)
        if not wording or date.start < clause.subject[0].start - 40 or clause.verb.lemma.lower() in {"faire", "naître"}:
            continue
        holder = next(
            (c for c in clause.complements if c.tokens[0].start <= date.start and date.end <= c.tokens[-1].end), None
        )
        if holder is None or not holder.dep.startswith(("obl", "advmod", "obj")):
            continue
        opening = ctx.text[holder.tokens[0].start : date.start].strip().lower()
        after = ctx.text[date.end : holder.tokens[-1].end].strip()
        if opening not in {"", date.preposition.lower()} or (after and not re.match(r"(?:,|à \d)", after)):
            continue
        rest = around(ctx, fact, holder.tokens, wording)
        inside = holder.tokens[-1].i < clause.verb.i
        if rest is None or (fact.front and not inside) or re.search(r"\bà \d+ ?h", " ".join(rest)):
            return
        if is_reporting(clause) or (not rest and not named(ctx, fact)):
            return
        if any(k.dep in {"ccomp", "xcomp"} for k in ctx.children(clause.verb)) and not rest:
            return
        placed = wording[:1].lower() + wording[1:]
        at = left_over(ctx, fact, date) if rest else ""
        answers = (
            *(told(x, fact) for x in (f"{placed}, {at}",) if at),
            *(told(x, fact) for x in (version(ctx, fact, placed),) if x and not rest),
            *(told(x, fact) for x in happened(ctx, fact, placed)),
            *(told(x, fact) for x in (awaited(fact, placed),) if x and not rest),
            *retold(ctx, fact, date.text),
            told(capitalize_first(placed), fact),
        )
        yield Draft("when", ask("Quand", fact, rest), answers, 0.8 if len(date.iso) > 4 else 0.7)
        return


def happened(ctx: Context, fact: Fact, when_: str) -> Iterator[str]:
    """« La sortie du livre date du 3 mai 2012 », « … est prévue en avril 2013 »: the fact as a noun."""
    made = nominal(ctx, fact.clause, with_agent=False)
    gender = made.gender if made is not None else ""
    if made is None or not gender or made.noun not in settings()["events"] or not made.said:
        return
    the = elide("la" if gender == "f" else "le", f"{made.noun} {made.said}")
    if fact.clause.tense in {"future", "near_future"}:
        yield f"{the} est prévue {when_}" if gender == "f" else f"{the} est prévu {when_}"
    elif fact.clause.tense == "past":
        if re.fullmatch(r"en \d{4}", when_):
            yield f"{the} date {de(when_.removeprefix('en '))}"
        yield f"{the} a eu lieu {when_}"


VERSION_RE = re.compile(r"^, l(?P<a>[ea]) (?P<n>\d[\d.]*)(?: (?P<name>« [^«»]{2,40} »))?(?=,)")


def version(ctx: Context, fact: Fact, when_: str) -> str:
    """« En avril 2031 : ce sera la version 3.4, dite « Cerf » », for « la prochaine version, la 3.4 « Cerf » ».

    Only for what is still to come, and that its apposition numbers; else "".
    """
    noun = fact.clause.subject_head
    tail = ctx.text[noun.end : fact.clause.verb.start].replace("'", "’").replace("\u00a0", " ").replace("\u202f", " ")
    match = VERSION_RE.search(tail[max(0, tail.find(",")) :])
    if match is None or not re.search(r"r(?:a|ont)$", fact.finite) or noun.text.lower() not in ISSUES:
        return ""
    called = f", dit{'e' if match['a'] == 'a' else ''} {match['name']}" if match["name"] else ""
    return f"{when_} : ce sera l{match['a']} {noun.text.lower()} {match['n']}{called}"


ISSUES = frozenset({"version", "édition", "numéro", "modèle", "volume", "tome", "épisode"})
"""Things that come out one after another, by their numbers."""


def awaited(fact: Fact, when_: str) -> str:
    """« La suite du film est attendue en mai 2013 », for what will come out; or ""."""
    lemma = fact.clause.verb.lemma.lower()
    many = fact.finite.lower().endswith("ont")
    # by the form itself, whatever the parser made of its tense and number
    coming = fact.finite.lower() == conjugate(lemma, "future", number="p" if many else "s")
    if lemma not in {"sortir", "paraître", "arriver"} or not coming or not fact.gender:
        return ""
    be = "sont attendu" if many else "est attendu"
    return f"{fact.subject} {be}{'e' if fact.gender == 'f' else ''}{'s' if many else ''} {when_}"


def named(ctx: Context, fact: Fact) -> bool:
    """Whether a subject says by itself what it is: a name, or a noun with a complement (not « l’annonce »)."""
    head = fact.clause.subject_head
    return len(fact.subject.replace("’", " ").split()) > 2 or ctx.entity_at(head.start, head.end) is not None


HELD = {
    "present": ("a", "ont"),
    "past": ("a eu", "ont eu"),
    "future": ("aura", "auront"),
    "imperfect": ("avait", "avaient"),
}
"""« avoir (lieu) » for « se tenir », « se dérouler », in one tense: singular, plural."""


def place(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« La réunion aura lieu à Lyon » → « Où aura lieu la réunion ? »"""
    clause = fact.clause
    if not fact.certain or clause.negated or clause.copula is not None:
        return
    if clause.verb.lemma.lower() not in settings()["places"] or indefinite(fact.subject):
        return
    text = re.split(r" en (?:compagnie|présence) d", stretch(ctx, clause.verb.end, clause.sid))[0]
    match = re.match(r"(?P<lieu>lieu )?(?P<at>(?:à|au|en|dans|sur) [^,;]+)$", text)
    if match is None or not any(t.ent in {"LOC", "ORG"} for t in ctx.tokens(clause.sid) if t.i > clause.verb.i):
        return
    at = match["at"]
    if loose_words(at) or len(at.split()) > 16 or (ctx.dates(clause.sid) and not fact.front):
        return
    verb = f"{fact.verb} {match['lieu'] or ''}".strip()
    starts = [*(d.start for d in ctx.dates(clause.sid)), *(f.start for f in ctx.figures(clause.sid))]
    if any(start > clause.verb.end for start in starts):
        return
    held = HELD.get(clause.tense) if clause.reflexive and clause.verb.lemma.lower() in {"tenir", "dérouler"} else None
    takes = f"{fact.subject} {held[fact.number == 'p']} lieu {at}" if held else ""
    frames = [told(takes, fact)] if takes else []
    if held and (town := TOWN_RE.match(ctx.text[clause.verb.end : ctx.sentence(clause.sid).end].replace("'", "’"))):
        short = re.split(r" (?:de |du |de la |de l’|des |d’)", fact.subject)[0]
        frames.insert(0, told(f"{short} {held[fact.number == 'p']} lieu à {town['x']}, {town['what']}", fact))
    answers = (*frames, told(capitalize_first(at), fact))
    yield Draft("where", f"Où {verb} {fact.subject} ?", answers, 0.7)


TOWN_RE = re.compile(
    r" (?:à|dans la ville d(?:e |’)|au village d(?:e |’)) ?(?P<x>[A-ZÉ][\w’-]+(?: [A-ZÉ][\w’-]+)*), "
    r"(?P<what>(?:capitale|chef-lieu|préfecture|siège|ville natale|fief) (?:de |du |de la |de l’|d’)[^,;:.()]+)"
)
"""« dans la ville de X, capitale de la province »."""


def indefinite(subject: str) -> bool:
    """Whether a subject is one that a reader cannot have in mind.

    >>> indefinite("un homme"), indefinite("le maire")
    (True, False)
    """
    return bool(re.match(r"(?:une?|des|plusieurs|quelques|certain\w+)\b", subject))


DATED_PARTICIPLES = frozenset(
    {"signé", "créé", "fondé", "ouvert", "construit", "publié", "lancé", "inauguré", "adopté", "voté", "conclu"}
)


def dated_participle(ctx: Context, sid: int) -> Iterator[Draft]:
    """« les accords d’Évian, signés le 18 mars 1962, … » → « Quand ont été signés les accords d’Évian ? »"""
    for date in ctx.dates(sid):
        wording = date_wording(date)
        before = [t for t in ctx.tokens(sid) if t.end <= date.start and t.text.lower() != date.preposition.lower()]
        if not wording or not before or len(date.iso) < 4:
            continue
        participle = before[-1]
        bare = re.sub(r"(?<=[étuis])(?:e|es|s)$", "", participle.text.lower())
        if bare not in DATED_PARTICIPLES or participle.dep not in {"acl", "advcl", "amod"}:
            continue
        noun = ctx.head(participle)
        tokens = tuple(t for t in ctx.subtree(noun) if t.i < participle.i)
        while tokens and tokens[-1].text in {",", "("}:
            tokens = tokens[:-1]
        if (
            noun.pos not in {"NOUN", "PROPN"}
            or len(tokens) < 3
            or tokens[0].text.lower() not in {"le", "la", "les", "l'", "l’"}
        ):
            continue
        if any(t.text in {",", "(", "«"} for t in tokens):
            continue
        if not plain(ctx, sid, participle.start, participle.end):
            continue
        named = phrase(ctx, tokens)
        if named is None or len(named.split()) > 8:
            continue
        have = "ont" if tokens[0].text.lower() == "les" else "a"
        verb = f"{have} été {participle.text.lower()}"
        answer = f"{named} {verb} {wording}"
        yield Draft("when", f"Quand {verb} {named} ?", (answer, capitalize_first(wording)), 0.65)


LONGEST_ASKED = 9
AROUND_RE = re.compile(r"(?<=\w) (?:dans|près|lors|avec|pour|en|sur|avant|après) ")


def left_over(ctx: Context, fact: Fact, date: DateMention) -> str:
    """The place that a question has no room for: « dans la banlieue de Lyon »; or ""."""
    text = stretch(ctx, fact.clause.verb.end, fact.sid)
    raw = f"{date.preposition} {date.text}".strip().replace("'", "’")
    match = re.search(r" (?P<at>(?:dans|près|en) [^,;:.()]+)$", text.replace(raw, ""))
    if match is None or len(text.split()) <= LONGEST_ASKED or loose_words(match["at"]) or len(match["at"].split()) > 9:
        return ""
    return " ".join(match["at"].split()) if any(t.ent == "LOC" for t in ctx.tokens(fact.sid)) else ""


def around(ctx: Context, fact: Fact, gone: tuple[Token, ...], wording: str) -> list[str] | None:
    """What else the clause says after its verb, without the date; None when a question cannot hold it."""
    text = stretch(ctx, fact.clause.verb.end, fact.sid)
    date = ctx.span(gone).replace("'", "’").strip(" ,")
    for said in (date, wording, "ce jour"):
        text = re.sub(rf"(?:^|(?<=\s)){re.escape(said)}(?:$|(?=\s))", "", text)
    text = without_adverbs(" ".join(text.split()))
    text = re.sub(r"^sans [^\W\d_]+\b\s*|\s*\bsans [^\W\d_]+$", "", text)
    if len(text.split()) > LONGEST_ASKED:
        text = AROUND_RE.split(text)[0]
    if loose_words(text) or len(text.split()) > 12 or re.search(r"\b(?:et|ou|de|à|en|,)$", text):
        return None
    return [text] if text else []


def where(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X est une île située en Bretagne, dans le Morbihan » → « Où se trouve X ? »"""
    clause = fact.clause
    if clause.negated or not fact.certain:
        return
    text = ctx.text[clause.verb.start : ctx.sentence(clause.sid).end].replace("'", "’")
    match = re.search(r"\bsituée?s? (?P<place>(?:en|à|au|aux|dans|sur|près|face) .+?)\s*[.;]?$", text)
    if match is None:
        return
    place = re.sub(r"\s*\([^()]*\)", "", match["place"])
    if loose_words(place) or re.search(r"\b(?:qui|que|dont|où|et)\b", place) or len(place.split()) > 16:
        return
    parts = [p.strip() for p in place.split(",")]
    verb = "se trouvent" if fact.number == "p" else "se trouve"
    answers = (f"{fact.subject} {verb} {', '.join(parts)}",)
    yield Draft("where", f"Où {verb} {fact.subject} ?", answers, 0.7)


VAGUE = frozenset({"quelque", "quelques", "certains", "certaines", "plusieurs", "tout", "tous", "toute", "toutes"})


AGAINST = frozenset({"dénoncer", "condamner"})
"""Verbs that « s’élever contre » may stand for."""


def what(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« Le plan prévoit X » → « Que prévoit le plan ? », for verbs of which the object is worth asking."""
    clause = fact.clause
    lemma = clause.verb.lemma.lower()
    if lemma not in settings()["what"]["verbs"] or clause.negated or clause.passive or clause.reflexive:
        return
    if not fact.certain or clause.copula is not None or clause.tense in {"other", "conditional"}:
        return
    obj = clause.object
    if (
        obj is None
        or obj.start < clause.verb.i
        or not contiguous(obj.tokens)
        or obj.tokens[0].text.lower() in RELATIVES
    ):
        return
    if without_adverbs(ctx.text[clause.verb.end : obj.tokens[0].start].strip()):
        return  # what stands between may be the first half of a list
    if obj.tokens[0].text.lower() in {
        "quelque",
        "quelques",
        "certains",
        "certaines",
        "plusieurs",
        "tout",
        "tous",
        "toute",
    }:
        return
    others = [c for c in clause.after if c is not obj]
    rest = []
    for c in others:
        if c.dep in {"obl:arg", "iobj"} and c.tokens[0].text.lower() in {"à", "aux", "au"} and len(c.tokens) <= 4:
            rest.append(phrase(ctx, c.tokens) or "")
    text = stretch(ctx, obj.tokens[0].start, clause.sid)
    for r in rest:
        text = text.replace(f" {r}", "") if r else text
    if not 3 <= len(text.split()) <= 16 or loose_words(re.sub(r"\b(?:son|sa|ses|leurs?)\b", "", text)):
        return
    if any(f.start == obj.tokens[0].start for f in ctx.figures(clause.sid)):
        return
    rest = [r for r in rest if r]
    question = f"{elide('Que', fact.verb)} {fact.subject} {' '.join([*rest, fact.front])} ?"
    answers = [told(text, fact)]  # the fact in another order would only be said again
    if (noun := settings()["stances"].get(lemma)) and not rest and not fact.whose and agentive(ctx, fact):
        answers.insert(0, f"{le(noun, noun_gender(noun))} {de(fact.subject)} porte sur {text}")
    if lemma in AGAINST and clause.tense == "present" and not rest and agentive(ctx, fact):
        rises = "s’élèvent" if fact.number == "p" else "s’élève"
        answers.insert(0, told(f"{fact.subject} {rises} contre {text}", fact))
    yield Draft("what", question, tuple(answers), 0.6)


def whether(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X sera probablement utilisé en 2016 » → « X sera-t-il utilisé … ? » « Probablement, … »"""
    clause = fact.clause
    scopes = [s for s in ctx.scopes(clause.sid) if s.start <= clause.verb.start < s.end]
    if len(scopes) != 1 or scopes[0].cue.lower() not in {"probablement", "sans doute", "peut-être"} or fact.whose:
        return
    if not fact.gender or clause.tense not in {"future", "present"}:
        return
    text = ctx.text[clause.verb.end : ctx.sentence(clause.sid).end].replace("'", "’").strip(" .")
    if loose_words(text) or re.search(r"[;:,]", text) or len(text.split()) > 14:
        return
    date = next((d for d in ctx.dates(clause.sid) if d.start > clause.verb.start and date_wording(d)), None)
    if date is None:
        return
    wording = date_wording(date)
    rest = text.replace(wording, "").strip()
    question = ask("", fact, [rest], plain=False)
    verb = " ".join(w for w in (fact.finite, scopes[0].cue, fact.after) if w)
    answers = (f"{scopes[0].cue}, {wording}", f"{wording}, {fact.subject} {verb} {rest}")
    yield Draft("whether", question, answers[::-1], 0.75)


def kinds(ctx: Context, sid: int) -> Iterator[Draft]:
    """« A, B et C sont les principales activités » → « Quelles sont les principales activités ? »"""
    text = ctx.sentence(sid).text.replace("'", "’")
    match = re.fullmatch(
        r"(?P<list>(?:Les|La|Le|L’)[^.;:()«]+?) sont les "
        r"(?P<what>(?:principa\w+|premi\w+|plus \w+) [^\W\d_]+(?: [^\W\d_]+)?)\.?",
        text,
    )
    if match is None or ctx.scopes(sid) or ctx.attributions(sid):
        return
    parts = re.split(r",\s*| et (?=le |la |les |l’)", match["list"])
    if len(parts) < 2 or any(loose_words(p) for p in parts):
        return
    which = "Quelles" if re.search(r"(?:ales|ères|ières|elles)\b", match["what"]) else "Quels"
    low = [p[:1].lower() + p[1:] for p in parts]
    yield Draft("kinds", f"{which} sont les {match['what']} ?", (", ".join(low[:-1]) + " et " + low[-1],), 0.7)


FACTS = (when, place, where, what, whether)
SENTENCE_FACTS = (dated_participle, kinds)
