"""Descriptions: where a long sentence may be cut, what stands alone, what opens; and titles under their label."""

from __future__ import annotations

from functools import cache

import pytest

from seo_fr.model import Keyphrase
from seo_fr.pipeline import understand
from seo_fr.topics.description_cuts import bereft, complete, whole_cuts
from seo_fr.topics.description_forms import DESCRIPTION
from seo_fr.topics.descriptions import Aim, description, led, needy
from seo_fr.topics.heading_families.base import Stage
from seo_fr.topics.heads import fits, meta_title, tells, under_label
from seo_fr.topics.matching import stems

model = pytest.mark.model


@cache
def stage(text: str) -> Stage:
    """A text understood once."""
    return Stage.of(understand(text))


def phrase(text: str) -> Keyphrase:
    """A keyphrase."""
    return Keyphrase(text, text, stems(text), 1.0, "noun")


WASH = "La mairie de Sornac a rouvert le lavoir après deux ans de travaux menés par des bénévoles."
QUARRY = "Les éleveurs réclament la fermeture de la carrière de Vaurie avant l’été."
JAIL = "Le tribunal a condamné l’éleveur à trois ans de prison dont un avec sursis."
SPRING = "Le lavoir, fermé depuis la crue, rouvre au printemps avec un toit neuf."
CUTS = (  # sentence, how it is cut, a sentence all the same, why
    (WASH, "La mairie de Sornac a rouvert le lavoir", True, "a circumstance goes"),
    (WASH, "La mairie de Sornac a rouvert", False, "the verb has lost its object"),
    (WASH, "La mairie de Sornac a rouvert le lavoir après deux ans", False, "the last noun has lost its complement"),
    (QUARRY, "Les éleveurs réclament la fermeture de la carrière de Vaurie", True, "a time goes"),
    (QUARRY, "Les éleveurs réclament la fermeture", False, "of what?"),
    (JAIL, "Le tribunal a condamné l’éleveur à trois ans de prison", False, "« dont » corrects what precedes"),
    (SPRING, "Le lavoir, fermé depuis la crue", False, "no main verb"),
    (SPRING, "Le lavoir, fermé depuis la crue, rouvre au printemps avec un toit", False, "the last noun is cut"),
    ("La régie a présenté jeudi le budget de l’eau.", "La régie a présenté jeudi", False, "the object comes later"),
    ("Le bac relie les deux rives depuis 1920.", "Le bac relie les deux rives", True, "a date goes"),
    ("Le bac relie les deux rives depuis 1920.", "Le pont enjambe la rive", False, "another sentence"),
)


@model
@pytest.mark.parametrize(("text", "head", "whole", "why"), CUTS)
def test_a_sentence_cut_short_is_one_all_the_same(text: str, head: str, whole: bool, why: str) -> None:
    assert complete(stage(text), 0, head) is whole, why


@model
@pytest.mark.parametrize(
    ("text", "head", "lost", "why"),
    [
        ("Les pompiers ont appris que la digue avait cédé.", "Les pompiers ont appris.", True, "learnt what?"),
        (WASH, "La mairie de Sornac a rouvert.", True, "reopened what?"),
        (WASH, "La mairie de Sornac a rouvert le lavoir.", False, "the object is there"),
        ("Le bac reprend en mai.", "Le bac reprend.", False, "the verb has none"),
        ("Les pompiers ont appris que la digue avait cédé.", "Les riverains dorment.", False, "not its words"),
    ],
)
def test_a_verb_that_has_lost_what_it_says(text: str, head: str, lost: bool, why: str) -> None:
    assert bereft(stage(text), 0, head) is lost, why


LONG = (  # sentence, as it is cut or "", why
    ("Le conseil de Lorzac a voté jeudi la vente de l’ancienne gare aux deux coopératives de la vallée pour un million "
     "d’euros, malgré les protestations des cheminots retraités et des riverains du quartier.",
     "Le conseil de Lorzac a voté jeudi la vente de l’ancienne gare aux deux coopératives de la vallée pour un million "
     "d’euros.", "a protest goes"),
    ("Le syndicat des eaux de la vallée de l’Orle prévoit de remplacer quatorze kilomètres de conduites en fonte entre "
     "Sornac et Lorzac avant la fin de l’année prochaine afin de limiter les fuites relevées chaque hiver par ses "
     "agents.",
     "Le syndicat des eaux de la vallée de l’Orle prévoit de remplacer quatorze kilomètres de conduites en fonte entre "
     "Sornac et Lorzac.", "a time and an aim go"),
    ("Les deux cents bergers réunis dimanche devant la sous-préfecture de Lorzac ont réclamé une aide immédiate pour "
     "les troupeaux du plateau, des citernes neuves, un vétérinaire et la réouverture de la source de Vaurie.", "",
     "an enumeration is not cut"),
    ("Les habitants du plateau de Vaurie et les bergers venus des vallées voisines avec leurs troupeaux, leurs chiens "
     "et leurs remorques chargées de foin réclament depuis le début du printemps une seconde source.", "",
     "its verb comes too late"),
    ("Le lavoir rouvre.", "", "short enough"),
    ("Le tribunal de Lorzac a condamné jeudi l’ancien gérant de la fromagerie coopérative à rembourser aux quarante "
     "producteurs de la vallée les sommes qu’il avait détournées pendant plus de six ans.", "", "what is paid back"),
    ("Les pompiers de la plaine et les gendarmes venus en renfort de Lorzac ont appris dans la nuit de samedi à "
     "dimanche de la bouche des riverains que la digue du hameau de Vaurie avait cédé.", "", "what they learnt"),
    ("L’abonnement donne accès aux deux bassins de la piscine et au gymnase, du mardi au samedi, sans réserve autre "
     "que celle des horaires que le club affiche chaque mois à l’entrée.", "L’abonnement donne accès aux deux bassins "
     "de la piscine et au gymnase, du mardi au samedi.", "« autre que »"),
)  # fmt: skip


@model
@pytest.mark.parametrize(("text", "cut", "why"), LONG)
def test_a_long_sentence_is_cut_where_it_ends(text: str, cut: str, why: str) -> None:
    found = list(whole_cuts(stage(text), 0, [text]))
    assert found == ([cut] if cut else []), why
    assert all(len(item) <= DESCRIPTION[1] for item in found)


NEEDY = (  # sentence, needs what precedes, why
    ("Le lendemain, le bac reprend ses traversées.", True, "the day after what?"),
    ("Ils ont rouvert le lavoir.", True, "who?"),
    ("Cette crue a emporté le ponton.", True, "which one?"),
    ("Le bac emporte aussi les vélos.", True, "besides what?"),
    ("Mais le bac reste à quai.", True, "a contrast"),
    ("Par ailleurs, le bac ferme.", True, "an addition"),
    ("En mai, elles rentrent au port.", True, "who?"),
    ("Les mêmes riverains protestent.", True, "the same as whom?"),
    ("Celui de Lorzac rouvre en mai.", True, "that one of what?"),
    ("L’an dernier, le bac a coulé.", True, "the year before which?"),
    ("La raison tient en un mot.", True, "of what?"),
    ("La raison de la crue est connue.", False, "it says of what"),
    ("Le bac reprend ses traversées en mai.", False, "nothing is missing"),
    ("L’Orle a débordé sur le quai.", False, "a name with its article"),
    ("La crue a surpris les riverains, qui l’avaient oubliée.", False, "« l’ » stands for what is there"),
    ("Le maire l’a promis hier.", True, "what did he promise?"),
)


@pytest.mark.parametrize(("text", "needs", "why"), NEEDY)
def test_a_sentence_that_needs_what_precedes(text: str, needs: bool, why: str) -> None:
    assert needy(text) is needs, why


@pytest.mark.parametrize(
    ("better", "worse", "why"),
    [
        (2, 3, "the first sentence of the lead tells the news"),
        (3, 5, "the second before the third"),
        (5, 0, "what stands in the lead before what does not"),
        (6, 4, "the places are those in the lead, not in the text"),
    ],
)
def test_a_description_opens_on_the_news(better: int, worse: int, why: str) -> None:
    aim = Aim(phrase("lavoir"), frozenset(), frozenset({2, 3, 5, 6}))
    assert led(better, aim) > led(worse, aim), why


def test_outside_of_the_lead_the_place_is_worth_nothing() -> None:
    aim = Aim(phrase("lavoir"), frozenset(), frozenset({2, 3}))
    assert led(0, aim) == led(9, aim) == 0.0
    assert led(0, Aim(phrase("lavoir"), frozenset(), frozenset())) == 0.0


ARTICLE = (
    "Le conseil de Lorzac a voté jeudi la vente de l’ancienne gare aux deux coopératives de la vallée pour un million "
    "d’euros, malgré les protestations des cheminots retraités et des riverains du quartier. Ils campent dans le hall. "
    "La halle aux grains sera vendue l’an prochain."
)


@model
def test_a_description_is_made_of_whole_sentences() -> None:
    text = description(stage(ARTICLE), phrase("ancienne gare"), (), title="Lorzac vend son ancienne gare", lead=(0,))
    assert text.startswith("Le conseil de Lorzac a voté")
    assert text.endswith(".")
    assert "Ils campent" not in text
    assert len(text) <= DESCRIPTION[1]


LOOSE = (
    "Le conseil de Lorzac a voté la vente de la gare. La halle aux grains sera vendue l’an prochain aux coopératives."
    "\n\nDeux heures par jour, quitte à fermer tôt, pour les visiteurs de la vallée et des plateaux voisins. Le quai "
    "ferme en mai."
)


@model
def test_no_verbless_sentence_far_from_the_lead() -> None:
    text = description(stage(LOOSE), phrase("gare"), (), title="Lorzac vend sa gare", lead=(0, 1))
    assert "Deux heures" not in text


CAUSE = (
    "Il y avait la queue samedi devant le comptoir. Car depuis lundi, la piscine de la place Saint-Luc est fermée aux "
    "nageurs pour neuf mois de travaux, et le bassin sera vidé."
)


@model
def test_a_cause_stands_without_its_conjunction() -> None:
    text = description(stage(CAUSE), phrase("piscine"), (), title="La piscine est fermée pour neuf mois", lead=(0, 1))
    assert text.startswith("Depuis lundi, la piscine")


LABELLED = (  # label, what follows, title or "", why
    ("Crue de l’Orle", "cent quarante personnes évacuées, deux ponts coupés au trafic",
     "Crue de l’Orle : cent quarante personnes évacuées", "cut at the comma"),
    ("Carrière de Vaurie", "la préfecture suspend les tirs de mine après la plainte de trois hameaux voisins",
     "Carrière de Vaurie : la préfecture suspend les tirs de mine", "cut before a time"),
    ("Carrière de Vaurie", "la plainte", "", "nowhere to cut"),
    ("Carrière de Vaurie", "plainte, deux hameaux privés d’eau pendant plusieurs semaines de travaux", "",
     "one word tells too little"),
    ("Fromagerie coopérative de Lorzac et du plateau de Vaurie en liquidation",
     "deux cents producteurs attendent leurs chèques depuis mars", "", "the label alone is too wide"),
    ("Bac de Sornac", "le maire promet « une reprise rapide, avant l’été, des deux bacs de l’Orle »", "",
     "not inside quotation marks"),
    ("Bac de Sornac", "le maire promet « une reprise, avant l’été » aux riverains des deux rives de l’Orle",
     "Bac de Sornac : le maire promet « une reprise, avant l’été »", "but after them"),
    ("Tribunal de Lorzac", "dix-huit mois de prison, dont douze avec sursis, pour le faux maçon de la vallée de l’Orle",
     "", "« dont » corrects what precedes"),
)  # fmt: skip


@pytest.mark.parametrize(("label", "rest", "title", "why"), LABELLED)
def test_a_title_keeps_its_label(label: str, rest: str, title: str, why: str) -> None:
    found = under_label(label, rest)
    assert found == title, why
    assert not found or fits(found)


@pytest.mark.parametrize("focus", ["carrière de Vaurie", "tirs de mine"])
def test_and_so_does_a_search_title(focus: str) -> None:
    title = "Carrière de Vaurie : la préfecture suspend les tirs de mine après la plainte de trois hameaux voisins"
    assert meta_title(title, phrase(focus)) == "Carrière de Vaurie : la préfecture suspend les tirs de mine"


WASHED = "Lavoir de Sornac : deux ans de travaux et une réouverture"
FERRY = "Bac de l’Orle : la grève maintient le bateau à quai"
NEWS = (  # fact, headline, keyphrase, tells the news, why
    ("La réouverture suit deux ans de travaux", WASHED, "lavoir de Sornac", True, "most of its words"),
    ("Le lavoir de Sornac date de 1840", WASHED, "lavoir de Sornac", False, "nothing but the subject"),
    ("Le lavoir de Sornac attire les oiseaux", WASHED, "lavoir de Sornac", False, "likewise"),
    ("La grève maintient le bac à quai", FERRY, "bac de l’Orle", True, "the news in other words"),
    ("Le bac de l’Orle a cent ans", FERRY, "bac de l’Orle", False, "an old story"),
)


@pytest.mark.parametrize(("fact", "title", "focus", "news", "why"), NEWS)
def test_a_fact_that_tells_the_news(fact: str, title: str, focus: str, news: bool, why: str) -> None:
    assert tells(fact, title, phrase(focus)) is news, why
