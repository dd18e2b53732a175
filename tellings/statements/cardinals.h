// Cardinal numbers as they are written: digits, words, fractions, "dozens".
#pragma once

#include <cstddef>
#include <string_view>

#include "tellings/statements/sentence_view.h"
#include "tellings/statements/tokens.h"

namespace tellings::statements {

// One number without range and qualifier: up to token `last`.
struct Cardinal {
  std::size_t last = 0;
  double low = 0, high = 0;
  bool digits = false, indefinite = false, fraction = false, approximate = false;
};

// Reads cardinals off a sentence.
class CardinalReader : protected SentenceView {
 public:
  using SentenceView::SentenceView;

 protected:
  // The cardinal that begins at token `i`, if one does; `money`: a currency
  // sign stands before it, so that "5 m" is five million.
  bool cardinal(std::size_t i, Cardinal* c, bool money) const;

  const Token& token(std::size_t i) const { return r_.tokens[i]; }
  bool glued(std::size_t i) const { return in(i) && token(i).glued; }
  bool is_dash(std::size_t i) const { return is_any(i, "-", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x91"); }

 private:
  bool small_words(std::size_t i, Cardinal* c) const;
  void scale_after(Cardinal* c, bool money) const;
  bool digit_words(std::size_t i, Cardinal* c, bool money) const;
  bool indefinite(std::size_t i, Cardinal* c) const;
  bool article(std::size_t i, Cardinal* c) const;
  void fraction_after(Cardinal* c) const;
};

// The value of a word of digits, with commas between groups of three (or two,
// in India) and a point; `*good` is false if it is none.
double parse_digits(std::string_view word, bool* good);

// What a scale word multiplies by: 1e6 for "million"; null for other words.
const double* scale_of_word(std::uint64_t hash);

}  // namespace tellings::statements
