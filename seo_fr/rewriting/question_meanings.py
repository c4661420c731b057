"""Questions on what a word stands for: by its apposition, by « c’est-à-dire », by what it is meant for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import elide
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_shapes import INFINITIVE
from seo_fr.rewriting.question_surface import affirmed, flat
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

APPOSED_RE = re.compile(
    r"(?:par |avec |dans |sur |d’)?(?P<the>le |la |l’|du )(?P<term>[A-Z][\w’-]+(?: [A-Z][\w’-]+)*), (?P<def>une? "
    r"[^\W\d_]+ [^,;:.()«»]{8,60})$"
)


def apposed(ctx: Context, sid: int) -> Iterator[Draft]:
    """« … données par le Kelvo Sonar, un instrument d’écoute sous-marine. ».

    Asked: « Qu’est-ce que le Kelvo Sonar ? »
    """
    match = APPOSED_RE.search(flat(ctx, sid))
    if match is None or loose_words(match["def"]) or re.search(r"\b(?:qui|que|dont|où)\b", match["def"]):
        return
    entity = next((e for e in ctx.analysis.entities if match["term"] in {e.name, *e.aliases}), None)
    if entity is not None and entity.label in {"PER", "LOC"}:
        return
    term = f"{'le ' if match['the'] == 'du ' else match['the']}{match['term']}"
    yield Draft("define", f"Qu’est-ce {elide('que', term)} ?", (f"{term} est {match['def']}",), 0.8)


MUTUAL = {
    "chevauchement": "se chevauchent",
    "rencontre": "se rencontrent",
    "croisement": "se croisent",
    "fusion": "fusionnent",
}
MUTUAL_RE = re.compile(
    rf"\b(?:lors d’)?(?P<a>une?) « (?P<t>[^\W\d_]+) », c’est-à-dire l[ea] (?P<n>{'|'.join(MUTUAL)}) (?:de |d’)"
    rf"(?P<x>(?:une? )[^,;:.()]+?) et "
    r"(?:de |d’)(?P<y>(?:une? )[^,;:.()]+)$"
)


def mutual(ctx: Context, sid: int) -> Iterator[Draft]:
    """« une « jonque », c’est-à-dire la fusion d’une A et d’une B » → « Qu’est-ce qu’une jonque ? »"""
    match = MUTUAL_RE.search(flat(ctx, sid))
    if match is None or ctx.attributions(sid):
        return
    asked = f"Que se passe-t-il lors d’{match['a']} {match['t']} ?"
    yield Draft("terms", asked, (f"{match['x']} et {match['y']} {MUTUAL[match['n']]}",), 0.75)


MEANT_RE = re.compile(
    rf"^(?P<s>[A-Z][\w-]+) est (?P<a>une?) (?P<n>[^\W\d_]+(?: [^\W\d_]+)?) destinée? à (?P<inf>{INFINITIVE}) "
    rf"(?P<obj>(?:les |la |le |l’)[^,;:.()]+?) "
    r"(?P<on>sur|dans|pour|entre) (?P<c>(?:les |la |le |l’)[^,;:.()]+)$"
)


def meant(ctx: Context, sid: int) -> Iterator[Draft]:
    """« ETIP est une base destinée à faciliter A sur B » → « Qu’est-ce que la base ETIP ? », in two sentences."""
    match = MEANT_RE.match(flat(ctx, sid))
    if match is None or not affirmed(ctx, sid) or loose_words(f"{match['obj']} {match['c']}"):
        return
    pronoun = "elle" if match["a"] == "une" else "il"
    more = f"{pronoun} doit {match['inf']}, {match['on']} {match['c']}, {match['obj']}"
    asked = f"Qu’est-ce que {elide('la' if match['a'] == 'une' else 'le', match['n'].split()[0])} {match['s']} ?"
    yield Draft("terms", asked, (f"{match['s']} est {match['a']} {match['n']}",), 0.75, (), ((more, (sid,)),))


SENTENCE_MEANINGS = (apposed, mutual, meant)
