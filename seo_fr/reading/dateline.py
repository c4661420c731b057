"""Datelines: « Paris, le 3 mai 2012 – », « 22 mai 2012. - », « LYON (AFP) — »."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from seo_fr.resources import load_toml

SHORT_NAME = 3
"""Letters of a name that an acronym may have as well."""
MONTHS = {
    name: i + 1
    for i, name in enumerate(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    )
}
_MONTH = "|".join(f"[{m[0]}{m[0].upper()}]{m[1:]}" for m in MONTHS)
_WEEKDAY = r"(?:(?:[Ll]un|[Mm]ar|[Mm]ercre|[Jj]eu|[Vv]endre|[Ss]ame)di |[Dd]imanche )?"
_DAY = rf"(?:[Ll]e )?{_WEEKDAY}(?P<d>\d{{1,2}}|1er|1ᵉʳ) (?P<m>{_MONTH})"
_DATE = rf"(?:{_DAY} (?P<y>\d{{4}})|(?P<nd>\d{{1,2}})[/.](?P<nm>\d{{1,2}})[/.](?P<ny>\d{{4}}))"
_AGENCY = r"\((?:AFP|Reuters|AP|ATS|Belga|dpa|PC|La Presse canadienne|APF|APS|MAP)\)"
_NAME = r"[A-ZÀ-Ý][\w’'-]*"
_PLACE = rf"{_NAME}(?:[ ](?:(?:de|du|des|la|le|les|sur|sous|en|aux?)[ ]|d[’']|l[’'])*{_NAME}){{0,3}}(?: \([\w -]+\))?"
_PART = r"(?:[A-ZÀ-Ý]{2,}|À|[LD](?=['’]))"
_CAPITALS = (
    rf"(?:(?:L[AE]S? |L['’])[A-ZÀ-Ý]{{3,}}(?:['’-]{_PART})*"  # « LE HAVRE », « L’ISLE-VERTE »
    rf"|[A-ZÀ-Ý]{{3,}}(?:[ '’-]{_PART})*)"
)
_DASH = r"\s*[–—-]\s+(?=\S)"
LINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<all>(?:{_PLACE}(?:, | [–—-] ))?{_DATE}(?: {_AGENCY})?)\s*[.,]?{_DASH}(?:{_PLACE}{_DASH})?",
        rf"(?P<all>{_PLACE}, {_DATE}(?: {_AGENCY})?) ?:\s+(?=\S)",
        rf"(?P<all>{_DATE}, {_PLACE})\s*[.,]?{_DASH}",
        rf"(?P<all>{_PLACE}(?:, {_DAY})? {_AGENCY}){_DASH}",
        rf"(?P<all>{_PLACE}, {_DAY}(?: {_AGENCY})?)\s*[.,]?{_DASH}",
        rf"(?P<all>(?:Publiée? (?:le )?|Mise? (?:en ligne|à jour) (?:le )?|Par [^,]{{3,40}}, )?(?:{_PLACE}, )?{_DATE}"
        r"(?:(?:,| -)? ?à? ?\d{1,2} ?[h:] ?(?:\d{2})?)?)\.?$",
        rf"(?P<all>{_CAPITALS}(?: \([\w -]+\))?(?:, {_DAY})?){_DASH}(?=[A-ZÀ-Ý«])",
    )
)
"""A place and a date, or either with an agency, before a dash; both before a colon; a date alone."""


CAPITALS = LINES[-1]
ARTICLE_RE = re.compile(r"(?:L[AE]S? |L['’])")


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of words in capitals that the lexicon holds."""
    return frozenset(load_toml("reading/datelines.toml")[name].split())


def names_place(capitals: str) -> bool:
    """Whether words in capitals may be a place: no label of a newsroom, and no acronym.

    >>> [names_place(x) for x in ("LYON", "LE HAVRE", "PAU", "URGENT", "SNCF", "OTAN", "TGV")]
    [True, True, True, False, False, False, False]
    """
    bare = ARTICLE_RE.sub("", re.split(r",| \(", capitals, maxsplit=1)[0], count=1)
    parts = bare.split()
    if any(part in word_list("labels") | word_list("acronyms") for part in parts):
        return False
    if len(bare) <= SHORT_NAME:
        return bare in word_list("short")
    return bool(re.search(r"[AEIOUYÀ-Ý]", parts[0]))


def dateline_of(text: str) -> tuple[str, int, dt.date | None]:
    """The dateline that opens a paragraph, the length it takes, and its date.

    >>> dateline_of("22 mai 2012. - Le lancement")
    ('22 mai 2012', 15, datetime.date(2012, 5, 22))
    >>> dateline_of("Le 3 mai 2012, le pont ferme.")
    ('', 0, None)
    >>> dateline_of("TOULON, 9 octobre – La mer monte.")[:2], dateline_of("LYON — Un pont")[:2]
    (('TOULON, 9 octobre', 20), ('LYON', 7))
    """
    for line in LINES:
        if (match := line.match(text)) and (line is not CAPITALS or names_place(match["all"])):
            parts = match.groupdict()
            day, month, year = (parts.get(a) or parts.get(b) for a, b in (("d", "nd"), ("m", "nm"), ("y", "ny")))
            if not (day and month and year):
                return match["all"], match.end(), None
            number = MONTHS.get(month.lower()) or int(month)
            try:
                return match["all"], match.end(), dt.date(int(year), number, 1 if day[:2] in {"1e", "1ᵉ"} else int(day))
            except ValueError:
                return "", 0, None
    return "", 0, None
