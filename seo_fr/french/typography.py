"""French typography by locale: apostrophes, quotation marks, no-break spaces, dashes, ellipses, numbers, units.

:func:`typeset` is idempotent and changes no letter and no digit (« 2ème » aside, which becomes « 2e »). It leaves alone
URLs, e-mail addresses, code, Markdown link targets, HTML tags, handles, hours, versions, file names and smileys.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from seo_fr.errors import InvalidSettings
from seo_fr.resources import load_toml

NBSP: Final = "\u00a0"
NNBSP: Final = "\u202f"
_SPACES: Final = " \t\u00a0\u2007\u2009\u202f"
_SPACE: Final = f"[{_SPACES}]"

_PROTECTED: Final = re.compile(
    r"""
      `{1,3}[^`\n]+`{1,3}                                    # code
    | \]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)                # target of a Markdown link
    | </?[A-Za-z][^<>\n]*> | <!--.*?-->                       # HTML tags
    | &(?:\#\d+|\#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]+);        # character references
    | (?:https?|ftp|file)://[^\s\u00a0\u202f<>«»"“”]*[^\s\u00a0\u202f<>«»"“”.,;:!?)\]'’…]
    | (?:mailto|tel|data|javascript):[^\s\u00a0\u202f<>«»"“”]*[\w/]
    | www\.[^\s\u00a0\u202f<>«»"“”]*[\w/]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                            # e-mail
    | (?<![\w@])[@\#][\w-]+                                   # handle, hashtag
    | (?<![\w.])[\w-]+(?:\.[\w-]+)*                          # domain, file name
      \.(?:com|fr|org|net|eu|gouv|be|ch|ca|io|ai|py|js|txt|pdf|html?|md|json|csv|exe|zip)
      (?:/[^\s\u00a0\u202f<>«»"“”]*[\w/])?(?![\w.-]*\w)
    | (?<!\w)v?(?!\d{1,3}\.\d{3}\.\d{3}(?![.\w]))              # not millions with stops
      \d+(?:\.\d+){2,}(?!\w)                                  # version, IP address
    | (?<![\w:])\d{1,2}:\d{2}(?::\d{2})?(?![\w:])             # hour, ratio
    | (?<!\S)[:;]-?[()DPp/|](?=\s|$)                          # smiley
    | (?<!\w)[A-Za-z]:\\[^\s]*                                # path
    | \w+::\w+ | (?<!\w):[a-z_]+:(?!\w)                       # C++ name, emoji code
    | \{\{.*?\}\} | \{%.*?%\}                                 # template marks
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Typography:
    """Spaces and marks of one locale; every field is a string, "" where the locale sets nothing."""

    semicolon: str
    """Before « ; »."""
    exclamation: str
    """Before « ! »."""
    question: str
    """Before « ? »."""
    colon: str
    """Before « : »."""
    guillemet: str
    """Inside « and »."""
    thousands: str
    """Between groups of three digits."""
    unit: str
    """Between a number and its unit."""
    inner: tuple[str, str]
    """Quotation marks of the second level."""
    inner_space: str
    """Inside those."""


@cache
def typography(locale: str) -> Typography:
    """The habits of a locale; :class:`~seo_fr.errors.InvalidSettings` for one that is not known.

    >>> typography("fr-CA").question, typography("fr-FR").question == NNBSP
    ('', True)
    """
    table = load_toml("french/typography.toml")["locale"]
    if locale not in table:
        raise InvalidSettings(f"locale vaut {locale!r} ; choisissez parmi {', '.join(table)}.")
    row = dict(table[locale])
    return Typography(inner=(row["inner"][0], row["inner"][1]), **{k: v for k, v in row.items() if k != "inner"})


def typeset(text: str, locale: str = "fr-FR") -> str:
    r"""Set a paragraph, or several parted by newlines, as French prints it in that locale.

    >>> typeset('Il dit: "L\'IA gagne 50% en 2 ans!"').replace(NBSP, "~").replace(NNBSP, "^")
    'Il dit~: «~L’IA gagne 50~% en 2 ans^!~»'
    >>> typeset("Rendez-vous à 12:30 sur https://exemple.fr/a?b=c;d!")[-1]
    '!'
    """
    habits = typography(locale)
    return "\n".join(_settled(line, habits) for line in text.split("\n"))


def _settled(line: str, habits: Typography) -> str:
    """The steps, again until nothing changes: a mark set by a late step may be what an early one waits for."""
    for _pass in range(4):
        before, line = line, _line(line, habits)
        if line == before:
            break
    return line


def _line(line: str, habits: Typography) -> str:
    """One paragraph. Protected stretches are swapped for private-use characters, one each, and put back at the end."""
    if not any(char.isalnum() for char in line):  # a rule, the border of a table
        return line
    kept: list[str] = []
    base = 0xF0000

    def hide(match: re.Match[str]) -> str:
        kept.append(match.group())
        return chr(base + len(kept) - 1)

    def show(match: re.Match[str]) -> str:
        index = ord(match.group()) - base
        return kept[index] if index < len(kept) else match.group()

    if any(base <= ord(c) < base + 0x1000 for c in line):  # private-use characters of the text's own: leave it alone
        return line
    hidden = _PROTECTED.sub(hide, line)
    for step in _STEPS:
        hidden = step(hidden, habits)
    return re.sub("[\U000f0000-\U000f0fff]", show, hidden)


_ELIDED: Final = r"(?<![^\W_])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)"


def _apostrophes(text: str, _: Typography) -> str:
    """Straight, modifier and acute apostrophes between letters, and after an elided word."""
    text = re.sub(r"(?<=[^\W\d_])['ʼ‘´`](?=[^\W\d_])", "’", text)
    return re.sub(rf"({_ELIDED})['ʼ](?=[«“\"*_(\[\d\U000f0000-\U000f0fff])", r"\1’", text, flags=re.IGNORECASE)


def _ellipses(text: str, _: Typography) -> str:
    """Three stops or more are one ellipsis, which leans on its word."""
    text = re.sub(r"\.{3,}", "…", text)
    return re.sub(rf"(?<=[^\W_]){_SPACE}+…(?=\s|$|[»”.,:;!?)])", "…", text)


_OPENS: Final = f"(?:^|(?<=[{_SPACES}(\\[«“‹’—–\\-*_/]))"


def _quotes(text: str, habits: Typography) -> str:
    """Straight and English double quotation marks into guillemets, in pairs only; the second level by locale."""
    text = re.sub(r"<<(?=\s?\w)(.*?)>>", r"«\1»", text)
    if '"' in text and (paired := _pair_straight(text)) is not None:
        text = paired
    return _levels(text, habits)


def _pair_straight(text: str) -> str | None:
    """The text with « “ » and « ” » for straight marks, or None where they do not pair."""
    out = list(text)
    opened = False
    for i, char in enumerate(text):
        if char != '"':
            continue
        before, after = text[i - 1 : i], text[i + 1 : i + 2]
        can_open = (
            (not before or before in _SPACES + "([«“‹’—–-*_/") and bool(after) and (after not in _SPACES or opened)
        )
        can_close = bool(before) and (not after or not (after.isalnum()))
        if not opened and can_open:
            out[i], opened = "“", True
        elif opened and can_close:
            out[i], opened = "”", False
        else:
            return None
    return None if opened else "".join(out)


def _levels(text: str, habits: Typography) -> str:
    """Outermost marks are guillemets, those inside are the locale's second level; unbalanced text is left alone."""
    marks = [(m.start(), m.group()) for m in re.finditer(r"[«»“”]", text)]
    depth, out = 0, list(text)
    inner_open, inner_close = habits.inner
    for at, mark in marks:
        if mark in "«“":
            depth += 1
            out[at] = "«" if depth == 1 else inner_open if depth == 2 else mark
        else:
            out[at] = "»" if depth == 1 else inner_close if depth == 2 else mark
            depth -= 1
            if depth < 0:
                return text
    return "".join(out) if depth == 0 else text


def _balanced(text: str, opening: str, closing: str) -> bool:
    """Whether every mark that opens is closed, in that order."""
    depth = 0
    for char in text:
        depth += (char == opening) - (char == closing)
        if depth < 0:
            return False
    return depth == 0


def _guillemet_spaces(text: str, habits: Typography) -> str:
    text = re.sub(rf"«{_SPACE}*(?=\S)", f"«{habits.guillemet}", text)
    text = re.sub(rf"(?<=\S){_SPACE}*»", f"{habits.guillemet}»", text)
    opening, closing = habits.inner
    if _balanced(text, opening, closing):
        text = re.sub(rf"(?<![^\s«(\[’–—-]){opening}{_SPACE}*(?=\S)", f"{opening}{habits.inner_space}", text)
        text = re.sub(
            rf"(?<=\S){_SPACE}*{closing}(?![^\W_]|[\U000f0000-\U000f0fff])", f"{habits.inner_space}{closing}", text
        )
    # A closing mark wants a space before a word, an opening one after a word (not after an apostrophe or a bracket).
    text = re.sub(r"»(?=[^\W_])", "» ", text)
    return re.sub(r"(?<=[^\W_])«", " «", text)


def _high_marks(text: str, habits: Typography) -> str:
    """The space before ; ! ? and :, set where the mark ends a word, mended where a space is there already."""

    def put(match: re.Match[str]) -> str:
        mark = match.group(1)
        space = {";": habits.semicolon, "!": habits.exclamation, "?": habits.question, ":": habits.colon}[mark[0]]
        return space + mark

    ends = rf"(?=$|{_SPACE}|[»”›)\]*_’…,.](?![^\W_]|[\U000f0000-\U000f0fff]))"
    text = re.sub(rf"(?<=[^\s(\[¿¡!?;:«“‹\u202f\u00a0]){_SPACE}*((?:[!?]+)|[;:]){ends}", put, text)
    # After a quotation mark's own space, or a mark that already stands apart, nothing more is set.
    return text


def _dashes(text: str, _: Typography) -> str:
    """A hyphen between spaces is a dash; a double hyphen too. Bullets at the start of a line stay, and the dash that
    opens a line of dialogue or names who speaks holds to its word.
    """
    # « et - 60 % », « (- 33 % »: a fall, not a dash; between two numbers, « 10 - 20 % » is a range.
    text = re.sub(rf"((?:^|[^\s\d]){_SPACE}+|\()[-–]{_SPACE}*(?=\d[\d.,]*{_SPACE}*%)", "\\1−", text)
    # Twice, since in « a - - b » the space between belongs to both.
    for _pass in range(2):
        text = re.sub(rf"(?<=[^\s«“‹]){_SPACE}+-{{1,2}}{_SPACE}+(?=[^\s»”›.,;:!?…])", _dash, text)
    return re.sub(rf"^([ \t>]*[—–]){_SPACE}+(?=\S)", rf"\1{NBSP}", text)


def _dash(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    after = match.string[match.end() :]
    # « 5 - 3 », « 2010 - 2012 »: a score, a subtraction or a range is not a dash.
    if before[-1:].isdigit() and after[:1].isdigit():
        return match.group()
    return " – "


def _numbers(text: str, habits: Typography) -> str:
    """Groups of three digits held together, ordinals, « nº ».

    Stops between two groups or more (2.700.000) are read so too; one alone (2.700) may be a decimal, and stays.
    """
    text = re.sub(
        r"(?<![\w.,/-])(?<!version )(?<!Version )\d{1,3}\.\d{3}\.\d{3}(?![.\w/-])",
        lambda m: m.group().replace(".", habits.thousands),
        text,
    )
    text = re.sub(
        rf"(?<![\d.,/\-])(?<!\d{_SPACE})\d{{1,3}}(?:{_SPACE}\d{{3}})+(?![\d/\-]|{_SPACE}\d)",
        lambda m: re.sub(_SPACE, habits.thousands, m.group()),
        text,
    )
    text = re.sub(r"(?<![\w,.])1(?:ère|ere|ière)(s?)(?!\w)", r"1re\1", text)
    text = re.sub(r"(?<![\w,.])(\d+(?=[èie])|[IVXLC]+(?=è|iè))(?:ème|ième|eme)(s?)(?!\w)", r"\1e\2", text)
    text = re.sub(rf"(?<!\w)([Nn])(?:°|º|o(?=[{_SPACES}]\d)){_SPACE}*(?=\d)", rf"\1º{NBSP}", text)
    return text


@cache
def _held() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = load_toml("french/typography.toml")
    units = "|".join(re.escape(unit) for unit in sorted(data["units"], key=lambda u: (-len(u), u)))
    titles = "|".join(re.escape(title) for title in data["titles"])
    references = "|".join(re.escape(reference) for reference in data["references"])
    return (
        re.compile(rf"(?<=\d){_SPACE}({units})(?![\w²³/])"),
        re.compile(rf"(?<![\w’-])({titles}){_SPACE}(?=[A-ZÀ-ÖØ-Þ])"),
        re.compile(rf"(?<!\w)({references}){_SPACE}(?=\d)"),
    )


def _hold(text: str, habits: Typography) -> str:
    units, titles, references = _held()
    text = re.sub(r"(?<=\d)(?=[%‰€£$](?!\w))", habits.unit, text)
    text = units.sub(lambda m: habits.unit + m.group(1), text)
    text = titles.sub(rf"\1{NBSP}", text)
    return references.sub(rf"\1{NBSP}", text)


def _plain_spaces(text: str, _: Typography) -> str:
    """One space between words; none before a comma or a full stop that ends a word."""
    lead = re.match(r"[ \t]*", text)
    start = lead.end() if lead else 0
    body = re.sub(r"(?<=\S)[ \t]{2,}(?=\S)", " ", text[start:])
    body = re.sub(rf"(?<=[^\W_]){_SPACE}+(?=[,.](?:\s|$))", "", body)
    return text[:start] + body


_STEPS: Final[tuple[Callable[[str, Typography], str], ...]] = (
    _apostrophes,
    _ellipses,
    _plain_spaces,
    _quotes,
    _guillemet_spaces,
    _high_marks,
    _dashes,
    _numbers,
    _hold,
)


def unaccented(text: str) -> str:
    """Without diacritics; ligatures and letters stay.

    >>> unaccented("Ça, l’État")
    'Ca, l’Etat'
    """
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@cache
def _accents() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str]]:
    data = load_toml("french/typography.toml")
    words = {unaccented(word): word for word in data["accented"].split()}
    after = "|".join(re.escape(w) for w in sorted(data["preposition_a"]["before"].split(), key=lambda w: (-len(w), w)))
    return (
        re.compile(rf"(?<![\w’'.@/-])(?:{'|'.join(words)})(?![\w.@])|(?<=[dlDL]’)(?:{'|'.join(words)})(?![\w.@])"),
        words,
        re.compile(rf"(?:^|(?<=[.!?…]\s)|(?<=[«“]\s)|(?<=»\s))A(?={_SPACE}(?:{after})(?:(?<=’)|(?!\w)))"),
    )


def accent_capitals(text: str) -> str:
    """Accents on the capitals of the commonest words, and « À » where « A » opens a sentence as a preposition.

    For generated text, or a source that the editor lets us mend: unlike :func:`typeset` it changes letters.

    >>> accent_capitals("A Paris, l’Etat investit. Ecole et Eglise aussi.")
    'À Paris, l’État investit. École et Église aussi.'
    """
    words_re, words, preposition = _accents()
    text = words_re.sub(lambda m: words[m.group()], text)
    return preposition.sub("À", text)
