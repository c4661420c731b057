"""Headings that the source gave, and the last resorts: keyphrases and bare nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.french import capitalize_first, lower_first, strip_final
from seo_fr.french.phrases import people_nouns
from seo_fr.model import Keyphrase
from seo_fr.topics.candidates import lexicon
from seo_fr.topics.focus import with_article
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, phrases_of
from seo_fr.topics.heading_families.nominals import bare_actor, event_nouns
from seo_fr.topics.heading_families.phrases import (
    agreed,
    coordinated,
    light,
    lower_article,
    noun_phrase,
    self_sufficient,
    whole,
)
from seo_fr.topics.matching import find_phrase, function_words
from seo_fr.understanding.view import low

LABELLED = frozenset(
    {"noun_phrase", "nominalisation", "figure", "clause", "infinitive", "quality", "announced", "origin"}
)
"""Families that may follow « Sujet : »."""
LEAST_OF_A_THING = 4
DECORATION_RE = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF\ufe0f#*_`]+")
HIGHEST = 2
"""Level of headings that must tell by themselves what their article is about."""
NUMBERING_RE = re.compile(r"^(?:\d{1,2}|[IVX]{1,4}|[a-zA-Z])\s?[.)°-]\s+")


def cleaned(heading: str) -> str:
    """A heading of the source without emoji, numbering, final stop, or capitals on every word.

    >>> cleaned("2. Si le test est négatif 👇"), cleaned("Ne Pas Partager Un Même Espace.")
    ('Si le test est négatif', 'Ne pas partager un même espace')
    """
    text = " ".join(DECORATION_RE.sub(" ", heading).split())
    text = strip_final(NUMBERING_RE.sub("", text))
    words = text.split()
    spoken = [w for w in words if len(w) > 1 and w[0].isalpha()]
    if len(spoken) > 1 and sum(len(w) > 3 for w in spoken) > 1 and text.isupper():
        text = text.lower()
    elif (
        len(spoken) > 2
        and all(w[0].isupper() for w in spoken)
        and any(w.lower() in function_words() for w in spoken[1:])
    ):
        # capitals on small words too show a habit of titles; on names alone, they are names
        text = " ".join([words[0], *(lower_first(w) for w in words[1:])])
    return capitalize_first(text)


def generic(heading: str) -> bool:
    """Whether a heading would suit any article.

    >>> generic("Pourquoi ?"), generic("Pourquoi pas la Lune ?")
    (True, False)
    """
    bare = heading.lower().strip(" ?!.:…\u00a0\u202f").replace("'", "’")
    return bare in phrases_of("generic")


def source_headings(heading: str, sid: int, focus: Keyphrase, *, level: int = 2) -> list[Candidate]:
    """The source's own heading; after the subject where it would suit any article, unless a heading stands above it."""
    text = cleaned(heading)
    if not text or not any(c.isalpha() for c in text):
        return []
    sources = (sid,) if sid >= 0 else ()
    if not generic(text) or level > HIGHEST:
        return [candidate(text, sources, "source")]
    subject = capitalize_first(focus.text)
    combined = f"{subject} : {lower_first(text)}"
    bare = text.lower().strip(" ?!.:…\u00a0\u202f").replace("'", "’")
    out = [candidate(text, sources, "source", bonus=-2.6)]
    if bare not in phrases_of("dropped") and len(combined) <= lengths()["most"]:
        out.append(candidate(combined, sources, "source_subject", bonus=-0.2))
    return out


def after_subject(stage: Stage, item: Candidate, focus: Keyphrase) -> Candidate | None:
    """« Sujet : fait »: a candidate after the focus keyphrase, where it holds no word of it."""
    if item.family not in LABELLED or item.text.startswith("Vers ") or " : " in item.text:
        return None
    if len(focus.stems) == 1 and focus.kind != "entity":
        return None  # « Étoile : la méthode… »
    if item.family != "clause" and any(word in people_nouns() for word in focus.text.lower().split()):
        return None  # « Pompier : prévenir les incendies »
    if item.family == "noun_phrase" and item.head not in event_nouns() and len(item.stems) < LEAST_OF_A_THING:
        return None  # « Sujet : la chose » says nothing of either
    if not focus.stems or item.stems & set(focus.stems) or verbal(stage, focus):
        return None
    named = focus.kind == "entity" or any(c.isupper() for c in focus.text[1:])
    if named and not any(spoken_of(stage, focus, sid) for sid in item.sources):
        return None  # « Programme X : la mission » would give X what is said of another
    text = f"{capitalize_first(focus.text)} : {lower_known(stage, item.text)}"
    if len(text) > lengths()["most"]:
        return None
    bonus = item.bonus - 0.6 * (item.family == "clause")
    stems = item.stems | frozenset(focus.stems)
    return Candidate(text, item.sources, "subject_fact", stems, item.head, bonus, item.attributed)


def spoken_of(stage: Stage, focus: Keyphrase, sid: int) -> bool:
    """Whether a sentence holds a keyphrase, or takes it up with a pronoun from the sentence before."""
    sentences = stage.analysis.source.sentences
    if find_phrase(sentences[sid].text, focus.stems):
        return True
    taken_up = low(sentences[sid].text).startswith(("il ", "elle ", "ils ", "elles "))
    return taken_up and sid > 0 and find_phrase(sentences[sid - 1].text, focus.stems) is not None


def verbal(stage: Stage, focus: Keyphrase) -> bool:
    """Whether a keyphrase holds a conjugated verb: it cannot stand as a subject before a colon."""
    return any(
        token.morph.get("VerbForm") == "Fin"
        for start, end in focus.spans[:3]
        for token in stage.view.between(start, end)
    )


def lower_known(stage: Stage, text: str) -> str:
    """Small letter at the start, unless it opens with a name of the text."""
    first = re.split(r"[\s’']", text, maxsplit=1)[0]
    names = [alias for e in stage.analysis.entities for alias in (e.name, *e.aliases)]
    if any(t.text == first and t.pos == "PROPN" for t in stage.analysis.tokens):
        return text
    return lower_first(text, names=names)


def keyphrases(stage: Stage, sids: Sequence[int], phrases: Sequence[Keyphrase]) -> list[Candidate]:
    """The keyphrases that stand in a section, as they are."""
    out = []
    for phrase in phrases:
        first = phrase.text.split()[0].lower() if phrase.text else ""
        bare = len(phrase.stems) < 2 or first in people_nouns() or first in lexicon()["light"]
        bare = bare or any(e.label == "PER" and e.name in phrase.text for e in stage.analysis.entities)
        if bare or phrase.kind == "entity" or verbal(stage, phrase) or not closed(stage, phrase):
            continue
        for sid in sids:
            found = find_phrase(stage.analysis.source.sentences[sid].text, phrase.stems)
            text = capitalize_first(with_article(stage.analysis, phrase) or phrase.text)
            if found and len(text) <= lengths()["most"]:
                out.append(candidate(text, (sid,), "keyphrase", phrase.lemma))
                break
    return out


def closed(stage: Stage, phrase: Keyphrase) -> bool:
    """Whether a keyphrase ends with a noun, an adjective or a participle: « utilisateur d’abord » does not."""
    ends = {end for _, end in phrase.spans}
    last = [t for t in stage.analysis.tokens if t.end in ends]
    return all(t.pos in {"NOUN", "PROPN", "ADJ", "VERB", "NUM"} for t in last)


def last_resorts(stage: Stage, sids: Sequence[int], focus: Keyphrase) -> list[Candidate]:
    """« Sujet : nom », for a section that offers nothing better."""
    out = []
    for sid in sids:
        for head in stage.view.of_sentence(sid):
            if head.pos != "NOUN" or light(head):
                continue
            phrase = noun_phrase(stage, head)
            if phrase is None or not self_sufficient(phrase.tokens) or not whole(stage, phrase.tokens):
                continue
            if not agreed(phrase) or coordinated(stage, phrase.tokens) or bare_actor(phrase):
                continue
            first = low(phrase.tokens[0].text).replace("'", "’")
            if phrase.tokens[0].pos != "DET" or first in {"d’", "de", "des"} or "," in phrase.text:
                continue
            text = f"{capitalize_first(focus.text)} : {lower_article(phrase)}"
            if len(text) <= lengths()["most"]:
                vague = -0.8 * phrase.text.lower().startswith(("un ", "une "))
                out.append(candidate(text, (sid,), "words", head.lemma, bonus=vague))
    return out
