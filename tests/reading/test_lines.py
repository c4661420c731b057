"""Lines of a source that are no prose: datelines, sub-headings, signatures; and the slugs of titles in odd letters."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from seo_fr.french.slug import slugify
from seo_fr.reading import read
from seo_fr.reading.plain import is_heading

BODY = "\n\nLa régie a changé le moteur pendant l’hiver."

DATELINES = (  # (first paragraph, dateline, what is left of it, date, why)
    ("ROCHEBELLE — Le bac repart.", "ROCHEBELLE", "Le bac repart.", None, "capitals"),
    ("ÉVREMONT – Le bac repart.", "ÉVREMONT", "Le bac repart.", None, "capitals with an accent"),
    ("KERAZAN – « On tient », dit-il.", "KERAZAN", "« On tient », dit-il.", None, "before a quotation"),
    ("SAINT-LOUP (Isère) — Le bac repart.", "SAINT-LOUP (Isère)", "Le bac repart.", None, "with its department"),
    ("PORT-LA-COMBE — Le bac repart.", "PORT-LA-COMBE", "Le bac repart.", None, "several hyphens"),
    ("MONT-D’OR — Le bac repart.", "MONT-D’OR", "Le bac repart.", None, "an elision"),
    ("MALVOISIN, 9 mars – Le bac repart.", "MALVOISIN, 9 mars", "Le bac repart.", None, "a day without its year"),
    ("MALVOISIN, le 9 mars — Le bac repart.", "MALVOISIN, le 9 mars", "Le bac repart.", None, "« le » before the day"),
    (
        "3 mars 2031, Norvège. – Le bac repart.",
        "3 mars 2031, Norvège",
        "Le bac repart.",
        dt.date(2031, 3, 3),
        "date, then place",
    ),
    ("9 mars 2031, Oslo – Le bac repart.", "9 mars 2031, Oslo", "Le bac repart.", dt.date(2031, 3, 9), "no stop"),
    (
        "Mardi 9 mars 2031, Port-Louis. — Le bac repart.",
        "Mardi 9 mars 2031, Port-Louis",
        "Le bac repart.",
        dt.date(2031, 3, 9),
        "with the day of the week",
    ),
    (
        "1er avril 2031, Île de Groix. – Le bac repart.",
        "1er avril 2031, Île de Groix",
        "Le bac repart.",
        dt.date(2031, 4, 1),
        "the first of a month, a place of three words",
    ),
    ("LE HAVRE — Le bac repart.", "LE HAVRE", "Le bac repart.", None, "an article"),
    ("L’ISLE-VERTE — Le bac repart.", "L’ISLE-VERTE", "Le bac repart.", None, "an elided article"),
    (
        "LES SABLES-D’OLONNE, 9 mars – Le bac repart.",
        "LES SABLES-D’OLONNE, 9 mars",
        "Le bac repart.",
        None,
        "an article, hyphens, an elision and a day",
    ),
    ("POINTE-À-PITRE — Le bac repart.", "POINTE-À-PITRE", "Le bac repart.", None, "« à » between hyphens"),
    ("PAU — Le bac repart.", "PAU", "Le bac repart.", None, "a town of three letters"),
    ("URGENT — Le bac repart.", "", "URGENT — Le bac repart.", None, "a label"),
    ("DIRECT – Le bac repart.", "", "DIRECT – Le bac repart.", None, "a second label"),
    ("EN DIRECT – Le bac repart.", "", "EN DIRECT – Le bac repart.", None, "a label of two words"),
    ("EXCLUSIF — Le bac repart.", "", "EXCLUSIF — Le bac repart.", None, "a third label"),
    ("RÉSULTATS — Le bac repart.", "", "RÉSULTATS — Le bac repart.", None, "a label with an accent"),
    ("LES CHIFFRES — Le bac repart.", "", "LES CHIFFRES — Le bac repart.", None, "a label with an article"),
    ("SNCF – Le trafic reprend.", "", "SNCF – Le trafic reprend.", None, "no vowel"),
    ("OTAN — Le bac repart.", "", "OTAN — Le bac repart.", None, "an acronym said as a word"),
    ("UNESCO – Le bac repart.", "", "UNESCO – Le bac repart.", None, "a longer one"),
    ("ONU – Le bac repart.", "", "ONU – Le bac repart.", None, "a short one with vowels"),
    ("Rochebelle — Le bac repart.", "", "Rochebelle — Le bac repart.", None, "a word in small letters"),
    ("ROCHEBELLE — le bac repart.", "", "ROCHEBELLE — le bac repart.", None, "the sentence goes on"),
    ("TGV – Le bac repart.", "", "TGV – Le bac repart.", None, "three letters are an acronym"),
    ("3 mars 2031, Norvège, le bac repart.", "", "3 mars 2031, Norvège, le bac repart.", None, "no dash"),
    ("31 juin 2031, Oslo. – Le bac repart.", "", "31 juin 2031, Oslo. – Le bac repart.", None, "no such day"),
    (
        "3 mars 2031, la mer – calme – monte.",
        "",
        "3 mars 2031, la mer – calme – monte.",
        None,
        "an aside between dashes",
    ),
)


@pytest.mark.parametrize(("first", "dateline", "rest", "date", "why"), DATELINES, ids=[row[4] for row in DATELINES])
def test_dateline(first: str, dateline: str, rest: str, date: dt.date | None, why: str) -> None:
    source = read(first + BODY)
    assert (source.dateline, source.text.split("\n\n")[0], source.published) == (dateline, rest, date), why


LINES = (  # (line, is it a sub-heading, why)
    ("Horaires et tarifs", True, "a noun phrase"),
    ("Comment réserver ?", True, "a short question"),
    ("2031, année de la crue", True, "a year"),
    ("Le bac, seul lien avec l’île", True, "an apposition after a noun"),
    ("Kerazan, port de pêche", True, "an apposition after one name"),
    ("Lucie Ferrand", True, "a name alone"),
    ("Rochebelle Plage, station familiale", True, "an apposition after two names"),
    ("Lucie Ferrand, une vie de passeuse", True, "a life, and no trade"),
    ("Aix-en-Provence Sud, quartier neuf", True, "a part of a town"),
    ("La Ferrière, gardienne du col", True, "a place with its article"),
    ("Malvoisin Cyclisme, champion des côtes", True, "a club"),
    ("Jean Morel, correspondant", False, "a signature"),
    ("Jean de La Tour, notaire", False, "a signature with particles"),
    ("Marie d’Arvor, infirmière", False, "an elided particle"),
    ("Anne Le Goff, ex-maire", False, "a former office"),
    ("Lucie Ferrand, maire de Malvoisin", False, "a signature with a complement"),
    ("Jean-Paul Morel, secrétaire général", False, "a signature with a hyphen and an adjective"),
    ("Pour la régie, Lucie Ferrand, directrice", False, "a signature for a body"),
    ("Pour l’amicale, Lucie Ferrand, trésorière adjointe", False, "the same, after an elision"),
    ("Le bac repart.", False, "a sentence"),
    ("le bac repart", False, "a small letter"),
    ("Les horaires :", False, "a colon announces"),
)


@pytest.mark.parametrize(("line", "expected", "why"), LINES, ids=[row[2] for row in LINES])
def test_heading(line: str, expected: bool, why: str) -> None:
    assert is_heading(line) is expected, why


@pytest.mark.parametrize(
    ("line", "kind"),
    [("Jean Morel, correspondant", "paragraph"), ("Horaires et tarifs", "heading")],
    ids=["signature", "sub-heading"],
)
def test_a_line_alone_in_a_text(line: str, kind: str) -> None:
    source = read(f"Le bac repart lundi.\n\n{line}\n\nLes pêcheurs rangent leurs filets.")
    assert [b.kind for b in source.blocks if source.text[b.start : b.end] == line] == [kind]


SLUGS = (
    ("ÆGIR ET ŒDIPE", "aegir-oedipe", "capital ligatures"),
    ("ﬁn du ﬂeuve", "fin-fleuve", "ligatures of type"),
    ("Ⅷ villages", "viii-villages", "a Roman numeral in one sign"),
    ("Ｋｅｒａｚａｎ", "kerazan", "wide letters"),
    ("𝐊erazan", "kerazan", "a bold mathematical letter"),
    ("Ǆ et ǅ", "dz-dz", "two letters in one sign, in capitals and as a title"),
    ("Ĳssel", "ijssel", "a Dutch one"),
    ("İzmir", "izmir", "a dotted capital, of which lower case leaves a mark"),
    ("300 \u212aelvins, 2 \u212bngströms", "300-kelvins-2-angstroms", "signs of units that are letters"),
    ("STRAẞE", "strasse", "a capital sharp s"),
    ("Þór", "thor", "a thorn"),
    ("Ðe", "de", "an eth"),
    ("½ tarif", "1-2-tarif", "a fraction in one sign"),
    ("3½ tarifs", "3-1-2-tarifs", "a whole number before it"),
    ("Le CO₂ en 3ᵉ", "co2-3e", "signs below and above the line"),
)


@pytest.mark.parametrize(("text", "expected", "why"), SLUGS, ids=[row[2] for row in SLUGS])
def test_slug(text: str, expected: str, why: str) -> None:
    assert slugify(text) == expected, why


def test_no_sign_of_unicode_leaves_a_capital_in_a_slug() -> None:
    signs = [
        chr(code) for code in (*range(0x250), *range(0x1E00, 0x2200), *range(0xFB00, 0xFB07), *range(0x1D400, 0x1D800))
    ]
    wrong = [sign for sign in signs if not re.fullmatch(r"[a-z0-9-]*", slugify(sign, drop_function_words=False))]
    assert wrong == []
