"""When a long sentence is cut and when it is left: causes, colons, rows, brackets, relatives, somebody’s own voice.

Beside them, what else moves words about: a cleft undone, a date put first, a passive told actively.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.rewriting.activation import active
from seo_fr.rewriting.base import Rendering
from seo_fr.rewriting.clefts import uncleft
from seo_fr.rewriting.reordering import to_front
from seo_fr.rewriting.shortening import shortened

COMPANY = "La commune de Rochebelle a tenu sa réunion publique mercredi soir."
CLOSING = "Le débat a pris fin vers minuit."
PERSONAL = "J’ai longtemps habité Rochebelle. Je marchais chaque matin jusqu’au port. Mon père m’attendait sur le quai."
PERSONAL_CLOSING = "Je n’ai rien oublié de ces matins."

Operation = Callable[[Any, int], Rendering | None]


def told(
    context: Callable[[str], Any], operation: Operation, text: str, before: str = COMPANY, after: str = CLOSING
) -> tuple[str, ...] | None:
    """What an operation makes of one sentence among others; None where it stays silent."""
    ctx = context(f"{before} {text} {after}")
    sid = next(s.id for s in ctx.sentences if s.text[:20] == text[:20])
    rendering = operation(ctx, sid)
    return tuple(part.piece.text for part in rendering.parts) if rendering is not None else None


CUT = (
    (
        "La mairie de Vaucelles a fermé le gymnase du quai jusqu’à la fin de la semaine prochaine, car les pompiers "
        "ont trouvé des fissures dans les deux murs qui portent la charpente du toit.",
        (
            "La mairie de Vaucelles a fermé le gymnase du quai jusqu’à la fin de la semaine prochaine.",
            "En effet, les pompiers ont trouvé des fissures dans les deux murs qui portent la charpente du toit.",
        ),
        "« car » in a sentence of more than thirty words",
    ),
    (
        "Le syndicat des eaux de la plaine a dû remplacer en urgence la pompe principale du forage de Montreuil au "
        "début de la semaine : la pièce tombée en panne alimentait à elle seule les trois réservoirs qui desservent "
        "les villages du plateau et les fermes des alentours.",
        (
            "Le syndicat des eaux de la plaine a dû remplacer en urgence la pompe principale du forage de Montreuil "
            "au début de la semaine.",
            "La pièce tombée en panne alimentait à elle seule les trois réservoirs qui desservent les villages du "
            "plateau et les fermes des alentours.",
        ),
        "a colon in a sentence of more than forty-five words",
    ),
    (
        "Le comité a fermé le stand de tir de Rochebelle après la visite des pompiers et la fédération a reporté le "
        "tournoi au printemps.",
        (
            "Le comité a fermé le stand de tir de Rochebelle après la visite des pompiers.",
            "La fédération a reporté le tournoi au printemps.",
        ),
        "« et » between two clauses, no row before it",
    ),
    (
        "Le gymnase fermera en juin pour six semaines de travaux, puis la piscine sera vidée et nettoyée avant le "
        "retour des scolaires en septembre.",
        (
            "Le gymnase fermera en juin pour six semaines de travaux.",
            "Puis la piscine sera vidée et nettoyée avant le retour des scolaires en septembre.",
        ),
        "« puis » between two clauses",
    ),
    (
        "La maire regrette le va-et-vient des camions dans la rue du Moulin depuis le printemps et les commerçants "
        "réclament une déviation par le port.",
        (
            "La maire regrette le va-et-vient des camions dans la rue du Moulin depuis le printemps.",
            "Les commerçants réclament une déviation par le port.",
        ),
        "« va-et-vient » is no verb, and holds no « et » to cut at",
    ),
    (
        "La troupe de Saint-Loup loue la salle des moulins (une ancienne filature du canal) au prix fort depuis "
        "l’hiver et les bénévoles cousent les costumes chez eux.",
        (
            "La troupe de Saint-Loup loue la salle des moulins (une ancienne filature du canal) au prix fort depuis "
            "l’hiver.",
            "Les bénévoles cousent les costumes chez eux.",
        ),
        "brackets stay whole in the first half",
    ),
    (
        "La région a confié le chantier du tunnel à une entreprise de la vallée, qui emploie une centaine d’ouvriers "
        "dans ses ateliers, et la surveillance des travaux à un bureau d’études, qui a déjà suivi la construction du "
        "viaduc de Malvoisin.",
        (
            "La région a confié le chantier du tunnel à une entreprise de la vallée, qui emploie une centaine "
            "d’ouvriers dans ses ateliers, et la surveillance des travaux à un bureau d’études.",
            "Celui-ci a déjà suivi la construction du viaduc de Malvoisin.",
        ),
        "one relative of two",
    ),
    (
        "La route du col traverse un hameau de la Combe, qui abrite encore une douzaine de familles de bergers toute "
        "l’année, avant de descendre vers un lac, qui attire les pêcheurs de la plaine dès le mois de mai.",
        (
            "La route du col traverse un hameau de la Combe, qui abrite encore une douzaine de familles de bergers "
            "toute l’année, avant de descendre vers un lac.",
            "Celui-ci attire les pêcheurs de la plaine dès le mois de mai.",
        ),
        "one relative of two, the last",
    ),
    (
        "Le comité a remis la médaille à la fermière, qui élève des chèvres sur les pentes du mont Rognon depuis trois "
        "générations.",
        (
            "Le comité a remis la médaille à la fermière.",
            "Celle-ci élève des chèvres sur les pentes du mont Rognon depuis trois générations.",
        ),
        "a relative of a noun that stands alone",
    ),
    (
        "Le samedi matin, le fleuriste du quai reste ouvert jusqu’à midi passé et la librairie déménage ses cartons "
        "dans la rue voisine.",
        (
            "Le samedi matin, le fleuriste du quai reste ouvert jusqu’à midi passé.",
            "La librairie déménage ses cartons dans la rue voisine.",
        ),
        "a time before a comma is no clause of a row",
    ),
    (
        "Le fleuriste du quai reste ouvert jusqu’à midi passé le samedi, et la librairie déménage ses cartons dans la "
        "rue voisine.",
        (
            "Le fleuriste du quai reste ouvert jusqu’à midi passé le samedi.",
            "La librairie déménage ses cartons dans la rue voisine.",
        ),
        "a comma before « et », and two clauses only",
    ),
)

WHOLE = (
    (
        "La mairie de Vaucelles a fermé le gymnase du quai jusqu’à dimanche soir, car les pompiers ont trouvé des "
        "fissures dans un mur.",
        "« car » in a sentence of a fair length",
    ),
    (
        "La mairie de Vaucelles ne ferme pas le gymnase du quai avant la fin de la semaine prochaine, car les "
        "pompiers ont trouvé des fissures dans les deux murs qui portent la charpente du toit.",
        "the cause of what is denied",
    ),
    (
        "Le syndicat des eaux de la plaine a dû remplacer la pompe du forage de Montreuil : la pièce tombée en panne "
        "alimentait à elle seule les trois réservoirs du plateau.",
        "a colon in a sentence of thirty words",
    ),
    (
        "Le syndicat des eaux de la plaine a dû remplacer en urgence la pompe principale du forage de Montreuil au "
        "début de la semaine : elle alimentait à elle seule les trois réservoirs qui desservent les villages du "
        "plateau, les deux zones artisanales et les fermes des alentours.",
        "a colon before « elle »",
    ),
    (
        "Le syndicat des eaux de la plaine a dû remplacer en urgence la pompe principale du forage de Montreuil au "
        "début de la semaine : on craignait depuis la fin du mois de mai une rupture des trois réservoirs qui "
        "desservent les villages du plateau et les fermes des alentours.",
        "a colon before « on »",
    ),
    (
        "Le syndicat des eaux de la plaine a dû remplacer en urgence plusieurs pompes du forage de Montreuil au "
        "début de la semaine : les pièces tombées en panne alimentaient à elles seules les réservoirs qui desservent "
        "les villages du plateau, les deux zones artisanales et les fermes des alentours.",
        "« plusieurs » announces what follows the colon",
    ),
    (
        "Si la pluie ne cesse pas, le syndicat des eaux de la plaine devra remplacer en urgence la pompe principale "
        "du forage de Montreuil au début de la semaine : la pièce tombée en panne alimentait à elle seule les trois "
        "réservoirs qui desservent les villages du plateau et les fermes des alentours.",
        "a condition holds both sides of the colon",
    ),
    (
        "Le gardien tient deux clés dans la main gauche, les perd au bord du canal, et la porte du phare reste close "
        "pendant trois jours.",
        "« et » closes a row whose second verb has a pronoun",
    ),
    (
        "La passeuse range deux rames sous le banc, les oublie au départ, et le courant emporte la barque vers "
        "l’écluse du vieux moulin.",
        "the same, at the open river",
    ),
    (
        "Le comité a rouvert le stand de tir, a repeint les cibles, et la fédération a confirmé le tournoi du "
        "printemps aux clubs de la plaine.",
        "« et » closes a row of verbs",
    ),
    (
        "Les pêcheurs de Kerazan regardent depuis la digue le va-et-vient des chaloupes et le ballet des mouettes "
        "au-dessus des casiers pleins.",
        "« va-et-vient » makes no clause of what follows",
    ),
    (
        "La nouvelle ligne de car relie la gare de Malvoisin au lycée (le trajet dure vingt minutes, et le billet "
        "coûte un euro) sans arrêt intermédiaire.",
        "two clauses inside brackets",
    ),
    (
        "La mairie a repeint la salle des moulins (le crépi tombait, et la pluie entrait par le toit) avec les "
        "élèves du lycée de Malvoisin.",
        "two more inside brackets",
    ),
    (
        "Le comité a remis la médaille à la ferme du plateau, qui élève des chèvres sur les pentes du mont Rognon "
        "depuis trois générations.",
        "the farm, or the plateau?",
    ),
    (
        "Le comité a remis la médaille au berger de la vallée, qui élève des chèvres sur les pentes du mont Rognon "
        "depuis trois générations.",
        "the shepherd, or the valley?",
    ),
    (
        "Le facteur passe désormais à midi, la factrice du bourg le remplace le samedi, et le bureau ouvre trois "
        "matins par semaine.",
        "three clauses, a comma before « et »",
    ),
    (
        "Le boulanger du quai ferme sa boutique au mois de mars, le fleuriste reste ouvert le samedi matin et la "
        "librairie déménage dans la rue voisine.",
        "three clauses, the first verb taken for an adjective",
    ),
    (
        "Le passeur quitte le quai à l’aube, la patronne du bac prépare le café et les premiers clients arrivent par "
        "le chemin de halage.",
        "three clauses, cut at no comma either",
    ),
)


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected", "why"), CUT, ids=[row[2] for row in CUT])
def test_cut(context: Callable[[str], Any], text: str, expected: tuple[str, ...], why: str) -> None:
    assert told(context, shortened, text) == expected, why


@pytest.mark.model
@pytest.mark.parametrize(("text", "why"), WHOLE, ids=[row[1] for row in WHOLE])
def test_left_whole(context: Callable[[str], Any], text: str, why: str) -> None:
    assert told(context, shortened, text) is None, why


BREATHS = (
    (
        "Le bac de Kerazan a repris ses traversées lundi sous les yeux des pêcheurs de l’île et la régie a promis un "
        "deuxième bateau pour l’été.",
        False,
        "twenty-six words are the author’s breath",
    ),
    (
        "La brasserie du pont a fermé en mars après trente ans de service sur le quai, et la mairie cherche encore "
        "un repreneur pour la grande salle où toute la ville dansait le samedi soir au temps des forges.",
        True,
        "thirty-nine are long in any voice",
    ),
)


@pytest.mark.model
@pytest.mark.parametrize(("text", "cut", "why"), BREATHS, ids=[row[2] for row in BREATHS])
def test_a_personal_text_is_cut_less(context: Callable[[str], Any], text: str, cut: bool, why: str) -> None:
    assert told(context, shortened, text) is not None, "the same words in the news"
    mine = told(context, shortened, text, PERSONAL, PERSONAL_CLOSING)
    assert (mine is not None) is cut, why


MOVED: tuple[tuple[Operation, str, str | None, str], ...] = (
    (
        uncleft,
        "Depuis l’automne, c’est cette pompe qui alimente le bassin des Tanneries.",
        "Depuis l’automne, cette pompe alimente le bassin des Tanneries.",
        "a time before the cleft",
    ),
    (
        uncleft,
        "Cette année, c’est la chorale de Malvoisin qui ouvrira le festival de printemps.",
        "Cette année, la chorale de Malvoisin ouvrira le festival de printemps.",
        "« cette année » is a time, not what is told",
    ),
    (
        uncleft,
        "À Rochebelle, c’est la régie des eaux qui entretient les fontaines du bourg.",
        "À Rochebelle, la régie des eaux entretient les fontaines du bourg.",
        "a place before the cleft",
    ),
    (
        uncleft,
        "La caution, c’est la somme qui garantit le propriétaire contre les loyers impayés.",
        None,
        "a dislocated noun is told what it is",
    ),
    (
        uncleft,
        "La consigne, c’est cette pièce d’un euro qui libère le chariot du magasin.",
        None,
        "so is this one, before a demonstrative",
    ),
    (
        uncleft,
        "Lucie Ferrand, c’est cette passeuse qui a sauvé trois enfants de la noyade.",
        None,
        "so is a person",
    ),
    (
        to_front,
        "La commission des sites a classé la chapelle de Rochebelle en mars 2031.",
        "En mars 2031, la commission des sites a classé la chapelle de Rochebelle.",
        "a date that ends the clause",
    ),
    (
        to_front,
        "La régie de Kerazan a acheté le moteur M-2031 en mars 2031.",
        "En mars 2031, la régie de Kerazan a acheté le moteur M-2031.",
        "a date after a name with a hyphen, and apart from it",
    ),
    (
        to_front,
        "Le préfet de Montferrand a signé l’arrêté nº 2023-118 du 14 décembre 2023.",
        None,
        "the date of a decree",
    ),
    (
        to_front,
        "La commission des sites a rendu l’avis nº 2031-204 du 9 mars 2031.",
        None,
        "the date of an opinion",
    ),
    (
        to_front,
        "Le conseil départemental a publié la délibération nº 2030-77 du 8 juin 2030.",
        None,
        "the date of a vote",
    ),
    (
        to_front,
        "La régie de Kerazan a signé le contrat 2031-204 du 9 mars 2031.",
        None,
        "the date of a contract, which the parser hangs on the verb",
    ),
    (
        uncleft,
        "Cette somme, c’est la régie de Kerazan qui la versera aux pêcheurs avant avril.",
        None,
        "a pronoun takes up what stands in front",
    ),
    (
        uncleft,
        "Cette fois, c’est la régie de Kerazan qui versera la somme aux pêcheurs avant avril.",
        "Cette fois, la régie de Kerazan versera la somme aux pêcheurs avant avril.",
        "a time in front, and no pronoun",
    ),
    (
        active,
        "La chapelle de Rochebelle a été repeinte par des élèves du lycée en 2030.",
        None,
        "a date inside the agent, which is the verb’s",
    ),
    (
        active,
        "La chapelle de Rochebelle a été repeinte par des élèves du lycée mardi.",
        None,
        "a day of the week inside the agent",
    ),
    (
        active,
        "La chapelle de Rochebelle a été repeinte par des élèves du lycée de Kerazan.",
        "Des élèves du lycée de Kerazan ont repeint la chapelle de Rochebelle.",
        "a place inside the agent",
    ),
    (
        active,
        "La digue de Kerazan a été consolidée par des plongeurs de la régie.",
        "Des plongeurs de la régie ont consolidé la digue de Kerazan.",
        "an agent of its own",
    ),
    (
        active,
        "La chapelle de Rochebelle a été classée par le décret nº 2031-204 du 9 mars 2031.",
        "Le décret nº 2031-204 du 9 mars 2031 a classé la chapelle de Rochebelle.",
        "a number with a hyphen goes whole with its agent",
    ),
    (
        active,
        "La digue de Kerazan a été renforcée par l’arrêté nº 2031-204 du 9 mars 2031.",
        None,
        "a number with a hyphen which the parser cuts",
    ),
    (
        active,
        "Le permis a été annulé par la décision nº 2023-118 du tribunal de Malvoisin.",
        None,
        "another, before a court",
    ),
)


@pytest.mark.model
@pytest.mark.parametrize(("operation", "text", "expected", "why"), MOVED, ids=[row[3] for row in MOVED])
def test_moved(context: Callable[[str], Any], operation: Operation, text: str, expected: str | None, why: str) -> None:
    assert told(context, operation, text) == (None if expected is None else (expected,)), why
