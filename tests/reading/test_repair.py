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
    ("La ville a donc due fermer le quai.", "La ville a donc dû fermer le quai."),
    ("Deux marins ont périt en mer.", "Deux marins ont péri en mer."),
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
)


@pytest.mark.parametrize("text", GOOD)
def test_good_french_is_left_alone(text) -> None:
    assert [n.message for n in repaired(text)[1] if "que que" not in n.before] == []


@pytest.mark.parametrize("fault", [m[0] for m in MENDED if ":«" not in m[0]])
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
    91f59cc083 e196762199 51d3bafb67 0e793e66f6 5f39a7cc0e 2b396147d5 9f697d1100 687185f387 74d68bf4fc
    2589f7c409 a6563c3b84 5f44cc492f 709d6e050f 19706faac1 82af32d52e cb744da881 6c47452978 a95af49c74
    2297345a59 31730b4d2f f3a37809e8 7afb9c5cd1 25f18a99e8 a7eabcfe9a c8e400dead 51327445e7
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
