"""Datelines: « Paris, le 3 mai 2012 – », « 22 mai 2012. - », « LYON (AFP) — »."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = {
    name: i + 1
    for i, name in enumerate(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    )
}
_WEEKDAY = r"(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?"
_DATE = rf"(?:le )?{_WEEKDAY}(?P<d>\d{{1,2}}|1er) (?P<m>{'|'.join(MONTHS)}) (?P<y>\d{{4}})"
_AGENCY = r"\((?:AFP|Reuters|AP|ATS|Belga|dpa)\)"
_PLACE = r"[A-ZÉÈÀÎ][\w’'-]*(?: [\w’'-]+){0,3}"
DATELINE_RE = re.compile(
    rf"^(?P<all>(?:{_PLACE}(?:, | \(\w+\), | - ))?{_DATE}(?: {_AGENCY})?)\s*[.,]?\s*(?:[–—-]|:)\s+(?=\S)",
    re.IGNORECASE,
)
PLACE_RE = re.compile(rf"^(?P<all>[A-ZÉÈÀÎ][\w’'-]*(?: [\w’'-]+){{0,3}} {_AGENCY})\s*[–—-]\s+(?=\S)")
_STAMP = r"(?:Publié(?:e)?(?: le)? |Mis(?:e)? en ligne le |Par [^,]{3,40}, )?"
ALONE_RE = re.compile(
    rf"^(?P<all>{_STAMP}(?:{_PLACE}, )?{_DATE}(?:,? à \d{{1,2}} ?h(?: ?\d{{2}})?)?)\.?$",
    re.IGNORECASE,
)


def dateline_of(text: str) -> tuple[str, int, dt.date | None]:
    """The dateline that opens a paragraph, the length it takes, and its date.

    >>> dateline_of("22 mai 2012. - Le lancement")
    ('22 mai 2012', 15, datetime.date(2012, 5, 22))
    >>> dateline_of("Le 3 mai 2012, le pont ferme.")
    ('', 0, None)
    """
    match = DATELINE_RE.match(text) or ALONE_RE.match(text)
    if match:
        day = 1 if match["d"].lower() == "1er" else int(match["d"])
        try:
            return match["all"], match.end(), dt.date(int(match["y"]), MONTHS[match["m"].lower()], day)
        except ValueError:
            return "", 0, None
    if match := PLACE_RE.match(text):
        return match["all"], match.end(), None
    return "", 0, None
