"""The fidelity gate: what a written sentence says that its sources do not.

A candidate that fails is dropped, never patched. Names, numbers and quotations are looked for in the whole source;
attribution, hedges and negation in the sentences the candidate claims.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from seo_fr.composition.overlap import flat
from seo_fr.model import Analysis, Piece
from seo_fr.resources import load_toml
from seo_fr.rewriting.context import Context
from seo_fr.topics.matching import fold, stems

NUMBER_RE = re.compile(r"\d+(?:[  \u00a0\u202f.]\d{3})*(?:,\d+)?")
NAME_RE = re.compile(r"(?<![.!?:»…|]\s)(?<!^)(?<![«“(\n]\s)(?<![«“(\n])\b[A-ZÀ-ÖØ-Þ][\w’'-]*")
FUTURE_RE = re.compile(r"\b\w{2,}r(?:a|ont)\b")
ORPHAN_RE = re.compile(r"\by\b(?! compris)")
QUOTE_RE = re.compile(r"«\s*(.+?)\s*»", re.DOTALL)


LEAST_COVERED = 0.6
"""Least share of a restatement's content words that its sources, a name or a role of the article must hold."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What is in the source, as the gate compares it."""

    ctx: Context
    words: frozenset[str]
    numbers: frozenset[str]
    flat: str

    @classmethod
    def of(cls, analysis: Analysis) -> Gate:
        """Prepare the comparison."""
        source = analysis.source
        # the dateline and the headline are the source's too
        resolved = " ".join(d.resolved for d in analysis.dates)
        text = "\n".join((source.title, source.dateline, source.raw, source.text, resolved))
        return cls(
            Context.of(analysis),
            frozenset(flat(text)),
            frozenset(number(n) for n in NUMBER_RE.findall(text)),
            " " + " ".join(flat(source.text)) + " | " + " ".join(flat(source.raw)) + " ",
        )

    def faults(self, piece: Piece) -> tuple[str, ...]:
        """Why a piece may not be shown; empty when it may."""
        if piece.origin == "background":
            return ()
        out = [f"nombre {n}" for n in NUMBER_RE.findall(piece.text) if number(n) not in self.numbers]
        for name in NAME_RE.findall(piece.text):
            if any(part not in self.words for part in flat(name)):
                out.append(f"nom {name}")
        out += [f"citation « {q} »" for q in QUOTE_RE.findall(piece.text) if not self.verbatim(q)]
        if piece.text.count("«") != piece.text.count("»") and piece.origin != "source":
            out.append("guillemets")
        # a role stands beside a name, whatever is doubted of what its bearer does
        if piece.origin == "restated" and piece.cells and ORPHAN_RE.search(piece.text):
            out.append("« y » sans antécédent")
        if piece.origin == "restated" and piece.operation != "people.role":
            out += self.scope_faults(piece)
        return tuple(out)

    def verbatim(self, quote: str) -> bool:
        """Whether quoted words stand in the source, word for word."""
        parts = [" ".join(flat(part)) for part in re.split(r"\[…\]|\(…\)|\[\.\.\.\]", quote)]
        return all(f" {part} " in self.flat for part in parts if part)

    def covered(self, piece: Piece) -> float:
        """Share of the piece's content stems that its sources hold; 1 when it has none."""
        mine = stems(piece.text)
        theirs = {s for sid in piece.sources for s in stems(self.ctx.sentence(sid).text)}
        theirs |= {s for sid in piece.sources for d in self.ctx.dates(sid) for s in stems(d.resolved)}
        theirs |= {s for role in self.ctx.analysis.roles for s in stems(role.text)}
        theirs |= {s for entity in self.ctx.analysis.entities for s in stems(entity.name)}
        return sum(s in theirs for s in mine) / len(mine) if mine else 1.0

    def scope_faults(self, piece: Piece) -> list[str]:
        """Attribution, hedge or negation of the sources that the piece dropped."""
        out = []
        if piece.sources and self.covered(piece) < LEAST_COVERED:
            out.append("mots étrangers aux phrases citées")
        text = fold(piece.text).replace("'", "’")
        displayed = piece.operation.endswith("blockquote")  # its own marks show that somebody says it
        for sid in piece.sources:
            if not displayed and authored(fold(self.ctx.sentence(sid).text).replace("'", "’")) and not marked(text):
                out.append("parole de l’auteur")
            for a in () if displayed else self.ctx.attributions(sid):
                if drawn(self.ctx.text[a.start : a.end], piece.text) >= 0.5 and not marked(text):
                    if "«" in piece.text and a.kind in {"quote", "incise"}:
                        continue  # the words are shown as a quotation
                    out.append(f"attribution à {a.speaker or a.verb}")
            for s in () if displayed else self.ctx.scopes(sid):
                if drawn(self.ctx.text[s.start : s.end], piece.text) < 0.5:
                    continue
                if s.kind == "conditional" and marked(text) and FUTURE_RE.search(text):
                    continue  # « a déclaré que X détiendrait » is « X détiendra, selon… »
                if s.kind in {"hedged", "conditional"} and not hedged(text) and fold(s.cue) not in text:
                    out.append(f"réserve « {s.cue} »")
                if s.kind == "negated" and not denied(text):
                    out.append(f"négation « {s.cue} »")
        return out


def number(text: str) -> str:
    """A number without its thousands spaces."""
    return re.sub(r"[  \u00a0\u202f.]", "", text)


def drawn(stretch: str, text: str) -> float:
    """Share of the piece's long words that stand in a stretch of the source."""
    mine = [w for w in flat(text) if len(w) > 3]
    theirs = set(flat(stretch))
    return sum(w in theirs for w in mine) / len(mine) if mine else 0.0


def _pattern(name: str) -> re.Pattern[str]:
    words = load_toml("rewriting/marks.toml")[name]
    return re.compile(r"(?<!\w)(?:" + "|".join(fold(w).replace("'", "’") for w in words) + r")(?!\w)")


def authored(folded: str) -> bool:
    """Whether the author speaks up in a folded sentence: « rappelons que », « on peut noter »."""
    return bool(_pattern("authors").search(folded))


def marked(folded: str) -> bool:
    """Whether a folded text shows that somebody says it."""
    return bool(_pattern("attribution").search(folded))


def hedged(folded: str) -> bool:
    """Whether a folded text shows a doubt."""
    return bool(_pattern("hedge").search(folded))


def denied(folded: str) -> bool:
    """Whether a folded text holds a denial."""
    return bool(_pattern("denial").search(folded))
