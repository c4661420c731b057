"""Dates and periods, absolute and relative; resolved against the publication date only where that is certain."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from seo_fr.model import DateMention, Quotation
from seo_fr.understanding.certainty import is_conditional
from seo_fr.understanding.view import View, low

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
YEAR = r"(?:1[0-9]\d{2}|20\d{2})"
PARTS = {
    "matin": "au matin",
    "soir": "au soir",
    "après-midi": "dans l’après-midi",
    "midi": "à midi",
    "nuit": "dans la nuit",
}
_MONTH = "|".join(MONTHS)
_DAY = "|".join(DAYS)

PREPOSITION_RE = re.compile(
    r"(?:^|(?<=[\s«(’']))(d['’]ici(?: à| au| la)?|depuis(?: le)?|jusqu['’](?:en|au|à)|à partir (?:de|du)|à compter (?:de|du)|au cours (?:de|du)|"
    r"avant(?: le)?|après|dès|pour|pendant|durant|vers|courant|lors (?:de|du)|autour (?:de|du)|à l['’]horizon|"
    r"entre|en|de|du|d['’]|au|à|dans|sous|et|contre|fin|début)\s*$",
    re.IGNORECASE,
)


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
            rf"(?P<the>le )?(?P<q>premier|deuxième|second|troisième|quatrième) (?P<qq>trimestre|semestre) (?:de )?(?P<y>{YEAR})",
        ),
        ("century", r"(?P<the>le )?(?P<c>[IVX]+)(?:e|ème|er) siècles?(?: avant J\.?-C\.?| av\. J\.?-C\.?)?"),
        ("decade", r"les années (?P<y>\d{4}|\d{2})|années (?P<y2>\d{4})"),
        ("span", rf"(?P<y>{YEAR})(?:-|–|/)(?P<y2>{YEAR}|\d{{2}})"),
        (
            "year",
            rf"(?P<edge>(?:(?:la )?fin|(?:le )?début|mi-?)(?: de| d['’])? ?(?:l['’]année )?)?(?:l['’]an(?:née)? )?(?P<y>{YEAR})",
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
            r"(?P<r>avant-hier|hier(?: matin| soir| après-midi)?|aujourd['’]hui|après-demain|demain(?: matin| soir| après-midi)?|"
            r"ce (?:matin|soir|midi|jour|mois(?:-ci)?|week-end|printemps)|cet (?:après-midi|été|automne|hiver)|cette (?:nuit|semaine|année|saison)|"
            r"(?:l['’]an(?:née)?|la semaine|le mois|l['’]été|l['’]hiver|l['’]automne|le printemps|la saison|le week-end|la nuit) (?:dernière?|prochaine?|passée?|suivante?|précédente?)|"
            r"(?:le|au|du) siècle dernier|la veille|le lendemain(?: matin)?|l['’]avant-veille|le jour même|(?:le|au) même moment)",
        ),
        (
            "duration",
            r"(?P<r>il y a (?:(?:plus|moins|près|environ|exactement) (?:de |d['’])?)?(?:\d+|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|quelques|plusieurs)(?: \w+)? (?:ans?|années?|mois|semaines?|jours?|heures?|minutes?|millions d['’]années)|"
            r"(?:les|ces) (?:(?:\d+|deux|trois|quatre|cinq|dix|quelques) )?(?:dernières?|derniers|prochaines?|prochains) (?:années|mois|semaines|jours|heures)|"
            r"(?:dans|d['’]ici(?: à)?) (?:quelques|les prochain(?:e?s)|\d+|deux|trois|quatre|cinq|six|dix) (?:ans|années|mois|semaines|jours|heures|minutes))",
        ),
    ]
    return tuple((kind, re.compile(edge_l + "(?:" + pattern + ")" + edge_r, re.IGNORECASE)) for kind, pattern in rows)


@dataclass(frozen=True, slots=True)
class _Hit:
    kind: str
    start: int
    end: int
    groups: dict[str, str | None]


def find_dates(view: View, quotations: Sequence[Quotation] = ()) -> tuple[DateMention, ...]:
    """All dates of the text, in order; nothing said between quotation marks is resolved."""
    out: list[DateMention] = []
    for sentence in view.source.sentences:
        for hit in hits(sentence.text):
            start, end = sentence.start + hit.start, sentence.start + hit.end
            before = sentence.text[: hit.start]
            match = PREPOSITION_RE.search(before)
            preposition = match[1].strip() if match else ""
            if not plausible(hit, before, sentence.text[hit.end :], preposition):
                continue
            quoted = any(q.start <= start < q.end for q in quotations)
            tense = clause_tense(view, start, sentence.id)
            iso, resolved, absolute = reading(hit, preposition, view.source.published if not quoted else None, tense)
            out.append(DateMention(view.text[start:end], start, end, sentence.id, absolute, iso, resolved, preposition))
    return tuple(out)


def hits(text: str) -> list[_Hit]:
    """Non-overlapping dates of a sentence, the most specific reading first."""
    taken: list[_Hit] = []
    for kind, pattern in patterns():
        for match in pattern.finditer(text):
            if not any(match.start() < hit.end and hit.start < match.end() for hit in taken):
                taken.append(_Hit(kind, match.start(), match.end(), match.groupdict()))
    return sorted(taken, key=lambda hit: hit.start)


def plausible(hit: _Hit, before: str, after: str, preposition: str) -> bool:
    """Whether the words around allow a date: « mars » may be a planet, « 2012 » an amount."""
    word = re.search(r"([\w’'-]+)\s*$", before)
    last = low(word[1]) if word else ""
    if hit.kind == "year":
        if hit.groups.get("edge") or re.match(r"(?:l['’])?an", hit.groups.get("y") or ""):
            return True
        if re.match(
            r"\s?(?:%|€|euros|km|m\b|kg|hab|personnes|membres|[A-Za-zé]+s\b(?<!dans)(?<!lors)(?<!mais)(?<!depuis)(?<!puis))",
            after,
        ) and preposition.lower() not in {"en", "depuis", "jusqu’en", "jusqu'en"}:
            return False
        named = before.rstrip().endswith("(") or bool(
            re.search(
                r"(?:saison|année|édition|printemps|campagne|jeux|olympiques|présidentielle|élections?|budget|exercice|promotion|mondial|championnat|coupe|euro|ligue|link|millésime|objectif|loi|rentrée)s?(?: [\w’'-]+)?\s$",
                low(before),
            )
        )
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
            last
            in {
                "en",
                "de",
                "depuis",
                "dès",
                "d'",
                "jusqu'en",
                "fin",
                "début",
                "courant",
                "avant",
                "ici",
                "et",
                "à",
                "pour",
            }
            and not (last in {"et", "pour", "à"} and not re.search(_MONTH, before))
            and not (hit.groups["m"] or "").istitle()
        )
    if hit.kind == "decade":
        return True
    if hit.kind == "weekday":
        return last not in {"tous", "les", "chaque", "des"} and not after.lower().startswith("s ")
    return True


def clause_tense(view: View, position: int, sid: int) -> str:
    """ "past", "future", "present" or "": the tense of the finite verb that is nearest to a date."""
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


def reading(hit: _Hit, preposition: str, published: dt.date | None, tense: str) -> tuple[str, str, bool]:
    """(iso, resolved wording, absolute) of a date."""
    g = hit.groups
    month = MONTHS.index(low(g["m"] or "")) + 1 if g.get("m") else 0
    if hit.kind == "day":
        day = 1 if (g["d"] or "") == "1er" else int(g["d"] or 0)
        month = month or int(g.get("mm") or 0)
        try:
            return dt.date(int(g["y"] or 0), month, day).isoformat(), "", True
        except ValueError:
            return "", "", True
    if hit.kind == "month":
        return f"{g['y']}-{month:02d}", "", True
    if hit.kind in {"season", "quarter", "year"}:
        return str(g["y"]), "", True
    if hit.kind in {"century", "decade", "span"}:
        return "", "", True
    if published is None:
        return "", "", False
    return resolve(hit, preposition, published, tense, month)


def resolve(hit: _Hit, preposition: str, published: dt.date, tense: str, month: int) -> tuple[str, str, bool]:
    """A relative date against the publication date; empty strings where two readings are possible."""
    g = hit.groups
    if hit.kind == "day_no_year":
        day = 1 if (g["d"] or "") == "1er" else int(g["d"] or 0)
        return day_without_year(hit, published, tense, month, day)
    if hit.kind == "month_last":
        return month_next_to(hit, published, month)
    if hit.kind == "month_bare":
        if tense == "past" and month < published.month:
            return f"{published.year}-{month:02d}", worded(hit, f"{MONTHS[month - 1]} {published.year}"), False
        if tense == "future" and month > published.month:
            return f"{published.year}-{month:02d}", worded(hit, f"{MONTHS[month - 1]} {published.year}"), False
        return "", "", False
    if hit.kind == "weekday":
        return weekday(g, preposition, published, tense)
    return relative(low(g.get("r") or ""), preposition, published, tense)


def worded(hit: _Hit, name: str) -> str:
    """The month with « début », « fin » or « mi- » before it, as in the source."""
    edge = (hit.groups.get("edge") or "").strip()
    return f"{edge}{'' if edge.endswith('-') or not edge else ' '}{name}"


def day_without_year(hit: _Hit, published: dt.date, tense: str, month: int, day: int) -> tuple[str, str, bool]:
    """« mardi 3 juillet »: the year is certain when the weekday or the nearness to publication says so."""
    name = low(hit.groups.get("w") or "")
    candidates = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            date = dt.date(year, month, day)
        except ValueError:
            continue
        if name and DAYS[date.weekday()] != name:
            continue
        gap = (date - published).days
        if (tense == "past" and gap > 0) or (tense == "future" and gap < 0):
            continue
        if abs(gap) <= 180:
            candidates.append(date)
    if len(candidates) != 1:
        return "", "", False
    date = candidates[0]
    prefix = "le " if hit.groups.get("the") else ""
    weekday_name = f"{name} " if name else ""
    part = hit.groups.get("part") or ""
    suffix = f" {PARTS[part.strip()]}" if part else ""
    return date.isoformat(), f"{prefix}{weekday_name}{spoken(date)}{suffix}", False


def month_next_to(hit: _Hit, published: dt.date, month: int) -> tuple[str, str, bool]:
    """« avril dernier », « juin prochain »."""
    which = low(hit.groups.get("l") or "")
    if which == "suivant":
        return "", "", False
    year = published.year
    if which == "dernier" and month >= published.month:
        year -= 1
    if which == "prochain" and month <= published.month:
        year += 1
    return f"{year}-{month:02d}", worded(hit, f"{MONTHS[month - 1]} {year}"), False


def weekday(g: dict[str, str | None], preposition: str, published: dt.date, tense: str) -> tuple[str, str, bool]:
    """« ce lundi matin », « samedi dernier », « lundi soir »."""
    if low(g.get("det") or "").strip() == "le":
        return "", "", False  # « le samedi »: every Saturday, or one of a story
    name, which = low(g["w"] or ""), low(g.get("l") or "").strip()
    here = low(g.get("det") or "").strip() == "ce"
    offset = DAYS.index(name) - published.weekday()
    if here:
        if offset != 0:
            return "", "", False
        date = published
    elif which == "dernier":
        date = published + dt.timedelta(days=offset if offset < 0 else offset - 7)
    elif which == "prochain":
        date = published + dt.timedelta(days=offset if offset > 0 else offset + 7)
    elif tense == "past":
        date = published + dt.timedelta(days=offset if offset <= 0 else offset - 7)
    elif tense == "future":
        date = published + dt.timedelta(days=offset if offset >= 0 else offset + 7)
    else:
        return "", "", False
    part = low(g.get("part") or "").strip()
    suffix = f" {PARTS[part]}" if part else ""
    article = "" if preposition else "le "
    if preposition and preposition.lower() not in {"de", "d’ici", "d'ici", "depuis", "dès", "pour", "après", "avant"}:
        return date.isoformat(), "", False
    article = "le " if not preposition or preposition.lower() in {"depuis", "dès", "pour", "après", "avant"} else ""
    if preposition.lower() in {"de", "d’ici", "d'ici"}:
        return date.isoformat(), "", False
    return date.isoformat(), f"{article}{name} {spoken(date)}{suffix}", False


def relative(wording: str, preposition: str, published: dt.date, tense: str) -> tuple[str, str, bool]:
    """« hier », « ce matin », « l’année dernière »."""
    wording = wording.replace("’", "'")
    if preposition and preposition.lower() not in {"depuis", "dès", "avant", "après", "pour"}:
        return "", "", False
    day: dt.date | None = None
    part = ""
    head, _, rest = wording.partition(" ")
    if head in {"hier", "demain"}:
        day = published + dt.timedelta(days=-1 if head == "hier" else 1)
        part = rest
    elif wording == "avant-hier":
        day = published - dt.timedelta(days=2)
    elif wording == "après-demain":
        day = published + dt.timedelta(days=2)
    elif wording == "aujourd'hui":
        day = published if tense == "past" else None
    elif wording in {"ce matin", "ce soir", "cet après-midi", "ce midi"}:
        day, part = published, wording.split()[-1]
    elif wording == "ce jour":
        day = published if tense == "past" else None
    if day is not None:
        suffix = f" {PARTS[part]}" if part else ""
        return day.isoformat(), f"le {spoken(day)}{suffix}", False
    year = None
    if re.fullmatch(r"l'an(?:née)? (?:dernière?|passée?)", wording):
        year = published.year - 1
    elif re.fullmatch(r"l'an(?:née)? prochaine?", wording):
        year = published.year + 1
    elif wording == "cette année":
        year = published.year
    if year is not None:
        return str(year), (f"l’année {year}" if preposition else f"en {year}"), False
    if wording in {"le mois dernier", "le mois prochain"}:
        step = -1 if wording.endswith("dernier") else 1
        index = published.year * 12 + published.month - 1 + step
        name = f"{MONTHS[index % 12]} {index // 12}"
        return f"{index // 12}-{index % 12 + 1:02d}", ("" if preposition else f"en {name}"), False
    return "", "", False


def spoken(date: dt.date) -> str:
    """A day in French.

    >>> spoken(dt.date(2012, 5, 1))
    '1er mai 2012'
    """
    return f"{'1er' if date.day == 1 else date.day} {MONTHS[date.month - 1]} {date.year}"
