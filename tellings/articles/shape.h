// The shape of a line: what can be counted in it without knowing its language.
//
//   const Shape s = shape_of("By Ann Lee | 3 May 2021");
//   if (s.ends_sentence && s.words > 12) ...
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tellings::articles {

struct Shape {
  int words = 0;        // runs of letters and digits; of unspaced scripts, two letters count as one
  int letters = 0;      // code points
  int digits = 0;       // code points
  int uppers = 0;       // upper-case letters
  int capitalised = 0;  // words that begin with an upper-case letter
  int numbers = 0;      // words that begin with a digit
  int short_words = 0;  // words of at most three letters: mostly function words
  int commas = 0;       // commas of any script
  int stops = 0;        // full stops, question and exclamation marks of any script, followed by space or the end
  int quotes = 0;       // quotation marks, single straight ones apart
  int bars = 0;         // signs of menus: | » › • · → © # > / with space around
  bool starts_lower = false;
  bool starts_quote = false;
  bool ends_sentence = false;  // ends with a full stop and the like, closing marks passed over
  bool ends_colon = false;
  bool ends_dots = false;
  bool has_address = false;  // "http", "www.", "@": an address in it
  bool has_clock = false;    // 12:30
  bool has_year = false;     // 19xx or 20xx as a word
};

// Counts; one pass over valid UTF-8, safe from any thread.  Appends the hashes
// of the line's longer words (four letters, in lower case; of unspaced scripts
// pairs of letters) to `*terms`, unless it is null.
Shape shape_of(std::string_view line, std::vector<std::uint32_t>* terms = nullptr);

// The text in lower case, code point by code point, white space of any kind
// and length as one space, none at the ends.  For comparing, not for showing.
std::string lower(std::string_view text);

// The text with white space of any kind as one space, none at the ends, and
// without control and zero-width characters.
std::string tidy(std::string_view text);

// The same, appended to what stands in `*out`; true if anything was.
bool append_tidy(std::string_view text, std::string* out);

// Hash of the letters and digits of a line alone, in lower case: equal for
// lines that differ in spaces, case and punctuation.  0 for none.
std::uint64_t letters_hash(std::string_view line);

}  // namespace tellings::articles
