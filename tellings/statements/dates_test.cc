#include "tellings/statements/dates.h"

#include <doctest/doctest.h>

#include <string>

#include "tellings/statements/english.h"

namespace tellings::statements {
namespace {

std::string dates(std::string_view text, std::string_view published) {
  Reading r = read(text);
  tag(&r, english());
  const auto found = find_dates(r);
  const Day anchor = anchor_of(published, r, found);
  std::string out;
  for (const DateMention& m : found) out += (out.empty() ? "" : " ") + resolve(m, anchor);
  return out;
}

TEST_CASE("dates are counted from the day of the article") {
  struct {
    const char *text, *published, *expected;
  } cases[] = {
      {"It sank on Sunday.", "2024-03-05", "2024-03-03"},
      {"It sank on Tuesday.", "2024-03-05", "2024-03-05"},
      {"It sank yesterday.", "2024-03-01", "2024-02-29"},
      {"It will sail on Friday.", "2024-03-05", "2024-03-08"},
      {"It sank on March 3.", "2024-03-05", "2024-03-03"},
      {"It sank on 3 March 2022.", "", "2022-03-03"},
      {"It sank early Sunday (3 March).", "2024-03-05", "2024-03-03"},
      {"It sank last month.", "2024-01-05", "2023-12"},
      {"It sank in May last year.", "2024-01-05", "2023-05"},
      {"It sank on December 20.", "2024-01-05", "2023-12-20"},
      {"It has lain there since 1998.", "", "1998"},
      {"It sank on Sunday.", "", ""},
      {"It sank on March 3.", "", ""},
      {"It sank on February 30, 2024.", "", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.text));
    CHECK(dates(c.text, c.published) == c.expected);
  }
}

TEST_CASE("counts that look like dates are none") {
  for (const char* text : {"They may leave.", "The march went on.", "2000 people came.", "About 1950 people came."}) {
    CAPTURE(std::string(text));
    CHECK(dates(text, "2024-03-05") == "");
  }
}

// The slow way: one day after the other.
TEST_CASE("days are counted as a calendar counts them") {
  static constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int n = days_of({1899, 12, 31});
  for (int year = 1900; year < 2105; ++year) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= kLengths[month - 1] + (leap && month == 2 ? 1 : 0); ++day) {
        ++n;
        CHECK(days_of({year, month, day}) == n);
        CHECK(day_of(n) == Day{year, month, day});
      }
    }
  }
  CHECK(weekday_of({2024, 2, 29}) == 3);
  CHECK(days_of({1970, 1, 1}) == 0);
}

}  // namespace
}  // namespace tellings::statements
