// How much two texts say in the same order, whatever became of their sentences.
//
//   Heaviest common subsequence of roots: J. W. Hunt, T. G. Szymanski, "A fast
//   algorithm for computing longest common subsequences", CACM 20 (1977), with
//   weights.
//
//   const Sequence s = common_sequence(a, b);
//   s.ordered / s.common;   // near 1 for a rewriting, near 0.5 for two reports
#pragma once

#include "tellings/copies/reading.h"

namespace tellings::copies {

struct Sequence {
  float ordered = 0;        // weight of the heaviest common subsequence
  float ordered_plain = 0;  // of its words that are plain on both sides
  float common = 0;         // weight of what both have, whatever the order
  float total_a = 0;        // weight of all of a's words
  float total_b = 0;
  std::size_t links = 0;  // words of the heaviest common subsequence
};

// Time O(m log n) for m pairs of equal roots; roots that stand very often in
// both are left out.
Sequence common_sequence(const Reading& a, const Reading& b);

}  // namespace tellings::copies
