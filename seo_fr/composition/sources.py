"""Who says what: the claims of the source, grouped by speaker, each as a short predicate in the present."""

from __future__ import annotations

import re
from itertools import combinations, product

from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.fresh import source_words
from seo_fr.composition.overlap import Repetition
from seo_fr.french import capitalize_first, count_words
from seo_fr.model import Piece, Role
from seo_fr.rewriting.claims import Claim, claims
from seo_fr.rewriting.context import Context

NAME = "sources"
LEAST = 2
SHORTEST = 4
"""Words of a claim: « remercie la municipalité » claims nothing."""
MOST = 7
CLAIMS = 3
"""Most claims of one speaker."""
ALTERNATIVES = 8
"""Rows offered for one speaker, of which one is taken."""
OF_A_SET = 2
"""Of these, with the same claims in other wordings."""
WORDINGS = 4
"""Wordings tried for each claim."""
LONGEST = 48
LONGEST_ROLE = 12
CONFIDENCE = 0.92


def sources(brief: Brief) -> BlockDraft | None:
    """One row a speaker, with a role where the source gives one; None under two speakers.

    On the open articles, all 15 rows offered were right in French and in meaning, but for a slip of the source's own.
    """
    ctx = brief.ctx
    if brief.mourning or ctx.analysis.register & {"instructions", "narrative", "first_person", "opinion", "legal"}:
        return None
    seen = source_words(ctx)
    groups: dict[str, list[Claim]] = {}
    for claim in claims(ctx):
        groups.setdefault(key_of(claim, groups), []).append(claim)
    options = []
    speakers = 0
    for number, group in enumerate(groups.values()):
        full = shown(ctx, group[0])
        # the list of people may have given the role already
        names = dict.fromkeys((full, full.split(", ")[0]))
        found = [(who, text, ids) for who in names for text, ids in rows_of(seen, who, group)]
        speakers += any(len(text.split()) >= SHORTEST for _, text, _ in found)
        for turn, (who, text, ids) in enumerate(found):
            if len(text.split()) < SHORTEST:
                continue
            cells = (who, text)
            piece = Piece(" : ".join(cells), "restated", ids, "sources.row", CONFIDENCE, cells=cells)
            worth = min(1.0, 0.4 + 0.15 * len(ids) + 0.1 * (group[0].entity >= 0)) - 0.01 * turn
            options.append(Option((piece,), worth, ids[0], group=number))
        if found:
            seen.add(f"{found[0][0]} : {found[0][1]}")
    if speakers < LEAST:
        return None
    return BlockDraft(
        NAME,
        brief.templates.all("sources_heading"),
        "table",
        tuple(options),
        LEAST,
        MOST,
        head=("Qui s’exprime", "Ce qui est dit"),
    )


def key_of(claim: Claim, groups: dict[str, list[Claim]]) -> str:
    """What one speaker's claims have in common: the entity, or the noun (« un rapport de X », then « le rapport »)."""
    if claim.entity >= 0 and not re.match(r"(?:les? |la |l['’]|une? )[a-zà-ÿ]", claim.speaker):
        return f"#{claim.entity}"
    own = content_words(claim.speaker)
    known = (key for key in groups if not key.startswith("#") and own[:1] == content_words(key)[:1])
    return next((key for key in known if set(own) <= set(content_words(key))), claim.speaker)


def content_words(speaker: str) -> list[str]:
    """The words by which a speaker is named, without articles and prepositions.

    >>> content_words("le rapport final du bureau"), content_words("l’opposition")
    (['rapport', 'final', 'bureau'], ['opposition'])
    """
    return [w for w in re.findall(r"[\w-]+", speaker.lower()) if len(w) > 3 or w.isdigit()]


def shown(ctx: Context, claim: Claim) -> str:
    """The speaker with a role: « Philippe Varin, président du directoire de PSA »."""
    name = capitalize_first(acronym_of(ctx, claim.speaker))
    if claim.entity < 0:
        return name
    roles = [r for r in ctx.analysis.roles if r.entity == claim.entity and fitting(r)]
    if not roles or ctx.analysis.entities[claim.entity].label != "PER":
        return name
    role = max(roles, key=lambda r: (len(r.text.split()), -r.start)).text.strip(" ,")
    return f"{name}, {role[:1].lower() + role[1:] if role[1:2].islower() or role[1:2] == '’' else role}"


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


def rows_of(seen: Repetition, who: str, group: list[Claim]) -> list[tuple[str, tuple[int, ...]]]:
    """The rows that repeat no sentence, those that say most first: several claims together, then one alone."""
    found: list[tuple[int, str, tuple[int, ...]]] = []
    for size in range(min(CLAIMS, len(group)), 0, -1):
        for chosen in combinations(group, size):
            ids = tuple(sorted({claim.sid for claim in chosen}))
            rows = []
            for wordings in product(*(claim.texts[:WORDINGS] for claim in chosen)):
                text = " ; ".join(joined(wordings))
                words = count_words(f"{who} : {text}")
                if words <= LONGEST and not seen.repeats(f"{who} : {text}"):
                    rows.append((words, text, ids))
            found += sorted(rows, key=lambda row: -row[0])[:OF_A_SET]
    return [(text, ids) for _, text, ids in found[:ALTERNATIVES]]


def joined(wordings: tuple[str, ...]) -> list[str]:
    """Predicates in a row; one that opens like the first leaves its verb out only when « que » follows it.

    >>> joined(("signale le rachat", "signale la vente"))
    ['signale le rachat', 'la vente']
    """
    out = [wordings[0]]
    for wording in wordings[1:]:
        same = wording.split()[0] == wordings[0].split()[0]
        out.append(wording.split(" ", 1)[1] if same else wording)
    return out
