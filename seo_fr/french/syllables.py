"""Counts: words, sentences and syllables, the same everywhere in the library."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

from seo_fr.resources import load_toml

_NUMBER_SPACE: Final = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d)")
_WORD_CHARACTER: Final = re.compile(r"[^\W_]")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SENTENCE_END: Final = re.compile(r"[.!?…]+[\s\u00a0\u202f]*[»”\")\]]*(?=\s|$)")


def count_words(text: str) -> int:
    """Number of words: runs of non-space characters that hold a letter or a digit.

    A no-break space between two digits does not separate. This is *the* counter of the library: every length, target
    and share is given in these words.

    >>> count_words("L’IA compte 340\u202f000 utilisateurs ; c’est 5\u00a0% de plus.")
    8
    """
    return sum(1 for run in _NUMBER_SPACE.sub("", text).split() if _WORD_CHARACTER.search(run))


def count_sentences(text: str) -> int:
    """Number of sentences, by end marks alone; abbreviations and initials do not end one.

    For readability figures of text whose sentences are not known already. Any text with a word counts one at least.

    >>> count_sentences("M. Blum arrive. Il part à 5 h. Et puis ?")
    3
    """
    if not count_words(text):
        return 0
    abbreviations = frozenset(load_toml("french/typography.toml")["abbreviations"])
    count, start = 0, 0
    for match in _SENTENCE_END.finditer(text):
        following = text[match.end() :].lstrip()
        if match.group().startswith(".") and not match.group().startswith(".."):
            before = text[start : match.start()].split()
            last = before[-1].lstrip("«(“\"'’") if before else ""
            initial = len(last) == 1 and last.isupper() and not last.isdigit()
            if following and (last in abbreviations or initial):
                continue
        if following and (following[0].islower() or following[0] in ",;:"):
            continue
        count += bool(count_words(text[start : match.end()]))
        start = match.end()
    return count + bool(count_words(text[start:]))


@cache
def _tables() -> tuple[Mapping[str, int], re.Pattern[str], re.Pattern[str], frozenset[str]]:
    data = load_toml("french/syllables.toml")
    spoken_ent = re.compile(rf"(?:{'|'.join(data['spoken_ent'])})$")
    silent_ment = re.compile(rf"^(?:{'|'.join(data['silent_ment'])})$")
    exceptions = {word: int(count) for count, words in data["exceptions"].items() for word in words.split()}
    return exceptions, spoken_ent, silent_ment, frozenset(data["letters_two"])


def count_syllables(word: str, *, exceptions: Mapping[str, int] | None = None) -> int:
    """Number of syllables of a written word, as spoken in standard French with mute final e.

    Vowel groups are counted after removing a mute ending (-e, -es, verbal -ent); groups that French speaks in two
    (« é-o », « cri-er ») are cut. A number counts the syllables of its digits' names as a rough guide; punctuation
    counts none. *exceptions* (lower-case word → count) goes before the shipped table.

    >>> [count_syllables(w) for w in ("entreprise", "créer", "parlent", "L’IA", "ouvrier", "aujourd’hui")]
    [3, 2, 1, 2, 3, 3]
    """
    word = unicodedata.normalize("NFC", word).replace("'", "’")
    parts = _LETTERS.findall(word.replace("’", "’ "))
    if not parts:
        return len(re.findall(r"\d", word))
    whole = word.lower().strip('«»“”"()[],;:!?….-– ')
    table = _tables()[0] if exceptions is None else {**_tables()[0], **exceptions}
    if whole in table:
        return table[whole]
    total = len(re.findall(r"\d", word)) + sum(_of_part(part, table) for part in parts)
    # Inside a compound the e after two consonants is heard: quatre-vingt, porte-parole.
    total += len(re.findall(r"[bcdfgptv][lr]es?-(?=[^\W\daeiouyéèêh])", word.lower()))
    return max(1, total)


def _of_part(part: str, table: Mapping[str, int]) -> int:
    """Syllables of a run of letters (no apostrophe, no hyphen)."""
    _, spoken_ent, silent_ment, letters_two = _tables()
    word = part.lower()
    if word in table:
        return table[word]
    if part.isupper() and 1 < len(part) <= 5 and _spelled(part):
        return sum(3 if c == "W" else 2 if c in letters_two else 1 for c in part)
    if word == "qu" or (len(word) == 1 and word not in "aàyoôuieé"):
        return 0
    core = word.replace("œ", "e").replace("æ", "e")
    # « gu » and « qu » before a vowel are one consonant.
    core = re.sub(r"qu(?=[aàâeéèêëiîoôy]|$)", "q", core)
    core = re.sub(r"gu(?=[eéèêiîy])", "g", core)
    core = re.sub(r"ge(?=[aàâoô])", "g", core)
    core = _drop_mute(core, word, spoken_ent, silent_ment)
    # A liquid cluster before i, u or ou makes the next vowel a syllable of its own: cri-er, clou-er, cru-el.
    core = re.sub(r"([bcdfgptv][lr])(i|u|ou)(?=[aàâeéèêoô])", r"\1\2-", core)
    core = re.sub(r"([bcdfgptv][lr])u-?i", r"\1ui", core)
    # Vowels in hiatus.
    core = re.sub(r"(?<=[éè])(?=[aàâeéèêiîïoôuœ])", "-", core)
    core = re.sub(r"(?<=[aàâoô])(?=[éèêë])", "-", core)
    core = re.sub(r"(?=[ïüë])", "-", core) if re.search(r"[aàeéoôu][ïüë]", core) else core
    core = re.sub(r"a-?o(?!û)|(?<![aeoé])oa|aa", "a-o", core)
    core = re.sub(r"^coo", "co-o", core)
    core = core.replace("oo", "ou")
    # y between vowels is a glide: it closes one syllable and opens the next.
    core = re.sub(r"([aàâeéèoôu])y(?=[aàâeéèêoôuiî])", r"\1-", core)
    # -ill- after a vowel is a glide.
    core = re.sub(r"([aeœou])il(?:l(?=[aàâeéèêioôu])|s?$)", r"\1l", core)
    return max(1 if word[-1:] not in "’" else 0, len(re.findall(r"[aàâeéèêëiîïoôuùûüy]+", core)))


def _spelled(part: str) -> bool:
    """Whether an acronym is spelled letter by letter: short, or without the vowels to be said as a word."""
    if len(part) <= 2:
        return True
    return (
        not re.search(r"[AEIOUY]", part[1:-1])
        or not re.fullmatch(r"[^AEIOUY]{0,2}(?:[AEIOUY]{1,2}[^AEIOUY]{1,2})*[AEIOUY]{0,1}", part)
        or (len(part) == 3 and part[1] not in "AEIOUY")
    )


def _drop_mute(core: str, word: str, spoken_ent: re.Pattern[str], silent_ment: re.Pattern[str]) -> str:
    """Cut a mute ending off, if another vowel is left."""
    if core.endswith("ent") and len(core) > 4 and not spoken_ent.search(word):
        mute = True
        if word.endswith("ment"):
            mute = bool(silent_ment.match(word))
        if mute:
            core = core[:-3]
            # -aient, -oient: the vowel before is kept and is the last one.
            return core if re.search(r"[aàâeéèêiîoôuûy]", core) else core + "e"
    for ending in ("es", "e"):
        if core.endswith(ending):
            stem = core[: -len(ending)]
            if re.search(r"[aàâeéèêëiîïoôuùûüy]", stem):
                return stem
            break
    return core
