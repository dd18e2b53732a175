// What an article says of its own origin: dateline, credit, time.
//
//   const Clues c = read_clues(article);
//   if (certainly_before(a.time, b.time)) ...
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/span.h"

namespace tellings::lineage {

// A time that is known to lie in [first, last], in seconds since 1970 UTC.
struct TimeRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

// The range of an RFC 3339 time cut to what is known; nothing for anything
// else.  A time without a zone is taken as UTC.
std::optional<TimeRange> parse_time(std::string_view text);

// How much of a dateline stands at the head.
enum class Dateline : std::uint8_t { none, place, agency };

struct Clues {
  Span body;  // the text without dateline and closing credit
  Dateline dateline = Dateline::none;
  bool credit_line = false;  // ends with a line that credits an agency
  std::optional<TimeRange> time;
  std::vector<std::string> credits;  // agencies named as the origin, by full name, ascending
  std::vector<std::string> told;     // agencies that somebody "told" something, ascending
};

// Linear in the text's first and last lines, but for the search for "told".
Clues read_clues(const Article& article);

}  // namespace tellings::lineage
