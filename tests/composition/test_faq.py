"""The block of questions: which are kept, in which order, with which answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.composition import answers
from seo_fr.composition.answer_worth import given, mirrors, same_as_heading
from seo_fr.composition.brief import Brief, Option
from seo_fr.composition.faq import (
    MOST_ALIKE,
    Asked,
    alone,
    completed,
    faq,
    form,
    option_of,
    ordered,
    refused,
    sourced,
    told_above,
    trivial,
    varied,
)
from seo_fr.composition.templates import Templates, environment
from seo_fr.model import Keyphrase, Piece
from seo_fr.pipeline import understand
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.questions import Question
from seo_fr.settings import DEFAULTS

ARTICLE = (
    "Le théâtre de Brévance rouvre ses portes. Le théâtre de Brévance est financé par le conseil régional. "
    "La salle a été fermée à cause d’un incendie. "
    "Le coût des travaux s’élève à 3 millions d’euros. "
    "Afin de réduire ses dépenses, la région a supprimé trois lignes de train. "
    "Le directeur du théâtre, Marc Aubin, a remercié les artisans. Elle sera inaugurée mardi prochain."
)


def brief_of(text: str, title: str = "", keyphrase: str = "théâtre") -> Brief:
    """A brief without concepts."""
    ctx = Context.of(understand(text, title=title or None))
    phrase = Keyphrase(keyphrase, keyphrase, (keyphrase.replace("â", "â"),), 1.0, "noun")
    return Brief(ctx, phrase, (), (), (), Templates(environment(None), 0), DEFAULTS, 700)


def asked(text: str, kind: str = "who", sid: int = 0, worth: float = 0.5, answer: str = "") -> Asked:
    """A question with a made-up answer."""
    said = answer or " ".join(f"{kind}{sid}{letter}" for letter in "abcdef") + "."
    piece = Piece(said, "restated", (sid,), f"faq.{kind}", 0.9)
    return Asked(Question(kind, text, (said,), (sid,), worth), Option((piece,), worth, sid, text))


def test_the_source_answers() -> None:
    block = faq(brief_of(ARTICLE), ())
    assert block is not None
    told = {o.heading: o.pieces[0].text for o in block.options}
    # the question is a sentence of the page too: its words are not all said again
    assert told["Qui finance le théâtre de Brévance ?"] == "Le conseil régional en assure le financement."
    assert told["Pourquoi la région a-t-elle supprimé trois lignes de train ?"] == (
        "La région cherche ainsi à réduire ses dépenses."
    )
    assert "Combien coûtent les travaux ?" not in told  # its answer would be the question and a figure
    assert "Pourquoi la salle a-t-elle été fermée ?" not in told  # « à cause d’un incendie » is all there is to say
    assert all(o.pieces[0].origin == "restated" and o.pieces[0].sources for o in block.options)


def test_the_order_is_kept_by_who_takes_the_best_first() -> None:
    block = faq(brief_of(ARTICLE), ())
    assert block is not None
    assert not block.ordered
    worths = [o.worth for o in block.options]
    assert worths == sorted(worths, reverse=True)


def test_nothing_in_mourning() -> None:
    text = (
        "Le maire de Brévance est mort samedi. Ses obsèques auront lieu mardi. Le défunt laisse deux enfants. "
        "La commune est en deuil. La salle a été fermée à cause du deuil. Le cercueil sera exposé."
    )
    brief = brief_of(text)
    assert brief.mourning
    assert faq(brief, ()) is None


def test_one_question_is_no_block() -> None:
    assert faq(brief_of("Il pleut sur la ville. Le théâtre est financé par le conseil régional."), ()) is None


def test_the_page_has_the_last_word() -> None:
    refused: list[str] = []

    def fits(option: Option) -> bool:
        refused.append(option.pieces[0].text)
        return False

    assert faq(brief_of(ARTICLE), (), fits) is None
    assert refused


def test_an_answer_that_echoes_the_source_is_passed_over() -> None:
    brief = brief_of(ARTICLE)
    fits = alone(brief)
    question = Question("who", "Qui finance le théâtre ?", (), (1,), 0.5)
    echo = option_of(brief, question, "Le théâtre de Brévance est financé par le conseil régional.")
    fresh = option_of(brief, question, "Le conseil régional finance le théâtre.")
    assert echo is not None
    assert fresh is not None
    assert not fits(echo)
    assert fits(fresh)


def test_an_answer_of_two_words_is_none() -> None:
    assert option_of(brief_of(ARTICLE), Question("when", "Quand ?", (), (1,), 0.5), "En 1996.") is None


def test_what_the_headline_says_is_not_asked() -> None:
    text = "Il pleut. L’entreprise Kelvo prévoit de supprimer 300 postes dans l’usine de Laval. Le maire proteste."
    brief = brief_of(text, title="Kelvo prévoit de supprimer 300 postes dans l’usine de Laval")
    question = Question("count", "Combien de postes Kelvo prévoit-elle de supprimer à Laval ?", (), (1,), 0.8)
    option = option_of(brief, question, "L’usine perdra 300 postes.")
    assert option is not None
    assert trivial(brief, question, option) is True  # the figure is in the headline
    where = Question("where", "Où Kelvo prévoit-elle de supprimer des postes ?", (), (1,), 0.8)
    option = option_of(brief, where, "Dans l’usine de Laval.")
    assert option is not None
    assert trivial(brief, where, option) is True
    option = option_of(brief, where, "Dans un atelier de la vallée voisine.")
    assert option is not None
    assert trivial(brief, where, option) is False


def test_few_of_a_kind_and_few_of_a_sentence() -> None:
    many = [asked(f"Qui a fait la chose numéro {k} ?", sid=k) for k in range(5)]
    assert len(varied(many)) == MOST_ALIKE
    same = [asked(f"Question {k} ?", kind=f"k{k}", sid=7) for k in range(5)]
    assert len(varied(same)) == 2


def test_no_two_alike_in_a_row() -> None:
    given = [
        asked("Quand ouvre le pont ?", "when", 0, 0.9),
        asked("Quand ferme le parc ?", "when", 1, 0.8),
        asked("Qui finance le parc ?", "who", 2, 0.7),
    ]
    assert [form(a.question.text) for a in ordered(varied(given))] == ["quand", "qui", "quand"]


def test_the_same_answer_is_given_once() -> None:
    given = [
        asked("Qui finance le parc ?", "who", 0, 0.9, "Le conseil régional finance le parc."),
        asked("Qui paie le parc ?", "who", 1, 0.8, "Le conseil régional finance le parc."),
    ]
    assert len(varied(given)) == 1


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("Qui dirige les travaux après une année d’études ?", True, "no reader knows of the year of studies"),
        ("Qu’ont permis de découvrir les mesures des deux dernières années ?", True, "the last years of when?"),
        ("Qui a produit les toutes 1res unités ?", True, "nobody asks so"),
        ("Qui dirige les travaux ?", False, "plain"),
        ("Qui dirige la ville depuis 2010 ?", False, "a year is known to all"),
    ],
)
def test_restrictions_are_refused(question: str, expected: bool, why: str) -> None:
    assert refused(question) is expected, why


@pytest.mark.parametrize(
    ("first", "second", "expected", "why"),
    [
        ("La capsule restera là un an.", "La capsule emporte du sable.", "Elle emporte du sable.", "one subject"),
        (
            "C’est le 3 mai que sort le livre.",
            "Le livre est baptisé « Aube ».",
            "Il est baptisé « Aube ».",
            "the subject stood last",
        ),
        (
            "C’est le 3 mai qu’a décollé la fusée.",
            "La fusée est conçue à Lyon.",
            "Elle est conçue à Lyon.",
            "the same with an auxiliary",
        ),
        (
            "Pour la station, la capsule emporte 5 kg.",
            "La capsule restera là un an.",
            "Elle restera là un an.",
            "after an opening",
        ),
        ("Le maire a signé.", "Le préfet a refusé.", "Le préfet a refusé.", "two subjects"),
        ("La fin du mois est sèche.", "La fin du jour est belle.", "La fin du jour est belle.", "alike only at first"),
        ("Paul Mercier signe.", "Paul Mercier part.", "Paul Mercier part.", "a name keeps its gender to itself"),
    ],
)
def test_the_second_sentence_takes_up_the_first(first: str, second: str, expected: str, why: str) -> None:
    assert answers.taken_up(first, second) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "Kelvo offre des postes aux candidats sans entretien, selon la presse.",
            True,
            "the same words, another order",
        ),
        ("Les candidats n’ont pas d’entretien à passer.", False, "another frame"),
    ],
)
def test_what_only_says_the_source_again(text: str, expected: bool, why: str) -> None:
    ctx = Context.of(understand("Il pleut. La presse indique que Kelvo offre des postes aux candidats sans entretien."))
    assert answers.restated(ctx, text, (1,)) is expected, why


def test_an_answer_gathers_two_sentences() -> None:
    text = (
        "La direction du musée de Brévance a réagi. "
        "La baisse de fréquentation du musée est due à la fermeture du pont. "
        "La fermeture du pont s’explique par une crue du fleuve en avril. "
        "Le musée a été fondé par Anna Weber. Le théâtre a été fermé à cause d’un incendie. "
        "La construction du musée a été financée par la région Bretagne en 1990. "
        "Le coût des travaux s’élève à 3 millions d’euros, dont 2 millions d’euros pour la scène."
    )
    brief = brief_of(text, keyphrase="musée")
    made = completed(brief, varied(sourced(brief, alone(brief))), alone(brief))
    both = [one.option.pieces for one in made if len(one.option.pieces) == 2]
    assert both
    for pieces in both:
        assert pieces[0].sources != pieces[1].sources
        assert all(piece.origin == "restated" and piece.operation.startswith("faq.") for piece in pieces)


def test_no_question_is_used_up_under_three() -> None:
    brief = brief_of(ARTICLE)
    kept = varied(sourced(brief, alone(brief)))
    made = completed(brief, kept, alone(brief))
    assert len(made) >= min(3, len(kept)) - 1


def test_open_articles_are_asked_about(open_articles: dict[str, dict[str, Any]]) -> None:
    found: dict[str, int] = {}
    check: Callable[[str], bool] = lambda text: text.endswith((".", "…"))  # noqa: E731
    for name, article in open_articles.items():
        brief = brief_of(article["text"], article["title"])
        kept = varied(sourced(brief, alone(brief)))
        found[name] = len(kept)
        for one in kept:
            assert one.question.text.endswith(" ?")
            assert check(one.option.pieces[0].text)
            assert set(one.option.pieces[0].sources) <= {s.id for s in brief.ctx.sentences}
    assert sum(n >= 2 for n in found.values()) >= 8, found


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Le départ était prévu le 19 mai 2012.", False, "« samedi dernier » is not the source’s 19 May"),
        ("Le départ a eu lieu le 22 mai 2012.", True, "the day of the dateline"),
        ("La fête aura lieu le 3 juin 2012.", True, "a day of the text"),
        ("Le départ était prévu en mai.", True, "no day"),
    ],
)
def test_days_are_those_of_the_source(text: str, expected: bool, why: str) -> None:
    told = "22 mai 2012. - Prévu samedi dernier, le départ a été reporté. La fête aura lieu le 3 juin. Il pleut."
    assert answers.days_told(Context.of(understand(told)), text) is expected, why


@pytest.mark.parametrize(
    ("kind", "question", "text", "expected", "why"),
    [
        ("measure", "Quelle est la masse de la sonde ?", "La masse de la sonde est de 20 kg.", True, "a bare figure"),
        ("measure", "Quelle est la masse de la sonde ?", "20 kg, soit 3 fois celle du mât.", False, "two figures"),
        ("count", "Combien de réserves a-t-il émises ?", "Le club en a émis 41, dont 21 nouvelles.", False, "a share"),
        ("when", "Quand sort le livre ?", "Le livre est attendu en mai 2031.", True, "a bare date"),
        (
            "when",
            "Quand sort le livre ?",
            "En mai 2031 : ce sera le tome 4, dit « Aube ».",
            False,
            "its number and name",
        ),
        ("who", "Qui finance le parc ?", "La région finance le parc.", False, "who is all that was asked"),
    ],
)
def test_what_mirrors_its_question(kind: str, question: str, text: str, expected: bool, why: str) -> None:
    assert mirrors(kind, question, text) is expected, why


@pytest.mark.parametrize(
    ("kind", "second", "expected", "why"),
    [
        ("cause", "cause", True, "the cause of the cause"),
        ("cause", "who", False, "who put it out is no cause"),
        ("whether", "claim", False, "what somebody else rejects"),
        ("count", "count", False, "another count"),
        ("when", "opened", True, "what it is called"),
    ],
)
def test_the_second_sentence_answers_too(kind: str, second: str, expected: bool, why: str) -> None:
    assert answers.answering(kind, answers.Statement("Texte.", (3,), second)) is expected, why


@pytest.mark.parametrize(
    ("question", "text", "told", "expected", "why"),
    [
        (
            "Combien de réserves le club a-t-il émises ?",
            "Le club en a émis 41, dont 21 nouvelles.",
            "Le club avait émis 41 réserves, dont 21 nouvelles.",
            True,
            "the chapô has it all",
        ),
        (
            "Quelle part des taxes portera sur les logements ?",
            "53 % ; les 47 % restants porteront sur les bureaux.",
            "53 % | Part des taxes sur les logements",
            False,
            "the table has half of it",
        ),
        (
            "Qui a conçu le code ?",
            "La graphiste Anna Weber a conçu le code après huit ans de recherches.",
            "Un code aide les daltoniens à Porto.",
            False,
            "the chapô names nobody",
        ),
    ],
)
def test_what_the_reader_has_read(question: str, text: str, told: str, expected: bool, why: str) -> None:
    assert given(question, text, [told]) is expected, why


@pytest.mark.parametrize(
    ("kind", "text", "sentence", "expected", "why"),
    [
        ("count", "Kelvo compte 300 usagers en ville.", "300 usagers utilisent Kelvo en ville.", True, "said again"),
        ("who", "La région finance le parc.", "Le parc est financé par la région.", False, "who is no figure"),
        ("count", "Le club en a émis 41, dont 21 nouvelles.", "Le club a émis 41 réserves.", False, "it tells more"),
    ],
)
def test_what_may_be_a_heading_as_it_stands(kind: str, text: str, sentence: str, expected: bool, why: str) -> None:
    assert same_as_heading(kind, text, sentence) is expected, why


def test_the_chapo_is_not_asked_about() -> None:
    opening = (
        "Le théâtre de Brévance est financé par le conseil régional depuis sa fondation, et il rouvre ses portes au "
        "public après des mois de travaux dans toutes ses salles."
    )
    brief = brief_of(f"{opening}\n\n{ARTICLE.partition('. ')[2]}")
    assert told_above(brief)[0].startswith("Le théâtre de Brévance est financé")
    assert "Qui finance le théâtre de Brévance ?" not in {a.question.text for a in sourced(brief, all_fit)}
    assert "Qui finance le théâtre de Brévance ?" in {a.question.text for a in sourced(brief_of(ARTICLE), all_fit)}


def all_fit(option: Option) -> bool:
    """Let everything pass."""
    return bool(option.pieces)
