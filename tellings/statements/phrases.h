// Noun phrases by their tags: what follows a number, what stands before a verb.
//
//   const Phrase p = phrase_at(reading, sentence, number.last);
//   if (p.head) show(reading.word(*p.head));
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "tellings/statements/tokens.h"

namespace tellings::statements {

// Tokens [first, last); `noun` is where its noun with adjectives begins, after
// determiners and owners ("al-Kadhimi's | security guards").
struct Phrase {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t noun = 0;
  std::optional<std::size_t> head;

  bool empty() const { return !head; }
};

// The noun phrase that begins at token `i`, without what follows its head.
Phrase phrase_at(const Reading& reading, const Sentence& sentence, std::size_t i);

// The noun phrase that ends before token `i`, not reaching before `from`.
Phrase phrase_before(const Reading& reading, std::size_t from, std::size_t i);

// The bytes of the phrase's noun, or of all of it.
std::string noun_of(const Reading& reading, const Phrase& phrase);
std::string text_of(const Reading& reading, const Phrase& phrase);

}  // namespace tellings::statements
