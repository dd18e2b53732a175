// Boosted decision trees, for deciding on lines.
//
//   J. H. Friedman, "Greedy Function Approximation: A Gradient Boosting
//   Machine", Annals of Statistics 29 (2001).  Grown by tools/train_lines.py.
//
//   static const Grove grove(text_forest());
//   const std::vector<float> own = grove.probabilities(features);
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tellings::articles {

// A fork: to `low` if the feature is at most the threshold, else to `high`.
// A child of 0 or more is a fork of the same tree, -1 - k the tree's leaf k.
struct Fork {
  std::uint8_t feature;
  float threshold;
  std::int8_t low, high;
};

struct Tree {
  std::uint16_t forks;   // its first fork in Forest::forks
  std::uint16_t leaves;  // its first leaf in Forest::leaves
};

struct Forest {
  std::span<const Tree> trees;
  std::span<const Fork> forks;
  std::span<const float> leaves;  // parts of log odds
};

// A forest laid out for walking: forks and leaves of a tree in one run of nodes
// of eight bytes, where a leaf leads to itself, so that the walk of every row
// through a tree takes the same steps and no branch has to be guessed.
class Grove {
 public:
  explicit Grove(const Forest& forest);

  // The probabilities, 0 to 1, that the forest gives to rows of features, which
  // lie one behind the other, `width` floats each.  Rows that most trees are
  // sure to refuse are not put to all of them.
  std::vector<float> probabilities(std::span<const float> rows, std::size_t width) const;

  // The same of a list of arrays of features.
  template <std::size_t Width>
  std::vector<float> probabilities(const std::vector<std::array<float, Width>>& rows) const {
    if (rows.empty()) return {};
    return probabilities({rows.front().data(), Width * rows.size()}, Width);
  }

 private:
  struct Node {
    float threshold = 0;
    std::uint8_t feature = 0;
    std::array<std::uint8_t, 2> next{};  // node of the tree: at most the threshold, above it
  };
  struct Root {
    std::uint32_t node = 0;    // the first of its nodes
    std::uint32_t leaves = 0;  // leaves_[leaves + n] belongs to the node n
    std::uint32_t depth = 0;
  };
  static constexpr std::size_t kAbreast = 8;  // rows at one tree at a time

  void put(std::span<const Root> trees, const std::array<const float*, kAbreast>& rows,
           std::array<float, kAbreast>* odds) const;

  std::vector<Root> roots_;
  std::vector<Node> nodes_;
  std::vector<float> leaves_;  // a value a node, 0 for forks
};

// Whether a line is the article's own: of text, and of a page.
Forest text_forest();
Forest page_forest();

}  // namespace tellings::articles
