"""What a call must bring before any work is done; each refusal says what is wrong and what to do."""

from __future__ import annotations

import re
from pathlib import Path

from seo_fr.errors import (
    EmptyText,
    InputNotFound,
    InvalidInput,
    InvalidKeyphrase,
    InvalidSettings,
    NotFrench,
    TextTooShort,
)
from seo_fr.model import Source
from seo_fr.resources import load_toml
from seo_fr.settings import DEFAULTS, Settings

WORD_RE = re.compile(r"[^\W\d_]+")
LEAST_SENTENCES = 3
LONGEST_KEYPHRASE = 10
LEAST_WORDS_TO_TELL = 15
"""Under so few words a text is called foreign only when it holds no French word at all."""
LEAST_SHARE = 0.1
"""The least share of words that the commonest words of a language make up in running text."""


def check_text(text: object) -> None:
    """Refuse what is not a text, is empty, or is not French.

    >>> check_text("  ")
    Traceback (most recent call last):
    ...
    seo_fr.errors.EmptyText: Le texte est vide ; donnez un article d’au moins 3 phrases.
    """
    if not isinstance(text, str):
        raise InvalidInput(f"text doit être une chaîne de caractères ; reçu : {type(text).__name__}.")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise InvalidInput("Le texte contient des caractères mal décodés ; relisez le fichier en UTF-8.")
    if not WORD_RE.search(text):
        raise EmptyText(f"Le texte est vide ; donnez un article d’au moins {LEAST_SENTENCES} phrases.")
    language = guess_language(text)
    if language != "fr":
        raise NotFrench(
            f"Le texte ne semble pas être en français (il ressemble à : {language}) ; seo_fr ne traite que le français."
        )


def guess_language(text: str) -> str:
    """The language whose commonest words are the most frequent in the text; « fr » when there is too little to tell.

    >>> guess_language("The mayor said that the bridge would be closed for the whole of the summer and the autumn.")
    'en'
    >>> guess_language("Мост закрыт."), guess_language("Pont fermé."), guess_language("The bridge is closed.")
    ('inconnue', 'fr', 'en')
    """
    letters = "".join(WORD_RE.findall(text))
    if 2 * sum(char < "\u0250" for char in letters) < len(letters):  # not in Latin script
        return "inconnue"
    words = [w.lower() for w in WORD_RE.findall(text)]
    shares = {
        code: sum(w in common for w in words) / len(words) if words else 0.0
        for code, common in ((code, frozenset(row.split())) for code, row in load_toml("languages.toml").items())
    }
    best = max(shares, key=lambda code: (shares[code], code == "fr"))
    if len(words) < LEAST_WORDS_TO_TELL:
        return best if not shares["fr"] and round(shares[best] * len(words)) >= 2 else "fr"
    return best if shares[best] >= LEAST_SHARE else "inconnue"


def check_keyphrase(keyphrase: str | None) -> None:
    """Refuse a keyphrase that holds no word, or more than ten."""
    if keyphrase is None:
        return
    if not isinstance(keyphrase, str):
        raise InvalidKeyphrase(f"keyphrase doit être une chaîne de caractères ; reçu : {type(keyphrase).__name__}.")
    words = keyphrase.split()
    if not re.search(r"\w", keyphrase):
        raise InvalidKeyphrase("L’expression clé ne contient aucun mot ; donnez de deux à quatre mots.")
    if len(words) > LONGEST_KEYPHRASE:
        raise InvalidKeyphrase(
            f"L’expression clé compte {len(words)} mots ; "
            f"donnez-en {LONGEST_KEYPHRASE} au plus, de préférence de deux à quatre."
        )


def check_title(title: str | None) -> None:
    """Refuse a headline that is not a text."""
    if title is not None and not isinstance(title, str):
        raise InvalidInput(f"title doit être une chaîne de caractères ; reçu : {type(title).__name__}.")


def check_settings(settings: Settings | None) -> Settings:
    """The settings given, or the default ones; refuse what is not a :class:`Settings`, and a folder that is absent."""
    if settings is None:
        return DEFAULTS
    if not isinstance(settings, Settings):
        raise InvalidSettings(f"settings doit être un seo_fr.Settings ; reçu : {type(settings).__name__}.")
    if settings.templates is not None and not Path(settings.templates).is_dir():
        raise InputNotFound(f"Le dossier de modèles « {settings.templates} » n’existe pas ; vérifiez le chemin.")
    return settings


def check_pipeline(nlp: object) -> None:
    """Refuse what is not a loaded spaCy pipeline; whether it is a French one with a parser is seen when it parses."""
    if nlp is not None and not all(hasattr(nlp, name) for name in ("lang", "pipe_names", "make_doc")):
        raise InvalidInput(f"nlp doit être un pipeline spaCy chargé (spacy.load) ; reçu : {type(nlp).__name__}.")


def check_count(n: int) -> None:
    """Refuse a number of keyphrases that is not a positive whole number."""
    if isinstance(n, bool) or not isinstance(n, int) or n < 1:
        raise InvalidSettings(f"n vaut {n!r} ; donnez un nombre entier d’au moins 1.")


def check_length(min_words: int) -> None:
    """Refuse a length that is not a positive whole number."""
    if isinstance(min_words, bool) or not isinstance(min_words, int):
        raise InvalidSettings(f"min_words doit être un nombre entier ; reçu : {min_words!r}.")
    if min_words < 0:
        raise InvalidSettings(f"min_words vaut {min_words} ; donnez un nombre de mots positif ou nul.")


def check_source(source: Source) -> None:
    """Refuse a text of fewer than three sentences."""
    told = [s for s in source.sentences if source.block_of(s).kind != "heading"]
    if len(told) < LEAST_SENTENCES:
        raise TextTooShort(
            f"Le texte compte {len(told)} phrase{'s' if len(told) > 1 else ''} ; "
            f"il en faut au moins {LEAST_SENTENCES} pour le réécrire."
        )
