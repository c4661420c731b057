"""An honest page, written for these tests, and the ways in which it is spoilt."""

from __future__ import annotations

import random
import re

KEYPHRASE = "four communal"
TITLE = "Four communal : Saint-Lubin rallume le sien après 60 ans"
DESCRIPTION = (
    "Le four communal de Saint-Lubin a recuit du pain samedi, soixante ans après sa dernière fournée. Les habitants "
    "l’ont restauré en deux hivers."
)
SLUG = "four-communal-saint-lubin"

SECTIONS = (
    (
        "Le four communal de Saint-Lubin cuit de nouveau",
        (
            "Samedi matin, le four communal de Saint-Lubin a recuit du pain pour la première fois depuis 1964. Une "
            "centaine d’habitants attendaient devant la porte. La mairie avait prévu cinquante miches, mais elle en a "
            "distribué quatre-vingts.",
            "L’histoire de ce bâtiment est simple. Chaque famille y apportait sa pâte une fois par semaine, puis le "
            "boulanger s’est installé sur la place. Le four a donc perdu son utilité, et sa voûte s’est fendue.",
        ),
    ),
    (
        "Deux hivers de travaux bénévoles",
        (
            "L’association Les Fournées a lancé le chantier en novembre 2022. Ses membres ont d’abord vidé la "
            "chambre de cuisson, où dormaient des outils rouillés. Ensuite, un maçon de la vallée leur a montré "
            "comment tailler les briques.",
            "Le travail n’avançait pas vite. La pluie arrêtait souvent l’équipe, car la chaux sèche mal par temps "
            "humide. Pourtant, personne n’a quitté le groupe. Nicole Ferrand, la présidente, tient un carnet où "
            "figurent les 1 300 heures données par les bénévoles.",
            "« Nous voulions un lieu où l’on se parle », explique-t-elle. « Le pain est une bonne raison de venir. »",
        ),
    ),
    (
        "Ce que coûte la remise en état du four communal",
        (
            "La facture atteint 18 400 euros. Le département en paie la moitié ; la commune et une collecte publique "
            "se partagent le reste. Les briques seules ont coûté 6 000 euros, parce qu’il fallait un modèle ancien.",
            "Le maire assure que le budget ne bougera plus. Il compte en revanche sur les stages pour couvrir le bois "
            "de chauffe. Un stage coûte vingt-cinq euros et dure une journée.",
        ),
    ),
    (
        "Une fournée par mois à partir de mai",
        (
            "Dès le mois de mai, les habitants pourront réserver une place dans le four communal. Il suffit de "
            "s’inscrire à la mairie trois jours avant. Chacun viendra avec sa pâte, et deux bénévoles surveilleront la "
            "cuisson.",
            "L’école du village a retenu la date de juin. Les élèves y feront des tourtes aux herbes, selon une "
            "recette que leur institutrice tient de sa grand-mère. Enfin, le comité des fêtes songe à une soirée de "
            "contes devant les braises, à l’automne.",
        ),
    ),
)


def page(
    sections: tuple[tuple[str, tuple[str, ...]], ...] = SECTIONS, h1: str = "Le four communal de Saint-Lubin rallumé"
) -> str:
    """The page as HTML."""
    parts = [f"<h1>{h1}</h1>"]
    for i, (heading, paragraphs) in enumerate(sections):
        if i:
            parts.append(f'<h2 id="s{i}">{heading}</h2>')
        parts += [f"<p>{text}</p>" for text in paragraphs]
    return "\n".join(parts)


def spoilt(change: object) -> str:
    """The page with each paragraph changed by a function of (text, rank)."""
    rank = 0
    sections = []
    for heading, paragraphs in SECTIONS:
        changed = []
        for text in paragraphs:
            changed.append(change(text, rank))  # type: ignore[operator]
            rank += 1
        sections.append((heading, tuple(changed)))
    return page(tuple(sections))


def shuffled() -> str:
    """Every sentence's words shuffled, its first word capitalised and its stop kept at the end."""
    draw = random.Random(7)

    def shuffle(text: str, _rank: int) -> str:
        out = []
        for sentence in re.split(r"(?<=[.?!»]) ", text):
            words = sentence.rstrip(".").split()
            draw.shuffle(words)
            out.append(" ".join(words).capitalize() + ".")
        return " ".join(out)

    return spoilt(shuffle)


def pasted() -> str:
    """The first third of the page, pasted three times over."""
    first = tuple(text for _, paragraphs in SECTIONS[:2] for text in paragraphs[:2])
    return page(SECTIONS + tuple((f"Le four communal, partie {n}", first) for n in ("une", "deux", "trois")))


def plastered() -> str:
    """« Ainsi donc » on every paragraph."""
    return spoilt(lambda text, _rank: f"Ainsi donc, {text[0].lower()}{text[1:]}")


def stuffed() -> str:
    """Twenty-six more hits of the keyphrase."""
    return spoilt(lambda text, rank: text + " Le four communal plaît." * (3 if rank % 4 else 2) if rank < 10 else text)
