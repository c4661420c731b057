"""Lexicons of this floor, compiled once from TOML into the shape the rules want."""

from __future__ import annotations

import re
from functools import cache

from seo_fr.resources import load_toml


def words(text: str) -> frozenset[str]:
    """The words of a TOML string as a set."""
    return frozenset(text.split())


def table(name: str) -> dict[str, object]:
    """A TOML file of this floor."""
    return load_toml(f"understanding/{name}.toml")


FINITE_ENDINGS = "e ent ait aient a èrent era eront erait eraient".split()


def regular_forms(lemma: str) -> tuple[set[str], set[str], set[str]]:
    """Third-person finite forms, past participles and gerund of a regular verb in -er.

    >>> finite, participles, gerunds = regular_forms("annoncer")
    >>> sorted(finite & {"annonce", "annonça", "annonçait"}), sorted(gerunds)
    (['annonce', 'annonça', 'annonçait'], ['annonçant'])
    """
    stem = lemma[:-2]
    stems = {stem}
    strong = re.sub(r"[éèe]([^aeiouyéè]{1,2})$", r"è\1", stem)
    doubled = stem + stem[-1] if stem.endswith(("pel", "jet")) else ""
    finite: set[str] = set()
    for ending in FINITE_ENDINGS:
        for base in stems:
            root = base
            if ending[0] == "a":
                root = re.sub("c$", "ç", re.sub("g$", "ge", base))
            finite.add(root + ending)
            if ending in ("e", "ent", "era", "eront", "erait", "eraient"):
                finite.add((doubled or strong) + ending)
    root = re.sub("c$", "ç", re.sub("g$", "ge", stem))
    return finite, {stem + "é", stem + "és", stem + "ée", stem + "ées"}, {root + "ant"}


class Verbs:
    """Reporting verbs by form."""

    def __init__(self) -> None:
        data = load_toml("understanding/verbs.toml")
        self.finite: dict[str, str] = {}
        self.participle: dict[str, str] = {}
        self.gerund: dict[str, str] = {}
        self.infinitives: dict[str, str] = {}
        say, think, quote = data["say"].split(), data["think"].split(), data["only_quote"].split()
        for lemma in (*quote, *think, *say):
            bare = re.sub("^(?:se |s')", "", lemma)
            if not bare.endswith("er"):
                continue
            finite, participles, gerunds = regular_forms(bare)
            self._add(bare, finite, participles, gerunds)
        for lemma, forms in data["irregular"].items():
            finite_, participles_, gerunds_ = (set(part.split()) for part in forms.split("|"))
            self._add(lemma, finite_, participles_, gerunds_)
        plain = {re.sub("^(?:se |s')", "", lemma) for lemma in quote}
        sets = data["sets"]
        self.que = (set(say) | set(think) | set(data["irregular"])) - (
            (words(sets["quote_only"]) | (plain - set(say))) - words(sets["also_que"])
        )
        self.incise = (set(say) | set(think) | plain | set(data["irregular"])) - words(sets["que_only"])
        self.infinitive = words(data["infinitive"])
        self.de_infinitive = words(data["de_infinitive"])
        self.marking = words(data["marking"])
        for lemma in (*self.marking, *self.de_infinitive):
            if lemma not in self.finite.values():
                self._add(lemma, *regular_forms(lemma))
        self.infinitives = {lemma: lemma for lemma in sorted(self.que | self.incise)}
        self.before_infinitive = frozenset(data["before_infinitive"])
        self.phrases: dict[str, str] = dict(data["phrases"])
        self.phrase_forms: dict[str, str] = {}
        for lemma, forms in data["phrase_heads"].items():
            for form in forms.replace("|", " ").split():
                self.phrase_forms[form] = lemma

    def _add(self, lemma: str, finite: set[str], participles: set[str], gerunds: set[str]) -> None:
        self.finite.update(dict.fromkeys(sorted(finite), lemma))
        self.participle.update(dict.fromkeys(sorted(participles), lemma))
        self.gerund.update(dict.fromkeys(sorted(gerunds), lemma))


@cache
def verbs() -> Verbs:
    """The reporting verbs, built once per process and never changed."""
    return Verbs()
