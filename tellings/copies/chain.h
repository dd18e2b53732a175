// Heaviest chains: of weighted cells (a, b), those that ascend on both sides
// and weigh most together.
//
//   Sparse dynamic programming with a Fenwick tree of prefix maxima:
//   D. Gusfield, "Algorithms on Strings, Trees, and Sequences", 1997, ch. 12.5.
//
//   const Chain c = heaviest_chain(cells, b.size(), [](const Cell& x) { return x.alike; });
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tellings::copies {

struct Chain {
  float weight = 0;
  std::vector<std::uint32_t> cells;  // indices into the cells given, ascending
};

// The best chain that ends at or before each place of b.
class PrefixMaxima {
 public:
  struct Best {
    float sum = 0;
    std::int32_t cell = -1;
  };
  explicit PrefixMaxima(std::size_t n) : best_(n + 1) {}

  // Of the places [0, end).
  Best before(std::size_t end) const {
    Best best;
    for (std::size_t i = end; i > 0; i -= i & (~i + 1)) {
      if (best_[i].sum > best.sum) best = best_[i];
    }
    return best;
  }

  void put(std::size_t at, Best chain) {
    for (std::size_t i = at + 1; i < best_.size(); i += i & (~i + 1)) {
      if (chain.sum > best_[i].sum) best_[i] = chain;
    }
  }

 private:
  std::vector<Best> best_;
};

// The heaviest chain of cells that strictly ascends in `a` and `b`, which are
// members of Cell; `cells` are in the order of a; every b < size_b.  Of chains
// that weigh the same, the one found first.  O(m log size_b).
template <typename Cell, typename Weight>
Chain heaviest_chain(std::span<const Cell> cells, std::size_t size_b, Weight weight) {
  PrefixMaxima prefixes(size_b);
  std::vector<PrefixMaxima::Best> chain(cells.size());
  for (std::size_t i = 0; i < cells.size();) {
    std::size_t end = i;
    for (; end < cells.size() && cells[end].a == cells[i].a; ++end) {
      const auto before = prefixes.before(cells[end].b);
      chain[end] = {before.sum + weight(cells[end]), before.cell};
    }
    for (; i < end; ++i) prefixes.put(cells[i].b, {chain[i].sum, static_cast<std::int32_t>(i)});
  }
  const auto best = prefixes.before(size_b);
  Chain out{best.sum, {}};
  for (std::int32_t at = best.cell; at >= 0; at = chain[static_cast<std::size_t>(at)].cell)
    out.cells.push_back(static_cast<std::uint32_t>(at));
  std::ranges::reverse(out.cells);
  return out;
}

}  // namespace tellings::copies
