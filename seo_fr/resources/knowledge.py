"""Floor 0: the knowledge base and the glossaries that users lay over it.

The entries are written in ``knowledge/*.toml``, one file a domain. Reading a thousand of them with ``tomllib`` takes
about 80 ms, so what is loaded is ``knowledge.json``, the same entries in the same order, written by
``data/build_knowledge.py``; a test checks that the two agree.
"""

from __future__ import annotations

import difflib
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from seo_fr.errors import InputNotFound, InvalidGlossary
from seo_fr.model import LEVELS, Concept
from seo_fr.resources import load_toml, names

CACHE = "knowledge.json"
FOLDER = "knowledge"
USER_DOMAIN = "glossaire"
"""Domain of a user's entry that names none."""
TEXTS = ("term", "definition", "explanation")
"""Required, and not blank."""
LISTS = ("aliases", "context", "see")
FIELDS = (*TEXTS, "domain", "gender", "number", *LISTS, "level", "other")
CHOICES: Mapping[str, tuple[str, ...]] = {"gender": ("m", "f", ""), "number": ("s", "p", ""), "level": LEVELS}
USUAL: Mapping[str, str] = {"level": "spécialisé"}
"""What a field holds when an entry leaves it out."""
SENTENCE_ENDS = (".", "!", "?", "…", "».", "!»")


@cache
def concepts() -> tuple[Concept, ...]:
    """The shipped concepts, in the order of their files, read once per process.

    >>> {type(concept).__name__ for concept in concepts()}
    {'Concept'}
    """
    text = files(__package__).joinpath(CACHE).read_text(encoding="utf-8")
    return tuple(
        Concept(
            term, definition, explanation, domain, gender, number, tuple(aliases), tuple(context), tuple(see), *rest
        )
        for domain, rows in json.loads(text).items()
        for term, definition, explanation, gender, number, aliases, context, see, *rest in rows
    )


def load_concepts(glossary: Path | str | Mapping[str, Any] | None = None) -> tuple[Concept, ...]:
    """The shipped concepts, with a user's *glossary* laid over them.

    A user's entry takes the place of ours that has the same term, or whose term it lists among its aliases; an alias of
    ours that the user defines is dropped from ours. The user's entries come first.

    :raises InvalidGlossary: an entry is malformed.
    :raises InputNotFound: the file cannot be read.

    >>> mine = {"gabelle": {"definition": "La gabelle est un impôt sur le sel.", "explanation": "Elle a disparu."}}
    >>> load_concepts(mine)[0].definition
    'La gabelle est un impôt sur le sel.'
    """
    if glossary is None:
        return concepts()
    own = read_glossary(glossary)
    taken = {key(name) for concept in own for name in (concept.term, *concept.aliases)}
    kept = (_without_aliases(concept, taken) for concept in concepts() if key(concept.term) not in taken)
    return (*own, *kept)


def read_glossary(glossary: Path | str | Mapping[str, Any]) -> tuple[Concept, ...]:
    """The concepts of a TOML file, or of a mapping, in order.

    Both may be a list of ``[[concept]]`` tables with a ``term``, or tables whose names are the terms.

    :raises InvalidGlossary: naming file, entry and field.
    :raises InputNotFound: the file cannot be read.

    >>> read_glossary({"gabelle": {"definition": "La gabelle est un impôt.", "explication": "Elle a disparu."}})
    Traceback (most recent call last):
    ...
    seo_fr.errors.InvalidGlossary: glossaire, entrée « gabelle » : champ inconnu « explication ». \
Vouliez-vous dire « explanation » ?
    """
    if isinstance(glossary, Mapping):
        return parse_concepts(glossary, file="glossaire", domain=USER_DOMAIN)
    path = Path(glossary)
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputNotFound(f"Le glossaire {path} ne peut pas être lu : {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise InvalidGlossary(f"{path} : ce fichier n’est pas en UTF-8 ; enregistrez-le sous ce codage.") from error
    except tomllib.TOMLDecodeError as error:
        raise InvalidGlossary(f"{path} : ce n’est pas du TOML valide ({error}).") from error
    return parse_concepts(document, file=str(path), domain=USER_DOMAIN)


def read_sources() -> tuple[Concept, ...]:
    """The shipped concepts, read from their TOML files: slow, for the script and the tests."""
    return tuple(
        concept
        for name in names(FOLDER)
        for concept in parse_concepts(load_toml(name), file=name, domain=Path(name).stem)
    )


def serialise(entries: Iterable[Concept]) -> str:
    """The text of the file that :func:`concepts` loads: domain → rows, one entry a line."""
    domains: dict[str, list[str]] = {}
    for c in entries:
        row = [c.term, c.definition, c.explanation, c.gender, c.number, c.aliases, c.context, c.see, c.level, c.other]
        domains.setdefault(c.domain, []).append(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    blocks = (f"{json.dumps(name)}:[\n" + ",\n".join(rows) + "\n]" for name, rows in domains.items())
    return "{" + ",\n".join(blocks) + "}\n"


def parse_concepts(document: Mapping[str, Any], *, file: str, domain: str) -> tuple[Concept, ...]:
    """The concepts of a parsed document; *file* is how messages name it, *domain* what entries fall under by default.

    :raises InvalidGlossary: naming file, entry and field.
    """
    parsed: list[Concept] = []
    seen: dict[str, str] = {}
    for label, fields in _entries(document, file):
        concept = _concept(fields, where=f"{file}, entrée {label}", domain=domain)
        for field, name in [("term", concept.term), *(("aliases", alias) for alias in concept.aliases)]:
            if other := seen.get(key(name)):
                raise InvalidGlossary(f"{file}, entrée {label}, champ {field} : « {name} » désigne déjà « {other} ».")
            seen[key(name)] = concept.term
        parsed.append(concept)
    return tuple(parsed)


def key(name: str) -> str:
    """What makes two names one: case, apostrophes and spaces set aside.

    >>> key("Plan  d'épargne") == key("plan d’épargne")
    True
    """
    return " ".join(name.replace("'", "’").casefold().split())


def _entries(document: Mapping[str, Any], file: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """(label for messages, fields) of each entry, whichever of the two shapes the document has."""
    listed = document.get("concept")
    if isinstance(listed, list):
        if extra := sorted(set(document) - {"concept"}):
            raise InvalidGlossary(f"{file} : « {extra[0]} » n’a pas sa place à côté de la liste « concept ».")
        rows: list[tuple[str, Any]] = [("", fields) for fields in listed]
    else:
        rows = list(document.items())
    for rank, (name, fields) in enumerate(rows, start=1):
        label = f"« {name} »" if name else f"nº {rank}"
        if not isinstance(fields, Mapping):
            raise InvalidGlossary(f"{file}, entrée {label} : il faut une table de champs (term, definition…).")
        if name:
            fields = {"term": name, **fields}
        elif isinstance(fields.get("term"), str) and fields["term"].strip():
            label = f"« {fields['term'].strip()} »"
        yield label, fields


def _concept(fields: Mapping[str, Any], *, where: str, domain: str) -> Concept:
    for name in fields:
        if name not in FIELDS:
            near = difflib.get_close_matches(str(name), FIELDS, n=1)
            remedy = f"Vouliez-vous dire « {near[0]} » ?" if near else f"Champs admis : {', '.join(FIELDS)}."
            raise InvalidGlossary(f"{where} : champ inconnu « {name} ». {remedy}")
    texts = {name: _text(fields, name, where) for name in TEXTS}
    for name in ("definition", "explanation"):
        if not texts[name].endswith(SENTENCE_ENDS):
            raise InvalidGlossary(f"{where}, champ {name} : il faut des phrases complètes, terminées par un point.")
    for name, allowed in CHOICES.items():
        if fields.get(name, USUAL.get(name, "")) not in allowed:
            choices = ", ".join(f'"{choice}"' for choice in allowed)
            raise InvalidGlossary(
                f"{where}, champ {name} : {fields[name]!r} n’est pas admis ; choisissez parmi {choices}."
            )
    other = _text(fields, "other", where) if "other" in fields else ""
    lists = {name: _list(fields, name, where) for name in LISTS}
    return Concept(
        term=texts["term"],
        definition=texts["definition"],
        explanation=texts["explanation"],
        domain=_text(fields, "domain", where) if "domain" in fields else domain,
        gender=fields.get("gender", ""),
        number=fields.get("number", "s"),
        aliases=lists["aliases"],
        context=lists["context"],
        see=lists["see"],
        level=fields.get("level", USUAL["level"]),
        other=other,
    )


def _text(fields: Mapping[str, Any], name: str, where: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not value.strip():
        state = "il manque" if value is None else "il faut un texte qui ne soit pas vide"
        raise InvalidGlossary(f"{where}, champ {name} : {state}.")
    return value.strip()


def _list(fields: Mapping[str, Any], name: str, where: str) -> tuple[str, ...]:
    value = fields.get(name, ())
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) and item.strip() for item in value):
        raise InvalidGlossary(f"{where}, champ {name} : il faut une liste de textes.")
    return tuple(item.strip() for item in value)


def _without_aliases(concept: Concept, taken: set[str]) -> Concept:
    if not any(key(alias) in taken for alias in concept.aliases):
        return concept
    return replace(concept, aliases=tuple(alias for alias in concept.aliases if key(alias) not in taken))
