#include "tellings/copies/chain.h"

#include <doctest/doctest.h>

#include <random>

using namespace tellings::copies;

namespace {

struct Cell {
  std::uint32_t a;
  std::uint32_t b;
  float weight;
};

// The oracle: every chain's end looks at every earlier cell.
float slowly(const std::vector<Cell>& cells) {
  std::vector<float> best(cells.size());
  float most = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (cells[j].a < cells[i].a && cells[j].b < cells[i].b) best[i] = std::max(best[i], best[j]);
    }
    best[i] += cells[i].weight;
    most = std::max(most, best[i]);
  }
  return most;
}

}  // namespace

TEST_CASE("the chain weighs what the slow search finds, and ascends on both sides") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    CAPTURE(round);
    std::vector<Cell> cells;
    for (std::uint32_t a = 0; a < 12; ++a) {
      for (std::uint32_t b = 0; b < 9; ++b) {
        if (random() % 3 == 0) cells.push_back({a, b, static_cast<float>(random() % 16 + 1)});
      }
    }
    const Chain chain = heaviest_chain<Cell>(cells, 9, [](const Cell& c) { return c.weight; });
    CHECK(chain.weight == slowly(cells));
    float sum = 0;
    for (std::size_t i = 0; i < chain.cells.size(); ++i) {
      sum += cells[chain.cells[i]].weight;
      if (i == 0) continue;
      CHECK(cells[chain.cells[i - 1]].a < cells[chain.cells[i]].a);
      CHECK(cells[chain.cells[i - 1]].b < cells[chain.cells[i]].b);
    }
    CHECK(sum == chain.weight);
  }
}

TEST_CASE("no cells, no chain") {
  const Chain chain = heaviest_chain<Cell>({}, 0, [](const Cell& c) { return c.weight; });
  CHECK(chain.weight == 0);
  CHECK(chain.cells.empty());
}
