"""What a figure of the source stands for, told away from its sentence: « 8 000 » → « postes que PSA va supprimer ».

Each construction is recognised by the words next to the figure; a figure in no known construction gives nothing. The
label keeps whose word it is, doubts, and « au lieu de »; a label that points back to other sentences is not given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from seo_fr.french import capitalize_first, de
from seo_fr.model import Figure
from seo_fr.rewriting.clauses import RELATIVES
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.detached import spaced, told
from seo_fr.rewriting.measure_guards import SHORTEST, certain, echoes, fits, shares_lost, verb_taken
from seo_fr.rewriting.measures_of_amounts import condemned, during, estimated, in_votes, priced, summed_up, where, whose
from seo_fr.rewriting.measures_of_extents import dimensioned, distant, sided, spread
from seo_fr.rewriting.measures_of_nouns import in_brackets, in_count, of_noun, part_of, picked_out
from seo_fr.rewriting.measures_of_subjects import at_rate, being, in_time, in_trend, reaching
from seo_fr.rewriting.measures_of_things import (
    based,
    endowed,
    holding,
    lasting,
    likely,
    listed,
    passing,
    peopled,
    possessed,
    shared_out,
    taken_up,
    warm,
)
from seo_fr.rewriting.measures_of_verbs import as_agent, as_object, as_subject
from seo_fr.rewriting.places import Found, Place, compared, joint, place_of, words
from seo_fr.rewriting.speakers import speaker_name

SHORTEST_NOUN = 4
"""Letters of a noun that may be a label by itself, where the value tells the rest: « Bilan | 35 morts »."""
REACH = 7
"""Sentences back within which a pronoun’s noun is looked for."""
SIMPLE = frozenset({"en", "à", "au", "pour", "dès", "pour le", "à la", "à l'", "à l’"})
"""Prepositions that a date in brackets may do without."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure and what it stands for."""

    value: str
    """« Pas moins de 8 000 »."""
    labels: tuple[str, ...]
    """« Postes que PSA va supprimer en France », the fullest first."""
    sid: int
    sids: tuple[int, ...]
    """Its sentence, and those that name what its sentence calls « il »."""
    figure: Figure
    construction: str


def measures(ctx: Context) -> tuple[Measure, ...]:
    """The figures of the source that can be told by themselves, in order."""
    out: list[Measure] = []
    for sentence in ctx.sentences:
        if ctx.source_kind(sentence.id) != "paragraph" or sentence.text.rstrip().endswith("?"):
            continue
        last: tuple[Place, Found] | None = None
        for figure in ctx.figures(sentence.id):
            place = place_of(ctx, figure)
            if place is None or owned(ctx, place) or (out and out[-1].value.endswith(f", soit {figure.text}")):
                continue
            found = same_as(ctx, place, last) or construction(ctx, place, last)
            if found is None:
                continue
            if out and last is not None and found is last[1] and (both := contrasted(ctx, out[-1], place, found)):
                out[-1] = both
                continue
            last = (place, found)
            if (measure := measured(ctx, place, found)) is not None:
                out.append(measure)
    return tuple(out)


CONDITIONS = frozenset({"si", "s'", "s’", "sauf", "sinon"})
"""What follows a figure that holds only on a condition."""


def owned(ctx: Context, place: Place) -> bool:
    """« ses 40 salariés », « ces deux points »: a figure that only makes sense with what its determiner points to."""
    before = ctx.analysis.tokens[place.first.i - 1] if place.first.i else None
    return before is not None and before.text.lower() in {"ces", "ses", "leurs", "nos", "vos", "mes"}


def contrasted(ctx: Context, first: Measure, place: Place, found: Found) -> Measure | None:
    """« 53 % des impôts pèseront sur les ménages et 47 % sur les entreprises »: one row, « contre 47 % sur… »."""
    after = told(ctx, place.tail)
    if found.name != "subject" or "%" not in place.figure.unit or not after or " contre " in first.labels[0]:
        return None
    labels = tuple(f"{label}, contre {place.value} {after}" for label in first.labels if "%" in first.value)
    return replace(first, labels=labels) if labels and first.construction == "subject" else None


def measured(ctx: Context, place: Place, found: Found) -> Measure | None:
    """The figure with its labels; None when none is certain."""
    figure = place.figure
    whose = word_of(ctx, figure)
    if whose is None or (place.stop is not None and place.stop.text.lower() in RELATIVES and not found.end):
        return None  # what a relative restricts may not be told without it
    own = found.name == "subject" or ("%" in figure.unit and found.name in {"chain", "object.relative"})
    counted = "" if found.whole else found.counted if own else place.counted or found.counted
    if place.stop is not None and place.stop.text.lower() in CONDITIONS:
        return None
    labels: list[str] = []
    for frame in (found.frame, *found.shorter):
        for after in tails(ctx, place, own=found.own):
            label = plain(spaced(frame(counted, after))) + compared(ctx, place)
            least = 1 if found.whole and len(label) > SHORTEST_NOUN else SHORTEST
            if echoes(figure, label) or shares_lost(ctx, place, label) or verb_taken(ctx, place, label):
                continue
            if not fits(label, least) or not certain(ctx, figure, label, found.name):
                continue
            if whose and whose.removeprefix("selon ").lower() not in label.lower():
                label += f", {whose}"
            labels += [capitalize_first(text) for text in (*nicknamed(ctx, label), label)]
    if not labels:
        return None
    if counted and not place.figure.unit and labels[0].lower().startswith(counted.lower()):
        labels.append(f"Nombre {de(labels[0][:1].lower() + labels[0][1:] if counted[:1].islower() else labels[0])}")
    value = f"{place.value} {joint(ctx, place)}{place.counted}" if found.whole and place.counted else place.value
    value += found.suffix if found.name in {"dimensions", "passing"} else in_other_words(ctx, place)
    if found.name == "passing":
        value = f"de {value}"
    if (
        found.name not in {"dimensions", "passing"}
        and found.suffix
        and figure.unit in {"million", "millions", "milliard", "milliards"}
    ):
        value += found.suffix
    first = labels[0].split()[0].lower()
    if first in words("trends"):
        value = re.sub(r" de (?:moins|plus)$", "", value)
    # « une chute de − 33 % » would be a rise
    value = re.sub(r"^[-−–] ?(?=\d)", "" if first in words("trends") else "−", value)
    value = re.sub(r"^([Qq]uelque)s (?=\d)", r"\1 ", value)  # « quelque 300 »: an adverb before a number
    unique = tuple(dict.fromkeys(labels))
    sids = (figure.sentence, *named_in(ctx, figure.sentence, unique[0]))
    return Measure(capitalize_first(value), unique, figure.sentence, sids, figure, found.name)


def in_other_words(ctx: Context, place: Place) -> str:
    """« , soit 40 000 milliards de km »: the same amount in another unit, right after the figure; "" otherwise."""
    figure = place.figure
    after = next((f for f in ctx.figures(figure.sentence) if f.start > figure.start), None)
    if after is None or not figure.unit or not after.unit or after.unit in {figure.unit, "fois"} or "%" in after.unit:
        return ""
    between = ctx.text[figure.end : after.start]
    link = re.search(r"(?:,| et)? ?(?:soit|c['’]est-à-dire)(?: à)? ?$", between)
    if link is None or re.search(r"[,;:.()]", between[: link.start()]):
        return ""
    words_between = between[: link.start()].split()
    return f", soit {after.text}" if len(words_between) <= 6 else ""


def plain(label: str) -> str:
    """A label without the comment that follows a trend: « chute libre du titre » → « chute du titre »."""
    noun, _, rest = label.partition(" ")
    comment, _, after = rest.partition(" ")
    return f"{noun} {after}" if noun.lower() in words("trends") and comment in words("comments") and after else label


def named_in(ctx: Context, sid: int, label: str) -> tuple[int, ...]:
    """The earlier sentences from which a label takes a long word that its own sentence has not."""
    # a name put for « l’entreprise » tells nothing of the sentence where it stands in full
    names = " ".join(n.lower() for e in ctx.analysis.entities for n in (e.name, *e.aliases))
    own = f"{ctx.sentence(sid).text.lower()} {names}"
    away = [w for w in re.findall(r"[\w-]{5,}", label.lower()) if w not in own]
    found = set()
    for word in away:
        near = (s for s in range(sid - 1, max(-1, sid - REACH), -1) if word in ctx.sentence(s).text.lower())
        if (first := next(near, None)) is not None:
            found.add(first)
    return tuple(sorted(found))


def tails(ctx: Context, place: Place, *, own: bool) -> tuple[str, ...]:
    """What follows the figure: as written, with its date in brackets, without a cause; none when it points back."""
    after = told(ctx, place.tail, own=own, known=True)
    if place.tail and place.tail[0].pos == "NOUN" and place.figure.unit and not place.counted:
        return ()  # « le bassin de 50 mètres compte… »: a verb that the parser took for a noun
    if listing_on(ctx, place):
        return ()
    if after and figured(ctx, place, after):
        return ("",)
    if after is None or not place.tail:
        return () if after is None else ("",)
    out = [after, *([""] if after.startswith(("au lieu d", ", au lieu d")) else [])]
    first, last = place.tail[0], place.tail[-1]
    date = next((d for d in ctx.dates(first.sentence) if d.end == last.end and d.absolute), None)
    if (
        date is not None
        and not compared(ctx, place)
        and ctx.text[first.start : date.start].strip(" ").lower() in SIMPLE
    ):
        out.append(f"({re.sub(r'^(?:les? |la |l[’])', '', date.text)})")
    early = next((d for d in ctx.dates(first.sentence) if d.start == first.start and d.end < last.end), None)
    if early is not None:
        out.append(told(ctx, [t for t in place.tail if t.start < early.end], own=own) or after)
    causes = [t for t in place.tail[2:] if t.text.lower() == "pour"]
    if causes:
        out.append(told(ctx, [t for t in place.tail if t.i < causes[0].i], own=own) or after)
    return tuple(out)


YEAR_RE = re.compile(r"(?:1[5-9]|20)\d\d")


def figured(ctx: Context, place: Place, after: str) -> bool:
    """Whether the complements hold a bare figure of their own: « 25 000 habitants et la ville de Melle 6 000 »."""
    inside = range(place.tail[0].start, place.tail[-1].end)
    bare = (f for f in ctx.figures(place.figure.sentence) if f.start in inside and not f.unit and not f.counted)
    dates = ctx.dates(place.figure.sentence)
    if any(not YEAR_RE.fullmatch(f.number) and not any(d.start <= f.start < d.end for d in dates) for f in bare):
        return True
    last = re.search(r"(?<![\w,])\d[\d \u00a0\u202f]*$", after)
    return last is not None and not YEAR_RE.fullmatch(last[0]) and not ends_dated(ctx, place)


def ends_dated(ctx: Context, place: Place) -> bool:
    """Whether the complements end on a date."""
    last = place.tail[-1]
    return any(d.start <= last.start < d.end or d.end == last.end for d in ctx.dates(last.sentence))


def listing_on(ctx: Context, place: Place) -> bool:
    """Whether the complements stop inside a list of adjectives: « à une échelle municipale, départementale ou »."""
    stop = place.stop
    if stop is None or stop.text != "," or not place.tail or place.tail[-1].pos != "ADJ":
        return False
    after = ctx.analysis.tokens[stop.i + 1 : stop.i + 2]
    return bool(after) and after[0].pos == "ADJ" and after[0].sentence == stop.sentence


def nicknamed(ctx: Context, label: str) -> tuple[str, ...]:
    """The label with the short name that the article itself gives to a body: « PSA » for « PSA Peugeot Citroën »."""
    for entity in ctx.analysis.entities:
        if entity.label != "ORG" or entity.name not in label:
            continue
        short = next((a for a in entity.aliases if a.isupper() and 2 <= len(a) <= 6), "")
        if short:
            return (re.sub(rf"(?:l['’](?:entreprise|association) |(?:le groupe|la société) )?{re.escape(entity.name)}",
                           short, label),)  # fmt: skip
    return ()


def word_of(ctx: Context, figure: Figure) -> str | None:
    """« selon X » when the figure stands on somebody's word; None when that person cannot be named."""
    names = []
    for said in ctx.attributions(figure.sentence):
        if said.start <= figure.start < said.end:
            if said.kind == "quote":
                return None
            names.append(speaker_name(ctx, said))
    if any(not name or name.startswith("et ") for name in names):
        return None
    if not names:
        return unheard(ctx, figure)
    unique = list(dict.fromkeys(names))
    return None if len(unique) > 1 else f"selon {unique[0]}" if unique else ""


UNHEARD_RE = re.compile(
    r"(?:^(?:Selon|D['’]après) (?P<first>[^,.;()]+), |, (?:selon|d['’]après) (?P<last>[^,.;()]+)(?=[,.;]))"
)


def unheard(ctx: Context, figure: Figure) -> str | None:
    """« selon les informations des autorités »: a source that is nobody, but still is the source; "" if there is none.

    None when it cannot be told elsewhere: « selon nos informations ».
    """
    sentence = ctx.sentence(figure.sentence)
    match = UNHEARD_RE.search(sentence.text)
    if match is None or (match["last"] and sentence.start + match.start() < figure.start):
        return ""
    start, end = (sentence.start + n for n in match.span("first" if match["first"] else "last"))
    if any(a.start <= figure.start < a.end for a in ctx.attributions(figure.sentence)):
        return ""
    source = told(ctx, [t for t in ctx.tokens(figure.sentence) if start <= t.start < end])
    return f"selon {source}" if source else None


NAMING = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "VERB", "X"})
"""What right after a bare number may be the things that it counts."""


def same_as(ctx: Context, place: Place, last: tuple[Place, Found] | None) -> Found | None:
    """The construction of the figure before, for one that « et » or « ; » adds to it."""
    if last is None:
        return None
    before, found = last
    start = found.end or (before.tail[-1].i + 1 if before.tail else before.after)
    between = ctx.analysis.tokens[start : place.first.i]
    link = " ".join(t.text.lower() for t in between)
    if not re.fullmatch(r"(?:\([^()]*\) )?(?:, )?(?:et|ainsi que|;|,)(?: de| d['’]| à)?", link):
        return None
    if found.name != "share" and place.figure.unit.split()[-1:] != before.figure.unit.split()[-1:]:
        return None
    if not place.counted and not found.counted and not place.figure.unit:
        return None
    if found.name == "object" and len({t.gender for p in (before, place) for t in p.tokens if t.pos == "NOUN"}) > 1:
        return None  # « 812 chênes et 3 haies »: the participle would agree with the first
    if not place.counted and not place.figure.unit and place.tail and place.tail[0].pos in NAMING:
        return None  # « 40 tilleuls et 12 chênes », a noun that the parser did not know
    if found.name == "subject" and not place.tail:
        return None  # « 6 banques ont été notées C, 10 autres ont… »: another verb
    return found


def construction(ctx: Context, place: Place, last: tuple[Place, Found] | None) -> Found | None:
    """The first construction that fits."""
    for maker in (
        holding,
        dimensioned,
        sided,
        likely,
        lasting,
        spread,
        distant,
        warm,
        shared_out,
        in_brackets,
        reaching,
        being,
        in_trend,
        in_time,
        at_rate,
        in_votes,
        condemned,
        priced,
        estimated,
        where,
        during,
        based,
        endowed,
        listed,
        possessed,
        of_noun,
        whose,
        as_agent,
        picked_out,
        as_object,
        as_subject,
        in_count,
        peopled,
        summed_up,
    ):
        if (found := maker(ctx, place)) is not None:
            return found
    return part_of(ctx, place, last) or taken_up(ctx, place, last) or passing(ctx, place, last)
