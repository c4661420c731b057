"""Noun phrases cut out of a parse without losing what they need, and fit to stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from seo_fr.french import capitalize_first, elide, lower_first
from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.topics.candidates import lexicon
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, phrases_of, words_of
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
        k = j + 1
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
    word = low(following.text).rstrip("'")
    if word == "d" and (beyond := stage.view.next(following)) is not None and low(beyond.text) in {"ici", "ailleurs"}:
        return True
    if word in {"de", "d", "du", "des", "que", "qu", "et", "ou", "ni", "dont"}:
        return False
    return following.pos not in {"ADJ", "NOUN", "PROPN", "NUM", "X", "SYM"}


def coordinated(stage: Stage, tokens: tuple[Token, ...]) -> bool:
    """Whether a stretch is a part of an enumeration: its other members would be lost."""
    last = tokens[-1].i
    return any(k.dep == "conj" and k.i > last for t in tokens for k in stage.view.dependants(t))


@cache
def people() -> frozenset[str]:
    """Nouns for what people do or are."""
    found = load_toml("understanding/roles.toml")["people"]
    return frozenset(form for pair in found.split() for form in pair.lower().split("/"))


@cache
def bodies() -> frozenset[str]:
    """Nouns for bodies, places and works, which stand before a name."""
    data = load_toml("understanding/roles.toml")
    return frozenset(w.lower() for name in ("bodies", "places", "works") for w in data[name].split())


def bare_actor(phrase: NounPhrase) -> bool:
    """Whether a phrase only names somebody or something: « le PDG de Meta », « la société SpaceX »."""
    head = {low(phrase.head.lemma), low(phrase.head.text), low(phrase.head.text).removesuffix("s")}
    if head & (people() | words_of("crowd")):
        return True
    others = [t for t in phrase.tokens if t.pos in {"NOUN", "ADJ", "NUM", "VERB"} and t is not phrase.head]
    if any(t.ent == "PER" for t in phrase.tokens if t.pos == "PROPN") and not speaking(phrase.head):
        return True
    return bool(head & bodies()) and not others


def only_a_name(stage: Stage, phrase: NounPhrase) -> bool:
    """Whether a phrase is a name, « la Seconde Guerre mondiale », and no more."""
    end = phrase.tokens[-1].end
    return any(m.start <= phrase.head.start and end <= m.end for m in stage.analysis.mentions)


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


def noun_phrases(stage: Stage, sid: int) -> list[Candidate]:
    """Candidates among the noun phrases of a sentence: central noun with its complement."""
    out: list[Candidate] = []
    for head in stage.view.of_sentence(sid):
        if head.pos != "NOUN" or head.dep in {"flat:name", "flat:foreign", "fixed", "compound"} or light(head):
            continue
        phrase = noun_phrase(stage, head)
        if phrase is None or not printable(stage, phrase):
            continue
        start, end = phrase.tokens[0].start, phrase.tokens[-1].end
        attributed = stage.attribution(sid, start, end) is not None
        if stage.unsure(sid, start, end) and attributed:
            continue
        bonus = standing(stage, phrase)
        out.append(
            candidate(
                capitalize_first(phrase.text), (sid,), "noun_phrase", head.lemma, bonus=bonus, attributed=attributed
            )
        )
    return out


SUBORDINATE = frozenset({"acl", "acl:relcl", "advcl", "parataxis"})
LOCATIVE = frozenset("dans en sur à au aux depuis vers lors pendant chez sous devant selon".split())


def standing(stage: Stage, phrase: NounPhrase) -> float:
    """How well a phrase stands in its sentence: subject or object of the main clause, or some remote circumstance."""
    points = load_toml("headings.toml")["standing"]
    head, view = phrase.head, stage.view
    total: float = points["cut"] * phrase.cut + points["conj"] * (head.dep == "conj")
    total += points.get(head.dep.split(":")[0], 0.0)
    total += points["speaking"] * speaking(head) + points["plain"] * plain(phrase)
    total += points["owner_lost"] * disowned(stage, phrase)
    depth, token = 0, head
    while token.head != token.i and depth < 2:
        depth += token.dep in SUBORDINATE
        token = view.tokens[token.head]
    total += points["subordinate"] * depth
    if low(phrase.tokens[0].text) in {"un", "une"}:
        total += points["indefinite"]
    if low(phrase.tokens[0].text) == "des" and phrase.tokens[0].pos == "DET" and not speaking(head):
        total += points["indefinite"] + points["some"]
    before = view.previous(phrase.tokens[0])
    second = view.previous(before) if before is not None else None
    if before is not None and (low(before.text) in LOCATIVE or (second is not None and low(second.text) in LOCATIVE)):
        total += points["locative"]
    return total


def disowned(stage: Stage, phrase: NounPhrase) -> bool:
    """Whether a definite article stands for « son », « leur »: whose it is no longer shows."""
    before = stage.view.previous(phrase.tokens[0])
    return bool(phrase.article) and before is not None and low(before.text) in words_of("third_possessives")


def ranked_in(stage: Stage, phrase: NounPhrase) -> bool:
    """Whether a phrase only says among what something is the first: « le plus jeune buteur de l’histoire du club »."""
    if phrase.head.dep != "nmod":
        return False
    governor = stage.view.tokens[phrase.head.head]
    ranks = {"plus", "moins", "premier", "première", "meilleur", "meilleure", "seul", "seule", "pire"}
    return any(t.i < governor.i and low(t.text) in ranks for t in stage.view.subtree(governor) if t.i >= governor.i - 5)


def bracketed(stage: Stage, phrase: NounPhrase) -> bool:
    """Whether a phrase stands between brackets."""
    words = stage.view.of_sentence(phrase.head.sentence)
    opened = sum((t.text == "(") - (t.text == ")") for t in words if t.i < phrase.tokens[0].i)
    return opened > 0


def speaking(head: Token) -> bool:
    """Whether a noun tells an event, a cause, a consequence, a stake: what a section is about."""
    return low(head.lemma) in event_nouns() or low(head.text) in event_nouns()


@cache
def event_nouns() -> frozenset[str]:
    """Action nouns, and nouns of the relations that headings are made of."""
    table = load_toml("nominalisations.toml")["verb"]
    return frozenset(str(row["noun"]) for row in table.values()) | words_of("speaking")


def plain(phrase: NounPhrase) -> bool:
    """Whether a phrase is a bare thing, « la station spatiale internationale »: no complement, number or participle."""
    return not any(
        (t.i > phrase.head.i and t.pos in {"ADP", "VERB"}) or t.text[0].isdigit() or t.pos == "NUM"
        for t in phrase.tokens
    )


def printable(stage: Stage, phrase: NounPhrase) -> bool:
    """Whether a noun phrase can be printed as a heading."""
    tokens = phrase.tokens
    if len(phrase.text) > lengths()["most"] or len(content(tokens)) < lengths()["least_words"]:
        return False
    nouns = [t for t in tokens if t.pos in NOMINAL]
    if len(nouns) < 2 and len(content(tokens)) < 3 and not any(t.pos == "ADJ" for t in tokens):
        return False
    counted = any(t.pos == "NUM" or t.text[0].isdigit() for t in tokens[:4] if t.i < phrase.head.i)
    opened = tokens[0].pos in {"DET", "NUM"} or counted
    if not phrase.article and not opened:
        return False
    if any(
        t.pos == "DET" and low(t.text) in {"ce", "cet", "cette", "ces", "tout", "chaque", "aucun", "aucune"}
        for t in tokens
    ):
        return False
    if low(tokens[0].text) in {"de", "d'"} and tokens[0].pos == "DET":
        return False
    if bare_actor(phrase) or only_a_name(stage, phrase) or bracketed(stage, phrase) or ranked_in(stage, phrase):
        return False
    if not agreed(phrase) or coordinated(stage, tokens) or tokens[0].text == "1":
        return False
    if len(tokens) > 1 and tokens[1].text == "%":
        return False  # « 53 % des impôts »: and then?
    if tokens[0].pos == "NUM" and stage.view.previous(tokens[0]) is not None:
        before = stage.view.previous(tokens[0])
        if before is not None and low(before.text) in {"de", "d'", "que", "qu'", "les", "des", "ces", "ses"}:
            return False
    text = phrase.text
    return (
        whole(stage, tokens)
        and starts_clean(stage, phrase)
        and self_sufficient(tokens)
        and balanced(text)
        and all(fit_word(t) for t in tokens)
        and "," not in text
        and not stage.in_quotation(tokens[0].start, tokens[-1].end)
    )
