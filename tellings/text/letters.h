// Letters: what kind a code point is of, and what it folds to, by table.
//
//   const Letter& l = letter_of(0x0102);   // Ă: a letter that folds to "a"
//
// The tables of a block of 256 code points are made when one of it is first
// asked for, from ICU's data; after that a look-up costs two loads.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tellings::text {

enum class LetterKind : std::uint8_t { other, letter, digit, mark, alone, joiner };

struct Letter {
  LetterKind kind = LetterKind::other;
  bool latin = false;     // folds to a Latin letter, whose marks are dropped
  std::uint8_t size = 0;  // of `folded`, in bytes
  std::array<char, 13> bytes{};

  std::string_view folded() const { return {bytes.data(), size}; }
};

// Kind and folding of any code point: lower case, NFD, no marks on Latin
// letters, plain apostrophes and hyphens.  Safe from any thread.
const Letter& letter_of(char32_t c);

}  // namespace tellings::text
