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

struct Match {
  std::uint32_t a;
  std::uint32_t b;
  float weight;
};

float total(const Reading& r) {
  float sum = 0;
  for (const Token& t : r.tokens) sum += t.weight >= kLeastWeight ? t.weight : 0;
  return sum;
}

}  // namespace

Sequence common_sequence(const Reading& a, const Reading& b) {
  Sequence out;
  out.total_a = total(a);
  out.total_b = total(b);
  const std::size_t commonest = most_places(a, b, kCommonest);
  std::vector<Match> matches;
  for_each_shared(a.roots, b.roots, [&](const Root& x, const Root& y) {
    if (x.weight < kLeastWeight) return;
    const std::size_t n = x.last - x.first;
    const std::size_t m = y.last - y.first;
    out.common += x.weight * static_cast<float>(std::min(n, m));
    if (n * m > commonest) return;
    for (std::uint32_t p = x.first; p < x.last; ++p) {
      for (std::uint32_t q = y.first; q < y.last; ++q) matches.push_back({a.places[p], b.places[q], x.weight});
    }
  });
  std::ranges::sort(matches, {}, [](const Match& m) { return std::pair(m.a, m.b); });
  const Chain chain = heaviest_chain<Match>(matches, b.tokens.size(), [](const Match& m) { return m.weight; });
  out.ordered = chain.weight;
  for (const std::uint32_t c : chain.cells) {
    if (is_plain(a.tokens[matches[c].a]) && is_plain(b.tokens[matches[c].b])) out.ordered_plain += matches[c].weight;
  }
  out.links = chain.cells.size();
  return out;
}

}  // namespace tellings::copies
