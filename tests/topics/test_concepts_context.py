"""Concepts that their surroundings rule out: French law under foreign news, an adjective taken for a term."""

from __future__ import annotations

import re

import pytest
from tagged import analysis_of

from seo_fr.model import Analysis, Block, Concept, Sentence, Source, Token
from seo_fr.topics.concepts import find_concepts


def entry(term: str, *aliases: str, domain: str = "d", definition: str = "Une définition.") -> Concept:
    return Concept(term, definition, "Une explication.", domain, aliases=aliases, level="spécialisé")


BASE = (
    entry("partie civile", domain="justice"),
    entry("sous-préfecture", domain="institutions", definition="Une sous-préfecture sert le préfet."),
    entry("motion de censure", domain="politique", definition="Elle renverse un gouvernement."),
    entry("caisse de retraite", domain="travail", definition="En France, elle verse les pensions."),
    entry("faille sismique", domain="sciences", definition="Comme à Paris, le sol s’y fend."),
)


def analyse(text: str, title: str = "", dateline: str = "") -> Analysis:
    """A text of one paragraph, cut after its full stops."""
    spans = [(m.start(), m.end()) for m in re.finditer(r"\S.*?(?:[.!?](?= |$)|$)", text)]
    sentences = tuple(Sentence(i, text[a:b], a, b, 0) for i, (a, b) in enumerate(spans))
    source = Source(text, text, title, (Block("paragraph", 0, len(text)),), sentences, dateline=dateline)
    return Analysis(source)


def terms(analysis: Analysis) -> set[str]:
    return {match.concept.term for match in find_concepts(analysis, BASE)}


LAW = "La partie civile attend."
PLACES = (  # text, headline, dateline, term, found, why
    (f"Au Chili, le procès s’ouvre. {LAW}", "", "", "partie civile", False, "another country in the first sentence"),
    (f"Le procès s’ouvre. {LAW}", "Un procès s’ouvre au Japon", "", "partie civile", False, "in the headline"),
    (f"Le procès s’ouvre. {LAW}", "", "Chili, 3 mai", "partie civile", False, "in the dateline"),
    (f"Le procès s’ouvre à Vaurie. {LAW}", "", "", "partie civile", True, "no country"),
    (f"Au Chili, le procès s’ouvre. La France suit l’affaire. {LAW}", "", "", "partie civile", True, "France is in it"),
    (f"Au Chili, le procès s’ouvre. Deux juges français y sont. {LAW}", "", "", "partie civile", True, "so are French"),
    (f"En Bretagne, le procès s’ouvre. {LAW}", "", "", "partie civile", True, "a region of France"),
    (f"Le procès s’ouvre. Le juge parle. {LAW} Il a vécu au Japon.", "", "", "partie civile", True, "far below"),
    ("Au Chili, la sous-préfecture ferme.", "", "", "sous-préfecture", False, "an office of France"),
    ("La sous-préfecture ferme.", "", "", "sous-préfecture", True, "at home"),
    ("Au Chili, la caisse de retraite ferme.", "", "", "caisse de retraite", False, "defined as French"),
    ("Au Chili, la motion de censure passe.", "", "", "motion de censure", True, "every country has some"),
    ("Au Chili, la faille sismique bouge.", "", "", "faille sismique", True, "no law, though Paris is named"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "title", "dateline", "term", "found", "why"), PLACES)
def test_no_french_law_abroad(text: str, title: str, dateline: str, term: str, found: bool, why: str) -> None:
    assert (term in terms(analyse(text, title, dateline))) is found, why


ELECTIONS = (
    entry("élections municipales", "municipales", "scrutin municipal"),
    entry("force motrice", "motrice"),
    entry("radar"),
)


def linked(tagged: str) -> Analysis:
    """A tagged sentence whose adjectives qualify the noun right before them."""
    analysis = analysis_of(tagged)
    tokens = [
        Token(t.i, t.text, t.lemma, t.pos, "amod", t.i - 1, t.start, t.end, t.sentence) if t.pos == "ADJ" else t
        for t in analysis.tokens
    ]
    return Analysis(analysis.source, tuple(tokens))


ADJECTIVES = (  # tagged sentence, terms, why
    ("Les|D municipales|N approchent|V .|.", ["élections municipales"], "a noun"),
    ("Les|D piscines|N municipales|A ferment|V .|.", [], "an adjective of another noun"),
    ("Les|D élections|N municipales|A approchent|V .|.", ["élections municipales"], "of its own noun"),
    ("Le|D scrutin|N municipal|A approche|V .|.", ["élections municipales"], "an alias of two words"),
    ("Une|D roue|N motrice|A casse|V .|.", [], "any other term too"),
    ("Un|D bateau|N radar|A passe|V .|.", ["radar"], "a term of one word stands for no longer name"),
    ("Les|D piscines|N municipales|A ferment|V avant|S les|D municipales|N .|.", ["élections municipales"],
     "one place of two"),
)  # fmt: skip


@pytest.mark.parametrize(("tagged", "expected", "why"), ADJECTIVES)
def test_an_adjective_is_no_term(tagged: str, expected: list[str], why: str) -> None:
    assert [match.concept.term for match in find_concepts(linked(tagged), ELECTIONS)] == expected, why


def test_what_is_counted_leaves_the_adjective_out() -> None:
    tagged = "Les|D piscines|N municipales|A ferment|V avant|S les|D municipales|N .|."
    match = find_concepts(linked(tagged), ELECTIONS)[0]
    assert (match.surface, match.count) == ("municipales", 1)
    assert match.start == len("Les piscines municipales ferment avant les ")


RESCUE = entry("hypothermie", domain="sante", definition="L’hypothermie est un refroidissement du corps par le froid.")
CRIMEA = entry("Crimée", domain="monde")
TIED = (  # first paragraph, second, headline, concept, found, why
    ("La rivière monte.", "Un homme sauvé souffre d’hypothermie.", "Crue de l’Orle", RESCUE, False, "passed by"),
    ("La rivière monte.", "L’hypothermie guette. Une hypothermie tue.", "Crue de l’Orle", RESCUE, True, "told twice"),
    ("L’hypothermie guette.", "La rivière monte.", "Crue de l’Orle", RESCUE, True, "in the lead"),
    ("Le col ferme.", "On y meurt d’hypothermie.", "Le froid tue au col", RESCUE, True, "the headline is of cold"),
    ("Nous semons la Noire de Crimée.", "Elle mûrit tard.", "", CRIMEA, False, "a tomato is named after it"),
    ("Un bac relie la Crimée au continent.", "Il part tôt.", "", CRIMEA, True, "the land itself"),
)  # fmt: skip


@pytest.mark.parametrize(("first", "second", "title", "concept", "found", "why"), TIED)
def test_a_term_alone_is_tied_to_the_article(
    first: str, second: str, title: str, concept: Concept, found: bool, why: str
) -> None:
    text = f"{first}\n\n{second}"
    spans = [(m.start(), m.end()) for m in re.finditer(r"\S[^.]*\.", text)]
    cut = len(first)
    sentences = tuple(Sentence(i, text[a:b], a, b, int(a > cut)) for i, (a, b) in enumerate(spans))
    blocks = (Block("paragraph", 0, cut), Block("paragraph", cut + 2, len(text)))
    analysis = Analysis(Source(text, text, title, blocks, sentences))
    assert bool(find_concepts(analysis, (concept,))) is found, why
