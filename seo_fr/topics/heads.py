"""What stands at the head of the page: H1, meta title, meta description, slug."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from seo_fr.french import capitalize_first, lower_first, typeset
from seo_fr.french.slug import shorten, slugify
from seo_fr.model import Analysis, Keyphrase
from seo_fr.topics.descriptions import description
from seo_fr.topics.focus import COINED_RE
from seo_fr.topics.heading_cuts import (
    LABEL_RE,
    META_WIDTH,
    SHORTEST,
    TITLE,
    common_word,
    fitted,
    hanging,
    is_theme,
    keeps,
    paired,
    pixels,
    placed,
    source_title,
    tightened,
    unlabelled,
    without_aside,
)
from seo_fr.topics.heading_families.assertions import definitions, nominalisations, present_clauses
from seo_fr.topics.heading_families.base import Candidate, Headline, Stage, from_elsewhere
from seo_fr.topics.heading_families.figures import figures
from seo_fr.topics.heading_families.given import lower_known
from seo_fr.topics.heading_families.nominals import noun_phrases
from seo_fr.topics.heading_families.purposes import purposes
from seo_fr.topics.heading_families.restyled import restyled
from seo_fr.topics.matching import find_phrase, stems

TOLERANCE: Final = 6
"""Characters over the most that a title may have to name its subject and its fact."""
MOSTLY: Final = 0.62
"""Share of a title that must be left when it is brought under the width."""
OPENING: Final = 2
"""Sentences that tell what the whole article is about."""
COMPLETE: Final = 0.6
"""Worth of a clause with its aim over one without."""
FACTS: Final = frozenset({"clause", "attributed_clause"})
SMALL: Final = frozenset({"je", "nous", "on", "il", "elle", "ce", "cette", "ces"})
WEEKDAY_RE: Final = re.compile(r"\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\bdimanche\b|\bhier\b|\bmatin\b", re.I)
BARE_NAME: Final = 30
"""Characters under which a title that is but a name is completed by what the text says it is."""
EARLY: Final = 6
"""Sentences among which it is said."""
LEAST_SAID: Final = 12
DEFINED_RE: Final = re.compile(
    r"^(?:,[^,()]{3,60},?)?\s*(?:\([^()]*\)\s*)?,?\s*est\s+(une?)\s+(?P<what>[\w’' -]+?)"
    r"(?=\s*(?:[,;.:(–]|\s(?:né|née|qui|que|qu[’']|dont|où|et|mais|car|mort|morte|depuis)\b))"
)
"""« Untel, dit l’Ancien (1840-1912), est un peintre breton né à… »."""
SLUG: Final = 66
"""Most characters in a slug."""
ASKED_END_RE: Final = re.compile(r",\s+(?:que|qui|quoi|comment|pourquoi|quand)\s[^,«»]{3,40}\?\s*$")
EVER_RE: Final = re.compile(r"\s+(?:que |qu[’'])\s?\S+(?:\s\S+)?\s+jamais\s+\w+\s*$")
ARTICLE_RE: Final = re.compile(r"^(?:le |la |les |l’|un |une |des |du )")


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


def article_heads(
    analysis: Analysis,
    focus: Keyphrase,
    secondary: Sequence[Keyphrase] = (),
    *,
    lead: Sequence[int] = (),
    facts: Sequence[Headline] = (),
) -> Heads:
    """The head of the page.

    The source's headline is kept, cleaned, and brought under 70 characters where that takes nothing essential away;
    without one, a clause or a noun phrase of the lead is taken. *lead* are the ids of the sentences of the chapô,
    *facts* clauses of the source told shorter, made elsewhere.
    """
    stage = Stage.of(analysis)
    source = analysis.source
    sentences, facts = facts, [restyled(stage, fact) for fact in facts]  # a heading may do without its verb
    own = source.title or source.given_title
    no_source: tuple[int, ...] = ()
    if own.strip():
        title, sources, operation = source_title(own), no_source, "source"
    else:
        title, sources, operation = made_title(stage, focus, secondary, lead, facts)
    for_search = meta_title(title, focus, opening_facts(stage, facts), own=own)
    if operation == "source" and for_search == title:
        prose = [s for s in source.sentences if source.block_of(s).kind == "paragraph"][: EARLY + 2]
        told = [f.text for f in facts if f.worth >= 0 and any(f.sources[0] == s.id for s in prose)]
        for_search = completed(title, [s.text for s in prose], told)
    return Heads(
        title,
        sources,
        operation,
        for_search,
        description(stage, focus, secondary, sentences, title=title, lead=lead, told=sources),
        slug(title, focus),
    )


def made_title(
    stage: Stage,
    focus: Keyphrase,
    secondary: Sequence[Keyphrase],
    lead: Sequence[int],
    facts: Sequence[Headline] = (),
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
        found += [from_elsewhere(fact) for fact in facts if fact.sources[0] == sid]
        found += [replace(item, bonus=item.bonus + COMPLETE) for item in purposes(stage, sid)]
        for item in found:
            worth = title_worth(item, themes, rank, sid in lead)
            if best is None or worth > best[0] + 1e-9:
                best = worth, item
    if best is not None and best[0] >= 1.0:
        item = best[1]
        text = item.text if len(item.text) <= TITLE else with_short_name(stage, item.text)
        if not holds(text, focus) and not item.stems & set(focus.stems):
            for form in (text, with_short_name(stage, text)):
                labelled = f"{capitalize_first(focus.text)} : {lower_known(stage, form)}"
                if len(labelled) <= TITLE + (TOLERANCE if item.family in FACTS else 0):
                    return labelled, item.sources, item.family
        return text, item.sources, item.family
    others = [p for p in secondary if not set(p.stems) & set(focus.stems)]
    text = capitalize_first(focus.text)
    if others and len(text) + 3 + len(others[0].text) <= TITLE:
        text = f"{text} : {others[0].text}"
    return text, tuple(prose[:1]), "keyphrase"


def with_short_name(stage: Stage, text: str) -> str:
    """A text with the person that it opens on called by the last name, where the source calls them so too."""
    for entity in stage.analysis.entities:
        last = entity.name.split()[-1] if entity.name else ""
        if entity.label == "PER" and text.startswith(f"{entity.name} ") and last in entity.aliases:
            return last + text[len(entity.name) :]
    return text


def opening_facts(stage: Stage, facts: Sequence[Headline]) -> tuple[str, ...]:
    """The facts of the first sentences, which tell what the whole article is about; none with a pronoun or a day."""
    prose = [s.id for s in stage.analysis.source.sentences if stage.analysis.source.block_of(s).kind == "paragraph"]
    own = [fact for fact in facts if fact.sources[0] in prose[:OPENING] and not WEEKDAY_RE.search(fact.text)]
    return tuple(lower_known(stage, fact.text) for fact in own if not fact.text.startswith(("Je ", "J’", "Nous ")))


def title_worth(item: Candidate, themes: Sequence[Keyphrase], rank: int, led: bool) -> float:
    """What a candidate is worth as the title of the whole article."""
    total = 0.0
    for k, phrase in enumerate(themes):
        share = len(item.stems & set(phrase.stems)) / max(1, len(phrase.stems))
        total += share * (2.0 if k == 0 else 0.8)
    total += {"clause": 0.9, "nominalisation": 0.6, "figure": 0.6, "definition": 0.3}.get(item.family, 0.0)
    total += 0.5 * (rank == 0) + 0.3 * led - 0.08 * rank + item.bonus
    return total - 0.6 * (len(item.stems) < 3) - 0.4 * item.attributed


def holds(text: str, phrase: Keyphrase) -> bool:
    """Whether a text holds a keyphrase, whatever its inflection."""
    return bool(phrase.stems) and bool(find_phrase(text, phrase.stems))


NEWS: Final = 0.5
"""Share of the words of a title that a fact told instead of it must have."""


def tells(fact: str, title: str, focus: Keyphrase) -> bool:
    """Whether a fact tells the news of a title, the keyphrase aside: half of its words at least.

    >>> bridge = Keyphrase("pont Bel", "", ("pont", "bel"), 1.0, "noun")
    >>> [tells(fact, "Pont Bel : réouverture lundi", bridge) for fact in ("Le pont rouvre lundi", "Le pont est vieux")]
    [True, False]
    """
    wanted = frozenset(stems(title)) - frozenset(focus.stems)
    return len(wanted & frozenset(stems(fact))) >= NEWS * len(wanted)


SEAM_RE: Final = re.compile(r",\s|\s(?:après|avant|dans|à|au|aux|en|sur|pour|avec|par|chez|depuis)\s")
"""Where what follows the subject of a headline may be cut; never « dont », which corrects what precedes."""
LEAST_TOLD: Final = 3
"""Content words that must be left after the subject."""


def under_label(label: str, rest: str) -> str:
    """A headline that keeps the subject it opens on, « Crue de l’Aubron : … », with as much of its end as fits.

    >>> under_label("Crue de l’Aubron", "cent quarante personnes évacuées, deux ponts coupés au trafic")
    'Crue de l’Aubron : cent quarante personnes évacuées'
    """
    for found in reversed(list(SEAM_RE.finditer(rest))):
        head = rest[: found.start()]
        if rest[found.end() :].startswith("dont "):
            continue
        option = f"{label} : {head}"
        if fits(option) and len(stems(head)) >= LEAST_TOLD and not hanging(head.split()) and paired(head):
            return option
    return ""


def meta_title(title: str, focus: Keyphrase, facts: Sequence[str] = (), *, own: str = "") -> str:
    """The title for search results: the H1 where it fits and has a word of the keyphrase, else the keyphrase before it.

    Where the H1 fits, nothing that loses one of its names is taken for it. The keyphrase is put first only where the
    title has none of its words: « Piste cyclable : la piste rouvre » would stammer. Failing that, one of *facts*, which
    the text opens on, is taken where it opens on the keyphrase or may follow it. *own* is the headline of the source.
    """
    label = LABEL_RE.match(title)
    bare = capitalize_first(title[label.end() :]) if label else title
    forms = (title, bare, unlabelled(bare), named_in_full(bare, focus), named_in_full(unlabelled(bare), focus))
    options = [form for form in dict.fromkeys(forms) if form and opens_on(form, focus)]
    options += [form for form in (without_aside(o) for o in options) if form not in options]
    options += labelled_titles(title, bare, focus)
    options += before_its_aim(title[label.end() :] if label else title, focus)
    options += [capitalize_first(fact) for fact in facts if opens_on(fact, focus) and tells(fact, title, focus)]
    whole = fits(title)
    if not whole and not frozenset(focus.stems) & frozenset(stems(title)):
        options += [f"{capitalize_first(focus.text)} : {fact}" for fact in facts[:1] if strange(fact, focus)]
    for option in options:
        # a name made up for the thing tells more than the country that files it
        told = bare if COINED_RE.search(focus.text) and option.startswith(capitalize_first(focus.text)) else title
        if fits(option) and keeps(told, option):
            return option
    if whole:
        return title
    short = next((option for option in tightened(title) if fits(option)), "")
    if short:
        return short
    filed = label is not None and not is_theme(label[1])
    if label is not None and filed and (kept := under_label(label[1], title[label.end() :])):
        return kept
    for option in (*tightened(title), *tightened(bare), *options):
        if fits(option):
            return placed(option, own)
    if fits(bare) and len(bare) >= SHORTEST:
        return placed(bare, own)
    for option in options:
        shorter = fitted(option)
        if len(shorter) > MOSTLY * len(option) and opens_on(shorter, focus):
            return placed(shorter, own)
    for option in (bare, unlabelled(bare)):
        if fits(option):
            return option
    cut = [fitted(option) for option in ((title, bare) if holds(title, focus) else (bare,))]
    return placed(max(cut, key=lambda option: len(LABEL_RE.sub("", option))), own)


def completed(title: str, sentences: Sequence[str], facts: Sequence[str] = ()) -> str:
    """A title that is but a name, with what the text says it is, or a fact that opens on it; else as it is.

    *sentences* are those that open the text.

    >>> completed("Anne Roy", ["Anne Roy (née Le Bihan) est une navigatrice bretonne née en 1970."])
    'Anne Roy : navigatrice bretonne'
    >>> completed("Les marées", ["Le port dort."], ["les marées sont dues à la Lune et au Soleil"])
    'Les marées sont dues à la Lune et au Soleil'
    >>> completed("Le port rouvre enfin", ["Le port rouvre enfin après un an."])
    'Le port rouvre enfin'
    """
    if len(title) >= BARE_NAME or re.search(r"[:?!«»,.]", title):
        return title
    flat = title.replace("'", "’").lower()
    for sentence in sentences[:EARLY]:
        text = " ".join(sentence.replace("'", "’").split())
        found = DEFINED_RE.match(text[len(title) :]) if text.lower().startswith(flat) else None
        if found and len(found["what"]) >= LEAST_SAID and fits(form := f"{title} : {found['what'].strip()}"):
            return form
    for fact in facts:
        told = re.match(rf"{re.escape(flat)} (?:a|ont|(est|sont)) (\w+é[es]*\b)?", fact.replace("'", "’").lower())
        if told and fits(fact):
            return capitalize_first(fact)
        if told and told[1] and told[2] and fits(form := f"{title}, {fact[told.start(2) :]}"):
            return form
    return title


def fits(title: str) -> bool:
    """Whether a title holds in the width of search results."""
    return bool(title) and pixels(typeset(title)) <= META_WIDTH


def labelled_titles(title: str, bare: str, focus: Keyphrase) -> list[str]:
    """« Sujet : titre », whole or without the clause after its comma; none where the title holds the keyphrase."""
    if not focus.text or holds(title, focus):
        return []
    own, theirs = frozenset(focus.stems), frozenset(stems(bare))
    if own & theirs:
        return []  # it would stammer
    first = re.split(r"[\s’']", bare, maxsplit=1)[0]
    elided = bare[1:2] in "’'" or bare[2:3] in "’'"
    small = bool(LABEL_RE.match(title)) and f": {bare[:1].lower()}{bare[1:]}" in title  # as its source has it
    rest = lower_first(bare) if small or elided or common_word(first) or first.lower() in SMALL else bare
    whole = f"{capitalize_first(focus.text)} : {rest}"
    comma = whole.rfind(", ")
    forms = [whole, whole[:comma]] if comma > SHORTEST else [whole]
    return list(dict.fromkeys([*forms, re.sub(r" : une? (?=\S)", " : ", whole, count=1)]))


def before_its_aim(title: str, focus: Keyphrase) -> list[str]:
    """« Sujet : titre », less the aim of the title, where the subject is what the aim bears on; or none.

    « Digues : la ville intensifie les travaux » of « La ville intensifie les travaux pour consolider les digues ».
    """
    head, pour, aim = title.partition(" pour ")
    if not pour or not holds(aim, focus) or frozenset(focus.stems) & frozenset(stems(head)):
        return []
    first = re.split(r"[\s’']", head, maxsplit=1)[0]
    return [f"{capitalize_first(focus.text)} : {lower_first(head) if common_word(first) else head}"]


def opens_on(title: str, focus: Keyphrase) -> bool:
    """Whether a title opens on the keyphrase, an article aside."""
    flat = ARTICLE_RE.sub("", title.lower().replace("'", "’"))
    return bool(focus.text) and flat.startswith(focus.text.lower().replace("'", "’"))


def strange(fact: str, focus: Keyphrase) -> bool:
    """Whether a fact has no word of the keyphrase, so that it may follow it."""
    return bool(focus.text) and not frozenset(focus.stems) & frozenset(stems(fact))


def named_in_full(title: str, focus: Keyphrase) -> str:
    """« PSA va supprimer… » as « PSA Peugeot Citroën va supprimer… », where that is the keyphrase; else ""."""
    first, _, rest = title.partition(" ")
    words = focus.text.split()
    if len(words) < 2 or first != words[0] or not first[:1].isupper() or rest.startswith(words[1]):
        return ""
    return f"{focus.text} {rest}"


def slug(title: str, focus: Keyphrase) -> str:
    """The page's slug: the title's, with the keyphrase where the title lacks it: in the place of its head, or before.

    A question that the title ends on, « que j’aie jamais eu », and the theme before its colon are left out.

    >>> slug("Un nouveau phare pour le port", Keyphrase("phare maritime", "", (), 1.0, "noun"))
    'nouveau-phare-maritime-port'
    """
    told = ASKED_END_RE.sub("", EVER_RE.sub("", title)) or title
    wanted = slugify(focus.text)
    own = set(wanted.split("-")) - {""}
    label = LABEL_RE.match(told)
    if label and is_theme(label[1]) and not own & set(slugify(label[1]).split("-")):
        told = told[label.end() :]
    found = slugify(told, max_length=len(told) * 2 + 1)
    words = found.split("-")
    if own and not own <= set(words):
        head = wanted.split("-")[0]
        rest = [word for word in words if word and (word not in own or word == head)]
        whole = "-".join(wanted if word == head else word for word in rest)
        whole = whole if head in rest else "-".join([wanted, *rest])
        fit = len(whole) <= SLUG or not own & set(words)
        found = whole if fit else "-".join(words)
    return shorten(found, SLUG) or slugify(focus.text, drop_function_words=False)
