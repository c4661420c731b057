"""Headings: what each family makes of a sentence, what it refuses, and the joint choice."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest

from seo_fr.model import Analysis, Keyphrase
from seo_fr.pipeline import understand
from seo_fr.resources import load_toml
from seo_fr.topics.heading_families.assertions import (
    action_nouns,
    nominalisations,
    planned_actions,
    present_clauses,
    sentences,
)
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate
from seo_fr.topics.heading_families.figures import figures
from seo_fr.topics.heading_families.given import cleaned, generic, source_headings
from seo_fr.topics.heading_families.infinitives import infinitives
from seo_fr.topics.heading_families.nominals import noun_phrases
from seo_fr.topics.heading_families.pairs import pairs
from seo_fr.topics.heading_families.quotations import quotations
from seo_fr.topics.heading_families.voices import voices
from seo_fr.topics.heading_scores import Scored
from seo_fr.topics.headings import SENTENCE_FAMILIES, Headline, choose, outline, section_headings
from seo_fr.topics.matching import stems
from seo_fr.topics.segmentation import plan_sections

pytestmark = pytest.mark.model
Family = Callable[[Stage, int], list[Candidate]]


@cache
def stage(text: str) -> Stage:
    """A text understood and indexed once."""
    return Stage.of(understand(text))


def made(family: Family, text: str) -> list[str]:
    """Texts of what a family makes of the first sentence."""
    return [item.text for item in family(stage(text), 0)]


def phrase(text: str) -> Keyphrase:
    """A keyphrase by hand."""
    return Keyphrase(text, text.lower(), stems(text), 1.0, "given")


MADE = (  # family, sentence, heading, why
    (nominalisations, "La région supprime 1 200 postes dans les lycées.",
     "La suppression de 1 200 postes par la région", "object, then agent"),
    (nominalisations, "La région va supprimer 1 200 postes dans les lycées.",
     "Vers la suppression de 1 200 postes par la région", "not done yet"),
    (nominalisations, "La bibliothèque municipale a été fermée par la préfecture.",
     "La fermeture de la bibliothèque municipale par la préfecture", "passive"),
    (nominalisations, "Les ventes de vélos électriques reculent depuis deux ans.",
     "Le recul des ventes de vélos électriques depuis deux ans", "no object: the subject, contracted"),
    (nominalisations, "Le musée a recruté des guides en langue des signes.",
     "Le recrutement de guides en langue des signes par le musée", "« des » melts after « de »"),
    (nominalisations, "Il a vendu le terrain de la caserne à un promoteur.", "La vente du terrain de la caserne",
     "a pronoun is no agent"),
    (nominalisations, "Selon Marie Lopez, la mairie a vendu le terrain de la caserne.",
     "La vente du terrain de la caserne par la mairie, selon Marie Lopez", "attribution kept"),
    (planned_actions, "Le conseil municipal prévoit de construire une piscine couverte.",
     "Vers la construction d’une piscine couverte", "a plan is no fact"),
    (present_clauses, "Le musée a recruté des guides en langue des signes.",
     "Le musée recrute des guides en langue des signes", "present for what has just happened"),
    (present_clauses, "La bibliothèque municipale a été fermée par la préfecture.",
     "La bibliothèque municipale est fermée par la préfecture", "passive keeps its agreement"),
    (present_clauses, "Selon Marie Lopez, la mairie a vendu le terrain de la caserne.",
     "La mairie vend le terrain de la caserne, selon Marie Lopez", "attribution kept"),
    (present_clauses, "Le directeur de l'usine, Paul Martin, a présenté le plan aux salariés.",
     "Paul Martin présente le plan aux salariés", "the name rather than the role"),
    (figures, "La région va supprimer 1 200 postes dans les lycées.", "1 200 postes à supprimer dans les lycées",
     "number first"),
    (infinitives, "La nouvelle piste sert à protéger les cyclistes des poids lourds.",
     "Protéger les cyclistes des poids lourds", "what it is for"),
    (noun_phrases, "L'orage a privé d'électricité plus de 3 000 foyers de la vallée.",
     "Plus de 3 000 foyers de la vallée", "« plus de » goes with its number"),
    (noun_phrases, "Le maire promet la gratuité des cantines aux familles modestes.",
     "La gratuité des cantines aux familles modestes", "noun with its complements"),
    (sentences, "Les pêcheurs et les éleveurs de la côte demandent une aide.",
     "Les pêcheurs et les éleveurs de la côte demandent une aide", "a short sentence, whole"),
)  # fmt: skip


@pytest.mark.parametrize(("family", "sentence", "heading", "why"), MADE)
def test_a_family_makes(family: Family, sentence: str, heading: str, why: str) -> None:
    assert heading in made(family, sentence), why


REFUSED = (  # sentence, what no heading may be, why
    ("La mairie aurait vendu le terrain de la caserne.", r"^La (mairie vend|vente)", "a rumour is no fact"),
    ("Le préfet n'a pas fermé la plage du port.", r"^(La fermeture|Le préfet ferme)", "the negation would be lost"),
    ("Il critique son plan de sauvetage.", r"\b(son|il)\b", "who? whose?"),
    ("Les pêcheurs et les éleveurs de la côte demandent une aide.", r"^Les éleveurs de la côte$", "half of two"),
    ("La tempête a détruit le toit du gymnase et trois serres.", r"toit du gymnase$", "half of two"),
    ("Hier, ce dernier a quitté la réunion.", r"\b[Cc]e dernier\b", "points outside"),
    ("Le porte-parole de la mairie répond aux questions.", r"^Le porte-parole de la mairie$", "a bare speaker"),
    ("La société Navalis quitte le port.", r"^La société Navalis$", "a bare name"),
    ("La chose la plus rare est la patience.", r"^La chose( la plus rare)?$", "says nothing"),
    ("L'usine a produit 12 000 tonnes d'acier en mars.", r"^000\b", "a cut number"),
    ("Elle dispose d'au moins 40 bus neufs.", r"^40 bus", "a number without what bears on it"),
    ("Un voisin assure que la mairie a vendu le terrain de la caserne.", r"^La mairie vend[^,]*$", "hearsay as fact"),
)


@pytest.mark.parametrize(("sentence", "pattern", "why"), REFUSED)
def test_no_family_makes(sentence: str, pattern: str, why: str) -> None:
    every = [text for family in SENTENCE_FAMILIES for text in made(family, sentence)]
    assert not [text for text in every if re.search(pattern, text)], why


SAMPLE = """Le maire de Verbourg, Luc Armand, a présenté mardi le projet de tramway aux habitants. La ligne reliera \
la gare au campus en douze minutes. Elle coûtera 210 millions d'euros.

Plusieurs riverains redoutent la suppression de 300 places de stationnement. « Personne ne perdra sa rue », a \
promis Luc Armand. Les commerçants réclament un plan de soutien pendant les travaux.

La ville a lancé une enquête publique sur le tracé du tramway. Les habitants ont jusqu'au 30 juin pour répondre. Le \
conseil municipal votera le budget du tramway à l'automne.

L'association des cyclistes demande des pistes séparées le long de la ligne. Elle a recueilli 4 000 signatures. La \
métropole étudie la création de deux pistes cyclables."""


def titled(text: str, focus: str) -> tuple[Analysis, list[Headline]]:
    """Sections of a text and their headings."""
    analysis = understand(text)
    return analysis, section_headings(analysis, plan_sections(analysis), phrase(focus))


def test_headings_of_an_article_meet_their_terms() -> None:
    _, found = titled(SAMPLE, "projet de tramway")
    texts = [headline.text for headline in found]
    assert len(texts) == len(set(texts)) >= 2
    for text in texts:
        assert 8 <= len(text) <= 70
        assert text[0].isupper() or not text[0].isalpha()
        assert text[-1] not in ".,;:"
        assert not generic(text)


def test_the_keyphrase_is_in_a_third_to_half_of_the_headings() -> None:
    _, found = titled(SAMPLE, "tramway")
    keyed = sum(set(stems("tramway")) <= set(stems(headline.text)) for headline in found)
    assert len(found) / 3 <= keyed <= max(1, len(found) / 2)


def test_headings_are_the_same_every_time() -> None:
    assert titled(SAMPLE, "tramway")[1] == titled(SAMPLE, "tramway")[1]


def test_each_heading_is_drawn_from_its_own_section() -> None:
    analysis, found = titled(SAMPLE, "tramway")
    for section, headline in zip(plan_sections(analysis), found, strict=True):
        assert set(headline.sources) <= set(section.sentences)


def test_candidates_made_elsewhere_compete() -> None:
    analysis = understand(SAMPLE)
    plan = plan_sections(analysis)
    strong = "Les riverains, les commerçants et leurs places de stationnement"
    sid = next(s.id for s in analysis.source.sentences if s.text.startswith("Plusieurs riverains"))
    more = [Headline(strong, (sid,), "source")]
    assert strong in [h.text for h in section_headings(analysis, plan, phrase("tramway"), more=more)]


def test_sections_may_be_ranges_and_none() -> None:
    analysis = understand(SAMPLE)
    assert len(section_headings(analysis, [(0, 3), (3, 6)], phrase("tramway"))) == 2
    assert section_headings(analysis, [], phrase("tramway")) == []


def test_a_short_whole_quotation_whose_speaker_is_named() -> None:
    made_ = stage("Luc Armand connaît le quartier. « Personne ne perdra sa rue », a promis Luc Armand.")
    assert [item.text for item in quotations(made_, (0, 1))] == ["« Personne ne perdra sa rue »"]
    assert quotations(stage("Une voix a crié : « Personne ne perdra sa rue. »"), (0,)) == []


def test_people_whose_words_make_a_section() -> None:
    text = "« La digue a tenu toute la nuit », raconte Jeanne Morel. Jeanne Morel assure que le port rouvrira lundi."
    assert [item.text for item in voices(stage(text), (0, 1))] == ["Ce que dit Jeanne Morel"]


def test_two_events_are_joined_but_not_two_things() -> None:
    items = [
        candidate("La fermeture du port", (0,), "noun_phrase", "fermeture", bonus=0.8),
        candidate("Le recul de la pêche", (1,), "noun_phrase", "recul", bonus=0.8),
        candidate("La mer du Nord", (2,), "noun_phrase", "mer", bonus=0.8),
        candidate("La hausse des loyers", (3,), "noun_phrase", "hausse", bonus=-0.5),
    ]
    found = pairs(stage("La mer monte."), items, lambda item: 1.0)
    assert [item.text for item in found] == ["La fermeture du port et le recul de la pêche"]


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("1. Les étapes du chantier.", "Les étapes du chantier"),
        ("✅ Ce qu'il faut emporter", "Ce qu'il faut emporter"),
        ("Les Étapes Du Chantier", "Les étapes du chantier"),
        ("LES ÉTAPES DU CHANTIER", "Les étapes du chantier"),
        ("Étape 2 : Brest - Quimper", "Étape 2 : Brest - Quimper"),
        ("IA", "IA"),
        ("Pourquoi partir si tôt ?", "Pourquoi partir si tôt ?"),
    ],
)
def test_headings_of_the_source_are_cleaned(given: str, printed: str) -> None:
    assert cleaned(given) == printed


@pytest.mark.parametrize("heading", ["Introduction", "Contexte", "BILAN", "Pourquoi ?", "En conclusion :"])
def test_generic_headings(heading: str) -> None:
    assert generic(heading)


def test_a_generic_heading_takes_the_subject_before_it() -> None:
    found = source_headings("Bilan", 4, phrase("fête du port"))
    assert max(found, key=lambda item: item.bonus).text == "Fête du port : bilan"
    assert [item.text for item in source_headings("Conclusion", 4, phrase("fête du port"))] == ["Conclusion"]


def test_a_good_heading_of_the_source_is_kept() -> None:
    text = "Un mot.\n\nLe chantier en trois étapes\n\nLa ville creuse un bassin. Elle plante des saules.\n\n" * 1
    analysis = understand(text)
    plan = plan_sections(analysis)
    assert "Le chantier en trois étapes" in [h.text for h in section_headings(analysis, plan, phrase("bassin"))]


def scored(text: str, score: float, *, keyed: bool = False, family: str = "noun_phrase", head: str = "") -> Scored:
    """A candidate by hand."""
    return Scored(candidate(text, (0,), family, head), score, keyed)


def test_two_headings_do_not_say_the_same_thing() -> None:
    same = scored("La fermeture du port", 5.0, keyed=True)
    other = scored("Les pêcheurs en colère", 4.0)
    assert [s.candidate.text for s in choose([[same], [same, other]])] == [same.candidate.text, other.candidate.text]


def test_the_quota_prefers_a_heading_with_the_keyphrase_when_none_has_it() -> None:
    plain = scored("Les pêcheurs en colère", 4.0)
    keyed = scored("Le port fermé deux mois", 3.5, keyed=True)
    found = choose([[plain, keyed], [scored("La suite du chantier", 4.0)], [scored("Une digue neuve", 4.0)]])
    assert sum(s.keyed for s in found) == 1


def test_the_quota_is_not_exceeded_where_it_can_be_helped() -> None:
    others = ("Les quais neufs", "Une digue haute", "Des grues mobiles", "Trois bassins profonds")
    sections = [[scored(f"Le port {text[-3:]}", 4.0, keyed=True), scored(text, 3.6)] for text in others]
    assert sum(s.keyed for s in choose(sections)) <= 2


def test_the_table_of_action_nouns_is_sound() -> None:
    table = action_nouns()
    assert len(table) >= 400
    for verb, row in table.items():
        assert set(row) == {"noun", "gender", "preposition", "bears"}, verb
        assert (row["gender"] in {"m", "f"}, row["bears"] in {"object", "subject"}) == (True, True), verb
        assert re.fullmatch(r"(?:se )?[a-zà-ÿœ-]+(?:er|ir|re|oir)", verb), verb
    nouns = {row["noun"]: row["gender"] for row in table.values()}
    wrong = [
        n for n, g in nouns.items() if (n.endswith(("tion", "sion")) and g != "f") or (n.endswith("ment") and g != "m")
    ]
    assert wrong == []


def test_every_family_has_a_prior() -> None:
    prior = load_toml("headings.toml")["prior"]
    assert {"noun_phrase", "nominalisation", "clause", "figure", "quotation", "pair", "voices", "source"} <= set(prior)


DULL = "Elle est là. Il y en a. C’est ainsi. On le dit. Cela va. Elle y va. Il en vient. Ce n’est rien. On y est. " * 3


def test_a_section_without_a_heading_worth_printing_joins_its_neighbour() -> None:
    analysis = understand(f"{SAMPLE}\n\n{DULL}\n\n{SAMPLE.replace('tramway', 'métro')}")
    plan = plan_sections(analysis)
    found = outline(analysis, phrase("tramway"))
    assert len(found) < len(plan)
    assert [sid for section, _ in found for sid in section.sentences] == [s.id for s in analysis.source.sentences]


def test_an_outline_keeps_two_sections_and_the_source_s_headings() -> None:
    assert len(outline(understand(SAMPLE), phrase("rien"))) >= 2
    analysis = understand(f"{SAMPLE}\n\nLes travaux\n\n{DULL}\n\nLe calendrier\n\n{DULL}")
    texts = [headline.text for _, headline in outline(analysis, phrase("rien"))]
    assert texts[-2:] == ["Les travaux", "Le calendrier"]
