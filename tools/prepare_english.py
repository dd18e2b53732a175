#!/usr/bin/env python3
"""Turns treebanks and name lists into what tools/train_english.cc reads.

    python3 tools/prepare_english.py --ewt DIR --uner DIR --gum DIR --nicknames FILE --transliterations FILE --territories DIR
        --census DIR --cities FILE OUT

OUT gets tags.txt and names.txt (a sentence a pair of lines: its text, then `begin:end:label` in bytes; a blank line ends a
document) and gazetteer.txt (`bit<TAB>word`). EWT's development documents, UNER's development part and GUM's news are left
out: they are what the program is measured on. Of GUM only the genres whose texts are free to ship in a derived form are
taken (CC BY, CC BY-SA, public domain), not those under NC or unclear terms.
"""
import argparse, csv, json, pathlib, re

GENRES = "academic bio court interview speech textbook vlog voyage".split()
TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place", "person": "person", "organization": "organisation", "place": "place"}


def sentences(path):
    """(document, text, [columns of each token]) of a CoNLL file."""
    doc, sent, rows = path.name, "", []
    for line in path.read_text(encoding="utf-8").split("\n") + [""]:
        if line.startswith("# newdoc id"):
            doc = line.split("=", 1)[1].strip()
        elif line.startswith("# text ="):
            sent = line.split("=", 1)[1].strip()
        elif line and line[0] != "#":
            rows.append(line.split("\t"))
        elif not line and rows:
            yield doc, sent, [r for r in rows if r[0].isdigit()]
            rows = []


def places(sent, rows):
    """Byte span of each token in its sentence, or None."""
    cursor, out = 0, []
    for r in rows:
        k = sent.find(r[1], cursor)
        out.append(None if k < 0 else (len(sent[:k].encode()), len(sent[:k + len(r[1])].encode())))
        cursor = cursor if k < 0 else k + len(r[1])
    return out


TITLES = set("mr. mr mrs. mrs ms. ms dr. dr prof. president prime minister sir sen. rep. gov. king queen prince princess".split())


def proper(rows, i):
    """True if token i is a proper noun by either tag set, or a hyphen or ampersand between two."""
    noun = lambda r: r[3] == "PROPN" or r[4].startswith("NNP")
    return noun(rows[i]) or (rows[i][1] in "-&" and 0 < i < len(rows) - 1 and noun(rows[i - 1]) and noun(rows[i + 1]))


def run_round(rows, start, end, head, kind):
    """Tokens [x, y] of the name in the mention [start, end]: proper nouns, with "of" and "and" between those of a body or place."""
    x = y = head
    while x > start and proper(rows, x - 1):
        x -= 1
    while y < end:
        if proper(rows, y + 1):
            y += 1
            continue
        link = y + 1
        while kind != "person" and link < end and rows[link][1].lower() in ("of", "the", "for", "and", "on"):
            link += 1
        if link == y + 1 or rows[y + 1][1].lower() == "the" or not proper(rows, link):
            break
        y = link
    while x < y and rows[x][1].lower() in TITLES:
        x += 1
    return x, y


def gum_entities(rows):
    """Labels of the names in person, place and organisation mentions; of nested ones the longest."""
    found, stack = [], []
    for i, r in enumerate(rows):
        entity = (re.search(r"(?:^|\|)Entity=([^|]*)", r[9]) or ["", ""])[1]
        for m in re.finditer(r"\(([^()]+)(\)?)|([^()]+)\)", entity):
            if m[3] is None:
                stack.append((m[1].split("-")[0], (m[1].split("-") + [""])[1], i))
            if m[3] is None and not m[2]:
                continue
            key = stack[-1][0] if m[3] is None else m[3].split("-")[0]
            k = next((k for k in range(len(stack) - 1, -1, -1) if stack[k][0] == key), None)
            if k is None:
                continue
            _, kind, start = stack.pop(k)
            heads = [j for j in range(start, i + 1) if not start <= int(rows[j][6]) - 1 <= i]
            if kind in TYPES and heads and rows[heads[0]][3] == "PROPN":
                x, y = run_round(rows, start, i, heads[0], kind)
                found.append((x - y, x, y, TYPES[kind]))
    labels = ["O"] * len(rows)
    for _, x, y, kind in sorted(found):
        if all(label == "O" for label in labels[x:y + 1]):
            labels[x:y + 1] = ["B-" + kind] + ["I-" + kind] * (y - x)
    return labels


def write(out, rows):
    """rows: (document, text, spans, labels)."""
    last = None
    for doc, sent, at, labels in rows:
        if last not in (None, doc):
            out.write("\n")
        last = doc
        marks = " ".join(f"{p[0]}:{p[1]}:{label}" for p, label in zip(at, labels) if p)
        out.write(f"{sent}\n{marks}\n")
    out.write("\n")


def iob(tag):
    return tag[:2] + TYPES[tag[2:]] if tag[2:] in TYPES else "O"


def gazetteer(o):
    """{bit: words in lower case}, the bits of tellings/statements/english.h."""
    words = {b: set() for b in (1, 2, 4, 8, 16, 32, 64, 128)}
    for bit, name in ((1, "dist.female.first"), (2, "dist.male.first")):
        words[bit] |= {line.split()[0].lower() for line in (o.census / name).read_text().splitlines()}
    last = [line.split()[0].lower() for line in (o.census / "dist.all.last").read_text().splitlines()]
    words[4] |= set(last[:3000])
    words[8] |= set(last[3000:30000])
    for r in csv.DictReader(o.nicknames.open(encoding="utf-8")):
        words[16] |= {r["name1"].lower(), r["name2"].lower()}
    for line in o.transliterations.read_text(encoding="utf-8").splitlines():
        name = line.split("\t")[1]
        if len(name) > 2:
            words[16].add(name.lower())
    for path in o.territories.glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        for m in re.finditer(r"^(?:name|full_name): (.*)$", text, re.M):
            if re.fullmatch(r"[A-Z][\w' .-]*", m[1]) and len(m[1].split()) < 4:
                one = len(m[1].split()) == 1
                words[32 if one else 128] |= {w.lower() for w in re.findall(r"[A-Z][\w']+", m[1])}
    for city in json.loads(o.cities.read_text(encoding="utf-8")).values():
        parts = re.findall(r"[^\W\d_][\w'.]*", city["name"])
        big = len(parts) == 1 and city["population"] >= 100000
        if len(parts) == 1 and len(parts[0]) > 2:
            words[64 if big else 128].add(parts[0].lower())
        elif city["population"] >= 100000:
            words[128] |= {w.lower() for w in parts if w[0].isupper() and len(w) > 2}
    return words


def main():
    a = argparse.ArgumentParser()
    for name in "ewt uner gum nicknames transliterations territories census cities".split():
        a.add_argument("--" + name, type=pathlib.Path, required=True)
    a.add_argument("out", type=pathlib.Path)
    o = a.parse_args()
    o.out.mkdir(exist_ok=True)
    lists = o.ewt / "not-to-release/file-lists/files.train"
    ewt = [o.ewt / "not-to-release/sources" / f for f in lists.read_text().split()]
    gum = sorted(p for p in o.gum.glob("*.conllu") if p.name.split("_")[1] in GENRES)
    with open(o.out / "tags.txt", "w", encoding="utf-8") as f:
        for path in [p for p in ewt if p.exists()] + gum:
            write(f, ((d, s, places(s, r), [x[3] for x in r]) for d, s, r in sentences(path)))
    with open(o.out / "names.txt", "w", encoding="utf-8") as f:
        for path in sorted(o.uner.glob("*-train.iob2")):
            write(f, ((d, s, places(s, r), [iob(x[2]) for x in r]) for d, s, r in sentences(path)))
        for path in gum:
            write(f, ((d, s, places(s, r), gum_entities(r)) for d, s, r in sentences(path)))
    with open(o.out / "gazetteer.txt", "w", encoding="utf-8") as f:
        for kind, words in gazetteer(o).items():
            f.writelines(f"{kind}\t{w}\n" for w in sorted(words))


if __name__ == "__main__":
    main()
