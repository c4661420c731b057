"""The chapô: what opens the source, or what tells the news of its headline."""

from __future__ import annotations

import pytest

from seo_fr import rewrite
from seo_fr.composition.lead import lead_pieces, lead_sentences
from seo_fr.model import Analysis
from seo_fr.pipeline import understand
from seo_fr.reading import read
from seo_fr.rewriting.context import Context

NOTICE = (
    "Le Sémaphore est une salle de concert installée dans une ancienne halle du port de Lorville depuis trente ans. "
    "Le public y vient surtout pour la chanson et pour le jazz, en hiver comme en été, et les groupes de la région "
    "peuvent y répéter le lundi, le mardi et le jeudi."
)
NEWS = "Le Sémaphore ferme pour travaux le 3 mai, et ne reprendra ses concerts que deux ans plus tard."
LEANING = "Elle sera isolée du bruit de la rue."
REST = (
    "Les abonnés seront accueillis au théâtre municipal, dont la jauge est plus petite que celle de la halle du port."
)
MORE = "Une seconde halle servira d’atelier aux troupes de passage, qui manquent de place pour répéter dans la ville."
LAST = "La facture dépasse quatre millions d’euros, que la ville paiera pour moitié avec le département voisin."
TITLE = "Musique : le Sémaphore ferme pour travaux"


def lead(text: str, title: str) -> str:
    """The chapô of a text, as one string."""
    analysis = Analysis(read(text, title=title))
    return " ".join(analysis.source.sentences[sid].text for sid in lead_sentences(Context.of(analysis)))


@pytest.mark.parametrize(
    ("paragraphs", "title", "expected", "why"),
    [
        ((NOTICE, NEWS, REST, MORE, LAST), TITLE, NEWS, "the news comes after the notice"),
        ((NOTICE, f"{NEWS} {LEANING}", REST, MORE, LAST), TITLE, f"{NEWS} {LEANING}", "what leans on it goes with it"),
        ((NOTICE, NEWS, REST, MORE, LAST), "Le Sémaphore", NOTICE, "a name tells no news"),
        (
            (NOTICE, NEWS, REST, MORE, LAST),
            "Quand ferme le Sémaphore pour travaux ?",
            NOTICE,
            "a question tells no news",
        ),
        ((NEWS, NOTICE, REST, MORE, LAST), TITLE, NEWS, "the opening tells it already"),
        (
            (NOTICE, f"Elle ferme, {NEWS[0].lower()}{NEWS[1:]}", REST, MORE, LAST),
            TITLE,
            NOTICE[:60],
            "it leans on what precedes",
        ),
    ],
)
def test_the_lead_tells_the_news(paragraphs: tuple[str, ...], title: str, expected: str, why: str) -> None:
    assert lead("\n\n".join(paragraphs), title).startswith(expected), why


def test_the_lead_ends_with_its_paragraph() -> None:
    first, more = f"{LAST} {MORE}", f"Le musée rouvre samedi après deux ans de travaux. {NOTICE}"
    assert lead("\n\n".join([first, more, REST]), "") == first


def test_the_lead_takes_along_what_is_left_of_its_paragraph() -> None:
    short = "Les répétitions se tiennent le lundi."
    opening = f"{NEWS} {MORE} {LAST} {short}"
    assert lead("\n\n".join([opening, REST, NOTICE]), "") == opening
    long = f"{NOTICE} {REST}"
    assert not lead("\n\n".join([f"{NEWS} {MORE} {LAST} {long}", REST, NEWS]), "").endswith(REST)


def test_a_lead_is_not_cut_before_what_leans_on_it() -> None:
    first = "Le musée rouvre samedi après deux ans de travaux menés sans bruit au cœur de la vieille ville de Lorville."
    assert lead("\n\n".join([f"{first} Il est gratuit.", NOTICE, MORE, LAST]), "").startswith(
        f"{first} Il est gratuit."
    )


@pytest.mark.model
@pytest.mark.parametrize(
    ("moved", "why"),
    [
        ("Vingt minutes après l’envol, la navette Aube est placée sur son orbite, a dit le centre spatial de Lorville "
         "après un lancement réussi, et le lanceur est retombé dans la mer.", "« le lanceur » was told of before"),
        ("La navette Aube est placée sur son orbite par l’ASL après un lancement réussi, a dit le centre spatial de "
         "Lorville vers midi.", "letters spelt out before"),
    ],
)  # fmt: skip
def test_what_was_introduced_before_is_not_moved_to_the_head(moved: str, why: str) -> None:
    opening = (
        "Le lanceur de l’Agence spatiale de Lorville (ASL) a quitté sa base hier matin, avec deux jours de retard sur "
        "le calendrier que les ingénieurs avaient publié."
    )
    title = "Navette Aube : lancement réussi"
    source = understand("\n\n".join([opening, REST, moved, MORE, LAST]), title=title)
    assert lead_sentences(Context.of(source))[0] == 0, why


@pytest.mark.model
@pytest.mark.parametrize(
    ("opening", "first", "why"),
    [
        (
            "Le conseil de Lorville a fermé la salle du port pour deux longues années, mais la ville voisine recevra "
            "tous les concerts de la saison dans un vieux théâtre.",
            "Le conseil de Lorville a fermé la salle du port pour deux longues années.",
            "the news stands first",
        ),
        (
            "Le Sémaphore, bâti par les pêcheurs du port voisin il y a plus d’un siècle, ferme ses portes au public "
            "lundi pour deux longues années.",
            "Le Sémaphore, bâti",
            "an aside would come before it",
        ),
    ],
)  # fmt: skip
def test_the_lead_may_be_cut_where_the_news_stays_first(opening: str, first: str, why: str) -> None:
    ctx = Context.of(understand("\n\n".join([opening, NOTICE, REST, MORE, LAST])))
    pieces = lead_pieces(ctx, lead_sentences(ctx))
    assert pieces[0].text.startswith(first), why


@pytest.mark.model
@pytest.mark.parametrize(
    ("opening", "first", "why"),
    [
        ("Le conseil de Lorville a fermé ce matin la salle du port, pour deux longues années de travaux.",
         "Le conseil de Lorville a fermé le 5 juillet 2026", "the sentence gives the day"),
        ("Depuis l’incendie du 30 juin dernier, le conseil de Lorville ferme la salle du port, pour deux ans.",
         "5 juillet 2026 – Depuis l’incendie du 30 juin 2026", "another day than that of the news"),
    ],
)  # fmt: skip
def test_the_dateline_stays_unless_the_lead_gives_its_day(opening: str, first: str, why: str) -> None:
    ctx = Context.of(understand("\n\n".join([f"5 juillet 2026. – {opening}", REST, MORE, LAST])))
    assert lead_pieces(ctx, (0,))[0].text.replace("'", "’").startswith(first), why


@pytest.mark.model
def test_a_dateline_is_kept_where_there_is_no_lead() -> None:
    text = (
        "LORVILLE — Le bac repart lundi. La régie a changé les chaînes du ponton pendant trois semaines. Les passagers "
        "attendaient depuis mai."
    )
    told = "\n".join(p.text for section in rewrite(text).sections for p in section.pieces)
    assert told.startswith("LORVILLE – Le bac repart lundi.")
