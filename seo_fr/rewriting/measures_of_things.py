"""Figures that describe a thing: what it holds, its sides, its parts, how long it takes, how far it lies."""

from __future__ import annotations

import re

from seo_fr.french import de, le, noun_gender, que
from seo_fr.french.conjugation import past_participle
from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import clause_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import STOPS, bare, definite, told
from seo_fr.rewriting.measures_of_extents import LINKS, PLAIN, the
from seo_fr.rewriting.nominal import action_nouns
from seo_fr.rewriting.places import (
    LEXICON,
    Found,
    Place,
    governor,
    left_phrase,
    lemma_of,
    named,
    previous,
    shared_subject,
    tense_of,
    with_tail,
    words,
)

ABLE = frozenset({"peut", "peuvent", "pourra", "pourront", "pouvait", "pouvaient"})


def holding(ctx: Context, place: Place) -> Found | None:
    """« Le stade peut contenir jusqu’à 12 000 personnes » → « capacité du stade »."""
    verb = previous(ctx, place.first.i)
    can = previous(ctx, verb.i) if verb is not None else None
    if verb is None or can is None or can.text.lower() not in ABLE or not place.counted:
        return None
    if lemma_of(verb) not in words("holding") or place.figure.unit.startswith("%") or place.tail:
        return None
    before = previous(ctx, can.i)
    if before is not None and before.text.lower() in {"ne", "n'", "n’", "y", "en"}:
        return None
    if before is not None and before.text.lower() == "qui":
        noun = previous(ctx, before.i)
        noun = previous(ctx, noun.i) if noun is not None and noun.text == "," else noun
        phrase = left_phrase(ctx, noun) if noun is not None else None
        several = phrase is not None and phrase[0].text.lower() in {"les", "des", "ces"}
        whose = the(ctx, phrase) if phrase is not None and not several else ""
    else:
        clause = clause_of(ctx, can) or clause_of(ctx, verb)
        whose = (named(ctx, clause, lone=True) or "") if clause is not None and not clause.negated else ""
    return Found("capacity", lambda _c, _t: f"capacité {de(whose)}", whole=True) if whose else None


def likely(ctx: Context, place: Place) -> Found | None:
    """« Il y a 99 % de chances que la mesure soit juste » → « chances que la mesure soit juste »."""
    if place.counted not in {"chances", "chance", "risques", "risque"} or "%" not in place.figure.unit:
        return None
    if place.stop is None or place.stop.text.lower() not in {"que", "qu'", "qu’"} or place.tail:
        return None
    rest = [t for t in ctx.tokens(place.stop.sentence) if t.i > place.stop.i]
    end = next((k for k, t in enumerate(rest) if t.text in STOPS), len(rest))
    if end < len(rest) and rest[end].text not in {".", ";"}:
        return None
    text = told(ctx, rest[:end], known=True)
    if not text or any(t.text.lower() in {"ne", "n'", "n’"} for t in rest[:end]):
        return None
    return Found("chance", lambda c, _t: f"{c} {que(text)}", end=rest[end - 1].i + 1)


SPENT = frozenset({"après", "durant", "pendant", "en"})
"""Prepositions of a time that was really spent: « après huit ans de recherches », not « il risque dix ans de »."""


def lasting(ctx: Context, place: Place) -> Found | None:
    """« après huit ans de recherches » → « durée des recherches »; « le naufrage en 14 minutes »."""
    if place.figure.unit not in words("time_units"):
        return None
    if place.counted:
        noun = place.counted.split()[0]
        link = previous(ctx, place.first.i)
        verb = governor(ctx, place)
        spent = any(t is not None and lemma_of(t) in words("spending") for t in (verb, link))
        if noun not in words("lasting") or not (spent or (link is not None and link.text.lower() in SPENT)):
            return None
        plural = noun.endswith("s")
        whole = f"les {place.counted}" if plural else le(place.counted, noun_gender(noun))
        return Found("lasting", lambda _c, _t: f"durée {de(whole)}") if whole else None
    if (spanned := spanning(ctx, place) or under_way(ctx, place)) is not None:
        return spanned
    link = previous(ctx, place.first.i)
    noun_ = previous(ctx, link.i) if link is not None and link.text.lower() == "en" else None
    if noun_ is None or noun_.pos != "NOUN" or place.tail:
        return None
    if noun_.lemma.lower() not in words("lasting") and not action(noun_.lemma.lower()):
        return None
    det = previous(ctx, noun_.i)
    if det is None or det.pos != "DET" or det.text.lower() in {"un", "une", "aucun", "aucune"}:
        return None
    gender = noun_gender(noun_.text.lower(), determiner=det.text.lower(), tagged=noun_.gender)
    name = le(noun_.text, gender)
    return Found("lasting", lambda _c, _t: f"durée {de(name)}") if name else None


def spanning(ctx: Context, place: Place) -> Found | None:
    """« une interruption de travail de huit jours » → « durée de l’interruption de travail »."""
    link = previous(ctx, place.first.i)
    last = previous(ctx, link.i) if link is not None and link.text.lower() in LINKS else None
    phrase = left_phrase(ctx, last) if last is not None and last.pos in {"NOUN", "ADJ"} else None
    if phrase is None or phrase[0].text.lower() not in {"un", "une", "ce", "cet", "cette"}:
        return None
    head = next(t for t in phrase if t.pos in {"NOUN", "PROPN"})
    if head.lemma.lower() not in words("spans") or head.lemma.lower() in words("times"):
        return None
    name = the(ctx, phrase)
    return Found("lasting", lambda _c, _t: f"durée {de(name)}") if name else None


def under_way(ctx: Context, place: Place) -> Found | None:
    """« L’exposition est en tournée depuis deux ans » → « durée de la tournée en cours »."""
    link = previous(ctx, place.first.i)
    noun = previous(ctx, link.i) if link is not None and link.text.lower() == "depuis" else None
    inside = previous(ctx, noun.i) if noun is not None and noun.pos == "NOUN" else None
    verb = previous(ctx, inside.i) if inside is not None and inside.text.lower() == "en" else None
    if noun is None or verb is None or verb.text.lower() not in {"est", "sont"} or place.tail:
        return None
    if noun.lemma.lower() not in words("lasting"):
        return None
    name = le(noun.text, noun_gender(noun.text.lower(), tagged=noun.gender))
    return Found("lasting", lambda _c, _t: f"durée {de(name)} en cours") if name else None


def action(noun: str) -> bool:
    """Whether a noun is one of the nouns of action."""
    return any(row["noun"] == noun for row in action_nouns().values())


def possessed(ctx: Context, place: Place) -> Found | None:
    """« La radio est dotée d’un clavier de 60 touches » → « clavier de la radio »; « avec une carte de 4 Go »."""
    link = previous(ctx, place.first.i)
    free = place.figure.qualifier.startswith("de l")
    last = link if free else previous(ctx, link.i) if link is not None and link.text.lower() in LINKS else None
    if last is None or last.pos not in {"NOUN", "ADJ", "PROPN"} or place.counted or not place.figure.unit:
        return None
    phrase = left_phrase(ctx, last)
    if phrase is None or phrase[0].text.lower() not in {"un", "une", "des"}:
        return None
    before = previous(ctx, phrase[0].i)
    if before is not None and before.text.lower() in {"d'", "d’", "avec"}:
        before = previous(ctx, before.i)
    if before is None or (clause := clause_of(ctx, before)) is None or clause.negated or tense_of(clause) not in PLAIN:
        return None
    lemma = lemma_of(before)
    if lemma not in words("having") or (lemma == "livrer") != (ctx.analysis.tokens[before.i + 1].text == "avec"):
        return None
    label, subject = bare(ctx, phrase), named(ctx, clause, lone=True)
    if not label or not subject or any(t.pos == "PRON" for t in clause.group):
        return None
    if tense_of(clause) == "future" and lemma in {"connaître", "enregistrer"}:
        noun, _, rest = label.partition(" ")
        several = phrase[0].text.lower() == "des"
        done = past_participle(
            "prévoir", gender=noun_gender(noun, tagged=phrase[-1].gender), number="p" if several else "s"
        )
        label = f"{noun} {rest} {done}".replace("  ", " ") if done else ""
    if not label:
        return None
    return Found("having", lambda _c, t: with_tail(f"{label} {de(subject)}", t))


def endowed(ctx: Context, place: Place) -> Found | None:
    """« Le stade a une capacité de 25 000 places » → « capacité du stade »: an amount with its owner as subject."""
    link = previous(ctx, place.first.i)
    last = previous(ctx, link.i) if link is not None and link.text.lower() in LINKS else None
    phrase = left_phrase(ctx, last) if last is not None and last.pos in {"NOUN", "ADJ"} else None
    if phrase is None or phrase[0].text.lower() not in {"un", "une"}:
        return None
    head = next((t for t in phrase if t.pos == "NOUN"), None)
    verb = previous(ctx, phrase[0].i)
    if head is None or verb is None or head.lemma.lower() not in words("amounts"):
        return None
    clause = clause_of(ctx, verb)
    if clause is None or clause.negated or clause.passive or lemma_of(verb) not in words("endowed"):
        return None
    label, subject = bare(ctx, phrase), named(ctx, clause, lone=True)
    if not label or not subject or tense_of(clause) not in {"present", "past", "imperfect"}:
        return None
    return Found("having", lambda _c, t: with_tail(f"{label} {de(subject)}", t), whole=bool(place.counted))


def passing(ctx: Context, place: Place, last: tuple[Place, Found] | None) -> Found | None:
    """« Le taux passera de 19 % à 20 % » → « évolution prévue du taux », the value being both."""
    link = previous(ctx, place.first.i)
    figures = ctx.figures(place.figure.sentence)
    later = next((f for f in figures if f.start > place.figure.start), None)
    verb = previous(ctx, link.i) if link is not None and link.text.lower() in LINKS else None
    if verb is None or later is None or lemma_of(verb) != "passer" or last is not None:
        return None
    if ctx.text[place.figure.end : later.start].strip() != "à":
        return None
    clause = clause_of(ctx, verb)
    if clause is None or clause.negated or clause.before or tense_of(clause) not in PLAIN:
        return None
    subject = named(ctx, clause, lone=True)
    planned = " prévue" if tense_of(clause) == "future" else ""
    value = ctx.text[place.figure.end : later.end]
    when = re.match(r" en (?:[a-zéû]+ )?\d{4}\b", ctx.text[later.end :])
    year = when[0] if when is not None else ""
    return Found("passing", lambda _c, _t: f"évolution{planned} {de(subject)}{year}", suffix=value) if subject else None


def warm(ctx: Context, place: Place) -> Found | None:
    """« Il fera 38 °C à Paris » → « température prévue à Paris »."""
    verb = previous(ctx, place.first.i)
    if verb is None or lemma_of(verb) != "faire" or not place.tail or place.counted:
        return None
    if place.figure.unit.split(" ")[0] not in load_toml(LEXICON)["units"]["température"]:
        return None
    before = previous(ctx, verb.i)
    ahead = before is not None and before.text.lower() in {"devrait", "doit", "va", "pourrait"}
    opener = previous(ctx, before.i) if ahead and before is not None else before
    if opener is None or opener.text.lower() != "il":
        return None
    planned = ahead or verb.text.lower() == "fera"
    if ahead and before is not None and before.text.lower() == "pourrait":
        return None
    return Found("warm", lambda _c, t: with_tail(f"température{' prévue' if planned else ''}", t))


def taken_up(ctx: Context, place: Place, last: tuple[Place, Found] | None) -> Found | None:
    """« Elle transporte 521 kg de matériel et doit en ramener 660 kg » → « matériel que la sonde doit ramener »."""
    verb = previous(ctx, place.first.i)
    pronoun = previous(ctx, verb.i) if verb is not None else None
    if verb is None or pronoun is None or pronoun.text.lower() != "en" or place.counted or last is None:
        return None
    before, _ = last
    if before.figure.unit != place.figure.unit or not before.counted or verb.pos != "VERB":
        return None
    if verb.morph.get("VerbForm") != "Inf":
        return None
    modal = previous(ctx, pronoun.i)
    if modal is None or modal.text.lower() not in {"doit", "devra", "va", "peut", "pourra", "doivent", "vont"}:
        return None
    subject = shared_subject(ctx, verb, lone=True) or shared_subject(ctx, modal, lone=True)
    if subject is None:
        return None
    return Found("taken_up", lambda _c, t: with_tail(f"{before.counted} {que(subject)} {modal.text} {verb.text}", t))


def based(ctx: Context, place: Place) -> Found | None:
    """« Le rapport se base sur 200 témoignages » → « témoignages sur lesquels le rapport se base »."""
    link = previous(ctx, place.first.i)
    if link is None or not place.counted or place.figure.unit.startswith("%"):
        return None
    verb = previous(ctx, link.i)
    near = verb is not None and verb.text.lower() == "auprès" and link.text.lower() in LINKS
    verb = previous(ctx, verb.i) if near and verb is not None else verb
    if verb is None or (clause := clause_of(ctx, verb)) is None:
        return None
    if not near and (link.text.lower() != "sur" or lemma_of(verb) not in words("resting")):
        return None
    noun = place.counted.split()[0]
    gender = noun_gender(noun) or noun_gender(re.sub(r"[sx]$", "", noun))
    subject = named(ctx, clause, lone=True)
    if not gender or not subject or clause.negated or tense_of(clause) not in PLAIN or not noun.endswith(("s", "x")):
        return None
    which = "lesquelles" if gender == "f" else "lesquels"
    how = f"auprès des{which[3:]}" if near else f"sur {which}"
    group = ctx.span(clause.group)
    return Found("based", lambda c, t: f"{with_tail(c, t)} {how} {subject} {group}", own=True)


def shared_out(ctx: Context, place: Place) -> Found | None:
    """« 27 centres : 10 à Damas, 4 à Homs » → « centres à Damas »: the parts that a colon announces, place by place."""
    if place.counted or place.figure.unit or not place.figure.number[:1].isdigit() or not place.tail:
        return None
    before = previous(ctx, place.first.i)
    if before is None or before.text.lower() not in {":", ",", "et"}:
        return None
    if place.tail[0].text.lower() not in {"à", "en", "au", "aux", "dans"} or len(place.tail) > 4:
        return None
    if not any(t.text[:1].isupper() for t in place.tail):
        return None
    wholes = [f for f in ctx.figures(place.figure.sentence) if f.counted and f.end <= place.figure.start]
    between = ctx.text[wholes[-1].end : place.figure.start] if wholes else ""
    if not wholes or not re.match(r"\s?: \d", ctx.text[wholes[-1].end : wholes[-1].end + 5]) or ";" in between:
        return None
    counted = wholes[-1].counted
    return Found("part", lambda _c, t: f"{counted[:1].lower() + counted[1:]} {t}")


def peopled(ctx: Context, place: Place) -> Found | None:
    """« En 2009, on y dénombrait 5 126 habitants » → « habitants en 2009 »: a count of people in a year."""
    if place.counted.split(" ")[0] != "habitants" or place.figure.unit:
        return None
    sid = place.figure.sentence
    years = [d for d in ctx.dates(sid) if d.absolute and re.fullmatch(r"\d{4}", d.iso) and d.end <= place.figure.start]
    if len({d.iso for d in years}) != 1 or len(ctx.dates(sid)) > len(years) + 1:
        return None
    verb = governor(ctx, place)
    before = previous(ctx, place.first.i)
    with_count = before is not None and before.text.lower() == "avec"
    counted = before is not None and lemma_of(before) in {"dénombrer", "recenser", "compter"}
    clause = clause_of(ctx, verb) if verb is not None else None
    if not (with_count or counted) or (clause is not None and clause.negated):
        return None
    if any(ctx.analysis.entities[m.entity].label == "LOC" for m in ctx.mentions(sid)):
        return None
    return Found("peopled", lambda c, _t: f"nombre {de(c)} en {years[0].iso}")


def listed(ctx: Context, place: Place) -> Found | None:
    """« ce rapport de 81 pages » → « pages du rapport »; « une liste de 300 clients » → « clients de la liste »."""
    link = previous(ctx, place.first.i)
    if link is None or link.text.lower() not in LINKS or not place.counted or place.figure.unit.startswith("%"):
        return None
    last = previous(ctx, link.i)
    if last is None or place.tail or not place.figure.number[:1].isdigit():
        return None
    if last.text in {"»", "”"}:
        return quoted_whole(ctx, place, last)
    phrase = left_phrase(ctx, last) if last.pos in {"NOUN", "ADJ", "PROPN"} else None
    if phrase is None or phrase[0].pos != "DET":
        return None
    head = next(t for t in phrase if t.pos in {"NOUN", "PROPN"})
    kind = place.counted.split(" ", maxsplit=1)[0]
    whole = head.lemma.lower()
    if action(whole) or not (whole in words("wholes") or (kind in words("composing") and definite(ctx, phrase[0]))):
        return None
    name = the(ctx, phrase)
    return Found("composed", lambda c, _t: f"{c} {de(name)}") if name else None


def quoted_whole(ctx: Context, place: Place, last: Token) -> Found | None:
    """« choisir un « Conseil national » de 200 membres » → « membres du « Conseil national » »."""
    if place.counted.split(" ", maxsplit=1)[0] not in words("composing"):
        return None
    tokens = ctx.tokens(last.sentence)
    opening = next((t for t in reversed(tokens) if t.i < last.i and t.text in {"«", "“"}), None)
    det = previous(ctx, opening.i) if opening is not None else None
    if opening is None or det is None or det.text.lower() not in {"un", "une", "le", "la"} or last.i - opening.i > 8:
        return None
    article = "la" if det.text.lower() in {"une", "la"} else "le"
    name = f"{article} {ctx.text[opening.start : last.end]}"
    return Found("composed", lambda c, _t: f"{c} {de(name)}")
