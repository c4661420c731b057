"""Questions on how many, how much and how long, answered by a figure with its unit and its qualifier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import de, elide, le, noun_gender, number_words, past_participle
from seo_fr.french.conjugation import Tense, conjugate
from seo_fr.model import DateMention, Figure, Gender, Token
from seo_fr.rewriting.asking import Fact, ask, glued, plain
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint import keypoints
from seo_fr.rewriting.naming import phrase
from seo_fr.rewriting.question_causes import loose_words, stretch, told
from seo_fr.rewriting.questions import Draft, settings
from seo_fr.rewriting.synonyms import verb_synonym

TENSES: tuple[Tense, ...] = ("present", "future", "imperfect")
QUANTITIES = frozenset({"", "kg", "tonne", "tonnes", "litre", "litres", "g", "t", "kilos", "kilogrammes", "m3"})
TIME_UNITS = frozenset(
    {"jour", "jours", "an", "ans", "mois", "semaine", "semaines", "heure", "heures", "minute", "minutes"}
)
BETWEEN_RE = re.compile(r"\s*(?:(?:également|aussi|ainsi|environ|chaque (?:année|mois|jour))\s*)*$")


def retold(ctx: Context, fact: Fact, must: str) -> list[str]:
    """The fact as a sentence of its own, in other orders, where it still holds a given stretch."""
    return [k.text for k in keypoints(ctx, fact.clause) if must.lower() in k.text.lower()]


def figure_after(ctx: Context, fact: Fact) -> Figure | None:
    """The figure that follows the verb at once."""
    start = fact.clause.verb.end
    for figure in ctx.figures(fact.sid):
        if figure.start >= start and figure.value is not None:
            return figure if BETWEEN_RE.match(ctx.text[start : figure.start]) else None
    return None


def tail_of(ctx: Context, fact: Fact, figure: Figure) -> str | None:
    """What follows a figure up to the next clause; None when it cannot be shown, though the figure needs it."""
    text = stretch(ctx, figure.end, fact.sid)
    if loose_words(re.sub(r"\b(?:son|sa|ses)\b", "", text)) or len(text.split()) > 14:
        return None
    return text


def counted_gender(ctx: Context, figure: Figure) -> tuple[Token | None, Gender]:
    """The noun that is counted, and its gender by our lexicon."""
    at = figure.start + figure.text.rfind(figure.counted) if figure.counted in figure.text else -1
    noun = next((t for t in ctx.tokens(figure.sentence) if t.start == at), None)
    if noun is None:
        return None, ""
    return noun, noun_gender(noun.lemma.lower())


def count_of_object(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X a émis 41 recommandations » → « Combien de recommandations X a-t-il émises ? »"""
    figure = figure_after(ctx, fact)
    clause = fact.clause
    if (
        figure is None
        or not figure.counted
        or figure.unit
        or clause.negated
        or clause.copula is not None
        or clause.passive
    ):
        return
    if not fact.certain and not (fact.whose and clause.tense == "conditional"):
        return
    if clause.verb.lemma.lower() in {"avoir", "être", "faire", "dire"} and clause.verb.lemma.lower() != "faire":
        return
    first = figure.counted.split()[0]
    if first.lower() in TIME_UNITS or figure.counted.lower().startswith("%"):
        return
    if re.search(r"\b(?:un|une|deux)\b", figure.number.lower()) and "premi" in figure.text.lower():
        return
    after = agreed(ctx, fact, figure)
    if after is None:
        return
    told_fact = Fact(**{**{f: getattr(fact, f) for f in fact.__slots__}, "after": after})
    tail = tail_of(ctx, fact, figure)
    if tail is None:
        return
    rest = read(tail)
    day = next((w for d in ctx.dates(fact.sid) if d.start > figure.end and (w := full_date(d))), "")
    if tail and not rest and not tail.startswith("dont ") and tail != day:
        return
    count = f"Combien {de(figure.counted)}" if not figure.unit else f"Quelle quantité {de(figure.counted)}"
    lead = re.sub(re.escape(figure.counted) + "$", "", figure.text).strip()
    head = f"{lead} {first}" if not figure.unit else figure.text
    front = ctx.text[clause.verb.end : figure.start].strip()
    period = front if front.startswith("chaque") else ""
    answers: list[str] = [
        told(r, fact) if fact.whose and fact.whose not in r else r for r in retold(ctx, fact, figure.number)
    ]
    verb = fact.verb.removesuffix(" plus")
    if tail and rest and movable(tail):
        answers.append(told(f"{tail}, {fact.subject} {verb} {head}", fact))
    if period:
        answers.append(told(f"{period}, {fact.subject} {verb} {figure.text}", fact))
    if day and day in tail:
        answers.append(told(f"{day}, {fact.subject} {verb} {figure.text}", fact))
    if tail.startswith("dont "):
        answers.append(told(f"{figure.text}, {tail}", fact))
    if clause.tense != "past" and not figure.unit:
        answers += [told(f"{t}", fact) for t in reverb(fact, figure.text, rest)]
    elif figure.unit:
        answers += [told(t, fact) for t in reverb(fact, figure.text, rest)]
    answers.append(told(figure.text, fact))
    question = ask(count, told_fact, [period, rest, fact.front], object_first=True)
    yield Draft("count", question, tuple(answers), 0.8 if tail or figure.qualifier else 0.7)


def reverb(fact: Fact, amount: str, rest: str) -> list[str]:
    """The fact with another verb: « La capsule emporte 521 kg de matériel »."""
    lemma = fact.clause.verb.lemma.lower()
    other = verb_synonym(lemma)
    tense = next((t for t in TENSES if conjugate(lemma, t, number=fact.number) == fact.finite.lower()), None)
    form = conjugate(other, tense, number=fact.number) if other and tense else None
    return [f"{fact.subject} {form} {amount} {rest}"] if form else []


def full_date(date: DateMention) -> str:
    """« le 1er juin 2009 », or ""."""
    return date.text if date.absolute and not date.preposition and re.match(r"le \d", date.text) else ""


def movable(tail: str) -> bool:
    """Whether an adjunct may open the sentence."""
    return bool(re.match(r"(?:en|d[’']ici|dans|à|au|aux|chez|depuis|lors|pendant) ", tail)) and len(tail.split()) <= 8


def read(tail: str) -> str:
    """The tail as a question may hold it: a place, a time or an aim."""
    return (
        tail
        if re.match(r"(?:en|d[’']ici|dans|à|au|aux|chez|depuis|pour|lors|pendant) ", tail) and len(tail.split()) <= 8
        else ""
    )


def agreed(ctx: Context, fact: Fact, figure: Figure) -> str | None:
    """What follows the finite verb, its participle agreed with an object that now comes first; None when unknown."""
    after = fact.after.removesuffix("plus").strip() if figure.qualifier.startswith("plus") else fact.after
    if fact.finite.lower() not in {"a", "ont", "avait", "avaient", "aura", "auront"} or not after:
        return after
    noun, found = counted_gender(ctx, figure)
    if noun is None or not found or " " in after:
        return None
    if fact.clause.verb.lemma.lower() == "faire":
        return after
    return past_participle(fact.clause.verb.lemma.lower(), gender=found, number="p")


def count_of_subject(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« Plus de 25 millions d’utilisateurs emploient X » → « Combien d’utilisateurs emploient X ? »"""
    clause = fact.clause
    start = clause.subject[0].start
    figure = next((f for f in ctx.figures(clause.sid) if f.start == start and f.value is not None), None)
    if figure is None or not fact.certain or clause.negated or not fact.rest:
        return
    share = figure.unit == "%"
    noun = ctx.text[figure.start : clause.subject[-1].end].replace("'", "’")
    if share:
        match = re.match(r".*?%\s+(?P<what>d(?:es|e la|e l’|u) .+)$", noun)
        if match is None or loose_words(match["what"]):
            return
        lemma = clause.verb.lemma.lower()
        tense = next((t for t in TENSES if conjugate(lemma, t, number="p") == clause.finite.text.lower()), None)
        form = conjugate(lemma, tense) if tense else None
        if form is None or clause.passive or clause.copula is not None or clause.reflexive:
            return
        tail = stretch(ctx, clause.verb.end, clause.sid)
        tail, _, other = tail.partition(" et ")
        question = f"Quelle part {match['what']} {form} {tail} ?"
        amount = ctx.text[figure.start : figure.start + figure.text.find("%") + 1]
        compared = re.match(r"\d[\d,]*\s?% (?:sur|pour|chez|dans|en|à) [^,;:.]+$", other) and len(other.split()) <= 7
        answers = [f"{amount}, contre {other}"] if compared else []
        yield Draft("count", question, (*answers, *retold(ctx, fact, figure.number)), 0.8)
        return
    if not figure.counted or figure.unit in TIME_UNITS:
        return
    counted = ctx.text[figure.start + figure.text.rfind(figure.counted) : clause.subject[-1].end].replace("'", "’")
    if loose_words(counted) or re.search(r"[,(:;]|\bet\b", counted) or len(counted.split()) > 7:
        return
    rest = [said.text for said in fact.rest]
    plain = [r for r in rest if len(r.split()) <= 8]
    question = f"Combien {de(counted)} {fact.verb} {' '.join([*plain[:2], fact.front])} ?"
    answers = [*retold(ctx, fact, figure.number), *otherwise(ctx, fact, figure, counted), figure.text]
    yield Draft("count", question, tuple(told(x, fact) if x == figure.text else x for x in answers if x), 0.8)


def otherwise(ctx: Context, fact: Fact, figure: Figure, counted: str) -> list[str]:
    """The fact with another verb, its last adjunct first."""
    assert fact.rest is not None
    verb = verb_synonym(fact.clause.verb.lemma.lower())
    tense = next(
        (t for t in TENSES if conjugate(fact.clause.verb.lemma.lower(), t, number="p") == fact.finite.lower()), None
    )
    form = conjugate(verb, tense, number="p") if verb and tense else None
    if form is None or len(fact.rest) < 1:
        return []
    amount = ctx.text[figure.start : figure.start + figure.text.rfind(figure.counted)] + counted
    rest = [said.text for said in fact.rest]
    return [f"{amount} {form} {' '.join(rest)}"]


MEASURE_RE = re.compile(
    r"(?:^|[;:,] )(?P<s>(?:[Uu]ne?|[Ll]es?|[Ll]a|[Ll]’)\s?[^,;:.()]{3,60}?) "
    r"(?P<v>dure(?:nt)?|mesure(?:nt)?|pèse(?:nt)?|coûte(?:nt)?|rapporte(?:nt)?) "
    r"(?=(?:environ|près|plus|moins|presque|\d))"
)
MEASURES = {"dure": "durer", "mesure": "mesurer", "pèse": "peser", "coûte": "coûter", "rapporte": "rapporter"}


def measure(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Un mois lunaire dure environ 29 jours » → « Combien de temps dure un mois lunaire ? »"""
    sentence = ctx.sentence(sid)
    text = sentence.text.replace("'", "’")
    match = MEASURE_RE.search(text)
    if match is None or ctx.attributions(sid) or ctx.quotations(sid):
        return
    start, end = sentence.start + match.start("s"), sentence.start + match.end()
    if any(s.start < end and start < s.end and s.kind != "modal" for s in ctx.scopes(sid)):
        return
    verb, subject = match["v"], match["s"]
    row = settings()["measures"].get(MEASURES.get(verb.removesuffix("nt"), ""))
    figure = next((f for f in ctx.figures(sid) if f.start - sentence.start == match.end()), None)
    if row is None or figure is None or loose_words(subject) or re.search(r"\b(?:qui|que|dont)\b", subject):
        return
    subject = subject[:1].lower() + subject[1:]
    if len(subject.replace("’", " ").split()) < 3 or " et " in subject:
        return  # « la côte »: of what?
    amount = full(ctx, figure)
    have = "ont" if verb.endswith("nt") else "a"
    answers = [amount]
    if row["answer"]:
        made = row["answer"].format(s=subject, have=have, f=amount)
        made = re.sub(r"\bde (le|les) ", lambda m: {"le": "du ", "les": "des "}[m[1]], made)
        answers.insert(0, re.sub(r"\bde (?=[aeiouyéèê])", "d’", made))
    yield Draft("measure", f"{row['ask']} {verb} {subject} ?", tuple(answers), 0.75)


def full(ctx: Context, figure: Figure) -> str:
    """A figure with « et demi » and what it is « soit »."""
    more = re.match(r" et demie?\b", ctx.text[figure.end : figure.end + 9])
    return figure.text + (more[0] if more else "")


AMOUNT_RE = re.compile(
    r"(?:^|[;:,] )(?P<s>(?P<a>[Ll]a |[Ll]e |[Ll]es |[Ll]’|[Ss]on |[Ss]a )(?P<n>[^\W\d_]+)(?: [^.;:()]*?)?),? "
    r"(?P<v>s’élève à|s’élevait à|s’établit à|s’est élevée? à|est de|était de|a été de|sera de|est estimée? à) "
)
AMOUNTS = {
    "s’élève à": ("est de", "est"),
    "s’élevait à": ("était de", "était"),
    "s’établit à": ("est de", "est"),
    "s’est élevé à": ("a été de", "a été"),
    "s’est élevée à": ("a été de", "a été"),
    "est de": ("s’élève à", "est"),
    "était de": ("s’élevait à", "était"),
    "a été de": ("s’est élevé{e} à", "a été"),
    "sera de": ("s’élèvera à", "sera"),
    "est estimé à": ("", "est"),
    "est estimée à": ("", "est"),
}


def measured_subject(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le coût des travaux s’élève à 3 millions » → « Quel est le coût des travaux ? »"""
    sentence = ctx.sentence(sid)
    text = sentence.text.replace("'", "’")
    match = AMOUNT_RE.search(text)
    words = settings()["measured"]
    if match is None or ctx.quotations(sid) or match["a"].lower() in {"son ", "sa "}:
        return
    noun = match["n"].lower()
    which = "Quel" if noun in words["nouns_m"] else "Quelle" if noun in words["nouns_f"] else ""
    start, end = sentence.start + match.start("s"), sentence.start + match.end()
    figure = next((f for f in ctx.figures(sid) if f.start == end), None)
    if not which or figure is None or match["v"] not in AMOUNTS:
        return
    if not plain(ctx, sid, start, end):
        return
    before = text[: match.start()].strip(" ,")
    if before and before.lower() not in {"par ailleurs", "de plus", "en effet", "ainsi", "enfin"}:
        return
    subject = match["s"].split(",")[0]
    subject = subject[:1].lower() + subject[1:]
    if loose_words(subject) or re.search(r"\b(?:qui|que|dont|l’an|dernière?)\b", subject) or len(subject.split()) < 2:
        return
    if len(subject.replace("’", " ").split()) < 3:
        return
    other, be = AMOUNTS[match["v"]]
    other = other.format(e="e" if which == "Quelle" else "")
    amount = figure.text
    dont = re.match(r",?\s+dont ([^;:.()]+)", ctx.text[figure.end : sentence.end])
    answers: list[str] = []
    cost = re.match(r"le coût (d(?:es|u|e la|e l’|’une?) .+)$", subject)
    if cost and be == "est":
        owner = re.sub(r"^des ", "les ", re.sub(r"^du ", "le ", re.sub(r"^de (?=la |l’)", "", cost[1])))
        more = f", dont {dont[1].strip()}" if dont else ""
        answers.append(f"{owner} {'coûtent' if owner.startswith('les ') else 'coûte'} {amount}{more}")
    if other:
        answers += [f"{subject} {other} {amount}, dont {dont[1].strip()}"] if dont else []
        answers.append(f"{subject} {other} {amount}")
    answers.append(amount)
    be = be if be != "a été" else "a été"
    yield Draft("measure", f"{which} {be} {subject} ?", tuple(answers), 0.85)


SUM_RE = re.compile(
    r"\b(?:un|une) (?P<noun>montant|coût|prix|budget|total|somme|masse [^\W\d_]+(?: totale)?|durée|superficie|"
    r"capacité|valeur)"
    r"(?: d(?:e |[’'])(?P<of>[^\W\d_]+))? d(?:e |[’'])(?=(?:plus|moins|près|environ|quelque|\d))"
)
FEMININE = ("masse", "somme", "durée", "superficie", "capacité", "valeur")


def stated_sum(ctx: Context, sid: int) -> Iterator[Draft]:
    """« … représentant un montant de subvention de 10 000 € », « une aide d’un montant de 300 euros »."""
    sentence = ctx.sentence(sid)
    match = SUM_RE.search(ctx.text, sentence.start, sentence.end)
    if match is None or ctx.attributions(sid) or ctx.scopes(sid) or ctx.quotations(sid):
        return
    figure = next((f for f in ctx.figures(sid) if match.end() - 1 <= f.start <= match.end() + 1), None)
    if figure is None:
        return
    noun, of = match["noun"], match["of"]
    article = "la" if noun.startswith(FEMININE) else "le"
    owner = ""
    if of:
        shown = le(of, noun_gender(of))
        if shown is None:
            return
        owner = f" {de(shown)}"
    elif re.search(r"d[’']$", ctx.text[: match.start()]):
        token = next((t for t in ctx.tokens(sid) if t.start == match.start("noun")), None)
        head = ctx.head(token) if token is not None else None
        inside = [t for t in ctx.tokens(sid) if head is not None and head.i <= t.i and t.end < match.start() - 1]
        if head is None or head.pos not in {"NOUN", "PROPN"} or not inside:
            return
        text = re.sub(r"\s*\([^()]*\)?", "", phrase(ctx, tuple(inside)) or "").strip()
        shown = le(text, noun_gender(head.lemma.lower())) if text else None
        if not shown or len(text.split()) > 6:
            return
        owner = f" {de(shown)}"
    elif " " not in noun:
        return
    question = f"{'Quelle' if article == 'la' else 'Quel'} est {elide(article, noun)}{owner} ?"
    yield Draft("measure", question, (f"{elide(article, noun)}{owner} est de {figure.text}", figure.text), 0.8)


def staying(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« La capsule restera 18 jours accrochée à la station » → « Combien de temps … ? »"""
    clause = fact.clause
    figure = figure_after(ctx, fact)
    if (
        figure is None
        or (figure.unit or figure.counted.split(" ")[0]) not in TIME_UNITS
        or clause.verb.lemma.lower() not in {"rester", "demeurer", "durer"}
    ):
        return
    if clause.verb.lemma.lower() == "durer" or not fact.certain or clause.negated or clause.tense == "other":
        return
    tail = tail_of(ctx, fact, figure)
    if not tail:
        return
    question = ask("Combien de temps", fact, [tail, fact.front], plain=False)
    yield Draft("measure", question, (f"{fact.subject} {glued('', fact.verb)} {tail} pendant {figure.text}",), 0.75)


def within(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« La Lune tourne autour de la Terre en 27 jours » → « En combien de temps … ? »"""
    clause = fact.clause
    if not fact.certain or clause.negated or clause.tense == "other" or clause.copula is not None:
        return
    for figure in ctx.figures(fact.sid):
        before = ctx.text[clause.verb.end : figure.start]
        unit = (figure.unit or figure.counted).split(" ")[0].lower()
        if figure.start < clause.verb.end or unit not in TIME_UNITS or figure.value is None:
            continue
        match = re.match(r"(?P<rest>[^,;:.()]*?)\s*\ben $", before)
        rest = match["rest"].strip().replace("'", "’") if match else ""
        if match is None or not rest or loose_words(rest) or len(rest.split()) > 8:
            return
        words = number_words(int(figure.value)) if figure.value == int(figure.value) and figure.value < 100 else None
        spelt = re.sub(re.escape(figure.number), words, figure.text) if words else figure.text
        question = ask("En combien de temps", fact, [rest, fact.front], plain=False)
        yield Draft("measure", question, (told(f"en {spelt}", fact), told(f"en {figure.text}", fact)), 0.7)
        return


FIGURES = (count_of_object, count_of_subject, staying, within)
SENTENCE_FIGURES = (measured_subject, stated_sum, measure)
