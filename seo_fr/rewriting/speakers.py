"""How a speaker is named away from the sentence that quoted them."""

from __future__ import annotations

import re
from functools import cache

from seo_fr.model import Attribution, Entity
from seo_fr.resources import load_toml
from seo_fr.rewriting.context import Context
from seo_fr.understanding.trouble import unmistaken

LONGEST = 9
ARTICLES = frozenset({"le", "la", "les", "l’", "l'"})
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
    if plain := unmistaken(ctx.analysis.notes, text):
        return lower_article(plain)
    if attribution.entity >= 0:
        entity = ctx.analysis.entities[attribution.entity]
        if entity.label == "PER":
            return titled(ctx, entity)
        if owned(text, entity):
            head = text if len(text.split()) <= LONGEST else text.split(", ")[0]
            return lower_article(head) if len(head.split()) <= LONGEST else ""
        first = text.split()[0].lower() if text else ""
        if first in ARTICLES and entity.label == "ORG" and not names_it(text, entity):
            return entity.name
        if names_it(text, entity) and re.match(r"(?:les? |la |l['’])", text, re.IGNORECASE):
            return lower_article(text.split(",")[0])
        return entity.name
    if not text or text.lower() in UNMOVABLE or not can_speak(attribution):
        return ""
    first = text.lower().replace("'", "’")
    if first.startswith(
        ("ce ", "cet ", "cette ", "ces ", "son ", "sa ", "ses ", "leur ", "leurs ", "l’un", "l’autre", "celui", "celle")
    ):
        return ""
    if len(text.split()) > LONGEST:
        return ""
    return medium_called(ctx, attribution) or lower_article(text)


MEDIA = frozenset(
    ("le média", "le journal", "le quotidien", "le magazine", "l’hebdomadaire", "le site", "la chaîne", "la radio")
)
REACH = 4
"""Sentences back within which « le média » was named."""


def medium_called(ctx: Context, attribution: Attribution) -> str:
    """The one medium that « le média » calls again, named in the sentences before; "" where none is, or several."""
    if attribution.speaker.strip(" ,").lower().replace("'", "’") not in MEDIA:
        return ""
    sid = attribution.sentence
    near = {m.entity for k in range(max(0, sid - REACH), sid + 1) for m in ctx.mentions(k)}
    found = [e for e in ctx.analysis.entities if e.medium and e.id in near]
    return found[0].name if len(found) == 1 else ""


def names_it(text: str, entity: Entity) -> bool:
    """Whether a speaker, as written, holds one of an entity's names."""
    return any(name.lower() in text.lower() for name in (entity.name, *entity.aliases))


def owned(text: str, entity: Entity) -> bool:
    """Whether the name is only the complement of the speaker: « le recensement de l’Insee » is not the Insee.

    >>> owned("un rapport de la Banque", Entity(0, "Banque", "ORG")), owned("la Banque", Entity(0, "Banque", "ORG"))
    (True, False)
    """
    low = text[:1].lower() + text[1:]
    for name in (entity.name, *entity.aliases):
        if re.match(
            rf"(?:les? |la |l['’]|une? )[a-zà-ÿ-]+ (?:.* )?(?:de la |de l['’]|du |des |de |d['’]).*{re.escape(name)}\b",
            low,
        ):
            return True
    return False


def titled(ctx: Context, entity: Entity) -> str:
    """A person's name; with « M. » or « Mme » where the article gives no first name."""
    if " " in entity.name:
        return entity.name
    match = re.search(rf"\b(M\.|Mme|Mlle|Me|Dr|[mM]aître) {re.escape(entity.name)}\b", ctx.text)
    return f"{match[1]} {entity.name}" if match else entity.name


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


@cache
def speaking_nouns() -> frozenset[str]:
    """Nouns of people, bodies and documents, of whom or of which « selon » can be said."""
    people, found = load_toml("understanding/roles.toml"), load_toml("understanding/attribution.toml")
    words = f"{people['people']} {people['bodies']} {found['selon']['sources']}".replace("/", " ")
    return frozenset(words.lower().split())


def can_speak(attribution: Attribution) -> bool:
    """Whether the speaker is a known name, or a noun of people, bodies or documents: « le silence » says nothing."""
    if attribution.entity >= 0 or not attribution.speaker:
        return True
    words = re.findall(r"[\w-]+", attribution.speaker.lower().replace("’", "'"))
    known = speaking_nouns()
    return any(w in known or w.rstrip("s") in known or w.removesuffix("x") in known for w in words[:6])
