"""What a section of advice or explanation answers: « Comment espacer les crises ? », « Qu’est-ce que la quotité ? ».

And what it tells its reader to do, as an infinitive: « Vérifiez deux points dans la notice » → « Vérifier deux points
dans la notice ». The words of the sentence are read rather than its tree, which is often wrong for an imperative.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from seo_fr.french import capitalize_first, que
from seo_fr.french.conjugation import infinitive
from seo_fr.french.phrases import people_nouns
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, words_of
from seo_fr.topics.heading_families.nominals import bodies
from seo_fr.topics.matching import stems

END: Final = (
    r"(?=[,;:(.!]|$|\s(?:si|s['’]il|quand|lorsqu\w*|afin|pour|car|mais|avant|après|comme|et|ou|puis|jamais|dont|qu[ie]|qu['’]"
    r"|parce|jusqu\w*|en \w+ant)\b)"
)
ORDER_RE: Final = re.compile(
    r"^(?:(?:Ensuite|Puis|Enfin|D['’]abord|Sinon|Alors),? )?(?P<verb>[A-Za-zÀ-ÿ]{4,}ez) "
    r"(?:(?:ensuite|alors|donc|aussi|enfin|d['’]abord|évidemment|toujours|bien|maintenant|simplement) )?"
    r"(?P<rest>(?:l[ae]s? |l['’]|une? |des |du |à |au |aux |vers |dans |sur |\d+ |deux |trois |quatre )"
    rf"[^,;:«»().!]+?){END}"
)
"""« Versez l’eau bouillante sur la cendre »; not « Versez-la »."""
REMINDER_RE: Final = re.compile(
    r"^(?:Pensez à|N['’]oubliez pas d(?:e |['’])|Veillez à|Prenez soin d(?:e |['’])|Essayez d(?:e |['’])) ?"
    rf"(?P<said>[a-zà-ÿ]+(?:er|ir|re) (?!l[ae]s? \w+er\b)[^,;:«»().!]+?){END}"
)
AIM_RE: Final = re.compile(
    r"^(?:Pour|Afin de|Afin d['’]) ?(?P<said>(?:bien |mieux )?[a-zà-ÿ]+(?:er|ir|re|oir) [^,;:«»()]{4,48}),\s+"
    r"(?:on (?:conseille|recommande|peut|doit)|il (?:faut|suffit|convient|est (?:conseillé|recommandé|possible))|"
    r"vous (?:pouvez|devez)|mieux vaut|le plus (?:simple|efficace|sûr)|l['’]idéal|la meilleure|[a-zà-ÿ]{4,}ez\b)",
    re.IGNORECASE,
)
"""« Pour espacer les crises, on conseille… »: the section tells how."""
MEANS_RE: Final = re.compile(
    r"^(?P<said>L[ae] [^,;:«»()]{3,40}?|L['’][^,;:«»()]{3,40}?)"
    r"(?:, c['’]est (?:l[ae]s? |l['’]|une? |ce )| désigne | consiste à )"
)
"""« La quotité, c’est la part… »."""
JOINED_RE: Final = re.compile(r"\s(?:et|ou) (?![a-zà-ÿ]{3,}ez\b)", re.IGNORECASE)
"""What goes on with a second thing, not with a second action: « deux heures aller | et retour »."""
COUNTED_RE: Final = re.compile(r"(?:\d+|deux|trois|quatre) (?:fois|heures?|minutes?|jours?|semaines?)\b")
CIRCUMSTANCE_RE: Final = re.compile(r"\s(?:dans|sur|en|avec|vers|par|pendant|chez|sous|depuis)\s")
LEAST: Final = 2
"""Content words of a heading, and sentences that speak of what a question names."""
POINTING_RE: Final = re.compile(
    r"\b(?:ce|cet|cette|ces|celui|celle|ceux|son|sa|ses|leurs?|lui|eux|y|en [a-z]+ant)\b", re.I
)


def orders(stage: Stage, sid: int) -> list[Candidate]:
    """What a sentence tells its reader to do, as an infinitive with its object."""
    text = plain(stage, sid)
    if stage.in_quotation(*bounds(stage, sid)):
        return []
    reminded, told = REMINDER_RE.match(text), ORDER_RE.match(text)
    if reminded is not None:
        said, verb = reminded["said"], reminded["said"].split()[0]
    elif told is not None and not COUNTED_RE.match(told["rest"]) and (found := ordered(told["verb"])):
        said, verb = f"{found} {told['rest']}", found
    else:
        return []
    full = said.strip()
    said = capitalize_first(trimmed(full, lengths()["good_to"]))
    if verb in words_of("telling") | words_of("idle_orders") or POINTING_RE.search(said):
        return []
    if len(said) > lengths()["most"] or (
        told is not None and len(said) == len(full) and JOINED_RE.match(text[told.end() :])
    ):
        return []
    return [candidate(said, (sid,), "infinitive", verb)] if len(stems(said)) > LEAST else []


def ordered(form: str) -> str:
    """The infinitive of an imperative in « -ez », whose stem is that of the imperfect; "" for an unknown one.

    >>> ordered("Versez"), ordered("finissez"), ordered("Zorguez")
    ('verser', 'finir', '')
    """
    return infinitive(f"{form.lower()[:-2]}ait") or ""


def trimmed(said: str, most: int) -> str:
    """An action without its last circumstances, where it is too long for a heading.

    >>> trimmed("verser l’eau sur la cendre dans un seau", 30), trimmed("verser l’eau", 30)
    ('verser l’eau sur la cendre', 'verser l’eau')
    """
    while len(said) > most:
        cut = max((m.start() for m in CIRCUMSTANCE_RE.finditer(said)), default=0)
        if cut <= 0:
            break
        said = said[:cut]
    return said


def how(stage: Stage, sid: int) -> list[Candidate]:
    """« Comment espacer les crises ? », where a sentence opens on that aim and says what to do."""
    found = AIM_RE.match(plain(stage, sid))
    if found is None or stage.in_quotation(*bounds(stage, sid)):
        return []
    said = found["said"].strip()
    words = said.split()
    verb = words[1] if words[0].lower() in {"bien", "mieux"} else words[0]
    if POINTING_RE.search(said) or verb in words_of("telling") or len(stems(said)) < LEAST:
        return []
    return [candidate(f"Comment {said} ?", (sid,), "how", verb)]


def what_is(stage: Stage, sids: Sequence[int]) -> list[Candidate]:
    """« Qu’est-ce que la quotité ? », where a section says it, and speaks of it again."""
    out = []
    for sid in sids:
        found = MEANS_RE.match(plain(stage, sid))
        if found is None:
            continue
        thing = found["said"][:1].lower() + found["said"][1:]
        keys = frozenset(stems(thing))
        if set(re.findall(r"[\w-]+", plain(stage, sid)[found.end() :])[:2]) & people_nouns():
            continue  # appointed, not defined
        if set(thing.replace("’", " ").split()[:2]) & (people_nouns() | bodies() | words_of("pointing_nouns")):
            continue  # « le problème, c’est la pluie »
        held = sum(keys <= frozenset(stems(stage.analysis.source.sentences[k].text)) for k in sids)
        titled = keys <= frozenset(stems(stage.analysis.source.title))
        if keys and (titled or held >= LEAST) and not POINTING_RE.search(thing):
            out.append(candidate(f"Qu’est-ce {que(thing)} ?", (sid,), "what_is", thing))
    return out


def plain(stage: Stage, sid: int) -> str:
    """A sentence with single spaces and curled apostrophes."""
    return " ".join(stage.analysis.source.sentences[sid].text.split()).replace("'", "’")


def bounds(stage: Stage, sid: int) -> tuple[int, int]:
    """Where a sentence opens, as a stretch of one character."""
    start = stage.analysis.source.sentences[sid].start
    return start, start + 1
