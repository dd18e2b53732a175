#!/usr/bin/env python3
"""Holds the program to what a careful reader found in five real reports of one event.

    tests/seeds/check.py TELLINGS [FOLDER]

FOLDER (default: ../shared/seeds beside the project) holds the reports and gold.json; they belong to their publishers and are not
part of the project. Where they are absent the check is skipped: it says so and exits with 77.
"""
import json
import pathlib
import re
import subprocess
import sys

program = sys.argv[1]
folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else pathlib.Path(__file__).resolve().parents[3] / "shared/seeds"
if not (folder / "gold.json").exists():
    print(f"skipped: the seed reports are not at {folder}")
    sys.exit(77)
gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
files = sorted(folder.glob("*.txt"))
faults = []


def rows(command):
    got = subprocess.run([program, command, "--json", "--quiet", *files], capture_output=True, check=True)
    return [json.loads(line) for line in got.stdout.splitlines()]


def short(name):
    return name.split("_")[0] + (name[name.index("#"):] if "#" in name else "")


def check(what, holds):
    if not holds:
        faults.append(what)


articles = {short(a["id"]): a for a in rows("articles")}
check("the glued article is one of its own", "001#2" in articles and articles["001#2"]["title"] == gold["embedded_articles"]["001"][0]["starts"])
for line in ("spot_img", "Please enter", "Latest Posts", "Advertisement", "gtag", "SOURCE:", "Don't Miss"):
    check(f"furniture in no text: {line}", not any(line in a["text"] for a in articles.values()))
check("no ALSO READ line in a text", not any(re.search(r"^also read", a["text"], re.I | re.M) for a in articles.values()))

stories = [sorted(map(short, s["articles"])) for s in rows("stories")]
check("one story of five, the glued article apart", sorted(stories) == [sorted(gold["stories"][0]), ["001#2"]])

lineage = next(x for x in rows("lineage") if x["counts"]["articles"] == 5)
copies = sorted(gold["lineage"]["copies_of_the_lost_original"])
check("three witnesses", sorted(sorted(map(short, g)) for g in lineage["witnesses"]) == [copies, ["002"], ["003"]])
lost = [n for n in lineage["nodes"] if n["lost"]]
check("one lost original, credited", [n["credit"] for n in lost] == ["Associated Press"])
check("its text is borne out span by span", all(s["articles"] for n in lost for s in n["support"]) and any(n["text"] for n in lost))
kinds = {short(e["to"]): e["kind"] for e in lineage["edges"] if lost and e["from"] == lost[0]["id"]}
check(f"001 edited, 004 cut, 000 paraphrased: {kinds}", kinds == {"001": "edited", "004": "cut", "000": "paraphrased"})

findings = next(x for x in rows("findings") if x["counts"]["articles"] == 5)["findings"]


def numbers_of(kind, words):
    return [{(v["low"], v["high"]) for v in f["values"]} for f in findings if f["kind"] == kind and re.search(words, f"{f['about']} {f.get('noun')} {f.get('role')}", re.I)]


check("guards injured: 7 or 2", any({(7, 7), (2, 2)} <= v for v in numbers_of("difference", "injured|wounded")))
check("drones: 2 or 3", any({(2, 2), (3, 3)} <= v for k in ("difference", "update", "correction") for v in numbers_of(k, "drone")))
check("dead on Friday: 1 or 2", any({(1, 1), (2, 2)} <= v for v in numbers_of("difference", "killed|died|dead|slain|demonstrator|protest")))
check("three drones became two, in 003", any(f["kind"] == "correction" and short(f["article"] or "") == "003" and "Interior Ministry" in (f["by"] or "") for f in findings))
check("nobody counted twice", all(v["witnesses"] <= 3 for f in findings for v in f["values"]))

print("\n".join(f"FAILED: {f}" for f in faults) or "the five reports are read as a careful reader reads them")
sys.exit(bool(faults))
