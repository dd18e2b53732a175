// Which words are names of persons, organisations and places?
//
//   A greedy linear model over words, shapes, tags and lists of names, then a
//   second look with what the whole article says of each word.
//
//   for (const Named& n : recognise(reading, english())) show(n.first, n.last);
#pragma once

#include <cstddef>
#include <vector>

#include "tellings/model/statement.h"
#include "tellings/statements/english.h"
#include "tellings/statements/features.h"
#include "tellings/statements/tokens.h"

namespace tellings::statements {

// Tokens [first, last) are a name.
struct Named {
  std::size_t first;
  std::size_t last;
  NameType type;
};

// What the lists say, and how the article writes each word elsewhere: made
// once an article.
struct NameClues {
  std::vector<Clues> clues;
  std::vector<std::uint64_t> listed;  // bits of Listed
  std::vector<std::uint64_t> seen;    // how the word stands elsewhere: bits of Seen
};

// Of a word, over the whole article.
enum Seen : std::uint8_t {
  kLower = 1,       // also in lower case
  kMiddle = 2,      // capitalised inside a sentence
  kTitled = 4,      // after a title
  kAfterGiven = 8,  // after a given name
  kInPlace = 16,    // after "in", "near", "at"
};

NameClues name_clues(const Reading& reading, const English& model);

// Calls sink(feature) for token `i` of sentence `s` given the labels before it.
template <typename Sink>
void name_features(const Reading& r, const NameClues& c, const Sentence& s, std::size_t i, std::size_t prev,
                   std::size_t prev2, Sink&& sink) {
  static constexpr Clues kEdge{1, 1, 1, 1, 1, 1, 1};
  const auto clue = [&](std::size_t k, bool inside) -> const Clues& { return inside ? c.clues[k] : kEdge; };
  const Clues& x = c.clues[i];
  const Clues& b = clue(i - 1, i > s.first);
  const Clues& b2 = clue(i - 2, i > s.first + 1);
  const Clues& n = clue(i + 1, i + 1 < s.last);
  const Clues& n2 = clue(i + 2, i + 2 < s.last);
  const std::uint64_t tag = static_cast<std::uint64_t>(r.tokens[i].tag);
  const std::uint64_t tag_b = i > s.first ? static_cast<std::uint64_t>(r.tokens[i - 1].tag) : 30;
  const std::uint64_t tag_n = i + 1 < s.last ? static_cast<std::uint64_t>(r.tokens[i + 1].tag) : 30;
  const std::uint64_t g = c.listed[i];
  const std::uint64_t gb = i > s.first ? c.listed[i - 1] : 99;
  const std::uint64_t gn = i + 1 < s.last ? c.listed[i + 1] : 99;
  const std::uint64_t start = i == s.first ? 1 : 0;
  sink(feature(31, x.word));
  sink(feature(32, x.word + prev));
  sink(feature(33, x.suffix3 + x.form));
  sink(feature(34, x.prefix3 + x.form));
  sink(feature(35, x.form + 256 * (tag + 32 * prev)));
  sink(feature(36, prev + 16 * prev2 + 256 * x.form));
  sink(feature(37, b.word));
  sink(feature(38, n.word));
  sink(feature(39, b2.word));
  sink(feature(40, n2.word));
  sink(feature(41, b.word + prev * 7 + x.form));
  sink(feature(42, n.word + x.form));
  sink(feature(43, b.form + 256 * (x.form + 256 * n.form)));
  sink(feature(44, tag_b + 32 * (tag + 32 * tag_n)));
  sink(feature(45, g + 256 * (prev + 16 * x.form)));
  sink(feature(46, g + 256 * (gb + 256 * gn)));
  sink(feature(47, start + 2 * (g + 256 * x.form)));
  sink(feature(48, n.suffix3 + 3 * x.form));
  sink(feature(49, b.suffix3 + 3 * x.form + prev));
  sink(feature(50, x.word ^ (n.word * 3)));
  sink(feature(51, x.word ^ (b.word * 5)));
  sink(feature(52, b2.word ^ (b.word * 5)));
  sink(feature(53, x.suffix2 + x.prefix2 * 3));
  const std::uint64_t seen = c.seen[i];
  sink(feature(55, seen + 64 * (x.form + 256 * start)));
  sink(feature(56, seen + 64 * (g + 256 * prev)));
  sink(feature(57, seen + 64 * (n.form + 256 * prev)));
  sink(feature(54, tag + 32 * (tag_n + 32 * (gn + 256 * prev))));
}

// The names of a tagged reading, in order, not overlapping.
std::vector<Named> recognise(const Reading& reading, const English& model);

}  // namespace tellings::statements
