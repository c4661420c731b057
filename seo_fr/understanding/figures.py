"""Numbers with their qualifier, their unit and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from seo_fr.model import DateMention, Figure, Mention
from seo_fr.resources import load_toml
from seo_fr.understanding.lexicon import words
from seo_fr.understanding.resolving import MONTHS
from seo_fr.understanding.view import View, is_name, low

DIGITS = r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"


SECOND_RE = re.compile(r" et (?P<m>[\wà-ÿ])")
TAIL_RE = re.compile(r"\s(environ|au moins|au plus|au total|à peine|seulement)\b")
REFERENCE_RE = re.compile(
    r"(?i)(?:numéro|n[º°o]|article|art\.|page|p\.|chapitre|version|v\.|étape|édition|tome|figure|section|classe|l['’]|J\+)\s?$"
)
ASIDE_RE = re.compile(r" (?:de la part|au total|à ce jour|au moins|(?:appel|nomm|baptis|surnomm|âg)ée?s?|dite?s?)\b")
"""What follows a counted thing without being a part of it."""
MARKED_RE = re.compile(r"[ \u00a0]«[ \u00a0\u202f]?([a-zà-ÿ][^«»]{1,38}[sx][^«»]{0,20}?)[ \u00a0\u202f]?»")
"""Things counted that stand between marks."""
FAR = 200
"""Most characters looked at before « jusqu’à 10 h » for a word that tells how long something lasts."""
NEAR = 40
"""Most characters looked at before a number: longer than any qualifier."""


@cache
def number_words() -> dict[str, int]:
    """Cardinals in words, as written in the lexicon."""
    return dict(load_toml("understanding/figures.toml")["words"])


@cache
def number_re() -> re.Pattern[str]:
    """A number, in digits or in words, with its multiplier."""
    data = load_toml("understanding/figures.toml")
    spelled = "|".join(sorted(map(re.escape, number_words()), key=len, reverse=True))
    compound = rf"(?:{spelled})(?:[ -](?:et[ -])?(?:{spelled}|un|une))*"
    single = "|".join(
        w for w in data["collective"] if (not w.endswith("s") and not w.startswith("milli")) or w == "millier"
    )
    many = "|".join(w for w in data["collective"] if w.endswith("s"))
    group = rf"(?:une? )(?:{single})|(?:quelques |plusieurs |des |de )?(?:{many})"
    return re.compile(
        rf"(?<![\w,.-])(?P<sign>[-−+] ?)?(?P<n>{DIGITS}|{group}|{compound}|un|une)"
        r"(?:(?P<joint> à | ou |-|–)(?P<m>" + DIGITS + r"|" + compound + r")(?= (?!h\b)|%|€|°))?"
        r"(?P<mult>(?: et demie?)?(?: (?:millions|million|milliards|milliard|milliers|mille|billions))?)"
        r"(?:(?=(?-i:L|km|kg|cm|mm|ml|cl)(?!\w))|(?![\w-]))"
        r"(?!(?:e|ème|er|ère|nd|nde)\b)",
        re.IGNORECASE,
    )


@cache
def unit_re() -> re.Pattern[str]:
    """A unit right after a number."""
    units = "|".join(sorted(map(re.escape, load_toml("understanding/figures.toml")["units"]), key=len, reverse=True))
    return re.compile(rf"\s?(?P<of>d['’]|de )?(?P<u>{units})(?![\w²³])")


def value_of(number: str) -> float | None:
    """The number that a French wording stands for; None if it cannot be told.

    >>> [value_of(n) for n in ("340 000", "7,2", "vingt-deux", "quatre-vingt-trois", "une dizaine")]
    [340000.0, 7.2, 22.0, 83.0, 10.0]
    """
    text = low(number).strip()
    if re.fullmatch(DIGITS, text):
        grouped = re.fullmatch(r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?", text)
        return float((re.sub("[ .]", "", text) if grouped else text).replace(",", "."))
    table = number_words()
    data = load_toml("understanding/figures.toml")
    bare = re.sub(r"^une? ", "", text)
    if bare in data["collective"]:
        return (
            None
            if text.startswith(("des", "quelques", "plusieurs")) or bare.endswith("s")
            else float(data["collective"][bare])
        )
    if text in {"un", "une"}:
        return 1.0
    if text in table:
        return float(table[text])
    total = current = 0
    for word in re.split(r"[ -]", text):
        if word == "et":
            continue
        value = 1 if word in {"un", "une"} else table.get(word.rstrip("s") if word in {"cents", "vingts"} else word)
        if value is None:
            return None
        if value == 20 and current == 4:
            current = 80
        elif value == 100:
            current = max(current, 1) * 100
        elif value == 1000:
            total += max(current, 1) * 1000
            current = 0
        else:
            current += value
    return float(total + current)


def find_figures(view: View, dates: Sequence[DateMention], mentions: Sequence[Mention]) -> tuple[Figure, ...]:
    """All figures that are neither dates nor parts of names, in order."""
    barred = [(d.start, d.end) for d in dates] + [
        (m.start, m.end) for m in mentions if any(c.isdigit() for c in m.text)
    ]
    out: list[Figure] = []
    for sentence in view.source.sentences:
        for figure in figures_of(view, sentence.start, sentence.end, sentence.id):
            at = view.text.index(figure.number, figure.start)
            if any(a <= at < b for a, b in barred):
                continue
            # a figure inside what another counts (« deux blessés sur 5 ») still stands by itself unless it is the same
            last = out[-1] if out else None
            if (
                last is not None
                and last.sentence == figure.sentence
                and last.start <= figure.start < figure.end <= last.end
                and not view.text[last.start : figure.start].strip()
            ):
                continue
            out.append(figure)
    return tuple(out)


def figures_of(view: View, start: int, end: int, sid: int) -> Iterator[Figure]:
    """Figures between two offsets; each search begins past the last figure, so the cost is that of the length."""
    at = start
    while (match := number_re().search(view.text, at, end)) is not None:
        figure = figure_at(view, match, start, end, sid)
        # « entre 5 et 10 ans » takes its second number with it
        at = max(match.end(), at + 1, figure.end if figure is not None and figure.qualifier == "entre" else 0)
        if figure is not None:
            yield figure


def figure_at(view: View, match: re.Match[str], start: int, end: int, sid: int) -> Figure | None:
    """The figure of a number found in a sentence; None for an hour, a reference, a score, a label, an article."""
    text = view.text
    if is_clock(text, match, end) or is_reference(text, start, match, end) or days_re().match(text, match.end(), end):
        return None
    number, lowered = match["n"], low(match["n"])
    before = text[max(start, match.start() - NEAR) : match.start()]
    qualifier, left = qualified(text, before, match.start())
    unit, right = unit_after(text, match, end)
    if lowered in {"un", "une"} and not (counts(before, qualifier, unit) or match["mult"].strip()):
        return None
    if lowered == "un" and unit == "mois" and month_re().match(text, right, end):
        return None  # « pour un mois d’août »
    if number in {"Un", "Une"}:
        return None
    counted, right, followed = counted_phrase(view, right, end, unit)
    if not number[0].isdigit() and not followed and not unit and not stands_alone(view, match):
        return None
    if match["joint"] in {"-", "–"} and not followed and not unit:
        return None  # a score
    if lowered.startswith(("de ", "des ")):
        left = match.start()
        number = number.split(" ", 1)[1]
    if number[0].isdigit() and not unit and not qualifier and (is_numbered(view, match) or is_address(number, counted)):
        return None
    if re.fullmatch(r"(?:1[89]|20)\d\d", number) and not (followed or unit or qualifier):
        return None  # a year among years: « en 2002, 2003 et 2009 »
    if number[0].isdigit() and not (followed or unit or qualifier) and is_label(view, start, match, end):
        return None
    tail = TAIL_RE.match(text, right, end)
    if tail and not qualifier:
        qualifier, right = tail[1], tail.end()
    elif not qualifier and re.compile(r"\senviron\b").match(text, match.end(), end):
        qualifier = "environ"
    sign = match["sign"] or ""
    if sign and left == match.start() and (left == start or text[left - 1] in " (;,"):
        number = text[match.start() : match.end("n")]
    written = text[match.start("n") : match.end("m")] if match["m"] else number
    if low(before).endswith("entre ") and (second := SECOND_RE.match(text, right, end)):
        # one figure, to the end of its second number's phrase
        upper = next(figures_of(view, second.start("m"), end, sid), None)
        if upper is not None and upper.start == second.start("m"):
            left, right = match.start() - len("entre "), upper.end
            written, qualifier = text[match.start("n") : upper.start + len(upper.number)], "entre"
            unit, counted = upper.unit or unit, upper.counted or counted
    value = signed(value_of(match["n"]), sign, left, match.start())
    return Figure(text[left:right], left, right, sid, value, written, unit, counted, qualifier)


def qualified(text: str, before: str, at: int) -> tuple[str, int]:
    """The qualifier that ends right before a number, as written, and where it begins; ("", *at*) if there is none."""
    lowered = low(before)
    bare = lowered.rstrip()
    for candidate in qualifiers():
        if bare.endswith(candidate) and (lowered.endswith((" ", "'")) or candidate.endswith("'")):
            head = bare[: -len(candidate)]
            if not head or (not head[-1].isalpha() and head[-1] != "-"):
                left = at - len(before) + len(head)
                return text[left:at].strip(), left
    return "", at


@cache
def month_re() -> re.Pattern[str]:
    """« de mai », « d’août »."""
    return re.compile(rf" d(?:e |['’])(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)


@cache
def days_re() -> re.Pattern[str]:
    """What after a number makes it the first of some days: « du 6 au 15 mai »."""
    months = "|".join(MONTHS)
    return re.compile(
        rf"(?:er)?(?:, \d{{1,2}}(?:er)?)* ?(?:au|et|ou|à|-|–) ?\d{{1,2}}(?:er)? (?:{months})\b", re.IGNORECASE
    )


@cache
def qualifiers() -> tuple[str, ...]:
    """What may stand before a number and bear on it, the longest first."""
    return tuple(sorted(set(load_toml("understanding/figures.toml")["qualifiers"]), key=lambda q: (-len(q), q)))


def unit_after(text: str, match: re.Match[str], end: int) -> tuple[str, int]:
    """The unit of a number, its « millions » included, and where it ends."""
    collective = load_toml("understanding/figures.toml")["collective"]
    multiple, lowered = match["mult"].strip(), low(match["n"])
    found = unit_re().match(text, match.end(), end)
    grouped = multiple or lowered in collective or lowered.endswith(("aine", "aines", "ier", "iers"))
    if found is None or (found["of"] and not grouped):
        return multiple, match.end()
    return f"{multiple} {found['of'] or ''}{found['u']}".strip(), found.end()


def counts(before: str, qualifier: str, unit: str) -> bool:
    """Whether « un », « une » is a number: « plus d’un », « environ un », « durant un an »."""
    return low(qualifier) in load_toml("understanding/figures.toml")["strong"] or measures(before, unit)


def measures(before: str, unit: str) -> bool:
    """Whether « un », « une » before a unit is a number: « durant un an », « un litre », not « pas un litre »."""
    data = load_toml("understanding/figures.toml")
    if re.search(r"(?i)(?:[ldq][u]?['’]|\b(?:pas|tel|telle|tout|toute) )$", before):
        return False
    after = re.search(r"(?i)\b(?:durant|pendant|dans|en|sous|après|depuis|pour|de|à|dure|il y a) $", before)
    return unit in words(data["measures"]) or (after is not None and unit in words(data["measures_of_time"]))


def signed(value: float | None, sign: str, left: int, at: int) -> float | None:
    """The value with its minus sign."""
    return -value if value is not None and sign.strip() in {"-", "−"} and left == at else value


def is_clock(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a number is an hour of the day: « 10h45 », « 15h UTC », « à 17 h »."""
    after = text[match.end() : min(end, match.end() + 8)]
    before = text[max(0, match.start() - 10) : match.start()].lower()
    if re.search(r"\d:$", before):
        return True
    if re.match(r"\s?h(?:eures?)?\b", after) and re.search(
        r"\d ?h(?:eures?)?,? (?:soit|ou) $", text[max(0, match.start() - 18) : match.start()]
    ):
        return True  # « à 19 heures, soit 14 heures à Québec »
    lasting = load_toml("understanding/figures.toml")["lasting"]
    if before.endswith(("jusqu'à ", "jusqu’à ")) and re.search(
        lasting, text[max(0, match.start() - FAR) : match.start()]
    ):
        return False  # « une autonomie de 3 h, et jusqu’à 10 h »
    return bool(
        re.match(r"\s?h\s?\d{2}\b|\s?h\s?(?:UTC|GMT|TU)\b|\s?UTC|:\d{2}\b", after)
        or (
            re.match(r"\s?h(?:eures?)?\b", after)
            and re.search(r"(?:\bà|vers|dès|avant|après|était|jusqu[’']à) $", before)
        )
    )


def is_reference(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether a number is a rank, a version, an article, a page: a label, not an amount."""
    before = text[max(start, match.start() - 14) : match.start()]
    if before.endswith("[") and text[match.end() : match.end() + 1] == "]":
        return True  # a note
    return bool(
        REFERENCE_RE.search(before)
        or re.search(r"[A-Za-zÀ-ÿ][/_-]$", before)
        or re.match(r"[./_-]?[A-Za-z]{2,}\d|/\d", text[match.end() : min(end, match.end() + 6)])
        or (
            match["n"].lower() in {"un", "une"}
            and re.search(r"(?i)(?:l['’]|d['’]|qu['’]|quelqu['’]|chacun|pas |plus )$", before)
            and not re.search(r"(?i)(?:plus|moins|près) d['’]$", before)
        )
    )


def is_label(view: View, start: int, match: re.Match[str], end: int) -> bool:
    """Whether a bare number belongs to the word before it: « Llama 2 », « canton 40 », « # 3 »."""
    before = view.text[max(start, match.start() - NEAR) : match.start()]
    if re.search(r"(?i)\b(?:la|le) $", before) and "." in match["n"]:
        return True
    bare = before.rstrip()
    word = re.search(r"([\w’'-]+)$", bare)
    if bare.endswith("#"):
        return True
    if word is None or re.search(r"(?i)\b(?:de|à|sur|entre|et|dont|pour)$", bare):
        return False
    token = view.token_at(match.start() - len(before) + len(bare) - 1)
    noun = token is not None and token.pos == "NOUN"
    return word[1][:1].isupper() or noun or view.text[match.end() : min(end, match.end() + 1)] in set(".,;)")


def stands_alone(view: View, match: re.Match[str]) -> bool:
    """« Sur neuf villes, huit ferment »: whether a number in words is the subject of the verb after it."""
    token = view.token_at(match.end("n") - 1)
    before, after = (view.previous(token), view.next(token)) if token is not None else (None, None)
    if view.text[: match.start("n")].lower().endswith(("au lieu de ", "au lieu d’", "au lieu d'")):
        return True
    if re.match(r" (?:des|de ces) (?:\d|[a-zà-ÿ]{4,} )", view.text[match.end("n") :]) or (
        before is not None and low(before.text) == "dont"
    ):
        return True  # « quatre des 25 buts », « cinq ponts, dont deux à Metz »
    opens = before is None or before.text == "," or low(before.text) in {"et", "mais", "que", "qu'"}
    plural = low(match["n"]) not in {"un", "une"}
    return opens and plural and after is not None and after.pos in {"VERB", "AUX"} and after.text.endswith("nt")


def is_address(number: str, counted: str) -> bool:
    """Whether a number and what follows are a place in a town: « 6 rue Monge », « 75019 Paris »."""
    head = low(counted.split(" ", maxsplit=1)[0]) if counted else ""
    data = load_toml("understanding/figures.toml")
    return head in words(data["addresses"]) or (re.fullmatch(r"\d{5}", number) is not None and counted[:1].isupper())


def is_numbered(view: View, match: re.Match[str]) -> bool:
    """Whether a number names one thing among its likes: « la saison 1 du feuilleton »."""
    token = view.token_at(match.start("n"))
    noun = view.previous(token) if token is not None else None
    article = view.previous(noun) if noun is not None else None
    singular = article is not None and low(article.text) in {"le", "la", "l'", "une", "cette", "ce", "sa", "son", "du"}
    return noun is not None and noun.pos == "NOUN" and singular and not noun.text.endswith(("s", "x"))


def counted_phrase(view: View, position: int, end: int, unit: str) -> tuple[str, int, bool]:
    """What is counted after a number (and its unit), where the figure ends, and whether a noun follows."""
    if (marked := MARKED_RE.match(view.text, position, end)) is not None and not unit:
        return marked[1], marked.end(), True  # « deux « coups » »
    gap = re.match(r" (?:(?:de la |de l['’]|de |d['’]|des |du )?)", view.text[position:end])
    if gap is None:
        return "", position, False
    particle = bool(gap[0].strip())
    first = view.token_at(position + gap.end()) or None
    if first is None or first.start != position + gap.end() or first.start >= end:
        return "", position, False
    needs_particle = bool(unit) and not unit.rsplit(maxsplit=1)[-1].startswith(
        ("million", "milliard", "millier", "mille")
    )
    if needs_particle and not particle:
        # « 7,2 milliards d’euros supplémentaires »: an adjective goes with the unit
        if first.pos == "ADJ" and low(first.text).endswith("s") and low(first.text) not in {"tous", "toutes", "plus"}:
            return "", first.end, True
        return "", position, False
    stop = view.np_end(first.i)
    data = load_toml("understanding/figures.toml")
    if stop == first.i and first.pos in {"ADJ", "VERB"} and low(first.text).endswith(("s", "x")):
        # « 9 civils », « deux blessés »: an adjective that stands for people
        stop += first.morph.get("VerbForm") != "Fin" and low(first.text) not in words(data["not_alone"])
    elif first.pos in {"ADP", "VERB", "AUX", "CCONJ", "SCONJ"}:
        return "", position, False
    if stop == first.i:
        return "", position, False
    last = view.tokens[stop - 1]
    if last.end > end or first.text[:1].isdigit() or "”" in last.text or '"' in last.text:
        return "", position, False
    while stop - 1 > first.i and low(view.tokens[stop - 1].text) in {"tous", "toutes", "plus"}:
        stop -= 1
        last = view.tokens[stop - 1]
    if first.pos == "DET" and low(first.text) in {"les", "ces", "ses", "leurs", "le", "la", "l'"} and not particle:
        return "", position, False
    if low(first.text) in words(data["not_counted"]):
        return "", position, False  # « quatre fois de suite »
    if (
        unit
        and unit.rsplit(maxsplit=1)[-1] in words(data["lengths"])
        and (first.pos == "DET" or is_name(first) or low(first.text) in {"son", "sa", "ses", "leur", "leurs"})
    ):
        return "", position, False  # « à 3 km de la côte »
    last_unit = unit.rsplit(maxsplit=1)[-1] if unit else ""
    definite = gap[0].startswith((" de la", " de l", " du", " des"))
    if definite and last_unit in words(data["times"]) | words(data["lengths"]):
        return "", position, False  # « pendant 12 heures des otages »
    partitive = low(first.text) in {"ces", "ses", "leurs", "nos", "vos"} and particle  # « quatre de ces services »
    begin = view.tokens[first.i + 1].start if partitive and first.i + 1 < stop else first.start
    counted = view.text[begin : last.end]
    if aside := ASIDE_RE.search(counted):
        return counted[: aside.start()], begin + aside.start(), True
    return counted, last.end, True
