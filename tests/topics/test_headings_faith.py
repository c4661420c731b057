"""What a heading must keep of its source, and the families that say a cause, an aim or a topic of talk."""

from __future__ import annotations

from functools import cache

import pytest

from seo_fr.model import Keyphrase
from seo_fr.pipeline import understand
from seo_fr.topics.description_forms import shortened
from seo_fr.topics.descriptions import needy
from seo_fr.topics.focus import with_article
from seo_fr.topics.heading_checks import place_of, weighed
from seo_fr.topics.heading_families.base import Headline, Stage, candidate
from seo_fr.topics.heading_families.infinitives import topics_of_talk
from seo_fr.topics.heading_families.nominals import noun_phrases
from seo_fr.topics.heading_families.origins import origins
from seo_fr.topics.heading_families.purposes import purposes
from seo_fr.topics.heading_families.restyled import restyled
from seo_fr.topics.matching import find_phrase, stems


@cache
def stage(text: str) -> Stage:
    """A text understood once."""
    return Stage.of(understand(text))


WEIGHED = (  # sentence, heading, family, what becomes of it, why
    ("Ces départs semblent faire partie d'une réforme voulue par Marie Lopez.", "Une réforme voulue par Marie Lopez",
     "noun_phrase", "asked", "a hedge is kept by a question mark"),
    ("Ces départs font partie d'une réforme voulue par Marie Lopez.", "Une réforme voulue par Marie Lopez",
     "noun_phrase", "kept", "nothing is doubtful"),
    ("Le groupe prévoit de supprimer 300 emplois dans son usine de Verbourg.",
     "Le groupe prévoit de supprimer 300 emplois", "clause", "less", "a number without its place"),
    ("Le groupe prévoit de supprimer 300 emplois, dit son président.", "Le groupe prévoit de supprimer 300 emplois",
     "clause", "kept", "the number is whole"),
    ("Le maire dénonce un chantier trop cher pour la ville.", "Un chantier trop cher pour la ville",
     "noun_phrase", "less", "a grievance is no fact"),
    ("Le musée sauve un outil, un métier et des noms.", "Le musée sauve un outil",
     "clause", "less", "the first of three"),
    ("M. Roux annonce la fermeture de la piscine.", "M. Roux annonce la fermeture de la piscine",
     "clause", "less", "names in full"),
    ("La préfète est attendue à Verbourg le 3 mai prochain.", "La préfète est attendue à Verbourg le 3 mai prochain",
     "clause", "less", "next after what?"),
    ("La mesure pourrait se révéler inutile car tardive et chère.", "La mesure pourrait se révéler inutile car tardive",
     "clause", "refused", "a reason cut short"),
    ("Les secours arrivent dès que le gardien active une alarme.", "Les secours active une alarme",
     "clause", "refused", "the verb is another's"),
)  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "heading", "family", "fate", "why"), WEIGHED)
def test_a_candidate_is_held_to_its_source(text: str, heading: str, family: str, fate: str, why: str) -> None:
    head = {"Les secours active une alarme": "activer"}.get(heading, "")
    item = candidate(heading, (0,), family, head)
    found = weighed(stage(text), item)
    if fate == "refused":
        assert found is None, why
        return
    assert found is not None, why
    assert (found.family == "question") == (fate == "asked"), why
    assert (found.bonus < item.bonus) == (fate == "less"), why
    assert found.text == (f"{heading} ?" if fate == "asked" else heading), why


@pytest.mark.model
def test_a_heading_of_the_source_is_not_weighed() -> None:
    item = candidate("Comment ?", (0,), "source")
    assert weighed(stage("Comment ? On ferme la vanne."), item) == item


@pytest.mark.model
def test_a_heading_made_of_other_words_has_no_place() -> None:
    assert place_of(stage("La digue cède."), candidate("La rupture de la digue", (0,), "nominalisation")) is None


HALVES = (  # sentence, heading, its head, family, whether it is half of what is said, why
    ("Des pannes dues au gel (en janvier) ainsi que des erreurs des équipes ont ralenti le chantier.",
     "Des pannes dues au gel", "panne", "noun_phrase", True, "first cause of two"),
    ("Des pannes dues au gel ainsi que des erreurs des équipes ont ralenti le chantier.",
     "Des erreurs des équipes", "erreur", "noun_phrase", True, "second cause of two"),
    ("Des pannes dues au gel ont ralenti le chantier.", "Des pannes dues au gel", "panne", "noun_phrase", False,
     "the only cause"),
    ("Il a salué la remontée du club en hiver, mais l'entraineur a regretté la fatigue des joueurs.",
     "La remontée du club", "remontée", "noun_phrase", True, "praise without its blame"),
    ("Il a salué la remontée du club en hiver, mais l'entraineur a regretté la fatigue des joueurs.",
     "La fatigue des joueurs", "fatigue", "noun_phrase", True, "blame without its praise"),
    ("Les impôts montent, mais ne rapporteront que deux millions.", "Les impôts montent", "monter", "clause", False,
     "what follows is said of the same thing"),
    ("On peut noter la taxe sur les quais, le péage du pont ou encore la vignette des camions.",
     "La taxe sur les quais", "taxe", "noun_phrase", True, "first of a list"),
    ("Le maire est satisfait et la réfection des quais commence en mai.", "La réfection des quais", "réfection",
     "noun_phrase", False, "the subject of a clause of its own"),
    ("La Culture revient à Anne Roy, Luc Armand reçoit la Défense, Paul Martin récupère les Ports.",
     "Paul Martin récupère les Ports", "récupérer", "clause", True, "last of a list"),
    ("La Culture revient à Anne Roy.", "La Culture revient à Anne Roy", "revenir", "clause", False, "alone"),
    ("La part est de 86 % dans l'ensemble et 71 % pour les apprentis.", "La part est de 86 % dans l'ensemble", "part",
     "sentence", True, "one amount of two"),
)  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "heading", "head", "family", "is_half", "why"), HALVES)
def test_both_terms_or_none(text: str, heading: str, head: str, family: str, is_half: bool, why: str) -> None:
    item = candidate(heading, (0,), family, head)
    found = weighed(stage(text), item)
    assert found is not None
    assert (found.bonus < item.bonus - 4.0) is is_half, why


def test_an_amount_is_not_cut_from_what_it_counts() -> None:
    text = "La part est de 86 % dans l'ensemble et 71 % pour les apprentis."
    assert weighed(stage(text), candidate("La part est de 86 % dans l'ensemble et 71 %", (0,), "clause")) is None
    text = "La part est de 86 % en mai et 71 % en juin."
    whole = candidate("La part est de 86 % en mai et 71 % en juin", (0,), "clause")
    assert weighed(stage(text), whole) is not None


ASIDES = (  # sentence, heading, its head, family, what becomes of it, why
    ("Le port rouvre (après la visite d'un expert de la région).", "La visite d'un expert de la région", "visite",
     "noun_phrase", "refused", "between brackets"),
    ("Le port (fermé en mai) attend la visite d'un expert.", "La visite d'un expert", "visite", "noun_phrase", "same",
     "the brackets are closed"),
    ("Si vous voulez un résumé en anglais de la visite, c'est par là.", "Un résumé en anglais de la visite", "résumé",
     "noun_phrase", "less", "offered to whoever wants it"),
    ("La mairie publie un résumé en anglais de la visite.", "Un résumé en anglais de la visite", "résumé",
     "noun_phrase", "same", "what is told"),
    ("Luc Armand vit dans un studio avec sa mère.", "Luc Armand vit dans un studio", "vivre", "clause", "less",
     "scenery"),
    ("La tour mesure 80 mètres depuis les travaux.", "La tour mesure 80 mètres", "mesurer", "clause", "less",
     "a measure"),
    ("La ville finance le Brumex, un appareil d'aide à la pêche.", "Un appareil d'aide à la pêche", "appareil",
     "noun_phrase", "some", "says only what the thing is"),
    ("En mer, l'emploi du code est gratuit.", "L'emploi du code", "emploi", "noun_phrase", "same", "a subject"),
    ("Depuis trois ans, Luc Armand court dans un stade avec sa mère.", "Luc Armand court dans un stade avec sa mère",
     "courir", "clause", "same", "it happens"),
)  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "heading", "head", "family", "fate", "why"), ASIDES)
def test_an_aside_is_no_heading(text: str, heading: str, head: str, family: str, fate: str, why: str) -> None:
    item = candidate(heading, (0,), family, head)
    found = weighed(stage(text), item)
    assert (found is None) == (fate == "refused"), why
    if found is not None:
        assert (found.bonus < item.bonus - 2.5) == (fate == "less"), why
        assert (found.bonus < item.bonus) == (fate in {"less", "some"}), why


ORIGINS = (  # sentence, heading or "", why
    ("La fermeture de ces lignes est due à une chute de la fréquentation.",
     "Une chute de la fréquentation à l’origine de la fermeture des lignes", "both, the effect pointed at"),
    ("Le retard du chantier s'explique par une panne de la grue.",
     "Une panne de la grue à l’origine du retard du chantier", "« s’explique par »"),
    ("Le retard du chantier n'est pas dû à une panne de la grue.", "", "denied"),
    ("Le retard du chantier est connu de la mairie.", "", "no cause"),
    ("Selon la mairie, le retard du chantier est dû à une panne de la grue.", "", "on somebody's word"),
)  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "heading", "why"), ORIGINS)
def test_a_cause_is_told_with_its_effect(text: str, heading: str, why: str) -> None:
    found = [item.text.replace("'", "’") for item in origins(stage(text), 0)]
    assert found == ([heading] if heading else []), why


PURPOSES = (  # sentence, title or "", why
    ("La mairie renforce les contrôles pour limiter et punir les dépôts sauvages.",
     "La mairie renforce les contrôles pour punir les dépôts sauvages", "the verb that has the object"),
    ("La mairie semble multiplier les contrôles pour punir les dépôts sauvages.",
     "La mairie semble multiplier les contrôles pour punir les dépôts sauvages", "the hedge stays"),
    ("La mairie multiplie les contrôles pour cette raison.", "", "no infinitive"),
    ("Elle multiplie les contrôles pour punir les dépôts sauvages.", "", "a pronoun"),
    ("La maire défend les choix de son équipe pour sauver la saison.", "", "whose team is not told"),
)  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "title", "why"), PURPOSES)
def test_a_clause_keeps_its_aim(text: str, title: str, why: str) -> None:
    assert [item.text for item in purposes(stage(text), 0)] == ([title] if title else []), why


@pytest.mark.model
def test_the_body_that_somebody_heads_is_named() -> None:
    text = (
        "La PDG de Veltis, Marie Lopez, renforce les moyens de son entreprise pour recruter des chercheurs. Veltis est "
        "une entreprise de Verbourg. Veltis emploie trois cents personnes."
    )
    found = [item.text for item in purposes(stage(text), 0)]
    assert all("son entreprise" not in t for t in found)
    assert found in ([], ["Marie Lopez renforce les moyens de Veltis pour recruter des chercheurs"])


TALK = (  # sentence, heading or "", why
    ("Trier les déchets de la cuisine, c'est réduire la taille de la poubelle.", "Trier les déchets de la cuisine",
     "said of"),
    ("Trier les déchets de la cuisine, le faire chaque jour, c'est un effort.", "Trier les déchets de la cuisine",
     "twice"),
    ("Trier ses déchets, c'est réduire la taille de la poubelle.", "", "whose?"),
    ("Partir, c'est mourir un peu.", "", "one word"),
    ("Le tri des déchets, c'est utile.", "", "a noun has its own family"),
)  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "heading", "why"), TALK)
def test_an_infinitive_that_is_spoken_about_heads(text: str, heading: str, why: str) -> None:
    assert [item.text for item in topics_of_talk(stage(text), 0)] == ([heading] if heading else []), why


RESTYLED = (  # sentence, fact, lemma, heading, why
    ("La halle de Verbourg a été fermée en 2009.", "La halle de Verbourg est fermée en 2009", "fermer",
     "La halle de Verbourg fermée en 2009", "a past passive is no present state"),
    ("La halle de Verbourg est fermée le lundi.", "La halle de Verbourg est fermée le lundi", "fermer",
     "La halle de Verbourg est fermée le lundi", "a present one stays"),
    ("La ministre est attendue à Verbourg le 3 mai.", "La ministre attend à Verbourg le 3 mai", "attendre",
     "La ministre est attendue à Verbourg le 3 mai", "« est » makes no past of « attendre »"),
    ("Le train est parti de Verbourg.", "Le train part de Verbourg", "partir", "Le train part de Verbourg",
     "it does here"),
    ("La ville reçoit des chefs-lieux.", "La ville reçoit des chefs - lieux", "recevoir",
     "La ville reçoit des chefs-lieux", "joined again"),
)  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "fact", "lemma", "heading", "why"), RESTYLED)
def test_a_fact_is_dressed_for_a_heading(text: str, fact: str, lemma: str, heading: str, why: str) -> None:
    assert restyled(stage(text), Headline(fact, (0,), "clause", head=lemma)).text == heading, why


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "phrase", "expected", "why"),
    [
        ("La mairie ferme la piscine municipale. Le toit de la piscine municipale fuit.", "piscine municipale",
         "la piscine municipale", "as the text has it"),
        ("Des agents de la ville ferment une usine.", "usine", "l’usine", "from an indefinite article, elided"),
        ("Le conseil du port rencontre des pêcheurs bretons.", "pêcheurs bretons", "les pêcheurs bretons", "plural"),
    ],
)  # fmt: skip
def test_a_keyphrase_takes_the_article_that_its_text_gives_it(text: str, phrase: str, expected: str, why: str) -> None:
    analysis = understand(text)
    spans = find_phrase(analysis.source.text, stems(phrase))
    keyphrase = Keyphrase(phrase, phrase, stems(phrase), 1.0, "noun", spans)
    assert with_article(analysis, keyphrase) == expected, why


@pytest.mark.parametrize(
    ("text", "needs", "why"),
    [
        ("Cette victoire fait de la ville une capitale.", True, "which one?"),
        ("Le 3 mai, il devient champion du monde.", True, "who?"),
        ("La ville prévoit également de planter des saules.", True, "a second term"),
        ("L'explication avancée est que le pont a cédé.", True, "of what?"),
        ("Un rapport de la mairie apporte la même conclusion.", True, "the same as what?"),
        ("La famille partage le même lieu de vie.", False, "its complement tells"),
        ("L'explication de la panne est connue.", False, "its complement tells"),
        ("La ville plante des saules au bord du canal.", False, "nothing points elsewhere"),
    ],
)
def test_a_description_needs_nothing_before_it(text: str, needs: bool, why: str) -> None:
    assert needy(text) is needs, why


@pytest.mark.parametrize(
    ("sentence", "form", "why"),
    [
        ("Le pont ferme ce lundi matin au public.", "Le pont ferme au public.", "a day that passes"),
        ("L'annonce est tombée ce matin, le pont ferme.", "", "nothing else goes with the verb"),
        ("Aujourd'hui, la mairie ouvre un parc.", "La mairie ouvre un parc.", "a day in front"),
        ("Afin de durer, le phare change de lampe.", "Le phare change de lampe.", "an aim in front"),
        ("La ville utilise aussi ce logiciel.", "La ville utilise ce logiciel.", "what only adds"),
        ("La ville aussi bien que l'État paie.", "", "« aussi bien que » adds nothing"),
    ],
)
def test_a_sentence_sheds_what_a_description_cannot_use(sentence: str, form: str, why: str) -> None:
    assert (form in shortened(sentence)) if form else shortened(sentence) == [sentence], why


NOMINAL = (  # sentence, phrase, whether it may head a section, why
    ("Le maire a parlé de l'amélioration de la voirie suite à la plainte des riverains.", "L'amélioration de la voirie",
     True, "« suite à » opens another complement"),
    ("Ensuite, l'Association des riverains du port condamne le projet.", "L'Association des riverains du port",
     False, "the name of a body"),
    ("Selon le recensement de la commune, la population augmente.", "Le recensement de la commune",
     False, "who says so"),
    ("La commune a construit une halle couverte.", "Une halle couverte", False, "any one of its kind"),
)  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "phrase", "fit", "why"), NOMINAL)
def test_a_noun_phrase_says_what_a_section_is_about(text: str, phrase: str, fit: bool, why: str) -> None:
    assert (phrase in [item.text for item in noun_phrases(stage(text), 0)]) is fit, why
