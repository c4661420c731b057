"""Names, their links inside an article, their labels, and the roles that the source states of them."""

import pytest

from seo_fr.resources import load_toml
from seo_fr.understanding.trouble import distance

pytestmark = pytest.mark.model

ENTITIES = (  # (text, [(name, label, aliases)], why)
    (
        "Anne Roche dirige le port. Roche part en mai.",
        [("Anne Roche", "PER", ("Roche",))],
        "surname",
    ),
    (
        "Le skipper Luc de Kervran abandonne. Kervran rentre à Brest.",
        [("Luc de Kervran", "PER", ("Kervran",)), ("Brest", "LOC", ())],
        "a particle inside a name",
    ),
    (
        "L’Office des Ports bretons (OPB) signe. L’OPB paiera.",
        [("Office des Ports", "ORG", ()), ("OPB", "ORG", ())],
        "an expansion that is not certain is not linked",
    ),
    (
        "Le Bureau d’Enquêtes Maritimes (BEM) publie son rapport. Le BEM se tait.",
        [("Bureau d’Enquêtes Maritimes", "ORG", ("BEM",))],
        "acronym in brackets",
    ),
    (
        "Anne Roche et Paul Roche votent. Roche parle.",
        [("Anne Roche", "PER", ()), ("Paul Roche", "PER", ()), ("Roche", "PER", ())],
        "a surname of two people is nobody’s for certain",
    ),
    (
        "Le lanceur Orix 9 décolle de Kourou.",
        [("Orix 9", "WORK", ()), ("Kourou", "LOC", ())],
        "a version is in the name",
    ),
    ("Le logiciel Llama 2 est libre.", [("Llama 2", "WORK", ())], "a known name and its version"),
    ("La capsule Nova-Terra revient.", [("Nova-Terra", "WORK", ())], "a hyphen joins"),
    ("Les Français votent dimanche dans le Nord.", [], "peoples and points of the compass"),
    ("Le PDG parle de TVA et de CDI.", [], "common acronyms"),
    ("Pourtant, rien ne change. Demain non plus.", [], "a capital due to the place"),
    ("M. Farge et Mme Blin signent.", [("Farge", "PER", ()), ("Blin", "PER", ())], "titles make people"),
    ("Selon The Verge, la vente est faite.", [("The Verge", "ORG", ())], "a medium of the gazetteer"),
)


@pytest.mark.parametrize(("text", "expected", "why"), ENTITIES, ids=[e[2] for e in ENTITIES])
def test_entities(analysed, text, expected, why) -> None:
    assert [(e.name, e.label, e.aliases) for e in analysed(text).entities] == expected, why


def test_mentions_are_slices_and_never_overlap(analysed) -> None:
    analysis = analysed(" ".join(row[0] for row in ENTITIES))
    last = 0
    for mention in analysis.mentions:
        assert analysis.source.text[mention.start : mention.end] == mention.text
        assert mention.start >= last
        last = mention.end


ROLES = (  # (text, [(name, article, role, gender, number)], why)
    ("Le PDG de Norva, Luc Farge, démissionne.", [("Luc Farge", "Le", "PDG de Norva", "m", "s")], "before, apposed"),
    (
        "Luc Farge, directeur du port, démissionne.",
        [("Luc Farge", "", "directeur du port", "m", "s")],
        "after, apposed",
    ),
    ("Anne Roche, la maire de Brest, parle.", [("Anne Roche", "la", "maire de Brest", "f", "s")], "after, article"),
    ("La graphiste Anne Roche expose.", [("Anne Roche", "La", "graphiste", "f", "s")], "right before"),
    ("Le graphiste portugais Luis Roca expose.", [("Luis Roca", "Le", "graphiste portugais", "m", "s")], "adjective"),
    (
        "Le directeur de campagne Luc Farge part.",
        [("Luc Farge", "Le", "directeur de campagne", "m", "s")],
        "complement",
    ),
    ("Il loue le système d’exploitation Orix 9.", [("Orix 9", "le", "système d’exploitation", "m", "s")], "of a work"),
    ("Il vend un logiciel baptisé Orix 9.", [("Orix 9", "un", "logiciel", "m", "s")], "a participle that names"),
    ("La société Norva recrute.", [("Norva", "La", "société", "f", "s")], "of a body"),
    ("Luc Farge est un pianiste belge.", [("Luc Farge", "un", "pianiste belge", "m", "s")], "copula"),
    (
        "Luc Farge (surnommé le Chat) est un pianiste belge.",
        [("Luc Farge", "un", "pianiste belge", "m", "s")],
        "copula past brackets",
    ),
    (
        "Les physiciens Luc Farge, Anne Roche et Paul Roux signent.",
        [(n, "Les", "physiciens", "m", "p") for n in ("Luc Farge", "Anne Roche", "Paul Roux")],
        "a plural role on a list",
    ),
    (
        "Son entraîneur Luc Farge est parti.",
        [("Luc Farge", "", "entraîneur", "m", "s")],
        "a possessive is left out",
    ),
    (
        "Le maire de Metz Luc Farge est parti.",
        [("Luc Farge", "Le", "maire de Metz", "m", "s")],
        "a place before a first name",
    ),
    (
        "Le président de la République Luc Farge est parti.",
        [("Luc Farge", "Le", "président de la République", "m", "s")],
        "an institution before a first name",
    ),
    (
        "La chaîne de télévision Norva émet.",
        [("Norva", "La", "chaîne de télévision", "f", "s")],
        "what a body deals with",
    ),
    (
        "Un grand club du pays, l’AS Norva, est là.",
        [("AS Norva", "Un", "grand club du pays", "m", "s")],
        "a name with its article after the role",
    ),
    ("L’ONG Norva émet.", [("Norva", "L’", "ONG", "f", "s")], "an acronym is the role, not the name"),
    (
        "L’un des deux porte-parole du port, Luc Farge, parle.",
        [("Luc Farge", "", "porte-parole du port", "", "s")],
        "one of two",
    ),
    (
        "Le premier ministre conservateur Luc Farge part.",
        [("Luc Farge", "Le", "premier ministre conservateur", "m", "s")],
        "an adjective that could be a role",
    ),
    (
        "L’appareil de type Norva 12 vole.",
        [("Norva 12", "L’", "appareil", "m", "s")],
        "« de type » says nothing",
    ),
    (
        "L’ancien porte-parole de la mission en Syrie, Luc Farge, aujourd’hui professeur, dort.",
        [("Luc Farge", "L’", "ancien porte-parole de la mission en Syrie", "", "s")],
        "an apposition that a place ends",
    ),
    (
        "Il cite Anne Roche, ex-députée de Metz, et son plan.",
        [("Anne Roche", "", "ex-députée de Metz", "f", "s")],
        "« ex- »",
    ),
    (
        "Il a cité le guide du pays, l’ayatollah Khomeini, hier.",
        [("Khomeini", "le", "guide du pays", "m", "s"), ("Khomeini", "l’", "ayatollah", "", "s")],
        "a phrase before the title and the name",
    ),
    (
        "Notre nouveau directeur, Luc Farge, est là.",
        [("Luc Farge", "", "nouveau directeur", "m", "s")],
        "a possessive before a comma",
    ),
    (
        "Il cite la prix Nobel de la paix Anne Roche.",
        [("Anne Roche", "la", "prix Nobel de la paix", "f", "s")],
        "a prize",
    ),
    ("La secte islamiste Norva est là.", [("Norva", "La", "secte islamiste", "f", "s")], "a sect"),
    (
        "L’agence américaine Moody's parle.",
        [("Moody's", "L’", "agence américaine", "", "s")],
        "a name with an apostrophe",
    ),
    (
        "Il cite le président du groupe UNP.",
        [("UNP", "le", "groupe", "m", "s")],
        "the nearest noun tells, and an acronym is nobody",
    ),
    (
        "« Partons », a dit Luc Farge, l’un des responsables du port.",
        [("Luc Farge", "l’", "un des responsables du port", "", "s")],
        "« l’un des » after the name",
    ),
    ("Il a lu le spectrographe HARPS.", [("HARPS", "le", "spectrographe", "m", "s")], "an instrument"),
    (
        "Luc Farge, jeune berger du causse, se souvient.",
        [("Luc Farge", "", "jeune berger du causse", "m", "s")],
        "a trade",
    ),
    (
        "Selon Luc Farge, son secrétaire général, tout va.",
        [("Luc Farge", "", "secrétaire général", "", "s")],
        "a possessive after the name",
    ),
    (
        "Le journaliste de France 2 Luc Farge est là.",
        [("Luc Farge", "Le", "journaliste de France 2", "m", "s")],
        "a numbered name before a first name",
    ),
    (
        "La procureure de la Cour, Mme Anne Roche, parle.",
        [("Anne Roche", "La", "procureure de la Cour", "f", "s")],
        "a title between the comma and the name",
    ),
    (
        "Il cite le parti de droite Norva Libre.",
        [("Norva Libre", "le", "parti de droite", "m", "s")],
        "a party and its side",
    ),
)


@pytest.mark.parametrize(("text", "expected", "why"), ROLES, ids=[r[2] for r in ROLES])
def test_roles(analysed, text, expected, why) -> None:
    analysis = analysed(text)
    found = [(analysis.entities[r.entity].name, r.article, r.text, r.gender, r.number) for r in analysis.roles]
    assert found == expected, why


NO_ROLE = (
    ("Les projets Norva avancent.", "a plural noun before one name"),
    ("Elle a écrit une application Android.", "an indefinite noun that the name qualifies"),
    ("La capsule de Norva revient.", "a complement in « de » is no apposition"),
    ("Il traverse l’océan Pacifique.", "a part of the name"),
    ("Anne Roche, fille de Luc Farge, part.", "a kin noun tells a relation"),
    ("Anne Roche, hier, a quitté le port.", "an adverb between commas"),
    ("Le frère de Luc Farge est un pianiste belge.", "the name is not the subject"),
    ("Anne Roche est partie.", "a participle"),
    ("Son successeur Luc Farge est parti.", "nothing is left of a relation once its possessor is gone"),
    ("La fin de la Norva, l’ONG a demandé une aide.", "a subject after a comma"),
    ("La Banque de Norva, la Société Dupont et le port paient.", "names of a list"),
    ("Il prie dans la basilique-cathédrale de Metz.", "half a word is no role"),
    ("Selon l’ANP, le Conseil des ports, principal payeur, se tait.", "another body after the comma"),
    ("Le port est tenu par la DRN, le ministère des Ports, l’ANP et l’IRP.", "a list of bodies"),
    ("Il a lu une notice intitulée Los muertos du port.", "half a title"),
    ("Il crée votre chaîne Norva.", "what is yours is not it"),
    ("C’est la firme Idées au cube qui paie.", "half a name before « au »"),
    ("Il cite Luc Farge, son adjoint, et part.", "nothing is left of « adjoint » without whose"),
)


@pytest.mark.parametrize(("text", "why"), NO_ROLE, ids=[n[1] for n in NO_ROLE])
def test_no_role(analysed, text, why) -> None:
    assert analysed(text).roles == (), why


GENDERS = (
    ("Mme Roche parle.", "Roche", "f", "title"),
    ("M. Roche parle.", "Roche", "m", "title"),
    ("La directrice Dominique Roche parle.", "Dominique Roche", "f", "role"),
    ("Dominique Roche parle.", "Dominique Roche", "", "a first name shows nothing"),
    ("Dominique Roche, victime d’un vol, parle.", "Dominique Roche", "", "« victime » is feminine whoever it is"),
)


@pytest.mark.parametrize(("text", "name", "gender", "why"), GENDERS, ids=[f"{g[0][:20]} {g[3]}" for g in GENDERS])
def test_gender_only_where_it_shows(analysed, text, name, gender, why) -> None:
    assert {e.name: e.gender for e in analysed(text).entities}[name] == gender, why


def test_trouble(analysed) -> None:
    notes = {n.code: n for n in analysed("Miguel Neiva parle. Plus tard, Miguel Nerva se tait.").notes}
    assert notes["source.two_names"].before == "Miguel Nerva"
    assert notes["source.two_names"].after == "Miguel Neiva"
    notes = {n.code: n for n in analysed("Un média, The Information. Un rapport d’information secret.").notes}
    assert notes["source.mistranslation"].after == "The Information"
    assert {n.code for n in analysed("Anne Roche parle. Luc Farge se tait.").notes} == set()
    assert {n.code for n in analysed("Il demande une mission d’information.").notes} == set()
    assert distance("port", "pont") == 1


def test_undated_only_without_a_publication_date(analysed) -> None:
    import datetime as dt

    text = "Le pont a fermé hier."
    assert [n.code for n in analysed(text).notes] == ["source.undated"]
    assert analysed(text, dt.date(2012, 5, 22)).notes == ()
    assert analysed("Le pont a fermé en 2012. Il avait rouvert la veille.").notes == ()


REGISTERS = (
    ("J’ai essayé mon vélo. Je le trouve léger. Nous roulons souvent. Mes amis aussi.", "first_person", True),
    ("Le vélo est léger. Il roule bien. Le prix baisse. La selle est dure.", "first_person", False),
    ("Coupez les légumes. Faites fondre le beurre. Ajoutez le sel. Servez chaud.", "instructions", True),
    ("Chez nous, rien. Assez parlé. Rendez-vous lundi. Le vote est fini.", "instructions", False),
    ("Trois personnes sont mortes. Le drame a eu lieu hier. Les victimes étaient jeunes.", "mourning", True),
    (
        "La pile est morte. Le réveil sonne. Le café est chaud. La rue est vide. Le bus passe. Il pleut. Fin.",
        "mourning",
        False,
    ),
)


@pytest.mark.parametrize(("text", "name", "holds"), REGISTERS, ids=[f"{r[1]} {r[2]}" for r in REGISTERS])
def test_register(analysed, text, name, holds) -> None:
    assert (name in analysed(text).register) is holds


UNSETTLED = [
    (text, bool(kind == "fires"))
    for row in load_toml("understanding/trouble.toml")["unsettled"]
    for kind in ("fires", "silent")
    for text in row[kind]
]


@pytest.mark.parametrize(("text", "fires"), UNSETTLED)
def test_faults_of_two_readings_are_told_and_not_mended(analysed, text, fires) -> None:
    analysis = analysed(text)
    assert any(n.code == "source.fault" for n in analysis.notes) is fires
    assert analysis.source.text == text
    assert not any(n.code == "source.fault" for n in analysed(f"Il a dit : « {text} »").notes)


def test_two_spellings_of_a_name_are_told(analysed) -> None:
    notes = {n.code: n for n in analysed("Claude Érignac parle. Plus tard, Claude Erignac se tait.").notes}
    assert "source.two_names" not in notes
    assert (notes["source.two_spellings"].before, notes["source.two_spellings"].after) == (
        "Claude Erignac",
        "Claude Érignac",
    )


INFINITIVES = (
    ("Le camion se diriger vers le quai.", "Le camion se diriger"),
    ("Le camion se dirige vers le quai.", ""),
    ("Le plaisir de manger dure.", ""),
    ("Le maire peut fermer le quai.", ""),
)


@pytest.mark.parametrize(("text", "before"), INFINITIVES)
def test_an_infinitive_in_the_place_of_the_verb_is_told(analysed, text, before) -> None:
    found = [n.before for n in analysed(text).notes if n.code == "source.infinitive"]
    assert found == ([before] if before else [])
