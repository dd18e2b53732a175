// Which pairs are worth comparing: those that share rare things.
//
//   Capped capped;
//   for (const auto [a, b] : candidates(sketches, weights, &capped)) compare(a, b);
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tellings/copies/sketch.h"

namespace tellings::copies {

struct Candidate {
  std::uint32_t a;  // places in the list given, a < b
  std::uint32_t b;
  auto operator<=>(const Candidate&) const = default;
};

// What was left out to keep the work bounded.
struct Capped {
  std::size_t runs = 0;   // sampled runs in so many articles that only neighbours by length were paired
  std::size_t pairs = 0;  // pairs beyond an article's best
};

// Pairs that share at least two sampled runs, or enough of their rare roots;
// ascending.  `sketches` have chosen their roots.  Time and the number of pairs
// grow with the number of articles, not with its square: postings are capped.
std::vector<Candidate> candidates(std::span<const Sketch> sketches, const Weights& weights, Capped* capped);

}  // namespace tellings::copies
