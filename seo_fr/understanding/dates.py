"""Dates and periods, absolute and relative; resolved against the publication date only where that is certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from seo_fr.model import DateMention, Quotation
from seo_fr.resources import load_toml
from seo_fr.understanding.certainty import is_conditional
from seo_fr.understanding.lexicon import words
from seo_fr.understanding.resolving import DAYS, MONTHS, Hit, reading
from seo_fr.understanding.view import View, low

YEAR = r"(?:1[0-9]\d{2}|20\d{2})"
_MONTH = "|".join(MONTHS)
_DAY = "|".join(DAYS)


def alternatives(name: str) -> str:
    """Rows of ``dates.toml`` as one pattern; an apostrophe of either shape matches."""
    return "|".join(row.replace("'", "['’]") for row in load_toml("understanding/dates.toml")[name])


@cache
def preposition_re() -> re.Pattern[str]:
    """What may stand right before a date."""
    return re.compile(rf"(?:^|(?<=[\s«(’']))({alternatives('prepositions')})\s*$", re.IGNORECASE)


@cache
def before_year_re() -> re.Pattern[str]:
    """Words after which a bare number is a year."""
    heads = "|".join(load_toml("understanding/dates.toml")["before_year"].split())
    return re.compile(rf"(?:{heads})s?(?: [\w’'-]+)?\s$")


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(kind, pattern) from the most to the least specific."""
    day = r"(?P<d>\d{1,2}|1er)"
    edge_l, edge_r = r"(?<![\w’'-])", r"(?![\w-])"
    weekday = rf"(?:(?P<w>{_DAY}) )?"
    hour = r"(?P<h>(?: au matin| au soir)?(?:,? (?:à|vers) \d{1,2} ?h(?: ?\d{2})?(?: (?:UTC|GMT)(?:[+-]\d+)?)?)?)"
    rows = [
        ("day", rf"(?P<the>le )?{weekday}{day} (?P<m>{_MONTH}) (?P<y>{YEAR}){hour}"),
        ("day", r"(?P<the>le )?(?P<d>\d{1,2})/(?P<mm>\d{1,2})/(?P<y>\d{4})"),
        ("day_no_year", rf"(?P<the>le )?{weekday}{day} (?P<m>{_MONTH})(?P<part> (?:matin|soir|après-midi))?"),
        ("month", rf"(?P<edge>(?:début|fin|courant|mi-?) ?)?(?:le mois de )?(?P<m>{_MONTH}) (?P<y>{YEAR})"),
        ("season", rf"(?:l['’])?(?P<s>été|automne|hiver|printemps) (?P<y>{YEAR})"),
        (
            "quarter",
            r"(?P<the>le )?(?P<q>premier|deuxième|second|troisième|quatrième) (?P<qq>trimestre|semestre) "
            rf"(?:de )?(?P<y>{YEAR})",
        ),
        ("century", r"(?P<the>le )?(?P<c>[IVX]+)(?:e|ème|er) siècles?(?: avant J\.?-C\.?| av\. J\.?-C\.?)?"),
        ("decade", r"les années (?P<y>\d{4}|\d{2})|années (?P<y2>\d{4})"),
        ("span", rf"(?P<y>{YEAR})(?:-|–|/)(?P<y2>{YEAR}|\d{{2}})"),
        (
            "year",
            r"(?P<edge>(?:(?:la )?fin|(?:le )?début|mi-?)(?: de| d['’])? ?(?:l['’]année )?)?(?:l['’]an(?:née)? )?"
            rf"(?P<y>{YEAR})",
        ),
        (
            "month_last",
            rf"(?:le mois de |mois de )?(?P<edge>(?:début|fin|mi-?) ?)?(?P<m>{_MONTH}) (?P<l>dernier|prochain|suivant)",
        ),
        ("month_bare", rf"(?:le mois de |mois de )?(?P<edge>(?:début|fin|mi-?) ?)?(?P<m>{_MONTH})"),
        (
            "weekday",
            rf"(?P<det>ce |le )?(?P<w>{_DAY})(?P<l> (?:dernier|prochain))?(?P<part> (?:matin|soir|après-midi|midi))?",
        ),
        (
            "relative",
            rf"(?P<r>{alternatives('relative')})",
        ),
        (
            "duration",
            rf"(?P<r>{alternatives('durations')})",
        ),
    ]
    return tuple((kind, re.compile(edge_l + "(?:" + pattern + ")" + edge_r, re.IGNORECASE)) for kind, pattern in rows)


def find_dates(view: View, quotations: Sequence[Quotation] = ()) -> tuple[DateMention, ...]:
    """All dates of the text, in order; nothing said between quotation marks is resolved."""
    out: list[DateMention] = []
    for sentence in view.source.sentences:
        for hit in hits(sentence.text):
            start, end = sentence.start + hit.start, sentence.start + hit.end
            before = sentence.text[: hit.start]
            match = preposition_re().search(before)
            preposition = match[1].strip() if match else ""
            if not plausible(hit, before, sentence.text[hit.end :], preposition):
                continue
            quoted = any(q.start <= start < q.end for q in quotations)
            tense = clause_tense(view, start, sentence.id)
            iso, resolved, absolute = reading(hit, preposition, view.source.published if not quoted else None, tense)
            out.append(DateMention(view.text[start:end], start, end, sentence.id, absolute, iso, resolved, preposition))
    return tuple(out)


def hits(text: str) -> list[Hit]:
    """Non-overlapping dates of a sentence, the most specific reading first."""
    taken: list[Hit] = []
    for kind, pattern in patterns():
        for match in pattern.finditer(text):
            if not any(match.start() < hit.end and hit.start < match.end() for hit in taken):
                taken.append(Hit(kind, match.start(), match.end(), match.groupdict()))
    return sorted(taken, key=lambda hit: hit.start)


def plausible(hit: Hit, before: str, after: str, preposition: str) -> bool:
    """Whether the words around allow a date: « mars » may be a planet, « 2012 » an amount."""
    word = re.search(r"([\w’'-]+)\s*$", before)
    last = low(word[1]) if word else ""
    if hit.kind == "year":
        if hit.groups.get("edge") or re.match(r"(?:l['’])?an", hit.groups.get("y") or ""):
            return True
        if re.match(
            r"\s?(?:%|°|€|euros|km|m\b|kg|hab|personnes|membres|[A-Za-zé]+s\b(?<!dans)(?<!lors)(?<!mais)(?<!depuis)(?<!puis))",
            after,
        ) and preposition.lower() not in {"en", "depuis", "jusqu’en", "jusqu'en"}:
            return False
        named = before.rstrip().endswith("(") or bool(before_year_re().search(low(before)))
        return (
            bool(preposition)
            or named
            or (last in {"et", "à", "ou"} and bool(re.search(rf"{YEAR}", before)))
            or before == ""
        )
    if hit.kind == "span":
        return True
    if hit.kind == "month_bare":
        return bool(hit.groups.get("edge")) or (
            last in words(load_toml("understanding/dates.toml")["before_month"])
            and not (last in {"et", "pour", "à"} and not re.search(_MONTH, before))
            and not (hit.groups["m"] or "").istitle()
        )
    if hit.kind == "decade":
        return True
    if hit.kind == "weekday":
        return last not in {"tous", "les", "chaque", "des"} and not after.lower().startswith("s ")
    return True


def clause_tense(view: View, position: int, sid: int) -> str:
    """Tense of the finite verb that is nearest to a date: ``"past"``, ``"future"``, ``"present"`` or ``""``."""
    best: tuple[int, str] | None = None
    for token in view.of_sentence(sid):
        if token.pos not in {"VERB", "AUX"}:
            continue
        tense = token.morph.get("Tense", "")
        if token.morph.get("VerbForm") == "Fin":
            name = {"Past": "past", "Imp": "past", "Fut": "future", "Pres": "present"}.get(tense, "")
            if is_conditional(token.text):
                name = "conditional"
            participle = next(
                (
                    t
                    for t in view.between(token.end, token.end + 40)[:4]
                    if t.morph.get("Tense") == "Past" and t.morph.get("VerbForm") == "Part"
                ),
                None,
            )
            if (
                token.pos == "AUX"
                and name == "present"
                and participle is not None
                and (low(token.text) in {"a", "ont", "ai", "avons", "avez"} or participle.dep in {"ROOT", "ccomp"})
            ):
                name = (
                    "past"
                    if low(token.text) in {"a", "ont", "ai", "avons", "avez"} or not participle.dep.endswith("pass")
                    else "present"
                )
            distance = abs(token.start - position)
            if name and (best is None or distance < best[0]):
                best = (distance, name)
    return best[1] if best else ""
