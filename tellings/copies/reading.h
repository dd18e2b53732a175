// A reading: an article taken apart for comparison.
//
//   const Reading a = read(article, weights);
//   a.sentences[3].span; a.words[a.sentences[3].first];
//
// Words are kept as hashes with their bytes; every word knows whether it
// stands inside quotation marks, is a figure, or looks like a name: honest
// reports of one event share those, so they weigh little in a decision.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tellings/copies/weights.h"
#include "tellings/model/article.h"
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

struct Reading {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  // those with a word in them
  std::vector<Term> terms;          // by (root, sentence), each once
};

// Takes `text` apart.  Linear time but for a sort of the terms.
Reading read(std::string_view text, const Weights& weights);

// The readings of a batch, under weights that have counted all of it.
struct Batch {
  Weights weights;
  std::vector<Reading> readings;
};
Batch read_all(std::span<const Article> articles, std::size_t threads);

}  // namespace tellings::copies
