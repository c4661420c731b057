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
SHORT_ENGLISH = "The bridge is closed. The works are long. That is a pity."
RUSSIAN = "Мост закрыт на всё лето. Работы стоят дорого. Они закончатся осенью."
CATALAN = "L’alcalde va dir que el pont estaria tancat tot l’estiu. Les obres costaran més. Acabaran abans del curs."


def with_settings(**options: object) -> object:
    return seo_fr.rewrite(FRENCH, settings=seo_fr.Settings(**options))


CASES = (  # (call, error, a word of the message, why)
    (lambda: seo_fr.rewrite(""), errors.EmptyText, "vide", "empty text"),
    (lambda: seo_fr.rewrite(" \n\t "), errors.EmptyText, "vide", "blank text"),
    (lambda: seo_fr.rewrite("… !!! 12 34"), errors.EmptyText, "vide", "no word at all"),
    (lambda: seo_fr.rewrite(ENGLISH), errors.NotFrench, "français", "English"),
    (lambda: seo_fr.rewrite(SHORT_ENGLISH), errors.NotFrench, "en", "a few English words"),
    (lambda: seo_fr.rewrite(RUSSIAN), errors.NotFrench, "inconnue", "another script"),
    (lambda: seo_fr.rewrite(CATALAN), errors.NotFrench, "ca", "a neighbour of French"),
    (lambda: seo_fr.extract_keyphrases(ENGLISH), errors.NotFrench, "français", "English, keyphrases"),
    (lambda: seo_fr.segment(ENGLISH), errors.NotFrench, "français", "English, topics"),
    (lambda: seo_fr.rewrite("Le pont ferme lundi."), errors.TextTooShort, "3", "one sentence"),
    (lambda: seo_fr.rewrite("Le pont ferme. Il rouvre."), errors.TextTooShort, "2 phrases", "two sentences"),
    (lambda: seo_fr.rewrite(FRENCH + " Un \ud800."), errors.InvalidInput, "UTF-8", "half a character"),
    (lambda: seo_fr.rewrite(FRENCH.encode()), errors.InvalidInput, "bytes", "bytes, not text"),
    (lambda: seo_fr.rewrite(FRENCH, 42), errors.InvalidKeyphrase, "int", "keyphrase not a text"),
    (lambda: seo_fr.rewrite(FRENCH, title=42), errors.InvalidInput, "title", "headline not a text"),
    (lambda: seo_fr.rewrite(FRENCH, settings={}), errors.InvalidSettings, "dict", "settings not Settings"),
    (lambda: seo_fr.rewrite(FRENCH, nlp="fr"), errors.InvalidInput, "spaCy", "pipeline not loaded"),
    (lambda: seo_fr.rewrite(FRENCH, min_words=True), errors.InvalidSettings, "entier", "length true"),
    (lambda: seo_fr.extract_keyphrases(FRENCH, n=0), errors.InvalidSettings, "n vaut 0", "no keyphrase asked for"),
    (lambda: with_settings(glossary="absent.toml"), errors.InputNotFound, "absent.toml", "glossary that is absent"),
    (lambda: with_settings(templates="absent"), errors.InputNotFound, "absent", "folder of templates that is absent"),
    (lambda: next(seo_fr.rewrite_many(FRENCH)), errors.InvalidInput, "liste", "one text where several are wanted"),
    (lambda: seo_fr.analyze(42, "pont"), errors.InvalidInput, "int", "page not a text"),
    (lambda: seo_fr.analyze(FRENCH, " "), errors.InvalidKeyphrase, "aucun mot", "page without a keyphrase"),
    (lambda: seo_fr.rewrite(FRENCH, "a b c d e f g h i j k"), errors.InvalidKeyphrase, "11 mots", "keyphrase too long"),
    (lambda: seo_fr.rewrite(FRENCH, " — "), errors.InvalidKeyphrase, "aucun mot", "keyphrase without a word"),
    (lambda: seo_fr.rewrite(FRENCH, min_words=-1), errors.InvalidSettings, "-1", "negative length"),
    (lambda: seo_fr.rewrite(FRENCH, min_words=1.5), errors.InvalidSettings, "entier", "length not whole"),
    (lambda: seo_fr.rewrite(42), errors.InvalidInput, "int", "not a text"),
    (lambda: seo_fr.Settings(locale="fr-XX"), errors.InvalidSettings, "fr-XX", "unknown locale"),
    (lambda: seo_fr.Settings(blocks=("poème",)), errors.InvalidSettings, "poème", "unknown block"),
    (lambda: seo_fr.Settings(blocks="faq"), errors.InvalidSettings, "tuple", "blocks in one string"),
    (lambda: seo_fr.Settings(overshoot="a"), errors.InvalidSettings, "overshoot", "share not a number"),
    (lambda: seo_fr.Settings(published="2024-01-01"), errors.InvalidSettings, "datetime", "date not a date"),
    (lambda: seo_fr.Settings(input_format="pdf"), errors.InvalidSettings, "pdf", "unknown input format"),
    (lambda: seo_fr.Settings(message_language="de"), errors.InvalidSettings, "de", "unknown language of messages"),
    (lambda: seo_fr.Settings(seed=0.5), errors.InvalidSettings, "seed", "seed not whole"),
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


def test_nothing_is_written_in_a_folder_that_is_absent(tmp_path: Path, rewritten) -> None:
    with pytest.raises(errors.OutputNotWritable, match="n’existe pas"):
        rewritten("recrutement-ia").save(tmp_path / "absent" / "article.md")
    assert not list(tmp_path.iterdir())


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, rewritten, monkeypatch) -> None:
    target = tmp_path / "article.md"
    target.write_text("déjà là", encoding="utf-8")

    def full(self: Path, other: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(errors.OutputNotWritable, match="No space left"):
        rewritten("recrutement-ia").save(target)
    assert [p.name for p in tmp_path.iterdir()] == ["article.md"]
    assert target.read_text(encoding="utf-8") == "déjà là"


def test_a_bad_text_among_many_stops_nothing() -> None:
    found = list(seo_fr.rewrite_many(["", FRENCH], min_words=0))
    assert isinstance(found[0], seo_fr.Failure)
    assert found[0].index == 0
    assert isinstance(found[0].error, errors.EmptyText)
    assert isinstance(found[1], seo_fr.Rewrite)


def test_every_error_has_one_base_and_is_public() -> None:
    classes = [value for value in vars(errors).values() if isinstance(value, type)]
    assert all(issubclass(error, errors.SeoFrError) for error in classes)
    assert {error.__name__ for error in classes} <= set(seo_fr.__all__)


def test_insufficient_source_raises_on_request() -> None:
    with pytest.raises(errors.InsufficientSource, match="mots"):
        seo_fr.rewrite(FRENCH, settings=seo_fr.Settings(on_shortfall="raise"))
