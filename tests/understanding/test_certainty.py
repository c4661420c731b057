"""What is not plainly affirmed: kind and extent where a mark stands, silence elsewhere."""

import pytest

from seo_fr.understanding.certainty import is_conditional

pytestmark = pytest.mark.model

SCOPES = (  # (text, [(kind, extent)], why)
    ("Le pont fermerait lundi.", [("conditional", "Le pont fermerait lundi")], "conditional"),
    (
        "Le pont aurait bougé ; la route tient.",
        [("conditional", "Le pont aurait bougé")],
        "bounded by a semicolon",
    ),
    ("Le maire semble fatigué.", [("hedged", "Le maire semble fatigué")], "« semble »"),
    ("La digue tient probablement.", [("hedged", "La digue tient probablement")], "an adverb"),
    ("Le voleur présumé a fui.", [("hedged", "Le voleur présumé")], "« présumé » bears on its noun"),
    ("La digue peut céder.", [("modal", "La digue peut céder")], "« peut »"),
    (
        "La digue doit, dès mai, être refaite par la ville.",
        [("modal", "La digue doit, dès mai, être refaite par la ville")],
        "an aside before the infinitive",
    ),
    ("Il faut partir.", [("modal", "Il faut partir")], "« il faut »"),
    ("Le maire ne viendra pas.", [("negated", "Le maire ne viendra pas")], "« ne… pas »"),
    ("Rien ne presse.", [("negated", "Rien ne presse")], "a verb that the parser takes for a noun"),
    ("Le maire dit que rien ne bouge.", [("negated", "rien ne bouge")], "« que » stays out"),
    ("Personne ne viendra.", [("negated", "Personne ne viendra")], "the second half first"),
    ("Le train n’entre jamais en gare.", [("negated", "Le train n’entre jamais en gare")], "a verb like a preposition"),
    (
        "Il part sans attendre la fin.",
        [("negated", "sans attendre la fin")],
        "« sans » and an infinitive",
    ),
    (
        "Le maire reste, mais le préfet ne viendra pas.",
        [("negated", "le préfet ne viendra pas")],
        "the other clause is affirmed",
    ),
    (
        "Le maire ne viendra pas et le préfet restera à Metz.",
        [("negated", "Le maire ne viendra pas")],
        "the clause after « et » has its own subject",
    ),
    (
        "Si la pluie dure, le pont pourrait fermer.",
        [("modal", "le pont pourrait fermer")],
        "the condition stands apart",
    ),
    (
        "Le maire, qui ne viendra pas, a écrit.",
        [("negated", "qui ne viendra pas")],
        "a relative clause",
    ),
    ("Le pont rouvre-t-il lundi ?", [("question", "Le pont rouvre-t-il lundi ?")], "a question"),
    ("Le quai ouvre en mai, mais pas en juin.", [("negated", "pas en juin")], "a denial without « ne »"),
    ("Le quai n’a pas fermé — la route a fermé.", [("negated", "Le quai n’a pas fermé")], "a dash parts two clauses"),
    (
        "Le quai peut fermer, bien que la mairie le nie.",
        [("modal", "Le quai peut fermer")],
        "« bien que » after a comma",
    ),
    ("Il a vu le quai et ne veut pas partir.", [("negated", "ne veut pas partir")], "a second verb of one subject"),
    ("Il n’est pas parti, ce qui surprend.", [("negated", "Il n’est pas parti")], "« ce qui » opens another clause"),
    (
        "Il pleuvra sur les quais, dont le sol pourrait céder.",
        [("modal", "dont le sol pourrait céder")],
        "a relative after a comma",
    ),
    ("Il se pourrait que le quai cède.", [("modal", "Il se pourrait que le quai cède")], "« il se pourrait que »"),
    ("Il part sans toutefois prévenir.", [("negated", "sans toutefois prévenir")], "« sans » and an adverb"),
    ("Le quai pourrait fermer, selon la mairie.", [("modal", "Le quai pourrait fermer")], "the source is left out"),
    (
        "La ville ne ferme pas le quai, comme l’indique le maire.",
        [("negated", "La ville ne ferme pas le quai")],
        "« comme l’indique » is left out",
    ),
    (
        "La digue ne doit pas céder, elle doit tenir.",
        [
            ("modal", "La digue ne doit pas céder"),
            ("negated", "La digue ne doit pas céder"),
            ("modal", "elle doit tenir"),
        ],
        "a comma parts two clauses",
    ),
    (
        "Il n’a pas plu, la récolte ayant déjà commencé.",
        [("negated", "Il n’a pas plu")],
        "a clause of « ayant » stands apart",
    ),
    (
        "Un succès pour le maire : dans le port, la digue n’a pas cédé.",
        [("negated", "dans le port, la digue n’a pas cédé")],
        "what stands before a colon is another clause",
    ),
    (
        "Le maire ne viendra pas en mai et restera à Metz.",
        [("negated", "Le maire ne viendra pas en mai")],
        "a second verb of one subject is affirmed",
    ),
    (
        "Le maire ne peut et ne doit pas partir.",
        [
            ("modal", "Le maire ne peut et ne doit pas partir"),
            ("negated", "Le maire ne peut et ne doit pas partir"),
            ("modal", "ne doit pas partir"),
            ("negated", "ne doit pas partir"),
        ],
        "two verbs that share what follows",
    ),
    (
        "Le maire peut fermer le quai et vendre la digue.",
        [("modal", "Le maire peut fermer le quai et vendre la digue")],
        "infinitives stay together",
    ),
    (
        "Les gens qui ne sont pas au port peuvent partir.",
        [("modal", "Les gens qui ne sont pas au port peuvent partir"), ("negated", "qui ne sont pas au port")],
        "a relative ends at the main verb",
    ),
    (
        "Le maire et le préfet, qui sont là, pourraient partir.",
        [("modal", "Le maire et le préfet, qui sont là, pourraient partir")],
        "a subject before a relative",
    ),
    (
        "Il a un quai dont le sol ne tient pas, dont le mur penche.",
        [("negated", "dont le sol ne tient pas")],
        "two relatives of one kind",
    ),
    (
        "Il parle de gens qui semblent calmes mais qui ont peur.",
        [("hedged", "qui semblent calmes")],
        "« mais qui » opens another relative",
    ),
    (
        "La digue peut céder dès les « grandes » crues de mai.",
        [("modal", "La digue peut céder dès les « grandes » crues de mai")],
        "past words between marks",
    ),
    (
        "Le pont ne ferme pas, mais en mai, il fermera.",
        [("negated", "Le pont ne ferme pas")],
        "« mais », an adverbial, a subject",
    ),
    (
        "Il y a dix ans, on pouvait passer.",
        [("modal", "Il y a dix ans, on pouvait passer")],
        "« il y a dix ans » is no clause",
    ),
    (
        "Luc serait mort, une hypothèse qui avait été évoquée.",
        [("conditional", "Luc serait mort")],
        "an apposition to the whole clause",
    ),
    ("Il lit le texte sans l’ouvrir, le soir.", [("negated", "sans l’ouvrir")], "« sans », a pronoun, an infinitive"),
    (
        "Il ne faut pas de crue, sinon la digue cède.",
        [("modal", "Il ne faut pas de crue"), ("negated", "Il ne faut pas de crue")],
        "« sinon »",
    ),
    (
        "La ville ne vend pas le quai, que Norva loue depuis mai.",
        [("negated", "La ville ne vend pas le quai")],
        "a relative after a comma says more",
    ),
    (
        "Le quai fermerait en mai, indique un rapport, a annoncé Anne Roche.",
        [("conditional", "Le quai fermerait en mai")],
        "two incises",
    ),
    (
        "Il lui reproche de ne pas payer le quai.",
        [("negated", "de ne pas payer le quai")],
        "no scope leaves what somebody says",
    ),
    (
        "La loi est telle que Luc Farge doit fermer le quai s’il souhaite le vendre.",
        [("modal", "Luc Farge doit fermer le quai s’il souhaite le vendre")],
        "a condition goes with its clause",
    ),
    (
        "Son seul défaut est de ne pas être solide.",
        [("negated", "de ne pas être solide")],
        "« ne pas » before an infinitive",
    ),
    (
        "Les quais, les ponts, les digues ne tiennent pas.",
        [("negated", "Les quais, les ponts, les digues ne tiennent pas")],
        "a plural subject without « et »",
    ),
    (
        "Les soi-disant fautes du port sont vieilles.",
        [("hedged", "soi-disant fautes du port")],
        "« soi-disant » bears on its noun",
    ),
    (
        "Luc Farge, obligé de rentrer au port, a pu partir.",
        [("modal", "Luc Farge, obligé de rentrer au port, a pu partir")],
        "an aside after the subject",
    ),
    (
        "Il n’en finit plus de crier et de partir.",
        [("negated", "Il n’en finit plus de crier et de partir")],
        "two infinitives under one verb",
    ),
    (
        "Il faut commencer par lire, choisir un plan, et trier les notes.",
        [("modal", "Il faut commencer par lire, choisir un plan, et trier les notes")],
        "a row of infinitives",
    ),
    ("Le port n’est pas un parc mais un chantier.", [("negated", "Le port n’est pas un parc")], "« mais » affirms"),
    (
        "Il peut voir ceux qui ont un quai et sont fiers.",
        [("modal", "Il peut voir ceux qui ont un quai et sont fiers")],
        "a second verb that may be the relative’s",
    ),
    ("Il vit sans être fier du port.", [("negated", "sans être fier du port")], "« sans être »"),
    (
        "Le port n’a pas de prix, seule la vie en a un.",
        [("negated", "Le port n’a pas de prix")],
        "« seule la vie » is a subject",
    ),
    (
        "Il n’y a pas de bonne recette, seulement des moyens.",
        [("negated", "Il n’y a pas de bonne recette")],
        "« seulement » affirms",
    ),
    (
        "Il rit pour que le code ne soit ni dur, ni lourd pour eux.",
        [("negated", "pour que le code ne soit ni dur, ni lourd pour eux")],
        "« ni… ni »",
    ),
    (
        "Le pont ne tient pas, même si on le dit neuf.",
        [("negated", "Le pont ne tient pas")],
        "« même si » after a comma",
    ),
    (
        "Dans un cas pareil, avoir un pont pourrait aider.",
        [("modal", "Dans un cas pareil, avoir un pont pourrait aider")],
        "circumstances put first are taken in",
    ),
    (
        "Il cite certains ponts probablement vieux.",
        [("hedged", "certains ponts probablement vieux")],
        "a doubt on a phrase",
    ),
    ("Ils n’ont pu que constater la crue.", [("modal", "Ils n’ont pu que constater la crue")], "« n’ont pu que »"),
    (
        "Il tente de lire pour que Luc puisse voir le port, et de partir en mai.",
        [("modal", "pour que Luc puisse voir le port")],
        "an infinitive of the clause above",
    ),
    (
        "Seul l’avis du maire et des élus a pu compter.",
        [("modal", "Seul l’avis du maire et des élus a pu compter")],
        "a plural after « et » is no subject of « a »",
    ),
)


@pytest.mark.parametrize(("text", "expected", "why"), SCOPES, ids=[s[2] for s in SCOPES])
def test_scopes(analysed, text, expected, why) -> None:
    analysis = analysed(text)
    assert [(s.kind, analysis.source.text[s.start : s.end]) for s in analysis.scopes] == expected, why


AFFIRMED = (
    ("Le maire espérait une accalmie.", "an imparfait in -rait"),
    ("Le portrait est un attrait du musée.", "nouns in -rait"),
    ("Le livre paraît en mai.", "« paraît » comes out"),
    ("Il risque sa vie.", "« risque » and an object"),
    ("Il ne mange que du pain.", "« ne… que » restricts"),
    ("Il ne reste plus que deux lits.", "« ne… plus que »"),
    ("Il a parlé, non sans rappeler ses vœux.", "two negations affirm"),
    ("Le pont est plus long que prévu.", "« plus » compares"),
    ("Le pouvoir du maire est grand.", "« pouvoir » the noun"),
    ("Un semblant de calme revient.", "« semblant » the noun"),
    ("Il ne fait aucun doute que le quai tient.", "no doubt"),
    ("Le quai est beau, pas seulement en été.", "« pas seulement » affirms"),
    ("La digue n’en est pas moins solide.", "« pas moins » affirms"),
    ("Il vit sans accrocs depuis mai.", "« sans » and a noun"),
    ("Il ne cesse de croître (d’autant plus en mai).", "« d’autant plus » is no second half"),
    ("Il ne vend pas seulement du sel.", "« pas seulement » with « ne » affirms"),
)


@pytest.mark.parametrize(("text", "why"), AFFIRMED, ids=[a[1] for a in AFFIRMED])
def test_affirmed(analysed, text, why) -> None:
    assert analysed(text).scopes == (), why


FORMS = (
    (
        "mangerait finirait rendrait aurait serait pourrait devrait tiendrait verrait mourrait mettrait boirait ferait",
        True,
    ),
    ("irait saurait voudrait faudrait vaudrait viendraient prendraient lèverait appellerait jetterait courrait", True),
    (
        "mangeait tirait admirait respirait éclairait déclarait espérait préparait montrait entrait livrait durait",
        False,
    ),
    ("ouvrait offrait couvrait souffrait rentrait pleurait comparait trait portrait adorait ignorait assurait", False),
)


@pytest.mark.parametrize(("forms", "expected"), FORMS)
def test_conditional_forms(forms, expected) -> None:
    assert [f for f in forms.split() if is_conditional(f) is not expected] == []
