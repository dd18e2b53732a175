#include "tellings/stories/folding.h"

#include <numeric>

namespace tellings::stories {
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

}  // namespace tellings::stories
