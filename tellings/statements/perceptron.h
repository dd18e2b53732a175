// A linear classifier over hashed features: the averaged perceptron, as shipped.
//
//   M. Collins, "Discriminative Training Methods for Hidden Markov Models",
//   EMNLP 2002; K. Weinberger et al., "Feature Hashing for Large Scale
//   Multitask Learning", ICML 2009.
//
//   Scores scores{};
//   for (const std::uint32_t f : features) model.add(f, &scores);
//   const std::size_t label = model.best(scores);
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "tellings/base/hash.h"

namespace tellings::statements {

inline constexpr std::size_t kMostLabels = 20;
using Scores = std::array<std::int32_t, kMostLabels>;

// A view of weights: `rows` (a power of two) rows of `labels` small integers.
class Perceptron {
 public:
  Perceptron() = default;
  Perceptron(std::span<const std::int8_t> weights, std::size_t labels, std::size_t rows)
      : weights_(weights), labels_(labels), mask_(rows - 1) {}

  void add(std::uint64_t feature, Scores* scores) const {
    const std::int8_t* row = weights_.data() + (feature & mask_) * labels_;
    for (std::size_t k = 0; k < labels_; ++k) (*scores)[k] += row[k];
  }

  // The label of the highest score, the first of equals.
  std::size_t best(const Scores& scores) const {
    std::size_t best = 0;
    for (std::size_t k = 1; k < labels_; ++k) {
      if (scores[k] > scores[best]) best = k;
    }
    return best;
  }

  std::size_t labels() const { return labels_; }
  bool empty() const { return weights_.empty(); }

 private:
  std::span<const std::int8_t> weights_;
  std::size_t labels_ = 0;
  std::size_t mask_ = 0;
};

// The feature of template `kind` with this value.
constexpr std::uint64_t feature(std::uint64_t kind, std::uint64_t value) {
  return mix(value + kind * 0x9e3779b97f4a7c15u);
}

}  // namespace tellings::statements
