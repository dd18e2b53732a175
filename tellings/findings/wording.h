// Wording: two wordings of one utterance, word against word.
//
//   Semi-global alignment: S. B. Needleman, C. D. Wunsch, J. Mol. Biol. 48
//   (1970), with free ends in the text that is searched.
//
//   if (auto found = find_wording(quotation, passage); found && found->likeness > .6) drift(*found);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/model/span.h"

namespace tellings::findings {

// A text as words that can be compared.
struct Wording {
  struct Word {
    std::uint64_t id;
    Span span;     // of the text
    bool carries;  // not one of the words that only hold sentences together
  };
  std::vector<Word> words;
};

// Reads the words of text[span].
Wording read_wording(std::string_view text, Span span);

// A stretch that one wording has and the other puts otherwise; either may be empty.
struct Change {
  std::uint32_t begin = 0;  // words [begin, end) of what was looked for
  std::uint32_t end = 0;
  std::uint32_t other_begin = 0;  // words of the text that was searched
  std::uint32_t other_end = 0;
};

struct Found {
  std::uint32_t begin = 0;  // words [begin, end) of the text that was searched
  std::uint32_t end = 0;
  double likeness = 0;     // share of weight in common: a word that carries meaning counts thrice
  std::uint32_t same = 0;  // words that carry meaning and are the same
  std::vector<Change> changes;
};

// Where `text` says what `wanted` says, as nearly as it does; nothing if no
// word is shared.  Time and memory: product of the lengths, which are cut at
// kLongestWording words.
std::optional<Found> find_wording(const Wording& wanted, const Wording& text);

inline constexpr std::size_t kLongestWording = 400;

}  // namespace tellings::findings
