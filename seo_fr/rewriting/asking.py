"""A fact ready to be asked about: its parts, the gender that a pronoun needs, and the order of words of a question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from seo_fr.french import a, de, elide, invert, le, noun_gender, past_participle, que
from seo_fr.french.conjugation import conjugate
from seo_fr.model import Attribution, Gender, Number, Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.clauses import PRONOUNS, Clause, attribution_of, clauses, contiguous
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.keypoint import is_reporting, subordinate, whose_words
from seo_fr.rewriting.predicates import Said, adjoining, complements, contiguous_but_adverbs, joined, plural
from seo_fr.rewriting.speakers import lower_article
from seo_fr.rewriting.subjects import (
    DEMONSTRATIVES,
    POSSESSIVES,
    clear,
    fuller,
    gender_of,
    kinds,
    subject_text,
    without_asides,
)

CLITICS = frozenset(
    {"il", "elle", "ils", "elles", "lui", "eux", "leur", "y", "en", "l'", "l’", "le", "la", "les", "cela"}
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A clause in the parts of which questions are made."""

    clause: Clause
    subject: str
    """As it stands inside a sentence: « le lancement », « Meta »."""
    gender: Gender
    """Of the subject; "" where no pronoun may stand for it."""
    number: Number
    before: str
    """What precedes the finite verb: « s’ », « n’ », « se »; or ""."""
    finite: str
    after: str
    """The rest of the verb group: « pas », « été reporté »; or ""."""
    rest: tuple[Said, ...] | None
    """Complements, in order; None when they could not all be read."""
    whose: str
    """« selon X », when the clause stands on somebody's word; else ""."""
    certain: bool
    """Whether nothing casts doubt on the clause."""
    front: str = ""
    """A date or place that opened the sentence, without which the fact would be too wide; in lower case."""

    @property
    def sid(self) -> int:
        """Id of its sentence."""
        return self.clause.sid

    @property
    def verb(self) -> str:
        """The whole verb group."""
        return glued(self.before, " ".join(w for w in (self.finite, self.after) if w))


def fact_of(ctx: Context, clause: Clause) -> Fact | None:
    """The parts of a clause that can be asked about; None for quotations, subordinates, questions, vague subjects."""
    if any(q.start <= clause.verb.start < q.end for q in ctx.quotations(clause.sid)):
        return None
    if subordinate(ctx, clause) or ctx.sentence(clause.sid).text.rstrip().endswith("?"):
        return None
    if is_reporting(clause) and not (clause.passive or clause.reflexive):
        return None
    attribution = attribution_of(ctx, clause)
    words = whose_words(ctx, clause, attribution) if attribution is not None else ("",)
    subject = named_subject(ctx, clause)
    if attribution is not None:
        words = tuple(full_speaker(ctx, attribution, w) for w in words)
    if not words or subject is None or re.search(r"\w\.\w", subject):
        return None
    front = opening(ctx, clause, told=attribution is not None)
    if front is None:
        return None
    group = [t for t in clause.group if clause.copula is None or t.i != clause.verb.i]
    if any(t.pos == "PRON" and t.text.lower().rstrip("'’") not in {"se", "s"} for t in group):
        return None
    last = clause.subject[-1]
    if not whole(ctx, group) or not (next_to(ctx, last, group[0]) or tail_of_name(ctx, clause, group[0])):
        return None
    at = group.index(clause.finite) if clause.finite in group else -1
    if at < 0:
        return None
    subject = f"{shortened(ctx, clause, subject)} {tail_of_name(ctx, clause, group[0])}".strip()
    finite = clause.finite.text
    if clause.tense == "pluperfect":  # once on its own, the fact is simply past
        finite = {"avait": "a", "avaient": "ont", "était": "est", "étaient": "sont"}.get(finite, finite)
    scopes = [s for s in ctx.scopes(clause.sid) if s.start <= clause.verb.start < s.end and s.kind != "modal"]
    return Fact(
        clause,
        subject,
        gender(ctx, clause, subject),
        "p" if plural(clause) else "s",
        joined(group[:at]),
        finite,
        joined(group[at + 1 :]),
        read_complements(ctx, clause),
        words[0],
        not scopes,
        front,
    )


CONDITION_RE = re.compile(
    r"(?:si|s[’']il|quand|lorsqu|dès (?:que|lors)|tant que|à condition|à moins|en cas|au cas|sauf|sans|faute|selon|d[’']après|comme|"
    r"sous réserve|hormis|hors|excepté|depuis que)",
    re.IGNORECASE,
)
LOOSE_RE = re.compile(
    r"(?:alors que|tandis que|bien que|quoique|malgré|après|avant|suite à|à la suite|grâce|afin|pour (?:que|[^\W\d_]+(?:er|ir|re|oir)\b)|"
    r"au[- ]delà|outre|en plus|face à|à cette occasion|à l[’']occasion|de son côté|de leur côté|pour (?:sa|leur) part|par ailleurs|en effet|"
    r"vers \d|en outre|ainsi|enfin|notamment|par exemple|en revanche|de plus|d[’']autre part|au total|en particulier)",
    re.IGNORECASE,
)


def opening(ctx: Context, clause: Clause, *, told: bool) -> str | None:
    """The date or place before the subject, "" for none; None when something there limits the fact.

    Causes, contrasts, aims and what came before may go: the fact stays true without them.
    """
    droppable = load_toml("rewriting/keypoint.toml")["droppable_adverbs"]
    kept = ""
    for complement in clause.before:
        text = ctx.span(complement.tokens).strip(" ,").replace("'", "’")
        low = text.lower()
        if not low or low in droppable or LOOSE_RE.match(low):
            continue
        if CONDITION_RE.match(low):
            if told and re.match(r"(?:selon|d’après)", low):
                continue
            return None
        first = complement.tokens[0]
        if first.morph.get("VerbForm") in {"Part", "Ger"} and complement.dep in {"advcl", "acl"}:
            continue
        if kept or len(complement.tokens) > 9 or "," in text or "«" in text or complement.dep == "advcl":
            return None
        shown = phrase(ctx, complement.tokens)
        if shown is None or not re.match(r"(?:le \d|l’année \d|(?:en|à|au|aux|dans|sur|depuis|pendant|durant|lors|dès|chez|chaque)\b)", shown.lower()):
            return None
        kept = shown[:1].lower() + shown[1:]
    return kept


def full_speaker(ctx: Context, attribution: Attribution, whose: str) -> str:
    """« selon le Bureau d’enquêtes », where the analysis kept but the first word of a body's name."""
    if attribution.entity < 0 or not whose.startswith("selon "):
        return whose
    name, speaker = ctx.analysis.entities[attribution.entity].name, attribution.speaker.strip(" ,")
    cut = f"{name} d" in speaker and whose == f"selon {name}" and len(speaker.split()) <= 9
    return f"selon {lower_article(speaker)}" if cut else whose


LONGEST_SUBJECT = 9


def shortened(ctx: Context, clause: Clause, text: str) -> str:
    """A long subject without its last participles: « l’accident survenu sur le vol X assuré par Y » → « … vol X »."""
    if len(text.split()) <= LONGEST_SUBJECT:
        return text
    for token in clause.subject[3:]:
        if token.dep in {"acl", "acl:relcl", "conj"} and token.head != clause.subject_head.i:
            before = ctx.text[clause.subject[0].start : token.start].strip(" ,")
            cut = text[: len(before)].rstrip(" ,").removesuffix(" et").strip()
            return cut if len(cut.split()) >= 4 else text
    return text


HEDGES = frozenset({"probablement", "peut-être", "sans", "doute"})


def whole(ctx: Context, group: list[Token]) -> bool:
    """Whether nothing stands inside a verb group but adverbs that may go, or that cast a doubt noted elsewhere."""
    if contiguous_but_adverbs(ctx, group):
        return True
    held = {t.i for t in group}
    inside = [ctx.analysis.tokens[i] for i in range(group[0].i, group[-1].i + 1) if i not in held]
    return all(t.text.lower() in HEDGES for t in inside)


def tail_of_name(ctx: Context, clause: Clause, first: Token) -> str:
    """« XL » of « la 3DS XL », left between subject and verb by the parser; "" when there is none."""
    tokens = ctx.analysis.tokens[clause.subject[-1].i + 1 : first.i]
    named = 0 < len(tokens) <= 3 and all(t.text[0].isupper() or t.text[0].isdigit() or t.text == "-" for t in tokens)
    return ctx.span(tokens) if named else ""


def next_to(ctx: Context, last: Token, first: Token) -> bool:
    """Whether only an aside between commas or brackets, or an adverb that may go, parts subject and verb."""
    if adjoining(ctx, last.i, first.i):
        return True
    text = ctx.text[last.end : first.start].strip()
    return len(text) > 2 and (text[0], text[-1]) in {(",", ","), ("(", ")")} and " qui " not in text


def read_complements(ctx: Context, clause: Clause) -> tuple[Said, ...] | None:
    """All the complements after the verb; None when one is left out or cannot be shown."""
    found = complements(ctx, clause)
    return None if found is None else tuple(found)


def glued(before: str, after: str) -> str:
    """Two words with a space, but for an elided first."""
    return f"{before}{after}" if not before or before[-1] in "'’" else f"{before} {after}"


def named_subject(ctx: Context, clause: Clause) -> str | None:
    """The subject as a question can name it, in lower case at its article; None when it cannot be named."""
    named = joint(ctx, clause) or subject_text(ctx, clause) or known(ctx, clause)
    if named is None:
        first = clause.subject[0]
        if clause.subject_head.text.lower() in PRONOUNS or first.text.lower() not in DEMONSTRATIVES:
            return None
        tokens = without_asides(ctx, clause.subject)
        return phrase(ctx, tokens) if tokens else None
    if named in {e.name for e in ctx.analysis.entities} or clause.subject_head.pos == "PRON" or named == joint(ctx, clause):
        return named
    if named.lower() == ctx.span(clause.subject[: len(named.split()) + 6]).lower()[: len(named)]:
        tokens = without_asides(ctx, clause.subject)
        return phrase(ctx, tokens) if tokens else None
    return lowered(clause.subject[0], named)


def known(ctx: Context, clause: Clause) -> str | None:
    """« La capsule », at the end of an article that tells of one capsule only; a name in capitals that has no label."""
    head = clause.subject_head
    if len(clause.subject) == 1 and sum(c.isupper() for c in head.text) > 1:
        return head.text
    if (name := defined(ctx, clause) or followed(ctx, clause)) is not None:
        return name
    if head.pos != "NOUN" or head.lemma.lower() in load_toml("rewriting/questions.toml")["vague"]:
        return None
    others = [t for t in ctx.analysis.tokens if t.pos == "NOUN" and t.lemma == head.lemma and t.i != head.i]
    told = [set(re.findall(r"\w+", kind)) for kind in kinds(ctx, [*others, head])]
    if len(told) > 1 and not set.intersection(*told):
        return None  # « la capsule Dragon », « la capsule SpaceX-Dragon » are one; « un camion-citerne », « un camion rouge » two
    return subject_text(ctx, clause, in_context=True)


def followed(ctx: Context, clause: Clause) -> str | None:
    """The name that « il » or « elle » takes up from the sentences just before, when nobody else could be meant.

    The pronoun opens its sentence; the subject of each sentence before, back to the name, is that pronoun again; and
    no other person, for a person, is named in between.
    """
    head = clause.subject_head
    low = head.text.lower()
    if low not in {"il", "elle"} or head.start != ctx.sentence(clause.sid).start:
        return None
    block = ctx.sentence(clause.sid).block
    for sid in range(clause.sid - 1, max(-1, clause.sid - 4), -1):
        root = ctx.root(sid)
        subject = next((k for k in ctx.children(root) if k.dep in {"nsubj", "nsubj:pass"}), None) if root else None
        if subject is None or ctx.sentence(sid).block != block:
            return None
        if subject.text.lower() == low and subject.start == ctx.sentence(sid).start:
            continue
        entity = ctx.entity_at(subject.start, subject.end)
        if entity is None and sid == clause.sid - 1:
            return parallel(ctx, clause, sid)
        if entity is None or subject.pos == "PRON" or (entity.gender and (entity.gender == "f") != (low == "elle")):
            return None
        others = {m.entity for s in range(sid, clause.sid) for m in ctx.mentions(s)} - {entity.id}
        if entity.label == "PER" and any(ctx.analysis.entities[e].label == "PER" for e in others):
            return None
        if entity.label == "PER" and not entity.gender:
            return None
        counts = Counter(m.entity for m in ctx.analysis.mentions)
        return entity.name if counts[entity.id] == max(counts.values()) else None
    return None


SHORT_SENTENCE = 14


def parallel(ctx: Context, clause: Clause, sid: int) -> str | None:
    """The common noun that « elle » takes up: subject of a short sentence of one clause just before, alike in gender."""
    found = clauses(ctx, sid)
    if len(found) != 1 or len(ctx.sentence(sid).text.split()) > SHORT_SENTENCE:
        return None
    before = found[0]
    wanted = "f" if clause.subject_head.text.lower() == "elle" else "m"
    if before.subject[0].text.lower() not in {"le", "la"} or gender_of(ctx, before.subject_head) != wanted:
        return None
    return subject_text(ctx, before) or known(ctx, before)


def defined(ctx: Context, clause: Clause) -> str | None:
    """« Cette île » → « Belle-Île », when the article has said that Belle-Île is an island."""
    head = clause.subject_head
    if clause.subject[0].text.lower() not in DEMONSTRATIVES or head.pos != "NOUN":
        return None
    for token in ctx.analysis.tokens[: clause.subject[0].i]:
        if token.lemma != head.lemma or not any(k.dep == "cop" for k in ctx.children(token)):
            continue
        subject = next((k for k in ctx.children(token) if k.dep == "nsubj"), None)
        entity = ctx.entity_at(subject.start, subject.end) if subject is not None else None
        if entity is not None and entity.label != "PER":
            return entity.name
    return None


def joint(ctx: Context, clause: Clause) -> str | None:
    """« Le programme EIG et Latitudes » with a plural verb, of which the parser kept the second half only."""
    first = clause.subject[0]
    named = ctx.entity_at(clause.subject_head.start, clause.subject_head.end) is not None
    if not plural(clause) or not (named or clause.subject_head.pos == "PROPN") or first.i < 2 or first.pos == "DET":
        return None
    tokens = ctx.analysis.tokens
    if tokens[first.i - 1].text.lower() != "et" or tokens[first.i - 1].sentence != clause.sid:
        return None
    start = first.i - 2
    while start > 0 and first.i - start < 8 and tokens[start - 1].sentence == clause.sid and tokens[start].pos != "DET":
        if tokens[start - 1].pos in {"VERB", "AUX", "PUNCT"}:
            break
        start -= 1
    if tokens[start].pos not in {"DET", "PROPN"}:
        return None
    return lowered(tokens[start], ctx.span((*tokens[start : first.i], *clause.subject)))


def lowered(first: Token, text: str) -> str:
    """A phrase without the capital that only the start of its sentence gave it."""
    if first.pos in {"DET", "ADP", "ADV", "NUM"} or (first.pos in {"NOUN", "ADJ"} and not first.ent):
        return text[:1].lower() + text[1:]
    return text


def phrase(ctx: Context, tokens: Sequence[Token], *, possessives: bool = False) -> str | None:
    """A stretch of the source without pronouns; « ce N » becomes « le N » where one N alone can be meant.

    None when something in it points elsewhere. *possessives*: what they stand for is named beside.
    """
    if not tokens or not contiguous(tuple(tokens)):
        return None
    out = ""
    skip = -1
    for k, token in enumerate(tokens):
        low = token.text.lower()
        if token.i <= skip:
            continue
        if token.pos == "PRON" and low in CLITICS:
            return None
        if low in POSSESSIVES and token.pos == "DET" and not possessives:
            return None
        gap = " " if k and tokens[k - 1].end < token.start else ""
        if low in DEMONSTRATIVES and token.pos in {"DET", "PRON", "ADJ"}:
            head = ctx.head(token)
            noun = definite(ctx, token, head)
            if noun is None:
                return None
            words = out.rsplit(" ", 1)
            last = words[-1].lower()
            if last in {"de", "à"}:
                joined_ = de(noun) if last == "de" else a(noun)
                out = f"{words[0]} {joined_}" if len(words) > 1 else joined_
            else:
                out = f"{out}{gap}{noun}"
            skip = head.i
            continue
        out = f"{out}{gap}{token.text}"
    return lowered(tokens[0], out) if tokens[0].text.lower() not in DEMONSTRATIVES else out


def definite(ctx: Context, det: Token, head: Token) -> str | None:
    """« cette chute » → « la chute », « ces postes » → « les postes »; None where the noun is not that clear."""
    if head.pos != "NOUN" or head.i <= det.i or head.i - det.i > 2:
        return None
    between = ctx.text[det.end : head.start]
    if head.i - det.i == 2 and ctx.analysis.tokens[det.i + 1].pos not in {"ADJ", "NUM"}:
        return None
    longer = fuller(ctx, head)
    if not longer and not seen(ctx, head):
        return None
    number: Number = "p" if det.text.lower() == "ces" else "s"
    known: dict[str, Gender] = {"ce": "m", "cet": "m", "cette": "f", "ces": ""}
    alone_ = not any(k.dep in {"nmod", "amod", "acl"} for k in ctx.children(head) if k.i > head.i)
    noun = between.strip() + (" " if between.strip() else "") + (longer if longer and alone_ else head.text)
    return le(noun, known[det.text.lower()], number)


def seen(ctx: Context, head: Token) -> bool:
    """Whether the article has told of such a thing at its start, or just before."""
    if clear(ctx, head) and head.sentence > 0 and not_alone_only_by_class(ctx, head):
        return True
    form = head.text.lower()
    return any(t.text.lower() == form and t.pos == "NOUN" for t in ctx.tokens(head.sentence - 1))


def not_alone_only_by_class(ctx: Context, head: Token) -> bool:
    """Whether the noun was there before: a complement of its own does not make « ce N » known."""
    form = head.text.lower()
    return any(t.text.lower() == form and t.pos == "NOUN" and t.sentence < 2 for t in ctx.analysis.tokens[: head.i])


def gender(ctx: Context, clause: Clause, shown: str) -> Gender:
    """Gender of the subject as shown, for a pronoun; "" where neither article, agreement nor lexicon tells."""
    entity = next((e for e in ctx.analysis.entities if e.name == shown), None)
    head = clause.subject_head
    if head.text.lower() in {"il", "elle"} and (entity is None or entity.label != "PER"):
        return "f" if head.text.lower() == "elle" else "m"
    if entity is not None:
        return entity.gender if entity.label == "PER" else ""
    if head.text.lower() not in shown.lower():
        return ""
    if shown == joint(ctx, clause):
        return "m" if re.match(r"le ", shown) or " et le " in shown else ""
    heads = [head, *(k for k in ctx.children(head) if k.dep == "conj")]
    found = [noun_gender_of(ctx, t) for t in heads]
    if "m" in found:
        return "m"
    agreed = agreement(clause)
    if agreed:
        return agreed
    return "f" if all(g == "f" for g in found) else ""


def noun_gender_of(ctx: Context, noun: Token) -> Gender:
    """Gender of a noun by its article, then by our lexicon."""
    if noun.pos == "PROPN":
        return gender_of(ctx, noun)
    return gender_of(ctx, noun) or noun_gender(noun.lemma.lower())


def agreement(clause: Clause) -> Gender:
    """The gender that a participle after « être » shows."""
    participle = clause.verb
    if not (clause.passive or clause.reflexive or any(t.lemma == "être" for t in clause.group)):
        return ""
    number: Number = "p" if plural(clause) else "s"
    text, lemma = participle.text.lower(), participle.lemma.lower()
    feminine = past_participle(lemma, gender="f", number=number)
    masculine = past_participle(lemma, gender="m", number=number)
    if feminine == masculine:
        return ""
    return "f" if text == feminine else "m" if text == masculine else ""


def ask(word: str, fact: Fact, rest: Sequence[str] = (), *, plain: bool = True, object_first: bool = False) -> str:
    """A question on a fact: « Quand sortira X ? », « Pourquoi X a-t-il fermé Y ? », « Pourquoi est-ce que … ? ».

    *plain*: the subject may follow the verb when no complement does. *object_first*: *word* holds the object, so that
    the subject may follow the verb even before an adjunct.
    """
    tail = " ".join(r for r in rest if r)
    known_ = bool(invert(fact.finite, gender=fact.gender, number=fact.number))
    if plain and len(fact.subject.split()) <= 12 and (not tail or (object_first and not known_)):
        text = f"{elide(word, fact.verb) if word == 'Que' else f'{word} {fact.verb}'} {fact.subject} {tail}"
    else:
        inverted = invert(fact.finite, gender=fact.gender, number=fact.number)
        if inverted:
            group = glued(fact.before, " ".join(w for w in (inverted, fact.after) if w))
            text = f"{word} {fact.subject} {group} {tail}"
        else:
            text = f"{word} est-ce {que(fact.subject)} {fact.verb} {tail}"
    return " ".join(text.split()) + " ?"


def present(lemma: str, number: Number = "s") -> str:
    """The present of a verb in the third person; "" when it is unknown."""
    return conjugate(lemma, "present", number=number) or ""
