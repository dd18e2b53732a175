#!/usr/bin/env python3
"""`tellings stories` beside other ways to group news, on sets whose stories are known.

    bench/side_by_side/stories.py TELLINGS SET.jsonl.gz... [--limit N] [--out FILE]

A set is JSONL with `id`, `story` (the truth), `title`, `text` and perhaps `date`; no way sees `story`. Each has one setting for all
sets: for the others the best of those in SETTINGS by the mean F1 over the sets given, which is generous to them. Prints BCubed
precision, recall and F1 and CPU seconds. Ways whose library is not installed are left out, with a word: scikit-learn
(average linkage, HDBSCAN), river (TextClust).
"""
import argparse
import collections
import gzip
import hashlib
import json
import math
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

WORD = re.compile(r"\w+")


def load(path, limit):
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()][:limit]
    dates = collections.defaultdict(set)
    for r in rows:
        r["id"] = hashlib.sha1(r["id"].encode()).hexdigest()[:12]
        dates[r["story"]].add(r.get("date"))
    own = any(len(d) > 1 for d in dates.values())  # else they are the stories' and would tell
    for r in rows:
        in_url = re.search(r"/((?:19|20)\d\d)/(\d\d)/(\d\d)(?=/|$)", r.get("url") or "")
        r["day"] = r.get("date") if own and r.get("date") != "None" else "-".join(in_url.groups()) if in_url else None
    return sorted(rows, key=lambda r: (r["day"] or "", r["id"]))


def bcubed(gold, found):
    g, f, both = collections.Counter(gold), collections.Counter(found), collections.Counter(zip(gold, found))
    n = len(gold)
    p = sum(c * c / f[b] for (_, b), c in both.items()) / n
    r = sum(c * c / g[a] for (a, _), c in both.items()) / n
    return p, r, 2 * p * r / (p + r)


def lead(r):
    return f"{r.get('title') or ''} " * 3 + " ".join(r["text"].split()[:300])


# ---- ways: rows in order of time, setting -> a group for each row

def tellings(*options):
    def way(rows, _):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
            for r in rows:
                        f.write(json.dumps({"id": r["id"], "title": r.get("title") or "", "text": r["text"], "published": r["day"]}) + "\n")
            f.flush()
            out = subprocess.run([*options, f.name], capture_output=True, check=False).stdout
        at, into = {}, {}
        for line in map(json.loads, out.splitlines()):
            if "articles" in line:
                at.update(dict.fromkeys(line["articles"], line["story"]))
            elif "merged" in line:
                into[line["merged"]] = line["into"]
            else:
                at[line["article"]] = line["story"]
        for a in at:
            while at[a] in into:
                at[a] = into[at[a]]
        return [at[r["id"]] for r in rows]
    return way


def single_pass(rows, least):
    """TF-IDF over the set; each article joins the nearest centroid, if its cosine is enough."""
    counts = [collections.Counter(WORD.findall(lead(r).lower())) for r in rows]
    df = collections.Counter(w for c in counts for w in c)
    centroids, postings, groups = [], collections.defaultdict(set), []
    for c in counts:
        v = {w: (1 + math.log(k)) * math.log(len(rows) / df[w]) for w, k in c.items()}
        norm = math.sqrt(sum(x * x for x in v.values())) or 1
        v = {w: x / norm for w, x in v.items()}
        near = {k for w in sorted(v, key=v.get)[-40:] for k in postings[w]}
        best, at = least, len(centroids)
        for k in sorted(near):
            centre, size = centroids[k]
            cosine = sum(x * centre.get(w, 0) for w, x in v.items()) / size
            if cosine > best:
                best, at = cosine, k
        if at == len(centroids):
            centroids.append([collections.Counter(), 1])
        centre = centroids[at][0]
        centre.update(v)
        centroids[at][1] = math.sqrt(sum(x * x for x in centre.values())) or 1
        for w in sorted(v, key=v.get)[-40:]:
            postings[w].add(at)
        groups.append(at)
    return groups


def tfidf(rows):
    from sklearn.feature_extraction.text import TfidfVectorizer
    return TfidfVectorizer(sublinear_tf=True, token_pattern=r"\w+").fit_transform(map(lead, rows))


def average(rows, distance):
    from sklearn.cluster import AgglomerativeClustering
    return list(AgglomerativeClustering(n_clusters=None, metric="cosine", linkage="average",
                                        distance_threshold=distance).fit_predict(tfidf(rows).toarray()))


def hdbscan(rows, method):
    from sklearn.cluster import HDBSCAN
    from sklearn.metrics.pairwise import cosine_distances
    found = HDBSCAN(min_cluster_size=2, metric="precomputed", cluster_selection_method=method,
                    copy=True).fit_predict(cosine_distances(tfidf(rows)).astype("float64"))
    return [f"alone {i}" if f < 0 else f for i, f in enumerate(found)]


def textclust(rows, radius):
    from river import cluster, feature_extraction
    bag = feature_extraction.BagOfWords(lowercase=True, ngram_range=(1, 1))
    model = cluster.TextClust(radius=radius, real_time_fading=False, fading_factor=1e-6, term_fading=False, auto_merge=False)
    groups = []
    for r in rows:
        x = bag.transform_one(lead(r))
        joined, fresh = model.predict_one(x, type="micro"), model._cluster_id
        model.learn_one(x)
        groups.append(joined if model._cluster_id == fresh else fresh)
    return groups


SETTINGS = {
    "single pass, TF-IDF centroids": (single_pass, (.25, .3)),
    "scikit-learn, average linkage": (average, (.75, .8, .85, .9)),
    "scikit-learn, HDBSCAN": (hdbscan, ("eom", "leaf")),
    "river, TextClust": (textclust, (.3,)),
}


def measure(way, setting, sets):
    out = []
    for rows in sets:
        spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        found = way(rows, setting)
        now = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        cpu = sum(b.ru_utime + b.ru_stime - a.ru_utime - a.ru_stime for a, b in zip(spent, now))
        out.append((*bcubed([r["story"] for r in rows], found), cpu))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tellings", type=pathlib.Path)
    parser.add_argument("sets", type=pathlib.Path, nargs="+")
    parser.add_argument("--limit", type=int, help="only the first N articles of a set")
    parser.add_argument("--out", type=pathlib.Path)
    o = parser.parse_args()
    sets = [load(p, o.limit) for p in o.sets]
    run = (str(o.tellings.resolve()), "stories", "--json", "--quiet", "--threads", "1")
    ways = {"tellings": (tellings(*run), (None,)), "tellings, stream": (tellings(*run, "--stream"), (None,)), **SETTINGS}
    lines = [f"{'BCubed P / R / F1, CPU s':<34}" + "".join(f"{p.name.split('.')[0]} ({len(s):,})".rjust(30) for p, s in zip(o.sets, sets)) + "   mean F1"]
    for name, (way, settings) in ways.items():
        try:
            tried = [(measure(way, s, sets), s) for s in settings]
        except ImportError as error:
            print(f"left out: {name} ({error})", file=sys.stderr)
            continue
        best, setting = max(tried, key=lambda t: sum(m[2] for m in t[0]))
        title = name if setting is None else f"{name}, {setting}"
        cells = "".join(f"{p:.3f} / {r:.3f} / {f:.3f}, {cpu:.1f}".rjust(30) for p, r, f, cpu in best)
        lines.append(f"{title:<34}{cells}   {sum(m[2] for m in best) / len(best):.3f}")
        print(lines[-1], flush=True)
    if o.out:
        o.out.write_text(f"bench/side_by_side/stories.py, {time.strftime('%Y-%m-%d')}, one thread\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
