"""What a clause says, as a heading: in the present tense, as a noun phrase, or as an apposition."""

from __future__ import annotations

from functools import cache
from typing import Any

from seo_fr.french import a, capitalize_first, de, elide, strip_final
from seo_fr.french.conjugation import conjugate
from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.topics.heading_families.base import Candidate, Stage, candidate, leavable, lengths, owned, words_of
from seo_fr.topics.heading_families.clauses import Clause, Complement, clauses, complements, printed, subject_of
from seo_fr.topics.heading_families.phrases import (
    NounPhrase,
    agreed,
    balanced,
    content,
    noun_phrase,
    self_sufficient,
    whole,
)
from seo_fr.topics.units import leans
from seo_fr.understanding.view import low

LEAST_SENTENCE = 22
LEAST_WORDS = 5
FRONTS = frozenset({"obl", "advcl"})
CUT = 1.2
"""What a fact is worth less whose last complement is cut."""
BARE = 3
"""Words of « est un concept », which says nothing."""
QUALITIES = 3
"""Nouns and adjectives of a definition that says enough when one more is left out."""


@cache
def action_nouns() -> dict[str, dict[str, Any]]:
    """Verb → action noun."""
    found: dict[str, dict[str, Any]] = load_toml("nominalisations.toml")["verb"]
    return found


def clause_owner(stage: Stage, clause: Clause, *, kept: str = "") -> str | None:
    """As :func:`owned`, for a clause; what stands under a verb of saying must have been understood as such."""
    start, end = clause.start, clause.verb.end
    suffix = owned(stage, clause.verb.sentence, start, end, kept=kept)
    return None if suffix == "" and clause.verb.dep == "ccomp" else suffix


def finite_form(stage: Stage, clause: Clause) -> str | None:
    """The verb group as a heading has it: the present for what has just happened; None where that is unsure."""
    if clause.tense == "other" or (clause.negated and clause.tense == "past"):
        return None
    if clause.tense != "past":
        return " ".join(stage.text[t.start : t.end] for t in clause.group).replace("’ ", "’").replace("' ", "'")
    if not clause.number:
        return None
    if clause.passive:
        return f"{conjugate('être', number=clause.number)} {stage.text[clause.verb.start : clause.verb.end]}"
    return conjugate(clause.lemma, number=clause.number)


def present_clauses(stage: Stage, sid: int) -> list[Candidate]:
    """« Meta propose des emplois sans entretien »: the clause, in the present where it told a past event."""
    out = []
    most = lengths()["most"]
    for clause in clauses(stage, sid):
        verb = low(clause.verb.lemma)
        if clause.subject is None or verb in words_of("telling") or vague(clause.subject):
            continue
        if first_name(stage, clause.subject) or bound_by_front(stage, clause):
            continue
        form = finite_form(stage, clause)
        if form is None:
            continue
        suffix = clause_owner(stage, clause, kept=form)
        if suffix is None:
            continue
        core = f"{clause.who} {form}"
        rest = complements(stage, clause, most - len(core) - len(suffix))
        bare = clause.copular and clause.verb.pos == "NOUN" and len(form.split()) <= BARE
        if rest is None or not (rest or clause.copular) or (bare and not rest):
            continue
        text = capitalize_first(f"{' '.join([core, *rest])}{suffix}")
        bonus = 0.15 * (clause.tense in {"present", "past"}) - 0.9 * (clause.verb.dep == "conj")
        bonus -= 1.1 * half_told(stage, clause)
        bonus -= CUT * abridged_in(stage, clause, rest)
        out.append(candidate(text, (sid,), "attributed_clause" if suffix else "clause", verb, bonus=bonus))
    return out


def half_told(stage: Stage, clause: Clause) -> bool:
    """Whether a clause is the second of « inscrit 13 buts et délivre 7 passes »: its first half would be lost."""
    if clause.verb.dep != "conj":
        return False
    first = stage.view.tokens[clause.verb.head]
    return any(k.dep in {"obj", "obl:arg"} and k.i > first.i for k in stage.view.dependants(first))


def abridged_in(stage: Stage, clause: Clause, said: list[str]) -> bool:
    """Whether the last complement printed is not whole: « des chercheurs », of « des chercheurs en biologie »."""
    part = clause.after[len(said) - 1] if said and len(said) <= len(clause.after) else None
    following = stage.view.next(part.tokens[-1]) if part is not None else None
    noun = stage.view.next(following) if following is not None else None
    if following is not None and noun is not None and low(following.text) == "en" and noun.pos == "NOUN":
        return True  # « des chercheurs | en biologie », which the parser hung on the verb
    if part is not None and part.dep != "obj":
        return False
    return part is not None and len(said[-1]) < len(stage.span(part.tokens))


def bound_by_front(stage: Stage, clause: Clause) -> bool:
    """Whether a place, a period or a condition before the subject is what the fact is true of."""
    subject = clause.subject_head
    fronts = [k for k in stage.view.dependants(clause.verb) if k.i < subject.i and k.dep.split(":")[0] in FRONTS]
    spans = [stage.span(stage.view.subtree(k)) for k in fronts]
    said = stage.attribution(subject.sentence, subject.start, clause.verb.end) is not None
    return any(not leavable(s) and not (said and low(s).startswith(("selon", "d'après", "pour "))) for s in spans)


def first_name(stage: Stage, subject: NounPhrase) -> bool:
    """Whether a subject is the first name, alone, of somebody whose full name is known."""
    entity = stage.entity_of(subject.tokens[0].start, subject.tokens[-1].end)
    return entity is not None and entity.label == "PER" and entity.name.startswith(f"{subject.text} ")


def vague(subject: NounPhrase) -> bool:
    """Whether a subject is a bare « l’entreprise », « le chercheur », whose name stands elsewhere."""
    bare = len(content(subject.tokens)) < 2
    return bare and low(subject.head.lemma) in words_of("standing_for")


def definitions(stage: Stage, sid: int) -> list[Candidate]:
    """« Belle-Île-en-Mer, la plus grande des îles du Ponant »: what the subject is, in apposition."""
    out = named_definitions(stage, sid)
    for root in stage.view.of_sentence(sid):
        if root.dep != "ROOT" or root.pos != "NOUN":
            continue
        kids = stage.view.dependants(root)
        copula = next((k for k in kids if k.dep == "cop"), None)
        subjects = [k for k in kids if k.dep == "nsubj" and k.i < root.i]
        if copula is None or len(subjects) != 1 or subjects[0].pos not in {"NOUN", "PROPN"}:
            continue
        if copula.morph.get("Tense") != "Pres" or copula.morph.get("Mood") != "Ind":
            continue
        subject, attribute = subject_of(stage, subjects[0]), noun_phrase(stage, root)
        if subject is not None and subject.tokens[0].pos == "DET" and low(subject.tokens[0].text)[:1] != "l":
            continue
        if subject is None or attribute is None or vague(subject) or attribute.tokens[0].pos != "DET":
            continue
        if subject.tokens[-1].i + 1 != copula.i or attribute.tokens[0].i != copula.i + 1:
            continue
        if (
            len(content(attribute.tokens)) < 2
            or not self_sufficient(attribute.tokens)
            or not (whole(stage, attribute.tokens) or one_quality_of_two(stage, attribute))
        ):
            continue
        if owned(stage, sid, subject.tokens[0].start, attribute.tokens[-1].end) != "":
            continue
        text = capitalize_first(f"{subject.text}, {attribute.text}")
        if len(text) <= lengths()["most"] and balanced(text):
            out.append(candidate(text, (sid,), "definition", low(root.lemma)))
    return out


def named_definitions(stage: Stage, sid: int) -> list[Candidate]:
    """The same where the parser lost itself: a name after a comma or at the start, « est un », and a noun."""
    out = []
    for copula in stage.view.of_sentence(sid):
        name, article = stage.view.previous(copula), stage.view.next(copula)
        before = stage.view.previous(name) if name is not None else None
        opened = before is None or before.text == "," or before.sentence != sid
        if low(copula.text) != "est" or name is None or name.pos != "PROPN" or not opened or article is None:
            continue
        noun = stage.view.next(article)
        while noun is not None and noun.pos == "ADJ":
            noun = stage.view.next(noun)
        attribute = noun_phrase(stage, noun) if noun is not None and noun.pos == "NOUN" else None
        if low(article.text) not in {"un", "une"} or attribute is None or attribute.tokens[0].i != article.i:
            continue
        telling = len(content(attribute.tokens)) > 1 and self_sufficient(attribute.tokens)
        if not telling or not agreed(attribute) or not whole(stage, attribute.tokens):
            continue
        text = f"{name.text}, {attribute.text}"
        if len(text) <= lengths()["most"] and owned(stage, sid, name.start, attribute.tokens[-1].end) == "":
            out.append(candidate(text, (sid,), "definition", low(attribute.head.lemma)))
    return out


def one_quality_of_two(stage: Stage, attribute: NounPhrase) -> bool:
    """Whether what goes on with « et » is another quality of the same noun: each is true without the other."""
    link = stage.view.next(attribute.tokens[-1])
    other = stage.view.next(link) if link is not None else None
    if link is None or other is None or low(link.text) != "et" or len(content(attribute.tokens)) < QUALITIES:
        return False
    return other.pos == "ADJ" or other.morph.get("VerbForm") == "Part"


def planned_actions(stage: Stage, sid: int) -> list[Candidate]:
    """« Vers la suppression de 1 600 emplois »: what somebody plans, decides or begins to do, as a noun phrase."""
    out = []
    most = lengths()["most"]
    for verb in stage.view.of_sentence(sid):
        if verb.pos != "VERB" or verb.morph.get("VerbForm") != "Inf" or verb.dep not in {"xcomp", "ccomp", "acl"}:
            continue
        lead = low(stage.view.tokens[verb.head].lemma).replace("'", "’")
        row = action_nouns().get(low(verb.lemma))
        if row is None or row["preposition"] != "de" or lead not in words_of("planning") | words_of("doing"):
            continue
        suffix = owned(stage, sid, verb.start, verb.end)
        kids = stage.view.dependants(verb)
        objects = [k for k in kids if k.dep == "obj" and k.i > verb.i]
        negated = any(
            low(k.text).rstrip("'") in {"ne", "n", "pas"}
            for k in (*kids, *stage.view.dependants(stage.view.tokens[verb.head]))
        )
        if suffix is None or len(objects) != 1 or negated or row["bears"] != "object":
            continue
        branch = stage.view.subtree(objects[0])
        noun = str(row["noun"])
        text = printed(stage, Complement("obj", objects[0], branch), verb.i + 1, most - len(noun) - len(suffix) - 12)
        if not text or not determined(text) or set(low(text).split()) & words_of("third_possessives"):
            continue
        start = "Vers " if lead in words_of("planning") else ""
        whole = f"{start}{elide('la' if row['gender'] == 'f' else 'le', noun)} {de(text)}{suffix}"
        out.append(candidate(capitalize_first(whole), (sid,), "nominalisation", noun, bonus=-0.2))
    return out


def nominalisations(stage: Stage, sid: int) -> list[Candidate]:
    """« La suppression de 8 000 postes », « Le recul des ventes »: what happens, as a noun phrase."""
    out = []
    most = lengths()["most"]
    for clause in clauses(stage, sid):
        row = action_nouns().get(clause.lemma)
        if row is None or clause.copular or clause.tense == "other" or clause.negated or clause.modal:
            continue
        if clause.passive and clause.lemma in words_of("planning"):
            continue  # « des défilés sont prévus » is no « prévision »
        if clause.tense == "present" and not clause.passive and clause.lemma in words_of("states"):
            continue
        suffix = clause_owner(stage, clause)
        if suffix is None:
            continue
        borne, agent, rest = borne_of(stage, clause, row)
        if borne is None or (thin(borne) and not rest) or (indefinite(clause.subject) and not clause.passive):
            continue
        noun = str(row["noun"])
        article = (
            "Vers la"
            if clause.tense in {"future", "near"} and row["gender"] == "f"
            else ("Vers le" if clause.tense in {"future", "near"} else ("La" if row["gender"] == "f" else "Le"))
        )
        head = elide(article, noun)
        text = f"{head} {joined(str(row['preposition']), borne)}"
        if clause.reflexive and row["preposition"] != "de" and agent:
            text, agent = f"{head} {de(agent)} {joined(str(row['preposition']), borne)}", ""
        for piece in rest:
            if len(text) + 1 + len(piece) + len(suffix) <= most:
                text = f"{text} {piece}"
            else:
                break
        if agent and len(text) + 5 + len(agent) + len(suffix) <= most and not rest:
            text = f"{text} par {agent}"
        text += suffix
        if len(text) > most:
            continue
        out.append(candidate(capitalize_first(text), (sid,), "nominalisation", noun, bonus=-0.2 * bool(suffix)))
    return out


def thin(phrase: str) -> bool:
    """Whether a phrase is « un plan », « une approche »: no subject for a heading."""
    words = low(phrase).split()
    return len(words) == 2 and words[0] in {"un", "une", "des", "du"}


def indefinite(subject: NounPhrase | None) -> bool:
    """Whether a subject is any one of its kind: it does nothing that could be named after it."""
    return subject is not None and low(subject.tokens[0].text) in {"un", "une", "des"}


def joined(preposition: str, phrase: str) -> str:
    """A preposition before a noun phrase with its article."""
    return de(phrase) if preposition == "de" else a(phrase) if preposition == "à" else f"{preposition} {phrase}"


def borne_of(stage: Stage, clause: Clause, row: dict[str, Any]) -> tuple[str | None, str, list[str]]:
    """What the action noun bears on, its agent, and the complements to carry along."""
    subject = clause.subject
    objects = [c for c in clause.after if c.dep == "obj"]
    most = lengths()["most"]
    if row["bears"] == "subject" or (clause.passive and row["preposition"] == "de"):
        if subject is None or objects or subject.cut or (clause.passive and row["bears"] == "subject"):
            return None, "", []
        agents = [c for c in clause.after if c.dep == "obl:agent"]
        agent = stage.span(agents[0].tokens[1:]) if agents and len(agents[0].tokens) <= 6 else ""
        if agents and agents[0].tokens[0].i != clause.verb.i + 1:
            agent = ""
        rest = [] if agent else complements(stage, clause, most - len(subject.text) - 20)
        return clause.who, agent, rest or []
    if row["preposition"] == "de":
        if len(objects) != 1 or objects[0].tokens[0].i != clause.verb.i + 1 or clause.reflexive:
            return None, "", []
        text = printed(stage, objects[0], clause.verb.i + 1, most - len(str(row["noun"])) - 9)
        own = words_of("third_possessives")
        if not text or any(word in own for word in low(text).split()) or not determined(text):
            return None, "", []
        return text, agent_of(clause), []
    wanted = {"à": {"à", "au", "aux"}}.get(row["preposition"], {row["preposition"]})
    for part in clause.after:
        if part.dep == "obl:arg" and low(part.tokens[0].text) in wanted and part.head.pos in {"NOUN", "PROPN"}:
            phrase = noun_phrase(stage, part.head)
            text = printed(stage, part, clause.verb.i + 1)
            if phrase is None or not text or not self_sufficient(phrase.tokens):
                return None, "", []
            return phrase.text, agent_of(clause), []
    return None, "", []


def agent_of(clause: Clause) -> str:
    """The subject as it follows « par »; "" where it cannot stand there."""
    if clause.subject is None or clause.subject.tokens[0].pos == "NUM" or vague(clause.subject):
        return ""
    return clause.who


def determined(text: str) -> bool:
    """Whether a noun phrase opens with an article or a number."""
    first = low(text).split()[0]
    if first in words_of("own_possessives"):
        return True
    return (
        first in {"le", "la", "les", "un", "une", "des", "du", "de"} or first[:2] in {"l'", "d'"} or first[0].isdigit()
    )


def sentences(stage: Stage, sid: int) -> list[Candidate]:
    """A short sentence of the source, whole, where it can stand alone: nothing is taken from it, nothing added."""
    sentence = stage.analysis.source.sentences[sid]
    text = " ".join(strip_final(sentence.text).split())
    tokens = stage.view.of_sentence(sid)
    if not LEAST_SENTENCE <= len(text) <= lengths()["most"] or len(text.split()) < LEAST_WORDS or not tokens:
        return []
    if not any(t.dep == "ROOT" and (t.pos == "VERB" or copular(stage, t)) for t in tokens) or not balanced(text):
        return []
    first = low(tokens[0].text).replace("'", "’")
    if first in words_of("droppable") or tokens[0].pos in {"CCONJ", "SCONJ", "INTJ"} or leans(text):
        return []
    if any(c in text for c in '«»"“”();:') or sentence.text.rstrip().endswith((":", ";", ",", "!", "…")):
        return []
    pointing = words_of("pointing") | words_of("third_possessives")
    if any(low(t.text).rstrip("'") in pointing and not (low(t.text) == "en" and t.pos == "ADP") for t in tokens):
        return []
    if any(
        t.pos == "PRON" and low(t.text).rstrip("'") not in {"se", "s", "qui", "où", "que", "qu", "quoi"} for t in tokens
    ):
        return []
    root = next(t for t in tokens if t.dep == "ROOT")
    if tokens[0].pos in {"ADV", "ADP"} or (tokens[0].pos == "NOUN" and tokens[0].i < root.i):
        return []
    if any(t.morph.get("VerbForm") == "Fin" and t.morph.get("Tense") not in {"Pres", "Fut"} for t in tokens):
        return []
    return [candidate(capitalize_first(text), (sid,), "sentence", low(root.lemma))]


def copular(stage: Stage, token: Token) -> bool:
    """Whether a word is what « être » says of a subject."""
    return any(k.dep == "cop" for k in stage.view.dependants(token))
