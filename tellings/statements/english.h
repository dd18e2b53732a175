// The English model: the weights and word lists that the taggers need, part
// of the program.  Made by tools/train_english.cc; data/NOTICE.md says from
// what, and under which licence.
//
//   const English& model = english();
//   tag(&reading, model);
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tellings/statements/perceptron.h"
#include "tellings/statements/tokens.h"

namespace tellings::statements {

// What lists of names say of a word: bits.
enum Listed : std::uint8_t {
  kFemale = 1,  // given names
  kMale = 2,
  kSurname = 4,  // among the 3,000 commonest
  kRareSurname = 8,
  kNamed = 16,    // in lists of names of all kinds
  kCountry = 32,  // countries and their parts
  kCity = 64,     // of 100,000 people or more
  kPlace = 128,   // smaller, or a word of a longer name
};

struct English {
  Perceptron tags;
  Perceptron names;
  std::span<const std::uint32_t> listed_words;  // ascending: the upper 32 bits of word_hash()
  std::span<const std::uint8_t> listed_kinds;

  // Bits of Listed for the word of this hash.
  std::uint8_t listed(std::uint64_t word) const;
};

// Reads a model of this format; an empty one if the bytes are not of it.  The
// bytes must outlive it.
//
//   "tellings-en-2\n", padding to 16 bytes; u32 tag slots, u32 name slots, u32
//   listed words, u32 zero; u32 hashes [words]; u16 marks [tag slots]; u16 marks
//   [name slots]; i8 weights [tag slots][kTags]; i8 weights [name slots]
//   [kNameLabels]; u8 kinds [words].  Little-endian.
English parse_english(std::string_view bytes);

// The model inside the program.
const English& english();

// B and I of each NameType, and none: 0, then 1 + 2 * type for B, one more for I.
inline constexpr std::size_t kNameLabels = 7;

// Gives every token its part of speech.  About 2 million tokens a second.
void tag(Reading* reading, const English& model);

}  // namespace tellings::statements
