"""Headings that keep one term of what the source says in two: a coordination, a contrast, a list."""

from __future__ import annotations

import re
from typing import Final

from seo_fr.model import Sentence, Token
from seo_fr.topics.heading_families.base import Candidate, Stage
from seo_fr.understanding.view import low

LINK: Final = (
    r"(?:puis(?! qu)|ainsi qu|mais(?! n(?:e |['’]))|et non|tandis qu|alors qu|en revanche|et aussi|et surtout|"
    r"alors (?:je|on|il|elle|nous)\b)"
)
FOLLOWED_RE: Final = re.compile(rf"\s*(?:\([^)]*\)\s*)?,?\s*\b{LINK}", re.I)
"""What joins a second term, after an aside or at once."""
AMOUNT_RE: Final = re.compile(r",?\s+(?:et|ou|contre|puis)\s+(?:de\s+|à\s+)?\d")
"""A second amount."""
CUT_AMOUNT_RE: Final = re.compile(r"\b(?:et|ou|contre|puis)\s+(?:de\s+|à\s+)?\d[\d\s,.]*\s?\S*$")
"""A heading that ends on a second amount."""
WHOSE_RE: Final = re.compile(r"\s+(?:pour|chez|dans|en|parmi|au|aux|sur|des?|du)\b", re.I)
CONTRAST_RE: Final = re.compile(r"[,;»]\s+(?:mais|tandis qu|alors qu|en revanche)\b", re.I)
"""What sets the rest of a sentence against its beginning."""
LISTED_RE: Final = re.compile(
    r",\s+(?:le |la |les |l['’]|un |une |des )[^,;.:]+(?:,[^,;.:]+)*?"
    r"\s(?:ou encore|ainsi que|(?:et|ou)(?: enfin)? (?:le|la|les|un|une|des|l)\b)"
)
"""What goes on with a list: a second term and a last one."""
PRECEDED_RE: Final = re.compile(
    r"\b(?P<link>et|ou|ni|ainsi qu(?:e\b|')|mais|comme)\s*"
    r"(?:(?:de|du|des|à|au|aux|par|pour|en|sur|dans|avec)\s+|d')?"
    r"(?:(?:le|la|les|un|une|des|leurs?|ses|sa|son)\s+|l')?$"
)
"""What joins a term to the one before it, up to its noun."""
NOMINAL: Final = frozenset({"noun_phrase", "subject_fact", "keyphrase"})
CLAUSES: Final = frozenset({"clause", "attributed_clause", "sentence"})
SERIES: Final = 3
"""Clauses side by side from which on they are a list."""


def half(stage: Stage, item: Candidate, sentence: Sentence, end: int) -> bool:
    """Whether a heading whose last word ends at *end* keeps one term of what *sentence* joins or sets in contrast."""
    rest = stage.text[end : sentence.end]
    if item.family == "quotation":
        return False
    if FOLLOWED_RE.match(rest) or (any(c.isdigit() for c in item.text) and AMOUNT_RE.match(rest)):
        return True
    if item.family in NOMINAL and (CONTRAST_RE.search(rest) or LISTED_RE.match(rest)):
        return True
    return second_term(stage, item, sentence) or late_in_series(stage, item, sentence)


def cut_amount(stage: Stage, item: Candidate, end: int) -> bool:
    """« 86 % dans l’ensemble et 71,8 % », of something the source goes on to name."""
    return CUT_AMOUNT_RE.search(item.text) is not None and WHOSE_RE.match(stage.text, end) is not None


def second_term(stage: Stage, item: Candidate, sentence: Sentence) -> bool:
    """Whether a noun phrase is what « et », « ainsi que », « mais » add to another, not the subject of a clause."""
    if item.family not in NOMINAL:
        return False
    head = next((t for t in stage.view.of_sentence(sentence.id) if t.lemma == item.head and named(item, t)), None)
    if head is None:
        return False
    before = stage.text[sentence.start : head.start].lower().replace("’", "'")
    if CONTRAST_RE.search(before):
        return True
    found = PRECEDED_RE.search(before)
    if found is None:
        return False
    subject = head.dep.startswith("nsubj") and found["link"] in {"et", "mais"}
    return not subject


def named(item: Candidate, token: Token) -> bool:
    """Whether a heading holds a word as the source writes it."""
    return low(token.text) in re.findall(r"[\w-]+", item.text.lower())


def late_in_series(stage: Stage, item: Candidate, sentence: Sentence) -> bool:
    """« Un tel reçoit la Défense »: a fact that is one of three or more side by side, and not the first."""
    if item.family not in CLAUSES:
        return False
    verbs = [t for t in stage.view.of_sentence(sentence.id) if side_by_side(stage, t)]
    rank = next((k for k, t in enumerate(verbs) if t.lemma.lower() == item.head.lower()), 0)
    return rank > 0 and len(verbs) >= SERIES


def side_by_side(stage: Stage, verb: Token) -> bool:
    """Whether a verb has its own subject, and nothing that hangs it on another but a comma or « et »."""
    kids = stage.view.dependants(verb)
    finite = any(t.morph.get("VerbForm") == "Fin" for t in (verb, *kids))
    if verb.pos not in {"VERB", "AUX"} or not finite or verb.dep in {"acl", "acl:relcl", "ccomp", "csubj"}:
        return False
    subject = next((k for k in kids if k.dep.startswith("nsubj") and k.i < verb.i), None)
    return subject is not None and subject.pos != "PRON" and not any(k.dep == "mark" for k in kids)
