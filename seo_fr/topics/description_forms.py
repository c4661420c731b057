"""The forms in which a sentence of the source may stand in a meta description: whole, shortened, or cut."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from seo_fr.french import capitalize_first
from seo_fr.topics.heading_families.base import Stage

DESCRIPTION: Final = (121, 156)
"""Least and most characters of a description."""
SHORTEST_CLIPPED: Final = 110
ENOUGH: Final = 72
"""Characters of a whole sentence that are better than a longer one that is cut."""
BREAK_RE: Final = re.compile(
    r"[,;]?\s+(?=(?:de|du|des|à|au|aux|en|dans|pour|par|sur|avec|sans|et|ou|qui|que|dont|où|lors|après|avant|depuis|afin|"
    r"selon|comme|contre|entre|vers|chez)\s|d['’]|qu['’])"
)
"""Where a sentence may be cut with an ellipsis: before what only completes it."""
HANGING_RE: Final = re.compile(
    r"(?:\b(?:et|ou|ni|mais|que|un|une|des?|son|sa|ses|leurs?|près|lors|très|plus|notamment|aussi|autres?|(?<!-)mêmes?|tels?|telles?)|"
    r"\bl['’]une?(?: des \w+)?)$"
)
"""What leaves a cut sentence hanging: a determiner, an adverb, « l’un des pionniers »."""
SHORTEST_HEAD: Final = 60
"""Characters under which a sentence without its tail says too little."""
CLAUSE_TAIL_RE: Final = re.compile(
    r",\s+(?:principalement|essentiellement)\b|"
    r",\s+(?:dont|où|qui|ce qui|ce que|tandis que|alors que|ainsi que|notamment|et que|mais|puis|avant de|avant que|"
    r"après|lors|selon des|représentant|ce dernier|contrairement)\b|"
    r",\s+(?:\w+ )?(?:jours|semaines|mois|ans) (?:après|avant)\b|\s+en \w+ant\b|\s+\([^()]*\)(?=\s*\.?$)|\s+;\s+"
)
APPOSED_RE: Final = re.compile(r"^([^,()]{3,50}),\s+[^,()]{3,60}\s\([^()]*\)(?=\s(?:est|sont|était|fut|a|ont)\b)")
"""« Untel, dit l’Ancien (1840) est… »: without its bracket, the comma would stay open."""
ASIDE_RE: Final = re.compile(
    r"\s*\([^()]*\)(?!\s*,\s*\()|,\s+alors [^,«»]{5,50},(?=\s)|,\s+dans (?:quelques|les prochain\w+) \w+,(?=\s)"
)
TITLED_RE: Final = re.compile(r"\s(?:sur|intitulée?s?|titrée?s?) « [^«»]{5,90} »(?=[\s,])")
"""« un rapport sur « Les revenus » »: whose report it is stays."""
ATTRIBUTING_RE: Final = re.compile(
    r"\b(?:selon|d['’]après|pour sa part|(?:indiqu|annonc|déclar|affirm|estim|précis|expliqu|assur|rapport|ajout|"
    r"soulign|confi|révèl|révél)(?:e|é|ée|ent|ait|ant)\b)"
)
SOURCED_RE: Final = re.compile(r",?\s(?P<whose>(?:selon|d['’]après) [^,;:()«».]{3,40}|(?:a|ont) (?:indiqué|annoncé|"
                               r"déclaré|affirmé|précisé|rapporté) [^,;:()«».]{3,40})\.$")  # fmt: skip
"""« …, selon la police. »: what closes a sentence may close a shorter one."""
"""By whose word something is: it may not be cut off."""
WEEKDAY: Final = r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)"
DAY_RE: Final = re.compile(
    rf"\s(?:ce|cet|cette) (?:matin|après-midi|soir|semaine|{WEEKDAY})(?: matin| soir)?(?=\s(?!\d))|"
    r"\s(?:aujourd['’]hui|hier(?: matin| soir)?|la nuit dernière)(?=[\s.])|\shier,(?=\sle \d)"
)
"""A day that a page which stays does not know: left out where something else goes with the verb."""
FRONT_DAY_RE: Final = re.compile(rf"^(?:Aujourd['’]hui|Hier|Ce matin|Ce soir|Le jour même|(?:Ce )?{WEEKDAY}),\s+", re.I)
ROLE_RE: Final = re.compile(
    r"^L(?:[ea] |['’])(?:\w+ )?(?:président|directeur|directrice|maire|ministre|entraîneur|PDG|porte-parole|chef|"
    r"cheffe|capitaine|fondateur|fondatrice|secrétaire|députée?|sénateur|patronn?e?)\w*\b[^,.:;«]{0,40},\s+"
    r"(?=[A-ZÀ-Ý][\w-]+ [A-ZÀ-Ý][\w-]+,? (?:s['’]est|est|a|était|avait|sera|veut|dit|estime|annonce)\b)"
)
"""« Le président du club, Anne Roy a… »: the name alone, and no comma left open."""
ADDING_RE: Final = re.compile(r"(?<=\w)\s(?:également|aussi)(?=\s(?!bien|que|si)\w)")
"""What only adds a sentence to the one before."""
AIM_RE: Final = re.compile(
    r"^(?:Afin d(?:e |['’])(?:[^,]|,(?=\d)){5,110}|"
    r"Pour (?:[nm]e |s['’]|se |l[ae]s? |l['’])?[a-zà-ÿ]+(?:er|ir|re|oir)\b[^,]{0,60}|"
    r"(?:À la suite d|Suite à |Lors d|À l['’]occasion d)[^,]{5,110}),\s+(?=\w)"
)
"""What something is done for or after, said before it: the fact stands without. Never « Pour Anne Roy, »."""


def opening_verb(stage: Stage, sid: int) -> frozenset[str]:
    """The first finite verb of a sentence, unless a relative or a conjunction stands before it."""
    for token in stage.view.of_sentence(sid):
        if token.text.lower().replace("’", "'") in {"qui", "que", "qu'", "dont", "où", "si", "quand", "lorsque"}:
            break
        if token.morph.get("VerbForm") == "Fin":
            return frozenset({token.text.lower()})
    return frozenset()


CONTRAST_RE: Final = re.compile(r"(?:Alors que|Tandis que|Après que|Alors qu['’]|Tandis qu['’])\b", re.I)


def main_clause(stage: Stage, sid: int) -> str:
    """A sentence from the subject of its main clause on, where only a contrast or a time stands before it; else ""."""
    tokens = stage.view.of_sentence(sid)
    text = stage.analysis.source.sentences[sid].text
    if not CONTRAST_RE.match(text):
        return ""
    root = next((t for t in tokens if t.dep == "ROOT"), None)
    head = next((t for t in tokens if root is not None and t.head == root.i and t.dep.startswith("nsubj")), None)
    if head is None:
        return ""
    start = min(t.i for t in (*stage.view.subtree(head), head))
    before = [t for t in tokens if t.i < start]
    if not before or before[-1].text != "," or len(before) < 4:
        return ""
    said = stage.analysis.source.text[tokens[len(before)].start : stage.analysis.source.sentences[sid].end]
    return capitalize_first(" ".join(said.split()))


def clipped(forms: Sequence[str], verbs: Collection[str] = ()) -> str:
    """The shortest form that is still too long for a description, cut before a complement; "" where none is too long.

    It never ends on one of the *verbs* of the sentence, whose object would be lost.

    >>> clipped(["Le conseil adopte le budget."])
    ''
    """
    most = DESCRIPTION[1]
    long = [form for form in forms if len(form) > most]
    if not long or any(ENOUGH <= len(form) <= most for form in forms):
        return ""
    text = min(long, key=len)
    sourced = SOURCED_RE.search(text)
    end = f", {sourced['whose']}." if sourced else "…"
    body = text[: sourced.start()] if sourced else text
    cuts = [m.start() for m in BREAK_RE.finditer(body) if SHORTEST_CLIPPED <= m.start() + len(end) <= most]
    whole = [head for at in cuts if whole_to(head := body[:at].rstrip(" ,;:"), verbs)]
    whole = [head for head in whole if bool(ATTRIBUTING_RE.search(head)) == bool(ATTRIBUTING_RE.search(body))]
    return f"{whole[-1]}{end}" if whole else ""


def whole_to(text: str, verbs: Collection[str]) -> bool:
    """Whether a sentence may be cut after a text: marks in pairs, and no verb or determiner left hanging."""
    last = re.split(r"[\s'’]", text)[-1].lower()
    paired = text.count("«") == text.count("»") and text.count("(") == text.count(")")
    return paired and last not in verbs and not HANGING_RE.search(text)


def role_less(sentence: str) -> str:
    """« Le maire, Anne Roy a signé » as « Anne Roy a signé »; a sentence without such an opening as it is."""
    bare = ROLE_RE.sub("", sentence)
    return re.sub(r"^([A-ZÀ-Ý][\w-]+ [A-ZÀ-Ý][\w-]+),", r"\1", bare) if bare != sentence else sentence


NAMED_RE: Final = re.compile(r"^(Ce|Cet|Cette(?! [aeiouyéèêâîôûh]))\s(?=\w+ [A-ZÀ-Ý][\w-]+ )")
"""« Cette planète Kepler a… »: the name says which one."""
ARTICLES: Final = {"Ce": "Le ", "Cet": "L’", "Cette": "La "}


def shortened(sentence: str, main: str = "") -> list[str]:
    """A sentence, then the same without asides, days that pass, or tails; each a sentence that says nothing else.

    *main* is its main clause, where what comes before may go.

    >>> shortened("Afin de durer, le phare change de lampe.")
    ['Afin de durer, le phare change de lampe.', 'Le phare change de lampe.']
    >>> shortened("Le phare (12 m) rouvre ce matin au public.")
    ['Le phare (12 m) rouvre ce matin au public.', 'Le phare rouvre au public.']
    """
    out = [sentence]
    named = NAMED_RE.sub(lambda m: ARTICLES[m[1]], main or sentence)
    sentence = role_less(APPOSED_RE.sub(r"\1", named))
    plain = FRONT_DAY_RE.sub(
        "", DAY_RE.sub("", ADDING_RE.sub("", ASIDE_RE.sub("", TITLED_RE.sub("", sentence))), count=1)
    )
    for text in dict.fromkeys((sentence, capitalize_first(plain), capitalize_first(AIM_RE.sub("", plain)))):
        if text not in out:
            out.append(text)
        for match in reversed(list(CLAUSE_TAIL_RE.finditer(text))):
            head = text[: match.start()].rstrip(" ,;")
            if len(head) >= SHORTEST_HEAD and head.count("«") == head.count("»") and head.count("(") == head.count(")"):
                out.append(f"{head}.")
    return list(dict.fromkeys(out))
