"""The kind of text: what decides which blocks would be out of place."""

from __future__ import annotations

import re

from seo_fr.model import Quotation, Source
from seo_fr.resources import load_toml


def registers(source: Source, quotations: tuple[Quotation, ...]) -> frozenset[str]:
    """Among first_person, opinion, mourning, instructions, legal, medical, narrative."""
    data = load_toml("understanding/register.toml")
    text = outside_quotes(source.text, quotations).lower().replace("'", "’")
    words = max(1, len(re.findall(r"\w+", text)))
    found = set()
    for name, rule in data.items():
        hits = sum(len(re.findall(rf"(?<!\w)(?:{pattern})(?!\w)", text)) for pattern in rule["patterns"])
        if hits >= rule["least"] and 1000 * hits / words >= rule["per_1000"]:
            found.add(name)
    return frozenset(found)


def outside_quotes(text: str, quotations: tuple[Quotation, ...]) -> str:
    """The text with what others say blanked out."""
    for quotation in sorted(quotations, key=lambda q: -q.start):
        text = text[: quotation.start] + " " + text[quotation.end :]
    return text
