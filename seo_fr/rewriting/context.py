"""What an operation may look at: one analysis, indexed by sentence once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from seo_fr.model import (
    Analysis,
    Attribution,
    Block,
    BlockKind,
    DateMention,
    Entity,
    Figure,
    Mention,
    Quotation,
    Role,
    Scope,
    Sentence,
    Token,
)

T = TypeVar("T", Token, Attribution, Scope, Figure, DateMention, Mention, Role)


def _grouped(items: Iterable[T]) -> dict[int, tuple[T, ...]]:
    groups: dict[int, list[T]] = defaultdict(list)
    for item in items:
        groups[item.sentence].append(item)
    return {key: tuple(value) for key, value in groups.items()}


@dataclass(frozen=True, slots=True)
class Context:
    """An analysis with its facts grouped by sentence."""

    analysis: Analysis
    _tokens: dict[int, tuple[Token, ...]]
    _attributions: dict[int, tuple[Attribution, ...]]
    _scopes: dict[int, tuple[Scope, ...]]
    _figures: dict[int, tuple[Figure, ...]]
    _dates: dict[int, tuple[DateMention, ...]]
    _mentions: dict[int, tuple[Mention, ...]]
    _roles: dict[int, tuple[Role, ...]]
    _children: dict[int, tuple[Token, ...]]

    @classmethod
    def of(cls, analysis: Analysis) -> Context:
        """Index an analysis."""
        children: dict[int, list[Token]] = defaultdict(list)
        for token in analysis.tokens:
            if token.head != token.i:
                children[token.head].append(token)
        return cls(
            analysis,
            _grouped(analysis.tokens),
            _grouped(analysis.attributions),
            _grouped(analysis.scopes),
            _grouped(analysis.figures),
            _grouped(analysis.dates),
            _grouped(analysis.mentions),
            _grouped(analysis.roles),
            {key: tuple(value) for key, value in children.items()},
        )

    @property
    def text(self) -> str:
        """The cleaned source text."""
        return self.analysis.source.text

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the source."""
        return self.analysis.source.sentences

    def sentence(self, sid: int) -> Sentence:
        """One sentence."""
        return self.analysis.source.sentences[sid]

    def block(self, sid: int) -> Block:
        """The block a sentence stands in."""
        return self.analysis.source.blocks[self.sentence(sid).block]

    def source_kind(self, sid: int) -> BlockKind:
        """Kind of the block a sentence stands in."""
        return self.block(sid).kind

    def tokens(self, sid: int) -> tuple[Token, ...]:
        """Tokens of a sentence."""
        return self._tokens.get(sid, ())

    def attributions(self, sid: int) -> tuple[Attribution, ...]:
        """Who says what in a sentence."""
        return self._attributions.get(sid, ())

    def scopes(self, sid: int) -> tuple[Scope, ...]:
        """What is not plainly affirmed in a sentence."""
        return self._scopes.get(sid, ())

    def figures(self, sid: int) -> tuple[Figure, ...]:
        """Figures of a sentence."""
        return self._figures.get(sid, ())

    def dates(self, sid: int) -> tuple[DateMention, ...]:
        """Dates of a sentence."""
        return self._dates.get(sid, ())

    def mentions(self, sid: int) -> tuple[Mention, ...]:
        """Names in a sentence."""
        return self._mentions.get(sid, ())

    def roles(self, sid: int) -> tuple[Role, ...]:
        """Roles stated in a sentence."""
        return self._roles.get(sid, ())

    def quotations(self, sid: int) -> tuple[Quotation, ...]:
        """Quotations that touch a sentence."""
        return tuple(q for q in self.analysis.quotations if sid in q.sentences)

    def children(self, token: Token) -> tuple[Token, ...]:
        """Dependants of a token, in order."""
        return self._children.get(token.i, ())

    def head(self, token: Token) -> Token:
        """Governor of a token; itself for a root."""
        return self.analysis.tokens[token.head]

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """A token with all that depends on it, in order."""
        out: list[Token] = []
        stack = [token]
        while stack:
            current = stack.pop()
            out.append(current)
            stack.extend(self.children(current))
        return tuple(sorted(out, key=lambda t: t.i))

    def span(self, tokens: Iterable[Token]) -> str:
        """The source between the first and the last of some tokens, exact."""
        group = tuple(tokens)
        return self.text[group[0].start : group[-1].end] if group else ""

    def root(self, sid: int) -> Token | None:
        """The syntactic root of a sentence."""
        return next((t for t in self.tokens(sid) if t.head == t.i), None)

    def entity_at(self, start: int, end: int) -> Entity | None:
        """The entity whose mention covers, or is covered by, a stretch of the source."""
        for mention in self.analysis.mentions:
            if mention.start < end and start < mention.end:
                return self.analysis.entities[mention.entity]
        return None
