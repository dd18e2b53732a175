#include "tellings/stories/folding.h"

#include <numeric>

namespace tellings::stories {
namespace {

// Word-for-word copies, cut or touched up, are at .8 and more; two accounts of
// one event are under .6 in all sets.
constexpr float kCopy = 0.8f;

}  // namespace

std::vector<std::uint32_t> fold_copies(std::size_t items, std::span<const Link> links) {
  std::vector<std::uint32_t> voter(items);
  std::iota(voter.begin(), voter.end(), 0u);
  std::vector<float> likeness(items, 0);
  for (const Link& l : links) {
    const bool better = l.likeness >= kCopy && voter[l.a] == l.a && l.likeness > likeness[l.b];
    if (!better) continue;
    voter[l.b] = l.a;
    likeness[l.b] = l.likeness;
  }
  return voter;
}

}  // namespace tellings::stories
