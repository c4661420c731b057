"""How a speaker is named away from the sentence that quoted them."""

from __future__ import annotations

from seo_fr.model import Attribution
from seo_fr.rewriting.context import Context

UNMOVABLE = frozenset(
    {"il", "elle", "ils", "elles", "on", "ce", "c’", "celui-ci", "celle-ci", "lui", "eux", "nous", "je", "vous"}
)


def speaker_phrase(ctx: Context, attribution: Attribution, preposition: str = "selon") -> str:
    """« selon The Information », « d’après le BEA »; "" when the speaker cannot be named out of context.

    A pronoun becomes the name it stands for only where the analysis is certain of it.
    """
    name = speaker_name(ctx, attribution)
    if not name:
        return ""
    if preposition == "d’après":
        return f"d’après {name}"
    return f"{preposition} {name}"


def speaker_name(ctx: Context, attribution: Attribution) -> str:
    """The speaker as it can be named anywhere: a full name, or a noun phrase with its article."""
    text = attribution.speaker.strip(" ,")
    if attribution.entity >= 0:
        entity = ctx.analysis.entities[attribution.entity]
        first = text.split()[0].lower() if text else ""
        if (
            first in {"le", "la", "les", "l’", "l'"}
            and entity.label == "ORG"
            and not text.lower().endswith(entity.name.lower())
        ):
            return entity.name
        if entity.label in {"PER", "WORK"} or entity.name.lower() in text.lower() or text.lower() in UNMOVABLE:
            return (
                entity.name
                if entity.label != "ORG" or entity.name.split()[0] == text.split()[0]
                else lower_article(text)
            )
        return entity.name
    if not text or text.lower() in UNMOVABLE:
        return ""
    first = text.lower().replace("'", "’")
    if first.startswith(
        ("ce ", "cet ", "cette ", "ces ", "son ", "sa ", "ses ", "leur ", "leurs ", "l’un", "l’autre", "celui", "celle")
    ):
        return ""
    if len(text.split()) > 9:
        return ""
    return lower_article(text)


def lower_article(text: str) -> str:
    """« Le rapport » → « le rapport »; names keep their capital."""
    first, _, rest = text.partition(" ")
    low = first.lower().replace("'", "’")
    if low in {
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "de",
        "plusieurs",
        "certains",
        "certaines",
        "deux",
        "trois",
        "quelques",
    }:
        return f"{first.lower()} {rest}"
    if low.startswith("l’"):
        return first[:1].lower() + first[1:] + (f" {rest}" if rest else "")
    return text
