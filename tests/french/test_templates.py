"""Every shipped template, with every kind of slot, leaves no hole and no fault of grammar."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest
from sweep import SLOTS, Slot, alarms, require_referee

from seo_fr.composition.compose import FILTERS
from seo_fr.composition.templates import environment, family_lines, shipped_families
from seo_fr.french import capitalize_first, conjugate, de, enumerate_fr, finish, que

NPS = tuple(slot.np for slot in SLOTS)
BARE = tuple(slot.bare for slot in SLOTS if not slot.name)
PLURALS = tuple(slot.np for slot in SLOTS if slot.number == "p" and not slot.name)
NOUNS = tuple(capitalize_first(slot.np) for slot in SLOTS if not slot.name)
VALUES: dict[str, tuple[object, ...]] = {
    # slot: what callers may put there
    "subject": NPS,
    "noun": PLURALS,
    "term": BARE,
    "topic": (*BARE, *(slot.np for slot in SLOTS if slot.name)),
    "terms": tuple(enumerate_fr(BARE[i : i + n]) for n in (2, 3) for i in range(0, len(BARE) - 3, 2)),
    "count": (2, 3, 4),
    "many": (True, False),
    "kind": ("montant", "prix", "niveau"),
    "event": tuple(f"{slot.np} {conjugate('ouvrir', 'future', number=slot.number)} le stade" for slot in SLOTS),
    "verb": ("évaluer", "établir", "préciser"),
    "full": NPS,
    "question": tuple(f"Qu’est-ce {que(slot.np)} ?" for slot in SLOTS if not slot.name and slot.number == "s"),
    "who": ("deux personnes qui ont vu la lettre", "trois témoins qui connaissent le dossier"),
}
OWN: dict[tuple[str, str], tuple[object, ...]] = {
    # (family, slot): where a family takes something else under that name
    ("background_heading_one", "noun"): NOUNS,
    ("unknown_amount", "what"): tuple(de(slot.np) for slot in SLOTS if not slot.name),
    ("unknown_remaining", "what"): tuple(capitalize_first(slot.np) for slot in SLOTS if not slot.name),
}


def _fit(values: dict[str, object]) -> bool:
    """« many » says whether « what » is plural."""
    what = str(values.get("what", ""))
    return "many" not in values or "what" not in values or values["many"] == what.startswith("Les ")


def _filled(family: str) -> Iterator[str]:
    """Each variant of a family with each combination of values (at most 400 a variant)."""
    from jinja2 import meta

    env = environment(None, FILTERS)
    for line in family_lines(env, family):
        names = sorted(meta.find_undeclared_variables(env.parse(line)))
        unknown = [name for name in names if name not in VALUES and (family, name) not in OWN]
        assert not unknown, f"{family}: say in VALUES what may stand in {unknown}"
        product = itertools.product(*(OWN.get((family, name)) or VALUES[name] for name in names))
        combinations = [found for values in product if _fit(found := dict(zip(names, values, strict=True)))]
        for found in combinations[:: max(1, len(combinations) // 400)]:
            text = " ".join(env.from_string(line).render(found).split())
            if text:
                yield finish(capitalize_first(text))


@pytest.mark.parametrize("family", shipped_families())
def test_no_hole(family: str) -> None:
    texts = list(_filled(family))
    assert texts
    for text in texts:
        assert not re.search(r"None|\{|\}|  | ,|le/la|\bde les?\b|\bà les?\b", text), text
        assert text[0].isupper() or not text[0].isalpha(), text


def test_no_fault_of_grammar() -> None:
    require_referee()
    sentences, headings = [], []
    for family in shipped_families():
        for text in _filled(family):
            (sentences if text.endswith((".", "?", "!", "…")) else headings).append(text)
    # A heading has no final stop: as Markdown headings they are read as such.
    assert alarms(sentences) == []
    assert alarms([f"## {heading}\n" for heading in headings], form="md") == []


def test_slots_cover_what_french_tells_apart() -> None:
    kinds = {(s.gender, s.number, s.onset, s.name) for s in SLOTS}
    onsets = ("vowel", "consonant", "h muet", "h aspiré")
    assert kinds == set(itertools.product(("m", "f"), ("s", "p"), onsets, (True, False)))
    assert isinstance(SLOTS[0], Slot)
