"""What kind of writing a source is: what may be added to it depends on that."""

from __future__ import annotations

import re
from functools import cache

from seo_fr.resources import load_toml
from seo_fr.understanding.view import View, low


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], float, int]]:
    """(pattern, least share of sentences, least number of matches) by register."""
    out = {}
    for name, row in load_toml("understanding/register.toml").items():
        pattern = re.compile(r"(?<![\w'-])(?:" + "|".join(row["cues"]) + r")(?![\w'-])")
        out[name] = (pattern, float(row["share"]), int(row["least"]))
    return out


def find_register(view: View) -> frozenset[str]:
    """Registers of a text, from the share of its sentences that show a cue outside quotation marks."""
    bodies = []
    for sentence in view.source.sentences:
        text = re.sub(r"«[^»]*»?|“[^”]*”?|\"[^\"]*\"", " ", low(sentence.text))
        bodies.append(text)
    total = max(1, len(bodies))
    found = set()
    for name, (pattern, share, least) in _patterns().items():
        matches = sum(1 for text in bodies if pattern.search(text))
        if matches >= least and matches / total >= share:
            found.add(name)
    if "first_person" in found and narrated(view):
        found.add("narrative")
    if instructs(view):
        found.add("instructions")
    return frozenset(found)


def narrated(view: View) -> bool:
    """Whether the author tells what happened to him: past tenses in a third of the finite verbs."""
    finite = [t for t in view.tokens if t.morph.get("VerbForm") == "Fin"]
    past = [
        t
        for t in finite
        if t.morph.get("Tense") in {"Imp", "Past"} or (low(t.text) in {"ai", "avons"} and t.pos == "AUX")
    ]
    return len(finite) > 10 and len(past) / len(finite) > 0.3


def instructs(view: View) -> bool:
    """Whether sentences tell the reader what to do: imperatives and infinitives at their head."""
    heads = 0
    counted = 0
    for sentence in view.source.sentences:
        if view.source.block_of(sentence).kind == "heading":
            continue
        tokens = [t for t in view.of_sentence(sentence.id) if t.pos != "PUNCT"]
        if not tokens:
            continue
        counted += 1
        first = tokens[0]
        if re.fullmatch(r"[a-zà-ÿ]{3,}ez", low(first.text)) and low(first.text) not in {
            "chez",
            "assez",
            "avez",
            "rendez-vous",
        }:
            heads += 1
    return heads >= 3 and heads / max(1, counted) >= 0.12
