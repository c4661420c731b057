"""What a date stands for: its ISO form, and a wording that needs no publication date, where both are certain."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from seo_fr.understanding.view import low

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
PARTS = {
    "matin": "au matin",
    "soir": "au soir",
    "après-midi": "dans l’après-midi",
    "midi": "à midi",
    "nuit": "dans la nuit",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A date as a pattern found it in its sentence."""

    kind: str
    """Name of the pattern: "day", "month_bare", "weekday"…"""
    start: int
    end: int
    groups: dict[str, str | None]


def reading(hit: Hit, preposition: str, published: dt.date | None, tense: str) -> tuple[str, str, bool]:
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


def resolve(hit: Hit, preposition: str, published: dt.date, tense: str, month: int) -> tuple[str, str, bool]:
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


def worded(hit: Hit, name: str) -> str:
    """The month with « début », « fin » or « mi- » before it, as in the source."""
    edge = (hit.groups.get("edge") or "").strip()
    return f"{edge}{'' if edge.endswith('-') or not edge else ' '}{name}"


def day_without_year(hit: Hit, published: dt.date, tense: str, month: int, day: int) -> tuple[str, str, bool]:
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


def month_next_to(hit: Hit, published: dt.date, month: int) -> tuple[str, str, bool]:
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
    if re.fullmatch(r"l'an(?:née)? (?:dernier|dernière|passée?)", wording):
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
