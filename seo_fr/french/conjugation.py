"""Conjugation for generation: the tenses that news prose needs, of the verbs it uses; an unknown verb has no form.

A verb is named by its infinitive (« annoncer », « se dérouler »). Every function gives None rather than a
doubtful form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from seo_fr.french.elision import elide
from seo_fr.model import Gender, Number
from seo_fr.resources import load_toml

Tense = Literal["present", "imperfect", "future", "conditional", "subjunctive"]
TENSES: Final[tuple[Tense, ...]] = ("present", "imperfect", "future", "conditional", "subjunctive")
Person = Literal[1, 2, 3]
_NUMBERS: Final[tuple[Number, ...]] = ("s", "p")

_PAST_ENDINGS: Final = ("ais", "ais", "ait", "ions", "iez", "aient")
_FUTURE_ENDINGS: Final = ("ai", "as", "a", "ons", "ez", "ont")
_FIRST_ENDINGS: Final = ("e", "es", "e", "ons", "ez", "ent")
_SECOND_ENDINGS: Final = ("is", "is", "it", "issons", "issez", "issent")
_REFLEXIVE: Final = ("me", "te", "se", "nous", "vous", "se")
# An unstressed e, or é, before the consonants that end the stem: lev-er, céd-er, célébr-er, protég-er, reléguer.
_MUTE_E: Final = re.compile(r"e(?=[bcdfgjklmnprstvz]$)")
_ACUTE_E: Final = re.compile(r"é(?=(?:[bcdfgjklmnprstvxz]|ch|gn|gu|qu|[bcdfgptv][lr]|gl)$)")


@dataclass(frozen=True, slots=True)
class Paradigm:
    """What the forms of one verb are made of."""

    present: tuple[str, ...]
    """Six forms; "" where the verb has none."""
    imperfect: str
    """Stem of the imperfect and of the present participle."""
    future: str
    """Stem of the future and of the conditional, with its r."""
    past: tuple[str, str, str, str]
    """Past participle: masculine and feminine singular, masculine and feminine plural."""
    present_participle: str
    """"" where the verb has none."""
    subjunctive: tuple[str, ...]
    """Six forms."""
    soften: bool = False
    """Whether the stem changes before a and o (plaçons, mangeons)."""


@cache
def _index() -> Mapping[str, tuple[str, str]]:
    """Verb → (kind, model): every verb that the tables know."""
    data = load_toml("french/conjugation.toml")
    index = dict.fromkeys(data["first"].split(), ("first", ""))
    index |= dict.fromkeys(data["second"].split(), ("second", ""))
    for model, row in data["model"].items():
        for verb in (model, *row.get("derived", "").split()):
            index[verb] = ("model", model)
    return index


def _bare(lemma: str) -> str:
    return re.sub(r"^s(?:e |[’'])", "", lemma)


def known_verb(lemma: str) -> bool:
    """Whether the tables can conjugate this verb, given by its infinitive, with or without « se ».

    >>> known_verb("recruter"), known_verb("s’engager"), known_verb("recrutationner")
    (True, True, False)
    """
    return _bare(lemma) in _index()


def _soft(stem: str, ending: str) -> str:
    """The stem of a verb in -cer or -ger before an ending: plaç-ons, mange-ait."""
    if ending[:1] in ("a", "o", "â"):
        if stem.endswith("c"):
            return stem[:-1] + "ç" + ending
        if stem.endswith("g"):
            return stem + "e" + ending
    return stem + ending


def _four(past: str) -> tuple[str, str, str, str]:
    """Masculine, feminine, plural of a participle."""
    return past, past + "e", past if past.endswith("s") else past + "s", past + "es"


def _first_group(verb: str, doubling: frozenset[str]) -> Paradigm:
    stem = verb[:-2]
    strong, future = stem, stem
    if verb in doubling:
        strong = future = stem + stem[-1]
    elif re.search(r"[aou]y$", stem):
        strong = future = stem[:-1] + "i"
    elif _MUTE_E.search(stem):
        strong = future = _MUTE_E.sub("è", stem)
    elif _ACUTE_E.search(stem):
        strong = _ACUTE_E.sub("è", stem)  # the future keeps é: cédera
    present = tuple((_soft(stem, ending) if ending in ("ons", "ez") else strong + ending) for ending in _FIRST_ENDINGS)
    return Paradigm(
        present=present,
        imperfect=stem,
        future=future + "er",
        past=_four(stem + "é"),
        present_participle=_soft(stem, "ant"),
        subjunctive=(
            *(strong + ending for ending in ("e", "es", "e")),
            stem + "ions",
            stem + "iez",
            strong + "ent",
        ),
        soften=True,
    )


def _second_group(verb: str) -> Paradigm:
    stem = verb[:-2]
    return Paradigm(
        present=tuple(stem + ending for ending in _SECOND_ENDINGS),
        imperfect=stem + "iss",
        future=verb,
        past=_four(stem + "i"),
        present_participle=stem + "issant",
        subjunctive=tuple(f"{stem}iss{ending}" for ending in ("e", "es", "e", "ions", "iez", "ent")),
    )


def _third_group(verb: str, model: str) -> Paradigm:
    row = load_toml("french/conjugation.toml")["model"][model]
    tail = row.get("tail", model)
    own = model[: len(model) - len(tail)]
    prefix = verb[: len(verb) - len(tail)]

    def built(form: str) -> str:
        return "" if form in ("", "-") else prefix + form[len(own) :]

    present = tuple(built(form) for form in row["present"].split())
    imperfect = built(row["imperfect"]) if "imperfect" in row else present[3].removesuffix("ons")
    past = row["past"]
    four = tuple(row["past_forms"].split()) if "past_forms" in row else _four(past)
    if row.get("invariable"):
        four = (past, past, past, past)
    if "subjunctive" in row:
        subjunctive = tuple(built(form) for form in row["subjunctive"].split())
    else:
        strong = present[5].removesuffix("ent")
        subjunctive = (strong + "e", strong + "es", strong + "e", imperfect + "ions", imperfect + "iez", strong + "ent")
    masculine, feminine, plural, feminine_plural = (built(form) for form in four)
    return Paradigm(
        present=present,
        imperfect=imperfect,
        future=built(row["future"]),
        past=(masculine, feminine, plural, feminine_plural),
        present_participle=built(row["present_participle"]) if "present_participle" in row else imperfect + "ant",
        subjunctive=subjunctive,
    )


@cache
def _paradigm(verb: str) -> Paradigm | None:
    entry = _index().get(verb)
    if entry is None:
        return None
    kind, model = entry
    if kind == "first":
        return _first_group(verb, frozenset(load_toml("french/conjugation.toml")["doubling"].split()))
    return _second_group(verb) if kind == "second" else _third_group(verb, model)


def conjugate(lemma: str, tense: Tense = "present", *, person: Person = 3, number: Number = "s") -> str | None:
    """A finite form, without subject; None for an unknown verb, an unknown number or a form that does not exist.

    A pronominal verb comes with its pronoun.

    >>> conjugate("recruter"), conjugate("lancer", "imperfect"), conjugate("se dérouler", "future", number="p")
    ('recrute', 'lançait', 'se dérouleront')
    >>> conjugate("obtenir", "conditional"), conjugate("falloir", number="p"), conjugate("zorguer")
    ('obtiendrait', None, None)
    """
    verb = _bare(lemma)
    paradigm = _paradigm(verb)
    if paradigm is None or number not in ("s", "p"):
        return None
    i = person - 1 + (3 if number == "p" else 0)
    if not paradigm.present[i]:
        return None
    match tense:
        case "present":
            form = paradigm.present[i]
        case "imperfect":
            ending = _PAST_ENDINGS[i]
            form = _soft(paradigm.imperfect, ending) if paradigm.soften else paradigm.imperfect + ending
        case "future":
            form = paradigm.future + _FUTURE_ENDINGS[i]
        case "conditional":
            form = paradigm.future + _PAST_ENDINGS[i]
        case "subjunctive":
            form = paradigm.subjunctive[i]
    return form if verb == lemma else elide(_REFLEXIVE[i], form)


def past_participle(lemma: str, *, gender: Gender = "m", number: Number = "s") -> str | None:
    """The past participle, agreed; None for an unknown verb or where gender or number is unknown.

    >>> past_participle("prendre", gender="f", number="p"), past_participle("devoir")
    ('prises', 'dû')
    """
    paradigm = _paradigm(_bare(lemma))
    if paradigm is None or gender not in ("m", "f") or number not in ("s", "p"):
        return None
    return paradigm.past[(gender == "f") + 2 * (number == "p")] or None


def present_participle(lemma: str) -> str | None:
    """The present participle: « annonçant », « étant »; None for an unknown verb.

    >>> present_participle("annoncer"), present_participle("savoir"), present_participle("se réunir")
    ('annonçant', 'sachant', 'se réunissant')
    """
    paradigm = _paradigm(_bare(lemma))
    if paradigm is None or not paradigm.present_participle:
        return None
    form = paradigm.present_participle
    return form if _bare(lemma) == lemma else elide("se", form)


def auxiliary(lemma: str) -> str | None:
    """« avoir » or « être »; None for an unknown verb, or one that takes either by its sense (sortir, passer).

    >>> auxiliary("annoncer"), auxiliary("se dérouler"), auxiliary("naître"), auxiliary("passer")
    ('avoir', 'être', 'être', None)
    """
    data = load_toml("french/conjugation.toml")
    verb = _bare(lemma)
    if verb not in _index():
        return None
    if verb != lemma:
        return "être"
    if verb in data["both"].split():
        return None
    return "être" if verb in data["etre"].split() else "avoir"


def compound(
    lemma: str, tense: Tense = "present", *, person: Person = 3, number: Number = "s", gender: Gender = ""
) -> str | None:
    """A compound form (*tense* is the auxiliary's: present for the passé composé), agreed with its subject if « être ».

    Agreement with a preceding object is the caller's, by :func:`past_participle`.

    >>> compound("annoncer", number="p"), compound("naître", gender="f"), compound("naître")
    ('ont annoncé', 'est née', None)
    """
    helper = auxiliary(lemma)
    if helper is None:
        return None
    verb = _bare(lemma)
    participle = past_participle(verb) if helper == "avoir" else past_participle(verb, gender=gender, number=number)
    finite = conjugate(helper if verb == lemma else f"s’{helper}", tense, person=person, number=number)
    return f"{finite} {participle}" if finite and participle else None


def passive(lemma: str, tense: Tense = "present", *, number: Number = "s", gender: Gender = "") -> str | None:
    """Third person of the passive: « est annoncée », « seront construits »; None where gender or number is unknown.

    >>> passive("annoncer", gender="f"), passive("construire", "future", number="p", gender="m"), passive("annoncer")
    ('est annoncée', 'seront construits', None)
    """
    finite = conjugate("être", tense, number=number)
    participle = past_participle(lemma, gender=gender, number=number)
    return f"{finite} {participle}" if finite and participle else None


def invert(form: str, *, gender: Gender = "", number: Number = "s", pronoun: str = "") -> str | None:
    """A third-person form with its pronoun after it: « recrute-t-elle », « sont-ils », « a-t-on », « est-ce ».

    The pronoun comes from gender and number, or is given (« on », « ce »); None where the gender is unknown.

    >>> invert("recrute", gender="f"), invert("ont", gender="m", number="p"), invert("va", pronoun="on"), invert("va")
    ('recrute-t-elle', 'ont-ils', 'va-t-on', None)
    """
    if not pronoun:
        if gender not in ("m", "f") or number not in ("s", "p"):
            return None
        pronoun = ("elle" if gender == "f" else "il") + ("s" if number == "p" else "")
    if not form:
        return None
    return f"{form}-t-{pronoun}" if form[-1] not in "td" and pronoun[0] in "ieo" else f"{form}-{pronoun}"


@cache
def _infinitives() -> Mapping[str, str]:
    """Third-person form or participle → infinitive, "" where two verbs share it."""
    index: dict[str, str] = {}
    for verb in sorted(_index()):
        forms = {form for tense in TENSES for number in _NUMBERS if (form := conjugate(verb, tense, number=number))}
        paradigm = _paradigm(verb)
        forms |= {*paradigm.past, paradigm.present_participle} - {""} if paradigm else set()
        for form in forms:
            index[form] = verb if index.get(form, verb) == verb else ""
    return index


def infinitive(form: str) -> str | None:
    """The infinitive of a third-person form or participle; None for an unknown form, or one of two verbs.

    Mends a parser that takes « indique » for its own lemma. An infinitive is its own.

    >>> infinitive("indique"), infinitive("prises"), infinitive("devenant"), infinitive("zorgue")
    ('indiquer', 'prendre', 'devenir', None)
    """
    low = form.lower()
    if known_verb(low):
        return low
    return _infinitives().get(low) or None


def est_ce_que(clause: str, *, word: str = "") -> str:
    """A question that needs no inversion, without its mark: « Pourquoi est-ce que Meta recrute ».

    >>> est_ce_que("Apple recrute", word="Pourquoi"), est_ce_que("il part")
    ('Pourquoi est-ce qu’Apple recrute', 'Est-ce qu’il part')
    """
    if not clause:
        return ""
    return elide(f"{word} est-ce que" if word else "Est-ce que", clause)
