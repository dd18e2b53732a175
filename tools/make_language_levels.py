#!/usr/bin/env python3
"""Makes tellings/stories/language_levels.inc: how common a word is, by its root, in 42 languages.

    python3 -m pip install wordfreq==3.1.1
    tools/make_language_levels.py > tellings/stories/language_levels.inc

The counts are those of wordfreq (R. Speer, 2022, https://github.com/rspeer/wordfreq), whose data may be redistributed
under Creative Commons Attribution-ShareAlike 4.0; the table is under the same licence. A root is kept if it stands in
at least LEAST of texts of WORDS words; where languages share a root the commonest counts.
"""
import collections
import math
import unicodedata

import wordfreq

LEAST, WORDS, ROOT_LETTERS = 0.03, 200, 5
MASK = (1 << 64) - 1


def mix(x):  # tellings/base/hash.h
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK
    return x ^ (x >> 31)


def hash_bytes(s):
    h = 0xCBF29CE484222325
    for c in s.encode():
        h = ((h ^ c) * 0x100000001B3) & MASK
    return mix(h)


def root(s):
    return hash_bytes(s) & 0xFFFFFFFF


def pair(a, b):  # pair_hash() of tellings/stories/sketch.cc
    return mix(((a << 32 | b) + 0x9E3779B97F4A7C15) & MASK) & 0xFFFFFFFF


def fold(s):  # text::fold()
    out = []
    for c in s.replace("\u2019", "'"):
        lower = c.casefold() if len(c.casefold()) == 1 else c.lower()
        parts = unicodedata.normalize("NFD", lower)
        if ord(parts[0]) < 0x250:
            parts = "".join(p for p in parts if not unicodedata.category(p).startswith("M"))
        out.append(parts)
    return out


def is_unspaced(c):
    o = ord(c)
    return (0x2E80 <= o < 0xA000 or 0xE00 <= o < 0xF00 or 0x1000 <= o < 0x10A0 or 0x1780 <= o < 0x1800
            or 0xF900 <= o < 0xFB00 or o >= 0x20000)


def roots(language):
    shares = collections.Counter()
    for word, frequency in wordfreq.get_frequency_dict(language, "best").items():
        if frequency < 1e-6:
            continue
        if any(map(is_unspaced, word)):
            letters = ["".join(c) for c in fold(word)]
            for a, b in zip(letters, letters[1:]):
                shares[pair(root(a), root(b))] += frequency
            if len(letters) == 1:
                shares[root(letters[0])] += frequency
            continue
        for part in word.split():
            letters = fold(part.removesuffix("'s"))
            if letters and not letters[0][0].isdigit():
                shares[root("".join(letters[:ROOT_LETTERS]))] += frequency
    return shares


def main():
    best = {}
    for language in wordfreq.available_languages("best"):
        for h, frequency in roots(language).items():
            share = 1 - math.exp(-WORDS * frequency)
            if share >= LEAST:
                key = h & ~63
                best[key] = min(best.get(key, 63), round(-8 * math.log2(share)))
    rows = [f"0x{key | level:08x}," for key, level in sorted(best.items())]
    print("// Common roots of 42 languages: 26 bits of hash, 6 bits of level.  Made by tools/make_language_levels.py from the")
    print("// data of wordfreq 3.1.1 (R. Speer, CC BY-SA 4.0); this table is under that licence.")
    for i in range(0, len(rows), 10):
        print(" ".join(rows[i:i + 10]))


if __name__ == "__main__":
    main()
