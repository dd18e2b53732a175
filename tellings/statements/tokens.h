// An article read as tokens and sentences: what all of this stage works on.
//
//   The tokens are those of the English treebanks (Universal Dependencies,
//   EWT and GUM), as nearly as rules can cut them: clitics and hyphens stand
//   apart ("al", "-", "Kadhimi", "'s"), abbreviations keep their full stop.
//
//   const Reading reading = read(article.text);
//   for (const Token& t : reading.tokens) count[t.hash]++;
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/model/span.h"

namespace tellings::statements {

enum class TokenKind : std::uint8_t { word, number, mark };

// Universal part-of-speech tags, https://universaldependencies.org/u/pos/
enum class Tag : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  other
};
inline constexpr std::size_t kTags = 17;

enum class Shape : std::uint8_t { lower, capital, upper, mixed, none };

struct Token {
  Span span;
  std::uint64_t hash = 0;  // hash_bytes() of the lower-cased word, apostrophes made plain
  TokenKind kind = TokenKind::mark;
  Shape shape = Shape::none;
  Tag tag = Tag::other;
  bool glued = false;  // no space before it
};

// Tokens [first, last) of a sentence.
struct Sentence {
  Span span;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

struct Reading {
  std::string_view text;  // the caller's; must outlive the reading
  std::string lower;      // the same bytes in lower case, of the same length
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<std::uint32_t> sentence_of;  // of each token

  std::string_view word(std::size_t token) const { return slice(text, tokens[token].span); }
  std::string_view low(std::size_t token) const { return slice(lower, tokens[token].span); }
  // The bytes of tokens [first, last); first < last.
  Span cover(std::size_t first, std::size_t last) const {
    return {tokens[first].span.begin, tokens[last - 1].span.end};
  }
};

// The hash a token of this word has; `word` in lower case, ASCII apostrophes.
std::uint64_t word_hash(std::string_view word);

// Cuts valid UTF-8 into sentences and tokens, without tags.  Linear time.
Reading read(std::string_view text);

}  // namespace tellings::statements
