"""Verbs of saying in a sentence, and their subjects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.understanding.lexicon import verbs, words
from seo_fr.understanding.view import NOMINAL, View, is_name, low, trimmed

AUXILIARIES = frozenset(
    """a ont avait avaient aura auront aurait auraient eut eurent ait aient
    est sont était étaient sera serait fut""".split()
)
CLITICS = frozenset("s' se l' le la les lui leur nous vous m' me t' te y en ne n' j'".split())
FARTHEST_AUXILIARY = 25
"""Most words between an auxiliary and the second participle that it serves."""
INVERTED = frozenset("-t-il -t-elle -t-on -il -elle -on -ils -elles -t-ils -t-elles -je -t".split())


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying with all its words."""

    lemma: str
    form: Literal["finite", "gerund", "infinitive"]
    first: int
    """Index of its first token, clitics and auxiliary included."""
    last: int
    """Index of its last token."""
    pronoun: str = ""
    """Subject pronoun hung on the verb: « il » in « dit-il »; or ""."""


def sayings(view: View, sid: int) -> list[Saying]:
    """The verbs of saying of a sentence, in order."""
    lexicon = verbs()
    tokens = view.of_sentence(sid)
    out: list[Saying] = []
    done: set[int] = set()
    for token in tokens:
        form = low(token.text)
        if token.i in done or form in {",", "."}:
            continue
        following = view.next(token)
        previous = view.previous(token)
        after_det = (
            previous is not None and previous.pos == "DET" and low(previous.text) not in {"l'", "les", "le", "la"}
        )
        if (
            form in lexicon.phrase_forms
            and following
            and lexicon.phrases.get(low(following.text)) == lexicon.phrase_forms[form]
        ):
            lemma = f"{lexicon.phrase_forms[form]} {low(following.text)}"
            kind: Literal["finite", "gerund"] = "gerund" if form.endswith("ant") else "finite"
            first = group_start(view, token, compound=form in {"fait", "laissé"})
            out.append(Saying(lemma, kind, first, following.i, hung(view, first, following.i)))
            done.update(range(first, following.i + 1))
        elif form in lexicon.participle and (aux := auxiliary_before(view, token)) is not None:
            first = group_start(view, aux, compound=False)
            out.append(Saying(lexicon.participle[form], "finite", first, token.i, hung(view, aux.i, token.i)))
            done.update(range(first, token.i + 1))
        elif form in lexicon.participle and joined_participle(view, token):
            out.append(Saying(lexicon.participle[form], "finite", token.i, token.i))
        elif form in lexicon.finite and token.pos not in {"ADP", "DET"} and not after_det and is_verb(view, token):
            first = group_start(view, token, compound=False)
            last = token.i
            pronoun = ""
            if following is not None and low(following.text) in INVERTED:
                pronoun = hung(view, token.i, min(token.i + 2, len(view.tokens) - 1))
                last = following.i
            out.append(Saying(lexicon.finite[form], "finite", first, last, pronoun))
        elif form in lexicon.infinitives and (opener := before_saying(view, token)) is not None:
            out.append(Saying(lexicon.infinitives[form], "gerund", opener.i, token.i))
        elif form in lexicon.infinitives and (head := governing(view, token)) is not None:
            out.append(Saying(lexicon.infinitives[form], "finite", group_start(view, head, compound=True), token.i))
        elif form in lexicon.gerund and token.pos not in {"NOUN", "ADV", "ADJ", "ADP"}:
            first = token.i - 1 if previous is not None and low(previous.text) == "en" else token.i
            out.append(Saying(lexicon.gerund[form], "gerund", first, token.i))
    return out


def before_saying(view: View, token: Token) -> Token | None:
    """The « avant » of « X a dit A, avant d’ajouter que B », for the infinitive given; or None."""
    joint = view.previous(token)
    before = view.previous(joint) if joint is not None and low(joint.text) in {"de", "d'"} else None
    return before if before is not None and low(before.text) == "avant" else None


def joined_participle(view: View, token: Token) -> bool:
    """« a condamné l’acte et estimé que P »: a second participle under one auxiliary, before its « que »."""
    before, following = view.previous(token), view.next(token)
    if before is None or following is None or low(before.text) != "et" or low(following.text) not in {"que", "qu'"}:
        return False
    current = view.previous(before)
    while current is not None and current.i > token.i - FARTHEST_AUXILIARY and current.text not in {";", ":", "»"}:
        if low(current.text) in {"a", "ont", "avait", "avaient"}:
            return True
        if current.morph.get("VerbForm") == "Fin":
            return False
        current = view.previous(current)
    return False


def governing(view: View, token: Token) -> Token | None:
    """The verb that makes of an infinitive a thing said: « vient d’annoncer que », « a tenu à rappeler que »."""
    before = view.previous(token)
    if before is None or low(before.text) not in {"de", "d'", "à", "par"}:
        return None
    head = view.previous(before)
    while head is not None and (head.pos == "ADV" or low(head.text) in {"pas", "part", "sa", "leur", "pour"}):
        head = view.previous(head)
    joined = f"{low(head.text)} {low(before.text)}".replace("d'", "de") if head is not None else ""
    return head if joined in verbs().before_infinitive else None


def is_verb(view: View, token: Token) -> bool:
    """Whether a form that may be a noun (« annonce », « note ») is a verb here."""
    previous = view.previous(token)
    if token.pos in {"VERB", "AUX"}:
        return not (
            previous is not None and previous.pos == "DET" and token.pos == "VERB" and token.dep in {"obj", "nmod"}
        )
    following = view.next(token)
    if following is not None and low(following.text) in INVERTED | {"que", "qu'"}:
        return True
    # mistagged in an incise: « , indique le média »
    return (
        previous is not None
        and previous.text in ',»”"'
        and following is not None
        and (following.pos in {"DET", "PROPN"} or is_name(following))
        and low(following.text) not in {"de", "des", "du"}
    )


def auxiliary_before(view: View, token: Token) -> Token | None:
    """The auxiliary of a participle, adverbs and hung pronouns passed over."""
    current = view.previous(token)
    for _ in range(6):
        if current is None:
            return None
        form = low(current.text)
        if form in AUXILIARIES or re.fullmatch(
            r"(?:a|ont|avait|avaient|est|sont)(?:-t)?-(?:il|elle|on|ils|elles)", form
        ):
            if form in {"est", "sont", "était", "étaient", "sera", "serait", "fut"}:
                before = view.previous(current)
                if before is None or low(before.text) not in {"s'", "se"}:
                    return None
            return current
        if (
            current.pos == "ADV"
            or form in INVERTED
            or form
            in {
                "pas",
                "jamais",
                "part",
                "sa",
                "pour",
                "par",
                "ailleurs",
                "en",
                "outre",
                "côté",
                "de",
                "son",
                "leur",
                "tour",
                "à",
                "immédiatement",
                "été",
                "d'",
                "abord",
                "même",
                "tout",
                "ainsi",
            }
        ):
            current = view.previous(current)
            continue
        return None
    return None


def group_start(view: View, token: Token, *, compound: bool) -> int:
    """Index of the first word of a verb group that ends with *token*: its clitics, « ne », and the auxiliary."""
    current = token
    if compound and (aux := auxiliary_before(view, token)) is not None:
        current = aux
    while (before := view.previous(current)) is not None and low(before.text) in CLITICS and before.pos != "DET":
        current = before
    return current.i


def hung(view: View, first: int, last: int) -> str:
    """The pronoun hung on a verb by a hyphen, between two tokens; or ""."""
    joined = view.text[view.tokens[first].start : view.tokens[last].end]
    match = re.search(r"-(il|elle|on|ils|elles)\b", joined.lower())
    return match[1] if match else ""


def subject_span(view: View, saying: Saying) -> tuple[int, int]:
    """Offsets of the subject of a verb that is not inverted; (-1, -1) if none is found."""
    head = view.tokens[saying.last]
    joint = view.tokens[saying.first - 1] if saying.first else None
    comma = view.previous(joint) if joint is not None and joint.sentence == head.sentence else None
    if comma is not None and comma.text == "," and joint is not None and low(joint.text) in {"et", "mais", "puis"}:
        # « X pense que A, et espère que B »: X speaks again
        earlier = next((s for s in sayings(view, head.sentence) if s.last < joint.i - 2 and s.form == "finite"), None)
        told = view.next(view.tokens[earlier.last]) if earlier is not None else None
        if earlier is not None and told is not None and low(told.text) in {"que", "qu'"}:
            return subject_span(view, earlier)
    for token in (head, *(view.tokens[i] for i in range(saying.first, saying.last))):
        found = parser_subject(view, token, saying.first, depth=0)
        if found is not None:
            return with_head(view, noun_span(view, found, saying.first), saying.first)
    if saying.form == "gerund":
        return telling_subject(view, saying) or governor_subject(view, head)
    return surface_subject(view, saying.first)


def telling_subject(view: View, saying: Saying) -> tuple[int, int] | None:
    """« une croyance locale affirmant que »: the phrase right before a participle, when its noun can tell."""
    telling = words(load_toml("understanding/attribution.toml")["telling"])
    first = view.tokens[saying.first]
    noun = view.previous(first)
    if low(first.text) == "en":
        return None
    while noun is not None and noun.pos == "ADJ":
        noun = view.previous(noun)
    joint = view.previous(noun) if noun is not None else None
    if noun is not None and joint is not None and low(joint.text) in {"de", "d'"}:
        noun = view.previous(joint)  # « un communiqué de presse »
    if noun is None or low(noun.text).removesuffix("s") not in telling:
        return None
    opener = noun
    while (before := view.previous(opener)) is not None and before.pos in {"ADJ", "DET"}:
        opener = before
    return opener.start, view.tokens[saying.first - 1].end


def with_head(view: View, span: tuple[int, int], first: int) -> tuple[int, int]:
    """« Le rapport du BEA, le bureau d’enquêtes, conclut »: the phrase that an apposition follows is the subject."""
    sid = view.tokens[first].sentence
    tokens = [t for t in view.of_sentence(sid) if t.start < span[0]]
    closing = view.tokens[first - 1]
    if low(closing.text) == "qui" and len(tokens) > 1 and tokens[-1].text == "," and is_name(tokens[-2]):
        begin = tokens[-2]  # « avec Luc Farge, le maire de Metz, qui dit »
        while (before := view.previous(begin)) is not None and is_name(before):
            begin = before
        return begin.start, span[1]
    if not tokens or tokens[-1].text != "," or closing.text != "," or closing.start < span[1]:
        return span
    opener, *rest = tokens[:-1] or [tokens[0]]
    if opener.pos not in {"DET", "NOUN", "PROPN", "X"} or view.np_end(opener.i) <= opener.i:
        return span
    times = words(load_toml("understanding/attribution.toml")["time_nouns"])
    timed = any(t.pos == "NUM" or low(t.text) in times for t in (opener, *rest))
    broken = any(t.text in {",", ";", ":"} or t.morph.get("VerbForm") in {"Fin", "Inf"} for t in rest)
    if timed or broken:
        return span
    named = view.text[span[0] : span[0] + 1].isupper()  # « Le maire de Metz, Luc Farge, dit »: the name stays
    return (opener.start, span[1] if named else tokens[-2].end if len(tokens) > 1 else span[1])


def apposed_subject(view: View, comma: Token) -> tuple[int, int]:
    """« Anne Roche, la patronne, dit »: the two phrases that stand before the comma, when they are two phrases."""
    earlier = view.previous(comma)
    while earlier is not None and earlier.text != ",":
        if earlier.text in {";", ":", "«", "»", "("} or earlier.morph.get("VerbForm") == "Fin":
            return -1, -1
        earlier = view.previous(earlier)
    if earlier is None:
        return -1, -1
    apposed = view.np_end(earlier.i + 1) == comma.i
    opener = view.tokens[earlier.i + 1]
    if not apposed and opener.pos not in {"ADV", "ADP"} and low(opener.text) != "même":
        return -1, -1
    first = view.previous(earlier)
    while first is not None and (before := view.previous(first)) is not None and before.text not in ",;:«»()":
        first = before
    if first is None or first.pos in {"ADP", "ADV", "SCONJ"} or view.np_end(first.i) != earlier.i:
        return -1, -1
    # « Anne Roche, même en vacances, dit »: the aside is no part of who speaks
    return trimmed(view.text, first.start, view.tokens[comma.i - 1].end if apposed else earlier.start)


def parser_subject(view: View, verb: Token, before: int, *, depth: int) -> Token | None:
    """The parser's subject of a verb, or of the verb that it is coordinated with."""
    subjects = [t for t in view.dependants(verb, "nsubj") if t.i < before]
    # the parser takes the « il » of « Il pense que » for an impersonal one
    subjects = subjects or [
        t for t in view.dependants(verb, "expl:subj", "expl") if t.i < before and low(t.text) == "il"
    ]
    if subjects:
        subject = subjects[-1]
        if low(subject.text) in {"qui", "lequel", "laquelle"}:
            antecedent = view.tokens[verb.head]
            return antecedent if antecedent.i < subject.i and antecedent.pos in {"NOUN", "PROPN", "PRON", "X"} else None
        return subject
    if verb.dep == "conj" and depth < 3:
        governor = view.tokens[verb.head]
        if governor.i < verb.i and governor.pos in {"VERB", "AUX", "ADJ", "NOUN"}:
            return parser_subject(view, governor, governor.i, depth=depth + 1)
    return None


def governor_subject(view: View, gerund: Token) -> tuple[int, int]:
    """Subject of the clause that a gerund hangs on."""
    current = gerund
    for _ in range(4):
        if current.head == current.i:
            break
        current = view.tokens[current.head]
        if current.sentence != gerund.sentence:
            break
        found = parser_subject(view, current, gerund.i, depth=0)
        if found is not None and found.i < gerund.i and quoted(view, found) == quoted(view, gerund):
            return noun_span(view, found, gerund.i)
    # the parser hung it inside the quotation: the subject of the sentence's own verb is the speaker
    for token in view.of_sentence(gerund.sentence):
        if token.i >= gerund.i:
            break
        if (
            token.dep == "nsubj"
            and quoted(view, token) == quoted(view, gerund)
            and low(token.text) not in {"qui", "que"}
        ):
            return noun_span(view, token, gerund.i)
    return -1, -1


def quoted(view: View, token: Token) -> bool:
    """Whether a token stands between guillemets, told by the marks before it in its block."""
    block = view.source.blocks[view.source.sentences[token.sentence].block]
    before = view.text[block.start : token.start]
    return before.count("«") > before.count("»")


def noun_span(view: View, noun: Token, before: int) -> tuple[int, int]:
    """The whole phrase of a subject, its apposition included, what follows the verb left out."""
    tokens = [
        t for t in view.subtree(noun, without=("acl:relcl", "advcl", "parataxis", "cc", "discourse")) if t.i < before
    ]
    # a hole means that a relative or a parenthesis was left out: keep the run that holds the noun
    run = [noun]
    index = {t.i for t in tokens}
    k = noun.i - 1
    while k in index or (k >= 0 and view.tokens[k].pos == "PUNCT" and view.tokens[k].text == "-" and k - 1 in index):
        run.insert(0, view.tokens[k])
        k -= 1
    k = noun.i + 1
    while k in index or (k < before and k + 1 in index and view.tokens[k].text in {",", "et", "(", ")"}):
        run.append(view.tokens[k])
        k += 1
    while run and (run[0].pos in {"PUNCT", "ADP", "CCONJ", "SCONJ", "ADV"} and run[0].i != noun.i):
        bare = (
            low(run[0].text) == "de" and len(run) > 1 and low(run[1].text) in {"l'", "la", "le", "les", "ce", "cette"}
        )
        if low(run[0].text) in {"des", "du", "de", "d'", "beaucoup"} and len(run) > 1 and not bare:
            break  # but « les cris de la ville, qui dit »
        dropped = run.pop(0)
        under = dropped.pos == "ADP" and view.previous(dropped) is None
        comma = next((k for k, t in enumerate(run) if t.text == ","), 0) if under else 0
        if comma and comma + 1 < len(run):
            run = run[comma + 1 :]  # « Sur Norva, Anne Roche dit »: the place is no part of who speaks
            break
    start, end = trimmed(view.text, run[0].start, run[-1].end)
    return start, end


def surface_subject(view: View, first: int) -> tuple[int, int]:
    """The noun phrase that ends right before a verb group, when the parser gives no subject."""
    k = first - 1
    sid = view.tokens[first].sentence
    if k < 0 or view.tokens[k].sentence != sid:
        return -1, -1
    if view.tokens[k].text == ",":
        return apposed_subject(view, view.tokens[k])
    if view.tokens[k].pos == "PRON" and low(view.tokens[k].text) in {"il", "elle", "on", "ils", "elles", "qui"}:
        return (view.tokens[k].start, view.tokens[k].end) if low(view.tokens[k].text) != "qui" else (-1, -1)
    begin = k
    while begin >= 0 and view.tokens[begin].sentence == sid and view.tokens[begin].pos not in {"VERB", "AUX", "SCONJ"}:
        if view.tokens[begin].text in ",;:«»()":
            break
        begin -= 1
    begin += 1
    nominal = any(t.pos in NOMINAL or is_name(t) for t in view.tokens[begin : k + 1])
    if begin > k or not nominal:
        return -1, -1
    named = is_name(view.tokens[begin]) and begin + 1 == k and is_name(view.tokens[k])  # « De Pavant a indiqué »
    if view.tokens[begin].pos in {"ADP", "CCONJ"} and not named:
        return -1, -1
    return trimmed(view.text, view.tokens[begin].start, view.tokens[k].end)
