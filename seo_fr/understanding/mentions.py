"""Entities: names linked across the article, labelled by the evidence around them."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from seo_fr.model import Entity, Gender, Label, Mention, Role, Token
from seo_fr.resources import load_toml
from seo_fr.understanding.apposition import noun_before, role_nouns
from seo_fr.understanding.lexicon import verbs, words
from seo_fr.understanding.names import Span, acronym_of, is_acronym, iter_titles, load_places, spans
from seo_fr.understanding.view import View, low

MODEL_WEIGHT: dict[Label, float] = {"PER": 1.5, "ORG": 1.0, "LOC": 1.0, "MISC": 1.0}
"""What the parser's own label of one mention is worth."""
MOST_MODEL = 3.0
BEFORE: tuple[tuple[str, Label, float], ...] = (
    ("people", "PER", 4),
    ("bodies", "ORG", 4),
    ("places", "LOC", 3),
    ("works", "WORK", 4),
)
"""Kinds of nouns that may stand before a name, with the label each speaks for."""

FARTHEST_TITLE = 12
"""Most words of a phrase that says who somebody is, before a comma and the name."""


def find_mentions(view: View) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Entities with all their names in this article, and every place where one stands."""
    found = spans(view)
    clusters = link(view, found)
    order = sorted(clusters, key=lambda group: group[0].start)
    entities: list[Entity] = []
    mentions: list[Mention] = []
    for k, group in enumerate(order):
        names = Counter(span.text for span in group)
        name = full_name(names)
        label, medium = judge(view, group)
        gender = shown_gender(view, group, label)
        aliases = tuple(sorted(names.keys() - {name}, key=lambda n: (-names[n], n)))
        entities.append(Entity(k, name, label, aliases, gender, "s", medium))
        mentions.extend(Mention(s.text, s.start, s.end, s.sentence, k) for s in group)
    return tuple(entities), tuple(sorted(mentions, key=lambda m: m.start))


def full_name(names: Counter[str]) -> str:
    """The name to call an entity by: the fullest; for a person, the full form used most; an acronym for a long name."""
    fullest = max(names, key=lambda n: (len(n.split()), len(n), names[n]))
    acronyms = sorted(n for n in names if is_acronym(n))
    if acronyms and len(fullest.split()) > 4:
        return acronyms[0]
    if is_person_shape(fullest, None):
        full = [n for n in names if " " in n and is_person_shape(n, None)]
        return max(full, key=lambda n: (names[n], len(n), n))
    return fullest


# -------------------------------------------------------------------------------------------------------------- linking


def link(view: View, found: Sequence[Span]) -> list[list[Span]]:
    """Group the names that stand for one thing: same words, surname, acronym and expansion, short form."""
    by_text: dict[str, list[Span]] = defaultdict(list)
    for span in found:
        by_text[key_of(span.text)].append(span)
    parent = {key: key for key in by_text}

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    keys = sorted(by_text, key=lambda k: (-len(k.split()), by_text[k][0].start))
    for short in reversed(keys):
        fuller = [long for long in keys if long != short and is_short_for(short, long, by_text)]
        # two people of one surname: the name alone is nobody's for certain, unless one contains the other
        fuller = [k for k in fuller if not any(k != o and k in o.split(" ") for o in fuller)]
        tops = {root(k) for k in fuller}
        if len(tops) == 1:
            parent[root(short)] = tops.pop()
    for expansion, acronym in expansions(view, found):
        a, b = key_of(expansion), key_of(acronym)
        if a in parent and b in parent and root(a) != root(b):
            parent[root(b)] = root(a)
    groups: dict[str, list[Span]] = defaultdict(list)
    for key, same in by_text.items():
        groups[root(key)].extend(same)
    return [sorted(group, key=lambda s: s.start) for group in groups.values()]


def key_of(name: str) -> str:
    """A name without regard to case of acronyms, apostrophes and a leading article."""
    return low(name)


def is_short_for(short: str, long: str, by_text: dict[str, list[Span]]) -> bool:
    """Whether one name is a part of another and stands for it: a surname, « Samsung » of « Samsung Electronics »."""
    a, b = short.split(" "), long.split(" ")
    if len(a) >= len(b):
        return False
    span = by_text[long][0]
    sample = by_text[short][0]
    if sample.hint == "LOC" or (is_person_shape(span.text, span.hint) and span.hint == "LOC"):
        return False
    data = load_toml("understanding/names.toml")
    if is_person_shape(span.text, span.hint):
        if len(a) > 1 and a == b[: len(a)]:
            return True
        surname = b[1:]
        return (
            a == surname
            or a == b[-len(a) :]
            or (len(a) == 1 and a[0] == b[0] and sample.text in words(data["first_names"]))
        )
    if sample.text in words(data["first_names"]) or sample.text in words(data["institutions"]):
        return False
    if b[: len(a)] != a:
        return False
    # a product line or a version is another thing than its maker
    rest = span.text.split(" ")[len(a) :]
    if any(re.fullmatch(r"[\d.]+|[IVX]+|.*\d.*", part) for part in rest):
        return False
    if sample.hint == "ORG" and (span.hint == "ORG" or rest[0] in words(data["company_marks"])):
        return True
    # an acronym that the text uses before the longer name stands for itself
    introduced = sample.text.isupper() and span.start < sample.start
    return sample.hint is None and (rest[0] in words(data["company_marks"]) or len(a) >= 2 or introduced)


def is_person_shape(name: str, hint: Label | None) -> bool:
    """Whether a name is built as a person's: a known first name and a surname."""
    if hint is not None and hint != "PER":
        return False
    parts = name.split(" ")
    data = load_toml("understanding/names.toml")
    if len(parts) < 2 or (is_acronym(parts[1]) and len(parts) == 2):
        return False
    return parts[0] in words(data["first_names"])


def expansions(view: View, found: Sequence[Span]) -> list[tuple[str, str]]:
    """(expansion, acronym) pairs: « Major League Soccer (MLS) », « le BEA, le Bureau d’enquêtes »."""
    out = []
    for left, right in itertools.pairwise(found):
        if left.sentence != right.sentence:
            continue
        gap = low(view.text[left.end : right.start])
        if not (gap.strip() in {"(", ","} or gap.strip() in {", le", ", la", ", l'", "(le", "(la", "(l'"}):
            continue
        for long, short in ((left, right), (right, left)):
            if (
                is_acronym(short.text)
                and not is_acronym(long.text)
                and acronym_of(long.text)[:3] == short.text.rstrip("s")[:3]
            ):
                out.append((long.text, short.text))
    return out


# -------------------------------------------------------------------------------------------------------------- labels


def judge(view: View, group: Sequence[Span]) -> tuple[Label, bool]:
    """Label of an entity from all its mentions, and whether it is a news medium."""
    medium = any(s.medium for s in group)
    hints = Counter(s.hint for s in group if s.hint)
    score: defaultdict[Label, float] = defaultdict(float)
    for label, count in hints.items():
        score[label] += 6 * count
    for text in {s.text for s in group}:
        for label, weight in by_shape(text):
            score[label] += weight
    model: Counter[str] = Counter()
    for span in group[:12]:
        model[view.tokens[span.first].ent] += 1
        for label, weight in by_context(view, span):
            score[label] += weight
    for label, weight in MODEL_WEIGHT.items():
        # the model repeats its mistake at each mention: its votes are capped
        score[label] += min(MOST_MODEL, weight * model[label])
    if not any(score.values()):
        return "MISC", medium
    best = max(score.values())
    order: tuple[Label, ...] = ("PER", "ORG", "LOC", "WORK", "MISC")
    return next(label for label in order if score[label] == best), medium


def by_shape(text: str) -> list[tuple[Label, float]]:
    """Evidence in the name itself."""
    data = load_toml("understanding/names.toml")
    parts = text.split(" ")
    out: list[tuple[Label, float]] = []
    if is_person_shape(text, None):
        out.append(("PER", 5))
    if parts[0] in words(data["institutions"]) or low(parts[0]).startswith(("l'agence", "l'institut")):
        out.append(("ORG", 5))
    if any(p in words(data["company_marks"]) for p in parts[1:]):
        out.append(("ORG", 4))
    if is_acronym(text):
        out.append(("ORG", 1))
    if re.search(r"\d", text) and len(parts) > 1:
        out.append(("WORK", 2))
    if re.match(r"(?:Saint|Sainte|Mont|Île|Port|Cap|Val|Bourg|Château)-", text) or re.search(
        r"-(?:sur|sous|en|lès|les|la|le)-", text
    ):
        out.append(("LOC", 3))
    return out


def by_context(view: View, span: Span) -> list[tuple[Label, float]]:
    """Evidence around one mention."""
    out: list[tuple[Label, float]] = []
    if any(True for _ in iter_titles(view, span)):
        out.append(("PER", 6))
    before = view.previous(view.tokens[span.first])
    if before is not None:
        form = low(before.text)
        before2 = view.previous(before)
        for kind, label, weight in BEFORE:
            if noun_before(view, view.tokens[span.first], role_nouns(kind), crossing=kind != "places") is not None:
                out.append((label, weight))
                break
        if form == "," and " " in span.text and titled_before(view, before):
            out.append(("PER", 3))  # « l’ancien porte-parole de la mission, X, »
        if form in {"à", "en"} and (
            before2 is None or low(before2.text) not in {"face", "grâce", "quant", "comparé", "déclaré"}
        ):
            if span.text in load_places():
                out.append(("LOC", 3))
            elif form == "en" and not is_acronym(span.text):
                out.append(("LOC", 1.5))
        if form in {"de", "d'"} and before2 is not None:
            noun2 = low(before2.text)
            if noun2 in role_nouns("places"):
                out.append(("LOC", 3))
            elif noun2 in {
                "pdg",
                "patron",
                "patronne",
                "dirigeant",
                "dirigeants",
                "fondateur",
                "salariés",
                "employés",
                "actionnaires",
                "filiale",
                "action",
            }:
                out.append(("ORG", 3))
        if form in verbs().finite and before.pos == "VERB":
            out += [("PER", 1.5), ("ORG", 1)]  # « explique X »
        if form == "chez":
            out.append(("ORG", 2))
    out.extend(after_evidence(view, span))
    return out


def titled_before(view: View, comma: Token) -> bool:
    """Whether the phrase before a comma opens with an article and a noun for people: « le chef de la mission, »."""
    current = view.previous(comma)
    for _ in range(FARTHEST_TITLE):
        if current is None or current.text in set(",;:()«»") or current.morph.get("VerbForm") in {"Fin", "Inf"}:
            return False
        before = view.previous(current)
        if low(current.text) in role_nouns("people") and current.pos in {"NOUN", "PRON", "ADJ"}:
            while before is not None and before.pos == "ADJ":
                before = view.previous(before)
            if before is None or low(before.text) in {"le", "la", "l'", "son", "sa", "un", "une", "notre"}:
                return True
        current = view.previous(current)
    return False


def after_evidence(view: View, span: Span) -> list[tuple[Label, float]]:
    """Evidence in what follows a mention: an apposed role, a verb of saying, « née »."""
    last = view.tokens[span.last]
    out: list[tuple[Label, float]] = []
    nxt = view.next(last)
    if nxt is None:
        return out
    if nxt.text == ",":
        opener = view.next(nxt)
        if opener is not None:
            noun = (
                opener
                if opener.pos != "DET" and low(opener.text) not in {"le", "la", "l'", "un", "une"}
                else view.next(opener)
            )
            if noun is not None:
                form = low(noun.text)
                if form in role_nouns("people"):
                    out.append(("PER", 4))
                elif form in role_nouns("bodies"):
                    out.append(("ORG", 3))
                elif form in role_nouns("works"):
                    out.append(("WORK", 3))
                elif form in role_nouns("places"):
                    out.append(("LOC", 2))
            if low(opener.text) in {"né", "née"}:
                out.append(("PER", 4))
    if low(nxt.text) in {"né", "née"}:
        out.append(("PER", 4))
    bare = view.next(nxt) if low(nxt.text) in {"le", "la", "l'"} else None
    if bare is not None and low(bare.text) in role_nouns("people") and bare.pos != "VERB":
        out.append(("PER", 4))  # « Luc Farge le directeur du port »
    form = low(nxt.text)
    speaks = form in verbs().finite and nxt.pos == "VERB"
    if form in {"a", "avait"} and (after := view.next(nxt)) is not None and low(after.text) in verbs().participle:
        speaks = True
    if speaks and span.first - 1 >= 0:
        out += [("PER", 1.0), ("ORG", 0.8)]
    return out


# -------------------------------------------------------------------------------------------------------------- gender


def shown_gender(view: View, group: Sequence[Span], label: Label) -> Gender:
    """Gender that a title or an article before the name shows; or ""."""
    votes: Counter[Gender] = Counter()
    for span in group:
        for title in iter_titles(view, span):
            bare = title.rstrip(".")
            if bare in {"M", "Mr", "Monsieur"}:
                votes["m"] += 1
            elif bare in {"Mme", "Mlle", "Madame", "Mademoiselle"}:
                votes["f"] += 1
        before = view.previous(view.tokens[span.first])
        if before is not None and label != "PER" and not span.text.endswith("s"):
            form = low(before.text)
            if form in {"la", "une"}:
                votes["f"] += 1
            elif form in {"le", "un", "du", "au"}:
                votes["m"] += 1
    if len(votes) == 1:
        return next(iter(votes))
    return ""


def with_role_gender(entities: Sequence[Entity], roles: Sequence[Role]) -> tuple[Entity, ...]:
    """People without a shown gender take the one that their roles show, when all agree."""
    out = []
    for entity in entities:
        if entity.label == "PER" and not entity.gender:
            genders = {r.gender for r in roles if r.entity == entity.id and r.gender and r.number != "p"}
            if len(genders) == 1:
                entity = replace(entity, gender=genders.pop())
        out.append(entity)
    return tuple(out)
