"""Questions and answers: what a reader would ask, answered by the source or by the knowledge base."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from seo_fr.composition import background as concepts
from seo_fr.composition.brief import BlockDraft, Brief, Option
from seo_fr.composition.gate import Gate
from seo_fr.composition.overlap import Repetition, flat
from seo_fr.model import Piece
from seo_fr.rewriting.questions import CONFIDENCE, Question, questions
from seo_fr.topics.matching import find_phrase

NAME = "faq"
LEAST = 2
MOST = 5
MOST_ANSWERS = 6
"""Answers kept for one question, to choose from for variety."""
FRAMES = ("à l’origine", "expliqu", "cherche", " veut ", " veulent ", "L’objectif")
"""What gives away a frame when it comes twice."""
ALIKE = 0.8
"""Share of its words that an answer may not have in common with another."""
MOST_ALIKE = 2
"""Questions of one kind."""
SHORTEST = 3
"""Words of an answer."""
TRIVIAL = 0.85
"""Share of the words of a question and its answer that may stand in the headline."""
STEM = 6
"""Letters by which a word is compared with those of the headline."""
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
    options = [asked.option for asked in varied(sourced(brief, fits or alone(brief)))]
    for rank, match in enumerate(brief.concepts):
        question = concepts.question(match.concept)
        if match.concept.term in taken or not question:
            continue
        options.append(Option(concepts.explained(match.concept), 0.2 - 0.01 * rank, 1000 + rank, question))
    if len(options) < LEAST:
        return None
    headings = brief.templates.all("faq_heading", topic=brief.keyphrase.text)
    return BlockDraft(NAME, headings, "paragraph", tuple(options), LEAST, MOST, ordered=False)


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
    """The questions that the source answers, each with the first of its answers that fits, the best first."""
    found = []
    for question in (*questions(brief.ctx), *roles(brief)):
        made = (o for text in question.answers if (o := option_of(brief, question, text)) and fits(o))
        options = tuple(islice(made, MOST_ANSWERS))
        if options and not trivial(brief, question, options[0]):
            found.append(Asked(question, options[0], options[1:]))
    return sorted(found, key=lambda a: (-a.option.worth, a.option.at))


def option_of(brief: Brief, question: Question, answer: str) -> Option | None:
    """A question with one of its answers; None when the answer is too short to be one."""
    if len(answer.split()) < SHORTEST:
        return None
    piece = Piece(answer, "restated", question.sources, f"faq.{question.kind}", CONFIDENCE)
    return Option((piece,), relevance(brief, question, answer), question.sources[0], question.text)


def relevance(brief: Brief, question: Question, answer: str) -> float:
    """How much the question matters here: its kind, the keyphrases it holds, a full answer."""
    both = f"{question.text} {answer}"
    score = question.worth
    score += 0.3 * bool(find_phrase(both, brief.keyphrase.stems))
    score += 0.1 * min(2, sum(bool(find_phrase(both, k.stems)) for k in brief.keyphrases[:6]))
    score -= SHORT_LOSS * (len(answer.split()) < 6)
    return round(min(1.0, score / 1.3), 4)


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
    """At most two questions of a kind, one a source sentence where there are enough, never the same form twice running.

    The worth is turned into a rank, so that whoever takes the best first keeps this order.
    """
    kinds: Counter[str] = Counter()
    frames: Counter[str] = Counter()
    sids: Counter[int] = Counter()
    answers: list[str] = []
    kept: list[Asked] = []
    for one in asked:
        best = min((one.option, *one.others), key=lambda o: frames[frame(o.pieces[0].text)])
        said = " ".join(flat(best.pieces[0].text))
        if kinds[one.question.kind] >= MOST_ALIKE or sids[one.question.sources[0]] >= 2:
            continue
        if any(alike(said, other) for other in answers):
            continue
        kinds[one.question.kind] += 1
        sids.update(one.question.sources)
        answers.append(said)
        if frame(best.pieces[0].text):
            frames[frame(best.pieces[0].text)] += 1
        kept.append(replace(one, option=best))
    ordered: list[Asked] = []
    while kept:
        last = form(ordered[-1].question.text) if ordered else ""
        following = next((k for k in kept if form(k.question.text) != last), kept[0])
        kept.remove(following)
        ordered.append(following)
    return [replace(one, option=replace(one.option, worth=1.0 - 0.01 * k)) for k, one in enumerate(ordered)]


def alike(one: str, other: str) -> bool:
    """Whether two answers say much the same: the longer holds most words of the shorter.

    >>> alike("le conseil finance le parc", "le conseil finance le parc à moitié"), alike("le maire", "en avril")
    (True, False)
    """
    small, large = sorted((set(one.split()), set(other.split())), key=len)
    return len(small & large) / len(small) >= ALIKE if small else True


def frame(answer: str) -> str:
    """The frame of an answer, where it has one that shows."""
    return next((f for f in FRAMES if f in answer), "")


def form(question: str) -> str:
    """The words that open a question, by which a reader feels sameness.

    >>> form("Qu’est-ce que la mairie ?"), form("Quand ouvre le pont ?")
    ('qu', 'quand')
    """
    return flat(question)[0]


def roles(brief: Brief) -> list[Question]:
    """« Qui est X ? », for a person to whom the source gives a role with its article."""
    ctx = brief.ctx
    out = []
    for entity in ctx.analysis.entities:
        found = [r for r in ctx.analysis.roles if r.entity == entity.id and r.article]
        if entity.label != "PER" or not found or " " not in entity.name:
            continue
        role = found[0]
        article = role.article.lower().replace("'", "’")
        text = f"{entity.name} est {article}{'' if article.endswith('’') else ' '}{role.text}."
        told_of = re.search(r"\b(?:de|du|des)\b|\bd[’']", role.text)
        if len(text.split()) < 6 or role.number == "p" or role.article.lower() == "les" or not told_of:
            continue
        out.append(Question("role", f"Qui est {entity.name} ?", (text,), (role.sentence,), 0.45))
    return out
