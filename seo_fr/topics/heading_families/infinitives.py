"""« Planifier des missions de contrôle »: what something is for, as an infinitive; it asserts nothing."""

from __future__ import annotations

import re

from seo_fr.french import capitalize_first
from seo_fr.model import Token
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, lengths, phrases_of, words_of
from seo_fr.topics.heading_families.clauses import Complement, printed
from seo_fr.topics.heading_families.phrases import content
from seo_fr.understanding.view import low

TALK_RE = re.compile(r"^(?P<said>(?P<verb>[A-ZÀ-Ý][a-zà-ÿ]+) [^,;:«»()]+?)(?:, (?:[^;:«»()]{0,60}, )?| )c’est\b")
LEAST_TALK = 3
GRANTING_RE = re.compile(r"(?:bien qu|même si|quoiqu|si |s['’]il|quand bien même)", re.I)
OF_A_THING = -0.6
"""What the aim of a thing, « des bases pour bâtir un club », is worth less than that of what is done."""
GRANTED = -2.5
"""What an aim is worth less that only a concession or a condition names."""
"""Words of an infinitive that a sentence speaks about, for it to head a section."""
SUBJECT_RE = re.compile(
    r"^(?P<said>(?P<verb>[A-ZÀ-Ý][a-zà-ÿ]+) [^,;:«»()]+?) "
    r"(?:est|était|a été|fut|sera|reste|permet|demande|exige|suppose) (?!que\b)"
)
"""« Admettre ses erreurs a été une étape »: the infinitive is what the sentence speaks of."""
SHOULD_RE = re.compile(
    r"\b(?:il (?:faut|faudra|faudrait)|on (?:devrait|doit)|il convient de|il suffit de) "
    r"(?:malgré tout |donc |aussi |alors |cependant |toutefois |d['’]abord )?"
    r"(?P<said>(?!se |s['’]|ne |y |en |le |la |les |l['’])[a-zà-ÿ]+(?:er|ir|re) [^,;:«»().]+?)"
    r"(?=[,;:(.]|$|\s(?:comme|afin|pour|avant|sauf|si|mais|car|lorsqu|quand)\b)",
    re.IGNORECASE,
)
CONDITION_RE = re.compile(r"\b(?:si|s['’]il|quand|lorsqu\w*|dans|en cas|alors qu\w*|avant|après)\b[^.;:]*$", re.I)
"""What stands before a duty and binds it to a case."""
ARGUMENTS = frozenset({"obj", "obl", "obl:arg", "obl:mod", "iobj", "xcomp", "ccomp", "advcl", "conj", "advmod"})


def infinitives(stage: Stage, sid: int) -> list[Candidate]:
    """Candidates among the infinitives of purpose, use, duty and mission."""
    out = []
    most = lengths()["most"]
    for verb in stage.view.of_sentence(sid):
        if verb.pos != "VERB" or verb.morph.get("VerbForm") != "Inf" or not led_in(stage, verb):
            continue
        if low(verb.lemma) in words_of("telling") or stage.in_quotation(verb.start, verb.end):
            continue
        kids = [k for k in stage.view.dependants(verb) if k.i > verb.i and k.dep in ARGUMENTS]
        if not any(k.dep == "obj" for k in kids):
            continue
        text, at, whole = verb.text, verb.i + 1, True
        kept: list[Token] = []
        for kid in sorted(kids, key=lambda t: t.i):
            branch = stage.view.subtree(kid)
            extra = printed(stage, Complement(kid.dep, kid, branch), at)
            needed = kid.dep in {"obj", "obl:arg", "iobj", "xcomp"}
            if not extra or len(text) + 1 + len(extra) > most:
                whole = not needed and len(kept) > 0
                break
            if any(low(t.text) in words_of("third_possessives") for t in branch):
                whole = bool(kept)
                break
            text, at = f"{text} {extra}", branch[-1].i + 1
            kept += branch
        if whole and kept and len(content(tuple(kept))) >= 2:
            before = stage.view.previous(verb)
            of_a_thing = verb.dep == "acl" and before is not None and low(before.text) == "pour"
            bonus = GRANTED * granted(stage, verb) + OF_A_THING * of_a_thing
            out.append(candidate(capitalize_first(text), (sid,), "infinitive", low(verb.lemma), bonus=bonus))
    return out


def granted(stage: Stage, verb: Token) -> bool:
    """Whether an infinitive hangs on what « bien que », « si », « même si » grants or supposes."""
    sentence = stage.analysis.source.sentences[verb.sentence]
    opened = GRANTING_RE.match(sentence.text)
    if opened is not None and "," not in stage.text[sentence.start : verb.start]:
        return True
    token = verb
    while token.head != token.i:
        token = stage.view.tokens[token.head]
        if token.dep == "advcl" and any(k.dep == "mark" for k in stage.view.dependants(token)):
            return True
    return False


def topics_of_talk(stage: Stage, sid: int) -> list[Candidate]:
    """« Trier ses déchets, c’est… »: the infinitive that a sentence opens on, to say something of it."""
    sentence = stage.analysis.source.sentences[sid]
    match = TALK_RE.match(" ".join(sentence.text.split()).replace("'", "’"))
    first = next(iter(stage.view.of_sentence(sid)), None)
    if match is None or first is None or not match["verb"].lower().endswith(("er", "ir", "re")):
        return []
    if first.morph.get("VerbForm") != "Inf" and first.pos not in {"VERB", "NOUN"}:
        return []
    text = match["said"]
    words = text.lower().split()
    outside = words_of("third_possessives") | words_of("pointing")
    if not len(words) >= LEAST_TALK or len(text) > lengths()["most"] or outside & set(words):
        return []
    return [candidate(text, (sid,), "infinitive", match["verb"].lower(), bonus=0.6)]


def subjects_of_talk(stage: Stage, sid: int) -> list[Candidate]:
    """« Admettre ses limites a été une première étape »: the infinitive that is the subject of a sentence."""
    sentence = stage.analysis.source.sentences[sid]
    match = SUBJECT_RE.match(" ".join(sentence.text.split()).replace("'", "’"))
    first = next(iter(stage.view.of_sentence(sid)), None)
    if match is None or first is None or first.morph.get("VerbForm") != "Inf":
        return []
    return in_words(stage, sid, match["said"], first, 0.8)


def duties(stage: Stage, sid: int) -> list[Candidate]:
    """« Il faudrait malgré tout libeller les descriptions »: what the text says should be done, as an infinitive."""
    sentence = stage.analysis.source.sentences[sid]
    text = " ".join(sentence.text.split())
    out = []
    for match in SHOULD_RE.finditer(text.replace("'", "’")):
        if CONDITION_RE.search(text[: match.start()]):
            continue
        verb = match["said"].split()[0]
        token = next(
            (t for t in stage.view.of_sentence(sid) if t.text == verb and t.morph.get("VerbForm") == "Inf"), None
        )
        if token is not None and low(token.lemma) not in words_of("telling"):
            out += in_words(stage, sid, match["said"], token, 0.4)
    return out


def in_words(stage: Stage, sid: int, text: str, verb: Token, bonus: float) -> list[Candidate]:
    """An infinitive and what follows it as one candidate, where it points at nothing outside it."""
    words = text.lower().replace("’", " ").split()
    outside = words_of("third_possessives") | words_of("pointing")
    tokens = stage.view.between(verb.start, verb.start + len(text))
    finite = any(t.morph.get("VerbForm") == "Fin" for t in tokens)
    fits = len(words) >= LEAST_TALK and len(text) <= lengths()["most"] and len(content(tuple(tokens))) > LEAST_TALK - 1
    last = tokens[-1].pos in {"NOUN", "PROPN", "ADJ", "VERB", "ADV"} if tokens else False
    if not fits or finite or not last or outside & set(words) or stage.in_quotation(verb.start, verb.end):
        return []
    return [candidate(capitalize_first(text), (sid,), "infinitive", low(verb.lemma), bonus=bonus)]


def led_in(stage: Stage, verb: Token) -> bool:
    """Whether an infinitive follows words that make it a purpose, a use, a duty or a mission."""
    before = stage.view.previous(verb)
    if before is None:
        return False
    first = stage.view.tokens[verb.head]
    if verb.dep == "conj" and first.i < verb.i and first.morph.get("VerbForm") == "Inf" and low(before.text) == "de":
        return led_in(stage, first)  # « permettra de resserrer… et de multiplier… »
    words = [low(before.text)]
    second = stage.view.previous(before)
    if second is not None:
        words.insert(0, low(second.text))
        third = stage.view.previous(second)
        if third is not None:
            words.insert(0, low(third.text))
    tail = " ".join(words)
    return any(tail == lead or tail.endswith(f" {lead}") for lead in phrases_of("infinitive_leads"))
