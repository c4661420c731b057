"""A source and its tokens, indexed: what every rule of this floor looks at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seo_fr.model import Source, Token

NOMINAL = frozenset({"NOUN", "PROPN", "X", "SYM"})
NOUN_ENDINGS = ("té", "tion", "ment", "ance", "ence", "isme", "age")
CLOSERS = '.!?…;:»”")]'


def low(text: str) -> str:
    """Lower case with a straight apostrophe: what lexicons are compared with.

    >>> low("L’Équipe")
    "l'équipe"
    """
    return text.lower().replace("’", "'")


@dataclass(frozen=True, slots=True)
class View:
    """An indexed source; built once per analysis."""

    source: Source
    tokens: tuple[Token, ...]
    sentences: dict[int, tuple[Token, ...]]
    children: dict[int, tuple[int, ...]]
    starts: tuple[int, ...]
    """Start offsets of the tokens, for look-ups by position."""

    @classmethod
    def of(cls, source: Source, tokens: Sequence[Token]) -> View:
        """Index *tokens* by sentence, governor and offset."""
        by_sentence: dict[int, list[Token]] = defaultdict(list)
        children: dict[int, list[int]] = defaultdict(list)
        for token in tokens:
            by_sentence[token.sentence].append(token)
            if token.head != token.i:
                children[token.head].append(token.i)
        return cls(
            source,
            tuple(tokens),
            {key: tuple(value) for key, value in by_sentence.items()},
            {key: tuple(value) for key, value in children.items()},
            tuple(token.start for token in tokens),
        )

    @property
    def text(self) -> str:
        """The cleaned source text."""
        return self.source.text

    def of_sentence(self, sid: int) -> tuple[Token, ...]:
        """Tokens of a sentence."""
        return self.sentences.get(sid, ())

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """Tokens that begin inside a stretch of the text."""
        return self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def token_at(self, position: int) -> Token | None:
        """The token that covers a position, if any."""
        k = bisect_right(self.starts, position) - 1
        return self.tokens[k] if k >= 0 and self.tokens[k].end > position else None

    def sentence_at(self, position: int) -> int:
        """Id of the sentence that covers a position; -1 between sentences."""
        for sentence in self.source.sentences:
            if sentence.start <= position < sentence.end:
                return sentence.id
        return -1

    def next(self, token: Token) -> Token | None:
        """The following token of the same sentence."""
        j = token.i + 1
        return self.tokens[j] if j < len(self.tokens) and self.tokens[j].sentence == token.sentence else None

    def previous(self, token: Token) -> Token | None:
        """The preceding token of the same sentence."""
        j = token.i - 1
        return self.tokens[j] if j >= 0 and self.tokens[j].sentence == token.sentence else None

    def dependants(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Children of a token whose relation, or what stands before its colon, is in *deps*; all if none is given."""
        found = (self.tokens[i] for i in self.children.get(token.i, ()))
        return tuple(t for t in found if not deps or t.dep in deps or t.dep.split(":")[0] in deps)

    def subtree(
        self, token: Token, *, without: Iterable[str] = (), within: tuple[int, int] | None = None
    ) -> tuple[Token, ...]:
        """A token with all that depends on it, in order.

        Branches by a relation in *without*, and those that begin outside the offsets *within*, are left out.
        """
        barred = frozenset(without)
        out: list[Token] = []
        stack = [token]
        seen: set[int] = set()
        while stack:
            current = stack.pop()
            if current.i in seen:
                continue
            seen.add(current.i)
            out.append(current)
            stack.extend(
                t
                for t in self.dependants(current)
                if t.dep not in barred and (within is None or within[0] <= t.start < within[1])
            )
        return tuple(sorted(out, key=lambda t: t.i))

    def np_end(self, k: int) -> int:
        """Index one past a noun phrase that opens at token *k*, read from parts of speech; *k* itself if none does.

        Complements in « de » are taken in; « à », « pour » and the like are not, nor appositions.
        """
        end = self._np_core(k)
        while (
            k < end < len(self.tokens)
            and self.tokens[end].sentence == self.tokens[k].sentence
            and low(self.tokens[end].text) in {"de", "d'", "du", "des"}
        ):
            inner = self._np_core(end + 1)
            if inner == end + 1 and inner < len(self.tokens) and self.tokens[inner].text.endswith(NOUN_ENDINGS):
                inner += self.tokens[inner].pos == "ADJ"  # « des records de précocité »
            if inner <= end + 1 or self.tokens[end + 1].sentence != self.tokens[k].sentence:
                break
            end = inner
        return end

    def _np_core(self, k: int) -> int:
        """Index one past a noun phrase that opens at token *k*, complements in « de » left out; *k* if none does."""
        tokens = self.tokens
        stop = len(tokens)
        sid = tokens[k].sentence if k < len(tokens) else -1
        j = k
        while (
            j < stop
            and tokens[j].sentence == sid
            and (
                tokens[j].pos in {"DET", "NUM"}
                or (tokens[j].pos == "ADJ" and not is_name(tokens[j]))
                or low(tokens[j].text) in {"très", "l'", "le", "la", "les", "un", "une"}
                or (j == k and low(tokens[j].text) in {"du", "des", "au", "aux"})
            )
        ):
            j += 1
        core = j
        while (
            j < stop
            and tokens[j].sentence == sid
            and (
                tokens[j].pos in NOMINAL
                or is_name(tokens[j])
                or is_compound(tokens[j])
                or (j > core and tokens[j].pos in {"ADJ", "NUM"})
                or (
                    j > core
                    and tokens[j].pos == "VERB"
                    and tokens[j].morph.get("VerbForm") == "Part"
                    and low(tokens[j].text).endswith(("é", "ée", "és", "ées"))
                )
                or (j > core and tokens[j].text in {"&", "-"} and j + 1 < stop and is_name(tokens[j + 1]))
            )
        ):
            j += 1
        if j == core and not (core > k and tokens[core - 1].pos in {"ADJ", "NUM", "PRON", "DET"} and core - k > 1):
            return k
        return j


def is_name(token: Token) -> bool:
    """Whether a token opens with a capital letter."""
    return token.text[:1].isupper()


def is_compound(token: Token) -> bool:
    """Whether a token that the parser takes for a pronoun is a noun in two words: « porte-parole »."""
    return token.pos == "PRON" and "-" in token.text[3:-4]


def trimmed(text: str, start: int, end: int, marks: str = " ,;:\n") -> tuple[int, int]:
    """The stretch without white space and light punctuation at its ends.

    >>> trimmed("Oui, bien sûr, ", 3, 15)
    (5, 13)
    """
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return start, end
