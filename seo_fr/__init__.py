"""Rewrites a French article for search engines: rule-based, offline, every sentence traceable to its source.

>>> import seo_fr
>>> seo_fr.split_sentences("Le port ouvre lundi. Les bus suivront.")
['Le port ouvre lundi.', 'Les bus suivront.']
"""

from seo_fr._version import __version__
from seo_fr.batch import Failure, rewrite_many
from seo_fr.errors import (
    EmptyText,
    InputNotFound,
    InsufficientSource,
    InvalidGlossary,
    InvalidInput,
    InvalidKeyphrase,
    InvalidSettings,
    InvalidTemplate,
    MissingModel,
    NotFrench,
    OutputNotWritable,
    SeoFrError,
    TextTooShort,
    UnsupportedFormat,
)
from seo_fr.model import Analysis, Finding, Heading, Keyphrase, Ledger, Meta, Note, Piece, Section, Topic
from seo_fr.pipeline import analyze, extract_keyphrases, rewrite, segment, segment_sentences
from seo_fr.reading.sentences import split_sentences
from seo_fr.result import Rewrite
from seo_fr.settings import Settings

__all__ = [
    "Analysis",
    "EmptyText",
    "Failure",
    "Finding",
    "Heading",
    "InputNotFound",
    "InsufficientSource",
    "InvalidGlossary",
    "InvalidInput",
    "InvalidKeyphrase",
    "InvalidSettings",
    "InvalidTemplate",
    "Keyphrase",
    "Ledger",
    "Meta",
    "MissingModel",
    "NotFrench",
    "Note",
    "OutputNotWritable",
    "Piece",
    "Rewrite",
    "Section",
    "SeoFrError",
    "Settings",
    "TextTooShort",
    "Topic",
    "UnsupportedFormat",
    "__version__",
    "analyze",
    "extract_keyphrases",
    "rewrite",
    "rewrite_many",
    "segment",
    "segment_sentences",
    "split_sentences",
]
