"""Bad input gives a typed error that says what is wrong and what to do; nothing partial is written."""

from pathlib import Path

import pytest

import seo_fr
from seo_fr import errors

ENGLISH = (
    "The mayor said on Monday that the bridge would be closed for the whole of the summer. The works will cost more "
    "than expected. They are to be finished before the start of the school year, she added."
)
FRENCH = "Le pont ferme lundi. Les travaux dureront un mois. La mairie publiera un plan de circulation."

CASES = (  # (call, error, a word of the message, why)
    (lambda: seo_fr.rewrite(""), errors.EmptyText, "vide", "empty text"),
    (lambda: seo_fr.rewrite(" \n\t "), errors.EmptyText, "vide", "blank text"),
    (lambda: seo_fr.rewrite("… !!! 12 34"), errors.EmptyText, "vide", "no word at all"),
    (lambda: seo_fr.rewrite(ENGLISH), errors.NotFrench, "français", "English"),
    (lambda: seo_fr.rewrite("Le pont ferme lundi."), errors.TextTooShort, "3", "one sentence"),
    (lambda: seo_fr.rewrite(FRENCH, "a b c d e f g h i j k"), errors.InvalidKeyphrase, "11 mots", "keyphrase too long"),
    (lambda: seo_fr.rewrite(FRENCH, " — "), errors.InvalidKeyphrase, "aucun mot", "keyphrase without a word"),
    (lambda: seo_fr.rewrite(FRENCH, min_words=-1), errors.InvalidSettings, "-1", "negative length"),
    (lambda: seo_fr.rewrite(FRENCH, min_words=1.5), errors.InvalidSettings, "entier", "length not whole"),
    (lambda: seo_fr.rewrite(42), errors.InvalidInput, "int", "not a text"),
    (lambda: seo_fr.Settings(locale="fr-XX"), errors.InvalidSettings, "fr-XX", "unknown locale"),
    (lambda: seo_fr.Settings(blocks=("poème",)), errors.InvalidSettings, "poème", "unknown block"),
    (lambda: seo_fr.Settings(framing_share=-0.1), errors.InvalidSettings, "framing_share", "share below 0"),
)


@pytest.mark.parametrize(("call", "error", "word", "why"), CASES, ids=[c[3] for c in CASES])
def test_bad_input(call, error, word, why) -> None:
    with pytest.raises(error) as caught:
        call()
    assert word in str(caught.value)
    assert isinstance(caught.value, errors.SeoFrError)


def test_a_missing_model_names_the_package_and_the_command() -> None:
    from seo_fr.nlp import load_model

    with pytest.raises(errors.MissingModel, match=r"pip install 'fr-core-none-md"):
        load_model("fr_core_none_md")


def test_a_pipeline_of_another_language_is_refused() -> None:
    import spacy

    with pytest.raises(errors.MissingModel, match="fr"):
        seo_fr.rewrite(FRENCH, nlp=spacy.blank("en"))


def test_nothing_is_written_for_an_unknown_suffix(tmp_path: Path, rewritten) -> None:
    with pytest.raises(errors.UnsupportedFormat, match=r"\.docx"):
        rewritten("recrutement-ia").save(tmp_path / "article.docx")
    assert not list(tmp_path.iterdir())


def test_insufficient_source_raises_on_request() -> None:
    with pytest.raises(errors.InsufficientSource, match="mots"):
        seo_fr.rewrite(FRENCH, settings=seo_fr.Settings(on_shortfall="raise"))
