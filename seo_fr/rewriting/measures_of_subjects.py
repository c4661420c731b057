"""Figures that a verb or « en baisse de » gives of its subject: « le coût s’élève à », « les ventes ont reculé de »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.french import de, le, noun_gender, que
from seo_fr.french.conjugation import conjugate
from seo_fr.model import Figure, Gender, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import Clause, clause_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import bare, lowered, told
from seo_fr.rewriting.measures_of_extents import product_of
from seo_fr.rewriting.nominal import AMBIVALENT, action_nouns
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
    stripped,
    tense_of,
    with_tail,
    words,
)


def reaching(ctx: Context, place: Place) -> Found | None:
    """« Le coût s’élève à 3 millions », « le parc compte 40 loups », « l’incendie a fait 2 blessés »."""
    if (plain := unparsed(ctx, place)) is not None:
        return plain
    verb = governor(ctx, place)
    if verb is None:
        return None
    between = ctx.analysis.tokens[verb.i + 1 : place.first.i]
    lemma = lemma_of(verb)
    if (deaths := killed(ctx, place)) is not None:
        return deaths
    if lemma == "faire" and place.counted.split()[:1] and place.counted.split()[0] in words("victims"):
        return harm(ctx, verb) if not between else None
    if (clause := clause_of(ctx, verb)) is not None and clause.passive and not clause.negated:
        return assessed(ctx, place, clause)
    if clause is None or clause.negated or clause.passive:
        return None
    row = load_toml(LEXICON)["reach"].get(f"s'{lemma}" if clause.reflexive and lemma[0] in "aeéiou" else
                                          f"se {lemma}" if clause.reflexive else lemma)  # fmt: skip
    if row is None or clause.before:
        return None
    if lemma == "mesurer" and (side := measured_side(ctx, place, clause)) is not None:
        return side
    if tense_of(clause) == "conditional" and lemma == "coûter" and not place.counted and not between:
        subject = named(ctx, clause, lone=True)
        wanted = f"montant {que(clause.finite.text)} {subject}"
        return Found("relative", lambda _c, t: with_tail(wanted, t)) if subject else None
    shape = str(row.get("future", "") if tense_of(clause) == "future" else row["label"])
    if not shape or tense_of(clause) not in row.get("tenses", ["present", "past", "imperfect", "future"]):
        return None
    if [t.text.lower() for t in between if t.pos != "ADV"] != ([row["preposition"]] if row["preposition"] else []):
        return None
    if place.figure.unit not in row.get("units", [place.figure.unit]):
        return None
    subject = named(ctx, clause, lone=True)
    share = "%" in place.figure.unit and bool(place.counted)
    shown = "whole" in row or (bool(place.counted) and (row["preposition"] != "" or (share and shape == "{subject}")))
    counts = bool(place.counted) and not shown
    if subject is None or ("{counted}" in shape) != counts:
        return None

    def frame(counted: str, after: str) -> str:
        name = stripped(subject)
        if " " not in name and unit_noun(place.figure) == "montant":
            name = f"montant {de(subject)}"
        label = shape.format(subject=name, of=de(subject), counted=counted)
        return with_tail(label, after)

    return Found("reach", frame, own=True, base=subject, whole=shown)


def unparsed(ctx: Context, place: Place) -> Found | None:
    """« La tour mesure 86 mètres de haut », where the parser took the verb for a noun: by its form and its place."""
    verb = previous(ctx, place.first.i)
    if verb is None or verb.pos in {"VERB", "AUX", "PUNCT"} or (last := previous(ctx, verb.i)) is None:
        return None
    lemma = next((r for r in load_toml(LEXICON)["reach"] if conjugate(r, "present") == verb.text.lower()), "")
    row = load_toml(LEXICON)["reach"].get(lemma)
    phrase = left_phrase(ctx, last) if row is not None and row["preposition"] == "" else None
    if row is None or phrase is None or phrase[0].pos != "DET" or "whole" in row:
        return None
    before = previous(ctx, phrase[0].i)
    if before is not None and before.text not in {",", ";", ":", "Or", "Mais", "et"}:
        return None
    subject = told(ctx, phrase, known=True)
    counts = bool(place.counted)
    if not subject or phrase[0].i == verb.i:
        return None
    subject = lowered(subject, phrase[0])
    if lemma == "mesurer" and (product := product_of(ctx, place)):
        return Found("dimensions", lambda _c, _t: f"dimensions {de(subject)}", suffix=product)
    if lemma == "mesurer":
        return side_of(place, subject, "")
    shape = str(row["label"])
    if ("{counted}" in shape) != counts or place.figure.unit not in row.get("units", [place.figure.unit]):
        return None
    if shape == "{subject}":
        return None  # « atteint » may be a participle
    return Found("reach", lambda c, t: with_tail(shape.format(subject=subject, of=de(subject), counted=c), t), own=True)


def assessed(ctx: Context, place: Place, clause: Clause) -> Found | None:
    """« Le budget du projet est estimé à 3 millions » → « estimation du budget du projet »."""
    noun = {"estimer": "estimation", "évaluer": "évaluation"}.get(lemma_of(clause.verb), "")
    link = previous(ctx, place.first.i)
    if not noun or link is None or link.text.lower() != "à" or previous(ctx, link.i) != clause.verb or place.counted:
        return None
    subject = named(ctx, clause, lone=True)
    if not subject or clause.before or tense_of(clause) not in {"present", "past", "imperfect"}:
        return None
    return Found("reach", lambda _c, t: with_tail(f"{noun} {de(subject)}", t), own=True, base=subject)


def measured_side(ctx: Context, place: Place, clause: Clause) -> Found | None:
    """« L’ouvrage mesurera 86 mètres de long » → « longueur prévue de l’ouvrage »."""
    subject = named(ctx, clause, lone=True)
    if subject is None:
        return None
    return side_of(place, subject, " prévue" if tense_of(clause) == "future" else "")


def side_of(place: Place, subject: str, planned: str) -> Found | None:
    """« hauteur prévue de la tour »: each figure by its own word, « 86 mètres de haut et 12 mètres de large »."""
    sides = load_toml(LEXICON)["sides"]
    first = sides.get(place.counted or (place.tail[-1].text.lower() if place.tail else ""))

    def frame(counted: str, after: str) -> str:
        return f"{sides.get(counted or after.rsplit(' ', 1)[-1], first)}{planned} {de(subject)}"

    return Found("side", frame) if first else None


BEINGS = frozenset({"est", "était", "sont", "étaient", "sera", "seront", "été"})


def being(ctx: Context, place: Place) -> Found | None:
    """« Le loyer moyen était de 720 euros » → « loyer moyen »; a place that opens the sentence stays."""
    link = previous(ctx, place.first.i)
    verb = previous(ctx, link.i) if link is not None and link.text.lower() in {"de", "d'", "d’"} else None
    if verb is None or verb.text.lower() not in BEINGS or not place.figure.unit or place.counted:
        return None
    if verb.text.lower() == "été" and (verb := previous(ctx, verb.i)) is None:
        return None
    noun = previous(ctx, verb.i)
    phrase = left_phrase(ctx, noun) if noun is not None and noun.pos in {"NOUN", "PROPN", "ADJ"} else None
    whole = subject_before(ctx, place, verb)
    if whole and (phrase is None or tuple(whole) != tuple(phrase)):
        label = bare(ctx, whole, known=True)
        return Found("reach", lambda _c, t: with_tail(label or "", t)) if label else None
    if phrase is None or phrase[0].text.lower() not in {"le", "la", "l'", "l’", "les"}:
        return None
    first = ctx.tokens(verb.sentence)[0]
    opening = ctx.analysis.tokens[first.i : phrase[0].i]
    if opening and opening[-1].text in {",", ";", ":"} and any(t.morph.get("VerbForm") == "Fin" for t in opening):
        opening = ()  # a clause of its own comes before
    front = told(ctx, opening) if opening else ""
    if front is None or (opening and (opening[-1].text != "," or first.pos != "ADP" or len(opening) > 14)):
        return None
    if any(t.pos in {"VERB", "AUX", "PRON"} for t in opening):
        return None
    label = bare(ctx, phrase)
    if not label or (len(phrase) < 4 and any(t.text.lower() in words("ranks") for t in phrase)):
        return None  # « le précédent record »: of what?
    if verb.text.lower() in {"sera", "seront"}:
        noun_only, _, rest = label.partition(" ")
        gender = noun_gender(noun_only)
        if not gender or phrase[0].text.lower() == "les":
            return None
        label = f"{noun_only} prévu{'e' if gender == 'f' else ''} {rest}".strip()
    where = front[:1].lower() + front[1:]
    return Found("reach", lambda _c, t: with_tail(with_tail(label, t), where), base="" if where else ctx.span(phrase))


def subject_before(ctx: Context, place: Place, verb: Token) -> Sequence[Token]:
    """The subject of « est de » where it opens the sentence or its own clause, with its complements, without asides."""
    heads = {place.head.i, ctx.head(place.head).i, verb.i}
    noun = next((t for t in ctx.tokens(verb.sentence) if t.dep == "nsubj" and t.head in heads and t.i < verb.i), None)
    if noun is None or noun.pos != "NOUN":
        return ()
    group = tuple(sorted((t for t in ctx.subtree(noun) if t.i < verb.i), key=lambda t: t.i))
    if len(group) != group[-1].i - group[0].i + 1:
        return ()
    comma = next((k for k, t in enumerate(group) if t.text in {",", "("}), len(group))
    sizes = (k for k, t in enumerate(group) if k > 2 and t.lemma.lower() in words("amounts"))
    size = next((k for k in sizes if group[k - 1].text.lower() in {"un", "une"}), comma)
    kept = group[: min(comma, size - 2 if size < comma else comma)]  # « d’une durée de vingt minutes » is told apart
    if not kept or kept[0].pos != "DET" or kept[-1].i < noun.i or any(t.pos in {"PRON", "VERB", "AUX"} for t in kept):
        return ()
    if comma < len(group) and group[-1].text not in {",", ")"} and ctx.analysis.tokens[group[-1].i + 1].text != ",":
        return ()
    before = previous(ctx, kept[0].i)
    return kept if before is None or before.text in {",", ";", ":"} else ()


def harm(ctx: Context, verb: Token) -> Found | None:
    """« L’incendie a fait 2 blessés légers » → « blessés légers dans l’incendie »."""
    subject = shared_subject(ctx, verb, lone=True)
    clause = clause_of(ctx, verb)
    if subject is None and clause is not None:
        head = clause.subject_head
        first = clause.subject[0]
        known = any(t.lemma == head.lemma and t.sentence < head.sentence for t in ctx.analysis.tokens)
        if first.text.lower() not in {"cet", "ce", "cette"} or len(clause.subject) != 2 or not known:
            return None
        gender: Gender = "f" if first.text.lower() == "cette" else "m"
        subject = le(head.text, gender)
    if not subject or subject[:1].isupper():
        return None
    return Found("harm", lambda c, t: with_tail(f"{c} dans {subject}", t))


def killed(ctx: Context, place: Place) -> Found | None:
    """« L’avalanche a causé la mort de neuf personnes » → « morts dans l’avalanche »."""
    link = previous(ctx, place.first.i)
    noun = previous(ctx, link.i) if link is not None and link.text.lower() in {"de", "d'", "d’", "à"} else None
    det = previous(ctx, noun.i) if noun is not None and noun.text.lower() in {"mort", "vie", "décès"} else None
    verb = previous(ctx, det.i) if det is not None and det.text.lower() in {"la", "le"} else None
    if verb is None or place.counted.split(" ")[0] not in words("people") or place.tail:
        return None
    if lemma_of(verb) not in {"causer", "provoquer", "entraîner", "coûter"} or (clause := clause_of(ctx, verb)) is None:
        return None
    head = clause.subject_head
    if clause.negated or clause.passive or head.pos != "NOUN" or tense_of(clause) not in {"present", "past"}:
        return None
    det_text = clause.subject[0].text.lower()
    name = le(head.text, noun_gender(head.text.lower(), determiner=det_text, tagged=head.gender))
    return Found("harm", lambda _c, _t: f"morts dans {name}") if name and len(clause.subject) < 8 else None


def in_trend(ctx: Context, place: Place) -> Found | None:
    """« L’action était en baisse de 6,81 % », « les ventes ont reculé de 3 % »."""
    link = previous(ctx, place.first.i)
    if link is None or link.text.lower() not in {"de", "d'", "d’"} or not place.figure.unit:
        return None
    word = previous(ctx, link.i)
    if word is None:
        return None
    noun = ""
    clause: Clause | None = None
    if word.text.lower() in words("trends"):
        before = previous(ctx, word.i)
        if before is None or before.text.lower() != "en":
            return None
        clause, noun = clause_of(ctx, word), word.text.lower()
        if clause is None and (found := trend_of_noun(ctx, before, noun)) is not None:
            return found
    elif word.morph.get("VerbForm") == "Inf":
        return seen_trend(ctx, word) or planned_trend(ctx, word)
    elif word.pos == "VERB" and (row := action_nouns().get(lemma_of(word))):
        clause, noun = clause_of(ctx, word), str(row["noun"])
        if row["bears"] != "subject" and not (
            lemma_of(word) in AMBIVALENT and clause is not None and not clause.object
        ):
            return None
        if clause is not None and clause.passive:
            return None
    if clause is None or clause.negated or tense_of(clause) not in {"present", "past", "imperfect", "future"}:
        return None
    if tense_of(clause) == "future":
        gender = action_nouns().get(lemma_of(clause.verb), {}).get("gender")
        if not gender:
            return None
        noun = f"{noun} prévu{'e' if gender == 'f' else ''}"
    subject = named(ctx, clause, lone=True)
    fronts = [told(ctx, c.tokens) for c in clause.before]
    if not subject or any(f is None for f in fronts):
        return None
    when = ", ".join(f[:1].lower() + f[1:] for f in fronts if f)
    return Found("trend", lambda _c, t: with_tail(with_tail(f"{noun} {de(subject)}", t), when), own=True)


def trend_of_noun(ctx: Context, link: Token, noun: str) -> Found | None:
    """« a publié un bénéfice net en baisse de 31 % » → « baisse du bénéfice net »; *link* is the « en »."""
    last = previous(ctx, link.i)
    phrase = left_phrase(ctx, last) if last is not None and last.pos in {"NOUN", "ADJ", "PROPN"} else None
    head = next((t for t in phrase if t.pos == "NOUN"), None) if phrase else None
    if head is not None and not {head.lemma.lower(), head.text.lower()} & (words("amounts") | words("rising")):
        return None  # « un lait en hausse de 9 % »: its price, or its sales?
    if phrase is None or head is None or phrase[0].text.lower() not in {"un", "une", "des", "le", "la", "les"}:
        return None
    if ctx.head(head).pos not in {"VERB", "AUX"} or any(t.text.lower() in {"un", "une"} for t in phrase[1:]):
        return None
    what = ctx.span(phrase[1:])
    many = phrase[0].text.lower() in {"des", "les"}
    whole = f"les {what}" if many else le(what, head.gender or noun_gender(head.text.lower()))
    return Found("trend", lambda _c, t: with_tail(f"{noun} {de(whole)}", t), own=True) if whole else None


def seen_trend(ctx: Context, verb: Token) -> Found | None:
    """« Le groupe a vu ses ventes reculer de 3 % » → « recul des ventes du groupe »."""
    row = action_nouns().get(lemma_of(verb))
    if row is None or row["bears"] != "subject":
        return None
    every = ctx.analysis.tokens
    at = next((k for k in range(verb.i - 1, max(verb.i - 8, 0), -1) if every[k].text.lower() in SEEN), None)
    if at is None or lemma_of(every[at - 1]) != "voir" or (clause := clause_of(ctx, every[at - 1])) is None:
        return None
    subject, what = named(ctx, clause, lone=True), told(ctx, every[at + 1 : verb.i])
    if subject is None or not what or clause.negated or clause.before or tense_of(clause) not in {"present", "past"}:
        return None
    several = every[at].text.lower() in {"ses", "leurs"}
    article = f"les {what}" if several else le(what, noun_gender(what.split()[0].lower()))
    if article is None:
        return None
    return Found("trend", lambda _c, t: with_tail(f"{row['noun']} {de(article)} {de(subject)}", t), own=True)


SEEN = frozenset({"son", "sa", "ses", "leur", "leurs"})


def planned_trend(ctx: Context, verb: Token) -> Found | None:
    """« La consommation devrait baisser de 35 % » → « baisse prévue de la consommation »."""
    finite = ctx.head(verb) if verb.dep == "xcomp" else verb
    before = previous(ctx, verb.i)
    if before is None or before.text.lower() not in {"devrait", "devraient", "doit", "doivent", "va", "vont"}:
        return None
    clause = clause_of(ctx, finite) or clause_of(ctx, before)
    row = action_nouns().get(lemma_of(verb))
    if clause is None or row is None or clause.negated or clause.before:
        return None
    noun = str(row["noun"])
    subject = named(ctx, clause, lone=True)
    if subject is None or not row.get("gender"):
        return None
    planned = f"{noun} prévu{'e' if row['gender'] == 'f' else ''} {de(subject)}"
    return Found("trend", lambda _c, t: with_tail(planned, t), own=True)


def at_rate(ctx: Context, place: Place) -> Found | None:
    """« Le mobilier est subventionné à 50 % par le conseil » → « taux de subvention du mobilier par le conseil »."""
    link = previous(ctx, place.first.i)
    if link is None or link.text.lower() != "à" or "%" not in place.figure.unit or place.counted:
        return None
    verb = previous(ctx, link.i)
    if verb is None or verb.morph.get("VerbForm") != "Part" or (clause := clause_of(ctx, verb)) is None:
        return None
    subject = named(ctx, clause, lone=True)
    if not clause.passive or clause.negated or not subject or clause.before:
        return None
    if tense_of(clause) not in {"present", "past", "imperfect"}:
        return None
    row = action_nouns().get(lemma_of(verb))
    if row is None or row["bears"] != "object":
        return None
    return Found("rate", lambda _c, t: with_tail(f"taux {de(str(row['noun']))} {de(subject)}", t))


def in_time(ctx: Context, place: Place) -> Found | None:
    """« La construction du pont a été menée en neuf mois » → « durée de la construction du pont »."""
    link = previous(ctx, place.first.i)
    if link is None or link.text.lower() != "en" or place.figure.unit not in words("time_units") or place.tail:
        return None
    verb = governor(ctx, place)
    clause = clause_of(ctx, verb) if verb is not None else None
    if clause is None or not clause.passive or clause.negated or tense_of(clause) not in {"present", "past"}:
        return None
    head = clause.subject_head.text.lower()
    if head not in words("lasting") and not any(row["noun"] == head for row in action_nouns().values()):
        return None
    subject = named(ctx, clause, lone=True)
    return Found("time", lambda _c, _t: f"durée {de(subject)}") if subject else None


def unit_noun(figure: Figure) -> str:
    """« montant », « distance », for an amount that counts nothing."""
    last = re.sub(r"^.*d['’]|^.* de ", "", figure.unit)
    for noun, units in load_toml(LEXICON)["units"].items():
        if last in units:
            return str(noun)
    return ""
