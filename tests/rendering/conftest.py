"""Drafts made by hand: one as the pipeline makes them, one whose every text is hostile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from seo_fr.model import (
    Block,
    Draft,
    Finding,
    Heading,
    Keyphrase,
    Location,
    Meta,
    Note,
    Passage,
    Piece,
    Section,
    Sentence,
    Source,
)
from seo_fr.settings import Settings

PARAGRAPHS = (
    (
        "La ville de Belmont-sur-Orne ouvrira douze composteurs collectifs d’ici à la fin de 2027, a annoncé mardi la "
        "maire, Solène Tavernier.",
        "Le coût du programme est estimé à 340\u202f000 euros.",
    ),
    (
        "Selon le service de la propreté, les restes de repas pèsent près de 30\u00a0% des ordures ménagères.",
        "«\u00a0Nous payons pour brûler de l’eau\u00a0», a déclaré Solène Tavernier à Radio Bocage.",
        "La collecte pourrait débuter au printemps dans trois quartiers\u00a0: le Port, les Tilleuls et la Gare.",
    ),
    (
        "L’association Terre d’ici, qui gère déjà deux sites, formera les habitants volontaires.",
        "Son président, Karim Lefort, regrette toutefois l’absence de calendrier précis.",
        "Contacté, le syndicat de traitement n’a pas souhaité répondre.",
    ),
)


def make_source(paragraphs: tuple[tuple[str, ...], ...]) -> Source:
    text, sentences, blocks = "", [], []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        start = len(text)
        for k, sentence in enumerate(paragraph):
            text += " " if k else ""
            sentences.append(Sentence(len(sentences), sentence, len(text), len(text) + len(sentence), number))
            text += sentence
        blocks.append(Block("paragraph", start, len(text)))
    return Source(text=text, raw=text, title="", blocks=tuple(blocks), sentences=tuple(sentences))


def phrase(text: str) -> Keyphrase:
    return Keyphrase(text, text.lower(), tuple(text.lower().split()), 1.0, "noun")


def kept(text: str, *sources: int, operation: str = "kept") -> Piece:
    return Piece(text, "source", sources, operation)


def said(text: str, *sources: int, cells: tuple[str, ...] = (), operation: str = "restated") -> Piece:
    return Piece(text, "restated", sources, operation, 0.95, cells)


def asked(question: str, *sources: int) -> Piece:
    return Piece(question, "framing", sources, "question", 0.95, (question,))


def para(*pieces: Piece) -> Passage:
    return Passage("paragraph", pieces)


@pytest.fixture(scope="session")
def source() -> Source:
    return make_source(PARAGRAPHS)


@pytest.fixture(scope="session")
def draft(source: Source) -> Draft:
    s = [sentence.text for sentence in source.sentences]
    return Draft(
        title="Composteurs collectifs\u00a0: Belmont-sur-Orne en ouvrira douze d’ici à 2027",
        meta=Meta(
            "Composteurs collectifs à Belmont-sur-Orne\u00a0: douze sites d’ici à 2027",
            "La ville de Belmont-sur-Orne ouvrira douze composteurs collectifs d’ici à la fin de 2027. Coût estimé : "
            "340\u202f000 euros.",
            "composteurs-collectifs-belmont-orne-ouvrira-douze-2027",
        ),
        sections=(
            Section(
                Heading(1, "Composteurs collectifs\u00a0: Belmont-sur-Orne en ouvrira douze d’ici à 2027", ""),
                (
                    para(kept(s[0], 0, operation="lead.moved")),
                    para(Piece("Ce qu’il faut en savoir.", "framing", (), "t")),
                ),
                "lead",
            ),
            Section(
                Heading(2, "L’essentiel", "essentiel"),
                (
                    Passage(
                        "list",
                        (
                            said("Ouverture de douze composteurs collectifs d’ici à la fin de 2027.", 0),
                            said("Coût estimé du programme\u00a0: 340\u202f000 euros.", 1),
                            said("Trois quartiers pourraient commencer\u00a0:", 4),
                            said("le Port\u00a0;", 4),
                            said("les Tilleuls\u00a0;", 4),
                            said("la Gare.", 4),
                            said("Formation des habitants par Terre d’ici.", 5),
                        ),
                        levels=(0, 0, 0, 1, 1, 1, 0),
                    ),
                ),
                "essentials",
            ),
            Section(
                Heading(2, "Pourquoi la ville mise sur le compostage", "ville-mise-compostage"),
                (
                    para(kept(s[2], 2), Piece("Les restes de repas sont surtout faits d’eau.", "background", (), "kb")),
                    Passage(
                        "quote", (kept("«\u00a0Nous payons pour brûler de l’eau.\u00a0»", 3),), cite="Solène Tavernier"
                    ),
                ),
                "body",
            ),
            Section(
                Heading(3, "Trois quartiers pour commencer", "trois-quartiers-commencer"),
                (
                    para(kept(s[4], 4)),
                    Passage("ordered", (said("Le Port d’abord.", 4), said("Les Tilleuls ensuite.", 4))),
                ),
                "body",
            ),
            Section(
                Heading(2, "Les chiffres du programme", "chiffres-programme"),
                (
                    Passage(
                        "table",
                        (
                            Piece(
                                "Chiffre | Ce qu’il mesure", "framing", (), "head", cells=("Chiffre", "Ce qu’il mesure")
                            ),
                            said("Douze | composteurs prévus", 0, cells=("Douze", "composteurs prévus")),
                            said("340\u202f000 euros | coût estimé", 1, cells=("340\u202f000 euros", "coût estimé")),
                        ),
                        header=True,
                    ),
                    Passage(
                        "table",
                        (
                            said(
                                "30\u00a0% | des ordures | selon le service",
                                2,
                                cells=("30\u00a0%", "des ordures", "selon le service"),
                            ),
                            said("deux | sites", 5, cells=("deux", "sites")),
                        ),
                    ),
                ),
                "figures",
            ),
            Section(
                Heading(2, "Qui est qui", "qui-est-qui"),
                (
                    Passage(
                        "terms",
                        (
                            said(
                                "Solène Tavernier\u00a0: maire de Belmont-sur-Orne",
                                0,
                                cells=("Solène Tavernier", "maire de Belmont-sur-Orne"),
                            ),
                            said(
                                "Karim Lefort : président de Terre d’ici.",
                                6,
                                cells=("Karim Lefort", "président de Terre d’ici."),
                            ),
                            said("Il regrette l’absence de calendrier.", 6),
                        ),
                    ),
                ),
                "people",
            ),
            Section(
                Heading(2, "Questions et réponses", "questions-reponses"),
                (
                    Passage(
                        "terms",
                        (
                            asked("Combien coûte le programme\u202f?", 1),
                            said("Le coût du programme est estimé à 340\u202f000 euros.", 1),
                            asked("Qui formera les habitants\u202f?", 5, 6),
                            kept(s[5], 5),
                            kept(s[6], 6),
                        ),
                    ),
                ),
                "faq",
            ),
            Section(
                Heading(2, "Ce que l’on ne sait pas", "ne-sait-pas"),
                (para(kept(s[7], 7, operation="moved")),),
                "unknowns",
            ),
        ),
        keyphrase=phrase("composteurs collectifs"),
        keyphrases=(phrase("restes de repas"), phrase("Terre d’ici")),
        notes=(Note("source.repaired", "Une faute de la source a été corrigée.", "Le coùt", "Le coût"),),
    )


@pytest.fixture(scope="session")
def full_settings() -> Settings:
    """Everything that a site can give."""
    return Settings(
        author="Jeanne Morel",
        site_name="Le Courrier du bocage",
        url="https://courrier.example/environnement/composteurs",
        image="https://courrier.example/img/composteur.jpg",
        image_alt="Un composteur collectif en bois, au pied d’un immeuble",
        breadcrumbs=(
            ("Accueil", "https://courrier.example/"),
            ("Environnement", "https://courrier.example/environnement/"),
        ),
        published=dt.date(2026, 9, 1),
        faq_markup=True,
    )


class SampleReport:
    """What rendering reads of a report."""

    score = 78.4
    families: Mapping[str, float | None] = {}
    findings: tuple[Finding, ...] = ()


@pytest.fixture(scope="session")
def report() -> SampleReport:
    made = SampleReport()
    made.families = {"google": 92.0, "convention": 61.5, "readability": 0.0, "fidelity": None}
    made.findings = (
        Finding(
            "K201",
            "convention",
            "bad",
            0.2,
            "0,5 à 3 %",
            "L’expression clé est rare.",
            "Placez-la dans un intertitre.",
            locations=(Location("Qui est qui"),),
        ),
        Finding(
            "R101",
            "readability",
            "ok",
            24.0,
            "20 mots au plus",
            "Les phrases sont longues.",
            "Coupez celle-ci.",
            locations=(Location(PARAGRAPHS[0][0]),),
        ),
        Finding("G101", "google", "good", 60, "30 à 65 signes", "Le titre a la bonne longueur.", ""),
    )
    return made


ATTACKS = (
    "<script>alert(1)</script>",
    "{{7*7}}",
    "{% raw %}",
    "{{< hugo >}}",
    "]]>",
    '"onmouseover="alert(1)',
    "'onfocus='x",
    "--><b>",
    "<!-- wp:html -->",
    "[gallery ids=1]",
    "&lt;i&gt;",
    "</style><i>",
    "</title>",
    "</textarea>",
    "# titre",
    "- puce",
    "1. rang",
    "> cité",
    "---",
    "a | b",
    "*gras* _i_ `code` ~~x~~ $x$ \\n",
    "![x](javascript:alert(1))",
    "<https://x.example>",
    "=====",
    ": def",
    "\u2028fin",
)


@pytest.fixture(scope="session", params=ATTACKS)
def attack(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def hostile_source(attack: str) -> Source:
    return make_source(((attack, f"Avec {attack} dedans."),))


@pytest.fixture(scope="session")
def hostile(attack: str) -> Draft:
    """The attack in every field that a source can reach."""
    one, row = said(attack, 0), said(f"{attack} | {attack}", 0, cells=(attack, attack))
    term = said(f"{attack} : {attack}", 0, cells=(attack, attack))
    passages = (
        para(one, kept(f"Avec {attack} dedans.", 1)),
        Passage("list", (one, one), levels=(0, 1)),
        Passage("ordered", (one,)),
        Passage("table", (row, row), header=True),
        Passage("table", (row,)),
        Passage("quote", (one,), cite=attack),
        Passage("terms", (term, term)),
        Passage("terms", (said(attack, 0),)),
    )
    sections = [Section(Heading(1, attack, ""), passages[:1], "lead")]
    sections += [Section(Heading(2, attack, f"a-{k}"), passages, "body") for k in range(4)]
    questions = Passage("terms", (asked(f"{attack}\u202f?", 0), one))
    sections.append(Section(Heading(3, f"{attack}\u202f?", "a-9"), (*passages[:1], questions), "faq"))
    return Draft(
        attack,
        Meta(attack, attack, "a"),
        tuple(sections),
        phrase(attack),
        (phrase(attack),),
        (Note("x", attack, attack, attack),),
    )


@pytest.fixture(scope="session")
def hostile_settings(attack: str) -> Settings:
    return Settings(
        author=attack,
        site_name=attack,
        url=f"https://x.example/?{attack}",
        image=f"/i.png?{attack}",
        image_alt=attack,
        breadcrumbs=((attack, f"https://x.example/{attack}"), (attack, "javascript:alert(1)")),
        published=dt.date(2026, 1, 1),
        faq_markup=True,
    )
