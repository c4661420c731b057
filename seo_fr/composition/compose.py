"""An analysed source becomes a draft: outline, blocks, choice, gate, typography."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from seo_fr.composition import background as concepts_block
from seo_fr.composition.acronyms import beside_names
from seo_fr.composition.body import passages
from seo_fr.composition.brief import BlockDraft, Brief, Option, laid_out
from seo_fr.composition.choose import Budget, Chooser
from seo_fr.composition.essentials import essentials
from seo_fr.composition.faq import faq, in_list, unheaded
from seo_fr.composition.figures import figures
from seo_fr.composition.gate import Gate
from seo_fr.composition.landmarks import landmarks
from seo_fr.composition.lead import after_dateline, lead_pieces, lead_sentences
from seo_fr.composition.overlap import Repetition
from seo_fr.composition.people import people
from seo_fr.composition.quotations import quotations
from seo_fr.composition.seo_title import keyphrase_first, opening_words
from seo_fr.composition.sources import sources
from seo_fr.composition.sums import sum_notes
from seo_fr.composition.templates import Filters, Templates, environment
from seo_fr.composition.timeline import timeline
from seo_fr.composition.unknowns import unknowns
from seo_fr.french import a, capitalize_first, count_words, de, enumerate_fr, que, typeset
from seo_fr.french.slug import unique_anchor
from seo_fr.model import Analysis, Draft, Heading, Keyphrase, Meta, Note, Passage, Piece, Section
from seo_fr.resources.knowledge import load_concepts
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.headline import fact_headings
from seo_fr.settings import Settings
from seo_fr.topics.concepts import find_concepts
from seo_fr.topics.focus import with_article
from seo_fr.topics.heading_families.nominals import event_nouns
from seo_fr.topics.headings import Headline, article_heads, outline
from seo_fr.topics.matching import find_phrase
from seo_fr.topics.matching import stems as word_stems
from seo_fr.topics.sections import PlannedSection

FILTERS: Filters = {"de": de, "a": a, "que": que, "enumerate": enumerate_fr, "capitalize_first": capitalize_first}
BEFORE_BODY = ("essentials",)
AFTER_BODY = ("figures", "dates", "landmarks", "people", "sources", "quotations", "background", "faq", "unknowns")
NAMED = (
    "faq",
    "essentials",
    "figures",
    "landmarks",
    "sources",
    "dates",
    "people",
    "quotations",
    "background",
)
"""Blocks whose heading may name the keyphrase, the most natural first."""
WITHIN = frozenset({"faq", "essentials", "figures", "landmarks", "sources", "dates", "background"})
"""Those whose heading may hold it inside a phrase: « La hausse des prix en chiffres »."""
LONGEST_HEADING = 70
MOST_NAMED = 3
TOLD = 0.3
"""Worth that a question loses for each time its source sentence was told."""
MOST_QUESTIONS = 5
"""More read as a form filled in."""
LEAST_NAMED = 0.3
"""Share of the headings below the first that are to hold the keyphrase."""
RESTATING = ("people", "dates", "figures", "landmarks", "sources", "quotations")


def compose(
    analysis: Analysis,
    focus: Keyphrase,
    secondary: Sequence[Keyphrase],
    *,
    settings: Settings,
    min_words: int,
    phrases: Sequence[Keyphrase] = (),
) -> Draft:
    """Write the article. *phrases* is the whole ranking that *focus* and *secondary* were chosen from."""
    ctx = Context.of(analysis)
    lead = lead_sentences(ctx)
    facts = fact_headings(ctx, range(len(ctx.sentences)))
    heads = article_heads(analysis, focus, secondary, lead=lead, facts=facts)
    plan, titles = planned(analysis, focus, secondary, lead, heads.title, facts)
    brief = Brief(
        ctx,
        focus,
        tuple(secondary),
        find_concepts(analysis, load_concepts(settings.glossary), keyphrases=(focus, *secondary)),
        tuple(section.sentences for section in plan),
        Templates(environment(settings.templates, FILTERS), settings.seed + turn_of(focus)),
        settings,
        min_words,
        tuple(phrases),
    )
    gate = Gate.of(analysis)
    unknown = unknowns(brief) if "unknowns" in settings.blocks else None
    body = [
        Section(heading_of(title, section.level), passages(ctx, section.sentences, full=not lead), "body")
        for section, title in zip(plan, titles, strict=True)
    ]
    if not lead:
        body = dated_first(ctx, body)
    opening = Section(Heading(1, heads.title, "", heads.sources, heads.operation), lead_passages(ctx, lead), "lead")
    chosen = choose(brief, gate, [opening, *body], unknown)
    before = [section for name in BEFORE_BODY if name in chosen for section in chosen[name]]
    after = [section for name in AFTER_BODY if name in chosen for section in chosen[name]]
    sections = finished(beside_names(named(brief, [opening, *before, *body, *after])), settings)
    meta_title = keyphrase_first(heads.meta_title, heads.title, focus, facts, opening_words(ctx, phrases))
    return Draft(
        sections[0].heading.text,
        Meta(typeset(meta_title, settings.locale), typeset(heads.description, settings.locale), heads.slug),
        sections,
        focus,
        tuple(secondary),
        tuple(sum_notes(ctx)),
    )


def turn_of(focus: Keyphrase) -> int:
    """Where the variants of a template family start for a subject: articles differ, the same one never does."""
    return sum(map(ord, "".join(sorted(focus.stems))))


def planned(
    analysis: Analysis,
    focus: Keyphrase,
    secondary: Sequence[Keyphrase],
    exclude: Sequence[int],
    title: str,
    facts: Sequence[Headline],
) -> tuple[list[PlannedSection], list[Headline]]:
    """The sections of the body and their headings, chosen together."""
    pairs = outline(analysis, focus, secondary, exclude=exclude, title=title, more=facts)
    return [section for section, _ in pairs], [heading for _, heading in pairs]


def heading_of(title: Headline, level: int) -> Heading:
    """A heading of the body, its anchor still to come."""
    return Heading(level, title.text, "", title.sources, title.operation)


def dated_first(ctx: Context, body: list[Section]) -> list[Section]:
    """The body with the dateline of its source before its first sentence, where there is no chapô to hold it."""
    if not body or not body[0].passages or body[0].passages[0].kind != "paragraph":
        return body
    paragraph = body[0].passages[0]
    opened = replace(paragraph, pieces=(after_dateline(ctx, paragraph.pieces[0]), *paragraph.pieces[1:]))
    return [replace(body[0], passages=(opened, *body[0].passages[1:])), *body[1:]]


def lead_passages(ctx: Context, lead: tuple[int, ...]) -> tuple[Passage, ...]:
    """The chapô as one paragraph."""
    pieces = lead_pieces(ctx, lead)
    return (Passage("paragraph", pieces),) if pieces else ()


def choose(
    brief: Brief, gate: Gate, laid: Sequence[Section], unknown: BlockDraft | None
) -> Mapping[str, tuple[Section, ...]]:
    """The blocks around the body, within the budget."""
    settings = brief.settings
    spent = Budget(
        brief.min_words,
        round(brief.min_words * (1 + settings.overshoot)),
        settings.background_share,
        settings.framing_share,
    )
    repetition = Repetition()
    for section in laid:
        for piece in section.pieces:
            spent.spent[piece.origin] += count_words(piece.text)
            repetition.add(piece.text)
    chooser = Chooser(gate, spent, repetition)
    allowed = set(settings.blocks)
    if {"figures", "dates"} <= allowed:
        allowed.add("landmarks")
    out: dict[str, tuple[Section, ...]] = {}
    drafts = {
        "essentials": essentials(brief),
        "people": people(brief),
        "dates": timeline(brief),
        "figures": figures(brief),
        "landmarks": landmarks(brief),
        "sources": sources(brief),
        "quotations": quotations(brief, [p.text for s in laid for p in s.pieces if p.operation == "quote.set_off"]),
        "unknowns": unknown,
    }
    chosen: dict[str, tuple[Option, ...]] = {}
    for name in ("unknowns", "essentials"):
        block = drafts[name]
        if name in allowed and block is not None:
            titles = [section.heading.text for section in laid if section.block == "body"]
            chosen[name] = chooser.fill(unheaded(block, titles) if name == "essentials" else block)
    for name in RESTATING:
        block = drafts[name]
        if name == "landmarks" and (chosen.get("dates") or chosen.get("figures")):
            continue  # both have their place
        if name in allowed and block is not None and spent.total < spent.least:
            chosen[name] = chooser.fill(block)
    concepts = list(concept_options(brief)) if "background" in allowed else []
    told: list[Option] = []
    # what the article answers goes before what it leaves to general knowledge
    questions = faq(brief, concepts[:1], chooser.fits) if "faq" in allowed else None
    if questions is not None:
        rows = [p.text for name in RESTATING for o in chosen.get(name, ()) for p in o.pieces]
        questions = replace(questions, options=fresh(questions.options, chooser, concepts, rows))
    if questions is not None and spent.total < spent.least:
        headings = [section.heading.text for section in laid]
        drafts["faq"] = listed = in_list(unheaded(questions, headings))
        chosen["faq"] = chooser.fill(listed, most=MOST_QUESTIONS)
    tell(chooser, concepts, told)
    for name, block in drafts.items():
        if block is not None and chosen.get(name):
            out[name] = (block_section(block, chosen[name]),)
    if told:
        out["background"] = concepts_block.sections(brief, told)
    return out


HEAVY_RE = re.compile(r"^Pourquoi est-ce\b")
"""How nobody writes: a subject of unknown gender leaves no other turn, and the question is not asked."""
NUMBER_RE = re.compile(r"\d+(?:[\s.]\d{3})*(?:,\d+)?")


def tabled(option: Option, shown: Collection[str]) -> bool:
    """Whether all that a question is answered with are numbers which a table gives."""
    numbers = {n for piece in option.pieces for n in NUMBER_RE.findall(piece.text)}
    return bool(numbers) and numbers <= set(shown) and option.heading.startswith(("Combien", "Quel", "De combien"))


def fresh(
    options: Sequence[Option], chooser: Chooser, concepts: Sequence[Option], rows: Sequence[str] = ()
) -> tuple[Option, ...]:
    """The questions, those last whose answer a block has given; none that the *rows* of a table answer already.

    No definition when concepts have their own place.
    """
    shown = {n for text in rows for n in NUMBER_RE.findall(text)}
    kept = [
        o
        for o in options
        if not (concepts and o.pieces[0].origin == "background")
        and not HEAVY_RE.search(o.heading)
        and not tabled(o, shown)
    ]
    uses = [max((chooser.uses[sid] for piece in o.pieces for sid in piece.sources), default=0) for o in kept]
    return tuple(replace(o, worth=o.worth - TOLD * n) for o, n in zip(kept, uses, strict=True))


def concept_options(brief: Brief) -> tuple[Option, ...]:
    """The concepts, best first."""
    block = concepts_block.background(brief)
    return block.options if block is not None else ()


def tell(chooser: Chooser, waiting: list[Option], told: list[Option]) -> None:
    """Explain concepts while the article is short and the background budget lasts."""
    for option in list(waiting):
        if len(told) >= concepts_block.MOST or chooser.budget.total >= chooser.budget.least:
            return
        fitting = next((o for o in (option, *concepts_block.lighter(option)) if chooser.fits(o)), None)
        if fitting is not None:
            chooser.take(fitting)
            told.append(fitting)
            waiting.remove(option)


def block_section(block: BlockDraft, options: Sequence[Option]) -> Section:
    """A block under its heading."""
    return Section(Heading(2, block.headings[0], "", (), "label"), laid_out(block, options), block.name)


def named(brief: Brief, sections: Sequence[Section]) -> list[Section]:
    """The sections, the keyphrase put into the headings of a few blocks when too few headings hold it.

    Three headings in ten of levels 2 and 3 are to hold it, which search tools ask for; never over half of those of
    level 2, where it would grate; before a colon, « Sujet : à retenir », in one of three at most.
    """
    out = list(sections)
    stems = brief.keyphrase.stems
    below = [section for section in out if section.heading.level > 1]
    holding = [s for s in below if find_phrase(s.heading.text, stems)]
    level2 = [section for section in below if section.heading.level == 2]
    room = len(level2) // 2 - sum(s.heading.level == 2 for s in holding)
    labels = max(1, len(level2) // 3) - sum(s.heading.level == 2 and " : " in s.heading.text for s in holding)
    wanted = min(MOST_NAMED, room, math.ceil(LEAST_NAMED * len(below)) - len(holding))
    topic = capitalize_first(brief.keyphrase.text)
    full = with_article(brief.ctx.analysis, brief.keyphrase)
    happens = bool(event_nouns() & set(brief.keyphrase.text.lower().split()[:1]))
    for name in NAMED:
        for k, section in enumerate(out):
            if wanted <= 0:
                return out
            if section.block != name or section.heading.level != 2 or section in holding:
                continue
            if name == "background" and section.passages[0].kind == "paragraph":
                continue  # its heading names the one concept that it explains
            if name in {"figures", "landmarks"} and not (happens or told_of(section, stems)):
                continue  # « Human Rights Watch en chiffres », over what a report of it counts
            if name == "faq" and not asked_about(section, stems):
                continue  # too few questions are about the subject
            if name == "background" and not happens and brief.keyphrase.text[0].isupper():
                continue  # « Marie Curie : les mots à connaître », of words that are none of hers
            fits = name in WITHIN and (name != "background" or happens)  # one understands a rise, not a bridge
            inside = brief.templates.pick(f"{name}_heading_within", full=full) if fits and full else ""
            text = inside if 0 < len(inside) <= LONGEST_HEADING else ""
            if not text and labels > 0:
                text = brief.templates.pick(f"{name}_heading_topic", topic=topic)
                labels -= bool(text)
            if text:
                out[k] = replace(section, heading=replace(section.heading, text=text))
                wanted -= 1
    return out


def told_of(section: Section, stems: Sequence[str]) -> bool:
    """Whether a word of the subject stands in a third of the rows of a table at least."""
    rows = [piece for piece in section.pieces if piece.origin != "framing"]
    return 3 * sum(bool(set(stems) & set(word_stems(piece.text))) for piece in rows) >= len(rows)


def asked_about(section: Section, stems: Sequence[str]) -> bool:
    """Whether a word of the subject stands in a third of the questions at least, or in their answers."""
    held: list[bool] = []
    for piece in section.pieces:
        named_here = bool(set(stems) & set(word_stems(piece.text)))
        if piece.operation == "question":
            held.append(named_here)
        elif held:
            held[-1] = held[-1] or named_here
    return 3 * sum(held) >= max(1, len(held))


def finished(sections: Sequence[Section], settings: Settings) -> tuple[Section, ...]:
    """Typography and anchors, last and once."""
    taken: set[str] = set()
    out = []
    for section in sections:
        text = typeset(section.heading.text, settings.locale)
        anchor = ""
        if section.heading.level > 1:
            anchor = unique_anchor(text, taken)
            taken.add(anchor)
        heading = replace(section.heading, text=text, anchor=anchor)
        out.append(Section(heading, tuple(set_passage(p, settings) for p in section.passages), section.block))
    return tuple(out)


def set_passage(passage: Passage, settings: Settings) -> Passage:
    """A passage with its typography."""
    return replace(
        passage,
        pieces=tuple(set_piece(p, settings) for p in passage.pieces),
        cite=typeset(passage.cite, settings.locale),
    )


def set_piece(piece: Piece, settings: Settings) -> Piece:
    """A piece with its typography."""
    return replace(
        piece,
        text=typeset(piece.text, settings.locale),
        cells=tuple(typeset(cell, settings.locale) for cell in piece.cells),
    )


__all__ = ["Note", "compose"]
