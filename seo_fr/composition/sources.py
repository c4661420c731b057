"""Who says what: the claims of the source, grouped by speaker, each told as a sentence in the present."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.fresh import source_words
from seo_fr.composition.overlap import Repetition
from seo_fr.french import capitalize_first, count_words
from seo_fr.model import Attribution, Piece, Role
from seo_fr.rewriting.claims import Claim, claims
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.reported import nested
from seo_fr.rewriting.speakers import UNMOVABLE, can_speak, speaker_name

NAME = "sources"
LEAST_SPEAKERS = 2
LEAST_CLAIMS = 3
SHORTEST = 4
"""Words of a claim: « conteste la vente » says little."""
MOST = 6
"""Speakers."""
CLAIMS = 3
"""Most claims of one speaker."""
LONGEST = 40
LONGEST_ROLE = 12
CONFIDENCE = 0.93


def sources(brief: Brief) -> BlockDraft | None:
    """A list of sentences, a speaker’s own together; None unless every speaker of the source has one.

    Three claims of two speakers are the least: one voice, or one side of a quarrel, is better read where it stands.
    """
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "first_person", "opinion", "legal"}:
        return None
    groups: dict[str, list[Claim]] = {}
    for claim in claims(ctx):
        groups.setdefault(key_of(claim.speaker, claim.entity, groups), []).append(claim)
    if len(groups) < LEAST_SPEAKERS or not complete(ctx, groups):
        return None
    seen = source_words(ctx)
    options = []
    for number, group in enumerate(groups.values()):
        pieces = tuple(sentences_of(ctx, seen, group))
        if not pieces:
            return None
        options.append(Option(pieces, 0.6, group[0].sid, group=number))
    if sum(len(option.pieces) for option in options) < LEAST_CLAIMS or len(options) > MOST:
        return None
    # all or none: a list that leaves a speaker out tells half of a quarrel
    return BlockDraft(NAME, brief.templates.all("sources_heading"), "list", tuple(options), len(options), MOST)


def complete(ctx: Context, groups: dict[str, list[Claim]]) -> bool:
    """Whether each speaker of the source, quoted or not, named or not, has a claim."""
    for said in ctx.analysis.attributions:
        if said.kind == "noun" or nested(ctx, said) or ctx.source_kind(said.sentence) != "paragraph":
            continue
        if is_nobody(said):
            continue
        name = speaker_name(ctx, said)
        if not name or key_of(name, said.entity, groups) not in groups:
            return False
    return True


def is_nobody(said: Attribution) -> bool:
    """Whether nobody in particular speaks, a thing that cannot, or a pronoun whose person is counted where named."""
    low = said.speaker.lower().replace("'", "’")
    pronoun = low in UNMOVABLE | {"", "on", "tout le monde", "chacun"}
    return said.entity < 0 and (pronoun or not can_speak(said))


def sentences_of(ctx: Context, seen: Repetition, group: Sequence[Claim]) -> Iterator[Piece]:
    """A speaker’s claims, each as a sentence that repeats none of the source: the name and role first, then « il »."""
    full = shown(ctx, group[0])
    told = 0
    for claim in group:
        names = (full, full.split(", ")[0]) if not told else (again(ctx, claim, full),)
        for text in claim.texts:
            if len(text.split()) < SHORTEST:
                continue
            fitting = (f"{capitalize_first(name)} {text}." for name in names)
            found = next((t for t in fitting if count_words(t) <= LONGEST and not seen.repeats(t)), "")
            if found:
                seen.add(found)
                told += 1
                yield Piece(found, "restated", (claim.sid,), "sources.row", CONFIDENCE)
                break
        if told == CLAIMS:
            return


def again(ctx: Context, claim: Claim, full: str) -> str:
    """How a speaker is named in a sentence right after the first: « il », « elle », or by name again."""
    name = full.split(", ", maxsplit=1)[0]
    gender = ctx.analysis.entities[claim.entity].gender if claim.entity >= 0 else ""
    low = name.lower().replace("'", "’")
    if low.startswith(("le ", "un ")):
        gender = "m"
    elif low.startswith(("la ", "une ")):
        gender = "f"
    elif low.startswith(("les ", "des ", "l’")):
        gender = ""
    return {"m": "il", "f": "elle"}.get(gender, name)


def key_of(speaker: str, entity: int, groups: dict[str, list[Claim]]) -> str:
    """What one speaker's claims have in common: the entity, or the noun (« un rapport de X », then « le rapport »)."""
    if entity >= 0 and not re.match(r"(?:les? |la |l['’]|une? )[a-zà-ÿ]", speaker):
        return f"#{entity}"
    own = content_words(speaker)
    known = (key for key in groups if not key.startswith("#") and own[:1] == content_words(key)[:1])
    return next((key for key in known if set(own) <= set(content_words(key))), speaker)


def content_words(speaker: str) -> list[str]:
    """The words by which a speaker is named, without articles and prepositions.

    >>> content_words("le rapport final du bureau"), content_words("l’opposition")
    (['rapport', 'final', 'bureau'], ['opposition'])
    """
    return [w for w in re.findall(r"[\w-]+", speaker.lower()) if len(w) > 3 or w.isdigit()]


def shown(ctx: Context, claim: Claim) -> str:
    """The speaker with a role, between commas: « Philippe Varin, président du directoire de PSA, »."""
    name = acronym_of(ctx, claim.speaker)
    if claim.entity < 0:
        return name
    roles = [r for r in ctx.analysis.roles if r.entity == claim.entity and fitting(r)]
    if not roles or ctx.analysis.entities[claim.entity].label != "PER":
        return name
    role = max(roles, key=lambda r: (len(r.text.split()), -r.start)).text.strip(" ,")
    return f"{name}, {role[:1].lower() + role[1:] if role[1:2].islower() or role[1:2] == '’' else role},"


def acronym_of(ctx: Context, speaker: str) -> str:
    """« le Bureau d’enquêtes et d’analyses » as « le BEA », where the article gives both side by side."""
    match = re.match(r"(le |la |l['’])(.+)$", speaker)
    if match is None or len(speaker.split()) < 4:
        return speaker
    long = re.escape(match[2])
    found = re.search(rf"\b([A-Z]{{2,7}}), (?:le |la |l['’]){long}", ctx.text) or re.search(
        rf"{long} \(([A-Z]{{2,7}})\)", ctx.text
    )
    return f"{match[1]}{found[1]}" if found is not None else speaker


def fitting(role: Role) -> bool:
    """Whether a role may stand after a name: not a plural, not too long."""
    return role.number != "p" and len(role.text.split()) <= LONGEST_ROLE and "," not in role.text
