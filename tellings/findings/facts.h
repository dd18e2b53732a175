// Plain facts: what independent accounts say alike, found by aligning their
// sentences.
//
//   After the sentence alignment of N. Elhadad, S. Barzilay, "Sentence
//   Alignment for Monolingual Comparable Corpora", EMNLP 2003; weights after
//   K. Sparck Jones, J. Documentation 28(1), 1972.
//
//   for (const Fact& f : find_facts(board)) show(f);
#pragma once

#include <cstdint>
#include <vector>

#include "tellings/findings/board.h"

namespace tellings::findings {

// Where a telling says the fact.
struct Saying {
  Place place;
  Span words;            // from the first to the last shared word
  bool outlook = false;  // told as something to come
};

// What two independent tellings or more say alike.
struct Fact {
  std::vector<std::uint64_t> terms;  // ascending: what the first pair shares
  std::vector<Saying> sayings;       // ascending by place, at most one a telling
  double score = 0;                  // weight of what is shared, thinned by distance and by what is not
};

// The facts, highest score first.  Each pair of terms and sentence serves one
// fact.  Time: pairs of sentences of at most kMostFaces tellings, then linear
// in all of them.
std::vector<Fact> find_facts(const Board& board);

// Accounts whose sentences are compared pair by pair; the others are only asked
// whether they say what was found.
inline constexpr std::size_t kMostFaces = 24;

}  // namespace tellings::findings
