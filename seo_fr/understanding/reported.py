"""Reported clauses: « X dit que P », « X a annoncé : « Q » », « X affirme avoir fait »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.model import Attribution, Quotation, Token
from seo_fr.resources import load_toml
from seo_fr.understanding.apposition import role_nouns
from seo_fr.understanding.clauses import SUBJECTS, SUBORDINATORS, opens_with_verb
from seo_fr.understanding.lexicon import verbs, words
from seo_fr.understanding.speech import Saying, noun_span, subject_span
from seo_fr.understanding.view import View, low, trimmed
from seo_fr.understanding.voice import FIRST_PERSON, Voice, made, spread

RELATIVE = frozenset("qui que qu' dont où".split())
STILL = ("tout de", "quand")
"""What makes of « même » an adverb: « reconnaît tout de même que P »."""
STOPS = frozenset(".;:?!")
NEGATIONS = frozenset("ne n' pas plus jamais rien guère se s' l' le la les lui leur y en".split())
LONGEST_CLAUSE = 400
"""Most words of a reported clause that are looked at for its end."""
LONGEST_OBJECT = 12
"""Most words between a verb and what it bears on."""


def as_colon(view: View, saying: Saying, quotations: Sequence[Quotation]) -> list[Attribution]:
    """« X a annoncé : « Q » », « affirmant « Q » »."""
    last = view.tokens[saying.last]
    sentence = view.source.sentences[last.sentence]
    quotation = next((q for q in quotations if last.end <= q.start <= sentence.end), None)
    if quotation is None:
        return []
    gap = view.text[last.end : quotation.start].rstrip(' «“"\u00a0\u202f')
    if not gap.strip():
        if not quotation.whole:
            return []
    elif not (gap.endswith(":") and len(gap) <= 160 and not re.search(r"[.;!?]", gap[:-1])):
        return []
    if any(t.morph.get("VerbForm") == "Fin" and t.pos == "VERB" for t in view.between(last.end, quotation.start)):
        return []
    speaker = subject_span(view, saying) if not saying.pronoun else (-1, -1)
    if speaker[0] < 0 and not saying.pronoun and saying.form == "finite":
        return []
    return spread(view, quotation, Voice(*speaker, saying.lemma))


def of_bare_colon(view: View, sid: int, quotations: Sequence[Quotation]) -> list[Attribution]:
    """« Anne Roche : « Q » »: a name, a colon, a quotation."""
    sentence = view.source.sentences[sid]
    match = re.match(r"((?:[A-ZÀ-Ý][\w’'-]+ ){1,4})?([A-ZÀ-Ý][\w’'-]+)\s?:\s*[«“]", sentence.text)
    if match is None:
        return []
    quotation = next((q for q in quotations if sid in q.sentences and q.start >= sentence.start), None)
    if quotation is None or not quotation.whole:
        return []
    end = sentence.start + match.end(2)
    return spread(view, quotation, Voice(sentence.start, end, ""))


def of_announced(view: View, sid: int, quotations: Sequence[Quotation]) -> list[Attribution]:
    """« X part du raisonnement suivant : « Q » »: a noun for words, a colon, a quotation; the subject says it."""
    sentence = view.source.sentences[sid]
    quotation = next((q for q in quotations if q.whole and sid in q.sentences and q.start > sentence.start), None)
    if quotation is None:
        return []
    nouns = "|".join(sorted(words(load_toml("understanding/attribution.toml")["announcing"])))
    before = view.text[sentence.start : quotation.start]
    if not re.search(rf"\b(?:{nouns})(?: [a-zà-ÿ]+)? ?:[\s«“]*$", before):
        return []
    for token in view.of_sentence(sid):
        if token.start >= quotation.start:
            break
        verb = view.tokens[token.head]
        main = verb.start < quotation.start and verb.dep.split(":")[0] != "acl"
        if token.dep.split(":")[0] == "nsubj" and main and low(token.text) not in RELATIVE:
            start, end = noun_span(view, token, token.i + 1)
            known = role_nouns("people") | {"il", "elle", "ils", "elles"}
            if any(t.text[:1].isupper() or low(t.text) in known for t in view.between(start, end)):
                return spread(view, quotation, Voice(start, end, ""))
    return []


def restricted(view: View, saying: Saying) -> bool:
    """« ne rapporteront que 3 milliards »: « ne » right before the verb and no second half of a negation after it."""
    group = view.tokens[saying.first : saying.last + 1]
    if not any(low(t.text) in {"ne", "n'"} for t in group):
        return False
    last = view.next(view.tokens[saying.last])
    held = {low(t.text) for t in group} | ({low(last.text)} if last is not None else set())
    return not held & {"pas", "plus", "jamais", "rien", "guère", "point"}


def as_que(view: View, saying: Saying, quotations: Sequence[Quotation]) -> list[Attribution]:
    """« X dit que P », gerunds included."""
    last = view.tokens[saying.last]
    que = complementiser(view, last)
    if que is None:
        return []
    if restricted(view, saying):
        return []
    speaker = subject_span(view, saying)
    if saying.pronoun:
        speaker = (-1, -1)
    subject = low(view.text[speaker[0] : speaker[1]]) if speaker[0] >= 0 else ""
    if subject in FIRST_PERSON:
        return []
    if (
        (subject in {"cela", "ça"} or (subject == "il" and saying.lemma == "convenir"))
        and saying.form == "finite"
        and any(t.dep.startswith("expl") and t.dep != "expl:comp" for t in view.dependants(last))
    ):
        speaker = (-1, -1)
    if speaker[0] < 0 and saying.form == "finite" and last.morph.get("Mood") == "Imp":
        return []
    if speaker[0] < 0 and saying.form == "finite" and not subject and view.previous(view.tokens[saying.first]) is None:
        return []  # « Notons que », « Rappelons que » speak for the author
    end = reported_end(view, saying, que)
    if (main := main_clause(view, saying, que, quotations)) is not None:
        end, speaker = main[0], main[1:]
    opening = next(
        (
            q
            for q in quotations
            if que.end <= q.start <= que.end + 6 and not view.text[que.end : q.start].strip(' «“"\u00a0\u202f')
        ),
        None,
    )
    if opening is not None and opening.end < end and opening.whole:
        # « précise que « Q », en ajoutant… »: the quotation is what is said, to its closing mark
        end = opening.end + len(view.text[opening.end : opening.end + 2].rstrip(" ,.;"))
        if view.source.sentences[que.sentence].end < end:
            end = view.source.sentences[que.sentence].end
    start, end = trimmed(view.text, que.end, end, " ,;:.!?\n")
    if end <= start:
        return []
    return [
        made(
            view,
            "que",
            que.sentence,
            start,
            end,
            Voice(*speaker, saying.lemma),
        )
    ]


def main_clause(view: View, saying: Saying, que: Token, quotations: Sequence[Quotation]) -> tuple[int, int, int] | None:
    """« Estimant que A, il part »: the comma after A, and the speaker that follows it; or None."""
    before = view.previous(view.tokens[saying.first])
    if saying.form != "gerund" or not (before is None or (before.text == "," and view.previous(before) is None)):
        return None
    sentence = view.source.sentences[que.sentence]
    conditional = low(view.tokens[que.i + 1].text) in SUBORDINATORS if que.i + 1 < len(view.tokens) else False
    found = None
    for comma in view.between(que.end, sentence.end):
        if comma.text != "," or any(q.start <= comma.start < q.end for q in quotations):
            continue
        first = view.next(comma)
        if first is None or not any(t.morph.get("VerbForm") == "Fin" for t in view.between(que.end, comma.start)):
            continue
        k = first.i + 1 if low(first.text) in SUBJECTS else view.np_end(first.i)
        spoken = low(first.text) in SUBJECTS and view.tokens[k].pos in {"VERB", "AUX"}
        if spoken or (k > first.i and opens_with_verb(view.tokens[k : k + 6])):
            found = (comma.start, *trimmed(view.text, first.start, view.tokens[k - 1].end))
            if not conditional:
                return found
            conditional = False
    return found


def complementiser(view: View, verb: Token) -> Token | None:
    """The « que » that opens the reported clause of a verb; None if there is none."""
    barred = words(load_toml("understanding/attribution.toml")["not_que"])
    current = view.next(verb)
    steps = 0
    depth_np = False
    while current is not None and steps < 25:
        form = low(current.text)
        before = view.previous(current)
        following = view.next(current)
        if form == "qu" and following is not None and low(following.text) == "'":
            return None if depth_np else following  # « qu’« Q » », cut in two before the mark
        if form in {"que", "qu'"} and before is not None:
            added = low(before.text) == "aussi" and view.previous(before) is verb  # « conclut aussi que »
            still = low(before.text) == "même" and low(view.text[: before.start]).rstrip().endswith(STILL)
            if low(before.text) in barred and not added and not still:
                current, steps = view.next(current), steps + 1
                continue
            return None if depth_np else current
        if form in {"si", "comment", "pourquoi", "qui", "dont", "où", ";", ":", "«", "“"} or current.text == ".":
            return None
        if current.pos in {"VERB", "AUX"} and current.morph.get("VerbForm") == "Fin":
            return None
        still = form == "même" and low(view.text[: current.start]).rstrip().endswith(STILL)
        if form in {"plus", "moins", "aussi", "autant", "tellement", "même", "autre"} and not (
            still or (form == "aussi" and before is verb)
        ):
            return None
        if current.pos in {"NOUN", "PROPN", "PRON"} and not prepositional(view, current, verb):
            depth_np = True
        current, steps = view.next(current), steps + 1
    return None


def prepositional(view: View, noun: Token, verb: Token) -> bool:
    """Whether a noun after a verb stands under a preposition, a comma or as a time adverbial: no object of the verb."""
    current = view.previous(noun)
    while current is not None and current.i > verb.i:
        form = low(current.text)
        if current.pos == "ADP" or form in {"à", "au", "aux", "du", "des", "de", "d'", "en", ",", "("}:
            return True
        if current.pos in {"VERB"} and current.morph.get("VerbForm") != "Part":
            return False
        current = view.previous(current)
    times = words(load_toml("understanding/attribution.toml")["time_nouns"])
    return low(noun.text) in times or (
        noun.dep in {"obl:mod", "nmod"} and low(view.tokens[noun.i - 1].text) in {"ce", "cette", "cet"}
    )


def reported_end(view: View, saying: Saying, que: Token) -> int:
    """Where the reported clause stops: a semicolon, the return of the main clause, or the end of the sentence."""
    sentence = view.source.sentences[que.sentence]
    tokens = [t for t in view.tokens[que.i + 1 : que.i + 1 + LONGEST_CLAUSE] if t.sentence == que.sentence]
    verb = view.tokens[saying.last]
    level = 0
    for token in tokens:
        if token.text in "«“(":
            level += 1
        elif token.text in "»”)":
            if level == 0:
                return token.start
            level -= 1
        elif token.text == ";" and level == 0:
            return token.start
        if level == 0 and token.i > que.i + 2 and aside(view, token) and saying.form == "finite":
            return view.tokens[token.i - 1].start
        if level == 0 and token.i > que.i + 2 and takes_over(view, token):
            return view.tokens[token.i - 2].start
        if token.morph.get("VerbForm") != "Fin" or token.i <= que.i + 1:
            continue
        head = view.tokens[token.head] if token.pos == "AUX" else token
        joined = head.dep == "conj" and head.head in {verb.i, main_of(view, verb).i} and head.i > que.i
        resumed = verb.dep == "acl:relcl" and view.tokens[verb.head].head == head.i
        cut = cut_before(view, token, que) if joined or resumed else None
        if cut is not None and any(t.morph.get("VerbForm") == "Fin" for t in view.between(que.end, cut.start)):
            return cut.start  # what is said holds a verb of its own: « que X, comme Y, cède » is no main clause
    return sentence.end


def takes_over(view: View, token: Token) -> bool:
    """« X pense que A, et espère que B »: whether a second verb of saying, past « et », is the speaker’s."""
    joint = view.previous(token)
    comma = view.previous(joint) if joint is not None else None
    following = view.next(token)
    told = following is not None and low(following.text) in {"que", "qu'"}
    joined = joint is not None and low(joint.text) in {"et", "mais", "puis"} and comma is not None and comma.text == ","
    return told and joined and low(token.text) in verbs().finite


def aside(view: View, token: Token) -> bool:
    """« X dit que A, en ajoutant B »: whether a comma and a participle of saying open what the speaker does besides."""
    before = view.previous(token)
    if before is None or before.text != ",":
        return False
    verb = view.next(token) if low(token.text) == "en" else token
    if verb is None or not low(verb.text).endswith("ant"):
        return False
    told = view.next(verb)
    if verb is token and (told is None or low(told.text) not in {"que", "qu'", "qu", ":", "«", "“"}):
        return False  # « que A, ajoutant deux quais à B, C » is still what X says
    return low(verb.text) in verbs().gerund or low(verb.text) in words(verbs_besides())


def verbs_besides() -> str:
    """Participles of doing something besides saying: « en évoquant »."""
    return str(load_toml("understanding/attribution.toml")["besides"])


def main_of(view: View, verb: Token) -> Token:
    """The verb that governs a gerund or a participle; the verb itself otherwise."""
    if verb.morph.get("Tense") == "Pres" and verb.morph.get("VerbForm") == "Part" and verb.head != verb.i:
        return view.tokens[verb.head]
    return verb


def cut_before(view: View, verb: Token, que: Token) -> Token | None:
    """The comma or conjunction before a verb at which a coordinated main clause takes over."""
    current = view.previous(verb)
    seen: Token | None = None
    while current is not None and current.i > que.i:
        if low(current.text) in {"mais", "et", "or", "puis", "tandis", "alors"}:
            seen = current
            before = view.previous(current)
            return before if before is not None and before.text == "," else seen
        if current.text == ",":
            return current
        current = view.previous(current)
    return seen


def as_infinitive(view: View, saying: Saying) -> list[Attribution]:
    """« X affirme avoir fait », « X se dit prêt à »."""
    last = view.tokens[saying.last]
    following = view.next(last)
    while following is not None and (following.pos == "ADV" or low(following.text) in {"ne", "n'", "pas", "«", "“"}):
        following = view.next(following)
    if following is None or saying.form != "finite":
        return []
    first = view.tokens[saying.first]
    reflexive = low(first.text) in {"se", "s'"}
    infinitive = following.morph.get("VerbForm") == "Inf" or (
        low(following.text) in {"s'", "se", "l'", "en", "y", "les"}
        and (view.next(following) or following).morph.get("VerbForm") == "Inf"
    )
    adjective = reflexive and saying.lemma in {"dire", "déclarer", "affirmer"} and following.pos in {"ADJ", "VERB"}
    if not (infinitive or adjective):
        return []
    speaker = subject_span(view, saying)
    if speaker[0] < 0 or low(view.text[speaker[0] : speaker[1]]) in FIRST_PERSON:
        return []
    end = reported_end(view, saying, last)
    marked = view.previous(following)
    if marked is not None and marked.text in {"«", "“"} and marked.i > last.i:
        close = view.text.find("»" if marked.text == "«" else "”", following.start, end)
        end = close if close > 0 else end  # « affirme « agir pour tous » »
    start, end = trimmed(view.text, following.start, end, " ,;:.!?\n\u00a0\u202f")
    return [
        made(
            view,
            "infinitive",
            last.sentence,
            start,
            end,
            Voice(*speaker, saying.lemma),
        )
    ]


def as_de_infinitive(view: View, saying: Saying) -> list[Attribution]:
    """« X accuse Y d’avoir fait », « X lui reproche de ne rien faire », « X promet de revenir »."""
    last = view.tokens[saying.last]
    current = view.next(last)
    for _ in range(LONGEST_OBJECT):
        if current is None or current.text in STOPS or current.morph.get("VerbForm") == "Fin":
            return []
        following = view.next(current)
        while following is not None and low(following.text) in NEGATIONS:
            following = view.next(following)
        opens = low(current.text) in {"de", "d'"} and following is not None
        if opens and following is not None and following.morph.get("VerbForm") == "Inf":
            break
        current = view.next(current)
    else:
        return []
    speaker = subject_span(view, saying)
    if speaker[0] < 0 or low(view.text[slice(*speaker)]) in FIRST_PERSON or current is None:
        return []
    start, end = trimmed(view.text, current.start, reported_end(view, saying, current), " ,;:.!?\n")
    return [made(view, "infinitive", last.sentence, start, end, Voice(*speaker, saying.lemma))]


def as_marked(view: View, saying: Saying, quotations: Sequence[Quotation]) -> list[Attribution]:
    """« X a parlé d’une « réussite » »: words between marks in what a verb of judging or telling bears on."""
    last = view.tokens[saying.last]
    quotation = next((q for q in quotations if last.end <= q.start and last.sentence in q.sentences), None)
    if quotation is None:
        return []
    between = [t for t in view.between(last.end, quotation.start) if t.pos != "PUNCT" or t.text in STOPS | {","}]
    relative = view.text.startswith(("qui ", "dont "), quotation.start)  # « condamne des actes « qui nuisent » »
    if quotation.whole and not relative and not (between and between[-1].pos in {"DET", "ADP"}):
        return []
    named = re.search(
        r"\bcomme (?:étant )?(?:un |une |le |la |les |l['’])?[«“ \u00a0\u202f]*$", view.text[last.end : quotation.start]
    )
    far = len(between) > LONGEST_OBJECT or any(t.morph.get("VerbForm") == "Fin" for t in between)
    if any(t.text in STOPS for t in between) or (far and not named):
        return []  # but « a décrit X, qui A, comme « Q » »
    speaker = subject_span(view, saying)
    if speaker[0] < 0 or low(view.text[slice(*speaker)]) in FIRST_PERSON:
        return []
    return spread(view, quotation, Voice(*speaker, saying.lemma))
