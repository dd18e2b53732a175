#!/usr/bin/env python3
"""Trains the direction of tellings/copies: prints direction_table.h, and cross-validated figures on stderr.

    cmake --build build/release --target copy_features
    pip install numpy scikit-learn
    python3 tools/train_direction.py --data DIR --traditions FOLDER > tellings/copies/direction_table.h

Originals and copies: texts reworded by machine (detectrl_xsum_families, llmfake_pairs, raidar_paragraphs alone and joined), and
articles cut and thinned out here. Figures are of five folds; all texts made from one source are in one fold, and the weights
of words are trained inside the folds.
"""
import argparse
import collections
import hashlib
import pathlib
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

import train_copies as c

TIMES = ("kept", "open", "size")  # signs count alone and times these features; size by a third
SCALE = (1, 1, 1 / 3)


class Pairs(c.Sets):
    """Pairs as (set, kind, family, original, copy, 1)."""

    def pair(self, name, kind, family, x, y, label):
        if min(len(c.words(x)), len(c.words(y))) >= 25:
            a, b = self.add(name, x), self.add(name, y)
            if a != b:
                self.pairs.append((name, kind, f"{name}:{family}", a, b, label))


def add_paragraphs(sets, data):
    by_op = collections.defaultdict(dict)
    for r in c.rows(data / "reuse/raidar_paragraphs.jsonl.gz"):
        by_op[r["op"].split()[0].lower()][r["idx"]] = r
    for op, paragraphs in by_op.items():
        order = sorted(paragraphs)
        for size in (3, 6, 12):
            for k in range(0, len(order) - size + 1, size):
                some = [paragraphs[n] for n in order[k:k + size]]
                text = ["\n\n".join(p[s].strip() for p in some) for s in ("source", "derived")]
                sets.pair("raidar" if size == 6 else f"raidar{size}", op, k // 12, *text, 1)


def evidence(sets, program):
    names, rows = c.program_rows(sets, program)
    sign = [k for k, n in enumerate(names) if n.startswith("sign_") and n != "sign_wording"]
    x = np.array([[float(r[k]) for k in sign] for r in rows])
    times = np.array([[1.0] + [float(r[names.index(t)]) * s for t, s in zip(TIMES, SCALE)] for r in rows])
    rates = [{int(i): float(v) for i, v in (w.split(":") for w in r[-1].split())} for r in rows]
    return [names[k][5:] for k in sign] + ["wording"], x, times, rates


class Wording:
    """Weights of the roots that originals and copies use unlike often."""

    def __init__(self, rates, families, weight, size=300, strength=0.02):
        seen = collections.defaultdict(set)
        for r, family in zip(rates, families):
            for root in r:
                seen[root].add(family)
        self.roots = sorted(root for root, f in seen.items() if len(f) >= 25)
        m = self.matrix(rates)
        both, y = np.vstack([m, -m]), np.r_[np.ones(len(m)), np.zeros(len(m))]
        model = LogisticRegression(C=strength, fit_intercept=False, max_iter=3000).fit(both, y, np.r_[weight, weight])
        spread = np.abs(model.coef_[0]) * m.std(0)
        keep = np.argsort(-spread)[:size]
        self.weights = {self.roots[k]: float(model.coef_[0][k]) for k in keep}

    def matrix(self, rates):
        column = {r: k for k, r in enumerate(self.roots)}
        m = np.zeros((len(rates), len(self.roots)))
        for n, r in enumerate(rates):
            for root, v in r.items():
                if root in column:
                    m[n, column[root]] = np.clip(v, -3, 3)
        return m

    def score(self, rates):
        return np.array([sum(self.weights.get(root, 0) * v for root, v in r.items()) for r in rates])


class Model:
    def __init__(self, x, times, rates, families, weight, label, strength=0.3):
        made = label == 1
        # The words' weights must not be judged by the pairs they were learnt from: folds within the fold.
        inner = np.array([int(hashlib.md5((f + "i").encode()).hexdigest(), 16) % 4 for f in families])
        column = np.zeros(len(x))
        for f in range(4):
            k = (inner != f) & made
            w = Wording([r for r, j in zip(rates, k) if j], [g for g, j in zip(families, k) if j], weight[k])
            rest = inner == f
            column[rest] = w.score([r for r, j in zip(rates, rest) if j])
        self.wording = Wording([r for r, j in zip(rates, made) if j], [g for g, j in zip(families, made) if j], weight[made])
        x = np.hstack([x, column[:, None]])
        self.most = np.percentile(np.abs(x), 99, axis=0) + 1e-6
        self.deviation = np.sqrt((np.clip(x, -self.most, self.most) ** 2).mean(0)) + 1e-6
        z = self.products(x, times)
        y = np.r_[np.ones(len(z)), np.zeros(len(z))]
        self.model = LogisticRegression(C=strength, fit_intercept=False, max_iter=5000)
        # A pair made from a third text speaks for both directions alike.
        self.model.fit(np.vstack([z, -z, z[label < 1]]), np.r_[y, np.zeros((label < 1).sum())],
                       np.r_[np.where(label < 1, 0.5, 1) * weight, np.where(label < 1, 0, 1) * weight, 0.5 * weight[label < 1]])

    def products(self, x, times):
        z = np.clip(x, -self.most, self.most) / self.deviation
        return np.hstack([z * times[:, [t]] for t in range(times.shape[1])])

    def original_first(self, x, times, rates):
        x = np.hstack([x, self.wording.score(rates)[:, None]])
        return self.model.predict_proba(self.products(x, times))[:, 1]


HEAD = """// Made by tools/train_direction.py.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "tellings/copies/direction.h"

namespace tellings::copies {

// A root and how much it speaks for the original (minus: for the copy).
struct Wording {
  std::uint32_t root;
  double weight;
};

// The largest value a sign is taken at, and its deviation in training.
struct SignRange {
  double most, deviation;
};

// Signs count alone, then times each of three features of the evidence.
inline constexpr std::size_t kSignTimes = 4;
"""


def write(model, names):
    print(HEAD)
    print("inline constexpr std::array<SignRange, kSignNames.size()> kSignRanges = {{")
    for n, m, d in zip(names, model.most, model.deviation):
        print(f"    {{{m:.5g}, {d:.5g}}},  // {n}")
    print("}};\n\ninline constexpr std::array<std::array<double, kSignNames.size()>, kSignTimes> kSignWeights = {{")
    for row in model.model.coef_[0].reshape(1 + len(TIMES), -1):
        print("    {" + ", ".join(f"{v:.4g}" for v in row) + "},")
    print("}};\n\n// Ascending.\ninline constexpr Wording kWordings[] = {")
    print("    " + " ".join(f"{{{r}u, {w:.4g}}}," for r, w in sorted(model.wording.weights.items())))
    print("};\n\n}  // namespace tellings::copies")


def at_coverage(confidence, right, share=0.8):
    order = np.argsort(-confidence, kind="stable")
    return float(np.mean(right[order][:int(np.ceil(share * len(order)))]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--traditions", type=pathlib.Path, nargs="*", default=[], help="folders that eval/traditions.py made")
    parser.add_argument("--program", default="build/release/tools/copy_features")
    args = parser.parse_args()
    sets = Pairs()
    c.add_reworded(sets, args.data)
    sets.pairs = [p for p in sets.pairs if p[0] != "raidar"]
    add_paragraphs(sets, args.data)
    c.add_made(sets, args.data)
    sets.pairs = [p for p in sets.pairs if p[1] != "glued"]
    for family, kind, x, y, relation in c.traditions(args.traditions):
        if relation != "own":
            sets.pair("tradition", f"{kind}_{relation}", family, x, y, 1.0 if relation == "made" else 0.5)
    names, x, times, rates = evidence(sets, args.program)
    # The paragraphs of one article after another are alike in manner: all parts of it in one fold.
    families = [p[2] if not p[0].startswith("raidar") else "raidar:" + p[2].split(":")[1] for p in sets.pairs]
    families = [f"{f.split(':')[0]}:{int(f.split(':')[1]) // 4}" if f.startswith("raidar") else f for f in families]
    label = np.array([float(p[5]) for p in sets.pairs])
    weight = c.balanced([(*p[:5], 1) for p in sets.pairs], 1.0)
    fold = np.array([int(hashlib.md5(f.encode()).hexdigest(), 16) % 5 for f in families])
    first = np.zeros(len(x))
    for f in range(5):
        k, pick = fold != f, lambda values, mask: [v for v, m in zip(values, mask) if m]
        model = Model(x[k], times[k], pick(rates, k), pick(families, k), weight[k], label[k])
        first[~k] = model.original_first(x[~k], times[~k], pick(rates, ~k))
    confidence, right = np.abs(first - 0.5), (first > 0.5).astype(float)
    print("cross-validated: accuracy at full and at 80 % coverage, pairs", file=sys.stderr)
    shown = []
    for key in sorted({(p[0], p[1]) for p in sets.pairs}):
        k = np.array([(p[0], p[1]) == key for p in sets.pairs])
        shown.append(at_coverage(confidence[k], right[k]))
        print(f"  {key[0]:10} {key[1]:12} {right[k].mean():.3f} {shown[-1]:.3f} {k.sum()}", file=sys.stderr)
    for least in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        k, s = (confidence + 0.5 >= least) & (label == 1), (confidence + 0.5 >= least) & (label < 1)
        print(f"  confidence >= {least}: {k.sum() / (label == 1).sum():.3f} of the pairs, right {right[k].mean():.3f};"
              f" of siblings {s.sum() / max(1, (label < 1).sum()):.3f}", file=sys.stderr)
    write(Model(x, times, rates, families, weight, label), names)


if __name__ == "__main__":
    sys.exit(main())
