#!/usr/bin/env python3
"""Fit the weights of ``seo_fr/resources/keyphrases.toml`` and say what they are worth, cross-validated.

    python data/keyphrases/fit.py GOLD.json --scorer SCORE.py [--alpha A] [--write] [--out PREDICTIONS.json]

GOLD: ``{"documents": [{"id", "title", "body", "keyphrases"}]}``. SCORER: a Python file with ``score(predictions, gold,
texts)`` and ``stems(phrase)``. The model is a logistic regression with an L2 penalty over standardised features, each
document weighing the same; the weights written are those of the raw features, so that nothing is standardised at run
time. Figures are means over three ten-fold cross-validations by document. Needs numpy only.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from pathlib import Path

import numpy as np

from seo_fr import nlp
from seo_fr.model import Analysis
from seo_fr.reading import read
from seo_fr.topics.candidates import candidates_of, units_of
from seo_fr.topics.keyphrase_features import UNWEIGHTED, features_of
from seo_fr.topics.keyphrases import capitals_of, surface_of

TARGET = Path(__file__).parents[2] / "seo_fr" / "resources" / "keyphrases.toml"
MARGIN = 1.0
"""Sum of the four F1 and MAP figures within which two penalties do as well."""
SHOWN = ("F1@5", "F1@10", "MAP", "multi F1@5", "edge@10", "verbatim@10")


def table_of(document, stems, gold):
    """Surfaces, feature rows and 0/1 targets of one document."""
    source = read(document["body"], title=document["title"])
    tokens, _ = nlp.parse(source)
    units = units_of(Analysis(source=source, tokens=tokens))
    found = candidates_of(units)
    features = features_of(found, units)
    capitals = capitals_of(units)
    surfaces = [surface_of(candidate, capitals) for candidate in found.values()]
    wanted = {stems(phrase) for phrase in gold}
    hits = [any(stems(place.text) in wanted for place in candidate.places) for candidate in found.values()]
    return surfaces, list(features.values()), np.array(hits, dtype=float)


def fit(rows, targets, alpha, rounds=30):
    """Newton's method for logistic regression with an L2 penalty; weights of the raw features, and the intercept."""
    weights = np.concatenate([np.full(len(t), 1 / len(t)) for t in targets])
    weights *= len(weights) / weights.sum()
    x, y = np.vstack(rows), np.concatenate(targets)
    mean, scale = x.mean(0), x.std(0)
    scale[scale == 0] = 1
    z = np.hstack([np.ones((len(x), 1)), (x - mean) / scale])
    penalty = np.full(z.shape[1], alpha)
    penalty[0] = 0
    beta = np.zeros(z.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-z @ beta))
        gradient = z.T @ (weights * (p - y)) + penalty * beta
        hessian = (z * (weights * p * (1 - p))[:, None]).T @ z + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if np.abs(step).max() < 1e-8:
            break
    raw = beta[1:] / scale
    return raw, beta[0] - raw @ mean


def cross_validate(rows, targets, alpha, seed, folds=10):
    """Scores of each document's candidates by weights fitted without it."""
    order = np.random.RandomState(seed).permutation(len(rows))
    scores = [None] * len(rows)
    for k in range(folds):
        held = set(order[k::folds])
        kept = [i for i in order if i not in held]
        raw, _ = fit([rows[i] for i in kept], [targets[i] for i in kept], alpha)
        for i in held:
            scores[i] = rows[i] @ raw
    return scores


def ranked(surfaces, scores):
    """Surfaces by falling score, ties by first occurrence."""
    return [surfaces[i] for i in np.argsort(-scores, kind="stable")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--alpha", type=float, nargs="*", default=[10, 20, 40, 80])
    parser.add_argument("--write", action="store_true", help="write the weights fitted with the alpha kept")
    parser.add_argument("--out", type=Path, help="write the cross-validated predictions of the first seed there")
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("scorer", args.scorer)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    documents = json.loads(args.gold.read_text(encoding="utf-8"))["documents"]
    tables = [table_of(d, scorer.stems, d["keyphrases"]) for d in documents]
    names = [name for name in tables[0][1][0] if name not in UNWEIGHTED]
    surfaces = [t[0] for t in tables]
    rows = [np.array([[f[name] for name in names] for f in t[1]]) for t in tables]
    targets = [t[2] for t in tables]
    gold = {d["id"]: d["keyphrases"] for d in documents}
    texts = {d["id"]: d["title"] + "\n" + d["body"] for d in documents}
    tried = []
    for alpha in sorted(args.alpha):
        means = []
        for seed in range(3):
            scores = cross_validate(rows, targets, alpha, seed)
            predictions = {d["id"]: ranked(s, x) for d, s, x in zip(documents, surfaces, scores, strict=True)}
            means.append(scorer.score(predictions, gold, texts)[0])
            if args.out and seed == 0:
                args.out.write_text(json.dumps(predictions, ensure_ascii=False), encoding="utf-8")
        mean = {name: 100 * float(np.mean([m[name] for m in means])) for name in SHOWN}
        print(f"alpha {alpha:g}:", "  ".join(f"{name} {value:.1f}" for name, value in mean.items()))
        tried.append((sum(mean[name] for name in SHOWN[:4]), alpha, mean))
    # differences of a point are noise with fifty documents: of the penalties that do as well, the heaviest
    best = [entry for entry in tried if entry[0] > max(tried)[0] - MARGIN][-1]
    if args.write:
        raw, intercept = fit(rows, targets, best[1])
        lines = [
            "# Written by data/keyphrases/fit.py: logistic regression, L2 penalty; do not edit by hand.",
            f"# {len(documents)} documents, {sum(map(len, targets))} candidates, alpha {best[1]:g}.",
            "# Ten-fold, by document: " + ", ".join(f"{name} {value:.1f}" for name, value in best[2].items()) + ".",
            f"intercept = {intercept:.5f}",
            "",
            "[weights]",
            *(f"{name} = {value:.5f}" for name, value in zip(names, raw, strict=True)),
        ]
        TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"written: {TARGET}")


if __name__ == "__main__":
    main()
