"""What a call must bring before any work is done; each refusal says what is wrong and what to do."""

from __future__ import annotations

import re

from seo_fr.errors import EmptyText, InvalidInput, InvalidKeyphrase, InvalidSettings, NotFrench, TextTooShort
from seo_fr.model import Source
from seo_fr.resources import load_toml

WORD_RE = re.compile(r"[^\W\d_]+")
LEAST_SENTENCES = 3
LONGEST_KEYPHRASE = 10
LEAST_WORDS_TO_TELL = 15
"""Under so few words the language is not judged."""


def check_text(text: object) -> None:
    """Refuse what is not a text, is empty, or is not French.

    >>> check_text("  ")
    Traceback (most recent call last):
    ...
    seo_fr.errors.EmptyText: Le texte est vide ; donnez un article d’au moins 3 phrases.
    """
    if not isinstance(text, str):
        raise InvalidInput(f"text doit être une chaîne de caractères ; reçu : {type(text).__name__}.")
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
    """
    words = [w.lower() for w in WORD_RE.findall(text)]
    if len(words) < LEAST_WORDS_TO_TELL:
        return "fr"
    table = load_toml("languages.toml")
    shares = {code: sum(w in set(common.split()) for w in words) / len(words) for code, common in table.items()}
    best = max(shares, key=lambda code: (shares[code], code == "fr"))
    if shares[best] < 0.1:
        return "inconnue"
    return best


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
