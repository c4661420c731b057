"""What is measured of each candidate: how often, where, inside what, of what kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log

from seo_fr.topics.candidates import Candidate, Place, Unit, lexicon

Key = tuple[str, ...]
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def features_of(candidates: Mapping[Key, Candidate], units: Sequence[Unit]) -> dict[Key, dict[str, float]]:
    body = [u for u in units if not u.title]
    n_units = max(1, len(body))
    n_words = max(1, sum(len(u.words) for u in body))
    starts = {}
    at = 0
    for u in body:
        starts[u.rank] = at
        at += len(u.words)
    blocks = len({u.block for u in body}) or 1
    tf = {k: len(c.places) for k, c in candidates.items()}
    free = {k: sum(p.free for p in c.places) for k, c in candidates.items()}
    whole = {k: sum(p.whole for p in c.places) for k, c in candidates.items()}
    singles = Counter(s for u in units for w in u.words if w.tag in "NAVU" for s in w.stems)
    containers = containers_of(candidates)
    top = max(tf.values(), default=1)
    in_title = {k for k, c in candidates.items() if any(p.unit.title for p in c.places)}
    out = {}
    for key, c in candidates.items():
        out[key] = one(
            key, c, tf, free, whole, singles, containers[key], top, in_title, n_units, n_words, starts, blocks
        )
    return out


def containers_of(candidates: Mapping[Key, Candidate]) -> dict[Key, list[Key]]:
    """For each candidate, the longer ones that hold it."""
    out: dict[Key, list[Key]] = {k: [] for k in candidates}
    for key in candidates:
        n = len(key)
        seen = set()
        for i in range(n):
            for j in range(i + 1, n + 1):
                if j - i < n:
                    part = key[i:j]
                    if part in out and part not in seen:
                        seen.add(part)
                        out[part].append(key)
    return out


def one(key, c, tf, free, whole, singles, longer, top, in_title, n_units, n_words, starts, blocks):
    words = lexicon()
    places = c.places
    n = len(places)
    body = [p for p in places if not p.unit.title]
    title = [p for p in places if p.unit.title]
    first = body[0] if body else None
    best = (title or body)[0]
    content = [w for w in best.words if w.tag in "NAVU"]
    nouns = [w for w in content if w.tag == "N"] or content
    head = nouns[0]
    m = len(content)
    f: dict[str, float] = {}
    # frequency
    f["tf"] = log(1 + n)
    f["tf_top"] = n / top
    f["density"] = log(1 + 100 * n / n_words)
    f["free"] = log(1 + free[key])
    f["free_ratio"] = free[key] / n
    f["whole"] = log(1 + whole[key])
    f["whole_ratio"] = whole[key] / n
    f["units"] = len({p.unit.rank for p in body}) / n_units
    f["blocks"] = len({p.unit.block for p in body}) / blocks
    f["once"] = float(n == 1)
    # position
    f["title"] = float(bool(title))
    f["title_free"] = float(any(p.free for p in title))
    f["title_whole"] = float(any(p.whole for p in title))
    f["title_label"] = float(any(is_label(p) for p in title))
    f["title_first"] = float(any(p.first <= 1 for p in title))
    f["title_only"] = float(not body)
    pos = (starts[first.unit.rank] + first.first) / n_words if first else 0.0
    f["first"] = pos
    f["first_log"] = log(1 + (starts[first.unit.rank] + first.first if first else 0))
    f["lead"] = float(bool(first) and starts[first.unit.rank] == 0)
    f["lead2"] = float(bool(first) and first.unit.rank <= 2)
    lastp = (starts[body[-1].unit.rank] + body[-1].first) / n_words if body else 0.0
    f["spread"] = lastp - pos
    f["lead_block"] = float(bool(first) and first.unit.block <= 1)
    # nesting
    fl = [tf[k] for k in longer]
    f["inside"] = log(1 + len(longer))
    f["inside_max"] = max(fl, default=0) / n
    f["inside_free"] = max((free[k] for k in longer), default=0) / n
    f["inside_title"] = float(any(k in in_title for k in longer))
    parts = [singles[s] for w in content for s in w.stems if singles[s]] or [1]
    f["part_max"] = log(1 + max(parts))
    f["part_min"] = log(1 + min(parts))
    f["part_mean"] = log(1 + sum(parts) / len(parts))
    f["cohesion"] = n / max(min(parts), 1) if m > 1 else 0.0
    f["cohesion_max"] = n / max(parts) if m > 1 else 0.0
    headtf = max(singles[s] for s in head.stems) if head.stems else 1
    f["head_tf"] = log(1 + headtf) if m > 1 else 0.0
    f["head_share"] = n / max(headtf, 1) if m > 1 else 0.0
    # type
    for i in (1, 2, 3):
        f[f"n{i}"] = float(m == i)
    f["n4"] = float(m >= 4)
    f["chars"] = log(1 + len(best.text))
    tags = "".join(w.tag for w in best.words)
    f["has_de"] = float("P" in tags)
    f["has_det"] = float("D" in tags)
    f["has_other_prep"] = float("Q" in tags)
    f["first_adj"] = float(tags[0] == "A")
    f["last_adj"] = float(tags[-1] in "AV" and m > 1)
    f["participle"] = float("V" in tags)
    f["number"] = float("U" in tags)
    f["digit"] = float(any(ch.isdigit() for ch in best.text))
    f["proper_head"] = float(head.proper)
    f["proper_all"] = float(all(w.proper for w in content))
    f["proper_some"] = float(any(w.proper for w in content))
    f["proper_single"] = float(m == 1 and head.proper)
    f["acronym"] = float(m == 1 and best.text.isupper() and len(best.text) > 1)
    f["short"] = float(len(best.text) <= 4)
    f["time"] = float(any(w.low in words["time"] for w in content))
    f["light_head"] = float(head.low in words["light"])
    f["light_single"] = float(m == 1 and head.low in words["light"])
    # entity
    labels = Counter(label_of(p) for p in places)
    for label in ("PER", "LOC", "ORG", "MISC"):
        f[f"ent_{label}"] = labels[label] / n
    f["ent_part"] = labels["part"] / n
    f["ent_in"] = sum(any(w.ent for w in p.words) for p in places) / n
    f["loc_freq"] = f["ent_LOC"] * f["tf"]
    # syntax
    deps = Counter(head_dep(p) for p in places)
    f["subject"] = sum(deps[d] for d in SUBJECTS) / n
    f["object"] = deps["obj"] / n
    f["nmod"] = deps["nmod"] / n
    f["obl"] = sum(v for d, v in deps.items() if d.startswith("obl")) / n
    f["root"] = deps["ROOT"] / n
    f["title_tf"] = f["title"] * f["tf"]
    f["title_n1"] = f["title"] * f["n1"]
    f["tf_n1"] = f["tf"] * f["n1"]
    f["free_n1"] = f["free"] * f["n1"]
    f["tf_multi"] = f["tf"] * (1 - f["n1"])
    f["title_multi_whole"] = f["title_whole"] * (1 - f["n1"])
    f["n1_inside_max"] = f["n1"] * f["inside_max"]
    return f


def is_label(p: Place) -> bool:
    """Whether it stands alone before the colon of a title: « Libye : »."""
    if p.first != 0:
        return False
    rest = p.unit.words[p.last : p.last + 1]
    return bool(rest) and rest[0].low == ":"


def label_of(p: Place) -> str:
    words = p.unit.words
    ents = [w.ent for w in p.words if w.tag in "NAVU"]
    if not ents or not all(ents) or len(set(ents)) > 1:
        return ""
    label = ents[0]
    before = words[p.first - 1] if p.first else None
    after = words[p.last] if p.last < len(words) else None
    if (before and before.ent == label and before.tag in "NAVUPQH") or (
        after and after.ent == label and after.tag in "NAVUPQH"
    ):
        return "part"
    return label


def head_dep(p: Place) -> str:
    for w in p.words:
        if w.tag == "N":
            return w.dep
    return p.words[0].dep
