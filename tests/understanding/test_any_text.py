"""What must hold of any text: no crash, exact slices, offsets inside their sentence, the same value twice."""

import datetime as dt
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seo_fr.pipeline import understand
from seo_fr.settings import Settings

pytestmark = pytest.mark.model

PIECES = st.sampled_from(
    [
        "Anne Roche",
        "le maire",
        "M. Farge",
        "Selon la mairie, ",
        ", a déclaré ",
        " que ",
        "« ",
        " »",
        "“",
        "”",
        '"',
        "(",
        ")",
        " : ",
        " ; ",
        ". ",
        ", ",
        " ? ",
        "ne ",
        "pas ",
        "peut ",
        "aurait ",
        "semble ",
        "fermer ",
        "le pont ",
        "ferme ",
        "plus de ",
        "entre 5 et 10 ans ",
        "340 000 ",
        "milliards d’euros ",
        "12 % ",
        "un ",
        "le 3 mai 2012 ",
        "hier ",
        "ce matin ",
        "accuse Norva d’avoir ",
        "vient d’annoncer ",
        "De ",
        "la société Norva",
        " est un ",
        "l’",
        "qu’",
        "\n",
        "\n\n",
        "\x00",
        "\ud800",
        "\u202e",
        "\u00a0",
        "🎉",
        "-",
        "1",
    ]
)


def check(analysis) -> None:
    text = analysis.source.text
    spans = [(m.start, m.end, m.text, m.sentence) for m in analysis.mentions]
    spans += [(r.start, r.end, r.text, r.sentence) for r in analysis.roles]
    spans += [(f.start, f.end, f.text, f.sentence) for f in analysis.figures]
    spans += [(d.start, d.end, d.text, d.sentence) for d in analysis.dates]
    spans += [(a.start, a.end, text[a.start : a.end], a.sentence) for a in analysis.attributions]
    spans += [(s.start, s.end, text[s.start : s.end], s.sentence) for s in analysis.scopes]
    for start, end, written, sid in spans:
        sentence = analysis.source.sentences[sid]
        assert sentence.start <= start < end <= sentence.end, written
        assert text[start:end] == written
    for q in analysis.quotations:
        assert text[q.start : q.end] == q.text != ""
    for a in analysis.attributions:
        assert a.speaker == (text[a.speaker_start : a.speaker_end] if a.speaker_start >= 0 else "")
        assert -1 <= a.entity < len(analysis.entities)
    for f in analysis.figures:
        for part in (f.number, f.counted, f.qualifier.strip() if f.qualifier != "entre" else ""):
            assert part in f.text or part in text[f.start : f.end + 12]
    assert [t.i for t in analysis.tokens] == list(range(len(analysis.tokens)))
    assert all(text[t.start : t.end] == t.text for t in analysis.tokens)


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from([None, dt.date(2012, 5, 22)]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_offsets_are_exact_on_any_text(text, published) -> None:
    options = Settings(input_format="text", published=published)
    analysis = understand(text, settings=options)
    check(analysis)
    assert understand(text, settings=options) == analysis


LONG = (
    ("mot ", "no punctuation"),
    ("Selon la mairie, le pont ne peut pas fermer, ", "marks of every kind, no stop"),
    ("« Oui », dit Anne Roche, ", "quotations and speakers"),
    ("entre 5 et 10 ans ou plus de 3 km, ", "figures"),
    ("le maire de Brest, Luc Farge, et ", "names and roles"),
    ("il dit que ", "nested reported clauses"),
    ("( « “ ", "opening marks"),
    (") » ” ", "closing marks"),
    ("le pont de ", "complements inside complements"),
    ("a", "one word"),
    ("\x00\u202e\ud800 ", "nothing that is seen"),
    ("le 3 mai 2012 et hier ", "dates"),
)


@pytest.mark.parametrize(("unit", "why"), LONG, ids=[row[1] for row in LONG])
def test_a_line_of_20_000_characters(unit, why) -> None:
    text = (unit * (20_000 // len(unit))).strip()
    began = time.perf_counter()
    analysis = understand(text, settings=Settings(input_format="text"))
    assert time.perf_counter() - began < 60, why  # most of it is the parse
    check(analysis)


def test_the_open_articles_hold_too(open_articles) -> None:
    for article in list(open_articles.values())[::6]:
        check(understand(article["text"], title=article.get("title") or None))
