"""Spotting names: runs of capitalised words, gazetteers, the model's spans, each with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from seo_fr.model import Label, Token
from seo_fr.resources import load_toml
from seo_fr.understanding.apposition import role_nouns
from seo_fr.understanding.lexicon import words
from seo_fr.understanding.view import View, is_name, low

PARTICLES = frozenset("de du des d' la le les van von der den di da del della el al ben bin".split())


@dataclass(frozen=True, slots=True)
class Span:
    """A name at one place, before it is linked."""

    start: int
    end: int
    sentence: int
    text: str
    first: int
    """Index of its first token."""
    last: int
    """Index of its last token."""
    hint: Label | None = None
    """Label from a gazetteer, when one knows it."""
    medium: bool = False


@cache
def gazetteer() -> dict[str, tuple[Label | None, bool]]:
    """Lower-case name → (label, medium); a label of None bars the name."""
    data = load_toml("understanding/names.toml")
    out: dict[str, tuple[Label | None, bool]] = {}
    for word in data["never"].split():
        out[low(word)] = (None, False)
    rows: tuple[tuple[str, Label | None, bool], ...] = (
        ("works", "WORK", False),
        ("places", "LOC", False),
        ("organisations", "ORG", False),
        ("media", "ORG", True),
        ("other", None, False),
    )
    for key, label, medium in rows:
        for name in data[key].split("|"):
            if name.strip():
                out[low(name.strip())] = (label, medium)
    return out


@cache
def written_names() -> frozenset[str]:
    """Names of the gazetteer as written, with a straight apostrophe."""
    data = load_toml("understanding/names.toml")
    keys = ("works", "places", "organisations", "media", "other")
    found = {name.strip().replace("’", "'") for key in keys for name in data[key].split("|")}
    return frozenset(found | set(data["never"].split()))


def as_written(text: str) -> bool:
    """Whether a stretch has the capitals of a name of the gazetteer: « Le Temps », not « Le temps »."""
    straight = text.replace("’", "'")
    return straight in written_names() or straight[:1].upper() + straight[1:] in written_names()


@cache
def longest() -> int:
    """Most words in a name of the gazetteer."""
    return max(len(re.findall(r"[\w-]+|['’]", name)) for name in gazetteer())


def spans(view: View) -> list[Span]:
    """All names of a text, in order, none overlapping another."""
    lower = {low(t.text) for t in view.tokens if t.text[:1].islower()}
    inside = frozenset(t.text for t in view.tokens if is_name(t) and not opens(view, t) and t.text not in {"M", "MM"})
    out: list[Span] = []
    for sentence in view.source.sentences:
        tokens = view.of_sentence(sentence.id)
        k = 0
        while k < len(tokens):
            found = known(view, tokens, k) or run(view, tokens, k, lower, inside)
            if found is None:
                k += 1
                continue
            label, medium, length = found
            first, last = tokens[k], tokens[k + length - 1]
            k += length
            if label == "BAR":
                continue
            text = view.text[first.start : last.end]
            hint: Label | None = label if label in {"PER", "ORG", "LOC", "WORK", "MISC"} else None  # type: ignore[assignment]
            out.append(Span(first.start, last.end, sentence.id, text, first.i, last.i, hint, medium))
    return out


def opens(view: View, token: Token) -> bool:
    """Whether a capital is due to the place of a word: first of its sentence, after a colon or an opening mark."""
    before = view.previous(token)
    return (
        before is None
        or before.text in {"«", "“", '"', "(", ":", "•", "–", "—", "-", "...", "…"}
        or before.text in ".!?"
    )


def known(view: View, tokens: tuple[Token, ...], k: int) -> tuple[str, bool, int] | None:
    """The longest gazetteer name that opens at a token: (label or "BAR", medium, length in tokens)."""
    if not (is_name(tokens[k]) or tokens[k].text[:1].isdigit()):
        return None
    names = gazetteer()
    for size in range(min(longest(), len(tokens) - k), 0, -1):
        last = tokens[k + size - 1]
        text = low(view.text[tokens[k].start : last.end])
        if text not in names or not as_written(view.text[tokens[k].start : last.end]):
            continue
        if size > 1 and not any(is_name(t) for t in tokens[k + 1 : k + size]) and text not in names:
            continue
        following = tokens[k + size] if k + size < len(tokens) else None
        after = tokens[k + size + 1] if k + size + 1 < len(tokens) else None
        if following is not None and size == 1:
            apart = following.start == last.end + 1
            # « Meta AI », « Paris Saint-Germain »: a longer name than the gazetteer knows; « Google, Apple » are two
            if is_name(following) and apart and not following.text.isupper() and not names[text][1]:
                return None
            # « SpaceX-Dragon »: one name, joined by a hyphen
            if following.text == "-" and not apart and after is not None and is_name(after):
                return None
        barred = size == 1 and opens(view, tokens[k]) and text in words(load_toml("understanding/names.toml")["common"])
        if barred and names[text][0] is not None:
            continue
        label, medium = names[text]
        if label == "WORK" and following is not None and is_version(following.text) and number_belongs(tokens, k, size):
            size += 1
        return (label or "BAR", medium, size)
    return None


def run(
    view: View, tokens: tuple[Token, ...], k: int, lower: set[str], inside: frozenset[str]
) -> tuple[str, bool, int] | None:
    """A run of capitalised words that opens at a token and is a name."""
    token = tokens[k]
    if not is_name(token) or (len(token.text) < 2 and not (k + 1 < len(tokens) and tokens[k + 1].text == ".")):
        return None
    if (
        (token.pos == "DET" and not is_acronym(token.text))
        or low(token.text) in STOP
        or token.text.endswith(("’", "'"))
    ):
        return None
    if is_acronym(token.text) and low(token.text) in role_nouns("bodies") | role_nouns("people"):
        return None  # « l’ONG X », « le PDG »
    data = load_toml("understanding/names.toml")
    if token.text in words(data["titles_m"]) | words(data["titles_f"]) | words(data["titles_any"]):
        return None
    size = 1
    while k + size < len(tokens):
        nxt = tokens[k + size]
        joined = nxt.start == tokens[k + size - 1].end
        if is_name(nxt) and low(nxt.text) not in STOP and nxt.text not in words(data["titles_m"]):
            if not joined and (nxt.pos == "DET" or (size == 1 and parts_place(view, tokens, k))):
                break
            surname = tokens[k + size + 1] if k + size + 1 < len(tokens) else None
            first = size > 1 and is_acronym(token.text) and nxt.text in words(data["first_names"])
            if first and surname is not None and is_name(surname):
                break  # « l’agence RIA Novosti Valentine Sapounov »: the agency, then who speaks
            size += 1
            continue
        if nxt.text in {"-", "&", "´", "’", "'", "."} and k + size + 1 < len(tokens) and is_name(tokens[k + size + 1]):
            initial = nxt.text == "." and len(tokens[k + size - 1].text) == 1
            if nxt.text == "&" or (joined and nxt.text != ".") or initial:
                size += 2
                continue
        if is_version(nxt.text) and number_belongs(tokens, k, size):
            size += 1
            continue
        if low(nxt.text) in PARTICLES and bridges(tokens, k, size):
            size += 2 if not (k + size + 1 < len(tokens) and low(tokens[k + size + 1].text) in PARTICLES) else 3
            continue
        if low(nxt.text) in words(data["adjectives"]) and tokens[k].text in words(data["institutions"]):
            size += 1
            continue
        break
    if size == 1 and parts_place(view, tokens, k):
        return ("BAR" if token.text in words(data["officials"]) else "LOC"), False, 1
    if opens(view, token):
        alone = size == 1
        common = token.pos not in {"PROPN", "X"} and not token.ent
        if alone and not is_acronym(token.text):
            if low(token.text) in lower and token.text not in inside:
                return None
            if token.text not in inside and (
                common or token.pos in {"ADV", "ADP", "VERB", "PRON", "SCONJ", "CCONJ", "DET", "NUM", "INTJ"}
            ):
                return None
        elif (
            not alone
            and token.text not in inside
            and token.pos in {"ADV", "ADP", "PRON", "SCONJ", "CCONJ", "DET", "VERB", "AUX"}
            and token.text not in words(data["first_names"])
        ):
            return None
    elif token.pos in {"PRON", "DET"} and size == 1 and not is_acronym(token.text) and not token.ent:
        return None
    return "", False, size


def parts_place(view: View, tokens: tuple[Token, ...], k: int) -> bool:
    """« le directeur du site de Jababeka David Quentin »: a place after « de », then a person's names."""
    before = view.previous(tokens[k])
    if k + 2 >= len(tokens) or before is None:
        return False
    officials = words(load_toml("understanding/names.toml")["officials"])
    if low(before.text) not in {"de", "d'"} and not (
        low(before.text) in {"la", "l'", "du"} and tokens[k].text in officials
    ):
        return False
    first_names = words(load_toml("understanding/names.toml")["first_names"])
    if tokens[k].text in first_names or tokens[k + 1].text not in first_names or not is_name(tokens[k + 2]):
        return False
    return any(low(t.text) in role_nouns("people") for t in tokens[max(0, k - 7) : k])


STOP = frozenset(
    """le la les l' un une des du de d' ce cet cette ces il elle ils elles on je tu nous vous et ou mais or car donc
    ni que qui quoi dont où si dans sur sous avec sans pour par en à au aux chez selon après avant depuis lors
    lorsque quand comme plus moins très son sa ses leur leurs notre nos votre vos mon ma mes tout tous toute toutes
    ceci cela ça c' s' n' m' j' y ici là ainsi alors aussi bien certes enfin ensuite puis pourtant toutefois
    cependant aujourd'hui hier demain monsieur madame mademoiselle""".split()
)


def is_version(text: str) -> bool:
    """Whether a word may be the number of a version, a model or a reign: « 9 », « 12.10 », « III », « A320 »."""
    return bool(re.fullmatch(r"\d{1,3}(?:\.\d+)*|[IVX]{1,4}|[A-Z]?\d+[A-Za-z]?", text))


def is_acronym(text: str) -> bool:
    """Two capitals or more and no lower-case letter, but for a plural s: « BEA », « ONG », « U2 »."""
    return bool(re.fullmatch(r"(?=(?:.*[A-ZÀ-Ý]){2})[A-ZÀ-Ý0-9.&+-]{2,8}", text))


def number_belongs(tokens: tuple[Token, ...], k: int, size: int) -> bool:
    """Whether a number after a name is part of it: « Falcon 9 », « Titan III », not « Renault 3 000 »."""
    number = tokens[k + size]
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", number.text):
        return False
    following = tokens[k + size + 1] if k + size + 1 < len(tokens) else None
    if re.fullmatch(r"[IVX]+|.*[A-Za-z].*", number.text):
        return True
    if following is None:
        return True
    return not (
        following.text[:1].isdigit()
        or following.text in {"%", "€"}
        or (following.pos in {"NOUN"} and low(following.text) != "h" and not is_name(following))
    )


def bridges(tokens: tuple[Token, ...], k: int, size: int) -> bool:
    """Whether a particle joins two halves of a name: « Kito de Pavant »; « Cour des comptes » by the gazetteer."""
    data = load_toml("understanding/names.toml")
    j = k + size
    particle = low(tokens[j].text)
    nxt = tokens[j + 1] if j + 1 < len(tokens) else None
    if nxt is not None and low(nxt.text) in PARTICLES and j + 2 < len(tokens):
        nxt = tokens[j + 2]
    if nxt is None or not is_name(nxt) or low(nxt.text) in STOP:
        return False
    head = tokens[k].text
    if head in words(data["institutions"]):
        return True
    if particle in {"de", "d'", "du", "des"}:
        if head in words(data["first_names"]) and size <= 2:
            return low(nxt.text) not in gazetteer() or nxt.text not in load_places()
        same = tokens[k].ent and tokens[k].ent == nxt.ent == tokens[j].ent
        return bool(same and tokens[k].ent == "PER")
    if particle in {"le", "la", "les"}:
        return head in words(data["first_names"]) or bool(tokens[k].ent == "PER" == nxt.ent)
    return bool(head in words(data["first_names"]) or (tokens[k].ent and tokens[k].ent == nxt.ent))


@cache
def load_places() -> frozenset[str]:
    """Places of the gazetteer, as written."""
    return frozenset(name.strip() for name in load_toml("understanding/names.toml")["places"].split("|"))


def acronym_of(text: str) -> str:
    """Initials of the content words of a name: « Bureau d’enquêtes et d’analyses » → « BEA ».

    >>> acronym_of("Centre national de surveillance des pêches")
    'CNSP'
    """
    parts = [
        p
        for p in re.split(r"[\s’'-]+", text)
        if p
        and p.lower()
        not in {"de", "d", "du", "des", "la", "le", "les", "et", "l", "en", "à", "pour", "of", "the", "and"}
    ]
    return "".join(p[0].upper() for p in parts)


def iter_titles(view: View, span: Span) -> Iterator[str]:
    """Titles right before a name: « M. », « Mme »."""
    text = view.text[max(0, span.start - 12) : span.start]
    match = re.search(
        r"(?:^|[\s(«’'])((?:M|MM|Mr|Mme|Mmes|Mlle|Me|Dr|Pr|Monsieur|Madame|Mademoiselle|Maître|Docteur)\.?)\s$", text
    )
    if match:
        yield match[1]
