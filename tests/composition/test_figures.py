"""The table of figures: what each stands for, which rows are left out, when the block keeps quiet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from seo_fr.composition.brief import Brief
from seo_fr.composition.figures import enough, figures, partial, stale
from seo_fr.composition.templates import Templates, environment
from seo_fr.model import Keyphrase, Piece
from seo_fr.pipeline import understand
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.measures import Measure, measures
from seo_fr.settings import DEFAULTS

OPENING = "La commune prépare son avenir. "

FIRE = [
    ("La rénovation du stade coûte 12 millions d’euros.", "12 millions d’euros", "Coût de la rénovation du stade"),
    ("Le chantier du nouveau pont durera 18 mois.", "18 mois", "Durée prévue du chantier du nouveau pont"),
    ("Le budget de la commune atteint 3,4 millions d’euros.", "3,4 millions d’euros", "Budget de la commune"),
    ("Le loyer moyen était de 720 euros en 2020.", "720 euros", "Loyer moyen en 2020"),
    ("Le département comptait 610 000 habitants en 2015.", "610 000", "Habitants du département en 2015"),
    ("La construction du pont a été menée en neuf mois.", "Neuf mois", "Durée de la construction du pont"),
    ("La sonde pèse 815 kg.", "815 kg", "Poids de la sonde"),
    ("Les ventes de vélos ont progressé de 12 % en 2022.", "12 %", "Progression des ventes de vélos en 2022"),
    ("Une amende de 150 000 euros a été infligée au club.", "150 000 euros", "Amende infligée au club"),
    (
        "Le conseil a voté une subvention de 40 000 euros pour le club de rugby.",
        "40 000 euros",
        "Subvention votée par le conseil pour le club de rugby",
    ),
    (
        "Le gouvernement demande une réduction de 10 % des effectifs.",
        "10 %",
        "Réduction des effectifs demandée par le gouvernement",
    ),
    ("La hausse de 3 % des tarifs de l’eau surprend.", "3 %", "Hausse des tarifs de l’eau"),
    (
        "La région Bretagne a financé 250 logements à Brest.",
        "250",
        "Logements financés par la région Bretagne à Brest",
    ),
    (
        "La mairie va planter 3 000 arbres le long du canal.",
        "3 000",
        "Arbres que la mairie va planter le long du canal",
    ),
    (
        "Quelque 400 salariés de l’usine seront licenciés d’ici à juin 2024.",
        "Quelque 400",
        "Salariés de l’usine qui seront licenciés d’ici à juin 2024",
    ),
    ("Trois maisons ont été détruites par les flammes.", "Trois", "Maisons détruites par les flammes"),
    ("Le séisme a fait au moins 35 morts.", "Au moins 35", "Morts dans le séisme"),
    ("Le projet, d’un montant de 5 millions d’euros, plaît.", "5 millions d’euros", "Montant du projet"),
    (
        "Selon la préfecture, 1 500 personnes ont défilé dans les rues de Rennes.",
        "1 500",
        "Personnes qui ont défilé dans les rues de Rennes, selon la préfecture",
    ),
    ("Né à Lyon, l’écrivain Paul Sarre a publié 14 romans à Paris.", "14", "Romans publiés par Paul Sarre à Paris"),
    ("L’Insee prévoit une croissance de 1,1 % en 2015.", "1,1 %", "Croissance prévue par l’Insee en 2015"),
    (
        "Le prix du blé a chuté de 8 % en une semaine pour s’établir à 92 euros.",
        "8 %",
        "Chute du prix du blé en une semaine",
    ),
    (
        "Le maire s’inquiète d’une chute des recettes (8,5 % de moins en 2019).",
        "8,5 %",
        "Chute des recettes en 2019",
    ),
    ("La chute libre du titre (- 12 % en 2011) inquiète le maire.", "12 %", "Chute du titre en 2011"),
    (
        "Le théâtre est subventionné à 60 % par la région.",
        "60 %",
        "Taux de subvention du théâtre par la région",
    ),
    (
        "La loi impose le relèvement à 30 % des contributions sociales.",
        "30 %",
        "Nouveau niveau des contributions sociales",
    ),
    (
        "70 % des nouvelles taxes pèseront sur les ménages et 30 % sur les entreprises.",
        "70 %",
        "Part des nouvelles taxes qui pèseront sur les ménages, contre 30 % sur les entreprises",
    ),
    ("Anne Leroux a été élue maire avec 4 200 voix.", "4 200", "Voix obtenues par Anne Leroux"),
    ("La console sera vendue 199 euros.", "199 euros", "Prix prévu de la console"),
    (
        "La société Dural a été condamnée à verser 3 millions d’euros à Orvane.",
        "3 millions d’euros",
        "Montant de la condamnation de la société Dural",
    ),
    (
        "Le syndicat estime à 75 000 le nombre d’emplois menacés.",
        "75 000",
        "Nombre d’emplois menacés, selon le syndicat",
    ),
    (
        "La mairie de Brest prévoit la création de 120 logements.",
        "120",
        "Créations de logements prévues par la mairie de Brest",
    ),
    (
        "L’agence Morel a abaissé les notes de 28 banques.",
        "28",
        "Banques dont l’agence Morel a abaissé les notes",
    ),
    ("Le préfet a dévoilé la composition du nouveau conseil de 38 membres.", "38", "Membres du nouveau conseil"),
    ("Le taux de réussite a été de 86 % dans la région.", "86 %", "Taux de réussite dans la région"),
    (
        "Le groupe annonce la fermeture du site de Melle, représentant la suppression de 300 emplois.",
        "300",
        "Suppressions d’emplois que représente la fermeture du site de Melle",
    ),
    ("Le groupe Dural est implanté dans 12 pays.", "12", "Pays où le groupe Dural est implanté"),
    (
        "La sonde restera 18 jours accrochée à la station.",
        "18 jours",
        "Durée pendant laquelle la sonde restera accrochée à la station",
    ),
    (
        "Les correctifs du système seront fournis pendant 5 ans.",
        "5 ans",
        "Durée pendant laquelle les correctifs du système seront fournis",
    ),
    (
        "Anne Leroux a déclaré que la société Dural détiendrait 300 bateaux en 2030.",
        "300",
        "Bateaux que la société Dural détiendra en 2030, selon Anne Leroux",
    ),
    (
        "Les ventes du groupe Dural ont reculé de 3 % entre 2008 et 2010.",
        "3 %",
        "Recul des ventes du groupe Dural entre 2008 et 2010",
    ),
    ("Le prix de la place sera de 20 euros.", "20 euros", "Prix prévu de la place"),
    ("Le mont Vert culmine à 4 465 mètres.", "4 465 mètres", "Altitude du mont Vert"),
    ("L’institut Roux a relevé 27 °C à Nice.", "27 °C", "Température relevée par l’institut Roux à Nice"),
    (
        "Le groupe Dural a vu ses ventes reculer de 3 % en 2012.",
        "3 %",
        "Recul des ventes du groupe Dural en 2012",
    ),
    (
        "Le gouvernement a annoncé qu’il devra trouver 7 milliards d’euros.",
        "7 milliards d’euros",
        "Montant que le gouvernement annonce devoir trouver",
    ),
    ("La salle peut accueillir jusqu’à 300 spectateurs.", "Jusqu’à 300 spectateurs", "Capacité de la salle"),
    ("La tour mesure 86 mètres de haut.", "86 mètres", "Hauteur de la tour"),
    ("Le fleuve est long de 230 km.", "230 km", "Longueur du fleuve"),
    ("Le bâtiment, haut de 40 mètres, domine le port.", "40 mètres", "Hauteur du bâtiment"),
    ("L’île a un plateau à 40 m d’altitude.", "40 m", "Altitude du plateau"),
    ("L’île est plate (point culminant à 71 m).", "71 m", "Point culminant"),
    ("La boîte mesure 90 mm x 150 mm x 20 mm.", "90 mm x 150 mm x 20 mm", "Dimensions de la boîte"),
    ("La commune s’étend sur 12 km².", "12 km²", "Superficie de la commune"),
    (
        "La mer représente plus de 10 millions de km² à surveiller.",
        "Plus de 10 millions de km²",
        "Superficie à surveiller",
    ),
    (
        "La ville se trouve à 20 kilomètres de Lyon.",
        "20 kilomètres",
        "Distance entre la ville et Lyon",
    ),
    (
        "Il faut rejoindre la ville de Dole, distante de 100 kilomètres, soit plus d’une heure de route.",
        "100 kilomètres, soit plus d’une heure de route",
        "Distance jusqu’à la ville de Dole",
    ),
    ("Le code est né après huit ans de recherches.", "Huit ans", "Durée des recherches"),
    ("Le naufrage en moins de 14 minutes a surpris.", "Moins de 14 minutes", "Durée du naufrage"),
    ("La maire a tenu une réunion de 40 minutes.", "40 minutes", "Durée de la réunion"),
    ("Il y a 99 % de chances que la mesure soit juste.", "99 %", "Chances que la mesure soit juste"),
    ("Il devrait faire 38 °C à Nice.", "38 °C", "Température prévue à Nice"),
    ("La balance sera dotée d’un plateau de 30 centimètres.", "30 centimètres", "Plateau de la balance"),
    ("La console sera livrée avec une carte de 4 Go.", "4 Go", "Carte de la console"),
    (
        "La capsule transporte 500 kg de matériel et doit en ramener 600 kg.",
        "600 kg",
        "Matériel que la capsule doit ramener",
    ),
    ("Quatre personnes sont toujours recherchées.", "Quatre", "Personnes toujours recherchées"),
    (
        "Neuf personnes auraient été blessées dans cet incident.",
        "Neuf",
        "Personnes qui auraient été blessées",
    ),
    ("Le vote est maintenu car 92 % des bureaux restent ouverts.", "92 %", "Part des bureaux qui restent ouverts"),
    (
        "Le rapport repose sur plus de 200 témoignages d’anciens détenus.",
        "Plus de 200",
        "Témoignages d’anciens détenus sur lesquels le rapport repose",
    ),
    ("Les électeurs ont choisi une liste de 300 candidats.", "300", "Candidats de la liste"),
    ("Le préfet a localisé 23 centres : 10 à Brest et 13 à Dole.", "13", "Centres à Dole"),
    ("Le dernier recensement date de 2009 ; on y dénombrait 5 100 habitants.", "5 100", "Nombre d’habitants en 2009"),
    (
        "L’exposition tourne depuis deux ans et a attiré plus d’un million de visiteurs.",
        "Plus d’un million",
        "Visiteurs attirés par l’exposition",
    ),
    (
        "En 2011, 40 000 personnes ont visité le musée de Brest.",
        "40 000",
        "Personnes qui ont visité le musée de Brest en 2011",
    ),
    ("Une avalanche a causé la mort de neuf personnes.", "Neuf", "Morts dans l’avalanche"),
    ("Le loyer a augmenté de 12 % en un an.", "12 %", "Augmentation du loyer en un an"),
    ("Le budget du projet est estimé à 3 millions d’euros.", "3 millions d’euros", "Estimation du budget du projet"),
    ("Le projet est financé par Orvane (60 %) et Dural (40 %).", "40 %", "Part financée par Dural"),
    (
        "La participation au second tour, le 16 juin 2012, a été de 51 %.",
        "51 %",
        "Participation au second tour",
    ),
    (
        "Le syndicat estime à 9 000 le nombre de postes menacés, contre 6 000 au mois de juin.",
        "9 000",
        "Nombre de postes menacés, selon le syndicat, contre 6 000 au mois de juin",
    ),
    ("La fête débute. La fête attend 60 000 spectateurs.", "60 000", "Spectateurs attendus par la fête"),
    ("Le bilan s’élève à 35 morts et 200 blessés.", "35 morts", "Bilan"),
    ("Le déficit atteint 4,5 % du PIB.", "4,5 % du PIB", "Déficit"),
    ("Le stade a une capacité de 25 000 places.", "25 000 places", "Capacité du stade"),
    ("Le taux de TVA passera de 19,6 % à 20 %.", "De 19,6 % à 20 %", "Évolution prévue du taux de TVA"),
    ("La mesure coûterait 300 millions d’euros.", "300 millions d’euros", "Montant que coûterait la mesure"),
    ("La zone couvre 1 200 km².", "1 200 km²", "Superficie de la zone"),
    ("Le texte a été adopté par 320 voix contre 180.", "320", "Voix pour le texte, contre 180"),
    (
        "Le sondage a été réalisé auprès de 1 008 personnes.",
        "1 008",
        "Personnes auprès desquelles le sondage a été réalisé",
    ),
    (
        "La fermeture entraînera la suppression de 300 emplois.",
        "300",
        "Suppressions d’emplois qu’entraînera la fermeture",
    ),
    ("L’exposition a nécessité cinq années de préparation.", "Cinq années", "Durée de la préparation"),
    ("Un immeuble de 28 mètres de haut sera construit à Brest.", "28 mètres", "Hauteur de l’immeuble"),
    (
        "La ville de Dole compte 25 000 habitants et la ville de Melle 6 000.",
        "25 000",
        "Habitants de la ville de Dole",
    ),
    (
        "Le chiffre d’affaires est passé de 3 millions d’euros à 5 millions d’euros en 2012.",
        "De 3 millions d’euros à 5 millions d’euros",
        "Évolution du chiffre d’affaires en 2012",
    ),
    ("Quelque 300 navires sont concernés.", "Quelque 300", "Navires concernés"),
    (
        "L’exposition montre 21 toiles parmi les 74 œuvres présentées.",
        "21",
        "Toiles parmi les œuvres présentées",
    ),
    ("L’exposition est en tournée depuis deux ans.", "Deux ans", "Durée de la tournée en cours"),
    (
        "D’après un premier bilan, la région a versé 2 millions d’euros.",
        "2 millions d’euros",
        "Montant versé par la région, selon un premier bilan",
    ),
]


@pytest.mark.parametrize(("text", "value", "label"), FIRE)
def test_what_a_figure_stands_for(context: Callable[[str], Any], text: str, value: str, label: str) -> None:
    found = {m.value: m.labels[0].replace("'", "’") for m in measures(context(OPENING + text))}
    assert found.get(value) == label


SILENT = [
    ("Cette usine emploie 320 salariés.", "the subject points back"),
    ("Le festival n’a accueilli que 900 spectateurs cette année.", "a restriction, and a date that hangs on today"),
    ("Le maire n’a pas confirmé la vente de 200 logements.", "denied"),
    ("Le syndicat affirme que 70 % des postes seraient supprimés.", "conditional"),
    ("« Nous avons perdu 30 % de nos clients », a déclaré le patron.", "quoted"),
    ("Le mot compte deux syllabes.", "a small count"),
    ("Le meilleur joueur de moins de 21 ans a été élu.", "an age"),
    ("La carte est au tarif de 20 euros pour les foyers dont le quotient est bas.", "a relative restricts it"),
    ("Combien coûtent 300 logements ?", "a question"),
    ("La machine a une carte de 4 Go.", "whose?"),
    ("Le projet est financé par les dons de la fondation Roche (50 %).", "a share of what nothing names"),
    ("Le bateau était à 50 milles nautiques (93 km) du port.", "the same in another unit"),
    ("Le maire vise les entreprises de plus de 20 salariés.", "a threshold"),
    ("L’armée prépare le retrait de 2 000 des 3 500 soldats présents.", "a part of another figure"),
    ("Les syndicats craignent la suppression de 900 postes.", "feared"),
    ("La salle ne peut accueillir 300 personnes.", "denied"),
    ("Le cylindre est fait d’un alliage de 90 % de platine.", "a share of what is no amount"),
    ("Ces 40 salariés ont refusé l’offre.", "the determiner points back"),
    ("1 participant sur 4 a indiqué son âge.", "a ratio"),
    ("Les deux projets sont prêts.", "known to the reader"),
    ("L’association vit grâce au soutien de 4 salariés.", "what people give is no whole"),
    ("Les prix ont pris 44 % en 10 ans pour atteindre 4 000 euros.", "one figure through another"),
    ("Près de 80 recettes ont été publiées depuis par le club.", "since when?"),
    ("Le précédent record était de 38 °C.", "record of what?"),
    ("Un système de trois étoiles appelé Centaure.", "the participle tells of the group"),
    ("Le chantier coûte 3 millions d’euros, selon nos informations.", "whose informations?"),
    ("La mesure ne coûterait pas 300 millions d’euros.", "denied"),
    ("La salle peut accueillir 300 personnes si la mairie le veut.", "on a condition"),
    ("Les hôtels qui peuvent accueillir 300 personnes sont rares.", "a kind of hotels"),
    ("Les tours de plus de 50 mètres de haut sont interdites.", "a kind of towers"),
    ("Le suspect risque dix ans de détention.", "a time that nobody has spent"),
    ("Un trajet en 3 heures est prévu.", "the label would hold its own figure"),
    ("Cette tour mesure 40 mètres.", "which tower, and which side of it?"),
    ("Un total de 300 lettres envoyées a été atteint en mai.", "a total names nothing"),
]


@pytest.mark.parametrize(("text", "why"), SILENT)
def test_silent(context: Callable[[str], Any], text: str, why: str) -> None:
    assert measures(context(OPENING + text)) == (), why


def test_a_whole_and_its_parts(context: Callable[[str], Any]) -> None:
    text = "Le coût des travaux s’élève à 900 000 euros, dont 60 % de subvention de la région et 40 % d’emprunt."
    found = [(m.value, m.labels[0]) for m in measures(context(OPENING + text))]
    assert found == [
        ("900 000 euros", "Coût des travaux"),
        ("60 %", "Part de la subvention de la région dans le coût des travaux"),
        ("40 %", "Part de l’emprunt dans le coût des travaux"),
    ]


def test_sizes_and_shares_of_what_a_pronoun_takes_up(context: Callable[[str], Any]) -> None:
    text = (
        "L’ouvrage mesurera 86 mètres de long et 4 mètres de large. "
        "Il coûtera 3,2 millions d’euros, dont 1,4 million apporté par la région."
    )
    found = {m.value: m.labels[0] for m in measures(context(OPENING + text))}
    assert found == {
        "86 mètres": "Longueur prévue de l’ouvrage",
        "4 mètres": "Largeur prévue de l’ouvrage",
        "3,2 millions d’euros": "Coût prévu de l’ouvrage",
        "1,4 million d’euros": "Part apportée par la région",
    }


def brief_of(text: str, keyphrase: str = "stade") -> Brief:
    """A brief without concepts."""
    ctx = Context.of(understand(text))
    phrase = Keyphrase(keyphrase, keyphrase, (keyphrase,), 1.0, "noun")
    return Brief(ctx, phrase, (), (), (), Templates(environment(None), 0), DEFAULTS, 700)


ARTICLE = (
    "Le stade de Brévance sera rénové. La rénovation du stade coûte 12 millions d’euros. "
    "Le chantier du stade durera 18 mois. La région a financé 250 sièges à Brévance. "
    "Les tarifs du stade ont augmenté de 4 % en 2022."
)


def test_the_block() -> None:
    block = figures(brief_of(ARTICLE))
    assert block is not None
    assert block.kind == "table"
    rows = [piece for option in block.options for piece in option.pieces]
    assert all(len(piece.cells) == 2 and piece.origin == "restated" for piece in rows)
    assert ("Coût de la rénovation du stade", "12 millions d’euros") in {piece.cells for piece in rows}
    assert block.options[0].group >= 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Le stade sera rénové. La région a financé 250 sièges à Brévance.", "one figure"),
        (
            "Le stade sera rénové. Le coût du stade s’élève à 3 millions d’euros, dont 60 % de subvention, 30 % "
            "d’emprunt et 10 % de dons.",
            "one sentence says it all",
        ),
        ("Le joueur est mort samedi. Ses obsèques auront lieu mardi. " + ARTICLE, "mourning"),
        ("J’ai visité le stade. Je suis conquis, mon ami aussi. Je reviendrai. " + ARTICLE, "first person"),
    ],
)
def test_when_the_block_keeps_quiet(text: str, why: str) -> None:
    assert figures(brief_of(text)) is None, why


@pytest.mark.parametrize(
    ("title", "fires"), [("Un stade à 12 millions d’euros", True), ("Un stade à 90 millions", False)]
)
def test_the_figure_of_the_title_is_in_the_table_or_there_is_none(title: str, fires: bool) -> None:
    brief = brief_of(ARTICLE)
    source = replace(brief.ctx.analysis.source, title=title)
    ctx = Context.of(replace(brief.ctx.analysis, source=source))
    assert (figures(replace(brief, ctx=ctx)) is not None) is fires


def test_groups_that_make_enough_rows() -> None:
    assert enough([1, 1, 4], 3) == 3
    assert enough([3, 4], 3) == 1


@pytest.mark.parametrize(
    ("more", "expected", "why"),
    [
        ("La ville comptait 4 200 habitants en 1982. En 2009, on y dénombrait 5 100 habitants.", True, "a later count"),
        ("La ville comptait 4 200 habitants en 1982. En 1936, on y dénombrait 5 100 habitants.", False, "an earlier"),
        ("La ville comptait 4 200 habitants en 1982. En 2009, on y dénombrait 12 écoles.", False, "other things"),
    ],
)
def test_a_figure_of_the_past_gives_way(context: Callable[[str], Any], more: str, expected: bool, why: str) -> None:
    ctx = context(f"{OPENING}{more}")
    figure = next(f for s in ctx.sentences for f in ctx.figures(s.id) if f.number.startswith("4"))
    old = Measure("4 200", ("Nombre d’habitants en 1982",), figure.sentence, (figure.sentence,), figure, "count")
    assert stale(ctx, old, [old]) is expected, why


@pytest.mark.parametrize(
    ("told", "expected", "why"),
    [
        (("3 % | taxe", "4 % | taxe"), True, "40 % lacks"),
        (("3 % | taxe", "40 % | prélèvement", "4 % | taxe"), False, "all of them"),
        (("2 millions d’euros | coût",), False, "no share"),
    ],
)
def test_all_shares_of_a_list_or_none(
    context: Callable[[str], Any], told: tuple[str, ...], expected: bool, why: str
) -> None:
    ctx = context("Le plan crée une taxe de 3 % sur le sel, un prélèvement de 40 % et une taxe de 4 % sur le sucre.")
    group = [(Piece(text, "restated", (0,), "figures.row", 0.9),) for text in told]
    assert partial(ctx, 0, group) is expected, why
