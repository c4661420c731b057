"""Questions on what somebody plans, refuses or pays, answered by an infinitive, a denial or a sum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import capitalize_first, conjugate, de, elide, invert, noun_gender
from seo_fr.model import Figure
from seo_fr.rewriting.asking import Fact, ask
from seo_fr.rewriting.clauses import Clause, attribution_of, clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint import incise
from seo_fr.rewriting.naming import gender, named_subject
from seo_fr.rewriting.nominal import action_nouns
from seo_fr.rewriting.predicates import plural
from seo_fr.rewriting.question_figures import retold
from seo_fr.rewriting.questions import Draft, settings
from seo_fr.rewriting.stretches import loose_words, stretch, told

PLANNED_RE = re.compile(r"\s+(?:également |aussi |encore )?(?P<inf>(?:de |d[’']|à )?[^\W\d_]+(?:er|ir|re|oir))\s+$")
MODALS = ("vouloir", "devoir", "pouvoir", "aller", "compter", "espérer", "souhaiter")
MONEY = ("euro", "dollar", "franc", "€", "$", "F", "livre", "yen")


def figure_of_plan(ctx: Context, fact: Fact) -> tuple[Figure, str] | None:
    """The figure that an infinitive governs, right after the verb, and that infinitive."""
    start = fact.clause.verb.end
    figure = next((f for f in ctx.figures(fact.sid) if f.start > start and f.value is not None), None)
    if figure is None:
        return None
    match = PLANNED_RE.match(ctx.text[start : figure.start])
    return (figure, match["inf"].replace("'", "’")) if match else None


def planned_count(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X prévoit de supprimer 1 600 emplois à Rennes » → « Combien d’emplois X prévoit-il de supprimer à Rennes ? »"""
    found = figure_of_plan(ctx, fact)
    clause = fact.clause
    if found is None or not fact.certain or clause.negated or clause.copula is not None or clause.tense == "other":
        return
    figure, infinitive = found
    if clause.verb.lemma.lower() not in {*settings()["plans"], *MODALS, "condamner", "obliger"}:
        return
    tail = stretch(ctx, figure.end, fact.sid)
    if loose_words(re.sub(r"\b(?:son|sa|ses)\b", "", tail)):
        return
    if any(word in figure.unit for word in MONEY):
        yield from sum_due(fact, figure, infinitive, tail)
        return
    if not figure.counted or figure.unit:
        return
    if tail and not re.match(r"(?:à|en|dans|au|aux|d’ici|sur) ", tail):
        return
    near = clause.tense == "near_future"
    future = conjugate(infinitive, "future", number=fact.number) if near else None
    if near and future is None:
        return
    place = re.split(r",? et \d|, \d", tail)[0]
    if "," in place:
        return  # « à Laval, à Lille et à Metz » is not cut
    word = f"Combien {de(figure.counted)}"
    if future is not None:
        inverted = invert(future, gender=fact.gender, number=fact.number)
        question = (
            f"{word} {fact.subject} {inverted} {place} ?" if inverted else f"{word} {future} {fact.subject} {place} ?"
        )
    else:
        question = ask(word, fact, [infinitive, place, fact.front], plain=False)
    answers = retold(ctx, fact, figure.number)
    yield Draft("count", question, (*answers, told(figure.text, fact)), 0.8)


def sum_due(fact: Fact, figure: Figure, infinitive: str, tail: str) -> Iterator[Draft]:
    """« X a été condamné à verser un million à Y pour Z » → « Quelle somme X a-t-il été condamné à verser ? »"""
    bare = re.sub(r"^(?:de |d’|à )", "", infinitive)
    if bare not in settings()["payments"] or not fact.gender:
        return
    why = re.search(r"\bpour ((?!\d)[^,;]+)$", tail)
    answers = [
        told(f"La somme est {de(x)}, pour {why[1]}", fact) for x in (figure.text[:1].lower() + figure.text[1:],) if why
    ]
    answers.append(told(f"La somme est {de(figure.text[:1].lower() + figure.text[1:])}", fact))
    yield Draft(
        "sum",
        ask("Quelle somme", fact, [infinitive, fact.front], plain=False),
        (*answers, told(figure.text, fact)),
        0.8,
    )


def planned(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X prévoit de supprimer Y » → « Que prévoit X ? » « La suppression de Y. »"""
    clause = fact.clause
    if clause.verb.lemma.lower() not in settings()["plans"] or not fact.certain or clause.negated or clause.passive:
        return
    text = stretch(ctx, clause.verb.end, clause.sid)
    match = re.match(
        r"(?:en outre |également |aussi )?(?:de |d’)(?P<inf>[^\W\d_]+(?:er|ir|re|oir)) (?P<what>.+)$", text
    )
    if (
        match is None
        or loose_words(re.sub(r"\b(?:son|sa|ses)\b", "", match["what"]))
        or len(match["what"].split()) > 16
    ):
        return
    row = action_nouns().get(match["inf"])
    if row is None or row.get("bears") != "object" or not re.match(r"(?:les?|la|l’|une?|des|\d)", match["what"]):
        return
    article = "la" if row.get("gender") == "f" else "le"
    noun = elide(article, str(row["noun"]))
    what = de(match["what"]) if row.get("preposition", "de") == "de" else f"à {match['what']}"
    what = what if row.get("preposition", "de") == "de" or not re.match(r"à les? ", what) else ""
    if not what:
        return
    yield Draft(
        "what",
        f"{elide('Que', fact.verb)} {fact.subject} {fact.front} ?",
        (told(capitalize_first(f"{noun} {what}"), fact),),
        0.75,
    )


def refused(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X a déclaré que Y n’acceptait pas Z en l’état » → « Y accepte-t-il Z ? » « Non, pas en l’état, … »"""
    for clause in clauses(ctx, sid):
        attribution = attribution_of(ctx, clause)
        if attribution is None or attribution.kind != "que" or not clause.negated or clause.copula is not None:
            continue
        if any(q.start <= clause.verb.start < q.end for q in ctx.quotations(sid)):
            continue
        words = {t.text.lower() for t in ctx.tokens(sid) if clause.finite.i < t.i <= clause.verb.i + 1}
        if "pas" not in words or clause.passive or clause.reflexive or clause.modal or len(clause.group) > 3:
            continue
        yield from denial(ctx, clause, incise(ctx, clause, attribution))


def denial(ctx: Context, clause: Clause, said: str) -> Iterator[Draft]:
    """The question to which a reported denial answers no."""
    subject = named_subject(ctx, clause)
    lemma = clause.verb.lemma.lower()
    now = conjugate(lemma, "present", number="p" if plural(clause) else "s")
    if subject is None or now is None or not said or clause.tense not in {"imperfect", "present"}:
        return
    if clause.tense == "present" and clause.finite.text.lower() != now:
        return
    start = clause.verb.end
    pas = re.match(r"\s*pas\b", ctx.text[start:])
    text = stretch(ctx, start + (pas.end() if pas else 0), clause.sid)
    match = re.match(
        r"(?P<what>(?:le|la|les|l’)\s?[^\W\d_]+(?: [^\W\d_]+)?) (?P<how>(?:en|sans|avant|pour|à) .+)$", text
    )
    inverted = invert(now, gender=gender(ctx, clause, subject), number="p" if plural(clause) else "s")
    if match is None or inverted is None or loose_words(text) or len(text.split()) > 12:
        return
    role = next(
        (
            f", {r.article.lower()}{'' if r.article.endswith(('’', chr(39))) else ' '}{r.text}"
            for r in ctx.analysis.roles
            if said.endswith(ctx.analysis.entities[r.entity].name) and r.article and len(r.text.split()) <= 6
        ),
        "",
    )
    yield Draft(
        "whether",
        f"{subject} {inverted} {match['what']} ?",
        (f"Non, pas {match['how']}, {said}{role}", f"Non, pas {match['how']}, {said}"),
        0.85,
    )


AIM_RE = re.compile(
    r"^(?P<s>(?P<one>L’une? des |L[ea] |L’)(?P<n>[^\W\d_]+?)s?(?P<mid> [^,;:.()]*?)?"
    r"(?P<of> (?:de |du |des |d’)[^,;:.()]+?)(?P<when> en \d{4})?) "
    r"(?P<v>est|sera|était)(?: aussi| également| notamment| donc)? "
    r"(?:de |d’)(?P<inf>[^\W\d_]+(?:er|ir|re|oir)\b[^;:()]*?)\.?$"
)


def aim_noun(ctx: Context, sid: int) -> Iterator[Draft]:
    """« La mission de X est de … » → « Quelle est la mission de X ? » « X a pour mission de … »"""
    text = ctx.sentence(sid).text.replace("'", "’").strip()
    match = AIM_RE.match(text)
    if match is None or ctx.attributions(sid) or ctx.quotations(sid) or any(s.kind != "modal" for s in ctx.scopes(sid)):
        return
    noun = next((w for w in settings()["aims"] if match["n"].lower() in {w, w + "s"}), "")
    infinitive = match["inf"].strip()
    if (
        not noun
        or loose_words(re.sub(r"\b(?:son|sa|ses|leurs?)\b", "", infinitive))
        or len(infinitive.split()) > 20
        or match["mid"]
    ):
        return
    owner = match["of"].strip()
    owner = re.sub(r"^des ", "les ", re.sub(r"^du ", "le ", re.sub(r"^(?:de |d’)", "", owner)))
    if loose_words(owner) or re.search(r"\b(?:qui|que|et|dont)\b", owner) or len(owner.split()) > 7:
        return
    feminine = noun in {"mission", "idée", "ambition", "priorité", "fonction", "vocation", "étape"}
    subject = match["s"][:1].lower() + match["s"][1:]
    which = "Quelle" if feminine else "Quel"
    several = owner.startswith("les ")
    have = {"est": ("ont", "a"), "sera": ("auront", "aura"), "était": ("avaient", "avait")}[match["v"]][
        0 if several else 1
    ]
    when = f"{match['when'].strip()}, " if match["when"] else ""
    one = f"l’un{'e' if feminine else ''} des {noun}s" if match["one"].startswith("L’un") else noun
    frames = [f"{when}{owner} {have} pour {one} {elide('de', infinitive)}"] if one == noun else []
    will = {"est": ("veulent", "veut"), "sera": ("voudront", "voudra"), "était": ("voulaient", "voulait")}[match["v"]][
        0 if several else 1
    ]
    frames.append(f"{when}{owner} {will} {infinitive}")
    if noun in {"mission", "rôle", "fonction", "vocation", "idée", "principe", "étape", "défi", "enjeu"}:
        frames = frames[:1] if one == noun else []
    asked = f"{which} {match['v']} {subject} ?"
    gender = noun_gender(re.split(r"[ ’]", owner)[-1]) if re.match(r"l[ea] \w+$|l’\w+$", owner) else ""
    if one != noun and gender and noun == "objectif" and (inverted := invert(have, gender=gender)):
        asked = f"Quel {noun} {owner} {inverted}{match['when'] or ''} ?"
    yield Draft("aim", asked, (*frames, infinitive), 0.8)


DEEDS = (planned_count, planned)
SENTENCE_DEEDS = (refused, aim_noun)
