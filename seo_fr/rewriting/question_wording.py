"""How causes and aims are worded in an answer: articles, order, places."""

from __future__ import annotations

import re

from seo_fr.french import a


def of_cause(text: str) -> str:
    """« du mauvais temps » after « à » or « par » as a noun phrase of its own."""
    return re.sub(r"^(?:au)\s", "le ", re.sub(r"^aux\s", "les ", text))


def both_to(causes: str) -> str:
    """« le vent et la pluie » → « au vent et à la pluie ».

    >>> both_to("le vent et la pluie"), both_to("une crue")
    ('au vent et à la pluie', 'à une crue')
    """
    return re.sub(r" et ((?:les?|la|une?) |l’)", lambda m: f" et {a(m[1] + 'X')[:-1]}", a(causes))


def definite(text: str) -> str:
    """« une chute des ventes » → « la chute des ventes », in the answer to a question about a known fact.

    >>> definite("une chute des ventes et un retard de paiement")
    'la chute des ventes et le retard de paiement'
    """
    return re.sub(
        r"(?:^|(?<=\bet ))(une?) (?=[^\W\d_]+ (?:[^\W\d_]+ )?(?:de|d’|des|du)\b)",
        lambda m: {"un": "le ", "une": "la "}[m[1]],
        text,
    )


def turned(text: str) -> str:
    """« techniques et humains » → « humains et techniques », for two plain adjectives at the end.

    >>> turned("des facteurs techniques et humains")
    'des facteurs humains et techniques'
    """
    return re.sub(r"(\b[^\W\d_]{4,}s) et ([^\W\d_]{4,}s)$", r"\2 et \1", text)


def brief(cause: str) -> str:
    """A cause without the place where it struck, which leaves it true; the cause itself when it is short."""
    if len(cause.split()) < 8:
        return cause
    return re.split(r" (?:dans|au niveau|à hauteur|à proximité|sur|lors|chez) ", cause)[0]


def a_inf(infinitive: str) -> str:
    """« à » before an infinitive."""
    return re.sub(r" et (?=[^\W\d_]+(?:er|ir|re|oir) )", " et à ", f"à {infinitive}")


PLACE_RE = re.compile(r"^(?P<what>.+?) (?P<place>(?:dans|au niveau|à hauteur|à proximité|près|lors|au large) .+)$")


def front_place(cause: str) -> tuple[str, str] | None:
    """« la panne d’une pompe dans la cave du musée » → « dans la cave du musée » and « la panne d’une pompe ».

    >>> front_place("la panne d’une pompe dans la cave du musée")
    ('dans la cave du musée', 'la panne d’une pompe')
    """
    match = PLACE_RE.match(cause)
    if match is None or len(match["place"].split()) < 3 or " et " in cause:
        return None
    return match["place"], match["what"]
