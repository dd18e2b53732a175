#include "tellings/articles/stamp.h"

#include <array>
#include <cstdio>

namespace tellings::articles {
namespace {

bool is_leap(int y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; }

}  // namespace

bool is_valid(const Stamp& s) {
  constexpr std::array<int, 13> kDays{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (s.year < kFirstYear || s.year > kLastYear || s.month < 1 || s.month > 12 || s.day < 1) return false;
  return s.day <= kDays[static_cast<std::size_t>(s.month)] && !(s.month == 2 && s.day == 29 && !is_leap(s.year));
}

std::string to_string(const Stamp& s) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", s.year, s.month, s.day);
  std::string out = buffer.data();
  if (s.hour < 0 || s.hour > 23 || s.minute < 0 || s.minute > 59 || s.second > 60) return out;
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d", s.hour, s.minute);
  out += buffer.data();
  // A second of 60 or none: the contract wants seconds before a zone.
  if (s.second >= 0 || !s.zone.empty()) {
    std::snprintf(buffer.data(), buffer.size(), ":%02d", s.second < 0 ? 0 : s.second > 59 ? 59 : s.second);
    out += buffer.data();
    out += s.fraction;
  }
  return out + s.zone;
}

int digits(std::string_view text, std::size_t at, std::size_t width) {
  if (at + width > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + width; ++i) {
    if (!is_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace tellings::articles
