// Boosted decision trees, for deciding on lines.
//
//   J. H. Friedman, "Greedy Function Approximation: A Gradient Boosting
//   Machine", Annals of Statistics 29 (2001).  Grown by tools/train_lines.py.
//
//   line.own = probability(text_forest(), features);
#pragma once

#include <cstdint>
#include <span>

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

// The probability, 0 to 1, that the forest gives to a row of features.  Rows
// that most trees are sure to refuse are not put to all of them.
float probability(const Forest& forest, std::span<const float> row);

// Whether a line is the article's own: of text, and of a page.
Forest text_forest();
Forest page_forest();

}  // namespace tellings::articles
