"""Questions on when, who, what, where and what for, answered by one sentence of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import capitalize_first, de, elide, past_participle
from seo_fr.french.conjugation import conjugate
from seo_fr.model import DateMention, Number, Token
from seo_fr.rewriting.asking import Fact, ask, lowered, named_subject, phrase, present
from seo_fr.rewriting.clauses import RELATIVES, clauses, contiguous
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_causes import loose_words, stretch, told, without_adverbs
from seo_fr.rewriting.question_figures import retold
from seo_fr.rewriting.questions import Draft, settings
from seo_fr.rewriting.subjects import without_asides

DATED_BY = frozenset({"", "en", "le", "à", "au", "dès", "vers"})
YEAR_RE = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def date_wording(ctx: Context, date: DateMention) -> str:
    """A date with its preposition, when it stands on its own and has a year; "" otherwise."""
    if date.preposition.lower() not in DATED_BY:
        return ""
    if date.absolute and YEAR_RE.search(date.text):
        return f"{date.preposition} {date.text}".strip()
    if len(date.iso) == 10 and date.resolved and re.match(r"(?:le )?\d{1,2}(?:er)? [^\W\d_]+$", date.text.lower()):
        return date.resolved  # « le 30 juin » of the year of publication
    return ""


def when(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X sortira en avril 2013 » → « Quand sortira X ? »"""
    clause = fact.clause
    if not fact.certain or clause.negated or clause.copula is not None:
        return
    for date in ctx.dates(fact.sid):
        wording = date_wording(ctx, date)
        if not wording or date.start < clause.subject[0].start - 40 or clause.verb.lemma.lower() == "faire":
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
        if rest is None or (fact.front and not inside):
            return
        placed = wording[:1].lower() + wording[1:]
        if rest:
            answer = f"C’est {placed} {elide('que', f'{fact.subject} {fact.verb}')} {' '.join(rest)}"
        else:
            answer = f"C’est {placed} {elide('que', fact.verb)} {fact.subject}"
        answers = (told(answer, fact), *retold(ctx, fact, date.text), told(capitalize_first(placed), fact))
        yield Draft("when", ask("Quand", fact, rest), answers, 0.8 if len(date.iso) > 4 else 0.7)
        return


def place(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« La réunion aura lieu à Lyon » → « Où aura lieu la réunion ? »"""
    clause = fact.clause
    if not fact.certain or clause.negated or clause.copula is not None:
        return
    if clause.verb.lemma.lower() not in settings()["places"]:
        return
    text = stretch(ctx, clause.verb.end, clause.sid)
    match = re.match(r"(?P<lieu>lieu )?(?P<at>(?:à|au|en|dans|sur) [^,;]+)$", text)
    if match is None or not any(t.ent == "LOC" for t in ctx.tokens(clause.sid) if t.i > clause.verb.i):
        return
    at = match["at"]
    if loose_words(at) or len(at.split()) > 10 or ctx.dates(clause.sid):
        return
    verb = f"{fact.verb} {match['lieu'] or ''}".strip()
    answer = f"C’est {at} {elide('que', verb)} {fact.subject}"
    if fact.front:
        return
    yield Draft("where", f"Où {verb} {fact.subject} ?", (told(answer, fact), told(capitalize_first(at), fact)), 0.7)


DATED_PARTICIPLES = frozenset({"signé", "créé", "fondé", "ouvert", "construit", "publié", "lancé", "inauguré", "adopté", "voté", "conclu"})


def dated_participle(ctx: Context, sid: int) -> Iterator[Draft]:
    """« les accords d’Évian, signés le 18 mars 1962, … » → « Quand ont été signés les accords d’Évian ? »"""
    for date in ctx.dates(sid):
        wording = date_wording(ctx, date)
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
        if noun.pos not in {"NOUN", "PROPN"} or len(tokens) < 3 or tokens[0].text.lower() not in {"le", "la", "les", "l'", "l’"}:
            continue
        if any(t.text in {",", "(", "«"} for t in tokens) or any(
            s.start <= participle.start < s.end for s in (*ctx.scopes(sid), *ctx.attributions(sid))
        ):
            continue
        named = phrase(ctx, tokens)
        if named is None or len(named.split()) > 8:
            continue
        have = "ont" if tokens[0].text.lower() == "les" else "a"
        verb = f"{have} été {participle.text.lower()}"
        answer = f"{named} {verb} {wording}"
        yield Draft("when", f"Quand {verb} {named} ?", (answer, capitalize_first(wording)), 0.65)


def receiver(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« Le poste a été confié au banquier X » → « À qui le poste a-t-il été confié ? »"""
    clause = fact.clause
    if not clause.passive or clause.negated or not fact.certain:
        return
    if clause.verb.lemma.lower() not in {"confier", "attribuer", "remettre", "décerner", "accorder", "céder", "vendre"}:
        return
    text = stretch(ctx, clause.verb.end, clause.sid)
    match = re.match(r"(?:à la |à l’|à |aux? )", text)
    head = next((t for t in ctx.tokens(clause.sid) if t.i > clause.verb.i + 1 and t.pos in {"NOUN", "PROPN"}), None)
    if match is None or head is None or not person(ctx, head) or loose_words(text) or len(text.split()) > 10:
        return
    receives = re.sub(r"^au ", "le ", re.sub(r"^aux ", "les ", re.sub(r"^à (?=la |l’)", "", text)))
    receives = receives.removeprefix("à ")
    verb = "ont reçu" if receives.startswith("les ") else "a reçu"
    answers = (told(f"{receives} {verb} {fact.subject}", fact), told(text, fact))
    answers = answers if clause.verb.lemma.lower() in {"attribuer", "remettre", "décerner"} else answers[1:]
    yield Draft("who", ask("À qui", fact, [fact.front] if fact.front else [], plain=False), answers, 0.75)


def around(ctx: Context, fact: Fact, gone: tuple[Token, ...], wording: str) -> list[str] | None:
    """What else the clause says after its verb, without the date; None when a question cannot hold it."""
    text = stretch(ctx, fact.clause.verb.end, fact.sid)
    date = ctx.span(gone).replace("'", "’").strip(" ,")
    for said in (date, wording, "ce jour"):
        text = re.sub(rf"(?:^|(?<=\s)){re.escape(said)}(?:$|(?=\s))", "", text)
    text = without_adverbs(" ".join(text.split()))
    if len(text.split()) > 9:
        text = re.split(r"(?<=\w) (?:dans|près|lors|avec|pour|en|sur|avant|après) ", text)[0]
    if loose_words(text) or len(text.split()) > 12 or re.search(r"\b(?:et|ou|de|à|en|,)$", text):
        return None
    return [text] if text else []


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
    entity = ctx.entity_at(head.start, head.end)
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
    role = next((r for r in ctx.analysis.roles if r.entity == entity.id and r.sentence != fact.sid and len(r.text.split()) <= 6), None)
    if role is not None and fact.subject == entity.name:
        answers.append(told(f"{entity.name}, {role.text}", fact))
    answers.append(told(fact.subject, fact))
    yield Draft("who", f"Qui {verb} {text} {fact.front} ?", tuple(answers), 0.65)


def agent_of(ctx: Context, patient: str, lemma: str, fact: Fact, tokens: tuple[Token, ...]) -> Iterator[Draft]:
    """The question on an agent, told actively."""
    text = stretch(ctx, tokens[1].start, fact.sid)
    text = re.split(r" (?:[^\W\d_]+ant )", text)[0]
    head = next((t for t in tokens if t.head == fact.clause.verb.i), tokens[1])
    if not person(ctx, head) or loose_words(re.sub(r"\bson\b", "", text)) or len(text.split()) > 14:
        return
    text, tail = cut_time(text)
    number: Number = (
        "p" if head.number == "p" or tokens[1].text.lower() in {"les", "des", "plus"} or " et " in text else "s"
    )
    forms = active_forms(fact, lemma, number)
    if forms is None:
        return
    single, verb = forms
    extra = [x for x in (tail, date_of(ctx, fact)) if x]
    answers = [f"{text} {verb} {patient}{', ' + extra[0] if extra else ''}"]
    if extra:
        answers.append(f"{text}, {extra[0]}")
    rate = next((r for c in fact.clause.after if (r := rate_of(ctx, c.tokens))), "")
    if rate:
        answers.insert(0, f"{text} {verb} {patient} {rate}")
        answers.append(f"{text}, {rate}")
    answers.append(text)
    answers = [x for t in answers for x in dict.fromkeys((t, rotated(t)))]
    worth = 0.5 if fact.clause.tense == "imperfect" else 0.8
    yield Draft("who", f"Qui {single} {patient} {fact.front} ?", tuple(told(x, fact) for x in answers), worth)


def rotated(text: str) -> str:
    """« A, B et C » → « B, C et A », for three full names or more: their order says nothing."""
    name = r"[A-ZÉÈÀ][\w’-]*(?: [A-ZÉÈÀ][\w’-]*)+"
    match = re.search(rf"{name}(?:, {name})+ et {name}", text)
    if match is None:
        return text
    names = re.split(r", | et ", match[0])
    turned = [*names[1:], names[0]]
    return text[: match.start()] + ", ".join(turned[:-1]) + " et " + turned[-1] + text[match.end() :]


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
        if date.start > fact.clause.verb.start and (wording := date_wording(ctx, date)):
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
    one, many = conjugate(lemma, tense), conjugate(lemma, tense, number="p")  # type: ignore[arg-type]
    return (one, many if number == "p" else one) if one and many else None


def person(ctx: Context, head: Token) -> bool:
    """Whether a noun names people or a body."""
    entity = ctx.entity_at(head.start, head.end)
    if entity is not None and entity.label in {"PER", "ORG"}:
        return True
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
        if any(s.start <= token.start < s.end for s in (*ctx.scopes(sid), *ctx.attributions(sid))) or ctx.quotations(
            sid
        ):
            continue
        noun = ctx.head(token)
        agent = next((k for k in ctx.children(token) if k.dep.startswith("obl") and ctx.text[: k.end].rstrip()), None)
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
        participle = past_participle(lemma)
        after = re.match(r"(.+?) ((?:après|pendant|en|durant) .+)$", name)
        doer, tail = (after[1], after[2]) if after else (name, "")
        have = "ont" if re.match(r"(?:les|des) ", doer) or " et " in doer else "a"
        answers = (f"{doer} {have} {participle} {patient} {tail}".strip(), f"{doer}{', ' + tail if tail else ''}")
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
    yield Draft("who", f"Qui {match['does']} ?", tuple(answers), 0.7)


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
    turned = [parts[1], parts[0], *parts[2:]] if len(parts) > 1 and parts[1].startswith("dans ") else parts
    answers = (f"{fact.subject} {verb} {', '.join(turned)}", f"{fact.subject} {verb} {', '.join(parts)}")
    yield Draft("where", f"Où {verb} {fact.subject} ?", answers, 0.7)


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
    yield Draft("what", question, (*retold(ctx, fact, text.split()[-1]), told(text, fact)), 0.6)


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
    date = next((d for d in ctx.dates(clause.sid) if d.start > clause.verb.start and date_wording(ctx, d)), None)
    if date is None:
        return
    wording = date_wording(ctx, date)
    rest = text.replace(wording, "").strip()
    question = ask("", fact, [rest], plain=False)
    verb = " ".join(w for w in (fact.finite, scopes[0].cue, fact.after) if w)
    answers = (f"{scopes[0].cue}, {wording}", f"{wording}, {fact.subject} {verb} {rest}")
    yield Draft("whether", question, answers[::-1], 0.75)


def kinds(ctx: Context, sid: int) -> Iterator[Draft]:
    """« A, B et C sont les principales activités » → « Quelles sont les principales activités ? »"""
    text = ctx.sentence(sid).text.replace("'", "’")
    match = re.fullmatch(
        r"(?P<list>(?:Les|La|Le|L’)[^.;:()«]+?) sont les (?P<what>(?:principa\w+|premi\w+|plus \w+) [^\W\d_]+(?: [^\W\d_]+)?)\.?",
        text,
    )
    if match is None or ctx.scopes(sid) or ctx.attributions(sid):
        return
    parts = re.split(r",\s*| et (?=le |la |les |l’)", match["list"])
    if len(parts) < 2 or any(loose_words(p) for p in parts):
        return
    which = "Quelles" if re.search(r"(?:ales|ères|ières|elles)\b", match["what"]) else "Quels"
    low = [p[:1].lower() + p[1:] for p in parts]
    ordered = [*low[1:], low[0]]
    yield Draft("kinds", f"{which} sont les {match['what']} ?", (", ".join(ordered[:-1]) + " et " + ordered[-1],), 0.7)


FACTS = (when, place, who, doer, receiver, where, what, whether)
SENTENCE_FACTS = (dated_participle, maker, cleft, kinds)
