"""Each operation on sentences: what it makes where it fires, and where it must stay silent.

The first sentence of each text only gives the parser and the analysis some company; the operation is asked of the
sentence that the row gives.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.rewriting.activation import active
from seo_fr.rewriting.attribution import to_selon
from seo_fr.rewriting.base import Rendering
from seo_fr.rewriting.clauses import clauses, dependents
from seo_fr.rewriting.enumeration import enumeration, objects
from seo_fr.rewriting.keypoint import keypoint, keypoints
from seo_fr.rewriting.quoting import set_off
from seo_fr.rewriting.reordering import to_front
from seo_fr.rewriting.splitting import split

COMPANY = "Le conseil municipal s’est réuni jeudi soir dans la salle des fêtes."

FIRING: tuple[tuple[Callable[..., Rendering | None], str, tuple[str, ...], str], ...] = (
    (
        enumeration,
        "Le plan prévoit trois mesures : une taxe sur les bureaux vides, un prêt aux commerçants et un gel des loyers.",
        (
            "Le plan prévoit trois mesures :",
            "une taxe sur les bureaux vides ;",
            "un prêt aux commerçants ;",
            "un gel des loyers.",
        ),
        "members of one syntax after a colon",
    ),
    (
        split,
        "La mairie a fermé la piscine pour tout l’hiver afin de réparer la toiture ; les nageurs du club iront "
        "s’entraîner dans la commune voisine.",
        (
            "La mairie a fermé la piscine pour tout l’hiver afin de réparer la toiture.",
            "Les nageurs du club iront s’entraîner dans la commune voisine.",
        ),
        "two clauses at a semicolon",
    ),
    (
        split,
        "Le camion roulait trop vite sur la route mouillée du port et a heurté la glissière de sécurité avant de se "
        "coucher dans le fossé.",
        (
            "Le camion roulait trop vite sur la route mouillée du port.",
            "Il a heurté la glissière de sécurité avant de se coucher dans le fossé.",
        ),
        "a second verb of the same subject",
    ),
    (
        set_off,
        "« Nous attendons cette passerelle depuis vingt ans et les élèves font un long détour chaque matin », "
        "a rappelé la maire aux journalistes.",
        (
            "La maire a rappelé aux journalistes :",
            "« Nous attendons cette passerelle depuis vingt ans et les élèves font un long détour chaque matin. »",
        ),
        "a whole quotation before its speaker",
    ),
    (
        to_selon,
        "La direction indique que le four redémarre en octobre avec une équipe réduite.",
        ("Selon la direction, le four redémarre en octobre avec une équipe réduite.",),
        "a reporting verb in the present",
    ),
    (
        split,
        "La maire a longuement reçu Paul Roux, le directeur de l’usine, qui a promis au conseil que le four ne "
        "fermerait pas.",
        (
            "La maire a longuement reçu Paul Roux, le directeur de l’usine.",
            "Ce dernier a promis au conseil que le four ne fermerait pas.",
        ),
        "« qui » after a person of known gender, what is promised staying whole",
    ),
    (
        active,
        "Le vieux moulin a été restauré par des bénévoles du village en 2019.",
        ("Des bénévoles du village ont restauré le vieux moulin en 2019.",),
        "a passive with its agent",
    ),
    (
        to_front,
        "Des élèves du lycée de Vernay ont nettoyé la plage en mai 2019.",
        ("En mai 2019, des élèves du lycée de Vernay ont nettoyé la plage.",),
        "a date of the whole clause may open it",
    ),
    (
        objects,
        "Le plan prévoit une taxe sur les bureaux vides, un prêt aux petits commerçants et un gel des loyers du "
        "centre.",
        (
            "Le plan prévoit :",
            "une taxe sur les bureaux vides ;",
            "un prêt aux petits commerçants ;",
            "un gel des loyers du centre.",
        ),
        "three long objects that end the sentence",
    ),
)

SILENT: tuple[tuple[Callable[..., Rendering | None], str, str], ...] = (
    (
        split,
        "Le maire défend le projet de tramway depuis dix ans devant les habitants, tandis que la région refuse "
        "de payer sa part des travaux.",
        "a contrast is held together",
    ),
    (
        split,
        "La mairie de Port-Haut revient à Claire Morin, Paul Roux reçoit la voirie du bourg, Anne Le Goff garde la "
        "direction des écoles et des cantines.",
        "a row of three clauses",
    ),
    (enumeration, "Le plan prévoit deux mesures : une taxe et un prêt.", "two members are no list"),
    (enumeration, "La maire est claire : le pont ferme, les bus partent et la route attend.", "members are clauses"),
    (
        enumeration,
        "Le jury a retenu trois noms : Ana et Luc, Zoé et Max ainsi que Lou.",
        "an inner « et » leaves the cut in doubt",
    ),
    (split, "Le pont ferme ; les bus passent ailleurs.", "short enough as it is"),
    (
        split,
        "La mairie a fermé la piscine pour tout l’hiver, et ce malgré les protestations répétées des nageurs du club "
        "et de leurs familles réunies.",
        "no second clause",
    ),
    (set_off, "La maire parle d’un « long détour » pour les élèves.", "quoted words, not an utterance"),
    (
        set_off,
        "« On nous promet que le four restera allumé. On nous l’avait promis aussi pour la verrerie », rappelle Nadia "
        "Brunel, déléguée, en référence à l’atelier fermé par le groupe en 2021.",
        "a circumstance that the parser gives to the speaker",
    ),
    (
        to_selon,
        "La direction a déclaré que le four redémarrerait en octobre.",
        "the tense agrees with the past verb and would read as a rumour",
    ),
    (to_selon, "Elle indique que le four redémarre en octobre.", "a pronoun is nobody out of context"),
    (
        split,
        "Selon la maire, le chantier de la gare finira avant l’été ; les riverains du quai attendent toujours un "
        "calendrier précis.",
        "what follows the seam may be the mayor’s word too",
    ),
    (
        split,
        "La maire a longuement reçu la directrice de l’usine, qui a promis au conseil que le four ne fermerait pas "
        "cette année.",
        "no name before « qui »",
    ),
    (active, "Le vieux moulin n’a pas été restauré par des bénévoles du village.", "a denial"),
    (active, "Le vieux moulin a été patiemment restauré par des bénévoles du village.", "an adverb would be lost"),
    (active, "Le vieux moulin a été restauré pour les touristes du village.", "no agent"),
    (to_front, "Des élèves du lycée ont nettoyé la plage, en mai 2019.", "an inner comma"),
    (to_front, "Des élèves du lycée n’ont pas nettoyé la plage en mai 2019.", "a denial"),
    (to_front, "Elles ont nettoyé toute la plage du lycée en mai 2019.", "a pronoun stays near what it stands for"),
    (to_front, "Des élèves du lycée ont nettoyé la plage sans demander de salaire.", "no date"),
    (objects, "Le plan prévoit une taxe, un prêt et un gel.", "short objects read well in a sentence"),
    (objects, "La maire aime le quai, un lieu calme en hiver, et le vieux pont de pierre.", "an aside among them"),
)


def asked(context: Callable[[str], Any], operation: Callable[..., Rendering | None], text: str) -> Rendering | None:
    ctx = context(f"{COMPANY} {text} La séance a duré deux heures.")
    sid = next(s.id for s in ctx.sentences if s.text[:25] == text[:25])
    return operation(ctx, sid)


@pytest.mark.parametrize(("operation", "text", "expected", "why"), FIRING, ids=[f[3] for f in FIRING])
def test_fires(context, operation, text, expected, why) -> None:
    rendering = asked(context, operation, text)
    assert rendering is not None, why
    assert tuple(part.piece.text for part in rendering.parts) == expected


@pytest.mark.parametrize(("operation", "text", "why"), SILENT, ids=[s[2] for s in SILENT])
def test_stays_silent(context, operation, text, why) -> None:
    assert asked(context, operation, text) is None, why


def test_every_operation_is_seen_to_fire_and_to_stay_silent() -> None:
    assert {row[0] for row in FIRING} == {row[0] for row in SILENT}


POINTS = (  # (sentence, key point or None, why)
    (
        "Claire Martin, qui dirige le port, a également présenté un nouveau plan de dragage.",
        "Claire Martin présente un nouveau plan de dragage",
        "aside and adverb dropped, fresh news in the present",
    ),
    (
        "La région a financé la passerelle en 2011.",
        "La région a financé la passerelle en 2011",
        "a fact told as past by its year keeps its tense",
    ),
    ("La mairie ne dispose plus que d’une seule salle.", None, "« ne … que » is not cut"),
    (
        "Il a présenté un nouveau plan de dragage.",
        "Le conseil municipal présente un nouveau plan de dragage",
        "a pronoun by the subject of the sentence before, of its gender and number",
    ),
    ("Elle a présenté un nouveau plan de dragage.", None, "nothing feminine before"),
    ("Si la crue dure, la préfecture fermera le pont de pierre.", None, "a condition is not dropped"),
    (
        "La préfecture pourrait fermer le vieux pont de pierre.",
        "La préfecture pourrait fermer le vieux pont de pierre",
        "« pourrait » stays",
    ),
    (
        "Le rapport a indiqué que la ville posséderait plus de 300 caméras d’ici fin 2027.",
        "La ville possédera plus de 300 caméras d’ici fin 2027, selon le rapport",
        "after a past verb of saying, the conditional is a future; « plus de » stays with its number",
    ),
    (
        "Le rapport indique que la ville posséderait plus de 300 caméras d’ici fin 2027.",
        None,
        "after a present one, it is a doubt, and not told as a key point",
    ),
    (
        "La région avait promis une passerelle neuve aux habitants du quai.",
        "La région a promis une passerelle neuve aux habitants du quai",
        "told on its own, a pluperfect is past",
    ),
    ("D’autres quais seront pavés comme un tel lieu.", None, "« tel » points back"),
    (
        "Le préfet de région est attendu jeudi à la mairie.",
        "Le préfet de région est attendu jeudi à la mairie",
        "who is expected expects nobody",
    ),
    ("Il devrait faire 38 °C à Lorville.", None, "« il » of the weather is nobody"),
    (
        "Le pont a été dessiné par les architectes Paul Roux, Jean Viel et Marie Sand.",
        None,
        "an enumeration is not cut after its first name",
    ),
)


@pytest.mark.parametrize(("text", "expected", "why"), POINTS, ids=[p[2] for p in POINTS])
def test_key_point(context, text, expected, why) -> None:
    ctx = context(f"{COMPANY} {text} La séance a duré deux heures.")
    sid = next(s.id for s in ctx.sentences if s.text == text)
    found = [k.text for c in clauses(ctx, sid) if (k := keypoint(ctx, c)) is not None]
    assert found == ([] if expected is None else [expected]), why


ORDERS = (  # (sentence, an order that must be among those offered, why)
    (
        "Le vieux moulin a été restauré par des bénévoles du village.",
        "Des bénévoles du village restaurent le vieux moulin",
        "a passive with its agent, told actively",
    ),
    (
        "La commune a ouvert une crèche de trente places en Bretagne.",
        "En Bretagne, la commune ouvre une crèche de trente places",
        "a place that ends the object may open the fact",
    ),
    (
        "Des élèves du lycée ont nettoyé la plage sans demander de salaire.",
        "Sans demander de salaire, des élèves du lycée nettoient la plage",
        "so may a manner",
    ),
    (
        "La passerelle de fer, dessinée par l’architecte Jean Viel en 2011, relie les deux quais.",
        "L’architecte Jean Viel a dessiné la passerelle de fer en 2011",
        "an apposed participle is a passive, and may be told actively",
    ),
    (
        "La société Verdelis, qui fabrique des vélos électriques à Nantes, cherche un repreneur.",
        "La société Verdelis fabrique des vélos électriques à Nantes",
        "a relative clause after a comma is a fact of its own",
    ),
)


@pytest.mark.parametrize(("text", "expected", "why"), ORDERS, ids=[p[2] for p in ORDERS])
def test_key_point_in_other_orders(context, text, expected, why) -> None:
    ctx = context(f"{COMPANY} {text} La séance a duré deux heures.")
    sid = next(s.id for s in ctx.sentences if s.text == text)
    found = [k.text for c in (*clauses(ctx, sid), *dependents(ctx, sid)) for k in keypoints(ctx, c)]
    assert expected in found, why


def test_half_of_a_coordination_is_not_fronted(context) -> None:
    text = "La station a relevé 27 degrés à Lorville et 23 degrés à Rennes."
    ctx = context(f"{COMPANY} {text} La séance a duré deux heures.")
    found = [k.text for c in clauses(ctx, 1) for k in keypoints(ctx, c)]
    assert not any(point.startswith("À Rennes") for point in found)


def test_a_restrictive_relative_is_no_fact_of_its_own(context) -> None:
    ctx = context(f"{COMPANY} La société qui fabrique des vélos à Nantes cherche un repreneur. La séance a duré.")
    assert dependents(ctx, 1) == ()
