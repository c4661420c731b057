"""The whole path, stage by stage: read it as a table of contents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from seo_fr.checks import (
    check_count,
    check_keyphrase,
    check_length,
    check_pipeline,
    check_settings,
    check_source,
    check_text,
    check_title,
)
from seo_fr.errors import InsufficientSource
from seo_fr.model import Analysis, Keyphrase, KeyphraseExtractor, Note, Source, Topic
from seo_fr.result import Rewrite, ledger_of
from seo_fr.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from spacy.language import Language

    from seo_fr.scoring.report import Report

POOL = 25
"""Keyphrases ranked before the focus is chosen among them."""


def rewrite(
    text: str,
    keyphrase: str | None = None,
    *,
    title: str | None = None,
    min_words: int = 700,
    settings: Settings | None = None,
    nlp: Language | None = None,
    extract: KeyphraseExtractor | None = None,
) -> Rewrite:
    """Turn a French article into a structured, scored one of at least *min_words* words, where it honestly can.

    The same text, settings and pipeline always give the same result. *text* is plain text, Markdown or an HTML
    fragment; *title* the source's own headline; *keyphrase* the phrase to rank for, found if absent; *nlp* any loaded
    French spaCy pipeline with a parser; *extract* another keyphrase extractor.

    :raises InvalidInput: for a text, keyphrase or length that cannot be worked on; the message says what to do.
    :raises MissingModel: when the French pipeline is not installed.
    :raises InsufficientSource: only with ``Settings(on_shortfall="raise")``.
    """
    from seo_fr.composition.compose import compose
    from seo_fr.rendering.html import to_html
    from seo_fr.scoring.report import analyze_page
    from seo_fr.topics.focus import focus_keyphrase
    from seo_fr.topics.keyphrases import rank

    options = check_settings(settings)
    check_text(text)
    check_title(title)
    check_keyphrase(keyphrase)
    check_length(min_words)
    analysis = understand(text, title=title, settings=options, nlp=nlp)
    check_source(analysis.source)
    phrases = (extract or rank)(analysis, n=POOL)
    focus, secondary, focus_notes = focus_keyphrase(analysis, phrases, keyphrase)
    draft = compose(analysis, focus, secondary, settings=options, min_words=min_words, phrases=phrases)
    report = analyze_page(
        to_html(draft, options),
        focus.text,
        title=draft.meta.title,
        description=draft.meta.description,
        slug=draft.meta.slug,
        settings=options.with_(input_format="html"),  # what is scored is the page; the source may be of another form
        source=whole(analysis.source),
        secondary=tuple(p.text for p in secondary),
        background=tuple(piece.text for piece in draft.pieces if piece.origin == "background"),
    )
    shortfall = shortfall_note(ledger_of(draft).total, min_words, options)
    notes = (*analysis.source.notes, *analysis.notes, *focus_notes, *draft.notes, *shortfall)
    return Rewrite(analysis.source, draft, report, min_words, options, tuple(dict.fromkeys(notes)), analysis)


def whole(source: Source) -> str:
    """All that a source says: its headline and its dateline too, which reading sets apart from its text."""
    return "\n\n".join(part for part in (source.title, source.dateline, source.text) if part)


def analyze(
    markup: str,
    keyphrase: str | None = None,
    *,
    title: str | None = None,
    description: str | None = None,
    slug: str | None = None,
    settings: Settings | None = None,
) -> Report:
    """Score any French page, in HTML, Markdown or plain text, for readability and keyphrase placement.

    Needs neither spaCy nor its model. Without a *keyphrase*, the checks that need one do not apply.
    """
    from seo_fr.scoring.report import analyze_page

    if keyphrase != "":
        check_keyphrase(keyphrase)
    options = check_settings(settings)
    return analyze_page(markup, keyphrase, title=title, description=description, slug=slug, settings=options)


def extract_keyphrases(
    text: str,
    *,
    title: str | None = None,
    n: int = 10,
    settings: Settings | None = None,
    nlp: Language | None = None,
) -> tuple[Keyphrase, ...]:
    """The *n* phrases that best tell what a French text is about, best first."""
    from seo_fr.topics.keyphrases import rank

    options = check_settings(settings)
    check_text(text)
    check_title(title)
    check_count(n)
    return rank(understand(text, title=title, settings=options, nlp=nlp), n=n)


def segment(
    text: str, *, title: str | None = None, settings: Settings | None = None, nlp: Language | None = None
) -> tuple[Topic, ...]:
    """The topics of a French text, in order: runs of consecutive sentences."""
    from seo_fr.topics.segmentation import segment as segment_analysis

    options = check_settings(settings)
    check_text(text)
    check_title(title)
    return segment_analysis(understand(text, title=title, settings=options, nlp=nlp))


def segment_sentences(
    sentences: Sequence[str],
    paragraphs: Sequence[tuple[int, int]] | None = None,
    *,
    nlp: Language | None = None,
) -> list[int]:
    """Where sections start in a text given as sentences: ``i`` means « a section starts at sentence *i* ».

    *paragraphs* are (start, end) pairs of sentence ranks; 0 is never among the cuts.
    """
    from seo_fr.topics.segmentation import segment_sentences as cut

    return cut(sentences, paragraphs, nlp=nlp)


def understand(
    text: str, *, title: str | None = None, settings: Settings = DEFAULTS, nlp: Language | None = None
) -> Analysis:
    """Read, parse and understand a text: floors 1 and 2."""
    from seo_fr.nlp import parse
    from seo_fr.reading import read
    from seo_fr.understanding import analyse

    check_pipeline(nlp)
    source = read(text, title=title, settings=settings)
    tokens, vectors = parse(source, nlp)
    return analyse(source, tokens, vectors, settings=settings)


def shortfall_note(words: int, min_words: int, settings: Settings) -> Sequence[Note]:
    """What to tell the editor when the honest material ends below the length asked for.

    :raises InsufficientSource: when the settings say to raise.
    """
    missing = min_words - words
    if missing <= 0:
        return ()
    remedies = ["complétez la source"]
    if settings.background_share < 0.5:
        remedies.append(f"relevez background_share (actuellement {settings.background_share:.2f})".replace(".", ","))
    remedies.append("fournissez un glossaire (Settings.glossary) pour les notions de l’article")
    message = (
        f"L’article compte {words} mots, soit {missing} de moins que les {min_words} demandés : la source ne permet "
        f"pas d’aller plus loin sans remplissage. Pour combler l’écart, {', ou '.join(remedies)}."
    )
    if settings.on_shortfall == "raise":
        raise InsufficientSource(message)
    return (Note("length.shortfall", message),)
