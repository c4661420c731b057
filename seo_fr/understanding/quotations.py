"""Words between quotation marks, and who says them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seo_fr.model import Attribution, Note, Quotation
from seo_fr.understanding.view import View

PAIRS = {"«": "»", "“": "”", "„": "”"}
FINITE = {"Ind", "Cnd", "Sub", "Imp"}


def marks(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[int]]:
    """Stretches between marks in ``text[start:end]``, outer ones first, and the positions of marks without a pair.

    Straight double quotes pair off in turn; an odd one is left alone.

    >>> marks('« Oui, dit “ Ah ” » et "non"', 0, 28)
    ([(1, 18), (12, 16), (24, 27)], [])
    """
    found: list[tuple[int, int]] = []
    lone: list[int] = []
    stack: list[tuple[str, int]] = []
    straight: list[int] = []
    for position in range(start, end):
        char = text[position]
        if char in PAIRS:
            stack.append((char, position))
        elif char in PAIRS.values():
            for k in range(len(stack) - 1, -1, -1):
                if PAIRS[stack[k][0]] == char:
                    lone.extend(at for _, at in stack[k + 1 :])
                    found.append((stack[k][1] + 1, position))
                    del stack[k:]
                    break
            else:
                lone.append(position)
        elif char == '"':
            straight.append(position)
    lone.extend(at for _, at in stack)
    for a, b in zip(straight[::2], straight[1::2], strict=False):
        found.append((a + 1, b))
    if len(straight) % 2:
        lone.append(straight[-1])
    return sorted(found, key=lambda span: (span[0], -span[1])), sorted(lone)


def find_quotations(view: View) -> tuple[tuple[Quotation, ...], tuple[Note, ...]]:
    """All quotations, without their speakers, and a note for each block whose marks do not pair."""
    out: list[Quotation] = []
    notes: list[Note] = []
    for block in view.source.blocks:
        spans, lone = marks(view.text, block.start, block.end)
        for start, end in spans:
            while start < end and view.text[start] in " \u00a0\u202f":
                start += 1
            while end > start and view.text[end - 1] in " \u00a0\u202f":
                end -= 1
            if start >= end:
                continue
            sids = tuple(s.id for s in view.source.sentences if s.start < end and start < s.end)
            out.append(Quotation(view.text[start:end], start, end, sids, whole=is_whole(view, start, end)))
        if lone:
            at = lone[0]
            excerpt = view.text[max(block.start, at - 20) : min(block.end, at + 40)].strip()
            notes.append(
                Note(
                    "source.unbalanced_quotes",
                    f"Guillemet sans son pendant : « …{excerpt}… ». Vérifiez où la citation commence et finit.",
                    before=excerpt,
                )
            )
    return tuple(out), tuple(notes)


def is_whole(view: View, start: int, end: int) -> bool:
    """Whether quoted words are an utterance of their own: a finite verb with its subject, or words and a stop."""
    tokens = [t for t in view.between(start, end) if t.pos != "PUNCT"]
    if len(tokens) < 3:
        return False
    inside = {t.i for t in tokens}
    for token in tokens:
        if token.dep.startswith(("nsubj", "expl:subj")) and token.head in inside:
            head = view.tokens[token.head]
            group = (head, *view.dependants(head, "aux", "cop"))
            if any(t.morph.get("VerbForm") == "Fin" for t in group):
                return True
    return len(tokens) >= 4 and any(t.morph.get("Mood") in FINITE for t in tokens) and view.text[end - 1] in ".!?…"


def with_speakers(
    view: View, quotations: Sequence[Quotation], attributions: Sequence[Attribution]
) -> tuple[Quotation, ...]:
    """Quotations with the speaker of the narrowest attribution whose extent covers, or is, them."""
    out: list[Quotation] = []
    for quotation in quotations:
        covering = [
            a
            for a in attributions
            if a.start <= quotation.start + 1
            and (a.end >= quotation.end - 1 or (a.kind == "quote" and quotation.start <= a.start < quotation.end))
            and a.speaker
            and not (quotation.start <= a.speaker_start < quotation.end)
        ]
        if not quotation.whole and not any(a.kind == "quote" for a in covering):
            # words marked inside somebody's reported speech are that person's words only when they are a clause
            covering = [a for a in covering if a.kind in {"que", "selon", "incise"}]
        covering.sort(key=lambda a: (a.kind != "quote", a.end - a.start))
        if covering:
            best = covering[0]
            quotation = replace(
                quotation,
                speaker=best.speaker,
                entity=best.entity,
                verb=best.verb,
                addressee=addressee(view, best),
            )
        out.append(quotation)
    return tuple(out)


ADDRESSEE_RE = re.compile(r"\s*,?\s*(?:à|au|aux)\s+((?:l[’']|la\s|le\s|les\s)?[^\s,.;:«»]+(?:\s[A-ZÉÈ][\w’'.-]*)*)")


def addressee(view: View, attribution: Attribution) -> str:
    """« The Verge » in « a déclaré X à The Verge »: what follows the verb or the speaker after « à »; or ""."""
    sentence = (
        view.source.sentences[view.sentence_at(attribution.speaker_start)] if attribution.speaker_start >= 0 else None
    )
    if sentence is None or not attribution.verb:
        return ""
    tokens = view.of_sentence(sentence.id)
    # inverted clause: the addressee follows the speaker; direct clause: it follows the verb
    for token in tokens:
        if token.start < attribution.speaker_end or low_in_quotes(attribution, token.start):
            continue
        if token.text.lower() in {"à", "au", "aux"}:
            match = ADDRESSEE_RE.match(view.text, token.start)
            if match is None or match.end() > sentence.end:
                return ""
            name = match[1].strip().rstrip(".")
            known = name[:1].isupper() or name.lower().startswith(("l’", "l'"))
            return name if known or token.text.lower() == "aux" else ""
        if token.text in ",.;:" or token.pos == "SCONJ":
            return ""
    return ""


def low_in_quotes(attribution: Attribution, position: int) -> bool:
    """Whether a position lies inside what is said."""
    return attribution.start <= position < attribution.end
