// Terms: the words of a sentence that carry its meaning, as they are compared
// between tellings.
//
// A term is a folded word without its ending ("injured", "injures"), a number
// ("seven" and "7" are one term) or a name (all spellings of one entity are one
// term).  Words that only hold sentences together are left out.  Endings and
// such words are known for English; other languages are compared by whole
// folded words, which rarity then weighs.
//
//   TermReader reader;
//   reader.learn_names(text, statements);
//   for (const Term& t : reader.terms(text, sentence)) weigh(t.id);
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tellings/model/span.h"
#include "tellings/model/statement.h"

namespace tellings::findings {

enum class TermKind : std::uint8_t { plain, name, number, denial, outlook };

struct Term {
  std::uint64_t id = 0;
  Span span;
  std::uint32_t place = 0;  // its number among all words of the sentence, stop words too
  TermKind kind = TermKind::plain;
};

// The folded word without an English ending; at least three letters stay.
std::string stem(std::string_view folded);

// True for the words that only hold English sentences together, and for verbs
// of saying.
bool is_stop_word(std::string_view folded);

// True for words of what befell people ("killed", "injuries").  That is the
// question of a toll (tolls.h); plain facts and dates are named by their other
// words, so that nobody takes them for the count.
bool is_toll_word(std::string_view folded);

// The value of an English number word up to ninety, or of digits with
// thousands marks; empty for other words.
std::string number_of(std::string_view folded);

class TermReader {
 public:
  // Makes the last words of names of one entity one term.  Call it for all
  // articles of a story, in their order, before terms().
  void learn_names(std::string_view text, std::span<const Statement> statements);

  // The terms of text[sentence], in order; denials ("not", "no") and outlooks
  // ("expected", "scheduled") among them, marked as such.
  std::vector<Term> terms(std::string_view text, Span sentence);

 private:
  struct Known {
    std::uint64_t id = 0;  // 0: not a term
    TermKind kind = TermKind::plain;
  };
  Known look_up(std::uint64_t hash, std::string_view word);

  std::unordered_map<std::uint64_t, Known> known_;          // of a folded word's hash
  std::unordered_map<std::uint64_t, std::uint64_t> alias_;  // a name's term to its entity's
};

}  // namespace tellings::findings
