"""The meta description: one or two faithful sentences of the source, with the keyphrase, of a length that is shown."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from seo_fr.french import capitalize_first
from seo_fr.french.phrases import people_nouns
from seo_fr.model import Keyphrase
from seo_fr.topics.description_cuts import (
    WORD_RE,
    bereft,
    complete,
    headless,
    listing,
    main_verbs,
    sound,
    verbal_fact,
    whole_cuts,
)
from seo_fr.topics.description_forms import DESCRIPTION, clipped, main_clause, opening_verb, shortened
from seo_fr.topics.heading_cuts import LABEL_RE, NAME_RE, common_word, is_theme
from seo_fr.topics.heading_families.base import Headline, Stage
from seo_fr.topics.heading_families.given import lower_known, verbal
from seo_fr.topics.matching import find_phrase, function_words, stems
from seo_fr.topics.units import depends, leans

EARLY: Final = 5
"""Sentences of the source that a description may cut short."""
FURTHEST: Final = 8
"""Sentences that may part the two that make a description."""
SHORTEST_FACT: Final = 40
"""Characters under which a fact is too thin for a description."""
LEAST_FACT: Final = -0.5
"""What a fact told shorter is worth, as a heading, to be one of a description, where it says whose word it is."""
SHORTEST_SECOND: Final = 25
HELD: Final = 1.3
"""Worth of the keyphrase whole; of half of its words, a quarter of that."""
LATER: Final = 0.2
"""What each sentence before it, up to the chapô, takes off."""
TOO_SHORT: Final = 2.0
NEWS: Final = 2.4
"""Worth of a description that tells the whole headline."""
BACKWARD: Final = 2.0
"""What a description loses that tells first what the source tells later."""
SAID: Final = 1.5
"""What a description loses that opens on the very sentence that the title is drawn from."""
LINKED: Final = 1.5
"""What a description loses that opens on a sentence tied to another by « également » or « tout de même »."""
LINKED_RE: Final = re.compile(r"\b(?:également|aussi (?!bien|que)|tout de même|quant à|à son tour|en outre)\b")
LED: Final = (2.4, 1.4, 0.8)
"""Worth of a description that opens on the first sentence of the chapô, which tells the news, on the second, on a later
one."""
QUOTED: Final = 1.5
"""What a description loses that opens on what somebody says: of what?"""
LABELLED: Final = 2.2
"""What a description loses that has the keyphrase before a colon."""
NAMED: Final = 1.0
"""Worth of all the names of the headline; a description with none of them, nor the keyphrase, loses as much."""
FILED: Final = 0.5
"""What a description loses that has before a colon the country or the event that files the headline."""
LEAST_HEADLINE: Final = 3
"""Content words of a headline from which on it tells some news."""
CLIPPED: Final = 1.8
"""What a description loses that ends on an ellipsis."""
FAR: Final = 0.6
"""What a description loses whose two sentences do not follow one another."""
OPENINGS: Final = 16
"""Sentences among which the first is looked for."""
POINTING_RE: Final = re.compile(
    r"^(?:[^,]{0,60},\s+)?(?:il|elle|ils|elles)\b|^(?:On|Je|J['’]|Nous|Vous|Personne)\b.*\b(?:il|elle|ils|elles)\b|\b(?:cet|cette|ces|celui-ci|celle-ci|ceux-ci|eux|celui|celle|"
    r"(?:la|le|les) mêmes?(?! \w+ (?:de|que|d[’']|qu[’']))|"
    r"^(?:\w+ ){1,3}l['’](?:a|ont|avai(?:t|ent))\b|ce(?! (?:que|qui|dont|n|sont|soit|fut|sera)\b)(?=\s\w))\b",
    re.I,
)
"""A pronoun or a demonstrative that has nothing to stand for at the head of a description."""
OPENER_RE: Final = re.compile(
    r"(?:Le (?:jour même|même jour|lendemain|soir même)|La veille|(?:Au|Dans le) même (?:moment|temps)|À l[’']époque|"
    r"Ce (?:jour|soir|matin)-là|Dans la (?:soirée|matinée|foulée|journée)|Comme |Pour (?:le moment|l[’']instant)|"
    r"Peine perdue|De plus|En outre|Par ailleurs|En effet|Enfin|Ensuite|Cependant|Toutefois|En revanche|Ainsi|Donc|"
    r"(?:L[’']an(?:née)?|Le mois|La semaine|La saison) derni[eè]re?|(?:Est|A|Ont|Sont|Peut|Faut|Était)-|"
    r"Mais|Et|Or|Puis|Alors|D[’']autres|Certain(?:e?s|e)|[A-Za-zÀ-ÿ]+ez alors|Entre-temps|"
    r"(?:L[’']|La |Le )(?:explication|raison|cause|conséquence|problème|solution)(?! (?:de|du|des|d[’'])\b)|"
    r"Car|Rappelons|Notons|Malheureusement|Bref|Note|TL;DR|Autre|Dans son|Lors de son|Lors de sa|À cette)\b"
)
PRONOUN_RE: Final = re.compile(
    r"(?:Ils?(?! (?:y a|y avait|y aura|faut|fallait|faudra|devait y|s['’]agit)\b)|Elles?|Celui|Celle|Ceux)\b"
)
"""Whom? Rather the opening of the source, cut, than this."""
CAUSE_RE: Final = re.compile(r"^Car ")
"""What ties a sentence to the one before, and may be left out of it."""
DEICTIC_RE: Final = re.compile(
    r"\b(?:ce matin|ce soir|aujourd[’']hui|hier|demain|ci-dessous|ci-dessus|ce dernier)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence that may stand in a description."""

    text: str
    sid: int
    whole: float
    """1 for a sentence as it is, less for one without its tail, or a fact told shorter."""
    held: bool
    """Whether it holds the keyphrase."""
    themes: int
    """How many of the other keyphrases it holds."""
    leaning: bool
    """Whether it needs what stands before it."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a description is to tell."""

    focus: Keyphrase
    headline: frozenset[str]
    """Stems of the headline, its label aside."""
    lead: frozenset[int]
    """Ids of the sentences of the chapô."""
    names: frozenset[str] = frozenset()
    """Names and numbers of the headline, in small letters."""
    file: str = ""
    """Country, place or event that the headline is filed under or set in."""
    told: frozenset[int] = frozenset()
    """Ids of the sentences that a headline of our own is drawn from."""

    def named(self, text: str) -> float:
        """Share of the headline's names that a text holds; 1 for a headline without any."""
        low = text.lower()
        return sum(name in low for name in self.names) / len(self.names) if self.names else 1.0

    def news(self, text: str) -> float:
        """Share of the headline's words that a text holds; 0 for a headline that tells no news."""
        if len(self.headline) < LEAST_HEADLINE:
            return 0.0
        return len(self.headline & frozenset(stems(text))) / len(self.headline)

    def share(self, text: str) -> float:
        """Share of the keyphrase's words that a text holds."""
        return len(frozenset(self.focus.stems) & frozenset(stems(text))) / max(1, len(self.focus.stems))


def description(
    stage: Stage,
    focus: Keyphrase,
    secondary: Sequence[Keyphrase],
    facts: Sequence[Headline] = (),
    *,
    title: str = "",
    lead: Sequence[int] = (),
    told: Sequence[int] = (),
) -> str:
    """One or two sentences of the source, whole or shortened, with the keyphrase; 121 to 156 characters.

    *facts* are sentences of the source told shorter, without final stop. What tells the *title* is preferred, then what
    stands in the *lead*. Where no sentence holds the keyphrase, it is put first as a label. Where the source has
    nothing of that length, the nearest below it; *told* are the sentences that the title is drawn from, which are
    not said a second time where another will do. Where it has nothing below, its first sentence up to a word, with an
    ellipsis that says so.
    """
    source = stage.analysis.source
    prose = [s.id for s in source.sentences if source.block_of(s).kind == "paragraph"]
    if not prose:
        return ""
    units = units_for(stage, prose, focus, secondary[:5], facts, lead)
    headline = frozenset(stems(LABEL_RE.sub("", title)))
    aim = Aim(focus, headline, frozenset(lead), names_of(title), file_of(stage, title), frozenset(told))
    best: tuple[float, str] = (-math.inf, "")
    for worth, text in texts(stage, prose, units, aim):
        if worth > best[0] + 1e-9:
            best = worth, text
    if not best[1]:
        words = " ".join(source.sentences[prose[0]].text.split())[: DESCRIPTION[1] - 1].rsplit(" ", 1)[0]
        return words.rstrip(" ,;:«(") + "…"
    return best[1]


def names_of(title: str) -> frozenset[str]:
    """Names and numbers of a headline, in small letters; neither its theme nor the word that it opens on, if common.

    >>> sorted(names_of("Tennis : victoire d’Anne Roy à Metz en 2012")), names_of("Incendie au port")
    (['2012', 'anne', 'metz', 'roy'], frozenset())
    """
    label = LABEL_RE.match(title)
    told = title[label.end() :] if label and is_theme(label[1]) else title
    found = [(m.start(), m[0]) for m in NAME_RE.finditer(told)]
    return frozenset(
        word.lower()
        for start, word in found
        if word.lower() not in function_words()
        and not is_theme(word)
        and not (start == 0 and common_word(word))
        and (len(word) > 1)
    )


def file_of(stage: Stage, title: str) -> str:
    """The label of a headline, unless it is a theme; failing that, the place that it ends on; or ""."""
    label = LABEL_RE.match(title)
    if label is not None:
        return "" if is_theme(label[1]) else label[1]
    end = re.search(r"\b(?:de|à|d[’']) ?([A-ZÀ-Ý][\w-]+)$", title)
    known = {entity.name for entity in stage.analysis.entities if entity.label == "LOC"}
    return end[1] if end and end[1] in known else ""


def units_for(
    stage: Stage,
    prose: Sequence[int],
    focus: Keyphrase,
    themes: Sequence[Keyphrase],
    facts: Sequence[Headline],
    lead: Sequence[int] = (),
) -> dict[int, list[Unit]]:
    """For each sentence, the ways it may stand in a description, the fullest first."""
    spread = {sid for q in stage.analysis.quotations if len(q.sentences) > 1 for sid in q.sentences}
    told: dict[int, list[str]] = {}
    for fact in facts:
        least = LEAST_FACT if fact.operation == "attributed_clause" else 0
        if fact.worth < least or len(fact.text) < SHORTEST_FACT:
            continue
        told.setdefault(fact.sources[0], []).append(f"{fact.text}.")
    out: dict[int, list[Unit]] = {}
    for sid in prose:
        if sid not in spread:
            forms = ways(stage, sid)
            found = [*cut_forms(stage, sid, forms, lead), *whole_forms(stage, sid, forms, told.get(sid, ()), lead)]
            out[sid] = [unit_of(text, sid, whole, focus, themes) for text, whole in found]
    return out


def unit_of(text: str, sid: int, whole: float, focus: Keyphrase, themes: Sequence[Keyphrase]) -> Unit:
    """A text with what it holds of the keyphrases."""
    held = bool(find_phrase(text, focus.stems)) if focus.stems else False
    return Unit(text, sid, whole, held, sum(bool(find_phrase(text, p.stems)) for p in themes), needy(text))


def flat(stage: Stage, sid: int) -> str:
    """A sentence with single spaces."""
    return " ".join(stage.analysis.source.sentences[sid].text.split())


def ways(stage: Stage, sid: int) -> list[str]:
    """A sentence as it is, then without what it can do without."""
    forms = shortened(flat(stage, sid), main_clause(stage, sid))
    if opened := CAUSE_RE.match(forms[0]):
        forms += [capitalize_first(form[opened.end() :]) for form in forms if CAUSE_RE.match(form)]
    return forms


def verbs_in(stage: Stage, sid: int) -> frozenset[str]:
    """The verbs of a sentence, as written, in small letters."""
    return frozenset(t.text.lower() for t in stage.view.of_sentence(sid) if t.pos in {"VERB", "AUX"})


def cut_forms(stage: Stage, sid: int, forms: Sequence[str], lead: Sequence[int]) -> Iterator[tuple[str, float]]:
    """A sentence of the opening that is too long, cut where it is one all the same, or with an ellipsis."""
    if sid in lead or sid < EARLY:
        for text in whole_cuts(stage, sid, forms):
            yield text, 0.9
    cut = clipped(forms, verbs_in(stage, sid)) if sid in lead else ""
    if not cut:
        return
    if cut.endswith("…") and complete(stage, sid, cut[:-1]):
        cut = f"{cut[:-1]}."
    verbs = main_verbs(stage, sid)
    told = not verbs or bool((verbs | opening_verb(stage, sid)) & set(WORD_RE.findall(cut.lower())))
    if told and not headless(stage, sid, cut):
        yield cut, 1.0 - CLIPPED if cut.endswith("…") else 0.9


def whole_forms(
    stage: Stage, sid: int, forms: Sequence[str], facts: Sequence[str], lead: Sequence[int]
) -> Iterator[tuple[str, float]]:
    """A sentence as it is, without its tail or told shorter, where that is one that stands alone."""
    sentence = flat(stage, sid)
    if not verbs_in(stage, sid) and len(sentence.split()) > 1:
        return  # « Menu Outils, puis… »: no verb
    verbs = main_verbs(stage, sid)
    told = (t for t in stage.view.of_sentence(sid) if t.text.lower() != "quitte")  # « quitte à s’arrêter »
    finite = any(t.morph.get("VerbForm") == "Fin" for t in told)
    for k, text in enumerate(dict.fromkeys([*forms, *facts])):
        if not sound(text) or len(text) > DESCRIPTION[1] or listing(stage, sid, text):
            continue
        if k >= len(forms):
            if verbal_fact(stage, sid, text):
                yield text, 0.75
            continue
        closed = k == 0 or not verbs or sentence[len(text) - 1 :].lstrip().startswith((";", "en "))
        clause = closed or bool(verbs & set(WORD_RE.findall(text.lower())))
        loose = not finite and sid not in lead and ":" not in text  # « Dix minutes par jour. »
        if clause and not loose and not (k > 0 and bereft(stage, sid, text)):
            yield text, 1.0 if k == 0 else 0.9


def needy(text: str) -> bool:
    """Whether a sentence needs what stands before it: a connective, a pronoun, « cette », « également ».

    >>> [needy(t) for t in ("La ville plante aussi des saules.", "Le maire, lui, part.", "En mai, elle rouvre.")]
    [True, False, True]
    """
    return leans(text) or depends(text) or bool(OPENER_RE.match(text) or POINTING_RE.search(text))


def texts(stage: Stage, prose: Sequence[int], units: dict[int, list[Unit]], aim: Aim) -> Iterator[tuple[float, str]]:
    """Every description that can be made, with its worth."""
    focus = aim.focus
    somebody = focus.text.split()[:1] and focus.text.split()[0].lower() in people_nouns()
    someone_else = somebody and bool(aim.headline) and not aim.headline & frozenset(focus.stems)
    labelled = capitalize_first(focus.text) if focus.stems and not (someone_else or verbal(stage, focus)) else ""
    for rank, sid in enumerate(prose[:OPENINGS]):
        place = 0 if sid in aim.lead else rank
        for first in (unit for unit in units.get(sid, ()) if not PRONOUN_RE.match(unit.text)):
            pairs: list[Unit | None] = [None]
            if first.text.endswith("…"):
                yield from scored(stage, first.text, first, None, place, aim, held=first.held)
                continue
            around = prose[max(0, rank - FURTHEST) : rank] if rank and sid in aim.lead else ()
            for other in (*prose[rank + 1 : rank + FURTHEST], *around):
                near = other == sid + 1
                fit = (u for u in units.get(other, ()) if len(u.text) >= SHORTEST_SECOND)
                pairs += [u for u in fit if not u.leaning or (near and follows(first, u))]
            for second in pairs:
                text = first.text if second is None else f"{first.text} {second.text}"
                held = first.held or (second is not None and second.held)
                yield from scored(stage, text, first, second, place, aim, held=held)
                if labelled and not held and not aim.share(text):
                    with_label = f"{labelled} : {lower_known(stage, text)}"
                    for worth, label_text in scored(stage, with_label, first, second, place, aim, held=True):
                        yield worth - LABELLED, label_text
                if aim.file and not frozenset(stems(aim.file)) & frozenset(stems(text)):
                    filed = f"{aim.file} : {lower_known(stage, text)}"
                    for worth, filed_text in scored(stage, filed, first, second, place, aim, held=held):
                        yield worth - FILED, filed_text


def follows(first: Unit, second: Unit) -> bool:
    """Whether a sentence that leans on the one before it may follow it: not with a plural pronoun, nor a connective."""
    return not OPENER_RE.match(second.text) and not re.match(r"(?:Ils|Elles)\b", second.text) and first.whole == 1.0


def scored(
    stage: Stage, text: str, first: Unit, second: Unit | None, place: int, aim: Aim, *, held: bool
) -> Iterator[tuple[float, str]]:
    """One description with its worth, if it is not too long."""
    least, most = DESCRIPTION
    if len(text) > most or (stage.analysis.source.text and not sound(text)):
        return
    worth = (HELD if held else HELD * aim.share(text) / 2) - LATER * min(place, 12)
    worth += NEWS * (aim.news(first.text) + aim.news(text)) / 2 + led(first.sid, aim)
    worth += NAMED * aim.named(text) - NAMED * (not held and bool(aim.names) and not aim.named(text))
    worth += 0.2 * (first.themes + (second.themes if second is not None else 0))
    worth += first.whole + (second.whole - 1.0 if second is not None else 0.0)
    worth -= FAR * (second is not None and second.sid != first.sid + 1) + 0.5 * (second is not None and second.leaning)
    worth -= 6.0 * first.leaning + 1.0 * bool(DEICTIC_RE.search(text)) + 0.5 * text.count("?")
    worth -= SAID * (first.sid in aim.told) + QUOTED * first.text.startswith(("«", "“", '"'))
    worth -= BACKWARD * (second is not None and second.sid < first.sid) + LINKED * bool(LINKED_RE.search(first.text))
    lacking = max(0, least - len(text))
    worth -= second is not None and second.text.rstrip("» ").endswith(("!", "?"))
    yield worth - TOO_SHORT * min(1.0, (lacking > 0) / 5 + lacking / 20) - 3.0 * lacking / least, text


def led(sid: int, aim: Aim) -> float:
    """What the place of the sentence in the chapô is worth that a description opens on; 0 outside of it."""
    places = sorted(aim.lead)
    return LED[min(places.index(sid), len(LED) - 1)] if sid in aim.lead else 0.0
