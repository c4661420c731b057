"""Questions read by the surface of a sentence: what is asked, with the first answer that does not echo the text.

The question is that of the second sentence; the first one names what the second takes up, or gives the parser company.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from seo_fr.composition.overlap import Repetition
from seo_fr.rewriting.question_shapes import cut, each_with, lighter, open_date, relatived, verbal
from seo_fr.rewriting.question_surface import Named, named, opened, question
from seo_fr.rewriting.questions import questions_of, taken

COMPANY = "Le conseil municipal s’est réuni jeudi soir dans la salle des fêtes."

# before, text, kind, question, answer, why
FIRING: tuple[tuple[str, str, str, str, str, str], ...] = (
    (
        "",
        "Depuis 2015, une loi régionale demande aux plongeurs de ne pas remonter les amphores à la suite "
        "d’une découverte.",
        "asked",
        "Que demande une loi régionale aux plongeurs ?",
        "Depuis 2015, les plongeurs ne doivent pas remonter les amphores après une découverte.",
        "an order, told of those who receive it",
    ),
    (
        "",
        "La mairie invite les habitants à fermer les volets, se couvrir et éviter de traverser le parc.",
        "asked",
        "À quoi la mairie invite-t-elle les habitants ?",
        "Les habitants sont invités à fermer les volets, à se couvrir et à éviter de traverser le parc.",
        "an invitation, « à » before each infinitive",
    ),
    (
        "Lina Morel joue à Brest.",
        "Elle est souvent remplacée, son entraîneur Paul Renard lui reprochant de ne pas défendre "
        "suffisamment le couloir.",
        "asked",
        "Que reprochait Paul Renard à Lina Morel ?",
        "Elle ne défendait pas assez le couloir, selon Paul Renard.",
        "a reproach by a participle",
    ),
    (
        "",
        "Malgré les demandes répétées des usagers, le tramway ne desservira pas de second terminus.",
        "whether",
        "Le tramway desservira-t-il un second terminus ?",
        "Non : il n’en desservira pas, malgré les demandes répétées des usagers.",
        "a denial against a wish",
    ),
    (
        "",
        "Kelvo n’inclut pas de cartes routières, principalement pour des raisons de licence.",
        "whether",
        "Est-ce que Kelvo inclut des cartes routières ?",
        "Non : Kelvo n’en inclut pas, principalement pour des raisons de licence.",
        "a denial with its reason",
    ),
    (
        "",
        "Il n’est pas prévu de fermer le pont car 85 % des voies restent ouvertes.",
        "whether",
        "Est-il prévu de fermer le pont ?",
        "Non, rien de tel n’est prévu : 85 % des voies restent ouvertes.",
        "nothing of the kind is planned",
    ),
    (
        "",
        "La machine a réussi à se vendre en Italie, mais pas à Malte malgré plusieurs campagnes.",
        "whether",
        "La machine a-t-elle réussi à se vendre à Malte ?",
        "Non, en Italie seulement, malgré plusieurs campagnes.",
        "here, not there",
    ),
    (
        "",
        "Parmi les règles votées : 80 % des repas seront facturés, contre 92 % actuellement.",
        "change",
        "Qu’est-ce qui va changer pour les repas ?",
        "La part des repas facturés passera de 92 à 80 %.",
        "two shares",
    ),
    (
        "",
        "La Fédération des ports (FDP) estime à 1 200 le nombre de quais abîmés, contre 900 au mois de mai.",
        "change",
        "Comment a évolué le nombre de quais abîmés ?",
        "Il est passé de 900 au mois de mai à 1 200, selon les estimations de la FDP.",
        "an estimate and the one before",
    ),
    (
        "",
        "Le roman sortira en Belgique le 3 mai, et au Canada, le 9 juin.",
        "calendar",
        "Quand sortira le roman ?",
        "Il est attendu le 3 mai en Belgique, le 9 juin au Canada.",
        "two places, two dates",
    ),
    (
        "",
        "8 écoles ont été classées de deux rangs, 5 autres ont vu leur note baissée de 1 rang et les 3 "
        "dernières de 4 rangs.",
        "shares",
        "De combien les écoles ont-elles été classées ?",
        "La baisse est de deux rangs pour 8 écoles, de 1 rang pour 5 autres, de 4 rangs pour les 3 restantes.",
        "groups told apart",
    ),
    (
        "",
        "Il est prévu que, contrairement à la sonde Kelvo qui se brise lors de son retour sur terre, la sonde"
        " Mirva termine sa course avec un ballon avant de se poser dans le désert.",
        "change",
        "Quelle est la différence entre la sonde Mirva et la sonde Kelvo ?",
        "La sonde Kelvo se brise à son retour sur terre.",
        "one unlike the other",
    ),
    (
        "",
        "La tablette sera dotée d’un écran de 9 pouces contre 7,5 pour la Kelvo 2.",
        "change",
        "Qu’est-ce qui change par rapport à la Kelvo 2 ?",
        "L’écran passe de 7,5 à 9 pouces.",
        "beside the former one",
    ),
    (
        "",
        "Les 40 agents seront chargés d’ouvrir les vannes, de nettoyer les bassins et de prévenir les riverains.",
        "duty",
        "Quelle sera la mission des 40 agents ?",
        "Ils devront ouvrir les vannes, nettoyer les bassins et prévenir les riverains.",
        "what somebody is charged with",
    ),
    (
        "",
        "Ce colloque a pour objectif de réunir les chercheurs étudiant la mer pour protéger les fonds.",
        "duty",
        "Quel est l’objectif du colloque ?",
        "Il vise à réunir les chercheurs qui étudient la mer pour protéger les fonds.",
        "an aim, its participle told as a clause",
    ),
    (
        "Les Vénètes, un peuple de marins, bâtirent des ports.",
        "Ils sont aussi connus pour la fabrication de voiles de cuir.",
        "duty",
        "Pour quoi les Vénètes sont-ils connus ?",
        "Ils sont réputés pour leurs voiles de cuir.",
        "what a people is known for",
    ),
    (
        "",
        "Paul Mercier, obligé de revenir au village pour réparer une roue, après avoir heurté une borne, est reparti.",
        "reason",
        "Pourquoi Paul Mercier a-t-il dû revenir au village ?",
        "Il avait heurté une borne et devait réparer une roue.",
        "forced by what came before",
    ),
    (
        "",
        "Les élèves ayant une moyenne comprise entre 7 et 9 devront passer par l’épreuve de rattrapage.",
        "duty",
        "Qui est concerné par l’épreuve de rattrapage ?",
        "Ce sont les élèves qui ont une moyenne comprise entre 7 et 9.",
        "whom a rule concerns",
    ),
    (
        "",
        "Le gouvernement italien a menacé les auteurs de ces vols de poursuites à Rome et dans d’autres villes.",
        "duty",
        "Que risquent les auteurs des vols ?",
        "Le gouvernement italien les menace de poursuites à Rome comme dans d’autres villes.",
        "a threat",
    ),
    (
        "",
        "Cette comète a été repérée par l’astronome Anna Weber et son équipe, grâce au télescope Kelvo.",
        "who",
        "Qui a repéré la comète ?",
        "L’astronome Anna Weber et son équipe l’ont repérée grâce au télescope Kelvo.",
        "who found it, with what",
    ),
    (
        "",
        "L’exposition permettra aux visiteurs de voir vingt dessins de Turner parmi les cent œuvres exposées "
        "dans la galerie.",
        "what",
        "Que permettra l’exposition ?",
        "Les visiteurs pourront voir cent œuvres, dont vingt dessins de Turner.",
        "some among all",
    ),
    (
        "",
        "L’exposition permettra aux élèves de toucher plusieurs instruments anciens provenant d’une dizaine de pays.",
        "what",
        "Que permettra l’exposition ?",
        "Les élèves pourront toucher plusieurs instruments anciens qui viennent d’une dizaine de pays.",
        "what a thing makes possible",
    ),
    (
        "",
        "Ce drone est destiné uniquement au transport de matériel mais, à terme, ses missions pourraient "
        "s’étendre aux secours en montagne.",
        "use",
        "À quoi sert le drone ?",
        "Il sert uniquement à transporter du matériel.",
        "a use, then those to come",
    ),
    (
        "",
        "Selon le classement mondial établi par Kelvo, la Bolivie est classée 88e, autrement dit parmi les "
        "derniers pays du continent en matière de lecture publique.",
        "part",
        "Quel est le rang de la Bolivie en matière de lecture publique ?",
        "88e, parmi les derniers pays du continent, selon Kelvo.",
        "a rank and what it amounts to",
    ),
    (
        "",
        "La chapelle est fermée en raison d’une légende locale affirmant que ses cloches fâcheraient le vent.",
        "cause",
        "Pourquoi la chapelle est-elle fermée ?",
        "Une légende locale est à l’origine de la fermeture de la chapelle.",
        "a belief",
    ),
    (
        "",
        "Au pointage de 18h, Anna Weber est en tête devant Paul Brun (à 3,2 milles) et Lina Morel (à 4 milles).",
        "who",
        "Qui est en tête au pointage de 18h ?",
        "Anna Weber mène avec 3,2 milles d’avance sur Paul Brun et 4 milles sur Lina Morel.",
        "a race",
    ),
    (
        "",
        "L’île compte quatre hameaux : Kerlo (le plus ancien), Treval, Pornec et Lanig.",
        "kinds",
        "Quels sont les quatre hameaux de l’île ?",
        "Kerlo est le plus ancien ; les autres sont Treval, Pornec et Lanig.",
        "members, the chief one apart",
    ),
    (
        "",
        "L’enquête a relevé 12 fuites : 6 à Lille, 3 à Metz et 3 à Brest.",
        "shares",
        "Où se trouvent les 12 fuites ?",
        "Selon l’enquête, Lille en compte 6 ; Metz et Brest, 3 chacune.",
        "a count by place",
    ),
    (
        "",
        "Le spectacle a déjà été joué dans les villes de Rennes, Nantes, Angers et Tours avant son passage à Lyon.",
        "where",
        "Où le spectacle a-t-il déjà été joué ?",
        "Rennes, Nantes, Angers et Tours l’ont accueilli, avant Lyon.",
        "towns, and no number that the source does not hold",
    ),
    (
        "Le plan repose sur trois axes.",
        "Il s’agit de l’eau potable, de l’air et du bruit.",
        "kinds",
        "Quels sont les trois axes ?",
        "Ce sont l’eau potable, l’air et le bruit.",
        "axes told one by one",
    ),
    (
        "",
        "Face à la sécheresse, la Communauté des vallées (CDV) a organisé une réunion à Gap pour préparer les"
        " récoltes.",
        "aim",
        "Pourquoi la Communauté des vallées a-t-elle organisé une réunion à Gap ?",
        "La Communauté des vallées cherche ainsi à préparer les récoltes.",
        "an aim, the acronym left out",
    ),
    (
        "",
        "Dans la matinée, Paul Mercier a dû faire demi-tour après avoir entendu deux craquements.",
        "after",
        "Pourquoi est-ce que Paul Mercier a dû faire demi-tour ?",
        "Paul Mercier avait entendu deux craquements.",
        "what came before",
    ),
    (
        "Paul Mercier, le favori de la course, est rentré.",
        "Il a annoncé ce matin son abandon, en raison « d’une fissure du mât ».",
        "left",
        "Pourquoi Paul Mercier abandonne-t-il ?",
        "Il invoque « une fissure du mât ».",
        "why somebody leaves",
    ),
    (
        "Le conseil a exclu le maire Paul Mercier.",
        "Estimant que « le parc est un bien commun », il vota contre le projet.",
        "belief",
        "Pourquoi Paul Mercier vota-t-il contre le projet ?",
        "Le parc est « un bien commun », estime-t-il.",
        "what he thinks",
    ),
    (
        "",
        "Le groupe justifie ces incendies par le fait qu’il considère les anciennes chapelles inutiles.",
        "view",
        "Comment le groupe justifie-t-il les incendies ?",
        "Il juge inutiles les anciennes chapelles.",
        "a justification",
    ),
    (
        "",
        "Jusqu’à présent, les pêcheurs avaient obligation de déclarer les prises de la semaine avant publication.",
        "duty",
        "Quelle obligation avaient les pêcheurs ?",
        "Ils devaient, avant publication, déclarer les prises de la semaine.",
        "a duty that ends",
    ),
    (
        "",
        "Il semblerait que la panne ait été provoquée par une fusée lancée par un voisin dans la cour, a "
        "indiqué la police.",
        "cause",
        "Qu’est-ce qui aurait provoqué la panne ?",
        "Selon la police, un voisin aurait lancé une fusée dans la cour.",
        "a presumed cause, in the voice of who says it",
    ),
    (
        "",
        "Et puisqu’il n’y a pas un nombre entier de quinzaines par an, ces calendriers se décalent par rapport "
        "aux marées.",
        "reason",
        "Pourquoi les calendriers se décalent-ils par rapport aux marées ?",
        "Le nombre de quinzaines par an n’est pas entier.",
        "a number that is not whole",
    ),
    (
        "",
        "Toutefois vous ne pourrez ouvrir un compte avant 10 jours pour des raisons techniques protégeant le réseau.",
        "whether",
        "Est-il possible d’ouvrir un compte immédiatement ?",
        "Non : il faut attendre 10 jours, pour des raisons techniques qui protègent le réseau.",
        "a delay to wait",
    ),
    (
        "",
        "Une page Jardins a été créée sur le site pour favoriser les plantes locales dans les écoles.",
        "use",
        "À quoi sert la page Jardins ?",
        "Elle doit favoriser, dans les écoles, les plantes locales.",
        "what a page is for",
    ),
    (
        "",
        "En mars 2009, selon le groupe Kelvo, le réseau de bus enregistrait encore 6 millions de trajets "
        "mensuels, dont 2 millions sur la ligne 4.",
        "part",
        "Combien de trajets le réseau de bus enregistrait-il en mars 2009 ?",
        "6 millions par mois, dont 2 millions sur la ligne 4, selon le groupe Kelvo.",
        "a part of a count",
    ),
    (
        "",
        "Près de 30 000 Maltais sont appelés aux urnes afin de choisir une assemblée de 60 membres.",
        "part",
        "Combien de Maltais peuvent voter ?",
        "Ils sont près de 30 000, qui doivent élire les 60 membres d’une assemblée.",
        "voters and what they choose",
    ),
    (
        "",
        "À Dijon, le record de septembre a été battu 34,2°C, le précédent record était de 33,8°C et datait du"
        " 4 septembre 1911.",
        "part",
        "Quel record a été battu à Dijon ?",
        "Avec 34,2 °C, Dijon dépasse les 33,8 °C relevés le 4 septembre 1911.",
        "a former record",
    ),
    (
        "",
        "Les ménages du canton ont vu leur revenu moyen reculer de 3,4 % entre 2011 et 2013.",
        "part",
        "De combien a reculé le revenu moyen des ménages du canton ?",
        "Le revenu moyen des ménages du canton a perdu 3,4 % entre 2011 et 2013.",
        "a fall",
    ),
    (
        "",
        "L’exposition a déjà attiré plus de 40 000 visiteurs avant d’arriver à Lyon.",
        "part",
        "Combien de visiteurs l’exposition a-t-elle déjà attirés ?",
        "Avant son arrivée à Lyon, l’exposition en a attiré plus de 40 000.",
        "who came before",
    ),
    (
        "",
        "L’atelier fabriquera 3 000 chaises en 2031, avec une capacité qui pourra être portée à 5 000, "
        "explique Paul Mercier.",
        "part",
        "Combien de chaises l’atelier fabriquera-t-il ?",
        "3 000 en 2031 ; l’atelier pourra ensuite monter à 5 000, selon Paul Mercier.",
        "a capacity that may grow",
    ),
    (
        "",
        "La participation au premier tour de l’élection, les 3 et 4 mai, a été de 62 %.",
        "part",
        "Quelle a été la participation au premier tour ?",
        "Elle s’est élevée à 62 %, lors du vote des 3 et 4 mai.",
        "a turnout and its days",
    ),
    (
        "",
        "La recherche de l’épave au large de Brest a commencé en 2012 et a nécessité l’utilisation du sonar Kelvo.",
        "moment",
        "Quand la recherche de l’épave au large de Brest a-t-elle commencé ?",
        "En 2012, avec l’utilisation du sonar Kelvo.",
        "since when, with what",
    ),
    (
        "",
        "La prochaine visite aura lieu le 3 mai 2031, celles-ci ayant été calées sur les grandes marées.",
        "moment",
        "À quelle date aura lieu la prochaine visite ?",
        "Le 3 mai 2031 : les visites sont calées sur les grandes marées.",
        "a date and what sets it",
    ),
    (
        "",
        "Ces dossiers seront ensuite détruits dans un délai compris entre 10 jours et un an.",
        "moment",
        "Dans quel délai les dossiers seront-ils détruits ?",
        "Au bout de 10 jours au moins et d’un an au plus.",
        "at least and at most",
    ),
    (
        "",
        "Il devrait faire 31°C à Brest, une première pour la saison.",
        "moment",
        "Quelle température est attendue à Brest ?",
        "Il devrait y faire 31 °C, du jamais-vu pour la saison.",
        "a first time",
    ),
    (
        "",
        "Il s’agit du premier atlas publié par Kelvo depuis la sortie de Mirva en 2004.",
        "moment",
        "Quel était le précédent atlas de Kelvo ?",
        "Mirva, dont la sortie remonte à 2004.",
        "the one before",
    ),
    (
        "",
        "Cette fresque a nécessité trois années de travail et a dû attendre la pose du nouveau toit.",
        "moment",
        "Combien de temps a demandé la fresque ?",
        "Le travail a pris trois années, et la fresque a dû attendre la pose du nouveau toit.",
        "time and what was awaited",
    ),
    (
        "",
        "La capitaine Lina Morel s’est dite satisfaite de la saison malgré l’exclusion de l’équipe des finales.",
        "whether",
        "Lina Morel est-elle satisfaite de la saison ?",
        "Oui, a-t-elle dit, même si l’équipe a été exclue des finales.",
        "content all the same",
    ),
    (
        "",
        "Sans citer de noms, Paul Mercier, le directeur, a affirmé que certains danseurs ne seront pas de "
        "retour en 2031 et qu’il cherche un lieu.",
        "whether",
        "Tous les danseurs seront-ils de retour en 2031 ?",
        "Non, pas tous, selon Paul Mercier, qui ne mentionne aucun nom.",
        "some, not all",
    ),
    (
        "",
        "Le groupe souhaite à long terme doubler sa flotte de ferries.",
        "duty",
        "Que souhaite le groupe à long terme ?",
        "Il veut doubler, à long terme, sa flotte de ferries.",
        "a wish and its time",
    ),
    (
        "",
        "Paul Mercier doit absolument gagner la régate s’il veut garder la coupe du port.",
        "reason",
        "Pourquoi Paul Mercier doit-il absolument gagner la régate ?",
        "C’est la condition pour garder la coupe du port.",
        "a condition",
    ),
    (
        "",
        "Chez Kelvo, la direction a confirmé un plan de départs volontaires de 45 postes sur 900 salariés.",
        "part",
        "Combien de départs volontaires sont prévus chez Kelvo ?",
        "La direction en a confirmé 45, pour 900 salariés.",
        "a plan of departures",
    ),
    (
        "",
        "Le mémento, accord entre la Suisse et la Ligue du Rhin, la Banque du Sud et le Fonds lacustre, avait"
        " été signé hier.",
        "terms",
        "Qu’est-ce que le mémento ?",
        "Il s’agit d’un accord qui lie la Suisse à la Ligue du Rhin, à la Banque du Sud et au Fonds lacustre.",
        "an accord and its parties",
    ),
    (
        "",
        "C’est la barge rouge qui passe sous le pont mobile car celle-là est plus basse.",
        "reason",
        "Pourquoi la barge rouge passe-t-elle sous le pont mobile ?",
        "La barge rouge est la plus basse des deux.",
        "one of two",
    ),
    (
        "",
        "La navette transporte 300 kg de vivres pour la base et doit en ramener 120 kg.",
        "part",
        "Combien de vivres la navette transporte-t-elle ?",
        "300 kg de vivres à l’aller ; elle doit en ramener 120 kg.",
        "both ways",
    ),
    (
        "",
        "Le film met en vedette Paul Mercier, un facteur qui a traversé le désert.",
        "terms",
        "Qui est Paul Mercier ?",
        "Un facteur, vedette du film, qui a traversé le désert.",
        "who is it",
    ),
    (
        "",
        "Selon plusieurs associations locales, cette taxe frappe surtout les familles.",
        "view",
        "Que disent plusieurs associations locales de la taxe ?",
        "Elles estiment que la taxe frappe surtout les familles.",
        "what they say",
    ),
    (
        "",
        "Cette liste pourrait s’avérer inutile car bon nombre des boutiques présentes dans cette liste ont déjà fermé.",
        "reason",
        "Pourquoi la liste pourrait-elle s’avérer inutile ?",
        "Beaucoup des boutiques de la liste ont déjà fermé.",
        "in vain",
    ),
    (
        "",
        "La flotte est prête à quitter le port, mais attend le feu vert du préfet et de la marine.",
        "whether",
        "La flotte est-elle prête à quitter le port ?",
        "Oui, une fois obtenu le feu vert du préfet comme de la marine.",
        "ready, but waiting",
    ),
    (
        "",
        "Sur les six dernières enquêtes publiées sur la ville, cinq donnent une avance à Lina Morel.",
        "view",
        "Que disent les enquêtes sur la ville ?",
        "Lina Morel est en tête dans cinq enquêtes sur six.",
        "polls",
    ),
    (
        "",
        "Ces cartes seront disponibles sous licence libre, tout le monde pourra donc les réutiliser.",
        "view",
        "Qui pourra réutiliser les cartes ?",
        "Tout le monde, puisque leur diffusion se fera sous licence libre.",
        "free to use",
    ),
    (
        "",
        "Cette année la Bretagne est mise à l’honneur, comme cela a déjà été le cas en 2011.",
        "whether",
        "Est-ce la première fois que la Bretagne est à l’honneur ?",
        "Non, la Bretagne avait reçu le même honneur en 2011.",
        "not the first time",
    ),
    (
        "",
        "L’erreur vient du Coast Pilot, un appareil de mesure des courants.",
        "define",
        "Qu’est-ce que le Coast Pilot ?",
        "Le Coast Pilot est un appareil de mesure des courants.",
        "a thing named by its apposition",
    ),
    (
        "",
        "L’avantage d’avoir deux quais permet à chaque pêcheur de garder son matériel au sec tout en évitant "
        "la foule des touristes.",
        "use",
        "À quoi sert d’avoir deux quais ?",
        "Chaque pêcheur peut garder son matériel au sec et éviter la foule des touristes.",
        "what it is good for",
    ),
    (
        "Kelvo possède une fonction de tri.",
        "Son principal inconvénient est de ne pas être capable de classer les vidéos.",
        "use",
        "Quel est l’inconvénient de Kelvo ?",
        "Kelvo ne sait pas classer les vidéos.",
        "what it lacks",
    ),
    (
        "",
        "Si vous tenez un blog, vous pouvez utiliser kelvo-check pour tester votre page avant sa publication.",
        "use",
        "À quoi sert kelvo-check ?",
        "Kelvo-check permet de tester une page avant sa publication.",
        "what a tool is for",
    ),
    (
        "",
        "Les correctifs du système seront fournis durant un an, contrairement à la version longue qui ne dure"
        " que 4 ans.",
        "measure",
        "Pendant combien de temps les correctifs du système seront-ils fournis ?",
        "La durée prévue est d’un an, contre 4 pour la version longue.",
        "how long, beside another",
    ),
    (
        "Le parti a exclu hier Paul Mercier.",
        "Son parti lui reprochait d’avoir rompu le pacte en ce qui concerne la loi sur les ports.",
        "asked",
        "Que reproche le parti à Paul Mercier ?",
        "Paul Mercier a rompu le pacte sur la loi sur les ports, selon le parti.",
        "a grievance",
    ),
    (
        "",
        "Les coûts de production de ce film d’une durée de trente minutes sont de six mille francs.",
        "part",
        "Combien coûte le film ?",
        "Sa production revient à six mille francs, pour trente minutes.",
        "a cost and a length",
    ),
    (
        "",
        "Le syndicat demande au conseil des mesures pour freiner la fermeture des écoles et pour ouvrir une crèche.",
        "asked",
        "Que demande le syndicat au conseil ?",
        "Il réclame de quoi freiner la fermeture des écoles, mais aussi de quoi ouvrir une crèche.",
        "measures for two ends",
    ),
    (
        "",
        "Ce rapport de 60 pages se base sur plus de 90 entretiens d’anciens mineurs et d’anciens marins menés en 2019.",
        "kinds",
        "Sur quoi repose le rapport ?",
        "Il s’appuie sur plus de 90 entretiens, recueillis auprès d’anciens mineurs et marins.",
        "what a report rests on",
    ),
    (
        "",
        "Attention : Kelvo 2.0 et versions supérieures ne sont pas compatibles avec Mirva.",
        "whether",
        "Est-il possible d’utiliser Kelvo 2.0 avec Mirva ?",
        "Non : ni Kelvo 2.0 ni les versions supérieures n’y sont compatibles.",
        "not compatible",
    ),
    (
        "",
        "Kelvo annonçait samedi qu’il allait déposer une plainte après le vol contre la société Mirva.",
        "asked",
        "Que compte faire Kelvo ?",
        "Kelvo a annoncé vouloir déposer une plainte.",
        "what somebody will do",
    ),
    (
        "",
        "La ligne s’arrête lors d’une « jonction », c’est-à-dire la rencontre d’une voie montante et d’une "
        "voie descendante.",
        "terms",
        "Que se passe-t-il lors d’une jonction ?",
        "Une voie montante et une voie descendante se rencontrent.",
        "two that meet",
    ),
    (
        "",
        "Mirva est une base ouverte destinée à faciliter les échanges et les traductions entre les musées du pays.",
        "terms",
        "Qu’est-ce que la base Mirva ?",
        "Mirva est une base ouverte.",
        "what a thing is meant for",
    ),
    (
        "Autrefois, les passages étaient assurés par la compagnie Ardel.",
        "De nos jours, c’est la compagnie Kelvo qui a la charge des passages entre la côte et l’île.",
        "duty",
        "Qui assure les passages entre l’île et la côte ?",
        "La compagnie Kelvo en a la charge.",
        "who is in charge",
    ),
    (
        "Treval-en-Mer est la plus grande île du golfe.",
        "Elle comporte trois hameaux : Kerlo (le plus ancien), Pornec et Lanig.",
        "kinds",
        "Quels sont les trois hameaux de Treval-en-Mer ?",
        "Kerlo est le plus ancien ; les autres sont Pornec et Lanig.",
        "members of what the sentence before names",
    ),
    (
        "",
        "La route est coupée au nord du bourg, où des marins demandent une meilleure protection des quais de "
        "la rive sud.",
        "asked",
        "Que demandent les marins ?",
        "Ils demandent que les quais de la rive sud soient mieux protégés.",
        "something better",
    ),
    (
        "Le maire multiplie les lettres dans la région et les appels pour sauver la gare sans obtenir de "
        "réponse claire.",
        "En conséquence, la population se sent oubliée par les élus.",
        "reason",
        "Pourquoi la population se sent-elle oubliée par les élus ?",
        "Les lettres et les appels du maire n’ont pas donné de réponse claire.",
        "what follows from a failure",
    ),
    (
        "L’exposition a été vue à Lille.",
        "Sa venue à Brest n’est pas un hasard, la ville ayant acheté plusieurs toiles de Turner "
        "pendant la crise de 1929.",
        "reason",
        "Pourquoi l’exposition vient-elle à Brest ?",
        "Ce n’est pas un hasard : la ville avait déjà acheté, pendant la crise de 1929, plusieurs toiles de Turner.",
        "why something comes",
    ),
    (
        "",
        "Cependant, si le pont est confié à la région, la ville ne va pas vendre les terrains comme le "
        "précise le maire de Brest, Paul Renard : « Nous gardons tout ».",
        "whether",
        "La ville va-t-elle vendre les terrains ?",
        "Non, précise Paul Renard, maire de Brest.",
        "a denial on somebody’s word",
    ),
    (
        "",
        "Le hangar mesurera 40 mètres de long et 12 mètres de large.",
        "part",
        "Quelles seront les dimensions du hangar ?",
        "40 mètres de long pour 12 mètres de large.",
        "two sizes",
    ),
    (
        "",
        "Les travaux doivent commencer en mars 2031 et durer dix mois.",
        "moment",
        "Quand commenceront les travaux ?",
        "Le début est fixé à mars 2031, pour une durée de dix mois.",
        "a start and a length",
    ),
    (
        "",
        "Le maire, Paul Mercier, a réclamé la fermeture de la carrière pendant la saison des pluies.",
        "asked",
        "Que demande Paul Mercier ?",
        "Paul Mercier veut que la carrière soit fermée pendant la saison des pluies.",
        "an act wanted",
    ),
    (
        "L’architecte a indiqué que trois tracés avaient été étudiés : un tunnel sous la butte, une digue de "
        "terre et un viaduc en bois.",
        "C’est le troisième qui a été retenu, pour sa légèreté.",
        "kinds",
        "Quel tracé a été retenu ?",
        "Un viaduc en bois, pour sa légèreté.",
        "one picked among three",
    ),
    (
        "",
        "Une visite guidée est prévue le 4 mai au moulin de Treval.",
        "moment",
        "Où et quand aura lieu la visite guidée ?",
        "Au moulin de Treval, le 4 mai.",
        "a meeting, its place and day",
    ),
    (
        "",
        "L’atelier emploie aujourd’hui 34 personnes, contre 51 en 2019.",
        "part",
        "Combien de personnes l’atelier emploie-t-il ?",
        "Il y en a 34, au lieu de 51 en 2019.",
        "a staff and the former one",
    ),
    (
        "Le chantier durera un an.",
        "Il faudra vider le bassin, poser des pavés sur la rive et planter deux cents saules.",
        "kinds",
        "En quoi consistera le chantier ?",
        "Il s’agira de vider le bassin, de poser des pavés sur la rive et de planter deux cents saules.",
        "what works consist in",
    ),
    (
        "",
        "Le préfet a fixé une condition : les camions devront passer par la rocade avant la fin des travaux.",
        "duty",
        "Quelle condition a fixée le préfet ?",
        "Avant la fin des travaux, les camions doivent passer par la rocade.",
        "a condition set",
    ),
    (
        "",
        "La plante entre alors dans un état de repos prolongé, appelé dormance.",
        "terms",
        "Qu’est-ce que la dormance ?",
        "Il s’agit d’un état de repos prolongé.",
        "a term",
    ),
    (
        "L’entraîneuse du club, Lina Morel, a salué la foule.",
        "Elle attribue les progrès à la qualité du bassin.",
        "cause",
        "Qu’est-ce qui explique les progrès ?",
        "Selon Lina Morel, la qualité du bassin en est la cause.",
        "a credit, told of who gives it",
    ),
    (
        "",
        "Le club veut refaire ses tribunes, fermées depuis mars à cause d’une infiltration.",
        "cause",
        "Pourquoi les tribunes sont-elles fermées ?",
        "Une infiltration en est la cause depuis mars.",
        "a closure by the way",
    ),
    (
        "",
        "Les bouées servent à guider les barques puis à mesurer la houle.",
        "use",
        "À quoi servent les bouées ?",
        "Elles permettent de guider les barques puis de mesurer la houle.",
        "two uses",
    ),
    (
        "",
        "L’équipe a suivi pendant neuf mois 120 tortues de la côte ouest.",
        "part",
        "Combien de tortues l’équipe a-t-elle suivies ?",
        "120 de la côte ouest, pendant neuf mois.",
        "how many were followed",
    ),
)

# before, text, the beginning of the question that must not be asked, why
SILENT: tuple[tuple[str, str, str, str], ...] = (
    ("", "Cette loi demande aux plongeurs de rendre leurs bouteilles.", "Que demande", "whose bottles, in the answer?"),
    ("", "Le maire demande à ses voisins de fermer le portail du parc.", "Que demande", "whose neighbours?"),
    ("", "La mairie n’invite pas les habitants à sortir dans la rue.", "À quoi", "a denial"),
    ("", "Le tramway ne desservira pas le terminus du port.", "Le tramway", "no reason, no reserve: nothing to add"),
    (
        "",
        "Kelvo n’inclut pas de cartes routières sur ces disques, principalement pour des raisons de licence.",
        "Est-ce que Kelvo",
        "none on those disks: elsewhere it may",
    ),
    (
        "",
        "Malgré tout, des experts voient dans le verdict une chance possible pour Kelvo.",
        "Comment",
        "one view of two",
    ),
    ("", "Malgré la pluie, le vin ne contient pas d’eau de source.", "Le vin", "« une eau » would be another thing"),
    (
        "",
        "Selon le maire, il n’est pas prévu de fermer le pont car 85 % des voies restent ouvertes.",
        "Est-il",
        "a voice",
    ),
    ("", "80 % des repas seront facturés, contre toute attente.", "Qu’est-ce qui", "no second share"),
    ("", "La banque estime le nombre de quais abîmés, contre l’avis du port.", "Comment a", "no figures"),
    ("", "Le roman sortira en Belgique et au Canada le 9 juin.", "Quand sortira", "one date for both"),
    ("", "Les agents seront chargés de leurs dossiers.", "Quelle sera", "no infinitive"),
    ("", "Paul Mercier est connu pour sa patience.", "Qu’a fait", "no deed"),
    ("", "Les élèves ayant faim devront attendre.", "Qui est", "nothing that they are concerned by"),
    ("", "Le gouvernement a menacé de partir.", "Que risquent", "nobody is threatened"),
    ("", "La comète a été repérée par des amateurs.", "Qui a", "by whom exactly? and how?"),
    ("", "L’exposition ne permettra pas aux élèves de toucher les instruments anciens.", "Que", "a denial"),
    ("", "Le classement place la Bolivie 88e.", "Quel est le rang", "who ranks?"),
    ("", "La chapelle est fermée en raison de travaux.", "Pourquoi la chapelle est-elle fermée ?x", "no belief"),
    ("", "L’enquête a relevé 12 fuites : 6 à Lille, 3 à Metz et 2 à Brest.", "Où se trouvent", "one is missing"),
    ("", "Le spectacle a été joué dans les villes de son enfance.", "Où le spectacle", "whose childhood?"),
    (
        "Le plan repose sur quatre axes.",
        "Il s’agit de l’eau potable, de l’air et du bruit.",
        "Quels sont",
        "three of four",
    ),
    ("", "La communauté a réuni ses membres pour en parler.", "Pourquoi la communauté", "whose members?"),
    ("", "Estimant que le parc est fermé, il partit.", "Pourquoi", "who is he?"),
    ("", "Il semblerait que la panne ait été provoquée par une fusée.", "Qu’est-ce qui", "nobody says so"),
    ("", "Les ménages ont vu leur maison.", "De combien", "no fall"),
    ("", "Ces dossiers seront détruits dans un délai raisonnable.", "Dans quel délai", "no bounds"),
    ("", "Paul Mercier a affirmé que les danseurs ne seront pas de retour.", "Tous les", "all of them"),
    ("", "Le groupe souhaite une réponse à long terme.", "Que souhaite", "a noun, no plan"),
    ("", "La navette transporte 300 kg de vivres pour la base.", "Combien de vivres", "one way only"),
    ("", "La flotte est prête à quitter le port.", "La flotte", "nothing that it waits for"),
    ("", "Ces cartes seront disponibles sous licence commerciale.", "Qui pourra", "not free"),
    ("", "L’erreur vient de Paul Mercier, un marin de Brest.", "Qu’est-ce que", "a person"),
    ("", "Le hangar mesure 40 mètres de long.", "Quelles", "one size"),
    ("", "Les travaux doivent durer dix mois.", "Quand", "no start"),
    ("", "Paul Mercier a réclamé la clé du port.", "Que demande", "a thing, no act"),
    ("Trois tracés ont été étudiés.", "C’est le troisième qui a été retenu.", "Quel tracé", "which is the third?"),
    ("", "Une visite est prévue mardi à la mairie.", "Où et quand", "which Tuesday?"),
    ("", "Il faudra vider le bassin et planter deux saules.", "En quoi", "what for?"),
    (
        "Lina Morel et Paul Brun ont salué la foule.",
        "Elle attribue les progrès à la qualité du bassin.",
        "Qu’est-ce",
        "who?",
    ),
    ("Son ami est venu.", "Son parti lui reprochait d’avoir rompu le pacte.", "Que reproche", "who is blamed?"),
)


def asked(context: Callable[[str], Any], before: str, text: str) -> dict[str, tuple[str, str]]:
    """The questions of the second sentence, with their kind and their first answer that does not echo the text."""
    ctx = context(f"{before or COMPANY} {text}")
    assert len(ctx.sentences) == 2, [s.text for s in ctx.sentences]
    seen = Repetition()
    for sentence in ctx.sentences:
        seen.add(sentence.text)
    return {q.text: (q.kind, next((a for a in q.answers if not seen.repeats(a)), "")) for q in questions_of(ctx, 1)}


@pytest.mark.parametrize(("before", "text", "kind", "asks", "expected", "why"), FIRING, ids=[f[5] for f in FIRING])
def test_asks(
    context: Callable[[str], Any], before: str, text: str, kind: str, asks: str, expected: str, why: str
) -> None:
    found = asked(context, before, text)
    assert found.get(asks) == (kind, expected), (why, found)


@pytest.mark.parametrize(("before", "text", "start", "why"), SILENT, ids=[s[3] for s in SILENT])
def test_stays_silent(context: Callable[[str], Any], before: str, text: str, start: str, why: str) -> None:
    found = asked(context, before, text)
    assert not [q for q in found if q.startswith(start)], (why, found)


def test_a_second_sentence_may_follow(context: Callable[[str], Any]) -> None:
    text = "Ce drone est destiné au transport de matériel mais, à terme, ses missions pourraient s’étendre aux secours."
    ctx = context(f"{COMPANY} {text}")
    then = [t for q in questions_of(ctx, 1) for t, _ in q.then]
    assert then == ["Ses missions pourraient s’étendre, à terme, aux secours."]


def test_several_sentences_answer_together(context: Callable[[str], Any]) -> None:
    ctx = context(
        "Le quai coûtera 3,2 millions d’euros, dont 1,4 million apporté par la région et 600 000 euros par le canton. "
        "La commune paiera le reste, soit 1,2 million d’euros."
    )
    found = {q.text: q.answers[0] for q in questions_of(ctx, 0)}
    assert found["Qui finance le quai ?"] == (
        "La région apporte 1,4 million d’euros, le canton 600 000 euros et la commune le solde, 1,2 million d’euros."
    )
    ctx = context(
        f"{COMPANY} Son chiffre d’affaires était passé de 41 à 28 millions d’euros. "
        "En 2030, il est remonté à 37 millions."
    )
    found = {q.text: q.answers[0] for q in questions_of(ctx, 1)}
    assert found["Comment a évolué le chiffre d’affaires ?"] == (
        "Il est tombé de 41 à 28 millions d’euros, puis remonté à 37 millions en 2030."
    )


LIST = (
    "# Le plan\n\nLes travaux à venir porteront sur ces points :\n\n- repeindre la façade du musée ;\n"
    "- ouvrir une salle de lecture, et permettre les prêts ;\n- réparer le toit ;\n- planter des ormes.\n"
)


def test_a_list_is_told_whole(context: Callable[[str], Any]) -> None:
    ctx = context(LIST)
    sid = next(s.id for s in ctx.sentences if s.text.endswith("points :"))
    found = {q.text: (q.answers[0], q.then) for q in questions_of(ctx, sid)}
    first, then = found["Sur quoi porteront les travaux à venir ?"]
    told = " ".join((first, *(t for t, _ in then)))
    assert all(word in told for word in ("repeindre", "ouvrir", "réparer", "planter"))


@pytest.mark.parametrize(
    ("text", "views", "why"),
    [
        ("Mais la ville paie", 2, "a link may go"),
        ("Depuis 2011, la ville paie", 2, "a date is kept apart"),
        ("Malgré la pluie, la ville paie", 2, "a reserve is kept apart"),
        ("Face à la crue, la ville paie", 2, "what it faces may go"),
        ("Si la crue monte, la ville paie", 1, "a condition may not go"),
    ],
)
def test_opened(text: str, views: int, why: str) -> None:
    assert len(list(opened(text))) == views, why


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("La capsule", "la capsule", "an article"),
        ("Cette planète", "la planète", "a demonstrative"),
        ("Cet appareil", "l’appareil", "elided"),
        ("Ces données", "les données", "several"),
        ("Son ami", None, "whose?"),
        ("Elle", None, "who?"),
        ("La ville qui paie", None, "a clause"),
    ],
)
def test_named(context: Callable[[str], Any], words: str, expected: str | None, why: str) -> None:
    found = named(context(COMPANY), 0, words)
    assert (found.text if found is not None else None) == expected, why


def test_question_without_gender_needs_no_pronoun() -> None:
    assert question("Quand", Named("Kelvo", "", "s"), "ouvre") == "Quand est-ce que Kelvo ouvre ?"
    assert question("", Named("les données", "f", "p"), "seront", "libres") == "Les données seront-elles libres ?"


def test_recasts() -> None:
    assert lighter("fermer à la suite des pluies") == "fermer après les pluies"
    assert each_with("de", "boire et éviter de sortir") == "de boire et d’éviter de sortir"
    assert open_date("livrer le pont d’ici à juin 2031") == ("livrer le pont", "d’ici à juin 2031")
    assert relatived("un tissu important de laine") == "un tissu important de laine"
    assert verbal("participer à la fête") == "participer à la fête"
    assert cut("ouvrir la porte, afin que le vent passe") == "ouvrir la porte"


def test_a_pronoun_may_take_up_the_question() -> None:
    assert taken("Elle emporte du sable.") == "emporte du sable."
    assert taken("Le vent la porte, et elle part.") == "Le vent la porte, et elle part."
