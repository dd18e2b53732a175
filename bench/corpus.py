#!/usr/bin/env python3
"""Invents articles for measuring speed: events told by several outlets, some of them copies, as JSONL.

    bench/corpus.py N > FILE     N articles; the same N gives the same bytes

Words come from a made-up vocabulary with Zipf's frequencies (G. K. Zipf, 1949), about 200 an article in sentences of 12 to 24.
An event has four articles: a first text, a copy with its end cut, one with every eighth word changed, and an account of its own
that shares the event's names and figures only.
"""
import bisect
import itertools
import json
import random
import sys

SYLLABLES = [c + v for c in "b d f g k l m n p r s t v z br dr st tr pl kl".split() for v in "a e i o u ai ou".split()]


def vocabulary(rnd, size):
    words = set()
    while len(words) < size:
        words.add("".join(rnd.choice(SYLLABLES) for _ in range(rnd.choice((1, 2, 2, 3)))))
    return sorted(words, key=lambda w: (len(w), w))


class Inventor:
    def __init__(self, seed=1):
        self.rnd = random.Random(seed)
        self.words = vocabulary(self.rnd, 40_000)
        self.sums = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def word(self):
        return self.words[bisect.bisect_left(self.sums, self.rnd.random() * self.sums[-1])]

    def sentence(self, names):
        out = [self.word() for _ in range(self.rnd.randint(12, 24))]
        for _ in range(2):
            out[self.rnd.randrange(len(out))] = self.rnd.choice(names)
        return " ".join(out).capitalize() + "."

    def event(self, n):
        names = [self.word().capitalize() + " " + self.word().capitalize() for _ in range(4)] + [str(self.rnd.randint(2, 900))]
        text = [self.sentence(names) for _ in range(11)]
        changed = [" ".join(w if self.rnd.random() > .125 else self.word() for w in s.split()) for s in text]
        own = [self.sentence(names) for _ in range(11)]
        for k, told in enumerate((text, text[:7], changed, own)):
            yield {"id": f"{n:07d}-{k}", "title": " ".join(told[0].split()[:8]), "outlet": f"outlet{k}.example",
                   "published": f"2026-{n % 12 + 1:02d}-{n % 28 + 1:02d}T{n % 24:02d}:00:00Z", "language": "en",
                   "text": "\n\n".join(" ".join(told[i:i + 3]) for i in range(0, len(told), 3))}


def articles(count):
    inventor = Inventor()
    return itertools.islice((a for n in itertools.count() for a in inventor.event(n)), count)


if __name__ == "__main__":
    for article in articles(int(sys.argv[1])):
        print(json.dumps(article))
