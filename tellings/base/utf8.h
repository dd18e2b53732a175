// UTF-8: reading code points, and making any bytes valid.
//
//   The Unicode Standard 15.0, section 3.9, table 3-7 (well-formed sequences).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tellings {

// One code point and the bytes it takes.
struct CodePoint {
  char32_t value;      // U+FFFD for bytes that are not well-formed
  std::size_t length;  // bytes, at least 1
};

// Reads the code point at `at`, which must be less than text.size().  Never
// fails: a byte that starts no well-formed sequence is U+FFFD of length 1.
CodePoint code_point_at(std::string_view text, std::size_t at);

// Appends the UTF-8 of a code point; of a surrogate or a value over U+10FFFF,
// that of U+FFFD.
void append_utf8(char32_t value, std::string* out);

// How many of the first bytes are well-formed: the place of the first that is
// not, or all.
std::size_t valid_prefix(std::string_view bytes);

// True if every byte belongs to a well-formed sequence.
bool is_utf8(std::string_view bytes);

// The bytes with every maximal ill-formed part replaced by U+FFFD.
std::string to_valid_utf8(std::string_view bytes);

}  // namespace tellings
