"""« La suppression de 1 600 emplois »: noun phrases of a sentence that may stand alone, and how well they stand."""

from __future__ import annotations

from functools import cache

from seo_fr.french import capitalize_first
from seo_fr.french.phrases import people_nouns
from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, words_of
from seo_fr.topics.heading_families.phrases import (
    NOMINAL,
    NounPhrase,
    agreed,
    balanced,
    content,
    coordinated,
    fit_word,
    light,
    noun_phrase,
    self_sufficient,
    starts_clean,
    whole,
)
from seo_fr.understanding.view import low

SUBORDINATE = frozenset({"acl", "acl:relcl", "advcl", "parataxis"})
LOCATIVE = frozenset(
    "après avant malgré dans en sur à au aux depuis vers lors pendant chez sous devant selon pour".split()
)


def noun_phrases(stage: Stage, sid: int) -> list[Candidate]:
    """Candidates among the noun phrases of a sentence: central noun with its complement."""
    out: list[Candidate] = []
    for head in stage.view.of_sentence(sid):
        if head.pos != "NOUN" or head.dep in {"flat:name", "flat:foreign", "fixed", "compound"} or light(head):
            continue
        phrase = noun_phrase(stage, head)
        if phrase is None or not printable(stage, phrase) or verb_within(stage, phrase):
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


def standing(stage: Stage, phrase: NounPhrase) -> float:
    """How well a phrase stands in its sentence: subject or object of the main clause, or some remote circumstance."""
    points = load_toml("headings.toml")["standing"]
    head, view = phrase.head, stage.view
    total: float = points["cut"] * phrase.cut + points["conj"] * (head.dep == "conj")
    total += points.get(head.dep.split(":")[0], 0.0)
    total += points["speaking"] * speaking(head) + points["plain"] * plain(phrase)
    counted = any(t.pos == "NUM" or t.text[:1].isdigit() for t in phrase.tokens if t.i < head.i)
    total += points["thing"] * (not speaking(head) and not counted)
    total += points["owner_lost"] * disowned(stage, phrase)
    total += points["body"] * (low(head.lemma) in bodies() and not speaking(head))
    depth, latter, token = 0, False, head
    while token.head != token.i and depth < 2:
        depth += token.dep in SUBORDINATE
        latter |= token.dep == "conj" and token.pos == "VERB"
        token = view.tokens[token.head]
    total += points["subordinate"] * depth + points["second_verb"] * latter
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


def named_body(stage: Stage, phrase: NounPhrase) -> bool:
    """Whether a capital shows that a phrase is the name of a body: « l’Association des leaders religieux »."""
    first = stage.view.of_sentence(phrase.head.sentence)[0]
    return phrase.head.text[:1].isupper() and phrase.head.i != first.i and not phrase.head.text.isupper()


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
    counted &= tokens[0].pos in {"ADV", "ADP", "NUM"} or tokens[0].text[0].isdigit()
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
    if (
        given_to(phrase)
        or bare_actor(phrase)
        or only_a_name(stage, phrase)
        or bracketed(stage, phrase)
        or ranked_in(stage, phrase)
    ):
        return False
    if named_body(stage, phrase) or (
        low(tokens[0].text) in {"un", "une"} and plain(phrase) and not speaking(phrase.head)
    ):
        return False
    if not agreed(phrase) or coordinated(stage, tokens) or tokens[0].text == "1":
        return False
    if len(tokens) > 1 and tokens[1].text == "%":
        return False  # « 53 % des impôts »: and then?
    if tokens[0].pos == "NUM" and stage.view.previous(tokens[0]) is not None:
        before = stage.view.previous(tokens[0])
        if before is not None and low(before.text) in {"de", "d'", "que", "qu'", "les", "des", "ces", "ses"}:
            return False
    before = stage.view.previous(tokens[0])
    if before is not None and low(before.text) in {"selon", "d'après"}:
        return False  # who says so, not what is said
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


def verb_within(stage: Stage, phrase: NounPhrase) -> bool:
    """Whether a phrase may have taken in the verb of its sentence: « la cadence de | la réforme inquiète. »."""
    last = phrase.tokens[-1]
    tokens = stage.view.of_sentence(last.sentence)
    if any(t.morph.get("VerbForm") == "Fin" for t in tokens):
        return False
    before = [t.text for t in tokens if t.i < phrase.tokens[0].i]
    ends = all(t.pos == "PUNCT" for t in tokens if t.i > last.i)
    return ends and bool(before) and not {",", ":", ";", "–", "—"} & set(before)


def given_to(phrase: NounPhrase) -> bool:
    """« Le pouvoir au président »: to whom the verb gives a thing, which the parser hung on the thing."""
    if speaking(phrase.head):
        return False
    after = [t for t in phrase.tokens if t.i > phrase.head.i]
    links = [k for k, t in enumerate(after) if low(t.text) in {"à", "au", "aux"}]
    receivers = (next((t for t in after[k + 1 :] if t.pos in NOMINAL), None) for k in links[:1])
    return any(t is not None and (low(t.lemma) in people_nouns() or t.ent == "PER") for t in receivers)


@cache
def bodies() -> frozenset[str]:
    """Nouns for bodies, places and works, which stand before a name."""
    data = load_toml("understanding/roles.toml")
    return frozenset(w.lower() for name in ("bodies", "places", "works") for w in data[name].split())


def bare_actor(phrase: NounPhrase) -> bool:
    """Whether a phrase only names somebody or something: « le PDG de Meta », « la société SpaceX »."""
    head = {low(phrase.head.lemma), low(phrase.head.text), low(phrase.head.text).removesuffix("s")}
    if head & (people_nouns() | words_of("crowd")):
        return True
    others = [t for t in phrase.tokens if t.pos in {"NOUN", "ADJ", "NUM", "VERB"} and t is not phrase.head]
    if any(t.ent == "PER" for t in phrase.tokens if t.pos == "PROPN") and not speaking(phrase.head):
        return True
    return bool(head & bodies()) and not others


def only_a_name(stage: Stage, phrase: NounPhrase) -> bool:
    """Whether a phrase is a name, « la Seconde Guerre mondiale », and no more."""
    end = phrase.tokens[-1].end
    return any(m.start <= phrase.head.start and end <= m.end for m in stage.analysis.mentions)
