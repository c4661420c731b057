"""The helpers of the French layer, with every kind of slot, before a grammar checker."""

from __future__ import annotations

import itertools

import pytest
from sweep import SLOTS, Slot, alarms, require_referee, sweep

from seo_fr.french import (
    a,
    agree,
    capitalize_first,
    ce,
    compound,
    conjugate,
    de,
    enumerate_fr,
    est_ce_que,
    finish,
    indefinite,
    invert,
    keep,
    le,
    passive,
    qualify,
    que,
    si,
    son,
)
from seo_fr.french.conjugation import TENSES


def _verb(slot: Slot, lemma: str = "attirer") -> str:
    return conjugate(lemma, number=slot.number) or ""


TEMPLATES = {
    "de": lambda x: f"Le rôle {de(x.np)} reste discuté.",
    "a": lambda x: f"La commission a répondu {a(x.np)} mardi.",
    "que": lambda x: f"On sait {que(x.np)} {_verb(x)} les regards.",
    "si": lambda x: f"Nul ne sait {si(x.np)} {conjugate('convaincre', 'future', number=x.number)}.",
    "est-ce que": lambda x: f"{est_ce_que(x.np, word='Pourquoi')} {_verb(x)} les regards ?",
    "inversion": lambda x: (
        f"Pourquoi {x.np} {invert(_verb(x), gender=x.gender, number=x.number)} les regards ?" if x.name else None
    ),
    "passive": lambda x: f"{capitalize_first(x.np)} {passive('critiquer', number=x.number, gender=x.gender)} à Lyon.",
    "compound": lambda x: f"{capitalize_first(x.np)} {compound('surprendre', number=x.number)} tout le monde.",
    "être": lambda x: (
        f"{capitalize_first(x.np)} {compound('revenir', 'imperfect', number=x.number, gender=x.gender)} sur le sujet."
    ),
    "article": lambda x: (
        None if x.name else f"{capitalize_first(le(x.bare, x.gender, x.number))} {_verb(x)} les regards."
    ),
    "no gender": lambda x: (
        None if x.name or not le(x.bare, "", x.number) else f"Voici {le(x.bare, '', x.number)}, point par point."
    ),
    "ce": lambda x: None if x.name else f"Le maire défend {ce(x.bare, x.gender, x.number)} depuis un an.",
    "son": lambda x: None if x.name else f"La région défend {son(x.bare, x.gender, x.number)} depuis un an.",
    "de son": lambda x: (
        None if x.name else f"La région parle {de(son(x.bare, x.gender, x.number) or '')} depuis un an."
    ),
    "new": lambda x: (
        None if x.name else f"La région attend {indefinite(x.bare, 'nouveau', x.gender, x.number)} pour 2030."
    ),
    "important": lambda x: (
        None if x.name else f"La région attend {indefinite(x.bare, 'important', x.gender, x.number)} pour 2030."
    ),
    "attribute": lambda x: (
        f"{capitalize_first(x.np)} {conjugate('être', number=x.number)} {agree('présent', x.gender, x.number)} partout."
    ),
    "seam": lambda x: finish(f"la question de {keep(x.np)} revient ; le conseil pense à {keep(x.np)}."),
    "seam que": lambda x: finish(f"la presse dit que {keep(x.np)} {_verb(x)} les regards."),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_has_no_hole(name: str) -> None:
    texts = [text for _, text in sweep(TEMPLATES[name], "x")]
    assert len(texts) >= 8
    for text in texts:
        assert "None" not in text
        assert "  " not in text


def test_grammar_checker_finds_nothing() -> None:
    require_referee()
    texts = [finish(text) for render in TEMPLATES.values() for _, text in sweep(render, "x")]
    assert len(texts) > 400
    assert alarms(texts) == []


def test_two_slots() -> None:
    require_referee()
    texts = [
        finish(f"{capitalize_first(x.np)} {_verb(x, 'soutenir')} {enumerate_fr([y.np, 'la ville', 'le maire'])}.")
        for x, y in itertools.islice(itertools.product(SLOTS, SLOTS), 0, None, 5)
        if x != y
    ]
    assert len(texts) > 150
    assert alarms(texts) == []


def test_tenses() -> None:
    require_referee()
    verbs = "annoncer placer protéger appeler acheter payer finir prendre mettre venir voir recevoir conduire".split()
    texts = [
        f"{subject} {conjugate(verb, tense, number=number)}."
        for verb in verbs
        for tense in TENSES
        for subject, number in (("Il", "s"), ("Elles", "p"))
        if tense != "subjunctive"
    ]
    assert alarms(texts) == []


def test_adjectives() -> None:
    require_referee()
    adjectives = (
        "beau nouveau vieux grand social public européen actif sérieux complet long frais premier général".split()
    )
    texts = []
    for slot in SLOTS:
        for adjective in adjectives:
            np = qualify(slot.bare, adjective, slot.gender, slot.number)
            if not slot.name and np:
                texts.append(f"On parle {de(le(np, slot.gender, slot.number) or '')} ici.")
    assert len(texts) > 200
    assert alarms(texts) == []


def test_checker_sees_a_fault() -> None:
    """The referee is awake: without this, an empty list above would prove nothing."""
    require_referee()
    assert alarms(["Le rôle de le groupe reste discuté.", "Les mesures est annoncé."])
