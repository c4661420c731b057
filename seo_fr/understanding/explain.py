"""What was understood of a text, to be read beside it: one sentence after another, with its scopes."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seo_fr.model import Analysis, Attribution, DateMention, Figure, Scope

KINDS = {
    "conditional": "conditionnel",
    "hedged": "nuance",
    "modal": "modalité",
    "negated": "négation",
    "question": "question",
}
LABELS = {"PER": "personne", "ORG": "organisme", "LOC": "lieu", "WORK": "œuvre ou produit", "MISC": "autre"}


@dataclass(frozen=True, slots=True)
class Understood(Analysis):
    """An analysis that can show itself: what ``analyse`` gives.

    >>> from seo_fr.model import Block, Scope, Sentence, Source
    >>> text = "La digue peut céder."
    >>> source = Source(text, text, "", (Block("paragraph", 0, 20),), (Sentence(0, text, 0, 20, 0),))
    >>> print(Understood(source, scopes=(Scope("modal", "peut", 0, 0, 19),)).explain())
    § 0
    [0] La digue peut céder.
        modalité (peut) : « La digue peut céder »
    """

    def explain(self, paragraphs: Sequence[int] | None = None) -> str:
        """Each sentence with who says what, how surely, names, figures and dates; see ``explain``."""
        return explain(self, paragraphs)

    def _repr_html_(self) -> str:
        """The same view in a notebook."""
        return f"<pre>{html.escape(explain(self))}</pre>"


def explain(analysis: Analysis, paragraphs: Sequence[int] | None = None) -> str:
    """A plain-text view of an analysis, in French: each sentence, then who says what, how surely, names and figures.

    *paragraphs* are ranks in ``Source.blocks``; all of them by default.

    >>> from seo_fr.model import Block, Scope, Sentence, Source
    >>> text = "La digue peut céder."
    >>> source = Source(text, text, "", (Block("paragraph", 0, 20),), (Sentence(0, text, 0, 20, 0),))
    >>> print(explain(Analysis(source, scopes=(Scope("modal", "peut", 0, 0, 19),))))
    § 0
    [0] La digue peut céder.
        modalité (peut) : « La digue peut céder »
    """
    source = analysis.source
    lines: list[str] = []
    block = -1
    for sentence in source.sentences:
        if paragraphs is not None and sentence.block not in paragraphs:
            continue
        if sentence.block != block:
            block = sentence.block
            lines += ([""] if lines else []) + [f"§ {block}"]
        lines.append(f"[{sentence.id}] {sentence.text}")
        lines += [f"    {line}" for line in notes_of(analysis, sentence.id)]
    return "\n".join(lines)


def notes_of(analysis: Analysis, sid: int) -> Iterator[str]:
    """The lines under a sentence."""
    text = analysis.source.text
    for a in (x for x in analysis.attributions if x.sentence == sid):
        yield f"{speaker_of(analysis, a)} : « {text[a.start : a.end]} »"
    for scope in (x for x in analysis.scopes if x.sentence == sid):
        yield f"{certainty(scope)} : « {text[scope.start : scope.end]} »"
    names = dict.fromkeys(m.entity for m in analysis.mentions if m.sentence == sid)
    for entity in (analysis.entities[i] for i in names):
        yield f"nom : {entity.name} ({LABELS[entity.label]})"
    for role in (x for x in analysis.roles if x.sentence == sid):
        yield f"rôle : {analysis.entities[role.entity].name}, « {role.text} »"
    for figure in (x for x in analysis.figures if x.sentence == sid):
        yield measure(figure)
    for date in (x for x in analysis.dates if x.sentence == sid):
        yield day(date)


def speaker_of(analysis: Analysis, a: Attribution) -> str:
    """Who speaks, by which verb, linked or anonymous."""
    who = a.speaker or "on ne sait qui"
    if a.entity >= 0 and analysis.entities[a.entity].name != a.speaker:
        who += f" (= {analysis.entities[a.entity].name})"
    return f"{who}{' [anonyme]' if a.anonymous else ''}, {a.verb or 'selon'}"


def certainty(scope: Scope) -> str:
    """Kind of a scope, with the word that shows it."""
    return f"{KINDS[scope.kind]} ({scope.cue})"


def measure(figure: Figure) -> str:
    """A figure with its parts."""
    value = "" if figure.value is None else f"{figure.value:.12g}".replace(".", ",")
    parts = (
        ("valeur", value),
        ("unité", figure.unit),
        ("compte", figure.counted),
        ("réserve", figure.qualifier),
    )
    shown = ", ".join(f"{name} {part}" for name, part in parts if part)
    return f"chiffre : « {figure.text} » ({shown})" if shown else f"chiffre : « {figure.text} »"


def day(date: DateMention) -> str:
    """A date with what it stands for, where that is certain."""
    known = date.resolved or date.iso
    return f"date : « {date.text} »" + (f" = {known}" if known else "" if date.absolute else ", sans ancrage certain")
