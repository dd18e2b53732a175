// When does the article say something was: dates of all kinds, resolved.
//
//   "Sunday", "early Sunday (7 November)", "Oct. 10", "last month", "in 2019"
//   become RFC 3339 cut to what is known, counted from the day the article was
//   written where they are relative to it.
//
//   const std::vector<DateMention> found = find_dates(reading);
//   const std::string value = resolve(found[0], anchor);
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/statements/tokens.h"

namespace tellings::statements {

// A day of the Gregorian calendar; month and day 0 where not known.
struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
  auto operator<=>(const Day&) const = default;
};

// How a mention that names no full date points to one.
enum class DateKind {
  absolute,       // year, month, day as far as they stand there
  weekday,        // the nearest such day, at or before the anchor unless `ahead`
  offset,         // `days` from the anchor: today, yesterday, tomorrow
  months,         // `days` months from the anchor: last month
  years,          // `days` years from the anchor: last year
  month_of_year,  // `day.month` of the year `years` from the anchor's: May last year
  clock,          // a time of day only
};

struct DateMention {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  DateKind kind = DateKind::absolute;
  Day day;           // what is written
  int weekday = -1;  // 0 = Monday
  int days = 0;
  int years = 0;
  bool ahead = false;   // "next Friday", "will meet on Friday"
  bool decade = false;  // "1990s"
  int hour = -1;
  int minute = -1;
};

// The dates and times of a tagged reading, in order, not overlapping.
std::vector<DateMention> find_dates(const Reading& reading);

// From what day is an article's "yesterday" counted: from `published` where it
// says a day, else from a full date in the text that has a weekday or stands
// at its head.  Year, month and day may be 0.
Day anchor_of(std::string_view published, const Reading& reading, const std::vector<DateMention>& found);

// The mention as RFC 3339 cut to what is known; empty if nothing can be said
// without guessing: a day and month need a year, which the anchor gives.
std::string resolve(const DateMention& mention, const Day& anchor);

// "2021-11-07T03:12Z" -> 2021, 11, 7; zeros where it does not say.
Day parse_day(std::string_view rfc3339);

// Days since 1970-01-01, and back.  0 = Monday for weekday_of.
int days_of(const Day& day);
Day day_of(int days);
int weekday_of(const Day& day);

}  // namespace tellings::statements
