// Surroundings: what stands around a figure or a date, which tells the question
// that it answers.
//
//   const Kinship k = kinship(surroundings(board, s, a), surroundings(board, t, b));
//   if (k.share > .5) same_question();
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tellings/findings/board.h"

namespace tellings::findings {

struct Near {
  std::uint64_t term;
  double weight;
};

using Surroundings = std::vector<Near>;  // ascending by term, each once

// The terms of a sentence around `span`, without those in it; a term weighs less
// the further off it stands.
Surroundings surroundings(const Board& board, const Sentence& sentence, Span span);

// How much two surroundings have in common.
struct Kinship {
  double weight = 0;  // of the shared terms
  double share = 0;   // of the lighter surroundings' weight
};

Kinship kinship(const Surroundings& a, const Surroundings& b);

// The words around a span that others have around theirs too, in the order of
// the text: a name for the question, at most `most` words.
std::string shared_words(const Board& board, TellingNo telling, Span span, const Surroundings& other, std::size_t most);

}  // namespace tellings::findings
