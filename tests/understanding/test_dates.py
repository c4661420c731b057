"""Dates and periods: what they say by themselves, and what a publication date makes certain of them."""

import datetime as dt

import pytest

pytestmark = pytest.mark.model

ABSOLUTE = (  # (text, [(date, iso, preposition)], why)
    ("Le pont ouvre le 3 mai 2012.", [("le 3 mai 2012", "2012-05-03", "")], "a day"),
    ("Le pont ouvre le lundi 1er mai 2017.", [("le lundi 1er mai 2017", "2017-05-01", "")], "weekday, « 1er »"),
    ("Le pont ouvre le 03/05/2012.", [("le 03/05/2012", "2012-05-03", "")], "in figures"),
    ("Le pont ouvre en mai 2012.", [("mai 2012", "2012-05", "en")], "a month"),
    ("Le pont ouvre d’ici fin 2024.", [("fin 2024", "2024", "d’ici")], "an edge of a year"),
    ("Le pont date de 1890.", [("1890", "1890", "de")], "a year"),
    ("Le pont a servi entre 1890 et 1914.", [("1890", "1890", "entre"), ("1914", "1914", "et")], "two years"),
    ("Le pont ouvre à l’été 2019.", [("l’été 2019", "2019", "à")], "a season"),
    ("Le pont ouvre au premier trimestre 2013.", [("premier trimestre 2013", "2013", "au")], "a quarter"),
    ("Le pont date du XIXe siècle.", [("XIXe siècle", "", "du")], "a century"),
    ("La saison 2012-2013 commence.", [("2012-2013", "", "")], "a span"),
    ("La mode des années 1970 revient.", [("années 1970", "", "")], "a decade"),
    ("Ouverture le 31 février 2012.", [("le 31 février 2012", "", "")], "a day that never was"),
)


@pytest.mark.parametrize(("text", "expected", "why"), ABSOLUTE, ids=[a[2] for a in ABSOLUTE])
def test_absolute(analysed, text, expected, why) -> None:
    found = analysed(text).dates
    assert [(d.text, d.iso, d.preposition) for d in found] == expected, why
    assert all(d.absolute for d in found)


TUESDAY = dt.date(2012, 5, 22)
RELATIVE = (  # (text, iso, wording or "", why): read on Tuesday 22 May 2012
    ("Le pont a fermé ce matin.", "2012-05-22", "le 22 mai 2012 au matin", "« ce matin »"),
    ("Le pont a fermé hier soir.", "2012-05-21", "le 21 mai 2012 au soir", "« hier soir »"),
    ("Le pont rouvrira demain.", "2012-05-23", "le 23 mai 2012", "« demain »"),
    ("Le pont a fermé lundi.", "2012-05-21", "le lundi 21 mai 2012", "a weekday in the past"),
    ("Le pont rouvrira vendredi.", "2012-05-25", "le vendredi 25 mai 2012", "a weekday to come"),
    ("Le pont a fermé le mois dernier.", "2012-04", "en avril 2012", "« le mois dernier »"),
    ("Le pont a fermé l’an dernier.", "2011", "en 2011", "« l’an dernier »"),
    ("Le pont a fermé samedi dernier.", "2012-05-19", "le samedi 19 mai 2012", "« dernier »"),
    ("Le pont a fermé le 3 mai.", "2012-05-03", "le 3 mai 2012", "a day without its year"),
    ("Le pont rouvrira le 3 juin.", "2012-06-03", "le 3 juin 2012", "the same, to come"),
    ("Le pont a fermé en avril dernier.", "2012-04", "avril 2012", "« avril dernier »"),
    ("Le pont a fermé en décembre dernier.", "2011-12", "décembre 2011", "« décembre dernier », a year back"),
    ("Le pont rouvrira l’année prochaine.", "2013", "en 2013", "« l’année prochaine »"),
    ("Le pont a fermé en mars.", "2012-03", "mars 2012", "a bare month in the past"),
    ("Le pont ferme le samedi.", "", "", "every Saturday"),
    ("Le pont rouvrira en mars.", "", "", "a bare month that could be any year’s"),
    ("Le pont a fermé la veille.", "", "", "the eve of something in the story"),
    ("« Le pont a fermé hier », a dit le maire.", "", "", "said by somebody, one does not know when"),
    ("Le pont a fermé il y a dix ans.", "", "", "a duration"),
)


@pytest.mark.parametrize(("text", "iso", "wording", "why"), RELATIVE, ids=[r[3] for r in RELATIVE])
def test_relative(analysed, text, iso, wording, why) -> None:
    (date,) = analysed(text, TUESDAY).dates
    assert (date.iso, date.resolved, date.absolute) == (iso, wording, False), why
    (loose,) = analysed(text).dates
    assert (loose.iso, loose.resolved) == ("", ""), "nothing is resolved without a publication date"


def test_the_dateline_is_the_publication_date(analysed) -> None:
    analysis = analysed("22 mai 2012. – Le pont a fermé ce matin. Les bus passent ailleurs.")
    assert [d.resolved for d in analysis.dates] == ["le 22 mai 2012 au matin"]


NONE = (
    ("La sonde vise Mars.", "a planet"),
    ("Elle a vendu 2012 billets.", "an amount"),
    ("Il ouvre tous les lundis.", "every Monday"),
    ("Le mars fond au soleil.", "a sweet"),
)


@pytest.mark.parametrize(("text", "why"), NONE, ids=[n[1] for n in NONE])
def test_no_date(analysed, text, why) -> None:
    assert analysed(text).dates == (), why
