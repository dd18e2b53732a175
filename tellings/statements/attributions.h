// Who says what in which words: direct quotations and reported speech.
//
//   A cue ("said", "according to"), its source (the noun phrase that speaks)
//   and its content, as in PARC3 and PolNeAR (S. Pareti, "PARC 3.0", LREC
//   2016; E. Newell et al., "An Attribution Relations Corpus for Political
//   News", LREC 2018), found by rules over tags.
//
//   for (const Attribution& a : find_attributions(reading, marked)) ...
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "tellings/statements/marks.h"
#include "tellings/statements/tokens.h"

namespace tellings::statements {

// Tokens [first, last); empty if first == last.
struct Tokens {
  std::size_t first = 0;
  std::size_t last = 0;
  bool empty() const { return first >= last; }
  bool holds(std::size_t i) const { return first <= i && i < last; }
};

struct Attribution {
  Tokens cue;
  Tokens source;    // with titles and appositions left out: where the speaker is named
  Tokens listener;  // "told The Associated Press"
  Tokens content;
  bool direct = false;  // the content stands in marks
};

// In the order of their content.  Bounded work a sentence.
std::vector<Attribution> find_attributions(const Reading& reading, std::span<const Marked> marked);

}  // namespace tellings::statements
