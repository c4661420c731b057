"""Figures by the verb that they depend on: « le coût s’élève à », « le BEA a émis 41 recommandations »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.french import de, noun_gender, que
from seo_fr.french.conjugation import conjugate, past_participle, present_participle
from seo_fr.model import Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import Clause, Complement, clause_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import STOPS, pointing, spaced, tail, told
from seo_fr.rewriting.keypoint import future_in_past
from seo_fr.rewriting.measures_of_subjects import unit_noun
from seo_fr.rewriting.nominal import action_nouns
from seo_fr.rewriting.places import (
    Found,
    Frame,
    Place,
    agreed,
    familiar,
    joint,
    lemma_of,
    named,
    previous,
    shared_subject,
    tense_of,
    words,
)
from seo_fr.rewriting.speakers import speaker_name

PASSIVES = (["sont"], ["étaient"], ["ont", "été"], ["avaient", "été"])
FEW = 10
"""« Les deux projets » under this are known to the reader: their number tells nothing."""
PERIODS = frozenset({"année", "jour", "mois", "an", "semaine", "saison", "été", "hiver"})


def as_agent(ctx: Context, place: Place) -> Found | None:
    """« L’incendie a été maîtrisé par plus de 80 pompiers » → « pompiers qui ont maîtrisé l’incendie »."""
    link = previous(ctx, place.first.i)
    if link is None or link.text.lower() != "par" or not place.counted or place.counted.split()[0].endswith("e"):
        return None
    verb = previous(ctx, link.i)
    if verb is None or verb.morph.get("VerbForm") != "Part" or (clause := clause_of(ctx, verb)) is None:
        return None
    if place.counted.split()[0] in words("ballots"):
        return None
    subject = named(ctx, clause, lone=True)
    done = past_participle(lemma_of(verb), gender="m", number="s")
    if done is None and verb.text.endswith("é"):
        done = verb.text
    if not clause.passive or clause.negated or tense_of(clause) != "past" or not subject or not done or clause.before:
        return None
    if not place.counted.split()[0].endswith(("s", "x")):
        return None
    return Found("agent", lambda c, t: f"{c} qui ont {done} {subject}{' ' + t if t else ''}")


def as_object(ctx: Context, place: Place) -> Found | None:
    """« Le BEA avait émis 41 recommandations », « PSA va supprimer 8 000 postes », « X détiendrait 300 puces »."""
    verb = ctx.head(place.head)
    if place.head.dep != "obj" and (near := nearest_verb(ctx, place)) is not None:
        verb = near
    elif place.head.dep != "obj":
        return None
    if verb.pos != "VERB" or verb.i > place.first.i or lemma_of(verb) in words("states"):
        return None
    if any(c.dep.startswith("expl") for c in ctx.children(verb)):
        return None  # « il existe cinq symboles »
    between = ctx.analysis.tokens[verb.i + 1 : place.first.i]
    inner = told(ctx, between) if any(t.pos != "ADV" for t in between) else ""
    if inner is None or any(t.text in STOPS for t in between) or any(t.dep == "case" for t in between[-1:]):
        return None
    if any(t.text.lower() in {"que", "qu'", "qu’"} for t in between):
        return None  # « révèle que 80 % des critères sont remplis »
    counted = place.counted or unit_noun(place.figure)
    if "%" in place.figure.unit and place.counted:
        counted = f"part {joint(ctx, place)}{place.counted}"
    if not counted:
        return None
    if verb.morph.get("VerbForm") == "Inf":
        return chained(ctx, verb, counted, inner)
    clause = clause_of(ctx, verb)
    if clause is None:
        return relative(ctx, verb, counted) or joined(ctx, place, verb, counted)
    if clause.negated or clause.passive or any(t.pos == "PRON" for t in clause.group):
        return None
    opened = [c for c in clause.before if c.dep != "advmod" and not idle(ctx, c.tokens)]
    fronts = [told(ctx, c.tokens) for c in opened if c.tokens[0].morph.get("VerbForm") != "Part"]
    if any(f is None for f in fronts) or len(fronts) > 1:
        return None
    front = fronts[0] if fronts and fronts[0] else ""
    front = "" if re.match(r"(?:selon|d['’]après)\b", front.lower()) else front  # whose word it is is told apart
    when = re.sub(r"^a ", "à ", front[:1].lower() + front[1:]) if front and len(front.split()) < 6 else ""
    subject = named(ctx, clause) or familiar(ctx, clause)
    if tense_of(clause) in {"present", "past", "imperfect", "pluperfect"}:
        if counted.startswith("part "):
            return None
        done = object_participle(ctx, verb, place, counted)
        if not done:
            return None
        by = f"par {subject}" if subject else ""
        if not by and not (place.tail or inner or when or lemma_of(verb) in words("carrying")):
            return None

        def frame(c: str, t: str) -> str:
            return " ".join(p for p in (c or counted, done, inner, by, t, when) if p)

        return Found("object", frame, own=bool(subject), counted=counted)
    if subject is None or tense_of(clause) not in {"future", "conditional"}:
        return None
    group = ctx.span(clause.group)
    if tense_of(clause) == "conditional":
        said = next((a for a in ctx.attributions(clause.sid) if a.start <= place.figure.start < a.end), None)
        group = future_in_past(ctx, clause, said) if said is not None else ""
        if not group:
            return None
    link = que(f"{subject} {group}")

    def future(c: str, t: str) -> str:
        return " ".join(p for p in (c or counted, link, inner, t, when) if p)

    return Found("object.relative", future, own=True, counted=counted)


def restricted(ctx: Context, verb: Token) -> tuple[Token, ...] | None:
    """« (ne disposent) plus que »: the words of a restriction after its verb; None for a plain denial."""
    after = ctx.analysis.tokens[verb.i + 1 : verb.i + 3]
    if len(after) == 2 and after[0].text.lower() == "plus" and after[1].text.lower() in {"que", "qu'", "qu’"}:
        return tuple(after)
    return tuple(after[:1]) if after and after[0].text.lower() in {"que", "qu'", "qu’"} else None


def dated_front(ctx: Context, front: Sequence[Token], opener: Token | None) -> str:
    """« En 2011, » before a subject: « en 2011 »; "" for any other opening."""
    if not front or opener is None or opener.text != "," or len(front) > 6:
        return ""
    tokens = ctx.analysis.tokens[front[0].i : opener.i]
    first, last = tokens[0], tokens[-1]
    date = next((d for d in ctx.dates(first.sentence) if d.end == last.end and first.start <= d.start), None)
    if date is None or not date.absolute or ctx.text[first.start : date.start].strip().lower() not in DATING:
        return ""
    text = told(ctx, tokens)
    return text[:1].lower() + text[1:] if text else ""


DATING = frozenset({"en", "au", "depuis", "dès", "à la", "à l'", "à l’", "fin", "à la fin de", ""})


def joined(ctx: Context, place: Place, verb: Token, counted: str) -> Found | None:
    """« L’exposition tourne et a attiré un million de visiteurs » → « visiteurs attirés par l’exposition »."""
    aux = previous(ctx, verb.i)
    while (
        aux is not None
        and aux.pos == "ADV"
        and aux.text.lower() in load_toml("rewriting/keypoint.toml")["droppable_adverbs"]
    ):
        aux = previous(ctx, aux.i)
    if aux is None or not place.counted or previous(ctx, place.first.i) != verb:
        return None
    finite = verb.morph.get("VerbForm") == "Fin" and verb.morph.get("Tense") in {"Pres", "Imp"}
    link = aux if finite else previous(ctx, aux.i) if aux.text.lower() in {"a", "ont"} else None
    if link is None or link.text.lower() not in {"et", ","}:
        return None
    subject = shared_subject(ctx, verb, lone=True)
    done = object_participle(ctx, verb, place, counted)
    if not subject or not done:
        return None
    return Found("object", lambda c, t: " ".join(p for p in (c or counted, done, f"par {subject}", t) if p), own=True)


def nearest_verb(ctx: Context, place: Place) -> Token | None:
    """A transitive verb right before the figure, or with « chaque année » between, that has no other object."""
    current = previous(ctx, place.first.i)
    if current is not None and current.text.lower() in PERIODS:
        each = previous(ctx, current.i)
        current = previous(ctx, each.i) if each is not None and each.text.lower() in {"chaque", "par"} else None
    if current is None or current.pos != "VERB" or current.morph.get("VerbForm") not in {"Fin", "Part"}:
        return None
    inside = {t.i for t in place.tokens}
    other = any(
        c.dep == "obj" and c.i not in inside and c.i > current.i and c.text.lower() not in PERIODS
        for c in ctx.children(current)
    )
    transitive = action_nouns().get(lemma_of(current), {}).get("bears") == "object" or place.head.dep == "obj"
    attracts = current.lemma.lower() in {"attirer", "accueillir", "recevoir", "employer", "toucher"}
    return current if not other and (transitive or attracts) else None


def idle(ctx: Context, tokens: Sequence[Token]) -> bool:
    """Whether an opening only places the sentence in the flow: « à cette occasion »."""
    low = ctx.text[tokens[0].start : tokens[-1].end].lower().strip(" ,")
    return any(low.startswith(opening) for opening in load_toml("rewriting/keypoint.toml")["droppable_fronts"])


def object_participle(ctx: Context, verb: Token, place: Place, counted: str) -> str:
    """The participle as it agrees with what is counted."""
    if not place.counted:
        return past_participle(lemma_of(verb), gender=noun_gender(counted), number="s") or ""
    at = ctx.text.index(place.figure.counted, place.figure.start)
    group = [t for t in place.tokens if t.start >= at]
    noun = next((t for t in group if t.pos in {"NOUN", "PROPN"}), None)
    if noun is None:
        return ""
    several = (place.figure.value or 0) >= 2
    number: Number = noun.number or ("p" if several else "s")
    apart = not place.figure.unit or place.figure.unit.startswith(("million", "milliard"))
    if several and apart and noun.text.lower().endswith(("s", "x", "z")):
        number = "p"  # « 812 voix », which the parser took for one
    if place.figure.unit and not place.figure.unit.startswith(("million", "milliard")):
        number = "p" if noun.text.lower().endswith(("s", "x")) and noun.number == "p" else "s"
    return agreed(ctx, verb, noun, number)


def chained(ctx: Context, verb: Token, counted: str, inner: str) -> Found | None:
    """« prévoit de supprimer », « a été condamnée à verser », « va créer »: the whole chain, after « que »."""
    top = verb
    for _ in range(3):
        top = ctx.head(top)
        if top.morph.get("VerbForm") != "Inf":
            break
    clause = clause_of(ctx, top)
    if clause is None or clause.negated or top.i > verb.i:
        return None
    if any(not datelike(ctx, c) for c in clause.before):
        return None
    subject = named(ctx, clause) or familiar(ctx, clause)
    if subject is None and (own := own_duty(ctx, clause, verb)):
        return Found(
            "chain", lambda c, t: " ".join(p for p in (c or counted, own, inner, t) if p), own=True, counted=counted
        )
    if not subject or any(t.pos == "PRON" and t.i < clause.verb.i and not clause.reflexive for t in clause.group):
        return None
    droppable = load_toml("rewriting/keypoint.toml")["droppable_adverbs"]
    every = ctx.analysis.tokens[clause.group[0].i : verb.i + 1]
    if len(every) > 9 or any(t.text in STOPS or t.text[:1].isdigit() for t in every):
        return None
    text = ""
    kept = [t for t in every if t.text.lower() not in droppable]
    for before, token in zip([None, *kept], kept, strict=False):
        text += (
            " " if before is not None and (before.end < token.start or before.i + 1 < token.i) else ""
        ) + token.text
    link = que(f"{subject} {text}")

    def frame(c: str, t: str) -> str:
        return " ".join(p for p in (c or counted, link, inner, t) if p)

    return Found("chain", frame, own=True, counted=counted)


def datelike(ctx: Context, complement: Complement) -> bool:
    """Whether an opening only dates the clause: what is planned stays planned without it."""
    first, last = complement.tokens[0], complement.tokens[-1]
    days = [d for d in ctx.dates(first.sentence) if d.start < last.end and first.start < d.end]
    left = [t for t in complement.tokens if not any(d.start <= t.start < d.end for d in days)]
    return bool(days) and all(
        t.pos in {"ADP", "DET", "PUNCT", "CCONJ", "ADV"} or t.text.lower() in MOMENTS for t in left
    )


MOMENTS = frozenset({"matin", "soir", "midi", "matinée", "soirée", "nuit"})


def speaker_of(ctx: Context, clause: Clause) -> str:
    """« Le gouvernement annonce qu’il devra trouver »: whom « il » takes up, when gender and number agree; else ""."""
    low = clause.subject[0].text.lower()
    said = next(
        (a for a in ctx.attributions(clause.sid) if a.kind == "que" and a.start <= clause.subject[0].start), None
    )
    if said is None or low not in {"il", "elle"} or clause.subject[0].dep.startswith("expl"):
        return ""
    name = speaker_name(ctx, said)
    shown = {"le": "m", "la": "f"}.get(name.split(" ", maxsplit=1)[0].lower(), "")
    gender = shown or (ctx.analysis.entities[said.entity].gender if said.entity >= 0 else "")
    return name if gender == {"il": "m", "elle": "f"}[low] else ""


def own_duty(ctx: Context, clause: Clause, verb: Token) -> str:
    """« Le gouvernement annonce qu’il devra trouver » → « que le gouvernement annonce devoir trouver »; else ""."""
    said = next((a for a in ctx.attributions(clause.sid) if a.start <= clause.subject[0].start < a.end), None)
    if lemma_of(clause.finite) != "devoir" or said is None or not (name := speaker_of(ctx, clause)):
        return ""
    form = conjugate(said.verb, "present")
    if form is None or verb.i > clause.finite.i + 2:
        return ""
    return que(f"{name} {form} devoir {ctx.text[ctx.analysis.tokens[clause.finite.i + 1].start : verb.end]}")


def relative(ctx: Context, verb: Token, counted: str) -> Found | None:
    """« une surtaxe qui rapporterait 2,3 milliards » → « montant que rapporterait une surtaxe »."""
    pronoun = next((c for c in ctx.children(verb) if c.text.lower() == "qui" and c.i == verb.i - 1), None)
    if pronoun is None or (noun := previous(ctx, pronoun.i)) is None:
        return None
    every = ctx.analysis.tokens
    start = noun.i
    while start > 0 and every[start - 1].sentence == noun.sentence and every[start - 1].text not in STOPS:
        if every[start - 1].pos in {"PRON", "AUX", "SCONJ", "CCONJ"} or every[start - 1].morph.get("VerbForm") == "Fin":
            break
        start -= 1
        if every[start].text.lower() in {"un", "une"}:
            break
    phrase = every[start : noun.i + 1]
    if not phrase or phrase[0].text.lower() not in {"un", "une"} or verb.morph.get("VerbForm") != "Fin":
        return None
    who = told(ctx, phrase)
    if not who:
        return None
    return Found("relative", lambda c, t: spaced(f"{c or counted} {que(verb.text)} {who} {t}"), counted=counted)


def as_subject(ctx: Context, place: Place) -> Found | None:
    """« 53 % des impôts porteront sur les ménages », « 25 millions d’utilisateurs utilisent Ubuntu »."""
    if not place.counted or place.head.dep not in {"nsubj", "nsubj:pass"}:
        return None
    verb = ctx.head(place.head)
    if verb.i < place.first.i or (place.stop is not None and place.stop.i > verb.i):
        return None
    own = told(ctx, place.tail)
    if own is None or re.match(r"sur \d", own):
        return None  # « 1 participant sur 4 »
    before = previous(ctx, place.first.i)
    if before is not None and before.text.lower() == "les" and (place.figure.value or 0) < FEW:
        return None
    group = list(ctx.analysis.tokens[place.tail[-1].i + 1 if place.tail else place.after : verb.i + 1])
    if group and group[0].text.lower() in {"qui", "que", "dont"}:
        return None
    only = restricted(ctx, verb) if any(t.text.lower() in {"ne", "n'", "n’"} for t in group) else ()
    if not group or any(t.text in STOPS for t in group) or only is None:
        return None
    if not any(t.morph.get("VerbForm") == "Fin" for t in group):
        return None
    modal = lemma_of(verb) in {"pouvoir", "devoir"}
    nxt = ctx.analysis.tokens[verb.i + 1]
    if modal and nxt.morph.get("VerbForm") == "Inf":
        verb = nxt
        group.append(nxt)
    elif modal or verb.morph.get("Mood") == "Cnd":
        return None
    following, stop = tail(ctx, verb.i + 1)
    if only:
        following, stop = (*only, *tail(ctx, only[-1].i + 1)[0]), None
    contrast = ""
    if stop is not None and stop.text == ",":
        match = re.match(r", (contre \d[^,.;]*)", ctx.text[stop.start :])
        contrast = f", {match[1].rstrip()}" if match else ""
    theirs = any(t.text.lower() in {"leur", "leurs"} for t in following)  # of those counted, who stand in the label
    after = told(ctx, following, own=theirs, known=True)
    if after is None:  # « blessées dans cet accident »: what happened is told, not where
        first = next((p.i for p in following if pointing(ctx, p)), None)
        opening = {t.pos for t in following if first is not None and t.i < first}
        after = "" if first is not None and opening <= {"ADP", "DET"} else None
    done_early = [t for t in group if t.pos != "ADV"]
    passive = verb.morph.get("VerbForm") == "Part" and [t.text.lower() for t in done_early[:-1]] in PASSIVES
    done_by = {t.text.lower() for t in group} & {"été", "seront"}
    undergone = passive or (verb.morph.get("VerbForm") == "Part" and bool(done_by))
    died = own and verb.morph.get("VerbForm") == "Part" and group[0].text.lower() in {"sont", "étaient"}
    if after is None or not (after or contrast or undergone or died) or any(t.text[:1].isdigit() for t in group):
        return None
    said_from = min((a.start for a in ctx.attributions(verb.sentence) if a.start <= place.figure.start), default=0)
    front = [
        t
        for t in ctx.tokens(verb.sentence)
        if said_from <= t.start and t.i < place.first.i and t.pos not in {"PUNCT", "DET", "ADV"}
    ]
    opener = previous(ctx, place.first.i)
    dated = dated_front(ctx, front, opener)
    if dated:
        front, after = [], f"{after}, {dated}" if re.match("depuis|dès|jusqu", dated) else f"{after} {dated}".strip()
    if front and opener is not None and opener.text.lower() not in {":", ";", "car"}:
        return None
    noun = place.counted.split()[0]
    what = f"{place.counted} {own}".strip()
    if "%" in place.figure.unit:
        what = f"part {joint(ctx, place)}{what}"
    obj = next((c for c in ctx.children(verb) if c.dep == "obj"), None)
    if noun[:6] == verb.lemma.lower()[:6] and obj is not None:
        span = [t for t in following if t.i >= obj.i]
        return Found("subject.agent", lambda c, _t: f"{c} {de(told(ctx, span) or '')}", counted=place.counted)
    droppable = load_toml("rewriting/keypoint.toml")["droppable_adverbs"]
    group = [t for t in group if t.text.lower() not in droppable]
    said = re.sub(r" {2,}", " ", " ".join(t.text for t in group)).replace("’ ", "’").replace("' ", "'")
    parts = [t.text for t in group]
    done = passive and not only
    if done:
        said, parts = "", [*(t.text for t in group if t.pos == "ADV"), verb.text]
        if own and "%" not in place.figure.unit:  # « personnes au sol | tuées » → « personnes tuées au sol »
            what, after = place.counted, f"{own} {after}".strip()
    link = f"qui {said}" if said else " ".join(parts)
    bearing = present_participle(lemma_of(verb)) if said and len(group) == 1 else None
    shorter: tuple[Frame, ...] = ()

    def tailed(t: str) -> str:
        return t if t and t != own else after

    if bearing:
        shorter = (lambda c, t: f"{c} {bearing} {tailed(t)}{contrast}",)
    return Found(
        "subject",
        lambda c, t: spaced(f"{c} {link} {tailed(t)}{contrast}"),
        counted=what,
        shorter=shorter,
        end=following[-1].i + 1 if following and not contrast else 0,
    )
