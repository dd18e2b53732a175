#!/usr/bin/env python3
"""Grows the forests of tellings/articles that decide which lines are an article's own.

    tools/train_lines.py text --data ../shared/data/extract --dump build/release/dump_lines

Writes tellings/articles/text_forest.cc (or page_forest.cc), and prints what the forest reaches on publishers that it was not grown on
(five folds by publisher). Needs numpy and lightgbm. What goes into the file are thresholds on layout and shape, no words of any text.
"""
import argparse, gzip, json, os, re, struct, subprocess, sys
from collections import Counter

import lightgbm
import numpy

GROWTH = dict(objective="binary", learning_rate=.08, num_leaves=12, max_depth=5, min_data_in_leaf=60, feature_fraction=.6, bagging_fraction=.7,
              bagging_freq=1, lambda_l2=5, verbose=-1, num_threads=2, seed=1, deterministic=True, force_row_wise=True)
FEATURES = {"text": 64}
ROUNDS = {"text": 90}
FOLDS = 5


def dump(program, kind, documents):
    """-> for every document (its lines, their features)."""
    data = b"".join(struct.pack("<I", len(d)) + d for d in documents)
    out = subprocess.run([program, kind], input=data, capture_output=True, check=True).stdout
    at, width, rows = 0, FEATURES[kind], []
    for _ in documents:
        (n,) = struct.unpack_from("<I", out, at)
        at += 4
        lines, features = [], numpy.empty((n, width), numpy.float32)
        for i in range(n):
            (size,) = struct.unpack_from("<I", out, at)
            lines.append(out[at + 4:at + 4 + size].decode())
            features[i] = numpy.frombuffer(out, numpy.float32, width, at + 4 + size)
            at += 4 + size + 4 * width
        rows.append((lines, features))
    return rows


def texts(folder, program):
    """-> (publishers, features, labels, weights), one of each a document."""
    with gzip.open(os.path.join(folder, "dirty_text.jsonl.gz"), "rt", encoding="utf-8") as f:
        rows = [json.loads(line) for line in f]
    pairs = [[(l, y) for l, y in zip(r["lines"], r["labels"]) if re.sub(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+", "", l)] for r in rows]
    found = dump(program, "text", ["\n".join(l for l, _ in p).encode() for p in pairs])
    for p, (lines, _) in zip(pairs, found): assert len(p) == len(lines), (len(p), len(lines))
    # A page as text has ten times the lines of an extractor's output; a third of the weight each keeps it from ruling.
    weights = [numpy.full(len(p), .35 if r["system"] == "alltext" else 1.0) for r, p in zip(rows, pairs)]
    return [r["id"].split("_")[0] for r in rows], [f for _, f in found], [numpy.array([y for _, y in p], numpy.float32) for p in pairs], weights


def grow(kind, features, labels, weights):
    return lightgbm.train(GROWTH, lightgbm.Dataset(numpy.vstack(features), numpy.concatenate(labels), weight=numpy.concatenate(weights)), ROUNDS[kind])


def held_out(kind, publishers, features, labels, weights):
    """Prints how the forest does on publishers that it has not seen."""
    fold = [sum(p.encode()) % FOLDS for p in publishers]
    said, truth = [], []
    for k in range(FOLDS):
        mine = [i for i, f in enumerate(fold) if f != k]
        model = grow(kind, [features[i] for i in mine], [labels[i] for i in mine], [weights[i] for i in mine])
        for i in (i for i, f in enumerate(fold) if f == k and len(labels[i])):
            said.append(model.predict(features[i]))
            truth.append(labels[i])
    said, truth = numpy.concatenate(said), numpy.concatenate(truth)
    for least in (.2, .3, .4, .5):
        kept = said >= least
        print(f"kept from {least}: precision {truth[kept].mean():.3f}, recall {kept[truth > .5].mean():.3f}")


def write(kind, model, path):
    """The forest as C++."""
    trees, forks, leaves = [], [], []
    for tree in model.dump_model()["tree_info"]:
        first_fork, first_leaf, order = len(forks), len(leaves), []

        def number(node):  # forks in the order of a walk, root first
            if "leaf_value" not in node:
                node["at"] = len(order)
                order.append(node)
                number(node["left_child"]), number(node["right_child"])
            else:
                node["at"] = -1 - (len(leaves) - first_leaf)
                leaves.append(node["leaf_value"])

        root = tree["tree_structure"]
        if "leaf_value" in root: continue
        number(root)
        forks += [(n["split_feature"], n["threshold"], n["left_child"]["at"], n["right_child"]["at"]) for n in order]
        trees.append((first_fork, first_leaf))
    rows = lambda items, width: "\n".join("    " + " ".join(items[i:i + width]) for i in range(0, len(items), width))
    with open(path, "w", encoding="utf-8") as f:
        f.write(f"""// Grown by tools/train_lines.py {kind}: do not edit.
#include <array>

#include "tellings/articles/forest.h"

namespace tellings::articles {{
namespace {{

// clang-format off
constexpr auto kTrees = std::to_array<Tree>({{
{rows([f"{{{a}, {b}}}," for a, b in trees], 10)}
}});

constexpr auto kForks = std::to_array<Fork>({{
{rows([f"{{{a}, {float(t):.5g}f, {l}, {h}}},".replace("e-35f", "e-30f") if "." in f"{float(t):.5g}" or "e" in f"{float(t):.5g}" else f"{{{a}, {float(t):.5g}.0f, {l}, {h}}}," for a, t, l, h in forks], 5)}
}});

constexpr auto kLeaves = std::to_array<float>({{
{rows([f"{v:.4f}f," for v in leaves], 14)}
}});
// clang-format on

}}  // namespace

Forest {kind}_forest() {{ return {{kTrees, kForks, kLeaves}}; }}

}}  // namespace tellings::articles
""")


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("kind", choices=sorted(FEATURES))
    a.add_argument("--data", required=True)
    a.add_argument("--dump", required=True)
    a.add_argument("--out")
    a.add_argument("--no-folds", action="store_true")
    a = a.parse_args()
    rows = texts(a.data, a.dump)
    if not a.no_folds: held_out(a.kind, *rows)
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir)
    write(a.kind, grow(a.kind, *rows[1:]), a.out or os.path.join(here, "tellings", "articles", f"{a.kind}_forest.cc"))


if __name__ == "__main__":
    sys.exit(main())
