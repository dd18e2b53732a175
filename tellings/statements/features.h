// What the taggers look at around a token.  Shared by the program and by the
// trainer (tools/train_english.cc), so that both see the same.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tellings/base/hash.h"
#include "tellings/statements/perceptron.h"
#include "tellings/statements/tokens.h"

namespace tellings::statements {

// The parts of a token that features are made of, computed once a token.
struct Clues {
  std::uint64_t word = 0;
  std::uint64_t suffix1 = 0, suffix2 = 0, suffix3 = 0, prefix2 = 0, prefix3 = 0;
  std::uint64_t form = 0;  // shape, kind, glued, length class
};

// The clues of every token of a reading.
std::vector<Clues> clues(const Reading& reading);

// Calls sink(feature) for token `i` of the sentence [first, last), given the
// two tags before it.
template <typename Sink>
void tag_features(const std::vector<Clues>& c, std::size_t first, std::size_t last, std::size_t i, std::size_t prev,
                  std::size_t prev2, Sink&& sink) {
  static constexpr Clues kEdge{1, 1, 1, 1, 1, 1, 1};
  const Clues& x = c[i];
  const Clues& b = i > first ? c[i - 1] : kEdge;
  const Clues& b2 = i > first + 1 ? c[i - 2] : kEdge;
  const Clues& n = i + 1 < last ? c[i + 1] : kEdge;
  const Clues& n2 = i + 2 < last ? c[i + 2] : kEdge;
  sink(feature(1, x.word));
  sink(feature(2, x.suffix3));
  sink(feature(3, x.suffix2));
  sink(feature(4, x.suffix1 + 31 * x.form));
  sink(feature(5, x.prefix3));
  sink(feature(6, x.form + 64 * prev));
  sink(feature(7, prev + 32 * prev2));
  sink(feature(8, x.word + prev));
  sink(feature(9, b.word));
  sink(feature(10, b.suffix3));
  sink(feature(11, n.word));
  sink(feature(12, n.suffix3 + n.form));
  sink(feature(13, b2.word));
  sink(feature(14, n2.word));
  sink(feature(15, x.word ^ (n.word * 3)));
  sink(feature(16, x.word ^ (b.word * 5)));
  sink(feature(17, n.suffix2 + 7 * prev));
  sink(feature(18, x.suffix3 + prev));
  sink(feature(19, (i == first ? 1u : 0u) + 2 * x.form));
}

}  // namespace tellings::statements
