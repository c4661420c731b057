"""Sentences read by their surface, for questions: what opens them, and how their subject is named and asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seo_fr.french import elide, invert, noun_gender, que
from seo_fr.model import Gender, Number
from seo_fr.rewriting.asking import plain, taken_up
from seo_fr.rewriting.clauses import clauses
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.stretches import loose_words

SUBJECT = (
    r"(?P<s>(?:[Ll]es? |[Ll]a |[Ll]’|[Uu]ne? |[Dd]es |[Cc]et(?:te)? |[Cc]e |[Cc]es |[Ii]ls?\b|[Ee]lles?\b|[A-ZÉÈÀ])"
    r"[^,;:.()«»]{0,85}?)(?:, (?P<app>[^,;:«»]{3,60}),)?"
)
"""A subject, with an apposition or without."""
LINK_RE = re.compile(
    r"^(?:mais|cependant|malheureusement|par ailleurs|de plus|en outre|enfin|ainsi|en effet|toutefois|finalement|"
    r"malgré tout|d’autre part|de son côté|pour sa part|en revanche|de leur côté|parallèlement|or|et)$",
    re.IGNORECASE,
)
DATE_RE = re.compile(r"^(?:depuis|en|le|dès|à partir d[eu]|entre|du) [^,]*\d", re.IGNORECASE)
LOOSE_RE = re.compile(r"\b(?:n’)?ayant\b|^(?:face à|outre|tout en|après) ", re.IGNORECASE)
"""What opens a sentence and may go: the fact stays true."""
AGAINST_RE = re.compile(r"^malgré (?!tout$)[^,]+$", re.IGNORECASE)
LONGEST_SUBJECT = 9
"""Words."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A sentence without what opens it."""

    text: str
    """From its subject, without its final stop."""
    front: str = ""
    """« depuis 2011 », in lower case."""
    against: str = ""
    """« malgré la pluie », in lower case."""


@dataclass(frozen=True, slots=True)
class Named:
    """A subject as a question names it."""

    text: str
    """As inside a sentence: « la capsule »."""
    gender: Gender
    """"" where no pronoun may stand for it."""
    number: Number
    also: tuple[int, ...] = ()
    """Ids of further sentences that name it."""

    @property
    def pronoun(self) -> str:
        """« Elle », « Ils »; "" where the gender is unknown."""
        if not self.gender:
            return ""
        return ("Elle" if self.gender == "f" else "Il") + ("s" if self.number == "p" else "")


def flat(ctx: Context, sid: int) -> str:
    """A sentence with its apostrophes curled and its spaces plain, without final stop."""
    text = ctx.sentence(sid).text.replace("'", "’").replace("\u00a0", " ").replace("\u202f", " ")
    return re.sub(r"\s*[.!…]+$", "", " ".join(text.split()))


def opened(text: str) -> Iterator[Opened]:
    """The ways to read a sentence from its subject on.

    >>> [o.front for o in opened("Depuis 2011, la ville paie")], [o.text for o in opened("Mais la ville paie")]
    (['', 'depuis 2011'], ['Mais la ville paie', 'la ville paie'])
    """
    yield Opened(text)
    if found := re.match(r"(?:Mais|Or|Et) (?=\w)", text):
        yield Opened(text[found.end() :])
    front, comma, rest = text.partition(", ")
    low = front[:1].lower() + front[1:]
    if not comma or len(front.split()) > 14:
        if found := re.match(r"(?:Malheureusement|Finalement|Cependant|Ainsi|Aujourd’hui|Désormais) (?=\w)", text):
            yield Opened(text[found.end() :])
        return
    if LINK_RE.match(front):
        yield Opened(rest)
    elif AGAINST_RE.match(front):
        yield Opened(rest, "", low)
    elif DATE_RE.match(front):
        yield Opened(rest, low)
    elif LOOSE_RE.search(front):
        yield Opened(rest)


def affirmed(ctx: Context, sid: int, *, denied: bool = False) -> bool:
    """Whether the article itself says a whole sentence, without doubt; *denied*: a denial is no doubt here."""
    if ctx.attributions(sid) or ctx.quotations(sid):
        return False
    kinds = {s.kind for s in ctx.scopes(sid)} - {"modal"}
    return kinds <= ({"negated"} if denied else set())


def affirmed_at(ctx: Context, sid: int, words: str) -> bool:
    """Whether a stretch of a sentence, given by its words, is affirmed by the article itself."""
    sentence = ctx.sentence(sid)
    at = sentence.text.replace("'", "’").find(words)
    if at < 0:
        return False
    start = sentence.start + at
    quoted = any(q.start < start + len(words) and start < q.end for q in ctx.quotations(sid))
    return not quoted and plain(ctx, sid, start, start + len(words))


def named(ctx: Context, sid: int, words: str) -> Named | None:
    """How a question names a subject; None where it points to what the question would not say.

    A pronoun is replaced where it is certain, a demonstrative by the article.
    """
    words = words.strip()
    words = re.sub(r"\bde cette (?=[^aeiouyéèêh])", "de la ", re.sub(r"\bde ce (?=[^aeiouyéèêh])", "du ", words))
    if words.lower() in {"il", "elle", "ils", "elles"}:
        for clause in clauses(ctx, sid):
            if clause.subject_head.text.lower() == words.lower() and (found := taken_up(ctx, clause)) is not None:
                number: Number = "p" if words.lower().endswith("s") else "s"
                gender: Gender = "f" if words.lower().startswith("e") else "m"
                return Named(found[0], gender, number, found[1])
        return before_it(ctx, sid, words.lower())
    match = re.match(r"(?P<d>[Cc]et(?:te)?|[Cc]es?) (?P<n>.+)$", words)
    if match is not None:
        low = match["d"].lower()
        noun = match["n"]
        if low == "ces":
            return named(ctx, sid, f"les {noun}")
        return named(ctx, sid, elide("la" if low == "cette" else "le", noun))
    if len(words.split()) > LONGEST_SUBJECT or loose_words(words) or re.search(r"\b(?:qui|que|dont|où|on)\b", words):
        return None
    article = re.match(r"(?P<a>les (?:\d[\d ]* )?|la |le |l’|une? |des )(?P<n>[^\W_][\w-]*)", words, re.IGNORECASE)
    if article is not None:
        shown = "les " if article["a"].lower().startswith("les ") else article["a"].lower()
        noun = article["n"].lower()
        head = noun.removesuffix("s") if shown in {"les ", "des "} else noun
        second = re.match(r"(?:[^\W\d_]+) (?P<n>[^\W\d_]+)", words[article.start("n") :])
        gender = {"la ": "f", "une ": "f", "le ": "m", "un ": "m"}.get(shown) or noun_gender(noun) or noun_gender(head)  # type: ignore[assignment]
        if (
            not gender
            and second is not None
            and noun in {"nouvelle", "nouvel", "nouveau", "grande", "premier", "dernière"}
        ):
            gender = noun_gender(second["n"].lower())
        if not gender and shown == "les " and noun and article["n"][0].isupper():
            gender = "m"  # « les Étrusques »
        entity = next((e for e in ctx.analysis.entities if e.name.replace("'", "’") == words), None)
        text = words if entity is not None and words[0].isupper() and shown == "la " else words[:1].lower() + words[1:]
        return Named(text, gender, "p" if shown in {"les ", "des "} or " et l" in words else "s")
    if not words[:1].isupper():
        return None
    entity = next(
        (e for e in ctx.analysis.entities if words in {x.replace("'", "’") for x in (e.name, *e.aliases)}), None
    )
    if entity is None:
        return None
    name = entity.name.replace("'", "’") if entity.label == "PER" else words
    return Named(name, entity.gender if entity.label == "PER" else "", entity.number)


def before_it(ctx: Context, sid: int, pronoun: str) -> Named | None:
    """What « elle » takes up when the sentence before has a demonstrative of its gender for its subject."""
    if sid == 0 or ctx.sentence(sid).block != ctx.sentence(sid - 1).block:
        return None
    single = re.match(r"(?P<s>[A-ZÉ][\w’-]+(?: [A-ZÉ][\w’-]+)*) est l[ea] ", flat(ctx, sid - 1))
    place = next((e for e in ctx.analysis.entities if single is not None and e.name == single["s"]), None)
    if place is not None and place.label != "PER" and pronoun in {"il", "elle"}:
        return Named(place.name, "f" if pronoun == "elle" else "m", "s", (sid - 1,))
    people = re.match(r"(?P<s>Les [A-ZÉ][\w’-]+s)(?:, [^,]+,)? [^\W\d_]", flat(ctx, sid - 1))
    if people is not None and pronoun == "ils":
        return Named(f"les {people['s'][4:]}", "m", "p", (sid - 1,))
    match = re.match(
        r"(?:[A-ZÉ][^,]{2,20}, )?(?P<s>[Cc](?:e|et|ette) [^,;:.()«»]{3,50}?) (?=(?:a|est|sera|fut|avait|était)\b)",
        flat(ctx, sid - 1),
    )
    found = named(ctx, sid - 1, match["s"]) if match is not None else None
    if found is None or pronoun.endswith("s") or found.gender != ("f" if pronoun == "elle" else "m"):
        return None
    return Named(found.text, found.gender, found.number, (sid - 1,))


def question(word: str, who: Named, finite: str, rest: str = "", *, before: str = "") -> str:
    """« Pourquoi le pont est-il fermé ? », or with « est-ce que » where no pronoun may stand for the subject.

    *before*: what stands before the finite verb: « s’ », « n’ ».

    >>> question("", Named("le pont", "m", "s"), "est", "fermé")
    'Le pont est-il fermé ?'
    >>> question("Quand", Named("Kelvo", "", "s"), "ouvre")
    'Quand est-ce que Kelvo ouvre ?'
    """
    inverted = invert(finite, gender=who.gender, number=who.number)
    if inverted:
        text = f"{word} {who.text} {before}{inverted} {rest}"
    else:
        text = f"{word} est-ce {que(who.text)} {before}{finite} {rest}"
    text = " ".join(text.split())
    return f"{text[:1].upper()}{text[1:]} ?"
