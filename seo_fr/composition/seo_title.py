"""The title for search results, turned so as to open on the keyphrase where French lets it say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from seo_fr.french import capitalize_first, elide, lower_first, typeset
from seo_fr.model import Keyphrase
from seo_fr.resources import load_toml
from seo_fr.rewriting.context import Context
from seo_fr.topics.heading_cuts import LABEL_RE, META_WIDTH, common_word, names_kept, pixels
from seo_fr.topics.heading_families.nominals import event_nouns
from seo_fr.topics.headings import Headline
from seo_fr.topics.heads import holds, opens_on, tells
from seo_fr.topics.matching import function_words, stems

LEAST: Final = 3
"""Content words that must be left of a title that loses its end, and that a fact told instead must have."""
OPENING: Final = 2
"""Sentences whose facts tell what the whole article is about; content words of a noun with its complement."""
WIDEST: Final = 600
"""Pixels that search results show on a desktop: for a whole title a little wider than the usual width."""
OF: Final = r"(?:de la |de l[’'] ?|du |des |de |d[’'] ?)"
ON: Final = r"sur (?:le |la |les |l[’'] ?)"
FOR: Final = r"pour (?:le |la |les |l[’'] ?)?"
AT: Final = r"(?:au |aux |à la |à l[’'] ?|à |dans (?:le |la |les |l[’'] ?)|chez |en )"
BODY_RE: Final = re.compile(r"^((?:l[ae]s? )|l[’'] ?)([\w-]+) $", re.I)
BILAN_RE: Final = re.compile(
    r" : (?:l[ae]s? |l[’'])[\w-]+ (?:fait|font|dresse|dressent|tire|tirent) le bilan (d)", re.I
)
ITS_RE: Final = re.compile(r" (?:de l[’'](?:équipe|entreprise|association)|du (?:club|groupe)|de la société)(?= )")
"""What the label before the colon has named already."""
PARTICIPLE_RE: Final = re.compile(r"^(.+) ([\w-]+(?:é|ée|és|ées|uit|uite|uits|uites|ert|erte|erts|ertes))$")
WORD_RE: Final = re.compile(r"\w+(?:[.,-]\w+)*")
SMALL: Final = frozenset("de d du des la le les l".split())
LAST_RE: Final = re.compile(r"\b(?:l[ae]s? |une? |l[’'] ?)((?:[\w-]+ )?[\w-]+)$", re.I)
ONE_RE: Final = re.compile(rf"^(?:l[ae]s? |l[’']|une? )?([\w-]+) (?:{OF}|{AT}|sur l[ae]s? |sur l[’'] ?)$", re.I)
AFTER_RE: Final = re.compile(r"(?: (?:de |d[’']|à )[A-ZÀ-Ý][\w-]*)?[ .!]*")
ENDED_RE: Final = re.compile(r"[\w%€$»!?…)]$")
"""What a fact ends on that was not cut inside a word."""
ORDER_RE: Final = re.compile(r"(?:premi[eè]re?|nouve(?:au|lle)|derni[eè]re?)[sx]?")
DONE_RE: Final = re.compile(r"(?:é|i|u|is|it|ert)e?s?$")
PLACE_RE: Final = re.compile(r"^(.+) (?:à|au|aux|en|dans (?:le|la|les|l[’'])) ?([A-ZÀ-Ý].*)$")
ASKED_RE: Final = re.compile(
    r"^(?P<before>.+ )(?P<of>d[’'] ?|de |pour |à |sans )(?P<verb>[\w-]+(?:er|ir|re)) "
    r"(?P<article>des |les |le |la |l[’'] ?)$",
    re.I,
)


def keyphrase_first(
    meta_title: str, title: str, focus: Keyphrase, facts: Sequence[Headline] = (), told: Sequence[str] = ()
) -> str:
    """*meta_title*, or a title that says the same and opens on the keyphrase, or at least holds it.

    *title* is the H1, *facts* are clauses of the source told short, each with the ids of its sentences, *told* are
    groups of words that the source opens on.
    """
    if not focus.text or opens_on(meta_title, focus):
        return meta_title
    label = LABEL_RE.match(title)
    bare = capitalize_first(title[label.end() :]) if label else title
    if opens_on(bare, focus) and pixels(typeset(shorn := unarticled(bare))) <= WIDEST and names_kept(title, shorn):
        return shorn  # rather than the keyphrase cut to gain a few letters
    for full in (title, bare) if not holds(meta_title, focus) else ():
        if holds(full, focus) and pixels(typeset(full)) <= WIDEST and names_kept(meta_title, full):
            return full
    placed = with_the_place(title, focus)
    if placed and pixels(typeset(placed)) <= WIDEST and names_kept(bare, placed):
        return placed
    for form in (bare, meta_title):  # the whole title, or as it was cut to the width
        if " : " in typeset(form).replace("\u00a0", " "):
            continue  # one colon is enough
        options = (
            of_a_body(form, focus),
            without_its_end(form, focus),
            with_a_pronoun(form, focus),
            of_the_end(form, focus),
            in_full(form, focus, told),
        )
        for option in options:
            for turned in (option, the_bilan(option)) if option else ():
                fits = pixels(typeset(turned)) <= (WIDEST if form == bare else META_WIDTH)
                whole = fits and len(stems(turned)) >= len(focus.stems) + 2
                if whole and names_kept(meta_title, turned):
                    return turned
    if holds(meta_title, focus):
        return meta_title
    for fact in facts:
        enough = holds(fact.text, focus) and len(stems(fact.text)) >= len(focus.stems) + 1
        whole = ENDED_RE.search(fact.text) is not None and pixels(typeset(fact.text)) <= WIDEST
        if enough and whole and fact.sources[0] < OPENING and tells(fact.text, title, focus):
            return capitalize_first(fact.text)
    return meta_title


def with_the_place(title: str, focus: Keyphrase) -> str:
    """« Serres : fermeture des halles » as « Fermeture des halles à Serres », where that is the keyphrase; or "".

    What follows it in the title must be tied to it by a preposition: a verb would have the place in its way.

    >>> focus = Keyphrase("fermeture des halles à Serres", "", (), 1.0, "noun")
    >>> with_the_place("Serres : la fermeture des halles pour travaux", focus)
    'Fermeture des halles à Serres pour travaux'
    """
    label = LABEL_RE.match(title)
    thing = PLACE_RE.match(focus.text)
    if label is None or thing is None or thing[2].lower() != label[1].strip().lower():
        return ""
    bare = re.sub(r"^(?:l[ae]s? |l[’'])", "", title[label.end() :], flags=re.I)
    alike = [t.lower().replace("'", "’") for t in (bare, thing[1])]
    after = bare[len(thing[1]) :]
    tied = not after.strip() or re.match(r" (?:avec|pour|par|après|avant|contre|sur|entre|dans|à|en) ", after)
    return f"{capitalize_first(focus.text)}{after}" if alike[0].startswith(alike[1]) and tied else ""


def opening_words(ctx: Context, phrases: Sequence[Keyphrase]) -> tuple[str, ...]:
    """Those of some groups of words that the source opens on, in reading order, where it neither doubts nor denies."""
    sure = [s for s in ctx.sentences[:OPENING] if not ctx.scopes(s.id) and not ctx.attributions(s.id)]
    found = [
        (start, phrase.text)
        for phrase in phrases
        for start, end in phrase.spans
        if any(s.start <= start and end <= s.end for s in sure)
    ]
    return tuple(dict.fromkeys(text for _, text in sorted(found)))


def of_a_body(title: str, focus: Keyphrase) -> str:
    """« La direction du club fait le bilan » as « Club : la direction fait le bilan »; or "".

    So « Le débat sur la halle relancé » as « Halle : le débat relancé ».

    >>> focus = Keyphrase("scierie Bonnal", "scierie bonnal", ("scier", "bonnal"), 1.0, "noun")
    >>> of_a_body("Les salariés de la scierie Bonnal votent la reprise", focus)
    'Scierie Bonnal : les salariés votent la reprise'
    """
    before, after = around(title, focus)
    of = re.search(rf"(?<=[\w]) (?:{OF}|(?P<on>{ON}))$", before)
    body = BODY_RE.match(before[: of.start()] + " ") if of else None
    known = lists_of()["matters" if of and of["on"] else "bodies"]
    rest = after.split(maxsplit=1)[0].lower() if after.startswith(" ") and after.strip() else ""
    if body is None or body[2].lower() not in known or not rest or rest in {"et", "ou", "ni"}:
        return ""
    return f"{capitalize_first(focus.text)} : {lower_first(body[0]).strip()}{after}"


def the_bilan(title: str) -> str:
    """« Club : la direction fait le bilan de la saison de l’équipe » as « Club : le bilan de la saison ».

    >>> the_bilan("Stade Bel : le président dresse le bilan de l’année du club en ligue")
    'Stade Bel : le bilan de l’année en ligue'
    >>> the_bilan("Stade Bel : le président part")
    'Stade Bel : le président part'
    """
    told = BILAN_RE.sub(r" : le bilan \1", title)
    return ITS_RE.sub("", told) if told != title else title


def without_its_end(title: str, focus: Keyphrase) -> str:
    """« Retour sur le tournoi organisé au stade Bel-Air » as « Stade Bel-Air : retour sur le tournoi »; or "".

    Only a participle and the place that follows it go: without them the title still tells what it told.
    """
    before, after = around(title, focus)
    at = re.search(rf"(?<=[\w]) {AT}$", before)
    ended = PARTICIPLE_RE.match(before[: at.start()]) if at and not after.strip(" .!") else None
    if ended is None:
        return ""
    head = ended[1]
    last = re.split(r"[\s’']", head)[-1].lower()
    if last in function_words() or last in lists_of()["auxiliaries"] or len(stems(head)) < LEAST:
        return ""
    return f"{capitalize_first(focus.text)} : {small(head)}"


def with_a_pronoun(title: str, focus: Keyphrase) -> str:
    """« Plus besoin d’écrire des légendes ? » as « Légendes : plus besoin d’en écrire ? »; or ""."""
    before, after = around(title, focus)
    asked = ASKED_RE.match(before)
    if asked is None or (after.strip(" ?!.…") and not after.strip().startswith("?")):
        return ""
    article, of = asked["article"].lower().strip().replace("'", "’"), asked["of"].lower().strip().replace("'", "’")
    pronoun = "en" if article == "des" else article
    if article == "l’" and elide("le", asked["verb"])[:2] != "l’":
        return ""  # « l’école » does not say whether « le » or « la » stands for it
    if len(stems(f"{asked['before']} {asked['verb']}")) < LEAST:
        return ""  # « Aider à les cibler » tells nothing
    verb = f"{pronoun} {asked['verb']}" if pronoun in ("en", "les") else elide(pronoun.replace("’", "e"), asked["verb"])
    of = ("d’" if pronoun == "en" else "de ") if of in ("d’", "de") else f"{of} "
    mark = " ?" if "?" in after else ""
    return f"{capitalize_first(focus.text)} : {small(asked['before'])}{of}{verb}{mark}"


def of_the_end(title: str, focus: Keyphrase) -> str:
    """« Sortie d’une nouvelle version 3.0 de Tramo » as « Tramo 3.0 : sortie d’une nouvelle version »; or "".

    The end of the title is a complement in « de » or « pour » with all the words of the keyphrase, in whatever order,
    and no other; it belongs to a noun that names a deed, where the title opens or after an article: not to a verb.

    >>> focus = Keyphrase("halle Freyssac", "halle freyssac", ("hall", "freyssac"), 1.0, "noun")
    >>> of_the_end("Le conseil vote la rénovation complète de la halle Freyssac", focus)
    'Halle Freyssac : le conseil vote la rénovation complète'
    """
    wanted = {word.lower() for word in WORD_RE.findall(focus.text)} - SMALL
    left = set(wanted)
    words = list(WORD_RE.finditer(title))
    while words and words[-1][0].lower() in wanted | SMALL | {"pour"}:
        left.discard(words.pop()[0].lower())
    if left or not words:
        return ""
    head, end = title[: words[-1].end()], title[words[-1].end() :]
    of = re.match(rf"(?: [\d.,]+)? (?:{OF}|{FOR})", end, re.I)
    if of is None or not (qualified(head) or (len(stems(head)) >= LEAST and deed(head))):
        return ""
    if any(word[0][0].isupper() and word.start() for word in words[-3:]):
        return ""  # « le Forum mondial de la langue française » is one name
    return f"{capitalize_first(focus.text)} : {small(head)}{' ?' if '?' in end else ''}"


def deed(head: str) -> bool:
    """Whether a title opens on a noun that names a deed, or ends on one with its article.

    >>> deed("Nouvelle fermeture annoncée"), deed("Le maire veut la fermeture rapide"), deed("Le maire parle haut")
    (True, True, False)
    """
    last = LAST_RE.search(head)
    near = [*head.split()[:2], *(last[1].split() if last else ())]
    return any(word.lower() in event_nouns() for word in near)


def qualified(head: str) -> bool:
    """Whether two words tell something: « lancement réussi », « première journée ».

    >>> [qualified(head) for head in ("Lancement réussi", "Première journée", "Le lancement", "Grand projet")]
    [True, True, False, False]
    """
    words = head.lower().split()
    if len(words) != 2 or len(stems(head)) < len(words):
        return False
    return ORDER_RE.fullmatch(words[0]) is not None or (words[0] in event_nouns() and DONE_RE.search(head) is not None)


def in_full(title: str, focus: Keyphrase, told: Sequence[str]) -> str:
    """« Incendie sur le pont Bel » as « Pont Bel : incendie de grande ampleur », told so by the source; or "".

    A headline of one noun beside the keyphrase leaves it too little to say; what the noun has for a complement where
    the source opens completes it.

    >>> focus = Keyphrase("pont Bel", "pont bel", ("pont", "bel"), 1.0, "noun")
    >>> in_full("Incendie sur le pont Bel de Rhodes", focus, ["pont Bel", "incendie de grande ampleur"])
    'Pont Bel de Rhodes : incendie de grande ampleur'
    """
    before, after = around(title, focus)
    one = ONE_RE.match(before)
    if one is None or not AFTER_RE.fullmatch(after) or not common_word(one[1]):
        return ""
    longer = [t for t in told if re.match(rf"{re.escape(one[1])} d(?:e |u |es |’|')", t, re.I) and not holds(t, focus)]
    full = next((t for t in longer if len(stems(t)) >= OPENING), "")
    return f"{capitalize_first(focus.text)}{after.rstrip(' .!')} : {lower_first(full)}" if full else ""


def unarticled(title: str) -> str:
    """A title without the article that it opens on.

    >>> unarticled("L’action de Brume plonge"), unarticled("Brume plonge")
    ('Action de Brume plonge', 'Brume plonge')
    """
    return capitalize_first(re.sub(r"^(?:l[ea]s? |l[’'])", "", title, flags=re.I))


def around(title: str, focus: Keyphrase) -> tuple[str, str]:
    """What stands before and after the keyphrase in a title; twice "" where it does not hold it word for word.

    >>> around("Retour au stade Bel-Air", Keyphrase("stade Bel-Air", "", (), 1.0, "noun"))
    ('Retour au ', '')
    """
    found = re.search(rf"\b{re.escape(focus.text)}\b".replace("’", "[’']").replace("'", "[’']"), title, re.I)
    return (title[: found.start()], title[found.end() :]) if found else ("", "")


def small(text: str) -> str:
    """A text with its first letter small, unless it opens on a name."""
    first = re.split(r"[\s’']", text, maxsplit=1)[0]
    return (
        lower_first(text) if common_word(first) or first.lower() in lists_of()["openers"] | function_words() else text
    )


@cache
def lists_of() -> dict[str, frozenset[str]]:
    """Word lists of ``resources/seo_title.toml``, as sets."""
    return {name: frozenset(text.split()) for name, text in load_toml("seo_title.toml")["lists"].items()}
