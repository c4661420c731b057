"""Questions on how much and how long: costs, amounts, durations, with their unit and qualifier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import de, elide, le, noun_gender, number_words
from seo_fr.model import Figure
from seo_fr.rewriting.asking import Fact, ask, glued, plain
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.naming import phrase, several
from seo_fr.rewriting.question_figures import TIME_UNITS, figure_after, tail_of
from seo_fr.rewriting.question_wording import SO_RE
from seo_fr.rewriting.questions import Draft, settings
from seo_fr.rewriting.stretches import loose_words, told

MEASURE_RE = re.compile(
    r"(?:^|[;:,] )(?P<s>(?:[Uu]ne?|[Ll]es?|[Ll]a|[Ll]’)\s?[^,;:.()]{3,60}?) "
    r"(?P<v>dure(?:nt)?|mesure(?:nt)?|pèse(?:nt)?|coûte(?:nt)?|rapporte(?:nt)?|"
    r"(?:a|ont) (?:duré|coûté)|(?:dure|coûte)r(?:a|ont)) "
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
    lemma = "durer" if "dur" in verb else "coûter" if "coût" in verb else MEASURES.get(verb.removesuffix("nt"), "")
    row = settings()["measures"].get(lemma)
    figure = next((f for f in ctx.figures(sid) if f.start - sentence.start == match.end()), None)
    if row is None or figure is None or loose_words(subject) or re.search(r"\b(?:qui|que|dont)\b", subject):
        return
    subject = subject[:1].lower() + subject[1:]
    if text[: match.start("s")].rstrip().endswith(","):
        return  # something before it may limit it
    head = next((t for t in ctx.tokens(sid) if t.start >= start and t.pos == "NOUN"), None)
    short = len(subject.replace("’", " ").split()) < 3
    if " et " in subject or (short and (head is None or several(ctx, head))):
        return  # « la côte »: which one?
    amount = full(ctx, figure)
    have, be = ("ont", "est") if verb.endswith("nt") else ("a", "est")
    if verb.split()[0] in {"a", "ont"}:
        have, be = f"{verb.split()[0]} eu", "a été"
    elif verb.endswith(("ra", "ront")):
        have, be = ("auront" if verb.endswith("nt") else "aura"), "sera"
    answers = [amount]
    if row["answer"]:
        made = row["answer"].format(s=subject, have=have, f=amount, be=be)
        made = re.sub(r"\bde (le|les) ", lambda m: {"le": "du ", "les": "des "}[m[1]], made)
        answers.insert(0, re.sub(r"\bde (?=[aeiouyéèê])", "d’", made))
    if verb in {"mesure", "mesurent"} and re.search(r"\bkm\b|kilomètre", amount):
        answers.insert(0, f"{subject} {'s’étend' if verb == 'mesure' else 's’étendent'} sur {amount}")
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
    # nothing of it, where more shares follow
    dont = re.match(r",?\s+dont ([^;:.()]+)\.?$", ctx.text[figure.end : sentence.end].rstrip())
    answers: list[str] = []
    question = f"{which} {be} {subject} ?"
    cost = re.match(r"le coût (d(?:es|u|e la|e l’|’une?) .+)$", subject)
    if cost and be == "est":
        owner = re.sub(r"^des ", "les ", re.sub(r"^du ", "le ", re.sub(r"^de (?=la |l’)", "", cost[1])))
        more = f", dont {dont[1].strip()}" if dont else ""
        costs = f"{'coûtent' if owner.startswith('les ') else 'coûte'}"
        answers.append(f"{owner} {costs} {amount}{more}")
        question = f"Combien {costs} {owner} ?"  # what a reader types; the noun is left for the answer
    if other:
        answers += [f"{subject} {other} {amount}, dont {dont[1].strip()}"] if dont else []
        answers.append(f"{subject} {other} {amount}")
    if (parted := PARTED_RE.match(subject)) and other:
        answers.append(f"{parted['head']} {other} {amount} {parted['tail']}")
    answers.append(amount)
    if question.startswith("Combien"):
        answers = [*answers[1:-1], answers[0], answers[-1]]
    yield Draft("measure", question, tuple(answers), 0.85)


PARTED_RE = re.compile(r"(?P<head>l[ea] [^\W\d_]+|l’[^\W\d_]+) (?P<tail>(?:au|à|en|dans|pour|sur|lors) .+)$")

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
    answers = [f"{elide(article, noun)}{owner} est de {figure.text}", figure.text]
    if that_is := SO_RE.match(ctx.text[figure.end : sentence.end].replace("'", "’")):
        answers.insert(0, f"{figure.text}, soit {that_is['so']}")
    yield Draft("measure", question, tuple(answers), 0.8)


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


MEASURES_OF_FACTS = (staying, within)
SENTENCE_MEASURES = (measured_subject, stated_sum, measure)
