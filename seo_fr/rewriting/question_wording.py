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


def brief(cause: str) -> str:
    """A cause without the place where it struck, which leaves it true; the cause itself when it is short."""
    if len(cause.split()) < 8:
        return cause
    return re.split(r" (?:dans|au niveau|à hauteur|à proximité|sur|lors|chez) ", cause)[0]


def a_inf(infinitive: str) -> str:
    """« à » before an infinitive."""
    return re.sub(r" et (?=[^\W\d_]+(?:er|ir|re|oir) )", " et à ", f"à {infinitive}")


SO_RE = re.compile(
    r", soit (?:(?:une? [^\W\d_]+ )?(?:correspondant à |équivalente? à |égale? à ))?"
    r"(?P<so>(?:environ |près de |plus de )?\d[^;:()!?]{3,60}?)(?=\.|,(?!\d)|;|$)"
)
"""« , soit une longueur égale à 12 fois celle d’un camion »: the second figure for the same thing."""
