// A copy: two articles that share text beyond chance, and the evidence of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tellings/model/span.h"

namespace tellings {

enum class CopyKind : std::uint8_t {
  identical,
  edited,       // word for word, small changes
  cut,          // edited, and one is a part of the other
  paraphrased,  // reworded, by hand or machine
  mixed,        // part of one is in the other, the rest is its own
  quotations,   // only quotations, figures, set phrases in common: not a copy
};

enum class PassageKind : std::uint8_t { same, edited, paraphrased };

// Aligned stretches of two articles.
struct Passage {
  Span a;
  Span b;
  PassageKind kind = PassageKind::same;
};

enum class Side : std::uint8_t { a, b };

// Two articles, a < b, with what they share.
struct Copy {
  ArticleNo a{};
  ArticleNo b{};
  CopyKind kind = CopyKind::quotations;
  double score = 0;      // probability that one was made from the other or both from one text
  double covered_a = 0;  // share of a's words inside passages
  double covered_b = 0;
  std::optional<Side> copy;                    // which was made from the other, if it can be told
  std::optional<double> direction_confidence;  // its probability; empty when `copy` is
  std::vector<std::string> why;                // sentences a person can check
  std::vector<Passage> passages;               // in the order of a, not overlapping on either side
};

// True if the pair is a copy rather than two accounts with words in common.
inline bool is_copy(const Copy& pair) { return pair.kind != CopyKind::quotations && pair.score >= 0.5; }

}  // namespace tellings
