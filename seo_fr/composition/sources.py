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
ENOUGH_SPEAKERS = 3
SHORTEST_QUOTE = 4
LONGEST_QUOTE = 14
"""Words of a quotation that is told whole."""
HANGING = frozenset(
    "c' ce cela ça il elle ils elles y en et mais ou donc car que qu' qui d' de alors puis parmi là celui celle ces "
    "cette cet leur leurs son sa ses".split()
)
"""First words of a quotation that hang on what came before."""
POINTING = frozenset({"cela", "ça", "celui-ci", "celle-ci", "ceci", "lui", "eux", "ce", "cette", "cet", "ces"})
LONGEST = 40
LONGEST_ROLE = 12
CONFIDENCE = 0.93


def sources(brief: Brief) -> BlockDraft | None:
    """A list of sentences, a speaker’s own together: what they say, or a short quotation where that cannot be retold.

    Three speakers, or three claims of two, are the least: one voice is better read where it stands. No person who
    speaks in the source is left out, and with two speakers nobody is: half of a quarrel misleads.
    """
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "first_person", "opinion", "legal"}:
        return None
    groups: dict[str, list[Claim]] = {}
    for claim in (*claims(ctx), *short_quotes(ctx)):
        groups.setdefault(key_of(claim.speaker, claim.entity, groups), []).append(claim)
    seen = source_words(ctx)
    options = []
    told: list[str] = []
    for number, (key, group) in enumerate(groups.items()):
        pieces = tuple(sentences_of(ctx, seen, group))
        if not pieces:
            continue
        told.append(key)
        options.append(Option(pieces, 0.6, group[0].sid, group=number))
    rows = sum(len(option.pieces) for option in options)
    if not LEAST_SPEAKERS <= len(options) <= MOST or rows < LEAST_CLAIMS:
        return None
    if not complete(ctx, told, persons=len(options) >= ENOUGH_SPEAKERS):
        return None
    return BlockDraft(NAME, brief.templates.all("sources_heading"), "list", tuple(options), len(options), MOST)


def complete(ctx: Context, told: Sequence[str], *, persons: bool) -> bool:
    """Whether each speaker of the source, quoted or not, named or not, is among those told; *persons*: each person."""
    groups: dict[str, list[Claim]] = {key: [] for key in told}
    for said in ctx.analysis.attributions:
        if said.kind == "noun" or nested(ctx, said) or ctx.source_kind(said.sentence) != "paragraph":
            continue
        if is_nobody(said):
            continue
        if persons and (said.entity < 0 or ctx.analysis.entities[said.entity].label != "PER"):
            continue
        name = speaker_name(ctx, said)
        if not name or key_of(name, said.entity, groups) not in groups:
            return False
    return True


def short_quotes(ctx: Context) -> Iterator[Claim]:
    """Whole sentences of a speaker, in their own words, that are short and clear by themselves: « : « … » »."""
    for said in ctx.analysis.attributions:
        if said.kind != "quote" or said.anonymous or ctx.source_kind(said.sentence) != "paragraph":
            continue
        name = speaker_name(ctx, said)
        if not name or not whole(ctx, said):
            continue
        texts = tuple(f": « {text[:1].upper()}{text[1:]} »" for text in statements(ctx, said))
        if texts:
            yield Claim(name, said.entity, texts, said.sentence, said.start)


def statements(ctx: Context, said: Attribution) -> Iterator[str]:
    """The words quoted where they are clear by themselves; else their last main clause, set beside others."""
    exact = ctx.text[said.start : said.end].strip(' .,;«»"“”')
    text = re.sub(r"^(?:\[…\]|\[\.\.\.\]|\(\.\.\.\)) ", "", exact)
    last = text.rsplit(", ", 1)[-1]
    side_by_side = re.match(r"(?:il faut|nous|je|il n['’]y a) ", last) and not re.match(
        r"(?:si|quand|comme) ", text, re.I
    )
    for part in (text, *((last,) if side_by_side and last != text else ())):
        start = ctx.text.index(part, said.start)
        inside = [t for t in ctx.tokens(said.sentence) if start <= t.start < start + len(part) and t.pos != "PUNCT"]
        if (
            not SHORTEST_QUOTE <= len(part.split()) <= LONGEST_QUOTE
            or re.search(r"[\[\]()«»\"“”:…]", part)
            or not inside
        ):
            continue
        if not any(t.morph.get("VerbForm") == "Fin" for t in inside):
            continue
        first = inside[0].text.lower().replace("’", "'")
        hangs = first in HANGING and not re.match(r"il (?:faut|n['’]y a) ", part)
        if not hangs and not any(t.text.lower() in POINTING for t in inside):
            yield part


def whole(ctx: Context, said: Attribution) -> bool:
    """Whether the words quoted are a sentence from mark to mark, not the end of one that the journalist began."""
    before = ctx.text[max(0, said.start - 3) : said.start].rstrip(" \u00a0\u202f")
    after = ctx.text[said.end : said.end + 3].lstrip(" \u00a0\u202f,.")
    return before.endswith(("«", "“", '"', ".", "!")) and (
        after[:1] in {"»", "”", '"'} or ctx.text[said.end - 1] in ".!"
    )


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
            if len(text.split()) < SHORTEST or (text.startswith(":") and told):
                continue
            fitting = (sentence(name, text) for name in names)
            found = next((t for t in fitting if count_words(t) <= LONGEST and not seen.repeats(t)), "")
            if found:
                seen.add(found)
                told += 1
                yield Piece(found, "restated", (claim.sid,), "sources.row", CONFIDENCE)
                break
        if told == CLAIMS:
            return


def sentence(name: str, text: str) -> str:
    """The speaker with a claim, or with a quotation.

    >>> sentence("la maire", "dénonce un retard"), sentence("Anne Roche, maire,", ": « Je signe »")
    ('La maire dénonce un retard.', 'Anne Roche, maire : « Je signe ».')
    """
    if text.startswith(":"):
        return f"{capitalize_first(name.rstrip(','))} {text}."
    return f"{capitalize_first(name)} {text}."


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
