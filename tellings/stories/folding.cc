#include "tellings/stories/folding.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tellings::stories {
namespace {

std::pair<std::uint32_t, std::uint32_t> pair_of(const Link& l) { return {l.b, l.a}; }

// Pairs of voters that one article is a copy of, ascending by (b, a).
std::vector<Link> bridges(std::span<const Link> links, std::span<const std::uint32_t> voter) {
  std::vector<Link> out;
  for (const Link& l : links) {
    if (l.likeness < kCopyLikeness) continue;
    const auto [a, b] = std::minmax(voter[l.a], voter[l.b]);
    if (a != b && (a != l.a || b != l.b)) out.push_back({a, b, static_cast<float>(kCopyLikeness)});
  }
  std::ranges::sort(out, {}, pair_of);
  out.erase(std::ranges::unique(out, {}, pair_of).begin(), out.end());
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

std::vector<Link> links_of_voters(std::vector<Link> links, std::span<const std::uint32_t> voter) {
  std::vector<Link> more = bridges(links, voter);
  std::erase_if(links, [&](const Link& l) { return voter[l.a] != l.a || voter[l.b] != l.b; });
  // A pair that has a link of its own keeps the better of the two.
  std::erase_if(more, [&](const Link& bridge) {
    const auto at = std::ranges::lower_bound(links, pair_of(bridge), {}, pair_of);
    if (at == links.end() || pair_of(*at) != pair_of(bridge)) return false;
    at->likeness = std::max(at->likeness, bridge.likeness);
    return true;
  });
  const auto middle = static_cast<std::ptrdiff_t>(links.size());
  links.insert(links.end(), more.begin(), more.end());
  std::ranges::inplace_merge(links, links.begin() + middle, {}, pair_of);
  return links;
}

}  // namespace tellings::stories
