"""The values that flow through the library: ``Source → Analysis → Outline → Draft → Rewrite``.

Every value is a frozen, slotted dataclass with tuples inside: nothing downstream can change what an earlier stage
found, and two runs can be compared with ``==``. Offsets are always character positions in :attr:`Source.text`, the
cleaned source, end exclusive, so ``source.text[span.start:span.end]`` is what the reader of the source saw.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BlockKind = Literal["heading", "paragraph", "item", "quote", "row"]
Origin = Literal["source", "restated", "background", "framing"]
ORIGINS: tuple[Origin, ...] = ("source", "restated", "background", "framing")
Level = Literal["courant", "familier", "spécialisé", "expert"]
LEVELS: tuple[Level, ...] = ("courant", "familier", "spécialisé", "expert")
"""Of a concept: everybody knows it; everybody follows the sentence without it; seldom known; known to the trade."""
Gender = Literal["m", "f", ""]
Number = Literal["s", "p", ""]
Label = Literal["PER", "ORG", "LOC", "WORK", "MISC"]
Certainty = Literal["conditional", "hedged", "modal", "negated", "question"]
AttributionKind = Literal["selon", "que", "incise", "quote", "infinitive", "noun"]


@dataclass(frozen=True, slots=True)
class Note:
    """A warning carried as a value on the result, never printed."""

    code: str
    """Stable identifier, e.g. ``"source.repaired"``."""
    message: str
    """What was seen and what to do, in French, for the editor."""
    before: str = ""
    """The text concerned, as it stood, where that helps."""
    after: str = ""
    """What it became, where it was changed."""


# ---------------------------------------------------------------------------------------------------- floor 1: reading


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the source: a heading, a paragraph, a list item, a quotation block or a table row."""

    kind: BlockKind
    """What the block is."""
    start: int
    """First character in ``Source.text``."""
    end: int
    """One past the last character."""
    level: int = 0
    """Heading level (1–6), or depth of a list item (0 for the outermost)."""
    ordered: bool = False
    """Whether a list item is numbered (its order then matters)."""
    group: int = -1
    """Items of one list and rows of one table share a group number; -1 elsewhere."""
    cells: tuple[str, ...] = ()
    """Cells of a table row."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the source, an exact slice of ``Source.text``. A heading or a list item gives one or more."""

    id: int
    """Rank in the source, from 0: the id that provenance refers to."""
    text: str
    """The slice itself."""
    start: int
    """First character in ``Source.text``."""
    end: int
    """One past the last character."""
    block: int
    """Index of its block in ``Source.blocks``."""


@dataclass(frozen=True, slots=True)
class Source:
    """A cleaned source text with its structure."""

    text: str
    """Cleaned text: NFC, no control characters, blocks parted by a blank line; every offset points into it."""
    raw: str
    """The text as the caller gave it."""
    title: str
    """The source's own headline: as given by the caller, or read from the text; "" if there is none."""
    blocks: tuple[Block, ...]
    """In reading order. A dateline is cut off the block it opened."""
    sentences: tuple[Sentence, ...]
    """In reading order; those of headings included (``blocks[s.block].kind`` tells)."""
    dateline: str = ""
    """« Paris, le 3 mai 2012 » as written, without its dash; "" if there is none."""
    published: dt.date | None = None
    """Publication date: from the caller or from the dateline."""
    notes: tuple[Note, ...] = ()
    """Trouble seen while reading, repairs included."""
    given_title: str = ""
    """The headline exactly as the caller gave it."""

    def block_of(self, sentence: Sentence) -> Block:
        """The block a sentence stands in."""
        return self.blocks[sentence.block]


# ---------------------------------------------------------------------------------------------- floor 2: understanding


@dataclass(frozen=True, slots=True)
class Token:
    """A word as the parser saw it, free of any parser object."""

    i: int
    """Rank in the whole analysis."""
    text: str
    """Exact slice of the source."""
    lemma: str
    """Lemma, lower case for common words."""
    pos: str
    """Universal part of speech, after our own repairs."""
    dep: str
    """Universal dependency."""
    head: int
    """Rank ``i`` of the governor; its own for a root."""
    start: int
    """First character in ``Source.text``."""
    end: int
    """One past the last character."""
    sentence: int
    """Id of the sentence."""
    morph: Mapping[str, str] = field(default_factory=dict)
    """Universal features, e.g. ``{"Gender": "Fem", "Number": "Sing"}``."""
    ent: str = ""
    """Entity label of the model, or ""."""

    @property
    def gender(self) -> Gender:
        """``"m"``, ``"f"`` or ``""`` as the parser says."""
        return {"Masc": "m", "Fem": "f"}.get(self.morph.get("Gender", ""), "")  # type: ignore[return-value]

    @property
    def number(self) -> Number:
        """``"s"``, ``"p"`` or ``""`` as the parser says."""
        return {"Sing": "s", "Plur": "p"}.get(self.morph.get("Number", ""), "")  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands at one place of the source."""

    text: str
    """Exact slice."""
    start: int
    """First character in ``Source.text``."""
    end: int
    """One past the last character."""
    sentence: int
    """Id of the sentence."""
    entity: int
    """Index in ``Analysis.entities``."""


@dataclass(frozen=True, slots=True)
class Role:
    """What the source says that somebody or something is: « le PDG de Meta » of Mark Zuckerberg."""

    entity: int
    """Index in ``Analysis.entities``."""
    text: str
    """The role as written, without its leading article: « PDG de Meta »."""
    head: str
    """Its noun: « PDG »."""
    article: str
    """Article as written: « le », « un », « l’ » or ""."""
    gender: Gender
    """Gender that the source shows, or ""."""
    number: Number
    """Number that the source shows, or ""."""
    start: int
    """First character of the role (article excluded)."""
    end: int
    """One past its last character."""
    sentence: int
    """Id of the sentence."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named, with all its names in this article."""

    id: int
    """Index in ``Analysis.entities``."""
    name: str
    """Fullest name in the source."""
    label: Label
    """Person, body, place, work (or medium's title), other."""
    aliases: tuple[str, ...] = ()
    """Other names in the source, e.g. surname, acronym, expansion."""
    gender: Gender = ""
    """Only where the source shows it (title, role, agreement)."""
    number: Number = "s"
    """Plural for « les Bleus »."""
    medium: bool = False
    """Whether it is a news medium or agency."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: a stretch of the source that holds only on somebody's word."""

    kind: AttributionKind
    """« Selon X, P »; « X dit que P »; « P, dit X »; « X : "Q" »; « X dit avoir fait »; « l'annonce de X »."""
    sentence: int
    """Id of the sentence."""
    speaker: str
    """As written, with its article: « L’une des personnes anonymes »; "" if none is named (« a-t-on appris »)."""
    speaker_start: int
    """First character of the speaker, or -1."""
    speaker_end: int
    """One past its last character, or -1."""
    entity: int
    """Index in ``Analysis.entities`` when the speaker is a known name or role; else -1."""
    verb: str
    """Lemma of the reporting verb; "" for « selon »."""
    start: int
    """First character of what is said."""
    end: int
    """One past its last character."""
    anonymous: bool = False
    """An unnamed or collective speaker."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of the source that is not plainly affirmed."""

    kind: Certainty
    """Conditional (« aurait »), hedged (« semble »), modal (« pourrait », « doit »), negated, question."""
    cue: str
    """The word or words that show it."""
    sentence: int
    """Id of the sentence."""
    start: int
    """First character of what is affected."""
    end: int
    """One past its last character."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; it may span several sentences."""

    text: str
    """What is between the marks, exact."""
    start: int
    """First character inside the marks."""
    end: int
    """One past the last character inside."""
    sentences: tuple[int, ...]
    """Ids of the sentences it touches."""
    speaker: str = ""
    """As written, or ""."""
    entity: int = -1
    """Index in ``Analysis.entities`` or -1."""
    verb: str = ""
    """Lemma of the reporting verb, or ""."""
    addressee: str = ""
    """« The Verge » in « a déclaré X à The Verge »; or ""."""
    whole: bool = False
    """Whether it is a whole utterance (a finite clause), not a quoted word or name."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with all that makes it mean something."""

    text: str
    """Whole span: qualifier, number, unit, what is counted: « plus de 340 000 GPU Nvidia H100 »."""
    start: int
    """First character of the whole span."""
    end: int
    """One past its last character."""
    sentence: int
    """Id of the sentence."""
    value: float | None
    """The number; the lower one of a range; None when it could not be read."""
    number: str
    """The number as written: « 340 000 »."""
    unit: str = ""
    """« % », « euros », « km », « milliards d'euros »; or ""."""
    counted: str = ""
    """What is counted: « GPU Nvidia H100 »; or ""."""
    qualifier: str = ""
    """« plus de », « environ », « près de »; or ""."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period in the text."""

    text: str
    """Exact slice, preposition excluded: « janvier », « le 22 mai 2012 », « fin 2024 »."""
    start: int
    """First character."""
    end: int
    """One past the last character."""
    sentence: int
    """Id of the sentence."""
    absolute: bool
    """Whether it needs no publication date to be understood."""
    iso: str = ""
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` where certain; or ""."""
    resolved: str = ""
    """French wording that stands on its own, where the publication date makes it certain; or ""."""
    preposition: str = ""
    """Preposition as written: « en », « d’ici », « depuis »; or ""."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is known of a source: floors 1 and 2."""

    source: Source
    tokens: tuple[Token, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    roles: tuple[Role, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    scopes: tuple[Scope, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    register: frozenset[str] = frozenset()
    """Among ``first_person``, ``opinion``, ``mourning``, ``instructions``, ``legal``, ``medical``, ``narrative``."""
    notes: tuple[Note, ...] = ()
    vectors: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)
    """One row a token (static vectors of the model), or None."""

    def tokens_of(self, sentence: int) -> tuple[Token, ...]:
        """Tokens of one sentence, in order."""
        return tuple(t for t in self.tokens if t.sentence == sentence)


# ----------------------------------------------------------------------------------------------------- floor 3: topics


@dataclass(frozen=True, slots=True)
class Keyphrase:
    """A phrase of the source, ranked by how well it tells what the source is about."""

    text: str
    """Surface form, verbatim from the source, without leading determiner."""
    lemma: str
    """Lemmas joined by a space."""
    stems: tuple[str, ...]
    """Snowball stems of its content words: what matching compares."""
    weight: float
    """Higher is better; comparable within one text only."""
    kind: str
    """``"noun"``, ``"entity"`` or ``"given"`` (by the user)."""
    spans: tuple[tuple[int, int], ...] = ()
    """Where it stands in ``Source.text``."""
    features: Mapping[str, float] = field(default_factory=dict)
    """What the weight was made of."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A run of consecutive sentences on one subject."""

    start: int
    """Id of its first sentence."""
    end: int
    """One past the id of its last sentence."""
    heading: str = ""
    """Heading that the source gave it, or ""."""
    level: int = 2
    """2, or 3 for a subordinate topic of the source."""


class KeyphraseExtractor(Protocol):
    """What may stand in for the shipped extractor."""

    def __call__(self, analysis: Analysis, *, n: int) -> tuple[Keyphrase, ...]:
        """The *n* best keyphrases of an analysed text, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Concept:
    """An entry of the knowledge base, or of a user's glossary."""

    term: str
    """Headword, lower case unless a name or acronym: « plan social »."""
    definition: str
    """One sentence: genus and difference."""
    explanation: str
    """Two to four sentences: how it works, what it serves for, what it differs from."""
    domain: str
    """Name of its file."""
    gender: Gender = ""
    number: Number = "s"
    aliases: tuple[str, ...] = ()
    """True synonyms only; inflections are matched by stems."""
    context: tuple[str, ...] = ()
    """Words of which one must stand in the article; empty when the term is unambiguous."""
    see: tuple[str, ...] = ()
    """Related headwords."""
    level: Level = "spécialisé"
    """How far from what everybody knows, one of ``LEVELS``."""
    other: str = ""
    """The definition in the other gender, for a word that usage gives both (« le Covid », « la Covid »)."""


@dataclass(frozen=True, slots=True)
class ConceptMatch:
    """A concept met in the source."""

    concept: Concept
    surface: str
    """As written in the source."""
    start: int
    """Where it first stands."""
    end: int
    sentence: int
    """Id of that sentence."""
    count: int
    """How many times it stands there."""
    weight: float
    """How central and how unlikely to be known: higher is better."""


# ------------------------------------------------------------------------------------- floors 4 and 5: what is written


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, list item or table row of the output, with where it comes from."""

    text: str
    """What the reader sees."""
    origin: Origin
    """``source``, ``restated``, ``background`` or ``framing``."""
    sources: tuple[int, ...]
    """Ids of the source sentences it says; empty for background and pure framing."""
    operation: str
    """What made it: ``"kept"``, ``"split"``, ``"attribution.selon"``…"""
    confidence: float = 1.0
    """Measured precision of the operation on the open articles."""
    cells: tuple[str, ...] = ()
    """Cells, when it is a table row."""


PassageKind = Literal["paragraph", "list", "ordered", "table", "quote", "terms"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list, table or set-off quotation of the output."""

    kind: PassageKind
    """``terms`` is a list of explained terms or of questions: a piece that opens with the term in bold, or that is the
    question (``Piece.cells[0]``), then those that go on about it."""
    pieces: tuple[Piece, ...]
    """A paragraph's sentences; a list's items; a table's rows (the first is the header if ``header``)."""
    header: bool = False
    """Whether the first row of a table is its header."""
    cite: str = ""
    """Speaker of a set-off quotation."""
    levels: tuple[int, ...] = ()
    """Depth of each list item, when not all are 0."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the output."""

    level: int
    """1 to 3."""
    text: str
    """Sentence case, no final stop."""
    anchor: str
    """Unique ASCII anchor; "" for the H1."""
    sources: tuple[int, ...] = ()
    """Ids of the source sentences it draws on."""
    operation: str = ""
    """Family it comes from: ``"source"``, ``"noun_phrase"``, ``"nominalisation"``, ``"label"``…"""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading."""

    heading: Heading
    """The H1 for what stands above the first H2."""
    passages: tuple[Passage, ...]
    """In reading order."""
    block: str
    """Which block it is: ``"lead"``, ``"essentials"``, ``"body"``, ``"figures"``, ``"people"``, ``"faq"``…"""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces, in reading order."""
        return tuple(piece for passage in self.passages for piece in passage.pieces)


@dataclass(frozen=True, slots=True)
class Meta:
    """What a search engine is given beside the page."""

    title: str
    description: str
    slug: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Words by origin."""

    source: int = 0
    restated: int = 0
    background: int = 0
    framing: int = 0

    @property
    def total(self) -> int:
        """All words of the body."""
        return self.source + self.restated + self.background + self.framing

    def to_dict(self) -> dict[str, int]:
        """Plain mapping, for JSON."""
        return {name: getattr(self, name) for name in ORIGINS}


@dataclass(frozen=True, slots=True)
class Draft:
    """An article, before it is scored and rendered."""

    title: str
    """The H1."""
    meta: Meta
    sections: tuple[Section, ...]
    """The first holds the H1 and what stands above the first H2."""
    keyphrase: Keyphrase
    keyphrases: tuple[Keyphrase, ...]
    """Secondary keyphrases, best first."""
    notes: tuple[Note, ...] = ()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings, the H1 first."""
        return tuple(section.heading for section in self.sections)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces, in reading order."""
        return tuple(piece for section in self.sections for piece in section.pieces)


# ---------------------------------------------------------------------------------------------------- floor 6: scoring


@dataclass(frozen=True, slots=True)
class Location:
    """A place of the analysed page that a check points at."""

    text: str
    """The sentence, heading or paragraph to mend."""
    block: int = -1
    """Rank of the block in the page, or -1."""
    start: int = -1
    """Offset in the block's text, or -1."""
    end: int = -1


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check."""

    code: str
    """Stable code of the check, e.g. ``"K201"``."""
    family: str
    """``google``, ``accessibility``, ``convention``, ``readability`` or ``fidelity``."""
    status: Literal["good", "ok", "bad", "na"]
    """Green, orange, red, or not applicable."""
    value: float | str | None
    """What was measured."""
    target: str
    """The interval aimed at, in words."""
    message: str
    """What was found."""
    fix: str
    """What to do; "" when nothing need be done."""
    weight: float = 1.0
    points: float = 0.0
    """Share of the weight earned, 0 to 1."""
    locations: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Something that only the editor can supply: author, date, image with alt, links, canonical URL."""

    name: str
    message: str


Extra = Mapping[str, Any]
"""Free data that a stage hands on to rendering; JSON-able."""
