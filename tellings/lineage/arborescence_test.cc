#include "tellings/lineage/arborescence.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <limits>
#include <random>

namespace tellings::lineage {
namespace {

double cost_of(std::span<const Arc> arcs, const std::vector<int>& parent) {
  double sum = 0;
  for (std::size_t v = 0; v < parent.size(); ++v) {
    double best = std::numeric_limits<double>::infinity();
    for (const Arc& a : arcs) {
      if (a.from == parent[v] && a.to == static_cast<int>(v)) best = std::min(best, a.cost);
    }
    if (parent[v] >= 0) sum += best;
  }
  return sum;
}

bool hangs_from(const std::vector<int>& parent, int root) {
  for (std::size_t v = 0; v < parent.size(); ++v) {
    int u = static_cast<int>(v);
    for (std::size_t steps = 0; u != root; ++steps) {
      if (u < 0 || steps > parent.size()) return false;
      u = parent[static_cast<std::size_t>(u)];
    }
  }
  return true;
}

// The oracle: every assignment of parents is tried.
double cheapest(int nodes, int root, std::span<const Arc> arcs) {
  std::vector<int> parent(static_cast<std::size_t>(nodes), 0);
  parent[static_cast<std::size_t>(root)] = -1;
  double best = std::numeric_limits<double>::infinity();
  while (true) {
    if (hangs_from(parent, root)) best = std::min(best, cost_of(arcs, parent));
    int v = 0;
    for (; v < nodes; ++v) {
      int& p = parent[static_cast<std::size_t>(v)];
      if (v == root) continue;
      if (++p < nodes) break;
      p = 0;
    }
    if (v == nodes) return best;
  }
}

TEST_CASE("the arborescence is a tree under the root and as cheap as the best of all trees") {
  std::mt19937 dice(7);
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    const int nodes = 2 + static_cast<int>(dice() % 4);
    const int root = static_cast<int>(dice()) & 1 ? 0 : nodes - 1;
    std::vector<Arc> arcs;
    for (int from = 0; from < nodes; ++from) {
      for (int to = 0; to < nodes; ++to) {
        const bool needed = from == root;  // keeps every node reachable
        if (from != to && (needed || dice() % 3 != 0)) arcs.push_back({from, to, static_cast<double>(dice() % 20)});
      }
    }
    const auto parent = arborescence(nodes, root, arcs);
    CHECK(hangs_from(parent, root));
    CHECK(cost_of(arcs, parent) == doctest::Approx(cheapest(nodes, root, arcs)));
  }
}

TEST_CASE("a ring of cheap arcs is broken where that costs least") {
  const Arc arcs[] = {{0, 1, 10}, {0, 2, 9}, {1, 2, 1}, {2, 3, 1}, {3, 1, 1}};
  CHECK(arborescence(4, 0, arcs) == std::vector<int>{-1, 3, 0, 2});
}

TEST_CASE("five thousand nodes with twelve arcs each take no time") {
  std::mt19937 dice(11);
  std::vector<Arc> arcs;
  for (int to = 1; to < 5000; ++to) {
    arcs.push_back({0, to, 1000});
    for (int k = 0; k < 12; ++k)
      arcs.push_back({static_cast<int>(dice() % 5000), to, static_cast<double>(dice() % 997)});
  }
  CHECK(hangs_from(arborescence(5000, 0, arcs), 0));
}

}  // namespace
}  // namespace tellings::lineage
