"""Questions on how much something moved, and on how a cost is shared out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.french import elide, enumerate_fr, le, noun_gender, past_participle
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.measures import measures
from seo_fr.rewriting.questions import Draft, settings
from seo_fr.rewriting.stretches import loose_words
from seo_fr.topics.matching import stems

TREND_RE = re.compile(
    r"^(?P<noun>[^\W\d_]+) (?P<of>d(?:e la |e l[’']|u |es ))(?P<x>[^,;:()]+?)(?:, (?P<when>le [^,;:()]+))?$"
)


def trends(ctx: Context) -> Iterator[tuple[int, Draft]]:
    """« L’action X était en baisse de 7 % » → « De combien l’action X a-t-elle baissé ? », with the sentence it is of.

    What moved twice is asked about once: the drafts then have one and the same question.
    """
    asked: list[tuple[set[str], str]] = []
    for measure in measures(ctx):
        if measure.construction != "trend":
            continue
        label = next((m for text in measure.labels if (m := TREND_RE.match(text)) is not None), None)
        if label is None or loose_words(label["x"]):
            continue
        verb = settings()["trends"].get(label["noun"].lower())
        of = label["of"].replace("'", "’")
        head = re.split(r"[ ’']", label["x"])[0].lower()
        gender = noun_gender(head.removesuffix("s") if of == "des " else head)
        participle = past_participle(verb) if verb else None
        if participle is None or not gender or (of == "de la " and gender != "f") or (of == "du " and gender != "m"):
            continue
        article = {"de la ": "la ", "de l’": "l’", "du ": "le ", "des ": "les "}[of]
        pronoun = {("f", False): "elle", ("m", False): "il", ("f", True): "elles", ("m", True): "ils"}
        several = of == "des "
        have = f"ont-{pronoun[gender, True]}" if several else f"a-t-{pronoun[gender, False]}"
        question = f"De combien {article}{label['x']} {have} {participle} ?"
        mine = set(stems(label["x"]))
        before = next((q for theirs, q in asked if mine & theirs and len(mine - theirs) <= 1), None)
        asked.append((mine, before or question))
        low = label["noun"].lower()
        the = elide("la" if noun_gender(low) == "f" else "le", low)
        value = measure.value[:1].lower() + measure.value[1:]
        when = f" {label['when']}" if label["when"] else ""
        present = any(t.text.lower() in {"est", "sont"} for t in ctx.tokens(measure.sid))
        be = "est" if present else "était"
        text = f"{the} {label['of']}{label['x']} {be} {elide('de', value)}{when}"
        others = tuple(s for s in measure.sids if s != measure.sid)
        yield measure.sid, Draft("trend", before or question, (text,), 0.9, others)


SHARE_RE = re.compile(r"(?P<n>\d{1,2})\s?%\s+(?:de\s+|d[’'])(?P<what>[^;,:.()%]+?)(?=\s*(?:[;,.]|\bet\b))")


def shares(ctx: Context, sid: int) -> Iterator[Draft]:
    """« Le coût des travaux s’élève à N, dont 60 % de X et 40 % de Y » → « Comment se répartit le coût ? »

    Only where the shares make a hundred: nothing is then left out.
    """
    text = ctx.sentence(sid).text.replace("'", "’")
    owner = re.match(
        r"(?P<s>(?P<n>Le coût|Le budget|Le montant|Le prix) (?:de la |de l’|des |du )[^,;:.()]+?) "
        r"(?:s’élève|s’établit|est de|sera de|a été de|s’est élevé)",
        text,
    )
    at = text.find(", dont ")
    if owner is None or at < 0 or ctx.attributions(sid) or ctx.scopes(sid) or loose_words(owner["s"]):
        return
    found = [(int(m["n"]), m["what"].strip()) for m in SHARE_RE.finditer(text, at)]
    if len(found) < 2 or sum(n for n, _ in found) != 100 or any(loose_words(w) for _, w in found):
        return
    parts = [f"{n} % {elide('de', what)}" for n, what in found]
    subject = owner["s"][:1].lower() + owner["s"][1:]
    answers = [f"{subject} est couvert par {enumerate_fr(parts)}"]
    plain = [le(what, noun_gender(what.split()[0])) for _, what in found]
    if all(plain):
        by = [f"à {n} % par {what}" for (n, _), what in zip(found, plain, strict=True)]
        answers.insert(0, f"{subject} est couvert {enumerate_fr(by)}")
    yield Draft("shares", f"Comment se répartit {subject} ?", tuple(answers), 0.85)


ARTICLE_AMOUNTS = (trends,)
SENTENCE_AMOUNTS = (shares,)
