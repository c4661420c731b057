"""« Ce matin » becomes the day of publication, where the dateline or the caller gives it."""

from __future__ import annotations

import re

from seo_fr.rewriting.context import Context
from seo_fr.understanding.resolving import MONTHS, spoken

FULL_RE = re.compile(
    r"^le (?:(?P<day>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?P<date>\d{1,2}(?:er)? [^\W\d_]+) \d{4}"
    r"(?P<part> au (?:matin|soir)| dans l’après-midi)?$"
)


PART_OF_DAY = {
    " au matin": ("dans la matinée", range(4, 12)),
    " dans l’après-midi": ("dans l’après-midi", range(12, 19)),
    " au soir": ("dans la soirée", range(17, 24)),
}
"""How a part of the day of publication is told below a chapô that gives that day, and the hours that fall into it."""
HOUR_RE = re.compile(r",? (?:à|vers|peu (?:avant|après)) (?P<hour>\d{1,2}) ?(?:h(?:\d\d)?|heures?)\b")


def short(resolved: str, *, told: bool = False) -> str:
    """A full date as it is told again below a chapô that gives it; *told*: with the day of the week.

    >>> short("le lundi 27 août 2012 au soir"), short("le 12 mai 2012 dans l’après-midi"), short("le lundi 7 mai 2012")
    ('lundi 27 août au soir', 'le 12 mai dans l’après-midi', 'lundi 7 mai')
    >>> short("le lundi 27 août 2012 au soir", told=True)
    'lundi soir'
    """
    match = FULL_RE.match(resolved.replace("'", "’"))
    if match is None:
        return resolved
    part = match["part"] or ""
    if not match["day"]:
        return f"le {match['date']}{part}"
    if told and part:
        return f"{match['day']} {part.split()[-1].removeprefix('l’')}"
    return f"{match['day']} {match['date']}{part}"


def dated(ctx: Context, sid: int, *, full: bool = True) -> tuple[str, bool]:
    """The sentence with its certain relative dates resolved, and whether any was.

    *full*: with the year; without, as below a chapô that has it. Dates inside quotations stay as they were said.
    """
    sentence = ctx.sentence(sid)
    text, found = sentence.text, resolutions(ctx, sid, full=full)
    for start, end, wording in found:
        text = text[: start - sentence.start] + wording + text[end - sentence.start :]
    return text, bool(found)


def day_only(resolved: str, following: str) -> str:
    """A resolved date without its part of the day, where an hour follows that says it better.

    >>> day_only("le 22 mai 2012 au matin", " à 7h44"), day_only("le 22 mai 2012 au soir", " à Metz")
    ('le 22 mai 2012', 'le 22 mai 2012 au soir')
    """
    match, hour = FULL_RE.match(resolved), HOUR_RE.match(following)
    part = match["part"] if match else None
    if part is None or hour is None or int(hour["hour"]) not in PART_OF_DAY[part][1]:
        return resolved
    return resolved.removesuffix(part)


def part_of_day(ctx: Context, resolved: str, start: int) -> str:
    """« Dans la matinée » for the morning of the day of publication, unless another day was told last; or ""."""
    match = FULL_RE.match(resolved)
    published = ctx.analysis.source.published
    if match is None or not match["part"] or match["day"] or published is None:
        return ""
    told = [date.iso for date in ctx.analysis.dates if date.iso and date.start < start]
    if told and told[-1] != published.isoformat():
        return ""
    return PART_OF_DAY[match["part"]][0]


def tells_day(ctx: Context, text: str) -> bool:
    """Whether a text gives the day of publication, with its year."""
    published = ctx.analysis.source.published
    return published is not None and spoken(published) in text


def resolutions(ctx: Context, sid: int, *, full: bool = True) -> tuple[tuple[int, int, str], ...]:
    """Offsets in the source of what is resolved, with the words that take its place, the last first."""
    published = ctx.analysis.source.published
    sentence = ctx.sentence(sid)
    quotes = ctx.quotations(sid)
    out = []
    for date in sorted(ctx.dates(sid), key=lambda d: -d.start):
        # only the day of publication itself: another day, however sure, would be a date the source never gives
        if published is None or date.iso != published.isoformat():
            continue
        if not date.resolved or any(q.start <= date.start < q.end for q in quotes):
            continue
        wording = day_only(date.resolved.replace("'", "’"), ctx.analysis.source.text[date.end :])
        if not full:
            day = wording.split()[1] if " " in wording else wording
            told = re.search(rf"\b{day}\b", ctx.analysis.source.text[: date.start], re.I) is not None
            wording = part_of_day(ctx, wording, date.start) or short(wording, told=told)
        if date.start == sentence.start:
            wording = wording[:1].upper() + wording[1:]
        out.append((date.start, date.end, wording))
    out += years(ctx, sid)
    return tuple(sorted(out, reverse=True))


NEAR_MONTH_RE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:er)? )?(?P<month>{'|'.join(MONTHS)}) (?P<near>dernier|prochain)\b(?! \w+ de\b)"
)


def years(ctx: Context, sid: int) -> list[tuple[int, int, str]]:
    """« Le 19 mars dernier » as « le 19 mars 2012 »: the last such day before that of publication, or the next after.

    A month without its day is left alone in the very month of publication: « en mars dernier » may then be a year ago.
    """
    published = ctx.analysis.source.published
    sentence = ctx.sentence(sid)
    if published is None:
        return []
    out = []
    for match in NEAR_MONTH_RE.finditer(sentence.text):
        at = sentence.start + match.start()
        if any(q.start <= at < q.end for q in ctx.quotations(sid)):
            continue
        month = MONTHS.index(match["month"]) + 1
        if match["day"] is None and month == published.month:
            continue
        day = int(match["day"] or 1)
        before = (month, day) < (published.month, published.day)
        year = published.year - (not before) if match["near"] == "dernier" else published.year + before
        out.append((sentence.start + match.start("near"), sentence.start + match.end("near"), str(year)))
    return out
