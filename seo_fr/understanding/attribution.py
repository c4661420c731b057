"""Who says what: every stretch of the source that holds only on somebody's word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from seo_fr.model import Attribution, AttributionKind, Quotation, Token
from seo_fr.resources import load_toml
from seo_fr.understanding.lexicon import verbs, words
from seo_fr.understanding.selon import attributed_by_selon
from seo_fr.understanding.speech import Saying, sayings, subject_span
from seo_fr.understanding.view import View, is_name, low, trimmed

CLOSING = '»”"'
Link = Callable[[int, int], int]
"""Gives the entity that a speaker's span stands for, or -1."""


def find_attributions(view: View, quotations: Sequence[Quotation], link: Link) -> tuple[Attribution, ...]:
    """All attributions, in order; a quotation over several sentences gives one for each sentence that it touches."""
    out: list[Attribution] = []
    for sentence in view.source.sentences:
        if view.source.block_of(sentence).kind in {"heading", "row"}:
            continue
        out.extend(attributed_by_selon(view, sentence.id, quotations))
        for saying in sayings(view, sentence.id):
            out.extend(of_saying(view, saying, quotations))
        out.extend(of_bare_colon(view, sentence.id, quotations))
    out = [finished(view, a, link) for a in without_doubles(out)]
    return tuple(sorted(out, key=lambda a: (a.sentence, a.start, -a.end, a.kind)))


def of_saying(view: View, saying: Saying, quotations: Sequence[Quotation]) -> list[Attribution]:
    """What a verb of saying attributes, by whichever frame it stands in."""
    lexicon = verbs()
    if saying.lemma in lexicon.incise or " " in saying.lemma:
        if found := as_incise(view, saying, quotations):
            return found
    if found := as_colon(view, saying, quotations):
        return found
    if saying.lemma in lexicon.que or " " in saying.lemma:
        if found := as_que(view, saying, quotations):
            return found
    if saying.lemma in lexicon.infinitive:
        return as_infinitive(view, saying)
    return []


# ------------------------------------------------------------------------------------------------------------- incises


def as_incise(view: View, saying: Saying, quotations: Sequence[Quotation]) -> list[Attribution]:
    """« P, indique X » and « Q », a déclaré X."""
    first, last = view.tokens[saying.first], view.tokens[saying.last]
    before = view.previous(first)
    following = view.next(last)
    if before is None or saying.form != "finite":
        return []
    if before.text not in (",", "–", "—", "(") and before.text[-1] not in CLOSING and before.text not in "?!…":
        return trailing_clause(view, saying, quotations)
    speaker = (-1, -1)
    if saying.pronoun:
        joined = view.text[first.start : last.end + 6]
        match = re.search(rf"-({saying.pronoun})\b", joined, re.IGNORECASE)
        speaker = (first.start + match.start(1), first.start + match.end(1)) if match else (-1, -1)
    elif following is not None and low(following.text) not in {"que", "qu'", "à", "avoir", ":"}:
        speaker = speaker_after(view, following)
    if speaker == (-1, -1):
        return trailing_clause(view, saying, quotations)
    # subject and verb are in the plain order: « , qui ajoute », « , X dit »
    if any(t.i < saying.first and low(t.text) in {"qui"} for t in view.dependants(last, "nsubj")):
        return []
    at = trimmed(view.text, max(0, first.start - 4), first.start, " ,–—(\n")
    closing = next(
        (
            q
            for q in quotations
            if first.start - 5 <= q.end <= first.start
            and view.text[q.end : first.start].strip(" ,\u00a0\u202f")[:1] in tuple(CLOSING)
        ),
        None,
    )
    inside = next((q for q in quotations if q.start <= first.start and last.end <= q.end), None)
    base = dict(speaker_start=speaker[0], speaker_end=speaker[1], verb=saying.lemma)
    out: list[Attribution] = []
    if closing is not None and opens_clause(view, closing):
        out += spread(view, closing, first.sentence, base)
    elif inside is not None:
        out += spread(view, inside, first.sentence, base)
    else:
        start, end = clause_around(view, first, speaker[1], quotations)
        if end <= start:
            return []
        if closing is not None and closing.start < view.source.sentences[first.sentence].start:
            out += spread(view, closing, first.sentence, base)
        else:
            out.append(made(view, "incise", first.sentence, start, end, base))
    # « Q », dit X, « Q2 »
    resumed = next(
        (
            q
            for q in quotations
            if speaker[1] < q.start <= speaker[1] + 60 and q.start < view.source.sentences[first.sentence].end
        ),
        None,
    )
    if (
        resumed is not None
        and re.fullmatch(r"[^.;«»]*[,:]\s*«\s*", view.text[speaker[1] : resumed.start])
        and out
        and out[0].kind == "quote"
    ):
        out += spread(view, resumed, first.sentence, base)
    del at
    return out


def trailing_clause(view: View, saying: Saying, quotations: Sequence[Quotation]) -> list[Attribution]:
    """« P, un rapport de X le dit. »: subject and verb in plain order at the end of the sentence."""
    last = view.tokens[saying.last]
    following = view.next(last)
    if last.dep != "parataxis" and not (following is None or following.text == "."):
        return []
    if following is not None and following.text not in {".", ","}:
        return []
    start, end = subject_span(view, saying)
    if start < 0:
        return []
    subject = view.token_at(start)
    comma = view.previous(subject) if subject is not None else None
    if subject is None or comma is None or comma.text != "," or subject.sentence != last.sentence:
        return []
    sentence = view.source.sentences[last.sentence]
    clause = trimmed(view.text, clause_start(view, sentence.start, subject.start, quotations), comma.start)
    if clause[1] - clause[0] < 15 or not any(t.morph.get("VerbForm") == "Fin" for t in view.between(*clause)):
        return []
    return [made(view, "incise", last.sentence, *clause, dict(speaker_start=start, speaker_end=end, verb=saying.lemma))]


def speaker_after(view: View, token: Token) -> tuple[int, int]:
    """The speaker that an inverted verb of saying is followed by; (-1, -1) if what follows is something else."""
    if low(token.text) in {"de", "d'", "du", "comme", "par", "en", "dans", "sur"} or token.pos in {
        "ADP",
        "SCONJ",
        "PUNCT",
        "CCONJ",
    }:
        return -1, -1
    if not (token.pos in {"DET", "PROPN", "NUM", "NOUN", "PRON", "X"} or is_name(token)):
        return -1, -1
    end = view.np_end(token.i)
    if end == token.i:
        return -1, -1
    # « le président de X, Y, » : the apposition goes with it
    tail = view.tokens[end] if end < len(view.tokens) else None
    if tail is not None and tail.text == "," and tail.sentence == token.sentence:
        second = view.np_end(end + 1) if end + 1 < len(view.tokens) else end + 1
        closing = view.tokens[second] if second < len(view.tokens) else None
        opener = view.tokens[end + 1] if end + 1 < len(view.tokens) else None
        ends = closing is None or closing.sentence != token.sentence or closing.text in {",", ".", ";", "»"}
        if opener is not None and second > end + 1 and ends and (is_name(opener) or opener.pos in {"NOUN", "DET"}):
            end = second
    if end < len(view.tokens) and low(view.tokens[end].text) == "et" and view.tokens[end].sentence == token.sentence:
        second = view.np_end(end + 1)
        closing = view.tokens[second] if second < len(view.tokens) else None
        if second > end + 1 and (closing is None or closing.sentence != token.sentence or closing.text in ",.;"):
            end = second
    return trimmed(view.text, token.start, view.tokens[end - 1].end)


def clause_start(view: View, start: int, position: int, quotations: Sequence[Quotation]) -> int:
    """Where the clause before a position begins: after the last semicolon outside quotation marks."""
    for k in range(position - 1, start, -1):
        if view.text[k] == ";" and not any(q.start <= k < q.end for q in quotations):
            return k + 1
    return start


def clause_around(view: View, first: Token, speaker_end: int, quotations: Sequence[Quotation]) -> tuple[int, int]:
    """The clause that an incise stands in or closes."""
    sentence = view.source.sentences[first.sentence]
    start = clause_start(view, sentence.start, first.start, quotations)
    tail = view.text[speaker_end : sentence.end]
    end = first.start
    if re.match(r"\s*,\s+\w", tail) and any(
        t.morph.get("VerbForm") == "Fin" for t in view.between(speaker_end, sentence.end)
    ):
        head = view.between(start, first.start)
        if not any(t.morph.get("VerbForm") == "Fin" for t in head):
            end = sentence.end
    return trimmed(view.text, start, end, " ,;:.\n–—(")


def opens_clause(view: View, quotation: Quotation) -> bool:
    """Whether a quotation stands by itself: nothing, a semicolon, a colon or a full stop before it."""
    sentence = view.source.sentences[quotation.sentences[0]]
    before = view.text[sentence.start : quotation.start].rstrip(' «“"\u00a0\u202f')
    return not before or before[-1] in ";:.–—"


def spread(view: View, quotation: Quotation, sid: int, base: dict[str, object]) -> list[Attribution]:
    """One attribution for each sentence that a quotation touches."""
    out = []
    for touched in quotation.sentences:
        sentence = view.source.sentences[touched]
        start, end = max(sentence.start, quotation.start), min(sentence.end, quotation.end)
        if end > start:
            out.append(made(view, "quote", touched, start, end, base))
    del sid
    return out


def made(view: View, kind: AttributionKind, sid: int, start: int, end: int, base: dict[str, object]) -> Attribution:
    """An attribution whose speaker is not yet linked."""
    speaker_start, speaker_end = int(str(base["speaker_start"])), int(str(base["speaker_end"]))
    speaker = view.text[speaker_start:speaker_end] if speaker_start >= 0 else ""
    return Attribution(kind, sid, speaker, speaker_start, speaker_end, -1, str(base["verb"]), start, end)


# --------------------------------------------------------------------------------------------------- colons and « que »


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
    return spread(
        view, quotation, sentence.id, dict(speaker_start=speaker[0], speaker_end=speaker[1], verb=saying.lemma)
    )


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
    return spread(view, quotation, sid, dict(speaker_start=sentence.start, speaker_end=end, verb=""))


def sentence_end(view: View, token: Token) -> int:
    """End of the sentence of a token."""
    return view.source.sentences[token.sentence].end


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
    if subject in {"je", "j'", "nous", "tu", "vous"}:
        return []
    if (
        subject in {"il", "cela", "ça"}
        and saying.form == "finite"
        and any(t.dep.startswith("expl") and t.dep != "expl:comp" for t in view.dependants(last))
    ):
        speaker = (-1, -1)
    if speaker[0] < 0 and saying.form == "finite" and last.morph.get("Mood") == "Imp":
        return []
    if speaker[0] < 0 and saying.form == "finite" and not subject:
        # « Notons que », « Rappelons que » speak for the author
        if view.previous(view.tokens[saying.first]) is None:
            return []
    end = reported_end(view, saying, que)
    opening = next(
        (q for q in quotations if view.text[que.end : q.start].strip(' «“"') == "" and que.end <= q.start), None
    )
    if opening is not None and opening.end < end and opening.whole:
        # « précise que « Q », en ajoutant… »: the quotation is what is said, to its closing mark
        end = opening.end + len(view.text[opening.end : opening.end + 2].rstrip(" ,.;"))
        if sentence_end(view, que) < end:
            end = sentence_end(view, que)
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
            dict(speaker_start=speaker[0], speaker_end=speaker[1], verb=saying.lemma),
        )
    ]


def complementiser(view: View, verb: Token) -> Token | None:
    """The « que » that opens the reported clause of a verb; None if there is none."""
    barred = words(load_toml("understanding/attribution.toml")["not_que"])
    current = view.next(verb)
    steps = 0
    depth_np = False
    while current is not None and steps < 25:
        form = low(current.text)
        before = view.previous(current)
        if form in {"que", "qu'"} and before is not None:
            if low(before.text) in barred:
                current, steps = view.next(current), steps + 1
                continue
            return None if depth_np else current
        if form in {"si", "comment", "pourquoi", "qui", "dont", "où", ";", ":", "«", "“"} or current.text == ".":
            return None
        if current.pos in {"VERB", "AUX"} and current.morph.get("VerbForm") == "Fin":
            return None
        if form in {"plus", "moins", "aussi", "autant", "tellement", "même", "autre"}:
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
        if current.pos in {"VERB"} and not current.morph.get("VerbForm") == "Part":
            return False
        current = view.previous(current)
    lemma = low(noun.text)
    return lemma in {
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "matin",
        "soir",
        "semaine",
        "hier",
        "tour",
        "fois",
        "après-midi",
        "mois",
        "année",
        "part",
        "aujourd'hui",
        "jour",
    } or (noun.dep in {"obl:mod", "nmod"} and low(view.tokens[noun.i - 1].text) in {"ce", "cette", "cet"})


def reported_end(view: View, saying: Saying, que: Token) -> int:
    """Where the reported clause stops: a semicolon, the return of the main clause, or the end of the sentence."""
    sentence = view.source.sentences[que.sentence]
    tokens = [t for t in view.of_sentence(sentence.id) if t.i > que.i]
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
        if token.morph.get("VerbForm") != "Fin" or token.i <= que.i + 1:
            continue
        head = view.tokens[token.head] if token.pos == "AUX" else token
        comma = cut_before(view, token, que)
        if comma is None:
            continue
        if head.dep == "conj" and view.tokens[head.head].i in {verb.i, main_of(view, verb).i} and head.i > que.i:
            return comma.start
        if verb.dep == "acl:relcl" and view.tokens[view.tokens[verb.head].head].i == head.i:
            return comma.start
    return sentence.end


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
    while following is not None and (following.pos == "ADV" or low(following.text) in {"ne", "n'", "pas"}):
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
    if speaker[0] < 0 or low(view.text[speaker[0] : speaker[1]]) in {"je", "j'", "nous", "tu", "vous"}:
        return []
    end = reported_end(view, saying, last)
    start, end = trimmed(view.text, following.start, end, " ,;:.!?\n")
    return [
        made(
            view,
            "infinitive",
            last.sentence,
            start,
            end,
            dict(speaker_start=speaker[0], speaker_end=speaker[1], verb=saying.lemma),
        )
    ]


# ----------------------------------------------------------------------------------------------------------- finishing


def without_doubles(found: Iterable[Attribution]) -> list[Attribution]:
    """The first of several attributions of one stretch."""
    seen: set[tuple[int, int, str]] = set()
    out = []
    for item in found:
        key = (item.start, item.end, item.verb)
        if key not in seen:
            seen.add(key)
            out.append(item)
    return out


def finished(view: View, item: Attribution, link: Link) -> Attribution:
    """The attribution with its speaker linked to an entity and judged anonymous or not."""
    entity = link(item.speaker_start, item.speaker_end) if item.speaker_start >= 0 else -1
    return replace(item, entity=entity, anonymous=entity < 0 and is_anonymous(view, item))


def is_anonymous(view: View, item: Attribution) -> bool:
    """Whether a speaker without a known name is unnamed or collective."""
    data = load_toml("understanding/attribution.toml")
    spoken = low(item.speaker).split()
    if not spoken or spoken[0] == "on":
        return True
    if spoken[0] in {"il", "elle", "ils", "elles", "qui"}:
        return False
    if words(data["anonymous"]) & set(spoken):
        return True
    first = re.sub(r"^(?:l'|d')", "", spoken[0]) if spoken[0].startswith(("l'un", "d'autres")) else spoken[0]
    if first in words(data["indefinite"]) or first in {"une", "un", "autres"}:
        return True
    return first in {"les", "ces", "ses", "leurs"}
