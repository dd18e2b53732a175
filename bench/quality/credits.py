#!/usr/bin/env python3
"""Measures which agencies `tellings articles` credits, against labels made by hand.

    python3 bench/quality/credits.py build/release/tellings [--data ../shared/data] [--misses]

The labels, credits.tsv beside this file, name pages of DIR/extract by set and the hash of their id: tab-separated `set`, hash and the full
names of the agencies credited with the text, parted by `|`, or `-` for none. Labelled is every page of fundus, htmldate,
trafilatura_eval and wcxb_dev_articles on which an agency's name stands where a credit could (body, byline, metadata, lines around
the body); a page that is not listed must credit none. `?` marks agencies' own pages and others that could be read either way: left out.
Told to an agency's reporter counts as its credit, "according to" it does not, and neither does a picture's.

Prints precision and recall over pairs of page and agency. Exit status 3 if no set is there.
"""
import argparse, gzip, hashlib, json, os, subprocess, sys, tarfile, tempfile

SETS = {"fundus": "fundus.tar", "htmldate": "htmldate.tar", "trafilatura-eval": "trafilatura_eval.tar", "wcxb-dev": "wcxb_dev_articles.tar"}
HERE = os.path.dirname(os.path.abspath(__file__))


def key(page):
    """Some ids are headlines, which are their publishers'."""
    return hashlib.sha256(page.encode()).hexdigest()[:16]


def labels():
    out = {}
    with open(os.path.join(HERE, "credits.tsv"), encoding="utf-8") as f:
        for line in f:
            if line.startswith("#") or not line.strip():
                continue
            name, page, credits = line.rstrip("\n").split("\t")
            out[name, page] = None if credits == "?" else set() if credits == "-" else set(credits.split("|"))
    return out


def decoded(raw):
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def credited(tellings, path):
    """-> {id: credits} of all pages of a tar of html/<id>.html.gz and truth.jsonl."""
    with tempfile.TemporaryDirectory() as tmp, tarfile.open(path) as tar:
        urls = {t["id"]: t.get("url") for t in map(json.loads, filter(None, tar.extractfile("truth.jsonl").read().decode().split("\n")))}
        with open(os.path.join(tmp, "in.jsonl"), "w", encoding="utf-8") as out:
            for page, url in urls.items():
                html = decoded(gzip.decompress(tar.extractfile(f"html/{page}.html.gz").read()))
                out.write(json.dumps({"id": page, "html": html, **({"url": url} if url else {})}) + "\n")
        done = subprocess.run([tellings, "articles", "--json", "--quiet", os.path.join(tmp, "in.jsonl")], capture_output=True)
    got = {page: set() for page in urls}
    for row in map(json.loads, done.stdout.decode().splitlines()):
        got[row["id"].partition("#")[0]] |= set(row["credits"])
    return got


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("tellings")
    a.add_argument("--data", default=os.path.join(HERE, "..", "..", "..", "shared", "data"))
    a.add_argument("--misses", action="store_true", help="print the pages that are wrong")
    a = a.parse_args()
    known, total = labels(), [0, 0, 0]
    for name, file in SETS.items():
        path = os.path.join(a.data, "extract", file)
        if not os.path.exists(path):
            print(f"skipped: no {path}")
            continue
        counts = [0, 0, 0]  # right, said, true
        for page, said in credited(a.tellings, path).items():
            true = known.get((name, key(page)), set())
            if true is None:
                continue
            for i, n in enumerate((len(said & true), len(said), len(true))):
                counts[i] += n
            if a.misses and said != true:
                print(f"{name}\t{page}\tsaid {sorted(said - true)} wrongly, missed {sorted(true - said)}")
        print(f"{name}: {counts[2]} credits, {counts[1]} found, {counts[0]} of them right")
        total = [x + y for x, y in zip(total, counts)]
    if not total[2]:
        return 3
    print(f"precision {total[0] / max(1, total[1]):.3f}, recall {total[0] / total[2]:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
