#include "tellings/articles/forest.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace tellings::articles {
namespace {

// Nine lines of ten are menus and links, which the first trees refuse beyond
// doubt: log odds of -3.5 after 24 trees never came back over the threshold on
// the pages at hand, and stopping there saves most of the time.
constexpr std::size_t kTreesBeforeDoubt = 24;
constexpr float kBeyondDoubt = -3.5f;

// Steps from a fork to the farthest leaf below it.
std::uint32_t depth_of(std::span<const Fork> forks, int fork) {
  if (fork < 0) return 0;
  const Fork& f = forks[static_cast<std::size_t>(fork)];
  return 1 + std::max(depth_of(forks, f.low), depth_of(forks, f.high));
}

}  // namespace

Grove::Grove(const Forest& forest) {
  for (std::size_t t = 0; t < forest.trees.size(); ++t) {
    const Tree& tree = forest.trees[t];
    const bool last = t + 1 == forest.trees.size();
    const std::size_t forks_end = last ? forest.forks.size() : forest.trees[t + 1].forks;
    const std::size_t leaves_end = last ? forest.leaves.size() : forest.trees[t + 1].leaves;
    const auto forks = forest.forks.subspan(tree.forks, forks_end - tree.forks);
    const auto leaves = forest.leaves.subspan(tree.leaves, leaves_end - tree.leaves);
    assert(forks.size() + leaves.size() <= 256);
    const auto node_of = [&](int child) {
      return static_cast<std::uint8_t>(child >= 0 ? child : static_cast<int>(forks.size()) - 1 - child);
    };
    roots_.push_back({static_cast<std::uint32_t>(nodes_.size()), static_cast<std::uint32_t>(leaves_.size()),
                      forks.empty() ? 0 : depth_of(forks, 0)});
    for (const Fork& f : forks) nodes_.push_back({f.threshold, f.feature, {node_of(f.low), node_of(f.high)}});
    leaves_.insert(leaves_.end(), forks.size(), 0.0f);
    for (std::size_t k = 0; k < leaves.size(); ++k) {
      const auto self = static_cast<std::uint8_t>(forks.size() + k);
      nodes_.push_back({0, 0, {self, self}});
      leaves_.push_back(leaves[k]);
    }
  }
}

void Grove::put(std::span<const Root> trees, const std::array<const float*, kAbreast>& rows,
                std::array<float, kAbreast>* odds) const {
  for (const Root& tree : trees) {
    const Node* nodes = &nodes_[tree.node];
    std::array<std::uint8_t, kAbreast> at{};
    for (std::uint32_t step = 0; step < tree.depth; ++step) {
      for (std::size_t k = 0; k < kAbreast; ++k) {
        const Node& node = nodes[at[k]];
        const bool above = !(rows[k][node.feature] <= node.threshold);
        at[k] = node.next[static_cast<std::size_t>(above)];
      }
    }
    for (std::size_t k = 0; k < kAbreast; ++k) (*odds)[k] += leaves_[tree.leaves + at[k]];
  }
}

std::vector<float> Grove::probabilities(std::span<const float> rows, std::size_t width) const {
  const std::size_t count = rows.size() / width;
  std::vector<float> odds(count);
  std::vector<std::size_t> open(count);  // rows that go on to the next tree
  std::iota(open.begin(), open.end(), std::size_t{0});
  const auto put_open = [&](std::span<const Root> trees) {
    for (std::size_t begin = 0; begin < open.size(); begin += kAbreast) {
      const std::size_t here = std::min(kAbreast, open.size() - begin);
      std::array<const float*, kAbreast> some{};
      std::array<float, kAbreast> sums{};
      for (std::size_t k = 0; k < kAbreast; ++k) {
        const std::size_t row = open[begin + std::min(k, here - 1)];
        some[k] = &rows[row * width];
        sums[k] = odds[row];
      }
      put(trees, some, &sums);
      for (std::size_t k = 0; k < here; ++k) odds[open[begin + k]] = sums[k];
    }
  };
  const std::span<const Root> trees = roots_;
  const std::size_t first = std::min(kTreesBeforeDoubt, trees.size());
  put_open(trees.first(first));
  for (std::size_t t = first; t < trees.size(); ++t) {
    std::erase_if(open, [&](std::size_t row) { return odds[row] < kBeyondDoubt; });
    put_open(trees.subspan(t, 1));
  }
  for (float& o : odds) o = 1.0f / (1.0f + std::exp(-o));
  return odds;
}

}  // namespace tellings::articles
