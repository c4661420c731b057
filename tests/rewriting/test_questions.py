"""Questions: what is asked where a sentence answers it, with the first answer that does not echo it, and where silent.

The first sentence of each text only gives the parser some company; the questions are those of the second one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.composition.overlap import Repetition
from seo_fr.rewriting.asking import ask, fact_of
from seo_fr.rewriting.clauses import clauses
from seo_fr.rewriting.question_people import by_trade
from seo_fr.rewriting.questions import (
    Question,
    answer,
    askable,
    questions,
    questions_of,
    sound,
)

COMPANY = "Le conseil municipal s’est réuni jeudi soir dans la salle des fêtes."

FIRING: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "La crue du fleuve est due à une fonte rapide des neiges.",
        "cause",
        "À quoi est due la crue du fleuve ?",
        "La crue du fleuve tient à la fonte rapide des neiges.",
        "a stated cause, told the other way round",
    ),
    (
        "Le retard du chantier s’explique par une pénurie de béton dans toute la région.",
        "cause",
        "Comment s’explique le retard du chantier ?",
        "Le retard du chantier tient à la pénurie de béton dans toute la région.",
        "« s’expliquer par »",
    ),
    (
        "La panne a été provoquée par un court-circuit dans la centrale.",
        "cause",
        "Qu’est-ce qui a provoqué la panne ?",
        "Un court-circuit dans la centrale est à l’origine de la panne.",
        "a passive whose agent is no person",
    ),
    (
        "Le retard serait dû à une erreur de livraison.",
        "cause",
        "À quoi serait dû le retard ?",
        "Une erreur de livraison serait à l’origine du retard.",
        "the conditional stays in question and answer",
    ),
    (
        "Le musée est fermé en raison d’une fuite d’eau.",
        "cause",
        "Pourquoi le musée est-il fermé ?",
        "Une fuite d’eau est à l’origine de la fermeture du musée.",
        "an adverbial cause, the verb made a noun",
    ),
    (
        "La foire a été reportée à cause du mauvais temps.",
        "cause",
        "Pourquoi la foire a-t-elle été reportée ?",
        "Le mauvais temps a entraîné le report de la foire.",
        "« du » gives back its article",
    ),
    (
        "La préfecture a fermé le pont pour éviter un accident.",
        "aim",
        "Pourquoi la préfecture a-t-elle fermé le pont ?",
        "La préfecture cherche ainsi à éviter un accident.",
        "a decision and its aim",
    ),
    (
        "Afin de réduire ses dépenses, la région a supprimé trois lignes de train.",
        "aim",
        "Pourquoi la région a-t-elle supprimé trois lignes de train ?",
        "La région cherche ainsi à réduire ses dépenses.",
        "the aim comes first",
    ),
    (
        "L’entrepreneur Paul Mercier a été condamné pour fraude fiscale.",
        "motive",
        "Pour quel motif Paul Mercier a-t-il été condamné ?",
        "Pour fraude fiscale.",
        "a ground of conviction",
    ),
    (
        "La société Valmont a été condamnée à verser plus de deux millions d’euros à ses salariés.",
        "sum",
        "Quelle somme la société Valmont a-t-elle été condamnée à verser ?",
        "La somme est de plus de deux millions d’euros.",
        "the qualifier of the sum stays",
    ),
    (
        "L’incendie du hangar a été maîtrisé par une trentaine de pompiers vers midi.",
        "who",
        "Qui a maîtrisé l’incendie du hangar ?",
        "Une trentaine de pompiers a maîtrisé l’incendie du hangar, vers midi.",
        "a collective agent",
    ),
    (
        "Le théâtre est financé par le conseil régional.",
        "who",
        "Qui finance le théâtre ?",
        "Le conseil régional finance le théâtre.",
        "a lasting state in the present",
    ),
    (
        "La passerelle, dessinée par l’architecte Anna Weber, relie les deux rives.",
        "who",
        "Qui a dessiné la passerelle ?",
        "L’architecte Anna Weber a dessiné la passerelle.",
        "a participle of creation",
    ),
    (
        "C’est la compagnie Belmar qui assure la liaison avec le continent.",
        "who",
        "Qui assure la liaison avec le continent ?",
        "La compagnie Belmar assure la liaison avec le continent.",
        "a cleft",
    ),
    (
        "Le prix du roman a été attribué à la romancière Claire Dumas.",
        "who",
        "À qui le prix du roman a-t-il été attribué ?",
        "La romancière Claire Dumas a reçu le prix du roman.",
        "somebody receives",
    ),
    (
        "Le nouveau tramway sera inauguré le 14 juin 2025.",
        "when",
        "Quand sera inauguré le nouveau tramway ?",
        "L’inauguration du nouveau tramway est prévue le 14 juin 2025.",
        "a full date and no object: the subject follows",
    ),
    (
        "Les accords de Sorel, signés le 3 mai 1987, fixent la frontière.",
        "when",
        "Quand ont été signés les accords de Sorel ?",
        "Les accords de Sorel ont été signés le 3 mai 1987.",
        "a dated participle, its own agreement kept",
    ),
    (
        "Claire Dumas est née le 4 avril 1961 à Dinan.",
        "when",
        "Quand est née Claire Dumas ?",
        "Claire Dumas est née à Dinan le 4 avril 1961.",
        "a birth",
    ),
    (
        "Le festival aura lieu à Nantes.",
        "where",
        "Où aura lieu le festival ?",
        "À Nantes.",
        "a place",
    ),
    (
        "L’association a distribué plus de 2 000 repas pendant l’hiver.",
        "count",
        "Combien de repas l’association a-t-elle distribués pendant l’hiver ?",
        "Plus de 2 000 repas.",
        "the participle agrees with what now comes first",
    ),
    (
        "Le groupe Lumex prévoit de supprimer 120 postes dans son usine de Laval.",
        "count",
        "Combien de postes le groupe Lumex prévoit-il de supprimer dans son usine de Laval ?",
        "120 postes.",
        "a figure under an infinitive, with its place",
    ),
    (
        "Le coût du chantier s’élève à 12 millions d’euros.",
        "measure",
        "Combien coûte le chantier ?",
        "Le coût du chantier est de 12 millions d’euros.",
        "a cost",
    ),
    (
        "La subvention de la région est de 40 000 euros.",
        "measure",
        "Quelle est la subvention de la région ?",
        "La subvention de la région s’élève à 40 000 euros.",
        "« est de » and « s’élève à » change places",
    ),
    (
        "Le trajet entre les deux villes dure environ 45 minutes.",
        "measure",
        "Combien de temps dure le trajet entre les deux villes ?",
        "Le trajet entre les deux villes a une durée d’environ 45 minutes.",
        "a duration with its qualifier",
    ),
    (
        "La commune a reçu une aide d’un montant de 80 000 euros.",
        "measure",
        "Quel est le montant de l’aide ?",
        "Le montant de l’aide est de 80 000 euros.",
        "an amount given in passing",
    ),
    (
        "La Lune fait le tour de la Terre en 27 jours.",
        "measure",
        "En combien de temps la Lune fait-elle le tour de la Terre ?",
        "En vingt-sept jours.",
        "a time that something takes",
    ),
    (
        "La capsule restera douze jours accrochée à la station.",
        "measure",
        "Combien de temps la capsule restera-t-elle accrochée à la station ?",
        "La capsule restera accrochée à la station pendant douze jours.",
        "a stay",
    ),
    (
        "Le plan prévoit la construction d’une digue et le rachat de dix maisons.",
        "what",
        "Que prévoit le plan ?",
        "",
        "two alike phrases do not change places; said again they are no answer",
    ),
    (
        "La ministre a déclaré que le gouvernement n’acceptait pas le projet en l’état.",
        "whether",
        "Le gouvernement accepte-t-il le projet ?",
        "Non, pas en l’état, a déclaré la ministre.",
        "a reported denial, with who reports it",
    ),
    (
        "Le tunnel sera probablement utilisé en 2027 lors de la grande exposition.",
        "whether",
        "Le tunnel sera-t-il utilisé lors de la grande exposition ?",
        "En 2027, le tunnel sera probablement utilisé lors de la grande exposition.",
        "the doubt stays in the answer",
    ),
    (
        "La couche entre les deux roches s’appelle « discordance ».",
        "name",
        "Comment s’appelle la couche entre les deux roches ?",
        "La couche entre les deux roches porte le nom de « discordance ».",
        "a term named",
    ),
    (
        "La société Kelvo a présenté Kelvo 3, un robot capable de trier les déchets.",
        "define",
        "Qu’est-ce que Kelvo 3 ?",
        "Kelvo 3 est un robot capable de trier les déchets, présenté par la société Kelvo.",
        "an apposition and its maker",
    ),
    (
        "L’objectif de la ville en 2030 est de planter dix mille arbres.",
        "aim",
        "Quel est l’objectif de la ville en 2030 ?",
        "En 2030, la ville a pour objectif de planter dix mille arbres.",
        "a noun of aim",
    ),
    (
        "La pêche, le tourisme et le sel sont les principales ressources.",
        "kinds",
        "Quelles sont les principales ressources ?",
        "",
        "a list keeps its order; said again it is no answer",
    ),
    (
        "Les habitants peuvent suivre les travaux grâce à une application mobile.",
        "means",
        "Comment les habitants peuvent-ils suivre les travaux ?",
        "Au moyen d’une application mobile.",
        "a means, not a cause",
    ),
    (
        "La chute du prix du blé est due à une récolte abondante et à un dollar faible.",
        "cause",
        "À quoi est due la chute du prix du blé ?",
        "Une récolte abondante et un dollar faible sont à l’origine de la chute du prix du blé.",
        "two causes",
    ),
    (
        "La carte est basée sur les relevés des gardes du parc.",
        "basis",
        "Sur quoi repose la carte ?",
        "",
        "a ground is not turned round",
    ),
    (
        "Les fouilles ont permis de découvrir une amphore possédant deux anses.",
        "what",
        "Qu’ont permis de découvrir les fouilles ?",
        "Une amphore qui possède deux anses.",
        "what something made possible; a participle told as a clause",
    ),
    (
        "Une avalanche se produit lorsque la neige glisse.",
        "when",
        "Quand se produit une avalanche ?",
        "Lorsque la neige glisse.",
        "a circumstance",
    ),
    (
        "Les travaux de la digue seront suspendus pendant trois mois.",
        "measure",
        "Pendant combien de temps les travaux de la digue seront-ils suspendus ?",
        "La durée prévue est de trois mois.",
        "how long something lasts",
    ),
    (
        "Le portefeuille de la Culture revient à la députée Anna Weber.",
        "who",
        "À qui revient le portefeuille de la Culture ?",
        "La députée Anna Weber obtient le portefeuille de la Culture.",
        "somebody obtains",
    ),
    (
        "La barge transporte 40 tonnes de sable et repart le soir.",
        "count",
        "Quelle quantité de sable la barge transporte-t-elle ?",
        "La barge en transporte 40 tonnes.",
        "a quantity; the second verb is left out",
    ),
    (
        "L’accident a surpris les riverains et a fait 2 blessés légers (un piéton et le conducteur du bus).",
        "count",
        "Quel est le bilan de l’accident ?",
        "Le bilan est de 2 blessés légers : il s’agit d’un piéton et du conducteur du bus.",
        "a second verb of the same subject; the bracket says who",
    ),
    (
        "Depuis 2010, la ville est dirigée par Paul Mercier.",
        "who",
        "Qui dirige la ville depuis 2010 ?",
        "Paul Mercier dirige la ville.",
        "the date that opens the sentence goes to the question",
    ),
    (
        "Le skipper breton Yann Le Goff a remporté la régate de Lorient.",
        "who",
        "Qui remporte la régate de Lorient ?",
        "Yann Le Goff remporte la régate de Lorient.",
        "an achievement",
    ),
    (
        "La mairesse sortante Anna Weber a été élue présidente de la région avec 900 voix contre 750 voix "
        "pour Paul Mercier.",
        "count",
        "Avec combien de voix est-ce qu’Anna Weber a été élue ?",
        "Anna Weber a recueilli 900 voix et Paul Mercier 750 voix.",
        "votes, those of the other kept",
    ),
    (
        "Le stade de Lorient peut accueillir jusqu’à 12 000 spectateurs.",
        "count",
        "Combien de spectateurs le stade de Lorient peut-il accueillir ?",
        "La capacité maximale du stade de Lorient est de 12 000 spectateurs.",
        "« jusqu’à » stays, as a maximum",
    ),
    (
        "Le festival a nécessité trois années de préparation de la part du théâtre.",
        "measure",
        "Combien de temps la préparation du festival a-t-elle duré ?",
        "La préparation du festival a duré trois années.",
        "time spent",
    ),
    (
        "Au moins douze personnes à bord ont été tuées dans le naufrage.",
        "count",
        "Combien de personnes à bord sont mortes ?",
        "À bord, au moins douze personnes sont mortes.",
        "a toll keeps « au moins » and where",
    ),
    (
        "En raison d’une fuite d’eau, la mairie a fermé la piscine.",
        "cause",
        "Pourquoi la mairie a-t-elle fermé la piscine ?",
        "Une fuite d’eau explique la fermeture de la piscine.",
        "a cause that opens the sentence",
    ),
    (
        "Pour des raisons économiques, la maternité de Brévance a été fermée en 2009.",
        "cause",
        "Pourquoi la maternité de Brévance a-t-elle été fermée en 2009 ?",
        "Des raisons économiques expliquent la fermeture de la maternité de Brévance.",
        "reasons",
    ),
    (
        "Pour des raisons économiques, la maternité de Brévance a été fermée en 2009.",
        "when",
        "Quand a été fermée la maternité de Brévance ?",
        "La fermeture de la maternité de Brévance date de 2009.",
        "a past act as a noun",
    ),
    (
        "Le nouveau conseil s’est donné pour objectif de réviser la charte.",
        "aim",
        "Quel est l’objectif du nouveau conseil ?",
        "Le nouveau conseil entend réviser la charte.",
        "an aim told as an intention",
    ),
    (
        "Le groupe Kelvo souhaite doubler la surface de l’usine.",
        "aim",
        "Quel est l’objectif du groupe Kelvo ?",
        "L’objectif du groupe Kelvo est de doubler la surface de l’usine.",
        "a wish told as an aim",
    ),
    (
        "L’exposition permettra aux visiteurs de contempler une centaine de vases grecs.",
        "what",
        "Que permettra l’exposition ?",
        "Les visiteurs pourront contempler une centaine de vases grecs.",
        "« permettre à X de » told as « X pourra »",
    ),
    (
        "Le syndicat estime à 62 000 le nombre de logements vides, contre 38 000 en mai.",
        "measure",
        "À combien est estimé le nombre de logements vides ?",
        "Le nombre de logements vides est estimé à 62 000 par le syndicat, contre 38 000 en mai.",
        "an estimate keeps its author and its comparison",
    ),
    (
        "La joueuse Lina Forest a battu la Suédoise Karin Holm en trois sets.",
        "who",
        "Face à qui Lina Forest a-t-elle gagné ?",
        "Lina Forest a gagné face à la Suédoise Karin Holm en trois sets.",
        "who was beaten",
    ),
    (
        "La construction du pont a été financée par la ville de Lorient (50 %), la région Bretagne (30 %) et l’État "
        "(20 %).",
        "who",
        "Qui a financé la construction du pont ?",
        "La ville de Lorient, la région Bretagne et l’État ont financé la construction du pont.",
        "all who paid, in the order of the source",
    ),
    (
        "L’exposition sera ouverte entre le 3 mai 2019 et le 4 juin 2019.",
        "when",
        "À quelles dates l’exposition sera-t-elle ouverte ?",
        "Du 3 mai 2019 au 4 juin 2019, l’exposition sera ouverte.",
        "a stretch of dates",
    ),
    (
        "Le coût de la halle s’élève à 3 millions d’euros, dont 60 % de subvention et 40 % d’emprunt.",
        "shares",
        "Comment se répartit le coût de la halle ?",
        "Le coût de la halle est couvert à 60 % par la subvention et à 40 % par l’emprunt.",
        "shares that make a hundred",
    ),
    (
        "La construction de la halle a coûté 3 millions d’euros.",
        "measure",
        "Combien a coûté la construction de la halle ?",
        "Le coût de la construction de la halle a été de 3 millions d’euros.",
        "« a coûté »",
    ),
    (
        "La crue s’explique par un barrage qui se caractérise par des vannes trop étroites.",
        "cause",
        "Comment s’explique la crue ?",
        "La crue tient à un barrage, caractérisé par des vannes trop étroites.",
        "what characterises the cause is part of it",
    ),
    (
        "Plus de 25 millions d’utilisateurs utilisent Wikipédia au quotidien dans le monde.",
        "count",
        "Combien d’utilisateurs compte Wikipédia ?",
        "Wikipédia compte plus de 25 millions d’utilisateurs quotidiens dans le monde.",
        "not « combien d’utilisateurs utilisent »",
    ),
    (
        "Le club de Lorient a émis 41 réserves, dont 21 nouvelles par rapport à 2011.",
        "count",
        "Combien de réserves le club de Lorient a-t-il émises ?",
        "Le club de Lorient en a émis 41, dont 21 nouvelles.",
        "a whole sentence, the noun not said again",
    ),
    (
        "La commission examinera le dossier le 14 juin 2031.",
        "next",
        "Quelle est la suite prévue ?",
        "Le 14 juin 2031, la commission doit examiner le dossier.",
        "what is announced",
    ),
    (
        "Le pont subit un incendie suite à l’accident d’un camion au niveau de l’échangeur Sud.",
        "cause",
        "Quelle est la cause de l’incendie du pont ?",
        "L’accident d’un camion est à l’origine de l’incendie.",
        "not « pourquoi le pont subit-il »",
    ),
    (
        "Les 7 millions de dollars manquant à l’appel sont dus à une fuite de recettes.",
        "cause",
        "Pourquoi manque-t-il 7 millions de dollars ?",
        "Les 7 millions de dollars manquant à l’appel tiennent à la fuite de recettes.",
        "natural wording of what is lacking",
    ),
    (
        "Le refuge se trouve à 30 km de la ville de Gap.",
        "measure",
        "À quelle distance de la ville de Gap se trouve le refuge ?",
        "30 km séparent le refuge de la ville de Gap.",
        "a distance",
    ),
    (
        "La prochaine version du logiciel sortira en avril 2031.",
        "when",
        "Quand sortira la prochaine version du logiciel ?",
        "La sortie de la prochaine version du logiciel est prévue en avril 2031.",
        "what will come out",
    ),
    (
        "Après deux années d’essais, la conduite des travaux est menée par le cabinet Mercier.",
        "who",
        "Qui dirige les travaux après deux années d’essais ?",
        "Le cabinet Mercier dirige les travaux.",
        "not « qui mène la conduite »; the block then refuses the question for its restriction",
    ),
    (
        "La cérémonie de clôture s’est déroulée dans la ville de Lorient.",
        "where",
        "Où s’est déroulée la cérémonie de clôture ?",
        "La cérémonie de clôture a eu lieu dans la ville de Lorient.",
        "« se dérouler » told as « avoir lieu »",
    ),
    (
        "C’est la firme Kelvo qui a réalisé le spectacle à la fin de 2011.",
        "who",
        "Qui a réalisé le spectacle ?",
        "Le spectacle est l’œuvre de la firme Kelvo.",
        "whose work it is",
    ),
    (
        "Le syndicat dénonce le travail de nuit imposé.",
        "what",
        "Que dénonce le syndicat ?",
        "Le syndicat s’élève contre le travail de nuit imposé.",
        "a stand against something",
    ),
    (
        "Le bateau de pêche s’est échoué le 3 juin 2012 sur un banc de sable et de galets dans la baie de Lorient.",
        "when",
        "Quand le bateau de pêche s’est-il échoué sur un banc de sable et de galets ?",
        "Le 3 juin 2012, dans la baie de Lorient.",
        "the place that the question has no room for stands in the answer",
    ),
    (
        "La fusée Aurore a décollé sans problème le 22 mai 2012.",
        "when",
        "Quand a décollé la fusée Aurore ?",
        "Le 22 mai 2012.",
        "nobody asks when it went well",
    ),
    (
        "Le ferry transportait 147 passagers et 6 membres d’équipage.",
        "count",
        "Combien de personnes se trouvaient à bord ?",
        "",
        "who was on board, in the order of the source",
    ),
    (
        "La prochaine version d’Ubuntu, la 15.04 « Cerf bleu », sortira en avril 2031.",
        "when",
        "Quand sortira la prochaine version d’Ubuntu ?",
        "En avril 2031 : ce sera la version 15.04, dite « Cerf bleu ».",
        "the number and the nickname belong to the answer",
    ),
    (
        "La ville vise d’abord les foyers ; 53 % des nouvelles taxes porteront sur les logements et 47 % sur les "
        "bureaux.",
        "count",
        "Quelle part des nouvelles taxes portera sur les logements ?",
        "53 % ; les 47 % restants porteront sur les bureaux.",
        "shares that make a hundred",
    ),
    (
        "La barge transporte 40 tonnes de sable pour le port et doit en ramener 12 tonnes.",
        "count",
        "Quelle quantité de sable la barge transporte-t-elle pour le port ?",
        "40 tonnes de sable ; elle doit en ramener 12 tonnes.",
        "what it brings back",
    ),
)

SILENT: tuple[tuple[str, str], ...] = (
    ("Elle a été fermée en raison d’une fuite d’eau.", "who is « elle »?"),
    ("Ils ont supprimé deux lignes pour réduire les dépenses.", "who are « ils »?"),
    ("Si le fleuve monte encore, le pont sera fermé le 3 mai 2025.", "a condition limits the fact"),
    ("En cas de gel, la mairie ferme la route pour éviter un accident.", "a case limits the fact"),
    ("« La digue a été construite par nos voisins en 1998 », raconte un habitant.", "a quotation"),
    ("Le tramway sera inauguré mardi prochain.", "the date hangs on the day of writing"),
    ("Le festival aura lieu en juillet.", "the date has no year"),
    ("Le peuple gaulois s’intégrera par la suite à l’empire romain.", "« par la suite à » is no cause"),
    ("Cette mesure s’explique par la hausse des prix.", "« cette mesure » was never told"),
    ("La réunion est due à son absence.", "whose absence?"),
    ("Le maire utilise un tableau pour suivre les dépenses.", "a use, not a decision"),
    ("Une tempête a ouvert une brèche pour atteindre la rivière.", "a storm has no aim"),
    ("Le club n’a pas recruté 12 joueurs.", "a denial"),
    ("Pourquoi la mairie a-t-elle fermé la piscine en 2019 ?", "a question answers none"),
    ("Le théâtre a été fermé par erreur.", "« par erreur » is nobody"),
    ("Nous avons ouvert une boutique pour vendre nos légumes.", "first person"),
    ("L’année dernière, le taux de casse a été de 12 %.", "the year is not said"),
    ("Pour les plus petits, la baisse du prix de vente est de 3 %.", "the figure holds for some only"),
    ("Le vin est produit par fermentation.", "a process is nobody"),
    ("La route a été fermée à cause de lui.", "who is « lui »?"),
    ("La commune pourrait ouvrir une école pour accueillir les élèves.", "it has not decided"),
    ("La société a été condamnée pour la deuxième fois.", "no ground is given"),
    ("Il s’agit d’un code conçu par un graphiste.", "« un code » is not known yet"),
    ("Le maire s’est appuyé sur les rapports des services.", "a person has no base"),
    ("La fusée a été construite par une société privée.", "« une société privée » tells nobody who"),
    ("Quand la neige fond, une avalanche se produit.", "a condition"),
    ("La mairie peut accueillir des visiteurs.", "no figure, no capacity"),
    ("Un homme s’est noyé le 3 mai 2019 dans le port.", "« un homme »: nobody can have him in mind"),
    ("Le groupe s’est donné pour objectif de réduire sa dette et ses pertes au plus vite si possible.", "a condition"),
    ("Le syndicat estime que 900 emplois sont menacés dans ce secteur.", "« ce secteur » was never told"),
    ("Le club pourrait battre le record de la saison.", "a possibility"),
    ("La ville vise les foyers ; 53 % des taxes porteront sur les logements et 30 % sur les bureaux.", "17 % lack"),
    ("La pêche, le tourisme et son port sont les principales ressources.", "whose port?"),
)


def asked(context: Callable[[str], Any], text: str) -> list[tuple[Question, str]]:
    """The questions of the second sentence, each with its first answer that does not echo the text."""
    ctx = context(f"{COMPANY} {text}")
    seen = Repetition()
    for sentence in ctx.sentences:
        seen.add(sentence.text)
    found = questions_of(ctx, 1)
    return [(q, next((a for a in q.answers if not seen.repeats(a)), "")) for q in found]


@pytest.mark.parametrize(("text", "kind", "question", "expected", "why"), FIRING, ids=[f[4] for f in FIRING])
def test_asks(context: Callable[[str], Any], text: str, kind: str, question: str, expected: str, why: str) -> None:
    found = {q.text: (q.kind, a) for q, a in asked(context, text)}
    assert found.get(question) == (kind, expected), (why, found)


@pytest.mark.parametrize(("text", "why"), SILENT, ids=[s[1] for s in SILENT])
def test_stays_silent(context: Callable[[str], Any], text: str, why: str) -> None:
    assert [q.text for q, _ in asked(context, text)] == [], why


def test_a_list_is_not_cut(context: Callable[[str], Any]) -> None:
    text = "Le groupe prévoit de supprimer 120 postes dans l’usine de Laval, les bureaux de Lille et le dépôt de Metz."
    found = asked(context, text)
    assert not [q for q, _ in found if q.kind == "count"]
    for question, _ in found:
        assert all("Metz" in a for a in question.answers)


def test_what_opens_a_sentence_may_hold_for_its_first_verb_only(context: Callable[[str], Any]) -> None:
    found = asked(context, "En 2010, le parc a changé de nom et a accueilli 300 plantes.")
    assert [q.text for q, _ in found] == ["Quand le parc a-t-il changé de nom ?"]


def test_no_question_in_mourning_or_instructions(context: Callable[[str], Any]) -> None:
    recipe = (
        "Versez la farine dans un saladier. Ajoutez deux œufs. Mélangez bien. Laissez reposer la pâte une heure. "
        "La pâte est fermée en raison d’une levure. Faites cuire vingt minutes."
    )
    ctx = context(recipe)
    assert "instructions" in ctx.analysis.register
    assert questions(ctx) == ()


def test_sources_are_the_sentence_asked(context: Callable[[str], Any]) -> None:
    found = asked(context, "Le théâtre est financé par le conseil régional.")
    assert [q.sources for q, _ in found] == [(1,)]


@pytest.mark.parametrize(
    ("text", "good", "why"),
    [
        ("Pourquoi le pont est-il fermé ?", True, "an inverted pronoun is no reference"),
        ("C’est en 2010 qu’a démarré la traque.", True, "a cleft is no reference"),
        ("Qu’est-ce qui explique la panne ?", True, "nor is the question word"),
        ("Elle est fermée.", False, "who?"),
        ("Cette route est fermée.", False, "which one?"),
        ("La route est fermée depuis hier.", False, "which day?"),
        ("Notre route est fermée.", False, "whose?"),
        ("La route (barrée est fermée.", False, "half a bracket"),
    ],
)
def test_sound(text: str, good: bool, why: str) -> None:
    assert sound(text) is good, why


@pytest.mark.parametrize(
    ("text", "good"),
    [("Qui finance le théâtre ?", True), ("Pourquoi ?", False), ("Pourquoi " + "très " * 20 + "?", False)],
)
def test_askable(text: str, good: bool) -> None:
    assert askable(text) is good


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("le vent et la pluie", "Le vent et la pluie."),
        ("le pont de", ""),
        ("Oui.", "Oui."),
        ("mot " * 40, ""),
    ],
)
def test_answer(before: str, after: str) -> None:
    assert answer(before) == after


@pytest.mark.parametrize(
    ("text", "word", "rest", "expected", "why"),
    [
        ("Le pont a rouvert.", "Quand", (), "Quand a rouvert le pont ?", "no complement: the subject follows"),
        (
            "Le pont a rouvert.",
            "Pourquoi",
            ("si vite",),
            "Pourquoi le pont a-t-il rouvert si vite ?",
            "a complement: a pronoun repeats the subject",
        ),
        (
            "Google a ouvert un centre à Lyon.",
            "Pourquoi",
            ("un centre",),
            "Pourquoi est-ce que Google a ouvert un centre ?",
            "a name without gender takes no pronoun",
        ),
    ],
)
def test_order_of_words(
    context: Callable[[str], Any], text: str, word: str, rest: tuple[str, ...], expected: str, why: str
) -> None:
    ctx = context(f"{COMPANY} {text}")
    fact = fact_of(ctx, clauses(ctx, 1)[0])
    assert fact is not None
    assert ask(word, fact, rest) == expected, why


@pytest.mark.parametrize(
    ("text", "question", "expected", "why"),
    [
        (
            "Les mesures ont permis de découvrir un noyau possédant une masse de 90 GeV, soit une masse "
            "correspondant à 96 fois celle d’un proton.",
            "Quelle est la masse du noyau ?",
            "90 GeV, soit 96 fois celle d’un proton.",
            "what the figure amounts to",
        ),
        (
            "Les mesures ont permis de découvrir un noyau possédant une masse de 90 GeV, soit un peu plus que prévu.",
            "Quelle est la masse du noyau ?",
            "La masse du noyau est de 90 GeV.",
            "no second figure",
        ),
    ],
)
def test_what_a_figure_amounts_to(
    context: Callable[[str], Any], text: str, question: str, expected: str, why: str
) -> None:
    found = {q.text: q.answers[0] for q in questions(context(f"{COMPANY} {text}"))}
    assert found.get(question) == expected, (why, found)


@pytest.mark.parametrize(
    ("agents", "did", "expected", "why"),
    [
        (
            "les chimistes Anna Weber, Paul Brun et Lina Forest",
            "l’ont fait en 1911",
            "Les chimistes Anna Weber, Paul Brun et Lina Forest l’ont fait en 1911",
            "the list in its order, not counted",
        ),
        ("les chimistes de la ville", "l’ont fait en 1911", "", "no names"),
        ("la chimiste Anna Weber", "", "", "one"),
    ],
)
def test_people_by_their_trade(agents: str, did: str, expected: str, why: str) -> None:
    assert by_trade(agents, did) == expected, why
