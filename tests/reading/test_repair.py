"""Certain faults of the source: each rule mends its fault, and keeps quiet on good French and inside quotations."""

import hashlib
import json
import os
import tomllib
from pathlib import Path

import pytest

from seo_fr.reading import read
from seo_fr.reading.leftovers import without_leftovers
from seo_fr.reading.repair import repaired, rules
from seo_fr.settings import Settings

SHARED = Path(os.environ.get("SEO_FR_SHARED", Path(__file__).resolve().parents[3] / "shared"))

MENDED = (  # (fault, mended)
    ("Agée de 52 ans, la maire part.", "Âgée de 52 ans, la maire part."),
    ("La ville a donc due fermer le quai.", "La ville a donc dû fermer le quai."),
    ("Deux marins ont périt en mer.", "Deux marins ont péri en mer."),
    ("Le préfet pointe le doigt sur le retard.", "Le préfet pointe du doigt le retard."),
    ("Les quais n’attendent qu’à être pavés.", "Les quais n’attendent que d’être pavés."),
    ("Le quai n'attend qu'à servir.", "Le quai n'attend que de servir."),
    ("Une pause de 3 h 30 et 5 h pour les marins.", "Une pause de 3 h 30 à 5 h pour les marins."),
    ("Malheureusement le quai est fermé.", "Malheureusement, le quai est fermé."),
    ("Le pont relie les bretons, dit-il.", "Le pont relie les Bretons, dit-il."),
    ("Deux canadiens ont gagné.", "Deux Canadiens ont gagné."),
    ("Le mois est écrit en toute lettre.", "Le mois est écrit en toutes lettres."),
    ("Un plan que chacun peut modifier et l’amender.", "Un plan que chacun peut modifier et amender."),
    ("Il a des plans, que le maire est obligé de les voter.", "Il a des plans, que le maire est obligé de voter."),
    (
        "« Nous rouvrirons le quai dès ce printemps » a déclaré le maire.",
        "« Nous rouvrirons le quai dès ce printemps », a déclaré le maire.",
    ),
    (
        "« Le quai rouvre », indique vendredi les services du port.",
        "« Le quai rouvre », indiquent vendredi les services du port.",
    ),
    ("Un boson sub-atomique.", "Un boson subatomique."),
    ("Le quai ferme ce soir. il rouvrira lundi.", "Le quai ferme ce soir. Il rouvrira lundi."),
    ("Il joue au PSG. il marque deux fois.", "Il joue au PSG. Il marque deux fois."),
    ("A défaut, le quai fermera.", "À défaut, le quai fermera."),
    ("Les lois du commercent changent.", "Les lois du commerce changent."),
    ("Neufs marins sont morts.", "Neuf marins sont morts."),
    ("Le port perd quatres grues.", "Le port perd quatre grues."),
    ("L’île mesure 85 km2 environ.", "L’île mesure 85 km² environ."),
    ("Plus de 10 millions de km2 à surveiller.", "Plus de 10 millions de km² à surveiller."),
    ("Une cuve de 12 m3, pleine.", "Une cuve de 12 m³, pleine."),
    ("Il a fait 38°C à Lorville.", "Il a fait 38 °C à Lorville."),
    ("A Lorville, le quai ferme.", "À Lorville, le quai ferme."),
    ("Le club a choisit un entraîneur.", "Le club a choisi un entraîneur."),
    ("Les indices ont disparus.", "Les indices ont disparu."),
    ("Les élève sont partis.", "Les élèves sont partis."),
    ("Plusieurs animal ont fui.", "Plusieurs animaux ont fui."),
    ("Les nouveaux logement sont prêts.", "Les nouveaux logements sont prêts."),
    ("Le préfet à indiqué que le quai ferme.", "Le préfet a indiqué que le quai ferme."),
    ("Grâce a la digue, rien n’a bougé.", "Grâce à la digue, rien n’a bougé."),
    ("Le quai de de la Fosse ferme.", "Le quai de la Fosse ferme."),
    ("Il part, an ajoutant que le quai ferme.", "Il part, en ajoutant que le quai ferme."),
    ("Le feu est difficile à maîtrisé.", "Le feu est difficile à maîtriser."),
    ("La crue m’a fait pensé à Noé.", "La crue m’a fait penser à Noé."),
    ("Il faut mieux réparé le quai.", "Il faut mieux réparer le quai."),
    ("Je fini le quai.", "Je finis le quai."),
    ("La route est fermé depuis lundi.", "La route est fermée depuis lundi."),
    ("Une alerte à la pollution a été lancé.", "Une alerte à la pollution a été lancée."),
    ("La croûte est divisées en plaques.", "La croûte est divisée en plaques."),
    ("Elles se sont rapidement échappé.", "Elles se sont rapidement échappées."),
    ("Les gaz se sont enflammé et se sont propagés.", "Les gaz se sont enflammés et se sont propagés."),
    ("Anne Roche conclue que le quai tient.", "Anne Roche conclut que le quai tient."),
    ("Le plan prévoie des travaux.", "Le plan prévoit des travaux."),
    ("Il a dores et déjà payé.", "Il a d’ores et déjà payé."),
    ("Malgrés la pluie, il part.", "Malgré la pluie, il part."),
    ("Les cables ont fondu.", "Les câbles ont fondu."),
    ("Mr Farge est parti.", "M. Farge est parti."),
    ("L’Etat paie.", "L’État paie."),
    ("A la mairie, on attend.", "À la mairie, on attend."),
    ("Le Cléac´h part.", "Le Cléac’h part."),
    ("Il dit :« Partons. »", "Il dit : « Partons. »"),
    ("Le quai ferme.La route ouvre.", "Le quai ferme. La route ouvre."),
    ("Le quai , la route.", "Le quai, la route."),
    ("Les élus ont justifiés la hausse.", "Les élus ont justifié la hausse."),
    ("La ville a organisée un bal.", "La ville a organisé un bal."),
    (
        "La région n’ayant pas ratifiée l’accord, tout s’arrête.",
        "La région n’ayant pas ratifié l’accord, tout s’arrête.",
    ),
    ("Les marins ont manifestés hier.", "Les marins ont manifesté hier."),
    ("Trois témoins ont racontés avoir fui.", "Trois témoins ont raconté avoir fui."),
    ("La cave a accueillie un bal.", "La cave a accueilli un bal."),
    ("Le pays a officiellement abolit la taxe.", "Le pays a officiellement aboli la taxe."),
    ("Ils avaient servit sous Colbert.", "Ils avaient servi sous Colbert."),
    ("Le groupe à battit sa fortune sur le sel.", "Le groupe a bâti sa fortune sur le sel."),
    ("L’équipe est prête a partir.", "L’équipe est prête à partir."),
    ("Les vices-présidents votent.", "Les vice-présidents votent."),
    ("Elle vend ses stocks-options.", "Elle vend ses stock-options."),
    ("Les chef-d’œuvres voyagent.", "Les chefs-d’œuvre voyagent."),
    ("Il range les mot-clé.", "Il range les mots-clés."),
    ("Les deux cents douze élus.", "Les deux cent douze élus."),
    ("Il a trente sept ans.", "Il a trente-sept ans."),
    ("C’est est un port.", "C’est un port."),
    ("Les quais font aussi parti du port.", "Les quais font aussi partie du port."),
    ("Quelques unes des digues tiennent.", "Quelques-unes des digues tiennent."),
    ("Le port gagne en terme de place.", "Le port gagne en termes de place."),
    ("Il vend entre-autres du sel.", "Il vend entre autres du sel."),
    ("La mairie s’est octroyée le quai.", "La mairie s’est octroyé le quai."),
    (
        "Il parle, affirmant que la ville ne prévoie plus de bal.",
        "Il parle, affirmant que la ville ne prévoit plus de bal.",
    ),
    ("Selon M.Farge, tout va.", "Selon M. Farge, tout va."),
    ("Le Fond monétaire international prête.", "Le Fonds monétaire international prête."),
    ("Il cite la ville qui pourrais payer.", "Il cite la ville qui pourrait payer."),
    ("Tout part. Elle furent vendues.", "Tout part. Elles furent vendues."),
    ("Depuis quelques temps, il pleut.", "Depuis quelque temps, il pleut."),
    ("Quelques 300 élèves défilent.", "Quelque 300 élèves défilent."),
    ("Où va t-elle ?", "Où va-t-elle ?"),
    ("Deux femmes agées de trente ans.", "Deux femmes âgées de trente ans."),
    ("Le pont coûte 1,4 millions d’euros.", "Le pont coûte 1,4 million d’euros."),
    ("C’est mieux que le précèdent record.", "C’est mieux que le précédent record."),
    ("Elles pourront être mise à l’eau.", "Elles pourront être mises à l’eau."),
    ("On ignore quel forme il prend.", "On ignore quelle forme il prend."),
    ("Le chef de l’équipe actuel part.", "Le chef de l’équipe actuelle part."),
    ("La police municipal veille.", "La police municipale veille."),
    ("Il faut une règle tel que celle-ci.", "Il faut une règle telle que celle-ci."),
    ("La panne coupe internets.", "La panne coupe internet."),
    ("Le car se diriger vers Dijon et a heurté un mur.", "Le car se dirigeait vers Dijon et a heurté un mur."),
    ("Le car s’est arrêté après être passée ici.", "Le car s’est arrêté après être passé ici."),
    ("C’est ce qu’on dû se dire les élus.", "C’est ce qu’ont dû se dire les élus."),
    ("Les cartes basées sur la Lune essaie de plaire.", "Les cartes basées sur la Lune essaient de plaire."),
    ("Je crois que ca va.", "Je crois que ça va."),
    ("Il pleut ce jour là.", "Il pleut ce jour-là."),
    ("Une demie-heure passe.", "Une demi-heure passe."),
    ("On pleure le nouveau né.", "On pleure le nouveau-né."),
    ("Il y a deux signes correspondants aux quais.", "Il y a deux signes correspondant aux quais."),
    ("Le bilan de fin de saisons est bon.", "Le bilan de fin de saison est bon."),
    ("Du sel, du vin, etc..", "Du sel, du vin, etc."),
    ("C’est pour quoi il part.", "C’est pourquoi il part."),
    ("Tout finit en mer Ils partent demain.", "Tout finit en mer. Ils partent demain."),
    ("Si je gagnais plus, j’achèterai un quai.", "Si je gagnais plus, j’achèterais un quai."),
    ("Les 1ères places partent.", "Les 1res places partent."),
    ("Il finit 12ème.", "Il finit 12e."),
    ("Il dit que Anne Roche part.", "Il dit qu’Anne Roche part."),
    ("Si vous êtes ici et que avez faim, mangez.", "Si vous êtes ici et que vous avez faim, mangez."),
    ("Une partie du quai évoquées par le maire.", "Une partie du quai évoquée par le maire."),
    ("Il voit l’école est fermées par la crue.", "Il voit l’école est fermée par la crue."),
    ("Sous le contrôle de l’Equipement.", "Sous le contrôle de l’Équipement."),
    ("Selon le classement établit par la mairie, tout va.", "Selon le classement établi par la mairie, tout va."),
    ("Selon la liste, la Hongrie est classé 12e.", "Selon la liste, la Hongrie est classée 12e."),
    ("La presse a saisie cette affaire.", "La presse a saisi cette affaire."),
    ("Il soigne l’étiquettage.", "Il soigne l’étiquetage."),
    ("Le maire à profité d’un vote.", "Le maire a profité d’un vote."),
)


@pytest.mark.parametrize(("fault", "mended"), MENDED)
def test_mended_with_a_note(fault, mended) -> None:
    text, notes = repaired(fault)
    assert text == mended
    assert len(notes) == 1
    assert notes[0].code == "source.repaired"
    assert notes[0].before in fault
    assert notes[0].after in mended
    assert repaired(mended) == (mended, [])


GOOD = (
    "La digue, que M. Ferrand avait placée au cœur du projet, attend.",
    "Les ruches que MM. Roy et Legal ont posées au verger donnent bien.",
    "Deux vélos neufs partent ce matin.",
    "Le quai, les ponts, etc. il faut tout refaire.",
    "Le site quai.fr est fermé, et la rue St. le Bon aussi.",
    "Les bretons parlers se perdent, et les trois français livres aussi.",
    "Il parle des anglais accents du port.",
    "Malheureusement, le quai est fermé ; heureusement que la digue tient.",
    "« Le Port » a déclaré la guerre aux mouettes.",
    "Un plan que chacun peut lire et le maire l’amender.",
    "Il pointe le doigt vers la mer.",
    "Le panneau, indique-t-on, barre les quais.",
    "Le quartier compte quatre ponts, et la clé de 12 s’y perd.",
    "La chanson A Paris est de Francis Roy.",
    "Il habite au 3 m de la digue.",
    "La somme est due à la ville ; le préfet a dû fermer le quai.",
    "Il dit qu’il périt en mer et que le club choisit un entraîneur.",
    "Les preuves que la police a réunies ont convaincu le jury.",
    "Elle les a bénies, puis il les a finies.",
    "Les porte-parole et les week-ends ; les aller-retour ; les Renault.",
    "Le droit à réparation ; un quai à côté ; le prix à payer.",
    "Il y a la digue ; elle a une fille ; il l’a su.",
    "Nous nous sommes levés ; vous vous en allez ; il faut que que soit un mot.",
    "Il en a pris une ; elle est partie un an.",
    "Il est difficile à l’été de finir ; un effort facile à la volonté.",
    "Je dois un café ; il peut, côté jardin, entrer.",
    "La plupart des élèves sont arrivés ; la moitié est tombée.",
    "Ils se sont parlé ; elles se sont lavé les mains ; ils se sont échappés.",
    "Elle conclut ; que Paul conclue serait bien ; il faut que la loi prévoie un délai.",
    "La ville de Paris et l’eau ; A. Roche ; vitamine A la nuit.",
    "M. Farge, l’État, l’Égypte, l’école ; Mme Roche.",
    "L’adresse est www.quai.fr ; le fichier a.Le.txt ; 3.La",
    "Il a dit : « Partons » ; « Restons », dit-elle.",
    "Elle lance un appel à la grève et fait grève.",
    "Les deux mains ; ces cent jours ; des mille et des cents.",
    "Les digues que la ville a fermées le soir ; il les a fermées hier ; l’a-t-il vue ? Elle nous a aidés à partir.",
    "Quelles digues a fermées la ville ? Combien de digues ont fermées les élus ? La ville a des musées au nord.",
    "Elle a trente employés au port ; ils ont vingt et un ans ; il a été élevé à Dijon.",
    "Il servit sous Colbert ; la ville bâtit sa fortune ; il la choisit.",
    "Elle a prêté a minima ; il est prêt à partir ; le vice-président ; un vice caché.",
    "Deux cents élus ; trois cents mètres ; quatre-vingts ans ; vingt et un ; soixante-dix.",
    "L’est est froid ; c’est ainsi ; il a tiré parti du vent ; il a pris parti.",
    "Quelques pages ; les quelques amis ; quelque 300 élèves ; à terme ; en ces termes.",
    "La part que la ville s’est octroyée ; elle s’est donnée à lui.",
    "Il faut que la ville prévoie un bal ; il n’affirme pas que la ville le prévoit.",
    "Le fond de la mer ; au fond national de la vallée ; un fonds souverain.",
    "C’est moi qui devrais partir ; toi qui serais parti ; les gens qui pourraient.",
    "Les biens qui sont à elle sont vendus ; elle dort ; Elle, Vogue et Marie sont lus.",
    "Deux millions ; 2 millions ; 21,5 millions ; 1 million ; 1,5 million ; 12 001 millions.",
    "Ceux qui le précèdent savent ; le précédent record ; ils précèdent le car.",
    "Elle peut être mise à l’eau ; elles doivent être là ; elles vont être mère et fille.",
    "Quel port ? Quelle ville ? La ville principale ; la place centrale ; le chef municipal.",
    "On voit le car se diriger vers Dijon et a priori il roule ; le car se dirige vers Dijon.",
    "La car-ferry s’est couchée après être passée ici ; elle est partie après être passée.",
    "Les cartes basées sur la Lune essaient de plaire ; la carte basée sur la Lune tente de plaire.",
    "Le ca de l’an ; ce jour-là ; là-bas ; ce jour là où il pleut ; cette ville-là.",
    "Ce nouveau venu est né ici ; un nouveau projet né hier ; les demi-heures.",
    "Les correspondants à Rome ; les journalistes correspondants à Rome.",
    "Les fins de saisons ; la fin de mois ; etc., puis « et caetera… ».",
    "C’est pour quoi faire ? C’est pourquoi il part ; une digue telle que celle-ci.",
    "Dans le film Ils partent demain, tout va ; si je gagnais, j’achèterais ; s’il vient, je partirai.",
    "La 1re place ; le 12e rang ; que Alors soit un mot ; lorsque Ubuntu sort ; il dit que Il est un mot.",
    "Si vous venez et que vous avez faim, mangez ; ce que vous avez ; ce que savez-vous ?",
    "Les pièces de la maison de la ville occupées par Paul ; les parties du quai évoquées par le maire.",
    "La Fontaine est né ici ; la Bruyère est né là ; selon la règle, le maire établit par arrêté la liste.",
    "L’Écosse, l’Éthiopie ; Etan ; le Department of Education ; les internets sont pleins.",
)


@pytest.mark.parametrize("text", GOOD)
def test_good_french_is_left_alone(text) -> None:
    assert [n.message for n in repaired(text)[1] if "que que" not in n.before] == []


@pytest.mark.parametrize("fault", [m[0] for m in MENDED if "«" not in m[0]])
def test_nothing_is_mended_inside_a_quotation(fault) -> None:
    for text in (f"Il a dit : « {fault} »", f"Il a dit : “{fault}”", f'Il a dit : "{fault}"', f"Il a dit : « {fault}"):
        assert repaired(text) == (text, [])


def test_every_rule_is_seen_to_mend() -> None:
    silent = [
        rule.why
        for rule in rules()
        if not any(rule.pattern.search(fault) for fault, _ in MENDED) and "verbe « appeler »" not in rule.why
    ]
    assert silent == []


def test_repairs_can_be_switched_off() -> None:
    text = "Deux marins ont périt en mer."
    source = read(text, settings=Settings(repair_source=False))
    assert (source.text, source.notes) == (text, ())


JUDGED = frozenset(
    """
    10613186ca 400ef09489
    be0410bd8e 9631f24a03 91f59cc083 e196762199 51d3bafb67 a062ecba7b 0e793e66f6 0fc48e39f7 5f39a7cc0e
    f5b41bad9d 2b396147d5 2011d97ce6 9f697d1100 902a11c1be afbb2a77f2 687185f387 74d68bf4fc 059633552f
    a1ddf23713 2589f7c409 a6563c3b84 b982114a11 5f44cc492f 94f78d43ea 709d6e050f 19706faac1 d4eab303b9
    82af32d52e cb744da881 6c47452978 d98131b4c6 792fb62f7c d36bdbbad4 bc54804bd3 a95af49c74 95134635eb
    12ce8c10e5 2297345a59 31730b4d2f f3a37809e8 40204b0edd cd77ebbcb6 c94661a7b5 d8752a304f a33af08356
    7afb9c5cd1 21e05f4b53 25f18a99e8 060776f09e 0f7389462e a7eabcfe9a 7b5ee11329 c8e400dead 1f435f2bff
    51327445e7 7b02819033 e86b19c49a
    f158c3b922
    3def649929 3a53bab228 95f0211a6d 55a00792ea 8c76596147 af6b06abf5 ba81df1022 f760d2fd5b 88f98da429 0e5a8c4f0c
    755f3a0af6 5c79fd3f04
    35014810dc
    """.split()
)
"""Digests of the repairs on the open articles that a person read and found right."""


@pytest.mark.bench
def test_on_the_bench_only_real_faults_are_mended() -> None:
    path = SHARED / "bench" / "articles" / "open.jsonl"
    if not path.exists():
        pytest.skip(f"no shared bench at {path}; set SEO_FR_SHARED to its folder")
    found, paragraphs = [], 0
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        source = read(article["text"], title=article.get("title") or None)
        paragraphs += sum(b.kind == "paragraph" for b in source.blocks)
        found += [n for n in source.notes if n.code == "source.repaired"]
    assert paragraphs > 200
    assert [(n.before, n.after) for n in found if digest(n.before, n.after) not in JUDGED] == []


def digest(before: str, after: str) -> str:
    return hashlib.sha256(f"{before}>{after}".encode()).hexdigest()[:10]


def leftovers() -> list[tuple[str, str]]:
    path = Path(__file__).resolve().parents[2] / "seo_fr" / "resources" / "reading" / "leftovers.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        (kind, verdict, text)
        for kind, rows in data.items()
        for row in rows
        for verdict in ("drops", "keeps")
        for text in row[verdict]
    ]


@pytest.mark.parametrize(("kind", "verdict", "text"), leftovers())
def test_leftovers(kind, verdict, text) -> None:
    rest, notes = without_leftovers(text)
    if verdict == "drops":
        assert notes
        assert rest == "" if kind == "line" else rest
    elif kind == "line":
        assert rest != ""
    else:
        assert (rest, notes) == (text, [])


def test_no_repair_fires_on_clean_paragraphs() -> None:
    """The knowledge base is edited French: any repair in it would be a false alarm."""
    path = Path(__file__).resolve().parents[2] / "seo_fr" / "resources" / "knowledge.json"
    clean = sorted({text for text in strings(json.loads(path.read_text(encoding="utf-8"))) if len(text) > 60})
    assert len(clean) > 1000
    fired = [(n.before, n.after) for text in clean for n in repaired(text)[1]]
    assert fired == []


def strings(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [text for item in value for text in strings(item)] if isinstance(value, list) else []
