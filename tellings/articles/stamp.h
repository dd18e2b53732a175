// A moment as a text says it, on its way to RFC 3339.
//
//   https://www.rfc-editor.org/rfc/rfc3339
//
//   Stamp s{2021, 11, 7};
//   if (is_valid(s)) out = to_string(s);  // "2021-11-07"
#pragma once

#include <string>
#include <string_view>

namespace tellings::articles {

// Years before and after these are placeholders (1970) or errors.
inline constexpr int kFirstYear = 1990;
inline constexpr int kLastYear = 2035;

struct Stamp {
  int year = 0, month = 0, day = 0;
  int hour = -1, minute = -1, second = -1;  // -1: not said
  std::string fraction;                     // ".123"
  std::string zone;                         // "Z", "+03:00"
};

// Whether the calendar has such a day, in the years above.
bool is_valid(const Stamp& s);

// RFC 3339, cut to what is known.
std::string to_string(const Stamp& s);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The number that `width` digits at `at` write; -1 if they are not there.
int digits(std::string_view text, std::size_t at, std::size_t width);

}  // namespace tellings::articles
