"""Formats in: what is kept as what it is, what is dropped, and offsets that point into the cleaned text."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_fr.reading import read
from seo_fr.reading.clean import clean
from seo_fr.reading.dateline import dateline_of
from seo_fr.reading.formats import format_of
from seo_fr.settings import Settings


def shape(text: str, kind: str = "auto") -> list[tuple[str, int, str]]:
    source = read(text, settings=Settings(input_format=kind))
    return [(b.kind, b.level, source.text[b.start : b.end]) for b in source.blocks]


KINDS = (
    ("Un pont. Une rue.", "text"),
    ("- un\n- deux\n- trois", "text"),
    ("a < b et c > d", "text"),
    ("Il pèse 3 * 4 = 12 kg.", "text"),
    ("# Titre\n\nUn pont.", "markdown"),
    ("Un **pont** rouvre.", "markdown"),
    ("Voir [le site](https://exemple.fr).", "markdown"),
    ("> Une phrase citée.", "markdown"),
    ("<p>Un pont.</p>", "html"),
    ("Un <b>pont</b>.<br>Une rue.<br>", "html"),
)


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_format(text, expected) -> None:
    assert format_of(text) == expected


PLAIN = (  # (text, blocks, why)
    (
        "Le pont ferme.\nLa rue ouvre.",
        [("paragraph", 0, "Le pont ferme."), ("paragraph", 0, "La rue ouvre.")],
        "one paragraph a line",
    ),
    (
        "Le pont ferme.\n\nLa rue ouvre.",
        [("paragraph", 0, "Le pont ferme."), ("paragraph", 0, "La rue ouvre.")],
        "blank lines between",
    ),
    (
        "Le vieux pont de pierre qui mène au marché ferme lundi\npour six mois, le temps que la ville en refasse les "
        "trois\narches et les parapets, abîmés par la crue de l’hiver\ndernier. Les bus passeront par le quai.\n\nFin.",
        [
            (
                "paragraph",
                0,
                "Le vieux pont de pierre qui mène au marché ferme lundi pour six mois, le temps que la ville en "
                "refasse les trois arches et les parapets, abîmés par la crue de l’hiver dernier. Les bus passeront "
                "par le quai.",
            ),
            ("paragraph", 0, "Fin."),
        ],
        "wrapped lines",
    ),
    (
        "Le pont ferme.\n\nLes bus\n\nIls passent par le quai.\n\nLes vélos\n\nIls passent aussi.",
        [
            ("paragraph", 0, "Le pont ferme."),
            ("heading", 2, "Les bus"),
            ("paragraph", 0, "Ils passent par le quai."),
            ("heading", 2, "Les vélos"),
            ("paragraph", 0, "Ils passent aussi."),
        ],
        "sub-headings on their own line",
    ),
    (
        "Il faut :\n- un pot ;\n- deux vis.\nC’est tout.",
        [
            ("paragraph", 0, "Il faut :"),
            ("item", 0, "un pot ;"),
            ("item", 0, "deux vis."),
            ("paragraph", 0, "C’est tout."),
        ],
        "a list",
    ),
    (
        "— Tu viens ?\n\n— Non.",
        [("paragraph", 0, "— Tu viens ?"), ("paragraph", 0, "— Non.")],
        "dialogue is no list",
    ),
)


@pytest.mark.parametrize(("text", "expected", "why"), PLAIN, ids=[p[2] for p in PLAIN])
def test_plain_text(text, expected, why) -> None:
    assert shape(text, "text") == expected, why


def test_markdown() -> None:
    text = (
        "---\ntitle: X\n---\n\nDébut.\n\n## Un **pont**\n\nIl [ferme](http://a.fr) *lundi*.\n\n"
        "1. un\n2. deux\n   - trois\n\n> cité\n\n"
        "```\ncode\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![image](x.png)\n\n<script>x</script>\n\nFin."
    )
    assert shape(text) == [
        ("paragraph", 0, "Début."),
        ("heading", 2, "Un pont"),
        ("paragraph", 0, "Il ferme lundi."),
        ("item", 0, "un"),
        ("item", 0, "deux"),
        ("item", 1, "trois"),
        ("quote", 0, "cité"),
        ("row", 0, "a | b"),
        ("row", 0, "1 | 2"),
        ("paragraph", 0, "Fin."),
    ]
    source = read(text)
    assert [b.ordered for b in source.blocks if b.kind == "item"] == [True, True, False]
    assert [b.cells for b in source.blocks if b.kind == "row"] == [("a", "b"), ("1", "2")]


def test_html() -> None:
    text = (
        "<html><head><title>T</title><style>a{}</style></head><body><nav>Menu</nav><main><h1>Le pont</h1>"
        "<p>Il <b>ferme</b>&nbsp;lundi&nbsp;!<br>Dommage.</p><script>x()</script>"
        "<ul><li>un<ul><li>deux</li></ul></li></ul>"
        "<blockquote><p>cité</p></blockquote><table><tr><th>a</th><td>1</td></tr></table><pre>code</pre>"
        "<p hidden>caché</p><p>Fin.</p></main><footer>Pied</footer></body></html>"
    )
    assert shape(text) == [
        ("paragraph", 0, "Il ferme lundi ! Dommage."),
        ("item", 0, "un"),
        ("item", 1, "deux"),
        ("quote", 0, "cité"),
        ("row", 0, "a | 1"),
        ("paragraph", 0, "Fin."),
    ]
    assert read(text).title == "Le pont"


TITLES = (  # (text, given, title, first block, why)
    ("# Le pont\n\nIl ferme.\n\nFin.", None, "Le pont", "Il ferme.", "a Markdown headline"),
    (
        "Le pont ferme lundi\n\nIl ferme pour six mois.\n\nFin.",
        None,
        "Le pont ferme lundi",
        "Il ferme pour six mois.",
        "a line",
    ),
    ("Le pont ferme lundi.\n\nIl ferme pour six mois.", None, "", "Le pont ferme lundi.", "a sentence is no headline"),
    ("Le pont ferme\n\nIl ferme.\n\nFin.", "Le pont ferme", "Le pont ferme", "Il ferme.", "the title given, again"),
    ("Il ferme.\n\nFin.", "Le  pont\nferme", "Le pont ferme", "Il ferme.", "a given title is cleaned"),
)


@pytest.mark.parametrize(("text", "given_title", "title", "first", "why"), TITLES, ids=[t[4] for t in TITLES])
def test_headline(text, given_title, title, first, why) -> None:
    source = read(text, title=given_title)
    assert " ".join(source.title.split()) == title, why
    assert source.text[source.blocks[0].start : source.blocks[0].end] == first


DATELINES = (  # (text, dateline, rest, date)
    ("22 mai 2012. – Le pont ferme.", "22 mai 2012", "Le pont ferme.", dt.date(2012, 5, 22)),
    ("Paris, le 3 mai 2012 – Le pont ferme.", "Paris, le 3 mai 2012", "Le pont ferme.", dt.date(2012, 5, 3)),
    ("Brest, lundi 1er mai 2017 - Le pont ferme.", "Brest, lundi 1er mai 2017", "Le pont ferme.", dt.date(2017, 5, 1)),
    ("METZ (AFP) — Le pont ferme.", "METZ (AFP)", "Le pont ferme.", None),
    ("Lyon, le 3 mai 2012 : Le pont ferme.", "Lyon, le 3 mai 2012", "Le pont ferme.", dt.date(2012, 5, 3)),
    ("03/05/2012 – Le pont ferme.", "03/05/2012", "Le pont ferme.", dt.date(2012, 5, 3)),
    ("Le 3 mai 2012, le pont ferme.", "", "Le 3 mai 2012, le pont ferme.", None),
    ("Le 3 mai 2012 est un jeudi.", "", "Le 3 mai 2012 est un jeudi.", None),
    ("Le pont – vieux de trois siècles – ferme.", "", "Le pont – vieux de trois siècles – ferme.", None),
    ("31 février 2012 – Le pont ferme.", "", "31 février 2012 – Le pont ferme.", None),
)


@pytest.mark.parametrize(("text", "dateline", "rest", "date"), DATELINES)
def test_dateline(text, dateline, rest, date) -> None:
    found, cut, published = dateline_of(text)
    assert (found, text[cut:].strip(), published) == (dateline, rest, date)
    source = read(text)
    assert (source.text, source.dateline, source.published) == (rest, dateline, date)


def test_the_callers_date_wins() -> None:
    given_date = dt.date(2020, 1, 2)
    source = read("22 mai 2012. – Le pont ferme.", settings=Settings(published=given_date))
    assert source.published == given_date


CLEANED = (
    ("Le\u00a0pont\u202f: 12\u2009%", "Le pont : 12 %", "spaces"),
    ("e\u0301te\u0301", "été", "composed letters"),
    ("co\u00adût\u200b to\u2060tal\ufeff", "coût total", "soft hyphens and zero width"),
    ("a\u202eb\u2066c\u2069", "abc", "bidi marks"),
    ("a\x00b\x07c\x7f", "abc", "control characters"),
    ("a\ud800b", "ab", "lone surrogates"),
    ("ﬁn, ﬂot, eﬀet", "fin, flot, effet", "ligatures of type"),
    ("un\r\ndeux\rtrois\u2028quatre", "un\ndeux\ntrois\nquatre", "line ends"),
    ("👩\u200d🚀 a\u200db", "👩\u200d🚀 ab", "a joiner stays inside a pictogram only"),
    ("œuvre, Ÿ, ǧ, 漢字, Ğ1, ½", "œuvre, Ÿ, ǧ, 漢字, Ğ1, ½", "everything else stays"),
)


@pytest.mark.parametrize(("text", "expected", "why"), CLEANED, ids=[c[2] for c in CLEANED])
def test_clean(text, expected, why) -> None:
    assert clean(text) == expected, why
    assert clean(expected) == expected


PIECES = st.sampled_from(
    [
        *"aÉ.!?…;:,«»“”\"'’()[]-–—•#*_>|<&1\n\t \x00\u200b\u202e\u00a0",
        "\n\n",
        "Le pont ferme. ",
        "- un\n",
        "## Un\n",
        "<p>Un</p>",
        "22 mai 2012. – ",
        "Modèle:X",
        "ont périt",
        " de de ",
        "\ud83d",
        "ﬁ",
        "🎉",
        "| a | b |\n|--|--|\n",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["auto", "text", "markdown", "html"]))
@settings(max_examples=300, deadline=None)
def test_offsets_map_into_the_cleaned_text(text: str, kind: str) -> None:
    source = read(text, settings=Settings(input_format=kind))
    at = 0
    for k, sentence in enumerate(source.sentences):
        assert sentence.id == k
        assert source.text[sentence.start : sentence.end] == sentence.text != ""
        block = source.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert not source.text[at : sentence.start].strip()
        at = sentence.end
    assert not source.text[at:].strip()
    ends = [(b.start, b.end) for b in source.blocks]
    assert ends == sorted(ends)
    assert all(source.text[a:b] == source.text[a:b].strip() != "" for a, b in ends)
    assert read(text, settings=Settings(input_format=kind)) == source


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_letter_or_digit_of_a_plain_text_is_lost(text: str) -> None:
    options = Settings(input_format="text", repair_source=False)
    source = read(text, settings=options)
    kept = f"{source.title}{source.dateline}{source.text}"
    lost = [n.before for n in source.notes if n.code == "source.leftover"]
    marks = sum(c.isalnum() for c in clean(text))
    numbered = sum(c.isalnum() for line in clean(text).split("\n") for c in line[:4])  # « 1. », « a) » of an item
    assert sum(c.isalnum() for c in kept + "".join(lost)) >= marks - numbered


LOST_BULLETS = (  # (text, kinds of its blocks, why)
    (
        "La ville tient deux fêtes :\n\nle 3 mai, un bal ;\n\nle 5 mai, un feu. Il sera tiré du quai.\n\nOn danse.",
        ["paragraph", "item", "item", "paragraph", "paragraph"],
        "paragraphs that end on « ; »",
    ),
    (
        "La ville tient deux fêtes :\n\nle 3 mai, un bal.\n\nle 5 mai, un feu.\n\nOn danse.",
        ["paragraph"] * 4,
        "whole sentences are no members",
    ),
    (
        "La ville tient une fête :\n\nle 3 mai, un bal ;\n\nLe maire parle.\n\nOn danse.",
        ["paragraph"] * 4,
        "one is no list",
    ),
    (
        "La garde parle.\n\nNous avons tout perdu en une seule nuit de tempête. — Anne Roy, gardienne\n\nOn danse.",
        ["paragraph", "quote", "paragraph"],
        "words with the name of who said them",
    ),
    (
        "La garde se souvient de ce que la ville a perdu – le port – et de la tempête.\n\nOn y danse.\n\nOn y rit.",
        ["paragraph"] * 3,
        "dashes inside a sentence",
    ),
)


@pytest.mark.parametrize(("text", "kinds", "why"), LOST_BULLETS, ids=[row[2] for row in LOST_BULLETS])
def test_lists_and_quotations_without_their_marks(text: str, kinds: list[str], why: str) -> None:
    assert [block.kind for block in read(text).blocks] == kinds, why
