"""How far a mark of doubt or denial reaches: the clause of its verb, from the parse and from what the surface shows."""

from __future__ import annotations

import itertools
import re

from seo_fr.model import Token
from seo_fr.understanding.clauses import (
    ASIDES,
    BREAKS,
    COORDINATORS,
    FARTHEST,
    MARKS,
    RELATIVES,
    SUBJECTS,
    SUBORDINATORS,
    VERBAL,
    coordinator_before,
    finite,
    has_subject,
    led_by_de,
    parts,
    shares_subject,
)
from seo_fr.understanding.view import View, low, trimmed

ENDING_RE = re.compile(r"(?<=\w)\(\w{1,3}\)")
"""« vacciné(e) »: no brackets around words."""
QUOTATION_RE = re.compile(r"(?:«[^«»]{1,80}»|“[^“”]{1,80}”)(?!,?\s*[\w-]+-(?:t-)?(?:il|elle|on)s?\b)")
"""A quotation of a few words, with no « dit-il » behind it."""
DASH_RE = re.compile(r"(?<=\s)[—–](?=\s)")
SOURCE_RE = re.compile(r",? selon [^,;:«»]{2,90}$|, d['’]après [^,;:«»]{2,90}$")
"""« P, selon X »: who says it is no part of what is said."""
LONGEST = 1000
"""Most characters of a clause on either side of its mark."""
CLAUSAL = frozenset({"ccomp", "advcl", "csubj", "parataxis", "acl"})


def clause(view: View, token: Token, *, reaching: Token | None = None) -> tuple[int, int]:
    """Offsets of the clause that a word belongs to: its verb's subtree, or the stretch between its neighbours.

    The clause holds what hangs on *reaching* too: the infinitive of a modal, which an aside may part from it.
    """
    sentence = view.source.sentences[token.sentence]
    near = max(sentence.start, token.start - LONGEST), min(sentence.end, token.end + LONGEST)
    left, right = bounds(view, token, *near)
    head = clause_head(view, token)
    if head.head == head.i:
        start, end = left, right
        for child in view.dependants(head, "conj"):
            if child.i > token.i and view.dependants(child, "nsubj", "expl"):
                end = min(end, max(view.subtree(child, within=near)[0].start, token.end))
    else:
        group = [t for t in view.subtree(head, without=("punct",), within=near) if left <= t.start < right]
        start, end = (group[0].start, group[-1].end) if group else (left, right)
    start, end = min(start, token.start), max(end, token.end)
    if reaching is not None and end < reaching.end <= right:
        reached = view.tokens[reaching.head] if reaching.dep.startswith(("aux", "cop")) else reaching
        end = max(t.end for t in (reaching, *view.subtree(reached, within=near)) if t.start < right)
    relatives = relative(view, token)
    if relatives > start:
        start, end = relatives, before_main_verb(view, token, end)
    start, end = apart(view, token, start, end, right)
    end = with_neither(view, with_infinitive(view, start, with_condition(view, end, right), right), right)
    start = over_enumeration(view, token, start, left)
    start = max(with_subject(view, start, left), coordinated(view, token), relatives)
    start = with_adverbial(view, start, left)
    end = absolute(view, token, end)
    end = with_example(view, end, right)
    if source := SOURCE_RE.search(view.text, token.end, end):
        end = source.start()
    opened = view.text.rfind("(", token.end, end)
    if opened >= 0 and ")" not in view.text[opened:end]:
        whole = ENDING_RE.match(view.text, opened)
        end = whole.end() if whole else opened
    return trimmed(view.text, start, end, " ,;:.!?\n«»“”")


def coordinated(view: View, token: Token) -> int:
    """« A … et n’a pas B »: where the verb group of a word begins when a coordinator stands right before it; else 0."""
    first = token
    before = view.previous(token)
    while before is not None and (low(before.text) in VERBAL or before.pos in {"AUX", "ADV"}):
        first, before = before, view.previous(before)
    group = view.tokens[first.i : token.i + 1]
    joined = before is not None and low(before.text) in {"et", "mais", "puis"} and view.previous(before) is not None
    return first.start if joined and finite(group) else 0


def relative(view: View, token: Token) -> int:
    """« A, dont B »: where the relative clause of a word begins, when a comma stands before it; else 0."""
    current = view.previous(token)
    while current is not None and (low(current.text) in VERBAL or current.pos in {"AUX", "ADV"}):
        current = view.previous(current)
    while current is not None and current.text not in BREAKS and not finite((current,)):
        if low(current.text) in {"ne", "n'", "pas"}:
            return 0
        before = view.previous(current)
        if low(current.text) in {"dont", "où", "qui"} and before is not None:
            bare = low(current.text) == "dont" or (
                low(current.text) == "qui" and before.pos in {"NOUN", "PROPN", "ADJ"}
            )
            if bare or before.text == ",":
                return current.start
        current = before
    return 0


def before_main_verb(view: View, token: Token, end: int) -> int:
    """« ceux qui A tiennent B »: the end of a relative, at a second verb that nothing joins to the first."""
    joined = RELATIVES | SUBORDINATORS | COORDINATORS | SUBJECTS | BREAKS
    own = token
    for current in view.between(token.end, end):
        if low(current.text) in joined or current.text in {'"', "»", ")"}:
            return end
        if finite((current,)) and not (own.pos == "AUX" and current.i == own.i + 1):
            while low(view.tokens[current.i - 1].text) in {"ne", "n'", "se", "s'"}:
                current = view.tokens[current.i - 1]
            return current.start
    return end


def absolute(view: View, token: Token, end: int) -> int:
    """« X n’ayant pas A, Y fait B »: the end of the clause of a participle, at the comma before another subject."""
    group = (token, *view.dependants(token, "aux", "cop"))
    if not any(t.morph.get("VerbForm") == "Part" and low(t.text).endswith("ant") for t in group):
        return end
    for comma in (t for t in view.between(token.end, end) if t.text == ","):
        after = view.between(comma.end, end)[:FARTHEST]
        if after and has_subject(view, comma, after):
            return comma.start
    return end


def with_condition(view: View, end: int, right: int) -> int:
    """« A dit que B ne part pas si C »: the end moved past a condition that the parser hangs on the main verb."""
    following = next(iter(view.between(end, right)), None)
    after = view.next(following) if following is not None else None
    if following is None or after is None or view.text[end : following.start].strip():
        return end
    if low(following.text) != "si" and not (low(following.text) == "s'" and low(after.text) in {"il", "ils"}):
        return end
    stop = next((t for t in view.between(after.end, right) if t.text in BREAKS), None)
    return stop.start if stop is not None else right


def with_infinitive(view: View, start: int, end: int, right: int) -> int:
    """« n’en finit plus de A et de B »: the end moved past an infinitive joined to one that the clause holds."""
    joint = next(iter(view.between(end, right)), None)
    if joint is None or low(joint.text) not in {"et", "ou", ","}:
        return end
    current = view.next(joint)
    while current is not None and low(current.text) in {"et", "ou", "ensuite", "puis"} | VERBAL:
        current = view.next(current)
    led = low(current.text)[:1] if current is not None and low(current.text) in {"de", "d'", "à"} else ""
    verb = view.next(current) if led and current is not None else current
    while verb is not None and low(verb.text) in VERBAL:
        verb = view.next(verb)
    held = view.between(start, end)
    joined = any(
        b.morph.get("VerbForm") == "Inf" and (low(a.text)[:1] == led if led else a.pos in {"VERB", "AUX", "ADV"})
        for a, b in itertools.pairwise(held)
    )
    if verb is None or verb.morph.get("VerbForm") != "Inf" or not joined:
        return end
    stop = next((t for t in view.between(verb.end, right) if t.text in BREAKS - {","} or finite((t,))), None)
    if stop is None:
        return right
    own = low(view.tokens[stop.i - 1].text) in RELATIVES or view.tokens[stop.i - 1].pos in {"PRON", "ADV"}
    return end if own or finite((stop,)) else stop.start


def with_adverbial(view: View, start: int, left: int) -> int:
    """« En mai, dans le port, A »: the start moved back over circumstances put first, which hold no verb."""
    put_first = view.between(left, start)
    opener = next(iter(view.between(start, len(view.text))), None)
    if len(put_first) < 2 or len(put_first) > FARTHEST or put_first[-1].text != "," or finite(put_first):
        return start
    if opener is None or low(opener.text) in RELATIVES | SUBORDINATORS | {"alors"} or put_first[0].pos != "ADP":
        return start
    return put_first[0].start


def with_neither(view: View, end: int, right: int) -> int:
    """« n’est ni A, ni B »: the end moved past every « ni » that follows."""
    while match := re.compile(r",? ni [^,;:.!?()«»]*").match(view.text, end, right):
        end = match.end()
    return end


def with_example(view: View, end: int, right: int) -> int:
    """The end moved past « , par exemple pour X », which the parser often leaves out."""
    match = re.compile(r", (?:par exemple|notamment|en particulier) [^,;:.!?()]*").match(view.text, end, right)
    return match.end() if match else end


def clause_head(view: View, token: Token) -> Token:
    """The head of the clause of a word: a subordinate or coordinate verb, else the root."""
    head = token
    for _ in range(12):
        if head.dep.split(":")[0] in CLAUSAL or head.head == head.i or (head.dep == "xcomp" and head is token):
            break
        clausal = head.pos in {"VERB", "AUX"} or bool(view.dependants(head, "cop", "nsubj"))
        if head.dep == "conj" and clausal:
            break
        head = view.tokens[head.head]
    return head


def bounds(view: View, token: Token, start: int, end: int) -> tuple[int, int]:
    """Nearest semicolons, quotation marks and brackets around a word, or the ends of its sentence."""
    left, right = start, end
    ending = {k for m in ENDING_RE.finditer(view.text, start, end) for k in (m.start(), m.end() - 1)}
    depth = 0
    quoted = short_quotations(view.text, start, end)
    for position in range(token.start - 1, start - 1, -1):
        char = view.text[position]
        if position in ending or (position in quoted and token.start not in quoted):
            continue
        if char == ")":
            depth += 1
        elif char == "(" and depth:
            depth -= 1
        elif char in ";«“(":
            left = position + 1
            break
    depth = 0
    for position in range(token.end, end):
        char = view.text[position]
        if position in ending or (position in quoted and token.start not in quoted):
            continue
        if char == "(":
            depth += 1
        elif char == ")" and depth:
            depth -= 1
        elif char in ";»”)":
            right = position
            break
    return between_dashes(view, token, left, right)


def short_quotations(text: str, start: int, end: int) -> frozenset[int]:
    """The places inside quotations of a few words, marks included: a clause runs on past them."""
    return frozenset(k for m in QUOTATION_RE.finditer(text, start, end) for k in range(m.start(), m.end()))


def between_dashes(view: View, token: Token, left: int, right: int) -> tuple[int, int]:
    """A stretch cut at a dash that parts two clauses, or at the two dashes of an aside that holds the word."""
    dashes = [m.start() for m in DASH_RE.finditer(view.text, left, right)]
    before, after = [k for k in dashes if k < token.start], [k for k in dashes if k >= token.end]
    if len(dashes) == 1 or (len(dashes) == 2 and before and after):
        return (before[-1] + 1 if before else left), (after[0] if after else right)
    return left, right


def apart(view: View, token: Token, start: int, end: int, right: int) -> tuple[int, int]:
    """A stretch less the clauses around the word's own: before or after a colon, a conjunction, a subordinate."""
    tokens = view.between(start, end)
    verbs = [k for k, t in enumerate(tokens) if finite((t,)) or low(t.text) in {"ayant", "étant"}]
    for k, mark in enumerate(tokens):
        if mark.i == token.i or not start <= mark.start < end or k == 0:
            continue
        if mark.text == ":":
            aside = view.text.count(")", mark.end, token.start) > view.text.count("(", mark.end, token.start)
            if aside:
                continue  # « (par exemple : A) B »
            # the words after a colon are a clause of their own when they hold a verb
            if mark.start < token.start:
                start = mark.end
            elif finite(view.between(mark.end, right)):
                end = mark.start
            continue
        if mark.start > token.start and higher_infinitive(view, mark, tokens[k + 1 : k + 5], start):
            end = min(end, mark.start)
            continue
        if not verbs or not verbs[0] < k < verbs[-1]:
            continue
        before = tuple(t for t in tokens[:k] if t.start >= start) if low(mark.text) in MARKS else ()
        after = tokens[k + 1 : k + 1 + FARTHEST]
        later = mark.start > token.start
        if not (parts(view, mark, before, after) or (later and shares_subject(mark, before, after, token))):
            continue
        if (
            mark.text == ","
            and low(after[0].text) not in ASIDES | {"ce", "d'"}
            and (joint := coordinator_before(before)) is not None
            and joint.i != token.i
        ):
            mark = joint  # « A, mais en mai, ils B »
        if later and mark.start > token.start:
            end = min(end, mark.start)
        elif not later:
            start = max(start, mark.end)
    return after_subordinate(view, view.between(start, end), token, start, end)


def higher_infinitive(view: View, mark: Token, after: tuple[Token, ...], start: int) -> bool:
    """« de A pour que B puisse C, et de D »: whether an infinitive goes on with one from before the clause."""
    if low(mark.text) not in {",", "et", "ou"} or not led_by_de(after):
        return False
    sentence = view.source.sentences[mark.sentence]
    ahead, held = view.between(sentence.start, start), view.between(start, mark.start)
    opened = bool(held) and low(held[0].text) in {"pour", "afin", "que", "qu'"}
    return opened and any(led_by_de(ahead[k : k + 4]) for k in range(len(ahead)))


def after_subordinate(view: View, tokens: tuple[Token, ...], token: Token, start: int, end: int) -> tuple[int, int]:
    """« Si A, B »: the part that the word stands in."""
    first = low(tokens[0].text) if tokens else ""
    if first not in SUBORDINATORS and not (first == "s'" and len(tokens) > 1 and low(tokens[1].text) in {"il", "ils"}):
        return start, end
    for comma in (t for t in tokens if t.text == ","):
        inside, outside = view.between(start, comma.start), view.between(comma.end, end)
        if len(inside) > 2 and finite(outside) and has_subject(view, comma, outside):
            return (comma.end, end) if comma.start < token.start else (start, comma.start)
    return start, end


def with_subject(view: View, start: int, left: int) -> int:
    """The start moved back over the subject, when a stretch opens with its verb; past a bare « mais » or « que »."""
    first = next(iter(view.between(start, len(view.text))), None)
    if first is None:
        return start
    while (following := view.next(first)) is not None and (
        low(first.text) in COORDINATORS | {","} or (low(first.text) in {"que", "qu'"} and first.pos == "SCONJ")
    ):
        first = following
    if low(first.text) in VERBAL or (first.morph.get("VerbForm") == "Fin" and first.pos in {"VERB", "AUX"}):
        verb = first
        current = before_relative(view, view.previous(first), left)
        while current is not None and current.start >= left and not closes(current):
            first, current = current, view.previous(current)
        first = over_list(view, verb, first, current, left)
    return first.start


def over_list(view: View, verb: Token, first: Token, joint: Token | None, left: int) -> Token:
    """« A et B tiennent »: the first word of A, when « et » stands before B and the verb is plural, or « ou »."""
    plural = low(verb.text).endswith("nt")
    while joint is not None and (low(joint.text) == "ou" or (low(joint.text) == "et" and plural)):
        current, opener = view.previous(joint), first
        while current is not None and current.start >= left and not closes(current):
            opener, current = current, view.previous(current)
        clause = current is not None and (finite((current,)) or low(current.text) in RELATIVES)
        if opener is first or clause:
            return first
        first, joint = opener, current
    return first


def over_enumeration(view: View, token: Token, start: int, left: int) -> int:
    """« les A, les B, les C tiennent »: the start moved over the noun phrases of a plural subject without « et »."""
    if not low(token.text).endswith("nt"):
        return start
    first = next(iter(view.between(start, token.end)), None)
    while first is not None and first.pos in {"DET", "PROPN", "NOUN"}:
        comma = view.previous(first)
        if comma is None or comma.text != "," or comma.start <= left:
            break
        opener = view.previous(comma)
        while opener is not None and opener.start > left and view.tokens[opener.i - 1].text not in BREAKS:
            opener = view.previous(opener)
        same = opener is not None and opener.pos == first.pos and view.np_end(opener.i) == comma.i
        if opener is None or not same or finite(view.between(opener.start, comma.start)):
            break
        first, start = opener, opener.start
    return start


def before_relative(view: View, comma: Token | None, left: int) -> Token | None:
    """« A, qui B, » : the last word of A, when the relative between commas ends here; else the token given."""
    if comma is None or comma.text != ",":
        return comma
    current = view.previous(comma)
    seen = False
    while current is not None and current.start > left and current.text not in {";", ":", "«", "»"}:
        before = view.previous(current)
        if low(current.text) in RELATIVES and before is not None and before.text == ",":
            return view.previous(before)
        seen = seen or finite((current,))
        current = before
    if seen:
        return comma
    # « Luc Farge, obligé de A, B »: an aside without a verb after the first words
    first = next(iter(view.between(left, comma.start)), None)
    close = view.np_end(first.i) if first is not None else comma.i
    named = first is not None and first.i < close < comma.i and view.tokens[close].text == ","
    return view.tokens[close - 1] if named else comma


def closes(token: Token) -> bool:
    """Whether a word ends what may be the subject of the verb after it."""
    ends = RELATIVES | COORDINATORS | SUBORDINATORS
    return (
        token.text in BREAKS
        or low(token.text) in ends
        or (token.pos in {"VERB", "AUX"} and token.morph.get("VerbForm") == "Fin")
    )
