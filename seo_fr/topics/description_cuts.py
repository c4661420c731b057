"""Whether a sentence cut for a description is one all the same: nothing kept hangs on what went."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from seo_fr.model import Token
from seo_fr.topics.description_forms import DESCRIPTION, whole_to
from seo_fr.topics.heading_families.base import Stage

SLACK: Final = 40
"""Characters that a sentence cut short may lack."""
WORD_RE: Final = re.compile(r"[\w-]+")
UNENDED_RE: Final = re.compile(r"\b(?:car|car bon|et|ou|de|du|que|qui|dont|par|pour)\W*$")
NEEDED: Final = frozenset({"obj", "xcomp", "ccomp", "obl:arg", "iobj", "nsubj", "nsubj:pass", "obl:agent"})
"""What a verb may not be cut off from."""


CIRCUMSTANCE_RE: Final = re.compile(
    r" ?(?:au (?:préjudice|profit|détriment|sujet|titre|terme|cours|sein)|"
    r"à (?:l['’](?:encontre|issue|occasion)|la suite)|"
    r"lors|après|avant|pendant|depuis|contre|malgré|grâce à|en raison|en vue)\b"
)
"""What opens a circumstance, though the parser hangs it on the last noun."""
OF: Final = frozenset({"de", "d’", "d'", "du", "des"})
QUE: Final = frozenset({"que", "qu’", "qu'"})
LOOSE_END_RE: Final = re.compile(r",\s\S+(?:\s\S+){0,2}$")
"""A few words after a comma, which open something that was cut."""


def whole_cuts(stage: Stage, sid: int, forms: Sequence[str]) -> Iterator[str]:
    """A sentence that is too long, cut where it is one all the same, the longest that fits; none where nothing is."""
    least, most = DESCRIPTION
    for form in forms:
        if len(form) <= most:
            continue
        places = [m.start() for m in re.finditer(r"[,\s]", form) if least - SLACK <= m.start() < most]
        for at in reversed(places):
            head = form[:at].rstrip(" ,;:–—")
            if (
                whole_to(head, ())
                and sound(f"{head}.")
                and complete(stage, sid, head)
                and not bereft(stage, sid, f"{head}.")
            ):
                yield f"{head}."
                break


def complete(stage: Stage, sid: int, head: str) -> bool:
    """Whether a sentence cut after some words is one all the same, with only circumstances taken off.

    Nothing kept hangs on a word that went, and no verb lost its object, no last noun its complement.
    """
    sentence = stage.analysis.source.sentences[sid]
    at = sentence.text.find(" ".join(head.split()[-3:]))
    if at < 0:
        return False
    end = sentence.start + at + len(" ".join(head.split()[-3:]))
    tokens = stage.view.of_sentence(sid)
    kept = [t for t in tokens if t.start < end]
    gone = {t.i: t for t in tokens if t.start >= end}
    if not kept or any(t.head in gone and t.dep != "punct" for t in kept):
        return False
    last = kept[-1].i
    following = next((t.text.lower() for t in tokens if t.start >= end), "")
    first = min(gone.values(), key=lambda t: t.i, default=None)
    relative = first is not None and first.text.lower() in {"qui", "où"}
    if first is not None and not relative and first.pos in {"DET", "NUM", "NOUN", "PROPN", "ADJ", "PRON"}:
        return False  # « à rembourser aux producteurs | les sommes »
    if first is not None and first.dep == "mark" and first.text.lower() in {"à", "de", "d’", "d'"}:
        return False  # « a condamné l’ancien gérant | à rembourser »
    if any(t.text.lower() in QUE and t.dep == "mark" and _top(t, gone).pos in {"VERB", "AUX"} for t in gone.values()):
        return False  # « ont appris dans la nuit | que la digue cède »
    told = any(t.dep == "ROOT" for t in kept)
    if not told or following in QUE | {"dont"} or LOOSE_END_RE.search(head):
        return False  # « cinq ans de prison | dont deux avec sursis »
    if first is not None and first.text.lower() in OF:
        return False  # « un plan de sauvegarde | de l’emploi »
    aside = CIRCUMSTANCE_RE.match(sentence.text[end - sentence.start :]) is not None
    spared = _top(first, gone).i if first is not None and aside else -1
    hung = [t for t in gone.values() if t.head not in gone and t.i != spared]
    return not any(t.dep in NEEDED or t.head == last or t.dep == "conj" for t in hung)


def _top(token: Token, gone: Mapping[int, Token]) -> Token:
    """The word that went, and hangs on one that is kept, under which another stands."""
    while token.head in gone and token.head != token.i:
        token = gone[token.head]
    return token


def bereft(stage: Stage, sid: int, text: str) -> bool:
    """Whether the main verb of a sentence has lost, past the end of a text, what it says: « ont appris | que »."""
    end = kept_to(stage, sid, text)
    tokens = stage.view.of_sentence(sid)
    verbs = {t.i for t in tokens if t.dep == "ROOT" and t.start < end}
    has_object = any(t.head in verbs and t.dep in {"obj", "ccomp", "xcomp"} and t.start < end for t in tokens)
    lost = any(t.head in verbs and t.dep in {"obj", "ccomp", "xcomp"} and t.start >= end >= 0 for t in tokens)
    return lost and not has_object


def kept_to(stage: Stage, sid: int, head: str) -> int:
    """Where in the source a text ends that a sentence was cut to; -1 where its last words are not in the sentence."""
    sentence = stage.analysis.source.sentences[sid]
    last = " ".join(head.rstrip(" .…").split()[-2:])
    at = sentence.text.rfind(last)
    return sentence.start + at + len(last) if at >= 0 else -1


def headless(stage: Stage, sid: int, cut: str) -> bool:
    """Whether a clause of a sentence has lost its verb, and kept its subject or its conjunction."""
    end = kept_to(stage, sid, cut)
    tokens = stage.view.of_sentence(sid)
    gone = {t.i for t in tokens if t.start >= end >= 0}
    return any(t.head in gone and t.dep.startswith(("nsubj", "mark", "expl")) for t in tokens if t.i not in gone)


MEMBER: Final = 6
"""Words of a member of an enumeration, at most, up to its « et »."""


def listing(stage: Stage, sid: int, text: str) -> bool:
    """Whether a text stops in the middle of an enumeration of its sentence: « portables » of « portables, fixes »."""
    end = kept_to(stage, sid, text)
    tokens = stage.view.of_sentence(sid)
    gone = [t for t in tokens if t.start >= end >= 0]
    if not gone or gone[0].text not in {",", "et", "ou", "ni"}:
        return False
    run = list(itertools.takewhile(lambda t: t.pos not in {"PUNCT", "VERB", "AUX", "PRON"}, gone[1:]))
    circumstance = bool(run) and run[0].pos == "ADP" and run[0].text not in {"de", "d’", "d'", "en", "à"}
    if gone[0].text == "," and not circumstance and any(t.text in {"et", "ou", "ni"} for t in run[:MEMBER]):
        return True
    kept = {t.i: t for t in tokens if t.start < end}
    nominal = {"NOUN", "PROPN", "ADJ", "NUM"}
    linked = (t for t in gone if t.dep == "conj" and t.head in kept and t.pos in nominal)
    return any(kept[t.head].pos in nominal for t in linked)


def verbal_fact(stage: Stage, sid: int, text: str) -> bool:
    """Whether a fact told shorter is a clause: it has a verb of its sentence with its subject, or another tense."""
    tokens = stage.view.of_sentence(sid)
    words = set(WORD_RE.findall(text.lower()))
    known = {w for t in tokens for w in WORD_RE.findall(t.text.lower())}
    led = {t.head for t in tokens if t.dep.startswith("nsubj")}
    finite = {
        t.text.lower()
        for t in tokens
        if t.morph.get("VerbForm") == "Fin" and (t.i in led or (t.head in led and t.pos == "AUX"))
    }
    return bool(words & finite) or any(len(w) > 2 and not w.isdigit() for w in words - known)


def main_verbs(stage: Stage, sid: int) -> frozenset[str]:
    """The finite words of the main clause of a sentence, as written, in small letters."""
    tokens = stage.view.of_sentence(sid)
    roots = {t.i for t in tokens if t.dep == "ROOT"}
    return frozenset(
        t.text.lower()
        for t in tokens
        if t.morph.get("VerbForm") == "Fin" and (t.i in roots or (t.head in roots and t.dep.startswith(("aux", "cop"))))
    )


def sound(text: str) -> bool:
    """Whether a text may stand alone in search results: whole sentences, marks in pairs, nothing announced."""
    if not text or UNENDED_RE.search(text) or text.rstrip()[-1] not in ".!?…»" or text.rstrip().endswith((":", ": »")):
        return False
    return text.count("«") == text.count("»") and text.count("(") == text.count(")") and text.count('"') % 2 == 0
