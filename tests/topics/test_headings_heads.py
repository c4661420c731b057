"""H1, meta title, meta description, slug."""

from __future__ import annotations

import pytest

from seo_fr.french import capitalize_first
from seo_fr.model import Keyphrase
from seo_fr.pipeline import understand
from seo_fr.reading import read
from seo_fr.topics.description_cuts import headless, listing, sound
from seo_fr.topics.description_forms import DESCRIPTION, clipped, main_clause, shortened
from seo_fr.topics.descriptions import description, needy
from seo_fr.topics.heading_families.base import Headline, Stage
from seo_fr.topics.heads import (
    META_WIDTH,
    article_heads,
    completed,
    fitted,
    meta_title,
    pixels,
    slug,
    source_title,
    without_aside,
)
from seo_fr.topics.matching import stems


def phrase(text: str) -> Keyphrase:
    """A keyphrase by hand."""
    return Keyphrase(text, text.lower(), stems(text), 1.0, "given")


@pytest.mark.parametrize(
    ("given", "title", "why"),
    [
        ("Bretagne : Ouverture d'un nouveau sentier côtier.", "Bretagne : ouverture d'un nouveau sentier côtier",
         "small letter after the label, no final stop"),
        ("Cyclisme : Marion Rolland quitte son équipe", "Marion Rolland quitte son équipe", "a section goes"),
        ("Bretagne : Marion Rolland quitte son équipe", "Bretagne : Marion Rolland quitte son équipe", "a name"),
        ("Météo du 19 août 2012 : une trentaine de cantons du littoral en vigilance orange",
         "Météo du 19 août 2012 : une trentaine de cantons du littoral en vigilance orange", "a date stays"),
        ("Cyclisme : le bilan", "Cyclisme : le bilan", "too little without it"),
        ("Le Port Et La Ville", "Le port et la ville", "no capitals on every word"),
        ("Pourquoi la digue cède-t-elle ?", "Pourquoi la digue cède-t-elle ?", "the question mark stays"),
        ("Transports : la région prolonge d'un an la gratuité des cars scolaires pour tous les lycéens des îles",
         "La région prolonge d'un an la gratuité des cars scolaires pour tous les lycéens des îles",
         "the label goes, for whom it is stays"),
        ("Transports : la région prolonge d'un an la gratuité des cars scolaires lors d'une séance à huis clos",
         "La région prolonge d'un an la gratuité des cars scolaires", "a loose circumstance goes"),
        ("Voile : la direction du Cercle de Port-Haut dresse le bilan de la saison d'hiver de son équipage en coupe",
         "La direction du Cercle de Port-Haut dresse le bilan de la saison d'hiver de son équipage en coupe",
         "what completes the fact stays"),
        ("« La mer monte » : un village face aux marées", "« La mer monte » : un village face aux marées",
         "quotation marks in pairs"),
    ],
)  # fmt: skip
def test_the_source_s_title_is_cleaned(given: str, title: str, why: str) -> None:
    assert source_title(given) == title, why


@pytest.mark.parametrize(
    ("title", "focus", "meta", "why"),
    [
        ("La ville a une piste cyclable", "piste cyclable", "La ville a une piste cyclable", "already there"),
        (
            "La ville ouvre un nouvel axe",
            "piste cyclable",
            "Piste cyclable : la ville ouvre un nouvel axe",
            "put first",
        ),
        ("La piste rouvre en mai", "piste cyclable", "La piste rouvre en mai", "would stammer"),
        ("C'est parti !", "fête du port", "Fête du port : c'est parti !", "small letter after the colon"),
        ("Navalis vend ses grues", "Navalis Océan", "Navalis Océan vend ses grues", "the keyphrase is its full name"),
        (
            "Le phare de Port-Haut, fermé depuis la grande tempête de mars, rouvre au public",
            "phare de Port-Haut",
            "Le phare de Port-Haut rouvre au public",
            "an aside goes first",
        ),
        (
            "Le programme Littoral signe un accord de trois ans avec l’association Brume",
            "programme Littoral",
            "Le programme Littoral signe un accord de trois ans avec Brume",
            "a name does without its common noun",
        ),
        (
            "Le titre de Navalis plonge en bourse après sa défaite totale face à Brume",
            "titre de Navalis",
            "Le titre de Navalis plonge en bourse",
            "never « après sa défaite » without against whom",
        ),
    ],
)
def test_the_meta_title_leads_with_the_keyphrase_where_natural(title: str, focus: str, meta: str, why: str) -> None:
    assert meta_title(title, phrase(focus)) == meta, why


LONG = (  # title, keyphrase, title for search results, why
    ("Tunisie : une envoyée de Radio Brume victime d'un violent accrochage au port", "accrochage au port",
     "Une envoyée de Radio Brume victime d'un violent accrochage", "never « victime » alone"),
    ("France : la hausse du gaz touche les plus modestes ainsi que les plus aisés", "hausse du gaz",
     "La hausse du gaz touche les plus modestes et les plus aisés", "both of them, in fewer letters"),
)  # fmt: skip


@pytest.mark.parametrize(("title", "focus", "meta", "why"), LONG, ids=[row[3] for row in LONG])
def test_a_long_title_is_cut_where_it_still_says_something(title: str, focus: str, meta: str, why: str) -> None:
    assert meta_title(title, phrase(focus)) == meta, why


def test_a_title_is_not_cut_inside_a_number_or_before_what_it_counts() -> None:
    title = "Impôts locaux : la commune du littoral prévoit cette année une hausse de 7,2 millions d'euros par an"
    assert not fitted(title).endswith(("7", "7,2", "millions"))


def test_the_meta_title_may_be_a_fact_that_opens_on_the_keyphrase() -> None:
    title, focus = "Le feu dans la nuit", phrase("phare de Port-Haut")
    facts = ("des pompiers arrivent par la mer", "le phare de Port-Haut brûle toute la nuit")
    assert meta_title(title, focus, facts) == "Phare de Port-Haut : le feu dans la nuit"
    assert meta_title("C’est la nuit du port", phrase("port"), ("le port brûle",)) == "C’est la nuit du port"
    told = "le phare de Port-Haut brûle toute la nuit sous la pluie"
    assert meta_title("Nuit de feu au phare", focus, (told,)) == capitalize_first(told)


KEPT = (  # H1, keyphrase, headline of the source, title for search results, why
    ("Incendie au phare de Port-Haut", "phare de Port-Haut", "", "Incendie au phare de Port-Haut", "it fits"),
    ("Chili : le nouveau parlement élu", "nouveau parlement", "", "Chili : le nouveau parlement élu", "its country"),
    ("Chili : un alphabet pour les plages du littoral", "code SolADD", "",
     "Code SolADD : un alphabet pour les plages du littoral", "a made-up name for a country"),
    ("Chili : un « alphabet » des galets pour les marcheurs d’été", "code SolADD", "",
     "Code SolADD : « alphabet » des galets pour les marcheurs d’été", "without its article"),
    ("Cyclisme : Marion Rolland quitte son équipe pour un club de Port-Haut", "Marion Rolland", "",
     "Marion Rolland quitte son équipe pour un club de Port-Haut", "a theme may go"),
    ("L'action de Navalis en hausse après sa victoire sur Brume au tribunal", "action de Navalis", "",
     "Action Navalis en hausse après sa victoire sur Brume au tribunal", "the cause stays, smaller words go"),
    ("Élections législatives écossaises de 2011 : la gauche perd la majorité", "gauche écossaise", "",
     "Législatives écossaises de 2011 : la gauche perd la majorité", "« législatives » are elections"),
    ("La sécheresse touche les petits maraîchers ainsi que les gros éleveurs", "sécheresse", "",
     "La sécheresse touche les petits maraîchers et les gros éleveurs", "never the first half of two"),
    ("La garde côtière cède la surveillance du port à la police maritime norvégienne", "garde côtière",
     "Islande : la garde côtière cède la surveillance du port à la police maritime norvégienne",
     "Islande : la garde côtière cède la surveillance du port", "the place of the source comes back"),
)  # fmt: skip


@pytest.mark.parametrize(("title", "focus", "own", "meta", "why"), KEPT, ids=[why for *_, why in KEPT])
def test_the_meta_title_keeps_names_and_causes(title: str, focus: str, own: str, meta: str, why: str) -> None:
    assert meta_title(title, phrase(focus), own=own) == meta, why


COMPLETED = (  # title, opening, completed, why
    ("Île-aux-Oies", "Île-aux-Oies (dite l'Île) est une île bretonne située au large.",
     "Île-aux-Oies : île bretonne située au large", "a definition after an aside"),
    ("Jean Roy", "Jean Roy, de son vrai nom Jean Le Roy (1900-1980), est un peintre breton né à Brest.",
     "Jean Roy : peintre breton", "up to the birth"),
    ("Jean Roy", "Jean Roy est un as.", "Jean Roy", "too little is said"),
    ("Jean Roy", "Jean Roy est connu de tous.", "Jean Roy", "no definition"),
    ("Jean Roy", "Jean Royer est un peintre breton.", "Jean Roy", "another name"),
    ("Jean Roy : un peintre", "Jean Roy : un peintre est un artiste breton.", "Jean Roy : un peintre", "a colon"),
    ("Jean Roy, peintre breton de la mer", "Jean Roy est un artiste breton.", "Jean Roy, peintre breton de la mer",
     "long enough"),
)  # fmt: skip


@pytest.mark.parametrize(("title", "opening", "made", "why"), COMPLETED, ids=[why for *_, why in COMPLETED])
def test_a_bare_name_is_completed_by_what_it_is(title: str, opening: str, made: str, why: str) -> None:
    assert completed(title, [opening]) == made, why


def test_a_bare_name_is_completed_by_a_fact() -> None:
    told = "Les marées vives sont causées par la Lune et le Soleil bien alignés"
    assert completed("Les marées vives", [], [told]) == told.replace(" sont", ",")
    assert completed("Les marées vives", [], ["La Lune cause les marées vives"]) == "Les marées vives"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Le phare, fermé depuis mars, rouvre", "Le phare rouvre"),
        ("Le maire, la préfète et le port", "Le maire, la préfète et le port"),
        ("« Partons, dit-elle, au large »", "« Partons, dit-elle, au large »"),
    ],
)
def test_an_aside_is_what_stands_between_two_commas(title: str, expected: str) -> None:
    assert without_aside(title) == expected


@pytest.mark.parametrize(
    "title",
    [
        "La communauté de communes du littoral renouvelle la convention de gestion des eaux avec le syndicat",
        "M" * 80,
        "« La mer monte, et personne ne nous écoute dans ce village » : paroles de riverains des marais salants",
        "Anticonstitutionnellement " * 8,
    ],
)
def test_the_meta_title_fits_its_width_and_ends_well(title: str) -> None:
    made = meta_title(title, phrase("mer"))
    assert pixels(made) <= META_WIDTH or " " not in made
    assert made.count("«") == made.count("»")
    assert not made.endswith((" de", " la", " avec", ",", ":"))
    assert fitted(made) == made or len(made.split()) == 1


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("La ville plante deux mille jeunes arbres le long du canal cette année, dont la moitié sont des saules.",
         "La ville plante deux mille jeunes arbres le long du canal cette année."),
        ("Le port rouvre lundi au petit matin après trois semaines de travaux ; les bacs suivront mardi.",
         "Le port rouvre lundi au petit matin après trois semaines de travaux."),
    ],
)  # fmt: skip
def test_a_sentence_may_lose_its_tail(sentence: str, head: str) -> None:
    assert shortened(sentence) == [sentence, head]


ALONE = (  # sentence, a form of it, whether it is among its shorter forms, why
    ("Anne Roy, dite la Rousse (1840-1912) est une peintre bretonne.", "Anne Roy est une peintre bretonne.", True,
     "no comma left open where a bracket goes"),
    ("Le maire du bourg, Anne Roy a signé le bail du port.", "Anne Roy a signé le bail du port.", True,
     "nor where a role goes"),
    ("Le maire du bourg, la préfète et Anne Roy ont signé.", "La préfète et Anne Roy ont signé.", False, "three"),
    ("Pour Anne Roy, le port ne rouvrira pas cet été.", "Le port ne rouvrira pas cet été.", False, "who says it stays"),
    ("Pour rouvrir le port, la ville paie un million.", "La ville paie un million.", True, "an aim may go"),
    ("À la suite du vote, la ville paie un million.", "La ville paie un million.", True, "so may what came before"),
    ("Selon la préfète, la ville paie un million.", "La ville paie un million.", False, "not whom it is after"),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "form", "among", "why"), ALONE, ids=[why for *_, why in ALONE])
def test_a_shorter_form_says_nothing_else(sentence: str, form: str, among: bool, why: str) -> None:
    assert (form in shortened(sentence)) is among, why


NEEDY = (
    ("Le jour même, vingt agents accueillent les visiteurs.", True, "of which day?"),
    ("Internet l’a remplacé dans toute la région.", True, "what did it replace?"),
    ("Pour le moment, un seul bac traverse.", True, "a moment that passes"),
    ("Le 3 mai, vingt agents accueillent les visiteurs.", False, "a day of its own"),
)


@pytest.mark.parametrize(("sentence", "expected", "why"), NEEDY, ids=[why for *_, why in NEEDY])
def test_what_a_description_cannot_open_on(sentence: str, expected: bool, why: str) -> None:
    assert needy(sentence) is expected, why


@pytest.mark.model
def test_a_description_names_the_place_of_the_headline() -> None:
    analysis = understand(
        "Le phare restauré rouvre ses portes au public après neuf longs mois de travaux "
        "que la région et l'État ont payés. "
        "Une exposition y raconte la vie des gardiens. Le port espère dix mille visiteurs avant la fin de l'année.",
        title="Islande : le phare restauré rouvre",
    )
    text = description(Stage.of(analysis), phrase("phare restauré"), (), title="Islande : le phare restauré rouvre")
    assert text.startswith("Islande : le phare restauré rouvre ses portes")
    themed = description(Stage.of(analysis), phrase("phare restauré"), (), title="Tourisme : le phare restauré rouvre")
    assert themed.startswith("Le phare restauré rouvre ses portes")


def test_a_sentence_is_not_cut_inside_a_quotation() -> None:
    sentence = "Le maire dit : « La digue tiendra tout l'hiver et toutes les tempêtes, dont celle qui vient »."
    assert shortened(sentence) == [sentence]


LONG = (
    "La commune de Port-Haut restaure son phare, qui guide les bateaux de pêche depuis un siècle et demi, avant l'été."
)
TEXT = f"""{LONG}

Les travaux du phare de Port-Haut coûtent deux millions d'euros. Ils dureront neuf mois. L'État et la région paient la \
moitié de la somme.

Le phare se visite le dimanche. Une exposition raconte la vie des gardiens."""


@pytest.mark.model
def test_the_description_is_of_the_source_and_of_the_right_length() -> None:
    analysis = understand(TEXT)
    text = description(Stage.of(analysis), phrase("phare de Port-Haut"), ())
    assert DESCRIPTION[0] <= len(text) <= DESCRIPTION[1]
    assert text.startswith("La commune de Port-Haut restaure son phare")
    assert set(stems(text)) <= set(stems(TEXT))


@pytest.mark.model
def test_a_description_tells_the_news_rather_than_the_keyphrase_before_a_colon() -> None:
    text = description(Stage.of(understand(TEXT)), phrase("tourisme littoral"), ())
    assert text.startswith("La commune de Port-Haut restaure son phare")
    assert DESCRIPTION[0] <= len(text) <= DESCRIPTION[1]


SENTENCE = (
    "Le conseil régional lance en mai un vaste chantier de rénovation des lycées de la plaine, dont les toitures, les "
    "fenêtres et les chaudières datent pour la plupart des années soixante"
)


@pytest.mark.parametrize(
    ("forms", "verbs", "expected", "why"),
    [
        (
            (f"{SENTENCE}.",),
            ("lance", "datent"),
            f"{SENTENCE[: SENTENCE.index(' et les chaudières')]}…",
            "a sentence too long",
        ),
        (
            (
                f"{SENTENCE}.",
                "Le conseil régional lance en mai un vaste chantier de rénovation des lycées de la plaine.",
            ),
            (),
            "",
            "a whole sentence is better",
        ),
        (("Le conseil lance un chantier.",), (), "", "nothing to cut"),
        (
            (f"Le maire {'et le conseil ' * 8}ont décidé de rouvrir de bonne heure le vieux marché couvert.",),
            ("ont", "décidé", "rouvrir"),
            "",
            "no verb without its object",
        ),
    ],
)
def test_a_sentence_too_long_is_cut_before_a_complement(
    forms: tuple[str, ...], verbs: tuple[str, ...], expected: str, why: str
) -> None:
    assert clipped(forms, verbs) == expected, why


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        ("Cette planète Olga tourne en trois jours.", "La planète Olga tourne en trois jours.", "the name says which"),
        ("Cet acteur Jean Roy joue demain à Metz.", "L’acteur Jean Roy joue demain à Metz.", "elided"),
        ("Cette planète tourne en trois jours.", "Cette planète tourne en trois jours.", "no name"),
        ("Le festival ouvre à Metz aujourd'hui.", "Le festival ouvre à Metz.", "a day that passes ends it"),
        ("Le festival ouvre hier, le 9 juin, à Metz.", "Le festival ouvre le 9 juin, à Metz.", "the date stays"),
    ],
)
def test_what_a_description_leaves_out(sentence: str, expected: str, why: str) -> None:
    assert shortened(sentence)[-1] == expected, why


@pytest.mark.model
def test_a_contrast_before_the_main_clause_may_go() -> None:
    source = understand("Alors que la région a promis son aide au port, la ville a fermé le vieux phare du cap.")
    assert main_clause(Stage.of(source), 0) == "La ville a fermé le vieux phare du cap."
    kept = understand("Si la région tient sa promesse, la ville rouvrira le vieux phare du cap.")
    assert main_clause(Stage.of(kept), 0) == ""


@pytest.mark.model
def test_a_description_may_use_facts_told_shorter() -> None:
    facts = (Headline("La commune de Port-Haut restaure son phare avant l'été", (0,), "clause"),)
    text = description(Stage.of(understand(TEXT)), phrase("phare"), (), facts)
    assert DESCRIPTION[0] <= len(text) <= DESCRIPTION[1]


@pytest.mark.model
def test_an_overlong_source_gives_an_honest_ellipsis() -> None:
    analysis = understand(
        "Le phare " + "et le port " * 40 + "sont fermés. " + "La digue " + "et la jetée " * 40 + "aussi."
    )
    text = description(Stage.of(analysis), phrase("phare"), ())
    assert text.endswith("…")
    assert len(text) <= DESCRIPTION[1]


@pytest.mark.model
def test_a_description_never_opens_on_a_pronoun() -> None:
    analysis = understand("Le phare " + "et le port " * 40 + "sont fermés. " + "Il rouvrira au public dans la nuit.")
    assert description(Stage.of(analysis), phrase("phare"), ()).startswith("Le phare et le port")


@pytest.mark.parametrize(("text", "whole"), [("Le port ferme car bon.", False), ("Le port est bon.", True)])
def test_a_description_ends_on_something(text: str, whole: bool) -> None:
    assert sound(text) is whole


@pytest.mark.model
def test_a_list_makes_no_description() -> None:
    assert (
        description(Stage.of(understand("• pommes rouges\n• poires vertes\n• prunes jaunes")), phrase("pommes"), ())
        == ""
    )


@pytest.mark.parametrize(
    ("title", "focus", "expected"),
    [
        ("La ville ouvre une piste cyclable", "piste cyclable", "ville-ouvre-piste-cyclable"),
        ("La ville ouvre un nouvel axe", "piste cyclable", "piste-cyclable-ville-ouvre-nouvel-axe"),
        ("", "piste cyclable", "piste-cyclable"),
        ("Une nouvelle piste pour le bourg", "piste cyclable", "nouvelle-piste-cyclable-bourg"),
        ("Tennis : la finale est jouée", "tournoi de Metz", "tournoi-metz-finale-jouee"),
        ("Tennis : la finale est jouée", "finale", "finale-jouee"),
        ("France : le solaire gagne", "solaire en France", "france-solaire-gagne"),
        ("Mali : la finale est jouée", "tournoi de Metz", "tournoi-metz-mali-finale-jouee"),
        ("Mon vélo est cassé, que dois-je faire ?", "vélo cassé", "velo-casse"),
        ("Le plus beau voyage que j’ai jamais fait", "beau voyage", "plus-beau-voyage"),
        (
            "Élection du conseil des anciens de la grande île de Port-Haut en 2012 : Anne Roy gagne",
            "stratégie Roy",
            "election-conseil-anciens-grande-ile-port-haut-2012-anne-roy-gagne",
        ),
    ],
)
def test_the_slug_holds_the_keyphrase(title: str, focus: str, expected: str) -> None:
    assert slug(title, phrase(focus)) == expected


@pytest.mark.model
def test_heads_of_a_source_with_a_title_keep_it() -> None:
    analysis = understand(TEXT, title="Port-Haut : Restauration du phare")
    heads = article_heads(analysis, phrase("phare"))
    assert (heads.title, heads.operation, heads.sources) == ("Port-Haut : restauration du phare", "source", ())


@pytest.mark.model
def test_heads_of_a_source_without_title_are_drawn_from_its_opening() -> None:
    analysis = understand(TEXT)
    heads = article_heads(analysis, phrase("phare de Port-Haut"))
    assert heads.operation != "source"
    assert heads.sources
    assert 10 <= len(heads.title) <= 70
    assert pixels(heads.meta_title) <= META_WIDTH


def test_a_source_without_prose_still_has_a_title() -> None:
    from seo_fr.model import Analysis

    heads = article_heads(Analysis(read("• pommes\n• poires")), phrase("pommes"))
    assert heads.title == "Pommes"
    assert heads.slug == "pommes"


CUT = (  # sentence, what is kept of it, clause without its verb, enumeration cut, why
    ("Le rapport conclut que le naufrage survenu devant le port de Kerlan a été causé par une vague.",
     "Le rapport conclut que le naufrage survenu devant le port…", True, False, "« que le naufrage » without its verb"),
    ("Le naufrage a été causé par une vague devant le port de Kerlan.", "Le naufrage a été causé par une vague.",
     False, False, "a circumstance goes"),
    ("Le logiciel est prévu pour les téléphones pliants, de poche et les tablettes.",
     "Le logiciel est prévu pour les téléphones pliants.", False, True, "one of three"),
    ("La ville plante des saules, des aulnes et des frênes.", "La ville plante des saules.", False, True, "trees"),
    ("La ville plante des saules, après deux ans de travaux et une enquête.", "La ville plante des saules.",
     False, False, "« après » opens a circumstance"),
)  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "kept", "lost", "cut", "why"), CUT, ids=[row[4] for row in CUT])
def test_what_a_cut_may_not_leave(sentence: str, kept: str, lost: bool, cut: bool, why: str) -> None:
    stage = Stage.of(understand(sentence))
    assert (headless(stage, 0, kept), listing(stage, 0, kept)) == (lost, cut), why
