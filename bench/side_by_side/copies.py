#!/usr/bin/env python3
"""Near-duplicates side by side: `tellings copies`, datasketch, rensa and gaoya, from the same texts to clusters.

    python3 -m venv FOLDER && FOLDER/bin/pip install datasketch==1.6.5 rensa==0.5.0 gaoya==0.2.2
    FOLDER/bin/python bench/side_by_side/copies.py TELLINGS [--data FOLDER] [--runs N] [--out FILE]

Texts: the bodies of Reuters-21578 with a dateline (reuse/reuters21578.jsonl.gz), with the exact list of pairs whose sets of five-word
runs have a Jaccard index >= .3 (reuters21578_exact_pairs_word5.tsv). Every program gets the texts as JSONL and has one thread. The others
sign with 126 permutations in 42 bands of 3, which finds pairs from about .3 on, and keep those whose signatures agree by .5 or more;
tellings runs at its default setting. Clusters are the connected pairs. CPU: user and system seconds of the whole process, the median of N.
Recall: pairs of the exact list that were given; joined: those that are in one cluster. Under .3: pairs given whose index is lower (cut,
reworded and glued copies are among them, and mistakes).
"""
import argparse
import gzip
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(root / "bench"))
PERMUTATIONS, BANDS, ROWS, LEAST = 126, 42, 3, 0.5


def runs_of(text):
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i:i + 5]) for i in range(len(words) - 4)}


def texts(path):
    with open(path, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield row["id"], row["text"]


def by_datasketch(path):
    from datasketch import MinHash, MinHashLSH
    lsh, seen = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS)), {}
    for i, text in texts(path):
        m = MinHash(num_perm=PERMUTATIONS)
        m.update_batch([s.encode() for s in runs_of(text)])
        yield from ((j, i) for j in lsh.query(m) if seen[j].jaccard(m) >= LEAST)
        lsh.insert(i, m)
        seen[i] = m


def by_rensa(path):
    from rensa import RMinHash, RMinHashLSH
    lsh, seen, ids = RMinHashLSH(threshold=LEAST, num_perm=PERMUTATIONS, num_bands=BANDS), [], []
    for n, (i, text) in enumerate(texts(path)):
        m = RMinHash(num_perm=PERMUTATIONS, seed=1)
        m.update(list(runs_of(text)))
        yield from ((ids[k], i) for k in lsh.query(m) if seen[k].jaccard(m) >= LEAST)
        lsh.insert(n, m)
        seen.append(m)
        ids.append(i)


def by_gaoya(path):
    from gaoya.minhash import MinHashStringIndex
    index, ids = MinHashStringIndex(hash_size=32, jaccard_threshold=LEAST, num_bands=BANDS, band_size=ROWS, num_hashes=PERMUTATIONS,
                                    analyzer="word", lowercase=True, ngram_range=(5, 5)), []
    for n, (i, text) in enumerate(texts(path)):
        yield from ((ids[k], i) for k in index.query(text))
        index.insert_document(n, text)
        ids.append(i)


def by_tellings(path, program):
    with subprocess.Popen([program, "copies", "--json", "--quiet", "--threads", "1", path], stdout=subprocess.PIPE, text=True) as run:
        for row in map(json.loads, run.stdout):
            if row["score"] >= 0.5 and row["kind"] != "quotations":
                yield row["a"], row["b"]


RIVALS = {"datasketch": by_datasketch, "rensa": by_rensa, "gaoya": by_gaoya}


def clusters(pairs):
    parent = {}

    def top(i):
        while parent.setdefault(i, i) != i:
            parent[i] = i = parent[parent[i]]
        return i
    for a, b in pairs:
        parent[top(a)] = top(b)
    return {i: top(i) for i in list(parent)}


def child(name, path, out, program):
    pairs = list(by_tellings(path, program) if name == "tellings" else RIVALS[name](path))
    pathlib.Path(out).write_text(json.dumps([pairs, clusters(pairs)]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tellings", type=pathlib.Path)
    parser.add_argument("--data", type=pathlib.Path, default=root.parent / "shared/data")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    o = parser.parse_args()
    if o.child:
        return child(*o.child, str(o.tellings))
    import run
    with gzip.open(o.data / "reuse/reuters21578.jsonl.gz", "rt", encoding="utf-8") as lines:
        bodies = {r["id"]: r["text"] for r in map(json.loads, lines) if r["dateline"] and r["text"]}
    listed = (line.split("\t") for line in (o.data / "reuse/reuters21578_exact_pairs_word5.tsv").read_text().splitlines()[1:])
    exact = {tuple(sorted((a, b))): float(j) for a, b, j, _ in listed if a in bodies and b in bodies}
    size = sum(len(t.encode()) for t in bodies.values()) / 1e6
    shown = [f"{len(bodies):,} texts, {size:.1f} MB, one thread, median of {o.runs}",
             f"{'':<12} {'CPU s':>7} {'MB/s':>6} {'MiB':>5} {'pairs':>6} {'recall .5':>9} {'recall .3':>9} {'joined .5':>9} {'joined .3':>9} {'under .3':>8}"]
    print("\n".join(shown), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = run.write(pathlib.Path(folder) / "texts.jsonl", ({"id": i, "text": t} for i, t in bodies.items()))
        out = pathlib.Path(folder) / "out.json"
        for name in ("tellings", *RIVALS):
            got = [run.once([sys.executable, __file__, o.tellings.resolve(), "--child", name, path, out]) for _ in range(o.runs)]
            _, cpu, peak = (statistics.median(x) for x in zip(*got))
            pairs, cluster = json.loads(out.read_text())
            pairs = {tuple(sorted(p)) for p in pairs}
            recall = lambda least, has: statistics.mean(has(p) for p, j in exact.items() if j >= least)
            given, joined = pairs.__contains__, lambda p: p[0] in cluster and cluster[p[0]] == cluster.get(p[1])
            under = sum(p not in exact for p in pairs)
            figures = [f"{recall(t, h):>9.3f}" for h in (given, joined) for t in (0.5, 0.3)]
            shown.append(f"{name:<12} {cpu:>7.2f} {size / cpu:>6.1f} {peak:>5.0f} {len(pairs):>6} {' '.join(figures)} {under:>8}")
            print(shown[-1], flush=True)
    if o.out:
        o.out.write_text("bench/side_by_side/copies.py\n\n" + "\n".join(shown) + "\n")


if __name__ == "__main__":
    sys.exit(main())
