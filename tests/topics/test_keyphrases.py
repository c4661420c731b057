"""Candidates and their ranking, on analyses written by hand."""

from __future__ import annotations

import pytest
from tagged import analysis_of

from seo_fr.model import Analysis, KeyphraseExtractor
from seo_fr.resources import load_toml
from seo_fr.topics.candidates import candidates_of, title_words, units_of
from seo_fr.topics.keyphrase_features import UNWEIGHTED, features_of
from seo_fr.topics.keyphrases import rank

CANDIDATES = (  # tagged sentence, phrases wanted, phrases refused, why
    ("La|D taxe|N foncière|A monte|V .|.", {"taxe foncière", "taxe"}, {"La taxe", "foncière"}, "no stray determiner"),
    ("L’|D incendie|N du|S pont|N .|.", {"incendie", "incendie du pont"}, {"L’incendie"}, "no elided article"),
    (
        "une|D baisse|N d’|S impôts|N locaux|A .|.",
        {"baisse d’impôts locaux"},
        {"d’impôts", "baisse d’"},
        "no open edge",
    ),
    ("les|D chômeurs|A manifestent|V .|.", {"chômeurs"}, set(), "adjective after a determiner is a noun"),
    ("la|D porte|N -|. parole|N du|S club|N", {"porte-parole", "porte-parole du club"}, {"porte", "parole"}, "hyphen"),
    ("le|D Bureau|P|ORG of|X|ORG Shipping|X|ORG .|.", {"Bureau of Shipping"}, set(), "foreign name"),
    ("trois|U heures|N de|S route|N", {"route", "heures de route"}, {"heures", "trois heures", "trois"}, "time alone"),
    ("80|U %|N des|S ménages|N", {"ménages"}, {"%", "% des ménages"}, "per cent is no subject"),
    ("grâce|N à|S la|D digue|N", {"digue"}, {"grâce", "grâce à la digue"}, "prepositional phrase"),
    (
        "la|D même|A équipe|N et|C son|D fan|N",
        {"équipe", "fan"},
        {"même équipe", "équipe et son fan"},
        "empty adjective",
    ),
    ("dort|V -il|R souvent|W ?|.", set(), {"dort", "-il"}, "no noun at all"),
    ("2|U 500|U emplois|N perdus|p", {"emplois", "2 500 emplois", "emplois perdus"}, {"500 emplois"}, "whole number"),
    ("f(x)|N =|X a[b]*|N de|S \\d+|N", set(), {"f(x)", "a[b]*", "\\d+"}, "formulas and regular expressions"),
)


@pytest.mark.parametrize(("tagged", "wanted", "refused", "why"), CANDIDATES)
def test_candidates(tagged: str, wanted: set[str], refused: set[str], why: str) -> None:
    found = {place.text for c in candidates_of(units_of(analysis_of(tagged))).values() for place in c.places}
    assert wanted <= found, why
    assert not refused & found, why


TITLES = (  # headline, tagged body, letters expected, why
    ("Tarn : un pont rompu", "le|D pont|N cède|V", "NXDNX", "« un » pointed, an unknown participle left out"),
    ("La crise touche l’usine", "l’|D usine|N ferme|V", "DNXDN", "an unknown verb after a noun left out"),
    ("Aider à choisir un vélo", "choisir|V est|V dur|A", "NQXDN", "a word takes the letter that the body gives it"),
    ("Trois 3DS et 7,5 km", "rien|R", "NUXUN", "digits"),
)


@pytest.mark.parametrize(("title", "body", "letters", "why"), TITLES)
def test_headline_is_read_without_a_parse(title: str, body: str, letters: str, why: str) -> None:
    words = title_words(title, units_of(analysis_of(body)))
    assert "".join(word.tag for word in words) == letters, why
    assert [title[word.start : word.end] for word in words] == [word.text for word in words]


ARTICLE = (
    "La|D digue|N maritime|A de|S Brive|P|LOC a|V cédé|p lundi|N .|.",
    "La|D digue|N maritime|A protège|V la|D ville|N depuis|S 1998|U .|.",
    "Le|D maire|N promet|V des|D travaux|N sur|S la|D digue|N maritime|A .|.",
    "Des|D pompiers|N ont|V évacué|p une|D école|N .|.",
)


def test_best_phrase_first_with_verbatim_spans() -> None:
    analysis = analysis_of(*ARTICLE, title="Une digue maritime cède")
    phrases = rank(analysis, n=10)
    assert phrases[0].text == "digue maritime"
    assert [analysis.source.text[a:b] for a, b in phrases[0].spans] == ["digue maritime"] * 3
    assert phrases[0].stems == ("digu", "maritim")
    assert [p.weight for p in phrases] == sorted((p.weight for p in phrases), reverse=True)
    assert all(0 < p.weight < 1 for p in phrases)


def test_name_is_told_from_noun() -> None:
    kinds = {p.text: p.kind for p in rank(analysis_of(*ARTICLE), n=50)}
    assert kinds["Brive"] == "entity"
    assert kinds["digue maritime"] == "noun"


def test_phrase_of_the_headline_alone_has_no_span() -> None:
    phrases = {p.text: p for p in rank(analysis_of(*ARTICLE, title="Tempête : une digue maritime cède"), n=50)}
    assert phrases["tempête"].spans == ()


def test_inflections_are_one_phrase() -> None:
    phrases = rank(analysis_of("Les|D taxes|N foncières|A .|.", "La|D taxe|N foncière|A .|."), n=50)
    same = [p for p in phrases if p.stems == ("tax", "fonci")]
    assert len(same) == 1
    assert len(same[0].spans) == 2


def test_capital_of_a_sentence_start_is_dropped_but_not_that_of_a_name() -> None:
    texts = {p.text for p in rank(analysis_of("Incendie|N à|S Brive|P|LOC .|.", "Brive|P|LOC dort|V .|."), n=50)}
    assert {"incendie", "Brive"} <= texts
    assert "Incendie" not in texts


def test_headline_may_stand_first_in_the_text() -> None:
    opening = "Une|D digue|N maritime|A cède|V .|."
    longer = "La|D grande|A digue|N maritime|A de|S Brive|P|LOC a|V cédé|p lundi|N matin|N sous|S les|D vagues|N .|."
    left_in = rank(analysis_of(opening, longer, *ARTICLE[1:]), n=1)[0]
    assert left_in.features["title_free"] == 1
    assert len(left_in.spans) == 4, "what stands in the text is pointed at, headline or not"


@pytest.mark.parametrize("tagged", ["", "Il|R dort|V .|.", "!|.", "Demain|W ?|."])
def test_text_without_nouns_has_no_phrase(tagged: str) -> None:
    assert rank(analysis_of(tagged)) == ()


@pytest.mark.parametrize("n", [-3, 0, 1, 4])
def test_never_more_than_asked(n: int) -> None:
    assert len(rank(analysis_of(*ARTICLE), n=n)) == max(0, n)


def test_every_measure_has_a_weight_and_the_other_way_round() -> None:
    units = units_of(analysis_of(*ARTICLE, title="Une digue cède"))
    measured = next(iter(features_of(candidates_of(units), units).values()))
    assert set(load_toml("keyphrases.toml")["weights"]) == set(measured) - set(UNWEIGHTED)


def test_shipped_extractor_fits_the_protocol() -> None:
    extractor: KeyphraseExtractor = rank
    analysis: Analysis = analysis_of(*ARTICLE)
    assert extractor(analysis, n=3) == rank(analysis, n=3)
