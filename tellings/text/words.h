// Words: where they begin and end, in any script, and what each folds to.
//
//   Unicode Standard Annex #29 in spirit: runs of letters, marks and digits,
//   with apostrophes, full stops and commas kept inside where both sides are
//   of one kind ("don't", "1,200", "U.S").  Scripts written without spaces
//   (Han, kana, Thai, Lao, Khmer, Myanmar) give one word a letter.
//
//   for (const Word& w : words(article.text)) count[w.hash]++;
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/model/span.h"

namespace tellings::text {

// Words that begin with the same so many letters share a root: a stemmer for
// every language that puts its endings last ("target", "targeting").
inline constexpr std::size_t kRootLetters = 5;

struct Word {
  Span span;           // bytes of the text given
  std::uint64_t hash;  // hash_bytes() of fold() of the word
  std::uint64_t root;  // the same of its first kRootLetters letters
};

// The words of valid UTF-8 `text`, in order.  Linear time.
std::vector<Word> words(std::string_view text);

// A word or phrase as it is compared: lower case, typographic apostrophes and
// hyphens made plain, no accents on Latin letters (NFD without marks).
std::string fold(std::string_view text);

}  // namespace tellings::text
