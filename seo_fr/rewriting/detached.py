"""Phrases of the source told away from their sentence: bare, dated, with nothing that points back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from seo_fr.french import le
from seo_fr.model import Token
from seo_fr.resources import load_toml
from seo_fr.rewriting.context import Context

LEXICON = "rewriting/detached.toml"
OPEN = frozenset({"(", "«", "“", '"', "["})
STOPS = frozenset({",", ";", ":", "(", ")", ".", "«", "»", "“", "”", '"', "?", "!", "…", "...", "–", "—", "[", "]"})
BARE_ARTICLES = frozenset({"le", "la", "les", "l'", "l’", "un", "une", "des"})
TRIMMED = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "ADV", "PUNCT"})


def told(ctx: Context, tokens: Sequence[Token], *, own: bool = False, known: bool = False) -> str | None:
    """The exact words, « ce matin » replaced by its date; None when a word needs what stood around the sentence.

    *own*: « son », « leur » may stay, since what they refer to stands in the same line. *known*: « cet accident » is
    « l’accident », where the article told of it before.
    """
    if not tokens:
        return ""
    first, last = tokens[0], tokens[-1]
    dated = [d for d in ctx.dates(first.sentence) if d.resolved or d.absolute]
    articles = {t.i: article for t in tokens if known and (article := definite(ctx, t))}
    if any(
        pointing(ctx, token, own=own) and not any(d.start <= token.start < d.end for d in dated)
        for token in tokens
        if token.i not in articles
    ):
        return None
    if articles:
        return known_text(ctx, tokens, articles, own=own)
    text = ctx.text[first.start : last.end]
    published = ctx.analysis.source.published
    for date in sorted(ctx.dates(first.sentence), key=lambda d: -d.start):
        if date.end <= first.start or date.start >= last.end or date.absolute:
            continue
        # only the day of publication itself: any other day would be a date that the source never gives
        if published is None or date.iso != published.isoformat() or not date.resolved:
            return None
        if date.start < first.start or date.end > last.end:
            return None
        at, to = date.start - first.start, date.end - first.start
        text = text[:at] + date.resolved + text[to:]
    if unbalanced(text):
        return None
    return text.strip(" ,;")


def known_text(ctx: Context, tokens: Sequence[Token], articles: Mapping[int, str], *, own: bool) -> str | None:
    """The words with « ce », « cette » as plain articles: « de ce rapport » → « du rapport »."""
    parts: list[str] = []
    run: list[Token] = []
    for token in (*tokens, None):
        if token is not None and token.i not in articles:
            run.append(token)
            continue
        if run:
            text = told(ctx, run, own=own)
            if text is None:
                return None
            parts.append(text)
        run = []
        if token is not None:
            parts.append(articles[token.i])
    text = " ".join(parts)
    for old, new in (("de le ", "du "), ("de les ", "des "), ("à le ", "au "), ("à les ", "aux ")):
        text = re.sub(rf"(?<!\w){old}", new, text)
    return re.sub(r"’ ", "’", text)


def definite(ctx: Context, token: Token) -> str:
    """« le », « la », « l’ », « les » for a demonstrative whose noun an earlier sentence has; "" otherwise."""
    low = token.text.lower()
    if low not in {"ce", "cet", "cette", "ces"}:
        return ""
    after = [t for t in ctx.analysis.tokens[token.i + 1 : token.i + 4] if t.sentence == token.sentence]
    noun = next((t for t in after if t.pos == "NOUN"), None)
    if noun is None or any(t.pos not in {"ADJ", "NOUN"} for t in after[: after.index(noun)]):
        return ""
    lemma = noun.lemma.lower()
    if lemma in load_toml(LEXICON)["moments"]:
        return ""
    if not any(
        t.lemma.lower() == lemma and t.pos == "NOUN" and t.sentence < token.sentence for t in ctx.analysis.tokens
    ):
        return ""
    if low == "ces":
        return "les"
    word = after[0].text
    article = le(word, "f" if low == "cette" else "m")
    return article.removesuffix(word).strip() if article else ""


def pointing(ctx: Context, token: Token, *, own: bool = False) -> bool:
    """Whether a word needs something said elsewhere."""
    lexicon = load_toml(LEXICON)
    low = token.text.lower().replace("’", "'")
    if low in lexicon["possessives"]:
        return not own and token.pos != "PRON"
    if low == "ici":
        return token.i == 0 or ctx.analysis.tokens[token.i - 1].text.lower() not in {"d'", "d’"}
    if low in lexicon["demonstratives"] or low in lexicon["deictics"]:
        return True
    if low in lexicon["clitics"]:
        return token.pos == "PRON"
    return low in lexicon["pronouns"] and token.pos in {"PRON", "NOUN", "X"}


def unbalanced(text: str) -> bool:
    """Whether half of a pair of brackets or quotation marks is missing."""
    return text.count("(") != text.count(")") or text.count("«") != text.count("»") or text.count('"') % 2 == 1


def bare(ctx: Context, tokens: Sequence[Token], *, own: bool = False, known: bool = False) -> str | None:
    """The phrase without its article, in lower case unless it opens on a name. *own*, *known*: see ``told``."""
    group = list(tokens)
    while group and (
        group[0].pos == "PUNCT" or group[0].text.lower() in BARE_ARTICLES or (known and definite(ctx, group[0]))
    ):
        group = group[1:]
    if not group:
        return None
    text = told(ctx, group, own=own, known=known)
    return lowered(text, group[0]) if text else text


def lowered(text: str, first: Token) -> str:
    """The text with a lower-case opening, unless that opening is a name or an acronym."""
    if first.pos == "PROPN" or (first.ent and first.text[:1].isupper()) or first.text[1:2].isupper():
        return text
    return text[:1].lower() + text[1:]


def noun_phrase(ctx: Context, head: Token) -> tuple[Token, ...]:
    """A noun with its article, adjectives and complements, up to its first comma, bracket, relative or verb."""
    start = head.i
    tokens = ctx.analysis.tokens
    while start > 0 and tokens[start - 1].sentence == head.sentence and opens_phrase(tokens[start - 1]):
        start -= 1
        if tokens[start].pos == "DET" or tokens[start].text.lower() in BARE_ARTICLES:
            break
    return (*tokens[start : head.i + 1], *tail(ctx, head.i + 1)[0])


def opens_phrase(token: Token) -> bool:
    """Whether a word may stand between an article and its noun, or is that article."""
    return token.pos in {"ADJ", "NUM", "DET"} and token.text not in STOPS


def tail(ctx: Context, start: int, *, joined: bool = True) -> tuple[tuple[Token, ...], Token | None]:
    """The complements that follow without a break, and the word that stops them.

    They stop at punctuation, at a finite verb with its subject, at a relative, and at « et » when what follows is
    another clause or another figure; *joined* tells whether « et » may be crossed at all.
    """
    tokens = ctx.analysis.tokens
    if start >= len(tokens):
        return (), None
    sid = tokens[start - 1].sentence if start else tokens[0].sentence
    out: list[Token] = []
    k = start
    while k < len(tokens) and tokens[k].sentence == sid:
        token = tokens[k]
        low = token.text.lower().replace("’", "'")
        if token.text == "," and (end := list_end(ctx, out, k)):
            out.extend(tokens[k:end])
            k = end
            continue
        if token.text in STOPS or low in load_toml(LEXICON)["breaks"] or is_verb(token):
            break
        if token.pos == "PRON" and token.dep.startswith("nsubj"):
            break
        if low in {"et", "ou", "ni"} and not (joined and carries_on(ctx, k, sid)):
            break
        if low in {"pour", "sans"} and any(t.morph.get("VerbForm") == "Inf" for t in tokens[k + 1 : k + 3]):
            break
        if low == "ainsi" or (token.morph.get("VerbForm") == "Inf" and not out):
            break
        out.append(token)
        k += 1
    stop = tokens[k] if k < len(tokens) and tokens[k].sentence == sid else None
    if stop is not None and is_verb(stop):
        # what stands before a finite verb may be its subject or its clitics
        while out and (out[-1].pos in {"PRON", "ADV"} or out[-1].dep.startswith(("nsubj", "expl"))):
            out.pop()
        if any(t.dep.startswith("nsubj") and t.head == stop.i for t in out):
            return (), stop
    while out and out[-1].pos in TRIMMED and not out[-1].text.isdigit():
        out.pop()
    return tuple(out), stop


def list_end(ctx: Context, before: Sequence[Token], comma: int) -> int:
    """Where a list ends that a comma carries on: « dans l’administration, la recherche et le commerce »; else 0."""
    if not before:
        return 0
    inside = {t.i for t in before}
    tokens = ctx.analysis.tokens
    sid = before[0].sentence
    joined = [t for t in ctx.tokens(sid) if t.i > comma and t.dep == "conj" and t.head in inside and not is_verb(t)]
    if not joined:
        return 0
    end = max(t.i for j in joined for t in ctx.subtree(j)) + 1
    held = tokens[comma + 1 : end]
    fits = all(not is_verb(t) and t.text not in STOPS - {","} for t in held)
    return end if fits and any(t.text.lower() in {"et", "ou"} for t in held) and len(held) <= 16 else 0


def is_verb(token: Token) -> bool:
    """Whether a word is a finite verb or a present participle."""
    if token.pos not in {"VERB", "AUX"}:
        return False
    form, tense = token.morph.get("VerbForm"), token.morph.get("Tense")
    return form == "Fin" or (form == "Part" and tense == "Pres") or (form is None and token.pos == "AUX")


def carries_on(ctx: Context, k: int, sid: int) -> bool:
    """Whether the « et » at a place joins two nouns, and not two clauses or two figures."""
    tokens = ctx.analysis.tokens
    if k + 1 >= len(tokens) or tokens[k + 1].sentence != sid:
        return False
    after = tokens[k + 1]
    figures = [f.start for f in ctx.figures(sid)]
    held = tokens[k + 1 : k + 4]
    if any(f == t.start for f in figures for t in held) or after.text[:1].isdigit():
        return False
    if after.pos not in {"NOUN", "PROPN", "ADP", "DET", "ADJ"}:
        return False
    for token in tokens[k + 1 :]:
        if token.sentence != sid or token.text in STOPS:
            return True
        if is_verb(token):
            return False
    return True


def spaced(text: str) -> str:
    """The text with single spaces, none before a comma or a full stop.

    >>> spaced("la hausse  , en mai")
    'la hausse, en mai'
    """
    return re.sub(r"\s+(,|\.(?!\w))", r"\1", " ".join(text.split()))
