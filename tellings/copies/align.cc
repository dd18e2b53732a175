// How sentences are aligned.
//
// The cosines of all pairs of sentences come from one merge of the two lists
// of terms, sorted by root: each shared root adds its squared weight to the
// pairs of sentences that hold it.  Roots in more than kCommonest pairs of
// sentences are left out, which bounds the work on any text.
//
// The chain is a heaviest increasing subsequence over the pairs that share
// enough (sorted by a; a Fenwick tree keeps the best chain ending at or before
// each sentence of b): O(m log n) for m pairs, so a long report costs no more
// than its pairs.  What the chain leaves is then taken greedily, best first,
// for sentences that were moved.
//
// Measured (tools/train_copies.py): order-keeping gains more on reworded texts
// than sentence embeddings do; see docs/algorithms/copies.md.
#include "tellings/copies/align.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "tellings/copies/chain.h"

namespace tellings::copies {
namespace {

// A root in more pairs of sentences than this says nothing about any.
constexpr std::size_t kCommonest = 4096;
// Pairs below this cosine are chance: two sentences of one subject.
constexpr float kLeastAlike = 0.12F;
// A link is kept as evidence from this cosine on, a moved one from the second.
constexpr float kLeastLink = 0.25F;
constexpr float kLeastMoved = 0.50F;

struct Cell {
  std::uint32_t a;
  std::uint32_t b;
  float alike;
  float plain;
};

// Cosines of all pairs of sentences that share something, by (a, b).
std::vector<Cell> cells(const Reading& a, const Reading& b) {
  std::vector<Cell> found;
  const auto range = [](const std::vector<Term>& terms, std::size_t at) {
    std::size_t end = at;
    while (end < terms.size() && terms[end].root == terms[at].root) ++end;
    return std::span(terms).subspan(at, end - at);
  };
  const bool dense = a.sentences.size() * b.sentences.size() <= (std::size_t{1} << 18);
  std::vector<std::pair<float, float>> matrix(dense ? a.sentences.size() * b.sentences.size() : 0);
  const std::size_t commonest = most_places(a, b, kCommonest);
  for (std::size_t i = 0, j = 0; i < a.terms.size() && j < b.terms.size();) {
    if (a.terms[i].root != b.terms[j].root) {
      ++(a.terms[i].root < b.terms[j].root ? i : j);
      continue;
    }
    const auto x = range(a.terms, i);
    const auto y = range(b.terms, j);
    i += x.size();
    j += y.size();
    if (x.size() * y.size() > commonest) continue;
    const float w = x[0].weight * y[0].weight;
    for (const Term& s : x) {
      for (const Term& t : y) {
        const float plain = s.plain && t.plain ? w : 0;
        if (dense) {
          auto& cell = matrix[s.sentence * b.sentences.size() + t.sentence];
          cell.first += w;
          cell.second += plain;
        } else {
          found.push_back({s.sentence, t.sentence, w, plain});
        }
      }
    }
  }
  std::vector<Cell> out;
  const auto keep = [&](Cell c) {
    const Sentence& s = a.sentences[c.a];
    const Sentence& t = b.sentences[c.b];
    const float norm = s.norm * t.norm;
    const float plain = s.plain * t.plain;
    c.alike = norm > 0 ? std::min(1.0F, c.alike / norm) : 0;
    c.plain = plain > 0 ? std::min(1.0F, c.plain / plain) : 0;
    if (c.alike >= kLeastAlike) out.push_back(c);
  };
  if (dense) {
    for (std::size_t n = 0; n < matrix.size(); ++n) {
      if (matrix[n].first <= 0) continue;
      keep({static_cast<std::uint32_t>(n / b.sentences.size()), static_cast<std::uint32_t>(n % b.sentences.size()),
            matrix[n].first, matrix[n].second});
    }
    return out;
  }
  std::ranges::sort(found, {}, [](const Cell& c) { return std::pair(c.a, c.b); });
  for (std::size_t i = 0; i < found.size();) {
    Cell sum{found[i].a, found[i].b, 0, 0};
    for (; i < found.size() && found[i].a == sum.a && found[i].b == sum.b; ++i) {
      sum.alike += found[i].alike;
      sum.plain += found[i].plain;
    }
    keep(sum);
  }
  return out;
}

// Length of the longest common subsequence, bit-parallel.
//   M. Crochemore et al., "A fast and practical bit-vector algorithm for the
//   longest common subsequence problem", IPL 80 (2001).
std::size_t common_subsequence(std::span<const Token> x, std::span<const Token> y) {
  constexpr std::size_t kBlocks = 2;  // 128 words, more than a sentence has
  std::uint64_t row[kBlocks] = {~0ull, ~0ull};
  for (const Token& t : y) {
    std::uint64_t carry = 0;
    for (std::size_t block = 0; block * 64 < x.size(); ++block) {
      std::uint64_t match = 0;
      const std::size_t end = std::min(x.size(), block * 64 + 64);
      for (std::size_t i = block * 64; i < end; ++i)
        match |= static_cast<std::uint64_t>(x[i].word == t.word) << (i - block * 64);
      const std::uint64_t both = row[block] & match;
      const std::uint64_t partial = row[block] + both;
      const std::uint64_t sum = partial + carry;
      carry = static_cast<std::uint64_t>(partial < both || sum < partial);
      row[block] = sum | (row[block] & ~match);
    }
  }
  std::size_t length = 0;
  for (std::size_t i = 0; i < x.size(); ++i) length += (~row[i / 64] >> (i % 64)) & 1;
  return length;
}

Link link(const Reading& a, const Reading& b, const Cell& c, bool moved) {
  const float kept = kept_words(a, a.sentences[c.a], b, b.sentences[c.b]);
  return {c.a, c.b, c.alike, c.plain, kept, moved, kind_of(kept)};
}

}  // namespace

float kept_words(const Reading& a, const Sentence& x, const Reading& b, const Sentence& y) {
  const std::size_t both = x.last - x.first + y.last - y.first;
  const std::size_t common = common_subsequence(std::span(a.tokens).subspan(x.first, x.last - x.first),
                                                std::span(b.tokens).subspan(y.first, y.last - y.first));
  return both == 0 ? 0 : 2 * static_cast<float>(common) / static_cast<float>(both);
}

Alignment align(const Reading& a, const Reading& b) {
  Alignment out;
  auto all = cells(a, b);
  const Chain chain = heaviest_chain<Cell>(all, b.sentences.size(), [](const Cell& c) { return c.alike; });
  out.chain = chain.weight;
  out.chain_plain = heaviest_chain<Cell>(all, b.sentences.size(), [](const Cell& c) { return c.plain; }).weight;
  for (std::size_t i = 0; i < all.size();) {
    float best = 0;
    for (const std::uint32_t s = all[i].a; i < all.size() && all[i].a == s; ++i) best = std::max(best, all[i].alike);
    out.best += best;
  }

  std::vector<bool> taken_a(a.sentences.size());
  std::vector<bool> taken_b(b.sentences.size());
  const auto take = [&](const Cell& c, bool moved) {
    if (taken_a[c.a] || taken_b[c.b]) return;
    taken_a[c.a] = taken_b[c.b] = true;
    out.links.push_back(link(a, b, c, moved));
  };
  for (const std::uint32_t i : chain.cells) {
    if (all[i].alike >= kLeastLink) take(all[i], false);
  }
  std::erase_if(all, [](const Cell& c) { return c.alike < kLeastMoved; });
  std::ranges::stable_sort(all, std::greater{}, &Cell::alike);
  for (const Cell& c : all) take(c, true);
  std::ranges::sort(out.links, {}, &Link::a);
  return out;
}

}  // namespace tellings::copies
