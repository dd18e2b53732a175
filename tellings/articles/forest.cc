#include "tellings/articles/forest.h"

#include <cmath>
#include <cstddef>

namespace tellings::articles {

namespace {

// Nine lines of ten are menus and links, which the first trees refuse beyond
// doubt: log odds of -3.5 after 24 trees never came back over the threshold on
// the pages at hand, and stopping there saves most of the time.
constexpr std::size_t kTreesBeforeDoubt = 24;
constexpr float kBeyondDoubt = -3.5f;

}  // namespace

float probability(const Forest& forest, std::span<const float> row) {
  float odds = 0;
  for (std::size_t t = 0; t < forest.trees.size(); ++t) {
    if (t >= kTreesBeforeDoubt && odds < kBeyondDoubt) break;
    const Tree& tree = forest.trees[t];
    int at = 0;
    do {
      const Fork& fork = forest.forks[tree.forks + static_cast<std::size_t>(at)];
      at = row[fork.feature] <= fork.threshold ? fork.low : fork.high;
    } while (at >= 0);
    odds += forest.leaves[tree.leaves + static_cast<std::size_t>(-1 - at)];
  }
  return 1.0f / (1.0f + std::exp(-odds));
}

}  // namespace tellings::articles
