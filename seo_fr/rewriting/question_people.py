"""Questions on who did, made, receives or runs something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import capitalize_first, de, past_participle
from seo_fr.french.conjugation import conjugate
from seo_fr.model import Number, Token
from seo_fr.rewriting.asking import Fact, ask, date_wording, plain
from seo_fr.rewriting.clauses import contiguous
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.naming import phrase
from seo_fr.rewriting.question_figures import retold
from seo_fr.rewriting.questions import Draft, settings
from seo_fr.rewriting.stretches import loose_words, stretch, told


def who(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X a été maîtrisé par Y » → « Qui a maîtrisé X ? », « Qu’est-ce qui explique X ? »"""
    clause = fact.clause
    lemma = clause.verb.lemma.lower()
    if not clause.passive or clause.negated or not fact.certain or lemma not in settings()["agents"]:
        return
    agent = next((c for c in clause.after if c.tokens[0].text.lower() == "par" and c.dep.startswith("obl")), None)
    if agent is None or not contiguous(agent.tokens):
        return
    yield from agent_of(ctx, fact.subject, lemma, fact, agent.tokens)


def doer(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X a remporté le tournoi » → « Qui a remporté le tournoi ? »"""
    clause = fact.clause
    lemma = clause.verb.lemma.lower()
    obj = clause.object
    if lemma not in settings()["achievements"] or clause.passive or clause.negated or not fact.certain or obj is None:
        return
    head = clause.subject_head
    entity = ctx.entity_at(head.start, head.end) or next(
        (e for e in ctx.analysis.entities if e.name == fact.subject), None
    )
    if entity is None or entity.label not in {"PER", "ORG"} or obj.start < clause.verb.i:
        return
    text = stretch(ctx, obj.tokens[0].start, clause.sid)
    if not re.match(r"(?:le|la|les|l’)\b", text) or loose_words(text) or len(text.split()) > 10:
        return
    verb = fact.verb
    if fact.number == "p":
        verb = {"ont": "a", "avaient": "avait"}.get(fact.finite, "")
        verb = f"{verb} {fact.after}" if verb else ""
    if not verb or (ctx.text[clause.verb.end : obj.tokens[0].start].strip()):
        return
    answers = [told(t, fact) if fact.whose and fact.whose not in t else t for t in retold(ctx, fact, text.split()[-1])]
    now = conjugate(lemma, "present")
    if now and clause.tense == "past" and answers and all(fact.finite not in t.split() for t in answers):
        verb = now  # the question in the tense of its answer
    role = next(
        (
            r
            for r in ctx.analysis.roles
            if r.entity == entity.id and r.sentence != fact.sid and len(r.text.split()) <= 6
        ),
        None,
    )
    if role is not None and fact.subject == entity.name:
        answers.append(told(f"{entity.name}, {role.text}", fact))
    answers.append(told(fact.subject, fact))
    yield Draft("who", f"Qui {verb} {text} {fact.front} ?", tuple(answers), 0.65)


SHORTEST_AGENT = 3
"""Words up to which an agent with « un » says nothing."""


def agent_of(ctx: Context, patient: str, lemma: str, fact: Fact, tokens: tuple[Token, ...]) -> Iterator[Draft]:
    """The question on an agent, told actively."""
    text = stretch(ctx, tokens[1].start, fact.sid)
    text = re.split(r" (?:[^\W\d_]+ant )", text)[0]
    head = next((t for t in tokens if t.head == fact.clause.verb.i), tokens[1])
    if re.match(r"une? ", text) and len(text.split()) <= SHORTEST_AGENT:
        return  # « une société privée » tells nobody who
    if not person(ctx, head) or loose_words(re.sub(r"\bson\b", "", text)) or len(text.split()) > 14:
        return
    if repaired := settings()["repaired"].get(f"{lemma} {patient_head(patient)}"):
        lemma = repaired
    if conducted := re.match(r"la conduite (?P<what>(?:des|du|de la|de l’) ?.+)$", patient.replace("'", "’")):
        what = re.sub(r"^des ", "les ", re.sub(r"^de (?=l)", "", conducted["what"]))
        lemma, patient = "diriger", re.sub(r"^du ", "le ", what)
    text, tail = cut_time(text)
    number: Number = (
        "p" if head.number == "p" or tokens[1].text.lower() in {"les", "des", "plus"} or " et " in text else "s"
    )
    forms = active_forms(fact, lemma, number)
    if forms is None:
        return
    single, verb = forms
    extra = [x for x in (tail, date_of(ctx, fact), taken_time(ctx, fact)) if x]
    answers = [f"{text} {verb} {patient}{', ' + extra[0] if extra else ''}"]
    if lemma in ENSURED and (form := ensured(verb)):
        answers.append(f"{text} en {form} {ENSURED[lemma]}{', ' + extra[0] if extra else ''}")
    if lemma in MADE and verb.startswith(("a ", "ont ")):
        answers.append(f"{patient} est l’œuvre {de(text)}{', ' + extra[0] if extra else ''}")
    if extra:
        answers.append(f"{text}, {extra[0]}")
    rate = next((r for c in fact.clause.after if (r := rate_of(ctx, c.tokens))), "")
    if rate:
        answers.insert(0, f"{text} {verb} {patient} {rate}")
        answers.append(f"{text}, {rate}")
    answers.append(text)
    done = verb.startswith("ont ") and bool(extra)
    answers += [x for x in (by_trade(text, f"l’ont fait {extra[0]}" if done else ""),) if x]
    worth = 0.5 if fact.clause.tense == "imperfect" else 0.8
    front = "" if POINTED_RE.match(fact.front) else fact.front
    yield Draft("who", f"Qui {single} {patient} {front} ?", tuple(told(x, fact) for x in answers), worth)


MADE = frozenset({"concevoir", "dessiner", "imaginer", "inventer"})
"""Deeds of which the thing is somebody's work."""


ENSURED = {
    "financer": "le financement",
    "gérer": "la gestion",
    "construire": "la construction",
    "organiser": "l’organisation",
    "produire": "la production",
    "exploiter": "l’exploitation",
    "diriger": "la direction",
    "développer": "le développement",
}
"""What somebody ensures who does a thing: « le conseil en assure le financement »."""


def ensured(verb: str) -> str:
    """« assure », « ont assuré », in the tense and number of a verb; "" for any other tense.

    >>> ensured("finance"), ensured("ont construit"), ensured("produisait"), ensured("eût financé")
    ('assure', 'ont assuré', 'assurait', '')
    """
    first, _, rest = verb.partition(" ")
    if rest:
        return f"{first} assuré" if first in {"a", "ont"} else ""
    many = verb.endswith("ent")
    if verb.endswith(("ait", "aient")):
        return "assuraient" if many else "assurait"
    return "assurent" if many else "assure"


def taken_time(ctx: Context, fact: Fact) -> str:
    """« en neuf mois », where it ends the sentence; or ""."""
    text = ctx.sentence(fact.sid).text.rstrip(" .")
    match = re.search(r", (?P<t>en (?:[^\W\d_]+|\d+) (?:jours|semaines|mois|ans))$", text)
    return match["t"] if match is not None else ""


POINTED_RE = re.compile(r"après une? ")
"""« après une année d’études »: what the reader of a question cannot know."""


def patient_head(patient: str) -> str:
    """The first word after the article.

    >>> patient_head("l’existence de la particule")
    'existence'
    """
    return re.split(r"[ ’']", re.sub(r"^(?:les? |la |l[’']|une? |des )", "", patient))[0].lower()


NAMED_RE = re.compile(
    r"^les (?P<who>[^\W\d_]{4,}s) "
    r"(?P<names>[A-ZÉÈÀ][\w’-]*(?: [A-ZÉÈÀ][\w’-]*)+(?:, [A-ZÉÈÀ][\w’-]*(?: [A-ZÉÈÀ][\w’-]*)+)* et "
    r"[A-ZÉÈÀ][\w’-]*(?: [A-ZÉÈÀ][\w’-]*)+)$"
)


def by_trade(text: str, did: str) -> str:
    """« les chimistes A B et C D » → « Les chimistes A B et C D l’ont fait en 1911 »; "" for anything else.

    >>> by_trade("les chimistes Anna Weber et Paul Brun", "l’ont fait en 1911")
    'Les chimistes Anna Weber et Paul Brun l’ont fait en 1911'
    >>> by_trade("les chimistes de Lyon", "")
    ''
    """
    if NAMED_RE.match(text) is None:
        return ""
    return f"{capitalize_first(text)}{' ' + did if did else ''}"


def rate_of(ctx: Context, tokens: tuple[Token, ...]) -> str:
    """« à 50 % », « au quotidien »."""
    text = ctx.span(tokens)
    return text if re.fullmatch(r"à \d[\d,]*\s?%|au quotidien|à raison de [^,;]+", text) else ""


def cut_time(text: str) -> tuple[str, str]:
    """« 80 pompiers vers midi » → the agent and the time."""
    match = re.match(r"(.+?) ((?:vers|en|après|dès|à partir de) (?:\d|midi|minuit|[^\W\d_]+ ans|\w+ mois).*)$", text)
    return (match[1], match[2]) if match else (text, "")


def date_of(ctx: Context, fact: Fact) -> str:
    """A date of the clause, ready to follow a comma."""
    for date in ctx.dates(fact.sid):
        if date.start > fact.clause.verb.start and (wording := date_wording(date)):
            return wording
    return ""


def active_forms(fact: Fact, lemma: str, number: Number) -> tuple[str, str] | None:
    """The verb of the active, with « qui » and with its agent."""
    tense = fact.clause.tense
    masculine = past_participle(lemma) or past_participle(lemma.replace("maitriser", "maîtriser"))
    if masculine is None:
        return None
    auxiliaries = [t for t in fact.clause.group if t.dep.startswith("aux")]
    if len(auxiliaries) == 2 and auxiliaries[0].lemma == "avoir" and tense in {"past", "pluperfect"}:
        single = {"past": "a", "pluperfect": "avait"}[tense]
        several = {"past": "ont", "pluperfect": "avaient"}[tense]
        return f"{single} {masculine}", f"{several if number == 'p' else single} {masculine}"
    if len(auxiliaries) != 1 or tense not in {"present", "future", "imperfect"}:
        return None
    one, many = conjugate(lemma, tense), conjugate(lemma, tense, number="p")
    return (one, many if number == "p" else one) if one and many else None


COLLECTIVES = frozenset(
    {"dizaine", "douzaine", "quinzaine", "vingtaine", "trentaine", "cinquantaine", "centaine", "millier"}
)


def person(ctx: Context, head: Token) -> bool:
    """Whether a noun names people or a body."""
    entity = ctx.entity_at(head.start, head.end)
    if entity is not None and entity.label in {"PER", "ORG"}:
        return True
    if head.lemma.lower() in COLLECTIVES:
        return any(person(ctx, k) for k in ctx.children(head) if k.dep == "nmod")
    return head.lemma.lower() in settings()["people"] or head.text.lower().rstrip("s") in settings()["people"]


def maker(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le code, conçu par X après huit ans de recherches, … » → « Qui a conçu le code ? »"""
    for token in ctx.tokens(sid):
        lemma = token.lemma.lower()
        if (
            token.dep not in {"acl", "advcl"}
            or token.morph.get("VerbForm") != "Part"
            or lemma not in settings()["creations"]
        ):
            continue
        if not plain(ctx, sid, token.start, token.end) or ctx.quotations(sid):
            continue
        noun = ctx.head(token)
        agent = next((k for k in ctx.children(token) if k.dep.startswith("obl")), None)
        by = next((t for t in ctx.tokens(sid) if t.i > token.i and t.text.lower() == "par"), None)
        if by is None or agent is None or by.i > token.i + 2 or noun.pos not in {"NOUN", "PROPN"} or noun.i > token.i:
            continue
        tokens = tuple(t for t in ctx.subtree(noun) if t.i < token.i)
        while tokens and tokens[-1].text in {",", "("}:
            tokens = tokens[:-1]
        if not tokens or tokens[0].text.lower() not in {"le", "la", "l'", "l’", "les"}:
            continue
        if any(t.text in {",", "(", "«"} for t in tokens):
            continue
        patient = phrase(ctx, tokens)
        name = stretch(ctx, by.end + 1, sid)
        if patient is None or not person(ctx, ctx.analysis.tokens[by.i + 1 if agent.i == by.i else agent.i]):
            continue
        if loose_words(name) or len(name.split()) > 14 or len(tokens) < 2:
            continue
        if re.match(r"une? ", name) and len(name.split()) <= SHORTEST_AGENT:
            continue
        participle = past_participle(lemma)
        after = re.match(r"(.+?) ((?:après|pendant|en|durant) .+)$", name)
        doer, tail = (after[1], after[2]) if after else (name, "")
        have = "ont" if re.match(r"(?:les|des) ", doer) or " et " in doer else "a"
        work = f"{patient} est l’œuvre {de(doer)}{', ' + tail if tail else ''}"
        answers = (
            f"{doer} {have} {participle} {patient} {tail}".strip(),
            *((work,) if lemma in MADE else ()),
            f"{doer}{', ' + tail if tail else ''}",
        )
        yield Draft("who", f"Qui a {participle} {patient} ?", answers, 0.8)


def cleft(ctx: Context, sid: int) -> Iterator[Draft]:
    """« C’est X qui fait Y » → « Qui fait Y ? »"""
    text = ctx.sentence(sid).text.replace("'", "’")
    match = re.search(
        r"(?:^|, )c’est (?P<who>(?:le |la |l’)?[^,;:.()]{3,60}?) qui (?P<does>[^,;:.()]+)\.?$", text, re.IGNORECASE
    )
    if match is None or ctx.scopes(sid) or ctx.attributions(sid) or ctx.quotations(sid):
        return
    front = text[: match.start()].strip(" ,")
    if loose_words(match[0][7:]) or (front and len(front.split()) > 4):
        return
    start = ctx.sentence(sid).start + match.start("who")
    head = next((t for t in ctx.tokens(sid) if t.start >= start and t.pos in {"NOUN", "PROPN"}), None)
    if head is None or not person(ctx, head):
        return
    low = front[:1].lower() + front[1:]
    answers = [f"{match['who']} {match['does']}", f"{match['who']}, {low}" if low else "", match["who"]]
    made = re.match(r"a (?:réalisé|conçu|dessiné|construit|écrit|créé) (?P<what>(?:le |la |l’)[^,;:]+)$", match["does"])
    if made:
        who_ = match["who"][:1].lower() + match["who"][1:] if re.match(r"L[ea’]", match["who"]) else match["who"]
        work = re.split(r" (?=au début|à la fin|en \d|dès|vers|le \d)", made["what"])[0]
        answers.insert(0, f"{work} est l’œuvre {de(who_)}")
    does = re.split(r" (?=au début|à la fin|en \d|dès|vers|le \d|par un)", match["does"])[0]
    if speech := re.match(r"ouvrira .+ par (?P<s>un discours .+)$", match["does"]):
        answers.insert(0, f"{match['who']} doit y prononcer {speech['s']}")
    if in_charge := re.match(r"a la charge (?P<of>des |du |de la |de l’)(?P<what>.+)$", does):
        the = {"des ": "les ", "du ": "le ", "de la ": "la ", "de l’": "l’"}[in_charge["of"]]
        what = re.sub(
            r"\bentre (?P<a>(?:l[ea]s? |l’)[^\W\d_]+) et (?P<b>(?:l[ea]s? |l’)[^\W\d_]+)$",
            r"entre \g<b> et \g<a>",
            in_charge["what"],
        )
        before = FORMERLY_RE.match(ctx.sentence(sid - 1).text.replace("'", "’")) if sid else None
        then = ((f"autrefois, {before['who']} s’en chargeait", (sid - 1,)),) if before is not None else ()
        yield Draft("duty", f"Qui assure {the}{what} ?", (f"{match['who']} en a la charge",), 0.75, (), then)
        return
    yield Draft("who", f"Qui {does} ?", tuple(answers), 0.7)


FORMERLY_RE = re.compile(
    r"^(?:Autrefois|Auparavant), [^,;:.]+ (?:était|étaient) assurée?s? par (?P<who>(?:la |le |l’)[^,;:.]+)\.?$"
)
"""« Autrefois, les trajets étaient assurés par la compagnie X. »"""


GIVEN = frozenset({"confier", "attribuer", "remettre", "décerner", "accorder", "céder", "vendre"})


def receiver(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« Le poste a été confié au banquier X » → « À qui le poste a-t-il été confié ? »"""
    clause = fact.clause
    if clause.negated or not fact.certain or clause.tense == "other":
        return
    falls = clause.verb.lemma.lower() == "revenir" and not clause.passive
    if not falls and not (clause.passive and clause.verb.lemma.lower() in GIVEN):
        return
    text = stretch(ctx, clause.verb.end, clause.sid)
    match = re.match(r"(?:à la |à l’|à |aux? )", text)
    head = next((t for t in ctx.tokens(clause.sid) if t.i > clause.verb.i + 1 and t.pos in {"NOUN", "PROPN"}), None)
    if match is None or head is None or loose_words(text) or len(text.split()) > 10:
        return
    named = any(
        (e := ctx.entity_at(t.start, t.end)) is not None and e.label == "PER"
        for t in ctx.tokens(clause.sid)[:]
        if head.i <= t.i <= head.i + 3
    )
    if not (named or person(ctx, head)):
        return
    receives = re.sub(r"^au ", "le ", re.sub(r"^aux ", "les ", re.sub(r"^à (?=la |l’)", "", text)))
    receives = receives.removeprefix("à ")
    verb = "ont reçu" if receives.startswith("les ") else "a reçu"
    answers = [told(text, fact)]
    if clause.verb.lemma.lower() == "confier":
        have = "ont" if receives.startswith("les ") else "a"
        answers.insert(0, told(f"{receives} en {have} reçu la charge", fact))
    if clause.verb.lemma.lower() in {"attribuer", "remettre", "décerner"}:
        answers.insert(0, told(f"{receives} {verb} {fact.subject}", fact))
    if falls and fact.finite in {"revient", "reviennent"}:
        obtains = "obtiennent" if receives.startswith("les ") else "obtient"
        answers.insert(0, told(f"{receives} {obtains} {fact.subject}", fact))
    yield Draft("who", ask("À qui", fact, [fact.front], plain=falls), tuple(answers), 0.75)


PEOPLE = (who, doer, receiver)
SENTENCE_PEOPLE = (maker, cleft)
