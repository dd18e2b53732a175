// Days: dates as day numbers, to tell whether time may explain a change.
#pragma once

#include <optional>
#include <string_view>

namespace tellings::findings {

// Days since 1970-01-01 of an RFC 3339 date that names a day; empty otherwise.
//   H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
std::optional<int> day_of(std::string_view date);

}  // namespace tellings::findings
