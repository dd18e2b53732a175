#!/usr/bin/env python3
"""Measures whole runs of the program: seconds, peak memory, growth with size.

    bench/run.py TELLINGS [--runs N] [--out FOLDER] [--data FOLDER]

Prints a table, the median of N runs (default 3) of each command on one thread. Inputs: examples/, articles that bench/corpus.py
invents, and, where --data holds them, the 21,577 texts of Reuters-21578 (reuse/reuters21578.jsonl.gz). --out also writes the table
and the machine there. Times differ between machines: compare them within one run. growth: e of n^e from 4,000 to 16,000 articles.
"""
import argparse
import gzip
import json
import math
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

import corpus

root = pathlib.Path(__file__).resolve().parent.parent
COMMANDS = ("articles", "copies", "stories", "lineage", "statements", "findings")
CHILD = """
import json, resource, subprocess, sys, time
start = time.monotonic()
run = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
use = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([run.returncode, time.monotonic() - start, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024]))
"""


def once(argv):
    """(wall seconds, CPU seconds, peak MiB) of one run, measured in a process of its own."""
    argv = list(map(str, argv))
    done = subprocess.run([sys.executable, "-S", "-c", CHILD, *argv], capture_output=True, check=True)
    status, *figures = json.loads(done.stdout)
    if status not in (0, 4):
        sys.exit(f"{' '.join(argv)}: exit status {status}")
    return figures


def write(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(r) + "\n" for r in rows)
    return path


def reuters(data, folder):
    path = data / "reuse/reuters21578.jsonl.gz"
    if not path.exists():
        return None
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [r for r in map(json.loads, lines) if (r.get("text") or "").strip()]
    return write(folder / "reuters.jsonl", ({"id": str(r["id"]), "title": r.get("title") or "", "text": r["text"]} for r in rows))


class Table:
    def __init__(self, program, runs):
        self.program, self.runs, self.lines = program, runs, []
        self.row(f"one thread, median of {runs}", "wall s", "CPU s", "peak MiB")

    def row(self, title, wall, cpu, peak):
        self.lines.append(f"{title:<42} {wall:>9} {cpu:>9} {peak:>9}")
        print(self.lines[-1], flush=True)

    def measure(self, title, *argv):
        got = [once([self.program, *argv, "--threads", "1", "--quiet"]) for _ in range(self.runs)]
        wall, cpu, peak = (statistics.median(x) for x in zip(*got))
        self.row(title, f"{wall:.2f}", f"{cpu:.2f}", f"{peak:.0f}")
        return cpu, peak


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tellings", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--data", type=pathlib.Path, default=root.parent / "shared/data")
    o = parser.parse_args()
    table = Table(o.tellings.resolve(), o.runs)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        table.measure("report, examples (9 articles)", "report", root / "examples/kestrel", "-o", folder / "report.html")
        small, large = (write(folder / f"{n}.jsonl", corpus.articles(n)) for n in (4000, 16000))
        for command in COMMANDS:
            few = table.measure(f"{command}, 4,000 invented articles", command, "--json", small)
            many = table.measure(f"{command}, 16,000 invented articles", command, "--json", large)
            table.row("  growth: time, memory", "", *(f"{math.log(b / a, 4):.2f}" for a, b in zip(few, many)))
        bodies = reuters(o.data, folder)
        for command in ("copies", "stories") if bodies else ():
            table.measure(f"{command}, Reuters-21578 (21,577 texts)", command, "--json", bodies)
    if o.out:
        o.out.mkdir(parents=True, exist_ok=True)
        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=root, capture_output=True, text=True).stdout.strip()
        machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, commit {commit}, preset release, {time.strftime('%Y-%m-%d')}"
        (o.out / "whole-runs.txt").write_text(f"{machine}\nbench/run.py build/release/tellings --runs {o.runs}\n\n" + "\n".join(table.lines) + "\n")


if __name__ == "__main__":
    main()
