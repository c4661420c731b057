"""Elision, h aspiré, and the small words that meet a noun phrase: (input, expected, why)."""

from __future__ import annotations

import re
from typing import Any

import pytest

from seo_fr.french import (
    a,
    aspirated,
    capitalize_first,
    de,
    elide,
    elides,
    enumerate_fr,
    in_place,
    lower_first,
    que,
    si,
    strip_final,
    vowel_onset,
)

ELIDE = (
    ("la", "entreprise", "l’entreprise", "vowel"),
    ("le", "homme", "l’homme", "h muet"),
    ("le", "handicap", "le handicap", "h aspiré"),
    ("la", "hiérarchie", "la hiérarchie", "h aspiré that is often got wrong"),
    ("le", "héros", "le héros", "aspiré, though héroïne is not"),
    ("la", "héroïne", "l’héroïne", "muet, though héros is not"),
    ("le", "onze", "le onze", "numeral"),
    ("de", "onze heures", "de onze heures", "numeral"),
    ("le", "onzième", "le onzième", "numeral"),
    ("le", "huit", "le huit", "h aspiré"),
    ("le", "huissier", "l’huissier", "muet, though huit is not"),
    ("le", "oui", "le oui", "said with a glide"),
    ("que", "oui", "que oui", "said with a glide"),
    ("la", "ouïe", "l’ouïe", "not oui"),
    ("le", "ouest", "l’ouest", "not oui"),
    ("le", "yaourt", "le yaourt", "y before a vowel"),
    ("les", "yeux", "les yeux", "les never elides"),
    ("de", "yeux", "d’yeux", "the exception among y + vowel"),
    ("de", "Yves", "d’Yves", "y before a consonant"),
    ("de", "Yémen", "de Yémen", "y before a vowel"),
    ("ne", "ululer", "ne ululer", "no elision by custom"),
    ("la", "une", "la une", "front page"),
    ("de", "une", "d’une", "but the article elides after de"),
    ("que", "un", "qu’un", "but the article elides after que"),
    ("le", "un", "le un", "the number"),
    ("le", "ou les auteurs", "le ou les auteurs", "alternative"),
    ("de", "Homs", "de Homs", "a name that begins like « homme »"),
    ("de", "Homme et femme", "d’Homme et femme", "a capital common word"),
    ("le", "Hexagone", "l’Hexagone", "a capital common word"),
    ("si", "il", "s’il", "si elides before il"),
    ("si", "ils", "s’ils", "and ils"),
    ("si", "elle", "si elle", "only"),
    ("si", "on", "si on", "only"),
    ("jusque", "à", "jusqu’à", "jusque"),
    ("jusque", "ici", "jusqu’ici", "jusque"),
    ("lorsque", "Apple", "lorsqu’Apple", "lorsque"),
    ("puisque", "il", "puisqu’il", "puisque"),
    ("quoique", "il", "quoiqu’il", "quoique before a pronoun"),
    ("quoique", "absent", "quoique absent", "and nothing else"),
    ("quelque", "un", "quelqu’un", "quelqu’un"),
    ("quelque", "effort", "quelque effort", "and nothing else"),
    ("presque", "île", "presqu’île", "presqu’île"),
    ("presque", "achevé", "presque achevé", "and nothing else"),
    ("ce", "est", "c’est", "pronoun"),
    ("de", "OpenAI", "d’OpenAI", "name"),
    ("que", "Apple", "qu’Apple", "name"),
    ("de", "Elon Musk", "d’Elon Musk", "name"),
    ("de", "Île-de-France", "d’Île-de-France", "accented capital"),
    ("de", "Hélène", "d’Hélène", "French first name in h muet"),
    ("de", "Hollande", "de Hollande", "h aspiré"),
    ("de", "Huawei", "de Huawei", "foreign name in h"),
    ("le", "Hérault", "l’Hérault", "h muet"),
    ("la", "Haute-Savoie", "la Haute-Savoie", "h aspiré"),
    ("la", "IA", "l’IA", "acronym in a vowel, spelled"),
    ("le", "ONU", "l’ONU", "acronym in a vowel, said"),
    ("le", "USB", "l’USB", "acronym in a vowel, spelled"),
    ("la", "SNCF", "la SNCF", "the letter’s name starts with a vowel, but custom does not elide"),
    ("le", "FMI", "le FMI", "same"),
    ("de", "LVMH", "de LVMH", "same"),
    ("de", "HEC", "d’HEC", "custom elides"),
    ("de", "A", "de A", "name of a letter"),
    ("la", "A7", "l’A7", "motorway"),
    ("le", "11", "le 11", "digits"),
    ("de", "8", "de 8", "digits"),
    ("de", "« Avatar »", "d’« Avatar »", "past a quotation mark"),
    ("de", "*Avatar*", "d’*Avatar*", "past emphasis"),
    ("afin de", "obtenir", "afin d’obtenir", "only the last word elides"),
    ("Que", "Apple", "Qu’Apple", "capital kept"),
    ("contre", "eux", "contre eux", "contre does not elide"),
    ("entre", "eux", "entre eux", "entre does not elide"),
    ("de", "", "", "empty slot"),
    ("", "OpenAI", "OpenAI", "no word to elide"),
)


@pytest.mark.parametrize(("word", "following", "expected", "why"), ELIDE)
def test_elide(word: str, following: str, expected: str, why: str) -> None:
    assert elide(word, following) == expected, why


def test_elide_takes_exceptions_from_the_caller() -> None:
    assert elide("de", "Ubuntu", aspirate={"ubuntu"}) == "de Ubuntu"


ASPIRE = (
    "hache "
    "haine hall hamster hanche handicap hangar harcèlement hardiesse hareng hargne haricot harpe hasard hâte hausse "
    "haut hauteur "
    "hérisson hernie héron héros hêtre heurt hibou hiérarchie hobby hockey hollandais homard hongrois honte "
    "hors-bord houle housse huée huit huitaine hurlement hussard hutte hooligan hackathon hashtag haut-parleur hold-up "
    "handball high-tech hip-hop hub husky hisser"
).split()
MUET = (
    "habit habitude haleine hallucination haltère hameçon harmonie hebdomadaire hébergement hectare hélice hélicoptère "
    "hémisphère herbe hérédité hérésie héritage héroïne héroïsme hésitation heure heureux hexagone hier hippodrome "
    "hippopotame histoire hiver hologramme hommage homme homologue honnête honneur honoraire hôpital horaire horizon "
    "horloge hormone horreur hospice hostilité hôte hôtel huile huissier huître humain humanité humeur humidité humour "
    "hydrogène hygiène hymne hypothèse hypocrite hebdo habeas hurluberlu hiéroglyphe hindou hôtesse"
).split()


@pytest.mark.parametrize("word", ASPIRE)
def test_aspire(word: str) -> None:
    assert aspirated(word)


@pytest.mark.parametrize("word", MUET)
def test_muet(word: str) -> None:
    assert not aspirated(word)


def test_onset_decides_on_the_first_word_only() -> None:
    assert vowel_onset("ancien ministre")
    assert not vowel_onset("grand accord")
    assert not vowel_onset("")


PREPOSITIONS = (
    ("le groupe", "du groupe", "au groupe", "contraction"),
    ("les agents", "des agents", "aux agents", "contraction"),
    ("l’équipe", "de l’équipe", "à l’équipe", "no contraction before an apostrophe"),
    ("la société", "de la société", "à la société", "no contraction in the feminine"),
    ("un accord", "d’un accord", "à un accord", "elision"),
    ("Meta", "de Meta", "à Meta", "name"),
    ("OpenAI", "d’OpenAI", "à OpenAI", "name in a vowel"),
    ("L’Équipe", "de L’Équipe", "à L’Équipe", "a title keeps its article"),
    ("La Poste", "de La Poste", "à La Poste", "a name keeps its article"),
    ("Le Monde", "du Monde", "au Monde", "a newspaper’s article contracts"),
    ("Le Havre", "du Havre", "au Havre", "a town’s article contracts"),
    ("Les Échos", "des Échos", "aux Échos", "a plural article contracts"),
    ("Le Pen", "de Le Pen", "à Le Pen", "a family name’s does not"),
    ("Marine Le Pen", "de Marine Le Pen", "à Marine Le Pen", "nor inside a name"),
    ("lequel", "duquel", "auquel", "relative"),
    ("lesquelles", "desquelles", "auxquelles", "relative"),
    ("laquelle", "de laquelle", "à laquelle", "relative without contraction"),
    ("", "", "", "empty slot"),
)


@pytest.mark.parametrize(("np", "after_de", "after_a", "why"), PREPOSITIONS)
def test_de_and_a(np: str, after_de: str, after_a: str, why: str) -> None:
    assert de(np) == after_de, why
    assert a(np) == after_a, why


def test_indefinite_plural_and_partitive_melt_into_de() -> None:
    assert de("des experts") == "d’experts"
    assert de("des groupes") == "de groupes"
    assert de("du pain") == "de pain"
    assert de("de la farine") == "de farine"
    assert de("de l’eau") == "d’eau"


def test_label_decides_for_an_unknown_capital_article() -> None:
    assert de("Le Zorgue", label="PER") == "de Le Zorgue"
    assert de("Le Zorgue", label="LOC") == "du Zorgue"
    assert de("Le Zorgue") == "de Le Zorgue"


def test_que_and_si() -> None:
    assert que("") == ""
    assert que("elle part") == "qu’elle part"
    assert que("huit élus partent") == "que huit élus partent"
    assert si("ils partent") == "s’ils partent"
    assert si("Il part") == "s’Il part"


PLACES = (
    ("France", "en France"),
    ("Iran", "en Iran"),
    ("Japon", "au Japon"),
    ("États-Unis", "aux États-Unis"),
    ("Pays-Bas", "aux Pays-Bas"),
    ("Zorguistan", None),
    ("", None),
)


@pytest.mark.parametrize(("name", "expected"), PLACES)
def test_in_place(name: str, expected: str | None) -> None:
    assert in_place(name) == expected


def test_in_town() -> None:
    assert in_place("Lyon", city=True) == "à Lyon"
    assert in_place("Le Havre", city=True) == "au Havre"
    assert in_place("La Rochelle", city=True) == "à La Rochelle"


LISTS = (
    (["Meta", "Apple", "OpenAI"], "et", "Meta, Apple et OpenAI"),
    (["Meta", "Apple"], "ou", "Meta ou Apple"),
    (["Meta"], "et", "Meta"),
    ([], "et", ""),
    (["", "Meta", ""], "et", "Meta"),
    (["Meta", "Apple"], "ni", "ni Meta ni Apple"),
    (["Lyon, dans le Rhône", "Lille"], "et", "Lyon, dans le Rhône ; et Lille"),
)


@pytest.mark.parametrize(("items", "last", "expected"), LISTS)
def test_enumerate(items: list[str], last: str, expected: str) -> None:
    assert enumerate_fr(items, last=last) == expected


LOWER = (
    ("Le groupe", (), "le groupe", "common word"),
    ("IA et emploi", (), "IA et emploi", "acronym"),
    ("Meta recrute", ("Meta",), "Meta recrute", "name"),
    ("Metal et bois", ("Meta",), "metal et bois", "only begins like a name"),
    ("À Paris", (), "à Paris", "accented preposition"),
    ("L’État", (), "l’État", "elided article"),
    ("« Le groupe »", (), "« le groupe »", "past a quotation mark"),
    ("iPhone", (), "iPhone", "inner capital"),
    ("3 millions", (), "3 millions", "number"),
    ("A7 fermée", (), "A7 fermée", "letter and digit"),
)


@pytest.mark.parametrize(("text", "names", "expected", "why"), LOWER)
def test_lower_first(text: str, names: tuple[str, ...], expected: str, why: str) -> None:
    assert lower_first(text, names=names) == expected, why


CAPITAL = (
    ("« état »", "« État »", "past a quotation mark"),
    ("<b>état</b>", "<b>État</b>", "past a tag"),
    ("**état**", "**État**", "past emphasis"),
    ("œuvre", "Œuvre", "ligature"),
    ("iPhone", "iPhone", "inner capital"),
    ("3 millions", "3 millions", "number"),
    ("", "", "empty"),
)


@pytest.mark.parametrize(("text", "expected", "why"), CAPITAL)
def test_capitalize_first(text: str, expected: str, why: str) -> None:
    assert capitalize_first(text) == expected, why


def test_strip_final() -> None:
    assert strip_final("Le plan avance.") == "Le plan avance"
    assert strip_final("Le plan avance :") == "Le plan avance"
    assert strip_final("Le plan avance…") == "Le plan avance…"
    assert strip_final("Une société aux U.S.A.") == "Une société aux U.S.A."
    assert strip_final("") == ""


@pytest.mark.bench
def test_elision_agrees_with_printed_french(open_articles: dict[str, dict[str, Any]]) -> None:
    """What writers elided and what they did not, in real articles: their own slips are the few that are left."""
    text = "\n".join(article["text"] for article in open_articles.values()).replace("'", "’")
    following = r"([«\"(]?[ \u00a0]?\w[\w.-]*)"
    elided = re.findall(rf"(?<![\w’-])(?:l|d|qu|n|s|jusqu|lorsqu|puisqu)’{following}", text, re.IGNORECASE)
    whole = re.findall(rf"(?<![\w’-])(le|la|de|que|ne|se|si|lorsque|puisque) {following}", text, re.IGNORECASE)
    assert len(elided) + len(whole) > 2000
    wrong = [word for word in elided if not vowel_onset(word)] + [pair for pair in whole if elides(*pair)]
    assert len(wrong) <= 0.005 * (len(elided) + len(whole)), wrong
