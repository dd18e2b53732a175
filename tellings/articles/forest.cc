#include "tellings/articles/forest.h"

#include <cmath>
#include <cstddef>

namespace tellings::articles {

float probability(const Forest& forest, std::span<const float> row) {
  float odds = 0;
  for (const Tree& tree : forest.trees) {
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
