#include "tellings/copies/sequence.h"

#include <algorithm>
#include <vector>

#include "tellings/copies/chain.h"

namespace tellings::copies {
namespace {

// A root that makes more pairs of places than this is left out: it stands so
// often that it tells nothing about order.
constexpr std::size_t kCommonest = 256;
// Words that nearly every article has weigh less than this.
constexpr float kLeastWeight = 1.0F;

struct Place {
  std::uint32_t root;
  std::uint32_t at;
  float weight;
};

struct Match {
  std::uint32_t a;
  std::uint32_t b;
  float weight;
};

bool plain(const Token& t) { return !t.quoted && !t.figure && !t.name; }

// The places of all words that weigh something, by (root, place).
std::vector<Place> places(const Reading& r, float* total) {
  std::vector<Place> out;
  out.reserve(r.tokens.size());
  for (std::uint32_t i = 0; i < r.tokens.size(); ++i) {
    const float w = r.tokens[i].weight;
    if (w < kLeastWeight) continue;
    out.push_back({r.tokens[i].root, i, w});
    *total += w;
  }
  std::ranges::sort(out, {}, [](const Place& p) { return std::pair(p.root, p.at); });
  return out;
}

std::size_t end_of_root(const std::vector<Place>& places, std::size_t at) {
  std::size_t end = at;
  while (end < places.size() && places[end].root == places[at].root) ++end;
  return end;
}

}  // namespace

Sequence common_sequence(const Reading& a, const Reading& b) {
  Sequence out;
  const auto x = places(a, &out.total_a);
  const auto y = places(b, &out.total_b);
  std::vector<Match> matches;
  for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    if (x[i].root != y[j].root) {
      ++(x[i].root < y[j].root ? i : j);
      continue;
    }
    const std::size_t end_i = end_of_root(x, i);
    const std::size_t end_j = end_of_root(y, j);
    out.common += x[i].weight * static_cast<float>(std::min(end_i - i, end_j - j));
    if ((end_i - i) * (end_j - j) <= kCommonest) {
      for (std::size_t p = i; p < end_i; ++p) {
        for (std::size_t q = j; q < end_j; ++q) matches.push_back({x[p].at, y[q].at, x[p].weight});
      }
    }
    i = end_i;
    j = end_j;
  }
  std::ranges::sort(matches, {}, [](const Match& m) { return std::pair(m.a, m.b); });
  const Chain chain = heaviest_chain<Match>(matches, b.tokens.size(), [](const Match& m) { return m.weight; });
  out.ordered = chain.weight;
  for (const std::uint32_t c : chain.cells) {
    if (plain(a.tokens[matches[c].a]) && plain(b.tokens[matches[c].b])) out.ordered_plain += matches[c].weight;
  }
  return out;
}

}  // namespace tellings::copies
