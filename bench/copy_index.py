#!/usr/bin/env python3
"""Measures an index of copies as it grows: `tellings copies --index FOLDER`.

    bench/copy_index.py TELLINGS [--articles N] [--step M] [--out FILE] [--keep FOLDER]

Invents N articles (default 100,000) as bench/corpus.py does, every event with names of its own, and adds them M at a time (default
10,000) on one thread. Prints after each step: articles, CPU milliseconds for each of the step's articles (reading, searching all that
came before, comparing, adding), peak MiB, bytes an article of the index and of the texts beside it. Then, against the
full index: one article searched without adding it, and one added.
"""
import argparse
import itertools
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import corpus
import run

SYLLABLES = corpus.SYLLABLES


class Events(corpus.Inventor):
    """Words by the thousand, and four names and a figure of its own for every event."""

    def __init__(self):
        super().__init__(11)
        self.stock = iter(())

    def word(self):
        for w in self.stock:
            return w
        self.stock = iter(self.rnd.choices(self.words, cum_weights=self.sums, k=100_000))
        return next(self.stock)

    def name(self):
        return "".join(self.rnd.choice(SYLLABLES) for _ in range(4)).capitalize()

    def event(self, n):
        names = [f"{self.name()} {self.name()}" for _ in range(4)] + [str(self.rnd.randint(2, 900))]
        text = [self.sentence(names) for _ in range(11)]
        changed = [" ".join(w if self.rnd.random() > .125 else self.word() for w in s.split()) for s in text]
        own = [self.sentence(names) for _ in range(11)]
        for k, told in enumerate((text, text[:7], changed, own)):
            yield {"id": f"{n:07d}-{k}", "text": "\n\n".join(" ".join(told[i:i + 3]) for i in range(0, len(told), 3))}


def size(folder, *names):
    return sum(p.stat().st_size for n in names for p in folder.glob(n))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tellings", type=pathlib.Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--step", type=int, default=10_000)
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path, help="make the index there and leave it")
    o = parser.parse_args()
    events = Events()
    stream = (a for n in itertools.count() for a in events.event(n))
    lines = [f"{'articles':>9} {'ms each':>8} {'peak MiB':>9} {'index B':>8} {'texts B':>8}"]
    print(lines[0], flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        index = o.keep or folder / "index"
        shutil.rmtree(index, ignore_errors=True)

        def measure(title, count, *flags, step=0):
            path = run.write(folder / "step.jsonl", list(itertools.islice(stream, count)))
            argv = [o.tellings.resolve(), "copies", "--json", "--quiet", "--threads", "1", "--index", index, *flags, path]
            _, cpu, peak = run.once(argv)
            each = [size(index, *names) / step if step else 0 for names in (("*.segment",), ("texts", "places"))]
            lines.append(f"{title:>9} {1000 * cpu / count:>8.2f} {peak:>9.0f} {each[0]:>8.0f} {each[1]:>8.0f}")
            print(lines[-1], flush=True)
        for k in range(o.articles // o.step):
            measure((k + 1) * o.step, o.step, step=(k + 1) * o.step)
        measure("search 1", 1, "--no-add")
        measure("add 1", 1)
    if o.out:
        o.out.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
