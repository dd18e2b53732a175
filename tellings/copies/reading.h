// A reading: an article taken apart for comparison.
//
//   const Reading a = read(article, weights);
//   a.sentences[3].span; a.words[a.sentences[3].first];
//
// Words are kept as hashes with their bytes; every word knows whether it
// stands inside quotation marks, is a figure, or looks like a name: honest
// reports of one event share those, so they weigh little in a decision.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tellings/copies/run.h"
#include "tellings/copies/weights.h"
#include "tellings/model/span.h"

namespace tellings::copies {

struct Token {
  Span span;
  std::uint32_t word;  // low bits of Word::hash
  std::uint32_t root;  // low bits of Word::root
  float weight;        // of its root
  bool quoted : 1;     // inside quotation marks
  bool figure : 1;     // begins with a digit
  bool name : 1;       // capitalised, though no sentence begins there
};

// True for the words that a report chooses itself.
inline bool is_plain(const Token& t) { return !t.quoted && !t.figure && !t.name; }

struct Sentence {
  Span span;
  std::uint32_t first;  // its tokens: [first, last)
  std::uint32_t last;
  float norm;   // root of the sum of squared weights of its different roots
  float plain;  // the same of those that are no names, figures or quoted
};

// A root in a sentence.
struct Term {
  std::uint32_t root;
  std::uint32_t sentence;
  float weight;
  bool plain;  // stands there at least once as no name, figure or quotation
};

// A root of an article, wherever it stands.
struct Root {
  std::uint32_t root;
  std::uint32_t first;  // its places in Reading::places: [first, last)
  std::uint32_t last;
  float weight;
  float often;      // the weight, times 1 + log of how often it stands
  bool plain : 1;   // stands at least once as no name, figure or quotation
  bool quoted : 1;  // stands in quotation marks only
  bool figure : 1;
  bool name : 1;  // stands at least once as a name
};

// A run of words.
struct Run {
  std::uint32_t hash;
  std::uint32_t at;  // the token it begins with
  bool open;         // no word of it is quoted
};

struct Reading {
  float norm = 0;   // root of the sum of squares of Root::often
  float plain = 0;  // the same of those that are plain
  std::vector<Token> tokens;
  std::vector<std::uint32_t> places;  // of tokens, by (root, place)
  std::vector<Root> roots;            // ascending
  std::vector<Sentence> sentences;    // those with a word in them
  std::vector<Term> terms;            // by (root, sentence), each once
  std::vector<Run> runs;              // of kRunWords words, by (hash, at)
  std::vector<Run> triples;           // of three words, likewise
};

// In how many pairs of places a root may stand before it is left out of a
// comparison: `most`, and less for very long texts, so that time and memory stay
// in proportion to their length (some 64 million pairs in all at the worst).
inline std::size_t most_places(const Reading& a, const Reading& b, std::size_t most) {
  constexpr std::size_t kPairs = std::size_t{1} << 26;
  return std::clamp<std::size_t>(kPairs / (a.tokens.size() + b.tokens.size() + 1), 16, most);
}

// Calls `visit(x, y)` for every root that two articles share; both lists are
// Reading::roots.
template <typename Visit>
void for_each_shared(std::span<const Root> a, std::span<const Root> b, Visit visit) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].root == b[j].root) visit(a[i], b[j]);
    const bool left = a[i].root <= b[j].root;
    const bool right = b[j].root <= a[i].root;
    i += left;
    j += right;
  }
}

// Takes `text` apart.  Linear time but for a sort of the terms.
Reading read(std::string_view text, const Weights& weights);

}  // namespace tellings::copies
