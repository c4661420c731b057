"""Questions that a reader of the article would ask, and that one sentence of the source answers.

Each question names its subject in full, keeps the scope in the question or in the answer, and comes with several
wordings of the answer, the fullest first; the caller takes the first that does not echo what is already on the page.

Few are kept: an answer stands in natural order, and tells more than its question and the top of the page do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from seo_fr.french import capitalize_first, de, elide, strip_final
from seo_fr.resources import load_toml
from seo_fr.rewriting.asking import Fact, facts
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint import dangling
from seo_fr.rewriting.question_order import natural
from seo_fr.rewriting.synonyms import reworded

CONFIDENCE = 0.93
LONGEST_QUESTION = 96
"""Characters."""
SHORTEST_QUESTION = 3
KEPT_WORDS = frozenset({"automobile", "compagnie", "firme", "société", "but", "objectif"})
"""Words not to be exchanged here: half of a name, an adjective elsewhere, or a word of the frames."""
LONGEST_ANSWER = 30
"""Words."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what the source answers."""

    kind: str
    """``"when"``, ``"count"``, ``"measure"``, ``"cause"``, ``"aim"``, ``"who"``, ``"what"``, ``"define"``…"""
    text: str
    """With its question mark."""
    answers: tuple[str, ...]
    """Wordings of the answer, with their final stop, the best first."""
    sources: tuple[int, ...]
    """Ids of the source sentences."""
    worth: float
    """How much a reader would want to know, from 0 to 1, whatever the article."""
    then: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Sentences that may follow the answer, in order, each with the ids of its own sources."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question as its rule makes it, before any guard."""

    kind: str
    text: str
    answers: tuple[str, ...]
    worth: float
    also: tuple[int, ...] = ()
    """Ids of further sentences that it draws on."""
    then: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Sentences that may follow the answer, in order, each with the ids of its own sources."""


Rule = Callable[[Context, Fact], Iterator[Draft]]
SentenceRule = Callable[[Context, int], Iterator[Draft]]


@cache
def settings() -> dict[str, Any]:
    """The word lists of the questions."""
    return load_toml("rewriting/questions.toml")


def questions(ctx: Context) -> tuple[Question, ...]:
    """All the questions that the article answers, in its order; none in a register where they are out of place.

    Paragraphs only: what stands in a list or a heading leans on what is around it.
    """
    if ctx.analysis.register & set(settings()["silent_registers"]):
        return ()
    from seo_fr.rewriting.question_amounts import ARTICLE_AMOUNTS
    from seo_fr.rewriting.question_extras import ARTICLE_EXTRAS

    wide = [pair for rule in (*ARTICLE_AMOUNTS, *ARTICLE_EXTRAS) for pair in rule(ctx)]
    found: list[Question] = []
    for sentence in ctx.sentences:
        if ctx.source_kind(sentence.id) == "paragraph":
            found += questions_of(ctx, sentence.id, [draft for sid, draft in wide if sid == sentence.id])
    return tuple(found)


def questions_of(ctx: Context, sid: int, more: Iterable[Draft] = ()) -> tuple[Question, ...]:
    """The questions that one sentence answers; *more*: drafts on it that come of the whole article."""
    from seo_fr.rewriting.question_aims import AIMS, SENTENCE_AIMS
    from seo_fr.rewriting.question_amounts import SENTENCE_AMOUNTS
    from seo_fr.rewriting.question_causes import CAUSES, SENTENCE_CAUSES
    from seo_fr.rewriting.question_changes import SENTENCE_CHANGES
    from seo_fr.rewriting.question_claims import SENTENCE_CLAIMS
    from seo_fr.rewriting.question_counts import SENTENCE_COUNTS
    from seo_fr.rewriting.question_deeds import DEEDS, SENTENCE_DEEDS
    from seo_fr.rewriting.question_denials import SENTENCE_DENIALS
    from seo_fr.rewriting.question_duties import SENTENCE_DUTIES
    from seo_fr.rewriting.question_facts import FACTS, SENTENCE_FACTS
    from seo_fr.rewriting.question_figures import FIGURES
    from seo_fr.rewriting.question_finds import SENTENCE_FINDS
    from seo_fr.rewriting.question_forms import FORMS, SENTENCE_FORMS
    from seo_fr.rewriting.question_grounds import GROUNDS
    from seo_fr.rewriting.question_lists import SENTENCE_LISTS
    from seo_fr.rewriting.question_matters import SENTENCE_MATTERS
    from seo_fr.rewriting.question_meanings import SENTENCE_MEANINGS
    from seo_fr.rewriting.question_measures import MEASURES_OF_FACTS, SENTENCE_MEASURES
    from seo_fr.rewriting.question_moments import SENTENCE_MOMENTS
    from seo_fr.rewriting.question_names import NAMES, SENTENCE_NAMES
    from seo_fr.rewriting.question_next import NEXT
    from seo_fr.rewriting.question_people import PEOPLE, SENTENCE_PEOPLE
    from seo_fr.rewriting.question_reasons import SENTENCE_REASONS
    from seo_fr.rewriting.question_requests import SENTENCE_REQUESTS
    from seo_fr.rewriting.question_saying import SENTENCE_SAYING
    from seo_fr.rewriting.question_terms import SENTENCE_TERMS
    from seo_fr.rewriting.question_views import SENTENCE_VIEWS
    from seo_fr.rewriting.question_works import SENTENCE_WORKS

    rules = (*CAUSES, *DEEDS, *FIGURES, *MEASURES_OF_FACTS, *GROUNDS, *PEOPLE, *FACTS, *NAMES, *NEXT, *FORMS, *AIMS)
    drafts: list[Draft] = list(more)
    for fact in facts(ctx, sid):
        drafts += [replace(d, also=(*d.also, *fact.named_in)) for rule in rules for d in rule(ctx, fact)]
    alone = (
        *SENTENCE_CAUSES,
        *SENTENCE_DEEDS,
        *SENTENCE_MEASURES,
        *SENTENCE_PEOPLE,
        *SENTENCE_FACTS,
        *SENTENCE_NAMES,
        *SENTENCE_AMOUNTS,
        *SENTENCE_FORMS,
        *SENTENCE_AIMS,
        *SENTENCE_SAYING,
        *SENTENCE_REQUESTS,
        *SENTENCE_CHANGES,
        *SENTENCE_WORKS,
        *SENTENCE_CLAIMS,
        *SENTENCE_DENIALS,
        *SENTENCE_DUTIES,
        *SENTENCE_FINDS,
        *SENTENCE_LISTS,
        *SENTENCE_MOMENTS,
        *SENTENCE_MATTERS,
        *SENTENCE_VIEWS,
        *SENTENCE_TERMS,
        *SENTENCE_MEANINGS,
        *SENTENCE_REASONS,
        *SENTENCE_COUNTS,
    )
    drafts += [d for rule in alone for d in rule(ctx, sid)]
    out: dict[str, Question] = {}
    for draft in drafts:
        text = tidy(draft.text)
        answers = tuple(dict.fromkeys(a for d in draft.answers if (a := answer(d)) and sound(taken(a))))
        if not answers or not sound(text) or not askable(text):
            continue
        recast = [r for a in answers if (r := reworded(a, keep=KEPT_WORDS)) != a and sound(taken(r))]
        said = tuple(a for a in dict.fromkeys((*answers, *recast)) if natural(a, ctx.sentence(sid).text))
        if not said:
            continue
        kind = draft.kind
        if text in out:  # two rules, one question: the fuller answers first
            said, kind = tuple(dict.fromkeys(longest_first(out[text].answers, said))), out[text].kind
        then = tuple((a, sids) for t, sids in draft.then if (a := answer(t)) and sound(taken(a)))
        out[text] = Question(kind, text, said, (sid, *draft.also), draft.worth, then)
    return tuple(out.values())


def longest_first(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The answers of two rules to one question, those of the rule whose first answer says more before the rest.

    >>> longest_first(("Le vent.",), ("Le vent du nord.",))
    ('Le vent du nord.', 'Le vent.')
    """
    return (*other, *one) if len(other[0].split()) > len(one[0].split()) else (*one, *other)


def tidy(text: str) -> str:
    """Single spaces, none before a comma."""
    return capitalize_first(re.sub(r"\s+(,|\.(?!\w))", r"\1", " ".join(calm(text).split())))


def calm(text: str) -> str:
    """« le terrible accident » → « l’accident »: no adjective of feeling before its noun.

    >>> calm("La cause du terrible accident"), calm("Le terrible orage"), calm("La terrible crue")
    ('La cause de l’accident', 'L’orage', 'La crue')
    """
    words = "|".join(settings()["pathos"])

    def plain(match: re.Match[str]) -> str:
        article, noun = match["a"], match["n"]
        if article.lower() == "du":
            return de(elide("le", noun))
        if article.lower() in {"le", "la"}:
            return elide(article, noun)
        return f"{article} {noun}"

    return re.sub(rf"\b(?P<a>[Ll]es?|[Ll]a|[Dd]u|[Uu]ne?|[Dd]es) (?:{words}) (?P<n>[^\W\d_]+)", plain, text)


SUPERLATIVE_RE = re.compile(r"(?<=\b[Ll]a )plus |(?<=\b[Ll]e )plus |(?<=\b[Ll]es )plus ")
"""« les plus chaudes », which no « que » has to follow."""


def answer(text: str) -> str:
    """An answer as a sentence; "" when it is cut off or too long.

    >>> answer("le vent et la pluie"), answer("le pont de")
    ('Le vent et la pluie.', '')
    """
    plain = strip_final(tidy(text)).strip(" ,;:")
    compared = SUPERLATIVE_RE.sub("", plain)
    if not plain or dangling(compared) or len(plain.split()) > LONGEST_ANSWER:
        return ""
    return plain if plain.endswith((".", "…")) else f"{plain}."


PRONOUN_RE = re.compile(
    r"(?<![-\w])(?:il|elle|ils|elles|lui|eux|celui|celle|ceux|celles|cela|ça|ceci|cet|cette|ces|ce)(?![\w’'-])",
    re.IGNORECASE,
)
QUESTION_WORD_RE = re.compile(
    r"[Qq]u[’']est-ce qu[ie’']|est-ce qu[e’']|C[’']est|Ce sont| : ce sera(?= l[ea] )| : il s’agit(?= d)|^[Ii]l "
    r"s’agi(?:t|ra)(?= d)|(?<=[;:] )il faut\b|^[Ii]l (?:faut|fallait|faudra)(?: aussi)?\b|"
    r"^Ce sera probablement le cas|^Ce n’est pas un hasard|"
    r"(?<= ; )(?:elle|il)(?= (?:doit|devra|va|peut|pourra) en )|(?<=, soit )\d[\d ,]* fois celle(?= d)",
    re.IGNORECASE,
)
"""Words that point to nothing, or to what the question has just named."""


TAKEN_RE = re.compile(r"(?:^|(?<=^Oui, )|(?<=^Non, )|(?<=^Non : )|(?<=^Selon )|(?<=[;:] ))(?:[Ii]ls?|[Ee]lles?) ")


QUOTED_RE = re.compile(r"« (?:[^\s«»]+ ){0,5}[^\s«»]+ »")
"""A few quoted words, which are in another's voice."""


def taken(text: str) -> str:
    """An answer without the pronoun that opens it, which stands for what its question has just named.

    >>> taken("Elle emporte du sable."), taken("Le vent la porte.")
    ('emporte du sable.', 'Le vent la porte.')
    """
    return TAKEN_RE.sub("", QUOTED_RE.sub("« »", text))


def sound(text: str) -> bool:
    """Whether a text names all that it speaks of, in no one's own voice, and hangs on no day of writing.

    >>> sound("Pourquoi le pont est-il fermé ?"), sound("Elle est fermée depuis hier.")
    (True, False)
    """
    plain = QUESTION_WORD_RE.sub(" ", text.replace("'", "’"))
    if PRONOUN_RE.search(plain):
        return False
    words = settings()["deictics"]
    low = " " + re.sub(r"[^\w’-]+", " ", plain.lower().replace("'", "’")) + " "
    if any(f" {w} " in low for w in words["words"]):
        return False
    tokens = set(re.findall(r"[^\W_]+’?", low))
    if tokens & set(words["persons"]):
        return False
    return text.count("(") == text.count(")") and text.count("«") == text.count("»") and '"' not in text


def askable(text: str) -> bool:
    """Whether a question is neither bare nor too long for a heading.

    >>> askable("Qui finance le théâtre ?"), askable("Pourquoi ?")
    (True, False)
    """
    return len(text) <= LONGEST_QUESTION and len(text.split()) - 1 >= SHORTEST_QUESTION
