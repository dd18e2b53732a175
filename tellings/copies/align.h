// Which sentence of one article answers to which of the other.
//
//   Order-keeping alignment: the chain of sentence pairs, one to one and in the
//   order of both, whose idf cosines add up to most; then moved sentences.
//
//   for (const Link& l : align(a, b).links) show(a.sentences[l.a], b.sentences[l.b]);
#pragma once

#include <cstdint>
#include <vector>

#include "tellings/copies/reading.h"
#include "tellings/model/copy.h"

namespace tellings::copies {

// Share of words kept in order that makes a sentence `edited` rather than
// `paraphrased`: between the light and the heavy revisions of Clough and
// Stevenson's students.
inline constexpr float kEdited = 0.62F;

inline PassageKind kind_of(float kept) {
  return kept >= 1 ? PassageKind::same : kept >= kEdited ? PassageKind::edited : PassageKind::paraphrased;
}

// Two sentences that say the same.
struct Link {
  std::uint32_t a;
  std::uint32_t b;
  float alike;  // idf cosine of their roots, 0 to 1
  float plain;  // the same over words that are no names, figures or quotations
  float kept;   // share of their words that stand in both in the same order
  bool moved;   // outside the chain
  PassageKind kind;
};

struct Alignment {
  std::vector<Link> links;  // in the order of a, one to one
  float chain = 0;          // sum of `alike` over the links in order
  float chain_plain = 0;    // the same of a chain over `plain`
  float best = 0;           // sum over a's sentences of their best match, whatever the order
};

// Aligns two readings.  Time grows with the pairs of sentences that share a
// word of some weight; words that stand everywhere are left out.
Alignment align(const Reading& a, const Reading& b);

// Share of the words of two sentences that a longest common subsequence holds,
// 0 to 1: 1 for equal word sequences.
float kept_words(const Reading& a, const Sentence& x, const Reading& b, const Sentence& y);

}  // namespace tellings::copies
