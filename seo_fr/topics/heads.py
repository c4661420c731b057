"""What stands at the head of the page: H1, meta title, meta description, slug."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from seo_fr.french import capitalize_first, lower_first, strip_final, typeset
from seo_fr.french.slug import MAX_SLUG, slugify
from seo_fr.model import Analysis, Keyphrase
from seo_fr.resources import load_toml
from seo_fr.topics.heading_families.assertions import definitions, nominalisations, present_clauses
from seo_fr.topics.heading_families.base import Candidate, Stage
from seo_fr.topics.heading_families.figures import figures
from seo_fr.topics.heading_families.given import cleaned, lower_known
from seo_fr.topics.heading_families.phrases import noun_phrases
from seo_fr.topics.matching import find_phrase, function_words, stems
from seo_fr.topics.units import leans

TITLE: Final = 70
"""Most characters in a title of our own, and what a longer one of the source is brought down to where it can."""
META_WIDTH: Final = 580
META_SIZE: Final = 20
DESCRIPTION: Final = (121, 156)
LABEL_RE: Final = re.compile(r"^([^:«»?!]{2,32}?)\s*:\s+(?=\S)")
CLAUSE_TAIL_RE: Final = re.compile(
    r",\s+(?:dont|où|qui|ce qui|ce que|tandis que|alors que|ainsi que|notamment|et que|mais|puis|avant de|avant que|"
    r"après|lors|selon des|représentant|ce dernier)\b|\s+\([^()]*\)(?=\s*\.?$)|\s+;\s+"
)
COMPLEMENT_RE: Final = re.compile(
    r"\s+(?:dans|sur|en|à|au|aux|après|depuis|lors|pendant|avec|face|suite|pour|chez|par|contre|sans|afin|selon|et|mais)"
    r"\s|\s*[,:;–(]\s*"
)
OF_RE: Final = re.compile(r"\s+(?:de|du|des|d’|d')(?:\s|(?<=[’']))")
SHORTEST: Final = 28
OPENER_RE: Final = re.compile(
    r"(?:De plus|En outre|Par ailleurs|En effet|Enfin|Ensuite|Cependant|Toutefois|En revanche|Ainsi|Donc|Mais|Et|Or|"
    r"Car|Rappelons|Notons|Malheureusement|Bref|Note|TL;DR|Autre|Dans son|Lors de son|Lors de sa|À cette)\b"
)
DEICTIC_RE: Final = re.compile(
    r"\b(?:ce matin|ce soir|aujourd[’']hui|hier|demain|ci-dessous|ci-dessus|ce dernier)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Heads:
    """The head of a page."""

    title: str
    """H1, sentence case, no final stop."""
    sources: tuple[int, ...]
    """Ids of the sentences it is drawn from; empty for the source's own headline."""
    operation: str
    """Its family; ``"source"`` for the source's own headline."""
    meta_title: str
    """At most 580 px wide in Arial 20 px."""
    description: str
    """121 to 156 characters of the source where it allows it."""
    slug: str


@cache
def advances() -> tuple[Mapping[str, int], int, int]:
    """Advance width of each character in Arial, that of any other, and the units in one em."""
    data = load_toml("scoring/widths.toml")
    table = {char: int(width) for width, chars in data["advances"].items() for char in chars}
    return table, int(data["other"]), int(data["units_per_em"])


def pixels(text: str, size: int = META_SIZE) -> float:
    """Width of a line in Arial, in pixels.

    >>> round(pixels("Le recul des ventes"))
    173
    """
    table, other, em = advances()
    return sum(table.get(char, other) for char in text) * size / em


def article_heads(
    analysis: Analysis,
    focus: Keyphrase,
    secondary: Sequence[Keyphrase] = (),
    *,
    lead: Sequence[int] = (),
) -> Heads:
    """The head of the page.

    The source's headline is kept, cleaned, and brought under 70 characters where that takes nothing essential away;
    without one, a clause or a noun phrase of the lead is taken. *lead* are the ids of the sentences of the chapô.
    """
    stage = Stage.of(analysis)
    source = analysis.source
    own = source.title or source.given_title
    no_source: tuple[int, ...] = ()
    if own.strip():
        title, sources, operation = source_title(own), no_source, "source"
    else:
        title, sources, operation = made_title(stage, focus, secondary, lead)
    return Heads(
        title,
        sources,
        operation,
        meta_title(title, focus),
        description(stage, focus, secondary),
        slug(title, focus),
    )


def source_title(own: str) -> str:
    """The source's headline, cleaned: sentence case after its label, no final stop, under 70 characters if it can be.

    >>> source_title("Informatique : Sortie d'une nouvelle version d'Ubuntu.")
    "Informatique : sortie d'une nouvelle version d'Ubuntu"
    """
    text = cleaned(own)
    match = LABEL_RE.match(text)
    if match:
        rest = text[match.end() :]
        first = re.split(r"[\s’']", rest, maxsplit=1)[0]
        if first and common_word(first):
            text = text[: match.end()] + lower_first(rest)
    if len(text) <= TITLE:
        return text
    match = LABEL_RE.match(text)
    if match and len(text[match.end() :].split()) >= 5:
        text = capitalize_first(text[match.end() :])
    if len(text) <= TITLE:
        return text
    for cuts, most in ((COMPLEMENT_RE, TITLE), (OF_RE, TITLE + 5)):
        for match in reversed(list(cuts.finditer(text))):
            head = strip_final(text[: match.start()]).rstrip(" –-(")
            whole = head.count("«") == head.count("»") and head.count("(") == head.count(")")
            if SHORTEST < len(head) <= most and whole and ":" not in text[match.start() : match.end()]:
                return head
    return text


def common_word(word: str) -> bool:
    """Whether a capitalised word is surely no name: an article, or a noun that the tables know as an action."""
    from seo_fr.topics.heading_families.assertions import action_nouns

    lower = word.lower()
    nouns = {str(row["noun"]) for row in action_nouns().values()}
    return lower in function_words() or lower in nouns


def made_title(
    stage: Stage, focus: Keyphrase, secondary: Sequence[Keyphrase], lead: Sequence[int]
) -> tuple[str, tuple[int, ...], str]:
    """A title drawn from the text: the best of its clauses and noun phrases, the lead's first."""
    source = stage.analysis.source
    prose = [s.id for s in source.sentences if source.block_of(s).kind == "paragraph"]
    themes = [focus, *secondary[:5]]
    best: tuple[float, Candidate] | None = None
    for rank, sid in enumerate(prose[:8]):
        found: list[Candidate] = []
        for family in (present_clauses, nominalisations, figures, definitions, noun_phrases):
            found += family(stage, sid)
        for item in found:
            worth = title_worth(item, themes, rank, sid in lead)
            if best is None or worth > best[0] + 1e-9:
                best = worth, item
    if best is not None and best[0] >= 1.0:
        item = best[1]
        text = item.text
        if not holds(text, focus) and len(text) + len(focus.text) + 3 <= TITLE and not item.stems & set(focus.stems):
            text = f"{capitalize_first(focus.text)} : {lower_known(stage, text)}"
        return text, item.sources, item.family
    others = [p for p in secondary if not set(p.stems) & set(focus.stems)]
    text = capitalize_first(focus.text)
    if others and len(text) + 3 + len(others[0].text) <= TITLE:
        text = f"{text} : {others[0].text}"
    return text, tuple(prose[:1]), "keyphrase"


def title_worth(item: Candidate, themes: Sequence[Keyphrase], rank: int, led: bool) -> float:
    """What a candidate is worth as the title of the whole article."""
    total = 0.0
    for k, phrase in enumerate(themes):
        share = len(item.stems & set(phrase.stems)) / max(1, len(phrase.stems))
        total += share * (2.0 if k == 0 else 0.8)
    total += {"clause": 0.9, "nominalisation": 0.6, "figure": 0.6, "subject_fact": 0.3}.get(item.family, 0.0)
    total += 0.5 * (rank == 0) + 0.3 * led - 0.08 * rank + item.bonus
    return total - 0.6 * (len(item.stems) < 3) - 0.4 * item.attributed


def holds(text: str, phrase: Keyphrase) -> bool:
    """Whether a text holds a keyphrase, whatever its inflection."""
    return bool(phrase.stems) and bool(find_phrase(text, phrase.stems))


def meta_title(title: str, focus: Keyphrase) -> str:
    """The title for search results: the H1 where it fits and holds the keyphrase, else the keyphrase before it.

    The keyphrase is put first only where the title has none of its words: « Piste cyclable : la piste rouvre » would
    stammer.
    """
    phrase = capitalize_first(focus.text)
    options = [title]
    label = LABEL_RE.match(title)
    bare = capitalize_first(title[label.end() :]) if label else title
    if bare != title:
        options.append(bare)
    if phrase and not holds(title, focus):
        first = re.split(r"[\s’']", bare, maxsplit=1)[0]
        elided = bare[1:2] in "’'" or bare[2:3] in "’'"
        rest = lower_first(bare) if elided or common_word(first) else bare
        own, theirs = frozenset(focus.stems), frozenset(stems(bare))
        if not own & theirs or (len(own) > 1 and focus.stems[0] not in theirs):
            options.insert(0, f"{phrase} : {rest}")
    elif label and holds(bare, focus) and find_phrase(title, focus.stems)[0][0] > len(title) // 3:
        options.insert(0, bare)
    for option in options:
        if pixels(typeset(option)) <= META_WIDTH:
            return option
    return fitted(options[0] if holds(options[0], focus) else options[-1])


def fitted(text: str) -> str:
    """A title brought under the width, cut before a complement, or failing that before one in « de »; else by words.

    >>> fitted("La mairie prolonge la gratuité des transports en commun pour les moins de vingt ans jusqu’en décembre")
    'La mairie prolonge la gratuité des transports en commun'
    """
    for cuts in (COMPLEMENT_RE, OF_RE):
        for match in reversed(list(cuts.finditer(text))):
            head = strip_final(text[: match.start()]).rstrip(" –-(")
            if len(head) >= SHORTEST and head.count("«") == head.count("»") and pixels(typeset(head)) <= META_WIDTH:
                return head
    words = text.split()
    while len(words) > 1 and (
        pixels(typeset(" ".join(words))) > META_WIDTH or words[-1].lower().strip("«»:;,–-") in function_words()
    ):
        words.pop()
    head = strip_final(" ".join(words))
    return head if head.count("«") == head.count("»") else " ".join(head.replace("«", "").replace("»", "").split())


def description(stage: Stage, focus: Keyphrase, secondary: Sequence[Keyphrase]) -> str:
    """One or two sentences of the source, whole or without their tail, with the keyphrase; 121 to 156 characters.

    Where the source has none of that length, the nearest below it; where it has none below, its first sentence up to a
    word, with an ellipsis that says so.
    """
    source = stage.analysis.source
    least, most = DESCRIPTION
    prose = [s for s in source.sentences if source.block_of(s).kind == "paragraph"]
    spread = {sid for q in stage.analysis.quotations if len(q.sentences) > 1 for sid in q.sentences}
    best: tuple[float, str] = (-math.inf, "")
    for rank, sentence in enumerate(prose):
        if sentence.id in spread:
            continue
        forms = shortened(" ".join(sentence.text.split()))
        texts = list(forms)
        for following in prose[rank + 1 : rank + 7] if rank < 4 else prose[rank + 1 : rank + 2]:
            near = following.id == sentence.id + 1 and following.block == sentence.block
            free = not leans(following.text) and not OPENER_RE.match(following.text)
            if following.id not in spread and (near or free):
                texts += [f"{form} {other}" for form in forms for other in shortened(" ".join(following.text.split()))]
        for k, text in enumerate(texts):
            if len(text) > most or not sound(text):
                continue
            worth = 2.0 * holds(text, focus) - 0.12 * min(rank, 12) - 0.05 * min(k, 8)
            worth += 0.25 * sum(holds(text, p) for p in secondary[:5])
            worth -= 1.2 * leans(text) + 1.0 * bool(DEICTIC_RE.search(text))
            worth -= 0.8 * bool(OPENER_RE.match(text))
            worth -= 3.0 * max(0.0, (least - len(text)) / least)
            if worth > best[0] + 1e-9:
                best = worth, text
    if not best[1] and prose:
        words = " ".join(prose[0].text.split())[: most - 1].rsplit(" ", 1)[0]
        return words.rstrip(" ,;:«(") + "…"
    return best[1]


def sound(text: str) -> bool:
    """Whether a text may stand alone in search results: whole sentences, marks in pairs, nothing announced."""
    if not text or text.rstrip()[-1] not in ".!?…»" or text.rstrip().endswith((":", ": »")):
        return False
    return text.count("«") == text.count("»") and text.count("(") == text.count(")") and text.count('"') % 2 == 0


def shortened(sentence: str) -> list[str]:
    """A sentence, then the same without one or more of its tails; each a sentence that says nothing else."""
    out = [sentence]
    cuts = [m.start() for m in CLAUSE_TAIL_RE.finditer(sentence)]
    for start in reversed(cuts):
        head = sentence[:start].rstrip(" ,;")
        if len(head) >= 60 and head.count("«") == head.count("»") and head.count("(") == head.count(")"):
            out.append(f"{head}.")
    return out


def slug(title: str, focus: Keyphrase) -> str:
    """The page's slug: the title's, with the keyphrase before it where the title lacks it."""
    found = slugify(title)
    own = set(slugify(focus.text).split("-")) - {""}
    if own and not own <= set(found.split("-")):
        rest = [word for word in found.split("-") if word and word not in own]
        found = slugify(focus.text)
        for word in rest:
            if len(found) + 1 + len(word) > MAX_SLUG:
                break
            found = f"{found}-{word}" if found else word
    return found or slugify(focus.text, drop_function_words=False)
