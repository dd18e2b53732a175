#!/usr/bin/env python3
"""Makes tellings/copies/background_table.cc: how common the roots of common words are, in many languages.

    pip install wordfreq && python3 tools/make_background.py > tellings/copies/background_table.cc

Source: wordfreq (Robyn Speer, 2022), its word lists under CC BY-SA 4.0. A root is the first five letters of a folded word,
hashed as text::words() does it; its frequency is the sum over the words that begin with it, in the language where that is
highest. An article of 300 words holds a root of frequency f with probability p = 1 - (1 - f)^300; the table keeps -ln p.
"""
import math
import sys
import unicodedata
from collections import defaultdict

import wordfreq

# Languages and how far down their lists go (occurrences a word).
LANGUAGES = {"en": 1e-5} | dict.fromkeys("es fr de it pt nl ru ar pl vi id tr fa hi uk zh ja ko sv el he".split(), 6e-5)
ARTICLE_WORDS = 300
ROOT_LETTERS = 5
SCALE = 24  # steps a unit of -ln p
MASK = (1 << 64) - 1


def mix(x):
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK
    return x ^ (x >> 31)


def fnv(data):
    h = 0xCBF29CE484222325
    for byte in data:
        h = ((h ^ byte) * 0x100000001B3) & MASK
    return mix(h)


def is_unspaced(c):
    name = unicodedata.name(c, "")
    return name.startswith(("CJK UNIFIED", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR"))


def folded(c):
    parts = unicodedata.normalize("NFD", c.casefold() if len(c.casefold()) == 1 else c.lower())
    latin = ord(parts[0]) < 0x250 and parts[0].isalpha()
    return "".join(p for p in parts if not (latin and unicodedata.category(p).startswith("M")))


def roots(word):
    """The roots of the words that text::words() finds in a word of the list."""
    if any(is_unspaced(c) for c in word):
        return {folded(c) for c in word if c.isalpha()}
    out, letters = "", 0
    for c in word.replace("’", "'"):
        if unicodedata.category(c).startswith("M"):
            out += "" if out and ord(out[-1]) < 0x250 else c
            continue
        if letters == ROOT_LETTERS:
            break
        out += folded(c)
        letters += 1
    return {out}


def main():
    best = {}
    for language, least in LANGUAGES.items():
        share = defaultdict(float)
        for word, f in wordfreq.get_frequency_dict(language, wordlist="small").items():
            if f < least / 4 or not any(c.isalpha() for c in word):
                continue
            for root in roots(word):
                share[root] += f
        for root, f in share.items():
            if f >= least:
                best[root] = max(best.get(root, 0.0), f)
    table = {}
    for root, f in best.items():
        key = fnv(root.encode()) & 0xFFFFFFFF
        level = round(-math.log(1 - (1 - min(f, 0.5)) ** ARTICLE_WORDS) * SCALE)
        table[key] = min(table.get(key, 255), level, 255)
    keys = sorted(table)
    print(f"""// Made by tools/make_background.py from wordfreq's lists (Robyn Speer, CC BY-SA 4.0,
// https://github.com/rspeer/wordfreq): this file is under CC BY-SA 4.0 too.
// {len(keys)} roots of {len(LANGUAGES)} languages: {' '.join(LANGUAGES)}.
// clang-format off
#include "tellings/copies/background.h"

namespace tellings::copies {{

constexpr std::uint32_t kRoots[] = {{""")
    for i in range(0, len(keys), 12):
        print(",".join(str(k) for k in keys[i:i + 12]) + ",")
    print("};\nconstexpr std::uint8_t kLevels[] = {")
    for i in range(0, len(keys), 32):
        print(",".join(str(table[k]) for k in keys[i:i + 32]) + ",")
    print("""};

std::span<const std::uint32_t> background_roots() { return kRoots; }
std::span<const std::uint8_t> background_levels() { return kLevels; }

}  // namespace tellings::copies""")


if __name__ == "__main__":
    sys.exit(main())
