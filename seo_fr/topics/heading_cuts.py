"""Titles brought under a length or a width, cut where nothing essential goes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from seo_fr.french import capitalize_first, lower_first, strip_final, typeset
from seo_fr.resources import load_toml
from seo_fr.topics.heading_families.given import cleaned
from seo_fr.topics.matching import function_words

LEAST_TOLD: Final = 3
"""Words that tell a headline without the section that it is filed under."""
TITLE: Final = 70
LABELLED: Final = 85
"""Characters up to which a title keeps the label that tells where it happens, or when."""
TOLERATED: Final = 10
"""Characters over the length of a title that a sound cut may keep."""
LEAST_KEPT: Final = 0.5
"""Share of a title that a cut leaves, at least."""
"""Most characters in a title of our own, and what a longer one of the source is brought down to where it can."""
WHOLE_TITLE: Final = 110
"""Characters up to which the source's title is kept whole where no cut is without loss."""
META_WIDTH: Final = 580
META_SIZE: Final = 20
SHORTEST: Final = 28
BARE: Final = 18
"""Characters that a title needs after its label."""
LABEL_RE: Final = re.compile(r"^([^:«»?!]{2,32}?)\s*:\s+(?=\S)")
COMPLEMENT_RE: Final = re.compile(
    r"\s+(?:dans|sur|en|à|au|aux|après|depuis|lors|pendant|avec|face|suite|pour|chez|par|contre|sans|afin|selon|et|mais)"
    r"\s|\s*[,:;–(](?!\d)\s*"
)
LOOSE_RE: Final = re.compile(
    r"\s+(?:(?:dans|sur|en|à|lors d['’]) ?(?:un|une|des)|lors (?:de|du|des)|pendant|depuis|jusqu['’]\w+|"
    r"d['’]ici|avant)\s|"
    r"\s*[,;–(](?!\d)\s*"
)
"""Where a circumstance starts that a title can do without: an indefinite place, a time, an aside."""
PARTICIPLE_RE: Final = re.compile(r"\s(?=[a-zà-ÿ]{3,}(?:é|i|u|is|it)(?:e?s?) (?:à|au|aux|en|dans|par|lors|chez)\s)")
"""« … exposés au musée de Metz »: where or by whom what the title names is shown."""
OF_RE: Final = re.compile(r"\s+(?:de|du|des|d’|d')(?:\s|(?<=[’']))")
ADJUNCT_RE: Final = re.compile(
    r"\s(?:après|malgré|face|contre|suite|pour|afin|avant|selon|lors|pendant|sans|avec|et|mais)\s"
)
"""What opens a part of a title that is whole or not there: « après sa condamnation | face à Apple »."""
PLACE_RE: Final = re.compile(r"(?<=[\w’-]) (?:de |du |d['’])[A-ZÀ-Ý][\w-]+(?= \w)")
"""A place that a name inside the title can do without: « le musée des Lampes de Lorville »."""
UNFINISHED_RE: Final = re.compile(
    r"\b(?:\d{1,3}|millions?|milliards?|milliers?|plus|moins|victimes?|proie|cause|raison|suite|objet|chefs?|lieu|fin|"
    r"autour|près|auprès|loin|hors|partir|aide|cours|sein|bord|côté|travers|lors|égard|moitié|majorité|nombre|série|"
    r"dizaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine|dont \S+|"
    r"passe|passent|deviens?t?|deviennent|restent?|met|mettent|prend|prennent|fait|font|tient|tiennent|vient|viennent|"
    r"va|vont|rend|rendent|reçoit|reçoivent|obtient|obtiennent|doit|doivent|peut|peuvent|veut|veulent)$"
)
"""A number without what it counts, half of a preposition, a noun or a verb that says nothing without its complement."""
BODY_RE: Final = re.compile(
    r"\b(?:la compagnie|le constructeur|la société|le groupe|l['’]entreprise|l['’]association|la start-up|le site|"
    r"le quotidien|la marque|l['’]éditeur|le club|la banque)\s+(?=[A-ZÀ-Ý][\w-]+)",
)
"""What a name can do without."""
ENOUGH: Final = 45
"""Characters from which on a title is long enough for search results."""
TIGHTER: Final = (
    (re.compile(r"^Élections? (?=(?:présidentiel|législativ|municipal|régional|européenn|départemental)\w+ )"), ""),
    (re.compile(r"\bainsi que\b"), "et"),
    (re.compile(r"(?<=\b[Ll]['’])(action|affaire) (?:de |d['’])(?=[A-ZÀ-Ý][\w-]+ )"), r"\1 "),
    (re.compile(r"(?<=\b[Ll]e )(titre|programme|groupe) (?:de |d['’])(?=[A-ZÀ-Ý][\w-]+ )"), r"\1 "),
    (re.compile(r"^(?:L['’]|L[ae]s? )(?=[\w -]+? en (?:baisse|hausse|chute|repli|recul|progression)\b)"), ""),
    (re.compile(r"^([^:]{12,}) (?:de|en) (?:19|20)\d\d(?= : )"), r"\1"),
)
"""What says the same in fewer letters: « l’action Brume », « Présidentielle »; the year of a label goes last."""
NAME_RE: Final = re.compile(r"[\w-]*[A-ZÀ-ÝĀ-Ž\d][\w-]*")


@cache
def advances() -> tuple[Mapping[str, int], int, int]:
    """Advance width of each character in Arial, that of any other, and the units in one em."""
    data = load_toml("scoring/widths.toml")
    table = {char: int(width) for width, chars in data["advances"].items() for char in chars}
    return table, int(data["other"]), int(data["units_per_em"])


def pixels(text: str, size: int = META_SIZE) -> float:
    """Width of a line in Arial, in pixels.

    >>> round(pixels("Le recul des ventes"))
    173
    """
    table, other, em = advances()
    return sum(table.get(char, other) for char in text) * size / em


def source_title(own: str) -> str:
    """The source's headline, cleaned: sentence case after its label, no final stop, under 70 characters if it can be.

    Nothing is cut but a label and a loose circumstance: a longer title is better than a false one. The name of a
    section, « Informatique », goes from any headline.

    >>> source_title("Informatique : Sortie d'une nouvelle version d'Ubuntu.")
    "Sortie d'une nouvelle version d'Ubuntu"
    >>> source_title("Islande : Sortie d'un nouveau volcan des glaces.")
    "Islande : sortie d'un nouveau volcan des glaces"
    >>> source_title("La ville relance le débat sur les digues après la noyade de deux marins dans une anse")
    'La ville relance le débat sur les digues après la noyade de deux marins'
    """
    text = cleaned(own)
    match = LABEL_RE.match(text)
    if match and is_theme(match[1]) and not is_place(match[1]) and len(text[match.end() :].split()) >= LEAST_TOLD:
        text, match = capitalize_first(text[match.end() :]), None  # a section of a newspaper, which no page needs
    if match:
        rest = text[match.end() :]
        first = re.split(r"[\s’']", rest, maxsplit=1)[0]
        if first and common_word(first):
            text = text[: match.end()] + lower_first(rest)
    if len(text) <= TITLE:
        return text
    match = LABEL_RE.match(text)
    if match and not is_theme(match[1]) and len(text) > LABELLED:
        # the subject or the place stays, and what a comma adds goes
        shorter = [text[: m.start()] for m in re.finditer(r",\s", text) if match.end() + BARE < m.start() <= LABELLED]
        text = shorter[-1] if shorter and not hanging(shorter[-1].split()) else text
    match = LABEL_RE.match(text)
    if match and len(text[match.end() :].split()) >= 5 and len(text) > LABELLED:
        text = capitalize_first(text[match.end() :])
    if len(text) <= TITLE or (LABEL_RE.match(text) and len(text) <= LABELLED):
        return text
    cuts = (LOOSE_RE,) if len(text) <= WHOLE_TITLE else (LOOSE_RE, PARTICIPLE_RE, COMPLEMENT_RE, OF_RE)
    for marks in cuts:
        for match in reversed(list(marks.finditer(text))):
            head = ended(text[: match.start()])
            if (
                max(SHORTEST, LEAST_KEPT * len(text)) < len(head) <= TITLE + TOLERATED
                and paired(head)
                and ":" not in match[0]
                and not UNFINISHED_RE.search(head)
            ):
                return head
    return text


def ended(head: str) -> str:
    """What is kept of a title, without the marks that stood before the cut."""
    return strip_final(head).rstrip(" –-(")


def paired(head: str) -> bool:
    """Whether quotation marks and brackets come in pairs."""
    return head.count("«") == head.count("»") and head.count("(") == head.count(")")


def common_word(word: str) -> bool:
    """Whether a capitalised word is surely no name: an article, or a noun that the tables know as an action."""
    from seo_fr.topics.heading_families.assertions import action_nouns

    lower = word.lower()
    nouns = {str(row["noun"]) for row in action_nouns().values()}
    return lower in function_words() or lower in nouns


def without_aside(title: str) -> str:
    """A title without what it says between two commas: « Kito de Pavant, heurté par un chalutier, abandonne ».

    >>> without_aside("Le phare, fermé depuis mars, rouvre")
    'Le phare rouvre'
    """
    return title if "«" in title else re.sub(r", [^,;:]+, (?=\w)", " ", title, count=1)


def unlabelled(title: str) -> str:
    """A title without the common noun that stands before a name: « avec l’association Brume » is « avec Brume ».

    >>> unlabelled("La ville signe avec la société Veltis"), unlabelled("La société de pêche ferme")
    ('La ville signe avec Veltis', 'La société de pêche ferme')
    """
    return title[:1] + BODY_RE.sub("", title[1:])


def fitted(text: str) -> str:
    """A title brought under the width, cut before a complement, or failing that before one in « de »; else by words.

    A part that opens on « après », « pour », « face à » is kept whole or goes whole.

    >>> fitted("La mairie prolonge la gratuité des transports en commun pour les moins de vingt ans jusqu’en décembre")
    'La mairie prolonge la gratuité des transports en commun'
    """
    label, colon, rest = text.partition(" : ")
    if colon and len(rest) >= SHORTEST and pixels(typeset(capitalize_first(rest))) <= META_WIDTH:
        return capitalize_first(rest)
    for marks, strict in ((LOOSE_RE, False), (COMPLEMENT_RE, True), (COMPLEMENT_RE, False), (OF_RE, False)):
        for match in reversed(list(marks.finditer(text))):
            head = ended(text[: match.start()])
            alone = colon and len(head) < len(label) + BARE  # « Élection de 2012 : Untel »
            if text[match.start() :].lstrip(" ,").startswith("dont "):
                continue  # « dix-huit mois de prison | dont douze avec sursis »: it corrects what precedes
            if alone or UNFINISHED_RE.search(head) or not paired(head) or len(head) < SHORTEST:
                continue
            if strict and ADJUNCT_RE.search(head):
                continue
            if pixels(typeset(head)) <= META_WIDTH:
                return head
    for match in PLACE_RE.finditer(text):
        shorter = text[: match.start()] + text[match.end() :]
        if pixels(typeset(shorter)) <= META_WIDTH:
            return shorter
    words = text.split()
    while len(words) > 1 and (pixels(typeset(" ".join(words))) > META_WIDTH or hanging(words)):
        words.pop()
    head = strip_final(" ".join(words))
    return head if head.count("«") == head.count("»") else " ".join(head.replace("«", "").replace("»", "").split())


def hanging(words: Sequence[str]) -> bool:
    """Whether the last of some words calls for another: an article, a preposition or half of one.

    >>> [hanging(text.split()) for text in ("La Terre autour", "La Terre autour d’une", "La Terre")]
    [True, True, False]
    """
    last = words[-1].lower().strip("«»:;,–-")
    ends = {last, *re.split(r"[’']", last)[-1:]}
    return bool(ends & function_words()) or UNFINISHED_RE.search(" ".join(words)) is not None


def is_place(label: str) -> bool:
    """Whether a label that files a title is a place all the same, which tells where.

    >>> is_place("France"), is_place("Tennis")
    (True, False)
    """
    return label.strip().lower() in {"france", "monde"}


def is_theme(label: str) -> bool:
    """Whether a label only files a title, « Tennis », and names nothing that a reader looks for.

    >>> is_theme("Informatique"), is_theme("France"), is_theme("Grèce")
    (True, True, False)
    """
    from seo_fr.topics.focus import lists_of

    return label.strip().lower() in lists_of()["themes"]


def keeps(title: str, option: str) -> bool:
    """Whether a shorter title keeps each name and number of another, and enough of its length.

    >>> keeps("Incendie au port de Brest", "Le port subit un incendie de grande ampleur")
    False
    >>> keeps("Tennis : Anne Roy gagne à Metz", "Anne Roy gagne à Metz en trois manches serrées")
    True
    """
    return len(option) >= min(ENOUGH, len(title)) and names_kept(title, option)


def names_kept(title: str, option: str) -> bool:
    """Whether a title holds each name and number of another, its theme aside."""
    label = LABEL_RE.match(title)
    told = title[label.end() :] if label and is_theme(label[1]) else title
    names = (word for word in NAME_RE.findall(told) if word.lower() not in function_words())
    flat = option.lower()
    return all(name.lower() in flat for name in names)


def tightened(title: str) -> list[str]:
    """The same title in fewer letters, the least changed first; [] where there is nothing to tighten.

    >>> tightened("L’action de Brume plonge après sa défaite")
    ['L’action Brume plonge après sa défaite']
    >>> tightened("L’action de la ville plonge")
    []
    """
    out: list[str] = []
    for mark, reading in TIGHTER:
        shorter = capitalize_first(mark.sub(reading, title))
        if shorter != title:
            out.append(shorter)
            title = shorter
    return out


def placed(title: str, own: str) -> str:
    """A title that was cut, after the place that its source files it under, where both fit; else as it is.

    >>> placed("L’armée quitte la vallée", "Mali : l’armée quitte la vallée sous la pluie")
    'Mali : l’armée quitte la vallée'
    >>> placed("Le club gagne", "Tennis : le club gagne")
    'Le club gagne'
    """
    label = LABEL_RE.match(cleaned(own)) if own else None
    if label is None or is_theme(label[1]) or ":" in title or label[1].lower() in title.lower():
        return title
    first = re.split(r"[\s’']", title, maxsplit=1)[0]
    form = f"{label[1]} : {lower_first(title) if common_word(first) or len(first) == 1 else title}"
    return form if pixels(typeset(form)) <= META_WIDTH else title
