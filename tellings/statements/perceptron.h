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

// A view of weights: an open-addressed table of `slots` (a power of two) marks,
// 16 bits of the feature each, 0 for an empty slot, and a row of `labels` small
// integers for each slot. Features that training did not keep have no slot; one
// in some thousand of them is taken for another.
class Perceptron {
 public:
  Perceptron() = default;
  Perceptron(std::span<const std::uint16_t> marks, std::span<const std::int8_t> weights, std::size_t labels)
      : marks_(marks), weights_(weights), labels_(labels), mask_(marks.size() - 1) {}

  void add(std::uint64_t feature, Scores* scores) const {
    const std::uint16_t mark = mark_of(feature);
    for (std::size_t slot = feature & mask_; marks_[slot] != 0; slot = (slot + 1) & mask_) {
      if (marks_[slot] != mark) continue;
      const std::int8_t* row = weights_.data() + slot * labels_;
      for (std::size_t k = 0; k < labels_; ++k) (*scores)[k] += row[k];
      return;
    }
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

  // What tells a feature from others in its slot; never 0.
  static constexpr std::uint16_t mark_of(std::uint64_t feature) {
    return static_cast<std::uint16_t>(feature >> 48 | 1);
  }

 private:
  std::span<const std::uint16_t> marks_;
  std::span<const std::int8_t> weights_;
  std::size_t labels_ = 0;
  std::size_t mask_ = 0;
};

// The feature of template `kind` with this value.
constexpr std::uint64_t feature(std::uint64_t kind, std::uint64_t value) {
  return mix(value + kind * 0x9e3779b97f4a7c15u);
}

}  // namespace tellings::statements
