"""Names linked into entities: surname to full name, acronym to expansion, one label for all the places of a name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from seo_fr.model import Entity, Gender, Label, Mention, Role
from seo_fr.resources import load_toml
from seo_fr.understanding.lexicon import words
from seo_fr.understanding.names import Span, acronym_of, is_acronym, iter_titles
from seo_fr.understanding.view import View, low

MODEL_LABELS: dict[str, Label] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}


def link(view: View, spans: Sequence[Span]) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The entities of a text and every place where each is named."""
    keys = [key_of(span, spans) for span in spans]
    names: dict[str, list[Span]] = defaultdict(list)
    for key, span in zip(keys, spans, strict=True):
        names[key].append(span)
    expansions = acronyms(view, spans)
    merged = {key: expansions.get(key, key) for key in names}
    groups: dict[str, list[Span]] = defaultdict(list)
    for key, found in names.items():
        groups[merged[key] if merged[key] in names else key].extend(found)
    entities: list[Entity] = []
    mentions: list[Mention] = []
    for key in sorted(groups, key=lambda k: min(s.start for s in groups[k])):
        found = sorted(groups[key], key=lambda s: s.start)
        eid = len(entities)
        forms = Counter(span.text for span in found)
        full = fullest(found)
        label = label_of(view, found)
        entities.append(
            Entity(
                eid,
                full,
                label,
                tuple(sorted((f for f in forms if f != full), key=lambda f: (-len(f), f))),
                gender_of(view, found, label),
                "s",
                any(span.medium for span in found),
            )
        )
        mentions += [Mention(s.text, s.start, s.end, s.sentence, eid) for s in found]
    return tuple(entities), tuple(sorted(mentions, key=lambda m: m.start))


def key_of(span: Span, spans: Sequence[Span]) -> str:
    """What makes two names one: the name itself, or the full name of which a person's surname is the end."""
    text = low(span.text)
    if " " not in text and "-" not in text:
        fuller = {
            low(other.text)
            for other in spans
            if " " in other.text and low(other.text).split()[-1] == text and looks_like_person(other.text)
        }
        if len(fuller) == 1:
            return next(iter(fuller))
    elif text.startswith(("de ", "di ", "van ", "von ")):
        fuller = {low(other.text) for other in spans if low(other.text).endswith(f" {text}")}
        if len(fuller) == 1:
            return next(iter(fuller))
    return text


def looks_like_person(text: str) -> bool:
    """Whether a name opens with a known first name, or with an initial."""
    first = text.split(maxsplit=1)[0]
    return (
        first in words(load_toml("understanding/names.toml")["first_names"])
        or re.fullmatch(r"[A-Z]\.", first) is not None
    )


def acronyms(view: View, spans: Sequence[Span]) -> dict[str, str]:
    """Lower-case acronym → lower-case expansion, from « Expansion (ACR) », « ACR (Expansion) » and « l’ACR, le Expansion »."""
    out: dict[str, str] = {}
    for one, two in zip(spans, spans[1:], strict=False):
        between = view.text[one.end : two.start]
        if not re.fullmatch(r"\s?\(|, (?:le |la |l[’'])?|\s?\((?:le |la |l[’'])?", between):
            continue
        short, long = (two, one) if is_acronym(two.text) else (one, two)
        if is_acronym(short.text) and not is_acronym(long.text) and acronym_of(long.text).startswith(short.text[:2]):
            out[low(short.text)] = low(long.text)
    return out


def fullest(found: Sequence[Span]) -> str:
    """The longest form; the acronym gives way to its expansion only when that is short."""
    forms = sorted({s.text for s in found}, key=lambda t: (-len(t.split()), -len(t), t))
    short = [f for f in forms if is_acronym(f)]
    if short and len(forms[0].split()) > 4:
        return short[0]
    return forms[0]


def label_of(view: View, found: Sequence[Span]) -> Label:
    """Gazetteer first, then what surrounds the name, then the model's majority."""
    hints = Counter(s.hint for s in found if s.hint)
    if hints:
        return max(hints, key=lambda h: (hints[h], h))
    if any(looks_like_person(s.text) and " " in s.text for s in found) or any(
        list(iter_titles(view, s)) for s in found
    ):
        return "PER"
    if any(person_noun_before(view, s) for s in found):
        return "PER"
    if body := Counter(kind for s in found if (kind := noun_before(view, s))):
        return max(body, key=lambda k: (body[k], k))
    votes: Counter[Label] = Counter()
    for span in found:
        for token in view.tokens[span.first : span.last + 1]:
            if token.ent in MODEL_LABELS:
                votes[MODEL_LABELS[token.ent]] += 1
    if not votes:
        return "ORG" if all(is_acronym(s.text) for s in found) else "MISC"
    best = max(votes, key=lambda k: (votes[k], k))
    if best == "PER" and not any(" " in s.text for s in found):
        return "MISC"
    return best


def people_nouns() -> dict[str, Gender]:
    """Role noun → the gender that its form shows; "" when the form is the same for both."""
    out: dict[str, Gender] = {}
    for pair in load_toml("understanding/roles.toml")["people"].split():
        masculine, _, feminine = pair.partition("/")
        out[low(masculine)] = "m" if feminine and feminine != masculine else ""
        if feminine:
            out[low(feminine)] = "f"
    return out


def person_noun_before(view: View, span: Span) -> bool:
    """« le graphiste portugais Miguel Neiva », « le premier ministre Jean-Marc Ayrault »."""
    nouns = people_nouns()
    token = view.tokens[span.first]
    for _ in range(3):
        before = view.previous(token)
        if before is None or before.pos in {"VERB", "AUX", "ADP", "CCONJ", "PUNCT"}:
            return False
        if low(before.text) in nouns and before.pos != "VERB":
            return True
        token = before
    return False


def noun_before(view: View, span: Span) -> Label | None:
    """« la société SpaceX » is a body, « la ville de Brive » a place, « la capsule Dragon » a work."""
    data = load_toml("understanding/roles.toml")
    kinds: tuple[tuple[str, Label], ...] = (("bodies", "ORG"), ("places", "LOC"), ("works", "WORK"))
    token = view.tokens[span.first]
    before = view.previous(token)
    if before is not None and low(before.text) in {"de", "d'", "du"}:
        before = view.previous(before)
        kinds = (("places", "LOC"),)
    if before is None:
        return None
    for key, label in kinds:
        if low(before.text) in words(data[key]):
            return label
    return None


def gender_of(view: View, found: Sequence[Span], label: Label) -> Gender:
    """The gender of a person, where a title shows it."""
    if label != "PER":
        return ""
    data = load_toml("understanding/names.toml")
    for span in found:
        for title in iter_titles(view, span):
            if title in words(data["titles_m"]) or f"{title}." in words(data["titles_m"]):
                return "m"
            if title in words(data["titles_f"]):
                return "f"
    return ""


def with_genders(entities: Sequence[Entity], roles: Sequence[Role]) -> tuple[Entity, ...]:
    """Entities with the gender that their roles show."""
    shown: dict[int, set[Gender]] = defaultdict(set)
    for role in roles:
        if role.gender:
            shown[role.entity].add(role.gender)
    out = []
    for entity in entities:
        genders = shown.get(entity.id, set())
        known = entity.gender or (next(iter(genders)) if len(genders) == 1 else "")
        out.append(replace(entity, gender=known if entity.label == "PER" else entity.gender))
    return tuple(out)
