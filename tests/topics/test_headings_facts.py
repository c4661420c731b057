"""Facts told as headings: subject named, present tense, what may be left out and what may not."""

from __future__ import annotations

from functools import cache

import pytest

from seo_fr.pipeline import understand
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.headline import LONGEST, fact_headings
from seo_fr.topics.heading_families.base import Stage
from seo_fr.topics.heading_families.extended import extended_phrases
from seo_fr.topics.heading_families.quotations import quotations
from seo_fr.topics.heading_families.stretches import stretches

pytestmark = pytest.mark.model


@cache
def context(text: str) -> Context:
    """A text understood once."""
    return Context.of(understand(text))


def facts(text: str) -> list[str]:
    """Every fact of a text."""
    ctx = context(text)
    return [h.text for h in fact_headings(ctx, range(len(ctx.sentences)))]


TOLD = (  # text, heading, why
    ("Mardi, la ville de Verbourg a inauguré une passerelle sur le canal.",
     "La ville de Verbourg inaugure une passerelle sur le canal", "the present; the day goes"),
    ("Selon Marie Lopez, la mairie a vendu le terrain de la caserne.",
     "La mairie vend le terrain de la caserne, selon Marie Lopez", "attribution kept"),
    ("Le théâtre a été fermé en 2009 pour des raisons de sécurité.",
     "Le théâtre est fermé en 2009 pour des raisons de sécurité", "a story's present, with its year"),
    ("Le préfet a revu à la hausse les limites de vitesse.",
     "Le préfet revoit à la hausse les limites de vitesse", "a complement between verb and object"),
    ("L'orage a frappé la vallée dans la nuit et a endommagé le toit du gymnase.",
     "L’orage endommage le toit du gymnase", "the second verb has the first one's subject"),
    ("L'inspecteur a remercié la commune d'avoir mené le chantier à son terme.",
     "L’inspecteur remercie la commune", "thanks have said enough"),
    ("Le musée ne publie pas ses comptes.", "Le musée ne publie pas ses comptes", "negation kept"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "heading", "why"), TOLD)
def test_a_fact_is_told(text: str, heading: str, why: str) -> None:
    found = [t.replace("'", "’") for t in facts(text)]
    assert heading in found, why


REFUSED = (  # text, what no heading may start with, why
    ("La mairie aurait vendu le terrain de la caserne.", "La mairie vend", "a rumour is no fact"),
    ("En Europe, les ventes de vélos ont reculé de 3 %.", "Les ventes de vélos reculent", "true there only"),
    ("Pendant la guerre, l'armée occupe le phare.", "L'armée occupe le phare", "true then only"),
    ("Si le temps le permet, la fête aura lieu sur le port.", "La fête aura lieu", "a condition"),
    ("Le maire n'a accepté que deux projets.", "Le maire accepte", "a restriction"),
    ("La préfète a reçu Luc Armand. Elle a annoncé une enquête sur le pont.", "Luc Armand", "who is she?"),
    ("Paul Martin a reçu Luc Armand. Il a annoncé une enquête sur le pont.", "Paul Martin annonce", "which one?"),
    ("Le maire n'accepte pas le projet de tramway qui lui a été soumis.", "Le maire n'accepte pas le projet",
     "what is denied is denied as a whole"),
    ("Elle a vendu le terrain de la caserne.", "Elle", "no antecedent"),
    ("Le tramway est très attendu. Il reliera la gare au campus.", "Le tramway reliera", "the wrong thing, perhaps"),
    ("La Loire est en crue. Elle est attendue mardi à Verbourg.", "La Loire est attendue", "the president, far above"),
    ("Le maire a-t-il vendu le terrain de la caserne ?", "Le maire", "a question"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "start", "why"), REFUSED)
def test_no_fact_is_told(text: str, start: str, why: str) -> None:
    assert not [t for t in facts(text) if t.startswith(start)], why


@pytest.mark.parametrize(
    ("title", "told", "why"),
    [
        ("Marie Lopez quitte la mairie", True, "the person that the article is about"),
        ("Lopez quitte la mairie", True, "by her name alone"),
        ("La mairie perd sa tête", False, "somebody else may be meant"),
    ],
)
def test_a_pronoun_stands_for_the_person_of_the_title(title: str, told: bool, why: str) -> None:
    text = "Marie Lopez quitte la mairie de Verbourg. Elle a vendu le terrain de la caserne au mois de mai."
    ctx = Context.of(understand(text, title=title))
    found = [h.text for h in fact_headings(ctx, range(len(ctx.sentences)))]
    assert any(t.startswith("Marie Lopez vend le terrain") for t in found) is told, why


def test_facts_are_short_and_name_their_sentences() -> None:
    text = (
        "La compagnie Navalis a commandé, après des années d'attente et plusieurs appels d'offres infructueux, douze "
        "navires à propulsion électrique pour ses lignes vers les îles de l'ouest. Ils seront livrés en 2031."
    )
    ctx = context(text)
    for headline in fact_headings(ctx, range(len(ctx.sentences))):
        assert len(headline.text) <= LONGEST
        assert headline.sources[0] in range(len(ctx.sentences))
        assert not headline.text.endswith(".")


STRETCHES = (  # sentence, heading or "", why
    ("Au pointage de midi, le voilier bleu est toujours en tête, alors que le rouge perd du terrain.", "",
     "the front is no date"),
    ("Le voilier bleu est toujours en tête, alors que le rouge perd du terrain.",
     "Le voilier bleu est toujours en tête", "up to the seam"),
    ("Il faut le dire : les digues basses sont une cause des inondations.",
     "Les digues basses sont une cause des inondations", "after a colon"),
    ("Les digues, elles, sont une cause des inondations.", "", "a pronoun inside"),
    ("Le maire a vendu le terrain de la caserne, mais la région s'y oppose.", "", "the past is left to others"),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "heading", "why"), STRETCHES)
def test_a_stretch_is_word_for_word(sentence: str, heading: str, why: str) -> None:
    found = [item.text for item in stretches(Stage.of(understand(sentence)), 0)]
    assert (heading in found) if heading else found == [], why


EXTENDED = (  # sentence, heading or "", why
    ("La commune a choisi un tri par couleur et non par taille.", "Un tri par couleur et non par taille", "contrast"),
    ("Le garde a plus de 300 hectares de forêt à surveiller.", "Plus de 300 hectares de forêt à surveiller", "task"),
    ("De là naît l'idée d'une journée « portes closes ».", "L’idée d'une journée « portes closes »", "quoted"),
    ("Le guide fait un rappel du code de la route et du règlement.", "Un rappel du code de la route et du règlement",
     "both complements"),
    ("La mer et la côte se voient du phare.", "", "two things, no complement"),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "heading", "why"), EXTENDED)
def test_a_phrase_goes_on_to_its_end(sentence: str, heading: str, why: str) -> None:
    found = [item.text.replace("'", "’") for item in extended_phrases(Stage.of(understand(sentence)), 0)]
    assert (heading.replace("'", "’") in found) if heading else found == [], why


def test_a_short_sentence_of_a_long_quotation_may_head_its_section() -> None:
    text = (
        "Le skipper Paul Martin raconte : « La barre a cassé dans la nuit. J'ai dormi au mauvais endroit. On ne voit "
        "rien venir, et la mer est grosse, et le bateau fatigue plus vite que nous tous »."
    )
    analysis = understand(text)
    found = [item.text for item in quotations(Stage.of(analysis), [s.id for s in analysis.source.sentences])]
    assert all(item.startswith("« ") and item.endswith(" »") for item in found)
    assert not [item for item in found if "On ne voit" in item]


def test_no_fact_stops_inside_a_word() -> None:
    told = facts(
        "Le musée (MBAM) accueille les chefs-d’œuvre des peintres du Nord lors de la saison. La mairie attend."
    )
    assert not [text for text in told if text.endswith("-")]
