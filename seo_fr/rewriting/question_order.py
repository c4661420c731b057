"""Natural order in answers: no emphatic turn, no adjunct pulled to the front, no enumeration turned round."""

from __future__ import annotations

import re

CLEFT_RE = re.compile(r"(?:^|, )c’est (?!le cas\b).{2,}? qu(?:e |’)", re.IGNORECASE)
FRONTED_RE = re.compile(
    r"^(?P<open>(?:Pour|Afin d[e’]|Dans|Sur|Sous|Chez|Avec|Sans|Par|Jusqu’|Entre|Lors d|Au niveau d|À hauteur d|"
    r"À proximité d|Au large d|Près d|À travers|Chaque)[^,]{2,80}), (?=[^\W\d_])"
)
"""An adjunct that opens an answer; « En 2019, », « Le 3 mai, » and « Selon X, » are where one expects them."""
SMALL = frozenset("à a au aux d de des du en et l la le les ou par pour s sa ses son sur un une".split())
OPENING = 2
"""Words of the opening that the source must have in the same place."""


def flat(text: str) -> list[str]:
    """Words in lower case.

    >>> flat("L’été, 3 ans")
    ['l', 'été', '3', 'ans']
    """
    return re.findall(r"[^\W_]+", text.lower())


def natural(text: str, source: str) -> bool:
    """Whether an answer stands in the order in which one would say it; *source*: the sentence that it comes from.

    >>> natural("C’est en mai que sort le livre.", "Le livre sort en mai.")
    False
    >>> natural("Pour le port, la grue porte 5 kg.", "La grue porte 5 kg pour le port.")
    False
    >>> natural("Le livre est attendu en mai.", "Le livre sort en mai.")
    True
    """
    plain = text.replace("'", "’")
    if CLEFT_RE.search(plain):
        return False
    front = FRONTED_RE.match(plain)
    if front is not None and flat(front["open"])[:OPENING] != flat(source)[:OPENING]:
        return False
    return not permuted(plain, source)


def permuted(text: str, source: str) -> bool:
    """Whether « A et B » stands for « B et A » of the source: the head of the second comes before the first there.

    >>> permuted("Des vents humides et froids.", "Il y a des vents froids et humides.")
    True
    >>> permuted("Des vents froids et humides.", "Il y a des vents froids et humides.")
    False
    """
    theirs = flat(source)
    for match in re.finditer(r" (?:et|ou) ", text):
        left = [w for w in flat(re.split(r"[,;:]", text[: match.start()])[-1]) if w not in SMALL][-1:]
        right = [w for w in flat(text[match.end() :]) if w not in SMALL][:1]
        if not left or not right or theirs.count(left[0]) != 1 or theirs.count(right[0]) != 1:
            continue
        first, second = theirs.index(right[0]), theirs.index(left[0])
        if first < second and {"et", "ou"} & set(theirs[first:second]):
            return True
    return False
