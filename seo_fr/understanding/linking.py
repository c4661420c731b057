"""From a speaker as written to the entity it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seo_fr.model import Entity, Mention, Role
from seo_fr.understanding.view import View, low

DEFINITE = frozenset({"le", "la", "l'", "ce", "cet", "cette"})


@dataclass(frozen=True, slots=True)
class Linker:
    """Finds the entity of a span: the name that heads it, or the one bearer of the role that it is."""

    view: View
    entities: Sequence[Entity]
    mentions: Sequence[Mention]
    roles: Sequence[Role]

    def __call__(self, start: int, end: int) -> int:
        """Index of the entity, or -1."""
        inside = [m for m in self.mentions if start <= m.start and m.end <= end]
        for mention in inside:
            if self.heads(mention, start):
                return mention.entity
        return self.by_role(start, end)

    def heads(self, mention: Mention, start: int) -> bool:
        """Whether a name inside a speaker's phrase is the speaker, not a complement of it."""
        written = self.view.text[start : mention.start]
        before = low(written).split()
        if not before or written.strip() in {"De", "Du", "D’", "D'"}:
            return True  # « De Pavant », surname with its particle
        if (before[0].endswith("'") and len(before) == 1) or (
            len(before) == 1 and before[0] in {"le", "la", "m.", "mme", "mr", "dr", "mlle", "l'", "me", "pr"}
        ):
            return True
        last = before[-1]
        if last in {
            "de",
            "du",
            "des",
            "à",
            "au",
            "aux",
            "en",
            "par",
            "chez",
            "pour",
            "sur",
            "dans",
            "la",
            "le",
            "les",
            "et",
        } or last.endswith(("d'", "l'")):
            return False
        if last.endswith(","):
            return self.entities[mention.entity].label in {"PER", "ORG"}
        return any(r.entity == mention.entity and start <= r.start < mention.start for r in self.roles)

    def by_role(self, start: int, end: int) -> int:
        """« le graphiste »: the one entity of which the article says that it is one."""
        phrase = low(self.view.text[start:end])
        for article in sorted(DEFINITE, key=len, reverse=True):
            if phrase.startswith((article + " ", article) if article.endswith("'") else article + " "):
                phrase = phrase[len(article) :].strip()
                break
        else:
            return -1
        parts = phrase.split()
        if not parts:
            return -1
        bearers = set()
        for role in self.roles:
            stated = low(role.text)
            if role.number == "p":
                continue
            if (
                stated == phrase
                or parts == [low(role.head)]
                or stated.startswith(phrase + " ")
                or (phrase.startswith(stated + " ") and len(stated.split()) >= 1)
            ):
                bearers.add(role.entity)
        return bearers.pop() if len(bearers) == 1 else -1
