#!/usr/bin/env python3
"""Grows the forests of tellings/articles that decide which lines are an article's own.

    tools/train_lines.py text --data ../shared/data/extract --dump build/release/tools/dump_lines
    tools/train_lines.py page --data ../shared/data/extract --dump build/release/tools/dump_lines

Writes tellings/articles/text_forest.cc (or page_forest.cc), and prints what the forest reaches on publishers that it was not grown on
(five folds by publisher). Needs numpy and lightgbm. What goes into the file are thresholds on layout and shape, no words of any text.
"""
import argparse, gzip, json, os, re, struct, subprocess, sys, tarfile, threading, unicodedata
from collections import Counter

import lightgbm
import numpy

GROWTH = dict(objective="binary", learning_rate=.08, min_data_in_leaf=60, feature_fraction=.5, bagging_fraction=.7, bagging_freq=1, lambda_l2=5,
              verbose=-1, num_threads=2, seed=1, deterministic=True, force_row_wise=True)
SIZES = {"text": dict(num_leaves=12, max_depth=5), "page": dict(num_leaves=20, max_depth=7)}
FEATURES = {"text": 64, "page": 172}
ROUNDS = {"text": 90, "page": 130}
PAGES = {"fundus": 3.0, "wcxb_dev_articles": 1.0, "trafilatura_eval": 1.0}  # with the weight of a line: news counts most
FOLDS = 5


def dump(program, kind, documents):
    """-> for every document (its lines, their features)."""
    run, width, rows = subprocess.Popen([program, kind], stdin=subprocess.PIPE, stdout=subprocess.PIPE), FEATURES[kind], []

    def feed():
        with run.stdin as pipe:
            for d in documents: pipe.write(struct.pack("<I", len(d)) + d)

    feeder = threading.Thread(target=feed)
    feeder.start()
    while head := run.stdout.read(4):
        (n,) = struct.unpack("<I", head)
        lines, features = [], numpy.empty((n, width), numpy.float32)
        for i in range(n):
            (size,) = struct.unpack("<I", run.stdout.read(4))
            lines.append(run.stdout.read(size).decode())
            features[i] = numpy.frombuffer(run.stdout.read(4 * width), numpy.float32)
        rows.append((lines, features))
    feeder.join()
    assert len(rows) == len(documents)
    return rows


WORD = re.compile(r"\w+")


def words(text): return WORD.findall(unicodedata.normalize("NFKC", text).lower())


def label(lines, truth):
    """1: of the article, 0: not, -1: cannot be told. A line is of the article if 60 % of its 4-word shingles are."""
    if not truth.get("text"):  # only snippets that must and must not be there
        blank = lambda s: re.sub(r"\s+", " ", s).strip()
        own, other = ([blank(x) for x in truth.get(k) or ()] for k in ("with", "without"))
        return [0 if any(x in blank(l) for x in other) else 1 if any(x in blank(l) for x in own) else -1 for l in lines]
    body = words(truth["text"])
    shingles, whole = {tuple(body[i:i + 4]) for i in range(len(body))}, {" ".join(words(l)) for l in truth["text"].split("\n")}
    flat, out = " " + " ".join(body) + " ", []
    for line in lines:
        w = words(line)
        if len(w) < 4:  # a line of its own there too; words that merely occur say nothing
            said = " ".join(w)
            out.append(1 if said and said in whole else -1 if len(w) > 1 and f" {said} " in flat else 0)
        else:
            out.append(int(sum(tuple(w[i:i + 4]) in shingles for i in range(len(w) - 3)) >= .6 * (len(w) - 3)))
    return out


def decoded(raw):
    """A page as UTF-8: if it is valid, else by the charset that it names, else windows-1252."""
    named = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", raw[:4096])
    for charset in ("utf-8-sig", named and named[1].decode(), "cp1252"):
        try:
            return raw.decode(charset, "strict" if charset == "utf-8-sig" else "replace").encode("utf-8", "replace")
        except (LookupError, TypeError, UnicodeDecodeError):
            pass


def pages(folder, program):
    """-> (publishers, features, labels, weights), one of each a page."""
    out = [], [], [], []
    for name, weight in PAGES.items():
        with tarfile.open(os.path.join(folder, name + ".tar")) as tar:
            truth = [json.loads(line) for line in tar.extractfile("truth.jsonl").read().decode().split("\n") if line.strip()]
            html = [decoded(gzip.decompress(tar.extractfile(f"html/{t['id']}.html.gz").read())) for t in truth]
        for t, (lines, features) in zip(truth, dump(program, "page", html)):
            labels = numpy.array(label(lines, t), numpy.float32)
            known = labels >= 0
            size = numpy.sqrt([min(len(l.split()) + 1, 40) for l in lines]) if lines else numpy.zeros(0)
            out[0].append(t["id"].split("_")[0] if name == "fundus" else re.sub(r"^https?://(www\.)?|/.*", "", t.get("url") or t["id"]))
            out[1].append(features[known])
            out[2].append(labels[known])
            out[3].append((size * weight * min(1, 200 / max(1, len(lines))) ** .5)[known])
    return out


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
    return lightgbm.train(GROWTH | SIZES[kind], lightgbm.Dataset(numpy.vstack(features), numpy.concatenate(labels), weight=numpy.concatenate(weights)), ROUNDS[kind])


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
    rows = (texts if a.kind == "text" else pages)(a.data, a.dump)
    if not a.no_folds: held_out(a.kind, *rows)
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir)
    write(a.kind, grow(a.kind, *rows[1:]), a.out or os.path.join(here, "tellings", "articles", f"{a.kind}_forest.cc"))


if __name__ == "__main__":
    sys.exit(main())
