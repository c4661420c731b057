"""Families of headings: each with sentences from which it draws a heading, and sentences on which it stays silent."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from seo_fr.model import Keyphrase
from seo_fr.pipeline import understand
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.headline import fact_headings
from seo_fr.topics.heading_checks import weighed
from seo_fr.topics.heading_families.announced import colons, existing, listed
from seo_fr.topics.heading_families.assertions import definitions, nominalisations
from seo_fr.topics.heading_families.attributes import made, possessions, qualities, supplied
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate
from seo_fr.topics.heading_families.clefts import clefts
from seo_fr.topics.heading_families.enumerated import counts, names, things, tour
from seo_fr.topics.heading_families.extended import extended_phrases
from seo_fr.topics.heading_families.fragments import fragment, fragments
from seo_fr.topics.heading_families.infinitives import duties, infinitives, subjects_of_talk
from seo_fr.topics.heading_families.nominals import noun_phrases
from seo_fr.topics.heading_families.reasons import reasons
from seo_fr.topics.heading_families.stretches import stretches
from seo_fr.topics.heading_families.voices import trades
from seo_fr.topics.matching import stems

pytestmark = pytest.mark.model


@cache
def stage(text: str) -> Stage:
    """A text understood once."""
    return Stage.of(understand(text))


def plain(text: str) -> str:
    """Straight apostrophes."""
    return text.replace("’", "'")


def found(family: Callable[[Stage, int], list[Candidate]], text: str) -> list[str]:
    """What a family draws from each sentence of a text."""
    made_of = stage(text)
    return [plain(c.text) for s in made_of.analysis.source.sentences for c in family(made_of, s.id)]


OF_A_SENTENCE = (  # family, sentence, heading or "" for none, why
    (qualities, "Les quais sont surtout réservés aux bateaux de pêche.",
     "Des quais surtout réservés aux bateaux de pêche",
     "a state becomes a noun phrase"),
    (qualities, "Les salles sont très exposées au bruit.", "Des salles très exposées au bruit", "and what it needs"),
    (qualities, "La rue n'est pas ouverte aux camions.", "", "negated"),
    (qualities, "La Lune est éclairée par le Soleil.", "", "one of a kind: there is no « une Lune »"),
    (qualities, "Le gouvernement est hostile au projet de loi.", "", "a body is not one of its kind"),
    (qualities, "La halle a été fermée par le préfet.", "", "an event, not a state"),
    (supplied, "Le logiciel est équipé de nouvelles fonctions comme le tri des courriels.",
     "De nouvelles fonctions pour le logiciel", "what a thing is given, then the thing"),
    (supplied, "La ville s'est dotée de trois bus électriques.", "Trois bus électriques pour la ville", "reflexive"),
    (supplied, "La ville n'est pas équipée de nouveaux bus.", "", "negated"),
    (supplied, "La ville est entourée de vieux remparts.", "", "nothing is given"),
    (possessions, "La marche rapide présente des avantages pour le cœur.",
     "Les avantages de la marche rapide pour le cœur", "what a thing has, then whose it is"),
    (possessions, "La marche rapide présente des étudiants.", "", "no advantage nor risk"),
    (made, "Cette victoire fait de Marie Lopez la première maire de la vallée.",
     "Marie Lopez, première maire de la vallée", "what an event makes of somebody"),
    (made, "Cette victoire fait d'elle la première maire de la vallée.", "", "who is she?"),
    (definitions, "Il est un ancien port de pêche.", "", "what is?"),
    (definitions, "Verbourg est un ancien port de pêche.", "Verbourg, un ancien port de pêche", "in apposition"),
    (definitions, "Avec ses halles, ses quais, ses bars, Verbourg est un grand lieu de fête.",
     "Verbourg, un grand lieu de fête", "whatever the parser makes of the opening"),
    (existing, "On distingue trois grandes familles de vélos.", "Trois grandes familles de vélos",
     "a number in letters announces"),
    (existing, "Il existe un modèle de vélo pliant.", "", "nothing is announced"),
    (colons, "J'étais enfin à la troisième étape : l'examen oral.", "La troisième étape : l'examen oral",
     "a thing, then which it is"),
    (colons, "Le maire l'a promis : la halle rouvrira.", "", "a clause after the colon"),
    (colons, "Son nouveau projet : la halle.", "", "whose project?"),
    (listed, "Ils visiteront tous ces ateliers : la poterie, la forge et la vannerie.", "La visite des ateliers",
     "what a list is of"),
    (listed, "Ils visiteront tous ces ateliers.", "", "no list"),
    (subjects_of_talk, "Trier ses vêtements est une première étape.", "", "whose clothes?"),
    (subjects_of_talk, "Trier les vieux vêtements a été une première étape.", "Trier les vieux vêtements",
     "the infinitive is what the sentence speaks of"),
    (duties, "Il faudrait malgré tout libeller les images retouchées par machine.",
     "Libeller les images retouchées par machine", "what should be done"),
    (duties, "S'il pleut, il faut rentrer les chaises longues du jardin.", "", "in one case only"),
    (infinitives, "L'accord permet de fermer la vieille halle et de rouvrir le marché couvert.",
     "Rouvrir le marché couvert", "the second of two aims"),
    (fragments, "Le maire de Verbourg a dénoncé « un coup de force du préfet ».",
     "Le maire de Verbourg dénonce « un coup de force du préfet »", "a judgement in its own words"),
    (fragments, "Il a dénoncé « un coup de force du préfet ».", "", "who?"),
    (fragments, "Le maire de Verbourg a acheté « un coup de force ».", "", "no judgement"),
    (clefts, "C'est la société Brume de Verbourg qui a restauré la halle au début de 2012.",
     "La société Brume de Verbourg restaure la halle", "the subject that « c'est … qui » puts first"),
    (clefts, "C'est lui qui a restauré la halle.", "", "who?"),
    (clefts, "Ce n'est pas la mairie qui a vendu la halle.", "", "denied"),
    (stretches, "Le vote n'est pas reporté car 92 % des bureaux restent ouverts.", "92 % des bureaux restent ouverts",
     "a reason is a clause of its own"),
    (stretches, "Le car passe devant la mairie chaque matin.", "", "« car » names a bus"),
    (noun_phrases, "Selon le classement mondial 2011-2012 établi par Veltis, le port est mal classé.", "",
     "a phrase cut after its noun"),
    (nominalisations, "Des défilés journaliers sont prévus.", "", "what is planned is no forecast"),
    (extended_phrases, "Il reste le vieux problème de fiabilité de ces moteurs.",
     "Le vieux problème de fiabilité des moteurs", "what is pointed at has been named"),
    (nominalisations, "Les pêcheurs se préparent à l'exil en Irlande.",
     "La préparation des pêcheurs à l'exil en Irlande", "the subject of a reflexive verb follows « de »"),
)  # fmt: skip


@pytest.mark.parametrize(("family", "text", "heading", "why"), OF_A_SENTENCE)
def test_a_family_fires_or_stays_silent(
    family: Callable[[Stage, int], list[Candidate]], text: str, heading: str, why: str
) -> None:
    drawn = found(family, text)
    assert (heading in drawn) if heading else drawn == [], why


REASONS = (  # section, heading or "", why
    ("Le départ de la course a été reporté à cause du brouillard.", "Pourquoi le départ de la course a été reporté",
     "the cause stands in the sentence"),
    ("Pour des raisons de sécurité, la halle de Verbourg a été fermée en 2009.",
     "Pourquoi la halle de Verbourg a été fermée en 2009", "the cause comes first"),
    ("Selon le rapport, le pilote qui tenait les commandes a cabré au lieu de piquer à la suite d'une alarme.",
     "Pourquoi le pilote a cabré au lieu de piquer, selon le rapport", "past a clause, and attributed"),
    ("Les pilotes ont suivi les informations du capteur. Lors du vol, ces informations furent erronées car il y avait "
     "une panne.", "Pourquoi les informations du capteur furent erronées", "called as above"),
    ("Le musée aurait fermé faute de visiteurs.", "", "a rumour"),
    ("Il a démissionné à cause du scandale.", "", "who?"),
    ("Le départ de la course a été reporté à jeudi.", "", "no cause"),
    ("Le pont est fermé à cause du gel. Le car passe. La mairie attend. Le port dort. Le marché ouvre. La halle aussi.",
     "", "one cause in a long section is a detail"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "heading", "why"), REASONS)
def test_a_cause_is_asked_for(text: str, heading: str, why: str) -> None:
    made_of = stage(text)
    drawn = [plain(c.text) for c in reasons(made_of, [s.id for s in made_of.analysis.source.sentences])]
    assert (heading in drawn) if heading else drawn == [], why


def key(text: str, kind: str = "noun") -> Keyphrase:
    """A keyphrase by hand."""
    return Keyphrase(text, text.lower(), stems(text), 1.0, kind)


ISLAND = (
    "La côte mesure environ 90 km. Les roches sont des granites. La végétation est composée de bruyères. "
    "Le climat est doux. La lande est vaste. Le sol est acide."
)
JOBS = (
    "Une hausse est attendue : 500 postes supprimés à Air Brume, 300 emplois menacés chez Veltis, autant chez Navalis. "
    "Chez Orvane Télécom, la direction confirme un plan de départs."
)
CODE = (
    "Le code est installé dans le métro de la ville. Il est aussi utilisé à l'hôpital, et des timbres le portent. "
    "Une association aide à mettre en place le code à l'école."
)


@pytest.mark.parametrize(
    ("family", "text", "focus", "heading", "why"),
    [
        (things, ISLAND, key("Belle-Rive", "entity"), "La côte, les roches, la végétation et le climat de Belle-Rive",
         "the subjects of a section that describes"),
        (things, "La côte mesure environ 90 km. Les roches sont des granites.", key("Belle-Rive", "entity"), "",
         "two are no row"),
        (tour, CODE, key("code couleur"), "", "a place with its complement is not one of every day"),
        (names, "Veltis salue l'accord. Navalis aussi. Orvane se tait. Brume attend.", key("accord"), "",
         "nothing happens there"),
    ],
)  # fmt: skip
def test_a_row_of_things(
    family: Callable[[Stage, list[int], Keyphrase], list[Candidate]],
    text: str,
    focus: Keyphrase,
    heading: str,
    why: str,
) -> None:
    made_of = stage(text)
    drawn = [plain(c.text) for c in family(made_of, [s.id for s in made_of.analysis.source.sentences], focus)]
    assert (heading in drawn) if heading else drawn == [], why


def test_amounts_of_a_list() -> None:
    text = "Voici le bilan :\n\n- 12 ateliers visités le matin ;\n- 40 habitants mobilisés ;\n- 3 concerts donnés."
    made_of = stage(text)
    drawn = [c.text for c in counts(made_of, [s.id for s in made_of.analysis.source.sentences])]
    assert "12 ateliers visités et 40 habitants mobilisés" in drawn


def test_what_people_of_a_trade_say() -> None:
    text = (
        "« Ce verdict est rude », commente Luc Armand, analyste à la banque Brume. "
        "Des analystes jugent que le groupe doit changer de cap."
    )
    made_of = stage(text)
    assert [plain(c.text) for c in trades(made_of, [0, 1])] == ["Ce que disent les analystes"]
    alone = stage("Des analystes jugent que le groupe doit changer de cap. La mairie attend.")
    assert trades(alone, [0, 1]) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("un coup de force", "un coup de force"),
        ("un affront aux usages et à la mémoire de notre village", ""),
        ("une atteinte grave à la liberté de la presse dans tout le pays", ""),
        ("la colère des pêcheurs du port et des marins de la côte", "la colère des pêcheurs du port"),
        ("je le savais", ""),
    ],
)
def test_a_fragment_is_whole(text: str, part: str) -> None:
    assert fragment(text) == part


FACTS = (  # text, heading, why
    ("Selon le ministère du Travail, les départs et retraits d'agents ont augmenté de 46 % en un an.",
     "Les départs et retraits d'agents en hausse de 46 %, selon le ministère", "a rise as a noun"),
    ("Le président du port, Luc Armand, a de son côté confirmé mardi un plan de départs de 56 postes.",
     "Luc Armand confirme un plan de départs de 56 postes", "an aside inside the verb goes"),
    ("La halle est fermée depuis des années. Le préfet a justifié la fermeture de cette halle par son âge.",
     "Le préfet justifie la fermeture de la halle par son âge", "« cette halle » has been named"),
    ("La mairie a considéré que Luc Armand avait commis une faute très grave justifiant ainsi son départ.",
     "Luc Armand commet une faute très grave, selon la mairie", "what was said « avait » is a past"),
    ("Luc Armand serait donc victime de tirs venus du port, une piste qui avait déjà été évoquée.",
     "Luc Armand serait victime de tirs venus du port", "a conditional keeps its mark, an apposition goes"),
    ("Dans l'après-midi, Luc Armand a dû faire demi-tour après avoir entendu, vers 16 h, deux coups de tonnerre.",
     "Luc Armand a dû faire demi-tour", "what is cut at a comma goes whole"),
    ("Les voleurs ont été arrêtés.", "Les voleurs sont arrêtés", "an event needs no complement"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "heading", "why"), FACTS)
def test_facts_lose_what_ties_them(text: str, heading: str, why: str) -> None:
    ctx = Context.of(understand(text))
    told = [plain(h.text) for h in fact_headings(ctx, range(len(ctx.sentences)))]
    assert heading in told, why


def test_the_person_of_a_life_is_named() -> None:
    text = (
        "Marie Lopez est une nageuse née en 1990. Elle remporte la coupe du Lac en 2010. "
        "Les deux équipes fêtent le titre. Elle quitte ensuite le club de Verbourg."
    )
    ctx = Context.of(understand(text, title="Marie Lopez"))
    told = [h.text for h in fact_headings(ctx, range(len(ctx.sentences)))]
    assert any(t.startswith("Marie Lopez quitte le club") for t in told)


WEIGHED = (  # sentence, heading, family, lost, why
    ("La halle est ouverte au Mali, au Niger et au Tchad.", "La halle est ouverte au Mali", "clause", True,
     "the first of three places"),
    ("Le préfet invite les gens à boire, se reposer et rester chez eux.", "Le préfet invite les gens à boire",
     "clause", True, "the first of three actions"),
    ("La halle est ouverte au Mali.", "La halle est ouverte au Mali", "attributed_clause", False, "the only place"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "heading", "family", "lost", "why"), WEIGHED)
def test_the_first_of_several_is_not_told_alone(text: str, heading: str, family: str, lost: bool, why: str) -> None:
    item = weighed(stage(text), candidate(heading, (0,), family))
    assert (item is not None and item.bonus <= -5) is lost, why


def test_no_heading_ends_on_a_participle_without_its_object() -> None:
    text = "Les classes devront écrire des textes annonçant, présentant ou racontant les fêtes."
    assert weighed(stage(text), candidate("Les classes devront écrire des textes annonçant", (0,), "sentence")) is None


def test_the_second_half_of_a_fact_is_worth_less() -> None:
    ctx = Context.of(understand("L'orage a frappé la vallée dans la nuit et a endommagé le toit du gymnase."))
    told = {plain(h.text): h.worth for h in fact_headings(ctx, range(len(ctx.sentences)))}
    assert told["L'orage endommage le toit du gymnase"] <= -2 < told["L'orage frappe la vallée dans la nuit"]


def test_no_others_are_told_of() -> None:
    text = "D'autres spectacles gratuits sont prévus au port."
    assert weighed(stage(text), candidate("D'autres spectacles gratuits sont prévus", (0,), "clause")) is None
