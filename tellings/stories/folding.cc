#include "tellings/stories/folding.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tellings::stories {
namespace {

// Pairs of voters that one article is a copy of.
std::vector<Link> bridges(std::span<const Link> links, std::span<const std::uint32_t> voter) {
  std::vector<Link> out;
  for (const Link& l : links) {
    if (l.likeness < kCopyLikeness) continue;
    const auto [a, b] = std::minmax(voter[l.a], voter[l.b]);
    if (a != b && (a != l.a || b != l.b)) out.push_back({a, b, static_cast<float>(kCopyLikeness)});
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> fold_copies(std::size_t items, std::span<const Link> links) {
  std::vector<std::uint32_t> voter(items);
  std::iota(voter.begin(), voter.end(), 0u);
  std::vector<float> likeness(items, 0);
  for (const Link& l : links) {
    const bool better = l.likeness >= kCopyLikeness && voter[l.a] == l.a && l.likeness > likeness[l.b];
    if (!better) continue;
    voter[l.b] = l.a;
    likeness[l.b] = l.likeness;
  }
  return voter;
}

std::vector<Link> links_of_voters(std::span<const Link> links, std::span<const std::uint32_t> voter) {
  std::vector<Link> out = bridges(links, voter);
  for (const Link& l : links) {
    if (voter[l.a] == l.a && voter[l.b] == l.b) out.push_back(l);
  }
  const auto pair = [](const Link& l) { return std::pair(l.b, l.a); };
  std::ranges::sort(out, [&](const Link& x, const Link& y) {
    return pair(x) != pair(y) ? pair(x) < pair(y) : x.likeness > y.likeness;
  });
  out.erase(std::ranges::unique(out, {}, pair).begin(), out.end());
  return out;
}

}  // namespace tellings::stories
