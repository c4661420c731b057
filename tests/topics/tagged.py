"""Analyses written by hand, so that a test of what stands above the parser needs no parser."""

from __future__ import annotations

from seo_fr.model import Analysis, Block, Sentence, Source, Token

TAGS = {
    "N": "NOUN",
    "P": "PROPN",
    "A": "ADJ",
    "V": "VERB",
    "p": "VERB",
    "D": "DET",
    "S": "ADP",
    "U": "NUM",
    "C": "CCONJ",
    "R": "PRON",
    "W": "ADV",
    "X": "X",
    ".": "PUNCT",
}


def analysis_of(*paragraphs: str, title: str = "") -> Analysis:
    """An analysis of paragraphs of one sentence each, written « La|D taxe|N foncière|A monte|V .|. ».

    A third field is an entity label: « Rouen|P|LOC ». No space follows an apostrophe or precedes a full stop.
    """
    text, blocks, sentences, tokens = "", [], [], []
    for rank, paragraph in enumerate(paragraphs):
        text += "\n\n" if rank else ""
        opening = len(text)
        for item in paragraph.split():
            word, tag, *label = item.split("|")
            glued = not text or text[-1] in "’'\n-" or word in {".", ",", "-", ")"}
            text += "" if glued else " "
            start = len(text)
            text += word
            morph = {"VerbForm": "Part"} if tag == "p" else {}
            i = len(tokens)
            tokens.append(
                Token(
                    i, word, word.lower(), TAGS[tag], "dep", i, start, len(text), rank, morph, label[0] if label else ""
                )
            )
        blocks.append(Block("paragraph", opening, len(text)))
        sentences.append(Sentence(rank, text[opening:], opening, len(text), rank))
    source = Source(text, text, title, tuple(blocks), tuple(sentences), given_title=title)
    return Analysis(source, tuple(tokens))
