"""Headings in other forms than the sentence: participles, infinitives, questions, ends of quotations; and clauses."""

from __future__ import annotations

from functools import cache

import pytest

from seo_fr.model import Analysis
from seo_fr.pipeline import understand
from seo_fr.rewriting.clauses import Clause, clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.headline import fact_headings
from seo_fr.topics.heading_checks import weighed
from seo_fr.topics.heading_families.asked import how, orders, what_is
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate
from seo_fr.topics.heading_families.nominals import noun_phrases
from seo_fr.topics.heading_families.quotations import quotations

pytestmark = pytest.mark.model


@cache
def analysis(text: str, title: str = "") -> Analysis:
    """A text understood once."""
    return understand(text, title=title or None)


@cache
def stage(text: str, title: str = "") -> Stage:
    """The same, indexed for headings."""
    return Stage.of(analysis(text, title))


def ids(text: str, title: str = "") -> list[int]:
    """The sentences of a text."""
    return [sentence.id for sentence in analysis(text, title).source.sentences]


def curled(text: str) -> str:
    """Curled apostrophes, as in print."""
    return text.replace("'", "’")


def texts(found: list[Candidate]) -> list[str]:
    """What candidates say."""
    return [curled(item.text) for item in found]


# ------------------------------------------------------------------------------------------------------- participles


def facts(text: str) -> list[str]:
    """Every fact of a text."""
    ctx = Context.of(analysis(text))
    return [curled(h.text) for h in fact_headings(ctx, range(len(ctx.sentences)))]


PARTICIPLES = (  # text, heading, why
    ("Le procureur avait requis huit ans ferme.", "Huit ans ferme requis par le procureur", "a pluperfect turned"),
    ("Le jury a retenu trois projets.", "Trois projets retenus par le jury", "a masculine plural"),
    ("Deux ingénieurs ont conçu la passerelle.", "La passerelle conçue par deux ingénieurs", "a feminine singular"),
    ("Paul Vernet a dessiné les plans de la halle.", "Les plans de la halle dessinés par Paul Vernet", "a name"),
    ("La brigade a saisi 40 kilos de safran.", "40 kilos de safran saisis par la brigade", "an amount"),
    ("Mardi, la région a fermé la ligne de Lorzac.", "La ligne de Lorzac fermée par la région", "the day goes"),
    ("Selon Luce Ferrand, la région a versé 40 000 euros à la scierie.",
     "40 000 euros versés par la région, selon Luce Ferrand", "whose word it is stays"),
    ("La tannerie a été rachetée en 2014 par la coopérative Orlane.",
     "La tannerie rachetée en 2014 par la coopérative Orlane", "a passive without its auxiliary"),
    ("Les deux ânes ont été retrouvés à Lorzac.", "Les deux ânes retrouvés à Lorzac", "with what completes it"),
    ("L’ancien gérant de la scierie avait été condamné.", "L’ancien gérant de la scierie condamné",
     "nothing completes it, but the subject tells which one it is"),
    ("Un expert a examiné la poutre et le toit de la halle.", "La poutre et le toit de la halle examinés par un expert",
     "one masculine noun among two"),
    ("Plus de la moitié des habitants ont signé la pétition.",
     "La pétition signée par plus de la moitié des habitants", "no capital inside"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "heading", "why"), PARTICIPLES)
def test_a_fact_is_told_by_its_participle(text: str, heading: str, why: str) -> None:
    assert heading in facts(text), why


NO_PARTICIPLE = (  # text, what no heading may hold, why
    ("Le jury n’a pas retenu trois projets.", "retenus par", "denied"),
    ("Le jury aurait retenu trois projets.", "retenus par", "a rumour"),
    ("Le jury retient trois projets.", "retenus par", "not yet done"),
    ("La source a peut-être été polluée par la carrière.", "La source polluée", "a doubt"),
    ("Le moulin sera restauré en 2030 par le syndicat.", "Le moulin restauré", "to come"),
    ("Le moulin a été restauré.", "Le moulin restauré", "a short subject with nothing that completes it"),
    ("La moitié des vignes ont été arrachées en 1985.", "La moitié des vignes arrachées",
     "without its verb, it would not agree"),
    ("La mairie a vendu du sable.", "vendu par", "a mass"),
    ("La mairie a vendu ses deux moulins.", "vendus par", "whose mills?"),
    ("Le conseil a rejeté ce projet de carrière.", "rejeté par", "which project?"),
    ("Le pont a coûté deux millions d’euros.", "coûtés par", "a verb that has no passive"),
    ("Le préfet a revu à la hausse les limites de vitesse.", "revues par", "« à la hausse » would be lost"),
    ("On a compté quatorze fissures dans la voûte.", "comptées par", "« par on »"),
    ("Des inconnus ont volé quarante ruches.", "par des", "« par des inconnus »"),
    ("La pluie a duré trois jours.", "durés par", "a length of time is no object"),
    ("Le jury a décerné le prix du livre à Luce Ferrand.", "décerné par", "the receiver would be cut off"),
    ("La direction a annoncé le passage à une semaine de quatre jours.", "annoncé à", "the noun’s own complement"),
    ("Les élus ont visité la scierie de la vallée et les ouvriers ont repris le travail.", "et les ouvriers",
     "the subject of the next clause"),
    ("Le batelier prévoit de reprendre la traversée du lac et le maire demande une étude.", "demande une étude",
     "it is the mayor who asks"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words", "why"), NO_PARTICIPLE)
def test_no_participle_where_it_would_say_else(text: str, words: str, why: str) -> None:
    assert not [told for told in facts(text) if words in told], why


# -------------------------------------------------------------------------------------------- orders and questions

ORDERS = (  # sentence, heading or "", why
    ("Versez l’eau tiède sur la fécule, puis remuez sans arrêt.", "Verser l’eau tiède sur la fécule", "to the comma"),
    ("Ensuite, vérifiez deux repères sur la notice avant la pose.", "Vérifier deux repères sur la notice",
     "a link before, a time after"),
    ("Remplissez le réservoir d’eau de pluie jusqu’au trait.", "Remplir le réservoir d’eau de pluie", "« -issez »"),
    ("Pensez à vider la cuve de la citerne avant les gelées.", "Vider la cuve de la citerne", "a reminder"),
    ("N’oubliez pas de graisser la charnière du portail au printemps.", "Graisser la charnière du portail au printemps",
     "another"),
    ("Arrosez le pied des tomates au lever du jour dans le potager en pente sous la serre.",
     "Arroser le pied des tomates au lever du jour", "the last circumstances go"),
    ("Versez-la dans un bol.", "", "what?"),
    ("Posez les dalles de son jardin sur du sable.", "", "whose garden?"),
    ("Zorguez la pâte dans un moule en terre.", "", "no verb that is known"),
    ("Prenez deux fois par jour une tisane de thym.", "", "how often is no object"),
    ("Racontez la panne au gardien du refuge.", "", "a verb that only tells"),
    ("Taillez les branches mortes du figuier en hiver et les rejets du pied.", "", "the second thing would be lost"),
    ("« Versez l’eau tiède sur la fécule, puis remuez », dit Anne Roy.", "", "somebody else’s order"),
    ("La mairie arrose les massifs du parc au lever du jour.", "", "no order"),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "heading", "why"), ORDERS)
def test_an_order_becomes_an_infinitive(sentence: str, heading: str, why: str) -> None:
    found = texts([item for sid in ids(sentence) for item in orders(stage(sentence), sid)])
    assert found == ([heading] if heading else []), why


HOW = (  # sentence, heading or "", why
    ("Pour espacer les arrosages du balcon, on conseille de pailler la terre.",
     "Comment espacer les arrosages du balcon ?", "an aim, then advice"),
    ("Afin d’éloigner les limaces du potager, il faut arroser le matin.", "Comment éloigner les limaces du potager ?",
     "« afin de »"),
    ("Pour bien choisir un rabot, il suffit de le prendre en main.", "Comment bien choisir un rabot ?", "an adverb"),
    ("Pour réduire la facture de chauffage, baissez le thermostat d’un degré.",
     "Comment réduire la facture de chauffage ?", "an aim, then an order"),
    ("Pour espacer les arrosages du balcon, la mairie a posé des cuves.", "", "a fact, no advice"),
    ("Pour soigner ses rosiers, on peut tailler en mars.", "", "whose?"),
    ("Pour dire la vérité aux voisins, il faut du courage.", "", "an aim that only tells"),
    ("Pour Anne Roy, on peut attendre.", "", "a view, no aim"),
    ("« Pour espacer les arrosages du balcon, on conseille de pailler », dit Anne Roy.", "", "quoted"),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "heading", "why"), HOW)
def test_advice_answers_how(sentence: str, heading: str, why: str) -> None:
    found = texts([item for sid in ids(sentence) for item in how(stage(sentence), sid)])
    assert found == ([heading] if heading else []), why


DRAUGHT = "Le tirant d’eau, c’est la hauteur de coque sous l’eau."
WHAT = (  # section, headline, heading or "", why
    (f"{DRAUGHT} Un tirant d’eau faible permet d’entrer au port.", "", "Qu’est-ce que le tirant d’eau ?", "« c’est »"),
    (f"{DRAUGHT} Le port attend.", "Bien lire un tirant d’eau", "Qu’est-ce que le tirant d’eau ?", "in the headline"),
    ("L’essaimage désigne le départ d’une partie de la ruche. L’essaimage survient en mai.", "",
     "Qu’est-ce que l’essaimage ?", "« désigne »"),
    ("La greffe consiste à unir deux plantes. Une greffe réussit au printemps.", "", "Qu’est-ce que la greffe ?",
     "« consiste à »"),
    (f"{DRAUGHT} Le port attend.", "", "", "told of once only"),
    ("Ce tirant d’eau, c’est la hauteur de coque. Un tirant d’eau faible suffit.", "", "", "one among others"),
    ("Le plus beau de ses jours, c’est le dimanche. Ses jours sont beaux.", "", "", "whose days?"),
    ("Le tirant d’eau inquiète le port. Un tirant d’eau faible suffit.", "", "", "nothing is defined"),
    ("La mairie désigne un architecte. La mairie attend.", "", "", "appointed, not defined"),
    ("Le problème, c’est la pluie. Le problème dure.", "", "", "a noun that only points"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "title", "heading", "why"), WHAT)
def test_a_definition_answers_what_it_is(text: str, title: str, heading: str, why: str) -> None:
    found = texts(what_is(stage(text, title), ids(text, title)))
    assert found == ([heading] if heading else []), why


# ---------------------------------------------------------------------------------------------- ends of quotations

ENDS = (  # sentence, heading wanted or "", what no heading may hold, why
    ("Yann Legal, maraîcher, proteste : « On nous avait promis une aide pour les serres du plateau, on a rempli tous "
     "les dossiers, et personne n’a répondu à nos lettres ».", "« Personne n’a répondu à nos lettres »", "promis",
     "the last clause of a long quotation"),
    ("« On nous avait promis une aide pour les serres du plateau, on a rempli tous les dossiers, et personne n’a "
     "répondu à nos lettres », explique Yann Legal.", "« Personne n’a répondu à nos lettres »", "promis",
     "before its speaker"),
    ("Yann Legal explique : « Cela fait dix ans que les serres tombent en ruine sur tout le plateau de Vaurie, et je "
     "vois venir la fin du métier ».", "« Je vois venir la fin du métier »", "dix ans", "« je »"),
    ("« On a rempli tous les dossiers, et personne n’a répondu », explique Yann Legal.",
     "« On a rempli tous les dossiers, et personne n’a répondu »", "« Personne", "a short one stays whole"),
    ("Yann Legal explique : « Cela fait dix ans que les serres tombent en ruine sur tout le plateau de Vaurie, et je "
     "le sais depuis mon arrivée ».", "", "Je le sais", "he knows what?"),
    ("Yann Legal explique : « Les serres du plateau sont tombées l’une après l’autre pendant la nuit de la tempête, "
     "elles étaient vieilles et sans valeur ».", "", "Elles étaient", "which ones?"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "heading", "refused", "why"), ENDS)
def test_the_end_of_a_quotation_may_head(text: str, heading: str, refused: str, why: str) -> None:
    found = texts(quotations(stage(text), ids(text)))
    assert not heading or heading in found, why
    assert not [told for told in found if refused in told], why


# --------------------------------------------------------------------------------------------------------- checks


def checked(text: str, heading: str, family: str) -> str:
    """A heading drawn from a sentence, as the checks leave it; "" where they refuse it."""
    found = weighed(stage(text), candidate(heading, (0,), family))
    return curled(found.text) if found is not None else ""


UNFIT = (  # sentence, heading, family, as it is left, why
    ("La scierie, de son côté, embauche douze bûcherons.", "La scierie, de son côté, embauche", "clause", "",
     "set against somebody before"),
    ("Quant à elle, la régie attend.", "La régie, quant à elle, attend", "clause", "", "likewise"),
    ("On joint la régie au 05 61 22 33 44 chaque matin.", "La régie au 05 61 22 33 44", "noun_phrase", "",
     "a telephone number"),
    ("La plupart refusent le tracé du canal.", "La plupart refusent le tracé du canal", "clause", "", "most of whom?"),
    ("Certains réclament un pont neuf.", "Certains réclament un pont neuf", "clause", "", "who?"),
    ("La direction n’a pas souhaité répondre à nos questions.", "La direction n’a pas souhaité répondre", "clause", "",
     "a silence"),
    ("Et le pont rouvre au public.", "Et le pont rouvre au public", "clause", "", "it goes on from what precedes"),
    ("Le village compte 14 fontaines romaines.", "14 fontaines romaines", "figure", "", "a bare count"),
    ("D’autres communes ferment leurs écoles.", "D’autres communes ferment leurs écoles", "clause", "", "than which?"),
    ("Le phare ferme car vétuste.", "Le phare ferme car vétuste", "clause", "", "a reason of one word"),
    ("Le préfet a écrit aux maires annonçant la crue.", "Le préfet écrit aux maires annonçant", "clause", "",
     "a participle cut from its object"),
    ("Le préfet a écrit aux maires annonçant la crue.", "Le préfet écrit aux maires", "clause",
     "Le préfet écrit aux maires", "cut before it"),
    ("La plupart des riverains refusent le tracé du canal.", "La plupart des riverains refusent le tracé", "clause",
     "La plupart des riverains refusent le tracé", "of the residents"),
    ("Les 12 gardes du parc signent une charte.", "Les 12 gardes du parc signent une charte", "clause",
     "Les 12 gardes du parc signent une charte", "no bare count"),
    ("Le village entretient 14 fontaines romaines classées.", "14 fontaines romaines classées", "figure",
     "14 fontaines romaines classées", "a count that tells more"),
    ("La tempête a couché douze mille pins.", "La tempête couche douze mille", "clause", "", "what it counts is lost"),
    ("Le jardin a donné trois fruits et basta.", "Le jardin donne trois fruits et basta", "clause", "", "talk"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "heading", "family", "left", "why"), UNFIT)
def test_what_no_heading_may_be(text: str, heading: str, family: str, left: str, why: str) -> None:
    assert checked(text, heading, family) == left, why


DOUBTED = (  # sentence, heading, as it is left, why
    ("Le vote emporterait une fermeture du port.", "Une fermeture du port", "Une fermeture du port ?", "an event"),
    ("Le syndicat semble préparer une fusion des deux ports.", "Une fusion des deux ports",
     "Une fusion des deux ports ?", "an event that only seems so"),
    ("La mairie rencontrerait un industriel du nord.", "Un industriel du nord", "", "a man is no event"),
    ("Le vote emporte une fermeture du port.", "Une fermeture du port", "Une fermeture du port", "no doubt"),
    ("La mairie pourrait décider une fermeture du marché.", "Une fermeture du marché",
     "Une fermeture du marché ?", "« pourrait »"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "heading", "left", "why"), DOUBTED)
def test_what_is_only_supposed_is_asked(text: str, heading: str, left: str, why: str) -> None:
    assert checked(text, heading, "noun_phrase") == left, why


LIGHT = (  # sentence, heading, found, why
    ("L’entretien de la commune a changé.", "L’entretien de la commune", True, "a noun that says something"),
    ("Le jardin de la commune a changé.", "Le jardin de la commune", True, "likewise"),
    ("Le rôle de la commune a changé.", "Le rôle de la commune", False, "a light noun"),
    ("Le cadre de la commune a changé.", "Le cadre de la commune", False, "likewise"),
    ("La quinzaine de la commune a changé.", "La quinzaine de la commune", False, "a number of days"),
    ("La forme de la commune a changé.", "La forme de la commune", False, "likewise light"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "heading", "found", "why"), LIGHT)
def test_light_nouns_head_nothing(text: str, heading: str, found: bool, why: str) -> None:
    assert (heading in texts(noun_phrases(stage(text), 0))) is found, why


# -------------------------------------------------------------------------------------------------------- clauses


def read(text: str) -> list[Clause]:
    """The clauses of the first sentence of a text."""
    return list(clauses(Context.of(analysis(text)), 0))


def complements(clause: Clause) -> list[str]:
    """What completes a verb, as written."""
    return [" ".join(t.text for t in c.tokens).replace("’ ", "’") for c in clause.complements]


COMPLEMENTS = (  # sentence, complements of its first verb, why
    ("La troupe a joué la pièce dans la grange et les musiciens ont quitté la salle avant minuit.",
     ["la pièce", "dans la grange"], "« et » opens another clause"),
    ("Le batelier dépose les sacs sur le quai mais la grue ne fonctionne plus.", ["les sacs sur le quai"],
     "so does « mais »"),
    ("Le cirque voudrait planter sa toile sur le pré du moulin mais le terrain est inondé.",
     ["planter sa toile sur le pré du moulin"], "though the parser hangs it inside the complement"),
    ("La nouvelle route longe le canal, la voie ferrée traverse le bourg.", ["le canal"], "so does a comma"),
    ("Le maçon répare le mur qui borde la route et le lavoir.", ["le mur qui borde la route et le lavoir"],
     "a relative clause is no other one"),
    ("La coopérative vend ses noix et expédie ses cerneaux vers le nord.",
     ["ses noix", "et expédie ses cerneaux vers le nord"], "no subject of its own"),
    ("Le préfet a remis mercredi la médaille du courage au batelier.",
     ["mercredi", "la médaille du courage au batelier"], "the day is not the object"),
    ("Le ministre remet mardi soir trois dossiers à la commission.", ["mardi soir", "trois dossiers à la commission"],
     "the part of the day goes with it"),
    ("Le conseil se tient mardi.", ["mardi"], "a day alone"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), COMPLEMENTS)
def test_complements_of_a_clause(text: str, expected: list[str], why: str) -> None:
    assert complements(read(text)[0]) == expected, why


SUBJECTS = (  # sentence, subject, why
    ("Au moins 40 brebis ont péri dans la bergerie de Lorzac.", "Au moins 40 brebis", "a qualified number"),
    ("Plus de 200 habitants ont quitté le hameau.", "Plus de 200 habitants", "likewise"),
    ("Près de 300 personnes ont défilé à Sornac.", "Près de 300 personnes", "likewise"),
    ("En mai, 40 brebis ont péri dans la bergerie de Lorzac.", "40 brebis", "a date is no qualifier"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "subject", "why"), SUBJECTS)
def test_a_number_keeps_its_qualifier(text: str, subject: str, why: str) -> None:
    assert " ".join(t.text for t in read(text)[0].subject) == subject, why


TENSES = (  # sentence, tense, why
    ("La mairie procède au recensement des puits.", "present", "no ending of the imperfect"),
    ("Le garde possède une clé du phare.", "present", "likewise"),
    ("Le garde possédait une clé du phare.", "imperfect", "an ending of the imperfect"),
    ("Les gardes possédaient une clé du phare.", "imperfect", "of the plural"),
    ("Le garde a possédé une clé du phare.", "past", "an auxiliary in the present"),
    ("Le garde avait possédé une clé du phare.", "pluperfect", "in the imperfect"),
    ("Le garde posséderait une clé du phare.", "conditional", "its form tells"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "tense", "why"), TENSES)
def test_the_form_of_a_verb_tells_its_tense(text: str, tense: str, why: str) -> None:
    assert read(text)[0].tense == tense, why


HEARD = (  # section, headed by the quotation, why
    ("Le hangar rouvre lundi. « Le vent a plié les tôles du hangar », déplore Yann Legal, couvreur. Yann Legal y vit.",
     True, "only he speaks"),
    ("Luce Ferrand, la maire, affirme que le hangar rouvre lundi. « Le vent a plié les tôles du hangar », déplore Yann "
     "Legal, couvreur. Yann Legal y vit.", False, "it would be read as the mayor’s"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "headed", "why"), HEARD)
def test_a_quotation_heads_where_nobody_else_is_heard_first(text: str, headed: bool, why: str) -> None:
    found = texts(quotations(stage(text), ids(text)))
    assert ("« Le vent a plié les tôles du hangar »" in found) is headed, why


SIZES = (  # sentence, heading, weighed down, why
    ("La cuve de 1 000 litres était vide en juillet.", "La cuve de 1 000 litres", True, "a size"),
    ("La formule à 23 euros plaît aux cars.", "La formule à 23 euros", True, "a price"),
    ("Une amende de 300 euros attend les fraudeurs.", "Une amende de 300 euros", False, "the amount is the news"),
    ("La hausse de 12 % inquiète la régie.", "La hausse de 12 %", False, "likewise"),
    ("La cuve du jardin était vide en juillet.", "La cuve du jardin", False, "no figure"),
)


@pytest.mark.parametrize(("text", "heading", "down", "why"), SIZES)
def test_a_thing_told_by_its_size_is_a_detail(text: str, heading: str, down: bool, why: str) -> None:
    item = weighed(stage(text), candidate(heading, (0,), "noun_phrase"))
    assert item is not None
    assert (item.bonus < 0) is down, why


PARTS = (  # sentence, heading, weighed down, why
    ("Le tribunal prononce dix mois de prison, dont six avec sursis.", "Le tribunal prononce dix mois de prison", True,
     "half of it is suspended"),
    ("Le tribunal prononce dix mois de prison, dont il fera appel.", "Le tribunal prononce dix mois de prison", False,
     "nothing is taken back"),
    ("La crue chasse cent personnes, dont trente enfants.", "La crue chasse cent personnes", False, "as true without"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "heading", "down", "why"), PARTS)
def test_a_sentence_keeps_what_is_suspended(text: str, heading: str, down: bool, why: str) -> None:
    item = weighed(stage(text), candidate(heading, (0,), "clause"))
    assert item is not None
    assert (item.bonus < -5) is down, why
