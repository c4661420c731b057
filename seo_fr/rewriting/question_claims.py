"""Questions on what is wanted better, what follows from a failure, who falls under a bar, why something comes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import de, noun_gender, past_participle
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.question_shapes import verbs_of
from seo_fr.rewriting.question_surface import SUBJECT, affirmed, affirmed_at, flat, named, question
from seo_fr.rewriting.questions import Draft
from seo_fr.rewriting.stretches import loose_words

BETTER_RE = re.compile(
    r"(?:^|\boù |, )(?P<s>[DLdl]es [^\W\d_]+s(?: [^\W\d_]+s)?) (?P<v>demandent|réclament|exigent) une meilleure "
    r"(?P<n>[^\W\d_]+) "
    r"(?P<of>des |de la |du |de l’)(?P<x>[^\W\d_]+)(?P<more> (?:de |du |des |d’)[^,;:.()«»]+?)?(?= de l’après|$|,)"
)


def better(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Les marins demandent une meilleure protection des quais » → « Que demandent les marins ? »"""
    match = BETTER_RE.search(flat(ctx, sid))
    verb = verbs_of().get(match["n"]) if match is not None else None
    if match is None or verb is None or not affirmed_at(ctx, sid, match[0].removeprefix("où ").strip(", ")):
        return
    many = match["of"] == "des "
    noun = match["x"].removesuffix("s") if many else match["x"]
    gender = {"de la ": "f", "du ": "m"}.get(match["of"]) or noun_gender(noun)
    done = past_participle(verb, gender="f" if gender == "f" else "m", number="p" if many else "s") if gender else None
    if done is None or loose_words(match["more"] or ""):
        return
    the = {"des ": "les ", "de la ": "la ", "du ": "le ", "de l’": "l’"}[match["of"]]
    head = re.split(r" ", match["s"])[1].removesuffix("s")
    them = "Elles" if noun_gender(head) == "f" else "Ils"
    be = "soient" if many else "soit"
    who = f"les {match['s'].split(maxsplit=1)[1]}"
    text = f"{them} demandent que {the}{match['x']}{match['more'] or ''} {be} mieux {done}"
    yield Draft("asked", f"Que {match['v']} {who} ?", (text,), 0.85)


VAIN_RE = re.compile(
    rf"^{SUBJECT} multiplie(?:nt)? (?P<a>les [^\W\d_]+)(?: [^,;:.()«»]+?)? et (?P<b>les [^\W\d_]+)(?: pour "
    rf"[^,;:.()«»]+?)? sans obtenir "
    r"(?P<of>de |d’)(?P<x>[^,;:.()«»]+)$"
)
SO_RE = re.compile(
    r"^En conséquence, (?P<s>(?:la |le |l’|les )[^,;:.()«»]+?) (?P<r>se )?(?P<v>sent|sentent|est|sont|reste|restent) "
    r"(?P<rest>[^,;:.()«»]+?)(?: : .*)?$"
)


def therefore(ctx: Context, sid: int) -> Iterator[Draft]:
    """« X multiplie les A et les B sans obtenir de C. En conséquence, Y V. » → « Pourquoi Y V-t-il ? »"""
    match = SO_RE.match(flat(ctx, sid))
    before = VAIN_RE.match(flat(ctx, sid - 1)) if match is not None and sid else None
    who = named(ctx, sid, match["s"][:1].upper() + match["s"][1:]) if match is not None else None
    cause = named(ctx, sid - 1, before["s"]) if before is not None else None
    if match is None or before is None or who is None or cause is None or loose_words(match["rest"]):
        return
    text = f"{before['a']} et {before['b']} {de(cause.text)} n’ont pas donné {before['of']}{before['x']}"
    asked = question("Pourquoi", who, match["v"], match["rest"], before="se " if match["r"] else "")
    yield Draft("reason", asked, (text,), 0.9, (sid - 1,))


BAR_RE = re.compile(
    r"^Ceux ayant une (?P<n>note|moyenne) (?P<how>inférieure|supérieure) à (?P<bar>\d[\d,]*) sont (?P<done>recalés"
    r"|admis|exclus|refusés|éliminés|reçus)"
    r"(?= tandis|$|,)"
)
WHO_RE = re.compile(r"^Les (?P<who>[^\W\d_]+s) ayant ")


def under(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Les élèves ayant … . Ceux ayant une note inférieure à 8 sont recalés. » → « Qui est recalé ? »"""
    match = BAR_RE.match(flat(ctx, sid))
    if match is None or not affirmed(ctx, sid):
        return
    for before in range(sid - 1, max(-1, sid - 4), -1):
        if found := WHO_RE.match(flat(ctx, before)):
            text = f"les {found['who']} dont la {match['n']} est {match['how']} à {match['bar']}"
            done = match["done"] if match["done"] == "admis" else match["done"].removesuffix("s")
            yield Draft("bar", f"Qui est {done} ?", (text,), 0.8, (before,))
            return


COMES_RE = re.compile(
    r"^Sa venue (?P<at>à [A-Z][\w’-]+) n’est pas (?:le fruit du|un) hasard, (?P<s>la ville|le pays|la région|le "
    r"musée) ayant (?:déjà )?"
    r"(?P<done>[^\W\d_]+) (?P<what>[^,;:.()«»]+)$"
)


def comes(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le cirque … . Sa venue à X n’est pas un hasard, la région ayant vu naître Y. » → « Pourquoi … ? »"""
    match = COMES_RE.match(flat(ctx, sid))
    before = re.match(r"(?P<s>(?:L[ea] |L’)[^\W\d_]+) ", flat(ctx, sid - 1)) if match is not None and sid else None
    who = named(ctx, sid - 1, before["s"]) if before is not None else None
    if match is None or who is None or not who.pronoun or loose_words(match["what"]):
        return
    what = re.match(r"(?P<x>.+?) (?P<when>(?:pendant|durant|lors de|en \d) ?[^,]+)$", match["what"])
    told = f", {what['when']}, {what['x']}" if what is not None else f" {match['what']}"
    text = f"ce n’est pas un hasard : {match['s']} avait déjà {match['done']}{told}"
    yield Draft("reason", question("Pourquoi", who, "vient", match["at"]), (text,), 0.85, (sid - 1,))


SENTENCE_CLAIMS = (better, therefore, under, comes)
