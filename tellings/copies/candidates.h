// Which pairs are worth comparing: those that share rare things.
//
//   const auto pairs = candidates(sketches);
//
// A sketch is a sample of an article's 5-word runs and its rarest words.  Both
// samples are consistent: two articles that hold the same things keep the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tellings/copies/reading.h"
#include "tellings/copies/weights.h"

namespace tellings::copies {

struct Sketch {
  std::vector<std::uint32_t> runs;   // hashes of sampled 5-word runs, ascending
  std::vector<std::uint32_t> roots;  // the rarest roots that another article has, ascending
};

struct Candidate {
  std::uint32_t a;  // places in the list given, a < b
  std::uint32_t b;
  auto operator<=>(const Candidate&) const = default;
};

// What was left out to keep the work bounded.
struct Capped {
  std::size_t runs = 0;   // sampled runs in more articles than kCommonRun
  std::size_t roots = 0;  // rare roots in more articles than kCommonRoot
  std::size_t pairs = 0;  // pairs beyond an article's kPartners best
};

// `weights` must have counted all articles of the batch.
Sketch sketch(const Reading& reading, const Weights& weights);

// Pairs that share at least two sampled runs, or rare roots of enough weight;
// ascending.  Time grows with the postings, which are capped.
std::vector<Candidate> candidates(std::span<const Sketch> sketches, const Weights& weights, Capped* capped);

}  // namespace tellings::copies
