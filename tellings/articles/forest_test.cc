#include "tellings/articles/forest.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tellings/base/hash.h"

namespace tellings::articles {
namespace {

// The tables as they are meant, a row and a tree at a time.
float slowly(const Forest& forest, std::span<const float> row) {
  float odds = 0;
  for (std::size_t t = 0; t < forest.trees.size(); ++t) {
    if (t >= 24 && odds < -3.5f) break;
    int at = 0;
    do {
      const Fork& fork = forest.forks[forest.trees[t].forks + static_cast<std::size_t>(at)];
      at = row[fork.feature] <= fork.threshold ? fork.low : fork.high;
    } while (at >= 0);
    odds += forest.leaves[forest.trees[t].leaves + static_cast<std::size_t>(-1 - at)];
  }
  return 1.0f / (1.0f + std::exp(-odds));
}

}  // namespace

TEST_CASE("a grove says what its forest says, of any number of rows") {
  constexpr std::size_t kWidth = 256;
  std::uint64_t seed = 1;
  for (const Forest& forest : {page_forest(), text_forest()}) {
    const Grove grove(forest);
    for (const std::size_t count : {0u, 1u, 7u, 8u, 9u, 300u}) {
      CAPTURE(count);
      std::vector<float> rows(count * kWidth);
      for (float& x : rows) {
        seed = mix(seed);
        x = static_cast<float>(seed % 100) / static_cast<float>(1 + (seed >> 32) % 50);
      }
      const std::vector<float> found = grove.probabilities(rows, kWidth);
      REQUIRE(found.size() == count);
      for (std::size_t i = 0; i < count; ++i)
        CHECK(found[i] == slowly(forest, std::span(rows).subspan(i * kWidth, kWidth)));
    }
  }
}

}  // namespace tellings::articles
