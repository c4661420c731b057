"""The focus keyphrase, the secondary ones, a phrase given by the editor, and variants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tagged import analysis_of

from seo_fr.errors import InvalidKeyphrase
from seo_fr.model import Analysis, Keyphrase
from seo_fr.topics.focus import FEWEST, SECONDARY, focus_keyphrase, without_pointing
from seo_fr.topics.keyphrases import rank
from seo_fr.topics.matching import find_phrase, stems
from seo_fr.topics.variants import variants

DYKE = analysis_of(
    "La|D digue|N maritime|A de|S Brive|P|LOC a|V cédé|p lundi|N .|.",
    "La|D digue|N maritime|A protège|V la|D ville|N basse|A depuis|S 1998|U .|.",
    "Le|D maire|N promet|V des|D travaux|N d’|S urgence|N sur|S la|D digue|N maritime|A .|.",
    "Des|D pompiers|N ont|V évacué|p une|D école|N .|.",
    "Anne|P|PER Roy|P|PER ,|. ingénieure|N ,|. craint|V une|D nouvelle|A tempête|N .|.",
    title="Une digue maritime cède à Brive",
)


def chosen(analysis: Analysis, given: str | None = None) -> Keyphrase:
    return focus_keyphrase(analysis, rank(analysis, n=60), given)[0]


FOCUS = (  # tagged paragraphs, headline, expected, why
    (
        ("Le|D président|N du|S club|N parle|V .|.", "Le|D stade|N municipal|A ferme|V .|."),
        "Le stade municipal ferme",
        "stade municipal",
        "who speaks is not what about",
    ),
    (
        (
            "Jean|P|PER Roy|P|PER ouvre|V une|D ferme|N solaire|A .|.",
            "La|D ferme|N solaire|A de|S Jean|P|PER Roy|P|PER",
        ),
        "",
        "ferme solaire",
        "a person’s name gives way to the subject",
    ),
    (
        ("Anne|P|PER Roy|P|PER est|V née|p à|S Metz|P|LOC .|.", "Roy|P|PER a|V gagné|p trois|U matchs|N .|."),
        "Anne Roy",
        "Anne Roy",
        "unless the text is about that person",
    ),
    (
        ("Le|D loyer|N baisse|V de|S trois|U millions|N d’|S euros|N .|.", "Les|D loyers|N modérés|A restent|V .|."),
        "",
        "loyers modérés",
        "amounts are not searched for",
    ),
    (
        (
            "Les|D impôts|N locaux|A montent|V .|.",
            "Une|D baisse|N d’|S impôts|N viendra|V ,|. après|S une|D hausse|N d’|S impôts|N",
        ),
        "Hausse des impôts",
        "hausse des impôts",
        "a fall does not tell of a rise",
    ),
    (
        ("Voici|W la|D gestion|N de|S ma|D cave|N .|.",),
        "Gestion de ma cave",
        "gestion de cave",
        "nobody searches for « ma »",
    ),
    (
        (
            "Une|D orchidée|N se|R soigne|V .|.",
            "L’|D orchidée|N boit|V ;|X l’|D orchidée|N dort|V .|.",
            "Mettez|V des|D écorces|N de|S pin|N sous|S l’|D orchidée|N .|.",
        ),
        "Soigner son orchidée",
        "orchidée",
        "one word that outweighs what stands around it",
    ),
    (
        ("Le|D système|N Brume|P|MISC 4.2|U sort|V .|.", "Brume|P|MISC aide|V ;|X Brume|P|MISC est|V libre|A .|."),
        "Sortie de la version 4.2 de Brume",
        "Brume 4.2",
        "a thing with the number of its version",
    ),
    (
        ("Le|D titre|N Brume|P perd|V 4.2|U %|X .|.", "Brume|P attend|V ;|X Brume|P dort|V .|."),
        "Le titre Brume perd 4.2 %",
        "titre Brume",
        "a rate is no version",
    ),
    (
        ("Le|D nouveau|A conseil|N de|S coalition|N siège|V .|.", "Le|D nouveau|A conseil|N vote|V .|."),
        "Nouveau conseil de coalition",
        "conseil de coalition",
        "a body that the headline is about",
    ),
    (
        (
            "Le|D code|N SolADD|P aide|V les|D plages|N .|.",
            "Les|D plages|N rouvrent|V .|.",
            "Le|D code|N SolADD|P dort|V",
        ),
        "Des codes pour les plages",
        "code SolADD",
        "a name made up for the thing, told twice",
    ),
    (
        ("La|D commission|N a|V remis|p son|D rapport|N final|A .|.", "Le|D rapport|N final|A accuse|V .|."),
        "Naufrage du Belem : publication du rapport final",
        "naufrage du Belem",
        "the label of a headline tells the event",
    ),
    (
        ("Le|D Parti|P|ORG vert|P|ORG exclut|V la|D députée|N .|.", "Le|D Parti|P|ORG vert|P|ORG parle|V .|."),
        "Le Parti vert exclut la députée Anne Roy",
        "députée Anne Roy",
        "a body that acts is not what about",
    ),
    (
        ("L’|D armée|N belge|A rend|V la|D vallée|N .|.", "L’|D armée|N belge|A part|V .|."),
        "L’armée belge transfère le contrôle de la Meuse",
        "contrôle de la Meuse",
        "nor an army",
    ),
    (
        ("Anne|P|PER Roy|P|PER a|V été|V élue|p .|.", "Le|D candidat|N sortant|A perd|V .|."),
        "Pérou : Anne Roy élue présidente",
        "Anne Roy",
        "a person that the headline names whole",
    ),
    (
        ("Les|D bureaux|N de|S vote|N ferment|V au|S Mali|P|LOC .|.", "Les|D bureaux|N de|S vote|N ouvrent|V"),
        "Mali : les bureaux de vote ferment",
        "bureaux de vote au Mali",
        "what is in every country takes its place",
    ),
    (
        ("L’|D armée|N sort|V .|.", "L’|D armée|N aide|V les|D communes|N rurales|A .|."),
        "L’armée autorisée à intervenir dans les communes rurales",
        "communes rurales",
        "a participle that is a verb",
    ),
    (
        ("Le|D groupe|N a|V bâti|p une|D usine|N .|.", "Une|D usine|N de|S verre|N ouvre|V .|."),
        "Le groupe ouvre sa plus grande usine au monde",
        "usine de verre",
        "« usine au monde » is cut out of a superlative",
    ),
    (
        ("Une|D démarche|N d’|S écoconception|N commence|V .|.", "La|D démarche|N d’|S écoconception|N dure|V"),
        "Retours d’expérience",
        "démarche d’écoconception",
        "a headline that says what kind of page it is",
    ),
    (
        ("NetFil|P|MISC aide|V les|D agents|N .|.", "Les|D agents|N publics|A ouvrent|V NetFil|P|MISC .|."),
        "NetFil : aider les agents publics",
        "NetFil",
        "a made-up name that opens the headline, alone",
    ),
    (("La|D pluie|N tombe|V .|.",), "", "pluie", "one word where there is no more"),
    (("Dormir|V longuement|W .|.",), "", "longuement", "no noun: the longest word"),
)


@pytest.mark.parametrize(("paragraphs", "title", "expected", "why"), FOCUS)
def test_focus(paragraphs: tuple[str, ...], title: str, expected: str, why: str) -> None:
    assert chosen(analysis_of(*paragraphs, title=title)).text == expected, why


KNOWN_FAILURES = (  # tagged paragraphs, headline, what an editor would choose, why it is out of reach
    (
        ("L’|D usine|N va|V supprimer|V des|D emplois|N .|.", "Les|D emplois|N perdus|p sont|V à|S Metz|P|LOC .|."),
        "L’usine va supprimer des emplois",
        "suppression d’emplois",
        "a verb made a noun stands nowhere in the source",
    ),
    (
        ("Le|D nord|N du|S pays|N manque|V d’|S eau|N potable|A .|.", "Le|D nord|N du|S pays|N attend|V .|."),
        "L’eau manque dans le nord du pays",
        "eau potable",
        "a place told without a name is not known for one",
    ),
)


@pytest.mark.parametrize(("paragraphs", "title", "expected", "why"), KNOWN_FAILURES)
@pytest.mark.xfail(strict=True)
def test_focus_known_failures(paragraphs: tuple[str, ...], title: str, expected: str, why: str) -> None:
    assert chosen(analysis_of(*paragraphs, title=title)).text == expected, why


def test_focus_has_two_to_four_words_and_content_at_its_edges() -> None:
    focus = chosen(DYKE)
    assert focus.text == "digue maritime"
    assert 2 <= len(focus.stems) <= 4


def test_secondary_phrases_cover_other_ground() -> None:
    focus, secondary, notes = focus_keyphrase(DYKE, rank(DYKE, n=60))
    assert notes == ()
    assert FEWEST <= len(secondary) <= SECONDARY
    sets = [frozenset(focus.stems), *(frozenset(p.stems) for p in secondary)]
    assert not any(a <= b for i, a in enumerate(sets) for j, b in enumerate(sets) if i != j)


def test_choice_is_made_among_another_extractor_s_phrases() -> None:
    phrase = Keyphrase("travaux d’urgence", "travail d’urgence", stems("travaux d’urgence"), 9.0, "noun")
    assert focus_keyphrase(DYKE, (phrase,))[0].text == "travaux d’urgence"


def test_choice_does_not_hang_on_how_many_phrases_were_ranked() -> None:
    assert [focus_keyphrase(DYKE, rank(DYKE, n=n)) for n in (0, 3, 60)] == [focus_keyphrase(DYKE, rank(DYKE, n=60))] * 3


PRESENT = (
    ("digues maritimes", "plural"),
    ("DIGUE MARITIME", "capitals"),
    ("digue  maritime ", "white space"),
    ("ecole", "accent missing"),
    ("cède à Brive", "in the headline only"),
)


@pytest.mark.parametrize(("phrase", "why"), PRESENT)
def test_given_phrase_that_the_text_holds(phrase: str, why: str) -> None:
    focus, _, notes = focus_keyphrase(DYKE, rank(DYKE, n=60), phrase)
    assert focus.kind == "given"
    assert focus.text == " ".join(phrase.split())
    assert notes == (), why


ABSENT = (  # phrase, nearest expected, why
    ("digue fluviale", "digue maritime", "a word in common"),
    ("écoles maternelles", "école", "a word in common, inflected"),
    ("C++ (a|b)* [x] \\d+", None, "regular expression"),
    ("🚗 voiture", None, "nothing in common"),
)


@pytest.mark.parametrize(("phrase", "nearest", "why"), ABSENT)
def test_given_phrase_that_the_text_lacks(phrase: str, nearest: str | None, why: str) -> None:
    focus, secondary, notes = focus_keyphrase(DYKE, rank(DYKE, n=60), phrase)
    assert focus.spans == ()
    assert secondary
    assert [note.code for note in notes] == ["keyphrase.absent"]
    assert phrase in notes[0].message
    if nearest:
        assert notes[0].after == nearest, why
        assert f"« {nearest} »" in notes[0].message


def test_absent_phrase_in_a_text_without_nouns() -> None:
    focus, secondary, notes = focus_keyphrase(analysis_of("Il|R dort|V .|."), (), "sommeil")
    assert focus.text == "sommeil"
    assert secondary == ()
    assert [note.code for note in notes] == ["keyphrase.absent"]


@pytest.mark.parametrize("phrase", ["", "  ", "…", "?!", "« »"])
def test_given_phrase_without_a_word(phrase: str) -> None:
    with pytest.raises(InvalidKeyphrase, match="aucun mot"):
        focus_keyphrase(DYKE, rank(DYKE, n=60), phrase)


def test_empty_text() -> None:
    focus, secondary, notes = focus_keyphrase(analysis_of(), ())
    assert (focus.text, secondary, notes) == ("", (), ())


@given(st.text(max_size=30))
def test_any_given_phrase_is_taken_or_refused(phrase: str) -> None:
    phrases = rank(DYKE, n=10)
    if stems(" ".join(phrase.split())):
        assert focus_keyphrase(DYKE, phrases, phrase)[0].kind == "given"
    else:
        with pytest.raises(InvalidKeyphrase):
            focus_keyphrase(DYKE, phrases, phrase)


POINTING = (
    ("gestion de ma cave", "gestion de cave"),
    ("annonce de ses adieux", "annonce d’adieux"),
    ("fin de cet été", "fin d’été"),
    ("Sa Majesté", "Sa Majesté"),
    ("gestion de cave", "gestion de cave"),
)


@pytest.mark.parametrize(("text", "expected"), POINTING)
def test_without_pointing(text: str, expected: str) -> None:
    assert without_pointing(text) == expected


VARIANTS = (  # phrase, wanted among the variants, refused, why
    ("taxe foncière", {"taxes foncières", "taxe fonciere"}, {"taxe foncière"}, "number, accents; not itself"),
    ("inondation", {"inondations", "l’inondation"}, set(), "« l’ »"),
    ("inondations", {"inondation"}, {"l’inondations"}, "no « l’ » before a plural"),
    ("hausse des prix", {"hausses des prix", "hausse prix", "prix hausse"}, set(), "order, as typed in a search box"),
    ("travaux publics", {"travail public"}, {"traval public"}, "irregular plural"),
    ("festivals", {"festival"}, {"festivaux"}, "-als"),
    ("bateaux", {"bateau"}, {"bateal"}, "-eaux"),
    ("chercheur en chimie", {"chercheuse en chimie"}, set(), "gender"),
    ("recours collectif", {"recours collectifs"}, {"recour collectif"}, "singular in -s"),
    ("héros national", set(), {"l’héros national"}, "aspirated h"),
)


@pytest.mark.parametrize(("phrase", "wanted", "refused", "why"), VARIANTS)
def test_variants(phrase: str, wanted: set[str], refused: set[str], why: str) -> None:
    found = variants(Keyphrase(phrase, phrase, stems(phrase), 1.0, "noun"))
    assert wanted <= set(found), why
    assert not refused & set(found), why
    assert len(found) == len(set(found))
    assert all(find_phrase(form, stems(phrase)) for form in found), "whatever matches the phrase matches its variants"


def test_variants_attested_in_the_source_come_first() -> None:
    analysis = analysis_of("Les|D digues|N maritimes|A cèdent|V .|.", "Une|D digue|N maritime|A tient|V .|.")
    phrase = Keyphrase("digue maritime", "digue maritime", stems("digue maritime"), 1.0, "noun")
    assert variants(phrase, analysis)[0] == "digues maritimes"


def test_name_keeps_its_number() -> None:
    assert "Paris Habitats" not in variants(Keyphrase("Paris Habitat", "", stems("Paris Habitat"), 1.0, "entity"))
