"""Incises: « P, indique X », « « Q », a déclaré X »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.model import Attribution, Quotation, Token
from seo_fr.resources import load_toml
from seo_fr.understanding.apposition import role_nouns
from seo_fr.understanding.lexicon import words
from seo_fr.understanding.speech import AUXILIARIES, Saying, subject_span
from seo_fr.understanding.view import View, is_name, low, trimmed
from seo_fr.understanding.voice import Voice, clause_start, made, opens_clause, spread

SHORTEST = 10
"""Fewest characters of a clause that somebody is said to say."""
TAIL_RE = re.compile(r"(?P<rest>(?:,| (?:en|au|aux|à|de|du|des|pour))[^.;:«»()]{0,80})?\s*[,:][\s«“\"]*")
"""What may stand between a speaker and its quotation: the rest of its phrase, a mark."""
CLOSING = '»”"'


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
    elif following is not None and low(following.text) not in {"que", "qu'", "avoir", ":"}:
        speaker = speaker_after(view, past_time(view, following))
        if before.text == "," and not may_speak(view, *speaker):
            speaker = (-1, -1)  # « Luc Farge, le maire, a dénoncé une dépense »
    if speaker == (-1, -1):
        return trailing_clause(view, saying, quotations)
    # subject and verb are in the plain order: « , qui ajoute », « , X dit »
    if any(t.i < saying.first and low(t.text) in {"qui"} for t in view.dependants(last, "nsubj")):
        return []
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
    voice = Voice(*speaker, saying.lemma)
    out: list[Attribution] = []
    if closing is not None and opens_clause(view, closing):
        out += spread(view, closing, voice)
    elif inside is not None:
        out += spread(view, inside, voice)
    else:
        start, end = clause_around(view, first, speaker[1], quotations)
        said = view.between(start, end)
        if said and low(said[-1].text) in {"qui", "dont", "où"}:
            # « X voit Y qui, dit-on, part »: the relative is what is said
            start, end = trimmed(view.text, said[-1].start, view.source.sentences[first.sentence].end, " ,;:.\n")
        if end <= start:
            return []
        said = view.between(start, end)
        named = any(is_name(t) or low(t.text) in role_nouns("people") for t in said)
        compound = low(first.text) in AUXILIARIES
        if (
            named
            and (compound or any(t.text == "," for t in said))
            and not any(t.morph.get("VerbForm") == "Fin" for t in said)
        ):
            return []  # « Le maire de Metz, Luc Farge, a annoncé la nouvelle »: a subject, not something said
        if closing is not None and closing.start < view.source.sentences[first.sentence].start:
            out += spread(view, closing, voice)
        else:
            out.append(made(view, "incise", first.sentence, start, end, voice))
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
        out += spread(view, resumed, voice)
    return out


def as_comme(view: View, saying: Saying, quotations: Sequence[Quotation]) -> list[Attribution]:
    """« P, comme l’indique X », « Comme X l’a rappelé, P », « P, comme le précise X : « Q » »."""
    first, last = view.tokens[saying.first], view.tokens[saying.last]
    if saying.form != "finite" or low(first.text) not in {"l'", "le"}:
        return []
    before, following = view.previous(first), view.next(last)
    if before is not None and low(before.text) == "comme":
        comme: Token | None = before
        speaker = speaker_after(view, following) if following is not None else (-1, -1)
    else:
        speaker = subject_span(view, saying)
        subject = view.token_at(speaker[0]) if speaker[0] >= 0 else None
        comme = view.previous(subject) if subject is not None else None
    if comme is None or low(comme.text) != "comme" or speaker[0] < 0:
        return []
    sentence = view.source.sentences[first.sentence]
    voice = Voice(*speaker, saying.lemma)
    past = max(speaker[1], last.end)
    quotation = next((q for q in quotations if past < q.start < sentence.end), None)
    tail = TAIL_RE.match(view.text, past, quotation.start) if quotation is not None else None
    if quotation is not None and tail is not None and tail.end() == quotation.start:
        return spread(view, quotation, Voice(speaker[0], past + len((tail["rest"] or "").rstrip()), saying.lemma))
    ahead = view.text[sentence.start : comme.start].strip(" ,«“")
    if not ahead or low(ahead) in {"mais", "et", "or", "car", "ainsi"}:
        start, end = trimmed(view.text, past, sentence.end, " ,;:.!?\n")
    else:
        start, end = trimmed(view.text, clause_start(view, sentence.start, comme.start, quotations), comme.start)
    if end - start < SHORTEST or not any(t.morph.get("VerbForm") == "Fin" for t in view.between(start, end)):
        return []
    return [made(view, "incise", first.sentence, start, end, voice)]


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
    if subject is not None and subject.pos == "PRON" and low(view.tokens[saying.first].text) not in {"le", "l'"}:
        return []  # « On dansait, on criait. »
    comma = view.previous(subject) if subject is not None else None
    if subject is None or comma is None or comma.text != "," or subject.sentence != last.sentence:
        return []
    sentence = view.source.sentences[last.sentence]
    clause = trimmed(view.text, clause_start(view, sentence.start, subject.start, quotations), comma.start)
    if clause[1] - clause[0] < 15 or not any(t.morph.get("VerbForm") == "Fin" for t in view.between(*clause)):
        return []
    return [made(view, "incise", last.sentence, *clause, Voice(start, end, saying.lemma))]


def past_time(view: View, token: Token) -> Token:
    """The token itself, or the first past an adverb, a day, who is told: « répondit alors X », « a dit à Y X »."""
    times = words(load_toml("understanding/attribution.toml")["time_nouns"])
    following = view.next(token)
    while following is not None and (token.pos == "ADV" or low(token.text) in times):
        token, following = following, view.next(following)
    if low(token.text) in {"à", "au", "aux"} and following is not None:
        first_names = words(load_toml("understanding/names.toml")["first_names"])
        end = view.np_end(following.i)
        told = view.tokens[following.i : end]
        # « a dit à l’agence Norva Anne Roche »
        cut = next((t.i for t in told[1:] if t.text in first_names and is_name(view.tokens[t.i - 1])), end)
        speaker = view.tokens[cut] if following.i < cut < len(view.tokens) else None
        if speaker is not None and speaker.sentence == token.sentence and (is_name(speaker) or speaker.pos == "DET"):
            return speaker
    return token


def may_speak(view: View, start: int, end: int) -> bool:
    """Whether a phrase is somebody or something that can say: a name, a role, a body, a document."""
    data = load_toml("understanding/attribution.toml")
    known = role_nouns("people") | role_nouns("bodies") | words(data["selon"]["sources"]) | words(data["telling"])
    known |= words(data["selon"]["close"]) | words(data["anonymous"])
    tokens = view.between(start, end)
    return any(is_name(t) or low(t.text) in known or t.pos == "PRON" for t in tokens)


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
        ends = closing is None or closing.sentence != token.sentence or closing.text in {",", ".", ";", "»", ":"}
        if opener is not None and second > end + 1 and ends and (is_name(opener) or opener.pos in {"NOUN", "DET"}):
            end = second
    if end < len(view.tokens) and low(view.tokens[end].text) == "et" and view.tokens[end].sentence == token.sentence:
        second = view.np_end(end + 1)
        closing = view.tokens[second] if second < len(view.tokens) else None
        if second > end + 1 and (closing is None or closing.sentence != token.sentence or closing.text in ",.;"):
            end = second
    return trimmed(view.text, token.start, view.tokens[end - 1].end)


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
    said = view.between(start, first.start)
    hanging = len(said) > 1 and said[-1].text == "," and low(said[-2].text) in AUXILIARIES
    if hanging and re.match(r"\s*,\s+\w", tail):
        end = sentence.end  # « Le quai est, dit-il, fermé »
    start, end = trimmed(view.text, start, end, " ,;:.\n–—(")
    if view.text[start:end].count("»") > view.text[start:end].count("«"):
        start, end = trimmed(view.text, start, end, " »\u00a0\u202f")  # the end of what an earlier sentence opens
    return start, end
