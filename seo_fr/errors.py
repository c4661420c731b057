"""Errors that users meet: each says what is wrong and what to do about it."""

from __future__ import annotations


class SeoFrError(Exception):
    """Base class of every error that this library raises on purpose."""


class InvalidInput(SeoFrError, ValueError):
    """An argument or a text that cannot be worked on."""


class EmptyText(InvalidInput):
    """The text is empty, or holds no word."""


class NotFrench(InvalidInput):
    """The text does not look like French."""


class TextTooShort(InvalidInput):
    """The text has fewer sentences than a rewrite needs."""


class InvalidKeyphrase(InvalidInput):
    """The keyphrase cannot be ranked for."""


class InvalidSettings(InvalidInput):
    """A setting is out of range, or unknown."""


class InputNotFound(SeoFrError, FileNotFoundError):
    """A file given by path does not exist or cannot be read."""


class OutputNotWritable(SeoFrError, OSError):
    """A file cannot be written: its folder does not exist, or refuses."""


class UnsupportedFormat(InvalidInput):
    """The suffix of a path is not one that can be written or read."""


class MissingModel(SeoFrError, ImportError):
    """The spaCy pipeline is not installed, or is not a French one."""


class InvalidGlossary(InvalidInput):
    """A glossary entry is malformed; the message names file, entry and field."""


class InvalidTemplate(InvalidInput):
    """A template does not parse or asks for something that does not exist."""


class InsufficientSource(SeoFrError):
    """The honest material ends below the length asked for, and the settings say to raise."""
