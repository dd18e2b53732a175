#!/usr/bin/env python3
"""Counts in how many articles of one language each word stands; writes tellings/articles/common_words.cc.

    tools/count_words.py en=english.jsonl de=german.jsonl

The files hold an article a line, with its `text` (`tellings articles --json` prints such lines). Kept are hashes of the words that one
article of twenty has, with their share: what everybody's articles have in common, no text of any.
"""
import json, os, re, sys
from collections import Counter

LEAST = .05
WORD = re.compile(r"[^\W_]+")


def hash_of(word):
    """As shape_of() hashes a term: FNV-1a over code points, 32 bits."""
    h = 0x811C9DC5
    for c in word: h = ((h ^ ord(c)) * 0x01000193) & 0xFFFFFFFF
    return h


def main():
    shares = {}
    for pair in sys.argv[1:]:
        texts = [json.loads(line)["text"] for line in open(pair.split("=", 1)[1], encoding="utf-8")]
        count = Counter(w for t in texts for w in {x.lower() for x in WORD.findall(t) if len(x) >= 4})
        for word, n in count.items():
            if n >= LEAST * len(texts): shares[hash_of(word)] = max(shares.get(hash_of(word), 0), round(1000 * n / len(texts)))
    rows = [f"{{0x{h:08x}, {p}}}," for h, p in sorted(shares.items())]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "tellings", "articles", "common_words.cc")
    with open(path, "w", encoding="utf-8") as f:
        body = "\n".join("    " + " ".join(rows[i:i + 6]) for i in range(0, len(rows), 6))
        f.write(f"""// Counted by tools/count_words.py: do not edit.
#include "tellings/articles/common_words.h"

#include <algorithm>
#include <array>

namespace tellings::articles {{
namespace {{

struct Entry {{
  std::uint32_t term;
  std::uint16_t permille;
}};

// clang-format off
constexpr auto kEntries = std::to_array<Entry>({{
{body}
}});
// clang-format on

}}  // namespace

double common_share(std::uint32_t term) {{
  const auto at = std::ranges::lower_bound(kEntries, term, {{}}, &Entry::term);
  return at != kEntries.end() && at->term == term ? at->permille / 1000.0 : kRareShare;
}}

}}  // namespace tellings::articles
""")
    print(f"{len(rows)} words")


if __name__ == "__main__":
    sys.exit(main())
