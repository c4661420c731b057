"""Questions and answers: what a reader would ask, answered by the source or by the knowledge base."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from seo_fr.composition import answers
from seo_fr.composition import background as concepts
from seo_fr.composition.answer_worth import given, mirrors, same_as_heading
from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.figures import figures
from seo_fr.composition.gate import Gate
from seo_fr.composition.lead import lead_sentences
from seo_fr.composition.overlap import Repetition, flat, grams, share
from seo_fr.model import Piece
from seo_fr.rewriting.questions import CONFIDENCE, Question, questions
from seo_fr.topics.matching import find_phrase, stems

NAME = "faq"
LEAST = 2
MOST = 5
MOST_ANSWERS = 6
"""Answers kept for one question, to choose from for variety."""
LEAD = 3
"""Last of the sentences that tell the main facts."""
COMING = frozenset({"next", "when"})
"""Kinds of which one is asked of a sentence."""
MOST_ALIKE = 2
"""Questions of one kind."""
HALF = 0.5
"""Most runs of four words that an answer may share with its question, which is a sentence of the page too."""
SHORTEST = 3
"""Words of the first sentence of an answer."""
BARE = 7
"""Words under which an answer that nothing completes says too little."""
SHORT = 9
"""Words under which an answer rather completes another."""
FULLER = 1.3
"""How much longer an answer may be than one preferred to it for the sake of variety."""
KEPT = 3
"""Questions that are not used up to complete others."""
TRIVIAL = 0.85
"""Share of the words of a question and its answer that may stand in the headline."""
STEM = 6
"""Letters by which a word is compared with those of the headline."""
HEADED = 0.8
"""Share of the words of a question and its answer that may stand in one heading."""
ASKING = frozenset(
    {
        "combien",
        "pourquoi",
        "quand",
        "comment",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "elle",
        "elles",
        "qu",
        "est",
        "pour",
    }
)
REFUSED_RE = re.compile(
    r"\b(?:après|avant|depuis) (?:une?|deux|trois|quelques|plusieurs|cette?|son|sa|ses)\b|"
    r"\btoutes? \d|\b(?:derni|prochain)\w+ (?:ans?|années?|mois|jours)\b"
)
SHORT_LOSS = 0.15
"""Worth lost by an answer under six words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the answer retained."""

    question: Question
    option: Option
    others: tuple[Option, ...] = ()
    """The same question with further answers that fit."""


def faq(brief: Brief, told: Sequence[Option], fits: Callable[[Option], bool] | None = None) -> BlockDraft | None:
    """The questions that are not answered elsewhere in the article; None under two.

    *told*: the concepts already explained. *fits*: whether an option may be said on the page as it stands; without it,
    an answer is compared with the source alone.
    """
    if brief.mourning:
        return None
    taken = {option.pieces[0].cells[0] for option in told}
    test = fits or alone(brief)
    options = [asked.option for asked in ordered(completed(brief, varied(sourced(brief, test)), test))]
    for rank, match in enumerate(brief.concepts):
        question = concepts.question(match.concept)
        if match.concept.term in taken or not question:
            continue
        options.append(Option(concepts.explained(match.concept), 0.2 - 0.01 * rank, 1000 + rank, question))
    if len(options) < LEAST:
        return None
    headings = brief.templates.all("faq_heading", topic=brief.keyphrase.text)
    return BlockDraft(NAME, headings, "paragraph", tuple(options), LEAST, MOST, ordered=False)


def unheaded(block: BlockDraft, headings: Sequence[str]) -> BlockDraft:
    """The block without what a heading of the article has told in the same words."""
    told = [set(stems(text)) for text in headings]
    options = []
    for option in block.options:
        mine = set(stems(" ".join([option.heading, *(piece.text for piece in option.pieces)])))
        if not any(len(mine & heading) >= HEADED * len(mine) for heading in told):
            options.append(option)
    return replace(block, options=tuple(options))


def in_list(block: BlockDraft) -> BlockDraft:
    """The block as a list of questions in bold, each with its answer after it.

    Answers are a line or two long: under a heading each, they would make a page of headings.
    """
    options = []
    for option in block.options:
        sources = tuple(dict.fromkeys(sid for piece in option.pieces for sid in piece.sources))
        asked = Piece(option.heading, "framing", sources, "question", CONFIDENCE, cells=(option.heading,))
        answer = (replace(piece, cells=()) for piece in option.pieces)
        options.append(replace(option, pieces=(asked, *answer)))
    return replace(block, kind="terms", options=tuple(options))


def alone(brief: Brief) -> Callable[[Option], bool]:
    """A test against the source, for want of the page."""
    gate = Gate.of(brief.ctx.analysis)
    seen = Repetition()
    for sentence in brief.ctx.sentences:
        seen.add(sentence.text)

    def fits(option: Option) -> bool:
        return not any(gate.faults(piece) or seen.repeats(piece.text) for piece in option.pieces)

    return fits


def sourced(brief: Brief, fits: Callable[[Option], bool]) -> list[Asked]:
    """The questions that the source answers, each with the first of its answers that fits, the best first.

    Where two sentences answer one and the same question, the second one completes the first.
    """
    found: dict[str, Asked] = {}
    said = told_above(brief)
    for question in questions(brief.ctx):
        texts = (
            t
            for t in question.answers
            if answers.days_told(brief.ctx, t)
            and (question.kind in answers.RECAST or answers.complete(brief.ctx, t, question.sources))
            and (
                question.kind in answers.RECAST
                or answers.elliptic(t)
                or not answers.restated(brief.ctx, t, question.sources)
            )
            and not mirrors(question.kind, question.text, t)
            and not given(question.text, t, said)
            and not same_as_heading(question.kind, t, brief.ctx.sentence(question.sources[0]).text)
        )
        made = (followed(brief, question, o, fits) for t in texts if (o := option_of(brief, question, t)) and fits(o))
        options = tuple(islice(made, MOST_ANSWERS))
        if not options or refused(question.text) or trivial(brief, question, options[0]):
            continue
        before = found.get(question.text)
        if before is None:
            found[question.text] = Asked(question, options[0], options[1:])
            continue
        first, second = before.option.pieces[0], options[0].pieces[0]
        if len(before.option.pieces) == 1 and not answers.alike(first.text, second.text):
            second = replace(second, text=answers.taken_up(first.text, second.text))
            found[question.text] = Asked(before.question, replace(before.option, pieces=(first, second)))
    return sorted(found.values(), key=lambda a: (-a.option.worth, a.option.at))


def followed(brief: Brief, question: Question, option: Option, fits: Callable[[Option], bool]) -> Option:
    """An option with the sentences that its question lets follow the answer, as far as they fit."""
    for text, sources in question.then:
        piece = Piece(text, "restated", sources, f"faq.{question.kind}", CONFIDENCE)
        longer = replace(option, pieces=(*option.pieces, piece))
        if answers.days_told(brief.ctx, text) and longer.words <= answers.LONGEST and fits(longer):
            option = longer
    return option


def told_above(brief: Brief) -> list[str]:
    """What the reader has read in full before the questions: the chapô, the headings of the source, the figures."""
    ctx = brief.ctx
    out = [" ".join(ctx.sentence(sid).text for sid in lead_sentences(ctx))]
    out += [s.text for s in ctx.sentences if ctx.source_kind(s.id) == "heading"]
    table = figures(brief)
    out += [p.text for option in table.options for p in option.pieces] if table is not None else []
    return [text for text in out if text]


def refused(question: str) -> bool:
    """Whether a question restricts what it asks by something that its reader cannot know, or only points to.

    >>> refused("Qui dirige le chantier après une année d’études ?"), refused("Qui dirige le chantier ?")
    (True, False)
    """
    return REFUSED_RE.search(question) is not None


def value(one: Asked) -> float:
    """How gladly an answer is used to complete another: most of all one too short to stand alone."""
    return one.option.worth + 2.0 * (one.option.words < SHORT)


def completed(brief: Brief, asked: Sequence[Asked], fits: Callable[[Option], bool]) -> list[Asked]:
    """The answers, each with a second sentence from elsewhere in the article where one belongs with it.

    It comes from what is said on somebody's word, or from the answer to a question that is then not asked: never so
    that fewer than three are left. An answer that stays bare and short is dropped.
    """
    pool = list(answers.statements(brief))
    pool += [
        answers.Statement(o.pieces[0].text, o.pieces[0].sources, one.question.kind, one.question.text, value(one))
        for one in asked
        for o in (one.option, *one.others)[:3]
        if len(one.option.pieces) == 1 and o.words >= one.option.words / FULLER
    ]
    left = [one.question.text for one in asked]
    used: set[str] = set()
    out: list[Asked] = []
    for one in asked:
        if one.question.text in used:
            continue
        others = {sid for o in asked if o is not one for sid in o.question.sources}
        rest = [s for s in pool if s.owner or s.kind in answers.ASIDES or not set(s.sources) & others]
        first = [o.option.pieces[0].text for o in asked if o is not one]
        rest = [s for s in rest if s.owner or not any(answers.alike(s.text, text) for text in first)]
        rest = [s for s in rest if s.owner not in {one.question.text, *used, *(o.question.text for o in out)}]
        if len(left) <= KEPT:
            bare = {o.question.text for o in asked if o.option.words < SHORT} if len(left) > LEAST else set()
            rest = [s for s in rest if not s.owner or s.owner in bare]
        whole = len(one.option.pieces) > 1
        found = None if whole else answers.seconded(brief, one.question.text, one.option, rest, fits)
        if found is not None:
            option, second = found
            out.append(replace(one, option=option))
            pool = [s for s in pool if s.sources != second.sources]
            if second.owner:
                used.add(second.owner)
                left.remove(second.owner)
        else:
            out.append(one)
    return [one for one in out if one.option.words >= BARE]


def option_of(brief: Brief, question: Question, answer: str) -> Option | None:
    """A question with one of its answers; None when the answer is too short to be one."""
    if len(answer.split()) < SHORTEST or share(grams(question.text), grams(answer)) > HALF:
        return None
    piece = Piece(answer, "restated", question.sources, f"faq.{question.kind}", CONFIDENCE)
    return Option((piece,), relevance(brief, question, answer), question.sources[0], question.text)


def relevance(brief: Brief, question: Question, answer: str) -> float:
    """How much the question matters here: its kind, the keyphrases it holds, a full answer."""
    both = f"{question.text} {answer}"
    score = question.worth
    score += 0.3 * bool(find_phrase(both, brief.keyphrase.stems))
    score += 0.1 * (question.sources[0] <= LEAD)
    title = set(stems(brief.ctx.analysis.source.title))
    score += 0.1 * min(2, len(title & set(stems(question.text)))) if title else 0.0
    score += 0.1 * min(2, sum(bool(find_phrase(both, k.stems)) for k in brief.keyphrases[:6]))
    score -= SHORT_LOSS * (len(answer.split()) < 6)
    return round(min(1.0, score / 1.6), 4)


def trivial(brief: Brief, question: Question, option: Option) -> bool:
    """Whether the headline of the source already says it all."""
    title = {w[:STEM] for w in flat(brief.ctx.analysis.source.title)}
    said = [w[:STEM] for w in flat(option.pieces[0].text) if len(w) > 3 or w.isdigit()]
    figures = [w for w in said if w.isdigit()]
    if figures and question.kind in {"count", "measure", "sum"} and all(w in title for w in figures):
        return True  # the headline has the figure
    words = [*said, *(w[:STEM] for w in flat(question.text) if len(w) > 3 and w not in ASKING)]
    return bool(words) and sum(w in title for w in words) / len(words) >= TRIVIAL


def varied(asked: Sequence[Asked]) -> list[Asked]:
    """At most two questions of a kind, one a source sentence where there are enough."""
    kinds: Counter[str] = Counter()
    frames: Counter[str] = Counter()
    sids: Counter[int] = Counter()
    said: list[str] = []
    kept: list[Asked] = []
    for one in asked:
        best = one.option
        if len(best.pieces) == 1:
            full = [o for o in (best, *one.others) if o.words >= best.words / FULLER]
            best = min(full, key=lambda o: frames[frame(o.pieces[0].text)])
        coming = one.question.kind in COMING and any(
            k.question.kind in COMING and k.question.sources[0] == one.question.sources[0] for k in kept
        )
        if coming or kinds[one.question.kind] >= MOST_ALIKE or sids[one.question.sources[0]] >= 2:
            continue
        if any(answers.alike(best.pieces[0].text, other) for other in said):
            continue
        kinds[one.question.kind] += 1
        sids.update(one.question.sources)
        said += [piece.text for piece in best.pieces]
        if frame(best.pieces[0].text):
            frames[frame(best.pieces[0].text)] += 1
        kept.append(replace(one, option=best))
    return kept


def ordered(kept: Sequence[Asked]) -> list[Asked]:
    """The best first, never the same form of question twice running where that can be helped.

    The worth is turned into a rank, so that whoever takes the best first keeps this order.
    """
    waiting = list(kept)
    out: list[Asked] = []
    while waiting:
        last = form(out[-1].question.text) if out else ""
        following = next((k for k in waiting if form(k.question.text) != last), waiting[0])
        waiting.remove(following)
        out.append(following)
    return [replace(one, option=replace(one.option, worth=1.0 - 0.01 * k)) for k, one in enumerate(out)]


def frame(answer: str) -> str:
    """The frame of an answer, where it has one that shows."""
    return next((f for f in answers.FRAMES if f in answer), "")


def form(question: str) -> str:
    """The words that open a question, by which a reader feels sameness.

    >>> form("Qu’est-ce que la mairie ?"), form("Quand ouvre le pont ?")
    ('qu', 'quand')
    """
    return flat(question)[0]
