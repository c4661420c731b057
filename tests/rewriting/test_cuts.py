"""Where a long sentence of the body is cut, what each half becomes, and where it must stay whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.rewriting.clefts import uncleft
from seo_fr.rewriting.dangling import settled
from seo_fr.rewriting.enumeration import enumeration, infinitives
from seo_fr.rewriting.shortening import shortened

COMPANY = "Le conseil municipal s’est réuni jeudi soir dans la salle des fêtes."

FIRING = (
    (
        "La préfecture a fermé la route du col après la chute de plusieurs rochers et invite les habitants à prendre "
        "la vallée.",
        (
            "La préfecture a fermé la route du col après la chute de plusieurs rochers.",
            "Elle invite les habitants à prendre la vallée.",
        ),
        "second verb, a noun of known gender",
    ),
    (
        "Elle apprend le métier de luthière dans l’atelier de son oncle à Mirecourt et ouvre sa propre boutique à "
        "Lyon dix ans plus tard.",
        (
            "Elle apprend le métier de luthière dans l’atelier de son oncle à Mirecourt.",
            "Elle ouvre sa propre boutique à Lyon dix ans plus tard.",
        ),
        "second verb, a pronoun repeated",
    ),
    (
        "La coopérative est prête à livrer les cantines de toute la vallée dès la rentrée, mais attend encore "
        "l’accord de la région.",
        (
            "La coopérative est prête à livrer les cantines de toute la vallée dès la rentrée.",
            "Mais elle attend encore l’accord de la région.",
        ),
        "« mais » before a second verb keeps its word",
    ),
    (
        "La mairie a revu son budget à la baisse pour la deuxième année de suite, mais a cependant promis de garder "
        "la piscine ouverte.",
        (
            "La mairie a revu son budget à la baisse pour la deuxième année de suite.",
            "Elle a cependant promis de garder la piscine ouverte.",
        ),
        "« cependant » says « mais » already",
    ),
    (
        "Le marché couvert rouvre ses portes au printemps après deux ans de travaux et la place voisine sera plantée "
        "de tilleuls.",
        (
            "Le marché couvert rouvre ses portes au printemps après deux ans de travaux.",
            "La place voisine sera plantée de tilleuls.",
        ),
        "« et » before a clause of its own",
    ),
    (
        "La nouvelle passerelle ne s’est pas faite en un jour — les premiers plans dorment dans les tiroirs de la "
        "mairie depuis trente ans.",
        (
            "La nouvelle passerelle ne s’est pas faite en un jour.",
            "Les premiers plans dorment dans les tiroirs de la mairie depuis trente ans.",
        ),
        "a dash between two whole clauses",
    ),
    (
        "Les travaux avancent vite cette année, parce que les deux équipes se relaient jour et nuit sur le chantier "
        "du tunnel depuis le mois de mars.",
        (
            "Les travaux avancent vite cette année.",
            "En effet, les deux équipes se relaient jour et nuit sur le chantier du tunnel depuis le mois de mars.",
        ),
        "a cause",
    ),
    (
        "La vieille digue laisse passer l’eau à chaque grande marée, donc la commune doit la surveiller nuit et jour "
        "pendant tout l’hiver.",
        (
            "La vieille digue laisse passer l’eau à chaque grande marée.",
            "Par conséquent, la commune doit la surveiller nuit et jour pendant tout l’hiver.",
        ),
        "a consequence",
    ),
    (
        "La course s’est terminée devant le vieux phare de Pormel, où des centaines de spectateurs attendaient les "
        "coureurs depuis midi sous la pluie.",
        (
            "La course s’est terminée devant le vieux phare de Pormel.",
            "Des centaines de spectateurs y attendaient les coureurs depuis midi sous la pluie.",
        ),
        "« où » becomes « y »",
    ),
    (
        "La maison du Loch est d’abord exploitée par une famille de bergers, puis rachetée en 1998 par une "
        "coopérative de jeunes maraîchers.",
        (
            "La maison du Loch est d’abord exploitée par une famille de bergers.",
            "Elle est ensuite rachetée en 1998 par une coopérative de jeunes maraîchers.",
        ),
        "« puis » and a participle",
    ),
    (
        "Après avoir longuement interrogé les témoins de la scène, le juge a entendu le conducteur du camion dans "
        "son bureau du palais.",
        (
            "Le juge a longuement interrogé les témoins de la scène.",
            "Il a ensuite entendu le conducteur du camion dans son bureau du palais.",
        ),
        "« après avoir » tells what comes first",
    ),
    (
        "Créé en 1912 par une poignée de mineurs, le club de lutte rassemble aujourd’hui plus de trois cents licenciés "
        "dans toute la vallée.",
        (
            "Le club de lutte a été créé en 1912 par une poignée de mineurs.",
            "Il rassemble aujourd’hui plus de trois cents licenciés dans toute la vallée.",
        ),
        "a participle that opens the sentence",
    ),
    (
        "Afin de protéger les nids de la falaise pendant le printemps, la mairie interdit l’accès au sentier jusqu’à "
        "la fin du mois de juin.",
        (
            "La mairie interdit l’accès au sentier jusqu’à la fin du mois de juin.",
            "Objectif : protéger les nids de la falaise pendant le printemps.",
        ),
        "an aim put first",
    ),
)

SILENT = (
    (
        "Il ne reste presque plus de vieilles cabanes de pêcheurs sur cette rive du lac aux eaux si calmes : la "
        "plupart ont été emportées par la grande crue qui a ravagé la vallée.",
        "a colon says how its two sides hang together",
    ),
    (
        "La gérante a reçu deux offres pour la grande salle, les a refusées toutes les deux en une matinée, et elle a "
        "finalement fermé le restaurant en avril.",
        "« et » closes a row of three",
    ),
    (
        "Les élus de la vallée, qui ont voté le projet en décembre, se réjouissent tous aujourd’hui de l’ouverture du "
        "chantier de la gare.",
        "an aside inside the subject would pass for the news",
    ),
    (
        "Faisant partie de l’ancien mur de la ville, le fort du nord se couvre de plusieurs dizaines de canons et de "
        "guérites en pierre.",
        "a participle that may give a cause",
    ),
    (
        "Le vieux moulin de la vallée est fermé depuis lundi : une crue a emporté la roue et deux des vannes de bois.",
        "a colon that explains, in a sentence of a fair length",
    ),
    (
        "Dès lors que le nom du locataire figure sur le bail, la caution est automatique et le propriétaire n’a rien "
        "d’autre à demander.",
        "a condition holds both halves",
    ),
    (
        "Selon la préfecture, la route du col a été fermée lundi après la chute de rochers et les habitants doivent "
        "prendre la vallée.",
        "the second half would lose its source",
    ),
    (
        "Le spectacle suit Paul Roux, un marin qui a survécu à deux naufrages, et raconte la vie des passagers à bord "
        "du paquebot.",
        "« il » might be the sailor",
    ),
    (
        "Le ministère des ports revient à Anne Roche et Paul Brun reçoit celui de la pêche, tous deux des élus de la "
        "côte atlantique.",
        "« tous deux » speaks of both halves",
    ),
    (
        "Le maire a inauguré la halle, la place et une fontaine décorée par les enfants de toutes les écoles de la "
        "vallée.",
        "« et » joins nouns",
    ),
    (
        "Cette limite s’explique par le fait que la halle, où le marché se tenait autrefois, reste fermée depuis la "
        "grande crue.",
        "« où » inside another clause",
    ),
    (
        "Le conseil a retenu trois mesures : les écoles ferment à midi, les bus roulent plus tard et la piscine reste "
        "ouverte le soir.",
        "the colon announces what it counts",
    ),
    (
        "Après avoir essayé plusieurs rangements dans le grenier, le manque de place m’a fait vendre la moitié de mes "
        "vieux livres.",
        "somebody else than the subject tried",
    ),
    (
        "On le sait, faute de pain frais, les grives du verger attirent les enfants du village et des fermes.",
        "an aside",
    ),
)


HELD = (
    (
        "Le vieux four — le dernier de la vallée — chauffe encore chaque samedi pour les familles du hameau et pour "
        "les passants.",
        "two dashes hold an aside",
    ),
    (
        "Le contexte du chantier était à la fois favorable et tendu, car une équipe neuve arrivait au moment où la "
        "crue menaçait la digue.",
        "« à la fois » waits for its second half",
    ),
    (
        "La digue bouge un peu chaque année, car le sol de la baie n’est pas ferme, et que la marée le creuse par "
        "en dessous.",
        "« car A, et que B » has two causes",
    ),
    (
        "Le plan de la mairie reproduit avec soin les lieux du vieux port dans lesquels les marins se retrouvaient "
        "après la pêche.",
        "« dans lesquels » tells which places",
    ),
    (
        "Les deux bourgs de la vallée sont restés et restent encore largement séparés par la rivière et par la voie "
        "ferrée.",
        "the first verb waits for what follows the second",
    ),
    (
        "Le lampiste utilise un levier qui est invisible depuis la rue mais sera remplacé par un bouton rouge avant "
        "la fin du mois.",
        "the second verb may be the relative’s",
    ),
    (
        "Nous serions heureux de lire vos avis sur la navette, et si vous prenez le bus du soir, nous aimerions "
        "connaître votre trajet.",
        "a comma after a condition parts no clauses",
    ),
)


@pytest.mark.parametrize(("text", "why"), HELD, ids=[row[1] for row in HELD])
def test_is_not_cut_where_it_is_held(context: Callable[[str], Any], text: str, why: str) -> None:
    rendering = shortened(context(f"{COMPANY} {text} La séance a duré deux heures."), 1)
    made = [part.piece.text for part in rendering.parts] if rendering is not None else []
    wrong = ("En effet", "Les marins s’y", "Ils restent", "Mais il sera", "Nous aimerions")
    assert not any(one.startswith(wrong) for one in made), why


@pytest.mark.parametrize(("text", "expected", "why"), FIRING, ids=[row[2] for row in FIRING])
def test_cuts(context: Callable[[str], Any], text: str, expected: tuple[str, ...], why: str) -> None:
    rendering = shortened(context(f"{COMPANY} {text} La séance a duré deux heures."), 1)
    assert rendering is not None, why
    assert tuple(part.piece.text for part in rendering.parts) == expected, why


@pytest.mark.parametrize(("text", "why"), SILENT, ids=[row[1] for row in SILENT])
def test_stays_whole(context: Callable[[str], Any], text: str, why: str) -> None:
    assert shortened(context(f"{COMPANY} {text} La séance a duré deux heures."), 1) is None, why


CLEFTS = (
    (
        "C’est cette chaleur qui fait fondre la neige du col.",
        "Cette chaleur fait fondre la neige du col.",
        "a demonstrative",
    ),
    (
        "De nos jours, c’est la compagnie Armor qui assure la liaison avec l’île.",
        "De nos jours, la compagnie Armor assure la liaison avec l’île.",
        "after a complement",
    ),
    (
        "C’est à la fin du siècle que les premiers baigneurs arrivent sur la plage.",
        "À la fin du siècle, les premiers baigneurs arrivent sur la plage.",
        "a time",
    ),
    ("C’est la raison qui explique le départ de tous les habitants.", None, "« ce » may take up what was said"),
    ("C’est un choix que la commune devra faire avant la fin du mois.", None, "no cleft but a judgement"),
    ("Lire le plan, c’est rendre service à une équipe qui débute au club.", None, "an infinitive is no subject"),
)


@pytest.mark.parametrize(("text", "expected", "why"), CLEFTS, ids=[row[2] for row in CLEFTS])
def test_clefts(context: Callable[[str], Any], text: str, expected: str | None, why: str) -> None:
    rendering = uncleft(context(f"{COMPANY} {text} La séance a duré deux heures."), 1)
    assert (rendering.parts[0].piece.text if rendering is not None else None) == expected, why


def test_list_of_infinitives(context: Callable[[str], Any]) -> None:
    text = (
        "Les bénévoles seront chargés d’accueillir les coureurs au départ, de tenir les ravitaillements du col et de "
        "ramasser les déchets du parcours."
    )
    rendering = infinitives(context(f"{COMPANY} {text} La séance a duré deux heures."), 1)
    assert rendering is not None
    assert [part.piece.text for part in rendering.parts] == [
        "Les bénévoles seront chargés :",
        "d’accueillir les coureurs au départ ;",
        "de tenir les ravitaillements du col ;",
        "de ramasser les déchets du parcours.",
    ]


def test_two_infinitives_are_no_list(context: Callable[[str], Any]) -> None:
    text = "Les bénévoles seront chargés d’accueillir les coureurs au départ et de ramasser les déchets du parcours."
    assert infinitives(context(f"{COMPANY} {text} La séance a duré deux heures."), 1) is None


def test_open_series(context: Callable[[str], Any]) -> None:
    text = "L’outil rassemble beaucoup de données : relevés des capteurs, cartes anciennes, photos prises du ciel, etc."
    rendering = enumeration(context(f"{COMPANY} {text} La séance a duré deux heures."), 1)
    assert rendering is not None
    assert [part.piece.text for part in rendering.parts][-1] == "photos prises du ciel, etc."


LISTLESS = (
    ("Le quai a deux autres atouts : la vue sur le large, les bancs et la fraîcheur du soir.", "two are announced"),
    (
        "La navette est utilisée par les équipes comme : Brun, Lachal ou Verdelis avec en conséquence un retard sur "
        "toute la ligne.",
        "the last drags along what is said of all",
    ),
)


@pytest.mark.parametrize(("text", "why"), LISTLESS, ids=[row[1] for row in LISTLESS])
def test_no_list(context: Callable[[str], Any], text: str, why: str) -> None:
    assert enumeration(context(f"{COMPANY} {text} La séance a duré deux heures."), 1) is None, why


DANGLING = (
    ("Le programme affiche alors une sortie semblable à la suivante :", "Le programme affiche alors une sortie.", ""),
    ("Nous trions ensuite les lignes du fichier :", "Nous trions ensuite les lignes du fichier.", ""),
)


@pytest.mark.parametrize(("text", "expected", "why"), DANGLING, ids=[row[0] for row in DANGLING])
def test_dangling_announcement(context: Callable[[str], Any], text: str, expected: str, why: str) -> None:
    ctx = context(f"{COMPANY}\n\n{text}\n\nCette étape dure une minute à peine.")
    sid = next(s.id for s in ctx.sentences if s.text == text)
    assert settled(ctx, sid, text) == expected, why


def test_announced_list_keeps_its_colon(context: Callable[[str], Any]) -> None:
    text = "La mairie demande trois papiers :"
    ctx = context(f"{COMPANY}\n\n{text}\n\n- une facture\n- une photo\n- un bail")
    sid = next(s.id for s in ctx.sentences if s.text == text)
    assert settled(ctx, sid, text) == text
