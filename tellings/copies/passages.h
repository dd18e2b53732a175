// Passages: the stretches of two articles that answer to each other, as they
// are shown side by side.
//
//   Greedy string tiling for what was moved or glued together: M. J. Wise, "YAP3",
//   SIGCSE 1996.
//
//   for (const Passage& p : passages(a, b, alignment).list)
//     show(slice(x.text, p.a), slice(y.text, p.b));
#pragma once

#include <vector>

#include "tellings/copies/align.h"
#include "tellings/copies/reading.h"
#include "tellings/model/copy.h"

namespace tellings::copies {

struct Passages {
  std::vector<Passage> list;  // in the order of a, not overlapping on either side
  double covered_a = 0;       // share of a's words inside passages
  double covered_b = 0;
  double kept = 0;  // share of the words in passages that stand in both in one order
};

// A passage is a linked sentence; where one of two linked sentences holds more
// than the other, what they share of it; and any run of at least seven words that
// stands in both outside of those.
Passages passages(const Reading& a, const Reading& b, const Alignment& alignment);

}  // namespace tellings::copies
