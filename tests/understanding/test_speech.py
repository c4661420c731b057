"""Who says what: each frame where it fires, with speaker and extent, and where it must stay silent."""

import pytest

from seo_fr.model import Attribution

pytestmark = pytest.mark.model

FIRING = (  # (text, [(kind, speaker, verb, what is said)], why)
    (
        "Selon la mairie, le pont ferme lundi.",
        [("selon", "la mairie", "", "le pont ferme lundi")],
        "« selon » first",
    ),
    (
        "D’après un rapport du ministère, les loyers baissent ; les charges montent.",
        [("selon", "un rapport du ministère", "", "les loyers baissent")],
        "« d’après », bounded by a semicolon",
    ),
    (
        "Le four a fondu, selon les pompiers.",
        [("selon", "les pompiers", "", "Le four a fondu")],
        "« selon » last",
    ),
    (
        "Le four, selon les pompiers, a fondu dans la nuit.",
        [("selon", "les pompiers", "", "Le four, selon les pompiers, a fondu dans la nuit")],
        "« selon » inside",
    ),
    (
        "Aux dires de Paul Roux, la crue a surpris tout le monde.",
        [("selon", "Paul Roux", "", "la crue a surpris tout le monde")],
        "« aux dires de »",
    ),
    (
        "De source policière, deux vitrines ont été brisées.",
        [("selon", "source policière", "", "deux vitrines ont été brisées")],
        "« de source »",
    ),
    (
        "La mairie indique que le pont ferme lundi.",
        [("que", "La mairie", "indiquer", "le pont ferme lundi")],
        "« que »",
    ),
    (
        "Anne Roche a déclaré lundi que la crèche ouvrirait en mai.",
        [("que", "Anne Roche", "déclarer", "la crèche ouvrirait en mai")],
        "« que » past a time adverbial",
    ),
    (
        "Le préfet vient d’annoncer que la route rouvre.",
        [("que", "Le préfet", "annoncer", "la route rouvre")],
        "« vient d’annoncer »",
    ),
    (
        "La direction a tenu à préciser que le site resterait ouvert.",
        [("que", "La direction", "préciser", "le site resterait ouvert")],
        "« a tenu à préciser »",
    ),
    (
        "La société fait savoir que les billets seront remboursés.",
        [("que", "La société", "faire savoir", "les billets seront remboursés")],
        "a verb of two words",
    ),
    (
        "Les travaux durent, indique la mairie.",
        [("incise", "la mairie", "indiquer", "Les travaux durent")],
        "an incise at the end",
    ),
    (
        "Les travaux, a précisé le maire, dureront un an.",
        [("incise", "le maire", "préciser", "Les travaux, a précisé le maire, dureront un an")],
        "an incise inside",
    ),
    (
        "« Nous avons perdu la récolte », a déclaré Paul Roux.",
        [("quote", "Paul Roux", "déclarer", "Nous avons perdu la récolte")],
        "a quotation and its incise",
    ),
    (
        "« Nous avons tout perdu. Il ne reste rien », a dit Paul Roux.",
        [
            ("quote", "Paul Roux", "dire", "Nous avons tout perdu."),
            ("quote", "Paul Roux", "dire", "Il ne reste rien"),
        ],
        "a quotation of two sentences",
    ),
    (
        "« Nous partons, a dit Paul Roux, et nous ne reviendrons pas. »",
        [("quote", "Paul Roux", "dire", "Nous partons, a dit Paul Roux, et nous ne reviendrons pas.")],
        "an incise inside the marks",
    ),
    (
        "Paul Roux a ajouté : « Nous partons demain. »",
        [("quote", "Paul Roux", "ajouter", "Nous partons demain.")],
        "a colon",
    ),
    (
        "Anne Roche : « Nous partons demain. »",
        [("quote", "Anne Roche", "", "Nous partons demain.")],
        "a name and a colon",
    ),
    (
        "Le patron affirme avoir prévenu ses clients.",
        [("infinitive", "Le patron", "affirmer", "avoir prévenu ses clients")],
        "an infinitive",
    ),
    (
        "La maire se dit prête à négocier.",
        [("infinitive", "La maire", "dire", "prête à négocier")],
        "« se dit »",
    ),
    (
        "Le syndicat accuse la direction d’avoir menti.",
        [("infinitive", "Le syndicat", "accuser", "d’avoir menti")],
        "« accuse de »",
    ),
    (
        "Le maire lui reproche de ne rien faire pour le quartier.",
        [("infinitive", "Le maire", "reprocher", "de ne rien faire pour le quartier")],
        "« reproche de », denied",
    ),
    (
        "Le préfet a parlé d’une « réussite exemplaire ».",
        [("quote", "Le préfet", "parler", "réussite exemplaire")],
        "words that a speaker marks",
    ),
    (
        "De Kervran a indiqué : « Le mât a tenu toute la nuit. »",
        [("quote", "De Kervran", "indiquer", "Le mât a tenu toute la nuit.")],
        "a surname that opens with its particle",
    ),
    (
        "Le rapport final du BEM, le bureau des enquêtes, conclut que la digue a cédé.",
        [("que", "Le rapport final du BEM", "conclure", "la digue a cédé")],
        "an apposition between the subject and its verb",
    ),
    (
        "Sans donner de noms, Anne Roche, la patronne, dit que la digue cède.",
        [("que", "Anne Roche, la patronne", "dire", "la digue cède")],
        "what stands before the subject is not the speaker",
    ),
    (
        "La maire indique que le pont ferme ; les bus passent ailleurs.",
        [("que", "La maire", "indiquer", "le pont ferme")],
        "« que » stops at the semicolon",
    ),
    (
        "Le port fermera en mai, comme l’indique le préfet.",
        [("incise", "le préfet", "indiquer", "Le port fermera en mai")],
        "« comme l’indique »",
    ),
    (
        "Comme la mairie l’a précisé, le port fermera.",
        [("incise", "la mairie", "préciser", "le port fermera")],
        "« comme X l’a précisé » first",
    ),
    (
        "Le quai tient, comme le précise la mairie : « Rien ne presse ».",
        [("quote", "la mairie", "préciser", "Rien ne presse")],
        "« comme » and a quotation",
    ),
    (
        "Pour Anne Roche, le quai est « trop cher ».",
        [("selon", "Anne Roche", "", "le quai est « trop cher »")],
        "« pour » with words of one’s own",
    ),
    (
        "Pour Anne Roche, sa directrice : « Le quai tient ».",
        [("selon", "Anne Roche", "", "Le quai tient")],
        "« pour » and a quotation",
    ),
    (
        "Selon Anne Roche, « le quai tient. La route aussi ».",
        [("selon", "Anne Roche", "", "« le quai tient"), ("selon", "Anne Roche", "", "La route aussi")],
        "« selon » over the sentences of a quotation",
    ),
    (
        "On connaît une rumeur locale affirmant que le quai tombera.",
        [("que", "une rumeur locale", "affirmer", "le quai tombera")],
        "a thing that tells, by a participle",
    ),
    (
        "Luc Farge se souvient : « Le quai tombait ».",
        [("quote", "Luc Farge", "souvenir", "Le quai tombait")],
        "« se souvient »",
    ),
    (
        "Luc Farge décrit le quai comme une « passoire ».",
        [("quote", "Luc Farge", "décrire", "passoire")],
        "« décrit comme »",
    ),
    (
        "Sur Norva, Anne Roche affirme que le quai tient.",
        [("que", "Anne Roche", "affirmer", "le quai tient")],
        "a medium before the speaker",
    ),
    (
        "La mairie a émis un communiqué de presse affirmant que le quai tient.",
        [("que", "un communiqué de presse", "affirmer", "le quai tient")],
        "a thing that tells, with what it is for",
    ),
    ("Pour lui, le quai est « trop cher ».", [("selon", "lui", "", "le quai est « trop cher »")], "« pour lui »"),
    (
        "La mairie a condamné cet acte et estimé que le quai tient.",
        [("que", "La mairie", "estimer", "le quai tient")],
        "a second participle under one auxiliary",
    ),
    ("Il pense que le quai tient.", [("que", "Il", "penser", "le quai tient")], "a personal « il »"),
    (
        "Luc Farge a déclaré qu’« il viendra ».",
        [("que", "Luc Farge", "déclarer", "« il viendra »")],
        "« que » right before a mark",
    ),
    (
        "« Tout va bien », répondit alors son complice.",
        [("quote", "son complice", "répondre", "Tout va bien")],
        "an adverb before the speaker",
    ),
    (
        "Le maire s’est félicité que le quai rouvre.",
        [("que", "Le maire", "féliciter", "le quai rouvre")],
        "« se féliciter que »",
    ),
    ("Selon son complice, le quai rouvre.", [("selon", "son complice", "", "le quai rouvre")], "somebody’s own"),
    (
        "Selon son producteur, Luc Farge, le film sort en mai.",
        [("selon", "son producteur, Luc Farge", "", "le film sort en mai")],
        "somebody’s own, named",
    ),
    (
        "Anne Roche défend sa décision : « Nous avons fait ce qui était juste. »",
        [("quote", "Anne Roche", "défendre", "Nous avons fait ce qui était juste.")],
        "« défendre » and a colon",
    ),
    (
        "Ils visent le port car selon eux, il servait de refuge.",
        [("selon", "eux", "", "il servait de refuge")],
        "« car selon eux »",
    ),
    (
        "Les élus craignent que ce texte, comme ceux de mai, empêche la vente.",
        [("que", "Les élus", "craindre", "ce texte, comme ceux de mai, empêche la vente")],
        "an aside before the verb",
    ),
    (
        "Il voit des gens qui, dit-on, s’étaient rendus.",
        [("incise", "on", "dire", "qui, dit-on, s’étaient rendus")],
        "inside a relative",
    ),
    (
        "Le quai est, dit-il, fermé depuis mai.",
        [("incise", "il", "dire", "Le quai est, dit-il, fermé depuis mai")],
        "between a verb and its attribute",
    ),
    (
        "Luc Farge a salué le vote, avant d’ajouter que le port rouvrira.",
        [("que", "Luc Farge", "ajouter", "le port rouvrira")],
        "« avant d’ajouter que »",
    ),
    (
        "Napoléon se plaisait à dire que le sel manque.",
        [("que", "Napoléon", "dire", "le sel manque")],
        "« se plaisait à dire »",
    ),
    ("Le maire renchérit que le port vivra.", [("que", "Le maire", "renchérir", "le port vivra")], "« renchérit que »"),
    (
        "Le pont a, selon le maire, cédé hier.",
        [("selon", "le maire", "", "Le pont a, selon le maire, cédé hier")],
        "between auxiliary and participle",
    ),
    (
        "Affirmant que le port est vide, Luc Farge a quitté la salle.",
        [("que", "Luc Farge", "affirmer", "le port est vide")],
        "a participle first, its subject after",
    ),
    (
        "Rappelant que si la loi existe, la ville paie, le maire de Metz a dit oui.",
        [("que", "le maire de Metz", "rappeler", "si la loi existe, la ville paie")],
        "a participle first, with a condition",
    ),
    (
        "Le maire défend le vote, parlant d’un « effort de tous ».",
        [("quote", "Le maire", "défendre", "effort de tous")],
        "one speaker, two verbs",
    ),
    (
        "« Le quai ferme », a annoncé à l’agence Norva Anne Roche.",
        [("quote", "Anne Roche", "annoncer", "Le quai ferme")],
        "who is told stands before who tells",
    ),
    (
        "Les élus ont décrit la crue qui a touché Metz comme étant la « plus forte du siècle ».",
        [("quote", "Les élus", "décrire", "plus forte du siècle")],
        "« décrire… comme »",
    ),
    (
        "Luc Farge reconnaît tout de même que le quai penche.",
        [("que", "Luc Farge", "reconnaître", "le quai penche")],
        "« tout de même que »",
    ),
    (
        "Pour Anne Roche, « le quai tient » : « Nous le voyons » dénonce le maire.",
        [("selon", "Anne Roche", "", "le quai tient"), ("quote", "le maire", "dénoncer", "Nous le voyons")],
        "« pour X » and its own words only",
    ),
    (
        "Il a vu Luc Farge, le maire de Metz, qui lui a dit : « Partez, je vous prie. »",
        [("quote", "Luc Farge, le maire de Metz", "dire", "Partez, je vous prie.")],
        "a relative after an apposition",
    ),
    (
        "Deux témoins ont raconté avoir vu la crue.",
        [("infinitive", "Deux témoins", "raconter", "avoir vu la crue")],
        "« raconter avoir »",
    ),
    (
        "Le maire annonce que le quai rouvre, en évoquant une « bonne année ».",
        [("que", "Le maire", "annoncer", "le quai rouvre")],
        "what the speaker does besides",
    ),
    (
        "Anne Roche pense que le port va bien, et espère que la digue tiendra.",
        [("que", "Anne Roche", "penser", "le port va bien"), ("que", "Anne Roche", "espérer", "la digue tiendra")],
        "two verbs of one speaker",
    ),
    (
        "La mairie, qui affirme « agir pour le port », vote.",
        [("infinitive", "La mairie", "affirmer", "agir pour le port")],
        "an infinitive between marks",
    ),
    (
        "Le graphiste part de ce raisonnement : « On donne du noir aux élèves. »",
        [("quote", "Le graphiste", "", "On donne du noir aux élèves.")],
        "a noun for words and a colon",
    ),
    (
        "La mairie a condamné des actes « qui nuisent au port ».",
        [("quote", "La mairie", "condamner", "qui nuisent au port")],
        "« condamner »",
    ),
)

SILENT = (  # (text, why)
    ("Le tarif change selon la saison.", "« selon » a season names no source"),
    ("Selon les cas, le délai varie.", "« selon les cas »"),
    ("Ils paient selon leurs moyens.", "« selon leurs moyens »"),
    ("L’annonce de la fermeture a surpris.", "a noun that looks like a verb"),
    ("Rappelons que le pont date de 1890.", "the author speaks"),
    ("Je pense que la colle suffit.", "the author speaks in the first person"),
    ("Le maire a annoncé la fermeture du pont.", "no clause is reported"),
    ("Les recettes ne rapporteront que trois millions.", "« ne… que » restricts"),
    ("La maire a reçu les élèves afin que chacun comprenne.", "« afin que »"),
    ("Le plat est plus salé que le potage.", "a comparison"),
    ("Il note la recette dans un cahier.", "« note » without a clause"),
    ("Le film « La Nuit des rois » sort jeudi.", "a title between marks"),
    ("Le pont, fermé depuis lundi, rouvre.", "a participle, nobody speaks"),
    ("Comme le maire, le préfet part.", "« comme » compares"),
    ("Pour Anne Roche, c’est la cinquième victoire.", "« pour » without words of one’s own"),
    ("Pour la fête, le quai devient un « village ».", "« pour » tells a purpose"),
    ("Le maire de Metz, Luc Farge, a annoncé la nouvelle.", "an apposed subject and an object"),
    ("On dansait, on criait.", "two actions"),
    ("La présidente du port, Anne Roche, a dénoncé une dépense.", "what follows a verb of judging is its object"),
    ("L’audit rassure : il décèle les failles, révèle les talents.", "an enumeration of verbs"),
    ("La vidéo n’a pas été confirmée de source sûre.", "nobody said it"),
    ("Selon leurs besoins, ils paient.", "a possessive and no person"),
    ("Il a plu avant de tout ajouter.", "« avant de » and another word"),
    ("On obtient le résultat suivant : « Le port est clos. »", "nobody’s words"),
)


def rows(analysis) -> list[tuple[str, str, str, str]]:
    def row(a: Attribution) -> tuple[str, str, str, str]:
        return a.kind, a.speaker, a.verb, analysis.source.text[a.start : a.end]

    return [row(a) for a in analysis.attributions]


@pytest.mark.parametrize(("text", "expected", "why"), FIRING, ids=[f[2] for f in FIRING])
def test_fires(analysed, text, expected, why) -> None:
    assert rows(analysed(text)) == expected, why


@pytest.mark.parametrize(("text", "why"), SILENT, ids=[s[1] for s in SILENT])
def test_stays_silent(analysed, text, why) -> None:
    assert rows(analysed(text)) == [], why


SPEAKERS = (  # (text, name of the entity or "", anonymous, why)
    ("Anne Roche dirige le port. Selon Roche, la digue tient.", "Anne Roche", False, "a surname"),
    ("Le maire, Luc Farge, reste. Selon le maire, la digue tient.", "Luc Farge", False, "a role borne by one"),
    (
        "Le directeur Luc Farge et le directeur Jean Costes restent. Selon le directeur, la digue tient.",
        "",
        False,
        "two",
    ),
    ("Selon plusieurs riverains, la digue a bougé.", "", True, "several people"),
    ("Selon une source proche du dossier, la vente est faite.", "", True, "an unnamed source"),
    ("Les pompiers indiquent que le feu est éteint.", "", True, "a body without a name"),
    ("Anne Roche est là. Elle indique que le feu est éteint.", "", False, "a pronoun is not guessed"),
    ("Selon Le Monde, la vente est faite.", "Le Monde", False, "a medium"),
)


@pytest.mark.parametrize(("text", "name", "anonymous", "why"), SPEAKERS, ids=[s[3] for s in SPEAKERS])
def test_speakers_are_linked_or_kept_as_nobody(analysed, text, name, anonymous, why) -> None:
    analysis = analysed(text)
    (found,) = analysis.attributions
    assert (analysis.entities[found.entity].name if found.entity >= 0 else "") == name, why
    assert found.anonymous is anonymous


QUOTES = (  # (text, [(quotation, speaker, addressee, whole)], why)
    (
        "« Le port est plein », a déclaré Anne Roche à Ouest-France.",
        [("Le port est plein", "Anne Roche", "Ouest-France", True)],
        "addressee after the speaker",
    ),
    (
        "Elle aime le mot « estran ».",
        [("estran", "", "", False)],
        "a word",
    ),
    (
        "Il a dit : « Elle m’a crié “ Partez ! ” et la porte a claqué. »",
        [
            ("Elle m’a crié “ Partez ! ” et la porte a claqué.", "Il", "", True),
            ("Partez !", "Il", "", False),
        ],
        "nested marks",
    ),
    (
        'Le guide répond : "La grotte est fermée."',
        [("La grotte est fermée.", "Le guide", "", True)],
        "straight marks",
    ),
)


@pytest.mark.parametrize(("text", "expected", "why"), QUOTES, ids=[q[2] for q in QUOTES])
def test_quotations(analysed, text, expected, why) -> None:
    assert [(q.text, q.speaker, q.addressee, q.whole) for q in analysed(text).quotations] == expected, why


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a dit : « Nous partons demain. Puis il est parti.",
        "Le maire a dit : Nous partons demain ». Puis il est parti.",
        'Le maire a dit : "Nous partons demain. Puis il est parti.',
    ],
)
def test_unbalanced_marks_survive_and_are_told(analysed, text) -> None:
    analysis = analysed(text)
    assert analysis.source.text == text
    assert "source.unbalanced_quotes" in {n.code for n in analysis.notes}
