"""« Personne ne sera laissé au bord du chemin »: a short quotation, whole, whose speaker the section names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seo_fr.french import capitalize_first, strip_final
from seo_fr.model import Quotation
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths
from seo_fr.topics.units import leans
from seo_fr.understanding.view import low

LEAST_WORDS = 4
LEAST_WORDS_OF_SEVERAL = 5
HALF_RE = re.compile(r",\s+(?!mais\b|sauf\b|si\b|sinon\b|bien\b|même\b|car\b|et\b|ou\b|ni\b|que\b|qui\b|dont\b)")


def quotations(stage: Stage, sids: Sequence[int]) -> list[Candidate]:
    """Candidates among the quotations of a section: short ones, and short sentences of long ones."""
    out = []
    within = frozenset(sids)
    for quotation in stage.analysis.quotations:
        if quotation.entity < 0 or not set(quotation.sentences) <= within:
            continue
        if not any(m.entity == quotation.entity and m.sentence in within for m in stage.analysis.mentions):
            continue
        told = [a for a in stage.analysis.attributions if a.sentence in within and a.sentence < quotation.sentences[0]]
        if any(a.entity not in (-1, quotation.entity) for a in told):
            continue  # it would be read as the word of whom the section hears first
        if quotation.whole and len(quotation.sentences) == 1:
            said = " ".join(quotation.text.split())
            parts = [(said, quotation.sentences[0], LEAST_WORDS)]
            parts += [(end, quotation.sentences[0], LEAST_WORDS) for end in ends_of(said)]
        else:
            parts = [(text, sid, LEAST_WORDS_OF_SEVERAL) for text, sid in sentences_of(stage, quotation)]
        for words, sid, least in parts:
            body = strip_final(words)
            inner = any(mark in body for mark in ("«", "»", "…", "[", "...", ";", ":", '"'))
            if inner or leans(body) or not least <= len(body.split()) <= lengths()["quotation_words"]:
                continue
            text = f"« {capitalize_first(body)} »"
            if len(text) <= lengths()["most"]:
                out.append(candidate(text, (sid,), "quotation", body))
    return out


END_RE = re.compile(
    r",\s+(?:et\s+)?(?=(?:je|j['’]|on|nous|vous|c['’]est|ce n['’]est|personne|il faut|il n['’]y a)\s?[\w’']+)",
    re.IGNORECASE,
)
"""Where the last clauses of what somebody says begin."""


CLITIC_RE = re.compile(
    r"(?:j['’]|je |on |nous |vous |personne )(?:ne |n['’])?(?:l['’]|le |la |les |en |y |leur |lui |l’)", re.IGNORECASE
)
"""A pronoun that stands for what precedes."""


def ends_of(said: str) -> Iterator[str]:
    """The last clauses of a long quotation, from a comma on: what they say stands without what precedes.

    >>> list(ends_of("On nous a promis un plan, on a attendu tout l’hiver, et personne n’est venu"))
    ['On a attendu tout l’hiver, et personne n’est venu', 'Personne n’est venu']
    """
    if len(said.split()) <= lengths()["quotation_words"]:
        return
    for found in END_RE.finditer(said):
        end = said[found.end() :]
        if CLITIC_RE.match(end):
            continue  # « je le sais »: what?
        if len(end.split()) <= lengths()["quotation_words"]:
            yield capitalize_first(end)


def sentences_of(stage: Stage, quotation: Quotation) -> Iterator[tuple[str, int]]:
    """The sentences inside a quotation of several, and their first halves, where the speaker says « je » or « nous ».

    A half ends at a comma that starts another clause, never before « mais » or what completes it.
    """
    for sid in quotation.sentences:
        sentence = stage.analysis.source.sentences[sid]
        start, end = max(sentence.start, quotation.start), min(sentence.end, quotation.end)
        text = " ".join(stage.text[start:end].split()).strip("«» \u00a0\u202f")
        if text.endswith("?") or text[-1:] not in ".!" or not text[:1].isupper():
            continue
        half = HALF_RE.search(text)
        first = low(text).replace("'", "’").split("’")[0].split()[0]
        if first not in {"je", "j", "nous"}:
            continue
        yield text, sid
        if half and len(text) > lengths()["most"]:
            yield text[: half.start()], sid
