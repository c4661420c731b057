"""Numbers, ordinals and dates as French writes them."""

from __future__ import annotations

import datetime as dt
from typing import Final

from seo_fr.french.typography import NBSP, typography
from seo_fr.model import Gender
from seo_fr.resources import load_toml

_SCALES: Final = ((10**9, "milliard"), (10**6, "million"))


def format_number(value: float, *, decimals: int | None = None, locale: str = "fr-FR") -> str:
    r"""Digits with a decimal comma and groups of three held together; numbers of four digits are grouped too.

    *decimals* fixes the number of decimals; by default those that the number has (at most six). Years are not numbers:
    write them with :func:`str`.

    >>> format_number(340000).replace("\u202f", "^"), format_number(3.5), format_number(2, decimals=1)
    ('340^000', '3,5', '2,0')
    """
    digits = f"{value:.{6 if decimals is None else decimals}f}"
    whole, _, fraction = digits.partition(".")
    if decimals is None:
        fraction = fraction.rstrip("0")
    sign = "-" if whole.startswith("-") and (int(whole) or fraction.strip("0")) else ""
    whole = f"{int(whole.lstrip('-')):,}".replace(",", typography(locale).thousands)
    return sign + whole + (f",{fraction}" if fraction else "")


def with_unit(value: float, unit: str, *, locale: str = "fr-FR") -> str:
    """A number and its unit, held together by a no-break space.

    >>> with_unit(3.5, "%").replace(NBSP, "~"), with_unit(12, "km").replace(NBSP, "~")
    ('3,5~%', '12~km')
    """
    return f"{format_number(value, locale=locale)}{typography(locale).unit}{unit}"


def _below_hundred(number: int, tens: dict[str, str], units: list[str]) -> str:
    if number < 20:
        return units[number]
    ten, unit = number // 10 * 10, number % 10
    if str(ten) not in tens:  # 70 and 90 where they are built on 60 and 80
        base = ten - 10
        joined = " et " if number == 71 else "-"
        return f"{tens[str(base)]}{joined}{units[10 + unit]}"
    word = tens[str(ten)]
    if unit == 0:
        return word + "s" if word == "quatre-vingt" else word
    if unit == 1 and word != "quatre-vingt":
        return f"{word} et un"
    return f"{word}-{units[unit]}"


def number_words(number: int, *, gender: Gender = "m", locale: str = "fr-FR") -> str | None:
    """A whole number below 10¹² in words, with traditional hyphens; None beyond, or where « un » lacks its gender.

    >>> [number_words(n) for n in (21, 71, 80, 81, 200, 1001, 2300000)]  # doctest: +NORMALIZE_WHITESPACE
    ['vingt et un', 'soixante et onze', 'quatre-vingts', 'quatre-vingt-un', 'deux cents', 'mille un',
     'deux millions trois cent mille']
    >>> number_words(21, gender="f"), number_words(90, locale="fr-CH"), number_words(1, gender="")
    ('vingt et une', 'nonante', None)
    """
    if not 0 <= number < 10**12:
        return None
    data = load_toml("french/numbers.toml")
    units = data["units"].split()
    tens = data["tens"].get(locale, data["tens"]["default"])

    def below_thousand(n: int, *, last: bool) -> str:
        hundreds, rest = divmod(n, 100)
        parts = []
        if hundreds:
            cent = "cents" if hundreds > 1 and rest == 0 and last else "cent"
            parts.append(cent if hundreds == 1 else f"{units[hundreds]} {cent}")
        if rest or not hundreds:
            word = _below_hundred(rest, tens, units)
            # « quatre-vingts » loses its s before « mille ».
            parts.append(word.removesuffix("s") if not last and word == "quatre-vingts" else word)
        return " ".join(parts)

    parts: list[str] = []
    rest = number
    for size, name in _SCALES:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{below_thousand(count, last=True)} {name}{'s' if count > 1 else ''}")
    thousands, rest = divmod(rest, 1000)
    if thousands:
        parts.append("mille" if thousands == 1 else f"{below_thousand(thousands, last=False)} mille")
    if rest or not parts:
        parts.append(below_thousand(rest, last=True))
    words = " ".join(parts)
    if words.endswith(("un", "-un")) and number % 100 != 11 and words.split("-")[-1].split()[-1] == "un":
        if gender == "":
            return None
        return words + "e" if gender == "f" else words
    return words


def count_in_words(number: int, *, gender: Gender = "m", most: int = 16) -> str:
    """A count in running text: words up to *most* (seize), digits above, as French newspapers do.

    With unknown gender, « un » has no safe form and digits are used.

    >>> count_in_words(3), count_in_words(17), count_in_words(1, gender="f"), count_in_words(1, gender="")
    ('trois', '17', 'une', '1')
    """
    words = number_words(number, gender=gender) if 0 <= number <= most else None
    return words or format_number(number)


def ordinal(number: int, *, gender: Gender = "m") -> str | None:
    """An ordinal in words: premier, première, deuxième, vingt et unième; None for 0, below, or « 1 » of unknown gender.

    >>> ordinal(1, gender="f"), ordinal(2), ordinal(5), ordinal(9), ordinal(21), ordinal(80), ordinal(200)
    ('première', 'deuxième', 'cinquième', 'neuvième', 'vingt et unième', 'quatre-vingtième', 'deux centième')
    """
    if number < 1 or (number == 1 and gender not in ("m", "f")):
        return None
    if number == 1:
        return "première" if gender == "f" else "premier"
    words = number_words(number)
    if words is None:
        return None
    if words.endswith("cinq"):
        return words + "uième"
    if words.endswith("neuf"):
        return words.removesuffix("f") + "vième"
    return words.removesuffix("trois").removesuffix("s").removesuffix("e") + (
        "troisième" if words.endswith("trois") else "ième"
    )


def ordinal_digits(number: int, *, gender: Gender = "m") -> str | None:
    """An ordinal in digits: 1er, 1re, 2e; None for 0, below, or « 1 » of unknown gender.

    >>> ordinal_digits(1), ordinal_digits(1, gender="f"), ordinal_digits(12)
    ('1er', '1re', '12e')
    """
    if number < 1 or (number == 1 and gender not in ("m", "f")):
        return None
    return f"{number}e" if number > 1 else "1re" if gender == "f" else "1er"


def format_date(date: dt.date, *, weekday: bool = False, year: bool = True) -> str:
    """« 1er janvier 2024 », without article; « lundi 1er janvier 2024 » with the day of the week.

    >>> format_date(dt.date(2024, 1, 1)), format_date(dt.date(2012, 5, 22), weekday=True, year=False)
    ('1er janvier 2024', 'mardi 22 mai')
    """
    data = load_toml("french/numbers.toml")
    day = "1er" if date.day == 1 else str(date.day)
    parts = [day, data["months"].split()[date.month - 1]]
    if weekday:
        parts.insert(0, data["days"].split()[date.weekday()])
    if year:
        parts.append(str(date.year))
    return " ".join(parts)


def format_hour(time: dt.time) -> str:
    """« 14 h 30 », « 9 h », held together.

    >>> format_hour(dt.time(14, 5)).replace(NBSP, "~"), format_hour(dt.time(9)).replace(NBSP, "~")
    ('14~h~05', '9~h')
    """
    return f"{time.hour}{NBSP}h" + (f"{NBSP}{time.minute:02}" if time.minute else "")


def century(year: int) -> str:
    """« XXIe siècle » of a year after Christ.

    >>> century(2024), century(1900)
    ('XXIe siècle', 'XIXe siècle')
    """
    number, roman = (year - 1) // 100 + 1, ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            roman += sign
            number -= value
    return f"{roman}{'er' if roman == 'I' else 'e'} siècle"
