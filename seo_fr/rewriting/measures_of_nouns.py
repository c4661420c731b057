"""Figures by the noun, the bracket or the adjective next to them: « une taxe de 3 % », « un recul (8 %) »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.french import de, le, noun_gender
from seo_fr.french.conjugation import past_participle
from seo_fr.model import Gender, Number, Token
from seo_fr.rewriting.clauses import clause_of
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import STOPS, bare, definite, tail, told
from seo_fr.rewriting.measures_of_amounts import undergone
from seo_fr.rewriting.nominal import action_nouns
from seo_fr.rewriting.places import (
    Found,
    Frame,
    Place,
    agreed,
    compared,
    governor,
    joint,
    left_phrase,
    lemma_of,
    named,
    previous,
    tense_of,
    with_tail,
    words,
)


def in_brackets(ctx: Context, place: Place) -> Found | None:
    """« un recul des récoltes (8 % de moins dans le Sud) », « en 1970 (900 élèves) »."""
    mark = previous(ctx, place.first.i)
    if mark is None or mark.text != "(" or (place.stop is not None and place.stop.text not in {")", "et", ",", ";"}):
        return None
    noun = previous(ctx, mark.i)
    if noun is None:
        return None
    date = next((d for d in ctx.dates(noun.sentence) if d.start <= noun.start < d.end), None)
    if date is not None:
        if not place.counted or not date.absolute:
            return None
        when = f"en {date.iso}" if re.fullmatch(r"\d{4}", date.text) else ""
        return Found("bracket.date", lambda c, _t: f"{c} {when}") if when else None
    if (part := portion(ctx, place, mark)) is not None:
        return part
    phrase = left_phrase(ctx, noun)
    if phrase is None:
        return None
    label = bare(ctx, phrase)
    if not label or len(label.split()) < 2 or place.counted or not place.figure.unit:
        return None
    counts = [f for f in ctx.figures(noun.sentence) if f.counted and f.start < phrase[0].start <= f.end + 12]
    if counts and "%" in place.figure.unit:
        return None  # « 334 464 candidats au bac général (48 %) »: a share of the whole, which nothing names
    if place.figure.unit in words("area_units"):
        return area(ctx, noun)
    others = (f for f in ctx.figures(noun.sentence) if f.start != place.figure.start)
    if any(f.start < noun.end and f.end > phrase[0].start for f in others):
        return None  # « 50 milles nautiques (93 km) »: the same in another unit
    head = next((t for t in phrase if t.pos == "NOUN"), None)
    if "%" in place.figure.unit and (head is None or not moving(head)):
        return None  # « dons de la fondation Roche (50 %) »: a share, which nothing names
    if not any(t.pos == "NOUN" and len(t.text) > 2 for t in phrase):
        return None
    return Found("bracket", lambda _c, t: with_tail(label, t))


def portion(ctx: Context, place: Place, mark: Token) -> Found | None:
    """« Le projet est financé par Orvane (60 %) et Dural (40 %) » → « part financée par Orvane »."""
    if "%" not in place.figure.unit or place.counted:
        return None
    name = proper_before(ctx, mark)
    before = [t for t in ctx.tokens(mark.sentence) if t.i < mark.i]
    by = next((t for t in reversed(before) if t.text.lower() == "par"), None)
    verb = previous(ctx, by.i) if by is not None else None
    if not name or verb is None or lemma_of(verb) not in words("portioned"):
        return None
    clause = clause_of(ctx, verb)
    if clause is None or not clause.passive or clause.negated or clause.tense not in {"present", "past", "imperfect"}:
        return None
    done = past_participle(lemma_of(verb), gender="f", number="s")
    subject = named(ctx, clause, lone=True)
    whole = f"part {de(subject)} {done} par {name}" if subject else ""
    alone = f"part {done} par {name}"
    return Found("portion", lambda _c, _t: alone, shorter=(lambda _c, _t: whole or alone,))


def proper_before(ctx: Context, mark: Token) -> str:
    """« Gordon and Betty Moore Foundation »: the name that stands right before a bracket; "" when there is none."""
    every = ctx.analysis.tokens
    start = mark.i
    while start > 0 and every[start - 1].sentence == mark.sentence:
        word = every[start - 1]
        if not (word.text[:1].isupper() or word.text.lower() in {"and", "for", "of", "&", "-"}):
            break
        start -= 1
    group = every[start : mark.i]
    while group and not group[0].text[:1].isupper():
        group = group[1:]
    if not group:
        return ""
    noun = previous(ctx, group[0].i)
    if noun is not None and noun.pos not in {"DET", "ADP", "CCONJ", "PUNCT"}:
        return ""  # « la fondation Roche »: the name is not whole
    article = previous(ctx, group[0].i)
    first = article if article is not None and article.text.lower() in {"l'", "l’", "le", "la"} else group[0]
    return ctx.text[first.start : group[-1].end]


def moving(noun: Token) -> bool:
    """Whether a noun tells a change, or an amount, of which a percentage is the measure."""
    lemma = noun.lemma.lower()
    return lemma in words("trends") | words("amounts") or any(r["noun"] == lemma for r in action_nouns().values())


def area(ctx: Context, last: Token) -> Found | None:
    """« X est la troisième île du pays (85 km2) » → « superficie de X »."""
    name = described(ctx, last)
    return Found("area", lambda _c, _t: f"superficie {de(name)}") if name else None


def described(ctx: Context, last: Token) -> str:
    """The subject of the « est » whose predicate ends on a word; "" when it cannot be named."""
    current = last
    for _ in range(4):
        clause = clause_of(ctx, current)
        if clause is not None and clause.copula is not None and not clause.negated:
            return named(ctx, clause) or ""
        current = ctx.head(current)
    tokens = ctx.tokens(last.sentence)
    mention = next((m for m in ctx.mentions(last.sentence) if m.start == tokens[0].start), None)
    verb = next((t for t in tokens if mention is not None and t.start >= mention.end), None)
    if mention is None or verb is None or verb.text.lower() != "est" or verb.i > last.i:
        return ""
    return ctx.analysis.entities[mention.entity].name


PICKING = frozenset({"un", "une", "le", "la", "l'", "l’", "les", "du", "des", "ce", "cet", "cette", "ces"})
"""What opens a second noun of a phrase as a thing of its own: « le tracé de la tranchée »."""


def of_noun(ctx: Context, place: Place) -> Found | None:
    """« une taxe de 3 % sur les dividendes », « la suppression de 300 postes », « un relèvement à 40 % des droits »."""
    link = previous(ctx, place.first.i)
    if link is None or link.text.lower() not in {"de", "d'", "d’", "à"}:
        return None
    last = previous(ctx, link.i)
    if last is None or last.pos not in {"NOUN", "ADJ", "PROPN"} or last.text.lower() in STOPS:
        return None
    phrase = left_phrase(ctx, last)
    if phrase is None:
        return None
    at = max((k for k, t in enumerate(phrase) if t.text.lower() in {"un", "une"}), default=0)
    if at and phrase[at + 1 :] and phrase[at + 1].lemma.lower() in words("amounts"):
        phrase = phrase[at:]  # « les coûts du spectacle d’une durée de »
    head = next(t for t in phrase if t.pos in {"NOUN", "PROPN"})
    if link.text.lower() == "à":
        return changing(ctx, place, phrase)
    lemma = head.lemma.lower()
    if lemma in words("hollow") or head.text.lower() in words("hollow") or phrase[-1].ent in {"PER"}:
        return None
    label = bare(ctx, phrase)
    if any(t.pos == "NUM" or t.text[:1].isdigit() for t in phrase[:2]):
        return None  # « 3 engins de 12 tonnes »: of each, and counted already
    if place.figure.unit in words("length_units") and any(t.text.lower() in PICKING for t in phrase[1:]):
        return None  # « la marque d’une frappe de 25 mètres »: which of the two?
    if not label or (place.figure.unit.split(" ")[-1] in words("time_units") and lemma not in words("spans")):
        return None
    if (whole := composed(ctx, place, phrase)) is not None:
        return whole
    if any(row["noun"] == lemma for row in action_nouns().values()) and place.counted and "%" not in place.figure.unit:
        return undergone(ctx, place, phrase)
    if not place.figure.unit or (place.tail and place.tail[-1].text.lower() in words("lofty")):
        return None
    qualified = len(phrase) > 2 or (len(phrase) == 2 and phrase[0].pos != "DET")
    if lemma in {"total", "nombre", "ensemble"} and place.counted:
        return None  # « un total de 10 millions de lettres envoyées »
    owner = owner_of(ctx, phrase) if lemma in words("amounts") else ""
    if owner:
        return Found("amount", lambda _c, t: with_tail(f"{label} {owner}", t))
    following = place.tail
    share = "%" in place.figure.unit and bool(place.counted)
    if share and not moving(head):
        return None  # « un alliage de 90 % de platine »
    done = participle_of(ctx, place, head, phrase)
    if done is None or not (qualified or following or share or done or compared(ctx, place)):
        return None
    summed = phrase[-1].text.lower() in words("totals") and phrase[-1].i != head.i
    whole_by_itself = lemma in words("amounts") and (summed or completed(phrase))
    if phrase[0].text.lower() in {"un", "une"} and not (
        following or share or done or compared(ctx, place) or whole_by_itself
    ):
        return None  # « une carte de 4 Go », « un plan de 2 milliards »: whose?
    described = any(t.pos == "ADJ" for t in phrase)
    if lemma in words("amounts") and not described and not following and not whole_by_itself:
        return None
    part = f"{joint(ctx, place)}{place.counted}" if share else ""

    def frame(name: str) -> Frame:
        return lambda _c, t: with_tail(" ".join(p for p in (name, part, done) if p), t)

    match = re.match(r"(?:création|instauration|mise en place|versement|octroi) d['’]une? (\w.*)$", label)
    return Found("noun", frame(label), shorter=(frame(match[1]),) if match else ())


def completed(phrase: Sequence[Token]) -> bool:
    """Whether an amount has its noun: « un montant de subvention »."""
    return any(t.text.lower() in {"de", "d'", "d’", "du", "des"} for t in phrase[1:-1])


def composed(ctx: Context, place: Place, phrase: Sequence[Token]) -> Found | None:
    """« le nouveau conseil de 38 membres » → « membres du nouveau conseil »."""
    if not place.counted or place.counted.split(" ", maxsplit=1)[0] not in words("composing") or place.tail:
        return None
    at = next((k for k in range(len(phrase) - 1, -1, -1) if phrase[k].pos == "DET"), None)
    inner = [k for k, t in enumerate(phrase) if t.text.lower() in {"du", "des"}]
    start = max([at or 0, *inner])
    head = next((t for t in phrase[start:] if t.pos == "NOUN"), None)
    if head is None or head.lemma.lower() in words("helping"):
        return None
    if any(row["noun"] == head.lemma.lower() for row in action_nouns().values()):
        return None
    if inner and (at is None or inner[-1] > at):
        of = told(ctx, phrase[inner[-1] :]) if phrase[inner[-1]].text.lower() == "du" else ""
        return Found("composed", lambda c, _t: f"{c} {of}") if of else None
    if at is None or phrase[at].text.lower() not in {"le", "la", "l'", "l’"}:
        return None
    whole = told(ctx, phrase[at:])
    return Found("composed", lambda c, _t: f"{c} {de(whole[:1].lower() + whole[1:])}") if whole else None


def participle_of(ctx: Context, place: Place, head: Token, phrase: Sequence[Token]) -> str | None:
    """« prévue par le gouvernement », « infligée au club »: what is done with it; "" if nothing, None if unclear."""
    verb = ctx.head(head)
    if verb.pos != "VERB" or (clause := clause_of(ctx, verb)) is None:
        return ""
    unreal = lemma_of(verb) in words("unreal")
    if head.dep == "nsubj:pass" and clause.passive and verb.i > place.first.i:
        after, _ = tail(ctx, verb.i + 1)
        text = told(ctx, after)
        plain = tense_of(clause) in {"present", "past", "imperfect"} and not clause.negated and not clause.before
        return f"{verb.text} {text}".strip() if plain and text is not None else None
    if head.dep != "obj":
        return ""
    if lemma_of(verb) in words("states") or any(c.dep.startswith("expl") for c in ctx.children(verb)):
        return ""
    number: Number = "s" if phrase[0].text.lower() in {"un", "une", "le", "la", "l'", "l’"} else ""
    done = agreed(ctx, verb, head, number)
    subject = named(ctx, clause, lone=True)
    if tense_of(clause) in {"present", "past", "imperfect", "pluperfect"} and subject and done:
        return f"{done} par {subject}"
    return None if unreal or tense_of(clause) not in {"present", "past", "imperfect"} else ""


def owner_of(ctx: Context, phrase: Sequence[Token]) -> str:
    """« une particule possédant une masse de », « une taxe d’un montant de »: « de la particule », « de la taxe »."""
    opener = phrase[0]
    if opener.text.lower() not in {"un", "une"} or (link := previous(ctx, opener.i)) is None:
        return ""
    if link.text.lower() not in {"d'", "d’", "possédant", "ayant"} or (noun := previous(ctx, link.i)) is None:
        return ""
    if noun.text == ")":  # « un dividende (à 12 h) d’un montant de »
        opening = next((t for t in reversed(ctx.tokens(noun.sentence)) if t.i < noun.i and t.text == "("), None)
        noun = previous(ctx, opening.i) if opening is not None else None
    whole = left_phrase(ctx, noun) if noun is not None else None
    if whole is not None:  # « les coûts de ce spectacle d’une durée de »: of the nearest noun
        whole = whole[max((k for k, t in enumerate(whole) if t.pos == "DET"), default=0) :]
    if whole is not None and (article := definite(ctx, whole[0])):
        known = bare(ctx, whole[1:])
        return de(f"{article}{'' if article.endswith('’') else ' '}{known}") if known else ""
    if whole is None or whole[0].text.lower() not in {"un", "une", "le", "la"}:
        return ""
    gender: Gender = "f" if whole[0].text.lower() in {"une", "la"} else "m"
    text = bare(ctx, whole)
    named_so = le(text, gender) if text else None
    return de(named_so) if named_so else ""


def changing(ctx: Context, place: Place, phrase: Sequence[Token]) -> Found | None:
    """« le relèvement à 40 % des droits » → « nouveau niveau des droits »; an aim → « niveau visé du déficit »."""
    at = next((k for k, t in enumerate(phrase) if t.lemma.lower() in words("changes")), None)
    if at is None or "%" not in place.figure.unit:
        return None
    meant = any(t.lemma.lower() in words("intents") for t in phrase[:at])
    if any(t.pos == "NOUN" for t in phrase[:at]) and not meant:
        return None
    level = "niveau visé" if meant else "nouveau niveau"
    if len(phrase) - at > 1:  # « le retour du déficit à 4,5 % du PIB »: the unit is « % du PIB »
        what = told(ctx, phrase[at + 1 :])
        return Found("change", lambda _c, t: with_tail(f"{level} {what}", t), whole=True) if what else None
    part = f" {joint(ctx, place)}{place.counted}" if place.counted else ""
    if not part and not (place.tail and place.tail[0].text.lower() in {"de", "du", "des", "d'", "d’"}):
        return None
    return Found("change", lambda _c, t: with_tail(f"{level}{part}", t))


def in_count(ctx: Context, place: Place) -> Found | None:
    """« quatorze fortins construits par l’armée », « les neuf moteurs du premier étage »: a count that is complete."""
    if not place.counted or place.figure.unit.startswith("%"):
        return None
    verb = governor(ctx, place)
    first = place.tail[0] if place.tail else None
    before = previous(ctx, place.first.i)
    number = previous(ctx, before.i) if before is not None else None
    part = number is not None and number.text[:1].isdigit()  # « 2 000 des 3 500 soldats présents »
    whole = before is not None and before.text.lower() in {"des", "les"} and not part
    hoped = verb is not None and lemma_of(verb) in words("unreal")
    if whole and not hoped and done_so(place) and first is not None:
        return Found("count", lambda c, t: f"{c} {t}")  # « les 74 œuvres présentées dans l’exposition »
    if hoped or (verb is not None and verb.morph.get("VerbForm") == "Inf"):
        return None
    if done_so(place) and first is not None and first.pos == "ADP" and first.text.lower() != "de":
        return Found("count", lambda c, t: f"{c} {t}")  # « 104 drapeaux hissés au centre »
    if (
        first is not None
        and agreeing(place, first)
        and first.morph.get("VerbForm") == "Part"
        and first.morph.get("Tense") != "Pres"
    ):
        return Found("count", lambda c, t: f"{c} {t}")
    complete = first is not None and first.text.lower() in {"à", "au", "aux", "de", "du", "des"}
    if whole and complete and len(place.tail) > 2:
        return Found("count", lambda c, t: f"{c} {t}")  # « les 334 464 candidats au baccalauréat général »
    if whole and len(place.counted.split()) >= 4 and re.search(r"\b(?:de|du|des|d['’])\b", place.counted):
        return Found("count", lambda c, _t: c)
    last = place.tokens[-1]
    kind = last.pos == "ADJ" and len(place.counted.split()) == 2
    if whole and kind and not place.tail and (place.figure.value or 0) >= LARGE:
        return Found("count", lambda c, _t: c)  # « les 59 membres initiaux »
    return None


def picked_out(ctx: Context, place: Place) -> Found | None:
    """« voir 21 toiles parmi les 74 œuvres présentées » → « toiles parmi les œuvres présentées »."""
    verb = governor(ctx, place)
    if not place.counted or (verb is not None and lemma_of(verb) in words("unreal")):
        return None
    other = next((f for f in ctx.figures(place.figure.sentence) if f.start > place.figure.start), None)
    if other is None or not other.counted or ctx.text[place.figure.end : other.start].strip() != "parmi les":
        return None
    whole = other.counted
    return Found("count", lambda c, _t: f"{c} parmi les {whole}", end=place.after + 1)


LARGE = 20
"""A definite count from which on it is news: « les 59 membres initiaux », not « les trois couleurs primaires »."""


def done_so(place: Place) -> bool:
    """Whether what is counted ends on a past participle: « emplois menacés », « œuvres présentées »."""
    last = place.tokens[-1]
    return len(place.counted.split()) > 1 and last.morph.get("VerbForm") == "Part" and last.morph.get("Tense") != "Pres"


def agreeing(place: Place, participle: Token) -> bool:
    """Whether a participle may go with what is counted: not « trois étoiles appelé X », which tells of the group."""
    plural = place.counted.split(" ")[0].endswith(("s", "x")) or (place.figure.value or 0) < 2
    return not plural or participle.text.endswith("s")


def with_article(name: str) -> str:
    """« la subvention », « l’emprunt »; "" where the gender is unknown.

    >>> with_article("subvention de la ville"), with_article("emprunt")
    ('la subvention de la ville', 'l’emprunt')
    """
    elided = name[:1].lower() in tuple("aeiouéèêœ")
    return le(name, noun_gender(name.split(maxsplit=1)[0].lower()) or ("m" if elided else "")) or ""


def part_of(ctx: Context, place: Place, last: tuple[Place, Found] | None) -> Found | None:
    """« …, dont 40 % de subvention », « dont 21 nouvelles »: a part of the figure before."""
    link = previous(ctx, place.first.i)
    if link is None or link.text.lower() != "dont" or last is None:
        return None
    before, found = last
    every = ctx.analysis.tokens
    done = every[place.after] if place.after < len(every) else None
    if not place.counted and done is not None and done.morph.get("VerbForm") == "Part" and found.base:
        brought = past_participle(lemma_of(done), gender="f", number="s")
        by, _ = tail(ctx, done.i + 1)
        text = told(ctx, by)
        if brought and text and text.startswith("par "):
            unit = re.search(r" d['’](?:euros|dollars)$| de francs$", before.figure.unit)
            suffix = unit[0] if unit is not None and place.figure.unit.startswith("milli") else ""
            return Found(
                "share",
                lambda _c, t: f"part {brought} {t if t.startswith('par ') else text}",
                end=by[-1].i + 1,
                suffix=suffix,
            )
    if "%" in place.figure.unit and place.counted and found.base:
        if not with_article(place.counted):
            return None
        return Found(
            "part", lambda c, t: f"{with_tail(f'part {de(with_article(c))}', t)} dans {found.base}", base=found.base
        )
    counted = before.counted or found.counted
    following = place.tail
    if not place.counted and counted and following and following[0].pos == "ADJ" and following[0].number != "s":
        kind = following[0].text
        short = f"{counted} {kind} (sur {before.figure.number})"
        return Found("part", lambda _c, t: f"{counted} {t}", shorter=(lambda _c, _t: short,))
    return None
