"""Noun phrases cut out of a parse without losing what they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seo_fr.french import elide, lower_first
from seo_fr.model import Token
from seo_fr.topics.candidates import lexicon
from seo_fr.topics.heading_families.base import Stage, phrases_of, words_of
from seo_fr.understanding.view import low

NOMINAL = frozenset({"NOUN", "PROPN"})
INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "CCONJ", "X", "SYM", "ADV", "PUNCT", "VERB"})
CONTRACTED = {"du": "le", "au": "le", "aux": "les"}
OF = frozenset({"de", "d'", "du", "des"})
LINKING = frozenset("à au aux en pour sur par dans contre entre vers avec sans chez sous depuis".split())
"""Prepositions whose complement is taken in where the parser hangs it on a noun of the phrase."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A stretch of tokens that makes a whole noun phrase."""

    head: Token
    tokens: tuple[Token, ...]
    article: str
    """Article to put before, where the source melts it into a preposition; or ""."""
    cut: bool
    """Whether something that depended on it was left out on the right."""
    text: str


def lower_article(phrase: NounPhrase) -> str:
    """A phrase as it stands inside a sentence: its article in small letters."""
    return lower_first(phrase.text) if phrase.article or phrase.tokens[0].pos in {"DET", "ADJ"} else phrase.text


def noun_phrase(stage: Stage, head: Token) -> NounPhrase | None:
    """The longest clean noun phrase around a noun; None if it has none that can be cut out without harm.

    It is read from parts of speech: determiner, adjectives, noun, adjectives, complements in « de »; other complements
    only where the parser hangs them on a noun of the phrase, since that is where parsers err most.
    """
    tokens = stage.view.tokens
    first = head.i
    while first > 0 and tokens[first - 1].sentence == head.sentence and tokens[first - 1].pos in {"ADJ", "NUM"}:
        first -= 1
    article = ""
    if first > 0 and tokens[first - 1].sentence == head.sentence:
        before = tokens[first - 1]
        if (
            before.text[0].isdigit()
            or (before.pos == "DET" and low(before.text) not in CONTRACTED)
            or (low(before.text) == "des" and before.pos == "DET")
        ):
            first -= 1
            if first > 0 and tokens[first - 1].pos == "DET" and tokens[first - 1].sentence == head.sentence:
                first -= 1
        else:
            article = CONTRACTED.get(low(before.text), "")
    end, cut = nominal_end(stage, head.i)
    last = tokens[end - 1]
    following = stage.view.next(last)
    if last.pos == "VERB" and following is not None and following.pos != "PUNCT" and end - 1 > head.i:
        # « des informations fournies | par … »: a participle with its complement cut off says too little or too much
        end, cut = end - 1, True
        while tokens[end - 1].pos == "ADV":
            end -= 1
    first = with_qualifier(stage, first)
    found = tokens[first:end]
    if (definite := made_definite(found, head)) and len(found) > 1:
        found, article = found[1:], definite
    text = stage.span(found)
    return NounPhrase(head, found, article, cut, elide(article, text) if article else text)


def made_definite(tokens: tuple[Token, ...], head: Token) -> str:
    """The article that stands for the demonstrative or possessive of a phrase, out of its context; "" for none.

    « cette chute des ventes » is « la chute des ventes »; « leur bilan de la saison » is « le bilan de la saison », and
    a possessive without a complement stays as it is, since its owner would be lost.
    """
    word = low(tokens[0].text)
    if word in {"ce", "cet", "cette", "ces"} and tokens[0].pos == "DET" and not light(head):
        return {"cette": "la", "ces": "les"}.get(word, "le")
    after = [t for t in tokens if t.i > head.i and t.pos != "ADJ"]
    owned = bool(after) and low(after[0].text) in OF
    if word not in words_of("third_possessives") or not owned:
        return ""
    if word in {"ses", "leurs"}:
        return "les"
    return "la" if word == "sa" else {"m": "le", "f": "la"}.get(head.gender, "")


def with_qualifier(stage: Stage, first: int) -> int:
    """The first token of « plus de 340 000 », « près de la moitié »: what bears on a number goes with it."""
    tokens = stage.view.tokens
    if first >= len(tokens) or not (tokens[first].pos == "NUM" or tokens[first].text[0].isdigit()):
        return first
    for size in (3, 2, 1):
        before = tokens[max(0, first - size) : first]
        if len(before) == size and " ".join(low(t.text) for t in before) in phrases_of("qualifiers"):
            return first - size
    return first


def nominal_end(stage: Stage, i: int) -> tuple[int, bool]:
    """One past the last token of the noun phrase whose noun is token *i*, and whether a complement was left out."""
    tokens = stage.view.tokens
    j = after_noun(stage, i + 1, tokens[i])
    while j < len(tokens) and tokens[j].sentence == tokens[i].sentence:
        word = low(tokens[j].text)
        if word not in OF and word not in LINKING:
            break
        if adverbial(tokens, j):
            return j, True
        k = after_qualifier(stage, j + 1) if word in OF else j + 1
        while (
            k < len(tokens)
            and tokens[k].sentence == tokens[i].sentence
            and (tokens[k].pos in {"DET", "NUM"} or (tokens[k].pos == "ADJ" and tokens[k].head > k))
        ):
            k += 1
        if k >= len(tokens) or tokens[k].sentence != tokens[i].sentence or tokens[k].pos not in {"NOUN", "PROPN", "X"}:
            return j, True
        noun = tokens[k]
        close = word in OF and (k == j + 1 or i <= noun.head < j or tokens[k - 1].pos == "NUM")
        if word in OF and not close:
            return j, True
        bare = word == "en" and k == j + 1 and noun.pos == "NOUN" and tokens[j - 1].pos == "NOUN"
        hung = i <= noun.head < j and tokens[noun.head].pos in {"NOUN", "PROPN", "ADJ", "VERB"}
        if word in LINKING and not (hung or bare):
            return j, True
        j = after_noun(stage, k + 1, noun)
    return j, False


def after_qualifier(stage: Stage, k: int) -> int:
    """One past « plus de », « près de » before a number at token *k*; *k* where none stands there."""
    tokens = stage.view.tokens
    for size in (3, 2, 1):
        words = " ".join(low(t.text) for t in tokens[k : k + size])
        numbered = k + size < len(tokens) and tokens[k + size].text[:1].isdigit()
        if words in phrases_of("qualifiers") and numbered:
            return k + size
    return k


def adverbial(tokens: Sequence[Token], j: int) -> bool:
    """Whether a compound preposition opens at token *j* (« à la suite de », « de façon »): it hangs on the verb."""
    following = " ".join(low(t.text) for t in tokens[j : j + 4]).replace("' ", "'")
    return any(following == lead or following.startswith(f"{lead} ") for lead in phrases_of("adverbial_leads"))


def after_noun(stage: Stage, j: int, noun: Token) -> int:
    """One past the adjectives, names and participles that follow a noun and belong to it."""
    tokens = stage.view.tokens
    while j < len(tokens) and tokens[j].sentence == noun.sentence:
        token = tokens[j]
        participle = token.pos == "VERB" and token.morph.get("VerbForm") == "Part" and token.dep in {"acl", "amod"}
        if participle and low(token.text).endswith("ant"):
            break
        adverb = (
            token.pos == "ADV"
            and j + 1 < len(tokens)
            and tokens[j + 1].pos in {"ADJ", "VERB"}
            and low(token.text) in {"très", "plus", "moins", "peu", "bien", "trop", "non", "si", "principalement"}
            and tokens[j + 1].sentence == noun.sentence
            and tokens[j + 1].dep in {"amod", "acl"}
        )
        number = token.pos == "NUM" and token.text[:1].isdigit() and tokens[j - 1].pos in {"PROPN", "NOUN"}
        if token.pos == "ADJ" and not noun.i - 12 <= token.head < j:
            break
        if not (token.pos in {"ADJ", "PROPN"} or participle or adverb or number or token.dep == "flat:name"):
            if token.text == "-" and token.start == tokens[j - 1].end and j + 1 < len(tokens):
                j += 2
                continue
            break
        if token.pos == "ADJ" and token.dep == "conj":
            break
        j += 1
    return j


def fit_word(token: Token) -> bool:
    """Whether a token may stand in a nominal heading."""
    if token.pos == "PUNCT":
        return token.text in {"-", "’", "'"}
    if token.pos == "VERB":
        return token.morph.get("VerbForm") == "Part" and not low(token.text).endswith("ant")
    return token.pos in INSIDE


AGREED = ("ée", "ées", "és", "ie", "ies", "ue", "ues")
"""Endings of a participle that agrees with the noun before it."""


def whole(stage: Stage, tokens: tuple[Token, ...]) -> bool:
    """Whether a stretch ends where the source lets it end: what follows does not complete it."""
    following = stage.view.next(tokens[-1])
    if following is not None and following.text == "«":
        opening = stage.view.next(following)
        return opening is not None and opening.morph.get("VerbForm") == "Fin"
    if following is None or following.pos == "PUNCT" or following.text == "(":
        return following is None or following.text not in {"-", "/", "’", "'", '"', "“"}
    if following.start == tokens[-1].end:
        return False
    if tokens[-1].text[:1].isupper() and following.text[:1].isupper():
        return False  # the rest of a name
    word = low(following.text).rstrip("'")
    after = stage.view.next(following)
    if word in {"suite", "face", "grâce"} and after is not None and low(after.text) in {"à", "au", "aux"}:
        return True  # a compound preposition: another complement opens
    if word in {"le", "la", "les"} and after is not None and low(after.text) in {"plus", "moins", "mieux"}:
        return False  # « le moyen | le plus sûr »
    if word == "d" and (beyond := stage.view.next(following)) is not None and low(beyond.text) in {"ici", "ailleurs"}:
        return True
    if word in {"de", "d", "du", "des", "que", "qu", "et", "ou", "ni", "dont"}:
        return False
    agreed_with = low(following.text).endswith(AGREED) and following.gender == tokens[-1].gender != ""
    if following.morph.get("VerbForm") == "Part" and (following.head == tokens[-1].i or agreed_with):
        return False  # « la criminalité | organisée »
    return following.pos not in {"ADJ", "NOUN", "PROPN", "NUM", "X", "SYM"}


def coordinated(stage: Stage, tokens: tuple[Token, ...]) -> bool:
    """Whether a stretch is a part of an enumeration: its other members would be lost."""
    last = tokens[-1].i
    return any(k.dep == "conj" and k.i > last for t in tokens for k in stage.view.dependants(t))


def agreed(phrase: NounPhrase) -> bool:
    """Whether adjectives and participles next to the noun agree with it, as far as the parser knows."""
    nouns = {t.i: t for t in phrase.tokens if t.pos in NOMINAL}
    for token in phrase.tokens:
        noun = nouns.get(token.head)
        if noun is None or token.pos not in {"ADJ", "VERB"} or token.dep not in {"amod", "acl"}:
            continue
        if token.gender and noun.gender and token.gender != noun.gender:
            return False
        invariable = noun.text[-1] in "sxz" and token.text[-1] in "sxz"  # « les poids lourds »
        if not invariable and token.number and (number := number_of(noun, phrase)) and token.number != number:
            return False
    return True


def number_of(noun: Token, phrase: NounPhrase) -> str:
    """Number of a noun, or that of its article where the parser does not know: names have none."""
    if noun.number or noun is not phrase.head:
        return noun.number
    first = low(phrase.article or phrase.tokens[0].text)
    return "p" if first in {"les", "des", "aux"} else "s" if first in {"le", "la", "l'", "un", "une"} else ""


def starts_clean(stage: Stage, phrase: NounPhrase) -> bool:
    """Whether what stands before does not belong to the phrase."""
    before = stage.view.previous(phrase.tokens[0])
    if before is None:
        return True
    if (
        before.end == phrase.tokens[0].start
        and before.text not in {"(", "«", '"', "“"}
        and before.text[-1:] not in "'’"
    ):
        return False
    if low(before.text) in {"tous", "toutes", "tout", "toute", "plus", "moins", "sans", "pas", "ni"}:
        second = stage.view.previous(before)
        return low(before.text) == "tout" and second is not None and low(second.text) == "en"  # « en tout »
    return before.pos not in {"NUM"} and not (before.pos == "ADJ" and before.head == phrase.head.i)


def self_sufficient(tokens: tuple[Token, ...], *, possessives: bool = False) -> bool:
    """Whether nothing in a stretch points outside it."""
    pointing, third = words_of("pointing"), words_of("third_possessives")
    for token in tokens:
        word = low(token.text).replace("'", "")
        if word in pointing and not (word == "en" and token.pos == "ADP"):
            return False
        if token.pos == "PRON" or (word in third and not possessives):
            return False
    return True


def balanced(text: str) -> bool:
    """Whether brackets and quotation marks come in pairs."""
    return text.count("(") == text.count(")") and text.count("«") == text.count("»") and text.count('"') % 2 == 0


def content(tokens: tuple[Token, ...]) -> list[Token]:
    """Nouns, names, adjectives, numbers and participles of a stretch."""
    return [t for t in tokens if t.pos in {"NOUN", "PROPN", "ADJ", "NUM", "VERB", "X"} and len(t.text) > 1]


def light(token: Token) -> bool:
    """Whether a noun says nothing by itself, or names a time."""
    word, lemma = low(token.text), low(token.lemma)
    lists = lexicon()
    return any(w in lists["light"] or w in lists["time"] or w in words_of("light") for w in (word, lemma))
