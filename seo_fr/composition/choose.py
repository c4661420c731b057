"""Which of the things that could be said are said: a budget by origin, no repetition, the best first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from seo_fr.composition.brief import BlockDraft, Option
from seo_fr.composition.gate import Gate
from seo_fr.composition.overlap import Repetition
from seo_fr.french import count_words
from seo_fr.model import Piece

MOST_USES = 2
"""Times a source sentence may be restated outside the body."""


MOST_BACKGROUND = 1 / 3
"""Most of an article, however short it stays, that definitions may take: over a third, a reader sees a lexicon."""


@dataclass
class Budget:
    """Words spent so far, and the most that each origin may take."""

    least: int
    most: int
    background_share: float
    """Of the words asked for; and of the article as it stands, a third at most (more where the share asks for more)."""
    framing_share: float
    """Of the words asked for."""
    spent: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """All words so far."""
        return sum(self.spent.values())

    def admits(self, option: Option) -> bool:
        """Whether an option stays within every limit."""
        return self.admits_words(words_by_origin(option))

    def admits_words(self, extra: Counter[str]) -> bool:
        """Whether so many more words, by origin, stay within every limit."""
        total = self.total + sum(extra.values())
        if total > self.most and self.total >= self.least:
            return False
        background = self.spent["background"] + extra["background"]
        framing = self.spent["framing"] + extra["framing"]
        if extra["background"] and background > max(self.background_share, MOST_BACKGROUND) * total:
            return False
        return not (
            (extra["background"] and background > self.background_share * self.least)
            or (extra["framing"] and framing > self.framing_share * self.least)
        )

    def spend(self, option: Option) -> None:
        """Take an option's words off the budget."""
        self.spent.update(words_by_origin(option))


def words_by_origin(option: Option) -> Counter[str]:
    """Words of an option, by origin."""
    out: Counter[str] = Counter()
    for piece in option.pieces:
        out[piece.origin] += count_words(piece.text)
    return out


def restated_by(piece: Piece) -> tuple[int, ...]:
    """The sentences that a piece tells again; a role takes only a name from its sentence, and tells nothing of it."""
    return piece.sources if piece.origin == "restated" and piece.operation != "people.role" else ()


@dataclass
class Chooser:
    """Takes options while they are faithful, new and within the budget."""

    gate: Gate
    budget: Budget
    repetition: Repetition
    uses: Counter[int] = field(default_factory=Counter)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def fits(self, option: Option) -> bool:
        """Whether an option may be said now."""
        for piece in option.pieces:
            if faults := self.gate.faults(piece):
                self.refused.append((piece.text, "; ".join(faults)))
                return False
            if any(self.uses[sid] >= MOST_USES for sid in restated_by(piece)):
                return False
            shown = piece.operation.endswith("blockquote") or piece.operation == "people.role"
            if not shown and self.repetition.repeats(piece.text):
                return False
        return self.budget.admits(option)

    def take(self, option: Option) -> None:
        """Say it."""
        self.budget.spend(option)
        for piece in option.pieces:
            self.repetition.add(piece.text)
        # the parallel rows of one sentence are one use of it
        self.uses.update({sid for piece in option.pieces for sid in restated_by(piece)})

    def fill(self, block: BlockDraft, *, most: int | None = None) -> tuple[Option, ...]:
        """The best options of a block; none when fewer than it needs can be said."""
        limit = block.most if most is None else min(most, block.most)
        ranked = sorted(block.options, key=lambda o: (-o.worth, o.at))
        trial: list[Option] = []
        held = (Counter(self.budget.spent), Counter(self.uses), self.repetition.mark())
        for option in ranked:
            if len(trial) >= limit:
                break
            if option.group >= 0 and any(o.group == option.group for o in trial):
                continue
            if self.fits(option):
                self.take(option)
                trial.append(option)
        if len(trial) < block.least:
            self.budget.spent, self.uses = held[0], held[1]
            self.repetition.back_to(held[2])
            return ()
        return tuple(sorted(trial, key=lambda o: o.at)) if block.ordered else tuple(trial)
