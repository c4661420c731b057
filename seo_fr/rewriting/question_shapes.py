"""Small recasts that answers share: dates moved, prepositions repeated, lighter words, participles as clauses."""

from __future__ import annotations

import re
from functools import cache

from seo_fr.french import conjugate, elide, present_participle
from seo_fr.rewriting.nominal import action_nouns

PARTICIPLE_RE = re.compile(r"(?<=[^\W\d_]) (?P<p>[^\W\d_]{3,}ant) (?=(?:l[ea]s? |l’|une? |des |de |d’|du |à |au|en ))")


def relatived(text: str) -> str:
    """« les acteurs pratiquant la danse » → « les acteurs qui pratiquent la danse »; else as it is.

    >>> relatived("réunir les acteurs pratiquant la danse"), relatived("un tissu brillant de la ville")
    ('réunir les acteurs qui pratiquent la danse', 'un tissu brillant de la ville')
    """
    match = PARTICIPLE_RE.search(text)
    if match is None:
        return text
    noun = text[: match.start()].rsplit(maxsplit=1)[-1].lower()
    before = re.search(r"(?P<d>les|des|une?|la|le|l’)\s?(?:[^\W\d_]+ )?$", text[: match.start() - len(noun)])
    many = noun.endswith("s") and (before is None or before["d"] in {"les", "des"})
    if before is None and not many:
        return text
    stem = match["p"].removesuffix("ant")
    lemmas = (f"{stem}er", f"{stem.removesuffix('e')}er", f"{stem}re", f"{stem}ir")
    lemma = next((x for x in lemmas if present_participle(x) == match["p"]), "")
    form = conjugate(lemma, "present", number="p" if many else "s") if lemma else None
    adjective = match["p"] in {"brillant", "important", "suivant", "existant", "vivant", "courant", "montant"}
    if form is None or adjective:
        return text
    return f"{text[: match.start()]} qui {form} {text[match.end() :]}"


INFINITIVE = r"(?:se |s’)?[^\W\d_]+(?:er|ir|re|oir)"
PARTED_RE = re.compile(rf"(?:, | et |, et )(?={INFINITIVE}\b)")


def lighter(text: str) -> str:
    """Heavy prepositions as plain ones.

    >>> lighter("fermer la vanne à la suite d’une panne"), lighter("rentrer afin de dormir")
    ('fermer la vanne après une panne', 'rentrer pour dormir')
    """
    text = re.sub(r"\bà la suite (?:d’|de )(?=une? )", "après ", text)
    text = re.sub(r"\bà la suite du ", "après le ", text)
    text = re.sub(r"\bà la suite des ", "après les ", text)
    text = re.sub(r"\bà la suite de (?=la |l’)", "après ", text)
    text = re.sub(r"\bhacker\b", "pirater", text)
    text = re.sub(r"\bdisséminée(s?)\b", r"dispersée\1", text)
    text = re.sub(r"\bd’anciens (?P<a>[^\W\d_]+) et d’anciens (?P<b>[^\W\d_]+)", r"d’anciens \g<a> et \g<b>", text)
    text = re.sub(r"\b(?P<v>mieux [^\W\d_]+) (?P<x>[^,]+),? (?:ainsi que|et) (?P=v) ", r"\g<v> \g<x> et ", text)
    text = re.sub(r"(?<=s) provenant (?=de |d’|du |des )", " qui viennent ", text)
    return re.sub(r"\bafin (?:de |d’)", "pour ", text)


def each_with(preposition: str, infinitives: str) -> str:
    """A preposition before each infinitive of a list.

    >>> each_with("à", "boire, se couvrir et éviter de sortir")
    'à boire, à se couvrir et à éviter de sortir'
    >>> each_with("de", "ouvrir la porte")
    'd’ouvrir la porte'
    """
    out, at = "", 0
    for match in PARTED_RE.finditer(infinitives):
        out += elide(preposition, infinitives[at : match.start()]) + match[0]
        at = match.end()
    return out + elide(preposition, infinitives[at:])


MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
DATE_RE = re.compile(
    r"^(?P<text>.+?),? (?P<date>(?:avant |d’ici (?:à )?|jusqu’(?:à |au )|à partir du |dès )?"
    rf"(?:en |fin |début |avant )?(?:le )?(?:(?:\d{{1,2}}(?:er)? )?(?:{MONTH})(?: \d{{4}})?|\d{{4}}))$"
)


def open_date(text: str) -> tuple[str, str]:
    """A text without the date that ends it, and the date; the whole text and "" where none does.

    >>> open_date("rendre le pouvoir au président avant le 30 juin"), open_date("rendre le pouvoir")
    (('rendre le pouvoir au président', 'avant le 30 juin'), ('rendre le pouvoir', ''))
    """
    match = DATE_RE.match(text)
    return (match["text"], match["date"]) if match is not None else (text, "")


def dated_first(date: str, text: str) -> str:
    """« Avant le 30 juin, l’armée doit rendre le pouvoir »."""
    return f"{date[:1].upper()}{date[1:]}, {text}"


VERBAL_RE = re.compile(r"^participer (?:au |à la |à l’)(?P<n>[^\W\d_]+) (?P<of>du |de la |de l’|des )(?P<rest>.+)$")


@cache
def verbs_of() -> dict[str, str]:
    """Action noun → its verb."""
    return {str(row["noun"]): verb for verb, row in action_nouns().items() if row.get("bears") == "object"}


def verbal(infinitive: str) -> str:
    """« participer au renouvellement du parc » → « contribuer à renouveler le parc »; else as it is.

    >>> verbal("participer à la construction du pont"), verbal("participer à la fête")
    ('contribuer à construire le pont', 'participer à la fête')
    """
    match = VERBAL_RE.match(infinitive)
    verb = verbs_of().get(match["n"]) if match is not None else None
    if match is None or not verb:
        return infinitive
    the = {"du ": "le ", "de la ": "la ", "de l’": "l’", "des ": "les "}[match["of"]]
    return f"contribuer à {verb} {the}{match['rest']}"


CUT_RE = re.compile(
    r"\s*(?:[;:(«]|, (?:afin|pour) |,? (?:bien qu[e’]|mais|tandis qu[e’]|alors qu[e’]|comme l[ea]? )|, (?:qui|que|qu’"
    r"|dont|où|en) |"
    r" (?:qui|que|qu’\w+|dont|où) )"
)


def cut(text: str) -> str:
    """A stretch up to the next clause or aside; an enumeration is kept.

    >>> cut("fermer la vanne et le robinet, bien que la fuite soit petite"), cut("fermer la vanne qui fuit")
    ('fermer la vanne et le robinet', 'fermer la vanne')
    """
    match = CUT_RE.search(text)
    return (text[: match.start()] if match else text).strip(" ,.")
