#!/usr/bin/env python3
"""Trains the decision of tellings/copies: prints judge_table.h, and cross-validated figures on stderr.

    cmake --build build/release --target copy_features
    pip install numpy scikit-learn
    python3 ../shared/eval/traditions.py --out FOLDER --seed 77 --families 300
    python3 tools/train_copies.py --data DIR --traditions FOLDER > tellings/copies/judge_table.h

Copies: texts reworded by machine (detectrl_xsum_families, llmfake_pairs, raidar_paragraphs joined into articles) and articles
cut, edited and glued here, and students' answers (Clough and Stevenson). Not copies: reports of one event by different outlets (allsides_2021, neus_allsides, basil,
gva_incidents, vnmds; outside BASIL pairs that share over 5 % of their five-word runs are left out, being copies, probably),
and pairs of different events that are the most alike in their set. Features come from the program itself.

Figures are of five folds; all pairs of one source text or one event are in one fold.
"""
import argparse
import collections
import datetime
import gzip
import hashlib
import itertools
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import numpy as np
from sklearn.linear_model import LogisticRegression

SHARED_SOURCE = {("42_fox", "42_hpo"), ("73_hpo", "73_nyt")}


def rows(path):
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def words(text):
    return re.findall(r"[^\W_]+", text.lower())


def shingles(text):
    w = words(text)
    return {tuple(w[i:i + 5]) for i in range(len(w) - 4)}


def contained(x, y):
    return len(x & y) / max(1, min(len(x), len(y)))


class Sets:
    """texts: set -> {id: text}; pairs: (set, kind, family, a, b, label)."""

    def __init__(self):
        self.texts, self.pairs = collections.defaultdict(dict), []

    def add(self, name, text):
        i = hashlib.md5(text.encode()).hexdigest()[:12]
        self.texts[name][i] = text
        return i

    def pair(self, name, kind, family, x, y, label):
        if min(len(words(x)), len(words(y))) >= 12:
            a, b = self.add(name, x), self.add(name, y)
            if a != b:
                self.pairs.append((name, kind, f"{name}:{family}", min(a, b), max(a, b), label))


def add_reworded(sets, data):
    for r in rows(data / "reuse/detectrl_xsum_families.jsonl.gz"):
        for op, text in r["derived"].items():
            if not op.startswith("adv"):
                sets.pair("xsum", op, r["id"], r["source"], text, 1)
    for r in rows(data / "reuse/llmfake_pairs.jsonl.gz"):
        op = r["op"].replace("_generation", "")
        if "manipulation" not in op and "open" not in op:
            sets.pair("llmfake", op, hashlib.md5(r["source"].encode()).hexdigest()[:6], r["source"], r["derived"], 1)
    by_op = collections.defaultdict(dict)
    for r in rows(data / "reuse/raidar_paragraphs.jsonl.gz"):
        by_op[r["op"].split()[0].lower()][r["idx"]] = r
    for op, paragraphs in by_op.items():
        order = sorted(paragraphs)
        for k in range(0, len(order) - 5, 6):
            six = [paragraphs[n] for n in order[k:k + 6]]
            sets.pair("raidar", op, k, *("\n\n".join(p[s].strip() for p in six) for s in ("source", "derived")), 1)


def traditions(folders):
    """(family, kind, article, article, relation) of the pairs of artificial traditions: relation is "made" (the second from the
    first, over however many steps), "siblings" (both from a third) or "own" (accounts with no text in common)."""
    for folder in folders:
        for line in (folder / "truth.jsonl").read_text().splitlines():
            truth = json.loads(line)
            text = {}
            for row in (folder / f"{truth['name']}.jsonl").read_text().splitlines():
                r = json.loads(row)
                text[r["id"]] = r["text"]
            above = {}

            def ancestors(i):
                if i not in above:
                    above[i] = set().union(*({p} | ancestors(p) for p in truth["nodes"][i]["parents"]), set())
                return above[i]
            family = hashlib.md5(max(text.values(), key=len)[:200].encode()).hexdigest()[:6]
            for x, y in itertools.combinations(sorted(text), 2):
                if x in ancestors(y) or y in ancestors(x):
                    a, b = (x, y) if x in ancestors(y) else (y, x)
                    yield family, truth["kind"], text[a], text[b], "made"
                else:
                    both = ({x} | ancestors(x)) & ({y} | ancestors(y))
                    yield family, truth["kind"], text[x], text[y], "siblings" if both else "own"


def sentences(text):
    return [s for p in text.split("\n") for s in re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", p) if s.strip()]


def add_made(sets, data):
    """Articles cut, thinned out and glued."""
    rng = random.Random(3)
    articles = [r for r in rows(data / "stories/allsides_2021.jsonl.gz") + rows(data / "reuse/reuters21578.jsonl.gz") if 90 < len(words(r["text"])) < 900]
    rng.shuffle(articles)
    for n, (r, other) in enumerate(zip(articles[:300], articles[300:600])):
        s, t = sentences(r["text"]), sentences(other["text"])
        if len(s) < 5 or len(t) < 5:
            continue
        made = {"cut": s[:max(3, int(len(s) * rng.uniform(0.25, 0.8)))],
                "thinned": [x for x in s if rng.random() < 0.6],
                "glued": s[:len(s) // 2] + t[:len(t) // 2]}
        kind = ("cut", "thinned", "glued")[n % 3]
        sets.pair("made", kind, r["id"], " ".join(s), " ".join(made[kind]), 1)


def add_answers(sets, data):
    """Students' answers made from a page, to four degrees, or of their own on the same question."""
    for r in rows(data / "reuse/clough_stevenson2009.jsonl.gz"):
        sets.pair("clough", "answer", r["task"], r["source"], r["derived"], int(r["label"] != "non"))


def add_stories(sets, data):
    named = [(n, f"stories/{n}.jsonl.gz") for n in ("basil", "allsides_2021", "neus_allsides", "vnmds")]
    for name, path in named + [("gva", "figures/gva_incidents.jsonl.gz")]:
        groups = collections.defaultdict(list)
        for r in rows(data / path):
            if name == "gva":
                for k, article in enumerate(r.get("articles") or r.get("reports") or ()):
                    text = article.get("text") or article.get("body") or ""
                    groups[r["incident"]].append((str(k), article.get("source") or article.get("url") or str(k), text))
            else:
                groups[r["story"]].append((r["id"].lower(), r.get("source") or r["id"], r["text"]))
        rng = random.Random(name)
        keys = sorted(groups)
        rng.shuffle(keys)
        for key in keys[:600]:
            members = [(i, o, t, shingles(t)) for i, o, t in groups[key] if len(words(t)) >= 60][:4]
            for (i, o, x, s), (j, p, y, t) in itertools.combinations(members, 2):
                if (i, j) in SHARED_SOURCE or (o == p and name == "gva"):
                    continue
                if name == "basil" or contained(s, t) <= 0.05:
                    sets.pair(name, "same_event", key, x, y, 0)


def candidates(articles, program):
    """Pairs that the program itself would compare, as indices, in a random order."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps({"id": f"{n:06}", "text": r["text"]}) + "\n" for n, r in enumerate(articles)))
        out = subprocess.run([program, path, "--candidates"], text=True, check=True, capture_output=True).stdout
    pairs = [tuple(map(int, line.split())) for line in out.splitlines()]
    random.Random(4).shuffle(pairs)
    return pairs


def add_alike(sets, data, program):
    """Pairs of different events that the program has to tell from copies."""
    for name in ("allsides_2021", "neus_allsides", "vnmds"):
        articles = [r for r in rows(data / f"stories/{name}.jsonl.gz") if len(words(r["text"])) >= 40][:2500]
        found = 0
        for x, y in candidates(articles, program):
            a, b = articles[x], articles[y]
            if a["story"] != b["story"] and contained(shingles(a["text"]), shingles(b["text"])) <= 0.05:
                sets.pair(f"far_{name}", "alike", min(a["story"], b["story"]), a["text"], b["text"], 0)
                found += 1
                if found == 500:
                    break


def day(r):
    return datetime.datetime.strptime(r["date"].split()[0], "%d-%b-%Y").toordinal()


def add_wire(sets, data, program):
    """Reuters 1987: notices made from one form (dividends, bonds, share splits) over three days apart are no copies; texts
    of two days that share half of their runs are."""
    articles = [r for r in rows(data / "reuse/reuters21578.jsonl.gz") if r["dateline"] and r["text"]]
    count = collections.Counter()
    for x, y in candidates(articles, program)[:30000]:
        a, b = articles[x], articles[y]
        apart = abs(day(a) - day(b))
        short = min(len(words(a["text"])), len(words(b["text"]))) < 60
        c = contained(shingles(a["text"]), shingles(b["text"])) if apart <= 1 or apart > 3 else 0
        kind = None
        if apart > 3 and c < 0.6:
            kind, label = ("form" if short else "form_long") if c > 0.05 else ("alike_short" if short else "alike"), 0
        elif apart <= 1 and c > 0.5:
            kind, label = "verbatim", 1
        if kind and count[kind] < 500:
            count[kind] += 1
            sets.pair("reuters", kind, min(a["id"], b["id"]), a["text"], b["text"], label)


def program_rows(sets, program):
    """(names, rows): what the program prints for the pairs, as texts: features, signs ("sign_..."), and the roots' rates last."""
    names, rows = None, {}
    with tempfile.TemporaryDirectory() as folder:
        for name, texts in sorted(sets.texts.items()):
            path = pathlib.Path(folder) / f"{name}.jsonl"
            path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in sorted(texts.items())))
            mine = [(p[3], p[4]) for p in sets.pairs if p[0] == name]
            run = subprocess.run([program, path], input="".join(f"{a}\t{b}\n" for a, b in mine), text=True, check=True,
                                 capture_output=True)
            lines = run.stdout.splitlines()
            names = lines[0].split("\t")
            rows.update({(name, *p): line.split("\t") for p, line in zip(mine, lines[1:])})
    return names, [rows[p[0], p[3], p[4]] for p in sets.pairs]


def features(sets, program):
    names, rows = program_rows(sets, program)
    names = [n for n in names[:-1] if not n.startswith("sign_")]
    return names, np.array([[float(v) for v in r[:len(names)]] for r in rows])


def recall_at(scores, pairs, share, sets_of_negatives):
    """Recall by (set, kind) at the score that `share` of the negatives pass, and that score."""
    negative = [[s for s, p in zip(scores, pairs) if p[0] == n and p[5] == 0] for n in sets_of_negatives]
    negative = [n for n in negative if n]
    limits = sorted({s for n in negative for s in n}, reverse=True)
    rate = lambda t: np.mean([np.mean(np.array(n) >= t) for n in negative])
    limit = next((t for t in limits if rate(t) > share), 0.0)
    kinds = collections.defaultdict(list)
    for s, p in zip(scores, pairs):
        if p[5]:
            kinds[p[0], p[1]].append(s > limit)
    return {k: float(np.mean(v)) for k, v in sorted(kinds.items())}, limit


def balanced(pairs, copies_weigh):
    """Every kind of pair weighs the same, all copies together `copies_weigh` times all others."""
    count = collections.Counter((p[0], p[1]) for p in pairs)
    kinds = {k: sum(1 for c in {(p[0], p[1], p[5]) for p in pairs} if c[2] == k) for k in (0, 1)}
    return np.array([(copies_weigh if p[5] else 1.0) / kinds[p[5]] / count[p[0], p[1]] for p in pairs]) * len(pairs)


class Quadratic:
    """Logistic regression over standardised features and their products; features are held to the range seen, so that no
    text is judged by what the products do beyond it."""

    def __init__(self, x, y, weight, strength=0.1):
        self.low, self.high = np.percentile(x, 0.5, axis=0), np.percentile(x, 99.5, axis=0)
        x = np.clip(x, self.low, self.high)
        self.mean, self.sd = x.mean(0), x.std(0) + 1e-6
        self.model = LogisticRegression(C=strength, max_iter=5000).fit(self.products(x), y, weight)

    def products(self, x):
        z = (np.clip(x, self.low, self.high) - self.mean) / self.sd
        i, j = np.triu_indices(z.shape[1])
        return np.hstack([z, z[:, i] * z[:, j]])

    def probability(self, x):
        return self.model.predict_proba(self.products(x))[:, 1]

    def write(self, names):
        coefficients, n = self.model.coef_[0], len(names)
        print("// Made by tools/train_copies.py: the decision's weights, features in evidence.h's order.\n#pragma once\n")
        print('#include <array>\n\n#include "tellings/copies/evidence.h"\n\nnamespace tellings::copies {\n')
        print("// A feature's range, mean, deviation and weight.\nstruct FeatureWeight {\n  double low, high, mean, deviation, weight;\n};\n")
        print(f"inline constexpr double kBias = {self.model.intercept_[0]:.5g};\n")
        print("inline constexpr std::array<FeatureWeight, kFeatureNames.size()> kFeatureWeights = {{")
        for k, name in enumerate(names):
            v = (self.low[k], self.high[k], self.mean[k], self.sd[k], coefficients[k])
            print("    {" + ", ".join(f"{a:.5g}" for a in v) + f"}},  // {name}")
        print("}};\n\n// Weights of the products of two features: (0, 0), (0, 1), ..., (1, 1), (1, 2), ...")
        print("inline constexpr std::array<double, kFeatureNames.size() * (kFeatureNames.size() + 1) / 2> kProductWeights = {")
        rest = list(coefficients[n:])
        for k in range(n):
            print("    " + " ".join(f"{v:.4g}," for v in rest[:n - k]))
            rest = rest[n - k:]
        print("};\n\n}  // namespace tellings::copies")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--traditions", type=pathlib.Path, nargs="*", default=[], help="folders that eval/traditions.py made")
    parser.add_argument("--program", default="build/release/tools/copy_features")
    parser.add_argument("--copies", type=float, default=0.2, help="how much all copies weigh against all others")
    parser.add_argument("--save", help="keep the features there (.npz)")
    args = parser.parse_args()
    sets = Sets()
    add_reworded(sets, args.data)
    add_made(sets, args.data)
    add_answers(sets, args.data)
    add_stories(sets, args.data)
    for family, kind, x, y, relation in traditions(args.traditions):
        sets.pair("tradition", f"{kind}_{relation}", family, x, y, int(relation != "own"))
    add_alike(sets, args.data, args.program)
    add_wire(sets, args.data, args.program)
    names, x = features(sets, args.program)
    y = np.array([p[5] for p in sets.pairs])
    if args.save:
        np.savez(args.save, x=x, y=y, pairs=np.array(sets.pairs, dtype=object), names=names)
    weight = balanced(sets.pairs, args.copies)
    fold = np.array([int(hashlib.md5(p[2].encode()).hexdigest(), 16) % 5 for p in sets.pairs])

    scores = np.zeros(len(y))
    for f in range(5):
        model = Quadratic(x[fold != f], y[fold != f], weight[fold != f])
        scores[fold == f] = model.probability(x[fold == f])
    recalls, limit = recall_at(scores, sets.pairs, 0.01, ["basil"])
    print(f"cross-validated, 1 % of BASIL's pairs are over {limit:.3f}; recall there and at 0.5:", file=sys.stderr)
    for key, r in recalls.items():
        at = np.mean([s >= 0.5 for s, p in zip(scores, sets.pairs) if (p[0], p[1]) == key])
        print(f"  {key[0]:10} {key[1]:22} {r:.3f} {at:.3f}", file=sys.stderr)
    for name in sorted({p[0] for p in sets.pairs if not p[5]}):
        mine = [s for s, p in zip(scores, sets.pairs) if p[0] == name and not p[5]]
        print(f"  {name:10} called copies at 0.5: {np.mean(np.array(mine) >= 0.5):.4f} of {len(mine)}", file=sys.stderr)
    Quadratic(x, y, weight).write(names)


if __name__ == "__main__":
    sys.exit(main())
